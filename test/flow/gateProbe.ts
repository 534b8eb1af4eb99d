import { defer, type MonoTypeOperatorFunction } from "rxjs";
import { currentGate, type Gate } from "../../src/flow/gate.ts";

/** Shows how much is parked at the gate at which a source stands. */
export interface GateProbe {
  readonly parked: number;
  /** To be put behind the source. */
  at<T>(): MonoTypeOperatorFunction<T>;
}

export function gateProbe(): GateProbe {
  let found: Gate | undefined;
  return {
    get parked() {
      if (found === undefined) throw new Error("the source has not been subscribed to, or has no gate");
      return found.parked;
    },
    at: () => (source) =>
      defer(() => {
        found = currentGate();
        return source;
      }),
  };
}
