/** Hiring events come by webhook, and what they are about is read from PeopleLens. */
import axios from 'axios';
import { eventually } from '../../harness/eventually';
import { WEBHOOK_SECRET } from '../environment';
import type { Example } from '../example';

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
}

export function describeHired(example: Example): void {
	const { during, receive } = listening(example);
	test('the HR system gets who is hired, and nobody whom only the event calls so', async () => {
		const { sandbox, hr } = example.environment();
		const [, , waiting, hired] = (await sandbox.hiring()).candidates;
		const changed = { from_status: 'active', to_status: 'hired' };
		await receive('candidate.status_changed', { candidate_id: waiting.id, ...changed });
		// As somebody does it in PeopleLens, which then sends its webhooks by itself.
		const url = `${sandbox.url}/api/v1/candidates/${hired.id}`;
		const headers = { authorization: `Bearer ${sandbox.apiKey}` };
		await during(
			async () => await axios.patch(url, { status: 'hired' }, { headers, proxy: false }),
		);
		await eventually('the employee', () => hr.hired.length > 0, INSTANT);
		const { id, first_name, last_name, email } = hired;
		expect(hr.hired).toEqual([{ external_id: id, first_name, last_name, email }]);
	});
}

export function describeResume(example: Example): void {
	test('a résumé becomes a candidate with a file, and a note that sums it up', async () => {
		const { n8n, publish, sandbox, model } = example.environment();
		const workflow = await example.workflow();
		await publish(workflow);
		model.script({ say: 'A careful engineer.' });
		const form = new FormData();
		['Ida', 'Rhodes', 'ida@mail.example'].forEach((text, at) => form.set(`field-${at}`, text));
		form.set('field-3', new Blob(['%PDF-1.4 A résumé'], { type: 'application/pdf' }), 'ida.pdf');
		const trigger = workflow.nodes.find(({ type }) => type.endsWith('formTrigger'));
		await axios.post(`${n8n.url}/form/${trigger?.webhookId}`, form, { proxy: false });
		const { text } = await messageIn(example, 'Ida Rhodes');
		expect(text).toBe('Ida Rhodes: A careful engineer.');
		const { candidates, documents } = await sandbox.hiring();
		const ida = candidates.find(({ email }) => email === 'ida@mail.example');
		expect(documents).toMatchObject([{ candidate_id: ida?.id, file_name: 'ida.pdf' }]);
		expect(JSON.stringify(model.requests[0])).toContain('Eight years in teams that ship');
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
}
