import { join } from "node:path";
import { filter, of, take, tap } from "rxjs";
import { describe, expect, it, vi } from "vitest";
import type { OptionValues } from "../../src/config/options.ts";
import type { ServerSettings } from "../../src/config/server.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import { listStage } from "../../src/stages/list.ts";
import { PATIENCE } from "../patience.ts";
import type { Handler, Script } from "../servers/scripted/script.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { stage as fetchStage, file } from "./fetch/fetchInput.ts";
import { EVERYTHING } from "./list/everything.ts";
import { openSpills } from "./list/openSpills.ts";
import { collect, fieldOf, StageWorld } from "./stageWorld.ts";

type Values = OptionValues<typeof listStage.options>;

const VALUES: Values = {
  ...EVERYTHING,
  depth: undefined,
  jobs: undefined,
  servers: 64,
};

/** Lists one scripted server. */
async function list(script: Script, settings: Partial<ServerSettings> = {}, values: Partial<Values> = {}) {
  await using server = await startScriptedServer(script);
  using world = new StageWorld();
  const record = world.add("s", { port: server.port, ...settings });
  const records = await collect([record], listStage.operator({ ...VALUES, ...values }, world.context("list-1")));
  const listed = records.at(-1);
  if (listed?.type !== "listed") throw new Error("the last record is not `listed`");
  return { records, listed, names: fieldOf(records, "file", "name"), lines: server.lines() };
}

/** Every folder holds a file and so many folders more, or links. */
function endless(width: number, type = "dir"): Handler {
  const folders = Array.from({ length: width }, (_, n) => `type=${type}; d${n}\r\n`);
  return async (session) => {
    const data = await session.openData();
    session.reply("150 Here.");
    await data.send(`type=file;size=1; f\r\n${folders.join("")}`);
    await data.end();
    session.reply("226 Done.");
  };
}

