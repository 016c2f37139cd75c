import type { TestEnvironment } from '../harness/environment';

/** The environment, once it is open. */
export type Opened = () => TestEnvironment;
