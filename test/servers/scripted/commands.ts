import type { Handler } from "./script.ts";
import type { ScriptedSession } from "./session.ts";

/** The commands of a small, sane FTP server (RFC 959, 2389, 2428, 3659, 4217). What is not here is answered with 502. */
export const COMMANDS: Readonly<Record<string, Handler>> = {
  USER(session, name) {
    session.user = name;
    session.loggedIn = false;
    session.reply("331 Password, please.");
  },
  PASS(session, password) {
    const { script } = session;
    const known = script.user === undefined || script.user === session.user;
    const right = script.password === undefined || script.password === password;
    session.reply(known && right ? "230 Logged in." : "530 Login incorrect.");
  },
  FEAT(session) {
    session.reply("211-Features:", ...featuresOf(session).map((line) => ` ${line}`), "211 End");
  },
  AUTH(session, mechanism) {
    if (session.script.tls !== "explicit") return session.reply("502 No TLS here.");
    if (!/^TLS|SSL$/i.test(mechanism)) return session.reply("504 Unknown mechanism.");
    session.reply("234 Go on.");
    session.startTls();
  },
  PBSZ: secureOnly((session) => session.reply("200 PBSZ=0")),
  PROT: secureOnly((session, level) => {
    session.dataTls = level.toUpperCase() === "P";
    session.reply(/^[PC]$/i.test(level) ? "200 Protection set." : "536 Level not supported.");
  }),
  SYST: (session) => session.reply("215 UNIX Type: L8"),
  TYPE: (session, type) => session.reply(`200 Type set to ${type}.`),
  STRU: (session) => session.reply("200 OK"),
  MODE: (session) => session.reply("200 OK"),
  OPTS: (session) => session.reply("200 OK"),
  NOOP: (session) => session.reply("200 OK"),
  QUIT(session) {
    session.reply("221 Goodbye.");
    session.close();
  },
  PWD: loggedIn((session) => session.reply(`257 "${session.folder.replaceAll('"', '""')}" is current.`)),
  CWD: loggedIn(changeFolder),
  CDUP: loggedIn((session) => changeFolder(session, "..")),
  PASV: loggedIn(async (session) => {
    const port = await session.listen();
    const host = (session.script.passiveHost ?? "127.0.0.1").replaceAll(".", ",");
    session.reply(`227 Entering Passive Mode (${host},${port >> 8},${port & 255}).`);
  }),
  EPSV: loggedIn(async (session) => session.reply(`229 Extended Passive Mode (|||${await session.listen()}|)`)),
  LIST: loggedIn((session, argument) => {
    const path = session.path(argument.replace(/^(-\w+ ?)+/, ""));
    return sendLines(session, "LIST", session.tree.list(path));
  }),
  MLSD: loggedIn((session, argument) => {
    if (!hasMlsd(session)) return session.reply("502 Command not implemented.");
    return sendLines(session, "MLSD", session.tree.mlsd(session.path(argument)));
  }),
  SIZE: loggedIn((session, argument) => {
    const file = session.tree.file(session.path(argument));
    session.reply(file === undefined ? "550 No such file." : `213 ${file.size}`);
  }),
  MDTM: loggedIn((session, argument) => {
    const file = session.tree.file(session.path(argument));
    session.reply(file === undefined ? "550 No such file." : `213 ${file.modified}`);
  }),
  REST: loggedIn((session, offset) => {
    session.restart = Number(offset);
    session.reply(`350 Restarting at ${offset}.`);
  }),
  RETR: loggedIn((session, argument) => {
    const file = session.tree.file(session.path(argument));
    const from = session.restart;
    session.restart = 0;
    if (file === undefined) return session.reply("550 No such file.");
    return send(session, "RETR", file.bytes.subarray(from));
  }),
};

function loggedIn(handler: Handler): Handler {
  return (session, argument) => (session.loggedIn ? handler(session, argument) : session.reply("530 Log in first."));
}

function secureOnly(handler: Handler): Handler {
  return (session, argument) => (session.secure ? handler(session, argument) : session.reply("503 AUTH first."));
}

function changeFolder(session: ScriptedSession, argument: string): void {
  const path = session.path(argument);
  if (!session.tree.hasFolder(path)) return session.reply("550 No such directory.");
  session.folder = path;
  session.reply("250 OK");
}

/** A script that gives LIST's lines only is one of a server without MLSD. */
function hasMlsd(session: ScriptedSession): boolean {
  return session.script.list === undefined || session.script.mlsd !== undefined;
}

function featuresOf(session: ScriptedSession): readonly string[] {
  return (
    session.script.features ?? [
      "UTF8",
      "EPSV",
      "SIZE",
      "MDTM",
      "REST STREAM",
      ...(hasMlsd(session) ? ["MLST type*;size*;modify*;"] : []),
      ...(session.script.tls === undefined ? [] : ["AUTH TLS", "PBSZ", "PROT"]),
    ]
  );
}

function sendLines(session: ScriptedSession, command: "LIST" | "MLSD", lines: readonly string[] | undefined) {
  if (lines === undefined) return session.reply("550 No such directory.");
  return send(session, command, Buffer.from(lines.map((line) => `${line}\r\n`).join(""), "latin1"));
}

async function send(session: ScriptedSession, command: "LIST" | "MLSD" | "RETR", bytes: Uint8Array): Promise<void> {
  if (!session.listening) return session.reply("425 Use PASV or EPSV first.");
  const data = await session.openData();
  session.reply("150 Here it comes.");
  await data.send(bytes);
  await data.end();
  const final = session.script.final?.[command];
  if (final !== null) session.reply(final ?? "226 Transfer complete.");
}
