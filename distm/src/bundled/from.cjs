let require_command;
let require_stream;
let require_recordInput;
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_net;
// src/stages/tee/mustBeWritable.ts
/** Found out before anything has started. Throws a `UsageError`. */
function mustBeWritable(file) {
	try {
		const stats = (0, node_fs.statSync)(file, { throwIfNoEntry: false });
		if (stats?.isDirectory() === true) throw new (require_command ??= (require("./command.cjs"))).UsageError(`${(require_command ??= require("./command.cjs")).printable(file)}: it is a folder; name a file`);
		(0, node_fs.accessSync)(stats === void 0 ? `${(0, node_path.dirname)(file)}/` : file, node_fs.constants.W_OK);
	} catch (error) {
		if (error instanceof (require_command ??= require("./command.cjs")).UsageError) throw error;
		throw new (require_command ??= (require("./command.cjs"))).UsageError(`${(require_command ??= require("./command.cjs")).printable(file)}: ${WORDS$1[(require_command ??= require("./command.cjs")).errorCode(error)] ?? String(error)}`, { cause: error });
	}
}
const WORDS$1 = {
	ENOENT: "there is no such folder; make it first",
	ENOTDIR: "a file lies where its folder should be",
	EACCES: "there is no right to write here",
	EPERM: "there is no right to write here",
	EROFS: "the disk is read-only"
};
// src/pipeline/from.ts
/** Begins a pipeline with saved records, as `ftp-fetch < listed.ndjson` does. */
const fromStage = (require_command ??= require("./command.cjs")).defineStage({
	name: "from",
	summary: "Replay saved records",
	scope: "run",
	main: "file",
	place: "first",
	options: { file: {
		kind: (require_command ??= require("./command.cjs")).path,
		required: true,
		help: "NDJSON that was saved with `tee` or `>`"
	} },
	examples: [["- from: listed.ndjson", "the records of a listing that was kept"]],
	operator({ file }, context) {
		mustBeReadable(file);
		return (source) => (require_stream ??= require("./stream.cjs")).concat(source, (require_stream ??= require("./stream.cjs")).defer(() => replay(file, context)));
	}
});
/** Found out before anything has started. */
function mustBeReadable(file) {
	try {
		(0, node_fs.accessSync)(file, node_fs.constants.R_OK);
		if (!(0, node_fs.statSync)(file).isDirectory()) return;
	} catch (error) {
		throw new (require_command ??= (require("./command.cjs"))).UsageError(`${(require_command ??= require("./command.cjs")).printable(file)}: ${WORDS[(require_command ??= require("./command.cjs")).errorCode(error)] ?? String(error)}`, { cause: error });
	}
	throw new (require_command ??= (require("./command.cjs"))).UsageError(`${(require_command ??= require("./command.cjs")).printable(file)}: it is a folder, not a file of records`);
}
const WORDS = {
	ENOENT: "there is no such file",
	ENOTDIR: "there is no such file",
	EACCES: "there is no right to read it"
};
function replay(file, context) {
	if (context.signal.aborted) return (require_stream ??= require("./stream.cjs")).EMPTY;
	const shown = (require_command ??= require("./command.cjs")).printable(file);
	return (require_recordInput ??= require("./recordInput.cjs")).watchedInput({
		input: (require_recordInput ??= require("./recordInput.cjs")).recordInput(bytesOf(file), new (require_stream ??= (require("./stream.cjs"))).DamageNotes(shown, (message) => context.note(message))),
		stateFolder: context.stateFolder,
		stop: context.signal,
		onSource: () => {},
		onEndings: (endings) => tellEndings(endings, shown, context)
	}).pipe((require_stream ??= require("./stream.cjs")).tap((record) => {
		const end = (require_stream ??= require("./stream.cjs")).endRecord(record);
		if (end !== void 0) context.ending(end);
	}), (require_stream ??= require("./stream.cjs")).filter((record) => record.type !== "end"));
}
/** A pipe is read as stdin is: as a file it would hold a thread of Node's, which nothing wakes, and the process at its end. */
function bytesOf(file) {
	if (!(0, node_fs.statSync)(file).isFIFO()) return (0, node_fs.createReadStream)(file);
	const fd = (0, node_fs.openSync)(file, node_fs.constants.O_RDONLY | node_fs.constants.O_NONBLOCK);
	return new (node_net ??= (require("node:net"))).Socket({
		fd,
		readable: true,
		writable: false
	});
}
function tellEndings(endings, shown, context) {
	for (const source of endings.sources) context.ending(source);
	if (endings.empty) context.damaged(`${shown}: it is empty`);
	else if (endings.cut) context.damaged(`${shown}: its end is missing or it is damaged; not all that was saved is in it`);
	else for (const message of (require_recordInput ??= require("./recordInput.cjs")).endingNotes(endings)) context.note(message);
}
Object.defineProperty(exports, "fromStage", {
	enumerable: true,
	get: function() {
		return fromStage;
	}
});
Object.defineProperty(exports, "mustBeWritable", {
	enumerable: true,
	get: function() {
		return mustBeWritable;
	}
});
