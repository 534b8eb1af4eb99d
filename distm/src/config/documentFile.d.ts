import type { Node } from "./node.ts";
import type { Problems } from "./problems.ts";
/** A YAML file as `readDocument` reads it. Throws a `UsageError` where it can't be read, is longer than `most` bytes, or is no YAML. */
export declare function readDocumentFile(file: string, most: number, problems: Problems): Node | undefined;
