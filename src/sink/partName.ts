import { hash } from "node:crypto";

/** Whose part file of which file it is, as its name says. */
export interface PartName {
  /** Of the file's name and version; a number of its process where there is no version. */
  readonly digest: string;
  /** Eight hex digits of the process that made it; undefined in names that earlier versions of ours gave. */
  readonly owner: string | undefined;
}

/** What tells a part file from those of other files of its folder and of other versions of the same file. */
export function partDigest(name: string, version: string, copy: number): string {
  const told = JSON.stringify(copy === 0 ? [name, version] : [name, version, copy]);
  return hash("sha256", told).slice(0, 16);
}

export function partName({ digest, owner }: PartName): string {
  return `.${digest}${owner === undefined ? "" : `-${owner}`}.fh-part`;
}

/** Undefined if it is no part file's name. */
export function readPartName(name: string): PartName | undefined {
  const [, digest, owner] = PART.exec(name) ?? [];
  return digest === undefined ? undefined : { digest, owner };
}

const PART = /^\.([0-9a-f]{16})(?:-([0-9a-f]{8}))?\.fh-part$/;
