import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ScriptedServer, startScriptedServer } from "../servers/scriptedServer.ts";
import { landed } from "./results.ts";
import { Shell } from "./shell.ts";

const SECRET = "pa55-Wörd-$x'";

let shell: Shell;
let server: ScriptedServer;
let goOn: () => void;

beforeEach(async () => {
  shell = new Shell();
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  server = shell.own(
    await startScriptedServer({
      user: "u",
      password: Buffer.from(SECRET).toString("latin1"),
      files: { "/a.txt": "content" },
      on: {
        RETR: async (session) => {
          await held;
          await session.proceed();
        },
      },
    }),
  );
  const echo = shell.own(
    await startScriptedServer({
      on: { PASS: (session, password) => session.reply(`530 Wrong password: ${password}`) },
    }),
  );
  const keys = { user: "u", password: `\${FTP_PASSWORD}` };
  shell.configure({
    good: { host: server.host, port: server.port, ...keys },
    echo: { host: echo.host, port: echo.port, ...keys },
  });
});

afterEach(() => shell[Symbol.asyncDispose]());

/** Arguments of all processes of this machine. */
async function allArguments(): Promise<string> {
  const { stdout } = await shell.run("cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' ' || true");
  return stdout;
}

describe("a password", () => {
  it("is in no output, no record, no journal, no file and no process's arguments", async () => {
    const environment = { FTP_PASSWORD: SECRET };
    const running = shell.start(
      "ftp-list -v cfg.yaml | tee l.ndjson | ftp-fetch -v | tee f.ndjson | ftp-report -v --format table",
      environment,
    );
    while (!server.lines().some((line) => line.startsWith("RETR"))) await wait(5);
    const processes = await allArguments();
    expect(processes).toMatch(/ftp-fetch/);
    expect(processes).not.toContain(SECRET);
    goOn();
    const ran = await running.ended;
    expect(ran.stdout).toMatch(/^good +ok +1 /m);
    expect(ran.stdout).toMatch(/login: .*530 Wrong password/);
    const inOne = await shell.run("ftp-harvest -v cfg.yaml --format json", environment);
    expect(inOne.stdout).toContain('"good":[0,0,');
    const said = [ran.stdout, ran.stderr, inOne.stdout, inOne.stderr];
    const kept = landed(shell.folder)
      .filter((name) => !name.startsWith("bin/"))
      .map((name) => readFileSync(join(shell.folder, name), "utf8"));
    expect(landed(shell.state)).not.toEqual([]);
    for (const text of [...said, ...kept]) expect(text).not.toContain("pa55");
  });

  it("is not shown by a complaint about the configuration", async () => {
    writeFileSync(shell.path("cfg.yaml"), `servers:\n  a: { host: h, user: u, password: [${SECRET}], prot: 1 }\n`);
    const ran = await shell.run("ftp-list cfg.yaml -v > /dev/null");
    expect(ran.code).toBe(2);
    expect(ran.stderr).not.toContain("pa55");
  });

  it("comes from a file or from netrc just as well", async () => {
    goOn();
    mkdirSync(shell.path("secrets"));
    shell.write("secrets/x", `${SECRET}\n`);
    shell.configure({ good: { host: server.host, port: server.port, user: "u", password_file: "secrets/x" } });
    const file = await shell.run("ftp-list cfg.yaml | ftp-fetch | ftp-report --format csv");
    expect(file.stdout).toBe("server,result,name,size,status,code\ngood,0,a.txt,7,fetched,\n");
    writeFileSync(shell.path(".netrc"), `machine ${server.host} login u password ${SECRET}\n`, { mode: 0o600 });
    shell.configure({ good: { host: server.host, port: server.port, user: "u", netrc: true } });
    const netrc = await shell.run("ftp-harvest cfg.yaml --format csv --with-unchanged");
    expect(netrc.stdout).toBe("server,result,name,size,status,code\ngood,0,a.txt,7,unchanged,\n");
  });

  it("is hidden from others: journals are readable by their owner only", async () => {
    goOn();
    await shell.run("ftp-list cfg.yaml good > /dev/null", { FTP_PASSWORD: SECRET });
    const modes = await shell.run("find state -type f -printf '%m\\n' -o -printf '%m\\n' | sort -u");
    expect(modes.stdout).toBe("600\n700\n");
  });
});
