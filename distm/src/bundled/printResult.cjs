let require_displayWidth;
let require_stream;
let require_recordInput;
let node_path = require("node:path");
let node_timers_promises;
let node_fs_promises;
// src/pipeline/journalPrune.ts
/** A week: who replays a saved stream later is told that nothing is known of how it ended. */
const KEPT_MS = 6048e5;
/** Folders looked at in one call: a few milliseconds. The place to begin is drawn by lot, so that each gets its turn. */
const LOOKED_AT = 200;
/** Folders removed in one call. More than a harvest makes, so that their number goes down. */
const REMOVED = 20;
/**
* Removes journals of runs in which nothing was written for a week, but not those of `keep` (run ids) nor of processes that still
* live. Does a bounded piece of the work and never throws. Call it when the input's journals were read: they may be old ones.
*/
async function pruneJournals(options) {
	const { stateFolder, keep } = options;
	const before = Date.now() - KEPT_MS;
	const runs = await (0, (node_fs_promises ??= require("node:fs/promises")).readdir)((require_displayWidth ??= require("./displayWidth.cjs")).runsFolder(stateFolder)).catch(() => []);
	const first = Math.floor(Math.random() * runs.length);
	let removed = 0;
	for (const run of [...runs.slice(first), ...runs.slice(0, first)].slice(0, LOOKED_AT)) {
		if (removed >= REMOVED) return;
		if (keep?.has(run)) continue;
		if (await removeIfOld((0, node_path.join)((require_displayWidth ??= require("./displayWidth.cjs")).runsFolder(stateFolder), run), before).catch(() => false)) removed++;
	}
}
async function removeIfOld(folder, before) {
	if ((await (0, (node_fs_promises ??= require("node:fs/promises")).stat)(folder)).mtimeMs >= before) return false;
	const journals = (await (0, (node_fs_promises ??= require("node:fs/promises")).readdir)(folder)).filter((name) => name.endsWith(".ndjson")).map((name) => (0, node_path.join)(folder, name));
	for (const journal of journals) if ((await (0, (node_fs_promises ??= require("node:fs/promises")).stat)(journal)).mtimeMs >= before || await isOfLiving(journal)) return false;
	for (const journal of journals) await (0, (node_fs_promises ??= require("node:fs/promises")).rm)(journal, { force: true });
	await (0, (node_fs_promises ??= require("node:fs/promises")).rmdir)(folder);
	return true;
}
async function isOfLiving(journal) {
	const header = await (require_recordInput ??= require("./recordInput.cjs")).journalHeader(journal);
	return header !== void 0 && (require_stream ??= require("./stream.cjs")).lives(header.process) === "alive";
}
// src/cli/printResult.ts
/** A table for a person, JSON for a program. */
function formatFor(format, { stdout }) {
	return format ?? (stdout.isTTY ? "table" : "json");
}
/**
* Prints a result set as fast as its reader takes it. Returns its exit code, or 3 when it could not be written (a full disk behind
* `>`); a reader that left is no fault.
*/
async function printResult(result, format, world) {
	const { stdout, env } = world;
	let failed;
	const closed = new Promise((resolve) => {
		stdout.on("error", (error) => {
			failed ??= error;
			resolve();
		});
	});
	const terminal = stdout.isTTY === true;
	const look = {
		terminal,
		colours: terminal && !env["NO_COLOR"]
	};
	for (const text of result.lines(formatFor(format, world), look)) {
		if (failed !== void 0) break;
		if (stdout.write(text)) await (0, (node_timers_promises ??= require("node:timers/promises")).setImmediate)();
		else await Promise.race([closed, new Promise((resolve) => stdout.once("drain", resolve))]);
	}
	await Promise.race([closed, new Promise((resolve) => stdout.write("", () => resolve()))]);
	if (failed === void 0 || (require_recordInput ??= require("./recordInput.cjs")).readerLeft(failed)) return result.code;
	world.terminal.error(`${world.command}: can't write the report: ${failed.message}`);
	return 3;
}
/** As `printResult`, and lets go of the names that the result set keeps on disk. */
async function printAndClose(result, format, world) {
	try {
		return await printResult(result, format, world);
	} finally {
		result.close();
	}
}
Object.defineProperty(exports, "printAndClose", {
	enumerable: true,
	get: function() {
		return printAndClose;
	}
});
Object.defineProperty(exports, "pruneJournals", {
	enumerable: true,
	get: function() {
		return pruneJournals;
	}
});
