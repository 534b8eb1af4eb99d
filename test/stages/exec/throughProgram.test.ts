import { EventEmitter, once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  concat,
  defer,
  firstValueFrom,
  from,
  lastValueFrom,
  NEVER,
  type Observable,
  of,
  Subject,
  take,
  tap,
  toArray,
} from "rxjs";
import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/config/commandKind.ts";
import { boundedMergeMap } from "../../../src/flow/boundedMergeMap.ts";
import { currentGate, Gate, gated } from "../../../src/flow/gate.ts";
import { countOf } from "../../../src/records/fields.ts";
import type { AnyRecord } from "../../../src/records/record.ts";
import { shownCommand } from "../../../src/stages/exec/shownCommand.ts";
import { throughProgram } from "../../../src/stages/exec/throughProgram.ts";
import { isRunning } from "../../servers/processFamily.ts";
import { collect, fieldOf, StageWorld } from "../stageWorld.ts";
import { allGone } from "./processes.ts";
import { file, RecordSource } from "./recordSource.ts";

function through(world: StageWorld, command: Command, types: readonly string[] = ["file"]) {
  return throughProgram({ command, types: new Set(types), context: world.context("exec-1") });
}

const files = (count: number) => Array.from({ length: count }, (_, at) => file("a", at));
const node = (script: string): Command => [process.execPath, "-e", script];

/** Writes a record with its own process id, and one with that of a process that it has started; then runs `rest`. */
const tellsPids = (rest: string) =>
  `sleep 1000 & echo '{"type":"pid","pid":'$!'}'; echo '{"type":"pid","pid":'$$'}'; ${rest}`;

