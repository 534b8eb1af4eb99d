import { availableParallelism } from "node:os";
import { choice, durationWithin, integer, sizeLimit } from "../config/kinds.ts";
import { loadConfig } from "../config/load.ts";
import { NamedFiles } from "../config/namedFiles.ts";
import { selectServers } from "../config/select.ts";
import { Link } from "../ftp/link.ts";
import { reasonForAuto } from "../measure/backendAdvice.ts";
import { measuredJson } from "../measure/measuredJson.ts";
import { type Advised, measuredLines } from "../measure/measuredLines.ts";
import { measureServer } from "../measure/measureServer.ts";
import { mayHave, type ServerToMeasure, serverToMeasure } from "../measure/present.ts";
import { adviceFor } from "../measure/proposals.ts";
import { failureLines, type SnippetRequest, snippetLines } from "../measure/snippet.ts";
import { foldCodes } from "../records/exitCode.ts";
import { serverSelectionOptions } from "../stages/servers.ts";
import { commandLine, parse } from "./commandLine.ts";
import type { CommandRun } from "./main.ts";
import { serversThatFit } from "./openFiles.ts";
import { printTexts } from "./printResult.ts";
import type { World } from "./world.ts";

const options = {
  ...serverSelectionOptions,
  for: { kind: durationWithin("1s", "1h"), default: 10_000, help: "time for one server, all of it" },
  maxBytes: { kind: sizeLimit, default: 64_000_000, help: "bytes of files to fetch from one server, in all" },
  connectionsUpTo: {
    kind: integer(1, 1000),
    default: 8,
    help: "connections to try; a server's own `connections` is a ceiling on it, and a refusal ends the trying",
  },
  servers: {
    kind: integer(1, 64),
    default: 1,
    help: "servers to measure at once; more than one and they share this machine and its line",
  },
  format: {
    kind: choice("table", "json", "yaml"),
    help: "how to print it: all of it, or what is proposed as yaml; a table on a terminal, else json",
  },
} as const;

/** `ftp-harvest bench cfg.yaml [SERVER…]` */
export const run: CommandRun = async (args, world) => {
  const line = commandLine(
    "ftp-harvest bench",
    "Measure servers, and propose settings for them. It only reads: it lists the first folders and fetches some files over and over, to nowhere",
    [
      ["ftp-harvest bench cfg.yaml", "all servers, one after the other"],
      ["ftp-harvest bench cfg.yaml branch-001 --for 1m --max-bytes 1GB", "a closer look at one"],
      ["ftp-harvest bench cfg.yaml --format yaml", "only what is proposed, to merge into cfg.yaml"],
    ],
  )
    .argument("<cfg.yaml>", "the configuration")
    .argument("[SERVER...]", "only these servers");
  const { values, operands } = parse(line, options, args, world);
  const [file = "", ...names] = operands;
  const config = loadConfig(file);
  const request = { env: world.env, files: new NamedFiles(), upTo: values.connectionsUpTo };
  const servers = selectServers(config, { ...values, names }).map((name) => serverToMeasure(config, name, request));
  const all = await measureAll(servers, { ...values, for_ms: values.for }, world);
  // `threads` given alone means it as well.
  const backendIsFree = ["backend", "threads"].every((key) => mayHave(config, undefined, key));
  const measured = all.map((each) => each.measured);
  const backend = reasonForAuto(measured, { backendIsFree, cores: availableParallelism() });
  const snippet = {
    servers: servers.map(({ settings, present, hasOwn }, index) => ({
      ...{ server: settings.server, connections: present.connections, hasOwn },
      proposals: all[index]?.advice.proposals ?? [],
    })),
    backend,
    hasOthers: config.servers.size > servers.length,
  };
  const { signals, stdout } = world;
  const format = values.format ?? (stdout.isTTY ? "table" : "json");
  const printed = await printTexts(texts(format, all, snippet), world);
  const failed = measured.some(({ failure }) => failure !== null);
  return foldCodes(signals.code(), printed ? 0 : 3, failed ? 1 : 0);
};

interface Bounds {
  readonly for_ms: number;
  readonly maxBytes: number;
  /** At once. */
  readonly servers: number;
}

/** In the order of the servers. After a signal those that are left have nothing measured. */
async function measureAll(
  servers: readonly ServerToMeasure[],
  { for_ms, maxBytes, servers: atOnce }: Bounds,
  { signals: { signal }, terminal }: World,
): Promise<Advised[]> {
  const all: Advised[] = [];
  const waiting = servers.entries();
  const overall = new Link();
  const cpu_ms = () => (atOnce > 1 ? null : cpuOfProcess());
  const one = async () => {
    for (const [index, { settings, present }] of waiting) {
      terminal.status(`measuring ${settings.server} (${index + 1} of ${servers.length})`);
      const configured = present.connections;
      const measured = await measureServer({
        settings,
        configured,
        for_ms,
        max_bytes: maxBytes,
        overall,
        signal,
        cpu_ms,
      });
      all[index] = { measured, advice: adviceFor(measured, present) };
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, serversThatFit()) }, one));
  terminal.status("");
  return all;
}

function cpuOfProcess(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function* texts(
  format: "table" | "json" | "yaml",
  all: readonly Advised[],
  snippet: SnippetRequest,
): Generator<string> {
  const at = new Date();
  if (format === "json") return yield* measuredJson(all, { backend: snippet.backend, at });
  const lines = snippetLines(snippet);
  if (format === "table") {
    yield* measuredLines(all);
    yield lines.length === 0 ? "\nNothing is proposed" : "\nTo merge into cfg.yaml";
    yield "; all figures are of this moment, of this machine and its line.\n";
    if (lines.length > 0) yield "\n";
  } else {
    yield `# ${lines.length === 0 ? "nothing is proposed" : "proposed"} by ftp-harvest bench, measured ${at.toISOString()}\n`;
    lines.unshift(...failureLines(all.map(({ measured }) => measured)));
  }
  yield lines.map((line) => `${line}\n`).join("");
}
