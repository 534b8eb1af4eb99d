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
      {
        name: "lines that nobody can read are passed over",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "  if (reader.rejected === 0) return undefined;\n",
        replace: "  if (reader.rejected >= 0) return undefined;\n",
      },
      {
        name: "`max_listing` counts for nothing",
        promise: "an endless or huge listing ends",
        find: "    if (offset + bytes.length > max_listing) {\n",
        replace: "    if (offset < 0) {\n",
      },
      {
        name: "a folder that may not be read is an empty one",
        promise: "an incomplete listing is a failure",
        find: "  if (final !== undefined && /failed to open|unable to read/i.test(final.text)) {\n",
        replace: "  if (final === null) {\n",
      },
      {
        name: "a listing that another client got is an empty folder",
        promise:
          "a folder that comes empty because another client took the data connection is noticed where the server says so",
        find: "  if (bytes === 0 && (announced > 0 || lines > 0)) {\n",
        replace: "  if (bytes < 0) {\n",
        tests: ["test/ftp/stolenData.test.ts"],
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
