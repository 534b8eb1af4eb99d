import { expect, it, vi } from "vitest";
import { Circuit } from "../../src/ftp/circuit.ts";
import { Fault } from "../../src/records/fault.ts";

const SILENCE = new Fault("timeout", "no data for 30 s");

/** One that so many failures in a row open. */
function circuit(give_up_after: number): Circuit {
  return new Circuit({ give_up_after, give_up_for_ms: 1_000 });
}

it("opens after failures in a row, whatever fails, and says what the last one was", () => {
  const it = circuit(3);
  it.failed(SILENCE, {});
  it.failed(new Fault("connect_refused", "refused"), undefined);
  expect(it.fault).toBeUndefined();
  it.failed(new Fault("tls", "cut in the handshake", { retry: true }), {});
  expect(it.fault).toMatchObject({
    code: "tls",
    retry: true,
    message: expect.stringMatching(/^given up after 3 .*handshake$/),
  });
});

it("begins again after a success, and counts nothing that is the file's or ours", () => {
  const it = circuit(3);
  it.failed(SILENCE, {});
  it.succeeded();
  it.failed(SILENCE, {});
  it.failed(SILENCE, {});
  it.failed(new Fault("disk", "full"), {});
  it.failed(new Fault("busy", "later"), {});
  it.failed(new Fault("cut_off", "abandoned", { retry: false }), {});
  expect(it.fault).toBeUndefined();
});

it("is not opened by one file alone, but by log-ins", () => {
  const file = {};
  const it = circuit(3);
  for (let attempt = 0; attempt < 50; attempt++) it.failed(SILENCE, file);
  expect(it.fault).toBeUndefined();
  const other = circuit(3);
  for (let attempt = 0; attempt < 3; attempt++) other.failed(SILENCE, undefined);
  expect(other.fault).toBeDefined();
});

it("goes on trial after a while: a failure opens it again, a success closes it", () => {
  const now_ms = performance.now();
  const clock = vi.spyOn(performance, "now").mockReturnValue(now_ms);
  const it = circuit(2);
  it.open(SILENCE);
  expect([it.fault, it.onTrial]).toEqual([SILENCE, false]);
  clock.mockReturnValue(now_ms + 1_000);
  expect([it.fault, it.onTrial]).toEqual([undefined, true]);
  it.failed(SILENCE, {});
  expect(it.fault).toMatchObject({ message: "given up after a failure: no data for 30 s" });
  clock.mockReturnValue(now_ms + 2_000);
  it.succeeded();
  clock.mockRestore();
  expect([it.fault, it.onTrial]).toEqual([undefined, false]);
});
