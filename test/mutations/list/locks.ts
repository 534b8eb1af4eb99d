import { inFile, type Mutation } from "../mutation.ts";

export const locksMutations: readonly Mutation[] = [
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
        name: "who died holding the lock is forgotten with its part files",
        promise: "a run killed with -9 leaves nothing wrong: the next one completes it and clears old part files",
        find: "      for (const { boot } of dead) noteParts(notePath(path), boot);\n",
        replace: "",
      },
      {
        name: "who waits for a lock leaves in it what it could not let go",
        promise: "two runs into one folder don't fight",
        find: " ?? (present.length < holders.length ? present : undefined)",
        replace: "",
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
    "src/records/processIdentity.ts",
    ["test/records/processIdentity.test.ts"],
    [
      {
        name: "a later process with the same pid is taken for the one before",
        promise: "a lock whose process is dead is taken over",
        find: "!sameStart(identity.start, there.start) || ",
        replace: "",
      },
      {
        name: "a zombie is alive",
        promise: "a lock whose process is dead is taken over",
        find: "there.dead || ",
        replace: "",
      },
    ],
  ),
];
