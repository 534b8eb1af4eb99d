import { inFile, type Mutation } from "../mutation.ts";

export const measureMutations: readonly Mutation[] = [
  ...inFile(
    "src/measure/openSessions.ts",
    ["test/measure/measureServer.test.ts"],
    [
      {
        name: "a measurement goes on asking for sessions after a refusal",
        promise: "a server with a limit sees one refusal of ours",
        find: "        return error;\n",
        replace: "        if (this.logins_ms.push(0) > 9) return error;\n",
      },
    ],
  ),
  ...inFile(
    "src/measure/transferLoad.ts",
    ["test/measure/measureServer.test.ts"],
    [
      {
        name: "a file that can't be had is asked for over and over",
        promise: "a measurement is bounded",
        find: "      if (session.usable) this.#files = ",
        replace: "      if (!session.usable) this.#files = ",
      },
    ],
  ),
  ...inFile(
    "src/measure/firstFolders.ts",
    ["test/measure/measureServer.test.ts"],
    [
      {
        name: "a measurement lists a folder to its end",
        promise: "a measurement is bounded",
        find: '      if (this.#isOver) throw new Fault("listing_incomplete", "enough was listed to measure with");\n',
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/measure/snippet.ts",
    ["test/measure/snippet.test.ts"],
    [
      {
        name: "a server gets more connections than `defaults` let it have",
        promise: "what is proposed does what it says",
        find: "    ...(raised === undefined ? [] : raisedLines(raised, hasOthers)),\n",
        replace: "",
      },
      {
        name: "servers that are right get more connections with the others",
        promise: "what is proposed does what it says",
        find: "  if (keepsOwn && !hasConnections)",
        replace: "  if (!keepsOwn && !hasConnections)",
      },
    ],
  ),
];
