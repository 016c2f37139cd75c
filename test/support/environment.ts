/**
 * What n8n-core expects before it is imported: metadata for its services, a home of its own, and
 * nothing of what a person has set up for theirs.
 */
import 'reflect-metadata';

import { join, nodeProcess } from './node';

const { env } = nodeProcess;
const { N8N_TEST_HOMES } = env;
for (const name of Object.keys(env).filter((key) => key.startsWith('N8N_'))) delete env[name];
Object.assign(env, {
	// Nothing leaves this computer, so nothing goes through a proxy.
	no_proxy: '*',
	NO_PROXY: '*',
	N8N_TEST_HOMES,
	N8N_USER_FOLDER: join(String(N8N_TEST_HOMES), String(env.JEST_WORKER_ID)),
	N8N_ENCRYPTION_KEY: 'dummy-encryption-key',
	N8N_LOG_LEVEL: 'silent',
});
