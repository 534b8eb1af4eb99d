import { describe, expect, it } from "vitest";
import { isKept } from "../bounds.ts";
import type { ProcessCost } from "../measuredRun.ts";
import { sessionBounds } from "./sessionBounds.ts";

const ATONCE = { servers: 100, jobs: 2 };
const NONE: ProcessCost = {
  command: "ftp-fetch",
  mostRss_KiB: 0,
  user_s: 0,
  system_s: 0,
  wall_s: 0,
  mostDescriptors: 0,
  mostSockets: 0,
};

function broken(cost: Partial<ProcessCost>): string[] {
  const bounds = sessionBounds("pipe", [{ ...NONE, ...cost }], ATONCE);
  return bounds.filter((bound) => !isKept(bound)).map(({ what }) => what);
}

describe("the judge of a crowd", () => {
  it("lets two sockets, a file and a buffer be there for each connection to each server", () => {
    expect(broken({ mostSockets: 500, mostDescriptors: 700, mostRss_KiB: 276_480 })).toEqual([]);
  });

  it("notices connections that nobody asked for, files that stay open, and memory that they don't explain", () => {
    expect(broken({ mostSockets: 501 })).toEqual(["pipe: most sockets of ftp-fetch"]);
    expect(broken({ mostDescriptors: 701 })).toEqual(["pipe: most descriptors of ftp-fetch"]);
    expect(broken({ mostRss_KiB: 276_481 })).toEqual(["pipe: peak RSS, KiB, of ftp-fetch"]);
  });

  it("expects one session a server of a listing, and none of a report", () => {
    expect(broken({ command: "ftp-list", mostSockets: 301 })).toEqual(["pipe: most sockets of ftp-list"]);
    expect(broken({ command: "ftp-report", mostSockets: 101 })).toEqual(["pipe: most sockets of ftp-report"]);
  });
});
