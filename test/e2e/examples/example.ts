/** What the test of an example gets. */
import type { StoredWorkflow } from '../harness/n8n/routes';
import type { ExamplesEnvironment } from './environment';

export interface Example {
	/** The environment, once it is open. */
	environment: () => ExamplesEnvironment;
	/** The imported workflow. */
	workflow: () => Promise<StoredWorkflow>;
	/**
	 * Begins something as soon as the environment is open, side by side with the other examples: most
	 * of them wait for the trigger, which polls once a minute.
	 * @returns gives what came of it
	 */
	inAdvance: <T>(
		begin: (environment: ExamplesEnvironment, workflow: StoredWorkflow) => Promise<T>,
	) => () => Promise<T>;
}

export type DescribeExample = (example: Example) => void;
