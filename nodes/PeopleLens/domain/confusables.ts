/** Letters of other alphabets that look like these, one below the other; small letters only. */
const LOOKALIKES: Array<[others: string, latin: string]> = [
	// Cyrillic
	['\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445', 'abekmhopctyx'],
	['\u0456\u0458\u0455\u04bb\u04cf\u0501\u051b\u051d', 'ijshldqw'],
	// Greek
	[
		'\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7',
		'abeznikmvoptux',
	],
	// Latin letters without their usual form
	['\u0131\u0251\u0261', 'iag'],
];

const LATIN = new Map(
	LOOKALIKES.flatMap(([others, latin]) =>
		[...others].map((letter, index): [string, string] => [letter, latin[index]]),
	),
);

/**
 * Writes letters of other alphabets that nobody can tell from Latin ones as the latter: a keyboard
 * that was left in Cyrillic types them in the middle of a Latin word.
 * @param text in small letters
 */
export function foldConfusables(text: string): string {
	return [...text].map((letter) => LATIN.get(letter) ?? letter).join('');
}
