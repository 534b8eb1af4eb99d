import type { ConnectionOptions } from "node:tls";
import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
/** TLS options for a server. A new object for each use: basic-ftp and Node write into what they are given. */
export declare function tlsOptions(address: ServerAddress): ConnectionOptions;
/** Why a handshake failed. Without an error: the server ended the connection. That may be a server that is busy, so it is tried again. */
export declare function handshakeFault(error: (Error & {
    code?: unknown;
    reason?: unknown;
}) | undefined): Fault;
