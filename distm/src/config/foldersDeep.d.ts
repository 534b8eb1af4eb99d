/** How many folders deep a tree is walked. Paths longer than 4,096 bytes can't be had here anyway. */
export declare const foldersDeep: import("./kinds.ts").Kind<number, number>;
