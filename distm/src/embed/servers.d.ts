import { type Observable } from "rxjs";
import type { OptionInputs } from "../config/options.ts";
import type { HarvestRecord } from "../records/record.ts";
/** Which servers take part. */
export declare const selectionOptions: {
    readonly only: {
        readonly kind: import("../config/kinds.ts").Kind<readonly string[], string | readonly string[]>;
        readonly help: "only servers whose name matches";
    };
    readonly except: {
        readonly kind: import("../config/kinds.ts").Kind<readonly string[], string | readonly string[]>;
        readonly help: "no servers whose name matches";
    };
    readonly names: {
        readonly kind: import("../config/kinds.ts").Kind<readonly string[], string | readonly string[]>;
        readonly default: readonly [];
        readonly help: "only these servers";
    };
};
/**
 * The servers of a configuration that take part, in its order. The configuration is read at subscription: if it is wrong, or nothing
 * matches, the stream errors with a `UsageError`.
 */
export declare function servers(config: string, options?: OptionInputs<typeof selectionOptions>): Observable<HarvestRecord>;
