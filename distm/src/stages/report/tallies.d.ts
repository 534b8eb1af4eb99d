import type { AnyRecord } from "../../records/record.ts";
import type { OutcomeStore } from "./outcomeStore.ts";
import { type ServerTally } from "./serverTally.ts";
/** The tallies of all servers that appear, made from the records that name a server. */
export declare class Tallies {
    #private;
    /** In the order in which they appeared. */
    readonly byServer: Map<string, ServerTally>;
    constructor(store: OutcomeStore);
    /** False when the record is of a known type but lacks what it must have. Foreign types are let pass. */
    take(record: AnyRecord): boolean;
    of(server: string): ServerTally;
}
