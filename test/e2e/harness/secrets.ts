import { join, readFileSync, readdirSync } from './node';

/** The files below a folder that contain one of these texts. Installed packages are not looked at. */
export function filesContaining(folder: string, secrets: string[]): string[] {
	return filesIn(folder).filter((file) => {
		const content = readFileSync(file);
		return secrets.some((secret) => content.includes(secret));
	});
}

function filesIn(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isFile()) return [path];
		return entry.isDirectory() && entry.name !== 'node_modules' ? filesIn(path) : [];
	});
}
