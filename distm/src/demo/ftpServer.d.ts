import type { Served } from "./ftpSession.ts";
export interface RunningFtpServer {
    readonly host: string;
    readonly port: number;
    /** Ends all sessions and gives the port back; nothing is left open when it returns. May be called again. */
    stop(): Promise<void>;
}
/**
 * Starts a small FTP server on a free port of the loopback: read-only, passive, one user, a tree held in memory. It is what
 * `ftp-harvest demo` harvests, and shares no code with the client that is shown.
 */
export declare function startFtpServer(served: Served): Promise<RunningFtpServer>;
