import type { Socket } from "node:net";

/** Sends bytes and waits until the system has taken them; false where the other side, or this one, has left. */
export async function put(socket: Socket, bytes: Uint8Array): Promise<boolean> {
  if (!socket.writable) return false;
  return new Promise((done) => {
    const left = (): void => done(false);
    socket.once("close", left);
    socket.write(bytes, (error) => {
      socket.off("close", left);
      done(error === undefined || error === null);
    });
  });
}

/** Waits until a connection is over. */
export async function closed(socket: Socket): Promise<void> {
  // Not node:events' once: that rejects when the other side resets the connection.
  if (!socket.closed) await new Promise((over) => socket.once("close", over));
}

/** Waits for a time, or until a connection is over. By the global timers, which a test may have scaled. */
export async function pause(socket: Socket, ms: number): Promise<void> {
  // Never at once: a handler that sends until its client is gone would keep that from being told.
  if (socket.closed) return turn();
  await new Promise<void>((done) => {
    const end = (): void => {
      clearTimeout(timer);
      socket.off("close", end);
      done();
    };
    const timer = setTimeout(end, ms);
    socket.once("close", end);
  });
}

/** Waits until everybody else in this process had a turn. */
export async function turn(): Promise<void> {
  await new Promise((done) => setImmediate(done));
}
