import type { ServerFault } from "./fault.ts";
import type { ScriptedSession } from "./session.ts";

/** What a scripted server does. Without any of it: a small, sane FTP server. All texts are bytes as latin1. */
export interface Script {
  /**
   * Where it listens; 127.0.0.1 unless given. While a server restarts, any other one of its address may be given its port: those that run at the
   * same time as one that restarts need addresses of their own.
   */
  readonly host?: string;
  /** Files by their absolute path. Folders follow from them. */
  readonly files?: Readonly<Record<string, string | Uint8Array | ScriptedFile>>;
  /** Folders without files. */
  readonly folders?: readonly string[];
  /**
   * What LIST sends for a folder: whole lines, as they are. Where there are some and `mlsd` is not given, MLSD is unknown
   * to the server.
   */
  readonly list?: Readonly<Record<string, readonly string[]>>;
  /**
   * How LIST tells times, in UTC: `days` with the year, or `minutes`, as vsftpd, for what is younger than half a year (and days for the rest).
   * `days` unless given: those are right whenever a test runs.
   */
  readonly listTimes?: "days" | "minutes";
  /** What MLSD sends for a folder. */
  readonly mlsd?: Readonly<Record<string, readonly string[]>>;
  /** First reply; null for silence. */
  readonly greeting?: string | null;
  readonly greetingDelay_ms?: number;
  /** The only user and password that may log in; without them anyone may. */
  readonly user?: string;
  readonly password?: string;
  /** Lines of FEAT's reply. */
  readonly features?: readonly string[];
  /** The next connection is greeted with 421 and ended. */
  readonly maxConnections?: number;
  /** It is not even greeted, but reset. */
  readonly resetsSurplus?: boolean;
  /** How a connection over `maxConnections` is greeted, before it is ended; "421 Too many connections." unless given. */
  readonly surplusReply?: string;
  readonly tls?: "explicit" | "implicit";
  /** The address that PASV's reply names, such as 10.0.0.1, as behind NAT. */
  readonly passiveHost?: string;
  /** The last reply of a transfer, by command: such as `{ LIST: "226 Output truncated to 2000 matches" }`; null for silence. */
  readonly final?: Readonly<Partial<Record<"LIST" | "MLSD" | "RETR", string | null>>>;
  /** What REST does: `refused`: 502; `ignored`: 350, then RETR sends from 0. `obeyed` unless given. */
  readonly rest?: "obeyed" | "refused" | "ignored";
  /** What becomes of PASV and EPSV that come while a transfer is under way; they are answered in their turn unless given. */
  readonly meanwhile?: Meanwhile;
  /** What goes wrong, and when. Data is struck in the server's own transfers, not in those of `on`. */
  readonly faults?: readonly ServerFault[];
  /** Other behaviour, by command: a fixed reply, or a function that does it all (`session.proceed()` is the usual behaviour). */
  readonly on?: Readonly<Record<string, string | Handler>>;
}

/**
 * Out of turn: `450`, as ProFTPD; `500`, as Pure-FTPd; `lost`: never answered; `relistens`: as servers that do all things at once, it
 * listens on another port, and the one that it listened on is closed.
 */
export type Meanwhile = "450" | "500" | "lost" | "relistens";

export interface ScriptedFile {
  readonly bytes: string | Uint8Array | DrawnBytes;
  /** What listings and SIZE say, where that is not the truth. */
  readonly size?: number;
  /** What listings alone say, where that is not what SIZE says. */
  readonly listedSize?: number;
  /** `YYYYMMDDhhmmss`, UTC. */
  readonly modified?: string;
}

/** They are made when they are first asked for; see `contentOf`. */
export interface DrawnBytes {
  readonly size: number;
  readonly seed: number;
}

/** The next command of the same session waits until it is done. */
export type Handler = (session: ScriptedSession, argument: string) => void | Promise<void>;
