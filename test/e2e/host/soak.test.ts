/**
 * n8n under bad days without end: `npm run test:host -- soak --minutes 60`. Without minutes, only
 * whether it would notice something.
 */
import { nodeProcess } from '../harness/node';
import { MINUTES_VARIABLE } from '../harness/settings';
import { compareDeliveries, type Delivery } from './deliveries';
import { DURABLE, LEGACY } from './schedulers';
import { frameOf, growthOf, isLeak, type Judged, type Sample } from './soak/growth';
import { openControlHost, type ControlHost } from './soak/controlHost';
import { openSoakedHost, type SoakedHost } from './soak/soakedHost';
import { keptIsolates, printSoakReport } from './soak/soakReport';

const minutes = Number(nodeProcess.env[MINUTES_VARIABLE] ?? 0);
/** Checks of the last moment. */
const STILL_UNDER_WAY = 5;
const STEADY = { start: 1, end: 1, share: 0 };
const JUDGED: Judged[] = ['heap', 'files', 'handles'];

describe('the judgement', () => {
	const frame = frameOf(0, 60);
	/** A value each half minute of an hour. */
	const measured = (valueAt: (minute: number) => number): Sample[] =>
		Array.from({ length: 121 }, (_, index) => {
			const value = valueAt(index / 2);
			return { at: index * 30_000, pid: 1, heap: value, rss: value, files: value, handles: value };
		});
	const leaks = (measure: Judged, valueAt: (minute: number) => number) =>
		isLeak(measure, growthOf(measured(valueAt), measure, frame), STEADY);

	test.each(JUDGED)('%s that grow by 10 %% in an hour are noticed', (measure) => {
		expect(leaks(measure, (minute) => 200 * (1 + minute / 600))).toBe(true);
	});
	test.each(JUDGED)('%s that come and go are no leak, nor is warming up', (measure) => {
		expect(leaks(measure, (minute) => 200 + 20 * (minute % 3))).toBe(false);
		expect(leaks(measure, (minute) => Math.min(200, 100 + minute * 10))).toBe(false);
	});
	test('a connection that stays open now and then is noticed, two more at the end are not', () => {
		expect(leaks('files', (minute) => 40 + Math.floor(minute / 10))).toBe(true);
		expect(leaks('files', (minute) => (minute < 40 ? 40 : 42))).toBe(false);
	});
	test('what grows in an n8n without the package as well is not blamed on the package', () => {
		const [ours, theirs] = [20, 15].map((growth) =>
			growthOf(
				measured((minute) => 200 + growth * (minute / 40)),
				'heap',
				frame,
			),
		);
		expect(isLeak('heap', ours, STEADY)).toBe(true);
		expect(isLeak('heap', ours, theirs)).toBe(false);
	});
	test('nothing is judged where nothing was measured', () => {
		expect(() => growthOf([], 'heap', frame)).toThrow('Nothing was measured');
	});
	test('an event that did not arrive, and one that came twice, are noticed', () => {
		const delivery: Delivery = { id: '1', status: 'success', events: ['a', 'b', 'b'] };
		const { lost, repeated } = compareDeliveries(['a', 'b', 'c'], [delivery]);
		expect({ lost, repeated }).toEqual({ lost: ['c'], repeated: ['b'] });
	});
});

(minutes > 0 ? describe : describe.skip)(`${minutes} minutes of faults`, () => {
	const schedulers = [LEGACY, DURABLE];
	const hosts: SoakedHost[] = [];
	let control: ControlHost | undefined;

	beforeAll(async () => {
		control = await openControlHost();
		for (const scheduler of schedulers) hosts.push(await openSoakedHost(scheduler));
	}, 20 * 60_000);
	afterAll(async () => {
		for (const host of [control, ...hosts]) await host?.stop();
	});

	const started = (name: string) => {
		const host = hosts.find((one) => one.name === name);
		if (!host || !control) throw new Error(`n8n did not start with the scheduler ${name}.`);
		return { host, control };
	};

	test(
		'the workflows stay published',
		async () => {
			const { control: alone } = started(LEGACY.name);
			await Promise.all([alone, ...hosts].map(async (host) => await host.play(minutes)));
			await printSoakReport(hosts, alone);
		},
		(minutes + 20) * 60_000,
	);
	describe.each(schedulers)('$name', ({ name }) => {
		test('every event reached exactly one execution of each workflow', () => {
			const { host } = started(name);
			for (const workflow of host.workflows) {
				const { events, lost, repeated, early } = host.compare(workflow);
				expect(events).toBeGreaterThan(0);
				expect({ lost, repeated, early }).toEqual({ lost: [], repeated: [], early: [] });
			}
		});
		test('every accepted webhook reached exactly one execution, and no forged one did', () => {
			const { accepted, ...wrong } = started(name).host.webhookOutcome();
			expect(accepted).toBeGreaterThan(0);
			expect(wrong).toEqual({ lost: [], repeated: [], forged: [], emptied: 0 });
		});
		test('it was one process from beginning to end', () => {
			const { samples } = started(name).host.measured();
			expect(new Set(samples.map(({ pid }) => pid)).size).toBe(1);
		});
		test('n8n has given back each isolate that it made for a check or a webhook', () => {
			expect(keptIsolates(started(name).host)).toBeLessThanOrEqual(STILL_UNDER_WAY);
		});
		test.each(JUDGED)(
			'%s did not grow, or no more than in an n8n that does the same without the package',
			(measure) => {
				const { host, control: alone } = started(name);
				const [ours, theirs] = [host, alone].map((one) => one.growthOf(measure));
				expect({ ours, theirs, isLeak: isLeak(measure, ours, theirs) }).toMatchObject({
					isLeak: false,
				});
			},
		);
	});
});
