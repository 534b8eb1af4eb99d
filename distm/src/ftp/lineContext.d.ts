import { FTPContext } from "basic-ftp";
/** A control connection of basic-ftp with our own ends: it never gets half a line. */
export declare class LineContext extends FTPContext {
    #private;
    constructor();
    /** Forgets what came before TLS: bytes slipped in behind the reply to AUTH must not be taken as replies (CVE-2011-0411). */
    forgetRest(): void;
    /** A reply came that somebody asked for. */
    answered(): void;
    /** Sends commands in one write: servers that read while they transfer then have all of them at once, and each write costs a system call. */
    sendAll(commands: readonly {
        readonly command: string;
    }[]): void;
    /**
     * basic-ftp 6.2.6 loses a single-line reply that is split over two TCP segments: it keeps a rest only of multi-line
     * replies. So it is given whole lines only. The method is protected there; the version is pinned and this is tested.
     */
    protected _onControlSocketData(chunk: string): void;
}
