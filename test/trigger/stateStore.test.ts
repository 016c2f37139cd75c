import fc from 'fast-check';

import { Ledger } from '../../nodes/PeopleLens/poller/ledger';
import { encodeSeen, encodeUndated } from '../../nodes/PeopleLens/poller/memory';
import { emptyState, parseState, type PollerState } from '../../nodes/PeopleLens/poller/state';
import type { Stores } from '../../nodes/PeopleLens/trigger/copies';
import { ActivationTime, commitState, loadState } from '../../nodes/PeopleLens/trigger/stateStore';

const TENANT = 'https://acme.peoplelensai.com';
const first = emptyState(TENANT, 1_772_359_200_000, 100);
const after = (state: PollerState, polls = 1): PollerState => ({
	...state,
	revision: state.revision + polls,
});
const saved = <T>(data: T): T => JSON.parse(JSON.stringify(data));
const storesAmong = (names: string[], nodeName: string, node = {}, workflow = {}): Stores => ({
	node,
	workflow,
	nodeId: 'node-1',
	nodeName,
	hasNode: (name) => names.includes(name),
	nodes: names.map((name) => ({ id: 'node-1', name })),
});
const stores = (nodeName = 'Audit', node = {}, workflow = {}) =>
	storesAmong([nodeName], nodeName, node, workflow);
/** What n8n's database makes of it. */
const reloaded = (from: Stores): Stores => ({
	...from,
	node: saved(from.node),
	workflow: saved(from.workflow),
});
const stateIn = (from: Stores, tenant = TENANT) => loadState(from, tenant).state;

describe('what is kept between two checks', () => {
	it('a trigger that has stored nothing has no state', () => {
		expect(stateIn(stores())).toBeUndefined();
	});

	it('what was kept is found again after it was written to the database', () => {
		const before = stores();
		expect(commitState(before, undefined, first)).toBe(true);
		expect(commitState(before, first, after(first))).toBe(true);
		expect(stateIn(reloaded(before))).toEqual(after(first));
	});

	it('n8n notices the change: both copies are assigned at the top level', () => {
		const assigned: string[] = [];
		const watched = (name: string) =>
			new Proxy<Record<string, unknown>>(
				{},
				{ set: (target, key, value) => (assigned.push(name), Reflect.set(target, key, value)) },
			);
		commitState(stores('Audit', watched('node'), watched('workflow')), undefined, first);
		expect(assigned).toEqual(['workflow', 'node']);
	});

	it('of two checks that overlap, only the first delivers', () => {
		const shared = stores();
		commitState(shared, undefined, first);
		expect(commitState(shared, first, after(first))).toBe(true);
		expect(commitState(shared, first, after(first))).toBe(false);
		expect(stateIn(shared)).toEqual(after(first));
	});

	it('of two starts that overlap, only the first counts', () => {
		const shared = stores();
		expect(commitState(shared, undefined, first)).toBe(true);
		expect(commitState(shared, undefined, { ...first, watermark: 1 })).toBe(false);
	});

	it('a renamed node goes on from where it was', () => {
		const old = stores('Audit');
		commitState(old, undefined, first);
		expect(stateIn(stores('Alarm', {}, saved(old.workflow)))).toEqual(first);
	});

	it('a node renamed back does not go on from what its old name has left behind', () => {
		const audit = stores('Audit');
		commitState(audit, undefined, first);
		const alarm = stores('Alarm', {}, audit.workflow);
		commitState(alarm, first, after(first, 7));
		expect(stateIn(stores('Audit', audit.node, audit.workflow))?.revision).toBe(7);
	});

	it('events whose execution was never stored come again, though the workflow data were saved', () => {
		const database = stores();
		commitState(database, undefined, first);
		const tick = reloaded(database);
		commitState(tick, first, after(first));
		// Killed after saving the workflow's data, before the node's and the execution.
		const left = stores('Audit', database.node, saved(tick.workflow));
		expect(stateIn(left)).toEqual(first);
	});

	it('events come again, too, when n8n was killed before the first ones were stored and the node is then renamed', () => {
		const started = stores();
		commitState(started, undefined, first);
		// The durable scheduler has dropped what the activation set for the node.
		const tick = stores('Audit', {}, saved(started.workflow));
		commitState(tick, first, after(first));
		expect(stateIn(stores('Audit', {}, saved(tick.workflow)))).toEqual(first);
		expect(stateIn(stores('Alarm', {}, saved(tick.workflow)))).toEqual(first);
	});

	it('the durable scheduler keeps by id: a rename after such a kill changes nothing', () => {
		const database = stores('Audit');
		commitState(database, undefined, first);
		const tick = reloaded(database);
		commitState(tick, first, after(first));
		const renamed = stores('Alarm', database.node, saved(tick.workflow));
		expect(stateIn(renamed)).toEqual(first);
	});

	it('another tenant does not go on from this one', () => {
		const shared = stores();
		commitState(shared, undefined, first);
		expect(stateIn(shared, 'https://other.peoplelensai.com')).toBeUndefined();
		const other = emptyState('https://other.peoplelensai.com', 5, 0);
		expect(commitState(shared, undefined, other)).toBe(true);
		expect(stateIn(shared)).toBeUndefined();
	});
});

