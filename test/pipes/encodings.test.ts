import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeServers } from "../servers/describeServers.ts";
import { ENCODED_NAMES, type EncodedName, plantEncodedNames } from "../servers/encodedNames.ts";
import { SERVER_KINDS } from "../servers/installed.ts";
import { type RealServer, startServer } from "../servers/realServer.ts";
import { compareTrees, filesOf, readTree, SAME, type TreeEntry, temporaryFolder } from "../servers/trees.ts";
import { resultsOf } from "./results.ts";
import { Shell } from "./shell.ts";

const data = temporaryFolder();

beforeAll(() => plantEncodedNames(data.path));
afterAll(() => data[Symbol.dispose]());

/** A shell that knows one server by as many names as it has encodings, each for its folder. */
function configured({ host, port, user, password }: RealServer, defaults: object = {}): Shell {
  const shell = new Shell();
  const keys = { host, port, user, password };
  const servers = Object.keys(ENCODED_NAMES).map((encoding) => [encoding, { ...keys, encoding, path: `/${encoding}` }]);
  shell.configure(Object.fromEntries(servers), defaults);
  return shell;
}

/** The files of an encoding's folder, by their names here. */
function planted(encoding: string, nameHere: (name: EncodedName) => string): Map<string, TreeEntry> {
  const files = filesOf(readTree(join(data.path, encoding)));
  const named = ENCODED_NAMES[encoding]?.map((name) => [nameHere(name), files.get(name.wire)] as const) ?? [];
  return new Map(named.flatMap(([name, entry]) => (entry === undefined ? [] : [[name, entry]])));
}

/** The names and sizes that the result set must show. */
function shown(encoding: string): (readonly [name: string, size: number])[] {
  const files = filesOf(readTree(join(data.path, encoding)));
  const rows = ENCODED_NAMES[encoding]?.map(({ text, wire }) => [text, files.get(wire)?.size ?? -1] as const) ?? [];
  return rows.toSorted(byText);
}

function byText(one: readonly [string, number], other: readonly [string, number]): number {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  return a < b ? -1 : 1;
}

describeServers(SERVER_KINDS, (kind) => {
  it.concurrent("names in other encodings are fetched byte by byte and shown readable", async () => {
    await using server = await startServer({ kind, root: data.path });
    await using shell = configured(server);
    const ran = await shell.run("ftp-list cfg.yaml | tee l.ndjson | ftp-fetch -j 3 | ftp-report");
    expect({ ...ran, stdout: "" }).toMatchObject({ stderr: "", code: 0 });
    const results = resultsOf(ran.stdout);
    for (const encoding of Object.keys(ENCODED_NAMES)) {
      const [result, count, folder, files = []] = results[encoding] ?? [];
      expect([result, count, folder]).toEqual([0, files.length, join(shell.buffer, encoding)]);
      expect([...files].toSorted(byText)).toEqual(shown(encoding));
      const landed = filesOf(readTree(join(shell.buffer, encoding)));
      expect(
        compareTrees(
          planted(encoding, ({ local }) => local),
          landed,
        ),
      ).toEqual(SAME);
    }

    const again = await shell.run("ftp-fetch < l.ndjson | ftp-report");
    expect(again.code).toBe(0);
    expect(Object.values(resultsOf(again.stdout)).map(([, count]) => count)).toEqual([0, 0, 0, 0]);
  });

  it.concurrent("names are chosen by what people read, and `local_names: bytes` gives those of the server", async () => {
    await using server = await startServer({ kind, root: data.path });
    await using shell = configured(server, { local_names: "bytes" });
    const listed = await shell.run("ftp-list cfg.yaml --include '*报表*' | ftp-fetch | ftp-report");
    expect(namesIn(listed.stdout)).toEqual({ gbk: ["数据/报表.csv", "日报表.csv"], "utf-8": ["日报表.csv"] });
    const landed = filesOf(readTree(join(shell.buffer, "gbk")));
    expect([...landed.keys()].toSorted()).toEqual([
      "\xc8\xd5\xb1\xa8\xb1\xed.csv",
      "\xca\xfd\xbe\xdd/\xb1\xa8\xb1\xed.csv",
    ]);

    const filtered = "ftp-list cfg.yaml gbk | ftp-filter --include '数据/*.csv' | ftp-fetch --to other | ftp-report";
    expect(namesIn((await shell.run(filtered)).stdout)).toEqual({ gbk: ["数据/报表.csv", "数据/\ufffd\ufffd.csv"] });
    const all = filesOf(readTree(join(shell.path("other"), "gbk")));
    expect([...all.keys()]).toContain("\xca\xfd\xbe\xdd/\xff\xfe.csv");
  });
});

/** The names of a result set, by server; of those that have any. */
function namesIn(stdout: string): Record<string, readonly string[]> {
  const named = Object.entries(resultsOf(stdout)).map(
    ([server, [, , , files]]) => [server, files.map(([name]) => name).toSorted()] as const,
  );
  return Object.fromEntries(named.filter(([, names]) => names.length > 0));
}
