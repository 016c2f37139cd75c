import { Refusal } from '../http/answer';
import { setBehaviour } from '../behaviourRules';
import type { Controls } from './controls';

export const behaviourControls: Controls = {
	'GET /sandbox/behaviour': {
		about: 'All switches',
		answer: ({ behaviour }) => behaviour,
	},
	'PATCH /sandbox/behaviour': {
		about: 'Sets switches: {"sortOrder": "oldest", "latencyMs": 20}',
		answer({ behaviour }, body) {
			setBehaviour(behaviour, body.all());
			return behaviour;
		},
	},
	'POST /sandbox/clock': {
		about: '{"hold": <ms or true>}, {"advanceMs": 60000} (holds it too) or {"run": true}',
		answer({ tenant: { clock } }, body) {
			const advance = body.number('advanceMs');
			if (body.get('run') === true) clock.run();
			else if (body.get('hold') === true) clock.hold();
			else if (advance !== undefined) clock.advance(advance);
			else if (body.get('hold') !== undefined) clock.hold(body.number('hold'));
			else throw new Refusal(400, 'Say "hold", "advanceMs" or "run"');
			return { now: new Date(clock.now()).toISOString() };
		},
	},
	'POST /sandbox/lively': {
		about: '{"everyMs": 4000}: events keep happening; {"everyMs": null}: no longer',
		answer({ lively }, body) {
			const everyMs = body.get('everyMs') === null ? null : body.number('everyMs');
			if (everyMs === undefined || (everyMs !== null && everyMs <= 0)) {
				throw new Refusal(400, '"everyMs" must be above 0, or null');
			}
			lively.set(everyMs);
			return { everyMs };
		},
	},
};
