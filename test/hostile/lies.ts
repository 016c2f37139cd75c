import type { Answer } from '../../sandbox/http/answer';
import type { RecordedRequest } from '../../sandbox/http/recordedRequest';
import { formsOf } from '../support/keyForms';
import { isObject } from './evidence';

/** What a lie may use. */
export interface Scene {
	apiKey: string;
	/** Another origin, whose requests are counted. */
	elsewhere: string;
	/** Picks one of several ways to tell the same lie. */
	variant: number;
}

type Row = Record<string, unknown>;
type Lie = (answer: Answer, request: RecordedRequest, scene: Scene) => Answer;

const pick = <T>(list: T[], variant: number): T => list[variant % list.length];

const withJson = (answer: Answer, body: unknown): Answer => ({
	...answer,
	headers: { ...answer.headers, 'content-type': 'application/json' },
	body: JSON.stringify(body),
});

/** Changes the rows of an answer, whatever they are wrapped in. */
function rows(change: (list: Row[], scene: Scene) => unknown[]): Lie {
	return (answer, _, scene) => {
		let body: unknown;
		try {
			body = JSON.parse(answer.body);
		} catch {
			return answer;
		}
		if (!isObject(body)) return answer;
		if (Array.isArray(body.data)) {
			return withJson(answer, { ...body, data: change(body.data as Row[], scene) });
		}
		const [row] = change([body], scene);
		return withJson(answer, row);
	};
}

/** Changes one row, or with `every` all of them. */
const row = (change: (one: Row, scene: Scene, list: Row[]) => unknown) =>
	rows((list, scene) => {
		const chosen = scene.variant % Math.max(1, list.length);
		const every = scene.variant % 3 === 0;
		return list.map((one, index) => (every || index === chosen ? change(one, scene, list) : one));
	});

const status =
	(...statuses: number[]): Lie =>
	(answer, _, { variant }) => ({ ...answer, status: pick(statuses, variant) });

const body =
	(...bodies: Array<(scene: Scene) => string>): Lie =>
	(answer, _, scene) => ({ ...answer, body: pick(bodies, scene.variant)(scene) });

const ODD: unknown[] = [
	null,
	5,
	1e308,
	true,
	[],
	{},
	['Administrator'],
	{ toString: 1 },
	'',
	' ',
	'\u0000',
];

/** The key in one of all forms, or a part of it. */
function spelt(key: string, variant: number): string {
	const half = Math.ceil(key.length / 2);
	const forms = [...Object.values(formsOf(key)), `Bearer ${key}`];
	return pick([...forms, key.slice(0, half), key.slice(-half)], variant);
}

const INVISIBLE = ['\u200b', '\u00ad', '\u200e', '\u0000', '\ufeff', '\u3164', '\u034f', '\ufe0f'];

/** Other spellings of an e-mail: the same mailbox for a person, another text for a program. */
export const RESPELLINGS: Array<(email: string) => string> = [
	(email) => email.toUpperCase(),
	(email) => ` ${email} `,
	...INVISIBLE.map((mark) => (email: string) => email.replace('@', `${mark}@`)),
	...INVISIBLE.map((mark) => (email: string) => `${email}${mark}`),
	(email) => email.normalize('NFD'),
	(email) => email.replace(/@(.*)$/, (_, domain: string) => `@${domain.replace('ü', 'u\u0308')}`),
	(email) => email.replace('@b\u00fccher.example', '@xn--bcher-kva.example'),
	(email) => `'${email}`,
	(email) => email.replace('@', '\uff20'),
	// From a keyboard that was left in Cyrillic.
	(email) => email.replace('a', '\u0430'),
];

