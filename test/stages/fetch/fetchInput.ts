import type { OptionValues } from "../../../src/config/options.ts";
import type { AnyRecord } from "../../../src/records/record.ts";
import { fetchStage } from "../../../src/stages/fetch.ts";
import type { StageWorld } from "../stageWorld.ts";

export type FetchValues = OptionValues<typeof fetchStage.options>;

const VALUES: FetchValues = {
  jobs: undefined,
  rate: undefined,
  segments: undefined,
  to: undefined,
  waitLock: 0,
  servers: 64,
  keepOrder: false,
  checksum: false,
};
export const MODIFIED = "2026-01-02T03:04:05Z";

/** A `file` record of server `s`, unless said. */
export function file(name: string, size: number | null, more: Readonly<Record<string, unknown>> = {}): AnyRecord {
  const where = { server: "s", config: "/cfg.yaml", path: `/${name}`, name };
  return { type: "file", run: "r", by: "list-1", ...where, size, modified: MODIFIED, modified_from: "mlsd", ...more };
}

/** The `listed` record of server `s`, unless said. */
export function listed(files: number, more: Readonly<Record<string, unknown>> = {}): AnyRecord {
  const what = { directories: 1, files, complete: true, ms: 1 };
  return { type: "listed", run: "r", by: "list-1", server: "s", config: "/cfg.yaml", ...what, ...more };
}

export function stage(world: StageWorld, values: Partial<FetchValues> = {}, context = world.context("fetch-1")) {
  return fetchStage.operator({ ...VALUES, ...values }, context);
}
