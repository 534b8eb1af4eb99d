import type { DataConnection } from "./dataConnection.ts";
import type { ServedFile, ServedVersion } from "./servedFile.ts";
import type { ScriptedSession } from "./session.ts";
import { type ChannelEnds, StruckChannel } from "./struckChannel.ts";

/** Sends lines, of which there may be none, by the data connection; undefined: there is no such folder. */
export async function sendLines(
  session: ScriptedSession,
  command: "LIST" | "MLSD" | "NLST",
  lines: readonly string[] | undefined,
): Promise<void> {
  if (lines === undefined) return session.reply("550 No such directory.");
  const bytes = Buffer.from(lines.map((line) => `${line}\r\n`).join(""), "latin1");
  await transfer(session, command, () => bytes);
}

/**
 * `whole`: the bytes of one version to its last one, and the client was told that all is well: no download can be truer. `taken back`: the same,
 * but it was told that all is not well.
 */
export type Retrieval = "whole" | "taken back" | "other";

/** Sends a file from an offset on. */
export async function sendFile(session: ScriptedSession, path: string, from: number): Promise<void> {
  const file = session.tree.file(path);
  if (file === undefined) return session.reply("550 No such file.");
  const repeat = session.answer.take("repeat data", ({ byte }) => byte < file.bytes.length - from);
  const content = new Content(file, from, repeat?.byte);
  const sent = await transfer(session, "RETR", () => content.bytes());
  session.retrieved(path, repeat === undefined && content.versions === 1 ? sent : "other");
}

/** The bytes of a file as it is at each moment, from an offset on, with those that are repeated. */
class Content {
  /** How many versions of the file were looked at. */
  versions = 0;
  readonly #file: ServedFile;
  readonly #from: number;
  readonly #repeat: number | undefined;
  #version: ServedVersion | undefined;
  #bytes: Buffer = Buffer.of();

  constructor(file: ServedFile, from: number, repeat: number | undefined) {
    this.#file = file;
    this.#from = from;
    this.#repeat = repeat;
  }

  bytes(): Buffer {
    if (this.#version === this.#file.now) return this.#bytes;
    this.#version = this.#file.now;
    this.versions++;
    const once = this.#version.bytes.subarray(this.#from);
    this.#bytes = this.#repeat === undefined ? once : Buffer.concat([once, once.subarray(this.#repeat)]);
    return this.#bytes;
  }
}

type TransferCommand = "LIST" | "MLSD" | "NLST" | "RETR";

async function transfer(session: ScriptedSession, command: TransferCommand, content: () => Buffer): Promise<Retrieval> {
  if (!session.listening) return refuse(session, "425 Use PASV or EPSV first.");
  const data = await session.openData().catch(() => undefined);
  if (data === undefined || data.broken) return refuse(session, "425 Can't open data connection.");
  const final = finalOf(session, command);
  const early = final !== null && session.answer.take("early") !== undefined;
  session.reply("150 Here it comes.", ...(early ? [final] : []));
  await session.said();
  const sent = await transmit(session, data, content);
  if (sent === "cut") session.close();
  else if (sent === "broken" && !early) session.reply("426 Connection closed; transfer aborted.");
  else if (final !== null && !early) await conclude(session, final);
  if (sent !== "whole" || final === null || session.mute) return "other";
  return final.startsWith("2") ? "whole" : "taken back";
}

function refuse(session: ScriptedSession, reply: string): Retrieval {
  session.reply(reply);
  return "other";
}

/** What a transfer ends with; null: silence. */
function finalOf(session: ScriptedSession, command: TransferCommand): string | null {
  const struck = session.answer.take("final");
  if (struck !== undefined) return struck.text;
  const scripted = command === "NLST" ? undefined : session.script.final?.[command];
  return scripted === undefined ? "226 Transfer complete." : scripted;
}

/** `part`: in order, but not just these bytes. */
type Sent = "whole" | "part" | "broken" | "cut";

async function transmit(session: ScriptedSession, data: DataConnection, content: () => Buffer): Promise<Sent> {
  const ends: ChannelEnds = {
    put: (bytes) => data.put(bytes),
    pause: (ms) => data.pause(ms),
    reset: () => data.reset(),
    cut: () => void data.end(),
    change: ({ path, change }) => session.tree.change(path, change),
  };
  const channel = new StruckChannel(ends, session.answer, "data");
  await channel.send(content);
  await channel.finish();
  if (channel.end === "cut") return "cut";
  if (channel.end === "stall") await data.gone();
  else await data.end();
  const ended = channel.end === undefined || channel.end === "truncate";
  if (!ended || data.broken) return "broken";
  return channel.end === "truncate" || channel.altered ? "part" : "whole";
}

async function conclude(session: ScriptedSession, final: string): Promise<void> {
  const late = session.answer.take("late");
  if (late !== undefined) await session.pause(late.ms);
  session.reply(final);
  await session.said();
}
