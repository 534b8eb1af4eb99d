import { defer, filter, type MonoTypeOperatorFunction, takeWhile } from "rxjs";
import { integer, switchKind } from "../config/kinds.ts";
import { textOf } from "../records/fields.ts";
import { type AnyRecord, isControl } from "../records/record.ts";
import { defineStage } from "./stage.ts";

const options = {
  count: { kind: integer(1, Number.MAX_SAFE_INTEGER), required: true, help: "files to let through" },
  perServer: {
    kind: switchKind,
    default: false,
    help: "this many of each server, and all servers are listed to their end",
  },
} as const;

/** Lets the first files through and ends the stream then, as `head` does; records of other types do not count. */
export const limitStage = defineStage({
  name: "limit",
  summary: "Let only the first files through",
  scope: "run",
  offline: true,
  main: "count",
  options,
  examples: [
    ["ftp-list cfg.yaml | ftp-limit 5 | ftp-fetch | ftp-report", "just try"],
    ["ftp-list cfg.yaml | ftp-limit 1 --per-server | ftp-fetch | ftp-report", "one file of each server"],
  ],
  operator: ({ count, perServer }) => (perServer ? firstOfEach(count) : first(count)),
});

function first(count: number): MonoTypeOperatorFunction<AnyRecord> {
  return (source) =>
    defer(() => {
      let left = count;
      return source.pipe(takeWhile((record) => isControl(record) || --left > 0, true));
    });
}

function firstOfEach(count: number): MonoTypeOperatorFunction<AnyRecord> {
  return (source) =>
    defer(() => {
      const passed = new Map<string, number>();
      return source.pipe(
        filter((record) => {
          if (isControl(record)) return true;
          const server = textOf(record, "server") ?? "";
          const before = passed.get(server) ?? 0;
          passed.set(server, before + 1);
          return before < count;
        }),
      );
    });
}
