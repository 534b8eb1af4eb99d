import { describe, expect, it } from "vitest";
import { socketFault } from "../../src/ftp/socketFault.ts";
import { Fault } from "../../src/records/fault.ts";

describe("an error of a socket", () => {
  it.each([
    ["ECONNREFUSED", "connect_refused"],
    ["ENOTFOUND", "dns"],
    ["EAI_AGAIN", "dns"],
    ["EHOSTUNREACH", "unreachable"],
    ["ENETUNREACH", "unreachable"],
    ["ETIMEDOUT", "timeout"],
    ["ECONNRESET", "cut_off"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "tls"],
    ["CERT_HAS_EXPIRED", "tls"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "tls"],
    ["ESOMETHING", "cut_off"],
  ] as const)("%s is %s", (errno, code) => {
    expect(socketFault("host:21", Object.assign(new Error("why"), { code: errno })).code).toBe(code);
  });

  it("says what was tried and what came of it, in words", () => {
    const refused = Object.assign(new Error("connect ECONNREFUSED 10.0.0.1:21"), { code: "ECONNREFUSED" });
    expect(socketFault("host:21", refused).message).toBe("host:21: connection refused");
  });

  it("stays what it is when it is a fault", () => {
    const fault = new Fault("disk", "full");
    expect(socketFault("host:21", fault)).toBe(fault);
  });
});
