/**
 * The workflows in examples/: fit to be given away, known to a real n8n in every parameter, and
 * doing what they say, against the sandbox and stubs for Slack, Elastic, Splunk and the model.
 */
import type { INodeTypeDescription } from 'n8n-workflow';
import { readExamples, readIntroduction } from '../harness/exampleFiles';
import type { StoredWorkflow } from '../harness/n8n/routes';
import { findBlemishes } from './blemishes';
import { hasPostgres, openExamplesEnvironment, type ExamplesEnvironment } from './environment';
import type { DescribeExample, Example } from './example';
import { findUnknown } from './knownToN8n';
import { describeAiAgent } from './specs/aiAgent';
import { describeAlert } from './specs/alert';
import { describeElastic } from './specs/elastic';
import {
	describeHired,
	describeOpenJobs,
	describeResume,
	describeScorecard,
	describeStageChanged,
} from './specs/hiring';
import { describeInstantAndComplete } from './specs/instantAndComplete';
import { describeOnboarding } from './specs/onboarding';
import { describePostgres } from './specs/postgres';
import { describeSplunk } from './specs/splunk';
import { describeUserSync } from './specs/userSync';

/** What happens to each example, by the name of its file. */
const SPECS: Record<string, DescribeExample> = {
	'ai-agent': describeAiAgent,
	'alert-on-deleted-candidates': describeAlert,
	'audit-log-to-elastic': describeElastic,
	'audit-log-to-postgres': describePostgres,
	'audit-log-to-splunk': describeSplunk,
	'hired-to-hr-system': describeHired,
	'instant-and-complete': describeInstantAndComplete,
	'nightly-user-sync': describeUserSync,
	onboarding: describeOnboarding,
	'open-jobs-spreadsheet': describeOpenJobs,
	'resume-to-summary': describeResume,
	'scorecard-to-slack': describeScorecard,
	'stage-changed-to-slack': describeStageChanged,
};

const examples = readExamples();
const introduction = readIntroduction();
const begun: Array<() => void> = [];
const workflows = new Map<string, Promise<StoredWorkflow>>();
let environment: ExamplesEnvironment;
let nodeTypes: INodeTypeDescription[];

beforeAll(async () => {
	environment = await openExamplesEnvironment();
	nodeTypes = await environment.rest.nodeTypes();
	for (const { file, workflow } of examples) {
		workflows.set(file, inBackground(environment.place(workflow)));
	}
	for (const begin of begun) begin();
});
afterAll(() => environment?.stop());

describe.each(examples)('$file', ({ file, workflow }) => {
	test('the workflow is fit to be given away, and introduced', () => {
		expect(findBlemishes(workflow)).toEqual([]);
		expect(introduction).toContain(`(${file}.json)`);
	});
	test('n8n knows every node and every parameter', () => {
		expect(findUnknown(workflow, nodeTypes)).toEqual([]);
	});
	test('the workflow can be imported', async () => {
		expect((await placed(file)).id).toBeTruthy();
	});
	test('the workflow is tried out here', () => {
		expect(Object.keys(SPECS)).toContain(file);
	});
});

for (const [file, describeExample] of Object.entries(SPECS)) {
	// Not run where PostgreSQL is not installed and can't be; in CI it must be.
	const describeHere = file === 'audit-log-to-postgres' && !hasPostgres ? describe.skip : describe;
	describeHere(file, () => describeExample(exampleFor(file)));
}

function exampleFor(file: string): Example {
	return {
		environment: () => environment,
		workflow: () => placed(file),
		inAdvance: (begin) => {
			let outcome: ReturnType<typeof begin> | undefined;
			begun.push(() => {
				outcome = inBackground(placed(file).then((workflow) => begin(environment, workflow)));
			});
			return () => outcome ?? Promise.reject(new Error('It has not begun.'));
		},
	};
}

const placed = (file: string): Promise<StoredWorkflow> =>
	workflows.get(file) ?? Promise.reject(new Error(`There is no example ${file}.`));

/** Whether it succeeds is for the test to say that waits for it. */
function inBackground<T>(work: Promise<T>): Promise<T> {
	work.catch(() => undefined);
	return work;
}
