import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { differences, differencesText, type Look } from "./differences.ts";
import { type ClientPlace, megabytes, runClient } from "./measure/runClient.ts";
import { removeTree } from "./removeTree.ts";
import type { HarvestJob, Rival } from "./rival.ts";
import type { Sample } from "./rounds.ts";
import type { Bench } from "./scenario.ts";

/** Sockets and processes of the run before are gone then. */
const REST_MS = 500;

/** What all harvests of a scenario have in common. */
export interface FieldWork extends Pick<HarvestJob, "servers" | "tls" | "flags"> {
  readonly rivals: readonly Rival[];
  /** What a client's command begins with. */
  readonly enter: readonly string[];
  /** How many processes of clients that know one server only run at the same time. */
  readonly processes: number;
}

/** Where clients run their harvests one after the other. */
export class Field {
  readonly #work: FieldWork;
  readonly #rivals: ReadonlyMap<string, Rival>;
  readonly #bench: Bench;

  constructor(work: FieldWork, bench: Bench) {
    this.#work = work;
    this.#rivals = new Map(work.rivals.map((rival) => [rival.name, rival]));
    this.#bench = bench;
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
    const { servers, tls, flags, enter, processes } = this.#work;
    const rival = this.#rivals.get(name);
    if (rival === undefined) throw new Error(`no client ${name}`);
    const place: ClientPlace = { folder: join(parent, name), enter };
    const to = join(place.folder, "to");
    if (folder !== "again") {
      await removeTree(place.folder);
      for (const server of servers) mkdirSync(join(to, server.name), { recursive: true });
    }
    const job: HarvestJob = { servers, tls, flags, to, folder: place.folder, again: folder === "again" };
    const commands = rival.prepare(job, compiler);
    await wait(REST_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    const { cost, complaint } = await runClient({ commands, atOnce: processes }, place, signal);
    const lost = this.#lost(to, look);
    if (folder === "anew") await removeTree(place.folder);
    const complaints = [complaint, lost].filter((text) => text !== undefined);
    return { cost, complaint: complaints.length === 0 ? undefined : complaints.join("; ") };
  }

  #lost(to: string, look: Look): string | undefined {
    const all = this.#work.servers.map(({ name, root }) => differences(root, join(to, name), look));
    const sum = (count: (one: (typeof all)[number]) => number): number =>
      all.reduce((total, one) => total + count(one), 0);
    return differencesText({
      missing: sum(({ missing }) => missing),
      wrongSize: sum(({ wrongSize }) => wrongSize),
      wrongBytes: sum(({ wrongBytes }) => wrongBytes),
    });
  }
}
