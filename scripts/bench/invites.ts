/** 1,000 invitations against a limit of 50 requests per second. */
import type { INodeParameters } from 'n8n-workflow';
import type { NodeToRun } from '../../test/e2e/harness/n8n/runNode';
import type { BenchEnvironment } from './environment';
import { atLeast, atMost, tabulate, type Outcome } from './report';
import { httpRequest, measure, median, peopleLens, type Measurement } from './run';

const PEOPLE = 1000;
const PER_SECOND = 50;

const BODY: INodeParameters = {
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
const IN_BATCHES = { batching: { batch: { batchSize: PER_SECOND, batchInterval: 1000 } } };

const INVITE = peopleLens('user', 'create', {
	email: '={{ $json.email }}',
	firstName: '={{ $json.first }}',
	lastName: '={{ $json.last }}',
	role: 'Interviewer',
});

interface Run {
	way: string;
	ms: number;
	failed: number;
	repeated: number;
	refused: number;
	/** Of the allowed rate. */
	share: number;
}

export async function benchInvites(
	environment: BenchEnvironment,
	rounds: number,
): Promise<Outcome> {
	const tenant = await environment.openTenant({
		behaviour: { rateLimit: PER_SECOND, retryAfter: 'seconds', latencyMs: 20 },
	});
	const http = (options: INodeParameters) =>
		httpRequest(`${tenant.url}/api/v1/users`, { ...BODY, options });
	const ways: Array<[string, NodeToRun]> = [
		['HTTP Request', http({})],
		['HTTP Request, 50 items each 1,000 ms', http(IN_BATCHES)],
		['PeopleLens: Create', INVITE],
	];
	const runs: Run[] = [];
	for (let round = 0; round < rounds; round++) {
		for (const [index, [way, node]] of ways.entries()) {
			const input = people(`${round}${index}`);
			const order: NodeToRun = { ...node, input, onError: 'continueRegularOutput' };
			runs.push(summarize(way, await measure(environment, tenant, order)));
		}
	}
	await tenant.stop();
	return describe(ways.map(([way]) => combine(runs.filter((run) => run.way === way))));
}

const people = (run: string) =>
	Array.from({ length: PEOPLE }, (_, n) => ({
		email: `person${n}.run${run}@northwind.example`,
		first: 'Kay',
		last: `McNulty ${n}`,
	}));

function summarize(way: string, { ms, items, requests }: Measurement): Run {
	const accepted = requests.filter(({ status }) => status === 201);
	const emails = accepted.map(({ body }): unknown => JSON.parse(body).email);
	return {
		way,
		ms,
		failed: PEOPLE - items.filter(({ id }) => id).length,
		repeated: emails.length - new Set(emails).size,
		refused: requests.filter(({ status }) => status === 429).length,
		share: accepted.length / (ms / 1000) / PER_SECOND,
	};
}

/** Of several runs: medians, and the worst of what must not happen. */
function combine(runs: Run[]): Run {
	const all = (key: 'ms' | 'failed' | 'repeated' | 'refused' | 'share') =>
		runs.map((run) => run[key]);
	return {
		way: runs[0].way,
		ms: median(all('ms')),
		failed: Math.max(...all('failed')),
		repeated: Math.max(...all('repeated')),
		refused: median(all('refused')),
		share: median(all('share')),
	};
}

function describe(rows: Run[]): Outcome {
	const ours = rows[rows.length - 1];
	return {
		title: 'Inviting 1,000 people, 50 requests per second allowed',
		about:
			'The sandbox answers 429 with Retry-After: 1 above 50 requests in a second; each answer takes 20 ms. "Refused" counts the answers 429. "Of the allowed rate" counts the invitations that arrived.',
		...tabulate(
			{
				'': ({ way }) => way,
				Time: ({ ms }) => `${(ms / 1000).toFixed(1)} s`,
				Failed: ({ failed }) => failed,
				'Sent twice': ({ repeated }) => repeated,
				Refused: ({ refused }) => refused,
				'Of the allowed rate': ({ share }) => `${Math.round(share * 100)} %`,
			},
			rows,
		),
		goals: [
			atMost('failed', ours.failed, 0),
			atMost('sent twice', ours.repeated, 0),
			atMost('refused', ours.refused, 5),
			atLeast('of the allowed rate', ours.share, 0.95),
		],
		bars: [
			{
				what: 'Invite 1,000 people,\n50 a second allowed',
				theirs: rows[1].ms,
				ours: ours.ms,
			},
		],
	};
}