describe('two nodes with the same ID, as only a workflow made by hand has them', () => {
	const both = ['Audit', 'Alarm'];
	const nodes = (audit: Stores) => ({
		audit,
		alarm: storesAmong(both, 'Alarm', {}, audit.workflow),
	});

	it('of two nodes with the same ID, each has a state of its own', () => {
		const { audit, alarm } = nodes(storesAmong(both, 'Audit'));
		expect(commitState(audit, undefined, first)).toBe(true);
		expect(stateIn(alarm)).toBeUndefined();
		expect(commitState(alarm, undefined, first)).toBe(true);
		expect(commitState(audit, first, after(first))).toBe(true);
		expect(stateIn(alarm)).toEqual(first);
		expect(commitState(alarm, first, after(first))).toBe(true);
		expect(stateIn(audit)).toEqual(after(first));
	});

	it('under the durable scheduler, too, two nodes with the same ID have a state each', () => {
		const node = {};
		const audit = storesAmong(both, 'Audit', node);
		const alarm = storesAmong(both, 'Alarm', node, audit.workflow);
		commitState(audit, undefined, first);
		expect(stateIn(alarm)).toBeUndefined();
		commitState(alarm, undefined, first);
		commitState(audit, first, after(first));
		expect([stateIn(audit)?.revision, stateIn(alarm)?.revision]).toEqual([1, 0]);
	});
});