describe("a walk", () => {
  const files = { "/out/b.csv": "22", "/out/.hidden": "", "/out/sub/a.csv": "1", "/out/sub/deep/x": "333", "/top": "" };

  it("says of each file where and what it is", async () => {
    const { records, listed } = await list({ files: { "/out/sub/a.csv": "12345" } }, { paths: ["/out"] });
    expect(records.find(({ type }) => type === "file")).toEqual({
      type: "file",
      run: "r",
      by: "list-1",
      server: "s",
      config: "/cfg.yaml",
      path: "/out/sub/a.csv",
      name: "sub/a.csv",
      size: 5,
      modified: "2026-01-02T03:04:05Z",
      modified_from: "mlsd",
    });
    expect(listed).toMatchObject({ run: "r", by: "list-1", server: "s", files: 1, directories: 2, complete: true });
  });

  it("lists a folder's files, then its folders, each to the ground", async () => {
    const { names, listed } = await list({ files }, { paths: ["/out"] });
    expect(names).toEqual(["b.csv", ".hidden", "sub/a.csv", "sub/deep/x"]);
    expect(listed).toMatchObject({ directories: 3, files: 4, complete: true });
  });

  it("says that times of LIST are of the server's zone", async () => {
    const { records } = await list({ list: { "/": ["-rw-r--r-- 1 u g 5 Jan 02  2026 a"] } });
    expect(fieldOf(records, "file", "modified_from")).toEqual(["list"]);
    expect(fieldOf(records, "file", "modified")).toEqual(["2026-01-02"]);
  });

  it.each([
    [1, ["b.csv", ".hidden"]],
    [2, ["b.csv", ".hidden", "sub/a.csv"]],
  ])("goes %i folders deep", async (depth, wanted) => {
    expect((await list({ files }, { paths: ["/out"] }, { depth })).names).toEqual(wanted);
  });

  it("endless depth ends", async () => {
    const { records, listed } = await list({ on: { MLSD: endless(1), CWD: "250 Any." } }, { max_depth: 20 });
    expect(listed).toMatchObject({ directories: 20, files: 20, complete: false });
    const path = "/d0".repeat(19);
    const message = "1 more folders in it are deeper than `max_depth` (20) allows";
    expect(records.filter(({ type }) => type === "failure")).toMatchObject([
      { code: "listing_incomplete", path, message, retry: false },
    ]);
  });

  it("to a depth that was asked for is complete, also where the tree goes on beyond `max_depth`", async () => {
    const script: Script = { on: { MLSD: endless(1), CWD: "250 Any." } };
    const { listed } = await list(script, { max_depth: 7 }, { depth: 7 });
    expect(listed).toMatchObject({ directories: 7, complete: true });
    expect((await list(script, { max_depth: 7 }, { depth: 8 })).listed).toMatchObject({ complete: false });
  });

  it("a tree that is endless in width ends", async () => {
    const script: Script = { on: { MLSD: endless(100), CWD: "250 Any." } };
    const { records, listed } = await list(script, { max_entries: 5_000 });
    // In each folder a file and a hundred folders, and as much as there is room for in the last one.
    expect(listed).toMatchObject({ directories: 50, files: 50, complete: false });
    const message = "more entries of this server than `max_entries` (5000): its walk ends";
    expect(records.filter(({ type }) => type === "failure")).toMatchObject([
      { code: "listing_incomplete", path: "/d0".repeat(49), message },
    ]);
  });

  it("takes as many entries as `max_entries`, those of tries that failed not counted", async () => {
    const MLSD: Handler = async (session) => {
      if (session.count() > 1) return session.proceed();
      const data = await session.openData();
      session.reply("150 Here.");
      await data.send("type=file;size=1; a\r\n");
      await data.end();
      session.reply("426 Cut.");
    };
    const script = { files: { "/a": "", "/b": "" }, on: { MLSD } };
    const whole = await list(script, { max_entries: 2, retries: 1 });
    expect(whole).toMatchObject({ names: ["a", "b"], listed: { complete: true } });
    const tooMany = await list(script, { max_entries: 1, retries: 1 });
    expect(tooMany).toMatchObject({ names: ["a"], listed: { files: 1, complete: false } });
    // Asking again would give as many.
    expect(tooMany.lines.filter((line) => line === "MLSD")).toHaveLength(2);
  });

  it("ends where a folder lists itself under other names, as folders or as links that nothing is told of", async () => {
    const CWD: Handler = (session, path) => {
      session.folder = path;
      session.reply("250 Any.");
    };
    const folders = await list({ on: { CWD, MLSD: endless(3) } }, { max_depth: 4 });
    expect(folders.listed).toMatchObject({ directories: 1 + 3 + 9 + 27, complete: false });
    const linked = { CWD, SIZE: "550 No.", MLSD: endless(3, "OS.unix=symlink") };
    const links = await list({ on: linked }, { links: "all" });
    expect(links.listed).toMatchObject({ directories: 1 + 3 + 9 + 27, complete: true });
    expect(fieldOf(links.records, "skipped", "reason")).toHaveLength(81);
  });

  it("never enters an excluded folder", async () => {
    const { names, lines } = await list({ files }, { paths: ["/out"] }, { exclude: ["sub"] });
    expect(names).toEqual(["b.csv", ".hidden"]);
    expect(lines.some((line) => line.includes("sub"))).toBe(false);
  });

  it("names files of several paths from their deepest common parent", async () => {
    const script = { files: { "/data/out/a": "", "/data/reports/b": "" } };
    const { records, names } = await list(script, { paths: ["/data/reports", "/data/out/"] });
    expect(names).toEqual(["reports/b", "out/a"]);
    expect(fieldOf(records, "file", "path")).toEqual(["/data/reports/b", "/data/out/a"]);
  });

  it.each([[["/out", "/out/sub"]], [["/out/sub", "/out"]], [["/out", "/out/", "/out/sub/../sub"]]])(
    "lists files of the overlapping paths %j once",
    async (paths) => {
      const { names, listed } = await list({ files }, { paths });
      expect(names.toSorted()).toEqual([".hidden", "b.csv", "sub/a.csv", "sub/deep/x"]);
      expect(listed["directories"]).toBe(3);
    },
  );

  it("counts the depth from the nearest of overlapping paths", async () => {
    const { names } = await list({ files }, { paths: ["/out", "/out/sub"] }, { depth: 2 });
    expect(names).toContain("sub/deep/x");
  });

  it("begins relative paths where the log-in leads to", async () => {
    const script: Script = {
      files: { "/home/u/out/a": "", "/etc/b": "" },
      on: {
        PASS(session) {
          session.folder = "/home/u";
          session.reply("230 Logged in.");
        },
      },
    };
    const { records } = await list(script, { paths: ["out", "/etc"] });
    expect(fieldOf(records, "file", "path")).toEqual(["/home/u/out/a", "/etc/b"]);
  });

  it("finds nothing on an empty server, and that is whole", async () => {
    const { records, listed } = await list({});
    expect(records.map(({ type }) => type)).toEqual(["server", "listed"]);
    expect(listed).toMatchObject({ files: 0, directories: 1, complete: true });
  });

  it("tells of a path that is not there, and is not complete", async () => {
    const { records, listed } = await list({ files }, { paths: ["/none", "/out/sub"] });
    const failure = records.find(({ type }) => type === "failure");
    expect(failure).toMatchObject({ stage: "list", code: "not_found", path: "/none", server: "s", retry: false });
    expect(listed).toMatchObject({ files: 2, complete: false });
  });

  it("goes on after a folder that is refused", async () => {
    const CWD: NonNullable<Script["on"]>[string] = (session, path) =>
      path.endsWith("sub") ? session.reply("550 Permission denied.") : session.proceed();
    const { records, listed, names } = await list({ files: { ...files, "/out/z/last": "" }, on: { CWD } });
    expect(fieldOf(records, "failure", "path")).toEqual(["/out/sub"]);
    expect(names).toContain("out/z/last");
    expect(listed["complete"]).toBe(false);
  });

  it("lists a folder again where that can help", async () => {
    const MLSD: NonNullable<Script["on"]>[string] = (session) =>
      session.count() === 1 ? session.reply("450 Not now.") : session.proceed();
    const { names, listed } = await list({ files: { "/a": "" }, on: { MLSD } }, { retries: 1 });
    expect(names).toEqual(["a"]);
    expect(listed["complete"]).toBe(true);
    const once = await list({ files: { "/a": "" }, on: { MLSD } });
    expect(once.listed["complete"]).toBe(false);
    expect(fieldOf(once.records, "failure", "code")).toEqual(["busy"]);
  });

  it("tells of a listing that the server cut or that nobody can read", async () => {
    const cut = await list({ files: { "/a": "" }, final: { MLSD: "226 Output truncated to 1 matches" } });
    expect(cut.names).toEqual(["a"]);
    expect(fieldOf(cut.records, "failure", "code")).toEqual(["listing_incomplete"]);
    expect(cut.listed["complete"]).toBe(false);
    const odd = await list({ mlsd: { "/": ["type=file;size=1; a", "what is this"] } });
    expect(odd.names).toEqual(["a"]);
    expect(odd.listed["complete"]).toBe(false);
  });

  it("ends with one failure where there is no log-in", async () => {
    const { records, listed } = await list({ files, password: "another" });
    expect(fieldOf(records, "failure", "code")).toEqual(["login"]);
    expect(listed).toMatchObject({ files: 0, complete: false });
  });

  it("holds no more than one session", async () => {
    await using server = await startScriptedServer({ files });
    using world = new StageWorld();
    await collect([world.add("s", { port: server.port })], listStage.operator(VALUES, world.context("list-1")));
    expect(server.connections).toBe(1);
  });
});

