import { parentPort, workerData } from "node:worker_threads";
import type { Order, ToWorker } from "./messages.ts";
import { Outbox } from "./outbox.ts";
import { Work } from "./work.ts";
import { Workplace, type WorkplaceRequest } from "./workplace.ts";

/** What runs in a worker thread: takes orders, works on their servers, and tells what comes of it. */
if (parentPort === null) throw new Error("this file is for worker threads");
const port = parentPort;
const facts: WorkplaceRequest = workerData;
const place = new Workplace(facts);
const outbox = new Outbox(port);
const works = new Map<number, Work>();
/** Of those, so many wait for the other thread. */
let waiting = 0;

port.on("message", (message: ToWorker) => {
  if (message.say === "work") return begin(message.order);
  if (message.say === "ping") return outbox.say({ say: "pong" });
  if (message.say === "close") return close();
  const work = works.get(message.id);
  if (message.say === "taken") work?.taken(message.records);
  else if (message.say === "abort") work?.abort();
  else work?.drop();
});

function begin(order: Order): void {
  const work = new Work(order, outbox);
  works.set(order.id, work);
  work.onWaits = (how) => {
    waiting += how === "waits" ? 1 : -1;
    stayOrNot();
  };
  stayOrNot();
  void work.doAt(place).then(() => {
    works.delete(order.id);
    stayOrNot();
  });
}

/**
 * Messages alone keep the thread alive only where it waits for them. Else a stage that leaves nothing to wait for and is not over would never
 * be noticed: so the thread ends, and the other one says so.
 */
function stayOrNot(): void {
  if (works.size === 0 || waiting > 0) port.ref();
  else port.unref();
}

function close(): void {
  place.close();
  port.close();
}
