import type { AnyRecord } from "../../records/record.ts";
import type { WalkRequest } from "./walkRequest.ts";
/**
 * Lists all folders of one server, each read to its end and then handed on: a listing in flight is never held up (servers end
 * it), and no session is held while records wait. Ends with the `listed` record, whatever the server does; throws only a bug.
 */
export declare function walk(request: WalkRequest): AsyncGenerator<readonly AnyRecord[], void, void>;
