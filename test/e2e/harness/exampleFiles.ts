import { join, readFileSync, readdirSync, repositoryRoot } from './node';
import type { WorkflowContent } from './workflow';

export interface ExampleFile {
	/** Its name without .json. */
	file: string;
	workflow: WorkflowContent;
}

const folder = join(repositoryRoot, 'examples');

/** The workflows in examples/. */
export const readExamples = (): ExampleFile[] =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => ({
			file: name.slice(0, -'.json'.length),
			workflow: JSON.parse(readFileSync(join(folder, name), 'utf8')),
		}));

/** What examples/README.md says. */
export const readIntroduction = (): string => readFileSync(join(folder, 'README.md'), 'utf8');
