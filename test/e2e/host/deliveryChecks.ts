/** What must hold for each workflow at the end of a scenario, and its lines in the report. */
import { saveReports, type DeliveryReport } from '../harness/reports';
import type { Comparison } from './deliveries';
import type { WatchedWorkflow } from './watchedWorkflow';

interface Checked {
	scenario: string;
	/** The workflows, once they are there. */
	workflows: () => WatchedWorkflow[];
	/** Their names. */
	names: string[];
	/**
	 * Those published while PeopleLens was down: they may begin with an event that happened a moment
	 * before.
	 */
	mayBeginEarly?: string[];
}

/** Declares the tests; they run where this is called. */
export function describeDeliveries({
	scenario,
	workflows,
	names,
	mayBeginEarly = [],
}: Checked): void {
	const reports: DeliveryReport[] = [];
	const compare = async (name: string) => {
		const workflow = workflows().find((one) => one.name === name);
		if (!workflow) throw new Error(`There is no workflow "${name}".`);
		return await workflow.compare();
	};

	test.each([...names, ...mayBeginEarly])(
		'every event reached exactly one execution of the workflow "%s"',
		async (name) => {
			const comparison = await compare(name);
			reports.push(reportOf(scenario, name, comparison));
			const { events, lost, repeated } = comparison;
			expect(events).toBeGreaterThan(0);
			expect({ lost, repeated }).toEqual({ lost: [], repeated: [] });
		},
	);
	test.each(names)(
		'no event from before its publication reached the workflow "%s"',
		async (name) => {
			expect((await compare(name)).early).toEqual([]);
		},
	);
	afterAll(() => saveReports(scenario, reports));
}

const reportOf = (scenario: string, workflow: string, comparison: Comparison): DeliveryReport => ({
	scenario,
	workflow,
	events: comparison.events,
	executions: comparison.executions,
	lost: comparison.lost.length,
	repeated: comparison.repeated.length,
	interrupted: comparison.interrupted.length,
	failures: comparison.failures.length,
});
