import {
  catchError,
  concat,
  concatWith,
  EMPTY,
  filter,
  from,
  lastValueFrom,
  mergeMap,
  NEVER,
  type Observable,
  of,
  repeat,
  retry,
  Subject,
  share,
  take,
  tap,
  throwError,
  toArray,
} from "rxjs";
import { describe, expect, it, vi } from "vitest";
import {
  type AnyRecord,
  boundedMergeMap,
  fetchFiles,
  type HarvestRecord,
  listFiles,
  report,
  servers,
  withSurroundings,
} from "../../src/index.ts";
import { PATIENCE } from "../patience.ts";
import type { Handler } from "../servers/scripted/script.ts";
import { EmbedWorld, files } from "./embedWorld.ts";
import { probe } from "./probe.ts";

const RECORD: AnyRecord = { type: "x" };

function all<T>(stream: Observable<T>): Promise<T[]> {
  return lastValueFrom(stream.pipe(toArray()));
}

describe("the operators of one chain", () => {
  it("share a server's sessions: listing and fetching hold no more than `jobs` together", async () => {
    await using world = await EmbedWorld.open({ a: { files: { ...files(20, "/x"), ...files(20, "/y") } } });
    const [results] = await all(servers(world.config).pipe(listFiles(), fetchFiles({ jobs: 2 }), report()));
    expect(results?.ok).toBe(true);
    expect(world.server("a").mostConnected).toBeLessThanOrEqual(2);
  });

  it("may hold as many sessions as `jobs` says, though the listing came first", async () => {
    const together: Handler = async (session) => {
      await vi.waitUntil(() => world.server("a").connected === 3, PATIENCE);
      session.proceed();
    };
    await using world = await EmbedWorld.open({ a: { files: files(3), on: { RETR: together } } }, "connections: 1");
    const [results] = await all(servers(world.config).pipe(listFiles(), fetchFiles({ jobs: 3 }), report()));
    expect(results?.ok).toBe(true);
  });

  it("work in one run, stock operators and inner chains between them included", async () => {
    const { look, runs, contexts } = probe();
    const inner = of(RECORD).pipe(look(), repeat(2));
    const chain = of(RECORD).pipe(
      look(),
      mergeMap(() => inner),
      concatWith(inner),
      filter(() => true),
      look(),
    );
    expect(await all(chain)).toHaveLength(4);
    expect(contexts).toHaveLength(6);
    expect(runs()).toHaveLength(1);
    expect(new Set(contexts.map(({ pools }) => pools)).size).toBe(1);
  });

  it("find each other behind what comes later and from elsewhere", async () => {
    const { look, runs } = probe();
    const late = new Promise<AnyRecord>((resolve) => setTimeout(resolve, 1, RECORD));
    await all(
      of(1).pipe(
        mergeMap(() => late),
        mergeMap((record) => of(record).pipe(look())),
        look(),
      ),
    );
    expect(runs()).toHaveLength(1);
  });

  it("find each other where a value from outside begins them", async () => {
    const { look, contexts, runs } = probe();
    const outside = new Subject<AnyRecord>();
    const chain = all(
      outside.pipe(
        boundedMergeMap((record) => of(record).pipe(look()), 1),
        look(),
      ),
    );
    outside.next(RECORD);
    outside.next(RECORD);
    outside.complete();
    expect(await chain).toHaveLength(2);
    expect(contexts).toHaveLength(3);
    expect(runs()).toHaveLength(1);
  });

  it("find each other where one of them begins behind the end of a harvest within theirs", async () => {
    const { look, contexts, runs } = probe();
    const late = new Promise<AnyRecord>((resolve) => setTimeout(resolve, 1, RECORD));
    const within = from(late).pipe(look(), withSurroundings({}));
    await all(concat(within, of(RECORD).pipe(look())).pipe(look()));
    expect(contexts).toHaveLength(3);
    expect(runs()).toHaveLength(2);
  });

  it("have names of their own", async () => {
    const { look, contexts } = probe();
    await all(of(RECORD).pipe(look(), look()));
    const [first, second] = contexts.map(({ by }) => by);
    expect(first).toMatch(/^probe-/);
    expect(first).not.toBe(second);
  });
});

describe("each subscription from outside is a harvest of its own", () => {
  it("when two chains run at once", async () => {
    const { look, runs } = probe();
    const [one, two] = [new Subject<AnyRecord>(), new Subject<AnyRecord>()];
    const both = [all(one.pipe(look())), all(two.pipe(look()))];
    one.complete();
    two.complete();
    await Promise.all(both);
    expect(runs()).toHaveLength(2);
  });

  it("when a chain is repeated, retried or followed by another", async () => {
    const { look, contexts, runs } = probe();
    const chain = of(RECORD).pipe(look());
    await all(chain.pipe(repeat(2)));
    await all(concat(chain, chain));
    const failing = throwError(() => new Error("once more")).pipe(look());
    await all(
      failing.pipe(
        retry(1),
        catchError(() => chain),
      ),
    );
    expect(contexts).toHaveLength(7);
    expect(runs()).toHaveLength(7);
  });

  it("when it begins where another one has just ended", async () => {
    const { look, runs } = probe();
    await new Promise<void>((resolve) => {
      const next = () => of(RECORD).pipe(look()).subscribe({ complete: resolve });
      of(RECORD).pipe(look()).subscribe({ complete: next });
    });
    expect(runs()).toHaveLength(2);
  });

  it("and one's end is not the other's", async () => {
    const hanging: Handler = () => {};
    await using world = await EmbedWorld.open({
      a: { files: files(3) },
      b: { files: files(3), on: { MLSD: hanging } },
    });
    const slow = servers(world.config, { names: "b" }).pipe(listFiles()).subscribe();
    const quick = all(servers(world.config, { names: "a" }).pipe(listFiles()));
    await vi.waitUntil(() => world.server("b").lines().includes("MLSD"), PATIENCE);
    expect((await quick).filter(({ type }) => type === "file")).toHaveLength(3);
    expect(world.server("b").connected).toBe(1);
    slow.unsubscribe();
    await world.closed();
  });
});

