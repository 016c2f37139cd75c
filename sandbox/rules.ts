/** Whether a switch can have a value. */
export type Rule = (value: unknown) => boolean;

export const oneOf =
	(...allowed: unknown[]): Rule =>
	(value) =>
		allowed.includes(value);

export const count: Rule = (value) => Number.isInteger(value) && Number(value) >= 0;

export const duration: Rule = (value) => Number.isFinite(value) && Number(value) >= 0;

export const signed: Rule = (value) => Number.isFinite(value);

export const atLeastOne: Rule = (value) => count(value) && Number(value) > 0;

export const orNull =
	(rule: Rule): Rule =>
	(value) =>
		value === null || rule(value);
