import { isAbsolute } from "node:path";
import { describe, expect, it } from "vitest";
import { home, localPath } from "../../src/config/localPath.ts";

describe("a path of the configuration", () => {
  it.each([
    ["buffer", "/etc/harvest/buffer"],
    ["./buffer/", "/etc/harvest/buffer"],
    ["../buffer", "/etc/buffer"],
    ["/data/", "/data"],
    ["/", "/"],
    ["~", "/home/ann"],
    ["~/buffer/", "/home/ann/buffer"],
    ["~bob/x", "/etc/harvest/~bob/x"],
  ])("%j is %s", (path, absolute) => {
    expect(localPath(path, "/etc/harvest/cfg.yaml", { HOME: "/home/ann" })).toBe(absolute);
  });
});

describe("the user's home", () => {
  it.each([{}, { HOME: "" }])("is known without HOME: %j", (env) => expect(isAbsolute(home(env))).toBe(true));
});
