import { describe, expect, it } from "vitest";
import { decodeName, encodeName, rawName } from "../../src/ftp/names.ts";

describe("a name on the wire", () => {
  it("is read as UTF-8, and is exact when that gives its bytes back", () => {
    expect(decodeName("plain.txt")).toEqual({ text: "plain.txt", exact: true });
    expect(decodeName("caf\xc3\xa9")).toEqual({ text: "café", exact: true });
    expect(decodeName("\xef\xbb\xbfbom")).toEqual({ text: "\ufeffbom", exact: true });
    expect(decodeName("caf\xe9")).toEqual({ text: "caf\ufffd", exact: false });
  });

  it("comes back whole, from its text or from its base64", () => {
    for (const wire of ["plain", "caf\xc3\xa9", "\xff\xfe-iac", "\xd6\xd0", " a\\b ", "\xc3\x28"]) {
      const { text, exact } = decodeName(wire);
      expect(encodeName(text, exact ? undefined : rawName(wire))).toBe(wire);
    }
  });
});
