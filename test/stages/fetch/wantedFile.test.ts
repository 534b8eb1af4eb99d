import { describe, expect, it } from "vitest";
import { namesIn, rawName } from "../../../src/ftp/names.ts";
import { Fault } from "../../../src/records/fault.ts";
import type { SinkFile } from "../../../src/sink/sink.ts";
import { isWanted, sinkFile, type WantedFile, wantedFile } from "../../../src/stages/fetch/wantedFile.ts";
import { utf8 } from "../../servers/oddNames.ts";

const WHOLE = { type: "file", server: "s", config: "/c", path: "/out/a", name: "a" };

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

/** The file as the sink gets it, of a path on the wire and settings; `name` is as many parts of its end as are left beside `folder`. */
function sunk(
  wire: string,
  { folder = "/out", encoding = "gbk", local_names = "decoded", ...changed }: Readonly<Partial<Sunk>>,
): SinkFile {
  const { text, exact } = namesIn(encoding).decode(wire);
  const name = text.slice(namesIn(encoding).decode(folder).text.length + 1);
  const raw = exact ? undefined : rawName(wire);
  return sinkFile(wanted({ ...WHOLE, path: text, name, raw, ...changed }), { encoding, local_names });
}

interface Sunk {
  readonly folder: string;
  readonly encoding: string;
  readonly local_names: "decoded" | "bytes";
  /** Instead of the one that was listed. */
  readonly name: string;
}

/** What the sink is to write, one character a byte. */
function written({ name, rawName }: SinkFile): string {
  return Buffer.from(rawName ?? Buffer.from(name)).toString("latin1");
}

describe("for the sink", () => {
  it("a name is its text", () => {
    const file = { server: "s", name: "a" };
    expect(sunk("/out/a", {})).toEqual(file);
    expect(sunk("/out/\xc8\xd5", {})).toEqual({ ...file, name: "日" });
    expect(sunk("/out/\xe6\x97\xa5", { encoding: "utf-8" })).toEqual({ ...file, name: "日" });
  });

  it.each([
    ["in the name", "/out/\xd5\xff", "\xd5\xff"],
    ["that are UTF-8 in part", "/out/\xe6\x97\xa5/ä\xff", "\xe6\x97\xa5/ä\xff"],
    ["in what stands before the name", "/\xff/out/\xe6\x97\xa5", "\xe6\x97\xa5"],
  ])("stray bytes %s are those of the server", (_, wire, bytes) => {
    const folder = wire.slice(0, wire.indexOf("/out") + 4);
    expect(written(sunk(wire, { encoding: "utf-8", folder }))).toBe(bytes);
  });

  it("only those parts of a name are bytes that the encoding does not fit: a folder is one here, too", () => {
    const day = utf8("日");
    expect(written(sunk("/out/\xc8\xd5/\xc8\xd5.csv", {}))).toBe(`${day}/${day}.csv`);
    expect(written(sunk("/out/\xc8\xd5/\xff.csv", {}))).toBe(`${day}/\xff.csv`);
    expect(written(sunk("/out/\xff/\xc8\xd5.csv", {}))).toBe(`\xff/${day}.csv`);
    expect(sunk("/out/\xc8\xd5/\xff.csv", {})).toMatchObject({ name: "日/\ufffd.csv" });
  });

  it("a name is readable below a folder that is not", () => {
    expect(sunk("/\xff/\xc8\xd5", { folder: "/\xff" })).toEqual(sunk("/out/\xc8\xd5", {}));
  });

  it("a code beside the one that is written for its character stays what it is", () => {
    expect(written(sunk("/out/\x81\xe0", { encoding: "shift_jis" }))).toBe(utf8("≒"));
    expect(written(sunk("/out/\x87\x90", { encoding: "shift_jis" }))).toBe("\x87\x90");
  });

  it("with `local_names: bytes` every name is the server's bytes", () => {
    const bytes = { local_names: "bytes" } as const;
    for (const name of ["\xc8\xd5/\xc8\xd5.csv", "\xc8\xd5/\xff", "a b"]) {
      expect(written(sunk(`/out/${name}`, bytes))).toBe(name);
    }
    expect(sunk("/out/a b", bytes)).not.toHaveProperty("rawName");
    expect(sunk("/out/\xe6\x97\xa5", { ...bytes, encoding: "utf-8" })).not.toHaveProperty("rawName");
  });

  it("a listing of another encoding is read in the configured one", () => {
    const { text } = namesIn("utf-8").decode("/out/\xc8\xd5");
    const listed = wanted({ ...WHOLE, path: text, name: text.slice(5), raw: rawName("/out/\xc8\xd5") });
    const file = sinkFile(listed, { encoding: "gbk", local_names: "decoded" });
    expect(file).toEqual({ server: "s", name: "日" });
  });

  it.each(["decoded", "bytes"] as const)("a file that was renamed has its new name, as text (%s)", (local_names) => {
    for (const wire of ["/out/\xff", "/out/\xc8\xd5", "/out/a"]) {
      const file = sunk(wire, { local_names, name: "新 \u{1f600}/b" });
      expect(file).toEqual({ server: "s", name: "新 \u{1f600}/b" });
    }
  });

  it("a file that was put into another folder, or out of its own, keeps the bytes of what it is still called", () => {
    expect(written(sunk("/out/\xff/\xfe", { name: "\ufffd" }))).toBe("\xfe");
    expect(written(sunk("/out/\xff/\xfe", { name: "新/\ufffd/\ufffd" }))).toBe(`${utf8("新")}/\xff/\xfe`);
    expect(written(sunk("/out/\xff/\xfe", { name: "\ufffd/b" }))).toBe("\xff/b");
    expect(written(sunk("/out/\xc8\xd5", { name: "新/日", local_names: "bytes" }))).toBe(`${utf8("新")}/\xc8\xd5`);
  });

  it("bytes that would lead out of the folder are left for it to judge", () => {
    const evil = wanted({ ...WHOLE, path: "/out/a/b", name: "a/b", raw: rawName("/out/../\xff") });
    expect(written(sinkFile(evil, { encoding: "gbk", local_names: "decoded" }))).toBe("../\xff");
  });

  it("a text without bytes in the encoding is a fault where bytes are wanted", () => {
    const file = wanted({ ...WHOLE, path: "/out/日", name: "日" });
    const sink = () => sinkFile(file, { encoding: "koi8-r", local_names: "bytes" });
    expect(sink).toThrow(Fault);
    expect(sink).toThrow("check `encoding`");
  });
});
