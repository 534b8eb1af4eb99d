let require_command;
let require_displayWidth;
let require_recordOutput;
let require_tslib_es6;
let require_recordInput;
let require_progress;
let node_events = require("node:events");
let node_child_process;
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_os;
let node_async_hooks = require("node:async_hooks");
// src/records/ndjsonWriter.ts
/** The size of a pipe's buffer on Linux. */
const MAX_BATCH_BYTES = 65536;
/** A batch goes out after this time at the latest: short for a person who watches, long for a computer. */
const FLUSH_AFTER_MS = 50;
/**
* Records to NDJSON, in batches. The newline that ends a record is written together with the next record, and the last one by
* `end()`: so input without a last newline is known to be cut.
*/
var NdjsonWriter = class {
	#write;
	#maxBatchBytes;
	#batch = "";
	/** The last record's newline is still to be written. */
	#open = false;
	#timer;
	constructor(write, options = {}) {
		this.#write = write;
		this.#maxBatchBytes = options.maxBatchBytes ?? MAX_BATCH_BYTES;
	}
	/** `line`: how the record is spelled already, its type first. */
	record(record, line = typeFirst(record)) {
		this.#batch += this.#open ? `\n${line}` : line;
		this.#open = true;
		if (this.#batch.length >= this.#maxBatchBytes) this.flush();
		else this.#timer ??= setTimeout(() => this.flush(), FLUSH_AFTER_MS);
	}
	/** Writes what is waiting; the last record's newline still waits. */
	flush() {
		clearTimeout(this.#timer);
		this.#timer = void 0;
		const batch = this.#batch;
		this.#batch = "";
		if (batch !== "") this.#write((require_command ??= require("./command.cjs")).printableJson(batch));
	}
	/** An orderly end: writes all, with the last newline when there was a record. */
	end() {
		if (this.#open) this.#batch += "\n";
		this.#open = false;
		this.flush();
	}
};
function typeFirst(record) {
	for (const first in record) {
		if (first === "type") return JSON.stringify(record);
		break;
	}
	const { type, ...others } = record;
	const rest = JSON.stringify(others).slice(1);
	return `{"type":${JSON.stringify(type)}${rest === "}" ? "" : ","}${rest}`;
}
// node_modules/rxjs/dist/esm/internal/util/isFunction.js
function isFunction(value) {
	return typeof value === "function";
}
// node_modules/rxjs/dist/esm/internal/util/createErrorClass.js
function createErrorClass(createImpl) {
	const _super = (instance) => {
		Error.call(instance);
		instance.stack = (/* @__PURE__ */ new Error()).stack;
	};
	const ctorFunc = createImpl(_super);
	ctorFunc.prototype = Object.create(Error.prototype);
	ctorFunc.prototype.constructor = ctorFunc;
	return ctorFunc;
}
// node_modules/rxjs/dist/esm/internal/util/UnsubscriptionError.js
const UnsubscriptionError = createErrorClass((_super) => function UnsubscriptionErrorImpl(errors) {
	_super(this);
	this.message = errors ? `${errors.length} errors occurred during unsubscription:
${errors.map((err, i) => `${i + 1}) ${err.toString()}`).join("\n  ")}` : "";
	this.name = "UnsubscriptionError";
	this.errors = errors;
});
// node_modules/rxjs/dist/esm/internal/util/arrRemove.js
function arrRemove(arr, item) {
	if (arr) {
		const index = arr.indexOf(item);
		0 <= index && arr.splice(index, 1);
	}
}
// node_modules/rxjs/dist/esm/internal/Subscription.js
var Subscription = class Subscription {
	constructor(initialTeardown) {
		this.initialTeardown = initialTeardown;
		this.closed = false;
		this._parentage = null;
		this._finalizers = null;
	}
	unsubscribe() {
		let errors;
		if (!this.closed) {
			this.closed = true;
			const { _parentage } = this;
			if (_parentage) {
				this._parentage = null;
				if (Array.isArray(_parentage)) for (const parent of _parentage) parent.remove(this);
				else _parentage.remove(this);
			}
			const { initialTeardown: initialFinalizer } = this;
			if (isFunction(initialFinalizer)) try {
				initialFinalizer();
			} catch (e) {
				errors = e instanceof UnsubscriptionError ? e.errors : [e];
			}
			const { _finalizers } = this;
			if (_finalizers) {
				this._finalizers = null;
				for (const finalizer of _finalizers) try {
					execFinalizer(finalizer);
				} catch (err) {
					errors = errors !== null && errors !== void 0 ? errors : [];
					if (err instanceof UnsubscriptionError) errors = [...errors, ...err.errors];
					else errors.push(err);
				}
			}
			if (errors) throw new UnsubscriptionError(errors);
		}
	}
	add(teardown) {
		var _a;
		if (teardown && teardown !== this) {
			if (this.closed) execFinalizer(teardown);
			else {
				if (teardown instanceof Subscription) {
					if (teardown.closed || teardown._hasParent(this)) return;
					teardown._addParent(this);
				}
				(this._finalizers = (_a = this._finalizers) !== null && _a !== void 0 ? _a : []).push(teardown);
			}
		}
	}
	_hasParent(parent) {
		const { _parentage } = this;
		return _parentage === parent || Array.isArray(_parentage) && _parentage.includes(parent);
	}
	_addParent(parent) {
		const { _parentage } = this;
		this._parentage = Array.isArray(_parentage) ? (_parentage.push(parent), _parentage) : _parentage ? [_parentage, parent] : parent;
	}
	_removeParent(parent) {
		const { _parentage } = this;
		if (_parentage === parent) this._parentage = null;
		else if (Array.isArray(_parentage)) arrRemove(_parentage, parent);
	}
	remove(teardown) {
		const { _finalizers } = this;
		_finalizers && arrRemove(_finalizers, teardown);
		if (teardown instanceof Subscription) teardown._removeParent(this);
	}
};
Subscription.EMPTY = (() => {
	const empty = new Subscription();
	empty.closed = true;
	return empty;
})();
const EMPTY_SUBSCRIPTION = Subscription.EMPTY;
function isSubscription(value) {
	return value instanceof Subscription || value && "closed" in value && isFunction(value.remove) && isFunction(value.add) && isFunction(value.unsubscribe);
}
function execFinalizer(finalizer) {
	if (isFunction(finalizer)) finalizer();
	else finalizer.unsubscribe();
}
// node_modules/rxjs/dist/esm/internal/config.js
const config = {
	onUnhandledError: null,
	onStoppedNotification: null,
	Promise: void 0,
	useDeprecatedSynchronousErrorHandling: false,
	useDeprecatedNextContext: false
};
// node_modules/rxjs/dist/esm/internal/scheduler/timeoutProvider.js
const timeoutProvider = {
	setTimeout(handler, timeout, ...args) {
		const { delegate } = timeoutProvider;
		if (delegate === null || delegate === void 0 ? void 0 : delegate.setTimeout) return delegate.setTimeout(handler, timeout, ...args);
		return setTimeout(handler, timeout, ...args);
	},
	clearTimeout(handle) {
		const { delegate } = timeoutProvider;
		return ((delegate === null || delegate === void 0 ? void 0 : delegate.clearTimeout) || clearTimeout)(handle);
	},
	delegate: void 0
};
// node_modules/rxjs/dist/esm/internal/util/reportUnhandledError.js
function reportUnhandledError(err) {
	timeoutProvider.setTimeout(() => {
		const { onUnhandledError } = config;
		if (onUnhandledError) onUnhandledError(err);
		else throw err;
	});
}
// node_modules/rxjs/dist/esm/internal/util/noop.js
function noop() {}
// node_modules/rxjs/dist/esm/internal/NotificationFactories.js
const COMPLETE_NOTIFICATION = (() => createNotification("C", void 0, void 0))();
function errorNotification(error) {
	return createNotification("E", void 0, error);
}
function nextNotification(value) {
	return createNotification("N", value, void 0);
}
function createNotification(kind, value, error) {
	return {
		kind,
		value,
		error
	};
}
// node_modules/rxjs/dist/esm/internal/util/errorContext.js
let context = null;
function errorContext(cb) {
	if (config.useDeprecatedSynchronousErrorHandling) {
		const isRoot = !context;
		if (isRoot) context = {
			errorThrown: false,
			error: null
		};
		cb();
		if (isRoot) {
			const { errorThrown, error } = context;
			context = null;
			if (errorThrown) throw error;
		}
	} else cb();
}
function captureError(err) {
	if (config.useDeprecatedSynchronousErrorHandling && context) {
		context.errorThrown = true;
		context.error = err;
	}
}
// node_modules/rxjs/dist/esm/internal/Subscriber.js
var Subscriber = class extends Subscription {
	constructor(destination) {
		super();
		this.isStopped = false;
		if (destination) {
			this.destination = destination;
			if (isSubscription(destination)) destination.add(this);
		} else this.destination = EMPTY_OBSERVER;
	}
	static create(next, error, complete) {
		return new SafeSubscriber(next, error, complete);
	}
	next(value) {
		if (this.isStopped) handleStoppedNotification(nextNotification(value), this);
		else this._next(value);
	}
	error(err) {
		if (this.isStopped) handleStoppedNotification(errorNotification(err), this);
		else {
			this.isStopped = true;
			this._error(err);
		}
	}
	complete() {
		if (this.isStopped) handleStoppedNotification(COMPLETE_NOTIFICATION, this);
		else {
			this.isStopped = true;
			this._complete();
		}
	}
	unsubscribe() {
		if (!this.closed) {
			this.isStopped = true;
			super.unsubscribe();
			this.destination = null;
		}
	}
	_next(value) {
		this.destination.next(value);
	}
	_error(err) {
		try {
			this.destination.error(err);
		} finally {
			this.unsubscribe();
		}
	}
	_complete() {
		try {
			this.destination.complete();
		} finally {
			this.unsubscribe();
		}
	}
};
const _bind = Function.prototype.bind;
function bind(fn, thisArg) {
	return _bind.call(fn, thisArg);
}
var ConsumerObserver = class {
	constructor(partialObserver) {
		this.partialObserver = partialObserver;
	}
	next(value) {
		const { partialObserver } = this;
		if (partialObserver.next) try {
			partialObserver.next(value);
		} catch (error) {
			handleUnhandledError(error);
		}
	}
	error(err) {
		const { partialObserver } = this;
		if (partialObserver.error) try {
			partialObserver.error(err);
		} catch (error) {
			handleUnhandledError(error);
		}
		else handleUnhandledError(err);
	}
	complete() {
		const { partialObserver } = this;
		if (partialObserver.complete) try {
			partialObserver.complete();
		} catch (error) {
			handleUnhandledError(error);
		}
	}
};
var SafeSubscriber = class extends Subscriber {
	constructor(observerOrNext, error, complete) {
		super();
		let partialObserver;
		if (isFunction(observerOrNext) || !observerOrNext) partialObserver = {
			next: observerOrNext !== null && observerOrNext !== void 0 ? observerOrNext : void 0,
			error: error !== null && error !== void 0 ? error : void 0,
			complete: complete !== null && complete !== void 0 ? complete : void 0
		};
		else {
			let context;
			if (this && config.useDeprecatedNextContext) {
				context = Object.create(observerOrNext);
				context.unsubscribe = () => this.unsubscribe();
				partialObserver = {
					next: observerOrNext.next && bind(observerOrNext.next, context),
					error: observerOrNext.error && bind(observerOrNext.error, context),
					complete: observerOrNext.complete && bind(observerOrNext.complete, context)
				};
			} else partialObserver = observerOrNext;
		}
		this.destination = new ConsumerObserver(partialObserver);
	}
};
function handleUnhandledError(error) {
	if (config.useDeprecatedSynchronousErrorHandling) captureError(error);
	else reportUnhandledError(error);
}
function defaultErrorHandler(err) {
	throw err;
}
function handleStoppedNotification(notification, subscriber) {
	const { onStoppedNotification } = config;
	onStoppedNotification && timeoutProvider.setTimeout(() => onStoppedNotification(notification, subscriber));
}
const EMPTY_OBSERVER = {
	closed: true,
	next: noop,
	error: defaultErrorHandler,
	complete: noop
};
// node_modules/rxjs/dist/esm/internal/symbol/observable.js
const observable = (() => typeof Symbol === "function" && Symbol.observable || "@@observable")();
// node_modules/rxjs/dist/esm/internal/util/identity.js
function identity(x) {
	return x;
}
// node_modules/rxjs/dist/esm/internal/util/pipe.js
function pipe(...fns) {
	return pipeFromArray(fns);
}
function pipeFromArray(fns) {
	if (fns.length === 0) return identity;
	if (fns.length === 1) return fns[0];
	return function piped(input) {
		return fns.reduce((prev, fn) => fn(prev), input);
	};
}
// node_modules/rxjs/dist/esm/internal/Observable.js
var Observable = class Observable {
	constructor(subscribe) {
		if (subscribe) this._subscribe = subscribe;
	}
	lift(operator) {
		const observable = new Observable();
		observable.source = this;
		observable.operator = operator;
		return observable;
	}
	subscribe(observerOrNext, error, complete) {
		const subscriber = isSubscriber(observerOrNext) ? observerOrNext : new SafeSubscriber(observerOrNext, error, complete);
		errorContext(() => {
			const { operator, source } = this;
			subscriber.add(operator ? operator.call(subscriber, source) : source ? this._subscribe(subscriber) : this._trySubscribe(subscriber));
		});
		return subscriber;
	}
	_trySubscribe(sink) {
		try {
			return this._subscribe(sink);
		} catch (err) {
			sink.error(err);
		}
	}
	forEach(next, promiseCtor) {
		promiseCtor = getPromiseCtor(promiseCtor);
		return new promiseCtor((resolve, reject) => {
			const subscriber = new SafeSubscriber({
				next: (value) => {
					try {
						next(value);
					} catch (err) {
						reject(err);
						subscriber.unsubscribe();
					}
				},
				error: reject,
				complete: resolve
			});
			this.subscribe(subscriber);
		});
	}
	_subscribe(subscriber) {
		var _a;
		return (_a = this.source) === null || _a === void 0 ? void 0 : _a.subscribe(subscriber);
	}
	[observable]() {
		return this;
	}
	pipe(...operations) {
		return pipeFromArray(operations)(this);
	}
	toPromise(promiseCtor) {
		promiseCtor = getPromiseCtor(promiseCtor);
		return new promiseCtor((resolve, reject) => {
			let value;
			this.subscribe((x) => value = x, (err) => reject(err), () => resolve(value));
		});
	}
};
Observable.create = (subscribe) => {
	return new Observable(subscribe);
};
function getPromiseCtor(promiseCtor) {
	var _a;
	return (_a = promiseCtor !== null && promiseCtor !== void 0 ? promiseCtor : config.Promise) !== null && _a !== void 0 ? _a : Promise;
}
function isObserver(value) {
	return value && isFunction(value.next) && isFunction(value.error) && isFunction(value.complete);
}
function isSubscriber(value) {
	return value && value instanceof Subscriber || isObserver(value) && isSubscription(value);
}
// node_modules/rxjs/dist/esm/internal/util/lift.js
function hasLift(source) {
	return isFunction(source === null || source === void 0 ? void 0 : source.lift);
}
function operate(init) {
	return (source) => {
		if (hasLift(source)) return source.lift(function(liftedSource) {
			try {
				return init(liftedSource, this);
			} catch (err) {
				this.error(err);
			}
		});
		throw new TypeError("Unable to lift unknown Observable type");
	};
}
// node_modules/rxjs/dist/esm/internal/operators/OperatorSubscriber.js
function createOperatorSubscriber(destination, onNext, onComplete, onError, onFinalize) {
	return new OperatorSubscriber(destination, onNext, onComplete, onError, onFinalize);
}
var OperatorSubscriber = class extends Subscriber {
	constructor(destination, onNext, onComplete, onError, onFinalize, shouldUnsubscribe) {
		super(destination);
		this.onFinalize = onFinalize;
		this.shouldUnsubscribe = shouldUnsubscribe;
		this._next = onNext ? function(value) {
			try {
				onNext(value);
			} catch (err) {
				destination.error(err);
			}
		} : super._next;
		this._error = onError ? function(err) {
			try {
				onError(err);
			} catch (err) {
				destination.error(err);
			} finally {
				this.unsubscribe();
			}
		} : super._error;
		this._complete = onComplete ? function() {
			try {
				onComplete();
			} catch (err) {
				destination.error(err);
			} finally {
				this.unsubscribe();
			}
		} : super._complete;
	}
	unsubscribe() {
		var _a;
		if (!this.shouldUnsubscribe || this.shouldUnsubscribe()) {
			const { closed } = this;
			super.unsubscribe();
			!closed && ((_a = this.onFinalize) === null || _a === void 0 || _a.call(this));
		}
	}
};
// node_modules/rxjs/dist/esm/internal/util/ObjectUnsubscribedError.js
const ObjectUnsubscribedError = createErrorClass((_super) => function ObjectUnsubscribedErrorImpl() {
	_super(this);
	this.name = "ObjectUnsubscribedError";
	this.message = "object unsubscribed";
});
// node_modules/rxjs/dist/esm/internal/Subject.js
var Subject = class extends Observable {
	constructor() {
		super();
		this.closed = false;
		this.currentObservers = null;
		this.observers = [];
		this.isStopped = false;
		this.hasError = false;
		this.thrownError = null;
	}
	lift(operator) {
		const subject = new AnonymousSubject(this, this);
		subject.operator = operator;
		return subject;
	}
	_throwIfClosed() {
		if (this.closed) throw new ObjectUnsubscribedError();
	}
	next(value) {
		errorContext(() => {
			this._throwIfClosed();
			if (!this.isStopped) {
				if (!this.currentObservers) this.currentObservers = Array.from(this.observers);
				for (const observer of this.currentObservers) observer.next(value);
			}
		});
	}
	error(err) {
		errorContext(() => {
			this._throwIfClosed();
			if (!this.isStopped) {
				this.hasError = this.isStopped = true;
				this.thrownError = err;
				const { observers } = this;
				while (observers.length) observers.shift().error(err);
			}
		});
	}
	complete() {
		errorContext(() => {
			this._throwIfClosed();
			if (!this.isStopped) {
				this.isStopped = true;
				const { observers } = this;
				while (observers.length) observers.shift().complete();
			}
		});
	}
	unsubscribe() {
		this.isStopped = this.closed = true;
		this.observers = this.currentObservers = null;
	}
	get observed() {
		var _a;
		return ((_a = this.observers) === null || _a === void 0 ? void 0 : _a.length) > 0;
	}
	_trySubscribe(subscriber) {
		this._throwIfClosed();
		return super._trySubscribe(subscriber);
	}
	_subscribe(subscriber) {
		this._throwIfClosed();
		this._checkFinalizedStatuses(subscriber);
		return this._innerSubscribe(subscriber);
	}
	_innerSubscribe(subscriber) {
		const { hasError, isStopped, observers } = this;
		if (hasError || isStopped) return EMPTY_SUBSCRIPTION;
		this.currentObservers = null;
		observers.push(subscriber);
		return new Subscription(() => {
			this.currentObservers = null;
			arrRemove(observers, subscriber);
		});
	}
	_checkFinalizedStatuses(subscriber) {
		const { hasError, thrownError, isStopped } = this;
		if (hasError) subscriber.error(thrownError);
		else if (isStopped) subscriber.complete();
	}
	asObservable() {
		const observable = new Observable();
		observable.source = this;
		return observable;
	}
};
Subject.create = (destination, source) => {
	return new AnonymousSubject(destination, source);
};
var AnonymousSubject = class extends Subject {
	constructor(destination, source) {
		super();
		this.destination = destination;
		this.source = source;
	}
	next(value) {
		var _a, _b;
		(_b = (_a = this.destination) === null || _a === void 0 ? void 0 : _a.next) === null || _b === void 0 || _b.call(_a, value);
	}
	error(err) {
		var _a, _b;
		(_b = (_a = this.destination) === null || _a === void 0 ? void 0 : _a.error) === null || _b === void 0 || _b.call(_a, err);
	}
	complete() {
		var _a, _b;
		(_b = (_a = this.destination) === null || _a === void 0 ? void 0 : _a.complete) === null || _b === void 0 || _b.call(_a);
	}
	_subscribe(subscriber) {
		var _a, _b;
		return (_b = (_a = this.source) === null || _a === void 0 ? void 0 : _a.subscribe(subscriber)) !== null && _b !== void 0 ? _b : EMPTY_SUBSCRIPTION;
	}
};
// node_modules/rxjs/dist/esm/internal/observable/empty.js
const EMPTY = new Observable((subscriber) => subscriber.complete());
// node_modules/rxjs/dist/esm/internal/util/isScheduler.js
function isScheduler(value) {
	return value && isFunction(value.schedule);
}
// node_modules/rxjs/dist/esm/internal/util/args.js
function last(arr) {
	return arr[arr.length - 1];
}
function popScheduler(args) {
	return isScheduler(last(args)) ? args.pop() : void 0;
}
function popNumber(args, defaultValue) {
	return typeof last(args) === "number" ? args.pop() : defaultValue;
}
// node_modules/rxjs/dist/esm/internal/util/isArrayLike.js
const isArrayLike = ((x) => x && typeof x.length === "number" && typeof x !== "function");
// node_modules/rxjs/dist/esm/internal/util/isPromise.js
function isPromise(value) {
	return isFunction(value === null || value === void 0 ? void 0 : value.then);
}
// node_modules/rxjs/dist/esm/internal/util/isInteropObservable.js
function isInteropObservable(input) {
	return isFunction(input[observable]);
}
// node_modules/rxjs/dist/esm/internal/util/isAsyncIterable.js
function isAsyncIterable(obj) {
	return Symbol.asyncIterator && isFunction(obj === null || obj === void 0 ? void 0 : obj[Symbol.asyncIterator]);
}
// node_modules/rxjs/dist/esm/internal/util/throwUnobservableError.js
function createInvalidObservableTypeError(input) {
	return /* @__PURE__ */ new TypeError(`You provided ${input !== null && typeof input === "object" ? "an invalid object" : `'${input}'`} where a stream was expected. You can provide an Observable, Promise, ReadableStream, Array, AsyncIterable, or Iterable.`);
}
// node_modules/rxjs/dist/esm/internal/symbol/iterator.js
function getSymbolIterator() {
	if (typeof Symbol !== "function" || !Symbol.iterator) return "@@iterator";
	return Symbol.iterator;
}
const iterator = getSymbolIterator();
// node_modules/rxjs/dist/esm/internal/util/isIterable.js
function isIterable(input) {
	return isFunction(input === null || input === void 0 ? void 0 : input[iterator]);
}
// node_modules/rxjs/dist/esm/internal/util/isReadableStreamLike.js
function readableStreamLikeToAsyncGenerator(readableStream) {
	return (require_tslib_es6 ??= require("./tslib.es6.cjs")).__asyncGenerator(this, arguments, function* readableStreamLikeToAsyncGenerator_1() {
		const reader = readableStream.getReader();
		try {
			while (true) {
				const { value, done } = yield (require_tslib_es6 ??= require("./tslib.es6.cjs")).__await(reader.read());
				if (done) return yield (require_tslib_es6 ??= require("./tslib.es6.cjs")).__await(void 0);
				yield yield (require_tslib_es6 ??= require("./tslib.es6.cjs")).__await(value);
			}
		} finally {
			reader.releaseLock();
		}
	});
}
function isReadableStreamLike(obj) {
	return isFunction(obj === null || obj === void 0 ? void 0 : obj.getReader);
}
// node_modules/rxjs/dist/esm/internal/observable/innerFrom.js
function innerFrom(input) {
	if (input instanceof Observable) return input;
	if (input != null) {
		if (isInteropObservable(input)) return fromInteropObservable(input);
		if (isArrayLike(input)) return fromArrayLike(input);
		if (isPromise(input)) return fromPromise(input);
		if (isAsyncIterable(input)) return fromAsyncIterable(input);
		if (isIterable(input)) return fromIterable(input);
		if (isReadableStreamLike(input)) return fromReadableStreamLike(input);
	}
	throw createInvalidObservableTypeError(input);
}
function fromInteropObservable(obj) {
	return new Observable((subscriber) => {
		const obs = obj[observable]();
		if (isFunction(obs.subscribe)) return obs.subscribe(subscriber);
		throw new TypeError("Provided object does not correctly implement Symbol.observable");
	});
}
function fromArrayLike(array) {
	return new Observable((subscriber) => {
		for (let i = 0; i < array.length && !subscriber.closed; i++) subscriber.next(array[i]);
		subscriber.complete();
	});
}
function fromPromise(promise) {
	return new Observable((subscriber) => {
		promise.then((value) => {
			if (!subscriber.closed) {
				subscriber.next(value);
				subscriber.complete();
			}
		}, (err) => subscriber.error(err)).then(null, reportUnhandledError);
	});
}
function fromIterable(iterable) {
	return new Observable((subscriber) => {
		for (const value of iterable) {
			subscriber.next(value);
			if (subscriber.closed) return;
		}
		subscriber.complete();
	});
}
function fromAsyncIterable(asyncIterable) {
	return new Observable((subscriber) => {
		process$1(asyncIterable, subscriber).catch((err) => subscriber.error(err));
	});
}
function fromReadableStreamLike(readableStream) {
	return fromAsyncIterable(readableStreamLikeToAsyncGenerator(readableStream));
}
function process$1(asyncIterable, subscriber) {
	var asyncIterable_1, asyncIterable_1_1;
	var e_1, _a;
	return (require_tslib_es6 ??= require("./tslib.es6.cjs")).__awaiter(this, void 0, void 0, function* () {
		try {
			for (asyncIterable_1 = (require_tslib_es6 ??= require("./tslib.es6.cjs")).__asyncValues(asyncIterable); asyncIterable_1_1 = yield asyncIterable_1.next(), !asyncIterable_1_1.done;) {
				const value = asyncIterable_1_1.value;
				subscriber.next(value);
				if (subscriber.closed) return;
			}
		} catch (e_1_1) {
			e_1 = { error: e_1_1 };
		} finally {
			try {
				if (asyncIterable_1_1 && !asyncIterable_1_1.done && (_a = asyncIterable_1.return)) yield _a.call(asyncIterable_1);
			} finally {
				if (e_1) throw e_1.error;
			}
		}
		subscriber.complete();
	});
}
// node_modules/rxjs/dist/esm/internal/util/executeSchedule.js
function executeSchedule(parentSubscription, scheduler, work, delay = 0, repeat = false) {
	const scheduleSubscription = scheduler.schedule(function() {
		work();
		if (repeat) parentSubscription.add(this.schedule(null, delay));
		else this.unsubscribe();
	}, delay);
	parentSubscription.add(scheduleSubscription);
	if (!repeat) return scheduleSubscription;
}
// node_modules/rxjs/dist/esm/internal/operators/observeOn.js
function observeOn(scheduler, delay = 0) {
	return operate((source, subscriber) => {
		source.subscribe(createOperatorSubscriber(subscriber, (value) => executeSchedule(subscriber, scheduler, () => subscriber.next(value), delay), () => executeSchedule(subscriber, scheduler, () => subscriber.complete(), delay), (err) => executeSchedule(subscriber, scheduler, () => subscriber.error(err), delay)));
	});
}
// node_modules/rxjs/dist/esm/internal/operators/subscribeOn.js
function subscribeOn(scheduler, delay = 0) {
	return operate((source, subscriber) => {
		subscriber.add(scheduler.schedule(() => source.subscribe(subscriber), delay));
	});
}
// node_modules/rxjs/dist/esm/internal/scheduled/scheduleObservable.js
function scheduleObservable(input, scheduler) {
	return innerFrom(input).pipe(subscribeOn(scheduler), observeOn(scheduler));
}
// node_modules/rxjs/dist/esm/internal/scheduled/schedulePromise.js
function schedulePromise(input, scheduler) {
	return innerFrom(input).pipe(subscribeOn(scheduler), observeOn(scheduler));
}
// node_modules/rxjs/dist/esm/internal/scheduled/scheduleArray.js
function scheduleArray(input, scheduler) {
	return new Observable((subscriber) => {
		let i = 0;
		return scheduler.schedule(function() {
			if (i === input.length) subscriber.complete();
			else {
				subscriber.next(input[i++]);
				if (!subscriber.closed) this.schedule();
			}
		});
	});
}
// node_modules/rxjs/dist/esm/internal/scheduled/scheduleIterable.js
function scheduleIterable(input, scheduler) {
	return new Observable((subscriber) => {
		let iterator$1;
		executeSchedule(subscriber, scheduler, () => {
			iterator$1 = input[iterator]();
			executeSchedule(subscriber, scheduler, () => {
				let value;
				let done;
				try {
					({value, done} = iterator$1.next());
				} catch (err) {
					subscriber.error(err);
					return;
				}
				if (done) subscriber.complete();
				else subscriber.next(value);
			}, 0, true);
		});
		return () => isFunction(iterator$1 === null || iterator$1 === void 0 ? void 0 : iterator$1.return) && iterator$1.return();
	});
}
// node_modules/rxjs/dist/esm/internal/scheduled/scheduleAsyncIterable.js
function scheduleAsyncIterable(input, scheduler) {
	if (!input) throw new Error("Iterable cannot be null");
	return new Observable((subscriber) => {
		executeSchedule(subscriber, scheduler, () => {
			const iterator = input[Symbol.asyncIterator]();
			executeSchedule(subscriber, scheduler, () => {
				iterator.next().then((result) => {
					if (result.done) subscriber.complete();
					else subscriber.next(result.value);
				});
			}, 0, true);
		});
	});
}
// node_modules/rxjs/dist/esm/internal/scheduled/scheduleReadableStreamLike.js
function scheduleReadableStreamLike(input, scheduler) {
	return scheduleAsyncIterable(readableStreamLikeToAsyncGenerator(input), scheduler);
}
// node_modules/rxjs/dist/esm/internal/scheduled/scheduled.js
function scheduled(input, scheduler) {
	if (input != null) {
		if (isInteropObservable(input)) return scheduleObservable(input, scheduler);
		if (isArrayLike(input)) return scheduleArray(input, scheduler);
		if (isPromise(input)) return schedulePromise(input, scheduler);
		if (isAsyncIterable(input)) return scheduleAsyncIterable(input, scheduler);
		if (isIterable(input)) return scheduleIterable(input, scheduler);
		if (isReadableStreamLike(input)) return scheduleReadableStreamLike(input, scheduler);
	}
	throw createInvalidObservableTypeError(input);
}
// node_modules/rxjs/dist/esm/internal/observable/from.js
function from(input, scheduler) {
	return scheduler ? scheduled(input, scheduler) : innerFrom(input);
}
// node_modules/rxjs/dist/esm/internal/observable/of.js
function of(...args) {
	return from(args, popScheduler(args));
}
// node_modules/rxjs/dist/esm/internal/util/EmptyError.js
const EmptyError = createErrorClass((_super) => function EmptyErrorImpl() {
	_super(this);
	this.name = "EmptyError";
	this.message = "no elements in sequence";
});
// node_modules/rxjs/dist/esm/internal/lastValueFrom.js
function lastValueFrom(source, config) {
	const hasConfig = typeof config === "object";
	return new Promise((resolve, reject) => {
		let _hasValue = false;
		let _value;
		source.subscribe({
			next: (value) => {
				_value = value;
				_hasValue = true;
			},
			error: reject,
			complete: () => {
				if (_hasValue) resolve(_value);
				else if (hasConfig) resolve(config.defaultValue);
				else reject(new EmptyError());
			}
		});
	});
}
// node_modules/rxjs/dist/esm/internal/operators/map.js
function map(project, thisArg) {
	return operate((source, subscriber) => {
		let index = 0;
		source.subscribe(createOperatorSubscriber(subscriber, (value) => {
			subscriber.next(project.call(thisArg, value, index++));
		}));
	});
}
// node_modules/rxjs/dist/esm/internal/util/mapOneOrManyArgs.js
const { isArray } = Array;
function callOrApply(fn, args) {
	return isArray(args) ? fn(...args) : fn(args);
}
function mapOneOrManyArgs(fn) {
	return map((args) => callOrApply(fn, args));
}
// node_modules/rxjs/dist/esm/internal/operators/mergeInternals.js
function mergeInternals(source, subscriber, project, concurrent, onBeforeNext, expand, innerSubScheduler, additionalFinalizer) {
	const buffer = [];
	let active = 0;
	let index = 0;
	let isComplete = false;
	const checkComplete = () => {
		if (isComplete && !buffer.length && !active) subscriber.complete();
	};
	const outerNext = (value) => active < concurrent ? doInnerSub(value) : buffer.push(value);
	const doInnerSub = (value) => {
		expand && subscriber.next(value);
		active++;
		let innerComplete = false;
		innerFrom(project(value, index++)).subscribe(createOperatorSubscriber(subscriber, (innerValue) => {
			onBeforeNext === null || onBeforeNext === void 0 || onBeforeNext(innerValue);
			if (expand) outerNext(innerValue);
			else subscriber.next(innerValue);
		}, () => {
			innerComplete = true;
		}, void 0, () => {
			if (innerComplete) try {
				active--;
				while (buffer.length && active < concurrent) {
					const bufferedValue = buffer.shift();
					if (innerSubScheduler) executeSchedule(subscriber, innerSubScheduler, () => doInnerSub(bufferedValue));
					else doInnerSub(bufferedValue);
				}
				checkComplete();
			} catch (err) {
				subscriber.error(err);
			}
		}));
	};
	source.subscribe(createOperatorSubscriber(subscriber, outerNext, () => {
		isComplete = true;
		checkComplete();
	}));
	return () => {
		additionalFinalizer === null || additionalFinalizer === void 0 || additionalFinalizer();
	};
}
// node_modules/rxjs/dist/esm/internal/operators/mergeMap.js
function mergeMap(project, resultSelector, concurrent = Infinity) {
	if (isFunction(resultSelector)) return mergeMap((a, i) => map((b, ii) => resultSelector(a, b, i, ii))(innerFrom(project(a, i))), concurrent);
	else if (typeof resultSelector === "number") concurrent = resultSelector;
	return operate((source, subscriber) => mergeInternals(source, subscriber, project, concurrent));
}
// node_modules/rxjs/dist/esm/internal/operators/mergeAll.js
function mergeAll(concurrent = Infinity) {
	return mergeMap(identity, concurrent);
}
// node_modules/rxjs/dist/esm/internal/operators/concatAll.js
function concatAll() {
	return mergeAll(1);
}
// node_modules/rxjs/dist/esm/internal/observable/concat.js
function concat(...args) {
	return concatAll()(from(args, popScheduler(args)));
}
// node_modules/rxjs/dist/esm/internal/observable/defer.js
function defer(observableFactory) {
	return new Observable((subscriber) => {
		innerFrom(observableFactory()).subscribe(subscriber);
	});
}
// node_modules/rxjs/dist/esm/internal/observable/fromEvent.js
const nodeEventEmitterMethods = ["addListener", "removeListener"];
const eventTargetMethods = ["addEventListener", "removeEventListener"];
const jqueryMethods = ["on", "off"];
function fromEvent(target, eventName, options, resultSelector) {
	if (isFunction(options)) {
		resultSelector = options;
		options = void 0;
	}
	if (resultSelector) return fromEvent(target, eventName, options).pipe(mapOneOrManyArgs(resultSelector));
	const [add, remove] = isEventTarget(target) ? eventTargetMethods.map((methodName) => (handler) => target[methodName](eventName, handler, options)) : isNodeStyleEventEmitter(target) ? nodeEventEmitterMethods.map(toCommonHandlerRegistry(target, eventName)) : isJQueryStyleEventEmitter(target) ? jqueryMethods.map(toCommonHandlerRegistry(target, eventName)) : [];
	if (!add) {
		if (isArrayLike(target)) return mergeMap((subTarget) => fromEvent(subTarget, eventName, options))(innerFrom(target));
	}
	if (!add) throw new TypeError("Invalid event target");
	return new Observable((subscriber) => {
		const handler = (...args) => subscriber.next(1 < args.length ? args : args[0]);
		add(handler);
		return () => remove(handler);
	});
}
function toCommonHandlerRegistry(target, eventName) {
	return (methodName) => (handler) => target[methodName](eventName, handler);
}
function isNodeStyleEventEmitter(target) {
	return isFunction(target.addListener) && isFunction(target.removeListener);
}
function isJQueryStyleEventEmitter(target) {
	return isFunction(target.on) && isFunction(target.off);
}
function isEventTarget(target) {
	return isFunction(target.addEventListener) && isFunction(target.removeEventListener);
}
// node_modules/rxjs/dist/esm/internal/observable/merge.js
function merge(...args) {
	const scheduler = popScheduler(args);
	const concurrent = popNumber(args, Infinity);
	const sources = args;
	return !sources.length ? EMPTY : sources.length === 1 ? innerFrom(sources[0]) : mergeAll(concurrent)(from(sources, scheduler));
}
// node_modules/rxjs/dist/esm/internal/operators/filter.js
function filter(predicate, thisArg) {
	return operate((source, subscriber) => {
		let index = 0;
		source.subscribe(createOperatorSubscriber(subscriber, (value) => predicate.call(thisArg, value, index++) && subscriber.next(value)));
	});
}
// node_modules/rxjs/dist/esm/internal/operators/catchError.js
function catchError(selector) {
	return operate((source, subscriber) => {
		let innerSub = null;
		let syncUnsub = false;
		let handledResult;
		innerSub = source.subscribe(createOperatorSubscriber(subscriber, void 0, void 0, (err) => {
			handledResult = innerFrom(selector(err, catchError(selector)(source)));
			if (innerSub) {
				innerSub.unsubscribe();
				innerSub = null;
				handledResult.subscribe(subscriber);
			} else syncUnsub = true;
		}));
		if (syncUnsub) {
			innerSub.unsubscribe();
			innerSub = null;
			handledResult.subscribe(subscriber);
		}
	});
}
// node_modules/rxjs/dist/esm/internal/operators/scanInternals.js
function scanInternals(accumulator, seed, hasSeed, emitOnNext, emitBeforeComplete) {
	return (source, subscriber) => {
		let hasState = hasSeed;
		let state = seed;
		let index = 0;
		source.subscribe(createOperatorSubscriber(subscriber, (value) => {
			const i = index++;
			state = hasState ? accumulator(state, value, i) : (hasState = true, value);
			emitOnNext && subscriber.next(state);
		}, emitBeforeComplete && (() => {
			hasState && subscriber.next(state);
			subscriber.complete();
		})));
	};
}
// node_modules/rxjs/dist/esm/internal/operators/reduce.js
function reduce(accumulator, seed) {
	return operate(scanInternals(accumulator, seed, arguments.length >= 2, false, true));
}
// node_modules/rxjs/dist/esm/internal/operators/toArray.js
const arrReducer = (arr, value) => (arr.push(value), arr);
function toArray() {
	return operate((source, subscriber) => {
		reduce(arrReducer, [])(source).subscribe(subscriber);
	});
}
// node_modules/rxjs/dist/esm/internal/operators/ignoreElements.js
function ignoreElements() {
	return operate((source, subscriber) => {
		source.subscribe(createOperatorSubscriber(subscriber, noop));
	});
}
// node_modules/rxjs/dist/esm/internal/operators/finalize.js
function finalize(callback) {
	return operate((source, subscriber) => {
		try {
			source.subscribe(subscriber);
		} finally {
			subscriber.add(callback);
		}
	});
}
// node_modules/rxjs/dist/esm/internal/operators/takeUntil.js
function takeUntil(notifier) {
	return operate((source, subscriber) => {
		innerFrom(notifier).subscribe(createOperatorSubscriber(subscriber, () => subscriber.complete(), noop));
		!subscriber.closed && source.subscribe(subscriber);
	});
}
// node_modules/rxjs/dist/esm/internal/operators/takeWhile.js
function takeWhile(predicate, inclusive = false) {
	return operate((source, subscriber) => {
		let index = 0;
		source.subscribe(createOperatorSubscriber(subscriber, (value) => {
			const result = predicate(value, index++);
			(result || inclusive) && subscriber.next(value);
			!result && subscriber.complete();
		}));
	});
}
// node_modules/rxjs/dist/esm/internal/operators/tap.js
function tap(observerOrNext, error, complete) {
	const tapObserver = isFunction(observerOrNext) || error || complete ? {
		next: observerOrNext,
		error,
		complete
	} : observerOrNext;
	return tapObserver ? operate((source, subscriber) => {
		var _a;
		(_a = tapObserver.subscribe) === null || _a === void 0 || _a.call(tapObserver);
		let isUnsub = true;
		source.subscribe(createOperatorSubscriber(subscriber, (value) => {
			var _a;
			(_a = tapObserver.next) === null || _a === void 0 || _a.call(tapObserver, value);
			subscriber.next(value);
		}, () => {
			var _a;
			isUnsub = false;
			(_a = tapObserver.complete) === null || _a === void 0 || _a.call(tapObserver);
			subscriber.complete();
		}, (err) => {
			var _a;
			isUnsub = false;
			(_a = tapObserver.error) === null || _a === void 0 || _a.call(tapObserver, err);
			subscriber.error(err);
		}, () => {
			var _a, _b;
			if (isUnsub) (_a = tapObserver.unsubscribe) === null || _a === void 0 || _a.call(tapObserver);
			(_b = tapObserver.finalize) === null || _b === void 0 || _b.call(tapObserver);
		}));
	}) : identity;
}
// src/flow/fifo.ts
/** First in, first out. Taking from the front of an array of a million moves a million; this does not. */
var Fifo = class {
	#items = [];
	#next = 0;
	get length() {
		return this.#items.length - this.#next;
	}
	/** The one that is taken next; undefined when there is none. */
	get first() {
		return this.#items[this.#next];
	}
	push(item) {
		this.#items.push(item);
	}
	shift() {
		const item = this.#items[this.#next];
		if (this.length > 0) this.#next++;
		if (this.#next >= COMPACT_AFTER && this.#next * 2 >= this.#items.length) this.#compact();
		return item;
	}
	#compact() {
		this.#items = this.#items.slice(this.#next);
		this.#next = 0;
	}
};
/** Items that were taken are forgotten after this many at the latest, or when they are half of all. */
const COMPACT_AFTER = 256;
// src/flow/fairQueue.ts
/**
* Work for many servers that came in as one stream: a lane for each, and a ring of those that have work and may do more of it.
* A slow one fills its own lane and holds up no other.
*/
var FairQueue = class {
	#work;
	#lanes = /* @__PURE__ */ new Map();
	/** Lanes that have work and room, each once, the longest waiting first. */
	#ring = new Fifo();
	/** Lanes that wait for a place. */
	#outside = new Fifo();
	/** Lanes that have a place and nothing to do, the longest idle first. They keep it until another needs it. */
	#idle = /* @__PURE__ */ new Set();
	#open = 0;
	#turning = false;
	#waits = false;
	constructor(work) {
		this.#work = work;
	}
	/** Takes an item; `atOnce` items of this key may be worked on at once. */
	push(key, item, atOnce) {
		let lane = this.#lanes.get(key);
		if (lane === void 0) {
			lane = {
				key,
				waiting: this.#work.newLine?.() ?? new Fifo(),
				running: 0,
				atOnce: Math.max(1, atOnce),
				queued: false,
				open: false
			};
			this.#lanes.set(key, lane);
		}
		lane.waiting.push(item);
		this.#ready(lane);
		this.#turn();
	}
	/** One item of this key is over. */
	done(key) {
		const lane = this.#lanes.get(key);
		if (lane === void 0) return;
		lane.running--;
		if (lane.running === 0 && lane.waiting.length === 0) this.#rest(lane);
		else this.#ready(lane);
		this.#turn();
	}
	/** Starts nothing more. */
	close() {
		this.#lanes.clear();
		this.#ring = new Fifo();
		this.#outside = new Fifo();
		this.#idle.clear();
	}
	#ready(lane) {
		if (lane.queued || lane.waiting.length === 0 || lane.running >= lane.atOnce) return;
		lane.queued = true;
		if (lane.open || this.#hasRoom()) this.#enter(lane);
		else this.#outside.push(lane);
	}
	#enter(lane) {
		if (!lane.open) this.#open++;
		lane.open = true;
		this.#idle.delete(lane);
		this.#ring.push(lane);
	}
	/** Its place goes to the one that has waited longest. */
	#rest(lane) {
		this.#idle.add(lane);
		const next = this.#outside.first;
		if (next === void 0 || !this.#hasRoom()) return;
		this.#outside.shift();
		this.#enter(next);
	}
	#hasRoom() {
		if (this.#open < this.#work.lanesAtOnce) return true;
		const [longestIdle] = this.#idle;
		if (longestIdle === void 0) return false;
		this.#leave(longestIdle);
		return true;
	}
	#leave(lane) {
		this.#idle.delete(lane);
		this.#lanes.delete(lane.key);
		this.#open--;
		this.#work.left?.(lane.key);
	}
	/** Starts what may be started. Work that is over at once calls back in here: that is noted, not nested. */
	#turn() {
		if (this.#turning) return;
		this.#turning = true;
		try {
			while (this.#ring.length > 0 && !this.#mustWait()) this.#startNext(this.#ring.shift());
		} finally {
			this.#turning = false;
		}
	}
	#mustWait() {
		this.#waits ||= this.#work.mustWait?.(() => this.#goOn()) === true;
		return this.#waits;
	}
	#goOn() {
		this.#waits = false;
		this.#turn();
	}
	#startNext(lane) {
		if (lane === void 0) return;
		lane.queued = false;
		const item = lane.waiting.shift();
		if (item === void 0) return;
		lane.running++;
		this.#ready(lane);
		this.#work.start(lane.key, item);
	}
};
// src/flow/gate.ts
/**
* The watermark: RxJS has no backpressure, so what is parked in queues between a source and the end of a stream is counted
* here, and a source that honours the gate waits above the high mark until it is below the low mark.
*/
var Gate = class Gate {
	#high;
	#low;
	#outer;
	#alone;
	#parked = 0;
	#holds = 0;
	#closed = false;
	#waiting = [];
	/** A source behind a gate within another waits at both. */
	constructor(high, outer) {
		this.#high = high;
		this.#low = high / 2;
		this.#outer = outer;
		this.#alone = outer === void 0 ? false : outer.#alone;
	}
	/**
	* The gate of a queue. The stream above the queue must be `gated` by it, and the work that the queue begins must stand where the queue
	* does (`beginsHere`), behind `below`: at the same gate, work would wait for what waits for the work.
	*/
	static ofQueue(below) {
		return new Gate(below === void 0 ? UNGATED_HIGH : below.#high, below);
	}
	/** A gate for one piece of work, such as one server's: what waits behind it holds up nobody else. */
	static alone(high) {
		const gate = new Gate(high);
		gate.#alone = true;
		return gate;
	}
	/**
	* A queue that may use the disk does so from this many items on: long before others have to wait for it. Never where there are no
	* others: waiting costs less than the disk.
	*/
	get diskMark() {
		return this.#alone ? Number.POSITIVE_INFINITY : this.#high / 4;
	}
	get parked() {
		return this.#parked;
	}
	/** This gate, or the next one around it that is not closed. */
	get open() {
		return this.#closed ? this.#outer?.open : this;
	}
	park(count = 1) {
		this.#parked += count;
	}
	unpark(count = 1) {
		this.#parked -= count;
		this.#letThrough();
	}
	/** Somebody takes nothing more for now: sources wait, however little is parked, until each hold was let go. */
	hold() {
		this.#holds++;
	}
	letGo() {
		this.#holds--;
		this.#letThrough();
	}
	/** The stream is over: nobody waits here any more, and what begins where it ended stands behind the gate around it. */
	close() {
		this.#closed = true;
		this.#parked = 0;
		this.#letThrough();
	}
	#letThrough() {
		if (!this.#closed && (this.#holds > 0 || this.#parked > this.#low)) return;
		for (const go of this.#waiting.splice(0)) go();
	}
	/** Undefined when a source may go on now. To be asked again when the promise has resolved. */
	ready() {
		if (this.#closed || this.#holds === 0 && this.#parked < this.#high) return this.#outer?.ready();
		return new Promise((resolve) => this.#waiting.push(resolve));
	}
};
/** Where nobody has put a gate around the stream. */
const UNGATED_HIGH = 1e3;
const scope = new node_async_hooks.AsyncLocalStorage();
/**
* The gate of the stream that is being subscribed to right now. Who hears of a stream's end and begins the next one, such as `repeat`, is
* still called from within it: closed gates do not count, or each stream would stand behind all that were before it.
*/
function currentGate() {
	return scope.getStore()?.open;
}
/** Puts a gate around a stream: sources and queues above find it while they are subscribed to, and no other. */
function gated(gate) {
	return (source) => new Observable((subscriber) => scope.run(gate, () => source.subscribe(subscriber)));
}
/**
* For work that begins later within the stream that is being subscribed to right now: it finds what that one would (its gate, its harvest),
* also where it asks before anything is subscribed to, and whoever's call begins it, such as a foreign emitter's.
*/
function beginsHere() {
	return node_async_hooks.AsyncLocalStorage.snapshot();
}
// src/flow/pace.ts
/** Steps that may follow one another: some milliseconds of work that is over at once. */
const STEPS_AT_ONCE = 1e3;
/**
* Work that is over at once, such as a file of a server that is known to be down, begins the next one before anything else is seen to. After
* so many steps sockets, pipes and signals get their turn.
*/
var Pace = class {
	#steps = 0;
	/** To be called before a step. Undefined when it may be taken now; else to be asked again when the promise has resolved. */
	step() {
		if (this.#steps === 0) setImmediate(() => this.#restart());
		if (this.#steps < STEPS_AT_ONCE) {
			this.#steps++;
			return;
		}
		return new Promise((resolve) => setImmediate(resolve));
	}
	#restart() {
		this.#steps = 0;
	}
};
// src/flow/untilClosed.ts
/**
* Ends a source when `subscriber` is closed. For operators that subscribe with observers of their own: what they return links the two only
* when `subscribe` is over, and a source that gives all it has meanwhile must see at once that nobody listens any more.
*/
function untilClosed(subscriber) {
	return takeUntil(new Observable((closed) => subscriber.add(() => closed.next())));
}
// src/records/makeFolder.ts
/**
* Makes a folder and those above it that are missing; one that is there is left as it is. Throws as `mkdirSync` does.
*
* Node's own recursive mkdir (20 and later) never returns where a folder can't be made although the one above it is there, such as
* below /proc: it takes that ENOENT for one more missing folder.
*/
function makeFolder(path, mode = 511) {
	try {
		makeOne(path, mode);
	} catch (error) {
		const above = (0, node_path.dirname)(path);
		if ((require_command ??= require("./command.cjs")).errorCode(error) !== "ENOENT" || above === path) throw error;
		makeFolder(above, mode);
		makeOne(path, mode);
	}
}
/** Another process may have made it before. */
function makeOne(path, mode) {
	try {
		(0, node_fs.mkdirSync)(path, { mode });
	} catch (error) {
		if ((require_command ??= require("./command.cjs")).errorCode(error) !== "EEXIST" || !(0, node_fs.statSync)(path).isDirectory()) throw error;
	}
}
// src/records/openNameless.ts
/**
* Opens a new file to write and to read back, for this user only. Its name is taken away at once: the system frees it however this
* process ends. Throws what the system says. Returns the file descriptor.
*
* @param folder is there; others may write into it, such as /tmp
*/
function openNameless(folder) {
	const path = (0, node_path.join)(folder, `ftp-harvest-${crypto.randomUUID()}`);
	const fd = (0, node_fs.openSync)(path, "wx+", 384);
	try {
		(0, node_fs.unlinkSync)(path);
		return fd;
	} catch (error) {
		(0, node_fs.closeSync)(fd);
		throw error;
	}
}
// src/flow/spillFile.ts
/** Large enough to be written fast, small enough to have two in memory for each of many queues. */
const BLOCK_BYTES = 16384;
/**
* Blocks of one size on disk, for any number of queues: one file descriptor, and blocks that were freed are used again, so that the file
* is never larger than what lay in it at once. The file is made with the first block and its name is taken away at once: the system frees
* it however this process ends.
*/
var SpillFile = class {
	#folder;
	#maxBlocks;
	#note;
	#budget;
	#free = [];
	/** Blocks that the file has, in use or free. */
	#blocks = 0;
	#fd;
	#refused = false;
	#closed = false;
	/** `folder`: absolute, made when needed, for this user only. */
	constructor(folder, maxBytes, { note = () => {}, budget } = {}) {
		this.#folder = folder;
		this.#maxBlocks = Math.floor(maxBytes / BLOCK_BYTES);
		this.#note = note;
		this.#budget = budget;
	}
	/** Writes `BLOCK_BYTES` bytes and says which block they are. Undefined when the file is full or the disk takes no more. */
	write(bytes) {
		const block = this.#free.at(-1) ?? this.#blocks;
		const grows = block === this.#blocks;
		if (this.#closed || block >= this.#maxBlocks || grows && this.#budget?.lacks(16384)) return void 0;
		try {
			this.#fd ??= this.#open();
			for (let done = 0; done < BLOCK_BYTES;) done += (0, node_fs.writeSync)(this.#fd, bytes, done, BLOCK_BYTES - done, block * BLOCK_BYTES + done);
		} catch (error) {
			if ((require_command ??= require("./command.cjs")).errorCode(error) === "") throw error;
			this.#refuse(error);
			return;
		}
		if (grows) this.#grow(1);
		else this.#free.pop();
		return block;
	}
	/** Throws a `Fault` `disk`. */
	read(block) {
		const bytes = Buffer.allocUnsafe(BLOCK_BYTES);
		for (let done = 0; done < BLOCK_BYTES;) {
			const read = this.#readInto(bytes, done, block * BLOCK_BYTES + done);
			if (read === 0) throw new (require_command ??= (require("./command.cjs"))).Fault("disk", `what was put aside in ${this.#folder} can't be read back`);
			done += read;
		}
		return bytes;
	}
	/** The block is needed no more. */
	free(block) {
		this.#free.push(block);
		if (this.#free.length < this.#blocks || this.#fd === void 0) return;
		if (!this.#letGo(this.#fd, (fd) => (0, node_fs.ftruncateSync)(fd, 0))) return;
		this.#free.length = 0;
		this.#grow(-this.#blocks);
	}
	close() {
		if (this.#fd !== void 0) this.#letGo(this.#fd, node_fs.closeSync);
		this.#fd = void 0;
		this.#closed = true;
		this.#grow(-this.#blocks);
	}
	/** What lay in it is not wanted any more: a disk that complains now (NFS tells late that it was full) has lost nothing. */
	#letGo(fd, how) {
		try {
			how(fd);
			return true;
		} catch (error) {
			if ((require_command ??= require("./command.cjs")).errorCode(error) === "") throw error;
			return false;
		}
	}
	#open() {
		makeFolder(this.#folder, 448);
		return openNameless(this.#folder);
	}
	#grow(blocks) {
		this.#blocks += blocks;
		this.#budget?.take(blocks * BLOCK_BYTES);
	}
	#readInto(bytes, at, position) {
		try {
			return this.#fd === void 0 ? 0 : (0, node_fs.readSync)(this.#fd, bytes, at, bytes.length - at, position);
		} catch (cause) {
			throw new (require_command ??= (require("./command.cjs"))).Fault("disk", `what was put aside in ${this.#folder} can't be read back: ${reason(cause)}`, { cause });
		}
	}
	#refuse(error) {
		if (!this.#refused) this.#note(`can't put records aside in ${this.#folder}: ${reason(error)}`);
		this.#refused = true;
	}
};
function reason(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/flow/spillQueue.ts
/**
* First in, first out, of any length: what is not to stay in memory goes to disk, and all that comes behind it too, until the disk's
* part is empty again. That part has two blocks in memory, the one that is being read and the one that is being filled, however
* long it is.
*/
var SpillQueue = class {
	#options;
	/** Came before everything that lies on disk. */
	#memory = new Fifo();
	/** Lines on disk, in both blocks in memory too. */
	#lines = 0;
	/** Full blocks of lines; a line may begin in one and end in another. */
	#blocks = new Fifo();
	/** The block that is being read, from `#at` on. */
	#head = NOTHING;
	#at = 0;
	/** What comes behind the last block. */
	#tail = NOTHING;
	#used = 0;
	constructor(options) {
		this.#options = options;
	}
	get length() {
		return this.#memory.length + this.#lines;
	}
	/** Items that are held as they are. */
	get inMemory() {
		return this.#memory.length;
	}
	/** Where the item is now. `full`: nowhere, because the disk or this queue's part of it takes no more. */
	push(item) {
		const { staysInMemory, codec } = this.#options;
		if (this.#lines === 0 && staysInMemory(item)) {
			this.#memory.push(item);
			return "memory";
		}
		if (!this.#append(Buffer.from(`${codec.write(item)}\n`))) return "full";
		this.#lines++;
		return "disk";
	}
	/** Throws a `Fault` `disk` when an item can't be read back. */
	shift() {
		if (this.#memory.length > 0) return this.#memory.shift();
		if (this.#lines === 0) return void 0;
		const item = this.#options.codec.read(this.#readLine());
		this.#lines--;
		if (this.#lines === 0) this.#forget();
		return item;
	}
	/** Gives its blocks back; what is left is lost. */
	close() {
		while (this.#memory.length > 0) this.#memory.shift();
		for (let block = this.#blocks.shift(); block !== void 0; block = this.#blocks.shift()) this.#options.file.free(block);
		this.#lines = 0;
		this.#forget();
	}
	#forget() {
		this.#head = this.#tail = NOTHING;
		this.#at = this.#used = 0;
	}
	#append(line) {
		if (this.#used + line.length <= 16384) {
			this.#addToTail(line);
			return true;
		}
		const bytes = Buffer.concat([this.#tail.subarray(0, this.#used), line]);
		const rest = bytes.length % BLOCK_BYTES;
		if (!this.#writeBlocks(bytes.subarray(0, bytes.length - rest))) return false;
		this.#used = 0;
		this.#addToTail(bytes.subarray(bytes.length - rest));
		return true;
	}
	#addToTail(bytes) {
		const used = this.#used + bytes.length;
		if (used > this.#tail.length) {
			const larger = Buffer.allocUnsafeSlow(Math.min(BLOCK_BYTES, Math.max(FIRST_BYTES, used * 2)));
			this.#tail.copy(larger, 0, 0, this.#used);
			this.#tail = larger;
		}
		bytes.copy(this.#tail, this.#used);
		this.#used = used;
	}
	/** All or none. */
	#writeBlocks(bytes) {
		const { file, maxBytes } = this.#options;
		if (this.#blocks.length * 16384 + bytes.length > maxBytes) return false;
		const written = [];
		for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
			const block = file.write(bytes.subarray(at, at + BLOCK_BYTES));
			if (block === void 0) {
				for (const one of written) file.free(one);
				return false;
			}
			written.push(block);
		}
		for (const block of written) this.#blocks.push(block);
		return true;
	}
	#readLine() {
		const parts = [];
		for (let end = this.#lineEnd();; end = this.#lineEnd()) {
			const part = this.#head.subarray(this.#at, end === -1 ? void 0 : end);
			if (end !== -1) {
				this.#at = end + 1;
				return parts.length === 0 ? part.toString() : Buffer.concat([...parts, part]).toString();
			}
			parts.push(part);
			this.#readOn();
		}
	}
	#lineEnd() {
		return this.#head.indexOf(NEWLINE$1, this.#at);
	}
	/** The next block, or behind the last one what has not been written yet. */
	#readOn() {
		const { file } = this.#options;
		const block = this.#blocks.first;
		if (block === void 0) {
			this.#head = this.#tail.subarray(0, this.#used);
			this.#tail = NOTHING;
			this.#used = 0;
		} else {
			this.#head = file.read(block);
			this.#blocks.shift();
			file.free(block);
		}
		this.#at = 0;
	}
};
const NOTHING = Buffer.alloc(0);
const NEWLINE$1 = 10;
const FIRST_BYTES = 512;
// src/flow/waitingRoom.ts
/** 1 GiB is some three million files of one server. */
const SPILL_LIMITS = {
	lineBytes: 1024 ** 3,
	fileBytes: 4 * 1024 ** 3
};
/**
* Where the items of a queue wait, in any number of lines. Those in memory are parked at the queue's gate. Where there is a disk, what
* is too many for memory lies there and is not parked: the source goes on, and others get their turn. When the disk takes no more, it
* is memory again, until the gate shuts.
*/
var WaitingRoom = class {
	#gate;
	#spill;
	/** Nothing else is parked at the gate; it is closed with the room. */
	constructor(gate, spill) {
		this.#gate = gate;
		if (spill === void 0) return;
		const { folder, codec, note, limits = SPILL_LIMITS } = spill;
		const file = new SpillFile(folder, limits.fileBytes, { note: (why) => note?.(`${why}; the input may have to wait`) });
		this.#spill = {
			codec,
			file,
			lineBytes: limits.lineBytes
		};
	}
	line() {
		const gate = this.#gate;
		if (this.#spill === void 0) return new WaitingLine(gate, void 0);
		const { file, codec, lineBytes: maxBytes } = this.#spill;
		const spilled = new SpillQueue({
			file,
			codec,
			staysInMemory: () => spilled.inMemory < gate.diskMark - gate.parked,
			maxBytes
		});
		return new WaitingLine(gate, spilled);
	}
	/** What still waits is lost, and nobody waits for it. */
	close() {
		this.#spill?.file.close();
		this.#gate.close();
	}
};
var WaitingLine = class {
	#gate;
	#spilled;
	/** What was not taken there; it comes behind. */
	#behind = new Fifo();
	constructor(gate, spilled) {
		this.#gate = gate;
		this.#spilled = spilled;
	}
	get length() {
		return (this.#spilled?.length ?? 0) + this.#behind.length;
	}
	push(item) {
		const where = this.#behind.length > 0 ? "full" : this.#spill(item);
		if (where === "full") this.#behind.push(item);
		if (where !== "disk") this.#gate.park();
	}
	shift() {
		const before = this.#inMemory;
		const item = this.#spilled?.shift() ?? this.#behind.shift();
		const next = this.#behind.first;
		if (next !== void 0 && this.#spill(next) !== "full") this.#behind.shift();
		this.#gate.unpark(before - this.#inMemory);
		return item;
	}
	get #inMemory() {
		return (this.#spilled?.inMemory ?? 0) + this.#behind.length;
	}
	#spill(item) {
		return this.#spilled?.push(item) ?? "full";
	}
};
// src/flow/fairMergeMap.ts
/**
* `mergeMap` for a stream that mixes the work for many servers: each has its own line and its own limit, and a slow one holds up
* no other. What waits is parked at a gate, or lies on disk where that is allowed.
*/
function fairMergeMap(fairness, project, spill) {
	return (source) => defer(() => {
		const below = currentGate();
		const gate = Gate.ofQueue(below);
		const work = {
			project,
			begin: beginsHere(),
			room: new WaitingRoom(gate, spill),
			below
		};
		return source.pipe(gated(gate), inTurns(fairness, work));
	});
}
/**
* Begins work on items when it is their turn; the next of a line comes when one of it is over. None while the gate below is shut: what waits
* on disk may be more than the results that memory has room for.
*/
function inTurns(fairness, { project, begin, room, below }) {
	return (source) => new Observable((subscriber) => {
		/** Items that wait or run. */
		let unfinished = 0;
		let sourceOver = false;
		const completeIfOver = () => {
			if (sourceOver && unfinished === 0) subscriber.complete();
		};
		const streams = new Subject();
		const start = (key, item) => begin(() => {
			const over = () => {
				if (subscriber.closed) return;
				attempt(() => queue.done(key));
				unfinished--;
				completeIfOver();
			};
			attempt(() => {
				const work = project(item);
				if (work instanceof Promise) whenKept(work, over);
				else streams.next({
					work,
					over
				});
			});
		});
		const whenKept = (work, over) => work.then((result) => {
			subscriber.next(result);
			over();
		}, (error) => subscriber.error(error));
		const pace = new Pace();
		const queue = new FairQueue({
			lanesAtOnce: fairness.keysAtOnce,
			start,
			newLine: () => room.line(),
			left: (key) => fairness.left?.(key),
			mustWait(goOn) {
				const opened = below?.ready() ?? pace.step();
				opened?.then(() => attempt(goOn));
				return opened !== void 0;
			}
		});
		const attempt = (turn) => {
			try {
				turn();
			} catch (error) {
				subscriber.error(error);
			}
		};
		subscriber.add(() => {
			queue.close();
			room.close();
		});
		const error = (error) => subscriber.error(error);
		subscriber.add(streams.pipe(mergeMap(({ work, over }) => from(work).pipe(finalize(over)))).subscribe({
			next: (result) => subscriber.next(result),
			error
		}));
		return source.pipe(untilClosed(subscriber)).subscribe({
			next(item) {
				unfinished++;
				attempt(() => queue.push(fairness.keyOf(item), item, fairness.atOnce(item)));
			},
			error,
			complete() {
				sourceOver = true;
				completeIfOver();
			}
		});
	});
}
// src/flow/boundedMergeMap.ts
/**
* RxJS's `mergeMap(project, concurrency)` for a stream of any length: what waits for its turn is parked at a gate, so that the source
* waits too. Not by RxJS's own count: when a long wait is over it begins what has gathered one within the other, and a thousand
* items whose work is over at once are more than the stack takes; some are lost without an error.
*/
function boundedMergeMap(project, concurrency) {
	const oneLine = {
		keyOf: () => "",
		atOnce: () => concurrency,
		keysAtOnce: 1
	};
	return (source) => source.pipe(map((item, index) => ({
		item,
		index
	})), fairMergeMap(oneLine, ({ item, index }) => project(item, index)));
}
// src/ftp/onAbort.ts
/** Who listens to a signal. */
const listeners = /* @__PURE__ */ new WeakMap();
/**
* Calls `abandon` when a signal is aborted, at once if it is already. Returns how to stop listening. One signal may stand for a
* whole harvest, and everything in it listens for as long as it lasts: they share one listener of Node's: one of its own for each file is slow to add and take off.
*/
function onAbort(signal, abandon) {
	if (signal.aborted) {
		abandon();
		return () => {};
	}
	const all = listeners.get(signal) ?? listenTo(signal);
	const own = () => abandon();
	all.add(own);
	return () => void all.delete(own);
}
function listenTo(signal) {
	const all = /* @__PURE__ */ new Set();
	listeners.set(signal, all);
	(0, node_events.setMaxListeners)(0, signal);
	signal.addEventListener("abort", () => callAll(all), { once: true });
	return all;
}
function callAll(all) {
	for (const abandon of all) abandon();
}
// src/records/exitCode.ts
/**
* Folds exit codes into the one that a command ends with. Ended by a signal (129, 130, 143) goes first, then 3 (the stream was cut,
* empty or damaged), 2 (nothing was started), 1 (something failed), 0. Of several signals the first one given counts, so a
* stage gives its own code first. Without codes: 0.
*/
function foldCodes(...codes) {
	return codes.map(ours).reduce((worst, code) => rank(code) > rank(worst) ? code : worst, 0);
}
/** A shell adds 128 to the number of the signal that ended a process. */
const SIGNAL = 128;
/** No command of ours ends with 4 to 127: such a code comes from elsewhere, and something failed there. */
function ours(code) {
	return code > 3 && code < SIGNAL ? 1 : code;
}
function rank(code) {
	return Math.min(code, SIGNAL);
}
// src/records/tally.ts
/** Counts what a stage writes, and what that means for its exit code. */
var Tally = class {
	counts = {};
	/** 1 when a failure was written or passed on, or something was left undone; else 0. */
	code = 0;
	add(record) {
		const type = (require_command ??= require("./command.cjs")).TYPES.has(record.type) ? record.type : "other";
		this.counts[type] = (this.counts[type] ?? 0) + 1;
		if (isFault(record)) this.code = 1;
	}
};
function isFault(record) {
	if (record.type === "failure") return true;
	if (record.type === "listed") return record["complete"] === false;
	return record.type === "harvested" && (Number(record["failed"]) > 0 || Number(record["not_started"]) > 0);
}
// src/records/fields.ts
/** A text field of a record that came from outside. */
function textOf(record, field) {
	const value = record[field];
	return typeof value === "string" ? value : void 0;
}
/** A count or a number of bytes: a whole number from 0. */
function countOf(record, field) {
	const value = record[field];
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : void 0;
}
// src/records/endRecord.ts
/** The `end` record in a record that came from outside; undefined when it is none. What is missing in it is empty. */
function endRecord$1(record) {
	const { type, code, counts, inputs } = record;
	const run = textOf(record, "run");
	const by = textOf(record, "by");
	if (type !== "end" || run === void 0 || by === void 0 || !isExitCode(code)) return void 0;
	return {
		...record,
		type,
		run,
		by,
		stage: textOf(record, "stage") ?? stageOf(by),
		code,
		counts: isCounts(counts) ? counts : {},
		inputs: Array.isArray(inputs) ? inputs.filter(isInputEnding) : []
	};
}
/** The stage in the name of a stage process: `list` in `list-7f3a`. */
function stageOf(by) {
	return by.replace(/-[^-]*$/, "");
}
function isEnding(value) {
	return ENDINGS.includes(value);
}
/** Of two words on how one source ended, the one that counts: the worse, for who knew nothing saw least. */
function worseEnding(a, b) {
	return ENDINGS.indexOf(b) > ENDINGS.indexOf(a) ? b : a;
}
/** From knowing nothing to worst. */
const ENDINGS = [
	"open",
	"ended",
	"closed",
	"cut"
];
function isExitCode(value) {
	return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 255;
}
function isCounts(value) {
	return typeof value === "object" && value !== null && Object.values(value).every((count) => typeof count === "number");
}
function isInputEnding(value) {
	if (typeof value !== "object" || value === null || !("by" in value) || !("how" in value)) return false;
	return typeof value.by === "string" && isEnding(value.how);
}
// src/records/processIdentity.ts
/** This process. Looked up once. */
function thisProcess() {
	self ??= {
		pid: process.pid,
		start: lookUp(process.pid).start,
		host: hostName(),
		boot: bootId()
	};
	return self;
}
/**
* Whether a process still lives. `elsewhere`: it belongs to another host or container, and nobody here can tell. A zombie is
* gone: it was killed, and its parent has not asked yet how.
*/
function lives(identity) {
	const here = thisProcess();
	if (identity.host !== here.host) return "elsewhere";
	if (identity.boot !== here.boot) return "gone";
	if (!Number.isSafeInteger(identity.pid) || identity.pid <= 0) return "gone";
	const there = lookUp(identity.pid);
	return there.dead || !sameStart(identity.start, there.start) || !signalReaches(identity.pid) ? "gone" : "alive";
}
/** Whether a value read from a file is an identity. */
function isProcessIdentity(value) {
	if (typeof value !== "object" || value === null) return false;
	const { pid, start, host, boot } = value;
	return typeof pid === "number" && [
		start,
		host,
		boot
	].every((text) => typeof text === "string");
}
let self;
function sameStart(one, other) {
	return one === other || one === "" || other === "";
}
function signalReaches(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (require_command ??= require("./command.cjs")).errorCode(error) === "EPERM";
	}
}
function lookUp(pid) {
	if (process.platform === "linux") return lookUpProc(pid);
	return process.platform === "win32" ? {
		start: "",
		dead: false
	} : lookUpPs(pid);
}
/** proc(5): the command's name in brackets may hold spaces and brackets, so fields are counted from the last `)`. */
function lookUpProc(pid) {
	const stat = readText(`/proc/${pid}/stat`);
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	const [state, start] = [fields[STATE_FIELD - 3] ?? "", fields[START_FIELD - 3] ?? ""];
	return {
		start,
		dead: state === "Z" || state === "X"
	};
}
const STATE_FIELD = 3;
const START_FIELD = 22;
/** macOS and the BSDs have no /proc. */
function lookUpPs(pid) {
	const [state = "", ...start] = ((0, (node_child_process ??= require("node:child_process")).spawnSync)("ps", [
		"-o",
		"state=,lstart=",
		"-p",
		String(pid)
	], {
		env: {
			PATH: "/bin:/usr/bin",
			LC_ALL: "C",
			TZ: "UTC"
		},
		encoding: "utf8",
		timeout: 2e3
	}).stdout ?? "").trim().split(/\s+/);
	return {
		start: start.join(" "),
		dead: state.startsWith("Z")
	};
}
/**
* A container may share the host's name (`docker run --network host`) and boot, yet its pids mean nothing outside: pid 1 of
* two containers would take each other for dead.
*/
function hostName() {
	const namespace = linkText("/proc/self/ns/pid");
	return namespace === "" || namespace === FIRST_PID_NAMESPACE ? (0, (node_os ??= require("node:os")).hostname)() : `${(0, (node_os ??= require("node:os")).hostname)()}/${namespace}`;
}
/** PROC_PID_INIT_INO, fixed in Linux: the namespace of processes that run in no container. */
const FIRST_PID_NAMESPACE = "pid:[4026531836]";
function bootId() {
	return readText("/proc/sys/kernel/random/boot_id").trim();
}
function readText(path) {
	try {
		return (0, node_fs.readFileSync)(path, "utf8");
	} catch {
		return "";
	}
}
function linkText(path) {
	try {
		return (0, node_fs.readlinkSync)(path);
	} catch {
		return "";
	}
}
// src/records/parseRecord.ts
/** The record that a line holds, or why it holds none. Undefined as text: the line's bytes are no UTF-8. */
function parseRecord(text) {
	if (text === void 0) return "not UTF-8";
	if (isTooDeep(text)) return `more than ${MOST_LEVELS} levels deep`;
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return "not JSON";
	}
	if (typeof value !== "object" || value === null || Array.isArray(value)) return "not a JSON object";
	return isRecord(value) ? value : "no text `type`";
}
/** Of lists and objects. A line has room for millions: they take seconds to read, and there is no stack to write them again. */
const MOST_LEVELS = 1e3;
/** Each level takes two characters at least: of lines as they are none is looked at. */
function isTooDeep(text) {
	if (text.length < 2 * MOST_LEVELS) return false;
	let levels = 0;
	let inString = false;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at];
		if (sign === "\\") at++;
		else if (sign === "\"") inString = !inString;
		else if (inString) continue;
		else if (sign === "[" || sign === "{") levels++;
		else if (sign === "]" || sign === "}") levels--;
		if (levels > MOST_LEVELS) return true;
	}
	return false;
}
function isRecord(value) {
	return "type" in value && typeof value.type === "string";
}
// src/records/ndjsonReader.ts
/** The longest line that is taken; a longer one is damaged input. Bounds what is held while a line comes in. */
const MAX_LINE_BYTES = 16777216;
const NEWLINE = 10;
const CLOSING_BRACE = 125;
/** A buffer for the beginning of a line is kept up to this size; one that a rare long line needed is given back. */
const KEPT_BYTES = 262144;
/**
* NDJSON from chunks of bytes. Only `\n` ends a line: U+2028, which readline takes for an end too, may stand in JSON. A carriage
* return before it and blank lines are let pass. A damaged line costs that line and no other.
*/
var NdjsonReader = class {
	#sink;
	#decoder = new TextDecoder("utf-8", {
		fatal: true,
		ignoreBOM: true
	});
	/** The beginning of a line whose end has not come. */
	#rest = Buffer.alloc(0);
	#restBytes = 0;
	/** The line is too long: its bytes are dropped until the next newline. */
	#skipping = false;
	/** The line's record was taken in a silence; only its newline may follow. */
	#taken = false;
	#triedBytes = 0;
	/** The record that the sink is taking right now, and its line. */
	#passing;
	#line = "";
	#bytes = 0;
	#lines = 0;
	constructor(sink) {
		this.#sink = sink;
	}
	/** Takes the next bytes; they may be reused when it returns. */
	push(chunk) {
		this.#bytes += chunk.length;
		const lastNewline = chunk.lastIndexOf(NEWLINE);
		if (lastNewline === -1) return this.#keep(chunk);
		const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
		const begun = this.#restBytes > 0 || this.#skipping || this.#taken;
		const from = begun ? bytes.indexOf(NEWLINE) + 1 : 0;
		if (begun) {
			this.#keep(bytes.subarray(0, from - 1));
			this.#endLine();
		}
		if (lastNewline >= from) this.#wholeLines(bytes.subarray(from, lastNewline));
		this.#keep(bytes.subarray(lastNewline + 1));
	}
	/**
	* To be called when no input has come for a moment: a record whose newline is still to come with the next one is taken now. What
	* comes next must be that newline, else the line counts as damaged.
	*/
	silence() {
		const bytes = this.#rest.subarray(0, this.#restBytes);
		if (this.#taken || bytes.length === this.#triedBytes || bytes.at(-1) !== CLOSING_BRACE) return;
		this.#triedBytes = bytes.length;
		const text = this.#decode(bytes);
		const record = parseRecord(text);
		if (typeof record === "string") return;
		this.#forget();
		this.#taken = true;
		this.#pass(record, text);
	}
	/** The input is over. A last line without its newline is still taken when it is whole. */
	end() {
		const unterminated = this.#restBytes > 0 || this.#skipping || this.#taken;
		if (unterminated) this.#endLine();
		return {
			unterminated,
			bytes: this.#bytes,
			lines: this.#lines
		};
	}
	/**
	* The line of the record that the sink is taking right now, letter by letter: who hands that record on need not write it anew, which
	* costs as much as reading it, and changes no number or spacing of others. Undefined for any other record, and where a line
	* may not be handed on as it is: its type does not come first, or it has control characters between its values.
	*/
	lineOf(record) {
		return record === this.#passing && isAsWeWrite(this.#line) ? this.#line : void 0;
	}
	#wholeLines(bytes) {
		const text = bytes.length > 16777216 ? void 0 : this.#decode(bytes);
		if (text !== void 0) {
			for (const line of text.split("\n")) this.#take(line);
			return;
		}
		for (let from = 0; from <= bytes.length;) {
			const newline = bytes.indexOf(NEWLINE, from);
			const to = newline === -1 ? bytes.length : newline;
			this.#lineOfBytes(bytes.subarray(from, to));
			from = to + 1;
		}
	}
	/** The line that was begun in an earlier chunk is over. */
	#endLine() {
		const bytes = this.#rest.subarray(0, this.#restBytes);
		if (this.#skipping) this.#damaged(TOO_LONG);
		else if (this.#taken && !isBlank(bytes.toString("latin1"))) this.#damaged("more bytes after the end of a record");
		else if (this.#taken) this.#lines++;
		else this.#lineOfBytes(bytes);
		this.#forget();
		this.#skipping = false;
		this.#taken = false;
	}
	#lineOfBytes(bytes) {
		if (bytes.length > 16777216) this.#damaged(TOO_LONG);
		else this.#take(this.#decode(bytes));
	}
	#take(spelled) {
		const text = spelled?.startsWith("﻿") ? spelled.slice(1) : spelled;
		if (text !== void 0 && isBlank(text)) {
			this.#lines++;
			return;
		}
		const record = parseRecord(text);
		if (typeof record === "string") return this.#damaged(record);
		this.#lines++;
		this.#pass(record, text);
	}
	#pass(record, line = "") {
		this.#passing = record;
		this.#line = line.endsWith("\r") ? line.slice(0, -1) : line;
		this.#sink.record(record);
		this.#passing = void 0;
		this.#line = "";
	}
	#damaged(why) {
		this.#lines++;
		this.#sink.damaged(this.#lines, why);
	}
	#decode(bytes) {
		try {
			return this.#decoder.decode(bytes);
		} catch {
			return;
		}
	}
	#keep(bytes) {
		if (this.#skipping || bytes.length === 0) return;
		const needed = this.#restBytes + bytes.length;
		if (needed > 16777216) {
			this.#forget();
			this.#skipping = true;
			return;
		}
		if (needed > this.#rest.length) {
			const larger = Buffer.allocUnsafeSlow(Math.max(needed, Math.min(this.#rest.length * 2, MAX_LINE_BYTES)));
			this.#rest.copy(larger, 0, 0, this.#restBytes);
			this.#rest = larger;
		}
		this.#rest.set(bytes, this.#restBytes);
		this.#restBytes = needed;
	}
	#forget() {
		this.#restBytes = 0;
		this.#triedBytes = 0;
		if (this.#rest.length > KEPT_BYTES) this.#rest = Buffer.alloc(0);
	}
};
const TOO_LONG = `longer than ${MAX_LINE_BYTES / 1024 / 1024} MiB`;
/** The type is first, and between values there are no control characters, which JSON may have there and a terminal obeys. */
function isAsWeWrite(line) {
	return line.startsWith("{\"type\"") && !line.includes("	") && !line.includes("\r");
}
/** What JSON takes for white space. */
function isBlank(text) {
	return /^[ \t\r]*$/.test(text);
}
// src/records/textHash.ts
/**
* Hashes a text into `hash` (kept from call to call: there is one for each record). Two lanes of multiplying and xoring, stirred by a
* seed. Among a million texts two are the same with a chance of about one in ten million. The seed is to be drawn by each process
* anew, so that no server can choose names that hide one another.
*/
function hashInto(hash, text, seed) {
	let high = 3735928559 ^ seed;
	let low = 1103547991 ^ seed;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		high = Math.imul(high ^ unit, 2654435761);
		high ^= high >>> 15;
		low = Math.imul(low ^ unit, 1597334677);
		low ^= low >>> 13;
	}
	hash.high = finish(high);
	hash.low = finish(low ^ text.length);
}
/** The end of murmur3: every bit of the input changes about half of the bits. */
function finish(bits) {
	let mixed = Math.imul(bits ^ bits >>> 16, 2246822507);
	mixed = Math.imul(mixed ^ mixed >>> 13, 3266489909);
	return (mixed ^ mixed >>> 16) >>> 0;
}
/** So that nobody can choose texts that share a hash. (The global is loaded when it is used, `node:crypto` at each start.) */
function newSeed() {
	return crypto.getRandomValues(/* @__PURE__ */ new Uint32Array(1))[0] ?? 0;
}
// src/pipeline/stageProcess.ts
/**
* Records that may wait in all queues of a process. With many servers on one stream those of a slow one wait here while the
* others go on; past it the input waits for the slow one too.
*/
const PARKED_MAX$1 = 1e5;
/**
* After a signal nothing is begun any more, but those before got it as well and have last words (what is not complete, their
* `end`), which belong into the report: the input is read on for as long.
*/
const LAST_WORDS_MS = 2e3;
/** Runs a stage from the first record to its `end`. Returns the exit code. Rejects only on a bug; the stream has no `end` then. */
async function runStage(process) {
	const { by, stage, output, signal, note } = process;
	const gate = new Gate(PARKED_MAX$1);
	const tally = new Tally();
	const stop = AbortSignal.any([(require_recordInput ??= require("./recordInput.cjs")).lateBy(LAST_WORDS_MS, signal), output.closed]);
	let journal;
	let endings;
	const journalOf = (run) => {
		journal ??= process.openJournal(run);
		return journal;
	};
	output.gate = gate;
	output.beforeWrite = () => journal?.flush();
	output.closed.addEventListener("abort", () => journal?.closed(), { once: true });
	await drain((process.input === void 0 ? EMPTY : (require_recordInput ??= require("./recordInput.cjs")).watchedInput({
		input: process.input,
		stateFolder: process.stateFolder,
		stop,
		onSource: (source, run) => journalOf(run).from(source, run),
		onEndings(found) {
			endings = found;
			tellEndings(found, process);
		}
	})).pipe(filter((record) => record.type !== "end"), process.operator, tap((record) => {
		if (record.by === by) keep(record, journalOf(process.run()), output.closed.aborted);
		if (!output.closed.aborted) tally.add(record);
		process.watch(record);
		output.record(record, process.input?.lineOf?.(record));
	}), gated(gate)));
	const code = foldCodes(...[
		tally.code,
		process.extraCode?.() ?? 0,
		...codesOf(endings, process)
	], signal.aborted ? process.signalCode() : 0);
	const end = endRecord({
		process,
		stage,
		code,
		endings,
		tally
	});
	journalOf(end.run).end(end);
	output.record(end);
	await output.end();
	journal?.close();
	if (!output.closed.aborted || (require_recordInput ??= require("./recordInput.cjs")).readerLeft(output.closed.reason)) return code;
	note(`can't write: ${messageOf(output.closed.reason)}`);
	return foldCodes(code, 3);
}
/** When the reader has left, what is broken off because of that is not the source's fault; only sums are kept then. */
function keep(record, journal, readerLeft) {
	if (!readerLeft || record.type === "harvested") journal.control(record);
}
async function drain(records) {
	await lastValueFrom(records, { defaultValue: void 0 });
}
function tellEndings(endings, process) {
	if (process.signal.aborted || process.output.closed.aborted) return;
	if (endings.ends.some((end) => end.code === 2)) return;
	for (const message of (require_recordInput ??= require("./recordInput.cjs")).endingNotes(endings)) if (!(endings.empty && process.allowEmpty)) process.note(message);
}
function codesOf(endings, process) {
	if (endings === void 0) return [];
	return [endings.empty && process.allowEmpty && !endings.cut ? 0 : endings.code, ...endings.ends.map((end) => end.code)];
}
function endRecord(facts) {
	const { process, stage, code, endings, tally } = facts;
	const inputs = endings?.sources.map(({ by, how }) => ({
		by,
		how
	})) ?? [];
	const { damaged, bytes } = process.input?.facts() ?? {
		damaged: 0,
		bytes: 1
	};
	return {
		type: "end",
		run: process.run(),
		by: process.by,
		stage,
		code,
		counts: tally.counts,
		inputs,
		...bytes === 0 && endings?.empty === true ? { empty: true } : {},
		...damaged > 0 ? { damaged } : {},
		...process.hadEnough?.() === true ? { enough: true } : {}
	};
}
function messageOf(reason) {
	return reason instanceof Error ? reason.message : String(reason);
}
// src/flow/fromBatches.ts
/**
* A stream from an async generator of batches that waits at the stream's gate. On unsubscribe the signal given to `make` is
* aborted and the generator ended.
*/
function fromBatches(make) {
	return new Observable((subscriber) => {
		const gate = currentGate();
		const stop = new AbortController();
		let wake = () => {};
		const run = async () => {
			for await (const batch of make(stop.signal)) {
				for (const item of batch) {
					if (subscriber.closed) return;
					for (let full = gate?.ready(); full !== void 0; full = gate?.ready()) {
						const opened = full;
						await new Promise((resolve) => {
							wake = resolve;
							opened.then(resolve);
						});
						if (subscriber.closed) return;
					}
					subscriber.next(item);
				}
				if (subscriber.closed) return;
			}
			subscriber.complete();
		};
		run().catch((error) => subscriber.error(error));
		return () => {
			stop.abort();
			wake();
		};
	});
}
// src/flow/bypass.ts
/**
* Leads the items that are wanted through an operator; all others go round it, at once. RxJS's `connect` does so too, but there the
* source would not find the gates of the operator's queues.
*/
function bypass(isWanted, operator, others) {
	return (source) => new Observable((subscriber) => {
		const goesThrough = (item) => {
			if (isWanted(item)) return true;
			for (const result of others(item)) subscriber.next(result);
			return false;
		};
		return source.pipe(filter(goesThrough), operator).subscribe(subscriber);
	});
}
// src/flow/eachOf.ts
/** RxJS's `mergeMap` to lists: their items, one after the other. Without a stream for each list, which costs 1.5 µs. */
function eachOf(listOf) {
	return (source) => new Observable((subscriber) => source.pipe(untilClosed(subscriber)).subscribe({
		next(item) {
			try {
				for (const one of listOf(item)) subscriber.next(one);
			} catch (error) {
				subscriber.error(error);
			}
		},
		error: (error) => subscriber.error(error),
		complete: () => subscriber.complete()
	}));
}
// src/flow/orderedQueue.ts
/** Begins items in their order, several at once, and hands out their results in the same order, whichever are over first. */
var OrderedQueue = class {
	#ordering;
	/** Of items that are over, while an older one is not. */
	#results = /* @__PURE__ */ new Map();
	#begun = 0;
	#oldest = 0;
	#inputOver = false;
	#closed = false;
	#turning = false;
	constructor(ordering) {
		this.#ordering = ordering;
	}
	push(item) {
		this.#ordering.waiting.push(item);
		this.#turn();
	}
	/** The item with this place is over; it may have no results. */
	done(place, results) {
		this.#results.set(place, results);
		this.#turn();
	}
	/** Nothing more will come. */
	end() {
		this.#inputOver = true;
		this.#turn();
	}
	/** Begins nothing more and hands out nothing more. */
	close() {
		this.#closed = true;
	}
	/** Does what can be done now. Whoever calls back in here meanwhile is noted, not nested: results would overtake each other. */
	#turn() {
		if (this.#turning) return;
		this.#turning = true;
		try {
			for (let more = true; more;) more = !this.#closed && (this.#handOutOldest() || this.#beginNext());
		} finally {
			this.#turning = false;
		}
		if (this.#closed || !this.#inputOver || this.#oldest < this.#begun || this.#ordering.waiting.length > 0) return;
		this.#ordering.over();
	}
	#handOutOldest() {
		const results = this.#results.get(this.#oldest);
		if (results === void 0) return false;
		this.#results.delete(this.#oldest++);
		for (const result of results) this.#ordering.handOut(result);
		return true;
	}
	#beginNext() {
		const { window, waiting } = this.#ordering;
		if (this.#begun >= this.#oldest + window) return false;
		const item = waiting.shift();
		if (item === void 0) return false;
		this.#ordering.begin({
			item,
			place: this.#begun++
		});
		return true;
	}
};
// src/flow/orderedMergeMap.ts
/**
* `fairMergeMap` whose results come in the order of the items, as GNU parallel's `--keep-order`. No more than `window` items are begun
* from the oldest on that is not over: all others wait for a slow one sooner or later, and no more results than that wait for it.
*/
function orderedMergeMap(fairness, project, window, spill) {
	return (source) => new Observable((subscriber) => {
		const gate = Gate.ofQueue(currentGate());
		const room = new WaitingRoom(gate, spill);
		const begun = new Subject();
		const queue = new OrderedQueue({
			window,
			waiting: room.line(),
			begin: (item) => begun.next(item),
			handOut: (result) => subscriber.next(result),
			over: () => subscriber.complete()
		});
		const attempt = (turn) => {
			try {
				turn();
			} catch (error) {
				subscriber.error(error);
			}
		};
		const error = (error) => subscriber.error(error);
		subscriber.add(() => {
			queue.close();
			room.close();
		});
		subscriber.add(begun.pipe(fairMergeMap(ofPlaced(fairness), ({ item, place }) => placed(project(item), place))).subscribe({
			next: ({ results, place }) => attempt(() => queue.done(place, results)),
			error
		}));
		return source.pipe(gated(gate), untilClosed(subscriber)).subscribe({
			next: (item) => attempt(() => queue.push(item)),
			error,
			complete: () => queue.end()
		});
	});
}
function ofPlaced(fairness) {
	return {
		keyOf: ({ item }) => fairness.keyOf(item),
		atOnce: ({ item }) => fairness.atOnce(item),
		keysAtOnce: fairness.keysAtOnce,
		left: (key) => fairness.left?.(key)
	};
}
function placed(results, place) {
	return from(results).pipe(toArray(), map((results) => ({
		results,
		place
	})));
}
// src/flow/diskBudget.ts
/** Bytes on disk that several spill files share. */
var DiskBudget = class {
	bytes;
	#used = 0;
	constructor(bytes) {
		this.bytes = bytes;
	}
	/** Whether so many more would be too many. */
	lacks(bytes) {
		return this.#used + bytes > this.bytes;
	}
	/** Less than 0 gives back. */
	take(bytes) {
		this.#used += bytes;
	}
};
// src/flow/iterate.ts
/** Values that may wait for the loop: above it, sources that honour the gate wait as well. */
const PARKED_MAX = 1e3;
/**
* A stream for `for await`: each loop subscribes anew, and its sources wait while the loop is slow. Leaving the loop unsubscribes;
* the stream's error is thrown in it.
*/
function iterate(source) {
	return { [Symbol.asyncIterator]: () => new Iteration(source) };
}
/** One subscription, from the first `next` on. */
var Iteration = class {
	#source;
	#gate = new Gate(PARKED_MAX, currentGate());
	#parked = new Fifo();
	#askers = [];
	#subscription;
	#over = false;
	#fault;
	constructor(source) {
		this.#source = source;
	}
	next() {
		if (!this.#over) this.#subscription ??= this.#subscribe();
		const parked = this.#take();
		if (parked !== void 0) return Promise.resolve(parked);
		if (!this.#over) return new Promise((resolve, reject) => this.#askers.push({
			resolve,
			reject
		}));
		const fault = this.#fault;
		this.#fault = void 0;
		return fault === void 0 ? Promise.resolve(DONE) : Promise.reject(fault.error);
	}
	return() {
		this.#subscription?.unsubscribe();
		while (this.#take() !== void 0);
		this.#end();
		return Promise.resolve(DONE);
	}
	#subscribe() {
		return this.#source.pipe(gated(this.#gate)).subscribe({
			next: (value) => this.#give(value),
			error: (error) => this.#end({ error }),
			complete: () => this.#end()
		});
	}
	#give(value) {
		const asker = this.#askers.shift();
		if (asker !== void 0) return asker.resolve({
			done: false,
			value
		});
		this.#parked.push({
			done: false,
			value
		});
		this.#gate.park();
	}
	#take() {
		const parked = this.#parked.shift();
		if (parked !== void 0) this.#gate.unpark();
		return parked;
	}
	/** Who waits first is told of the fault, as the next one to ask would be. */
	#end(fault) {
		this.#over = true;
		const [first, ...others] = this.#askers.splice(0);
		if (fault !== void 0 && first !== void 0) first.reject(fault.error);
		else {
			this.#fault = fault;
			first?.resolve(DONE);
		}
		for (const other of others) other.resolve(DONE);
	}
};
const DONE = {
	done: true,
	value: void 0
};
// src/records/counted.ts
/** `1 file`, `2 files`. */
function counted(count, thing) {
	return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
// src/records/damageNotes.ts
/** The first few lines show what is wrong with all of them: a picture in the place of records has a million. */
const MOST_LINES_TOLD = 10;
/** Tells people which lines of an input are no records: the first ones, and at its end how many more there are. */
var DamageNotes = class {
	#what;
	#tell;
	#count = 0;
	/** `what`: the input's name, such as `the input`. */
	constructor(what, tell) {
		this.#what = what;
		this.#tell = tell;
	}
	/** Damaged lines so far. */
	get count() {
		return this.#count;
	}
	/** A damaged line: its number, from 1, and what is wrong with it. */
	line(line, why) {
		this.#count++;
		if (this.#count <= MOST_LINES_TOLD) this.#tell(`line ${line} of ${this.#what} is damaged: ${why}`);
	}
	/** The input is over. */
	end() {
		const more = this.#count - MOST_LINES_TOLD;
		if (more > 0) this.#tell(`${this.#what}: ${counted(more, "more line")} ${more === 1 ? "is" : "are"} damaged`);
	}
};
// src/records/recordFile.ts
/**
* Records into a file, in batches; what was in it is lost. The first time that the system refuses a write, `refused` is told why, and
* no more is written: the file's last line has no newline then, as that of a stream that was cut.
*/
var RecordFile = class {
	#refused;
	#writer = new NdjsonWriter((text) => this.#write(text));
	#fd;
	/** Throws what the system says when the file can't be opened. `mode`: of a file that is made. */
	constructor(path, mode, refused) {
		this.#refused = refused;
		this.#fd = (0, node_fs.openSync)(path, "w", mode);
	}
	record(record) {
		if (this.#fd !== void 0) this.#writer.record(record);
	}
	/** An orderly end, with the last newline. */
	end() {
		this.#writer.end();
		this.#attempt((fd) => (0, node_fs.closeSync)(fd));
		this.#fd = void 0;
	}
	#write(text) {
		const bytes = Buffer.from(text);
		this.#attempt((fd) => {
			for (let done = 0; done < bytes.length;) done += (0, node_fs.writeSync)(fd, bytes, done);
		});
	}
	#attempt(work) {
		const fd = this.#fd;
		if (fd === void 0) return;
		try {
			work(fd);
		} catch (error) {
			this.#fd = void 0;
			this.#refused(error);
			closeQuietly(fd);
		}
	}
};
/** What is wrong with it has been told. */
function closeQuietly(fd) {
	try {
		(0, node_fs.closeSync)(fd);
	} catch {}
}
// src/records/recordCopy.ts
/**
* A copy of the records that pass one point inside of a process, in a file that can be replayed. The process has another name in it:
* its journal knows also what happened behind that point, such as sums of files fetched, which must not be read back in a replay.
*/
var RecordCopy = class {
	#request;
	#by;
	#file;
	#tally = new Tally();
	/** Throws what the system says when the file can't be opened. */
	constructor(request) {
		const { path, mode, process, maker, refused } = request;
		this.#request = request;
		this.#by = `${process.by}-${maker}`;
		this.#file = new RecordFile(path, mode, refused);
	}
	record(record) {
		this.#tally.add(record);
		this.#file.record(record.by === this.#request.process.by ? {
			...record,
			by: this.#by
		} : record);
	}
	/** The stream is over: so is the copy, and whoever replays it is told so. */
	finish() {
		const { process, maker } = this.#request;
		const { code, counts } = this.#tally;
		this.#file.record({
			type: "end",
			run: process.run,
			by: this.#by,
			stage: maker,
			code,
			counts,
			inputs: []
		});
		this.close();
	}
	/** Writes what is left, in whole lines. May be called again. */
	close() {
		this.#file.end();
	}
};
// src/cli/stageCommand.ts
/** Runs a stage between stdin and stdout. */
async function runStageCommand(command, world) {
	const { terminal, signals, stateFolder } = world;
	const { stage } = command;
	const by = (require_displayWidth ??= require("./displayWidth.cjs")).newBy(stage);
	const output = new (require_recordOutput ??= (require("./recordOutput.cjs"))).RecordOutput(world.stdout);
	let run = command.reads ? void 0 : (require_displayWidth ??= require("./displayWidth.cjs")).newRunId();
	let damaged = false;
	const context = await contextOf(command, {
		by,
		run: () => {
			run ??= (require_displayWidth ??= require("./displayWidth.cjs")).newRunId();
			return run;
		},
		signal: AbortSignal.any([signals.signal, output.closed]),
		onDamage: () => {
			damaged = true;
		},
		world
	});
	const progress = drawsProgress(command, world) ? new (require_progress ??= (require("./progress.cjs"))).Progress(terminal) : void 0;
	const note = (message) => terminal.note(message);
	try {
		const { operator, selection } = command.prepare(context);
		return await runStage({
			stage,
			by,
			operator,
			input: command.reads ? inputOf(command, world) : void 0,
			output,
			stateFolder,
			openJournal(itsRun) {
				run ??= itsRun;
				return (require_progress ??= require("./progress.cjs")).openJournal({
					stateFolder,
					run,
					by,
					stage,
					selection,
					to: command.to,
					note
				});
			},
			run: () => context.run,
			signal: signals.signal,
			signalCode: () => signals.code(),
			extraCode: () => damaged ? 3 : 0,
			allowEmpty: command.allowEmpty,
			note,
			watch(record) {
				progress?.see(record);
				detail(record, world);
			}
		});
	} finally {
		progress?.close();
		if (command.offline !== true) context.pools.close();
	}
}
async function contextOf({ offline, config }, request) {
	if (offline === true) return (require_progress ??= require("./progress.cjs")).offlineContext(request);
	const { openContext } = await Promise.resolve().then(() => require("./ftp.cjs")).then((n) => n.stageContext_exports);
	return openContext({
		...request,
		config
	});
}
function inputOf({ author }, world) {
	const { records, facts, lineOf } = input(world);
	return author === "others" || lineOf === void 0 ? {
		records,
		facts
	} : {
		records,
		facts,
		lineOf
	};
}
/** Records from stdin. Throws a `UsageError` when a person sits there. */
function input(world) {
	if (world.stdin.isTTY) throw new (require_command ??= (require("./command.cjs"))).UsageError(`${world.command}: records are read from stdin; pipe them in (${world.command} --help)`);
	return (require_recordInput ??= require("./recordInput.cjs")).recordInput(world.stdin, new DamageNotes("the input", (message) => world.terminal.note(message)));
}
/** Only one stage of a pipe draws: fetch, unless its records themselves go to the terminal. */
function drawsProgress(command, world) {
	return world.terminal.isTerminal && !world.stdout.isTTY && command.stage === "fetch";
}
/** What -v shows. */
function detail(record, { terminal }) {
	const words = detailOf(record);
	if (words === void 0) return;
	terminal.detail([record["server"], words].filter((part) => part !== void 0).join(": "));
}
function detailOf(record) {
	if (!(require_command ??= require("./command.cjs")).isControl(record)) return void 0;
	const path = typeof record["path"] === "string" ? `${record["path"]} ` : "";
	if (record.type === "server") return `${record["host"]}:${record["port"]}`;
	if (record.type === "failure") return `${path}${record["code"]}: ${record["message"]}`;
	if (record.type === "listed") return `${record["files"]} files listed in ${record["ms"]} ms`;
	if (record.type === "harvested") return `${record["fetched"]} fetched in ${record["ms"]} ms`;
	if (record.type === "skipped") return `${path}skipped: ${record["reason"]}`;
}
Object.defineProperty(exports, "BLOCK_BYTES", {
	enumerable: true,
	get: function() {
		return BLOCK_BYTES;
	}
});
Object.defineProperty(exports, "DamageNotes", {
	enumerable: true,
	get: function() {
		return DamageNotes;
	}
});
Object.defineProperty(exports, "DiskBudget", {
	enumerable: true,
	get: function() {
		return DiskBudget;
	}
});
Object.defineProperty(exports, "EMPTY", {
	enumerable: true,
	get: function() {
		return EMPTY;
	}
});
Object.defineProperty(exports, "Fifo", {
	enumerable: true,
	get: function() {
		return Fifo;
	}
});
Object.defineProperty(exports, "Gate", {
	enumerable: true,
	get: function() {
		return Gate;
	}
});
Object.defineProperty(exports, "MAX_LINE_BYTES", {
	enumerable: true,
	get: function() {
		return MAX_LINE_BYTES;
	}
});
Object.defineProperty(exports, "NdjsonReader", {
	enumerable: true,
	get: function() {
		return NdjsonReader;
	}
});
Object.defineProperty(exports, "NdjsonWriter", {
	enumerable: true,
	get: function() {
		return NdjsonWriter;
	}
});
Object.defineProperty(exports, "Observable", {
	enumerable: true,
	get: function() {
		return Observable;
	}
});
Object.defineProperty(exports, "PARKED_MAX", {
	enumerable: true,
	get: function() {
		return PARKED_MAX$1;
	}
});
Object.defineProperty(exports, "RecordCopy", {
	enumerable: true,
	get: function() {
		return RecordCopy;
	}
});
Object.defineProperty(exports, "SPILL_LIMITS", {
	enumerable: true,
	get: function() {
		return SPILL_LIMITS;
	}
});
Object.defineProperty(exports, "SpillFile", {
	enumerable: true,
	get: function() {
		return SpillFile;
	}
});
Object.defineProperty(exports, "SpillQueue", {
	enumerable: true,
	get: function() {
		return SpillQueue;
	}
});
Object.defineProperty(exports, "boundedMergeMap", {
	enumerable: true,
	get: function() {
		return boundedMergeMap;
	}
});
Object.defineProperty(exports, "bypass", {
	enumerable: true,
	get: function() {
		return bypass;
	}
});
Object.defineProperty(exports, "catchError", {
	enumerable: true,
	get: function() {
		return catchError;
	}
});
Object.defineProperty(exports, "concat", {
	enumerable: true,
	get: function() {
		return concat;
	}
});
Object.defineProperty(exports, "countOf", {
	enumerable: true,
	get: function() {
		return countOf;
	}
});
Object.defineProperty(exports, "counted", {
	enumerable: true,
	get: function() {
		return counted;
	}
});
Object.defineProperty(exports, "currentGate", {
	enumerable: true,
	get: function() {
		return currentGate;
	}
});
Object.defineProperty(exports, "defer", {
	enumerable: true,
	get: function() {
		return defer;
	}
});
Object.defineProperty(exports, "detail", {
	enumerable: true,
	get: function() {
		return detail;
	}
});
Object.defineProperty(exports, "eachOf", {
	enumerable: true,
	get: function() {
		return eachOf;
	}
});
Object.defineProperty(exports, "endRecord", {
	enumerable: true,
	get: function() {
		return endRecord$1;
	}
});
Object.defineProperty(exports, "fairMergeMap", {
	enumerable: true,
	get: function() {
		return fairMergeMap;
	}
});
Object.defineProperty(exports, "filter", {
	enumerable: true,
	get: function() {
		return filter;
	}
});
Object.defineProperty(exports, "finalize", {
	enumerable: true,
	get: function() {
		return finalize;
	}
});
Object.defineProperty(exports, "foldCodes", {
	enumerable: true,
	get: function() {
		return foldCodes;
	}
});
Object.defineProperty(exports, "from", {
	enumerable: true,
	get: function() {
		return from;
	}
});
Object.defineProperty(exports, "fromBatches", {
	enumerable: true,
	get: function() {
		return fromBatches;
	}
});
Object.defineProperty(exports, "fromEvent", {
	enumerable: true,
	get: function() {
		return fromEvent;
	}
});
Object.defineProperty(exports, "gated", {
	enumerable: true,
	get: function() {
		return gated;
	}
});
Object.defineProperty(exports, "hashInto", {
	enumerable: true,
	get: function() {
		return hashInto;
	}
});
Object.defineProperty(exports, "ignoreElements", {
	enumerable: true,
	get: function() {
		return ignoreElements;
	}
});
Object.defineProperty(exports, "input", {
	enumerable: true,
	get: function() {
		return input;
	}
});
Object.defineProperty(exports, "isEnding", {
	enumerable: true,
	get: function() {
		return isEnding;
	}
});
Object.defineProperty(exports, "isProcessIdentity", {
	enumerable: true,
	get: function() {
		return isProcessIdentity;
	}
});
Object.defineProperty(exports, "iterate", {
	enumerable: true,
	get: function() {
		return iterate;
	}
});
Object.defineProperty(exports, "lastValueFrom", {
	enumerable: true,
	get: function() {
		return lastValueFrom;
	}
});
Object.defineProperty(exports, "lives", {
	enumerable: true,
	get: function() {
		return lives;
	}
});
Object.defineProperty(exports, "makeFolder", {
	enumerable: true,
	get: function() {
		return makeFolder;
	}
});
Object.defineProperty(exports, "map", {
	enumerable: true,
	get: function() {
		return map;
	}
});
Object.defineProperty(exports, "merge", {
	enumerable: true,
	get: function() {
		return merge;
	}
});
Object.defineProperty(exports, "mergeMap", {
	enumerable: true,
	get: function() {
		return mergeMap;
	}
});
Object.defineProperty(exports, "newSeed", {
	enumerable: true,
	get: function() {
		return newSeed;
	}
});
Object.defineProperty(exports, "of", {
	enumerable: true,
	get: function() {
		return of;
	}
});
Object.defineProperty(exports, "onAbort", {
	enumerable: true,
	get: function() {
		return onAbort;
	}
});
Object.defineProperty(exports, "openNameless", {
	enumerable: true,
	get: function() {
		return openNameless;
	}
});
Object.defineProperty(exports, "orderedMergeMap", {
	enumerable: true,
	get: function() {
		return orderedMergeMap;
	}
});
Object.defineProperty(exports, "parseRecord", {
	enumerable: true,
	get: function() {
		return parseRecord;
	}
});
Object.defineProperty(exports, "pipe", {
	enumerable: true,
	get: function() {
		return pipe;
	}
});
Object.defineProperty(exports, "runStage", {
	enumerable: true,
	get: function() {
		return runStage;
	}
});
Object.defineProperty(exports, "runStageCommand", {
	enumerable: true,
	get: function() {
		return runStageCommand;
	}
});
Object.defineProperty(exports, "stageOf", {
	enumerable: true,
	get: function() {
		return stageOf;
	}
});
Object.defineProperty(exports, "takeUntil", {
	enumerable: true,
	get: function() {
		return takeUntil;
	}
});
Object.defineProperty(exports, "takeWhile", {
	enumerable: true,
	get: function() {
		return takeWhile;
	}
});
Object.defineProperty(exports, "tap", {
	enumerable: true,
	get: function() {
		return tap;
	}
});
Object.defineProperty(exports, "textOf", {
	enumerable: true,
	get: function() {
		return textOf;
	}
});
Object.defineProperty(exports, "thisProcess", {
	enumerable: true,
	get: function() {
		return thisProcess;
	}
});
Object.defineProperty(exports, "untilClosed", {
	enumerable: true,
	get: function() {
		return untilClosed;
	}
});
Object.defineProperty(exports, "worseEnding", {
	enumerable: true,
	get: function() {
		return worseEnding;
	}
});
