import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WrongUsage } from "../program.ts";
import { describeServers } from "../servers/describeServers.ts";
import { Stopped } from "../stopSignal.ts";
import { asked } from "./asked.ts";
import { Compiler } from "./compiled.ts";
import { harvestScenario } from "./harvests.ts";
import { takeLock } from "./onlyOne.ts";
import { section, sectionsOf, writeSection } from "./results.ts";
import { curl } from "./rivals/curl.ts";
import { ftpHarvest } from "./rivals/ftpHarvest.ts";
import { lftp } from "./rivals/lftp.ts";
import { type Bench, Skipped } from "./scenario.ts";
import { SMALL } from "./scenarios/small.ts";
import { SCENARIOS } from "./scenarios.ts";

const GO_ON = new AbortController().signal;
const CIRCUMSTANCES = { date: "2026-11-26", machine: "some machine", load: "load 0.00 before it" };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ftp-harvest-bench-"));
  chmodSync(folder, 0o755);
});

afterEach(() => rmSync(folder, { recursive: true }));

function quickBench(signal: AbortSignal): Bench {
  const choice = { quick: true, rounds: 1, rivals: ["ftp-harvest"], files: 5, kind: "vsftpd" } as const;
  return { ...choice, folder, apart: false, compiler: new Compiler(folder), signal, say: () => {} };
}

describe("the command line of the bench", () => {
  it("wants all scenarios where none is named", () => {
    expect(asked([]).scenarios).toEqual(SCENARIOS);
    expect(asked(["start", "small"]).scenarios.map(({ name }) => name)).toEqual(["start", "small"]);
  });

  it.each([
    ["huge"],
    ["--rounds", "0"],
    ["--files", "many"],
    ["--rivals", "lftp,gftp"],
    ["--kind", "wu-ftpd"],
    ["--out", "/nowhere/x.md"],
  ])("refuses what it does not know: %s %s", (...args) => {
    expect(() => asked(args)).toThrow(WrongUsage);
  });

  it("says what is wrong in one line, with the usage behind it, and ends with 2", () => {
    const main = new URL("main.ts", import.meta.url).pathname;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", main, "huge"], {
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^no scenario huge: there are small, .*\n\nnpm run bench/);
  });
});

describe("the lock of the bench", () => {
  it("is there for one at a time", async () => {
    const name = `\0ftp-harvest-bench-test-${process.pid}`;
    expect([await takeLock(name), await takeLock(name)]).toEqual([true, false]);
  });
});

describe("results", () => {
  it("keep all that another run has measured, and end with the prose", () => {
    const out = join(folder, "results.md");
    for (const [name, text] of [
      ["start", "older start"],
      ["small (proftpd)", "another server"],
      ["small", "many files"],
      ["start", "newer start"],
    ] as const) {
      writeSection(out, name, text);
    }
    const text = readFileSync(out, "utf8");
    expect([...sectionsOf(text)]).toEqual([
      ["small", "many files"],
      ["small (proftpd)", "another server"],
      ["start", "newer start"],
    ]);
    expect(text.trimEnd()).toMatch(/## What was tried and did not help[^#]*$/);
  });

  it("name who was not there, and what went wrong", () => {
    const findings = {
      name: "small",
      title: "files",
      manner: ["1 round"],
      table: "| |",
      versions: { lftp: "4.9.2", floor: "" },
    };
    const text = section(
      { ...findings, absent: ["not installed: rclone"], faults: ["lftp: 3 missing"] },
      CIRCUMSTANCES,
    );
    expect(text).toContain("Machine: some machine.");
    expect(text).toMatch(/Versions: node [\d.]+, lftp 4\.9\.2\.$/m);
    expect(text).toMatch(/^Not measured: not installed: rclone\.$/m);
    expect(text).toMatch(/^- lftp: 3 missing$/m);
  });
});

describeServers(["vsftpd"], () => {
  it("measures a harvest from real servers, sees that all came, and leaves nothing", async () => {
    const findings = await harvestScenario({ ...SMALL, quick: { servers: 2, files: 5 } }).run(quickBench(GO_ON));
    const out = join(folder, "results.md");
    writeSection(out, findings.name, section(findings, CIRCUMSTANCES));
    expect(findings.faults).toEqual([]);
    expect(readFileSync(out, "utf8")).toMatch(/^\| ftp-harvest \| \d+\.\d\d \(.* yes +\|$/m);
    expect(readdirSync(folder)).toEqual(["results.md"]);
  });

  it("measures one over TLS, as each client does it in its own words", async () => {
    const secure = { ...SMALL, tls: true, quick: { servers: 1, files: 5 } } as const;
    const rivals = [ftpHarvest, lftp, curl];
    const { faults, absent } = await harvestScenario({ ...secure, rivals }).run({
      ...quickBench(GO_ON),
      rivals: undefined,
    });
    expect(faults).toEqual([]);
    for (const why of absent) expect(why).toMatch(/^not installed/);
  });

  it("serves many servers at their own addresses only in a network of its own", async () => {
    const running = harvestScenario({ ...SMALL, manyAddresses: true }).run(quickBench(GO_ON));
    await expect(running).rejects.toBeInstanceOf(Skipped);
  });

  it("gives each connection so much and no more, where the server can be told so", async () => {
    const slow = { ...SMALL, mostBytesPerSecond: 1_000_000 };
    await expect(harvestScenario(slow).run({ ...quickBench(GO_ON), kind: "proftpd" })).rejects.toBeInstanceOf(Skipped);
  });

  it("notices what a client has lost, and what it says of it", async () => {
    const loses = {
      ...{ name: "ftp-harvest", manner: "", absent: () => undefined, version: () => "" },
      prepare: () => ["{ echo 'no more' >&2; exit 4; }"],
    };
    const { faults } = await harvestScenario({ ...SMALL, rivals: [loses] }).run(quickBench(GO_ON));
    expect(faults).toEqual(["ftp-harvest: exit code 4: no more; 15 missing"]);
  });

  it("stops at a signal, with its servers and clients", async () => {
    const stop = new AbortController();
    const hangs = {
      ...{ name: "ftp-harvest", manner: "", absent: () => undefined, version: () => "" },
      prepare: () => {
        setTimeout(() => stop.abort(new Stopped()), 1_000);
        return ["sleep 1000"];
      },
    };
    const running = harvestScenario({ ...SMALL, quick: { servers: 1, files: 1 }, rivals: [hangs] }).run(
      quickBench(stop.signal),
    );
    await expect(running).rejects.toBeInstanceOf(Stopped);
    expect(readdirSync(folder)).not.toContain("served");
  });
});
