import { startSandbox, type Behaviour, type Sandbox } from '../../../sandbox';
import { connect, type Reply } from '../../../sandbox/client';

/** A tenant with one job, one candidate who applies for it, and her interview plan. */
export async function openHiring(behaviour: Partial<Behaviour> = {}) {
	const sandbox = await startSandbox({ behaviour, users: 2, auditLogs: 0, candidates: 0, jobs: 0 });
	const { hiring } = sandbox.tenant;
	const job = hiring.addJob({ id: 'job-1', title: 'Analyst', department: 'Finance' });
	const ada = hiring.addCandidate({
		...{ id: 'can-ada', first_name: 'Ada', last_name: 'Lovelace', email: 'ada@mail.example' },
		...{ job_id: 'job-1' },
	});
	const api = connect(sandbox);
	return {
		sandbox,
		hiring,
		job,
		ada,
		plan: hiring.plans.all()[0],
		/** `GET /api/v1/candidates`, and so on. */
		send: async (request: string, body?: unknown): Promise<Reply> => {
			const [method, path] = request.split(' ');
			return await api.send(method, path, body);
		},
	};
}

export type OpenHiring = Awaited<ReturnType<typeof openHiring>>;

/** All rows of a list, page by page, as a caller without any suspicion would read it. */
export async function readPages(
	{ send }: OpenHiring,
	path: string,
	limit: number,
): Promise<Array<{ id: string }>> {
	const rows: Array<{ id: string }> = [];
	for (;;) {
		const { json } = await send(`GET ${path}?limit=${limit}&offset=${rows.length}`);
		const { data } = json as { data: Array<{ id: string }> };
		rows.push(...data);
		if (data.length === 0) return rows;
	}
}

export const stop = async (sandbox: Sandbox | undefined) => await sandbox?.stop();
