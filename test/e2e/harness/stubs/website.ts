import { serve, type StubServer } from './server';

/** A site that is not PeopleLens. */
export const startWebsite = async (): Promise<StubServer> =>
	await serve(() => ({
		headers: { 'content-type': 'text/html' },
		body: '<!doctype html><html><head><title>Welcome</title></head></html>',
	}));
