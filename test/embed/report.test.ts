import { concat, filter, lastValueFrom, map, mergeMap, type Observable, of, take } from "rxjs";
import { describe, expect, it } from "vitest";
import {
  type AnyRecord,
  defineStage,
  fetchFiles,
  listFiles,
  operatorOf,
  type ResultRow,
  type ResultSet,
  report,
  servers,
  withSurroundings,
} from "../../src/index.ts";
import { EmbedWorld, files } from "./embedWorld.ts";

/** A result set's code, and each server's result and number of files. */
async function told(results: Observable<ResultSet>): Promise<{ code: number; rows: unknown[] }> {
  const result = await lastValueFrom(results);
  const rows = [...result].map(([server, itsResult, count]: ResultRow) => [server, itsResult, count]);
  result.close();
  return { code: result.code, rows };
}

const DEAD = { user: "somebody else", password: "x" };

describe("the report of a chain", () => {
  it("knows the dead servers that a stock filter took from it", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(3) }, dead: DEAD });
    const chain = servers(world.config).pipe(
      listFiles(),
      filter((record) => record.type === "file" && record.name !== "f1"),
      fetchFiles(),
      report(),
    );
    expect(await told(chain)).toEqual({
      code: 1,
      rows: [
        ["a", 0, 2],
        ["dead", 1, 0],
      ],
    });
  });

  it("counts nothing twice that it heard twice", async () => {
    await using world = await EmbedWorld.open({
      a: { files: { ...files(3), "/gone": { bytes: "" } }, on: { RETR: "550 No." } },
    });
    const result = await lastValueFrom(servers(world.config).pipe(listFiles(), fetchFiles(), report()));
    expect(result.servers).toMatchObject([{ server: "a", failed: 4, troubles: 0, fetched: 0 }]);
    result.close();
  });

  it("knows that a reader left: it accuses no server, and says nothing of those that were passed over", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(3) }, b: { files: files(3) } });
    const some = servers(world.config).pipe(listFiles({ servers: 1 }), take(3), fetchFiles(), report());
    expect(await told(some)).toEqual({ code: 0, rows: [["a", 0, 2]] });
  });

  it("hears inner chains, and each report those above it only", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(1) }, b: { files: files(2) } });
    const each = servers(world.config).pipe(
      mergeMap((server) => of(server).pipe(listFiles(), fetchFiles())),
      filter((record) => record.type === "download"),
    );
    expect(await told(each.pipe(report()))).toEqual({
      code: 0,
      rows: [
        ["a", 0, 1],
        ["b", 0, 2],
      ],
    });
    const apart: string[] = [];
    const reports = servers(world.config).pipe(
      mergeMap((server) => of(server).pipe(listFiles(), report())),
      map((result) => {
        apart.push(...result.servers.map(({ server }) => server));
        return { type: "x" };
      }),
      report(),
    );
    await told(reports);
    expect(apart.toSorted()).toEqual(["a", "b"]);
  });

  it("hears a chain that begins behind the end of a report above it", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(1) }, dead: DEAD });
    const first = servers(world.config, { names: "a" }).pipe(
      listFiles(),
      report(),
      map((result) => {
        result.close();
        return { type: "x" };
      }),
    );
    const second = servers(world.config, { names: "dead" }).pipe(
      listFiles(),
      filter((record) => record.type === "file"),
    );
    expect(await told(concat(first, second).pipe(report()))).toEqual({ code: 1, rows: [["dead", 1, 0]] });
  });

  it("has exit code 3 where a stage found damage", async () => {
    const notes: string[] = [];
    const damaged = operatorOf(
      defineStage({
        name: "damaged",
        summary: "Find damage",
        scope: "run",
        options: {},
        examples: [],
        operator: (_, context) => (source) => {
          context.damaged("what is this?");
          return source;
        },
      }),
    );
    const chain = of<AnyRecord>({ type: "x" }).pipe(damaged(), report());
    const onNote = (note: string) => notes.push(note);
    expect(await told(chain.pipe(withSurroundings({ onNote })))).toEqual({ code: 3, rows: [] });
    expect(notes).toEqual(["what is this?"]);
  });

  it("counts the files that were here already when asked to", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(2) } });
    const chain = servers(world.config).pipe(listFiles(), fetchFiles());
    expect((await told(chain.pipe(report()))).rows).toEqual([["a", 0, 2]]);
    expect((await told(chain.pipe(report()))).rows).toEqual([["a", 0, 0]]);
    expect((await told(chain.pipe(report({ withUnchanged: true })))).rows).toEqual([["a", 0, 2]]);
  });

  it("says on nobody's stderr how it is printed", () => {
    // @ts-expect-error that is for `toString` to say
    expect(() => report({ format: "csv" })).toThrow("report: unknown option `format`; known are `withUnchanged`");
  });
});
