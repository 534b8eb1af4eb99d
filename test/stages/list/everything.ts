/** The options that choose files, none of which is given. */
export const EVERYTHING = {
  include: undefined,
  exclude: undefined,
  newerThan: undefined,
  olderThan: undefined,
  minSize: undefined,
  maxSize: undefined,
};
