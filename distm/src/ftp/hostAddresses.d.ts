import type { LookupAddress } from "node:dns";
import type { ServerAddress } from "./address.ts";
/**
 * The addresses of a server's host. A deadline of its own: a dead name server must not use up the time for connecting. Throws a
 * `Fault` `dns`.
 */
export declare function hostAddresses(address: ServerAddress, signal: AbortSignal): Promise<LookupAddress[]>;
/** A look-up for `net.connect` whose answer is known. */
export declare function answered(addresses: readonly LookupAddress[]): (_host: string, options: {
    all?: boolean;
}, callback: (error: null, address: string | LookupAddress[], family?: number) => void) => void;
