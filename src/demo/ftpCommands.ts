import type { FtpSession } from "./ftpSession.ts";
import { FACTS, factsLine, longLine, timeVal } from "./listingLine.ts";
import { LOOPBACK } from "./loopback.ts";
import type { FolderNode } from "./tree.ts";

/**
 * Does what one command line asks and returns the reply that ends it, without its line end. RFC 959 unless noted otherwise;
 * everything that would change the server is 502.
 */
export async function answer(session: FtpSession, line: string): Promise<string> {
  const [, verb = "", argument = ""] = /^([^ ]*) ?(.*)$/s.exec(line) ?? [];
  const name = verb.toUpperCase();
  if (NOT_IMPLEMENTED.has(name)) return `502 ${name} is not implemented: this server is read-only and passive.`;
  const command = COMMANDS[name];
  if (command === undefined) return "500 Command not understood.";
  if (!session.loggedIn && !BEFORE_LOG_IN.has(name)) return "530 Log in with USER and PASS first.";
  // A restart point is for the very next command (RFC 3659 5.3).
  const restartAt = session.restartAt;
  session.restartAt = 0;
  return command(session, argument, restartAt);
}

type Command = (session: FtpSession, argument: string, restartAt: number) => string | Promise<string>;

const COMMANDS: Readonly<Record<string, Command>> = {
  USER: user,
  PASS: pass,
  QUIT: quit,
  SYST: () => "215 UNIX Type: L8",
  FEAT: () => FEATURES,
  OPTS: opts,
  NOOP: () => "200 OK.",
  TYPE: type,
  // The minimum that every server must take (RFC 1123 4.1.2.13).
  STRU: (_, argument) => (argument.toUpperCase() === "F" ? "200 Structure is file." : "504 Only STRU F."),
  MODE: (_, argument) => (argument.toUpperCase() === "S" ? "200 Mode is stream." : "504 Only MODE S."),
  PWD: (session) => `257 ${quoted(session.folder)} is the working folder.`,
  CWD: cwd,
  CDUP: (session) => cwd(session, ".."),
  PASV: pasv,
  EPSV: epsv,
  LIST: list,
  MLSD: mlsd,
  MLST: mlst,
  SIZE: size,
  MDTM: mdtm,
  REST: rest,
  RETR: retr,
};

const BEFORE_LOG_IN = new Set(["USER", "PASS", "QUIT", "SYST", "FEAT", "OPTS", "NOOP"]);

/** What RFC 959, 2228 and 2428 know and we don't: 502. Anything else is 500. */
const NOT_IMPLEMENTED = new Set(
  "ABOR ACCT ADAT ALLO APPE AUTH CCC CONF DELE ENC EPRT HELP MIC MKD NLST PBSZ PORT PROT REIN RMD RNFR RNTO SITE SMNT STAT STOR STOU".split(
    " ",
  ),
);

/** RFC 2389 3.2: a feature a line, each after one space. RFC 3659 7.8: facts that are sent unasked have a star. */
const FEATURES = [
  "211-Features:",
  " EPSV",
  " MDTM",
  ` MLST ${FACTS.map((fact) => `${fact}*;`).join("")}`,
  " REST STREAM",
  " SIZE",
  " UTF8",
  "211 End.",
].join("\r\n");

function user(session: FtpSession, argument: string): string {
  session.user = argument;
  session.loggedIn = false;
  return "331 Password, please.";
}

function pass(session: FtpSession, argument: string): string {
  if (session.user === "") return "503 USER comes first.";
  session.loggedIn = session.user === session.served.user && argument === session.served.password;
  return session.loggedIn ? "230 Logged in." : "530 Wrong user or password.";
}

function quit(session: FtpSession): string {
  session.over = true;
  return "221 Goodbye.";
}

/** RFC 2389 4; names are always UTF-8 here (RFC 2640 2). */
function opts(session: FtpSession, argument: string): string {
  const [, option = "", value = ""] = /^(\S*) ?(.*)$/s.exec(argument.toUpperCase()) ?? [];
  if (option === "UTF8") return value === "ON" ? "200 UTF8 is always on." : "504 UTF8 is always on.";
  if (option !== "MLST") return "501 Only UTF8 and MLST have options.";
  // RFC 3659 7.9: facts that are not known here are left out without a word.
  const wanted = value.toLowerCase().split(";");
  session.facts = FACTS.filter((fact) => wanted.includes(fact));
  return `200 MLST OPTS ${session.facts.map((fact) => `${fact};`).join("")}`.trimEnd();
}

