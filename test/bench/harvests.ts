import { join } from "node:path";
import type { ServerKind } from "../servers/installed.ts";
import { comparisonTable, mediansOf } from "./comparison.ts";
import { Field } from "./field.ts";
import { openNetwork } from "./openNetwork.ts";
import { removeTree } from "./removeTree.ts";
import { CONNECTIONS, PROCESSES, type Rival } from "./rival.ts";
import { chosenRivals } from "./rivals.ts";
import { demandRoom } from "./room.ts";
import { complaintsOf, interleaved, type Sample, type Samples } from "./rounds.ts";
import { type Bench, type Findings, type Scenario, Skipped } from "./scenario.ts";
import { serveManyAddresses } from "./servedManyAddresses.ts";
import { serveTrees } from "./servedTrees.ts";
import { demandServer, serverVersion } from "./serverKind.ts";
import { type Target, targetsTable } from "./targets.ts";
import { bytesOnDisk, type Tree } from "./tree.ts";

const USUAL_ROUNDS = 5;
const QUICK_ROUNDS = 2;

/** Harvests of the same trees by different clients. */
export interface Harvests {
  readonly name: string;
  readonly what: string;
  readonly servers: number;
  /** Of each server. */
  readonly tree: Omit<Tree, "seed">;
  /** For a quick look; all files are of `size` then, if it is given. */
  readonly quick: { readonly servers: number; readonly files: number; readonly size?: number };
  readonly rivals: readonly Rival[];
  /** Why others are not among them, each in a line. */
  readonly leftOut?: readonly string[];
  /** Of each client, unless the command line says how many. */
  readonly rounds?: number;
  /** Of the link to the servers; loopback unless given. */
  readonly roundTrip_ms?: number;
  /** The tree has been fetched before, by the same client into the same folder, and nothing of it has changed. */
  readonly again?: true;
  /** Over TLS, which begins on the plain port. */
  readonly tls?: true;
  /** Bytes a second that the server gives to each connection. Only vsftpd. */
  readonly mostBytesPerSecond?: number;
  /** One Pure-FTPd at an address for each server, instead of a process for each of them. */
  readonly manyAddresses?: true;
  /** More for this toolkit's own command. */
  readonly flags?: readonly string[];
  /** How many processes of clients that know one server only run at the same time, unless as many as usual. */
  readonly processes?: number;
  readonly targets?: readonly Target[];
}

export function harvestScenario(harvests: Harvests): Scenario {
  return { name: harvests.name, what: harvests.what, run: (bench) => run(harvests, bench) };
}

async function run(harvests: Harvests, bench: Bench): Promise<Findings> {
  const { quick, signal } = bench;
  const { tls = false, flags = [], processes = PROCESSES } = harvests;
  const rounds = bench.rounds ?? (quick ? QUICK_ROUNDS : (harvests.rounds ?? USUAL_ROUNDS));
  const servers = quick ? harvests.quick.servers : harvests.servers;
  const tree = treeOf(harvests, bench);
  const { present, absent } = chosenRivals(harvests.rivals, bench);
  const kind = kindOf(harvests, bench);
  demandRoom(bench.folder, servers * bytesOnDisk({ ...tree, seed: "" }) * (harvests.again ? 1 + present.length : 2));
  await using network = await openNetwork(bench, harvests.roundTrip_ms);
  const roots = join(bench.folder, "served");
  const serve = harvests.manyAddresses ? serveManyAddresses : serveTrees;
  try {
    const { mostBytesPerSecond } = harvests;
    await using served = await serve(
      roots,
      { kind, servers, tree, host: network.host, tls, mostBytesPerSecond },
      signal,
    );
    const work = { servers: served.servers, rivals: present, enter: network.enter, tls, flags, processes };
    const field = new Field(work, bench);
    if (harvests.again) await field.fetchFirst();
    const samples = await interleaved(
      present.map(({ name }) => name),
      rounds,
      (name, round) => field.sample(name, round, harvests.again ? "again" : "all"),
    );
    return {
      name: harvests.manyAddresses || kind === "vsftpd" ? harvests.name : `${harvests.name} (${kind})`,
      title: `${servers} servers × ${tree.files} files: ${harvests.what}${quick ? " (a quick look, maybe at smaller files)" : ""}`,
      manner: [
        `${rounds} rounds`,
        `${CONNECTIONS} connections a server`,
        `${kind} ${serverVersion(kind)}`,
        network.manner,
      ],
      table: tablesOf(harvests, samples),
      versions: Object.fromEntries(present.map((rival) => [rival.name, rival.version()])),
      absent: [...absent, ...(harvests.leftOut ?? [])],
      faults: complaintsOf(samples),
    };
  } finally {
    await removeTree(roots);
  }
}

function treeOf({ tree, quick }: Harvests, bench: Bench): Omit<Tree, "seed"> {
  if (!bench.quick) return { ...tree, files: bench.files ?? tree.files };
  const sizes = quick.size === undefined ? {} : { leastSize: quick.size, mostSize: quick.size };
  return { ...tree, ...sizes, files: bench.files ?? quick.files };
}

/** What serves it. Throws a `Skipped` where that can't be had. */
function kindOf({ manyAddresses, mostBytesPerSecond }: Harvests, { kind, apart }: Bench): ServerKind {
  if (manyAddresses && !apart)
    throw new Skipped("a thousand addresses need a network namespace of their own (root, and unshare(2) allowed)");
  if (mostBytesPerSecond !== undefined && kind !== "vsftpd")
    throw new Skipped(`${kind} is not told here how fast a connection may be`);
  const serving = manyAddresses ? "pure-ftpd" : kind;
  demandServer(serving);
  return serving;
}

function tablesOf({ targets = [] }: Harvests, samples: Samples): string {
  const sockets = (ofOne: readonly Sample[]): string => String(mediansOf(ofOne).sockets);
  const costs = comparisonTable(samples, {
    ...{ what: "client", unit: "s", bases: ["lftp", "floor"], memory: "shown" },
    more: targets.some(({ measure }) => measure === "sockets") ? [["sockets", sockets]] : [],
  });
  return targets.length === 0 ? costs : `${costs}\n\n${targetsTable(targets, samples)}`;
}
