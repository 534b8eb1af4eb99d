import { execFile, spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { type ScriptedServer, startScriptedServer } from "../scriptedServer.ts";
import { fileNames, temporaryFolder } from "../trees.ts";
import { contentOf } from "./contentOf.ts";
import type { ServerFault } from "./fault.ts";
import type { Script } from "./script.ts";

/** Paths as text; the server's bytes are UTF-8. */
const CONTENTS: Readonly<Record<string, Buffer>> = {
  "/a.txt": Buffer.from("hello\n"),
  "/empty": Buffer.of(),
  "/with space/ä ö.txt": Buffer.from("umlauts"),
  "/with space/-dash": Buffer.from("dash"),
  "/-x/日本/three": Buffer.from("3"),
  "/one/two/three/four/five/deep.bin": contentOf(70_001, 5),
};

const FILES = Object.fromEntries(Object.entries(CONTENTS).map(([path, bytes]) => [latin1(path), bytes]));

/** Without MLSD: clients list with LIST. */
const NO_MLSD: Script = { features: ["UTF8", "EPSV", "SIZE", "MDTM", "REST STREAM"], on: { MLSD: "502 No." } };

const run = promisify(execFile);

describeClient("lftp", () => {
  it.each<[string, Script]>([
    ["MLSD", {}],
    ["LIST", NO_MLSD],
    ["LIST by the minute", { ...NO_MLSD, listTimes: "minutes" }],
    ["explicit TLS", { tls: "explicit" }],
    ["implicit TLS", { tls: "implicit" }],
  ])("mirrors a tree, with %s", async (how, script) => {
    await using server = await startScriptedServer({ files: FILES, folders: ["/nothing here"], ...script });
    using folder = temporaryFolder();
    await lftp(server, `mirror --parallel=2 / ${folder.path}`, script.tls);
    expect(filesBelow(folder.path)).toEqual(CONTENTS);
    expect(statSync(join(folder.path, "nothing here")).isDirectory()).toBe(true);
    expect(server.lines().some((line) => line.startsWith("MLSD"))).toBe(!how.startsWith("LIST"));
    expect(statSync(join(folder.path, "a.txt")).mtime.toISOString()).toMatch(/^2026-01-02/);
  });

  it("goes on with a file where it stopped", async () => {
    await using server = await startScriptedServer({ files: FILES });
    using folder = temporaryFolder();
    const deep = CONTENTS["/one/two/three/four/five/deep.bin"] ?? Buffer.of();
    writeFileSync(join(folder.path, "deep.bin"), deep.subarray(0, 30_000));
    await lftp(server, `get -c /one/two/three/four/five/deep.bin -o ${folder.path}/deep.bin`);
    expect(readFileSync(join(folder.path, "deep.bin"))).toEqual(deep);
    expect(server.lines()).toContain("REST 30000");
  });

  it("mirrors it through faults that a client survives", async () => {
    const every = (on: string, does: ServerFault["does"]): ServerFault => ({ on, nth: 1, times: null, does });
    const faults = [
      every("GREETING", { kind: "split", channel: "control", byte: 0, size: 3 }),
      every("PASS", { kind: "delay", channel: "control", byte: 4, ms: 20 }),
      every("MLSD", { kind: "split", channel: "data", byte: 5, size: 7 }),
      every("MLSD", { kind: "merge", ms: 50 }),
      every("RETR", { kind: "split", channel: "data", byte: 1, size: 999 }),
      every("RETR", { kind: "delay", channel: "data", byte: 3, ms: 20 }),
      every("RETR", { kind: "early" }),
      { on: "RETR", nth: 2, does: { kind: "reply", text: "450 Not now." } },
      { on: "RETR", nth: 4, does: { kind: "reset", channel: "control", byte: 4 } },
      { on: "RETR", nth: 5, does: { kind: "reset", channel: "data", byte: 0 } },
      { on: "RETR", nth: 6, does: { kind: "cut", channel: "data", byte: 0 } },
      { on: "MLSD", nth: 3, does: { kind: "restart", ms: 20 } },
    ] satisfies ServerFault[];
    await using server = await startScriptedServer({ files: FILES, faults });
    using folder = temporaryFolder();
    await lftp(server, `mirror / ${folder.path} || mirror / ${folder.path}`);
    expect(filesBelow(folder.path)).toEqual(CONTENTS);
    for (const { on, does } of faults) {
      const channel = "channel" in does ? `${does.channel} ` : "";
      expect(server.struck.get(`${does.kind} ${channel}${on}`)).toBeGreaterThan(0);
    }
  });
});

describeClient("curl", () => {
  it.each<[string, Script, readonly string[]]>([
    ["EPSV", {}, []],
    ["PASV", {}, ["--disable-epsv"]],
    ["PASV where EPSV is refused", { on: { EPSV: "500 What?" } }, []],
    ["explicit TLS", { tls: "explicit" }, ["--ssl-reqd"]],
    ["implicit TLS", { tls: "implicit" }, []],
  ])("fetches, lists and fetches parts, with %s", async (_, script, options) => {
    await using server = await startScriptedServer({ files: FILES, ...script });
    const curl = (path: string, ...more: string[]) => fetched(server, path, script.tls, [...options, ...more]);
    expect((await curl("/a.txt")).toString()).toBe("hello\n");
    expect((await curl("/empty")).length).toBe(0);
    expect((await curl(encodeURI("/with space/ä ö.txt"))).toString()).toBe("umlauts");
    expect((await curl("/")).toString("latin1")).toMatch(/^d.* one\r?\n(.*\n)*-.* 6 Jan 02 {2}2026 a\.txt\r?$/m);
    expect((await curl("/", "--list-only")).toString().split(/\r?\n/).sort()).toEqual(
      ["", "-x", "a.txt", "empty", "one", "with space"].sort(),
    );
    expect((await curl("/a.txt", "--continue-at", "4")).toString()).toBe("o\n");
    expect((await curl("/a.txt", "--range", "1-3")).toString()).toBe("ell");
    expect((await curl("/one/two/three/four/five/deep.bin", "--range", "-5")).length).toBe(5);
  });

  it("sees a short file, a broken one, and one that is not there", async () => {
    const faults: ServerFault[] = [
      { on: "RETR", nth: 1, does: { kind: "truncate", byte: 3 } },
      { on: "RETR", nth: 2, does: { kind: "reset", channel: "data", byte: 3 } },
    ];
    await using server = await startScriptedServer({ files: FILES, faults });
    const exits: unknown[] = [];
    for (const path of ["/a.txt", "/a.txt", "/gone", "/a.txt"]) {
      exits.push(
        await fetched(server, path).then(
          () => 0,
          (error: { code?: unknown }) => error.code,
        ),
      );
    }
    // partial file, receiving failed, no such file
    expect(exits).toEqual([18, 56, 78, 0]);
  });
});

/** A `describe` for a client that is not ours; where it is not installed that is said, and is a failure where all must be there. */
function describeClient(client: "lftp" | "curl", define: () => void): void {
  const missing = spawnSync(client, ["--version"]).status !== 0;
  if (!missing) return void describe(`a scripted server and ${client}`, define);
  console.warn(`there is no ${client} here to try the scripted server with: npm run servers:install`);
  if (process.env["FTP_HARVEST_REQUIRE_SERVERS"] !== "1")
    return void describe.skip(`a scripted server and ${client}`, define);
  it(`${client} is on this machine`, () => {
    throw new Error(`${client} is missing: npm run servers:install`);
  });
}

type Tls = Script["tls"];

async function lftp(server: ScriptedServer, commands: string, tls?: Tls): Promise<void> {
  const settings = [
    "net:max-retries 1000",
    "net:reconnect-interval-base 0",
    "net:reconnect-interval-multiplier 1",
    "ssl:verify-certificate no",
    `ftp:ssl-force ${tls !== undefined}`,
    "ftp:ssl-protect-data yes",
    "cmd:fail-exit yes",
    "xfer:clobber on",
  ].map((setting) => `set ${setting};`);
  const url = `${tls === "implicit" ? "ftps" : "ftp"}://me:secret@${server.host}:${server.port}/`;
  const env = { PATH: process.env["PATH"], HOME: "/nonexistent", LC_ALL: "C.UTF-8", TZ: "UTC" };
  await run("lftp", ["--norc", "-c", `${settings.join(" ")} open ${url}; ${commands}`], { env });
}

async function fetched(
  server: ScriptedServer,
  path: string,
  tls?: Tls,
  options: readonly string[] = [],
): Promise<Buffer> {
  const url = `${tls === "implicit" ? "ftps" : "ftp"}://${server.host}:${server.port}${path}`;
  const args = ["-q", "-sS", "--insecure", "--noproxy", "*", ...options, url];
  return (await run("curl", args, { encoding: "buffer" })).stdout;
}

function filesBelow(folder: string): Record<string, Buffer> {
  return Object.fromEntries(fileNames(folder).map((name) => [`/${name}`, readFileSync(join(folder, name))]));
}

function latin1(text: string): string {
  return Buffer.from(text).toString("latin1");
}
