let require_stream;
let require_command;
let require_ftp;
let require_displayWidth;
let require_from;
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_url = require("node:url");
let node_module = require("node:module");
// src/pipeline/pipeline.ts
/** Whether a step is of this stage: its values are of that stage's kinds then. */
function isStepOf(stage, step) {
	return Object.is(step.stage, stage);
}
// src/pipeline/written.ts
/** Undefined for what no option takes: nothing, and lists or maps of anything but texts. */
function writtenIn(node) {
	if (node.is === "text") return node.text;
	if (node.is === "list") return allTexts(node.items);
	if (node.is === "nothing") return void 0;
	const texts = allTexts([...node.entries.values()].map(({ value }) => value));
	return texts && Object.fromEntries([...node.entries.keys()].map((key, place) => [key, texts[place] ?? ""]));
}
function allTexts(nodes) {
	const texts = nodes.flatMap((node) => node.is === "text" ? [node.text] : []);
	return texts.length === nodes.length ? texts : void 0;
}
/** The value with its variables replaced, or what is wrong with them. */
function expandWritten(written, env) {
	for (const text of textsOf(written)) {
		const expanded = expandText(text, env);
		if ("problem" in expanded) return expanded;
	}
	return { written: mapTexts(written, (text) => (require_ftp ??= require("./ftp.cjs")).expand(text, env)) };
}
/** A text with its variables replaced, or what is wrong with them. */
function expandText(text, env) {
	const problem = (require_ftp ??= require("./ftp.cjs")).malformedVariable(text);
	if (problem !== void 0) return { problem };
	try {
		return { text: (require_ftp ??= require("./ftp.cjs")).expand(text, env) };
	} catch (error) {
		if (error instanceof (require_ftp ??= require("./ftp.cjs")).MissingVariable) return { problem: error.message };
		throw error;
	}
}
/** The texts of a value; of a map, those without their keys. */
function textsOf(written) {
	if (typeof written === "string") return [written];
	return isList(written) ? written : Object.values(written);
}
function mapTexts(written, change) {
	if (typeof written === "string") return change(written);
	if (isList(written)) return written.map(change);
	return Object.fromEntries(Object.entries(written).map(([key, text]) => [key, change(text)]));
}
/** The items as a command line takes them, each with a flag of its own: those of a map as `key=text`. */
function itemsOf(written) {
	if (typeof written === "string") return [written];
	return isList(written) ? written : Object.entries(written).map(([key, text]) => `${key}=${text}`);
}
/** `Array.isArray` does not tell lists that are read only. */
function isList(written) {
	return Array.isArray(written);
}
// src/pipeline/checkStages.ts
/**
* Lets each stage look at its values, before anything has started: what only the stage knows, such as which options exclude each
* other. A source is not asked: it looks for its file. Throws a `UsageError` with all that is wrong.
*/
function checkStages({ shown, steps }, context) {
	const problems = new (require_ftp ??= (require("./ftp.cjs"))).Problems(shown);
	for (const { stage, at, values } of steps) {
		if (stage.place === "first") continue;
		try {
			stage.operator(values, context);
		} catch (error) {
			if (!(error instanceof (require_command ??= require("./command.cjs")).UsageError)) throw error;
			problems.add(at, error.message);
		}
	}
	problems.throwAny();
}
// src/pipeline/readSteps.ts
const STEPS_EXPECTED = "a list of steps such as [servers: cfg.yaml, list, fetch, report]";
/** The steps as the file has them, in their order; undefined for one that can't be understood, which is a problem. */
function readSteps(node, known, problems) {
	if (node === void 0) return [];
	if (node.is !== "list" || node.items.length === 0) {
		const found = node.is === "list" ? "an empty list" : (require_ftp ??= require("./ftp.cjs")).FOUND[node.is];
		problems.add(node.at, `\`steps\`: expected ${STEPS_EXPECTED}, found ${found}`);
		return [];
	}
	const reader = new StepReader(known, problems);
	return node.items.map((item) => reader.step(item));
}
var StepReader = class {
	#known;
	#problems;
	constructor(known, problems) {
		this.#known = known;
		this.#problems = problems;
	}
	/** `list`, `list: { include: "*.csv" }`, or `tee: listed.ndjson`. */
	step(item) {
		if (item.is === "text") return this.#draft(item.text, item.at, void 0);
		if (item.is !== "map") {
			this.#problems.add(item.at, `a step is ${STEP_EXPECTED}, found ${(require_ftp ??= require("./ftp.cjs")).FOUND[item.is]}`);
			return;
		}
		const [only, ...others] = item.entries;
		if (only === void 0 || others.length > 0) {
			this.#problems.add(item.at, severalKeys([...item.entries.keys()]));
			return;
		}
		const [name, { at, value }] = only;
		return this.#draft(name, at, value);
	}
	#draft(name, at, value) {
		const known = this.#known.get(name);
		if (known === void 0) {
			this.#problems.add(at, unknownStage(name, [...this.#known.keys()]));
			return;
		}
		return {
			...known,
			at,
			given: this.#options(known.stage, value)
		};
	}
	#options(stage, value) {
		const given = /* @__PURE__ */ new Map();
		if (value === void 0 || value.is === "nothing") return given;
		if (value.is !== "map") {
			if (stage.main === void 0) this.#problems.add(value.at, withoutMain(stage, (require_ftp ??= require("./ftp.cjs")).FOUND[value.is]));
			else this.#give(given, stage.main, stage.name, value, stage);
			return given;
		}
		for (const [key, { at, value: node }] of value.entries) {
			const name = optionOf(stage, key);
			if (name === void 0) this.#problems.add(at, `\`${stage.name}\`: ${(require_ftp ??= require("./ftp.cjs")).unknownOption(key, optionKeys(stage))}`);
			else this.#give(given, name, key, node, stage);
		}
		return given;
	}
	#give(given, name, shown, node, stage) {
		const value = writtenIn(node);
		if (value !== void 0) given.set(name, {
			shown,
			value,
			from: node.at
		});
		else {
			const expected = stage.options[name]?.kind.expected;
			const found = node.is === "list" || node.is === "map" ? `${(require_ftp ??= require("./ftp.cjs")).FOUND[node.is]} of something else` : (require_ftp ??= require("./ftp.cjs")).FOUND[node.is];
			this.#problems.add(node.at, `\`${shown}\`: expected ${expected}, found ${found}`);
		}
	}
};
/** The option that a pipeline calls so: keys are written with `_`. */
function optionOf({ options }, key) {
	return Object.keys(options).find((name) => (require_command ??= require("./command.cjs")).snake(name) === key);
}
function optionKeys({ options }) {
	return Object.keys(options).map((require_command ??= require("./command.cjs")).snake);
}
const STEP_EXPECTED = "a stage's name, alone as in `- list` or with its options as in `- fetch: { jobs: 5 }`";
function severalKeys(keys) {
	if (keys.length === 0) return `a step is ${STEP_EXPECTED}, found an empty map`;
	const found = keys.map((key) => (require_ftp ??= require("./ftp.cjs")).shortened(key));
	return `a step has one stage, found ${(require_ftp ??= require("./ftp.cjs")).ticked(found)}; begin each step with \`- \`, and indent a stage's options deeper than its name`;
}
function unknownStage(name, known) {
	const hint = (require_command ??= require("./command.cjs")).didYouMean(name.replace(/^ftp-/, ""), known);
	return `unknown stage \`${(require_ftp ??= require("./ftp.cjs")).shortened(name)}\`${hint === "" ? `; known are ${(require_ftp ??= require("./ftp.cjs")).ticked(known)}` : hint}`;
}
function withoutMain(stage, found) {
	const keys = optionKeys(stage);
	const expected = keys.length === 0 ? "it has none" : `known are ${(require_ftp ??= require("./ftp.cjs")).ticked(keys)}`;
	return `\`${stage.name}\`: expected its options by name, found ${found}; ${expected}`;
}
// src/pipeline/applySets.ts
/** `STEP=VALUE`, `STEP.OPTION=VALUE`, either with `STEP[2]` for the second of its name. */
const SET = /^(?<step>[^[\].=]+)(?:\[(?<nth>\d+)\])?(?:\.(?<option>[^=]+))?=(?<value>[\s\S]*)$/;
/**
* Puts the values of `--set` in the place of the file's own. They are taken as they are: variables are for the shell to replace there.
* Several for one option: the last one holds.
*/
function applySets(sets, drafts, problems) {
	const steps = drafts.filter((draft) => draft !== void 0);
	if (steps.length < drafts.length || steps.length === 0) return;
	for (const argument of sets) {
		const shown = `--set ${(require_ftp ??= require("./ftp.cjs")).shortened(argument)}`;
		const problem = apply(argument, shown, steps);
		if (problem !== void 0) problems.addOf(shown, problem);
	}
}
/** Returns what is wrong with it. */
function apply(argument, shown, steps) {
	const { step: name, nth, option, value } = SET.exec(argument)?.groups ?? {};
	if (name === void 0 || value === void 0) return "expected STEP=VALUE such as servers=mine.yaml, or STEP.OPTION=VALUE such as fetch.jobs=3";
	const found = findStep(name, nth, steps);
	if ("problem" in found) return found.problem;
	const { stage, given } = found.step;
	const key = option === void 0 ? stage.main : optionOf(stage, option.replaceAll("-", "_"));
	if (key !== void 0) given.set(key, {
		shown: option ?? name,
		value,
		from: shown
	});
	else if (option !== void 0) return (require_ftp ??= require("./ftp.cjs")).unknownOption(option, optionKeys(stage));
	else return `\`${name}\` has several options and none that stands for all; say which: ${name}.OPTION=VALUE`;
}
function findStep(name, nth, steps) {
	const found = steps.filter(({ stage }) => stage.name === name);
	const [only, ...others] = found;
	if (only === void 0) return { problem: absent(name, steps) };
	const step = nth === void 0 && others.length === 0 ? only : found[Number(nth) - 1];
	if (step !== void 0) return { step };
	const all = (require_ftp ??= require("./ftp.cjs")).ticked(found.map((_, index) => `${name}[${index + 1}]`), "or");
	return { problem: `${others.length === 0 ? "only one step" : `${found.length} steps`} of the pipeline ${others.length === 0 ? "is" : "are"} \`${name}\`; write ${all}` };
}
function absent(name, steps) {
	const names = [...new Set(steps.map(({ stage }) => stage.name))];
	const hint = (require_command ??= require("./command.cjs")).didYouMean(name, names);
	return `the pipeline has no step \`${(require_ftp ??= require("./ftp.cjs")).shortened(name)}\`${hint === "" ? `; it has ${(require_ftp ??= require("./ftp.cjs")).ticked(names)}` : hint}`;
}
// src/pipeline/checkCopies.ts
/** A copy must overwrite neither what the pipeline lives from nor another copy that is being written. */
function checkCopies(file, steps, problems) {
	const inUse = /* @__PURE__ */ new Map([[(0, node_path.resolve)(file), "it is this pipeline"]]);
	for (const step of steps) {
		if (isStepOf((require_command ??= require("./command.cjs")).serversStage, step)) inUse.set((0, node_path.resolve)(step.values.config), "`servers` reads it");
		if (isStepOf((require_from ??= require("./from.cjs")).fromStage, step)) inUse.set((0, node_path.resolve)(step.values.file), "`from` reads it");
		if (!isStepOf((require_command ??= require("./command.cjs")).teeStage, step)) continue;
		const { file } = step.values;
		const use = inUse.get((0, node_path.resolve)(file));
		if (use === void 0) inUse.set((0, node_path.resolve)(file), "another `tee` writes it");
		else problems.add(step.at, `\`tee\`: ${(require_command ??= require("./command.cjs")).printable(file)} would be overwritten, and ${use}; name another file`);
	}
}
// src/pipeline/checkPlaces.ts
/** A source stands first and nowhere else, what ends a pipeline stands last. */
function checkPlaces(drafts, known, problems) {
	const sources = known.filter(({ stage }) => stage.place === "first").map(({ stage }) => stage.name);
	for (const [index, draft] of drafts.entries()) {
		if (draft === void 0) continue;
		const { place, name } = draft.stage;
		if (index === 0 && place !== "first") problems.add(draft.at, `the first step must be a source: ${(require_ftp ??= require("./ftp.cjs")).ticked(sources, "or")}; found \`${name}\``);
		else if (index > 0 && place === "first") problems.add(draft.at, `\`${name}\` can only be the first step`);
		else if (index < drafts.length - 1 && place === "last") problems.add(draft.at, `\`${name}\` can only be the last step`);
	}
}
// src/pipeline/stageModule.ts
/** A module that gives no stages, in words that follow its name. */
var UnusableModule = class extends Error {
	name = "UnusableModule";
};
/** As `import` finds it: a path that begins with `.` or `/` is relative to the file, else it is a package's name. */
const importStages = async (specifier, file) => {
	const path = locate(specifier, file);
	const exported = await load(path);
	const stages = [...new Set(Object.values(exported))].filter(isStage);
	if (stages.length === 0) throw new UnusableModule("it exports no stage that was made with `defineStage`");
	return {
		path,
		stages
	};
};
function locate(specifier, file) {
	if (/^\.{0,2}\//.test(specifier)) {
		const path = (0, node_path.resolve)((0, node_path.dirname)(file), specifier);
		if (!(0, node_fs.existsSync)(path)) throw new UnusableModule("there is no such file");
		return path;
	}
	try {
		return (0, node_module.createRequire)((0, node_path.resolve)(file)).resolve(specifier);
	} catch (error) {
		throw new UnusableModule("there is no package of that name to be found from this file; a path of a module begins with ./", { cause: error });
	}
}
async function load(path) {
	try {
		return await import((0, node_url.pathToFileURL)(path).href);
	} catch (error) {
		const [line = ""] = String(error).split("\n", 1);
		throw new UnusableModule(`it can't be loaded: ${(require_ftp ??= require("./ftp.cjs")).shortened(line, LONGEST_ERROR)}`, { cause: error });
	}
}
/** Node.js names both the module that is missing and the one that asks for it. */
const LONGEST_ERROR = 300;
function isStage(value) {
	if (typeof value !== "object" || value === null) return false;
	const { name, summary, scope, options, operator, examples } = value;
	return [name, summary].every((text) => typeof text === "string" && text !== "") && (scope === "server" || scope === "run") && typeof options === "object" && options !== null && typeof operator === "function" && Array.isArray(examples);
}
// src/pipeline/knownStages.ts
/** The stages by name: ours, and those of the modules that a pipeline's `stages:` lists. */
async function knownStages(node, request) {
	const known = new Map(request.stages.map((stage) => [stage.name, {
		stage,
		module: void 0
	}]));
	for (const item of moduleNames(node, request.problems)) {
		const module = await loadModule(item, request);
		for (const stage of module?.stages ?? []) {
			const twin = known.get(stage.name);
			if (twin === void 0) known.set(stage.name, {
				stage,
				module: module?.path
			});
			else if (!Object.is(twin.stage, stage)) request.problems.add(item.at, clash(item.text, stage, twin));
		}
	}
	return known;
}
function moduleNames(node, problems) {
	if (node === void 0) return [];
	if (node.is !== "list") {
		problems.add(node.at, `\`stages\`: expected a list of modules such as [./at-least.js], found ${(require_ftp ??= require("./ftp.cjs")).FOUND[node.is]}`);
		return [];
	}
	return node.items.filter((item) => {
		if (item.is !== "text") problems.add(item.at, `\`stages\`: expected a module such as ./at-least.js, found ${(require_ftp ??= require("./ftp.cjs")).FOUND[item.is]}`);
		return item.is === "text";
	});
}
async function loadModule({ text, at }, { file, env, load, problems }) {
	const expanded = expandText(text, env);
	if ("problem" in expanded) {
		problems.add(at, `\`stages\`: ${expanded.problem}`);
		return;
	}
	try {
		return await load(expanded.text, file);
	} catch (error) {
		if (!(error instanceof UnusableModule)) throw error;
		problems.add(at, `\`${text}\`: ${error.message}`);
		return;
	}
}
function clash(specifier, { name }, { module }) {
	return `\`${specifier}\`: its stage \`${name}\` has the same name as ${module === void 0 ? "one of the toolkit's own" : `that of ${module}`}; give it another`;
}
// src/pipeline/stepValues.ts
/** A step with its values, as far as they are right: whoever uses it must look at `problems` before. */
function pipelineStep(draft, env, problems) {
	const { stage, at, module } = draft;
	const values = {};
	const given = /* @__PURE__ */ new Map();
	for (const [name, option] of Object.entries(stage.options)) {
		const written = draft.given.get(name);
		values[name] = option.default;
		if (written === void 0) {
			if (option.required === true) problems.add(at, `\`${stage.name}\`: ${(require_ftp ??= require("./ftp.cjs")).missingOption((require_command ??= require("./command.cjs")).snake(name), option)}`);
			continue;
		}
		const read = readValue(option, written, env);
		if ("problem" in read) tell(written, read.problem, problems);
		else {
			values[name] = read.value;
			given.set(name, read.given);
		}
	}
	return {
		stage,
		at,
		values,
		given,
		...module === void 0 ? {} : { module }
	};
}
function readValue(option, { shown, value, from }, env) {
	const isOfFile = typeof from !== "string";
	const expanded = isOfFile ? expandWritten(value, env) : { written: value };
	if ("problem" in expanded) return { problem: `\`${shown}\`: ${expanded.problem}` };
	const parsed = (require_ftp ??= require("./ftp.cjs")).parseOption(shown, option, expanded.written);
	if ("value" in parsed) return {
		value: parsed.value,
		given: {
			shown: value,
			written: expanded.written
		}
	};
	if (!isOfFile || !textsOf(value).some((require_ftp ??= require("./ftp.cjs")).hasVariables)) return parsed;
	return { problem: `\`${shown}\`: expected ${option.kind.expected}; what the variable gives is something else` };
}
function tell({ from }, problem, problems) {
	if (typeof from === "string") problems.addOf(from, problem);
	else problems.add(from, problem);
}
// src/pipeline/loadPipeline.ts
/** A pipeline is written by people; this is thousands of steps. */
const LONGEST_FILE_bytes = 1048576;
const KEYS = [
	"name",
	"stages",
	"steps"
];
/**
* Loads a pipeline and checks all of it, and the values of `--set`, as far as that can be done without a stage's own code. The modules
* that it names are loaded, which runs their code. Throws a `UsageError` that says where and what: `harvest.yaml:7:13: …`.
*/
async function loadPipeline(file, request) {
	const problems = new (require_ftp ??= (require("./ftp.cjs"))).Problems(file);
	const keys = topKeys((require_ftp ??= require("./ftp.cjs")).readDocumentFile(file, LONGEST_FILE_bytes, problems), problems);
	const name = nameOf(keys.get("name"), problems);
	const { stages, importStages: load = importStages, seen } = request;
	const known = await knownStages(keys.get("stages")?.value, {
		file,
		stages,
		env: request.env,
		load,
		problems
	});
	if (keys.has("stages")) problems.throwAny();
	const drafts = readSteps(keys.get("steps")?.value, known, problems);
	if (drafts.every((draft) => draft !== void 0)) seen?.(drafts.map(({ stage }) => stage));
	checkPlaces(drafts, [...known.values()], problems);
	applySets(request.sets, drafts, problems);
	const steps = drafts.filter((draft) => draft !== void 0).map((draft) => pipelineStep(draft, request.env, problems));
	problems.throwAny();
	checkCopies(file, steps, problems);
	problems.throwAny();
	return {
		file: (0, node_path.resolve)(file),
		shown: file,
		name: name ?? (0, node_path.basename)(file, (0, node_path.extname)(file)),
		steps
	};
}
function topKeys(node, problems) {
	if (node?.is !== "map") {
		problems.add(node?.at, `expected \`steps:\` and ${STEPS_EXPECTED}, found ${(require_ftp ??= require("./ftp.cjs")).FOUND[node?.is ?? "nothing"]}`);
		return /* @__PURE__ */ new Map();
	}
	const { entries, at } = node;
	for (const [key, entry] of entries) if (!KEYS.some((known) => known === key)) problems.add(entry.at, unknownKey(key));
	if (!entries.has("steps")) problems.add(at, `there are no steps; expected \`steps:\` and ${STEPS_EXPECTED}`);
	return entries;
}
function unknownKey(key) {
	const hint = (require_command ??= require("./command.cjs")).didYouMean(key, KEYS);
	return `unknown key \`${(require_ftp ??= require("./ftp.cjs")).shortened(key)}\`${hint === "" ? `; known are ${(require_ftp ??= require("./ftp.cjs")).ticked(KEYS)}` : hint}`;
}
/** A label for people: variables are not replaced in it. */
function nameOf(entry, problems) {
	if (entry === void 0) return void 0;
	const { value } = entry;
	if (value.is === "text" && value.text !== "") return value.text;
	const found = value.is === "text" ? "an empty one" : (require_ftp ??= require("./ftp.cjs")).FOUND[value.is];
	problems.add(value.at, `\`name\`: expected a text that is not empty, found ${found}`);
}
// src/pipeline/registry.ts
/** Every stage of ours, in the order in which records pass them. A new stage is a line here. */
const STAGES = [
	(require_command ??= require("./command.cjs")).serversStage,
	(require_from ??= require("./from.cjs")).fromStage,
	(require_command ??= require("./command.cjs")).listStage,
	(require_command ??= require("./command.cjs")).filterStage,
	(require_command ??= require("./command.cjs")).mapStage,
	(require_command ??= require("./command.cjs")).limitStage,
	(require_command ??= require("./command.cjs")).dedupeStage,
	(require_command ??= require("./command.cjs")).execStage,
	(require_command ??= require("./command.cjs")).teeStage,
	(require_command ??= require("./command.cjs")).fetchStage,
	(require_command ??= require("./command.cjs")).reportStage
];
// src/cli/openPipeline.ts
/** Options of all commands that take a pipeline. */
const pipelineOptions = { set: {
	kind: (require_command ??= require("./command.cjs")).repeated((require_command ??= require("./command.cjs")).text),
	help: "another value than the file's: STEP=VALUE (servers=mine.yaml) for a step's main option, STEP.OPTION=VALUE (fetch.jobs=3) for any; STEP[2] is the second step of that name"
} };
/** The pipeline that a command was given. Nothing is started. Throws a `UsageError` with all that is wrong with it. */
async function openPipeline(operands, { set = [] }, world, seen) {
	const [file, ...more] = operands;
	if (file === void 0 || more.length > 0) throw new (require_command ??= (require("./command.cjs"))).UsageError(`${world.command}: give one pipeline, such as pipelines/harvest.yaml`);
	const pipeline = await loadPipeline(file, {
		stages: STAGES,
		sets: set,
		env: world.env,
		seen
	});
	checkStages(pipeline, unstartedContext(jobsOf(pipeline.steps), world));
	return pipeline;
}
/** What stages are made with where they are only asked whether they would work. */
function unstartedContext(jobs, world) {
	return (require_ftp ??= require("./ftp.cjs")).openContext({
		by: (require_displayWidth ??= require("./displayWidth.cjs")).newBy("harvest"),
		run: () => "unstarted",
		signal: world.signals.signal,
		config: void 0,
		jobs,
		world
	});
}
/** Connections to one server, for all steps. */
function jobsOf(steps) {
	return steps.find((step) => isStepOf((require_command ??= require("./command.cjs")).fetchStage, step))?.values.jobs;
}
/** The pipeline as `runPipeline` takes it. */
function runOf(pipeline) {
	const { steps } = pipeline;
	const report = steps.find((step) => isStepOf((require_command ??= require("./command.cjs")).reportStage, step));
	return {
		jobs: jobsOf(steps),
		report: report?.values,
		prepare: (context) => prepare(pipeline, context)
	};
}
function prepare({ steps, shown }, context) {
	const [first, ...others] = steps;
	if (first === void 0) throw new Error("a pipeline without steps");
	const between = others.filter((step) => !isStepOf((require_command ??= require("./command.cjs")).reportStage, step)).map(({ stage, values }) => ({
		stage,
		values: (require_command ??= require("./command.cjs")).fitted(values)
	}));
	if (!isStepOf((require_command ??= require("./command.cjs")).serversStage, first)) return {
		source: { saved: savedRecords(first, shown, context) },
		steps: between,
		selected: []
	};
	const selected = selectedBy(first, context);
	return {
		source: { servers: (require_stream ??= require("./stream.cjs")).from(selected.map((settings) => (require_command ??= require("./command.cjs")).serverRecord(settings, context))) },
		steps: between,
		selected
	};
}
/** The records of a `from` step. Throws a `UsageError`, with the step's place, where they are not there. */
function savedRecords({ stage, values, at }, shown, context) {
	try {
		return (require_stream ??= require("./stream.cjs")).EMPTY.pipe(stage.operator(values, context));
	} catch (error) {
		if (error instanceof (require_command ??= require("./command.cjs")).UsageError) throw new (require_command ??= (require("./command.cjs"))).UsageError((require_ftp ??= require("./ftp.cjs")).placed(shown, at, error.message), { cause: error });
		throw error;
	}
}
/** The servers that a `servers` step chooses. Throws a `UsageError`. */
function selectedBy({ values: { config, only, except } }, context) {
	return context.select(config, {
		names: [],
		only,
		except
	});
}
Object.defineProperty(exports, "isList", {
	enumerable: true,
	get: function() {
		return isList;
	}
});
Object.defineProperty(exports, "isStepOf", {
	enumerable: true,
	get: function() {
		return isStepOf;
	}
});
Object.defineProperty(exports, "itemsOf", {
	enumerable: true,
	get: function() {
		return itemsOf;
	}
});
Object.defineProperty(exports, "jobsOf", {
	enumerable: true,
	get: function() {
		return jobsOf;
	}
});
Object.defineProperty(exports, "openPipeline", {
	enumerable: true,
	get: function() {
		return openPipeline;
	}
});
Object.defineProperty(exports, "pipelineOptions", {
	enumerable: true,
	get: function() {
		return pipelineOptions;
	}
});
Object.defineProperty(exports, "runOf", {
	enumerable: true,
	get: function() {
		return runOf;
	}
});
Object.defineProperty(exports, "savedRecords", {
	enumerable: true,
	get: function() {
		return savedRecords;
	}
});
Object.defineProperty(exports, "selectedBy", {
	enumerable: true,
	get: function() {
		return selectedBy;
	}
});
Object.defineProperty(exports, "unstartedContext", {
	enumerable: true,
	get: function() {
		return unstartedContext;
	}
});
