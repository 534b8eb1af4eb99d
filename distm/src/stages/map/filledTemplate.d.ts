import type { AnyRecord } from "../../records/record.ts";
/**
 * A template's value for a record. What is nothing but one field is that field's value, of whatever type; else its values go into
 * a text, and a field that is missing or null leaves no trace.
 */
export declare function filledTemplate(template: string, record: AnyRecord): unknown;
