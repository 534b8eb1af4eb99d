import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closedPort } from "../../src/demo/loopback.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { branch } from "./branch.ts";
import { landed, nothing, recordsOf, resultsOf, whole } from "./results.ts";
import { Shell } from "./shell.ts";

const FILES = { "/day.csv": "1;2;3\n", "/sub/log.txt": "log" };

/** Five ways for a server to be dead, and the code that says so. */
const DEAD = {
  refused: "connect_refused",
  unknown: "dns",
  locked_out: "login",
  full: "too_many_connections",
  silent: "timeout",
};

let shell: Shell;

beforeEach(async () => {
  shell = new Shell();
  const alive = await branch(shell, FILES);
  const full = shell.own(await startScriptedServer({ maxConnections: 0 }));
  const silent = shell.own(await startScriptedServer({ greeting: null }));
  const user = { user: "u", password: "p" };
  shell.configure({
    first: alive,
    refused: { host: "127.0.0.1", port: await closedPort(), ...user },
    unknown: { host: "no-such-host.invalid", ...user },
    locked_out: { ...alive, password: "wrong" },
    full: { host: full.host, port: full.port, ...user },
    silent: { host: silent.host, port: silent.port, ...user, timeout: "1s" },
    last: alive,
  });
});

afterEach(() => shell[Symbol.asyncDispose]());

function expected(files: Readonly<Record<string, number>>) {
  const dead = Object.keys(DEAD).map((server) => [server, nothing(shell, server)]);
  return { first: whole(shell, "first", files), ...Object.fromEntries(dead), last: whole(shell, "last", files) };
}

describe("dead servers", () => {
  it("have result 1 with a code and a reason each, and hold up nobody", async () => {
    const ran = await shell.run("ftp-list cfg.yaml | ftp-fetch | tee f.ndjson | ftp-report");
    expect(resultsOf(ran.stdout)).toEqual(expected({ "day.csv": 6, "sub/log.txt": 3 }));
    expect(ran).toMatchObject({ codes: [1, 1, 0, 1], stderr: "" });
    const failures = recordsOf(shell.read("f.ndjson")).filter(({ type }) => type === "failure");
    expect(Object.fromEntries(failures.map(({ server, code }) => [server, code]))).toEqual(DEAD);
    expect(landed(shell.buffer)).toEqual(["first/day.csv", "first/sub/log.txt", "last/day.csv", "last/sub/log.txt"]);
  });

  it("are the same in one process", async () => {
    const { stdout, code, stderr } = await shell.run("ftp-harvest cfg.yaml");
    expect(resultsOf(stdout)).toEqual(expected({ "day.csv": 6, "sub/log.txt": 3 }));
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  });

  it("stay in the report behind grep, on either side of fetch, with their reasons", async () => {
    const ran = await shell.run(
      `ftp-list cfg.yaml | grep '\\.csv"' | ftp-fetch | grep '^{"type":"download"' | tee f.ndjson | ftp-report`,
    );
    expect(recordsOf(shell.read("f.ndjson")).map(({ type }) => type)).toEqual(["download", "download"]);
    expect(resultsOf(ran.stdout)).toEqual(expected({ "day.csv": 6 }));
    expect(ran.codes).toEqual([1, 0, 1, 0, 0, 1]);
    const again = await shell.run("ftp-report --format table < f.ndjson");
    for (const code of Object.values(DEAD)) expect(again.stdout).toContain(`${code}: `);
  });

  it("have one row each in csv, with the code", async () => {
    const { stdout, code } = await shell.run("ftp-list cfg.yaml | ftp-fetch | ftp-report --format csv");
    expect(code).toBe(1);
    expect(stdout.split("\n")).toEqual([
      "server,result,name,size,status,code",
      "first,0,day.csv,6,fetched,",
      "first,0,sub/log.txt,3,fetched,",
      ...Object.entries(DEAD).map(([server, code]) => `${server},1,,,failed,${code}`),
      "last,0,day.csv,6,fetched,",
      "last,0,sub/log.txt,3,fetched,",
      "",
    ]);
  });

  it("are told to a person with the reason and what to do about it", async () => {
    const { stdout } = await shell.run("ftp-harvest cfg.yaml --format table");
    expect(stdout).toMatch(/^first +ok +2 +9 B /m);
    for (const server of Object.keys(DEAD)) expect(stdout).toMatch(new RegExp(`^${server} +FAILED +0 +0 B `, "m"));
    expect(stdout).toMatch(
      /^refused\n {2}connect_refused: 127\.0\.0\.1:\d+: .*refused\n {4}is the FTP server running/m,
    );
    expect(stdout).toMatch(/^unknown\n {2}dns: .*no-such-host\.invalid.*\n {4}check the spelling of `host`/m);
    expect(stdout).toMatch(/^locked_out\n {2}login: .*530.*\n {4}check `user` and `password`/m);
    expect(stdout).toMatch(/^full\n {2}too_many_connections: .*421.*\n {4}lower `connections`/m);
    expect(stdout).toMatch(/^silent\n {2}timeout: .*\n {4}is the line slow\?/m);
    expect(stdout).toMatch(/\n2 of 7 servers ok, 4 files, 18 B, 5 failures\n$/);
  });

  it("are tried again as often as `retries` says where that can help, and no more", async () => {
    const server = shell.own(await startScriptedServer({ maxConnections: 0 }));
    const keys = { host: server.host, port: server.port, user: "u", password: "p" };
    shell.configure({ full: keys }, { retries: 2, retry_delay: "10ms" });
    const ran = await shell.run("ftp-list cfg.yaml | ftp-fetch | ftp-report");
    expect(resultsOf(ran.stdout)).toEqual({ full: nothing(shell, "full") });
    expect(server.connections).toBe(3);
  });
});
