/**
 * One thing that goes wrong on a scripted server, at a byte of what it sends. All of it is plain JSON, so that a schedule of faults can be
 * printed and replayed. Several may fall on one command. Then, in this order:
 *
 * 1. `change` without `byte`, each; then `forget`;
 * 2. `reply`: of the rest only strikes on `control`, `repeat reply`, `merge` and `restart` are left;
 * 3. `wrong port` before `refuse data`; `repeat data`; `final`, then `early` before `late`. Of several of a kind the schedule's first is
 *    meant, here and in 2 and 4;
 * 4. `repeat reply` says what was said twice; bytes of `control` are counted in what comes of that. Strikes of a channel follow in the order of
 *    their bytes, at one byte in the schedule's. One that ends the channel (`stall`, `reset`, `cut`, `truncate`) is its last. `merge` holds
 *    back what is left;
 * 5. `restart`, when the command is answered.
 *
 * What can't happen (there are fewer bytes, nobody was logged in, the command has no transfer) does not count as struck.
 */
export interface ServerFault {
  /** The command that is being answered, `GREETING` before the first one. */
  readonly on: string;
  /** It strikes at this one in the order of arrival over all sessions, from 1, and at the following ones; see `times`. */
  readonly nth: number;
  /** How many of them in a row; 1 unless given, null: from there on all. */
  readonly times?: number | null;
  readonly does: FaultAction;
}

/**
 * `channel`: the replies to the command, or the bytes of its transfer. `byte`: how many of them went out before, 0: none. It strikes just before the
 * next one, or at the end where there is none. What is inserted is not counted.
 */
interface Strike {
  readonly channel: "control" | "data";
  readonly byte: number;
}

export type FaultAction =
  /** Goes on after `ms`. */
  | ({ readonly kind: "delay"; readonly ms: number } & Strike)
  /** Sends nothing more on this channel and keeps it open until the client leaves; then, on `data`, 426 follows. */
  | ({ readonly kind: "stall" } & Strike)
  /** A TCP reset of this channel; on `data` 426 follows. */
  | ({ readonly kind: "reset" } & Strike)
  /** This channel ends in order, and on `data` no final reply follows: the control connection ends, too. */
  | ({ readonly kind: "cut" } & Strike)
  /** From here to the end of the answer or of the transfer in pieces of `size` bytes, each a TCP segment of its own; after 2,000 of them the rest. */
  | ({ readonly kind: "split"; readonly size: number } & Strike)
  /** Sends bytes (latin1) that belong there in no way. */
  | ({ readonly kind: "insert"; readonly bytes: string } & Strike)
  /** Data: in order ends the transfer here, with the usual final reply. */
  | { readonly kind: "truncate"; readonly byte: number }
  /** Data: all bytes, then those from `byte` on again. */
  | { readonly kind: "repeat data"; readonly byte: number }
  /** Each reply to the command is sent twice. */
  | { readonly kind: "repeat reply" }
  /** The replies to the command are held back and go out in one segment with what comes next, or after `ms`. */
  | { readonly kind: "merge"; readonly ms: number }
  /** Answers with this in place of all that is usual: 4xx, 5xx, or what is no reply at all. 421 ends the session. */
  | { readonly kind: "reply"; readonly text: string }
  /** The final reply of a transfer goes out with the preliminary one, before the data. */
  | { readonly kind: "early" }
  /** The final reply of a transfer is sent `ms` after the data's end. */
  | { readonly kind: "late"; readonly ms: number }
  /** The final reply of a transfer is this; null: none comes. */
  | { readonly kind: "final"; readonly text: string | null }
  /** PASV or EPSV: names a port where nobody listens. */
  | { readonly kind: "wrong port" }
  /** PASV or EPSV: the data connection is accepted and reset. */
  | { readonly kind: "refuse data" }
  /** Does as usual, and then the server goes down with all its sessions; it listens again, on the same port, after `ms`. */
  | { readonly kind: "restart"; readonly ms: number }
  /** The session is logged out: from this command on it answers 530 until the next log-in. */
  | { readonly kind: "forget" }
  /** At this moment a file of the tree changes, before the command is carried out or, in a transfer, after `byte` bytes of its data. */
  | { readonly kind: "change"; readonly path: string; readonly change: TreeChange; readonly byte?: number };

/** What becomes of a file: null removes it. Bytes are drawn from `seed`, so that a schedule stays short. */
export type TreeChange = null | {
  readonly size: number;
  readonly seed: number;
  readonly modified: string;
  /** The bytes are written over the old ones: transfers under way go on with the new. Else they go on with the old, as after a rename. */
  readonly inPlace?: true;
};
