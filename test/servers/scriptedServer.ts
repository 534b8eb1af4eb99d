import type { Socket } from "node:net";
import { createSecureContext, type TLSSocketOptions } from "node:tls";
import { COMMANDS } from "./scripted/commands.ts";
import { Door } from "./scripted/door.ts";
import type { TreeChange } from "./scripted/fault.ts";
import { FaultSchedule } from "./scripted/faultSchedule.ts";
import type { Script } from "./scripted/script.ts";
import type { FileVersion } from "./scripted/servedFile.ts";
import { ScriptedSession } from "./scripted/session.ts";
import type { SessionSetup } from "./scripted/sessionSetup.ts";
import type { Retrieval } from "./scripted/transfer.ts";
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
  /** The most that were open after a log-in. One that its client has closed before a log-in began is not among them: its end was seen meanwhile. */
  readonly mostLoggedIn: number;
  /** Sockets now, those of data connections included. */
  readonly openSockets: number;
  /** Kinds of faults that have struck, with channel and command, such as `reset data RETR`, and how often. */
  readonly struck: ReadonlyMap<string, number>;
  /** How each RETR of a file ended, in the order of their ends. */
  retrievals(path: string): readonly Retrieval[];
  /** Every content that a path had, oldest first. */
  versions(path: string): readonly FileVersion[];
  /** Paths of all files that there ever were. */
  paths(): readonly string[];
  /** Lets a file come, change or go, now. */
  change(path: string, change: TreeChange): void;
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
  const host = script.host ?? HOST;
  const tree = new ScriptedTree(script);
  const schedule = new FaultSchedule(script.faults ?? []);
  const commands: ReceivedCommand[] = [];
  const counts = new Map<string, number>();
  const retrievals = new Map<string, Retrieval[]>();
  const errors: unknown[] = [];
  const sockets = new Set<Socket>();
  const sessions = new Set<ScriptedSession>();
  let connections = 0;
  let mostConnected = 0;
  let mostLoggedIn = 0;

  const setup: Omit<SessionSetup, "greet"> = {
    host,
    script,
    tree,
    tls: tlsOptions(),
    commands: COMMANDS,
    count: (command) => counts.get(command) ?? 0,
    received(connection, line, command) {
      commands.push({ connection, line });
      return schedule.answer(command, increase(counts, command));
    },
    retrieved: (path, how) => retrievals.set(path, [...(retrievals.get(path) ?? []), how]),
    loggedIn() {
      const now = [...sessions].filter(({ open, hasLoggedIn }) => open && hasLoggedIn).length;
      mostLoggedIn = Math.max(mostLoggedIn, now);
    },
    restart(ms) {
      if (stopped) return;
      goDown();
      door.openAfter(ms);
    },
    failed: (error) => errors.push(error),
  };
  const door = new Door(
    host,
    (socket) => {
      connections++;
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      mostConnected = Math.max(mostConnected, sockets.size);
      const connectedNow = sockets.size;
      const greeting = schedule.answer("GREETING", connections);
      const session = new ScriptedSession(
        connections,
        socket,
        { ...setup, greet: (one) => greet(one, script, connectedNow) },
        greeting,
      );
      sessions.add(session);
      void session.over().then(() => sessions.delete(session));
    },
    setup.failed,
  );
  let stopped = false;
  const goDown = (): void => {
    door.close();
    for (const socket of sockets) socket.destroy();
  };
  await door.open();
  const stop = async (): Promise<void> => {
    stopped = true;
    goDown();
    await Promise.all([...sessions].map((session) => session.over()));
    if (errors.length > 0) throw errors[0];
  };
  return {
    host,
    port: door.port,
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
    get mostLoggedIn() {
      return mostLoggedIn;
    },
    get openSockets() {
      return [...sessions].reduce((sum, session) => sum + session.openSockets, 0);
    },
    struck: schedule.struck,
    retrievals: (path) => retrievals.get(path) ?? [],
    versions: (path) => tree.versions(path),
    paths: () => tree.paths(),
    change: (path, change) => tree.change(path, change),
    lines: (connection) =>
      commands.filter((one) => connection === undefined || one.connection === connection).map(({ line }) => line),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

async function greet(session: ScriptedSession, script: Script, connected: number): Promise<void> {
  if (script.greetingDelay_ms !== undefined) await session.pause(script.greetingDelay_ms);
  if (connected > (script.maxConnections ?? Number.POSITIVE_INFINITY)) {
    if (script.resetsSurplus === true) return session.reset();
    session.reply(script.surplusReply ?? "421 Too many connections.");
    session.close();
  } else if (script.greeting !== null) {
    session.reply(script.greeting ?? "220 Scripted server ready.");
  }
}

/** One context for all connections, so that TLS sessions of control connections can be resumed on data connections. */
function tlsOptions(): () => TLSSocketOptions {
  let options: TLSSocketOptions | undefined;
  return () => {
    options ??= { isServer: true, secureContext: createSecureContext({ key: privateKey(), cert: certificate() }) };
    return options;
  };
}

function increase(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}