/** ASCII type is taken for listings, which have its line ends anyway. Files go as they are, as vsftpd's do. */
function type(_: FtpSession, argument: string): string {
  return /^(?:A(?: N)?|I|L 8)$/i.test(argument) ? "200 Type set." : "504 Only TYPE A and TYPE I.";
}

function cwd(session: FtpSession, argument: string): string {
  if (session.find(argument)?.kind !== "folder") return "550 No such folder.";
  session.folder = session.resolve(argument);
  return "250 This is the working folder now.";
}

async function pasv(session: FtpSession): Promise<string> {
  const port = await session.openData();
  return `227 Entering Passive Mode (${LOOPBACK.replaceAll(".", ",")},${port >> 8},${port & 255}).`;
}

/** RFC 2428 3: of the network protocols only 1, IPv4, is here. */
async function epsv(session: FtpSession, argument: string): Promise<string> {
  if (argument.toUpperCase() === "ALL") return "200 EPSV it shall be.";
  if (argument !== "" && argument !== "1") return "522 Network protocol not supported, use (1)";
  return `229 Entering Extended Passive Mode (|||${await session.openData()}|)`;
}

/** `LIST [-flags] [path]`. Of the flags only `a` means something: names that begin with a dot, and `.` and `..`. */
function list(session: FtpSession, argument: string): string | Promise<string> {
  const [, flags = "", path = ""] = /^(-\S*)? ?(.*)$/s.exec(argument) ?? [];
  const node = session.find(path);
  if (node === undefined) return "550 No such file or folder.";
  const now = new Date();
  if (node.kind === "file") return session.transfer(linesOf([longLine(path, node, now)]));
  const all = flags.includes("a");
  const shown = [...node.entries].filter(([name]) => all || !name.startsWith("."));
  const itself: [string, FolderNode][] = all
    ? [
        [".", node],
        ["..", node],
      ]
    : [];
  return session.transfer(linesOf([...itself, ...shown].map(([name, entry]) => longLine(name, entry, now))));
}

/** RFC 3659 7.2.1: folders only. */
function mlsd(session: FtpSession, argument: string): string | Promise<string> {
  const node = session.find(argument);
  if (node === undefined) return "550 No such folder.";
  if (node.kind === "file") return "501 MLSD is for folders, MLST for files.";
  return session.transfer(linesOf([...node.entries].map(([name, entry]) => factsLine(name, entry, session.facts))));
}

/** RFC 3659 7.2: the facts come on the control connection, with the whole path. */
function mlst(session: FtpSession, argument: string): string {
  const node = session.find(argument);
  if (node === undefined) return "550 No such file or folder.";
  return `250-Facts:\r\n ${factsLine(session.resolve(argument), node, session.facts)}\r\n250 End.`;
}

/** RFC 3659 4. */
function size(session: FtpSession, argument: string): string {
  const node = session.find(argument);
  return node?.kind === "file" ? `213 ${node.bytes.length}` : "550 No such file.";
}

/** RFC 3659 3: always UTC. */
function mdtm(session: FtpSession, argument: string): string {
  const node = session.find(argument);
  return node?.kind === "file" ? `213 ${timeVal(node.modified)}` : "550 No such file.";
}

/** RFC 3659 5: in stream mode the restart point is a number of bytes. */
function rest(session: FtpSession, argument: string): string {
  if (!/^\d{1,15}$/.test(argument)) return "501 REST takes a number of bytes.";
  session.restartAt = Number(argument);
  return `350 The next RETR starts at ${argument}.`;
}

function retr(session: FtpSession, argument: string, restartAt: number): string | Promise<string> {
  const node = session.find(argument);
  if (node?.kind !== "file") return "550 No such file.";
  // RFC 1123 4.1.3.4.
  if (restartAt > node.bytes.length) return "554 The file is shorter than the restart point.";
  return session.transfer(node.bytes.subarray(restartAt));
}

/** RFC 959 Appendix II: a quote in a path is doubled. */
function quoted(path: string): string {
  return `"${path.replaceAll('"', '""')}"`;
}

function linesOf(lines: readonly string[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(""));
}
