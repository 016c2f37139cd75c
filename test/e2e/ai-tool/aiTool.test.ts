/**
 * The PeopleLens tool in the hands of an AI Agent: n8n's own agent, with a model that follows a
 * script. Checks what the model reads, what it can do, and what it can't.
 */
import { openAgentEnvironment, type AgentEnvironment } from './environment';
import { describeControl } from './specs/control';
import { describeErrors } from './specs/errors';
import { describeToolDescriptions } from './specs/descriptions';
import { describeHiring } from './specs/hiring';
import { describeWork } from './specs/work';

let environment: AgentEnvironment;

beforeAll(async () => {
	environment = await openAgentEnvironment();
});
afterAll(() => environment?.stop());

const opened = () => environment;
describeToolDescriptions(opened);
describeWork(opened);
describeErrors(opened);
describeControl(opened);
describeHiring(opened);

test('the model never got the API key of PeopleLens', () => {
	expect(JSON.stringify(environment.model.everything)).not.toContain(environment.sandbox.apiKey);
});
