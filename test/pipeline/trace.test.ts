import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Trace } from "../../src/pipeline/trace.ts";
import { UsageError } from "../../src/records/fault.ts";
import { configFolder } from "../config/configFolder.ts";
import { StageWorld } from "../stages/stageWorld.ts";
import { loadedPipeline } from "./loadedPipeline.ts";

/** Opens a trace of four steps in a folder that need not be there. */
async function open(folder: string): Promise<Trace> {
  const { steps } = await loadedPipeline("steps: [servers, list, tee: x, report]");
  using world = new StageWorld();
  return Trace.open(folder, steps, world.context("harvest-1"));
}

/** The records in a file of the trace. */
function lines(path: string): unknown[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

function end(by: string, counts: Readonly<Record<string, number>>) {
  return { type: "end", run: "r", by: `harvest-1-${by}`, stage: by, code: 0, counts, inputs: [] };
}

describe("a trace", () => {
  it("has a file for the records behind each step but the report", async () => {
    const folder = configFolder({})("new/trace");
    const trace = await open(folder);
    trace.see(-1, { type: "server", n: 1 });
    trace.see(0, { type: "server", n: 1 });
    trace.see(0, { type: "file", n: 2 });
    trace.finish();
    trace.close();
    expect(readdirSync(folder)).toEqual(["0-servers.ndjson", "1-list.ndjson", "2-tee.ndjson"]);
    expect(lines(`${folder}/0-servers.ndjson`)).toEqual([{ type: "server", n: 1 }, end("0-servers", { server: 1 })]);
    expect(lines(`${folder}/1-list.ndjson`)).toEqual([
      { type: "server", n: 1 },
      { type: "file", n: 2 },
      end("1-list", { server: 1, file: 1 }),
    ]);
    expect(lines(`${folder}/2-tee.ndjson`)).toEqual([end("2-tee", {})]);
  });

  it("can be read by its user only, also where files of its names were open to others", async () => {
    const path = configFolder({ "0-servers.ndjson": "old", other: "kept" });
    symlinkSync("other", path("1-list.ndjson"));
    (await open(path("."))).close();
    for (const name of ["0-servers", "1-list", "2-tee"]) {
      expect(statSync(path(`${name}.ndjson`)).mode & 0o777, name).toBe(0o600);
    }
    expect(readFileSync(path("other"), "utf8")).toBe("kept");
  });

  it("takes no more records when it is closed", async () => {
    const path = configFolder({});
    const trace = await open(path("."));
    trace.close();
    trace.see(0, { type: "file" });
    trace.close();
    expect(readFileSync(path("1-list.ndjson"), "utf8")).toBe("");
  });

  it("is refused where its folder can't be made", async () => {
    const path = configFolder({ file: "" });
    await expect(open(path("file"))).rejects.toEqual(
      new UsageError(`--trace ${path("file")}: a file lies where the folder should be`),
    );
    await expect(open(path("file/below"))).rejects.toThrow("a file lies where a folder should be");
  });

  it("is refused where a folder has the name of one of its files", async () => {
    const path = configFolder({});
    mkdirSync(path("1-list.ndjson"));
    await expect(open(path("."))).rejects.toThrow("a folder lies where a file should be");
  });

  it("says once that the disk takes no more, and lets the pipeline go on", () => {
    const path = configFolder({});
    writeFileSync(path("child.mts"), FULL_DISK);
    // Files of at most 1 KiB: the second block of one does not fit.
    const script = `ulimit -f 1; exec node --import tsx ${path("child.mts")}`;
    const child = spawnSync("bash", ["-c", script], { cwd: ROOT, encoding: "utf8", env: { ...process.env, ROOT } });
    expect(child.stdout).toBe(
      `--trace ${path("t")}: a file is larger than this disk, or ulimit -f, allows; the records from here on are not kept\n`,
    );
    expect(child).toMatchObject({ stderr: "", status: 0 });
    expect(existsSync(path("t/1-list.ndjson"))).toBe(true);
  });
});

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const FULL_DISK = `
const { Trace } = await import(process.env.ROOT + "/src/pipeline/trace.ts");
const steps = ["servers", "list"].map((name) => ({ stage: { name } }));
const context = { run: "r", by: "harvest-1", note: (message) => console.log(message) };
const trace = Trace.open(import.meta.dirname + "/t", steps, context);
for (let n = 0; n < 20_000; n++) for (const place of [-1, 0]) trace.see(place, { type: "file", n });
trace.finish();
trace.close();
export {};
`;
