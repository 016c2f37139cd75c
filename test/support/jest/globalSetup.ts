import { join, mkdtempSync, nodeProcess, tmpdir } from '../node';

/** A folder in which each of Jest's processes has a home for its n8n (support/environment.ts). */
export default function globalSetup(): void {
	nodeProcess.env.N8N_TEST_HOMES = mkdtempSync(join(tmpdir(), 'peoplelens-n8n-'));
}
