import { describe, expect, it } from "vitest";
import { download, failure, harvested, listed, selection, server, skipped, source, text, trouble } from "./harvest.ts";

const TWO = [
  server("branch-001", { order: 0 }),
  server("branch-002", { order: 1 }),
  ...["b.bin", "a/day.csv"].map((name, n) => download(name, { server: "branch-001", size: n * 1834 })),
  trouble({ server: "branch-002" }),
];

describe("json", () => {
  it("is one object, one server a line", async () => {
    expect(await text(TWO, "json")).toBe(
      '{"branch-001":[0,2,"/data/branch-001",[["a/day.csv",1834],["b.bin",0]]],\n "branch-002":[1,0,"/data/branch-002",[]]}\n',
    );
  });

  it("keeps the order of servers whose names are numbers, and names that objects have", async () => {
    const records = ["10", "9", "__proto__"].flatMap((name, order) => [
      server(name, { order }),
      listed(0, { server: name }),
    ]);
    expect(await text(records, "json")).toBe(
      '{"10":[0,0,"/data/10",[]],\n "9":[0,0,"/data/9",[]],\n "__proto__":[0,0,"/data/__proto__",[]]}\n',
    );
  });

  it("is an empty object without servers", async () => {
    expect(await text([], "json")).toBe("{}\n");
  });

  it.each(["a\ufffd.csv", 'q"uo\\te', "\u2028\u009b31m\u202e", "\ud83d\ude00", "new\nline"])(
    "gives back the name %j",
    async (name) => {
      const json = await text([download(name)], "json");
      expect(JSON.parse(json)).toEqual({ s: [0, 1, "/data/s", [[name, 1]]] });
      expect(json).not.toMatch(/[\u007f-\u009f\u2028\u202e]/);
    },
  );

  it("has all of many files, in pieces", async () => {
    const records = Array.from({ length: 2_500 }, (_, n) => download(`${n}`));
    expect(JSON.parse(await text(records, "json")).s[3]).toHaveLength(2_500);
  });
});

describe("rows", () => {
  it("are one array a line", async () => {
    expect(await text(TWO, "rows")).toBe(
      '["branch-001",0,2,"/data/branch-001",[["a/day.csv",1834],["b.bin",0]]]\n["branch-002",1,0,"/data/branch-002",[]]\n',
    );
  });
});

describe("csv", () => {
  const HEAD = "server,result,name,size,status,code\n";

  it("has a row a file, failed and skipped ones too, and one for a server without files", async () => {
    const records = [
      download("b"),
      failure("a", { size: 5 }),
      skipped("c"),
      server("t"),
      listed(0, { server: "t" }),
      trouble({ server: "u" }),
    ];
    expect(await text(records, "csv")).toBe(
      `${HEAD}s,1,a,5,failed,denied\ns,1,b,1,fetched,\ns,1,c,,skipped,\nt,0,,,,\nu,1,,,failed,login\n`,
    );
  });

  it("quotes as RFC 4180 says", async () => {
    const records = ["a,b", 'c"d', "e\nf", " g "].map((name) => download(name));
    expect(await text(records, "csv")).toBe(
      `${HEAD}s,0, g ,1,fetched,\ns,0,"a,b",1,fetched,\ns,0,"c""d",1,fetched,\ns,0,"e\nf",1,fetched,\n`,
    );
  });

  it("says that a server was not reached", async () => {
    expect(await text([source("list-1", "cut", { selection: selection("s") })], "csv")).toBe(
      `${HEAD}s,1,,,incomplete,\n`,
    );
  });

  it("has unchanged files only when asked to", async () => {
    const records = [download("a", { status: "unchanged" })];
    expect(await text(records, "csv")).toBe(`${HEAD}s,0,,,,\n`);
    expect(await text(records, "csv", { withUnchanged: true })).toBe(`${HEAD}s,0,a,1,unchanged,\n`);
  });

  it("shows a terminal no control characters", async () => {
    expect(await text([download("\u001b[31m")], "csv", { terminal: true })).toBe(`${HEAD}s,0,\\x1b[31m,1,fetched,\n`);
    expect(await text([download("\u001b[31m")], "csv")).toContain("\u001b");
  });
});

describe("table", () => {
  it("has a line a server, the failures with their reasons, and sums", async () => {
    const records = [...TWO, failure("x", { server: "branch-001" }), skipped("l", { server: "branch-001" })];
    expect(await text(records, "table")).toBe(`server      result  files     size  folder
branch-001  FAILED      2  1.8 KiB  /data/branch-001
branch-002  FAILED      0      0 B  /data/branch-002

branch-001
  /out/x  denied: 550 no
    ask for the right to read it

branch-002
  login: 530 no
    check \`user\` and \`password\`, then whether the server has locked the user or lets it in from here

0 of 2 servers ok, 2 files, 1.8 KiB, 1 skipped, 2 failures
`);
  });

  it("aligns names that are wide on a terminal", async () => {
    const records = ["東京", "e\u0301", "😀", "abcd"].map((name) => listed(0, { server: name }));
    const lines = (await text(records, "table")).split("\n").slice(1, 5);
    expect(lines.map((line) => line.indexOf("ok"))).toEqual([2 + 4, 2 + 7, 2 + 6, 2 + 6].map((column) => column));
  });

  it("tells ten failures of a server and how many more there are", async () => {
    const records = Array.from({ length: 32 }, (_, n) => failure(String(n).padStart(2, "0"))).reverse();
    const table = await text(records, "table");
    expect(table.match(/\/out\/\d+/g)).toEqual(Array.from({ length: 10 }, (_, n) => `/out/0${n}`));
    expect(table).toContain("\n  and 22 more\n");
  });

  it("says why a server without failures is not whole", async () => {
    const records = [listed(3), download("a"), harvested({ fetched: 1, not_started: 2 })];
    expect(await text(records, "table")).toContain("\ns\n  2 files not started\n");
  });

  it("shows no control characters of servers", async () => {
    const records = [
      server("a\u001b[2J", { buffer_path: "/\u009b" }),
      failure("b\u0007", { message: "\u001b]0;x", code: "\u001bc" }),
    ];
    expect(await text(records, "table", { terminal: true })).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it("has colours only when asked to", async () => {
    expect(await text(TWO, "table")).not.toContain("\u001b");
    expect(await text(TWO, "table", { colours: true })).toContain("\u001b[31mFAILED\u001b[0m");
  });
});
