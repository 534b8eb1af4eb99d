let require_stream;
let require_command;
let require_displayWidth;
let require_recordInput;
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_os;
let node_timers_promises;
// src/stages/report/inTurns.ts
/** Does long work piece by piece, `yield` by `yield`: others get their turn between two of them. */
async function inTurns(work) {
	for (;;) {
		const { done, value } = work.next();
		if (done === true) return value;
		await (0, (node_timers_promises ??= require("node:timers/promises")).setImmediate)();
	}
}
// src/stages/report/judge.ts
/** Weighs all that was said of a server. */
function judge(request) {
	const { tally, count } = request;
	const { counts } = count;
	const sums = [...tally.sums];
	const listed = total([...tally.listings.values()].map(({ files }) => files));
	const outcomes = counts.fetched + counts.unchanged + counts.skipped + counts.failed;
	const asked = sums.length === 0 ? outcomes + counts.unknown : total(sums.map(([, { asked }]) => asked));
	const surplus = total(sums.map(([source, { asked }]) => Math.max(0, count.source(source).outcomes - asked)));
	const lostFailures = total(sums.map(([source, { failed }]) => Math.max(0, failed - count.source(source).failures)));
	const notStarted = total(sums.map(([, { notStarted }]) => notStarted));
	const known = outcomes + counts.unknown + counts.troubles;
	const reasons = [
		...listingReasons(request, asked, listed, known),
		...said(counts.unknown, "asked for, but nothing says what became of it", "asked for, but nothing says what became of them"),
		...said(notStarted, "not started"),
		...said(lostFailures, "failed, and the record that says why is lost", "failed, and the records that say why are lost"),
		...said(surplus, "more than asked for: the records are damaged")
	];
	const failed = counts.failed > 0 || counts.troubles > 0 || reasons.length > 0;
	const { server } = tally;
	return {
		result: {
			server,
			result: failed ? 1 : 0,
			folder: folderOf$1(request),
			...counts,
			reasons
		},
		listed,
		asked,
		surplus,
		passedOver: !failed && known === 0 && asked === 0 && tally.listings.size === 0
	};
}
/** Beside it stands a failure that says why. */
const NOT_COMPLETE = "the listing is not complete";
function listingReasons(request, asked, listed, known) {
	const { tally, endings, expected } = request;
	if (tally.listings.size === 0) {
		if (expected || endings.interrupted) return ["was not listed to its end"];
		return known === 0 && !endings.closed ? ["was not listed: is ftp-list in the pipe?"] : [];
	}
	if ([...tally.listings.values()].some(({ complete }) => !complete)) return [NOT_COMPLETE];
	const wantedFewer = endings.closed && tally.sums.size > 0;
	return endings.interrupted && asked < listed && !wantedFewer ? [`${listed - asked} of ${listed} listed files did not get their turn`] : [];
}
function said(count, one, more = one) {
	if (count === 0) return [];
	return [count === 1 ? `1 file ${one}` : `${count} files ${more}`];
}
function folderOf$1({ tally, endings, bufferPath }) {
	const told = [...tally.sums.values()].find(({ local }) => local !== void 0)?.local;
	if (told !== void 0) return told;
	const parent = endings.to(tally.runs) ?? tally.bufferPath ?? bufferPath;
	return parent === void 0 ? tally.folder ?? "" : (0, node_path.join)(parent, tally.server);
}
function total(numbers) {
	return numbers.reduce((sum, number) => sum + number, 0);
}
// src/stages/report/mergeSorted.ts
/** Merges sorted sequences into one (k-way, by a binary heap). Holds one item of each. */
function* mergeSorted(sources, compare) {
	const heap = [];
	for (const source of sources) {
		const rest = source[Symbol.iterator]();
		const first = rest.next();
		if (first.done !== true) heap.push({
			item: first.value,
			rest
		});
	}
	const before = (a, b) => compare(a.item, b.item) < 0;
	for (let at = heap.length >> 1; at >= 0; at--) sink(heap, at, before);
	for (let [top] = heap; top !== void 0; [top] = heap) {
		yield top.item;
		const next = top.rest.next();
		if (next.done === true) removeTop(heap);
		else top.item = next.value;
		sink(heap, 0, before);
	}
}
function removeTop(heap) {
	const last = heap.pop();
	if (last !== void 0 && heap.length > 0) heap[0] = last;
}
/** Moves an item down to where none below it comes before it. */
function sink(heap, from, before) {
	const item = heap[from];
	if (item === void 0) return;
	let at = from;
	for (;;) {
		const left = heap[2 * at + 1];
		const right = heap[2 * at + 2];
		const takesRight = left !== void 0 && right !== void 0 && before(right, left);
		const child = takesRight ? right : left;
		if (child === void 0 || !before(child, item)) break;
		heap[at] = child;
		at = 2 * at + (takesRight ? 2 : 1);
	}
	heap[at] = item;
}
// src/stages/report/noteBytes.ts
/** low, high, source, outcome, bytes of the name, bytes of the detail (4 each), size (8). */
const HEAD_BYTES = 32;
/** Of UTF-8 for a code unit of a string. */
const MOST_BYTES_A_UNIT = 3;
/** A note takes no more. */
function mostBytes({ name, detail }) {
	return HEAD_BYTES + MOST_BYTES_A_UNIT * (name.length + detail.length);
}
/** Writes a note as it lies on disk, where there is room for `mostBytes`. Returns its end. */
function writeNote(note, into, begin) {
	const nameBegin = begin + HEAD_BYTES;
	const nameBytes = into.write(note.name, nameBegin);
	const detailBytes = note.detail === "" ? 0 : into.write(note.detail, nameBegin + nameBytes);
	into.writeUInt32LE(note.low, begin);
	into.writeUInt32LE(note.high, begin + 4);
	into.writeUInt32LE(note.source, begin + 8);
	into.writeUInt32LE(note.outcome, begin + 12);
	into.writeUInt32LE(nameBytes, begin + 16);
	into.writeUInt32LE(detailBytes, begin + 20);
	into.writeDoubleLE(note.size, begin + 24);
	return nameBegin + nameBytes + detailBytes;
}
/** The whole notes that some bytes begin with. Each is valid only until the next one. */
function* notesIn(bytes) {
	const view = new NoteView(bytes);
	for (let begin = 0; view.moveTo(begin); begin = view.end) yield view;
}
/** How many bytes the first of these notes has, which need not be there as a whole. */
function lengthOfFirst(bytes) {
	const view = new NoteView(bytes);
	view.moveTo(0);
	return view.end;
}
/** Reads a note where it lies: one object for all notes of a chunk. */
var NoteView = class {
	/** Where the note ends. */
	end = 0;
	#bytes;
	#begin = 0;
	#nameEnd = 0;
	constructor(bytes) {
		this.#bytes = bytes;
	}
	/** False when no whole note begins there. */
	moveTo(begin) {
		if (begin + HEAD_BYTES > this.#bytes.length) return false;
		this.#begin = begin;
		this.#nameEnd = begin + HEAD_BYTES + this.#bytes.readUInt32LE(begin + 16);
		this.end = this.#nameEnd + this.#bytes.readUInt32LE(begin + 20);
		return this.end <= this.#bytes.length;
	}
	get bytes() {
		return this.end - this.#begin;
	}
	/** Run and path. */
	get key() {
		return this.#bytes.readBigUInt64LE(this.#begin);
	}
	get high() {
		return this.#bytes.readUInt32LE(this.#begin + 4);
	}
	get source() {
		return this.#bytes.readUInt32LE(this.#begin + 8);
	}
	get outcome() {
		return this.#bytes.readUInt32LE(this.#begin + 12);
	}
	get encoded() {
		return this.#bytes.subarray(this.#begin, this.end);
	}
	decoded() {
		const bytes = this.#bytes;
		const begin = this.#begin;
		return {
			high: this.high,
			low: bytes.readUInt32LE(begin),
			source: this.source,
			outcome: this.outcome,
			size: bytes.readDoubleLE(begin + 24),
			name: bytes.toString("utf8", begin + HEAD_BYTES, this.#nameEnd),
			detail: this.end === this.#nameEnd ? "" : bytes.toString("utf8", this.#nameEnd, this.end)
		};
	}
};
// src/stages/report/outcomeKind.ts
/**
* What is known of a file, by how much it counts: of several outcomes of one file the highest is the one that holds.
* `trouble` is a failure that is not about one file.
*/
const OUTCOME = {
	file: 1,
	trouble: 2,
	failed: 3,
	skipped: 4,
	unchanged: 5,
	fetched: 6
};
/** Undefined for what no format shows. */
function groupOf(outcome, withUnchanged) {
	if (outcome === OUTCOME.unchanged) return withUnchanged ? "files" : void 0;
	return GROUPS.get(outcome);
}
const GROUPS = /* @__PURE__ */ new Map([
	[OUTCOME.file, "others"],
	[OUTCOME.trouble, "failures"],
	[OUTCOME.failed, "failures"],
	[OUTCOME.skipped, "others"],
	[OUTCOME.fetched, "files"]
]);
// src/stages/report/outcomeCount.ts
/** Adds up one server's files, some of them at a time. */
var OutcomeCount = class {
	#files = /* @__PURE__ */ new Map();
	#bytes = /* @__PURE__ */ new Map();
	#sources = /* @__PURE__ */ new Map();
	/** Of files that were not in one before. */
	add({ best, sources }) {
		for (const { outcome, size } of best.values()) {
			this.#files.set(outcome, (this.#files.get(outcome) ?? 0) + 1);
			this.#bytes.set(outcome, (this.#bytes.get(outcome) ?? 0) + (size || 0));
		}
		for (const [source, { outcomes, failures }] of sources) {
			const known = this.source(source);
			this.#sources.set(source, {
				outcomes: known.outcomes + outcomes.size,
				failures: known.failures + failures.size
			});
		}
	}
	source(source) {
		return this.#sources.get(source) ?? {
			outcomes: 0,
			failures: 0
		};
	}
	get counts() {
		const of = (outcome) => this.#files.get(outcome) ?? 0;
		return {
			fetched: of(OUTCOME.fetched),
			unchanged: of(OUTCOME.unchanged),
			skipped: of(OUTCOME.skipped),
			failed: of(OUTCOME.failed),
			troubles: of(OUTCOME.trouble),
			unknown: of(OUTCOME.file),
			fetchedBytes: this.#bytes.get(OUTCOME.fetched) ?? 0,
			unchangedBytes: this.#bytes.get(OUTCOME.unchanged) ?? 0
		};
	}
};
// src/stages/report/sortedRun.ts
/** Puts notes, which are in order, behind all that is in a file, through a buffer. Throws a `Fault` `disk`. */
function writeRun(file, notes, buffer) {
	const offset = file.end;
	let block = buffer;
	let used = 0;
	for (const note of notes) {
		const most = mostBytes(note);
		if (used + most > block.length) {
			file.append(block.subarray(0, used));
			used = 0;
			if (most > block.length) block = Buffer.allocUnsafe(most);
		}
		used = writeNote(note, block, used);
	}
	file.append(block.subarray(0, used));
	return {
		offset,
		bytes: file.end - offset
	};
}
/** Reads through a buffer of so many bytes; a note that is longer gets one of its own. Throws a `Fault` `disk`. */
function* readRun(file, { offset, bytes }, bufferBytes) {
	const buffer = Buffer.allocUnsafeSlow(Math.min(bufferBytes, bytes));
	const end = offset + bytes;
	let at = offset;
	while (at < end) {
		let piece = buffer.subarray(0, end - at);
		file.read(at, piece);
		const first = lengthOfFirst(piece);
		if (first > piece.length) {
			piece = Buffer.allocUnsafe(first);
			file.read(at, piece);
		}
		for (const note of notesIn(piece)) {
			at += note.bytes;
			yield note.decoded();
		}
	}
}
// src/stages/report/namelessFile.ts
/** A file without a name for what is too much for memory. It is made when the first bytes are written. */
var NamelessFile = class {
	#parent;
	#fd;
	#end = 0;
	#closed = false;
	/** `parent`: the folder on whose disk it is. */
	constructor(parent) {
		this.#parent = parent;
	}
	/** Where the next bytes will be. */
	get end() {
		return this.#end;
	}
	/** Throws a `Fault` `disk`; `end` is where it was then. */
	append(bytes) {
		this.demandOpen();
		this.#tried("keep", () => {
			this.#fd ??= (require_stream ??= require("./stream.cjs")).openNameless(this.#parent);
			for (let done = 0; done < bytes.length;) done += (0, node_fs.writeSync)(this.#fd, bytes, done, bytes.length - done, this.#end + done);
		});
		this.#end += bytes.length;
	}
	/** Fills a buffer. Throws a `Fault` `disk`. */
	read(offset, into) {
		this.demandOpen();
		this.#tried("read back", () => {
			for (let done = 0; done < into.length;) {
				const read = this.#fd === void 0 ? 0 : (0, node_fs.readSync)(this.#fd, into, done, into.length - done, offset + done);
				if (read === 0) throw new Error("the file is too short");
				done += read;
			}
		});
	}
	/** Throws when it is closed. */
	demandOpen() {
		if (this.#closed) throw new Error("the report is closed");
	}
	close() {
		this.#closed = true;
		if (this.#fd !== void 0) (0, node_fs.closeSync)(this.#fd);
		this.#fd = void 0;
	}
	#tried(what, work) {
		try {
			work();
		} catch (cause) {
			const reason = cause instanceof Error ? cause.message : String(cause);
			throw new (require_command ??= (require("./command.cjs"))).Fault("disk", `can't ${what} the report's names in ${this.#parent}: ${reason}`, { cause });
		}
	}
};
// src/stages/report/spool.ts
/** A chunk's size on disk: large enough to be read fast, small enough to have one for each of many servers. */
const CHUNK_BYTES = 65536;
/** Held in memory for all servers together. */
const HELD_BYTES = 8388608;
/** So little is held in any case: a small harvest needs no file. */
const SMALL_BYTES = 1048576;
const FIRST_BYTES = 512;
/** Offset (8) and bytes (4) of the chunk before. */
const LINK_BYTES = 12;
const NOTHING = Buffer.alloc(0);
/**
* Notes of all servers in one file, of which memory holds only the newest part: 8 MiB, however many there are. One file descriptor
* for any number of servers, and none where all notes are few.
*/
var Spool = class {
	/** Chunks are in it; more may be put behind them. */
	file;
	#chains = [];
	#held = 0;
	/** `parent`: the folder on whose disk the notes are kept. */
	constructor(parent) {
		this.file = new NamelessFile(parent);
	}
	/** Bytes in memory. */
	get held() {
		return this.#held;
	}
	chain() {
		const chain = {
			bytes: 0,
			newest: NOTHING,
			used: 0,
			lastOffset: 0,
			lastBytes: 0
		};
		this.#chains.push(chain);
		return chain;
	}
	/** Throws a `Fault` `disk`; then it is not added. */
	add(chain, note) {
		const begin = this.#makeRoom(chain, mostBytes(note));
		this.#take(chain, begin, writeNote(note, chain.newest, begin));
	}
	/** As `add`, with a note as it was read. */
	addEncoded(chain, note) {
		const begin = this.#makeRoom(chain, note.length);
		chain.newest.set(note, begin);
		this.#take(chain, begin, begin + note.length);
	}
	/** All notes of a server, in no order, in pieces of whole notes. Each is valid only until the next one. Throws a `Fault` `disk`. */
	*chunks(chain) {
		this.file.demandOpen();
		if (chain.used > 0) yield chain.newest.subarray(LINK_BYTES, chain.used);
		let buffer = NOTHING;
		let { lastOffset: offset, lastBytes: bytes } = chain;
		while (bytes > 0) {
			if (bytes > buffer.length) buffer = Buffer.allocUnsafeSlow(bytes);
			const chunk = buffer.subarray(0, bytes);
			this.file.read(offset, chunk);
			offset = chunk.readDoubleLE(0);
			bytes = chunk.readUInt32LE(8);
			yield chunk.subarray(LINK_BYTES);
		}
	}
	close() {
		this.file.close();
		this.#chains.length = 0;
		this.#held = 0;
	}
	#take(chain, begin, end) {
		chain.used = end;
		chain.bytes += end - begin;
	}
	/** Returns where in `newest` the next note begins. */
	#makeRoom(chain, bytes) {
		if (this.#held > SMALL_BYTES && chain.used >= CHUNK_BYTES) this.#writeChunk(chain);
		if (Math.max(chain.used, LINK_BYTES) + bytes > chain.newest.length) this.#grow(chain, bytes);
		return Math.max(chain.used, LINK_BYTES);
	}
	#grow(chain, bytes) {
		if (this.#held + chain.newest.length + bytes > HELD_BYTES) for (const each of this.#chains) this.#letGo(each);
		const { newest, used } = chain;
		const larger = Buffer.allocUnsafeSlow(Math.max(FIRST_BYTES, 2 * newest.length, used + LINK_BYTES + bytes));
		newest.copy(larger, 0, 0, used);
		this.#held += larger.length - newest.length;
		chain.newest = larger;
	}
	#writeChunk(chain) {
		if (chain.used === 0) return;
		chain.newest.writeDoubleLE(chain.lastOffset, 0);
		chain.newest.writeUInt32LE(chain.lastBytes, 8);
		const offset = this.file.end;
		this.file.append(chain.newest.subarray(0, chain.used));
		chain.lastOffset = offset;
		chain.lastBytes = chain.used;
		chain.used = 0;
		if (chain.newest.length > 2 * CHUNK_BYTES) this.#letGo(chain);
	}
	/** Leaves nothing of it in memory. */
	#letGo(chain) {
		this.#writeChunk(chain);
		this.#held -= chain.newest.length;
		chain.newest = NOTHING;
	}
};
// src/stages/report/weighing.ts
/** All notes of some files, weighed: each file once, with its best outcome. All of them are held, about 300 bytes each. */
var Weighing = class {
	best = /* @__PURE__ */ new Map();
	sources;
	/** `sources`: the stage processes whose files are told apart. */
	constructor(sources = []) {
		this.sources = new Map([...sources].map((source) => [source, {
			outcomes: /* @__PURE__ */ new Set(),
			failures: /* @__PURE__ */ new Set()
		}]));
	}
	/** Takes whole notes. */
	add(chunk) {
		for (const note of notesIn(chunk)) {
			const { key, outcome } = note;
			if (outcome > (this.best.get(key)?.outcome ?? 0)) this.best.set(key, note.decoded());
			if (this.sources.size > 0) this.#addToSource(note, key);
		}
	}
	#addToSource({ source, outcome }, key) {
		if (outcome === OUTCOME.file || outcome === OUTCOME.trouble) return;
		const files = this.sources.get(source);
		files?.outcomes.add(key);
		if (outcome === OUTCOME.failed) files?.failures.add(key);
	}
};
// src/stages/report/outcomeStore.ts
/** Notes that are weighed and sorted in memory at once: about a megabyte there. Larger parts are slower, too. */
const PART_BYTES = 262144;
/** Parts of one server: those of ten million files. Of more files parts are larger: a hundred million take ten megabytes each. */
const MAX_PARTS = 4096;
const WRITE_BYTES = 65536;
/** For reading all runs of one server at once, and how much of it a run gets. */
const MERGE_BYTES = 4194304;
const MIN_READ_BYTES = 1024;
const MAX_READ_BYTES = 65536;
/**
* The notes of all servers and, once they are settled, each server's outcomes in the order of their names. The notes of one file may lie
* anywhere. So those of a server with many are dealt out by their keys into parts: each has all notes of its files, and fits in
* memory. It is weighed, sorted and written as runs, and who reads merges the runs of all parts. The disk has each note twice then,
* and those of one server at a time once more.
*/
var OutcomeStore = class {
	#parent;
	#withUnchanged;
	#spool;
	/** `parent`: the folder on whose disk the notes are kept. */
	constructor(parent, withUnchanged) {
		this.#parent = parent;
		this.#withUnchanged = withUnchanged;
		this.#spool = new Spool(parent);
	}
	/** Bytes of notes in memory. */
	get held() {
		return this.#spool.held;
	}
	chain() {
		return this.#spool.chain();
	}
	/** Throws a `Fault` `disk`. */
	add(chain, note) {
		this.#spool.add(chain, note);
	}
	/**
	* Weighs all notes of one server, in small pieces of work. `sources`: the stage processes whose files are told apart. Throws a
	* `Fault` `disk`.
	*/
	*settle(chain, sources) {
		const count = new OutcomeCount();
		if (chain.bytes <= PART_BYTES) {
			count.add(yield* weighed(this.#spool, chain, sources));
			return {
				count,
				outcomes: { chain }
			};
		}
		const scratch = new Spool(this.#parent);
		try {
			const buffer = Buffer.allocUnsafe(WRITE_BYTES);
			const runs = {
				files: [],
				failures: [],
				others: []
			};
			for (const part of yield* dealt(this.#spool, chain, scratch)) {
				const weighing = yield* weighed(scratch, part, sources);
				count.add(weighing);
				this.#writeRuns(weighing, runs, buffer);
				yield;
			}
			return {
				count,
				outcomes: { runs }
			};
		} finally {
			scratch.close();
		}
	}
	/** Each file of some groups once, by name. Throws a `Fault` `disk`. */
	*sorted(stored, groups) {
		if ("chain" in stored) {
			const weighing = new Weighing();
			for (const chunk of this.#spool.chunks(stored.chain)) weighing.add(chunk);
			for (const note of byName(weighing)) if (this.#isOf(groups, note)) yield note;
			return;
		}
		const runs = groups.flatMap((group) => stored.runs[group]);
		const bytes = Math.max(MIN_READ_BYTES, Math.min(MAX_READ_BYTES, Math.floor(MERGE_BYTES / runs.length)));
		yield* mergeSorted(runs.map((run) => readRun(this.#spool.file, run, bytes)), inOrder);
	}
	close() {
		this.#spool.close();
	}
	#writeRuns(weighing, runs, buffer) {
		const notes = byName(weighing);
		for (const group of [
			"files",
			"failures",
			"others"
		]) {
			const its = notes.filter((note) => this.#isOf([group], note));
			if (its.length > 0) runs[group].push(writeRun(this.#spool.file, its, buffer));
		}
	}
	#isOf(groups, { outcome }) {
		const group = groupOf(outcome, this.#withUnchanged);
		return group !== void 0 && groups.includes(group);
	}
};
/** Deals the notes of a chain out into parts, by their keys. */
function* dealt(from, chain, to) {
	const count = Math.min(MAX_PARTS, Math.ceil(chain.bytes / PART_BYTES));
	const parts = Array.from({ length: count }, () => to.chain());
	for (const chunk of from.chunks(chain)) {
		for (const note of notesIn(chunk)) {
			const part = parts[note.high % count];
			if (part !== void 0) to.addEncoded(part, note.encoded);
		}
		yield;
	}
	return parts;
}
function* weighed(spool, chain, sources) {
	const weighing = new Weighing(sources);
	for (const chunk of spool.chunks(chain)) {
		weighing.add(chunk);
		yield;
	}
	return weighing;
}
function byName({ best }) {
	return [...best.values()].sort(inOrder);
}
/** By name; of the same name the order is the same, too, in whatever order the notes came. */
function inOrder(a, b) {
	return inCodeUnits(a.name, b.name) || a.outcome - b.outcome || (a.size || 0) - (b.size || 0) || inCodeUnits(a.detail, b.detail);
}
/** The same everywhere, whatever the language. */
function inCodeUnits(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
// src/stages/report/outcomes.ts
/** What a `failure` record tells people. */
function failureIn(record) {
	const path = (require_stream ??= require("./stream.cjs")).textOf(record, "path") ?? null;
	return {
		name: (require_stream ??= require("./stream.cjs")).textOf(record, "name") ?? path ?? "",
		path,
		code: (require_stream ??= require("./stream.cjs")).textOf(record, "code") ?? "",
		message: ((require_stream ??= require("./stream.cjs")).textOf(record, "message") ?? "").slice(0, LONGEST_MESSAGE)
	};
}
/** Characters. Ours are shorter; a record from elsewhere may have megabytes, and several are held. */
const LONGEST_MESSAGE = 2e3;
/** What is noted of a failure beside its name. */
function failureDetail({ path, code, message }) {
	return JSON.stringify([
		path,
		code,
		message
	]);
}
function failureOf({ name, detail }) {
	const [path, code, message] = JSON.parse(detail);
	return {
		name,
		path,
		code,
		message
	};
}
const STATUS = /* @__PURE__ */ new Map([
	[OUTCOME.fetched, "fetched"],
	[OUTCOME.unchanged, "unchanged"],
	[OUTCOME.skipped, "skipped"],
	[OUTCOME.failed, "failed"],
	[OUTCOME.trouble, "failed"]
]);
function outcomeOf(note) {
	const { name } = note;
	const size = Number.isNaN(note.size) ? void 0 : note.size;
	const status = STATUS.get(note.outcome) ?? "unknown";
	return {
		name,
		size,
		status,
		code: status === "failed" ? failureOf(note).code : ""
	};
}
// src/stages/report/csvLines.ts
/**
* One row a file, what failed and was skipped included, and one without a name for a server without files and for a failure of a
* server as such. Quoted as RFC 4180 says; lines end as Unix has them.
*/
function* csvLines(results, look) {
	yield "server,result,name,size,status,code\n";
	for (const each of results.servers) {
		const { server, result } = each;
		for (const { name, size, status, code } of rowsOf(each, results)) yield `${[
			server,
			result,
			name,
			size ?? "",
			status,
			code
		].map((value) => field(value, look)).join(",")}\n`;
	}
}
function* rowsOf(each, results) {
	let rows = 0;
	for (const outcome of results.outcomes(each)) {
		if (outcome.name === "" && rows > 0) continue;
		yield outcome;
		rows++;
	}
	if (rows === 0) yield {
		name: "",
		size: void 0,
		status: each.result === 1 ? "incomplete" : "",
		code: ""
	};
}
function field(value, { terminal }) {
	const text = terminal ? (require_command ??= require("./command.cjs")).printable(String(value)) : String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
// src/stages/report/jsonText.ts
/** JSON that a terminal can be shown: what is unprintable and JSON leaves raw is escaped, too. */
function jsonText(value) {
	return (require_command ??= require("./command.cjs")).printableJson(JSON.stringify(value));
}
/** The items of a JSON array, without its brackets, in pieces. */
function* jsonItems(items) {
	let before = "";
	let piece = [];
	for (const item of items) {
		if (piece.push(item) < ITEMS_A_PIECE) continue;
		yield before + jsonText(piece).slice(1, -1);
		before = ",";
		piece = [];
	}
	if (piece.length > 0) yield before + jsonText(piece).slice(1, -1);
}
/** Some 10 KB of text: one call for each item would take twice as long. */
const ITEMS_A_PIECE = 200;
// src/stages/report/jsonLines.ts
/**
* One JSON object, one key a server, one server a line. Written by hand, for an object of JavaScript would put keys such as `9` and
* `10` before all others.
*/
function* jsonLines(results) {
	let before = "{";
	for (const each of results.servers) {
		yield `${before}${jsonText(each.server)}:[${each.result},${results.numberOfFiles(each)},${jsonText(each.folder)},[`;
		yield* jsonItems(results.files(each));
		yield "]]";
		before = ",\n ";
	}
	yield before === "{" ? "{}\n" : "}\n";
}
// src/stages/report/pieces.ts
/** Characters from which on a piece is handed on. */
const PIECE = 32768;
/** Joins short texts to pieces that are worth a write. */
function* inPieces(texts) {
	let piece = "";
	for (const text of texts) {
		piece += text;
		if (piece.length < PIECE) continue;
		yield piece;
		piece = "";
	}
	if (piece !== "") yield piece;
}
// src/stages/report/rowLines.ts
/** One JSON array a server and line: `[server_name, result, number_of_files, buffer_path, files]`. */
function* rowLines(results) {
	for (const each of results.servers) {
		yield `[${jsonText(each.server)},${each.result},${results.numberOfFiles(each)},${jsonText(each.folder)},[`;
		yield* jsonItems(results.files(each));
		yield "]]\n";
	}
}
// src/stages/report/tableLines.ts
/** Failures told of one server; more tell a person nothing new. */
const FAILURES_A_SERVER = 10;
/** For people: a line a server, below it what failed and why, at last the sums. */
function* tableLines(results, look) {
	const paint = look.colours ? inColour : plain;
	yield* serverLines(results, paint);
	for (const each of results.servers) if (each.result === 1) yield* whyLines(each, results, paint);
	if (results.runFailureCount > 0) {
		yield `\n${paint("of no one server", "bold")}\n`;
		yield* failureLines(results.runFailures, results.runFailureCount);
	}
	yield `\n${sums(results)}\n`;
}
const ANSI = {
	red: "31",
	green: "32",
	bold: "1"
};
function inColour(text, colour) {
	return `\u001b[${ANSI[colour]}m${text}\u001b[0m`;
}
function plain(text) {
	return text;
}
function* serverLines(results, paint) {
	const head = [
		"server",
		"result",
		"files",
		"size",
		"folder"
	];
	const rows = results.servers.map((each) => rowOf(each, results));
	const [server = 0, result = 0, files = 0, size = 0] = [head, ...rows].reduce((widest, row) => widest.map((width, column) => Math.max(width, (require_displayWidth ??= require("./displayWidth.cjs")).displayWidth(row[column] ?? ""))), head.map(() => 0));
	const aligned = ([a, b, c, d]) => [
		(require_displayWidth ??= require("./displayWidth.cjs")).padded(a, server),
		(require_displayWidth ??= require("./displayWidth.cjs")).padded(b, result),
		`${(require_displayWidth ??= require("./displayWidth.cjs")).padded(c, -files)}  ${(require_displayWidth ??= require("./displayWidth.cjs")).padded(d, -size)}`
	];
	yield `${paint([...aligned(head), head[4]].join("  "), "bold")}\n`;
	for (const row of rows) {
		const [name, ok, numbers] = aligned(row);
		yield `${[
			name,
			paint(ok, row[1] === "ok" ? "green" : "red"),
			numbers,
			row[4]
		].join("  ").trimEnd()}\n`;
	}
}
function rowOf(each, results) {
	const files = String(results.numberOfFiles(each));
	const size = (require_recordInput ??= require("./recordInput.cjs")).humanBytes(results.bytes(each));
	return [
		(require_command ??= require("./command.cjs")).printable(each.server),
		each.result === 0 ? "ok" : "FAILED",
		files,
		size,
		(require_command ??= require("./command.cjs")).printable(each.folder)
	];
}
function* whyLines(each, results, paint) {
	yield `\n${paint((require_command ??= require("./command.cjs")).printable(each.server), "bold")}\n`;
	const count = each.failed + each.troubles;
	if (count > 0) yield* failureLines(results.failures(each), count);
	for (const reason of each.reasons) if (reason !== "the listing is not complete" || count === 0) yield `  ${reason}\n`;
}
/** The first failures with their reasons; what can be done about it is said once for each code. */
function* failureLines(failures, count) {
	const advised = /* @__PURE__ */ new Set();
	let told = 0;
	for (const { path, name, code, message } of failures) {
		if (told === FAILURES_A_SERVER) break;
		told++;
		const where = path ?? name;
		yield `  ${where === "" ? "" : `${(require_command ??= require("./command.cjs")).printable(where)}  `}${(require_command ??= require("./command.cjs")).printable(code)}: ${(require_command ??= require("./command.cjs")).printable(message)}\n`;
		if (isCode(code) && !advised.has(code)) yield `    ${(require_command ??= require("./command.cjs")).CODES[code].advice}\n`;
		advised.add(code);
	}
	if (count > told) yield `  and ${count - told} more\n`;
}
function isCode(code) {
	return Object.hasOwn((require_command ??= require("./command.cjs")).CODES, code);
}
function sums(results) {
	const sum = (of) => results.servers.reduce((total, each) => total + of(each), 0);
	const bad = sum(({ result }) => result);
	const all = results.servers.length;
	const parts = [
		`${all - bad} of ${(require_stream ??= require("./stream.cjs")).counted(all, "server")} ok`,
		(require_stream ??= require("./stream.cjs")).counted(sum((each) => results.numberOfFiles(each)), "file"),
		(require_recordInput ??= require("./recordInput.cjs")).humanBytes(sum((each) => results.bytes(each)))
	];
	const unchanged = sum((each) => each.unchanged);
	const skipped = sum((each) => each.skipped);
	const failures = sum(({ failed, troubles }) => failed + troubles) + results.runFailureCount;
	if (unchanged > 0) parts.push(`${unchanged} unchanged`);
	if (skipped > 0) parts.push(`${skipped} skipped`);
	if (failures > 0) parts.push((require_stream ??= require("./stream.cjs")).counted(failures, "failure"));
	return parts.join(", ");
}
// src/stages/report/resultSet.ts
const PLAIN = {
	colours: false,
	terminal: false
};
/**
* What a harvest came to: one row a server in a `for … of` loop, or text in one of the formats. Names of files are read from disk when
* they are asked for; `close`, or the end of a block with `using`, frees them.
*/
var ResultSet = class {
	/** In the configuration's order, without their files. */
	servers;
	/** The exit code that the records stand for: 0, 1, 2, 3, 129, 130 or 143. */
	code;
	runFailures;
	runFailureCount;
	#store;
	#outcomes;
	#withUnchanged;
	constructor(parts) {
		this.servers = [...parts.servers.keys()];
		this.code = parts.code;
		this.runFailures = parts.runFailures;
		this.runFailureCount = parts.runFailureCount;
		this.#store = parts.store;
		this.#outcomes = parts.servers;
		this.#withUnchanged = parts.withUnchanged;
	}
	/** All went well. */
	get ok() {
		return this.code === 0;
	}
	/** One row a server, again and again until closed. Holds the files of one only; `files` holds none. */
	*[Symbol.iterator]() {
		for (const each of this.servers) yield [
			each.server,
			each.result,
			this.numberOfFiles(each),
			each.folder,
			[...this.files(each)]
		];
	}
	/** The whole text. For very many files rather take `lines`. */
	toString(format = "json") {
		return [...this.lines(format)].join("");
	}
	/** The text in pieces, to be written one after another; no piece is large, however many files there are. */
	lines(format, look = PLAIN) {
		return inPieces(LINES[format](this, look));
	}
	numberOfFiles({ fetched, unchanged }) {
		return this.#withUnchanged ? fetched + unchanged : fetched;
	}
	/** Bytes of the files that are counted. */
	bytes({ fetchedBytes, unchangedBytes }) {
		return this.#withUnchanged ? fetchedBytes + unchangedBytes : fetchedBytes;
	}
	/** The files of one of `servers` by name, one at a time. */
	*files(server) {
		for (const { name, size } of this.#sorted(server, "files")) yield [name, size];
	}
	/** All outcomes of one of `servers` by name, one at a time: what is not about a file first. */
	*outcomes(server) {
		for (const note of this.#sorted(server, "files", "failures", "others")) yield outcomeOf(note);
	}
	/** The failures of one of `servers` by name, one at a time: what is not about a file first. */
	*failures(server) {
		for (const note of this.#sorted(server, "failures")) yield failureOf(note);
	}
	/** Gives the disk's space back; names can't be read any more. */
	close() {
		this.#store.close();
	}
	[Symbol.dispose]() {
		this.close();
	}
	#sorted(server, ...groups) {
		const outcomes = this.#outcomes.get(server);
		return outcomes === void 0 ? [] : this.#store.sorted(outcomes, groups);
	}
};
const LINES = {
	json: jsonLines,
	rows: rowLines,
	csv: csvLines,
	table: tableLines
};
// src/stages/report/sourceEndings.ts
/** Exit codes from here on are those of commands that a signal ended. */
const SIGNAL = 128;
/** How the stage processes before ended, from their `end` and `source` records. */
var SourceEndings = class {
	/** The codes of all `end` records, folded. */
	code = 0;
	#how = /* @__PURE__ */ new Map();
	#selections = /* @__PURE__ */ new Map();
	/** By run: the folder given to fetch. */
	#to = /* @__PURE__ */ new Map();
	end(record) {
		const end = (require_stream ??= require("./stream.cjs")).endRecord(record);
		if (end === void 0) return;
		this.code = (require_stream ??= require("./stream.cjs")).foldCodes(this.code, end.code);
		for (const { by, how } of end.inputs) this.#heard(by, how);
		if (end.enough === true) this.#heard(end.by, "closed");
	}
	/** A signal ended the report itself: so it did, it may be, a program between it and fetch. */
	signalled(code) {
		this.code = (require_stream ??= require("./stream.cjs")).foldCodes(this.code, code);
	}
	source(record) {
		const { how, selection } = record;
		const by = (require_stream ??= require("./stream.cjs")).textOf(record, "by");
		if (by === void 0) return;
		if ((require_stream ??= require("./stream.cjs")).isEnding(how)) this.#heard(by, how);
		const to = (require_stream ??= require("./stream.cjs")).textOf(record, "to");
		if (to !== void 0) this.#to.set((require_stream ??= require("./stream.cjs")).textOf(record, "run") ?? "", to);
		if (!Array.isArray(selection)) return;
		this.#selections.set(by, {
			stage: (require_stream ??= require("./stream.cjs")).textOf(record, "stage"),
			servers: new Map(selection.flatMap(selectedOf))
		});
	}
	/** One of them was killed, or its output is damaged. */
	get cut() {
		return this.#any("cut");
	}
	/** The reader of one of them left. */
	get closed() {
		return this.#any("closed");
	}
	/** Killed, or ended by a signal: not all was done that was to be done. */
	get interrupted() {
		return this.cut || this.code >= 3;
	}
	/** All selected servers, in the configuration's order. */
	selected() {
		return new Map([...this.#selections.values()].flatMap(({ servers }) => [...servers]));
	}
	/**
	* The servers that must be in the report, seen or not. Not those of a listing whose reader left on its own account (a signal may
	* end readers before those that they read from), and not those of `servers`: a filter behind it chooses from them.
	*/
	expected() {
		const left = (by) => this.#how.get(by) === "closed" && this.code < SIGNAL;
		const binding = [...this.#selections].filter(([by, { stage }]) => stage !== "servers" && !left(by));
		return new Set(binding.flatMap(([, { servers }]) => [...servers.keys()]));
	}
	/** The folder given with --to in one of these runs, else in any. */
	to(runs) {
		for (const run of runs) if (this.#to.has(run)) return this.#to.get(run);
		return runs.size === 0 ? this.#to.values().next().value : void 0;
	}
	#any(how) {
		return [...this.#how.values()].includes(how);
	}
	#heard(by, how) {
		this.#how.set(by, (require_stream ??= require("./stream.cjs")).worseEnding(this.#how.get(by) ?? "open", how));
	}
};
function selectedOf(entry) {
	if (typeof entry !== "object" || entry === null || !("server" in entry) || typeof entry.server !== "string") return [];
	const bufferPath = "buffer_path" in entry && typeof entry.buffer_path === "string" ? entry.buffer_path : void 0;
	return [[entry.server, bufferPath]];
}
// src/stages/report/serverTally.ts
function newTally(server, chain) {
	return {
		server,
		chain,
		order: void 0,
		bufferPath: void 0,
		folder: void 0,
		runs: /* @__PURE__ */ new Set(),
		listings: /* @__PURE__ */ new Map(),
		sums: /* @__PURE__ */ new Map()
	};
}
// src/stages/report/tallies.ts
/** The tallies of all servers that appear, made from the records that name a server. */
var Tallies = class {
	/** In the order in which they appeared. */
	byServer = /* @__PURE__ */ new Map();
	#store;
	/** Stage processes: run and name. */
	#sources = /* @__PURE__ */ new Map();
	/** Most records are of the stage process of the one before. */
	#latest;
	/** Used for each record anew. */
	#key = {
		high: 0,
		low: 0
	};
	#seed = (require_stream ??= require("./stream.cjs")).newSeed();
	constructor(store) {
		this.#store = store;
	}
	#takes = /* @__PURE__ */ new Map([
		["server", (record, tally) => this.#server(record, tally)],
		["listed", (record, tally) => this.#listed(record, tally)],
		["harvested", (record, tally) => this.#harvested(record, tally)],
		["file", (record, tally) => this.#named(record, tally, OUTCOME.file)],
		["skipped", (record, tally) => this.#named(record, tally, OUTCOME.skipped)],
		["download", (record, tally) => this.#download(record, tally)],
		["failure", (record, tally) => this.#failure(record, tally)]
	]);
	/** False when the record is of a known type but lacks what it must have. Foreign types are let pass. */
	take(record) {
		const take = this.#takes.get(record.type);
		if (take === void 0) return true;
		const server = (require_stream ??= require("./stream.cjs")).textOf(record, "server");
		if (server === void 0) return false;
		const tally = this.of(server);
		const run = (require_stream ??= require("./stream.cjs")).textOf(record, "run");
		if (run !== void 0 && !tally.runs.has(run)) tally.runs.add(run);
		return take(record, tally);
	}
	of(server) {
		let tally = this.byServer.get(server);
		if (tally === void 0) {
			tally = newTally(server, this.#store.chain());
			this.byServer.set(server, tally);
		}
		return tally;
	}
	#server(record, tally) {
		tally.order ??= (require_stream ??= require("./stream.cjs")).countOf(record, "order");
		tally.bufferPath ??= (require_stream ??= require("./stream.cjs")).textOf(record, "buffer_path");
		return true;
	}
	#listed(record, tally) {
		const source = this.#source(record);
		const known = tally.listings.get(source);
		const files = (require_stream ??= require("./stream.cjs")).countOf(record, "files");
		if (files === void 0) return false;
		const complete = record["complete"] !== false && known?.complete !== false;
		tally.listings.set(source, {
			files: Math.max(files, known?.files ?? 0),
			complete
		});
		return true;
	}
	/** Of several by one stage process the last one counts: its sums go on from the one before. In any order it has asked for most. */
	#harvested(record, tally) {
		const [asked = -1, fetched = 0, unchanged = 0, skipped = 0, failed = 0, notStarted = 0] = SUMS.map((field) => (require_stream ??= require("./stream.cjs")).countOf(record, field));
		const source = this.#source(record);
		const known = tally.sums.get(source);
		if (known === void 0 || asked > known.asked || asked === known.asked && notStarted < known.notStarted) tally.sums.set(source, {
			local: (require_stream ??= require("./stream.cjs")).textOf(record, "local"),
			asked: Math.max(0, asked),
			failed,
			notStarted
		});
		return asked === fetched + unchanged + skipped + failed + notStarted;
	}
	#download(record, tally) {
		if ((require_stream ??= require("./stream.cjs")).countOf(record, "size") === void 0 && (require_stream ??= require("./stream.cjs")).countOf(record, "bytes") === void 0) return false;
		tally.folder ??= folderOf(record);
		return this.#named(record, tally, record["status"] === "unchanged" ? OUTCOME.unchanged : OUTCOME.fetched);
	}
	#failure(record, tally) {
		const failure = failureIn(record);
		const { name, path, code, message } = failure;
		const said = {
			outcome: OUTCOME.failed,
			name,
			detail: failureDetail(failure)
		};
		if (path !== null || (require_stream ??= require("./stream.cjs")).textOf(record, "raw") !== void 0) return this.#noteFile(record, tally, said);
		(require_stream ??= require("./stream.cjs")).hashInto(this.#key, `t\0${record.run}\0${record.by}\0${code}\0${message}`, this.#seed);
		this.#note(record, tally, {
			...said,
			outcome: OUTCOME.trouble
		});
		return true;
	}
	#named(record, tally, outcome) {
		const name = (require_stream ??= require("./stream.cjs")).textOf(record, "name") ?? (require_stream ??= require("./stream.cjs")).textOf(record, "path") ?? "";
		return this.#noteFile(record, tally, {
			outcome,
			name,
			detail: ""
		});
	}
	#noteFile(record, tally, said) {
		const raw = (require_stream ??= require("./stream.cjs")).textOf(record, "raw");
		const path = (require_stream ??= require("./stream.cjs")).textOf(record, "path");
		if (raw === void 0 && path === void 0) return false;
		(require_stream ??= require("./stream.cjs")).hashInto(this.#key, raw === void 0 ? `p\0${record.run}\0${path}` : `r\0${record.run}\0${raw}`, this.#seed);
		this.#note(record, tally, said);
		return true;
	}
	#note(record, tally, { outcome, name, detail }) {
		const { high, low } = this.#key;
		const size = (require_stream ??= require("./stream.cjs")).countOf(record, "bytes") ?? (require_stream ??= require("./stream.cjs")).countOf(record, "size") ?? NaN;
		this.#store.add(tally.chain, {
			high,
			low,
			source: this.#source(record),
			outcome,
			size,
			name,
			detail
		});
	}
	/** One process may run several stages: what its listing left out was never asked of its fetch. */
	#source({ run, by, stage }) {
		const latest = this.#latest;
		if (latest !== void 0 && latest.run === run && latest.by === by && latest.stage === stage) return latest.source;
		const name = `${run}\0${by}\0${stage === "list" ? "list" : ""}`;
		const source = this.#sources.get(name) ?? this.#sources.size;
		this.#sources.set(name, source);
		this.#latest = {
			run,
			by,
			stage,
			source
		};
		return source;
	}
};
const SUMS = [
	"asked",
	"fetched",
	"unchanged",
	"skipped",
	"failed",
	"not_started"
];
/** The server's folder, from where a file of it lies. */
function folderOf(record) {
	const end = `/${(require_stream ??= require("./stream.cjs")).textOf(record, "name")}`;
	const local = (require_stream ??= require("./stream.cjs")).textOf(record, "local");
	return local?.endsWith(end) === true ? local.slice(0, -end.length) : void 0;
}
// src/stages/report/resultCollector.ts
/** Failures that name no server and are kept; the others are counted. */
const RUN_FAILURES_MAX = 100;
/**
* Takes the records of one or several harvests in any order, some of them twice or missing, and makes the result set of them. Memory
* holds about one kilobyte a server and 8 MiB, twice that while all is weighed; the rest is on disk. One of `finish` and `close` must be called.
*/
var ResultCollector = class {
	#options;
	#store;
	#tallies;
	#endings = new SourceEndings();
	#runFailures = [];
	#runFailureCount = 0;
	#records = 0;
	#malformed = 0;
	#finished = false;
	constructor(options) {
		this.#options = options;
		this.#store = new OutcomeStore((0, (node_os ??= require("node:os")).tmpdir)(), options.withUnchanged === true);
		this.#tallies = new Tallies(this.#store);
	}
	/** Bytes of names in memory now. */
	get heldBytes() {
		return this.#store.held;
	}
	/** Throws a `Fault` `disk` when names can't be kept. */
	add(record) {
		this.#records++;
		if (record.type === "end") this.#endings.end(record);
		else if (record.type === "source") this.#endings.source(record);
		else if (record.type === "failure" && (require_stream ??= require("./stream.cjs")).textOf(record, "server") === void 0) this.#failureOfRun(record);
		else if (!this.#tallies.take(record)) this.#malformed++;
	}
	/** The report itself was told to end, with this exit code: what is missing then was not left out on purpose. */
	signalled(code) {
		this.#endings.signalled(code);
	}
	/**
	* To be called once, after the last record. Many outcomes take seconds, in which others get their turns. The names are the result
	* set's from then on: it must be closed. Throws a `Fault` `disk`, and an error when it is closed meanwhile.
	*/
	async finish() {
		const judgements = await inTurns(this.#judgeAll());
		const { cut, code } = this.#endings;
		const damaged = this.#noteDamage(judgements);
		const empty = this.#records === 0 && this.#options.allowEmpty !== true;
		this.#noteFiltered(judgements);
		this.#finished = true;
		const failed = this.#runFailureCount > 0 || judgements.some(({ result }) => result.result === 1);
		return new ResultSet({
			store: this.#store,
			servers: new Map(judgements.map(({ result, outcomes }) => [result, outcomes])),
			withUnchanged: this.#options.withUnchanged === true,
			runFailures: this.#runFailures,
			runFailureCount: this.#runFailureCount,
			code: (require_stream ??= require("./stream.cjs")).foldCodes(code, cut || damaged || empty ? 3 : 0, failed ? 1 : 0)
		});
	}
	/** Gives up what has come, unless it was finished: then the result set has it. */
	close() {
		if (!this.#finished) this.#store.close();
	}
	#failureOfRun(record) {
		const failure = failureIn(record);
		if (this.#runFailures.some(({ code, message }) => code === failure.code && message === failure.message)) return;
		this.#runFailureCount++;
		if (this.#runFailures.length < RUN_FAILURES_MAX) this.#runFailures.push(failure);
	}
	/** In the configuration's order: as selected, then as `server` records say, then as they appeared. */
	*#judgeAll() {
		const selected = this.#endings.selected();
		const expected = this.#endings.expected();
		for (const server of expected) this.#tallies.of(server);
		const places = new Map([...selected.keys()].map((server, place) => [server, place]));
		const inOrder = [...this.#tallies.byServer.values()].sort((a, b) => compare(places.get(a.server), places.get(b.server)) || compare(a.order, b.order));
		const judged = [];
		for (const tally of inOrder) {
			const { count, outcomes } = yield* this.#store.settle(tally.chain, [...tally.sums.keys()]);
			const { server } = tally;
			const judgement = judge({
				tally,
				count,
				endings: this.#endings,
				bufferPath: selected.get(server),
				expected: expected.has(server)
			});
			if (!judgement.passedOver) judged.push({
				...judgement,
				outcomes
			});
		}
		return judged;
	}
	#noteDamage(judgements) {
		if (this.#malformed > 0) this.#options.note(`damaged: ${this.#malformed} records lack what they must have, or their sums are wrong`);
		const over = judgements.filter(({ surplus }) => surplus > 0);
		const [first] = over;
		if (first !== void 0) {
			const others = over.length === 1 ? "" : `, and ${over.length - 1} more servers`;
			const where = `${(require_command ??= require("./command.cjs")).printable(first.result.server)} has ${first.surplus} more than asked for`;
			this.#options.note(`damaged: there are more outcomes than files: ${where}${others}`);
		}
		return this.#malformed > 0 || over.length > 0;
	}
	/** Who took a few files by `head` or a cut knows that there were more. */
	#noteFiltered(judgements) {
		if (this.#endings.closed || this.#endings.interrupted) return;
		let listed = 0;
		let asked = 0;
		for (const judgement of judgements) {
			listed += judgement.listed;
			asked += Math.min(judgement.asked, judgement.listed);
		}
		if (asked < listed) this.#options.note(`filtered: ${asked} of ${listed} listed files were asked for`);
	}
};
/** Those without a place come last, as they are. */
function compare(a, b) {
	if (a === b) return 0;
	return (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY);
}
Object.defineProperty(exports, "ResultCollector", {
	enumerable: true,
	get: function() {
		return ResultCollector;
	}
});
Object.defineProperty(exports, "ResultSet", {
	enumerable: true,
	get: function() {
		return ResultSet;
	}
});
