import { describe, expect, it } from "vitest";
import { type BackendWord, firstWish } from "../../src/config/backendOptions.ts";

const wish = firstWish<BackendWord>;

describe("of several wishes for a backend", () => {
  it("the first one is heard, for each of its two parts", () => {
    expect(wish({}, { backend: "auto" }, { backend: "threads", threads: 3 })).toEqual({ backend: "auto", threads: 3 });
    expect(wish({ backend: "inline" }, { backend: "threads", threads: 3 })).toEqual({ backend: "inline", threads: 3 });
    expect(wish({}, {})).toEqual({ backend: undefined, threads: undefined });
  });

  it("a number of threads overrules `inline` of one behind", () => {
    expect(wish({ threads: 2 }, {}, { backend: "inline" })).toEqual({ backend: "threads", threads: 2 });
    expect(wish({ threads: 2 }, { backend: "auto" })).toEqual({ backend: "auto", threads: 2 });
  });

  it("who says `inline` may name a number for another time", () => {
    expect(wish({ backend: "inline", threads: 2 })).toEqual({ backend: "inline", threads: 2 });
  });
});
