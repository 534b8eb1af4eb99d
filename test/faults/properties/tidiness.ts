import type { Evidence } from "../evidence.ts";
import { eachServer, type Property } from "../property.ts";
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
      const most = options.connections + (form === "pipe" ? 1 : 0);
      return mostLoggedIn > most ? `${mostLoggedIn} at once` : undefined;
    }),
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

function textsOf({ told, written }: Evidence): string[] {
  return [told.text, JSON.stringify(told.records ?? []), ...written];
}
