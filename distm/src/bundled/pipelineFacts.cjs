let require_command;
let require_ftp;
let require_pipelineRecords;
let require_openPipeline;
let node_path = require("node:path");
// src/pipeline/shownOptions.ts
/** The options that a step was given, as its file would have them: `jobs: 5`. Variables are not replaced: they may hold secrets. */
function shownOptions({ given }) {
	return [...given].map(([name, { shown }]) => (require_command ??= require("./command.cjs")).printable(`${(require_command ??= require("./command.cjs")).snake(name)}: ${shownValue(shown)}`));
}
function shownValue(written) {
	if (typeof written === "string") return written;
	if ((require_openPipeline ??= require("./openPipeline.cjs")).isList(written)) return `[${written.join(", ")}]`;
	return `{ ${Object.entries(written).map(([key, text]) => `${key}: ${text}`).join(", ")} }`;
}
// src/cli/pipelineFacts.ts
/** What the configuration that a pipeline names says of its servers. Throws a `UsageError`, also for saved records that are not there. */
function pipelineFacts({ steps, shown }, world) {
	const [first, ...others] = steps;
	if (first === void 0) throw new Error("a pipeline without steps");
	const serversAtOnce = Math.min((require_pipelineRecords ??= require("./pipelineRecords.cjs")).serversAtOnceOf(others.slice(0, (require_pipelineRecords ??= require("./pipelineRecords.cjs")).countApart(others))), (require_command ??= require("./command.cjs")).serversThatFit());
	const jobs = (require_openPipeline ??= require("./openPipeline.cjs")).jobsOf(steps);
	if (!(require_openPipeline ??= require("./openPipeline.cjs")).isStepOf((require_command ??= require("./command.cjs")).serversStage, first)) {
		(require_openPipeline ??= require("./openPipeline.cjs")).savedRecords(first, shown, (require_openPipeline ??= require("./openPipeline.cjs")).unstartedContext(jobs, world));
		return {
			servers: void 0,
			serversAtOnce
		};
	}
	const to = others.find((step) => (require_openPipeline ??= require("./openPipeline.cjs")).isStepOf((require_command ??= require("./command.cjs")).fetchStage, step))?.values.to;
	const configs = (require_ftp ??= require("./ftp.cjs")).openConfigs({
		env: world.env,
		jobs,
		to: to === void 0 ? void 0 : (0, node_path.resolve)(to)
	});
	return {
		servers: (require_openPipeline ??= require("./openPipeline.cjs")).selectedBy(first, configs).map(({ server, connections, buffer_path }) => ({
			server,
			connections,
			buffer_path
		})),
		serversAtOnce
	};
}
Object.defineProperty(exports, "pipelineFacts", {
	enumerable: true,
	get: function() {
		return pipelineFacts;
	}
});
Object.defineProperty(exports, "shownOptions", {
	enumerable: true,
	get: function() {
		return shownOptions;
	}
});
