import { once } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { PATIENCE } from "../../patience.ts";
import { PlainClient, portIn } from "../plainClient.ts";
import { startScriptedServer } from "../scriptedServer.ts";
import { contentOf } from "./contentOf.ts";
import type { FaultAction, ServerFault } from "./fault.ts";

const FILE = "0123456789";
const BEGIN = "150 Here it comes.\r\n"; // 20 bytes
const END = "226 Transfer complete.\r\n";
const LOST = "426 Connection closed; transfer aborted.\r\n";
const MODIFIED = "20260701000000";

interface Seen {
  /** What the client saw of RETR: its data, the replies, and how each channel ended. */
  readonly data?: string;
  readonly dataEnd?: "in order" | "reset";
  readonly replies?: string;
  /** Undefined: the session lives, and the next reply is that to NOOP. */
  readonly end?: "in order" | "reset" | "mute";
}

const USUAL = { data: FILE, dataEnd: "in order", replies: BEGIN + END } as const;

function retr(...does: FaultAction[]): readonly ServerFault[] {
  return does.map((one) => ({ on: "RETR", nth: 1, does: one }));
}

const files = { "/f": FILE };

describe("a fault in a transfer", () => {
  const data = (byte: number) => ({ channel: "data", byte }) as const;
  const control = (byte: number) => ({ channel: "control", byte }) as const;
  const other = { size: 12, seed: 7, modified: MODIFIED };
  const others = contentOf(12, 7).toString("latin1");

  it.each<[string, FaultAction[], Seen, string[]]>([
    ["nothing", [], {}, []],
    ["a delay", [{ kind: "delay", ms: 5, ...data(3) }], {}, ["delay data RETR"]],
    ["a stall", [{ kind: "stall", ...data(3) }], { data: "012", replies: BEGIN + LOST }, ["stall data RETR"]],
    [
      "a reset",
      [{ kind: "reset", ...data(3) }],
      { data: "012", dataEnd: "reset", replies: BEGIN + LOST },
      ["reset data RETR"],
    ],
    ["a cut", [{ kind: "cut", ...data(3) }], { data: "012", replies: BEGIN, end: "in order" }, ["cut data RETR"]],
    [
      "a cut before all bytes",
      [{ kind: "cut", ...data(0) }],
      { data: "", replies: BEGIN, end: "in order" },
      ["cut data RETR"],
    ],
    [
      "a reset after all bytes",
      [{ kind: "reset", ...data(10) }],
      { dataEnd: "reset", replies: BEGIN + LOST },
      ["reset data RETR"],
    ],
    ["a reset beyond the end", [{ kind: "reset", ...data(11) }], {}, []],
    ["a short file", [{ kind: "truncate", byte: 3 }], { data: "012" }, ["truncate RETR"]],
    ["a file that is cut at its end", [{ kind: "truncate", byte: 10 }], {}, []],
    ["bytes that come twice", [{ kind: "repeat data", byte: 7 }], { data: `${FILE}789` }, ["repeat data RETR"]],
    ["no byte that comes twice", [{ kind: "repeat data", byte: 10 }], {}, []],
    [
      "strange bytes",
      [{ kind: "insert", bytes: "\xff!", ...data(3) }],
      { data: "012\xff!3456789" },
      ["insert data RETR"],
    ],
    [
      "strange bytes at the end",
      [{ kind: "insert", bytes: "!", ...data(10) }],
      { data: `${FILE}!` },
      ["insert data RETR"],
    ],
    ["small pieces", [{ kind: "split", size: 2, ...data(3) }], {}, ["split data RETR"]],
    ["a file that goes meanwhile", [{ kind: "change", path: "/f", change: null, byte: 3 }], {}, ["change RETR"]],
    ["a file replaced meanwhile", [{ kind: "change", path: "/f", change: other, byte: 3 }], {}, ["change RETR"]],
    [
      "a file written over meanwhile",
      [{ kind: "change", path: "/f", change: { ...other, inPlace: true }, byte: 3 }],
      { data: `012${others.slice(3)}` },
      ["change RETR"],
    ],
    ["a file replaced before", [{ kind: "change", path: "/f", change: other }], { data: others }, ["change RETR"]],
    ["an early final reply", [{ kind: "early" }], {}, ["early RETR"]],
    ["a late final reply", [{ kind: "late", ms: 5 }], {}, ["late RETR"]],
    ["another final reply", [{ kind: "final", text: "451 No." }], { replies: `${BEGIN}451 No.\r\n` }, ["final RETR"]],
    ["no final reply", [{ kind: "final", text: null }, { kind: "early" }], { replies: BEGIN }, ["final RETR"]],
    ["a delayed reply", [{ kind: "delay", ms: 5, ...control(22) }], {}, ["delay control RETR"]],
    ["silence", [{ kind: "stall", ...control(22) }], { replies: `${BEGIN}22`, end: "mute" }, ["stall control RETR"]],
    [
      "a session reset",
      [{ kind: "reset", ...control(22) }],
      { replies: `${BEGIN}22`, end: "reset" },
      ["reset control RETR"],
    ],
    [
      "a session cut",
      [{ kind: "cut", ...control(22) }],
      { replies: `${BEGIN}22`, end: "in order" },
      ["cut control RETR"],
    ],
    [
      "a session reset behind the answer",
      [{ kind: "reset", ...control(44) }],
      { end: "reset" },
      ["reset control RETR"],
    ],
    ["a reset behind what is said", [{ kind: "reset", ...control(45) }], {}, []],
    [
      "a reply inserted",
      [{ kind: "insert", bytes: "?", ...control(20) }],
      { replies: `${BEGIN}?${END}` },
      ["insert control RETR"],
    ],
    ["replies in pieces", [{ kind: "split", size: 8, ...control(4) }], {}, ["split control RETR"]],
    ["replies twice", [{ kind: "repeat reply" }], { replies: BEGIN + BEGIN + END + END }, ["repeat reply RETR"]],
    ["replies held back", [{ kind: "merge", ms: 10 }], {}, ["merge RETR"]],
    [
      "several things, in the order of their bytes",
      [
        { kind: "reset", ...data(8) },
        { kind: "insert", bytes: "b", ...data(3) },
        { kind: "insert", bytes: "c", ...data(3) },
        { kind: "insert", bytes: "never", ...data(9) },
      ],
      { data: "012bc34567", dataEnd: "reset", replies: BEGIN + LOST },
      ["insert data RETR", "reset data RETR"],
    ],
  ])("%s", async (_, does, expected, struck) => {
    const seen = { ...USUAL, ...expected };
    await using server = await startScriptedServer({ files, faults: retr(...does) });
    using session = await new PlainClient(server.port).enter();
    using transfer = await session.dataConnection();
    const from = session.heard.length;
    session.socket.write("RETR f\r\n");
    if (does.some(({ kind }) => kind === "stall") && seen.end === undefined) {
      await transfer.until(seen.data);
      transfer.socket.end();
    }
    expect(await transfer.all()).toBe(seen.data);
    expect(transfer.ended).toBe(seen.dataEnd);
    await session.until(seen.replies, from);
    await endAs(session, seen.end);
    expect(session.heard.slice(from)).toBe(seen.end === undefined ? `${seen.replies}200 OK\r\n` : seen.replies);
    expect([...server.struck.keys()].sort()).toEqual(struck);
    const whole = [FILE, others].includes(seen.data) && seen.replies.endsWith(END) && seen.dataEnd === "in order";
    expect(server.retrievals("/f").includes("whole")).toBe(whole);
  });

  it("comes in pieces of their own", async () => {
    const faults = retr({ kind: "split", size: 2, ...data(3) }, { kind: "split", size: 8, ...control(4) });
    await using server = await startScriptedServer({ files, faults });
    using session = await new PlainClient(server.port).enter();
    using transfer = await session.dataConnection();
    const before = session.pieces.length;
    session.socket.write("RETR f\r\n");
    await session.until(END);
    expect([3, 5, 7, 9, 10]).toEqual(expect.arrayContaining(boundaries(transfer.pieces)));
    expect([4, 12, 20, 28, 36, 44]).toEqual(expect.arrayContaining(boundaries(session.pieces.slice(before))));
  });

  it("counts bytes from where REST says", async () => {
    await using server = await startScriptedServer({ files, faults: retr({ kind: "truncate", byte: 3 }) });
    using session = await new PlainClient(server.port).enter();
    using transfer = await session.dataConnection();
    await session.ask("REST 4", "350 ");
    await session.ask("RETR f", END);
    expect(transfer.heard).toBe("456");
  });

  it("strikes listings, too", async () => {
    const faults: ServerFault[] = [{ on: "MLSD", nth: 1, does: { kind: "truncate", byte: 9 } }];
    await using server = await startScriptedServer({ files, faults });
    using session = await new PlainClient(server.port).enter();
    using transfer = await session.dataConnection();
    await session.ask("MLSD", END);
    expect(transfer.heard).toBe("type=file");
  });
});

