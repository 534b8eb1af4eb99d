import { type OperatorFunction } from "rxjs";
import type { OptionInputs } from "../config/options.ts";
import type { AnyRecord } from "../records/record.ts";
import type { ResultSet } from "../stages/report/resultSet.ts";
export declare const reportOptions: {
    withUnchanged: {
        readonly kind: import("../index.ts").Kind<boolean, boolean>;
        readonly default: false;
        readonly help: "list and count the files that were here already, too";
    };
};
/** Takes in a whole stream and gives one `ResultSet` at its end. Who gets it must close it (`using results = …`). */
export declare function report(given?: OptionInputs<typeof reportOptions>): OperatorFunction<AnyRecord, ResultSet>;
