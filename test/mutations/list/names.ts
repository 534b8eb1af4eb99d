import { inFile, type Mutation } from "../mutation.ts";

export const namesMutations: readonly Mutation[] = [
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
];
