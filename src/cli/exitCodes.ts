/** The exit codes of all commands, for help texts and the reference. Where several hold: 129/130/143, then 3, 2, 1, 0. */
export const CODES_BY_NUMBER: readonly (readonly [code: string, meaning: string])[] = [
  ["0", "all went well"],
  ["1", "something failed: it is in the records and the report"],
  ["2", "wrong usage or configuration: nothing was started"],
  ["3", "the stream was cut, empty or damaged"],
  ["129, 130, 143", "ended by SIGHUP, SIGINT, SIGTERM; what was finished is reported"],
];