/** How many bytes had come with each piece: not always the sender's own, as a busy client reads several at once. */
function boundaries(pieces: readonly string[]): number[] {
  return pieces.map((_, index) => pieces.slice(0, index + 1).join("").length);
}

/** The session ended so, or is alive: then NOOP is answered next. */
async function endAs(session: PlainClient, end: Seen["end"]): Promise<void> {
  if (end === undefined) await session.ask("NOOP", "200 OK\r\n");
  else if (end === "mute") session.socket.write("NOOP\r\n");
  else {
    await session.all();
    expect(session.ended).toBe(end);
  }
}

describe("a fault of a reply", () => {
  it.each<[string, FaultAction, string]>([
    ["is another one", { kind: "reply", text: "452 Full." }, "452 Full.\r\n"],
    ["is no reply", { kind: "reply", text: "what?" }, "what?\r\n"],
    ["is repeated", { kind: "repeat reply" }, "200 OK\r\n200 OK\r\n"],
    ["is delayed", { kind: "delay", channel: "control", byte: 0, ms: 5 }, "200 OK\r\n"],
    ["is held back until the next one", { kind: "merge", ms: 600_000 }, ""],
  ])("%s, and the next one comes in its turn", async (_, does, text) => {
    await using server = await startScriptedServer({ faults: [{ on: "NOOP", nth: 1, does }] });
    using session = await new PlainClient(server.port).enter();
    const before = session.pieces.length;
    session.socket.write("NOOP\r\n");
    if (text !== "") await session.until(text);
    await session.ask("SYST", "215 UNIX Type: L8\r\n");
    const said = session.pieces.slice(before);
    if (text === "") expect(said).toEqual(["200 OK\r\n215 UNIX Type: L8\r\n"]);
    else expect(said.join("")).toBe(`${text}215 UNIX Type: L8\r\n`);
  });

  it("421 ends the session, of a greeting, too", async () => {
    const does: FaultAction = { kind: "reply", text: "421 Away." };
    await using server = await startScriptedServer({
      faults: [
        { on: "GREETING", nth: 1, does },
        { on: "PASS", nth: 1, does },
      ],
    });
    expect(await new PlainClient(server.port).all()).toBe("421 Away.\r\n");
    using session = new PlainClient(server.port);
    session.socket.write("USER x\r\nPASS x\r\nNOOP\r\n");
    expect(await session.all()).toMatch(/421 Away\.\r\n$/);
    expect(server.lines()).toEqual(["USER x", "PASS x"]);
    expect([...server.struck]).toEqual([
      ["reply GREETING", 1],
      ["reply PASS", 1],
    ]);
  });

  it.each<[string, number | null | undefined, string]>([
    ["once", undefined, "22022222"],
    ["so many times", 2, "22002222"],
    ["from there on", null, "22000000"],
  ])("strikes at the nth over all sessions, %s", async (_, times, codes) => {
    const does: FaultAction = { kind: "reply", text: "0" };
    const faults: ServerFault[] = [{ on: "NOOP", nth: 3, ...(times === undefined ? {} : { times }), does }];
    await using server = await startScriptedServer({ faults });
    let seen = "";
    for (const count of [2, 6]) {
      using session = await new PlainClient(server.port).enter();
      for (let n = 0; n < count; n++) seen += (await session.ask("NOOP", "\r\n")).slice(0, 1);
    }
    expect(seen).toBe(codes);
  });

  it("lets a session be forgotten until it logs in again", async () => {
    await using server = await startScriptedServer({ faults: [{ on: "PWD", nth: 1, does: { kind: "forget" } }] });
    using session = await new PlainClient(server.port).enter();
    await session.ask("PWD", "530 ");
    await session.ask("CWD /", "530 ");
    await session.ask("NOOP", "200 ");
    await session.ask("USER x", "331 ");
    await session.ask("PASS x", "230 ");
    await session.ask("PWD", '257 "/"');
  });
});

