import type { Entry, MapNode } from "./node.ts";
/**
 * Whether a key may be the rest of a password that is not quoted and has a comma in it, so that it must not be shown: it has no value,
 * or stands behind `password` in that one's line.
 */
export declare function mayBeRestOfPassword({ at, value }: Entry, entries: MapNode["entries"]): boolean;
