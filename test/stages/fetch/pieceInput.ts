import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { namesIn } from "../../../src/ftp/names.ts";
import type { Session } from "../../../src/ftp/session.ts";
import type { Fault } from "../../../src/records/fault.ts";
import { openFolderSink } from "../../../src/sink/folder.ts";
import type { IncomingRanges } from "../../../src/sink/sink.ts";
import type { StreamedFile } from "../../../src/stages/fetch/pieceStream.ts";

export const SIZE = 64 * 1024;
export const BYTES = Buffer.from(Array.from({ length: SIZE / 8 }, (_, n) => String(n).padStart(8)).join(""));

/** A file that comes in ranges, into a folder of its own. */
export class Arriving implements Disposable {
  readonly incoming: IncomingRanges;
  readonly file: StreamedFile;
  readonly #folder = mkdtempSync(join(tmpdir(), "fh-piece-"));

  constructor() {
    const sink = openFolderSink({ bufferPath: this.#folder, owner: "0badcafe" });
    this.incoming = sink.beginRanges({ server: "s", name: "a", version: "1" }, SIZE);
    const path = namesIn("utf-8").encode("/a", undefined);
    this.file = { path, size: SIZE, most: SIZE, incoming: this.incoming };
  }

  [Symbol.dispose](): void {
    this.incoming.abort();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** All that is wanted comes at once; then the transfer may fail. */
export function sending(then?: Fault): Pick<Session, "retrieve"> {
  return {
    async retrieve({ from, until, chunk }) {
      const end = until?.() ?? SIZE;
      await chunk(from, BYTES.subarray(from, end));
      if (then !== undefined) throw then;
      return { size: end, from };
    },
  };
}
