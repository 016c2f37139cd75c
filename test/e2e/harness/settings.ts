/** What the command line hands over to the processes of a test run: names of environment variables. */

/** Path of the packed package that is tested. */
export const TARBALL_VARIABLE = 'PEOPLELENS_TARBALL';

/** Version of n8n for the smoke test. */
export const VERSION_VARIABLE = 'PEOPLELENS_N8N_VERSION';

/** The tag that a release has to fit. */
export const TAG_VARIABLE = 'PEOPLELENS_TAG';

/** How many webhook deliveries a scenario sends; by default as many as a run of all checks has time for. */
export const DELIVERIES_VARIABLE = 'PEOPLELENS_DELIVERIES';

/** How many minutes the soak takes; without it, there is none. */
export const MINUTES_VARIABLE = 'PEOPLELENS_SOAK_MINUTES';

/** Versions of n8n, with commas between them, that the trigger's scenario is played on besides. */
export const VERSIONS_VARIABLE = 'PEOPLELENS_N8N_VERSIONS';

/** Up to which release n8n's dependencies may be taken; ISO 8601. For versions newer than ours. */
export const BEFORE_VARIABLE = 'PEOPLELENS_N8N_BEFORE';
