/** The HR system reports new colleagues. */
import axios from 'axios';
import { eventually } from '../../harness/eventually';
import { HR_SECRET } from '../environment';
import type { Example } from '../example';
import type { Employee } from '../stubs/hr';
import { HOSTILE_NAME, HOSTILE_NAME_IN_SLACK } from './hostileName';

const SECRET = { 'X-HR-Secret': HR_SECRET };
const ADA = { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' };

export function describeOnboarding({ environment, inAdvance }: Example): void {
	const published = inAdvance(({ publish }, workflow) => publish(workflow));
	const messages = () =>
		environment().slack.messages.filter(({ channel }) => channel === '#onboarding');
	const usersWith = async (address: string) =>
		(await environment().sandbox.users()).filter(({ email }) => email === address);

	/** @returns the status that the HR system is answered with */
	const report = async (person: Employee, headers: Record<string, string> = SECRET) => {
		await published();
		const url = `${environment().rest.url}/webhook/peoplelens-onboarding`;
		const options = { headers, proxy: false as const, validateStatus: () => true };
		return (await axios.post(url, person, options)).status;
	};
	/** What Slack is told after the HR system has reported somebody. */
	const announcementOf = async (person: Employee) => {
		const before = messages().length;
		expect(await report(person)).toBe(200);
		return (await eventually('a message in Slack', () => messages()[before])).text;
	};

	test('a report without the secret is turned away', async () => {
		expect(await report(ADA, {})).toBe(403);
	});
	test('a new colleague is invited, and the team is told', async () => {
		const text = await announcementOf({ ...ADA, role: 'Hiring Manager' });
		expect(text).toBe(
			'Ada Lovelace (ada@example.com) has been invited to PeopleLens as HiringManager.',
		);
		expect((await usersWith(ADA.email)).map(({ role }) => role)).toEqual(['HiringManager']);
	});
	test('a second report invites nobody, and tells that the role differs', async () => {
		const text = await announcementOf({ ...ADA, role: 'Recruiter' });
		expect(text).toMatch(
			/already has access to PeopleLens as HiringManager\. HR asked for Recruiter/,
		);
		expect(await usersWith(ADA.email)).toHaveLength(1);
	});
	test('a name calls nobody, is no link and makes no line of its own', async () => {
		const eve = { email: 'eve@example.com', firstName: HOSTILE_NAME, lastName: 'Eve' };
		expect(await announcementOf(eve)).toMatch(`${HOSTILE_NAME_IN_SLACK} Eve (eve@example.com)`);
		const text = await announcementOf({ ...eve, email: HOSTILE_NAME, role: HOSTILE_NAME });
		expect(text).toMatch(`:warning: ${HOSTILE_NAME_IN_SLACK} could not be invited`);
		expect(text).not.toMatch(/[<>\n]/);
	});
	test('Slack is told what did not work, with what to do', async () => {
		const text = await announcementOf({ ...ADA, email: 'grace@example.com', role: 'Boss' });
		expect(text).toMatch(/grace@example\.com could not be invited to PeopleLens/);
		expect(text).toMatch(/'Boss' in 'Role' is not a PeopleLens role.*Use one of/s);
	});
}
