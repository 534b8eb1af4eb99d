import { setImmediate as turn } from "node:timers/promises";
import { tap } from "rxjs";
import type { OptionInputs } from "../config/options.ts";
import { optionValues } from "../config/optionValues.ts";
import { iterate } from "../flow/iterate.ts";
import type { Backend } from "../pipeline/backend.ts";
import type { AnyRecord, HarvestRecord } from "../records/record.ts";
import { ResultCollector } from "../stages/report/resultCollector.ts";
import type { ResultSet } from "../stages/report/resultSet.ts";
import type { OpenBackend } from "../threads/openBackend.ts";
import { begun } from "./enclosed.ts";
import { type HarvestOptions, harvestRecords, openedFor, parted, selectedAt } from "./harvest.ts";
import { reportOptions } from "./report.ts";
import { Surroundings } from "./surroundings.ts";

/**
 * A harvest, once: its records with `for await`, its result set, or both. Nothing is fetched before somebody asks. At the end of an
 * `await using` block all is closed: connections, locks, the result set.
 */
export interface Harvest extends AsyncIterable<HarvestRecord>, AsyncDisposable {
  /**
   * What the harvest came to; what no loop has asked for is still done. After a loop that was left early: what came of it until then.
   * It is closed with the harvest.
   */
  result(): Promise<ResultSet>;
}

export type OpenHarvestOptions = HarvestOptions & OptionInputs<typeof reportOptions>;

/** Opens a harvest; its configuration is read now. Throws a `UsageError` where that or an option is wrong. */
export function openHarvest(config: string, options: OpenHarvestOptions = {}): Harvest {
  return new OpenHarvest(config, options);
}

class OpenHarvest implements Harvest {
  readonly #surroundings: Surroundings;
  readonly #collector: ResultCollector;
  readonly #opened: OpenBackend;
  readonly #records: AsyncIterator<HarvestRecord, undefined>;
  /** Each server's work, until it is over. */
  readonly #atWork = new Set<Promise<void>>();
  readonly #sources = new Set<() => AnyRecord>();
  #fault: { readonly error: unknown } | undefined;
  #result: Promise<ResultSet> | undefined;
  #closing: Promise<void> | undefined;

  constructor(config: string, { withUnchanged, ...options }: OpenHarvestOptions) {
    const { request, surroundings } = parted("openHarvest", options);
    const note = surroundings.onNote ?? (() => {});
    this.#collector = new ResultCollector({ ...optionValues("openHarvest", reportOptions, { withUnchanged }), note });
    this.#surroundings = new Surroundings(surroundings);
    const report = {
      tell: (record: AnyRecord) => this.#collector.add(record),
      tellAtEnd: (source: () => AnyRecord) => {
        this.#sources.add(source);
        return () => void this.#sources.delete(source);
      },
    };
    const place = { surroundings: this.#surroundings, report };
    const selected = selectedAt(place, config, request);
    this.#opened = openedFor(selected);
    const watched = { ...this.#opened, backend: this.#watched(this.#opened.backend) };
    const records = begun(this.#surroundings, () => harvestRecords(selected, watched)).pipe(
      tap({
        next: (record) => this.#collector.add(record),
        error: (error) => {
          this.#fault = { error };
        },
      }),
    );
    this.#records = iterate(records)[Symbol.asyncIterator]();
  }

  [Symbol.asyncIterator](): AsyncIterator<HarvestRecord, undefined> {
    return {
      next: () => this.#records.next(),
      return: async () => {
        await this.#stop();
        return { done: true, value: undefined };
      },
    };
  }

  result(): Promise<ResultSet> {
    this.#result ??= this.#finish();
    return this.#result;
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #finish(): Promise<ResultSet> {
    if (this.#closing !== undefined) throw new Error("the harvest is closed");
    while ((await this.#records.next()).done !== true);
    if (this.#fault !== undefined) throw this.#fault.error;
    for (const source of this.#sources) this.#collector.add(source());
    return this.#collector.finish();
  }

  async #close(): Promise<void> {
    await this.#stop();
    const results = await this.#result?.catch(() => undefined);
    results?.close();
    this.#collector.close();
  }

  /** Ends what is under way, and waits until it has ended. */
  async #stop(): Promise<void> {
    await this.#records.return?.();
    this.#surroundings.close();
    await Promise.allSettled(this.#atWork);
    await this.#opened.close?.();
    // A socket that was destroyed is closed when the event loop has come round.
    await turn();
    await turn();
  }

  #watched(backend: Backend): Backend {
    return {
      run: (...request) => {
        const work = backend.run(...request);
        this.#atWork.add(work);
        const over = () => void this.#atWork.delete(work);
        work.then(over, over);
        return work;
      },
    };
  }
}
