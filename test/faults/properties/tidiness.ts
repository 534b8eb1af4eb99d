import { MOST_AUTO_CONNECTIONS } from "../../../src/config/connections.ts";
import type { AnyRecord } from "../../../src/records/record.ts";
import { type Evidence, outcomesOf } from "../evidence.ts";
import { eachServer, type Property } from "../property.ts";
import { type OptionsPlan, segmentsIn } from "../schedule.ts";
import { PASSWORD } from "../scriptOf.ts";

/** Nothing is left behind, opened too often or told to the wrong people. */
export const tidiness: readonly Property[] = [
  {
    sentence: "after an orderly end no lock is left, and no part file that no note tells of",
    broken: eachServer(({ parts, lock, note, left }, { told }) => {
      if (told.ended === "killed") return undefined;
      if (lock && !left.lock) return "its lock is still there";
      const ours = parts.filter((part) => !left.parts.includes(part));
      return ours.length > 0 && !note ? `part files without a note: ${ours.join(" ")}` : undefined;
    }),
  },
  {
    sentence: "after a round without faults there is no part file, no lock and no note",
    broken: eachServer(({ name, parts, lock, note, left }, { plan, told }, excuses) => {
      const lists = told.rows.get(name)?.number_of_files !== 0;
      const excused = !lists && parts.length > 0 && parts.every((part) => left.parts.includes(part));
      if (plan === "clean" && excused && !lock) excuses.use("leftOfNothing");
      // By the fast clock the search for what the round before had left may outlast the ten seconds that it is waited for; then its note stays.
      const isNew = note && !left.note;
      const isClean = (parts.length === 0 || excused) && !lock && !isNew;
      return plan !== "clean" || isClean ? undefined : `parts: ${parts.length}, lock: ${lock}, note: ${note}`;
    }),
  },
  {
    sentence: "nothing outside of the servers' folders is touched",
    broken: ({ outside }) => (outside.length > 0 ? outside.join(" ") : undefined),
  },
  {
    sentence: "no server has more connections than it may have",
    broken: eachServer(({ mostLoggedIn }, { schedule: { options, form } }) => {
      // `ftp-list` has one of its own.
      const most = connectionsOf(options) + (form === "pipe" ? 1 : 0);
      return mostLoggedIn > most ? `${mostLoggedIn} at once` : undefined;
    }),
  },
  {
    sentence: "no file comes by more sessions at once than it may",
    broken: eachServer(({ name }, evidence) => {
      const { schedule, plan } = evidence;
      const [segments, connections] = [segmentsIn(schedule, plan), connectionsOf(schedule.options)];
      const most = segments === "auto" ? connections : Math.min(segments, connections);
      const record = outcomesOf(evidence, name).find((one) => Number(one["segments"] ?? 1) > most);
      return record && `${String(record["path"])}: ${String(record["segments"])} segments`;
    }),
  },
  {
    sentence: "files come no faster than `rate` says",
    broken: (evidence) => {
      const { told, schedule, servers } = evidence;
      const { rate = 0, overall_rate = 0 } = schedule.options;
      const came = servers.map(({ name }) => bytesOf(outcomesOf(evidence, name)));
      const all = came.reduce((sum, bytes) => sum + bytes, 0);
      const most = (each: number, links: number) =>
        each === 0 ? Number.POSITIVE_INFINITY : (each * (told.took_ms + AHEAD_ms)) / 1000 + links * READ_bytes;
      const sessions = connectionsOf(schedule.options);
      if (all > most(overall_rate, sessions * servers.length)) return `${all} bytes in ${told.took_ms} ms`;
      const fast = came.find((bytes) => bytes > most(rate, sessions));
      return fast === undefined ? undefined : `${fast} bytes of one server in ${told.took_ms} ms`;
    },
  },
  {
    sentence: "all connections are closed at the end",
    broken: eachServer(({ openSockets }) => (openSockets > 0 ? `${openSockets} are open` : undefined)),
  },
  {
    sentence: "the process warns of nothing, and no promise fails unseen",
    broken: ({ incidents }) => (incidents.length > 0 ? incidents.join("\n") : undefined),
  },
  {
    sentence: "no password and no stack trace is told",
    broken: (evidence) => {
      const all = textsOf(evidence);
      if (all.some((text) => text.includes(PASSWORD))) return "the password is in a record, a message or a journal";
      const trace = all.map((text) => /^\s+at .*:\d+:\d+\)?$/m.exec(text)?.[0]).find((line) => line !== undefined);
      return trace === undefined ? undefined : `a stack trace: ${trace}`;
    },
  },
];

/** What a rate may be ahead, and timers of the fast clock, which know milliseconds of the world outside only. */
const AHEAD_ms = 500;
/** One read of each connection. */
const READ_bytes = 256 * 1024;

function connectionsOf({ connections }: OptionsPlan): number {
  return connections === "auto" ? MOST_AUTO_CONNECTIONS : connections;
}

/** Of files that came, without what was here before. */
function bytesOf(outcomes: readonly AnyRecord[]): number {
  return outcomes
    .filter(({ status }) => status === "fetched")
    .reduce((sum, { bytes, resumed_from }) => sum + Number(bytes) - Number(resumed_from ?? 0), 0);
}

function textsOf({ told, written }: Evidence): string[] {
  return [told.text, JSON.stringify(told.records ?? []), ...written];
}
