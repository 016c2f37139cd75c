import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { toErrorDetails } from '../../../nodes/PeopleLens/api/errors/errorDetails';
import {
	apiError,
	isConflict,
	isNotFound,
	isOutcomeUnknown,
	isRejected,
	mayHaveBeenDone,
	messageOf,
	operationError,
	withUnknownOutcome,
} from '../../../nodes/PeopleLens/api/errors/nodeErrors';
import {
	isWebPage,
	serverMessage,
	shorten,
} from '../../../nodes/PeopleLens/api/errors/serverMessage';
import type { Outcome } from '../../../nodes/PeopleLens/api/http/outcome';
import type { Redactor } from '../../../nodes/PeopleLens/api/http/redact';
import { LONGEST_NAME } from '../../../nodes/PeopleLens/domain/excerpt';
import { panel } from '../../parameters/panel';

const asIs = (text: string) => text;
const masked = (text: string) => text.replaceAll('secret', '***');

describe('what PeopleLens says', () => {
	it.each<[unknown, string | undefined]>([
		['Out of order', 'Out of order'],
		[' \n', undefined],
		['', undefined],
		['{"message":"half', undefined],
		['Sorry [or {not}]', 'Sorry [or {not}]'],
		[' [1', undefined],
		[{ message: 'No' }, 'No'],
		[{ error: 'No' }, 'No'],
		[{ detail: 'No' }, 'No'],
		[{ title: 'No' }, 'No'],
		[{ msg: 'No' }, 'No'],
		[{ words: 'No' }, undefined],
		[{ message: '', error: { message: 'No' } }, 'No'],
		[{ message: 'Not so', error: 'No' }, 'Not so'],
		[{ message: 'Not so', errors: ['a', { msg: 'b', field: 'email' }] }, 'Not so; a; email: b'],
		[
			{ errors: { email: ['taken', 'odd'], name: 'empty', role: [] } },
			'email: taken; odd; name: empty',
		],
		[{ errors: 'No' }, 'No'],
		[{ message: 'No', errors: 'No' }, 'No'],
		[{ detail: [{ msg: 'Is missing', path: 'email' }] }, 'email: Is missing'],
		[{ detail: [{ msg: 'Is missing', param: 'email' }] }, 'email: Is missing'],
		[{ msg: 'Is missing', field: 7, path: 'email' }, 'email: Is missing'],
		[{ field: 'email' }, undefined],
		[['a', '', 7, null, 'b'], 'a; b'],
		[7, undefined],
		[null, undefined],
		['<html><head><title>\n Bad  Gateway </title></head>', 'Bad Gateway'],
		['<!DOCTYPE html><TITLE lang="en">Log in</TITLE>', 'Log in'],
		['<html><title>Never ends', undefined],
		['<html><p>No title', undefined],
		['<p>No page</p>', '‹p>No page‹/p>'],
		[
			{ message: '<a href="https://evil.example">Log in</a>' },
			'‹a href="https://evil.example">Log in‹/a>',
		],
	])('in %j', (body, words) => {
		expect(serverMessage(body, asIs)).toBe(words);
	});

	it('is looked for only so deep, and among so many values', () => {
		const nest = (depth: number): unknown => (depth === 0 ? 'No' : { message: nest(depth - 1) });
		expect([5, 6].map((depth) => serverMessage(nest(depth), asIs))).toEqual(['No', undefined]);
		const list = (depth: number): unknown => (depth === 0 ? 'No' : [list(depth - 1)]);
		expect([5, 6].map((depth) => serverMessage(list(depth), asIs))).toEqual(['No', undefined]);
		const fields = (depth: number): unknown =>
			depth === 0 ? 'No' : { errors: { a: fields(depth - 1) } };
		expect([5, 6].map((depth) => serverMessage(fields(depth), asIs))).toEqual([
			`${'a: '.repeat(5)}No`,
			undefined,
		]);
		const late = (count: number) => [...Array<number>(count).fill(0), 'No'];
		expect([198, 199].map((count) => serverMessage(late(count), asIs))).toEqual(['No', undefined]);
		const errors = Object.fromEntries(late(199).map((value, index) => [`f${index}`, value]));
		expect(serverMessage({ errors }, asIs)).toBeUndefined();
	});

	it('is shown without the key, in one line, and not too long', () => {
		expect(serverMessage({ message: 'a secret' }, masked)).toBe('a ***');
		expect(shorten('  a\n\tb  c ', asIs)).toBe('a b c');
		expect(shorten('x'.repeat(400), asIs)).toBe('x'.repeat(400));
		expect(shorten('x'.repeat(401), asIs)).toBe(`${'x'.repeat(400)}…`);
		// Before it is cut: half a key could not be recognised.
		expect(shorten(`${'x'.repeat(397)}secret`, masked)).toBe(`${'x'.repeat(397)}***`);
		const seen: number[] = [];
		shorten('x'.repeat(20_000), (text) => (seen.push(text.length), text));
		expect(seen).toEqual([10_000]);
	});

	it.each<[unknown, boolean]>([
		['<!doctype html>', true],
		[' \n<HTML lang="en">', true],
		['<head>', true],
		['<body>', true],
		['<?xml version="1.0"?>', true],
		['<!-- -->', true],
		['x<html>', false],
		['<p>', false],
		['', false],
		[{ html: '<html>' }, false],
		[`${' '.repeat(9_996)}<html>`, false],
		[`${' '.repeat(9_995)}<html>`, true],
	])('is a web page or not', (body, isPage) => {
		expect(isWebPage(body)).toBe(isPage);
	});
});

