let require_command;
let require_displayWidth;
let require_stream;
let node_path = require("node:path");
let node_timers_promises;
let node_fs_promises;
// src/pipeline/endingNotes.ts
/** What a person should know of how the input ended, each thing said once, and by one stage of a pipe only. */
function endingNotes(endings) {
	const told = new Set(endings.ends.flatMap((end) => end.inputs.filter((input) => input.how !== "ended").map(({ by }) => by)));
	const untold = (how) => endings.sources.filter((source) => source.how === how && !told.has(source.by));
	const notes = IN_WORDS.flatMap(([how, words]) => {
		const names = untold(how).map(({ by }) => by);
		return names.length === 0 ? [] : [`${some(names)} ${words}`];
	});
	return endings.empty ? ["nothing came in: did the command before this one start, or did a filter take everything?", ...notes] : notes;
}
const IN_WORDS = [["cut", "was killed or its output is damaged: what it had to say is not complete"], ["open", "left no sign of how it ended (another machine, or too long ago): what it wrote is taken as whole"]];
/** Many streams in one input, saved long ago: their names tell a person nothing more. */
const NAMES_MAX = 3;
function some(names) {
	const more = names.length - NAMES_MAX;
	const shown = names.slice(0, NAMES_MAX).join(", ");
	return more > 0 ? `each of ${shown} and ${more} more` : names.length > 1 ? `each of ${shown}` : shown;
}
// src/pipeline/lateBy.ts
/** Aborted some time after another signal, with its reason. Keeps no process from its end. */
function lateBy(delay_ms, signal) {
	const late = new AbortController();
	const begin = () => void setTimeout(() => late.abort(signal.reason), delay_ms).unref();
	if (signal.aborted) begin();
	else signal.addEventListener("abort", begin, { once: true });
	return late.signal;
}
// src/pipeline/readerLeft.ts
/**
* Whether a write failed because its reader left, as `head` does: that is no fault. EPIPE for pipes; ECONNRESET for the socket
* pairs that Node gives its child processes, when the reader left something unread.
*/
function readerLeft(error) {
	const code = (require_command ??= require("./command.cjs")).errorCode(error);
	return code === "EPIPE" || code === "ECONNRESET";
}
// src/pipeline/journalReader.ts
/** What a journal says so far. Lines that are cut or damaged are passed over: a kill can leave them. */
var JournalReader = class {
	path;
	header;
	froms = [];
	end;
	closed = false;
	#next = 0;
	constructor(path) {
		this.path = path;
	}
	/** Takes in what was written since the last call. False when there is no such file. */
	async readOn() {
		try {
			for await (const { text, next } of journalLines(this.path, this.#next)) {
				this.#next = next;
				if (ABOUT_THE_PROCESS.test(text)) this.#take(parse(text));
			}
			return true;
		} catch {
			return false;
		}
	}
	/** The records that the stage made, `end` included, read from the file anew. Ends early when the file goes away. */
	async *records() {
		try {
			for await (const { text } of journalLines(this.path)) {
				const record = parse(text);
				if (record !== void 0 && !JOURNAL_ONLY.has(record.type)) yield record;
			}
		} catch (error) {
			if (!(error instanceof Error && "syscall" in error)) throw error;
		}
	}
	#take(line) {
		if (line === void 0) return;
		if (line.type === "journal") this.header = header(line);
		if (line.type === "closed") this.closed = true;
		if (line.type === "end") this.end = (require_stream ??= require("./stream.cjs")).endRecord(line);
		if (line.type !== "from") return;
		const [by, run] = [(require_stream ??= require("./stream.cjs")).textOf(line, "by"), (require_stream ??= require("./stream.cjs")).textOf(line, "run")];
		if (by !== void 0 && run !== void 0) this.froms.push({
			by,
			run
		});
	}
};
/** Lines that are about the process, not about servers: only these are parsed to learn how it ended. */
const ABOUT_THE_PROCESS = /^\{"type":"(?:journal|from|closed|end)"/;
const JOURNAL_ONLY = /* @__PURE__ */ new Set([
	"journal",
	"from",
	"closed",
	"truncated"
]);
const CHUNK_BYTES = 262144;
const NEWLINE = 10;
/** The whole lines of a file from an offset on, each with the offset of the next. A last line without a newline is left out. */
async function* journalLines(path, start = 0) {
	const file = await (0, (node_fs_promises ??= require("node:fs/promises")).open)(path, "r");
	try {
		const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
		let offset = start;
		let rest = Buffer.alloc(0);
		while (rest.length <= (require_stream ??= require("./stream.cjs")).MAX_LINE_BYTES) {
			const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, offset + rest.length);
			if (bytesRead === 0) return;
			const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
			let from = 0;
			for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
				yield {
					text: bytes.toString("utf8", from, at),
					next: offset + at + 1
				};
				from = at + 1;
			}
			rest = bytes.subarray(from);
			offset += from;
		}
	} finally {
		await file.close();
	}
}
/** The first line of a journal, as far as it makes sense. */
async function journalHeader(path) {
	for await (const { text } of journalLines(path)) {
		const line = parse(text);
		return line?.type === "journal" ? header(line) : void 0;
	}
}
function parse(text) {
	const record = (require_stream ??= require("./stream.cjs")).parseRecord(text);
	return typeof record === "string" ? void 0 : record;
}
function header(line) {
	const [run, by, stage, to] = [
		(require_stream ??= require("./stream.cjs")).textOf(line, "run"),
		(require_stream ??= require("./stream.cjs")).textOf(line, "by"),
		(require_stream ??= require("./stream.cjs")).textOf(line, "stage"),
		(require_stream ??= require("./stream.cjs")).textOf(line, "to")
	];
	if (run === void 0 || by === void 0 || stage === void 0 || !(require_stream ??= require("./stream.cjs")).isProcessIdentity(line)) return void 0;
	const { pid, start, host, boot, selection } = line;
	return {
		run,
		by,
		stage,
		process: {
			pid,
			start,
			host,
			boot
		},
		...isSelection(selection) && { selection },
		...to !== void 0 && { to }
	};
}
function isSelection(value) {
	return Array.isArray(value) && value.every(isSelected);
}
function isSelected(value) {
	if (typeof value !== "object" || value === null || !("server" in value) || !("buffer_path" in value)) return false;
	return typeof value.server === "string" && typeof value.buffer_path === "string";
}
// src/pipeline/endingSource.ts
/** More stage processes than one report is ever made of; further ones in the input are not looked at. */
const SOURCES_MAX = 1e4;
/** Finds or adds a source. Undefined when there are too many. */
function sourceNamed(sources, by, run, onStream) {
	const known = sources.get(by);
	known?.runs.add(run);
	if (known !== void 0 || sources.size >= SOURCES_MAX) return known;
	const source = {
		by,
		runs: /* @__PURE__ */ new Set([run]),
		onStream
	};
	sources.set(by, source);
	return source;
}
/** How a source ended, from its `end` in the input or its journal; undefined while its process may still write. */
async function look(source, stateFolder) {
	source.journal ??= await findJournal(source, stateFolder);
	const { journal } = source;
	if (journal === void 0) return source.end === void 0 ? "open" : "ended";
	await journal.readOn();
	const said = whatIsSaid(source, journal);
	if (said !== void 0) return said;
	if (journal.header === void 0) return "open";
	const life = lifeOf(journal.header.process);
	await journal.readOn();
	return whatIsSaid(source, journal) ?? IF_NOTHING_IS_SAID[life];
}
/** The `end` in the input proves that its reader took everything; else `closed` may come before or after an `end`. */
function whatIsSaid(source, journal) {
	if (source.end !== void 0) return "ended";
	if (journal.closed) return "closed";
	return journal.end === void 0 ? void 0 : "ended";
}
/** After a crash of the system an `end` that was written may be missing on disk, so nothing is known of an earlier boot. */
function lifeOf(process) {
	return process.boot === (require_stream ??= require("./stream.cjs")).thisProcess().boot ? (require_stream ??= require("./stream.cjs")).lives(process) : "elsewhere";
}
const IF_NOTHING_IS_SAID = {
	alive: void 0,
	gone: "cut",
	elsewhere: "open"
};
async function findJournal(source, stateFolder) {
	for (const run of source.runs) {
		const path = (require_displayWidth ??= require("./displayWidth.cjs")).journalPath(stateFolder, run, source.by);
		if (path === void 0) continue;
		const journal = new JournalReader(path);
		if (await journal.readOn()) return journal;
	}
}
/** The `end` of a source, as the input or its journal has it. */
function endOf(source) {
	return source.end ?? source.journal?.end;
}
/** What a stage is told of a source. */
function sourceRecord({ by, runs, journal, end, how }) {
	const { header } = journal ?? {};
	const [run = ""] = runs;
	return {
		type: "source",
		run,
		by,
		stage: header?.stage ?? end?.stage ?? (require_stream ??= require("./stream.cjs")).stageOf(by),
		how: how ?? "open",
		...header?.selection && { selection: header.selection },
		...header?.to !== void 0 && { to: header.to }
	};
}
// src/pipeline/endingMissed.ts
/**
* The control records of the sources' journals that were not in the input, each once, read from the files as they are asked for.
*
* Some sources only add to servers that appear anyway, in the input or in other journals:
* - a closed one: its reader had enough (`head -5`), what came later was not asked for, and its `end` is of no interest;
* - `servers`: its `server` records are what a filter behind it chooses from (`ftp-servers cfg.yaml | grep -v branch-007`).
*/
async function* missedRecords(sources, seen, appeared) {
	for (const source of sources.filter((source) => !onlyAdds(source))) for await (const record of unseen(source, seen)) {
		if (typeof record["server"] === "string") appeared.add(record["server"]);
		yield record;
	}
	for (const source of sources.filter(onlyAdds)) for await (const record of unseen(source, seen)) {
		const { server } = record;
		if (typeof server === "string" ? appeared.has(server) : record.type !== "end" || source.how !== "closed") yield record;
	}
}
function onlyAdds(source) {
	return source.how === "closed" || sourceRecord(source).stage === "servers";
}
async function* unseen({ journal }, seen) {
	if (journal === void 0) return;
	for await (const record of journal.records()) if (seen.add(record)) yield record;
}
// src/pipeline/endingSeen.ts
/**
* Which control records were seen already. Memory is bounded: past the limits a record is not remembered and counts as not
* seen, so that it may come twice, which does no harm (an outcome is counted once), but is never lost.
*/
var SeenRecords = class {
	#hashes = /* @__PURE__ */ new Set();
	/** Used for each record anew. */
	#hash = {
		high: 0,
		low: 0
	};
	#seed = (require_stream ??= require("./stream.cjs")).newSeed();
	#limit;
	constructor(limit = RECORDS_MAX) {
		this.#limit = limit;
	}
	/** False when the record was seen before. */
	add(record) {
		(require_stream ??= require("./stream.cjs")).hashInto(this.#hash, identity(record), this.#seed);
		const hash = this.#hash.high * 2 ** 21 + (this.#hash.low >>> 11);
		if (this.#hashes.has(hash)) return false;
		const limit = typeof record["path"] === "string" ? this.#limit / 2 : this.#limit;
		if (this.#hashes.size < limit) this.#hashes.add(hash);
		return true;
	}
};
/** About 25 MB. Half of it holds the failed files of a journal that is full (64 MiB). */
const RECORDS_MAX = 2 ** 19;
/** Filters such as jq may change a record on its way, so it is known by what it speaks of, not by its text. */
const KNOWN = /* @__PURE__ */ new Set([
	"server",
	"listed",
	"failure",
	"skipped",
	"harvested",
	"end"
]);
function identity(record) {
	if (!KNOWN.has(record.type)) return JSON.stringify(record);
	const { type, run, by, server, code, raw, path } = record;
	return JSON.stringify([
		type,
		run,
		by,
		server,
		code,
		raw ?? path
	]);
}
// src/pipeline/endingHidden.ts
/** Journals looked at in a run's folder, the newest first; a saved listing that is fetched every ten minutes makes as many in a week. */
const LOOKED_AT = 1e3;
/**
* Adds the stage processes that read from one of `loose`, or from one of these, and of which a filter took every record: they are taken
* as seen. Nobody can tell whether such a one stood in this very pipe or fetched the same saved listing at another time, so all count:
* too many failures are better than too few.
*/
async function addHidden(loose, sources, options) {
	const names = new Set(loose.map(({ by }) => by));
	for (const run of new Set(loose.flatMap(({ runs }) => [...runs]))) {
		const readers = await unknownReaders(run, sources, options);
		let found;
		do {
			found = readers.filter(({ by, froms }) => !names.has(by) && froms.some((from) => names.has(from)));
			for (const { by } of found) {
				names.add(by);
				sourceNamed(sources, by, run, true);
			}
		} while (found.length > 0);
	}
}
async function unknownReaders(run, sources, options) {
	const readers = [];
	for (const { by, path } of await newestJournals(run, options)) {
		if (sources.has(by)) continue;
		const journal = new JournalReader(path);
		await journal.readOn();
		readers.push({
			by,
			froms: journal.froms.map((from) => from.by)
		});
	}
	return readers;
}
async function newestJournals(run, { stateFolder, stages }) {
	if (stages.size === 0 || !(require_displayWidth ??= require("./displayWidth.cjs")).isFileName(run)) return [];
	const folder = (0, node_path.join)((require_displayWidth ??= require("./displayWidth.cjs")).runsFolder(stateFolder), run);
	const files = [];
	for (const name of await (0, (node_fs_promises ??= require("node:fs/promises")).readdir)(folder).catch(() => [])) {
		const by = name.replace(/\.ndjson$/, "");
		if (by === name || !stages.has((require_stream ??= require("./stream.cjs")).stageOf(by))) continue;
		const path = (0, node_path.join)(folder, name);
		const facts = await (0, (node_fs_promises ??= require("node:fs/promises")).stat)(path).catch(() => void 0);
		if (facts !== void 0) files.push({
			by,
			path,
			written_ms: facts.mtimeMs
		});
	}
	return files.sort((a, b) => b.written_ms - a.written_ms).slice(0, LOOKED_AT);
}
// src/pipeline/endingTrail.ts
const POLL_MS = 50;
/**
* Reads the journals of the sources, of those that they read from and of those hidden behind them, which are added, and finds how
* each ended. A source that still lives when the wait is over counts as closed: nobody reads it any more.
*/
async function followTrail(sources, options) {
	const until = performance.now() + options.waitMs;
	const { stateFolder, hidden: stages } = options;
	await lookAtAll(sources, stateFolder);
	await addHidden(looseEnds(sources, stages), sources, {
		stateFolder,
		stages
	});
	while (await lookAtAll(sources, stateFolder) && performance.now() < until && !options.signal.aborted) await (0, (node_timers_promises ??= require("node:timers/promises")).setTimeout)(POLL_MS, void 0, { signal: options.signal }).catch(() => {});
	const judged = judgements(sources);
	for (const source of sources.values()) source.how = judged.get(source.by) ?? source.how ?? "closed";
}
/** The sources that no other one reads from: they wrote straight into our input. */
function directSources(sources) {
	const readByOthers = new Set([...sources.values()].flatMap((source) => namesBefore(source).map(({ by }) => by)));
	return [...sources.values()].filter(({ by, onStream }) => onStream && !readByOthers.has(by));
}
/**
* The sources that a hidden process of these stages may read from: their `end` did not come, as with any that a stage reads from, and
* none that is known of these stages took it in. Others of ours do not count: they may stand behind the filter.
*/
function looseEnds(sources, stages) {
	const all = [...sources.values()];
	const takers = all.filter((source) => stages.has(sourceRecord(source).stage));
	const taken = new Set(takers.flatMap((taker) => namesBefore(taker).map(({ by }) => by)));
	const dark = new Set(takers.filter((taker) => namesBefore(taker).length === 0).flatMap(({ runs }) => [...runs]));
	return all.filter(({ by, end, runs }) => end === void 0 && !taken.has(by) && ![...runs].some((run) => dark.has(run)));
}
/** True while there are sources to wait for: they live, and no stage in between saw how they ended. */
async function lookAtAll(sources, stateFolder) {
	for (const source of sources.values()) {
		if (source.how !== void 0) continue;
		source.how = await look(source, stateFolder);
		for (const { by, run } of namesBefore(source)) sourceNamed(sources, by, run, false);
	}
	const unknown = [...sources.values()].filter(({ how }) => how === void 0);
	if (unknown.length === 0) return false;
	const judged = judgements(sources);
	return unknown.some(({ by }) => !judged.has(by));
}
/** Those that a source read from: its journal knows, and its `end`. */
function namesBefore(source) {
	const end = endOf(source);
	const inputs = end === void 0 ? [] : end.inputs.map(({ by }) => ({
		by,
		run: end.run
	}));
	return [...source.journal?.froms ?? [], ...inputs];
}
/**
* How stages in between saw their inputs end. They were nearer: they alone know of a damaged line there, or of another machine.
* Of several the worst counts; one that knew nothing is not asked.
*/
function judgements(sources) {
	const judged = /* @__PURE__ */ new Map();
	for (const source of sources.values()) for (const { by, how } of endOf(source)?.inputs ?? []) if (how !== "open") judged.set(by, (require_stream ??= require("./stream.cjs")).worseEnding(judged.get(by) ?? "open", how));
	return judged;
}
// src/pipeline/endings.ts
/** As long as a source that still lives is waited for: it may be stuck in a dead server's time-out behind `head`. */
const WAIT_MS = 2e3;
/** Sees every record of a stage's input and tells at its end how the sources ended and what is missing. */
var InputWatch = class {
	#onSource;
	#sources = /* @__PURE__ */ new Map();
	#seen = new SeenRecords();
	#servers = /* @__PURE__ */ new Set();
	#last = {};
	/** `onSource` is told each stage process and each of its runs when first seen: the journal's `from`. */
	constructor(onSource = () => {}) {
		this.#onSource = onSource;
	}
	see(record) {
		const by = (require_stream ??= require("./stream.cjs")).textOf(record, "by");
		const run = (require_stream ??= require("./stream.cjs")).textOf(record, "run");
		const server = (require_stream ??= require("./stream.cjs")).textOf(record, "server");
		const last = this.#last;
		if (by !== last.by || run !== last.run || server !== last.server) {
			this.#last = {
				by,
				run,
				server
			};
			if (server !== void 0) this.#servers.add(server);
			if (by !== void 0 && run !== void 0) this.#name(by, run);
		}
		if (by !== void 0 && run !== void 0 && (require_command ??= require("./command.cjs")).isControl(record)) this.#control(record);
	}
	/** To be called once, after the last record. */
	async finish(options) {
		const { stateFolder, input, signal, waitMs = WAIT_MS, hidden = /* @__PURE__ */ new Set() } = options;
		const all = this.#sources;
		await followTrail(all, {
			stateFolder,
			signal,
			waitMs,
			hidden
		});
		if (input.unterminated || input.damaged > 0) blameDirectSources(all);
		const sources = [...all.values()];
		const empty = input.bytes === 0;
		const cut = input.unterminated || input.damaged > 0 || sources.some(({ how }) => how === "cut");
		return {
			sources: sources.map(sourceRecord),
			ends: sources.flatMap((source) => source.how === "closed" ? [] : endOf(source) ?? []),
			empty,
			cut,
			code: empty || cut ? 3 : 0,
			missed: () => missedRecords(sources, this.#seen, this.#servers)
		};
	}
	#name(by, run) {
		if (this.#sources.get(by)?.runs.has(run)) return;
		if (sourceNamed(this.#sources, by, run, true) !== void 0) this.#onSource(by, run);
	}
	#control(record) {
		this.#seen.add(record);
		const end = (require_stream ??= require("./stream.cjs")).endRecord(record);
		const source = end && this.#sources.get(end.by);
		if (source !== void 0) source.end ??= end;
	}
};
/** Who of several was cut can't be told, but those whose `end` came are whole. If all came, it was after them that bytes were lost. */
function blameDirectSources(sources) {
	const direct = directSources(sources);
	const suspects = direct.filter(({ end }) => end === void 0);
	for (const source of suspects.length > 0 ? suspects : direct) source.how = "cut";
}
// src/pipeline/watchedInput.ts
/**
* The records of an input, and after its end the control records that a filter took on the way, read back from the journals of
* the stages before.
*/
function watchedInput(request) {
	const { input, stateFolder, stop, hidden = /* @__PURE__ */ new Set(), onSource, onEndings } = request;
	const watch = new InputWatch(onSource);
	async function* readBack() {
		const endings = await watch.finish({
			stateFolder,
			input: input.facts(),
			signal: stop,
			hidden
		});
		onEndings(endings);
		yield* endings.missed();
	}
	return (require_stream ??= require("./stream.cjs")).concat(input.records.pipe((require_stream ??= require("./stream.cjs")).takeUntil(aborted(stop)), (require_stream ??= require("./stream.cjs")).tap((record) => watch.see(record))), (require_stream ??= require("./stream.cjs")).defer(readBack));
}
/** An event that has been is not heard again. */
function aborted(signal) {
	return (require_stream ??= require("./stream.cjs")).defer(() => signal.aborted ? (require_stream ??= require("./stream.cjs")).of(true) : (require_stream ??= require("./stream.cjs")).fromEvent(signal, "abort"));
}
// src/stages/report/humanBytes.ts
const UNITS = [
	"KiB",
	"MiB",
	"GiB",
	"TiB",
	"PiB"
];
/** Bytes for people: `812 B`, `1.8 KiB`, `42.0 GiB`. */
function humanBytes(bytes) {
	if (bytes < 1024) return `${bytes} B`;
	let value = bytes / 1024;
	let unit = 0;
	while (value >= 1023.95 && unit < UNITS.length - 1) {
		value /= 1024;
		unit++;
	}
	return `${value.toFixed(1)} ${UNITS[unit]}`;
}
// src/pipeline/recordInput.ts
/** The newline of a record comes with the next one; a record that has waited this long for it is taken without. */
const SILENCE_MS = 50;
/** Reads NDJSON, to be read once. `damage` is told each line that is no record. */
function recordInput(bytes, damage) {
	let facts = {
		bytes: NaN,
		unterminated: false,
		damaged: 0
	};
	let take = (_) => {};
	const reader = new (require_stream ??= (require("./stream.cjs"))).NdjsonReader({
		record: (record) => take(record),
		damaged: (line, why) => damage.line(line, why)
	});
	return {
		records: new (require_stream ??= (require("./stream.cjs"))).Observable((subscriber) => {
			take = (record) => subscriber.next(record);
			const gate = (require_stream ??= require("./stream.cjs")).currentGate();
			let over = false;
			let timer;
			const end = (failed) => {
				if (over) return;
				over = true;
				clearTimeout(timer);
				const { bytes, unterminated } = reader.end();
				damage.end();
				facts = {
					bytes,
					unterminated: unterminated || failed,
					damaged: damage.count
				};
				subscriber.complete();
			};
			bytes.on("data", (chunk) => {
				if (over) return;
				reader.push(chunk);
				if (timer === void 0) timer = setTimeout(() => reader.silence(), SILENCE_MS);
				else timer.refresh();
				const full = gate?.ready();
				if (full === void 0) return;
				bytes.pause();
				full.then(() => bytes.resume());
			});
			bytes.on("end", () => end(false));
			bytes.on("close", () => end(false));
			bytes.on("error", () => end(true));
			return () => {
				if (!over) facts = {
					bytes: NaN,
					unterminated: false,
					damaged: damage.count
				};
				over = true;
				clearTimeout(timer);
				bytes.destroy();
			};
		}),
		facts: () => facts,
		lineOf: (record) => reader.lineOf(record)
	};
}
Object.defineProperty(exports, "endingNotes", {
	enumerable: true,
	get: function() {
		return endingNotes;
	}
});
Object.defineProperty(exports, "humanBytes", {
	enumerable: true,
	get: function() {
		return humanBytes;
	}
});
Object.defineProperty(exports, "journalHeader", {
	enumerable: true,
	get: function() {
		return journalHeader;
	}
});
Object.defineProperty(exports, "lateBy", {
	enumerable: true,
	get: function() {
		return lateBy;
	}
});
Object.defineProperty(exports, "readerLeft", {
	enumerable: true,
	get: function() {
		return readerLeft;
	}
});
Object.defineProperty(exports, "recordInput", {
	enumerable: true,
	get: function() {
		return recordInput;
	}
});
Object.defineProperty(exports, "watchedInput", {
	enumerable: true,
	get: function() {
		return watchedInput;
	}
});
