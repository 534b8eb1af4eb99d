import { Fault } from "../records/fault.ts";
import type { Control } from "./control.ts";
import { demand, isPositive, type Reply, replyText } from "./replyFault.ts";
import type { Traits } from "./traits.ts";

/**
 * The port on which the server waits for the next data connection. EPSV first: it names no address that could be wrong (RFC 2428 §3).
 * Where it was doubted it comes last: on IPv6 there may be nothing else. Throws a `Fault`.
 */
export async function passivePort(control: Control, traits: Traits): Promise<number> {
  const doubted = traits.passive === "pasv";
  const first = doubted ? undefined : await epsvPort(control, traits);
  if (first !== undefined) return first;
  try {
    return await pasvPort(control, traits);
  } catch (error) {
    const port = doubted && control.closed === undefined ? await epsvPort(control, traits) : undefined;
    if (port === undefined) throw error;
    return port;
  }
}

async function epsvPort(control: Control, traits: Traits): Promise<number | undefined> {
  const port = passiveReplyPort("EPSV", await control.ask("EPSV"));
  if (port !== undefined) traits.passive = "epsv";
  return port;
}

/** Throws a `Fault`. */
async function pasvPort(control: Control, traits: Traits): Promise<number> {
  const reply = demand("PASV", await control.ask("PASV"));
  const port = passiveReplyPort("PASV", reply);
  if (port === undefined) throw new Fault("protocol", `PASV: no port in "${replyText(reply)}"`);
  traits.passive = "pasv";
  return port;
}

/** The port in the answer to a passive command; undefined if there is none. A PASV address is never used, only its port. */
export function passiveReplyPort(command: "EPSV" | "PASV", { code, text }: Reply): number | undefined {
  if (command === "PASV") return isPositive({ code }) ? portInPasv(text) : undefined;
  return code === 229 ? portNumber(/\((.)\1\1(\d{1,5})\1\)/.exec(text)?.[2]) : undefined;
}

/** The last two of six numbers (RFC 959 §4.1.2 PASV), wherever they stand; undefined if that is no port. */
export function portInPasv(text: string): number | undefined {
  // From a number's first digit only: a reply may be all digits.
  const [, high, low] = /(?<!\d)\d+,\d+,\d+,\d+,(\d+),(\d+)/.exec(text) ?? [];
  return portNumber(Number(high) * 256 + Number(low));
}

/** Some firewalls let EPSV pass and swallow its data connection: then PASV, of which they know. */
export function doubtEpsv(traits: Traits, error: unknown): void {
  if (traits.passive !== "epsv" || traits.epsvProven || !(error instanceof Fault)) return;
  if (error.code === "timeout" || error.code === "connect_refused" || error.code === "cut_off") traits.passive = "pasv";
}

function portNumber(said: string | number | undefined): number | undefined {
  const port = Number(said);
  return Number.isInteger(port) && port > 0 && port <= MAX_PORT ? port : undefined;
}

const MAX_PORT = 65_535;