describe("names that can't be", () => {
  it.each([
    ["type=file;size=1; a/b", "a / inside a name"],
    ["type=file;size=1; .0123456789abcdef.fh-part", "unfinished"],
    ["type=dir; .s.fh-lock", "locks"],
  ])("are a failure: %s", async (line, why) => {
    const { records, names, listed } = await list({ mlsd: { "/": [line, "type=file;size=1; good"] } });
    const failure = records.find(({ type }) => type === "failure");
    expect(failure).toMatchObject({ code: "unsafe_name", retry: false });
    expect(failure?.["message"]).toContain(why);
    expect(names).toEqual(["good"]);
    expect(listed["complete"]).toBe(true);
  });

  it("names that climb are failures", async () => {
    const climbing = ["..", "../x", "a/../../x", "/etc/passwd", "./x"];
    const lines = climbing.flatMap((name) => [`type=file;size=1; ${name}`, `type=OS.unix=slink:/etc; ${name}`]);
    const { records, names, listed } = await list({ mlsd: { "/": [...lines, "type=file;size=1; good"] } });
    expect(names).toEqual(["good"]);
    expect(new Set(fieldOf(records, "failure", "code"))).toEqual(new Set(["unsafe_name"]));
    expect(fieldOf(records, "failure", "path")).toHaveLength(lines.length);
    expect(listed).toMatchObject({ files: 1, directories: 1 });
  });

  it("names over the file system's limit are failures", async () => {
    const lines = (...names: string[]) => ({ mlsd: { "/": names.map((name) => `type=file;size=1; ${name}`) } });
    const long = await list(lines("n".repeat(256), "n".repeat(255)));
    expect(long.names).toEqual(["n".repeat(255)]);
    expect(String(fieldOf(long.records, "failure", "message")[0])).toContain("more than 255 bytes");
    // \xc3\xa9 is one character.
    const asked = await list(lines("\xc3\xa9".repeat(6), "\xc3\xa9".repeat(5)), { max_name: 10 });
    expect(asked.names).toEqual(["\u00e9".repeat(5)]);
    expect(String(fieldOf(asked.records, "failure", "message")[0])).toContain("more than 10 bytes (max_name)");
    expect(fieldOf(asked.records, "failure", "code")).toEqual(["unsafe_name"]);
  });

  it("are those whose path is longer than any file's, so that no tree makes records without bound", async () => {
    const name = "d".repeat(200);
    const MLSD: Handler = async (session) => {
      const data = await session.openData();
      session.reply("150 Here.");
      await data.send(`type=dir; ${name}\r\n`);
      await data.end();
      session.reply("226 Done.");
    };
    const { records, listed } = await list({ on: { MLSD, CWD: "250 Any." } });
    expect(fieldOf(records, "failure", "code")).toEqual(["unsafe_name"]);
    expect(listed["directories"]).toBe(1 + Math.floor(4096 / 201));
  });

  it("fail nobody who did not ask for them", async () => {
    const script = { mlsd: { "/": ["type=file;size=1; .0123456789abcdef.fh-part", "type=file;size=1; a.csv"] } };
    expect(fieldOf((await list(script, {}, { include: ["*.csv"] })).records, "failure", "code")).toEqual([]);
    expect(fieldOf((await list(script, {}, { exclude: ["*.fh-part"] })).records, "failure", "code")).toEqual([]);
  });

  it("are shown without control characters", async () => {
    const { records } = await list({ mlsd: { "/": ["type=file;size=1; \x1b[31m/x"] } });
    expect(fieldOf(records, "failure", "message")).toEqual(['"\\x1b[31m/x": a / inside a name']);
  });
});

