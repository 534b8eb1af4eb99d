import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { commandOf, quoted } from "../measure/clientScript.ts";
import type { Rival } from "../rival.ts";
import { builtCommand, builtFile, writeConfig } from "./harvestConfig.ts";
import { ownVersion } from "./ownVersion.ts";

/** This toolkit's own command in another manner. */
interface Variant {
  readonly name: string;
  readonly manner: string;
  /** Options of the command with their values, the one first that an older build lacks. */
  readonly flags?: readonly [name: string, ...more: string[]];
  /** A key of the configuration's `defaults`, with its value. */
  readonly key?: readonly [name: string, value: string | number];
}

export const threads = variant({
  name: "threads",
  manner: "`ftp-harvest --backend threads --threads 2`",
  flags: ["--backend", "threads", "--threads", "2"],
});

export const oneSegment = variant({
  name: "segments-1",
  manner: "`ftp-harvest` with `segments: 1`",
  key: ["segments", 1],
});

export const fiveSegments = variant({
  name: "segments-5",
  manner: "`ftp-harvest` with `segments: 5`",
  key: ["segments", 5],
});

export const autoSegments = variant({
  name: "segments-auto",
  manner: "`ftp-harvest` with `segments: auto`",
  key: ["segments", "auto"],
});

function variant({ name, manner, flags, key }: Variant): Rival {
  return {
    name,
    manner,
    absent() {
      if (flags !== undefined && !knowsFlag(flags[0])) return `${name}: \`ftp-harvest\` has no \`${flags[0]}\` yet`;
      if (key !== undefined && !knowsKey(key[0])) return `${name}: the configuration has no \`${key[0]}\` yet`;
      return undefined;
    },
    version: ownVersion,
    prepare(job) {
      const config = writeConfig(job, key === undefined ? {} : { [key[0]]: key[1] });
      const all = commandOf([...job.flags, ...(flags ?? [])]);
      return [`${builtCommand("ftp-harvest")} ${quoted(config)} ${all} > /dev/null`];
    },
  };
}

function knowsFlag(flag: string): boolean {
  const { stdout } = spawnSync(process.execPath, [builtFile("bin/ftp-harvest.js"), "--help"], { encoding: "utf8" });
  return stdout.includes(`${flag} `);
}

function knowsKey(key: string): boolean {
  return readFileSync(builtFile("cfg.schema.json"), "utf8").includes(`"${key}": {`);
}
