/**
 * n8n under bad days without end: `npm run test:host -- soak --minutes 60`. Without minutes, only
 * whether it would notice something.
 */
import { nodeProcess } from '../harness/node';
import { MINUTES_VARIABLE } from '../harness/settings';
import { compareDeliveries, type Delivery } from './deliveries';
import { DURABLE, LEGACY } from './schedulers';
import { frameOf, growthOf, isLeak, type Measure, type Sample } from './soak/growth';
import { openSoakedHost, type SoakedHost } from './soak/soakedHost';
import { printSoakReport } from './soak/soakReport';

const minutes = Number(nodeProcess.env[MINUTES_VARIABLE] ?? 0);
const MEASURES: Measure[] = ['heap', 'rss', 'files', 'handles'];

describe('the judgement', () => {
	const frame = frameOf(0, 60);
	/** A value each half minute of an hour. */
	const measured = (valueAt: (minute: number) => number): Sample[] =>
		Array.from({ length: 121 }, (_, index) => {
			const value = valueAt(index / 2);
			return { at: index * 30_000, pid: 1, heap: value, rss: value, files: value, handles: value };
		});
	const leaks = (measure: Measure, valueAt: (minute: number) => number) =>
		isLeak(measure, growthOf(measured(valueAt), measure, frame));

	test.each(MEASURES)('%s that grow by 10 %% in an hour are noticed', (measure) => {
		expect(leaks(measure, (minute) => 200 * (1 + minute / 600))).toBe(true);
	});
	test.each(MEASURES)('%s that come and go are no leak, nor is warming up', (measure) => {
		expect(leaks(measure, (minute) => 200 + 20 * (minute % 3))).toBe(false);
		expect(leaks(measure, (minute) => Math.min(200, 100 + minute * 10))).toBe(false);
	});
	test('a connection that stays open now and then is noticed, two more at the end are not', () => {
		expect(leaks('files', (minute) => 40 + Math.floor(minute / 10))).toBe(true);
		expect(leaks('files', (minute) => (minute < 40 ? 40 : 42))).toBe(false);
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
	let hosts: SoakedHost[] = [];
	const hostOf = (name: string): SoakedHost => {
		const host = hosts.find((one) => one.name === name);
		if (!host) throw new Error(`n8n did not start with the ${name} scheduler.`);
		return host;
	};

	beforeAll(async () => {
		hosts = [await openSoakedHost(LEGACY), await openSoakedHost(DURABLE)];
	});
	afterAll(async () => {
		for (const host of hosts) await host.stop();
	});

	test(
		'the workflows stay published',
		async () => {
			await Promise.all(hosts.map(async (host) => await host.play(minutes)));
			await printSoakReport(hosts);
		},
		(minutes + 20) * 60_000,
	);
	describe.each(schedulers)('$name', ({ name }) => {
		test('every event reached exactly one execution of each workflow', () => {
			for (const workflow of hostOf(name).workflows) {
				const { events, lost, repeated, early } = hostOf(name).compare(workflow);
				expect(events).toBeGreaterThan(0);
				expect({ lost, repeated, early }).toEqual({ lost: [], repeated: [], early: [] });
			}
		});
		test('every accepted webhook reached exactly one execution, and no forged one did', () => {
			const { accepted, ...wrong } = hostOf(name).webhookOutcome();
			expect(accepted).toBeGreaterThan(0);
			expect(wrong).toEqual({ lost: [], repeated: [], forged: [], emptied: 0 });
		});
		test('it was one process from beginning to end', () => {
			const { samples } = hostOf(name).measured();
			expect(new Set(samples.map(({ pid }) => pid)).size).toBe(1);
		});
		test.each(MEASURES)('%s did not grow', (measure) => {
			const { samples, frame } = hostOf(name).measured();
			const growth = growthOf(samples, measure, frame);
			expect({ ...growth, isLeak: isLeak(measure, growth) }).toMatchObject({ isLeak: false });
		});
	});
});
