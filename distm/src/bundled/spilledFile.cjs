let require_command;
let require_stream;
let require_ftp;
let node_path = require("node:path");
let node_util = require("node:util");
let node_timers_promises;
// src/stages/fetch/claims.ts
/** What is kept in mind, in each of two generations of 8 MiB: two for each file. */
const MOST_KEYS = 2 ** 19;
/**
* Which files have which names here. A listing names each of a server's files differently, but two may still have the same: where names were
* changed on their way (by `ftp-map`, say), where one's text is the other's bytes, and on disks that take `a` for `A`. One would overwrite
* the other.
*/
var Claims = class {
	#taken = new (require_command ??= (require("./command.cjs"))).LatestKeys(MOST_KEYS);
	/**
	* Gives a file its name. Throws a `Fault` where another file of its server has it, also one that failed; the same file may come again.
	*
	* @param folded the name as the disk tells it from others; undefined where each name is its own
	*/
	claim(key, { path, raw }, here, folded) {
		const name = folded ?? spelled(here);
		const named = `${key.length} ${name.length} ${key}${name}`;
		const itself = `=${named}${raw ?? path}`;
		if (this.#taken.add(named)) {
			this.#taken.add(itself);
			return "first";
		}
		if (!this.#taken.has(itself)) throw taken(here.name, folded === void 0 ? "tells" : "folds");
		return "again";
	}
};
/** No text begins with a `/`, so bytes are told from it. */
function spelled({ name, rawName }) {
	return rawName === void 0 ? name : `/${Buffer.from(rawName).toString("latin1")}`;
}
function taken(name, disk) {
	const why = disk === "folds" ? "; this disk takes names for one that differ in case or Unicode form" : "";
	return new (require_command ??= (require("./command.cjs"))).Fault("unsafe_name", `"${(require_command ??= require("./command.cjs")).printable(name)}": another file of this server has this name here already${why}`);
}
// src/stages/fetch/version.ts
/**
* `taken`: all of them are of one version, as far as the server says. `again`: it is not the version of before. `wrong`: the server says that
* nothing changed, but that is not what came.
*
* A file that is rewritten while it is read may come with its old head, its new tail and the right size. So the time is held against the
* one of before, and so is the size where there are no exact times or the server itself has said it: to agree with what came is not enough.
*/
function judge({ before, saidBy, came, resumed, after }) {
	if (resumed) return judgeResumed(before, came, after);
	if (after === void 0 || after.size === null) {
		if (!(before.size === null || before.size === came)) return "wrong";
		return after !== void 0 && timesDiffer(before, after) ? "again" : "taken";
	}
	const sameSize = before.size === null || before.size === after.size;
	const sizeTells = saidBy === "server" || !isTimed(before) || !isTimed(after);
	const same = !timesDiffer(before, after) && (sameSize || !sizeTells);
	if (after.size === came) return same ? "taken" : "again";
	return same && before.size === after.size ? "wrong" : "again";
}
function judgeResumed(before, came, after) {
	if (after === void 0 || !sameVersion(before, after)) return "again";
	return came === before.size ? "taken" : "wrong";
}
/** Both exact, with the same size and the same second. */
function sameVersion(one, other) {
	return isExact(one) && isExact(other) && one.size === other.size && !timesDiffer(one, other);
}
/** Size and time are known: another version looks the same only if it is of the same second. */
function isExact(version) {
	return version.size !== null && isTimed(version);
}
/** To the second and in UTC. There are servers that tell of a month 0. */
function isTimed(version) {
	return version.modified !== null && EXACT.test(version.modified) && momentOf(version) !== void 0;
}
/**
* An exact version of the file under a path on the server, in words; undefined for others. Another path's file may have the same name here in
* the next run, the same size, and a time of the same second.
*/
function versionText(version, path) {
	const ms = isExact(version) ? momentOf(version) : void 0;
	return ms === void 0 ? void 0 : `${version.size} ${Math.floor(ms / 1e3)} ${path}`;
}
/**
* Whether a version is another one than was listed. Times that are not exact say nothing: a listing's are right only if the server's
* `timezone` is.
*/
function isOther(version, listed) {
	return listed.size !== null && version.size !== listed.size || timesDiffer(listed, version);
}
const EXACT = /T\d\d:\d\d:\d\d(\.\d+)?Z$/;
/** Both have exact times, and not of the same second. */
function timesDiffer(one, other) {
	const ms = momentOf(other);
	return isTimed(one) && isTimed(other) && ms !== void 0 && !(require_ftp ??= require("./ftp.cjs")).sameTime(one.modified ?? "", "UTC", ms);
}
/** In milliseconds since 1970, taken for UTC. */
function momentOf({ modified }) {
	return modified === null ? void 0 : (require_ftp ??= require("./ftp.cjs")).modifiedToMs(modified, "UTC");
}
// src/stages/fetch/clockSense.ts
/**
* Whether a server's MDTM says of a file that did not change what its listing says. Some have one of them in local time: there a
* listed time says nothing of a change, and large files are asked for before they are fetched, or each would be fetched twice.
*/
var ClockSense = class {
	#agreed = false;
	#differed = false;
	get tellsChanges() {
		return this.#agreed || !this.#differed;
	}
	/** A file was listed, fetched, and asked for again. */
	learn(listed, asked, verdict) {
		if (!isExact(listed) || !isExact(asked) || listed.size !== asked.size) return;
		if (!timesDiffer(listed, asked)) this.#agreed = true;
		else if (verdict === "taken" && areZonesApart(listed, asked)) this.#differed = true;
	}
};
/** Zones differ by quarters of an hour. */
function areZonesApart(one, other) {
	const apart_ms = Math.abs((momentOf(one) ?? 0) - (momentOf(other) ?? 0));
	return apart_ms % QUARTER_ms < 1e3 && apart_ms <= MOST_APART_ms;
}
const QUARTER_ms = 9e5;
/** From UTC-12 to UTC+14. */
const MOST_APART_ms = 936e5;
// src/stages/fetch/serverFolder.ts
/** The rest is found while files are fetched: those of them that were begun are then begun anew. */
const RECOVERY_PATIENCE_ms = 1e4;
/** A server's folder here: the lock on it, the sink that writes to it, and what earlier runs left in it. */
var ServerFolder = class {
	#request;
	#lock;
	#sink;
	#searched = "some";
	constructor(request) {
		this.#request = request;
	}
	/** Its sink; the same until it is closed. Rejects with a `Fault`, or with the signal's `AbortError`. One call at a time. */
	async open({ buffer_path: bufferPath, max_name: maxName, fsync }) {
		const { run, server, waitMs, signal } = this.#request;
		if (this.#sink !== void 0) return this.#sink;
		this.#lock ??= await (require_ftp ??= require("./ftp.cjs")).takeLock({
			bufferPath,
			server,
			run,
			waitMs,
			signal
		});
		if (signal.aborted) this.close();
		signal.throwIfAborted();
		const commits = fsync ? "durable" : "fast";
		this.#sink = (require_ftp ??= require("./ftp.cjs")).openFolderSink({
			bufferPath,
			owner: this.#lock.owner,
			maxName,
			commits
		});
		if (this.#lock.left !== "none") await this.#recover(this.#lock, this.#sink);
		signal.throwIfAborted();
		return this.#sink;
	}
	/**
	* Gives the lock back; it may be opened again.
	*
	* On a slow disk a thread may still write to a part file then. That harms no other run: the sink has ended it, so what it writes to has lost
	* its name; and no other process would have used that name either.
	*/
	close() {
		const [lock, sink] = [this.#lock, this.#sink];
		this.#lock = void 0;
		this.#sink = void 0;
		const left = sink?.close(this.#request.signal.aborted ? "stopped" : "done") ?? (lock?.left ?? "none") !== "none";
		const parts = this.#searched === "all" ? "sound" : "parts";
		this.#searched = "some";
		lock?.release(left ? parts : "nothing");
	}
	/** Files that earlier runs began are found before the first one is fetched, unless there are very many folders. */
	async #recover({ left, isHeldBy }, sink) {
		const { server } = this.#request;
		const found = sink.recover({
			server,
			isActive: isHeldBy,
			trusted: left === "trusted"
		});
		const enough = new AbortController();
		const tired = (0, (node_timers_promises ??= require("node:timers/promises")).setTimeout)(RECOVERY_PATIENCE_ms, void 0, { signal: enough.signal }).catch(() => {});
		const searched = found.then((how) => {
			if (this.#sink === sink) this.#searched = how;
		});
		await Promise.race([searched, tired]);
		enough.abort();
	}
};
// src/stages/fetch/desk.ts
/** What does not matter to a file: which configuration says it, and where in it. */
const NOT_COMPARED = {
	config: "",
	order: 0
};
/** One server in one harvest: opened with its first file, counted until its last, then closed. */
var Desk = class {
	#request;
	#started_ms = performance.now();
	#counts = {
		fetched: 0,
		unchanged: 0,
		failed: 0
	};
	#asked = 0;
	#handedOn = 0;
	#bytes = 0;
	#listed;
	#folder;
	#opening;
	#opened;
	#pool;
	#here;
	#clock = new ClockSense();
	#told;
	#atOnce;
	constructor(request) {
		const { run, server, waitLock_ms: waitMs, signal } = request;
		this.#request = request;
		this.#here = new ServerFolder({
			run,
			server,
			waitMs,
			signal
		});
		this.#folder = request.overrides.to ?? null;
	}
	get key() {
		return this.#request.key;
	}
	get server() {
		return this.#request.server;
	}
	get run() {
		return this.#request.run;
	}
	get by() {
		return this.#request.context.by;
	}
	get signal() {
		return this.#request.signal;
	}
	/** The `server` record says where its folder would be, even if nothing is ever fetched. */
	meet(record) {
		this.#folder ??= record.buffer_path;
	}
	/** The walk is over and found this many files. */
	expect(files) {
		this.#listed = files;
		this.#closeIfOver();
	}
	/** A file has come and will get its outcome. */
	ask() {
		this.#asked++;
	}
	/** A file has its outcome; `bytes` are those of a fetched one, also what an earlier try or run had of it. */
	count(outcome, bytes = 0) {
		this.#counts[outcome]++;
		this.#bytes += bytes;
		this.#closeIfOver();
	}
	/** Outcomes have gone into the stream. */
	handOn(outcomes) {
		this.#handedOn += outcomes;
	}
	/** Files at once: what its sessions allow. 1 where the settings can't be had: the files fail one after another. */
	get atOnce() {
		this.#atOnce ??= this.#connections();
		return this.#atOnce;
	}
	/** Every file that was listed has its outcome, and all of them are in the stream. */
	get done() {
		return this.#listed === this.#asked && this.#asked === this.#handedOn;
	}
	/** Settings, lock and sessions, once for all files. Rejects with a `Fault`, the same for each file. */
	open() {
		this.#opening ??= this.#openOnce();
		return this.#opening;
	}
	/** What `open` has resolved with, until it is closed: all files but the first need not wait for it. */
	get opened() {
		return this.#opened;
	}
	/**
	* Servers of two configurations may have one name: throws a `Fault` `config` where a record names another configuration than the
	* desk's first record, and that one says something else of the server or can't be read.
	*/
	checkConfig(named, { settings }) {
		const { server, config, context, overrides } = this.#request;
		if (named === config || named === "") return;
		const said = context.settings(named, server, overrides);
		if ((0, node_util.isDeepStrictEqual)({
			...said,
			...NOT_COMPARED
		}, {
			...settings,
			...NOT_COMPARED
		})) return;
		const message = `${(require_command ??= require("./command.cjs")).printable(named)} says something else of \`${(require_command ??= require("./command.cjs")).printable(server)}\` than ${(require_command ??= require("./command.cjs")).printable(config)}, which its first record names`;
		throw new (require_command ??= (require("./command.cjs"))).Fault("config", message);
	}
	/** The sums since the beginning; undefined when they have been told and nothing came since. */
	harvested() {
		const { run, server, config, context } = this.#request;
		if (this.#told === this.#asked) return void 0;
		this.#told = this.#asked;
		return {
			type: "harvested",
			run,
			by: context.by,
			server,
			config,
			local: this.#folder === null ? null : (0, node_path.join)(this.#folder, server),
			asked: this.#asked,
			...this.#counts,
			skipped: 0,
			not_started: this.#asked - this.#outcomes,
			bytes: this.#bytes,
			ms: Math.round(performance.now() - this.#started_ms)
		};
	}
	/** Logs out until its next file comes; nothing of it may be on its way. The lock stays: this run is not done here. */
	pause() {
		this.#pool?.end();
		this.#pool = void 0;
		this.#opening = void 0;
		this.#opened = void 0;
	}
	/** Logs out and gives the lock back. A file that comes later opens it again. */
	close() {
		this.pause();
		this.#here.close();
	}
	get #outcomes() {
		const { fetched, unchanged, failed } = this.#counts;
		return fetched + unchanged + failed;
	}
	/** Outcomes may have to wait for those of other servers; sessions and lock need not. */
	#closeIfOver() {
		if (this.#listed === this.#asked && this.#asked === this.#outcomes) this.close();
	}
	#connections() {
		const { server, config, context, overrides } = this.#request;
		try {
			return context.settings(config, server, overrides).connections;
		} catch (error) {
			if (error instanceof (require_command ??= require("./command.cjs")).Fault) return 1;
			throw error;
		}
	}
	#openOnce() {
		const opening = this.#open();
		const remember = (opened) => {
			if (this.#opening === opening) this.#opened = opened;
		};
		opening.then(remember, () => {});
		return opening;
	}
	async #open() {
		const { server, config, context, overrides, inputOpen, checksum } = this.#request;
		const settings = context.settings(config, server, overrides);
		this.#folder = settings.buffer_path;
		const sink = await this.#here.open(settings);
		this.#pool = context.pools.use(settings, inputOpen);
		return {
			settings,
			pool: this.#pool.pool,
			sink,
			clock: this.#clock,
			checksum
		};
	}
};
// src/stages/fetch/desks.ts
/** The servers of a fetch stage's stream, each with its desk, and how the work is divided among them. */
var Desks = class {
	keysAtOnce;
	#options;
	#context;
	#desks = /* @__PURE__ */ new Map();
	/** Most records are of the server of the one before. */
	#latest;
	#claims = new Claims();
	#stop = new AbortController();
	#signal;
	#inputOpen = true;
	constructor(options, context) {
		this.#options = options;
		this.#context = context;
		this.#signal = AbortSignal.any([context.signal, this.#stop.signal]);
		this.keysAtOnce = options.servers;
	}
	keyOf(file) {
		return this.of(file).key;
	}
	atOnce(file) {
		return this.of(file).atOnce;
	}
	left(key) {
		this.#desks.get(key)?.pause();
	}
	/** The desk of a file's server. */
	of({ record, server, config }) {
		return this.#of(record, server, config);
	}
	/** A file has come and will get its outcome. */
	ask(file) {
		this.of(file).ask();
		return file;
	}
	/** Gives a file its name here, `folded` as in `Claims`. Throws a `Fault` where another file has it. */
	claim(file, here, folded) {
		return this.#claims.claim(this.keyOf(file), file, here, folded);
	}
	/**
	* A record that is no file to fetch passes; some say something of their server, and it may be done then. A `file` record without
	* what it takes to fetch it has its outcome at once.
	*/
	passOn(record) {
		if (record.type === "file") return this.#refuse(record);
		if (isServer(record)) this.#of(record, record.server, record.config).meet(record);
		if (!isListed(record)) return [record];
		const desk = this.#of(record, record.server, record.config);
		desk.expect(record.files);
		return [record, ...this.#ifDone(desk)];
	}
	/** The outcome of a file, if it has one, and the sums of its server if it was the last one. */
	handOn({ outcome, desk }) {
		desk.handOn(outcome.length);
		return [...outcome, ...this.#ifDone(desk)];
	}
	/** The sums of a server whose files all have their outcome; its sessions and its lock are given up. */
	#ifDone(desk) {
		return desk.done ? tell(desk) : [];
	}
	inputIsOver() {
		this.#inputOpen = false;
	}
	/** The end of the input: every server's sums that have not been told. */
	finish() {
		return [...this.#desks.values()].flatMap(tell);
	}
	/** Ends everything, also what is on its way. */
	close() {
		this.#stop.abort();
		for (const desk of this.#desks.values()) desk.close();
	}
	/** It is counted where it can be told from others: by its server and its path. */
	#refuse(record) {
		const { server, path, config } = record;
		const where = Object.fromEntries(Object.entries({
			server,
			config,
			path
		}).filter(([, value]) => isText(value)));
		const stamp = {
			run: record.run ?? this.#context.run,
			by: this.#context.by
		};
		const refused = (require_command ??= require("./command.cjs")).faultRecord(INCOMPLETE, {
			...stamp,
			stage: "fetch",
			...where
		});
		if (!isText(server) || !isText(path)) return [refused];
		const desk = this.#of(record, server, isText(config) ? config : "");
		desk.ask();
		desk.count("failed");
		return this.handOn({
			outcome: [refused],
			desk
		});
	}
	#of({ run = this.#context.run }, server, config) {
		const latest = this.#latest;
		if (latest !== void 0 && latest.server === server && latest.run === run) return latest;
		const key = `${run}\0${server}`;
		const desk = this.#desks.get(key) ?? this.#newDesk(key, {
			run,
			server,
			config
		});
		this.#latest = desk;
		return desk;
	}
	#newDesk(key, { run, server, config }) {
		const { jobs, to, waitLock, checksum } = this.#options;
		const desk = new Desk({
			key,
			run,
			server,
			config,
			context: this.#context,
			overrides: {
				jobs,
				to: to === void 0 ? void 0 : (0, node_path.resolve)(to)
			},
			waitLock_ms: waitLock,
			checksum: checksum ? "sha256" : "none",
			signal: this.#signal,
			inputOpen: () => this.#inputOpen
		});
		this.#desks.set(key, desk);
		return desk;
	}
};
const INCOMPLETE = new (require_command ??= (require("./command.cjs"))).Fault("protocol", "a file record needs the texts `server`, `path` and `name`", { retry: false });
function isText(value) {
	return typeof value === "string";
}
function tell(desk) {
	desk.close();
	const harvested = desk.harvested();
	return harvested === void 0 ? [] : [harvested];
}
function isServer(record) {
	return record.type === "server" && hasServer(record) && isText(record["buffer_path"]);
}
function isListed(record) {
	return record.type === "listed" && hasServer(record) && typeof record["files"] === "number";
}
function hasServer(record) {
	return isText(record["server"]) && isText(record["config"]);
}
// src/stages/fetch/heldAlready.ts
/**
* The file that is here already with the listed size and time; undefined where it must be fetched. In a folder that this harvest has made nothing
* is looked for before the file has come once: that saves a system call for each file of a first harvest. Throws a `Fault`.
*/
function heldAlready(file, here, { sink, settings }, claimed) {
	const { if_exists, timezone } = settings;
	if (if_exists === "always" || file.size === null || file.modified === null) return void 0;
	if (claimed === "first" && sink.isNew(here)) return void 0;
	const held = sink.held(here);
	if (held === void 0 || held.size !== file.size || !(require_ftp ??= require("./ftp.cjs")).sameTime(file.modified, timezone, held.mtime_ms)) return void 0;
	return {
		local: held.local,
		size: held.size
	};
}
// src/stages/fetch/overlap.ts
/** As much of what is here is asked for once more: enough to be told from the file's beginning, and no cost beside REST's round trip. */
const OVERLAP_bytes = 4096;
/**
* The end of the bytes that are here, held against what a server sends from there on. There are servers that answer REST with 350 and begin at
* 0 all the same: their bytes would be put behind those that are here, and kept for the next try when the line breaks before the size tells.
*/
var Overlap = class Overlap {
	/** Where to begin. */
	from;
	#here;
	/** The server did begin there; undefined until its first bytes come. */
	#goesOn;
	constructor(from, here) {
		this.from = from;
		this.#here = here;
	}
	/** Of a file that has bytes from the start. Rejects with a `Fault`. */
	static async of(incoming) {
		const here = await incoming.heldEnd(OVERLAP_bytes);
		return new Overlap(incoming.held - here.length, here);
	}
	/** How many of some bytes, in their order, are here already. Throws a `Fault` where they are not the same. */
	alreadyHere(offset, bytes) {
		this.#goesOn ??= offset === this.from;
		const at = offset - this.from;
		if (!this.#goesOn || at >= this.#here.length) return 0;
		const expected = this.#here.subarray(at, at + bytes.length);
		if (Buffer.compare(expected, bytes.subarray(0, expected.length)) === 0) return expected.length;
		throw new (require_command ??= (require("./command.cjs"))).Fault("protocol", `from byte ${this.from} on it sends other bytes than before: does the server ignore REST?`);
	}
};
// src/stages/fetch/sizeLimits.ts
/** A file may grow between its listing and its end; a listing that says far less is not one to go by. */
const GROWTH_bytes = 16777216;
/** Throws a `Fault` `too_large` for a file that is said to be larger than it may be. */
function mustFit(size, { max_file_size }) {
	if (size === null || size <= max_file_size) return;
	throw new (require_command ??= (require("./command.cjs"))).Fault("too_large", `${size} bytes, and \`max_file_size\` allows ${max_file_size}`);
}
/** How many bytes of a file are taken at most. */
function mostBytes(size, { max_file_size }) {
	return size === null ? max_file_size : Math.min(max_file_size, 2 * size + GROWTH_bytes);
}
// src/stages/fetch/verification.ts
const NOTHING = {};
/**
* Holds what was written against the server's own hash of the file, before it gets its name. Both hashes are of what the disk gives back.
* A server without hashes leaves it at the size. Rejects with a `Fault` `hash_mismatch`.
*/
function verify(verification) {
	const { by, checksum } = verification;
	return by === "size" && checksum === "none" ? NOTHING : compare(verification);
}
async function compare({ session, path, size, incoming, by, checksum }) {
	const theirs = by === "hash" ? await session.hash(path, size) : void 0;
	const algorithms = new Set(theirs === void 0 ? [] : [theirs.algorithm]);
	if (checksum === "sha256") algorithms.add("sha256");
	const names = [...algorithms];
	const ours = new Map((await incoming.digest(names)).map((hex, place) => [names[place], hex]));
	if (theirs !== void 0 && ours.get(theirs.algorithm) !== theirs.hex) throw mismatch(theirs, ours.get(theirs.algorithm));
	const sha256 = checksum === "sha256" ? ours.get("sha256") : void 0;
	return {
		...by === "hash" && { verified: theirs?.algorithm ?? "size" },
		...sha256 !== void 0 && { sha256 }
	};
}
function mismatch({ algorithm, hex }, ours = "none") {
	return new (require_command ??= (require("./command.cjs"))).Fault("hash_mismatch", `the server's ${algorithm} is ${hex}, and that of what came is ${ours}`);
}
// src/stages/fetch/landing.ts
/** From this size on a file is worth a question more: what is fetched of it may be gone on with, and it may change meanwhile. */
const LARGE_bytes = 65536;
/** How often a file that changes is fetched again in one try. */
const MOST_AGAIN = 3;
/** One file on its way here, over all its tries. */
var Landing = class {
	#file;
	#place;
	#tries;
	#path;
	#here;
	/** The version that is wanted: the listed one, until the server has another. */
	#version;
	/** Throws a `Fault` for a file that is larger than it may be: it costs no connection. */
	constructor(file, here, place, tries) {
		mustFit(file.size, place.settings);
		this.#file = file;
		this.#place = place;
		this.#tries = tries;
		this.#path = (require_ftp ??= require("./ftp.cjs")).namesIn(place.settings.encoding).encode(file.path, file.raw);
		this.#here = here;
		this.#version = file;
	}
	/** One try. In the end the file is there whole under its name, or nothing is. Rejects with a `Fault`. */
	async on(session) {
		let said = isLarge(this.#version) && !this.#isVersion && await this.#lookFirst(session);
		for (let again = 0;; again++) {
			let incoming = this.#begin();
			if (incoming.held > 0 && !said) {
				incoming = await this.#unlessStale(session, incoming);
				said = true;
			}
			try {
				const retrieved = await this.#retrieve(session, incoming);
				const landing = this.#land(session, incoming, retrieved, again > 0);
				const landed = landing instanceof Promise ? await landing : landing;
				if (landed !== void 0) return landed;
			} catch (error) {
				if (error instanceof (require_command ??= require("./command.cjs")).Fault && OF_THE_NETWORK.has(error.code)) incoming.keep();
				else {
					incoming.abort();
					this.#tries.misled = incoming.held > 0;
				}
				throw error;
			}
			incoming.abort();
			said = true;
			if (again === MOST_AGAIN) throw new (require_command ??= (require("./command.cjs"))).Fault("changed", `it changed each of the ${again + 1} times that it was fetched`);
		}
	}
	/** Listings without seconds or zone, or by another clock than MDTM's, are no version that bytes could be held against. */
	get #isVersion() {
		return isExact(this.#version) && (this.#version !== this.#file || this.#place.clock.tellsChanges);
	}
	async #lookFirst(session) {
		const now = await this.#ask(session);
		if (now !== void 0) this.#want(now);
		return now !== void 0;
	}
	#begin() {
		const version = isLarge(this.#version) ? versionText(this.#version, this.#path) : void 0;
		const incoming = this.#place.sink.begin(version === void 0 ? this.#here : {
			...this.#here,
			version
		});
		if (incoming.held <= (this.#version.size ?? 0)) return incoming;
		incoming.abort();
		return this.#begin();
	}
	/** What is here of a version is gone on with only if that is the server's still. */
	async #unlessStale(session, incoming) {
		try {
			const now = await this.#ask(session);
			if (now !== void 0 && sameVersion(this.#version, now)) return incoming;
			incoming.abort();
			if (now !== void 0) this.#want(now);
			return this.#begin();
		} catch (error) {
			incoming.keep();
			throw error;
		}
	}
	/** Undefined when there is another version to be fetched. For a small file that came as it was listed there is nothing to wait for. */
	#land(session, incoming, retrieved, changing) {
		const { size } = retrieved;
		const small = this.#version === this.#file && size === this.#file.size && incoming.held === 0 && !changing && size < LARGE_bytes;
		const { settings, checksum } = this.#place;
		if (!small || settings.verify !== "size" || checksum !== "none") return this.#landLooking(session, incoming, retrieved, small ? "small" : "doubtful");
		const committing = this.#commit(incoming, this.#file.modified);
		const landed = {
			local: incoming.local,
			size
		};
		return committing === void 0 ? landed : committing.then(() => landed);
	}
	/** The same with all that there is to be looked at. */
	async #landLooking(session, incoming, { size, from }, as) {
		if (as === "doubtful") {
			if (!await this.#isOneVersion(session, size, incoming.held > 0)) return void 0;
		}
		const { settings, clock, checksum } = this.#place;
		const changed = isOther(clock.tellsChanges ? this.#version : {
			...this.#version,
			modified: this.#file.modified
		}, this.#file) ? {
			size,
			modified: this.#version.modified
		} : void 0;
		const verifying = verify({
			session,
			incoming,
			path: this.#path,
			size,
			by: settings.verify,
			checksum
		});
		const verified = verifying instanceof Promise ? await verifying : verifying;
		const { modified } = changed ?? this.#file;
		const committing = this.#commit(incoming, modified);
		if (committing !== void 0) await committing;
		const more = {
			...changed !== void 0 && { changed },
			...from > 0 && { resumed_from: incoming.held }
		};
		return {
			local: incoming.local,
			size,
			...more,
			...verified
		};
	}
	#commit(incoming, modified) {
		const { timezone } = this.#place.settings;
		return incoming.commit(modified === null ? null : (require_ftp ??= require("./ftp.cjs")).modifiedToMs(modified, timezone) ?? null);
	}
	/** A file all of whose bytes are here already needs no transfer. */
	#retrieve(session, incoming) {
		const { held } = incoming;
		if (held === 0) return session.retrieve(this.#retrieval(0, (offset, bytes) => incoming.write(offset, bytes)));
		return held === this.#version.size ? {
			size: held,
			from: held
		} : this.#goOn(session, incoming);
	}
	async #goOn(session, incoming) {
		const overlap = await Overlap.of(incoming);
		const take = (offset, bytes) => {
			const here = overlap.alreadyHere(offset, bytes);
			return here === bytes.length ? void 0 : incoming.write(offset + here, bytes.subarray(here));
		};
		return session.retrieve(this.#retrieval(overlap.from, take));
	}
	#retrieval(from, take) {
		const { size } = this.#version;
		return {
			path: this.#path,
			from,
			expected: size,
			most: mostBytes(size, this.#place.settings),
			chunk: (offset, bytes) => {
				this.#tries.heard = true;
				return take(offset, bytes);
			}
		};
	}
	/** Asks the server whether what came is a version of the file, and remembers which. Rejects with a `Fault` if nobody can say. */
	async #isOneVersion(session, came, resumed) {
		const before = this.#version;
		const after = await this.#ask(session);
		const verdict = judge({
			before,
			saidBy: before === this.#file ? "listing" : "server",
			came,
			resumed,
			after
		});
		if (verdict === "wrong") throw new (require_command ??= (require("./command.cjs"))).Fault("size_mismatch", `${came} bytes came, and it should be ${before.size}`);
		if (after !== void 0) this.#want(after);
		if (after !== void 0 && after.modified !== null) this.#place.clock.learn(this.#file, this.#version, verdict);
		return verdict === "taken";
	}
	/** What the server says of the file now; undefined where it does not say: then the transfer tells what is wrong. */
	async #ask(session) {
		try {
			const version = await session.version(this.#path);
			this.#tries.heard = true;
			return version;
		} catch (error) {
			if (error instanceof (require_command ??= require("./command.cjs")).Fault && session.usable) return void 0;
			throw error;
		}
	}
	/** Another version is wanted from now on, as far as the server says. */
	#want({ size, modified }) {
		mustFit(size, this.#place.settings);
		this.#version = {
			size: size ?? this.#version.size,
			modified: modified ?? this.#version.modified
		};
	}
};
/** Small files are fetched faster than asked for. */
function isLarge({ size }) {
	return size !== null && size >= LARGE_bytes;
}
/** After these the bytes that came are good, and those that did not come can be had later. */
const OF_THE_NETWORK = /* @__PURE__ */ new Set([...[
	"timeout",
	"cut_off",
	"connect_refused",
	"unreachable",
	"busy",
	"too_many_connections"
]]);
// src/stages/fetch/outcomes.ts
/** All that our own listing says of a file whose name is text. */
const LISTED = /* @__PURE__ */ new Set([...[
	"type",
	"run",
	"by",
	"server",
	"config",
	"path",
	"name",
	"size",
	"modified",
	"modified_from"
]]);
/**
* A record may be an earlier outcome that somebody made a `file` record again, to have it fetched once more: what that one found says nothing of
* this one.
*/
const OF_AN_OUTCOME = [...[
	"status",
	"local",
	"bytes",
	"ms",
	"changed",
	"resumed_from",
	"verified",
	"sha256"
], ...[
	"stage",
	"code",
	"message",
	"retry",
	"attempts"
]];
function asked(record) {
	if (!OF_AN_OUTCOME.some((field) => field in record)) return record;
	const fields = Object.entries(record).filter(([field]) => !OF_AN_OUTCOME.includes(field));
	return {
		...Object.fromEntries(fields),
		type: record.type
	};
}
/** The `download` record: all fields of the `file` record, and where the file is now. */
function download({ record }, { run, by }, landed, here) {
	const { status, started_ms, attempts } = here;
	const ms = Math.round(performance.now() - started_ms);
	if (isAsListed(record) && isPlain(landed)) {
		const { server, config, path, name, size, modified, modified_from } = record;
		return {
			type: "download",
			run,
			by,
			server,
			config,
			path,
			name,
			size,
			modified,
			modified_from,
			status,
			local: landed.local,
			bytes: landed.size,
			ms,
			attempts
		};
	}
	const { local, size, ...more } = landed;
	return {
		...asked(record),
		type: "download",
		run,
		by,
		status,
		local,
		bytes: size,
		ms,
		attempts,
		...more
	};
}
/** Whether a record has the fields that our own listing gives it, and no others. */
function isAsListed(record) {
	let fields = 0;
	for (const field in record) {
		if (!LISTED.has(field)) return false;
		fields++;
	}
	return fields === LISTED.size;
}
/** There is nothing to tell of the file but that it is here. */
function isPlain({ changed, resumed_from, verified, sha256 }) {
	return changed === void 0 && resumed_from === void 0 && verified === void 0 && sha256 === void 0;
}
/** The `failure` record: all fields of the `file` record, and why it is not here. */
function failure({ record }, { run, by }, fault, attempts) {
	const { code, message, retry } = fault;
	return {
		...asked(record),
		type: "failure",
		run,
		by,
		stage: "fetch",
		code,
		message,
		retry,
		attempts
	};
}
// src/stages/fetch/wantedFile.ts
/** Whether a record is a `file` record with what it takes to fetch it. Records may come from `jq` or from people. */
function isWanted(record) {
	const { type, server, path, name } = record;
	return type === "file" && typeof server === "string" && typeof path === "string" && typeof name === "string";
}
/** What else the record says; what is not of its kind is taken for unknown. */
function wantedFile(record) {
	const { server, config, path, name, size, modified, raw } = record;
	return {
		record,
		server,
		config: typeof config === "string" ? config : "",
		path,
		name,
		size: typeof size === "number" && Number.isSafeInteger(size) && size >= 0 ? size : null,
		modified: typeof modified === "string" ? modified : null,
		raw: typeof raw === "string" && raw !== "" ? raw : void 0
	};
}
/** The file as the sink needs to know it, of no version yet. Throws a `Fault` if its path has no bytes in the server's encoding. */
function sinkFile(file, { encoding, local_names }) {
	const { server, name, raw } = file;
	if (raw === void 0 && local_names === "decoded") return {
		server,
		name
	};
	const names = (require_ftp ??= require("./ftp.cjs")).namesIn(encoding);
	const parts = localParts(file, names, local_names === "bytes" ? (part) => part : (part) => readable(part, names));
	const rawName = Buffer.from(parts.join("/"), "latin1");
	const text = rawName.toString("utf8");
	const asText = {
		server,
		name: text
	};
	return rawName.equals(Buffer.from(text)) ? asText : {
		...asText,
		rawName
	};
}
/**
* The parts of a name here, one character a byte. A name is the end of its path; a part that a stage or somebody has changed counts
* as the text that it is.
*/
function localParts({ name, path, raw }, names, spell) {
	const texts = path.split("/");
	const wires = names.encode(path, raw).split("/");
	const parts = name.split("/");
	return parts.map((part, place) => {
		const fromEnd = place - parts.length;
		const wire = texts.at(fromEnd) === part ? wires.at(fromEnd) : void 0;
		return wire === void 0 ? utf8(part) : spell(wire);
	});
}
/** A part's text, or the part itself if its text does not stand for it. */
function readable(part, names) {
	const { text, exact } = names.decode(part);
	return exact ? utf8(text) : part;
}
function utf8(text) {
	return Buffer.from(text).toString("latin1");
}
// src/stages/fetch/spilledFile.ts
/** A file that waits on disk: its record. */
const spilledFile = {
	write: ({ record }) => JSON.stringify(record),
	read(text) {
		const record = (require_stream ??= require("./stream.cjs")).parseRecord(text);
		if (typeof record === "string" || !isWanted(record)) throw new (require_command ??= (require("./command.cjs"))).Fault("disk", "a record was put aside and is damaged");
		return wantedFile(record);
	}
};
Object.defineProperty(exports, "Desks", {
	enumerable: true,
	get: function() {
		return Desks;
	}
});
Object.defineProperty(exports, "Landing", {
	enumerable: true,
	get: function() {
		return Landing;
	}
});
Object.defineProperty(exports, "download", {
	enumerable: true,
	get: function() {
		return download;
	}
});
Object.defineProperty(exports, "failure", {
	enumerable: true,
	get: function() {
		return failure;
	}
});
Object.defineProperty(exports, "heldAlready", {
	enumerable: true,
	get: function() {
		return heldAlready;
	}
});
Object.defineProperty(exports, "isWanted", {
	enumerable: true,
	get: function() {
		return isWanted;
	}
});
Object.defineProperty(exports, "sinkFile", {
	enumerable: true,
	get: function() {
		return sinkFile;
	}
});
Object.defineProperty(exports, "spilledFile", {
	enumerable: true,
	get: function() {
		return spilledFile;
	}
});
Object.defineProperty(exports, "wantedFile", {
	enumerable: true,
	get: function() {
		return wantedFile;
	}
});
