import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newOverall } from "../../src/ftp/poolShares.ts";
import { type Backend, inlineBackend } from "../../src/pipeline/backend.ts";
import { fetchStage } from "../../src/stages/fetch.ts";
import { limitStage } from "../../src/stages/limit.ts";
import { listStage } from "../../src/stages/list.ts";
import { type BackendFacts, openBackend } from "../../src/threads/openBackend.ts";
import { Threads } from "../../src/threads/threads.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fh-backend-"));
  writeFileSync(join(folder, "cfg.yaml"), "");
  execFileSync("mkfifo", [join(folder, "pipe")]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const LIST = { stage: listStage, values: {} };

function open(wish: Parameters<typeof openBackend>[0], facts: Partial<BackendFacts> = {}) {
  const notes: string[] = [];
  const opened = openBackend(wish, {
    ...{
      steps: [LIST],
      config: join(folder, "cfg.yaml"),
      watched: false,
      servers: 10,
      cores: 2,
      env: {},
      stateFolder: folder,
      overall: newOverall(),
    },
    note: (message) => void notes.push(message),
    ...facts,
  });
  return { ...opened, notes };
}

function isDivided(backend: Backend): boolean {
  return backend instanceof Threads;
}

describe("the backend", () => {
  it("is this process, unless something else is said", () => {
    expect(open({})).toEqual({ backend: inlineBackend, close: undefined, notes: [] });
    expect(open({ backend: "inline", threads: 2 }).backend).toBe(inlineBackend);
  });

  it("is threads where that is said, also by their number alone", () => {
    expect(isDivided(open({ backend: "threads" }, { servers: 1, cores: 1 }).backend)).toBe(true);
    expect(isDivided(open({ threads: 2 }).backend)).toBe(true);
  });

  it.each([
    [2, 4, true],
    [1, 4, false],
    [2, 3, false],
    [64, 1_000, true],
  ])("is chosen by the cores and the servers when it is left open: %i cores, %i servers", (cores, servers, divided) => {
    expect(isDivided(open({ backend: "auto" }, { cores, servers }).backend)).toBe(divided);
  });

  it("is the one that somebody has written, whatever the steps are, and his to end", () => {
    const own: Backend = { run: async () => {} };
    expect(open({ backend: own, threads: 3 }, { watched: true })).toEqual({
      backend: own,
      close: undefined,
      notes: [],
    });
  });

  const reasons: [string, Partial<BackendFacts>][] = [
    ["`--trace` looks at the records between the steps", { watched: true }],
    ["no step works on each server apart", { config: undefined }],
    ["no step works on each server apart", { steps: [{ stage: limitStage, values: {} }, LIST] }],
    ["`keep_order` is asked for", { steps: [LIST, { stage: fetchStage, values: { keepOrder: true } }] }],
    ["/p is a pipe, which can be read only once", { pipe: "/p" }],
    ["the options of `list` are more than plain data", { steps: [{ stage: listStage, values: { include: /x/ } }] }],
    ["the options of `list` are more than plain data", { steps: [{ stage: listStage, values: { a: [() => 1] } }] }],
  ];

  it.each(reasons)(
    "is this process where threads can't do it, which is said unless it was left open: %s",
    (why, facts) => {
      const asked = open({ backend: "threads" }, facts);
      expect(asked).toMatchObject({ backend: inlineBackend, notes: [`all work is done in one thread: ${why}`] });
      expect(open({ backend: "auto" }, facts)).toMatchObject({ backend: inlineBackend, notes: [] });
    },
  );

  it("is this process for a configuration that can be read only once", () => {
    const { backend, notes } = open({ backend: "threads" }, { config: join(folder, "pipe") });
    expect(backend).toBe(inlineBackend);
    expect(notes).toEqual(["all work is done in one thread: the configuration is a pipe, which can be read only once"]);
  });
});