describe('the details of an error', () => {
	const NOW = Date.UTC(2026, 2, 1);
	const baseUrl = 'https://acme.peoplelensai.com';
	const messages = {
		permission: 'invite users',
		rejected: (subject: string) => `Refused ${subject}.`,
		missing: (subject: string) => `No ${subject}.`,
		uncertain: (subject: string) => `${subject} may be invited.`,
	};
	const redactor = { redact: masked } as Redactor;
	const detailsOf = (outcome: Outcome, subject?: string) =>
		toErrorDetails({ messages, subject }, outcome, { baseUrl, redactor }, NOW);
	const response = (status: number, body: unknown, more = {}): Outcome => ({
		kind: 'response',
		status,
		headers: {},
		body,
		...more,
	});

	it('name the subject, short and without the key, and what PeopleLens says', () => {
		const subject = `secret ${'x'.repeat(200)}`;
		const details = detailsOf(response(422, { message: 'a secret' }), subject);
		expect(details).toEqual({
			message: `Refused *** ${'x'.repeat(LONGEST_NAME - 4)}….`,
			failure: { cause: 'configuration-invalid' },
			description: 'PeopleLens says: a ***',
			httpCode: '422',
		});
	});

	it('have no description where nothing was said, and no subject where there is none', () => {
		expect(detailsOf(response(422, {}))).toEqual({
			message: 'Refused .',
			failure: { cause: 'configuration-invalid' },
			httpCode: '422',
		});
	});

	it('quote the title of a page', () => {
		const where = 'It may come from a proxy or a firewall between n8n and PeopleLens.';
		expect(detailsOf(response(502, '<html><title>Oops</title>')).description).toBe(
			`The page has the title "Oops". ${where}`,
		);
		expect(detailsOf(response(502, '<html>')).description).toBe(where);
	});

	it('do not look into an object that is huge', () => {
		const body = { message: 'No' };
		expect(detailsOf(response(422, body, { length: 1_000_001 })).description).toBeUndefined();
		expect(detailsOf(response(422, body, { length: 1_000_000 })).description).toContain('No');
		expect(detailsOf(response(422, 'No', { length: 1_000_001 })).description).toContain('No');
	});

	it('say that something may have been done where that is open', () => {
		const isOpen = (outcome: Outcome) => detailsOf(outcome, 'Ada').message.includes(' Ada may be');
		expect([500, 200, 299].map((status) => isOpen(response(status, {})))).toEqual([
			true,
			true,
			true,
		]);
		expect([300, 422, 429].map((status) => isOpen(response(status, {})))).toEqual([
			false,
			false,
			false,
		]);
		expect(isOpen({ kind: 'failure', reason: 'timeout' })).toBe(true);
		expect(isOpen({ kind: 'failure', reason: 'refused' })).toBe(false);
		const reading = { messages: { ...messages, uncertain: undefined } };
		const { message } = toErrorDetails(reading, response(500, {}), { baseUrl, redactor }, NOW);
		expect(message).toMatch(/when it happened\.$/);
	});

	it.each<[string, Outcome, string]>([
		['an empty answer', response(200, ''), `The answer from ${baseUrl} was empty.`],
		['502', response(502, ''), 'PeopleLens is not available right now (HTTP 502).'],
		['500', response(500, ''), 'PeopleLens could not process this request (HTTP 500).'],
		[
			'a dropped connection',
			{ kind: 'failure', reason: 'dropped' },
			`The connection to ${baseUrl} ended before the whole answer had arrived.`,
		],
	])('do not say to run again what may have been done: %s', (_, outcome, happened) => {
		expect(detailsOf(outcome, 'Ada').message).toBe(`${happened} Ada may be invited.`);
	});

	it('carry the status only where it says that something is not right', () => {
		expect([399, 400].map((status) => detailsOf(response(status, '')).httpCode)).toEqual([
			undefined,
			'400',
		]);
	});

	// n8n's log and an AI model get the message, and no description.
	it('of a request that n8n did not send are n8n’s own words, without the key', () => {
		expect(detailsOf({ kind: 'failure', reason: 'notSent', message: 'a secret' })).toEqual({
			message: `n8n did not send the request to ${baseUrl}: a ***`,
			failure: undefined,
		});
		expect(detailsOf({ kind: 'failure', reason: 'canceled' })).not.toHaveProperty('description');
	});

	it('say how long to wait', () => {
		const headers = { 'Retry-After': '30' };
		expect(detailsOf(response(429, '', { headers })).failure).toEqual({
			cause: 'rate-limited',
			retryAfterMs: 30_000,
		});
		const now = { 'retry-after': '0' };
		expect(detailsOf(response(429, '', { headers: now })).message).toContain('a few minutes');
	});

	it.each([
		['https://other.example/secret', 'https://other.example.'],
		['https://secret.example', 'https://***.example.'],
		['http://other.example:8080/x', 'http://other.example:8080.'],
		['xhttp://other.example', 'another page'],
		['/login', 'another page'],
		['https://acme.peoplelensai.com/login', 'another page'],
		['javascript:alert(1)', 'another page'],
		['http://[', 'another page'],
		[undefined, 'another page'],
	])('say where a redirect leads: %p', (location, place) => {
		const { message } = detailsOf(response(302, '', { headers: { location } }));
		expect(message).toContain(`redirects requests to ${place}`);
	});

	it.each(['', undefined, null])('know an empty answer: %p', (body) => {
		expect(detailsOf(response(200, body)).message).toContain('was empty');
		expect(detailsOf(response(200, 0)).message).not.toContain('was empty');
	});
});

