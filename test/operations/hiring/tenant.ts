import { PeopleLens } from '../../../nodes/PeopleLens/PeopleLens.node';
import type { Behaviour } from '../../../sandbox';
import { openTenant } from '../tenant';

/** The tenant of the other tests, which also hires: one job, two candidates, a résumé, a template. */
export async function openHiringTenant(behaviour: Partial<Behaviour> = {}) {
	const tenant = await openTenant(behaviour, { candidates: 0, jobs: 0 });
	const { hiring } = tenant.sandbox.tenant;
	const job = hiring.addJob({ title: 'Analyst', department: 'Finance' });
	const other = hiring.addJob({ title: 'Nurse', department: 'Care' });
	const add = (first_name: string, last_name: string) =>
		hiring.addCandidate({
			...{ first_name, last_name, email: `${first_name.toLowerCase()}@mail.example` },
			job_id: job.id,
		});
	const mary = add('Mary', 'Jackson');
	const kay = add('Kay', 'McNulty');
	const [plan] = hiring.plans.all();
	const template = hiring.addTemplate();
	const cv = hiring.addDocument(mary.id, {
		...{ file_name: 'Mary.txt', file_type: 'text/plain', bytes: Buffer.from('A résumé') },
	});
	const candidateIds = () => hiring.candidates.all().map(({ id }) => id);
	return { ...tenant, hiring, candidateIds, job, other, mary, kay, plan, template, cv };
}

export type HiringTenant = Awaited<ReturnType<typeof openHiringTenant>>;

export const chosen = (value: unknown, mode = 'id') => ({
	...{ __rl: true as const, mode },
	value: String(value),
});

/** As n8n makes it of a node that an agent uses. */
export function asTool() {
	const node = new PeopleLens();
	node.description = { ...node.description, name: 'peopleLensTool' };
	return node;
}
