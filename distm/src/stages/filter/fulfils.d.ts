import type { Condition } from "../../config/conditions.ts";
import type { AnyRecord } from "../../records/record.ts";
/**
 * A condition as a test of records. Numbers are compared with numbers (`size>10MB`), all else as text. What the server did not tell
 * (null) never loses a file: the condition holds then. A field that is not there is unlike any value.
 */
export declare function fulfils({ field, operator, operand }: Condition): (record: AnyRecord) => boolean;
