import { isUtf8 } from "node:buffer";
import { Composer, type CST, isAlias, isMap, isPair, isScalar, isSeq, Lexer, LineCounter, Parser, Scalar } from "yaml";
import { shortened } from "./given.ts";
import type { Entry, MapNode, Node } from "./node.ts";
import type { Position } from "./place.ts";
import type { Problems } from "./problems.ts";
import { mayBeRestOfPassword } from "./restOfPassword.ts";
import { type SyntaxFault, syntaxProblem } from "./syntaxWords.ts";

/**
 * Reads YAML (and so JSON), and knows nothing of what it means. The only importer of the yaml package. What is wrong goes to
 * `problems`; undefined when nothing can be read, and for an empty document.
 */
export function readDocument(bytes: Uint8Array, problems: Problems): Node | undefined {
  if (!isUtf8(bytes)) {
    problems.add({ line: firstForeignLine(bytes), column: 1 }, "this line is not UTF-8 text");
    return undefined;
  }
  const source = new TextDecoder().decode(bytes);
  const place = placer(source);
  const tokens = parse(source);
  if (tokens === undefined) {
    problems.add(undefined, `this is nested more than ${DEEPEST} levels deep`);
    return undefined;
  }
  const composed = compose(tokens, source.length);
  if ("contents" in composed) return new NodeReader(place, problems).root(composed.contents);
  const { offset, message } = syntaxProblem(source, composed.fault);
  problems.add(place(offset), message);
  return undefined;
}

/** What the tokens stand for, or what is wrong with them first. */
function compose(tokens: readonly CST.Token[], length: number): { contents: unknown } | { fault: SyntaxFault } {
  try {
    const [document, another] = composer().compose(tokens, true, length);
    const [fault] = [...(document?.errors ?? []), ...(document?.warnings ?? []).filter(isFault)];
    if (fault !== undefined) return { fault };
    if (another === undefined) return { contents: document?.contents };
    return { fault: { code: "MULTIPLE_DOCS", message: "", pos: [another.range[0], another.range[1]] } };
  } catch (error) {
    if (error instanceof FirstFault) return error;
    throw error;
  }
}

/**
 * A composer that stops at the first fault. By itself it makes an error of each, a stack trace included: 4 MB of commas end Node.js for
 * want of memory. How it takes note of one is not in its types; a version that does it otherwise goes on to the end, as it would.
 */
function composer(): Composer {
  const composer = new Composer(AS_WRITTEN);
  let first: FirstFault | undefined;
  const stop = (source: ErrorSource, code: string, message: string, isWarning?: boolean) => {
    const offset = typeof source === "number" ? source : "offset" in source ? source.offset : source[0];
    if (isWarning === true && !isFault({ code })) return;
    // The composer catches what is thrown in a collection, and comes back with it.
    first ??= new FirstFault({ code, message, pos: [offset, offset] });
    throw first;
  };
  Reflect.set(composer, "onError", stop);
  return composer;
}

type ErrorSource = number | readonly [start: number, end: number] | { readonly offset: number };

class FirstFault extends Error {
  readonly fault: SyntaxFault;

  constructor(fault: SyntaxFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Of the warnings it is one that a tag means nothing here. */
function isFault({ code }: { readonly code: string }): boolean {
  return code === "TAG_RESOLVE_FAILED";
}

/**
 * The failsafe schema makes no numbers: `001` stays `001` and is another key than `1`. Keys are compared here, since the package
 * compares each with each.
 */
const AS_WRITTEN = { schema: "failsafe", version: "1.2", uniqueKeys: false, resolveKnownTags: false } as const;

/** The parser's levels, several for one of ours; a configuration has 4. */
const DEEPEST = 50;

/**
 * The parser's tokens, up to the first that is no YAML; undefined if they are nested too deep. Looked at before they are composed, which
 * recurses: near the end of the stack Node.js 20 dies of it instead of throwing.
 */
function parse(source: string): readonly CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(source)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === "error") return tokens;
    }
    if (parser.stack.length > DEEPEST) return undefined;
  }
  tokens.push(...parser.end());
  return tokens;
}

/** Far more than servers with shared keys need; a small file can ask for any number. */
const MOST_MERGED = 1_000_000;

type Place = (offset: number) => Position;

function placer(source: string): Place {
  const lines = new LineCounter();
  for (let start = 0; start !== -1; ) {
    lines.addNewLine(start);
    const end = source.indexOf("\n", start);
    start = end === -1 ? -1 : end + 1;
  }
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}