describe("another node's state is not this one's", () => {
	/** The nodes of a workflow, by name: the legacy scheduler keeps the data of each under its name. */
	const legacy = (workflowId = 'wf-1', workflow = {}, byName: Record<string, object> = {}) => {
		const open = (
			nodeId: string,
			nodeName: string,
			others: Record<string, string> = {},
		): Stores => {
			const ids: Record<string, string> = { ...others, [nodeName]: nodeId };
			const nodes = Object.entries(ids).map(([name, id]) => ({ id, name }));
			const node = (byName[nodeName] ??= {}) as Stores['node'];
			const hasNode = (name: string) => name in ids;
			return { node, workflow, workflowId, nodeId, nodeName, hasNode, nodes };
		};
		const copyTo = (otherId: string) => legacy(otherId, saved(workflow), saved(byName));
		return Object.assign(open, { copyTo });
	};

	it('when n8n has copied the data along with a duplicated workflow', () => {
		const original = legacy();
		commitState(original('x', 'Audit'), undefined, first);
		expect(loadState(original.copyTo('wf-2')('y', 'Audit'), TENANT)).toEqual({});
	});

	it('unless the node has kept its ID as well, as in a backup that is restored', () => {
		const original = legacy();
		commitState(original('x', 'Audit'), undefined, first);
		expect(stateIn(original.copyTo('wf-2')('x', 'Audit'))).toEqual(first);
	});

	describe('when the other one was renamed, and this one was added with its old name', () => {
		function renamedAndAdded() {
			const open = legacy();
			commitState(open('x', 'Audit'), undefined, first);
			const [renamed, added] = [
				open('x', 'Alarm', { Audit: 'y' }),
				open('y', 'Audit', { Alarm: 'x' }),
			];
			const go = {
				renamed: () => {
					expect(loadState(renamed, TENANT)).toEqual({ state: first, isMoved: true });
					commitState(renamed, first, after(first));
				},
				added: () => {
					expect(loadState(added, TENANT)).toEqual({});
					commitState(added, undefined, first);
				},
			};
			return { ...go, states: () => [stateIn(added), stateIn(renamed)] };
		}

		it.each([
			['first', ['renamed', 'added'] as const],
			['last', ['added', 'renamed'] as const],
		])('and the renamed one is checked %s', (_, order) => {
			const workflow = renamedAndAdded();
			order.forEach((node) => workflow[node]());
			expect(workflow.states()).toEqual([first, after(first)]);
		});
	});

	it('nor when the renamed one gets its name back, after the other one was deleted', () => {
		const open = legacy();
		commitState(open('x', 'Audit'), undefined, first);
		commitState(open('x', 'Alarm', { Audit: 'y' }), first, after(first));
		commitState(open('y', 'Audit', { Alarm: 'x' }), undefined, after(first, 9));
		const back = open('x', 'Audit');
		expect(loadState(back, TENANT)).toEqual({ state: after(first), isMoved: true });
		commitState(back, after(first), after(first, 3));
		expect(stateIn(open('x', 'Audit'))).toEqual(after(first, 3));
	});

	it('but a node that was cut and pasted, which gives it another ID, goes on from where it was', () => {
		const open = legacy();
		commitState(open('x', 'Audit'), undefined, first);
		const pasted = open('y', 'Audit');
		expect(loadState(pasted, TENANT)).toEqual({ state: first, isMoved: true });
		commitState(pasted, first, after(first));
		expect(stateIn(open('y', 'Audit'))).toEqual(after(first));
	});

	it('and a state of an earlier version, which kept no IDs, is found', () => {
		const kept = { Audit: { peopleLensTrigger: [{ nodeName: 'Audit', state: first }] } };
		const stores = legacy('wf-1', {}, kept)('x', 'Audit');
		expect(loadState(stores, TENANT)).toEqual({ state: first, isMoved: false });
	});
});

describe.each(['legacy', 'durable'])(
	'however a workflow is edited, under the %s scheduler',
	(scheduler) => {
		const NAMES = ['A', 'B', 'C'];
		const edit = fc.record({
			what: fc.constantFrom('check', 'check', 'check', 'rename', 'add', 'delete'),
			node: fc.nat(5),
			name: fc.constantFrom(...NAMES),
		});

		it('a trigger goes on from its own last check, and none takes the memory of another', () => {
			fc.assert(
				fc.property(fc.array(edit, { maxLength: 40, size: 'max' }), (edits) => {
					let nodes: Array<{ id: string; name: string }> = [];
					const data: Record<string, object> = {};
					const workflow = {};
					const kept = new Map<string, PollerState[]>();
					let [count, revision] = [0, 0];
					const storesOf = ({ id, name }: { id: string; name: string }): Stores => ({
						node: (data[scheduler === 'legacy' ? name : id] ??= {}) as never,
						...{ workflow, workflowId: 'wf-1', nodeId: id, nodeName: name },
						hasNode: (other) => nodes.some((node) => node.name === other),
						nodes,
					});
					for (const { what, node: place, name } of edits) {
						const isFree = !nodes.some((node) => node.name === name);
						if (what === 'add' && isFree) nodes.push({ id: `id-${count++}`, name });
						const node = nodes[place % nodes.length];
						if (node === undefined) continue;
						if (what === 'rename' && isFree) node.name = name;
						if (what === 'delete') nodes = nodes.filter((other) => other !== node);
						if (what !== 'check') continue;
						const { state } = loadState(storesOf(node), TENANT);
						const mine = kept.get(node.id) ?? [];
						if (mine.length > 0) expect(state).toEqual(mine.at(-1));
						const others = nodes.filter((other) => other !== node);
						expect(others.flatMap(({ id }) => kept.get(id))).not.toContainEqual(state ?? 'none');
						const next = { ...first, revision: ++revision };
						expect(commitState(storesOf(node), state, next)).toBe(true);
						kept.set(node.id, [...mine, next]);
					}
				}),
				{ seed: 20261201, numRuns: 500 },
			);
		});
	},
);

