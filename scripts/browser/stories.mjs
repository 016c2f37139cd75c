/** What people do with the package in n8n's editor, one story after the other. */
import { createChecks } from '../lib/checks.mjs';
import { say } from '../lib/output.mjs';
import { createCamera, screenshots } from './camera.mjs';
import { openNewWorkflow } from './creator.mjs';
import { openStage } from './stage.mjs';
import { readAuditLogs } from './stories/auditLogs.mjs';
import { connect } from './stories/connect.mjs';
import { seeFailures } from './stories/failures.mjs';
import { findNode } from './stories/findNode.mjs';
import { seeLooks } from './stories/looks.mjs';
import { pickUser } from './stories/pickUser.mjs';
import { previewOutput } from './stories/preview.mjs';
import { signUp } from './stories/signUp.mjs';
import { syncPeople } from './stories/sync.mjs';
import { seeEventArrive, startTrigger } from './stories/trigger.mjs';
import { manageUsers } from './stories/users.mjs';

/** n8n checks for events once a minute: between starting the trigger and looking, the others play. */
const STORIES = [
	signUp,
	findNode,
	connect,
	startTrigger,
	pickUser,
	manageUsers,
	syncPeople,
	readAuditLogs,
	seeFailures,
	previewOutput,
	seeLooks,
	seeEventArrive,
];

/** Enough for what was expected and what came instead. */
const LINES = 20;

/** @param {import('../host/install.mjs').Host} host @param {string} tarball the packed package */
export async function tellStories(host, tarball) {
	const stage = await openStage(host, tarball);
	const { check, finish } = createChecks();
	const shot = createCamera(stage.page);
	const told = { ...stage, shot, check: checkAndLook };
	let untidy = false;
	for (const tell of STORIES) {
		const started = Date.now();
		// What did not pass may have left something open that is in the way.
		if (untidy) await openNewWorkflow(stage.page);
		untidy = false;
		await tell(told).catch((error) =>
			checkAndLook(`${tell.name} comes to its end`, () => Promise.reject(error)),
		);
		say(`${tell.name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
	}
	await stage.stop();
	say(`A picture of every step: ${screenshots}`);
	finish();

	/** Takes a picture of what the screen shows when a check does not pass. */
	async function checkAndLook(name, verify) {
		await check(name, async () => {
			try {
				await verify();
			} catch (error) {
				untidy = true;
				await shot(`failed ${name}`);
				// Behind it, Playwright tells each of its attempts.
				throw new Error(error.message.split('\n').slice(0, LINES).join('\n'));
			}
		});
	}
}
