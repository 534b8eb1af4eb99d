import { type MonoTypeOperatorFunction, Observable } from "rxjs";
import type { StageContext } from "../stages/context.ts";
import { type ReportBelow } from "./reportBelow.ts";
import { Surroundings, type SurroundingsOptions } from "./surroundings.ts";
/** Where a stream is subscribed to: within which harvest, above which report. */
export interface Place {
    readonly surroundings: Surroundings;
    readonly report: ReportBelow;
}
export interface NestedPlace extends Place {
    readonly outer: NestedPlace | undefined;
    /** Its harvest is, or what stands above its report. */
    isOver(): boolean;
}
/**
 * Work within the harvest that its subscriber is in; the outermost begins one. Streams that are subscribed to within (by `mergeMap`,
 * `concatWith`, `retry` …) belong to it as well, and when the last of them is over it is closed. So each subscription from outside is a harvest
 * of its own. Where the call of a foreign emitter begins them, `boundedMergeMap` still knows where it stands; RxJS's own operators do not.
 */
export declare function enclosed<T>(work: (place: NestedPlace) => Observable<T>): Observable<T>;
/** Begins a harvest of its own for what stands above, with these surroundings: everything of one chain, when it is its last operator. */
export declare function withSurroundings<T>(options: SurroundingsOptions): MonoTypeOperatorFunction<T>;
/** Work within a harvest that begins with it. */
export declare function begun<T>(surroundings: Surroundings, work: (place: NestedPlace) => Observable<T>): Observable<T>;
/** Lets a report hear what is said above it. */
export declare function above<T>(report: ReportBelow, outer: NestedPlace, source: Observable<T>): Observable<T>;
/** What a stage is given to work with. */
export declare function contextAt({ surroundings, report }: Place, stage: string): StageContext;
