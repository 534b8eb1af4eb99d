let require_command;
let require_stream;
let node_events = require("node:events");
let node_child_process;
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_os;
let node_url = require("node:url");
let node_util = require("node:util");
let node_net;
let node_fs_promises;
let node_crypto = require("node:crypto");
let node_stream_promises;
// src/demo/listingLine.ts
/** Facts that MLST and MLSD can give (RFC 3659 7.5). */
const FACTS = [
	"type",
	"size",
	"modify"
];
/** One entry as RFC 3659 7.2 writes it: `type=file;size=12;modify=20261124013815; name`. */
function factsLine(name, node, facts) {
	return `${facts.flatMap((fact) => {
		const value = factOf(node, fact);
		return value === void 0 ? [] : [`${fact}=${value};`];
	}).join("")} ${name}`;
}
/** `YYYYMMDDHHMMSS` in UTC (RFC 3659 2.3). */
function timeVal(time) {
	return time.toISOString().slice(0, 19).replace(/\D/g, "");
}
/** One entry as `ls -l` of a server in UTC writes it: what nearly all clients read, though no RFC says how. */
function longLine(name, node, now) {
	return `${node.kind === "folder" ? "dr-xr-xr-x" : "-r--r--r--"}   1 ftp      ftp      ${String(sizeOf(node)).padStart(12)} ${longTime(node.modified, now)} ${name}`;
}
function factOf(node, fact) {
	if (fact === "type") return node.kind === "folder" ? "dir" : "file";
	if (fact === "modify") return timeVal(node.modified);
	return node.kind === "folder" ? void 0 : String(sizeOf(node));
}
function sizeOf(node) {
	return node.kind === "folder" ? 4096 : node.bytes.length;
}
/** With the time of day for the last six months, with the year for all else, as `ls` does. */
function longTime(time, now) {
	const age_ms = now.getTime() - time.getTime();
	const recent = age_ms >= 0 && age_ms < SIX_MONTHS_MS;
	return `${`${MONTHS[time.getUTCMonth()]} ${String(time.getUTCDate()).padStart(2)}`} ${recent ? time.toISOString().slice(11, 16) : ` ${time.getUTCFullYear()}`}`;
}
const SIX_MONTHS_MS = 157248e5;
const MONTHS = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
// src/demo/loopback.ts
/** Where the demo's servers are: nobody but this machine sees them. */
const LOOPBACK = "127.0.0.1";
/** Lets a server listen on a free port of the loopback, and says which. */
async function listenOnLoopback(listener) {
	listener.listen({
		host: LOOPBACK,
		port: 0
	});
	await (0, node_events.once)(listener, "listening");
	const address = listener.address();
	if (address === null || typeof address === "string") throw new Error("a listening server has no port");
	return address.port;
}
/** Below the ports that systems give out by themselves: from 32768 (Linux) or 49152 (RFC 6335 §6) on. */
const LEAST_PORT = 1e4;
const MOST_PORT = 3e4;
/**
* A port of the loopback on which nothing listens, and which no server is given either: were it the next passive port of one, whoever
* tries the server that is down would be sent another's data.
*/
async function closedPort() {
	for (;;) {
		const port = (0, node_crypto.randomInt)(LEAST_PORT, MOST_PORT);
		if (await isFree(port)) return port;
	}
}
async function isFree(port) {
	const listener = (0, (node_net ??= require("node:net")).createServer)();
	try {
		await (0, node_events.once)(listener.listen({
			host: LOOPBACK,
			port
		}), "listening");
		return true;
	} catch {
		return false;
	} finally {
		listener.close();
	}
}
// src/demo/ftpCommands.ts
/**
* Does what one command line asks and returns the reply that ends it, without its line end. RFC 959 unless noted otherwise;
* everything that would change the server is 502.
*/
async function answer(session, line) {
	const [, verb = "", argument = ""] = /^([^ ]*) ?(.*)$/s.exec(line) ?? [];
	const name = verb.toUpperCase();
	if (NOT_IMPLEMENTED.has(name)) return `502 ${name} is not implemented: this server is read-only and passive.`;
	const command = COMMANDS[name];
	if (command === void 0) return "500 Command not understood.";
	if (!session.loggedIn && !BEFORE_LOG_IN.has(name)) return "530 Log in with USER and PASS first.";
	const restartAt = session.restartAt;
	session.restartAt = 0;
	return command(session, argument, restartAt);
}
const COMMANDS = {
	USER: user,
	PASS: pass,
	QUIT: quit,
	SYST: () => "215 UNIX Type: L8",
	FEAT: () => FEATURES,
	OPTS: opts,
	NOOP: () => "200 OK.",
	TYPE: type,
	STRU: (_, argument) => argument.toUpperCase() === "F" ? "200 Structure is file." : "504 Only STRU F.",
	MODE: (_, argument) => argument.toUpperCase() === "S" ? "200 Mode is stream." : "504 Only MODE S.",
	PWD: (session) => `257 ${quoted(session.folder)} is the working folder.`,
	CWD: cwd,
	CDUP: (session) => cwd(session, ".."),
	PASV: pasv,
	EPSV: epsv,
	LIST: list,
	MLSD: mlsd,
	MLST: mlst,
	SIZE: size,
	MDTM: mdtm,
	REST: rest,
	RETR: retr
};
const BEFORE_LOG_IN = /* @__PURE__ */ new Set([
	"USER",
	"PASS",
	"QUIT",
	"SYST",
	"FEAT",
	"OPTS",
	"NOOP"
]);
/** What RFC 959, 2228 and 2428 know and we don't: 502. Anything else is 500. */
const NOT_IMPLEMENTED = new Set("ABOR ACCT ADAT ALLO APPE AUTH CCC CONF DELE ENC EPRT HELP MIC MKD NLST PBSZ PORT PROT REIN RMD RNFR RNTO SITE SMNT STAT STOR STOU".split(" "));
/** RFC 2389 3.2: a feature a line, each after one space. RFC 3659 7.8: facts that are sent unasked have a star. */
const FEATURES = [
	"211-Features:",
	" EPSV",
	" MDTM",
	` MLST ${FACTS.map((fact) => `${fact}*;`).join("")}`,
	" REST STREAM",
	" SIZE",
	" UTF8",
	"211 End."
].join("\r\n");
function user(session, argument) {
	session.user = argument;
	session.loggedIn = false;
	return "331 Password, please.";
}
function pass(session, argument) {
	if (session.user === "") return "503 USER comes first.";
	session.loggedIn = session.user === session.served.user && argument === session.served.password;
	return session.loggedIn ? "230 Logged in." : "530 Wrong user or password.";
}
function quit(session) {
	session.over = true;
	return "221 Goodbye.";
}
/** RFC 2389 4; names are always UTF-8 here (RFC 2640 2). */
function opts(session, argument) {
	const [, option = "", value = ""] = /^(\S*) ?(.*)$/s.exec(argument.toUpperCase()) ?? [];
	if (option === "UTF8") return value === "ON" ? "200 UTF8 is always on." : "504 UTF8 is always on.";
	if (option !== "MLST") return "501 Only UTF8 and MLST have options.";
	const wanted = value.toLowerCase().split(";");
	session.facts = FACTS.filter((fact) => wanted.includes(fact));
	return `200 MLST OPTS ${session.facts.map((fact) => `${fact};`).join("")}`.trimEnd();
}
/** ASCII type is taken for listings, which have its line ends anyway. Files go as they are, as vsftpd's do. */
function type(_, argument) {
	return /^(?:A(?: N)?|I|L 8)$/i.test(argument) ? "200 Type set." : "504 Only TYPE A and TYPE I.";
}
function cwd(session, argument) {
	if (session.find(argument)?.kind !== "folder") return "550 No such folder.";
	session.folder = session.resolve(argument);
	return "250 This is the working folder now.";
}
async function pasv(session) {
	const port = await session.openData();
	return `227 Entering Passive Mode (${LOOPBACK.replaceAll(".", ",")},${port >> 8},${port & 255}).`;
}
/** RFC 2428 3: of the network protocols only 1, IPv4, is here. */
async function epsv(session, argument) {
	if (argument.toUpperCase() === "ALL") return "200 EPSV it shall be.";
	if (argument !== "" && argument !== "1") return "522 Network protocol not supported, use (1)";
	return `229 Entering Extended Passive Mode (|||${await session.openData()}|)`;
}
/** `LIST [-flags] [path]`. Of the flags only `a` means something: names that begin with a dot, and `.` and `..`. */
function list(session, argument) {
	const [, flags = "", path = ""] = /^(-\S*)? ?(.*)$/s.exec(argument) ?? [];
	const node = session.find(path);
	if (node === void 0) return "550 No such file or folder.";
	const now = /* @__PURE__ */ new Date();
	if (node.kind === "file") return session.transfer(linesOf([longLine(path, node, now)]));
	const all = flags.includes("a");
	const shown = [...node.entries].filter(([name]) => all || !name.startsWith("."));
	const itself = all ? [[".", node], ["..", node]] : [];
	return session.transfer(linesOf([...itself, ...shown].map(([name, entry]) => longLine(name, entry, now))));
}
/** RFC 3659 7.2.1: folders only. */
function mlsd(session, argument) {
	const node = session.find(argument);
	if (node === void 0) return "550 No such folder.";
	if (node.kind === "file") return "501 MLSD is for folders, MLST for files.";
	return session.transfer(linesOf([...node.entries].map(([name, entry]) => factsLine(name, entry, session.facts))));
}
/** RFC 3659 7.2: the facts come on the control connection, with the whole path. */
function mlst(session, argument) {
	const node = session.find(argument);
	if (node === void 0) return "550 No such file or folder.";
	return `250-Facts:\r\n ${factsLine(session.resolve(argument), node, session.facts)}\r\n250 End.`;
}
/** RFC 3659 4. */
function size(session, argument) {
	const node = session.find(argument);
	return node?.kind === "file" ? `213 ${node.bytes.length}` : "550 No such file.";
}
/** RFC 3659 3: always UTC. */
function mdtm(session, argument) {
	const node = session.find(argument);
	return node?.kind === "file" ? `213 ${timeVal(node.modified)}` : "550 No such file.";
}
/** RFC 3659 5: in stream mode the restart point is a number of bytes. */
function rest(session, argument) {
	if (!/^\d{1,15}$/.test(argument)) return "501 REST takes a number of bytes.";
	session.restartAt = Number(argument);
	return `350 The next RETR starts at ${argument}.`;
}
function retr(session, argument, restartAt) {
	const node = session.find(argument);
	if (node?.kind !== "file") return "550 No such file.";
	if (restartAt > node.bytes.length) return "554 The file is shorter than the restart point.";
	return session.transfer(node.bytes.subarray(restartAt));
}
/** RFC 959 Appendix II: a quote in a path is doubled. */
function quoted(path) {
	return `"${path.replaceAll("\"", "\"\"")}"`;
}
function linesOf(lines) {
	return Buffer.from(lines.map((line) => `${line}\r\n`).join(""));
}
// src/demo/dataPort.ts
/** How long a client may take to open the data connection that it asked for. */
const CONNECT_WAIT_MS = 1e4;
/** How long a client may stop reading before its transfer is given up. */
const STALL_MS = 3e4;
/**
* A passive port (RFC 959 3.2, RFC 2428 3), the same one for all transfers of a session: a port for each would, after some
* ten thousand files, leave the system without free ones for a minute (TIME_WAIT).
*/
var DataPort = class DataPort {
	port;
	#listener;
	/** The listener's "close": it comes when its connections are closed too. */
	#closed;
	/** The expected connection, and what tells that it came, or that nobody waits for it any more. */
	#arrived = Promise.resolve(void 0);
	#arrive;
	#socket;
	#used = true;
	constructor(listener, port) {
		this.#listener = listener;
		this.port = port;
		this.#closed = new Promise((resolve) => {
			listener.once("close", resolve);
		});
		listener.on("connection", (socket) => this.#take(socket));
	}
	static async open() {
		const listener = (0, (node_net ??= require("node:net")).createServer)();
		return new DataPort(listener, await listenOnLoopback(listener));
	}
	/** Whether a transfer has had the connection: it is good for one. It stays until the client, `expect` or `close` ends it. */
	get used() {
		return this.#used;
	}
	/** Takes one more connection, for the next transfer; the one before is ended. */
	expect() {
		this.#socket?.destroy();
		this.#socket = void 0;
		this.#arrive?.();
		this.#arrived = new Promise((resolve) => {
			this.#arrive = resolve;
		});
		this.#used = false;
	}
	/** Whether the client has opened its connection. False when it takes too long, or the port is closed in between. */
	async connected() {
		const late = setTimeout(() => this.#giveUp(), CONNECT_WAIT_MS);
		const socket = await this.#arrived;
		clearTimeout(late);
		return socket !== void 0;
	}
	/** Sends the bytes and the end. False when the client went away or stopped reading. */
	async send(bytes) {
		this.#used = true;
		const socket = await this.#arrived;
		if (socket === void 0 || socket.destroyed) return false;
		return new Promise((resolve) => {
			socket.once("close", () => resolve(false));
			socket.end(bytes, () => resolve(socket.writableFinished));
		});
	}
	/** Ends the connection, if there is one, and gives the port back. */
	async close() {
		this.#giveUp();
		this.#socket?.destroy();
		this.#listener.close();
		await this.#closed;
	}
	#giveUp() {
		this.#arrive?.();
		this.#arrive = void 0;
	}
	#take(socket) {
		socket.on("error", () => {});
		if (this.#arrive === void 0) return void socket.destroy();
		this.#socket = socket;
		socket.resume();
		socket.setTimeout(STALL_MS, () => socket.destroy());
		this.#arrive(socket);
		this.#arrive = void 0;
	}
};
// src/demo/tree.ts
/** Builds the folders that the files' paths imply. A path that is no plain absolute one, or is taken, is a bug and throws. */
function treeOf(files) {
	const root = emptyFolder$1();
	for (const file of files) plant(root, file);
	return root;
}
/** What lies at an absolute path (without `.` and `..`), or undefined. */
function find(root, path) {
	let node = root;
	for (const part of path.split("/")) if (part !== "") node = node?.kind === "folder" ? node.entries.get(part) : void 0;
	return node;
}
function plant(root, { path, bytes, modified }) {
	if (!PLAIN_PATH.test(path)) throw new Error(`not a plain absolute path: ${JSON.stringify(path)}`);
	const folders = path.slice(1).split("/");
	const name = folders.pop() ?? "";
	let folder = root;
	touch(folder, modified);
	for (const part of folders) {
		const next = folder.entries.get(part) ?? emptyFolder$1();
		if (next.kind === "file") throw new Error(`a file, not a folder, on the way to ${JSON.stringify(path)}`);
		folder.entries.set(part, next);
		folder = next;
		touch(folder, modified);
	}
	if (folder.entries.has(name)) throw new Error(`there twice: ${JSON.stringify(path)}`);
	folder.entries.set(name, {
		kind: "file",
		bytes,
		modified
	});
}
/** `/a/b`: no empty part, no `.` or `..`, and no line ends or NUL, which FTP can't carry (RFC 959 5.3.2). */
const PLAIN_PATH = /^(?:\/(?!\.{1,2}(?:\/|$))[^/\r\n\0]+)+$/;
function emptyFolder$1() {
	return {
		kind: "folder",
		entries: /* @__PURE__ */ new Map(),
		modified: /* @__PURE__ */ new Date(0)
	};
}
function touch(folder, modified) {
	if (folder.modified < modified) folder.modified = modified;
}
// src/demo/ftpSession.ts
/** What a server remembers of one control connection. */
var FtpSession = class {
	served;
	/** The name given with USER. */
	user = "";
	loggedIn = false;
	/** Set by QUIT. */
	over = false;
	/** The working folder, absolute. */
	folder = "/";
	/** Where the next RETR starts (RFC 3659 5). */
	restartAt = 0;
	/** What MLST and MLSD tell. */
	facts = FACTS;
	#control;
	#data;
	constructor(control, served) {
		this.#control = control;
		this.served = served;
	}
	/** An argument as an absolute path; `..` never leads out of the root. */
	resolve(argument) {
		return node_path.posix.resolve("/", this.folder, argument);
	}
	find(argument) {
		return find(this.served.tree, this.resolve(argument));
	}
	/** Writes a reply and waits until the system took it: a client that does not read is not read from either. */
	say(reply) {
		return new Promise((resolve, reject) => {
			this.#control.write(`${reply}\r\n`, (error) => error ? reject(error) : resolve());
		});
	}
	/** Makes the passive port ready for one more transfer, in place of the one before, and returns its number. */
	async openData() {
		this.#data ??= await DataPort.open();
		this.#data.expect();
		if (this.#control.destroyed) await this.closeData();
		return this.#data.port;
	}
	/** Sends a file or a listing over the data connection; returns the reply that ends it (RFC 959 5.4). */
	async transfer(bytes) {
		const data = this.#data;
		if (data === void 0 || data.used) return "425 Use PASV or EPSV first.";
		if (!await data.connected()) return "425 No data connection came.";
		await this.say(`150 Here come ${bytes.length} bytes.`);
		return await data.send(bytes) ? "226 Transfer complete." : "426 Data connection closed; transfer aborted.";
	}
	async closeData() {
		await this.#data?.close();
	}
};
// src/demo/controlConnection.ts
/** Far more than any path here; RFC 959 names no limit. */
const MAX_LINE_BYTES = 8192;
/** RFC 1123 4.1.3.2 wants at least five minutes. */
const IDLE_MS = 3e5;
const LINE_FEED = 10;
/**
* Serves one control connection to its end. Each command is answered before the next is looked at, so a client may send
* several at once. Never throws.
*/
async function serveControl(socket, served) {
	const session = new FtpSession(socket, served);
	socket.setTimeout(IDLE_MS, () => socket.destroy());
	socket.once("close", () => session.closeData());
	try {
		await session.say("220 ftp-harvest demo server: read-only, made-up data.");
		for await (const line of commandLines(socket)) {
			await session.say(line === void 0 ? "500 The line is too long." : await answer(session, line));
			if (line === void 0 || session.over) break;
		}
	} catch {}
	await session.closeData();
	socket.end();
	socket.resume();
}
/** Lines without their ends, as UTF-8 (RFC 2640); undefined, and then no more, for one that is too long. */
async function* commandLines(socket) {
	let rest = Buffer.alloc(0);
	for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
		rest = Buffer.concat([rest, chunk]);
		for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
			yield end > MAX_LINE_BYTES ? void 0 : rest.toString("utf8", 0, end).replace(/\r$/, "");
			rest = rest.subarray(end + 1);
		}
		if (rest.length > MAX_LINE_BYTES) yield void 0;
	}
}
// src/demo/ftpServer.ts
/** Sessions at once on one server; a demo needs five or ten. */
const MAX_SESSIONS = 50;
/**
* Starts a small FTP server on a free port of the loopback: read-only, passive, one user, a tree held in memory. It is what
* `ftp-harvest demo` harvests, and shares no code with the client that is shown.
*/
async function startFtpServer(served) {
	const sessions = /* @__PURE__ */ new Map();
	const listener = (0, (node_net ??= require("node:net")).createServer)({ noDelay: true }, (socket) => {
		socket.on("error", () => {});
		if (sessions.size >= MAX_SESSIONS) return void refuse(socket);
		const over = Promise.all([serveControl(socket, served), closeOf(socket)]);
		sessions.set(socket, over.then(() => void sessions.delete(socket)));
	});
	const port = await listenOnLoopback(listener);
	const closed = (0, node_events.once)(listener, "close");
	const stop = async () => {
		const ending = [...sessions.values()];
		listener.close();
		for (const socket of sessions.keys()) socket.destroy();
		await Promise.all([closed, ...ending]);
	};
	return {
		host: LOOPBACK,
		port,
		stop
	};
}
function closeOf(socket) {
	return new Promise((resolve) => socket.once("close", () => resolve()));
}
function refuse(socket) {
	socket.end("421 Too many connections.\r\n");
	socket.destroySoon();
}
// src/demo/sampleFiles.ts
/** The folder of all branch offices' servers that has files for us. */
const OUT = "/out";
/**
* What branch office number `branch` has to offer: three to eight small files, the same ones each time. Among them is what
* makes harvesting hard: an empty file, a name with a space, a Chinese one, folders in folders. Reports lie in a folder of
* their own, `/out/reports` or elsewhere.
*/
function sampleFiles(branch, reports) {
	const id = String(branch).padStart(3, "0");
	const all = [
		() => file(`${OUT}/daily-${DAYS[0]}.csv`, DAYS[0], dailyLines(branch, DAYS[0], 40)),
		() => file(`${OUT}/${DAYS[0]}.done`, DAYS[0], ""),
		() => file(`${reports}/cash report.txt`, DAYS[0], `Branch ${id}: cash counted on ${DAYS[0]}, no difference.\n`),
		() => file(`${OUT}/分行日报.csv`, DAYS[0], `日期,分行,笔数\n${DAYS[0]},${id},40\n`),
		() => file(`${OUT}/archive/daily-${DAYS[1]}.csv`, DAYS[1], dailyLines(branch, DAYS[1], 120)),
		() => file(`${OUT}/archive/2026/10/daily-${DAYS[2]}.csv`, DAYS[2], dailyLines(branch, DAYS[2], 800)),
		() => file(`${reports}/2026/rates.csv`, DAYS[1], "currency,rate\nCNY,1\nEUR,8.2410\nHKD,0.9168\nUSD,7.1302\n"),
		() => file(`${OUT}/.sent`, DAYS[1], `${DAYS[1]}\n`)
	];
	return all.slice(0, FEWEST_FILES + branch % (all.length - FEWEST_FILES + 1)).map((make) => make());
}
const FEWEST_FILES = 3;
const DAYS = [
	"2026-10-30",
	"2026-10-29",
	"2026-10-28"
];
function file(path, day, text) {
	return {
		path,
		bytes: Buffer.from(text),
		modified: /* @__PURE__ */ new Date(`${day}T18:30:05Z`)
	};
}
/** A day's bookings. Plausible at a glance, made up throughout. */
function dailyLines(branch, day, count) {
	const next = numbers(branch * 1e3 + Number(day.slice(-2)));
	const lines = ["time,account,booking,currency,amount"];
	for (let line = 0; line < count; line++) {
		const time = new Date(Date.parse(`${day}T09:00:00Z`) + Math.floor(line * 288e5 / count)).toISOString();
		const account = `62${String(branch).padStart(3, "0")}${String(next(1e7)).padStart(7, "0")}`;
		const amount = (next(5e5) / 100).toFixed(2);
		lines.push([
			time.slice(11, 19),
			account,
			BOOKINGS[next(BOOKINGS.length)],
			"CNY",
			amount
		].join(","));
	}
	return `${lines.join("\n")}\n`;
}
const BOOKINGS = [
	"deposit",
	"withdrawal",
	"transfer",
	"fee",
	"interest"
];
/** Numbers below a limit, the same row of them for the same seed: the generator of Numerical Recipes, good enough for samples. */
function numbers(seed) {
	let state = seed;
	return (limit) => {
		state = Math.imul(state, 1664525) + 1013904223 >>> 0;
		return Math.floor(state / 2 ** 32 * limit);
	};
}
// src/demo/branches.ts
const BRANCHES = 10;
/** Its configuration has a wrong password. */
const LOCKED_OUT = 4;
/** Its server does not run. */
const DOWN = 7;
/** Its reports lie apart, so its configuration names two paths. */
const TWO_PATHS = 2;
const REPORTS = "/reports";
const USER = "harvest";
const PASSWORD = "only-a-demo";
/**
* Starts ten embedded FTP servers, `branch-001` to `branch-010`, and writes `cfg.yaml` into `folder`, which must be there and
* absolute and without one. branch-004 refuses the log-in, branch-007 is down.
*/
async function startBranches(folder) {
	const branches = [];
	const stop = async () => void await Promise.all(branches.map(({ running }) => running.stop()));
	try {
		for (let number = 1; number <= BRANCHES; number++) branches.push(await startBranch(number));
		const config = (0, node_path.join)(folder, "cfg.yaml");
		await (0, (node_fs_promises ??= require("node:fs/promises")).writeFile)(config, configText(branches), {
			mode: 384,
			flag: "wx"
		});
		return {
			config,
			buffer: (0, node_path.join)(folder, "buffer"),
			expected: expectedOf(branches),
			stop
		};
	} catch (error) {
		await stop();
		throw error;
	}
}
async function startBranch(number) {
	const paths = number === TWO_PATHS ? [OUT, REPORTS] : [OUT];
	const files = sampleFiles(number, number === TWO_PATHS ? REPORTS : `${OUT}/reports`);
	return {
		server: `branch-${String(number).padStart(3, "0")}`,
		files,
		paths,
		...failureOf(number),
		running: await (number === DOWN ? noServer() : startFtpServer({
			tree: treeOf(files),
			user: USER,
			password: PASSWORD
		}))
	};
}
async function noServer() {
	return {
		host: LOOPBACK,
		port: await closedPort(),
		stop: async () => {}
	};
}
function failureOf(number) {
	if (number === LOCKED_OUT) return { fails: "login" };
	return number === DOWN ? { fails: "connect_refused" } : {};
}
function expectedOf(branches) {
	const whole = branches.filter(({ fails }) => fails === void 0);
	const contents = new Map(whole.map((branch) => [branch.server, contentsOf(branch)]));
	return {
		whole: whole.map(({ server }) => server),
		failed: branches.flatMap(({ server, fails }) => fails === void 0 ? [] : [{
			server,
			code: fails
		}]),
		files: [...contents.values()].reduce((sum, files) => sum + files.size, 0),
		contents
	};
}
/** Names are relative to the server's path; with several, to their deepest common parent: `/` here. */
function contentsOf({ files, paths }) {
	const parent = paths.length === 1 ? `${paths[0]}/` : "/";
	return new Map(files.map(({ path, bytes }) => [path.slice(parent.length), bytes]));
}
function configText(branches) {
	return `# Ten branch offices, made up by the demo. Their servers run on this machine for as long as the demo does.
# \`ftp-harvest schema\` prints the JSON Schema of this file: editors that know it complete and check what you write.

buffer_path: ./buffer            # files land in <buffer_path>/<server>/<name>; relative to this file

defaults:                        # for every server; each key can also stand at a server
  user: ${USER}
  password: ${PASSWORD}          # of a real server better \${NAME}, from the environment, or password_file: PATH
  connections: 5                 # sessions at once on one server
  timeout: 10s
  retries: 1                     # for what trying again can mend: a refused connection, not a wrong password
  retry_delay: 200ms

servers:
${branches.map(serverLines).join("")}`;
}
function serverLines({ server, paths, running, fails }) {
	const path = paths.length === 1 ? paths[0] : `[${paths.join(", ")}]`;
	const password = fails === "login" ? ", password: not-the-right-one" : "";
	const entry = `  ${server}: { host: ${running.host}, port: ${running.port}, path: ${path}${password} }`;
	return `${REMARKS[fails ?? ""] ?? ""}${entry}\n`;
}
const REMARKS = {
	login: "  # This one refuses the log-in: its password is wrong here. See what the report says of it.\n",
	connect_refused: "  # This one is down: nothing listens on its port.\n"
};
// src/demo/childPipe.ts
/** How long children may take to end after SIGTERM; our commands close their sockets within a second. */
const GRACE_MS = 5e3;
/** More than any report of ten small servers; what writes more is ended. */
const MAX_OUTPUT_BYTES = 4194304;
/** As shells say it: the command could not be started. */
const NOT_STARTED = 127;
/**
* Runs commands side by side, each one's stdout being the next one's stdin, and waits for all. Descriptors are handed from
* child to child: the bytes do not pass through this process, but for a `tee`. stderr is this process's own. Throws the
* signal's reason when that is aborted before anything was started.
*/
async function runPipe(pipe) {
	pipe.signal.throwIfAborted();
	const children = [];
	const kill = (signal) => children.forEach(({ process }) => void process.kill(signal));
	const release = onceAborted(pipe.signal, kill);
	try {
		const copies = [];
		for (const command of pipe.commands) {
			const previous = children.at(-1);
			const child = start(command, pipe, previous?.stdout ?? pipe.input);
			children.push(child);
			if (previous !== void 0) copies.push(join$3(previous, child, command.tee));
		}
		const output = await textOf(children.at(-1)?.stdout);
		await Promise.all(copies);
		return {
			output,
			codes: await Promise.all(children.map(({ code }) => code))
		};
	} finally {
		release();
		kill("SIGKILL");
	}
}
function start({ argv, tee }, { cwd, env }, input) {
	const [program = "", ...rest] = argv;
	const given = input === void 0 ? "ignore" : tee === void 0 ? input : "pipe";
	const child = (0, (node_child_process ??= require("node:child_process")).spawn)(program, rest, {
		cwd,
		env: { ...env },
		stdio: [
			given,
			"pipe",
			"inherit"
		]
	});
	const code = new Promise((resolve) => {
		child.once("exit", (status, signal) => resolve(status ?? 128 + (signal === null ? 0 : (node_os ??= require("node:os")).constants.signals[signal])));
		child.once("error", () => resolve(NOT_STARTED));
	});
	if (child.stdout === null) throw new Error("a child without stdout");
	return {
		process: child,
		stdin: child.stdin,
		stdout: child.stdout,
		code
	};
}
/** Completes what `start` began: the first one's output is the other one's input. */
async function join$3(from, to, tee) {
	if (tee === void 0 || to.stdin === null) return void from.stdout.destroy();
	await (0, (node_stream_promises ??= require("node:stream/promises")).pipeline)(from.stdout, copyTo(tee), to.stdin).catch(() => {});
}
function copyTo(path) {
	return async function* copy(chunks) {
		const file = await (0, (node_fs_promises ??= require("node:fs/promises")).open)(path, "wx", 384);
		try {
			for await (const chunk of chunks) {
				await file.writeFile(chunk);
				yield chunk;
			}
		} finally {
			await file.close();
		}
	};
}
async function textOf(stdout) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of stdout ?? []) {
		chunks.push(chunk);
		bytes += chunk.length;
		if (bytes > MAX_OUTPUT_BYTES) break;
	}
	return Buffer.concat(chunks).toString();
}
/** Ends children when the signal is aborted. Returns what takes this back. */
function onceAborted(signal, kill) {
	let grace;
	const end = () => {
		kill("SIGTERM");
		grace = setTimeout(kill, GRACE_MS, "SIGKILL");
	};
	signal.addEventListener("abort", end, { once: true });
	return () => {
		signal.removeEventListener("abort", end);
		clearTimeout(grace);
	};
}
// src/demo/resultCheck.ts
/**
* Differences between what was staged and what came: exit code, result set, failures, and each file on disk, byte by byte.
* One sentence each; none when all is as it should be. It trusts nothing that the toolkit says of itself but what it checks.
*/
async function differences(branches, harvest) {
	return [
		...exitDifferences(harvest.code),
		...resultDifferences(branches, harvest.resultSet),
		...failureDifferences(branches, harvest.stream),
		...await diskDifferences(branches)
	].map((require_command ??= require("./command.cjs")).printable);
}
/** Two servers failed, so 1. */
function exitDifferences(code) {
	return code === 1 ? [] : [`ftp-report ended with exit code ${code}, not 1.`];
}
/** `{ "<server>": [result, number_of_files, buffer_path, [[file, size], …]] }`, files in any order. */
function resultDifferences({ buffer, expected }, text) {
	const results = parsed(text);
	if (typeof results !== "object" || results === null) return ["The result set is no JSON object."];
	const seen = new Map(Object.entries(results));
	const wanted = /* @__PURE__ */ new Map();
	for (const { server } of expected.failed) wanted.set(server, [
		1,
		0,
		(0, node_path.join)(buffer, server),
		[]
	]);
	for (const [server, files] of expected.contents) {
		const rows = [...files].map(([name, bytes]) => [name, bytes.length]);
		wanted.set(server, [
			0,
			files.size,
			(0, node_path.join)(buffer, server),
			sorted(rows)
		]);
	}
	return [.../* @__PURE__ */ new Set([...wanted.keys(), ...seen.keys()])].flatMap((server) => {
		const is = withSortedFiles(seen.get(server));
		const should = wanted.get(server);
		if ((0, node_util.isDeepStrictEqual)(is, should)) return [];
		return [`${server}: the result set says ${JSON.stringify(is) ?? "nothing"}, not ${JSON.stringify(should) ?? "nothing"}.`];
	});
}
/** Each failed server has a failure with its code, and no other server has any. */
function failureDifferences({ expected }, stream) {
	const failures = stream.split("\n").map(parsed).filter(isFailure);
	const missing = expected.failed.filter(({ server, code }) => !failures.some((failure) => failure.server === server && failure.code === code));
	const staged = new Set(expected.failed.map(({ server }) => server));
	return [...missing.map(({ server, code }) => `${server}: no failure says ${code}.`), ...failures.filter(({ server }) => !staged.has(server)).map((failure) => `Not staged: ${JSON.stringify(failure)}`)];
}
/** Below each server's folder: all its files, whole, and nothing else. */
async function diskDifferences({ buffer, expected }) {
	const found = [];
	for (const { server } of expected.failed) for (const name of await filesBelow((0, node_path.join)(buffer, server))) found.push(`${server}: ${name} should not be here.`);
	for (const [server, files] of expected.contents) {
		const here = new Set(await filesBelow((0, node_path.join)(buffer, server)));
		for (const [name, bytes] of files) if (!here.delete(name)) found.push(`${server}: ${name} is not here.`);
		else if (!(await (0, (node_fs_promises ??= require("node:fs/promises")).readFile)((0, node_path.join)(buffer, server, name))).equals(bytes)) found.push(`${server}: ${name} differs.`);
		for (const name of here) found.push(`${server}: ${name} should not be here.`);
	}
	return found;
}
async function filesBelow(folder) {
	try {
		return (await (0, (node_fs_promises ??= require("node:fs/promises")).readdir)(folder, {
			recursive: true,
			withFileTypes: true
		})).filter((entry) => !entry.isDirectory()).map((entry) => (0, node_path.relative)(folder, (0, node_path.join)(entry.parentPath, entry.name)));
	} catch {
		return [];
	}
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function isFailure(record) {
	return typeof record === "object" && record !== null && "type" in record && record.type === "failure";
}
/** A server's row with its files in order of name. */
function withSortedFiles(row) {
	if (!Array.isArray(row) || !Array.isArray(row[3])) return row;
	return [
		...row.slice(0, 3),
		sorted(row[3]),
		...row.slice(4)
	];
}
function sorted(files) {
	return files.toSorted((a, b) => JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
}
// src/demo/demo.ts
/** The harvest takes a few seconds; a demo that hangs must not hang for ever. */
const DEADLINE_MS = 12e4;
const JOBS = "5";
/** What goes through the pipe is saved under this name. */
const STREAM = "harvest.ndjson";
/**
* The toolkit's story: ten servers, one that refuses the log-in, one that is down; the three commands as a pipe of real
* processes; then a look at whether each byte came. Returns 0 when eight servers are whole and two failed as staged, else 1,
* also when `signal` ended it.
*/
async function runDemo(options) {
	const { folder, print, signal } = options;
	const branches = await startBranches(folder);
	try {
		print(opening(branches));
		const wrong = await told(options, branches);
		if (signal.aborted) return 1;
		print(wrong.length === 0 ? verdict(branches) : complaint(wrong));
		print(options.keep === true ? nextStepsLive(folder) : nextSteps(folder));
		if (options.keep === true) await abortOf(signal);
		return wrong.length === 0 ? 0 : 1;
	} finally {
		await branches.stop();
	}
}
/** Harvests, shows the table, and returns what is not as staged. */
async function told(options, branches) {
	const signal = AbortSignal.any([options.signal, AbortSignal.timeout(DEADLINE_MS)]);
	try {
		const table = await harvest(options, branches, signal);
		options.print(`${table.output}\n`);
		const again = await reportAgain(options, signal);
		const stream = await (0, (node_fs_promises ??= require("node:fs/promises")).readFile)((0, node_path.join)(options.folder, STREAM), "utf8");
		return await differences(branches, {
			code: table.codes.at(-1),
			resultSet: again.output,
			stream
		});
	} catch (error) {
		if (signal.aborted) return [`The harvest was not over after ${DEADLINE_MS / 1e3} s.`];
		throw error;
	}
}
function harvest(options, { config }, signal) {
	const { folder, commands } = options;
	const list = [...commands("ftp-list"), config];
	const fetch = [
		...commands("ftp-fetch"),
		"-j",
		JOBS
	];
	const report = [
		...commands("ftp-report"),
		"--format",
		"table"
	];
	return runPipe({
		...surroundings(options),
		signal,
		commands: [
			{ argv: list },
			{ argv: fetch },
			{
				argv: report,
				tee: (0, node_path.join)(folder, STREAM)
			}
		]
	});
}
/** A saved stream is as good as the pipe that it came from: the same report, as JSON. */
async function reportAgain(options, signal) {
	const argv = [
		...options.commands("ftp-report"),
		"--format",
		"json"
	];
	const saved = await (0, (node_fs_promises ??= require("node:fs/promises")).open)((0, node_path.join)(options.folder, STREAM));
	try {
		return await runPipe({
			...surroundings(options),
			signal,
			input: saved.fd,
			commands: [{ argv }]
		});
	} finally {
		await saved.close();
	}
}
/** The journals of the demo's commands stay in the demo's folder. */
function surroundings({ folder, env }) {
	return {
		cwd: folder,
		env: {
			...env,
			FTP_HARVEST_STATE: (0, node_path.join)(folder, "state")
		}
	};
}
function abortOf(signal) {
	return new Promise((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener("abort", () => resolve(), { once: true });
	});
}
function opening({ config, expected }) {
	return lines(`${expected.whole.length + expected.failed.length} FTP servers of branch offices run on this machine now. One refuses our password, one is down.`, `They are described in ${config}; this pipe fetches all that they have:`, "", `  ftp-list cfg.yaml | ftp-fetch -j ${JOBS} | tee ${STREAM} | ftp-report --format table`, "");
}
function verdict({ buffer, expected }) {
	const failed = expected.failed.map(({ server, code }) => `${server} (${code})`).join(" and ");
	return lines(`As staged: ${expected.whole.length} servers are whole, their ${expected.files} files compared byte by byte in ${buffer};`, `${failed} failed and are in the report, so ftp-report's exit code is 1.`, "");
}
function complaint(wrong) {
	return lines("This is not what was staged:", ...wrong.map((difference) => `  ${difference}`), "");
}
function nextSteps(folder) {
	return lines("What to try next (in a checkout with npx in front):", `  ls -R ${(0, node_path.join)(folder, "buffer")}`, `  ftp-report --format csv < ${(0, node_path.join)(folder, STREAM)}      the same harvest, told differently`, "  ftp-harvest demo --keep      leaves the servers running: edit cfg.yaml, put ftp-filter into the pipe", "  ftp-harvest schema           the JSON Schema of cfg.yaml, for your editor", `All of this demo is in ${folder}, yours to delete.`);
}
function nextStepsLive(folder) {
	const config = (0, node_path.join)(folder, "cfg.yaml");
	return lines("The servers go on until Ctrl-C. What to try in another terminal (in a checkout with npx in front):", `  ls -R ${(0, node_path.join)(folder, "buffer")}`, `  ftp-list ${config} | ftp-filter --include '*.csv' | ftp-fetch --to ${(0, node_path.join)(folder, "csv-only")} | ftp-report --format table`, `  ftp-harvest run pipelines/harvest.yaml --set servers=${config}      the pipe as YAML`, `  ftp-harvest ${config}      after a change to it: a path, a password, a server less`, "  ftp-harvest schema         the JSON Schema of cfg.yaml, for your editor", `All of this demo is in ${folder}, yours to delete.`);
}
function lines(...texts) {
	return texts.map((text) => `${text}\n`).join("");
}
// src/cli/demoCommand.ts
const options = {
	folder: {
		kind: (require_command ??= require("./command.cjs")).text,
		help: "where to put the configuration and the files; a new temporary folder unless given"
	},
	keep: {
		kind: (require_command ??= require("./command.cjs")).switchKind,
		default: false,
		help: "leave the servers up until Ctrl-C, to try commands on them"
	}
};
/** `ftp-harvest demo` */
const run = async (args, world) => {
	const line = (require_command ??= require("./command.cjs")).commandLine("ftp-harvest demo", "Harvest ten embedded FTP servers, one down and one refusing", [["ftp-harvest demo", "see what a harvest looks like"]]);
	const { values } = (require_command ??= require("./command.cjs")).parse(line, options, args, world);
	const code = await runDemo({
		folder: values.folder === void 0 ? (0, node_fs.mkdtempSync)((0, node_path.join)((0, (node_os ??= require("node:os")).tmpdir)(), "ftp-harvest-demo-")) : emptyFolder(values.folder),
		commands: (name) => [process.execPath, (0, node_url.fileURLToPath)(new URL(`../../bin/${name}.js`, require("url").pathToFileURL(__filename).href))],
		print: (words) => world.stdout.write(words),
		env: world.env,
		signal: world.signals.signal,
		keep: values.keep
	});
	return (require_stream ??= require("./stream.cjs")).foldCodes(world.signals.code(), code);
};
/** Makes it if it is not there. Throws a `UsageError` when it has anything in it, which the demo would mix with its own. */
function emptyFolder(shown) {
	const folder = (0, node_path.resolve)(shown);
	try {
		(require_stream ??= require("./stream.cjs")).makeFolder(folder);
		if ((0, node_fs.readdirSync)(folder).length === 0) return folder;
	} catch (error) {
		const code = (require_command ??= require("./command.cjs")).errorCode(error);
		throw new (require_command ??= (require("./command.cjs"))).UsageError(`--folder ${shown}: no folder can be made or read there (${code})`, { cause: error });
	}
	throw new (require_command ??= (require("./command.cjs"))).UsageError(`--folder ${shown}: it is not empty; name a new one`);
}
exports.run = run;
