import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { startProgram } from "../../../src/stages/exec/program.ts";
import { isRunning } from "../../servers/processFamily.ts";
import { allGone } from "./processes.ts";

describe("a program", () => {
  it.each([
    ["exit 3", { how: "exited", code: 3 }],
    ["kill -TERM $$", { how: "killed", signal: "SIGTERM" }],
    [["no-such-program-here"], { how: "unstarted", why: "there is no such program" }],
    [["true", "x".repeat(200_000)], { how: "unstarted", why: "it can't be started (E2BIG)" }],
  ] as const)("%j ends as %j", async (command, end) => {
    const program = startProgram(command, "ignore");
    expect(await program.ended).toEqual(end);
    program.stop();
    expect(await program.ended).toEqual(end);
  });

  it("is over when all that it started have closed its stdout", async () => {
    const program = startProgram("(sleep 0.1; echo late) & echo early", "ignore");
    const said: string[] = [];
    program.stdout?.on("data", (chunk) => said.push(String(chunk)));
    expect(await program.ended).toEqual({ how: "exited", code: 0 });
    expect(said.join("")).toBe("early\nlate\n");
  });

  it("is stopped with those who live longer than it", async () => {
    const program = startProgram("sleep 1000 & echo $!", "ignore");
    const [said] = await once(program.stdout ?? process, "data");
    program.stop();
    expect(await program.ended).toEqual({ how: "stopped" });
    await allGone([Number(said)]);
  });

  it("is not waited for where somebody outside of its group holds its stdout open", async () => {
    const program = startProgram("setsid sh -c 'echo $$; exec sleep 1000' & cat", "pipe");
    const [said] = await once(program.stdout ?? process, "data");
    const pid = Number(said);
    program.stop();
    expect(await program.ended).toEqual({ how: "stopped" });
    expect(program.stdout?.destroyed).toBe(true);
    expect(isRunning(pid)).toBe(true);
    process.kill(pid, "SIGKILL");
    await allGone([pid]);
  });
});
