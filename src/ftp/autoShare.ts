/**
 * Sessions that servers with `connections: auto` may have beyond the first few, all servers of a process together: with 64 servers at once
 * that is no more than the usual five for each would be.
 */
const SPARE_SESSIONS = 64;

/** What the servers of a process with `connections: auto` have in common. */
export class AutoShare {
  /** Sessions that any of them may still take. */
  spare: number;
  /** All that was done for them, as in `AutoSessions`. */
  done_bytes = 0;

  constructor(spare = SPARE_SESSIONS) {
    this.spare = spare;
  }
}