/** Everything that a server, or what stands before it, may do to an answer. */
export const LIES: Record<string, Lie> = {
	'another id': row((one, { variant }, list) => ({ ...one, id: pick(list, variant + 1).id })),
	'an odd id': row((one, { variant }) => ({ ...one, id: pick(ODD, variant) })),
	'an id beyond 2^53': (answer) => ({
		...answer,
		body: answer.body.replace(/"id":"[^"]*"/g, '"id":9007199254740993'),
	}),
	'an id with spaces, dots or slashes': row((one, { variant }) => ({
		...one,
		id: pick(
			[
				` ${String(one.id ?? 'usr')}`,
				'.',
				'..',
				'../users',
				'a/b',
				`${String(one.id ?? 'usr')}?x=1`,
				'\ud800',
			],
			variant,
		),
	})),
	'another email': row((one, { variant }, list) => ({
		...one,
		email: pick(list, variant + 1).email,
	})),
	'an odd email': row((one, { variant }) => ({ ...one, email: pick(ODD, variant) })),
	'an email spelled otherwise': row((one, { variant }) => ({
		...one,
		email: pick(RESPELLINGS, variant)(String(one.email)),
	})),
	'another role': row((one, { variant }) => ({
		...one,
		role: pick(['Administrator', 'administrator', 'Recruiter', 'Owner'], variant),
	})),
	'an odd role': row((one, { variant }) => ({ ...one, role: pick(ODD, variant) })),
	'a record within the record': row((one, { variant }, list) => ({
		...one,
		...pick<Row>(
			[
				{ data: pick(list, variant + 1) },
				{ data: { id: 'theme-9', role: 'x', email: one.email } },
				{ user: { ...one, role: 'Recruiter' } },
			],
			variant,
		),
	})),
	'inactive people': row((one, { variant }) => ({
		...one,
		...pick<Row>(
			[{ status: 'deactivated' }, { active: false }, { is_active: false }, { is_enabled: false }],
			variant,
		),
	})),
	'odd rows': rows((list, { variant }) => [pick(ODD, variant), ...list]),
	'rows twice': rows((list) => [...list, ...list]),
	'rows in capitals as well': rows((list) => [
		...list.map((one) => ({
			...one,
			id: `${String(one.id ?? 'usr')}-2`,
			email: String(one.email ?? '').toUpperCase(),
		})),
		...list,
	]),
	'a shorter list': rows((list, { variant }) => list.slice(0, variant % 4)),
	'odd fields': row((one, { variant }) => ({
		...one,
		first_name: pick(ODD, variant),
		user_id: pick(ODD, variant + 1),
		entity_type: pick(ODD, variant + 2),
		action: pick(ODD, variant + 3),
		created_at: pick(
			[...ODD, '2099-01-01T00:00:00.000Z', '2026-03-01 10:35:39.817+00', 'soon'],
			variant,
		),
	})),
	'a wrong total': (answer, _, { variant }) => ({
		...answer,
		body: answer.body.replace(
			/"total":\d+/,
			`"total":${pick(['1e308', '2147483647', '1234.5', '-5', '"500"', 'null'], variant)}`,
		),
	}),
	'a wrong date': (answer, _, { variant }) => ({
		...answer,
		headers: {
			...answer.headers,
			date: pick(
				[
					'Thu, 01 Jan 2099 00:00:00 GMT',
					'Thu, 01 Jan 1970 00:00:00 GMT',
					'soon',
					new Date(Date.now() + 600_000).toUTCString(),
				],
				variant,
			),
		},
	}),
	'a failure': status(500, 502, 503, 504),
	'not found': status(404, 410),
	refused: status(400, 409, 422, 413),
	'not allowed': status(401, 403),
	'another success': status(200, 201, 202, 204, 206),
	'an odd status': status(304, 600, 418, 405),
	'too many requests': (answer, _, { variant }) => ({
		...answer,
		status: 429,
		headers: {
			...answer.headers,
			'retry-after': pick(
				['0', '1', '99999999', '-5', 'foo 5', 'Thu, 01 Jan 2099 00:00:00 GMT'],
				variant,
			),
		},
	}),
	'a page': body(
		() => '<html><title>default backend - 404</title></html>',
		() => `<html>${'<title'.repeat(2000)}`,
		() => `<!doctype html>${'<'.repeat(20_000)}`,
	),
	'a text': body(
		() => 'default backend - 404',
		() => 'Error: not allowed',
		() => `${'\t '.repeat(20_000)}x`,
		() => '',
	),
	'other JSON': body(
		() => '{"status":"error","message":"not allowed"}',
		() => '{"ok":false}',
		() => '{"errors":["no"]}',
		() => '{"success":"false"}',
		() => '{"deactivated":false}',
		() => '{"is_active":true}',
		() => '{"user":{"is_enabled":true}}',
		() => '"denied"',
		() => '[]',
		() => 'null',
		() => '{"data":null}',
		() => '{"data":{}}',
		() => '{"message":5,"error":{"toString":1},"title":[[[["x"]]]]}',
		() => '{"__proto__":{"id":"polluted","email":"p@acme.example","role":"Recruiter"}}',
	),
	'deep JSON': body(
		() => `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
		() => `{"errors":${'['.repeat(5000)}"x"${']'.repeat(5000)}}`,
		() => `${'{"data":'.repeat(5000)}1${'}'.repeat(5000)}`,
	),
	'cut in the middle': (answer) => ({
		...answer,
		body: answer.body.slice(0, answer.body.length / 2),
	}),
	'the key in words': (answer, _, { apiKey, variant }) => {
		const before = 'x '.repeat(pick([0, 150, 180, 185, 190, 195, 198], variant));
		return withJson(
			{ ...answer, status: pick([400, 404, 409, 422, 500], variant) },
			{ message: `${before}${spelt(apiKey, variant)}` },
		);
	},
	'the key in a page': (answer, _, { apiKey, variant }) => ({
		...answer,
		status: pick([200, 403, 404, 500], variant),
		body: `<html><head><title>Sign in ${spelt(apiKey, variant)}</title></head></html>`,
	}),
	'the key in the data': row((one, { apiKey, variant }) => ({
		...one,
		first_name: spelt(apiKey, variant),
		details: { authorization: `Bearer ${apiKey}` },
	})),
	'a redirect': (answer, _, { elsewhere, apiKey, variant }) => ({
		...answer,
		status: pick([301, 302, 303, 307, 308], variant),
		headers: {
			...answer.headers,
			location: pick(
				[
					`${elsewhere}/api/v1/users`,
					'/elsewhere',
					'file:///etc/passwd',
					'javascript:alert(1)',
					`https://${apiKey}.evil.example/`,
					elsewhere.replace('127.0.0.1', 'localhost'),
				],
				variant,
			),
		},
	}),
};

export const LIE_NAMES = Object.keys(LIES);
