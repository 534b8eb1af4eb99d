import type { Kind } from "./kinds.ts";
/** A field and what it becomes. */
export interface Assignment {
    readonly field: string;
    /** A text in which `{name}` stands for the field `name`. */
    readonly template: string;
}
/** New values of fields: `name=2026/{name}`, a list of such texts, or a map of fields and texts. */
export declare const assignments: Kind<readonly Assignment[], string | readonly string[] | Readonly<Record<string, string>>>;