describe("names that are no UTF-8", () => {
  // 日报 in GBK.
  const gbk = "\xc8\xd5\xb1\xa8";

  it("carry their path's bytes", async () => {
    const { records } = await list({ mlsd: { "/": [`type=file;size=1; ${gbk}.csv`] } });
    const file = records.find(({ type }) => type === "file");
    expect(Buffer.from(String(file?.["raw"]), "base64").toString("latin1")).toBe(`/${gbk}.csv`);
    expect(file?.["name"]).toBe("\ufffdձ\ufffd.csv");
  });

  it("carry none where they are", async () => {
    const { records } = await list({ mlsd: { "/": [`type=file;size=1; ${Buffer.from("日报").toString("latin1")}`] } });
    expect(records.find(({ type }) => type === "file")).not.toHaveProperty("raw");
    expect(fieldOf(records, "file", "name")).toEqual(["日报"]);
  });

  it("may be as long as any other", async () => {
    const { records, names } = await list({ mlsd: { "/": [`type=file;size=1; ${gbk.repeat(60)}`] } });
    expect(fieldOf(records, "failure", "message")).toEqual([]);
    expect(names).toHaveLength(1);
  });

  it("are entered and named below a folder of such a name", async () => {
    const { records } = await list({ files: { [`/out/${gbk}/a`]: "" } }, { paths: ["/out"] });
    expect(String(fieldOf(records, "file", "name")[0])).toBe("\ufffdձ\ufffd/a");
  });
});

