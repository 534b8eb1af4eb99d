import { expect, it } from "vitest";
import { configKey, isKey, KEYS, type KeyName } from "../../src/config/keys.ts";
import { loadConfig } from "../../src/config/load.ts";
import { serverSettings } from "../../src/config/settings.ts";
import { configFolder } from "./configFolder.ts";

/** Beyond it a server gets no more. */
function isLimit(name: string): name is KeyName {
  return isKey(name) && configKey(name).help.startsWith("limit:");
}

it("each limit is a key with a default", () => {
  const path = configFolder({ "cfg.yaml": "servers: { a: { host: h } }" });
  const settings: Readonly<Record<string, unknown>> = {
    ...serverSettings(loadConfig(path("cfg.yaml")), "a", { env: { HOME: path("home") } }),
  };
  const limits = Object.keys(KEYS).filter(isLimit);
  expect(limits.length).toBeGreaterThan(10);
  for (const name of limits) {
    const { default: standard, otherwise } = configKey(name);
    const obeyed = settings[name] ?? settings[`${name}_ms`];
    if (otherwise === undefined) expect(obeyed, name).toBe(standard);
    else expect([name, otherwise, obeyed]).toEqual([name, "as `timeout`", KEYS.timeout.default]);
    expect(obeyed, name).toBeTypeOf("number");
  }
});
