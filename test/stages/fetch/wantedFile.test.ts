import { describe, expect, it } from "vitest";
import { isWanted, sinkFile, type WantedFile, wantedFile } from "../../../src/stages/fetch/wantedFile.ts";

const DECODED = { encoding: "utf-8", local_names: "decoded" } as const;
const WHOLE = { type: "file", server: "s", config: "/c", path: "/out/a", name: "a", size: 3, modified: "2026-01-01" };

function wanted(record: Readonly<Record<string, unknown>>): WantedFile {
  const file = { type: "file", ...record };
  if (!isWanted(file)) throw new Error("not a file that can be fetched");
  return wantedFile(file);
}

describe("a file record", () => {
  it.each(["server", "path", "name"])("can't be fetched without its %s", (field) => {
    expect(isWanted({ ...WHOLE, [field]: undefined })).toBe(false);
    expect(isWanted({ ...WHOLE, [field]: 7 })).toBe(false);
  });

  it("may leave the rest out", () => {
    const { server, path, name } = WHOLE;
    expect(wanted({ server, path, name })).toMatchObject({ config: "", size: null, modified: null, raw: undefined });
  });

  it.each([-1, 1.5, Number.NaN, "3", {}, undefined])("of the size %j has an unknown one", (size) => {
    expect(wanted({ ...WHOLE, size }).size).toBeNull();
  });

  it("keeps what nobody here knows", () => {
    expect(wanted({ ...WHOLE, colour: "blue" }).record).toMatchObject({ colour: "blue" });
  });
});

describe("for the sink", () => {
  it("a name has no bytes of its own unless its path has", () => {
    expect(sinkFile(wanted(WHOLE), DECODED)).toEqual({ server: "s", name: "a", size: 3, modified: "2026-01-01" });
  });

  it.each([
    ["in the name", "/out/\xc8\xd5", "\ufffd\ufffd", "\xc8\xd5"],
    ["in a folder of the name", "/out/\xc8\xd5/a b", "\ufffd\ufffd/a b", "\xc8\xd5/a b"],
    ["in what stands before the name", "/\xc8\xd5\xb1/out/a", "a", "a"],
    ["that are UTF-8 in part", "/out/\xc3\xa4\xff", "ä\ufffd", "\xc3\xa4\xff"],
  ])("raw bytes %s are the path's", (_, bytes, name, rawName) => {
    const buffer = Buffer.from(bytes, "latin1");
    const file = wanted({ ...WHOLE, path: buffer.toString("utf8"), name, raw: buffer.toString("base64") });
    const landing = sinkFile(file, DECODED);
    expect(Buffer.from(landing.rawName ?? landing.name).toString("latin1")).toBe(rawName);
  });
});
