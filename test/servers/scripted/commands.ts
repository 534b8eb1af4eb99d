import type { Handler } from "./script.ts";
import type { ScriptedSession } from "./session.ts";
import { sendFile, sendLines } from "./transfer.ts";

/** The commands of a small, sane FTP server that only reads (RFC 959, 2389, 2428, 3659, 4217). What is not here is answered with 502. */
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
  async AUTH(session, mechanism) {
    if (session.script.tls !== "explicit") return session.reply("502 No TLS here.");
    if (!/^TLS|SSL$/i.test(mechanism)) return session.reply("504 Unknown mechanism.");
    session.reply("234 Go on.");
    await session.said();
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
    const port = await passivePort(session);
    const host = (session.script.passiveHost ?? session.script.host ?? "127.0.0.1").replaceAll(".", ",");
    session.reply(`227 Entering Passive Mode (${host},${port >> 8},${port & 255}).`);
  }),
  EPSV: loggedIn(async (session) => session.reply(`229 Extended Passive Mode (|||${await passivePort(session)}|)`)),
  ABOR: (session) => session.reply("226 Nothing is being transferred."),
  LIST: loggedIn((session, argument) => {
    const path = session.path(argument.replace(/^(-\w+ ?)+/, ""));
    return sendLines(session, "LIST", session.tree.list(path));
  }),
  NLST: loggedIn((session, argument) => sendLines(session, "NLST", session.tree.names(session.path(argument)))),
  MLSD: loggedIn((session, argument) => {
    if (!hasMlsd(session)) return session.reply("502 Command not implemented.");
    return sendLines(session, "MLSD", session.tree.mlsd(session.path(argument)));
  }),
  MLST: loggedIn((session, argument) => {
    if (!hasMlsd(session)) return session.reply("502 Command not implemented.");
    const facts = session.tree.mlst(session.path(argument));
    if (facts === undefined) session.reply("550 No such file or directory.");
    else session.reply("250-Listing", ` ${facts}`, "250 End");
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
    if (session.script.rest === "refused") return session.reply("502 Command not implemented.");
    if (!/^\d+$/.test(offset)) return session.reply("501 An offset is a number.");
    if (session.script.rest !== "ignored") session.restart = Number(offset);
    session.reply(`350 Restarting at ${offset}.`);
  }),
  RETR: loggedIn((session, argument) => {
    const from = session.restart;
    session.restart = 0;
    return sendFile(session, session.path(argument), from);
  }),
};

async function passivePort(session: ScriptedSession): Promise<number> {
  if (session.answer.take("wrong port") !== undefined) return session.deafPort();
  const { answer } = session;
  return session.listen(answer.has("refuse data") ? () => answer.take("refuse data") : undefined);
}

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
      ...(session.script.rest === "refused" ? [] : ["REST STREAM"]),
      ...(hasMlsd(session) ? ["MLST type*;size*;modify*;"] : []),
      ...(session.script.tls === undefined ? [] : ["AUTH TLS", "PBSZ", "PROT"]),
    ]
  );
}
