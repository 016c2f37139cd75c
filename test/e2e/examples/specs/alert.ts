/** Candidates are deleted, and other things happen. */
import { eventually } from '../../harness/eventually';
import { activeOnes } from '../../harness/sandboxControl';
import { NEXT_POLL } from '../environment';
import type { Example } from '../example';
import { describeBulkDeletion } from './bulkDeletion';
import { HOSTILE_NAME, HOSTILE_NAME_IN_SLACK } from './hostileName';

const deletion = (entityId: string, userId: string | null) => ({
	action: 'CANDIDATE_DELETED',
	entity_type: 'candidate',
	entity_id: entityId,
	user_id: userId,
});

export function describeAlert(example: Example): void {
	const { environment, inAdvance } = example;
	/** The lines of all messages: each is about one deletion. */
	const alerts = () =>
		environment()
			.slack.messages.filter(({ channel }) => channel === '#security-alerts')
			.flatMap(({ text }) => text.split('\n'));

	const deleter = inAdvance(async ({ publish, alertTenant }, workflow) => {
		await publish(workflow);
		const [person] = activeOnes(await alertTenant.users());
		const eve = { id: 'usr-eve', first_name: HOSTILE_NAME, last_name: 'Eve' };
		await alertTenant.addUsers([eve]);
		await alertTenant.addEvents([
			deletion('can-4714', eve.id),
			deletion('can-4711', person.id),
			{ action: 'USER_LOGIN', user_id: person.id, entity_id: 'can-4712' },
			deletion('can-4713', null),
		]);
		return person;
	});

	test('each deletion comes to Slack once, with who did it', async () => {
		const person = await deleter();
		const about = (id: string) => alerts().filter((line) => line.includes(id));
		await eventually('both alerts', () => about('can-4713').length > 0, NEXT_POLL);
		const [text, ...more] = about('can-4711');
		const name = `${person.first_name} ${person.last_name} (${person.email})`;
		expect(text).toContain(`:rotating_light: ${name} deleted the candidate can-4711`);
		expect(text).toMatch(/, \d{1,2} \w{3} \d{4}, \d\d:\d\d \([A-Z]\w+(\/\w+)*\)\.$/);
		expect(more).toEqual([]);
		expect(about('can-4713')[0]).toMatch(/The system deleted/);
	});
	test('a name calls nobody, is no link and makes no line of its own', async () => {
		await deleter();
		const about = () => alerts().find((line) => line.includes('can-4714'));
		const text = await eventually('the alert', about, NEXT_POLL);
		expect(text).toMatch(`:rotating_light: ${HOSTILE_NAME_IN_SLACK} Eve (`);
	});
	describeBulkDeletion(example, {
		tenant: () => environment().alertTenant,
		channel: '#security-alerts',
		begun: deleter,
	});
	test('nothing but deletions is reported', () => {
		expect(alerts().filter((line) => !/deleted the candidate|^… and \d+ more/.test(line))).toEqual(
			[],
		);
		expect(alerts().filter((line) => line.includes('can-4712'))).toEqual([]);
	});
}
