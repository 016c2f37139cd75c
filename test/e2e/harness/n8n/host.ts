/** An installed n8n. */
export interface Host {
	/** Of n8n. */
	version: string;
	/** Where it is installed. */
	folder: string;
	/** Path of its Node. */
	node: string;
	/** Path of its command. */
	n8n: string;
}
