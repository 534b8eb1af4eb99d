import type { ServerSettings } from "../../config/server.ts";
type Limits = Pick<ServerSettings, "max_file_size">;
/** Throws a `Fault` `too_large` for a file that is said to be larger than it may be. */
export declare function mustFit(size: number | null, { max_file_size }: Limits): void;
/** How many bytes of a file are taken at most. */
export declare function mostBytes(size: number | null, { max_file_size }: Limits): number;
export {};
