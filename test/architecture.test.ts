import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const source = resolve(import.meta.dirname, "../src");

/** Which rooms each room may look into, besides itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  records: [],
  flow: ["records"],
  ftp: ["records"],
  config: ["records"],
  sink: ["records"],
  stages: ["ftp", "config", "sink", "flow", "records"],
  measure: ["stages", "ftp", "config", "records"],
  pipeline: ["stages", "config", "flow", "records"],
  threads: ["pipeline", "stages", "ftp", "config", "sink", "flow", "records"],
  embed: ["threads", "pipeline", "stages", "config", "ftp", "flow", "sink", "records"],
  demo: ["records"],
  cli: ["threads", "pipeline", "measure", "stages", "ftp", "config", "sink", "flow", "records", "demo"],
};

const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

function read(file: string): string {
  return readFileSync(join(source, file), "utf8");
}

function importsOf(file: string): string[] {
  return [...read(file).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
}

function room(file: string): string {
  return file.includes("/") ? (file.split("/", 1)[0] ?? "") : "";
}

/** The files of ours and the packages that are loaded with a file, types aside. */
function loadedWith(file: string, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  for (const [, name = ""] of read(file).matchAll(/^(?:import|export) (?!type\b)[^;]*?from "([^"]+)"/gm)) {
    if (name.startsWith(".")) loadedWith(relative(source, resolve(join(source, dirname(file)), name)), loaded);
    else loaded.add(name);
  }
  return loaded;
}

describe("the house", () => {
  it("has only rooms that are known", () => {
    const rooms = new Set(files.map(room).filter((name) => name !== ""));
    expect([...rooms].toSorted()).toEqual(Object.keys(ALLOWED).toSorted());
  });

  it.each(files.filter((file) => room(file) !== ""))("%s imports along the arrows only", (file) => {
    const foreign = importsOf(file)
      .filter((name) => name.startsWith("."))
      .map((name) => room(relative(source, resolve(join(source, dirname(file)), name))))
      .filter((name) => name !== room(file) && !(ALLOWED[room(file)] ?? []).includes(name));
    expect(foreign).toEqual([]);
  });

  it("knows basic-ftp in src/ftp only", () => {
    const importers = files.filter((file) => importsOf(file).includes("basic-ftp"));
    expect(importers).not.toEqual([]);
    expect(importers.filter((file) => room(file) !== "ftp")).toEqual([]);
  });

  it.each(["cli/ftpReport", "cli/stepCommand", "stages/limit", "stages/map", "stages/dedupe", "stages/exec"])(
    "loads neither yaml nor basic-ftp for a command that asks for no server: %s",
    (file) => {
      const loaded = loadedWith(`${file}.ts`);
      expect(loaded).toContain("rxjs");
      expect([...loaded].filter((name) => name === "yaml" || name === "basic-ftp")).toEqual([]);
      expect(loadedWith("cli/stageContext.ts")).toContain("basic-ftp");
    },
  );

  it("reads process at its two edges only: in src/cli, and in src/embed nothing but the environment", () => {
    const readsIn = (file: string) =>
      [...read(file).matchAll(/\bprocess\.(?:std|exit\b|argv|env)|\bconsole\./g)].flat();
    const allowed = (file: string, what: string) =>
      room(file) === "cli" || (room(file) === "embed" && what === "process.env");
    expect(files.filter((file) => readsIn(file).some((what) => !allowed(file, what)))).toEqual([]);
  });

  it("has no vague names", () => {
    expect(files.filter((file) => /util|helper|common|misc|manager/i.test(file))).toEqual([]);
  });
});
