import { NodeApiError, type INode, type IPollFunctions } from 'n8n-workflow';

import type { Api } from '../../nodes/PeopleLens/api/client';
import type { AuditLog } from '../../nodes/PeopleLens/api/types';
import { isActivationCheck } from '../../nodes/PeopleLens/trigger/activation';
import { checkForEvents } from '../../nodes/PeopleLens/trigger/pollAuditLog';
import { beginCheck } from '../../nodes/PeopleLens/trigger/overlappingChecks';
import type { StaticData } from '../../nodes/PeopleLens/trigger/copies';
import { systemClock } from '../../nodes/PeopleLens/trigger/systemClock';
import { nextTurn } from '../support/node';
import { bodyOf, NARROW } from './server';
import {
	type Answer,
	copyOf,
	type ModelEvent,
	type ModelRequest,
	NODE_ID,
	type Published,
	type RunningCheck,
} from './world';

/** What a check does, up to n8n: the package's own is `checkForEvents`. */
export type Trigger = (context: IPollFunctions, api: Api, deadline: number) => Promise<AuditLog[]>;

/** n8n's static data as a check finds them now, and how n8n learns that they were changed. */
export interface LiveData {
	node: StaticData;
	workflow: StaticData;
	onChange(): void;
}

/** How far a check has come with what it was given. */
export interface Progress {
	requests: ModelRequest[];
	/** The numbers of its events, or what it threw; undefined while it waits. */
	outcome?: { events: number[] } | { thrown: unknown };
	/** Whether, from now on, no other check that runs already may deliver. */
	tookOutcome: boolean;
}

const BUDGET = { long: 300_000, short: 36_000 };

/** The trigger's clocks stand where the model has them. */
const clock = { now: 0 };
Object.assign(systemClock, { now: () => clock.now, monotonic: () => clock.now });

let runs = 0;

/**
 * Runs a check from its beginning, on what it met and was answered then, and goes on with what comes
 * now. Promises can't be copied, but a check does the same again when it is given the same.
 *
 * @param live only what happens now can change these
 * @param next undefined: the check begins now
 * @param isDurable each check has a context of its own there, and a shorter budget
 */
export async function advance(
	trigger: Trigger,
	check: RunningCheck,
	live: LiveData,
	events: ModelEvent[],
	next: Answer | undefined,
	isDurable: boolean,
): Promise<Progress> {
	const past: LiveData = { ...copyOf(check.began), onChange: () => undefined };
	let data = next === undefined ? live : past;
	let isBetween = false;
	let usedBetween = false;
	const open = (part: 'node' | 'workflow') =>
		viewOf(
			() => {
				usedBetween ||= isBetween;
				return data[part];
			},
			() => data.onChange(),
		);
	const waiting: Array<{ request: ModelRequest; settle: (answer: Answer) => void }> = [];
	const api = createApi(check.published, events, waiting);
	// n8n's processes have memories of their own: so has each run, by the workflow's ID.
	const workflowId = `run-${++runs}`;
	const context = createContext(check, workflowId, open('node'), open('workflow'), isDurable);
	if (check.kind === 'regular' && !isDurable) isActivationCheck(context);
	const { taken } = check.began;
	if (taken) {
		clock.now = taken.at;
		beginCheck({ workflowId, ...nodeCalled(taken.nodeName) }).takeOutcome(taken.saves);
	}
	clock.now = check.began.now;
	const self = { workflowId, ...nodeCalled(check.published.nodeName) };
	let probe = beginCheck(self);
	let outcome: Progress['outcome'];
	const deadline =
		clock.now + 0.9 * (isDurable && check.kind === 'regular' ? BUDGET.short : BUDGET.long);
	trigger(context, api, deadline).then(
		(found) => (outcome = { events: found.map(({ details }) => numberIn(details)) }),
		(thrown: unknown) => (outcome = { thrown }),
	);
	await nextTurn();
	for (const name of check.overtakenBy)
		beginCheck({ workflowId, ...nodeCalled(name) }).takeOutcome();
	if (next !== undefined) probe = beginCheck(self);
	isBetween = true;
	for (const earlier of check.answers) {
		clock.now = earlier.now;
		waiting.shift()?.settle(earlier);
		await nextTurn();
	}
	isBetween = false;
	// The package's own; another one is only looked at until it does something wrong.
	if (usedBetween && trigger === checkForEvents)
		throw new Error('The model expects checks to use their memory only at both ends');
	if (next !== undefined) {
		data = live;
		clock.now = next.now;
		waiting.shift()?.settle(next);
		await nextTurn();
	}
	const requests = waiting.map(({ request }) => request);
	return { requests, outcome, tookOutcome: !probe.takeOutcome() };
}

