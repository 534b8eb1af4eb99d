import { resolve } from "node:path";
import type { Config, Given, Section, ServerEntry } from "./config.ts";
import { readDocumentFile } from "./documentFile.ts";
import { checkGiven, shortened } from "./given.ts";
import { configKey, isKey, type KeyName, keysAt, type Place, SECTIONS } from "./keys.ts";
import { didYouMean } from "./nearest.ts";
import { type Entry, FOUND, type MapNode, type Node } from "./node.ts";
import { Problems } from "./problems.ts";
import { mayBeRestOfPassword } from "./restOfPassword.ts";
import { folderKey, serverNameProblem } from "./serverName.ts";
import { ticked } from "./ticked.ts";

/** Some 50,000 servers; it takes seconds to parse. */
const LONGEST_FILE_bytes = 4 * 1024 * 1024;

/**
 * Loads a configuration and checks all that does not depend on the environment: values with variables are looked at when a server
 * that needs them takes part. Throws a `UsageError` that says where and what: `cfg.yaml:7:13: …`.
 */
export function loadConfig(file: string): Config {
  const problems = new Problems(file);
  const node = readDocumentFile(file, LONGEST_FILE_bytes, problems);
  const loader = new Loader(problems);
  const loaded = loader.top(node);
  problems.throwAny();
  return { file: resolve(file), shown: file, ...loaded };
}

/** The keys that each give a password: one section can have one of them. */
const PASSWORD_KEYS = ["password", "password_file", "netrc"] as const;

/** What each server must say of itself. */
const REQUIRED = keysAt("server").filter((name) => configKey(name).required === true);

/** Goes through the file's nodes, from the top down, and gathers what is wrong. */
class Loader {
  readonly #problems: Problems;

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  top(node: Node | undefined): Pick<Config, "top" | "defaults" | "servers"> {
    const entries = this.#entries(node, "`servers:` and the servers by name");
    const sections = new Map([...entries].filter(([name]) => Object.hasOwn(SECTIONS, name)));
    const keys = new Map([...entries].filter(([name]) => !Object.hasOwn(SECTIONS, name)));
    const defaults = sections.get("defaults")?.value;
    return {
      top: this.#section(keys, "top"),
      defaults: this.#section(this.#entries(nothingIsEmpty(defaults), "keys such as `user: harvest`"), "defaults"),
      servers: this.#servers(sections.get("servers"), node),
    };
  }

  #servers(entry: Entry | undefined, top: Node | undefined): ReadonlyMap<string, ServerEntry> {
    const servers = new Map<string, ServerEntry>();
    if (entry === undefined) {
      if (top?.is === "map") this.#problems.add(top.at, `there are no servers; expected ${SERVERS_EXPECTED}`);
      return servers;
    }
    const entries = this.#entries(entry.value, SERVERS_EXPECTED);
    if (entries.size === 0 && entry.value.is === "map") {
      this.#problems.add(entry.value.at, `there are no servers; expected ${SERVERS_EXPECTED}`);
    }
    const folders = new Map<string, string>();
    for (const [name, { at, value }] of entries) {
      this.#name(name, at, folders);
      const keys = this.#section(this.#entries(nothingIsEmpty(value, at), `keys such as { host: ${name} }`), "server");
      if (value.is === "map" || value.is === "nothing") this.#required(name, at, value);
      servers.set(name, { at, order: servers.size, keys });
    }
    return servers;
  }

  #name(name: string, at: Entry["at"], folders: Map<string, string>): void {
    const problem = serverNameProblem(name);
    if (problem !== undefined) this.#problems.add(at, `\`${shortened(name)}\`: ${problem}`);
    const twin = folders.get(folderKey(name));
    if (twin === undefined) folders.set(folderKey(name), name);
    else this.#problems.add(at, `\`${name}\` and \`${twin}\` are one folder on file systems where case does not count`);
  }

  #required(server: string, at: Entry["at"], value: Node): void {
    const given = value.is === "map" ? value.entries : new Map();
    for (const name of REQUIRED) {
      if (given.has(name)) continue;
      this.#problems.add(
        at,
        `the server \`${server}\` has no \`${name}\`; expected \`${name}: …\`, ${configKey(name).help}`,
      );
    }
  }

  #section(entries: MapNode["entries"], place: Place): Section {
    const section = new Map<KeyName, Given>();
    for (const [name, entry] of entries) {
      if (!isKey(name) || !configKey(name).places.includes(place))
        this.#problems.add(entry.at, misplaced(name, place, mayBeRestOfPassword(entry, entries)));
      else this.#value(name, entry, section);
    }
    const passwords = PASSWORD_KEYS.filter((name) => section.has(name) && section.get(name)?.value !== "false");
    const second = passwords[1] === undefined ? undefined : section.get(passwords[1]);
    if (second !== undefined) this.#problems.add(second.at, `only one of ${ticked(passwords)} can stand here`);
    return section;
  }

  #value(name: KeyName, { value: node }: Entry, section: Map<KeyName, Given>): void {
    const value = textsOf(node);
    const given = value === undefined ? undefined : { at: node.at, value };
    const problem = given === undefined ? unfit(name, node) : checkGiven(name, given);
    if (problem !== undefined) this.#problems.add(node.at, problem);
    else if (given !== undefined) section.set(name, given);
  }

  #entries(node: Node | undefined, expected: string): MapNode["entries"] {
    if (node?.is === "map") return node.entries;
    this.#problems.add(node?.at, `expected ${expected}, found ${FOUND[node?.is ?? "nothing"]}`);
    return new Map();
  }
}

const SERVERS_EXPECTED = "servers by name, such as `branch-001: { host: 10.1.0.1 }`";

/** A section whose keys are all commented out. */
function nothingIsEmpty(node: Node | undefined, at = { line: 1, column: 1 }): Node {
  return node === undefined || node.is === "nothing" ? { is: "map", at, entries: new Map() } : node;
}

function textsOf(node: Node): Given["value"] | undefined {
  if (node.is === "text") return node.text;
  if (node.is !== "list") return undefined;
  const texts = node.items.filter((item) => item.is === "text").map((item) => item.text);
  return texts.length === node.items.length ? texts : undefined;
}

function unfit(name: KeyName, node: Node): string {
  const found = node.is === "list" ? "a list of something else" : FOUND[node.is];
  return `\`${name}\`: expected ${configKey(name).kind.expected}, found ${found}`;
}

/** An unknown key, or a known one in the wrong place. */
function misplaced(name: string, place: Place, isHidden: boolean): string {
  if (isKey(name)) {
    const places = configKey(name).places.map((one) => PLACE[one]);
    return `\`${name}\` can't stand ${PLACE[place]}; its place is ${places.join(" or ")}`;
  }
  if (Object.hasOwn(SECTIONS, name)) return `\`${name}\` can't stand ${PLACE[place]}; its place is ${PLACE.top}`;
  const known = place === "top" ? [...keysAt(place), ...Object.keys(SECTIONS)] : keysAt(place);
  const hint = didYouMean(name, known);
  if (isHidden) return `unknown key${hint === "" ? " (is a text with a comma to be quoted?)" : hint}`;
  return `unknown key \`${shortened(name)}\`${hint === "" ? `; known are ${ticked(known)}` : hint}`;
}

const PLACE = { top: "at the top of the file", defaults: "in `defaults`", server: "at a server" } as const;
