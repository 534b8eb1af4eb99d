import { readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type OutputChunk, type Plugin, rolldown } from "rolldown";
import { lateRequires } from "./lateRequires.ts";
import { licences } from "./licences.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DIST = join(ROOT, "dist");

/** RxJS as ES modules, of which only what is used gets in. Node.js itself would load it as CommonJS: 200 files, 50 ms. */
const RXJS = join(dirname(createRequire(import.meta.url).resolve("rxjs/package.json")), "dist/esm/index.js");

/**
 * The commands get a copy of RxJS. What `src/embed` hands out are Observables of the RxJS of whoever imports ftp-harvest; the two
 * understand each other.
 */
const twoOfRxjs: Plugin = {
  name: "two-of-rxjs",
  resolveId(specifier, importer = "") {
    if (specifier !== "rxjs") return undefined;
    if (importer.startsWith(join(ROOT, "src/embed/"))) return { id: specifier, external: true };
    return { id: RXJS, moduleSideEffects: false };
  },
};

/** All that a help text needs. Each file costs half a millisecond, so it is one. */
const HELP = [
  "node_modules/commander/",
  "src/config/(assignments|backendOptions|commandKind|conditions|connections|fieldNames|foldersDeep|kinds|localPath|nearest|recordTypes|segmentsKind|spelling|writtenDefault)",
  "src/records/(codes|errorCode|fault|printable|record)",
  "src/pipeline/journalFolder",
  "src/stages/(dedupe|exec|fetch|filter|limit|list|map|report|servers|serversAtOnce|stage|tee|list/fileSelectionOptions)",
  "src/cli/(blockedReader|brokenWords|commandLine|exitCodes|flags|ftp[A-Z]\\w+|inputOptions|lostTerminal|main|openFiles|signals|stepCommand|terminal|world)",
];

/** What every stage needs to run. */
const STREAM = [
  "node_modules/(rxjs|tslib)/",
  "src/(flow|records)/",
  "src/pipeline/(end|journal|record)\\w*",
  "src/pipeline/(lateBy|readerLeft|stageProcess|watchedInput)",
  "src/stages/(noteOfTypes|faultRecord|hashPlaces|latestKeys|report/displayWidth|report/humanBytes)",
  "src/stages/map/",
  "src/ftp/onAbort",
  "src/cli/(offlineContext|progress|sayRefused|stageCommand)",
];

/** What reads configurations, speaks FTP, and works on servers: loaded whole when such a stage begins. */
const WORK = [
  "node_modules/(basic-ftp|picomatch|yaml)/",
  "src/(config|ftp|sink)/",
  "src/stages/(fetch|filter|list)/",
  "src/stages/onSession",
  "src/cli/stageContext",
];

/** What divides servers: for whole harvests, and a part of it for the threads. */
const BACKEND = [
  "src/pipeline/(backend|pipelineRecords)",
  "src/threads/(carriedError|errand|messages|openBackend|staysHere|threads?|workerFile)",
];

/** What makes steps of their description: for the threads, and for pipelines. */
const DESCRIBED = ["src/pipeline/(from|registry|stageModule)", "src/threads/workplace"];

/** The files that commands share; a module is in the first one that names it. Whatever else is shared is split by itself. */
const SHARED = [
  { name: "command", test: within(HELP) },
  { name: "stream", test: within(STREAM) },
  { name: "programs", test: within(["src/stages/(exec|tee)/"]) },
  { name: "report", test: within(["src/stages/report/", "src/cli/printResult"]) },
  { name: "work", test: within(WORK) },
  { name: "backend", test: within(BACKEND) },
  { name: "described", test: within(DESCRIBED) },
];

/** The modules of these folders, which end in `/`, and files. */
function within(places: readonly string[]): RegExp {
  return new RegExp(`/(?:${places.map((place) => (place.endsWith("/") ? place : `${place}\\.`)).join("|")})`);
}

/**
 * One graph for all commands and the public API: a stage that people wrote throws the `Fault` that a command knows, and finds its gate.
 */
const commands = readdirSync(join(ROOT, "bin")).filter((file) => file.startsWith("ftp-"));
const bundle = await rolldown({
  cwd: ROOT,
  platform: "node",
  preserveEntrySignatures: "allow-extension",
  input: Object.fromEntries(
    [...commands.map((file) => `bin/${file}`), "src/index.ts", "src/threads/worker.ts"].map((file) => [
      file.replace(/\.ts$/, ""),
      file,
    ]),
  ),
  plugins: [twoOfRxjs, lateRequires],
});
const { output } = await bundle.write({
  dir: DIST,
  format: "cjs",
  comments: { legal: false, annotation: false, jsdoc: false },
  entryFileNames: ({ name }) => (name.startsWith("bin/") ? "[name].js" : "[name].cjs"),
  // As deep as the sources: files beside them are found from both.
  chunkFileNames: "src/bundled/[name].cjs",
  codeSplitting: { groups: SHARED, includeDependenciesRecursively: false },
});
await bundle.close();

writeFileSync(join(DIST, "bin/package.json"), `{ "type": "commonjs" }\n`);
const chunks = output.filter((file): file is OutputChunk => file.type === "chunk");
const names = chunks.find(({ fileName }) => fileName === "src/index.cjs")?.exports ?? [];
writeFileSync(
  join(DIST, "src/index.js"),
  `import api from "./index.cjs";\nexport const { ${names.join(", ")} } = api;\n`,
);
writeFileSync(join(DIST, "THIRD-PARTY-LICENSES"), licences(chunks.flatMap(({ moduleIds }) => moduleIds)));
