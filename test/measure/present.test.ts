import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { NamedFiles } from "../../src/config/namedFiles.ts";
import { mayHave, serverToMeasure } from "../../src/measure/present.ts";
import { temporaryFolder } from "../servers/trees.ts";

/** What is known of server `s` of a configuration, of which up to 8 connections are to be tried. */
function known(defaults: object, own: object) {
  using folder = temporaryFolder();
  const file = join(folder.path, "cfg.yaml");
  writeFileSync(file, JSON.stringify({ defaults, servers: { s: { host: "h", ...own } } }));
  const config = loadConfig(file);
  return { config, ...serverToMeasure(config, "s", { env: {}, files: new NamedFiles(), upTo: 8 }) };
}

describe("connections", () => {
  it.each([
    [{}, {}, { connections: 5, most: 8, ownCeiling: false, auto: false }],
    [{ connections: 10 }, {}, { connections: 10, most: 8, ownCeiling: false, auto: false }],
    [{}, { connections: 2 }, { connections: 2, most: 2, ownCeiling: true, auto: false }],
    [{ connections: "auto" }, {}, { most: 8, auto: true }],
    [{ connections: "auto" }, { connections: 3 }, { connections: 3, most: 3, auto: true }],
    [{}, { connections: "auto" }, { most: 8, auto: true }],
    [{}, { connections: 20 }, { connections: 5, most: 8, ownCeiling: false, auto: false }],
  ])("of defaults %j and an own %j are tried and held against those of now", (defaults, own, present) => {
    expect(known(defaults, own).present).toMatchObject(present);
  });

  it("to try at most are those of the settings to measure with", () => {
    expect(known({}, { connections: 3 }).settings.connections).toBe(3);
    expect([known({}, {}).hasOwn, known({}, { connections: 3 }).hasOwn]).toEqual([false, true]);
  });
});

it.each([
  ["retries", {}, {}, true],
  ["retries", { retries: 1 }, {}, false],
  ["retries", {}, { retries: 1 }, false],
  ["no_such_key", {}, {}, false],
])("%s may be proposed, with defaults %j and own keys %j: %j", (key, defaults, own, may) => {
  expect(mayHave(known(defaults, own).config, "s", key)).toBe(may);
});
