import type { Code } from "../records/codes.ts";
import { errorCode } from "../records/errorCode.ts";
import { Fault } from "../records/fault.ts";
import { printable } from "../records/printable.ts";

/**
 * What the system said about a file or folder, in words that an operator understands. A name that the disk does not take is
 * `unsafe_name`, all else is `disk`.
 */
export function diskFault(error: unknown, path: string): Fault {
  if (error instanceof Fault) return error;
  const known = KNOWN[errorCode(error)];
  const text = known?.text ?? (error instanceof Error ? printable(error.message) : String(error));
  const message = `${printable(path)}: ${text}`;
  return new Fault(known?.code ?? "disk", message, { ...(known?.retry && { retry: true }), cause: error });
}

interface Known {
  readonly text: string;
  readonly code?: Code;
  /** Trying again can help. */
  readonly retry?: true;
}

const KNOWN: Readonly<Record<string, Known>> = {
  ENOSPC: { text: "no space left on the disk (or no inodes: see df -i)" },
  EDQUOT: { text: "the disk quota of this user is used up" },
  EFBIG: { text: "larger than this disk, or ulimit -f, allows a file to be" },
  EROFS: { text: "the disk is read-only" },
  EACCES: { text: "this user has no right to write here" },
  EPERM: { text: "the system does not let this user write here" },
  EIO: { text: "the disk reports an input/output error" },
  EMFILE: { text: "this process has too many files open: raise ulimit -n, or lower --servers", retry: true },
  ENFILE: { text: "the system has too many files open", retry: true },
  EISDIR: { text: "a folder lies where the file should be: move it away" },
  ENOTEMPTY: { text: "a folder lies where the file should be: move it away" },
  EEXIST: { text: "a file lies where a folder should be: move it away" },
  ENOTDIR: { text: "a file lies where a folder should be: move it away" },
  ENOENT: { text: "the folder was taken away in the meantime" },
  ELOOP: { text: "a symbolic link lies in the way: remove it, or put a real folder in its place" },
  EBUSY: { text: "it is in use by the system" },
  ETXTBSY: { text: "it is a program that runs just now" },
  ESTALE: { text: "the network disk has lost the folder: mount it anew", retry: true },
  ENAMETOOLONG: { text: "the name is too long for this disk", code: "unsafe_name" },
  EILSEQ: { text: "this disk does not take the bytes of this name", code: "unsafe_name" },
  // FAT and CIFS answer so to `:`, `?` and the like.
  EINVAL: { text: "this disk does not take this name", code: "unsafe_name" },
};
