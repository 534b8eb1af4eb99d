import { expect, it } from "vitest";
import { portInPasv } from "../../src/ftp/passive.ts";

it.each([
  ["227 Entering Passive Mode (10,0,0,1,8,73).", 2121],
  ["227 =10,0,0,1,8,73", 2121],
  ["227 Passive (10,0,0,1,255,255)", 65_535],
  ["227 Passive (10,0,0,1,256,0)", undefined],
  ["227 Passive (10,0,0,1,0,0)", undefined],
  ["227 Passive (10,0,0,1)", undefined],
  ["227 Passive", undefined],
])("the port in %s is %s", (text, port) => {
  expect(portInPasv(text)).toBe(port);
});

it("a reply that is all digits is read once", () => {
  expect(portInPasv(`227 ${"1".repeat(1_000_000)}`)).toBeUndefined();
});