function firstForeignLine(bytes: Uint8Array): number {
  const NEWLINE = 0x0a;
  for (let line = 1, start = 0; ; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline;
    if (newline === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

/** Turns the package's nodes into ours. Each is turned once, in the file's order, so that many aliases cost no more than one. */
class NodeReader {
  readonly #place: Place;
  readonly #problems: Problems;
  /** By anchor: what an alias stands for; undefined while it is being read. */
  readonly #anchored = new Map<string, Node | undefined>();
  #mergedEntries = 0;

  constructor(place: Place, problems: Problems) {
    this.#place = place;
    this.#problems = problems;
  }

  root(contents: unknown): Node | undefined {
    if (contents === null || contents === undefined) return undefined;
    const root = this.#read(contents, { line: 1, column: 1 });
    if (this.#mergedEntries > MOST_MERGED)
      this.#problems.add(root.at, `more than ${MOST_MERGED} keys come from \`<<\``);
    return root;
  }

  /** `near` is where a node is that the source leaves out. */
  #read(node: unknown, near: Position): Node {
    if (isAlias(node)) return this.#alias(node.source, this.#at(node, near));
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return { is: "nothing", at: near };
    const { anchor } = node;
    if (anchor !== undefined) this.#anchored.set(anchor, undefined);
    const at = this.#at(node, near);
    const read = isScalar(node)
      ? readScalar(node, at)
      : isSeq(node)
        ? this.#list(node.items, at)
        : this.#map(node.items, at);
    if (anchor !== undefined) this.#anchored.set(anchor, read);
    return read;
  }

  #at(node: { readonly range?: readonly number[] | null | undefined }, near: Position): Position {
    const offset = node.range?.[0];
    return offset === undefined ? near : this.#place(offset);
  }

  #alias(name: string, at: Position): Node {
    const meant = this.#anchored.get(name);
    if (meant !== undefined) return meant;
    // The name is not shown: it may be a password that begins with `*`.
    const why = this.#anchored.has(name) ? "stands inside of what it names" : "has no anchor before it";
    this.#problems.add(at, `the alias ${why} (is a text that begins with * to be quoted?)`);
    return { is: "nothing", at };
  }

  #list(items: readonly unknown[], at: Position): Node {
    return { is: "list", at, items: items.map((item) => this.#read(item, at)) };
  }

  #map(pairs: readonly unknown[], at: Position): MapNode {
    const entries = new Map<string, Entry>();
    const merged: MapNode[] = [];
    for (const pair of pairs.filter(isPair)) {
      const key = this.#read(pair.key, at);
      const value = this.#read(pair.value, key.at);
      // Of a key the source counts, even if it is `null`, or nothing.
      const name = isScalar(pair.key) ? sourceOf(pair.key) : undefined;
      const first = name === undefined ? undefined : entries.get(name);
      if (name === undefined) this.#problems.add(key.at, "a key must be a text");
      else if (name === "<<") for (const map of this.#merged(value)) merged.push(map);
      else if (first !== undefined)
        this.#problems.add(
          key.at,
          `${shownKey(name, { at: key.at, value }, entries)} stands here twice, first in line ${first.at.line}`,
        );
      else entries.set(name, { at: key.at, value });
    }
    for (const { entries: more } of merged) {
      this.#mergedEntries += more.size;
      if (this.#mergedEntries > MOST_MERGED) break;
      for (const [name, entry] of more) if (!entries.has(name)) entries.set(name, entry);
    }
    return { is: "map", at, entries };
  }

  /** The maps of a merge key; the first that has a key gives it. */
  #merged(value: Node): readonly MapNode[] {
    const maps = value.is === "list" ? value.items : [value];
    return maps.filter((map) => {
      if (map.is !== "map") this.#problems.add(value.at, "`<<` takes the alias of a map, or a list of them");
      return map.is === "map";
    });
  }
}

/** The one thing that is known of keys here: what may be a secret is not shown. */
function shownKey(name: string, entry: Entry, before: MapNode["entries"]): string {
  return mayBeRestOfPassword(entry, before) ? "a key" : `\`${shortened(name)}\``;
}

function readScalar(node: Scalar, at: Position): Node {
  const text = sourceOf(node);
  const isNothing = node.type === Scalar.PLAIN && /^(~|null|Null|NULL)?$/.test(text);
  return isNothing ? { is: "nothing", at } : { is: "text", at, text };
}

/** As it is written; what a quoted one means. */
function sourceOf(node: Scalar): string {
  return node.source ?? String(node.value);
}
