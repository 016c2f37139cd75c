import type { RecordedRequest } from '../http/recordedRequest';
import { createServer, type AddressInfo, type IncomingMessage, type ServerResponse } from '../node';
import type { World } from '../world';

/** The host on which the documents of candidates lie: it knows no key, only signed addresses. */
export interface FileHost {
	port: number;
	close(): Promise<void>;
}

export async function listenForFiles(world: World): Promise<FileHost> {
	const server = createServer((request, response) => answerFile(world, request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	return {
		port: (server.address() as AddressInfo).port,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

/** Serves `/files/{token}/{name}`, and notes who asked. */
export function answerFile(world: World, request: IncomingMessage, response: ServerResponse): void {
	const path = request.url ?? '/';
	const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
	const recorded: RecordedRequest = {
		...{ method: request.method ?? 'GET', path, query: {}, body: '', at: Date.now() },
		headers: Object.fromEntries(headers) as Record<string, string>,
	};
	world.fileRequests.push(recorded);
	const token = /^\/files\/([^/?]+)/.exec(path)?.[1];
	const document = world.tenant.hiring.documents.all().find((one) => one.token === token);
	recorded.status = document ? send(world, document, response) : refuse(response, 404);
}

function send(
	{ behaviour, origin, fileRequests }: World,
	{ bytes, file_type }: { bytes: Buffer; file_type: string },
	response: ServerResponse,
): number {
	const type = { 'content-type': file_type };
	const length = { 'content-length': bytes.length };
	const { fileAnswer, fileAnswerTimes } = behaviour;
	const isOver = fileAnswerTimes !== null && fileRequests.length > fileAnswerTimes;
	switch (isOver ? 'file' : fileAnswer) {
		case 'expired':
			return refuse(response, 403);
		case 'busy':
			return refuse(response, 503);
		case 'redirect':
			response.writeHead(302, { location: `${origin}/api/v1/users` }).end();
			return 302;
		case 'page':
			response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
			return 200;
		case 'cut':
			response.writeHead(200, { ...type, ...length });
			response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
			return 200;
		case 'unsized':
			response.writeHead(200, type);
			response.end(bytes);
			return 200;
		case 'half':
			response.writeHead(200, type).end(bytes.subarray(0, bytes.length / 2));
			return 200;
		case 'empty':
			response.writeHead(200, { ...type, 'content-length': 0 }).end();
			return 200;
		case 'file':
			response.writeHead(200, { ...type, ...length });
			response.end(bytes);
			return 200;
	}
}

const CODES: Record<number, string> = { 403: 'AccessDenied', 404: 'NoSuchKey', 503: 'SlowDown' };

/** As storage services say that an address isn't good, or no longer, or that there is too much to do. */
function refuse(response: ServerResponse, status: number): number {
	response.writeHead(status, { 'content-type': 'application/xml' });
	response.end(`<Error><Code>${CODES[status]}</Code><Message>Try again</Message></Error>`);
	return status;
}
