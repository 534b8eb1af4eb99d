import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closedPort } from "../../src/demo/loopback.ts";
import { branch } from "../pipes/branch.ts";
import { landed } from "../pipes/results.ts";
import { Shell } from "../pipes/shell.ts";
import { installReadme, ROOT } from "./readmeFolder.ts";

/** Node.js 20 has no `using`: TypeScript takes it away. */
const TSX = `node --import ${ROOT}/node_modules/tsx/dist/esm/index.mjs`;
const TSC = `${ROOT}/node_modules/.bin/tsc --noEmit --strict --target es2022 --module nodenext --lib es2023,esnext.disposable --types node`;

let shell: Shell;

beforeAll(async () => {
  shell = new Shell();
  const down = { host: "127.0.0.1", port: await closedPort(), user: "u", password: "p" };
  const shop = await branch(shell, {
    "/a.csv": "a,b",
    "/draft.csv": "?",
    "/b.txt": { bytes: "text", modified: new Date() },
  });
  shell.configure({ shop, down });
  installReadme(shell, "embed");
});

afterAll(() => shell[Symbol.asyncDispose]());

describe("README's own programs, copied and pasted", () => {
  it("have the types that they seem to have", async () => {
    expect(await shell.run(`${TSC} chain.ts loop.ts`)).toMatchObject({ stdout: "", code: 0 });
  });

  it("harvest by a chain of operators, say what failed, and print the rows", async () => {
    const { stdout, stderr, code } = await shell.run(`${TSX} chain.ts`);
    expect(stdout).toBe(`shop 0 1 ${shell.buffer}/shop\ndown 1 0 ${shell.buffer}/down\n`);
    expect(stderr).toMatch(/^down connect_refused .*\n$/);
    expect(code).toBe(1);
    expect(landed(shell.buffer)).toEqual(["shop/a.csv"]);
  });

  it("harvest by a loop, and print the result set", async () => {
    const { stdout, stderr } = await shell.run(`${TSX} loop.ts`);
    expect(stderr).toBe("");
    const [download, ...resultSet] = stdout.split("\n");
    expect(download).toBe(`${shell.buffer}/shop/b.txt 4`);
    expect(JSON.parse(resultSet.join("\n"))).toEqual({
      shop: [0, 1, `${shell.buffer}/shop`, [["b.txt", 4]]],
      down: [1, 0, `${shell.buffer}/down`, []],
    });
  });
});