describe("names in another encoding", () => {
  // 数 in GBK, and in UTF-8, which is broken GBK.
  const gbk = "\xca\xfd";
  const utf8 = "\xe6\x95\xb0";
  const both = { mlsd: { "/": [`type=file;size=1; ${utf8}.csv`, `type=file;size=2; ${gbk}.csv`] } };

  it("are text, with their bytes where the encoding does not fit", async () => {
    const lines = [`type=file;size=1; ${gbk}.csv`, "type=file;size=2; \xff.csv"];
    const { records } = await list({ mlsd: { "/": lines } }, { encoding: "gbk" });
    const files = records.filter(({ type }) => type === "file");
    expect(files[0]).toMatchObject({ path: "/数.csv", name: "数.csv" });
    expect(files[0]).not.toHaveProperty("raw");
    const raw = Buffer.from("/\xff.csv", "latin1").toString("base64");
    expect(files[1]).toMatchObject({ path: "/\ufffd.csv", name: "\ufffd.csv", raw });
  });

  it("that would be the same here are a failure, and not one file in the place of another", async () => {
    const { records, listed } = await list(both, { encoding: "gbk" });
    expect(fieldOf(records, "file", "size")).toEqual([1]);
    expect(fieldOf(records, "failure", "name")).toEqual(["数.csv"]);
    expect(fieldOf(records, "failure", "code")).toEqual(["unsafe_name"]);
    expect(fieldOf(records, "failure", "message")[0]).toContain("`local_names: bytes` keeps both");
    expect(listed["files"]).toBe(1);
  });

  it("may be the same as text where they have their bytes here, or are alone in their folder", async () => {
    expect((await list(both, { encoding: "gbk", local_names: "bytes" })).names).toHaveLength(2);
    const apart = { mlsd: { "/": [`type=file;size=1; ${utf8}.csv`, "type=dir; a"], "/a": [both.mlsd["/"][1] ?? ""] } };
    const { records, names } = await list(apart, { encoding: "gbk" });
    expect(fieldOf(records, "failure", "message")).toEqual([]);
    expect(names).toHaveLength(2);
  });

  it("may be in the paths to walk, and in the folder that names are relative to", async () => {
    const files = { [`/${gbk}/a/${gbk}.csv`]: "", [`/${gbk}/b/\xff.csv`]: "" };
    const paths = ["/数/a", "/数/b"];
    expect((await list({ files }, { encoding: "gbk", paths })).names).toEqual(["a/数.csv", "b/\ufffd.csv"]);
  });

  it("that the encoding lacks are a failure where they are paths to walk", async () => {
    const { records, listed } = await list({ files: {} }, { encoding: "koi8-r", paths: ["/数"] });
    expect(fieldOf(records, "failure", "message")[0]).toContain('koi8-r has no "数"');
    expect(fieldOf(records, "failure", "code")).toEqual(["config"]);
    expect(listed["complete"]).toBe(false);
  });
});

