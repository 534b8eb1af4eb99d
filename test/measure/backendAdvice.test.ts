import { expect, it } from "vitest";
import { AUTO_LEAST } from "../../src/config/backendOptions.ts";
import { reasonForAuto } from "../../src/measure/backendAdvice.ts";
import type { Measured } from "../../src/measure/measured.ts";
import { filesASecond, measuredServer } from "./reading.ts";

/** A server whose best takes so much of a core. */
function server(share: number | null) {
  const readings = filesASecond([1, 100], [2, 200], [4, 195]);
  return measuredServer({
    small: readings.map((reading) => ({ ...reading, cpu_ms: share === null ? null : share * 1000 })),
  });
}

function jumping(measured: Measured): Measured {
  return { ...measured, small: measured.small.map((each) => ({ ...each, files: each.files * each.connections ** 2 })) };
}

const MACHINE = { backendIsFree: true, cores: 4 };

it("`auto` is proposed when all servers at once take clearly more than a core", () => {
  expect(reasonForAuto([server(0.5), server(0.4), server(0.3), server(0.3)], MACHINE)).toBe(
    "4 servers at once would take 1.5 cores; one thread has one, and this machine 4",
  );
});

it("what is shown is more than one core where it is just enough", () => {
  const quarters = [0.25, 0.25, 0.25, 0.5].map(server);
  expect(reasonForAuto(quarters, { ...MACHINE, cores: AUTO_LEAST.cores })).toContain("1.3 cores");
});

it.each([
  ["one core does it", [0.2, 0.2, 0.2, 0.2].map(server), MACHINE],
  ["it is about one core", [0.3, 0.3, 0.3, 0.3].map(server), MACHINE],
  ["there are too few servers for it to mean threads", [server(1), server(1), server(1)], MACHINE],
  ["there are too few cores", [1, 1, 1, 1].map(server), { ...MACHINE, cores: AUTO_LEAST.cores - 1 }],
  [
    "the configuration has a backend, or this version none",
    [1, 1, 1, 1].map(server),
    { ...MACHINE, backendIsFree: false },
  ],
  ["servers were measured at the same time", [null, null, null, null].map(server), MACHINE],
  ["the figures jump", [1, 1, 1, 1].map((share) => jumping(server(share))), MACHINE],
  ["too few of them could be measured", [server(1), server(1), server(1), measuredServer()], MACHINE],
])("`auto` is not proposed when %s", (_, measured, machine) => {
  expect(reasonForAuto(measured, machine)).toBeUndefined();
});
