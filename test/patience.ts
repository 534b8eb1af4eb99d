/** For `vi.waitUntil`, which gives up after a second: a busy machine is slow, and no test judges by the clock. */
export const PATIENCE = { timeout: 120_000, interval: 5 };
