let require_command;
let require_stream;
let node_events = require("node:events");
// src/pipeline/backend.ts
/** Records of one server that may wait between its steps. */
const PARKED_MAX = 1e3;
/** Runs everything in this process. The steps have been given the signal when they were made. */
const inlineBackend = { async run(server, steps, { emit }) {
	const gate = (require_stream ??= require("./stream.cjs")).Gate.alone(PARKED_MAX);
	const stream = steps.reduce((records, step) => records.pipe(step), (require_stream ??= require("./stream.cjs")).of(server));
	await (require_stream ??= require("./stream.cjs")).lastValueFrom(stream.pipe(emitted(emit, gate), (require_stream ??= require("./stream.cjs")).gated(gate)), { defaultValue: void 0 });
} };
/**
* Emits records one at a time; what comes meanwhile is parked. Not `concatMap`: when a wait is over it begins what has gathered one
* within the other, and a thousand of them are more than the stack takes.
*/
function emitted(emit, gate) {
	return (source) => new (require_stream ??= (require("./stream.cjs"))).Observable((subscriber) => {
		const waiting = new (require_stream ??= (require("./stream.cjs"))).Fifo();
		let emitting = false;
		let sourceOver = false;
		/** Until one has to be waited for. */
		const emitAll = (first) => {
			for (let record = first; record !== void 0; record = waiting.shift()) {
				const taken = emit(record);
				if (taken !== void 0) return taken;
				if (subscriber.closed) return;
				gate.unpark();
			}
			emitting = false;
			if (sourceOver) subscriber.complete();
		};
		const goOn = () => {
			if (subscriber.closed) return;
			gate.unpark();
			begin(waiting.shift());
		};
		const begin = (first) => {
			try {
				emitAll(first)?.then(goOn).catch((error) => subscriber.error(error));
			} catch (error) {
				subscriber.error(error);
			}
		};
		return source.subscribe({
			next(record) {
				gate.park();
				if (emitting) waiting.push(record);
				else {
					emitting = true;
					begin(record);
				}
			},
			error: (error) => subscriber.error(error),
			complete() {
				sourceOver = true;
				if (!emitting) subscriber.complete();
			}
		});
	});
}
// src/pipeline/pipelineRecords.ts
/**
* The records that a described pipeline makes. The server steps right behind `servers` run behind the backend, each server apart;
* from the first step on that needs the whole stream, all is one stream in this process. Unsubscribing ends everything.
*/
function pipelineRecords(request) {
	return (require_stream ??= require("./stream.cjs")).defer(() => {
		const stop = new AbortController();
		const signal = AbortSignal.any([request.context.signal, stop.signal]);
		(0, node_events.setMaxListeners)(0, signal);
		return records({
			...request,
			context: {
				...request.context,
				signal
			}
		}).pipe((require_stream ??= require("./stream.cjs")).finalize(() => stop.abort()));
	});
}
function records(request) {
	const { source, steps, context, watch } = request;
	const watched = (place) => watch === void 0 ? (records) => records : (require_stream ??= require("./stream.cjs")).tap((record) => watch(place, record));
	const made = steps.map(({ stage, values }, place) => (records) => records.pipe(stage.operator(values, context), watched(place)));
	const apart = "servers" in source ? countApart(steps) : 0;
	const behindServers = ("servers" in source ? source.servers : source.saved).pipe(watched(-1), eachApart(made.slice(0, apart), request), endWatched(request));
	return made.slice(apart).reduce((records, step) => records.pipe(step), behindServers);
}
function endWatched({ onEnough = () => {}, context }) {
	let over = false;
	const itIsOver = () => {
		over = true;
	};
	return (records) => records.pipe((require_stream ??= require("./stream.cjs")).tap({
		complete: itIsOver,
		error: itIsOver
	}), (require_stream ??= require("./stream.cjs")).finalize(() => {
		if (!over && !context.signal.aborted) onEnough();
	}));
}
/** The steps that work on each server apart and stand right behind the servers. */
function countApart(steps) {
	const first = steps.findIndex(({ stage, values }) => (require_command ??= require("./command.cjs")).scopeOf(stage, values) === "run");
	return first === -1 ? steps.length : first;
}
/** The least of what the steps allow. */
function serversAtOnceOf(steps) {
	const limits = steps.map(({ values }) => values["servers"]).filter((limit) => typeof limit === "number");
	return limits.length === 0 ? 64 : Math.min(...limits);
}
function eachApart(steps, request) {
	if (steps.length === 0) return (records) => records;
	const atOnce = serversAtOnceOf(request.steps.slice(0, steps.length));
	return (require_stream ??= require("./stream.cjs")).boundedMergeMap((server) => onBackend(server, steps, request), atOnce);
}
/** One server's records as the backend emits them; it waits where the stream behind it does. */
function onBackend(server, steps, request) {
	const { backend, context } = request;
	return new (require_stream ??= (require("./stream.cjs"))).Observable((subscriber) => {
		const gate = (require_stream ??= require("./stream.cjs")).currentGate();
		let wake = () => {};
		const emit = (record) => {
			if (subscriber.closed) throw new Error("nobody wants the records of this server");
			subscriber.next(record);
			const full = subscriber.closed ? void 0 : gate?.ready();
			if (full === void 0) return void 0;
			return new Promise((resolve) => {
				wake = resolve;
				full.then(resolve);
			});
		};
		backend.run(server, steps, {
			run: context.run,
			epoch: 1,
			signal: context.signal,
			emit
		}).then(() => subscriber.complete(), (error) => subscriber.error(error));
		return () => wake();
	});
}
Object.defineProperty(exports, "PARKED_MAX", {
	enumerable: true,
	get: function() {
		return PARKED_MAX;
	}
});
Object.defineProperty(exports, "countApart", {
	enumerable: true,
	get: function() {
		return countApart;
	}
});
Object.defineProperty(exports, "inlineBackend", {
	enumerable: true,
	get: function() {
		return inlineBackend;
	}
});
Object.defineProperty(exports, "pipelineRecords", {
	enumerable: true,
	get: function() {
		return pipelineRecords;
	}
});
Object.defineProperty(exports, "serversAtOnceOf", {
	enumerable: true,
	get: function() {
		return serversAtOnceOf;
	}
});
