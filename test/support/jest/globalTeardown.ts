import { nodeProcess, rmSync } from '../node';

export default function globalTeardown(): void {
	rmSync(String(nodeProcess.env.N8N_TEST_HOMES), { recursive: true, force: true });
}
