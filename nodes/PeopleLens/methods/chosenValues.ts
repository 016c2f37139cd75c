import type { ILoadOptionsFunctions } from 'n8n-workflow';

/**
 * What is chosen in a multi-select now. n8n marks a chosen value as "not supported" that its list does
 * not offer, and people take out what works.
 * @param paths of the parameters that the list is for
 */
export function chosenValues(context: ILoadOptionsFunctions, ...paths: string[]): string[] {
	const chosen: unknown[] = paths.map((path) => context.getCurrentNodeParameter(path));
	// With an expression, it is a text.
	const values: unknown[] = chosen.filter(Array.isArray).flat();
	return values.filter((value): value is string => typeof value === 'string');
}
