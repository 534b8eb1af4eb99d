import { expect, it } from "vitest";
import { humanBytes } from "../../../src/stages/report/humanBytes.ts";

it.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1024, "1.0 KiB"],
  [1834, "1.8 KiB"],
  [1024 ** 2 - 1, "1.0 MiB"],
  [5 * 1024 ** 3, "5.0 GiB"],
  [2 ** 53, "8.0 PiB"],
])("%i bytes are told as %s", (bytes, text) => {
  expect(humanBytes(bytes)).toBe(text);
});
