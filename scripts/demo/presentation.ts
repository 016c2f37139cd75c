/** What the demo shows in the terminal. */
import { finalOutputOf } from '../../test/e2e/harness/n8n/execution';
import { formatTable, type Columns } from '../../test/e2e/harness/table';
import { rethrow, UserFacingError } from '../../test/e2e/harness/userFacingError';
import type { IDataObject } from 'n8n-workflow';
import { runWorkflow, type DemoSession } from './session';
import { messageIn, sendHiringEvent } from './webhooks';

/** Read-only, so that it may run on a real tenant without asking. */
const SHOWN_WORKFLOW = 'peoplelensGetUsers';

const COLUMNS: Columns<IDataObject> = {
	Name: (user) => `${user.first_name ?? ''} ${user.last_name ?? ''}`.trim(),
	Email: (user) => user.email,
	Role: (user) => user.role,
};

/** Runs a workflow, and shows whom it found. */
export async function showUsers(session: DemoSession): Promise<string[]> {
	try {
		const users = finalOutputOf(await runWorkflow(session, SHOWN_WORKFLOW));
		const found = `The workflow "PeopleLens: Get users" ran and found ${users.length} users:`;
		return [found, '', ...formatTable(users, COLUMNS, 5)];
	} catch (error) {
		// A key that may read audit logs only is no reason to close the editor again.
		if (!(error instanceof UserFacingError)) return rethrow(error);
		return [error.message, error.fix ?? ''];
	}
}

/** Lets PeopleLens send an event, and shows what a workflow made of it. With the sandbox only. */
export async function showHiringEvent({ rest, sandbox }: DemoSession): Promise<string[]> {
	if (!sandbox) return [];
	try {
		const message = messageIn(await sendHiringEvent(rest, sandbox));
		return [
			'',
			'PeopleLens has sent an event, which started the workflow about hiring events:',
			'',
			`  ${message}`,
		];
	} catch (error) {
		// Its user may have taken it out of production.
		if (!(error instanceof UserFacingError)) return rethrow(error);
		return ['', error.message, error.fix ?? ''];
	}
}

/** Where to go, and how to end it. @param about the PeopleLens behind it, in brackets */
export function welcome(session: DemoSession, about: string): string[] {
	const { url, account, workflows, peopleLens, sandbox } = session;
	return [
		'',
		'The n8n editor is open. Go there with your browser:',
		'',
		`  Address    ${url}`,
		`  Email      ${account.email}`,
		`  Password   ${account.password}`,
		'',
		`  PeopleLens ${peopleLens.baseUrl} ${about}`,
		...(sandbox ? [`  Webhooks   ${sandbox.url}/settings/webhooks (send events from there)`] : []),
		...workflows.map(({ name }) => `  Workflow   ${name}`),
		'',
		'Press Ctrl-C to end.',
	];
}
