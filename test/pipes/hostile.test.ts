import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Script } from "../servers/scripted/script.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { landed, recordsOf, resultsOf } from "./results.ts";
import { Shell } from "./shell.ts";

let shell: Shell;

beforeEach(() => {
  shell = new Shell();
});

afterEach(() => shell[Symbol.asyncDispose]());

/** A server that sends "evil" whatever is asked for. */
async function hostile(script: Script): Promise<void> {
  const server = shell.own(
    await startScriptedServer({
      ...script,
      on: {
        RETR: async (session) => {
          const data = await session.openData();
          session.reply("150 Here.");
          await data.send("evil");
          await data.end();
          session.reply("226 Done.");
        },
        ...script.on,
      },
    }),
  );
  shell.configure({ s: { host: server.host, port: server.port, user: "u", password: "p" } });
}

const BAD_NAMES = ["../x", "a/b", "/etc/passwd", "..", "", "a\rb", "nul\0l", ".0123456789abcdef.fh-part", ".s.fh-lock"];

describe("a server that sends names which can't be", () => {
  it.each(["mlsd", "list"] as const)(
    "%s: each is a failure, nothing lands outside, the others come",
    async (format) => {
      const line = (name: string) =>
        format === "mlsd"
          ? `type=file;size=4;modify=20260102030405; ${name}`
          : `-rw-r--r-- 1 ftp ftp 4 Jan 02  2026 ${name}`;
      await hostile({ [format]: { "/": [...BAD_NAMES, "good.txt"].map(line) } });
      const ran = await shell.run("ftp-list cfg.yaml | ftp-fetch | tee f.ndjson | ftp-report");
      expect(resultsOf(ran.stdout)).toEqual({ s: [1, 1, `${shell.buffer}/s`, [["good.txt", 4]]] });
      expect(ran.codes).toEqual([1, 1, 0, 1]);
      expect(landed(shell.buffer)).toEqual(["s/good.txt"]);
      const failures = recordsOf(shell.read("f.ndjson")).filter(({ type }) => type === "failure");
      expect(failures.length).toBeGreaterThanOrEqual(BAD_NAMES.length - 1);
      const codes = new Set(failures.map(({ code }) => code));
      // A line without a name can also be one that nobody can read.
      codes.delete("listing_incomplete");
      expect([...codes]).toEqual(["unsafe_name"]);
      expect(landed(shell.folder).filter((name) => /(^|\/)(x|b|passwd)$/.test(name))).toEqual([]);
    },
  );

  it("folders: is not followed out of its folder", async () => {
    await hostile({
      mlsd: {
        "/": ["type=dir; ..", "type=dir; ../up", "type=dir; /", "type=cdir; .", "type=pdir; ..", "type=dir; d"],
        "/d": ["type=file;size=4; in.txt"],
      },
    });
    const ran = await shell.run("ftp-list cfg.yaml | ftp-fetch | ftp-report");
    expect(resultsOf(ran.stdout)["s"]?.[3]).toEqual([["d/in.txt", 4]]);
    expect(landed(shell.buffer)).toEqual(["s/d/in.txt"]);
  });
});

describe("a record that was written by hand", () => {
  it.each(BAD_NAMES.filter((name) => name !== "a/b"))("its name %j is refused by fetch as well", async (name) => {
    await hostile({});
    const record = { type: "file", server: "s", config: shell.path("cfg.yaml"), path: "/x", name, size: 4 };
    shell.write("l.ndjson", `${JSON.stringify(record)}\n`);
    const ran = await shell.run("ftp-fetch < l.ndjson | tee f.ndjson | ftp-report");
    expect(resultsOf(ran.stdout)["s"]?.slice(0, 2)).toEqual([1, 0]);
    expect(recordsOf(shell.read("f.ndjson"))[0]).toMatchObject({ type: "failure", code: "unsafe_name" });
    expect(landed(shell.buffer)).toEqual([]);
  });
});

