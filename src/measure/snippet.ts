import { printable, printableJson } from "../records/printable.ts";
import type { Measured } from "./measured.ts";
import type { Proposal } from "./proposals.ts";

/** A server that took part, measured or not. */
export interface AdvisedServer {
  readonly server: string;
  readonly proposals: readonly Proposal[];
  /** Its sessions at once now. */
  readonly connections: number;
  /** It has a `connections` of its own. */
  readonly hasOwn: boolean;
}

export interface SnippetRequest {
  readonly servers: readonly AdvisedServer[];
  /** Why `backend: auto` is proposed, if it is. */
  readonly backend: string | undefined;
  /** The configuration has servers that did not take part. */
  readonly hasOthers: boolean;
}

/**
 * What is proposed as YAML that can be merged into cfg.yaml, each key with its reason; empty when nothing is. A server's `connections` is a
 * ceiling on those of `defaults`: where one shall have more than now, those are raised, and the other servers get what they have as their own.
 */
export function snippetLines({ servers, backend, hasOthers }: SnippetRequest): string[] {
  const raised = raisedDefault(servers);
  const blocks = servers.flatMap((each) => serverLines(each, raised !== undefined));
  const lines = [
    ...(backend === undefined ? [] : [`backend: auto  # ${backend}`]),
    ...(raised === undefined ? [] : raisedLines(raised, hasOthers)),
    ...(blocks.length === 0 ? [] : ["servers:", ...blocks]),
  ];
  return lines.length === 0
    ? []
    : ["# to be merged into cfg.yaml, not put in front of it: no key may be there twice", ...lines];
}

/** Why nothing can be proposed for a server: a YAML comment for each that failed, one line whatever the server said. */
export function failureLines(all: readonly Pick<Measured, "server" | "failure">[]): string[] {
  return all.flatMap(({ server, failure }) =>
    failure === null ? [] : [`# ${printable(`${server}: ${failure.code}: ${failure.message}`)}`],
  );
}

function raisedDefault(servers: readonly AdvisedServer[]): number | undefined {
  const values = servers.flatMap(({ proposals, connections }) =>
    proposals.flatMap(({ key, value }) =>
      key === "connections" && typeof value === "number" && value > connections ? [value] : [],
    ),
  );
  return values.length === 0 ? undefined : Math.max(...values);
}

function raisedLines(raised: number, hasOthers: boolean): string[] {
  return [
    "defaults:",
    `  connections: ${raised}  # the most that a server has; its own \`connections\` is a ceiling on this`,
    ...(hasOthers ? ["  # those that were not measured get as many: give them a `connections` of their own"] : []),
  ];
}

function serverLines({ server, proposals, connections, hasOwn }: AdvisedServer, keepsOwn: boolean): string[] {
  const lines = proposals.map(({ key, value, reason }) => `    ${key}: ${value}  # ${reason}`);
  const hasConnections = hasOwn || proposals.some(({ key }) => key === "connections");
  if (keepsOwn && !hasConnections) lines.unshift(`    connections: ${connections}  # as now`);
  return lines.length === 0 ? [] : [`  ${quoted(server)}:`, ...lines];
}

/** What YAML 1.1 or 1.2 take for null or a truth value; numbers and dates begin with digits. cfg.yaml's names are texts, other readers differ. */
const NO_TEXT = /^(y|n|yes|no|on|off|true|false|null)$/i;

/** JSON's texts are YAML's. */
function quoted(name: string): string {
  const isPlain = /^[a-z_][\w.-]*$/i.test(name) && !NO_TEXT.test(name);
  return isPlain ? name : printableJson(JSON.stringify(name));
}
