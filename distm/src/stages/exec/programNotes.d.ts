import type { Readable } from "node:stream";
import type { Command } from "../../config/commandKind.ts";
/** Hands on to people what programs say on stderr, the first lines of it. */
export declare class ProgramNotes {
    #private;
    constructor(command: Command, note: (message: string) => void);
    /** Listens to one program. Returns what gives the last line that it said, "" if none. */
    listen(stream: Readable | null): () => string;
}
