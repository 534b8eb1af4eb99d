import type { Writable } from "node:stream";
import type { Gate } from "../../flow/gate.ts";
import type { AnyRecord } from "../../records/record.ts";
/**
 * Records to a program's stdin. While that is full, the gate is held. What the program does not read, because it has ended or has
 * closed its stdin as `head` does, is dropped.
 */
export declare class ProgramInput {
    #private;
    constructor(stdin: Writable | null, gate: Gate);
    write(record: AnyRecord): void;
    end(): void;
}
