import fc from "fast-check";

/** A target of the fuzzer. */
interface Target {
  readonly name: string;
  /** Inputs drawn in `npm test`; `npm run test:fuzz -- --runs N` draws N of each target. */
  readonly runs: number;
}

/** What fast-check gives a target, and what must hold of it: it throws, or its promise is rejected, where that does not hold. */
interface Property<T> {
  readonly draws: fc.Arbitrary<T>;
  holds(drawn: T): void | Promise<void>;
}

/** Draws inputs and looks at each. Throws with the smallest that breaks the property, and with the command that draws it again. */
export async function fuzz<T>({ name, runs }: Target, { draws, holds }: Property<T>): Promise<void> {
  const only = process.env["FUZZ_ONLY"] ?? "";
  if (only !== "" && only !== name) return;
  const seed = numberFrom("FUZZ_SEED") ?? SEED;
  const numRuns = numberFrom("FUZZ_RUNS") ?? runs;
  await fc.assert(
    fc.asyncProperty(draws, async (drawn) => holds(drawn)),
    {
      seed,
      numRuns,
      reporter: (details) => {
        if (!details.failed) return;
        const again = `npm run test:fuzz -- --only '${name}' --runs ${numRuns} --seed ${seed}`;
        throw new Error(`${fc.defaultReportMessage(details)}\n\nAgain: ${again}`, { cause: details.errorInstance });
      },
    },
  );
}

/** The same cases in every `npm test`: what fails there fails everywhere. */
const SEED = 20_261_126;

function numberFrom(variable: string): number | undefined {
  const text = process.env[variable];
  return text === undefined || text === "" ? undefined : Number(text);
}
