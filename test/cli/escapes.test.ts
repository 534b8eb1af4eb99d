import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { run as runHarvest } from "../../src/cli/ftpHarvest.ts";
import { run as runList } from "../../src/cli/ftpList.ts";
import type { CommandRun } from "../../src/cli/main.ts";
import type { Script } from "../servers/scripted/script.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { FakeWorld } from "./fakeWorld.ts";

/** ESC, C1's CSI in UTF-8, a mark that turns text. */
const ESCAPE = "\x1b[2J\x07\xc2\x9b2J\xe2\x80\xae";
const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

const HOSTILE: Script = {
  mlsd: {
    "/": [
      `type=file;size=4; good${ESCAPE}.txt`,
      `type=file;size=4; refused${ESCAPE}.txt`,
      `type=file;size=4; ../${ESCAPE}`,
      `type=dir; dir${ESCAPE}`,
      `type=OS.unix=slink:gone${ESCAPE}; link${ESCAPE}`,
      `nonsense ${ESCAPE}`,
    ],
  },
  files: { [`/good${ESCAPE}.txt`]: "good" },
  on: {
    CWD: (session, path) => (path.includes("dir") ? session.reply(`550 No ${ESCAPE}`) : session.proceed()),
    SIZE: `550 No ${ESCAPE}`,
    RETR: (session, path) => (path.includes("good") ? session.proceed() : session.reply(`550 No ${ESCAPE} file`)),
  },
};

/** What a command writes to a terminal, stdout and stderr, without what we draw a status line with. */
async function shown(run: CommandRun, script: Script, args: readonly string[]): Promise<string> {
  await using server = await startScriptedServer(script);
  using world = new FakeWorld("ftp-x", 200);
  world.env["NO_COLOR"] = "1";
  const config = join(world.folder, "cfg.yaml");
  const { host, port } = server;
  writeFileSync(config, `{ defaults: { retries: 0 }, servers: { s: { host: ${host}, port: ${port} } } }`);
  await run([config, "-v", ...args], world);
  return `${world.out.text()}${world.err.text()}`.replaceAll("\r\x1b[K", "");
}

it("terminal escapes in names and messages never reach a terminal raw", async () => {
  const ways = [
    await shown(runList, HOSTILE, []),
    await shown(runList, { greeting: `421 Go ${ESCAPE} away` }, []),
    await shown(runHarvest, { greeting: `421 Go ${ESCAPE} away` }, []),
  ];
  for (const format of ["table", "csv", "json", "rows"]) {
    ways.push(await shown(runHarvest, HOSTILE, ["--format", format]));
  }
  for (const text of ways) {
    // It came as far as that, and was written as what people can read.
    expect(text).toMatch(/(\\x1b|\\u001b)\[2J.*(\\x9b|\\u009b)2J\\u202e/);
    expect(text).not.toMatch(RAW);
  }
});
