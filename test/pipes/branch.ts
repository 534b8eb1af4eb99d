import { type RunningFtpServer, startFtpServer } from "../../src/demo/ftpServer.ts";
import { treeOf } from "../../src/demo/tree.ts";
import type { Shell } from "./shell.ts";

/** 2026-01-02T03:04:05Z */
const MODIFIED = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));

/** A file's bytes, or its bytes and the time of its last change. */
export type Content = string | { readonly bytes: string; readonly modified: Date };

/** A server as the configuration has it. */
export interface BranchKeys {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** Starts an embedded server for a test's shell: its files by their absolute paths. Returns its keys in `cfg.yaml`. */
export async function branch(shell: Shell, files: Readonly<Record<string, Content>>): Promise<BranchKeys> {
  const login = { user: "harvest", password: "pipes" };
  const tree = treeOf(
    Object.entries(files).map(([path, content]) => {
      const { bytes, modified } = typeof content === "string" ? { bytes: content, modified: MODIFIED } : content;
      return { path, bytes: Buffer.from(bytes), modified };
    }),
  );
  const server: RunningFtpServer = await startFtpServer({ tree, ...login });
  shell.own({ [Symbol.asyncDispose]: () => server.stop() });
  return { host: server.host, port: server.port, ...login };
}
