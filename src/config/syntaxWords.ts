/** The part of a parser's error that this needs. */
export interface SyntaxFault {
  readonly code: string;
  readonly message: string;
  /** Where it is in the text. */
  readonly pos: readonly [start: number, end: number];
}

/** What is wrong with the YAML, and where. */
export interface SyntaxProblem {
  readonly offset: number;
  readonly message: string;
}

/**
 * A parser's first error in our words. The parser's own may show a piece of the source, and that may be a password; theirs are used
 * only where they can't.
 */
export function syntaxProblem(source: string, fault: SyntaxFault): SyntaxProblem {
  const { code, message, pos } = fault;
  const [offset] = pos;
  const variable = unquotedVariable(source, offset);
  if (variable !== undefined) return variable;
  if (code === "MISSING_CHAR" || code === "BAD_INDENT") {
    return { offset, message: `this is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}` };
  }
  return { offset, message: `this is not YAML: ${WORDS[code] ?? UNEXPECTED}` };
}

const UNEXPECTED =
  "a part of it does not fit here (is the indentation right, and are texts with special signs quoted?)";

const WORDS: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE: "a backslash in a text in \"…\" begins an escape; put the text into '…' instead",
  BAD_SCALAR_START: "a text that begins with @, ` or % must be quoted",
  BLOCK_AS_IMPLICIT_KEY: "there is a second `key: value` where a value must be (is a text with `: ` to be quoted?)",
  MULTIPLE_DOCS: "a second document begins here; take out the line `---`",
  TAG_RESOLVE_FAILED: "tags that begin with ! mean nothing here (is a text with ! to be quoted?)",
  TAB_AS_INDENT: "tabs can't indent; use spaces",
};

/** `{ password: ${X} }`: the parser stumbles over the brace after the dollar. */
function unquotedVariable(source: string, brace: number): SyntaxProblem | undefined {
  if (source[brace] !== "{" || source[brace - 1] !== "$") return undefined;
  const name = /^\w+/.exec(source.slice(brace + 1, brace + LONGEST_NAME))?.[0] ?? "NAME";
  return { offset: brace - 1, message: `inside {…} and […] a variable has to be quoted: "\${${name}}"` };
}

const LONGEST_NAME = 80;
