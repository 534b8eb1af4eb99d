let require_ftp;
let require_stream;
let require_command;
let require_pipelineRecords;
let require_openPipeline;
let require_pipelineFacts;
// src/pipeline/pipelineWords.ts
/** Lines that say what a pipeline would do, for a person who is about to run it. */
function pipelineWords({ name, shown, steps }, { servers, serversAtOnce }) {
	const [, ...others] = steps;
	const apart = servers === void 0 ? 0 : (require_pipelineRecords ??= require("./pipelineRecords.cjs")).countApart(others);
	const jobs = others.find((step) => (require_openPipeline ??= require("./openPipeline.cjs")).isStepOf((require_command ??= require("./command.cjs")).fetchStage, step))?.values.jobs;
	return [
		`${name} (${shown})`,
		...steps.map((step, index) => `  ${index + 1}. ${stepWords(step)}`),
		...servers === void 0 ? savedWords(jobs) : serversWords(servers, serversAtOnce),
		...scopeWords(others, apart),
		...boundsWords(others, apart),
		...landingWords(steps, servers),
		outputWords(steps),
		...foreignWords(steps)
	].map((line) => (require_command ??= require("./command.cjs")).printable(line));
}
function stepWords(step) {
	const options = (require_pipelineFacts ??= require("./pipelineFacts.cjs")).shownOptions(step);
	return `${step.stage.name}: ${step.stage.summary}${options.length === 0 ? "" : ` (${options.join("; ")})`}`;
}
function serversWords(servers, atOnce) {
	const together = Math.min(atOnce, servers.length);
	return [`servers: ${servers.length}, ${together} at once: ${firstOf(servers.map(({ server }) => server))}`, `connections, at most: ${connectionsWords(servers)}`];
}
/** "5 to each server", or "5 to branch-001, branch-002 and 7 more; 2 to branch-003". */
function connectionsWords(servers) {
	const counts = [...new Set(servers.map(({ connections }) => connections))];
	const [only, ...others] = counts;
	if (others.length === 0) return `${only} to each server`;
	const namesWith = (count) => servers.filter((server) => server.connections === count).map(({ server }) => server);
	return counts.map((count) => `${count} to ${firstOf(namesWith(count))}`).join("; ");
}
function savedWords(jobs) {
	return ["servers: those that the saved records name", `connections to each server, at most: ${jobs === void 0 ? "as many as their configuration says" : `${jobs}`}`];
}
/** Which steps work on each server apart, and which on the stream of all. */
function scopeWords(steps, apart) {
	const names = steps.map(({ stage }) => stage.name);
	return [["for each server apart", names.slice(0, apart)], ["on the stream of all servers", names.slice(apart)]].flatMap(([where, those]) => those.length === 0 ? [] : [`${where}: ${those.join(", ")}`]);
}
function boundsWords(steps, apart) {
	const inAll = `${(require_stream ??= require("./stream.cjs")).PARKED_MAX} records in all`;
	const waiting = apart === 0 ? inAll : `${(require_pipelineRecords ??= require("./pipelineRecords.cjs")).PARKED_MAX} records of each server, ${inAll}`;
	const spills = steps.slice(apart).some((step) => (require_openPipeline ??= require("./openPipeline.cjs")).isStepOf((require_command ??= require("./command.cjs")).fetchStage, step));
	const { lineBytes, fileBytes } = (require_stream ??= require("./stream.cjs")).SPILL_LIMITS;
	const disk = `; files to fetch also on disk, ${lineBytes / GIB} GiB for each server, ${fileBytes / GIB} GiB in all`;
	return [`waiting between steps, at most: ${waiting}${spills ? disk : ""}; then what makes more waits`];
}
const GIB = 1024 ** 3;
function landingWords(steps, servers) {
	const fetch = steps.find((step) => (require_openPipeline ??= require("./openPipeline.cjs")).isStepOf((require_command ??= require("./command.cjs")).fetchStage, step));
	if (fetch === void 0) return ["files: none are fetched"];
	return [`files land in: ${landingPlace(fetch, servers)}, in a folder for each server`];
}
function landingPlace({ values: { to }, given }, servers) {
	const written = given.get("to")?.shown;
	if (typeof written === "string" && (require_ftp ??= require("./ftp.cjs")).hasVariables(written)) return written;
	if (servers !== void 0) return firstOf([...new Set(servers.map(({ buffer_path }) => buffer_path))]);
	return to ?? "the `buffer_path` of the configuration that the records name";
}
function outputWords(steps) {
	return steps.some((step) => (require_openPipeline ??= require("./openPipeline.cjs")).isStepOf((require_command ??= require("./command.cjs")).reportStage, step)) ? "stdout: the result set" : "stdout: the records, as NDJSON";
}
function foreignWords(steps) {
	const modules = steps.flatMap(({ stage, module }) => module === void 0 ? [] : [`${stage.name} of ${module}`]);
	const foreign = [...steps.some((step) => (require_openPipeline ??= require("./openPipeline.cjs")).isStepOf((require_command ??= require("./command.cjs")).execStage, step)) ? ["the commands of exec"] : [], ...modules];
	return foreign.length === 0 ? [] : [`code that is not of this toolkit: ${foreign.join(", ")}; it may do whatever you may do`];
}
/** The first few names; of thousands nobody reads all. */
function firstOf(names) {
	const more = names.length - MOST_NAMES;
	return more > 0 ? `${names.slice(0, MOST_NAMES).join(", ")} and ${more} more` : names.join(", ");
}
const MOST_NAMES = 5;
// src/cli/checkCommand.ts
/** `ftp-harvest check pipeline.yaml` */
const run = async (args, world) => {
	const line = (require_command ??= require("./command.cjs")).commandLine("ftp-harvest check", "Check a pipeline, and say in words what would run", [["ftp-harvest check pipelines/harvest.yaml --set servers=mine.yaml", "what it would do with your servers"]]).argument("<pipeline.yaml>", "the pipeline");
	const { values, operands } = (require_command ??= require("./command.cjs")).parse(line, (require_openPipeline ??= require("./openPipeline.cjs")).pipelineOptions, args, world);
	const pipeline = await (require_openPipeline ??= require("./openPipeline.cjs")).openPipeline(operands, values, world);
	const lines = pipelineWords(pipeline, (require_pipelineFacts ??= require("./pipelineFacts.cjs")).pipelineFacts(pipeline, world));
	world.stdout.write(lines.map((line) => `${line}\n`).join(""));
	return 0;
};
exports.run = run;
