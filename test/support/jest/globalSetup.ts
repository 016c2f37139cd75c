import { join, mkdtempSync, nodeProcess, tmpdir } from '../node';

export default function globalSetup(): void {
	// Nobody's zone: what takes local time for UTC is noticed.
	nodeProcess.env.TZ = 'Asia/Kathmandu';
	// A folder in which each of Jest's processes has a home for its n8n (support/environment.ts).
	nodeProcess.env.N8N_TEST_HOMES = mkdtempSync(join(tmpdir(), 'peoplelens-n8n-'));
}
