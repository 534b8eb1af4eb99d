import type { Socket } from "node:net";
import { answer } from "./ftpCommands.ts";
import { FtpSession, type Served } from "./ftpSession.ts";

/** Far more than any path here; RFC 959 names no limit. */
const MAX_LINE_BYTES = 8 * 1024;

/** RFC 1123 4.1.3.2 wants at least five minutes. */
const IDLE_MS = 5 * 60_000;

const LINE_FEED = 10;

/**
 * Serves one control connection to its end. Each command is answered before the next is looked at, so a client may send
 * several at once. Never throws.
 */
export async function serveControl(socket: Socket, served: Served): Promise<void> {
  const session = new FtpSession(socket, served);
  socket.setTimeout(IDLE_MS, () => socket.destroy());
  socket.once("close", () => session.closeData());
  try {
    await session.say("220 ftp-harvest demo server: read-only, made-up data.");
    for await (const line of commandLines(socket)) {
      await session.say(line === undefined ? "500 The line is too long." : await answer(session, line));
      if (line === undefined || session.over) break;
    }
  } catch {
    // The client went away in the middle of a line or a reply: there is nobody left to tell.
  }
  await session.closeData();
  // Closing with bytes unread would reset the connection, and the last reply might be lost: read on until the client ends.
  socket.end();
  socket.resume();
}

/** Lines without their ends, as UTF-8 (RFC 2640); undefined, and then no more, for one that is too long. */
async function* commandLines(socket: Socket): AsyncGenerator<string | undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
      yield end > MAX_LINE_BYTES ? undefined : rest.toString("utf8", 0, end).replace(/\r$/, "");
      rest = rest.subarray(end + 1);
    }
    if (rest.length > MAX_LINE_BYTES) yield undefined;
  }
}
