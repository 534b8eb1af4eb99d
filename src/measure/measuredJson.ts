import { jsonText } from "../stages/report/jsonText.ts";
import type { Advised } from "./measuredLines.ts";

/**
 * For programs: one object, whose `servers` have what was measured and what is proposed, a line each. Their order is the configuration's,
 * also of names such as 10 and 9, which an object of JavaScript would sort.
 */
export function* measuredJson(
  all: readonly Advised[],
  { backend, at }: { readonly backend: string | undefined; readonly at: Date },
): Generator<string> {
  const proposals = backend === undefined ? [] : [{ key: "backend", value: "auto", reason: backend }];
  yield `{"measured_at":${jsonText(at.toISOString())},"proposals":${jsonText(proposals)},"servers":{`;
  let before = "\n";
  for (const { measured, advice } of all) {
    const { server, ...rest } = measured;
    yield `${before}${jsonText(server)}:${jsonText(withoutNoise({ ...rest, ...advice }))}`;
    before = ",\n";
  }
  yield "}}\n";
}

/** Microseconds are more than anybody can measure here. */
function withoutNoise(value: unknown): unknown {
  const text = JSON.stringify(value, (_, each: unknown) =>
    typeof each === "number" ? Math.round(each * 1000) / 1000 : each,
  );
  return JSON.parse(text);
}
