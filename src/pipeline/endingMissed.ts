import type { AnyRecord } from "../records/record.ts";
import type { SeenRecords } from "./endingSeen.ts";
import { type Source, sourceRecord } from "./endingSource.ts";

/**
 * The control records of the sources' journals that were not in the input, each once, read from the files as they are asked for.
 *
 * Some sources only add to servers that appear anyway, in the input or in other journals:
 * - a closed one: its reader had enough (`head -5`), what came later was not asked for, and its `end` is of no interest;
 * - `servers`: its `server` records are what a filter behind it chooses from (`ftp-servers cfg.yaml | grep -v branch-007`).
 */
export async function* missedRecords(
  sources: readonly Source[],
  seen: SeenRecords,
  appeared: Set<string>,
): AsyncGenerator<AnyRecord> {
  for (const source of sources.filter((source) => !onlyAdds(source))) {
    for await (const record of unseen(source, seen)) {
      if (typeof record["server"] === "string") appeared.add(record["server"]);
      yield record;
    }
  }
  for (const source of sources.filter(onlyAdds)) {
    for await (const record of unseen(source, seen)) {
      const { server } = record;
      if (typeof server === "string" ? appeared.has(server) : record.type !== "end" || source.how !== "closed")
        yield record;
    }
  }
}

function onlyAdds(source: Source): boolean {
  return source.how === "closed" || sourceRecord(source).stage === "servers";
}

async function* unseen({ journal }: Source, seen: SeenRecords): AsyncGenerator<AnyRecord> {
  if (journal === undefined) return;
  for await (const record of journal.records()) if (seen.add(record)) yield record;
}
