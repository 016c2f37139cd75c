import type { INodeParameters } from 'n8n-workflow';

import { byEmail } from '../tenant';
import { chosen, type HiringTenant } from './tenant';

/** What the node is asked to do for Mary, who has a résumé and is about to be interviewed. */

/** A time that is over would be refused. The calendar of 2099 is that of 2026. */
export const STILL_TO_COME = '2099-07-01T09:00:00';

export const schedule = (tenant: HiringTenant, more: INodeParameters = {}): INodeParameters => ({
	...{ resource: 'interview', operation: 'schedule', planId: String(tenant.plan.id) },
	...{ stepId: 'step-1', interviewerId: byEmail('ada@acme.com'), startTime: STILL_TO_COME },
	...more,
});

export const download = (tenant: HiringTenant, more: INodeParameters = {}): INodeParameters => ({
	...{ resource: 'document', operation: 'download', candidateId: chosen(tenant.mary.id) },
	...more,
});

export const upload = (tenant: HiringTenant, more: INodeParameters = {}): INodeParameters => ({
	...{ resource: 'document', operation: 'upload', candidateId: chosen(tenant.mary.id) },
	...more,
});
