import { z } from 'zod';

import { factsSchema } from './facts';

/** Names the format; a reader of another format refuses it. */
const FORMAT = 'n8n-nodes-peoplelens/tenant-check';

/** Goes up with every change that older readers can't read. */
const FORMAT_VERSION = 1;

const reportSchema = z
	.object({
		format: z.literal(FORMAT),
		formatVersion: z.literal(FORMAT_VERSION),
		/** Of this package. */
		packageVersion: z.string().regex(/^\d+\.\d+\.\d+(-[\w.]{1,40})?$/),
		/** Without the time, in UTC. */
		day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
		requests: z.number().int().min(0).max(1000),
		watchedMinutes: z.number().min(0).max(1000),
		wrote: z.boolean(),
		facts: factsSchema,
		/** Follows from the facts: for people who read the file. */
		verdicts: z.record(
			z.string().regex(/^\w{1,40}$/),
			z.enum(['holds', 'copes', 'breaks', 'not seen']),
		),
	})
	.strict();

/** The result of a check as a file: enumerated words and numbers only, nothing of the tenant's data. */
export type Report = z.infer<typeof reportSchema>;

/**
 * Brings a report into the format.
 * @throws {Error} when something would get into it that the format has no place for
 */
export function formatReport(content: Omit<Report, 'format' | 'formatVersion'>): Report {
	return reportSchema.parse({ format: FORMAT, formatVersion: FORMAT_VERSION, ...content });
}

/**
 * Reads a report that `formatReport` made, perhaps somewhere else.
 * @throws {Error} in plain words when the text is no such report, or of a version that isn't known
 */
export function readReport(text: string): Report {
	const value = parse(text);
	const head = z.object({ format: z.literal(FORMAT), formatVersion: z.number() }).safeParse(value);
	if (!head.success) throw new Error('This file is no report of npm run check:tenant');
	if (head.data.formatVersion !== FORMAT_VERSION) {
		throw new Error(
			`This report has the format version ${head.data.formatVersion}; this version of the package reads ${FORMAT_VERSION}`,
		);
	}
	const report = reportSchema.safeParse(value);
	if (report.success) return report.data;
	const places = report.error.issues.map(({ path }) => path.join('.')).slice(0, 5);
	throw new Error(`This report is damaged at: ${places.join(', ')}`);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
