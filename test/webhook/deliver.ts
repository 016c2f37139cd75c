import { createHmac } from 'crypto';

import { SECRET } from './host';
import type { WebhookHost } from './host';

export const STAGE_CHANGED = {
	event: 'candidate.stage_changed',
	timestamp: '2026-03-01T10:00:00Z',
	data: {
		candidate_id: 'can_7788',
		job_id: 'job_42',
		from_stage: 'Applied',
		to_stage: 'Screening',
	},
};

export function sign(body: string | Buffer, secret = SECRET): Buffer {
	return createHmac('sha256', secret).update(body).digest();
}

export interface Delivery {
	/** What is sent; anything but a text or bytes is sent as JSON. Default: `STAGE_CHANGED`. */
	body?: unknown;
	/** The header; null for none. Default: the right signature in hexadecimal. */
	signature?: string | null;
	secret?: string;
}

/** Sends one delivery as PeopleLens does. */
export async function deliver(
	host: Pick<WebhookHost, 'url'>,
	{ body = STAGE_CHANGED, secret, ...delivery }: Delivery = {},
): Promise<{ status: number; text: string }> {
	const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
	const sent = Buffer.from(isRaw ? body : JSON.stringify(body));
	const { signature = sign(sent, secret).toString('hex') } = delivery;
	const headers = new Headers({ 'content-type': 'application/json' });
	if (signature !== null) headers.set('x-peoplelens-signature', signature);
	const response = await fetch(host.url, { method: 'POST', headers, body: new Uint8Array(sent) });
	return { status: response.status, text: await response.text() };
}
