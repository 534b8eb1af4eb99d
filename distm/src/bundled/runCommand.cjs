let require_command;
let require_from;
let require_openPipeline;
let require_stream;
let require_pipelineRun;
let node_path = require("node:path");
let node_fs = require("node:fs");
// src/pipeline/pipelineShell.ts
/**
* The pipe of commands that is equal to a pipeline, as a bash script. Variables are replaced in it: what they hold can be read there, and
* in the list of processes when it runs.
*/
function pipelineShell({ name, shown, steps }) {
	return [
		"#!/usr/bin/env bash",
		`# ${(require_command ??= require("./command.cjs")).printable(name)}: what ${(require_command ??= require("./command.cjs")).printable(shown)} does, as a pipe of commands`,
		"set -o pipefail",
		pipe(steps),
		""
	].join("\n");
}
function pipe([first, ...others]) {
	if (first === void 0) throw new Error("a pipeline without steps");
	if (!(require_openPipeline ??= require("./openPipeline.cjs")).isStepOf((require_from ??= require("./from.cjs")).fromStage, first)) return [first, ...others].map(command).join(" | ");
	const [reader, ...more] = others.map(command);
	return [`${reader ?? "cat"} < ${quoted(first.values.file)}`, ...more].join(" | ");
}
function command(step) {
	const words = [];
	const operands = [];
	for (const [name, option] of Object.entries(step.stage.options)) {
		const written = step.given.get(name)?.written ?? neededDefault(step, name);
		if (written === void 0) continue;
		if (isOperand(step, name, written)) operands.push(...(require_openPipeline ??= require("./openPipeline.cjs")).itemsOf(written));
		else words.push(...flags(`--${(require_command ??= require("./command.cjs")).kebab(name)}`, option, written));
	}
	const dashes = operands.some((operand) => operand.startsWith("-")) ? ["--"] : [];
	return [
		...program(step),
		...words,
		...dashes,
		...operands
	].map(quoted).join(" ");
}
/** `ftp-servers` must be given a configuration. */
function neededDefault(step, name) {
	return (require_openPipeline ??= require("./openPipeline.cjs")).isStepOf((require_command ??= require("./command.cjs")).serversStage, step) && name === step.stage.main ? step.values.config : void 0;
}
function isOperand(step, name, written) {
	if (name !== step.stage.main || (require_openPipeline ??= require("./openPipeline.cjs")).isStepOf((require_command ??= require("./command.cjs")).reportStage, step)) return false;
	return !(typeof written === "string" && step.stage.options[name]?.kind.takesList === true);
}
/** `tee` is a command of every Unix; with `-i` Ctrl-C ends it when those before it have said their last words. */
function program({ stage, module }) {
	if (module !== void 0) return ["node", module];
	return Object.is(stage, (require_command ??= require("./command.cjs")).teeStage) ? ["tee", "-i"] : [`ftp-${stage.name}`];
}
function flags(flag, { kind }, written) {
	if (kind.placeholder === void 0) return kind.parse(written) === true ? [flag] : [];
	if (!(require_openPipeline ??= require("./openPipeline.cjs")).isList(written)) return (require_openPipeline ??= require("./openPipeline.cjs")).itemsOf(written).flatMap((item) => [flag, item]);
	return written.flatMap((item) => [flag, kind.asText?.(item) ?? item]);
}
function quoted(word) {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
// src/pipeline/trace.ts
/**
* The records behind each step, kept as NDJSON: `0-servers.ndjson`, `1-list.ndjson` and so on. They are for their user only.
*/
var Trace = class Trace {
	#folder;
	#context;
	/** Behind the source, behind the first step, and so on. */
	#edges = [];
	#refused = false;
	constructor(folder, context) {
		this.#folder = folder;
		this.#context = context;
	}
	/** Makes the folder and the files, in the place of those of the same names. Throws a `UsageError`. */
	static open(folder, steps, context) {
		const trace = new Trace(folder, context);
		try {
			(require_stream ??= require("./stream.cjs")).makeFolder(folder, 448);
			const makers = steps.filter((step) => !(require_openPipeline ??= require("./openPipeline.cjs")).isStepOf((require_command ??= require("./command.cjs")).reportStage, step));
			for (const [index, { stage }] of makers.entries()) trace.#add(`${index}-${fileName(stage.name)}`);
			return trace;
		} catch (error) {
			trace.close();
			throw new (require_command ??= (require("./command.cjs"))).UsageError(`--trace ${(require_command ??= require("./command.cjs")).printable(folder)}: ${reason(error)}`, { cause: error });
		}
	}
	/** Takes a record behind the step with this place, from 0; those of the source have -1. */
	see(place, record) {
		if (!this.#refused) this.#edges[place + 1]?.record(record);
	}
	/** The pipeline is over. */
	finish() {
		for (const edge of this.#edges) edge.finish();
	}
	/** Writes what is left. */
	close() {
		for (const edge of this.#edges.splice(0)) edge.close();
	}
	#add(name) {
		const path = (0, node_path.join)(this.#folder, `${name}.ndjson`);
		removeFile(path);
		const refused = (error) => this.#refuse(error);
		this.#edges.push(new (require_stream ??= (require("./stream.cjs"))).RecordCopy({
			path,
			mode: PRIVATE,
			process: this.#context,
			maker: name,
			refused
		}));
	}
	/** The run is worth more than its trace. */
	#refuse(error) {
		if (this.#refused) return;
		this.#refused = true;
		this.#context.note(`--trace ${(require_command ??= require("./command.cjs")).printable(this.#folder)}: ${reason(error)}; the records from here on are not kept`);
	}
};
const PRIVATE = 384;
function removeFile(path) {
	try {
		(0, node_fs.unlinkSync)(path);
	} catch (error) {
		if ((require_command ??= require("./command.cjs")).errorCode(error) !== "ENOENT") throw error;
	}
}
/** A stage of somebody's own may have any name. */
function fileName(stage) {
	return stage.replace(/[^\w.-]/g, "_");
}
function reason(error) {
	const code = (require_command ??= require("./command.cjs")).errorCode(error);
	return WORDS[code] ?? `it can't be written (${code || String(error)})`;
}
const WORDS = {
	EACCES: "there is no right to write there",
	EPERM: "there is no right to write there",
	EROFS: "the disk is read-only",
	ENOSPC: "no space is left on the disk",
	EDQUOT: "the disk quota is used up",
	EFBIG: "a file is larger than this disk, or ulimit -f, allows",
	EEXIST: "a file lies where the folder should be",
	ENOTDIR: "a file lies where a folder should be",
	EISDIR: "a folder lies where a file should be",
	ENAMETOOLONG: "the name is too long",
	EMFILE: "too many files are open"
};
// src/cli/runCommand.ts
const options = {
	...(require_openPipeline ??= require("./openPipeline.cjs")).pipelineOptions,
	printShell: {
		kind: (require_command ??= require("./command.cjs")).switchKind,
		default: false,
		help: "print the equal pipe of commands instead of running it"
	},
	trace: {
		kind: (require_command ??= require("./command.cjs")).path,
		help: "folder for the records of each step, as NDJSON"
	}
};
/** `ftp-harvest run pipeline.yaml [--set KEY=VALUE] [--print-shell] [--trace DIR]` */
const run = async (args, world) => {
	const line = (require_command ??= require("./command.cjs")).commandLine("ftp-harvest run", "Run a pipeline", [["ftp-harvest run pipelines/harvest.yaml --set servers=mine.yaml", "the pipeline on your servers"], ["ftp-harvest run pipeline.yaml --print-shell | bash", "the same as a pipe of commands"]]).argument("<pipeline.yaml>", "the pipeline; paths in it are relative to the working directory");
	const { values, operands } = (require_command ??= require("./command.cjs")).parse(line, options, args, world);
	let writesRecords = false;
	try {
		const pipeline = await (require_openPipeline ??= require("./openPipeline.cjs")).openPipeline(operands, values, world, (stages) => {
			writesRecords = !values.printShell && stages.length > 0 && !stages.some(isReport);
		});
		if (!values.printShell) return await runOrTrace(pipeline, values.trace, world);
		world.stdout.write(pipelineShell(pipeline));
		return 0;
	} catch (error) {
		if (error instanceof (require_command ??= require("./command.cjs")).UsageError && writesRecords) await (require_command ??= require("./command.cjs")).sayRefused("harvest", world);
		throw error;
	}
};
function isReport({ name }) {
	return name === (require_command ??= require("./command.cjs")).reportStage.name;
}
function runOrTrace(pipeline, folder, world) {
	return folder === void 0 ? (require_pipelineRun ??= require("./pipelineRun.cjs")).runPipeline((require_openPipeline ??= require("./openPipeline.cjs")).runOf(pipeline), world) : runTraced(pipeline, folder, world);
}
async function runTraced(pipeline, folder, world) {
	const run = (require_openPipeline ??= require("./openPipeline.cjs")).runOf(pipeline);
	let trace;
	const prepare = (context) => {
		const prepared = run.prepare(context);
		trace = Trace.open(folder, pipeline.steps, context);
		return prepared;
	};
	try {
		const code = await (require_pipelineRun ??= require("./pipelineRun.cjs")).runPipeline({
			...run,
			prepare,
			watch: (place, record) => trace?.see(place, record)
		}, world);
		trace?.finish();
		return code;
	} finally {
		trace?.close();
	}
}
exports.run = run;
