import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { createSecureContext } from "node:tls";
import { COMMANDS } from "./scripted/commands.ts";
import { portOf } from "./scripted/dataConnection.ts";
import type { Script } from "./scripted/script.ts";
import { ScriptedSession } from "./scripted/session.ts";
import { ScriptedTree } from "./scripted/tree.ts";
import { certificate, privateKey } from "./tls/certificate.ts";

const HOST = "127.0.0.1";

/** An FTP server in this process that does what real ones won't, and remembers what it was asked. */
export interface ScriptedServer extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  /** PEM text that a client must trust. */
  readonly ca: string;
  /** Each command line as it came, in the order of arrival. */
  readonly commands: readonly ReceivedCommand[];
  /** Connections so far, those refused included. */
  readonly connections: number;
  /** Connections now, and the most at any one time. */
  readonly connected: number;
  readonly mostConnected: number;
  /** The command lines of one connection, from 1; of all without it. */
  lines(connection?: number): string[];
  /** Ends all connections. Rejects with the first error that a handler threw. */
  stop(): Promise<void>;
}

export interface ReceivedCommand {
  readonly connection: number;
  /** Bytes as latin1, without the line end. */
  readonly line: string;
}

/** Starts one on a free port of 127.0.0.1. */
export async function startScriptedServer(script: Script = {}): Promise<ScriptedServer> {
  const tree = new ScriptedTree(script);
  const commands: ReceivedCommand[] = [];
  const errors: unknown[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let mostConnected = 0;
  // one context for all connections, so that TLS sessions of control connections can be resumed on data connections
  const tls = { isServer: true, secureContext: createSecureContext({ key: privateKey(), cert: certificate() }) };
  const server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    mostConnected = Math.max(mostConnected, sockets.size);
    const connectedNow = sockets.size;
    new ScriptedSession(connections, socket, {
      host: HOST,
      script,
      tree,
      tls,
      commands: COMMANDS,
      greet: (session) => greet(session, script, connectedNow),
      count: (command) => commands.filter(({ line }) => wordOf(line) === command).length,
      received: (connection, line) => commands.push({ connection, line }),
      failed: (error) => errors.push(error),
    });
  });
  await once(server.listen(0, HOST), "listening");
  const stop = async (): Promise<void> => {
    const closed = server.listening ? once(server, "close") : undefined;
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
    if (errors.length > 0) throw errors[0];
  };
  return {
    host: HOST,
    port: portOf(server),
    ca: certificate(),
    commands,
    get connections() {
      return connections;
    },
    get connected() {
      return sockets.size;
    },
    get mostConnected() {
      return mostConnected;
    },
    lines: (connection) =>
      commands.filter((one) => connection === undefined || one.connection === connection).map(({ line }) => line),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

async function greet(session: ScriptedSession, script: Script, connected: number): Promise<void> {
  if (script.greetingDelay_ms !== undefined) await wait(script.greetingDelay_ms);
  if (connected > (script.maxConnections ?? Number.POSITIVE_INFINITY)) {
    if (script.resetsSurplus === true) return session.reset();
    session.reply("421 Too many connections.");
    session.close();
  } else if (script.greeting !== null) {
    session.reply(script.greeting ?? "220 Scripted server ready.");
  }
}

function wordOf(line: string): string {
  return line.split(" ", 1)[0]?.toUpperCase() ?? "";
}
