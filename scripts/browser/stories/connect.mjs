/** Someone connects n8n with PeopleLens, and gets it wrong in every way before it works. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { freePorts } from '../../lib/ports.mjs';
import {
	fill,
	leave,
	openAgain,
	openDialog,
	saveAndClose,
	saveAndReadRefusal,
	textOf,
} from '../credentialDialog.mjs';
import { place } from '../creator.mjs';
import { dismissToasts } from '../outcome.mjs';
import { POWERLESS_KEY } from '../stage.mjs';

const KEY_REFUSED =
	'PeopleLens did not accept the API key. Copy the key again from PeopleLens, or create a new one';
const MAY_NOTHING =
	'PeopleLens knows this API key, but it may read neither users nor audit logs. Ask a PeopleLens administrator';
const UNKNOWN = 'https://no-such-tenant.invalid';

export async function connect({ page, sandbox, check, shot }) {
	const right = { baseUrl: sandbox.url, apiKey: sandbox.apiKey };
	const [silentPort] = await freePorts([undefined]);
	const silent = `http://127.0.0.1:${silentPort}`;
	const site = await startWebsite();

	/** What someone reads who saves this begins with the words. */
	const refuses = (title, changes, expected) =>
		check(`the credential test ${title}`, async () => {
			await fill(page, { ...right, ...changes });
			const text = await saveAndReadRefusal(page);
			await shot(`credential ${title}`);
			assert.ok(text.startsWith(expected), `expected ${expected}\ngot      ${text}`);
			assert.doesNotMatch(text, /undefined|ECONN|ENOTFOUND|status code|dummy-/);
		});

	await place(page, 'Get many users');
	await check('the credential asks for address and key', async () => {
		await openDialog(page);
		await shot('credential empty');
		assert.match(await textOf(page), /PeopleLens account.*Base URL \*.*API Key \*/s);
	});
	await refuses('says that the key is wrong', { apiKey: 'dummy-wrong-key' }, KEY_REFUSED);
	await refuses('says that the key may read nothing', { apiKey: POWERLESS_KEY }, MAY_NOTHING);
	for (const [title, baseUrl, expected] of [
		['says that a website is no PeopleLens', site.url, `A web page came from ${site.url}`],
		['says that nobody answers', silent, `Nothing answers at ${silent}.`],
		['says that there is no such address', UNKNOWN, `The address ${UNKNOWN} was not found.`],
	]) {
		await refuses(title, { baseUrl }, expected);
	}
	site.close();
	await check('the credential test is green with the right address and key', async () => {
		await fill(page, right);
		await saveAndClose(page);
		await openAgain(page);
		await dismissToasts(page);
		await shot('connected');
		await leave(page);
	});
}

/** A site that is not PeopleLens. */
async function startWebsite() {
	const server = createServer((_request, response) => {
		response.setHeader('content-type', 'text/html');
		response.end('<!doctype html><html><head><title>Welcome</title></head></html>');
	});
	await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
	return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
