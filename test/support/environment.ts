/** What n8n-core expects before it is imported: metadata for its services, and a home of its own. */
import 'reflect-metadata';

import { join, mkdtempSync, nodeProcess, rmSync, tmpdir } from './node';

const home = mkdtempSync(join(tmpdir(), 'peoplelens-n8n-'));
nodeProcess.env.N8N_USER_FOLDER = home;
nodeProcess.env.N8N_ENCRYPTION_KEY ??= 'dummy-encryption-key';
nodeProcess.env.N8N_LOG_LEVEL = 'silent';

afterAll(() => rmSync(home, { recursive: true, force: true }));
