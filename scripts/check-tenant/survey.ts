import type { Facts, Probe } from '../../sandbox/tenantReport/facts';
import { GivenUpError, RequestsSpentError } from './http/client';
import { probeAction } from './probes/action';
import { probeEmail } from './probes/email';
import { probeLimits } from './probes/limits';
import { probeOneUser } from './probes/oneUser';
import { probePages } from './probes/pages';
import { probeRecent } from './probes/recent';
import { probeSince } from './probes/since';
import type { Session } from './probes/session';
import { transportFacts } from './probes/transport';
import { probeUnlisted } from './probes/unlisted';
import { probeUserList } from './probes/userList';
import { probeWatch } from './probes/watch';
import { probeWrite } from './probes/write';
import { probeWrongKey } from './probes/wrongKey';

export interface SurveyOptions {
	/** How long to watch new events; 0: not at all. */
	watchMinutes?: number;
	/** The address to play an invitation through with; without it, nothing is changed. */
	writeEmail?: string;
	/** Told which part begins. */
	onProbe?: (probe: Probe) => void;
	/** Told as soon as nothing more is changed. */
	onWritten?: () => void;
}

/** Finds out about a tenant all that its answers show, with at most the client's requests. */
export async function survey(session: Session, options: SurveyOptions = {}): Promise<void> {
	const { client, facts } = session;
	const { watchMinutes = 0, writeEmail, onProbe, onWritten } = options;
	const unfinished: Probe[] = [];
	const probes: Array<[Probe, () => Promise<void>]> = [
		['pages', async () => await probePages(session)],
		['limits', async () => await probeLimits(session)],
		['recent', async () => await probeRecent(session)],
		['since', async () => await probeSince(session)],
		['action', async () => await probeAction(session)],
		['userList', async () => await probeUserList(session)],
		['email', async () => await probeEmail(session)],
		['oneUser', async () => await probeOneUser(session)],
		['unlisted', async () => await probeUnlisted(session)],
		...(writeEmail === undefined
			? []
			: [step('write', async () => await probeWrite(session, writeEmail).finally(onWritten))]),
		...(watchMinutes > 0
			? [step('watch', async () => await probeWatch(session, watchMinutes))]
			: []),
		['wrongKey', async () => await probeWrongKey(session)],
	];

	let isOver = false;
	for (const [name, probe] of probes) {
		if (isOver || isTurnedAway(facts)) {
			unfinished.push(name);
			continue;
		}
		onProbe?.(name);
		try {
			await probe();
			Object.assign(facts, transportFacts(client));
		} catch (error) {
			// Whatever a tenant answers, the other points are still worth knowing.
			unfinished.push(name);
			isOver = error instanceof RequestsSpentError || error instanceof GivenUpError;
		}
	}
	Object.assign(facts, transportFacts(client));
	facts.unfinished = unfinished;
}

function step(name: Probe, run: () => Promise<void>): [Probe, () => Promise<void>] {
	return [name, run];
}

/** A key that PeopleLens refuses is refused everywhere: that needs no forty requests to see. */
function isTurnedAway({ auditLogStatus }: Facts): boolean {
	return auditLogStatus === 401;
}
