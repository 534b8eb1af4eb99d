import { UsageError } from "../records/fault.ts";
import { readDocument } from "./document.ts";
import type { Node } from "./node.ts";
import { placed } from "./place.ts";
import type { Problems } from "./problems.ts";
import { readSmallFile, UnreadableFile } from "./smallFile.ts";

/** A YAML file as `readDocument` reads it. Throws a `UsageError` where it can't be read, is longer than `most` bytes, or is no YAML. */
export function readDocumentFile(file: string, most: number, problems: Problems): Node | undefined {
  const node = readDocument(bytesOf(file, most), problems);
  problems.throwAny();
  return node;
}

function bytesOf(file: string, most: number): Uint8Array {
  try {
    return readSmallFile(file, most);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UsageError(placed(file, undefined, error.message), { cause: error });
    throw error;
  }
}
