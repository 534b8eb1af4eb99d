import { describe, expect, it } from "vitest";
import { serversThatFit } from "../../src/cli/openFiles.ts";

const limits = (soft: string) =>
  `Limit                     Soft Limit           Hard Limit           Units\nMax open files            ${soft.padEnd(21)}1048576              files\n`;

describe("the servers that fit", () => {
  it.each([
    ["1024", 65],
    ["256", 14],
    ["1048576", 69902],
  ])("into %s open files are %i", (soft, servers) => {
    expect(serversThatFit(limits(soft))).toBe(servers);
  });

  it("are never less than one", () => {
    expect(serversThatFit(limits("20"))).toBe(1);
  });

  it("are not limited where there is no limit, or none is known", () => {
    expect(serversThatFit(limits("unlimited"))).toBe(Number.POSITIVE_INFINITY);
    expect(serversThatFit("")).toBe(Number.POSITIVE_INFINITY);
  });
});
