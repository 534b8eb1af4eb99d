import { Fault } from "../../records/fault.ts";

/** All went well, but the first session did not survive that a transfer on it was ended. Nobody is to blame: another one is to go on. */
export class Spent extends Fault {
  /** As in `Segmented`. */
  readonly segments: number;

  constructor(segments: number) {
    super("cut_off", "the server has ended the session with the transfer of a part");
    this.segments = segments;
  }
}
