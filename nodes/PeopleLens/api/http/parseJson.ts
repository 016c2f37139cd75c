import { JsonParser, parsed } from './jsonParser';

/** In characters: a shorter text is parsed at one go, whatever is in it. */
const SMALL = 200_000;

/**
 * Parses a JSON document of any size. A large one is parsed by and by: n8n's other work would wait
 * for seconds if ten megabytes of empty lists were parsed at one go.
 * @returns undefined for a text that is no JSON
 * @throws TooManyEntries
 */
export async function parseJson(text: string): Promise<unknown> {
	if (text.length > SMALL) return await new JsonParser(text).parse();
	return parsed(text);
}
