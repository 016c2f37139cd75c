import { json, type Answer } from './answer';
import type { RecordedRequest } from './record';
import type { World } from './world';

export function answerControl(world: World, { method, path }: RecordedRequest): Answer {
	void world;
	return json(404, { message: `Cannot ${method} ${path}` });
}
