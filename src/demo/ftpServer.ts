import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { serveControl } from "./controlConnection.ts";
import type { Served } from "./ftpSession.ts";
import { LOOPBACK, listenOnLoopback } from "./loopback.ts";

/** Sessions at once on one server; a demo needs five or ten. */
const MAX_SESSIONS = 50;

export interface RunningFtpServer {
  readonly host: string;
  readonly port: number;
  /** Ends all sessions and gives the port back; nothing is left open when it returns. May be called again. */
  stop(): Promise<void>;
}

/**
 * Starts a small FTP server on a free port of the loopback: read-only, passive, one user, a tree held in memory. It is what
 * `ftp-harvest demo` harvests, and shares no code with the client that is shown.
 */
export async function startFtpServer(served: Served): Promise<RunningFtpServer> {
  const sessions = new Map<Socket, Promise<void>>();
  // Without noDelay the reply that ends a transfer waits 40 ms for the acknowledgement of the one that began it.
  const listener = createServer({ noDelay: true }, (socket) => {
    // What goes wrong on a control connection ends its session; "close" says so.
    socket.on("error", () => {});
    if (sessions.size >= MAX_SESSIONS) return void refuse(socket);
    const over = Promise.all([serveControl(socket, served), closeOf(socket)]);
    sessions.set(
      socket,
      over.then(() => void sessions.delete(socket)),
    );
  });
  const port = await listenOnLoopback(listener);

  const closed = once(listener, "close");
  const stop = async () => {
    const ending = [...sessions.values()];
    listener.close();
    for (const socket of sessions.keys()) socket.destroy();
    await Promise.all([closed, ...ending]);
  };
  return { host: LOOPBACK, port, stop };
}

function closeOf(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once("close", () => resolve()));
}

function refuse(socket: Socket): void {
  socket.end("421 Too many connections.\r\n");
  socket.destroySoon();
}
