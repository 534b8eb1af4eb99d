import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { branch } from "./branch.ts";
import { isLeftOver, landed, resultsOf, whole } from "./results.ts";
import { KILLED, Shell } from "./shell.ts";
import { killWatched, watched } from "./watched.ts";

let shell: Shell;

beforeEach(() => {
  shell = new Shell();
});

afterEach(() => shell[Symbol.asyncDispose]());

describe("a fetch killed with -9", () => {
  it("ends the report with 3, and what it had fetched is counted", async () => {
    const big = shell.own(
      await startScriptedServer({
        files: { "/a.bin": "first", "/b.bin": "second" },
        on: {
          RETR: async (session, name) => {
            if (name.endsWith("b.bin")) await session.gone();
            else await session.proceed();
          },
        },
      }),
    );
    shell.configure({ big: { host: big.host, port: big.port, user: "u", password: "p" } });
    const pipe = shell.start(`ftp-list cfg.yaml | ${watched("ftp-fetch", "-j 1")} | tee f.ndjson | ftp-report`);
    while (!shell.has("f.ndjson") || !shell.read("f.ndjson").includes('"download"')) await wait(5);
    await killWatched(shell, "ftp-fetch");
    const ran = await pipe.ended;
    expect(ran.codes.slice(1)).toEqual([KILLED, 0, 3]);
    expect(resultsOf(ran.stdout)["big"]).toEqual([1, 1, `${shell.buffer}/big`, [["a.bin", 5]]]);
    expect(ran.stderr).toMatch(/^ftp-report: fetch-\S+ was killed/);
  });

  it("a run killed with -9 leaves nothing wrong: the next one completes it and clears old part files", async () => {
    const bytes = "whole content ".repeat(10_000);
    const stuck = shell.own(
      await startScriptedServer({
        files: { "/a.bin": bytes },
        on: {
          RETR: async (session) => {
            if (session.count() > 1) return session.proceed();
            const data = await session.openData();
            session.reply("150 Here.");
            await data.send(bytes.slice(0, 100_000));
            await session.gone();
          },
        },
      }),
    );
    shell.configure({ s: { host: stuck.host, port: stuck.port, user: "u", password: "p" } });
    const pipe = shell.start(`ftp-list cfg.yaml | ${watched("ftp-fetch")} | ftp-report`);
    const partSize = () => {
      const part = landed(shell.buffer).find((name) => name.endsWith(".fh-part"));
      return part === undefined ? 0 : statSync(join(shell.buffer, part)).size;
    };
    while (partSize() < 100_000) await wait(5);
    await killWatched(shell, "ftp-fetch");
    expect((await pipe.ended).code).toBe(3);
    expect(landed(shell.buffer)).toContain(".s.fh-lock");
    // Of a version that nobody asks for any more.
    const old = ".0123456789abcdef-0badcafe.fh-part";
    writeFileSync(join(shell.buffer, "s", old), bytes);
    const again = await shell.run("ftp-list cfg.yaml | ftp-fetch | ftp-report");
    expect(resultsOf(again.stdout)).toEqual({ s: whole(shell, "s", { "a.bin": bytes.length }) });
    expect(again).toMatchObject({ code: 0, stderr: "" });
    expect(stuck.lines().filter((line) => line.startsWith("REST"))).toEqual(["REST 95904"]);
    expect(readFileSync(join(shell.buffer, "s", "a.bin"), "latin1")).toBe(bytes);
    expect(landed(shell.buffer)).toEqual(["s/a.bin"]);
  });

  it("a run killed with -9 leaves nothing wrong: the next one completes it and clears old part files", async () => {
    for (const [command, pipe] of [
      ["ftp-fetch", `ftp-list cfg.yaml | ${watched("ftp-fetch")} | ftp-report`],
      ["ftp-harvest", `${watched("ftp-harvest", "cfg.yaml")} | cat`],
    ] as const) {
      await using fresh = new Shell();
      const stays = { "/whole.bin": "is here", "/sub/half.bin": "whole content" };
      await servedAs(fresh, { ...stays, "/sub/gone.bin": "will be gone" }, "half");
      const killed = fresh.start(pipe);
      const inTheMiddle = (names: string[]) =>
        names.includes("s/whole.bin") && names.filter((name) => name.endsWith(".fh-part")).length === 2;
      while (!inTheMiddle(landed(fresh.buffer))) await wait(5);
      await killWatched(fresh, command);
      expect((await killed.ended).codes).toContain(KILLED);
      expect(landed(fresh.buffer).filter((name) => !isLeftOver(name))).toEqual(["s/whole.bin"]);
      await servedAs(fresh, stays, "whole");
      const again = await fresh.run("ftp-list cfg.yaml | ftp-fetch | ftp-report --with-unchanged");
      expect(resultsOf(again.stdout)).toEqual({ s: whole(fresh, "s", { "whole.bin": 7, "sub/half.bin": 13 }) });
      expect(again).toMatchObject({ code: 0, stderr: "" });
      expect(landed(fresh.buffer)).toEqual(["s/sub/half.bin", "s/whole.bin"]);
      expect(fresh.read("buffer/s/sub/half.bin")).toBe("whole content");
    }
  });
});

