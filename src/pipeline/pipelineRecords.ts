import { setMaxListeners } from "node:events";
import { defer, finalize, type MonoTypeOperatorFunction, Observable, tap } from "rxjs";
import type { Jobs } from "../config/connections.ts";
import { boundedMergeMap } from "../flow/boundedMergeMap.ts";
import { currentGate } from "../flow/gate.ts";
import type { AnyRecord, ServerRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
import { SERVERS_AT_ONCE } from "../stages/serversAtOnce.ts";
import { scopeOf } from "../stages/stage.ts";
import type { Backend, Step } from "./backend.ts";
import type { PipelineStep } from "./pipeline.ts";

/** What stands between a pipeline's source and its report: steps with their options. */
export type DescribedStep = Pick<PipelineStep, "stage" | "values" | "module">;

/** Where a pipeline's records come from: servers, each worked on apart, or saved records of many servers, mixed. */
export type PipelineSource = { readonly servers: Observable<ServerRecord> } | { readonly saved: Observable<AnyRecord> };

export interface PipelineRequest {
  readonly source: PipelineSource;
  readonly steps: readonly DescribedStep[];
  readonly context: StageContext;
  readonly backend: Backend;
  /** Connections to one server, as they were given for the whole harvest. */
  readonly jobs?: Jobs | undefined;
  /** Bytes of files a second, from all servers together. */
  readonly rate?: number | undefined;
  /** Shown each record behind the step with this place, from 0; the source's own have -1. */
  readonly watch?: (place: number, record: AnyRecord) => void;
  /** Told when a step has had enough before the source was at its end, as `limit` does. */
  readonly onEnough?: () => void;
}

/**
 * The records that a described pipeline makes. The server steps right behind `servers` run behind the backend, each server apart;
 * from the first step on that needs the whole stream, all is one stream in this process. Unsubscribing ends everything.
 */
export function pipelineRecords(request: PipelineRequest): Observable<AnyRecord> {
  return defer(() => {
    const stop = new AbortController();
    const signal = AbortSignal.any([request.context.signal, stop.signal]);
    // Each server and each session listens to it.
    setMaxListeners(0, signal);
    return records({ ...request, context: { ...request.context, signal } }).pipe(finalize(() => stop.abort()));
  });
}

function records(request: PipelineRequest): Observable<AnyRecord> {
  const { source, steps, context, watch } = request;
  const watched = (place: number): MonoTypeOperatorFunction<AnyRecord> =>
    watch === undefined ? (records) => records : tap((record) => watch(place, record));
  const made = steps.map(
    ({ stage, values, module }, place): Step => ({
      stage: stage.name,
      values,
      ...(module === undefined ? {} : { module }),
      operator: (records) => records.pipe(stage.operator(values, context), watched(place)),
    }),
  );
  const apart = "servers" in source ? countApart(steps) : 0;
  const begun: Observable<AnyRecord> = "servers" in source ? source.servers : source.saved;
  const behindServers = begun.pipe(watched(-1), eachApart(made.slice(0, apart), request), endWatched(request));
  return made.slice(apart).reduce((records, { operator }) => records.pipe(operator), behindServers);
}

function endWatched({ onEnough = () => {}, context }: PipelineRequest): MonoTypeOperatorFunction<AnyRecord> {
  let over = false;
  const itIsOver = () => {
    over = true;
  };
  return (records) =>
    records.pipe(
      tap({ complete: itIsOver, error: itIsOver }),
      finalize(() => {
        if (!over && !context.signal.aborted) onEnough();
      }),
    );
}

/** The steps that work on each server apart and stand right behind the servers. */
export function countApart(steps: readonly DescribedStep[]): number {
  const first = steps.findIndex(({ stage, values }) => scopeOf(stage, values) === "run");
  return first === -1 ? steps.length : first;
}

/** The least of what the steps allow. */
export function serversAtOnceOf(steps: readonly DescribedStep[]): number {
  const limits = steps.map(({ values }) => values["servers"]).filter((limit) => typeof limit === "number");
  return limits.length === 0 ? SERVERS_AT_ONCE : Math.min(...limits);
}

function eachApart(steps: readonly Step[], request: PipelineRequest): MonoTypeOperatorFunction<AnyRecord> {
  if (steps.length === 0) return (records) => records;
  const atOnce = serversAtOnceOf(request.steps.slice(0, steps.length));
  return boundedMergeMap((server) => onBackend(server, steps, request), atOnce);
}

/** One server's records as the backend emits them; it waits where the stream behind it does. */
function onBackend(server: AnyRecord, steps: readonly Step[], request: PipelineRequest): Observable<AnyRecord> {
  const { backend, context, jobs, rate } = request;
  return new Observable((subscriber) => {
    const gate = currentGate();
    let wake = () => {};
    const emit = (record: AnyRecord): Promise<void> | undefined => {
      // Ends steps that need not listen to the signal to be right.
      if (subscriber.closed) throw new Error("nobody wants the records of this server");
      subscriber.next(record);
      const full = subscriber.closed ? undefined : gate?.ready();
      if (full === undefined) return undefined;
      return new Promise((resolve) => {
        wake = resolve;
        void full.then(resolve);
      });
    };
    // A source of servers emits nothing else.
    const done = backend.run(server as ServerRecord, steps, {
      run: context.run,
      by: context.by,
      jobs,
      rate,
      epoch: 1,
      signal: context.signal,
      emit,
      note: (message) => context.note(message),
      damaged: (message) => context.damaged(message),
      ending: (record) => context.ending(record),
    });
    done.then(
      () => subscriber.complete(),
      (error) => subscriber.error(error),
    );
    // A gate that never opens again must not keep the steps from their end.
    return () => wake();
  });
}
