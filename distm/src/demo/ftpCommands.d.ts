import type { FtpSession } from "./ftpSession.ts";
/**
 * Does what one command line asks and returns the reply that ends it, without its line end. RFC 959 unless noted otherwise;
 * everything that would change the server is 502.
 */
export declare function answer(session: FtpSession, line: string): Promise<string>;
