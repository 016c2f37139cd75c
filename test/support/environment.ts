/** What n8n-core expects before it is imported: metadata for its services, and a home of its own. */
import 'reflect-metadata';

import { join, nodeProcess } from './node';

const { env } = nodeProcess;
env.N8N_USER_FOLDER = join(String(env.N8N_TEST_HOMES), String(env.JEST_WORKER_ID));
env.N8N_ENCRYPTION_KEY ??= 'dummy-encryption-key';
env.N8N_LOG_LEVEL = 'silent';
