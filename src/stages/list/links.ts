import type { WireName } from "../../ftp/names.ts";
import type { Session } from "../../ftp/session.ts";
import { Fault } from "../../records/fault.ts";

/** What lies behind a symbolic link. */
export type Link =
  | { readonly to: "file"; readonly size: number | null; readonly modified: string | null }
  | { readonly to: "folder"; readonly path: WireName }
  | { readonly to: "nothing" };

/**
 * Looks through a link: a listing shows the link's own size, not the file's. SIZE answers for files only; CWD for
 * folders, and PWD then tells the real one where the server resolves links (vsftpd, Pure-FTPd). Throws a `Fault` for anything
 * but "no such file".
 */
export async function lookThrough(session: Session, path: WireName): Promise<Link> {
  const size = await answered(session.size(path));
  if (typeof size === "number") return { to: "file", size, modified: await session.modified(path) };
  if ((await answered(session.enter(path))) !== "refused") return { to: "folder", path: await session.where() };
  // A server without SIZE and a path that is no folder: a file, or nothing; fetching it will tell.
  return size === null ? { to: "file", size: null, modified: await session.modified(path) } : { to: "nothing" };
}

async function answered<T>(asked: Promise<T>): Promise<T | "refused"> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Fault && (error.code === "not_found" || error.code === "denied")) return "refused";
    throw error;
  }
}
