const require_rolldown_runtime = require("./rolldown-runtime.cjs");
let require_command;
let require_stream;
const require_picomatch$1 = require("./picomatch.cjs");
let require_progress;
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_buffer = require("node:buffer");
let node_util = require("node:util");
let node_timers_promises;
let node_tls;
let node_dns_promises;
let node_net;
let node_fs_promises;
let node_crypto = require("node:crypto");
let node_zlib;
// node_modules/yaml/dist/nodes/identity.js
var require_identity = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));
// node_modules/yaml/dist/visit.js
var require_visit = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	/**
	* Apply a visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visit.SKIP = SKIP;
	/** Remove the current node */
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	/**
	* Apply an async visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `Promise`: Must resolve to one of the following values
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visitAsync.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visitAsync.SKIP = SKIP;
	/** Remove the current node */
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));
// node_modules/yaml/dist/doc/directives.js
var require_directives = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			/**
			* The directives-end/doc-start marker `---`. If `null`, a marker may still be
			* included in the document's stringified representation.
			*/
			this.docStart = null;
			/** The doc-end marker `...`.  */
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		/**
		* During parsing, get a Directives instance for the current document and
		* update the stream state according to the current version's spec.
		*/
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		/**
		* @param onError - May be called even if the action was successful
		* @returns `true` on success
		*/
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		/**
		* Resolves a tag, matching handles to those defined in %TAG directives.
		*
		* @returns Resolved tag, which may also be the non-specific tag `'!'` or a
		*   `'!local'` tag, or `null` if unresolvable.
		*/
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		/**
		* Given a fully resolved tag, returns its printable string form,
		* taking into account current tag prefixes and defaults.
		*/
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));
// node_modules/yaml/dist/doc/anchors.js
var require_anchors = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	/**
	* Verify that the input string is a valid anchor.
	*
	* Will throw on errors.
	*/
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			/**
			* With circular references, the source node is only resolved after all
			* of its child nodes are. This is why anchors are set only after all of
			* the nodes have been created.
			*/
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));
// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	/**
	* Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
	* in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
	* 2021 edition: https://tc39.es/ecma262/#sec-json.parse
	*
	* Includes extensions for handling Map and Set objects.
	*/
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));
// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	/**
	* Recursively convert any node or its contents to native JavaScript
	*
	* @param value - The input value
	* @param arg - If `value` defines a `toJSON()` method, use this
	*   as its first argument
	* @param ctx - Conversion context, originally set in Document#toJS(). If
	*   `{ keep: true }` is not set, output should be suitable for JSON
	*   stringification.
	*/
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));
// node_modules/yaml/dist/nodes/Node.js
var require_Node = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		/** Create a copy of this node.  */
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** A plain JavaScript representation of this node. */
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));
// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		/**
		* Resolve the value of this alias within `doc`, finding the last
		* instance of the `source` anchor before this node.
		*/
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));
// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));
// node_modules/yaml/dist/doc/createNode.js
var require_createNode = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));
// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		/**
		* Create a copy of this collection.
		*
		* @param schema - If defined, overwrites the original's schema
		*/
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/**
		* Adds a value to the collection. For `!!map` and `!!omap` the value must
		* be a Pair instance or a `{ key, value }` object, which may not have a key
		* that already exists in the map.
		*/
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		/**
		* Removes a value from the collection.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*/
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));
// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	/**
	* Stringifies a comment.
	*
	* Empty comment lines are left empty,
	* lines consisting of a single space are replaced by `#`,
	* and all other lines are prefixed with a `#`.
	*/
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));
// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	/**
	* Tries to keep input at up to `lineWidth` characters, splitting only on spaces
	* not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
	* terminated with `\n` and started with `indent`.
	*/
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	/**
	* Presumes `i + 1` is at the start of a line
	* @returns index of last newline in more-indented block
	*/
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));
// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));
// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb, vcb, valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));
// node_modules/yaml/dist/log.js
var require_log = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var node_process = require("process");
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));
// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));
// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));
// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		return new Pair(createNode.createNode(key, void 0, ctx), createNode.createNode(value, void 0, ctx));
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));
// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));
// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		/**
		* A generic collection parsing method that can be extended
		* to other node classes that inherit from YAMLMap
		*/
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		/**
		* Adds a value to the collection.
		*
		* @param overwrite - If not set `true`, using a key that is already in the
		*   collection will throw. Otherwise, overwrites the previous value.
		*/
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		/**
		* @param ctx - Conversion context, originally set in Document#toJS()
		* @param {Class} Type - If set, forces the returned collection type
		* @returns Instance of Type, Map, or Object
		*/
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));
// node_modules/yaml/dist/schema/common/map.js
var require_map = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	exports.map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
}));
// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		/**
		* Removes a value from the collection.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*/
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*
		* If `key` does not contain a representation of an integer, this will throw.
		* It may be wrapped in a `Scalar`.
		*/
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));
// node_modules/yaml/dist/schema/common/seq.js
var require_seq = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	exports.seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
}));
// node_modules/yaml/dist/schema/common/string.js
var require_string = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	exports.string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
}));
// node_modules/yaml/dist/schema/common/null.js
var require_null = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));
// node_modules/yaml/dist/schema/core/bool.js
var require_bool$1 = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));
// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));
// node_modules/yaml/dist/schema/core/float.js
var require_float$1 = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
// node_modules/yaml/dist/schema/core/int.js
var require_int$1 = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
// node_modules/yaml/dist/schema/core/schema.js
var require_schema$2 = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
}));
// node_modules/yaml/dist/schema/json/schema.js
var require_schema$1 = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	exports.schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
}));
// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var node_buffer = require("buffer");
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	exports.binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		/**
		* Returns a Buffer in node and an Uint8Array in browsers
		*
		* To use the resulting buffer as an image, you'll want to do something like:
		*
		*   const blob = new Blob([buffer], { type: 'image/jpeg' })
		*   document.querySelector('#photo').src = URL.createObjectURL(blob)
		*/
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
}));
// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key, value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));
// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		/**
		* If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
		* but TypeScript won't allow widening the signature of a child method.
		*/
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));
// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));
// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		/**
		* If `keepPair` is `true`, returns the Pair matching `key`.
		* Otherwise, returns the value of that Pair's key.
		*/
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));
// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	/** Internal types handle bigint as number, because TS can't figure it out. */
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	/**
	* hhhh:mm:ss.sss
	*
	* Internal types handle bigint as number, because TS can't figure it out.
	*/
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));
// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
}));
// node_modules/yaml/dist/schema/tags.js
var require_tags = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));
// node_modules/yaml/dist/schema/Schema.js
var require_Schema = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	exports.Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
}));
// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));
// node_modules/yaml/dist/doc/Document.js
var require_Document = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			/** A comment before this Document */
			this.commentBefore = null;
			/** A comment immediately after this Document */
			this.comment = null;
			/** Errors encountered during parsing. */
			this.errors = [];
			/** Warnings encountered during parsing. */
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		/**
		* Create a deep copy of this Document and its contents.
		*
		* Custom Node values that inherit from `Object` still refer to their original instances.
		*/
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** Adds a value to the document. */
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		/** Adds a value to the document. */
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		/**
		* Create a new `Alias` node, ensuring that the target `node` has the required anchor.
		*
		* If `node` already has an anchor, `name` is ignored.
		* Otherwise, the `node.anchor` value will be set to `name`,
		* or if an anchor with that name is already present in the document,
		* `name` will be used as a prefix for a new unique anchor.
		* If `name` is undefined, the generated anchor will use 'a' as a prefix.
		*/
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		/**
		* Convert a key and a value into a `Pair` using the current schema,
		* recursively wrapping all values as `Scalar` or `Collection` nodes.
		*/
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		/**
		* Returns item at `path`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		/**
		* Checks if the document includes a value with the key `key`.
		*/
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		/**
		* Checks if the document includes a value at `path`.
		*/
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		/**
		* Change the YAML version and schema used by the document.
		* A `null` version disables support for directives, explicit tags, anchors, and aliases.
		* It also requires the `schema` option to be given as a `Schema` instance value.
		*
		* Overrides all previously set schema options.
		*/
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		/**
		* A JSON representation of the document `contents`.
		*
		* @param jsonArg Used by `JSON.stringify` to indicate the array index or
		*   property name.
		*/
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		/** A YAML representation of the document. */
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));
// node_modules/yaml/dist/errors.js
var require_errors = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));
// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));
// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));
// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));
// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));
// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));
// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));
// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));
// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));
// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));
// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	/** @returns Array of lines split up as `[indent, content]` */
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));
// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		/**
		* The negative lookbehinds in these RegExps are to
		* prevent causing a polynomial search time in certain cases.
		*
		* The try-catch is for Safari < 16.4 and other old browsers:
		* https://caniuse.com/js-regexp-lookbehind
		*/
		let trimEnd, trimBoth;
		try {
			trimEnd = new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	/**
	* Fold a single newline into a space, multiple newlines to N - 1 newlines.
	* Presumes `source[offset] === '\n'`
	*/
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));
// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));
// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));
// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));
// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));
// node_modules/yaml/dist/compose/composer.js
var require_composer = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var node_process = require("process");
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	/**
	* Compose a stream of CST nodes into a stream of YAML Documents.
	*
	* ```ts
	* import { Composer, Parser } from 'yaml'
	*
	* const src: string = ...
	* const tokens = new Parser().parse(src)
	* const docs = new Composer().compose(tokens)
	* ```
	*/
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		/**
		* Current stream status information.
		*
		* Mostly useful at the end of input for an empty stream.
		*/
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		/**
		* Compose tokens into documents.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		/** Advance the composer by one CST token. */
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		/**
		* Call at end of input to yield any remaining document.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));
// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	/**
	* Create a new scalar token with `value`
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.indent The indent level of the token.
	* @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
	* @param context.offset The offset position of the token.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	/**
	* Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
	*
	* Best efforts are made to retain any comments previously associated with the `token`,
	* though all contents within a collection's `items` will be overwritten.
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.afterKey In most cases, values after a key should have an additional level of indentation.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	/** @returns `true` if last token is a newline */
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));
// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	/**
	* Stringify a CST document, token, or collection item
	*
	* Fair warning: This applies no validation whatsoever, and
	* simply concatenates the sources in their logical order.
	*/
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	/**
	* Apply a visitor to a CST document or item.
	*
	* Walks through the tree (depth-first) starting from the root, calling a
	* `visitor` function with two arguments when entering each item:
	*   - `item`: The current item, which included the following members:
	*     - `start: SourceToken[]` – Source tokens before the key or value,
	*       possibly including its anchor or tag.
	*     - `key?: Token | null` – Set for pair values. May then be `null`, if
	*       the key before the `:` separator is empty.
	*     - `sep?: SourceToken[]` – Source tokens between the key and the value,
	*       which should include the `:` map value indicator if `value` is set.
	*     - `value?: Token` – The value of a sequence item, or of a map pair.
	*   - `path`: The steps from the root to the current node, as an array of
	*     `['key' | 'value', number]` tuples.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this token, continue with
	*      next sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current item, then continue with the next one
	*   - `number`: Set the index of the next step. This is useful especially if
	*     the index of the current token has changed.
	*   - `function`: Define the next visitor for this item. After the original
	*     visitor is called on item entry, next visitors are called after handling
	*     a non-empty `key` and when exiting the item.
	*/
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current item */
	visit.SKIP = SKIP;
	/** Remove the current item */
	visit.REMOVE = REMOVE;
	/** Find the item at `path` from `cst` as the root */
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	/**
	* Get the immediate parent collection of the item at `path` from `cst` as the root.
	*
	* Throws an error if the collection is not found, which should never happen if the item itself exists.
	*/
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));
// node_modules/yaml/dist/parse/cst.js
var require_cst = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	/** The byte order mark */
	const BOM = "﻿";
	/** Start of doc-mode */
	const DOCUMENT = "";
	/** Unexpected end of flow-mode */
	const FLOW_END = "";
	/** Next token is a scalar value */
	const SCALAR = "";
	/** @returns `true` if `token` is a flow or block collection */
	const isCollection = (token) => !!token && "items" in token;
	/** @returns `true` if `token` is a flow or block scalar; not an alias */
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	/** Get a printable representation of a lexer token */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	/** Identify the type of a lexer token. May return `null` for unknown tokens. */
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));
// node_modules/yaml/dist/parse/lexer.js
var require_lexer = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	/**
	* Splits an input string into lexical tokens, i.e. smaller strings that are
	* easily identifiable by `tokens.tokenType()`.
	*
	* Lexing starts always in a "stream" context. Incomplete input may be buffered
	* until a complete token can be emitted.
	*
	* In addition to slices of the original input, the following control characters
	* may also be emitted:
	*
	* - `\x02` (Start of Text): A document starts with the next token
	* - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
	* - `\x1f` (Unit Separator): Next token is a scalar value
	* - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
	*/
	var Lexer = class {
		constructor() {
			/**
			* Flag indicating whether the end of the current buffer marks the end of
			* all input
			*/
			this.atEnd = false;
			/**
			* Explicit indent set in block scalar header, as an offset from the current
			* minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
			* explicitly set.
			*/
			this.blockScalarIndent = -1;
			/**
			* Block scalars that include a + (keep) chomping indicator in their header
			* include trailing empty lines, which are otherwise excluded from the
			* scalar's contents.
			*/
			this.blockScalarKeep = false;
			/** Current input */
			this.buffer = "";
			/**
			* Flag noting whether the map value indicator : can immediately follow this
			* node within a flow context.
			*/
			this.flowKey = false;
			/** Count of surrounding flow collection levels. */
			this.flowLevel = 0;
			/**
			* Minimum level of indentation required for next lines to be parsed as a
			* part of the current scalar value.
			*/
			this.indentNext = 0;
			/** Indentation level of the current line. */
			this.indentValue = 0;
			/** Position of the next \n character. */
			this.lineEndPos = null;
			/** Stores the state of the lexer if reaching the end of incpomplete input */
			this.next = null;
			/** A pointer to `buffer`; the current position of the lexer. */
			this.pos = 0;
		}
		/**
		* Generate YAML tokens from the `source` string. If `incomplete`,
		* a part of the last line may be left as a buffer for the next call.
		*
		* @returns A generator of lexical tokens
		*/
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));
// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	/**
	* Tracks newlines during parsing in order to provide an efficient API for
	* determining the one-indexed `{ line, col }` position for any offset
	* within the input.
	*/
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			/**
			* Should be called in ascending order. Otherwise, call
			* `lineCounter.lineStarts.sort()` before calling `linePos()`.
			*/
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			/**
			* Performs a binary search and returns the 1-indexed { line, col }
			* position of `offset`. If `line === 0`, `addNewLine` has never been
			* called or `offset` is before the first known newline.
			*/
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));
// node_modules/yaml/dist/parse/parser.js
var require_parser = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var node_process = require("process");
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	/** Note: May modify input array */
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	/**
	* A YAML concrete syntax tree (CST) parser
	*
	* ```ts
	* const src: string = ...
	* for (const token of new Parser().parse(src)) {
	*   // token: Token
	* }
	* ```
	*
	* To use the parser with a user-provided lexer:
	*
	* ```ts
	* function* parse(source: string, lexer: Lexer) {
	*   const parser = new Parser()
	*   for (const lexeme of lexer.lex(source))
	*     yield* parser.next(lexeme)
	*   yield* parser.end()
	* }
	*
	* const src: string = ...
	* const lexer = new Lexer()
	* for (const token of parse(src, lexer)) {
	*   // token: Token
	* }
	* ```
	*/
	var Parser = class {
		/**
		* @param onNewLine - If defined, called separately with the start position of
		*   each new line (in `parse()`, including the start of input).
		*/
		constructor(onNewLine) {
			/** If true, space and sequence indicators count as indentation */
			this.atNewLine = true;
			/** If true, next token is a scalar value */
			this.atScalar = false;
			/** Current indentation level */
			this.indent = 0;
			/** Current offset since the start of parsing */
			this.offset = 0;
			/** On the same line with a block map key */
			this.onKeyLine = false;
			/** Top indicates the node that's currently being built */
			this.stack = [];
			/** The source of the current token, set in parse() */
			this.source = "";
			/** The type of the current token, set in parse() */
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		/**
		* Parse `source` as a YAML stream.
		* If `incomplete`, a part of the last line may be left as a buffer for the next call.
		*
		* Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
		*
		* @returns A generator of tokens representing each directive, document, and other structure.
		*/
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		/**
		* Advance the parser by the `source` of one lexical token.
		*/
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		/** Call at end of input to push out any remaining constructions */
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));
// node_modules/yaml/dist/public-api.js
var require_public_api = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	/**
	* Parse the input as a stream of YAML documents.
	*
	* Documents should be separated from each other by `...` or `---` marker lines.
	*
	* @returns If an empty `docs` array is returned, it will be of type
	*   EmptyStream and contain additional stream information. In
	*   TypeScript, you should use `'empty' in docs` as a type guard for it.
	*/
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	/** Parse an input string into a single YAML.Document */
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/index.js
var require_dist$1 = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
}));
// src/config/encoding.ts
/**
* An encoding of names by a label of the Encoding Standard; becomes its name there. In UTF-16 and ISO-2022-JP the byte of `/` is also
* a part of other characters: no path could be cut there.
*/
const encoding = {
	expected: "an encoding that leaves ASCII as it is, such as utf-8, gbk, big5, shift_jis, euc-kr or latin1",
	placeholder: "ENCODING",
	schema: {
		type: "string",
		minLength: 1
	},
	choices: [
		"utf-8",
		"gbk",
		"gb18030",
		"big5",
		"shift_jis",
		"euc-jp",
		"euc-kr",
		"latin1",
		"koi8-r",
		"windows-1251"
	],
	parse(value) {
		const decoder = typeof value === "string" ? decoderOf$1(value) : void 0;
		return decoder?.decode(Buffer.from(ASCII)) === ASCII ? decoder.encoding : void 0;
	}
};
/**
* Without the control characters: Node.js has three of them turned round in Shift_JIS and IBM866. In ISO-2022-JP what stands behind
* ESC $ B is something else.
*/
const ASCII = `\x1b$B${String.fromCharCode(...Array.from({ length: 95 }, (_, place) => 32 + place))}`;
function decoderOf$1(label) {
	try {
		return new node_util.TextDecoder(label);
	} catch {
		return;
	}
}
// src/config/keys.ts
/** The longest that Node's timers can wait is 24 days. */
const LONGEST_WAIT = "1d";
/** The first harvest of an archive may take days. */
const LONGEST_WORK = "7d";
const MOST_CONNECTIONS = 1e3;
/** NAME_MAX of Linux, macOS and the BSDs. */
const LONGEST_NAME_BYTES = 255;
const FTP_PORT = 21;
const IMPLICIT_TLS_PORT = 990;
const everywhere = ["defaults", "server"];
/** All keys of cfg.yaml: loading, schema and reference come from here. */
const KEYS = {
	buffer_path: {
		places: ["top"],
		kind: (require_command ??= require("./command.cjs")).path,
		default: "./buffer",
		help: "folder where files land: `<buffer_path>/<server>/<name>`; relative to this file"
	},
	host: {
		places: ["server"],
		kind: (require_command ??= require("./command.cjs")).host,
		required: true,
		help: "host name or address"
	},
	port: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).integer(1, 65535),
		otherwise: `${FTP_PORT}, or ${IMPLICIT_TLS_PORT} with \`secure: implicit\``,
		help: "TCP port"
	},
	path: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).oneOrMany((require_command ??= require("./command.cjs")).serverPath),
		default: ["/"],
		help: "folder to harvest, or a list of them; a relative one begins where the log-in leads to"
	},
	user: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).sourceText,
		default: "anonymous",
		help: "user name, taken as it is written"
	},
	password: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).sourceText,
		secret: true,
		otherwise: "`anonymous@` for anonymous; other users must have one (`\"\"` if it is empty)",
		help: `password, taken as it is written; \`\${NAME}\` takes it from the environment`
	},
	password_file: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).path,
		help: "file that holds the password, instead of `password`; relative to this file"
	},
	netrc: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).switchKind,
		default: false,
		help: "take the password, and the user if none is given, from `$NETRC` or `~/.netrc`"
	},
	secure: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).choice("none", "explicit", "implicit"),
		default: "none",
		help: "TLS: `explicit` begins it with AUTH TLS, `implicit` with the connection"
	},
	ca: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).path,
		otherwise: "those of Node.js",
		help: "PEM file with the certificate authorities to trust; relative to this file"
	},
	insecure: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).switchKind,
		default: false,
		help: "accept any certificate: passwords and files are then open to whoever sits in between"
	},
	connections: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).integer(1, MOST_CONNECTIONS),
		default: 5,
		help: "sessions at once on one server; `--jobs` stands for the one in `defaults`, at a server it is a ceiling"
	},
	timezone: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).timezone,
		default: "UTC",
		help: "time zone of listings that name none"
	},
	encoding: {
		places: everywhere,
		kind: encoding,
		default: "utf-8",
		help: "encoding of the names on the server; a name that it does not fit is still fetched, by its bytes"
	},
	timeout: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).durationWithin("1ms", LONGEST_WAIT),
		default: 3e4,
		help: "longest silence of a server before a step counts as failed"
	},
	retries: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).integer(0, 100),
		default: 2,
		help: "further tries of a log-in or a file, where trying again can help"
	},
	retry_delay: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).durationWithin("0", LONGEST_WAIT),
		default: 1e3,
		help: "wait before the first further try; it grows with each, and is varied by chance"
	},
	if_exists: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).choice("same", "always"),
		default: "same",
		help: "`same`: a file already here with the listed size and time is left as it is; `always`: fetch it again"
	},
	links: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).choice("files", "all", "skip"),
		default: "files",
		help: "symbolic links to follow: those to files, all, or none"
	},
	local_names: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).choice("decoded", "bytes"),
		default: "decoded",
		help: "names here: `decoded`: readable text, but the server's bytes where `encoding` does not fit; `bytes`: those of the server throughout"
	},
	verify: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).choice("size", "hash"),
		default: "size",
		help: "`hash`: compare what came with the hash that the server gives (HASH, XSHA256, XSHA1, XMD5, XCRC), where it has one"
	},
	fsync: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).switchKind,
		default: false,
		help: "a file has its name only when it is on the disk, power cut or not; slower"
	},
	connect_timeout: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).durationWithin("1ms", LONGEST_WAIT),
		otherwise: "as `timeout`",
		help: "limit: for the name server, for the connection and for TLS, each"
	},
	login_timeout: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).durationWithin("1ms", LONGEST_WAIT),
		default: 12e4,
		help: "limit: for one log-in from the greeting to its end"
	},
	listing_timeout: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).durationWithin("1ms", LONGEST_WAIT),
		default: 18e5,
		help: "limit: for the listing of one folder"
	},
	file_timeout: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).durationWithin("1ms", LONGEST_WORK),
		default: 432e5,
		help: "limit: for one try at a file; the next one goes on where it ended"
	},
	server_timeout: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).durationWithin("1ms", LONGEST_WORK),
		default: 864e5,
		help: "limit: for all work on a server; what is not done then has failed"
	},
	min_rate: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).rate,
		default: 100,
		help: "limit: data that comes slower over the length of `timeout` counts as silence; 0: none is too slow"
	},
	connect_interval: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).durationWithin("0", "1h"),
		default: 100,
		help: "log-ins to one server, after the first `connections`, are so far apart"
	},
	give_up_after: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).integer(1, 1e5),
		default: 10,
		help: "limit: tries in a row that a server fails with silence or broken connections; then it counts as dead"
	},
	give_up_for: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).durationWithin("1ms", LONGEST_WAIT),
		default: 3e5,
		help: "how long a server that counts as dead is left alone; its files fail at once"
	},
	max_depth: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).foldersDeep,
		default: 100,
		help: "limit: folders deep; what lies deeper is a failure"
	},
	max_entries: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).integer(1, 1e9),
		default: 1e7,
		help: "limit: entries of all listings of a server"
	},
	max_listing: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).sizeLimit,
		default: 1e9,
		help: "limit: bytes of one folder's listing"
	},
	max_file_size: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).sizeLimit,
		default: 0xe8d4a51000,
		help: "limit: bytes of one file"
	},
	max_name: {
		places: everywhere,
		kind: (require_command ??= require("./command.cjs")).integer(1, LONGEST_NAME_BYTES),
		default: LONGEST_NAME_BYTES,
		help: "limit: bytes of a file's or folder's name here"
	}
};
/** The keys of the top that hold further keys. */
const SECTIONS = {
	defaults: "keys for every server; each can also stand at a server",
	servers: "the servers by name; the name is their folder's, and is taken as it is written"
};
function isKey(name) {
	return Object.hasOwn(KEYS, name);
}
/** The table's entry, seen the same for all keys. */
function configKey(name) {
	return KEYS[name];
}
/** In the table's order. */
function keysAt(place) {
	return Object.keys(KEYS).filter((name) => isKey(name) && configKey(name).places.includes(place));
}
function defaultPort(secure) {
	return secure === "implicit" ? IMPLICIT_TLS_PORT : FTP_PORT;
}
// src/config/variables.ts
/** A variable of a text that the environment does not have. */
var MissingVariable = class extends Error {
	name = "MissingVariable";
	constructor(variable) {
		super(`the environment variable \`${variable}\` is not set; set it, or write \${${variable}:-default}`);
	}
};
/** `$${` escapes; else `${NAME}` or `${NAME:-default}`; else a `${` that is neither. */
const REFERENCE = /\$\$\{|\$\{([A-Za-z_]\w*)(?::-([^}]*))?\}|\$\{/g;
/** Whether the text is something else after `expand`. */
function hasVariables(text) {
	return text.includes("${");
}
/** What is wrong with a text's variables, however the environment may be; undefined if nothing. */
function malformedVariable(text) {
	for (const [whole] of text.matchAll(REFERENCE)) if (whole === "${") return MALFORMED;
}
const MALFORMED = `expected \${NAME} or \${NAME:-default}; write $\${ for a \${ that is meant as it is`;
/**
* Replaces the variables, as a shell does: the default stands for one that is not set or empty. Of a text in which none is malformed.
* Throws a `MissingVariable`.
*/
function expand(text, env) {
	return text.replace(REFERENCE, (_whole, name, otherwise) => {
		if (name === void 0) return "${";
		const value = Object.hasOwn(env, name) ? env[name] : void 0;
		if (otherwise !== void 0) return value === void 0 || value === "" ? otherwise : value;
		if (value === void 0) throw new MissingVariable(name);
		return value;
	});
}
// src/config/given.ts
/** Why a value is no good, in words that follow its place. Never shows a secret. */
var BadValue = class extends Error {
	name = "BadValue";
};
/** What a value becomes. Throws a `BadValue` or a `MissingVariable`. */
function parseGiven(name, { value }, env) {
	const expanded = typeof value === "string" ? expand(value, env) : value.map((text) => expand(text, env));
	const parsed = configKey(name).kind.parse(expanded);
	if (parsed === void 0) throw new BadValue(wrongKind(name, value));
	return parsed;
}
/** Looks at a value as far as that can be done without the environment. Returns what is wrong with it. */
function checkGiven(name, { value }) {
	const texts = typeof value === "string" ? [value] : value;
	const malformed = texts.map(malformedVariable).find((problem) => problem !== void 0);
	if (malformed !== void 0) return `\`${name}\`: ${malformed}`;
	if (texts.some(hasVariables) || configKey(name).kind.parse(value) !== void 0) return void 0;
	return wrongKind(name, value);
}
function wrongKind(name, value) {
	const key = configKey(name);
	return `\`${name}\`: expected ${key.kind.expected}${found$1(key, value)}`;
}
/** A value is shown if the file has it openly: what a variable holds may be a secret. */
function found$1({ secret, kind }, value) {
	if (typeof value !== "string") return value.length === 0 ? ", found an empty list" : ", found a list";
	if (secret === true) return "";
	if (hasVariables(value)) return "; what the variable gives is something else";
	return `, found \`${shortened(value)}\`${(require_command ??= require("./command.cjs")).didYouMean(value, kind.choices ?? [])}`;
}
const LONGEST_SHOWN = 60;
function shortened(text, longest = LONGEST_SHOWN) {
	return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
// src/config/restOfPassword.ts
var import_dist$1 = require_dist$1();
/**
* Whether a key may be the rest of a password that is not quoted and has a comma in it, so that it must not be shown: it has no value,
* or stands behind `password` in that one's line.
*/
function mayBeRestOfPassword({ at, value }, entries) {
	if (value.is === "nothing") return true;
	const password = entries.get("password")?.at;
	return password !== void 0 && password.line === at.line && password.column < at.column;
}
// src/config/syntaxWords.ts
/**
* A parser's first error in our words. The parser's own may show a piece of the source, and that may be a password; theirs are used
* only where they can't.
*/
function syntaxProblem(source, fault) {
	const { code, message, pos } = fault;
	const [offset] = pos;
	const variable = unquotedVariable(source, offset);
	if (variable !== void 0) return variable;
	if (code === "MISSING_CHAR" || code === "BAD_INDENT") return {
		offset,
		message: `this is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`
	};
	return {
		offset,
		message: `this is not YAML: ${WORDS$1[code] ?? UNEXPECTED}`
	};
}
const UNEXPECTED = "a part of it does not fit here (is the indentation right, and are texts with special signs quoted?)";
const WORDS$1 = {
	BAD_DQ_ESCAPE: "a backslash in a text in \"…\" begins an escape; put the text into '…' instead",
	BAD_SCALAR_START: "a text that begins with @, ` or % must be quoted",
	BLOCK_AS_IMPLICIT_KEY: "there is a second `key: value` where a value must be (is a text with `: ` to be quoted?)",
	MULTIPLE_DOCS: "a second document begins here; take out the line `---`",
	TAG_RESOLVE_FAILED: "tags that begin with ! mean nothing here (is a text with ! to be quoted?)",
	TAB_AS_INDENT: "tabs can't indent; use spaces"
};
/** `{ password: ${X} }`: the parser stumbles over the brace after the dollar. */
function unquotedVariable(source, brace) {
	if (source[brace] !== "{" || source[brace - 1] !== "$") return void 0;
	const name = /^\w+/.exec(source.slice(brace + 1, brace + LONGEST_NAME))?.[0] ?? "NAME";
	return {
		offset: brace - 1,
		message: `inside {…} and […] a variable has to be quoted: "\${${name}}"`
	};
}
const LONGEST_NAME = 80;
// src/config/document.ts
/**
* Reads YAML (and so JSON), and knows nothing of what it means. The only importer of the yaml package. What is wrong goes to
* `problems`; undefined when nothing can be read, and for an empty document.
*/
function readDocument(bytes, problems) {
	if (!(0, node_buffer.isUtf8)(bytes)) {
		problems.add({
			line: firstForeignLine(bytes),
			column: 1
		}, "this line is not UTF-8 text");
		return;
	}
	const source = new TextDecoder().decode(bytes);
	const place = placer(source);
	const tokens = parse(source);
	if (tokens === void 0) {
		problems.add(void 0, `this is nested more than ${DEEPEST} levels deep`);
		return;
	}
	const composed = compose(tokens, source.length);
	if ("contents" in composed) return new NodeReader(place, problems).root(composed.contents);
	const { offset, message } = syntaxProblem(source, composed.fault);
	problems.add(place(offset), message);
}
/** What the tokens stand for, or what is wrong with them first. */
function compose(tokens, length) {
	try {
		const [document, another] = composer().compose(tokens, true, length);
		const [fault] = [...document?.errors ?? [], ...(document?.warnings ?? []).filter(isFault)];
		if (fault !== void 0) return { fault };
		if (another === void 0) return { contents: document?.contents };
		return { fault: {
			code: "MULTIPLE_DOCS",
			message: "",
			pos: [another.range[0], another.range[1]]
		} };
	} catch (error) {
		if (error instanceof FirstFault) return error;
		throw error;
	}
}
/**
* A composer that stops at the first fault. By itself it makes an error of each, a stack trace included: 4 MB of commas end Node.js for
* want of memory. How it takes note of one is not in its types; a version that does it otherwise goes on to the end, as it would.
*/
function composer() {
	const composer = new import_dist$1.Composer(AS_WRITTEN);
	let first;
	const stop = (source, code, message, isWarning) => {
		const offset = typeof source === "number" ? source : "offset" in source ? source.offset : source[0];
		if (isWarning === true && !isFault({ code })) return;
		first ??= new FirstFault({
			code,
			message,
			pos: [offset, offset]
		});
		throw first;
	};
	Reflect.set(composer, "onError", stop);
	return composer;
}
var FirstFault = class extends Error {
	fault;
	constructor(fault) {
		super(fault.code);
		this.fault = fault;
	}
};
/** Of the warnings it is one that a tag means nothing here. */
function isFault({ code }) {
	return code === "TAG_RESOLVE_FAILED";
}
/**
* The failsafe schema makes no numbers: `001` stays `001` and is another key than `1`. Keys are compared here, since the package
* compares each with each.
*/
const AS_WRITTEN = {
	schema: "failsafe",
	version: "1.2",
	uniqueKeys: false,
	resolveKnownTags: false
};
/** The parser's levels, several for one of ours; a configuration has 4. */
const DEEPEST = 50;
/**
* The parser's tokens, up to the first that is no YAML; undefined if they are nested too deep. Looked at before they are composed, which
* recurses: near the end of the stack Node.js 20 dies of it instead of throwing.
*/
function parse(source) {
	const parser = new import_dist$1.Parser();
	const tokens = [];
	for (const lexeme of new import_dist$1.Lexer().lex(source)) {
		for (const token of parser.next(lexeme)) {
			tokens.push(token);
			if (token.type === "error") return tokens;
		}
		if (parser.stack.length > DEEPEST) return void 0;
	}
	tokens.push(...parser.end());
	return tokens;
}
/** Far more than servers with shared keys need; a small file can ask for any number. */
const MOST_MERGED = 1e6;
function placer(source) {
	const lines = new import_dist$1.LineCounter();
	for (let start = 0; start !== -1;) {
		lines.addNewLine(start);
		const end = source.indexOf("\n", start);
		start = end === -1 ? -1 : end + 1;
	}
	return (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			line,
			column: col
		};
	};
}
function firstForeignLine(bytes) {
	const NEWLINE = 10;
	for (let line = 1, start = 0;; line++) {
		const newline = bytes.indexOf(NEWLINE, start);
		const end = newline === -1 ? bytes.length : newline;
		if (newline === -1 || !(0, node_buffer.isUtf8)(bytes.subarray(start, end))) return line;
		start = end + 1;
	}
}
/** Turns the package's nodes into ours. Each is turned once, in the file's order, so that many aliases cost no more than one. */
var NodeReader = class {
	#place;
	#problems;
	/** By anchor: what an alias stands for; undefined while it is being read. */
	#anchored = /* @__PURE__ */ new Map();
	#mergedEntries = 0;
	constructor(place, problems) {
		this.#place = place;
		this.#problems = problems;
	}
	root(contents) {
		if (contents === null || contents === void 0) return void 0;
		const root = this.#read(contents, {
			line: 1,
			column: 1
		});
		if (this.#mergedEntries > MOST_MERGED) this.#problems.add(root.at, `more than ${MOST_MERGED} keys come from \`<<\``);
		return root;
	}
	/** `near` is where a node is that the source leaves out. */
	#read(node, near) {
		if ((0, import_dist$1.isAlias)(node)) return this.#alias(node.source, this.#at(node, near));
		if (!(0, import_dist$1.isMap)(node) && !(0, import_dist$1.isSeq)(node) && !(0, import_dist$1.isScalar)(node)) return {
			is: "nothing",
			at: near
		};
		const { anchor } = node;
		if (anchor !== void 0) this.#anchored.set(anchor, void 0);
		const at = this.#at(node, near);
		const read = (0, import_dist$1.isScalar)(node) ? readScalar(node, at) : (0, import_dist$1.isSeq)(node) ? this.#list(node.items, at) : this.#map(node.items, at);
		if (anchor !== void 0) this.#anchored.set(anchor, read);
		return read;
	}
	#at(node, near) {
		const offset = node.range?.[0];
		return offset === void 0 ? near : this.#place(offset);
	}
	#alias(name, at) {
		const meant = this.#anchored.get(name);
		if (meant !== void 0) return meant;
		const why = this.#anchored.has(name) ? "stands inside of what it names" : "has no anchor before it";
		this.#problems.add(at, `the alias ${why} (is a text that begins with * to be quoted?)`);
		return {
			is: "nothing",
			at
		};
	}
	#list(items, at) {
		return {
			is: "list",
			at,
			items: items.map((item) => this.#read(item, at))
		};
	}
	#map(pairs, at) {
		const entries = /* @__PURE__ */ new Map();
		const merged = [];
		for (const pair of pairs.filter(import_dist$1.isPair)) {
			const key = this.#read(pair.key, at);
			const value = this.#read(pair.value, key.at);
			const name = (0, import_dist$1.isScalar)(pair.key) ? sourceOf(pair.key) : void 0;
			const first = name === void 0 ? void 0 : entries.get(name);
			if (name === void 0) this.#problems.add(key.at, "a key must be a text");
			else if (name === "<<") for (const map of this.#merged(value)) merged.push(map);
			else if (first !== void 0) this.#problems.add(key.at, `${shownKey(name, {
				at: key.at,
				value
			}, entries)} stands here twice, first in line ${first.at.line}`);
			else entries.set(name, {
				at: key.at,
				value
			});
		}
		for (const { entries: more } of merged) {
			this.#mergedEntries += more.size;
			if (this.#mergedEntries > MOST_MERGED) break;
			for (const [name, entry] of more) if (!entries.has(name)) entries.set(name, entry);
		}
		return {
			is: "map",
			at,
			entries
		};
	}
	/** The maps of a merge key; the first that has a key gives it. */
	#merged(value) {
		return (value.is === "list" ? value.items : [value]).filter((map) => {
			if (map.is !== "map") this.#problems.add(value.at, "`<<` takes the alias of a map, or a list of them");
			return map.is === "map";
		});
	}
};
/** The one thing that is known of keys here: what may be a secret is not shown. */
function shownKey(name, entry, before) {
	return mayBeRestOfPassword(entry, before) ? "a key" : `\`${shortened(name)}\``;
}
function readScalar(node, at) {
	const text = sourceOf(node);
	return node.type === import_dist$1.Scalar.PLAIN && /^(~|null|Null|NULL)?$/.test(text) ? {
		is: "nothing",
		at
	} : {
		is: "text",
		at,
		text
	};
}
/** As it is written; what a quoted one means. */
function sourceOf(node) {
	return node.source ?? String(node.value);
}
// src/config/place.ts
/** `cfg.yaml:7:13: what is wrong`. */
function placed(file, at, message) {
	const place = at === void 0 ? "" : `:${at.line}:${at.column}`;
	return `${(require_command ??= require("./command.cjs")).printable(file)}${place}: ${(require_command ??= require("./command.cjs")).printable(message)}`;
}
// src/config/smallFile.ts
/** A file that could not be read, in words that follow its name: "there is no such file". */
var UnreadableFile = class extends Error {
	name = "UnreadableFile";
};
/**
* A whole file (or pipe), not longer than `most` bytes. Throws an `UnreadableFile`.
*/
function readSmallFile(path, most) {
	try {
		return readBounded(path, most);
	} catch (error) {
		if (error instanceof UnreadableFile) throw error;
		const code = (require_command ??= require("./command.cjs")).errorCode(error) || String(error);
		throw new UnreadableFile(WORDS[code] ?? `it can't be read (${code})`, { cause: error });
	}
}
const WORDS = {
	ENOENT: "there is no such file",
	ENOTDIR: "there is no such file",
	EACCES: "there is no right to read it",
	EPERM: "there is no right to read it",
	EISDIR: "it is a folder, not a file",
	ENAMETOOLONG: "the name is too long for a file"
};
const CHUNK_bytes = 65536;
/** A pipe's writer may still be starting (`<(sops -d cfg.yaml)`). Who waits for ever can't be ended by Ctrl-C. */
const PATIENCE_ms = 1e4;
const LOOK_AGAIN_ms = 10;
function readBounded(path, most) {
	const file = (0, node_fs.openSync)(path, node_fs.constants.O_RDONLY | node_fs.constants.O_NONBLOCK);
	try {
		const chunks = [];
		for (let total = 0;;) {
			const chunk = Buffer.allocUnsafe(CHUNK_bytes);
			const length = readPatiently(file, chunk);
			if (length === 0) return Buffer.concat(chunks);
			chunks.push(chunk.subarray(0, length));
			total += length;
			if (total > most) throw new UnreadableFile(`it has more than ${most} bytes`);
		}
	} finally {
		(0, node_fs.closeSync)(file);
	}
}
function readPatiently(file, chunk) {
	for (let waited_ms = 0;; waited_ms += LOOK_AGAIN_ms) {
		try {
			return (0, node_fs.readSync)(file, chunk);
		} catch (error) {
			if ((require_command ??= require("./command.cjs")).errorCode(error) !== "EAGAIN") throw error;
			if (waited_ms >= PATIENCE_ms) throw new UnreadableFile(`nothing came for ${PATIENCE_ms / 1e3} s`, { cause: error });
		}
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_ms);
	}
}
// src/config/documentFile.ts
/** A YAML file as `readDocument` reads it. Throws a `UsageError` where it can't be read, is longer than `most` bytes, or is no YAML. */
function readDocumentFile(file, most, problems) {
	const node = readDocument(bytesOf$2(file, most), problems);
	problems.throwAny();
	return node;
}
function bytesOf$2(file, most) {
	try {
		return readSmallFile(file, most);
	} catch (error) {
		if (error instanceof UnreadableFile) throw new (require_command ??= (require("./command.cjs"))).UsageError(placed(file, void 0, error.message), { cause: error });
		throw error;
	}
}
// src/config/node.ts
/** What a node is, in the words of a message. */
const FOUND = {
	text: "a text",
	list: "a list",
	map: "a map",
	nothing: "nothing"
};
// src/config/problems.ts
/** What is wrong with a file, gathered while it is looked through. */
var Problems = class {
	#file;
	#found = [];
	/** @param file as the user wrote it */
	constructor(file) {
		this.#file = file;
	}
	add(at, message) {
		this.#found.push({
			where: this.#file,
			at,
			message
		});
	}
	/** What is wrong with something that goes along with the file, such as an argument; told before the file's own. */
	addOf(argument, message) {
		this.#found.push({
			where: argument,
			at: void 0,
			message
		});
	}
	/** Throws a `UsageError` with the first problems in the file's order, one a line, if there are any. */
	throwAny() {
		if (this.#found.length === 0) return;
		const inOrder = this.#found.toSorted(({ at: a }, { at: b }) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0));
		const lines = inOrder.slice(0, MOST_SHOWN).map(({ where, at, message }) => placed(where, at, message));
		const more = inOrder.length - lines.length;
		if (more > 0) lines.push(placed(this.#file, void 0, `and ${more} more ${more === 1 ? "problem" : "problems"}`));
		throw new (require_command ??= (require("./command.cjs"))).UsageError(lines.join("\n"));
	}
};
/** More at once nobody reads. */
const MOST_SHOWN = 5;
// src/config/serverName.ts
/** Leaves room for what is put around it: `.<name>.fh-lock`; file systems take 255. */
const LONGEST_bytes = 200;
/** JSON Schema's view of `serverNameProblem`. */
const SERVER_NAME_PATTERN = "^(?!\\.{1,2}$)(?!.*\\.fh-(lock|parts?)(-[-0-9a-z]+)?$)[^/\\u0000-\\u001f\\u007f-\\u009f]+$";
/** Why a server's name can't be a folder's; undefined if it can. */
function serverNameProblem(name) {
	const reason = REASONS.find(({ applies }) => applies(name))?.reason;
	return reason === void 0 ? void 0 : `a server's name is its folder's, and ${reason}`;
}
const REASONS = [
	{
		applies: (name) => name === "",
		reason: "this one is empty"
	},
	{
		applies: (name) => name === "." || name === "..",
		reason: "`.` and `..` can't be one"
	},
	{
		applies: (name) => name.includes("/"),
		reason: "`/` can't be in it"
	},
	{
		applies: (name) => /[\0-\x1f\x7f-\x9f]/.test(name),
		reason: "control characters can't be in it"
	},
	{
		applies: (name) => /\p{Surrogate}/u.test(name),
		reason: "half a character can't be in it"
	},
	{
		applies: (name) => Buffer.byteLength(name) > LONGEST_bytes,
		reason: `it can't have more than ${LONGEST_bytes} bytes`
	},
	{
		applies: (name) => /\.fh-(lock|parts?)(-[-0-9a-z]+)?$/.test(name),
		reason: "`.fh-lock` and `.fh-part` are in names of our own"
	}
];
/** Names with the same key are the same folder on some file systems (macOS: neither case nor Unicode's normal form counts). */
function folderKey(name) {
	return name.normalize("NFD").toLowerCase().normalize("NFD");
}
// src/config/ticked.ts
/** Names for people: "`a`, `b` and `c`". */
function ticked(names, last = "and") {
	const all = names.map((name) => `\`${name}\``);
	return all.length < 2 ? all.join() : `${all.slice(0, -1).join(", ")} ${last} ${all.at(-1)}`;
}
// src/config/load.ts
/** Some 50,000 servers; it takes seconds to parse. */
const LONGEST_FILE_bytes = 4194304;
/**
* Loads a configuration and checks all that does not depend on the environment: values with variables are looked at when a server
* that needs them takes part. Throws a `UsageError` that says where and what: `cfg.yaml:7:13: …`.
*/
function loadConfig(file) {
	const problems = new Problems(file);
	const node = readDocumentFile(file, LONGEST_FILE_bytes, problems);
	const loaded = new Loader(problems).top(node);
	problems.throwAny();
	return {
		file: (0, node_path.resolve)(file),
		shown: file,
		...loaded
	};
}
/** The keys that each give a password: one section can have one of them. */
const PASSWORD_KEYS = [
	"password",
	"password_file",
	"netrc"
];
/** Goes through the file's nodes, from the top down, and gathers what is wrong. */
var Loader = class {
	#problems;
	constructor(problems) {
		this.#problems = problems;
	}
	top(node) {
		const entries = this.#entries(node, "`servers:` and the servers by name");
		const sections = new Map([...entries].filter(([name]) => Object.hasOwn(SECTIONS, name)));
		const keys = new Map([...entries].filter(([name]) => !Object.hasOwn(SECTIONS, name)));
		const defaults = sections.get("defaults")?.value;
		return {
			top: this.#section(keys, "top"),
			defaults: this.#section(this.#entries(nothingIsEmpty(defaults), "keys such as `user: harvest`"), "defaults"),
			servers: this.#servers(sections.get("servers"), node)
		};
	}
	#servers(entry, top) {
		const servers = /* @__PURE__ */ new Map();
		if (entry === void 0) {
			if (top?.is === "map") this.#problems.add(top.at, `there are no servers; expected ${SERVERS_EXPECTED}`);
			return servers;
		}
		const entries = this.#entries(entry.value, SERVERS_EXPECTED);
		if (entries.size === 0 && entry.value.is === "map") this.#problems.add(entry.value.at, `there are no servers; expected ${SERVERS_EXPECTED}`);
		const folders = /* @__PURE__ */ new Map();
		for (const [name, { at, value }] of entries) {
			this.#name(name, at, folders);
			const keys = this.#section(this.#entries(nothingIsEmpty(value, at), `keys such as { host: ${name} }`), "server");
			if (value.is === "map" || value.is === "nothing") this.#required(name, at, value);
			servers.set(name, {
				at,
				order: servers.size,
				keys
			});
		}
		return servers;
	}
	#name(name, at, folders) {
		const problem = serverNameProblem(name);
		if (problem !== void 0) this.#problems.add(at, `\`${shortened(name)}\`: ${problem}`);
		const twin = folders.get(folderKey(name));
		if (twin === void 0) folders.set(folderKey(name), name);
		else this.#problems.add(at, `\`${name}\` and \`${twin}\` are one folder on file systems where case does not count`);
	}
	#required(server, at, value) {
		const given = value.is === "map" ? value.entries : /* @__PURE__ */ new Map();
		for (const name of keysAt("server")) {
			if (configKey(name).required !== true || given.has(name)) continue;
			this.#problems.add(at, `the server \`${server}\` has no \`${name}\`; expected \`${name}: …\`, ${configKey(name).help}`);
		}
	}
	#section(entries, place) {
		const section = /* @__PURE__ */ new Map();
		for (const [name, entry] of entries) if (!isKey(name) || !configKey(name).places.includes(place)) this.#problems.add(entry.at, misplaced(name, place, mayBeRestOfPassword(entry, entries)));
		else this.#value(name, entry, section);
		const passwords = PASSWORD_KEYS.filter((name) => section.has(name) && section.get(name)?.value !== "false");
		const second = passwords[1] === void 0 ? void 0 : section.get(passwords[1]);
		if (second !== void 0) this.#problems.add(second.at, `only one of ${ticked(passwords)} can stand here`);
		return section;
	}
	#value(name, { value: node }, section) {
		const value = textsOf(node);
		const given = value === void 0 ? void 0 : {
			at: node.at,
			value
		};
		const problem = given === void 0 ? unfit(name, node) : checkGiven(name, given);
		if (problem !== void 0) this.#problems.add(node.at, problem);
		else if (given !== void 0) section.set(name, given);
	}
	#entries(node, expected) {
		if (node?.is === "map") return node.entries;
		this.#problems.add(node?.at, `expected ${expected}, found ${FOUND[node?.is ?? "nothing"]}`);
		return /* @__PURE__ */ new Map();
	}
};
const SERVERS_EXPECTED = "servers by name, such as `branch-001: { host: 10.1.0.1 }`";
/** A section whose keys are all commented out. */
function nothingIsEmpty(node, at = {
	line: 1,
	column: 1
}) {
	return node === void 0 || node.is === "nothing" ? {
		is: "map",
		at,
		entries: /* @__PURE__ */ new Map()
	} : node;
}
function textsOf(node) {
	if (node.is === "text") return node.text;
	if (node.is !== "list") return void 0;
	const texts = node.items.filter((item) => item.is === "text").map((item) => item.text);
	return texts.length === node.items.length ? texts : void 0;
}
function unfit(name, node) {
	const found = node.is === "list" ? "a list of something else" : FOUND[node.is];
	return `\`${name}\`: expected ${configKey(name).kind.expected}, found ${found}`;
}
/** An unknown key, or a known one in the wrong place. */
function misplaced(name, place, isHidden) {
	if (isKey(name)) {
		const places = configKey(name).places.map((one) => PLACE[one]);
		return `\`${name}\` can't stand ${PLACE[place]}; its place is ${places.join(" or ")}`;
	}
	if (Object.hasOwn(SECTIONS, name)) return `\`${name}\` can't stand ${PLACE[place]}; its place is ${PLACE.top}`;
	const known = place === "top" ? [...keysAt(place), ...Object.keys(SECTIONS)] : keysAt(place);
	const hint = (require_command ??= require("./command.cjs")).didYouMean(name, known);
	if (isHidden) return `unknown key${hint === "" ? " (is a text with a comma to be quoted?)" : hint}`;
	return `unknown key \`${shortened(name)}\`${hint === "" ? `; known are ${ticked(known)}` : hint}`;
}
const PLACE = {
	top: "at the top of the file",
	defaults: "in `defaults`",
	server: "at a server"
};
// src/config/netrc.ts
/**
* Finds a host's entry in a netrc file (as of ftp(1) and curl): the first for this machine, else `default`; with a user, the first
* that is for that user or for any. Undefined if there is none.
*/
function findInNetrc(entries, host, user) {
	const wanted = host.toLowerCase();
	return entries.find(({ machine, login }) => {
		return (machine === void 0 || machine === wanted) && (user === void 0 || login === void 0 || login === user);
	});
}
/** A comment to the end of its line, a macro to the next blank line, a quoted text, a word. A value may begin with #. */
const WORD = /"((?:\\[\s\S]|[^"\\])*)"|(\S+)/y;
const COMMENT = /#[^\n]*/y;
const MACRO = /macdef\b[\s\S]*?(?:\n[ \t]*\r?\n|$)/y;
const SPACE = /\s*/y;
/** The entries in the text of a netrc file, in its order. */
function netrcEntries(netrc) {
	const entries = [];
	const words = new Words(netrc);
	for (let keyword = words.keyword(); keyword !== void 0; keyword = words.keyword()) {
		const entry = entries.at(-1);
		if (keyword === "machine") entries.push({
			machine: words.value()?.toLowerCase() ?? "",
			login: void 0,
			password: void 0
		});
		else if (keyword === "default") entries.push({
			machine: void 0,
			login: void 0,
			password: void 0
		});
		else if (keyword === "login" && entry !== void 0) entry.login = words.value();
		else if (keyword === "password" && entry !== void 0) entry.password = words.value();
		else if (keyword === "account") words.value();
	}
	return entries;
}
/** The words of a netrc file, one after the other. */
var Words = class {
	#text;
	#at = 0;
	constructor(text) {
		this.#text = text;
	}
	keyword() {
		do
			this.#take(SPACE);
		while (this.#take(COMMENT) !== void 0 || this.#take(MACRO) !== void 0);
		return this.value();
	}
	value() {
		this.#take(SPACE);
		const match = this.#take(WORD);
		return match?.[1]?.replace(/\\([\s\S])/g, "$1") ?? match?.[2];
	}
	#take(pattern) {
		pattern.lastIndex = this.#at;
		const match = pattern.exec(this.#text);
		if (match === null) return void 0;
		this.#at = pattern.lastIndex;
		return match;
	}
};
// src/config/namedFiles.ts
/**
* The files that configurations name: certificates, passwords, netrc. Each is read once and shared, for a thousand servers may name
* the same one.
*/
var NamedFiles = class {
	#texts = /* @__PURE__ */ new Map();
	#netrcs = /* @__PURE__ */ new Map();
	/** Throws an `UnreadableFile`, also for what is not UTF-8. */
	text(path, most_bytes) {
		const text = this.#texts.get(path) ?? utf8(readSmallFile(path, most_bytes));
		this.#texts.set(path, text);
		return text;
	}
	/** Throws an `UnreadableFile`. */
	netrc(path) {
		const entries = this.#netrcs.get(path) ?? netrcEntries(this.text(path, LONGEST_NETRC_bytes));
		this.#netrcs.set(path, entries);
		return entries;
	}
};
const LONGEST_NETRC_bytes = 4194304;
function utf8(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch (cause) {
		throw new UnreadableFile("it is not UTF-8 text", { cause });
	}
}
// src/config/config.ts
var import_picomatch = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_picomatch$1.require_picomatch(), 1);
/** The server of this name. Throws a `UsageError` with the nearest one. */
function serverOf({ shown, servers }, name) {
	const server = servers.get(name);
	if (server !== void 0) return server;
	throw new (require_command ??= (require("./command.cjs"))).UsageError(placed(shown, void 0, `there is no server \`${name}\`${(require_command ??= require("./command.cjs")).didYouMean(name, servers.keys())}`));
}
// src/config/select.ts
/**
* The names of the servers that every part of the selection lets take part, in the configuration's order. Throws a `UsageError` for a
* name that is not there, and when none is left.
*/
function selectServers(config, { names, only, except }) {
	for (const name of names) serverOf(config, name);
	const named = new Set(names);
	const isWanted = only === void 0 ? () => true : matcher(only);
	const isLeftOut = except === void 0 ? () => false : matcher(except);
	const selected = [...config.servers.keys()].filter((name) => (named.size === 0 || named.has(name)) && isWanted(name) && !isLeftOut(name));
	if (selected.length > 0) return selected;
	const asked = [
		...named.size > 0 ? [[...named].join(" ")] : [],
		...only === void 0 ? [] : [`--only ${only.join(",")}`],
		...except === void 0 ? [] : [`--except ${except.join(",")}`]
	];
	throw new (require_command ??= (require("./command.cjs"))).UsageError(placed(config.shown, void 0, `no server matches ${asked.join(" ")}`));
}
function matcher(patterns) {
	const matches = (0, import_picomatch.default)([...patterns], {
		dot: true,
		nonegate: true
	});
	return (name) => patterns.includes(name) || matches(name);
}
// src/config/logIn.ts
/** What anonymous users give by custom (RFC 1635). */
const ANONYMOUS_PASSWORD = "anonymous@";
const LONGEST_PASSWORD_FILE_bytes = 65536;
/**
* Finds a server's user and password. `password`, `password_file` and `netrc` of the server come before those of `defaults`. Throws a
* `UsageError` that points at the key which is no good, or at the user who has no password.
*/
function logIn$1(keys) {
	const source = passwordSource(keys);
	const givenUser = keys.given("user");
	const user = givenUser === void 0 ? void 0 : sendable(keys, "user", givenUser, keys.read("user", givenUser));
	if (user === "") throw keys.problem(givenUser ?? keys.server, "`user` is empty");
	if (source === void 0) return withoutPassword(keys, user);
	const { name, given } = source;
	if (name !== "netrc") {
		const password = name === "password" ? keys.read(name, given) : passwordFile(keys, given);
		return {
			user: user ?? keys.get("user"),
			password: sendable(keys, name, given, password ?? "")
		};
	}
	const { login, password = "" } = netrcLogin(keys, given, user);
	return {
		user: user ?? sendable(keys, name, given, login ?? keys.get("user")),
		password: sendable(keys, name, given, password)
	};
}
function passwordSource(keys) {
	let netrcIsOff = false;
	for (const section of keys.sections) {
		for (const name of ["password", "password_file"]) {
			const given = section.get(name);
			if (given !== void 0) return {
				name,
				given
			};
		}
		const given = section.get("netrc");
		if (given === void 0 || netrcIsOff) continue;
		if (keys.read("netrc", given)) return {
			name: "netrc",
			given
		};
		netrcIsOff = true;
	}
}
function withoutPassword(keys, user = keys.get("user")) {
	if (/^(anonymous|ftp)$/i.test(user)) return {
		user,
		password: ANONYMOUS_PASSWORD
	};
	throw keys.problem(keys.given("user") ?? keys.server, "the user has no password; give `password`, `password_file` or `netrc: true` (`password: \"\"` if it is empty)");
}
function passwordFile(keys, given) {
	const path = (require_command ??= require("./command.cjs")).localPath(keys.read("password_file", given) ?? "", keys.file, keys.env);
	return keys.readFile("password_file", given, path, (files) => files.text(path, LONGEST_PASSWORD_FILE_bytes)).replace(/\r?\n$/, "");
}
function netrcLogin(keys, given, user) {
	const path = keys.env["NETRC"] || (0, node_path.join)((require_command ??= require("./command.cjs")).home(keys.env), ".netrc");
	const host = keys.get("host") ?? "";
	const found = findInNetrc(keys.readFile("netrc", given, path, (files) => files.netrc(path)), host, user);
	if (found?.password !== void 0) return found;
	const whose = user === void 0 ? "" : ` and user ${user}`;
	throw keys.problem(given, `\`netrc\`: ${path} has no password for machine ${host}${whose}`);
}
/** FTP's commands are lines: one with a line end inside would be two. */
function sendable(keys, name, given, text) {
	if (!/[\r\n\0]/.test(text)) return text;
	throw keys.problem(given, `\`${name}\`: a line end or a NUL is in it, which FTP can't send`);
}
// src/config/serverKeys.ts
/** The values of one server's keys: its own, else those of `defaults`, else the table's. Read when they are asked for. */
var ServerKeys = class {
	server;
	env;
	#config;
	#files;
	constructor(config, server, env, files = new NamedFiles()) {
		this.#config = config;
		this.server = server;
		this.env = env;
		this.#files = files;
	}
	/** Throws a `UsageError` that points at the value. */
	get(name) {
		const { top, defaults } = this.#config;
		const given = this.server.keys.get(name) ?? defaults.get(name) ?? top.get(name);
		return given === void 0 ? configKey(name).default : this.read(name, given);
	}
	/** A value that stands at a certain place. Throws a `UsageError` that points at it. */
	read(name, given) {
		try {
			return parseGiven(name, given, this.env);
		} catch (error) {
			if (error instanceof BadValue) throw this.problem(given, error.message);
			if (error instanceof MissingVariable) throw this.problem(given, `\`${name}\`: ${error.message}`);
			throw error;
		}
	}
	/** Reads the file that a key names. Throws a `UsageError` that points at the key. */
	readFile(name, given, path, read) {
		try {
			return read(this.#files);
		} catch (error) {
			if (error instanceof UnreadableFile) throw this.problem(given, `\`${name}\`: ${path}: ${error.message}`);
			throw error;
		}
	}
	/** Where a key is given for this server. */
	given(name) {
		return this.server.keys.get(name) ?? this.#config.defaults.get(name);
	}
	/** The sections that count for this server, its own first. */
	get sections() {
		return [this.server.keys, this.#config.defaults];
	}
	/** The configuration's path, which relative ones begin beside. */
	get file() {
		return this.#config.file;
	}
	problem(at, message) {
		return new (require_command ??= (require("./command.cjs"))).UsageError(placed(this.#config.shown, at.at, message));
	}
	/** `connections` of `defaults` and of the server: one can be replaced, the other is a ceiling. */
	connections(jobs) {
		const { defaults } = this.#config;
		const shared = defaults.get("connections");
		const own = this.server.keys.get("connections");
		const wanted = jobs ?? (shared === void 0 ? KEYS.connections.default : this.read("connections", shared));
		return own === void 0 ? wanted : Math.min(wanted, this.read("connections", own));
	}
};
// src/config/settings.ts
/**
* All that is needed to harvest one server: `defaults` applied, variables replaced, secrets read. Throws a `UsageError` with the place
* of what is wrong.
*/
function serverSettings(config, name, { jobs, to, env, files }) {
	const server = serverOf(config, name);
	const keys = new ServerKeys(config, server, env, files);
	const secure = keys.get("secure");
	return {
		server: name,
		config: config.file,
		host: keys.get("host") ?? "",
		port: keys.get("port") ?? defaultPort(secure),
		paths: keys.get("path"),
		...logIn$1(keys),
		secure,
		ca: authorities(keys),
		insecure: keys.get("insecure"),
		connections: keys.connections(jobs),
		timezone: keys.get("timezone"),
		encoding: keys.get("encoding"),
		timeout_ms: keys.get("timeout"),
		retries: keys.get("retries"),
		retry_delay_ms: keys.get("retry_delay"),
		...limits(keys),
		if_exists: keys.get("if_exists"),
		links: keys.get("links"),
		local_names: keys.get("local_names"),
		verify: keys.get("verify"),
		fsync: keys.get("fsync"),
		buffer_path: to ?? (require_command ??= require("./command.cjs")).localPath(keys.get("buffer_path"), config.file, env),
		order: server.order
	};
}
function limits(keys) {
	return {
		connect_timeout_ms: keys.get("connect_timeout") ?? keys.get("timeout"),
		login_timeout_ms: keys.get("login_timeout"),
		listing_timeout_ms: keys.get("listing_timeout"),
		file_timeout_ms: keys.get("file_timeout"),
		server_timeout_ms: keys.get("server_timeout"),
		min_rate: keys.get("min_rate"),
		connect_interval_ms: keys.get("connect_interval"),
		give_up_after: keys.get("give_up_after"),
		give_up_for_ms: keys.get("give_up_for"),
		max_depth: keys.get("max_depth"),
		max_entries: keys.get("max_entries"),
		max_listing: keys.get("max_listing"),
		max_file_size: keys.get("max_file_size"),
		max_name: keys.get("max_name")
	};
}
/** The bundles of whole systems have some 200 KiB. */
const LONGEST_CA_bytes = 4194304;
function authorities(keys) {
	const given = keys.given("ca");
	if (given === void 0) return void 0;
	const path = (require_command ??= require("./command.cjs")).localPath(keys.read("ca", given) ?? "", keys.file, keys.env);
	const pem = keys.readFile("ca", given, path, (files) => files.text(path, LONGEST_CA_bytes));
	if (!pem.includes("-----BEGIN CERTIFICATE-----")) throw keys.problem(given, `\`ca\`: ${path}: no PEM certificate is in it`);
	return pem;
}
// src/config/configs.ts
function openConfigs({ override, ...request }) {
	const loaded = /* @__PURE__ */ new Map();
	const files = new NamedFiles();
	const load = (named) => {
		const file = override ?? named;
		const key = (0, node_path.resolve)(file);
		const config = loaded.get(key) ?? loadOrRefuse(file);
		loaded.set(key, config);
		if (config instanceof (require_command ??= require("./command.cjs")).UsageError) throw config;
		return config;
	};
	const merged = ({ jobs, to } = {}) => ({
		env: request.env,
		files,
		jobs: jobs ?? request.jobs,
		to: to ?? request.to
	});
	return {
		settings(config, server, overrides) {
			try {
				return serverSettings(load(config), server, merged(overrides));
			} catch (error) {
				if (error instanceof (require_command ??= require("./command.cjs")).UsageError) throw new (require_command ??= (require("./command.cjs"))).Fault("config", error.message.replace(/\n[\s\S]*/, ""), { cause: error });
				throw error;
			}
		},
		select(config, selection, overrides) {
			const its = load(config);
			const asked = merged(overrides);
			return selectServers(its, selection).map((name) => serverSettings(its, name, asked));
		}
	};
}
/** A file that is no good is not read again for every record that names it. */
function loadOrRefuse(file) {
	try {
		return loadConfig(file);
	} catch (error) {
		if (error instanceof (require_command ??= require("./command.cjs")).UsageError) return error;
		throw error;
	}
}
// src/ftp/abandoned.ts
/** What those get who wait for something that we ourselves gave up: no fault of the server, and not to be tried again. */
function abandoned() {
	return new (require_command ??= (require("./command.cjs"))).Fault("cut_off", "abandoned", { retry: false });
}
// src/ftp/allowance.ts
/** After this long a server that took no more sessions may be asked for one more (as lftp does). */
const RAISE_AFTER_MS = 3e5;
/** How many sessions a server takes, as far as is known: all that are wanted, until it refuses one. */
var Allowance = class {
	#most;
	#known = Number.POSITIVE_INFINITY;
	#learned_ms = 0;
	constructor(most) {
		this.#most = most;
	}
	/** Sessions at once. A server that once took no more is asked for one more after a while: in that time, one log-in is in vain. */
	get sessions() {
		const probes = performance.now() - this.#learned_ms >= RAISE_AFTER_MS;
		return Math.min(this.#most, probes ? this.#known + 1 : this.#known);
	}
	/** Those who use it from now on may want more or fewer; what the server refused stays refused. */
	set most(most) {
		this.#most = most;
	}
	/** The server took so many and no more. */
	lower(sessions) {
		this.#learn(Math.max(1, Math.min(sessions, this.#known)));
	}
	/** So many stand: it takes them. */
	atLeast(sessions) {
		if (sessions > this.#known) this.#learn(sessions);
	}
	#learn(sessions) {
		this.#known = sessions;
		this.#learned_ms = performance.now();
	}
};
// src/ftp/circuit.ts
/** What a server does that is silent or gone, whatever it is asked. */
const SIGNS_OF_DEATH = [
	"timeout",
	"cut_off",
	"connect_refused",
	"unreachable",
	"dns",
	"tls"
];
/**
* Whether a server counts as dead. `give_up_after` tries in a row that it fails with silence or broken connections open the circuit: nobody
* tries any more for `give_up_for_ms`, then one at a time does, and the first success closes it. A single file that always fails,
* however often it is tried, opens nothing.
*/
var Circuit = class {
	#after;
	#for_ms;
	#failures = 0;
	/** What failed, as long as it was always the same. */
	#only;
	#several = false;
	#opened;
	constructor({ give_up_after, give_up_for_ms }) {
		this.#after = give_up_after;
		this.#for_ms = give_up_for_ms;
	}
	/** What those get who want to try; undefined when they may. */
	get fault() {
		return this.#opened !== void 0 && performance.now() < this.#opened.until_ms ? this.#opened.fault : void 0;
	}
	/** It has been left alone for long enough: one at a time may try. */
	get onTrial() {
		return this.#opened !== void 0 && this.fault === void 0;
	}
	succeeded() {
		this.#failures = 0;
		this.#only = void 0;
		this.#several = false;
		this.#opened = void 0;
	}
	/** A try at `work` failed; undefined: a log-in. Other faults than signs of the server's death count for nothing. */
	failed(fault, work) {
		if (!fault.retry || !SIGNS_OF_DEATH.includes(fault.code)) return;
		this.#failures++;
		this.#several ||= work === void 0 || this.#only !== void 0 && this.#only !== work;
		this.#only = work;
		if (this.onTrial || this.#failures >= this.#after && this.#several) this.open(this.#givenUp(fault));
	}
	/** The server counts as dead from now on, unless it does already. */
	open(fault) {
		if (this.fault === void 0) this.#opened = {
			fault,
			until_ms: performance.now() + this.#for_ms
		};
	}
	#givenUp(last) {
		const times = this.#failures === 1 ? "a failure" : `${this.#failures} failures in a row`;
		return new (require_command ??= (require("./command.cjs"))).Fault(last.code, `given up after ${times}: ${last.message}`, {
			retry: true,
			cause: last
		});
	}
};
// src/ftp/backOff.ts
/** No wait between two tries is longer than this. */
const MAX_DELAY_MS = 6e4;
/** Enough to get from a millisecond to that; the thousandth power of two is no number to go on with. */
const MAX_DOUBLINGS = 16;
/**
* How long to wait after the so-manyth failed try, from 1: twice as long each time, of that between half and the whole by chance, so that
* many who failed at the same moment don't come back at the same moment. `random` is from 0 to 1.
*/
function backOff(delay_ms, attempt, random = Math.random) {
	return Math.min(delay_ms * 2 ** Math.min(attempt - 1, MAX_DOUBLINGS), MAX_DELAY_MS) * (1 + random()) / 2;
}
// src/ftp/connectPace.ts
/**
* How fast log-ins to one server may follow one another: servers and firewalls ban who knocks too often. A bucket of `burst` tokens, of
* which one comes back each `interval_ms`; a log-in, one that is tried again too, takes one.
*/
var ConnectPace = class {
	#interval_ms;
	#burst;
	/** When the bucket will be full again. */
	#full_ms = 0;
	constructor(interval_ms, burst) {
		this.#interval_ms = interval_ms;
		this.#burst = burst;
	}
	/** Takes a token. Returns how long to wait until it is there. */
	take(now_ms = performance.now()) {
		const from_ms = Math.max(this.#full_ms, now_ms);
		this.#full_ms = from_ms + this.#interval_ms;
		return Math.max(0, this.#full_ms - this.#burst * this.#interval_ms - now_ms);
	}
};
// src/ftp/listing/size.ts
/** Digits as a number of bytes; null when they are none, or too many to be counted exactly. */
function exactSize(digits) {
	const size = DIGITS$1.test(digits) ? Number(digits) : NaN;
	return Number.isSafeInteger(size) ? size : null;
}
const DIGITS$1 = /^\d+$/;
// src/ftp/listing/calendar.ts
/** `2026-11-24`, or undefined when the calendar has no such day. */
function isoDate({ year, month, day }) {
	const probe = /* @__PURE__ */ new Date(0);
	probe.setUTCFullYear(year, month - 1, day);
	return probe.getUTCMonth() === month - 1 && probe.getUTCDate() === day ? `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}` : void 0;
}
/** `01:38`, or undefined when a clock never shows it. */
function isoTime(hour, minute) {
	return hour < 24 && minute < 60 ? `${twoDigits(hour)}:${twoDigits(minute)}` : void 0;
}
function twoDigits(value) {
	return String(value).padStart(2, "0");
}
// src/ftp/listing/utcTime.ts
/** `YYYYMMDDHHMMSS[.sss]`, always UTC (RFC 3659 §2.3), as `FileRecord.modified`; null when there is no such time. Fractions are cut to milliseconds. */
function utcTime(text) {
	const match = TIME.exec(text);
	if (match === null) return null;
	const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
	const date = isoDate({
		year: year ?? 0,
		month: month ?? 0,
		day: day ?? 0
	});
	const time = isoTime(hour ?? 24, minute ?? 60);
	if (date === void 0 || time === void 0 || second === void 0 || second > LEAP_SECOND) return null;
	const fraction = match[7] === void 0 ? "" : `.${match[7].slice(0, 3).padEnd(3, "0")}`;
	return `${date}T${time}:${String(Math.min(second, 59)).padStart(2, "0")}${fraction}Z`;
}
const TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?$/;
/** RFC 3659 §2.3 allows for it; ISO times that `Date` reads do not, so it becomes second 59. */
const LEAP_SECOND = 60;
// src/ftp/replyCodes.ts
/**
* The one table of negative replies: those of RFC 959, 1123, 2228, 2389, 2428, 2640, 3659 and 4217, and 332, with which a log-in may end.
* What a reply's text says goes first: `BY_TEXT`.
*/
const REPLIES = {
	332: {
		meaning: "an account is needed to log in",
		section: "RFC 959 §4.2.2",
		code: "login"
	},
	421: {
		meaning: "service not available, the connection is closed; at a log-in: `busy`",
		section: "RFC 959 §4.2.2, §5.4",
		code: "cut_off"
	},
	425: {
		meaning: "the data connection can't be opened",
		section: "RFC 959 §4.2.2",
		code: "cut_off"
	},
	426: {
		meaning: "connection closed, transfer aborted",
		section: "RFC 959 §4.2.2",
		code: "cut_off"
	},
	430: {
		meaning: "user or password are wrong",
		section: "RFC 959 §4.2.1 (x3z)",
		code: "login"
	},
	431: {
		meaning: "a resource needed for security is missing",
		section: "RFC 2228 §5.1; RFC 4217 §4",
		code: "tls"
	},
	450: {
		meaning: "file unavailable, such as busy",
		section: "RFC 959 §4.2.2",
		code: "busy"
	},
	451: {
		meaning: "local error on the server",
		section: "RFC 959 §4.2.2; RFC 2389 §4 (OPTS)",
		code: "busy"
	},
	452: {
		meaning: "the server's disk is full",
		section: "RFC 959 §4.2.2",
		code: "busy"
	},
	500: {
		meaning: "command not known",
		section: "RFC 959 §4.2.2; RFC 2389 §3.2 (FEAT)",
		code: "protocol"
	},
	501: {
		meaning: "wrong parameter",
		section: "RFC 959 §4.2.2; RFC 2389 §4 (OPTS); RFC 2640 §4.1 (LANG); RFC 3659 §7.2 (MLSD of a file)",
		code: "protocol"
	},
	502: {
		meaning: "command not implemented",
		section: "RFC 959 §4.2.2; RFC 2389 §3.2 (FEAT)",
		code: "protocol"
	},
	503: {
		meaning: "wrong order of commands",
		section: "RFC 959 §4.2.2; RFC 2228 §3 (PBSZ, PROT)",
		code: "protocol"
	},
	504: {
		meaning: "not implemented for this parameter",
		section: "RFC 959 §4.2.2; RFC 2228 §3 (AUTH, PROT); RFC 2640 §4.1 (LANG)",
		code: "protocol"
	},
	521: {
		meaning: "no data connection with this PROT",
		section: "RFC 4217 §10",
		code: "tls"
	},
	522: {
		meaning: "TLS of the data connection failed; for EPSV: no such network protocol",
		section: "RFC 4217 §10; RFC 2428 §2, §3",
		code: "tls"
	},
	530: {
		meaning: "not logged in: tried again on another session; at a log-in: `login`",
		section: "RFC 959 §4.2.2",
		code: "denied"
	},
	532: {
		meaning: "an account is needed to store files",
		section: "RFC 959 §4.2.2",
		code: "denied"
	},
	533: {
		meaning: "the policy refuses this protection of commands",
		section: "RFC 2228 §5.1",
		code: "tls"
	},
	534: {
		meaning: "the policy refuses this",
		section: "RFC 2228 §5.1; RFC 4217 §4",
		code: "tls"
	},
	535: {
		meaning: "a security check failed",
		section: "RFC 2228 §5.1",
		code: "tls"
	},
	536: {
		meaning: "no such PROT with this mechanism",
		section: "RFC 2228 §5.1; RFC 4217 §9",
		code: "tls"
	},
	537: {
		meaning: "no such protection of commands with this mechanism",
		section: "RFC 2228 §5.1",
		code: "tls"
	},
	550: {
		meaning: "file unavailable, such as not found or no access",
		section: "RFC 959 §4.2.2; RFC 3659 §3.1 (MDTM), §4.1 (SIZE), §7.2 (MLSD)",
		code: "not_found"
	},
	551: {
		meaning: "page type unknown",
		section: "RFC 959 §4.2.2",
		code: "denied"
	},
	552: {
		meaning: "beyond the storage allotted",
		section: "RFC 959 §4.2.2",
		code: "denied"
	},
	553: {
		meaning: "file name not allowed",
		section: "RFC 959 §4.2.2",
		code: "denied"
	},
	554: {
		meaning: "the place to restart from is wrong",
		section: "RFC 1123 §4.1.3.4",
		code: "protocol"
	},
	555: {
		meaning: "type or structure do not fit the restart",
		section: "RFC 1123 §4.1.3.4",
		code: "protocol"
	}
};
/** Of replies that are in no table, the first digit says whether trying again can help (RFC 959 §4.2.1). */
const OTHER_REPLIES = [{
	first: 4,
	reply: "other 4yz",
	meaning: "not now",
	section: "RFC 959 §4.2.1",
	code: "busy"
}, {
	first: 5,
	reply: "other 5yz",
	meaning: "not at all",
	section: "RFC 959 §4.2.1",
	code: "protocol"
}];
/** Replies whose text says more than their code; the first that matches wins. */
const BY_TEXT = [
	[
		[421, 530],
		/attempts|(failed|bad|wrong) (log-?ins?|passwords?|auth)|(log-?in|\bauth\w*) failures/i,
		"login"
	],
	[
		[421, 530],
		/too many|try again later|^(?=.*(connections?|clients|users|sessions|logins)\b).*\b(max|maximum|limit)\b/im,
		"too_many_connections"
	],
	[
		[
			421,
			521,
			522,
			530,
			534
		],
		/\b(tls|ssl)\b|encrypt|cleartext/i,
		"tls"
	],
	[
		[550],
		/^550.(ssl\/tls|ssl|tls) required\b/i,
		"tls"
	],
	[
		[
			450,
			550,
			553
		],
		/no such|not found|does(n't| not) exist/i,
		"not_found"
	],
	[
		[
			450,
			550,
			553
		],
		/denied|permission|not permitted|forbidden|prohibited|failed to open directory|unable to read/i,
		"denied"
	]
];
// src/ftp/replyFault.ts
/** RFC 959 §4.2.1: 2xx, the command is done. */
function isPositive({ code }) {
	return code >= 200 && code < 300;
}
/** Those whose text may name the file first, which may have any name, and say what is wrong after a colon. */
const NAMING_A_PATH = [
	450,
	550,
	553
];
function codeOf(reply) {
	const said = NAMING_A_PATH.includes(reply.code) ? reply.text.slice(reply.text.lastIndexOf(": ") + 1) : reply.text;
	for (const [replies, text, code] of BY_TEXT) if (replies.includes(reply.code) && text.test(said)) return code;
	const first = Math.floor(reply.code / 100);
	return (REPLIES[reply.code] ?? OTHER_REPLIES.find((other) => other.first === first))?.code ?? "protocol";
}
/**
* The fault that a negative or unexpected reply stands for. `doing` says what was asked, for people. After a 530 another session may
* be let in.
*/
function replyFault(doing, reply) {
	const code = codeOf(reply);
	const forgotten = code === "denied" && reply.code === 530;
	return new (require_command ??= (require("./command.cjs"))).Fault(code, `${doing}: ${replyText(reply)}`, forgotten ? { retry: true } : {});
}
/**
* The same for a refused log-in, where a plain 530 means user or password, not a right on a file, and a 421 that nothing was cut off: the
* server takes nobody now, often because it has enough.
*/
function loginFault(reply) {
	const code = codeOf(reply);
	return new (require_command ??= (require("./command.cjs"))).Fault(AT_LOG_IN[code] ?? code, `log-in refused: ${replyText(reply)}`);
}
const AT_LOG_IN = {
	denied: "login",
	not_found: "login",
	cut_off: "busy"
};
/** A reply that must be positive. Throws its `Fault` otherwise. */
function demand(doing, reply) {
	if (!isPositive(reply)) throw replyFault(doing, reply);
	return reply;
}
/** A reply in one line, its bytes read as UTF-8, without the password and without what a terminal must not be shown. */
function replyText(reply) {
	const text = Buffer.from(reply.shown, "latin1").toString("utf8").replace(/\r?\n/g, " ");
	return (require_command ??= require("./command.cjs")).printable(text.slice(0, MAX_REPLY_TEXT).trim());
}
/** Characters of a reply that go into a message; greetings can be pages long. */
const MAX_REPLY_TEXT = 300;
// src/ftp/fileVersion.ts
/** Asks for size and time in one write. Throws a `Fault` when the file is gone: the server knows neither, and refuses the path. */
async function fileVersion(control, name) {
	const replies = await control.askAll([`SIZE ${name}`, `MDTM ${name}`]);
	if (control.closed !== void 0) throw control.closed;
	const refused = replies.find(refusesPath);
	if (refused !== void 0 && !replies.some(isPositive)) throw replyFault("SIZE, MDTM", refused);
	const [size, modified] = replies;
	return {
		size: size === void 0 ? null : sizeIn(size),
		modified: modified === void 0 ? null : timeIn(modified)
	};
}
/** RFC 3659 §4; null when the server does not know the command. Throws a `Fault` when there is no such file. */
async function fileSize(control, name) {
	const reply = await control.ask(`SIZE ${name}`);
	if (refusesPath(reply)) throw replyFault("SIZE", reply);
	return sizeIn(reply);
}
/** RFC 3659 §3, as `FileRecord.modified`; null when the server does not know the command. Throws a `Fault` like `fileSize`. */
async function fileTime(control, name) {
	const reply = await control.ask(`MDTM ${name}`);
	if (refusesPath(reply)) throw replyFault("MDTM", reply);
	return timeIn(reply);
}
/** 4xx and 55x are about the path; 50x is a server without the command. */
function refusesPath(reply) {
	return reply.code >= 400 && (reply.code < 500 || reply.code >= 530);
}
function sizeIn(reply) {
	const size = /^213[ -](\d+)/.exec(reply.text)?.[1];
	return size === void 0 ? null : exactSize(size);
}
function timeIn(reply) {
	return utcTime(/^213[ -](\d{14})/.exec(reply.text)?.[1] ?? "");
}
// src/ftp/announced.ts
/**
* How many bytes a server says that it sends, in its 150: `150 Opening BINARY mode data connection for a.bin (1234 bytes)`. RFC 959 has no
* form for it. After REST it is the whole file's size (vsftpd) or the rest's (ProFTPD). `name`, or its end, may itself say something of bytes.
*/
function announcedBytes(reply, name) {
	const shown = [name, name.slice(name.lastIndexOf("/") + 1)].find((one) => one !== "" && reply.text.includes(one));
	const said = shown === void 0 ? reply.text : reply.text.replaceAll(shown, "");
	const bytes = BYTES.exec(said)?.[1];
	return bytes === void 0 ? void 0 : Number(bytes);
}
/** Not `6.0 kbytes to download`, and not the end of `1,234 bytes`. */
const BYTES = /(?<![\d.,])(\d{1,15}) bytes\b/;
/** How many lines of a listing a server says that it has sent: `226 7 matches total` (Pure-FTPd). */
function announcedLines(reply) {
	const lines = /\b(\d{1,9}) matches total\b/.exec(reply.text)?.[1];
	return lines === void 0 ? void 0 : Number(lines);
}
// src/ftp/listing/dos.ts
/** `dir` as IIS prints it: `04-27-00  09:09PM       <DIR>          licensed`; also four-digit years and 24 hours. */
const parseDosLine = (line) => {
	const match = HEAD$1.exec(line)?.groups;
	if (match === void 0) return "rejected";
	const tag = match["tag"]?.toUpperCase();
	const name = nameAfter$1(line.slice(match["all"]?.length), tag);
	if (name === "") return "rejected";
	const modified = toModified(match);
	if (tag === void 0) return {
		name,
		kind: "file",
		size: exactSize(match["size"] ?? ""),
		modified
	};
	if (tag !== "<DIR>") return {
		kind: "link",
		size: null,
		modified,
		...splitLink$1(name)
	};
	return name === "." || name === ".." ? "ignored" : {
		name,
		kind: "directory",
		size: null,
		modified
	};
};
const HEAD$1 = /^(?<all>(?:(?<month>\d\d)-(?<day>\d\d)-(?<year>\d{4}|\d\d)|(?<iso>\d{4}-\d\d-\d\d)) +(?<hour>\d{1,2}):(?<minute>\d\d) ?(?<half>[AP]M)? +(?:(?<tag><(?:DIR|JUNCTION|SYMLINKD?)>)|(?<size>\d+)) )/i;
/** A tag and the spaces behind it fill so many columns, then comes the name; behind a size it is one space. */
const TAG_COLUMNS = 15;
/** `rest` begins after the first space behind tag or size. */
function nameAfter$1(rest, tag) {
	if (tag === void 0) return rest;
	const padding = TAG_COLUMNS - tag.length - 1;
	return rest.startsWith(" ".repeat(padding)) ? rest.slice(padding) : rest.replace(/^ +/, "");
}
/** `dir` shows links as `name [C:\target]`. */
function splitLink$1(text) {
	const at = text.endsWith("]") ? text.lastIndexOf(" [") : -1;
	return at < 1 ? { name: text } : {
		name: text.slice(0, at),
		target: text.slice(at + 2, -1)
	};
}
function toModified(match) {
	const [year, month, day] = (match["iso"] ?? `${fullYear(match["year"] ?? "")}-${match["month"]}-${match["day"]}`).split("-").map(Number);
	const date = isoDate({
		year: year ?? 0,
		month: month ?? 0,
		day: day ?? 0
	});
	const time = isoTime(hourOfDay(Number(match["hour"]), match["half"]?.toUpperCase()), Number(match["minute"]));
	return date === void 0 || time === void 0 ? null : `${date}T${time}`;
}
/** Two digits count from 1970, the oldest time that Windows' FTP servers show, to 2069. */
function fullYear(year) {
	if (year.length === 4) return year;
	return Number(year) < 70 ? `20${year}` : `19${year}`;
}
/** 12AM is midnight, 12PM noon. */
function hourOfDay(hour, half) {
	return half === void 0 ? hour : hour % 12 + (half === "PM" ? 12 : 0);
}
// src/ftp/listing/lines.ts
/**
* Cuts a stream of bytes into lines, as latin1: one character a byte. A line ends at LF; one CR before it belongs to the line end,
* any other CR to a name. Chunks may be cut anywhere, also between CR and LF.
*/
var ListingLines = class {
	#maxLineBytes;
	#onOverlong;
	#rest = "";
	#overlong = false;
	constructor(options) {
		this.#maxLineBytes = options.maxLineBytes;
		this.#onOverlong = options.onOverlong ?? (() => {});
	}
	push(chunk, onLine) {
		const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
		let from = 0;
		for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
			this.#hold(bytes, from, end);
			this.#finish(onLine);
			from = end + 1;
		}
		this.#hold(bytes, from, bytes.length);
	}
	/** The last line, where a server ends it without a line end. */
	end(onLine) {
		if (this.#rest !== "") this.#finish(onLine);
	}
	#hold(bytes, from, to) {
		const room = this.#maxLineBytes + CR.length - this.#rest.length;
		if (to - from > room) this.#overlong = true;
		this.#rest += bytes.toString("latin1", from, Math.min(to, from + room));
	}
	#finish(onLine) {
		const line = this.#rest.endsWith(CR) ? this.#rest.slice(0, -CR.length) : this.#rest;
		const overlong = this.#overlong || line.length > this.#maxLineBytes;
		this.#rest = "";
		this.#overlong = false;
		if (overlong) this.#onOverlong(line.slice(0, this.#maxLineBytes));
		else onLine(line);
	}
};
const LF = 10;
const CR = "\r";
// src/ftp/listing/mlsd.ts
/** MLSD: `fact=value;fact=value; name` (RFC 3659 §7.2). Facts that make no sense are null; without a type a line is rejected. */
const parseMlsdLine = (line) => {
	const facts = readFacts(line, line.startsWith(" ") ? 1 : 0);
	if (facts === void 0 || facts.name === "") return "rejected";
	const type = facts.type.toLowerCase();
	if (type === "cdir" || type === "pdir") return "ignored";
	if (type === "dir" && (facts.name === "." || facts.name === "..")) return "ignored";
	return toEntry(facts, type);
};
/** Reads facts until the one space that stands before the name, which may itself have spaces, `;` and `=` anywhere. */
function readFacts(line, from) {
	const facts = {
		type: "",
		size: "",
		modify: "",
		name: ""
	};
	let at = from;
	while (line[at] !== " ") {
		const equals = line.indexOf("=", at);
		if (equals < 0) return void 0;
		const fact = line.slice(at, equals).toLowerCase();
		const end = valueEnd(line, fact, equals + 1);
		if (end < 0 || fact.includes(" ")) return void 0;
		const value = line.slice(equals + 1, end);
		if (fact === "type" || fact === "size" || fact === "modify") facts[fact] = value;
		at = line[end] === ";" ? end + 1 : end;
	}
	facts.name = line.slice(at + 1);
	return facts.type === "" ? void 0 : facts;
}
/**
* Where a value ends: at its `;`, or at the space before the name, for servers that leave out the last `;`. Values have no
* spaces (RFC 3659 §7.2), but links' targets and the names of owners and groups do: ProFTPD, `UNIX.groupname=domain users;`.
*/
function valueEnd(line, fact, from) {
	const semicolon = line.indexOf(";", from);
	if (semicolon >= 0 && (TEXT_FACT.test(fact) || fact === "type" && SLINK.test(line.slice(from, from + SLINK_LENGTH)))) return semicolon;
	const space = semicolon < 0 ? line.indexOf(" ", from) : line.slice(from, semicolon).indexOf(" ");
	if (semicolon < 0) return space;
	return space < 0 ? semicolon : from + space;
}
const TEXT_FACT = /^unix\.(?:owner|group|user)/;
const SLINK = /^os\.unix=(?:slink|symlink):/i;
const SLINK_LENGTH = 16;
function toEntry(facts, type) {
	const entry = {
		name: facts.name,
		size: exactSize(facts.size),
		modified: utcTime(facts.modify)
	};
	if (type === "file") return {
		...entry,
		kind: "file"
	};
	if (type === "dir") return {
		...entry,
		kind: "directory"
	};
	const link = LINK.exec(facts.type);
	if (link === null) return {
		...entry,
		kind: "other"
	};
	const target = link[1] ?? "";
	return target === "" ? {
		...entry,
		kind: "link"
	} : {
		...entry,
		kind: "link",
		target
	};
}
const LINK = /^os\.unix=(?:slink|symlink)(?::(.*))?$/is;
// src/ftp/listing/unix.ts
/** `ls -l` as FTP servers print it: mode, links, owner, group, size, date and, after one space, the name. */
const parseUnixLine = (line, now) => {
	if (TOTAL.test(line)) return "sum";
	const head = HEAD.exec(line.slice(0, HEAD_LIMIT))?.groups;
	if (head === void 0) return "rejected";
	const letter = head["type"] ?? "";
	const name = nameAfter(line, head["all"] ?? "", head["rights"]);
	if (name === "") return "rejected";
	const kind = KINDS[letter] ?? "other";
	if (kind === "directory" && (name === "." || name === "..")) return "ignored";
	const size = letter === "b" || letter === "c" ? null : exactSize(head["size"] ?? "");
	const entry = {
		name,
		kind,
		size,
		modified: modified(head, now)
	};
	return kind === "link" ? {
		...entry,
		...splitLink(name, size)
	} : entry;
};
const TOTAL = /^total:? +\d+$/i;
const KINDS = {
	"-": "file",
	d: "directory",
	l: "link"
};
/** All before the name must stand in so many bytes, so that a hostile line can't make the search long. */
const HEAD_LIMIT = 400;
const MONTHS = [
	"jan",
	"feb",
	"mar",
	"apr",
	"may",
	"jun",
	"jul",
	"aug",
	"sep",
	"oct",
	"nov",
	"dec"
];
const MONTH = `(?:${MONTHS.join("|")})`;
const CLOCK$1 = "\\d{1,2}:\\d{2}";
const DATES = [
	`(?<month>${MONTH}) +(?<day>\\d{1,2}) +(?:(?<clock>${CLOCK$1})|(?<year>\\d{4}))`,
	`(?<day2>\\d{1,2}) +(?<month2>${MONTH}) +(?:(?<clock2>${CLOCK$1})|(?<year2>\\d{4}))`,
	`(?<iso>\\d{4}-\\d{2}-\\d{2}) +(?<isoClock>\\d{2}:\\d{2}(?::\\d{2})?)`
].join("|");
/**
* What stands between mode and size is not looked at: a group may be missing, an owner may have spaces. The first size with a
* date behind it counts, since a name may look like a date and an owner won't. A size may be negative (32-bit servers) and
* two numbers (devices). NetWare prints rights instead of a mode: `- [R----F--] owner`.
*/
const HEAD = new RegExp(`^(?<all>(?<type>[-dlbcpsD])(?:[-rwxsStTlL]{9}[+.@]?|(?<rights> ?\\[[-A-Z]{1,10}\\]))(?: [^]*?)? (?:\\d+, *)?(?<size>-?\\d+) +(?:${DATES})) `, "i");
/**
* Exactly one space stands between date and name: the others are the name's. Except NetWare's columns, which are wider.
*/
function nameAfter(line, all, rights) {
	const name = line.slice(all.length + 1);
	return rights === void 0 ? name : name.replace(/^ +/, "");
}
/**
* A link's size is its target's length in bytes: that finds the arrow when the name or the target has one too. Where it does
* not fit (servers that follow the link, or say 0), the first arrow counts.
*/
function splitLink(text, size) {
	const bySize = size === null ? -1 : text.length - size - ARROW.length;
	const at = bySize > 0 && text.startsWith(ARROW, bySize) ? bySize : text.indexOf(ARROW, 1);
	return at < 0 ? { name: text } : {
		name: text.slice(0, at),
		target: text.slice(at + ARROW.length)
	};
}
const ARROW = " -> ";
function modified(head, now) {
	if (head["iso"] !== void 0) return isoModified(head["iso"], head["isoClock"] ?? "");
	const month = MONTHS.indexOf((head["month"] ?? head["month2"] ?? "").toLowerCase()) + 1;
	const day = Number(head["day"] ?? head["day2"]);
	const year = head["year"] ?? head["year2"];
	if (year !== void 0) return isoDate({
		year: Number(year),
		month,
		day
	}) ?? null;
	const [hour, minute] = (head["clock"] ?? head["clock2"] ?? "").split(":").map(Number);
	const time = isoTime(hour ?? 24, minute ?? 60);
	return time === void 0 ? null : mostRecent(month, day, time, now);
}
function isoModified(date, clock) {
	const [year, month, day] = date.split("-").map(Number);
	const [hour, minute, second] = clock.split(":").map(Number);
	return isoDate({
		year: year ?? 0,
		month: month ?? 0,
		day: day ?? 0
	}) !== void 0 && isoTime(hour ?? 24, minute ?? 60) !== void 0 && (second ?? 0) < 60 ? `${date}T${clock}` : null;
}
/**
* The most recent such moment that is not more than a day ahead: the server's zone and clock may differ from ours. Pure-FTPd and ProFTPD
* also leave the year out for files of the future, which come out a year too old. They could be told from old ones only if every server
* showed a year after half a year, as `ls` does, which nobody promises; and files of the past are many more. Both servers have MLSD, which
* is asked for first.
*/
function mostRecent(month, day, time, now) {
	const thisYear = now.getUTCFullYear();
	for (let year = thisYear + 1; year > thisYear - LEAP_YEARS_APART; year--) {
		const text = isoDate({
			year,
			month,
			day
		});
		if (text !== void 0 && Date.parse(`${text}T${time}Z`) <= now.getTime() + DAY_MS) return `${text}T${time}`;
	}
	return null;
}
const DAY_MS = 864e5;
/** 29 February comes back within so many years, also around 2100. */
const LEAP_YEARS_APART = 9;
// src/ftp/listing/listing.ts
/** Names have 255 bytes, links' targets 4096, facts some hundred: a line beyond this is not a listing's. */
const MAX_LINE_BYTES = 16384;
/** Enough of a line to see what a server sends. */
const SAMPLE_CHARACTERS = 200;
/**
* Reads one directory's listing as its bytes come and hands on the entries. A listing is whole only if `rejected` is 0 at its
* end: a name with LF in it makes two lines that nobody can read. It is not known here whether the server sent all; that is in its
* final reply.
*/
var ListingReader = class {
	/** Lines with content, whatever they hold. Also `.` and `..` are lines: 0 after `LIST -a` may mean "not readable". */
	lines = 0;
	/** Of them those with nothing but a sum. */
	sums = 0;
	/** Lines that nobody can read. */
	rejected = 0;
	/** How the first rejected line begins, as latin1 and as it came: make it printable before it is shown. */
	rejectedSample;
	/** Entries handed on. */
	entries = 0;
	#now;
	#lines;
	/** In the order in which they are tried: the one that read a line last comes first. */
	#parsers;
	constructor(options) {
		this.#now = options.now;
		this.#parsers = options.format === "mlsd" ? [parseMlsdLine] : [parseUnixLine, parseDosLine];
		this.#lines = new ListingLines({
			maxLineBytes: MAX_LINE_BYTES,
			onOverlong: (head) => this.#overlong(head)
		});
	}
	push(chunk, onEntry) {
		this.#lines.push(chunk, (line) => this.#line(line, onEntry));
	}
	/** The data connection has ended; a last line without a line end may still yield an entry. */
	end(onEntry) {
		this.#lines.end((line) => this.#line(line, onEntry));
	}
	#line(line, onEntry) {
		if (line === "") return;
		this.lines++;
		const parsed = this.#parse(line);
		if (parsed === "rejected") this.#reject(line);
		else if (parsed === "sum") this.sums++;
		else if (parsed !== "ignored") {
			this.entries++;
			onEntry(parsed);
		}
	}
	#parse(line) {
		for (const parser of this.#parsers) {
			const parsed = parser(line, this.#now);
			if (parsed === "rejected") continue;
			if (parser !== this.#parsers[0]) this.#parsers = [parser, ...this.#parsers.filter((other) => other !== parser)];
			return parsed;
		}
		return "rejected";
	}
	#overlong(head) {
		this.lines++;
		this.#reject(head);
	}
	#reject(line) {
		this.rejected++;
		this.rejectedSample ??= line.slice(0, SAMPLE_CHARACTERS);
	}
};
// src/ftp/decoder.ts
/**
* A decoder of the Encoding Standard, by its name there; mended where that of Node.js is another one. Windows writes names in code
* pages 1252 and 949, which the standard means by `latin1` and `euc-kr`.
*/
function decoderOf(encoding) {
	if (encoding === "windows-1252") return decodeWindows1252;
	const decoder = new node_util.TextDecoder(encoding, { ignoreBOM: true });
	const decode = (wire) => decoder.decode(Buffer.from(wire, "latin1")).replace(NO_CHARACTER, "�");
	return encoding === "euc-kr" ? withMoreHangul(decode) : decode;
}
/** What Node.js has for single bytes such as 0xFF of GBK, Big5 and code page 874, which the standard takes for broken. */
const NO_CHARACTER = /[\uf8c0-\uf8fe]/g;
/** From 0x80; all other bytes are Unicode's numbers. Node.js 20 decodes ISO 8859-1 instead, and up to 22 makes nothing of 0xFF. */
const WINDOWS_1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
function decodeWindows1252(wire) {
	return wire.replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 128] ?? byte);
}
/**
* KS X 1001 has 2,350 syllables. Code page 949 has the other 8,822 in Unicode's order, in the codes that are left; Node.js lacks
* them up to version 26. They are in names such as 똠방각하.
*/
function withMoreHangul(decode) {
	const more = moreHangul(decode);
	return (wire) => {
		let text = "";
		let others = "";
		for (const code of wire.match(/[\x81-\xfe][\x41-\x5a\x61-\x7a\x81-\xfe]|./gs) ?? []) {
			const syllable = more.get(code);
			if (syllable === void 0) others += code;
			else {
				text += decode(others) + syllable;
				others = "";
			}
		}
		return text + decode(others);
	};
}
function moreHangul(decode) {
	const known = new Set(decode([...pairs(176, 200, [[161, 254]])].join("")));
	const more = /* @__PURE__ */ new Map();
	let syllable = FIRST_SYLLABLE;
	for (const code of codesLeft()) {
		while (known.has(String.fromCharCode(syllable))) syllable++;
		if (syllable > LAST_SYLLABLE) break;
		more.set(code, String.fromCharCode(syllable++));
	}
	return more;
}
const FIRST_SYLLABLE = 44032;
const LAST_SYLLABLE = 55203;
const LETTERS = [[65, 90], [97, 122]];
function* codesLeft() {
	yield* pairs(129, 160, [...LETTERS, [129, 254]]);
	yield* pairs(161, 254, [...LETTERS, [129, 160]]);
}
function* pairs(firstLead, lastLead, trails) {
	for (let lead = firstLead; lead <= lastLead; lead++) for (const [first, last] of trails) for (let trail = first; trail <= last; trail++) yield String.fromCharCode(lead, trail);
}
// src/ftp/encoder.ts
/**
* Which bytes stand in which place of a code, over all encodings that leave ASCII as it is. What is no code in an encoding does not
* become one character there.
*/
const SHAPES = [[[128, 255]], [[129, 254], [48, 254]]];
/** Codes that one encoding alone has: JIS X 0212 in three bytes; four bytes for the rest of the Basic Multilingual Plane. */
const FURTHER_SHAPES = {
	"euc-jp": [[
		[143, 143],
		[161, 254],
		[161, 254]
	]],
	gb18030: [[
		[129, 132],
		[48, 57],
		[129, 254],
		[48, 57]
	]]
};
/**
* Of several codes for a character the first is written, but not these: Windows and the encoders of the Encoding Standard write the
* other one. Names such as 髙橋 and 十月 have them.
*/
const NOT_WRITTEN = {
	shift_jis: /^[\xed\xee]./s,
	big5: /^\xa2[\xa4-\xa7\xcc\xce]$/,
	gb18030: /^\x80$/
};
/** Inverts an encoding's decoder by decoding all the codes that there can be: a tenth of a second, and up to 63,000 characters. */
function codesOf(encoding) {
	const decode = decoderOf(encoding);
	const notWritten = NOT_WRITTEN[encoding];
	const codes = /* @__PURE__ */ new Map();
	for (const shape of [...SHAPES, ...FURTHER_SHAPES[encoding] ?? []]) {
		const all = codesOfShape(shape);
		const texts = decode(all.join("/")).split("/");
		for (const [place, code] of all.entries()) {
			const text = texts[place] ?? "";
			if (isCharacter(text) && !codes.has(text) && notWritten?.test(code) !== true) codes.set(text, code);
		}
	}
	if (encoding !== "gb18030") return (character) => codes.get(character);
	return (character) => codes.get(character) ?? supplementary(character.codePointAt(0) ?? 0);
}
function codesOfShape(shape) {
	return shape.reduce((codes, range) => codes.flatMap((code) => bytesOf$1(range).map((byte) => code + byte)), [""]);
}
function bytesOf$1([first, last]) {
	return Array.from({ length: last - first + 1 }, (_, place) => String.fromCharCode(first + place));
}
/** U+FFFD stands for bytes that are no code. */
function isCharacter(text) {
	return text !== "�" && [...text].length === 1;
}
/** GB 18030 numbers the million code points beyond the Basic Multilingual Plane in their order, from 90 30 81 30. */
function supplementary(codePoint) {
	const order = codePoint - 65536;
	if (order < 0) return void 0;
	const digit = (unit, base, first) => first + Math.floor(order / unit) % base;
	return String.fromCharCode(digit(12600, 84, 144), digit(1260, 10, 48), digit(10, 126, 129), digit(1, 10, 48));
}
// src/ftp/names.ts
/** Made once for an encoding, which is a name or label that TextDecoder knows and that leaves ASCII as it is. */
function namesIn(label) {
	let names = known.get(label);
	if (names === void 0) {
		names = isUtf8(label) ? utf8Names : new LegacyNames(standardName(label));
		known.set(label, names);
	}
	return names;
}
const known = /* @__PURE__ */ new Map();
function isUtf8(label) {
	return standardName(label) === "utf-8";
}
function standardName(label) {
	return new node_util.TextDecoder(label).encoding;
}
/** Base64 of a name's bytes. */
function rawName(wire) {
	return Buffer.from(wire, "latin1").toString("base64");
}
const utf8Names = {
	decode(wire) {
		if (isAscii(wire)) return {
			text: wire,
			exact: true
		};
		const bytes = Buffer.from(wire, "latin1");
		const text = bytes.toString("utf8");
		return {
			text,
			exact: Buffer.from(text, "utf8").equals(bytes)
		};
	},
	encode(text, raw) {
		if (raw !== void 0) return fromRaw(raw);
		return isAscii(text) ? text : Buffer.from(text, "utf8").toString("latin1");
	}
};
var LegacyNames = class {
	#encoding;
	#decode;
	#codeOf;
	constructor(encoding) {
		this.#encoding = encoding;
		this.#decode = decoderOf(encoding);
	}
	decode(wire) {
		if (isAscii(wire)) return {
			text: wire,
			exact: true
		};
		const text = wire.split("/").map((part) => this.#decodePart(part)).join("/");
		return {
			text,
			exact: this.#toWire(text) === wire
		};
	}
	encode(text, raw) {
		if (raw !== void 0) return fromRaw(raw);
		if (isAscii(text)) return text;
		const wire = this.#toWire(text);
		if (wire === void 0) throw this.#lacking(text);
		return wire;
	}
	#decodePart(part) {
		return isAscii(part) ? part : this.#decode(part);
	}
	#toWire(text) {
		let wire = "";
		for (const character of text) {
			const code = this.#code(character);
			if (code === void 0) return void 0;
			wire += code;
		}
		return wire;
	}
	#code(character) {
		if (isAscii(character)) return character;
		this.#codeOf ??= codesOf(this.#encoding);
		return this.#codeOf(character);
	}
	#lacking(text) {
		const lacking = [...text].find((character) => this.#code(character) === void 0) ?? "";
		return new (require_command ??= (require("./command.cjs"))).Fault("config", `"${(require_command ??= require("./command.cjs")).printable(text)}": ${this.#encoding} has no "${(require_command ??= require("./command.cjs")).printable(lacking)}"; check \`encoding\``);
	}
};
function fromRaw(raw) {
	return Buffer.from(raw, "base64").toString("latin1");
}
function isAscii(text) {
	return !/[^\u0000-\u007f]/.test(text);
}
// src/ftp/readListing.ts
/** The listing of a hostile server may have no end and no entry either: who takes the entries sees nothing of it then. */
const MAX_BYTES_WITHOUT_ENTRY = 67108864;
/**
* After so much of a listing others have their turn: ten thousand lines take some 50 ms, and the system hands over 8 MiB in one go. The
* server sees nothing of a turn.
*/
const TURN_BYTES = 1048576;
/**
* Runs one command and reads what it lists. A `Fault` `listing_incomplete`, from who takes the entries or from a limit here, ends the listing
* where it is. Throws a `Fault` for all else, and undefined is of a server that does not know the command (RFC 959 §4.2: 500–504, and 550
* for `-a` as a name).
*/
async function readListing({ command, format }, { now, take }, transfers, address) {
	const reader = new ListingReader({
		format,
		now
	});
	const port = await transfers.port();
	try {
		const done = await transfers.run(port, {
			command,
			from: 0,
			expected: null,
			chunk: limited(reader, take, address.max_listing),
			within_ms: address.listing_timeout_ms,
			tooLate: () => tooLate$1(address),
			short: true
		});
		reader.end(take);
		checkEnd(command, done);
		return counted(reader, whyIncomplete(reader, done.final, namesIn(address.encoding)));
	} catch (error) {
		if (!(error instanceof (require_command ??= require("./command.cjs")).Fault)) throw error;
		if (error.code === "listing_incomplete") return counted(reader, error.message);
		if (transfers.usable && reader.lines === 0 && unknownCommand(error, command)) return void 0;
		throw error;
	}
}
/** Reads chunk by chunk, up to its limits. */
function limited(reader, take, max_listing) {
	let entries = 0;
	let lastEntryAt = 0;
	let turnBegan = 0;
	return (offset, bytes) => {
		reader.push(bytes.subarray(0, max_listing - offset), take);
		if (offset + bytes.length > max_listing) throw new (require_command ??= (require("./command.cjs"))).Fault("listing_incomplete", `the listing has more than ${max_listing} bytes (max_listing)`);
		if (reader.entries > entries) lastEntryAt = offset;
		entries = reader.entries;
		if (offset - lastEntryAt > MAX_BYTES_WITHOUT_ENTRY) throw new (require_command ??= (require("./command.cjs"))).Fault("protocol", `${MAX_BYTES_WITHOUT_ENTRY} bytes of listing without an entry`, { retry: false });
		if (offset - turnBegan < TURN_BYTES) return void 0;
		turnBegan = offset;
		return (0, (node_timers_promises ??= require("node:timers/promises")).setImmediate)();
	};
}
function tooLate$1({ listing_timeout_ms }) {
	const seconds = listing_timeout_ms / 1e3;
	return new (require_command ??= (require("./command.cjs"))).Fault("listing_incomplete", `the listing did not end within ${seconds} s (listing_timeout)`);
}
/** Throws a `Fault` where a positive reply is none. */
function checkEnd(command, { bytes, announced = 0, final }) {
	if (final !== void 0 && /failed to open|unable to read/i.test(final.text)) throw new (require_command ??= (require("./command.cjs"))).Fault("denied", `${command}: ${replyText(final)}`);
	const lines = final === void 0 ? 0 : announcedLines(final) ?? 0;
	if (bytes === 0 && (announced > 0 || lines > 0)) throw new (require_command ??= (require("./command.cjs"))).Fault("cut_off", `${command}: the server sent something, but nothing came here`);
}
function unknownCommand(fault, command) {
	return fault.code === "protocol" || command === "LIST -a" && fault.code === "not_found";
}
function counted(reader, incomplete) {
	return {
		lines: reader.lines,
		itself: showsItself(reader),
		incomplete
	};
}
function showsItself({ lines, sums, entries, rejected }) {
	if (lines - entries - rejected > sums) return true;
	if (sums === 0) return lines === 0 ? void 0 : false;
	return entries + rejected === 0 || void 0;
}
/** Pure-FTPd: `226 Output truncated to 2000 matches` is a positive reply. */
function whyIncomplete(reader, final, names) {
	if (final !== void 0 && /truncated/i.test(final.text)) return `the server cut the listing: ${replyText(final)}`;
	if (reader.rejected === 0) return void 0;
	const sample = names.decode(reader.rejectedSample ?? "").text;
	return `${reader.rejected === 1 ? "a line" : `${reader.rejected} lines`} of the listing could not be read, such as "${(require_command ??= require("./command.cjs")).printable(sample)}"`;
}
// src/ftp/folderLister.ts
const MLSD = {
	command: "MLSD",
	format: "mlsd"
};
const LIST = {
	command: "LIST",
	format: "list"
};
const LIST_ALL = {
	command: "LIST -a",
	format: "list"
};
/** Lists the folder that a session is in, by the command that the server has turned out to take. */
var FolderLister = class {
	#address;
	#traits;
	#transfers;
	constructor(address, traits, transfers) {
		this.#address = address;
		this.#traits = traits;
		this.#transfers = transfers;
	}
	/** See `Session.list`. */
	async list(request) {
		if (this.#traits.mlsd) {
			const listing = await this.#listWithItself(MLSD, request);
			if (listing !== void 0) return listing;
			this.#traits.mlsd = false;
			this.#traits.listsItself = void 0;
		}
		return this.#listAll(request);
	}
	/** `LIST -a`, but not on servers that take `-a` for a name or answer it with nothing. */
	async #listAll(request) {
		const traits = this.#traits;
		if (traits.list === "LIST") return this.#listPlain(request);
		const hidden = await this.#listWithItself(LIST_ALL, request);
		if (hidden !== void 0 && hidden.lines > 0) traits.list = "LIST -a";
		if (hidden !== void 0 && traits.list === "LIST -a") return hidden;
		const plain = await this.#listPlain(request);
		if (plain.lines > 0) traits.list = "LIST";
		return plain;
	}
	async #listPlain(request) {
		const listing = await this.#read(LIST, request);
		if (listing === void 0) throw new (require_command ??= (require("./command.cjs"))).Fault("protocol", "the server has neither MLSD nor LIST");
		return listing;
	}
	/**
	* By a command that shows the folder itself too, on many servers. Without a line, another client took the data connection, or the folder
	* may be entered but not read (ProFTPD: a plain 226): asked again it shows. The first empty listing is asked for again in any case: it
	* may be all of the server.
	*/
	async #listWithItself(command, request) {
		const traits = this.#traits;
		let listing = await this.#read(command, request);
		if (isEmpty(listing) && traits.listsItself !== false) {
			listing = await this.#read(command, request);
			if (isEmpty(listing) && traits.listsItself) throw new (require_command ??= (require("./command.cjs"))).Fault("denied", "the server shows nothing of this folder");
			if (isEmpty(listing)) traits.listsItself = false;
		}
		if (!traits.listsItself) traits.listsItself = listing?.itself ?? traits.listsItself;
		return listing;
	}
	#read(command, request) {
		return readListing(command, request, this.#transfers, this.#address);
	}
};
/** Not a line, and no reason why. */
function isEmpty(listing) {
	return listing !== void 0 && listing.lines === 0 && listing.incomplete === void 0;
}
// src/ftp/deadline.ts
/** How often waits are looked at. */
const TICK_MS = 100;
/**
* What a look may count at most. When this process itself did not get to run (a long piece of work, a stopped machine), what the
* server sent meanwhile has not been read yet: that time is not the server's silence.
*/
const MAX_STEP_MS = 200;
const waits = /* @__PURE__ */ new Set();
let ticker;
/** A clock that goes while this process runs. */
let now_ms = 0;
let looked_ms = 0;
function tick() {
	const real_ms = performance.now();
	now_ms += Math.min(real_ms - looked_ms, MAX_STEP_MS);
	looked_ms = real_ms;
	for (const wait of waits) wait.look(now_ms);
}
/**
* A wait that must not last forever: calls `expire` once when its time has passed without `touch` or `clear`; never earlier, and two
* looks later at most. One timer serves all waits of the process: a timer for every command and every file would cost more than the
* commands. It may be started again and again.
*/
var Deadline = class {
	#ms;
	#expire;
	#granted_ms = 0;
	#expires_ms = 0;
	/** Not begun before `start`. */
	constructor(ms, expire) {
		this.#ms = ms;
		this.#expire = expire;
	}
	/** Grants this time from now on, whatever was granted before. */
	start(ms = this.#ms) {
		if (ticker === void 0) {
			looked_ms = performance.now();
			ticker = setInterval(tick, TICK_MS);
		}
		this.#granted_ms = ms + TICK_MS;
		this.#expires_ms = now_ms + this.#granted_ms;
		waits.add(this);
	}
	/** Something happened: the whole time is granted anew. Cheap enough to be called for every chunk of data. */
	touch() {
		this.#expires_ms = now_ms + this.#granted_ms;
	}
	clear() {
		if (!waits.delete(this) || waits.size > 0) return;
		clearInterval(ticker);
		ticker = void 0;
	}
	/** One of the looks of the timer. */
	look(now_ms) {
		if (this.#expires_ms > now_ms) return;
		this.clear();
		this.#expire();
	}
};
/** A deadline that has begun. */
function deadline(ms, expire) {
	const wait = new Deadline(ms, expire);
	wait.start();
	return wait;
}
// src/ftp/hashOffers.ts
/** Strongest first. `listed` is the name under HASH (draft-bryan-ftpext-hash); the others are nobody's standard. */
const ALGORITHMS = [
	{
		algorithm: "sha256",
		listed: "SHA-256",
		command: "XSHA256"
	},
	{
		algorithm: "sha1",
		listed: "SHA-1",
		command: "XSHA1"
	},
	{
		algorithm: "md5",
		listed: "MD5",
		command: "XMD5"
	},
	{
		algorithm: "crc32",
		listed: "CRC32",
		command: "XCRC"
	}
];
/** What FEAT's reply offers, strongest first: ` HASH SHA-256*;SHA-1;MD5` and ` XSHA256`, one a line. */
function hashOffers(features) {
	const listed = (/^ *HASH +(\S+)/im.exec(features)?.[1] ?? "").toUpperCase().replaceAll("*", "").split(";");
	return ALGORITHMS.flatMap(({ algorithm, listed: name, command }) => [...listed.includes(name) ? [{
		command: "HASH",
		algorithm
	}] : [], ...new RegExp(`^ *${command}\\b`, "im").test(features) ? [{
		command,
		algorithm
	}] : []]);
}
/** How HASH and OPTS HASH call an algorithm. */
function listedName(algorithm) {
	return ALGORITHMS.find((one) => one.algorithm === algorithm)?.listed ?? "";
}
/** The algorithm that HASH calls so; undefined for one that nobody here can compute. */
function algorithmListedAs(name) {
	return ALGORITHMS.find(({ listed }) => listed === name.toUpperCase())?.algorithm;
}
// src/ftp/fileHash.ts
const DIGITS = {
	sha256: 64,
	sha1: 40,
	md5: 32,
	crc32: 8
};
/**
* The reply to HASH (draft-bryan-ftpext-hash): `213 SHA-256 0-49 6169…5d20 name`. It says itself which algorithm it is, and of
* which bytes. Undefined when it is no such reply, or not of the whole file.
*/
function hashInReply(reply) {
	const [, name = "", digits = ""] = /^213 (\S+) 0-\d+ ([0-9a-f]+)(?: |$)/i.exec(lastLine(reply)) ?? [];
	const algorithm = algorithmListedAs(name);
	return algorithm === void 0 ? void 0 : fileHash(algorithm, digits);
}
/**
* The reply to XSHA256, XSHA1, XMD5 or XCRC, which is of no one form: `250 0E6A5594` (ProFTPD, Serv-U), with the algorithm's or the
* file's name before it or behind it elsewhere. The one word that can be the hash is taken; undefined when there is none, or several.
*/
function hashAmongWords(reply, algorithm, name) {
	if (!isPositive(reply)) return void 0;
	const [found, ...others] = lastLine(reply).slice(CODE_LENGTH).replaceAll(name, " ").split(/[\s"=:;,]+/).flatMap((word) => fileHash(algorithm, word) ?? []);
	return others.length > 0 ? void 0 : found;
}
const CODE_LENGTH = 4;
/** Some servers leave out the leading zeros of a CRC, which is a number to them, or write it as one: `0x6A5594`. */
function fileHash(algorithm, word) {
	const isNumber = algorithm === "crc32";
	const digits = isNumber ? word.replace(/^0x/i, "") : word;
	if (!/^[0-9a-f]+$/i.test(digits)) return void 0;
	const hex = (isNumber ? digits.padStart(DIGITS.crc32, "0") : digits).toLowerCase();
	return hex.length === DIGITS[algorithm] ? {
		algorithm,
		hex
	} : void 0;
}
/** ProFTPD says in a line before it what it computes. */
function lastLine(reply) {
	return reply.text.trimEnd().split("\n").at(-1) ?? "";
}
// src/ftp/hasher.ts
/** 1 MB/s: a server's disk reads a file faster, also when others want something of it. */
const SLOWEST_bytes_per_ms = 1e3;
/** Asks for hashes of files on one session. */
var Hasher = class {
	#control;
	#address;
	#traits;
	/** What HASH computes in this session, as far as we have chosen it. */
	#chosen;
	constructor(control, address, traits) {
		this.#control = control;
		this.#address = address;
		this.#traits = traits;
	}
	/**
	* The strongest hash that the server offers. Undefined when it offers none, refuses, or answers what nobody can read. What it turns
	* out not to know it is not asked for again. Throws a `Fault` when it falls silent for longer than so many bytes may take.
	*/
	async hash(name, size = Number.POSITIVE_INFINITY) {
		const { file_timeout_ms, timeout_ms } = this.#address;
		const patience_ms = Math.min(file_timeout_ms, timeout_ms + size / SLOWEST_bytes_per_ms);
		for (const offer of this.#traits.hashes) {
			if (!this.#traits.hashes.includes(offer)) continue;
			const reply = await (offer.command === "HASH" ? this.#askListed(offer, name, patience_ms) : this.#askByName(offer, name, patience_ms));
			if (this.#control.closed !== void 0) throw this.#control.closed;
			if (reply === void 0) continue;
			if (reply.code === 500 || reply.code === 502) {
				this.#forget(({ command }) => command === offer.command);
				continue;
			}
			return offer.command === "HASH" ? hashInReply(reply) : hashAmongWords(reply, offer.algorithm, name);
		}
	}
	/** It turned out not to be there. */
	#forget(isMeant) {
		this.#traits.hashes = this.#traits.hashes.filter((offer) => !isMeant(offer));
	}
	/** HASH takes a name as RETR does. Undefined when the server does not take the algorithm that FEAT offered. */
	async #askListed(offer, name, patience_ms) {
		if (this.#chosen !== offer) {
			if (!isPositive(await this.#control.ask(`OPTS HASH ${listedName(offer.algorithm)}`))) return this.#forget((one) => one === offer);
			this.#chosen = offer;
		}
		return this.#askPatiently(`HASH ${name}`, patience_ms);
	}
	/** Behind a space these commands take numbers, for a part of the file, unless the name is quoted; a quote in it is not for them. */
	async #askByName({ command }, name, patience_ms) {
		if (name.includes("\"")) return void 0;
		return this.#askPatiently(`${command} ${name.includes(" ") ? `"${name}"` : name}`, patience_ms);
	}
	/** The server reads the whole file before it says a word. */
	async #askPatiently(command, patience_ms) {
		const asked = this.#control.ask(command);
		this.#control.holdSilence();
		const wait = deadline(patience_ms, () => {
			const limit = patience_ms < this.#address.file_timeout_ms ? "timeout, and 1 s for each MB" : "file_timeout";
			this.#control.close(new (require_command ??= (require("./command.cjs"))).Fault("timeout", `no hash within ${patience_ms / 1e3} s (${limit})`));
		});
		try {
			return await asked;
		} finally {
			wait.clear();
		}
	}
};
// node_modules/basic-ftp/dist/parseControlResponse.js
var require_parseControlResponse = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.parseControlResponse = parseControlResponse;
	exports.isSingleLine = isSingleLine;
	exports.isMultiline = isMultiline;
	exports.positiveCompletion = positiveCompletion;
	exports.positiveIntermediate = positiveIntermediate;
	const LF = "\n";
	/**
	* Parse an FTP control response as a collection of messages. A message is a complete
	* single- or multiline response. A response can also contain multiple multiline responses
	* that will each be represented by a message. A response can also be incomplete
	* and be completed on the next incoming data chunk for which case this function also
	* describes a `rest`. This function converts all CRLF to LF.
	*/
	function parseControlResponse(text) {
		const lines = text.split(/\r?\n/).filter(isNotBlank);
		const messages = [];
		let startAt = 0;
		let tokenRegex;
		for (let i = 0; i < lines.length; i++) {
			const line = lines[i];
			if (!tokenRegex) {
				if (isMultiline(line)) {
					const token = line.substr(0, 3);
					tokenRegex = new RegExp(`^${token}(?:$| )`);
					startAt = i;
				} else if (isSingleLine(line)) messages.push(line);
			} else if (tokenRegex.test(line)) {
				tokenRegex = void 0;
				messages.push(lines.slice(startAt, i + 1).join(LF));
			}
		}
		return {
			messages,
			rest: tokenRegex ? lines.slice(startAt).join(LF) + LF : ""
		};
	}
	function isSingleLine(line) {
		return /^\d\d\d(?:$| )/.test(line);
	}
	function isMultiline(line) {
		return /^\d\d\d-/.test(line);
	}
	/**
	* Return true if an FTP return code describes a positive completion.
	*/
	function positiveCompletion(code) {
		return code >= 200 && code < 300;
	}
	/**
	* Return true if an FTP return code describes a positive intermediate response.
	*/
	function positiveIntermediate(code) {
		return code >= 300 && code < 400;
	}
	function isNotBlank(str) {
		return str.trim() !== "";
	}
}));
// node_modules/basic-ftp/dist/FtpContext.js
var require_FtpContext = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.FTPContext = exports.FTPError = void 0;
	const net_1 = require("net");
	const tls_1 = require("tls");
	const parseControlResponse_1 = require_parseControlResponse();
	/**
	* Describes an FTP server error response including the FTP response code.
	*/
	var FTPError = class extends Error {
		constructor(res) {
			super(res.message);
			this.name = this.constructor.name;
			this.code = res.code;
		}
	};
	exports.FTPError = FTPError;
	function doNothing() {
		/** Do nothing */
	}
	const maxControlResponseLength = 2 ** 16;
	/**
	* FTPContext holds the control and data sockets of an FTP connection and provides a
	* simplified way to interact with an FTP server, handle responses, errors and timeouts.
	*
	* It doesn't implement or use any FTP commands. It's only a foundation to make writing an FTP
	* client as easy as possible. You won't usually instantiate this, but use `Client`.
	*/
	var FTPContext = class {
		/**
		* Instantiate an FTP context.
		*
		* @param timeout - Timeout in milliseconds to apply to control and data connections. Use 0 for no timeout.
		* @param encoding - Encoding to use for control connection. UTF-8 by default. Use "latin1" for older servers.
		*/
		constructor(timeout = 0, encoding = "utf8") {
			this.timeout = timeout;
			/** Debug-level logging of all socket communication. */
			this.verbose = false;
			/** IP version to prefer (4: IPv4, 6: IPv6, undefined: automatic). */
			this.ipFamily = void 0;
			/** Options for TLS connections. */
			this.tlsOptions = {};
			/** Most recent TLS session from the control connection, used to resume the session on data connections. */
			this.tlsSessionStore = void 0;
			/** A multiline response might be received as multiple chunks. */
			this._partialResponse = "";
			this._encoding = encoding;
			this._socket = this.socket = this._newSocket();
			this._dataSocket = void 0;
		}
		/**
		* Close the context.
		*/
		close() {
			const message = this._task ? "User closed client during task" : "User closed client";
			const err = new Error(message);
			this.closeWithError(err);
		}
		/**
		* Close the context with an error.
		*/
		closeWithError(err) {
			if (this._closingError) return;
			this._closingError = err;
			this._closeControlSocket();
			this._closeSocket(this._dataSocket);
			this._passToHandler(err);
			this._stopTrackingTask();
		}
		/**
		* Returns true if this context has been closed or hasn't been connected yet. You can reopen it with `access`.
		*/
		get closed() {
			return this.socket.remoteAddress === void 0 || this._closingError !== void 0;
		}
		/**
		* Reset this contex and all of its state.
		*/
		reset() {
			this.socket = this._newSocket();
		}
		/**
		* Get the FTP control socket.
		*/
		get socket() {
			return this._socket;
		}
		/**
		* Set the socket for the control connection. This will only close the current control socket
		* if the new one is not an upgrade to the current one.
		*/
		set socket(socket) {
			this.dataSocket = void 0;
			this.tlsOptions = {};
			this.tlsSessionStore = void 0;
			this._partialResponse = "";
			if (this._socket) {
				if (socket.localPort === this._socket.localPort) this._removeSocketListeners(this.socket);
				else this._closeControlSocket();
			}
			if (socket) {
				this._closingError = void 0;
				socket.setTimeout(0);
				socket.setEncoding(this._encoding);
				socket.setKeepAlive(true);
				socket.on("data", (data) => this._onControlSocketData(data));
				socket.on("end", () => this.closeWithError(/* @__PURE__ */ new Error("Server sent FIN packet unexpectedly, closing connection.")));
				socket.on("close", (hadError) => {
					if (!hadError) this.closeWithError(/* @__PURE__ */ new Error("Server closed connection unexpectedly."));
				});
				this._setupDefaultErrorHandlers(socket, "control socket");
				if (socket instanceof tls_1.TLSSocket) socket.on("session", (session) => {
					this.tlsSessionStore = session;
				});
			}
			this._socket = socket;
		}
		/**
		* Get the current FTP data connection if present.
		*/
		get dataSocket() {
			return this._dataSocket;
		}
		/**
		* Set the socket for the data connection. This will automatically close the former data socket.
		*/
		set dataSocket(socket) {
			this._closeSocket(this._dataSocket);
			if (socket) {
				socket.setTimeout(0);
				this._setupDefaultErrorHandlers(socket, "data socket");
			}
			this._dataSocket = socket;
		}
		/**
		* Get the currently used encoding.
		*/
		get encoding() {
			return this._encoding;
		}
		/**
		* Set the encoding used for the control socket.
		*
		* See https://nodejs.org/api/buffer.html#buffer_buffers_and_character_encodings for what encodings
		* are supported by Node.
		*/
		set encoding(encoding) {
			this._encoding = encoding;
			if (this.socket) this.socket.setEncoding(encoding);
		}
		/**
		* Send an FTP command without waiting for or handling the result.
		*/
		send(command) {
			const description = command.startsWith("PASS") ? "PASS ###" : command;
			if (/[\r\n\0]/.test(command)) throw new Error(`Invalid command: Contains control characters. (${description})`);
			this.log(`> ${description}`);
			this._socket.write(command + "\r\n", this.encoding);
		}
		/**
		* Send an FTP command and handle the first response. Use this if you have a simple
		* request-response situation.
		*/
		request(command) {
			return this.handle(command, (res, task) => {
				if (res instanceof Error) task.reject(res);
				else task.resolve(res);
			});
		}
		/**
		* Send an FTP command and handle any response until you resolve/reject. Use this if you expect multiple responses
		* to a request. This returns a Promise that will hold whatever the response handler passed on when resolving/rejecting its task.
		*/
		handle(command, responseHandler) {
			if (this._task) {
				const err = /* @__PURE__ */ new Error("User launched a task while another one is still running. Forgot to use 'await' or '.then()'?");
				err.stack += `\nRunning task launched at: ${this._task.stack}`;
				this.closeWithError(err);
			}
			return new Promise((resolveTask, rejectTask) => {
				let settled = false;
				const stopTrackingOnce = () => {
					if (settled) return;
					settled = true;
					this._stopTrackingTask();
				};
				this._task = {
					stack: (/* @__PURE__ */ new Error()).stack || "Unknown call stack",
					responseHandler,
					resolver: {
						resolve: (arg) => {
							stopTrackingOnce();
							resolveTask(arg);
						},
						reject: (err) => {
							stopTrackingOnce();
							rejectTask(err);
						}
					}
				};
				if (this._closingError) {
					const err = /* @__PURE__ */ new Error(`Client is closed because ${this._closingError.message}`);
					err.stack += `\nClosing reason: ${this._closingError.stack}`;
					err.code = this._closingError.code !== void 0 ? this._closingError.code : "0";
					this._passToHandler(err);
					return;
				}
				this.socket.setTimeout(this.timeout);
				if (command) try {
					this.send(command);
				} catch (err) {
					this._task.resolver.reject(err);
				}
			});
		}
		/**
		* Log message if set to be verbose.
		*/
		log(message) {
			if (this.verbose) console.log(message);
		}
		/**
		* Return true if the control socket is using TLS. This does not mean that a session
		* has already been negotiated.
		*/
		get hasTLS() {
			return "encrypted" in this._socket;
		}
		/**
		* Removes reference to current task and handler. This won't resolve or reject the task.
		* @protected
		*/
		_stopTrackingTask() {
			this.socket.setTimeout(0);
			this._task = void 0;
		}
		/**
		* Handle incoming data on the control socket. The chunk is going to be of type `string`
		* because we let `socket` handle encoding with `setEncoding`.
		* @protected
		*/
		_onControlSocketData(chunk) {
			this.log(`< ${chunk}`);
			if (this._partialResponse.length + chunk.length > maxControlResponseLength) {
				this.closeWithError(/* @__PURE__ */ new Error("FTP control response exceeded maximum allowed size"));
				return;
			}
			const completeResponse = this._partialResponse + chunk;
			const parsed = (0, parseControlResponse_1.parseControlResponse)(completeResponse);
			this._partialResponse = parsed.rest;
			for (const message of parsed.messages) {
				const code = parseInt(message.substr(0, 3), 10);
				const response = {
					code,
					message
				};
				const err = code >= 400 ? new FTPError(response) : void 0;
				this._passToHandler(err ? err : response);
			}
		}
		/**
		* Send the current handler a response. This is usually a control socket response
		* or a socket event, like an error or timeout.
		* @protected
		*/
		_passToHandler(response) {
			const task = this._task;
			if (task) try {
				task.responseHandler(response, task.resolver);
			} catch (err) {
				task.resolver.reject(err);
				this.closeWithError(err);
			}
		}
		/**
		* Setup all error handlers for a socket.
		* @protected
		*/
		_setupDefaultErrorHandlers(socket, identifier) {
			socket.once("error", (error) => {
				error.message += ` (${identifier})`;
				this.closeWithError(error);
			});
			socket.once("close", (hadError) => {
				if (hadError) this.closeWithError(/* @__PURE__ */ new Error(`Socket closed due to transmission error (${identifier})`));
			});
			socket.once("timeout", () => {
				socket.destroy();
				this.closeWithError(/* @__PURE__ */ new Error(`Timeout (${identifier})`));
			});
		}
		/**
		* Close the control socket. Sends QUIT, then FIN, and ignores any response or error.
		*/
		_closeControlSocket() {
			this._removeSocketListeners(this._socket);
			this._socket.on("error", doNothing);
			this.send("QUIT");
			this._closeSocket(this._socket);
		}
		/**
		* Close a socket, ignores any error.
		* @protected
		*/
		_closeSocket(socket) {
			if (socket) {
				this._removeSocketListeners(socket);
				socket.on("error", doNothing);
				socket.destroy();
			}
		}
		/**
		* Remove all default listeners for socket.
		* @protected
		*/
		_removeSocketListeners(socket) {
			socket.removeAllListeners();
			socket.removeAllListeners("timeout");
			socket.removeAllListeners("data");
			socket.removeAllListeners("end");
			socket.removeAllListeners("error");
			socket.removeAllListeners("close");
			socket.removeAllListeners("connect");
		}
		/**
		* Provide a new socket instance.
		*
		* Internal use only, replaced for unit tests.
		*/
		_newSocket() {
			return new net_1.Socket();
		}
	};
	exports.FTPContext = FTPContext;
}));
// node_modules/basic-ftp/dist/netUtils.js
var require_netUtils = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.describeTLS = describeTLS;
	exports.describeAddress = describeAddress;
	exports.upgradeSocket = upgradeSocket;
	exports.isLoopback = isLoopback;
	exports.ipIsPrivateV4Address = ipIsPrivateV4Address;
	const tls_1 = require("tls");
	/**
	* Returns a string describing the encryption on a given socket instance.
	*/
	function describeTLS(socket) {
		if (socket instanceof tls_1.TLSSocket) {
			const protocol = socket.getProtocol();
			return protocol ? protocol : "Server socket or disconnected client socket";
		}
		return "No encryption";
	}
	/**
	* Returns a string describing the remote address of a socket.
	*/
	function describeAddress(socket) {
		if (socket.remoteFamily === "IPv6") return `[${socket.remoteAddress}]:${socket.remotePort}`;
		return `${socket.remoteAddress}:${socket.remotePort}`;
	}
	/**
	* Upgrade a socket connection with TLS.
	*/
	function upgradeSocket(socket, options) {
		return new Promise((resolve, reject) => {
			const tlsOptions = Object.assign({}, options, { socket });
			const tlsSocket = (0, tls_1.connect)(tlsOptions, () => {
				if (tlsOptions.rejectUnauthorized !== false && !tlsSocket.authorized) reject(tlsSocket.authorizationError);
				else {
					tlsSocket.removeAllListeners("error");
					resolve(tlsSocket);
				}
			}).once("error", (error) => {
				reject(error);
			});
		});
	}
	/**
	* Returns true if an IP address is a loopback address.
	*/
	function isLoopback(ip) {
		return ip === "::1" || ip.startsWith("127.");
	}
	/**
	* Returns true if an IP is a private address according to https://tools.ietf.org/html/rfc1918#section-3.
	* This will handle IPv4-mapped IPv6 addresses correctly but return false for all other IPv6 addresses.
	*
	* @param ip  The IP as a string, e.g. "192.168.0.1"
	*/
	function ipIsPrivateV4Address(ip = "") {
		if (ip.startsWith("::ffff:")) ip = ip.substr(7);
		const octets = ip.split(".").map((o) => parseInt(o, 10));
		return octets[0] === 10 || octets[0] === 172 && octets[1] >= 16 && octets[1] <= 31 || octets[0] === 192 && octets[1] === 168 || ip === "127.0.0.1";
	}
}));
// node_modules/basic-ftp/dist/FileInfo.js
var require_FileInfo = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.FileInfo = exports.FileType = void 0;
	var FileType;
	(function(FileType) {
		FileType[FileType["Unknown"] = 0] = "Unknown";
		FileType[FileType["File"] = 1] = "File";
		FileType[FileType["Directory"] = 2] = "Directory";
		FileType[FileType["SymbolicLink"] = 3] = "SymbolicLink";
	})(FileType || (exports.FileType = FileType = {}));
	/**
	* Describes a file, directory or symbolic link.
	*/
	var FileInfo = class {
		constructor(name) {
			this.name = name;
			this.type = FileType.Unknown;
			this.size = 0;
			/**
			* Unparsed, raw modification date as a string.
			*
			* If `modifiedAt` is undefined, the FTP server you're connected to doesn't support the more modern
			* MLSD command for machine-readable directory listings. The older command LIST is then used returning
			* results that vary a lot between servers as the format hasn't been standardized. Here, directory listings
			* and especially modification dates were meant to be human-readable first.
			*
			* Be careful when still trying to parse this by yourself. Parsing dates from listings using LIST is
			* unreliable. This library decides to offer parsed dates only when they're absolutely reliable and safe to
			* use e.g. for comparisons.
			*/
			this.rawModifiedAt = "";
			/**
			* Parsed modification date.
			*
			* Available if the FTP server supports the MLSD command. Only MLSD guarantees dates than can be reliably
			* parsed with the correct timezone and a resolution down to seconds. See `rawModifiedAt` property for the unparsed
			* date that is always available.
			*/
			this.modifiedAt = void 0;
			/**
			* Unix permissions if present. If the underlying FTP server is not running on Unix this will be undefined.
			* If set, you might be able to edit permissions with the FTP command `SITE CHMOD`.
			*/
			this.permissions = void 0;
			/**
			* Hard link count if available.
			*/
			this.hardLinkCount = void 0;
			/**
			* Link name for symbolic links if available.
			*/
			this.link = void 0;
			/**
			* Unix group if available.
			*/
			this.group = void 0;
			/**
			* Unix user if available.
			*/
			this.user = void 0;
			/**
			* Unique ID if available.
			*/
			this.uniqueID = void 0;
			this.name = name;
		}
		get isDirectory() {
			return this.type === FileType.Directory;
		}
		get isSymbolicLink() {
			return this.type === FileType.SymbolicLink;
		}
		get isFile() {
			return this.type === FileType.File;
		}
		/**
		* Deprecated, legacy API. Use `rawModifiedAt` instead.
		* @deprecated
		*/
		get date() {
			return this.rawModifiedAt;
		}
		set date(rawModifiedAt) {
			this.rawModifiedAt = rawModifiedAt;
		}
	};
	exports.FileInfo = FileInfo;
	FileInfo.UnixPermission = {
		Read: 4,
		Write: 2,
		Execute: 1
	};
}));
// node_modules/basic-ftp/dist/parseListDOS.js
var require_parseListDOS = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.testLine = testLine;
	exports.parseLine = parseLine;
	exports.transformList = transformList;
	const FileInfo_1 = require_FileInfo();
	/**
	* This parser is based on the FTP client library source code in Apache Commons Net provided
	* under the Apache 2.0 license. It has been simplified and rewritten to better fit the Javascript language.
	*
	* https://github.com/apache/commons-net/blob/master/src/main/java/org/apache/commons/net/ftp/parser/NTFTPEntryParser.java
	*
	* Keep this expression anchored: without it a line that can't be parsed is retried at every position,
	* and as the expression starts with `\S+` each attempt is itself linear in the length of the line. A
	* single long line without whitespace would cost O(n²), which a server could use to block the event loop.
	*/
	const RE_LINE = /* @__PURE__ */ new RegExp("^\\s*(\\S+)\\s+(\\S+)\\s+(?:(<DIR>)|([0-9]+))\\s+(\\S.*)");
	/**
	* Returns true if a given line might be a DOS-style listing.
	*
	* - Example: `12-05-96  05:03PM       <DIR>          myDir`
	*/
	function testLine(line) {
		return /^\d{2}/.test(line) && RE_LINE.test(line);
	}
	/**
	* Parse a single line of a DOS-style directory listing.
	*/
	function parseLine(line) {
		const groups = line.match(RE_LINE);
		if (groups === null) return;
		const name = groups[5];
		if (name === "." || name === "..") return;
		const file = new FileInfo_1.FileInfo(name);
		if (groups[3] === "<DIR>") {
			file.type = FileInfo_1.FileType.Directory;
			file.size = 0;
		} else {
			file.type = FileInfo_1.FileType.File;
			file.size = parseInt(groups[4], 10);
		}
		file.rawModifiedAt = groups[1] + " " + groups[2];
		return file;
	}
	function transformList(files) {
		return files;
	}
}));
// node_modules/basic-ftp/dist/parseListUnix.js
var require_parseListUnix = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.testLine = testLine;
	exports.parseLine = parseLine;
	exports.transformList = transformList;
	const FileInfo_1 = require_FileInfo();
	/**
	* This parser is based on the FTP client library source code in Apache Commons Net provided
	* under the Apache 2.0 license. It has been simplified and rewritten to better fit the Javascript language.
	*
	* https://github.com/apache/commons-net/blob/master/src/main/java/org/apache/commons/net/ftp/parser/UnixFTPEntryParser.java
	*
	* Below is the regular expression used by this parser.
	*
	* Permissions:
	*    r   the file is readable
	*    w   the file is writable
	*    x   the file is executable
	*    -   the indicated permission is not granted
	*    L   mandatory locking occurs during access (the set-group-ID bit is
	*        on and the group execution bit is off)
	*    s   the set-user-ID or set-group-ID bit is on, and the corresponding
	*        user or group execution bit is also on
	*    S   undefined bit-state (the set-user-ID bit is on and the user
	*        execution bit is off)
	*    t   the 1000 (octal) bit, or sticky bit, is on [see chmod(1)], and
	*        execution is on
	*    T   the 1000 bit is turned on, and execution is off (undefined bit-
	*        state)
	*    e   z/OS external link bit
	*    Final letter may be appended:
	*    +   file has extended security attributes (e.g. ACL)
	*    Note: local listings on MacOSX also use '@'
	*    this is not allowed for here as does not appear to be shown by FTP servers
	*    {@code @}   file has extended attributes
	*
	* Keep this expression anchored and both name quantifiers bounded: spaces are allowed in the owner and
	* group name, so an unbounded pair of them makes a line that can't be parsed cost O(n²) in its length,
	* which a server could use to block the event loop.
	*/
	const RE_LINE = /* @__PURE__ */ new RegExp("^[\\s\\d]*([bcdelfmpSs-])(((r|-)(w|-)([xsStTL-]))((r|-)(w|-)([xsStTL-]))((r|-)(w|-)([xsStTL-]?)))\\+?\\s*(\\d+)\\s+(?:(\\S+(?:\\s\\S+){0,7}?)\\s+)?(?:(\\S+(?:\\s\\S+){0,7})\\s+)?(\\d+(?:,\\s*\\d+)?)\\s+((?:\\d+[-/]\\d+[-/]\\d+)|(?:\\S{3}\\s+\\d{1,2})|(?:\\d{1,2}\\s+\\S{3})|(?:\\d{1,2}月\\s+\\d{1,2}日))\\s+((?:\\d+(?::\\d+)?)|(?:\\d{4}年))\\s(.*)");
	/**
	* Returns true if a given line might be a Unix-style listing.
	*
	* - Example: `-rw-r--r--+   1 patrick  staff   1057 Dec 11 14:35 test.txt`
	*/
	function testLine(line) {
		return RE_LINE.test(line);
	}
	/**
	* Parse a single line of a Unix-style directory listing.
	*/
	function parseLine(line) {
		const groups = line.match(RE_LINE);
		if (groups === null) return;
		const name = groups[21];
		if (name === "." || name === "..") return;
		const file = new FileInfo_1.FileInfo(name);
		file.size = parseInt(groups[18], 10);
		file.user = groups[16];
		file.group = groups[17];
		file.hardLinkCount = parseInt(groups[15], 10);
		file.rawModifiedAt = groups[19] + " " + groups[20];
		file.permissions = {
			user: parseMode(groups[4], groups[5], groups[6]),
			group: parseMode(groups[8], groups[9], groups[10]),
			world: parseMode(groups[12], groups[13], groups[14])
		};
		switch (groups[1].charAt(0)) {
			case "d":
				file.type = FileInfo_1.FileType.Directory;
				break;
			case "e":
				file.type = FileInfo_1.FileType.SymbolicLink;
				break;
			case "l":
				file.type = FileInfo_1.FileType.SymbolicLink;
				break;
			case "b":
			case "c":
				file.type = FileInfo_1.FileType.File;
				break;
			case "f":
			case "-":
				file.type = FileInfo_1.FileType.File;
				break;
			default: file.type = FileInfo_1.FileType.Unknown;
		}
		if (file.isSymbolicLink) {
			const end = name.indexOf(" -> ");
			if (end !== -1) {
				file.name = name.substring(0, end);
				file.link = name.substring(end + 4);
			}
		}
		return file;
	}
	function transformList(files) {
		return files;
	}
	function parseMode(r, w, x) {
		let value = 0;
		if (r !== "-") value += FileInfo_1.FileInfo.UnixPermission.Read;
		if (w !== "-") value += FileInfo_1.FileInfo.UnixPermission.Write;
		const execToken = x.charAt(0);
		if (execToken !== "-" && execToken.toUpperCase() !== execToken) value += FileInfo_1.FileInfo.UnixPermission.Execute;
		return value;
	}
}));
// node_modules/basic-ftp/dist/parseListMLSD.js
var require_parseListMLSD = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.testLine = testLine;
	exports.parseLine = parseLine;
	exports.transformList = transformList;
	exports.parseMLSxDate = parseMLSxDate;
	const FileInfo_1 = require_FileInfo();
	function parseSize(value, info) {
		info.size = parseInt(value, 10);
	}
	/**
	* Parsers for MLSD facts.
	*/
	const factHandlersByName = {
		"size": parseSize,
		"sizd": parseSize,
		"unique": (value, info) => {
			info.uniqueID = value;
		},
		"modify": (value, info) => {
			info.modifiedAt = parseMLSxDate(value);
			info.rawModifiedAt = info.modifiedAt.toISOString();
		},
		"type": (value, info) => {
			if (value.startsWith("OS.unix=slink")) {
				info.type = FileInfo_1.FileType.SymbolicLink;
				info.link = value.substr(value.indexOf(":") + 1);
				return 1;
			}
			switch (value) {
				case "file":
					info.type = FileInfo_1.FileType.File;
					break;
				case "dir":
					info.type = FileInfo_1.FileType.Directory;
					break;
				case "OS.unix=symlink":
					info.type = FileInfo_1.FileType.SymbolicLink;
					break;
				case "cdir":
				case "pdir": return 2;
				default: info.type = FileInfo_1.FileType.Unknown;
			}
			return 1;
		},
		"unix.mode": (value, info) => {
			const digits = value.substr(-3);
			info.permissions = {
				user: parseInt(digits[0], 10),
				group: parseInt(digits[1], 10),
				world: parseInt(digits[2], 10)
			};
		},
		"unix.ownername": (value, info) => {
			info.user = value;
		},
		"unix.owner": (value, info) => {
			if (info.user === void 0) info.user = value;
		},
		get "unix.uid"() {
			return this["unix.owner"];
		},
		"unix.groupname": (value, info) => {
			info.group = value;
		},
		"unix.group": (value, info) => {
			if (info.group === void 0) info.group = value;
		},
		get "unix.gid"() {
			return this["unix.group"];
		}
	};
	/**
	* Split a string once at the first position of a delimiter. For example
	* `splitStringOnce("a b c d", " ")` returns `["a", "b c d"]`.
	*/
	function splitStringOnce(str, delimiter) {
		const pos = str.indexOf(delimiter);
		return [str.substr(0, pos), str.substr(pos + delimiter.length)];
	}
	/**
	* Returns true if a given line might be part of an MLSD listing.
	*
	* - Example 1: `size=15227;type=dir;perm=el;modify=20190419065730; test one`
	* - Example 2: ` file name` (leading space)
	*
	* Keep `=` out of the fact name: if both sides of the first `=` could contain it, a long line of `=`
	* without `;` would be retried at every split point, costing O(n²) and blocking the event loop.
	*/
	function testLine(line) {
		return /^[^\s=]+=\S+;/.test(line) || line.startsWith(" ");
	}
	/**
	* Parse single line as MLSD listing, see specification at https://tools.ietf.org/html/rfc3659#section-7.
	*/
	function parseLine(line) {
		const [packedFacts, name] = splitStringOnce(line, " ");
		if (name === "" || name === "." || name === "..") return;
		const info = new FileInfo_1.FileInfo(name);
		const facts = packedFacts.split(";");
		for (const fact of facts) {
			const [factName, factValue] = splitStringOnce(fact, "=");
			if (!factValue) continue;
			const key = factName.toLowerCase();
			if (!Object.prototype.hasOwnProperty.call(factHandlersByName, key)) continue;
			if (factHandlersByName[key](factValue, info) === 2) return;
		}
		return info;
	}
	function transformList(files) {
		const nonLinksByID = /* @__PURE__ */ new Map();
		for (const file of files) if (!file.isSymbolicLink && file.uniqueID !== void 0) nonLinksByID.set(file.uniqueID, file);
		const resolvedFiles = [];
		for (const file of files) {
			if (file.isSymbolicLink && file.uniqueID !== void 0 && file.link === void 0) {
				const target = nonLinksByID.get(file.uniqueID);
				if (target !== void 0) file.link = target.name;
			}
			if (!file.name.includes("/")) resolvedFiles.push(file);
		}
		return resolvedFiles;
	}
	/**
	* Parse date as specified in https://tools.ietf.org/html/rfc3659#section-2.3.
	*
	* Message contains response code and modified time in the format: YYYYMMDDHHMMSS[.sss]
	* For example `19991005213102` or `19980615100045.014`.
	*/
	function parseMLSxDate(fact) {
		return new Date(Date.UTC(+fact.slice(0, 4), +fact.slice(4, 6) - 1, +fact.slice(6, 8), +fact.slice(8, 10), +fact.slice(10, 12), +fact.slice(12, 14), +fact.slice(15, 18)));
	}
}));
// node_modules/basic-ftp/dist/parseList.js
var require_parseList = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports, module, this$3) => {
	var __createBinding = this$3 && this$3.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __setModuleDefault = this$3 && this$3.__setModuleDefault || (Object.create ? (function(o, v) {
		Object.defineProperty(o, "default", {
			enumerable: true,
			value: v
		});
	}) : function(o, v) {
		o["default"] = v;
	});
	var __importStar = this$3 && this$3.__importStar || (function() {
		var ownKeys = function(o) {
			ownKeys = Object.getOwnPropertyNames || function(o) {
				var ar = [];
				for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
				return ar;
			};
			return ownKeys(o);
		};
		return function(mod) {
			if (mod && mod.__esModule) return mod;
			var result = {};
			if (mod != null) {
				for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
			}
			__setModuleDefault(result, mod);
			return result;
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.parseList = parseList;
	/**
	* Available directory listing parsers. These are candidates that will be tested
	* in the order presented. The first candidate will be used to parse the whole list.
	*/
	const availableParsers = [
		__importStar(require_parseListDOS()),
		__importStar(require_parseListUnix()),
		__importStar(require_parseListMLSD())
	];
	function firstCompatibleParser(line, parsers) {
		return parsers.find((parser) => parser.testLine(line) === true);
	}
	function isNotBlank(str) {
		return str.trim() !== "";
	}
	function isNotMeta(str) {
		return !str.startsWith("total");
	}
	const REGEX_NEWLINE = /\r?\n/;
	/**
	* Parse raw directory listing.
	*/
	function parseList(rawList) {
		const lines = rawList.split(REGEX_NEWLINE).filter(isNotBlank).filter(isNotMeta);
		if (lines.length === 0) return [];
		const testLine = lines[lines.length - 1];
		const parser = firstCompatibleParser(testLine, availableParsers);
		if (!parser) throw new Error("This library only supports MLSD, Unix- or DOS-style directory listing. Your FTP server seems to be using another format. You can see the transmitted listing when setting `client.ftp.verbose = true`. You can then provide a custom parser to `client.parseList`, see the documentation for details.");
		const files = lines.map(parser.parseLine).filter((info) => info !== void 0);
		return parser.transformList(files);
	}
}));
// node_modules/basic-ftp/dist/ProgressTracker.js
var require_ProgressTracker = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ProgressTracker = void 0;
	/**
	* Tracks progress of one socket data transfer at a time.
	*/
	var ProgressTracker = class {
		constructor() {
			this.bytesOverall = 0;
			this.intervalMs = 500;
			this.onStop = noop;
			this.onHandle = noop;
		}
		/**
		* Register a new handler for progress info. Use `undefined` to disable reporting.
		*/
		reportTo(onHandle = noop) {
			this.onHandle = onHandle;
		}
		/**
		* Start tracking transfer progress of a socket.
		*
		* @param socket  The socket to observe.
		* @param name  A name associated with this progress tracking, e.g. a filename.
		* @param type  The type of the transfer, typically "upload" or "download".
		*/
		start(socket, name, type) {
			let lastBytes = 0;
			this.onStop = poll(this.intervalMs, () => {
				const bytes = socket.bytesRead + socket.bytesWritten;
				this.bytesOverall += bytes - lastBytes;
				lastBytes = bytes;
				this.onHandle({
					name,
					type,
					bytes,
					bytesOverall: this.bytesOverall
				});
			});
		}
		/**
		* Stop tracking transfer progress.
		*/
		stop() {
			this.onStop(false);
		}
		/**
		* Call the progress handler one more time, then stop tracking.
		*/
		updateAndStop() {
			this.onStop(true);
		}
	};
	exports.ProgressTracker = ProgressTracker;
	/**
	* Starts calling a callback function at a regular interval. The first call will go out
	* immediately. The function returns a function to stop the polling.
	*/
	function poll(intervalMs, updateFunc) {
		const id = setInterval(updateFunc, intervalMs);
		const stopFunc = (stopWithUpdate) => {
			clearInterval(id);
			if (stopWithUpdate) updateFunc();
			updateFunc = noop;
		};
		updateFunc();
		return stopFunc;
	}
	function noop() {}
}));
// node_modules/basic-ftp/dist/safePathNames.js
var require_safePathNames = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports, module, this$2) => {
	var __createBinding = this$2 && this$2.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __setModuleDefault = this$2 && this$2.__setModuleDefault || (Object.create ? (function(o, v) {
		Object.defineProperty(o, "default", {
			enumerable: true,
			value: v
		});
	}) : function(o, v) {
		o["default"] = v;
	});
	var __importStar = this$2 && this$2.__importStar || (function() {
		var ownKeys = function(o) {
			ownKeys = Object.getOwnPropertyNames || function(o) {
				var ar = [];
				for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
				return ar;
			};
			return ownKeys(o);
		};
		return function(mod) {
			if (mod && mod.__esModule) return mod;
			var result = {};
			if (mod != null) {
				for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
			}
			__setModuleDefault(result, mod);
			return result;
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.isSafePathName = isSafePathName;
	const path = __importStar(require("path"));
	/**
	* Returns true if a name from a directory listing can only refer to an entry directly inside a
	* local directory when joined with its path.
	*/
	function isSafePathName(name, localPath = path) {
		if (!name || name === "." || name === ".." || name.includes("/")) return false;
		if (localPath.sep === "\\") return !/[\\:]/.test(name) && !/^[. ]+$/.test(name);
		return true;
	}
}));
// node_modules/basic-ftp/dist/StringWriter.js
var require_StringWriter = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.StringWriter = void 0;
	const stream_1 = require("stream");
	var StringWriter = class extends stream_1.Writable {
		constructor(maxByteLength = 1048576) {
			super();
			this.maxByteLength = maxByteLength;
			this.byteLength = 0;
			this.bufs = [];
		}
		_write(chunk, _, callback) {
			if (!(chunk instanceof Buffer)) {
				callback(/* @__PURE__ */ new Error("StringWriter: expects chunks of type 'Buffer'."));
				return;
			}
			if (this.byteLength + chunk.byteLength > this.maxByteLength) {
				callback(/* @__PURE__ */ new Error(`StringWriter: Maximum bytes exceeded, maxByteLength=${this.maxByteLength}.`));
				return;
			}
			this.byteLength += chunk.byteLength;
			this.bufs.push(chunk);
			callback(null);
		}
		getText(encoding) {
			return Buffer.concat(this.bufs).toString(encoding);
		}
	};
	exports.StringWriter = StringWriter;
}));
// node_modules/basic-ftp/dist/TransferWatchdog.js
var require_TransferWatchdog = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.TransferWatchdog = void 0;
	/** How long to wait between two checks of a transfer at most, in milliseconds. */
	const maxCheckIntervalMs = 500;
	/**
	* How many checks a timeout is split into, at least. A transfer is only reported as stalled if
	* every single one of them found the connection idle. Deciding on a single check would make brief
	* moments where a transfer looks idle without being stalled matter, for example just after a
	* destination signalled that it can accept data again but before the first bytes arrived.
	*
	* Splitting into n checks means such a moment has to last about (n-1)/n of the timeout to be
	* mistaken for a stall, so the value matters much less than it being greater than one. It only
	* has an effect on timeouts below `minChecksPerTimeout * maxCheckIntervalMs` anyway, longer ones
	* are split into more checks by the interval limit alone.
	*/
	const minChecksPerTimeout = 4;
	/**
	* Watches a data connection during a transfer and reports it as stalled if the server stopped
	* making progress.
	*
	* This replaces a plain inactivity timeout on the data socket. Such a timeout can't tell apart
	* "the server stopped sending" from "our own source or destination isn't ready yet". A slow local
	* stream is not an error: A download piped into a decompressor, or an upload fed by a stream that
	* computes its data, can legitimately leave the connection idle for minutes. Timing out on that
	* kills a healthy transfer and truncates the data the destination already received.
	*
	* Only time spent waiting for the server counts towards the timeout, see `isWaitingForServer`.
	*/
	var TransferWatchdog = class {
		constructor() {
			this.timer = void 0;
		}
		/**
		* Start watching a transfer. Calls `onStall` if the server hasn't made progress for
		* `timeout` milliseconds, or for twice that if we made it wait ourselves before that.
		* A timeout of 0 disables the watchdog.
		*/
		start(socket, direction, timeout, onStall) {
			this.stop();
			if (timeout <= 0) return;
			const intervalMs = Math.max(1, Math.min(Math.floor(timeout / minChecksPerTimeout), maxCheckIntervalMs));
			let lastBytes = countBytes(socket);
			let idleMs = 0;
			let graceMs = 0;
			this.timer = setInterval(() => {
				const bytes = countBytes(socket);
				const madeProgress = bytes !== lastBytes;
				lastBytes = bytes;
				if (!isWaitingForServer(socket, direction)) {
					idleMs = 0;
					graceMs = timeout;
					return;
				}
				if (madeProgress) {
					idleMs = 0;
					graceMs = 0;
					return;
				}
				idleMs += intervalMs;
				if (idleMs >= timeout + graceMs) {
					this.stop();
					onStall();
				}
			}, intervalMs);
			this.timer.unref();
		}
		/**
		* Stop watching. Safe to call at any time, also if no transfer is being watched.
		*/
		stop() {
			if (this.timer) {
				clearInterval(this.timer);
				this.timer = void 0;
			}
		}
	};
	exports.TransferWatchdog = TransferWatchdog;
	function countBytes(socket) {
		return socket.bytesRead + socket.bytesWritten;
	}
	/**
	* Returns true if the transfer can only continue once the server acts. When downloading, that's
	* the case as long as we're ready to receive: if the socket is paused, our destination applied
	* backpressure and the server may well be waiting for us. When uploading, it's the case if we
	* still have data queued that the server isn't accepting: an empty queue means we're waiting for
	* our own source instead.
	*
	* `isPaused()` only reports backpressure for a socket that is being piped, which is what
	* `downloadTo` in transfer.ts does. Should that ever change to reading the socket directly, e.g.
	* by iterating over it, this would report a transfer as stalled while it's waiting for us.
	*/
	function isWaitingForServer(socket, direction) {
		return direction === "download" ? !socket.isPaused() : socket.writableLength > 0;
	}
}));
// node_modules/basic-ftp/dist/transfer.js
var require_transfer = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.enterPassiveModeIPv6 = enterPassiveModeIPv6;
	exports.parseEpsvResponse = parseEpsvResponse;
	exports.enterPassiveModeIPv4 = enterPassiveModeIPv4;
	exports.enterPassiveModeIPv4_forceControlHostIP = enterPassiveModeIPv4_forceControlHostIP;
	exports.parsePasvResponse = parsePasvResponse;
	exports.connectForPassiveTransfer = connectForPassiveTransfer;
	exports.uploadFrom = uploadFrom;
	exports.downloadTo = downloadTo;
	const stream_1 = require("stream");
	const tls_1 = require("tls");
	const TransferWatchdog_1 = require_TransferWatchdog();
	const netUtils_1 = require_netUtils();
	const parseControlResponse_1 = require_parseControlResponse();
	/**
	* Prepare a data socket using passive mode over IPv6.
	*/
	async function enterPassiveModeIPv6(ftp) {
		const res = await ftp.request("EPSV");
		const port = parseEpsvResponse(res.message);
		if (!port) throw new Error("Can't parse EPSV response: " + res.message);
		const controlHost = ftp.socket.remoteAddress;
		if (controlHost === void 0) throw new Error("Control socket is disconnected, can't get remote address.");
		await connectForPassiveTransfer(controlHost, port, ftp);
		return res;
	}
	/**
	* Parse an EPSV response. Returns only the port as in EPSV the host of the control connection is used.
	*/
	function parseEpsvResponse(message) {
		const groups = message.match(/[|!]{3}(.+)[|!]/);
		if (groups === null || groups[1] === void 0) throw new Error(`Can't parse response to 'EPSV': ${message}`);
		const port = parseInt(groups[1], 10);
		if (Number.isNaN(port)) throw new Error(`Can't parse response to 'EPSV', port is not a number: ${message}`);
		return port;
	}
	/**
	* Prepare a data socket using passive mode over IPv4.
	*/
	async function enterPassiveModeIPv4(ftp) {
		const res = await ftp.request("PASV");
		const target = parsePasvResponse(res.message);
		if (!target) throw new Error("Can't parse PASV response: " + res.message);
		const controlHost = ftp.socket.remoteAddress;
		if ((0, netUtils_1.ipIsPrivateV4Address)(target.host) && controlHost && !(0, netUtils_1.ipIsPrivateV4Address)(controlHost)) target.host = controlHost;
		await connectForPassiveTransfer(target.host, target.port, ftp);
		return res;
	}
	/**
	* Prepare a data socket using passive mode over IPv4.
	*
	* Will throw an error if the IP provided by the PASV response doesn't match the one of the control connection.
	* The error will contain detailed information. This is done to provide more security by preventing FTP bounce
	* attacks.
	*/
	async function enterPassiveModeIPv4_forceControlHostIP(ftp) {
		const res = await ftp.request("PASV");
		const target = parsePasvResponse(res.message);
		if (!target) throw new Error("Can't parse PASV response: " + res.message);
		const controlHost = ftp.socket.remoteAddress;
		if (controlHost === void 0) throw new Error("Control socket is disconnected, can't get remote address.");
		const normalizedControlHost = controlHost.replace(/^::ffff:/i, "");
		if (!(normalizedControlHost === target.host || (0, netUtils_1.isLoopback)(normalizedControlHost) && (0, netUtils_1.isLoopback)(target.host))) throw new Error(`PASV returned another host (${target.host}) for data transfer that you have connected to (${controlHost}). Even though the FTP protocol allows this, basic-ftp disables this feature by default for security reasons. If you do need this feature, instantiate the Client with the optional paramter "allowSeparateTransferHost: true". See the README documentation for more information.`);
		await connectForPassiveTransfer(normalizedControlHost, target.port, ftp);
		return res;
	}
	/**
	* Parse a PASV response.
	*/
	function parsePasvResponse(message) {
		const groups = message.match(/(?<![-\d])([-\d]+,[-\d]+,[-\d]+,[-\d]+),([-\d]+),([-\d]+)/);
		if (groups === null || groups.length !== 4) throw new Error(`Can't parse response to 'PASV': ${message}`);
		return {
			host: groups[1].replace(/,/g, "."),
			port: (parseInt(groups[2], 10) & 255) * 256 + (parseInt(groups[3], 10) & 255)
		};
	}
	function connectForPassiveTransfer(host, port, ftp) {
		return new Promise((resolve, reject) => {
			const rawSocket = ftp._newSocket();
			let socket = rawSocket;
			const handleConnErr = function(err) {
				err.message = "Can't open data connection in passive mode: " + err.message;
				reject(err);
			};
			const handleTimeout = function() {
				socket.destroy();
				reject(/* @__PURE__ */ new Error(`Timeout when trying to open data connection to ${host}:${port}`));
			};
			socket.setTimeout(ftp.timeout);
			socket.on("error", handleConnErr);
			socket.on("timeout", handleTimeout);
			socket.connect({
				port,
				host,
				family: ftp.ipFamily
			}, () => {
				var _a;
				if (ftp.socket instanceof tls_1.TLSSocket) {
					const tlsSocket = (0, tls_1.connect)(Object.assign({}, ftp.tlsOptions, {
						socket: rawSocket,
						session: (_a = ftp.tlsSessionStore) !== null && _a !== void 0 ? _a : ftp.socket.getSession()
					}));
					tlsSocket.on("session", (session) => {
						ftp.tlsSessionStore = session;
					});
					socket = tlsSocket;
				}
				rawSocket.setTimeout(0);
				socket.removeListener("error", handleConnErr);
				socket.removeListener("timeout", handleTimeout);
				ftp.dataSocket = socket;
				resolve();
			});
		});
	}
	/**
	* Helps resolving/rejecting transfers.
	*
	* This is used internally for all FTP transfers. For example when downloading, the server might confirm
	* with "226 Transfer complete" when in fact the download on the data connection has not finished
	* yet. With all transfers we make sure that a) the result arrived and b) has been confirmed by
	* e.g. the control connection. We just don't know in which order this will happen.
	*/
	var TransferResolver = class {
		/**
		* Instantiate a TransferResolver
		*/
		constructor(ftp, progress) {
			this.ftp = ftp;
			this.progress = progress;
			this.response = void 0;
			this.dataTransferDone = false;
			this.taskSettled = false;
			this.watchdog = new TransferWatchdog_1.TransferWatchdog();
		}
		/**
		* Mark the beginning of a transfer.
		*
		* @param name - Name of the transfer, usually the filename.
		* @param type - Type of transfer, usually "upload" or "download".
		*/
		onDataStart(name, type) {
			if (this.ftp.dataSocket === void 0) throw new Error("Data transfer should start but there is no data connection.");
			this.ftp.socket.setTimeout(0);
			this.ftp.dataSocket.setTimeout(0);
			this.watchdog.start(this.ftp.dataSocket, type === "upload" ? "upload" : "download", this.ftp.timeout, () => {
				this.ftp.closeWithError(/* @__PURE__ */ new Error("Timeout (data socket)"));
			});
			this.progress.start(this.ftp.dataSocket, name, type);
		}
		/**
		* The data connection has finished the transfer.
		*/
		onDataDone(task) {
			if (this.taskSettled) return;
			this.watchdog.stop();
			this.progress.updateAndStop();
			this.ftp.socket.setTimeout(this.ftp.timeout);
			this.dataTransferDone = true;
			this.tryResolve(task);
		}
		/**
		* The control connection reports the transfer as finished.
		*/
		onControlDone(task, response) {
			this.response = response;
			this.tryResolve(task);
		}
		/**
		* An error has been reported and the task should be rejected.
		*/
		onError(task, err) {
			if (this.taskSettled) return;
			this.taskSettled = true;
			this.watchdog.stop();
			this.progress.updateAndStop();
			this.ftp.socket.setTimeout(this.ftp.timeout);
			this.ftp.dataSocket = void 0;
			task.reject(err);
		}
		/**
		* Control connection sent an unexpected request requiring a response from our part. We
		* can't provide that (because unknown) and have to close the contrext with an error because
		* the FTP server is now caught up in a state we can't resolve.
		*/
		onUnexpectedRequest(response) {
			const err = /* @__PURE__ */ new Error(`Unexpected FTP response is requesting an answer: ${response.message}`);
			this.ftp.closeWithError(err);
		}
		tryResolve(task) {
			if (this.dataTransferDone && this.response !== void 0) {
				this.taskSettled = true;
				this.ftp.dataSocket = void 0;
				task.resolve(this.response);
			}
		}
	};
	function uploadFrom(source, config) {
		const resolver = new TransferResolver(config.ftp, config.tracker);
		const fullCommand = `${config.command} ${config.remotePath}`;
		let transferStarted = false;
		return config.ftp.handle(fullCommand, (res, task) => {
			if (res instanceof Error) resolver.onError(task, res);
			else if (res.code === 150 || res.code === 125) {
				if (transferStarted) return;
				transferStarted = true;
				const dataSocket = config.ftp.dataSocket;
				if (!dataSocket) {
					resolver.onError(task, /* @__PURE__ */ new Error("Upload should begin but no data connection is available."));
					return;
				}
				onConditionOrEvent("getCipher" in dataSocket ? dataSocket.getCipher() !== void 0 : true, dataSocket, "secureConnect", () => {
					config.ftp.log(`Uploading to ${(0, netUtils_1.describeAddress)(dataSocket)} (${(0, netUtils_1.describeTLS)(dataSocket)})`);
					resolver.onDataStart(config.remotePath, config.type);
					(0, stream_1.pipeline)(source, dataSocket, (err) => {
						if (err) resolver.onError(task, err);
						else resolver.onDataDone(task);
					});
				});
			} else if ((0, parseControlResponse_1.positiveCompletion)(res.code)) resolver.onControlDone(task, res);
			else if ((0, parseControlResponse_1.positiveIntermediate)(res.code)) resolver.onUnexpectedRequest(res);
		});
	}
	function downloadTo(destination, config) {
		if (!config.ftp.dataSocket) throw new Error("Download will be initiated but no data connection is available.");
		const resolver = new TransferResolver(config.ftp, config.tracker);
		let transferStarted = false;
		return config.ftp.handle(config.command, (res, task) => {
			if (res instanceof Error) resolver.onError(task, res);
			else if (res.code === 150 || res.code === 125) {
				if (transferStarted) return;
				transferStarted = true;
				const dataSocket = config.ftp.dataSocket;
				if (!dataSocket) {
					resolver.onError(task, /* @__PURE__ */ new Error("Download should begin but no data connection is available."));
					return;
				}
				config.ftp.log(`Downloading from ${(0, netUtils_1.describeAddress)(dataSocket)} (${(0, netUtils_1.describeTLS)(dataSocket)})`);
				resolver.onDataStart(config.remotePath, config.type);
				(0, stream_1.pipeline)(dataSocket, destination, (err) => {
					if (err) resolver.onError(task, err);
					else resolver.onDataDone(task);
				});
			} else if (res.code === 350) config.ftp.send("RETR " + config.remotePath);
			else if ((0, parseControlResponse_1.positiveCompletion)(res.code)) resolver.onControlDone(task, res);
			else if ((0, parseControlResponse_1.positiveIntermediate)(res.code)) resolver.onUnexpectedRequest(res);
		});
	}
	/**
	* Calls a function immediately if a condition is met or subscribes to an event and calls
	* it once the event is emitted.
	*
	* @param condition  The condition to test.
	* @param emitter  The emitter to use if the condition is not met.
	* @param eventName  The event to subscribe to if the condition is not met.
	* @param action  The function to call.
	*/
	function onConditionOrEvent(condition, emitter, eventName, action) {
		if (condition === true) action();
		else emitter.once(eventName, () => action());
	}
}));
// node_modules/basic-ftp/dist/Client.js
var require_Client = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Client = void 0;
	const fs_1 = require("fs");
	const path_1 = require("path");
	const tls_1 = require("tls");
	const util_1 = require("util");
	const FtpContext_1 = require_FtpContext();
	const netUtils_1 = require_netUtils();
	const parseControlResponse_1 = require_parseControlResponse();
	const parseList_1 = require_parseList();
	const parseListMLSD_1 = require_parseListMLSD();
	const ProgressTracker_1 = require_ProgressTracker();
	const safePathNames_1 = require_safePathNames();
	const StringWriter_1 = require_StringWriter();
	const transfer_1 = require_transfer();
	const fsReadDir = (0, util_1.promisify)(fs_1.readdir);
	const fsMkDir = (0, util_1.promisify)(fs_1.mkdir);
	const fsStat = (0, util_1.promisify)(fs_1.stat);
	const fsFStat = (0, util_1.promisify)(fs_1.fstat);
	const fsOpen = (0, util_1.promisify)(fs_1.open);
	const fsClose = (0, util_1.promisify)(fs_1.close);
	const fsUnlink = (0, util_1.promisify)(fs_1.unlink);
	const defaultClientOptions = {
		/** For security reasons this library should not allow separate transfer hosts by default. */
		allowSeparateTransferHost: false,
		maxListingBytes: 41943040
	};
	const LIST_COMMANDS_DEFAULT = () => ["LIST -a", "LIST"];
	const LIST_COMMANDS_MLSD = () => [
		"MLSD",
		"LIST -a",
		"LIST"
	];
	/**
	* High-level API to interact with an FTP server.
	*/
	var Client = class {
		/**
		* Instantiate an FTP client.
		*
		* @param timeout  Timeout in milliseconds, use 0 for no timeout. Optional, default is 30 seconds.
		*/
		constructor(timeout = 3e4, userOptions = defaultClientOptions) {
			this.availableListCommands = LIST_COMMANDS_DEFAULT();
			const options = {
				...defaultClientOptions,
				...userOptions
			};
			this.ftp = new FtpContext_1.FTPContext(timeout);
			this.prepareTransfer = this._enterFirstCompatibleMode([transfer_1.enterPassiveModeIPv6, options.allowSeparateTransferHost ? transfer_1.enterPassiveModeIPv4 : transfer_1.enterPassiveModeIPv4_forceControlHostIP]);
			this.options = options;
			this.parseList = parseList_1.parseList;
			this._progressTracker = new ProgressTracker_1.ProgressTracker();
		}
		/**
		* Close the client and all open socket connections.
		*
		* Close the client and all open socket connections. The client can’t be used anymore after calling this method,
		* you have to either reconnect with `access` or `connect` or instantiate a new instance to continue any work.
		* A client is also closed automatically if any timeout or connection error occurs.
		*/
		close() {
			this.ftp.close();
			this._progressTracker.stop();
		}
		/**
		* Returns true if the client is closed and can't be used anymore.
		*/
		get closed() {
			return this.ftp.closed;
		}
		/**
		* Connect (or reconnect) to an FTP server.
		*
		* This is an instance method and thus can be called multiple times during the lifecycle of a `Client`
		* instance. Whenever you do, the client is reset with a new control connection. This also implies that
		* you can reopen a `Client` instance that has been closed due to an error when reconnecting with this
		* method. In fact, reconnecting is the only way to continue using a closed `Client`.
		*
		* @param host  Host the client should connect to. Optional, default is "localhost".
		* @param port  Port the client should connect to. Optional, default is 21.
		*/
		connect(host = "localhost", port = 21) {
			this.ftp.reset();
			this.ftp.socket.connect({
				host,
				port,
				family: this.ftp.ipFamily
			}, () => this.ftp.log(`Connected to ${(0, netUtils_1.describeAddress)(this.ftp.socket)} (${(0, netUtils_1.describeTLS)(this.ftp.socket)})`));
			return this._handleConnectResponse();
		}
		/**
		* As `connect` but using implicit TLS. Implicit TLS is not an FTP standard and has been replaced by
		* explicit TLS. There are still FTP servers that support only implicit TLS, though.
		*/
		connectImplicitTLS(host = "localhost", port = 21, tlsOptions = {}) {
			var _a;
			this.ftp.reset();
			tlsOptions.host = (_a = tlsOptions.host) !== null && _a !== void 0 ? _a : host;
			this.ftp.socket = (0, tls_1.connect)(port, host, tlsOptions, () => this.ftp.log(`Connected to ${(0, netUtils_1.describeAddress)(this.ftp.socket)} (${(0, netUtils_1.describeTLS)(this.ftp.socket)})`));
			this.ftp.tlsOptions = tlsOptions;
			return this._handleConnectResponse();
		}
		/**
		* Handles the first reponse by an FTP server after the socket connection has been established.
		*/
		_handleConnectResponse() {
			return this.ftp.handle(void 0, (res, task) => {
				if (res instanceof Error) task.reject(res);
				else if ((0, parseControlResponse_1.positiveCompletion)(res.code)) task.resolve(res);
				else task.reject(new FtpContext_1.FTPError(res));
			});
		}
		/**
		* Send an FTP command and handle the first response.
		*/
		send(command, ignoreErrorCodesDEPRECATED = false) {
			if (ignoreErrorCodesDEPRECATED) {
				this.ftp.log("Deprecated call using send(command, flag) with boolean flag to ignore errors. Use sendIgnoringError(command).");
				return this.sendIgnoringError(command);
			}
			return this.ftp.request(command);
		}
		/**
		* Send an FTP command and ignore an FTP error response. Any other kind of error or timeout will still reject the Promise.
		*
		* @param command
		*/
		sendIgnoringError(command) {
			return this.ftp.handle(command, (res, task) => {
				if (res instanceof FtpContext_1.FTPError) task.resolve({
					code: res.code,
					message: res.message
				});
				else if (res instanceof Error) task.reject(res);
				else task.resolve(res);
			});
		}
		/**
		* Upgrade the current socket connection to TLS.
		*
		* @param options  TLS options as in `tls.connect(options)`, optional.
		* @param command  Set the authentication command. Optional, default is "AUTH TLS".
		*/
		async useTLS(options = {}, command = "AUTH TLS") {
			const ret = await this.send(command);
			this.ftp.socket = await (0, netUtils_1.upgradeSocket)(this.ftp.socket, options);
			this.ftp.tlsOptions = options;
			this.ftp.log(`Control socket is using: ${(0, netUtils_1.describeTLS)(this.ftp.socket)}`);
			return ret;
		}
		/**
		* Login a user with a password.
		*
		* @param user  Username to use for login. Optional, default is "anonymous".
		* @param password  Password to use for login. Optional, default is "guest".
		*/
		login(user = "anonymous", password = "guest") {
			this.ftp.log(`Login security: ${(0, netUtils_1.describeTLS)(this.ftp.socket)}`);
			return this.ftp.handle("USER " + user, (res, task) => {
				if (res instanceof Error) task.reject(res);
				else if ((0, parseControlResponse_1.positiveCompletion)(res.code)) task.resolve(res);
				else if (res.code === 331) this.ftp.send("PASS " + password);
				else task.reject(new FtpContext_1.FTPError(res));
			});
		}
		/**
		* Set the usual default settings.
		*
		* Settings used:
		* * Binary mode (TYPE I)
		* * File structure (STRU F)
		* * Additional settings for FTPS (PBSZ 0, PROT P)
		*/
		async useDefaultSettings() {
			const supportsMLSD = (await this.features()).has("MLST");
			this.availableListCommands = supportsMLSD ? LIST_COMMANDS_MLSD() : LIST_COMMANDS_DEFAULT();
			await this.send("TYPE I");
			await this.sendIgnoringError("STRU F");
			await this.sendIgnoringError("OPTS UTF8 ON");
			if (supportsMLSD) await this.sendIgnoringError("OPTS MLST type;size;modify;unique;unix.mode;unix.owner;unix.group;unix.ownername;unix.groupname;");
			if (this.ftp.hasTLS) {
				await this.sendIgnoringError("PBSZ 0");
				await this.sendIgnoringError("PROT P");
			}
		}
		/**
		* Convenience method that calls `connect`, `useTLS`, `login` and `useDefaultSettings`.
		*
		* This is an instance method and thus can be called multiple times during the lifecycle of a `Client`
		* instance. Whenever you do, the client is reset with a new control connection. This also implies that
		* you can reopen a `Client` instance that has been closed due to an error when reconnecting with this
		* method. In fact, reconnecting is the only way to continue using a closed `Client`.
		*/
		async access(options = {}) {
			var _a, _b;
			const useExplicitTLS = options.secure === true;
			const useImplicitTLS = options.secure === "implicit";
			let welcome;
			if (useImplicitTLS) welcome = await this.connectImplicitTLS(options.host, options.port, options.secureOptions);
			else welcome = await this.connect(options.host, options.port);
			if (useExplicitTLS) {
				const secureOptions = (_a = options.secureOptions) !== null && _a !== void 0 ? _a : {};
				secureOptions.host = (_b = secureOptions.host) !== null && _b !== void 0 ? _b : options.host;
				await this.useTLS(secureOptions);
			}
			await this.sendIgnoringError("OPTS UTF8 ON");
			await this.login(options.user, options.password);
			await this.useDefaultSettings();
			return welcome;
		}
		/**
		* Get the current working directory.
		*/
		async pwd() {
			const res = await this.send("PWD");
			const parsed = res.message.match(/"(.+)"/);
			if (parsed === null || parsed[1] === void 0) throw new Error(`Can't parse response to command 'PWD': ${res.message}`);
			return parsed[1];
		}
		/**
		* Get a description of supported features.
		*
		* This sends the FEAT command and parses the result into a Map where keys correspond to available commands
		* and values hold further information. Be aware that your FTP servers might not support this
		* command in which case this method will not throw an exception but just return an empty Map.
		*/
		async features() {
			const res = await this.sendIgnoringError("FEAT");
			const features = /* @__PURE__ */ new Map();
			if (res.code < 400 && (0, parseControlResponse_1.isMultiline)(res.message)) res.message.split("\n").slice(1, -1).forEach((line) => {
				const entry = line.trim().split(" ");
				features.set(entry[0], entry[1] || "");
			});
			return features;
		}
		/**
		* Set the working directory.
		*/
		async cd(path) {
			const validPath = await this.protectWhitespace(path);
			return this.send("CWD " + validPath);
		}
		/**
		* Switch to the parent directory of the working directory.
		*/
		async cdup() {
			return this.send("CDUP");
		}
		/**
		* Get the last modified time of a file. This is not supported by every FTP server, in which case
		* calling this method will throw an exception.
		*/
		async lastMod(path) {
			const validPath = await this.protectWhitespace(path);
			const date = (await this.send(`MDTM ${validPath}`)).message.slice(4);
			return (0, parseListMLSD_1.parseMLSxDate)(date);
		}
		/**
		* Get the size of a file.
		*/
		async size(path) {
			const command = `SIZE ${await this.protectWhitespace(path)}`;
			const res = await this.send(command);
			const size = parseInt(res.message.slice(4), 10);
			if (Number.isNaN(size)) throw new Error(`Can't parse response to command '${command}' as a numerical value: ${res.message}`);
			return size;
		}
		/**
		* Rename a file.
		*
		* Depending on the FTP server this might also be used to move a file from one
		* directory to another by providing full paths.
		*/
		async rename(srcPath, destPath) {
			const validSrc = await this.protectWhitespace(srcPath);
			const validDest = await this.protectWhitespace(destPath);
			await this.send("RNFR " + validSrc);
			return this.send("RNTO " + validDest);
		}
		/**
		* Remove a file from the current working directory.
		*
		* You can ignore FTP error return codes which won't throw an exception if e.g.
		* the file doesn't exist.
		*/
		async remove(path, ignoreErrorCodes = false) {
			const validPath = await this.protectWhitespace(path);
			if (ignoreErrorCodes) return this.sendIgnoringError(`DELE ${validPath}`);
			return this.send(`DELE ${validPath}`);
		}
		/**
		* Report transfer progress for any upload or download to a given handler.
		*
		* This will also reset the overall transfer counter that can be used for multiple transfers. You can
		* also call the function without a handler to stop reporting to an earlier one.
		*
		* @param handler  Handler function to call on transfer progress.
		*/
		trackProgress(handler) {
			this._progressTracker.bytesOverall = 0;
			this._progressTracker.reportTo(handler);
		}
		/**
		* Upload data from a readable stream or a local file to a remote file.
		*
		* @param source  Readable stream or path to a local file.
		* @param toRemotePath  Path to a remote file to write to.
		*/
		async uploadFrom(source, toRemotePath, options = {}) {
			return this._uploadWithCommand(source, toRemotePath, "STOR", options);
		}
		/**
		* Upload data from a readable stream or a local file by appending it to an existing file. If the file doesn't
		* exist the FTP server should create it.
		*
		* @param source  Readable stream or path to a local file.
		* @param toRemotePath  Path to a remote file to write to.
		*/
		async appendFrom(source, toRemotePath, options = {}) {
			return this._uploadWithCommand(source, toRemotePath, "APPE", options);
		}
		/**
		* @protected
		*/
		async _uploadWithCommand(source, remotePath, command, options) {
			if (typeof source === "string") return this._uploadLocalFile(source, remotePath, command, options);
			return this._uploadFromStream(source, remotePath, command);
		}
		/**
		* @protected
		*/
		async _uploadLocalFile(localPath, remotePath, command, options) {
			const fd = await fsOpen(localPath, "r");
			const source = (0, fs_1.createReadStream)("", {
				fd,
				start: options.localStart,
				end: options.localEndInclusive,
				autoClose: false
			});
			try {
				const expectedBytes = await expectedBytesFromLocalFile(fd, options);
				const response = await this._uploadFromStream(source, remotePath, command);
				if (expectedBytes !== void 0 && source.bytesRead !== expectedBytes) throw new Error(`Local file "${localPath}" changed while it was being uploaded to "${remotePath}": expected to send ${expectedBytes} bytes but sent ${source.bytesRead}. The remote file is incomplete.`);
				return response;
			} finally {
				await ignoreError(() => fsClose(fd));
			}
		}
		/**
		* @protected
		*/
		async _uploadFromStream(source, remotePath, command) {
			const onError = (err) => this.ftp.closeWithError(err);
			source.once("error", onError);
			try {
				const validPath = await this.protectWhitespace(remotePath);
				await this.prepareTransfer(this.ftp);
				return await (0, transfer_1.uploadFrom)(source, {
					ftp: this.ftp,
					tracker: this._progressTracker,
					command,
					remotePath: validPath,
					type: "upload"
				});
			} finally {
				source.removeListener("error", onError);
			}
		}
		/**
		* Download a remote file and pipe its data to a writable stream or to a local file.
		*
		* You can optionally define at which position of the remote file you'd like to start
		* downloading. If the destination you provide is a file, the offset will be applied
		* to it as well. For example: To resume a failed download, you'd request the size of
		* the local, partially downloaded file and use that as the offset. Assuming the size
		* is 23, you'd download the rest using `downloadTo("local.txt", "remote.txt", 23)`.
		*
		* @param destination  Stream or path for a local file to write to.
		* @param fromRemotePath  Path of the remote file to read from.
		* @param startAt  Position within the remote file to start downloading at. If the destination is a file, this offset is also applied to it.
		*/
		async downloadTo(destination, fromRemotePath, startAt = 0) {
			if (typeof destination === "string") return this._downloadToFile(destination, fromRemotePath, startAt);
			return this._downloadToStream(destination, fromRemotePath, startAt);
		}
		/**
		* @protected
		*/
		async _downloadToFile(localPath, remotePath, startAt) {
			const appendingToLocalFile = startAt > 0;
			const fd = await fsOpen(localPath, appendingToLocalFile ? "r+" : "w");
			const destination = (0, fs_1.createWriteStream)("", {
				fd,
				start: startAt,
				autoClose: false
			});
			try {
				return await this._downloadToStream(destination, remotePath, startAt);
			} catch (err) {
				const localFileStats = await ignoreError(() => fsStat(localPath));
				const hasDownloadedData = localFileStats && localFileStats.size > 0;
				if (!appendingToLocalFile && !hasDownloadedData) await ignoreError(() => fsUnlink(localPath));
				throw err;
			} finally {
				await ignoreError(() => fsClose(fd));
			}
		}
		/**
		* @protected
		*/
		async _downloadToStream(destination, remotePath, startAt) {
			const onError = (err) => this.ftp.closeWithError(err);
			destination.once("error", onError);
			try {
				const validPath = await this.protectWhitespace(remotePath);
				await this.prepareTransfer(this.ftp);
				return await (0, transfer_1.downloadTo)(destination, {
					ftp: this.ftp,
					tracker: this._progressTracker,
					command: startAt > 0 ? `REST ${startAt}` : `RETR ${validPath}`,
					remotePath: validPath,
					type: "download"
				});
			} finally {
				destination.removeListener("error", onError);
				destination.end();
			}
		}
		/**
		* List files and directories in the current working directory, or from `path` if specified.
		*
		* @param [path]  Path to remote file or directory.
		*/
		async list(path = "") {
			const validPath = await this.protectWhitespace(path);
			let lastError;
			for (const candidate of this.availableListCommands) {
				const command = validPath === "" ? candidate : `${candidate} ${validPath}`;
				await this.prepareTransfer(this.ftp);
				try {
					const parsedList = await this._requestListWithCommand(command);
					this.availableListCommands = [candidate];
					return parsedList;
				} catch (err) {
					if (!(err instanceof FtpContext_1.FTPError)) throw err;
					lastError = err;
				}
			}
			throw lastError;
		}
		/**
		* @protected
		*/
		async _requestListWithCommand(command) {
			const buffer = new StringWriter_1.StringWriter(this.options.maxListingBytes);
			await (0, transfer_1.downloadTo)(buffer, {
				ftp: this.ftp,
				tracker: this._progressTracker,
				command,
				remotePath: "",
				type: "list"
			});
			const text = buffer.getText(this.ftp.encoding);
			this.ftp.log(text);
			return this.parseList(text);
		}
		/**
		* Remove a directory and all of its content.
		*
		* @param remoteDirPath  The path of the remote directory to delete.
		* @example client.removeDir("foo") // Remove directory 'foo' using a relative path.
		* @example client.removeDir("foo/bar") // Remove directory 'bar' using a relative path.
		* @example client.removeDir("/foo/bar") // Remove directory 'bar' using an absolute path.
		* @example client.removeDir("/") // Remove everything.
		*/
		async removeDir(remoteDirPath) {
			return this._exitAtCurrentDirectory(async () => {
				await this.cd(remoteDirPath);
				const absoluteDirPath = await this.pwd();
				await this.clearWorkingDir();
				if (!(absoluteDirPath === "/")) {
					await this.cdup();
					await this.removeEmptyDir(absoluteDirPath);
				}
			});
		}
		/**
		* Remove all files and directories in the working directory without removing
		* the working directory itself.
		*/
		async clearWorkingDir() {
			for (const file of await this.list()) if (file.isDirectory) {
				await this.cd(file.name);
				await this.clearWorkingDir();
				await this.cdup();
				await this.removeEmptyDir(file.name);
			} else await this.remove(file.name);
		}
		/**
		* Upload the contents of a local directory to the remote working directory.
		*
		* This will overwrite existing files with the same names and reuse existing directories.
		* Unrelated files and directories will remain untouched. You can optionally provide a `remoteDirPath`
		* to put the contents inside a directory which will be created if necessary including all
		* intermediate directories. If you did provide a remoteDirPath the working directory will stay
		* the same as before calling this method.
		*
		* @param localDirPath  Local path, e.g. "foo/bar" or "../test"
		* @param [remoteDirPath]  Remote path of a directory to upload to. Working directory if undefined.
		*/
		async uploadFromDir(localDirPath, remoteDirPath) {
			return this._exitAtCurrentDirectory(async () => {
				if (remoteDirPath) await this.ensureDir(remoteDirPath);
				return await this._uploadToWorkingDir(localDirPath);
			});
		}
		/**
		* @protected
		*/
		async _uploadToWorkingDir(localDirPath) {
			const files = await fsReadDir(localDirPath);
			for (const file of files) {
				const fullPath = (0, path_1.join)(localDirPath, file);
				const stats = await fsStat(fullPath);
				if (stats.isFile()) await this.uploadFrom(fullPath, file);
				else if (stats.isDirectory()) {
					await this._openDir(file);
					await this._uploadToWorkingDir(fullPath);
					await this.cdup();
				}
			}
		}
		/**
		* Download all files and directories of the working directory to a local directory.
		*
		* @param localDirPath  The local directory to download to.
		* @param remoteDirPath  Remote directory to download. Current working directory if not specified.
		*/
		async downloadToDir(localDirPath, remoteDirPath) {
			return this._exitAtCurrentDirectory(async () => {
				if (remoteDirPath) await this.cd(remoteDirPath);
				return await this._downloadFromWorkingDir(localDirPath);
			});
		}
		/**
		* @protected
		*/
		async _downloadFromWorkingDir(localDirPath) {
			await ensureLocalDirectory(localDirPath);
			for (const file of await this.list()) {
				if (!(0, safePathNames_1.isSafePathName)(file.name)) {
					const safeName = JSON.stringify(file.name);
					this.ftp.log(`Invalid filename from server listing, will skip file. (${safeName})`);
					continue;
				}
				const localPath = (0, path_1.join)(localDirPath, file.name);
				if (file.isDirectory) {
					await this.cd(file.name);
					await this._downloadFromWorkingDir(localPath);
					await this.cdup();
				} else if (file.isFile) await this.downloadTo(localPath, file.name);
			}
		}
		/**
		* Make sure a given remote path exists, creating all directories as necessary.
		* This function also changes the current working directory to the given path.
		*/
		async ensureDir(remoteDirPath) {
			if (remoteDirPath.startsWith("/")) await this.cd("/");
			const names = remoteDirPath.split("/").filter((name) => name !== "");
			for (const name of names) await this._openDir(name);
		}
		/**
		* Try to create a directory and enter it. This will not raise an exception if the directory
		* couldn't be created if for example it already exists.
		* @protected
		*/
		async _openDir(dirName) {
			await this.sendIgnoringError("MKD " + dirName);
			await this.cd(dirName);
		}
		/**
		* Remove an empty directory, will fail if not empty.
		*/
		async removeEmptyDir(path) {
			const validPath = await this.protectWhitespace(path);
			return this.send(`RMD ${validPath}`);
		}
		/**
		* FTP servers can't handle filenames that have leading whitespace. This method transforms
		* a given path to fix that issue for most cases.
		*/
		async protectWhitespace(path) {
			if (!path.startsWith(" ")) return path;
			const pwd = await this.pwd();
			return (pwd.endsWith("/") ? pwd : pwd + "/") + path;
		}
		async _exitAtCurrentDirectory(func) {
			const userDir = await this.pwd();
			try {
				return await func();
			} finally {
				if (!this.closed) await ignoreError(() => this.cd(userDir));
			}
		}
		/**
		* Try all available transfer strategies and pick the first one that works. Update `client` to
		* use the working strategy for all successive transfer requests.
		*
		* @returns a function that will try the provided strategies.
		*/
		_enterFirstCompatibleMode(strategies) {
			return async (ftp) => {
				ftp.log("Trying to find optimal transfer strategy...");
				let lastError = void 0;
				for (const strategy of strategies) try {
					const res = await strategy(ftp);
					ftp.log("Optimal transfer strategy found.");
					this.prepareTransfer = strategy;
					return res;
				} catch (err) {
					lastError = err;
				}
				throw new Error(`None of the available transfer strategies work. Last error response was '${lastError}'.`);
			};
		}
		/**
		* DEPRECATED, use `uploadFrom`.
		* @deprecated
		*/
		async upload(source, toRemotePath, options = {}) {
			this.ftp.log("Warning: upload() has been deprecated, use uploadFrom().");
			return this.uploadFrom(source, toRemotePath, options);
		}
		/**
		* DEPRECATED, use `appendFrom`.
		* @deprecated
		*/
		async append(source, toRemotePath, options = {}) {
			this.ftp.log("Warning: append() has been deprecated, use appendFrom().");
			return this.appendFrom(source, toRemotePath, options);
		}
		/**
		* DEPRECATED, use `downloadTo`.
		* @deprecated
		*/
		async download(destination, fromRemotePath, startAt = 0) {
			this.ftp.log("Warning: download() has been deprecated, use downloadTo().");
			return this.downloadTo(destination, fromRemotePath, startAt);
		}
		/**
		* DEPRECATED, use `uploadFromDir`.
		* @deprecated
		*/
		async uploadDir(localDirPath, remoteDirPath) {
			this.ftp.log("Warning: uploadDir() has been deprecated, use uploadFromDir().");
			return this.uploadFromDir(localDirPath, remoteDirPath);
		}
		/**
		* DEPRECATED, use `downloadToDir`.
		* @deprecated
		*/
		async downloadDir(localDirPath) {
			this.ftp.log("Warning: downloadDir() has been deprecated, use downloadToDir().");
			return this.downloadToDir(localDirPath);
		}
	};
	exports.Client = Client;
	async function ensureLocalDirectory(path) {
		try {
			await fsStat(path);
		} catch (_a) {
			await fsMkDir(path, { recursive: true });
		}
	}
	/**
	* Return how many bytes an upload should read from an open local file, taking the optional
	* range described by `options` into account. Returns `undefined` if the size can't be known
	* upfront, for example because the source is a pipe or another non-regular file.
	*/
	async function expectedBytesFromLocalFile(fd, options) {
		var _a;
		const stats = await fsFStat(fd);
		if (!stats.isFile()) return;
		const start = (_a = options.localStart) !== null && _a !== void 0 ? _a : 0;
		const endExclusive = options.localEndInclusive !== void 0 ? Math.min(options.localEndInclusive + 1, stats.size) : stats.size;
		return Math.max(0, endExclusive - start);
	}
	async function ignoreError(func) {
		try {
			return await func();
		} catch (_a) {
			return;
		}
	}
}));
// node_modules/basic-ftp/dist/StringEncoding.js
var require_StringEncoding = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
}));
// src/ftp/socketFault.ts
var import_dist = (/* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports, module, this$1) => {
	var __createBinding = this$1 && this$1.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$1 && this$1.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.enterPassiveModeIPv6 = exports.enterPassiveModeIPv4 = void 0;
	/**
	* Public API
	*/
	__exportStar(require_Client(), exports);
	__exportStar(require_FtpContext(), exports);
	__exportStar(require_FileInfo(), exports);
	__exportStar(require_parseList(), exports);
	__exportStar(require_StringEncoding(), exports);
	var transfer_1 = require_transfer();
	Object.defineProperty(exports, "enterPassiveModeIPv4", {
		enumerable: true,
		get: function() {
			return transfer_1.enterPassiveModeIPv4;
		}
	});
	Object.defineProperty(exports, "enterPassiveModeIPv6", {
		enumerable: true,
		get: function() {
			return transfer_1.enterPassiveModeIPv6;
		}
	});
})))();
const BY_ERRNO = {
	ECONNREFUSED: "connect_refused",
	ENOTFOUND: "dns",
	EAI_AGAIN: "dns",
	EAI_FAIL: "dns",
	EAI_NODATA: "dns",
	EAI_NONAME: "dns",
	ENODATA: "dns",
	EHOSTUNREACH: "unreachable",
	EHOSTDOWN: "unreachable",
	ENETUNREACH: "unreachable",
	ENETDOWN: "unreachable",
	EADDRNOTAVAIL: "unreachable",
	EACCES: "unreachable",
	EPERM: "unreachable",
	ETIMEDOUT: "timeout",
	ECONNRESET: "cut_off",
	ECONNABORTED: "cut_off",
	EPIPE: "cut_off",
	EPROTO: "tls",
	EMFILE: "unreachable",
	ENFILE: "unreachable"
};
const IN_WORDS = {
	ECONNREFUSED: "connection refused",
	ENOTFOUND: "no such host",
	EAI_AGAIN: "the name server did not answer",
	EHOSTUNREACH: "no route to the host",
	ENETUNREACH: "no route to the network",
	ETIMEDOUT: "no answer",
	ECONNRESET: "connection reset",
	EPIPE: "connection closed",
	EMFILE: "too many open files here (raise `ulimit -n` or lower --servers)",
	ENFILE: "too many open files on this machine"
};
/** The fault that an error of a socket, of the resolver or of TLS stands for. `doing` says what was tried, for people. */
function socketFault(doing, error) {
	if (error instanceof (require_command ??= require("./command.cjs")).Fault) return error;
	const errno = "code" in error && typeof error.code === "string" ? error.code : "";
	const code = BY_ERRNO[errno] ?? (isTls(errno, error.message) ? "tls" : "cut_off");
	return new (require_command ??= (require("./command.cjs"))).Fault(code, `${doing}: ${IN_WORDS[errno] ?? error.message}`, { cause: error });
}
/** OpenSSL's and X.509's codes (`ERR_SSL_…`, `DEPTH_ZERO_SELF_SIGNED_CERT`, `CERT_HAS_EXPIRED`, `ERR_TLS_…`). */
function isTls(errno, message) {
	return /^ERR_(SSL|TLS|OSSL)|CERT|UNABLE_TO_|SELF_SIGNED/.test(errno) || /certificate|TLS|SSL/.test(message);
}
// src/ftp/controlFault.ts
/** Why a control connection ended: an error of its socket, of basic-ftp or of the line reader. `doing` says what was tried, for people. */
function controlFault(doing, error) {
	if (/FIN packet|closed connection unexpectedly/.test(error.message)) return new (require_command ??= (require("./command.cjs"))).Fault("cut_off", "the server closed the connection", { cause: error });
	if (!("code" in error) && /reply line|control response/.test(error.message)) return new (require_command ??= (require("./command.cjs"))).Fault("protocol", error.message, { cause: error });
	return socketFault(doing, error);
}
/**
* Replies that end a session, whatever was asked: with 421 the server closes the connection (RFC 959 §5.4), and after 530 it has
* forgotten, or never took, the log-in (§4.2.2): each further command would be refused as well.
*/
function endsSession(reply) {
	return reply.code === 421 || reply.code === 530;
}
/** Why the connection is of no use after a reply that ends the session, or one that nobody waits for. */
function sessionFault(reply) {
	return endsSession(reply) ? replyFault("the server ended the session", reply) : new (require_command ??= (require("./command.cjs"))).Fault("protocol", `a reply that nobody asked for: ${replyText(reply)}`);
}
/** More than `most` replies to one command, none of them the last. */
function tooManyReplies(most, reply) {
	return new (require_command ??= (require("./command.cjs"))).Fault("protocol", `more than ${most} replies to one command: ${replyText(reply)}`);
}
// src/ftp/exchange.ts
/** Who waits for the first reply that is not preliminary. */
var Asked = class {
	command;
	#answered;
	onLost;
	constructor(command, answered, lost) {
		this.command = command;
		this.#answered = answered;
		this.onLost = lost;
	}
	onReply(reply) {
		if (reply.code < 200) return false;
		this.#answered(reply);
		return true;
	}
};
/** A name with a line end would be a second command: it never leaves. */
function unsafe(command) {
	return /[\r\n\0]/.test(command) ? new (require_command ??= (require("./command.cjs"))).Fault("unsafe_name", "a line end or NUL in a command") : void 0;
}
/** What may be told of a command: never a password. */
function verb(command) {
	return command.split(" ", 1)[0] ?? "";
}
// src/ftp/hostAddresses.ts
/**
* The addresses of a server's host. A deadline of its own: a dead name server must not use up the time for connecting. Throws a
* `Fault` `dns`.
*/
async function hostAddresses(address, signal) {
	const { host, connect_timeout_ms } = address;
	const family = (0, (node_net ??= require("node:net")).isIP)(host);
	if (family !== 0) return [{
		address: host,
		family
	}];
	let clear = () => {};
	try {
		return await Promise.race([(0, (node_dns_promises ??= require("node:dns/promises")).lookup)(host, { all: true }), new Promise((_, reject) => {
			const tooLate = `${host}: the name server did not answer within ${connect_timeout_ms / 1e3} s`;
			const wait = deadline(connect_timeout_ms, () => reject(new (require_command ??= (require("./command.cjs"))).Fault("dns", tooLate)));
			const stopListening = (require_stream ??= require("./stream.cjs")).onAbort(signal, () => reject(abandoned()));
			clear = () => {
				wait.clear();
				stopListening();
			};
		})]);
	} catch (error) {
		throw socketFault(host, error instanceof Error ? error : new Error(String(error)));
	} finally {
		clear();
	}
}
/** A look-up for `net.connect` whose answer is known. */
function answered(addresses) {
	return (_host, options, callback) => {
		const first = addresses[0];
		if (options.all === true || first === void 0) callback(null, [...addresses]);
		else callback(null, first.address, first.family);
	};
}
// src/ftp/lineContext.ts
/** A control connection of basic-ftp with our own ends: it never gets half a line. */
var LineContext = class extends import_dist.FTPContext {
	#rest = "";
	/** Characters since the last reply. */
	#unanswered = 0;
	constructor() {
		super(0, "latin1");
	}
	/** Forgets what came before TLS: bytes slipped in behind the reply to AUTH must not be taken as replies (CVE-2011-0411). */
	forgetRest() {
		this.#rest = "";
	}
	/** A reply came that somebody asked for. */
	answered() {
		this.#unanswered = 0;
	}
	/** Sends commands in one write: servers that read while they transfer then have all of them at once, and each write costs a system call. */
	sendAll(commands) {
		let text = "";
		for (const { command } of commands) if (command !== "") text += `${command}\r\n`;
		if (text !== "") this.socket.write(text, "latin1");
	}
	/**
	* basic-ftp 6.2.6 loses a single-line reply that is split over two TCP segments: it keeps a rest only of multi-line
	* replies. So it is given whole lines only. The method is protected there; the version is pinned and this is tested.
	*/
	_onControlSocketData(chunk) {
		const cut = chunk.lastIndexOf("\n") + 1;
		if (cut === 0) {
			this.#rest += chunk;
			if (this.#rest.length > MAX_LINE_CHARACTERS) this.closeWithError(/* @__PURE__ */ new Error("a reply line without an end"));
			return;
		}
		const whole = (this.#rest + chunk.slice(0, cut)).replace(TELNET, "");
		this.#rest = chunk.slice(cut);
		this.#unanswered += whole.length;
		super._onControlSocketData(whole);
		if (this.#unanswered > MAX_LINE_CHARACTERS) this.closeWithError(/* @__PURE__ */ new Error("a control response without a reply"));
	}
};
/** Far above any real reply line or reply; basic-ftp limits whole replies in the same way. */
const MAX_LINE_CHARACTERS = 65536;
/**
* Telnet options (RFC 854) before a reply: ProFTPD 1.3.8 answers so to an undoubled 0xFF in a name, as in `\xff\xfc-550 …`.
*/
const TELNET = /^(?:\xff[\xfb-\xfe][\x00-\xff])+/gm;
// src/ftp/tls.ts
/** TLS options for a server. A new object for each use: basic-ftp and Node write into what they are given. */
function tlsOptions(address) {
	return {
		host: address.host,
		servername: (0, (node_net ??= require("node:net")).isIP)(address.host) === 0 ? address.host : "",
		rejectUnauthorized: !address.insecure,
		...address.ca === void 0 ? {} : { ca: address.ca }
	};
}
/** Why a handshake failed. Without an error: the server ended the connection. That may be a server that is busy, so it is tried again. */
function handshakeFault(error) {
	if (error === void 0 || error.code === "ECONNRESET" || error.code === "EPIPE") return new (require_command ??= (require("./command.cjs"))).Fault("tls", "the server ended the connection in the TLS handshake", {
		retry: true,
		cause: error
	});
	if (error.reason === "wrong version number") return new (require_command ??= (require("./command.cjs"))).Fault("tls", "the server does not speak TLS here", { cause: error });
	return new (require_command ??= (require("./command.cjs"))).Fault("tls", `TLS: ${typeof error.reason === "string" ? error.reason : error.message}`, { cause: error });
}
// src/ftp/control.ts
/**
* A control connection (RFC 959 §2.3): commands go out, replies come in, in order. Commands may be written ahead of the replies
* to earlier ones. Any surprise (an error, silence, a reply nobody asked for) closes it, and all who wait get the reason.
*/
var Control = class Control {
	#context = new LineContext();
	#address;
	/** Those whose last reply is still to come, in the order of their commands. */
	#waiters = [];
	#followers = /* @__PURE__ */ new Set();
	#silence;
	/** Replies to the oldest command so far, none of them the last. */
	#preliminary = 0;
	#closed;
	/** Ends what is being waited for while the connection is made: connecting, a TLS handshake. */
	#giveUp = () => {};
	constructor(address) {
		this.#address = address;
		this.#silence = new Deadline(address.timeout_ms, () => this.#onSilence());
		this.#context.handle("", (message) => this.#take(message)).catch(() => {});
	}
	/** Connects. With `implicit`, TLS is up when this returns. Throws a `Fault`. */
	static async connect(address, signal) {
		const addresses = await hostAddresses(address, signal);
		const control = new Control(address);
		const stopListening = (require_stream ??= require("./stream.cjs")).onAbort(signal, () => control.close(abandoned()));
		try {
			await control.#open(addresses);
			if (address.secure === "implicit") await control.secure();
			return control;
		} catch (error) {
			control.close();
			throw error;
		} finally {
			stopListening();
		}
	}
	/** Why it is closed; undefined while it is open. */
	get closed() {
		return this.#closed;
	}
	/** The address at the other end: where data connections go, whatever PASV says. */
	get remoteHost() {
		return this.#context.socket.remoteAddress ?? this.#address.host;
	}
	/** TLS session of this connection, for data connections to resume. Undefined on a plain one. */
	get tlsSession() {
		const socket = this.#context.socket;
		return socket instanceof (node_tls ??= require("node:tls")).TLSSocket ? this.#context.tlsSessionStore ?? socket.getSession() : void 0;
	}
	/**
	* Sends a command; the answer is its first reply that is not preliminary (1xx). Throws a `Fault` if none comes.
	*
	* @param behind sent in the same write
	*/
	ask(command, ...behind) {
		return new Promise((resolve, reject) => this.exchange(new Asked(command, resolve, reject), ...behind));
	}
	/**
	* Sends several commands in one write and waits for their replies. Throws the first `Fault`, but shows the replies that came
	* before it to `look`: a server that refuses a log-in may close before it answers what was written behind it.
	*/
	async askAll(commands, look = () => {}) {
		const exchanges = [];
		const asked = commands.map((command) => new Promise((resolve, reject) => exchanges.push(new Asked(command, resolve, reject))));
		this.exchange(...exchanges);
		look((await Promise.allSettled(asked)).flatMap((outcome) => outcome.status === "fulfilled" ? [outcome.value] : []));
		return Promise.all(asked);
	}
	/** Waits for a reply nobody asked for: the greeting. */
	greeting() {
		return this.ask("");
	}
	/** Sends commands in one write, each of them to be answered in its turn. */
	exchange(...exchanges) {
		for (const exchange of exchanges) {
			const refusal = this.#closed ?? unsafe(exchange.command);
			if (refusal === void 0) continue;
			for (const each of exchanges) each.onLost(refusal, "us");
			return;
		}
		const isFirst = this.#waiters.length === 0;
		this.#waiters.push(...exchanges);
		this.#context.sendAll(exchanges);
		if (isFirst) this.#watch();
	}
	/** Tells also who waits for no reply when the connection ends. */
	follow(follower) {
		this.#followers.add(follower);
	}
	unfollow(follower) {
		this.#followers.delete(follower);
	}
	/** Silence here is no fault while a transfer goes on: its data connection is watched instead. */
	holdSilence() {
		this.#silence.clear();
	}
	/** Puts TLS on the connection (RFC 4217 §4, after the reply to AUTH; or at once for implicit TLS). */
	async secure() {
		if (this.#closed !== void 0) throw this.#closed;
		this.#context.forgetRest();
		const secured = (0, (node_tls ??= require("node:tls")).connect)({
			...tlsOptions(this.#address),
			socket: this.#context.socket
		});
		const failed = (error) => this.#end(handshakeFault(error), "them");
		const closed = () => this.#end(handshakeFault(void 0), "them");
		secured.once("error", failed);
		secured.once("close", closed);
		try {
			await this.#step("no TLS handshake", (done) => secured.once("secureConnect", done));
		} catch (error) {
			secured.removeAllListeners("close").on("error", () => {});
			secured.destroy();
			throw error;
		}
		secured.off("error", failed).off("close", closed);
		this.#context.socket = secured;
	}
	/** Says QUIT and closes, at once. All who still wait get `reason`. */
	close(reason = new (require_command ??= (require("./command.cjs"))).Fault("cut_off", "the session was closed")) {
		this.#end(reason, "us");
	}
	#end(reason, by) {
		if (this.#closed !== void 0) return;
		this.#closed = reason;
		this.holdSilence();
		this.#context.close();
		this.#giveUp(reason);
		for (const waiter of this.#waiters.splice(0)) waiter.onLost(reason, by);
		for (const follower of this.#followers) follower.onLost(reason, by);
	}
	/** One step in making the connection. It must be done in time, and ends with the connection. */
	async #step(tooLate, begin) {
		if (this.#closed !== void 0) throw this.#closed;
		const { host, port, connect_timeout_ms } = this.#address;
		const wait = deadline(connect_timeout_ms, () => {
			this.#end(new (require_command ??= (require("./command.cjs"))).Fault("timeout", `${host}:${port}: ${tooLate} within ${connect_timeout_ms / 1e3} s`), "them");
		});
		try {
			await new Promise((resolve, reject) => {
				this.#giveUp = reject;
				begin(resolve);
			});
		} finally {
			wait.clear();
			this.#giveUp = () => {};
		}
	}
	#open(addresses) {
		const { host, port, connect_timeout_ms } = this.#address;
		const socket = this.#context.socket;
		return this.#step("no connection", (done) => {
			socket.once("connect", done);
			socket.connect({
				host,
				port,
				noDelay: true,
				keepAlive: true,
				lookup: answered(addresses),
				autoSelectFamilyAttemptTimeout: Math.max(MIN_ATTEMPT_MS, Math.floor(connect_timeout_ms / addresses.length))
			});
		});
	}
	#take(message) {
		if (message instanceof Error && !(message instanceof import_dist.FTPError)) return this.#end(controlFault(`${this.#address.host}:${this.#address.port}`, message), "them");
		const reply = {
			code: message.code,
			text: message.message,
			shown: this.#withoutSecret(message.message)
		};
		const waiter = this.#waiters[0];
		if (waiter === void 0) return this.#end(sessionFault(reply), "them");
		this.#context.answered();
		const last = waiter.onReply(reply);
		if (last) this.#waiters.shift();
		if (endsSession(reply)) return this.#end(sessionFault(reply), "them");
		if (last) return this.#watch();
		if (++this.#preliminary > MAX_PRELIMINARY) return this.#end(tooManyReplies(MAX_PRELIMINARY, reply), "them");
		if (waiter.command === "") this.#silence.touch();
	}
	/** A server may repeat what it was told. */
	#withoutSecret(text) {
		const password = Buffer.from(this.#address.password, "utf8").toString("latin1");
		if (password.length < MIN_SECRET_CHARACTERS || !text.includes(password)) return text;
		return text.replaceAll(password, "***");
	}
	/** A wait for the oldest unanswered command. */
	#watch() {
		this.#preliminary = 0;
		if (this.#waiters.length === 0 || this.#closed !== void 0) this.#silence.clear();
		else this.#silence.start();
	}
	#onSilence() {
		const command = this.#waiters[0]?.command ?? "";
		const what = command === "" ? "no greeting" : `no reply to ${verb(command)}`;
		this.#end(new (require_command ??= (require("./command.cjs"))).Fault("timeout", `${what} within ${this.#address.timeout_ms / 1e3} s`), "them");
	}
};
/** Shorter ones can't be told from ordinary words. */
const MIN_SECRET_CHARACTERS = 3;
/** RFC 959 §4.2: after a preliminary reply the last one is to be expected. */
const MAX_PRELIMINARY = 100;
/** What Node itself grants each address of a host. */
const MIN_ATTEMPT_MS = 250;
// src/ftp/logIn.ts
/**
* Connects and logs in. The first session of a server asks step by step what that has and notes it in `traits`; later ones
* write what is needed in one go: greeting, then USER, PASS and the rest together. Throws a `Fault`, also when all of it takes longer
* than `login_timeout`.
*/
async function logIn(address, traits, signal) {
	const control = await Control.connect(address, signal).catch(unwelcome);
	const stopListening = (require_stream ??= require("./stream.cjs")).onAbort(signal, () => control.close(abandoned()));
	const seconds = address.login_timeout_ms / 1e3;
	const wait = deadline(address.login_timeout_ms, () => {
		control.close(new (require_command ??= (require("./command.cjs"))).Fault("timeout", `the log-in was not over within \`login_timeout\` (${seconds} s)`));
	});
	try {
		const greeting = await control.greeting().catch(unwelcome);
		if (!isPositive(greeting)) throw loginFault(greeting);
		if (address.secure === "explicit") await upgrade(control);
		const credentials = [`USER ${wire(address.user)}`, `PASS ${wire(address.password)}`];
		if (traits.known && traits.asksPassword) await together(control, credentials, address, traits);
		else await stepByStep(control, credentials, address, traits);
		return control;
	} catch (error) {
		control.close();
		throw error;
	} finally {
		wait.clear();
		stopListening();
	}
}
/** Servers and inetd that have enough connections close one more without a word. */
function unwelcome(error) {
	throw error instanceof (require_command ??= require("./command.cjs")).Fault && error.code === "cut_off" && error.retry ? new (require_command ??= (require("./command.cjs"))).Fault("busy", `no greeting: ${error.message}`, { cause: error }) : error;
}
/** RFC 4217 §4. */
async function upgrade(control) {
	const reply = await control.ask("AUTH TLS");
	if (reply.code !== 234) throw withoutTls(reply);
	await control.secure();
}
/** A server that has enough connections, or no resource for TLS now (431), may have TLS all the same. */
function withoutTls(reply) {
	const refusal = loginFault(reply);
	if (refusal.code === "too_many_connections" || refusal.code === "busy") return refusal;
	const { message } = replyFault("the server has no explicit TLS", reply);
	return new (require_command ??= (require("./command.cjs"))).Fault("tls", message, { retry: reply.code < 500 });
}
async function stepByStep(control, [user, pass], address, traits) {
	let reply = await control.ask(user);
	const asked = reply.code === 331;
	if (asked) reply = await control.ask(pass);
	if (!isPositive(reply)) throw loginFault(reply);
	const features = await control.ask("FEAT");
	if (features.code === 421) throw loginFault(features);
	if (control.closed !== void 0) throw control.closed;
	learn(traits, features, asked);
	checkSetUp(await control.askAll(setUp(address, traits)), address);
}
async function together(control, credentials, address, traits) {
	let answered = 0;
	const look = (replies) => {
		answered = replies.length;
		const refused = replies.slice(0, credentials.length).find((reply) => reply.code >= 400);
		if (refused !== void 0) throw loginFault(refused);
	};
	try {
		checkSetUp((await control.askAll([...credentials, ...setUp(address, traits)], look)).slice(credentials.length), address);
	} catch (error) {
		if (answered < credentials.length) traits.asksPassword = false;
		throw error;
	}
}
/** RFC 2389 §3: FEAT lists one feature a line, each after a space. */
function learn(traits, reply, asksPassword) {
	const features = isPositive(reply) ? reply.text.toUpperCase() : "";
	traits.mlsd = /^ *(MLST|MLSD)\b/m.test(features);
	traits.utf8 = /^ *UTF8\b/m.test(features);
	traits.hashes = hashOffers(features);
	traits.asksPassword = asksPassword;
	traits.known = true;
}
/** What every session needs after its log-in. TYPE I is for data; listings come whole in it too. */
function setUp(address, traits) {
	return [
		...address.secure === "none" ? [] : ["PBSZ 0", "PROT P"],
		...traits.utf8 && isUtf8(address.encoding) ? ["OPTS UTF8 ON"] : [],
		"TYPE I"
	];
}
/** OPTS UTF8 may be refused (RFC 2640 has it on anyway); TYPE I and PROT P may not. */
function checkSetUp(replies, address) {
	const type = replies.at(-1);
	if (type !== void 0 && !isPositive(type)) throw replyFault("TYPE I", type);
	const protection = address.secure === "none" ? void 0 : replies[1];
	if (protection !== void 0 && !isPositive(protection)) throw new (require_command ??= (require("./command.cjs"))).Fault("tls", replyFault("the server protects no data connections", protection).message);
}
function wire(text) {
	if (/[\r\n\0]/.test(text)) throw new (require_command ??= (require("./command.cjs"))).Fault("config", "a line end or NUL in user or password");
	return Buffer.from(text, "utf8").toString("latin1");
}
// src/ftp/retrieve.ts
/** What servers hand over to the system in one go, before they look at the control connection again. */
const SHORT_bytes = 65536;
/** RFC 959 RETR of `name`, which is `path` as the server reads it. Throws a `Fault`. */
function retrieve(transfers, name, retrieval, limits) {
	const { expected, most, from } = retrieval;
	let came = false;
	const chunk = (offset, bytes) => {
		if (offset + bytes.length > most) throw tooMuch(expected, most);
		came = true;
		return retrieval.chunk(offset, bytes);
	};
	const short = expected !== null && expected <= SHORT_bytes;
	const begin = (from) => {
		const command = `RETR ${name}`;
		const within_ms = limits.file_timeout_ms;
		const request = {
			command,
			from,
			expected,
			chunk,
			short,
			within_ms,
			tooLate: () => tooLate(limits)
		};
		const run = async (port) => checked(await transfers.run(port, request), expected);
		const port = transfers.port();
		return typeof port === "number" ? run(port) : port.then(run);
	};
	if (from === 0) return begin(0);
	return begin(from).catch((error) => {
		if (came || !(error instanceof (require_command ??= require("./command.cjs")).Fault) || error.code !== "protocol") throw error;
		return begin(0);
	});
}
function tooLate({ file_timeout_ms }) {
	return new (require_command ??= (require("./command.cjs"))).Fault("timeout", `not done within ${file_timeout_ms / 1e3} s (file_timeout)`);
}
/** Without a size to hold against it, it is the limit on files that is exceeded. */
function tooMuch(expected, most) {
	return expected === null ? new (require_command ??= (require("./command.cjs"))).Fault("too_large", `more than ${most} bytes came (max_file_size)`) : new (require_command ??= (require("./command.cjs"))).Fault("size_mismatch", `more than ${most} bytes came, where ${expected} were listed`);
}
/**
* A data connection that another client took ends in order, and the server says that all is well: then only its own number tells. A file
* that came with the size that was listed is not held against it: it may be wrong. Throws a `Fault`.
*/
function checked({ from, bytes, announced }, expected) {
	const size = from + bytes;
	if (size === expected || announced === void 0) return {
		size,
		from
	};
	if (bytes >= announced || from <= announced && size >= announced) return {
		size,
		from
	};
	throw new (require_command ??= (require("./command.cjs"))).Fault("cut_off", `${bytes} of the ${announced} bytes that the server announced came`);
}
// src/ftp/dataConnection.ts
/**
* Read size of large files. Measured on loopback: 64 KiB and 1 MiB are slower. One buffer a session, reused for all its files: making one a
* file halves the rate.
*/
const READ_BUFFER_BYTES = 262144;
/** Read size until a read fills it: sessions that see small files only, hundreds of them, need no large buffer. */
const FIRST_BUFFER_BYTES = 16384;
/** The data connections of one session, one after the other. */
var DataConnections = class {
	#control;
	#address;
	#plain = [];
	#buffer = new ReadBuffer();
	constructor(control, address) {
		this.#control = control;
		this.#address = address;
	}
	/** Connects to a passive port of the server and reads to the end. The one before is over. */
	open(port, events) {
		if (this.#address.secure !== "none") return openSecured(this.#control, this.#address, port, events);
		const plain = this.#plain.find(({ free }) => free) ?? this.#another();
		plain.open(this.#control.remoteHost, port, events);
		return plain;
	}
	#another() {
		const plain = new PlainData(this.#buffer);
		this.#plain.push(plain);
		return plain;
	}
};
/** What a session's plain connections read into. */
var ReadBuffer = class {
	#bytes;
	/** For the next read; what was read before stays where it is. */
	get bytes() {
		this.#bytes ??= Buffer.allocUnsafeSlow(FIRST_BUFFER_BYTES);
		return this.#bytes;
	}
	/** So many bytes came in one read: where they fill a small buffer, more are to be expected. */
	took(length) {
		if (length === FIRST_BUFFER_BYTES && this.bytes.length === FIRST_BUFFER_BYTES) this.#bytes = Buffer.allocUnsafeSlow(READ_BUFFER_BYTES);
	}
};
/**
* Plain data goes from the kernel into one buffer, without a stream in between. The socket is used again when it is closed: a new one costs
* 15 µs of some 60 that a small file takes in Node's own code.
*/
var PlainData = class {
	#buffer;
	#socket;
	#events;
	/** Closed, so that it may connect again. */
	free = true;
	constructor(buffer) {
		this.#buffer = buffer;
	}
	open(host, port, events) {
		this.free = false;
		this.#events = events;
		if (this.#socket === void 0) this.#socket = this.#connect(host, port);
		else this.#socket.connect({
			host,
			port
		});
	}
	#connect(host, port) {
		const callback = (length, bytes) => this.#read(bytes.subarray(0, length));
		const buffer = () => this.#buffer.bytes;
		const socket = (0, (node_net ??= require("node:net")).connect)({
			host,
			port,
			onread: {
				buffer,
				callback
			}
		});
		socket.on("connect", () => this.#events?.onConnected());
		socket.on("end", () => this.#over()?.onDataEnd());
		socket.on("error", (error) => this.#over()?.onDataError(error));
		socket.on("close", () => {
			this.free = true;
			this.#over()?.onDataEnd();
		});
		return socket;
	}
	close() {
		this.#events = void 0;
		this.#socket?.destroy();
	}
	#read(bytes) {
		this.#buffer.took(bytes.length);
		const pending = this.#events?.onBytes(bytes);
		pending?.then(() => this.#socket?.resume());
		return pending === void 0;
	}
	/** Who is to be told of the end, once. */
	#over() {
		const events = this.#events;
		this.#events = void 0;
		return events;
	}
};
/** `onread` is for plain sockets only. The session of the control connection is resumed: many servers demand it. */
function openSecured(control, address, port, events) {
	const plain = (0, (node_net ??= require("node:net")).connect)({
		host: control.remoteHost,
		port
	});
	const session = control.tlsSession;
	const options = tlsOptions(address);
	const secured = (0, (node_tls ??= require("node:tls")).connect)({
		...options,
		socket: plain,
		...session === void 0 ? {} : { session }
	});
	let over = false;
	const once = (tell) => {
		if (over) return;
		over = true;
		tell();
	};
	plain.once("connect", () => {
		if (!over) events.onConnected();
	});
	plain.once("error", (error) => once(() => events.onDataError(error)));
	secured.on("data", (bytes) => {
		if (over) return;
		const pending = events.onBytes(bytes);
		if (pending === void 0) return;
		secured.pause();
		pending.then(() => secured.resume());
	});
	secured.once("end", () => once(() => events.onDataEnd()));
	secured.once("close", () => {
		plain.destroy();
		once(() => events.onDataEnd());
	});
	secured.on("error", (error) => once(() => events.onDataError(error)));
	return { close() {
		over = true;
		secured.destroy();
	} };
}
// src/ftp/passive.ts
/**
* The port on which the server waits for the next data connection. EPSV first: it names no address that could be wrong (RFC 2428 §3).
* Where it was doubted it comes last: on IPv6 there may be nothing else. Throws a `Fault`.
*/
async function passivePort(control, traits) {
	const doubted = traits.passive === "pasv";
	const first = doubted ? void 0 : await epsvPort(control, traits);
	if (first !== void 0) return first;
	try {
		return await pasvPort(control, traits);
	} catch (error) {
		const port = doubted && control.closed === void 0 ? await epsvPort(control, traits) : void 0;
		if (port === void 0) throw error;
		return port;
	}
}
async function epsvPort(control, traits) {
	const port = passiveReplyPort("EPSV", await control.ask("EPSV"));
	if (port !== void 0) traits.passive = "epsv";
	return port;
}
/** Throws a `Fault`. */
async function pasvPort(control, traits) {
	const reply = demand("PASV", await control.ask("PASV"));
	const port = passiveReplyPort("PASV", reply);
	if (port === void 0) throw new (require_command ??= (require("./command.cjs"))).Fault("protocol", `PASV: no port in "${replyText(reply)}"`);
	traits.passive = "pasv";
	return port;
}
/** The port in the answer to a passive command; undefined if there is none. A PASV address is never used, only its port. */
function passiveReplyPort(command, { code, text }) {
	if (command === "PASV") return isPositive({ code }) ? portInPasv(text) : void 0;
	return code === 229 ? portNumber(/\((.)\1\1(\d{1,5})\1\)/.exec(text)?.[2]) : void 0;
}
/** The last two of six numbers (RFC 959 §4.1.2 PASV), wherever they stand; undefined if that is no port. */
function portInPasv(text) {
	const [, high, low] = /(?<!\d)\d+,\d+,\d+,\d+,(\d+),(\d+)/.exec(text) ?? [];
	return portNumber(Number(high) * 256 + Number(low));
}
/** Some firewalls let EPSV pass and swallow its data connection: then PASV, of which they know. */
function doubtEpsv(traits, error) {
	if (traits.passive !== "epsv" || traits.epsvProven || !(error instanceof (require_command ??= require("./command.cjs")).Fault)) return;
	if (error.code === "timeout" || error.code === "connect_refused" || error.code === "cut_off") traits.passive = "pasv";
}
function portNumber(said) {
	const port = Number(said);
	return Number.isInteger(port) && port > 0 && port <= MAX_PORT ? port : void 0;
}
const MAX_PORT = 65535;
// src/ftp/passiveAhead.ts
/**
* The passive command for the next transfer, sent in one write behind the command of this one: it costs no round trip of its own. RFC 959
* and 2428 say nothing on it; what comes in any other order than commands were sent is a surprise, after which the session is of no use.
*/
var PassiveAhead = class {
	command;
	/** Behind a transfer it is a liberty: servers may look at it in the middle of that. Behind another command it is plain pipelining. */
	behind;
	sent_ms = performance.now();
	#outcome;
	#onAstray;
	#told;
	/** @param onAstray called when replies don't come in turn, or the connection is lost before the answer */
	constructor(command, behind, onAstray) {
		this.command = command;
		this.behind = behind;
		this.#onAstray = onAstray;
	}
	/** Undefined while the server has not answered. */
	get outcome() {
		return this.#outcome;
	}
	/** Calls back with the outcome, at once if it is there. For one who waits; a later one takes its place. */
	whenKnown(tell) {
		if (this.#outcome === void 0) this.#told = tell;
		else tell(this.#outcome);
	}
	/** It takes too long. */
	giveUp() {
		this.#settle({
			kind: "lost",
			by: "them"
		}, "break");
	}
	onReply(reply) {
		const port = passiveReplyPort(this.command, reply);
		if (port !== void 0) this.#settle({
			kind: "port",
			port
		});
		else this.#settle(reply.code >= 400 ? { kind: "refused" } : {
			kind: "lost",
			by: "them"
		});
		return true;
	}
	onLost(_, by) {
		this.#settle({
			kind: "lost",
			by
		}, "break");
	}
	#settle(outcome, sign = "reply") {
		if (this.#outcome !== void 0) return;
		this.#outcome = outcome;
		if (outcome.kind === "lost" && outcome.by === "them") this.#onAstray(sign);
		this.#told?.(outcome);
		this.#told = void 0;
	}
};
// src/ftp/taker.ts
/** Hands on the bytes of one transfer, and knows whether somebody still uses them. */
var Taker = class {
	#chunk;
	#events;
	/** While there are bytes in use; never rejects. */
	#taking;
	#fault;
	constructor(chunk, events) {
		this.#chunk = chunk;
		this.#events = events;
	}
	/** Neither throws nor rejects. */
	take(offset, bytes) {
		try {
			const taking = this.#chunk(offset, bytes);
			return taking === void 0 ? void 0 : this.#holdFor(taking);
		} catch (error) {
			return this.#failed(error);
		}
	}
	/** Calls back when no bytes are in use any more, with the fault of who took them, if there is one. */
	whenFree(free) {
		if (this.#taking === void 0) return free(this.#fault);
		this.#taking.then(() => free(this.#fault));
	}
	#holdFor(taking) {
		this.#events.onHold();
		this.#taking = taking.then(() => {
			this.#taking = void 0;
			this.#events.onGoOn();
		}, (error) => {
			this.#taking = void 0;
			this.#failed(error);
		});
		return this.#taking;
	}
	#failed(error) {
		this.#fault = error instanceof (require_command ??= require("./command.cjs")).Fault ? error : new (require_command ??= (require("./command.cjs"))).Fault("disk", String(error), { cause: error });
		this.#events.onTakeFailed(this.#fault);
	}
};
// src/ftp/transfer.ts
/** After all bytes of a file of known size came, its final reply is waited for no longer than this. */
const FINAL_REPLY_MS = 1e4;
/** What a refusal has to say of a file alone (RFC 959 §4.2.2). */
const OF_THE_FILE = [
	450,
	451,
	452,
	550,
	551,
	552,
	553
];
/** They answer another command than one that transfers: replies don't come in turn. */
const ENTERING_PASSIVE = [
	227,
	228,
	229
];
/** After a data connection failed, the reply that says why is waited for no longer than this. */
const REASON_MS = 3e3;
/**
* Runs one transfer. The control reply and the data come in any order, and either may never come:
*
* - a 4xx or 5xx is the failure, whatever came before it;
* - all bytes of a known size without a final reply: the file is good, the connection is not;
* - a positive final reply after an orderly end of the data: that is the file, of whatever size; who knows another compares;
* - without a known size only that says that all bytes came.
*
* Behind a passive command that was sent ahead, a refusal counts when that one is answered as well, in its turn; what else goes wrong may
* come from it. Throws a `Fault`; the control connection is closed where its state is not known any more.
*/
function transfer(control, connections, watch, request) {
	if (control.closed !== void 0) return Promise.reject(control.closed);
	return new Promise((resolve, reject) => {
		new Transfer(control, watch, request, resolve, reject).start(connections);
	});
}
var Transfer = class {
	#control;
	#request;
	#resolve;
	#reject;
	#watch;
	#taker;
	#data;
	#bytes = 0;
	/** A 1xx reply came: the server has the file and begins. */
	#begun = false;
	#announced;
	#connected = false;
	#dataOver = false;
	#dataFault;
	/** The final reply, if it is positive. */
	#final;
	/** The server refuses it, if the passive command behind is answered in its turn. */
	#refusal;
	#controlFault;
	#settled = false;
	constructor(control, watch, request, resolve, reject) {
		this.#control = control;
		this.#request = request;
		this.#resolve = resolve;
		this.#reject = reject;
		this.#watch = watch;
		this.#taker = new Taker(request.chunk, this);
	}
	get command() {
		return this.#request.command;
	}
	get bytes() {
		return this.#bytes;
	}
	get silence_ms() {
		return this.#request.silence_ms;
	}
	get within_ms() {
		return this.#request.within_ms;
	}
	/** The command goes out while the data connection is being made: the server accepts that when it has the command. */
	start(connections) {
		const { port, ahead } = this.#request;
		this.#watch.begin(this);
		this.#control.follow(this);
		this.#data = connections.open(port, this);
		if (ahead === void 0) this.#control.exchange(this);
		else this.#control.exchange(this, ahead);
		this.#control.holdSilence();
	}
	onConnected() {
		this.#connected = true;
		this.#watch.touch();
	}
	onBytes(bytes) {
		if (this.#settled) return void 0;
		const offset = this.#request.from + this.#bytes;
		this.#bytes += bytes.length;
		this.#watch.data();
		return this.#taker.take(offset, bytes);
	}
	onDataEnd() {
		this.#onDataOver(void 0);
	}
	onDataError(error) {
		this.#onDataOver(socketFault("data connection", error));
	}
	onTooSlow(fault) {
		this.#fail(fault, "unusable");
	}
	onTooLate() {
		this.#fail(this.#request.tooLate(), "unusable");
	}
	onTakeFailed(fault) {
		this.#fail(fault, "unusable");
	}
	onHold() {
		this.#watch.hold();
	}
	onGoOn() {
		if (!this.#settled && !this.#dataOver) this.#watch.goOn();
	}
	/** True when it was the last one. RFC 959 §5.4: 125 or 150 before, then 226, 250 or a negative one. */
	onReply(reply) {
		if (reply.code < 200) {
			this.#begun = true;
			this.#announced ??= announcedBytes(reply, this.#request.command.replace(/^\S+ ?/, ""));
			this.#watch.touch();
			return false;
		}
		if (!isPositive(reply)) this.#onRefused(reply.code, this.#faultOf(reply));
		else if (ENTERING_PASSIVE.includes(reply.code)) {
			this.#request.onAstray?.("reply");
			this.#loseControl(this.#faultOf(reply));
		} else {
			this.#final = reply;
			this.#settleWhenDone();
		}
		return true;
	}
	#faultOf(reply) {
		return replyFault(verb(this.command), reply);
	}
	#onRefused(code, refusal) {
		const { ahead, onAstray } = this.#request;
		if (onAstray === void 0) return this.#fail(refusal, "usable");
		if (this.#begun || this.#bytes > 0 || !OF_THE_FILE.includes(code)) return this.#failAstray(refusal, "reply");
		if (ahead === void 0) return this.#fail(refusal, "usable");
		this.#refusal = refusal;
		this.#watch.awaitWord(Math.min(REASON_MS, this.#request.silence_ms));
		ahead.whenKnown((outcome) => {
			if (outcome.kind === "port") this.#fail(refusal, "usable");
			else if (outcome.kind === "refused" || outcome.by === "them") this.#failAstray(refusal, "reply");
		});
	}
	#onDataOver(fault) {
		if (this.#dataOver) return;
		this.#dataOver = true;
		this.#dataFault = fault;
		this.#data?.close();
		if (this.#settled || this.#refusal !== void 0) return;
		this.#watch.awaitWord(Math.min(this.#patienceForWord(), this.#request.silence_ms));
		this.#settleWhenDone();
	}
	#patienceForWord() {
		if (this.#dataFault !== void 0) return REASON_MS;
		return this.#whole() ? FINAL_REPLY_MS : this.#request.silence_ms;
	}
	onLost(fault, by) {
		if (by === "us") return this.#fail(fault, "unusable");
		if (this.#final !== void 0 && (this.#begun || this.#bytes > 0)) return;
		this.#loseControl(fault);
	}
	/** No word on it will come any more. */
	#loseControl(fault) {
		this.#controlFault = fault;
		if (this.#dataOver || !this.#connected || this.#request.expected === null) this.#settleWhenDone();
	}
	/** All bytes came. No bytes are all of an empty file only if the server said that it has it. */
	#whole() {
		const { from, expected } = this.#request;
		return from + this.#bytes === expected && (this.#bytes > 0 || this.#begun);
	}
	/** Both sides have said their last word, or one of them never will. */
	#settleWhenDone() {
		if (this.#settled || this.#refusal !== void 0) return;
		if (this.#controlFault !== void 0) return this.#settleWithoutReply(this.#controlFault);
		if (this.#final === void 0 || !this.#dataOver) return;
		if (this.#dataFault !== void 0 && !this.#whole()) return this.#failByServer(this.#dataFault, "usable");
		this.#done(this.#final);
	}
	#settleWithoutReply(reason) {
		if (this.#whole()) return this.#done(void 0);
		this.#failByServer(this.#dataFault ?? reason, "unusable");
	}
	/** Nothing happened for too long. */
	onSilence() {
		if (this.#settled) return;
		if (this.#refusal !== void 0) return this.#failByServer(this.#refusal, "unusable");
		const seconds = this.#request.silence_ms / 1e3;
		if (this.#dataFault !== void 0) return this.#settleWithoutReply(this.#dataFault);
		if (!this.#connected) return this.#failByServer(new (require_command ??= (require("./command.cjs"))).Fault("timeout", `no data connection within ${seconds} s`), "unusable");
		if (this.#final !== void 0 && this.#whole()) return this.#done(this.#final);
		if (!this.#dataOver) return this.#failByServer(new (require_command ??= (require("./command.cjs"))).Fault("timeout", `no data for ${seconds} s`), "unusable");
		this.#settleWithoutReply(new (require_command ??= (require("./command.cjs"))).Fault("timeout", `no final reply within ${seconds} s`));
	}
	#done(final) {
		this.#settle(() => this.#resolve({
			from: this.#request.from,
			bytes: this.#bytes,
			announced: this.#announced,
			final
		}));
		if (final !== void 0) return;
		this.#request.onAstray?.("break");
		this.#control.close(new (require_command ??= (require("./command.cjs"))).Fault("cut_off", "no final reply"));
	}
	/** It is the server's fault, unless a command that was sent ahead has led it astray: then the session is given up in any case. */
	#failByServer(fault, session) {
		if (this.#request.onAstray === void 0) this.#fail(fault, session);
		else this.#failAstray(fault, "break");
	}
	#failAstray(fault, sign) {
		if (this.#settled) return;
		this.#request.onAstray?.(sign);
		this.#fail(fault, "unusable");
	}
	#fail(fault, session) {
		if (this.#settled) return;
		this.#settle(() => this.#reject(fault));
		if (session === "unusable") this.#control.close(fault);
	}
	/** Sockets are closed now; the caller hears of it when nothing uses its bytes any more. */
	#settle(tell) {
		this.#settled = true;
		this.#control.unfollow(this);
		this.#watch.stop();
		this.#data?.close();
		this.#taker.whenFree((fault) => fault === void 0 ? tell() : this.#reject(fault));
	}
};
// src/ftp/pace.ts
/** Part of the length of time that may be missing when it is judged: where we put data away all the time, the rest never comes to nothing. */
const MISSING = .1;
/**
* Watches that data comes fast enough: a server that sends a byte now and then is never silent. Counts what came only once in a while,
* never for each piece. Time that we take to put data away is not the server's.
*/
var Pace = class {
	#limits;
	#bytes;
	#tooSlow;
	#look;
	/** Bytes at the beginning of this length of time. */
	#before = 0;
	/** Of this length of time: how much is over, and how much of that we did not read. */
	#over_ms = 0;
	#held_ms = 0;
	#heldSince_ms;
	/** `bytes` says how many came so far. `tooSlow` is called once at most. */
	constructor(limits, bytes, tooSlow) {
		this.#limits = limits;
		this.#bytes = bytes;
		this.#tooSlow = tooSlow;
	}
	/** The first bytes are here. */
	start() {
		if (this.#limits.min_rate > 0) this.#lookIn(this.#limits.timeout_ms);
	}
	/** From now on until `goOn` nothing is read. */
	hold() {
		this.#heldSince_ms = performance.now();
	}
	goOn() {
		this.#held_ms += this.#holding_ms();
		this.#heldSince_ms = void 0;
	}
	stop() {
		this.#look?.clear();
	}
	#lookIn(ms) {
		this.#look = deadline(ms, () => {
			this.#over_ms += ms;
			this.#judge();
		});
	}
	#judge() {
		const { min_rate, timeout_ms } = this.#limits;
		const read_ms = this.#over_ms - this.#held_ms - this.#holding_ms();
		const missing_ms = timeout_ms - read_ms;
		if (missing_ms > timeout_ms * MISSING) return this.#lookIn(missing_ms);
		const bytes = this.#bytes();
		if (bytes - this.#before < min_rate * read_ms / 1e3) return this.#tooSlow(new (require_command ??= (require("./command.cjs"))).Fault("timeout", `slower than ${min_rate} bytes/s over ${timeout_ms / 1e3} s (min_rate)`));
		this.#before = bytes;
		this.#over_ms = 0;
		this.#held_ms = 0;
		this.#lookIn(timeout_ms);
	}
	#holding_ms() {
		return this.#heldSince_ms === void 0 ? 0 : performance.now() - this.#heldSince_ms;
	}
};
// src/ftp/watch.ts
/** All waits of a session's transfers, one after the other: for a sign of life, for its pace, and for its end. */
var Watch = class {
	#limits;
	#whole;
	#silence;
	#watched;
	#pieces = 0;
	#pace;
	constructor(limits) {
		this.#limits = limits;
		this.#whole = new Deadline(limits.timeout_ms, () => this.#watched?.onTooLate());
		this.#silence = new Deadline(limits.timeout_ms, () => this.#watched?.onSilence());
	}
	/** The next transfer begins; the one before is over. */
	begin(watched) {
		this.#watched = watched;
		this.#pieces = 0;
		this.#whole.start(watched.within_ms);
		this.#silence.start(watched.silence_ms);
	}
	/** A sign of life. */
	touch() {
		this.#silence.touch();
	}
	/** Some bytes came. What comes in one piece has no pace. */
	data() {
		this.#silence.touch();
		if (++this.#pieces === 2) this.#startPace();
	}
	/** We don't read now: that is no silence of the server. */
	hold() {
		this.#silence.clear();
		this.#pace?.hold();
	}
	goOn() {
		this.#pace?.goOn();
		this.#silence.start(this.#watched?.silence_ms);
	}
	/** The data is over; a word on it is waited for no longer than this. */
	awaitWord(ms) {
		this.#pace?.stop();
		this.#silence.start(ms);
	}
	stop() {
		this.#silence.clear();
		this.#pace?.stop();
		this.#pace = void 0;
		this.#whole.clear();
	}
	#startPace() {
		const watched = this.#watched;
		if (watched === void 0) return;
		this.#pace = new Pace(this.#limits, () => watched.bytes, (fault) => watched.onTooSlow(fault));
		this.#pace.start();
	}
};
// src/ftp/transfers.ts
/** A port that was asked for ahead and not used for so long is asked for anew: what lies between may have forgotten it. */
const FRESH_MS = 5e3;
/** The first time that a server gets a passive command ahead, no sign of life is waited for longer than this: it may have taken it for something else. */
const TRIAL_SILENCE_MS = 5e3;
/** So many sessions of a server may break behind what was sent ahead, before it is taken for the reason. */
const FEW_BREAKS = 3;
/**
* The transfers of one session, one after the other. Behind a short one goes the passive command for the next, in the same write
* (`PassiveAhead`): one session of a server tries that, the others follow when it works, and after any surprise none does so any more.
*/
var Transfers = class {
	#control;
	#address;
	#traits;
	#connections;
	#watch;
	#ahead;
	/** The port that was given last was asked for ahead. */
	#portIsAhead = false;
	/** It is this session that tries whether the server takes a passive command ahead. */
	#onTrial = false;
	#astray = false;
	/** A REST is not used up: no RFC says that a refused RETR ends it. */
	#restStands = false;
	constructor(control, address, traits) {
		this.#control = control;
		this.#address = address;
		this.#traits = traits;
		this.#connections = new DataConnections(control, address);
		this.#watch = new Watch(address);
		control.follow({ onLost: () => this.#leaveTrial() });
	}
	/** Whether another one can follow. */
	get usable() {
		return this.#control.closed === void 0;
	}
	/** The last one may have failed because of a passive command that was sent ahead: no fault of the server, nor of the file. */
	get astray() {
		return this.#astray;
	}
	/** Asks something, and in the same write for the port of the next transfer, where that is not there yet. Throws a `Fault`. */
	askBefore(command) {
		if (this.#ahead !== void 0 || this.#traits.ahead === "never") return this.#control.ask(command);
		this.#ahead = this.#passive("command");
		return this.#ahead === void 0 ? this.#control.ask(command) : this.#control.ask(command, this.#ahead);
	}
	/** The port on which the server waits for the next one. Throws a `Fault`. */
	port() {
		if (this.#control.closed !== void 0) return Promise.reject(this.#control.closed);
		const ahead = this.#ahead;
		this.#ahead = void 0;
		this.#portIsAhead = false;
		if (ahead === void 0 || performance.now() - ahead.sent_ms > FRESH_MS) return passivePort(this.#control, this.#traits);
		const { outcome } = ahead;
		return outcome === void 0 ? this.#whenAnswered(ahead) : this.#portOf(ahead, outcome);
	}
	/** `from` is where it should begin: a server that refuses that begins at 0. Throws a `Fault`; see `transfer`. */
	async run(port, wanted) {
		const from = wanted.from === 0 && !this.#restStands ? 0 : await this.#beginAt(wanted.from);
		const ahead = wanted.short ? this.#sendAhead() : void 0;
		const usesAhead = this.#portIsAhead;
		const onAstray = ahead === void 0 && !usesAhead ? void 0 : (sign) => this.#goneAstray(sign);
		const { timeout_ms } = this.#address;
		const silence_ms = onAstray !== void 0 && this.#onTrial ? Math.min(timeout_ms, TRIAL_SILENCE_MS) : timeout_ms;
		const { command, expected, chunk, within_ms, tooLate, short } = wanted;
		const begun = {
			command,
			port,
			from,
			expected,
			chunk,
			within_ms,
			tooLate,
			short,
			ahead,
			silence_ms,
			onAstray
		};
		try {
			const done = await transfer(this.#control, this.#connections, this.#watch, begun);
			this.#restStands = false;
			this.#ahead = ahead;
			if (this.#traits.passive === "epsv") this.#traits.epsvProven = true;
			if (this.#traits.ahead === "too early") this.#traits.ahead = "untried";
			if (usesAhead && this.#onTrial) this.#proven();
			return done;
		} catch (error) {
			this.#ahead = ahead;
			doubtEpsv(this.#traits, error);
			throw error;
		}
	}
	/** The passive command to send ahead; undefined where none is to be sent. */
	#sendAhead() {
		if (this.#traits.passive === void 0) return void 0;
		if (this.#traits.ahead === "untried") {
			this.#traits.ahead = "on trial";
			this.#onTrial = true;
		}
		if (this.#traits.ahead !== "works" && !this.#onTrial) return void 0;
		return this.#passive("transfer");
	}
	/** By the command that has worked before; undefined before one has. */
	#passive(behind) {
		const { passive } = this.#traits;
		if (passive === void 0) return void 0;
		return new PassiveAhead(passive === "epsv" ? "EPSV" : "PASV", behind, (sign) => this.#outOfTurn(sign));
	}
	#proven() {
		this.#onTrial = false;
		if (this.#traits.ahead === "on trial") this.#traits.ahead = "works";
	}
	/** It was closed before it knew: another session tries. */
	#leaveTrial() {
		if (this.#onTrial && this.#traits.ahead === "on trial") this.#traits.ahead = "untried";
		this.#onTrial = false;
	}
	/** A line that breaks now and then need not do without what has worked. */
	#goneAstray(sign) {
		const seen = this.#astray;
		this.#onTrial = false;
		this.#astray = true;
		if (sign === "break" && (seen || this.#isOneOfFewBreaks())) return;
		this.#traits.ahead = "never";
	}
	#isOneOfFewBreaks() {
		return this.#traits.ahead === "works" && ++this.#traits.aheadBreaks <= FEW_BREAKS;
	}
	async #whenAnswered(ahead) {
		const wait = this.#onTrial ? deadline(TRIAL_SILENCE_MS, () => ahead.giveUp()) : void 0;
		const outcome = await new Promise((resolve) => ahead.whenKnown(resolve));
		wait?.clear();
		return this.#portOf(ahead, outcome);
	}
	/** Throws a `Fault`. */
	#portOf({ behind }, outcome) {
		if (outcome.kind === "port") {
			this.#portIsAhead = behind === "transfer";
			return outcome.port;
		}
		if (outcome.kind === "refused") {
			if (this.#onTrial) this.#traits.ahead = "never";
			this.#onTrial = false;
			return passivePort(this.#control, this.#traits);
		}
		return Promise.reject(this.#control.closed ?? new (require_command ??= (require("./command.cjs"))).Fault("cut_off", "the session was closed"));
	}
	/** Nobody knows any more which reply belongs to which command, of whatever kind the next ones are. */
	#outOfTurn(sign) {
		this.#goneAstray(sign);
		this.#control.close(new (require_command ??= (require("./command.cjs"))).Fault("protocol", "a passive command was not answered in its turn", { retry: true }));
	}
	/** REST, which must stand right before the command that it is for (RFC 3659 §5.3). Where the next transfer begins. Throws a `Fault`. */
	async #beginAt(offset) {
		if (offset === 0 && !this.#restStands) return 0;
		const reply = await this.#control.ask(`REST ${offset}`);
		const refused = reply.code >= 400;
		if (offset === 0) {
			if (refused) throw this.#lost(reply);
			this.#restStands = false;
			return 0;
		}
		this.#restStands ||= !refused;
		return reply.code === 350 ? offset : this.#beginAt(0);
	}
	/** Nobody knows where the next transfer would begin: there is none on this session. */
	#lost(reply) {
		const fault = new (require_command ??= (require("./command.cjs"))).Fault("cut_off", `REST 0: ${replyText(reply)}`);
		this.#control.close(fault);
		return fault;
	}
};
// src/ftp/session.ts
/** A connection after log-in. One command at a time; who holds it is the pool's business. */
var Session = class Session {
	#control;
	#address;
	#traits;
	#transfers;
	#lister;
	#hasher;
	constructor(control, address, traits) {
		this.#control = control;
		this.#address = address;
		this.#traits = traits;
		this.#transfers = new Transfers(control, address, traits);
		this.#lister = new FolderLister(address, traits, this.#transfers);
		this.#hasher = new Hasher(control, address, traits);
	}
	/** Throws a `Fault`. */
	static async open(address, traits, signal) {
		return new Session(await logIn(address, traits, signal), address, traits);
	}
	get usable() {
		return this.#control.closed === void 0;
	}
	/**
	* It was led astray by what was sent ahead, as no session of this server will be any more: what failed on it is no fault of the
	* server, nor of the file.
	*/
	get astray() {
		return this.#transfers.astray;
	}
	close(reason) {
		this.#control.close(reason);
	}
	/**
	* Fetches a file, or the rest of one. When the server ends it in order, with another size than expected too, that is the file as
	* it is now: whoever asked compares. Throws a `Fault` for all else; look at `usable` afterwards in any case.
	*/
	retrieve(retrieval) {
		return this.#onPath(retrieval.path, (name) => retrieve(this.#transfers, name, retrieval, this.#address));
	}
	/** What the server says of a file now. Throws a `Fault` when it is gone. */
	async version(path) {
		return this.#onPath(path, (name) => fileVersion(this.#control, name));
	}
	/** The strongest hash that the server makes of a file of so many bytes; see `Hasher.hash`. */
	async hash(path, size) {
		return this.#hasher.hash(this.#traits.doublesIac === true ? doubled(path) : path, size);
	}
	/**
	* Lists one directory, hidden files included, and hands on each entry as it comes, in the server's order; `now` is for dates
	* without a year. The path goes into CWD, never into LIST, which takes paths as patterns or options. Throws a `Fault` when there
	* is no listing: what was taken until then is worth nothing. When `take` ends it, what came before is an incomplete one; look at
	* `usable` afterwards in any case.
	*/
	async list(path, now, take) {
		await this.#onPath(path, async (name) => demand("CWD", await this.#transfers.askBefore(`CWD ${name}`)));
		return this.#lister.list({
			now,
			take
		});
	}
	/** CWD. Throws a `Fault`. */
	async enter(path) {
		await this.#onPath(path, async (name) => demand("CWD", await this.#control.ask(`CWD ${name}`)));
	}
	/** The directory that the session is in (RFC 959 PWD, appendix II for its quotes). */
	async where() {
		const reply = demand("PWD", await this.#control.ask("PWD"));
		const quoted = /^257[ -]"((?:[^"]|"")*)"(?= |$)/.exec(reply.text) ?? /^257[ -]"(.*?)"(?= |$)/.exec(reply.text);
		if (quoted?.[1] === void 0) throw new (require_command ??= (require("./command.cjs"))).Fault("protocol", `PWD: no path in "${replyText(reply)}"`);
		return quoted[1].replaceAll("\"\"", "\"");
	}
	/** RFC 3659 §4 SIZE; null when the server does not know the command. Throws a `Fault` when there is no such file. */
	async size(path) {
		return this.#onPath(path, (name) => fileSize(this.#control, name));
	}
	/** RFC 3659 §3 MDTM, as `FileRecord.modified`; null when the server does not say. */
	async modified(path) {
		try {
			return await this.#onPath(path, (name) => fileTime(this.#control, name));
		} catch (error) {
			if (this.usable && error instanceof (require_command ??= require("./command.cjs")).Fault && error.code !== "unsafe_name") return null;
			throw error;
		}
	}
	/**
	* Runs a command on a path. The byte 0xFF in it is telnet's IAC and must be doubled for servers that read the control
	* connection as telnet (RFC 959 §2.3; ProFTPD), and must not be for others (vsftpd, Pure-FTPd): tried once, then known.
	*/
	#onPath(path, run) {
		return path.includes("ÿ") ? this.#onTelnetPath(path, run) : run(path);
	}
	async #onTelnetPath(path, run) {
		if (this.#traits.doublesIac !== void 0) return run(this.#traits.doublesIac ? doubled(path) : path);
		try {
			const done = await run(path);
			if (TELNET_COMMAND.test(path)) this.#traits.doublesIac = false;
			return done;
		} catch (error) {
			if (!this.usable || !(error instanceof (require_command ??= require("./command.cjs")).Fault) || !["not_found", "denied"].includes(error.code)) throw error;
			const done = await run(doubled(path));
			this.#traits.doublesIac = true;
			return done;
		}
	}
};
function doubled(path) {
	return path.replaceAll("ÿ", "ÿÿ");
}
/** What telnet would have taken out (RFC 854). ProFTPD lets other bytes pass behind an undoubled 0xFF: that says nothing of it. */
const TELNET_COMMAND = /\xff[\xfb-\xff]/;
// src/ftp/entrance.ts
/** While others of this harvest may hold the server's last session, it is asked for at least and at most this often. */
const MAX_PATIENT_DELAY_MS = 1e4;
const MIN_PATIENT_DELAY_MS = 100;
/**
* A server that has let us in before and has enough now is asked again for so long, whatever `retries` is: whoever came in between,
* such as the other process of this harvest, will be done some time.
*/
const PATIENT_FOR_MS = 3e5;
/** What a server says that has enough sessions, be they those of others. */
const NO_MORE_NOW = ["too_many_connections", "busy"];
/** How a server is logged in to: no faster than it may be asked, and again with back-off where that can help. */
var Entrance = class {
	#traits;
	#circuit;
	#pace;
	/** While this says true, "too many connections" costs no retry: somebody else of the same harvest may hold the last session. */
	patience = () => false;
	constructor(address, traits, circuit) {
		this.#traits = traits;
		this.#circuit = circuit;
		this.#pace = new ConnectPace(address.connect_interval_ms, Math.max(1, address.connections));
	}
	/**
	* A session; or why there is none and none is needed: nobody wants it any more, or the server refused it (or has gone away: those
	* that live will find out). Rejects with the `Fault` of the last try, or with that of a server that counts as dead.
	*/
	async logIn(address, asker) {
		const { signal } = asker;
		const began_ms = performance.now();
		let failures = 0;
		for (let wait = 1;; wait++) {
			await this.#turn(signal);
			if (!asker.isWanted()) return "unwanted";
			try {
				return await Session.open(address, this.#traits, signal);
			} catch (error) {
				if (!(error instanceof (require_command ??= require("./command.cjs")).Fault) || signal.aborted) throw error;
				if (asker.hasOthers()) return "refused";
				const patient = NO_MORE_NOW.includes(error.code) && this.#isPatient(began_ms);
				if (!patient) this.#giveUpOrNot(error, ++failures, address.retries);
				const delay_ms = backOff(address.retry_delay_ms, wait);
				await (0, (node_timers_promises ??= require("node:timers/promises")).setTimeout)(patient ? Math.max(MIN_PATIENT_DELAY_MS, Math.min(delay_ms, MAX_PATIENT_DELAY_MS)) : delay_ms, void 0, { signal });
			}
		}
	}
	async #turn(signal) {
		const wait_ms = this.#pace.take();
		if (wait_ms > 0) await (0, (node_timers_promises ??= require("node:timers/promises")).setTimeout)(wait_ms, void 0, { signal });
	}
	#isPatient(since_ms) {
		if (this.#circuit.onTrial) return false;
		return this.patience() || this.#traits.known && performance.now() - since_ms < PATIENT_FOR_MS;
	}
	/** Throws when no further log-in shall be tried: it can't help, was tried often enough, or the server counts as dead. */
	#giveUpOrNot(fault, failures, retries) {
		const { onTrial } = this.#circuit;
		this.#circuit.failed(fault, void 0);
		if (this.#circuit.fault !== void 0) throw this.#circuit.fault;
		if (onTrial || !fault.retry || failures > retries) throw fault;
	}
};
// src/ftp/loans.ts
/** So many times the longest silence: who is heard of and lasts longer than that is not silent. */
const SILENCES = 2;
/** Node's timers may be that much early. */
const TIMER_IS_EARLY_MS = 5;
/** The sessions of a server that are lent now, and what for. */
var Loans = class {
	#proven_ms;
	#loans = /* @__PURE__ */ new Map();
	constructor({ timeout_ms }) {
		this.#proven_ms = SILENCES * timeout_ms;
	}
	get size() {
		return this.#loans.size;
	}
	/** One of them has been getting something for so long that the server lives, whatever else fails: a large file. */
	get someGetOn() {
		const since_ms = performance.now() - this.#proven_ms;
		return [...this.#loans.values()].some((loan) => loan.work.heard && loan.since_ms <= since_ms);
	}
	add(session, work) {
		this.#loans.set(session, {
			work,
			since_ms: performance.now()
		});
	}
	/** Calls back when those that are lent now have had the time to get on. Keeps no process alive. */
	later(look) {
		setTimeout(look, this.#proven_ms + TIMER_IS_EARLY_MS).unref();
	}
	remove(session) {
		this.#loans.delete(session);
	}
	/** Ends them all, whatever they are doing. */
	close(reason) {
		for (const session of this.#loans.keys()) session.close(reason);
		this.#loans.clear();
	}
};
// src/ftp/traits.ts
function unknownTraits() {
	return {
		known: false,
		asksPassword: false,
		mlsd: false,
		utf8: false,
		passive: void 0,
		epsvProven: false,
		ahead: "too early",
		aheadBreaks: 0,
		list: void 0,
		listsItself: void 0,
		doublesIac: void 0,
		hashes: []
	};
}
// src/ftp/waitingLine.ts
/** Who waits for a session of a server, first come, first served. */
var WaitingLine = class {
	#waiters = [];
	get length() {
		return this.#waiters.length;
	}
	/** Queues up. Who gives up leaves the line. */
	join(signal, work) {
		return new Promise((resolve, reject) => {
			const stopListening = (require_stream ??= require("./stream.cjs")).onAbort(signal, () => {
				this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
				reject(abandoned());
			});
			const waiter = {
				signal,
				work,
				resolve(value) {
					stopListening();
					resolve(value);
				},
				reject(error) {
					stopListening();
					reject(error);
				}
			};
			this.#waiters.push(waiter);
		});
	}
	next() {
		return this.#waiters.shift();
	}
	/** Tells all of them that there is nothing to wait for. */
	dismiss(reason) {
		for (const waiter of this.#waiters.splice(0)) waiter.reject(reason);
	}
};
// src/ftp/pool.ts
/**
* The sessions of one server. Who wants one waits in line; no more than `connections` are open at once. The first log-in goes
* alone: it learns what the server has, and when it fails for good, all who wait are told so instead of each trying on
* its own.
*/
var Pool = class {
	#address;
	#traits = unknownTraits();
	#circuit;
	#allowance;
	#entrance;
	#loans;
	#idle = [];
	#waiters = new WaitingLine();
	#stop = new AbortController();
	#opening = 0;
	/** Why there will be no session any more. */
	#over;
	#serverTime;
	#trialIsWatched = false;
	constructor(address) {
		this.#address = address;
		this.#circuit = new Circuit(address);
		this.#allowance = new Allowance(address.connections);
		this.#entrance = new Entrance(address, this.#traits, this.#circuit);
		this.#loans = new Loans(address);
	}
	/**
	* While this says true, "too many connections" costs no retry even when no session of ours lives: somebody else of the
	* same harvest, such as a listing in another process, may hold the one that there is.
	*/
	set patience(hasPatience) {
		this.#entrance.patience = hasPatience;
	}
	/** Sessions that are open or being opened. */
	get size() {
		return this.#loans.size + this.#idle.length + this.#opening;
	}
	/** Takes a session, opening one if there may be one more. Throws a `Fault` when there is none to be had. */
	lease(signal, work = { heard: false }) {
		if (signal.aborted) return Promise.reject(abandoned());
		this.#startTime();
		const lease = this.#waiters.join(signal, work);
		this.#serve();
		return lease;
	}
	/** A session that is there, at once; undefined where there is none, or others wait for one. */
	leaseNow(signal, work) {
		if (signal.aborted || this.#waiters.length > 0 || this.#refusal !== void 0 || this.#circuit.onTrial) return void 0;
		const session = this.#usableIdle();
		return session === void 0 ? void 0 : this.#loan(session, true, signal, work);
	}
	/** Logs out of the sessions that nobody uses now. */
	closeIdle() {
		for (const session of this.#idle.splice(0)) session.close();
	}
	/** Nobody uses it for now: ends everything, also what is on loan, but keeps what it has learned of the server. */
	pause() {
		this.#endAll(abandoned());
		this.#stop = new AbortController();
	}
	/** Somebody uses it again, with so many sessions at most. */
	resume(address) {
		this.#address = address;
		this.#allowance.most = address.connections;
	}
	/** Ends everything for good. */
	close() {
		this.#end(abandoned());
	}
	#end(reason) {
		clearTimeout(this.#serverTime);
		this.#over ??= reason;
		this.#endAll(reason);
	}
	#endAll(reason) {
		this.#stop.abort();
		this.closeIdle();
		this.#loans.close(reason);
		this.#waiters.dismiss(reason);
	}
	/** `server_timeout` begins. It keeps no process alive. */
	#startTime() {
		if (this.#serverTime !== void 0 || this.#over !== void 0) return;
		const { server_timeout_ms } = this.#address;
		const message = `all work on this server took longer than \`server_timeout\` (${server_timeout_ms / 1e3} s)`;
		const expire = () => this.#end(new (require_command ??= (require("./command.cjs"))).Fault("timeout", message, { retry: false }));
		this.#serverTime = setTimeout(expire, server_timeout_ms).unref();
	}
	#serve() {
		const refusal = this.#refusal;
		if (refusal !== void 0) return this.#waiters.dismiss(refusal);
		if (this.#circuit.onTrial && this.#loans.someGetOn) this.#circuit.succeeded();
		while (this.#waiters.length > 0 && !this.#trialGoesOn) {
			const session = this.#usableIdle();
			if (session === void 0) break;
			this.#lend(session, true);
		}
		while (this.#waiters.length > this.#opening && this.#mayOpen()) {
			this.#opening++;
			this.#open(this.#stop.signal);
		}
		this.#watchTrial();
	}
	/** Why nobody gets a session now. */
	get #refusal() {
		return this.#over ?? this.#circuit.fault;
	}
	#usableIdle() {
		let session = this.#idle.pop();
		while (session !== void 0 && !session.usable) session = this.#idle.pop();
		return session;
	}
	/** A server that counted as dead is tried by one; the others wait for what comes of it. */
	get #trialGoesOn() {
		return this.#circuit.onTrial && this.#loans.size + this.#opening > 0;
	}
	/** While some wait for what comes of a trial, or of work that began before it, that is looked at again and again. */
	#watchTrial() {
		if (this.#trialIsWatched || !this.#trialGoesOn || this.#waiters.length === 0) return;
		this.#trialIsWatched = true;
		this.#loans.later(() => {
			this.#trialIsWatched = false;
			this.#serve();
		});
	}
	/** While no session lives, log-ins go one at a time. */
	#mayOpen() {
		if (this.#trialGoesOn || this.size >= this.#allowance.sessions) return false;
		return this.#opening === 0 || this.#traits.known && this.size > this.#opening;
	}
	#lend(session, reused) {
		const waiter = this.#waiters.next();
		if (waiter === void 0) {
			this.#idle.push(session);
			return;
		}
		waiter.resolve(this.#loan(session, reused, waiter.signal, waiter.work));
	}
	#loan(session, reused, signal, work) {
		this.#loans.add(session, work);
		const stopListening = (require_stream ??= require("./stream.cjs")).onAbort(signal, () => session.close(abandoned()));
		let over = false;
		return {
			session,
			reused,
			succeeded: () => this.#circuit.succeeded(),
			failed: (fault) => this.#failed(fault, work),
			release: () => {
				if (over) return;
				over = true;
				stopListening();
				this.#loans.remove(session);
				if (session.usable && this.#over === void 0) this.#idle.push(session);
				else session.close();
				this.#serve();
			}
		};
	}
	#failed(fault, work) {
		if (this.#loans.someGetOn) return this.#circuit.succeeded();
		this.#circuit.failed(fault, work);
		if (this.#circuit.fault !== void 0) this.closeIdle();
	}
	async #open(signal) {
		const asker = {
			signal,
			isWanted: () => this.#waiters.length >= this.#opening,
			hasOthers: () => this.size > 1
		};
		try {
			const session = await this.#entrance.logIn(this.#address, asker);
			this.#opening--;
			if (session === "refused") this.#allowance.lower(this.size);
			else if (session !== "unwanted") this.#welcome(session, signal);
		} catch (error) {
			this.#opening--;
			if (!signal.aborted) this.#refused(error instanceof (require_command ??= require("./command.cjs")).Fault ? error : new (require_command ??= (require("./command.cjs"))).Fault("protocol", String(error)));
		}
		this.#serve();
	}
	#welcome(session, signal) {
		if (signal.aborted) return session.close();
		this.#lend(session, false);
		this.#allowance.atLeast(this.size - this.#opening);
	}
	/** There is no session to be had: for now, or for good where trying again can't help. */
	#refused(fault) {
		if (fault.retry) this.#circuit.open(fault);
		else this.#over ??= fault;
	}
};
// src/ftp/pools.ts
function newlyShared(address) {
	const pool = new Pool(address);
	const users = /* @__PURE__ */ new Set();
	pool.patience = () => [...users].every(({ patience }) => patience());
	return {
		pool,
		users
	};
}
/**
* The pools of a process, one a server and log-in, shared by all stages: together they never hold more sessions than the
* server's `connections` that the first of its present users gave. A pool stays when nobody uses it: what is known of its server, that
* it is dead or how many sessions it takes, holds for who comes back.
*/
var Pools = class {
	#pools = /* @__PURE__ */ new Map();
	/**
	* `patience`: see `Pool`. A user without it, such as a listing in this process, would hold the server's last session in this pool; so the
	* pool is as patient as the least patient of its users, and nobody waits for a session that is not there.
	*/
	use(address, patience = () => false) {
		const { host, port, user, password, secure, ca, insecure, encoding } = address;
		const key = JSON.stringify([
			host,
			port,
			user,
			password,
			secure,
			ca,
			insecure,
			encoding
		]);
		const shared = this.#pools.get(key) ?? newlyShared(address);
		const { pool, users } = shared;
		this.#pools.set(key, shared);
		if (users.size === 0) pool.resume(address);
		const newcomer = { patience };
		users.add(newcomer);
		return {
			pool,
			end: () => {
				if (users.delete(newcomer) && users.size === 0) pool.pause();
			}
		};
	}
	/** Closes every session. */
	close() {
		for (const { pool } of this.#pools.values()) pool.close();
		this.#pools.clear();
	}
};
// src/config/optionValues.ts
/** What an option's value becomes, or what is wrong with it; `shown` is the option's name as its user writes it. */
function parseOption(shown, { kind }, value) {
	const parsed = kind.parse(value);
	if (parsed !== void 0) return { value: parsed };
	return { problem: `\`${shown}\`: expected ${kind.expected}${found(value, kind.choices)}` };
}
function found(value, choices = []) {
	if (Array.isArray(value)) return value.length === 0 ? ", found an empty list" : ", found a list";
	if (typeof value === "string") return `, found \`${shortened(value)}\`${(require_command ??= require("./command.cjs")).didYouMean(value, choices)}`;
	if (typeof value === "number" || typeof value === "boolean") return `, found \`${value}\``;
	return typeof value === "object" && value !== null ? ", found a map" : "";
}
/** What is wrong with an option that a table does not have; `known` are its names as users write them. */
function unknownOption(shown, known) {
	const hint = (require_command ??= require("./command.cjs")).didYouMean(shown, known);
	if (hint !== "") return `unknown option \`${shortened(shown)}\`${hint}`;
	const all = known.map((name) => `\`${name}\``).join(", ");
	return `unknown option \`${shortened(shown)}\`${all === "" ? "; there are none here" : `; known are ${all}`}`;
}
/** What is wrong when an option is not given that must be. */
function missingOption(shown, { help }) {
	return `\`${shown}\` is missing: ${help}`;
}
/** Values of a table's options as given in code; defaults are filled in. Throws a `UsageError`; `who` is what it begins with. */
function optionValues(who, table, given) {
	const values = {};
	for (const [name, option] of Object.entries(table)) values[name] = option.default;
	for (const [name, value] of Object.entries(given)) {
		if (value === void 0) continue;
		const option = Object.hasOwn(table, name) ? table[name] : void 0;
		if (option === void 0) throw new (require_command ??= (require("./command.cjs"))).UsageError(`${who}: ${unknownOption(name, Object.keys(table))}`);
		const parsed = parseOption(name, option, value);
		if ("problem" in parsed) throw new (require_command ??= (require("./command.cjs"))).UsageError(`${who}: ${parsed.problem}`);
		values[name] = parsed.value;
	}
	for (const [name, option] of Object.entries(table)) if (option.required === true && values[name] === void 0) throw new (require_command ??= (require("./command.cjs"))).UsageError(`${who}: ${missingOption(name, option)}`);
	return values;
}
// src/sink/timezone.ts
/**
* How far a zone's clocks are ahead of UTC at a moment, in milliseconds.
*
* @param timezone IANA name, such as `Europe/Berlin`; a `Fault` `config` if there is no such zone
*/
function zoneOffset_ms(timezone, utc_ms) {
	if (timezone === "UTC") return 0;
	let zone = zones.get(timezone);
	if (zone === void 0) {
		zone = new Zone(timezone);
		zones.set(timezone, zone);
	}
	return zone.offset_ms(utc_ms);
}
/** As many as there are in the configurations of this process. */
const zones = /* @__PURE__ */ new Map();
/** Asking Intl takes microseconds, so it is asked for the beginning of days only, and in between on days that clocks change. */
var Zone = class {
	#format;
	#days = /* @__PURE__ */ new Map();
	constructor(timezone) {
		try {
			this.#format = new Intl.DateTimeFormat("en-US", {
				timeZone: timezone,
				timeZoneName: "longOffset"
			});
		} catch (cause) {
			throw new (require_command ??= (require("./command.cjs"))).Fault("config", `timezone ${JSON.stringify(timezone)} is not known: use a name such as Europe/Berlin`, { cause });
		}
	}
	offset_ms(utc_ms) {
		const day = Math.floor(utc_ms / DAY_ms$1);
		const atStart_ms = this.#atStartOf(day);
		return atStart_ms === this.#atStartOf(day + 1) ? atStart_ms : this.#ask(utc_ms);
	}
	#atStartOf(day) {
		const known_ms = this.#days.get(day);
		if (known_ms !== void 0) return known_ms;
		if (this.#days.size >= MOST_DAYS) this.#days.clear();
		const offset_ms = this.#ask(day * DAY_ms$1);
		this.#days.set(day, offset_ms);
		return offset_ms;
	}
	/** The text ends in `GMT`, `GMT+05:30`, or `GMT-00:44:30` (Liberia until 1972). */
	#ask(utc_ms) {
		const match = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(this.#format.format(utc_ms));
		if (match === null) return 0;
		const [, sign, hours, minutes, seconds = 0] = match;
		const ahead_ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1e3;
		return sign === "-" ? -ahead_ms : ahead_ms;
	}
};
const DAY_ms$1 = 864e5;
/** Eleven years of files. */
const MOST_DAYS = 4096;
// src/sink/modified.ts
/**
* The moment that a listed time means, in milliseconds since 1970; undefined if it can't be read. A time that clocks showed twice is
* the first of the two; one that they skipped counts on from before the gap. A day is its first moment.
*
* @param modified as in `FileRecord.modified`
* @param timezone IANA name of the zone that times without `Z` are in
*/
function modifiedToMs(modified, timezone) {
	const clock = readClock(modified);
	if (clock === void 0) return void 0;
	return clock.utc ? clock.shows_ms : momentOf(clock.shows_ms, timezone);
}
/**
* Whether a file here may be the one that was listed, going by its time: they are the same when they agree as far as the listing
* and the disk are precise. Files of this sink carry the time that `modifiedToMs` gave.
*/
function sameTime(listed, timezone, mtime_ms) {
	const clock = readClock(listed);
	if (clock === void 0) return false;
	const { shows_ms, utc } = clock;
	const precision_ms = mtime_ms % 1e3 === 0 ? Math.max(clock.precision_ms, 1e3) : clock.precision_ms;
	const agrees = (here_ms) => Math.floor(here_ms / precision_ms) === Math.floor(shows_ms / precision_ms);
	if (utc) return agrees(mtime_ms);
	return agrees(mtime_ms + zoneOffset_ms(timezone, mtime_ms)) || momentOf(shows_ms, timezone) === mtime_ms;
}
function readClock(text) {
	const match = CLOCK.exec(text);
	if (match === null) return void 0;
	const [, year, month, day, hour, minute, second, fraction, zone] = match;
	const date_ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
	const time_s = Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0);
	if (Number(year) < FIRST_YEAR || new Date(date_ms).getUTCDate() !== Number(day)) return void 0;
	return {
		shows_ms: date_ms + time_s * 1e3 + Number((fraction ?? "0").slice(0, 3).padEnd(3, "0")),
		precision_ms: precision(hour, second, fraction),
		utc: zone === "Z"
	};
}
const CLOCK = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:\.(\d{1,9}))?)?)?(Z?)$/;
/** `Date.UTC` takes the years before for 1900 to 1999. */
const FIRST_YEAR = 100;
function precision(hour, second, fraction) {
	if (hour === void 0) return DAY_ms;
	if (second === void 0) return 6e4;
	return fraction === void 0 ? 1e3 : 10 ** (3 - Math.min(fraction.length, 3));
}
const DAY_ms = 864e5;
function momentOf(shows_ms, timezone) {
	const before_ms = zoneOffset_ms(timezone, shows_ms - DAY_ms);
	const after_ms = zoneOffset_ms(timezone, shows_ms + DAY_ms);
	const first_ms = shows_ms - before_ms;
	if (before_ms === after_ms || zoneOffset_ms(timezone, first_ms) === before_ms) return first_ms;
	const second_ms = shows_ms - after_ms;
	return zoneOffset_ms(timezone, second_ms) === after_ms ? second_ms : first_ms;
}
// src/sink/diskFault.ts
/**
* What the system said about a file or folder, in words that an operator understands. A name that the disk does not take is
* `unsafe_name`, all else is `disk`.
*/
function diskFault(error, path) {
	if (error instanceof (require_command ??= require("./command.cjs")).Fault) return error;
	const known = KNOWN[(require_command ??= require("./command.cjs")).errorCode(error)];
	const text = known?.text ?? (error instanceof Error ? (require_command ??= require("./command.cjs")).printable(error.message) : String(error));
	const message = `${(require_command ??= require("./command.cjs")).printable(path)}: ${text}`;
	return new (require_command ??= (require("./command.cjs"))).Fault(known?.code ?? "disk", message, {
		...known?.retry && { retry: true },
		cause: error
	});
}
const KNOWN = {
	ENOSPC: { text: "no space left on the disk (or no inodes: see df -i)" },
	EDQUOT: { text: "the disk quota of this user is used up" },
	EFBIG: { text: "larger than this disk, or ulimit -f, allows a file to be" },
	EROFS: { text: "the disk is read-only" },
	EACCES: { text: "this user has no right to write here" },
	EPERM: { text: "the system does not let this user write here" },
	EIO: { text: "the disk reports an input/output error" },
	EMFILE: {
		text: "this process has too many files open: raise ulimit -n, or lower --servers",
		retry: true
	},
	ENFILE: {
		text: "the system has too many files open",
		retry: true
	},
	EISDIR: { text: "a folder lies where the file should be: move it away" },
	ENOTEMPTY: { text: "a folder lies where the file should be: move it away" },
	EEXIST: { text: "a file lies where a folder should be: move it away" },
	ENOTDIR: { text: "a file lies where a folder should be: move it away" },
	ENOENT: { text: "the folder was taken away in the meantime" },
	ELOOP: { text: "a symbolic link lies in the way: remove it, or put a real folder in its place" },
	EBUSY: { text: "it is in use by the system" },
	ETXTBSY: { text: "it is a program that runs just now" },
	ESTALE: {
		text: "the network disk has lost the folder: mount it anew",
		retry: true
	},
	ENAMETOOLONG: {
		text: "the name is too long for this disk",
		code: "unsafe_name"
	},
	EILSEQ: {
		text: "this disk does not take the bytes of this name",
		code: "unsafe_name"
	},
	EINVAL: {
		text: "this disk does not take this name",
		code: "unsafe_name"
	}
};
// src/sink/diskPace.ts
/**
* Whether a disk answers fast enough to be written to while everything else in the process waits. One object a disk.
*/
var DiskPace = class {
	#now;
	#slowUntil_ms = Number.NEGATIVE_INFINITY;
	constructor(now = () => performance.now()) {
		this.#now = now;
	}
	/** The disk was slow a short while ago: leave it to threads. */
	get slow() {
		return this.#slowUntil_ms > Number.NEGATIVE_INFINITY && this.#now() < this.#slowUntil_ms;
	}
	/** Does something synchronous on the disk and remembers if it took too long. */
	timed(work) {
		const started_ms = this.#now();
		work();
		const ended_ms = this.#now();
		if (ended_ms - started_ms > SLOW_ms) this.#slowUntil_ms = ended_ms + SLOW_FOR_ms;
	}
};
/** A file system of this machine takes microseconds; what takes longer than this holds up all other servers. */
const SLOW_ms = 50;
/** Then one write in ten seconds tries whether it still is slow. */
const SLOW_FOR_ms = 1e4;
// src/sink/durability.ts
const fsyncLater = (0, node_util.promisify)(node_fs.fsync);
/**
* Brings files and their names onto the disk: a file that is there is of no use after a power cut if its folder does not know it. Folders
* that were made are told, for those above them must know them, too.
*/
var Durability = class {
	/** Objects, so that one that is told again while it is being seen to is not taken for done. */
	#changed = /* @__PURE__ */ new Set();
	/** All that was written to a file. Rejects with the system's error. */
	bytes(fd) {
		return fsyncLater(fd);
	}
	/** A folder has got a new folder in it. */
	changed(folder) {
		this.#changed.add({ folder });
	}
	/** All that was told so far, and this folder. Rejects with the system's error. */
	async names(folder) {
		const changed = [...this.#changed];
		await Promise.all([{ folder }, ...changed].map((one) => settleOne(one.folder)));
		for (const one of changed) this.#changed.delete(one);
	}
};
async function settleOne(folder) {
	try {
		const handle = await (0, (node_fs_promises ??= require("node:fs/promises")).open)(folder, "r");
		await handle.sync().finally(() => handle.close());
	} catch (error) {
		if (![
			"EPERM",
			"EISDIR",
			"EINVAL",
			"ENOTSUP",
			"EOPNOTSUPP"
		].includes((require_command ??= require("./command.cjs")).errorCode(error))) throw error;
	}
}
// src/sink/fileWriting.ts
const writeLater = (0, node_util.promisify)(node_fs.write);
const closeLater = (0, node_util.promisify)(node_fs.close);
const futimesLater = (0, node_util.promisify)(node_fs.futimes);
function writeAll(fd, bytes, offset) {
	for (let at = 0; at < bytes.length;) at += progress((0, node_fs.writeSync)(fd, bytes, at, bytes.length - at, offset + at));
}
/** A disk that takes nothing and does not say why would be asked for ever. */
function progress(written) {
	if (written === 0) throw new Error("the disk takes no more bytes and does not say why");
	return written;
}
function setTime(fd, mtime_ms) {
	try {
		(0, node_fs.futimesSync)(fd, Date.now() / 1e3, new Date(mtime_ms));
	} catch (error) {
		unlessTimeless(error);
	}
}
async function setTimeLater(fd, mtime_ms) {
	await futimesLater(fd, /* @__PURE__ */ new Date(), new Date(mtime_ms)).catch(unlessTimeless);
}
/** Some network and FUSE disks keep no times, or not these: the file is good all the same. */
function unlessTimeless(error) {
	if (![
		"EPERM",
		"EINVAL",
		"ENOSYS",
		"ENOTSUP",
		"EOPNOTSUPP"
	].includes((require_command ??= require("./command.cjs")).errorCode(error))) throw error;
}
function quietly(work) {
	try {
		work();
	} catch {}
}
// src/sink/safeName.ts
/**
* Why a file can't lie under this name below its server's folder, in words for people; undefined if it can. Decided on the name alone,
* without a look at the disk.
*
* @param name relative to the server's folder, `/` between its parts
* @param rawName the bytes that the file gets on disk where they differ from `name` in UTF-8; they alone are judged then
* @param longest_bytes of one part of the name, `max_name`; never more than what disks take
*/
function unsafeReason(name, rawName, longest_bytes = LONGEST_PART_bytes, platform = process.platform) {
	const most_bytes = Math.min(longest_bytes, LONGEST_PART_bytes);
	if (rawName === void 0 && platform !== "win32" && name.length * 3 <= most_bytes && PLAIN.test(name)) return void 0;
	const spelled = rawName === void 0 ? name : Buffer.from(rawName).toString("latin1");
	if (/[\0\r\n]/.test(spelled)) return "a NUL or line end inside a name";
	if (spelled.startsWith("/")) return "an absolute name";
	for (const part of spelled.split("/")) {
		if (isLonger(part, rawName === void 0 ? "utf8" : "latin1", most_bytes)) return `a name of more than ${most_bytes} bytes${most_bytes < LONGEST_PART_bytes ? " (max_name)" : ""}`;
		const reason = unsafePart(part) ?? (platform === "win32" ? unsafeOnWindows(part) : void 0);
		if (reason !== void 0) return reason;
	}
}
/** Most names: no part is empty or begins with a dot. One look tells what takes a dozen for the others. */
const PLAIN = /^[^./\0\r\n][^/\0\r\n]*(\/[^./\0\r\n][^/\0\r\n]*)*$/;
/** The same for a server's name, which is one folder's. */
function unsafeServerReason(server) {
	return server.includes("/") ? "a / inside a server's name" : unsafeReason(server);
}
/** NAME_MAX of Linux, macOS and the BSDs; other file systems allow 255 characters. */
const LONGEST_PART_bytes = 255;
/** UTF-8 needs at most three bytes for a UTF-16 unit, so short texts need no counting. */
function isLonger(text, spelling, than_bytes) {
	if (spelling === "latin1") return text.length > than_bytes;
	return text.length * 3 > than_bytes && Buffer.byteLength(text) > than_bytes;
}
function unsafePart(part) {
	if (part === "") return "an empty name";
	if (!part.startsWith(".")) return void 0;
	if (part === "." || part === "..") return `${part} as a name`;
	return OURS.find(([pattern]) => pattern.test(part))?.[1];
}
/** Whatever the case of their letters: there are disks to which that is the same name. */
const OURS = [
	[/^\.[0-9a-f]{16}(-[0-9a-f]{8})?\.fh-part$/iu, "the name of our own unfinished files"],
	[/^\..+\.fh-lock(-[-0-9a-z]+)?$/isu, "the name of our own locks"],
	[/^\..+\.fh-parts$/isu, "the name of our own notes"],
	[/^\.(.+\.)?fh-probe-.{1,3}$/isu, "the name of our own probes of disks"]
];
/** "Naming Files, Paths, and Namespaces" in Microsoft's documentation. */
function unsafeOnWindows(part) {
	if (/[\u0000-\u001f<>:"|?*\\]/.test(part)) return "a character that Windows does not allow in names";
	if (/[. ]$/.test(part)) return "a dot or space at the end, which Windows takes away";
	return /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i.test(part.replaceAll(" ", "")) ? "the name of a device on Windows" : void 0;
}
// src/sink/folding.ts
/** Which names are one in the servers' folders. Asked once for each. */
var Foldings = class {
	#root;
	#known = /* @__PURE__ */ new Map();
	/** @param root the folder that holds the servers' folders */
	constructor(root) {
		this.#root = root;
	}
	/**
	* Makes a file in the server's folder, looks for its other spellings, and takes it away. In the folder above it as long as it is missing: a
	* new folder is like the one that it is made in. Where no file can be made each name is taken for its own: the first file says why.
	*
	* The file has one name in each place, so that the next run takes away what one that was killed has left.
	*/
	in(server, folder) {
		const key = `${folder}/${server}`;
		const known = this.#known.get(key);
		if (known !== void 0) return known;
		if (unsafeServerReason(server) !== void 0) return UNFOLDED;
		const above = (0, node_path.join)(this.#root, `.${server}${PROBE}`);
		const folding = probe(folder === "there" ? (0, node_path.join)(this.#root, server, PROBE) : above);
		if (folder === "there") quietly(() => (0, node_fs.unlinkSync)(above));
		this.#known.set(key, folding);
		return folding;
	}
};
/** Small letters, and composed. */
const PROBE = ".fh-probe-é";
const UNFOLDED = {
	letters: false,
	forms: false
};
function probe(path) {
	let folding = UNFOLDED;
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		let fd;
		try {
			fd = (0, node_fs.openSync)(path, OPEN, 420);
			folding = look$1(path);
			if (isThere(path, (0, node_fs.fstatSync)(fd).ino)) break;
		} catch {
			break;
		} finally {
			if (fd !== void 0) (0, node_fs.closeSync)(fd);
		}
	}
	quietly(() => (0, node_fs.unlinkSync)(path));
	return folding;
}
/** Another process of this run uses the same file, and takes it away as well: then the look says nothing. Each does so once. */
const MOST_TRIES = 1e3;
/** What lies there already is as good; neither a link is followed, nor is a FIFO waited for. */
const OPEN = node_fs.constants.O_RDONLY | node_fs.constants.O_CREAT | (node_fs.constants.O_NOFOLLOW ?? 0) | (node_fs.constants.O_NONBLOCK ?? 0);
function look$1(path) {
	const [folder, name] = [(0, node_path.dirname)(path), (0, node_path.basename)(path)];
	return {
		letters: isThere((0, node_path.join)(folder, name.toUpperCase())),
		forms: isThere((0, node_path.join)(folder, name.normalize("NFD")))
	};
}
/** The same for all names that are one name to the disk; undefined where each name is its own. */
function foldedName(name, { letters, forms }) {
	if (!letters && !forms) return void 0;
	const formed = forms ? name.normalize("NFC") : name;
	return letters ? formed.toUpperCase().toLowerCase() : formed;
}
/** @param number its inode, where it must be that file */
function isThere(path, number) {
	const stats = (0, node_fs.lstatSync)(path, { throwIfNoEntry: false });
	return stats !== void 0 && (number === void 0 || stats.ino === number);
}
// src/sink/openPart.ts
/**
* A part file that was not there before, and the folders above it. Throws the system's error.
*
* @param name for the first, second … one of the same file on its way at the same time
*/
function createPart({ folders, folder }, name) {
	folders.make(folder);
	let found = false;
	for (let copy = 0;;) {
		const path = `${folder}/${name(copy)}`;
		try {
			return {
				fd: (0, node_fs.openSync)(folders.onDisk(path), CREATE, MODE),
				path,
				copy
			};
		} catch (error) {
			const code = (require_command ??= require("./command.cjs")).errorCode(error);
			if (code === "EEXIST" && copy < MOST_COPIES) copy++;
			else if (code === "ENOENT" && !found) {
				found = true;
				folders.forget();
				folders.make(folder);
			} else throw error;
		}
	}
}
/** A part file that was kept, with as many bytes as it had. Throws a `Fault` if it is not that any more. */
function reopenPart(path, shown, held) {
	let fd;
	try {
		fd = (0, node_fs.openSync)(path, REOPEN);
		const stats = (0, node_fs.fstatSync)(fd);
		if (stats.isFile() && stats.size === held && stats.nlink === 1) return fd;
	} catch (error) {
		if (!["ENOENT", "ELOOP"].includes((require_command ??= require("./command.cjs")).errorCode(error))) throw error;
	}
	if (fd !== void 0) (0, node_fs.closeSync)(fd);
	throw new (require_command ??= (require("./command.cjs"))).Fault("disk", `${shown}: what was fetched of it was changed or taken away by somebody`, { retry: true });
}
/** Bytes of a part file; undefined if it is gone, or something else. Never throws. */
function partSize(path) {
	try {
		const stats = (0, node_fs.lstatSync)(path, { throwIfNoEntry: false });
		return stats?.isFile() ? stats.size : void 0;
	} catch {
		return;
	}
}
/** The umask takes away from it what the operator wants it to. */
const MODE = 420;
/**
* O_EXCL never opens what lies there: neither follows a link, nor writes into a file that has a second name elsewhere, nor hangs on a
* FIFO. And who has made a part file so may remove it by its name later: nobody else has it.
*/
const CREATE = node_fs.constants.O_RDWR | node_fs.constants.O_CREAT | node_fs.constants.O_EXCL;
const REOPEN = node_fs.constants.O_RDWR | (node_fs.constants.O_NOFOLLOW ?? 0) | (node_fs.constants.O_NONBLOCK ?? 0);
/** The same version of a file on its way at the same time, in one process and run. */
const MOST_COPIES = 1e3;
// src/sink/partName.ts
/** What tells a part file from those of other files of its folder and of other versions of the same file. */
function partDigest(name, version, copy) {
	const told = JSON.stringify(copy === 0 ? [name, version] : [
		name,
		version,
		copy
	]);
	return (0, node_crypto.hash)("sha256", told).slice(0, 16);
}
function partName({ digest, owner }) {
	return `.${digest}${owner === void 0 ? "" : `-${owner}`}.fh-part`;
}
/** Undefined if it is no part file's name. */
function readPartName(name) {
	const [, digest, owner] = PART.exec(name) ?? [];
	return digest === void 0 ? void 0 : {
		digest,
		owner
	};
}
const PART = /^\.([0-9a-f]{16})(?:-([0-9a-f]{8}))?\.fh-part$/;
/** Part files kept in mind, some 200 bytes each; one more is thrown away. */
const MOST_LEFTOVERS = 1e4;
/** Part files that earlier runs left below the servers' folders. Paths are bytes, one character each. */
var Leftovers = class {
	/** From folder and digest to the part file's name. */
	#names = /* @__PURE__ */ new Map();
	#stopped = false;
	#sweeping = 0;
	#unread = false;
	/** Something lies there, or may lie where nobody looked. */
	get any() {
		return this.#names.size > 0 || this.#sweeping > 0 || this.#unread;
	}
	/**
	* Looks through a server's folder, links not followed. A part file of somebody who is active is left alone: it was made by another
	* process of this run meanwhile. What can't be read stays as it is. Never rejects.
	*/
	async sweep(folder, request) {
		const gone = /* @__PURE__ */ new Set();
		const isLeft = (owner) => {
			if (owner === void 0 || gone.has(owner)) return true;
			if (request.isActive(owner)) return false;
			gone.add(owner);
			return true;
		};
		this.#sweeping++;
		await this.#walk(folder, (at, name) => {
			const part = readPartName(name);
			if (part !== void 0 && isLeft(part.owner)) this.#find(at, name, request.trusted);
		});
		if (this.#stopped) return "some";
		this.#sweeping--;
		return this.#unread ? "some" : "all";
	}
	/** The name of a left-over part file, which is the taker's from now on. */
	take(folder, digest) {
		const key = `${folder}/${digest}`;
		const name = this.#names.get(key);
		this.#names.delete(key);
		return name;
	}
	/** Ends the looking around. */
	stop() {
		this.#stopped = true;
	}
	/** Throws away what nobody took. */
	clear() {
		for (const [key, name] of this.#names) remove(`${key.slice(0, key.lastIndexOf("/"))}/${name}`);
		this.#names.clear();
	}
	/** One open folder for each level; reading is left to threads. */
	async #walk(folder, found) {
		try {
			for await (const entry of await (0, (node_fs_promises ??= require("node:fs/promises")).opendir)(bytes(folder), {
				encoding: "latin1",
				bufferSize: ENTRIES_AT_ONCE
			})) {
				if (this.#stopped) return;
				if (entry.isDirectory()) await this.#walk(`${folder}/${entry.name}`, found);
				else if (entry.isFile()) found(folder, entry.name);
			}
		} catch (error) {
			this.#unread ||= !["ENOENT", "EACCES"].includes((require_command ??= require("./command.cjs")).errorCode(error));
		}
	}
	#find(folder, name, trusted) {
		const { digest, owner } = readPartName(name) ?? {};
		const key = `${folder}/${digest}`;
		const known = this.#names.get(key);
		const useful = trusted && owner !== void 0 && (known !== void 0 || this.#names.size < MOST_LEFTOVERS);
		const size_bytes = partSize(bytes(`${folder}/${name}`)) ?? 0;
		const knownSize_bytes = known === void 0 ? 0 : partSize(bytes(`${folder}/${known}`)) ?? 0;
		if (!useful || size_bytes < 65536 || size_bytes <= knownSize_bytes) return remove(`${folder}/${name}`);
		if (known !== void 0) remove(`${folder}/${known}`);
		this.#names.set(key, name);
	}
};
const ENTRIES_AT_ONCE = 256;
function remove(path) {
	try {
		(0, node_fs.unlinkSync)(bytes(path));
	} catch {}
}
function bytes(path) {
	return Buffer.from(path, "latin1");
}
// src/sink/readBack.ts
/** Read and hashed in one go; others have their turn in between. */
const PIECE_bytes = 524288;
const readLater = (0, node_util.promisify)(node_fs.read);
/**
* Hashes of a file's first `size_bytes`, in hexadecimal. Rejects with the system's error, with a `Fault` if there are less, or with what
* `goOn` throws.
*/
async function hashesOf(fd, size_bytes, algorithms, { disk, goOn }) {
	const sums = algorithms.map((algorithm) => algorithm === "crc32" ? new Crc32() : new Hashed(algorithm));
	const piece = new Uint8Array(Math.min(PIECE_bytes, size_bytes));
	const readPiece = disk === "fast" && size_bytes <= PIECE_bytes ? readNow : readSoon;
	for (let at = 0; at < size_bytes;) {
		goOn();
		const bytesRead = await readPiece(fd, piece, Math.min(piece.length, size_bytes - at), at);
		if (bytesRead === 0) throw new (require_command ??= (require("./command.cjs"))).Fault("disk", "the disk gives back less than was written", { retry: true });
		for (const sum of sums) sum.add(piece.subarray(0, bytesRead));
		at += bytesRead;
	}
	return sums.map((sum) => sum.hex());
}
function readNow(fd, piece, length, at) {
	return (0, node_fs.readSync)(fd, piece, 0, length, at);
}
async function readSoon(fd, piece, length, at) {
	return (await readLater(fd, piece, 0, length, at)).bytesRead;
}
var Hashed = class {
	#hash;
	constructor(algorithm) {
		this.#hash = (0, node_crypto.createHash)(algorithm);
	}
	add(bytes) {
		this.#hash.update(bytes);
	}
	hex() {
		return this.#hash.digest("hex");
	}
};
/** Eight digits, as servers with XCRC write it. */
var Crc32 = class {
	#value = 0;
	add(bytes) {
		this.#value = (0, (node_zlib ??= require("node:zlib")).crc32)(bytes, this.#value);
	}
	hex() {
		return this.#value.toString(16).padStart(8, "0");
	}
};
// src/sink/partFile.ts
/**
* A file on its way: written beside its target under a name of our own, renamed when it is whole. Opened with its first byte.
* On a fast disk all of it is synchronous: five system calls for a small file.
*/
var PartFile = class {
	local;
	held;
	#request;
	#fd;
	/** The part file, once there is one. It is this object's only, so it may be removed by its name. */
	#path;
	/** Where the next byte is written, or undefined after bytes that were not in order. */
	#end;
	#mayKeep;
	#written = false;
	#over = false;
	/** A thread is at the file: its descriptor must stay open, or another file might get the number and the bytes. */
	#busy;
	constructor(request) {
		const { kept, mayKeep } = request.part;
		this.local = request.place.local;
		this.held = kept?.bytes ?? 0;
		this.#request = request;
		this.#path = kept?.path;
		this.#end = this.held;
		this.#mayKeep = mayKeep;
	}
	write(offset, bytes) {
		this.#mustBeFree();
		const { pace } = this.#request;
		if (pace.slow || bytes.length > MOST_AT_ONCE_bytes) return this.#inThread(this.#writeLater(offset, bytes));
		try {
			pace.timed(() => writeAll(this.#openFor(offset, bytes.length), bytes, offset));
		} catch (error) {
			throw diskFault(error, this.local);
		}
	}
	heldEnd(length) {
		this.#mustBeFree();
		return this.#inThread(this.#heldEnd(Math.min(length, this.held)));
	}
	digest(algorithms) {
		this.#mustBeFree();
		return this.#inThread(this.#digest(algorithms));
	}
	commit(mtime_ms) {
		this.#mustBeFree();
		const { pace, durable } = this.#request;
		if (pace.slow || durable !== void 0) return this.#inThread(this.#commitLater(mtime_ms));
		try {
			pace.timed(() => this.#commitNow(mtime_ms));
		} catch (error) {
			throw diskFault(error, this.local);
		}
	}
	keep() {
		const [path, bytes] = [this.#path, this.#end];
		if (path === void 0 || bytes === void 0 || !this.#mayKeep || this.#busy || bytes < 65536) return this.abort();
		if (this.#over) return;
		this.#dropDescriptor();
		this.#finish({
			path,
			bytes
		});
	}
	abort() {
		if (this.#over) return;
		const path = this.#path;
		if (path !== void 0) quietly(() => (0, node_fs.unlinkSync)(this.#onDisk(path)));
		if (this.#busy === void 0) this.#dropDescriptor();
		else this.#busy.then(this.#dropDescriptor, this.#dropDescriptor);
		this.#finish(void 0);
	}
	#mustBeFree() {
		if (this.#busy !== void 0) throw new Error("the last write to this file is not over yet");
		this.#mustBeWanted();
	}
	#mustBeWanted() {
		if (this.#over) throw new (require_command ??= (require("./command.cjs"))).Fault("disk", `${(require_command ??= require("./command.cjs")).printable(this.local)}: it was given up`);
	}
	#finish(kept) {
		this.#over = true;
		this.#request.part.done(this, kept);
	}
	#commitNow(mtime_ms) {
		const fd = this.#open();
		if (mtime_ms !== null) setTime(fd, mtime_ms);
		this.#fd = void 0;
		(0, node_fs.closeSync)(fd);
		this.#rename();
	}
	async #commitLater(mtime_ms) {
		const { durable, place } = this.#request;
		const fd = this.#open();
		if (mtime_ms !== null) await setTimeLater(fd, mtime_ms);
		this.#mustBeWanted();
		await durable?.bytes(fd);
		this.#mustBeWanted();
		this.#fd = void 0;
		await closeLater(fd);
		this.#mustBeWanted();
		this.#rename();
		await durable?.names(this.#onDisk(place.folder));
	}
	#rename() {
		const path = this.#path;
		if (path === void 0) throw new Error("nothing was opened");
		(0, node_fs.renameSync)(this.#onDisk(path), this.#onDisk(this.#request.place.target));
		this.#finish(void 0);
	}
	async #writeLater(offset, bytes) {
		const fd = this.#openFor(offset, bytes.length);
		for (let at = 0; at < bytes.length;) {
			const { bytesWritten } = await writeLater(fd, bytes, at, bytes.length - at, offset + at);
			at += progress(bytesWritten);
			this.#mustBeWanted();
		}
	}
	async #heldEnd(length) {
		const { buffer, bytesRead } = await readLater(this.#open(), Buffer.alloc(length), 0, length, this.held - length);
		if (bytesRead < length) throw new (require_command ??= (require("./command.cjs"))).Fault("disk", "the disk gives back less than was written", { retry: true });
		return buffer;
	}
	async #digest(algorithms) {
		if (this.#end === void 0) throw new Error("bytes that were not written in order are not summed up");
		const disk = this.#request.pace.slow ? "slow" : "fast";
		return hashesOf(this.#open(), this.#end, algorithms, {
			disk,
			goOn: () => this.#mustBeWanted()
		});
	}
	async #inThread(work) {
		this.#busy = work;
		try {
			return await work;
		} catch (error) {
			throw diskFault(error, this.local);
		} finally {
			this.#busy = void 0;
		}
	}
	/** For bytes at an offset: the first ones take the place of those that were held from there on. */
	#openFor(offset, length) {
		const fd = this.#open();
		if (!this.#written && offset < this.held) {
			(0, node_fs.ftruncateSync)(fd, offset);
			this.#end = offset;
		}
		this.#written = true;
		this.#end = offset === this.#end ? offset + length : void 0;
		return fd;
	}
	#open() {
		this.#fd ??= this.#path === void 0 ? this.#create() : this.#reopen(this.#path);
		return this.#fd;
	}
	#reopen(path) {
		return reopenPart(this.#onDisk(path), (require_command ??= require("./command.cjs")).printable(this.local), this.held);
	}
	#create() {
		const { place, part } = this.#request;
		const { fd, path, copy } = createPart(place, part.name);
		this.#path = path;
		this.#mayKeep &&= copy === 0;
		return fd;
	}
	#onDisk(path) {
		return this.#request.place.folders.onDisk(path);
	}
	#dropDescriptor = () => {
		const fd = this.#fd;
		this.#fd = void 0;
		if (fd !== void 0) quietly(() => (0, node_fs.closeSync)(fd));
	};
};
/** What the transfer reads at once; a larger write would hold up the other connections. */
const MOST_AT_ONCE_bytes = 262144;
// src/sink/partFiles.ts
/** How many kept part files are kept in mind for another try, some 300 bytes each; what is beyond waits for another run. */
const MOST_KEPT = 1e3;
/** Part files of this process that have a number only. */
let numbered = 0;
/** The part files of a sink: those on their way, those kept for another try, and those that earlier runs left. */
var PartFiles = class {
	left = new Leftovers();
	#owner;
	#active = /* @__PURE__ */ new Set();
	/** By folder and digest. */
	#kept = /* @__PURE__ */ new Map();
	/** There were more than are kept in mind. */
	#more = false;
	#closed = false;
	/** Of a file that nobody will go on with: most are small ones, and a number is faster than a digest. */
	#nameless = {
		name: () => partName({
			digest: (++numbered).toString(16).padStart(16, "0"),
			owner: this.#owner
		}),
		mayKeep: false,
		kept: void 0,
		done: (file) => this.#active.delete(file)
	};
	constructor(owner) {
		this.#owner = owner;
	}
	/** A part file for a version of a file, with what is here of the same. */
	add(place, version, make) {
		if (this.#closed) throw new (require_command ??= (require("./command.cjs"))).Fault("disk", "files are not taken any more", { retry: false });
		const file = version === void 0 ? make(this.#nameless) : make(this.#named(place, version));
		this.#active.add(file);
		return file;
	}
	/** A part file that is of one version and may be gone on with. */
	#named(place, version) {
		const name = place.target.slice(place.folder.length + 1);
		const digest = partDigest(name, version, 0);
		return {
			name: (copy) => partName({
				digest: copy === 0 ? digest : partDigest(name, version, copy),
				owner: this.#owner
			}),
			mayKeep: true,
			kept: this.#take(place, digest),
			done: (file, kept) => {
				this.#active.delete(file);
				if (kept !== void 0) this.#keep(`${place.folder}/${digest}`, kept);
			}
		};
	}
	/** See `Sink.close`. A file that a thread still writes to has lost its name then: whatever comes, it is nobody's. */
	close(how) {
		this.#closed = true;
		for (const file of this.#active) file.keep();
		this.left.stop();
		if (how === "done") this.left.clear();
		return this.#more || this.#kept.size > 0 || this.left.any;
	}
	#keep(key, kept) {
		if (this.#kept.size >= MOST_KEPT) this.#more = true;
		else this.#kept.set(key, kept);
	}
	#take(place, digest) {
		if (this.#kept.size === 0 && !this.left.any) return void 0;
		const { folders, folder } = place;
		const key = `${folder}/${digest}`;
		const own = this.#kept.get(key);
		this.#kept.delete(key);
		const name = own === void 0 ? this.left.take(bytesOf(folder, place), digest) : void 0;
		const path = own?.path ?? (name === void 0 ? void 0 : `${folder}/${name}`);
		const bytes = path === void 0 ? void 0 : partSize(folders.onDisk(path));
		return path === void 0 || bytes === void 0 ? void 0 : {
			path,
			bytes
		};
	}
};
function bytesOf(folder, { folders }) {
	const onDisk = folders.onDisk(folder);
	return typeof onDisk === "string" ? Buffer.from(onDisk).toString("latin1") : folder;
}
// src/sink/realFolders.ts
/**
* The folders below a root, each a real one: files never land elsewhere through a link that lies there. Folders that were
* looked at are remembered, so that a file costs no look at its folders. (Whoever swaps a folder for a link while the
* harvest runs is not stopped.)
*/
var RealFolders = class {
	#root;
	#spelling;
	#gotFolder;
	#real = /* @__PURE__ */ new Map();
	/**
	* @param root an absolute path without a `/` at its end, in the given spelling; trusted as it is
	* @param gotFolder called after a folder was made, with the one that it was made in
	*/
	constructor(root, spelling, gotFolder = () => {}) {
		this.#root = root;
		this.#spelling = spelling;
		this.#gotFolder = gotFolder;
	}
	/** The path as `node:fs` must be given it. */
	onDisk(path) {
		return this.#spelling === "utf8" ? path : Buffer.from(path, "latin1");
	}
	/** The path as people read it. */
	shown(path) {
		return this.#spelling === "utf8" ? path : Buffer.from(path, "latin1").toString();
	}
	/** Makes the folder and those above it, as far as they are missing. Throws a `Fault` if something else lies there. */
	make(folder) {
		if (!this.#real.has(folder)) this.#walk(folder, (path) => this.#isReal(path) ? "found" : this.#makeOne(path));
	}
	/** Whether the folder is there. Throws a `Fault` if something else lies there. */
	has(folder) {
		return this.#real.has(folder) || this.#walk(folder, (path) => this.#isReal(path) ? "found" : void 0);
	}
	/** Whether it was missing and `make` has made it, as far as is remembered. */
	hasMade(folder) {
		return this.#real.get(folder) === "made";
	}
	/** Forgets what was seen: somebody has taken folders away. */
	forget() {
		this.#real.clear();
	}
	/** From the root down, until a folder is not there. */
	#walk(folder, there) {
		for (let end = this.#root.length; end < folder.length;) {
			const slash = folder.indexOf("/", end + 1);
			end = slash === -1 ? folder.length : slash;
			const path = folder.slice(0, end);
			if (this.#real.has(path)) continue;
			const how = there(path);
			if (how === void 0) return false;
			this.#remember(path, how);
		}
		return true;
	}
	#remember(path, how) {
		if (this.#real.size >= MOST_REMEMBERED) this.#real.clear();
		this.#real.set(path, how);
	}
	#isReal(path) {
		const stats = this.#look(path);
		if (stats === void 0) return false;
		if (stats.isDirectory()) return true;
		const shown = (require_command ??= require("./command.cjs")).printable(this.shown(path));
		if (!stats.isSymbolicLink()) throw new (require_command ??= (require("./command.cjs"))).Fault("disk", `${shown}: a file lies where a folder should be: move it away`);
		throw new (require_command ??= (require("./command.cjs"))).Fault("unsafe_name", `${shown} is a symbolic link, and files are never written through one: remove the link, or put a real folder (or a mount) in its place`);
	}
	#look(path) {
		try {
			return (0, node_fs.lstatSync)(this.onDisk(path), { throwIfNoEntry: false });
		} catch (error) {
			throw diskFault(error, this.shown(path));
		}
	}
	#makeOne(path) {
		try {
			(0, node_fs.mkdirSync)(this.onDisk(path));
			this.#gotFolder(this.onDisk(path.slice(0, path.lastIndexOf("/")) || "/"));
			return "made";
		} catch (error) {
			if ((require_command ??= require("./command.cjs")).errorCode(error) === "EEXIST") return this.#isReal(path) ? "found" : void 0;
			throw diskFault(error, this.shown(path));
		}
	}
};
/** Per sink and spelling; some 150 bytes each. */
const MOST_REMEMBERED = 1024;
// src/sink/folder.ts
/**
* A sink of folders: files land in `<bufferPath>/<server>/<name>`, with their exact bytes as names, and never anywhere else.
* Throws a `Fault` `disk` if there can be no such folder.
*/
function openFolderSink(options) {
	const path = (0, node_path.resolve)(options.bufferPath);
	try {
		(require_stream ??= require("./stream.cjs")).makeFolder(path);
		return new FolderSink(path, (0, node_fs.realpathSync)(path), options.pace ?? paceOf((0, node_fs.statSync)(path).dev), options);
	} catch (error) {
		throw diskFault(error, path);
	}
}
var FolderSink = class {
	/** As people know the folder, for records and messages. */
	#path;
	/** The same without links, without a `/` at its end. */
	#root;
	#texts;
	#bytes;
	#pace;
	#durable;
	#parts;
	#options;
	#foldings;
	/** How the latest server's folder tells names. */
	#folding;
	constructor(path, realPath, pace, options) {
		const utf8 = realPath === "/" ? "" : realPath;
		const durable = options.commits === "durable" ? new Durability() : void 0;
		this.#path = path === "/" ? "" : path;
		this.#root = {
			utf8,
			latin1: latin1(Buffer.from(utf8))
		};
		this.#texts = new RealFolders(utf8, "utf8", (above) => durable?.changed(above));
		this.#bytes = new RealFolders(this.#root.latin1, "latin1", (above) => durable?.changed(above));
		this.#pace = pace;
		this.#durable = durable;
		this.#parts = new PartFiles(options.owner ?? (0, node_crypto.randomUUID)().slice(0, 8));
		this.#foldings = new Foldings(realPath);
		this.#options = options;
	}
	held(file) {
		const { folders, folder, target, local } = this.#place(file);
		if (!folders.has(folder)) return void 0;
		const stats = look(folders.onDisk(target), local);
		if (stats === void 0 || !stats.isFile()) return void 0;
		return {
			size: stats.size,
			mtime_ms: Math.floor(stats.mtimeMs + ROUNDING_ms),
			local
		};
	}
	isNew(file) {
		const { folders, folder } = this.#place(file);
		return folders.hasMade(folder);
	}
	begin(file) {
		const place = this.#place(file);
		place.folders.has(place.folder);
		const [pace, durable] = [this.#pace, this.#durable];
		return this.#parts.add(place, file.version, (part) => new PartFile({
			place,
			pace,
			durable,
			part
		}));
	}
	foldedName({ server, name, rawName }) {
		if (rawName !== void 0) return void 0;
		if (this.#folding?.server !== server) {
			const folder = this.#texts.has(`${this.#root.utf8}/${server}`) ? "there" : "missing";
			const folding = this.#foldings.in(server, folder);
			if (folder === "missing") return foldedName(name, folding);
			this.#folding = {
				server,
				folding
			};
		}
		return foldedName(name, this.#folding.folding);
	}
	async recover({ server, ...request }) {
		if (isLink(`${this.#root.utf8}/${server}`)) return "some";
		return this.#parts.left.sweep(`${this.#root.latin1}/${latin1(Buffer.from(server))}`, request);
	}
	close(how) {
		return this.#parts.close(how);
	}
	#place(file) {
		const { server, name, rawName } = file;
		const local = `${this.#path}/${server}/${name}`;
		const spelling = rawName === void 0 ? "utf8" : "latin1";
		const target = rawName === void 0 ? `${this.#root.utf8}/${server}/${name}` : `${this.#root.latin1}/${latin1(Buffer.from(server))}/${latin1(rawName)}`;
		const why = unsafeServerReason(server) ?? unsafeReason(name, rawName, this.#options.maxName) ?? (isLonger(target, spelling, LONGEST_PATH_bytes) ? `a path of more than ${LONGEST_PATH_bytes} bytes` : void 0);
		if (why !== void 0) throw new (require_command ??= (require("./command.cjs"))).Fault("unsafe_name", `"${(require_command ??= require("./command.cjs")).printable(`${server}/${name}`)}": ${why}`);
		return {
			folders: rawName === void 0 ? this.#texts : this.#bytes,
			folder: target.slice(0, target.lastIndexOf("/")),
			target,
			local
		};
	}
};
/** Node sets times in seconds with a fraction, cut to microseconds: what was .123 comes back as .122999. */
const ROUNDING_ms = .002;
/** PATH_MAX of Linux, and of macOS and the BSDs, less the NUL; and room for a part file's name beside the shortest one. */
const LONGEST_PATH_bytes = (process.platform === "linux" ? 4096 : 1024) - 1 - 34;
function latin1(bytes) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
function look(path, local) {
	try {
		return (0, node_fs.lstatSync)(path, { throwIfNoEntry: false });
	} catch (error) {
		throw diskFault(error, local);
	}
}
function isLink(path) {
	try {
		return (0, node_fs.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
	} catch {
		return false;
	}
}
/** What is known of the disks of this machine, by device number. */
const paces = /* @__PURE__ */ new Map();
function paceOf(device) {
	const pace = paces.get(device) ?? new DiskPace();
	paces.set(device, pace);
	return pace;
}
// src/sink/mutex.ts
/**
* Does a short piece of work while no other process does any under the same path; does nothing when another one is at it.
*
* The mutex is a symbolic link that points nowhere: its text names its owner, and making it is one step that fails if it is
* there. That of a dead owner is removed under a second mutex, named after the first one's text. Of all that see the dead
* owner only one holds that at a time, and it looks again before it removes: so nobody ever removes the mutex of a living
* one. The second mutex may be left by a dead process too, and is treated alike.
*
* Throws what the work throws, and the file system's errors.
*/
function exclusively(path, work) {
	const mine = JSON.stringify({
		...(require_stream ??= require("./stream.cjs")).thisProcess(),
		id: (0, node_crypto.randomUUID)()
	});
	if (!create(path, mine)) {
		const text = read$1(path);
		const owner = text === void 0 ? void 0 : ownerOf$1(text);
		if (text !== void 0 && (owner === void 0 || (require_stream ??= require("./stream.cjs")).lives(owner) !== "gone")) return {
			had: false,
			owner
		};
		if (text !== void 0) exclusively(`${path}-${(0, node_crypto.hash)("sha256", text).slice(0, 8)}`, () => removeIf(path, text));
		if (!create(path, mine)) return {
			had: false,
			owner
		};
	}
	try {
		return {
			had: true,
			value: work()
		};
	} finally {
		removeIf(path, mine);
	}
}
function removeIf(path, text) {
	if (read$1(path) === text) (0, node_fs.unlinkSync)(path);
}
function ownerOf$1(text) {
	try {
		const owner = JSON.parse(text);
		return (require_stream ??= require("./stream.cjs")).isProcessIdentity(owner) ? owner : void 0;
	} catch {
		return;
	}
}
function create(path, text) {
	try {
		createAsLink(path, text);
		return true;
	} catch (error) {
		if ((require_command ??= require("./command.cjs")).errorCode(error) === "EEXIST") return false;
		throw error;
	}
}
/**
* FAT, many CIFS mounts and Windows make no links. A file there is made first and filled then; a process that is killed in between leaves a
* mutex without an owner, which an operator must remove.
*/
function createAsLink(path, text) {
	try {
		(0, node_fs.symlinkSync)(text, path);
	} catch (error) {
		if (![
			"EPERM",
			"ENOSYS",
			"ENOTSUP",
			"EOPNOTSUPP"
		].includes((require_command ??= require("./command.cjs")).errorCode(error))) throw error;
		(0, node_fs.writeFileSync)(path, text, { flag: "wx" });
	}
}
/** Undefined when it is not there (any more). */
function read$1(path) {
	try {
		return (0, node_fs.readlinkSync)(path);
	} catch (error) {
		if ((require_command ??= require("./command.cjs")).errorCode(error) === "ENOENT") return void 0;
	}
	try {
		return (0, node_fs.readFileSync)(path, "utf8");
	} catch (error) {
		if ((require_command ??= require("./command.cjs")).errorCode(error) === "ENOENT") return void 0;
		throw error;
	}
}
// src/sink/lockFile.ts
/** The file beside it that exists while the lock file is being changed. */
function mutexPath(path) {
	return `${path}-busy`;
}
/**
* Changes who holds a lock; no other process does at the same time. Holders whose process is gone are left out first; with
* none left there is no file.
*
* @param change from the living holders, and the dead, to the new ones; undefined leaves the file as it is
*/
function changeHolders(path, change) {
	return exclusively(mutexPath(path), () => {
		const all = readHolders(path);
		const dead = all.filter((holder) => (require_stream ??= require("./stream.cjs")).lives(holder) === "gone");
		const holders = change(dead.length === 0 ? all : all.filter((holder) => !dead.includes(holder)), dead);
		if (holders !== void 0) writeHolders(path, holders);
	});
}
/** Dead and alive. A file that can't be understood is what a power cut left of one: of a process that is gone. */
function readHolders(path) {
	try {
		const holders = JSON.parse((0, node_fs.readFileSync)(path, "utf8"));
		return Array.isArray(holders) ? holders.filter(isHolder) : [ofAnotherBoot()];
	} catch (error) {
		if (error instanceof SyntaxError) return [ofAnotherBoot()];
		if ((require_command ??= require("./command.cjs")).errorCode(error) === "ENOENT") return [];
		throw error;
	}
}
function ofAnotherBoot() {
	return {
		...(require_stream ??= require("./stream.cjs")).thisProcess(),
		boot: "?",
		run: "",
		since: "",
		id: ""
	};
}
function isHolder(value) {
	if (!(require_stream ??= require("./stream.cjs")).isProcessIdentity(value)) return false;
	const { run, since, id } = value;
	return [
		run,
		since,
		id
	].every((text) => typeof text === "string");
}
/** Whole or not at all, also if this process is killed. */
function writeHolders(path, holders) {
	if (holders.length === 0) return unlinkIfThere(path);
	const next = `${path}-new`;
	unlinkIfThere(next);
	const fd = (0, node_fs.openSync)(next, node_fs.constants.O_WRONLY | node_fs.constants.O_CREAT | node_fs.constants.O_EXCL, 420);
	try {
		fill(fd, holders);
		(0, node_fs.renameSync)(next, path);
	} catch (error) {
		quietly(() => (0, node_fs.unlinkSync)(next));
		throw error;
	}
}
function fill(fd, holders) {
	try {
		(0, node_fs.writeFileSync)(fd, `${JSON.stringify(holders)}\n`);
	} finally {
		(0, node_fs.closeSync)(fd);
	}
}
function unlinkIfThere(path) {
	try {
		(0, node_fs.unlinkSync)(path);
	} catch (error) {
		if ((require_command ??= require("./command.cjs")).errorCode(error) !== "ENOENT") throw error;
	}
}
// src/sink/lockWords.ts
/** Who keeps a lock from being taken, for people. */
function describeHolder(path, { run, since, ...holder }) {
	return `the run ${(require_command ??= require("./command.cjs")).printable(run)} works on its folder: ${who(holder)}, since ${(require_command ??= require("./command.cjs")).printable(since)}${howToMend(path, holder)}`;
}
/** The same while the lock file is being changed by somebody else. */
function describeBusy(path, owner) {
	const mutex = mutexPath(path);
	if (owner === void 0) return `its lock is being changed, nobody can tell by whom; if no run is active, remove ${(require_command ??= require("./command.cjs")).printable(mutex)}`;
	return `its lock is being changed for very long: ${who(owner)}${howToMend(mutex, owner)}`;
}
function who({ pid, host }) {
	return `process ${pid} on ${host === (require_stream ??= require("./stream.cjs")).thisProcess().host ? "this host" : (require_command ??= require("./command.cjs")).printable(host)}`;
}
function howToMend(path, holder) {
	if ((require_stream ??= require("./stream.cjs")).lives(holder) !== "elsewhere") return "";
	return ` (it can't be seen from here whether it still runs; if not, remove ${(require_command ??= require("./command.cjs")).printable(path)})`;
}
// src/sink/partsMarker.ts
/**
* Notes beside a lock that part files were left: the file `.<server>.fh-parts`, with the boot that they are of. A note of another boot makes
* them doubtful. Nothing happens where it can't be written: then they are not found.
*/
function noteParts(path, boot) {
	try {
		const known = read(path);
		if (known === void 0) (0, node_fs.writeFileSync)(path, boot, { flag: "wx" });
		else if (known !== boot) (0, node_fs.writeFileSync)(path, OF_SEVERAL_BOOTS);
	} catch {}
}
/**
* Reads the note and takes it away, `ours` being the boot of now. One that makes them doubtful stays until `endDoubt`: if this run does not look through all of them, the
* next one must not trust the rest.
*/
function takeNote(path, ours) {
	try {
		const boot = read(path);
		if (boot === void 0) return "none";
		const isOurs = boot === ours && ours !== "";
		if (isOurs) (0, node_fs.unlinkSync)(path);
		else (0, node_fs.writeFileSync)(path, IN_DOUBT);
		return isOurs ? "trusted" : "doubtful";
	} catch {
		return "none";
	}
}
/** Takes a note away that made part files doubtful: all of them were looked through. Not if another one was written meanwhile. Never throws. */
function endDoubt(path) {
	quietly(() => {
		if (read(path) === IN_DOUBT) (0, node_fs.unlinkSync)(path);
	});
}
/** No boots' names. */
const OF_SEVERAL_BOOTS = "?";
const IN_DOUBT = "??";
function read(path) {
	try {
		return (0, node_fs.readFileSync)(path, "utf8");
	} catch (error) {
		if ((require_command ??= require("./command.cjs")).errorCode(error) === "ENOENT") return void 0;
		throw error;
	}
}
// src/sink/lock.ts
/**
* Takes the lock on a server's folder: the file `.<server>.fh-lock` beside it, which names the processes that hold it. Processes
* that died without letting go hold nothing; those of other hosts count as alive. May be taken several times.
*
* Rejects with a `Fault`: `locked` (who holds it, since when), `disk`, `unsafe_name`.
*/
async function takeLock({ bufferPath, server, run, waitMs = 0, signal }) {
	signal?.throwIfAborted();
	const path = lockPath(bufferPath, server);
	const started_ms = performance.now();
	for (let pause_ms = FIRST_PAUSE_ms;; pause_ms = Math.min(pause_ms * 2, LONGEST_PAUSE_ms)) {
		const answer = ask(path, run);
		if ("lock" in answer) return answer.lock;
		const left_ms = (answer.held ? waitMs : Math.max(waitMs, TURN_PATIENCE_ms)) - (performance.now() - started_ms);
		if (left_ms <= 0) throw new (require_command ??= (require("./command.cjs"))).Fault("locked", `${(require_command ??= require("./command.cjs")).printable(server)}: ${answer.why}`);
		await (0, (node_timers_promises ??= require("node:timers/promises")).setTimeout)(Math.min(pause_ms, left_ms), void 0, { signal });
	}
}
const FIRST_PAUSE_ms = 5;
/** A run takes seconds to hours: asking four times a second costs nothing and wastes little. */
const LONGEST_PAUSE_ms = 250;
/** Changing the lock file takes far less than a millisecond; who needs longer was stopped in the middle. */
const TURN_PATIENCE_ms = 5e3;
/** The same while everything in the process waits. */
const RELEASE_PATIENCE_ms = 500;
const holds = /* @__PURE__ */ new Map();
/** Holders of this process that could not be taken out of their file; done when it is changed the next time. */
const departed = /* @__PURE__ */ new Set();
function lockPath(bufferPath, server) {
	const reason = unsafeServerReason(server);
	if (reason !== void 0) throw new (require_command ??= (require("./command.cjs"))).Fault("unsafe_name", `"${(require_command ??= require("./command.cjs")).printable(server)}": ${reason}`);
	try {
		(require_stream ??= require("./stream.cjs")).makeFolder(bufferPath);
		return (0, node_path.join)((0, node_fs.realpathSync)(bufferPath), `.${server}.fh-lock`);
	} catch (error) {
		throw diskFault(error, (0, node_path.resolve)(bufferPath));
	}
}
function ask(path, run) {
	const key = `${path}\0${run}`;
	const held = holds.get(key);
	if (held !== void 0) {
		held.count++;
		return { lock: lockOn(held, "none") };
	}
	const id = (0, node_crypto.randomUUID)();
	let other;
	let first = false;
	const turn = change(path, (holders) => {
		first = holders.length === 0;
		other = holders.find((holder) => holder.run !== run);
		return other === void 0 ? [...holders, {
			...(require_stream ??= require("./stream.cjs")).thisProcess(),
			run,
			since: (/* @__PURE__ */ new Date()).toISOString(),
			id
		}] : void 0;
	});
	if (!turn.had) return {
		held: false,
		why: describeBusy(path, turn.owner)
	};
	if (other !== void 0) return {
		held: true,
		why: describeHolder(path, other)
	};
	const hold = {
		key,
		path,
		id,
		count: 1
	};
	holds.set(key, hold);
	return { lock: lockOn(hold, first ? takeNote(notePath(path), (require_stream ??= require("./stream.cjs")).thisProcess().boot) : "none") };
}
function lockOn(hold, left) {
	let released = false;
	return {
		owner: ownerOf(hold),
		left,
		isHeldBy: (owner) => isHeldBy(hold.path, owner),
		release(leaving = "nothing") {
			if (released) return;
			released = true;
			if (left === "doubtful" && leaving !== "parts") endDoubt(notePath(hold.path));
			if (leaving !== "nothing") noteParts(notePath(hold.path), (require_stream ??= require("./stream.cjs")).thisProcess().boot);
			hold.count--;
			if (hold.count === 0) leave(hold);
		}
	};
}
function ownerOf({ id }) {
	return id.slice(0, 8);
}
/** Where nobody can tell, they are taken for one. */
function isHeldBy(path, owner) {
	try {
		return readHolders(path).some((holder) => ownerOf(holder) === owner);
	} catch {
		return true;
	}
}
function notePath(path) {
	return path.replace(/lock$/, "parts");
}
function leave({ key, path, id }) {
	holds.delete(key);
	departed.add(id);
	const started_ms = performance.now();
	try {
		while (!change(path, (holders) => holders).had) {
			if (performance.now() - started_ms > RELEASE_PATIENCE_ms) return;
			pause();
		}
		departed.delete(id);
	} catch {}
}
/**
* As `changeHolders`, without those that have let go already. Who died may have left part files: that is noted, for the lock forgets it.
* Throws a `Fault` `disk`.
*/
function change(path, to) {
	try {
		return changeHolders(path, (holders, dead) => {
			for (const { boot } of dead) noteParts(notePath(path), boot);
			return to(holders.filter(({ id }) => !departed.has(id)));
		});
	} catch (error) {
		throw diskFault(error, path);
	}
}
function pause() {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
}
// src/cli/stageContext.ts
var stageContext_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ openContext: () => openContext });
/** What the stages of this process work with. */
function openContext(request) {
	const { config, jobs, signal, world } = request;
	const configs = openConfigs({
		env: world.env,
		override: config,
		jobs
	});
	const pools = new Pools();
	signal.addEventListener("abort", () => pools.close(), { once: true });
	const { ending, damaged, note, by, stateFolder } = (require_progress ??= require("./progress.cjs")).offlineContext(request);
	return {
		get run() {
			return request.run();
		},
		by,
		signal,
		pools,
		stateFolder,
		ending,
		damaged,
		note,
		settings(file, server, overrides) {
			if (file === "" && config === void 0) throw new (require_command ??= (require("./command.cjs"))).Fault("config", "its record names no `config`; give --config");
			return configs.settings(file, server, overrides);
		},
		select: (file, selection) => configs.select(file, selection)
	};
}
// src/config/schema.ts
/** JSON Schema of cfg.yaml (draft 7, which editors know best), made from the table of keys. */
function configSchema() {
	return {
		$schema: "http://json-schema.org/draft-07/schema#",
		title: "Configuration of ftp-harvest",
		type: "object",
		additionalProperties: false,
		required: ["servers"],
		properties: {
			...properties("top"),
			defaults: {
				...keysSchema("defaults"),
				description: SECTIONS.defaults
			},
			servers: {
				description: SECTIONS.servers,
				type: "object",
				minProperties: 1,
				propertyNames: { pattern: SERVER_NAME_PATTERN },
				additionalProperties: { $ref: "#/definitions/server" }
			}
		},
		definitions: { server: keysSchema("server") }
	};
}
function keysSchema(place) {
	const required = keysAt(place).filter((name) => configKey(name).required);
	return {
		type: place === "defaults" ? ["object", "null"] : "object",
		additionalProperties: false,
		...required.length > 0 && { required },
		properties: properties(place)
	};
}
function properties(place) {
	return Object.fromEntries(keysAt(place).map((name) => [name, keySchema(name)]));
}
function keySchema(name) {
	const { kind, help, otherwise } = configKey(name);
	const standard = (require_command ??= require("./command.cjs")).writtenDefault(configKey(name));
	return {
		description: otherwise === void 0 ? help : `${help} (default: ${otherwise})`,
		...standard !== void 0 && { default: standard },
		anyOf: [kind.schema, {
			type: "string",
			pattern: "\\$\\{"
		}]
	};
}
Object.defineProperty(exports, "FOUND", {
	enumerable: true,
	get: function() {
		return FOUND;
	}
});
Object.defineProperty(exports, "MissingVariable", {
	enumerable: true,
	get: function() {
		return MissingVariable;
	}
});
Object.defineProperty(exports, "Pools", {
	enumerable: true,
	get: function() {
		return Pools;
	}
});
Object.defineProperty(exports, "Problems", {
	enumerable: true,
	get: function() {
		return Problems;
	}
});
Object.defineProperty(exports, "backOff", {
	enumerable: true,
	get: function() {
		return backOff;
	}
});
Object.defineProperty(exports, "configSchema", {
	enumerable: true,
	get: function() {
		return configSchema;
	}
});
Object.defineProperty(exports, "diskFault", {
	enumerable: true,
	get: function() {
		return diskFault;
	}
});
Object.defineProperty(exports, "expand", {
	enumerable: true,
	get: function() {
		return expand;
	}
});
Object.defineProperty(exports, "hasVariables", {
	enumerable: true,
	get: function() {
		return hasVariables;
	}
});
Object.defineProperty(exports, "malformedVariable", {
	enumerable: true,
	get: function() {
		return malformedVariable;
	}
});
Object.defineProperty(exports, "missingOption", {
	enumerable: true,
	get: function() {
		return missingOption;
	}
});
Object.defineProperty(exports, "modifiedToMs", {
	enumerable: true,
	get: function() {
		return modifiedToMs;
	}
});
Object.defineProperty(exports, "namesIn", {
	enumerable: true,
	get: function() {
		return namesIn;
	}
});
Object.defineProperty(exports, "openConfigs", {
	enumerable: true,
	get: function() {
		return openConfigs;
	}
});
Object.defineProperty(exports, "openContext", {
	enumerable: true,
	get: function() {
		return openContext;
	}
});
Object.defineProperty(exports, "openFolderSink", {
	enumerable: true,
	get: function() {
		return openFolderSink;
	}
});
Object.defineProperty(exports, "optionValues", {
	enumerable: true,
	get: function() {
		return optionValues;
	}
});
Object.defineProperty(exports, "parseOption", {
	enumerable: true,
	get: function() {
		return parseOption;
	}
});
Object.defineProperty(exports, "placed", {
	enumerable: true,
	get: function() {
		return placed;
	}
});
Object.defineProperty(exports, "rawName", {
	enumerable: true,
	get: function() {
		return rawName;
	}
});
Object.defineProperty(exports, "readDocumentFile", {
	enumerable: true,
	get: function() {
		return readDocumentFile;
	}
});
Object.defineProperty(exports, "sameTime", {
	enumerable: true,
	get: function() {
		return sameTime;
	}
});
Object.defineProperty(exports, "shortened", {
	enumerable: true,
	get: function() {
		return shortened;
	}
});
Object.defineProperty(exports, "stageContext_exports", {
	enumerable: true,
	get: function() {
		return stageContext_exports;
	}
});
Object.defineProperty(exports, "takeLock", {
	enumerable: true,
	get: function() {
		return takeLock;
	}
});
Object.defineProperty(exports, "ticked", {
	enumerable: true,
	get: function() {
		return ticked;
	}
});
Object.defineProperty(exports, "unknownOption", {
	enumerable: true,
	get: function() {
		return unknownOption;
	}
});
Object.defineProperty(exports, "unsafeReason", {
	enumerable: true,
	get: function() {
		return unsafeReason;
	}
});
