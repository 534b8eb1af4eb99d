import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    // More than this machine has cores: many tests wait for processes, sockets and servers.
    maxWorkers: 4,
    // No test changes what modules hold: each worker loads them once.
    isolate: false,
    // For what hangs: on a machine that others use as well the longest test takes a minute.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
