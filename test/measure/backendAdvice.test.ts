import { expect, it } from "vitest";
import { reasonForThreads } from "../../src/measure/backendAdvice.ts";
import { filesASecond, measuredServer } from "./reading.ts";

/** A server whose best takes so much of a core. */
function server(share: number | null) {
  const readings = filesASecond([1, 100], [2, 200], [4, 195]);
  return measuredServer({
    small: readings.map((reading) => ({ ...reading, cpu_ms: share === null ? null : share * 1000 })),
  });
}

const MACHINE = { backendIsFree: true, cores: 4 };

it("threads are proposed when all servers at once take more than a core", () => {
  expect(reasonForThreads([server(0.5), server(0.4), server(0.6)], MACHINE)).toBe(
    "3 servers at once would take 1.5 of this machine's 4 cores, and one thread has one",
  );
});

it.each([
  ["one core does it", [server(0.2), server(0.3)], MACHINE],
  ["there is one server", [server(2)], MACHINE],
  ["there is one core", [server(1), server(1)], { ...MACHINE, cores: 1 }],
  [
    "the configuration has a backend, or this version none",
    [server(1), server(1)],
    { ...MACHINE, backendIsFree: false },
  ],
  ["servers were measured at the same time", [server(null), server(null)], MACHINE],
  ["nothing was measured", [measuredServer(), measuredServer()], MACHINE],
])("threads are not proposed when %s", (_, measured, machine) => {
  expect(reasonForThreads(measured, machine)).toBeUndefined();
});
