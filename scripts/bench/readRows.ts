/**
 * Reads a list of so many rows and prints the memory it took, in bytes:
 * node --expose-gc --require tsx/cjs readRows.ts <rows> <concurrency>
 */
import { readRows } from '../../nodes/PeopleLens/reader/read';
import type { PageRequest } from '../../nodes/PeopleLens/reader/types';
import { collectGarbage, nextTurn, nodeProcess } from '../../test/e2e/harness/node';

const [total, concurrency] = nodeProcess.argv.slice(2).map(Number);

const row = (n: number) => ({
	id: `3f2b8c1e-5d4a-4bbb-8ccc-${String(n).padStart(12, '0')}`,
	user_id: `7d0c9a54-1c22-4222-8333-${String(n % 500).padStart(12, '0')}`,
	action: 'CANDIDATE_UPDATED',
	entity_type: 'candidate',
	entity_id: `9a54d0c9-${n % 3000}`,
	created_at: new Date(1.7e12 - n * 61_234).toISOString(),
	ip_address: '203.0.113.7',
	user_agent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36',
	details: { field: 'stage', from: 'screening', to: 'interview' },
});

/** As it comes from the network: nothing in it is shared with another page. */
const page = (offset: number, limit: number): Array<ReturnType<typeof row>> =>
	JSON.parse(
		JSON.stringify(
			Array.from({ length: Math.min(limit, total - offset) }, (_, index) => row(offset + index)),
		),
	);

function alive(): number {
	collectGarbage?.();
	return nodeProcess.memoryUsage().heapUsed;
}

async function main(): Promise<void> {
	const before = alive();
	let [pages, peak] = [0, 0];
	async function fetchPage({ offset, limit }: PageRequest) {
		await nextTurn();
		if (++pages % 50 === 0) peak = Math.max(peak, alive());
		return { rows: page(offset, limit), total };
	}
	const read = await readRows(fetchPage, { order: 'newest', limit: Infinity }, concurrency);
	peak = Math.max(peak, alive());
	const after = alive();
	if (new Set(read.map(({ id }) => id)).size !== total) throw new Error('Rows are missing');
	const figures = { result: after - before, peak: peak - before };
	nodeProcess.stdout.write(JSON.stringify(figures));
}

void main();
