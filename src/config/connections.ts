import { integer, orAuto } from "./kinds.ts";

const MOST_CONNECTIONS = 1000;

/** `auto` goes no further: what servers allow one client is seldom more. */
export const MOST_AUTO_CONNECTIONS = 20;

/** Sessions at once on one server. */
export const connections = orAuto(integer(1, MOST_CONNECTIONS));

/** As many as are given, or as turn out to be worth it. */
export type Jobs = number | "auto";
