import type { Readable, Writable } from "node:stream";
import type { Command } from "../../config/commandKind.ts";
/** How a program ended. */
export type ProgramEnd = {
    readonly how: "exited";
    readonly code: number;
} | {
    readonly how: "killed";
    readonly signal: string;
}
/** It never ran; `why` is for people. */
 | {
    readonly how: "unstarted";
    readonly why: string;
}
/** By us. */
 | {
    readonly how: "stopped";
};
/** A program of the user, with all that it starts in a group of its own. Its streams are missing if it could not be started. */
export interface Program {
    readonly stdin: Writable | null;
    readonly stdout: Readable | null;
    readonly stderr: Readable | null;
    /** When it has ended and all that it wrote was read. Never rejects. */
    readonly ended: Promise<ProgramEnd>;
    /** Ends it for certain. What it still had to say is lost. */
    stop(): void;
}
/** Starts a program that inherits our environment. `stdin`: "ignore" is an empty one. */
export declare function startProgram(command: Command, stdin: "pipe" | "ignore"): Program;
