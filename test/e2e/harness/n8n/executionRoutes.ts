/** n8n's routes for executions. Checked against n8n 2.41.1, and against 1.85.4. */
import type { ExecutionStatus } from 'n8n-workflow';
import { eventually } from '../eventually';
import {
	readExecution,
	type Execution,
	type ExecutionSummary,
	type StoredExecution,
} from './execution';
import type { Request } from './routes';

/** The most executions that n8n lists at once. */
const PAGE = 100;

const FINAL: ReadonlySet<ExecutionStatus> = new Set(['success', 'error', 'canceled', 'crashed']);

interface ExecutionFilter {
	workflowId?: string;
	status?: ExecutionStatus[];
}

export function executionRoutes(request: Request) {
	interface Page {
		results: ExecutionSummary[];
		nextCursor?: string | null;
		count: number;
	}
	const page = (filter: ExecutionFilter, further: Record<string, string> = {}) => {
		const query = { filter: JSON.stringify(filter), limit: String(PAGE), ...further };
		return request<Page>('GET', `/executions?${new URLSearchParams(query)}`);
	};
	const read = async (id: string) =>
		readExecution(await request<StoredExecution>('GET', `/executions/${id}`));
	const get = async (id: string): Promise<Execution> => {
		const execution = await read(id);
		if (execution) return execution;
		throw new Error(`n8n has stored no data of execution ${id}`);
	};
	return {
		/** The newest ones first, 100 at most. */
		list: async (filter: ExecutionFilter = {}) => (await page(filter)).results,
		/** All of them, the newest first. */
		listAll: async (filter: ExecutionFilter = {}) => {
			const all: ExecutionSummary[] = [];
			for (let further: Record<string, string> | undefined = {}; further;) {
				const { results, nextCursor }: Page = await page(filter, further);
				all.push(...results);
				further = nextCursor ? { cursor: nextCursor } : undefined;
				// n8n 1 goes on by the last ID.
				if (nextCursor === undefined && results.length === PAGE)
					further = { lastId: results[PAGE - 1].id };
			}
			return all;
		},
		count: async (filter: ExecutionFilter) => (await page(filter)).count,
		/** Undefined as long as n8n has not stored its data. */
		find: read,
		get,
		/** Waits for its end. @throws {Error} when it hasn't ended after `timeout` ms */
		wait: async (id: string, timeout = 60_000) =>
			await eventually(
				`execution ${id} to end`,
				async () => {
					// n8n 1 says that it has ended a moment before it has stored the data.
					const execution = await read(id);
					return execution && FINAL.has(execution.status) && execution;
				},
				{ timeout },
			),
	};
}
