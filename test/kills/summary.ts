import type { Played } from "./playRound.ts";
import type { Blow } from "./round.ts";

/** Counts what blows came to, and shows it as a table. */
export class Summary {
  readonly #rows = new Map<string, Map<string, number>>();

  #divided = 0;
  #resumed = 0;

  add(servers: readonly string[], { outcomes, divided, resumed }: Played): void {
    this.#divided += divided;
    this.#resumed += resumed;
    for (const outcome of outcomes) {
      this.#count(nameOf(outcome.blow), outcome);
      for (const server of servers) this.#count(`with ${server}`, outcome);
      this.#count("all", outcome);
    }
  }

  toString(): string {
    const columns = [...new Set([...this.#rows.values()].flatMap((row) => [...row.keys()]))].sort(byPlace);
    const lines = [...this.#rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, row]) => [name, ...columns.map((column) => String(row.get(column) ?? ""))]);
    const table = [["", ...columns], ["---", ...columns.map(() => "---:")], ...lines]
      .map((cells) => `| ${cells.join(" | ")} |\n`)
      .join("");
    return `${table}\nof files that records tell of ${this.#divided} came in segments, ${this.#resumed} were gone on with\n`;
  }

  #count(name: string, { hit, code, landed, whole }: Played["outcomes"][number]): void {
    const row = this.#rows.get(name) ?? new Map<string, number>();
    this.#rows.set(name, row);
    const seen = [
      "blows",
      ...(hit ? ["hit"] : []),
      ...(hit ? [`code ${code}`] : []),
      ...(hit && landed.tree.size === 0 ? ["nothing here"] : []),
      ...(hit && whole ? ["all here"] : []),
      ...LEFT.filter((ending) => hit && landed.leftOvers.some((name) => name.endsWith(ending))),
    ];
    for (const column of seen) row.set(column, (row.get(column) ?? 0) + 1);
  }
}

const LEFT = [".fh-part", ".fh-parts", ".fh-lock"];
const PLACES = ["blows", "hit", "nothing here", "all here", ...LEFT];

function byPlace(a: string, b: string): number {
  const [first, second] = [PLACES.indexOf(a), PLACES.indexOf(b)].map((place) => (place < 0 ? PLACES.length : place));
  return (first ?? 0) - (second ?? 0) || (a < b ? -1 : 1);
}

function nameOf(blow: Blow): string {
  switch (blow.kind) {
    case "kill":
    case "term":
      return `${blow.name} to ${blow.victim}`;
    case "disk":
      return `full disk: ${blow.disk}`;
    case "restart":
    case "stall":
      return `${blow.kind}, ${blow.retries} retries`;
  }
}
