import { it } from "vitest";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { addressOf } from "./addressOf.ts";
import { faultOf } from "./faultOf.ts";
import { openSession } from "./openSession.ts";
it("dbg", async () => {
    await using server = await startScriptedServer({ tls: "implicit" });
    const fault = await faultOf(openSession(addressOf(server, { secure: "implicit", ca: undefined })));
    console.log(fault.message, process.getActiveResourcesInfo());
    for (let i=0;i<6;i++) { await new Promise(r=>setTimeout(r,500)); console.log(server.connected, server.lines(), process.getActiveResourcesInfo()); }
});
