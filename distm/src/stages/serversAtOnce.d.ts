/** Enough to keep two cores busy; more only adds sockets (64 servers × 5 connections × 2 sockets fit into 1,024 files). */
export declare const SERVERS_AT_ONCE = 64;
/** The option `--servers`, which every stage that works on servers has. */
export declare const serversAtOnce: {
    readonly kind: import("../config/kinds.ts").Kind<number, number>;
    readonly default: 64;
    readonly help: "servers at once, in the configuration's order; no more than open files allow";
};
