import type { Random } from './random';

export type UserState = 'invited' | 'active' | 'deactivated';

/** A user as the tenant keeps it; `state` is never part of an answer. */
export interface SandboxUser {
	id: string;
	email: string;
	first_name: string;
	last_name: string;
	role: string;
	state: UserState;
}

/** The people of a tenant, in the order in which they came. */
export class Users {
	#byId = new Map<string, SandboxUser>();
	#byEmail = new Map<string, SandboxUser>();
	#list: SandboxUser[] = [];

	constructor(private readonly random: Random) {}

	all(): readonly SandboxUser[] {
		return this.#list;
	}

	get(id: string): SandboxUser | undefined {
		return this.#byId.get(id);
	}

	/** One address, one person: letters' case makes no second one. */
	withEmail(email: string): SandboxUser | undefined {
		return this.#byEmail.get(email.toLowerCase());
	}

	/** @throws {RangeError} when the id or the e-mail address is taken */
	add(user: Omit<SandboxUser, 'id' | 'state'> & { id?: string; state?: UserState }): SandboxUser {
		const { email, first_name, last_name, role } = user;
		const id = user.id ?? this.random.uuid();
		if (this.#byId.has(id)) throw new RangeError(`There is a user ${id} already`);
		if (this.withEmail(email)) throw new RangeError(`There is a user ${email} already`);
		const added = { id, email, first_name, last_name, role, state: user.state ?? 'active' };
		this.#list.push(added);
		this.#byId.set(id, added);
		this.#byEmail.set(email.toLowerCase(), added);
		return added;
	}
}
