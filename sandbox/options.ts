export const HELP = `A PeopleLens tenant for tests and demonstrations.

  --port <number>           default 0: a free one
  --users <number>          active users in the beginning, default 20
  --audit-logs <number>     audit logs in the beginning, default 200
  --candidates <number>     candidates in the beginning, default 12
  --jobs <number>           jobs in the beginning, default 4
  --seed <number>           the same seed gives the same people and events, default 1
  --api-key <text>          a key that may do everything, default dummy-api-key-example
  --read-only-key <text>    a second key: reads, but 403 when it writes
  --powerless-key <text>    a third one: 403 everywhere
  --webhook-url <url>       where webhooks go, e.g. http://localhost:5678/webhook/…
  --webhook-secret <text>   what they are signed with, default dummy-webhook-example
  --lively                  events keep happening
  --every <ms>              the mean time between them, default 4000
  --behaviour <json>        switches, e.g. '{"sortOrder": "oldest", "latencyMs": 20}'
                            (all of them: sandbox/README.md)
  --like <file>             answers as the tenant did of which npm run check:tenant -- --report
                            made this file; --behaviour changes what it says

Prints {"url", "apiKey"} when it listens. While it runs, GET <url>/sandbox tells how to
change it: behaviour, faults, events, users, clock, key, webhooks, and the log of requests. Open
<url>/settings/webhooks in a browser to set up webhooks and send some.
`;

export const OPTIONS = {
	port: { type: 'string' },
	users: { type: 'string' },
	'audit-logs': { type: 'string' },
	candidates: { type: 'string' },
	jobs: { type: 'string' },
	seed: { type: 'string' },
	'api-key': { type: 'string' },
	'read-only-key': { type: 'string' },
	'powerless-key': { type: 'string' },
	'webhook-url': { type: 'string' },
	'webhook-secret': { type: 'string' },
	lively: { type: 'boolean' },
	every: { type: 'string' },
	behaviour: { type: 'string' },
	like: { type: 'string' },
	help: { type: 'boolean' },
} as const;
