import { type Kind } from "./kinds.ts";
/** A line for `sh -c`, or a program and its arguments, which no shell reads. */
export type Command = string | ProgramCommand;
export type ProgramCommand = readonly [program: string, ...args: string[]];
/** A command to run: a text is a line for the shell, a list is a program and its arguments. */
export declare const command: Kind<Command, string | readonly string[]>;
