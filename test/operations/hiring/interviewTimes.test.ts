import type { INodeParameters } from 'n8n-workflow';

import { schedule } from './parameters';
import { openHiringTenant, type HiringTenant } from './tenant';

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

// Why they are of the year 2099: STILL_TO_COME.
describe('a time for an interview', () => {
	const at = (startTime: string, additionalFields: INodeParameters = {}) =>
		schedule(tenant, { startTime, additionalFields });
	const timezone = 'Europe/Berlin';

	it.each([
		['2099-03-29T02:30:00', 'does not exist'],
		['2099-03-29 02:00', 'does not exist'],
		['2099-10-25T02:30:00', 'comes twice'],
		['2099-10-25T02:00', 'comes twice'],
	])('that is not one instant is refused: %s', async (time, words) => {
		await expect(tenant.run(at(time), { timezone })).rejects.toMatchObject({
			message: expect.stringMatching(new RegExp(`^'${time}' in 'Start Time' ${words}`)),
			description: expect.stringContaining('+01:00'),
		});
		const late = at('2099-03-01T02:30', { endTime: time });
		await expect(tenant.run(late, { timezone })).rejects.toThrow(`'End Time' ${words}`);
		expect(tenant.plan.appointments).toEqual([]);
	});

	it.each([
		['2099-03-29T01:59:59', '2099-03-29T00:59:59.000Z'],
		['2099-03-29T03:00:00', '2099-03-29T01:00:00.000Z'],
		['2099-10-25T01:59:00', '2099-10-24T23:59:00.000Z'],
		['2099-10-25T03:00:00', '2099-10-25T02:00:00.000Z'],
		['2099-10-25T02:30:00+02:00', '2099-10-25T00:30:00.000Z'],
		['2099-10-25T02:30:00+01:00', '2099-10-25T01:30:00.000Z'],
		['2099-03-29T02:30:00Z', '2099-03-29T02:30:00.000Z'],
		['2099-03-29T02:30:00.000-0500', '2099-03-29T07:30:00.000Z'],
	])('that is one is sent: %s', async (time, sent) => {
		await tenant.run(at(time), { timezone });
		expect(tenant.plan.appointments).toMatchObject([{ start_time: sent }]);
	});

	it.each([
		...['2099-07-01', '2099-07', '2099-W27', '2099-W27-3', '2099-182', ' 2099-07-01 '],
		'={{ "2099-07-01" }}',
	])('that is a day alone is refused, as it would mean midnight: %s', async (time) => {
		const day = time.replace(/[={}"]/g, '').trim();
		await expect(tenant.run(at(time), { timezone })).rejects.toMatchObject({
			message: `'${day}' in 'Start Time' has a day and no time`,
			description: 'Add the time, as in 2026-07-01T09:00:00.',
		});
		const late = at('2099-03-01T09:00', { endTime: time });
		await expect(tenant.run(late, { timezone })).rejects.toThrow(
			"'End Time' has a day and no time",
		);
		expect(tenant.requests('POST')).toEqual([]);
	});

	it.each([
		['2099-07-01T00:00:00', '2099-06-30T22:00:00.000Z'],
		['2099-07-01 00:00', '2099-06-30T22:00:00.000Z'],
		['2099-07-01T00', '2099-06-30T22:00:00.000Z'],
		['20990701T00', '2099-06-30T22:00:00.000Z'],
		['2099-W27-3T09:30', '2099-07-01T07:30:00.000Z'],
		["={{ DateTime.fromISO('2099-07-01') }}", expect.stringMatching(/^2099-/)],
		["={{ new Date('2099-07-01') }}", '2099-07-01T00:00:00.000Z'],
	])('that says its hour is sent: %s', async (time, sent) => {
		await tenant.run(at(time), { timezone });
		expect(tenant.plan.appointments).toMatchObject([{ start_time: sent }]);
	});

	it.each([
		...['2099-07-01 09:00 BST', '2099-07-01 09:00 EST', '2099-07-01T09:00 CEST'],
		...['2099-10-25 01:30 Europe/London', '2099-10-25T01:30[Europe/London]'],
	])('in a zone that is a name is refused, as names mean several: %s', async (time) => {
		await expect(tenant.run(at(time), { timezone })).rejects.toThrow(
			`'${time}' in 'Start Time' is not a date`,
		);
		expect(tenant.requests('POST')).toEqual([]);
	});

	it.each([
		...['2099-07-01 14:00-15:00', '2099-07-01 09:00-10:00', '2099-07-01 09:00 -10:00'],
		...['2099-07-01T09:00-15:00', '2099-07-01T09:00+99:99', '2099-07-01T09:00+10:10'],
	])(
		'that may be a period, or has no distance from UTC that there is, is refused: %s',
		async (time) => {
			await expect(tenant.run(at(time), { timezone })).rejects.toThrow(
				`'${time}' in 'Start Time' is not a date`,
			);
			expect(tenant.requests('POST')).toEqual([]);
		},
	);

	it.each([
		['2024-07-01T09:00:00', '1 July 2024'],
		['={{ new Date(1783065600) }}', '21 January 1970'],
		['={{ $now.minus({ days: 2 }) }}', ''],
	])('that is over is refused: %s', async (time, day) => {
		const message = expect.stringMatching(new RegExp(`^'Start Time' is over: it is ${day}`));
		await expect(tenant.run(at(time), { timezone })).rejects.toMatchObject({ message });
		expect(tenant.requests('POST')).toEqual([]);
	});

	it('that was an hour ago is sent, as clocks differ', async () => {
		await tenant.run(at('={{ $now.minus({ hours: 1 }) }}'), { timezone });
		expect(tenant.plan.appointments).toHaveLength(1);
	});

	it.each([
		['={{ new Date(null) }}', "'Start Time' is over: it is 1 January 1970"],
		['={{ DateTime.fromMillis(0) }}', "'Start Time' is over: it is 1 January 1970"],
		['={{ $json.none }}', "'Start Time' is empty"],
	])('that an expression did not find is refused: %s', async (time, words) => {
		const refused = tenant.run(at(time), { timezone });
		await expect(refused).rejects.toMatchObject({
			message: words,
			description: expect.not.stringContaining('remove'),
		});
		expect(tenant.requests('POST')).toEqual([]);
	});

	it.each(['title', 'description'])('is not made with a %s that was not found', async (field) => {
		const parameters = at('2099-03-01T09:00', { [field]: '={{ $json.nothing }}' });
		await expect(tenant.json(parameters)).rejects.toThrow(/'(Title|Description)' is empty/);
		expect(tenant.plan.appointments).toEqual([]);
	});
});
