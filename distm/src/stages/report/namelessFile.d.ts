/** A file without a name for what is too much for memory. It is made when the first bytes are written. */
export declare class NamelessFile {
    #private;
    /** `parent`: the folder on whose disk it is. */
    constructor(parent: string);
    /** Where the next bytes will be. */
    get end(): number;
    /** Throws a `Fault` `disk`; `end` is where it was then. */
    append(bytes: Uint8Array): void;
    /** Fills a buffer. Throws a `Fault` `disk`. */
    read(offset: number, into: Buffer): void;
    /** Throws when it is closed. */
    demandOpen(): void;
    close(): void;
}