/** Starts the server `s` anew, with these files; those in `sub` come whole, or stop in their middle. */
async function servedAs(shell: Shell, files: Readonly<Record<string, string>>, sub: "whole" | "half"): Promise<void> {
  const { host, port } = shell.own(
    await startScriptedServer({
      files,
      on: {
        RETR: async (session, path) => {
          if (sub === "whole" || !path.includes("sub")) return session.proceed();
          const data = await session.openData();
          session.reply("150 Here.");
          await data.send("whole");
          await session.gone();
        },
      },
    }),
  );
  shell.configure({ s: { host, port, user: "u", password: "p" } });
}

describe("input that is not as it was written", () => {
  const FILES = { "/a.csv": "a", "/b.csv": "bb", "/c.csv": "ccc" };

  beforeEach(async () => {
    shell.configure({ one: await branch(shell, FILES) });
    mkdirSync(shell.state);
  });

  it("none at all: exit 3, or 0 with --allow-empty", async () => {
    const fetch = await shell.run("ftp-fetch < /dev/null | ftp-report");
    expect(fetch.codes).toEqual([3, 3]);
    expect(fetch.stderr).toBe(
      "ftp-fetch: nothing came in: did the command before this one start, or did a filter take everything?\n",
    );
    const report = await shell.run("ftp-report < /dev/null");
    expect(report).toMatchObject({ code: 3, stdout: "{}\n" });
    expect(await shell.run("ftp-fetch --allow-empty < /dev/null | ftp-report")).toMatchObject({
      codes: [0, 0],
      stderr: "",
    });
    expect(await shell.run("ftp-report --allow-empty < /dev/null")).toMatchObject({ code: 0, stdout: "{}\n" });
    expect((await shell.run("ftp-list < /dev/null > /dev/null")).code).toBe(3);
  });

  it("a damaged line in the middle: its number is told, exit 3, and the rest works", async () => {
    const ran = await shell.run(`ftp-list cfg.yaml | sed '3s/.*/{"type":"file",/' | ftp-fetch | ftp-report`);
    expect(ran.codes.slice(2)).toEqual([3, 3]);
    expect(ran.stderr).toMatch(/^ftp-fetch: line 3 of the input is damaged: /);
    expect(resultsOf(ran.stdout)["one"]?.[1]).toBe(2);
    expect(landed(shell.buffer)).toEqual(["one/a.csv", "one/c.csv"]);
  });

  it("a file that was cut, at any byte: exit 3", async () => {
    await shell.run("ftp-list cfg.yaml | ftp-fetch > f.ndjson");
    const bytes = shell.read("f.ndjson");
    const ends = [
      bytes.length - 1,
      bytes.length - 2,
      bytes.lastIndexOf("\n", bytes.length - 2),
      bytes.indexOf("\n") + 9,
    ];
    for (const end of ends) {
      writeFileSync(shell.path("cut.ndjson"), bytes.slice(0, end));
      const ran = await shell.run("ftp-report < cut.ndjson");
      expect(ran.code, `cut after ${end} of ${bytes.length} bytes`).toBe(3);
    }
  });

  it("a listing that was cut between two lines, without journals: the server has result 1", async () => {
    await shell.run("ftp-list cfg.yaml > l.ndjson; rm -r state; head -2 l.ndjson > cut.ndjson");
    const ran = await shell.run("ftp-fetch < cut.ndjson | ftp-report");
    expect(resultsOf(ran.stdout)["one"]?.slice(0, 2)).toEqual([0, 1]);
    expect(ran.stderr).toMatch(/left no sign of how it ended/);
  });

  it("records of strangers pass through fetch untouched", async () => {
    shell.write("strange.ndjson", '{"type":"weather","by":"me","degrees":3}\n{"type":"end"}\n');
    const ran = await shell.run("cat strange.ndjson | ftp-fetch | head -1");
    expect(ran.stdout).toBe('{"type":"weather","by":"me","degrees":3}\n');
  });

  it("a record whose configuration is gone: its file fails, and --config can stand for it", async () => {
    const record = {
      type: "file",
      server: "one",
      config: shell.path("gone.yaml"),
      path: "/a.csv",
      name: "a.csv",
      size: 1,
    };
    shell.write("l.ndjson", `${JSON.stringify(record)}\n`);
    const ran = await shell.run("ftp-fetch < l.ndjson | ftp-report --format csv");
    expect(ran.stdout).toBe("server,result,name,size,status,code\none,1,a.csv,1,failed,config\n");
    expect(ran.code).toBe(1);
    const mended = await shell.run("ftp-fetch --config cfg.yaml < l.ndjson | ftp-report");
    expect(resultsOf(mended.stdout)).toEqual({ one: whole(shell, "one", { "a.csv": 1 }) });
  });
});
