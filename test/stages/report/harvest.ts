import type { AnyRecord } from "../../../src/records/record.ts";
import { ResultCollector } from "../../../src/stages/report/resultCollector.ts";
import type { ResultRow, ResultSet } from "../../../src/stages/report/resultSet.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Records as the stages write them, of run `r1`, server `s`, unless told otherwise. */
const stamp = { run: "r1", server: "s", config: "/cfg.yaml" };
const named = (name: string) => ({ path: `/out/${name}`, name });

export const server = (name: string, more: Fields = {}): AnyRecord => ({
  type: "server",
  ...stamp,
  by: "list-1",
  server: name,
  buffer_path: "/data",
  ...more,
});
export const file = (name: string, more: Fields = {}): AnyRecord => ({
  type: "file",
  ...stamp,
  by: "list-1",
  ...named(name),
  size: 1,
  ...more,
});
export const listed = (files: number, more: Fields = {}): AnyRecord => ({
  type: "listed",
  ...stamp,
  by: "list-1",
  files,
  complete: true,
  ...more,
});
export const download = (name: string, more: Fields = {}): AnyRecord => ({
  type: "download",
  ...stamp,
  by: "fetch-1",
  ...named(name),
  size: 1,
  bytes: more["size"] ?? 1,
  status: "fetched",
  local: `/data/s/${name}`,
  ...more,
});
export const failure = (name: string, more: Fields = {}): AnyRecord => ({
  type: "failure",
  ...stamp,
  by: "fetch-1",
  stage: "fetch",
  ...named(name),
  code: "denied",
  message: "550 no",
  ...more,
});
/** A failure of a server as such. */
export const trouble = (more: Fields = {}): AnyRecord => ({
  type: "failure",
  ...stamp,
  by: "list-1",
  stage: "list",
  code: "login",
  message: "530 no",
  ...more,
});
export const skipped = (name: string, more: Fields = {}): AnyRecord => ({
  type: "skipped",
  ...stamp,
  by: "list-1",
  stage: "list",
  ...named(name),
  reason: "a link",
  ...more,
});
/** Sums as given; `asked` is their total unless given, too. */
export const harvested = (sums: Fields, more: Fields = {}): AnyRecord => {
  const parts = { fetched: 0, unchanged: 0, skipped: 0, failed: 0, not_started: 0, ...sums };
  const asked = [parts.fetched, parts.unchanged, parts.skipped, parts.failed, parts.not_started].reduce(
    (sum, part) => sum + part,
  );
  return { type: "harvested", ...stamp, by: "fetch-1", local: "/data/s", asked, ...parts, bytes: 0, ms: 1, ...more };
};
export const source = (by: string, how: string, more: Fields = {}): AnyRecord => ({
  type: "source",
  run: "r1",
  by,
  stage: by.replace(/-.*/, ""),
  how,
  ...more,
});
export const selection = (...names: string[]) => names.map((name) => ({ server: name, buffer_path: "/sel" }));

/** What a result set says, read to its end and closed. */
export interface Told {
  readonly rows: readonly ResultRow[];
  /** Each server with its result and number of files: `branch-001 0 12`. */
  readonly servers: readonly string[];
  readonly code: number;
  readonly notes: readonly string[];
  readonly reasons: readonly string[];
}

export async function told(records: Iterable<AnyRecord>, options: { withUnchanged?: boolean } = {}): Promise<Told> {
  const notes: string[] = [];
  using results = await collected(records, { ...options, note: (message) => notes.push(message) });
  const rows = [...results];
  return {
    rows,
    servers: rows.map(([server, result, files]) => `${server} ${result} ${files}`),
    code: results.code,
    notes,
    reasons: results.servers.flatMap(({ reasons }) => reasons),
  };
}

export function collected(
  records: Iterable<AnyRecord>,
  options: { withUnchanged?: boolean; note?: (message: string) => void } = {},
): Promise<ResultSet> {
  const collector = new ResultCollector({ note: () => {}, ...options });
  for (const record of records) collector.add(record);
  return collector.finish();
}

/** The text in one of the formats. */
export async function text(
  records: Iterable<AnyRecord>,
  format: "json" | "rows" | "csv" | "table",
  options: { withUnchanged?: boolean; colours?: boolean; terminal?: boolean } = {},
): Promise<string> {
  const { colours = false, terminal = false } = options;
  using results = await collected(records, options);
  return [...results.lines(format, { colours, terminal })].join("");
}
