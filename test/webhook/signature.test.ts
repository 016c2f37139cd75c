import { decodeSignature, isSignedWithAny } from '../../nodes/PeopleLens/webhook/signature';

/**
 * Test vectors, computed with OpenSSL: printf '%s' "$BODY" | openssl dgst -sha256 -hmac "$SECRET".
 * The secret of the first one is `dummy-webhook-example`.
 */
const BODY = '{"event":"job.closed","timestamp":"2026-03-01T10:00:00Z","data":{"id":"job_42"}}';
const SECRET = 'dummy-webhook-example';
const HEX = '7aa97adebfe6ba7c6216d64514bca6b9c82a5a898d5e1375d975b21604918765';
const BASE64 = 'eql63r/munxiFtZFFLymucgqWomNXhN12XWyFgSRh2U=';
const URL_SAFE = 'eql63r_munxiFtZFFLymucgqWomNXhN12XWyFgSRh2U';

function verify(header: unknown, body = BODY, secrets = [SECRET]): boolean | string {
	const signature = decodeSignature(header);
	if (typeof signature === 'string') return signature;
	return isSignedWithAny(Buffer.from(body), signature, secrets);
}

describe('a signature is accepted', () => {
	it.each([
		['in hexadecimal', HEX],
		['in hexadecimal with capitals', HEX.toUpperCase()],
		['in hexadecimal of mixed case', HEX.slice(0, 30) + HEX.slice(30).toUpperCase()],
		['as sha256=hexadecimal', `sha256=${HEX}`],
		['as SHA256=hexadecimal', `SHA256=${HEX.toUpperCase()}`],
		['as sha256 hexadecimal', `sha256 ${HEX}`],
		['in base64', BASE64],
		['in base64 without padding', BASE64.slice(0, -1)],
		['in URL-safe base64', `${URL_SAFE}=`],
		['in URL-safe base64 without padding', URL_SAFE],
		['as sha256=base64', `sha256=${BASE64}`],
	])('%s', (_, header) => {
		expect(verify(header)).toBe(true);
	});

	it.each([
		[
			'of an empty body',
			'',
			SECRET,
			'31c7a38902724166ede92748c0bf9295894f58a2c62efe6d59bc686fe12220e3',
		],
		[
			'of a body that is not ASCII',
			'{"event":"Zoë 🙂"}',
			SECRET,
			'74a18082d5790d923da04af81b22e8187e3f0d5d5f9131644f308c7c15a87248',
		],
		[
			'with a secret that is not ASCII',
			BODY,
			'schlüssel-🔑-example',
			'd9d79dd0bc3226910e257bf65825b85e79459011a2a718c9eaa294bfe4875101',
		],
		[
			'with a secret longer than a block of SHA-256',
			BODY,
			'x'.repeat(200),
			'1abd7a5fdf2c9050582116b0baccc8e496f5630367b33eb97c4ef5e34d1f6755',
		],
	])('%s', (_, body, secret, header) => {
		expect(verify(header, body, [secret])).toBe(true);
	});

	it('with any of several secrets, in any order', () => {
		expect(verify(HEX, BODY, ['other', SECRET])).toBe(true);
		expect(verify(HEX, BODY, [SECRET, 'other'])).toBe(true);
		expect(verify(HEX, BODY, [SECRET, ''])).toBe(true);
	});
});

describe('a signature is wrong', () => {
	it.each([
		['for another letter in the body', BODY.replace('job_42', 'job_43')],
		['for a space after the body', `${BODY} `],
		['for a line break after the body', `${BODY}\n`],
		['for the same JSON written with spaces', JSON.stringify(JSON.parse(BODY), null, 1)],
		['for the same JSON with its fields in another order', '{"data":{"id":"job_42"}}'],
		['for a byte order mark before the body', `\ufeff${BODY}`],
		['for an empty body', ''],
	])('%s', (_, body) => {
		expect(verify(HEX, body)).toBe(false);
	});

	it.each([
		['another secret', ['dummy-webhook-other']],
		['a secret with a space behind it', [`${SECRET} `]],
		['a secret with other capitals', [SECRET.toUpperCase()]],
		['no secret at all', []],
		['an empty secret', ['']],
	])('for %s', (_, secrets) => {
		expect(verify(HEX, BODY, secrets)).toBe(false);
	});

	it('even when it was made with an empty secret, and the secret is empty', () => {
		expect(
			verify('f4880bb8ab2e4795e53594a2bdf84c5c95d020684b49ef5c9a769542f6cb7928', BODY, ['', '']),
		).toBe(false);
	});

	it('for any single bit that differs', () => {
		for (let bit = 0; bit < 256; bit++) {
			const bytes = Buffer.from(HEX, 'hex');
			bytes[bit >> 3] ^= 1 << (bit & 7);
			expect(verify(bytes.toString('hex'))).toBe(false);
		}
	});

	it('when it is no SHA-256, whatever is compared with it', () => {
		expect(isSignedWithAny(Buffer.from(BODY), Buffer.alloc(0), [SECRET])).toBe(false);
		expect(isSignedWithAny(Buffer.from(BODY), Buffer.alloc(64), [SECRET])).toBe(false);
	});
});

it.each([undefined, ''])('a header that is missing is told from a malformed one: %j', (header) => {
	expect(decodeSignature(header)).toBe('signatureMissing');
});

describe('a header is malformed', () => {
	/** The last character of base64 holds two bits that nobody needs: this one sets them. */
	const strayBits = `${BASE64.slice(0, 42)}V=`;

	it.each<[string, unknown]>([
		['cut off by one digit', HEX.slice(0, 63)],
		['with one digit too many', `${HEX}0`],
		['with a letter that is no digit', `${HEX.slice(0, 63)}g`],
		['with two signatures', `${HEX}, ${HEX}`],
		['with two signatures without a space', `${HEX},${HEX}`],
		['that came twice', [HEX, HEX]],
		['that came once, in a list', [HEX]],
		['with white space before it', ` ${HEX}`],
		['with white space after it', `${HEX} `],
		['with a line break after it', `${HEX}\n`],
		['with white space inside', `${HEX.slice(0, 32)} ${HEX.slice(32)}`],
		['in quotes', `"${HEX}"`],
		['with 0x before it', `0x${HEX}`],
		['with another algorithm', `sha512=${HEX}`],
		['with the algorithm twice', `sha256=sha256=${HEX}`],
		['with the algorithm only', 'sha256='],
		['with a time, as Stripe sends it', `t=1772359200,v1=${HEX}`],
		['with another version, as Slack sends it', `v0=${HEX}`],
		['of SHA-1', HEX.slice(0, 40)],
		['of SHA-512', HEX + HEX],
		['in base64 cut off by one character', BASE64.slice(0, 42)],
		['in base64 with two padding characters', `${BASE64}=`],
		['in base64 with padding before its end', `${BASE64.slice(0, 20)}=${BASE64.slice(20, 43)}`],
		['in base64 with stray bits in its last character', strayBits],
		['in base64 with both alphabets', `-${'+'.repeat(41)}8=`],
		['in base64 with a line break', `${BASE64.slice(0, 22)}\n${BASE64.slice(22)}`],
		['in full-width digits', HEX.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + +digit))],
		['that is a space', ' '],
		['that is null', null],
		['that is a number', 0],
		['that is true', true],
		['that is an object', { length: 64 }],
		['of a megabyte', 'a'.repeat(1_000_000)],
	])('%s', (_, header) => {
		expect(decodeSignature(header)).toBe('signatureMalformed');
	});
});
