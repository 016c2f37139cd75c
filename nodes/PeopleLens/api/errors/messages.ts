import type { Failure } from 'n8n-workflow';

import type { FailureReason } from '../http/outcome';

/**
 * What a call says of its own outcomes: what happened and how to fix it. A message names the subject
 * that it is given, which is short and free of the API key, and nothing else that a user entered.
 */
export interface CallMessages {
	/** Completes "This API key is not allowed to …". */
	permission: string;
	/** 400, 413, 414, 415, 422. */
	rejected: (subject: string) => string;
	/** 404, where it means that a thing is missing and not that the address is wrong. */
	missing?: (subject: string) => string;
	/** 409. */
	conflict?: (subject: string) => string;
	/**
	 * Appended when the request may have been carried out although no good answer came, in place of
	 * any advice to run it again.
	 */
	uncertain?: (subject: string) => string;
	/** The parameter that names the thing, as the panel calls it. Default: User. */
	field?: string;
}

/** An outcome in words, and what n8n's back-off is to know about it. */
export interface ErrorDetails {
	message: string;
	description?: string;
	/** The HTTP status, where it says that something is not right. */
	httpCode?: string;
	failure?: Failure;
	/** It looks as if something else than PeopleLens is at this address. */
	wrongAddress?: boolean;
	/** PeopleLens says that what was asked for is not there. */
	notFound?: boolean;
	/** The answer was too large to be read. */
	tooLarge?: boolean;
}

/*
 * Below: what the user reads where it is the same for every call. No status text and no word of
 * n8n's or axios's own; parameters are named as the node's panel names them.
 */

export const KEY_REFUSED =
	"PeopleLens did not accept the API key. Copy the key again from PeopleLens, or create a new one there, and enter it as 'API Key' in the credential.";

export const notAllowed = (permission: string) =>
	`This API key is not allowed to ${permission}. Ask a PeopleLens administrator to give the key this permission, or use another key in the credential.`;

export const againAfter = (wait = 'a few minutes') => `Wait ${wait}, then run this again.`;

export const TOO_MANY = 'PeopleLens is getting too many requests.';

export const unavailable = (status: number) =>
	`PeopleLens is not available right now (HTTP ${status}).`;

export const crashed = (status: number) =>
	`PeopleLens could not process this request (HTTP ${status}).`;

export const AGAIN_OR_SUPPORT =
	'Run it again later. If it keeps happening, tell PeopleLens support when it happened.';

export const otherStatus = (status: number) =>
	`PeopleLens did not accept the request (HTTP ${status}). Check the parameters of this node.`;

const BASE_URL =
	"'Base URL' in the credential: it is the address you open PeopleLens with (such as https://acme.peoplelensai.com).";

const CHECK_ADDRESS = `Check ${BASE_URL}`;

export const AGAIN_OR_ADDRESS = `Run this again. If that doesn't help, check ${BASE_URL}`;

const AGAIN_OR_NETWORK =
	'Run this again later. If it keeps happening, check the network between n8n and PeopleLens.';

export const orCheck = (field = 'User') => ` If the address is right, check '${field}'.`;

export const nothingThere = (baseUrl: string) =>
	`There is no PeopleLens API at ${baseUrl}. ${CHECK_ADDRESS}`;

export const orOtherServer =
	" The answer may not come from PeopleLens, though: check 'Base URL' in the credential as well.";

export const webPage = (baseUrl: string) =>
	`${baseUrl} answered with a web page instead of an answer from PeopleLens. ${CHECK_ADDRESS}`;

export const emptyAnswer = (baseUrl: string) => `The answer from ${baseUrl} was empty.`;

export const unreadable = (baseUrl: string) =>
	`The answer from ${baseUrl} is not what PeopleLens sends, or was cut off on the way.`;

export const incomplete = (baseUrl: string, status: number) =>
	`The answer from ${baseUrl} was not complete (HTTP ${status}). A cache or proxy on the way may be set up wrongly.`;

export const redirected = (baseUrl: string, target?: string) =>
	target === undefined
		? `${baseUrl} redirects requests to another page instead of answering. ${CHECK_ADDRESS}`
		: `${baseUrl} redirects requests to ${target}. The API key was not sent there. If that is your PeopleLens, enter it as 'Base URL' in the credential.`;

/**
 * Why no answer came, in place of n8n's texts about codes such as ECONNREFUSED. Where the reason is not
 * known, n8n's own words are given: `said`, without the API key.
 */
export const TRANSPORT_FAILURES: Record<FailureReason, (baseUrl: string, said?: string) => string> =
	{
		refused: (baseUrl) => `Nothing answers at ${baseUrl}. PeopleLens may be down. ${CHECK_ADDRESS}`,
		dns: (baseUrl) =>
			`The address ${baseUrl} was not found. ${CHECK_ADDRESS} If it is right, check the network of n8n.`,
		timeout: (baseUrl) => `${baseUrl} took too long to answer.`,
		dropped: (baseUrl) => `The connection to ${baseUrl} ended before the whole answer had arrived.`,
		unreachable: (baseUrl) =>
			`${baseUrl} can't be reached from n8n. Check the network of n8n, and 'Base URL' in the credential.`,
		notHttp: (baseUrl) =>
			`The server that answers at ${baseUrl} is not PeopleLens. ${CHECK_ADDRESS}`,
		certificate: (baseUrl) =>
			`The security certificate of ${baseUrl} can't be trusted, so the API key was not sent. ${CHECK_ADDRESS}`,
		tooLarge: (baseUrl) =>
			`The answer from ${baseUrl} is too large for this node (over 50 MB or 250,000 entries). Lower 'Limit' if it is set, and check ${BASE_URL}`,
		// n8n takes an execution for stopped, and not for gone wrong, when it finds this word.
		canceled: () => 'The execution was canceled.',
		budgetExceeded: (baseUrl) =>
			`${baseUrl} answered too slowly to finish in the time that n8n allows. The next run continues from here.`,
		notSent: (baseUrl, said) =>
			`n8n did not send the request to ${baseUrl}${said ? `: ${said}` : ', and did not say why.'}`,
	};

/** What to do where no answer came, if the same may be asked again. */
export const REPEAT_AFTER_FAILURE: Partial<Record<FailureReason, string>> = {
	timeout: AGAIN_OR_NETWORK,
	dropped: AGAIN_OR_NETWORK,
};
