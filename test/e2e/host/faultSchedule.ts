/** The hours of a bad day: what happens, for how many seconds, and how it ends. */
import type { Behaviour, Fault } from '../../../sandbox';
import { rmSync, writeFileSync } from '../harness/node';
import type { FaultPlan } from '../harness/sandboxControl';
import type { FaultDay } from './openFaultDay';

type Happening = (day: FaultDay) => Promise<unknown> | unknown;

export interface Hour {
	/** As a sentence goes on that begins with "the workflows stay published …". */
	what: string;
	seconds: number;
	begin: Happening;
	end?: Happening;
	/** n8n begins anew in it, and forgets how much memory it had come to need. */
	restarts?: true;
	/** n8n's durable scheduler waits half an hour after it. */
	refusesKey?: true;
}

const UNAVAILABLE: Fault = { type: 'status', status: 503 };
const TOO_MANY: Fault = { type: 'status', status: 429, retryAfterSeconds: 3 };

const forgetFaults: Happening = ({ environment }) => environment.sandbox.forgetFaults();

const inject = (fault: Fault, plan: FaultPlan = { times: null }) => ({
	begin: ({ environment }: FaultDay) => environment.sandbox.inject(fault, plan),
	end: forgetFaults,
});

const behave = (changes: Partial<Behaviour>) => ({
	begin: ({ environment }: FaultDay) => environment.sandbox.behave(changes),
});

/** From what it shows now, so that a second day can follow the first. */
const setClock = (byMs: number) => ({
	begin: async (day: FaultDay) => {
		day.clockOffsetMs += byMs;
		await day.environment.sandbox.behave({ clockOffsetMs: day.clockOffsetMs });
	},
});

/** How a day begins. Some events become visible only a while after they happened. */
export const MORNING: Partial<Behaviour> = {
	visibilityDelay: { share: 0.1, maxMs: 25_000 },
	dateHeaderOffsetMs: 0,
};

export const FAULT_SCHEDULE: Hour[] = [
	{
		what: 'while most requests are answered 429',
		seconds: 20,
		...inject(TOO_MANY, { times: null, chance: 0.7 }),
	},
	{ what: 'while everything is answered 503', seconds: 25, ...inject(UNAVAILABLE) },
	{ what: 'while nothing is answered', seconds: 15, ...inject({ type: 'hang' }, { times: 6 }) },
	{ what: 'while a maintenance page is answered', seconds: 15, ...inject({ type: 'html' }) },
	{
		what: 'while a maintenance page with 503 is answered',
		seconds: 15,
		...inject({ ...UNAVAILABLE, body: 'html' }),
	},
	{
		what: 'while the key is rotated',
		seconds: 20,
		begin: rotateKey,
		end: enterNewKey,
		refusesKey: true,
	},
	{ what: 'when n8n is restarted', seconds: 5, begin: restart, restarts: true },
	{
		what: 'without a name server',
		seconds: 20,
		begin: ({ dnsSwitch }) => writeFileSync(dnsSwitch, ''),
		end: ({ dnsSwitch }) => rmSync(dnsSwitch),
	},
	{
		what: 'while connections are refused',
		seconds: 20,
		begin: ({ environment }) => environment.proxy.shut(),
		end: ({ environment }) => environment.proxy.open(),
	},
	{ what: 'while answers are broken', seconds: 20, begin: breakAnswers, end: forgetFaults },
	{ what: 'with a Date header 90 s ahead', seconds: 15, ...behave({ dateHeaderOffsetMs: 90_000 }) },
	{ what: 'when the clock is set back by 2 min', seconds: 15, ...setClock(-120_000) },
	{ what: 'when n8n is killed', seconds: 5, begin: crash, restarts: true },
	// An event that is still invisible when the clock jumps is an hour late by that clock.
	{ what: 'when no event is late any more', seconds: 30, ...behave({ visibilityDelay: 0 }) },
	{ what: 'when the clock is set forward by 1 h', seconds: 15, ...setClock(3_600_000) },
];

async function rotateKey({ environment }: FaultDay): Promise<void> {
	environment.keys.second = await environment.sandbox.rotateKey();
}

async function enterNewKey({ environment, credential }: FaultDay): Promise<void> {
	await environment.changeKey(credential, environment.keys.second ?? '');
}

async function restart({ environment }: FaultDay): Promise<void> {
	await environment.n8n.stop();
	await environment.start();
}

async function crash({ environment }: FaultDay): Promise<void> {
	await environment.n8n.kill();
	await environment.start();
}

async function breakAnswers({ environment: { sandbox } }: FaultDay): Promise<void> {
	const faults: Fault[] = [
		{ type: 'drop' },
		{ type: 'drop', midway: true },
		{ type: 'truncated' },
		{ type: 'empty' },
		{ type: 'wrongShape' },
	];
	for (const fault of faults) await sandbox.inject(fault, { times: null, chance: 0.15 });
}
