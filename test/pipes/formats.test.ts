import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { branch } from "./branch.ts";
import { Shell } from "./shell.ts";

let shell: Shell;

beforeAll(async () => {
  shell = new Shell();
  const bad = shell.own(
    await startScriptedServer({ files: { "/here.txt": "1234", "/gone.txt": "gone" }, on: { RETR: refuseGone } }),
  );
  shell.configure({
    good: await branch(shell, { '/a,"b".csv': "x", "/sub/c.bin": "y".repeat(1536) }),
    bad: { host: bad.host, port: bad.port, user: "u", password: "p" },
    empty: { ...(await branch(shell, { "/out/x": "" })), path: "/out", links: "skip" },
  });
});

afterAll(() => shell[Symbol.asyncDispose]());

const refuseGone = (session: { reply(line: string): void; proceed(): Promise<void> }, name: string) =>
  name.includes("gone") ? session.reply("550 It is gone") : session.proceed();

describe("ftp-report prints exactly", () => {
  beforeAll(async () => {
    await shell.run("ftp-list cfg.yaml --min-size 1 | ftp-fetch > f.ndjson");
  });

  it("json by default: a line a server", async () => {
    const { stdout, code } = await shell.run("ftp-report < f.ndjson");
    expect(stdout).toBe(
      [
        `{"good":[0,2,"${shell.buffer}/good",[["a,\\"b\\".csv",1],["sub/c.bin",1536]]],`,
        ` "bad":[1,1,"${shell.buffer}/bad",[["here.txt",4]]],`,
        ` "empty":[0,0,"${shell.buffer}/empty",[]]}`,
        "",
      ].join("\n"),
    );
    expect(code).toBe(1);
  });

  it("rows: one array a line", async () => {
    const { stdout, code } = await shell.run("ftp-report --format rows < f.ndjson");
    expect(stdout).toBe(
      [
        `["good",0,2,"${shell.buffer}/good",[["a,\\"b\\".csv",1],["sub/c.bin",1536]]]`,
        `["bad",1,1,"${shell.buffer}/bad",[["here.txt",4]]]`,
        `["empty",0,0,"${shell.buffer}/empty",[]]`,
        "",
      ].join("\n"),
    );
    expect(code).toBe(1);
  });

  it("csv: a row a file, one for a server without files", async () => {
    const { stdout, code } = await shell.run("ftp-report --format csv < f.ndjson");
    expect(stdout).toBe(
      [
        "server,result,name,size,status,code",
        'good,0,"a,""b"".csv",1,fetched,',
        "good,0,sub/c.bin,1536,fetched,",
        "bad,1,gone.txt,4,failed,not_found",
        "bad,1,here.txt,4,fetched,",
        "empty,0,,,,",
        "",
      ].join("\n"),
    );
    expect(code).toBe(1);
  });

  it("table: for people, without colours in a pipe", async () => {
    const { stdout, code } = await shell.run("ftp-report --format table < f.ndjson");
    expect(stdout).toBe(
      [
        "server  result  files     size  folder",
        `good    ok          2  1.5 KiB  ${shell.buffer}/good`,
        `bad     FAILED      1      4 B  ${shell.buffer}/bad`,
        `empty   ok          0      0 B  ${shell.buffer}/empty`,
        "",
        "bad",
        "  /gone.txt  not_found: RETR: 550 It is gone",
        "    check `path`; a file may have been taken away since it was listed",
        "",
        "2 of 3 servers ok, 3 files, 1.5 KiB, 1 failure",
        "",
      ].join("\n"),
    );
    expect(code).toBe(1);
  });
});

describe("on a terminal", () => {
  const COLOUR = "\x1b[3";

  it("the report is a table in colours, or without them with NO_COLOR", async () => {
    const report = "script -qec 'ftp-report < f.ndjson' /dev/null < /dev/null";
    const coloured = await shell.run(report);
    expect(coloured.stdout).toContain(`${COLOUR}2mok`);
    expect(coloured.stdout).toContain(`${COLOUR}1mFAILED`);
    const plain = await shell.run(report, { NO_COLOR: "1" });
    expect(plain.stdout).toContain("good    ok          2");
    expect(plain.stdout).not.toContain("\x1b");
  });

  it("one progress line is drawn on stderr and taken away, and none with -q", async () => {
    await using other = new Shell();
    const slow = other.own(
      await startScriptedServer({
        files: { "/a.txt": "a" },
        on: {
          RETR: async (session) => {
            // Longer than a progress line waits to be drawn.
            await new Promise((resolve) => setTimeout(resolve, 600));
            await session.proceed();
          },
        },
      }),
    );
    other.configure({ slow: { host: slow.host, port: slow.port, user: "u", password: "p" } });
    // A terminal of `script` has no columns: nobody has told it.
    const drawn = await other.run("script -qec 'ftp-harvest cfg.yaml > out.json' /dev/null < /dev/null");
    expect(drawn.stdout).toContain("0 of 1 server done");
    expect(drawn.stdout).toMatch(/\r\x1b\[K$/);
    const quiet = await other.run("script -qec 'ftp-harvest -q cfg.yaml --to other > out.json' /dev/null < /dev/null");
    expect(quiet.stdout).toBe("");
  });
});

describe("each command", () => {
  it.each(["ftp-servers", "ftp-list", "ftp-fetch", "ftp-report", "ftp-harvest"])(
    "%s has --help with examples and exit codes, and --version",
    async (command) => {
      const help = await shell.run(`${command} --help`);
      expect(help).toMatchObject({ code: 0, stderr: "" });
      expect(help.stdout).toMatch(new RegExp(`^Usage: ${command} `));
      expect(help.stdout).toMatch(/\nExamples:\n {2}ftp-[\s\S]*\nExit codes:\n {2}0 /);
      const version = await shell.run(`${command} --version`);
      expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
      expect(version.code).toBe(0);
    },
  );

  it("ftp-harvest schema prints a JSON Schema that knows the configuration's keys", async () => {
    const { stdout, code } = await shell.run("ftp-harvest schema");
    expect(JSON.parse(stdout)).toHaveProperty("properties.servers");
    expect(code).toBe(0);
  });

  it("-q says nothing but errors, -v what happens", async () => {
    const quiet = await shell.run("ftp-list cfg.yaml | head -3 | ftp-fetch -q | ftp-report -q");
    expect(quiet.stderr).toBe("");
    const verbose = await shell.run("ftp-harvest -v cfg.yaml good --to elsewhere");
    expect(verbose.stderr).toMatch(/^ftp-harvest: good: 127\.0\.0\.1:\d+$/m);
    expect(verbose.stderr).toMatch(/^ftp-harvest: good: 2 files listed in \d+ ms$/m);
    expect(verbose.stderr).toMatch(/^ftp-harvest: good: 2 fetched in \d+ ms$/m);
  });
});
