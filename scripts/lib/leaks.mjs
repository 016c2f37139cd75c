import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where in a folder's files one of these texts stands. Installed packages are not looked at.
 * @param {string} folder
 * @param {string[]} secrets
 * @returns {string[]} paths
 */
export function filesHolding(folder, secrets) {
	return filesIn(folder).filter((file) => {
		const content = readFileSync(file);
		return secrets.some((secret) => content.includes(secret));
	});
}

function filesIn(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isFile()) return [path];
		return entry.isDirectory() && entry.name !== 'node_modules' ? filesIn(path) : [];
	});
}
