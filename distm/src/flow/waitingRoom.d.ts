import type { Gate } from "./gate.ts";
import { type Codec } from "./spillQueue.ts";
/** Where what waits may lie on disk. */
export interface Spill<T> {
    /** Absolute; made when needed. */
    readonly folder: string;
    readonly codec: Codec<T>;
    /** Told once why the disk takes nothing. */
    readonly note?: (message: string) => void;
    readonly limits?: SpillLimits;
}
/** Bytes on disk. */
export interface SpillLimits {
    readonly lineBytes: number;
    readonly fileBytes: number;
}
/** 1 GiB is some three million files of one server. */
export declare const SPILL_LIMITS: SpillLimits;
/** First in, first out. */
export interface Line<T> {
    readonly length: number;
    push(item: T): void;
    shift(): T | undefined;
}
/**
 * Where the items of a queue wait, in any number of lines. Those in memory are parked at the queue's gate. Where there is a disk, what
 * is too many for memory lies there and is not parked: the source goes on, and others get their turn. When the disk takes no more, it
 * is memory again, until the gate shuts.
 */
export declare class WaitingRoom<T extends NonNullable<unknown>> {
    #private;
    /** Nothing else is parked at the gate; it is closed with the room. */
    constructor(gate: Gate, spill: Spill<T> | undefined);
    line(): Line<T>;
    /** What still waits is lost, and nobody waits for it. */
    close(): void;
}
