import type { OptionInputs } from "../config/options.ts";
import type { HarvestRecord } from "../records/record.ts";
import type { ResultSet } from "../stages/report/resultSet.ts";
import { type HarvestOptions } from "./harvest.ts";
import { reportOptions } from "./report.ts";
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
export declare function openHarvest(config: string, options?: OpenHarvestOptions): Harvest;
