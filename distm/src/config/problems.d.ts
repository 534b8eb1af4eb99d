import { type Position } from "./place.ts";
/** What is wrong with a file, gathered while it is looked through. */
export declare class Problems {
    #private;
    /** @param file as the user wrote it */
    constructor(file: string);
    add(at: Position | undefined, message: string): void;
    /** What is wrong with something that goes along with the file, such as an argument; told before the file's own. */
    addOf(argument: string, message: string): void;
    /** Throws a `UsageError` with the first problems in the file's order, one a line, if there are any. */
    throwAny(): void;
}
