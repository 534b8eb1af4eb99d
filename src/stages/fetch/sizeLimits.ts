import type { ServerSettings } from "../../config/server.ts";
import { Fault } from "../../records/fault.ts";

type Limits = Pick<ServerSettings, "max_file_size">;

/** A file may grow between its listing and its end; a listing that says far less is not one to go by. */
const GROWTH_bytes = 16 * 1024 * 1024;

/** Throws a `Fault` `too_large` for a file that is said to be larger than it may be. */
export function mustFit(size: number | null, { max_file_size }: Limits): void {
  if (size === null || size <= max_file_size) return;
  throw new Fault("too_large", `${size} bytes, and \`max_file_size\` allows ${max_file_size}`);
}

/** How many bytes of a file are taken at most. */
export function mostBytes(size: number | null, { max_file_size }: Limits): number {
  return size === null ? max_file_size : Math.min(max_file_size, 2 * size + GROWTH_bytes);
}
