// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the configuration's variables look like those of templates.
import { describe, expect, it } from "vitest";
import { KEYS, keysAt, SECTIONS } from "../../src/config/keys.ts";
import { configReference } from "../../src/config/reference.ts";
import { configSchema } from "../../src/config/schema.ts";

/** The part of JSON Schema that ours uses, as far as it tells which values fit one key. */
interface KeySchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly items?: KeySchema;
  readonly anyOf?: readonly KeySchema[];
  readonly properties?: Readonly<Record<string, KeySchema>>;
  readonly additionalProperties?: boolean | KeySchema;
  readonly required?: readonly string[];
  readonly definitions?: Readonly<Record<string, KeySchema>>;
  readonly description?: string;
  readonly default?: unknown;
}

const schema: KeySchema = JSON.parse(JSON.stringify(configSchema()));
const serverSchema = schema.definitions?.["server"] ?? {};

function fits(value: unknown, its: KeySchema): boolean {
  const { type, anyOf, items } = its;
  if (anyOf !== undefined && !anyOf.some((one) => fits(value, one))) return false;
  if (its.enum !== undefined && !its.enum.includes(value)) return false;
  const types = type === undefined ? undefined : [type].flat();
  const isType = Number.isInteger(value) ? ["integer", "number"] : Array.isArray(value) ? ["array"] : [typeof value];
  if (types !== undefined && !isType.some((name) => types.includes(name))) return false;
  if (typeof value === "string")
    return new RegExp(its.pattern ?? "").test(value) && value.length >= (its.minLength ?? 0);
  if (typeof value === "number") return value >= (its.minimum ?? value) && value <= (its.maximum ?? value);
  if (Array.isArray(value))
    return value.length >= (its.minItems ?? 0) && value.every((item) => fits(item, items ?? {}));
  return true;
}

describe("the schema", () => {
  it("has every key of the table at its places, with its help, and no other", () => {
    const sections = Object.keys(SECTIONS);
    expect(Object.keys(schema.properties ?? {}).toSorted()).toEqual([...keysAt("top"), ...sections].toSorted());
    expect(Object.keys(schema.properties?.["defaults"]?.properties ?? {})).toEqual(keysAt("defaults"));
    expect(Object.keys(serverSchema.properties ?? {})).toEqual(keysAt("server"));
    for (const [name, { help }] of Object.entries(KEYS)) {
      const key = serverSchema.properties?.[name] ?? schema.properties?.[name];
      expect(key?.description).toContain(help);
    }
    expect([schema, schema.properties?.["defaults"], serverSchema].map((one) => one?.additionalProperties)).toEqual([
      false,
      false,
      false,
    ]);
    expect(serverSchema.required).toEqual(["host"]);
  });

  it.each([
    ["port", 2121],
    ["port", "${PORT}"],
    ["path", "/out"],
    ["path", ["/out", "/reports"]],
    ["password", 12345],
    ["password", ""],
    ["secure", "explicit"],
    ["insecure", true],
    ["timeout", "30s"],
    ["retry_delay", 0],
  ])("takes %s: %j", (name, value) => expect(fits(value, serverSchema.properties?.[name] ?? {})).toBe(true));

  it.each([
    ["port", 0],
    ["port", "many"],
    ["path", []],
    ["password", ["x"]],
    ["secure", "tls"],
    ["insecure", "maybe"],
    ["timeout", "30"],
    ["timeout", 30],
    ["retries", 1.5],
    ["max_listing", 0],
    ["max_file_size", "10M"],
  ])("does not take %s: %j", (name, value) => expect(fits(value, serverSchema.properties?.[name] ?? {})).toBe(false));

  it("has defaults that fit themselves", () => {
    for (const key of Object.values(serverSchema.properties ?? {})) {
      if (key.default !== undefined) expect(fits(key.default, key)).toBe(true);
    }
    expect(serverSchema.properties?.["timeout"]?.default).toBe("30s");
  });
});

describe("the reference", () => {
  it("is the README's table of keys", () => expect(configReference()).toMatchSnapshot());

  it("has a row of five cells for every key", () => {
    const rows = configReference().trimEnd().split("\n");
    expect(rows).toHaveLength(2 + Object.keys(KEYS).length + Object.keys(SECTIONS).length);
    for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(7);
  });
});
