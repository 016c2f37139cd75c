/** Hiring events come by webhook, and what they are about is read from PeopleLens. */
import axios from 'axios';
import { eventually } from '../../harness/eventually';
import { WEBHOOK_SECRET } from '../environment';
import type { Example } from '../example';
import { HOSTILE_NAME, HOSTILE_NAME_IN_SLACK } from './hostileName';

/** Moments, on a machine that does other things as well. */
const INSTANT = { timeout: 30_000 };

/** Has PeopleLens send to the published workflow while something happens. */
function listening({ environment, workflow }: Example) {
	let published: Promise<unknown> | undefined;
	const during = async <T>(work: () => Promise<T>): Promise<T> => {
		const { n8n, publish, sandbox } = environment();
		const placed = await workflow();
		published ??= publish(placed);
		await published;
		const trigger = placed.nodes.find(({ type }) => type.endsWith('WebhookTrigger'));
		const url = `${n8n.url}/webhook/${trigger?.webhookId}/webhook`;
		await sandbox.setUpWebhooks({ url, secret: WEBHOOK_SECRET });
		return await work();
	};
	const receive = async (kind: string, data: object) => {
		const send = async () => await environment().sandbox.sendWebhook({ kind, data });
		expect((await during(send)).map(({ status }) => status)).toEqual([200]);
	};
	return { during, receive };
}

const messageIn = async ({ environment }: Example, text: string) =>
	await eventually(
		`a message about ${text}`,
		() => environment().slack.messages.find((message) => message.text.includes(text)),
		INSTANT,
	);

/** Somebody changes a candidate in PeopleLens. */
const change = async ({ environment }: Example, id: string, data: object) => {
	const { url, apiKey } = environment().sandbox;
	const headers = { authorization: `Bearer ${apiKey}` };
	await axios.patch(`${url}/api/v1/candidates/${id}`, data, { headers, proxy: false });
};

export function describeStageChanged(example: Example): void {
	const { receive } = listening(example);
	test('the message says who moved, for which job, and where to', async () => {
		const { candidates, jobs } = await example.environment().sandbox.hiring();
		const [{ id, first_name, last_name, job_id }] = candidates;
		const job = jobs.find((one) => one.id === job_id);
		const who = `${first_name} ${last_name} (${job?.title})`;
		await receive('candidate.stage_changed', { candidate_id: id, to_stage: 'Offer' });
		const { text, channel } = await messageIn(example, who);
		expect([text, channel]).toEqual([`${who} has moved to Offer.`, '#hiring']);
	});
	test('a name calls nobody, is no link and makes no line of its own', async () => {
		const { candidates } = await example.environment().sandbox.hiring();
		const { id } = candidates[1];
		await change(example, id, { first_name: HOSTILE_NAME, last_name: 'Carol' });
		await receive('candidate.stage_changed', { candidate_id: id, to_stage: HOSTILE_NAME });
		const { text } = await messageIn(example, 'Carol');
		expect(text).toMatch(`${HOSTILE_NAME_IN_SLACK} Carol (`);
		expect(text).toMatch(`has moved to ${HOSTILE_NAME_IN_SLACK} .`);
	});
}

export function describeScorecard(example: Example): void {
	const { receive } = listening(example);
	test('the message brings the scores, read from PeopleLens', async () => {
		const { plans, candidates } = await example.environment().sandbox.hiring();
		const { id, candidate_id } = plans[1];
		const who = candidates.find((one) => one.id === candidate_id);
		await receive('scorecard.generated', { plan_id: id, scorecard_url: 'https://evil.example/' });
		const { text } = await messageIn(example, `${who?.first_name} ${who?.last_name} for `);
		expect(text).toContain('AI Interview 85 (strong_hire)');
	});
	test('a name calls nobody, is no link and makes no line of its own', async () => {
		const { plans } = await example.environment().sandbox.hiring();
		const { id, candidate_id } = plans[1];
		await change(example, candidate_id, { first_name: HOSTILE_NAME, last_name: 'Mallory' });
		await receive('scorecard.generated', { plan_id: id });
		const { text } = await messageIn(example, 'Mallory');
		expect(text).toMatch(`${HOSTILE_NAME_IN_SLACK} Mallory for `);
	});
}

