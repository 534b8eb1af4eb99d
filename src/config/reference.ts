import { type ConfigKey, configKey, type KeyName, keysAt, SECTIONS } from "./keys.ts";
import { writtenDefault } from "./writtenDefault.ts";

/** The table of all keys of cfg.yaml, as markdown. */
export function configReference(): string {
  const names = new Set<KeyName>([...keysAt("top"), ...keysAt("server"), ...keysAt("defaults")]);
  const rows = [
    ...Object.entries(SECTIONS).map(([name, help]) => [`\`${name}\``, "top", "a map", "", help]),
    ...[...names].map((name) => keyRow(name, configKey(name))),
  ];
  const head = ["key", "where", "value", "default", "meaning"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(escaped).join(" | ")} |\n`).join("");
}

function keyRow(name: string, key: ConfigKey): readonly string[] {
  const { places, kind, otherwise, required, help } = key;
  const standard = writtenDefault(key);
  const unset = required === true ? "must be given" : (otherwise ?? (standard === undefined ? "" : `\`${standard}\``));
  return [`\`${name}\``, places.join(", "), kind.expected, unset, help];
}

function escaped(cell: string): string {
  return cell.replaceAll("|", "\\|");
}
