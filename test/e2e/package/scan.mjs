/**
 * n8n's own scanner for community packages, in a process of its own because it is an ES module:
 * node scan.mjs <folder> <patterns…>. Prints what it finds; nothing when all is well.
 */
import {
	SOURCE_FILE_PATTERNS,
	analyzePackage,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const [folder, ...patterns] = process.argv.slice(2);
const chosen = patterns.length > 0 ? patterns : SOURCE_FILE_PATTERNS;
const { passed, message, details } = await analyzePackage(folder, chosen);
// Nothing looked at counts as passed there, with a message.
if (!passed || message) {
	process.stdout.write([message, details].filter(Boolean).join('\n') || 'It did not pass.');
}
