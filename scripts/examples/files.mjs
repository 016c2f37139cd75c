/** The workflows in examples/, as files. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../lib/folders.mjs';

const folder = join(repository, 'examples');
const NOTE = 'n8n-nodes-base.stickyNote';
const LONGEST_NOTE = 900;

/** @returns {{ file: string, workflow: object }[]} file: its name without .json */
export function readExamples() {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => ({
			file: name.slice(0, -'.json'.length),
			workflow: JSON.parse(readFileSync(join(folder, name), 'utf8')),
		}));
}

/** @returns {string} what examples/README.md says */
export const readIntroduction = () => readFileSync(join(folder, 'README.md'), 'utf8');

/**
 * What makes a file unfit to be given to others: credentials or data of whoever made it, or nothing
 * that explains it.
 * @returns {string[]} in words
 */
export function findBlemishes(workflow) {
	const { nodes, connections } = workflow;
	const names = nodes.map(({ name }) => name);
	const found = [];
	if (workflow.active) found.push('It is active');
	if (workflow.id || workflow.pinData) found.push('It carries an ID or pinned data');
	for (const node of nodes) {
		if (node.credentials) found.push(`"${node.name}" names a credential of its maker`);
	}
	if (new Set(names).size < names.length) found.push('Two nodes have the same name');
	for (const target of [...Object.keys(connections), ...targetsOf(connections)]) {
		if (!names.includes(target))
			found.push(`A connection leads to "${target}", which is not there`);
	}
	const notes = nodes.filter(({ type }) => type === NOTE).map((node) => node.parameters.content);
	if (notes.length === 0) found.push('It has no note that explains it');
	for (const text of notes) {
		if (text.length > LONGEST_NOTE) found.push(`A note has ${text.length} characters`);
	}
	return found;
}

const targetsOf = (connections) =>
	Object.values(connections)
		.flatMap((outputs) => Object.values(outputs))
		.flat(2)
		.map(({ node }) => node);