describe('copies under several names of one node, which was renamed', () => {
	const copy = (nodeName: string, state: unknown) => ({ nodeName, state });
	const kept = (...copies: object[]) => stores('Audit', { peopleLensTrigger: copies });

	it.each([
		['in one order', [copy('Old', after(first, 9)), copy('Audit', first)]],
		['in the other', [copy('Audit', first), copy('Old', after(first, 9))]],
	])('that under its own name counts, %s', (_, copies) => {
		expect(stateIn(kept(...copies))).toEqual(first);
	});

	it.each([
		['in one order', [copy('Old', after(first, 2)), copy('Older', first)]],
		['in the other', [copy('Older', first), copy('Old', after(first, 2))]],
		['or the one that can be read', [copy('Older', 'broken'), copy('Old', after(first, 2))]],
		['whatever stands first', [copy('Old', after(first, 2)), copy('Older', 'broken')]],
		['even at its beginning', [copy('Older', 'broken'), copy('Old', { ...first, revision: 2 })]],
	])('otherwise the latest counts, %s', (_, copies) => {
		expect(stateIn(kept(...copies))).toEqual(after(first, 2));
	});

	it('a first state counts before one that cannot be read', () => {
		expect(stateIn(kept(copy('Older', 'broken'), copy('Old', first)))).toEqual(first);
	});
});

describe('nothing is kept', () => {
	it.each([undefined, null, []])('where %j is found, and there is no trouble', (kept) => {
		expect(loadState(stores('Audit', { peopleLensTrigger: kept }), TENANT)).toEqual({});
	});

	it('in a copy without a state, which is trouble', () => {
		const broken = stores('Audit', { peopleLensTrigger: [{ nodeName: 'Audit' }] });
		expect(loadState(broken, TENANT).trouble).toEqual({ kind: 'unreadable', isNewer: false });
	});

	it('in an empty place of the list, which is trouble', () => {
		const broken = stores('Audit', { peopleLensTrigger: [null] });
		expect(loadState(broken, TENANT).trouble).toEqual({ kind: 'unreadable', isNewer: false });
	});
});

describe('when the trigger was activated', () => {
	it('is kept in the data of the workflow, for each node by itself, until it is forgotten', () => {
		const workflow = {};
		const [one, other] = ['node-1', 'node-2'].map((id) => new ActivationTime(workflow, id));
		one.set(17);
		expect([one.get(), other.get()]).toEqual([17, undefined]);
		expect(new ActivationTime(saved(workflow), 'node-1').get()).toBe(17);
		one.clear();
		expect([one.get(), workflow]).toEqual([undefined, {}]);
	});

	it.each(['17', null, NaN, Infinity, {}])('is not known where %p is found', (found) => {
		expect(new ActivationTime({ 'peopleLensTrigger:n:activatedAt': found }, 'n').get()).toBe(
			undefined,
		);
	});
});

