import type { ResultFormat, ResultSet } from "../stages/report/resultSet.ts";
import type { World } from "./world.ts";
/** As `printResult`, and lets go of the names that the result set keeps on disk. */
export declare function printAndClose(result: ResultSet, format: ResultFormat | undefined, world: World): Promise<number>;
