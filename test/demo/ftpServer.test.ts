import { connect } from "node:net";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { Client } from "basic-ftp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningFtpServer, startFtpServer } from "../../src/demo/ftpServer.ts";
import { treeOf } from "../../src/demo/tree.ts";
import { ControlClient } from "./controlClient.ts";

const MODIFIED = new Date("2026-10-30T18:30:05Z");
const BIG = Buffer.alloc(3_000_000, "0123456789");
/** More than the system's buffers of a connection hold: who does not read it holds it up. */
const HUGE = { path: "/huge", bytes: Buffer.alloc(32 * 1024 * 1024), modified: MODIFIED };
const FILES = [
  { path: "/out/day.csv", bytes: Buffer.from("a,b\n1,2\n"), modified: MODIFIED },
  { path: "/out/empty", bytes: Buffer.alloc(0), modified: MODIFIED },
  { path: "/out/ two  spaces ", bytes: Buffer.from("spaces"), modified: MODIFIED },
  { path: "/out/分行日报.csv", bytes: Buffer.from("中文"), modified: MODIFIED },
  { path: "/out/.hidden", bytes: Buffer.from("h"), modified: MODIFIED },
  { path: '/out/a "b"/deep/x', bytes: Buffer.from("x"), modified: MODIFIED },
  { path: "/big.bin", bytes: BIG, modified: MODIFIED },
];

let server: RunningFtpServer;
beforeEach(async () => {
  server = await startFtpServer({ tree: treeOf([...FILES, HUGE]), user: "u", password: "p w" });
});
afterEach(() => server.stop());

const loggedIn = () => ControlClient.loggedIn(server.port, "u", "p w");

/** A data connection to the port that a reply to PASV or EPSV names. */
function dataOf(reply: string) {
  return connect({ host: "127.0.0.1", port: dataPortOf(reply) });
}

function dataPortOf(reply: string): number {
  const [, high, low] = /,(\d+),(\d+)\)/.exec(reply) ?? [];
  return high === undefined ? Number(/\|\|\|(\d+)\|/.exec(reply)?.[1]) : Number(high) * 256 + Number(low);
}

describe("the demo's FTP server, to a client that was made by others", () => {
  let client: Client;
  beforeEach(async () => {
    client = new Client();
    await client.access({ host: server.host, port: server.port, user: "u", password: "p w" });
  });
  afterEach(() => client.close());

  async function download(path: string, startAt?: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    const into = new Writable({
      write(chunk, _encoding, done) {
        chunks.push(chunk);
        done();
      },
    });
    await client.downloadTo(into, path, startAt);
    return Buffer.concat(chunks);
  }

  it("gives every file, byte by byte", async () => {
    for (const { path, bytes } of FILES) expect((await download(path)).equals(bytes), path).toBe(true);
  });

  it("gives the rest of a file from a restart point", async () => {
    expect((await download("/big.bin", 2_999_990)).toString()).toBe("0123456789");
    expect((await download("/out/day.csv")).length).toBe(8);
  });

  it("lists names, sizes, kinds and times by MLSD", async () => {
    const entries = await client.list("/out");
    const expected = ["day.csv", "empty", " two  spaces ", "分行日报.csv", ".hidden", 'a "b"'];
    expect(entries.map(({ name }) => name)).toEqual(expected);
    expect(entries[0]).toMatchObject({ size: 8, isDirectory: false, modifiedAt: MODIFIED });
    expect(entries.at(-1)).toMatchObject({ isDirectory: true });
  });

  it("says size and time of a file, and goes into folders and out of them", async () => {
    await client.cd("/out/分行日报.csv/..");
    expect(await client.size("day.csv")).toBe(8);
    expect(await client.lastMod("day.csv")).toEqual(MODIFIED);
    await client.cd('a "b"');
    expect((await client.send("PWD")).message).toContain('"/out/a ""b""" ');
    await client.cdup();
    expect(await client.pwd()).toBe("/out");
    await client.cd("../../..");
    expect(await client.pwd()).toBe("/");
  });

  it("refuses what is not there, and goes on", async () => {
    await expect(download("/nope")).rejects.toMatchObject({ code: 550 });
    await expect(client.cd("/out/day.csv")).rejects.toMatchObject({ code: 550 });
    expect(await client.size("/big.bin")).toBe(BIG.length);
  });
});

