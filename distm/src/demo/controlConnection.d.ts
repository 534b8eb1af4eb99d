import type { Socket } from "node:net";
import { type Served } from "./ftpSession.ts";
/**
 * Serves one control connection to its end. Each command is answered before the next is looked at, so a client may send
 * several at once. Never throws.
 */
export declare function serveControl(socket: Socket, served: Served): Promise<void>;
