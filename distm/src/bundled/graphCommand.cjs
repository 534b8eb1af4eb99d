let require_stream;
let require_command;
let require_pipelineRecords;
let require_pipelineFacts;
let require_openPipeline;
// src/pipeline/pipelineGraph.ts
/**
* A pipeline as a Mermaid flow chart: a node for each step with its options, the types of records that flow from one to the next, and
* what is bounded.
*/
function pipelineGraph({ name, steps }, facts) {
	const [first, ...others] = steps;
	if (first === void 0) throw new Error("a pipeline without steps");
	const apart = facts.servers === void 0 ? 0 : (require_pipelineRecords ??= require("./pipelineRecords.cjs")).countApart(others);
	return [
		"---",
		`title: ${JSON.stringify((require_command ??= require("./command.cjs")).printable(name))}`,
		"---",
		"flowchart LR",
		`  ${node(0, first, sourceFacts(facts))}`,
		...subgraph(others.slice(0, apart), facts),
		...others.slice(apart).map((step, index) => `  ${node(apart + index + 1, step, [])}`),
		...edges(steps, apart),
		""
	].join("\n");
}
function sourceFacts({ servers }) {
	return servers === void 0 ? [] : [(require_stream ??= require("./stream.cjs")).counted(servers.length, "server")];
}
function subgraph(steps, { servers = [], serversAtOnce }) {
	if (steps.length === 0) return [];
	const counts = servers.map(({ connections }) => connections);
	const [least, most] = [Math.min(...counts), Math.max(...counts)];
	const connections = least === most ? (require_stream ??= require("./stream.cjs")).counted(most, "connection") : `${least} to ${most} connections`;
	return [
		`  subgraph apart[${label([
			"each server apart",
			`at most ${Math.min(serversAtOnce, servers.length)} at once`,
			`at most ${connections} to each`
		])}]`,
		...steps.map((step, index) => `    ${node(index + 1, step, [])}`),
		"  end"
	];
}
function node(index, step, facts) {
	return `s${index}[${label([
		step.stage.name,
		...(require_pipelineFacts ??= require("./pipelineFacts.cjs")).shownOptions(step),
		...facts
	])}]`;
}
function edges(steps, apart) {
	const lines = [];
	let flowing = [];
	for (const [index, { stage }] of steps.entries()) {
		if (index > 0) {
			const types = flowing.length === 0 ? "records" : flowing.join(", ");
			const waiting = index <= apart ? `at most ${(require_pipelineRecords ??= require("./pipelineRecords.cjs")).PARKED_MAX} wait, of each server` : `at most ${(require_stream ??= require("./stream.cjs")).PARKED_MAX} wait`;
			lines.push(`  s${index - 1} -->|${label([types, waiting])}| s${index}`);
		}
		const { takes = [], makes = [] } = stage;
		flowing = [.../* @__PURE__ */ new Set([...flowing.filter((type) => !takes.includes(type)), ...makes])];
	}
	return lines;
}
function label(lines) {
	return `"${lines.map((line) => escaped((require_command ??= require("./command.cjs")).printable(line))).join("<br/>")}"`;
}
/** What means something inside of Mermaid's quotes: marks of its own, of Markdown, of HTML. */
function escaped(text) {
	return text.replace(/["#%&;<>\\`*]/g, (mark) => `#${mark.charCodeAt(0)};`);
}
// src/cli/graphCommand.ts
/** `ftp-harvest graph pipeline.yaml` */
const run = async (args, world) => {
	const line = (require_command ??= require("./command.cjs")).commandLine("ftp-harvest graph", "Draw a pipeline as a Mermaid diagram", [["ftp-harvest graph pipelines/harvest.yaml > harvest.mmd", "with servers, jobs and bounds"]]).argument("<pipeline.yaml>", "the pipeline");
	const { values, operands } = (require_command ??= require("./command.cjs")).parse(line, (require_openPipeline ??= require("./openPipeline.cjs")).pipelineOptions, args, world);
	const pipeline = await (require_openPipeline ??= require("./openPipeline.cjs")).openPipeline(operands, values, world);
	world.stdout.write(pipelineGraph(pipeline, (require_pipelineFacts ??= require("./pipelineFacts.cjs")).pipelineFacts(pipeline, world)));
	return 0;
};
exports.run = run;