describe("the demo's FTP server, word by word", () => {
  it.each([
    ["u", "wrong"],
    ["someone", "p w"],
  ])("refuses %s with %s", async (user, password) => {
    const client = new ControlClient(server.port);
    client.write(`USER ${user}\r\nPASS ${password}\r\nPASV\r\n`);
    expect((await client.replies(4)).map(codeOf)).toEqual(["220", "331", "530", "530"]);
    client.socket.destroy();
  });

  it.each([
    ["SYST", /^215 UNIX/],
    ["FEAT", /^211-.*\r\n EPSV\r\n MDTM\r\n MLST type\*;size\*;modify\*;\r\n REST STREAM\r\n SIZE\r\n UTF8\r\n211 /],
    ["NOOP", /^200/],
    ["OPTS UTF8 ON", /^200/],
    ["OPTS MLST size;unique;", /^200 MLST OPTS size;$/],
    ["TYPE I", /^200/],
    ["TYPE A", /^200/],
    ["TYPE E", /^504/],
    ["PWD", /^257 "\/" /],
    ["MLST out/day.csv", /^250-.*\r\n type=file;size=8;modify=20261030183005; \/out\/day\.csv\r\n250 /],
    ["MDTM /out/day.csv", /^213 20261030183005$/],
    ["MDTM /out", /^550/],
    ["SIZE /out", /^550/],
    ["MLSD /out/day.csv", /^501/],
    ["EPSV 2", /^522/],
    ["REST ten", /^501/],
    ["RETR /out/day.csv", /^425/],
    ["STOR x", /^502/],
    ["PORT 127,0,0,1,1,1", /^502/],
    ["XYZZY", /^500/],
    ["", /^500/],
    ["quit", /^221/],
  ])("answers %j as it should", async (command, reply) => {
    const client = await loggedIn();
    expect(await client.ask(command)).toMatch(reply);
    client.socket.destroy();
  });

  it("answers pipelined commands in their order, the transfers among them", async () => {
    const client = await loggedIn();
    const first = dataOf(await client.ask("EPSV"));
    client.write("RETR /big.bin\r\nPASV\r\nSIZE /out/day.csv\r\n");
    expect((await text(first)).length).toBe(BIG.length);
    const replies = await client.replies(4);
    expect(replies.map(codeOf)).toEqual(["150", "226", "227", "213"]);
    const second = dataOf(replies[2] ?? "");
    client.write("RETR /out/empty\r\nNOOP\r\nQUIT\r\nNOOP\r\n");
    expect(await text(second)).toBe("");
    expect((await client.replies(9)).map(codeOf)).toEqual(["150", "226", "200", "221"]);
  });

  it("takes commands that come in pieces, with a bare line feed too", async () => {
    const client = await loggedIn();
    const name = Buffer.from("SIZE /out/分行日报.csv\nNOOP\n");
    for (const byte of name) client.socket.write(Buffer.of(byte));
    expect(await client.replies(2)).toEqual(["213 6", "200 OK."]);
    client.socket.destroy();
  });

  it.each([
    ["LIST out", ["day.csv", "empty", " two  spaces ", "分行日报.csv", 'a "b"']],
    ["LIST -la out", [".", "..", "day.csv", "empty", " two  spaces ", "分行日报.csv", ".hidden", 'a "b"']],
    ["LIST /out/day.csv", ["/out/day.csv"]],
  ])("lists by %j", async (command, names) => {
    const client = await loggedIn();
    const data = dataOf(await client.ask("PASV"));
    client.write(`${command}\r\n`);
    const lines = (await text(data)).split("\r\n");
    expect(lines.pop()).toBe("");
    // Mode, links, owner, group, size, month, day, time or year; then one space and the name as it is.
    expect(lines.map((line) => /^[d-]\S{9}(?: +\S+){7} (.*)$/.exec(line)?.[1])).toEqual(names);
    client.socket.destroy();
  });

  it("refuses a restart point behind the file's end, and forgets it after one command", async () => {
    const client = await loggedIn();
    expect(await client.ask("REST 9")).toMatch(/^350/);
    expect(await client.ask("RETR /out/day.csv")).toMatch(/^554/);
    const data = dataOf(await client.ask("PASV"));
    client.write("RETR /out/day.csv\r\n");
    expect(await text(data)).toBe("a,b\n1,2\n");
    client.socket.destroy();
  });

  it("says 426 when the data connection goes away in the middle, and goes on", async () => {
    const client = await loggedIn();
    const data = dataOf(await client.ask("PASV"));
    client.write("RETR /huge\r\n");
    data.once("data", () => data.destroy());
    expect((await client.replies(2)).map(codeOf)).toEqual(["150", "426"]);
    expect(await client.ask("NOOP")).toBe("200 OK.");
    client.socket.destroy();
  });

  it("takes one transfer a port", async () => {
    const client = await loggedIn();
    const data = dataOf(await client.ask("PASV"));
    client.write("LIST\r\nLIST\r\n");
    await text(data);
    expect((await client.replies(3)).map(codeOf)).toEqual(["150", "226", "425"]);
    client.socket.destroy();
  });

  it("ends a session that sends a line without an end", async () => {
    const client = await loggedIn();
    client.write("X".repeat(100_000));
    expect((await client.replies(2)).map(codeOf)).toEqual(["500"]);
  });

  it("says 421 when there are too many sessions", async () => {
    const clients = Array.from({ length: 51 }, () => new ControlClient(server.port));
    const greetings = await Promise.all(clients.map(async (client) => codeOf((await client.replies(1))[0] ?? "")));
    expect(greetings.filter((code) => code === "220")).toHaveLength(50);
    expect(greetings.filter((code) => code === "421")).toHaveLength(1);
    for (const client of clients) client.socket.destroy();
  });
});

describe("the demo's FTP server, when it is stopped", () => {
  it("ends sessions, data connections and waits, and leaves nothing open", async () => {
    const idle = await loggedIn();
    const waiting = await loggedIn();
    const waitingPort = dataPortOf(await waiting.ask("PASV"));
    waiting.write("NOOP\r\nRETR /huge\r\n");
    await waiting.replies(1);
    const stalled = await loggedIn();
    const data = dataOf(await stalled.ask("PASV"));
    stalled.write("RETR /huge\r\n");
    await stalled.replies(1);

    await server.stop();
    await server.stop();

    for (const client of [idle, waiting, stalled]) expect(await client.replies(1)).toEqual([]);
    data.on("error", () => {}).resume();
    for (const port of [server.port, waitingPort]) expect(await refusal(port)).toBe("ECONNREFUSED");
  });
});

function refusal(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port }, () => resolve(undefined));
    socket.on("error", (error) => resolve("code" in error ? String(error.code) : error.message));
    socket.on("close", () => socket.destroy());
  });
}

function codeOf(reply: string): string {
  return reply.slice(0, 3);
}