describe("a harvest is closed", () => {
  it("when it is over: at its end, at an error, when nobody listens any more", async () => {
    const { look, contexts } = probe();
    await all(of(RECORD).pipe(look(), look()));
    await all(
      throwError(() => new Error("x")).pipe(
        look(),
        look(),
        catchError(() => EMPTY),
      ),
    );
    await all(concat(of(RECORD), NEVER).pipe(look(), look(), take(1)));
    NEVER.pipe(look(), look()).subscribe().unsubscribe();
    expect(contexts).toHaveLength(8);
    for (const { signal } of contexts) expect(signal.aborted).toBe(true);
  });

  it("not before the last of its streams is over", async () => {
    const { look, contexts } = probe();
    const inner = new Subject<AnyRecord>();
    const chain = all(
      of(RECORD).pipe(
        look(),
        mergeMap(() => inner.pipe(look())),
      ),
    );
    expect(contexts.map(({ signal }) => signal.aborted)).toEqual([false, false]);
    inner.complete();
    await chain;
    expect(contexts.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  });

  it("not while a shared part of it has other readers", async () => {
    const { look, contexts } = probe();
    const source = new Subject<AnyRecord>();
    const shared = source.pipe(look(), share());
    const first = shared.pipe(look()).subscribe();
    const second = all(shared);
    first.unsubscribe();
    source.next(RECORD);
    expect(contexts[0]?.signal.aborted).toBe(false);
    source.complete();
    expect(await second).toEqual([RECORD]);
    expect(contexts[0]?.signal.aborted).toBe(true);
  });

  it("before anybody hears of its end", async () => {
    const { look, contexts } = probe();
    const heard: (boolean | undefined)[] = [];
    const see = () => heard.push(contexts.at(-1)?.signal.aborted);
    of(RECORD).pipe(look()).subscribe({ complete: see });
    throwError(() => new Error("x"))
      .pipe(look())
      .subscribe({ error: see });
    expect(heard).toEqual([true, true]);
  });

  it("with every connection, every lock and nothing half done, when it is unsubscribed from", async () => {
    const halfway: Handler = async (session) => {
      if (session.count() > 1) return session.gone();
      await session.proceed();
    };
    await using world = await EmbedWorld.open({ a: { files: files(9), on: { RETR: halfway } } });
    const seen: HarvestRecord[] = [];
    const chain = servers(world.config).pipe(listFiles(), fetchFiles({ jobs: 3 }));
    const subscription = chain.subscribe((record) => seen.push(record));
    await vi.waitUntil(() => seen.some(({ type }) => type === "download"), PATIENCE);
    await vi.waitUntil(
      () =>
        world
          .server("a")
          .lines()
          .filter((line) => line.startsWith("RETR")).length === 4,
      PATIENCE,
    );
    expect(world.locks).not.toEqual([]);
    subscription.unsubscribe();
    expect(world.locks).toEqual([]);
    await world.closed();
    await vi.waitUntil(() => world.landed("a").length === 1, PATIENCE);
  });
});

describe("a source that gives all at once is stopped when there is enough", () => {
  const { look } = probe();
  it.each([
    ["a stage that hands all on", look()],
    ["listing", listFiles()],
    ["fetching", fetchFiles()],
    ["fetching in order", fetchFiles({ keepOrder: true })],
    ["surroundings", withSurroundings<AnyRecord>({})],
  ])("behind %s", async (_, operator) => {
    let made = 0;
    function* records(): Generator<AnyRecord> {
      while (made++ < 1_000) yield RECORD;
    }
    expect(await all(from(records()).pipe(operator, take(3)))).toHaveLength(3);
    expect(made).toBe(3);
  });
});

describe("withSurroundings", () => {
  it("makes all above it one harvest, whatever stands last", async () => {
    const { look, runs } = probe();
    const inner = of(RECORD).pipe(look());
    await all(concat(inner, inner).pipe(withSurroundings({})));
    expect(runs()).toHaveLength(1);
  });

  it("gives another environment", async () => {
    const { look, contexts } = probe();
    await all(of(RECORD).pipe(look(), withSurroundings({ env: { FTP_HARVEST_STATE: "/elsewhere" } })));
    expect(contexts[0]?.stateFolder).toBe("/elsewhere");
  });

  it("ends all work when its signal is aborted; what was left undone is told", async () => {
    const hanging: Handler = () => {};
    await using world = await EmbedWorld.open({ a: { files: files(5), on: { RETR: hanging } } });
    const stop = new AbortController();
    const harvested = servers(world.config).pipe(
      listFiles(),
      fetchFiles({ jobs: 2 }),
      tap({ next: ({ type }) => type === "listed" && stop.abort() }),
      filter((record) => record.type === "harvested"),
      withSurroundings({ signal: stop.signal }),
    );
    expect(await all(harvested)).toMatchObject([{ asked: 5, fetched: 0, not_started: 5 }]);
    await world.closed();
  });

  it("hears what people should know", async () => {
    const notes: string[] = [];
    const context = probe();
    const said = tap(() => context.contexts[0]?.note("by the way"));
    await all(of(RECORD).pipe(context.look(), said, withSurroundings({ onNote: (note) => notes.push(note) })));
    expect(notes).toEqual(["by the way"]);
  });
});
