import type { AnyRecord } from "../records/record.ts";
import { ResultSet } from "./report/resultSet.ts";
/** Takes in a whole stream and gives one value at its end: the result set, see `resultsOf`. Who takes it must close it. */
export declare const reportStage: import("./stage.ts").Stage<{
    readonly format: {
        readonly kind: import("../config/kinds.ts").Kind<"csv" | "json" | "rows" | "table", "csv" | "json" | "rows" | "table">;
        readonly help: "how to print it; a table on a terminal, else json";
    };
    readonly withUnchanged: {
        readonly kind: import("../config/kinds.ts").Kind<boolean, boolean>;
        readonly default: false;
        readonly help: "list and count the files that were here already, too";
    };
}>;
/** The result set in what the report emits; undefined in any other record. */
export declare function resultsOf(record: AnyRecord): ResultSet | undefined;
