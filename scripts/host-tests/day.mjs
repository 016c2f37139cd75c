/** The hours of a bad day: what happens, for how many seconds, and how it ends. */
import { rmSync, writeFileSync } from 'node:fs';

const FOR_GOOD = { times: null };
const TOO_MANY = { type: 'status', status: 429, retryAfterSeconds: 3 };
const UNAVAILABLE = { type: 'status', status: 503 };

const inject = (fault, options) => ({
	begin: ({ sandbox }) => sandbox.inject(fault, options),
	end: ({ sandbox }) => sandbox.forgetFaults(),
});

const behave = (changes) => ({ begin: ({ sandbox }) => sandbox.behave(changes) });

/** @type {{ what: string, seconds: number, begin: Function, end?: Function }[]} */
export const DAY = [
	{ what: '429 to most requests', seconds: 20, ...inject(TOO_MANY, { times: null, chance: 0.7 }) },
	{ what: '503 to everything', seconds: 25, ...inject(UNAVAILABLE, FOR_GOOD) },
	{ what: 'no answers at all', seconds: 15, ...inject({ type: 'hang' }, { times: 6 }) },
	{ what: 'a maintenance page', seconds: 15, ...inject({ type: 'html' }, FOR_GOOD) },
	{ what: 'one with 503', seconds: 15, ...inject({ ...UNAVAILABLE, body: 'html' }, FOR_GOOD) },
	{ what: 'the key rotated', seconds: 20, begin: rotateKey, end: enterNewKey },
	{ what: 'n8n restarted', seconds: 5, begin: restart },
	{ what: 'no name server', seconds: 20, begin: loseNames, end: findNames },
	{
		what: 'connections refused',
		seconds: 20,
		begin: ({ gateway }) => gateway.shut(),
		end: ({ gateway }) => gateway.open(),
	},
	{ what: 'broken answers', seconds: 20, begin: breakAnswers, end: inject().end },
	{ what: 'a Date header 90 s ahead', seconds: 15, ...behave({ dateHeaderOffsetMs: 90_000 }) },
	{ what: 'the clock set back by 2 min', seconds: 15, ...behave({ clockOffsetMs: -120_000 }) },
	{ what: 'n8n killed', seconds: 5, begin: crash },
	// An event that is still invisible when the clock jumps is an hour late by that clock.
	{ what: 'nothing late any more', seconds: 30, ...behave({ visibilityDelay: 0 }) },
	{ what: 'the clock set forward by 1 h', seconds: 15, ...behave({ clockOffsetMs: 3_600_000 }) },
];

async function rotateKey(stage) {
	stage.keys.second = await stage.sandbox.rotateKey();
}

async function enterNewKey(stage) {
	await stage.changeKey(stage.credential, stage.keys.second);
}

async function restart(stage) {
	await stage.n8n.stop();
	await stage.start();
}

async function crash(stage) {
	await stage.n8n.kill();
	await stage.start();
}

function loseNames({ dnsGone }) {
	writeFileSync(dnsGone, '');
}

function findNames({ dnsGone }) {
	rmSync(dnsGone);
}

async function breakAnswers({ sandbox }) {
	const faults = [
		{ type: 'drop' },
		{ type: 'drop', midway: true },
		{ type: 'truncated' },
		{ type: 'empty' },
		{ type: 'wrongShape' },
	];
	for (const fault of faults) await sandbox.inject(fault, { times: null, chance: 0.15 });
}
