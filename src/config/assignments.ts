import type { Kind } from "./kinds.ts";

/** A field and what it becomes. */
export interface Assignment {
  readonly field: string;
  /** A text in which `{name}` stands for the field `name`. */
  readonly template: string;
}

/** New values of fields: `name=2026/{name}`, a list of such texts, or a map of fields and texts. */
export const assignments: Kind<readonly Assignment[], string | readonly string[] | Readonly<Record<string, string>>> = {
  expected: "a field and its new value such as name=2026/{name}, a list of them, or a map",
  placeholder: "FIELD=TEXT",
  takesList: true,
  schema: {
    anyOf: [
      { type: "string", pattern: "^\\s*[A-Za-z_]\\w*\\s*=" },
      { type: "array", items: { type: "string" }, minItems: 1 },
      { type: "object", additionalProperties: { type: ["string", "number", "boolean"] }, minProperties: 1 },
    ],
  },
  parse(value) {
    const all = pairsIn(value);
    const parsed = all.filter((pair) => pair !== undefined);
    return parsed.length === all.length && parsed.length > 0 ? parsed : undefined;
  },
};

function pairsIn(value: unknown): readonly (Assignment | undefined)[] {
  if (typeof value === "string") return [fromText(value)];
  if (Array.isArray(value)) return value.map((text) => (typeof text === "string" ? fromText(text) : undefined));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).map(([field, template]) =>
    typeof template === "string" && FIELD.test(field) ? { field, template } : undefined,
  );
}

/** As a text has them before its `=`. */
const FIELD = /^[A-Za-z_]\w*$/;

function fromText(text: string): Assignment | undefined {
  const [, field, template] = /^\s*([A-Za-z_]\w*)\s*=([\s\S]*)$/.exec(text) ?? [];
  return field === undefined || template === undefined ? undefined : { field, template };
}
