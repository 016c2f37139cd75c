import fc from 'fast-check';

import { judge } from '../../scripts/check-tenant/verdicts';
import { IS_FULL } from '../support/node';
import { checkTenant, personalDataIn, startTenant } from './tenant';

it('no JSON that a tenant answers stops the check, or gets into its report', async () => {
	const sandbox = await startTenant();
	const field = fc.constantFrom(
		'data',
		'id',
		'user',
		'email',
		'role',
		'created_at',
		'pagination',
		'total',
		'action',
		'user_id',
		'message',
		'error',
		'errors',
	);
	const { json } = fc.letrec((tie) => ({
		json: fc.oneof(
			{ depthSize: 'small' },
			fc.constantFrom(null, true, 0, -1, 2 ** 53, 1e308, '', 'Sara', 'a@b.example'),
			fc.array(tie('json'), { maxLength: 5 }),
			fc.dictionary(field, tie('json'), { maxKeys: 6 }),
			fc.record({ data: fc.array(tie('json'), { maxLength: 8 }) }),
		),
	}));
	const answers = fc.record({
		status: fc.constantFrom(200, 200, 200, 201, 204, 302, 400, 404, 418, 500),
		body: json,
		share: fc.integer({ min: 1, max: 4 }),
	});
	await fc.assert(
		fc.asyncProperty(answers, async ({ status, body, share }) => {
			let count = 0;
			sandbox.requests.length = 0;
			sandbox.rewriteAnswer = (right) =>
				count++ % share === 0
					? { ...right, status, body: status === 204 ? '' : JSON.stringify(body) }
					: right;
			const { facts, report, requests } = await checkTenant(sandbox);
			expect(requests).toBeLessThanOrEqual(60);
			expect(facts.unfinished).toEqual([]);
			expect(judge(facts).flatMap(({ points }) => points).length).toBeGreaterThan(40);
			expect(personalDataIn(JSON.stringify(report), sandbox)).toEqual([]);
			expect(sandbox.requests.every(({ method }) => method === 'GET')).toBe(true);
		}),
		{ numRuns: IS_FULL ? 60 : 20, seed: 18 },
	);
	await sandbox.stop();
}, 120_000);
