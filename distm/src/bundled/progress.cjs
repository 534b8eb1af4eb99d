let require_command;
let require_displayWidth;
let require_stream;
let require_recordInput;
let node_events = require("node:events");
let node_path = require("node:path");
let node_fs = require("node:fs");
// src/cli/offlineContext.ts
/** What stages work with that ask for no server: neither configurations nor FTP are loaded for them. */
function offlineContext(request) {
	const { by, run, signal, onDamage = () => {}, onEnding = () => {}, world } = request;
	(0, node_events.setMaxListeners)(0, signal);
	return {
		get run() {
			return run();
		},
		by,
		signal,
		get pools() {
			return isOffline();
		},
		settings: isOffline,
		select: isOffline,
		stateFolder: world.stateFolder,
		ending: onEnding,
		damaged(message) {
			onDamage();
			world.terminal.note(message);
		},
		note: (message) => world.terminal.note(message)
	};
}
function isOffline() {
	throw new Error("a stage that is said to be offline asks for a server");
}
// src/pipeline/journal.ts
/** About 250,000 failed files. Records of servers are written beyond it: they are few. */
const MAX_BYTES = 67108864;
/** A write of this size costs little more than one of a line. */
const BATCH_CHARACTERS = 65536;
/** Creates the journal `<stateFolder>/runs/<run>/<by>.ndjson` (0600, in folders 0700). */
function openJournal(options) {
	return new FileJournal(options);
}
var FileJournal = class {
	#options;
	#paths = [];
	#fd;
	#batch = "";
	#bytes = 0;
	#truncated = false;
	constructor(options) {
		this.#options = options;
		const { run, by, stage, selection, to } = options;
		this.#try(() => {
			const path = (require_displayWidth ??= require("./displayWidth.cjs")).journalPath(options.stateFolder, run, by);
			if (path === void 0) throw new Error(`"${run}" or "${by}" can't be a file's name`);
			this.#fd = create(path);
			this.#paths.push(path);
		});
		this.#add({
			type: "journal",
			run,
			by,
			stage,
			...(require_stream ??= require("./stream.cjs")).thisProcess(),
			selection,
			to
		});
		this.flush();
	}
	from(by, run = this.#options.run) {
		if (!(require_displayWidth ??= require("./displayWidth.cjs")).isFileName(by) || !(require_displayWidth ??= require("./displayWidth.cjs")).isFileName(run)) return;
		if (run !== this.#options.run) this.#linkInto(run);
		this.#add({
			type: "from",
			run,
			by
		});
		this.flush();
	}
	control(record) {
		if (!(require_command ??= require("./command.cjs")).isControl(record) || record.type === "end" || record.by !== this.#options.by) return;
		if (typeof record["path"] === "string" && this.#full()) return;
		this.#add(record);
	}
	closed() {
		this.#add({ type: "closed" });
		this.flush();
	}
	end(record) {
		this.#add({ ...record });
		this.flush();
	}
	flush() {
		const fd = this.#fd;
		const batch = this.#batch;
		this.#batch = "";
		if (fd === void 0 || batch === "") return;
		this.#try(() => (0, node_fs.writeFileSync)(fd, batch));
	}
	close() {
		this.flush();
		const fd = this.#fd;
		this.#fd = void 0;
		if (fd !== void 0) this.#try(() => (0, node_fs.closeSync)(fd));
	}
	#add(line) {
		if (this.#fd === void 0) return;
		const { type, ...rest } = line;
		const text = `${JSON.stringify({
			type,
			...rest
		})}\n`;
		this.#bytes += Buffer.byteLength(text);
		this.#batch += text;
		if (this.#batch.length >= BATCH_CHARACTERS) this.flush();
	}
	#full() {
		if (!this.#truncated && this.#bytes >= (this.#options.maxBytes ?? MAX_BYTES)) {
			this.#truncated = true;
			this.#add({ type: "truncated" });
		}
		return this.#truncated;
	}
	/** Records of a run are looked up in that run's folder, so a stage that takes in several runs has its journal in each. */
	#linkInto(run) {
		const [path] = this.#paths;
		const link = (require_displayWidth ??= require("./displayWidth.cjs")).journalPath(this.#options.stateFolder, run, this.#options.by);
		if (this.#fd === void 0 || path === void 0 || link === void 0 || this.#paths.includes(link)) return;
		try {
			(require_stream ??= require("./stream.cjs")).makeFolder((0, node_path.dirname)(link), 448);
			(0, node_fs.linkSync)(path, link);
			this.#paths.push(link);
		} catch {}
	}
	#try(work) {
		try {
			work();
		} catch (error) {
			const reason = (require_command ??= require("./command.cjs")).printable(error instanceof Error ? error.message : String(error));
			this.#options.note(`no journal: ${reason}; behind a filter such as grep, failures may go unseen`);
			this.#giveUp();
		}
	}
	/** A journal that stops in the middle would look like a process that was killed: no journal is better. */
	#giveUp() {
		const fd = this.#fd;
		this.#fd = void 0;
		try {
			for (const path of this.#paths) (0, node_fs.rmSync)(path, { force: true });
			if (fd !== void 0) (0, node_fs.closeSync)(fd);
		} catch {}
	}
};
function create(path) {
	try {
		return createOnce(path);
	} catch (error) {
		if ((require_command ??= require("./command.cjs")).errorCode(error) === "ENOENT") return createOnce(path);
		throw error;
	}
}
function createOnce(path) {
	(require_stream ??= require("./stream.cjs")).makeFolder((0, node_path.dirname)(path), 448);
	return (0, node_fs.openSync)(path, "ax", 384);
}
// src/cli/progress.ts
/** Five times a second looks alive and costs nothing. */
const REDRAW_MS = 200;
/** Draws what a harvest has come to, from the records that pass. The work itself knows nothing of it. */
var Progress = class {
	#terminal;
	#servers = /* @__PURE__ */ new Set();
	#timer;
	#files = 0;
	#bytes = 0;
	#failures = 0;
	#done = 0;
	#listed = 0;
	#last = "";
	constructor(terminal) {
		this.#terminal = terminal;
		this.#timer = setInterval(() => this.#draw(), REDRAW_MS);
		this.#timer.unref();
	}
	see(record) {
		const server = record["server"];
		if (record.type === "server" && typeof server === "string") this.#servers.add(server);
		else if (record.type === "file") this.#listed++;
		else if (record.type === "failure") this.#failures++;
		else if (record.type === "harvested") this.#done++;
		else if (record.type === "download") {
			this.#files++;
			this.#bytes += Number(record["bytes"]) || 0;
			this.#last = `${server}/${record["name"]}`;
		}
	}
	close() {
		clearInterval(this.#timer);
		this.#terminal.status("");
	}
	#draw() {
		const files = this.#files > 0 || this.#listed === 0 ? `${(require_stream ??= require("./stream.cjs")).counted(this.#files, "file")}, ${(require_recordInput ??= require("./recordInput.cjs")).humanBytes(this.#bytes)}` : `${(require_stream ??= require("./stream.cjs")).counted(this.#listed, "file")} listed`;
		const failures = this.#failures > 0 ? `, ${(require_stream ??= require("./stream.cjs")).counted(this.#failures, "failure")}` : "";
		const servers = `${this.#done} of ${(require_stream ??= require("./stream.cjs")).counted(Math.max(this.#servers.size, this.#done), "server")} done`;
		this.#terminal.status(`${servers}, ${files}${failures}  ${this.#last}`);
	}
};
Object.defineProperty(exports, "Progress", {
	enumerable: true,
	get: function() {
		return Progress;
	}
});
Object.defineProperty(exports, "offlineContext", {
	enumerable: true,
	get: function() {
		return offlineContext;
	}
});
Object.defineProperty(exports, "openJournal", {
	enumerable: true,
	get: function() {
		return openJournal;
	}
});