/** A server of links, each with its target. One that resolves them tells in PWD where it is. */
function linked(
  links: Readonly<Record<string, string>>,
  files: Script["files"],
  resolves: boolean,
  tells = true,
): Script {
  const real = (path: string, steps = 0): string => {
    // "Too many levels of symbolic links."
    if (steps > 8) return "/nowhere";
    const on = Object.keys(links).find((link) => path === link || path.startsWith(`${link}/`));
    return on === undefined
      ? path
      : real(`${links[on]}${path.slice(on.length)}`.replace(/^\/\//, "/") || "/", steps + 1);
  };
  const script: Script = { files };
  const inside = (folder: string) => {
    const at = real(folder);
    const below = at === "/" ? "/" : `${at}/`;
    const names = new Map<string, string>();
    for (const path of Object.keys(files ?? {})) {
      if (!path.startsWith(below)) continue;
      const [name = "", ...rest] = path.slice(below.length).split("/");
      names.set(name, rest.length > 0 ? "type=dir;" : "type=file;size=1;");
    }
    for (const [link, target] of Object.entries(links)) {
      const at = link.slice(0, link.lastIndexOf("/") + 1);
      if (at === below)
        names.set(link.slice(at.length), tells ? `type=OS.unix=slink:${target};` : "type=OS.unix=symlink;");
    }
    return [...names].map(([name, facts]) => `${facts} ${name}`);
  };
  const isFolder = (path: string) =>
    path === "/" || Object.keys(files ?? {}).some((file) => file.startsWith(`${path}/`));
  return {
    ...script,
    on: {
      CWD(session, path) {
        const target = real(session.path(path));
        if (!isFolder(target)) return session.reply("550 No such directory.");
        session.folder = resolves ? target : session.path(path);
        session.reply("250 OK");
      },
      SIZE(session, path) {
        const target = real(session.path(path));
        session.reply(files?.[target] === undefined ? "550 No such file." : "213 1");
      },
      MDTM: (session) => session.reply("213 20260102030405"),
      async MLSD(session) {
        const data = await session.openData();
        session.reply("150 Here.");
        await data.send(
          Buffer.from(
            inside(session.folder)
              .map((line) => `${line}\r\n`)
              .join(""),
          ),
        );
        await data.end();
        session.reply("226 Done.");
      },
    },
  };
}

describe("links", () => {
  const files = { "/out/a": "1", "/data/b": "2", "/data/deep/c": "3" };
  const links = { "/out/file": "/data/b", "/out/folder": "/data", "/out/dangling": "/nowhere" };

  it("to files are files, with the size of what they lead to", async () => {
    const { records, names } = await list(linked(links, files, true), { paths: ["/out"] });
    expect(names).toEqual(["a", "file"]);
    expect(records.find(({ name }) => name === "file")).toMatchObject({ size: 1, modified_from: "mdtm" });
  });

  it("to folders and to nothing are skipped with a reason, and nothing has failed", async () => {
    const { records, listed } = await list(linked(links, files, true), { paths: ["/out"] });
    expect(records.filter(({ type }) => type === "skipped")).toMatchObject([
      { name: "folder", path: "/out/folder", reason: "a link to a folder (links: files)", stage: "list" },
      { name: "dangling", reason: "a link that leads nowhere, to /nowhere" },
    ]);
    expect(listed).toMatchObject({ files: 2, complete: true });
  });

  it("are walked with `all`", async () => {
    const { names } = await list(linked(links, files, true), { paths: ["/out"], links: "all" });
    expect(names).toEqual(["a", "file", "folder/b", "folder/deep/c"]);
  });

  it("are not even looked at with `skip`, nor where they are excluded", async () => {
    const skip = await list(linked(links, files, true), { paths: ["/out"], links: "skip" });
    expect(skip.names).toEqual(["a"]);
    expect(fieldOf(skip.records, "skipped", "reason")).toEqual(Array(3).fill("a link (links: skip)"));
    const excluded = await list(linked(links, files, true), { paths: ["/out"] }, { exclude: ["f*", "dangling"] });
    expect(excluded.records.map(({ type }) => type)).toEqual(["server", "file", "listed"]);
    for (const { lines } of [skip, excluded]) expect(lines.some((line) => line.startsWith("SIZE"))).toBe(false);
  });

  it("are chosen by the size of what they lead to", async () => {
    expect((await list(linked(links, files, true), { paths: ["/out"] }, { minSize: 5 })).names).toEqual([]);
  });

  const LOOPS = {
    "to itself": { "/out/self": "/out/self" },
    "to its own folder": { "/out/here": "/out" },
    up: { "/out/up": "/" },
    "into each other": { "/out/x/y": "/out/y", "/out/y/x": "/out/x" },
    "to an ancestor, deep inside": { "/out/x/deep/back": "/out/x" },
  };
  const tree = { "/out/a": "", "/out/x/b": "", "/out/x/deep/d": "", "/out/y/c": "" };
  const kinds = [
    ["resolves them", true, true],
    ["only names their targets", false, true],
    ["tells nothing of them", false, false],
  ] as const;
  it("loops of links end", async () => {
    for (const [kind, resolves, tells] of kinds) {
      for (const [whither, loop] of Object.entries(LOOPS)) {
        const script = linked(loop, tree, resolves, tells);
        const { names, listed, records } = await list(script, { paths: ["/out"], links: "all" });
        const which = `links that lead ${whither}, on a server that ${kind}`;
        expect(names, which).toEqual(expect.arrayContaining(["a", "x/b", "x/deep/d", "y/c"]));
        // Into each other: each is once below the other. Else no file is seen twice, where the server tells what is real.
        const most = tells ? 7 : 100;
        expect(names.length, which).toBeLessThanOrEqual("/out/x/y" in loop ? most : Math.min(most, tells ? 4 : 100));
        expect(new Set(names).size, which).toBe(names.length);
        expect(listed["complete"], which).toBe(true);
        expect(fieldOf(records, "skipped", "reason").length, which).toBeGreaterThan(0);
      }
    }
  });

  it("never number more than three on one way", async () => {
    const chain = Object.fromEntries([0, 1, 2, 3, 4].map((n) => [`/f${n}/next`, `/f${n + 1}`]));
    const files = Object.fromEntries([0, 1, 2, 3, 4, 5].map((n) => [`/f${n}/file`, ""]));
    const { names, records } = await list(linked(chain, files, true), { paths: ["/f0"], links: "all" });
    expect(names).toEqual(["file", "next/file", "next/next/file", "next/next/next/file"]);
    expect(fieldOf(records, "skipped", "reason")).toEqual(["a link to a folder, behind 3 links already"]);
  });
});

it("devices and the like are skipped", async () => {
  const { records, listed } = await list({ list: { "/": ["prw-r--r-- 1 u g 0 Jan 02  2026 pipe"] } });
  expect(records.find(({ type }) => type === "skipped")).toMatchObject({ reason: "neither a file nor a folder" });
  expect(listed).toMatchObject({ files: 0, complete: true });
});

describe("large folders", () => {
  const lines = Array.from({ length: 100_000 }, (_, n) => `type=file;size=${n}; f${n}`);

  it("come whole, and let others have their turn", async () => {
    let turns = 0;
    const others = setInterval(() => turns++, 1);
    const { names, listed } = await list({ mlsd: { "/": lines } });
    clearInterval(others);
    expect(names).toHaveLength(100_000);
    expect(listed["files"]).toBe(100_000);
    expect(turns).toBeGreaterThan(10);
  });

  it("are left in the middle by a signal: the listing is not complete then", async () => {
    await using server = await startScriptedServer({ mlsd: { "/": lines }, folders: ["/more"] });
    using world = new StageWorld();
    const found: unknown[] = [];
    const context = world.context("list-1");
    const walk = listStage.operator(VALUES, context)(of(world.add("s", { port: server.port })));
    await new Promise<void>((resolve) => {
      walk.subscribe({
        next(record) {
          found.push(record);
          if (found.length === 10) world.stop.abort();
        },
        complete: resolve,
      });
    });
    expect(found.at(-1)).toMatchObject({ type: "listed", complete: false });
    expect(found.length).toBeLessThan(50_000);
  });

  it("are left when nobody listens any more", async () => {
    await using server = await startScriptedServer({ mlsd: { "/": lines } });
    using world = new StageWorld();
    const spillFolder = join(world.folder, "state", "spill");
    let spilled = 0;
    const walk = listStage.operator(VALUES, world.context("list-1"));
    const look = tap<AnyRecord>(() => {
      spilled = openSpills(spillFolder).length;
    });
    const input = [world.add("s", { port: server.port })];
    const records = await collect(input, (source) => source.pipe(walk, look, take(5)));
    expect(records).toHaveLength(5);
    // What does not fit into memory has a file in the state folder as long as somebody listens.
    expect(spilled).toBe(1);
    await vi.waitUntil(() => openSpills(spillFolder).length === 0, PATIENCE);
  });
});

describe("the stage", () => {
  it("writes each server's record before all else of it", async () => {
    await using one = await startScriptedServer({ files: { "/a": "" } });
    await using two = await startScriptedServer({ files: { "/b": "" } });
    using world = new StageWorld();
    const servers = [world.add("one", { port: one.port }), world.add("two", { port: two.port })];
    const records = await collect(servers, listStage.operator(VALUES, world.context("list-1")));
    for (const server of ["one", "two"]) {
      const its = records.filter((record) => record["server"] === server).map(({ type }) => type);
      expect(its).toEqual(["server", "file", "listed"]);
    }
  });

  it("works on no more servers at once than asked for, in their order", async () => {
    const working = { now: 0, most: 0 };
    const MLSD: NonNullable<Script["on"]>[string] = async (session) => {
      working.most = Math.max(working.most, ++working.now);
      await session.proceed();
      working.now--;
    };
    await using server = await startScriptedServer({ files: { "/a": "" }, on: { MLSD } });
    using world = new StageWorld();
    const servers = ["a", "b", "c", "d"].map((name) => world.add(name, { port: server.port, user: name }));
    const records = await collect(servers, listStage.operator({ ...VALUES, servers: 1 }, world.context("list-1")));
    expect(working.most).toBe(1);
    expect(fieldOf(records, "listed", "server")).toEqual(["a", "b", "c", "d"]);
  });

  it("is held up by no server that is silent", async () => {
    await using silent = await startScriptedServer({ greeting: null });
    await using quick = await startScriptedServer({ files: { "/a": "" } });
    using world = new StageWorld();
    const input = [world.add("silent", { port: silent.port }), world.add("quick", { port: quick.port })];
    const firstListed = filter((record: AnyRecord) => record.type === "listed");
    const stage = listStage.operator(VALUES, world.context("list-1"));
    const records = await collect(input, (source) => source.pipe(stage, firstListed, take(1)));
    expect(records).toMatchObject([{ server: "quick", files: 1 }]);
  });

  it("hands on what it does not know, and fields that it does not know", async () => {
    await using server = await startScriptedServer();
    using world = new StageWorld();
    const known = { ...world.add("s", { port: server.port }), colour: "blue" };
    const others = [{ type: "weather", 7: 1, rain: true }, { type: "file" }, { type: "server" }];
    const records = await collect([known, ...others], listStage.operator(VALUES, world.context("list-1")));
    expect(records).toEqual(expect.arrayContaining([known, ...others]));
    expect(records).toHaveLength(5);
  });

  it("a record for an unknown server is a failure", async () => {
    using world = new StageWorld();
    const stranger = { type: "server", run: "r2", server: "x" };
    const records = await collect([stranger], listStage.operator(VALUES, world.context("list-1")));
    const fetched = await collect([file("a", 1, { server: "x" })], fetchStage(world));
    expect(fetched).toMatchObject([
      { type: "failure", stage: "fetch", server: "x", path: "/a", code: "config", message: "no server x" },
      { type: "harvested", server: "x", asked: 1, failed: 1, local: null },
    ]);
    expect(records).toMatchObject([
      stranger,
      { type: "failure", run: "r2", by: "list-1", stage: "list", server: "x", code: "config", message: "no server x" },
      { type: "listed", run: "r2", server: "x", files: 0, complete: false },
    ]);
  });
});