describe('a stored state is checked when it is read', () => {
	const ledger = new Ledger(first.watermark);
	ledger.add([{ row: {}, key: 'abcdefgh-_', time: first.watermark + 5 }], Infinity);
	ledger.add([{ row: {}, key: 'ABCDEFGHIJ' }], Infinity);
	const state: PollerState = {
		...first,
		revision: 3,
		newest: { createdAt: first.watermark, localTime: 1, serverTime: 2 },
		seen: encodeSeen(first.watermark, ledger.times),
		undated: encodeUndated(ledger.undatedDigests),
		warned: { clocks: 5 },
	};

	it('a whole state is taken as it is', () => {
		expect(parseState(saved(state), TENANT)).toEqual({ kind: 'state', state });
	});

	it.each([undefined, null])('a stored %p is no state', (stored) => {
		expect(parseState(stored, TENANT)).toEqual({ kind: 'none' });
	});

	it("another tenant's state is not taken", () => {
		const tenant = 'https://other.peoplelensai.com';
		expect(parseState({ ...state, tenant }, TENANT)).toEqual({
			...{ kind: 'otherTenant', tenant },
			state: { ...state, tenant: TENANT },
		});
	});

	it.each<[string, object, Partial<PollerState>]>([
		['a revision', { revision: -1 }, { revision: 0 }],
		['the tenant', { tenant: undefined }, {}],
		['a memory with a space too many', { seen: `${state.seen} ` }, { seen: '' }],
		['a memory of another kind', { seen: {} }, { seen: '' }],
		['a memory of 12 MB', { seen: `${state.seen} `.repeat(1e6) }, { seen: '' }],
		['the keys without date', { undated: 'short' }, { undated: '' }],
		['a length', { maxPageLength: 1.5 }, { maxPageLength: 0 }],
		['the newest event', { newest: { createdAt: 'x' } }, { newest: null }],
		['what was warned of', { warned: { clocks: 'today' } }, { warned: {} }],
	])('of a state in which %s is broken, the rest is taken', (_what, broken, taken) => {
		expect(parseState({ ...state, ...broken }, TENANT)).toEqual({
			kind: 'unreadable',
			isNewer: false,
			state: { ...state, ...taken },
		});
	});

	it.each([NaN, 1.5, '2026', null, 9e15, -9e15, undefined])(
		'of a state without a usable watermark (%p) nothing is taken',
		(watermark) => {
			expect(parseState({ ...state, watermark }, TENANT)).toEqual({
				kind: 'unreadable',
				isNewer: false,
			});
		},
	);

	it('of a state of a later version, the watermark is taken', () => {
		const newer = { ...state, version: 3, seen: 'of another kind' };
		expect(parseState(newer, TENANT)).toMatchObject({
			kind: 'unreadable',
			isNewer: true,
			state: { version: 2, watermark: state.watermark, revision: 3, seen: '' },
		});
	});

	it.each<unknown>(['state', 17, true, {}, [[]], { state }])(
		'a stored %j cannot be read, and says so',
		(kept) => {
			const broken = stores('Audit', { peopleLensTrigger: kept });
			expect(loadState(broken, TENANT)).toEqual({
				state: undefined,
				trouble: { kind: 'unreadable', isNewer: false },
			});
		},
	);

	it('a broken copy does no harm while the other one is whole', () => {
		const shared = stores();
		commitState(shared, undefined, first);
		shared.node.peopleLensTrigger = 'broken';
		expect(loadState(shared, TENANT)).toEqual({ state: first, isMoved: false });
	});

	it('what a later version has kept is not destroyed by going back to this one', () => {
		const newer = { ...state, version: 3 };
		const shared = stores('Audit', { peopleLensTrigger: [{ nodeName: 'Audit', state: newer }] });
		const { state: before } = loadState(shared, TENANT);
		expect(before?.watermark).toBe(state.watermark);
		expect(commitState(shared, before, after(first, 4))).toBe(true);
		expect(stateIn(reloaded(shared))?.revision).toBe(4);
		expect(JSON.stringify(shared.workflow)).toContain('"version":3');
	});
});
