import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { map } from "rxjs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { autoShareIn, newOverall } from "../../src/ftp/poolShares.ts";
import { Fault, UsageError } from "../../src/index.ts";
import type { BackendRequest, Step } from "../../src/pipeline/backend.ts";
import type { AnyRecord, EndRecord, ServerRecord, SourceRecord } from "../../src/records/record.ts";
import { ON_THEIR_WAY_MAX } from "../../src/threads/messages.ts";
import { PONG_MAX_ms } from "../../src/threads/pulse.ts";
import { Threads } from "../../src/threads/threads.ts";
import { EmbedWorld, files } from "../embed/embedWorld.ts";
import { PATIENCE } from "../patience.ts";
import { StageFolder } from "./stageFolder.ts";

let folder: StageFolder;
beforeAll(() => {
  folder = new StageFolder();
});
afterAll(() => folder[Symbol.dispose]());

/** Threads, closed at the end of a block. */
class Opened extends Threads implements AsyncDisposable {
  readonly refused: string[];
  readonly overall: SharedArrayBuffer;

  constructor(most = 2) {
    const refused: string[] = [];
    const overall = newOverall();
    const onRefused = (why: string) => void refused.push(why);
    super({ env: {}, stateFolder: join(folder.path, "state"), overall, most, onRefused });
    this.overall = overall;
    this.refused = refused;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function server(name: string, port = 21, host = "h"): ServerRecord {
  return {
    type: "server",
    run: "r",
    by: "x",
    server: name,
    config: "/c",
    host,
    port,
    paths: ["/"],
    order: 0,
    buffer_path: "/b",
  };
}

/** A stage of the folder's module; in this process it marks records as done here. */
function step(stage: string, values: Step["values"] = {}, module = folder.module): Step {
  return { stage, values, module, operator: map((record) => ({ ...record, thread: 0 })) };
}

interface Asked {
  readonly records: AnyRecord[];
  readonly notes: string[];
  readonly damages: string[];
  readonly endings: (EndRecord | SourceRecord)[];
  readonly request: BackendRequest;
  readonly stop: AbortController;
}

function asked(emit?: (record: AnyRecord) => void | Promise<void>): Asked {
  const records: AnyRecord[] = [];
  const notes: string[] = [];
  const damages: string[] = [];
  const endings: Asked["endings"] = [];
  const stop = new AbortController();
  const request: BackendRequest = {
    ...{ run: "the run", by: "harvest-1", jobs: undefined, rate: undefined, epoch: 1, signal: stop.signal },
    emit: emit ?? ((record) => void records.push(record)),
    note: (message) => void notes.push(message),
    damaged: (message) => void damages.push(message),
    ending: (record) => void endings.push(record),
  };
  return { records, notes, damages, endings, request, stop };
}

/** The thread that a server was worked on in. */
async function threadOf(threads: Threads, its: ServerRecord): Promise<unknown> {
  const { records, request } = asked();
  await threads.run(its, [step("where")], request);
  return records[0]?.["thread"];
}

describe("a server in a worker thread", () => {
  it("goes through steps that are made there of their description, and its records come back in order", async () => {
    await using threads = new Opened();
    const { records, request } = asked();
    await threads.run(server("a"), [step("where", { word: "w" })], request);
    expect(records).toEqual([
      { ...server("a"), thread: expect.any(Number), seen: { word: "w", run: "the run", by: "harvest-1" } },
    ]);
    expect(records[0]?.["thread"]).not.toBe(0);
    const many = asked();
    await threads.run(server("a"), [step("endless")], many.request);
    expect(many.records.map(({ n }) => n)).toEqual(Array.from({ length: 100_000 }, (_, n) => n));
  });

  it("may say something beside its records: it is heard before its work is over", async () => {
    await using threads = new Opened();
    const { notes, damages, endings, request } = asked();
    await threads.run(server("a"), [step("saying")], request);
    expect({ notes, damages, endings }).toEqual({
      notes: ["a note"],
      damages: ["damaged"],
      endings: [{ type: "source", run: "r", by: "s", stage: "list", how: "cut" }],
    });
  });

  it("shares the link of the overall rate with those in other threads", async () => {
    await using threads = new Opened(2);
    await Promise.all(
      ["a", "b"].map((host) => threads.run(server(host, 21, host), [step("booking")], asked().request)),
    );
    expect(Number(new BigInt64Array(threads.overall)[0])).toBe(2);
  });

  it("may put into a record what only its text can carry", async () => {
    await using threads = new Opened();
    const { records, request } = asked();
    await threads.run(server("a"), [step("odd")], request);
    expect(records).toEqual([server("a")]);
  });

  it("waits for a reader who takes nothing", async () => {
    await using threads = new Opened(1);
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let taken = 0;
    const { notes, request } = asked(() => (taken++ === 0 ? held : undefined));
    const running = threads.run(server("a"), [step("endless")], request);
    const made = () => Number(notes.at(-1) ?? 0);
    await vi.waitUntil(() => made() > ON_THEIR_WAY_MAX, PATIENCE);
    // Others pass meanwhile, in the same thread: it has had all the time that it wants.
    for (let round = 0; round < 50; round++) await threadOf(threads, server("b"));
    // Those on their way, those parked behind them, and the batch that the generator holds.
    expect(made()).toBeLessThanOrEqual(ON_THEIR_WAY_MAX + 1_000 + 200);
    expect(taken).toBe(1);
    goOn();
    await running;
    expect(taken).toBe(100_000);
  });

  it("is over when its last record is taken, not when it is made", async () => {
    await using threads = new Opened();
    let taken = 0;
    const { request } = asked(async () => {
      for (let turns = 0; turns < 50; turns++) await turn();
      taken++;
    });
    await threads.run(server("a"), [step("where")], request);
    expect(taken).toBe(1);
  });

  it("is stopped by the signal, and what it says then is heard", async () => {
    await using threads = new Opened();
    const { records, notes, request, stop } = asked();
    const running = threads.run(server("a"), [step("patient")], request);
    await vi.waitUntil(() => notes.includes("it waits"), PATIENCE);
    stop.abort();
    await running;
    expect(records).toEqual([{ ...server("a"), stopped: true }]);
    const late = asked();
    late.stop.abort();
    await threads.run(server("a"), [step("patient")], late.request);
    expect(late.records).toEqual([{ ...server("a"), stopped: true }]);
  });

  it("is left when the one who takes records wants no more: the work ends, then the promise rejects with what was thrown", async () => {
    await using threads = new Opened();
    let taken = 0;
    const { notes, request } = asked(() => {
      if (++taken === 3) throw new Error("enough");
    });
    await expect(threads.run(server("a"), [step("endless")], request)).rejects.toThrow("enough");
    expect(taken).toBe(3);
    expect(Number(notes.at(-1))).toBeLessThan(100_000);
    expect(threads.refused).toEqual([]);
  });

  it.each(["note", "damaged", "ending"] as const)(
    "is left in the same way when the one who hears `%s` throws",
    async (say) => {
      await using threads = new Opened();
      const { records, request } = asked();
      const deaf = () => {
        throw new Error("I don't want to hear it");
      };
      const steps = [step("saying"), step("patient")];
      await expect(threads.run(server("a"), steps, { ...request, [say]: deaf })).rejects.toThrow(
        "I don't want to hear it",
      );
      expect(records).toEqual([]);
      expect(await threadOf(threads, server("a"))).toEqual(expect.any(Number));
    },
  );

  it("has no more records taken behind one that waits, when who hears a note throws meanwhile", async () => {
    await using threads = new Opened();
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let taken = 0;
    const { request } = asked(() => (taken++ === 0 ? held : undefined));
    const note = () => {
      if (taken === 0) return;
      goOn();
      throw new Error("not now");
    };
    await expect(threads.run(server("a"), [step("endless")], { ...request, note })).rejects.toThrow("not now");
    expect(taken).toBe(1);
  });
});

describe("servers", () => {
  it("of one host and port are worked on in one thread, whatever their names; others are divided", async () => {
    await using threads = new Opened();
    const held = asked();
    const running = threads.run(server("a"), [step("patient")], held.request);
    const first = threadOf(threads, server("twin of a", 21, "H"));
    const second = threadOf(threads, server("b", 2121));
    const third = threadOf(threads, server("c", 21, "i"));
    expect(new Set(await Promise.all([second, third]))).toHaveLength(1);
    expect(await first).not.toBe(await second);
    expect(await threadOf(threads, server("b again", 2121))).toBe(await second);
    held.stop.abort();
    await running;
  });

  it("begin no thread that is not needed, and no more than were asked for", async () => {
    await using threads = new Opened(2);
    const one = await threadOf(threads, server("a"));
    expect(await threadOf(threads, server("b", 1))).toBe(one);
    const all = await Promise.all(Array.from({ length: 9 }, (_, n) => threadOf(threads, server("s", 100 + n))));
    expect(new Set(all).size).toBe(2);
  });

  it("stay in this thread where their stages can't be had in another, which is told once", async () => {
    await using threads = new Opened();
    const missing = step("where", {}, join(folder.path, "none.mjs"));
    for (const name of ["a", "b"]) {
      const { records, request } = asked();
      await threads.run(server(name), [missing], request);
      expect(records).toEqual([{ ...server(name), thread: 0 }]);
    }
    expect(threads.refused).toEqual(["there is no such file"]);
  });
});

describe("what goes wrong in a worker thread", () => {
  it("is thrown here: a bug with its name and its place", async () => {
    await using threads = new Opened();
    const thrown = threads.run(server("a"), [step("throwing")], asked().request);
    await expect(thrown).rejects.toMatchObject({ name: "TypeError", message: "a bug of somebody's" });
    await expect(thrown).rejects.toHaveProperty("stack", expect.stringContaining("stages.mjs"));
  });

  it("is of the class that it was thrown as", async () => {
    await using threads = new Opened();
    const run = (stage: string) => threads.run(server("a"), [step(stage)], asked().request);
    await expect(run("faulty")).rejects.toBeInstanceOf(Fault);
    await expect(run("faulty")).rejects.toMatchObject({ code: "disk", message: "no room for it", retry: true });
    await expect(run("misused")).rejects.toBeInstanceOf(UsageError);
  });

  it("is told when the thread ends, to all whose servers were there; who comes later gets another one", async () => {
    await using threads = new Opened(1);
    const held = asked();
    const other = threads.run(server("a"), [step("patient")], held.request);
    await vi.waitUntil(() => held.notes.length > 0, PATIENCE);
    const gone = "a worker thread is gone: it ended with code 7";
    await expect(threads.run(server("b"), [step("exiting")], asked().request)).rejects.toThrow(gone);
    await expect(other).rejects.toThrow(gone);
    expect(await threadOf(threads, server("c"))).toEqual(expect.any(Number));
  });

  it("does not come back to who goes on: a dead thread gets no more servers, whether they are known or new", async () => {
    await using threads = new Opened(2);
    const held = asked();
    const other = threads.run(server("a", 1), [step("patient")], held.request);
    await vi.waitUntil(() => held.notes.length > 0, PATIENCE);
    await expect(threads.run(server("b", 2), [step("exiting")], asked().request)).rejects.toThrow("is gone");
    const again = await threadOf(threads, server("b", 2));
    const more = await Promise.all([3, 4, 5].map((port) => threadOf(threads, server("c", port))));
    held.stop.abort();
    await other;
    const first = await threadOf(threads, server("a", 1));
    expect(again).not.toBe(first);
    // No more threads than were asked for are alive.
    expect(more.every((thread) => thread === first || thread === again)).toBe(true);
  });

  it("gives the spare sessions back that it held, for others to take", async () => {
    await using threads = new Opened(1);
    const { notes, request } = asked();
    await expect(threads.run(server("a"), [step("hoarding")], request)).rejects.toThrow("it ended with code 7");
    expect(notes).toEqual(["60"]);
    expect(autoShareIn(threads.overall).spare).toBe(64);
  });

  it("leaves no lock behind that would keep others out for as long as this process lives", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(3) } });
    await using threads = new Opened(1);
    const { records, request } = asked();
    const { port } = world.server("a");
    const its = { ...server("a", port, "127.0.0.1"), config: world.config, buffer_path: world.buffer };
    const fetch = { stage: "fetch", values: { waitLock: 0, servers: 1 }, operator: map((record: AnyRecord) => record) };
    const list = { ...fetch, stage: "list" };
    const running = threads.run(its, [list, fetch, step("exiting at a download")], request);
    await expect(running).rejects.toThrow("it ended with code 8");
    expect(records).toEqual([]);
    expect(world.landed("a")).not.toEqual([]);
    expect(world.locks).toEqual([]);
  });

  it("is told when a stage leaves nothing to wait for and is not over", async () => {
    await using threads = new Opened(1);
    const running = threads.run(server("a"), [step("stuck")], asked().request);
    await expect(running).rejects.toThrow("nothing was left to wait for");
  });
});

describe("a worker thread that loops for ever", () => {
  it("is ended when it was told to stop and does not answer", async () => {
    await using threads = new Opened(1);
    const { request, stop, notes } = asked();
    const running = threads.run(server("a"), [step("looping")], request);
    await vi.waitUntil(() => notes.length > 0, PATIENCE);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      stop.abort();
      vi.advanceTimersByTime(PONG_MAX_ms);
    } finally {
      vi.useRealTimers();
    }
    await expect(running).rejects.toThrow("did not answer for 10 s: a stage may loop for ever");
  });
});

describe("the end of worker threads", () => {
  it("comes also where a module has left a timer behind", async () => {
    const threads = new Opened();
    await threads.run(server("a"), [step("leaving")], asked().request);
    expect(workersAlive()).toBeGreaterThan(0);
    await threads.close();
    await threads.close();
    // A thread's port is closed when the event loop has come round.
    await vi.waitUntil(() => workersAlive() === 0, PATIENCE);
  });
});

/** Handles of threads that keep this process alive. */
function workersAlive(): number {
  return process.getActiveResourcesInfo().filter((name) => name === "Worker" || name === "MessagePort").length;
}
