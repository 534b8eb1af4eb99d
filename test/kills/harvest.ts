import { rmSync } from "node:fs";
import type { AnyRecord } from "../../src/records/record.ts";
import { recordsOf } from "../pipes/results.ts";
import type { Running, Shell } from "../pipes/shell.ts";
import { watched } from "../pipes/watched.ts";
import type { Form, Victim } from "./round.ts";

/** What `tee` keeps of the records behind `ftp-list` and behind `ftp-fetch`. */
export const LISTED = "listed.ndjson";
export const FETCHED = "fetched.ndjson";

const CAT = "sh -c 'echo $$ > program.pid; exec cat'";

/** The commands between the listing and the fetching. */
const BETWEEN: Readonly<Record<"pipe" | "filter" | "exec", readonly [command: string, args: string][]>> = {
  pipe: [],
  filter: [["ftp-filter", "--match 'size>=0'"]],
  exec: [["ftp-exec", `-- ${CAT}`]],
};

/** All files of all servers, and all that are here in the report. */
const PIPELINE = {
  steps: [
    { servers: "cfg.yaml" },
    "list",
    { tee: LISTED },
    "fetch",
    { tee: FETCHED },
    { report: { with_unchanged: true } },
  ],
};

type Command = readonly [command: string, args: string];

function commandsOf(form: Form): readonly Command[] {
  if (form === "harvest") return [["ftp-harvest", "cfg.yaml --with-unchanged"]];
  if (form === "yaml") return [["ftp-harvest", "run pipeline.yaml"]];
  return [
    ["ftp-list", "cfg.yaml"],
    ...BETWEEN[form],
    ["tee", `-i ${LISTED}`],
    ["ftp-fetch", ""],
    ["tee", `-i ${FETCHED}`],
    ["ftp-report", "--with-unchanged"],
  ];
}

/** Begins a harvest of `cfg.yaml` in one of the forms. */
export function beginHarvest(shell: Shell, form: Form, environment: Readonly<Record<string, string>>): Running {
  const commands = commandsOf(form);
  if (form === "yaml") shell.write("pipeline.yaml", JSON.stringify(PIPELINE));
  for (const name of [LISTED, FETCHED, "program.pid", ...commands.map(([command]) => `${command}.pid`)]) {
    rmSync(shell.path(name), { force: true });
  }
  const script = commands.map(([command, args]) => (command === "tee" ? `tee ${args}` : watched(command, args)));
  return shell.start(script.join(" | "), environment);
}

/** What `tee` kept of the records behind `ftp-fetch`; nothing in the form that has no `tee`. */
export function recordsBehindFetch(shell: Shell): AnyRecord[] {
  return shell.has(FETCHED) ? recordsOf(shell.read(FETCHED)) : [];
}

/** The process id of a part of it; undefined while it has not begun. */
export function pidOf(shell: Shell, victim: Exclude<Victim, "all">): number | undefined {
  const file = `${victim}.pid`;
  const pid = shell.has(file) ? Number(shell.read(file)) : 0;
  return pid > 0 ? pid : undefined;
}
