import type { ServerAddress } from "./address.ts";
import type { Control } from "./control.ts";
import { type FileHash } from "./fileHash.ts";
import type { WireName } from "./names.ts";
import type { Traits } from "./traits.ts";
/** Asks for hashes of files on one session. */
export declare class Hasher {
    #private;
    constructor(control: Control, address: ServerAddress, traits: Traits);
    /**
     * The strongest hash that the server offers. Undefined when it offers none, refuses, or answers what nobody can read. What it turns
     * out not to know it is not asked for again. Throws a `Fault` when it falls silent for longer than so many bytes may take.
     */
    hash(name: WireName, size?: number): Promise<FileHash | undefined>;
}
