import { type Names, namesIn, type WireName } from "../../ftp/names.ts";
import type { Fault } from "../../records/fault.ts";
import type { AnyRecord } from "../../records/record.ts";
import {
  type FileFacts,
  failureRecord,
  fileRecord,
  listedRecord,
  type Place,
  placeOf,
  skippedRecord,
  type WalkStamp,
} from "./walkRecords.ts";
import type { WalkRequest } from "./walkRequest.ts";

/** What a walk has found: it makes the records, and knows what they come to. */
export class Findings {
  /** All that there is was seen, as far as is known. */
  complete = true;
  /** Folders that were listed. */
  directories = 0;
  readonly names: Names;
  readonly #stamp: WalkStamp;
  #files = 0;
  /** Where in a path's text its name begins. */
  #nameBegin = 1;

  constructor({ stamp: { run, by }, settings: { server, config, encoding } }: WalkRequest) {
    this.#stamp = { run, by, server, config };
    this.names = namesIn(encoding);
  }

  /** The folder that names are relative to; `/` before it is known. */
  set base(base: WireName) {
    this.#nameBegin = base === "/" ? 1 : this.names.decode(base).text.length + 1;
  }

  placeOf(path: WireName): Place {
    return placeOf(path, this.#nameBegin, this.names);
  }

  file(place: Place, facts: FileFacts, from: "list" | "mlsd" | "mdtm"): AnyRecord {
    this.#files++;
    return fileRecord(this.#stamp, place, facts, from);
  }

  skipped(place: Place, reason: string): AnyRecord {
    return skippedRecord(this.#stamp, place, reason);
  }

  /** A name that can't lie here: it was seen, and the listing is no less complete. */
  refused(place: Place, fault: Fault): AnyRecord {
    return failureRecord(this.#stamp, place, fault);
  }

  /** Something could not be listed; without a path: the server. */
  failure(fault: Fault, path: WireName | undefined): AnyRecord {
    this.complete = false;
    return failureRecord(this.#stamp, path === undefined ? undefined : this.placeOf(path), fault);
  }

  listed(ms: number): AnyRecord {
    const { complete, directories } = this;
    return listedRecord(this.#stamp, { directories, files: this.#files, complete, ms });
  }
}
