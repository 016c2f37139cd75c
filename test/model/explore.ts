import { createHash } from 'crypto';

import { next } from './actions';
import { calmDown, type Model } from './model';
import { type Finding, judge, judgeInTheEnd } from './verdict';
import { type Bounds, keyOf, type World } from './world';

export interface Counterexample extends Finding {
	/** What happened, in this order. */
	trace: string[];
}

export interface Exploration {
	states: number;
	transitions: number;
	/** Of the longest trace. */
	depth: number;
	seconds: number;
	/** How many states were followed to their calm end. */
	endings: number;
	/** The first of each kind of violation, which is a shortest one. */
	found: Counterexample[];
}

interface Visited {
	parent: number;
	label: string;
}

export interface Limits {
	/** End with the first violation. */
	stopAtFirst?: boolean;
}

/** Plays all orders of what can happen, each state once, breadth first. */
export async function explore(
	model: Model,
	start: World,
	{ stopAtFirst }: Limits = {},
): Promise<Exploration> {
	const started = performance.now();
	const visited: Visited[] = [{ parent: -1, label: '' }];
	const known = new Set([hash(keyOf(start))]);
	const ended = new Set<string>();
	const found = new Map<string, Counterexample>();
	let transitions = 0;
	let depth = 0;
	const note = (findings: Finding[], place: number, after: string[] = []) => {
		for (const finding of findings) {
			if (found.has(finding.violation)) continue;
			found.set(finding.violation, { ...finding, trace: [...traceTo(visited, place), ...after] });
		}
	};
	let frontier = [{ place: 0, world: start }];
	for (; frontier.length > 0 && !(stopAtFirst && found.size > 0); depth++) {
		const deeper: typeof frontier = [];
		for (const { place, world } of frontier) {
			for (const { label, world: after } of await next(model, world)) {
				transitions++;
				const key = hash(keyOf(after));
				if (known.has(key)) continue;
				known.add(key);
				visited.push({ parent: place, label });
				const here = visited.length - 1;
				const findings = judge(after);
				note(findings, here);
				if (findings.length > 0) continue;
				if (mayEnd(after) && isNew(ended, hash(keyOf(withoutBounds(after))))) {
					const lost = judgeInTheEnd(await calmDown(model, after));
					note(lost, here, ['all is calm']);
					if (lost.length > 0) continue;
				}
				deeper.push({ place: here, world: after });
			}
		}
		frontier = deeper;
	}
	return {
		states: known.size,
		transitions,
		depth: depth - 1,
		seconds: (performance.now() - started) / 1000,
		endings: ended.size,
		found: [...found.values()],
	};
}

const mayEnd = ({ published, process }: World) =>
	published !== undefined && !process?.checks.length;

const withoutBounds = (world: World): World => ({
	...world,
	left: {} as Bounds,
	loaded: undefined,
});

function isNew(keys: Set<string>, key: string): boolean {
	if (keys.has(key)) return false;
	keys.add(key);
	return true;
}

const hash = (text: string) => createHash('sha1').update(text).digest('base64').slice(0, 16);

function traceTo(visited: Visited[], place: number): string[] {
	const trace: string[] = [];
	for (let at = place; at > 0; at = visited[at].parent) trace.unshift(visited[at].label);
	return trace;
}
