import { lastValueFrom, Observable, type OperatorFunction, of } from "rxjs";
import type { Jobs } from "../config/connections.ts";
import { Fifo } from "../flow/fifo.ts";
import { Gate, gated, type gatedAtOnce } from "../flow/gate.ts";
import type { AnyRecord, EndRecord, ServerRecord, SourceRecord } from "../records/record.ts";

/** A server stage with its options, as plain data: structured clone and JSON carry it. */
export interface StepDescription {
  /** The stage's name. */
  readonly stage: string;
  /** All options of the stage, defaults filled in. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Absolute path of the module that the stage comes from, if it is none of ours. */
  readonly module?: string;
}

/** A step that can be described to others, and can do its work in this process. */
export interface Step extends StepDescription {
  /** From records to records; made for the harvest that it was given for: elsewhere the description is made a step again (`Workplace`). */
  readonly operator: OperatorFunction<AnyRecord, AnyRecord>;
}

export interface BackendRequest {
  readonly run: string;
  /** The harvest's name on the records that it makes, such as `harvest-7f3a`. */
  readonly by: string;
  /** Connections to one server, for all steps; stands for `defaults.connections`. */
  readonly jobs: Jobs | undefined;
  /** Bytes of files a second, from all servers together; stands for `rate` at the configuration's top. */
  readonly rate: number | undefined;
  /** The attempt at this server's work, from 1; the highest wins in the report. */
  readonly epoch: number;
  /** Aborted: every socket is closed within a second, and the promise settles. */
  readonly signal: AbortSignal;
  /**
   * Takes a record, in their order, one at a time: a promise is waited for, and what makes records waits with it. Throws when nobody
   * wants any more: the steps are to be unsubscribed from, and the promise of `run` may reject with what was thrown.
   */
  emit(record: AnyRecord): void | Promise<void>;
  /** Takes what a stage says beside its records: see `StageContext`. */
  note(message: string): void;
  damaged(message: string): void;
  ending(record: EndRecord | SourceRecord): void;
}

/**
 * Where the server steps of a pipeline run. It shares nothing between servers; secrets are resolved where the work is done. In
 * this process is the first implementation, worker threads are the second; a queue over many machines may be another.
 */
export interface Backend {
  /** Takes one server through the steps. Rejects only on a fault of ours; what goes wrong with a server is a record. */
  run(server: ServerRecord, steps: readonly Step[], request: BackendRequest): Promise<void>;
}

/** Records of one server that may wait between its steps. */
export const PARKED_MAX = 1_000;

/** Runs everything in this process. The steps have been given the signal, and whom to tell what, when they were made. */
export const inlineBackend: Backend = {
  run: (server, steps, { emit }) => runHere(server, steps, emit, gated),
};

/** `gatedBy`: `gatedAtOnce` where the steps allow it. */
export async function runHere(
  server: ServerRecord,
  steps: readonly Pick<Step, "operator">[],
  emit: BackendRequest["emit"],
  gatedBy: typeof gatedAtOnce,
): Promise<void> {
  const gate = Gate.alone(PARKED_MAX);
  const stream = steps.reduce((records, { operator }) => records.pipe(operator), of<AnyRecord>(server));
  await lastValueFrom(stream.pipe(emitted(emit, gate), gatedBy(gate)), { defaultValue: undefined });
}

/**
 * Emits records one at a time; what comes meanwhile is parked. Not `concatMap`: when a wait is over it begins what has gathered one
 * within the other, and a thousand of them are more than the stack takes.
 */
function emitted(emit: BackendRequest["emit"], gate: Gate): OperatorFunction<AnyRecord, never> {
  return (source) =>
    new Observable((subscriber) => {
      const waiting = new Fifo<AnyRecord>();
      let emitting = false;
      let sourceOver = false;
      /** Until one has to be waited for. */
      const emitAll = (first: AnyRecord | undefined): void | Promise<void> => {
        for (let record = first; record !== undefined; record = waiting.shift()) {
          const taken = emit(record);
          if (taken !== undefined) return taken;
          if (subscriber.closed) return;
          gate.unpark();
        }
        emitting = false;
        if (sourceOver) subscriber.complete();
      };
      const goOn = () => {
        if (subscriber.closed) return;
        gate.unpark();
        begin(waiting.shift());
      };
      const begin = (first: AnyRecord | undefined) => {
        try {
          emitAll(first)
            ?.then(goOn)
            .catch((error) => subscriber.error(error));
        } catch (error) {
          subscriber.error(error);
        }
      };
      return source.subscribe({
        next(record) {
          gate.park();
          if (emitting) waiting.push(record);
          else {
            emitting = true;
            begin(record);
          }
        },
        error: (error) => subscriber.error(error),
        complete() {
          sourceOver = true;
          if (!emitting) subscriber.complete();
        },
      });
    });
}
