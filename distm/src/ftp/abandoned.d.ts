import { Fault } from "../records/fault.ts";
/** What those get who wait for something that we ourselves gave up: no fault of the server, and not to be tried again. */
export declare function abandoned(): Fault;
