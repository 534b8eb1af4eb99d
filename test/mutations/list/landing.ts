import { inFile, type Mutation } from "../mutation.ts";

export const landingMutations: readonly Mutation[] = [
  ...inFile(
    "src/stages/fetch/landing.ts",
    ["test/stages/fetch/landing.test.ts"],
    [
      {
        name: "a file of another size than listed is taken unasked",
        promise: "the size of each file is verified",
        find: "    const small = listed && size < LARGE_bytes;\n",
        replace: "    const small = size < LARGE_bytes;\n",
      },
      {
        name: "a large file is not asked for once more when it came",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "    const small = listed && size < LARGE_bytes;\n",
        replace: "    const small = listed;\n",
      },
      {
        name: "a part file stays when its file failed",
        promise: "no stray file: in the end the file is there whole under its name, or nothing is",
        find: "      incoming.abort();\n      // A stream that begins elsewhere",
        replace: "      // A stream that begins elsewhere",
      },
      {
        name: "a file gets its name before its hash is compared",
        promise: "`verify: hash` compares with the server's own hash",
        find: "    const verified = verifying instanceof Promise ? await verifying : verifying;\n",
        replace:
          "    await incoming.commit(null);\n    const verified = verifying instanceof Promise ? await verifying : verifying;\n",
      },
      {
        name: "more is here of a file than it has, and it is gone on with",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "    if (incoming.held <= (size ?? 0)) return incoming;\n",
        replace: "    if (incoming.held >= 0) return incoming;\n",
      },
      {
        name: "a file that changes each time is fetched without end",
        promise: "a file that changed is taken only if the server is consistent with what came",
        find: "      if (again === MOST_AGAIN)\n",
        replace: "      if (again < 0)\n",
      },
      {
        name: "what came of a file is thrown away when the line breaks",
        promise: "an interrupted file goes on where it stopped if it is still the same on the server",
        find: "if (code !== undefined && OF_THE_NETWORK.has(code)) incoming.keep();",
        replace: "if (code !== undefined && OF_THE_NETWORK.has(code)) incoming.abort();",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/wantedVersion.ts",
    ["test/stages/fetch/landing.test.ts"],
    [
      {
        name: "what is not what the server says is taken",
        promise: "a short file with a positive final reply is no file",
        find: '    if (verdict === "wrong") throw new Fault("size_mismatch", `${came} bytes came, and it should be ${before.size}`);\n',
        replace: '    if (verdict === "wrong") return "taken";\n',
      },
      {
        name: "a file that changed while it came is taken",
        promise: "a file that changed is taken only if the server is consistent with what came",
        find: "    return verdict;\n",
        replace: '    return "taken";\n',
      },
      {
        name: "what is here is gone on with although the server has another version",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "now !== undefined && sameVersion(this.#version, now)",
        replace: "now !== undefined",
      },
      {
        name: "a file that is too large is fetched",
        promise: "`max_file_size`: a file that is larger fails before a connection is made",
        find: "    mustFit(file.size, place.settings);\n",
        replace: "",
      },
      {
        name: "a file that turns out too large is fetched",
        promise: "`max_file_size`: a file that is larger fails before a connection is made",
        find: "    mustFit(size, this.#place.settings);\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/overlap.ts",
    ["test/stages/fetch/landing.test.ts"],
    [
      {
        name: "what a server sends behind REST is not held against what is here",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "    if (Buffer.compare(expected, bytes.subarray(0, expected.length)) === 0) return expected.length;\n",
        replace: "    if (expected.length >= 0) return expected.length;\n",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/sizeLimits.ts",
    ["test/stages/fetch/landing.test.ts"],
    [
      {
        name: "a file may be as large as it likes, whatever was listed",
        promise: "more bytes than promised are never taken on trust",
        find: "Math.min(max_file_size, 2 * size + GROWTH_bytes)",
        replace: "max_file_size",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/verification.ts",
    ["test/stages/fetch/landing.test.ts"],
    [
      {
        name: "a hash that differs is no fault",
        promise: "`verify: hash` compares with the server's own hash",
        find: "theirs !== undefined && ours.get(theirs.algorithm) !== theirs.hex",
        replace: "theirs !== undefined && ours.get(theirs.algorithm) === undefined",
      },
      {
        name: "a file is called verified by a hash that nobody gave",
        promise: "`verify: hash` compares with the server's own hash",
        find: 'verified: theirs?.algorithm ?? "size"',
        replace: 'verified: theirs?.algorithm ?? "sha256"',
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/version.ts",
    ["test/stages/fetch/version.test.ts", "test/stages/fetch/landing.test.ts"],
    [
      {
        name: "bytes of a resumed file are not counted",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: '  return came === before.size ? "taken" : "wrong";\n',
        replace: '  return "taken";\n',
      },
      {
        name: "a change of size within a second is not seen",
        promise: "a file that changed is taken only if the server is consistent with what came",
        find: " && (sameSize || !sizeTells)",
        replace: "",
      },
      {
        name: "a resumed file is taken whatever the server says then",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: '  if (after === undefined || !sameVersion(before, after)) return "again";\n',
        replace: "",
      },
      {
        name: "a change of time while a file came is not seen",
        promise: "a file that changed is taken only if the server is consistent with what came",
        find: "const same = !timesDiffer(before, after) && ",
        replace: "const same = ",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/serverFolder.ts",
    ["test/stages/fetch.test.ts", "test/stages/fetch/landing.test.ts"],
    [
      {
        name: "what earlier runs left is not looked for",
        promise: "a run killed with -9 leaves nothing wrong: the next one completes it and clears old part files",
        find: '    if (this.#lock.left !== "none") await this.#recover(this.#lock, this.#sink);\n',
        replace: "",
      },
      {
        name: "the lock is not given back",
        promise: "two runs into one folder don't fight",
        find: '    lock?.release(left ? parts : "nothing");\n',
        replace: "",
      },
      {
        name: "`fsync` counts for nothing",
        promise: "`fsync: true`: a file is on the disk before it has its name",
        find: 'fsync ? "durable" : "fast"',
        replace: 'fsync ? "fast" : "fast"',
        tests: ["test/stages/fetch/disks.test.ts"],
      },
    ],
  ),
];
