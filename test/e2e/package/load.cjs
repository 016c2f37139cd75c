/**
 * Loads a node or credential as n8n does, and prints the paths of its icons: node load.cjs <file>.
 * NODE_PATH names where the modules are that every n8n has.
 */
const { basename, dirname, join } = require('node:path');

const [file] = process.argv.slice(2);
const [name] = basename(file).split('.');
const { [name]: Type } = require(file);
const { description, icon } = new Type();
const { light, dark } = description?.icon ?? icon;
const icons = [light, dark].map((reference) =>
	join(dirname(file), reference.replace(/^file:/, '')),
);
process.stdout.write(JSON.stringify(icons));
