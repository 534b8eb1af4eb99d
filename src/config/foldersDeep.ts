import { integer } from "./kinds.ts";

/** How many folders deep a tree is walked. Paths longer than 4,096 bytes can't be had here anyway. */
export const foldersDeep = integer(1, 1000);
