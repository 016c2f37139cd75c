import type { Controls } from './controls';

export const requestControls: Controls = {
	'GET /sandbox/requests': {
		about: 'What was received, headers too; ?from=<"next" of the answer before> for what is new',
		answer: ({ requests }, _body, { from = '0' }) => ({
			data: requests.slice(Number(from)),
			next: requests.length,
		}),
	},
	'DELETE /sandbox/requests': {
		about: 'Empties that log',
		answer({ requests }) {
			requests.length = 0;
			return { next: 0 };
		},
	},
};
