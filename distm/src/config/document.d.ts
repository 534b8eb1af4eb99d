import type { Node } from "./node.ts";
import type { Problems } from "./problems.ts";
/**
 * Reads YAML (and so JSON), and knows nothing of what it means. The only importer of the yaml package. What is wrong goes to
 * `problems`; undefined when nothing can be read, and for an empty document.
 */
export declare function readDocument(bytes: Uint8Array, problems: Problems): Node | undefined;
