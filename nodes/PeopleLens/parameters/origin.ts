import get from 'lodash/get';
import isEmpty from 'lodash/isEmpty';
import isPlainObject from 'lodash/isPlainObject';
import mapValues from 'lodash/mapValues';
import omitBy from 'lodash/omitBy';
import type { FunctionsBase, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { enteredIn, isBlank } from './source';
import type { ParameterSource } from './source';

/** Whether an AI model uses the node as a tool: n8n makes a twin of the node for that, named so. */
export const isTool = (
	context: Pick<FunctionsBase, 'getNode'> & Partial<Pick<IExecuteFunctions, 'isToolExecution'>>,
) => context.isToolExecution?.() === true || context.getNode().type.endsWith('Tool');

/**
 * Whether a parameter is left to an expression, so that data or an AI model may fill it in.
 * @param name of the parameter, or of a field of a collection, such as `updateFields.metadata`
 */
export const isExpression = (source: ParameterSource, name: string): boolean =>
	expressionIn(storedIn(source, name)) !== undefined;

/**
 * A parameter that may be left empty, where its expression may give an empty text. From data, such as a
 * blank cell of a spreadsheet, that says as little as an expression that finds nothing, and becomes
 * undefined: only a person leaves a field empty on purpose. An AI model has no other way to say "none".
 * @param name of the parameter
 * @param value what n8n has made of it
 */
export function readOptional(source: ParameterSource, name: string, value: unknown): unknown {
	const stored = storedIn(source, name);
	if (isNone(source, stored, value)) return '';
	return isNothing(stored, value) ? undefined : value;
}

/** The same for the fields of a collection. "None" is as if the field had not been added. */
export function readCollection(
	source: ParameterSource,
	name: string,
	collection: IDataObject,
): IDataObject {
	const stored = storedIn(source, name);
	const asked = omitBy(collection, (value, field) => isNone(source, get(stored, field), value));
	return mapValues(asked, (value, field) =>
		isNothing(get(stored, field), value) ? undefined : value,
	);
}

/**
 * Whether an AI model says that it wants none: with an empty text, or, of an object such as Metadata, with
 * an empty one. As a tool, the node may take other fields from data.
 */
function isNone(source: ParameterSource, stored: unknown, field: unknown): boolean {
	const isModels = /\$fromAI\b/i.test(expressionIn(stored) ?? '') && isTool(source.context);
	const value = enteredIn(field);
	if (typeof value === 'string') return isModels && ['', '{}'].includes(value.trim());
	return isModels && isPlainObject(value) && isEmpty(value);
}

/** Whether an expression, or the data that it reads, says nothing. */
const isNothing = (stored: unknown, field: unknown) =>
	expressionIn(stored) !== undefined && isBlank(enteredIn(field));

/** A parameter as the workflow stores it: with its expression and, in a locator, what the list showed. */
export const storedIn = ({ context }: ParameterSource, name: string): unknown =>
	get(context.getNode().parameters, name);

/** @param stored a field, or a locator, as the workflow stores it */
function expressionIn(stored: unknown): string | undefined {
	const text = enteredIn(stored);
	return typeof text === 'string' && text.startsWith('=') ? text : undefined;
}
