/** The fields by which n8n's request functions take an address. Their values may be URL objects. */
interface Addressed {
	url?: unknown;
	/** Of the older request function, which the HTTP Request node uses. */
	uri?: unknown;
	baseURL?: unknown;
}

/**
 * Every origin that a request may go to: n8n's versions differ in which field they prefer, and in
 * how they join a base with the rest.
 * @returns at least one; 'null' for what is no address
 */
export function requestOrigins({ url, uri, baseURL }: Addressed): string[] {
	const base = asText(baseURL);
	const targets = [url, uri].map(asText).filter((target) => target !== undefined);
	if (base === undefined)
		return targets.length === 0 ? ['null'] : targets.map((target) => originOf(target));
	const joined = targets.flatMap((target) => [
		originOf(target, base),
		originOf(isAbsolute(target) ? target : join(base, target)),
	]);
	return [originOf(base), ...joined];
}

function asText(value: unknown): string | undefined {
	return value === undefined || value === null || value === '' ? undefined : String(value);
}

function originOf(target: string, base?: string): string {
	return URL.canParse(target, base) ? new URL(target, base).origin : 'null';
}

/** As axios sees it. */
function isAbsolute(target: string): boolean {
	return /^([a-z][a-z\d+\-.]*:)?\/\//i.test(target);
}

function join(base: string, target: string): string {
	return `${base.replace(/\/?\/$/, '')}/${target.replace(/^\/+/, '')}`;
}
