import type { Condition } from "../../config/conditions.ts";
import { size } from "../../config/kinds.ts";
import type { AnyRecord } from "../../records/record.ts";

/**
 * A condition as a test of records. Numbers are compared with numbers (`size>10MB`), all else as text. What the server did not tell
 * (null) never loses a file: the condition holds then. A field that is not there is unlike any value.
 */
export function fulfils({ field, operator, operand }: Condition): (record: AnyRecord) => boolean {
  const test = isOrder(operator) ? orderTest(operator, operand) : patternTest(operator, operand);
  return (record) => {
    const value = Object.hasOwn(record, field) ? record[field] : undefined;
    if (value === null) return true;
    return value === undefined ? operator.startsWith("!") : test(value);
  };
}

function patternTest(operator: "~" | "!~", operand: string): (value: unknown) => boolean {
  const pattern = new RegExp(operand, "u");
  const wanted = operator === "~";
  return (value) => pattern.test(asText(value)) === wanted;
}

function orderTest(operator: keyof typeof ORDERS, operand: string): (value: unknown) => boolean {
  const holds = ORDERS[operator];
  const number = size.parse(operand) ?? (operand === "" ? Number.NaN : Number(operand));
  const isRank = operator !== "=" && operator !== "!=";
  return (value) => {
    if (typeof value === "number") return holds(order(value, number));
    const text = asText(value);
    // A program in between may have made texts of numbers.
    return holds(isRank && isNumber(text) && isNumber(operand) ? order(Number(text), number) : order(text, operand));
  };
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** By the sign of `order`; NaN where two numbers can't be compared since one is none. */
const ORDERS = {
  "=": (order: number) => order === 0,
  "!=": (order: number) => order !== 0,
  "<": (order: number) => order < 0,
  "<=": (order: number) => order <= 0,
  ">": (order: number) => order > 0,
  ">=": (order: number) => order >= 0,
} as const satisfies Partial<Record<Condition["operator"], unknown>>;

function isOrder(operator: Condition["operator"]): operator is keyof typeof ORDERS {
  return operator in ORDERS;
}

/** Texts by code units: so times sort, too. */
function order<T extends number | string>(a: T, b: T): number {
  if (a === b) return 0;
  if (a < b) return -1;
  return a > b ? 1 : Number.NaN;
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
