import { inFile, type Mutation } from "../mutation.ts";

export const sinkMutations: readonly Mutation[] = [
  ...inFile(
    "src/sink/partFile.ts",
    ["test/sink/folder.test.ts", "test/sink/keptParts.test.ts"],
    [
      {
        name: "a whole file is not renamed",
        promise: "no partial file is ever visible under its final name",
        find: "    renameSync(this.#onDisk(path), this.#onDisk(this.#request.place.target));\n",
        replace: "",
      },
      {
        name: "bytes are written under the final name from the beginning",
        promise: "no partial file is ever visible under its final name",
        find: "createPart(place, part.name)",
        replace: "createPart(place, () => place.target.slice(place.folder.length + 1))",
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
        find: "    await durable?.names(this.#onDisk(place.folder));\n",
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
        name: "bytes that came out of order are kept as if in order",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "offset === this.#end ? offset + length : undefined",
        replace: "offset + length",
      },
      {
        name: "what is held behind the first new byte is not cut off",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "      ftruncateSync(fd, offset);\n",
        replace: "",
      },
      {
        name: "a thread writes on to a file that was given up",
        promise: "no partial file is ever visible under its final name",
        find: "      at += progress(bytesWritten);\n      this.#mustBeWanted();\n",
        replace: "      at += progress(bytesWritten);\n",
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
        name: "a kept part file may have another size than it had",
        promise: "two versions of a file are never mixed, also not after a resume",
        find: "stats.size === held && ",
        replace: "",
      },
      {
        name: "a kept part file may have a second name elsewhere",
        promise: "nothing lands outside of `<buffer_path>/<server>/`",
        find: " && stats.nlink === 1",
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
    ["test/pipes/disk.test.ts"],
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
    "src/sink/realFolders.ts",
    ["test/sink/folder.test.ts"],
    [
      {
        name: "a link to a folder is taken for a folder",
        promise: "a link in the buffer that leads outside is not followed",
        find: "if (stats.isDirectory()) return true;",
        replace: "if (stats.isDirectory() || stats.isSymbolicLink()) return true;",
      },
      {
        name: "a folder that was made is not brought to the disk",
        promise: "`fsync: true`: a file is on the disk before it has its name",
        find: '      this.#gotFolder(this.onDisk(path.slice(0, path.lastIndexOf("/")) || "/"));\n',
        replace: "",
        tests: ["test/stages/fetch/disks.test.ts"],
      },
    ],
  ),
  ...inFile(
    "src/sink/folder.ts",
    ["test/sink/folder.test.ts"],
    [
      {
        name: "names are not judged before a file is opened",
        promise: "names that climb are failures",
        find: "      unsafeReason(name, rawName, this.#options.maxName) ??\n",
        replace: "",
      },
      {
        name: "old part files behind a link are swept away",
        promise: "a link in the buffer that leads outside is not followed",
        find: '    if (isLink(`${this.#root.utf8}/${server}`)) return "some";\n',
        replace: "",
        tests: ["test/sink/keptParts.test.ts", "test/sink/folder.test.ts"],
      },
    ],
  ),
  ...inFile(
    "src/sink/safeName.ts",
    ["test/sink/safeName.test.ts"],
    [
      {
        name: "`..` is a name like any other",
        promise: "names that climb are failures",
        find: 'part === "." || part === ".."',
        replace: 'part === "."',
      },
      {
        name: "line ends and NUL may be in names",
        promise: "names that climb are failures",
        find: '  if (/[\\0\\r\\n]/.test(spelled)) return "a NUL or line end inside a name";\n',
        replace: "",
      },
      {
        name: "an absolute name is taken",
        promise: "names that climb are failures",
        find: '  if (spelled.startsWith("/")) return "an absolute name";\n',
        replace: "",
      },
      {
        name: "a server's file may have the name of a part file",
        promise: "no partial file is ever visible under its final name",
        find: '  [/^\\.[0-9a-f]{16}(-[0-9a-f]{8})?\\.fh-part$/iu, "the name of our own unfinished files"],\n',
        replace: "",
      },
      {
        name: "`max_name` counts for nothing",
        promise: "names over the file system's limit are failures",
        find: "Math.min(longest_bytes, LONGEST_PART_bytes)",
        replace: "LONGEST_PART_bytes",
      },
    ],
  ),
  ...inFile(
    "src/sink/folding.ts",
    ["test/sink/folding.test.ts"],
    [
      {
        name: "a disk that folds letters is not noticed",
        promise: "two names that are one here never overwrite each other",
        find: "letters: isThere(join(folder, name.toUpperCase()))",
        replace: "letters: false",
      },
      {
        name: "a disk that folds Unicode forms is not noticed",
        promise: "two names that are one here never overwrite each other",
        find: 'forms: isThere(join(folder, name.normalize("NFD")))',
        replace: "forms: false",
      },
      {
        name: "names that the disk takes for one are told apart",
        promise: "two names that are one here never overwrite each other",
        find: "letters ? formed.toUpperCase().toLowerCase() : formed",
        replace: "formed",
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
    "src/sink/lock.ts",
    ["test/sink/lock.test.ts"],
    [
      {
        name: "the lock of another run is not seen",
        promise: "two runs into one folder don't fight",
        find: "holders.find((holder) => holder.run !== run)",
        replace: "holders.find(() => false)",
      },
      {
        name: "a lock is let go while another file of its run needs it",
        promise: "two runs into one folder don't fight",
        find: "      if (hold.count === 0) leave(hold);\n",
        replace: "      leave(hold);\n",
      },
      {
        name: "part files that were left are not noted",
        promise: "a run killed with -9 leaves nothing wrong: the next one completes it and clears old part files",
        find: '      if (leaving !== "nothing") noteParts(notePath(hold.path), thisProcess().boot);\n',
        replace: "",
      },
      {
        name: "who died holding the lock is forgotten with its part files",
        promise: "a run killed with -9 leaves nothing wrong: the next one completes it and clears old part files",
        find: "      for (const { boot } of dead) noteParts(notePath(path), boot);\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/sink/lockFile.ts",
    ["test/sink/lock.test.ts"],
    [
      {
        name: "a lock whose process is dead is kept",
        promise: "a lock whose process is dead is taken over",
        find: 'all.filter((holder) => lives(holder) === "gone")',
        replace: "all.filter(() => false)",
      },
      {
        name: "the lock of a process that lives is taken over",
        promise: "two runs into one folder don't fight",
        find: 'lives(holder) === "gone"',
        replace: 'lives(holder) !== "elsewhere"',
      },
    ],
  ),
  ...inFile(
    "src/sink/mutex.ts",
    ["test/sink/mutex.test.ts"],
    [
      {
        name: "a mutex is removed without a second look at whose it is",
        promise: "two runs into one folder don't fight",
        find: "  if (read(path) === text) unlinkSync(path);\n",
        replace: "  unlinkSync(path);\n",
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
