import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { comparisonTable } from "./comparison.ts";
import { differences, differencesText, type Look } from "./differences.ts";
import { type ClientPlace, megabytes, runClient } from "./measure/runClient.ts";
import { openNetwork } from "./openNetwork.ts";
import { removeTree } from "./removeTree.ts";
import { CONNECTIONS, type HarvestJob, PROCESSES, type Rival } from "./rival.ts";
import { chosenRivals } from "./rivals.ts";
import { demandRoom } from "./room.ts";
import { complaintsOf, interleaved, type Sample } from "./rounds.ts";
import type { Bench, Findings, Scenario } from "./scenario.ts";
import { type ServedTree, serveTrees } from "./servedTrees.ts";
import { demandServer, serverVersion } from "./serverKind.ts";
import { bytesOnDisk, type Tree } from "./tree.ts";

const USUAL_ROUNDS = 5;
const QUICK_ROUNDS = 2;
/** Sockets and processes of the run before are gone then. */
const REST_MS = 500;

/** Harvests of the same trees by different clients. */
export interface Harvests {
  readonly name: string;
  readonly what: string;
  readonly servers: number;
  /** Of each server. */
  readonly tree: Omit<Tree, "seed">;
  /** For a quick look. */
  readonly quick: { readonly servers: number; readonly files: number };
  readonly rivals: readonly Rival[];
  /** Of the link to the servers; loopback unless given. */
  readonly roundTrip_ms?: number;
  /** The tree has been fetched before, by the same client into the same folder, and nothing of it has changed. */
  readonly again?: true;
}

export function harvestScenario(harvests: Harvests): Scenario {
  return { name: harvests.name, what: harvests.what, run: (bench) => run(harvests, bench) };
}

async function run(harvests: Harvests, bench: Bench): Promise<Findings> {
  const { kind, quick, signal } = bench;
  const rounds = bench.rounds ?? (quick ? QUICK_ROUNDS : USUAL_ROUNDS);
  const servers = quick ? harvests.quick.servers : harvests.servers;
  const tree = { ...harvests.tree, files: bench.files ?? (quick ? harvests.quick.files : harvests.tree.files) };
  const { present, absent } = chosenRivals(harvests.rivals, bench);
  demandServer(kind);
  demandRoom(bench.folder, servers * bytesOnDisk({ ...tree, seed: "" }) * (harvests.again ? 1 + present.length : 2));
  await using network = await openNetwork(bench, harvests.roundTrip_ms);
  const roots = join(bench.folder, "served");
  try {
    await using served = await serveTrees(roots, { kind, servers, tree, host: network.host }, signal);
    const field = new Field(served.servers, present, bench, network.enter);
    if (harvests.again) await field.fetchFirst();
    const samples = await interleaved(
      present.map(({ name }) => name),
      rounds,
      (name, round) => field.sample(name, round, harvests.again ? "again" : "all"),
    );
    return {
      name: kind === "vsftpd" ? harvests.name : `${harvests.name} (${kind})`,
      title: `${servers} servers × ${tree.files} files: ${harvests.what}`,
      manner: [
        `${rounds} rounds`,
        `${CONNECTIONS} connections a server`,
        `${kind} ${serverVersion(kind)}`,
        network.manner,
      ],
      table: comparisonTable(samples, { what: "client", unit: "s", bases: ["lftp", "floor"], memory: "shown" }),
      versions: Object.fromEntries(present.map((rival) => [rival.name, rival.version()])),
      absent,
      faults: complaintsOf(samples),
    };
  } finally {
    await removeTree(roots);
  }
}

/** Where clients run their harvests one after the other. */
class Field {
  readonly #servers: readonly ServedTree[];
  readonly #rivals: ReadonlyMap<string, Rival>;
  readonly #bench: Bench;
  readonly #enter: readonly string[];

  constructor(servers: readonly ServedTree[], rivals: readonly Rival[], bench: Bench, enter: readonly string[]) {
    this.#servers = servers;
    this.#rivals = new Map(rivals.map((rival) => [rival.name, rival]));
    this.#bench = bench;
    this.#enter = enter;
  }

  /** Lets each client fetch all, for a run after this. Throws where one does not bring all. */
  async fetchFirst(): Promise<void> {
    for (const name of this.#rivals.keys()) {
      const { complaint } = await this.#run(name, "keep", "bytes");
      if (complaint !== undefined) throw new Error(`${name}: ${complaint}`);
    }
  }

  /** Runs a client once, and looks at what has come: at all bytes in the first round, at names and sizes in later ones. */
  async sample(name: string, round: number, what: "all" | "again"): Promise<Sample> {
    const sample = await this.#run(name, what === "again" ? "again" : "anew", round === 0 ? "bytes" : "sizes");
    const { wall_s, user_s, system_s, peak_KiB } = sample.cost;
    const cost = `wall ${wall_s.toFixed(2)} s, CPU ${user_s.toFixed(2)} + ${system_s.toFixed(2)} s, ${Math.round(megabytes(peak_KiB))} MB`;
    this.#bench.say(`${name} #${round + 1}: ${cost}${sample.complaint === undefined ? "" : `, ${sample.complaint}`}`);
    return sample;
  }

  /** `anew`: into an empty folder that is gone afterwards; `keep`: that stays; `again`: that was kept. */
  async #run(name: string, folder: "anew" | "keep" | "again", look: Look): Promise<Sample> {
    const { folder: parent, compiler, signal } = this.#bench;
    const rival = this.#rivals.get(name);
    if (rival === undefined) throw new Error(`no client ${name}`);
    const place: ClientPlace = { folder: join(parent, name), enter: this.#enter };
    const to = join(place.folder, "to");
    if (folder !== "again") {
      await removeTree(place.folder);
      for (const server of this.#servers) mkdirSync(join(to, server.name), { recursive: true });
    }
    const job: HarvestJob = { servers: this.#servers, to, folder: place.folder, again: folder === "again" };
    const commands = rival.prepare(job, compiler);
    await wait(REST_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    const { cost, complaint } = await runClient({ commands, atOnce: PROCESSES }, place, signal);
    const lost = this.#lost(to, look);
    if (folder === "anew") await removeTree(place.folder);
    const complaints = [complaint, lost].filter((text) => text !== undefined);
    return { cost, complaint: complaints.length === 0 ? undefined : complaints.join("; ") };
  }

  #lost(to: string, look: Look): string | undefined {
    const all = this.#servers.map(({ name, root }) => differences(root, join(to, name), look));
    const sum = (count: (one: (typeof all)[number]) => number): number =>
      all.reduce((total, one) => total + count(one), 0);
    return differencesText({
      missing: sum(({ missing }) => missing),
      wrongSize: sum(({ wrongSize }) => wrongSize),
      wrongBytes: sum(({ wrongBytes }) => wrongBytes),
    });
  }
}
