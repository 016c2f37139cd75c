import type { Answer } from '../../sandbox/http/answer';
import {
	isObject,
	isUserList,
	jsonOf,
	peopleIn,
	userIdIn,
	type Evidence,
	type Exchange,
} from './evidence';
import { lookalike, mailbox } from './identity';
import { leaksOf } from '../support/keyForms';

/** What a person asked the node to do, in the terms of the laws below. */
export interface Order {
	/** People who may lose their access: those named, or everyone that a sync does not list. */
	deactivates: 'nobody' | 'named' | 'unlisted';
	/** For `named`: as they were asked for. */
	named: Array<{ by: 'id' | 'email'; value: string }>;
	/** People who may be invited, as the input spells them; one entry for each input item. */
	invites: string[];
	/** Whether the same person in two input items may be asked for twice (Create). */
	repeats: boolean;
	/** The list of a sync: everyone on it keeps their access. */
	listed: string[];
	protectedRoles: string[];
	protectedEmails: string[];
	maxDeactivations: number;
	maxInvitations: number;
}

/** A law that holds whatever the server does. It gives what broke it, or nothing. */
export interface Invariant {
	name: string;
	breaches: (evidence: Evidence, order: Order) => string[];
}

const deletesIn = ({ exchanges }: Evidence) =>
	exchanges.filter(({ method }) => method === 'DELETE');

const targetsIn = (evidence: Evidence) =>
	new Set(deletesIn(evidence).map(({ path }) => userIdIn(path) ?? path));

/** Everything that was shown before the first DELETE of that ID. */
function before(evidence: Evidence, id: string): Exchange[] {
	const index = evidence.exchanges.findIndex(
		({ method, path }) => method === 'DELETE' && userIdIn(path) === id,
	);
	return evidence.exchanges.slice(0, index);
}

const emailsShownFor = (evidence: Evidence, id: string) =>
	before(evidence, id)
		.flatMap(({ answer }) => peopleIn(answer))
		.filter((person) => String(person.id) === id)
		.flatMap(({ email }) => (typeof email === 'string' ? email : []));

/** Whether one of the answers names that ID as the one person with that e-mail. */
function isResolved(evidence: Evidence, id: string, email: string): boolean {
	return before(evidence, id)
		.filter(isUserList)
		.some(({ answer }) => {
			const matches = peopleIn(answer).filter(
				(person) => typeof person.email === 'string' && mailbox(person.email) === mailbox(email),
			);
			const exact = matches.filter((person) => person.email === email.trim());
			const ids = new Set((exact.length > 0 ? exact : matches).map((person) => String(person.id)));
			return ids.size === 1 && ids.has(id);
		});
}

/** The role in the latest answer that showed that one person. */
const latestRole = (exchanges: Exchange[], id: string) =>
	exchanges
		.filter(({ method, path }) => method === 'GET' && userIdIn(path) === id)
		.flatMap(({ answer }) => peopleIn(answer))
		.filter((person) => String(person.id).toLowerCase() === id.toLowerCase())
		.at(-1)?.role;

const plainRole = (role: string) => role.replace(/[\s_-]/g, '').toLowerCase();

/** Whether an answer to a DELETE says yes and nothing else. */
function isClearYes(answer: Answer | undefined): boolean {
	if (answer === undefined || answer.status < 200 || answer.status > 299) return false;
	if (answer.body.trim() === '') return true;
	const body = jsonOf(answer);
	if (!isObject(body)) return false;
	return ![body, body.data, body.user]
		.filter(isObject)
		.some(
			({ success, ok, error, errors, status, deactivated, is_active, is_enabled, active }) =>
				[success, ok, deactivated].some((flag) => flag !== undefined && flag !== true) ||
				[is_active, is_enabled, active].some((flag) => flag !== undefined && flag !== false) ||
				Boolean(error) ||
				Boolean(errors) ||
				/error|fail|denied|active$/i.test(String(status ?? '')),
		);
}

/** Whether PeopleLens said that it took the access away, or shows somebody who has none. */
function isShownGone({ exchanges }: Evidence, id: string): boolean {
	const index = exchanges.findLastIndex(
		({ method, path }) => method === 'DELETE' && userIdIn(path) === id,
	);
	if (isClearYes(exchanges[index]?.answer)) return true;
	const shown = exchanges
		.slice(index + 1)
		.filter(({ method, path }) => method === 'GET' && userIdIn(path) === id);
	if (shown.some(({ answer }) => isInactive(jsonOf(answer)))) return true;
	if (index < 0) return false;
	const isMissing = shown.some(({ answer }) => answer?.status === 404 && isObject(jsonOf(answer)));
	const lists = exchanges.slice(index + 1).filter(isUserList);
	return (
		isMissing ||
		lists.some(({ answer }) => peopleIn(answer).every((person) => String(person.id) !== id))
	);
}

function isInactive(body: unknown): boolean {
	if (!isObject(body)) return false;
	const { status, active, is_active, is_enabled } = body;
	return (
		status === 'deactivated' ||
		[active, is_active, is_enabled].includes(false) ||
		isInactive(body.data) ||
		isInactive(body.user)
	);
}

