import { configKey, type KeyName, keysAt, type Place, SECTIONS } from "./keys.ts";
import { SERVER_NAME_PATTERN } from "./serverName.ts";
import { writtenDefault } from "./writtenDefault.ts";

type Schema = Readonly<Record<string, unknown>>;

/** JSON Schema of cfg.yaml (draft 7, which editors know best), made from the table of keys. */
export function configSchema(): Schema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Configuration of ftp-harvest",
    type: "object",
    additionalProperties: false,
    required: ["servers"],
    properties: {
      ...properties("top"),
      defaults: { ...keysSchema("defaults"), description: SECTIONS.defaults },
      servers: {
        description: SECTIONS.servers,
        type: "object",
        minProperties: 1,
        propertyNames: { pattern: SERVER_NAME_PATTERN },
        additionalProperties: { $ref: "#/definitions/server" },
      },
    },
    definitions: { server: keysSchema("server") },
  };
}

function keysSchema(place: Place): Schema {
  const required = keysAt(place).filter((name) => configKey(name).required);
  return {
    type: place === "defaults" ? ["object", "null"] : "object",
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties: properties(place),
  };
}

function properties(place: Place): Schema {
  return Object.fromEntries(keysAt(place).map((name) => [name, keySchema(name)]));
}

function keySchema(name: KeyName): Schema {
  const { kind, help, otherwise } = configKey(name);
  const standard = writtenDefault(configKey(name));
  return {
    description: otherwise === undefined ? help : `${help} (default: ${otherwise})`,
    ...(standard !== undefined && { default: standard }),
    // Any value may come from the environment.
    anyOf: [kind.schema, { type: "string", pattern: "\\$\\{" }],
  };
}
