/**
 * The parts of n8n 2.41.1 that a node meets, real: contexts, expressions, request functions and the
 * execution engine of n8n-core. Only the store of credentials is in memory. Import this file
 * before anything else that imports n8n-core.
 *
 * ```ts
 * const sandbox = await startSandbox();
 * const credentials = { baseUrl: sandbox.url, apiKey: sandbox.apiKey };
 * const { items } = await runNode(new PeopleLens(), {
 *   credentials,
 *   parameters: { resource: 'user', operation: 'get', userId: '={{ $json.id }}' },
 *   input: [{ id: 'usr-1' }, { id: 'usr-2' }],
 * });
 * ```
 *
 * - `runNode` runs `execute` and throws what the node throws; `runInEngine` lets n8n's engine run
 *   it and returns what n8n would store, with the message that the user sees.
 * - `runListSearch`, `runLoadOptions`, `runCredentialTest` call what the editor calls.
 * - `executeContext`, `pollContext` give the bare context, for code that takes one.
 *
 * Parameters that are left out have the node's defaults; `$json` and `$('Input').item` resolve to
 * the input item; `options.timezone`, `onError` and `signal` (Stop) are the workflow's.
 */
export { createHost } from './host';
export type { Credentials, HostOptions } from './host';
export {
	executeContext,
	runCredentialTest,
	runInEngine,
	runListSearch,
	runLoadOptions,
	runNode,
} from './run';
export type { RunOptions } from './run';
export { pollContext } from './poll';
export type { PollOptions } from './poll';
