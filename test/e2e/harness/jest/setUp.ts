/** A step waits for what n8n does once a minute, and for n8n to start. */
jest.setTimeout(10 * 60_000);
