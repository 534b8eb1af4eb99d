import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ChildPipe, runPipe } from "../../src/demo/childPipe.ts";
import { PATIENCE } from "../patience.ts";

const never = new AbortController().signal;

/** Each of these is a small program of its own. */
const say = (text: string) => node(`process.stdout.write(${JSON.stringify(text)})`);
const double = node("process.stdin.on('data', (b) => process.stdout.write(b.toString().replace(/./g, '$&$&')))");
const endless = node(
  "const go = () => { while (process.stdout.write('x'.repeat(9999))); }; process.stdout.on('drain', go).on('error', () => process.exit(9)); go()",
);
const hang = node("process.stdout.write('here'); setInterval(() => {}, 1000)");
const stubborn = node("process.on('SIGTERM', () => {}); process.stdout.write('here'); setInterval(() => {}, 1000)");
const exit = (code: number) => node(`process.exit(${code})`);

function node(program: string) {
  return { argv: [process.execPath, "-e", program] };
}

describe("a pipe of commands", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "fh-pipe-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = (commands: ChildPipe["commands"], rest: Partial<ChildPipe> = {}) =>
    runPipe({ commands, cwd: folder, env: process.env, signal: never, ...rest });

  it("gives each command what the one before wrote, and returns what the last one wrote", async () => {
    expect(await run([say("ab\n"), double, double])).toEqual({ output: "aaaabbbb\n", codes: [0, 0, 0] });
  });

  it("saves what goes past a tee", async () => {
    const tee = join(folder, "saved");
    expect(await run([say("ab"), double, { ...double, tee }])).toEqual({ output: "aaaabbbb", codes: [0, 0, 0] });
    expect(await readFile(tee, "utf8")).toBe("aabb");
  });

  it("lets the first command read a file", async () => {
    await writeFile(join(folder, "in"), "xy");
    const file = await open(join(folder, "in"));
    expect((await run([double], { input: file.fd })).output).toBe("xxyy");
    await file.close();
  });

  it("gives nothing to read to a first command without input", async () => {
    expect(await run([double])).toEqual({ output: "", codes: [0] });
  });

  it("runs them in the folder and the environment that it is told", async () => {
    const show = node("process.stdout.write(process.cwd() + process.env.WORD)");
    expect((await run([show], { env: { WORD: "!" } })).output).toMatch(/fh-pipe-\w+!$/);
  });

  it("returns the exit codes as a shell would", async () => {
    const killed = node("process.kill(process.pid, 'SIGKILL')");
    expect((await run([exit(3), killed, exit(1)])).codes).toEqual([3, 137, 1]);
    expect((await run([{ argv: ["no-such-program-here"] }, double])).codes).toEqual([127, 0]);
  });

  it("tells a command that its reader is gone", async () => {
    expect((await run([endless, exit(0)])).codes).toEqual([9, 0]);
    expect((await run([endless, { ...exit(0), tee: join(folder, "saved") }])).codes).toEqual([9, 0]);
  });

  it.each([
    ["when they are asked to", hang, 143],
    ["also when they don't listen", stubborn, 137],
  ])("ends all when the signal comes, %s", async (_, command, code) => {
    const stop = new AbortController();
    const heard = {
      ...node("process.stdin.once('data', () => process.stdout.write('!')).resume()"),
      tee: join(folder, "t"),
    };
    const running = run([command, heard], { signal: stop.signal });
    await expect.poll(() => readFile(join(folder, "t"), "utf8").catch(() => ""), PATIENCE).toBe("here");
    stop.abort();
    expect((await running).codes[0]).toBe(code);
  });

  it("starts nothing when the signal came before", async () => {
    await expect(run([say("x")], { signal: AbortSignal.abort(new Error("stop")) })).rejects.toThrow("stop");
  });
});
