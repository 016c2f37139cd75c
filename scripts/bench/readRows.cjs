/** Reads a list of so many rows with the built package and prints the memory it took, in bytes. */
const { join } = require('node:path');
const { setImmediate: nextTurn } = require('node:timers/promises');

const [, , root, rows, concurrency] = process.argv;
const { readRows } = require(join(root, 'dist', 'nodes', 'PeopleLens', 'reader', 'read.js'));
const total = Number(rows);

const row = (n) => ({
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
const page = (offset, limit) =>
	JSON.parse(
		JSON.stringify(
			Array.from({ length: Math.min(limit, total - offset) }, (_, index) => row(offset + index)),
		),
	);

function alive() {
	global.gc();
	return process.memoryUsage().heapUsed;
}

async function main() {
	const before = alive();
	let [pages, peak] = [0, 0];
	async function fetchPage({ offset, limit }) {
		await nextTurn();
		if (++pages % 50 === 0) peak = Math.max(peak, alive());
		return { rows: page(offset, limit), total };
	}
	const selection = { order: 'newest', limit: Infinity };
	const read = await readRows(fetchPage, selection, Number(concurrency));
	peak = Math.max(peak, alive());
	const after = alive();
	if (new Set(read.map(({ id }) => id)).size !== total) throw new Error('Rows are missing');
	console.log(JSON.stringify({ result: after - before, peak: peak - before }));
}

void main();
