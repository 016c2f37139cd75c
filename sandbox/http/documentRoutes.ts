import type { Document } from '../hiring/types';
import { json, Refusal, type Answer } from './answer';
import { candidateOf } from './candidateRoutes';
import { wholeList } from './hiringLists';
import { SKILLS } from '../hiring/vocabulary';
import type { Call } from './call';

export function listDocuments(call: Call): Answer {
	const { tenant, behaviour } = call;
	const { id } = candidateOf(call);
	const rows = tenant.hiring.documents
		.all()
		.filter(({ candidate_id }) => candidate_id === id)
		.map((document) => ({ ...shownDocument(document), ...address(document, call) }));
	return wholeList(rows, 'array', behaviour);
}

export function uploadDocument(call: Call): Answer {
	const { tenant, behaviour, file } = call;
	const { id } = candidateOf(call);
	const invalid = (message: string) => new Refusal(behaviour.invalidStatus, message);
	if (!file || file.field !== 'file') throw invalid('The form field "file" is required');
	if (file.bytes.length > (behaviour.largestFile ?? Infinity)) {
		throw new Refusal(413, `A file may have ${behaviour.largestFile} bytes at most`);
	}
	const document = tenant.hiring.addDocument(id, {
		...{ file_name: file.fileName, file_type: file.contentType, bytes: file.bytes },
	});
	return json(201, { ...shownDocument(document), candidate_id: id });
}

/** What the product has read out of the newest document. */
export function getParsedResume(call: Call): Answer {
	const { tenant, behaviour } = call;
	const { id } = candidateOf(call);
	const document = tenant.hiring.documents.all().find(({ candidate_id }) => candidate_id === id);
	if (!document || behaviour.parsedAnswer === 404)
		throw new Refusal(404, 'There is no parsed résumé');
	if (behaviour.parsedAnswer === 202) return json(202, { message: 'The document is being read' });
	const text = (words: string) => (behaviour.parsedAnswer === 'empty' ? '' : words);
	return json(200, {
		id: document.id,
		professional_summary: text('Eight years in teams that ship.'),
		core_skills: text(SKILLS.join(', ')),
		experience_summary: text('Two companies, one of them from the beginning.'),
		education_summary: text('MSc'),
		certifications: text('CKA'),
		languages: text('x') === '' ? [] : ['English', 'Portuguese'],
		projects_achievements: text('Halved the time from commit to release.'),
	});
}

/** A document without its bytes. */
export function shownDocument({ id, file_name, file_path, file_type, file_size }: Document) {
	return { id, file_name, file_path, file_type, file_size };
}

function address({ token, file_name }: Document, { behaviour, origin, fileOrigin }: Call): object {
	const path = `/files/${token}/${encodeURIComponent(file_name)}?signature=dummy`;
	switch (behaviour.signedUrls) {
		case 'otherHost':
			return { signedUrl: `${fileOrigin}${path}` };
		case 'sameHost':
			return { signedUrl: `${origin}${path}` };
		case 'relative':
			return { signedUrl: path };
		case 'missing':
			return { signedUrl: null };
	}
}