describe("records through a program", () => {
  it("are what it makes of them, in its order, whatever their type", async () => {
    using world = new StageWorld();
    const made = await collect(files(3), through(world, `sed -n '1!G;h;$p' | sed 's/"file"/"thing"/'`));
    expect(made.map(({ type, name }) => [type, name])).toEqual([
      ["thing", "f2"],
      ["thing", "f1"],
      ["thing", "f0"],
    ]);
    expect(world.damage).toEqual([]);
  });

  it("keep all their fields", async () => {
    using world = new StageWorld();
    const record = { ...file("a"), odd: [{ deep: "\u2028 ü" }] };
    expect(await collect([record], through(world, "cat"))).toEqual([record]);
  });

  it("get a program and its arguments without a shell", async () => {
    using world = new StageWorld();
    const made = await collect(files(3), through(world, ["grep", "-v", "f1"]));
    expect(fieldOf(made, "file", "name")).toEqual(["f0", "f2"]);
  });

  it("let those of other types go round at once", async () => {
    using world = new StageWorld();
    const server = { type: "server", server: "a" };
    const stream = concat(of(file("a"), server), NEVER).pipe(through(world, "sleep 1000"), take(1), toArray());
    expect(await lastValueFrom(stream)).toEqual([server]);
  });

  it("are chosen by type", async () => {
    using world = new StageWorld();
    const made = await collect([file("a"), { type: "x" }, { type: "y" }], through(world, "cat >&2", ["x", "y"]));
    expect(made).toEqual([file("a")]);
    expect(world.notes).toHaveLength(2);
  });

  it("reach it line by line while the stream goes on", async () => {
    using world = new StageWorld();
    const input = new Subject<AnyRecord>();
    const answered = firstValueFrom(input.pipe(through(world, `while read -r line; do echo '{"type":"read"}'; done`)));
    input.next(file("a"));
    expect(await answered).toEqual({ type: "read" });
  });

  it("may be taken in all before the first comes out", async () => {
    using world = new StageWorld();
    const { records } = new RecordSource(100_000);
    const made = await lastValueFrom(records.pipe(through(world, "sort -r"), gated(new Gate(100)), toArray()));
    expect(made).toHaveLength(100_000);
    expect(made[0]?.["name"]).toBe("f99999");
  });

  it("may be left unread, by a program that has enough of them", async () => {
    using world = new StageWorld();
    const { records } = new RecordSource(50_000, (at) => (at % 100 === 0 ? { type: "server", at } : file("a", at)));
    const made = await lastValueFrom(records.pipe(through(world, "head -n 5"), gated(new Gate(100)), toArray()));
    expect(fieldOf(made, "file", "name")).toEqual(["f1", "f2", "f3", "f4", "f5"]);
    expect(made.filter(({ type }) => type === "server")).toHaveLength(500);
    expect(made).toHaveLength(505);
  });

  it("wait while the program does not read", async () => {
    using world = new StageWorld();
    const source = new RecordSource(200_000);
    const running = source.records.pipe(through(world, "sleep 1000")).subscribe();
    expect(await source.waits).toBe("waits");
    expect(source.made).toBeLessThan(20_000);
    running.unsubscribe();
  });

  it("wait while those behind are busy, however much the program makes of them", async () => {
    using world = new StageWorld();
    const gate = new Gate(1_000);
    let most = 0;
    const busy = (records: Observable<AnyRecord>) =>
      records.pipe(
        tap(() => {
          gate.park();
          most = Math.max(most, gate.parked);
        }),
      );
    const rest = setInterval(() => gate.unpark(Math.min(gate.parked, 200)), 1);
    const { records } = new RecordSource(1_000);
    const made = records.pipe(through(world, "awk '{ for (i = 0; i < 100; i++) print }'"), busy, gated(gate));
    let count = 0;
    await lastValueFrom(made.pipe(tap(() => count++)));
    clearInterval(rest);
    expect(count).toBe(100_000);
    expect(most).toBeLessThan(5_000);
  });

  it("leave no gate behind, though the program ends before them", async () => {
    using world = new StageWorld();
    const gate = new Gate(100);
    const late = from(new Promise<AnyRecord>((resolve) => setTimeout(resolve, 200, file("a"))));
    const first = late.pipe(through(world, "exit 0"));
    const next = defer(() => of(currentGate()));
    expect((await lastValueFrom(concat(first, next).pipe(gated(gate)))) === gate).toBe(true);
  });

  it("wait while those that go round it are too many for those behind", async () => {
    using world = new StageWorld();
    const gate = new Gate(1_000);
    const source = new RecordSource(20_000, () => ({ type: "server" }));
    const busy = tap<AnyRecord>(() => gate.park());
    const running = source.records.pipe(through(world, "cat"), busy, gated(gate)).subscribe();
    expect(await source.waits).toBe("waits");
    expect(source.made).toBe(1_000);
    running.unsubscribe();
  });

  it("wait while queues before it are full", async () => {
    using world = new StageWorld();
    const source = new RecordSource(20_000);
    const queued = source.records.pipe(boundedMergeMap(() => NEVER, 1));
    const running = queued.pipe(through(world, "cat")).subscribe();
    expect(await source.waits).toBe("waits");
    expect(source.made).toBeLessThan(2_000);
    running.unsubscribe();
  });

  it("are ended by a last line without its newline", async () => {
    using world = new StageWorld();
    expect(await collect([], through(world, `printf '{"type":"a"}\\n{"type":"b"}'`))).toEqual([
      { type: "a" },
      { type: "b" },
    ]);
    expect(world.damage).toEqual([]);
  });
});

describe("lines of a program that are no records", () => {
  it("are told, and the others pass", async () => {
    using world = new StageWorld();
    const made = await collect([], through(world, `printf 'hello\\n{"type":"a"}\\n[1]\\n{"type":"b"'`));
    expect(made).toEqual([{ type: "a" }]);
    expect(world.damage).toEqual([
      'line 1 of the output of printf \'hello\\n{"type":"a"}\\n[1]\\n{"type":"b"\' is damaged: not JSON',
      'line 3 of the output of printf \'hello\\n{"type":"a"}\\n[1]\\n{"type":"b"\' is damaged: not a JSON object',
      'line 4 of the output of printf \'hello\\n{"type":"a"}\\n[1]\\n{"type":"b"\' is damaged: not JSON',
    ]);
  });

  it("are told ten times, then counted", async () => {
    using world = new StageWorld();
    await collect([], through(world, ["seq", "1000"]));
    expect(world.damage).toHaveLength(11);
    expect(world.damage.at(0)).toBe("line 1 of the output of seq 1000 is damaged: not a JSON object");
    expect(world.damage.at(-1)).toBe("the output of seq 1000: 990 more lines are damaged");
  });
});

