/**
 * Loaded into n8n by NODE_OPTIONS: while the file that PEOPLELENS_DNS_GONE names is there, no host
 * name is found, as on a machine whose name server has gone.
 */
const dns = require('node:dns');
const { existsSync } = require('node:fs');

const lookup = dns.lookup;

dns.lookup = (hostname, options, callback = options) => {
	if (!existsSync(process.env.PEOPLELENS_DNS_GONE)) return lookup(hostname, options, callback);
	const error = new Error(`getaddrinfo ENOTFOUND ${hostname}`);
	Object.assign(error, { code: 'ENOTFOUND', errno: -3008, syscall: 'getaddrinfo', hostname });
	process.nextTick(callback, error);
};
