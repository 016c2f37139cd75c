import { NodeApiError } from 'n8n-workflow';

import type { Api, ApiCall } from '../api/client';
import type { EarlierTries } from './earlierTries';

/** The API for one input item, which tells what was sent with it. */
export interface WatchedApi extends Api {
	/** Whether something else than reading was asked for. */
	readonly hasChanged: boolean;
	/** Whether all of it may be asked for again: to change a record twice does no more than once. */
	readonly isRepeatable: boolean;
	/** To be told what the work on the item threw. */
	keepFailure(thrown: unknown): Promise<void>;
}

/** What a call says of an unclear outcome matters where doing it twice does more than once. */
const isOnce = ({ method, messages }: ApiCall<unknown>) =>
	method === 'POST' && messages.uncertain !== undefined;

const REPEATABLE = ['GET', 'PATCH', 'PUT'];

/** @returns the API for one input item, which creates nothing again that may have been created */
export function watch(api: Api, earlier: EarlierTries, itemIndex: number): WatchedApi {
	let asked: string | undefined;
	const watched = {
		...api,
		hasChanged: false,
		isRepeatable: true,
		send: async <Result>(call: ApiCall<Result>) => {
			watched.hasChanged ||= call.method !== 'GET';
			watched.isRepeatable &&= REPEATABLE.includes(call.method);
			if (!isOnce(call)) return await api.send(call);

			const creation = `${itemIndex} ${call.path} ${call.creates ?? call.subject}`;
			earlier.assertIsClear(creation, api);
			asked = creation;
			return await api.send(call).catch(async (thrown: unknown) => {
				await earlier.keepFailure(creation, thrown);
				throw thrown;
			});
		},
		// An answer that was well, and not about what was asked for. Others are of another request.
		keepFailure: async (thrown: unknown) => {
			if (asked === undefined || thrown instanceof NodeApiError) return;
			await earlier.keepFailure(asked, thrown);
		},
	};
	return watched;
}
