import { setTimeout as wait } from "node:timers/promises";
import { SERVER_KINDS, type ServerKind } from "../../servers/installed.ts";
import { startServer } from "../../servers/realServer.ts";
import { startScriptedServer } from "../../servers/scriptedServer.ts";
import type { Fate } from "./fates.ts";

/** Nothing listens there in a network namespace of one's own. */
const UNUSED_PORT = 1;
const SLOW_GREETING_MS = 3_000;
const SLOW_FILE_MS = 500;

/** What `cfg.yaml` must know of a server. */
export interface Known {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** A server of an odd fate; real ones are of each kind in turn. `stop` is undefined where nothing was started. */
export interface OddServer {
  readonly known: Known;
  readonly running?: AsyncDisposable;
}

/** Starts it. `files` are by absolute path what lies in `root`. */
export async function startOdd(fate: Fate, order: number, tree: OddTree): Promise<OddServer> {
  const nobody = { host: "127.0.0.1", user: "u", password: "p" };
  if (fate === "refuses") return { known: { ...nobody, port: UNUSED_PORT } };
  if (fate === "silent" || fate === "slow") {
    const running = await startScriptedServer(fate === "silent" ? { greeting: null } : slowScript(tree.files()));
    return { known: { ...nobody, port: running.port }, running };
  }
  const kind: ServerKind = SERVER_KINDS[order % SERVER_KINDS.length] ?? "vsftpd";
  const running = await startServer({ kind, root: tree.root, maxPerIp: fate === "one session" ? 1 : 2 });
  const { host, port, user, password } = running;
  return { known: { host, port, user, password }, running };
}

export interface OddTree {
  readonly root: string;
  files(): Readonly<Record<string, Uint8Array>>;
}

function slowScript(files: Readonly<Record<string, Uint8Array>>) {
  return {
    files,
    greetingDelay_ms: SLOW_GREETING_MS,
    on: {
      RETR: async (session: { proceed(): Promise<void> }) => {
        await wait(SLOW_FILE_MS);
        await session.proceed();
      },
    },
  };
}
