import type { FaultAction, ServerFault } from "./fault.ts";

type Kind = FaultAction["kind"];
type Of<K extends Kind> = Extract<FaultAction, { readonly kind: K }>;

export type Channel = "control" | "data";

/** What strikes at a byte of a channel. */
export type Strike =
  | Extract<FaultAction, { readonly channel: Channel }>
  | Of<"truncate">
  | (Of<"change"> & { readonly byte: number });

/** The faults of a server: which fall on which command, and how often each has struck. */
export class FaultSchedule {
  /** Kinds with channel and command, such as `reset data RETR` or `repeat reply USER`. */
  readonly struck = new Map<string, number>();
  readonly #faults = new Map<string, ServerFault[]>();

  constructor(faults: readonly ServerFault[]) {
    for (const fault of faults) this.#faults.set(fault.on, [...(this.#faults.get(fault.on) ?? []), fault]);
  }

  /** What falls on a command that is the nth of its name. */
  answer(command: string, nth: number): Answer {
    const here = (this.#faults.get(command) ?? []).filter((fault) => nth >= fault.nth && nth < endOf(fault));
    return new Answer(
      here.map(({ does }) => does),
      (action) => this.#note(command, action),
    );
  }

  #note(command: string, action: FaultAction): void {
    const what = "channel" in action ? `${action.kind} ${action.channel} ${command}` : `${action.kind} ${command}`;
    this.struck.set(what, (this.struck.get(what) ?? 0) + 1);
  }
}

/** The first command that a fault does not fall on any more. */
function endOf({ nth, times }: ServerFault): number {
  return times === null ? Number.POSITIVE_INFINITY : nth + (times ?? 1);
}

/** The faults that fall on one answer. */
export class Answer {
  readonly #left: FaultAction[];
  readonly #note: (action: FaultAction) => void;

  constructor(actions: readonly FaultAction[] = [], note: (action: FaultAction) => void = () => {}) {
    this.#left = [...actions];
    this.#note = note;
  }

  /** The first fault of a kind, which strikes by that, and never again. */
  take<K extends Kind>(kind: K, applies: (action: Of<K>) => boolean = () => true): Of<K> | undefined {
    const isMeant = (action: FaultAction): action is Of<K> => action.kind === kind;
    const action = this.#left.filter(isMeant).find(applies);
    if (action === undefined) return undefined;
    this.#left.splice(this.#left.indexOf(action), 1);
    this.#note(action);
    return action;
  }

  has(kind: Kind): boolean {
    return this.#left.some((action) => action.kind === kind);
  }

  /** All faults of a kind, in the schedule's order, as `take` does. */
  *takeAll<K extends Kind>(kind: K, applies: (action: Of<K>) => boolean = () => true): Generator<Of<K>> {
    for (let next = this.take(kind, applies); next !== undefined; next = this.take(kind, applies)) yield next;
  }

  /** What strikes a channel, in order; whoever lets one strike says so with `struck`. */
  strikes(channel: Channel): Strike[] {
    return this.#left.filter((action): action is Strike => strikes(action, channel)).sort((a, b) => a.byte - b.byte);
  }

  struck(strike: Strike): void {
    this.#note(strike);
  }
}

function strikes(action: FaultAction, channel: Channel): boolean {
  if ("channel" in action) return action.channel === channel;
  if (action.kind === "change") return channel === "data" && action.byte !== undefined;
  return channel === "data" && action.kind === "truncate";
}