/** Words of JavaScript or of a library, which tell a user nothing. */
const FOREIGN = [
	/is not a function|cannot read propert|maximum call stack|invalid time value|uri malformed/i,
	/unexpected (token|end)|is not iterable|is not valid json|circular structure/i,
	/\b(undefined|null|NaN)\b|\[object |\bE(CONN|NOTFOUND|TIMEDOUT|PIPE|HOST|AI_|PROTO)|\.(js|ts):\d/,
];

export const INVARIANTS: Invariant[] = [
	{
		name: 'no request leaves the origin of the credential',
		breaches: ({ strayed }) => (strayed > 0 ? [`${strayed} requests to another origin`] : []),
	},
	{
		name: 'nobody is deactivated who was not asked for, or found by an exact and unique match',
		breaches: (evidence, { deactivates, named }) =>
			[...targetsIn(evidence)]
				.filter((id) => {
					if (deactivates === 'nobody') return true;
					if (deactivates === 'unlisted') {
						return !before(evidence, id)
							.filter(isUserList)
							.some(({ answer }) => peopleIn(answer).some((person) => String(person.id) === id));
					}
					return !named.some(({ by, value }) =>
						by === 'id' ? value.trim() === id : isResolved(evidence, id, value),
					);
				})
				.map((id) => `DELETE for ${JSON.stringify(id)}`),
	},
	{
		name: 'nobody on the list loses their access',
		breaches: (evidence, { listed }) => {
			const keys = new Set(listed.flatMap((email) => [mailbox(email), lookalike(email)]));
			return [...targetsIn(evidence)].flatMap((id) =>
				emailsShownFor(evidence, id)
					.filter((email) => keys.has(mailbox(email)) || keys.has(lookalike(email)))
					.map((email) => `DELETE for ${id}, who is ${JSON.stringify(email)}`),
			);
		},
	},
	{
		name: 'nobody who is protected loses their access',
		breaches: (evidence, { protectedRoles, protectedEmails }) => {
			const roles = protectedRoles.map(plainRole);
			const emails = new Set(protectedEmails.map(mailbox));
			return [...targetsIn(evidence)].flatMap((id) => {
				const found: string[] = [];
				if (emailsShownFor(evidence, id).some((email) => emails.has(mailbox(email)))) {
					found.push(`DELETE for ${id}, whose email is protected`);
				}
				if (roles.length === 0) return found;
				const role = latestRole(before(evidence, id), id);
				if (typeof role !== 'string' || role === '' || roles.includes(plainRole(role))) {
					found.push(`DELETE for ${id}, whose role was shown as ${JSON.stringify(role)}`);
				}
				return found;
			});
		},
	},
	{
		name: 'no more people than the maximum are deactivated or invited',
		breaches: (evidence, { maxDeactivations, maxInvitations }) => {
			const gone = targetsIn(evidence).size;
			const invited = evidence.exchanges.filter(({ method }) => method === 'POST').length;
			return [
				...(gone > maxDeactivations ? [`${gone} deactivated of at most ${maxDeactivations}`] : []),
				...(invited > maxInvitations * 5
					? [`${invited} invited of at most ${maxInvitations}`]
					: []),
			];
		},
	},
	{
		name: 'nobody is invited twice, and nobody who was not asked for',
		breaches: ({ exchanges }, { invites, repeats }) => {
			const asked = new Map<string, number>();
			for (const email of invites) asked.set(mailbox(email), (asked.get(mailbox(email)) ?? 0) + 1);
			const sent = new Map<string, number>();
			for (const { method, body, answer } of exchanges) {
				if (method !== 'POST' || answer?.status === 429) continue;
				const key = mailbox(String((JSON.parse(body) as { email: unknown }).email));
				sent.set(key, (sent.get(key) ?? 0) + 1);
			}
			return [...sent]
				.filter(
					([key, count]) => count > (repeats ? (asked.get(key) ?? 0) : asked.has(key) ? 1 : 0),
				)
				.map(
					([key, count]) =>
						`${count} invitations for ${key}, asked for ${asked.get(key) ?? 0} times`,
				);
		},
	},
	{
		name: 'nobody is called deactivated who may still have access',
		breaches: (evidence) =>
			evidence.items
				.filter(
					({ deactivated, action, status }) =>
						deactivated === true || (action === 'deactivate' && status === 'done'),
				)
				.filter(({ id }) => !isShownGone(evidence, String(id)) && evidence.hasAccess(String(id)))
				.map((item) => JSON.stringify(item)),
	},
	{
		name: 'no piece of the API key is in a message, an item, a hint or a log',
		breaches: ({ apiKey, items, hints, logs, failure }) => {
			const places = {
				items: JSON.stringify(items),
				hints: hints.join('\n'),
				logs: logs.join('\n'),
				message: failure?.message ?? '',
				'stored execution': failure?.stored ?? '',
			};
			return Object.entries(places).flatMap(([place, text]) => {
				const leaks = leaksOf(apiKey, text);
				return leaks.length > 0 ? [`${leaks.join(', ')} in the ${place}`] : [];
			});
		},
	},
	{
		name: 'no request is waited for past its deadline',
		breaches: ({ exchanges, longestMs }) =>
			exchanges
				.filter(({ tookMs = 0 }) => tookMs > longestMs)
				.map(({ method, path, tookMs }) => `${method} ${path} took ${tookMs} ms`),
	},
	{
		name: 'what goes wrong is said in words for people',
		breaches: ({ failure, items, hints }) =>
			[failure?.message, ...items.flatMap(({ error, reason }) => [error, reason]), ...hints]
				.filter((text): text is string => typeof text === 'string')
				.filter((text) => text.trim() === '' || FOREIGN.some((pattern) => pattern.test(text))),
	},
];
