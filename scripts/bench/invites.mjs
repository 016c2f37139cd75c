/** 1,000 invitations against a limit of 50 requests per second. */
import { httpRequest, measure, median, peopleLens } from './run.mjs';

const PEOPLE = 1000;
const PER_SECOND = 50;

const body = {
	method: 'POST',
	sendBody: true,
	bodyParameters: {
		parameters: [
			{ name: 'email', value: '={{ $json.email }}' },
			{ name: 'first_name', value: '={{ $json.first }}' },
			{ name: 'last_name', value: '={{ $json.last }}' },
			{ name: 'role', value: 'Interviewer' },
		],
	},
};
const inBatches = { batching: { batch: { batchSize: PER_SECOND, batchInterval: 1000 } } };

const invite = peopleLens('user', 'create', {
	email: '={{ $json.email }}',
	firstName: '={{ $json.first }}',
	lastName: '={{ $json.last }}',
	role: 'Interviewer',
});

/** @param {import('./stage.mjs').Stage} stage @param {number} rounds */
export async function benchInvites(stage, rounds) {
	const behaviour = { rateLimit: PER_SECOND, retryAfter: 'seconds', latencyMs: 20 };
	const tenant = await stage.openTenant({ behaviour });
	const http = (options) => httpRequest(`${tenant.url}/api/v1/users`, { ...body, options });
	const ways = {
		'HTTP Request': http({}),
		'HTTP Request, 50 items each 1,000 ms': http(inBatches),
		'PeopleLens: Create': invite,
	};
	const runs = [];
	for (let round = 0; round < rounds; round++) {
		for (const [way, node] of Object.entries(ways)) {
			const run = `${round}${Object.keys(ways).indexOf(way)}`;
			const input = people(run);
			const settings = { onError: 'continueRegularOutput' };
			const outcome = await measure(stage, tenant, { ...node, input, settings });
			runs.push({ way, ...tell(outcome) });
		}
	}
	await tenant.stop();

	const rows = Object.keys(ways).map((way) => {
		const mine = runs.filter((run) => run.way === way);
		const of = (key) => median(mine.map((run) => run[key]));
		return {
			way,
			ms: of('ms'),
			failed: Math.max(...mine.map(({ failed }) => failed)),
			repeated: Math.max(...mine.map(({ repeated }) => repeated)),
			refused: of('refused'),
			share: of('share'),
		};
	});
	const ours = rows.at(-1);
	return {
		name: 'invites',
		title: 'Inviting 1,000 people, 50 requests per second allowed',
		about:
			'The sandbox answers 429 with Retry-After: 1 above 50 requests in a second; each answer takes 20 ms. "Refused" counts the answers 429. "Of the allowed rate" counts the invitations that arrived.',
		columns: {
			'': ({ way }) => way,
			Time: ({ ms }) => `${(ms / 1000).toFixed(1)} s`,
			Failed: ({ failed }) => failed,
			'Sent twice': ({ repeated }) => repeated,
			Refused: ({ refused }) => refused,
			'Of the allowed rate': ({ share }) => `${Math.round(share * 100)} %`,
		},
		rows,
		wanted: [
			['failed', ours.failed, (value) => value === 0, '0'],
			['sent twice', ours.repeated, (value) => value === 0, '0'],
			['of the allowed rate', ours.share, (value) => value >= 0.85, '≥ 0.85'],
		],
	};
}

const people = (run) =>
	Array.from({ length: PEOPLE }, (_, n) => ({
		email: `person${n}.run${run}@northwind.example`,
		first: 'Kay',
		last: `McNulty ${n}`,
	}));

function tell({ ms, items, requests }) {
	const accepted = requests.filter(({ status }) => status === 201);
	const emails = accepted.map(({ body: sent }) => JSON.parse(sent).email);
	return {
		ms,
		failed: PEOPLE - items.filter(({ id }) => id).length,
		repeated: emails.length - new Set(emails).size,
		refused: requests.filter(({ status }) => status === 429).length,
		share: accepted.length / (ms / 1000) / PER_SECOND,
	};
}
