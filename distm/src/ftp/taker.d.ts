import { Fault } from "../records/fault.ts";
import type { TakeChunk } from "./transferRequest.ts";
/** Who hands the bytes on. */
export interface TakerEvents {
    /** The bytes are not put away yet: nothing more is read before they are. */
    onHold(): void;
    onGoOn(): void;
    onTakeFailed(fault: Fault): void;
}
/** Hands on the bytes of one transfer, and knows whether somebody still uses them. */
export declare class Taker {
    #private;
    constructor(chunk: TakeChunk, events: TakerEvents);
    /** Neither throws nor rejects. */
    take(offset: number, bytes: Uint8Array): void | Promise<void>;
    /** Calls back when no bytes are in use any more, with the fault of who took them, if there is one. */
    whenFree(free: (fault: Fault | undefined) => void): void;
}
