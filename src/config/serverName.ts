/** Leaves room for what is put around it: `.<name>.fh-lock`; file systems take 255. */
const LONGEST_bytes = 200;

/** JSON Schema's view of `serverNameProblem`. */
export const SERVER_NAME_PATTERN =
  "^(?!\\.{1,2}$)(?!.*\\.fh-(lock|parts?)(-[-0-9a-z]+)?$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$";

/** Why a server's name can't be a folder's; undefined if it can. */
export function serverNameProblem(name: string): string | undefined {
  const reason = REASONS.find(({ applies }) => applies(name))?.reason;
  return reason === undefined ? undefined : `a server's name is its folder's, and ${reason}`;
}

const REASONS: readonly { readonly applies: (name: string) => boolean; readonly reason: string }[] = [
  { applies: (name) => name === "", reason: "this one is empty" },
  { applies: (name) => name === "." || name === "..", reason: "`.` and `..` can't be one" },
  { applies: (name) => name.includes("/"), reason: "`/` can't be in it" },
  { applies: (name) => /[\0-\x1f\x7f-\x9f]/.test(name), reason: "control characters can't be in it" },
  { applies: (name) => /\p{Surrogate}/u.test(name), reason: "half a character can't be in it" },
  {
    applies: (name) => Buffer.byteLength(name) > LONGEST_bytes,
    reason: `it can't have more than ${LONGEST_bytes} bytes`,
  },
  {
    applies: (name) => /\.fh-(lock|parts?)(-[-0-9a-z]+)?$/.test(name),
    reason: "`.fh-lock` and `.fh-part` are in names of our own",
  },
];

/** Names with the same key are the same folder on some file systems (macOS: neither case nor Unicode's normal form counts). */
export function folderKey(name: string): string {
  return name.normalize("NFD").toLowerCase().normalize("NFD");
}
