import { Fault } from "../../records/fault.ts";

/** All went well, but the first session did not survive it. Nobody is to blame: another one is to go on, if only with the last questions. */
export class Spent extends Fault {
  /** As in `Segmented`. */
  readonly segments: number;

  constructor(segments: number) {
    super("cut_off", "the server has ended the session that the file began on");
    this.segments = segments;
  }
}
