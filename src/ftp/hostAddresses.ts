import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { Fault } from "../records/fault.ts";
import { abandoned } from "./abandoned.ts";
import type { ServerAddress } from "./address.ts";
import { deadline } from "./deadline.ts";
import { onAbort } from "./onAbort.ts";
import { socketFault } from "./socketFault.ts";

/**
 * The addresses of a server's host. A deadline of its own: a dead name server must not use up the time for connecting. Throws a
 * `Fault` `dns`.
 */
export async function hostAddresses(address: ServerAddress, signal: AbortSignal): Promise<LookupAddress[]> {
  const { host, connect_timeout_ms } = address;
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  let clear = () => {};
  try {
    return await Promise.race([
      lookup(host, { all: true }),
      new Promise<never>((_, reject) => {
        const tooLate = `${host}: the name server did not answer within ${connect_timeout_ms / 1000} s`;
        const wait = deadline(connect_timeout_ms, () => reject(new Fault("dns", tooLate)));
        const stopListening = onAbort(signal, () => reject(abandoned()));
        clear = () => {
          wait.clear();
          stopListening();
        };
      }),
    ]);
  } catch (error) {
    throw socketFault(host, error instanceof Error ? error : new Error(String(error)));
  } finally {
    clear();
  }
}

/** A look-up for `net.connect` whose answer is known. */
export function answered(addresses: readonly LookupAddress[]) {
  return (
    _host: string,
    options: { all?: boolean },
    callback: (error: null, address: string | LookupAddress[], family?: number) => void,
  ): void => {
    const first = addresses[0];
    if (options.all === true || first === undefined) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  };
}
