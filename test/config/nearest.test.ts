import { describe, expect, it } from "vitest";
import { nearest } from "../../src/config/nearest.ts";

const KEYS = ["host", "port", "path", "user", "password", "password_file", "secure", "retry_delay", "connections"];

describe("the nearest known word", () => {
  it.each([
    ["pasword", "password"],
    ["passwrod", "password"],
    ["Password", "password"],
    ["retry-delay", "retry_delay"],
    ["username", "user"],
    ["pass", "password"],
    ["hots", "host"],
    ["conections", "connections"],
  ])("for %s is %s", (word, meant) => expect(nearest(word, KEYS)).toBe(meant));

  it.each(["colour", "", "x", "zz"])("is none for %j", (word) => expect(nearest(word, KEYS)).toBeUndefined());

  it("is none for a text that is no word", () => expect(nearest("password".repeat(100_000), KEYS)).toBeUndefined());

  it("is a server's name too", () => {
    expect(nearest("branch-01", ["branch-001", "branch-002"])).toBe("branch-001");
  });
});
