import { defineStage, operatorOf, type StageContext } from "../../src/index.ts";

/** An operator that changes nothing and remembers what each of its subscriptions was given to work with. */
export function probe() {
  const contexts: StageContext[] = [];
  const look = operatorOf(
    defineStage({
      name: "probe",
      summary: "Look at what stages are given",
      scope: "server",
      options: {},
      examples: [],
      operator(_, context) {
        contexts.push(context);
        return (source) => source;
      },
    }),
  );
  return { look, contexts, runs: () => [...new Set(contexts.map(({ run }) => run))] };
}
