import { inFile, type Mutation } from "../mutation.ts";

export const fetchMutations: readonly Mutation[] = [
  ...inFile(
    "src/stages/fetch.ts",
    ["test/stages/fetch.test.ts"],
    [
      {
        name: "a failure is dropped",
        promise: "every listed file ends in exactly one of fetched, unchanged, skipped or failed",
        find: "return { outcome: [failure(file, desk, error, tries.count)], desk };",
        replace: "return { outcome: [], desk };",
      },
      {
        name: "a file's outcome is told twice",
        promise: "every listed file ends in exactly one of fetched, unchanged, skipped or failed",
        find: "return { outcome: [download(file, desk, { status, ...landed, started_ms, attempts: tries.count })], desk };",
        replace:
          "const one = download(file, desk, { status, ...landed, started_ms, attempts: tries.count });\n    return { outcome: [one, one], desk };",
      },
      {
        name: "a fetched file is counted twice",
        promise: "`harvested` has the sums",
        find: "    desk.count(status, held === undefined ? landed.size : 0);\n",
        replace: "    desk.count(status, held === undefined ? landed.size : 0);\n    desk.count(status);\n",
      },
      {
        name: "a failed file is not counted",
        promise: "`harvested` has the sums",
        find: '    desk.count("failed");\n',
        replace: "",
      },
      {
        name: "bytes of files that were here count as fetched",
        promise: "`harvested` has the sums",
        find: "held === undefined ? landed.size : 0",
        replace: "landed.size",
      },
      {
        name: "two files may have one name here",
        promise: "two names that are one here never overwrite each other",
        find: "    desks.claim(file, here, place.sink.foldedName(here));\n",
        replace: "",
      },
      {
        name: "a server of another configuration is taken for the first one",
        promise: "servers of two configurations with one name are not mixed",
        find: "    desk.checkConfig(file.config, place);\n",
        replace: "",
      },
      {
        name: "a file that a signal abandoned is a failure",
        promise: "what a signal kept from starting is counted as not started",
        find: "    if (desk.signal.aborted) return { outcome: [], desk };\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/heldAlready.ts",
    ["test/stages/fetch.test.ts"],
    [
      {
        name: "a file of another time is unchanged",
        promise: "a second run fetches only what is new or changed",
        find: " || !sameTime(file.modified, timezone, held.mtime_ms)",
        replace: "",
      },
      {
        name: "a file of another size is unchanged",
        promise: "a second run fetches only what is new or changed",
        find: " || held.size !== file.size",
        replace: "",
      },
      {
        name: "`if_exists: always` fetches nothing again",
        promise: "`if_exists: always` fetches such files again",
        find: 'if_exists === "always" || ',
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/desk.ts",
    ["test/stages/fetch.test.ts"],
    [
      {
        name: "what was not started is not counted",
        promise: "every listed file ends in exactly one of fetched, unchanged, skipped or failed",
        find: "not_started: this.#asked - this.#outcomes",
        replace: "not_started: 0",
      },
      {
        name: "sums are told again and again",
        promise: "counted once: each `by` has its `harvested`",
        find: "    if (this.#told === this.#asked) return undefined;\n",
        replace: "",
      },
      {
        name: "sums are told before the last outcome is in the stream",
        promise: "a server is done when its outcomes reach `listed.files`",
        find: " && this.#asked === this.#handedOn",
        replace: "",
      },
      {
        name: "sessions stay open when a server is done",
        promise: "a server's sessions are closed when its work is done",
        find: "    if (this.#listed === this.#asked && this.#asked === this.#outcomes) this.close();\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/desks.ts",
    ["test/stages/fetch.test.ts"],
    [
      {
        name: "a damaged `file` record has no outcome",
        promise: "every listed file ends in exactly one of fetched, unchanged, skipped or failed",
        find: '    if (record.type === "file") return this.#refuse(record);\n',
        replace: '    if (record.type === "file") return [];\n',
      },
      {
        name: "records that are no files are swallowed",
        promise: "a stage hands on every record that it does not consume",
        find: "    if (!isListed(record)) return [record];\n",
        replace: "    if (!isListed(record)) return [];\n",
      },
      {
        name: "what was not told before is not told at the end",
        promise: "`harvested` has the sums",
        find: "    return [...this.#desks.values()].flatMap(tell);\n",
        replace: "    return [];\n",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/claims.ts",
    ["test/stages/fetch/claims.test.ts"],
    [
      {
        name: "a name that another file has is given again",
        promise: "two names that are one here never overwrite each other",
        find: 'throw taken(here.name, folded === undefined ? "tells" : "folds");',
        replace: "return;",
      },
    ],
  ),
  ...inFile(
    "src/stages/fetch/landing.ts",
    ["test/stages/fetch/landing.test.ts"],
    [
      {
        name: "a file of another size than listed is taken unasked",
        promise: "the size of each file is verified",
        find: "    if (!listed || size >= LARGE_bytes) {\n",
        replace: "    if (size >= LARGE_bytes) {\n",
      },
      {
        name: "a large file is not asked for once more when it came",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "    if (!listed || size >= LARGE_bytes) {\n",
        replace: "    if (!listed) {\n",
      },
      {
        name: "what is not what the server says is taken",
        promise: "a short file with a positive final reply is no file",
        find: '    if (verdict === "wrong") throw new Fault("size_mismatch", `${came} bytes came, and it should be ${before.size}`);\n',
        replace: "",
      },
      {
        name: "a file that changed while it came is taken",
        promise: "a file that changed is taken only if the server is consistent with what came",
        find: '    return verdict === "taken";\n',
        replace: '    return verdict !== "wrong";\n',
      },
      {
        name: "a file that changes each time is fetched without end",
        promise: "a file that changed is taken only if the server is consistent with what came",
        find: "      if (again === MOST_AGAIN)\n",
        replace: "      if (again < 0)\n",
      },
      {
        name: "what is here is gone on with although the server has another version",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "now !== undefined && sameVersion(this.#version, now)",
        replace: "now !== undefined",
      },
      {
        name: "what came of a file is thrown away when the line breaks",
        promise: "an interrupted file goes on where it stopped if it is still the same on the server",
        find: "        if (error instanceof Fault && OF_THE_NETWORK.has(error.code)) incoming.keep();\n        else incoming.abort();\n",
        replace: "        incoming.abort();\n",
      },
      {
        name: "a part file stays when its file failed",
        promise: "no stray file: in the end the file is there whole under its name, or nothing is",
        find: "        else incoming.abort();\n",
        replace: "        else void 0;\n",
      },
      {
        name: "a file gets its name before its hash is compared",
        promise: "`verify: hash` compares with the server's own hash",
        find: "    const verified = verifying instanceof Promise ? await verifying : verifying;\n",
        replace:
          "    await incoming.commit(null);\n    const verified = verifying instanceof Promise ? await verifying : verifying;\n",
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
      {
        name: "more is here of a file than it has, and it is gone on with",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "    if (incoming.held <= (this.#version.size ?? 0)) return incoming;\n",
        replace: "    if (incoming.held >= 0) return incoming;\n",
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
      {
        name: "a change of size within a second is not seen",
        promise: "a file that changed is taken only if the server is consistent with what came",
        find: " && (sameSize || !sizeTells)",
        replace: "",
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
  ...inFile(
    "src/stages/fetch/outcomes.ts",
    ["test/stages/fetch.test.ts"],
    [
      {
        name: "a `download` record loses what nobody here knows",
        promise: "a stage passes on every field that it does not know",
        find: '  return { ...asked(record), type: "download", run, by, status,',
        replace:
          '  const { server, config, path, name, modified } = record;\n  return { server, config, path, name, modified, size, type: "download", run, by, status,',
      },
    ],
  ),
  ...inFile(
    "src/stages/onSession.ts",
    ["test/stages/onSession.test.ts"],
    [
      {
        name: "what can't help is tried again",
        promise: "a failure is tried again only where that can help, and later each time",
        find: "!error.retry || tries.count > settings.retries",
        replace: "tries.count > settings.retries",
      },
      {
        name: "nothing is tried again",
        promise: "a failure is tried again only where that can help, and later each time",
        find: "!error.retry || tries.count > settings.retries",
        replace: "tries.count > 0",
      },
      {
        name: "a session that died idle costs a try",
        promise: "a broken connection is replaced and no file of its queue is lost",
        find: "      if (stale) tries.count--;\n      else tell",
        replace: "      if (!stale) tell",
      },
      {
        name: "a session is not given back",
        promise: "none is held while waiting",
        find: "      lease.release();\n",
        replace: "",
      },
      {
        name: "tries follow at once",
        promise: "a failure is tried again only where that can help, and later each time",
        find: "await sleep(backOff(settings.retry_delay_ms, tries.count), undefined, { signal })",
        replace: "await sleep(0, undefined, { signal })",
      },
    ],
  ),
];
