import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { concat, lastValueFrom, NEVER, of, Subject, take, tap, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import type { ProgramCommand } from "../../../src/config/commandKind.ts";
import { Gate, gated } from "../../../src/flow/gate.ts";
import type { AnyRecord } from "../../../src/records/record.ts";
import { eachDownload } from "../../../src/stages/exec/eachDownload.ts";
import { isRunning } from "../../servers/processFamily.ts";
import { collect, fieldOf, StageWorld } from "../stageWorld.ts";
import { allGone } from "./processes.ts";
import { RecordSource } from "./recordSource.ts";

function each(world: StageWorld, command: ProgramCommand, procs = 1) {
  return eachDownload({ command, procs, context: world.context("exec-1") });
}

function download(name: string, more: Readonly<Record<string, unknown>> = {}): AnyRecord {
  const local = `/data/a/${name}`;
  const where = { server: "a", config: "/cfg.yaml", path: `/${name}`, name, local };
  return { type: "download", run: "r", by: "fetch-1", ...where, status: "fetched", bytes: 1, ...more };
}

function failed(name: string, message: string): AnyRecord {
  const where = { server: "a", config: "/cfg.yaml", name, local: `/data/a/${name}` };
  return { type: "failure", run: "r", by: "exec-1", stage: "exec", ...where, code: "command", message, retry: false };
}

/** The pids that commands have noted in a file. */
async function pidsIn(path: string, count: number): Promise<number[]> {
  for (;;) {
    const pids = readFileSync(path, "utf8").trim().split(/\s+/).map(Number);
    if (pids.length === count && pids.every(Number.isInteger)) return pids;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe("a command for each file", () => {
  it("is run with the file's values in its arguments, whatever characters they have", async () => {
    using world = new StageWorld();
    const name = '$(id)/it\'s {server} $& "x" ü.csv';
    const made = await collect(
      [download(name)],
      each(world, ["printf", "%s\n", "{local}", "-{server}:{name}-", "{else}"]),
    );
    expect(made).toEqual([download(name)]);
    expect(world.notes).toEqual([`printf: /data/a/${name}`, `printf: -a:${name}-`, "printf: {else}"]);
  });

  it("has an empty stdin", async () => {
    using world = new StageWorld();
    expect(await collect([download("f")], each(world, ["cat"]))).toEqual([download("f")]);
  });

  it("is run for files that were fetched only; all else passes at once", async () => {
    using world = new StageWorld();
    const others = [download("f", { status: "unchanged" }), { type: "file" }, { type: "listed" }];
    const stream = concat(of(download("g"), ...others), NEVER).pipe(each(world, ["sleep", "1000"]), take(3), toArray());
    expect(await lastValueFrom(stream)).toEqual(others);
  });

  it("lets the download pass when it has ended", async () => {
    using world = new StageWorld();
    const log = join(world.folder, "log");
    const command: ProgramCommand = ["sh", "-c", 'sleep 0.05; echo done > "$1"', "sh", log];
    const stream = of(download("f")).pipe(
      each(world, command),
      tap(() => expect(readFileSync(log, "utf8")).toBe("done\n")),
    );
    expect(await lastValueFrom(stream)).toEqual(download("f"));
  });

  it("is run so often at once as was said, and no more often", async () => {
    using world = new StageWorld();
    const log = join(world.folder, "log");
    // The first one lasts until there is a second one.
    const script =
      'echo 1 >> "$1"; until [ "$(head -c 4 "$1" | tr -d "\\n")" = 11 ]; do sleep 0.01; done; sleep 0.05; echo -1 >> "$1"';
    const files = ["a", "b", "c", "d", "e", "f"].map((name) => download(name));
    await collect(files, each(world, ["sh", "-c", script, "sh", log], 2));
    let running = 0;
    const counts = readFileSync(log, "utf8")
      .trim()
      .split("\n")
      .map((change) => (running += Number(change)));
    expect(counts).toHaveLength(12);
    expect(Math.max(...counts)).toBe(2);
  });

  it("lets the source wait when it is slow", async () => {
    using world = new StageWorld();
    const source = new RecordSource(20_000, (at) => download(`f${at}`));
    const running = source.records.pipe(each(world, ["sleep", "1000"]), gated(new Gate(100))).subscribe();
    expect(await source.waits).toBe("waits");
    expect(source.made).toBeLessThan(1_000);
    running.unsubscribe();
  });

  it("hands on the first hundred lines of all of them", async () => {
    using world = new StageWorld();
    await collect([download("f"), download("g")], each(world, ["seq", "80"]));
    expect(world.notes).toHaveLength(101);
    expect(world.notes.at(-1)).toBe("seq: … (it says more, which is not shown)");
  });
});

describe("a command that fails for a file", () => {
  const name = "day\t1.csv";

  it.each<readonly [string, ProgramCommand, string]>([
    ["ends with 1", ["sh", "-c", "echo no such thing >&2; exit 1"], "sh -c …: exit code 1: no such thing"],
    ["is killed", ["sh", "-c", "kill -KILL $$"], "sh -c … was killed by SIGKILL"],
    ["is not there", ["no-such-program-here"], "no-such-program-here: there is no such program"],
  ])("is a failure behind its download, when it %s", async (_, command, message) => {
    using world = new StageWorld();
    const made = await collect([download(name)], each(world, command));
    expect(made).toEqual([download(name), failed(name, `day\\t1.csv: ${message}`)]);
  });

  it("leaves the others alone", async () => {
    using world = new StageWorld();
    const files = ["a", "b", "c"].map((name) => download(name));
    const made = await collect(files, each(world, ["test", "{name}", "!=", "b"]));
    expect(fieldOf(made, "download", "name")).toEqual(["a", "b", "c"]);
    expect(fieldOf(made, "failure", "message")).toEqual(["b: test {name} …: exit code 1"]);
  });

  it("is not even run where a name has other bytes here than its text, or there is none", async () => {
    using world = new StageWorld();
    const input = [download("\ufffd.txt"), download("f", { local: undefined }), download("g")];
    const made = await collect(input, each(world, ["echo", "{local}"]));
    expect(fieldOf(made, "failure", "message")).toEqual([
      "\ufffd.txt: echo {local} was not run: `local` has bytes that are no UTF-8: see `encoding` and `local_names`",
      "f: echo {local} was not run: its record has no `local`",
    ]);
    expect(fieldOf(made, "download", "name")).toEqual(["\ufffd.txt", "f", "g"]);
    expect(world.notes).toEqual(["echo: /data/a/g"]);
  });

  it("fails for values that no argument can hold", async () => {
    using world = new StageWorld();
    const made = await collect([download("a\0b"), download("x".repeat(200_000))], each(world, ["echo", "{local}"]));
    expect(fieldOf(made, "failure", "message")).toEqual([
      "a\\x00b: echo {local}: it can't be started (ERR_INVALID_ARG_VALUE)",
      `${"x".repeat(200_000)}: echo {local}: it can't be started (E2BIG)`,
    ]);
  });
});

describe("commands for files that are stopped", () => {
  const command = (log: string): ProgramCommand => ["sh", "-c", 'echo $$ >> "$1"; sleep 1000; true', "sh", log];

  it("are ended and not begun when the work must stop, and the files are told", async () => {
    using world = new StageWorld();
    const log = join(world.folder, "log");
    writeFileSync(log, "");
    const input = new Subject<AnyRecord>();
    const over = collect(input, each(world, command(log), 2));
    for (const name of ["f", "g", "h"]) input.next(download(name));
    const pids = await pidsIn(log, 2);
    world.stop.abort();
    input.next(download("i"));
    input.complete();
    const made = await over;
    expect(pids.some(isRunning)).toBe(false);
    expect(fieldOf(made, "download", "name").toSorted()).toEqual(["f", "g", "h", "i"]);
    expect(fieldOf(made, "failure", "message").toSorted()).toEqual([
      "f: sh -c … was stopped",
      "g: sh -c … was stopped",
      "h: sh -c … was not run: the harvest was stopped",
      "i: sh -c … was not run: the harvest was stopped",
    ]);
    expect(await pidsIn(log, 2)).toEqual(pids);
  });

  it("are ended when nobody wants the records any more", async () => {
    using world = new StageWorld();
    const log = join(world.folder, "log");
    writeFileSync(log, "");
    const running = concat(of(download("f"), download("g")), NEVER)
      .pipe(each(world, command(log), 2))
      .subscribe();
    const pids = await pidsIn(log, 2);
    running.unsubscribe();
    await allGone(pids);
  });
});
