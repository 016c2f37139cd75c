import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

export interface WebhookSecrets {
	/** Empty when the credential holds none: then no delivery can be verified. */
	current: string;
	/** The secret before the last change; empty when there is none. */
	previous: string;
}

const MIN_LENGTH = 8;

export const TOO_SHORT = `has fewer than ${MIN_LENGTH} characters: it is cut off, or easy to guess`;

const WHERE = 'Copy it from PeopleLens, Settings > Webhooks.';

/**
 * Reads the credential. White space around a secret is left out, because copying brings it along.
 */
export function readSecrets(data: ICredentialDataDecryptedObject): WebhookSecrets {
	return { current: text(data.webhookSecret), previous: text(data.previousWebhookSecret) };
}

function text(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

/** Whether a secret can be guessed by trying all of its length on a single signed delivery. */
export const isGuessable = (secret: string): boolean => secret.length < MIN_LENGTH;

/**
 * Checks the credential when it is saved. PeopleLens can't be asked whether the secret is right, so
 * this finds what can't be right: a missing, cut or garbled secret.
 */
export async function peopleLensWebhookApiTest(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const { current, previous } = readSecrets(data);
	const message =
		(current === ''
			? `'Webhook Secret' is empty, so every delivery is refused. ${WHERE}`
			: unlikely('Webhook Secret', current)) ??
		(previous === '' ? undefined : unlikely('Previous Webhook Secret', previous)) ??
		(previous === current
			? "'Previous Webhook Secret' is the same as 'Webhook Secret'. Leave it empty, or enter the secret that PeopleLens showed before."
			: undefined);
	if (message !== undefined) return { status: 'Error', message };
	return {
		status: 'OK',
		message: 'The secret is complete. The first event shows whether it is the right one.',
	};
}

/** Why a secret that is not empty can't be the one that PeopleLens shows, if so. */
function unlikely(displayName: string, secret: string): string | undefined {
	if (/[\s\p{C}]/u.test(secret)) {
		return `'${displayName}' has a space, a line break or an invisible character inside. ${WHERE}`;
	}
	return isGuessable(secret) ? `'${displayName}' ${TOO_SHORT}. ${WHERE}` : undefined;
}
