/** Somebody chats with the assistant. */
import type { IDataObject } from 'n8n-workflow';
import { answerOf, ask, toolResultsIn } from '../../harness/n8n/agent';
import { activeOnes } from '../../harness/sandboxControl';
import type { Example } from '../example';

const ASSISTANT = 'PeopleLens assistant';
const EVERYTHING = { actions: '', since: '', person_email: '' };

interface Row extends IDataObject {
	id: string;
	actor?: { email?: string };
}

export function describeAiAgent({ environment, workflow }: Example): void {
	/** One question; the model uses one tool. @returns what the tool answered */
	async function look(tool: string, args: object): Promise<Row[]> {
		const { rest, model } = environment();
		model.script({ call: [{ tool, args }] }, { say: 'There you are.' });
		const { id } = await workflow();
		const execution = await rest.executions.wait(await ask(rest, id, 'Please look'));
		expect(answerOf(execution, ASSISTANT)).toBe('There you are.');
		return toolResultsIn<Row[]>(model)[0];
	}
	const somebody = async () => activeOnes(await environment().sandbox.users())[0];

	test('the assistant finds people by name and role', async () => {
		const { id, last_name: name, role } = await somebody();
		const found = await look('Find_users', { name_or_email: name, role });
		expect(found.map((user) => user.id)).toContain(id);
		for (const user of found) expect(user.role).toBe(role);
	});
	test('the assistant reads what happened, with who did it', async () => {
		const rows = await look('Read_audit_log', { ...EVERYTHING, actions: 'USER_LOGIN' });
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.length).toBeLessThanOrEqual(20);
		for (const { action, actor } of rows) {
			expect(action).toBe('USER_LOGIN');
			expect(actor?.email).toMatch(/@/);
		}
	});
	test('the assistant reads only what one person did', async () => {
		const person = await somebody();
		const rows = await look('Read_audit_log', { ...EVERYTHING, person_email: person.email });
		for (const { user_id: userId } of rows) expect(userId).toBe(person.id);
	});
	test('the assistant reads about an unknown person in words, with advice', async () => {
		const unknown = { ...EVERYTHING, person_email: 'nobody@example.com' };
		const [{ error, description }] = await look('Read_audit_log', unknown);
		expect(error).toMatch(/nobody@example\.com/);
		expect(description).toBeTruthy();
	});
	test('the assistant is told what day it is, and that it cannot change anything', () => {
		const [{ content }] = environment().model.requests[0].messages;
		expect(content).toMatch(RegExp(`It is ${new Date().getFullYear()}-`));
		expect(content).toMatch(/read only/);
	});
}
