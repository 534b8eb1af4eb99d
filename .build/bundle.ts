import { readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type OutputChunk, type Plugin, rolldown } from "rolldown";
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

/**
 * Files that commands share, as few as can be: each one costs half a millisecond. A file holds what its pattern names and what that
 * imports, as far as no file above it holds it. Whatever else is shared is split by itself.
 */
const SHARED = [
  {
    name: "command",
    test: /node_modules\/commander\/|\/src\/config\/(?:kinds|nearest)\.|\/src\/cli\/(?:main|commandLine)\./,
  },
  {
    name: "stream",
    test: /node_modules\/rxjs\/|\/src\/(?:flow|records)\/|\/src\/pipeline\/stageProcess\.|\/src\/cli\/(?:stage|step)Command\.|\/src\/ftp\/onAbort\.|\/src\/stages\/(?:stage|servers|faultRecord|latestKeys|serversAtOnce)\./,
  },
  { name: "report", test: /\/src\/stages\/report\.|\/src\/cli\/printResult\./ },
  { name: "selection", test: /\/src\/stages\/list\/fileSelection\./ },
  { name: "session", test: /\/src\/stages\/onSession\.|\/src\/ftp\/names\.|\/src\/sink\/modified\./ },
  { name: "list", test: /\/src\/stages\/list\./ },
  { name: "fetch", test: /\/src\/stages\/fetch\./ },
  { name: "ftp", test: /\/src\/cli\/stageContext\./ },
];

/**
 * One graph for all commands and the public API: a stage that people wrote throws the `Fault` that a command knows, and finds its gate.
 */
const commands = readdirSync(join(ROOT, "bin")).filter((file) => file.startsWith("ftp-"));
const bundle = await rolldown({
  cwd: ROOT,
  platform: "node",
  input: Object.fromEntries(
    [...commands.map((file) => `bin/${file}`), "src/index.ts"].map((file) => [file.replace(/\.ts$/, ""), file]),
  ),
  plugins: [twoOfRxjs],
});
const { output } = await bundle.write({
  dir: DIST,
  // As deep as the sources: files beside them are found from both.
  chunkFileNames: "src/bundled/[name].js",
  codeSplitting: { groups: SHARED },
});
await bundle.close();

const chunks = output.filter((file): file is OutputChunk => file.type === "chunk");
writeFileSync(join(DIST, "THIRD-PARTY-LICENSES"), licences(chunks.flatMap(({ moduleIds }) => moduleIds)));
