import { describe, expect, it } from "vitest";
import { isFileName, journalPath, stateFolder } from "../../src/pipeline/journalFolder.ts";

describe("the state folder", () => {
  it.each([
    { env: {}, folder: "/home/ann/.local/state/ftp-harvest" },
    { env: { XDG_STATE_HOME: "/var/state" }, folder: "/var/state/ftp-harvest" },
    { env: { XDG_STATE_HOME: "relative" }, folder: "/home/ann/.local/state/ftp-harvest" },
    { env: { XDG_STATE_HOME: "/var/state", FTP_HARVEST_STATE: "/srv/harvest" }, folder: "/srv/harvest" },
    { env: { FTP_HARVEST_STATE: "", XDG_STATE_HOME: "" }, folder: "/home/ann/.local/state/ftp-harvest" },
  ])("is $folder with $env", ({ env, folder }) => {
    expect(stateFolder(env, "/home/ann")).toBe(folder);
  });
});

describe("a journal's path", () => {
  it("is made of the run and the stage process", () => {
    expect(journalPath("/state", "run-1", "list-7f3a")).toBe("/state/runs/run-1/list-7f3a.ndjson");
  });

  it.each(["..", ".hidden", "", "a/b", "a\0b", "a".repeat(81), "ä", "a\n"])("is never made of %j", (name) => {
    expect(isFileName(name)).toBe(false);
    expect(journalPath("/state", name, "list-7f3a")).toBeUndefined();
    expect(journalPath("/state", "run-1", name)).toBeUndefined();
  });
});
