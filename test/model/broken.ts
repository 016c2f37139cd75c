import mapValues from 'lodash/mapValues';

import { listAuditLogs } from '../../nodes/PeopleLens/api/auditLogs';
import type { AuditLogQuery } from '../../nodes/PeopleLens/api/auditLogs';
import { createBaseline } from '../../nodes/PeopleLens/poller/baseline';
import { poll } from '../../nodes/PeopleLens/poller/poll';
import type { Stores } from '../../nodes/PeopleLens/trigger/copies';
import { commitState, loadState } from '../../nodes/PeopleLens/trigger/stateStore';
import { systemClock } from '../../nodes/PeopleLens/trigger/systemClock';
import type { Trigger } from './runCheck';

const TENANT = 'https://acme.peoplelensai.com';
const SETTINGS = { maxEvents: 2, overlap: 60_000 };

type Keep = (
	stores: Stores,
	...states: Parameters<typeof commitState> extends [Stores, ...infer Rest] ? Rest : never
) => boolean;

/** A trigger of the package's own parts, put together in another order. */
const put =
	(keep: Keep, afterKeeping: (ask: () => Promise<unknown>) => Promise<unknown>): Trigger =>
	async (context, api, deadline) => {
		const { id: nodeId, name: nodeName } = context.getNode();
		const stores: Stores = {
			node: context.getWorkflowStaticData('node'),
			workflow: context.getWorkflowStaticData('global'),
			nodeId,
			nodeName,
			hasNode: (name) => name === nodeName,
		};
		const fetchPage = async (page: AuditLogQuery) => await listAuditLogs(api, page);
		const { state } = loadState(stores, TENANT);
		const limits = { tenant: TENANT, deadline };
		if (state === undefined) {
			const first = await createBaseline(fetchPage, { ...limits, ...SETTINGS }, systemClock);
			commitState(stores, state, first);
			return [];
		}
		const outcome = await poll(fetchPage, state, { ...SETTINGS, deadline }, systemClock);
		if (outcome.state === state) return [];
		if (!keep(stores, state, outcome.state)) return [];
		await afterKeeping(async () => await fetchPage({ limit: 1, offset: 0 }));
		return outcome.events;
	};

const nothing = async () => undefined;

/** Each breaks one rule of docs/architecture.md, "Why no event is lost or repeated". */
const BROKEN_TRIGGERS: Record<string, Trigger> = {
	'commits, and asks for more before it delivers': put(commitState, async (ask) => await ask()),
	'delivers without keeping the state': put(() => true, nothing),
	'commits whatever another check has committed meanwhile': put((stores, _before, after) => {
		const { state } = loadState(stores, TENANT);
		return commitState(stores, state, after);
	}, nothing),
	'keeps the state inside of a value that n8n does not watch': put((stores, before, after) => {
		const [copy] = stores.node.peopleLensTrigger as Array<{ state: unknown }>;
		if (loadState(stores, TENANT).state?.revision !== before?.revision) return false;
		copy.state = after;
		return true;
	}, nothing),
};

/** n8n would end a trigger that throws when it is started together with n8n. */
const quietAtStart =
	(trigger: Trigger): Trigger =>
	async (context, api, deadline) =>
		await trigger(context, api, deadline).catch((thrown: Error) => {
			if (context.getActivationMode() === 'init') return [];
			throw thrown;
		});

export const BROKEN = mapValues(BROKEN_TRIGGERS, quietAtStart);

/** Right but for what it does not know: which outcome n8n is still saving. */
export const IMPATIENT = quietAtStart(put(commitState, nothing));
