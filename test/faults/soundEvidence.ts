import type { AnyRecord } from "../../src/records/record.ts";
import type { FileVersion } from "../servers/scripted/servedFile.ts";
import type { Evidence, ServerEvidence, Told } from "./evidence.ts";
import type { Schedule, ServerPlan } from "./schedule.ts";

const BYTES = Buffer.from("a day's figures");

export function version(bytes: Buffer, modified = "20260102030405", went?: number): FileVersion {
  return { bytes, size: bytes.length, modified, came: 0, went };
}

const PLAN: ServerPlan = {
  files: {},
  listing: "MLSD",
  listTimes: "days",
  passive: "epsv",
  tls: "none",
  rest: "obeyed",
  meanwhile: "in turn",
  lacks: [],
  hash: false,
  maxConnections: null,
  surplus: null,
};

const SCHEDULE: Schedule = {
  profile: "any",
  form: "operators",
  options: {
    connections: 2,
    retries: 0,
    timeout: 5,
    verify: "size",
    if_exists: "same",
    fsync: false,
    max_file_size: 1000,
    max_entries: 1000,
    checksum: false,
    keepOrder: false,
  },
  servers: [PLAN],
  rounds: [],
};

const DOWNLOAD: AnyRecord = {
  type: "download",
  server: "server-1",
  path: "/a.bin",
  name: "a.bin",
  size: BYTES.length,
  bytes: BYTES.length,
  status: "fetched",
};

const SUMS = { asked: 1, fetched: 1, unchanged: 0, skipped: 0, failed: 0, not_started: 0 };

/** A round of one server with one file, which came; with these differences. */
export function soundEvidence(
  differences: {
    readonly round?: Partial<Evidence>;
    readonly schedule?: Partial<Schedule>;
    readonly told?: Partial<Told>;
    readonly server?: Partial<ServerEvidence>;
    readonly download?: Partial<AnyRecord>;
    readonly sums?: Partial<typeof SUMS> & { readonly bytes?: number };
  } = {},
): Evidence {
  const versions = new Map([["/a.bin", [version(BYTES)]]]);
  const download = { ...DOWNLOAD, ...differences.download };
  const sums = { ...SUMS, bytes: Number(download["bytes"]), ...differences.sums };
  const server: ServerEvidence = {
    name: "server-1",
    plan: PLAN,
    versions,
    ever: versions,
    allowed: new Set(),
    lies: new Map(),
    steady: new Set(["/a.bin"]),
    disk: new Map([["a.bin", BYTES]]),
    parts: [],
    lock: false,
    note: false,
    left: { disk: new Map(), parts: [], lock: false, note: false },
    takenBack: new Set(),
    struck: new Map(),
    mostConnected: 1,
    mostLoggedIn: 1,
    openSockets: 0,
    ...differences.server,
  };
  const told: Told = {
    ended: "completed",
    rows: new Map([
      [
        "server-1",
        { result: 0, number_of_files: 1, files: [["a.bin", BYTES.length]], reasons: { failed: 0, others: [] } },
      ],
    ]),
    code: 0,
    took_ms: 1_000,
    codes: new Map(),
    records: [
      { type: "listed", server: "server-1", files: 1 },
      download,
      { type: "harvested", server: "server-1", ...sums },
    ],
    text: "",
    ...differences.told,
  };
  return {
    schedule: { ...SCHEDULE, ...differences.schedule },
    round: 0,
    plan: "clean",
    told,
    servers: [server],
    outside: [],
    incidents: [],
    written: [],
    ...differences.round,
  };
}
