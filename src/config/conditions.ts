import { type Kind, oneOrMany } from "./kinds.ts";

const OPERATORS = ["=", "!=", "<", "<=", ">", ">=", "~", "!~"] as const;

/** A condition on one field of a record. */
export interface Condition {
  readonly field: string;
  /** `~`: the operand is a regular expression of JavaScript, for any part of the text. */
  readonly operator: (typeof OPERATORS)[number];
  readonly operand: string;
}

const condition: Kind<Condition, string> = {
  expected: "a condition such as size>10MB, server=branch-001, modified>=2026-11-24 or name~^day",
  placeholder: "CONDITION",
  schema: { type: "string", pattern: "^\\s*[A-Za-z_]\\w*\\s*(!=|<=|>=|!~|=|<|>|~)" },
  parse(value) {
    if (typeof value !== "string") return undefined;
    const [, field, sign, operand] = /^\s*([A-Za-z_]\w*)\s*(!=|<=|>=|!~|==?|<|>|~)\s*([\s\S]*)$/.exec(value) ?? [];
    // `==`, as many languages have it.
    const operator = OPERATORS.find((one) => one === (sign === "==" ? "=" : sign));
    if (field === undefined || operator === undefined || operand === undefined) return undefined;
    return operator.endsWith("~") && !isPattern(operand) ? undefined : { field, operator, operand };
  },
};

/** Conditions that all must hold: one text, or a list of them. */
export const conditions: Kind<readonly Condition[], string | readonly string[]> = oneOrMany(condition);

function isPattern(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
