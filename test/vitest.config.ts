import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    // The tests wait for processes and sockets more than they compute.
    maxWorkers: 2,
    // No test changes what modules hold: each worker loads them once.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
