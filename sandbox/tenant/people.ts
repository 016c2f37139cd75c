import { ROLES, type Role } from '../../nodes/PeopleLens/domain/roles';
import type { Random } from './random';

const FIRST_NAMES =
	'Amara Ana Anouk Arjun Ayşe Beatriz Caleb Chiara Daniel Dmitri Elena Emeka Farah Felix Fiona Grace Hana Henrik Ines Ivan Jamal Jasmin José Julia Kenji Kwame Lara Liam Lucía Łukasz Maya Mei Mohamed Nadia Noah Olga Omar Priya Rachel Ravi Rosa Samuel Sara Sofia Tariq Thomas Uma Viktor Wei Yara Zoë Zuri'.split(
		' ',
	);
const LAST_NAMES =
	"Abdi Almeida Andersson Bauer Bianchi Brown Castillo Chen Cohen Costa Dubois Eriksen Fischer García Haddad Hansen Ibrahim Ivanova Jansen Jones Kamau Kaur Khan Kim Kowalski Kumar Laurent Lee López Marino Mbeki Meyer Moreau Müller Nakamura Nguyen Novák O'Brien Okafor Oliveira Park Patel Popescu Rossi Santos Schmidt Silva Singh Suzuki Tanaka Taylor Wagner Williams Yılmaz Zhang".split(
		' ',
	);

export interface Person {
	first_name: string;
	last_name: string;
}

export function drawPerson(random: Random): Person {
	return { first_name: random.pick(FIRST_NAMES), last_name: random.pick(LAST_NAMES) };
}

/** Names as they are, addresses as mail servers like them. */
export function emailOf({ first_name, last_name }: Person, suffix = ''): string {
	const plain = `${first_name}.${last_name}${suffix}`
		.normalize('NFD')
		.replace(/ł/gi, 'l')
		.replace(/ı/g, 'i')
		.replace(/[^a-z0-9.]/gi, '');
	return `${plain.toLowerCase()}@northwind.example`;
}

/** Few administrators, many interviewers: as in a company that hires. */
export function drawRole(random: Random): Role {
	const roll = random.next();
	const [administrator, hiringManager, interviewer, recruiter] = ROLES;
	if (roll < 0.06) return administrator;
	if (roll < 0.3) return hiringManager;
	return roll < 0.75 ? interviewer : recruiter;
}
