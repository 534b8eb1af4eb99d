import { constants } from "node:os";
import { KILLED } from "../../pipes/shell.ts";
import type { Evidence } from "../evidence.ts";

/** Programs of others between our commands. */
const FOREIGN = /^(tee|cat|head\b.*)$/;

/** Why the exit codes are not those of README's table. `truth` is 1 where some result is 1, else 0. */
export function codesFault({ told, plan, schedule: { form } }: Evidence, truth: number): string | undefined {
  const { ended, code, codes } = told;
  const said = [...codes].map(([stage, one]) => `${stage} ${one}`).join(", ");
  const fault = `${ended}: code ${code}, results say ${truth} (${said})`;
  if (ended === "killed") return killedFault(told, truth) ? fault : undefined;
  if (ended === "signalled") {
    const signal = plan !== "clean" && plan.ends.how === "signal" ? 128 + constants.signals[plan.ends.signal] : 0;
    // Who heard the signal too late ends as if there had been none.
    const last = code === signal || code === truth;
    return last && [...codes].every(([stage, one]) => FOREIGN.test(stage) || [0, 1, signal].includes(one))
      ? undefined
      : fault;
  }
  if (code !== truth) return fault;
  const ours = [...codes].filter(([stage]) => ["list", "fetch", "report"].includes(stage)).map(([, one]) => one);
  const grows = ours.every((one, place) => one <= 1 && one >= (ours[place - 1] ?? 0));
  return form !== "pipe" || ended === "head" || grows ? undefined : fault;
}

function killedFault({ codes, records }: Evidence["told"], truth: number): boolean {
  const [list, fetch, report] = ["list", "fetch", "report"].map((stage) => codes.get(stage) ?? KILLED);
  // It was killed when it had written all.
  const isWhole = records?.at(-1)?.type === "end";
  if (report === KILLED) return false;
  if (fetch === KILLED || list === KILLED) return report !== 3 && !(isWhole && report === truth);
  return false;
}
