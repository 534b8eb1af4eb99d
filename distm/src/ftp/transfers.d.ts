import type { ServerAddress } from "./address.ts";
import type { Control } from "./control.ts";
import { type Reply } from "./replyFault.ts";
import type { Traits } from "./traits.ts";
import type { TransferRequest, Transferred } from "./transferRequest.ts";
/**
 * The transfers of one session, one after the other. Behind a short one goes the passive command for the next, in the same write
 * (`PassiveAhead`): one session of a server tries that, the others follow when it works, and after any surprise none does so any more.
 */
export declare class Transfers {
    #private;
    constructor(control: Control, address: ServerAddress, traits: Traits);
    /** Whether another one can follow. */
    get usable(): boolean;
    /** The last one may have failed because of a passive command that was sent ahead: no fault of the server, nor of the file. */
    get astray(): boolean;
    /** Asks something, and in the same write for the port of the next transfer, where that is not there yet. Throws a `Fault`. */
    askBefore(command: string): Promise<Reply>;
    /** The port on which the server waits for the next one. Throws a `Fault`. */
    port(): number | Promise<number>;
    /** `from` is where it should begin: a server that refuses that begins at 0. Throws a `Fault`; see `transfer`. */
    run(port: number, wanted: TransferRequest): Promise<Transferred>;
}
