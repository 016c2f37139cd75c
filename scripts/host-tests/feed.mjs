/** A workflow that begins with the PeopleLens Trigger, and what has to come out of it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { publicationStatus, publish, unpublish } from '../host/publication.mjs';
import { deliveryReader, tally } from './deliveries.mjs';

export const TRIGGER_TYPE = 'n8n-nodes-peoplelens.peopleLensTrigger';

/** What n8n's users choose: once a minute. */
export const EVERY_MINUTE = [{ mode: 'everyMinute' }];

/** n8n refuses a shorter interval than a minute, but not several poll times. */
export const everyTenSeconds = (offset = 0) =>
	[0, 10, 20, 30, 40, 50].map((second) => ({
		mode: 'custom',
		cronExpression: `${second + offset} * * * * *`,
	}));

/** @typedef {Awaited<ReturnType<typeof createFeed>>} Feed */

/**
 * Makes the workflow; it is not published yet.
 * @param {import('./stage.mjs').Stage} stage
 * @param {object} options
 * @param {string} options.name
 * @param {{ id: string, name: string }} options.credential
 * @param {object[]} [options.pollTimes]
 * @param {number} [options.seconds] how long an execution takes
 */
export async function createFeed(
	stage,
	{ name, credential, pollTimes = EVERY_MINUTE, seconds = 0 },
) {
	const nodes = [
		{
			id: randomUUID(),
			name: 'PeopleLens Trigger',
			type: TRIGGER_TYPE,
			typeVersion: 1,
			position: [0, 0],
			parameters: { pollTimes: { item: pollTimes } },
			credentials: { peopleLensApi: credential },
		},
		{
			id: randomUUID(),
			name: 'Work',
			...(seconds > 0 ? wait(seconds) : { type: 'n8n-nodes-base.noOp', parameters: {} }),
			typeVersion: 1,
			position: [220, 0],
		},
	];
	const content = { name, nodes, settings: { executionOrder: 'v1' }, ...connect(nodes) };
	const { id } = await stage.rest.workflows.create(content);
	const deliveries = deliveryReader(stage, id);
	let begun = 0;

	const feed = {
		id,
		name,
		deliveries,
		/** For the first time: what has happened so far is not expected. */
		async begin() {
			begun = stage.made.length;
			return await publish(stage.rest, id);
		},
		publish: () => publish(stage.rest, id),
		unpublish: () => unpublish(stage.rest, id),
		status: () => publicationStatus(stage.rest, id),
		/** Gives the trigger another name and publishes the workflow again. */
		async rename(newName) {
			nodes[0].name = newName;
			await stage.rest.workflows.update(id, { nodes, ...connect(nodes) });
			return await publish(stage.rest, id);
		},
		tally: async () => tally(stage.made.slice(begun), await deliveries()),
		/** Waits until everything made so far has arrived. @returns {Promise<boolean>} whether it has */
		async caughtUp(timeout = 240_000) {
			for (const deadline = Date.now() + timeout; Date.now() < deadline; await sleep(1000)) {
				if ((await feed.tally()).lost.length === 0) return true;
			}
			return false;
		},
		/** Waits for a check that fails. @returns {Promise<object | undefined>} its error */
		async failed(timeout = 120_000) {
			const before = (await feed.tally()).failures.length;
			for (const deadline = Date.now() + timeout; Date.now() < deadline; await sleep(500)) {
				const { failures } = await feed.tally();
				if (failures.length > before) return failures.at(-1);
			}
			return undefined;
		},
	};
	return feed;
}

const wait = (amount) => ({
	type: 'n8n-nodes-base.wait',
	parameters: { resume: 'timeInterval', amount, unit: 'seconds' },
});

function connect([from, to]) {
	const main = [[{ node: to.name, type: 'main', index: 0 }]];
	return { connections: { [from.name]: { main } } };
}
