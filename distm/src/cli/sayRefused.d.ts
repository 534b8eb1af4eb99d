import type { World } from "./world.ts";
/** Where records would have gone, the stages behind end quietly with 2 as well: what is wrong has been said here, once. */
export declare function sayRefused(stage: string, { stdout }: World): Promise<void>;
