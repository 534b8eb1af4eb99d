import { inFile, type Mutation } from "../mutation.ts";

export const partsMutations: readonly Mutation[] = [
  ...inFile(
    "src/sink/partHandle.ts",
    ["test/sink/folder.test.ts", "test/sink/keptParts.test.ts"],
    [
      {
        name: "a whole file is not renamed",
        promise: "no partial file is ever visible under its final name",
        find: "    renameSync(this.#onDisk(path), this.#onDisk(this.#place.target));\n",
        replace: "",
      },
      {
        name: "bytes are written under the final name from the beginning",
        promise: "no partial file is ever visible under its final name",
        find: "createPart(this.#place, this.#part.name)",
        replace: "createPart(this.#place, () => this.#place.target.slice(this.#place.folder.length + 1))",
      },
      {
        name: "a file that is given up stays",
        promise: "a full disk is a clear failure, leaves no partial file, and others go on",
        find: "    if (path !== undefined) quietly(() => unlinkSync(this.#onDisk(path)));\n",
        replace: "",
      },
      {
        name: "with `fsync` a file's bytes are not brought to the disk",
        promise: "`fsync: true`: a file is on the disk before it has its name",
        find: "    await durable?.bytes(fd);\n",
        replace: "",
        tests: ["test/stages/fetch/disks.test.ts"],
      },
      {
        name: "with `fsync` a file's name is not brought to the disk",
        promise: "`fsync: true`: a file is on the disk before it has its name",
        find: "    await durable?.names(this.#onDisk(this.#place.folder));\n",
        replace: "",
        tests: ["test/stages/fetch/disks.test.ts"],
      },
      {
        name: "the server's time is not put on a file",
        promise: "a second run fetches only what is new or changed",
        find: "    if (mtime_ms !== null) setTime(fd, mtime_ms);\n",
        replace: "",
      },
      {
        name: "a thread writes on to a file that was given up",
        promise: "no partial file is ever visible under its final name",
        find: "writeAllLater(this.open(), bytes, offset, () => this.mustBeWanted())",
        replace: "writeAllLater(this.open(), bytes, offset, () => {})",
      },
    ],
  ),
  ...inFile(
    "src/sink/partFile.ts",
    ["test/sink/folder.test.ts", "test/sink/keptParts.test.ts"],
    [
      {
        name: "what is held behind the first new byte is not cut off",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "      ftruncateSync(fd, offset);\n",
        replace: "",
      },
      {
        name: "bytes that came in no order are kept as if they had",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "offset === this.#end ? offset + length : undefined",
        replace: "offset + length",
      },
    ],
  ),
  ...inFile(
    "src/sink/openPart.ts",
    ["test/sink/folder.test.ts", "test/sink/keptParts.test.ts"],
    [
      {
        name: "a part file that lies there already is opened",
        promise: "a file is written beside its target by one process alone",
        find: " | constants.O_EXCL;",
        replace: ";",
      },
      {
        name: "a kept part file may have a second name elsewhere",
        promise: "nothing lands outside of `<buffer_path>/<server>/`",
        find: " && stats.nlink === 1",
        replace: "",
      },
      {
        name: "a kept part file may have another size than it had",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "stats.size === held && ",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/sink/partName.ts",
    ["test/sink/folder.test.ts", "test/sink/keptParts.test.ts"],
    [
      {
        name: "part files of two versions have one name",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "copy === 0 ? [name, version] : [name, version, copy]",
        replace: "copy === 0 ? [name] : [name, copy]",
      },
      {
        name: "part files do not say whose they are",
        promise: "two runs into one folder don't fight; the processes of one run share the lock",
        find: 'owner === undefined ? "" : `-${owner}`',
        replace: '""',
      },
    ],
  ),
  ...inFile(
    "src/sink/fileWriting.ts",
    ["test/sink/folder.test.ts"],
    [
      {
        name: "what a full disk left out of a write is not missed",
        promise: "a full disk is a clear failure, leaves no partial file, and others go on",
        find: "    at += progress(writeSync(fd, bytes, at, bytes.length - at, offset + at));\n",
        replace: "    progress(writeSync(fd, bytes, at, bytes.length - at, offset + at));\n    at = bytes.length;\n",
      },
    ],
  ),
  ...inFile(
    "src/sink/leftovers.ts",
    ["test/sink/keptParts.test.ts"],
    [
      {
        name: "part files of a process that lives are taken",
        promise: "two runs into one folder don't fight",
        find: "      if (request.isActive(owner)) return false;\n",
        replace: "",
      },
      {
        name: "part files that a crash of the system may have spoilt are gone on with",
        promise: "an interrupted file goes on in the next run, but not after a reboot",
        find: "trusted && owner !== undefined &&",
        replace: "owner !== undefined &&",
      },
      {
        name: "old part files that nobody took stay",
        promise: "a run killed with -9 leaves nothing wrong: the next one completes it and clears old part files",
        find: '    for (const [key, name] of this.#names) remove(`${key.slice(0, key.lastIndexOf("/"))}/${name}`);\n',
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/sink/partsMarker.ts",
    ["test/sink/partsMarker.test.ts", "test/sink/lock.test.ts"],
    [
      {
        name: "part files of an earlier boot are trusted",
        promise: "an interrupted file goes on in the next run, but not after a reboot",
        find: 'boot === ours && ours !== ""',
        replace: 'boot !== ""',
      },
    ],
  ),
];