export const nodeCalled = (nodeName: string) => ({
	nodeId: NODE_ID,
	nodeName,
	hasNode: (name: string) => name === nodeName,
});

const numberIn = (details: unknown): number => (details as { number: number }).number;

export const baseUrlOf = ({ elsewhere }: Published) =>
	`https://${elsewhere ? 'other' : 'acme'}.peoplelensai.com`;

function createApi(
	published: Published,
	events: ModelEvent[],
	waiting: Array<{ request: ModelRequest; settle: (answer: Answer) => void }>,
): Api {
	const never = (): never => {
		throw new Error('The model expects no such call');
	};
	return {
		baseUrl: async () => baseUrlOf(published),
		send: async ({ query, parse }) =>
			await new Promise((resolve, reject) => {
				const settle = ({ page }: Answer) => {
					const result = page && parse(bodyOf(page, events), 200);
					if (result === undefined) reject(unavailable());
					else resolve({ result, serverTime: page?.serverTime });
				};
				waiting.push({ request: query as unknown as ModelRequest, settle });
			}),
		forItem: never,
		quote: never,
		apiError: never,
		operationError: never,
	};
}

const unavailable = () =>
	new NodeApiError({} as INode, { message: 'PeopleLens is not available' }, { httpCode: '503' });

/** What is kept must not tell the runs apart: the same would be many states. */
const withoutRun = (value: unknown): unknown =>
	JSON.parse(JSON.stringify(value).replace(/"run-\d+"/g, '"workflow"'));

/** Assigning a key is what n8n notices. */
function viewOf(target: () => StaticData, onChange: () => void): StaticData {
	return new Proxy<StaticData>(
		{},
		{
			get: (_, key) => Reflect.get(target(), key),
			has: (_, key) => Reflect.has(target(), key),
			ownKeys: () => Reflect.ownKeys(target()),
			getOwnPropertyDescriptor: (_, key) => {
				const descriptor = Reflect.getOwnPropertyDescriptor(target(), key);
				return descriptor && { ...descriptor, configurable: true };
			},
			set: (_, key, value) => {
				onChange();
				return Reflect.set(target(), key, withoutRun(value));
			},
			deleteProperty: (_, key) => {
				onChange();
				return Reflect.deleteProperty(target(), key);
			},
		},
	);
}

/** What n8n gives to a poll, as far as the trigger asks for it. */
function createContext(
	{ kind, mode, published }: RunningCheck,
	workflowId: string,
	node: StaticData,
	workflow: StaticData,
	isDurable: boolean,
): IPollFunctions {
	const { nodeName, narrow } = published;
	const parameters: Record<string, unknown> = {
		actions: narrow ? [NARROW.api] : [],
		options: { overlapMinutes: 1, maxEvents: 2 },
	};
	const context = {
		getMode: () => 'trigger',
		getActivationMode: () => mode,
		getPollBudgetMs: () => (isDurable && kind === 'regular' ? BUDGET.short : BUDGET.long),
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getNode: () => ({ id: NODE_ID, name: nodeName, parameters }),
		getWorkflow: () => ({ id: workflowId }),
		getWorkflowStaticData: (type: string) => (type === 'node' ? node : workflow),
		getChildNodes: (name: string) => (name === nodeName ? [{ name: 'Next' }] : []),
		workflow: { nodes: { [nodeName]: { id: NODE_ID, name: nodeName } } },
		logger: { info: () => undefined, warn: () => undefined },
	};
	return context as unknown as IPollFunctions;
}
