import { closeSync, constants, openSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { errorCode } from "../records/errorCode.ts";
import { isProcessIdentity, lives, type ProcessIdentity, thisProcess } from "../records/processIdentity.ts";
import { quietly } from "./fileWriting.ts";
import { exclusively, type Turn } from "./mutex.ts";

/** A process that holds a lock. */
export interface Holder extends ProcessIdentity {
  /** The harvest that it belongs to. */
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly since: string;
  /** Tells holders of one process apart. */
  readonly id: string;
}

/** The file beside it that exists while the lock file is being changed. */
export function mutexPath(path: string): string {
  return `${path}-busy`;
}

/**
 * Changes who holds a lock; no other process does at the same time. Holders whose process is gone are left out first; with
 * none left there is no file.
 *
 * @param change from the living holders, and the dead, to the new ones; undefined leaves the file as it is
 */
export function changeHolders(
  path: string,
  change: (living: readonly Holder[], dead: readonly Holder[]) => readonly Holder[] | undefined,
): Turn<void> {
  return exclusively(mutexPath(path), () => {
    const all = readHolders(path);
    const dead = all.filter((holder) => lives(holder) === "gone");
    const holders = change(dead.length === 0 ? all : all.filter((holder) => !dead.includes(holder)), dead);
    if (holders !== undefined) writeHolders(path, holders);
  });
}

/** Dead and alive. A file that can't be understood is what a power cut left of one: of a process that is gone. */
export function readHolders(path: string): Holder[] {
  try {
    const holders: unknown = JSON.parse(readFileSync(path, "utf8"));
    return Array.isArray(holders) ? holders.filter(isHolder) : [ofAnotherBoot()];
  } catch (error) {
    if (error instanceof SyntaxError) return [ofAnotherBoot()];
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

function ofAnotherBoot(): Holder {
  return { ...thisProcess(), boot: "?", run: "", since: "", id: "" };
}

function isHolder(value: unknown): value is Holder {
  if (!isProcessIdentity(value)) return false;
  const { run, since, id }: { [key in keyof Holder]?: unknown } = value;
  return [run, since, id].every((text) => typeof text === "string");
}

/** Whole or not at all, also if this process is killed. */
function writeHolders(path: string, holders: readonly Holder[]): void {
  if (holders.length === 0) return unlinkIfThere(path);
  const next = `${path}-new`;
  unlinkIfThere(next);
  const fd = openSync(next, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o644);
  try {
    fill(fd, holders);
    renameSync(next, path);
  } catch (error) {
    quietly(() => unlinkSync(next));
    throw error;
  }
}

function fill(fd: number, holders: readonly Holder[]): void {
  try {
    writeFileSync(fd, `${JSON.stringify(holders)}\n`);
  } finally {
    closeSync(fd);
  }
}

function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
}