export function describeHired(example: Example): void {
	const { during, receive } = listening(example);
	test('the HR system gets who is hired, and nobody whom only the event calls so', async () => {
		const { sandbox, hr } = example.environment();
		const [, , waiting, hired] = (await sandbox.hiring()).candidates;
		const changed = { from_status: 'active', to_status: 'hired' };
		await receive('candidate.status_changed', { candidate_id: waiting.id, ...changed });
		// As somebody does it in PeopleLens, which then sends its webhooks by itself.
		await during(async () => await change(example, hired.id, { status: 'hired' }));
		await eventually('the employee', () => hr.hired.length > 0, INSTANT);
		const { id, first_name, last_name, email } = hired;
		expect(hr.hired).toEqual([{ external_id: id, first_name, last_name, email }]);
	});
}

export function describeResume(example: Example): void {
	/** Somebody fills in the form, and the model answers. */
	const apply = async (firstName: string, lastName: string, say: string) => {
		const { n8n, publish, model } = example.environment();
		const workflow = await example.workflow();
		await publish(workflow);
		model.script({ say });
		const form = new FormData();
		const email = `${lastName.toLowerCase()}@mail.example`;
		[firstName, lastName, email].forEach((text, at) => form.set(`field-${at}`, text));
		form.set('field-3', new Blob(['%PDF-1.4 A résumé'], { type: 'application/pdf' }), 'ida.pdf');
		const trigger = workflow.nodes.find(({ type }) => type.endsWith('formTrigger'));
		await axios.post(`${n8n.url}/form/${trigger?.webhookId}`, form, { proxy: false });
		return (await messageIn(example, lastName)).text;
	};
	test('a résumé becomes a candidate with a file, and a note that sums it up', async () => {
		const { sandbox, model } = example.environment();
		const text = await apply('Ida', 'Rhodes', 'A careful engineer.');
		expect(text).toBe('Ida Rhodes: A careful engineer.');
		const { candidates, documents } = await sandbox.hiring();
		const ida = candidates.find(({ email }) => email === 'rhodes@mail.example');
		expect(documents).toMatchObject([{ candidate_id: ida?.id, file_name: 'ida.pdf' }]);
		expect(JSON.stringify(model.requests[0])).toContain('Eight years in teams that ship');
	});
	test('neither a name nor the model calls anybody, links elsewhere or adds a line', async () => {
		const text = await apply(HOSTILE_NAME, 'Trudy', `Hire! ${HOSTILE_NAME}`);
		expect(text).toMatch(/^&lt;!channel&gt; .* Trudy: Hire! &lt;!channel&gt; • &lt;https/);
	});
}

export function describeOpenJobs({ environment, workflow }: Example): void {
	test('every open job is a row, with the number of its candidates', async () => {
		const { rest, sandbox, files } = environment();
		const execution = await rest.workflows.run((await workflow()).id, 'Every night');
		expect((await rest.executions.wait(execution)).status).toBe('success');
		const { jobs, candidates } = await sandbox.hiring();
		const sheet = files.saved['/open-jobs.csv'];
		const open = jobs.filter(({ status }) => status === 'open');
		expect(sheet.trim().split('\n')).toHaveLength(1 + open.length);
		for (const { id, title } of open) {
			const count = candidates.filter(({ job_id }) => job_id === id).length;
			expect(sheet).toMatch(RegExp(`${title},[^\\n]*,${count}\\b`));
		}
	});
	test("with no open job, the spreadsheet says so, and yesterday's does not stay", async () => {
		const { rest, place, files } = environment();
		const { name, nodes, connections, settings } = await workflow();
		const text = JSON.stringify(nodes)
			.replace('"rightValue":"open"', '"rightValue":"of no job"')
			.replace('example.com/open-jobs.csv', 'example.com/none.csv');
		const copy = { name: `${name}, none`, nodes: JSON.parse(text), connections, settings };
		const { id } = await place(copy);
		const execution = await rest.workflows.run(id, 'Every night');
		expect((await rest.executions.wait(execution)).status).toBe('success');
		expect(
			files.saved['/none.csv']
				.replace(/^\uFEFF/, '')
				.trim()
				.split(/\r?\n/),
		).toEqual(['Job,Department,Since,Candidates', 'No open jobs,,,0']);
	});
}
