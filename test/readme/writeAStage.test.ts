import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { branch } from "../pipes/branch.ts";
import { resultsOf, whole } from "../pipes/results.ts";
import { type Ran, Shell } from "../pipes/shell.ts";
import { installReadme } from "./readmeFolder.ts";
import { testedBlocks } from "./testedBlocks.ts";

let shell: Shell;
let ran: Ran;

beforeAll(async () => {
  shell = new Shell();
  shell.configure({ shop: await branch(shell, { "/small.txt": "s", "/large.txt": "l".repeat(2_000) }) });
  installReadme(shell, "stage");
  const script = testedBlocks("stage").filter(({ language }) => language === "sh");
  ran = await shell.run(script.map(({ code }) => code).join("\n"));
});

afterAll(() => shell[Symbol.asyncDispose]());

describe("README's own stage, copied and pasted", () => {
  const large = () => ({ shop: whole(shell, "shop", { "large.txt": 2_000 }) });

  it("ends well, and the reports say that it left files out", () => {
    const filtered = "filtered: 1 of 2 listed files were asked for";
    expect(ran).toMatchObject({ stderr: `ftp-harvest: ${filtered}\nftp-report: ${filtered}\n`, code: 0 });
  });

  it("is a step of a pipeline", () => {
    expect(resultsOf(shell.read("step.json"))).toEqual(large());
  });

  it("is a command", async () => {
    expect(resultsOf(shell.read("command.json"))).toEqual(large());
    const help = await shell.run("./at-least.js --help");
    expect(help.stdout).toContain("Usage: ftp-at-least [options] [size]");
    expect(help.stdout).toContain("--size <SIZE>");
  });

  it("is an operator", async () => {
    shell.write(
      "operator.js",
      `import { atLeast } from "./at-least.js";
import { fetchFiles, listFiles, report, servers } from "ftp-harvest";
import { firstValueFrom } from "rxjs";
const chain = servers("cfg.yaml").pipe(listFiles(), atLeast({ size: "1kB" }), fetchFiles(), report({ withUnchanged: true }));
console.log(String(await firstValueFrom(chain)));`,
    );
    const { stdout, stderr } = await shell.run("node operator.js");
    expect(stderr).toBe("");
    expect(resultsOf(stdout)).toEqual(large());
  });
});
