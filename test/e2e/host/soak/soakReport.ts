/** What came out of a soak, as a table. */
import { log } from '../../harness/log';
import { formatTable, type Columns } from '../../harness/table';
import type { Measure } from './growth';
import type { ControlHost } from './controlHost';
import type { Load } from './load';
import type { SoakedHost } from './soakedHost';

const MEGABYTE = 1024 * 1024;

/** A line of n8n's log for each check that was made; the durable scheduler writes it at its end. */
const CHECK = /Poll trigger initiated|Poll returned|Poll failed at runtime/g;

const ISOLATE_MADE = /IsolatedVmBridge\] Initialized/g;
const ISOLATE_ENDED = /IsolatedVmBridge\] Disposed/g;

const made = (host: Load) => host.count(ISOLATE_MADE);

/** Isolates that n8n has not given back: their memory is outside the heap. */
export const keptIsolates = (host: Load): number => made(host) - host.count(ISOLATE_ENDED);

type Column = Record<string, string | number>;

/** Prints what each n8n went through, side by side. */
export async function printSoakReport(hosts: SoakedHost[], control: ControlHost): Promise<void> {
	const all = [...hosts, control];
	const outcomes = await Promise.all(hosts.map(outcomeOf));
	const columns = all.map((host, index) => ({ ...outcomes[index], ...needsOf(host) }));
	const table: Columns<string> = { Soak: (row) => row };
	all.forEach(({ name }, index) => (table[name] = (row) => columns[index][row]));
	log('', ...formatTable(Object.keys(columns[0]), table), '');
}

async function outcomeOf(host: SoakedHost): Promise<Column> {
	const comparisons = host.workflows.map(host.compare);
	const sum = (read: (one: (typeof comparisons)[number]) => number) =>
		comparisons.map(read).reduce((total, one) => total + one, 0);
	const { accepted, lost, repeated, forged } = host.webhookOutcome();
	const requests = await host.requests();
	const harmed = requests.filter(({ fault, status }) => fault ?? (status ?? 500) >= 400).length;
	return {
		'Events × workflows': sum(({ events }) => events),
		Lost: sum((one) => one.lost.length),
		Repeated: sum((one) => one.repeated.length),
		'Executions with events': sum(({ executions }) => executions),
		Checks: host.count(CHECK),
		'Failed checks that n8n shows': sum(({ failures }) => failures.length),
		'Requests, of them not answered well': `${requests.length}, ${harmed}`,
		'Events accepted': accepted,
		'Of these lost, repeated, forged': [lost, repeated, forged]
			.map(({ length }) => length)
			.join(', '),
	};
}

/** What every n8n went through, and what it needed. */
function needsOf(host: Load): Column {
	const { frame } = host.measured();
	return {
		Minutes: (frame.until - frame.from) / 60_000,
		'Faults played': [...host.played.values()].reduce((total, times) => total + times, 0),
		'Webhooks sent': host.webhooks.length,
		'Isolates that n8n made, of them kept': `${made(host)}, ${keptIsolates(host)}`,
		'Memory after garbage collection (median)': describe(host, 'heap', MEGABYTE),
		'Memory of the process (median)': describe(host, 'rss', MEGABYTE),
		'Open files (least)': describe(host, 'files'),
		'Handles (least)': describe(host, 'handles'),
	};
}

function describe(host: Load, measure: Measure, unit = 1): string {
	const { start, end, share } = host.growthOf(measure);
	const [from, to] = [start, end].map((value) => Math.round(value / unit));
	const suffix = unit === MEGABYTE ? ' MB' : '';
	return `${from}${suffix} → ${to}${suffix} (${share < 0 ? '' : '+'}${(share * 100).toFixed(1)} %)`;
}
