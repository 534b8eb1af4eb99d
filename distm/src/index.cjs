Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
let require_command;
let require_stream;
let require_ftp;
let require_displayWidth;
let require_pipelineRecords;
let require_resultCollector;
let require_from;
let node_events = require("node:events");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_url = require("node:url");
let rxjs = require("rxjs");
let node_async_hooks = require("node:async_hooks");
let node_timers_promises;
// src/cli/asCommand.ts
/**
* Makes a stage's module its command, too: when the module is what Node.js was started with, reads records from stdin and writes to
* stdout as all commands do; when it is imported, does nothing.
*
* @param moduleUrl the module's `import.meta.url`
*/
async function asCommand(stage, moduleUrl) {
	if (!isMain(moduleUrl)) return;
	const [{ runMain }, { stepCommand }] = await Promise.all([Promise.resolve().then(() => require("./bundled/command.cjs")).then((n) => n.main_exports), Promise.resolve().then(() => require("./bundled/command.cjs")).then((n) => n.stepCommand_exports)]);
	await runMain(`ftp-${stage.name}`, async () => ({ run: stepCommand(stage, "others") }));
}
/** npm's commands are links onto the modules. */
function isMain(moduleUrl) {
	const [, script] = process.argv;
	try {
		return script !== void 0 && (0, node_fs.realpathSync)(script) === (0, node_fs.realpathSync)((0, node_url.fileURLToPath)(moduleUrl));
	} catch {
		return false;
	}
}
// src/embed/boundedMergeMap.ts
/**
* RxJS's `mergeMap(project, concurrency)` for a stream of any length: what waits for its turn is parked at a gate, so that the source
* waits too. Not by RxJS's own count: when a long wait is over it begins what has gathered one within the other, and a thousand
* items whose work is over at once are more than the stack takes; some are lost without an error.
*/
function boundedMergeMap(project, concurrency) {
	const merge = (require_stream ??= require("./bundled/stream.cjs")).boundedMergeMap(project, concurrency);
	return (source) => new rxjs.Observable((subscriber) => merge(source).subscribe(subscriber));
}
// src/embed/reportBelow.ts
const NO_REPORT = {
	tell: () => {},
	tellAtEnd: () => () => {}
};
/**
* Tells the report what a stage says, and how it ended: `closed` where whoever read its records wanted no more. Records are typed as
* those of ours from here on.
*/
function toldTo(report, { run, by }, facts) {
	return (records) => (0, rxjs.defer)(() => {
		let over = false;
		const callOff = report.tellAtEnd(() => ({
			type: "source",
			run,
			by,
			...facts,
			how: over ? "ended" : "closed"
		}));
		const told = (0, rxjs.tap)({
			next(record) {
				if (record.by === by && (require_command ??= require("./bundled/command.cjs")).isControl(record)) report.tell(record);
			},
			complete() {
				over = true;
				if (facts.selection === void 0 && facts.to === void 0) callOff();
			}
		});
		return records.pipe(told);
	});
}
// src/embed/surroundings.ts
/**
* What all operators of one harvest share: its run, its configurations, one pool of sessions a server, its watermark. Closed when the
* last of them is over.
*/
var Surroundings = class {
	run = (require_displayWidth ??= require("./bundled/displayWidth.cjs")).newRunId();
	#options;
	#env;
	#configs;
	#pools = new (require_ftp ??= (require("./bundled/ftp.cjs"))).Pools();
	#stop = new AbortController();
	#signal;
	#gate;
	#members = 0;
	#jobs;
	constructor(options) {
		this.#options = options;
		this.#env = options.env ?? process.env;
		this.#configs = (require_ftp ??= require("./bundled/ftp.cjs")).openConfigs({ env: this.#env });
		const { signal } = options;
		this.#signal = signal === void 0 ? this.#stop.signal : AbortSignal.any([signal, this.#stop.signal]);
		(0, node_events.setMaxListeners)(0, this.#signal);
		this.#signal.addEventListener("abort", () => this.#pools.close(), { once: true });
	}
	get closed() {
		return this.#stop.signal.aborted;
	}
	/** Where the harvest's sources wait. `outer` is the gate that the harvest itself stands behind, known when it is subscribed to. */
	gateWithin(outer) {
		this.#gate = new (require_stream ??= (require("./bundled/stream.cjs"))).Gate((require_stream ??= require("./bundled/stream.cjs")).PARKED_MAX, outer);
		return this.#gate;
	}
	/** One more works here. Returns how it leaves; the last one closes everything. */
	enter() {
		this.#members++;
		let here = true;
		return () => {
			if (!here) return;
			here = false;
			this.#members--;
			if (this.#members === 0) this.close();
		};
	}
	/**
	* Connections to one server, for listing and fetching alike: they share its sessions. The first word counts, which is that of the
	* last stage, since streams are subscribed to from their end.
	*/
	prefer(jobs) {
		if (typeof jobs === "number") this.#jobs ??= jobs;
	}
	/** What a stage is given to work with. */
	context(stage, report) {
		const { onNote } = this.#options;
		const stamp = {
			run: this.run,
			by: (require_displayWidth ??= require("./bundled/displayWidth.cjs")).newBy(stage)
		};
		return {
			...stamp,
			signal: this.#signal,
			pools: this.#pools,
			stateFolder: (require_displayWidth ??= require("./bundled/displayWidth.cjs")).stateFolder(this.#env, (require_command ??= require("./bundled/command.cjs")).home(this.#env)),
			settings: (config, server, overrides = {}) => {
				if (config === "") throw new (require_command ??= (require("./bundled/command.cjs"))).Fault("config", "its record names no `config`");
				return this.#configs.settings(config, server, {
					...overrides,
					jobs: overrides.jobs ?? this.#jobs
				});
			},
			select: (config, selection) => this.#configs.select(config, selection, { jobs: this.#jobs }),
			ending: (record) => report.tell(record),
			damaged: (message) => {
				(onNote ?? warn)(message);
				report.tell({
					type: "end",
					...stamp,
					stage,
					code: 3,
					counts: {},
					inputs: []
				});
			},
			note: (message) => onNote?.(message)
		};
	}
	/** Ends all work. What was still parked waits for nobody: the gate must not stay shut for those who stand behind it. */
	close() {
		this.#stop.abort();
		this.#gate?.close();
	}
};
/** Nobody listens, but it must not be lost. */
function warn(message) {
	process.emitWarning(message, "FtpHarvestWarning");
}
// src/embed/enclosed.ts
/** Found through the subscription, as the gate is: operators need not be told of each other. */
const here = new node_async_hooks.AsyncLocalStorage();
/**
* Work within the harvest that its subscriber is in; the outermost begins one. Streams that are subscribed to within (by `mergeMap`,
* `concatWith`, `retry` …) belong to it as well, and when the last of them is over it is closed. So each subscription from outside is a harvest
* of its own. Where the call of a foreign emitter begins them, `boundedMergeMap` still knows where it stands; RxJS's own operators do not.
*/
function enclosed(work) {
	return (0, rxjs.defer)(() => {
		const found = openPlace();
		return found === void 0 ? begun(new Surroundings({}), work) : subscribeAt(found, work);
	});
}
/** Begins a harvest of its own for what stands above, with these surroundings: everything of one chain, when it is its last operator. */
function withSurroundings(options) {
	return (source) => (0, rxjs.defer)(() => begun(new Surroundings(options), () => source));
}
/** Work within a harvest that begins with it. */
function begun(surroundings, work) {
	return (0, rxjs.defer)(() => {
		const outer = openPlace();
		const report = outer?.report ?? NO_REPORT;
		const gate = surroundings.gateWithin((require_stream ??= require("./bundled/stream.cjs")).currentGate());
		return subscribeAt({
			surroundings,
			report,
			outer,
			isOver: () => surroundings.closed
		}, (place) => work(place).pipe((require_stream ??= require("./bundled/stream.cjs")).gated(gate)));
	});
}
/** Lets a report hear what is said above it. */
function above(report, outer, source) {
	return new rxjs.Observable((subscriber) => {
		const isOver = () => subscriber.closed || outer.isOver();
		return here.run({
			...outer,
			report,
			outer,
			isOver
		}, () => source.subscribe(subscriber));
	});
}
/** What a stage is given to work with. */
function contextAt({ surroundings, report }, stage) {
	return surroundings.context(stage, report);
}
/** Who hears that a place is over is still called from within it: what begins then begins in the place around it. */
function openPlace() {
	let place = here.getStore();
	while (place?.isOver() === true) place = place.outer;
	return place;
}
function subscribeAt(place, work) {
	return new rxjs.Observable((subscriber) => {
		const leave = place.surroundings.enter();
		let upstream;
		const end = () => {
			upstream?.unsubscribe();
			leave();
		};
		upstream = here.run(place, () => (0, rxjs.defer)(() => work(place)).pipe((require_stream ??= require("./bundled/stream.cjs")).untilClosed(subscriber)).subscribe({
			next: (value) => subscriber.next(value),
			error(error) {
				end();
				subscriber.error(error);
			},
			complete() {
				end();
				subscriber.complete();
			}
		}));
		return end;
	});
}
// src/embed/fromBatches.ts
/**
* A stream from an async generator of batches that waits at the stream's gate. On unsubscribe the signal given to `make` is
* aborted and the generator ended.
*/
function fromBatches(make) {
	const batches = (require_stream ??= require("./bundled/stream.cjs")).fromBatches(make);
	return new rxjs.Observable((subscriber) => batches.subscribe(subscriber));
}
// src/embed/servers.ts
/** Which servers take part. */
const selectionOptions = {
	...(require_command ??= require("./bundled/command.cjs")).serverSelectionOptions,
	names: {
		kind: (require_command ??= require("./bundled/command.cjs")).oneOrMany((require_command ??= require("./bundled/command.cjs")).text),
		default: [],
		help: "only these servers"
	}
};
/**
* The servers of a configuration that take part, in its order. The configuration is read at subscription: if it is wrong, or nothing
* matches, the stream errors with a `UsageError`.
*/
function servers(config, options = {}) {
	const selection = (require_ftp ??= require("./bundled/ftp.cjs")).optionValues("servers", selectionOptions, options);
	return enclosed((place) => {
		const context = contextAt(place, "servers");
		const selected = context.select(config, selection);
		const facts = {
			stage: "servers",
			selection: (require_command ??= require("./bundled/command.cjs")).selectionOf(selected)
		};
		return (0, rxjs.from)(selected.map((settings) => (require_command ??= require("./bundled/command.cjs")).serverRecord(settings, context))).pipe(toldTo(place.report, context, facts));
	});
}
// src/embed/harvest.ts
const table = {
	...(require_command ??= require("./bundled/command.cjs")).listStage.options,
	...(require_command ??= require("./bundled/command.cjs")).fetchStage.options,
	...selectionOptions
};
/**
* Lists and fetches all servers of a configuration that take part, several at once; `harvest("cfg.yaml").pipe(report())` is the whole
* job. Each subscription is a new harvest. A wrong option is thrown as a `UsageError`; with a wrong configuration the stream errors
* with one.
*/
function harvest(config, options = {}) {
	const { request, surroundings } = parted("harvest", options);
	const records = enclosed((place) => harvestRecords(selectedAt(place, config, request)));
	return Object.values(surroundings).some((value) => value !== void 0) ? records.pipe(withSurroundings(surroundings)) : records;
}
/** Tells apart what is for the stages and what for the surroundings. Throws a `UsageError`; `who` is what it begins with. */
function parted(who, options) {
	const { env, onNote, signal, backend = (require_pipelineRecords ??= require("./bundled/pipelineRecords.cjs")).inlineBackend, ...given } = options;
	return {
		request: {
			values: (require_ftp ??= require("./bundled/ftp.cjs")).optionValues(who, table, given),
			backend
		},
		surroundings: {
			env,
			onNote,
			signal
		}
	};
}
/** Reads the configuration. Throws a `UsageError`. */
function selectedAt(place, config, request) {
	place.surroundings.prefer(request.values.jobs);
	const context = contextAt(place, "harvest");
	return {
		...request,
		place,
		context,
		selected: context.select(config, request.values)
	};
}
function harvestRecords({ place, context, selected, values, backend }) {
	const servers = (0, rxjs.from)(selected.map((settings) => (require_command ??= require("./bundled/command.cjs")).serverRecord(settings, context)));
	const steps = [(require_command ??= require("./bundled/command.cjs")).listStage, (require_command ??= require("./bundled/command.cjs")).fetchStage].map((stage) => ({
		stage,
		values
	}));
	const to = values.to === void 0 ? {} : { to: (0, node_path.resolve)(values.to) };
	const facts = {
		stage: "list",
		selection: (require_command ??= require("./bundled/command.cjs")).selectionOf(selected),
		...to
	};
	return (require_pipelineRecords ??= require("./bundled/pipelineRecords.cjs")).pipelineRecords({
		source: { servers },
		steps,
		context,
		backend
	}).pipe(toldTo(place.report, context, facts));
}
// src/embed/report.ts
/** How it is printed is for `ResultSet.toString(format)` to say. */
const { format, ...options } = (require_command ??= require("./bundled/command.cjs")).reportStage.options;
const reportOptions = options;
/** Takes in a whole stream and gives one `ResultSet` at its end. Who gets it must close it (`using results = …`). */
function report(given = {}) {
	const values = {
		format: void 0,
		...(require_ftp ??= require("./bundled/ftp.cjs")).optionValues("report", reportOptions, given)
	};
	return (source) => enclosed((place) => {
		const told = new rxjs.Subject();
		const sources = /* @__PURE__ */ new Set();
		const heard = above({
			tell: (record) => told.next(record),
			tellAtEnd(source) {
				sources.add(source);
				return () => void sources.delete(source);
			}
		}, place, source).pipe((0, rxjs.tap)({ complete: () => told.complete() }));
		return (0, rxjs.concat)((0, rxjs.merge)(told, heard), (0, rxjs.defer)(() => [...sources].map((source) => source()))).pipe((require_command ??= require("./bundled/command.cjs")).reportStage.operator(values, contextAt(place, "report")), (0, rxjs.map)((require_command ??= require("./bundled/command.cjs")).resultsOf), (0, rxjs.filter)((results) => results !== void 0));
	});
}
// src/embed/openHarvest.ts
/** Opens a harvest; its configuration is read now. Throws a `UsageError` where that or an option is wrong. */
function openHarvest(config, options = {}) {
	return new OpenHarvest(config, options);
}
var OpenHarvest = class {
	#surroundings;
	#collector;
	#records;
	/** Each server's work, until it is over. */
	#atWork = /* @__PURE__ */ new Set();
	#sources = /* @__PURE__ */ new Set();
	#fault;
	#result;
	#closing;
	constructor(config, { withUnchanged, ...options }) {
		const { request, surroundings } = parted("openHarvest", options);
		const note = surroundings.onNote ?? (() => {});
		this.#collector = new (require_resultCollector ??= (require("./bundled/resultCollector.cjs"))).ResultCollector({
			...(require_ftp ??= require("./bundled/ftp.cjs")).optionValues("openHarvest", reportOptions, { withUnchanged }),
			note
		});
		this.#surroundings = new Surroundings(surroundings);
		const selected = selectedAt({
			surroundings: this.#surroundings,
			report: {
				tell: (record) => this.#collector.add(record),
				tellAtEnd: (source) => {
					this.#sources.add(source);
					return () => void this.#sources.delete(source);
				}
			}
		}, config, {
			...request,
			backend: this.#watched(request.backend)
		});
		const records = begun(this.#surroundings, () => harvestRecords(selected)).pipe((0, rxjs.tap)({
			next: (record) => this.#collector.add(record),
			error: (error) => {
				this.#fault = { error };
			}
		}));
		this.#records = (require_stream ??= require("./bundled/stream.cjs")).iterate(records)[Symbol.asyncIterator]();
	}
	[Symbol.asyncIterator]() {
		return {
			next: () => this.#records.next(),
			return: async () => {
				await this.#stop();
				return {
					done: true,
					value: void 0
				};
			}
		};
	}
	result() {
		this.#result ??= this.#finish();
		return this.#result;
	}
	[Symbol.asyncDispose]() {
		this.#closing ??= this.#close();
		return this.#closing;
	}
	async #finish() {
		if (this.#closing !== void 0) throw new Error("the harvest is closed");
		while ((await this.#records.next()).done !== true);
		if (this.#fault !== void 0) throw this.#fault.error;
		for (const source of this.#sources) this.#collector.add(source());
		return this.#collector.finish();
	}
	async #close() {
		await this.#stop();
		(await this.#result?.catch(() => void 0))?.close();
		this.#collector.close();
	}
	/** Ends what is under way, and waits until it has ended. */
	async #stop() {
		await this.#records.return?.();
		this.#surroundings.close();
		await Promise.allSettled(this.#atWork);
		await (0, (node_timers_promises ??= require("node:timers/promises")).setImmediate)();
		await (0, (node_timers_promises ??= require("node:timers/promises")).setImmediate)();
	}
	#watched(backend) {
		return { run: (...request) => {
			const work = backend.run(...request);
			this.#atWork.add(work);
			const over = () => void this.#atWork.delete(work);
			work.then(over, over);
			return work;
		} };
	}
};
// src/embed/operatorOf.ts
/**
* Makes an operator of a stage. All operators of one chain work in one harvest: they share a run and each server's sessions, and wait
* for one another. The types take any option for the main one, unless the result is annotated as `StageOperator<…, "size">`.
*/
function operatorOf(stage) {
	return (options = {}) => {
		const values = (require_ftp ??= require("./bundled/ftp.cjs")).optionValues(stage.name, stage.options, byName(stage, options));
		return (source) => enclosed((place) => {
			place.surroundings.prefer(values["jobs"]);
			const context = contextAt(place, stage.name);
			return source.pipe(stage.operator(values, context), toldTo(place.report, context, { stage: stage.name }));
		});
	};
}
/** An object names options; anything else is the main one's value. */
function byName(stage, given) {
	if (isInputs(given)) return given;
	if (stage.main === void 0) throw new (require_command ??= (require("./bundled/command.cjs"))).UsageError(`${stage.name}: options are given by name, such as { name: value }`);
	return { [stage.main]: given };
}
function isInputs(given) {
	return typeof given === "object" && given !== null && !Array.isArray(given);
}
// src/embed/operators.ts
/** Walks servers: adds `file` records and a `listed` record behind each `server` record. */
const listFiles = operatorOf((require_command ??= require("./bundled/command.cjs")).listStage);
/** Chooses among files; all other records pass. */
const filterFiles = operatorOf((require_command ??= require("./bundled/command.cjs")).filterStage);
/** Changes fields of records: `mapFields({ set: { name: "2026/{name}" } })`. */
const mapFields = operatorOf((require_command ??= require("./bundled/command.cjs")).mapStage);
/** Lets the first files through and ends the stream then: `limitFiles(5)`. */
const limitFiles = operatorOf((require_command ??= require("./bundled/command.cjs")).limitStage);
/** Lets each file through once. */
const dedupeFiles = operatorOf((require_command ??= require("./bundled/command.cjs")).dedupeStage);
/** Sends records through any program, or runs one for each file that was fetched. */
const execCommand = operatorOf((require_command ??= require("./bundled/command.cjs")).execStage);
/** Keeps a copy of all records in a file, which `recordsFrom` reads back. */
const teeRecords = operatorOf((require_command ??= require("./bundled/command.cjs")).teeStage);
/** Fetches files: one `download` or `failure` for each `file` record, and a `harvested` record for each server. */
const fetchFiles = operatorOf((require_command ??= require("./bundled/command.cjs")).fetchStage);
// src/embed/recordsFrom.ts
const replay = operatorOf((require_from ??= require("./bundled/from.cjs")).fromStage);
/**
* Saved records (NDJSON, as `tee` or `>` keep them). How their stages ended, and what they said of their servers, `report()` is told.
* Errors with a `UsageError` where the file can't be read.
*/
function recordsFrom(file) {
	return enclosed(({ report }) => rxjs.EMPTY.pipe(replay({ file }), (0, rxjs.tap)((record) => (require_command ??= require("./bundled/command.cjs")).isControl(record) && report.tell(record))));
}
exports.CODES = (require_command ??= require("./bundled/command.cjs")).CODES;
exports.Fault = (require_command ??= require("./bundled/command.cjs")).Fault;
exports.UsageError = (require_command ??= require("./bundled/command.cjs")).UsageError;
exports.asCommand = asCommand;
exports.boundedMergeMap = boundedMergeMap;
exports.dedupeFiles = dedupeFiles;
exports.defineStage = (require_command ??= require("./bundled/command.cjs")).defineStage;
exports.execCommand = execCommand;
exports.fetchFiles = fetchFiles;
exports.filterFiles = filterFiles;
exports.fromBatches = fromBatches;
exports.harvest = harvest;
exports.inlineBackend = (require_pipelineRecords ??= require("./bundled/pipelineRecords.cjs")).inlineBackend;
exports.iterate = (require_stream ??= require("./bundled/stream.cjs")).iterate;
Object.defineProperty(exports, "kinds", {
	enumerable: true,
	get: function() {
		return (require_command ??= require("./bundled/command.cjs")).kinds_exports;
	}
});
exports.limitFiles = limitFiles;
exports.listFiles = listFiles;
exports.mapFields = mapFields;
exports.openHarvest = openHarvest;
exports.operatorOf = operatorOf;
exports.recordsFrom = recordsFrom;
exports.report = report;
exports.servers = servers;
exports.teeRecords = teeRecords;
exports.withSurroundings = withSurroundings;
