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

/** Whether a parameter is left to an expression, so that data or an AI model may fill it in. */
export const isExpression = (source: ParameterSource, name: string): boolean =>
	expressionIn(storedIn(source, name)) !== undefined;

/**
 * A collection whose expressions may give an empty text. From data, such as a blank cell of a spreadsheet,
 * that says as little as an expression that finds nothing, and becomes undefined: only a person leaves
 * a field empty on purpose. An AI model has no other way to say "none": then it is as if the field had
 * not been added.
 * @param name of the parameter
 * @param collection what n8n has made of it
 */
export function readCollection(
	source: ParameterSource,
	name: string,
	collection: IDataObject,
): IDataObject {
	const stored = storedIn(source, name);
	const expressionOf = (field: string) => expressionIn(get(stored, field));
	const isNone = (value: unknown, field: string) =>
		isModels(source, expressionOf(field)) && saysNone(value);
	const isNothing = (value: unknown, field: string) =>
		expressionOf(field) !== undefined && isBlank(enteredIn(value));
	return mapValues(omitBy(collection, isNone), (value, field) =>
		isNothing(value, field) ? undefined : value,
	);
}

const storedIn = ({ context }: ParameterSource, name: string): unknown =>
	context.getNode().parameters[name];

/** @param stored a field, or a locator, as the workflow stores it */
function expressionIn(stored: unknown): string | undefined {
	const text = enteredIn(stored);
	return typeof text === 'string' && text.startsWith('=') ? text : undefined;
}

/** Whether it is for an AI model to say. As a tool, the node may take other things from data. */
const isModels = ({ context }: ParameterSource, expression = '') =>
	/\$fromAI\b/i.test(expression) && isTool(context);

/** What a model says that has to say something. An expression that finds nothing is another matter. */
function saysNone(field: unknown): boolean {
	const value = enteredIn(field);
	if (typeof value === 'string') return ['', '{}'].includes(value.trim());
	return isPlainObject(value) && isEmpty(value);
}
