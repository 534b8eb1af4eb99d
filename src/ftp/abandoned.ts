import { Fault } from "../records/fault.ts";

/** What those get who wait for something that we ourselves gave up: no fault of the server, and not to be tried again. */
export function abandoned(): Fault {
  return new Fault("cut_off", "abandoned", { retry: false });
}
