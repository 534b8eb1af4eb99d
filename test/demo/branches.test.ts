import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "basic-ftp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { startBranches } from "../../src/demo/branches.ts";
import { sampleFiles } from "../../src/demo/sampleFiles.ts";

const NUMBERS = Array.from({ length: 10 }, (_, index) => index + 1);

describe("the branch offices' sample files", () => {
  it("are the same each time, and differ from branch to branch", () => {
    expect(sampleFiles(3, "/out/reports")).toEqual(sampleFiles(3, "/out/reports"));
    const days = NUMBERS.map((number) => String(sampleFiles(number, "/r")[0]?.bytes));
    expect(new Set(days).size).toBe(10);
  });

  it("are three to eight a branch, with an empty one and one with a space everywhere", () => {
    for (const number of NUMBERS) {
      const files = sampleFiles(number, "/out/reports");
      expect(files.length).toBeGreaterThanOrEqual(3);
      expect(files.length).toBeLessThanOrEqual(8);
      expect(files.some(({ bytes }) => bytes.length === 0)).toBe(true);
      expect(files.some(({ path }) => path.includes(" "))).toBe(true);
    }
  });

  it("have bookings that a bank might have", () => {
    const lines = String(sampleFiles(1, "/r")[0]?.bytes).trimEnd().split("\n");
    expect(lines.shift()).toBe("time,account,booking,currency,amount");
    expect(lines).toHaveLength(40);
    for (const line of lines) expect(line).toMatch(/^(?:09|1[0-6]):\d\d:\d\d,62001\d{7},[a-z]+,CNY,\d+\.\d\d$/);
  });
});

describe("the branch offices", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "fh-branches-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("are ten servers that a configuration describes, readable by its owner alone", async () => {
    const branches = await startBranches(folder);
    try {
      expect((await stat(branches.config)).mode & 0o777).toBe(0o600);
      const config = parse(await readFile(branches.config, "utf8"));
      expect(Object.keys(config.servers)).toEqual(NUMBERS.map((number) => `branch-${String(number).padStart(3, "0")}`));
      expect(config.buffer_path).toBe("./buffer");
      expect(branches.buffer).toBe(join(folder, "buffer"));
      for (const [server, settings] of Object.entries<Settings>(config.servers)) {
        const staged = branches.expected.failed.find((failed) => failed.server === server)?.code;
        expect(await outcome({ ...config.defaults, ...settings }), server).toBe(staged ?? "served");
      }
    } finally {
      await branches.stop();
    }
  });

  it("say what a harvest must bring", async () => {
    const { expected, stop } = await startBranches(folder);
    await stop();
    expect(expected.whole).toHaveLength(8);
    expect(expected.failed).toEqual([
      { server: "branch-004", code: "login" },
      { server: "branch-007", code: "connect_refused" },
    ]);
    expect([...expected.contents.keys()]).toEqual(expected.whole);
    expect([...expected.contents.values()].reduce((sum, files) => sum + files.size, 0)).toBe(expected.files);
    const names = [...expected.contents.values()].flatMap((files) => [...files.keys()]);
    expect(names).toContain("分行日报.csv");
    expect(names).toContain("reports/cash report.txt");
    expect(names).toContain("archive/2026/10/daily-2026-10-28.csv");
    // Two paths: names are relative to their common parent.
    expect([...(expected.contents.get("branch-002")?.keys() ?? [])]).toContain("out/daily-2026-10-30.csv");
  });

  it("overwrite no configuration", async () => {
    await writeFile(join(folder, "cfg.yaml"), "mine");
    await expect(startBranches(folder)).rejects.toThrow("EEXIST");
    expect(await readFile(join(folder, "cfg.yaml"), "utf8")).toBe("mine");
  });
});

interface Settings {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly path: string | readonly string[];
}

async function outcome({ path, ...access }: Settings): Promise<string> {
  const client = new Client();
  try {
    await client.access(access);
    for (const folder of [path].flat()) await client.cd(folder);
    return "served";
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === 530 ? "login" : "connect_refused";
  } finally {
    client.close();
  }
}
