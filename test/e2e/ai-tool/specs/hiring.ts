/** The agent helps a recruiter: reading is free, deleting is not for it. */
import type { IDataObject } from 'n8n-workflow';
import type { HiringRecords } from '../../harness/sandboxControl';
import type { Opened } from '../environment';
import { createHiringTools } from '../tools';

const use = (name: string, args: object = {}) => ({
	call: [{ tool: `${name}_in_PeopleLens`, args }],
});

interface ToolFailure {
	error?: string;
}

export function describeHiring(opened: Opened): void {
	let agent: string;
	let records: HiringRecords;

	beforeAll(async () => {
		const { createAgent, credential, sandbox } = opened();
		agent = await createAgent(Object.values(createHiringTools(credential)));
		records = await sandbox.hiring();
	});

	test('the agent finds a candidate, reads the scorecard, and proposes questions from a template', async () => {
		const { play } = opened();
		const [plan] = records.plans;
		const { answer, requests, results } = await play<IDataObject[]>(
			agent,
			'What should I ask in the next interview?',
			use('Get_many_candidates'),
			use('Get_candidate', { Candidate: plan.candidate_id }),
			use('Get_scorecard_of_interview', { Interview_Plan_ID: plan.id }),
			use('Get_many_interview_templates'),
			{ say: 'Ask about teamwork.' },
		);
		expect(answer).toBe('Ask about teamwork.');
		expect(requests).toHaveLength(5);
		const [all, [candidate], [scorecard], templates] = results;
		expect(all.map(({ id }) => id)).toContain(plan.candidate_id);
		expect(candidate.id).toBe(plan.candidate_id);
		expect(scorecard.id).toBe(plan.id);
		expect(scorecard.assessments).toEqual(expect.any(Array));
		const id = templates[0].id;
		const chosen = await play<IDataObject[]>(
			agent,
			'Which questions does it have?',
			use('Get_interview_template', { Template: id }),
			{ say: 'These.' },
		);
		expect(chosen.results[0][0].id).toBe(id);
	});
	test('a candidate that does not exist is named to the model', async () => {
		const args = { Candidate: 'can-unknown' };
		const call = use('Get_candidate', args);
		const { results } = await opened().play<ToolFailure[]>(agent, 'Who?', call, { say: 'Nobody' });
		expect(results[0][0].error).toMatch(/can-unknown/);
	});
	test('the agent may not delete a candidate, not even where a person has switched it on', async () => {
		const { play, sandbox } = opened();
		const [{ id }] = records.candidates;
		const call = use('Delete_candidate', { Candidate: id });
		const { results } = await play<ToolFailure[]>(agent, 'Delete them', call, { say: 'No' });
		expect(results[0][0].error).toMatch(/AI model may not delete/);
		expect((await sandbox.hiring()).candidates.map((one) => one.id)).toContain(id);
	});
}
