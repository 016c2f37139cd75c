import type { Answer } from '../http/answer';

/** The sandbox's Settings > Webhooks: URL and secret, "send an event", the last deliveries. */
export function settingsPage(): Answer {
	return {
		status: 200,
		headers: { 'content-type': 'text/html; charset=utf-8' },
		body: PAGE,
	};
}

/** Works by the control surface below `/sandbox/webhooks`. Whatever comes from there is shown as text. */
const SCRIPT = `
const $ = (id) => document.getElementById(id);
const SETTINGS = ['url', 'secret', 'previousSecret', 'encoding'];

async function call(method, path, body) {
	const response = await fetch('/sandbox/webhooks' + path, { method, body: body && JSON.stringify(body) });
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.message);
	return answer;
}

function offer(select, values) {
	select.replaceChildren(...values.map((value) => new Option(value, value)));
}

function row({ at, event, signing, encoding, status, ms, answer }) {
	const line = document.createElement('tr');
	line.className = status >= 200 && status < 300 ? 'accepted' : 'refused';
	const cells = [new Date(at).toLocaleTimeString(), event, signing, encoding, status ?? 'none', ms, answer];
	for (const text of cells) line.insertCell().textContent = text;
	return line;
}

async function act(output, message, work) {
	for (const id of ['saved', 'sent']) $(id).textContent = '';
	try {
		await work();
		await refresh();
		$(output).textContent = message;
	} catch (error) {
		$(output).textContent = error.message;
	}
}

async function refresh() {
	const state = await call('GET', '');
	$('deliveries').replaceChildren(...state.deliveries.reverse().map(row));
	return state;
}

$('settings').onsubmit = (submit) => {
	submit.preventDefault();
	const changes = Object.fromEntries(SETTINGS.map((name) => [name, $(name).value.trim()]));
	void act('saved', 'Saved', () => call('PATCH', '', changes));
};

$('send').onsubmit = (submit) => {
	submit.preventDefault();
	const { value: kind } = $('kind');
	void act('sent', 'Sent', () =>
		call('POST', '', { kind, signing: $('signing').value, times: Number($('times').value) }));
};

refresh().then(({ settings, kinds, encodings, signings }) => {
	offer($('encoding'), encodings);
	offer($('kind'), kinds);
	offer($('signing'), signings);
	for (const name of SETTINGS) $(name).value = settings[name];
	setInterval(() => refresh().catch(() => {}), 2000);
});
`;

const PAGE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Webhooks - PeopleLens sandbox</title>
<style>
	body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
	label { display: block; margin: 0.5rem 0; }
	input:not([type=number]), select { width: 100%; padding: 0.3rem; box-sizing: border-box; }
	table { border-collapse: collapse; width: 100%; font-size: 0.85rem; }
	td, th { text-align: left; padding: 0.2rem 0.6rem 0.2rem 0; border-bottom: 1px solid #ddd; }
	.accepted td:nth-child(5) { color: #080; }
	.refused td:nth-child(5) { color: #b00; }
</style>
</head>
<body>
<h1>Settings &rsaquo; Webhooks</h1>
<p>A made-up tenant of PeopleLens. It sends signed events to an n8n on this computer.</p>
<form id="settings">
	<label>Webhook URL <input id="url" placeholder="http://localhost:5678/webhook/…/webhook"></label>
	<label>Webhook Secret <input id="secret" required></label>
	<label>Previous Webhook Secret <input id="previousSecret"></label>
	<label>Encoding of the signature <select id="encoding"></select></label>
	<button>Save</button> <output id="saved"></output>
</form>
<h2>Send an event</h2>
<form id="send">
	<label>Event <select id="kind"></select></label>
	<label>Signed <select id="signing"></select></label>
	<label>Times <input id="times" type="number" value="1" min="1" max="1000"></label>
	<button>Send</button> <output id="sent"></output>
</form>
<h2>Last deliveries</h2>
<table>
	<thead><tr><th>Time</th><th>Event</th><th>Signed</th><th>Encoding</th><th>Status</th><th>ms</th><th>Answer</th></tr></thead>
	<tbody id="deliveries"></tbody>
</table>
<script>${SCRIPT}</script>
</body>
</html>
`;
