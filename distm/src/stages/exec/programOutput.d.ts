import { Observable } from "rxjs";
import type { AnyRecord } from "../../records/record.ts";
import type { Program } from "./program.ts";
/**
 * The records that a program writes, until it has ended; it waits at the stream's gate. Of lines that are no records `damaged` is told.
 * `shown` is the program's name in that.
 */
export declare function recordsOf(program: Program, shown: string, damaged: (message: string) => void): Observable<AnyRecord>;
