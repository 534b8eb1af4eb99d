/** Aborted some time after another signal, with its reason. Keeps no process from its end. */
export declare function lateBy(delay_ms: number, signal: AbortSignal): AbortSignal;
