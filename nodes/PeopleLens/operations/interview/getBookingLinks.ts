import { listBookingLinks } from '../../api/interviews';
import { candidateLocator } from '../../fields/recordLocators';
import { readOptional } from '../../parameters/origin';
import { optionalRecordId } from '../../parameters/record';
import type { ItemOperation } from '../types';

export const getBookingLinks: ItemOperation = {
	resource: 'interview',
	operation: 'getBookingLinks',
	name: 'Get Booking Links',
	action: 'Get booking links',
	description: 'Get the links by which candidates book an interview: active and unused ones only',
	fields: [
		{
			...candidateLocator,
			required: false,
			description: 'Only links of this candidate; leave it empty for those of everybody',
		},
	],
	async execute(run) {
		const locator = run.context.getNodeParameter('candidateId', run.itemIndex, '');
		const candidate = readOptional(run, 'candidateId', locator);
		const candidateId = optionalRecordId(run, candidate, 'Candidate', FOR_EVERYBODY);
		return await listBookingLinks(run.api, candidateId);
	},
};

const FOR_EVERYBODY = 'For the links of everybody, leave it empty, without an expression.';
