import { expect, it } from "vitest";
import { fieldNames } from "../../src/config/fieldNames.ts";

it("fields are named with commas between them, or in a list", () => {
  expect(fieldNames.parse("server, path")).toEqual(["server", "path"]);
  expect(fieldNames.parse(["server"])).toEqual(["server"]);
  expect(fieldNames.parse("")).toBeUndefined();
});
