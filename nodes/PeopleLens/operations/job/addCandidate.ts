import { getCandidate } from '../../api/candidates';
import { addCandidateToJob, getJob } from '../../api/jobs';
import { candidateLocator, jobLocator } from '../../fields/recordLocators';
import { runInOrder } from '../inOrder';
import { checkChosenJob, readChosenPerson, recordId } from '../records';
import type { ItemOperation, ItemRun } from '../types';

export const addCandidate: ItemOperation = {
	resource: 'job',
	operation: 'addCandidate',
	name: 'Add Candidate',
	action: 'Add candidate to job',
	description: 'Link a candidate to a job. Whoever applies for another job is moved.',
	fields: [
		jobLocator,
		{
			...candidateLocator,
			hint: 'A candidate has one job at a time: adding them here takes them out of any other',
		},
	],
	async execute(run) {
		const jobId = recordId(run, 'jobId', 'Job');
		const candidateId = recordId(run, 'candidateId', 'Candidate');
		const add = async () => {
			await checkChosenJob(run, 'jobId', async () => await readOnce(run, jobId));
			const read = async () => await getCandidate(run.api, candidateId);
			await readChosenPerson(run, 'candidateId', 'Candidate', read);
			return await addCandidateToJob(run.api, jobId, candidateId);
		};
		return [await runInOrder(run, 'candidate', candidateId, add)];
	},
};

/** The list was asked for one job, for all items. A job that could not be read says nothing of later ones. */
async function readOnce({ api, cache }: ItemRun, jobId: string) {
	const reading = cache.jobs.get(jobId) ?? getJob(api, jobId);
	cache.jobs.set(jobId, reading);
	reading.catch(() => cache.jobs.delete(jobId));
	return await reading;
}
