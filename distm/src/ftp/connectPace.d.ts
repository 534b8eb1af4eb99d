/**
 * How fast log-ins to one server may follow one another: servers and firewalls ban who knocks too often. A bucket of `burst` tokens, of
 * which one comes back each `interval_ms`; a log-in, one that is tried again too, takes one.
 */
export declare class ConnectPace {
    #private;
    constructor(interval_ms: number, burst: number);
    /** Takes a token. Returns how long to wait until it is there. */
    take(now_ms?: number): number;
}
