import type { Api, ApiCall } from '../api/client';
import type { EarlierTries } from './earlierTries';

/** The API for one input item, which tells what was sent with it. */
export interface WatchedApi extends Api {
	/** Whether something else than reading was asked for. */
	readonly hasChanged: boolean;
	/** Whether something was asked for that must not be done twice. */
	readonly hasCreated: boolean;
}

/** What a call says of an unclear outcome matters where doing it twice does more than once. */
const isOnce = ({ method, messages }: ApiCall<unknown>) =>
	method === 'POST' && messages.uncertain !== undefined;

/** @returns the API for one input item, which asks for nothing again that may have been done */
export function watch(api: Api, earlier: EarlierTries, itemIndex: number): WatchedApi {
	const sent = { hasChanged: false, hasCreated: false };
	return Object.assign(sent, {
		...api,
		send: async <Result>(call: ApiCall<Result>) => {
			if (isOnce(call)) {
				earlier.assertIsClear(itemIndex, api);
				sent.hasCreated = true;
			}
			if (call.method !== 'GET') sent.hasChanged = true;
			return await api.send(call);
		},
	});
}
