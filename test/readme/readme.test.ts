import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withGenerated } from "./generated.ts";

it("README.md says what the code says (npm run readme)", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  expect(readme).toBe(withGenerated(readme));
});
