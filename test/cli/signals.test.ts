import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { listenForSignals } from "../../src/cli/signals.ts";

function source() {
  const exits: number[] = [];
  const emitter = Object.assign(new EventEmitter(), { exit: (code: number) => void exits.push(code) });
  return { emitter, exits, signals: listenForSignals(emitter) };
}

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
])("the first %s lets all wind down, with the exit code %i", (name, code) => {
  const { emitter, exits, signals } = source();
  expect([signals.code(), signals.signal.aborted]).toEqual([0, false]);
  emitter.emit(name);
  expect([signals.code(), signals.signal.aborted, exits]).toEqual([code, true, []]);
});

it("the second one ends at once, with the code of the first", () => {
  const { emitter, exits, signals } = source();
  emitter.emit("SIGINT");
  emitter.emit("SIGTERM");
  expect([signals.code(), exits]).toEqual([130, [130]]);
});
