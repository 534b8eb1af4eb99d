import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { absentCommand } from "./installedCommand.ts";
import { keepFewEnded, type Network } from "./network.ts";
import { type Bench, Skipped } from "./scenario.ts";

const SERVERS = "10.77.0.1";
const CLIENTS = "10.77.0.2";
/** Packets that wait in a device while the line is busy. */
const QUEUE = "10000";

/**
 * Starts a delay line between this network namespace, which must be our own, and a new one for the clients. Its end takes that one with it.
 * Throws a `Skipped` where it can't be had.
 */
export async function startDelayLine({ apart, compiler }: Bench, roundTrip_ms: number): Promise<Network> {
  const lacking = whatIsLacking(apart) ?? compiler.absent() ?? absentCommand("ip", "iproute2");
  if (lacking !== undefined) throw new Skipped(`a link with latency can't be had: ${lacking}`);
  const oneWay_us = Math.round(roundTrip_ms * 500);
  const line = spawn(compiler.program("delayLine"), [String(oneWay_us)], { stdio: ["pipe", "pipe", "pipe"] });
  const end = async (): Promise<void> => {
    if (line.exitCode !== null || line.signalCode !== null) return;
    line.stdin.end();
    await once(line, "exit");
  };
  const enter = ["nsenter", `--net=/proc/${line.pid}/ns/net`];
  try {
    await ready(line.stdout, line.stderr);
    configure([], SERVERS);
    configure(enter, CLIENTS);
    keepFewEnded(enter);
  } catch (error) {
    await end();
    throw error;
  }
  const manner = `${roundTrip_ms} ms round trip by \`delayLine.c\``;
  return { host: SERVERS, enter, manner, [Symbol.asyncDispose]: end };
}

function whatIsLacking(apart: boolean): string | undefined {
  if (!apart) return "no network namespace of its own (root, and unshare(2) allowed)";
  return existsSync("/dev/net/tun") ? undefined : "no /dev/net/tun";
}

/** Returns when the line says that it is there; throws what it says instead. */
async function ready(stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream): Promise<void> {
  const [said] = await Promise.race([once(stdout, "data"), once(stderr, "data")]);
  if (String(said).trim() !== "ready") throw new Skipped(`a link with latency can't be had: ${String(said).trim()}`);
}

function configure(enter: readonly string[], address: string): void {
  run([...enter, "ip", "link", "set", "lo", "up"]);
  run([...enter, "ip", "address", "add", `${address}/24`, "dev", "lag0"]);
  run([...enter, "ip", "link", "set", "lag0", "up", "mtu", "1500", "txqueuelen", QUEUE]);
}

function run([command = "", ...args]: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr.trim()}`);
}
