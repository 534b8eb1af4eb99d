let require_command;
let require_stream;
let node_child_process;
let node_fs = require("node:fs");
let node_timers_promises;
// src/stages/exec/placeholders.ts
/** What may stand in an argument for a field of the file's `download` record. */
const PLACEHOLDER = /\{(local|server|name)\}/g;
/**
* Arguments with the file's values in them. Throws a `Fault` where the record does not have one, or where it is not the file's
* real name: a command is never run on another file.
*/
function filledArguments(args, record) {
	return args.map((arg) => arg.replace(PLACEHOLDER, (_, field) => fieldOf(record, field)));
}
/** Whether an argument has a place for a value that comes from a server. */
function hasPlaceholder(arg) {
	return arg.search(PLACEHOLDER) !== -1;
}
function fieldOf(record, field) {
	const value = (require_stream ??= require("./stream.cjs")).textOf(record, field);
	if (value === void 0) throw new (require_command ??= (require("./command.cjs"))).Fault("command", `its record has no \`${field}\``);
	if (value.includes("�")) throw new (require_command ??= (require("./command.cjs"))).Fault("command", `\`${field}\` has bytes that are no UTF-8: see \`encoding\` and \`local_names\``);
	return value;
}
// src/stages/exec/shownCommand.ts
/** A command as messages name it: `jq -c …`. No more than two words: a script is long, and later words may be secrets. */
function shownCommand(command) {
	const words = wordsOf(command);
	return [...words.slice(0, MOST_WORDS).map((word) => shownWord(word)), ...words.length > MOST_WORDS ? ["…"] : []].join(" ");
}
/** The program alone: what its own lines on stderr begin with. */
function shownProgram(command) {
	const [program = ""] = wordsOf(command);
	return shownWord(program.slice(program.lastIndexOf("/") + 1));
}
const MOST_WORDS = 2;
const LONGEST_WORD = 40;
function wordsOf(command) {
	return (typeof command === "string" ? command.replace(VARIABLES_BEFORE, "").trim().split(/\s+/) : command).map((word) => word.replace(/^([A-Za-z_]\w*=).+/s, "$1…"));
}
/** `TOKEN=… curl`: what a shell's line gives to its command alone is likely a secret. */
const VARIABLES_BEFORE = /^\s*(?:[A-Za-z_]\w*\+?=(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])*\s+)+/s;
function shownWord(word) {
	return (require_command ??= require("./command.cjs")).printable(word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word);
}
// src/stages/exec/commandUsage.ts
/** Looks at a command before anything runs. Throws a `UsageError`. */
function checkCommand(command) {
	if (typeof command === "string") return;
	const [program, ...args] = command;
	if (args.length === 0 && /\s/.test(program) && !program.includes("/")) throw new (require_command ??= (require("./command.cjs"))).UsageError(`exec: there is no program \`${shownCommand(program)}\`; leave the quotes out, or put \`sh -c\` before them`);
	if (program.includes("/") && !isExecutable(program)) throw new (require_command ??= (require("./command.cjs"))).UsageError(`exec: ${shownCommand([program])} is not there, or not executable`);
}
/** The command of `each`: names of files, which servers choose, must not get into what a shell reads. Throws a `UsageError`. */
function commandForEach(command) {
	if (typeof command === "string") throw new (require_command ??= (require("./command.cjs"))).UsageError("exec: with `each` the command is a list, since names of files must not reach a shell: command: [gzip, -k, \"{local}\"]");
	if (hasNameInScript(command)) throw new (require_command ??= (require("./command.cjs"))).UsageError("exec: a file's name inside a shell's script could run anything; hand it over as an argument: [sh, -c, 'gzip -k \"$1\"', sh, \"{local}\"]");
	return command;
}
/** `sh -c "gzip {local}"`, also behind `env` or `nice`. */
function hasNameInScript(words) {
	const shell = words.findIndex((word) => /(^|\/)(ba|da|z|k|mk|a|fi|c|tc)?sh$/.test(word));
	if (shell === -1) return false;
	const flag = words.findIndex((word, at) => at > shell && /^-\w*c\w*$/.test(word));
	return flag !== -1 && hasPlaceholder(scriptIn(words.slice(flag + 1)));
}
/** The first word that is no option: shells take more of them behind `-c`, `sh -c -e 'gzip …'`. */
function scriptIn(words) {
	const isOption = (word, at) => /^[-+]/.test(word) || /^[-+]\w*[oO]$/.test(words[at - 1] ?? "");
	return words.find((word, at) => !isOption(word, at)) ?? "";
}
function isExecutable(path) {
	try {
		(0, node_fs.accessSync)(path, node_fs.constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
// src/stages/exec/processGroup.ts
/** What a program may need to take away its half-written files after SIGTERM. */
const GRACE_MS = 2e3;
/** SIGKILL works at once, but on a busy machine the system takes its time. Past it somebody hangs in the kernel. */
const LAST_WAIT_MS = 1e3;
/**
* Ends a program and all that it has started, by the id of the group that it leads: SIGTERM, then SIGKILL for those that live on.
* `ended` tells that none of them has its streams open. The waits keep this process from its own end: it would leave behind who
* ignores SIGTERM. (Asking whether the group is there does not do: ended processes count until their new parent takes note.)
*/
async function endGroup(leader, ended) {
	signalGroup(leader, "SIGTERM");
	await atMost(GRACE_MS, ended);
	signalGroup(leader, "SIGKILL");
	await atMost(LAST_WAIT_MS, ended);
}
async function atMost(patience_ms, ended) {
	const timer = new AbortController();
	await Promise.race([ended, (0, (node_timers_promises ??= require("node:timers/promises")).setTimeout)(patience_ms, void 0, { signal: timer.signal }).catch(() => {})]);
	timer.abort();
}
function signalGroup(leader, signal) {
	try {
		process.kill(-leader, signal);
	} catch {}
}
// src/stages/exec/program.ts
/** Starts a program that inherits our environment. `stdin`: "ignore" is an empty one. */
function startProgram(command, stdin) {
	const [program, ...args] = typeof command === "string" ? [
		"sh",
		"-c",
		command
	] : command;
	try {
		return new RunningProgram((0, (node_child_process ??= require("node:child_process")).spawn)(program, args, {
			detached: true,
			stdio: [
				stdin,
				"pipe",
				"pipe"
			]
		}));
	} catch (error) {
		return unstarted(error);
	}
}
var RunningProgram = class {
	stdin;
	stdout;
	stderr;
	ended;
	#child;
	/** Nobody has its stdout and stderr open any more. */
	#closed;
	#state = "runs";
	#settle = () => {};
	constructor(child) {
		const { stdin = null, stdout = null, stderr = null } = child;
		this.stdin = stdin;
		this.stdout = stdout;
		this.stderr = stderr;
		this.#child = child;
		this.ended = new Promise((resolve) => {
			this.#settle = resolve;
		});
		this.#closed = endOf(child);
		this.#closed.then((end) => this.#over(end));
	}
	stop() {
		const { pid } = this.#child;
		if (this.#state !== "runs" || pid === void 0) return;
		this.#state = "is being stopped";
		this.stdin?.destroy();
		for (const output of [this.stdout, this.stderr]) output?.removeAllListeners("data").resume();
		endGroup(pid, this.#closed).then(() => this.#letGo());
	}
	#over(end) {
		if (this.#state !== "runs") return;
		this.#state = "is over";
		this.#settle(end);
	}
	/** Whoever left the group may hold the streams open for ever. */
	#letGo() {
		for (const output of [this.stdout, this.stderr]) output?.destroy();
		this.#child.unref();
		this.#settle({ how: "stopped" });
	}
};
function endOf(child) {
	return new Promise((resolve) => {
		child.on("error", (error) => resolve({
			how: "unstarted",
			why: whyUnstarted(error)
		}));
		child.on("close", (code, signal) => resolve(signal === null ? {
			how: "exited",
			code: code ?? 0
		} : {
			how: "killed",
			signal
		}));
	});
}
function unstarted(error) {
	return {
		stdin: null,
		stdout: null,
		stderr: null,
		ended: Promise.resolve({
			how: "unstarted",
			why: whyUnstarted(error)
		}),
		stop: () => {}
	};
}
function whyUnstarted(error) {
	const code = (require_command ??= require("./command.cjs")).errorCode(error);
	if (code === "ENOENT") return "there is no such program";
	if (code === "EACCES") return "it may not be run: is it executable?";
	return `it can't be started (${code || "for a reason unknown"})`;
}
// src/stages/exec/lineCutter.ts
/** Longer lines are cut: what people read, and what is held of one that does not end. */
const LONGEST_LINE = 500;
/** Lines from text that comes in parts, for people: blank ones are left out, and a carriage return ends a line (progress bars). */
var LineCutter = class {
	#rest = "";
	/** Characters of a line whose end has not come. */
	get held() {
		return this.#rest.length;
	}
	/** Takes the next part. Returns the lines that are over. */
	push(text) {
		const lines = (this.#rest + text).split(/[\r\n]+/);
		this.#rest = cut(lines.pop() ?? "");
		return lines.filter(isShown).map(cut);
	}
	/** No more will come. Returns what may still be a line. */
	end() {
		return [this.#rest].filter(isShown);
	}
};
function cut(line) {
	return line.slice(0, LONGEST_LINE);
}
function isShown(line) {
	return line.trim() !== "";
}
// src/stages/exec/programNotes.ts
/** Enough to see what is wrong. A program that complains of each record must not fill the terminal. */
const MOST_LINES = 100;
/** Hands on to people what programs say on stderr, the first lines of it. */
var ProgramNotes = class {
	#program;
	#note;
	#lines = 0;
	constructor(command, note) {
		this.#program = shownProgram(command);
		this.#note = note;
	}
	/** Listens to one program. Returns what gives the last line that it said, "" if none. */
	listen(stream) {
		let last = "";
		const cutter = new LineCutter();
		const tell = (lines) => {
			for (const line of lines) {
				last = (require_command ??= require("./command.cjs")).printable(line);
				this.#tell(last);
			}
		};
		stream?.setEncoding("utf8");
		stream?.on("data", (text) => tell(cutter.push(text)));
		stream?.on("end", () => tell(cutter.end()));
		return () => last;
	}
	#tell(line) {
		this.#lines++;
		if (this.#lines <= MOST_LINES) this.#note(`${this.#program}: ${line}`);
		else if (this.#lines === 101) this.#note(`${this.#program}: … (it says more, which is not shown)`);
	}
};
// src/stages/exec/trouble.ts
/** Characters of a program's last line in a message. */
const LONGEST_WORDS = 200;
/** Why a program's end is a failure, in a sentence for people; undefined if it is none. */
function troubleOf({ shown, end, harmless, lastWords }) {
	const happened = whatHappened(end, harmless);
	if (happened === void 0) return void 0;
	return `${shown}${happened}${lastWords === "" ? "" : `: ${lastWords.slice(0, LONGEST_WORDS)}`}`;
}
function whatHappened(end, harmless) {
	if (end.how === "exited") return end.code > harmless ? `: exit code ${end.code}` : void 0;
	if (end.how === "killed") return ` was killed by ${end.signal}`;
	return end.how === "unstarted" ? `: ${end.why}` : " was stopped";
}
// src/stages/exec/eachDownload.ts
/**
* The command once for each file that was fetched; its `download` record passes when the command has ended, and a `failure` behind it
* where that went wrong. All other records pass at once.
*/
function eachDownload({ command, procs, context }) {
	return (source) => (require_stream ??= require("./stream.cjs")).defer(() => {
		const stop = new AbortController();
		const signal = AbortSignal.any([context.signal, stop.signal]);
		const notes = new ProgramNotes(command, (message) => context.note(message));
		const runOn = async (record) => {
			const trouble = await troubleWith(record, {
				command,
				signal,
				notes
			});
			return trouble === void 0 ? [record] : [record, failure(record, trouble, context)];
		};
		return source.pipe((require_stream ??= require("./stream.cjs")).bypass(isFetched, (require_stream ??= require("./stream.cjs")).pipe((require_stream ??= require("./stream.cjs")).boundedMergeMap((record) => runOn(record), procs), (require_stream ??= require("./stream.cjs")).mergeMap((records) => records)), (record) => [record]), (require_stream ??= require("./stream.cjs")).finalize(() => stop.abort()));
	});
}
function isFetched(record) {
	return record.type === "download" && record["status"] === "fetched";
}
/** Runs the command on a file. Resolves with what went wrong, if anything did. */
async function troubleWith(record, { command, signal, notes }) {
	const shown = shownCommand(command);
	if (signal.aborted) return `${shown} was not run: the harvest was stopped`;
	try {
		const [file, ...args] = command;
		const program = startProgram([file, ...filledArguments(args, record)], "ignore");
		const lastWords = notes.listen(program.stderr);
		notes.listen(program.stdout);
		const forgetAbort = (require_stream ??= require("./stream.cjs")).onAbort(signal, () => program.stop());
		const end = await program.ended;
		forgetAbort();
		return troubleOf({
			shown,
			end,
			harmless: 0,
			lastWords: lastWords()
		});
	} catch (error) {
		if (!(error instanceof (require_command ??= require("./command.cjs")).Fault)) throw error;
		return `${shown} was not run: ${error.message}`;
	}
}
/** It has no `path`: that would make it the file's outcome, and the file is here. */
function failure(record, trouble, context) {
	const fields = [
		"server",
		"config",
		"name",
		"local"
	].map((field) => [field, (require_stream ??= require("./stream.cjs")).textOf(record, field)]);
	const where = Object.fromEntries(fields.filter(([, value]) => value !== void 0));
	const fault = new (require_command ??= (require("./command.cjs"))).Fault("command", `${(require_command ??= require("./command.cjs")).printable((require_stream ??= require("./stream.cjs")).textOf(record, "name") ?? "")}: ${trouble}`);
	return (require_command ??= require("./command.cjs")).faultRecord(fault, {
		run: record.run ?? context.run,
		by: context.by,
		stage: "exec",
		...where
	});
}
// src/stages/exec/affectedServers.ts
/** The servers whose records went into a program: when it fails, records of each of them may be lost. */
var AffectedServers = class {
	#context;
	#servers = /* @__PURE__ */ new Map();
	constructor(context) {
		this.#context = context;
	}
	get none() {
		return this.#servers.size === 0;
	}
	add(record) {
		const server = (require_stream ??= require("./stream.cjs")).textOf(record, "server");
		if (server === void 0) return;
		const { run, by } = {
			run: record.run ?? this.#context.run,
			by: this.#context.by
		};
		const key = `${run}\0${server}`;
		if (this.#servers.has(key)) return;
		const config = (require_stream ??= require("./stream.cjs")).textOf(record, "config");
		this.#servers.set(key, {
			run,
			by,
			server,
			...config !== void 0 && { config }
		});
	}
	/** A failure for each of them; one that names no server where there is none. */
	failures(message) {
		const { run, by } = this.#context;
		const affected = this.none ? [{
			run,
			by
		}] : [...this.#servers.values()];
		const fault = new (require_command ??= (require("./command.cjs"))).Fault("command", message);
		return affected.map((where) => (require_command ??= require("./command.cjs")).faultRecord(fault, {
			...where,
			stage: "exec"
		}));
	}
};
// src/stages/exec/programInput.ts
/**
* Records to a program's stdin. While that is full, the gate is held. What the program does not read, because it has ended or has
* closed its stdin as `head` does, is dropped.
*/
var ProgramInput = class {
	#stdin;
	#gate;
	#writer = new (require_stream ??= (require("./stream.cjs"))).NdjsonWriter((text) => this.#send(text));
	#turn;
	#holding = false;
	constructor(stdin, gate) {
		this.#stdin = stdin;
		this.#gate = gate;
		stdin?.on("drain", () => this.#letGo());
		stdin?.on("close", () => this.#letGo());
		stdin?.on("error", () => {});
	}
	write(record) {
		this.#writer.record(record);
		this.#turn ??= setImmediate(() => this.#endTurn());
	}
	end() {
		clearImmediate(this.#turn);
		this.#endTurn();
		this.#stdin?.end();
	}
	#endTurn() {
		this.#turn = void 0;
		this.#writer.end();
	}
	#send(text) {
		if (this.#stdin?.writable !== true || this.#stdin.write(text) || this.#holding) return;
		this.#holding = true;
		this.#gate.hold();
	}
	#letGo() {
		if (!this.#holding) return;
		this.#holding = false;
		this.#gate.letGo();
	}
};
// src/stages/exec/programOutput.ts
/**
* The records that a program writes, until it has ended; it waits at the stream's gate. Of lines that are no records `damaged` is told.
* `shown` is the program's name in that.
*/
function recordsOf(program, shown, damaged) {
	return new (require_stream ??= (require("./stream.cjs"))).Observable((subscriber) => {
		const gate = (require_stream ??= require("./stream.cjs")).currentGate();
		const damage = new (require_stream ??= (require("./stream.cjs"))).DamageNotes(`the output of ${shown}`, damaged);
		const reader = new (require_stream ??= (require("./stream.cjs"))).NdjsonReader({
			record: (record) => subscriber.next(record),
			damaged: (line, why) => damage.line(line, why)
		});
		const { stdout } = program;
		stdout?.on("data", (chunk) => {
			reader.push(chunk);
			const full = gate?.ready();
			if (full === void 0) return;
			stdout.pause();
			full.then(() => stdout.resume());
		});
		program.ended.then(({ how }) => {
			if (how !== "stopped") reader.end();
			damage.end();
			subscriber.complete();
		});
	});
}
// src/stages/exec/throughProgram.ts
/** Records that may wait in queues before the program. */
const PARKED_MAX = 1e3;
/** `grep` and its kin say with 1 that nothing matched, and nothing else; a script that died says why. */
function harmlessExitCode(lastWords) {
	return lastWords === "" ? 1 : 0;
}
/**
* One program for the whole stream: records of some types go through it, all others round it at once. While its stdin is full, or the
* stream's gate is shut, the source waits.
*/
function throughProgram({ command, types, context }) {
	return (source) => (require_stream ??= require("./stream.cjs")).defer(() => {
		const gate = new (require_stream ??= (require("./stream.cjs"))).Gate(PARKED_MAX, (require_stream ??= require("./stream.cjs")).currentGate());
		const program = startProgram(command, "pipe");
		const input = new ProgramInput(program.stdin, gate);
		const lastWords = new ProgramNotes(command, (message) => context.note(message)).listen(program.stderr);
		const affected = new AffectedServers(context);
		const owed = new AffectedServers(context);
		const shown = shownCommand(command);
		const forgetAbort = (require_stream ??= require("./stream.cjs")).onAbort(context.signal, () => program.stop());
		const goesRound = (record) => {
			if (!types.has(record.type)) return true;
			if (context.signal.aborted && record.type !== "file") return true;
			affected.add(record);
			if (record.type !== "file") owed.add(record);
			input.write(record);
			return false;
		};
		const failures = async () => {
			const end = await program.ended;
			if (end.how === "stopped" && owed.none) return [];
			const words = lastWords();
			const trouble = troubleOf({
				shown,
				end,
				harmless: harmlessExitCode(words),
				lastWords: words
			});
			if (trouble === void 0) return [];
			return end.how === "stopped" ? owed.failures(trouble) : affected.failures(trouble);
		};
		return (require_stream ??= require("./stream.cjs")).concat((require_stream ??= require("./stream.cjs")).merge(recordsOf(program, shown, (message) => context.damaged(message)), source.pipe((require_stream ??= require("./stream.cjs")).filter(goesRound), (require_stream ??= require("./stream.cjs")).tap({ complete: () => input.end() }), (require_stream ??= require("./stream.cjs")).gated(gate))), (require_stream ??= require("./stream.cjs")).defer(failures).pipe((require_stream ??= require("./stream.cjs")).mergeMap((records) => records))).pipe((require_stream ??= require("./stream.cjs")).finalize(() => {
			forgetAbort();
			program.stop();
			gate.close();
		}));
	});
}
Object.defineProperty(exports, "checkCommand", {
	enumerable: true,
	get: function() {
		return checkCommand;
	}
});
Object.defineProperty(exports, "commandForEach", {
	enumerable: true,
	get: function() {
		return commandForEach;
	}
});
Object.defineProperty(exports, "eachDownload", {
	enumerable: true,
	get: function() {
		return eachDownload;
	}
});
Object.defineProperty(exports, "throughProgram", {
	enumerable: true,
	get: function() {
		return throughProgram;
	}
});
