import { integer } from "../config/kinds.ts";

/** Enough to keep two cores busy; more only adds sockets (64 servers × 5 connections × 2 sockets fit into 1,024 files). */
export const SERVERS_AT_ONCE = 64;

/** The option `--servers`, which every stage that works on servers has. */
export const serversAtOnce = {
  kind: integer(1, 10_000),
  default: SERVERS_AT_ONCE,
  help: "servers at once, in the configuration's order; no more than open files allow",
} as const;
