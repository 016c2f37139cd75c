import { breaks, byFact, byValue, copes, holds, type Rule } from './rule';

const TEXTS = 'No request was turned down.';

/** Keys, errors, limits, headers. */
export const anyRequest: Rule[] = [
	byFact('wrongKeyStatus', 'A wrong key', 'The check did not get that far.', (status) => {
		if (status === 401) return holds('Is refused (401).');
		if (status < 300)
			return breaks(
				'Is accepted. Whoever guesses your address can read your users: tell PeopleLens at once.',
			);
		return copes(
			`Gets status ${status} instead of 401, so the node's message does not speak of the key.`,
		);
	}),
	byValue('errorBody', 'Reasons that PeopleLens states', TEXTS, {
		message: holds('Are found and shown ("message").'),
		error: holds('Are found and shown ("error").'),
		errorObject: holds('Are found and shown (inside "error").'),
		errors: holds('Are found and shown ("errors").'),
		detail: holds('Are found and shown ("detail").'),
		title: holds('Are found and shown ("title").'),
		text: holds('Are found and shown (plain text).'),
		html: copes(
			'Come as a web page. Only its title is shown, and messages may speak of a wrong address.',
		),
		empty: copes("Are none. Messages do without PeopleLens's own words."),
		other: copes(
			"Stand where the package does not look. Messages do without PeopleLens's own words.",
		),
	}),
	byValue('unknownParameters', 'Unknown parameters', 'No users came.', {
		reject: holds('Are turned down. The package sends none.'),
		ignore: holds('Are ignored. The package sends none.'),
		other: copes('Get an odd answer. The package sends none.'),
	}),
	byValue('rateLimitMet', 'Too many requests', 'No answer came.', {
		false: holds('Did not occur at the slow pace of this check.'),
		true: copes('Occurred even at the slow pace of this check. The package waits and slows down.'),
	}),
	byValue('retryAfter', 'How long to wait then', 'There were not too many requests.', {
		seconds: holds('Is stated in seconds.'),
		date: holds('Is stated as a time.'),
		none: copes('Is not stated. The package waits by its own rules.'),
		other: copes('Is stated in a form that cannot be read. The package waits by its own rules.'),
	}),
	byValue('rateLimitHeaders', 'Announced limits', 'No answer came.', {
		none: holds('None.'),
		standard: holds('There are some (RateLimit). The package does not need them.'),
		x: holds('There are some (X-RateLimit). The package does not need them.'),
	}),
	byValue('compression', 'Compression', 'No answer came.', {
		none: holds('None.'),
		gzip: holds('gzip.'),
		deflate: holds('deflate.'),
		br: holds('Brotli.'),
		other: breaks('Of a kind that n8n does not ask for and may not read.'),
	}),
	byValue('fastestAnswer', 'The fastest answer', 'No answer came.', {
		under50ms: holds('Took less than 0.05 seconds.'),
		under200ms: holds('Took less than 0.2 seconds.'),
		under1s: holds('Took less than a second.'),
		under5s: holds('Took less than 5 seconds.'),
		slower: copes('Took more than 5 seconds. Lists in the editor give up after 10.'),
	}),
];
