import { isRecord, type SilenceReason } from './response';

/** Codes of Node, its TLS and axios. */
const REASONS: Array<[RegExp, SilenceReason]> = [
	[/^(ENOTFOUND|EAI_\w+)$/, 'dns'],
	[/^ECONNREFUSED$/, 'refused'],
	[/^(ECONNABORTED|ETIMEDOUT|ERR_CANCELED)$/, 'timeout'],
	[
		/^(CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|DEPTH_ZERO\w+|SELF_SIGNED\w+|UNABLE_TO_\w+)$/,
		'certificate',
	],
	[/^ERR_BUFFER_TOO_LARGE$/, 'tooLarge'],
];

/** Why no answer came, or none that could be read to its end. */
export function reasonOf(thrown: unknown): SilenceReason {
	if (!isRecord(thrown)) return 'dropped';
	const { code, message } = thrown;
	if (/maxContentLength/.test(String(message))) return 'tooLarge';
	return REASONS.find(([pattern]) => pattern.test(String(code)))?.[1] ?? 'dropped';
}
