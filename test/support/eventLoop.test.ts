import { compute, letsOthersRun, longestBlock, REFERENCE_MS, slowness } from './eventLoop';
import { nextTurn } from './node';

/** So many ms of computing on the computer for which limits are meant: longer on a slower one. */
function computeFor(ms: number): void {
	for (let done = 0; done < ms; done += REFERENCE_MS) compute();
}

const inPieces = async () => {
	for (let piece = 0; piece < 10; piece++) {
		computeFor(50);
		await nextTurn();
	}
};

const inOnePiece = async () => {
	await nextTurn();
	computeFor(500);
};

it('work that keeps n8n from everything else for half a second is found out', async () => {
	expect(await longestBlock(200, inOnePiece, 2)).toBeGreaterThan(200);
});

it('the same work in ten pieces lets others run', async () => {
	expect(await letsOthersRun(200, inPieces)).toBe(true);
});

it('time in which the computer is busy with something else is not taken for work', async () => {
	const somethingElse = async () => {
		await nextTurn();
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
	};
	expect(await letsOthersRun(200, somethingElse)).toBe(true);
});

it('what the work throws comes through', async () => {
	const failing = async () => {
		await nextTurn();
		throw new Error('Not available');
	};
	await expect(letsOthersRun(200, failing)).rejects.toThrow('Not available');
});

it('no computer is taken for a faster one than that of the limits', () => {
	expect(slowness()).toBeGreaterThanOrEqual(1);
});
