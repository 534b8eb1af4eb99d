import { once } from "node:events";
import { connect, createServer } from "node:net";
import { expect, it } from "vitest";
import { closedPort, LOOPBACK, listenOnLoopback } from "../../src/demo/loopback.ts";

it("a closed port refuses, and is none that a server may be given", async () => {
  const port = await closedPort();
  await expect(once(connect(port, LOOPBACK), "connect")).rejects.toThrow("ECONNREFUSED");
  const listener = createServer();
  expect(await listenOnLoopback(listener)).toBeGreaterThan(30_000);
  expect(port).toBeLessThan(30_000);
  listener.close();
});
