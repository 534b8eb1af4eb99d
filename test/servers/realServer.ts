import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { connect as connectTls } from "node:tls";
import type { ServerKind } from "./installed.ts";
import { HOST, type ServerCommand, type ServerSetup } from "./kinds/command.ts";
import { proftpdCommand } from "./kinds/proftpd.ts";
import { pureFtpdCommand } from "./kinds/pureFtpd.ts";
import { vsftpdCommand } from "./kinds/vsftpd.ts";
import { takePortBlock } from "./portBlock.ts";
import { type ProcessFamily, startFamily } from "./processFamily.ts";
import { CERTIFICATE_FILE, certificate, privateKey } from "./tls/certificate.ts";

/** On a busy machine; a server that is alive needs a fraction of a second. */
const START_MS = 20_000;
const LOOK_AGAIN_MS = 20;
/** Another process may take the control port between our look and the server's bind. */
const MOST_STARTS = 3;

export interface RealServerOptions extends Omit<ServerSetup, "folder" | "ports" | "keyAndCertificate"> {
  readonly kind: ServerKind;
}

/** A real FTP server on loopback that serves a folder read-only. */
export interface RealServer extends AsyncDisposable {
  readonly kind: ServerKind;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** What a client must trust to accept it: PEM text, and the file that holds it. */
  readonly ca: string;
  readonly caFile: string;
  /** Of the process that listens; another one after a restart. */
  readonly pid: number;
  /** Its own, with its configuration and its `log`; gone after `stop`. */
  readonly folder: string;
  /** Kills it with all its sessions, as a crash of its machine does, and starts it on the same port when `whileDown` is over. */
  restart(whileDown: () => Promise<unknown>): Promise<void>;
  /**
   * Stops it and its sessions where they are (SIGSTOP) until `awake` has come: connections live, and nothing answers. vsftpd's sessions
   * hang for good then: the keeper of each takes the stop for an end, and waits for it.
   */
  freeze(awake: Promise<unknown>): Promise<void>;
  /** Ends it with all its sessions; nothing of it is left. */
  stop(): Promise<void>;
}

const COMMANDS: Readonly<Record<ServerKind, (setup: ServerSetup) => ServerCommand>> = {
  vsftpd: vsftpdCommand,
  proftpd: proftpdCommand,
  "pure-ftpd": pureFtpdCommand,
};

/**
 * Starts a server and returns when it greets. It reads as an unprivileged user: `root` is opened for everybody (mode 755), and so
 * must be the folders above it and the files below it, as those of `trees.ts` are.
 */
export async function startServer(options: RealServerOptions): Promise<RealServer> {
  chmodSync(options.root, 0o755);
  for (let start = 1; ; start++) {
    try {
      return await startOnce(options);
    } catch (error) {
      if (start === MOST_STARTS || !(error instanceof DidNotStart)) throw error;
    }
  }
}

class DidNotStart extends Error {}

async function startOnce(options: RealServerOptions): Promise<RealServer> {
  const ports = await takePortBlock();
  const host = options.host ?? HOST;
  const folder = mkdtempSync(join(tmpdir(), `ftp-harvest-${options.kind}-`));
  let family: ProcessFamily | undefined;
  let command: ServerCommand | undefined;
  const end = async (): Promise<void> => {
    await family?.end();
    command?.tidy?.();
  };
  const stop = async (): Promise<void> => {
    await end();
    ports.release();
    rmSync(folder, { recursive: true, force: true });
  };
  const begin = async ({ command, args }: ServerCommand): Promise<ProcessFamily> => {
    family = await startFamily(command, args, folder);
    await greeted(family, {
      host,
      port: ports.control,
      implicitTls: options.tls === "implicit",
      log: join(folder, "log"),
    });
    return family;
  };
  try {
    chmodSync(folder, 0o755);
    const started = COMMANDS[options.kind]({ ...options, folder, ports, keyAndCertificate: secretPem(folder) });
    command = started;
    let running = await begin(started);
    await alone(running);
    return {
      kind: options.kind,
      host,
      port: ports.control,
      user: started.user,
      password: started.password,
      ca: certificate(),
      caFile: CERTIFICATE_FILE,
      get pid() {
        return running.pid;
      },
      folder,
      async restart(whileDown) {
        await end();
        await whileDown();
        running = await begin(started);
      },
      async freeze(awake) {
        running.signal("SIGSTOP");
        await awake.finally(() => running.signal("SIGCONT"));
      },
      stop,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The committed key is readable by all, which ProFTPD refuses. */
function secretPem(folder: string): string {
  const path = join(folder, "tls.pem");
  writeFileSync(path, privateKey() + certificate(), { mode: 0o600 });
  return path;
}

interface Greeter {
  readonly host: string;
  readonly port: number;
  readonly implicitTls: boolean;
  readonly log: string;
}

/** Returns when the server has greeted. */
async function greeted(family: ProcessFamily, greeter: Greeter): Promise<void> {
  const latest = Date.now() + START_MS;
  for (let greeting = ""; !greeting.startsWith("220"); await wait(LOOK_AGAIN_MS)) {
    if (!family.running() || Date.now() > latest) {
      throw new DidNotStart(
        `${readFileSync(greeter.log, "utf8").trim() || "no word in its log"} (greeting: ${greeting})`,
      );
    }
    greeting = await greetingOf(greeter);
  }
}

/** Returns when the session that saw the greeting is over, so that it counts for no limit. */
async function alone(family: ProcessFamily): Promise<void> {
  const latest = Date.now() + START_MS;
  while (family.hasChildren()) {
    if (Date.now() > latest) throw new DidNotStart("its first session does not end");
    await wait(LOOK_AGAIN_MS);
  }
}

/** What a server says first, then logs out; what went wrong instead, if it did. */
function greetingOf({ host, port, implicitTls }: Greeter): Promise<string> {
  return new Promise((resolve) => {
    const socket: Socket = implicitTls
      ? connectTls({ host, port, rejectUnauthorized: false })
      : connect({ host, port });
    let said = "";
    socket.setTimeout(START_MS, () => socket.destroy(new Error("silence")));
    socket.on("data", (bytes: Buffer) => {
      if (said === "") socket.write("QUIT\r\n");
      said += bytes.toString("latin1");
    });
    socket.once("error", (error) => resolve(said || error.message));
    socket.once("close", () => resolve(said));
  });
}
