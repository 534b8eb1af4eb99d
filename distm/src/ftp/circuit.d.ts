import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
/**
 * Whether a server counts as dead. `give_up_after` tries in a row that it fails with silence or broken connections open the circuit: nobody
 * tries any more for `give_up_for_ms`, then one at a time does, and the first success closes it. A single file that always fails,
 * however often it is tried, opens nothing.
 */
export declare class Circuit {
    #private;
    constructor({ give_up_after, give_up_for_ms }: Pick<ServerAddress, "give_up_after" | "give_up_for_ms">);
    /** What those get who want to try; undefined when they may. */
    get fault(): Fault | undefined;
    /** It has been left alone for long enough: one at a time may try. */
    get onTrial(): boolean;
    succeeded(): void;
    /** A try at `work` failed; undefined: a log-in. Other faults than signs of the server's death count for nothing. */
    failed(fault: Fault, work: object | undefined): void;
    /** The server counts as dead from now on, unless it does already. */
    open(fault: Fault): void;
}
