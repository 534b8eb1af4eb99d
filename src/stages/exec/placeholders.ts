import { Fault } from "../../records/fault.ts";
import { textOf } from "../../records/fields.ts";
import type { AnyRecord } from "../../records/record.ts";

/** What may stand in an argument for a field of the file's `download` record. */
const PLACEHOLDER = /\{(local|server|name)\}/g;

/**
 * Arguments with the file's values in them. Throws a `Fault` where the record does not have one, or where it is not the file's
 * real name: a command is never run on another file.
 */
export function filledArguments(args: readonly string[], record: AnyRecord): string[] {
  return args.map((arg) => arg.replace(PLACEHOLDER, (_, field: string) => fieldOf(record, field)));
}

/** Whether an argument has a place for a value that comes from a server. */
export function hasPlaceholder(arg: string): boolean {
  return arg.search(PLACEHOLDER) !== -1;
}

function fieldOf(record: AnyRecord, field: string): string {
  const value = textOf(record, field);
  if (value === undefined) throw new Fault("command", `its record has no \`${field}\``);
  // So names show bytes that are no UTF-8 (GBK, with `local_names: bytes`). Arguments are text in Node.js, and the text names another file.
  if (value.includes("\ufffd")) {
    throw new Fault("command", `\`${field}\` has bytes that are no UTF-8: see \`encoding\` and \`local_names\``);
  }
  return value;
}
