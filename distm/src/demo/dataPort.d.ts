/**
 * A passive port (RFC 959 3.2, RFC 2428 3), the same one for all transfers of a session: a port for each would, after some
 * ten thousand files, leave the system without free ones for a minute (TIME_WAIT).
 */
export declare class DataPort {
    #private;
    readonly port: number;
    private constructor();
    static open(): Promise<DataPort>;
    /** Whether a transfer has had the connection: it is good for one. It stays until the client, `expect` or `close` ends it. */
    get used(): boolean;
    /** Takes one more connection, for the next transfer; the one before is ended. */
    expect(): void;
    /** Whether the client has opened its connection. False when it takes too long, or the port is closed in between. */
    connected(): Promise<boolean>;
    /** Sends the bytes and the end. False when the client went away or stopped reading. */
    send(bytes: Uint8Array): Promise<boolean>;
    /** Ends the connection, if there is one, and gives the port back. */
    close(): Promise<void>;
}
