let require_stream;
// src/pipeline/recordOutput.ts
/** Where the records of a stage go: bytes to the next process. */
var RecordOutput = class {
	#sink;
	#writer;
	#closed = new AbortController();
	#gate;
	#blocked = false;
	constructor(sink) {
		this.#sink = sink;
		this.#writer = new (require_stream ??= (require("./stream.cjs"))).NdjsonWriter((text) => this.#write(text));
		sink.on("error", (error) => {
			this.#closed.abort(error);
			this.#goOn();
		});
	}
	/** Called before bytes go out. */
	beforeWrite = () => {};
	/** Aborted when the reader has left; the reason is the error. */
	get closed() {
		return this.#closed.signal;
	}
	/** Sources behind this gate wait while the reader does not read. */
	set gate(gate) {
		this.#gate = gate;
	}
	/** `line`: the record as it came in, where it did. */
	record(record, line) {
		if (!this.#closed.signal.aborted) this.#writer.record(record, line);
	}
	/** Writes the last newline: an orderly end. Resolves when all is with the system, or the reader has left. */
	async end() {
		if (this.#closed.signal.aborted) return;
		this.#writer.end();
		await new Promise((resolve) => {
			this.#closed.signal.addEventListener("abort", () => resolve(), { once: true });
			this.#sink.write("", () => resolve());
		});
	}
	#write(text) {
		if (this.#closed.signal.aborted) return;
		this.beforeWrite();
		if (this.#sink.write(text) || this.#blocked) return;
		this.#blocked = true;
		this.#gate?.hold();
		this.#sink.once("drain", () => this.#goOn());
	}
	#goOn() {
		if (!this.#blocked) return;
		this.#blocked = false;
		this.#gate?.letGo();
	}
};
Object.defineProperty(exports, "RecordOutput", {
	enumerable: true,
	get: function() {
		return RecordOutput;
	}
});
