let require_stream;
let require_pipelineRecords;
let require_progress;
let require_displayWidth;
let require_printResult;
let require_recordOutput;
let require_resultCollector;
let require_command;
let require_ftp;
let node_path = require("node:path");
// src/cli/pipelineRun.ts
/** Runs a pipeline from its source to its report, or its records to stdout. Returns the exit code. */
async function runPipeline(run, world) {
	const itsRun = (require_displayWidth ??= require("./displayWidth.cjs")).newRunId();
	const learnt = {
		endings: [],
		damaged: false,
		enough: false
	};
	const output = new (require_recordOutput ??= (require("./recordOutput.cjs"))).RecordOutput(world.stdout);
	const context = (require_ftp ??= require("./ftp.cjs")).openContext({
		by: (require_displayWidth ??= require("./displayWidth.cjs")).newBy("harvest"),
		run: () => itsRun,
		signal: run.report === void 0 ? AbortSignal.any([world.signals.signal, output.closed]) : world.signals.signal,
		config: void 0,
		jobs: run.jobs,
		onDamage: () => {
			learnt.damaged = true;
		},
		onEnding: (ending) => learnt.endings.push(ending),
		world
	});
	try {
		const prepared = run.prepare(context);
		const onEnough = () => {
			learnt.enough = true;
		};
		const request = {
			...prepared,
			context,
			backend: (require_pipelineRecords ??= require("./pipelineRecords.cjs")).inlineBackend,
			watch: run.watch,
			onEnough
		};
		const started = {
			...prepared,
			records: (require_pipelineRecords ??= require("./pipelineRecords.cjs")).pipelineRecords(request),
			context,
			learnt,
			world,
			output
		};
		const code = run.report === void 0 ? await toStdout(started) : await toReport(started, run.report);
		return (require_stream ??= require("./stream.cjs")).foldCodes(world.signals.code(), code, learnt.damaged ? 3 : 0);
	} finally {
		context.pools.close();
		await (require_printResult ??= require("./printResult.cjs")).pruneJournals({
			stateFolder: world.stateFolder,
			keep: /* @__PURE__ */ new Set([itsRun])
		});
	}
}
/** The records as a stage of a pipe writes them. */
async function toStdout(started) {
	const { records, context, learnt, world, output } = started;
	const { run, by, note } = context;
	return (require_stream ??= require("./stream.cjs")).runStage({
		stage: "harvest",
		by,
		operator: () => records,
		input: void 0,
		output,
		stateFolder: world.stateFolder,
		openJournal: () => journalOf(started),
		run: () => run,
		signal: world.signals.signal,
		signalCode: () => world.signals.code(),
		extraCode: () => (require_stream ??= require("./stream.cjs")).foldCodes(learnt.damaged ? 3 : 0, ...learnt.endings.map(codeOf)),
		hadEnough: () => learnt.enough,
		allowEmpty: true,
		note,
		watch: (record) => (require_stream ??= require("./stream.cjs")).detail(record, world)
	});
}
function codeOf(ending) {
	return ending.type === "end" ? ending.code : 0;
}
/** The records into the result set, which is printed. A bug takes none of what came before it: it is thrown when that is told. */
async function toReport(started, { format, withUnchanged }) {
	const { records, context, learnt, world } = started;
	const { run, by, note } = context;
	const journal = journalOf(started);
	const collector = new (require_resultCollector ??= (require("./resultCollector.cjs"))).ResultCollector({
		withUnchanged,
		note
	});
	const progress = world.terminal.isTerminal ? new (require_progress ??= (require("./progress.cjs"))).Progress(world.terminal) : void 0;
	const see = (record) => {
		journal.control(record);
		progress?.see(record);
		(require_stream ??= require("./stream.cjs")).detail(record, world);
		collector.add(record);
	};
	try {
		const seen = records.pipe(endedByBug(learnt), (require_stream ??= require("./stream.cjs")).tap(see), (require_stream ??= require("./stream.cjs")).gated(new (require_stream ??= (require("./stream.cjs"))).Gate((require_stream ??= require("./stream.cjs")).PARKED_MAX)));
		await (require_stream ??= require("./stream.cjs")).lastValueFrom(seen, { defaultValue: void 0 });
		for (const ending of [...learnt.endings, ...itsSource(started)]) collector.add(ending);
		const result = await collector.finish();
		const code = (require_stream ??= require("./stream.cjs")).foldCodes(world.signals.code(), result.code, learnt.damaged ? 3 : 0);
		if (learnt.bug === void 0) journal.end({
			type: "end",
			run,
			by,
			stage: "harvest",
			code,
			counts: {},
			inputs: []
		});
		progress?.close();
		const printed = await (require_printResult ??= require("./printResult.cjs")).printAndClose(result, format, world);
		if (learnt.bug !== void 0) throw learnt.bug.error;
		return (require_stream ??= require("./stream.cjs")).foldCodes(code, printed);
	} finally {
		progress?.close();
		collector.close();
		journal.close();
	}
}
function endedByBug(learnt) {
	return (require_stream ??= require("./stream.cjs")).catchError((error) => {
		learnt.bug = { error };
		return (require_stream ??= require("./stream.cjs")).EMPTY;
	});
}
/** The listing that this process was; none where its records were saved before, unless they were not read to their end. */
function itsSource({ context, learnt, selected, steps }) {
	if (selected.length === 0 && learnt.bug === void 0) return [];
	const { run, by } = context;
	const how = howEnded(learnt);
	const to = folderOf(steps);
	const source = {
		type: "source",
		run,
		by,
		stage: "list",
		how,
		selection: (require_command ??= require("./command.cjs")).selectionOf(selected)
	};
	return [to === void 0 ? source : {
		...source,
		to
	}];
}
function howEnded({ bug, enough }) {
	if (bug !== void 0) return "cut";
	return enough ? "closed" : "ended";
}
function journalOf({ context, selected, steps, world }) {
	const { run, by, note } = context;
	const selection = selected.length === 0 ? void 0 : (require_command ??= require("./command.cjs")).selectionOf(selected);
	const { stateFolder } = world;
	return (require_progress ??= require("./progress.cjs")).openJournal({
		stateFolder,
		run,
		by,
		stage: "harvest",
		selection,
		to: folderOf(steps),
		note
	});
}
/** The folder that fetch was given. */
function folderOf(steps) {
	const to = steps.find(({ stage }) => stage.name === "fetch")?.values["to"];
	return typeof to === "string" ? (0, node_path.resolve)(to) : void 0;
}
exports.runPipeline = runPipeline;
