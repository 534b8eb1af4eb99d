import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { type Selection, selectServers } from "../../src/config/select.ts";
import { configFolder } from "./configFolder.ts";

const YAML = "servers: { b-2: {host: h}, b-10: {host: h}, b-1: {host: h}, 'x(1)': {host: h} }";

function select(selection: Partial<Selection>): readonly string[] {
  return selectServers(loadConfig(configFolder({ "cfg.yaml": YAML })("cfg.yaml")), { names: [], ...selection });
}

describe("the servers that take part", () => {
  it.each<[string, Partial<Selection>, readonly string[]]>([
    ["are all of them, in the file's order", {}, ["b-2", "b-10", "b-1", "x(1)"]],
    ["are those named, in the file's order, once", { names: ["b-1", "b-2", "b-1"] }, ["b-2", "b-1"]],
    ["are those that match --only", { only: ["b-1*", "x*"] }, ["b-10", "b-1", "x(1)"]],
    ["are those that match braces", { only: ["b-{1,2}"] }, ["b-2", "b-1"]],
    ["are one whose name looks like a pattern", { only: ["x(1)"] }, ["x(1)"]],
    ["are not those that match --except", { except: ["b-*"] }, ["x(1)"]],
    ["are those that all three let through", { names: ["b-1", "b-2"], only: ["b-*"], except: ["b-2"] }, ["b-1"]],
  ])("%s", (_what, selection, names) => expect(select(selection)).toEqual(names));

  it("cannot be one that is not there", () => {
    expect(() => select({ names: ["b-3"] })).toThrow(/cfg\.yaml: there is no server `b-3`; did you mean `b-2`\?/);
  });

  it("cannot be none", () => {
    expect(() => select({ only: ["y*", "z"] })).toThrow(/cfg\.yaml: no server matches --only y\*,z$/);
    expect(() => select({ names: ["b-1"], except: ["*"] })).toThrow("no server matches b-1 --except *");
  });
});
