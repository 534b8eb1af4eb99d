import { readFileSync, readlinkSync } from "node:fs";
import { recordsOf, resultsOf } from "../pipes/results.ts";
import type { Ran, Shell } from "../pipes/shell.ts";
import { KILLED } from "../pipes/shell.ts";
import { watched } from "../pipes/watched.ts";
import type { ScriptedServer } from "../servers/scriptedServer.ts";
import { COMMANDS_CLOCK, FAST_CLOCK, outside_ms } from "./clock.ts";
import type { Row, Told } from "./evidence.ts";
import { atMoment } from "./moment.ts";
import { isHarvest, type Moment, type RoundEnd, type Schedule } from "./schedule.ts";

const RECORDS = "fetched.ndjson";

/** The commands of a script's pipe: whose exit code stands where. */
interface Script {
  readonly text: string;
  readonly stages: readonly string[];
}

/** One round through the built commands. */
export async function runCommands(
  shell: Shell,
  schedule: Schedule,
  ends: RoundEnd,
  servers: readonly ScriptedServer[],
): Promise<Told> {
  for (const stage of ["list", "fetch", "report", "harvest"]) shell.write(pidFile(stage), "");
  shell.write(RECORDS, "");
  const script = scriptOf(schedule, ends);
  const running = shell.start(script.text, {
    NODE_OPTIONS: `--import ${FAST_CLOCK}`,
    FAULTS_CLOCK: String(COMMANDS_CLOCK),
  });
  const began_ms = performance.now();
  const act = actOf(shell, schedule, ends);
  const forget = act === undefined ? () => {} : atMoment(servers, act.at, act.act);
  try {
    const ran = await running.ended;
    return { ...toldBy(shell, schedule, ends, script, ran), took_ms: ownTime(performance.now() - began_ms) };
  } finally {
    forget();
  }
}

/** Milliseconds of the commands, of those of this process. */
function ownTime(ms: number): number {
  return (ms * COMMANDS_CLOCK) / outside_ms(1);
}

function scriptOf({ form, options: { checksum, keepOrder } }: Schedule, ends: RoundEnd): Script {
  const divided = form === "threads" ? ["--threads 2"] : [];
  const flags = [...(checksum ? ["--checksum"] : []), ...(keepOrder ? ["--keep-order"] : []), ...divided].join(" ");
  // Behind a pipe it is a process of its own; else it would take the shell's place.
  if (isHarvest(form)) return { text: `${command("harvest", `cfg.yaml ${flags}`)} | cat`, stages: ["harvest", "cat"] };
  const between = ends.how === "head" ? [`head -n ${ends.lines}`] : [];
  const fetched = [command("fetch", flags), `tee -i ${RECORDS}`, command("report")];
  return {
    text: [command("list", "cfg.yaml"), ...between, ...fetched].join(" | "),
    stages: ["list", ...between, "fetch", "tee", "report"],
  };
}

function command(stage: string, args = ""): string {
  return watched(`ftp-${stage}`, args);
}

function pidFile(stage: string): string {
  return `ftp-${stage}.pid`;
}

function actOf(shell: Shell, { form }: Schedule, ends: RoundEnd): { at: Moment; act: () => void } | undefined {
  const stages = isHarvest(form) ? ["harvest"] : ["list", "fetch", "report"];
  if (ends.how === "signal") {
    const { signal } = ends;
    return { at: ends, act: () => void stages.map((stage) => send(shell, stage, signal)) };
  }
  if (ends.how !== "kill") return undefined;
  const stage = isHarvest(form) ? "harvest" : ends.stage;
  return { at: ends, act: () => send(shell, stage, "SIGKILL") };
}

/** Where the process is still one of this shell's. */
function send(shell: Shell, stage: string, signal: NodeJS.Signals): void {
  const pid = Number(readFileSync(shell.path(pidFile(stage)), "utf8"));
  try {
    if (pid > 0 && readlinkSync(`/proc/${pid}/cwd`) === shell.folder) process.kill(pid, signal);
  } catch {
    // It is over.
  }
}

function toldBy(shell: Shell, { form }: Schedule, ends: RoundEnd, { stages }: Script, ran: Ran): Omit<Told, "took_ms"> {
  const codes = new Map(stages.map((stage, place) => [stage, ran.codes[place] ?? ran.code]));
  return {
    ended: endedBy(ends, [...codes.values()]),
    rows: rowsIn(ran.stdout),
    code: codes.get(isHarvest(form) ? "harvest" : "report") ?? ran.code,
    codes,
    records: isHarvest(form) ? undefined : recordsOf(wholeLines(shell.read(RECORDS))),
    text: `${ran.stdout}\n${ran.stderr}`,
  };
}

function endedBy({ how }: RoundEnd, codes: readonly number[]): Told["ended"] {
  if (how === "kill" && codes.includes(KILLED)) return "killed";
  if (how === "signal" && codes.some((code) => code > 128)) return "signalled";
  return how === "head" ? "head" : "completed";
}

/** Who was killed leaves a line half written. */
function wholeLines(text: string): string {
  return text.slice(0, text.lastIndexOf("\n") + 1);
}

function rowsIn(stdout: string): Map<string, Row> {
  if (stdout.trim() === "") return new Map();
  const rows = Object.entries(resultsOf(stdout)).map(([server, [result, number_of_files, , files]]): [string, Row] => [
    server,
    { result, number_of_files, files },
  ]);
  return new Map(rows);
}
