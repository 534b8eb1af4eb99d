/** Aborted some time after another signal, with its reason. Keeps no process from its end. */
export function lateBy(delay_ms: number, signal: AbortSignal): AbortSignal {
  const late = new AbortController();
  const begin = () => void setTimeout(() => late.abort(signal.reason), delay_ms).unref();
  if (signal.aborted) begin();
  else signal.addEventListener("abort", begin, { once: true });
  return late.signal;
}
