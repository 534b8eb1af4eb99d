import { type Server } from "node:net";
/** Where the demo's servers are: nobody but this machine sees them. */
export declare const LOOPBACK = "127.0.0.1";
/** Lets a server listen on a free port of the loopback, and says which. */
export declare function listenOnLoopback(listener: Server): Promise<number>;
/**
 * A port of the loopback on which nothing listens, and which no server is given either: were it the next passive port of one, whoever
 * tries the server that is down would be sent another's data.
 */
export declare function closedPort(): Promise<number>;