describe("a symbolic link that lies in the server's folder", () => {
  it("a link in the buffer that leads outside is not followed", async () => {
    await hostile({ files: { "/out/x.txt": "evil", "/ok.txt": "evil", "/file.txt": "evil" } });
    const outside = shell.path("outside");
    mkdirSync(outside);
    mkdirSync(join(shell.buffer, "s"), { recursive: true });
    symlinkSync(outside, join(shell.buffer, "s/out"));
    symlinkSync(join(outside, "file.txt"), join(shell.buffer, "s/file.txt"));
    const ran = await shell.run("ftp-list cfg.yaml | ftp-fetch | tee f.ndjson | ftp-report");
    expect(landed(outside)).toEqual([]);
    expect(existsSync(join(outside, "file.txt"))).toBe(false);
    expect(resultsOf(ran.stdout)["s"]?.[3]).toContainEqual(["ok.txt", 4]);
    const failures = recordsOf(shell.read("f.ndjson")).filter(({ type }) => type === "failure");
    expect(failures.map(({ code, name }) => [name, code])).toContainEqual(["out/x.txt", "unsafe_name"]);
    expect(ran.code).toBe(1);
  });

  it("nor does one in the place of the server's folder itself", async () => {
    await hostile({ files: { "/x.txt": "evil" } });
    mkdirSync(shell.path("outside"));
    mkdirSync(shell.buffer);
    symlinkSync(shell.path("outside"), join(shell.buffer, "s"));
    const ran = await shell.run("ftp-harvest cfg.yaml --format csv");
    expect(ran.stdout).toBe("server,result,name,size,status,code\ns,1,x.txt,4,failed,unsafe_name\n");
    expect(landed(shell.path("outside"))).toEqual([]);
  });
});

describe("terminal escapes in names and messages", () => {
  const ESCAPE = "\x1b[2J\x07";
  const RAW = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/;

  it("never appear raw in a table nor on stderr, also with -v", async () => {
    await hostile({
      mlsd: {
        "/": [
          `type=file;size=4; evil${ESCAPE}.txt`,
          `type=file;size=4; refused${ESCAPE}.txt`,
          `type=file;size=4; ../${ESCAPE}`,
          `type=dir; dir${ESCAPE}`,
          `type=OS.unix=slink:gone${ESCAPE};size=1; link${ESCAPE}`,
        ],
      },
      on: {
        RETR: (session) => session.reply(`550 No ${ESCAPE} such file`),
        CWD: (session, path) => (path.includes("dir") ? session.reply(`550 No ${ESCAPE}`) : session.proceed()),
        SIZE: (session) => session.reply(`550 No ${ESCAPE}`),
      },
    });
    const ran = await shell.run("ftp-list cfg.yaml -v | ftp-fetch -v | ftp-report -v --format table");
    expect(ran.stdout).toContain("\\x1b[2J\\x07");
    expect(ran.stderr).toContain("\\x1b[2J\\x07");
    expect(ran.stdout).not.toMatch(RAW);
    expect(ran.stderr).not.toMatch(RAW);
    const inOne = await shell.run("ftp-harvest cfg.yaml -v --format table");
    expect(`${inOne.stdout}${inOne.stderr}`).not.toMatch(RAW);
  });

  it("are escaped in JSON anyway, and in every format on a terminal", async () => {
    await hostile({ files: { [`/evil${ESCAPE}\x9b.txt`]: "evil" } });
    const json = await shell.run("ftp-harvest cfg.yaml");
    expect(json.stdout).not.toMatch(RAW);
    expect(resultsOf(json.stdout)["s"]?.[3]).toEqual([[`evil${ESCAPE}\ufffd.txt`, 4]]);
    for (const format of ["csv", "rows"]) {
      const ran = await shell.run(
        `script -qec 'ftp-harvest cfg.yaml --with-unchanged --format ${format}' /dev/null < /dev/null`,
      );
      expect(ran.stdout).toContain("evil");
      expect(ran.stdout).not.toContain(ESCAPE);
    }
  });

  it("in the greeting of a server that refuses", async () => {
    await hostile({ greeting: `421 Go ${ESCAPE} away` });
    const ran = await shell.run("ftp-harvest cfg.yaml -v --format table");
    expect(ran.stdout).toMatch(/log-in refused: 421 Go \\x1b\[2J\\x07 away/);
    expect(`${ran.stdout}${ran.stderr}`).not.toMatch(RAW);
  });
});
