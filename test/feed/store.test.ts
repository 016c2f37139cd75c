import { Ledger } from '../../nodes/PeopleLens/feed/ledger';
import { emptyState, type FeedState, parseState } from '../../nodes/PeopleLens/feed/state';
import { commitState, loadState, type Stores } from '../../nodes/PeopleLens/feed/store';

const SOURCE = 'https://acme.peoplelensai.com';
const first = emptyState(SOURCE, 1_772_359_200_000, 100, 500);
const after = (state: FeedState, polls = 1): FeedState => ({
	...state,
	revision: state.revision + polls,
});
const saved = <T>(data: T): T => JSON.parse(JSON.stringify(data));
const stores = (nodeName = 'Audit', node = {}, workflow = {}): Stores => ({
	node,
	workflow,
	nodeId: 'node-1',
	nodeName,
});

describe('what is kept between two checks', () => {
	it('nothing stored is no state', () => {
		expect(loadState(stores(), SOURCE)).toBeUndefined();
	});

	it('what was kept is found again after it was written to the database', () => {
		const before = stores();
		expect(commitState(before, undefined, first)).toBe(true);
		expect(commitState(before, first, after(first))).toBe(true);
		expect(loadState(saved(before), SOURCE)).toEqual(after(first));
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
		expect(loadState(shared, SOURCE)).toEqual(after(first));
	});

	it('of two starts that overlap, only the first counts', () => {
		const shared = stores();
		expect(commitState(shared, undefined, first)).toBe(true);
		expect(commitState(shared, undefined, { ...first, floor: 1 })).toBe(false);
	});

	it('a renamed node goes on from where it was', () => {
		const old = stores('Audit');
		commitState(old, undefined, first);
		expect(loadState(stores('Alarm', {}, saved(old.workflow)), SOURCE)).toEqual(first);
	});

	it('a node renamed back does not go on from what its old name has left behind', () => {
		const audit = stores('Audit');
		commitState(audit, undefined, first);
		const alarm = stores('Alarm', {}, audit.workflow);
		commitState(alarm, first, after(first, 7));
		expect(loadState(stores('Audit', audit.node, audit.workflow), SOURCE)?.revision).toBe(7);
	});

	it('events whose execution was never stored come again, though the workflow data were saved', () => {
		const database = stores();
		commitState(database, undefined, first);
		const tick = saved(database);
		commitState(tick, first, after(first));
		// Killed after saving the workflow's data, before the node's and the execution.
		const left = stores('Audit', database.node, saved(tick.workflow));
		expect(loadState(left, SOURCE)).toEqual(first);
	});

	it('the same, when the kill comes before the first events and renaming follows', () => {
		const started = stores();
		commitState(started, undefined, first);
		// The durable scheduler has dropped what the activation set for the node.
		const tick = stores('Audit', {}, saved(started.workflow));
		commitState(tick, first, after(first));
		expect(loadState(stores('Audit', {}, saved(tick.workflow)), SOURCE)).toEqual(first);
		expect(loadState(stores('Alarm', {}, saved(tick.workflow)), SOURCE)).toEqual(first);
	});

	it('the durable scheduler keeps by id: a rename after such a kill changes nothing', () => {
		const database = stores('Audit');
		commitState(database, undefined, first);
		const tick = saved(database);
		commitState(tick, first, after(first));
		const renamed = stores('Alarm', database.node, saved(tick.workflow));
		expect(loadState(renamed, SOURCE)).toEqual(first);
	});

	it('another tenant does not go on from this one', () => {
		const shared = stores();
		commitState(shared, undefined, first);
		expect(loadState(shared, 'https://other.peoplelensai.com')).toBeUndefined();
		const other = emptyState('https://other.peoplelensai.com', 5, 0, 0);
		expect(commitState(shared, undefined, other)).toBe(true);
		expect(loadState(shared, SOURCE)).toBeUndefined();
	});
});

describe('a stored state is checked when it is read', () => {
	const ledger = new Ledger(first.floor);
	ledger.add([{ row: {}, key: 'abcdefgh-_', time: first.floor + 5 }]);
	ledger.add([{ row: {}, key: 'ABCDEFGHIJ' }]);
	const state = { ...first, ...ledger.store() };

	it('a whole one is taken', () => {
		expect(parseState(saved(state))).toEqual(state);
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['a text', 'state'],
		['another version', { ...state, version: 2 }],
		['a broken revision', { ...state, revision: -1 }],
		['no source', { ...state, source: undefined }],
		['a floor that is no number', { ...state, floor: '2026' }],
		['a floor that is no whole number', { ...state, floor: NaN }],
		['a broken memory', { ...state, seen: `${state.seen} ` }],
		['a memory of another kind', { ...state, seen: {} }],
		['broken keys', { ...state, odd: 'short' }],
		['a broken length', { ...state, maxLength: 1.5 }],
		['a broken lag', { ...state, lag: null }],
	])('%s is not', (_what, stored) => {
		expect(parseState(stored)).toBeUndefined();
	});
});
