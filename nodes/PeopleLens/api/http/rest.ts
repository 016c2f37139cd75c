import { sleep } from 'n8n-workflow';

/** Waits so many ms, and no longer once the user has pressed Stop. */
export async function rest(ms: number, signal?: AbortSignal): Promise<void> {
	try {
		await sleep(ms, signal);
	} catch {
		return;
	}
}
