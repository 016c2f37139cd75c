import { sleep } from 'n8n-workflow';

import { secretForms } from './secretForms';
import { unescape, unescapeWithPositions } from './unescape';
import { Windows } from './windows';
import type { Span } from './windows';

/** So many characters of the key in a row are masked. */
const PIECE = 8;

/** So many in a row are no accident: a text that has them has the key. */
const NO_ACCIDENT = 16;

/** In characters: so much is looked at before other work gets its turn. */
const SLICE = 100_000;

/** In characters: longer than a piece of the key that stands across the end of a slice, escaped. */
const OVERLAP = 1_000;

export const MASK = '***';

/** What a key may begin with and everybody may see. */
const PUBLIC = 'https://peoplelens.com https://peoplelensai.com';

export interface Redactor {
	/**
	 * Masks the API key in a text: whole or in pieces, plain or in one of its usual encodings. For
	 * texts that people read: it takes about 50 ms for 100,000 characters.
	 */
	redact: (text: string) => string;
	/**
	 * Whether a text of any length has the key in it, or a piece of it that is too long to be an
	 * accident. Other work goes on meanwhile.
	 */
	holdsKey: (text: string) => Promise<boolean>;
}

/**
 * Keeps one API key out of what users see. It is looked for in pieces, so that a key that was cut
 * is found as well. Linear in the length of the text.
 * @param baseUrl may be shown even where the key shares a piece with it, such as a tenant's name
 */
export function createRedactor(apiKey: string, baseUrl: string): Redactor {
	const forms = secretForms(apiKey);
	const size = Math.min(PIECE, apiKey.length);
	const shown = `${baseUrl} ${PUBLIC}`.toLowerCase();
	const isPublic = (piece: string) =>
		shown.includes(piece) && !shown.includes(apiKey.toLowerCase());
	const masked = windowsOf(forms, apiKey, (piece) => !isPublic(piece));

	const samples = new Windows(forms, size);
	const long = new Windows(forms, Math.min(NO_ACCIDENT, apiKey.length));
	const holdsPlainly = (text: string) => {
		// Whatever is as long as `long` covers one of the places that are looked at.
		const reach = long.length - size;
		for (let place = 0; place + size <= text.length; place += reach + 1) {
			if (!samples.isAt(text, place)) continue;
			for (let start = place - reach; start <= place; start++) {
				if (long.isAt(text, start)) return true;
			}
		}
		return false;
	};
	const holdsKey = async (text: string) => {
		for (let from = 0; from === 0 || from + OVERLAP < text.length; from += SLICE) {
			if (from > 0) await sleep(0);
			const part = text.slice(from, from + SLICE + OVERLAP);
			// Twice, because JSON may write what begins another escape as an escape: `\u0026#65;`.
			const bare = unescape(part);
			const readings = new Set([part, bare, unescape(bare)]);
			if ([...readings].some(holdsPlainly)) return true;
		}
		return false;
	};

	const redact = (text: string) => {
		const plain = masked.flatMap((windows) => windows.find(text));
		const bare = unescapeWithPositions(text);
		const hidden = masked
			.flatMap((windows) => windows.find(bare.text))
			.map(([from, to]): Span => [bare.starts[from], bare.ends[to - 1]]);
		return mask(text, [...plain, ...hidden]);
	};
	return { redact, holdsKey };
}

/** Of a short key and its encodings, only the whole is looked for. */
function windowsOf(forms: string[], apiKey: string, isSecret?: (piece: string) => boolean) {
	return apiKey.length < PIECE
		? forms.map((form) => new Windows([form], form.length))
		: [new Windows(forms, PIECE, isSecret)];
}

function mask(text: string, spans: Span[]): string {
	let result = '';
	let end = 0;
	for (const [from, to] of spans.sort((one, other) => one[0] - other[0])) {
		if (from > end || result === '') result += text.slice(end, from) + MASK;
		end = Math.max(end, to);
	}
	return result + text.slice(end);
}
