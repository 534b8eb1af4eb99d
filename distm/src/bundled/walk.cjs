let require_command;
let require_ftp;
let require_stream;
let node_timers_promises;
// src/stages/list/walkRecords.ts
/** Names a path; `base` is the folder that names are relative to. */
function placeOf(path, base, names) {
	const { text, exact } = names.decode(path);
	const prefix = base === "/" ? 1 : names.decode(base).text.length + 1;
	const name = text.slice(prefix);
	return exact ? {
		path: text,
		name
	} : {
		path: text,
		name,
		raw: (require_ftp ??= require("./ftp.cjs")).rawName(path)
	};
}
function fileRecord(stamp, { path, name, raw }, { size, modified }, from) {
	const modified_from = modified === null ? null : from;
	const record = {
		type: "file",
		...stamp,
		path,
		name,
		size,
		modified,
		modified_from
	};
	return raw === void 0 ? record : {
		...record,
		raw
	};
}
/** Of a file or folder, or of the server as a whole. */
function failureRecord(stamp, place, fault) {
	const { name, ...rest } = place ?? {};
	const where = name === void 0 || name === "" ? rest : {
		...rest,
		name
	};
	return (require_command ??= require("./command.cjs")).faultRecord(fault, {
		...stamp,
		stage: "list",
		...where
	});
}
function skippedRecord(stamp, place, reason) {
	return {
		type: "skipped",
		...stamp,
		stage: "list",
		...place,
		reason
	};
}
function listedRecord(stamp, { directories, files, complete, ms }) {
	return {
		type: "listed",
		...stamp,
		directories,
		files,
		complete,
		ms
	};
}
// src/stages/list/findings.ts
/** What a walk has found: it makes the records, and knows what they come to. */
var Findings = class {
	/** All that there is was seen, as far as is known. */
	complete = true;
	/** Folders that were listed. */
	directories = 0;
	/** The folder that names are relative to. */
	base = "/";
	names;
	#stamp;
	#files = 0;
	constructor({ stamp: { run, by }, settings: { server, config, encoding } }) {
		this.#stamp = {
			run,
			by,
			server,
			config
		};
		this.names = (require_ftp ??= require("./ftp.cjs")).namesIn(encoding);
	}
	placeOf(path) {
		return placeOf(path, this.base, this.names);
	}
	file(place, facts, from) {
		this.#files++;
		return fileRecord(this.#stamp, place, facts, from);
	}
	skipped(place, reason) {
		return skippedRecord(this.#stamp, place, reason);
	}
	/** A name that can't lie here: it was seen, and the listing is no less complete. */
	refused(place, fault) {
		return failureRecord(this.#stamp, place, fault);
	}
	/** Something could not be listed; without a path: the server. */
	failure(fault, path) {
		this.complete = false;
		return failureRecord(this.#stamp, path === void 0 ? void 0 : this.placeOf(path), fault);
	}
	listed(ms) {
		const { complete, directories } = this;
		return listedRecord(this.#stamp, {
			directories,
			files: this.#files,
			complete,
			ms
		});
	}
};
// src/stages/list/links.ts
/**
* Looks through a link: a listing shows the link's own size, not the file's. SIZE answers for files only; CWD for
* folders, and PWD then tells the real one where the server resolves links (vsftpd, Pure-FTPd). Throws a `Fault` for anything
* but "no such file".
*/
async function lookThrough(session, path) {
	const size = await answered(session.size(path));
	if (typeof size === "number") return {
		to: "file",
		size,
		modified: await session.modified(path)
	};
	if (await answered(session.enter(path)) !== "refused") return {
		to: "folder",
		path: await session.where()
	};
	return size === null ? {
		to: "file",
		size: null,
		modified: await session.modified(path)
	} : { to: "nothing" };
}
async function answered(asked) {
	try {
		return await asked;
	} catch (error) {
		if (error instanceof (require_command ??= require("./command.cjs")).Fault && (error.code === "not_found" || error.code === "denied")) return "refused";
		throw error;
	}
}
// src/stages/list/paths.ts
/** A path on a server, made absolute and free of `.`, `..`, double and trailing slashes. */
function join(from, path) {
	const parts = [];
	const all = path.startsWith("/") ? path : `${from}/${path}`;
	for (const part of all.split("/")) if (part === "..") parts.pop();
	else if (part !== "" && part !== ".") parts.push(part);
	return `/${parts.join("/")}`;
}
/** The deepest folder that holds all of the (absolute) paths. */
function commonParent(paths) {
	const [first = "/", ...others] = paths;
	let parts = first.split("/").filter((part) => part !== "");
	for (const path of others) {
		const its = path.split("/").filter((part) => part !== "");
		const differ = parts.findIndex((part, place) => part !== its[place]);
		if (differ >= 0) parts = parts.slice(0, differ);
	}
	return `/${parts.join("/")}`;
}
/** The path of what has this name in a folder. */
function below(folder, name) {
	return folder === "/" ? `/${name}` : `${folder}/${name}`;
}
// src/stages/list/unsafeEntry.ts
/** PATH_MAX of Linux: no file lies deeper, and an endless tree of long names makes records no longer than that. */
const LONGEST_PATH_BYTES = 4096;
/** Why an entry of a folder can't lie here, under its text or its bytes, as it would; undefined if it can. */
function unsafeEntry({ name, path }, names, { local_names, max_name }) {
	if (name.includes("/")) return "a / inside a name";
	if (path.length > LONGEST_PATH_BYTES) return `a path of more than ${LONGEST_PATH_BYTES} bytes`;
	const { text, exact } = names.decode(name);
	const reasonOf = (rawName) => (require_ftp ??= require("./ftp.cjs")).unsafeReason(text, rawName, max_name);
	const asBytes = () => reasonOf(Buffer.from(name, "latin1"));
	if (!exact || local_names === "bytes") return asBytes();
	const reason = reasonOf();
	if (reason === void 0 || asBytes() !== void 0) return reason;
	return `${reason}; \`local_names: bytes\` keeps it`;
}
// src/stages/list/entryJudge.ts
/**
* Links on one way, at most. Where a server does not tell what a link leads to this ends loops; and folders that all link to one
* another have as many ways through them as there are orders to visit them in.
*/
const MAX_LINKS_ON_A_WAY = 3;
/** Says what becomes of each entry of a listing. */
var EntryJudge = class {
	#request;
	#findings;
	#sessions;
	#twins;
	constructor(request, { findings, sessions, twins }) {
		this.#request = request;
		this.#findings = findings;
		this.#sessions = sessions;
		this.#twins = twins;
	}
	/** One entry: a file record, a folder to walk (no record), or the reason why it is neither. */
	look(entry, folder, inner) {
		const path = below(folder.path, entry.name);
		const found = {
			entry,
			folder,
			path,
			place: this.#findings.placeOf(path),
			inner
		};
		if (!this.#isWanted(found)) return void 0;
		const reason = this.#whyUnsafe(found);
		if (reason !== void 0) return this.#unsafe(found, reason);
		if (entry.kind === "link") return this.#follow(found);
		if (entry.kind === "other") return this.#skipped(found, "neither a file nor a folder");
		if (entry.kind === "file") return this.#findings.file(found.place, entry, entry.modified?.endsWith("Z") === true ? "mlsd" : "list");
		const { depth, through } = folder;
		inner.add({
			path,
			depth: depth + 1,
			real: below(folder.real, entry.name),
			through
		});
	}
	/** What lies behind a link is not known yet: it is left out only where its name is excluded. */
	#isWanted({ entry: { kind, size, modified }, place: { name } }) {
		const { selection } = this.#request;
		return kind === "file" ? selection.file({
			name,
			size,
			modified
		}) : selection.folder(name);
	}
	async #follow(found) {
		const { settings, selection } = this.#request;
		if (settings.links === "skip") return this.#skipped(found, "a link (links: skip)");
		let link;
		try {
			link = await this.#sessions.with((session) => lookThrough(session, found.path));
		} catch (error) {
			return this.#findings.failure(this.#sessions.survived(error), found.path);
		}
		if (link.to === "nothing") return this.#skipped(found, `a link that leads nowhere${this.#whither(found.entry)}`);
		if (link.to === "folder") return this.#enterLink(found, link.path);
		const { size, modified } = link;
		return selection.file({
			name: found.place.name,
			size,
			modified
		}) ? this.#findings.file(found.place, link, "mdtm") : void 0;
	}
	/** A link to a folder; `told` is where the server says that it leads, or the link's own path. */
	#enterLink(found, told) {
		const { entry, folder, path, inner } = found;
		if (this.#request.settings.links === "files") return this.#skipped(found, "a link to a folder (links: files)");
		const real = told !== path || entry.target === void 0 ? told : join(folder.real, entry.target);
		if (leadsBack(real, folder)) return this.#skipped(found, "a link to a folder that it lies in");
		if (folder.through.length >= MAX_LINKS_ON_A_WAY) return this.#skipped(found, `a link to a folder, behind ${MAX_LINKS_ON_A_WAY} links already`);
		inner.add({
			path,
			depth: folder.depth + 1,
			real,
			through: [...folder.through, folder.real]
		});
	}
	/** Why an entry can't lie here. */
	#whyUnsafe({ entry: { name }, path }) {
		const { local_names, max_name } = this.#request.settings;
		const reason = unsafeEntry({
			name,
			path
		}, this.#findings.names, {
			local_names,
			max_name
		});
		if (reason !== void 0 || local_names === "bytes" || !this.#twins.has(name)) return reason;
		return "another name in its folder would be the same here; `local_names: bytes` keeps both";
	}
	#unsafe({ entry, place }, reason) {
		const name = (require_command ??= require("./command.cjs")).printable(this.#findings.names.decode(entry.name).text);
		return this.#findings.refused(place, new (require_command ??= (require("./command.cjs"))).Fault("unsafe_name", `"${name}": ${reason}`));
	}
	#whither({ target }) {
		return target === void 0 ? "" : `, to ${(require_command ??= require("./command.cjs")).printable(this.#findings.names.decode(target).text)}`;
	}
	#skipped({ place }, reason) {
		return this.#findings.skipped(place, reason);
	}
};
/** Whether a real folder holds the one that a link lies in, or one of those on the way to it. */
function leadsBack(real, folder) {
	return [folder.real, ...folder.through].some((at) => at === real || at.startsWith(below(real, "")));
}
// src/stages/list/foldersToWalk.ts
/** The folders that a walk has before it: those of the folder that was listed last come first, each folder's in its listing's order. */
var FoldersToWalk = class {
	/** One for each level of the tree above the folder in hand, none of them empty: as many as a tree may be deep. */
	#levels = [];
	get none() {
		return this.#levels.length === 0;
	}
	/** What they have of memory, at most. */
	get bytes() {
		return this.#levels.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0);
	}
	/** All that are in one folder. */
	push(folders) {
		if (folders.length > 0) this.#levels.push(folders);
	}
	/** Throws a `Fault` `disk` when it can't be read back. */
	shift() {
		const level = this.#levels.at(-1);
		const folder = level?.shift();
		if (level?.length === 0) this.#levels.pop();
		return folder;
	}
};
// src/stages/list/nameTwins.ts
/** A folder with more is one in UTF-8, and its names are read in another encoding by mistake. */
const MOST_NOTED = 1e4;
/**
* Names of one folder that would be the same here: one that the encoding does not fit has its bytes here, and these may be the UTF-8
* of another one's text. So it is where two clients upload a file under one name, each in its own encoding.
*/
var NameTwins = class {
	#names;
	#noted = /* @__PURE__ */ new Set();
	constructor(names) {
		this.#names = names;
	}
	/** Takes note of a folder's name; all are to be noted before one is asked for. */
	note(name) {
		if (this.#noted.size >= MOST_NOTED || this.#names.decode(name).exact) return;
		const bytes = Buffer.from(name, "latin1");
		const text = bytes.toString("utf8");
		const twin = Buffer.from(text).equals(bytes) ? this.#encoded(text) : void 0;
		if (twin !== void 0) this.#noted.add(twin);
	}
	/** Whether the text of a name is what the bytes of another one are here. */
	has(name) {
		return this.#noted.has(name);
	}
	/** The next folder is another one. */
	clear() {
		this.#noted.clear();
	}
	#encoded(text) {
		try {
			return this.#names.encode(text);
		} catch (error) {
			if (error instanceof (require_command ??= require("./command.cjs")).Fault) return void 0;
			throw error;
		}
	}
};
// src/stages/list/backlog.ts
/** First in, first out: what was read of a server and is still to be looked at. Filled first, emptied then. */
var Backlog = class {
	#queue;
	/** Of all that went to memory since it was empty; what was taken out counts too. */
	#bytes = 0;
	constructor({ file, bytesOf, memoryBytes, diskBytes }) {
		this.#queue = new (require_stream ??= (require("./stream.cjs"))).SpillQueue({
			file,
			codec: {
				write: (item) => JSON.stringify(item),
				read: (text) => JSON.parse(text)
			},
			staysInMemory: (item) => {
				const bytes = this.#bytes + bytesOf(item);
				if (bytes > memoryBytes) return false;
				this.#bytes = bytes;
				return true;
			},
			maxBytes: diskBytes
		});
	}
	get length() {
		return this.#queue.length;
	}
	/** What it has of memory at most, for items that are held as they are. */
	get memoryBytes() {
		return this.inMemory === 0 ? 0 : this.#bytes;
	}
	/** Items that are held in memory as they are. */
	get inMemory() {
		return this.#queue.inMemory;
	}
	/** False: it is full, and the item was not taken. */
	push(item) {
		return this.#queue.push(item) !== "full";
	}
	/** Throws a `Fault` `disk` when an item can't be read back. */
	shift() {
		return this.#queue.shift();
	}
	/** Forgets all that is in it; then it may be filled again. */
	clear() {
		this.#queue.close();
		this.#bytes = 0;
	}
};
// src/stages/list/shelf.ts
/** 1 GiB is some ten million entries; a real directory has fewer, and the listing of a hostile server ends there. */
const LIMITS = {
	entriesInMemory: 8 * 1024 ** 2,
	foldersInMemory: 2 * 1024 ** 2,
	onDisk: 1024 ** 3
};
/** Of all walks of this process: many servers may be hostile at once, and the disk is one. */
const ALL_ON_DISK = new (require_stream ??= (require("./stream.cjs"))).DiskBudget(4 * 1024 ** 3);
/**
* Where a walk puts what it has read and its reader has not taken yet. A million sub-folders in one folder are as possible as a
* million files, and strings in an array would be hundreds of megabytes: both wait in the same way. One file for each walk, so that
* the disk has its space back as soon as a walk has nothing on it.
*/
var Shelf = class {
	#file;
	#limits;
	#budget;
	/** What the disk said when it took no more. */
	#diskSays;
	/** `folder`: absolute, made when needed. */
	constructor(folder, limits = LIMITS, budget = ALL_ON_DISK) {
		this.#limits = limits;
		this.#budget = budget;
		const note = (message) => {
			this.#diskSays = message;
		};
		this.#file = new (require_stream ??= (require("./stream.cjs"))).SpillFile(folder, 2 * limits.onDisk, {
			note,
			budget
		});
	}
	entries() {
		const { entriesInMemory: memoryBytes, onDisk: diskBytes } = this.#limits;
		return new Backlog({
			file: this.#file,
			bytesOf: bytesOfEntry,
			memoryBytes,
			diskBytes
		});
	}
	/** For the sub-folders of one folder. `before`: the bytes of memory that others still to be walked have. */
	folders(before) {
		const { foldersInMemory, onDisk: diskBytes } = this.#limits;
		const memoryBytes = foldersInMemory - before;
		return new Backlog({
			file: this.#file,
			bytesOf: bytesOfFolder,
			memoryBytes,
			diskBytes
		});
	}
	/** Why a backlog takes no more. */
	get refusal() {
		if (this.#diskSays !== void 0) return this.#diskSays;
		if (this.#budget.lacks(16384)) return `${this.#budget.bytes} bytes on disk wait already, of all servers`;
		return `${this.#limits.onDisk} bytes on disk wait already`;
	}
	/** What is left is lost. */
	close() {
		this.#file.close();
	}
};
/**
* Besides the names. Measured in Node 20: 520 to 820 bytes for an entry of MLSD, 230 for one of LIST; a name holds on to the line that it
* was cut from.
*/
const ITEM_BYTES = 600;
function bytesOfEntry({ name, target = "" }) {
	return ITEM_BYTES + name.length + target.length;
}
function bytesOfFolder({ path, real, through }) {
	return through.reduce((sum, { length }) => sum + length, ITEM_BYTES + path.length + real.length);
}
// src/stages/list/tooMuch.ts
/** A server has more than a walk may take in. Asked again, it would have as much. */
function tooMuch(why) {
	return new (require_command ??= (require("./command.cjs"))).Fault("listing_incomplete", why, { retry: false });
}
// src/stages/list/subFolders.ts
/** The folders that lie in one folder, gathered while its entries are looked at. */
var SubFolders = class {
	toWalk;
	#reach;
	#shelf;
	#tooDeep = 0;
	/** Those that nobody has room for. */
	#unwalked = 0;
	/** `before`: the bytes of memory that the folders have that are still to be walked. */
	constructor(reach, shelf, before) {
		this.#reach = reach;
		this.#shelf = shelf;
		this.toWalk = shelf.folders(before);
	}
	add(folder) {
		const { roots, depth, max_depth } = this.#reach;
		if (folder.depth > depth || roots.has(folder.path)) return;
		if (folder.depth > max_depth) this.#tooDeep++;
		else if (!this.toWalk.push(folder)) this.#unwalked++;
	}
	/** Why some of them will not be walked: one fault a reason, for there may be millions. */
	*faults() {
		if (this.#tooDeep > 0) yield tooMuch(`${this.#tooDeep} more folders in it are deeper than \`max_depth\` (${this.#reach.max_depth}) allows`);
		if (this.#unwalked > 0) yield tooMuch(`${this.#unwalked} more folders in it than there is room for: ${this.#shelf.refusal}`);
	}
};
// src/stages/list/walkSessions.ts
/** A walk's work on sessions, one piece after the other. */
var WalkSessions = class {
	#work;
	#tries = new (require_command ??= (require("./command.cjs"))).Tries();
	constructor(work) {
		this.#work = work;
	}
	with(work) {
		this.#tries = new (require_command ??= (require("./command.cjs"))).Tries();
		return (require_command ??= require("./command.cjs")).onSession(this.#work, work, this.#tries);
	}
	/** The fault of one piece of work, after which the walk goes on. Throws what ends it: no session is to be had, a signal, a bug. */
	survived(error) {
		if (this.#tries.serverIsGone || this.#work.signal.aborted || !(error instanceof (require_command ??= require("./command.cjs")).Fault)) throw error;
		return error;
	}
};
// src/stages/list/walker.ts
/** Entries looked at in one go: a folder of a million must not become a million records in memory. */
const BATCH = 1e3;
/** The way of a walk from folder to folder. */
var Walker = class {
	#request;
	#findings;
	#sessions;
	#twins;
	#judge;
	#shelf;
	#todo = new FoldersToWalk();
	/** The configured paths. */
	#roots = /* @__PURE__ */ new Set();
	/** Entries of all listings that have been taken. */
	#entries = 0;
	/** There are more entries than `max_entries`: nothing more is listed. */
	#full = false;
	constructor(request, findings) {
		this.#request = request;
		this.#findings = findings;
		this.#sessions = new WalkSessions(request);
		this.#twins = new NameTwins(findings.names);
		this.#judge = new EntryJudge(request, {
			findings,
			sessions: this.#sessions,
			twins: this.#twins
		});
		this.#shelf = new Shelf(request.spillFolder, request.limits);
	}
	get over() {
		return this.#full || this.#todo.none;
	}
	/** Gives the disk its space back. */
	close() {
		this.#shelf.close();
	}
	/** Finds out where the paths are: relative ones begin where the log-in leads to. */
	async begin() {
		const paths = this.#request.settings.paths.map((path) => this.#findings.names.encode(path));
		const home = paths.some((path) => !path.startsWith("/")) ? await this.#sessions.with((session) => session.where()) : "/";
		this.#roots = new Set(paths.map((path) => join(home, path)));
		this.#findings.base = commonParent([...this.#roots]);
		const roots = this.#shelf.folders(0);
		for (const path of this.#roots) {
			if (roots.push({
				path,
				depth: 1,
				real: path,
				through: []
			})) continue;
			throw tooMuch(`more paths than there is room for: ${this.#shelf.refusal}`);
		}
		this.#todo.push(roots);
	}
	/** Lists the next folder. */
	async *next() {
		const folder = this.#todo.shift();
		if (folder === void 0) return;
		const entries = this.#shelf.entries();
		let listing;
		try {
			listing = await this.#sessions.with((session) => this.#read(session, folder, entries));
		} catch (error) {
			entries.clear();
			yield [this.#findings.failure(this.#sessions.survived(error), folder.path)];
			return;
		}
		this.#findings.directories++;
		this.#entries += entries.length;
		yield* this.#judged(entries, folder);
		if (listing.incomplete !== void 0) yield [this.#findings.failure(new (require_command ??= (require("./command.cjs"))).Fault("listing_incomplete", listing.incomplete), folder.path)];
	}
	/** One try at a folder. Where its entries are too many, or find no room any more, the listing ends there. */
	#read(session, { path }, entries) {
		const { max_entries } = this.#request.settings;
		entries.clear();
		this.#twins.clear();
		return session.list(path, /* @__PURE__ */ new Date(), (entry) => {
			this.#full = this.#entries + entries.length >= max_entries;
			if (this.#full) throw tooMuch(`more entries of this server than \`max_entries\` (${max_entries}): its walk ends`);
			this.#twins.note(entry.name);
			if (!entries.push(entry)) throw tooMuch(`more entries than there is room for: ${this.#shelf.refusal}`);
		});
	}
	/** In the listing's order; the folders among them come next, in the same order. */
	async *#judged(entries, folder) {
		const { depth, settings } = this.#request;
		const { max_depth } = settings;
		const inner = new SubFolders({
			roots: this.#roots,
			depth: depth ?? Number.POSITIVE_INFINITY,
			max_depth
		}, this.#shelf, this.#todo.bytes);
		while (entries.length > 0) {
			const batch = await this.#batch(entries, folder, inner);
			if (batch.length > 0) yield batch;
			if (entries.length > 0) await this.#giveWay();
		}
		this.#todo.push(inner.toWalk);
		const failures = [...inner.faults()].map((fault) => this.#findings.failure(fault, folder.path));
		if (failures.length > 0) yield failures;
	}
	/** A million entries take seconds: whoever else works in this process must get its turn. */
	async #giveWay() {
		await (0, (node_timers_promises ??= require("node:timers/promises")).setImmediate)();
		this.#request.signal.throwIfAborted();
	}
	async #batch(entries, folder, inner) {
		const batch = [];
		for (let looked = 0; looked < BATCH; looked++) {
			const entry = entries.shift();
			if (entry === void 0) break;
			const seen = this.#judge.look(entry, folder, inner);
			const record = seen instanceof Promise ? await seen : seen;
			if (record !== void 0) batch.push(record);
		}
		return batch;
	}
};
// src/stages/list/walk.ts
/** Servers end sessions that are idle for a minute or more; who must wait longer than this for its reader logs out itself. */
const LONG_WAIT_MS = 2e4;
/**
* Lists all folders of one server, each read to its end and then handed on: a listing in flight is never held up (servers end
* it), and no session is held while records wait. Ends with the `listed` record, whatever the server does; throws only a bug.
*/
async function* walk(request) {
	const findings = new Findings(request);
	const walker = new Walker(request, findings);
	const started_ms = performance.now();
	try {
		await walker.begin();
		while (!walker.over) yield* patiently(walker.next(), request.pool);
	} catch (error) {
		if (request.signal.aborted) findings.complete = false;
		else if (error instanceof (require_command ??= require("./command.cjs")).Fault) yield [findings.failure(error, void 0)];
		else throw error;
	} finally {
		walker.close();
	}
	yield [findings.listed(Math.round(performance.now() - started_ms))];
}
/** Hands batches on; where the reader is slow, sessions that lie idle are closed in time. */
async function* patiently(batches, pool) {
	for await (const batch of batches) {
		const logOut = setTimeout(() => pool.closeIdle(), LONG_WAIT_MS);
		try {
			yield batch;
		} finally {
			clearTimeout(logOut);
		}
	}
}
Object.defineProperty(exports, "failureRecord", {
	enumerable: true,
	get: function() {
		return failureRecord;
	}
});
Object.defineProperty(exports, "listedRecord", {
	enumerable: true,
	get: function() {
		return listedRecord;
	}
});
Object.defineProperty(exports, "walk", {
	enumerable: true,
	get: function() {
		return walk;
	}
});
