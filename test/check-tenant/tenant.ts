import type { Behaviour } from '../../sandbox/behaviour';
import { startSandbox, type Sandbox } from '../../sandbox/index';
import { TenantClient, type Time } from '../../scripts/check-tenant/http/client';
import { MAX_REQUESTS } from '../../scripts/check-tenant/program';
import { createReport, type Report } from '../../scripts/check-tenant/report';
import { Session } from '../../scripts/check-tenant/probes/session';
import { survey, type SurveyOptions } from '../../scripts/check-tenant/survey';
import { delay } from '../support/node';

/** Nobody in the sandbox has it. */
export const NEW_EMAIL = 'check.tenant@acme.example';

export const USERS = 60;

/** A tenant in which everything can be seen: enough users and events, one of them on a whole second. */
export async function startTenant(behaviour: Partial<Behaviour> = {}): Promise<Sandbox> {
	const sandbox = await startSandbox({ users: USERS, auditLogs: 300, behaviour });
	const now = sandbox.tenant.clock.now();
	const seconds = new Date(Math.floor(now / 1000) * 1000 - 60_000).toISOString();
	sandbox.tenant.addEvent({ action: 'JOB_CLOSED', created_at: seconds }, 0);
	return sandbox;
}

/** One check of a sandbox, without pauses between its requests. */
export async function checkTenant(
	sandbox: Pick<Sandbox, 'url' | 'apiKey'>,
	options: SurveyOptions = {},
	time: Time = { now: () => Date.now(), sleep: async (ms: number) => await delay(ms) },
): Promise<Pick<Session, 'facts' | 'written' | 'left'> & { requests: number; report: Report }> {
	const client = new TenantClient({
		baseUrl: sandbox.url,
		apiKey: sandbox.apiKey,
		time,
		maxRequests: MAX_REQUESTS,
		pauseMs: 0,
		timeoutMs: 10_000,
	});
	const session = new Session(client);
	await survey(session, options);
	const { facts, written, left } = session;
	const report = createReport(facts, {
		packageVersion: '1.0.0',
		day: '2026-03-01',
		requests: client.sent,
		watchedMinutes: options.watchMinutes ?? 0,
		wrote: written === 'deactivated',
	});
	return { facts, written, left, requests: client.sent, report };
}

/** Holds the tenant's clock: it stands still while requests are answered, and sleeping moves it on. */
export function heldTime({ tenant: { clock } }: Sandbox): Time {
	clock.hold();
	return {
		now: () => clock.elapsed(),
		sleep: async (ms) => await Promise.resolve(clock.advance(ms)),
	};
}

/** A check of a tenant of its own. What its rate limit wants is waited for on the tenant's clock. */
export async function checkBehaviour(
	behaviour: Partial<Behaviour> = {},
	options: SurveyOptions = {},
) {
	const sandbox = await startTenant(behaviour);
	try {
		const isLimited = sandbox.behaviour.rateLimit !== null;
		const result = await checkTenant(sandbox, options, isLimited ? heldTime(sandbox) : undefined);
		return { ...result, sandbox };
	} finally {
		await sandbox.stop();
	}
}

/** Names, e-mails, IDs and dates of the tenant that stand in a text. */
export function personalDataIn(text: string, { tenant, url, apiKey }: Sandbox): string[] {
	const words = [
		...tenant.users.flatMap(({ id, email, first_name, last_name }) => [
			id,
			email,
			`"${first_name}"`,
			`"${last_name}"`,
		]),
		...tenant.auditLogs.flatMap(({ id, entity_id, user_id, created_at }) => [
			id,
			entity_id,
			user_id,
			created_at,
		]),
		url,
		apiKey,
		NEW_EMAIL,
		'northwind',
		'127.0.0.1',
	];
	return words.flatMap((word) => (word && text.includes(word) ? [word] : []));
}
