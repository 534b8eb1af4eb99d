import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { listenForSignals } from "../../src/cli/signals.ts";

function source() {
  const exits: number[] = [];
  const clock = { now_ms: 0 };
  const emitter = Object.assign(new EventEmitter(), { exit: (code: number) => void exits.push(code) });
  return { emitter, exits, clock, signals: listenForSignals(emitter, () => clock.now_ms) };
}

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
])("the first %s lets all wind down, with the exit code %i", (name, code) => {
  const { emitter, exits, signals } = source();
  expect([signals.code(), signals.signal.aborted]).toEqual([0, false]);
  emitter.emit(name);
  expect([signals.code(), signals.signal.aborted, exits]).toEqual([code, true, []]);
});

it("the second one ends at once, with the code of the first", () => {
  const { emitter, exits, clock, signals } = source();
  emitter.emit("SIGINT");
  clock.now_ms = 100;
  emitter.emit("SIGTERM");
  expect([signals.code(), exits]).toEqual([130, [130]]);
});

it("one that comes twice within a moment is one", () => {
  const { emitter, exits, clock } = source();
  emitter.emit("SIGTERM");
  clock.now_ms = 99;
  emitter.emit("SIGTERM");
  expect(exits).toEqual([]);
});

it("SIGHUP never is the second one: kernel and shell send it when a terminal is lost", () => {
  const { emitter, exits, clock } = source();
  for (const name of ["SIGHUP", "SIGHUP", "SIGTERM", "SIGHUP"]) {
    emitter.emit(name);
    if (name === "SIGHUP") expect(exits.length).toBe(clock.now_ms > 2_000 ? 1 : 0);
    clock.now_ms += 1_000;
  }
  expect(exits).toEqual([129]);
});
