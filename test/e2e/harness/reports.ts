/** Delivery reports of scenarios, which run in processes of their own, joined to one table. */
import { scratchFolder } from './folders';
import { log } from './log';
import {
	existsSync,
	join,
	mkdirSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from './node';
import { formatTable, type Columns } from './table';

/** What came out of one workflow. */
export interface DeliveryReport {
	scenario: string;
	workflow: string;
	events: number;
	executions: number;
	lost: number;
	repeated: number;
	/** Handed to an execution that n8n didn't bring to its end. */
	interrupted: number;
	/** Executions that ended with an error. */
	failures: number;
}

const folder = join(scratchFolder, 'reports');

const COLUMNS: Columns<DeliveryReport> = {
	Scenario: ({ scenario, workflow }) => `${scenario}: ${workflow}`,
	Events: ({ events }) => events,
	Executions: ({ executions }) => executions,
	Lost: ({ lost }) => lost,
	Repeated: ({ repeated }) => repeated,
	Interrupted: ({ interrupted }) => interrupted,
	Failures: ({ failures }) => failures,
};

export function forgetReports(): void {
	rmSync(folder, { recursive: true, force: true });
}

export function saveReports(scenario: string, reports: DeliveryReport[]): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `${scenario.replaceAll(/\W+/g, '-')}.json`), JSON.stringify(reports));
}

/** Prints what scenarios have saved since the last `forgetReports`. */
export function printReports(): void {
	if (!existsSync(folder)) return;
	const reports: DeliveryReport[] = readdirSync(folder).flatMap((name) =>
		JSON.parse(readFileSync(join(folder, name), 'utf8')),
	);
	log('', ...formatTable(reports, COLUMNS), '');
}
