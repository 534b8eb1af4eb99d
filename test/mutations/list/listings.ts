import { inFile, type Mutation } from "../mutation.ts";

export const listingsMutations: readonly Mutation[] = [
  ...inFile(
    "src/ftp/readListing.ts",
    ["test/ftp/session.test.ts", "test/ftp/limits.test.ts", "test/stages/list.test.ts"],
    [
      {
        name: "a listing that the server cut is complete",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "  if (final !== undefined && /truncated/i.test(final.text)) return `the server cut the listing: ${replyText(final)}`;\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/ftp/hasher.ts",
    ["test/ftp/hash.test.ts"],
    [
      {
        name: "a hash may take as long as it likes",
        promise: "no wait is without a limit",
        find: "    const wait = deadline(patience_ms, () => {",
        replace: "    const wait = deadline(patience_ms * 1000, () => {",
      },
    ],
  ),
  ...inFile(
    "src/ftp/fileHash.ts",
    ["test/ftp/hash.test.ts"],
    [
      {
        name: "the hash of a part of a file is taken for the file's",
        promise: "`verify: hash` compares with the server's own hash",
        find: "(\\S+) 0-\\d+ ",
        replace: "(\\S+) \\d+-\\d+ ",
      },
    ],
  ),
];