describe('an error of n8n', () => {
	const node = panel.context.getNode();
	const answered = (httpCode?: string, more = {}) =>
		apiError(node, { message: 'No', httpCode, ...more }, 3);

	it('keeps its words, whatever codes stand in them, and its item', () => {
		const message = 'gatekeeperman@acme.com: EEXIST';
		expect(apiError(node, { message, description: 'Why' }, 3)).toMatchObject({
			message,
			description: 'Why',
			context: { itemIndex: 3 },
		});
		expect(operationError(node, message, { description: 'Why', itemIndex: 3 })).toMatchObject({
			message,
			description: 'Why',
			context: { itemIndex: 3 },
		});
		expect(operationError(node, message)).toBeInstanceOf(NodeOperationError);
	});

	it('says whether a thing is not there, or the address is wrong', () => {
		const gone = answered('404', { notFound: true });
		const wrong = answered('404', { wrongAddress: true });
		const all = [gone, answered('404'), answered('400'), wrong, new Error('404')];
		expect(all.map(isNotFound)).toEqual([true, false, false, false, false]);
		expect(wrong.context.wrongAddress).toBe(true);
	});

	it('says what was at odds, and what was turned down', () => {
		const all = ['409', '400', '413', '414', '415', '422', '404', undefined].map((code) =>
			answered(code),
		);
		expect(all.map(isConflict)).toEqual([true, ...Array(7).fill(false)]);
		expect(all.map(isRejected)).toEqual([false, ...Array(5).fill(true), false, false]);
		expect([isConflict({ httpCode: '409' }), isRejected({ httpCode: '400' })]).toEqual([
			false,
			false,
		]);
	});

	it('says whether something may have been done', () => {
		const done = ['401', '403', '409', '429', '400', '422', '404', '500'].map((code) =>
			mayHaveBeenDone(answered(code)),
		);
		expect(done).toEqual([false, false, false, false, false, false, true, true]);
		expect([answered(), new Error('No'), undefined].map(mayHaveBeenDone)).toEqual([
			false,
			false,
			false,
		]);
		const open = withUnknownOutcome(answered('400'));
		expect([isOutcomeUnknown(open), mayHaveBeenDone(open)]).toEqual([true, true]);
		expect(withUnknownOutcome(operationError(node, 'No')).context.outcomeUnknown).toBe(true);
		expect(
			[answered(), new Error('No'), { context: { outcomeUnknown: true } }].map(isOutcomeUnknown),
		).toEqual([false, false, false]);
	});

	it('is told in one line', () => {
		expect(messageOf(answered('400', { description: 'Why' }))).toBe('No Why');
		expect(messageOf(operationError(node, 'No'))).toBe('No');
		expect(messageOf(Object.assign(new Error('No'), { description: 'Why' }))).toBe('No');
		expect(messageOf('No')).toBe('No');
		expect(answered()).toBeInstanceOf(NodeApiError);
	});
});
