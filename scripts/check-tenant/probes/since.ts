import { oddValue } from './limits';
import type { Row } from './rows';
import { PAGE_LIMIT, type Session } from './session';
import { isoOf } from './timestamp';

/**
 * How `since` is compared. One event is asked for with its own moment, a millisecond before it and
 * one after it: whether it comes back shows whether `since` is inclusive, and how it is rounded.
 */
export async function probeSince(session: Session): Promise<void> {
	const { facts } = session;
	if (session.firstPage.length === 0) return;
	const invalid = await session.auditLogs({ ...PAGE, since: 'not-a-date' });
	facts.sinceInvalid = oddValue(invalid.reply, invalid.rows?.length, session.rows.size);

	const early = pick(session.recent, isEarly);
	const event = early ?? pick(session.recent, isLate);
	if (!event) return;
	const before = await comesBack(session, event, -1);
	const same = await comesBack(session, event, 0);
	const after = await comesBack(session, event, 1);
	if (before && !after) {
		facts.sincePrecision = 'millisecond';
		facts.sinceInclusive = same;
	} else if (early && before && after) {
		await probeRounding(session, early);
	} else if (early && !before && !same && !after) {
		facts.sincePrecision = (await comesBack(session, early, -1_000)) ? 'secondUp' : 'other';
	} else if (early) {
		facts.sincePrecision = 'other';
	}
}

/** In the first half of a second, rounding and cutting off do the same. */
const isEarly = ({ inSecond }: Moment) => inSecond > 1 && inSecond < 499;
const isLate = ({ inSecond }: Moment) => inSecond > 501 && inSecond < 999;

/** The event came back although `since` lies after it: what is rounded, and in which direction? */
async function probeRounding(session: Session, early: Moment): Promise<void> {
	const { facts } = session;
	if (await comesBack(session, early, 1_500)) {
		const farAhead = new Date(early.time + 10 * 365 * 86_400_000).toISOString();
		const page = await session.auditLogs({ ...PAGE, since: farAhead });
		facts.sincePrecision = (page.rows?.length ?? 0) > 0 ? 'ignored' : 'coarser';
		return;
	}
	const late = pick(session.recent, isLate);
	if (late) facts.sincePrecision = (await comesBack(session, late, 1)) ? 'secondDown' : 'second';
	const whole = pick(session.recent, ({ inSecond }) => inSecond === 0);
	if (whole) facts.sinceInclusive = await comesBack(session, whole, 0);
}

const PAGE = { limit: PAGE_LIMIT, offset: 0 };

interface Moment {
	row: Row;
	time: number;
	/** 0 to 999 ms. */
	inSecond: number;
}

function pick(rows: Row[], fits: (moment: Moment) => boolean): Moment | undefined {
	return rows
		.flatMap((row) => {
			const { time } = row;
			return time === undefined
				? []
				: [{ row, time, inSecond: time - Math.floor(time / 1000) * 1000 }];
		})
		.find(fits);
}

/** Whether the event is in the answer; its own moment is sent with the digits that PeopleLens wrote. */
async function comesBack(session: Session, { row, time }: Moment, shiftMs: number) {
	const moment =
		shiftMs === 0 ? isoOf(row.createdAt, time) : new Date(time + shiftMs).toISOString();
	const { rows } = await session.auditLogs({ ...PAGE, since: moment });
	return rows?.some(({ key }) => key === row.key) ?? false;
}
