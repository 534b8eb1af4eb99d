/**
 * The first signal lets everything wind down, the second ends at once. SIGHUP comes when the terminal or the line to it is lost: from
 * the kernel and from the shell, so it never is the second one.
 */
export interface Signals {
    readonly signal: AbortSignal;
    /** The first signal's code, else 0. */
    code(): number;
}
/** What a shell says of a process that the signal has ended. */
declare const CODES: {
    readonly SIGHUP: 129;
    readonly SIGINT: 130;
    readonly SIGTERM: 143;
};
type SignalName = keyof typeof CODES;
/** What tells of signals: a part of Node's `process`. */
export interface SignalSource {
    on(name: SignalName, listener: () => void): unknown;
    exit(code: number): void;
}
/** `now`: milliseconds from anywhere. */
export declare function listenForSignals(source: SignalSource, now?: () => number): Signals;
export {};
