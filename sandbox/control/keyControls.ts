import { Refusal } from '../http/answer';
import { PERMISSIONS } from '../http/keys';
import type { Controls } from './controls';

export const keyControls: Controls = {
	'POST /sandbox/key/revoke': {
		about: 'From now on the key answers 401',
		answer({ keys, apiKey }) {
			keys.revoke(apiKey);
			return { apiKey };
		},
	},
	'POST /sandbox/key/restore': {
		about: `The key is valid again; {"permissions": []} limits it, out of ${PERMISSIONS.join(', ')}`,
		answer({ keys, apiKey }, body) {
			const chosen = body.get('permissions') ?? PERMISSIONS;
			if (!Array.isArray(chosen)) throw new Refusal(400, '"permissions" must be a list');
			const permissions = PERMISSIONS.filter((permission) => chosen.includes(permission));
			if (permissions.length < chosen.length) throw new Refusal(400, 'No such permission');
			keys.grant(apiKey, permissions);
			return { apiKey, permissions };
		},
	},
	'POST /sandbox/key/rotate': {
		about: 'A new key is made and the old one revoked',
		answer(world) {
			world.keys.revoke(world.apiKey);
			world.apiKey = `dummy-${world.tenant.random.uuid()}`;
			world.keys.grant(world.apiKey);
			return { apiKey: world.apiKey };
		},
	},
};
