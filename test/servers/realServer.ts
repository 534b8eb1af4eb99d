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
import { type PortBlock, takePortBlock } from "./portBlock.ts";
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
  readonly pid: number;
  /** Its own, with its configuration and its `log`; gone after `stop`. */
  readonly folder: string;
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
  const folder = mkdtempSync(join(tmpdir(), `ftp-harvest-${options.kind}-`));
  let family: ProcessFamily | undefined;
  let command: ServerCommand | undefined;
  const stop = async (): Promise<void> => {
    await family?.end();
    command?.tidy?.();
    ports.release();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    chmodSync(folder, 0o755);
    command = COMMANDS[options.kind]({ ...options, folder, ports, keyAndCertificate: secretPem(folder) });
    family = await startFamily(command.command, command.args, folder);
    await greeted(family, ports, options.tls === "implicit", join(folder, "log"));
    return {
      kind: options.kind,
      host: HOST,
      port: ports.control,
      user: command.user,
      password: command.password,
      ca: certificate(),
      caFile: CERTIFICATE_FILE,
      pid: family.pid,
      folder,
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

/** Returns when the server has greeted and the session that saw it is over, so that it counts for no limit. */
async function greeted(family: ProcessFamily, ports: PortBlock, implicitTls: boolean, log: string): Promise<void> {
  const latest = Date.now() + START_MS;
  let greeting = "";
  while (!greeting.startsWith("220") || family.hasChildren()) {
    if (!family.running() || Date.now() > latest) {
      throw new DidNotStart(`${readFileSync(log, "utf8").trim() || "no word in its log"} (greeting: ${greeting})`);
    }
    if (!greeting.startsWith("220")) greeting = await greetingOf(ports.control, implicitTls);
    await wait(LOOK_AGAIN_MS);
  }
}

/** What a server says first, then logs out; what went wrong instead, if it did. */
function greetingOf(port: number, implicitTls: boolean): Promise<string> {
  return new Promise((resolve) => {
    const socket: Socket = implicitTls
      ? connectTls({ host: HOST, port, rejectUnauthorized: false })
      : connect({ host: HOST, port });
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
