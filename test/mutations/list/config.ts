import { inFile, type Mutation } from "../mutation.ts";

export const configMutations: readonly Mutation[] = [
  ...inFile(
    "src/config/restOfPassword.ts",
    ["test/config/load.test.ts"],
    [
      {
        name: "the rest of a password in braces is shown as an unknown key",
        promise: "no secret on the stream: passwords are in no record, no message, no process argument",
        find: "return password !== undefined && password.line === at.line && password.column < at.column;",
        replace: "return false && password;",
      },
    ],
  ),
  ...inFile(
    "src/config/given.ts",
    ["test/config/settings.test.ts", "test/config/load.test.ts"],
    [
      {
        name: "what a variable holds is shown in a message",
        promise: "no secret on the stream: passwords are in no record, no message, no process argument",
        find: "throw new BadValue(wrongKind(name, value));",
        replace: "throw new BadValue(wrongKind(name, expanded));",
      },
    ],
  ),
  ...inFile(
    "src/config/logIn.ts",
    ["test/config/settings.test.ts"],
    [
      {
        name: "a password with a line end is taken",
        promise: "no secret on the stream: passwords are in no record, no message, no process argument",
        find: "  if (!/[\\r\\n\\0]/.test(text)) return text;\n",
        replace: '  if (text !== "\\0") return text;\n',
      },
    ],
  ),
  ...inFile(
    "src/config/serverKeys.ts",
    ["test/config/settings.test.ts", "test/config/configs.test.ts"],
    [
      {
        name: "`-j` lifts a server's own ceiling",
        promise: "a server's own `connections` is a ceiling",
        find: "[wanted, own ?? wanted].map(",
        replace: "[wanted, jobs ?? own ?? wanted].map(",
      },
      {
        name: "a server's own keys give way to `defaults`",
        promise: "each key can also stand at a server",
        find: "this.server.keys.get(name) ?? defaults.get(name) ?? top.get(name)",
        replace: "defaults.get(name) ?? this.server.keys.get(name) ?? top.get(name)",
      },
    ],
  ),
  ...inFile(
    "src/config/settings.ts",
    ["test/config/settings.test.ts"],
    [
      {
        name: "`min_rate` of a configuration is not obeyed",
        promise: "each limit is a key with a default",
        find: 'min_rate: keys.get("min_rate")',
        replace: "min_rate: 0",
      },
      {
        name: "`max_file_size` of a configuration is not obeyed",
        promise: "each limit is a key with a default",
        find: 'max_file_size: keys.get("max_file_size")',
        replace: "max_file_size: Number.MAX_SAFE_INTEGER",
      },
      {
        name: "`retries` of a configuration is not obeyed",
        promise: "each limit is a key with a default",
        find: 'retries: keys.get("retries")',
        replace: "retries: 3",
      },
      {
        name: "`verify` of a configuration is not obeyed",
        promise: "`verify: hash` compares with the server's own hash",
        find: 'verify: keys.get("verify")',
        replace: 'verify: keys.get("verify") && "size"',
      },
    ],
  ),
  ...inFile(
    "src/config/serverName.ts",
    ["test/config/load.test.ts"],
    [
      {
        name: "a server may be called `..`",
        promise: "nothing lands outside of `<buffer_path>/<server>/`",
        find: 'name === "." || name === ".."',
        replace: 'name === "."',
      },
    ],
  ),
  ...inFile(
    "src/config/load.ts",
    ["test/config/load.test.ts"],
    [
      {
        name: "two servers may be one folder on some disks",
        promise: "two names that are one here never overwrite each other",
        find: "    if (twin === undefined) folders.set(folderKey(name), name);\n",
        replace: "    if (twin === undefined) folders.set(name, name);\n",
      },
    ],
  ),
];
