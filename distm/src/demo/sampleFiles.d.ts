import type { TreeFile } from "./tree.ts";
/** The folder of all branch offices' servers that has files for us. */
export declare const OUT = "/out";
/**
 * What branch office number `branch` has to offer: three to eight small files, the same ones each time. Among them is what
 * makes harvesting hard: an empty file, a name with a space, a Chinese one, folders in folders. Reports lie in a folder of
 * their own, `/out/reports` or elsewhere.
 */
export declare function sampleFiles(branch: number, reports: string): TreeFile[];
