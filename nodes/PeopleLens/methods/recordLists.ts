import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { candidateList } from '../api/candidates';
import { openApi } from '../api/client';
import { jobList } from '../api/jobs';
import { managedUserList, rolesOf } from '../api/managedUsers';
import type { RecordList } from '../api/recordList';
import type { HiringRecord } from '../api/records';
import { templateList } from '../api/templates';
import { personLabel, titleLabel } from '../domain/listNames';
import { matchesSearch } from '../domain/search';
import { roleName } from '../fields/roles';
import { readRecords } from '../lists/readRecords';

const PAGE_SIZE = 100;

/** A person waits: a longer list is cut here, and who isn't on it is reached by ID. */
const MOST_ROWS = 2_000;

/** How many pages are read at the same time. */
const CONCURRENCY = 5;

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/**
 * Serves "From List" of a locator: records whose label contains what was typed, in its order.
 * @throws NodeApiError, so that the panel shows why there is no list instead of an empty one
 */
const searchIn = (
	listFor: (filter: string) => RecordList,
	labelOf: (row: HiringRecord) => string,
): Search =>
	async function search(filter = '', paginationToken = '0') {
		const api = openApi(this, { failFast: true });
		const { rows } = await readRecords(api, listFor(filter), { limit: MOST_ROWS }, CONCURRENCY);
		const found = rows
			.map((row) => ({ name: labelOf(row), value: row.id }))
			.filter(({ name, value }) => matchesSearch(name, filter) || value === filter.trim())
			.sort((a, b) => a.name.localeCompare(b.name));
		const end = Number(paginationToken) + PAGE_SIZE;
		return {
			results: found.slice(end - PAGE_SIZE, end),
			paginationToken: end < found.length ? String(end) : undefined,
		};
	};

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

const personName = ({ first_name, last_name }: HiringRecord) =>
	[first_name, last_name].map(text).filter(Boolean).join(' ');

const labelPerson = (row: HiringRecord, detail: string) =>
	personLabel({ name: personName(row), email: text(row.email), id: row.id }, detail);

const labelTitle = (row: HiringRecord, ...details: unknown[]) =>
	titleLabel(text(row.title) || row.id, details.map(text));

export const searchCandidates = searchIn(
	() => candidateList(),
	(row) => labelPerson(row, text(row.status)),
);

export const searchJobs = searchIn(
	() => jobList,
	(row) => labelTitle(row, row.department, row.status),
);

export const searchTemplates = searchIn(
	() => templateList,
	(row) => labelTitle(row),
);

/** Everybody, whether they may sign in or not: so that somebody can be let in again. */
export const searchAllUsers = searchIn(
	(filter) => managedUserList(filter.trim() || undefined),
	(row) => {
		const isDisabled = row.is_enabled === false;
		const details = [roleName(rolesOf(row)[0]), isDisabled ? 'disabled' : ''];
		return labelPerson(row, details.filter(Boolean).join(', '));
	},
);
