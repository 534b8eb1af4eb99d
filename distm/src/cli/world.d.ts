import type { Readable } from "node:stream";
import { type Signals } from "./signals.ts";
import { type OutputStream, Terminal } from "./terminal.ts";
/** What a command has of the machine that it runs on: nothing below src/cli reads `process`. */
export interface World {
    readonly command: string;
    readonly terminal: Terminal;
    readonly signals: Signals;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly stdin: Readable & {
        readonly isTTY?: boolean;
    };
    readonly stdout: OutputStream;
    /** Where journals are kept. */
    readonly stateFolder: string;
}
export declare function thisWorld(command: string): World & {
    leaveStdin(): void;
};
