import type { Problems } from "../config/problems.ts";
import { ticked } from "../config/ticked.ts";
import type { KnownStage } from "./knownStages.ts";
import type { StepDraft } from "./stepDraft.ts";

/** A source stands first and nowhere else, what ends a pipeline stands last. */
export function checkPlaces(
  drafts: readonly (StepDraft | undefined)[],
  known: readonly KnownStage[],
  problems: Problems,
): void {
  const sources = known.filter(({ stage }) => stage.place === "first").map(({ stage }) => stage.name);
  for (const [index, draft] of drafts.entries()) {
    if (draft === undefined) continue;
    const { place, name } = draft.stage;
    if (index === 0 && place !== "first")
      problems.add(draft.at, `the first step must be a source: ${ticked(sources, "or")}; found \`${name}\``);
    else if (index > 0 && place === "first") problems.add(draft.at, `\`${name}\` can only be the first step`);
    else if (index < drafts.length - 1 && place === "last")
      problems.add(draft.at, `\`${name}\` can only be the last step`);
  }
}
