import { createHmac, timingSafeEqual } from 'crypto';

/** HMAC-SHA256 gives 32 bytes. */
const DIGEST_LENGTH = 32;

/** The longest accepted form is `sha256=` and 64 hexadecimal digits. */
const MAX_HEADER_LENGTH = 80;

const HEX_DIGEST = /^[0-9a-f]{64}$/i;

/** As GitHub and others write it, with a space as a variant. */
const ALGORITHM_PREFIX = /^sha256[= ]/i;

export type SignatureFault = 'signatureMissing' | 'signatureMalformed';

/**
 * Decodes the value of the header X-PeopleLens-Signature. PeopleLens does not document the
 * encoding, so these are read: hexadecimal in any case, or base64; `sha256=` or `sha256 ` may stand
 * before it. Base64 may use the URL-safe alphabet and may lack its padding, because 43 characters
 * that decode to 32 bytes have only one reading. Anything else is refused: several values, other
 * lengths, white space, a mixed alphabet, stray bits in the last character.
 *
 * @param header as Node hands it over: a text, a list for a repeated header, or nothing
 * @returns the 32 bytes, or what is wrong with the header
 */
export function decodeSignature(header: unknown): Buffer | SignatureFault {
	if (header === undefined || header === '') return 'signatureMissing';
	if (typeof header !== 'string' || header.length > MAX_HEADER_LENGTH) return 'signatureMalformed';
	const digest = header.replace(ALGORITHM_PREFIX, '');
	if (HEX_DIGEST.test(digest)) return Buffer.from(digest, 'hex');
	return fromBase64(digest) ?? 'signatureMalformed';
}

/** Node skips what is not base64, so only a text that encodes to itself again is accepted. */
function fromBase64(digest: string): Buffer | undefined {
	const unpadded = digest.length === 44 ? digest.replace(/=$/, '') : digest;
	for (const alphabet of ['base64', 'base64url'] as const) {
		const bytes = Buffer.from(unpadded, alphabet);
		const canonical = bytes.toString(alphabet).replace(/=+$/, '');
		if (bytes.length === DIGEST_LENGTH && canonical === unpadded) return bytes;
	}
	return undefined;
}

/**
 * Whether a body was signed with one of the secrets. Each comparison takes the same time whatever
 * the signature is, and all secrets are tried, so the time does not tell which one matched.
 *
 * @param body the bytes as they were sent, before anything parsed them
 * @param signature 32 bytes
 * @param secrets used as UTF-8; an empty one matches nothing
 */
export function isSignedWithAny(body: Buffer, signature: Buffer, secrets: string[]): boolean {
	const matches = secrets
		.filter((secret) => secret !== '')
		.map((secret) => {
			const expected = createHmac('sha256', secret).update(body).digest();
			return signature.length === expected.length && timingSafeEqual(signature, expected);
		});
	return matches.includes(true);
}
