import type { Control } from "./control.ts";
import type { WireName } from "./names.ts";
import type { Traits } from "./traits.ts";

/** What a server says of a file's bytes. */
export interface FileHash {
  readonly algorithm: "sha256" | "sha1" | "md5" | "crc32";
  /** Lower case, with all its digits. */
  readonly hex: string;
}

export async function fileHash(_control: Control, _traits: Traits, _name: WireName): Promise<FileHash | undefined> {
  return undefined;
}
