import { startSandbox } from '../../sandbox';
import { DEFAULT_BEHAVIOUR } from '../../sandbox/behaviour';
import { OPTIONS } from '../../sandbox/options';
import { join, readFileSync, repositoryRoot } from '../support/node';

const README = readFileSync(join(repositoryRoot, 'sandbox/README.md'), 'utf8');

/** What stands in the first columns of its tables, row by row. */
const ROWS = README.split('\n')
	.filter((line) => line.startsWith('|'))
	.map((line) => line.split('|').map((cell) => cell.trim()));

it.each(Object.entries(DEFAULT_BEHAVIOUR))(
	"the sandbox's README names the switch %s with its default %j",
	(name, value) => {
		const row = ROWS.find(([, first]) => first === `\`${name}\``);
		expect(row?.[2]).toBe(`\`${JSON.stringify(value)}\``);
	},
);

it.each(Object.keys(OPTIONS))("the sandbox's README names the option --%s", (name) => {
	expect(ROWS.some(([, first]) => new RegExp(`^\`--${name}[ \`]`).test(first))).toBe(true);
});

it("the sandbox's README names all that can be done to a running sandbox, and nothing else", async () => {
	const sandbox = await startSandbox({ users: 0, auditLogs: 0 });
	const { about } = (await (await fetch(`${sandbox.url}/sandbox`)).json()) as { about: object };
	await sandbox.stop();
	const named = ROWS.flatMap(([, first]) => first.match(/[A-Z]+ \/sandbox[\w/]*/g) ?? []);
	expect(named.sort()).toEqual(Object.keys(about).sort());
});

it("the sandbox's README names every fault", () => {
	const source = readFileSync(join(repositoryRoot, 'sandbox/fault.ts'), 'utf8');
	const types = Array.from(source.matchAll(/type: '(\w+)'/g), ([, type]) => type);
	expect(types.length).toBeGreaterThan(5);
	expect(types.filter((type) => !ROWS.some(([, first]) => first === `\`${type}\``))).toEqual([]);
});
