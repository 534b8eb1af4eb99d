import { printable } from "../records/printable.ts";

/** Where something stands in a file; both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** `cfg.yaml:7:13: what is wrong`. */
export function placed(file: string, at: Position | undefined, message: string): string {
  const place = at === undefined ? "" : `:${at.line}:${at.column}`;
  return `${printable(file)}${place}: ${printable(message)}`;
}
