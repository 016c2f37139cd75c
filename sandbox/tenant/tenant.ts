import type { AuditLog } from '../../nodes/PeopleLens/api/types';
import { AuditTrail, type NewEntry } from './auditTrail';
import type { Behaviour } from '../behaviour';
import { Clock } from './clock';
import { Hiring } from '../hiring/hiring';
import type { Invitation } from '../http/invitation';
import { drawPerson, drawRole, emailOf } from './people';
import { createRandom, type Random } from './random';
import { entityTypeOf, Story, type Happening } from './story';
import { Users, type SandboxUser } from './users';

/** The role of somebody who was invited without one. */
const DEFAULT_ROLE = 'Interviewer';

/** An event to write: what is missing is made up, `null` and odd values stay as they are. */
export type NewEvent = Partial<AuditLog>;

/** A customer of PeopleLens: its people, its audit logs, its clock. */
export class Tenant {
	readonly clock: Clock;
	readonly random: Random;
	readonly people: Users;
	readonly trail: AuditTrail;
	readonly hiring: Hiring;
	#story: Story;
	#sequence = 0;

	constructor(
		private readonly behaviour: Behaviour,
		seed: number,
	) {
		this.clock = new Clock(() => behaviour.clockOffsetMs);
		this.random = createRandom(seed);
		this.people = new Users(this.random);
		this.trail = new AuditTrail(() => this.clock.elapsed());
		this.hiring = new Hiring(behaviour, this.clock, seed);
		this.#story = new Story(this.random, () => this.people.all());
	}

	/** Everybody, in the order in which they came; `state` says who is active. */
	get users(): readonly SandboxUser[] {
		return this.people.all();
	}

	/** Every event, oldest first, those included that cannot be seen yet. */
	get auditLogs(): AuditLog[] {
		return this.trail.rows();
	}

	/** Adds an active user without an audit event; what is missing is made up. */
	addUser(fields: Partial<SandboxUser> = {}): SandboxUser {
		const person = { ...drawPerson(this.random), ...fields };
		let email = fields.email ?? emailOf(person);
		for (let number = 2; !fields.email && this.people.withEmail(email); number++) {
			email = emailOf(person, String(number));
		}
		return this.people.add({ ...person, email, role: fields.role ?? drawRole(this.random) });
	}

	/** An invitation by way of the API: adds the user, or brings a deactivated one back. */
	invite(invitation: Invitation): SandboxUser {
		const fields = { role: DEFAULT_ROLE, ...invitation, state: 'invited' as const };
		const returning = this.people.withEmail(invitation.email);
		const user = returning ? Object.assign(returning, fields) : this.people.add(fields);
		this.#recordAboutUser('USER_INVITED', user);
		return user;
	}

	/** The invited person has followed the link in the mail. */
	accept(user: SandboxUser): void {
		user.state = 'active';
		this.addEvent({ action: 'USER_ACTIVATED', entity_id: user.id, user_id: user.id });
	}

	deactivate(user: SandboxUser): void {
		user.state = 'deactivated';
		this.#recordAboutUser('USER_DEACTIVATED', user);
	}

	/**
	 * Writes one event, now unless `created_at` says otherwise.
	 * @param visibleInMs how long it stays invisible; default: as `behaviour.visibilityDelay` says
	 */
	addEvent(event: NewEvent = {}, visibleInMs?: number): AuditLog {
		return this.addEvents([event], visibleInMs)[0];
	}

	/** The same for many: a number stands for so many plausible ones. */
	addEvents(events: number | NewEvent[], visibleInMs?: number): AuditLog[] {
		const list = typeof events === 'number' ? Array.from({ length: events }, () => ({})) : events;
		const entries = list.map((event) => this.#entry(event, visibleInMs));
		this.trail.add(entries);
		return entries.map(({ row }) => row);
	}

	/** Retention: the oldest `count` visible events go. Returns how many there were. */
	removeOldest(count: number): number {
		return this.trail.removeOldest(count);
	}

	/** Who acts through the API is the administrator who made the key. */
	#recordAboutUser(action: string, { id, email, role }: SandboxUser): void {
		const owner = this.users.find((user) => user.role === 'Administrator');
		const user_id = owner?.id ?? null;
		this.addEvent({ action, entity_id: id, user_id, details: { email, role, via: 'api' } });
	}

	#entry(event: NewEvent, visibleInMs = this.#delay()): NewEntry {
		const now = this.clock.now();
		const { action, entity_type, entity_id, user_id, details } = event.action
			? bareEvent(event.action, this.random)
			: this.#story.next();
		const row: AuditLog = {
			id: this.random.uuid(),
			action,
			entity_type,
			entity_id,
			user_id,
			details,
			created_at: new Date(now).toISOString(),
			...event,
		};
		const at = Date.parse(row.created_at ?? '');
		return {
			row,
			at: Number.isNaN(at) ? now : at,
			sequence: this.#sequence++,
			shuffle: this.random.next(),
			visibleAt: this.clock.elapsed() + visibleInMs,
		};
	}

	#delay(): number {
		const { visibilityDelay } = this.behaviour;
		if (typeof visibilityDelay === 'number') return visibilityDelay;
		const { share, maxMs } = visibilityDelay;
		return this.random.chance(share) ? this.random.next() * maxMs : 0;
	}
}

/** The rest of an event of which only the action was chosen. */
function bareEvent(action: string, random: Random): Happening {
	const entity_type = entityTypeOf(action);
	return { action, entity_type, entity_id: random.uuid(), user_id: null, details: {} };
}
