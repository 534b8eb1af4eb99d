import type { Control } from "./control.ts";
import type { DataConnections } from "./dataConnection.ts";
import type { BegunTransfer, Transferred } from "./transferRequest.ts";
import type { Watch } from "./watch.ts";
/**
 * Runs one transfer. The control reply and the data come in any order, and either may never come:
 *
 * - a 4xx or 5xx is the failure, whatever came before it;
 * - all bytes of a known size without a final reply: the file is good, the connection is not;
 * - a positive final reply after an orderly end of the data: that is the file, of whatever size; who knows another compares;
 * - without a known size only that says that all bytes came.
 *
 * Behind a passive command that was sent ahead, a refusal counts when that one is answered as well, in its turn; what else goes wrong may
 * come from it. Throws a `Fault`; the control connection is closed where its state is not known any more.
 */
export declare function transfer(control: Control, connections: DataConnections, watch: Watch, request: BegunTransfer): Promise<Transferred>;
