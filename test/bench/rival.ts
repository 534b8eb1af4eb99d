import type { Compiler } from "./compiled.ts";
import type { ServedTree } from "./servedTrees.ts";

/** Connections to each server, for each client that can have more than one. */
export const CONNECTIONS = 5;
/** Clients that know one server only run so many at the same time. */
export const PROCESSES = 20;

/** A harvest that a client is to do. */
export interface HarvestJob {
  readonly servers: readonly ServedTree[];
  /** Takes a folder of each server's name, which is there already. */
  readonly to: string;
  /** For lists and scripts that are made before the clock starts. */
  readonly folder: string;
  /** The files may be there from an earlier harvest; what has not changed is not to be fetched again. */
  readonly again: boolean;
  /** Log-ins and data go over TLS (`AUTH TLS`). Nobody looks at the certificate: some can't be told whom to trust. */
  readonly tls: boolean;
  /** More for this toolkit's own command. */
  readonly flags: readonly string[];
}

/** A client that is measured: this toolkit, what it competes with, or what shows how far one could go. */
export interface Rival {
  /** As on the command line. */
  readonly name: string;
  /** How it takes part, in a few words: they stand under the tables. */
  readonly manner: string;
  /** Why it can't run here, in words; undefined where it can. */
  absent(compiler: Compiler): string | undefined;
  version(): string;
  /** Writes what it needs into the job's folder. Returns its commands, as bash takes them; each is one process. */
  prepare(job: HarvestJob, compiler: Compiler): readonly string[];
}

/** For a client that is told each file's URL: user and password are in it. */
export function fileUrl({ host, port, user, password }: ServedTree, path: string): string {
  const account = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return `ftp://${account}@${host}:${port}/${path.split("/").map(encodeURIComponent).join("/")}`;
}
