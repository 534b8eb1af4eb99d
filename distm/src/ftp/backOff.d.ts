/**
 * How long to wait after the so-manyth failed try, from 1: twice as long each time, of that between half and the whole by chance, so that
 * many who failed at the same moment don't come back at the same moment. `random` is from 0 to 1.
 */
export declare function backOff(delay_ms: number, attempt: number, random?: () => number): number;
