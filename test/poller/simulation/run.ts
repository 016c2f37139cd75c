import { EventSource, ODD_SHAPES, type Shape } from '../../reader/simulation/events';
import { Random } from '../../reader/simulation/random';
import { DurableHost } from './durableHost';
import type { Host } from './host';
import { LegacyHost } from './legacyHost';
import { report, type Report } from './report';
import { START, type Schedule } from './schedule';
import { type ScheduledEvent, SimulatedServer } from './server';
import type { Trigger, TriggerSettings } from './trigger';
import { VirtualTime } from './virtualTime';

const MINUTE = 60_000;

function createEvents(
	{ events: traits, trigger, server }: Schedule,
	random: Random,
): ScheduledEvent[] {
	const source = new EventSource(random);
	const scheduled: ScheduledEvent[] = [];
	const shape = (): Shape => (random.chance(traits.odd) ? random.pick(ODD_SHAPES) : 'whole');
	const add = (at: number, kind = shape()) => {
		const delay = random.chance(traits.late) ? random.between(0, traits.latest) : 0;
		scheduled.push({ event: source.create(at + wrongBy(at), kind), visibleAt: at + delay });
	};
	const { by = 0, until = 0 } = server.clockWasAhead ?? {};
	const wrongBy = (at: number) => (at >= START && at < START + until ? by : 0);
	const end = START + traits.duration * MINUTE;
	for (let n = 0; n < traits.history; n++) add(START - random.between(1, 30 * 24 * 60) * MINUTE);
	for (let n = traits.perMinute * (traits.duration + 20); n > 0; n--) {
		add(random.between(START - 20 * MINUTE, end));
	}
	const tied = random.between(START - 5 * MINUTE, end);
	for (let n = 0; n < traits.ties; n++) add(tied);
	const first = trigger.fromDate
		? START - MINUTE - traits.backlog * traits.backlogEvery
		: random.between(START, end);
	for (let n = 0; n < traits.backlog; n++) add(first + n * traits.backlogEvery);
	if (traits.future !== undefined) {
		const happens = random.between(START - 10 * MINUTE, end);
		for (let n = 0; n < (traits.futureCount ?? 1); n++) {
			const at = happens + traits.future + 7 * n;
			scheduled.push({ event: source.create(at), visibleAt: happens });
		}
	}
	return scheduled.sort((a, b) => a.visibleAt - b.visibleAt);
}

/** Runs a schedule to its end, and long enough after it for a trigger to catch up. */
export async function run(schedule: Schedule, trigger: Trigger): Promise<Report> {
	const random = new Random(schedule.seed);
	const events = createEvents(schedule, random);
	const time = new VirtualTime(START);
	const server = new SimulatedServer(time, random, schedule.server, events);
	const startDate = schedule.trigger.fromDate ? startDateOf(schedule) : undefined;
	const accept = schedule.trigger.filtered
		? ({ action }: { action: string }) => action !== 'USER_LOGIN'
		: undefined;
	const settings: TriggerSettings = {
		...schedule.trigger,
		ignoreOlderThan: 0,
		...(startDate !== undefined && { startDate }),
		...(accept && { accept }),
	};
	const HostKind = schedule.scheduler === 'legacy' ? LegacyHost : DurableHost;
	const host = new HostKind(time, random, server, trigger, settings, schedule.host);
	host.start();
	const last = events.reduce((latest, { visibleAt }) => Math.max(latest, visibleAt), START);
	await time.runUntil(Math.max(last, START + schedule.events.duration * MINUTE) + MINUTE);
	server.calm = true;
	host.calm = true;
	await catchUp(time, host, schedule);
	return report(schedule, { server, host, events, startDate });
}

/** A trigger that delivers the same for ever is not waited for. */
const LONGEST_CATCH_UP = 400 * MINUTE;

/** After everything is quiet: until nothing more comes for longer than it is looked back. */
async function catchUp(time: VirtualTime, host: Host, { trigger }: Schedule) {
	await time.runUntil(Math.max(time.now, host.downUntil));
	const end = time.now + LONGEST_CATCH_UP;
	let quietSince = time.now;
	while (time.now < end && time.now - quietSince < trigger.overlap + 5 * MINUTE) {
		const { length } = host.delivered;
		await time.runUntil(time.now + MINUTE);
		if (host.delivered.length > length) quietSince = time.now;
	}
}

const startDateOf = ({ events }: Schedule) => START - MINUTE - events.backlog * events.backlogEvery;