describe("a program that fails", () => {
  const failed = (server: string, message: string) => ({
    type: "failure",
    run: "r",
    by: "exec-1",
    server,
    config: "/cfg.yaml",
    stage: "exec",
    code: "command",
    message,
    retry: false,
  });

  it.each([0, 1])("has not, when its exit code is %i", async (code) => {
    using world = new StageWorld();
    expect(await collect(files(1), through(world, `cat; exit ${code}`))).toEqual(files(1));
  });

  it("has failed, when its exit code is 1 and it says why", async () => {
    using world = new StageWorld();
    const made = await collect(files(1), through(world, "echo oh no >&2; exit 1"));
    expect(made).toEqual([failed("a", "echo oh …: exit code 1: oh no")]);
  });

  it("is a failure for each server whose records were for it, the lost ones too", async () => {
    using world = new StageWorld();
    const input = [file("a"), { type: "server", server: "b" }, file("c"), file("a", 1)];
    const made = await collect(input, through(world, "read -r line; echo oh no >&2; exit 5"));
    const message = "read -r …: exit code 5: oh no";
    expect(made).toEqual([input[1], failed("a", message), failed("c", message)]);
  });

  it("is one failure without a server where none had a record for it", async () => {
    using world = new StageWorld();
    const made = await collect([{ type: "server", server: "a" }], through(world, ["sh", "-c", "exit 2"]));
    expect(made).toEqual([
      { type: "server", server: "a" },
      {
        type: "failure",
        run: "r",
        by: "exec-1",
        stage: "exec",
        code: "command",
        message: "sh -c …: exit code 2",
        retry: false,
      },
    ]);
  });

  it.each<readonly [string, Command, string]>([
    ["was killed", "kill -KILL $$", "kill -KILL … was killed by SIGKILL"],
    ["is not there", ["no-such-program-here", "-x"], "no-such-program-here -x: there is no such program"],
    ["may not be run", ["/etc", "-x"], "/etc -x: it may not be run: is it executable?"],
    ["is not known to the shell", "no-such-program-here", "no-such-program-here: exit code 127: "],
    ["has too much to read", ["true", "x".repeat(200_000)], `true ${"x".repeat(40)}…: it can't be started (E2BIG)`],
  ])("says that it %s", async (_, command, message) => {
    using world = new StageWorld();
    const [failure] = await collect(files(1), through(world, command));
    expect(failure).toMatchObject({ type: "failure", server: "a", code: "command" });
    expect(failure?.["message"]).toContain(message);
  });

  it("says the last line of its stderr, cut and harmless", async () => {
    using world = new StageWorld();
    const script = `process.stderr.write("first\\n\\u001b[31m" + "x".repeat(300) + "\\n\\n"); process.exit(9)`;
    const [failure] = await collect(files(1), through(world, node(script)));
    const shown = shownCommand([process.execPath, "-e", script]);
    expect(failure?.["message"]).toBe(`${shown}: exit code 9: \\x1b[31m${"x".repeat(192)}`);
  });

  it("keeps what it has written", async () => {
    using world = new StageWorld();
    const made = await collect(files(2), through(world, "cat; exit 3"));
    expect(made.map(({ type }) => type)).toEqual(["file", "file", "failure"]);
  });
});

