/**
 * Makes a folder and those above it that are missing; one that is there is left as it is. Throws as `mkdirSync` does.
 *
 * Node's own recursive mkdir (20 and later) never returns where a folder can't be made although the one above it is there, such as
 * below /proc: it takes that ENOENT for one more missing folder.
 */
export declare function makeFolder(path: string, mode?: number): void;
