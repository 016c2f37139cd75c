import { json, Refusal, type Answer } from '../http/answer';
import { Body } from '../http/body';
import type { RecordedRequest } from '../http/recordedRequest';
import type { World } from '../world';
import { behaviourControls } from './behaviourControls';
import type { Controls } from './controls';
import { dataControls } from './dataControls';
import { faultControls } from './faultControls';
import { hiringControls } from './hiringControls';
import { keyControls } from './keyControls';
import { requestControls } from './requestControls';
import { webhookControls } from './webhookControls';

/**
 * What another process may do to a running sandbox. Bodies and answers are JSON; no key is
 * asked for, because the server listens on a loopback address only.
 */
const CONTROLS: Controls = {
	'GET /sandbox': { about: 'The key, and this list', answer: ({ apiKey }) => ({ apiKey, about }) },
	...behaviourControls,
	...faultControls,
	...dataControls,
	...hiringControls,
	...requestControls,
	...keyControls,
	...webhookControls,
};

const about = Object.fromEntries(
	Object.entries(CONTROLS).map(([path, control]) => [path, control.about]),
);

/** Answers a request to `/sandbox/…`. */
export async function answerControl(world: World, request: RecordedRequest): Promise<Answer> {
	const control = CONTROLS[`${request.method} ${request.path}`];
	if (!control) return json(404, { message: `Cannot ${request.method} ${request.path}`, about });
	try {
		const body = Body.parse(request.body || '{}');
		return json(200, await control.answer(world, body, request.query));
	} catch (error) {
		const senseless = error instanceof Refusal || error instanceof RangeError;
		return json(senseless ? 400 : 500, { message: String(error) });
	}
}
