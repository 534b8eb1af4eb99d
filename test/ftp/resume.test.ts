import { describe, expect, it } from "vitest";
import type { Script } from "../servers/scripted/script.ts";
import { read } from "./openSession.ts";
import { sending, sessionOn } from "./sessionOn.ts";

const FILES = { "/a.txt": "hello\n" };
const PLENTY = 1_000_000;

/** Fetches the file from an offset: what came, from where on. */
async function rest(script: Script, from: number, expected: number | null = 6) {
  await using ftp = await sessionOn({ files: FILES, ...script });
  const pieces: [number, string][] = [];
  const chunk = (offset: number, bytes: Uint8Array) => void pieces.push([offset, Buffer.from(bytes).toString()]);
  const retrieved = await ftp.session.retrieve({ path: "/a.txt", from, expected, most: PLENTY, chunk });
  expect(ftp.session.usable).toBe(true);
  return { retrieved, pieces, commands: ftp.lines(/^(REST|RETR)/) };
}

describe("the rest of a file", () => {
  it("comes from where it is wanted", async () => {
    for (const expected of [6, null, 100]) {
      expect(await rest({}, 4, expected)).toEqual({
        retrieved: { size: 6, from: 4 },
        pieces: [[4, "o\n"]],
        commands: ["REST 4", "RETR /a.txt"],
      });
    }
  });

  it("may be nothing", async () => {
    expect(await rest({}, 6)).toMatchObject({ retrieved: { size: 6, from: 6 }, pieces: [] });
  });

  it.each([
    ["502 No.", []],
    ["501 What?", []],
    ["450 Not now.", []],
    ["200 OK", ["REST 0"]], // it may have taken it
    ["554 No number.", []],
  ])("is the whole file after REST is answered with %s", async (answer, more) => {
    expect(await rest({ on: { REST: answer } }, 4)).toEqual({
      retrieved: { size: 6, from: 0 },
      pieces: [[0, "hello\n"]],
      commands: ["REST 4", ...more, "RETR /a.txt"],
    });
  });

  it("is the whole file where RETR refuses to begin there", async () => {
    const on: Script["on"] = {
      RETR: (session) => {
        if (session.restart === 0) return session.proceed();
        return session.reply("554 Restart offset 100 is too large."); // ProFTPD, Pure-FTPd
      },
    };
    expect(await rest({ on }, 100)).toEqual({
      retrieved: { size: 6, from: 0 },
      pieces: [[0, "hello\n"]],
      commands: ["REST 100", "RETR /a.txt", "REST 0", "RETR /a.txt"],
    });
  });

  it("that is refused leaves nothing behind that the next file would begin with", async () => {
    const on: Script["on"] = {
      RETR: (session, path) => (path === "/b.txt" ? session.reply("550 No such file.") : session.proceed()),
    };
    await using ftp = await sessionOn({ files: FILES, on });
    const retrieval = { path: "/b.txt", from: 4, expected: 6, most: PLENTY, chunk: () => {} };
    await expect(ftp.session.retrieve(retrieval)).rejects.toMatchObject({ code: "not_found" });
    expect(await read(ftp.session, "/a.txt")).toBe("hello\n");
    expect(await read(ftp.session, "/a.txt")).toBe("hello\n");
    expect(ftp.lines(/^REST/)).toEqual(["REST 4", "REST 0"]);
  });

  it("is of no session that may begin anywhere", async () => {
    const on: Script["on"] = {
      REST: (session, offset) => (offset === "0" ? session.reply("501 What?") : session.proceed()),
      RETR: "554 No.",
    };
    await using ftp = await sessionOn({ files: FILES, on });
    const retrieval = { path: "/a.txt", from: 4, expected: 6, most: PLENTY, chunk: () => {} };
    await expect(ftp.session.retrieve(retrieval)).rejects.toMatchObject({ code: "cut_off", retry: true });
    expect(ftp.session.usable).toBe(false);
  });

  it.each([
    ["as such", 4, "550 No such file.", "not_found"],
    ["from its beginning", 0, "554 What?", "protocol"],
  ])("is asked for once only when the server refuses the file %s", async (_, from, answer, code) => {
    await using ftp = await sessionOn({ files: FILES, on: { RETR: answer } });
    const retrieval = { path: "/a.txt", from, expected: 6, most: PLENTY, chunk: () => {} };
    await expect(ftp.session.retrieve(retrieval)).rejects.toMatchObject({ code });
    expect(ftp.lines(/^RETR/)).toHaveLength(1);
  });

  it("is asked for once only when the server refuses it after some came", async () => {
    const on: Script["on"] = { RETR: sending((data) => data.send("o"), "150 Here.", "500 What?") };
    await using ftp = await sessionOn({ files: FILES, on });
    const retrieval = { path: "/a.txt", from: 4, expected: 6, most: PLENTY, chunk: () => {} };
    await expect(ftp.session.retrieve(retrieval)).rejects.toMatchObject({ code: "protocol" });
    expect(ftp.lines(/^RETR/)).toHaveLength(1);
  });

  it("counts from the file's beginning against what may come", async () => {
    await using ftp = await sessionOn({ files: FILES });
    const retrieval = { path: "/a.txt", from: 4, expected: null, chunk: () => {} };
    expect(await ftp.session.retrieve({ ...retrieval, most: 6 })).toEqual({ size: 6, from: 4 });
    await expect(ftp.session.retrieve({ ...retrieval, most: 5 })).rejects.toMatchObject({ code: "too_large" });
  });
});
