import type { Facts } from '../../sandbox/tenantReport/facts';
import { formatReport, type Report } from '../../sandbox/tenantReport/format';
import { judge } from './verdicts';

export { readReport } from '../../sandbox/tenantReport/format';
export type { Report };

/**
 * Makes a report of what was found.
 * @throws {Error} when something would get into it that the format has no place for
 */
export function createReport(
	facts: Facts,
	about: Pick<Report, 'packageVersion' | 'day' | 'requests' | 'watchedMinutes' | 'wrote'>,
): Report {
	const points = judge(facts).flatMap((section) => section.points);
	const verdicts = Object.fromEntries(points.map(({ id, verdict }) => [id, verdict]));
	return formatReport({ ...about, facts, verdicts });
}
