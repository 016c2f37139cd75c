import type { FunctionsBase, IExecuteFunctions } from 'n8n-workflow';

import { enteredIn } from './source';
import type { ParameterSource } from './source';

/** Whether an AI model uses the node as a tool: n8n makes a twin of the node for that, named so. */
export const isTool = (
	context: Pick<FunctionsBase, 'getNode'> & Partial<Pick<IExecuteFunctions, 'isToolExecution'>>,
) => context.isToolExecution?.() === true || context.getNode().type.endsWith('Tool');

/** Whether a parameter is left to an expression, so that data or an AI model may fill it in. */
export const isExpression = ({ context }: ParameterSource, name: string): boolean =>
	holdsExpression(context.getNode().parameters[name]);

/** @param stored a field, or a locator, as the workflow stores it */
function holdsExpression(stored: unknown): boolean {
	const text = enteredIn(stored);
	return typeof text === 'string' && text.startsWith('=');
}
