import { createHmac } from 'crypto';

/** The forms that PeopleLens may use: its reference names none. */
export const ENCODINGS: Record<string, (digest: Buffer) => string> = {
	hex: (digest) => digest.toString('hex'),
	'hex-capitals': (digest) => digest.toString('hex').toUpperCase(),
	'sha256=hex': (digest) => `sha256=${digest.toString('hex')}`,
	'sha256 hex': (digest) => `sha256 ${digest.toString('hex')}`,
	base64: (digest) => digest.toString('base64'),
	base64url: (digest) => digest.toString('base64url'),
};

export interface SigningKeys {
	secret: string;
	/** The secret before the last change. */
	previousSecret: string;
}

export interface SignedBody {
	text: string;
	/** The header X-PeopleLens-Signature; undefined for none. */
	signature?: string;
}

type Signing = (text: string, keys: SigningKeys, encode: (digest: Buffer) => string) => SignedBody;

const hmac = (text: string, secret: string) => createHmac('sha256', secret).update(text).digest();

/** How a delivery is signed: the first two rightly, the others as a forger or a broken proxy does. */
export const SIGNINGS: Record<string, Signing> = {
	right: (text, { secret }, encode) => ({ text, signature: encode(hmac(text, secret)) }),
	previousSecret: (text, { previousSecret }, encode) => ({
		text,
		signature: encode(hmac(text, previousSecret)),
	}),
	wrongSecret: (text, { secret }, encode) => ({
		text,
		signature: encode(hmac(text, `${secret}-forged`)),
	}),
	emptySecret: (text, _keys, encode) => ({ text, signature: encode(hmac(text, '')) }),
	altered: (text, { secret }, encode) => ({
		text: text.replace(/}$/, ',"altered":true}'),
		signature: encode(hmac(text, secret)),
	}),
	unsigned: (text) => ({ text }),
	malformed: (text, { secret }) => ({
		text,
		signature: hmac(text, secret).toString('hex').slice(1),
	}),
	twice: (text, { secret }, encode) => {
		const signature = encode(hmac(text, secret));
		return { text, signature: `${signature}, ${signature}` };
	},
};

/** Whether a receiver must accept what is signed like this. */
export const isGenuine = (signing: string) => signing === 'right' || signing === 'previousSecret';

export const FORGERIES = Object.keys(SIGNINGS).filter((signing) => !isGenuine(signing));
