import './environment';

import { Logger } from 'n8n-core/node_modules/@n8n/backend-common';
import { Container } from 'n8n-core/node_modules/@n8n/di';
import { BinaryDataConfig, BinaryDataService, ErrorReporter } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

/**
 * For the tests of one file, n8n keeps files on disk, as it does by default, and streams them from
 * there and to there. All other tests have them in memory.
 */
export function useFilesOnDisk() {
	const inMemory = Container.get(BinaryDataService);
	const onDisk = new BinaryDataService(
		Container.get(BinaryDataConfig),
		Container.get(ErrorReporter),
		Container.get(Logger),
	);
	beforeAll(async () => {
		await onDisk.init();
		Container.set(BinaryDataService, onDisk);
	});
	afterAll(() => Container.set(BinaryDataService, inMemory));
	const location = { type: 'execution' as const, workflowId: 'w-1', executionId: 'e-1' };
	return {
		/** @returns the reference to the file that an item has */
		async add(fileName: string, bytes: Buffer): Promise<IBinaryData> {
			const about = { fileName, mimeType: 'application/pdf', data: '' };
			return await onDisk.store(location, bytes, about);
		},
		/** As n8n does when it forgets the execution that brought them. */
		removeAll: async () => await onDisk.deleteMany([location]),
		read: async (file: IBinaryData): Promise<Buffer> => await onDisk.getAsBuffer(file),
	};
}