describe("a fault of the passive port", () => {
  it("names one where nobody listens", async () => {
    const faults: ServerFault[] = [{ on: "EPSV", nth: 1, does: { kind: "wrong port" } }];
    await using server = await startScriptedServer({ files, faults });
    using session = await new PlainClient(server.port).enter();
    const data = new PlainClient(portIn(await session.ask("EPSV", "229 ")));
    await expect(once(data.socket, "connect")).rejects.toThrow("ECONNREFUSED");
    await session.ask("RETR f", "425 ");
  });

  it("resets who comes", async () => {
    const faults: ServerFault[] = [{ on: "EPSV", nth: 1, does: { kind: "refuse data" } }];
    await using server = await startScriptedServer({ files, faults });
    using session = await new PlainClient(server.port).enter();
    using data = await session.dataConnection();
    await data.all();
    expect([data.ended, data.heard]).toEqual(["reset", ""]);
    expect([...server.struck]).toEqual([["refuse data EPSV", 1]]);
    await session.ask("RETR f", "425 ");
    using _next = await session.dataConnection();
    await session.ask("RETR f", END);
  });
});

describe("a restart", () => {
  it("loses sessions and what they asked for, and comes back on the same port", async () => {
    const faults: ServerFault[] = [{ on: "NOOP", nth: 1, does: { kind: "restart", ms: 30 } }];
    await using server = await startScriptedServer({ faults });
    using other = await new PlainClient(server.port).enter();
    using session = await new PlainClient(server.port).enter();
    session.socket.write("NOOP\r\nSYST\r\nPWD\r\n");
    await Promise.all([session.all(), other.all()]);
    expect(session.heard).toMatch(/200 OK\r\n$/);
    expect(server.openSockets).toBe(0);
    await vi.waitUntil(() => isOpen(server.port), PATIENCE);
    using again = await new PlainClient(server.port).enter();
    expect(await again.ask("PWD", "\r\n")).toContain('257 "/"');
    expect(server.lines()).not.toContain("SYST");
  });

  it("does not outlive the server", async () => {
    const faults: ServerFault[] = [{ on: "NOOP", nth: 1, does: { kind: "restart", ms: 600_000 } }];
    const server = await startScriptedServer({ faults });
    using session = await new PlainClient(server.port).enter();
    session.socket.write("NOOP\r\n");
    await session.all();
    await expect(once(new PlainClient(server.port).socket, "connect")).rejects.toThrow("ECONNREFUSED");
    await server.stop();
    await expect(once(new PlainClient(server.port).socket, "connect")).rejects.toThrow("ECONNREFUSED");
  });
});

async function isOpen(port: number): Promise<boolean> {
  using client = new PlainClient(port);
  try {
    await once(client.socket, "connect");
    return true;
  } catch {
    return false;
  }
}