describe("a program that is ended", () => {
  const pidsIn = (records: readonly AnyRecord[]) => records.map((record) => countOf(record, "pid") ?? -1);

  it("is so when nobody wants its records, with all that it has started", async () => {
    using world = new StageWorld();
    const stream = NEVER.pipe(through(world, tellsPids("cat")), take(2), toArray());
    const pids = pidsIn(await lastValueFrom(stream));
    expect(pids).toHaveLength(2);
    await allGone(pids);
  });

  it("is given the time to tidy up, but not heard any more", async () => {
    using world = new StageWorld();
    const done = join(world.folder, "done");
    const script = `trap 'sleep 0.1; echo "{\\"type\\":\\"late\\"}"; echo tidy > "$1"; exit' TERM; echo '{"type":"ready"}'; while :; do sleep 0.01; done`;
    const over = new Subject<AnyRecord>();
    const stream = over.pipe(
      through(world, ["sh", "-c", script, "sh", done]),
      tap(() => world.stop.abort()),
      tap(() => over.complete()),
      toArray(),
    );
    expect(await lastValueFrom(stream)).toEqual([{ type: "ready" }]);
    expect(readFileSync(done, "utf8")).toBe("tidy\n");
  });

  it("is not told to have written half a line", async () => {
    using world = new StageWorld();
    const over = new Subject<AnyRecord>();
    const stream = over.pipe(
      through(world, `printf '{"type":"ready"}\\n{"type":'; cat`),
      tap(() => world.stop.abort()),
      tap(() => over.complete()),
    );
    await lastValueFrom(stream);
    expect(world.damage).toEqual([]);
  });

  it("is so even if it ignores SIGTERM", async () => {
    using world = new StageWorld();
    const stream = NEVER.pipe(through(world, `trap '' TERM; ${tellsPids("wait; sleep 1000")}`), take(2), toArray());
    await allGone(pidsIn(await lastValueFrom(stream)));
  });

  it("is so when the work must stop, without a failure, and the rest of the stream passes", async () => {
    using world = new StageWorld();
    const input = new Subject<AnyRecord>();
    const made: AnyRecord[] = [];
    const told = new EventEmitter();
    const over = lastValueFrom(
      input.pipe(
        through(world, tellsPids("cat; exit 7")),
        tap((record) => {
          made.push(record);
          if (made.length === 2) told.emit("pids");
        }),
      ),
    );
    await once(told, "pids");
    const pids = pidsIn(made);
    expect(pids.every(isRunning)).toBe(true);
    world.stop.abort();
    input.next(file("a"));
    input.next({ type: "listed", server: "a" });
    input.complete();
    await over;
    expect(made.slice(2)).toEqual([{ type: "listed", server: "a" }]);
    expect(pids.some(isRunning)).toBe(false);
  });

  it("is a failure for the servers whose outcomes it may still have when the work must stop", async () => {
    using world = new StageWorld();
    const input = new Subject<AnyRecord>();
    const script = `read -r line; echo '{"type":"has it"}'; exec sleep 1000`;
    const stream = input.pipe(
      through(world, script, ["file", "download"]),
      tap(({ type }) => {
        if (type !== "has it") return;
        world.stop.abort();
        input.complete();
      }),
      toArray(),
    );
    const over = lastValueFrom(stream);
    input.next({ ...file("a"), type: "download" });
    input.next(file("b"));
    const [, ...failures] = await over;
    expect(failures).toEqual([expect.objectContaining({ server: "a", message: "read -r … was stopped" })]);
  });

  it("gets no outcomes any more when the work must stop: they go round it", async () => {
    using world = new StageWorld();
    const outcomes = ["download", "failure", "skipped"].map((type) => ({ ...file("a"), type }));
    world.stop.abort();
    const made = await collect(
      [file("a"), ...outcomes],
      through(world, "cat", ["file", "download", "failure", "skipped"]),
    );
    expect(made).toEqual(outcomes);
  });

  it("lets its source go on, that had waited for it", async () => {
    using world = new StageWorld();
    const source = new RecordSource(20_000);
    const over = lastValueFrom(source.records.pipe(through(world, "sleep 1000")), { defaultValue: undefined });
    expect(await source.waits).toBe("waits");
    world.stop.abort();
    expect(await over).toBeUndefined();
    expect(source.made).toBe(20_000);
  });

  it("is so when its source fails", async () => {
    using world = new StageWorld();
    const failing = new Subject<AnyRecord>();
    const pids: number[] = [];
    const over = lastValueFrom(
      failing.pipe(
        through(world, tellsPids("cat")),
        tap((record) => {
          pids.push(countOf(record, "pid") ?? -1);
          if (pids.length === 2) failing.error(new Error("a bug"));
        }),
      ),
    );
    await expect(over).rejects.toThrow("a bug");
    await allGone(pids);
  });
});
