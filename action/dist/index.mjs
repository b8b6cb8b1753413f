import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
var __defProp = Object.defineProperty;
var __export = (target, all) => {
	for (var name in all)
		__defProp(target, name, { get: all[name], enumerable: !0 });
};

// node_modules/zod/v4/core/util.js
var util_exports = {};
__export(util_exports, {
	BIGINT_FORMAT_RANGES: () => BIGINT_FORMAT_RANGES,
	CONSTANT_CATCH: () => CONSTANT_CATCH,
	Class: () => Class,
	NUMBER_FORMAT_RANGES: () => NUMBER_FORMAT_RANGES,
	aborted: () => aborted,
	allowsEval: () => allowsEval,
	assert: () => assert,
	assertEqual: () => assertEqual,
	assertIs: () => assertIs,
	assertNever: () => assertNever,
	assertNotEqual: () => assertNotEqual,
	assignProp: () => assignProp,
	attachSchema: () => attachSchema,
	base64ToUint8Array: () => base64ToUint8Array,
	base64urlToUint8Array: () => base64urlToUint8Array,
	cached: () => cached,
	captureStackTrace: () => captureStackTrace,
	cleanEnum: () => cleanEnum,
	cleanRegex: () => cleanRegex,
	clone: () => clone,
	cloneDef: () => cloneDef,
	codePointLength: () => codePointLength,
	constantCatch: () => constantCatch,
	createTransparentProxy: () => createTransparentProxy,
	defineLazy: () => defineLazy,
	defineLazyInternal: () => defineLazyInternal,
	derived: () => derived,
	esc: () => esc,
	escapeRegex: () => escapeRegex,
	explicitlyAborted: () => explicitlyAborted,
	extend: () => extend,
	finalizeIssue: () => finalizeIssue,
	floatSafeRemainder: () => floatSafeRemainder,
	getElementAtPath: () => getElementAtPath,
	getEnumValues: () => getEnumValues,
	getLengthableOrigin: () => getLengthableOrigin,
	getParsedType: () => getParsedType,
	getSizableOrigin: () => getSizableOrigin,
	hexToUint8Array: () => hexToUint8Array,
	hide: () => hide,
	installLazyProp: () => installLazyProp,
	isObject: () => isObject,
	isPlainObject: () => isPlainObject,
	issue: () => issue,
	joinValues: () => joinValues,
	jsonStringifyReplacer: () => jsonStringifyReplacer,
	members: () => members,
	merge: () => merge,
	mergeDefs: () => mergeDefs,
	normalizeParams: () => normalizeParams,
	nullish: () => nullish,
	numKeys: () => numKeys,
	objectClone: () => objectClone,
	omit: () => omit,
	optionalKeys: () => optionalKeys,
	own: () => own,
	parsedType: () => parsedType,
	partial: () => partial,
	pick: () => pick,
	prefixIssues: () => prefixIssues,
	primitiveTypes: () => primitiveTypes,
	promiseAllObject: () => promiseAllObject,
	propertyKeyTypes: () => propertyKeyTypes,
	randomString: () => randomString,
	rawShape: () => rawShape,
	required: () => required,
	safeExtend: () => safeExtend,
	shallowClone: () => shallowClone,
	sizeCaps: () => sizeCaps,
	slugify: () => slugify,
	stringifyPrimitive: () => stringifyPrimitive,
	toZod: () => toZod,
	uint8ArrayToBase64: () => uint8ArrayToBase64,
	uint8ArrayToBase64url: () => uint8ArrayToBase64url,
	uint8ArrayToHex: () => uint8ArrayToHex,
	unwrapMessage: () => unwrapMessage
});
function assertEqual(val) {
	return val;
}
function assertNotEqual(val) {
	return val;
}
function toZod() {
	return (schema4) => schema4;
}
function assertIs(_arg) {
}
function assertNever(_x) {
	throw new Error("Unexpected value in exhaustive check");
}
function assert(_) {
}
function getEnumValues(entries) {
	let numericValues = Object.values(entries).filter((v) => typeof v == "number");
	return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function joinValues(array2, separator = "|") {
	return array2.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
	return typeof value == "bigint" ? value.toString() : value;
}
var Cached = class {
	constructor(getter) {
		this._getter = getter, this._value = void 0;
	}
	get value() {
		let getter = this._getter;
		return getter !== void 0 && (this._value = getter(), this._getter = void 0), this._value;
	}
};
function cached(getter) {
	return new Cached(getter);
}
function nullish(input2) {
	return input2 == null;
}
function cleanRegex(source) {
	let start = source.startsWith("^") ? 1 : 0, end = source.endsWith("$") ? source.length - 1 : source.length;
	return source.slice(start, end);
}
function floatSafeRemainder(val, step2) {
	let ratio = val / step2, roundedRatio = Math.round(ratio), tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
	return Math.abs(ratio - roundedRatio) < tolerance ? 0 : ratio - roundedRatio;
}
var EVALUATING = /* @__PURE__ */ Symbol("evaluating");
function defineLazy(object, key, getter) {
	let value;
	Object.defineProperty(object, key, { get() {
		if (value !== EVALUATING)
			return value === void 0 && (value = EVALUATING, value = getter()), value;
	}, set(v) {
		Object.defineProperty(object, key, { value: v });
	}, configurable: !0 });
}
function objectClone(obj) {
	return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
	Object.defineProperty(target, prop, { value, writable: !0, enumerable: !0, configurable: !0 });
}
function rawShape(def) {
	let desc = Object.getOwnPropertyDescriptor(def, "shape");
	return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema4) {
	return rawShape(schema4._zod.def) ?? schema4._zod.def.shape;
}
function deferProp(target, key, getter) {
	Object.defineProperty(target, key, { get() {
		let value = getter();
		return assignProp(this, key, value), value;
	}, enumerable: !0, configurable: !0 });
}
function putProp(target, key, value) {
	key in target ? assignProp(target, key, value) : target[key] = value;
}
function mirrorShape(target, source, keys, wrap) {
	let raw = sourceShape(source);
	for (let key of keys) {
		let desc = Object.getOwnPropertyDescriptor(raw, key);
		desc.enumerable && (desc.get ? deferProp(target, key, () => {
			let value = source._zod.def.shape[key];
			return wrap ? wrap(value, key) : value;
		}) : putProp(target, key, wrap ? wrap(desc.value, key) : desc.value));
	}
}
function mirrorProps(target, source) {
	for (let key of Reflect.ownKeys(source)) {
		let desc = Object.getOwnPropertyDescriptor(source, key);
		desc.enumerable && (desc.get ? deferProp(target, key, () => source[key]) : putProp(target, key, desc.value));
	}
}
function mergeDefs(...defs) {
	let mergedDescriptors = {};
	for (let def of defs) {
		let descriptors = Object.getOwnPropertyDescriptors(def);
		Object.assign(mergedDescriptors, descriptors);
	}
	return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema4) {
	return mergeDefs(schema4._zod.def);
}
function getElementAtPath(obj, path3) {
	return path3 ? path3.reduce((acc, key) => acc?.[key], obj) : obj;
}
function promiseAllObject(promisesObj) {
	let keys = Object.keys(promisesObj), promises2 = keys.map((key) => promisesObj[key]);
	return Promise.all(promises2).then((results) => {
		let resolvedObj = {};
		for (let i = 0; i < keys.length; i++)
			resolvedObj[keys[i]] = results[i];
		return resolvedObj;
	});
}
function randomString(length = 10) {
	let chars = "abcdefghijklmnopqrstuvwxyz", str2 = "";
	for (let i = 0; i < length; i++)
		str2 += chars[Math.floor(Math.random() * chars.length)];
	return str2;
}
function esc(str2) {
	return JSON.stringify(str2);
}
function slugify(input2) {
	return input2.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function isObject(data) {
	return typeof data == "object" && data !== null && !Array.isArray(data);
}
var allowsEval = cached(() => {
	if (globalConfig.jitless || typeof navigator < "u" && navigator?.userAgent?.includes("Cloudflare"))
		return !1;
	try {
		let F = Function;
		return new F(""), !0;
	} catch {
		return !1;
	}
});
function isPlainObject(o) {
	if (isObject(o) === !1) return !1;
	let ctor = o.constructor;
	if (ctor === void 0 || typeof ctor != "function") return !0;
	let prot = ctor.prototype;
	return !(isObject(prot) === !1 || Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === !1);
}
function shallowClone(o) {
	return isPlainObject(o) ? { ...o } : Array.isArray(o) ? [...o] : o instanceof Map ? new Map(o) : o instanceof Set ? new Set(o) : o;
}
function numKeys(data) {
	let keyCount = 0;
	for (let key in data)
		Object.prototype.hasOwnProperty.call(data, key) && keyCount++;
	return keyCount;
}
var getParsedType = (data) => {
	let t = typeof data;
	switch (t) {
		case "undefined":
			return "undefined";
		case "string":
			return "string";
		case "number":
			return Number.isNaN(data) ? "nan" : "number";
		case "boolean":
			return "boolean";
		case "function":
			return "function";
		case "bigint":
			return "bigint";
		case "symbol":
			return "symbol";
		case "object":
			return Array.isArray(data) ? "array" : data === null ? "null" : data.then && typeof data.then == "function" && data.catch && typeof data.catch == "function" ? "promise" : typeof Map < "u" && data instanceof Map ? "map" : typeof Set < "u" && data instanceof Set ? "set" : typeof Date < "u" && data instanceof Date ? "date" : typeof File < "u" && data instanceof File ? "file" : "object";
		default:
			throw new Error(`Unknown data type: ${t}`);
	}
}, propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]), primitiveTypes = /* @__PURE__ */ new Set(["string", "number", "bigint", "boolean", "symbol", "undefined"]);
function escapeRegex(str2) {
	return str2.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
	let cl = new inst._zod.constr(def ?? inst._zod.def);
	return (!def || params?.parent) && (cl._zod.parent = inst), cl;
}
function normalizeParams(_params) {
	let params = _params;
	if (!params) return {};
	if (typeof params == "string") return { error: () => params };
	if (params?.message !== void 0) {
		if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
		params.error = params.message;
	}
	return delete params.message, typeof params.error == "string" ? { ...params, error: () => params.error } : params;
}
function createTransparentProxy(getter) {
	let target;
	return new Proxy({}, { get(_, prop, receiver) {
		return target ?? (target = getter()), Reflect.get(target, prop, receiver);
	}, set(_, prop, value, receiver) {
		return target ?? (target = getter()), Reflect.set(target, prop, value, receiver);
	}, has(_, prop) {
		return target ?? (target = getter()), Reflect.has(target, prop);
	}, deleteProperty(_, prop) {
		return target ?? (target = getter()), Reflect.deleteProperty(target, prop);
	}, ownKeys(_) {
		return target ?? (target = getter()), Reflect.ownKeys(target);
	}, getOwnPropertyDescriptor(_, prop) {
		return target ?? (target = getter()), Reflect.getOwnPropertyDescriptor(target, prop);
	}, defineProperty(_, prop, descriptor) {
		return target ?? (target = getter()), Reflect.defineProperty(target, prop, descriptor);
	} });
}
function stringifyPrimitive(value) {
	return typeof value == "bigint" ? value.toString() + "n" : typeof value == "string" ? `"${value}"` : `${value}`;
}
function optionalKeys(shape2) {
	return Object.keys(shape2).filter((k) => shape2[k]._zod.optin !== void 0 && shape2[k]._zod.optout === "optional");
}
var NUMBER_FORMAT_RANGES = { safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER], int32: [-2147483648, 2147483647], uint32: [0, 4294967295], float32: [-34028234663852886e22, 34028234663852886e22], float64: [-Number.MAX_VALUE, Number.MAX_VALUE] }, BIGINT_FORMAT_RANGES = { int64: [BigInt("-9223372036854775808"), BigInt("9223372036854775807")], uint64: [BigInt(0), BigInt("18446744073709551615")] };
function pick(schema4, mask) {
	let currDef = schema4._zod.def, checks = currDef.checks;
	if (checks && checks.length > 0)
		throw new Error(".pick() cannot be used on object schemas containing refinements");
	let newShape = {};
	return mirrorShape(newShape, schema4, maskedKeys(schema4, mask)), clone(schema4, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function maskedKeys(schema4, mask) {
	let raw = sourceShape(schema4), keys = [];
	for (let key of Reflect.ownKeys(mask)) {
		if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable)
			throw new Error(`Unrecognized key: "${String(key)}"`);
		mask[key] && keys.push(key);
	}
	return keys;
}
function omit(schema4, mask) {
	let currDef = schema4._zod.def, checks = currDef.checks;
	if (checks && checks.length > 0)
		throw new Error(".omit() cannot be used on object schemas containing refinements");
	let omitted = new Set(maskedKeys(schema4, mask)), newShape = {};
	return mirrorShape(newShape, schema4, Reflect.ownKeys(sourceShape(schema4)).filter((key) => !omitted.has(key))), clone(schema4, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema4, shape2) {
	if (!isPlainObject(shape2))
		throw new Error("Invalid input to extend: expected a plain object");
	let checks = schema4._zod.def.checks;
	if (checks && checks.length > 0) {
		let existingShape = sourceShape(schema4);
		for (let key of Reflect.ownKeys(shape2))
			if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0)
				throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
	}
	return clone(schema4, mergeDefs(schema4._zod.def, { shape: extended(schema4, shape2) }));
}
function extended(schema4, shape2) {
	let newShape = {};
	return mirrorShape(newShape, schema4, Reflect.ownKeys(sourceShape(schema4))), mirrorProps(newShape, shape2), newShape;
}
function safeExtend(schema4, shape2) {
	if (!isPlainObject(shape2))
		throw new Error("Invalid input to safeExtend: expected a plain object");
	return clone(schema4, mergeDefs(schema4._zod.def, { shape: extended(schema4, shape2) }));
}
function merge(a, b) {
	if (!b?._zod?.def)
		throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
	if (a._zod.def.checks?.length)
		throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
	let newShape = {};
	mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a))), mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
	let def = mergeDefs(a._zod.def, { shape: newShape, get catchall() {
		return b._zod.def.catchall;
	}, checks: b._zod.def.checks ?? [] });
	return clone(a, def);
}
function partial(Class2, schema4, mask, name = "partial") {
	let checks = schema4._zod.def.checks;
	if (checks && checks.length > 0)
		throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
	let selected = mask ? new Set(maskedKeys(schema4, mask)) : void 0, newShape = {};
	return mirrorShape(newShape, schema4, Reflect.ownKeys(sourceShape(schema4)), Class2 && ((value, key) => selected && !selected.has(key) ? value : new Class2({ type: "optional", innerType: value }))), clone(schema4, mergeDefs(schema4._zod.def, { shape: newShape, checks: [] }));
}
function required(Class2, schema4, mask) {
	let selected = mask ? new Set(maskedKeys(schema4, mask)) : void 0, newShape = {};
	return mirrorShape(newShape, schema4, Reflect.ownKeys(sourceShape(schema4)), (value, key) => selected && !selected.has(key) ? value : new Class2({ type: "nonoptional", innerType: value })), clone(schema4, mergeDefs(schema4._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
	if (x.aborted === !0) return !0;
	for (let i = startIndex; i < x.issues.length; i++)
		if (x.issues[i]?.continue !== !0)
			return !0;
	return !1;
}
function explicitlyAborted(x, startIndex = 0) {
	if (x.aborted === !0) return !0;
	for (let i = startIndex; i < x.issues.length; i++)
		if (x.issues[i]?.continue === !1)
			return !0;
	return !1;
}
function prefixIssues(path3, issues) {
	return issues.map((iss) => {
		var _a3;
		return (_a3 = iss).path ?? (_a3.path = []), iss.path.unshift(path3), iss;
	});
}
function unwrapMessage(message) {
	return typeof message == "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
	let caps = [];
	for (let ch of defChecks ?? []) {
		let d = ch._zod.def;
		if (!/_(length|size)$|_equals$/.test(d.check)) break;
		let max = d.maximum ?? d.length ?? d.size;
		max >= 0 && caps.push([max, ch]);
	}
	return caps;
}
function attachSchema(issues, start, inst) {
	var _a3;
	for (let i = start; i < issues.length; i++)
		(_a3 = issues[i]).schema ?? (_a3.schema = inst);
}
function finalizeIssue(iss, ctx, config2) {
	var _a3;
	let traits = iss.inst?._zod?.traits;
	traits?.has("$ZodType") && (traits.has("$ZodCheck") ? (_a3 = iss).schema ?? (_a3.schema = iss.inst) : iss.schema = iss.inst);
	let schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0, message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input", full = {};
	for (let k of Object.keys(iss))
		k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__" || (full[k] = iss[k]);
	return full.path ?? (full.path = []), full.message = message, ctx?.reportInput && (full.input = iss.input), full;
}
function getSizableOrigin(input2) {
	return input2 instanceof Set ? "set" : input2 instanceof Map ? "map" : input2 instanceof File ? "file" : "unknown";
}
var highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str2) {
	let units = str2.length;
	if (!highSurrogate.test(str2)) return units;
	let count4 = units;
	for (let i = 0; i < units - 1; i++)
		(str2.charCodeAt(i) & 64512) === 55296 && (str2.charCodeAt(i + 1) & 64512) === 56320 && (count4--, i++);
	return count4;
}
function getLengthableOrigin(input2) {
	return Array.isArray(input2) ? "array" : typeof input2 == "string" ? "string" : "unknown";
}
function parsedType(data) {
	let t = typeof data;
	switch (t) {
		case "number":
			return Number.isNaN(data) ? "nan" : "number";
		case "object": {
			if (data === null)
				return "null";
			if (Array.isArray(data))
				return "array";
			let obj = data;
			if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor)
				return obj.constructor.name;
		}
	}
	return t;
}
function issue(...args) {
	let [iss, input2, inst] = args;
	return typeof iss == "string" ? { message: iss, code: "custom", input: input2, inst } : { ...iss };
}
function cleanEnum(obj) {
	return Object.entries(obj).filter(([k, _]) => Number.isNaN(Number.parseInt(k, 10))).map((el) => el[1]);
}
function base64ToUint8Array(base64) {
	let binaryString = atob(base64), bytes2 = new Uint8Array(binaryString.length);
	for (let i = 0; i < binaryString.length; i++)
		bytes2[i] = binaryString.charCodeAt(i);
	return bytes2;
}
function uint8ArrayToBase64(bytes2) {
	let binaryString = "";
	for (let i = 0; i < bytes2.length; i++)
		binaryString += String.fromCharCode(bytes2[i]);
	return btoa(binaryString);
}
function base64urlToUint8Array(base64url) {
	let base64 = base64url.replace(/-/g, "+").replace(/_/g, "/"), padding = "=".repeat((4 - base64.length % 4) % 4);
	return base64ToUint8Array(base64 + padding);
}
function uint8ArrayToBase64url(bytes2) {
	return uint8ArrayToBase64(bytes2).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
	let cleanHex = hex.replace(/^0x/, "");
	if (cleanHex.length % 2 !== 0)
		throw new Error("Invalid hex string length");
	let bytes2 = new Uint8Array(cleanHex.length / 2);
	for (let i = 0; i < cleanHex.length; i += 2)
		bytes2[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
	return bytes2;
}
function uint8ArrayToHex(bytes2) {
	return Array.from(bytes2).map((b) => b.toString(16).padStart(2, "0")).join("");
}
var Class = class {
	constructor(..._args) {
	}
};
function members(proto, table) {
	for (let key in table) {
		let desc = Object.getOwnPropertyDescriptor(table, key);
		desc.get ? Object.defineProperty(proto, key, { ...desc, enumerable: !1 }) : defineBound(proto, key, desc.value);
	}
}
function own(inst, key, value, enumerable = !0) {
	return Object.defineProperty(inst, key, { configurable: !0, writable: !0, enumerable, value }), value;
}
function hide(inst, key, value) {
	return own(inst, key, value, !1);
}
function derived(computes, table) {
	for (let key in computes) {
		let compute2 = computes[key];
		Object.defineProperty(table, key, { configurable: !0, enumerable: !0, get() {
			return own(this, key, compute2(this));
		}, set(value) {
			own(this, key, value);
		} });
	}
	return table;
}
function defineBound(proto, key, fn) {
	Object.defineProperty(proto, key, { configurable: !0, get() {
		return this == null ? fn : own(this, key, fn.bind(this));
	}, set(value) {
		own(this, key, value);
	} });
}
function claim(inst, sentinel) {
	let proto = Object.getPrototypeOf(inst);
	return sentinel in proto ? void 0 : proto;
}
var installing, broke = !1, breaker = { configurable: !0, get() {
	broke = !0;
} };
function defineLazyInternal(inst, key, compute2) {
	let proto = Object.getPrototypeOf(inst._zod);
	if (key in proto && installing !== inst._zod) {
		installing = void 0;
		return;
	}
	installing = inst._zod, Object.defineProperty(proto, key, { configurable: !0, get() {
		Object.defineProperty(this, key, breaker);
		let outer = broke;
		broke = !1;
		try {
			let value = compute2(this);
			return broke ? delete this[key] : Object.defineProperty(this, key, { configurable: !0, writable: !0, value }), broke = broke || outer, value;
		} catch (err) {
			throw delete this[key], broke = broke || outer, err;
		}
	}, set(value) {
		Object.defineProperty(this, key, { configurable: !0, writable: !0, value });
	} });
}
function installLazyProp(inst, key, make, enumerable) {
	let proto = claim(inst, key);
	proto && Object.defineProperty(proto, key, { configurable: !0, get() {
		let desc = { configurable: !0, writable: !0, enumerable, value: void 0 };
		return Object.defineProperty(this, key, desc), desc.value = make(this), Object.defineProperty(this, key, desc), desc.value;
	}, set(value) {
		Object.defineProperty(this, key, { configurable: !0, writable: !0, enumerable, value });
	} });
}
var CONSTANT_CATCH = "~constantCatch";
function constantCatch(value) {
	let fn = () => value;
	return fn[CONSTANT_CATCH] = !0, fn;
}

// node_modules/zod/v4/core/core.js
var _a, NEVER = Object.freeze({ status: "aborted" }), _zodDesc = { value: void 0, enumerable: !1 }, _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
	let E = _E;
	if (E) {
		let saved = E.stackTraceLimit;
		if (typeof saved == "number") {
			try {
				E.stackTraceLimit = 0;
			} catch {
				return _E = null, new Definition();
			}
			try {
				return new Definition();
			} finally {
				E.stackTraceLimit = saved;
			}
		}
	}
	return new Definition();
}
function $constructor(name, initializer3, proto, params) {
	let zodProto = {};
	function Internals(def) {
		this.def = def, this.constr = _, this.traits = /* @__PURE__ */ new Set();
	}
	Internals.prototype = zodProto;
	let protoMembers = proto, initialized = protoMembers && /* @__PURE__ */ new WeakSet();
	function init(inst, def) {
		if (inst._zod) {
			if (inst._zod.traits.has(name))
				return;
		} else {
			_zodDesc.value = new Internals(def);
			try {
				Object.defineProperty(inst, "_zod", _zodDesc);
			} finally {
				_zodDesc.value = void 0;
			}
		}
		if (inst._zod.traits.add(name), initializer3(inst, def), initialized) {
			let own2 = Object.getPrototypeOf(inst), ctorProto = inst._zod.constr.prototype, up = own2;
			for (; up && up !== ctorProto; ) up = Object.getPrototypeOf(up);
			let target = up ?? own2;
			initialized.has(target) || (initialized.add(target), members(target, protoMembers));
		}
		let proto2 = _.prototype;
		for (let k in proto2)
			Object.prototype.hasOwnProperty.call(proto2, k) && (k in inst || (inst[k] = proto2[k].bind(inst)));
	}
	let Parent = params?.Parent ?? Object;
	class Definition extends Parent {
	}
	Object.defineProperty(Definition, "name", { value: name });
	function _(def) {
		let inst = params?.Parent ? newError(Definition) : this;
		init(inst, def);
		let deferred = inst._zod.deferred;
		if (deferred) {
			for (let fn of deferred)
				fn();
			inst._zod.deferred = void 0;
		}
		let pp = globalThis.__zod_globalConfig?.postProcessor;
		return pp && pp(inst), inst;
	}
	return Object.defineProperty(_, "init", { value: init }), Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => params?.Parent && inst instanceof params.Parent ? !0 : inst?._zod?.traits?.has(name) }), Object.defineProperty(_, "name", { value: name }), _;
}
var $ZodAsyncError = class extends Error {
	constructor() {
		super("Encountered Promise during synchronous parse. Use .parseAsync() instead.");
	}
}, $ZodEncodeError = class extends Error {
	constructor(name) {
		super(`Encountered unidirectional transform during encode: ${name}`), this.name = "ZodEncodeError";
	}
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
	return newConfig && Object.assign(globalConfig, newConfig), globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
	let internals = this._zod;
	return internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2)), internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
var _messageDesc = { get: _getMessage, set: _setMessage, enumerable: !0, configurable: !0 }, _issuesDesc = { value: void 0, enumerable: !1 }, _installedToString = new WeakSet([Object.prototype, Error.prototype]), initializer = (inst, def) => {
	inst.name = "$ZodError", _issuesDesc.value = def, Object.defineProperty(inst, "issues", _issuesDesc), _issuesDesc.value = void 0, Object.defineProperty(inst, "message", _messageDesc);
	let proto = Object.getPrototypeOf(inst);
	_installedToString.has(proto) || (_installedToString.add(proto), Object.defineProperty(proto, "toString", { configurable: !0, enumerable: !1, get() {
		let value = () => this.message;
		return Object.defineProperty(this, "toString", { value, configurable: !0, writable: !0 }), value;
	}, set(value) {
		Object.defineProperty(this, "toString", { value, configurable: !0, writable: !0 });
	} }));
}, $ZodError = $constructor("$ZodError", initializer), $ZodRealError = $constructor("$ZodError", initializer, void 0, { Parent: Error });
function node(obj, key, make) {
	return Object.prototype.hasOwnProperty.call(obj, key) || (key === "__proto__" ? Object.defineProperty(obj, key, { value: make(), writable: !0, enumerable: !0, configurable: !0 }) : obj[key] = make()), obj[key];
}
function flattenError(error2, mapper = (issue3) => issue3.message) {
	let fieldErrors = {}, formErrors = [];
	for (let sub of error2.issues)
		sub.path.length > 0 ? node(fieldErrors, sub.path[0], () => []).push(mapper(sub)) : formErrors.push(mapper(sub));
	return { formErrors, fieldErrors };
}
function formatError(error2, mapper = (issue3) => issue3.message) {
	let fieldErrors = { _errors: [] }, processError = (error22, path3 = []) => {
		for (let issue3 of error22.issues)
			if (issue3.code === "invalid_union" && issue3.errors.length)
				issue3.errors.map((issues) => processError({ issues }, [...path3, ...issue3.path]));
			else if (issue3.code === "invalid_key")
				processError({ issues: issue3.issues }, [...path3, ...issue3.path]);
			else if (issue3.code === "invalid_element")
				processError({ issues: issue3.issues }, [...path3, ...issue3.path]);
			else {
				let fullpath = [...path3, ...issue3.path];
				if (fullpath.length === 0)
					fieldErrors._errors.push(mapper(issue3));
				else {
					let curr = fieldErrors, i = 0;
					for (; i < fullpath.length; ) {
						let el = fullpath[i], terminal = i === fullpath.length - 1;
						if (el === "_errors") {
							terminal && curr._errors.push(mapper(issue3)), i++;
							continue;
						}
						Object.prototype.hasOwnProperty.call(curr, el) || Object.defineProperty(curr, el, { value: { _errors: [] }, enumerable: !0, writable: !0, configurable: !0 });
						let node2 = curr[el];
						terminal && node2._errors.push(mapper(issue3)), curr = node2, i++;
					}
				}
			}
	};
	return processError(error2), fieldErrors;
}

// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
	return { callee: params?.callee ?? callee, Err: params?.Err };
}
var _parse = (_Err) => {
	let fn = (schema4, value, _ctx, _params) => {
		let ctx = _ctx ? { ..._ctx, async: !1 } : { async: !1 }, result = schema4._zod.run({ value, issues: [] }, ctx);
		if (result instanceof Promise)
			throw new $ZodAsyncError();
		if (result.issues.length) {
			let e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			throw captureStackTrace(e, _params?.callee ?? fn), e;
		}
		return result.value;
	};
	return fn;
}, parse = _parse($ZodRealError), _parseAsync = (_Err) => {
	let fn = async (schema4, value, _ctx, params) => {
		let ctx = _ctx ? { ..._ctx, async: !0 } : { async: !0 }, result = schema4._zod.run({ value, issues: [] }, ctx);
		if (result instanceof Promise && (result = await result), result.issues.length) {
			let e = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			throw captureStackTrace(e, params?.callee ?? fn), e;
		}
		return result.value;
	};
	return fn;
}, parseAsync = _parseAsync($ZodRealError), _safeParse = (_Err) => (schema4, value, _ctx) => {
	let ctx = _ctx ? { ..._ctx, async: !1 } : { async: !1 }, result = schema4._zod.run({ value, issues: [] }, ctx);
	if (result instanceof Promise)
		throw new $ZodAsyncError();
	return result.issues.length ? failure(_Err, result.issues, ctx) : { success: !0, data: result.value };
}, safeParse = _safeParse($ZodRealError);
function failure(Err, issues, ctx) {
	let error2;
	return { success: !1, get error() {
		return error2 || (error2 = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config()))), issues = void 0, ctx = void 0), error2;
	}, set error(e) {
		error2 = e, issues = void 0, ctx = void 0;
	} };
}
var _safeParseAsync = (_Err) => async (schema4, value, _ctx) => {
	let ctx = _ctx ? { ..._ctx, async: !0 } : { async: !0 }, result = schema4._zod.run({ value, issues: [] }, ctx);
	return result instanceof Promise && (result = await result), result.issues.length ? failure(_Err, result.issues, ctx) : { success: !0, data: result.value };
}, safeParseAsync = _safeParseAsync($ZodRealError), COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid"), COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback"), validate = ((schema4, value, _ctx) => {
	let validator = schema4._zod.bag.validator;
	if (validator !== void 0) {
		if (validator(value) !== COMPILE_INVALID) return !0;
		if (validator.definite === !0 && _ctx === void 0) return !1;
	}
	return validateFallback(schema4, value, _ctx);
});
function validateFallback(schema4, value, _ctx) {
	let ctx = _ctx ? { ..._ctx, async: !1, abortEarly: !0 } : { async: !1, abortEarly: !0 }, fallbackRun = schema4._zod.bag.fallbackRun, result;
	if (fallbackRun ? (ctx[COMPILE_FALLBACK] = !0, result = fallbackRun({ value, issues: [] }, ctx)) : result = schema4._zod.run({ value, issues: [] }, ctx), result instanceof Promise)
		throw new $ZodAsyncError();
	return result.issues.length === 0;
}
var validateAsync = async (schema4, value, _ctx) => {
	let ctx = _ctx ? { ..._ctx, async: !0, abortEarly: !0 } : { async: !0, abortEarly: !0 }, result = schema4._zod.run({ value, issues: [] }, ctx);
	return result instanceof Promise && (result = await result), result.issues.length === 0;
}, _encode = (_Err) => {
	let parse22 = _parse(_Err), fn = (schema4, value, _ctx, _params) => {
		let ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
		return parse22(schema4, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
}, encode = _encode($ZodRealError), _decode = (_Err) => {
	let parse22 = _parse(_Err), fn = (schema4, value, _ctx, _params) => parse22(schema4, value, _ctx, finalizeParams(fn, _params));
	return fn;
}, decode = _decode($ZodRealError), _encodeAsync = (_Err) => {
	let parseAsync22 = _parseAsync(_Err), fn = async (schema4, value, _ctx, _params) => {
		let ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
		return await parseAsync22(schema4, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
}, encodeAsync = _encodeAsync($ZodRealError), _decodeAsync = (_Err) => {
	let parseAsync22 = _parseAsync(_Err), fn = async (schema4, value, _ctx, _params) => await parseAsync22(schema4, value, _ctx, finalizeParams(fn, _params));
	return fn;
}, decodeAsync = _decodeAsync($ZodRealError), _safeEncode = (_Err) => (schema4, value, _ctx) => {
	let ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
	return _safeParse(_Err)(schema4, value, ctx);
}, safeEncode = _safeEncode($ZodRealError), _safeDecode = (_Err) => (schema4, value, _ctx) => _safeParse(_Err)(schema4, value, _ctx), safeDecode = _safeDecode($ZodRealError), _safeEncodeAsync = (_Err) => async (schema4, value, _ctx) => {
	let ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
	return _safeParseAsync(_Err)(schema4, value, ctx);
}, safeEncodeAsync = _safeEncodeAsync($ZodRealError), _safeDecodeAsync = (_Err) => async (schema4, value, _ctx) => _safeParseAsync(_Err)(schema4, value, _ctx), safeDecodeAsync = _safeDecodeAsync($ZodRealError);

// node_modules/zod/v4/core/regexes.js
var cuid = /^[cC][0-9a-z]{6,}$/, cuid2 = /^[0-9a-z]+$/, ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/, xid = /^[0-9a-vA-V]{20}$/, ksuid = /^[A-Za-z0-9]{27}$/, nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
	return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
var duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
var guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/, uuid = (version3) => version3 ? new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version3}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`) : /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/, uuid4 = uuid(4), uuid6 = uuid(6), uuid7 = uuid(7), email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
var _emoji = "^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$";
function emoji() {
	return new RegExp(_emoji, "u");
}
var ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/, ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/, mac = (delimiter) => {
	let escapedDelim = escapeRegex(delimiter ?? ":");
	return new RegExp(`^(?:[0-9A-F]{2}${escapedDelim}){5}[0-9A-F]{2}$|^(?:[0-9a-f]{2}${escapedDelim}){5}[0-9a-f]{2}$`);
}, cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/, cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
var httpProtocol = /^https?$/, e164 = /^\+[1-9]\d{6,14}$/, creditCard = /^\d(?:[ -]?\d){11,18}$/;
var iban = /^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/, dateSource = "(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))";
function anchor(source) {
	return new RegExp(`^${source}$`);
}
var date = anchor(dateSource);
function timeSource(args) {
	let hhmm = "(?:[01]\\d|2[0-3]):[0-5]\\d";
	return typeof args.precision == "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
}
function time(args) {
	return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
	let opts = ["Z"];
	args.offset && opts.push("([+-](?:[01]\\d|2[0-3]):[0-5]\\d)");
	let qualified = `${timeSource({ precision: args.precision, seconds: !0 })}(?:${opts.join("|")})`, timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
	return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
var anyString = /^[\s\S]{0,}$/, string = (params) => {
	let regex = params ? `[\\s\\S]{${params?.minimum ?? 0},${params?.maximum ?? ""}}` : "[\\s\\S]*";
	return new RegExp(`^${regex}$`);
}, bigint = /^-?\d+n?$/, integer = /^-?\d+$/, number = /^-?\d+(?:\.\d+)?$/, boolean = /^(?:true|false)$/i, _null = /^null$/i;
var _undefined = /^undefined$/i;
var lowercase = /^[^A-Z]*$/, uppercase = /^[^a-z]*$/;
function fixedBase64(bodyLength, padding) {
	return new RegExp(`^[A-Za-z0-9+/]{${bodyLength}}${padding}$`);
}
function fixedBase64url(length) {
	return new RegExp(`^[A-Za-z0-9_-]{${length}}$`);
}
var md5_base64 = fixedBase64(22, "=="), md5_base64url = fixedBase64url(22);
var sha1_base64 = fixedBase64(27, "="), sha1_base64url = fixedBase64url(27);
var sha256_base64 = fixedBase64(43, "="), sha256_base64url = fixedBase64url(43);
var sha384_base64 = fixedBase64(64, ""), sha384_base64url = fixedBase64url(64);
var sha512_base64 = fixedBase64(86, "=="), sha512_base64url = fixedBase64url(86);

// node_modules/zod/v4/core/checks.js
var $ZodCheck = $constructor("$ZodCheck", (inst, def) => {
	var _a3;
	inst._zod ?? (inst._zod = {}), inst._zod.def = def, (_a3 = inst._zod).onattach ?? (_a3.onattach = []);
}), _whenHasSize = (payload) => {
	let val = payload.value;
	return !nullish(val) && val.size !== void 0;
}, _whenHasLength = (payload) => {
	let val = payload.value;
	return !nullish(val) && val.length !== void 0;
}, numericOriginMap = { number: "number", bigint: "bigint", object: "date" }, $ZodCheckLessThan = $constructor("$ZodCheckLessThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	let origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		(def.inclusive ? payload.value <= def.value : payload.value < def.value) || payload.issues.push({ origin: numericOriginMap[typeof payload.value] ?? origin, code: "too_big", maximum: typeof def.value == "object" ? def.value.getTime() : def.value, input: payload.value, inclusive: def.inclusive, inst, continue: !def.abort });
	};
}), $ZodCheckGreaterThan = $constructor("$ZodCheckGreaterThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	let origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		(def.inclusive ? payload.value >= def.value : payload.value > def.value) || payload.issues.push({ origin: numericOriginMap[typeof payload.value] ?? origin, code: "too_small", minimum: typeof def.value == "object" ? def.value.getTime() : def.value, input: payload.value, inclusive: def.inclusive, inst, continue: !def.abort });
	};
}), $ZodCheckMultipleOf = $constructor("$ZodCheckMultipleOf", (inst, def) => {
	$ZodCheck.init(inst, def), inst._zod.check = (payload) => {
		if (typeof payload.value != typeof def.value) throw new Error("Cannot mix number and bigint in multiple_of check.");
		(typeof payload.value == "bigint" ? def.value !== BigInt(0) && payload.value % def.value === BigInt(0) : floatSafeRemainder(payload.value, def.value) === 0) || payload.issues.push({ origin: typeof payload.value, code: "not_multiple_of", divisor: def.value, input: payload.value, inst, continue: !def.abort });
	};
}), $ZodCheckNumberFormat = $constructor("$ZodCheckNumberFormat", (inst, def) => {
	$ZodCheck.init(inst, def), def.format = def.format || "float64";
	let isInt = def.format?.includes("int"), origin = isInt ? "int" : "number", [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
	inst._zod.check = (payload) => {
		let input2 = payload.value;
		if (isInt) {
			if (!Number.isInteger(input2)) {
				payload.issues.push({ expected: origin, format: def.format, code: "invalid_type", continue: !1, input: input2, inst });
				return;
			}
			if (!Number.isSafeInteger(input2)) {
				input2 > 0 ? payload.issues.push({ input: input2, code: "too_big", maximum: Number.MAX_SAFE_INTEGER, note: "Integers must be within the safe integer range.", inst, origin, inclusive: !0, continue: !def.abort }) : payload.issues.push({ input: input2, code: "too_small", minimum: Number.MIN_SAFE_INTEGER, note: "Integers must be within the safe integer range.", inst, origin, inclusive: !0, continue: !def.abort });
				return;
			}
		}
		input2 < minimum && payload.issues.push({ origin: "number", input: input2, code: "too_small", minimum, inclusive: !0, inst, continue: !def.abort }), input2 > maximum && payload.issues.push({ origin: "number", input: input2, code: "too_big", maximum, inclusive: !0, inst, continue: !def.abort });
	};
}), $ZodCheckBigIntFormat = $constructor("$ZodCheckBigIntFormat", (inst, def) => {
	$ZodCheck.init(inst, def);
	let [minimum, maximum] = BIGINT_FORMAT_RANGES[def.format];
	inst._zod.check = (payload) => {
		let input2 = payload.value;
		input2 < minimum && payload.issues.push({ origin: "bigint", input: input2, code: "too_small", minimum, inclusive: !0, inst, continue: !def.abort }), input2 > maximum && payload.issues.push({ origin: "bigint", input: input2, code: "too_big", maximum, inclusive: !0, inst, continue: !def.abort });
	};
}), $ZodCheckMaxSize = $constructor("$ZodCheckMaxSize", (inst, def) => {
	var _a3;
	$ZodCheck.init(inst, def), (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasSize), inst._zod.check = (payload) => {
		let input2 = payload.value;
		input2.size <= def.maximum || payload.issues.push({ origin: getSizableOrigin(input2), code: "too_big", maximum: def.maximum, inclusive: !0, input: input2, inst, continue: !def.abort });
	};
}), $ZodCheckMinSize = $constructor("$ZodCheckMinSize", (inst, def) => {
	var _a3;
	$ZodCheck.init(inst, def), (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasSize), inst._zod.check = (payload) => {
		let input2 = payload.value;
		input2.size >= def.minimum || payload.issues.push({ origin: getSizableOrigin(input2), code: "too_small", minimum: def.minimum, inclusive: !0, input: input2, inst, continue: !def.abort });
	};
}), $ZodCheckSizeEquals = $constructor("$ZodCheckSizeEquals", (inst, def) => {
	var _a3;
	$ZodCheck.init(inst, def), (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasSize), inst._zod.check = (payload) => {
		let input2 = payload.value, size3 = input2.size;
		if (size3 === def.size) return;
		let tooBig = size3 > def.size;
		payload.issues.push({ origin: getSizableOrigin(input2), ...tooBig ? { code: "too_big", maximum: def.size } : { code: "too_small", minimum: def.size }, inclusive: !0, exact: !0, input: payload.value, inst, continue: !def.abort });
	};
}), $ZodCheckMaxLength = $constructor("$ZodCheckMaxLength", (inst, def) => {
	var _a3;
	$ZodCheck.init(inst, def), (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength), inst._zod.check = (payload) => {
		let input2 = payload.value, units = input2.length;
		if ((typeof input2 == "string" && units > def.maximum ? codePointLength(input2) : units) <= def.maximum) return;
		let origin = getLengthableOrigin(input2);
		payload.issues.push({ origin, code: "too_big", maximum: def.maximum, inclusive: !0, input: input2, inst, continue: !def.abort });
	};
}), $ZodCheckMinLength = $constructor("$ZodCheckMinLength", (inst, def) => {
	var _a3;
	$ZodCheck.init(inst, def), (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength), inst._zod.check = (payload) => {
		let input2 = payload.value, units = input2.length;
		if ((typeof input2 == "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input2) : units) >= def.minimum) return;
		let origin = getLengthableOrigin(input2);
		payload.issues.push({ origin, code: "too_small", minimum: def.minimum, inclusive: !0, input: input2, inst, continue: !def.abort });
	};
}), $ZodCheckLengthEquals = $constructor("$ZodCheckLengthEquals", (inst, def) => {
	var _a3;
	$ZodCheck.init(inst, def), (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength), inst._zod.check = (payload) => {
		let input2 = payload.value, units = input2.length, length = typeof input2 == "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input2) : units;
		if (length === def.length) return;
		let origin = getLengthableOrigin(input2), tooBig = length > def.length;
		payload.issues.push({ origin, ...tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length }, inclusive: !0, exact: !0, input: payload.value, inst, continue: !def.abort });
	};
}), $ZodCheckStringFormat = $constructor("$ZodCheckStringFormat", (inst, def) => {
	var _a3, _b;
	$ZodCheck.init(inst, def), def.pattern ? (_a3 = inst._zod).check ?? (_a3.check = (payload) => {
		def.pattern.lastIndex = 0, !def.pattern.test(payload.value) && payload.issues.push({ origin: "string", code: "invalid_format", format: def.format, input: payload.value, ...def.pattern ? { pattern: def.pattern.toString() } : {}, inst, continue: !def.abort });
	}) : (_b = inst._zod).check ?? (_b.check = () => {
	});
}), $ZodCheckRegex = $constructor("$ZodCheckRegex", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def), inst._zod.check = (payload) => {
		def.pattern.lastIndex = 0, !def.pattern.test(payload.value) && payload.issues.push({ origin: "string", code: "invalid_format", format: "regex", input: payload.value, pattern: def.pattern.toString(), inst, continue: !def.abort });
	};
}), $ZodCheckLowerCase = $constructor("$ZodCheckLowerCase", (inst, def) => {
	def.pattern ?? (def.pattern = lowercase), $ZodCheckStringFormat.init(inst, def);
}), $ZodCheckUpperCase = $constructor("$ZodCheckUpperCase", (inst, def) => {
	def.pattern ?? (def.pattern = uppercase), $ZodCheckStringFormat.init(inst, def);
}), $ZodCheckIncludes = $constructor("$ZodCheckIncludes", (inst, def) => {
	$ZodCheck.init(inst, def);
	let escapedRegex = escapeRegex(def.includes), pattern2 = new RegExp(typeof def.position == "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
	def.pattern = pattern2, inst._zod.check = (payload) => {
		payload.value.includes(def.includes, def.position) || payload.issues.push({ origin: "string", code: "invalid_format", format: "includes", includes: def.includes, input: payload.value, inst, continue: !def.abort });
	};
}), $ZodCheckStartsWith = $constructor("$ZodCheckStartsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	let pattern2 = new RegExp(`^${escapeRegex(def.prefix)}.*`);
	def.pattern ?? (def.pattern = pattern2), inst._zod.check = (payload) => {
		payload.value.startsWith(def.prefix) || payload.issues.push({ origin: "string", code: "invalid_format", format: "starts_with", prefix: def.prefix, input: payload.value, inst, continue: !def.abort });
	};
}), $ZodCheckEndsWith = $constructor("$ZodCheckEndsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	let pattern2 = new RegExp(`.*${escapeRegex(def.suffix)}$`);
	def.pattern ?? (def.pattern = pattern2), inst._zod.check = (payload) => {
		payload.value.endsWith(def.suffix) || payload.issues.push({ origin: "string", code: "invalid_format", format: "ends_with", suffix: def.suffix, input: payload.value, inst, continue: !def.abort });
	};
});
function handleCheckPropertyResult(result, payload, property) {
	result.issues.length && payload.issues.push(...prefixIssues(property, result.issues));
}
var $ZodCheckProperty = $constructor("$ZodCheckProperty", (inst, def) => {
	$ZodCheck.init(inst, def), inst._zod.check = (payload) => {
		let result = def.schema._zod.run({ value: payload.value[def.property], issues: [] }, {});
		if (result instanceof Promise)
			return result.then((result2) => handleCheckPropertyResult(result2, payload, def.property));
		handleCheckPropertyResult(result, payload, def.property);
	};
}), $ZodCheckProperties = $constructor("$ZodCheckProperties", (inst, def) => {
	$ZodCheck.init(inst, def), hide(inst, Symbol.iterator, function* () {
		yield inst;
	});
	let entries;
	inst._zod.check = (payload) => {
		if (payload.value == null) {
			payload.issues.push({ expected: "object", code: "invalid_type", input: payload.value, inst });
			return;
		}
		entries ?? (entries = Reflect.ownKeys(def.shape).map((key) => [key, def.shape[key]]));
		let input2 = payload.value, proms;
		for (let [key, schema4] of entries) {
			let result = schema4._zod.run({ value: input2[key], issues: [] }, {});
			result instanceof Promise ? (proms ?? (proms = []), proms.push(result.then((result2) => handleCheckPropertyResult(result2, payload, key)))) : handleCheckPropertyResult(result, payload, key);
		}
		if (proms) return Promise.all(proms).then(() => {
		});
	};
}), $ZodCheckMimeType = $constructor("$ZodCheckMimeType", (inst, def) => {
	$ZodCheck.init(inst, def);
	let mimeSet = new Set(def.mime);
	inst._zod.check = (payload) => {
		mimeSet.has(payload.value.type) || payload.issues.push({ code: "invalid_value", values: def.mime, input: payload.value.type, inst, continue: !def.abort });
	};
}), $ZodCheckOverwrite = $constructor("$ZodCheckOverwrite", (inst, def) => {
	$ZodCheck.init(inst, def), inst._zod.check = (payload) => {
		payload.value = def.tx(payload.value);
	};
});

// node_modules/zod/v4/core/doc.js
var Doc = class {
	constructor(args = [], closed = {}) {
		this.content = [], this.indent = 0, this.args = args, this.closed = closed;
	}
	indented(fn) {
		this.indent += 1;
		try {
			fn(this);
		} finally {
			this.indent -= 1;
		}
	}
	write(arg) {
		if (typeof arg == "function") {
			arg(this, { execution: "sync" }), arg(this, { execution: "async" });
			return;
		}
		let lines2 = arg.split(`
`).filter((x) => x), minIndent = Math.min(...lines2.map((x) => x.length - x.trimStart().length)), dedented = lines2.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
		for (let line of dedented)
			this.content.push(line);
	}
	compile() {
		let F = Function, content = this?.content ?? [""];
		return new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {
${content.join(`
`)}
};`)(...Object.values(this.closed));
	}
};

// node_modules/zod/v4/core/versions.js
var version = { major: 4, minor: 6, patch: 7 };

// node_modules/zod/v4/core/schemas.js
var $ZodType = $constructor("$ZodType", (inst, def) => {
	var _a3;
	inst ?? (inst = {}), inst._zod.def = def, inst._zod.bag = inst._zod.bag || {}, inst._zod.version = version;
	let defChecks = inst._zod.def.checks, checks2 = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
	for (let ch of checks2)
		for (let fn of ch._zod.onattach)
			fn(inst);
	if (checks2.length === 0)
		(_a3 = inst._zod).deferred ?? (_a3.deferred = []), inst._zod.deferred?.push(() => {
			inst._zod.run = inst._zod.parse;
		});
	else {
		let runChecks = (payload, checks3, ctx) => {
			if (payload.memo) return payload;
			let isAborted = aborted(payload), asyncResult;
			for (let ch of checks3) {
				if (ch._zod.def.when) {
					if (explicitlyAborted(payload) || !ch._zod.def.when(payload)) continue;
				} else if (isAborted)
					continue;
				let currLen = payload.issues.length, _ = ch._zod.check(payload);
				if (_ instanceof Promise && ctx?.async === !1)
					throw new $ZodAsyncError();
				if (asyncResult || _ instanceof Promise)
					asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
						await _, payload.issues.length !== currLen && (attachSchema(payload.issues, currLen, inst), isAborted || (isAborted = aborted(payload, currLen)));
					});
				else {
					if (payload.issues.length === currLen) continue;
					attachSchema(payload.issues, currLen, inst), isAborted || (isAborted = aborted(payload, currLen));
				}
			}
			return asyncResult ? asyncResult.then(() => payload) : payload;
		}, handleCanaryResult = (canary, payload, ctx) => {
			if (aborted(canary))
				return canary.aborted = !0, canary;
			let checkResult = runChecks(payload, checks2, ctx);
			if (checkResult instanceof Promise) {
				if (ctx.async === !1) throw new $ZodAsyncError();
				return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
			}
			return inst._zod.parse(checkResult, ctx);
		};
		inst._zod.run = (payload, ctx) => {
			if (ctx.skipChecks)
				return inst._zod.parse(payload, ctx);
			if (ctx.direction === "backward") {
				let canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: !0 });
				return canary instanceof Promise ? canary.then((canary2) => handleCanaryResult(canary2, payload, ctx)) : handleCanaryResult(canary, payload, ctx);
			}
			let result = inst._zod.parse(payload, ctx);
			if (result instanceof Promise) {
				if (ctx.async === !1) throw new $ZodAsyncError();
				return result.then((result2) => runChecks(result2, checks2, ctx));
			}
			return runChecks(result, checks2, ctx);
		};
	}
}, { get "~standard"() {
	return hide(this, "~standard", standardProps(this));
}, set "~standard"(value) {
	own(this, "~standard", value);
} }), toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync2(inst, value) {
	let ctx = { async: !0 };
	return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
function standardProps(inst) {
	return { validate: (value) => {
		let ctx = { async: !1 };
		try {
			let r = inst._zod.run({ value, issues: [] }, ctx);
			if (!(r instanceof Promise)) return toStandardResult(r, ctx);
		} catch {
		}
		return validateAsync2(inst, value);
	}, vendor: "zod", version: 1 };
}
var $ZodString = $constructor("$ZodString", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.pattern = def.pattern ?? anyString, inst._zod.parse = (payload, _) => {
		if (def.coerce) try {
			payload.value = String(payload.value);
		} catch {
		}
		return typeof payload.value == "string" || payload.issues.push({ expected: "string", code: "invalid_type", input: payload.value, inst }), payload;
	};
}), $ZodStringFormat = $constructor("$ZodStringFormat", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def), $ZodString.init(inst, def);
}), $ZodGUID = $constructor("$ZodGUID", (inst, def) => {
	def.pattern ?? (def.pattern = guid), $ZodStringFormat.init(inst, def);
}), $ZodUUID = $constructor("$ZodUUID", (inst, def) => {
	if (def.version) {
		let v = { v1: 1, v2: 2, v3: 3, v4: 4, v5: 5, v6: 6, v7: 7, v8: 8 }[def.version];
		if (v === void 0) throw new Error(`Invalid UUID version: "${def.version}"`);
		def.pattern ?? (def.pattern = uuid(v));
	} else def.pattern ?? (def.pattern = uuid());
	$ZodStringFormat.init(inst, def);
}), $ZodEmail = $constructor("$ZodEmail", (inst, def) => {
	def.pattern ?? (def.pattern = email), $ZodStringFormat.init(inst, def);
}), URL_BAD_FORMAT = 1, URL_UNPARSEABLE = 2;
function canParseURL(input2) {
	try {
		return typeof URL < "u" && typeof URL.canParse == "function" ? URL.canParse(input2) : (new URL(input2), !0);
	} catch {
		return !1;
	}
}
function validateURL(trimmed, def) {
	return !("normalize" in def) && !("hostname" in def) && !("protocol" in def) ? canParseURL(trimmed) || URL_UNPARSEABLE : parseURLObject(trimmed, def);
}
function parseURLObject(trimmed, def) {
	if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed))
		return URL_BAD_FORMAT;
	try {
		if (typeof URL < "u") {
			let URLStatic = URL;
			if (typeof URLStatic.parse == "function") return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
		}
		return new URL(trimmed);
	} catch {
		return URL_UNPARSEABLE;
	}
}
var asciiTabOrNewline = /[\t\n\r]/g;
function stripTabAndNewline(value) {
	return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
	return hostname.lastIndex = 0, hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
	return protocol.lastIndex = 0, protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
var $ZodURL = $constructor("$ZodURL", (inst, def) => {
	$ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
		try {
			let trimmed = payload.value.trim(), url = validateURL(trimmed, def);
			if (url === URL_BAD_FORMAT) {
				payload.issues.push({ code: "invalid_format", format: "url", note: "Invalid URL format", input: payload.value, inst, continue: !def.abort });
				return;
			}
			if (url === URL_UNPARSEABLE) {
				payload.issues.push({ code: "invalid_format", format: "url", input: payload.value, inst, continue: !def.abort });
				return;
			}
			if (url === !0) {
				payload.value = stripTabAndNewline(trimmed);
				return;
			}
			def.hostname && !urlHostnameOk(url, def.hostname) && payload.issues.push({ code: "invalid_format", format: "url", note: "Invalid hostname", pattern: def.hostname.source, input: payload.value, inst, continue: !def.abort }), def.protocol && !urlProtocolOk(url, def.protocol) && payload.issues.push({ code: "invalid_format", format: "url", note: "Invalid protocol", pattern: def.protocol.source, input: payload.value, inst, continue: !def.abort }), payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
			return;
		} catch {
			payload.issues.push({ code: "invalid_format", format: "url", input: payload.value, inst, continue: !def.abort });
		}
	};
}), $ZodEmoji = $constructor("$ZodEmoji", (inst, def) => {
	def.pattern ?? (def.pattern = emoji()), $ZodStringFormat.init(inst, def);
}), $ZodNanoID = $constructor("$ZodNanoID", (inst, def) => {
	if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1)) throw new Error(`Invalid nanoid length: ${def.length}`);
	def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length)), $ZodStringFormat.init(inst, def);
}), $ZodCUID = $constructor("$ZodCUID", (inst, def) => {
	def.pattern ?? (def.pattern = cuid), $ZodStringFormat.init(inst, def);
}), $ZodCUID2 = $constructor("$ZodCUID2", (inst, def) => {
	def.pattern ?? (def.pattern = cuid2), $ZodStringFormat.init(inst, def);
}), $ZodULID = $constructor("$ZodULID", (inst, def) => {
	def.pattern ?? (def.pattern = ulid), $ZodStringFormat.init(inst, def);
}), $ZodXID = $constructor("$ZodXID", (inst, def) => {
	def.pattern ?? (def.pattern = xid), $ZodStringFormat.init(inst, def);
}), $ZodKSUID = $constructor("$ZodKSUID", (inst, def) => {
	def.pattern ?? (def.pattern = ksuid), $ZodStringFormat.init(inst, def);
}), $ZodISODateTime = $constructor("$ZodISODateTime", (inst, def) => {
	def.pattern ?? (def.pattern = datetime(def)), $ZodStringFormat.init(inst, def);
}), $ZodISODate = $constructor("$ZodISODate", (inst, def) => {
	def.pattern ?? (def.pattern = date), $ZodStringFormat.init(inst, def);
}), $ZodISOTime = $constructor("$ZodISOTime", (inst, def) => {
	def.pattern ?? (def.pattern = time(def)), $ZodStringFormat.init(inst, def);
}), $ZodISODuration = $constructor("$ZodISODuration", (inst, def) => {
	def.pattern ?? (def.pattern = duration), $ZodStringFormat.init(inst, def);
}), $ZodIPv4 = $constructor("$ZodIPv4", (inst, def) => {
	def.pattern ?? (def.pattern = ipv4), $ZodStringFormat.init(inst, def);
}), ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
	return ipv6Alphabet.test(value) ? canParseURL(`http://[${value}]`) : !1;
}
var $ZodIPv6 = $constructor("$ZodIPv6", (inst, def) => {
	def.pattern ?? (def.pattern = ipv6), $ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
		isValidIPv6(payload.value) || payload.issues.push({ code: "invalid_format", format: "ipv6", input: payload.value, inst, continue: !def.abort });
	};
}), $ZodMAC = $constructor("$ZodMAC", (inst, def) => {
	def.pattern ?? (def.pattern = mac(def.delimiter)), $ZodStringFormat.init(inst, def);
}), $ZodCIDRv4 = $constructor("$ZodCIDRv4", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv4), $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
	let parts = value.split("/");
	if (parts.length !== 2) return !1;
	let [address, prefix] = parts;
	if (!prefix) return !1;
	let prefixNum = Number(prefix);
	return `${prefixNum}` !== prefix || prefixNum < 0 || prefixNum > 128 ? !1 : isValidIPv6(address);
}
var $ZodCIDRv6 = $constructor("$ZodCIDRv6", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv6), $ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
		isValidCIDRv6(payload.value) || payload.issues.push({ code: "invalid_format", format: "cidrv6", input: payload.value, inst, continue: !def.abort });
	};
});
function isValidBase64(data) {
	if (data === "") return !0;
	if (/\s/.test(data) || data.length % 4 !== 0) return !1;
	try {
		return atob(data), !0;
	} catch {
		return !1;
	}
}
var base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/, $ZodBase64 = $constructor("$ZodBase64", (inst, def) => {
	def.pattern ?? (def.pattern = base64Charset), $ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
		isValidBase64(payload.value) || payload.issues.push({ code: "invalid_format", format: "base64", input: payload.value, inst, continue: !def.abort });
	};
}), base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
	if (!base64urlCharset.test(data)) return !1;
	let base64 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/"), padded2 = base64.padEnd(Math.ceil(base64.length / 4) * 4, "=");
	return isValidBase64(padded2);
}
var $ZodBase64URL = $constructor("$ZodBase64URL", (inst, def) => {
	def.pattern ?? (def.pattern = base64urlCharset), $ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
		isValidBase64URL(payload.value) || payload.issues.push({ code: "invalid_format", format: "base64url", input: payload.value, inst, continue: !def.abort });
	};
}), $ZodE164 = $constructor("$ZodE164", (inst, def) => {
	def.pattern ?? (def.pattern = e164), $ZodStringFormat.init(inst, def);
}), CC_SANITIZE = /[- ]/g;
function isLuhnAlgo(digits) {
	let length = digits.length, bit = 1, sum = 0;
	for (; length; ) {
		let value = digits.charCodeAt(--length) - 48;
		bit ^= 1, sum += bit ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][value] : value;
	}
	return sum % 10 === 0;
}
function isValidCreditCard(input2) {
	return creditCard.test(input2) ? isLuhnAlgo(input2.replace(CC_SANITIZE, "")) : !1;
}
var $ZodCreditCard = $constructor("$ZodCreditCard", (inst, def) => {
	def.pattern ?? (def.pattern = creditCard), $ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
		isValidCreditCard(payload.value) || payload.issues.push({ code: "invalid_format", format: "credit_card", input: payload.value, inst, continue: !def.abort });
	};
});
function isIso7064Mod97(iban2) {
	let remainder = 0, len = iban2.length;
	for (let i = 4; i < len; i++) {
		let code2 = iban2.charCodeAt(i);
		remainder = (code2 >= 65 ? remainder * 100 + (code2 - 55) : remainder * 10 + (code2 - 48)) % 97;
	}
	for (let i = 0; i < 4; i++) {
		let code2 = iban2.charCodeAt(i);
		remainder = (code2 >= 65 ? remainder * 100 + (code2 - 55) : remainder * 10 + (code2 - 48)) % 97;
	}
	return remainder === 1;
}
function isValidIBAN(input2) {
	return iban.test(input2) ? isIso7064Mod97(input2) : !1;
}
var $ZodIBAN = $constructor("$ZodIBAN", (inst, def) => {
	def.pattern ?? (def.pattern = iban), $ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
		isValidIBAN(payload.value) || payload.issues.push({ code: "invalid_format", format: "iban", input: payload.value, inst, continue: !def.abort });
	};
});
function isValidJWT(token, algorithm = null) {
	try {
		let tokensParts = token.split(".");
		if (tokensParts.length !== 3) return !1;
		let [header] = tokensParts;
		if (!header) return !1;
		let parsedHeader = JSON.parse(atob(header));
		return !("typ" in parsedHeader && parsedHeader?.typ !== "JWT" || !parsedHeader.alg || algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm));
	} catch {
		return !1;
	}
}
var $ZodJWT = $constructor("$ZodJWT", (inst, def) => {
	$ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
		isValidJWT(payload.value, def.alg) || payload.issues.push({ code: "invalid_format", format: "jwt", input: payload.value, inst, continue: !def.abort });
	};
}), $ZodCustomStringFormat = $constructor("$ZodCustomStringFormat", (inst, def) => {
	$ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
		def.fn(payload.value) || payload.issues.push({ code: "invalid_format", format: def.format, input: payload.value, inst, continue: !def.abort });
	};
}), $ZodNumber = $constructor("$ZodNumber", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.pattern = number, inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Number(payload.value);
		} catch {
		}
		let input2 = payload.value;
		if (typeof input2 == "number" && !Number.isNaN(input2) && Number.isFinite(input2))
			return payload;
		let received = typeof input2 == "number" ? Number.isNaN(input2) ? "NaN" : Number.isFinite(input2) ? void 0 : String(input2) : void 0;
		return payload.issues.push({ expected: "number", code: "invalid_type", input: input2, inst, ...received ? { received } : {} }), payload;
	};
}), $ZodNumberFormat = $constructor("$ZodNumberFormat", (inst, def) => {
	$ZodCheckNumberFormat.init(inst, def), $ZodNumber.init(inst, def);
}), $ZodBoolean = $constructor("$ZodBoolean", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.pattern = boolean, inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = !!payload.value;
		} catch {
		}
		let input2 = payload.value;
		return typeof input2 == "boolean" || payload.issues.push({ expected: "boolean", code: "invalid_type", input: input2, inst }), payload;
	};
}), $ZodBigInt = $constructor("$ZodBigInt", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.pattern = bigint, inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = BigInt(payload.value);
		} catch {
		}
		return typeof payload.value == "bigint" || payload.issues.push({ expected: "bigint", code: "invalid_type", input: payload.value, inst }), payload;
	};
}), $ZodBigIntFormat = $constructor("$ZodBigIntFormat", (inst, def) => {
	$ZodCheckBigIntFormat.init(inst, def), $ZodBigInt.init(inst, def);
}), $ZodSymbol = $constructor("$ZodSymbol", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.parse = (payload, _ctx) => {
		let input2 = payload.value;
		return typeof input2 == "symbol" || payload.issues.push({ expected: "symbol", code: "invalid_type", input: input2, inst }), payload;
	};
}), $ZodUndefined = $constructor("$ZodUndefined", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.pattern = _undefined, inst._zod.values = /* @__PURE__ */ new Set([void 0]), inst._zod.parse = (payload, _ctx) => {
		let input2 = payload.value;
		return typeof input2 > "u" || payload.issues.push({ expected: "undefined", code: "invalid_type", input: input2, inst }), payload;
	};
}), $ZodNull = $constructor("$ZodNull", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.pattern = _null, inst._zod.values = /* @__PURE__ */ new Set([null]), inst._zod.parse = (payload, _ctx) => {
		let input2 = payload.value;
		return input2 === null || payload.issues.push({ expected: "null", code: "invalid_type", input: input2, inst }), payload;
	};
}), $ZodAny = $constructor("$ZodAny", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.parse = (payload) => payload;
}), $ZodUnknown = $constructor("$ZodUnknown", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.parse = (payload) => payload;
}), $ZodNever = $constructor("$ZodNever", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.parse = (payload, _ctx) => (payload.issues.push({ expected: "never", code: "invalid_type", input: payload.value, inst }), payload);
}), $ZodVoid = $constructor("$ZodVoid", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.parse = (payload, _ctx) => {
		let input2 = payload.value;
		return typeof input2 > "u" || payload.issues.push({ expected: "void", code: "invalid_type", input: input2, inst }), payload;
	};
}), $ZodDate = $constructor("$ZodDate", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.parse = (payload, _ctx) => {
		if (def.coerce)
			try {
				payload.value = new Date(payload.value);
			} catch {
			}
		let input2 = payload.value, isDate = input2 instanceof Date;
		return isDate && !Number.isNaN(input2.getTime()) || payload.issues.push({ expected: "date", code: "invalid_type", input: input2, ...isDate ? { received: "Invalid Date" } : {}, inst }), payload;
	};
});
function capSize(inst, size3) {
	let caps = sizeCaps(inst._zod.def.checks);
	if (!caps.length) return;
	let cap = Math.min(...caps.map((c) => c[0])), parse22 = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		let n = size3(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (let [max, ch] of sizeCaps(inst._zod.def.checks))
				if (n > max && ch._zod.def.when(payload)) {
					let start = payload.issues.length;
					return ch._zod.check(payload), payload.issues[start].continue = !1, attachSchema(payload.issues, start, inst), payload;
				}
		}
		return parse22(payload, ctx);
	};
}
var arraySize = (input2) => Array.isArray(input2) ? input2.length : -1, mapSize = (input2) => input2 instanceof Map ? input2.size : -1, setSize = (input2) => input2 instanceof Set ? input2.size : -1;
function handleArrayResult(result, final, index) {
	result.issues.length && final.issues.push(...prefixIssues(index, result.issues)), final.value[index] = result.value;
}
var $ZodArray = $constructor("$ZodArray", (inst, def) => {
	$ZodType.init(inst, def);
	let memo2 = globalConfig.memoizer;
	memo2?.attach(inst), inst._zod.parse = (payload, ctx) => {
		let input2 = payload.value;
		if (!Array.isArray(input2))
			return payload.issues.push({ expected: "array", code: "invalid_type", input: input2, inst }), payload;
		payload.value = memo2 ? memo2.alloc(inst, payload, Array(input2.length), ctx) : Array(input2.length);
		let proms = [], abortEarly = ctx?.abortEarly;
		for (let i = 0; i < input2.length; i++) {
			let item = input2[i], result = def.element._zod.run({ value: item, issues: [] }, ctx);
			if (result instanceof Promise)
				proms.push(result.then((result2) => handleArrayResult(result2, payload, i)));
			else if (handleArrayResult(result, payload, i), abortEarly && result.issues.length !== 0 && aborted(result)) break;
		}
		return proms.length ? Promise.all(proms).then(() => payload) : payload;
	}, capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input2, optin, optout) {
	let isPresent = key in input2, isOptionalOut = optout === "optional";
	if (!(!isPresent && isOptionalOut && optin === "optional")) {
		if (result.issues.length) {
			if (optin !== void 0 && isOptionalOut && !isPresent)
				return;
			final.issues.push(...prefixIssues(key, result.issues));
		}
		if (!isPresent && optin === void 0) {
			result.issues.length || final.issues.push({ code: "invalid_type", expected: "nonoptional", input: void 0, path: [key] });
			return;
		}
		result.value === void 0 ? (isPresent || optin === "defaulted" && !isOptionalOut) && (final.value[key] = void 0) : final.value[key] = result.value;
	}
}
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
	let keys = Object.keys(def.shape), ownSymbols = Object.getOwnPropertySymbols(def.shape), symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS, allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
	for (let k of allKeys)
		if (!def.shape?.[k]?._zod?.traits?.has("$ZodType"))
			throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
	let okeys = optionalKeys(def.shape);
	return { ...def, allKeys, symbolKeys, keySet: new Set(keys), numKeys: keys.length, optionalKeys: new Set(okeys) };
}
function handleCatchall(proms, input2, payload, ctx, def, inst, abortEarly) {
	let unrecognized = [], keySet = def.keySet, _catchall = def.catchall._zod, t = _catchall.def.type, optin = _catchall.optin, optout = _catchall.optout, seen = 0;
	for (let key in input2) {
		if (abortEarly && payload.issues.length !== seen) {
			if (aborted(payload, seen)) break;
			seen = payload.issues.length;
		}
		if (keySet.has(key)) continue;
		if (key === "__proto__") {
			t === "never" && unrecognized.push(key);
			continue;
		}
		if (t === "never") {
			unrecognized.push(key);
			continue;
		}
		let r = _catchall.run({ value: input2[key], issues: [] }, ctx);
		r instanceof Promise ? proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input2, optin, optout))) : handlePropertyResult(r, payload, key, input2, optin, optout);
	}
	return unrecognized.length && payload.issues.push({ code: "unrecognized_keys", keys: unrecognized, input: input2, inst, continue: !0 }), proms.length ? Promise.all(proms).then(() => payload) : payload;
}
var $ZodObject = $constructor("$ZodObject", (inst, def) => {
	$ZodType.init(inst, def);
	let desc = Object.getOwnPropertyDescriptor(def, "shape"), sh = desc?.get ? desc.get.raw : def.shape ?? {};
	if (sh) {
		let get = () => {
			let newSh = { ...sh };
			return Object.defineProperty(def, "shape", { value: newSh }), get.raw = newSh, newSh;
		};
		get.raw = sh, Object.defineProperty(def, "shape", { get });
	}
	let _normalized = cached(() => normalizeDef(def));
	defineLazyInternal(inst, "propValues", (zod) => {
		let shape2 = zod.def.shape, propValues = {};
		for (let key in shape2) {
			let field = shape2[key]._zod;
			if (field.values) {
				Object.prototype.hasOwnProperty.call(propValues, key) || assignProp(propValues, key, /* @__PURE__ */ new Set());
				for (let v of field.values) propValues[key].add(v);
				field.optin !== void 0 && propValues[key].add(void 0);
			}
		}
		return propValues;
	});
	let isObject2 = isObject, catchall = def.catchall, value, memo2 = globalConfig.memoizer;
	memo2?.attach(inst), inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		let input2 = payload.value;
		if (!isObject2(input2))
			return payload.issues.push({ expected: "object", code: "invalid_type", input: input2, inst }), payload;
		payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
		let proms = [], shape2 = value.shape, abortEarly = ctx?.abortEarly, seen = payload.issues.length;
		for (let key of value.allKeys) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			if (key === "__proto__") continue;
			let el = shape2[key], optin = el._zod.optin, optout = el._zod.optout, r = el._zod.run({ value: input2[key], issues: [] }, ctx);
			r instanceof Promise ? proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input2, optin, optout))) : handlePropertyResult(r, payload, key, input2, optin, optout);
		}
		return catchall ? handleCatchall(proms, input2, payload, ctx, _normalized.value, inst, abortEarly === !0) : proms.length ? Promise.all(proms).then(() => payload) : payload;
	};
}), $ZodObjectJIT = $constructor("$ZodObjectJIT", (inst, def) => {
	$ZodObject.init(inst, def);
	let superParse = inst._zod.parse, _normalized = cached(() => normalizeDef(def)), memo2 = globalConfig.memoizer, generateFastpass = (shape2) => {
		let normalized = _normalized.value, syms = normalized.symbolKeys, doc = new Doc(["payload", "ctx"], { shape: shape2, inst, memo: memo2, syms }), parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`, prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
		doc.write("const input = payload.value;");
		let ids = /* @__PURE__ */ Object.create(null), counter = 0;
		for (let key of normalized.allKeys)
			ids[key] = `key_${counter++}`;
		doc.write(memo2 ? "const newResult = memo.alloc(inst, payload, {}, ctx);" : "const newResult = {};");
		for (let key of normalized.allKeys) {
			if (key === "__proto__") continue;
			let id = ids[key], k = typeof key == "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key), isPresent = `${k} in input`, schema4 = shape2[key], optin = schema4?._zod?.optin, isOptionalIn = optin !== void 0, isOptionalOut = schema4?._zod?.optout === "optional";
			if (doc.write(`const ${id} = ${parseStr(k)};`), isOptionalIn && isOptionalOut) {
				let assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
				doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
			} else isOptionalIn ? (doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `), optin === "defaulted" ? doc.write(`newResult[${k}] = ${id}.value;`) : doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `)) : doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
		}
		return doc.write("payload.value = newResult;"), doc.write("return payload;"), doc.compile();
	}, fastpass, isObject2 = isObject, jit = !globalConfig.jitless, fastEnabled = jit && allowsEval.value, catchall = def.catchall, value;
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		let input2 = payload.value;
		return isObject2(input2) ? jit && fastEnabled && ctx?.async === !1 && ctx.jitless !== !0 ? (fastpass || (fastpass = generateFastpass(def.shape)), payload = fastpass(payload, ctx), catchall ? handleCatchall([], input2, payload, ctx, value, inst, ctx?.abortEarly === !0) : payload) : superParse(payload, ctx) : (payload.issues.push({ expected: "object", code: "invalid_type", input: input2, inst }), payload);
	};
});
function handleUnionResults(results, final, inst, ctx) {
	for (let result of results)
		if (result.issues.length === 0)
			return final.value = result.value, final;
	let nonaborted = results.filter((r) => !aborted(r));
	return nonaborted.length === 1 ? (final.value = nonaborted[0].value, nonaborted[0]) : (final.issues.push({ code: "invalid_union", input: final.value, inst, errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config()))) }), final);
}
var $ZodUnion = $constructor("$ZodUnion", (inst, def) => {
	$ZodType.init(inst, def), defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0), defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0), defineLazyInternal(inst, "values", (zod) => {
		if (zod.def.options.every((o) => o._zod.values))
			return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
	}), defineLazyInternal(inst, "pattern", (zod) => {
		if (zod.def.options.every((o) => o._zod.pattern)) {
			let patterns2 = zod.def.options.map((o) => o._zod.pattern);
			return new RegExp(`^(${patterns2.map((p) => cleanRegex(p.source)).join("|")})$`);
		}
	});
	let first = def.options.length === 1 ? def.options[0]._zod.run : null;
	inst._zod.parse = (payload, ctx) => {
		if (first)
			return first(payload, ctx);
		let async = !1, results = [];
		for (let option of def.options) {
			let result = option._zod.run({ value: payload.value, issues: [] }, ctx);
			if (result instanceof Promise)
				results.push(result), async = !0;
			else {
				if (result.issues.length === 0) return result;
				results.push(result);
			}
		}
		return async ? Promise.all(results).then((results2) => handleUnionResults(results2, payload, inst, ctx)) : handleUnionResults(results, payload, inst, ctx);
	};
});
function handleExclusiveUnionResults(results, final, inst, ctx) {
	let matches = [];
	for (let i = 0; i < results.length; i++)
		results[i].issues.length === 0 && matches.push(i);
	return matches.length === 1 ? (final.value = results[matches[0]].value, final) : (matches.length === 0 ? final.issues.push({ code: "invalid_union", input: final.value, inst, errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config()))) }) : final.issues.push({ code: "invalid_union", input: final.value, inst, errors: [], inclusive: !1, matches }), final);
}
var $ZodXor = $constructor("$ZodXor", (inst, def) => {
	$ZodUnion.init(inst, def), def.inclusive = !1;
	let first = def.options.length === 1 ? def.options[0]._zod.run : null;
	inst._zod.parse = (payload, ctx) => {
		if (first)
			return first(payload, ctx);
		let async = !1, results = [];
		for (let option of def.options) {
			let result = option._zod.run({ value: payload.value, issues: [] }, ctx);
			result instanceof Promise ? (results.push(result), async = !0) : results.push(result);
		}
		return async ? Promise.all(results).then((results2) => handleExclusiveUnionResults(results2, payload, inst, ctx)) : handleExclusiveUnionResults(results, payload, inst, ctx);
	};
});
function discriminatorMap(def) {
	let map2 = /* @__PURE__ */ new Map();
	for (let option of def.options) {
		let values = option._zod.propValues?.[def.discriminator];
		if (!values || values.size === 0) throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
		for (let value of values)
			if (map2.has(value)) {
				if (value !== void 0) throw new Error(`Duplicate discriminator value "${String(value)}"`);
				map2.set(value, null);
			} else
				map2.set(value, option);
	}
	return map2;
}
var $ZodDiscriminatedUnion = $constructor("$ZodDiscriminatedUnion", (inst, def) => {
	def.inclusive = !1, $ZodUnion.init(inst, def);
	let _super = inst._zod.parse;
	defineLazyInternal(inst, "propValues", (zod) => {
		let propValues = {}, undefinedCount = 0;
		for (let option of zod.def.options) {
			let pv = option._zod.propValues;
			if (!pv || Object.keys(pv).length === 0) throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
			pv[zod.def.discriminator]?.has(void 0) && undefinedCount++;
			for (let [k, v] of Object.entries(pv)) {
				Object.prototype.hasOwnProperty.call(propValues, k) || assignProp(propValues, k, /* @__PURE__ */ new Set());
				for (let val of v)
					propValues[k].add(val);
			}
		}
		return !zod.def.unionFallback && undefinedCount > 1 && propValues[zod.def.discriminator]?.delete(void 0), propValues;
	}), def.options.forEach((option, i) => {
		let propShape = rawShape(option._zod.def);
		if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator))
			throw new Error(`Invalid discriminated union option at index "${i}"`);
	});
	let disc = cached(() => discriminatorMap(def));
	inst._zod.parse = (payload, ctx) => {
		let input2 = payload.value;
		if (!isObject(input2))
			return payload.issues.push({ code: "invalid_type", expected: "object", input: input2, inst }), payload;
		let value = input2?.[def.discriminator], opt = disc.value.get(value);
		return opt && (value !== void 0 || ctx.direction !== "backward") ? opt._zod.run(payload, ctx) : def.unionFallback || ctx.direction === "backward" ? _super(payload, ctx) : (payload.issues.push({ code: "invalid_union", errors: [], note: "No matching discriminator", discriminator: def.discriminator, options: Array.from(disc.value.keys()).filter((value2) => disc.value.get(value2) !== null), input: input2, path: [def.discriminator], inst }), payload);
	};
}), $ZodIntersection = $constructor("$ZodIntersection", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.parse = (payload, ctx) => {
		let input2 = payload.value, left = def.left._zod.run({ value: input2, issues: [] }, ctx), right = def.right._zod.run({ value: input2, issues: [] }, ctx);
		return left instanceof Promise || right instanceof Promise ? Promise.all([left, right]).then(([left2, right2]) => handleIntersectionResults(payload, left2, right2)) : handleIntersectionResults(payload, left, right);
	};
});
function mergeValues(a, b) {
	if (a === b)
		return { valid: !0, data: a };
	if (a instanceof Date && b instanceof Date && +a == +b)
		return { valid: !0, data: a };
	if (isPlainObject(a) && isPlainObject(b)) {
		let bKeys = Object.keys(b), sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1), newObj = { ...a, ...b };
		Object.prototype.hasOwnProperty.call(newObj, "__proto__") && delete newObj.__proto__;
		for (let key of sharedKeys) {
			if (key === "__proto__") continue;
			let sharedValue = mergeValues(a[key], b[key]);
			if (!sharedValue.valid)
				return { valid: !1, mergeErrorPath: [key, ...sharedValue.mergeErrorPath] };
			newObj[key] = sharedValue.data;
		}
		return { valid: !0, data: newObj };
	}
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length)
			return { valid: !1, mergeErrorPath: [] };
		let newArray = [];
		for (let index = 0; index < a.length; index++) {
			let itemA = a[index], itemB = b[index], sharedValue = mergeValues(itemA, itemB);
			if (!sharedValue.valid)
				return { valid: !1, mergeErrorPath: [index, ...sharedValue.mergeErrorPath] };
			newArray.push(sharedValue.data);
		}
		return { valid: !0, data: newArray };
	}
	return { valid: !1, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left, right) {
	let unrecKeys = /* @__PURE__ */ new Map(), unrecIssue, keyIssues = /* @__PURE__ */ new Map(), collect = (iss, side) => {
		let keys;
		if (iss.code === "unrecognized_keys" && !iss.path?.length)
			unrecIssue ?? (unrecIssue = iss), keys = iss.keys;
		else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
			let k = String(iss.path[0]);
			keyIssues.has(k) || keyIssues.set(k, iss), keys = [k];
		} else
			return !1;
		for (let k of keys)
			unrecKeys.has(k) || unrecKeys.set(k, {}), unrecKeys.get(k)[side] = !0;
		return !0;
	};
	for (let iss of left.issues)
		collect(iss, "l") || result.issues.push(iss);
	for (let iss of right.issues)
		collect(iss, "r") || result.issues.push(iss);
	let bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
	if (bothKeys.length) {
		let aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
		aggregated.length && result.issues.push({ ...unrecIssue, keys: aggregated });
		for (let k of bothKeys)
			!aggregated.includes(k) && keyIssues.has(k) && result.issues.push(keyIssues.get(k));
	}
	let merged = mergeValues(left.value, right.value);
	if (!merged.valid) {
		if (aborted(result)) return result;
		throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
	}
	return result.value = merged.data, result;
}
var $ZodTuple = $constructor("$ZodTuple", (inst, def) => {
	$ZodType.init(inst, def);
	let items = def.items, memo2 = globalConfig.memoizer;
	memo2?.attach(inst), inst._zod.parse = (payload, ctx) => {
		let input2 = payload.value;
		if (!Array.isArray(input2))
			return payload.issues.push({ input: input2, inst, expected: "tuple", code: "invalid_type" }), payload;
		payload.value = memo2 ? memo2.alloc(inst, payload, [], ctx) : [];
		let proms = [], optinStart = getTupleOptStart(items, "optin"), optoutStart = getTupleOptStart(items, "optout");
		if (!def.rest) {
			if (input2.length < optinStart)
				return payload.issues.push({ code: "too_small", minimum: optinStart, inclusive: !0, input: input2, inst, origin: "array" }), payload;
			input2.length > items.length && payload.issues.push({ code: "too_big", maximum: items.length, inclusive: !0, input: input2, inst, origin: "array" });
		}
		let itemResults = new Array(items.length), abortEarly = def.rest ? ctx?.abortEarly : void 0, itemAborted = !1;
		for (let i = 0; i < items.length; i++) {
			let r = items[i]._zod.run({ value: input2[i], issues: [] }, ctx);
			r instanceof Promise ? proms.push(r.then((rr) => {
				itemResults[i] = rr;
			})) : (itemResults[i] = r, abortEarly && !itemAborted && r.issues.length && (itemAborted = aborted(r)));
		}
		if (def.rest && !itemAborted) {
			let i = items.length - 1, rest = input2.slice(items.length), seen = payload.issues.length;
			for (let el of rest) {
				if (abortEarly && payload.issues.length !== seen) {
					if (aborted(payload, seen)) break;
					seen = payload.issues.length;
				}
				i++;
				let result = def.rest._zod.run({ value: el, issues: [] }, ctx);
				result instanceof Promise ? proms.push(result.then((r) => handleTupleResult(r, payload, i))) : handleTupleResult(result, payload, i);
			}
		}
		return proms.length ? Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input2, optoutStart)) : handleTupleResults(itemResults, payload, items, input2, optoutStart);
	};
});
function getTupleOptStart(items, key) {
	for (let i = items.length - 1; i >= 0; i--)
		if (!(key === "optin" ? items[i]._zod.optin !== void 0 : items[i]._zod.optout === "optional")) return i + 1;
	return 0;
}
function handleTupleResult(result, final, index) {
	result.issues.length && final.issues.push(...prefixIssues(index, result.issues)), final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input2, optoutStart) {
	for (let i = 0; i < items.length; i++) {
		let r = itemResults[i], isPresent = i < input2.length;
		if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
			final.value.length = i;
			break;
		}
		if (r.issues.length) {
			if (!isPresent && i >= optoutStart) {
				final.value.length = i;
				break;
			}
			final.issues.push(...prefixIssues(i, r.issues));
		}
		final.value[i] = r.value;
	}
	for (let i = final.value.length - 1; i >= input2.length && (items[i]._zod.optout === "optional" && final.value[i] === void 0); i--)
		final.value.length = i;
	return final;
}
var $ZodRecord = $constructor("$ZodRecord", (inst, def) => {
	$ZodType.init(inst, def);
	let memo2 = globalConfig.memoizer;
	memo2?.attach(inst), inst._zod.parse = (payload, ctx) => {
		let input2 = payload.value;
		if (!isPlainObject(input2))
			return payload.issues.push({ expected: "record", code: "invalid_type", input: input2, inst }), payload;
		let proms = [], values = def.keyType._zod.values;
		if (values && !def.partial) {
			payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
			let recordKeys = /* @__PURE__ */ new Set();
			for (let key of values)
				if (typeof key == "string" || typeof key == "number" || typeof key == "symbol") {
					if (recordKeys.add(typeof key == "number" ? key.toString() : key), key === "__proto__") continue;
					let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
					if (keyResult instanceof Promise)
						throw new Error("Async schemas not supported in object keys currently");
					if (keyResult.issues.length) {
						payload.issues.push({ code: "invalid_key", origin: "record", issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())), input: key, path: [key], inst });
						continue;
					}
					let outKey = keyResult.value;
					if (outKey === "__proto__") continue;
					let result = def.valueType._zod.run({ value: input2[key], issues: [] }, ctx);
					result instanceof Promise ? proms.push(result.then((result2) => {
						result2.issues.length && payload.issues.push(...prefixIssues(key, result2.issues)), payload.value[outKey] = result2.value;
					})) : (result.issues.length && payload.issues.push(...prefixIssues(key, result.issues)), payload.value[outKey] = result.value);
				}
			let unrecognized;
			for (let key in input2)
				if (!recordKeys.has(key))
					if (def.mode === "loose") {
						if (key === "__proto__") continue;
						payload.value[key] = input2[key];
					} else
						unrecognized = unrecognized ?? [], unrecognized.push(key);
			unrecognized && unrecognized.length > 0 && payload.issues.push({ code: "unrecognized_keys", input: input2, inst, keys: unrecognized, continue: !0 });
		} else {
			payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
			let unrecognized;
			for (let key of Reflect.ownKeys(input2)) {
				if (key === "__proto__" || !Object.prototype.propertyIsEnumerable.call(input2, key)) continue;
				let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
				if (keyResult instanceof Promise)
					throw new Error("Async schemas not supported in object keys currently");
				if (typeof key == "string" && number.test(key) && keyResult.issues.length) {
					let retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
					if (retryResult instanceof Promise)
						throw new Error("Async schemas not supported in object keys currently");
					retryResult.issues.length === 0 && (keyResult = retryResult);
				}
				if (keyResult.issues.length) {
					def.mode === "loose" ? payload.value[key] = input2[key] : values ? (unrecognized = unrecognized ?? [], unrecognized.push(key)) : payload.issues.push({ code: "invalid_key", origin: "record", issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())), input: key, path: [key], inst });
					continue;
				}
				let outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				let result = def.valueType._zod.run({ value: input2[key], issues: [] }, ctx);
				result instanceof Promise ? proms.push(result.then((result2) => {
					result2.issues.length && payload.issues.push(...prefixIssues(key, result2.issues)), payload.value[outKey] = result2.value;
				})) : (result.issues.length && payload.issues.push(...prefixIssues(key, result.issues)), payload.value[outKey] = result.value);
			}
			unrecognized && unrecognized.length > 0 && payload.issues.push({ code: "unrecognized_keys", input: input2, inst, keys: unrecognized, continue: !0 });
		}
		return proms.length ? Promise.all(proms).then(() => payload) : payload;
	};
}), $ZodMap = $constructor("$ZodMap", (inst, def) => {
	$ZodType.init(inst, def);
	let memo2 = globalConfig.memoizer;
	memo2?.attach(inst), inst._zod.parse = (payload, ctx) => {
		let input2 = payload.value;
		if (!(input2 instanceof Map))
			return payload.issues.push({ expected: "map", code: "invalid_type", input: input2, inst }), payload;
		let proms = [];
		payload.value = memo2 ? memo2.alloc(inst, payload, /* @__PURE__ */ new Map(), ctx) : /* @__PURE__ */ new Map();
		let abortEarly = ctx?.abortEarly, seen = payload.issues.length;
		for (let [key, value] of input2) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx), valueResult = def.valueType._zod.run({ value, issues: [] }, ctx);
			keyResult instanceof Promise || valueResult instanceof Promise ? proms.push(Promise.all([keyResult, valueResult]).then(([keyResult2, valueResult2]) => {
				handleMapResult(keyResult2, valueResult2, payload, key, input2, inst, ctx);
			})) : handleMapResult(keyResult, valueResult, payload, key, input2, inst, ctx);
		}
		return proms.length ? Promise.all(proms).then(() => payload) : payload;
	}, capSize(inst, mapSize);
});
function handleMapResult(keyResult, valueResult, final, key, input2, inst, ctx) {
	keyResult.issues.length && (propertyKeyTypes.has(typeof key) ? final.issues.push(...prefixIssues(key, keyResult.issues)) : final.issues.push({ code: "invalid_key", origin: "map", input: input2, inst, issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())) })), valueResult.issues.length && (propertyKeyTypes.has(typeof key) ? final.issues.push(...prefixIssues(key, valueResult.issues)) : final.issues.push({ origin: "map", code: "invalid_element", input: input2, inst, key, issues: valueResult.issues.map((iss) => finalizeIssue(iss, ctx, config())) })), final.value.set(keyResult.value, valueResult.value);
}
var $ZodSet = $constructor("$ZodSet", (inst, def) => {
	$ZodType.init(inst, def);
	let memo2 = globalConfig.memoizer;
	memo2?.attach(inst), inst._zod.parse = (payload, ctx) => {
		let input2 = payload.value;
		if (!(input2 instanceof Set))
			return payload.issues.push({ input: input2, inst, expected: "set", code: "invalid_type" }), payload;
		let proms = [];
		payload.value = memo2 ? memo2.alloc(inst, payload, /* @__PURE__ */ new Set(), ctx) : /* @__PURE__ */ new Set();
		let abortEarly = ctx?.abortEarly, seen = payload.issues.length;
		for (let item of input2) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			let result = def.valueType._zod.run({ value: item, issues: [] }, ctx);
			result instanceof Promise ? proms.push(result.then((result2) => handleSetResult(result2, payload))) : handleSetResult(result, payload);
		}
		return proms.length ? Promise.all(proms).then(() => payload) : payload;
	}, capSize(inst, setSize);
});
function handleSetResult(result, final) {
	result.issues.length && final.issues.push(...result.issues), final.value.add(result.value);
}
var $ZodEnum = $constructor("$ZodEnum", (inst, def) => {
	$ZodType.init(inst, def);
	let values = getEnumValues(def.entries), valuesSet = new Set(values);
	inst._zod.values = valuesSet, defineLazyInternal(inst, "pattern", (zod) => {
		let patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
		return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
	}), inst._zod.parse = (payload, _ctx) => {
		let input2 = payload.value;
		return valuesSet.has(input2) || payload.issues.push({ code: "invalid_value", values, input: input2, inst }), payload;
	};
}), $ZodLiteral = $constructor("$ZodLiteral", (inst, def) => {
	$ZodType.init(inst, def);
	let values = new Set(def.values);
	inst._zod.values = values, defineLazyInternal(inst, "pattern", (zod) => {
		let vals = zod.def.values;
		return new RegExp(vals.length ? `^(${vals.map((o) => typeof o == "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
	}), inst._zod.parse = (payload, _ctx) => {
		let input2 = payload.value;
		return values.has(input2) || payload.issues.push({ code: "invalid_value", values: def.values, input: input2, inst }), payload;
	};
}), $ZodFile = $constructor("$ZodFile", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.parse = (payload, _ctx) => {
		let input2 = payload.value;
		return input2 instanceof File || payload.issues.push({ expected: "file", code: "invalid_type", input: input2, inst }), payload;
	};
}), $ZodTransform = $constructor("$ZodTransform", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.optin = "optional", globalConfig.memoizer?.guard(inst), inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward")
			throw new $ZodEncodeError(inst.constructor.name);
		let _out = def.transform(payload.value, payload);
		if (ctx.async)
			return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output22) => (payload.value = output22, payload));
		if (_out instanceof Promise)
			throw new $ZodAsyncError();
		return payload.value = _out, payload;
	};
});
function handleOptionalResult(payload, result) {
	return payload.value = result.issues.length ? void 0 : result.value, payload;
}
var $ZodOptional = $constructor("$ZodOptional", (inst, def) => {
	$ZodType.init(inst, def), defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional"), inst._zod.optout = "optional", defineLazyInternal(inst, "values", (zod) => {
		let values = zod.def.innerType._zod.values;
		return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
	}), defineLazyInternal(inst, "pattern", (zod) => {
		let pattern2 = zod.def.innerType._zod.pattern;
		return pattern2 ? new RegExp(`^(${cleanRegex(pattern2.source)})?$`) : void 0;
	}), inst._zod.parse = (payload, ctx) => {
		if (payload.value === void 0) {
			if (def.innerType._zod.optin !== "defaulted") return payload;
			let result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
			return result instanceof Promise ? result.then((result2) => handleOptionalResult(payload, result2)) : handleOptionalResult(payload, result);
		}
		return def.innerType._zod.run(payload, ctx);
	};
}), $ZodExactOptional = $constructor("$ZodExactOptional", (inst, def) => {
	$ZodOptional.init(inst, def), defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values), defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern), inst._zod.parse = (payload, ctx) => def.innerType._zod.run(payload, ctx);
}), $ZodNullable = $constructor("$ZodNullable", (inst, def) => {
	$ZodType.init(inst, def), defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin), defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout), defineLazyInternal(inst, "pattern", (zod) => {
		let pattern2 = zod.def.innerType._zod.pattern;
		return pattern2 ? new RegExp(`^(${cleanRegex(pattern2.source)}|null)$`) : void 0;
	}), defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0), inst._zod.parse = (payload, ctx) => payload.value === null ? payload : def.innerType._zod.run(payload, ctx);
}), $ZodDefault = $constructor("$ZodDefault", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.optin = "defaulted", defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values), inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward")
			return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0)
			return payload.value = def.defaultValue, payload;
		let result = def.innerType._zod.run(payload, ctx);
		return result instanceof Promise ? result.then((result2) => handleDefaultResult(result2, def)) : handleDefaultResult(result, def);
	};
});
function handleDefaultResult(payload, def) {
	return payload.value === void 0 && (payload.value = def.defaultValue), payload;
}
var $ZodPrefault = $constructor("$ZodPrefault", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.optin = "defaulted", defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values), inst._zod.parse = (payload, ctx) => (ctx.direction === "backward" || payload.value === void 0 && (payload.value = def.defaultValue), def.innerType._zod.run(payload, ctx));
}), $ZodNonOptional = $constructor("$ZodNonOptional", (inst, def) => {
	$ZodType.init(inst, def), defineLazyInternal(inst, "values", (zod) => {
		let v = zod.def.innerType._zod.values;
		return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
	}), inst._zod.parse = (payload, ctx) => {
		let result = def.innerType._zod.run(payload, ctx);
		return result instanceof Promise ? result.then((result2) => handleNonOptionalResult(result2, inst)) : handleNonOptionalResult(result, inst);
	};
});
function handleNonOptionalResult(payload, inst) {
	return !payload.issues.length && payload.value === void 0 && payload.issues.push({ code: "invalid_type", expected: "nonoptional", input: payload.value, inst }), payload;
}
var $ZodSuccess = $constructor("$ZodSuccess", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward")
			throw new $ZodEncodeError("ZodSuccess");
		let result = def.innerType._zod.run(payload, ctx);
		return result instanceof Promise ? result.then((result2) => (payload.value = result2.issues.length === 0, payload)) : (payload.value = result.issues.length === 0, payload);
	};
});
function handleCatchResult(payload, result, def, ctx) {
	return result.issues.length ? (payload.value = def.catchValue({ ...result, value: payload.value, error: { issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config())) }, input: payload.value }), payload) : (payload.value = result.value, result.memo && (payload.memo = !0), payload);
}
var $ZodCatch = $constructor("$ZodCatch", (inst, def) => {
	$ZodType.init(inst, def), defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional"), defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout), defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values), inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward")
			return def.innerType._zod.run(payload, ctx);
		let result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
		return result instanceof Promise ? result.then((result2) => handleCatchResult(payload, result2, def, ctx)) : handleCatchResult(payload, result, def, ctx);
	};
}), $ZodNaN = $constructor("$ZodNaN", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.parse = (payload, _ctx) => ((typeof payload.value != "number" || !Number.isNaN(payload.value)) && payload.issues.push({ input: payload.value, inst, expected: "nan", code: "invalid_type" }), payload);
}), $ZodPipe = $constructor("$ZodPipe", (inst, def) => {
	$ZodType.init(inst, def), defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values), defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin), defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout), defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues), inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") {
			let right = def.out._zod.run(payload, ctx);
			return right instanceof Promise ? right.then((right2) => handlePipeResult(right2, def.in, ctx)) : handlePipeResult(right, def.in, ctx);
		}
		let left = def.in._zod.run(payload, ctx);
		return left instanceof Promise ? left.then((left2) => handlePipeResult(left2, def.out, ctx)) : handlePipeResult(left, def.out, ctx);
	};
});
function handlePipeResult(left, next, ctx) {
	return left.issues.some((iss) => iss.code !== "unrecognized_keys") ? (left.aborted = !0, left) : next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
var $ZodCodec = $constructor("$ZodCodec", (inst, def) => {
	$ZodType.init(inst, def), defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values), defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin), defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout), defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues), inst._zod.parse = (payload, ctx) => {
		if ((ctx.direction || "forward") === "forward") {
			let left = def.in._zod.run(payload, ctx);
			return left instanceof Promise ? left.then((left2) => handleCodecAResult(left2, def, ctx)) : handleCodecAResult(left, def, ctx);
		} else {
			let right = def.out._zod.run(payload, ctx);
			return right instanceof Promise ? right.then((right2) => handleCodecAResult(right2, def, ctx)) : handleCodecAResult(right, def, ctx);
		}
	};
});
function handleCodecAResult(result, def, ctx) {
	if (result.issues.length)
		return result.aborted = !0, result;
	if ((ctx.direction || "forward") === "forward") {
		let transformed = def.transform(result.value, result);
		return transformed instanceof Promise ? transformed.then((value) => handleCodecTxResult(result, value, def.out, ctx)) : handleCodecTxResult(result, transformed, def.out, ctx);
	} else {
		let transformed = def.reverseTransform(result.value, result);
		return transformed instanceof Promise ? transformed.then((value) => handleCodecTxResult(result, value, def.in, ctx)) : handleCodecTxResult(result, transformed, def.in, ctx);
	}
}
function handleCodecTxResult(left, value, nextSchema, ctx) {
	return left.issues.length ? (left.aborted = !0, left) : nextSchema._zod.run({ value, issues: left.issues }, ctx);
}
var $ZodPreprocess = $constructor("$ZodPreprocess", (inst, def) => {
	$ZodPipe.init(inst, def);
}), $ZodReadonly = $constructor("$ZodReadonly", (inst, def) => {
	$ZodType.init(inst, def), defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues), defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values), defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin), defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout), inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward")
			return def.innerType._zod.run(payload, ctx);
		let result = def.innerType._zod.run(payload, ctx);
		return result instanceof Promise ? result.then(handleReadonlyResult) : handleReadonlyResult(result);
	};
});
function handleReadonlyResult(payload) {
	return payload.memo || (payload.value = Object.freeze(payload.value)), payload;
}
function leafPattern(schema4) {
	let def = schema4._zod.def, pattern2 = def.pattern, isInt = !!def.format?.includes("int"), minimum, maximum;
	for (let ch of def.checks ?? []) {
		let d = ch._zod.def;
		d.pattern && (pattern2 = d.pattern), isInt || (isInt = !!d.format?.includes("int"));
		let lo = d.minimum ?? d.length, hi = d.maximum ?? d.length;
		lo !== void 0 && (minimum === void 0 || lo > minimum) && (minimum = lo), hi !== void 0 && (maximum === void 0 || hi < maximum) && (maximum = hi);
	}
	if (pattern2) return pattern2.source;
	if (minimum !== void 0 && maximum !== void 0 && minimum > maximum) return "(?!)";
	if (minimum !== void 0 || maximum !== void 0) return string({ minimum, maximum }).source;
	let own2 = schema4._zod.pattern;
	return (isInt && own2 === number ? integer : own2)?.source;
}
function partPattern(schema4) {
	let def = schema4._zod.def, own2 = schema4._zod.pattern?.source, inner = def.innerType ?? schema4._zod.innerType;
	if (inner) {
		let before = inner._zod.pattern?.source, after = partPattern(inner);
		return own2 && before && after && after !== before ? own2.replace(cleanRegex(before), () => cleanRegex(after)) : own2;
	}
	if (def.options) {
		let sources = def.options.map(partPattern);
		if (sources.every(Boolean)) return `^(${sources.map((s) => cleanRegex(s)).join("|")})$`;
	}
	return leafPattern(schema4);
}
var $ZodTemplateLiteral = $constructor("$ZodTemplateLiteral", (inst, def) => {
	$ZodType.init(inst, def);
	let regexParts = [];
	for (let part of def.parts)
		if (typeof part == "object" && part !== null) {
			let source = partPattern(part);
			if (!source)
				throw new Error(`Invalid template literal part, no pattern found: ${[...part._zod.traits].shift()}`);
			regexParts.push(cleanRegex(source));
		} else if (part === null || primitiveTypes.has(typeof part))
			regexParts.push(escapeRegex(`${part}`));
		else
			throw new Error(`Invalid template literal part: ${part}`);
	inst._zod.pattern = new RegExp(`^${regexParts.join("")}$`), inst._zod.parse = (payload, _ctx) => typeof payload.value != "string" ? (payload.issues.push({ input: payload.value, inst, expected: "string", code: "invalid_type" }), payload) : (inst._zod.pattern.lastIndex = 0, inst._zod.pattern.test(payload.value) || payload.issues.push({ input: payload.value, inst, code: "invalid_format", format: def.format ?? "template_literal", pattern: inst._zod.pattern.source }), payload);
}), $ZodFunction = $constructor("$ZodFunction", (inst, def) => ($ZodType.init(inst, def), Object.defineProperty(inst, "_def", { value: def }), inst._zod.def = def, inst.implement = (func) => {
	if (typeof func != "function")
		throw new Error("implement() must be called with a function");
	return Object.defineProperty(function(...args) {
		let parsedArgs = inst._def.input ? parse(inst._def.input, args) : args, result = Reflect.apply(func, this, parsedArgs);
		return inst._def.output ? parse(inst._def.output, result) : result;
	}, "_zod", { value: inst._zod, enumerable: !1 });
}, inst.implementAsync = (func) => {
	if (typeof func != "function")
		throw new Error("implementAsync() must be called with a function");
	return Object.defineProperty(async function(...args) {
		let parsedArgs = inst._def.input ? await parseAsync(inst._def.input, args) : args, result = await Reflect.apply(func, this, parsedArgs);
		return inst._def.output ? await parseAsync(inst._def.output, result) : result;
	}, "_zod", { value: inst._zod, enumerable: !1 });
}, inst._zod.parse = (payload, _ctx) => typeof payload.value != "function" ? (payload.issues.push({ code: "invalid_type", expected: "function", input: payload.value, inst }), payload) : (inst._def.output && inst._def.output._zod.def.type === "promise" ? payload.value = inst.implementAsync(payload.value) : payload.value = inst.implement(payload.value), payload), inst.input = (...args) => {
	let F = inst.constructor;
	return Array.isArray(args[0]) ? new F({ type: "function", input: new $ZodTuple({ type: "tuple", items: args[0], rest: args[1] }), output: inst._def.output }) : new F({ type: "function", input: args[0], output: inst._def.output });
}, inst.output = (output2) => {
	let F = inst.constructor;
	return new F({ type: "function", input: inst._def.input, output: output2 });
}, inst)), $ZodPromise = $constructor("$ZodPromise", (inst, def) => {
	$ZodType.init(inst, def), inst._zod.parse = (payload, ctx) => Promise.resolve(payload.value).then((inner) => def.innerType._zod.run({ value: inner, issues: [] }, ctx));
}), $ZodLazy = $constructor("$ZodLazy", (inst, def) => {
	$ZodType.init(inst, def), defineLazy(inst._zod, "innerType", () => {
		let d = def;
		return d._cachedInner || (d._cachedInner = def.getter()), d._cachedInner;
	}), defineLazyInternal(inst, "pattern", (zod) => zod.innerType?._zod?.pattern), defineLazyInternal(inst, "propValues", (zod) => zod.innerType?._zod?.propValues), defineLazyInternal(inst, "optin", (zod) => zod.innerType?._zod?.optin ?? void 0), defineLazyInternal(inst, "optout", (zod) => zod.innerType?._zod?.optout ?? void 0), inst._zod.parse = (payload, ctx) => inst._zod.innerType._zod.run(payload, ctx);
}), $ZodCustom = $constructor("$ZodCustom", (inst, def) => {
	$ZodCheck.init(inst, def), $ZodType.init(inst, def), inst._zod.parse = (payload, _) => payload, inst._zod.check = (payload) => {
		let input2 = payload.value, r = def.fn(input2);
		if (r instanceof Promise)
			return r.then((r2) => handleRefineResult(r2, payload, input2, inst));
		handleRefineResult(r, payload, input2, inst);
	};
});
function handleRefineResult(result, payload, input2, inst) {
	if (!result) {
		let _iss = { code: "custom", input: input2, inst, path: [...inst._zod.def.path ?? []], continue: !inst._zod.def.abort };
		inst._zod.def.params && (_iss.params = inst._zod.def.params), payload.issues.push(issue(_iss));
	}
}

// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
	constructor() {
		super("Cannot parse a reference cycle that closes through a transform"), this.name = "ZodCyclicError";
	}
}, STATE = "~memo", NO_ISSUES = [];
function isRef(value) {
	return value !== null && typeof value == "object";
}
function cloneIssues(issues) {
	return issues.map((iss) => iss.path ? { ...iss, path: iss.path.slice() } : { ...iss });
}
var recursive = /* @__PURE__ */ new WeakMap(), NONE = 0, ASSUMED = 1, PROVEN = 2;
function isRecursive(inst, stack, resolve7) {
	let cached2 = recursive.get(inst);
	if (cached2 !== void 0) return cached2 ? PROVEN : NONE;
	if (stack.has(inst)) return PROVEN;
	stack.add(inst);
	let result = NONE, check2 = (child) => {
		if (result !== PROVEN && child?._zod) {
			let answer = isRecursive(child, stack, resolve7);
			answer > result && (result = answer);
		}
	}, shape2 = (sh, spread) => {
		let answer = NONE;
		for (let key of Reflect.ownKeys(sh)) {
			let desc = Object.getOwnPropertyDescriptor(sh, key);
			if (spread && !desc.enumerable) continue;
			let child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve7) : NONE;
			child > answer && (answer = child);
		}
		return answer;
	}, merge5 = (answer) => {
		answer > result && (result = answer);
	}, def = inst._zod.def, kind2 = def.type;
	switch (kind2) {
		case "object": {
			let raw = rawShape(def);
			merge5(raw ? shape2(raw, !0) : ASSUMED), check2(def.catchall);
			break;
		}
		case "array":
			check2(def.element);
			break;
		case "tuple":
			for (let el of def.items) check2(el);
			check2(def.rest);
			break;
		case "record":
		case "map":
			check2(def.keyType), check2(def.valueType);
			break;
		case "set":
			check2(def.valueType);
			break;
		case "union":
			for (let el of def.options) check2(el);
			break;
		case "intersection":
			check2(def.left), check2(def.right);
			break;
		case "optional":
		case "nullable":
		case "default":
		case "prefault":
		case "catch":
		case "readonly":
		case "nonoptional":
		case "promise":
		case "success":
			check2(def.innerType);
			break;
		case "pipe":
			check2(def.in), check2(def.out);
			break;
		case "function":
			check2(def.input), check2(def.output);
			break;
		case "lazy": {
			let inner = def._cachedInner ?? (resolve7 ? inst._zod.innerType : void 0);
			merge5(inner ? isRecursive(inner, stack, !1) : ASSUMED);
			break;
		}
		case "template_literal":
		case "string":
		case "number":
		case "int":
		case "boolean":
		case "bigint":
		case "symbol":
		case "undefined":
		case "null":
		case "void":
		case "never":
		case "any":
		case "unknown":
		case "date":
		case "nan":
		case "enum":
		case "literal":
		case "file":
		case "transform":
		case "custom":
			break;
		default:
			for (let key in def) {
				let desc = Object.getOwnPropertyDescriptor(def, key);
				if (!desc || desc.get) continue;
				let value = desc.value;
				if (!(!value || typeof value != "object")) {
					if (value._zod) check2(value);
					else if (Array.isArray(value)) for (let el of value) check2(el);
				}
			}
	}
	return stack.delete(inst), settle(inst, result);
}
function settle(inst, answer) {
	return answer !== ASSUMED && recursive.set(inst, answer === PROVEN), answer;
}
function bucketFor(state, inst) {
	let bucket = state.buckets.get(inst);
	return bucket || (bucket = /* @__PURE__ */ new WeakMap(), state.buckets.set(inst, bucket)), bucket;
}
var handoff, open = [], memo = { alloc(_inst, payload, empty) {
	let bucket = handoff;
	if (!bucket) return empty;
	handoff = void 0;
	let entry = { value: empty, issues: null };
	return bucket.set(payload.value, entry), open.push(entry), empty;
}, guard(inst) {
	var _a3;
	(_a3 = inst._zod).deferred ?? (_a3.deferred = []), inst._zod.deferred.push(() => {
		let base = inst._zod.parse, wrapped = (payload, ctx) => {
			if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value)) throw new $ZodCyclicError();
			return base(payload, ctx);
		};
		inst._zod.parse = wrapped, inst._zod.run === base && (inst._zod.run = wrapped);
	});
}, attach(inst) {
	var _a3;
	let isRecursiveInst, rechecked = !1, lastCtx, lastBucket;
	(_a3 = inst._zod).deferred ?? (_a3.deferred = []), inst._zod.deferred.push(() => {
		let base = inst._zod.parse, wrapped = (payload, ctx) => {
			if (isRecursiveInst === void 0) {
				let walked = isRecursive(inst, /* @__PURE__ */ new Set(), !1);
				if (walked === NONE)
					return inst._zod.parse = base, inst._zod.run === wrapped && (inst._zod.run = base), base(payload, ctx);
				walked === PROVEN || rechecked ? isRecursiveInst = !0 : rechecked = !0;
			}
			let input2 = payload.value;
			if (!isRef(input2)) return base(payload, ctx);
			let state = ctx[STATE];
			state || (state = { buckets: /* @__PURE__ */ new WeakMap(), backEdges: void 0 }, ctx[STATE] = state);
			let bucket;
			lastCtx === ctx ? bucket = lastBucket : (bucket = bucketFor(state, inst), lastCtx = ctx, lastBucket = bucket);
			let hit = bucket.get(input2);
			if (hit)
				return payload.value = hit.value, hit.issues ? hit.issues.length && payload.issues.push(...cloneIssues(hit.issues)) : (payload.memo = !0, state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet()), state.backEdges.add(hit.value)), payload;
			handoff = bucket;
			let depth = open.length, result = base(payload, ctx);
			handoff = void 0;
			let entry = open.length > depth ? open.pop() : void 0;
			return result instanceof Promise ? result.then((r) => (entry && (entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES), r)) : (entry && (entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES), result);
		};
		inst._zod.parse = wrapped, inst._zod.run === base && (inst._zod.run = wrapped);
	});
} };
function memoizer() {
	return memo;
}
function isBackEdge(ctx, value) {
	let backEdges = ctx[STATE]?.backEdges;
	return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}

// node_modules/zod/v4/locales/en.js
var error = () => {
	let Sizable = { string: { unit: "characters", verb: "to have" }, file: { unit: "bytes", verb: "to have" }, array: { unit: "items", verb: "to have" }, set: { unit: "items", verb: "to have" }, map: { unit: "entries", verb: "to have" } };
	function getSizing(origin) {
		return Sizable[origin] ?? null;
	}
	let FormatDictionary = { regex: "input", email: "email address", url: "URL", emoji: "emoji", uuid: "UUID", uuidv4: "UUIDv4", uuidv6: "UUIDv6", nanoid: "nanoid", guid: "GUID", cuid: "cuid", cuid2: "cuid2", ulid: "ULID", xid: "XID", ksuid: "KSUID", datetime: "ISO datetime", date: "ISO date", time: "ISO time", duration: "ISO duration", ipv4: "IPv4 address", ipv6: "IPv6 address", mac: "MAC address", cidrv4: "IPv4 range", cidrv6: "IPv6 range", base64: "base64-encoded string", base64url: "base64url-encoded string", json_string: "JSON string", e164: "E.164 number", currency_code: "currency code", credit_card: "credit card number", iban: "IBAN", jwt: "JWT", template_literal: "input" }, TypeDictionary = { nan: "NaN" };
	function getTypeName(type, input2) {
		return type === "number" && typeof input2 == "number" && !Number.isFinite(input2) ? String(input2) : TypeDictionary[type] ?? type;
	}
	return (issue3) => {
		switch (issue3.code) {
			case "invalid_type": {
				let expected = getTypeName(issue3.expected), receivedType = parsedType(issue3.input), received = getTypeName(receivedType, issue3.input);
				return `Invalid input: expected ${expected}, received ${received}`;
			}
			case "invalid_value":
				return issue3.values.length === 1 ? `Invalid input: expected ${stringifyPrimitive(issue3.values[0])}` : `Invalid option: expected one of ${joinValues(issue3.values, "|")}`;
			case "too_big": {
				let adj = issue3.exact ? "exactly " : issue3.inclusive ? "<=" : "<", sizing = getSizing(issue3.origin);
				return sizing ? `Too big: expected ${issue3.origin ?? "value"} to have ${adj}${issue3.maximum.toString()} ${sizing.unit ?? "elements"}` : `Too big: expected ${issue3.origin ?? "value"} to be ${adj}${issue3.maximum.toString()}`;
			}
			case "too_small": {
				let adj = issue3.exact ? "exactly " : issue3.inclusive ? ">=" : ">", sizing = getSizing(issue3.origin);
				return sizing ? `Too small: expected ${issue3.origin} to have ${adj}${issue3.minimum.toString()} ${sizing.unit}` : `Too small: expected ${issue3.origin} to be ${adj}${issue3.minimum.toString()}`;
			}
			case "invalid_format": {
				let _issue = issue3;
				return _issue.format === "starts_with" ? `Invalid string: must start with "${_issue.prefix}"` : _issue.format === "ends_with" ? `Invalid string: must end with "${_issue.suffix}"` : _issue.format === "includes" ? `Invalid string: must include "${_issue.includes}"` : _issue.format === "regex" ? `Invalid string: must match pattern ${_issue.pattern}` : `Invalid ${FormatDictionary[_issue.format] ?? issue3.format}`;
			}
			case "not_multiple_of":
				return `Invalid number: must be a multiple of ${issue3.divisor}`;
			case "unrecognized_keys":
				return `Unrecognized key${issue3.keys.length > 1 ? "s" : ""}: ${joinValues(issue3.keys, ", ")}`;
			case "invalid_key":
				return `Invalid key in ${issue3.origin}`;
			case "invalid_union":
				return issue3.options && Array.isArray(issue3.options) && issue3.options.length > 0 ? `Invalid discriminator value. Expected ${issue3.options.map((o) => `'${o}'`).join(" | ")}` : issue3.inclusive === !1 ? "Invalid input: more than one option matched" : "Invalid input";
			case "invalid_element":
				return `Invalid value in ${issue3.origin}`;
			default:
				return "Invalid input";
		}
	};
};
function en_default() {
	return { localeError: error() };
}

// node_modules/zod/v4/core/registries.js
var _a2;
var $ZodRegistry = class {
	constructor() {
		this._map = /* @__PURE__ */ new WeakMap(), this._idmap = /* @__PURE__ */ new Map();
	}
	add(schema4, ..._meta) {
		let meta2 = _meta[0];
		return this._map.set(schema4, meta2), meta2 && typeof meta2 == "object" && "id" in meta2 && this._idmap.set(meta2.id, schema4), this;
	}
	clear() {
		return this._map = /* @__PURE__ */ new WeakMap(), this._idmap = /* @__PURE__ */ new Map(), this;
	}
	remove(schema4) {
		let meta2 = this._map.get(schema4);
		return meta2 && typeof meta2 == "object" && "id" in meta2 && this._idmap.delete(meta2.id), this._map.delete(schema4), this;
	}
	get(schema4) {
		let p = schema4._zod.parent;
		if (p) {
			let pm = { ...this.get(p) ?? {} };
			delete pm.id;
			let f = { ...pm, ...this._map.get(schema4) };
			return Object.keys(f).length ? f : void 0;
		}
		return this._map.get(schema4);
	}
	has(schema4) {
		return this._map.has(schema4);
	}
};
function registry() {
	return new $ZodRegistry();
}
(_a2 = globalThis).__zod_globalRegistry ?? (_a2.__zod_globalRegistry = registry());
var globalRegistry = globalThis.__zod_globalRegistry;

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	return def.checks && (def.checks = [...def.checks]), def;
}
function _string(Class2, params) {
	return new Class2(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
function _email(Class2, params) {
	return new Class2({ type: "string", format: "email", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _guid(Class2, params) {
	return new Class2({ type: "string", format: "guid", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _uuid(Class2, params) {
	return new Class2({ type: "string", format: "uuid", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _uuidv4(Class2, params) {
	return new Class2({ type: "string", format: "uuid", check: "string_format", abort: !1, version: "v4", ...normalizeParams(params) });
}
function _uuidv6(Class2, params) {
	return new Class2({ type: "string", format: "uuid", check: "string_format", abort: !1, version: "v6", ...normalizeParams(params) });
}
function _uuidv7(Class2, params) {
	return new Class2({ type: "string", format: "uuid", check: "string_format", abort: !1, version: "v7", ...normalizeParams(params) });
}
function _url(Class2, params) {
	return new Class2({ type: "string", format: "url", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _emoji2(Class2, params) {
	return new Class2({ type: "string", format: "emoji", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _nanoid(Class2, params) {
	return new Class2({ type: "string", format: "nanoid", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _cuid(Class2, params) {
	return new Class2({ type: "string", format: "cuid", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _cuid2(Class2, params) {
	return new Class2({ type: "string", format: "cuid2", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _ulid(Class2, params) {
	return new Class2({ type: "string", format: "ulid", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _xid(Class2, params) {
	return new Class2({ type: "string", format: "xid", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _ksuid(Class2, params) {
	return new Class2({ type: "string", format: "ksuid", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _ipv4(Class2, params) {
	return new Class2({ type: "string", format: "ipv4", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _ipv6(Class2, params) {
	return new Class2({ type: "string", format: "ipv6", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _cidrv4(Class2, params) {
	return new Class2({ type: "string", format: "cidrv4", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _cidrv6(Class2, params) {
	return new Class2({ type: "string", format: "cidrv6", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _base64(Class2, params) {
	return new Class2({ type: "string", format: "base64", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _base64url(Class2, params) {
	return new Class2({ type: "string", format: "base64url", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _e164(Class2, params) {
	return new Class2({ type: "string", format: "e164", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _jwt(Class2, params) {
	return new Class2({ type: "string", format: "jwt", check: "string_format", abort: !1, ...normalizeParams(params) });
}
function _isoDateTime(Class2, params) {
	return new Class2({ type: "string", format: "datetime", check: "string_format", offset: !1, local: !1, precision: null, ...normalizeParams(params) });
}
function _isoDate(Class2, params) {
	return new Class2({ type: "string", format: "date", check: "string_format", ...normalizeParams(params) });
}
function _isoTime(Class2, params) {
	return new Class2({ type: "string", format: "time", check: "string_format", precision: null, ...normalizeParams(params) });
}
function _isoDuration(Class2, params) {
	return new Class2({ type: "string", format: "duration", check: "string_format", ...normalizeParams(params) });
}
function _number(Class2, params) {
	return new Class2(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params) }));
}
function _int(Class2, params) {
	return new Class2({ type: "number", check: "number_format", abort: !1, format: "safeint", ...normalizeParams(params) });
}
function _boolean(Class2, params) {
	return new Class2({ type: "boolean", ...normalizeParams(params) });
}
function _unknown(Class2) {
	return new Class2({ type: "unknown" });
}
function _never(Class2, params) {
	return new Class2({ type: "never", ...normalizeParams(params) });
}
function _lt(value, params) {
	return new $ZodCheckLessThan({ check: "less_than", ...normalizeParams(params), value, inclusive: !1 });
}
function _lte(value, params) {
	return new $ZodCheckLessThan({ check: "less_than", ...normalizeParams(params), value, inclusive: !0 });
}
function _gt(value, params) {
	return new $ZodCheckGreaterThan({ check: "greater_than", ...normalizeParams(params), value, inclusive: !1 });
}
function _gte(value, params) {
	return new $ZodCheckGreaterThan({ check: "greater_than", ...normalizeParams(params), value, inclusive: !0 });
}
function _multipleOf(value, params) {
	return new $ZodCheckMultipleOf({ check: "multiple_of", ...normalizeParams(params), value });
}
function _maxSize(maximum, params) {
	return new $ZodCheckMaxSize({ check: "max_size", ...normalizeParams(params), maximum });
}
function _minSize(minimum, params) {
	return new $ZodCheckMinSize({ check: "min_size", ...normalizeParams(params), minimum });
}
function _size(size3, params) {
	return new $ZodCheckSizeEquals({ check: "size_equals", ...normalizeParams(params), size: size3 });
}
function _maxLength(maximum, params) {
	return new $ZodCheckMaxLength({ check: "max_length", ...normalizeParams(params), maximum });
}
function _minLength(minimum, params) {
	return new $ZodCheckMinLength({ check: "min_length", ...normalizeParams(params), minimum });
}
function _length(length, params) {
	return new $ZodCheckLengthEquals({ check: "length_equals", ...normalizeParams(params), length });
}
function _regex(pattern2, params) {
	return new $ZodCheckRegex({ check: "string_format", format: "regex", ...normalizeParams(params), pattern: pattern2 });
}
function _lowercase(params) {
	return new $ZodCheckLowerCase({ check: "string_format", format: "lowercase", ...normalizeParams(params) });
}
function _uppercase(params) {
	return new $ZodCheckUpperCase({ check: "string_format", format: "uppercase", ...normalizeParams(params) });
}
function _includes(includes, params) {
	return new $ZodCheckIncludes({ check: "string_format", format: "includes", ...normalizeParams(params), includes });
}
function _startsWith(prefix, params) {
	return new $ZodCheckStartsWith({ check: "string_format", format: "starts_with", ...normalizeParams(params), prefix });
}
function _endsWith(suffix, params) {
	return new $ZodCheckEndsWith({ check: "string_format", format: "ends_with", ...normalizeParams(params), suffix });
}
function _properties(shape2, params) {
	return new $ZodCheckProperties({ check: "properties", shape: shape2, ...normalizeParams(params) });
}
function _mime(types, params) {
	return new $ZodCheckMimeType({ check: "mime_type", mime: types, ...normalizeParams(params) });
}
function _overwrite(tx) {
	return new $ZodCheckOverwrite({ check: "overwrite", tx });
}
function _normalize(form) {
	return _overwrite((input2) => input2.normalize(form));
}
function _trim() {
	return _overwrite((input2) => input2.trim());
}
function _toLowerCase() {
	return _overwrite((input2) => input2.toLowerCase());
}
function _toUpperCase() {
	return _overwrite((input2) => input2.toUpperCase());
}
function _slugify() {
	return _overwrite((input2) => slugify(input2));
}
function _array(Class2, element, params) {
	return new Class2({ type: "array", element, ...normalizeParams(params) });
}
function _refine(Class2, fn, _params) {
	return new Class2({ type: "custom", check: "custom", fn, ...normalizeParams(_params) });
}
function _superRefine(fn, params) {
	let ch = _check((payload) => (payload.addIssue = (issue3) => {
		if (typeof issue3 == "string")
			payload.issues.push(issue(issue3, payload.value, ch._zod.def));
		else {
			let _issue = issue3;
			_issue.fatal && (_issue.continue = !1), _issue.code ?? (_issue.code = "custom"), "input" in _issue || (_issue.input = payload.value), _issue.inst ?? (_issue.inst = ch), _issue.continue ?? (_issue.continue = !ch._zod.def.abort), payload.issues.push(issue(_issue));
		}
	}, fn(payload.value, payload)), params);
	return ch;
}
function _check(fn, params) {
	let ch = new $ZodCheck({ check: "custom", ...normalizeParams(params) });
	return ch._zod.check = fn, ch;
}

// node_modules/zod/v4/core/to-json-schema.js
function refuse() {
	throw new Error("not part of this bundle");
}

// node_modules/zod/v4/core/json-schema-processors.js
function refuse2() {
	throw new Error("not part of this bundle");
}

// node_modules/zod/v4/classic/errors.js
var _installedErrorProtos = new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
	Object.defineProperty(proto, key, { configurable: !0, enumerable: !1, get() {
		let value = make(this);
		return Object.defineProperty(this, key, { value, configurable: !0, writable: !0 }), value;
	}, set(value) {
		Object.defineProperty(this, key, { value, configurable: !0, writable: !0 });
	} });
}
var initializer2 = (inst, issues) => {
	$ZodError.init(inst, issues), inst.name = "ZodError";
	let proto = Object.getPrototypeOf(inst);
	_installedErrorProtos.has(proto) || (_installedErrorProtos.add(proto), _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper)), _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper)), _lazyMethod(proto, "addIssue", (self) => (issue3) => {
		self.issues.push(issue3), self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	}), _lazyMethod(proto, "addIssues", (self) => (issues2) => {
		self.issues.push(...issues2), self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	}), Object.defineProperty(proto, "isEmpty", { configurable: !0, enumerable: !1, get() {
		return this.issues.length === 0;
	} }));
}, ZodError = $constructor("ZodError", initializer2), ZodRealError = $constructor("ZodError", initializer2, void 0, { Parent: Error });

// node_modules/zod/v4/classic/parse.js
var parse2 = _parse(ZodRealError), parseAsync2 = _parseAsync(ZodRealError), safeParse2 = _safeParse(ZodRealError), safeParseAsync2 = _safeParseAsync(ZodRealError), encode2 = _encode(ZodRealError), decode2 = _decode(ZodRealError), encodeAsync2 = _encodeAsync(ZodRealError), decodeAsync2 = _decodeAsync(ZodRealError), safeEncode2 = _safeEncode(ZodRealError), safeDecode2 = _safeDecode(ZodRealError), safeEncodeAsync2 = _safeEncodeAsync(ZodRealError), safeDecodeAsync2 = _safeDecodeAsync(ZodRealError);

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
	globalConfig.localeError || config(en_default());
}
function _ensureDefaultMemoizer() {
	globalConfig.memoizer || config({ memoizer: memoizer() });
}
var ZodType = $constructor("ZodType", (inst, def) => (_ensureDefaultLocale(), $ZodType.init(inst, def), inst.def = def, inst.type = def.type, inst), { check(...chks) {
	let def = this.def;
	return this.clone(util_exports.mergeDefs(def, { checks: [...def.checks ?? [], ...chks.map((ch) => typeof ch == "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)] }), { parent: !0 });
}, with(...chks) {
	return this.check(...chks);
}, clone(def, params) {
	return clone(this, def, params);
}, brand() {
	return this;
}, register(reg, meta2) {
	return reg.add(this, meta2), this;
}, refine(check2, params) {
	return this.check(refine(check2, params));
}, superRefine(refinement, params) {
	return this.check(superRefine(refinement, params));
}, overwrite(fn) {
	return this.check(_overwrite(fn));
}, optional() {
	return optional(this);
}, exactOptional() {
	return exactOptional(this);
}, nullable() {
	return nullable(this);
}, nullish() {
	return optional(nullable(this));
}, nonoptional(params) {
	return nonoptional(this, params);
}, array() {
	return array(this);
}, or(arg) {
	return union([this, arg]);
}, and(arg) {
	return intersection(this, arg);
}, transform(tx) {
	return pipe(this, transform(tx));
}, default(d) {
	return _default(this, d);
}, prefault(d) {
	return prefault(this, d);
}, catch(params) {
	return _catch(this, params);
}, pipe(target) {
	return pipe(this, target);
}, readonly() {
	return readonly(this);
}, describe(description) {
	let cl = this.clone();
	return globalRegistry.add(cl, { description }), cl;
}, meta(...args) {
	if (args.length === 0) return globalRegistry.get(this);
	let cl = this.clone();
	return globalRegistry.add(cl, args[0]), cl;
}, isOptional() {
	return this.safeParse(void 0).success;
}, isNullable() {
	return this.safeParse(null).success;
}, apply(fn, ...args) {
	return args.length === 0 ? fn(this) : fn(this, ...args);
}, get "~standard"() {
	return util_exports.hide(this, "~standard", { ...standardProps(this), jsonSchema: { input: refuse(this, "input"), output: refuse(this, "output") } });
}, set "~standard"(value) {
	util_exports.own(this, "~standard", value);
}, parse: function _parse2(data, params) {
	return parse2(this, data, params, { callee: _parse2 });
}, parseAsync: async function _parseAsync2(data, params) {
	return await parseAsync2(this, data, params, { callee: _parseAsync2 });
}, safeParse(data, params) {
	return safeParse2(this, data, params);
}, async safeParseAsync(data, params) {
	return safeParseAsync2(this, data, params);
}, get spa() {
	return this?.safeParseAsync;
}, set spa(value) {
	util_exports.own(this, "spa", value);
}, validate(data, params) {
	return validate(this, data, params);
}, validateAsync(data, params) {
	return validateAsync(this, data, params);
}, encode: function _encode2(data, params) {
	return encode2(this, data, params, { callee: _encode2 });
}, decode: function _decode2(data, params) {
	return decode2(this, data, params, { callee: _decode2 });
}, encodeAsync: async function _encodeAsync2(data, params) {
	return await encodeAsync2(this, data, params, { callee: _encodeAsync2 });
}, decodeAsync: async function _decodeAsync2(data, params) {
	return await decodeAsync2(this, data, params, { callee: _decodeAsync2 });
}, safeEncode(data, params) {
	return safeEncode2(this, data, params);
}, safeDecode(data, params) {
	return safeDecode2(this, data, params);
}, async safeEncodeAsync(data, params) {
	return safeEncodeAsync2(this, data, params);
}, async safeDecodeAsync(data, params) {
	return safeDecodeAsync2(this, data, params);
}, toJSONSchema(params) {
	return refuse(this, {})(params);
}, get description() {
	return globalRegistry.get(this)?.description;
}, get _def() {
	return this._zod.def;
} }), _ZodString = $constructor("_ZodString", (inst, def) => {
	$ZodString.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
}, util_exports.derived({ format: (inst) => refuse2(inst).format ?? null, minLength: (inst) => refuse2(inst).minimum ?? null, maxLength: (inst) => refuse2(inst).maximum ?? null }, { regex(...args) {
	return this.check(_regex(...args));
}, includes(...args) {
	return this.check(_includes(...args));
}, startsWith(...args) {
	return this.check(_startsWith(...args));
}, endsWith(...args) {
	return this.check(_endsWith(...args));
}, min(...args) {
	return this.check(_minLength(...args));
}, max(...args) {
	return this.check(_maxLength(...args));
}, length(...args) {
	return this.check(_length(...args));
}, nonempty(...args) {
	return this.check(_minLength(1, ...args));
}, lowercase(params) {
	return this.check(_lowercase(params));
}, uppercase(params) {
	return this.check(_uppercase(params));
}, trim() {
	return this.check(_trim());
}, normalize(...args) {
	return this.check(_normalize(...args));
}, toLowerCase() {
	return this.check(_toLowerCase());
}, toUpperCase() {
	return this.check(_toUpperCase());
}, slugify() {
	return this.check(_slugify());
} })), ZodString = $constructor("ZodString", (inst, def) => {
	$ZodString.init(inst, def), _ZodString.init(inst, def);
}, { email(params) {
	return this.check(_email(ZodEmail, params));
}, url(params) {
	return this.check(_url(ZodURL, params));
}, jwt(params) {
	return this.check(_jwt(ZodJWT, params));
}, emoji(params) {
	return this.check(_emoji2(ZodEmoji, params));
}, guid(params) {
	return this.check(_guid(ZodGUID, params));
}, uuid(params) {
	return this.check(_uuid(ZodUUID, params));
}, uuidv4(params) {
	return this.check(_uuidv4(ZodUUID, params));
}, uuidv6(params) {
	return this.check(_uuidv6(ZodUUID, params));
}, uuidv7(params) {
	return this.check(_uuidv7(ZodUUID, params));
}, nanoid(params) {
	return this.check(_nanoid(ZodNanoID, params));
}, cuid(params) {
	return this.check(_cuid(ZodCUID, params));
}, cuid2(params) {
	return this.check(_cuid2(ZodCUID2, params));
}, ulid(params) {
	return this.check(_ulid(ZodULID, params));
}, base64(params) {
	return this.check(_base64(ZodBase64, params));
}, base64url(params) {
	return this.check(_base64url(ZodBase64URL, params));
}, xid(params) {
	return this.check(_xid(ZodXID, params));
}, ksuid(params) {
	return this.check(_ksuid(ZodKSUID, params));
}, ipv4(params) {
	return this.check(_ipv4(ZodIPv4, params));
}, ipv6(params) {
	return this.check(_ipv6(ZodIPv6, params));
}, cidrv4(params) {
	return this.check(_cidrv4(ZodCIDRv4, params));
}, cidrv6(params) {
	return this.check(_cidrv6(ZodCIDRv6, params));
}, e164(params) {
	return this.check(_e164(ZodE164, params));
}, datetime(params) {
	return this.check(_isoDateTime(ZodISODateTime, params));
}, date(params) {
	return this.check(_isoDate(ZodISODate, params));
}, time(params) {
	return this.check(_isoTime(ZodISOTime, params));
}, duration(params) {
	return this.check(_isoDuration(ZodISODuration, params));
} });
function string2(params) {
	return _string(ZodString, params);
}
var ZodStringFormat = $constructor("ZodStringFormat", (inst, def) => {
	$ZodStringFormat.init(inst, def), _ZodString.init(inst, def);
}), ZodISODateTime = $constructor("ZodISODateTime", (inst, def) => {
	$ZodISODateTime.init(inst, def), ZodStringFormat.init(inst, def);
}), ZodISODate = $constructor("ZodISODate", (inst, def) => {
	$ZodISODate.init(inst, def), ZodStringFormat.init(inst, def);
}), ZodISOTime = $constructor("ZodISOTime", (inst, def) => {
	$ZodISOTime.init(inst, def), ZodStringFormat.init(inst, def);
}), ZodISODuration = $constructor("ZodISODuration", (inst, def) => {
	$ZodISODuration.init(inst, def), ZodStringFormat.init(inst, def);
}), ZodEmail = $constructor("ZodEmail", (inst, def) => {
	$ZodEmail.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodGUID = $constructor("ZodGUID", (inst, def) => {
	$ZodGUID.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodUUID = $constructor("ZodUUID", (inst, def) => {
	$ZodUUID.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodURL = $constructor("ZodURL", (inst, def) => {
	$ZodURL.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodEmoji = $constructor("ZodEmoji", (inst, def) => {
	$ZodEmoji.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodNanoID = $constructor("ZodNanoID", (inst, def) => {
	$ZodNanoID.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodCUID = $constructor("ZodCUID", (inst, def) => {
	$ZodCUID.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodCUID2 = $constructor("ZodCUID2", (inst, def) => {
	$ZodCUID2.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodULID = $constructor("ZodULID", (inst, def) => {
	$ZodULID.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodXID = $constructor("ZodXID", (inst, def) => {
	$ZodXID.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodKSUID = $constructor("ZodKSUID", (inst, def) => {
	$ZodKSUID.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodIPv4 = $constructor("ZodIPv4", (inst, def) => {
	$ZodIPv4.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodMAC = $constructor("ZodMAC", (inst, def) => {
	$ZodMAC.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodIPv6 = $constructor("ZodIPv6", (inst, def) => {
	$ZodIPv6.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodCIDRv4 = $constructor("ZodCIDRv4", (inst, def) => {
	$ZodCIDRv4.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodCIDRv6 = $constructor("ZodCIDRv6", (inst, def) => {
	$ZodCIDRv6.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodBase64 = $constructor("ZodBase64", (inst, def) => {
	$ZodBase64.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodBase64URL = $constructor("ZodBase64URL", (inst, def) => {
	$ZodBase64URL.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodE164 = $constructor("ZodE164", (inst, def) => {
	$ZodE164.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodCreditCard = $constructor("ZodCreditCard", (inst, def) => {
	$ZodCreditCard.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodIBAN = $constructor("ZodIBAN", (inst, def) => {
	$ZodIBAN.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodJWT = $constructor("ZodJWT", (inst, def) => {
	$ZodJWT.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodCustomStringFormat = $constructor("ZodCustomStringFormat", (inst, def) => {
	$ZodCustomStringFormat.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodNumber = $constructor("ZodNumber", (inst, def) => {
	$ZodNumber.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.isFinite = !0;
}, util_exports.derived({ minValue: (inst) => {
	let { minimum, exclusiveMinimum } = refuse2(inst);
	return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
}, maxValue: (inst) => {
	let { maximum, exclusiveMaximum } = refuse2(inst);
	return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
}, isInt: (inst) => {
	let { isInt, multipleOf } = refuse2(inst);
	return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
}, format: (inst) => refuse2(inst).format ?? null }, { gt(value, params) {
	return this.check(_gt(value, params));
}, gte(value, params) {
	return this.check(_gte(value, params));
}, min(value, params) {
	return this.check(_gte(value, params));
}, lt(value, params) {
	return this.check(_lt(value, params));
}, lte(value, params) {
	return this.check(_lte(value, params));
}, max(value, params) {
	return this.check(_lte(value, params));
}, int(params) {
	return this.check(int(params));
}, safe(params) {
	return this.check(int(params));
}, positive(params) {
	return this.check(_gt(0, params));
}, nonnegative(params) {
	return this.check(_gte(0, params));
}, negative(params) {
	return this.check(_lt(0, params));
}, nonpositive(params) {
	return this.check(_lte(0, params));
}, multipleOf(value, params) {
	return this.check(_multipleOf(value, params));
}, step(value, params) {
	return this.check(_multipleOf(value, params));
}, finite() {
	return this;
} }));
function number2(params) {
	return _number(ZodNumber, params);
}
var ZodNumberFormat = $constructor("ZodNumberFormat", (inst, def) => {
	$ZodNumberFormat.init(inst, def), ZodNumber.init(inst, def);
});
function int(params) {
	return _int(ZodNumberFormat, params);
}
var ZodBoolean = $constructor("ZodBoolean", (inst, def) => {
	$ZodBoolean.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
});
function boolean2(params) {
	return _boolean(ZodBoolean, params);
}
var ZodBigInt = $constructor("ZodBigInt", (inst, def) => {
	$ZodBigInt.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
}, util_exports.derived({ minValue: (inst) => refuse2(inst).minimum ?? null, maxValue: (inst) => refuse2(inst).maximum ?? null, format: (inst) => refuse2(inst).format ?? null }, { gte(value, params) {
	return this.check(_gte(value, params));
}, min(value, params) {
	return this.check(_gte(value, params));
}, gt(value, params) {
	return this.check(_gt(value, params));
}, lt(value, params) {
	return this.check(_lt(value, params));
}, lte(value, params) {
	return this.check(_lte(value, params));
}, max(value, params) {
	return this.check(_lte(value, params));
}, positive(params) {
	return this.check(_gt(BigInt(0), params));
}, negative(params) {
	return this.check(_lt(BigInt(0), params));
}, nonpositive(params) {
	return this.check(_lte(BigInt(0), params));
}, nonnegative(params) {
	return this.check(_gte(BigInt(0), params));
}, multipleOf(value, params) {
	return this.check(_multipleOf(value, params));
} }));
var ZodBigIntFormat = $constructor("ZodBigIntFormat", (inst, def) => {
	$ZodBigIntFormat.init(inst, def), ZodBigInt.init(inst, def);
});
var ZodSymbol = $constructor("ZodSymbol", (inst, def) => {
	$ZodSymbol.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
});
var ZodUndefined = $constructor("ZodUndefined", (inst, def) => {
	$ZodUndefined.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
});
var ZodNull = $constructor("ZodNull", (inst, def) => {
	$ZodNull.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
});
var ZodAny = $constructor("ZodAny", (inst, def) => {
	$ZodAny.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
});
var ZodUnknown = $constructor("ZodUnknown", (inst, def) => {
	$ZodUnknown.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
});
function unknown() {
	return _unknown(ZodUnknown);
}
var ZodNever = $constructor("ZodNever", (inst, def) => {
	$ZodNever.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
});
function never(params) {
	return _never(ZodNever, params);
}
var ZodVoid = $constructor("ZodVoid", (inst, def) => {
	$ZodVoid.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
});
var ZodDate = $constructor("ZodDate", (inst, def) => {
	$ZodDate.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.min = (value, params) => inst.check(_gte(value, params)), inst.max = (value, params) => inst.check(_lte(value, params));
}, util_exports.derived({ minDate: (inst) => {
	let { minimum } = refuse2(inst);
	return minimum ? new Date(minimum) : null;
}, maxDate: (inst) => {
	let { maximum } = refuse2(inst);
	return maximum ? new Date(maximum) : null;
} }, {}));
var ZodArray = $constructor("ZodArray", (inst, def) => {
	_ensureDefaultMemoizer(), $ZodArray.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.element = def.element;
}, { min(n, params) {
	return this.check(_minLength(n, params));
}, nonempty(params) {
	return this.check(_minLength(1, params));
}, max(n, params) {
	return this.check(_maxLength(n, params));
}, length(n, params) {
	return this.check(_length(n, params));
}, unwrap() {
	return this.element;
} });
function array(element, params) {
	return _array(ZodArray, element, params);
}
var ZodObject = $constructor("ZodObject", (inst, def) => {
	_ensureDefaultMemoizer(), $ZodObjectJIT.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), util_exports.installLazyProp(inst, "shape", (self) => self._zod.def.shape, !1);
}, { keyof() {
	return _enum(Object.keys(this._zod.def.shape));
}, catchall(catchall) {
	return this.clone(util_exports.mergeDefs(this._zod.def, { catchall }));
}, passthrough() {
	return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
}, loose() {
	return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
}, strict() {
	return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: never() }));
}, strip() {
	return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: void 0 }));
}, extend(incoming) {
	return util_exports.extend(this, incoming);
}, safeExtend(incoming) {
	return util_exports.safeExtend(this, incoming);
}, merge(other) {
	return util_exports.merge(this, other);
}, pick(mask) {
	return util_exports.pick(this, mask);
}, omit(mask) {
	return util_exports.omit(this, mask);
}, partial(...args) {
	return util_exports.partial(ZodOptional, this, args[0]);
}, exactPartial(...args) {
	return util_exports.partial(ZodExactOptional, this, args[0], "exactPartial");
}, required(...args) {
	return util_exports.required(ZodNonOptional, this, args[0]);
} });
function strictObject(shape2, params) {
	return new ZodObject({ type: "object", shape: shape2, catchall: never(), ...util_exports.normalizeParams(params) });
}
function looseObject(shape2, params) {
	return new ZodObject({ type: "object", shape: shape2, catchall: unknown(), ...util_exports.normalizeParams(params) });
}
var ZodUnion = $constructor("ZodUnion", (inst, def) => {
	$ZodUnion.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.options = def.options;
});
function union(options, params) {
	return new ZodUnion({ type: "union", options, ...util_exports.normalizeParams(params) });
}
var ZodXor = $constructor("ZodXor", (inst, def) => {
	ZodUnion.init(inst, def), $ZodXor.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.options = def.options;
});
var ZodDiscriminatedUnion = $constructor("ZodDiscriminatedUnion", (inst, def) => {
	ZodUnion.init(inst, def), $ZodDiscriminatedUnion.init(inst, def);
});
var ZodIntersection = $constructor("ZodIntersection", (inst, def) => {
	$ZodIntersection.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
});
function intersection(left, right) {
	return new ZodIntersection({ type: "intersection", left, right });
}
var ZodTuple = $constructor("ZodTuple", (inst, def) => {
	_ensureDefaultMemoizer(), $ZodTuple.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
}, { rest(rest) {
	return this.clone({ ...this._zod.def, rest });
}, partial() {
	let def = this._zod.def;
	if (def.checks?.length) throw new Error(".partial() cannot be used on tuple schemas containing refinements");
	return this.clone({ ...def, items: def.items.map((item) => new ZodOptional({ type: "optional", innerType: item })) });
} });
function tuple(items, _paramsOrRest, _params) {
	let hasRest = _paramsOrRest instanceof $ZodType, params = hasRest ? _params : _paramsOrRest, rest = hasRest ? _paramsOrRest : null;
	return new ZodTuple({ type: "tuple", items, rest, ...util_exports.normalizeParams(params) });
}
var ZodRecord = $constructor("ZodRecord", (inst, def) => {
	_ensureDefaultMemoizer(), $ZodRecord.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.keyType = def.keyType, inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
	return !valueType || !valueType._zod ? new ZodRecord({ type: "record", keyType: string2(), valueType: keyType, ...util_exports.normalizeParams(valueType) }) : new ZodRecord({ type: "record", keyType, valueType, ...util_exports.normalizeParams(params) });
}
var ZodMap = $constructor("ZodMap", (inst, def) => {
	_ensureDefaultMemoizer(), $ZodMap.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.keyType = def.keyType, inst.valueType = def.valueType, inst.min = (...args) => inst.check(_minSize(...args)), inst.nonempty = (params) => inst.check(_minSize(1, params)), inst.max = (...args) => inst.check(_maxSize(...args)), inst.size = (...args) => inst.check(_size(...args));
});
var ZodSet = $constructor("ZodSet", (inst, def) => {
	_ensureDefaultMemoizer(), $ZodSet.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.min = (...args) => inst.check(_minSize(...args)), inst.nonempty = (params) => inst.check(_minSize(1, params)), inst.max = (...args) => inst.check(_maxSize(...args)), inst.size = (...args) => inst.check(_size(...args));
});
var ZodEnum = $constructor("ZodEnum", (inst, def) => {
	$ZodEnum.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.enum = def.entries, inst.options = [...inst._zod.values];
	let keys = new Set(Object.keys(def.entries));
	inst.extract = (values, params) => {
		let newEntries = {};
		for (let value of values)
			if (keys.has(value))
				newEntries[value] = def.entries[value];
			else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({ ...def, checks: [], ...util_exports.normalizeParams(params), entries: newEntries });
	}, inst.exclude = (values, params) => {
		let newEntries = { ...def.entries };
		for (let value of values)
			if (keys.has(value))
				delete newEntries[value];
			else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({ ...def, checks: [], ...util_exports.normalizeParams(params), entries: newEntries });
	};
});
function _enum(values, params) {
	let entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
	return new ZodEnum({ type: "enum", entries, ...util_exports.normalizeParams(params) });
}
var ZodLiteral = $constructor("ZodLiteral", (inst, def) => {
	$ZodLiteral.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.values = new Set(def.values), Object.defineProperty(inst, "value", { get() {
		if (def.values.length > 1)
			throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
		return def.values[0];
	} });
});
function literal(value, params) {
	return new ZodLiteral({ type: "literal", values: Array.isArray(value) ? value : [value], ...util_exports.normalizeParams(params) });
}
var ZodFile = $constructor("ZodFile", (inst, def) => {
	$ZodFile.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.min = (size3, params) => inst.check(_minSize(size3, params)), inst.max = (size3, params) => inst.check(_maxSize(size3, params)), inst.mime = (types, params) => inst.check(_mime(Array.isArray(types) ? types : [types], params));
});
var ZodTransform = $constructor("ZodTransform", (inst, def) => {
	_ensureDefaultMemoizer(), $ZodTransform.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst._zod.parse = (payload, _ctx) => {
		if (_ctx.direction === "backward")
			throw new $ZodEncodeError(inst.constructor.name);
		payload.addIssue = (issue3) => {
			if (typeof issue3 == "string")
				payload.issues.push(util_exports.issue(issue3, payload.value, def));
			else {
				let _issue = issue3;
				_issue.fatal && (_issue.continue = !1), _issue.code ?? (_issue.code = "custom"), "input" in _issue || (_issue.input = payload.value), _issue.inst ?? (_issue.inst = inst), payload.issues.push(util_exports.issue(_issue));
			}
		};
		let output2 = def.transform(payload.value, payload);
		return output2 instanceof Promise ? output2.then((output22) => (payload.value = output22, payload)) : (payload.value = output2, payload);
	};
});
function transform(fn) {
	return new ZodTransform({ type: "transform", transform: fn });
}
var ZodOptional = $constructor("ZodOptional", (inst, def) => {
	$ZodOptional.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
	return new ZodOptional({ type: "optional", innerType });
}
var ZodExactOptional = $constructor("ZodExactOptional", (inst, def) => {
	$ZodExactOptional.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
	return new ZodExactOptional({ type: "optional", innerType });
}
var ZodNullable = $constructor("ZodNullable", (inst, def) => {
	$ZodNullable.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
	return new ZodNullable({ type: "nullable", innerType });
}
var ZodDefault = $constructor("ZodDefault", (inst, def) => {
	$ZodDefault.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.unwrap = () => inst._zod.def.innerType, inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
	return new ZodDefault({ type: "default", innerType, get defaultValue() {
		return typeof defaultValue == "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
	} });
}
var ZodPrefault = $constructor("ZodPrefault", (inst, def) => {
	$ZodPrefault.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
	return new ZodPrefault({ type: "prefault", innerType, get defaultValue() {
		return typeof defaultValue == "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
	} });
}
var ZodNonOptional = $constructor("ZodNonOptional", (inst, def) => {
	$ZodNonOptional.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
	return new ZodNonOptional({ type: "nonoptional", innerType, ...util_exports.normalizeParams(params) });
}
var ZodSuccess = $constructor("ZodSuccess", (inst, def) => {
	$ZodSuccess.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.unwrap = () => inst._zod.def.innerType;
});
var ZodCatch = $constructor("ZodCatch", (inst, def) => {
	$ZodCatch.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.unwrap = () => inst._zod.def.innerType, inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
	return new ZodCatch({ type: "catch", innerType, catchValue: typeof catchValue == "function" ? catchValue : util_exports.constantCatch(catchValue) });
}
var ZodNaN = $constructor("ZodNaN", (inst, def) => {
	$ZodNaN.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
});
var ZodPipe = $constructor("ZodPipe", (inst, def) => {
	$ZodPipe.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.in = def.in, inst.out = def.out;
});
function pipe(in_, out) {
	return new ZodPipe({ type: "pipe", in: in_, out });
}
var ZodCodec = $constructor("ZodCodec", (inst, def) => {
	ZodPipe.init(inst, def), $ZodCodec.init(inst, def);
});
var ZodPreprocess = $constructor("ZodPreprocess", (inst, def) => {
	ZodPipe.init(inst, def), $ZodPreprocess.init(inst, def);
}), ZodReadonly = $constructor("ZodReadonly", (inst, def) => {
	$ZodReadonly.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
	return new ZodReadonly({ type: "readonly", innerType });
}
var ZodTemplateLiteral = $constructor("ZodTemplateLiteral", (inst, def) => {
	$ZodTemplateLiteral.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
});
var ZodLazy = $constructor("ZodLazy", (inst, def) => {
	$ZodLazy.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.unwrap = () => inst._zod.def.getter();
});
var ZodPromise = $constructor("ZodPromise", (inst, def) => {
	$ZodPromise.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params), inst.unwrap = () => inst._zod.def.innerType;
});
var ZodFunction = $constructor("ZodFunction", (inst, def) => {
	$ZodFunction.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
});
var ZodCustom = $constructor("ZodCustom", (inst, def) => {
	$ZodCustom.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json2, params) => refuse2(inst, ctx, json2, params);
});
function refine(fn, _params = {}) {
	return _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
	return _superRefine(fn, params);
}
var ZodInstanceOf = $constructor("ZodInstanceOf", (inst, def) => {
	ZodCustom.init(inst, def);
}, { properties(shape2, params) {
	return this.check(_properties(shape2, params));
} });

// action/run.ts
import { relative as relative2, sep as sep4 } from "node:path";

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input2) {
	return input2 == null ? "" : typeof input2 == "string" || input2 instanceof String ? input2 : JSON.stringify(input2);
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command2, properties, message) {
	let cmd = new Command(command2, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
var CMD_STRING = "::", Command = class {
	constructor(command2, properties, message) {
		command2 || (command2 = "missing.command"), this.command = command2, this.properties = properties, this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = !0;
			for (let key in this.properties)
				if (this.properties.hasOwnProperty(key)) {
					let val = this.properties[key];
					val && (first ? first = !1 : cmdStr += ",", cmdStr += `${key}=${escapeProperty(val)}`);
				}
		}
		return cmdStr += `${CMD_STRING}${escapeData(this.message)}`, cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command2, message) {
	let filePath = process.env[`GITHUB_${command2}`];
	if (!filePath)
		throw new Error(`Unable to find environment variable for file command ${command2}`);
	if (!fs.existsSync(filePath))
		throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	let delimiter = `ghadelimiter_${crypto.randomUUID()}`, convertedValue = toCommandValue(value);
	if (key.includes(delimiter))
		throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter))
		throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve7) {
			resolve7(value);
		});
	}
	return new (P || (P = Promise))(function(resolve7, reject) {
		function fulfilled(value) {
			try {
				step2(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step2(generator.throw(value));
			} catch (e) {
				reject(e);
			}
		}
		function step2(result) {
			result.done ? resolve7(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step2((generator = generator.apply(thisArg, _arguments || [])).next());
	});
}, { access, appendFile, writeFile } = promises, SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter(this, void 0, void 0, function* () {
			if (this._filePath)
				return this._filePath;
			let pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv)
				throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			return this._filePath = pathFromEnv, this._filePath;
		});
	}
	wrap(tag, content, attrs = {}) {
		let htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		return content ? `<${tag}${htmlAttrs}>${content}</${tag}>` : `<${tag}${htmlAttrs}>`;
	}
	write(options) {
		return __awaiter(this, void 0, void 0, function* () {
			let overwrite2 = !!options?.overwrite, filePath = yield this.filePath();
			return yield (overwrite2 ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" }), this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: !0 });
		});
	}
	stringify() {
		return this._buffer;
	}
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	emptyBuffer() {
		return this._buffer = "", this;
	}
	addRaw(text2, addEOL = !1) {
		return this._buffer += text2, addEOL ? this.addEOL() : this;
	}
	addEOL() {
		return this.addRaw(EOL3);
	}
	addCodeBlock(code2, lang) {
		let attrs = Object.assign({}, lang && { lang }), element = this.wrap("pre", this.wrap("code", code2), attrs);
		return this.addRaw(element).addEOL();
	}
	addList(items, ordered = !1) {
		let tag = ordered ? "ol" : "ul", listItems = items.map((item) => this.wrap("li", item)).join(""), element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	addTable(rows) {
		let tableBody = rows.map((row) => {
			let cells = row.map((cell2) => {
				if (typeof cell2 == "string")
					return this.wrap("td", cell2);
				let { header, data, colspan, rowspan } = cell2, tag = header ? "th" : "td", attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join(""), element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	addDetails(label, content) {
		let element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	addImage(src, alt, options) {
		let { width, height } = options || {}, attrs = Object.assign(Object.assign({}, width && { width }), height && { height }), element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
		return this.addRaw(element).addEOL();
	}
	addHeading(text2, level) {
		let tag = `h${level}`, allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1", element = this.wrap(allowedTag, text2);
		return this.addRaw(element).addEOL();
	}
	addSeparator() {
		let element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	addBreak() {
		let element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	addQuote(text2, cite) {
		let attrs = Object.assign({}, cite && { cite }), element = this.wrap("blockquote", text2, attrs);
		return this.addRaw(element).addEOL();
	}
	addLink(text2, href) {
		let element = this.wrap("a", text2, { href });
		return this.addRaw(element).addEOL();
	}
}, _summary = new Summary();

// node_modules/@actions/core/lib/platform.js
import os3 from "os";
var platform = os3.platform(), arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
	ExitCode2[ExitCode2.Success = 0] = "Success", ExitCode2[ExitCode2.Failure = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function getInput(name, options) {
	let val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val)
		throw new Error(`Input required and not supplied: ${name}`);
	return options && options.trimWhitespace === !1 ? val : val.trim();
}
function setOutput(name, value) {
	if (process.env.GITHUB_OUTPUT || "")
		return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os4.EOL), issueCommand("set-output", { name }, toCommandValue(value));
}
function isDebug() {
	return process.env.RUNNER_DEBUG === "1";
}

// shared/errors.ts
var UserError = class extends Error {
	kind;
	/** What to do next, as one sentence; shown after the message. */
	hint;
	constructor(kind2, message, hint, options) {
		super(message, options), this.name = "UserError", this.kind = kind2, this.hint = hint;
	}
};

// shared/node/check/confine.ts
import { realpathSync } from "node:fs";
import { resolve, sep } from "node:path";

// shared/node/file-trouble.ts
var REASONS = {
	ENOENT: "does not exist",
	ENOTDIR: "does not exist (a part of its path is not a folder)",
	EISDIR: "is a folder, not a file",
	ELOOP: "is a symbolic link that leads nowhere",
	ENAMETOOLONG: "has a name that is too long for the file system",
	EACCES: "may not be accessed: permission denied",
	EPERM: "may not be accessed: permission denied",
	EROFS: "is on a read-only file system",
	ENOSPC: "does not fit: the disk is full",
	EDQUOT: "does not fit: the disk quota is used up",
	EFBIG: "does not fit: it is over the file size limit",
	EIO: "cannot be accessed: input/output error",
	EMFILE: "cannot be opened: too many open files",
	ENFILE: "cannot be opened: too many open files"
}, WRONG_PATH = /* @__PURE__ */ new Set(["ENOENT", "ENOTDIR", "EISDIR", "ELOOP", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"]), CLOSED = /* @__PURE__ */ new Set(["EACCES", "EPERM"]);
function errnoOf(error2) {
	let code2 = error2 instanceof Error && "code" in error2 ? error2.code : "";
	return typeof code2 == "string" ? code2 : "";
}
function fileTrouble(path3, error2, doing = "reading") {
	if (error2 instanceof UserError) return error2;
	let code2 = errnoOf(error2), reason = code2 === "ERR_INVALID_ARG_VALUE" ? "is not a possible path" : REASONS[code2], message = `${showPath(path3)} ${reason ?? `cannot be accessed: ${code2 || String(error2)}`}`, input2 = WRONG_PATH.has(code2) || doing === "reading" && CLOSED.has(code2);
	return new UserError(input2 ? "input" : "environment", message, void 0, { cause: error2 });
}
function showPath(path3) {
	return path3 === "" ? "''" : path3.replaceAll(new RegExp("\\p{Cc}", "gu"), "�");
}

// shared/node/check/confine.ts
function confine(name, folder, root) {
	let path3 = resolve(folder, name);
	if (root === null) return path3;
	if (!isInside(path3, root)) throw leadsOut(name);
	try {
		let real = realpathSync.native(path3);
		if (!isInside(real, root)) throw leadsOut(name);
		return real;
	} catch (error2) {
		throw fileTrouble(name, error2);
	}
}
function isInside(path3, folder) {
	return path3 === folder || path3.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
function leadsOut(name) {
	return new UserError("usage", `${showPath(name.slice(0, 80))} leads out of the workspace`);
}

// shared/node/check/load-policy.ts
import { stat as stat2 } from "node:fs/promises";
import { resolve as resolve2 } from "node:path";

// shared/validate/args.ts
function num(args, key) {
	let value = args[key];
	return typeof value == "number" ? value : Number.NaN;
}
function str(args, key) {
	let value = args[key];
	return typeof value == "string" ? value : "";
}
function list(args, key) {
	let value = args[key];
	return Array.isArray(value) ? value : [];
}

// shared/validate/rules/backend.ts
var backendAvailable = {
	id: "LP303",
	scope: "target",
	title: "Backend not available",
	severity: "error",
	why: "The engine finds no such device, and either does not start or runs everything on the CPU.",
	remedy: "Choose a backend that the target has, or keep one config for each kind of hardware.",
	check: ({ config: config2, target, placement }) => placement === null ? [{ path: ["backend"], args: { backend: config2.backend, has: [.../* @__PURE__ */ new Set([...target.backends, "cpu"])] } }] : [],
	fixes: ({ targets: targets2 }) => [
		{ path: ["backend"], values: [...new Set(targets2.flatMap(({ target }) => [target.backend, ...target.backends]))] }
	],
	sentence: (args) => `The target has no ${str(args, "backend")} backend; it has ${list(args, "has").join(", ")}.`
}, layersWithoutGpu = {
	id: "LP308",
	scope: "target",
	title: "Layers for a GPU that is not used",
	severity: "warning",
	why: "The setting has no effect; whoever reads the config may think that a GPU takes part.",
	remedy: "Set n_gpu_layers to 0, or choose a GPU backend.",
	check: ({ config: config2, placement }) => {
		let layers = config2.settings.n_gpu_layers ?? 0;
		return placement === null || placement.devices > 0 || layers === 0 ? [] : [{ path: ["settings", "n_gpu_layers"], args: { n_gpu_layers: layers, backend: config2.backend } }];
	},
	fixes: ({ hit }) => [{ path: hit.path, values: [0] }],
	sentence: (args) => str(args, "backend") === "cpu" ? `n_gpu_layers is ${String(args.n_gpu_layers)}, but backend cpu uses no GPU.` : `n_gpu_layers is ${String(args.n_gpu_layers)}, but the target has no GPU.`
};

// shared/validate/rules/bad-value.ts
var KINDS = {
	int: "a whole number",
	number: "a number",
	string: "a text",
	boolean: "true or false",
	array: "a list",
	object: "an object",
	record: "an object",
	tuple: "a list",
	null: "null",
	shorter: "something shorter"
}, badValue = {
	id: "LP004",
	scope: "document",
	title: "Value missing or out of range",
	severity: "error",
	why: "The value has a type or a size that the key cannot have, so the config cannot be judged or loaded.",
	remedy: "Write a value of the kind that the message names.",
	sentence: (args) => `${problem(args, str(args, "key") || "The document")}${more(args)}`
};
function problem(args, key) {
	switch (str(args, "problem")) {
		case "missing":
			return `${key} is missing.`;
		case "type":
			return `${key} must be ${or(list(args, "expected").map(kind))}, not ${found(args)}.`;
		case "too_small":
			return `${key} must be at least ${size(args)}${shown(args)}.`;
		case "too_big":
			return `${key} must be at most ${size(args)}${shown(args)}.`;
		case "choice":
			return `${key} must be ${or(list(args, "choices"))}.${near(args)}`;
		case "other_file":
			return "This is a hardware snapshot, not a runtime config. A snapshot is a target: pass it with --hardware.";
		default:
			return `${key} is not valid.`;
	}
}
function size(args) {
	let limit = num(args, "limit");
	return str(args, "of") === "string" ? `${limit} characters long` : str(args, "of") === "array" ? `${limit} entries long` : String(limit);
}
function found(args) {
	return typeof args.value == "number" ? String(args.value) : kind(str(args, "found"));
}
function shown(args) {
	return typeof args.value == "number" ? `, not ${args.value}` : "";
}
function near(args) {
	let [name] = list(args, "near");
	return name === void 0 ? "" : ` Did you mean ${name}?`;
}
function more(args) {
	return typeof args.more == "number" ? ` ${args.more} more values are wrong.` : "";
}
function kind(name) {
	return KINDS[name] ?? "another kind of value";
}
function or(names2) {
	let unique2 = [...new Set(names2)];
	return unique2.length < 2 ? unique2.join("") : `${unique2.slice(0, -1).join(", ")} or ${unique2.at(-1)}`;
}

// shared/estimate/memory-settings.ts
function resolveSettings(settings, hparams, program = "server") {
	let all = hparams.n_layer_all + 1, asked = settings.n_gpu_layers ?? -1;
	return {
		program,
		n_ctx: settings.n_ctx || hparams.n_ctx_train || 4096,
		n_batch: settings.n_batch ?? 2048,
		n_ubatch: settings.n_ubatch ?? 512,
		n_gpu_layers: asked < 0 ? all : Math.min(asked, all),
		flash_attn: settings.flash_attn ?? "auto",
		cache_type_k: settings.cache_type_k ?? "f16",
		cache_type_v: settings.cache_type_v ?? "f16",
		n_parallel: settings.n_parallel ?? 1,
		kv_unified: settings.kv_unified ?? program === "server",
		offload_kqv: settings.offload_kqv ?? !0,
		swa_full: settings.swa_full ?? !1,
		n_cpu_moe: settings.n_cpu_moe ?? 0,
		tensor_split: settings.tensor_split ?? [],
		split_mode: settings.split_mode ?? "layer"
	};
}

// shared/validate/rules/batch-order.ts
var batchOrder = {
	id: "LP302",
	scope: "config",
	title: "Micro-batch over batch",
	severity: "warning",
	why: "llama.cpp cuts the micro-batch to the batch without a word, so the setting does not do what it says.",
	remedy: "Raise n_batch, or lower n_ubatch to it.",
	check: ({ config: config2 }) => {
		let { n_ubatch, n_batch = 2048 } = config2.settings;
		return n_ubatch === void 0 || n_ubatch <= n_batch ? [] : [{ path: ["settings", "n_ubatch"], args: { n_ubatch, n_batch } }];
	},
	fixes: ({ config: config2 }) => [{ path: ["settings", "n_ubatch"], values: [config2.settings.n_batch ?? 2048] }],
	sentence: (args) => `n_ubatch is ${num(args, "n_ubatch")} but n_batch only ${num(args, "n_batch")}; llama.cpp cuts it to that.`
};

// shared/validate/rules/batch-slots.ts
var batchHoldsSlots = {
	id: "LP310",
	scope: "config",
	title: "More slots than the batch has tokens",
	severity: "error",
	why: "llama.cpp reserves a row of output for every slot and aborts at the start when the batch has fewer tokens.",
	remedy: "Raise n_batch to n_parallel at least, or ask for fewer slots.",
	check: ({ config: config2 }) => {
		let { n_parallel = 1, n_batch = 2048 } = config2.settings;
		return n_parallel <= n_batch ? [] : [{ path: ["settings", "n_batch"], args: { n_parallel, n_batch } }];
	},
	fixes: ({ config: config2 }) => [{ path: ["settings", "n_batch"], values: [config2.settings.n_parallel ?? 1] }],
	sentence: (args) => `n_batch is ${num(args, "n_batch")}, fewer than the ${num(args, "n_parallel")} slots of n_parallel; llama.cpp aborts at the start.`
};

// shared/model/tensor-types.ts
var TABLE = {
	f32: [0, 1, 4],
	f16: [1, 1, 2],
	q4_0: [2, 32, 18],
	q4_1: [3, 32, 20],
	q5_0: [6, 32, 22],
	q5_1: [7, 32, 24],
	q8_0: [8, 32, 34],
	q8_1: [9, 32, 36],
	q2_K: [10, 256, 84],
	q3_K: [11, 256, 110],
	q4_K: [12, 256, 144],
	q5_K: [13, 256, 176],
	q6_K: [14, 256, 210],
	q8_K: [15, 256, 292],
	iq2_xxs: [16, 256, 66],
	iq2_xs: [17, 256, 74],
	iq3_xxs: [18, 256, 98],
	iq1_s: [19, 256, 50],
	iq4_nl: [20, 32, 18],
	iq3_s: [21, 256, 110],
	iq2_s: [22, 256, 82],
	iq4_xs: [23, 256, 136],
	i8: [24, 1, 1],
	i16: [25, 1, 2],
	i32: [26, 1, 4],
	i64: [27, 1, 8],
	f64: [28, 1, 8],
	iq1_m: [29, 256, 56],
	bf16: [30, 1, 2],
	tq1_0: [34, 256, 54],
	tq2_0: [35, 256, 66],
	mxfp4: [39, 32, 17],
	nvfp4: [40, 64, 36],
	q1_0: [41, 128, 18],
	q2_0: [42, 64, 18]
}, TENSOR_TYPES = Object.keys(TABLE), BY_NUMBER = new Map(TENSOR_TYPES.map((name) => [TABLE[name][0], name]));
function tensorTypeOf(number4) {
	return BY_NUMBER.get(number4);
}
function blockLength(type) {
	return TABLE[type][1];
}
function rowBytes(type, n) {
	let [, length, bytes2] = TABLE[type];
	return n / length * bytes2;
}
function tensorBytes(type, shape2) {
	return shape2.slice(1).reduce((bytes2, n) => bytes2 * n, rowBytes(type, shape2[0] ?? 0));
}

// shared/validate/rules/cache-types.ts
var isQuantised = (type) => blockLength(type) > 1;
function flashIsOff({ config: config2, model }) {
	return config2.settings.flash_attn === "off" || model?.hparams.architecture === "grok";
}
var quantisedCacheNeedsFlash = {
	id: "LP305",
	scope: "config",
	title: "Quantised V cache without flash attention",
	severity: "error",
	why: "llama.cpp refuses to load: without flash attention V is stored transposed, which blocks of a quantised type do not allow.",
	remedy: "Turn flash attention on, or use f16 for cache_type_v.",
	check: (context) => {
		let { cache_type_v = "f16" } = context.config.settings;
		return !isQuantised(cache_type_v) || !flashIsOff(context) ? [] : [{ path: ["settings", "cache_type_v"], args: { cache_type_v } }];
	},
	fixes: () => [
		{ path: ["settings", "flash_attn"], values: ["on"] },
		{ path: ["settings", "cache_type_v"], values: ["f16"] }
	],
	sentence: (args) => `cache_type_v ${str(args, "cache_type_v")} needs flash attention, which is off here: llama.cpp refuses to load.`
}, sameCacheTypes = {
	id: "LP307",
	scope: "config",
	title: "Different cache types for a model with one cache",
	severity: "error",
	why: "Models with multi-head latent attention keep K and V as one; llama.cpp refuses to load them with two types.",
	remedy: "Give cache_type_k and cache_type_v the same type.",
	check: ({ model }) => {
		if (model === null) return [];
		let { cache_type_k, cache_type_v } = model.settings;
		if (!(model.hparams.is_mla || model.hparams.architecture === "deepseek4") || cache_type_k === cache_type_v) return [];
		let { architecture } = model.hparams;
		return [{ path: ["settings", "cache_type_v"], args: { cache_type_k, cache_type_v, architecture } }];
	},
	fixes: ({ model }) => [
		{ path: ["settings", "cache_type_v"], values: model ? [model.settings.cache_type_k] : [] },
		{ path: ["settings", "cache_type_k"], values: model ? [model.settings.cache_type_v] : [] }
	],
	sentence: (args) => `cache_type_k ${str(args, "cache_type_k")} and cache_type_v ${str(args, "cache_type_v")} differ; ${str(args, "architecture")} keeps K and V as one, and llama.cpp refuses to load.`
}, cacheBlockFits = {
	id: "LP309",
	scope: "config",
	title: "Cache type does not divide the head size",
	severity: "error",
	why: "A quantised cache stores whole blocks; when the head size is no multiple of a block, llama.cpp refuses to load.",
	remedy: "Use f16 or bf16 for that cache.",
	check: (context) => {
		let { model } = context;
		if (model === null || flashIsOff(context)) return [];
		let { hparams, settings } = model;
		return [
			...unevenHead("cache_type_k", settings.cache_type_k, hparams.n_embd_head_k.slice(0, hparams.n_layer)),
			...unevenHead("cache_type_v", settings.cache_type_v, hparams.n_embd_head_v.slice(0, hparams.n_layer))
		];
	},
	fixes: ({ hit }) => [{ path: hit.path, values: ["f16"] }],
	sentence: (args) => `${str(args, "key")} ${str(args, "type")} has blocks of ${num(args, "block")}, which do not divide the model's head size of ${num(args, "head")}: llama.cpp refuses to load.`
};
function unevenHead(key, type, heads) {
	let block2 = blockLength(type), head = heads.find((size3) => size3 % block2 !== 0);
	return head === void 0 ? [] : [{ path: ["settings", key], args: { key, type, block: block2, head } }];
}

// shared/validate/rules/context-length.ts
function longest({ config: config2, model }) {
	if (model === null || model.hparams.n_ctx_train === 0) return Number.POSITIVE_INFINITY;
	let own2 = model.hparams.rope_freq_scale, scale = config2.settings.rope_freq_scale || own2, stretch = scale < own2 ? own2 / scale : 1;
	return Math.floor(model.hparams.n_ctx_train * stretch) * model.settings.n_parallel;
}
var contextOverTraining = {
	id: "LP301",
	scope: "config",
	title: "Context over the training length",
	severity: "warning",
	why: "Beyond the positions that a model was trained on its answers decay, while the cache still costs memory.",
	remedy: "Stay within the training length (per slot), or set rope_freq_scale as the model card says.",
	check: (context) => {
		let { config: config2, model } = context, most = longest(context);
		if (model === null || model.settings.n_ctx <= most) return [];
		let { n_ctx, n_parallel } = model.settings, { rope_freq_scale, rope_freq_base } = config2.settings, { hparams } = model, scaled = (rope_freq_scale || hparams.rope_freq_scale) !== hparams.rope_freq_scale || (rope_freq_base || hparams.rope_freq_base) !== hparams.rope_freq_base;
		return [
			{
				path: ["settings", "n_ctx"],
				args: { n_ctx, n_ctx_train: hparams.n_ctx_train, n_parallel, most, scaled }
			}
		];
	},
	fixes: (problem2) => [{ path: ["settings", "n_ctx"], values: [longest(problem2)] }],
	sentence: (args) => {
		let slots = num(args, "n_parallel"), each = slots > 1 ? ` for each of ${slots} slots` : "", rope2 = args.scaled === !0 ? ` The rope settings stretch that to ${num(args, "most")} at most.` : "";
		return `n_ctx is ${num(args, "n_ctx")}; the model was trained on ${num(args, "n_ctx_train")} tokens${each}.${rope2}`;
	}
};

// shared/validate/rules/duplicate-key.ts
var duplicateKey = {
	id: "LP002",
	scope: "document",
	title: "Key stands twice",
	severity: "error",
	why: "Programs disagree on which of two equal keys counts, so what was checked may not be what runs.",
	remedy: "Remove one of the two.",
	sentence: (args) => `${str(args, "key")} stands here for the second time; programs differ in which one they take.`
};

// shared/estimate/memory-estimate.ts
function totalOf(part) {
	return part.model + part.context + part.compute;
}

// shared/estimate/budget.ts
var NEAR = 0.9;
function budgetLines(estimate, target, devices = target.devices.slice(0, estimate.devices.length)) {
	let lines2 = devices.map((device, index) => {
		let need2 = estimate.devices[index] ?? { model: 0, context: 0, compute: 0 };
		return budgetLine("device", device.name, need2, device.usable);
	}), need = target.unified ? [estimate.host, ...estimate.devices].reduce(plus) : estimate.host;
	return [...lines2, budgetLine("host", target.unified ? "shared memory" : "RAM", need, target.host.usable)];
}
function budgetLine(kind2, name, need, usable2) {
	let need_bytes = totalOf(need);
	return { kind: kind2, name, need, need_bytes, usable: usable2, state: stateOf(need_bytes, usable2) };
}
function stateOf(need, usable2) {
	return need === 0 ? "fits" : usable2 === null || !Number.isFinite(need) ? "unknown" : need > usable2.bytes ? "over" : need > NEAR * usable2.bytes ? "near" : "fits";
}
function plus(a, b) {
	return { model: a.model + b.model, context: a.context + b.context, compute: a.compute + b.compute };
}

// shared/validate/target-context.ts
function targetContext(context, target) {
	let devices = devicesFor(context.config.backend, target), placement = devices && { devices: devices.length, backend: context.config.backend }, estimate = placement && context.estimateOn(placement), { config: config2, model, trouble, estimateOn, withConfig } = context;
	return {
		config: config2,
		model,
		trouble,
		estimateOn,
		withConfig,
		target,
		placement,
		devices: devices ?? [],
		estimate,
		lines: estimate && devices ? budgetLines(estimate, target, devices) : []
	};
}
function devicesFor(backend, target) {
	if (backend === "cpu") return [];
	if (!target.backends.includes(backend)) return null;
	let own2 = target.devices.filter((device) => device.backend === backend);
	return own2.length > 0 ? own2 : target.devices;
}

// shared/validate/rules/layer-count.ts
var path = ["settings", "n_gpu_layers"], layersOutOfRange = {
	id: "LP304",
	scope: "config",
	title: "More layers than the model has",
	severity: "warning",
	why: "The number is cut to what the model has; it may have been written for another model.",
	remedy: "Write -1 for all layers.",
	check: ({ config: config2, model }) => {
		let layers = config2.settings.n_gpu_layers;
		if (model === null || layers === void 0 || config2.backend === "cpu") return [];
		let all = model.hparams.n_layer_all + 1;
		return layers > all ? [{ path, args: { n_gpu_layers: layers, all } }] : [];
	},
	fixes: () => [{ path, values: [-1] }],
	sentence: (args) => `n_gpu_layers is ${num(args, "n_gpu_layers")}; the model has ${num(args, "all")}, the output layer included.`
}, oneLayerLeft = {
	id: "LP306",
	scope: "target",
	title: "One layer left on the CPU",
	severity: "warning",
	why: "llama.cpp counts the output layer too: n_gpu_layers equal to the number of layers leaves one on the CPU, and each token waits for it.",
	remedy: "Write -1, or one layer more.",
	check: (context) => {
		let { model, placement, config: config2 } = context, layers = config2.settings.n_gpu_layers;
		return model === null || !placement?.devices || layers !== model.hparams.n_layer_all ? [] : fitsWhole(context) ? [{ path, args: { n_gpu_layers: layers, all: layers + 1 } }] : [];
	},
	fixes: () => [{ path, values: [-1] }],
	sentence: (args) => `n_gpu_layers ${num(args, "n_gpu_layers")} leaves one layer on the CPU: with the output layer there are ${num(args, "all")}, and all fit.`
};
function fitsWhole({ config: config2, withConfig, target }) {
	let whole = { ...config2, settings: { ...config2.settings, n_gpu_layers: -1 } }, { lines: lines2 } = targetContext(withConfig(whole), target);
	return lines2.every(({ state }) => state === "fits");
}

// shared/validate/rules/limits.ts
var LIMITS = {
	length: "characters",
	nesting: "levels of nesting",
	keys: "keys"
}, limits = {
	id: "LP007",
	scope: "document",
	title: "Document too large",
	severity: "error",
	why: "Limits keep one file from stalling a check of many. No runtime config comes near them.",
	remedy: "Check that this is the file you meant.",
	sentence: (args) => `The document has more than ${num(args, "most").toLocaleString("en-US")} ${LIMITS[str(args, "limit")] ?? "parts"} and was not read.`
};

// shared/model/architecture.ts
var encoder = { no_cache: !0, no_output: !0 }, swa = (pattern2, dense_first = !1) => ({ swa: { pattern: pattern2, dense_first } }), TRAITS = {
	afmoe: swa(4),
	bert: encoder,
	cohere2: swa(4),
	cohere2moe: swa(4, !0),
	dream: { no_cache: !0, non_causal: !0 },
	eurobert: encoder,
	"exaone-moe": { swa: { window: 128, pattern: 4 } },
	exaone4: { swa: { window: 4096, pattern: 4, only_layers: 64 } },
	"falcon-h1": { recurrent: "all_beside_cache" },
	gemma2: { swa: { window: 4096, pattern: 2 } },
	gemma3: swa(6),
	gemma3n: { ...swa(5), kv_layers: 20, output_first: !0 },
	gemma4: { swa: {}, output_first: !0, rope_freqs_full_only: !0 },
	"gemma-embedding": { ...swa(6), no_cache: !0, non_causal: !0 },
	"gpt-oss": swa(2),
	granitehybrid: { recurrent: "no_kv_heads" },
	jamba: { recurrent: "no_kv_heads" },
	"jina-bert-v2": encoder,
	"jina-bert-v3": encoder,
	"kimi-linear": { recurrent: "no_kv_heads" },
	laguna: swa(4, !0),
	lfm2: { swa: {}, recurrent: "no_kv_heads", embedding_norm_is_output: !0 },
	lfm2moe: { recurrent: "no_kv_heads", embedding_norm_is_output: !0 },
	llada: { no_cache: !0, non_causal: !0 },
	"llada-moe": { no_cache: !0, non_causal: !0 },
	llama4: { swa: { window: 8192, fixed: 8192, pattern: 4 } },
	mamba: { recurrent: "all" },
	mamba2: { recurrent: "all" },
	mellum: swa(4),
	mimo2: { swa: {} },
	"modern-bert": { ...swa(3, !0), ...encoder },
	nemotron_h: { recurrent: "no_kv_heads_no_ffn" },
	nemotron_h_moe: { recurrent: "no_kv_heads_no_ffn" },
	"neo-bert": encoder,
	"nomic-bert": encoder,
	"nomic-bert-moe": encoder,
	olmo2: swa(4),
	phi3: { ignores_swa: !0 },
	plamo2: { recurrent: "no_kv_heads" },
	plamo3: swa(8),
	qwen35: { recurrent: "interval" },
	qwen35moe: { recurrent: "interval" },
	qwen3next: { recurrent: "interval" },
	rnd1: { no_cache: !0, non_causal: !0 },
	smallthinker: { swa: { fixed: 4096, pattern: 4, dense_first: !0 } },
	step35: { swa: {} }
}, PLAIN = [
	"apertus",
	"arcee",
	"bailingmoe",
	"bailingmoe2",
	"command-r",
	"deepseek",
	"deepseek2",
	"dots1",
	"ernie4_5",
	"ernie4_5-moe",
	"exaone",
	"falcon",
	"gemma",
	"glm4",
	"glm4moe",
	"gpt2",
	"gptneox",
	"granite",
	"granitemoe",
	"hunyuan-dense",
	"hunyuan-moe",
	"internlm2",
	"llama",
	"minicpm",
	"minimax-m2",
	"mistral3",
	"nemotron",
	"olmo",
	"olmoe",
	"orion",
	"phi2",
	"phimoe",
	"qwen2",
	"qwen2moe",
	"qwen2vl",
	"qwen3",
	"qwen3moe",
	"qwen3vl",
	"qwen3vlmoe",
	"seed_oss",
	"smollm3",
	"stablelm",
	"starcoder",
	"starcoder2",
	"xverse"
], KNOWN = /* @__PURE__ */ new Set([...PLAIN, ...Object.keys(TRAITS)]);
function traitsOf(architecture) {
	return Object.hasOwn(TRAITS, architecture) ? TRAITS[architecture] ?? {} : {};
}
function isKnownArchitecture(architecture) {
	return KNOWN.has(architecture);
}

// shared/model/check-tensors.ts
var BORROWS_TOKENS = /* @__PURE__ */ new Set(["dflash", "eagle3"]), LAYER = /(?:^|\.)blk\.%d\./, QUERY = /\.attn_(?:q|qkv|q_a|q_b)\.weight$/, ATTENTION = /\.attn_(?:q|k|v|qkv|q_a|q_b|kv_a_mqa|kv_b|k_b|v_b|output)\.weight$/, FEED_FORWARD = /\.(?:ffn_(?!.*norm)\w+|channel_mix_\w+)\.weight$/;
function checkTensors(facts, hparams) {
	let refuse13 = (what) => {
		throw new UserError("input", `${facts.name}: ${what}.`, "The file is damaged, or its facts were edited.");
	};
	for (let group of facts.tensors) checkRanges(group, hparams, refuse13);
	let names2 = new Set(facts.tensors.map(({ name }) => name));
	!names2.has("token_embd.weight") && !names2.has("output.weight") && !BORROWS_TOKENS.has(facts.architecture) && refuse13("the model has no token table (token_embd.weight)");
	let any = layersWith(facts, LAYER), feedForward11 = layersWith(facts, FEED_FORWARD), attention2 = layersWith(facts, ATTENTION), queries2 = layersWith(facts, QUERY);
	for (let il = 0; il < hparams.n_layer; il++) {
		let heads = hparams.n_head[il] ?? 0, n_ff = Math.max(hparams.n_ff[il] ?? 0, hparams.n_ff_exp);
		!any.has(il) && (heads > 0 || n_ff > 0 || hparams.is_recr[il]) && refuse13(`layer ${il} has no tensors`), queries2.has(il) && heads === 0 && refuse13(`layer ${il} has attention tensors but attention.head_count is 0`), feedForward11.size > 0 && (hparams.n_ff[il] ?? 0) > 0 && !feedForward11.has(il) && refuse13(`layer ${il} has no feed-forward tensors, though others have and feed_forward_length is not 0`);
		let attends = heads > 0 && (hparams.n_head_kv[il] ?? 0) > 0 && !hparams.is_recr[il];
		attention2.size > 0 && attends && hparams.has_kv[il] && !attention2.has(il) && refuse13(`layer ${il} has no attention tensors, though others have and it has heads`);
	}
}
function checkRanges({ name, layers }, hparams, refuse13) {
	if (layers === void 0) {
		name.includes("%d") && refuse13(`${name} does not say which layers have it`);
		return;
	}
	(!name.includes("%d") || layers.length === 0) && refuse13(`the layers of ${name} are not those of a tensor`);
	let end = name.startsWith("blk.") ? hparams.n_layer_all : Number.POSITIVE_INFINITY, next = 0;
	for (let [first, last] of layers)
		(first < next || last < first) && refuse13(`the layers of ${name} are not ascending (${first} to ${last})`), last >= end && refuse13(`${name} is listed for layer ${last}, but block_count is ${end}`), next = last + 1;
}
function layersWith({ tensors }, pattern2) {
	let found2 = /* @__PURE__ */ new Set();
	for (let { name, layers = [] } of tensors)
		if (pattern2.test(name))
			for (let [first, last] of layers) for (let il = first; il <= last; il++) found2.add(il);
	return found2;
}

// shared/model/key-reader.ts
var MAX_WIDTH = 2 ** 24;
function keyReader(facts) {
	let get = (key) => Object.hasOwn(facts.hparams, key) ? facts.hparams[key] : void 0, refuse13 = (key, why) => {
		throw new UserError(
			"input",
			`${facts.name}: the model's ${facts.architecture}.${key} ${why}.`,
			"The file is damaged or not a language model."
		);
	}, checked = (key, value, min, max) => typeof value != "number" || !Number.isFinite(value) ? refuse13(key, "is not a number") : value < min || value > max ? refuse13(key, `is ${value}, outside ${min} to ${max}`) : value, listOf = (key, value, length) => value.length < length ? refuse13(key, `has ${value.length} entries for ${length} layers`) : value.slice(0, length);
	return {
		required(key, min, max) {
			let value = get(key);
			return value === void 0 ? refuse13(key, "is missing") : checked(key, value, min, max);
		},
		/** A single number; the fallback when the key is absent or a list. */
		number(key, fallback, min, max) {
			let value = get(key);
			return value === void 0 || Array.isArray(value) ? fallback : checked(key, value, min, max);
		},
		/** The largest of a number for all layers or one a layer; 0 when the key is absent. */
		most(key, length, max) {
			let value = get(key);
			if (value === void 0) return 0;
			let list2 = Array.isArray(value) ? listOf(key, value, length).map(Number) : [value];
			return Math.max(...list2.map((entry) => checked(key, entry, 0, max)));
		},
		boolean(key, fallback) {
			let value = get(key);
			return typeof value == "boolean" ? value : fallback;
		},
		/** One boolean (or 0/1) a layer, or null when the key is absent or a single number. */
		booleans(key, length) {
			let value = get(key);
			return Array.isArray(value) ? listOf(key, value, length).map(Boolean) : null;
		},
		/** One number for all layers, or a list with one a layer. */
		perLayer(key, length, fallback) {
			let value = get(key);
			if (Array.isArray(value))
				return listOf(key, value, length).map((entry) => checked(key, Number(entry), 0, MAX_WIDTH));
			if (value !== void 0) {
				let number4 = checked(key, value, 0, MAX_WIDTH);
				return Array.from({ length }, () => number4);
			}
			return Array.from({ length }, (_, il) => typeof fallback == "number" ? fallback : fallback[il] ?? 0);
		}
	};
}

// shared/model/hparams.ts
var MAX_LAYERS = 512, MAX_WIDTH2 = 2 ** 24, MAX_EXPERTS = 1024;
function readHparams(facts) {
	let hparams = readKeys(facts);
	return checkTensors(facts, hparams), hparams;
}
function readKeys(facts) {
	let traits = traitsOf(facts.architecture), keys = keyReader(facts), n_layer_all = keys.required("block_count", 1, MAX_LAYERS), n_layer = n_layer_all - keys.number("nextn_predict_layers", 0, 0, n_layer_all), n_embd = keys.required("embedding_length", 1, MAX_WIDTH2), perLayer = (key, fallback) => keys.perLayer(key, n_layer_all, fallback), n_head = perLayer("attention.head_count", 0), n_head_kv = perLayer("attention.head_count_kv", n_head), n_ff = perLayer("feed_forward_length", 0), head0 = n_head[0] ?? 0, anyHeads = head0 > 0, headSize = (key, fallback) => anyHeads ? keys.number(key, fallback, 1, MAX_WIDTH2) : 0, k_full = headSize("attention.key_length", anyHeads ? Math.floor(n_embd / head0) : 0), v_full = headSize("attention.value_length", anyHeads ? Math.floor(n_embd / head0) : 0), k_swa = headSize("attention.key_length_swa", k_full), v_swa = headSize("attention.value_length_swa", v_full), { n_swa, is_swa } = readSlidingWindow(keys, traits, n_layer_all, n_layer), is_recr = readRecurrentLayers(keys, traits, n_layer_all, n_layer, n_head_kv, n_ff), n_embd_head_k = is_swa.map((swa2) => swa2 ? k_swa : k_full), n_embd_head_v = is_swa.map((swa2) => swa2 ? v_swa : v_full), has_kv = is_recr.map((recr, il) => layerHasKv(il, recr, keys, traits, n_layer_all, n_layer, n_ff[il] ?? 0)), scaling = keys.number("rope.scaling.factor", keys.number("rope.scale_linear", 0, 0, 1e6), 0, 1e6), n_expert = keys.number("expert_count", 0, 0, MAX_EXPERTS), n_expert_used = keys.most("expert_used_count", n_layer_all, n_expert > 1 ? n_expert : MAX_EXPERTS);
	return {
		architecture: facts.architecture,
		traits,
		n_layer_all,
		n_layer,
		n_ctx_train: keys.number("context_length", 0, 0, 2 ** 31),
		n_embd,
		n_vocab: keys.number("vocab_size", 0, 0, 2 ** 31),
		n_head,
		n_head_kv,
		n_ff,
		n_ff_exp: Math.max(...perLayer("expert_feed_forward_length", 0)),
		n_ff_shexp: keys.number("expert_shared_feed_forward_length", 0, 0, MAX_WIDTH2),
		n_expert,
		n_expert_used,
		n_embd_head_k,
		n_embd_head_v,
		n_embd_k_gqa: n_embd_head_k.map((size3, il) => size3 * (n_head_kv[il] ?? 0)),
		n_embd_v_gqa: n_embd_head_v.map((size3, il) => size3 * (n_head_kv[il] ?? 0)),
		n_swa,
		is_swa,
		is_recr,
		has_kv,
		is_mla: keys.number("attention.key_length_mla", 0, 0, MAX_WIDTH2) > 0,
		...readRecurrentState(keys, n_embd, head0),
		causal: !traits.non_causal && keys.boolean("attention.causal", !0),
		rope_freq_base: keys.number("rope.freq_base", 1e4, 0, 1e12),
		rope_freq_scale: scaling === 0 ? 1 : 1 / scaling
	};
}
function readSlidingWindow(keys, traits, n_layer_all, n_layer) {
	let none = { n_swa: 0, is_swa: Array.from({ length: n_layer_all }, () => !1) }, rule = traits.swa;
	if (traits.ignores_swa || rule === void 0 || rule.only_layers !== void 0 && rule.only_layers !== n_layer) return none;
	let key = keys.number("attention.sliding_window", rule.window ?? 0, 0, 2 ** 31);
	if (key === 0) return none;
	let listed = keys.booleans("attention.sliding_window_pattern", n_layer_all), pattern2 = listed === null ? keys.number("attention.sliding_window_pattern", rule.pattern ?? 0, 0, MAX_LAYERS) : 0, byPattern = (il) => il >= n_layer ? !1 : pattern2 === 0 ? !0 : rule.dense_first ? il % pattern2 !== 0 : il % pattern2 < pattern2 - 1, is_swa = none.is_swa.map((_, il) => listed === null ? byPattern(il) : listed[il] ?? !1);
	return { n_swa: rule.fixed ?? key, is_swa };
}
function readRecurrentLayers(keys, traits, n_layer_all, n_layer, n_head_kv, n_ff) {
	let layers = Array.from({ length: n_layer_all }, (_, il) => il);
	switch (traits.recurrent) {
		case "all":
		case "all_beside_cache":
			return layers.map(() => !0);
		case "no_kv_heads":
			return layers.map((il) => il < n_layer && n_head_kv[il] === 0);
		case "no_kv_heads_no_ffn":
			return layers.map((il) => il < n_layer && n_head_kv[il] === 0 && n_ff[il] === 0);
		case "interval": {
			let listed = keys.booleans("attention.recurrent_layers", n_layer_all);
			if (listed !== null) return listed;
			let interval = keys.number("full_attention_interval", 4, 1, MAX_LAYERS);
			return layers.map((il) => il < n_layer && (il + 1) % interval !== 0);
		}
		default:
			return layers.map(() => !1);
	}
}
function layerHasKv(il, recr, keys, traits, n_layer_all, n_layer, n_ff) {
	if (traits.no_cache || il >= n_layer) return !1;
	if (traits.recurrent === "all_beside_cache") return !0;
	if (recr || traits.recurrent === "no_kv_heads_no_ffn" && n_ff !== 0) return !1;
	let shared = keys.number("attention.shared_kv_layers", 0, 0, n_layer_all);
	return il < Math.min(traits.kv_layers ?? n_layer_all, n_layer_all - shared);
}
function readRecurrentState(keys, n_embd, n_head) {
	let conv = keys.number("ssm.conv_kernel", 0, 0, 1024), inner = keys.number("ssm.inner_size", 0, 0, MAX_WIDTH2), state = keys.number("ssm.state_size", 0, 0, MAX_WIDTH2), groups = keys.number("ssm.group_count", 0, 0, MAX_WIDTH2), shortconv = keys.number("shortconv.l_cache", 0, 0, 1024), kda = keys.number("kda.head_dim", 0, 0, MAX_WIDTH2);
	return shortconv > 0 ? { n_embd_r: n_embd * (shortconv - 1), n_embd_s: state * inner } : kda > 0 ? { n_embd_r: 3 * (conv > 0 ? conv - 1 : 3) * n_head * kda, n_embd_s: kda * kda * n_head } : { n_embd_r: (conv > 0 ? conv - 1 : 0) * (inner + 2 * groups * state), n_embd_s: state * inner };
}

// shared/estimate/compiled-model.ts
var READ = /* @__PURE__ */ new WeakMap();
function hparamsOf(facts) {
	let known2 = READ.get(facts);
	if (known2 !== void 0) return known2;
	let hparams = readHparams(facts);
	return READ.set(facts, hparams), hparams;
}

// shared/units.ts
function showGib(bytes2) {
	return `${gib(bytes2).toFixed(1)} GiB`;
}
function gib(bytes2) {
	return bytes2 / 1073741824;
}
function roundGib(bytes2, digits = 1) {
	let scale = 10 ** digits;
	return Math.round(bytes2 / 1073741824 * scale) / scale;
}
function padTo(value, step2) {
	return Math.ceil(value / step2) * step2;
}

// shared/estimate/cache.ts
var F32 = 4;
function swaCells(hparams, size3, settings) {
	if (settings.swa_full) return size3.n_ctx_seq;
	let sequences = settings.kv_unified ? settings.n_parallel : 1;
	return padTo(Math.min(size3.n_ctx_seq, hparams.n_swa * sequences + size3.n_ubatch), 256);
}
function transposesV(settings) {
	return settings.flash_attn === "off";
}
function layerCache(hparams, size3, settings) {
	let v_widest = transposesV(settings) ? Math.max(...hparams.n_embd_v_gqa, 0) : null, window = hparams.n_swa > 0 ? swaCells(hparams, size3, settings) : size3.n_ctx_seq, states = settings.n_parallel * (1 + (settings.n_rs_seq ?? 0)), state = F32 * (hparams.n_embd_r + hparams.n_embd_s) * states, kv = (il) => {
		let cells = (hparams.is_swa[il] ? window : size3.n_ctx_seq) * size3.n_stream, k = rowBytes(settings.cache_type_k, hparams.n_embd_k_gqa[il] ?? 0), v = hparams.is_mla ? 0 : rowBytes(settings.cache_type_v, v_widest ?? hparams.n_embd_v_gqa[il] ?? 0);
		return (k + v) * cells;
	};
	return (il) => ({ kv: hparams.has_kv[il] ? kv(il) : 0, recurrent: hparams.is_recr[il] ? state : 0 });
}

// shared/estimate/pipeline-copies.ts
function pipelineCopies(settings, where, n_devices) {
	return n_devices > 1 && settings.split_mode === "layer" && settings.offload_kqv && settings.n_cpu_moe === 0 && where.every((place) => place !== "host") ? 4 : 1;
}

// shared/estimate/closed-form-compute.ts
var F322 = 4, F16 = 2, INPUT_INDEX_BYTES = 28;
function closedFormCompute(hparams, size3, settings, where, n_devices, flash2) {
	let layers = where.slice(0, hparams.n_layer), output2 = where[hparams.n_layer_all] ?? "host", tokens2 = reserveTokens(size3, settings), masks = maskBytes(hparams, size3, settings, tokens2, flash2), copies = pipelineCopies(settings, where, n_devices), peakAt = (place) => {
		let own2 = layers.flatMap((at2, il) => at2 === place ? [il] : []), runsHere = own2.length > 0, layer = Math.max(0, ...own2.map((il) => layerBytes(hparams, size3, settings, tokens2, il, flash2))), experts2 = place === "host" && settings.n_cpu_moe > 0 ? expertBytes(hparams, tokens2) : 0, logits = output2 === place && !hparams.traits.no_output ? logitsBytes(hparams, size3, tokens2) : 0, inputs = runsHere && place !== "host" ? (masks + tokens2 * INPUT_INDEX_BYTES) * copies : 0;
		return Math.max(layer, experts2, logits) + inputs;
	}, embeddings = 2 * F322 * tokens2 * hparams.n_embd, hostInputs = masks * copies + tokens2 * INPUT_INDEX_BYTES * copies, host = peakAt("host");
	return {
		devices: Array.from({ length: n_devices }, (_, device) => peakAt(device)),
		host: Math.max(embeddings, host) + hostInputs
	};
}
function reserveTokens(size3, settings) {
	let tokens2 = Math.min(size3.n_ctx, size3.n_ubatch);
	return Math.ceil(tokens2 / settings.n_parallel) * settings.n_parallel;
}
function maskBytes(hparams, size3, settings, tokens2, flash2) {
	let cell2 = flash2 ? F16 : F322, full = hparams.has_kv.some((has2, il) => has2 && !hparams.is_swa[il]), windowed = hparams.has_kv.some((has2, il) => has2 && hparams.is_swa[il]), cells = (full ? size3.n_ctx_seq : 0) + (windowed ? swaCells(hparams, size3, settings) : 0);
	return cell2 * cells * tokens2;
}
function layerBytes(hparams, size3, settings, tokens2, il, flash2) {
	let { n_embd } = hparams, q = (hparams.n_head[il] ?? 0) * (hparams.n_embd_head_k[il] ?? 0), dense = F322 * tokens2 * (3 * (hparams.n_ff[il] ?? 0) + 3 * n_embd + q), recurrent = hparams.is_recr[il] ? recurrentBytes(hparams, settings, tokens2) : 0;
	return Math.max(
		dense,
		expertBytes(hparams, tokens2) + (hparams.n_expert > 0 ? F322 * tokens2 * q : 0),
		flash2 ? 0 : attentionBytes(hparams, size3, settings, tokens2, il),
		recurrent
	);
}
function expertBytes(hparams, tokens2) {
	if (hparams.n_expert === 0) return 0;
	let used = hparams.n_expert_used, ff = hparams.n_ff_exp > 0 ? hparams.n_ff_exp : Math.max(...hparams.n_ff), wide = 3 * used * ff + 3 * hparams.n_embd, gathered = 2 * used * (hparams.n_embd + ff) + 2 * hparams.n_embd;
	return F322 * tokens2 * Math.max(wide, gathered);
}
function attentionBytes(hparams, size3, settings, tokens2, il) {
	if (!hparams.has_kv[il] && !hparams.traits.no_cache) return 0;
	let cells = hparams.is_swa[il] ? swaCells(hparams, size3, settings) : size3.n_ctx_seq, kq = tokens2 * (hparams.traits.no_cache ? tokens2 : cells) * (hparams.n_head[il] ?? 0), around = 5 * hparams.n_embd + (hparams.n_embd_k_gqa[il] ?? 0) + (hparams.n_embd_v_gqa[il] ?? 0);
	return F322 * (kq + tokens2 * around);
}
function recurrentBytes(hparams, settings, tokens2) {
	let state = (hparams.n_embd_r + hparams.n_embd_s) * settings.n_parallel, width = hparams.n_embd_s > 0 ? Math.max(hparams.n_embd_r, hparams.n_embd) : hparams.n_embd;
	return F322 * (3 * state + tokens2 * (4 * width + 4 * hparams.n_embd));
}
function logitsBytes(hparams, size3, tokens2) {
	let rows = Math.min(tokens2, size3.n_outputs_max);
	return F322 * (rows * hparams.n_vocab + 2 * tokens2 * hparams.n_embd) + F322 * tokens2;
}

// shared/estimate/graph/tensor.ts
function contiguous(type, ne) {
	let nb0 = rowBytes(type, 1), nb1 = rowBytes(type, ne[0]);
	return [nb0, nb1, nb1 * ne[1], nb1 * ne[1] * ne[2]];
}
function bytesOf({ type, ne, nb }) {
	if (ne.includes(0)) return 0;
	let element = rowBytes(type, 1);
	return (nb[0] === element ? rowBytes(type, ne[0]) : element + (ne[0] - 1) * nb[0]) + (ne[1] - 1) * nb[1] + (ne[2] - 1) * nb[2] + (ne[3] - 1) * nb[3];
}
function sameLayout(a, b) {
	if (a.type !== b.type) return !1;
	for (let i = 0; i < 4; i++) if (a.ne[i] !== b.ne[i] || a.nb[i] !== b.nb[i]) return !1;
	return !0;
}
function newTensor(op, type, ne, src, more3 = {}) {
	let base = more3.view_of;
	return {
		op,
		type,
		ne,
		nb: more3.nb ?? contiguous(type, ne),
		src,
		// ggml flattens views of views.
		view_of: base === void 0 ? null : base.view_of ?? base,
		input: more3.input ?? !1,
		held: more3.held ?? -1,
		weight: more3.weight ?? !1,
		pinned: -1,
		backend: -1,
		visited: 0
	};
}

// shared/estimate/graph/ops.ts
function input(type, ...ne) {
	return newTensor("leaf", type, shape(ne), [], { input: !0 });
}
function held(backend, weight, type, ne) {
	return newTensor("leaf", type, shape(ne), [], { held: backend, weight });
}
function shape(ne) {
	return [ne[0] ?? 1, ne[1] ?? 1, ne[2] ?? 1, ne[3] ?? 1];
}
function mulMat(a, b) {
	return newTensor("compute", "f32", [a.ne[1], b.ne[1], b.ne[2], b.ne[3]], [a, b]);
}
function mulMatId(as, b, ids) {
	return newTensor("compute", "f32", [as.ne[1], ids.ne[0], b.ne[2], 1], [as, b, ids]);
}
function getRows(a, ids) {
	return newTensor("compute", a.type === "i32" ? "i32" : "f32", [a.ne[0], ids.ne[0], ids.ne[1], ids.ne[2]], [a, ids]);
}
function binary(a, b) {
	return newTensor("inplace", a.type, a.ne, [a, b]);
}
function unary(a) {
	return newTensor("inplace", a.type, a.ne, [a]);
}
function fresh(a, ne = a.ne, type = a.type) {
	return newTensor("compute", type, ne, [a]);
}
function compute(type, ne, ...src) {
	return newTensor("compute", type, shape(ne), src);
}
function addId(a, b, ids) {
	return newTensor("inplace", a.type, a.ne, [a, b, ids]);
}
function softMaxExt(a, mask, sinks) {
	return newTensor("inplace", a.type, a.ne, sinks === void 0 ? [a, mask] : [a, mask, sinks]);
}
function rope(a, positions, factors) {
	return newTensor("rope", a.type, a.ne, factors === void 0 ? [a, positions] : [a, positions, factors]);
}
function gluSplit(gate2, up) {
	return newTensor("compute", gate2.type, gate2.ne, [gate2, up]);
}
function glu(a) {
	return newTensor("compute", a.type, [a.ne[0] / 2, a.ne[1], a.ne[2], a.ne[3]], [a]);
}
function setRows(a, b, ids) {
	return newTensor("store", a.type, a.ne, [b, ids, a], { view_of: a, nb: a.nb });
}
function copyInto(a, b) {
	return newTensor("store", b.type, b.ne, [a, b], { view_of: b, nb: b.nb });
}
function overwrite(a) {
	return newTensor("store", a.type, a.ne, [a], { view_of: a, nb: a.nb });
}
function concat(a, b) {
	return newTensor("compute", a.type, [a.ne[0] + b.ne[0], a.ne[1], a.ne[2], a.ne[3]], [a, b]);
}
function cont(a, ne = a.ne, type = a.type) {
	return newTensor("compute", type, ne, [a]);
}
function flashAttention(q, k, v, mask, sinks) {
	let src = [q, k, v, ...mask === null ? [] : [mask], ...sinks === void 0 ? [] : [sinks]];
	return newTensor("flash", "f32", [v.ne[0], q.ne[2], q.ne[1], q.ne[3]], src);
}
function reshape(a, ...ne) {
	return newTensor("view", a.type, shape(ne), [a], { view_of: a });
}
function view(a, ne, strides = []) {
	let [n0, n1, n2, n3] = shape(ne), nb0 = rowBytes(a.type, 1), nb1 = strides[0] ?? rowBytes(a.type, n0), nb2 = strides[1] ?? nb1 * n1, nb3 = strides[2] ?? nb2 * n2;
	return newTensor("view", a.type, [n0, n1, n2, n3], [a], { view_of: a, nb: [nb0, nb1, nb2, nb3] });
}
function permute(a, axes) {
	let ne = [1, 1, 1, 1], nb = [0, 0, 0, 0];
	for (let i = 0; i < 4; i++) {
		let to = axes[i] ?? i;
		ne[to] = a.ne[i] ?? 1, nb[to] = a.nb[i] ?? 0;
	}
	return newTensor("view", a.type, ne, [a], { view_of: a, nb });
}
function transpose(a) {
	return permute(a, [1, 0, 2, 3]);
}

// shared/estimate/graph/attention.ts
function cachesOf(model, il, cells) {
	let { hparams, settings, size: size3 } = model, backend = settings.offload_kqv ? model.backendOf(il) : model.cpu, v_width = transposesV(settings) ? Math.max(...hparams.n_embd_v_gqa) : hparams.n_embd_v_gqa[il] ?? 0;
	return {
		k: held(backend, !1, settings.cache_type_k, [hparams.n_embd_k_gqa[il] ?? 0, cells, size3.n_stream]),
		v: hparams.is_mla ? null : held(backend, !1, settings.cache_type_v, [v_width, cells, size3.n_stream])
	};
}
function attention(model, inputs, caches, il, q, k, v, windowed, options = {}) {
	let { expand: expand12 } = model, rotated = (x, rot) => rot === void 0 ? x : hadamard(x, rot), q_cur = rotated(q, inputs.k_rot), k_cur = k === null ? null : rotated(k, inputs.k_rot), v_cur = v === null ? null : rotated(v, inputs.v_rot);
	expand12(q_cur);
	let order = windowed ? [k_cur, v_cur] : [v_cur, k_cur];
	for (let tensor of order) tensor !== null && expand12(tensor);
	k_cur !== null && expand12(storeK(model, caches.k, k_cur, inputs.k_idxs)), v_cur !== null && caches.v !== null && expand12(storeV(model, caches.v, v_cur, inputs.v_idxs));
	let layer = options.cache_layer ?? il, keys = readK(model, caches.k, inputs.cells, layer), values = caches.v === null ? keysAsValues(keys, v) : readV(model, caches.v, inputs.cells, layer), out = attentionCore(model, il, q_cur, keys, values, inputs.mask, options);
	return rotated(out, inputs.v_rot);
}
function hadamard(x, rot) {
	let n = rot.ne[0], elements = x.ne[0] * x.ne[1] * x.ne[2] * x.ne[3], rows = isContiguous(x) ? reshape(x, n, elements / n) : cont(x, [n, elements / n, 1, 1]);
	return reshape(mulMat(rot, rows), ...x.ne);
}
function isContiguous(x) {
	let nb1 = rowBytes(x.type, x.ne[0]), dense = (nb, expected, ne) => ne === 1 || nb === expected;
	return x.nb[0] === rowBytes(x.type, 1) && dense(x.nb[1], nb1, x.ne[1]) && dense(x.nb[2], nb1 * x.ne[1], x.ne[2]) && dense(x.nb[3], nb1 * x.ne[1] * x.ne[2], x.ne[3]);
}
function storeK(model, cache, k, idxs) {
	let rows = view(k, [k.ne[0] * k.ne[1], k.ne[2]], [k.nb[2]]), { n_stream } = model.size, into = n_stream > 1 ? reshape(cache, cache.ne[0], cache.ne[1] * n_stream) : cache;
	return setRows(into, rows, idxs);
}
function storeV(model, cache, v, idxs) {
	if (!transposesV(model.settings)) return storeK(model, cache, v, idxs);
	let width = v.ne[0] * v.ne[1], rows = rowBytes(v.type, width) === v.nb[2] ? reshape(v, width, v.ne[2]) : cont(v, [width, v.ne[2], 1, 1]);
	width < cache.ne[0] && (rows = cont(rows, [cache.ne[0], v.ne[2], 1, 1]));
	let elements = reshape(rows, 1, rows.ne[0] * rows.ne[1]), into = reshape(cache, 1, cache.ne[0] * cache.ne[1] * cache.ne[2]);
	return setRows(into, elements, idxs);
}
function readK(model, cache, cells, il) {
	let head = model.hparams.n_embd_head_k[il] ?? 0, heads = model.hparams.n_head_kv[il] ?? 0, row = rowBytes(cache.type, cache.ne[0]);
	return view(cache, [head, heads, cells, model.size.n_stream], [rowBytes(cache.type, head), row, row * cells]);
}
function readV(model, cache, cells, il) {
	let head = model.hparams.n_embd_head_v[il] ?? 0, heads = model.hparams.n_head_kv[il] ?? 0, { n_stream } = model.size;
	if (!transposesV(model.settings)) {
		let row = rowBytes(cache.type, cache.ne[0]);
		return view(cache, [head, heads, cells, n_stream], [rowBytes(cache.type, head), row, row * cells]);
	}
	let column = rowBytes(cache.type, cells);
	return view(cache, [cells, heads, head, n_stream], [column * head, column, column * cache.ne[0]]);
}
function keysAsValues(keys, v) {
	return view(keys, [v?.ne[0] ?? keys.ne[0], keys.ne[1], keys.ne[2], keys.ne[3]], [keys.nb[1], keys.nb[2], keys.nb[3]]);
}
function attentionCore(model, il, query, keys, values, mask, { sinks, v_mla, soft_cap }) {
	let transposed = values.nb[1] > values.nb[2], streams = keys.ne[3], split = view(
		query,
		[query.ne[0], query.ne[1], query.ne[2] / streams, streams],
		[query.nb[1], query.nb[2], query.nb[3] / streams]
	), q = permute(split, [0, 2, 1, 3]), k = permute(keys, [0, 2, 1, 3]), v = permute(values, [0, 2, 1, 3]), out;
	if (model.flash) {
		transposed && (v = transpose(v)), k.type === "f32" && (k = cont(k, k.ne, "f16")), v.type === "f32" && (v = cont(v, v.ne, "f16"));
		let attended2 = flashAttention(q, k, v, mask, sinks);
		model.flashes.set(il, attended2), v_mla !== void 0 && (attended2 = mulMat(v_mla, permute(attended2, [0, 2, 1, 3])), attended2 = cont(permute(attended2, [0, 2, 1, 3]))), out = reshape(attended2, attended2.ne[0] * attended2.ne[1], attended2.ne[2] * attended2.ne[3]);
	} else {
		let kq = mulMat(k, q);
		soft_cap && (kq = unary(unary(unary(kq)))), kq = softMaxExt(kq, mask, sinks), transposed || (v = cont(transpose(v)));
		let kqv = mulMat(v, kq);
		v_mla !== void 0 && (kqv = mulMat(v_mla, kqv));
		let merged = permute(kqv, [0, 2, 1, 3]);
		out = cont(merged, [merged.ne[0] * merged.ne[1], merged.ne[2] * merged.ne[3], 1, 1]), model.settings.offload_kqv || (out.pinned = model.cpu);
	}
	return model.expand(out), out;
}
function project(model, name, il, x) {
	let product = mulMat(model.need(`${name}.weight`, il), x), bias = model.weight(`${name}.bias`, il);
	return bias === void 0 ? product : binary(product, bias);
}

// shared/estimate/graph/embedding.ts
function embedTokens(model) {
	let { n_tokens, hparams, expand: expand12 } = model, tokens2 = input("i32", n_tokens), vectors = input("f32", hparams.n_embd, n_tokens), rows = getRows(model.need("token_embd.weight", -1), tokens2);
	return expand12(rows), expand12(vectors), rows;
}

// shared/estimate/graph/hparam-values.ts
function hparamNumber({ facts }, key, fallback = 0) {
	let value = facts.hparams[key];
	return typeof value == "number" ? value : fallback;
}
function hparamAt({ facts }, key, il) {
	let value = facts.hparams[key];
	return Number((Array.isArray(value) ? value[il] : value) ?? 0);
}
function hparamFlag({ facts }, key, fallback) {
	let value = facts.hparams[key];
	return typeof value == "boolean" ? value : fallback;
}

// shared/estimate/graph/feed-forward.ts
var LEAST_LIMIT = 1e-6;
function gate(model, il, gates, up, limit_key = "") {
	return hparamAt(model, limit_key, il) <= LEAST_LIMIT ? gluSplit(gates, up) : binary(unary(unary(gates)), unary(up));
}
function denseFeedForward(model, il, x, options = {}) {
	let suffix = options.suffix ?? "", up = project(model, `ffn_up${suffix}`, il, x), hidden;
	if (model.weight(`ffn_gate${suffix}.weight`, il) !== void 0)
		hidden = gate(model, il, project(model, `ffn_gate${suffix}`, il, x), up, options.clamped_by);
	else if (options.fused)
		hidden = glu(up);
	else {
		hidden = up;
		for (let i = 0; i < (options.activation_ops ?? 1); i++) hidden = unary(hidden);
	}
	return project(model, `ffn_down${suffix}`, il, hidden);
}
function expertFeedForward(model, il, x, options) {
	let { expand: expand12 } = model, { n_expert, n_expert_used } = model.hparams, used = options.used ?? n_expert_used, [n_embd, n_tokens] = x.ne, logits = options.scores ?? mulMat(model.need("ffn_gate_inp.weight", il), x), routerBias = model.weight("ffn_gate_inp.bias", il);
	routerBias !== void 0 && (logits = binary(logits, routerBias));
	let probs = options.gating === "softmax_weight" ? logits : unary(logits), selectionBias = model.weight("exp_probs_b.bias", il), selection = selectionBias === void 0 ? probs : binary(probs, selectionBias);
	options.weigh_first && (selection = logits), selection = limitGroups(model, selection);
	let sorted = fresh(selection, selection.ne, "i32"), chosen = view(sorted, [used, n_tokens], [sorted.nb[1]]), weights = getRows(reshape(probs, 1, n_expert, n_tokens), chosen);
	if (options.gating === "softmax_weight" && (weights = reshape(unary(reshape(weights, used, n_tokens)), 1, used, n_tokens)), options.normalise) {
		let flat = reshape(weights, used, n_tokens), sum = unary(fresh(flat, [1, n_tokens, 1, 1]));
		weights = reshape(binary(flat, sum), 1, used, n_tokens);
	}
	options.scaled && (weights = unary(weights)), expand12(weights);
	let each = reshape(x, n_embd, 1, n_tokens);
	options.weigh_first && (each = binary(compute("f32", [n_embd, used, n_tokens], each), weights));
	let experts2 = expertMatMul(model, "ffn_down_exps", il, gated(model, il, each, chosen, options), chosen), downBias = model.weight("ffn_down_exps.bias", il);
	return downBias !== void 0 && (experts2 = addId(experts2, downBias, chosen)), options.weigh_first || (experts2 = binary(experts2, weights)), expand12(experts2), sumExperts(model, experts2);
}
function expertMatMul(model, name, il, x, chosen) {
	let product = mulMatId(model.need(`${name}.weight`, il), x, chosen), scale = model.weight(`${name}.scale`, il);
	if (scale === void 0) return product;
	let [n_expert] = scale.ne, repeated = compute("f32", [1, n_expert, x.ne[2]], reshape(scale, 1, n_expert));
	return binary(product, getRows(repeated, chosen));
}
function gated(model, il, each, chosen, options) {
	let both = model.weight("ffn_gate_up_exps.weight", il);
	if (both !== void 0) {
		let gate_up = mulMatId(both, each, chosen), half = [gate_up.ne[0] / 2, gate_up.ne[1], gate_up.ne[2]], strides = [gate_up.nb[1], gate_up.nb[2]];
		return gluSplit(view(gate_up, half, strides), view(gate_up, half, strides));
	}
	let biased = (name) => {
		let product = expertMatMul(model, name, il, each, chosen), bias = model.weight(`${name}.bias`, il);
		return bias === void 0 ? product : addId(product, bias, chosen);
	}, up = biased("ffn_up_exps");
	if (model.weight("ffn_gate_exps.weight", il) !== void 0)
		return gate(model, il, biased("ffn_gate_exps"), up, options.clamped_by);
	let hidden = up;
	for (let i = 0; i < (options.activation_ops ?? 1); i++) hidden = unary(hidden);
	return hidden;
}
function limitGroups(model, selection) {
	let { n_expert } = model.hparams, groups = Number(model.facts.hparams.expert_group_count ?? 0), used = Number(model.facts.hparams.expert_group_used_count ?? 0);
	if (groups <= 1) return selection;
	let n_tokens = selection.ne[1], per = n_expert / groups, grouped = reshape(selection, per, groups, n_tokens), best2 = fresh(grouped, grouped.ne, "i32"), two = view(best2, [2, groups, n_tokens], [best2.nb[1], best2.nb[2]]), scores = getRows(reshape(grouped, 1, per, groups, n_tokens), two), summed = fresh(reshape(scores, 2, groups, n_tokens), [1, groups, n_tokens, 1]), flat = reshape(summed, groups, n_tokens), order = fresh(flat, flat.ne, "i32"), kept = view(order, [used, n_tokens], [order.nb[1]]), rows = getRows(grouped, kept), masked = unary(grouped);
	return reshape(setRows(masked, rows, kept), n_expert, n_tokens);
}
function sumExperts(model, experts2) {
	let [n_embd, used, n_tokens] = experts2.ne, parts = Array.from({ length: used }, () => view(experts2, [n_embd, n_tokens], [experts2.nb[2]]));
	for (let part of parts) model.expand(part);
	let sum = parts[0];
	for (let part of parts.slice(1))
		sum = binary(sum, part), model.expand(sum);
	return used === 1 ? cont(sum) : sum;
}

// shared/estimate/graph/expert-layers.ts
function expertsOrDense(experts2, dense = {}) {
	return (model, il, x) => {
		if (model.weight("ffn_gate_inp.weight", il) === void 0) return denseFeedForward(model, il, x, dense);
		let routed = expertFeedForward(model, il, x, typeof experts2 == "function" ? experts2(model) : experts2);
		return model.weight("ffn_up_shexp.weight", il) === void 0 ? routed : binary(routed, denseFeedForward(model, il, x, { ...dense, suffix: "_shexp" }));
	};
}
function gatedSharedExperts(experts2) {
	return (model, il, x) => {
		let routed = expertFeedForward(model, il, x, experts2(model)), logit = mulMat(model.need("ffn_gate_inp_shexp.weight", il), x), share = binary(unary(logit), logit);
		return binary(routed, binary(denseFeedForward(model, il, x, { suffix: "_shexp" }), share));
	};
}
var GATING = { 1: "softmax", 2: "sigmoid", 3: "softmax_weight" };
function expertKeys(model, fixed = {}) {
	let keys = model.facts.hparams, gating = Number(keys.expert_gating_func ?? 0), scale = Number(keys.expert_weights_scale ?? 0);
	return {
		gating: GATING[gating] ?? "softmax",
		normalise: keys.expert_weights_norm === !0,
		scaled: scale !== 0 && scale !== 1,
		...fixed
	};
}

// shared/estimate/graph/last-rows.ts
function lastRows(model, il, out_ids, ...tensors) {
	let last = il === model.hparams.n_layer - 1;
	return tensors.map((tensor) => last ? getRows(tensor, out_ids) : tensor);
}

// shared/estimate/graph/norm.ts
function norm(model, x, name, il, kind2 = "rms") {
	let weight = model.weight(`${name}.weight`, il), bias = model.weight(`${name}.bias`, il), plain2 = kind2 === "rms" ? unary(x) : fresh(x);
	il >= 0 && (weight !== void 0 || bias !== void 0) && pinToLayer(model, plain2, il);
	let scaled = weight === void 0 ? plain2 : binary(plain2, weight);
	return bias === void 0 ? scaled : binary(scaled, bias);
}
function pinToLayer(model, tensor, il) {
	let { settings, hparams, n_tokens } = model;
	(n_tokens < 32 || settings.n_gpu_layers > hparams.n_layer_all) && (tensor.pinned = model.backendOf(il));
}

// shared/estimate/graph/query-key-value.ts
function queryKeyValue(model, il, x) {
	let { hparams, n_tokens } = model, heads = hparams.n_head[il] ?? 0, heads_kv = hparams.n_head_kv[il] ?? 0, head_k = hparams.n_embd_head_k[il] ?? 0, head_v = hparams.n_embd_head_v[il] ?? 0, limit = Number(model.facts.hparams["attention.clamp_kqv"] ?? 0), clamped = (tensor) => limit > 0 ? unary(tensor) : tensor;
	if (model.weight("attn_qkv.weight", il) === void 0) {
		let q = clamped(project(model, "attn_q", il, x)), k = clamped(project(model, "attn_k", il, x)), v = clamped(project(model, "attn_v", il, x));
		return {
			q: reshape(q, head_k, heads, n_tokens),
			k: reshape(k, head_k, heads_kv, n_tokens),
			v: reshape(v, head_v, heads_kv, n_tokens)
		};
	}
	let qkv = clamped(project(model, "attn_qkv", il, x)), part = (head, n) => view(qkv, [head, n, n_tokens], [rowBytes(qkv.type, head), qkv.nb[1]]);
	return { q: part(head_k, heads), k: part(head_k, heads_kv), v: part(head_v, heads_kv) };
}
function flatQueryKeyValue(model, il, x) {
	if (model.weight("attn_qkv.weight", il) === void 0) {
		let q = project(model, "attn_q", il, x), k = project(model, "attn_k", il, x), v = project(model, "attn_v", il, x);
		return { q, k, v };
	}
	let { hparams, n_tokens } = model, qkv = project(model, "attn_qkv", il, x), part = (width) => cont(view(qkv, [width, n_tokens], [qkv.nb[1]]));
	return {
		q: part((hparams.n_head[il] ?? 0) * (hparams.n_embd_head_k[il] ?? 0)),
		k: part(hparams.n_embd_k_gqa[il] ?? 0),
		v: part(hparams.n_embd_v_gqa[il] ?? 0)
	};
}
function splitHeads(model, il, { q, k, v }) {
	let { hparams, n_tokens } = model, split = (x, head = 1) => reshape(x, head, x.ne[0] / head, n_tokens);
	return {
		q: split(q, hparams.n_embd_head_k[il]),
		k: split(k, hparams.n_embd_head_k[il]),
		v: split(v, hparams.n_embd_head_v[il])
	};
}
function ropeFactors(model, il, name = "rope_freqs.weight") {
	let factors = model.weight(name, -1);
	return factors === void 0 ? void 0 : held(model.backendOf(il), !0, factors.type, factors.ne);
}

// shared/estimate/graph/uncached-attention.ts
function uncachedAttention(model) {
	let { hparams, n_tokens, flash: flash2, expand: expand12 } = model, mask = () => input(flash2 ? "f16" : "f32", n_tokens, n_tokens), full = mask(), window = hparams.n_swa > 0 ? mask() : full;
	return (il, q, k, v, options = {}) => {
		if (k === null || v === null) throw new TypeError("attention without a cache needs keys and values");
		for (let tensor of [q, k, v]) expand12(tensor);
		return attentionCore(model, il, q, k, v, hparams.is_swa[il] ? window : full, options);
	};
}

// shared/estimate/graph/architectures/bert.ts
function buildBert(model) {
	let { hparams, n_tokens } = model, positions = input("i32", n_tokens), x = embeddingNorm(model, embedSegments(model, positions)), attend3 = uncachedAttention(model), out_ids = input("i32", model.n_outputs), rotate = (tensor) => hparams.architecture === "bert" ? tensor : rope(tensor, positions);
	for (let il of model.layers) {
		let { q, k, v } = queryKeyValue(model, il, x), read2 = attend3(il, rotate(q), rotate(k), v), attended2 = project(model, "attn_output", il, read2), [rows, stream] = lastRows(model, il, out_ids, attended2, x), middle = norm(model, binary(rows, stream), "attn_output_norm", il, "layer");
		x = norm(model, binary(feedForward(model, il, middle), middle), "layer_output_norm", il, "layer");
	}
	return model.expand(x), { kept: [x] };
}
var feedForward = expertsOrDense({ gating: "softmax", normalise: !1, scaled: !1 });
function embedSegments(model, positions) {
	let x = embedTokens(model), segments = model.weight("token_types.weight", -1);
	segments !== void 0 && (x = binary(x, view(segments, [model.hparams.n_embd])));
	let table = model.weight("position_embd.weight", -1);
	return table === void 0 ? x : binary(getRows(table, positions), x);
}
function embeddingNorm(model, x) {
	let plain2 = fresh(x);
	return pinToLayer(model, plain2, 0), binary(binary(plain2, model.need("token_embd_norm.weight", -1)), model.need("token_embd_norm.bias", -1));
}

// shared/estimate/graph/deepstack.ts
function deepstackLayers({ hparams }) {
	return Number(hparams.n_deepstack_layers ?? 0);
}
function embedDeepstack(model) {
	let { n_tokens, hparams, facts, expand: expand12 } = model, layers = deepstackLayers(facts), width = hparams.n_embd * (1 + layers), tokens2 = input("i32", n_tokens), vectors = input("f32", width, n_tokens), rows = getRows(model.need("token_embd.weight", -1), tokens2), padded2 = compute("f32", [width, n_tokens], rows);
	expand12(padded2), expand12(vectors);
	let part = () => view(padded2, [hparams.n_embd, n_tokens], [padded2.nb[1]]), x = part();
	return expand12(x), { x, addPart: (il, stream) => il < layers ? binary(stream, part()) : stream };
}

// shared/estimate/graph/attention-inputs.ts
function attentionInputs(model, windowed) {
	let { n_tokens, size: size3, settings, flash: flash2, hparams } = model, cells = windowed ? swaCells(hparams, size3, settings) : size3.n_ctx_seq, streams = size3.n_stream, layers = hparams.has_kv.flatMap((has2, il) => has2 && hparams.is_swa[il] === windowed ? [il] : []), v_rows = transposesV(settings) ? n_tokens * Math.max(0, ...hparams.n_embd_v_gqa) : n_tokens;
	return {
		k_idxs: input("i64", n_tokens),
		v_idxs: input("i64", v_rows),
		mask: input(flash2 ? "f16" : "f32", cells, n_tokens / streams, 1, streams),
		// The cache of compressed keys is not rotated (llm_graph_input_attn_k).
		k_rot: hparams.is_mla ? void 0 : rotation(
			settings.cache_type_k,
			layers.map((il) => hparams.n_embd_head_k[il] ?? 0),
			!0
		),
		v_rot: hparams.is_mla ? void 0 : rotation(
			settings.cache_type_v,
			layers.map((il) => hparams.n_embd_head_v[il] ?? 0),
			!1
		),
		cells
	};
}
function rotation(type, sizes, grows) {
	let first = sizes[0] ?? 0;
	if (type === "f16" || type === "f32" || type === "bf16" || first === 0 || first % 64 !== 0 || sizes.some((size3) => size3 !== first)) return;
	if (!grows) return input("f32", 64, 64);
	let n = 64;
	for (; first % (2 * n) === 0; ) n *= 2;
	return input("f32", n, n);
}

// shared/estimate/graph/layer-attention.ts
function layerAttention(model) {
	let { hparams } = model, windowed = hparams.n_swa > 0, full = attentionInputs(model, !1), window = windowed ? attentionInputs(model, !0) : full, made = /* @__PURE__ */ new Map(), caches = (il, cells) => {
		let known2 = made.get(il) ?? cachesOf(model, il, cells);
		return made.set(il, known2), known2;
	};
	return (il, q, k, v, options) => {
		let inputs = hparams.is_swa[il] ? window : full;
		return attention(model, inputs, caches(cacheOwner(model, il), inputs.cells), il, q, k, v, windowed, options);
	};
}
function cacheOwner({ hparams }, il) {
	return hparams.has_kv[il] ? il : hparams.has_kv.lastIndexOf(!0) + 1 - (hparams.is_swa[il] ? 2 : 1);
}

// shared/estimate/graph/output.ts
function output(model, x, kind2 = "rms", finish = (logits) => logits, options = {}) {
	let all = norm(model, x, options.norm ?? "output_norm", -1, kind2), normed = options.out_ids === void 0 ? all : getRows(all, options.out_ids), product = mulMat(model.weight("output.weight", -1) ?? tiedOutput(model), normed), bias = model.weight("output.bias", -1), logits = finish(bias === void 0 ? product : binary(product, bias));
	return model.expand(logits), { kept: [all, normed, logits] };
}
function tiedOutput(model) {
	let table = model.need("token_embd.weight", -1), backend = model.backendOf(model.hparams.n_layer_all);
	return backend === model.cpu ? table : { ...table, held: backend };
}

// shared/estimate/graph/query-key-norm.ts
function normedQueryKey(model, il, x, order, kind2, rotate) {
	let normed = (name, tensor) => model.weight(`${name}.weight`, il) === void 0 ? tensor : norm(model, tensor, name, il, kind2);
	if (order === "all_heads") {
		let { hparams, n_tokens } = model, flat = flatQueryKeyValue(model, il, x), heads = (tensor, head) => reshape(tensor, head ?? 1, tensor.ne[0] / (head ?? 1), n_tokens);
		return {
			q: rotate(heads(normed("attn_q_norm", flat.q), hparams.n_embd_head_k[il])),
			k: rotate(heads(normed("attn_k_norm", flat.k), hparams.n_embd_head_k[il])),
			v: heads(flat.v, hparams.n_embd_head_v[il])
		};
	}
	let { q, k, v } = queryKeyValue(model, il, x);
	return order === "head" ? { q: rotate(normed("attn_q_norm", q)), k: rotate(normed("attn_k_norm", k)), v } : { q: normed("attn_q_norm", rotate(q)), k: normed("attn_k_norm", rotate(k)), v };
}

// shared/estimate/graph/rope-layers.ts
function hasRope({ architecture, hparams }, il) {
	return architecture === "smollm3" ? (il + 1) % 4 !== 0 : architecture === "gpt2" || architecture === "starcoder" ? !1 : architecture !== "granite" || hparams["rope.scaling.finetuned"] !== !1;
}
function positionsPerToken({ architecture, hparams }) {
	if (/^qwen\d+vl/.test(architecture)) return 4;
	let sections = hparams["rope.dimension_sections"];
	return !architecture.startsWith("glm4") || !Array.isArray(sections) ? 1 : Number(sections[0] ?? 0) > 0 && Number(sections[1] ?? 0) > 0 ? 4 : 1;
}

// shared/estimate/graph/architectures/decoder.ts
function decoder(options = {}) {
	let { norm: kind2 = "rms", qk_norm = "head", ffn_norm = "ffn_norm" } = options, { feed_forward = expertsOrDense({ gating: "softmax", normalise: !0, scaled: !1 }) } = options;
	return (model) => {
		let { hparams, n_tokens } = model, deepstack = deepstackLayers(model.facts) > 0 ? embedDeepstack(model) : void 0, embedded = deepstack?.x ?? embedTokens(model), scaled = (tensor) => options.scaled_residual?.(model) ? unary(tensor) : tensor, positions = input("i32", n_tokens * positionsPerToken(model.facts)), table = model.weight("position_embd.weight", -1), placed2 = table === void 0 ? embedded : binary(embedded, getRows(table, positions)), x = options.scaled_embedding?.(model) ? unary(placed2) : placed2, attend3 = hparams.traits.no_cache ? uncachedAttention(model) : layerAttention(model), out_ids = input("i32", model.n_outputs), postNormed = (tensor, name, il) => name === void 0 ? tensor : norm(model, tensor, name, il, kind2);
		for (let il of model.layers) {
			let normed = norm(model, x, "attn_norm", il, kind2), rotate = (tensor) => hasRope(model.facts, il) && (!options.windowed_rope || hparams.is_swa[il]) ? rope(tensor, positions, ropeFactors(model, il, options.rope_factors)) : tensor, { q, k, v } = normedQueryKey(model, il, normed, qk_norm, kind2, rotate), query = options.scaled_query ? unary(q) : q, read2 = attend3(il, query, k, v), rows = (tensor) => il === hparams.n_layer - 1 ? getRows(tensor, out_ids) : tensor, attended2 = postNormed(rows(project(model, "attn_output", il, read2)), options.attention_post_norm, il), middle = binary(scaled(attended2), rows(x)), fed_from = options.norm_is_shared?.(model, il) ?? !1 ? rows(normed) : norm(model, middle, ffn_norm, il, kind2), fed = postNormed(feed_forward(model, il, fed_from), options.ffn_post_norm, il);
			x = options.stream_first ? binary(middle, scaled(fed)) : binary(scaled(fed), middle), deepstack !== void 0 && (x = deepstack.addPart(il, x));
		}
		let logitsOps = options.logits_ops?.(model) ?? 0;
		return output(model, x, kind2, (logits) => {
			let result = logits;
			for (let i = 0; i < logitsOps; i++) result = unary(result);
			return result;
		});
	};
}
var buildDecoder = decoder();

// shared/estimate/graph/architectures/parallel-decoder.ts
function parallelDecoder(options) {
	return (model) => {
		let { hparams, n_tokens } = model, x = embedTokens(model), positions = input("i32", n_tokens), inputs = attentionInputs(model, !1), out_ids = input("i32", model.n_outputs);
		for (let il of model.layers) {
			let stream = x, normed = norm(model, x, "attn_norm", il, "layer"), attentionNorm = model.weight("attn_norm_2.weight", il) === void 0 ? normed : norm(model, x, "attn_norm_2", il, "layer"), rotate = (tensor) => rope(tensor, positions), { q, k, v } = normedQueryKey(model, il, attentionNorm, "head", "layer", rotate), query = options.scaled_query ? unary(q) : q, read2 = attention(model, inputs, cachesOf(model, il, inputs.cells), il, query, k, v, !1), attended2 = project(model, "attn_output", il, read2);
			il === hparams.n_layer - 1 && (attended2 = getRows(attended2, out_ids), stream = getRows(stream, out_ids), normed = getRows(normed, out_ids));
			let fed_from = model.weight("ffn_norm.weight", il) !== void 0 ? norm(model, stream, "ffn_norm", il, "layer") : normed;
			x = options.sum(denseFeedForward(model, il, fed_from), attended2, stream);
		}
		return output(model, x, "layer", (logits) => options.scaled_logits?.(model) ? unary(logits) : logits);
	};
}
var buildCommandR = parallelDecoder({
	sum: (fed, attended2, stream) => binary(binary(fed, stream), attended2),
	scaled_logits: ({ facts }) => Number(facts.hparams.logit_scale ?? 0) !== 0
}), buildFalcon = parallelDecoder({
	sum: (fed, attended2, stream) => binary(binary(fed, attended2), stream)
}), buildPhi2 = parallelDecoder({
	sum: (fed, attended2, stream) => binary(binary(attended2, fed), stream),
	scaled_query: !0
}), besideEachOther = parallelDecoder({
	sum: (fed, attended2, stream) => binary(binary(fed, stream), attended2)
}), oneAfterTheOther = decoder({ norm: "layer" });
function buildGptNeoX(model) {
	return model.facts.hparams.use_parallel_residual === !0 ? besideEachOther(model) : oneAfterTheOther(model);
}

// shared/estimate/graph/architectures/decoders.ts
var softmax = (normalise) => expertsOrDense((model) => expertKeys(model, { gating: "softmax", normalise })), byKeys = expertsOrDense((model) => expertKeys(model)), has = (key) => (model) => Number(model.facts.hparams[key] ?? 0) !== 0, always = () => !0, squaredRelu = (model, il, x) => denseFeedForward(model, il, x, { activation_ops: 2 }), granite = (scaled) => decoder({
	scaled_embedding: scaled("embedding_scale"),
	scaled_residual: scaled("residual_scale"),
	feed_forward: softmax(!0),
	logits_ops: () => 1
}), DECODERS = {
	apertus: buildDecoder,
	arcee: decoder({ feed_forward: squaredRelu }),
	bailingmoe: decoder({ feed_forward: expertsOrDense((model) => expertKeys(model, { gating: "softmax" })) }),
	bailingmoe2: decoder({ feed_forward: byKeys }),
	"command-r": buildCommandR,
	deepseek: decoder({ feed_forward: softmax(!1) }),
	dots1: decoder({ feed_forward: byKeys }),
	dream: buildDecoder,
	ernie4_5: buildDecoder,
	"ernie4_5-moe": decoder({ feed_forward: softmax(!0) }),
	exaone: buildDecoder,
	"exaone-moe": decoder({ feed_forward: byKeys, windowed_rope: !0 }),
	falcon: buildFalcon,
	gemma: decoder({ scaled_embedding: always, scaled_query: !0 }),
	glm4: decoder({
		attention_post_norm: "post_attention_norm",
		feed_forward: (model, il, x) => denseFeedForward(model, il, x, { fused: !0 }),
		ffn_post_norm: "post_ffw_norm"
	}),
	glm4moe: decoder({ ffn_norm: "post_attention_norm", feed_forward: byKeys }),
	gpt2: decoder({ norm: "layer" }),
	gptneox: buildGptNeoX,
	granite: granite(has),
	granitemoe: granite(has),
	"hunyuan-dense": buildDecoder,
	"hunyuan-moe": decoder({ qk_norm: "head_after_rope", feed_forward: softmax(!0) }),
	internlm2: buildDecoder,
	llada: buildDecoder,
	"llada-moe": decoder({ feed_forward: softmax(!1) }),
	llama: buildDecoder,
	minicpm: granite(() => always),
	"minimax-m2": decoder({
		qk_norm: "all_heads",
		feed_forward: (model, il, x) => expertFeedForward(model, il, x, expertKeys(model, { normalise: !0 }))
	}),
	nemotron: decoder({ norm: "layer", feed_forward: squaredRelu }),
	olmo: decoder({ norm: "layer" }),
	olmoe: decoder({ qk_norm: "all_heads", feed_forward: softmax(!1) }),
	orion: decoder({ norm: "layer" }),
	phi2: buildPhi2,
	phimoe: decoder({
		rope_factors: "rope_factors_long.weight",
		scaled_query: !0,
		feed_forward: softmax(!0),
		stream_first: !0
	}),
	qwen2: buildDecoder,
	qwen2moe: decoder({
		feed_forward: gatedSharedExperts((model) => expertKeys(model, { gating: "softmax", normalise: !1 }))
	}),
	qwen2vl: buildDecoder,
	qwen3: buildDecoder,
	qwen3moe: buildDecoder,
	qwen3vl: buildDecoder,
	qwen3vlmoe: buildDecoder,
	rnd1: buildDecoder,
	seed_oss: decoder({ ffn_norm: "post_attention_norm" }),
	smollm3: buildDecoder,
	// StableLM 2 12B has no norm before the feed-forward layer.
	stablelm: decoder({
		norm: "layer",
		norm_is_shared: (model, il) => model.weight("ffn_norm.weight", il) === void 0
	}),
	starcoder: decoder({ norm: "layer" }),
	starcoder2: decoder({ norm: "layer" }),
	xverse: buildDecoder
};

// shared/estimate/graph/latent-attention.ts
function latentAttention(model, inputs, il, x, options) {
	let { hparams, n_tokens } = model, heads = hparams.n_head[il] ?? 0, rank2 = hparamNumber(model, "attention.kv_lora_rank"), rotary = hparamNumber(model, "rope.dimension_count"), head_k = hparamNumber(model, "attention.key_length_mla") || (hparams.n_embd_head_k[il] ?? 0), head_v = hparamNumber(model, "attention.value_length_mla") || (hparams.n_embd_head_v[il] ?? 0), plain2 = head_k - rotary, rotated = (tensor) => options.positions === void 0 ? tensor : rope(tensor, options.positions), q = reshape(queries(model, il, x), head_k, heads, n_tokens), compressed = mulMat(model.need("attn_kv_a_mqa.weight", il), x), { nb } = compressed, k_pe = rotated(view(compressed, [rotary, 1, n_tokens], [nb[1], nb[1]])), kv = norm(model, view(compressed, [rank2, n_tokens], [nb[1]]), "attn_kv_a_norm", il), k_b = model.weight("attn_k_b.weight", il), scaled = (tensor) => options.scales === void 0 ? tensor : binary(tensor, options.scales), caches = cachesOf(model, il, inputs.cells);
	if (k_b !== void 0) {
		let q_pe = rotated(view(q, [rotary, heads, n_tokens], [q.nb[1], q.nb[2]])), q_nope = permute(view(q, [plain2, heads, n_tokens], [q.nb[1], q.nb[2]]), [0, 2, 1, 3]), absorbed = permute(mulMat(k_b, q_nope), [0, 2, 1, 3]), query = scaled(concat(absorbed, q_pe)), v2 = reshape(kv, rank2, 1, n_tokens), v_mla = model.need("attn_v_b.weight", il), read3 = attention(model, inputs, caches, il, query, concat(v2, k_pe), v2, !1, { v_mla });
		return project(model, "attn_output", il, read3);
	}
	let both = mulMat(model.need("attn_kv_b.weight", il), kv), head = both.nb[1] / heads, k_nope = view(both, [plain2, heads, n_tokens], [head, both.nb[1]]), v = cont(view(both, [head_v, heads, n_tokens], [head, both.nb[1]])), k = concat(k_nope, compute("f32", [rotary, heads, n_tokens], k_pe)), read2 = attention(model, inputs, caches, il, scaled(rotated(q)), k, v, !1);
	return project(model, "attn_output", il, read2);
}
function queries(model, il, x) {
	let whole = model.weight("attn_q.weight", il);
	if (whole !== void 0) return mulMat(whole, x);
	let low = norm(model, mulMat(model.need("attn_q_a.weight", il), x), "attn_q_a_norm", il);
	return mulMat(model.need("attn_q_b.weight", il), low);
}

// shared/estimate/graph/architectures/deepseek2.ts
var feedForward2 = expertsOrDense((model) => {
	let { n_layer, n_vocab } = model.hparams, lite = (n_layer === 47 || n_layer === 48) && n_vocab === 154880, unsaid = hparamNumber(model, "expert_gating_func") === 0;
	return expertKeys(model, lite && unsaid ? { gating: "sigmoid" } : {});
});
function buildDeepseek2(model) {
	let { n_tokens } = model, x = embedTokens(model), scales = hparamNumber(model, "attention.temperature_scale") === 0 ? {} : { scales: input("f32", 1, 1, n_tokens) }, positions = input("i32", n_tokens), inputs = attentionInputs(model, !1), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let normed = norm(model, x, "attn_norm", il), attended2 = latentAttention(model, inputs, il, normed, { positions, ...scales }), [a, b] = lastRows(model, il, out_ids, attended2, x), middle = binary(a, b);
		x = binary(feedForward2(model, il, norm(model, middle, "ffn_norm", il)), middle);
	}
	return output(model, x);
}

// shared/estimate/graph/recurrent-state.ts
function recurrentInputs({ settings }) {
	let copy = input("i32", settings.n_parallel);
	return { main: view(copy, [settings.n_parallel]), extra: view(copy, [0]) };
}
function statesOf(model, il) {
	let { hparams, settings, cpu } = model, backend = settings.offload_kqv ? model.backendOf(il) : cpu, rows = (width) => held(backend, !1, "f32", [width, settings.n_parallel]);
	return { conv: rows(hparams.n_embd_r), ssm: rows(hparams.n_embd_s) };
}
function readStates(model, inputs, all, read2 = getRows) {
	let { expand: expand12 } = model, width = all.ne[0], states = reshape(all, width, all.ne[1]);
	expand12(overwrite(view(states, [width])));
	let out = read2(states, inputs.main);
	return expand12(out), expand12(copyInto(getRows(states, inputs.extra), view(all, [width, 0], [all.nb[1]]))), out;
}

// shared/estimate/graph/mamba2-layer.ts
var FLOAT = 4;
function mamba2Layer(model, inputs, il, x) {
	let { n_tokens, settings, expand: expand12 } = model, d_conv = hparamNumber(model, "ssm.conv_kernel"), d_inner = hparamNumber(model, "ssm.inner_size"), d_state = hparamNumber(model, "ssm.state_size"), heads = hparamNumber(model, "ssm.time_step_rank"), groups = hparamNumber(model, "ssm.group_count"), head = d_inner / heads, seqs = settings.n_parallel, tokens2 = n_tokens / seqs, channels = d_inner + 2 * groups * d_state, states = statesOf(model, il), conv = reshape(readStates(model, inputs, states.conv), d_conv - 1, channels, seqs), projected = mulMat(model.need("ssm_in.weight", il), x), parts = reshape(projected, projected.ne[0], tokens2, seqs), [, nb1, nb2] = parts.nb.slice(0, 3), z = view(parts, [head, heads, tokens2, seqs], [head * FLOAT, nb1, nb2]), before = view(parts, [channels, tokens2, seqs], [nb1, nb2]), dt_in = view(parts, [heads, tokens2, seqs], [nb1, nb2]), conv_x = concat(conv, transpose(before)), last = view(conv_x, [d_conv - 1, channels, seqs], [conv_x.nb[1], conv_x.nb[2]]);
	expand12(copyInto(last, view(states.conv, [(d_conv - 1) * channels, seqs], [states.conv.nb[1]])));
	let kernel = model.need("ssm_conv1d.weight", il), convolved = compute("f32", [channels, tokens2, seqs], conv_x, kernel), xBC = unary(binary(convolved, model.need("ssm_conv1d.bias", il))), strides = (width2) => [width2 * FLOAT, xBC.nb[1], xBC.nb[2]], v = view(xBC, [head, heads, tokens2, seqs], strides(head)), b = view(xBC, [d_state, groups, tokens2, seqs], strides(d_state)), c = view(xBC, [d_state, groups, tokens2, seqs], strides(d_state)), dt = binary(cont(dt_in), model.need("ssm_dt.bias", il)), a = model.need("ssm_a", il), snapshots = 1 + (settings.n_rs_seq ?? 0), size3 = d_inner * n_tokens + d_state * d_inner * seqs * snapshots, scanned = readStates(
		model,
		inputs,
		states.ssm,
		(all, rows) => compute("f32", [size3], reshape(all, d_state, head, heads, all.ne[1]), v, dt, a, b, c, rows)
	), width = d_state * d_inner;
	expand12(
		copyInto(
			view(scanned, [width, seqs, 1], [width * FLOAT, width * FLOAT * seqs]),
			view(states.ssm, [width, seqs, 1], [states.ssm.nb[1], states.ssm.nb[1] * seqs])
		)
	);
	let read2 = view(scanned, [head, heads, tokens2, seqs], [v.nb[1], heads * v.nb[1], tokens2 * heads * v.nb[1]]), y = binary(read2, binary(v, model.need("ssm_d", il)));
	return y = gluSplit(cont(z), y), model.weight("ssm_norm.weight", il) !== void 0 && (y = norm(model, reshape(y, d_inner / groups, groups, tokens2, seqs), "ssm_norm", il)), project(model, "ssm_out", il, reshape(y, d_inner, n_tokens));
}

// shared/estimate/graph/architectures/falcon-h1.ts
function buildFalconH1(model) {
	let x = embedTokens(model), positions = input("i32", model.n_tokens), recurrent = recurrentInputs(model), inputs = attentionInputs(model, !1), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let { q, k, v } = queryKeyValue(model, il, norm(model, x, "attn_norm", il)), caches = cachesOf(model, il, inputs.cells), read2 = attention(model, inputs, caches, il, rope(q, positions), rope(k, positions), v, !1), attended2 = project(model, "attn_output", il, read2), mixed = mamba2Layer(model, recurrent, il, norm(model, x, "attn_norm", il)), [middle] = lastRows(model, il, out_ids, binary(binary(attended2, mixed), x));
		x = binary(denseFeedForward(model, il, feedForwardNorm(model, il, middle)), middle);
	}
	return output(model, x);
}
function feedForwardNorm(model, il, x) {
	let plain2 = unary(x);
	return pinToLayer(model, plain2, il), binary(plain2, model.need("ffn_norm", il));
}

// shared/estimate/graph/architectures/granite-hybrid.ts
var feedForward3 = expertsOrDense((model) => expertKeys(model, { gating: "softmax", normalise: !0 }));
function buildGraniteHybrid(model) {
	let { hparams, expand: expand12 } = model, scaled = (key, tensor) => hparamNumber(model, key) === 0 ? tensor : unary(tensor), x = scaled("embedding_scale", embedTokens(model));
	expand12(x);
	let recurrent = recurrentInputs(model), inputs = attentionInputs(model, !1), out_ids = input("i32", model.n_outputs), positions = hparamFlag(model, "rope.scaling.finetuned", !0) ? input("i32", model.n_tokens) : void 0;
	for (let il of model.layers) {
		let normed = norm(model, x, "attn_norm", il), mixed = hparams.is_recr[il] === !0 ? mamba2Layer(model, recurrent, il, normed) : attend(model, inputs, positions, il, normed), [a, b] = lastRows(model, il, out_ids, mixed, x), middle = binary(scaled("residual_scale", a), b), fed = feedForward3(model, il, norm(model, middle, "ffn_norm", il));
		x = binary(scaled("residual_scale", fed), middle);
	}
	return output(model, x, "rms", (logits) => scaled("logit_scale", logits));
}
function attend(model, inputs, positions, il, x) {
	let { q, k, v } = queryKeyValue(model, il, x), rotated = (tensor) => positions === void 0 ? tensor : rope(tensor, positions, ropeFactors(model, il)), read2 = attention(model, inputs, cachesOf(model, il, inputs.cells), il, rotated(q), rotated(k), v, !1);
	return project(model, "attn_output", il, read2);
}

// shared/estimate/graph/delta-net.ts
var FLOAT2 = 4;
function l2Norm(x) {
	return unary(unary(x));
}
function convolutionInput(model, inputs, all, columns, kernel, centred = !1) {
	let [channels, , seqs] = columns.ne, states = reshape(readStates(model, inputs, all), kernel - 1, channels, seqs), joined = centred ? padded(states, columns, Math.floor((kernel - 1) / 2)) : concat(states, transpose(columns)), last = view(joined, [kernel - 1, channels, seqs], [joined.nb[1], joined.nb[2]]);
	return model.expand(copyInto(last, view(all, [(kernel - 1) * channels, seqs], [all.nb[1]]))), joined;
}
function padded(states, columns, pad) {
	let [, channels, seqs] = states.ne, left = cont(view(states, [pad, channels, seqs], [states.nb[1], states.nb[2]])), joined = concat(left, transpose(columns));
	return compute("f32", [joined.ne[0] + pad, channels, seqs], joined);
}
function fusedDeltaNet({ q, k, v, gate: gate2, beta, state, snapshots = 1 }) {
	let [head, heads, tokens2, seqs] = v.ne, width = head * heads, both = compute("f32", [width, (tokens2 + head * snapshots) * seqs], q, k, v, gate2, beta, state), row = head * FLOAT2;
	return {
		out: view(both, [head, heads, tokens2, seqs], [row, row * heads, row * heads * tokens2]),
		state: view(both, [head, head, heads, seqs], [row, row * head, row * head * heads])
	};
}

// shared/estimate/graph/kimi-delta-layer.ts
var FLOAT3 = 4;
function kimiDeltaLayer(model, inputs, il, x) {
	let { n_tokens, settings, hparams, expand: expand12 } = model, seqs = settings.n_parallel, tokens2 = n_tokens / seqs, heads = hparams.n_head[0] ?? 0, head = hparamNumber(model, "kda.head_dim"), width = head * heads, product = (name, input2) => mulMat(model.need(`${name}.weight`, il), input2), states = statesOf(model, il), stored = readStates(model, inputs, states.conv), columns = inputColumns(model, il, x, width), convolved = ["q", "k", "v"].map(
		(name) => convolution(model, il, name, columns(name), states.conv, stored, { head, heads, tokens: tokens2, seqs })
	), decay = unary(binary(product("ssm_f_b", product("ssm_f_a", x)), model.need("ssm_dt.bias", il))), rates = reshape(model.need("ssm_a", il), 1, heads, 1), gate2 = reshape(binary(reshape(decay, head, heads, n_tokens), rates), head, heads, tokens2, seqs), beta = unary(reshape(product("ssm_beta", x), 1, heads, tokens2, seqs)), bySequence = reshape(x, x.ne[0], tokens2, seqs), state = reshape(readStates(model, inputs, states.ssm), head, head, heads, seqs), [q, k, v] = convolved, result = fusedDeltaNet({ q: l2Norm(q), k: l2Norm(k), v, gate: gate2, beta, state }), out = cont(result.out);
	expand12(copyInto(result.state, view(states.ssm, [states.ssm.ne[0] * seqs])));
	let again = reshape(bySequence, x.ne[0], n_tokens), outGate = reshape(product("ssm_g_b", product("ssm_g_a", again)), head, heads, n_tokens), normed = norm(model, reshape(out, head, heads, n_tokens), "ssm_norm", il);
	return product("attn_output", cont(binary(normed, unary(outGate)), [width, n_tokens, 1, 1]));
}
function inputColumns(model, il, x, width) {
	let fused = model.weight("attn_qkv.weight", il);
	if (fused === void 0) return (name) => mulMat(model.need(`attn_${name}.weight`, il), x);
	let all = mulMat(fused, x);
	return () => cont(view(all, [width, model.n_tokens], [all.nb[1]]));
}
function convolution(model, il, name, columns, all, stored, { head, heads, tokens: tokens2, seqs }) {
	let width = head * heads, taps = hparamNumber(model, "ssm.conv_kernel"), strides = [(taps - 1) * FLOAT3, 3 * (taps - 1) * width * FLOAT3], state = view(stored, [taps - 1, width, seqs], strides), joined = concat(state, transpose(reshape(columns, width, tokens2, seqs))), last = view(joined, [taps - 1, width, seqs], [joined.nb[1], joined.nb[2]]);
	model.expand(copyInto(last, view(all, [taps - 1, width, seqs], strides)));
	let kernel = reshape(model.need(`ssm_conv1d_${name}.weight`, il), taps, width), convolved = compute("f32", [width, tokens2, seqs], joined, kernel);
	return reshape(unary(reshape(convolved, width, tokens2 * seqs)), head, heads, tokens2, seqs);
}

// shared/estimate/graph/architectures/kimi-linear.ts
var feedForward4 = expertsOrDense((model) => expertKeys(model, { normalise: !0 }));
function buildKimiLinear(model) {
	let x = embedTokens(model), recurrent = recurrentInputs(model), inputs = attentionInputs(model, !1), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let normed = norm(model, x, "attn_norm", il);
		model.expand(normed);
		let mixed = model.hparams.is_recr[il] === !0 ? kimiDeltaLayer(model, recurrent, il, normed) : latentAttention(model, inputs, il, normed, {}), [a, b] = lastRows(model, il, out_ids, mixed, x), middle = binary(a, b);
		x = binary(feedForward4(model, il, norm(model, middle, "ffn_norm", il)), middle);
	}
	return output(model, x);
}

// shared/estimate/graph/architectures/lfm2.ts
var feedForward5 = expertsOrDense((model) => expertKeys(model, { normalise: !0 }));
function buildLfm2(model) {
	let x = embedTokens(model), recurrent = recurrentInputs(model), inputs = windowInputs(model), positions = input("i32", model.n_tokens), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let normed = norm(model, x, "attn_norm", il), mixed = model.hparams.is_recr[il] === !0 ? shortConvolution(model, recurrent, il, normed) : attend2(model, inputs, positions, il, normed), [a, b] = lastRows(model, il, out_ids, mixed, x), middle = binary(b, a);
		x = binary(middle, feedForward5(model, il, norm(model, middle, "ffn_norm", il)));
	}
	return output(model, x, "rms", void 0, { norm: "token_embd_norm" });
}
function windowInputs(model) {
	return model.hparams.n_swa === 0 ? attentionInputs(model, !1) : { ...attentionInputs(model, !0), k_rot: void 0, v_rot: void 0 };
}
function shortConvolution(model, inputs, il, x) {
	let { n_tokens, settings } = model, { causal } = model.hparams, seqs = settings.n_parallel, tokens2 = n_tokens / seqs, all = mulMat(model.need("shortconv.in_proj.weight", il), reshape(x, x.ne[0], tokens2, seqs)), third = () => view(all, [all.ne[0] / 3, tokens2, seqs], [all.nb[1], all.nb[2]]), kernel = model.need("shortconv.conv.weight", il), columns = binary(third(), third()), joined = convolutionInput(model, inputs, statesOf(model, il).conv, columns, kernel.ne[0], !causal), convolved = compute("f32", [kernel.ne[1], tokens2, seqs], joined, kernel), out = mulMat(model.need("shortconv.out_proj.weight", il), binary(third(), convolved));
	return reshape(out, out.ne[0], n_tokens);
}
function attend2(model, inputs, positions, il, x) {
	let { q, k, v } = queryKeyValue(model, il, x), turned = (name, heads) => rope(norm(model, heads, name, il), positions), query = turned("attn_q_norm", q), caches = cachesOf(model, il, inputs.cells), read2 = attention(model, inputs, caches, il, query, turned("attn_k_norm", k), v, model.hparams.n_swa > 0);
	return project(model, "attn_output", il, read2);
}

// shared/estimate/graph/architectures/mamba2.ts
function buildMamba2(model) {
	let x = embedTokens(model), inputs = recurrentInputs(model), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let mixed = mamba2Layer(model, inputs, il, norm(model, x, "attn_norm", il)), [a, b] = lastRows(model, il, out_ids, mixed, x);
		x = binary(a, b);
	}
	return output(model, x);
}

// shared/estimate/graph/architectures/nemotron-h.ts
var ACTIVATION = { activation_ops: 2 };
function buildNemotronH(model) {
	let x = embedTokens(model), recurrent = recurrentInputs(model), inputs = attentionInputs(model, !1), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers)
		x = binary(block(model, recurrent, inputs, il, norm(model, x, "attn_norm", il)), x);
	return output(model, x, "rms", void 0, { out_ids });
}
function block(model, recurrent, inputs, il, x) {
	let { hparams } = model;
	if (hparams.is_recr[il] === !0) return mamba2Layer(model, recurrent, il, x);
	if (hparams.n_ff[il] !== 0) return feedForward6(model, il, x);
	let { q, k, v } = queryKeyValue(model, il, x), read2 = attention(model, inputs, cachesOf(model, il, inputs.cells), il, q, k, v, !1);
	return project(model, "attn_output", il, read2);
}
function feedForward6(model, il, x) {
	let router = model.weight("ffn_gate_inp.weight", il);
	if (router === void 0) return denseFeedForward(model, il, x, ACTIVATION);
	let through = (name, tensor) => {
		let weight = model.weight(`${name}.weight`, il);
		return weight === void 0 ? tensor : mulMat(weight, tensor);
	}, narrow2 = through("ffn_latent_down", x), used = expertsUsed(model, il), keys = expertKeys(model, { gating: "sigmoid", ...ACTIVATION, used, scores: mulMat(router, x) }), experts2 = through("ffn_latent_up", expertFeedForward(model, il, narrow2, keys));
	return binary(experts2, denseFeedForward(model, il, x, { ...ACTIVATION, suffix: "_shexp" }));
}
function expertsUsed({ facts, hparams }, il) {
	let listed = facts.hparams.expert_used_count, used = Array.isArray(listed) ? listed[il] : listed;
	return typeof used == "number" ? used : hparams.n_expert_used;
}

// shared/estimate/graph/gated-delta-layer.ts
var FLOAT4 = 4;
function gatedDeltaLayer(model, inputs, il, x) {
	let { n_tokens, settings, expand: expand12 } = model, seqs = settings.n_parallel, heads_v = hparamNumber(model, "ssm.time_step_rank"), sizes = {
		head_k: hparamNumber(model, "ssm.state_size"),
		heads_k: hparamNumber(model, "ssm.group_count"),
		head_v: hparamNumber(model, "ssm.inner_size") / heads_v,
		heads_v,
		tokens: n_tokens / seqs,
		seqs
	}, { head_k, heads_k, head_v, tokens: tokens2 } = sizes, { columns, z } = mixedColumns(model, il, x, sizes), { beta, alpha } = strengthAndDecay(model, il, x, sizes), softplus = unary(binary(alpha, model.need("ssm_dt.bias", il))), gate2 = reshape(binary(softplus, model.need("ssm_a", il)), 1, heads_v, tokens2, seqs), kernel = model.need("ssm_conv1d.weight", il), states = statesOf(model, il), joined = convolutionInput(model, inputs, states.conv, columns, kernel.ne[0]), state = reshape(readStates(model, inputs, states.ssm), head_v, head_v, heads_v, seqs), mixed = unary(compute("f32", [kernel.ne[1], tokens2, seqs], joined, kernel)), row = (2 * head_k * heads_k + head_v * heads_v) * FLOAT4, part = (head, heads) => view(mixed, [head, heads, tokens2, seqs], [head * FLOAT4, row, row * tokens2]), repeated = (heads) => repeatHeads(model, heads, sizes), q = repeated(l2Norm(part(head_k, heads_k))), k = repeated(l2Norm(part(head_k, heads_k))), snapshots = 1 + (settings.n_rs_seq ?? 0), result = fusedDeltaNet({ q, k, v: part(head_v, heads_v), gate: gate2, beta, state, snapshots });
	expand12(copyInto(result.state, view(states.ssm, [states.ssm.ne[0], seqs], [states.ssm.nb[1]])));
	let normed = norm(model, result.out, "ssm_norm", il), gated2 = binary(normed, unary(reshape(z, head_v, heads_v, tokens2, seqs))), out = project(model, "ssm_out", il, reshape(gated2, head_v * heads_v, tokens2, seqs));
	return reshape(out, out.ne[0], n_tokens);
}
function mixedColumns(model, il, x, sizes) {
	let { head_k, heads_k, head_v, heads_v, tokens: tokens2, seqs } = sizes, whole = model.weight("attn_qkv.weight", il);
	if (whole !== void 0)
		return { columns: reshape(mulMat(whole, x), whole.ne[1], tokens2, seqs), z: mulMat(model.need("attn_gate.weight", il), x) };
	let per = head_v * heads_v / heads_k, all = mulMat(model.need("ssm_in.weight", il), x), byHead = reshape(all, 2 * head_k + 2 * per, heads_k, tokens2, seqs), part = (width) => view(byHead, [width, heads_k, tokens2, seqs], byHead.nb.slice(1)), flat = (width) => cont(part(width), [width * heads_k, tokens2, seqs, 1]), z = cont(part(per));
	return { columns: concat(concat(flat(head_k), flat(head_k)), flat(per)), z };
}
function strengthAndDecay(model, il, x, sizes) {
	let { heads_k, heads_v, tokens: tokens2, seqs } = sizes, both = model.weight("ssm_ba.weight", il);
	if (both === void 0)
		return { beta: unary(reshape(mulMat(model.need("ssm_beta.weight", il), x), 1, heads_v, tokens2, seqs)), alpha: reshape(mulMat(model.need("ssm_alpha.weight", il), x), heads_v, tokens2, seqs) };
	let per = heads_v / heads_k, mixed = reshape(mulMat(both, x), 2 * per, heads_k, tokens2, seqs), part = () => view(mixed, [per, heads_k, tokens2, seqs], mixed.nb.slice(1));
	return { beta: reshape(unary(cont(part())), 1, heads_v, tokens2, seqs), alpha: cont(part(), [heads_v, tokens2, seqs, 1]) };
}
function repeatHeads({ facts }, x, { head_k, heads_k, heads_v, tokens: tokens2, seqs }) {
	if (facts.architecture !== "qwen3next" || heads_k === heads_v) return x;
	let apart = reshape(x, head_k, 1, heads_k, tokens2 * seqs), repeated = compute("f32", [head_k, heads_v / heads_k, heads_k, tokens2 * seqs], apart);
	return reshape(repeated, head_k, heads_v, tokens2, seqs);
}

// shared/estimate/graph/architectures/qwen-hybrid.ts
function buildQwenHybrid(model) {
	let { hparams, n_tokens, facts } = model, x = embedTokens(model), recurrent = recurrentInputs(model), inputs = attentionInputs(model, !1), positions = input("i32", facts.architecture === "qwen3next" ? n_tokens : 4 * n_tokens), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let normed = norm(model, x, "attn_norm", il);
		model.expand(normed);
		let mixed = hparams.is_recr[il] === !0 ? gatedDeltaLayer(model, recurrent, il, normed) : gatedAttention(model, inputs, positions, il, normed), middle = binary(mixed, x);
		x = binary(qwenFeedForward(model, il, norm(model, middle, "post_attention_norm", il)), middle);
	}
	return output(model, x, "rms", void 0, { out_ids });
}
function gatedAttention(model, inputs, positions, il, x) {
	let { hparams, n_tokens } = model, head = hparams.n_embd_head_k[il] ?? 0, heads = hparams.n_head[il] ?? 0, heads_kv = hparams.n_head_kv[il] ?? 0, both = project(model, "attn_q", il, x), half = () => view(both, [head, heads, n_tokens], [both.nb[1] / heads, both.nb[1]]), q = rope(norm(model, half(), "attn_q_norm", il), positions), keys = reshape(project(model, "attn_k", il, x), head, heads_kv, n_tokens), k = rope(norm(model, keys, "attn_k_norm", il), positions), v = reshape(project(model, "attn_v", il, x), head, heads_kv, n_tokens), gate2 = cont(half(), [head * heads, n_tokens, 1, 1]), read2 = attention(model, inputs, cachesOf(model, il, inputs.cells), il, q, k, v, !1);
	return project(model, "attn_output", il, binary(read2, unary(gate2)));
}
function qwenFeedForward(model, il, x) {
	if (model.weight("ffn_gate_inp.weight", il) === void 0) return denseFeedForward(model, il, x);
	let routed = expertFeedForward(model, il, x, expertKeys(model, { gating: "softmax", normalise: !0 }));
	if (model.weight("ffn_up_shexp.weight", il) === void 0) return routed;
	let shared = denseFeedForward(model, il, x, { suffix: "_shexp" }), gate2 = unary(mulMat(model.need("ffn_gate_inp_shexp.weight", il), x));
	return binary(routed, binary(shared, gate2));
}

// shared/estimate/graph/architectures/recurrent.ts
var RECURRENT = {
	"falcon-h1": buildFalconH1,
	granitehybrid: buildGraniteHybrid,
	"kimi-linear": buildKimiLinear,
	lfm2: buildLfm2,
	lfm2moe: buildLfm2,
	mamba2: buildMamba2,
	nemotron_h: buildNemotronH,
	nemotron_h_moe: buildNemotronH,
	qwen35: buildQwenHybrid,
	qwen35moe: buildQwenHybrid,
	qwen3next: buildQwenHybrid
};

// shared/estimate/graph/architectures/cohere2.ts
function buildCohere2(model) {
	let x = embedTokens(model), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let normed = norm(model, x, "attn_norm", il, "layer"), { q, k, v } = queryKeyValue(model, il, normed), placed2 = (tensor) => model.hparams.is_swa[il] ? rope(tensor, positions, ropeFactors(model, il)) : tensor, read2 = project(model, "attn_output", il, attend3(il, placed2(q), placed2(k), v)), [attended2, residual, fed] = lastRows(model, il, out_ids, read2, x, normed);
		x = binary(binary(denseFeedForward(model, il, fed), residual), attended2);
	}
	let scaled = hparamNumber(model, "logit_scale") !== 0;
	return output(model, x, "layer", (logits) => scaled ? unary(logits) : logits);
}

// shared/estimate/graph/layer-norm.ts
function optionalNorm(model, x, name, il) {
	return model.weight(`${name}.weight`, il) === void 0 ? x : norm(model, x, name, il);
}
function postNorm(model, x, name, il) {
	return binary(unary(x), model.need(`${name}.weight`, il));
}

// shared/estimate/graph/logits.ts
function softCapLogits(model) {
	let cap = hparamNumber(model, "final_logit_softcapping");
	return (logits) => cap === 0 ? logits : unary(unary(unary(logits)));
}

// shared/estimate/graph/architectures/gemma.ts
function buildGemma(model) {
	let x = unary(embedTokens(model)), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs);
	return output(model, gemmaLayers(model, x, positions, attend3, out_ids), "rms", softCapLogits(model));
}
function gemmaLayers(model, embedded, positions, attend3, out_ids) {
	let soft_cap = model.facts.architecture === "gemma2", x = embedded;
	for (let il of model.layers) {
		let qkv = queryKeyValue(model, il, norm(model, x, "attn_norm", il)), q = unary(rope(optionalNorm(model, qkv.q, "attn_q_norm", il), positions)), k = rope(optionalNorm(model, qkv.k, "attn_k_norm", il), positions), read2 = project(model, "attn_output", il, attend3(il, q, k, qkv.v, { soft_cap })), [attended2, residual] = lastRows(model, il, out_ids, read2, x), middle = binary(norm(model, attended2, "post_attention_norm", il), residual), fed = denseFeedForward(model, il, norm(model, middle, "ffn_norm", il));
		x = binary(postNorm(model, fed, "post_ffw_norm", il), middle);
	}
	return x;
}

// shared/estimate/graph/per-layer-inputs.ts
function perLayerInputs(model, embedded) {
	let table = model.need("per_layer_token_embd.weight", -1), { n_tokens } = model, { n_layer } = model.hparams, width = table.ne[0] / n_layer, looked_up = unary(reshape(getRows(table, input("i32", n_tokens)), width, n_layer, n_tokens));
	model.expand(looked_up);
	let projected = unary(mulMat(model.need("per_layer_model_proj.weight", -1), embedded)), normed = norm(model, reshape(projected, width, n_layer, n_tokens), "per_layer_proj_norm", -1);
	return cont(permute(unary(binary(normed, looked_up)), [0, 2, 1, 3]));
}
function slice(x) {
	return view(x, [x.ne[0], x.ne[1]]);
}

// shared/estimate/graph/altup.ts
var N_ALTUP = 4;
function magnitude(x) {
	return unary(fresh(unary(x), [1, x.ne[1], x.ne[2], x.ne[3]]));
}
function spreadStreams(model, x) {
	let [n_embd, n_tokens] = x.ne, target = magnitude(x), repeated = compute("f32", [n_embd, n_tokens, N_ALTUP - 1], x), added = mulMat(model.need("altup_proj.weight", -1), repeated), scaled = binary(binary(added, target), magnitude(added));
	return compute("f32", [n_embd, n_tokens, N_ALTUP], x, scaled);
}
function mergeStreams(model, streams) {
	let target = magnitude(slice(streams)), product = mulMat(model.need("altup_unembd_proj.weight", -1), restOf(streams)), scaled = binary(binary(product, target), magnitude(product)), sum = slice(streams);
	for (let i = 1; i < N_ALTUP; i++) sum = binary(sum, slice(scaled));
	return unary(sum);
}
function predictStreams(model, il, streams) {
	let n_tokens = streams.ne[1], routed = routeModalities(model, il, slice(streams)), coefs = reshape(mulMat(model.need("altup_predict_coef.weight", il), routed), N_ALTUP, N_ALTUP, n_tokens), predicted = mulMat(cont(permute(streams, [1, 2, 0, 3])), coefs);
	return binary(cont(permute(predicted, [0, 2, 1, 3])), streams);
}
function correctStreams(model, il, predictions, activated) {
	let [n_embd, n_tokens] = activated.ne, routed = routeModalities(model, il, activated), innovation = binary(activated, slice(predictions)), coefs = unary(mulMat(model.need("altup_correct_coef.weight", il), routed)), by_stream = cont(transpose(coefs), [1, n_tokens, N_ALTUP, 1]), repeated = compute("f32", [n_embd, n_tokens, N_ALTUP], innovation);
	return binary(binary(repeated, by_stream), predictions);
}
function addToRest(streams, x) {
	return compute("f32", streams.ne, slice(streams), binary(restOf(streams), x));
}
function restOf(streams) {
	return view(streams, [streams.ne[0], streams.ne[1], N_ALTUP - 1], [streams.nb[1], streams.nb[2]]);
}
function routeModalities(model, il, x) {
	let routed = unary(norm(model, x, "altup_router_norm", il));
	return unary(mulMat(model.need("altup_router.weight", il), routed));
}

// shared/estimate/graph/architectures/gemma3n.ts
var SPARSE_LAYERS = 10;
function buildGemma3n(model) {
	let embedded = unary(embedTokens(model)), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), per_layer = perLayerInputs(model, embedded), streams = spreadStreams(model, embedded);
	for (let il of model.layers) {
		let predictions = predictStreams(model, il, streams), active = slice(predictions), normed = norm(model, active, "attn_norm", il), laurel = laurelOf(model, il, normed), read2 = project(model, "attn_output", il, attended(model, il, normed, positions, attend3)), gated2 = binary(norm(model, read2, "post_attention_norm", il), active), middle = unary(binary(gated2, laurel)), fed = sparseFeedForward(model, il, norm(model, middle, "ffn_norm", il)), activated = binary(postNorm(model, fed, "post_ffw_norm", il), middle), corrected = correctStreams(model, il, predictions, activated);
		streams = addToRest(corrected, perLayerPart(model, il, corrected, per_layer));
	}
	let merged = mergeStreams(model, streams);
	return output(model, getRows(merged, input("i32", model.n_outputs)), "rms", softCapLogits(model));
}
function laurelOf(model, il, x) {
	let low_rank = mulMat(model.need("laurel_r.weight", il), mulMat(model.need("laurel_l.weight", il), x));
	return binary(norm(model, low_rank, "laurel_post_norm", il), x);
}
function attended(model, il, x, positions, attend3) {
	let placed2 = (tensor, name) => rope(norm(model, tensor, name, il), positions);
	if (!model.hparams.has_kv[il]) return attend3(il, placed2(queryOnly(model, il, x), "attn_q_norm"), null, null);
	let { q, k, v } = queryKeyValue(model, il, x);
	return attend3(il, placed2(q, "attn_q_norm"), placed2(k, "attn_k_norm"), unary(v));
}
function queryOnly(model, il, x) {
	let { hparams, n_tokens } = model, head = hparams.n_embd_head_k[il] ?? 0, heads = hparams.n_head[il] ?? 0, fused = model.weight("attn_qkv.weight", il);
	if (fused === void 0) return reshape(mulMat(model.need("attn_q.weight", il), x), head, heads, n_tokens);
	let qkv = mulMat(fused, x);
	return reshape(cont(view(qkv, [head * heads, n_tokens], [qkv.nb[1]])), head, heads, n_tokens);
}
function sparseFeedForward(model, il, x) {
	let up = mulMat(model.need("ffn_up.weight", il), x), gate2 = mulMat(model.need("ffn_gate.weight", il), x);
	return il < SPARSE_LAYERS && (gate2 = gaussianTopK(gate2)), mulMat(model.need("ffn_down.weight", il), binary(up, unary(gate2)));
}
function gaussianTopK(x) {
	let row = [1, x.ne[1], 1, 1], mean = fresh(x, row), deviation = unary(unary(fresh(unary(binary(x, mean)), row))), cutoff = binary(mean, unary(deviation));
	return unary(binary(x, cutoff));
}
function perLayerPart(model, il, streams, per_layer) {
	let scaled = binary(slice(streams), model.need("altup_correct_scale.weight", il)), gate2 = unary(mulMat(model.need("inp_gate.weight", il), scaled)), fed = mulMat(model.need("proj.weight", il), binary(gate2, slice(per_layer)));
	return norm(model, fed, "post_norm", il);
}

// shared/estimate/graph/architectures/gemma4.ts
function buildGemma4(model) {
	let x = unary(embedTokens(model)), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs), per_layer = model.weight("per_layer_token_embd.weight", -1) !== void 0 ? perLayerInputs(model, x) : void 0;
	for (let il of model.layers) {
		let normed = norm(model, x, "attn_norm", il), factors = model.hparams.is_swa[il] ? void 0 : ropeFactors(model, il), { q, k, v } = gemma4Heads(model, il, normed), placed2 = (tensor, name) => rope(norm(model, tensor, name, il), positions, factors), query = placed2(q, "attn_q_norm"), read2 = k === null || v === null ? attend3(il, query, null, null) : attend3(il, query, placed2(k, "attn_k_norm"), unary(v)), attended2 = norm(model, project(model, "attn_output", il, read2), "post_attention_norm", il), middle = binary(attended2, x);
		x = binary(postNorm(model, gemma4FeedForward(model, il, middle), "post_ffw_norm", il), middle), per_layer !== void 0 && (x = addPerLayer(model, il, x, per_layer));
		let scale = model.weight("layer_output_scale.weight", il);
		scale !== void 0 && (x = binary(x, scale));
	}
	return output(model, x, "rms", softCapLogits(model), { out_ids });
}
function gemma4Heads(model, il, x) {
	let { hparams, n_tokens } = model, head = hparams.n_embd_head_k[il] ?? 0, n = hparams.n_head[il] ?? 0, n_kv = hparams.n_head_kv[il] ?? 0, heads = (tensor, count4) => reshape(tensor, head, count4, n_tokens), own2 = hparams.has_kv[il] === !0;
	if (model.weight("attn_qkv.weight", il) !== void 0) {
		let qkv = mulMat(model.need("attn_qkv.weight", il), x), part = (count4) => heads(cont(view(qkv, [head * count4, n_tokens], [qkv.nb[1]])), count4);
		return { q: part(n), k: own2 ? part(n_kv) : null, v: own2 ? part(n_kv) : null };
	}
	let q = heads(mulMat(model.need("attn_q.weight", il), x), n);
	if (!own2) return { q, k: null, v: null };
	let key = mulMat(model.need("attn_k.weight", il), x), value_weight = model.weight("attn_v.weight", il), value = value_weight === void 0 ? key : mulMat(value_weight, x);
	return { q, k: heads(key, n_kv), v: heads(value, n_kv) };
}
function gemma4FeedForward(model, il, x) {
	let dense = denseFeedForward(model, il, norm(model, x, "ffn_norm", il)), router = model.weight("ffn_gate_inp.weight", il);
	if (router === void 0) return dense;
	let shared = norm(model, dense, "post_ffw_norm_1", il), routed = norm(model, x, "pre_ffw_norm_2", il), options = { gating: "softmax", normalise: !0, scaled: !1, scores: mulMat(router, binary(unary(unary(x)), model.need("ffn_gate_inp.scale", il))) }, experts2 = expertFeedForward(model, il, routed, options);
	return binary(shared, norm(model, experts2, "post_ffw_norm_2", il));
}
function addPerLayer(model, il, x, per_layer) {
	let gate2 = unary(mulMat(model.need("inp_gate.weight", il), x)), fed = mulMat(model.need("proj.weight", il), binary(gate2, slice(per_layer)));
	return binary(x, norm(model, fed, "post_norm", il));
}

// shared/estimate/graph/architectures/gemma-embedding.ts
function buildGemmaEmbedding(model) {
	let x = unary(embedTokens(model)), positions = input("i32", model.n_tokens), attend3 = uncachedAttention(model), out_ids = input("i32", model.n_outputs), normed = norm(model, gemmaLayers(model, x, positions, attend3, out_ids), "output_norm", -1);
	return model.expand(normed), { kept: [normed] };
}

// shared/estimate/graph/architectures/gpt-oss.ts
function buildGptOss(model) {
	let x = embedTokens(model), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let { q, k, v } = queryKeyValue(model, il, norm(model, x, "attn_norm", il)), sinks = model.weight("attn_sinks.weight", il), read2 = attend3(il, rope(q, positions), rope(k, positions), v, { sinks }), middle = binary(project(model, "attn_output", il, read2), x), normed = norm(model, middle, "post_attention_norm", il);
		x = binary(expertFeedForward(model, il, normed, { gating: "softmax_weight", normalise: !1, scaled: !1 }), middle);
	}
	let { kept } = output(model, getRows(x, out_ids));
	return { kept: [...kept, x] };
}

// shared/estimate/graph/architectures/llama4.ts
var EXPERTS_OF_MAVERICK = 128, NO_ROPE_STEP = 4, feedForward7 = expertsOrDense({
	gating: "sigmoid",
	normalise: !1,
	scaled: !1,
	weigh_first: !0
});
function buildLlama4(model) {
	let { hparams, n_tokens } = model, x = embedTokens(model), positions = input("i32", n_tokens), temperature = input("f32", 1, 1, n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs), step2 = hparams.n_swa > 0 ? NO_ROPE_STEP : hparams.n_layer, headNorm = hparams.n_expert === EXPERTS_OF_MAVERICK ? (tensor) => tensor : unary;
	for (let il of model.layers) {
		let { q, k, v } = queryKeyValue(model, il, norm(model, x, "attn_norm", il)), placed2 = (tensor) => headNorm(rope(tensor, positions, ropeFactors(model, il))), read2 = (il + 1) % step2 === 0 ? attend3(il, binary(q, temperature), k, v) : attend3(il, placed2(q), placed2(k), v), [attended2, residual] = lastRows(model, il, out_ids, project(model, "attn_output", il, read2), x), middle = binary(attended2, residual);
		x = binary(feedForward7(model, il, norm(model, middle, "ffn_norm", il)), middle);
	}
	return output(model, x);
}

// shared/estimate/graph/architectures/mimo2.ts
var feedForward8 = expertsOrDense({ gating: "sigmoid", normalise: !0, scaled: !1 });
function buildMimo2(model) {
	let x = embedTokens(model), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs), value_scale = hparamNumber(model, "attention.value_scale", 1), scaled = value_scale !== 0 && value_scale !== 1;
	for (let il of model.layers) {
		let { q, k, v } = queryKeyValue(model, il, norm(model, x, "attn_norm", il)), sinks = model.weight("attn_sinks.weight", il), read2 = project(model, "attn_output", il, attend3(il, rope(q, positions), rope(k, positions), v, { sinks })), [attended2, residual] = lastRows(model, il, out_ids, scaled ? unary(read2) : read2, x), middle = binary(attended2, residual), normed = norm(model, middle, "ffn_norm", il);
		x = binary(feedForward8(model, il, normed), middle);
	}
	return output(model, x);
}

// shared/estimate/graph/architectures/mistral3.ts
var feedForward9 = expertsOrDense({ gating: "softmax", normalise: !0, scaled: !1 });
function buildMistral3(model) {
	let { n_tokens } = model, x = embedTokens(model), positions = input("i32", n_tokens), temperature = hparamNumber(model, "attention.temperature_scale") !== 0 ? input("f32", 1, 1, n_tokens) : void 0, attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let { q, k, v } = queryKeyValue(model, il, norm(model, x, "attn_norm", il)), factors = ropeFactors(model, il), query = rope(q, positions, factors), warmed = temperature === void 0 ? query : binary(query, temperature), read2 = project(model, "attn_output", il, attend3(il, warmed, rope(k, positions, factors), v)), [attended2, residual] = lastRows(model, il, out_ids, read2, x), middle = binary(attended2, residual), normed = norm(model, middle, "ffn_norm", il);
		x = binary(feedForward9(model, il, normed), middle);
	}
	return output(model, x);
}

// shared/estimate/graph/architectures/olmo2.ts
function buildOlmo2(model) {
	return postNormDecoder(model, (il, x, positions) => {
		let flat = flatQueryKeyValue(model, il, x), normed = { ...flat, q: norm(model, flat.q, "attn_q_norm", il), k: norm(model, flat.k, "attn_k_norm", il) }, { q, k, v } = splitHeads(model, il, normed);
		return { q: rope(q, positions), k: rope(k, positions), v };
	});
}
function buildExaone4(model) {
	let { hparams } = model;
	return postNormDecoder(model, (il, x, positions) => {
		let qkv = queryKeyValue(model, il, x), q = norm(model, qkv.q, "attn_q_norm", il), k = norm(model, qkv.k, "attn_k_norm", il);
		if (hparams.n_swa > 0 && !hparams.is_swa[il]) return { q, k, v: qkv.v };
		let factors = ropeFactors(model, il);
		return { q: rope(q, positions, factors), k: rope(k, positions, factors), v: qkv.v };
	});
}
function postNormDecoder(model, attentionOf) {
	let x = embedTokens(model), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let { q, k, v } = attentionOf(il, x, positions), read2 = project(model, "attn_output", il, attend3(il, q, k, v)), [attended2, residual] = lastRows(model, il, out_ids, read2, x), middle = binary(norm(model, attended2, "post_attention_norm", il), residual);
		x = binary(postNorm(model, denseFeedForward(model, il, middle), "post_ffw_norm", il), middle);
	}
	return output(model, x);
}

// shared/estimate/graph/architectures/step35.ts
var feedForward10 = expertsOrDense(
	(model) => ({
		...expertKeys(model, "expert_gating_func" in model.facts.hparams ? {} : { gating: "sigmoid" }),
		clamped_by: "swiglu_clamp_exp"
	}),
	{ clamped_by: "swiglu_clamp_shexp" }
);
function buildStep35(model) {
	let x = embedTokens(model), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let normed = norm(model, x, "attn_norm", il), { q, k, v } = splitHeads(model, il, flatQueryKeyValue(model, il, normed)), factors = model.hparams.is_swa[il] ? void 0 : ropeFactors(model, il), query = rope(optionalNorm(model, q, "attn_q_norm", il), positions, factors), key = rope(optionalNorm(model, k, "attn_k_norm", il), positions, factors), read2 = gateHeads(model, il, attend3(il, query, key, v), normed), middle = binary(project(model, "attn_output", il, read2), x);
		x = binary(feedForward10(model, il, norm(model, middle, "ffn_norm", il)), middle);
	}
	let { kept } = output(model, getRows(x, out_ids));
	return { kept: [...kept, x] };
}
function gateHeads(model, il, read2, normed) {
	let weight = model.weight("attn_gate.weight", il);
	if (weight === void 0) return read2;
	let { hparams, n_tokens } = model, heads = hparams.n_head[il] ?? 0, gate2 = unary(mulMat(weight, normed)), by_head = reshape(read2, hparams.n_embd_head_v[il] ?? 0, heads, n_tokens);
	return reshape(binary(by_head, reshape(gate2, 1, heads, n_tokens)), read2.ne[0], n_tokens);
}

// shared/estimate/graph/architectures/windowed.ts
var WINDOWED = {
	cohere2: buildCohere2,
	exaone4: buildExaone4,
	gemma2: buildGemma,
	gemma3: buildGemma,
	gemma3n: buildGemma3n,
	gemma4: buildGemma4,
	"gemma-embedding": buildGemmaEmbedding,
	"gpt-oss": buildGptOss,
	llama4: buildLlama4,
	mimo2: buildMimo2,
	mistral3: buildMistral3,
	olmo2: buildOlmo2,
	// Its windows are turned off, and Q, K and V are one matrix, as are gate and up.
	phi3: decoder({
		rope_factors: "rope_factors_long.weight",
		scaled_query: !0,
		feed_forward: expertsOrDense({ gating: "softmax", normalise: !0, scaled: !1 }, { fused: !0 }),
		stream_first: !0
	}),
	step35: buildStep35
};

// shared/estimate/graph/architectures/index.ts
var BUILDERS = {
	...DECODERS,
	...WINDOWED,
	...RECURRENT,
	bert: buildBert,
	deepseek2: buildDeepseek2,
	"jina-bert-v3": buildBert,
	"nomic-bert": buildBert,
	"nomic-bert-moe": buildBert
};
function graphBuilder(architecture) {
	return Object.hasOwn(BUILDERS, architecture) ? BUILDERS[architecture] : void 0;
}

// shared/estimate/graph/block-allocator.ts
function aligned(size3) {
	return Math.ceil(size3 / 32) * 32;
}
var offsets = [], lengths = [], count = 0, places = [];
function peakOfTurns(turns, ofSlot, sizes) {
	let peak = 0;
	offsets[0] = 0, lengths[0] = Number.MAX_SAFE_INTEGER, count = 1;
	for (let turn of turns) {
		if (turn < 0) {
			give(places[~turn], sizes[ofSlot[~turn]]);
			continue;
		}
		let length = sizes[ofSlot[turn]], offset = take(length);
		places[turn] = offset, offset + length > peak && (peak = offset + length);
	}
	return peak;
}
function take(length) {
	let best2 = count - 1, best_length = 1 / 0;
	for (let i = 0; i < count - 1; i++) {
		let free = lengths[i];
		free >= length && free <= best_length && (best2 = i, best_length = free);
	}
	let offset = offsets[best2], left = lengths[best2] - length;
	return left === 0 ? remove(best2) : (offsets[best2] = offset + length, lengths[best2] = left), offset;
}
function give(offset, length) {
	let end = offset + length;
	for (let i = 0; i < count; i++) {
		let start = offsets[i];
		if (start + lengths[i] === offset) {
			lengths[i] = lengths[i] + length, joinNext(i);
			return;
		}
		if (start === end) {
			offsets[i] = offset, lengths[i] = lengths[i] + length, i > 0 && joinNext(i - 1);
			return;
		}
	}
	let at2 = 0;
	for (; at2 < count && offsets[at2] <= offset; ) at2++;
	insert(at2, offset, length);
}
function joinNext(at2) {
	at2 + 1 >= count || offsets[at2] + lengths[at2] !== offsets[at2 + 1] || (lengths[at2] = lengths[at2] + lengths[at2 + 1], remove(at2 + 1));
}
function remove(at2) {
	count--;
	for (let i = at2; i < count; i++)
		offsets[i] = offsets[i + 1], lengths[i] = lengths[i + 1];
}
function insert(at2, offset, length) {
	for (let i = count; i > at2; i--)
		offsets[i] = offsets[i - 1], lengths[i] = lengths[i - 1];
	offsets[at2] = offset, lengths[at2] = length, count++;
}

// shared/estimate/graph/allocation-plan.ts
function planAllocation({ steps, leafs, kept }, n_backends, sameLayout2) {
	let turns = Array.from({ length: n_backends }, () => []), slots = [], uses = /* @__PURE__ */ new Map(), useOf = (tensor) => {
		let use = uses.get(tensor);
		return use === void 0 && (use = { children: 0, views: 0, backend: 0, slot: 0, allocated: !1 }, uses.set(tensor, use)), use;
	}, isHeld = (tensor) => (tensor.view_of ?? tensor).held >= 0, allocate = (tensor, backend) => {
		let use = useOf(tensor);
		use.allocated || tensor.view_of !== null || isHeld(tensor) || (use.allocated = !0, !((tensor.op === "inplace" || tensor.op === "rope") && takeOver(tensor, use)) && (use.backend = backend, use.slot = slots.push(tensor) - 1, turns[backend]?.push(use.slot)));
	}, takeOver = (tensor, use) => {
		for (let parent of tensor.src) {
			let from = useOf(parent);
			if (!(!from.allocated || kept.has(parent) || from.children !== 1 || from.views !== 0) && sameLayout2(tensor, parent))
				return use.backend = from.backend, use.slot = from.slot, from.allocated = !1, !0;
		}
		return !1;
	}, free = (tensor) => {
		let use = useOf(tensor);
		!use.allocated || kept.has(tensor) || (turns[use.backend]?.push(~use.slot), use.allocated = !1);
	};
	for (let { tensor, backend } of leafs) allocate(tensor, backend);
	for (let { tensor, backend } of steps) {
		tensor.view_of !== null && tensor.op !== "leaf" && (useOf(tensor.view_of).views += 1), tensor.input && allocate(tensor, backend);
		for (let source of tensor.src)
			useOf(source).children += 1, source.input && allocate(source, backend);
	}
	for (let { tensor, backend } of steps) {
		for (let source of tensor.src) allocate(source, backend);
		allocate(tensor, backend);
		for (let source of tensor.src) {
			let use = useOf(source);
			if (use.children -= 1, use.children !== 0 || use.views !== 0) continue;
			if (source.view_of === null) {
				free(source);
				continue;
			}
			let base = useOf(source.view_of);
			base.views -= 1, base.views === 0 && base.children === 0 && free(source.view_of);
		}
	}
	return { turns, slots };
}

// shared/estimate/graph/graph-allocator.ts
function computeBufferSizes(schedule2, n_backends) {
	let { turns, slots } = planAllocation(schedule2, n_backends, sameLayout), sizes = slots.map((tensor) => aligned(bytesOf(tensor))), ofSlot = slots.map((_, i) => i);
	return turns.map((own2) => peakOfTurns(own2, ofSlot, sizes));
}

// shared/estimate/graph/scheduler.ts
function schedule(graph, n_backends, copies, asked = !1) {
	return assignBackends(graph, n_backends - 1, asked), splitGraph(graph, copies);
}
function assignBackends({ nodes, leafs }, cpu, asked) {
	for (let leaf of leafs) leaf.backend = ownBackend(leaf, cpu);
	for (let node2 of nodes) node2.backend = asked && node2.pinned >= 0 ? node2.pinned : ownBackend(node2, cpu);
	let scheduled = nodes.filter(({ op }) => op !== "view"), backward = [...scheduled].reverse();
	expand(scheduled, cpu), expand(backward, cpu), expand(scheduled, -1), expand(backward, -1);
	for (let node2 of nodes) {
		node2.view_of !== null && node2.backend === -1 && (node2.backend = node2.view_of.backend);
		for (let source of node2.src)
			source.backend === -1 && (source.backend = source.view_of === null ? node2.backend : source.view_of.backend);
		node2.backend === -1 && (node2.backend = 0);
	}
}
function ownBackend(tensor, cpu) {
	let base = tensor.view_of ?? tensor;
	if (base.held >= 0) return base.held;
	if (tensor.input) return cpu;
	if (tensor.op === "rope" || tensor.op === "flash") return -1;
	for (let source of tensor.src) if (source.weight) return source.held;
	return -1;
}
function expand(nodes, skip) {
	let current = -1;
	for (let node2 of nodes)
		node2.backend !== -1 ? current = node2.backend === skip ? -1 : node2.backend : current !== -1 && (node2.backend = current);
}
function duplicate(source, backend) {
	let copy = newTensor("leaf", source.type, source.ne, [], { nb: source.nb });
	return copy.backend = backend, copy;
}
function splitGraph({ nodes, leafs }, copies) {
	let steps = [], kept = /* @__PURE__ */ new Set(), inputCopies = [], runCopies = [], copiesOf = /* @__PURE__ */ new Map(), start = Math.max(
		0,
		nodes.findIndex(({ op }) => op !== "view")
	), current = nodes[start]?.backend ?? 0, run2 = nodes.slice(0, start), inputs = [], flush = () => {
		for (let { source, copy } of inputs) {
			let until = newTensor("leaf", source.type, source.ne, [source], { view_of: source, nb: source.nb });
			steps.push({ tensor: until, backend: source.backend }, { tensor: copy, backend: current });
		}
		for (let node2 of run2) steps.push({ tensor: node2, backend: node2.backend });
		run2 = [], inputs = [];
	}, keepCopies = (first, backend, into) => {
		for (let i = 0; i < copies; i++) {
			let copy = i === 0 ? first : duplicate(first, backend);
			kept.add(copy), into.push({ tensor: copy, backend });
		}
	}, copyOn = (source) => {
		let byBackend = copiesOf.get(source) ?? /* @__PURE__ */ new Map();
		copiesOf.set(source, byBackend);
		let known2 = byBackend.get(current);
		if (known2 !== void 0) return known2;
		let copy = duplicate(source, current);
		return byBackend.set(current, copy), inputs.push({ source, copy }), copies > 1 && keepCopies(copy, current, runCopies), copy;
	};
	for (let node2 of nodes.slice(start)) {
		if (node2.op !== "view") {
			let foreign = () => inputs.length > 0 && node2.src.some((source) => source.weight && source.backend !== current);
			(node2.backend !== current || foreign()) && (flush(), current = node2.backend);
			for (let [i, source] of node2.src.entries())
				source.input && copies > 1 && !kept.has(source) && keepCopies(source, source.backend, inputCopies), source.backend !== current && (node2.src[i] = copyOn(source));
		}
		run2.push(node2);
	}
	flush();
	let held2 = leafs.map((tensor) => ({ tensor, backend: tensor.backend }));
	return { steps, leafs: [...inputCopies, ...runCopies, ...held2], kept };
}

// shared/estimate/graph/size-terms.ts
var MOST = 2, POWERS = Array.from(
	{ length: (MOST + 1) ** 2 },
	(_, i) => [i % (MOST + 1), Math.floor(i / (MOST + 1))]
);
function termThrough(points, values) {
	for (let [a, b] of POWERS) {
		let factors = points.map(({ tokens: tokens2, cells }, i) => (values[i] ?? 0) / (tokens2 ** a * cells ** b)), [factor = 0] = factors, term = { factor, a, b };
		if (points.every((point, i) => valueOf(term, point) === values[i])) return term;
	}
	return null;
}
function valueOf({ factor, a, b }, { tokens: tokens2, cells }) {
	return a + b === 0 ? factor : Math.round(factor * tokens2 ** a * cells ** b);
}
function layoutThrough(points, tensors) {
	let terms = (of) => [0, 1, 2, 3].map(
		(axis) => termThrough(
			points,
			tensors.map((tensor) => of(tensor)[axis] ?? 1)
		)
	), ne = terms((tensor) => tensor.ne).filter((term) => term !== null), nb = terms((tensor) => tensor.nb).filter((term) => term !== null);
	if (ne.length < 4 || nb.length < 4) return null;
	let text2 = [...ne, ...nb].map(({ factor, a, b }) => `${factor},${a},${b}`).join(" ");
	return { text: `${tensors[0]?.type} ${text2}`, ne, nb };
}
function agreeAt(one, other, point) {
	let same = (a, b) => a.every((term, i) => valueOf(term, point) === valueOf(b[i] ?? term, point));
	return same(one.ne, other.ne) && same(one.nb, other.nb);
}
function neverAgree(one, other) {
	let fixed = ({ a, b }) => a === 0 && b === 0, apart = (a, b) => a.some((term, i) => {
		let its = b[i] ?? term;
		return fixed(term) && fixed(its) && term.factor !== its.factor;
	});
	return apart(one.ne, other.ne) || apart(one.nb, other.nb);
}
function bytesThrough(points, tensors, layout) {
	let first = termThrough(points, tensors.map(firstAxisBytes)), sums = /* @__PURE__ */ new Map(), add2 = ({ factor, a, b }) => {
		let key = `${a} ${b}`;
		sums.set(key, { factor: (sums.get(key)?.factor ?? 0) + factor, a, b });
	}, addAxis = (axis) => {
		let ne = layout.ne[axis], nb = layout.nb[axis];
		add2({ factor: ne.factor * nb.factor, a: ne.a + nb.a, b: ne.b + nb.b }), add2({ ...nb, factor: -nb.factor });
	};
	first !== null ? add2(first) : (add2({ factor: rowBytes(tensors[0].type, 1), a: 0, b: 0 }), addAxis(0));
	for (let axis of [1, 2, 3]) addAxis(axis);
	let terms = [...sums.values()].filter(({ factor }) => factor !== 0);
	return points.every((point, i) => bytesAt(terms, point) === bytesOf(tensors[i])) ? terms : null;
}
function firstAxisBytes(tensor) {
	let { ne, nb } = tensor;
	return bytesOf(tensor) - (ne[1] - 1) * nb[1] - (ne[2] - 1) * nb[2] - (ne[3] - 1) * nb[3];
}
function bytesAt(terms, point) {
	let { tokens: tokens2, cells } = point, sum = 0;
	for (let { factor, a, b } of terms) {
		let value = factor;
		for (let i = 0; i < a; i++) value *= tokens2;
		for (let i = 0; i < b; i++) value *= cells;
		sum += value;
	}
	return Math.round(sum);
}

// shared/estimate/graph/compiled-graph.ts
function compileGraph(build, modelAt2, copies, points) {
	let first = buildAt(build, modelAt2(points[0]), copies), built = [first, ...points.slice(1).map((point) => buildAt(build, modelAt2(point), copies))];
	if (!built.every((other) => sameStructure(first, other))) return null;
	let layouts = first.tensors.map((_, i) => layoutThrough(points, tensorsAt(built, i)));
	if (layouts.includes(null)) return null;
	let layoutOf = (tensor) => layouts[first.numbers.get(tensor) ?? -1], doubts = /* @__PURE__ */ new Map(), sameLayout2 = (a, b) => {
		let one = layoutOf(a), other = layoutOf(b);
		return one.text === other.text ? !0 : (a.type === b.type && !neverAgree(one, other) && doubts.set(`${one.text} ${other.text}`, [one, other]), !1);
	}, { n_backends } = first, plan = planAllocation(first.plan, n_backends, sameLayout2), sizes = slotSizes(plan, points, built, layoutOf);
	if (sizes === null) return null;
	let { distinct: distinct2, ofSlot } = sizes, range2 = rangeOf(points), sizesAt = (point) => {
		if (!within(range2, point)) return null;
		for (let [one, other] of doubts.values()) if (agreeAt(one, other, point)) return null;
		let bytes2 = distinct2.map((terms) => aligned(bytesAt(terms, point)));
		return plan.turns.map((turns) => peakOfTurns(turns, ofSlot, bytes2));
	};
	return points.every((point, i) => {
		let whole = computeBufferSizes(built[i].plan, n_backends);
		return sizesAt(point)?.every((size3, backend) => size3 === whole[backend]);
	}) ? { sizesAt } : null;
}
function buildAt(build, model, copies) {
	let { kept } = build(model), plan = schedule(model.graph, model.cpu + 1, copies), numbers = /* @__PURE__ */ new Map(), add2 = (tensor) => {
		numbers.has(tensor) || (numbers.set(tensor, numbers.size), tensor.view_of !== null && add2(tensor.view_of), tensor.src.forEach(add2));
	};
	for (let { tensor } of [...plan.leafs, ...plan.steps]) add2(tensor);
	return {
		plan: { ...plan, kept: /* @__PURE__ */ new Set([...plan.kept, ...kept]) },
		tensors: [...numbers.keys()],
		numbers,
		n_backends: model.cpu + 1
	};
}
function sameStructure(one, other) {
	let { numbers: a } = one, { numbers: b } = other, same = (x, y) => y !== void 0 && a.get(x) === b.get(y), sameSteps = (x, y) => x.length === y.length && x.every(({ tensor, backend }, i) => same(tensor, y[i]?.tensor) && backend === y[i]?.backend), sameTensor = (x, y) => y !== void 0 && x.op === y.op && x.type === y.type && x.held === y.held && x.input === y.input && x.src.length === y.src.length && x.src.every((source, i) => same(source, y.src[i])) && (x.view_of === null ? y.view_of === null : same(x.view_of, y.view_of ?? void 0)) && one.plan.kept.has(x) === other.plan.kept.has(y);
	return one.tensors.length === other.tensors.length && one.tensors.every((tensor, i) => sameTensor(tensor, other.tensors[i])) && sameSteps(one.plan.leafs, other.plan.leafs) && sameSteps(one.plan.steps, other.plan.steps);
}
function tensorsAt(built, index) {
	return built.map(({ tensors }) => tensors[index]);
}
function slotSizes({ slots }, points, built, layoutOf) {
	let known2 = /* @__PURE__ */ new Map(), distinct2 = [], ofSlot = [];
	for (let tensor of slots) {
		let layout = layoutOf(tensor), index = known2.get(layout.text);
		if (index === void 0) {
			let terms = bytesThrough(points, tensorsAt(built, built[0].numbers.get(tensor) ?? -1), layout);
			if (terms === null) return null;
			index = distinct2.push(terms) - 1, known2.set(layout.text, index);
		}
		ofSlot.push(index);
	}
	return { distinct: distinct2, ofSlot };
}
function rangeOf(points) {
	let tokens2 = points.map((point) => point.tokens), cells = points.map((point) => point.cells);
	return {
		least: { tokens: Math.min(...tokens2), cells: Math.min(...cells) },
		most: { tokens: Math.max(...tokens2), cells: Math.max(...cells) }
	};
}
function within({ least, most }, { tokens: tokens2, cells }) {
	return tokens2 >= least.tokens && tokens2 <= most.tokens && cells >= least.cells && cells <= most.cells;
}

// shared/estimate/graph/graph.ts
var visits = 0;
function newGraph() {
	let graph = { nodes: [], leafs: [] }, mark = ++visits, expand12 = (tensor) => {
		if (tensor.visited !== mark) {
			tensor.visited = mark;
			for (let source of tensor.src) expand12(source);
			tensor.op === "leaf" ? graph.leafs.push(tensor) : graph.nodes.push(tensor);
		}
	};
	return { graph, expand: expand12 };
}

// shared/estimate/weight-table.ts
var ALIGNMENT = 32, EXPERTS = /\.ffn_(up|down|gate|gate_up)_(ch|)exps/, INPUT = /^(token_embd|per_layer_token_embd|position_embd|token_types)\.(weight|bias)$/, OUTPUT = /^(output|output_norm|cls|altup_|dense_[23]|dec\.output_norm|enc\.output_norm)/;
function groupTensorBytes(group) {
	return padTo(tensorBytes(group.type, group.shape), ALIGNMENT);
}
function isExpertGroup(group) {
	return EXPERTS.test(group.name);
}
var TABLES = /* @__PURE__ */ new WeakMap();
function weightTable(facts, hparams) {
	let known2 = TABLES.get(facts);
	if (known2 !== void 0) return known2;
	let table = sumGroups(facts.tensors, hparams);
	return TABLES.set(facts, table), table;
}
function sumGroups(groups, hparams) {
	let zeros = () => Array.from({ length: hparams.n_layer_all }, () => 0), layer = zeros(), experts2 = zeros(), sums = { input: 0, output: 0, first: 0, rope: 0 };
	for (let group of groups) {
		let bytes2 = groupTensorBytes(group);
		if (group.layers === void 0) {
			sums[kindOf(group.name, hparams)] += bytes2;
			continue;
		}
		let rows = isExpertGroup(group) ? experts2 : layer;
		for (let [from, to] of group.layers)
			for (let il = from; il <= Math.min(to, hparams.n_layer - 1); il++) rows[il] = (rows[il] ?? 0) + bytes2;
	}
	return { layer, experts: experts2, ...sums, tied: tiedBytes(groups, hparams) };
}
function kindOf(name, hparams) {
	return INPUT.test(name) ? "input" : name.startsWith("rope_f") ? "rope" : name.startsWith("token_embd_norm") ? hparams.traits.embedding_norm_is_output ? "output" : "first" : OUTPUT.test(name) ? "output" : "first";
}
function tiedBytes(groups, hparams) {
	let table = groups.find((group) => group.name === "token_embd.weight"), own2 = groups.some((group) => group.name === "output.weight");
	return table === void 0 || own2 || hparams.traits.no_output ? 0 : groupTensorBytes(table);
}

// shared/estimate/graph/weight-names.ts
var NAMES = /* @__PURE__ */ new WeakMap();
function weightNames(facts) {
	let known2 = NAMES.get(facts);
	if (known2 !== void 0) return known2;
	let names2 = /* @__PURE__ */ new Map();
	for (let group of facts.tensors) addGroup(names2, group);
	return NAMES.set(facts, names2), names2;
}
function addGroup(names2, group) {
	let entry = { type: group.type, shape: group.shape, expert: isExpertGroup(group) }, list2 = names2.get(group.name) ?? [];
	names2.set(group.name, list2), group.layers === void 0 && (list2[0] = entry);
	for (let [from, to] of group.layers ?? []) for (let il = from; il <= to; il++) list2[il] = entry;
}

// shared/estimate/graph/graph-key.ts
var INTERNED = /* @__PURE__ */ new Map();
function intern(text2) {
	let number4 = INTERNED.get(text2) ?? INTERNED.size;
	return INTERNED.set(text2, number4), number4;
}
var SHAPES = /* @__PURE__ */ new WeakMap();
function shapeNumbers(facts, hparams) {
	let known2 = SHAPES.get(facts);
	if (known2 !== void 0) return known2;
	let names2 = [...weightNames(facts)].sort(([a], [b]) => a < b ? -1 : 1), shapeAt = (list2, il) => list2[il]?.shape.join("x") ?? "", byLayer = Object.values(facts.hparams).filter(
		(value) => Array.isArray(value) && value.length >= hparams.n_layer
	), layers = Array.from(
		{ length: hparams.n_layer },
		(_, il) => intern(
			[
				hparams.is_swa[il],
				hparams.is_recr[il],
				hparams.has_kv[il],
				hparams.n_head[il],
				hparams.n_head_kv[il],
				hasRope(facts, il),
				il < deepstackLayers(facts),
				...byLayer.map((values) => values[il]),
				...names2.map(([name, list2]) => name.startsWith("blk.") ? `${name}=${shapeAt(list2, il)}` : "")
			].join(" ")
		)
	), globals = names2.filter(([name]) => !name.startsWith("blk.")).map(([name, list2]) => `${name}=${shapeAt(list2, 0)}`), hparamText = JSON.stringify(facts.hparams), numbers = { whole: intern(`${facts.architecture} ${globals.join(" ")} ${hparamText} ${layers.join()}`), layers };
	return SHAPES.set(facts, numbers), numbers;
}
function layerKinds(facts, hparams, where, n_cpu_moe) {
	let { layers } = shapeNumbers(facts, hparams);
	return layers.map((shape2, il) => {
		let place = where[il] ?? "host", index = place === "host" ? 0 : place + 1;
		return (shape2 * 130 + index) * 2 + (hparams.n_expert > 0 && il < n_cpu_moe ? 1 : 0);
	});
}
function graphKey(facts, hparams, settings, size3, where, flash2, kinds) {
	let { n_parallel, kv_unified, offload_kqv, swa_full, cache_type_k, cache_type_v } = settings;
	return [
		shapeNumbers(facts, hparams).whole,
		size3.n_ctx,
		size3.n_ctx_seq,
		size3.n_stream,
		size3.n_ubatch,
		size3.n_outputs_max,
		flash2,
		transposesV(settings),
		n_parallel,
		settings.n_rs_seq ?? 0,
		kv_unified,
		offload_kqv,
		swa_full,
		cache_type_k,
		cache_type_v,
		settings.n_gpu_layers > hparams.n_layer_all,
		where[0],
		where[hparams.n_layer_all],
		kinds.join()
	].join(" ");
}

// shared/estimate/graph/representative-layers.ts
function representativeLayers(kinds, periods) {
	let layers = [], start = 0;
	for (; start < kinds.length; ) {
		let { period, length } = longestRepetition(kinds, start), repeats = Math.floor(length / period), cut2 = Math.floor(Math.max(0, repeats - periods) / 6) * 6 * period, head = Math.min(length, (periods - 1) * period);
		for (let i = 0; i < length; i++) (i < head || i >= head + cut2) && layers.push(start + i);
		start += length;
	}
	return layers;
}
function longestRepetition(kinds, start) {
	let best2 = { period: 1, length: 1 };
	for (let period = 1; period <= 12; period++) {
		let length = period;
		for (; start + length < kinds.length && kinds[start + length] === kinds[start + length - period]; ) length++;
		if (start + length > kinds.length) break;
		(length >= 2 * period || period === 1) && length > best2.length && (best2 = { period, length });
	}
	return best2;
}

// shared/estimate/graph/missing-weight.ts
var MissingWeight = class extends Error {
	constructor(name) {
		super(`no weight ${name}`), this.name = "MissingWeight";
	}
};

// shared/estimate/graph/graph-model.ts
var PERIODS = 4;
function graphModel(facts, hparams, settings, size3, where, n_devices, flash2, periods = PERIODS, sized = !0) {
	let cpu = n_devices, backendOf = (il) => {
		let place = where[il] ?? "host";
		return place === "host" ? cpu : place;
	}, n_seqs = settings.n_parallel, asked = Math.min(size3.n_ctx, size3.n_ubatch), names2 = weightNames(facts), kinds = layerKinds(facts, hparams, where, settings.n_cpu_moe), n_tokens = Math.ceil(asked / n_seqs) * n_seqs, scraps = sized && (n_tokens % 32 !== 0 || hparams.is_recr.includes(!0)), parts = sized && names2.has("per_layer_token_embd.weight"), layers = representativeLayers(kinds, scraps || parts ? kinds.length : periods), made = /* @__PURE__ */ new Map(), weight = (name, il) => {
		let group = il < 0 ? names2.get(name)?.[0] : names2.get(`blk.%d.${name}`)?.[il];
		if (group === void 0) return;
		let key = `${il} ${name}`, known2 = made.get(key);
		if (known2 !== void 0) return known2;
		let onHost = group.expert && il < settings.n_cpu_moe, backend = il < 0 ? globalBackend(name, hparams, backendOf, cpu) : onHost ? cpu : backendOf(il), tensor = held(backend, !0, group.type, group.shape);
		return made.set(key, tensor), tensor;
	}, { graph, expand: expand12 } = newGraph();
	return {
		key: graphKey(
			facts,
			hparams,
			settings,
			size3,
			where,
			flash2,
			layers.map((il) => kinds[il] ?? 0)
		),
		facts,
		hparams,
		settings,
		size: size3,
		flash: flash2,
		cpu,
		layers,
		backendOf,
		n_tokens,
		n_outputs: Math.min(asked, size3.n_outputs_max),
		weight,
		need: (name, il) => {
			let tensor = weight(name, il);
			if (tensor === void 0) throw new MissingWeight(name);
			return tensor;
		},
		expand: expand12,
		flashes: /* @__PURE__ */ new Map(),
		graph
	};
}
function globalBackend(name, hparams, backendOf, cpu) {
	return /^(token_embd|position_embd|token_types|per_layer_token_embd)\.weight$/.test(name) ? cpu : /^(output|output_norm|altup_|dense_|cls)/.test(name) || name.startsWith("token_embd_norm") && hparams.traits.embedding_norm_is_output ? backendOf(hparams.n_layer_all) : backendOf(0);
}

// shared/estimate/graph/compiled-graphs.ts
var CELLS = 256, REPLAYS_BEFORE = 20, BY_PLACEMENT = /* @__PURE__ */ new WeakMap(), BY_KEY = /* @__PURE__ */ new Map(), MOST_KEPT = 5e3;
function compiledSizes(build, question) {
	let { size: size3, settings, hparams } = question, tokens2 = Math.min(size3.n_ctx, size3.n_ubatch), block2 = leastTokens(settings.n_parallel), rows = size3.n_outputs_max >= tokens2 ? null : size3.n_outputs_max;
	if (tokens2 % block2 !== 0 || block2 > CELLS || rows !== null && rows > block2 || hparams.is_recr.includes(!0)) return null;
	let entry = entryOf(question, rows);
	if (entry.graph === void 0) {
		if (entry.asked++, entry.asked <= REPLAYS_BEFORE) return null;
		entry.graph = compileGraph(
			build,
			(point) => modelAt(point, question, rows),
			question.copies,
			pointsFor(settings.n_parallel)
		);
	}
	return entry.graph === null ? null : entry.graph.sizesAt({ tokens: tokens2, cells: size3.n_ctx_seq });
}
function entryOf(question, rows) {
	let { facts, where, settings, size: size3, flash: flash2, copies, n_devices } = question, placements = BY_PLACEMENT.get(facts);
	placements === void 0 && BY_PLACEMENT.set(facts, placements = /* @__PURE__ */ new WeakMap());
	let entries = placements.get(where);
	entries === void 0 && placements.set(where, entries = /* @__PURE__ */ new Map());
	let { n_parallel, kv_unified, offload_kqv, swa_full, cache_type_k, cache_type_v } = settings, key = `${`${(flash2 ? 1 : 0) + (transposesV(settings) ? 2 : 0) + (kv_unified ? 4 : 0) + (offload_kqv ? 8 : 0) + (swa_full ? 16 : 0)} ${n_parallel} ${size3.n_stream} ${copies} ${n_devices} ${settings.n_cpu_moe}`} ${rows} ${settings.n_rs_seq} ${cache_type_k} ${cache_type_v}`, entry = entries.get(key);
	return entry === void 0 && entries.set(key, entry = sharedEntry(question, rows)), entry;
}
function sharedEntry(question, rows) {
	let [first] = pointsFor(question.settings.n_parallel), key = `${modelAt(first, question, rows).key} ${question.n_devices} ${question.copies} ${rows}`, known2 = BY_KEY.get(key);
	if (known2 !== void 0) return known2;
	BY_KEY.size >= MOST_KEPT && BY_KEY.clear();
	let entry = { asked: 0 };
	return BY_KEY.set(key, entry), entry;
}
function modelAt({ tokens: tokens2, cells }, question, rows) {
	let { facts, hparams, size: size3, settings, where, n_devices, flash: flash2 } = question, at2 = {
		n_ctx: cells * (size3.n_ctx / size3.n_ctx_seq),
		n_ctx_seq: cells,
		n_stream: size3.n_stream,
		n_batch: tokens2,
		n_ubatch: tokens2,
		n_outputs_max: rows ?? tokens2
	};
	return graphModel(facts, hparams, settings, at2, where, n_devices, flash2);
}
function pointsFor(n_parallel) {
	let block2 = leastTokens(n_parallel);
	return [
		{ tokens: block2, cells: CELLS },
		{ tokens: block2 * 521, cells: CELLS * 67 * (block2 / 32) },
		{ tokens: block2 * 13, cells: CELLS * 8209 },
		{ tokens: block2 * 64, cells: CELLS * 512 }
	];
}
function leastTokens(n_parallel) {
	let tokens2 = 32;
	for (; tokens2 % n_parallel !== 0; ) tokens2 += 32;
	return tokens2;
}

// shared/estimate/graph/replay.ts
function replayCompute(build, model, copies) {
	let { kept } = build(model), plan = schedule(model.graph, model.cpu + 1, copies);
	return computeBufferSizes({ ...plan, kept: /* @__PURE__ */ new Set([...plan.kept, ...kept]) }, model.cpu + 1);
}

// shared/estimate/compute.ts
var REPLAYED = /* @__PURE__ */ new Map(), MOST_KEPT2 = 2e4;
function computeBuffers(facts, hparams, size3, settings, where, n_devices, flash2) {
	let bytes2 = replayed(facts, hparams, size3, settings, where, n_devices, flash2);
	return bytes2 !== null ? { devices: bytes2.slice(0, n_devices), host: bytes2[n_devices] ?? 0, basis: "replayed" } : { ...closedFormCompute(hparams, size3, settings, where, n_devices, flash2), basis: "closed_form" };
}
function replayed(facts, hparams, size3, settings, where, n_devices, flash2) {
	let build = graphBuilder(facts.architecture);
	if (build === void 0) return null;
	let copies = pipelineCopies(settings, where, n_devices);
	try {
		let compiled = compiledSizes(build, { facts, hparams, size: size3, settings, where, n_devices, flash: flash2, copies });
		if (compiled !== null) return compiled;
		let model = graphModel(facts, hparams, settings, size3, where, n_devices, flash2), key = `${model.key} ${n_devices} ${copies}`, known2 = REPLAYED.get(key);
		if (known2 !== void 0) return known2;
		let bytes2 = replayCompute(build, model, copies);
		return REPLAYED.size >= MOST_KEPT2 && REPLAYED.clear(), REPLAYED.set(key, bytes2), bytes2;
	} catch (error2) {
		if (error2 instanceof MissingWeight) return null;
		throw error2;
	}
}

// shared/estimate/context-size.ts
function contextSize(hparams, settings) {
	let n_batch = hparams.causal ? Math.min(settings.n_ctx, settings.n_batch) : settings.n_batch, n_ubatch = Math.min(n_batch, settings.n_ubatch), padded2 = padTo(settings.n_ctx, 256), n_stream = settings.kv_unified ? 1 : settings.n_parallel, n_ctx_seq = settings.kv_unified ? padded2 : padTo(Math.floor(padded2 / settings.n_parallel), 256);
	return {
		n_ctx: settings.kv_unified ? padded2 : n_ctx_seq * settings.n_parallel,
		n_ctx_seq,
		n_stream,
		n_batch,
		n_ubatch,
		n_outputs_max: settings.program === "server" ? Math.min(settings.n_parallel * (1 + (settings.n_draft ?? 0)), n_batch) : n_batch
	};
}

// shared/estimate/engine.ts
var ENGINE = "llama.cpp de3ff81";

// shared/estimate/graph/flash-probe.ts
function flashOffItsLayer(build, model) {
	return build(model), assignBackends(model.graph, model.cpu, !0), [...model.flashes].some(([il, tensor]) => tensor.backend !== model.backendOf(il));
}

// shared/estimate/flash-attention.ts
var BY_PLACEMENT2 = /* @__PURE__ */ new WeakMap(), BY_KEY2 = /* @__PURE__ */ new Map(), MOST_KEPT3 = 5e3;
function flashAttention2(facts, hparams, settings, where, n_devices) {
	if (settings.flash_attn !== "auto") return settings.flash_attn === "on";
	let placements = BY_PLACEMENT2.get(facts);
	placements === void 0 && BY_PLACEMENT2.set(facts, placements = /* @__PURE__ */ new WeakMap());
	let answers = placements.get(where);
	answers === void 0 && placements.set(where, answers = /* @__PURE__ */ new Map());
	let { n_parallel, kv_unified, offload_kqv, swa_full, cache_type_k, cache_type_v, n_cpu_moe, n_rs_seq } = settings, key = `${`${n_devices} ${n_parallel} ${kv_unified} ${offload_kqv} ${swa_full} ${n_cpu_moe} ${n_rs_seq}`} ${cache_type_k} ${cache_type_v}`, runs = answers.get(key);
	return runs === void 0 && answers.set(key, runs = flashRuns(facts, hparams, settings, where, n_devices)), runs;
}
function flashRuns(facts, hparams, settings, where, n_devices) {
	if (new Set(where).size === 1 && (settings.offload_kqv || where[0] === "host")) return !0;
	let build = graphBuilder(facts.architecture);
	if (build === void 0) return cachesBesideLayers(settings, hparams, where);
	let one = oneTokenEach(settings), model = graphModel(facts, hparams, settings, one, where, n_devices, !0, void 0, !1), key = `${model.key} ${n_devices}`, known2 = BY_KEY2.get(key);
	if (known2 !== void 0) return known2;
	try {
		let runs = !flashOffItsLayer(build, model);
		return BY_KEY2.size >= MOST_KEPT3 && BY_KEY2.clear(), BY_KEY2.set(key, runs), runs;
	} catch (error2) {
		if (error2 instanceof MissingWeight) return cachesBesideLayers(settings, hparams, where);
		throw error2;
	}
}
function oneTokenEach({ n_parallel, kv_unified }) {
	let cells = padTo(n_parallel, 256), n_stream = kv_unified ? 1 : n_parallel;
	return {
		n_ctx: cells * n_stream,
		n_ctx_seq: cells,
		n_stream,
		n_batch: n_parallel,
		n_ubatch: n_parallel,
		n_outputs_max: n_parallel
	};
}
function cachesBesideLayers(settings, hparams, where) {
	return settings.offload_kqv || !where.some((place, il) => place !== "host" && hparams.has_kv[il]);
}

// shared/estimate/layer-device.ts
var KNOWN2 = /* @__PURE__ */ new WeakMap();
function layerDevices(hparams, settings, placement) {
	let { n_gpu_layers, split_mode, tensor_split } = settings, placements = KNOWN2.get(hparams);
	placements === void 0 && KNOWN2.set(hparams, placements = /* @__PURE__ */ new Map());
	let shares = placement.devices > 1 ? `${split_mode} ${tensor_split.join()}` : "", key = `${n_gpu_layers} ${placement.devices} ${shares}`, where = placements.get(key);
	return where === void 0 && placements.set(key, where = placeLayers(hparams, settings, placement)), where;
}
function placeLayers(hparams, settings, placement) {
	let slots = hparams.n_layer_all + 1, offloaded = placement.devices === 0 ? 0 : Math.min(settings.n_gpu_layers, slots), first = slots - offloaded, bounds = cumulativeShares(settings, placement.devices);
	return Array.from({ length: slots }, (_, il) => {
		if (il < first) return "host";
		let position = Math.fround((il - first) / offloaded), device = bounds.findIndex((bound) => bound > position);
		return device === -1 ? bounds.length - 1 : device;
	});
}
function cumulativeShares(settings, devices) {
	if (devices <= 1 || settings.split_mode === "none") return [1];
	let given = Array.from({ length: devices }, (_, i) => settings.tensor_split[i] ?? 0), shares = given.some((share) => share > 0) ? given : given.map(() => 1), sums = [], sum = 0;
	for (let share of shares)
		sum = Math.fround(sum + share), sums.push(sum);
	return sums.map((value) => Math.fround(value / sum));
}

// shared/estimate/weights.ts
function placeWeights(table, hparams, where, n_devices, n_cpu_moe) {
	let devices = Array.from({ length: n_devices }, () => 0), host = table.input, add2 = (place, bytes2) => {
		place === "host" ? host += bytes2 : devices[place] = (devices[place] ?? 0) + bytes2;
	}, output2 = where[hparams.n_layer_all] ?? "host";
	for (let il = 0; il < hparams.n_layer; il++) {
		let place = where[il] ?? "host";
		add2(place, table.layer[il] ?? 0), add2(il < n_cpu_moe ? "host" : place, table.experts[il] ?? 0);
	}
	add2(where[0] ?? "host", table.first), add2(output2, table.output);
	for (let place of ropePlaces(hparams, where)) add2(place, table.rope);
	return (output2 !== "host" || hparams.traits.output_first) && add2(output2, table.tied), { devices, host };
}
function ropePlaces(hparams, where) {
	let places2 = /* @__PURE__ */ new Set();
	for (let il = 0; il < hparams.n_layer; il++)
		hparams.traits.rope_freqs_full_only && hparams.is_swa[il] || places2.add(where[il] ?? "host");
	return places2;
}

// shared/estimate/placed-model.ts
var KNOWN3 = /* @__PURE__ */ new WeakMap(), MOST_LAYERS = 1e4;
function placedModel(facts, hparams, where, n_devices, n_cpu_moe) {
	let placements = KNOWN3.get(facts);
	placements === void 0 && KNOWN3.set(facts, placements = /* @__PURE__ */ new WeakMap());
	let models = placements.get(where);
	models === void 0 && placements.set(where, models = /* @__PURE__ */ new Map());
	let key = n_devices * MOST_LAYERS + Math.min(n_cpu_moe, MOST_LAYERS - 1), placed2 = models.get(key);
	if (placed2 === void 0) {
		let weights = placeWeights(weightTable(facts, hparams), hparams, where, n_devices, n_cpu_moe);
		models.set(key, placed2 = { weights, groups: layerGroups(hparams, where) });
	}
	return placed2;
}
function layerGroups(hparams, where) {
	let { has_kv, is_swa, is_recr, n_embd_k_gqa, n_embd_v_gqa } = hparams, groups = /* @__PURE__ */ new Map();
	for (let layer = 0; layer < hparams.n_layer_all; layer++) {
		let place = where[layer] ?? "host", key = [place, has_kv[layer], is_swa[layer], is_recr[layer], n_embd_k_gqa[layer], n_embd_v_gqa[layer]].join(), known2 = groups.get(key);
		groups.set(key, { place, layer: known2?.layer ?? layer, count: (known2?.count ?? 0) + 1 });
	}
	return [...groups.values()];
}
function placeContext({ groups }, hparams, size3, settings, n_devices) {
	let devices = Array.from({ length: n_devices }, () => 0), host = 0, bytesOf2 = layerCache(hparams, size3, settings);
	for (let { place, layer, count: count4 } of groups) {
		let { kv, recurrent } = bytesOf2(layer), bytes2 = (kv + recurrent) * count4;
		place === "host" || !settings.offload_kqv ? host += bytes2 : devices[place] = (devices[place] ?? 0) + bytes2;
	}
	return { devices, host };
}

// shared/estimate/estimate-memory.ts
var BOUND_KNOWN = 0.1, BOUND_UNKNOWN = 0.3;
function estimateMemory(facts, settings, placement) {
	let hparams = hparamsOf(facts), size3 = contextSize(hparams, settings), where = layerDevices(hparams, settings, placement), flash2 = flashAttention2(facts, hparams, settings, where, placement.devices), placed2 = placedModel(facts, hparams, where, placement.devices, settings.n_cpu_moe), { weights } = placed2, context = placeContext(placed2, hparams, size3, settings, placement.devices), compute2 = computeBuffers(facts, hparams, size3, settings, where, placement.devices, flash2), device = (index) => ({
		model: weights.devices[index] ?? 0,
		context: context.devices[index] ?? 0,
		compute: compute2.devices[index] ?? 0
	});
	return {
		program: settings.program,
		...trust(facts, settings, placement, compute2.basis),
		devices: Array.from({ length: placement.devices }, (_, index) => device(index)),
		host: { model: weights.host, context: context.host, compute: compute2.host },
		engine: ENGINE
	};
}
function trust(facts, settings, placement, basis) {
	return settings.split_mode === "row" && placement.devices > 1 ? { basis: "approximate", bound: BOUND_UNKNOWN } : basis === "replayed" ? { basis: "exact", bound: 0 } : { basis: "approximate", bound: isKnownArchitecture(facts.architecture) ? BOUND_KNOWN : BOUND_UNKNOWN };
}

// shared/program.ts
var PROGRAMS = ["server", "cli"];

// shared/validate/rules/metadata.ts
var staleMetadata = {
	id: "LP401",
	scope: "config",
	title: "Metadata no longer matches",
	severity: "warning",
	why: "People and dashboards read the metadata. After an edit of the settings it describes another config.",
	remedy: "Generate the config again, or correct the value.",
	check: (context, targets2) => [...staleMemory(context, targets2), ...stalePrecision(context), ...staleSize(context)],
	fixes: ({ hit }) => {
		let { correct } = hit.args;
		return typeof correct == "number" || typeof correct == "string" ? [{ path: hit.path, values: [correct] }] : [];
	},
	sentence
};
function sentence(args) {
	switch (str(args, "key")) {
		case "estimated_vram_usage_gb":
		case "estimated_ram_usage_gb": {
			let where = str(args, "key") === "estimated_ram_usage_gb" ? "the host" : "the devices", [says, need] = [num(args, "says").toFixed(1), num(args, "correct").toFixed(1)];
			return `${str(args, "key")} says ${says}; these settings need ${need} GiB on ${where}.`;
		}
		case "program":
			return `The memory in metadata is that of program ${str(args, "correct")}, but program says ${str(args, "says")}.`;
		case "precision":
			return `precision says ${str(args, "says")}; the model is ${str(args, "correct")}.`;
		default:
			return `model_size says ${str(args, "says")}; the model has ${num(args, "billions").toFixed(1)} billion parameters.`;
	}
}
function staleMemory(context, targets2) {
	let { model, config: config2 } = context;
	if (model === null || config2.metadata === void 0) return [];
	let { metadata } = config2, { placement, tolerance } = placementMeant(context, targets2), says = { vram: metadata.estimated_vram_usage_gb, ram: metadata.estimated_ram_usage_gb }, near2 = (said, need) => said === void 0 || Math.abs(gib(need) - said) <= tolerance(gib(need)), matches = (needs2) => near2(says.vram, needs2.vram) && near2(says.ram, needs2.ram), needs = needsOf(context.estimateOn(placement));
	if (matches(needs)) return [];
	let other = PROGRAMS.find(
		(program) => program !== model.settings.program && matches(needsAs(program, context, model, placement))
	);
	return other !== void 0 && metadata.program !== void 0 ? [{ path: ["metadata", "program"], args: { key: "program", says: metadata.program, correct: other } }] : ["vram", "ram"].flatMap((kind2) => {
		if (near2(says[kind2], needs[kind2])) return [];
		let key = `estimated_${kind2}_usage_gb`;
		return [{ path: ["metadata", key], args: { key, says: says[kind2] ?? 0, correct: roundGib(needs[kind2], 2) } }];
	});
}
function needsOf(estimate) {
	return estimate === null ? { vram: 0, ram: 0 } : { vram: estimate.devices.reduce((sum, device) => sum + totalOf(device), 0), ram: totalOf(estimate.host) };
}
function needsAs(program, { config: config2 }, { facts, hparams }, placement) {
	return needsOf(estimateMemory(facts, resolveSettings(config2.settings, hparams, program), placement));
}
function placementMeant({ config: config2 }, targets2) {
	let named = config2.metadata?.hardware, meant2 = targets2.find(({ target }) => named !== void 0 && [target.id, target.profile_id].includes(named));
	return meant2?.placement ? { placement: meant2.placement, tolerance: (need) => 0.1 + 0.02 * need } : { placement: { devices: config2.backend === "cpu" ? 0 : 1, backend: config2.backend }, tolerance: (need) => 0.3 + 0.1 * need };
}
function stalePrecision({ config: config2, model }) {
	let says = config2.metadata?.precision, correct = model?.facts.precision;
	return says === void 0 || correct === void 0 || correct === "mixed" ? [] : says.toUpperCase() === correct.toUpperCase() ? [] : [{ path: ["metadata", "precision"], args: { key: "precision", says, correct } }];
}
function staleSize({ config: config2, model }) {
	let says = config2.metadata?.model_size, range2 = says === void 0 ? null : sizeRange(says), billions = (model?.facts.n_params ?? 0) / 1e9;
	return says === void 0 || range2 === null || billions === 0 ? [] : billions >= range2[0] && billions <= range2[1] ? [] : [{ path: ["metadata", "model_size"], args: { key: "model_size", says, billions } }];
}
function sizeRange(text2) {
	let parts = /^(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?([BM])(\+?)$/i.exec(text2.trim());
	if (parts === null) return null;
	let [, low = "0", high = low, unit = "B", open3 = ""] = parts, scale = unit.toUpperCase() === "M" ? 1e-3 : 1;
	return [Number(low) * scale * 0.7, open3 === "+" ? Number.POSITIVE_INFINITY : Number(high) * scale * 1.5];
}

// shared/validate/rules/not-judged.ts
var modelUnknown = {
	id: "LP010",
	scope: "config",
	title: "Model facts missing",
	severity: "error",
	why: "Memory depends on the model: without its facts nobody can say whether the config fits, and silence would look like a pass.",
	remedy: "Embed the facts under the key model (lp-tui generate does), give a facts file, or put the GGUF where model_path points.",
	check: ({ model, trouble }) => model !== null ? [] : trouble === null ? [{ path: ["model_path"], args: { reason: "no_facts" } }] : [{ path: ["model"], args: { reason: "unusable", detail: trouble.slice(0, 300) } }],
	sentence: (args) => str(args, "reason") === "unusable" ? `Not judged: the model facts cannot be used. ${str(args, "detail")}` : "Not judged: nothing is known of this model, so its memory cannot be computed."
}, memoryUnknown = {
	id: "LP011",
	scope: "target",
	title: "Device memory unknown",
	severity: "error",
	why: "The target does not say how much memory this device has, so nobody can say whether the config fits.",
	remedy: "Use a profile with a known size, or a snapshot taken where the driver answers.",
	check: ({ lines: lines2 }) => lines2.filter(({ state }) => state === "unknown").map(({ name, need_bytes }) => ({ path: ["backend"], args: { device: name, need: need_bytes } })),
	sentence: (args) => `Not judged: ${showGib(num(args, "need"))} would go to ${str(args, "device")}, whose memory size is unknown.`
};

// shared/validate/rules/portable-json.ts
var portableJson = {
	id: "LP003",
	scope: "document",
	title: "JSON that other readers refuse",
	severity: "warning",
	why: "Comments and a byte order mark are no part of JSON. This tool reads them; most programs do not.",
	remedy: "Remove comments, and save the file as UTF-8 without a byte order mark.",
	sentence: (args) => str(args, "what") === "bom" ? "The file starts with a byte order mark, which other JSON readers refuse." : "Other JSON readers refuse comments."
};

// shared/validate/rules/memory-fixes.ts
var CTX_STEP = 256, UBATCHES = [1024, 512, 256, 128, 64, 32], at = (key) => ["settings", key], USEFUL_CTX = 4096;
function deviceMemoryFixes(problem2) {
	let { model, hit } = problem2;
	if (model === null) return [];
	let layers = model.settings.n_gpu_layers, half = Math.ceil(layers / 2), less = lessContext(problem2), fewer = down("n_gpu_layers", layers - 1, half, 1), mild = hit.path.at(-1) === "n_ctx" ? [less.mild, experts(problem2), fewer] : [experts(problem2), fewer, less.mild], last = down("n_gpu_layers", half - 1, 0, 1);
	return [flash(problem2), ...mild, smallerBatch(problem2), less.rest, last].flatMap((step2) => step2 ?? []);
}
function hostMemoryFixes(problem2) {
	let { model, targets: targets2 } = problem2;
	if (model === null) return [];
	let { n_gpu_layers, n_cpu_moe } = model.settings, all = model.hparams.n_layer_all + 1, apart = targets2.every(({ devices, target }) => devices.length > 0 && !target.unified), { mild, rest } = lessContext(problem2), moves = apart ? [
		n_cpu_moe > 0 ? { path: at("n_cpu_moe"), from: n_cpu_moe - 1, to: 0, step: -1 } : null,
		n_gpu_layers < all ? { path: at("n_gpu_layers"), from: n_gpu_layers + 1, to: all, step: 1 } : null
	] : [];
	return [flash(problem2), ...moves, mild, smallerBatch(problem2), rest].flatMap((step2) => step2 ?? []);
}
function lessContext({ model }) {
	let n_ctx = model?.settings.n_ctx ?? 0, below = Math.floor((n_ctx - 1) / CTX_STEP) * CTX_STEP, quarter = Math.max(USEFUL_CTX, Math.ceil(n_ctx / 4 / CTX_STEP) * CTX_STEP), rest = Math.min(below, quarter - CTX_STEP);
	return { mild: down("n_ctx", below, quarter, CTX_STEP), rest: down("n_ctx", rest, CTX_STEP, CTX_STEP) };
}
function flash({ config: config2 }) {
	return config2.settings.flash_attn === "off" ? { path: at("flash_attn"), values: ["auto"] } : null;
}
function experts({ model }) {
	if (model === null || model.hparams.n_expert === 0) return null;
	let { n_layer } = model.hparams, { n_cpu_moe } = model.settings;
	return n_cpu_moe < n_layer ? { path: at("n_cpu_moe"), from: n_cpu_moe + 1, to: n_layer, step: 1 } : null;
}
function smallerBatch({ model }) {
	if (model === null) return null;
	let { n_ubatch } = contextSize(model.hparams, model.settings);
	return { path: at("n_ubatch"), values: UBATCHES.filter((value) => value < n_ubatch) };
}
function down(key, from, to, step2) {
	return from >= to && from >= 0 ? { path: at(key), from, to, step: -step2 } : null;
}

// shared/validate/rules/memory-words.ts
function memoryHits(context, kind2, state) {
	return context.lines.filter((line) => line.kind === kind2 && line.state === state).map((line) => ({ path: decidingKey(context, line), args: memoryArgs(context, line) }));
}
function decidingKey({ placement }, line) {
	let budget = (line.usable?.bytes ?? 0) * (line.state === "near" ? NEAR : 1);
	return line.need.model + line.need.compute <= budget ? ["settings", "n_ctx"] : placement?.devices ? ["settings", "n_gpu_layers"] : ["model_path"];
}
function memoryArgs({ model, target, estimate, placement }, line) {
	let usable2 = line.usable?.bytes ?? 0;
	return {
		device: line.name,
		need: line.need_bytes,
		usable: usable2,
		usable_source: line.usable?.source ?? "",
		short_by: Math.max(0, line.need_bytes - usable2),
		weights: line.need.model,
		cache: line.need.context,
		compute: line.need.compute,
		program: estimate?.program ?? "server",
		unified: target.unified,
		assumed: line.kind === "host" && target.host.assumed,
		...model && {
			n_ctx: model.settings.n_ctx,
			cache_type_k: model.settings.cache_type_k,
			cache_type_v: model.settings.cache_type_v,
			n_gpu_layers: placement?.devices ? model.settings.n_gpu_layers : 0,
			n_layers: model.hparams.n_layer_all + 1
		}
	};
}
function memoryTerms(args) {
	let parts = addUp(num(args, "need"), [num(args, "weights"), num(args, "cache"), num(args, "compute")]), sum = ["weights", "KV cache", "compute"].map((name, index) => `${name} ${parts[index]}`).join(" + "), cache = `${str(args, "cache_type_k")}/${str(args, "cache_type_v")}`, layers = `${num(args, "n_gpu_layers")} of ${num(args, "n_layers")} layers on the GPU`;
	return `${sum} GiB (n_ctx ${num(args, "n_ctx")}, cache ${cache}, ${layers})`;
}
function memoryOf(args) {
	return args.assumed === !0 ? `the ${str(args, "device")} assumed for this target` : str(args, "device");
}
function showShort(args) {
	let tenths = toTenths(num(args, "need")) - toTenths(num(args, "usable"));
	return tenths > 0 ? `${(tenths / 10).toFixed(1)} GiB` : "less than 0.1 GiB";
}
function toTenths(bytes2) {
	return Math.round(bytes2 / 1073741824 * 10);
}
function addUp(whole, parts) {
	let tenths = parts.map((part) => part / 1073741824 * 10), floors = tenths.map(Math.floor), missing = toTenths(whole) - floors.reduce((sum, part) => sum + part, 0), order = tenths.map((_, index) => index).sort((a, b) => (tenths[b] ?? 0) % 1 - (tenths[a] ?? 0) % 1), raised = new Set(order.slice(0, Math.max(0, missing)));
	return floors.map((part, index) => ((part + (raised.has(index) ? 1 : 0)) / 10).toFixed(1));
}

// shared/validate/rules/ram.ts
var ramOver = {
	id: "LP103",
	scope: "target",
	title: "RAM over",
	severity: "error",
	why: "When the host runs out of memory the system swaps or ends the process; llama.cpp itself does not check it.",
	remedy: "Put more layers on the GPU where there is one, ask for a smaller context, or use a smaller file.",
	check: (context) => memoryHits(context, "host", "over"),
	fixes: hostMemoryFixes,
	sentence: (args) => `Needs ${showGib(num(args, "need"))} of host memory; ${memoryOf(args)} leaves ${showGib(num(args, "usable"))}: ${showShort(args)} short. Sum: ${memoryTerms(args)}.`
}, ramNear = {
	id: "LP104",
	scope: "target",
	title: "RAM near its limit",
	severity: "warning",
	why: "Above 90 % of the usable memory little is left for the file cache and for other programs.",
	remedy: "Put more layers on the GPU where there is one, or ask for a slightly smaller context.",
	check: (context) => memoryHits(context, "host", "near"),
	fixes: hostMemoryFixes,
	sentence: (args) => `Needs ${showGib(num(args, "need"))} of host memory, over 90 % of the ${showGib(num(args, "usable"))} that ${memoryOf(args)} leaves. Sum: ${memoryTerms(args)}.`
};

// shared/validate/rules/sustained-batch.ts
var sustainedBatch = {
	id: "LP203",
	scope: "target",
	title: "Micro-batch too large for a passively cooled device",
	severity: "warning",
	why: "A phone throttles within a minute under large micro-batches, and is then slower than with small ones.",
	remedy: "Keep n_ubatch at or below the size that the device sustains.",
	check: ({ config: config2, target }) => {
		let { n_ubatch = 512, n_batch = 2048 } = config2.settings, used = Math.min(n_ubatch, n_batch), sustained = target.sustained_n_ubatch;
		if (sustained === null || used <= sustained) return [];
		let explicit = config2.settings.n_ubatch !== void 0;
		return [{ path: ["settings", "n_ubatch"], args: { n_ubatch: used, sustained, explicit } }];
	},
	fixes: ({ hit, targets: targets2 }) => [
		{
			path: hit.path,
			values: [Math.min(...targets2.map(({ target }) => target.sustained_n_ubatch ?? 512))]
		}
	],
	sentence: (args) => `n_ubatch is ${num(args, "n_ubatch")}${args.explicit === !1 ? " by default" : ""}; this device sustains ${num(args, "sustained")} without throttling.`
};

// shared/validate/rules/syntax.ts
var PROBLEMS = {
	empty: "The file is empty.",
	unknown_word: "This is no JSON value; a text needs double quotes.",
	bad_number: "This number is not written as JSON writes numbers.",
	key_expected: "A key in double quotes is expected here.",
	value_expected: "A value is expected here.",
	colon_expected: "A colon is expected here.",
	comma_expected: "A comma is expected here.",
	brace_not_closed: "A closing brace is missing here.",
	bracket_not_closed: "A closing bracket is missing here.",
	text_after_end: "The document has ended; this is left over.",
	trailing_comma: "The comma before this has nothing after it.",
	comment_not_closed: "This comment does not end.",
	string_not_closed: "This text has no closing quote on its line.",
	bad_escape: "This escape in a text is not one that JSON knows.",
	control_character: "This text holds a control character; write it as an escape."
}, syntax = {
	id: "LP001",
	scope: "document",
	title: "Not valid JSON",
	severity: "error",
	why: "A file that cannot be parsed cannot be judged, and no program can load it.",
	remedy: "Mend the text at the place that is shown; later errors may follow from the first one.",
	sentence: (args) => `Not valid JSON: ${lowerFirst(PROBLEMS[str(args, "problem")] ?? "A value is expected here.")}`
};
function lowerFirst(text2) {
	return text2.charAt(0).toLowerCase() + text2.slice(1);
}

// shared/validate/rules/threads.ts
function coreLimit({ target }) {
	return target.cpu.physical_cores;
}
function overCores(context, key) {
	let threads = context.config.settings[key], cores = coreLimit(context);
	if (threads === void 0 || threads <= cores) return [];
	let { origin, cpu } = context.target, args = { key, threads, cores, detected: origin === "snapshot", assumed: cpu.assumed };
	return [{ path: ["settings", key], args }];
}
var threadsOverCores = {
	id: "LP201",
	scope: "target",
	per_key: !0,
	title: "More threads than cores",
	severity: "error",
	why: "The threads of a step wait for the slowest; with more than there are cores each step waits for the scheduler, up to many times slower.",
	remedy: "Use at most one thread per physical core, and in a container at most its CPU quota.",
	check: (context) => [...overCores(context, "n_threads"), ...overCores(context, "n_threads_batch")],
	fixes: ({ hit, targets: targets2 }) => [{ path: hit.path, values: [Math.min(...targets2.map(coreLimit))] }],
	sentence: (args) => `${str(args, "key")} is ${num(args, "threads")}; ${coresOf(args)}.`
};
function coresOf(args) {
	let cores = num(args, "cores");
	return args.assumed === !0 ? `the CPU assumed for this target has ${cores} physical cores` : args.detected === !0 ? `the target has ${cores} cores to use, a container's quota counted` : `the target has ${cores} physical cores`;
}
var threadsOverPerformanceCores = {
	id: "LP202",
	scope: "target",
	title: "More threads than performance cores",
	severity: "warning",
	why: "Work is shared out evenly, so a step takes as long as its slowest core: efficiency cores hold the fast ones back.",
	remedy: "Use one thread per performance core for generation; n_threads_batch may use all cores.",
	check: (context) => {
		let { performance_cores, efficiency_cores } = context.target.cpu, threads = context.config.settings.n_threads;
		return !(performance_cores > 0 && efficiency_cores > 0) || threads === void 0 || threads <= performance_cores || threads > coreLimit(context) ? [] : [
			{
				path: ["settings", "n_threads"],
				args: { threads, performance: performance_cores, efficiency: efficiency_cores }
			}
		];
	},
	fixes: fewestPerformanceCores,
	sentence: (args) => `n_threads is ${num(args, "threads")}; the target has ${num(args, "performance")} performance cores, and its ${num(args, "efficiency")} efficiency cores would hold them back.`
};
function fewestPerformanceCores({ hit, targets: targets2 }) {
	return [{ path: hit.path, values: [Math.min(...targets2.map(({ target }) => target.cpu.performance_cores))] }];
}

// shared/validate/rules/unknown-key.ts
var unknownKey = {
	id: "LP005",
	scope: "document",
	title: "Unknown key",
	severity: "error",
	why: "A key that nothing reads has no effect: the setting that was meant keeps its default, and the verdict is about that.",
	remedy: "Correct the name, move the key to where it belongs, or remove it.",
	sentence: (args) => {
		let belongs = str(args, "belongs_in"), near2 = list(args, "near"), hint = belongs ? ` It belongs in ${belongs}.` : near2.length > 0 ? ` Did you mean ${near2.join(", ")}?` : "", more3 = typeof args.more == "number" ? ` ${args.more} more keys are unknown.` : "";
		return `${str(args, "key")} is not a key of this format.${hint}${more3}`;
	}
};

// shared/validate/rules/version.ts
var version2 = {
	id: "LP006",
	scope: "document",
	title: "Format version not known",
	severity: "error",
	why: "A later format may mean other things by the same keys; judging it by this one could be wrong in silence.",
	remedy: "Use a release of this tool that knows the version, or write the config in version 1.",
	sentence: (args) => `The config says version ${num(args, "version")}; this release reads version ${num(args, "known")} only.`
};

// shared/validate/rules/vram.ts
var vramOver = {
	id: "LP101",
	scope: "target",
	title: "VRAM over",
	severity: "error",
	why: "What does not fit on the device is refused when the model loads, or spills into system memory and slows down many times.",
	remedy: "Ask for a smaller context, fewer layers on the GPU, a smaller micro-batch, a quantised cache or a smaller file.",
	check: (context) => memoryHits(context, "device", "over"),
	fixes: deviceMemoryFixes,
	sentence: (args) => `Needs ${showGib(num(args, "need"))}; ${str(args, "device")} leaves ${showGib(num(args, "usable"))}: ${showShort(args)} short. Sum: ${memoryTerms(args)}.`
}, vramNear = {
	id: "LP102",
	scope: "target",
	title: "VRAM near its limit",
	severity: "warning",
	why: "Above 90 % of the usable memory, a browser window or a second program on the device can tip it over.",
	remedy: "Leave some memory free: a slightly smaller context or micro-batch, or a layer less on the GPU.",
	check: (context) => memoryHits(context, "device", "near"),
	fixes: deviceMemoryFixes,
	sentence: (args) => `Needs ${showGib(num(args, "need"))}, over 90 % of the ${showGib(num(args, "usable"))} that ${str(args, "device")} leaves. Sum: ${memoryTerms(args)}.`
};

// shared/validate/rules/index.ts
var RULES = [
	syntax,
	duplicateKey,
	portableJson,
	badValue,
	unknownKey,
	version2,
	limits,
	modelUnknown,
	memoryUnknown,
	vramOver,
	vramNear,
	ramOver,
	ramNear,
	threadsOverCores,
	threadsOverPerformanceCores,
	sustainedBatch,
	contextOverTraining,
	batchOrder,
	backendAvailable,
	layersOutOfRange,
	quantisedCacheNeedsFlash,
	oneLayerLeft,
	sameCacheTypes,
	layersWithoutGpu,
	cacheBlockFits,
	batchHoldsSlots,
	staleMetadata
], BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));
function ruleOf(id) {
	return BY_ID.get(id);
}

// shared/policy/headroom.ts
var UNITS = { MiB: 1048576, GiB: 1073741824 }, HEADROOM_PATTERN = /^(?:0|(\d{1,6}(?:\.\d{1,3})?) ?(MiB|GiB|%))$/;
function parseHeadroom(text2) {
	let [all, amount, unit] = HEADROOM_PATTERN.exec(text2.trim()) ?? [];
	if (all === void 0) return null;
	if (amount === void 0 || unit === void 0) return { bytes: 0 };
	if (unit !== "%") return { bytes: Math.round(Number(amount) * UNITS[unit]) };
	let share = Number(amount) / 100;
	return share <= 0.5 ? { share } : null;
}
function withHeadroom(target, headroom) {
	if (headroom === null || ("bytes" in headroom ? headroom.bytes : headroom.share) === 0) return target;
	let less = (usable3, total2) => {
		if (usable3 === null) return null;
		let kept = "bytes" in headroom ? headroom.bytes : Math.round(headroom.share * (total2 ?? usable3.bytes));
		return {
			bytes: Math.max(0, usable3.bytes - kept),
			source: `${usable3.source}, less ${showGib(kept)} head-room of the policy`
		};
	}, devices = target.devices.map((device) => ({ ...device, usable: less(device.usable, device.total_bytes) }));
	if (!target.unified) return { ...target, devices };
	let usable2 = less(target.host.usable, target.host.total_bytes) ?? target.host.usable;
	return { ...target, devices, host: { ...target.host, usable: usable2 } };
}

// shared/policy/levels.ts
var LEVELS = ["error", "warning", "off"], FIXED = /* @__PURE__ */ new Set(["LP001", "LP004", "LP006", "LP007"]), NEVER_OFF = /* @__PURE__ */ new Set(["LP010", "LP011"]);
function levelsOf(rule) {
	return FIXED.has(rule) ? ["error"] : NEVER_OFF.has(rule) ? ["error", "warning"] : LEVELS;
}

// shared/policy/policy.ts
var POLICY_FILE = ".github/lp-config.yml", POLICY_VERSION = 1, FAIL_ON = ["error", "warning", "never"], ANNOTATIONS = ["all", "errors", "none"], SUMMARIES = ["full", "failures", "none"], IF_NO_FILES_FOUND = ["error", "warn", "ignore"], pattern = string2().min(1).max(512), targets = array(string2().min(1).max(512)).min(1).max(1e3), BaselineEntrySchema = strictObject({
	rule: _enum(RULES.map(({ id }) => id)),
	/** The config's path; `*` and `**` match as in globs. */
	config: pattern,
	/** All targets when absent. */
	target: string2().min(1).max(512).optional(),
	reason: string2().min(1).max(500),
	/** The last day on which it counts, as `2027-01-31`. */
	until: string2().regex(/^\d{4}-\d{2}-\d{2}$/).optional()
}), baseline = array(BaselineEntrySchema).max(5e3), ConfigGroupSchema = strictObject({ files: array(pattern).min(1).max(1e3), targets }), PolicySchema = strictObject({
	$schema: string2().max(500).optional(),
	version: literal(POLICY_VERSION),
	/** Patterns, `!` before one excludes; a group gives its files targets of their own. The last match counts. */
	configs: array(union([pattern, ConfigGroupSchema])).min(1).max(1e3).optional(),
	/** Profile ids and snapshot files. */
	targets: targets.optional(),
	/** Files of model facts, for configs that carry none. */
	models: array(pattern).max(1e3).optional(),
	"fail-on": _enum(FAIL_ON).optional(),
	"vram-headroom": string2().regex(HEADROOM_PATTERN).optional(),
	annotations: _enum(ANNOTATIONS).optional(),
	summary: _enum(SUMMARIES).optional(),
	"if-no-files-found": _enum(IF_NO_FILES_FOUND).optional(),
	/** The level of a rule where it is not the rule's own. */
	rules: strictObject(Object.fromEntries(RULES.map(({ id }) => [id, _enum(levelsOf(id)).optional()]))).optional(),
	baseline: baseline.optional()
}), BaselineFileSchema = strictObject({ version: literal(POLICY_VERSION), baseline });

// node_modules/fastest-levenshtein/esm/mod.js
var peq = new Uint32Array(65536), myers_32 = (a, b) => {
	let n = a.length, m = b.length, lst = 1 << n - 1, pv = -1, mv = 0, sc = n, i = n;
	for (; i--; )
		peq[a.charCodeAt(i)] |= 1 << i;
	for (i = 0; i < m; i++) {
		let eq = peq[b.charCodeAt(i)], xv = eq | mv;
		eq |= (eq & pv) + pv ^ pv, mv |= ~(eq | pv), pv &= eq, mv & lst && sc++, pv & lst && sc--, mv = mv << 1 | 1, pv = pv << 1 | ~(xv | mv), mv &= xv;
	}
	for (i = n; i--; )
		peq[a.charCodeAt(i)] = 0;
	return sc;
}, myers_x = (b, a) => {
	let n = a.length, m = b.length, mhc = [], phc = [], hsize = Math.ceil(n / 32), vsize = Math.ceil(m / 32);
	for (let i = 0; i < hsize; i++)
		phc[i] = -1, mhc[i] = 0;
	let j = 0;
	for (; j < vsize - 1; j++) {
		let mv2 = 0, pv2 = -1, start2 = j * 32, vlen2 = Math.min(32, m) + start2;
		for (let k = start2; k < vlen2; k++)
			peq[b.charCodeAt(k)] |= 1 << k;
		for (let i = 0; i < n; i++) {
			let eq = peq[a.charCodeAt(i)], pb = phc[i / 32 | 0] >>> i & 1, mb = mhc[i / 32 | 0] >>> i & 1, xv = eq | mv2, xh = ((eq | mb) & pv2) + pv2 ^ pv2 | eq | mb, ph = mv2 | ~(xh | pv2), mh = pv2 & xh;
			ph >>> 31 ^ pb && (phc[i / 32 | 0] ^= 1 << i), mh >>> 31 ^ mb && (mhc[i / 32 | 0] ^= 1 << i), ph = ph << 1 | pb, mh = mh << 1 | mb, pv2 = mh | ~(xv | ph), mv2 = ph & xv;
		}
		for (let k = start2; k < vlen2; k++)
			peq[b.charCodeAt(k)] = 0;
	}
	let mv = 0, pv = -1, start = j * 32, vlen = Math.min(32, m - start) + start;
	for (let k = start; k < vlen; k++)
		peq[b.charCodeAt(k)] |= 1 << k;
	let score = m;
	for (let i = 0; i < n; i++) {
		let eq = peq[a.charCodeAt(i)], pb = phc[i / 32 | 0] >>> i & 1, mb = mhc[i / 32 | 0] >>> i & 1, xv = eq | mv, xh = ((eq | mb) & pv) + pv ^ pv | eq | mb, ph = mv | ~(xh | pv), mh = pv & xh;
		score += ph >>> m - 1 & 1, score -= mh >>> m - 1 & 1, ph >>> 31 ^ pb && (phc[i / 32 | 0] ^= 1 << i), mh >>> 31 ^ mb && (mhc[i / 32 | 0] ^= 1 << i), ph = ph << 1 | pb, mh = mh << 1 | mb, pv = mh | ~(xv | ph), mv = ph & xv;
	}
	for (let k = start; k < vlen; k++)
		peq[b.charCodeAt(k)] = 0;
	return score;
}, distance = (a, b) => {
	if (a.length < b.length) {
		let tmp = b;
		b = a, a = tmp;
	}
	return b.length === 0 ? a.length : a.length <= 32 ? myers_32(a, b) : myers_x(a, b);
};

// shared/nearest.ts
function wordsOf(name) {
	return new Set(name.match(/\d+(?:\.\d+)?(?:[bm](?![a-z]))?|[a-z]+/g) ?? []);
}
var TELLING = /\d/, MODEL_NUMBER = /^\d{3,}$/;
function scoreOf(asked, asked_words, name) {
	if (asked.length > 2 && name.includes(asked)) return 0.5;
	let typos = distance(asked, name), words3 = wordsOf(name), shared = [...asked_words].filter((word) => words3.has(word)), lacks_number = [...asked_words].some((word) => MODEL_NUMBER.test(word) && !words3.has(word)), near2 = typos <= Math.max(2, Math.ceil(asked.length / 3)) ? typos + (lacks_number ? 2 : 0) : Number.POSITIVE_INFINITY;
	if (!(shared.some((word) => TELLING.test(word)) && shared.length > 1)) return near2;
	let by_words = 0.75 + 0.4 * (asked_words.size - shared.length) + (words3.size - shared.length);
	return Math.min(near2, by_words);
}
function nearestNames(wrong, names2, most = 3) {
	let asked = wrong.slice(0, 80).toLowerCase(), asked_words = wordsOf(asked), scored = [];
	for (let name of names2) {
		let score = scoreOf(asked, asked_words, name.toLowerCase());
		score !== Number.POSITIVE_INFINITY && scored.push({ name, score });
	}
	return scored.sort((a, b) => a.score - b.score || a.name.length - b.name.length || a.name.localeCompare(b.name)).slice(0, most).map(({ name }) => name);
}
function didYouMean(wrong, names2) {
	let near2 = nearestNames(wrong, names2);
	return near2.length === 0 ? "" : ` Did you mean ${near2.join(", ")}?`;
}

// shared/config/schema-keys.ts
function keysAt(schema4, path3) {
	let at2 = schema4;
	for (let segment of path3)
		if (at2 = unwrapped(at2), at2 instanceof ZodObject) at2 = at2.shape[String(segment)];
		else if (at2 instanceof ZodArray) at2 = at2.element;
		else return [];
	return at2 = unwrapped(at2), at2 instanceof ZodObject ? Object.keys(at2.shape) : [];
}
function unwrapped(schema4) {
	let inner = schema4;
	for (; inner instanceof ZodOptional || inner instanceof ZodNullable; ) inner = inner.unwrap();
	return inner;
}

// shared/config/show-path.ts
function showKey(path3) {
	let text2 = path3.reduce((shown2, segment) => typeof segment == "number" ? `${shown2}[${segment}]` : shown2 === "" ? segment : `${shown2}.${segment}`, "");
	return cut(text2);
}
function cut(text2) {
	return text2.length <= 80 ? text2 : `${text2.slice(0, 79)}…`;
}

// shared/config/schema-findings.ts
var MOST2 = 50, OTHER_NAMES = {
	batch_size: "n_batch",
	cache_type: "cache_type_k",
	context: "n_ctx",
	context_length: "n_ctx",
	ctx_size: "n_ctx",
	flash_attention: "flash_attn",
	gpu_layers: "n_gpu_layers",
	mlock: "use_mlock",
	mmap: "use_mmap",
	ngl: "n_gpu_layers",
	num_ctx: "n_ctx",
	num_gpu: "n_gpu_layers",
	num_thread: "n_threads",
	parallel: "n_parallel",
	threads: "n_threads",
	threads_batch: "n_threads_batch",
	type_k: "cache_type_k",
	type_v: "cache_type_v",
	ubatch_size: "n_ubatch"
};
function unknownKeyFindings(issues, schema4, places2) {
	let unknown3 = issues.flatMap(
		(issue3) => issue3.code === "unrecognized_keys" ? issue3.keys.map((key) => ({ holder: pathOf(issue3), key })) : []
	);
	return unknown3.slice(0, MOST2).map(({ holder, key }, index) => {
		let path3 = [...holder, key], names2 = keysAt(schema4, holder), belongs = holder.length === 0 ? keysAt(schema4, ["settings"]).includes(key) : keysAt(schema4, []).includes(key), other = Object.hasOwn(OTHER_NAMES, key) ? OTHER_NAMES[key] ?? "" : "", near2 = names2.includes(other) ? [other] : nearestNames(key, names2), args = {
			key: showKey(path3),
			near: near2,
			...belongs && { belongs_in: holder.length === 0 ? "settings" : "the document itself" },
			...more2(unknown3.length, index)
		};
		return { rule: "LP005", severity: "error", path: path3, args, place: places2.ofKey(path3) };
	});
}
function valueFindings(issues, value, places2) {
	let seen = /* @__PURE__ */ new Set(), wrong = issues.filter((issue3) => {
		let key = JSON.stringify(issue3.path);
		return issue3.code === "unrecognized_keys" || seen.has(key) ? !1 : (seen.add(key), !0);
	});
	return wrong.slice(0, MOST2).map((issue3, index) => {
		let path3 = pathOf(issue3), args = { key: showKey(path3), ...describe2(issue3, valueAt(value, path3)), ...more2(wrong.length, index) };
		return { rule: "LP004", severity: "error", path: path3, args, place: places2.ofValue(path3) };
	});
}
function describe2(issue3, actual) {
	let found2 = kindOf2(actual);
	if (found2 === "missing") return { problem: "missing" };
	let shown2 = typeof actual == "number" ? { found: found2, value: actual } : { found: found2 };
	switch (issue3.code) {
		case "invalid_type":
			return { problem: "type", expected: [issue3.expected], ...shown2 };
		case "invalid_union":
			return { problem: "type", expected: issue3.errors.flat().map((inner) => expectedOf(inner)), ...shown2 };
		case "too_small":
			return { problem: "too_small", limit: Number(issue3.minimum), of: issue3.origin, ...shown2 };
		case "too_big":
			return { problem: "too_big", limit: Number(issue3.maximum), of: issue3.origin, ...shown2 };
		case "invalid_value": {
			let choices = issue3.values.map(String), near2 = typeof actual == "string" ? nearestNames(actual, choices, 1).filter((name) => name !== actual) : [];
			return { problem: "choice", choices, near: near2, ...shown2 };
		}
		default:
			return { problem: "other", ...shown2 };
	}
}
function expectedOf(issue3) {
	return issue3.code === "invalid_type" ? issue3.expected : "shorter";
}
function kindOf2(value) {
	return value === void 0 ? "missing" : value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}
function more2(all, index) {
	return index === MOST2 - 1 && all > MOST2 ? { more: all - MOST2 } : {};
}
function pathOf(issue3) {
	return issue3.path.map((segment) => typeof segment == "number" ? segment : String(segment));
}
function valueAt(value, path3) {
	return path3.reduce(
		(at2, segment) => typeof at2 == "object" && at2 !== null ? at2[segment] : void 0,
		value
	);
}

// node_modules/yaml/browser/dist/nodes/identity.js
var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias"), DOC = /* @__PURE__ */ Symbol.for("yaml.document"), MAP = /* @__PURE__ */ Symbol.for("yaml.map"), PAIR = /* @__PURE__ */ Symbol.for("yaml.pair"), SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar"), SEQ = /* @__PURE__ */ Symbol.for("yaml.seq"), NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type"), isAlias = (node2) => !!node2 && typeof node2 == "object" && node2[NODE_TYPE] === ALIAS, isDocument = (node2) => !!node2 && typeof node2 == "object" && node2[NODE_TYPE] === DOC, isMap = (node2) => !!node2 && typeof node2 == "object" && node2[NODE_TYPE] === MAP, isPair = (node2) => !!node2 && typeof node2 == "object" && node2[NODE_TYPE] === PAIR, isScalar = (node2) => !!node2 && typeof node2 == "object" && node2[NODE_TYPE] === SCALAR, isSeq = (node2) => !!node2 && typeof node2 == "object" && node2[NODE_TYPE] === SEQ;
function isCollection(node2) {
	if (node2 && typeof node2 == "object") switch (node2[NODE_TYPE]) {
		case MAP:
		case SEQ:
			return !0;
	}
	return !1;
}
function isNode(node2) {
	if (node2 && typeof node2 == "object") switch (node2[NODE_TYPE]) {
		case ALIAS:
		case MAP:
		case SCALAR:
		case SEQ:
			return !0;
	}
	return !1;
}
var hasAnchor = (node2) => (isScalar(node2) || isCollection(node2)) && !!node2.anchor;

// node_modules/yaml/browser/dist/visit.js
var BREAK = /* @__PURE__ */ Symbol("break visit"), SKIP = /* @__PURE__ */ Symbol("skip children"), REMOVE = /* @__PURE__ */ Symbol("remove node");
function visit(node2, visitor) {
	let visitor_ = initVisitor(visitor);
	isDocument(node2) ? visit_(null, node2.contents, visitor_, Object.freeze([node2])) === REMOVE && (node2.contents = null) : visit_(null, node2, visitor_, Object.freeze([]));
}
visit.BREAK = BREAK;
visit.SKIP = SKIP;
visit.REMOVE = REMOVE;
function visit_(key, node2, visitor, path3) {
	let ctrl = callVisitor(key, node2, visitor, path3);
	if (isNode(ctrl) || isPair(ctrl))
		return replaceNode(key, path3, ctrl), visit_(key, ctrl, visitor, path3);
	if (typeof ctrl != "symbol") {
		if (isCollection(node2)) {
			path3 = Object.freeze(path3.concat(node2));
			for (let i = 0; i < node2.items.length; ++i) {
				let ci = visit_(i, node2.items[i], visitor, path3);
				if (typeof ci == "number") i = ci - 1;
				else {
					if (ci === BREAK) return BREAK;
					ci === REMOVE && (node2.items.splice(i, 1), i -= 1);
				}
			}
		} else if (isPair(node2)) {
			path3 = Object.freeze(path3.concat(node2));
			let ck = visit_("key", node2.key, visitor, path3);
			if (ck === BREAK) return BREAK;
			ck === REMOVE && (node2.key = null);
			let cv = visit_("value", node2.value, visitor, path3);
			if (cv === BREAK) return BREAK;
			cv === REMOVE && (node2.value = null);
		}
	}
	return ctrl;
}
async function visitAsync(node2, visitor) {
	let visitor_ = initVisitor(visitor);
	isDocument(node2) ? await visitAsync_(null, node2.contents, visitor_, Object.freeze([node2])) === REMOVE && (node2.contents = null) : await visitAsync_(null, node2, visitor_, Object.freeze([]));
}
visitAsync.BREAK = BREAK;
visitAsync.SKIP = SKIP;
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node2, visitor, path3) {
	let ctrl = await callVisitor(key, node2, visitor, path3);
	if (isNode(ctrl) || isPair(ctrl))
		return replaceNode(key, path3, ctrl), visitAsync_(key, ctrl, visitor, path3);
	if (typeof ctrl != "symbol") {
		if (isCollection(node2)) {
			path3 = Object.freeze(path3.concat(node2));
			for (let i = 0; i < node2.items.length; ++i) {
				let ci = await visitAsync_(i, node2.items[i], visitor, path3);
				if (typeof ci == "number") i = ci - 1;
				else {
					if (ci === BREAK) return BREAK;
					ci === REMOVE && (node2.items.splice(i, 1), i -= 1);
				}
			}
		} else if (isPair(node2)) {
			path3 = Object.freeze(path3.concat(node2));
			let ck = await visitAsync_("key", node2.key, visitor, path3);
			if (ck === BREAK) return BREAK;
			ck === REMOVE && (node2.key = null);
			let cv = await visitAsync_("value", node2.value, visitor, path3);
			if (cv === BREAK) return BREAK;
			cv === REMOVE && (node2.value = null);
		}
	}
	return ctrl;
}
function initVisitor(visitor) {
	return typeof visitor == "object" && (visitor.Collection || visitor.Node || visitor.Value) ? Object.assign({ Alias: visitor.Node, Map: visitor.Node, Scalar: visitor.Node, Seq: visitor.Node }, visitor.Value && { Map: visitor.Value, Scalar: visitor.Value, Seq: visitor.Value }, visitor.Collection && { Map: visitor.Collection, Seq: visitor.Collection }, visitor) : visitor;
}
function callVisitor(key, node2, visitor, path3) {
	if (typeof visitor == "function") return visitor(key, node2, path3);
	if (isMap(node2)) return visitor.Map?.(key, node2, path3);
	if (isSeq(node2)) return visitor.Seq?.(key, node2, path3);
	if (isPair(node2)) return visitor.Pair?.(key, node2, path3);
	if (isScalar(node2)) return visitor.Scalar?.(key, node2, path3);
	if (isAlias(node2)) return visitor.Alias?.(key, node2, path3);
}
function replaceNode(key, path3, node2) {
	let parent = path3[path3.length - 1];
	if (isCollection(parent))
		parent.items[key] = node2;
	else if (isPair(parent))
		key === "key" ? parent.key = node2 : parent.value = node2;
	else if (isDocument(parent))
		parent.contents = node2;
	else {
		let pt = isAlias(parent) ? "alias" : "scalar";
		throw new Error(`Cannot replace node with ${pt} parent`);
	}
}

// node_modules/yaml/browser/dist/doc/directives.js
var escapeChars = { "!": "%21", ",": "%2C", "[": "%5B", "]": "%5D", "{": "%7B", "}": "%7D" }, escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]), Directives = class _Directives {
	constructor(yaml, tags) {
		this.docStart = null, this.docEnd = !1, this.yaml = Object.assign({}, _Directives.defaultYaml, yaml), this.tags = Object.assign({}, _Directives.defaultTags, tags);
	}
	clone() {
		let copy = new _Directives(this.yaml, this.tags);
		return copy.docStart = this.docStart, copy;
	}
	atDocument() {
		let res = new _Directives(this.yaml, this.tags);
		switch (this.yaml.version) {
			case "1.1":
				this.atNextDocument = !0;
				break;
			case "1.2":
				this.atNextDocument = !1, this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.2" }, this.tags = Object.assign({}, _Directives.defaultTags);
				break;
		}
		return res;
	}
	add(line, onError) {
		this.atNextDocument && (this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" }, this.tags = Object.assign({}, _Directives.defaultTags), this.atNextDocument = !1);
		let parts = line.trim().split(/[ \t]+/), name = parts.shift();
		switch (name) {
			case "%TAG": {
				if (parts.length !== 2 && (onError(0, "%TAG directive should contain exactly two parts"), parts.length < 2))
					return !1;
				let [handle, prefix] = parts;
				return this.tags[handle] = prefix, !0;
			}
			case "%YAML": {
				if (this.yaml.explicit = !0, parts.length !== 1)
					return onError(0, "%YAML directive should contain exactly one part"), !1;
				let [version3] = parts;
				if (version3 === "1.1" || version3 === "1.2")
					return this.yaml.version = version3, !0;
				{
					let isValid = /^\d+\.\d+$/.test(version3);
					return onError(6, `Unsupported YAML version ${version3}`, isValid), !1;
				}
			}
			default:
				return onError(0, `Unknown directive ${name}`, !0), !1;
		}
	}
	tagName(source, onError) {
		if (source === "!") return "!";
		if (source[0] !== "!")
			return onError(`Not a valid tag: ${source}`), null;
		if (source[1] === "<") {
			let verbatim = source.slice(2, -1);
			return verbatim === "!" || verbatim === "!!" ? (onError(`Verbatim tags aren't resolved, so ${source} is invalid.`), null) : (source[source.length - 1] !== ">" && onError("Verbatim tags must end with a >"), verbatim);
		}
		let [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
		suffix || onError(`The ${source} tag has no suffix`);
		let prefix = this.tags[handle];
		if (prefix)
			try {
				return prefix + decodeURIComponent(suffix);
			} catch (error2) {
				return onError(String(error2)), null;
			}
		return handle === "!" ? source : (onError(`Could not resolve tag: ${source}`), null);
	}
	tagString(tag) {
		for (let [handle, prefix] of Object.entries(this.tags))
			if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
		return tag[0] === "!" ? tag : `!<${tag}>`;
	}
	toString(doc) {
		let lines2 = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [], tagEntries = Object.entries(this.tags), tagNames;
		if (doc && tagEntries.length > 0 && isNode(doc.contents)) {
			let tags = {};
			visit(doc.contents, (_key, node2) => {
				isNode(node2) && node2.tag && (tags[node2.tag] = !0);
			}), tagNames = Object.keys(tags);
		} else tagNames = [];
		for (let [handle, prefix] of tagEntries)
			handle === "!!" && prefix === "tag:yaml.org,2002:" || (!doc || tagNames.some((tn) => tn.startsWith(prefix))) && lines2.push(`%TAG ${handle} ${prefix}`);
		return lines2.join(`
`);
	}
};
Directives.defaultYaml = { explicit: !1, version: "1.2" };
Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };

// node_modules/yaml/browser/dist/doc/anchors.js
function anchorIsValid(anchor2) {
	if (/[\x00-\x19\s,[\]{}]/.test(anchor2)) {
		let msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor2)}`;
		throw new Error(msg);
	}
	return !0;
}
function anchorNames(root) {
	let anchors = /* @__PURE__ */ new Set();
	return visit(root, { Value(_key, node2) {
		node2.anchor && anchors.add(node2.anchor);
	} }), anchors;
}
function findNewAnchor(prefix, exclude) {
	for (let i = 1; ; ++i) {
		let name = `${prefix}${i}`;
		if (!exclude.has(name)) return name;
	}
}
function createNodeAnchors(doc, prefix) {
	let aliasObjects = [], sourceObjects = /* @__PURE__ */ new Map(), prevAnchors = null;
	return { onAnchor: (source) => {
		aliasObjects.push(source), prevAnchors ?? (prevAnchors = anchorNames(doc));
		let anchor2 = findNewAnchor(prefix, prevAnchors);
		return prevAnchors.add(anchor2), anchor2;
	}, setAnchors: () => {
		for (let source of aliasObjects) {
			let ref = sourceObjects.get(source);
			if (typeof ref == "object" && ref.anchor && (isScalar(ref.node) || isCollection(ref.node)))
				ref.node.anchor = ref.anchor;
			else {
				let error2 = new Error("Failed to resolve repeated object (this should not happen)");
				throw error2.source = source, error2;
			}
		}
	}, sourceObjects };
}

// node_modules/yaml/browser/dist/doc/applyReviver.js
function applyReviver(reviver, obj, key, val) {
	if (val && typeof val == "object")
		if (Array.isArray(val))
			for (let i = 0, len = val.length; i < len; ++i) {
				let v0 = val[i], v1 = applyReviver(reviver, val, String(i), v0);
				v1 === void 0 ? delete val[i] : v1 !== v0 && (val[i] = v1);
			}
		else if (val instanceof Map)
			for (let k of Array.from(val.keys())) {
				let v0 = val.get(k), v1 = applyReviver(reviver, val, k, v0);
				v1 === void 0 ? val.delete(k) : v1 !== v0 && val.set(k, v1);
			}
		else if (val instanceof Set)
			for (let v0 of Array.from(val)) {
				let v1 = applyReviver(reviver, val, v0, v0);
				v1 === void 0 ? val.delete(v0) : v1 !== v0 && (val.delete(v0), val.add(v1));
			}
		else
			for (let [k, v0] of Object.entries(val)) {
				let v1 = applyReviver(reviver, val, k, v0);
				v1 === void 0 ? delete val[k] : v1 !== v0 && (val[k] = v1);
			}
	return reviver.call(obj, key, val);
}

// node_modules/yaml/browser/dist/nodes/toJS.js
function toJS(value, arg, ctx) {
	if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
	if (value && typeof value.toJSON == "function") {
		if (!ctx || !hasAnchor(value)) return value.toJSON(arg, ctx);
		let data = { aliasCount: 0, count: 1, res: void 0 };
		ctx.anchors.set(value, data), ctx.onCreate = (res2) => {
			data.res = res2, delete ctx.onCreate;
		};
		let res = value.toJSON(arg, ctx);
		return ctx.onCreate && ctx.onCreate(res), res;
	}
	return typeof value == "bigint" && !ctx?.keep ? Number(value) : value;
}

// node_modules/yaml/browser/dist/nodes/Node.js
var NodeBase = class {
	constructor(type) {
		Object.defineProperty(this, NODE_TYPE, { value: type });
	}
	clone() {
		let copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
		return this.range && (copy.range = this.range.slice()), copy;
	}
	toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
		if (!isDocument(doc)) throw new TypeError("A document argument is required");
		let ctx = { anchors: /* @__PURE__ */ new Map(), doc, keep: !0, mapAsMap: mapAsMap === !0, mapKeyWarned: !1, maxAliasCount: typeof maxAliasCount == "number" ? maxAliasCount : 100 }, res = toJS(this, "", ctx);
		if (typeof onAnchor == "function") for (let { count: count4, res: res2 } of ctx.anchors.values()) onAnchor(res2, count4);
		return typeof reviver == "function" ? applyReviver(reviver, { "": res }, "", res) : res;
	}
};

// node_modules/yaml/browser/dist/nodes/Alias.js
var Alias = class extends NodeBase {
	constructor(source) {
		super(ALIAS), this.source = source, Object.defineProperty(this, "tag", { set() {
			throw new Error("Alias nodes cannot have tags");
		} });
	}
	resolve(doc, ctx) {
		if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
		let nodes;
		ctx?.aliasResolveCache ? nodes = ctx.aliasResolveCache : (nodes = [], visit(doc, { Node: (_key, node2) => {
			(isAlias(node2) || hasAnchor(node2)) && nodes.push(node2);
		} }), ctx && (ctx.aliasResolveCache = nodes));
		let found2;
		for (let node2 of nodes) {
			if (node2 === this) break;
			node2.anchor === this.source && (found2 = node2);
		}
		if (found2 && ctx) {
			let { anchors, doc: doc2, maxAliasCount } = ctx, data = anchors.get(found2);
			if (data || (toJS(found2, null, ctx), data = anchors.get(found2)), data?.res === void 0) {
				let msg = "This should not happen: Alias anchor was not resolved?";
				throw new ReferenceError(msg);
			}
			if (maxAliasCount >= 0 && (data.count += 1, data.aliasCount === 0 && (data.aliasCount = getAliasCount(doc2, found2, anchors)), data.count * data.aliasCount > maxAliasCount)) {
				let msg = "Excessive alias count indicates a resource exhaustion attack";
				throw new ReferenceError(msg);
			}
		}
		return found2;
	}
	toJSON(_arg, ctx) {
		if (!ctx) return { source: this.source };
		let source = this.resolve(ctx.doc, ctx);
		if (!source) {
			let msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
			throw new ReferenceError(msg);
		}
		return ctx.anchors.get(source).res;
	}
	toString(ctx, _onComment, _onChompKeep) {
		let src = `*${this.source}`;
		if (ctx) {
			if (anchorIsValid(this.source), ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
				let msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new Error(msg);
			}
			if (ctx.implicitKey) return `${src} `;
		}
		return src;
	}
};
function getAliasCount(doc, node2, anchors) {
	if (isAlias(node2)) {
		let source = node2.resolve(doc), anchor2 = anchors && source && anchors.get(source);
		return anchor2 ? anchor2.count * anchor2.aliasCount : 0;
	} else if (isCollection(node2)) {
		let count4 = 0;
		for (let item of node2.items) {
			let c = getAliasCount(doc, item, anchors);
			c > count4 && (count4 = c);
		}
		return count4;
	} else if (isPair(node2)) {
		let kc = getAliasCount(doc, node2.key, anchors), vc = getAliasCount(doc, node2.value, anchors);
		return Math.max(kc, vc);
	}
	return 1;
}

// node_modules/yaml/browser/dist/nodes/Scalar.js
var isScalarValue = (value) => !value || typeof value != "function" && typeof value != "object", Scalar = class extends NodeBase {
	constructor(value) {
		super(SCALAR), this.value = value;
	}
	toJSON(arg, ctx) {
		return ctx?.keep ? this.value : toJS(this.value, arg, ctx);
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

// node_modules/yaml/browser/dist/doc/createNode.js
var defaultTagPrefix = "tag:yaml.org,2002:";
function findTagObject(value, tagName, tags) {
	if (tagName) {
		let match = tags.filter((t) => t.tag === tagName), tagObj = match.find((t) => !t.format) ?? match[0];
		if (!tagObj) throw new Error(`Tag ${tagName} not found`);
		return tagObj;
	}
	return tags.find((t) => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
	if (isDocument(value) && (value = value.contents), isNode(value)) return value;
	if (isPair(value)) {
		let map2 = ctx.schema[MAP].createNode?.(ctx.schema, null, ctx);
		return map2.items.push(value), map2;
	}
	(value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt < "u" && value instanceof BigInt) && (value = value.valueOf());
	let { aliasDuplicateObjects, onAnchor, onTagObj, schema: schema4, sourceObjects } = ctx, ref;
	if (aliasDuplicateObjects && value && typeof value == "object") {
		if (ref = sourceObjects.get(value), ref)
			return ref.anchor ?? (ref.anchor = onAnchor(value)), new Alias(ref.anchor);
		ref = { anchor: null, node: null }, sourceObjects.set(value, ref);
	}
	tagName?.startsWith("!!") && (tagName = defaultTagPrefix + tagName.slice(2));
	let tagObj = findTagObject(value, tagName, schema4.tags);
	if (!tagObj) {
		if (value && typeof value.toJSON == "function" && (value = value.toJSON()), !value || typeof value != "object") {
			let node22 = new Scalar(value);
			return ref && (ref.node = node22), node22;
		}
		tagObj = value instanceof Map ? schema4[MAP] : Symbol.iterator in Object(value) ? schema4[SEQ] : schema4[MAP];
	}
	onTagObj && (onTagObj(tagObj), delete ctx.onTagObj);
	let node2 = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from == "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar(value);
	return tagName ? node2.tag = tagName : tagObj.default || (node2.tag = tagObj.tag), ref && (ref.node = node2), node2;
}

// node_modules/yaml/browser/dist/nodes/Collection.js
function collectionFromPath(schema4, path3, value) {
	let v = value;
	for (let i = path3.length - 1; i >= 0; --i) {
		let k = path3[i];
		if (typeof k == "number" && Number.isInteger(k) && k >= 0) {
			let a = [];
			a[k] = v, v = a;
		} else
			v = /* @__PURE__ */ new Map([[k, v]]);
	}
	return createNode(v, void 0, { aliasDuplicateObjects: !1, keepUndefined: !1, onAnchor: () => {
		throw new Error("This should not happen, please report a bug.");
	}, schema: schema4, sourceObjects: /* @__PURE__ */ new Map() });
}
var isEmptyPath = (path3) => path3 == null || typeof path3 == "object" && !!path3[Symbol.iterator]().next().done, Collection = class extends NodeBase {
	constructor(type, schema4) {
		super(type), Object.defineProperty(this, "schema", { value: schema4, configurable: !0, enumerable: !1, writable: !0 });
	}
	clone(schema4) {
		let copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
		return schema4 && (copy.schema = schema4), copy.items = copy.items.map((it) => isNode(it) || isPair(it) ? it.clone(schema4) : it), this.range && (copy.range = this.range.slice()), copy;
	}
	addIn(path3, value) {
		if (isEmptyPath(path3)) this.add(value);
		else {
			let [key, ...rest] = path3, node2 = this.get(key, !0);
			if (isCollection(node2)) node2.addIn(rest, value);
			else if (node2 === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
	}
	deleteIn(path3) {
		let [key, ...rest] = path3;
		if (rest.length === 0) return this.delete(key);
		let node2 = this.get(key, !0);
		if (isCollection(node2)) return node2.deleteIn(rest);
		throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
	}
	getIn(path3, keepScalar) {
		let [key, ...rest] = path3, node2 = this.get(key, !0);
		return rest.length === 0 ? !keepScalar && isScalar(node2) ? node2.value : node2 : isCollection(node2) ? node2.getIn(rest, keepScalar) : void 0;
	}
	hasAllNullValues(allowScalar) {
		return this.items.every((node2) => {
			if (!isPair(node2)) return !1;
			let n = node2.value;
			return n == null || allowScalar && isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
		});
	}
	hasIn(path3) {
		let [key, ...rest] = path3;
		if (rest.length === 0) return this.has(key);
		let node2 = this.get(key, !0);
		return isCollection(node2) ? node2.hasIn(rest) : !1;
	}
	setIn(path3, value) {
		let [key, ...rest] = path3;
		if (rest.length === 0)
			this.set(key, value);
		else {
			let node2 = this.get(key, !0);
			if (isCollection(node2)) node2.setIn(rest, value);
			else if (node2 === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
	}
};

// node_modules/yaml/browser/dist/stringify/stringifyPair.js
function refuse4() {
	throw new Error("not part of this bundle");
}

// node_modules/yaml/browser/dist/log.js
function warn(logLevel, warning) {
	(logLevel === "debug" || logLevel === "warn") && console.warn(warning);
}

// node_modules/yaml/browser/dist/schema/yaml-1.1/merge.js
var MERGE_KEY = "<<", merge2 = { identify: (value) => value === MERGE_KEY || typeof value == "symbol" && value.description === MERGE_KEY, default: "key", tag: "tag:yaml.org,2002:merge", test: /^<<$/, resolve: () => Object.assign(new Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }), stringify: () => MERGE_KEY }, isMergeKey = (ctx, key) => (merge2.identify(key) || isScalar(key) && (!key.type || key.type === Scalar.PLAIN) && merge2.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge2.tag && tag.default);
function addMergeToJSMap(ctx, map2, value) {
	let source = resolveAliasValue(ctx, value);
	if (isSeq(source)) for (let it of source.items) mergeValue(ctx, map2, it);
	else if (Array.isArray(source)) for (let it of source) mergeValue(ctx, map2, it);
	else mergeValue(ctx, map2, source);
}
function mergeValue(ctx, map2, value) {
	let source = resolveAliasValue(ctx, value);
	if (!isMap(source)) throw new Error("Merge sources must be maps or map aliases");
	let srcMap = source.toJSON(null, ctx, Map);
	for (let [key, value2] of srcMap)
		map2 instanceof Map ? map2.has(key) || map2.set(key, value2) : map2 instanceof Set ? map2.add(key) : Object.prototype.hasOwnProperty.call(map2, key) || Object.defineProperty(map2, key, { value: value2, writable: !0, enumerable: !0, configurable: !0 });
	return map2;
}
function resolveAliasValue(ctx, value) {
	return ctx && isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

// node_modules/yaml/browser/dist/stringify/stringify.js
function refuse5() {
	throw new Error("not part of this bundle");
}

// node_modules/yaml/browser/dist/nodes/addPairToJSMap.js
function addPairToJSMap(ctx, map2, { key, value }) {
	if (isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map2, value);
	else if (isMergeKey(ctx, key)) addMergeToJSMap(ctx, map2, value);
	else {
		let jsKey = toJS(key, "", ctx);
		if (map2 instanceof Map)
			map2.set(jsKey, toJS(value, jsKey, ctx));
		else if (map2 instanceof Set)
			map2.add(jsKey);
		else {
			let stringKey = stringifyKey(key, jsKey, ctx), jsValue = toJS(value, stringKey, ctx);
			stringKey in map2 ? Object.defineProperty(map2, stringKey, { value: jsValue, writable: !0, enumerable: !0, configurable: !0 }) : map2[stringKey] = jsValue;
		}
	}
	return map2;
}
function stringifyKey(key, jsKey, ctx) {
	if (jsKey === null) return "";
	if (typeof jsKey != "object") return String(jsKey);
	if (isNode(key) && ctx?.doc) {
		let strCtx = refuse5(ctx.doc, {});
		strCtx.anchors = /* @__PURE__ */ new Set();
		for (let node2 of ctx.anchors.keys()) strCtx.anchors.add(node2.anchor);
		strCtx.inFlow = !0, strCtx.inStringifyKey = !0;
		let strKey = key.toString(strCtx);
		if (!ctx.mapKeyWarned) {
			let jsonStr = JSON.stringify(strKey);
			jsonStr.length > 40 && (jsonStr = jsonStr.substring(0, 36) + '..."'), warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`), ctx.mapKeyWarned = !0;
		}
		return strKey;
	}
	return JSON.stringify(jsKey);
}

// node_modules/yaml/browser/dist/nodes/Pair.js
function createPair(key, value, ctx) {
	let k = createNode(key, void 0, ctx), v = createNode(value, void 0, ctx);
	return new Pair(k, v);
}
var Pair = class _Pair {
	constructor(key, value = null) {
		Object.defineProperty(this, NODE_TYPE, { value: PAIR }), this.key = key, this.value = value;
	}
	clone(schema4) {
		let { key, value } = this;
		return isNode(key) && (key = key.clone(schema4)), isNode(value) && (value = value.clone(schema4)), new _Pair(key, value);
	}
	toJSON(_, ctx) {
		let pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
		return addPairToJSMap(ctx, pair, this);
	}
	toString(ctx, onComment, onChompKeep) {
		return ctx?.doc ? refuse4(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
	}
};

// node_modules/yaml/browser/dist/stringify/stringifyCollection.js
function refuse6() {
	throw new Error("not part of this bundle");
}

// node_modules/yaml/browser/dist/nodes/YAMLMap.js
function findPair(items, key) {
	let k = isScalar(key) ? key.value : key;
	for (let it of items)
		if (isPair(it) && (it.key === key || it.key === k || isScalar(it.key) && it.key.value === k))
			return it;
}
var YAMLMap = class extends Collection {
	static get tagName() {
		return "tag:yaml.org,2002:map";
	}
	constructor(schema4) {
		super(MAP, schema4), this.items = [];
	}
	static from(schema4, obj, ctx) {
		let { keepUndefined, replacer } = ctx, map2 = new this(schema4), add2 = (key, value) => {
			if (typeof replacer == "function") value = replacer.call(obj, key, value);
			else if (Array.isArray(replacer) && !replacer.includes(key)) return;
			(value !== void 0 || keepUndefined) && map2.items.push(createPair(key, value, ctx));
		};
		if (obj instanceof Map)
			for (let [key, value] of obj) add2(key, value);
		else if (obj && typeof obj == "object")
			for (let key of Object.keys(obj)) add2(key, obj[key]);
		return typeof schema4.sortMapEntries == "function" && map2.items.sort(schema4.sortMapEntries), map2;
	}
	add(pair, overwrite2) {
		let _pair;
		isPair(pair) ? _pair = pair : !pair || typeof pair != "object" || !("key" in pair) ? _pair = new Pair(pair, pair?.value) : _pair = new Pair(pair.key, pair.value);
		let prev = findPair(this.items, _pair.key), sortEntries = this.schema?.sortMapEntries;
		if (prev) {
			if (!overwrite2) throw new Error(`Key ${_pair.key} already set`);
			isScalar(prev.value) && isScalarValue(_pair.value) ? prev.value.value = _pair.value : prev.value = _pair.value;
		} else if (sortEntries) {
			let i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
			i === -1 ? this.items.push(_pair) : this.items.splice(i, 0, _pair);
		} else
			this.items.push(_pair);
	}
	delete(key) {
		let it = findPair(this.items, key);
		return it ? this.items.splice(this.items.indexOf(it), 1).length > 0 : !1;
	}
	get(key, keepScalar) {
		let node2 = findPair(this.items, key)?.value;
		return (!keepScalar && isScalar(node2) ? node2.value : node2) ?? void 0;
	}
	has(key) {
		return !!findPair(this.items, key);
	}
	set(key, value) {
		this.add(new Pair(key, value), !0);
	}
	toJSON(_, ctx, Type) {
		let map2 = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
		ctx?.onCreate && ctx.onCreate(map2);
		for (let item of this.items) addPairToJSMap(ctx, map2, item);
		return map2;
	}
	toString(ctx, onComment, onChompKeep) {
		if (!ctx) return JSON.stringify(this);
		for (let item of this.items)
			if (!isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
		return !ctx.allNullValues && this.hasAllNullValues(!1) && (ctx = Object.assign({}, ctx, { allNullValues: !0 })), refuse6(this, ctx, { blockItemPrefix: "", flowChars: { start: "{", end: "}" }, itemIndent: ctx.indent || "", onChompKeep, onComment });
	}
};

// node_modules/yaml/browser/dist/schema/common/map.js
var map = { collection: "map", default: !0, nodeClass: YAMLMap, tag: "tag:yaml.org,2002:map", resolve(map2, onError) {
	return isMap(map2) || onError("Expected a mapping for this tag"), map2;
}, createNode: (schema4, obj, ctx) => YAMLMap.from(schema4, obj, ctx) };

// node_modules/yaml/browser/dist/nodes/YAMLSeq.js
var YAMLSeq = class extends Collection {
	static get tagName() {
		return "tag:yaml.org,2002:seq";
	}
	constructor(schema4) {
		super(SEQ, schema4), this.items = [];
	}
	add(value) {
		this.items.push(value);
	}
	delete(key) {
		let idx = asItemIndex(key);
		return typeof idx != "number" ? !1 : this.items.splice(idx, 1).length > 0;
	}
	get(key, keepScalar) {
		let idx = asItemIndex(key);
		if (typeof idx != "number") return;
		let it = this.items[idx];
		return !keepScalar && isScalar(it) ? it.value : it;
	}
	has(key) {
		let idx = asItemIndex(key);
		return typeof idx == "number" && idx < this.items.length;
	}
	set(key, value) {
		let idx = asItemIndex(key);
		if (typeof idx != "number") throw new Error(`Expected a valid index, not ${key}.`);
		let prev = this.items[idx];
		isScalar(prev) && isScalarValue(value) ? prev.value = value : this.items[idx] = value;
	}
	toJSON(_, ctx) {
		let seq2 = [];
		ctx?.onCreate && ctx.onCreate(seq2);
		let i = 0;
		for (let item of this.items) seq2.push(toJS(item, String(i++), ctx));
		return seq2;
	}
	toString(ctx, onComment, onChompKeep) {
		return ctx ? refuse6(this, ctx, { blockItemPrefix: "- ", flowChars: { start: "[", end: "]" }, itemIndent: (ctx.indent || "") + "  ", onChompKeep, onComment }) : JSON.stringify(this);
	}
	static from(schema4, obj, ctx) {
		let { replacer } = ctx, seq2 = new this(schema4);
		if (obj && Symbol.iterator in Object(obj)) {
			let i = 0;
			for (let it of obj) {
				if (typeof replacer == "function") {
					let key = obj instanceof Set ? it : String(i++);
					it = replacer.call(obj, key, it);
				}
				seq2.items.push(createNode(it, void 0, ctx));
			}
		}
		return seq2;
	}
};
function asItemIndex(key) {
	let idx = isScalar(key) ? key.value : key;
	return idx && typeof idx == "string" && (idx = Number(idx)), typeof idx == "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
}

// node_modules/yaml/browser/dist/schema/common/seq.js
var seq = { collection: "seq", default: !0, nodeClass: YAMLSeq, tag: "tag:yaml.org,2002:seq", resolve(seq2, onError) {
	return isSeq(seq2) || onError("Expected a sequence for this tag"), seq2;
}, createNode: (schema4, obj, ctx) => YAMLSeq.from(schema4, obj, ctx) };

// node_modules/yaml/browser/dist/stringify/foldFlowLines.js
function refuse7() {
	throw new Error("not part of this bundle");
}

// node_modules/yaml/browser/dist/stringify/stringifyString.js
var getFoldOptions = (ctx, isBlock2) => ({ indentAtStart: isBlock2 ? ctx.indent.length : ctx.indentAtStart, lineWidth: ctx.options.lineWidth, minContentWidth: ctx.options.minContentWidth }), containsDocumentMarker = (str2) => /^(%|---|\.\.\.)/m.test(str2);
function lineLengthOverLimit(str2, lineWidth, indentLength) {
	if (!lineWidth || lineWidth < 0) return !1;
	let limit = lineWidth - indentLength, strLen = str2.length;
	if (strLen <= limit) return !1;
	for (let i = 0, start = 0; i < strLen; ++i)
		if (str2[i] === `
`) {
			if (i - start > limit) return !0;
			if (start = i + 1, strLen - start <= limit) return !1;
		}
	return !0;
}
function doubleQuotedString(value, ctx) {
	let json = JSON.stringify(value);
	if (ctx.options.doubleQuotedAsJSON) return json;
	let { implicitKey } = ctx, minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength, indent = ctx.indent || (containsDocumentMarker(value) ? "  " : ""), str2 = "", start = 0;
	for (let i = 0, ch = json[i]; ch; ch = json[++i])
		if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n" && (str2 += json.slice(start, i) + "\\ ", i += 1, start = i, ch = "\\"), ch === "\\") switch (json[i + 1]) {
			case "u":
				{
					str2 += json.slice(start, i);
					let code2 = json.substr(i + 2, 4);
					switch (code2) {
						case "0000":
							str2 += "\\0";
							break;
						case "0007":
							str2 += "\\a";
							break;
						case "000b":
							str2 += "\\v";
							break;
						case "001b":
							str2 += "\\e";
							break;
						case "0085":
							str2 += "\\N";
							break;
						case "00a0":
							str2 += "\\_";
							break;
						case "2028":
							str2 += "\\L";
							break;
						case "2029":
							str2 += "\\P";
							break;
						default:
							code2.substr(0, 2) === "00" ? str2 += "\\x" + code2.substr(2) : str2 += json.substr(i, 6);
					}
					i += 5, start = i + 1;
				}
				break;
			case "n":
				if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength)
					i += 1;
				else {
					for (str2 += json.slice(start, i) + `

`; json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"'; )
						str2 += `
`, i += 2;
					str2 += indent, json[i + 2] === " " && (str2 += "\\"), i += 1, start = i + 1;
				}
				break;
			default:
				i += 1;
		}
	return str2 = start ? str2 + json.slice(start) : json, implicitKey ? str2 : refuse7(str2, indent, refuse7, getFoldOptions(ctx, !1));
}
function singleQuotedString(value, ctx) {
	if (ctx.options.singleQuote === !1 || ctx.implicitKey && value.includes(`
`) || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
	let indent = ctx.indent || (containsDocumentMarker(value) ? "  " : ""), res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
	return ctx.implicitKey ? res : refuse7(res, indent, refuse7, getFoldOptions(ctx, !1));
}
function quotedString(value, ctx) {
	let { singleQuote } = ctx.options, qs;
	if (singleQuote === !1) qs = doubleQuotedString;
	else {
		let hasDouble = value.includes('"'), hasSingle = value.includes("'");
		hasDouble && !hasSingle ? qs = singleQuotedString : hasSingle && !hasDouble ? qs = doubleQuotedString : qs = singleQuote ? singleQuotedString : doubleQuotedString;
	}
	return qs(value, ctx);
}
var blockEndNewlines;
try {
	blockEndNewlines = new RegExp(`(^|(?<!
))
+(?!
|$)`, "g");
} catch {
	blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
	let { blockQuote, commentString, lineWidth } = ctx.options;
	if (!blockQuote || /\n[\t ]+$/.test(value))
		return quotedString(value, ctx);
	let indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : ""), literal2 = blockQuote === "literal" ? !0 : blockQuote === "folded" || type === Scalar.BLOCK_FOLDED ? !1 : type === Scalar.BLOCK_LITERAL ? !0 : !lineLengthOverLimit(value, lineWidth, indent.length);
	if (!value) return literal2 ? `|
` : `>
`;
	let chomp, endStart;
	for (endStart = value.length; endStart > 0; --endStart) {
		let ch = value[endStart - 1];
		if (ch !== `
` && ch !== "	" && ch !== " ") break;
	}
	let end = value.substring(endStart), endNlPos = end.indexOf(`
`);
	endNlPos === -1 ? chomp = "-" : value === end || endNlPos !== end.length - 1 ? (chomp = "+", onChompKeep && onChompKeep()) : chomp = "", end && (value = value.slice(0, -end.length), end[end.length - 1] === `
` && (end = end.slice(0, -1)), end = end.replace(blockEndNewlines, `$&${indent}`));
	let startWithSpace = !1, startEnd, startNlPos = -1;
	for (startEnd = 0; startEnd < value.length; ++startEnd) {
		let ch = value[startEnd];
		if (ch === " ") startWithSpace = !0;
		else if (ch === `
`) startNlPos = startEnd;
		else break;
	}
	let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
	start && (value = value.substring(start.length), start = start.replace(/\n+/g, `$&${indent}`));
	let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
	if (comment && (header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " ")), onComment && onComment()), !literal2) {
		let foldedValue = value.replace(/\n+/g, `
$&`).replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`), literalFallback = !1, foldOptions = getFoldOptions(ctx, !0);
		blockQuote !== "folded" && type !== Scalar.BLOCK_FOLDED && (foldOptions.onOverflow = () => {
			literalFallback = !0;
		});
		let body = refuse7(`${start}${foldedValue}${end}`, indent, refuse7, foldOptions);
		if (!literalFallback) return `>${header}
${indent}${body}`;
	}
	return value = value.replace(/\n+/g, `$&${indent}`), `|${header}
${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
	let { type, value } = item, { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
	if (implicitKey && value.includes(`
`) || inFlow && /[[\]{},]/.test(value))
		return quotedString(value, ctx);
	if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value))
    return implicitKey || inFlow || !value.includes(`
`) ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
  if (!implicitKey && !inFlow && type !== Scalar.PLAIN && value.includes(`
`))
    return blockString(item, ctx, onComment, onChompKeep);
  if (containsDocumentMarker(value)) {
    if (indent === "")
      return ctx.forceBlockIndent = !0, blockString(item, ctx, onComment, onChompKeep);
    if (implicitKey && indent === indentStep)
      return quotedString(value, ctx);
  }
  let str2 = value.replace(/\n+/g, `$&
${indent}`);
  if (actualString) {
    let test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str2), { compat, tags } = ctx.doc.schema;
    if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
  }
  return implicitKey ? str2 : refuse7(str2, indent, refuse7, getFoldOptions(ctx, !1));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
  let { implicitKey, inFlow } = ctx, ss = typeof item.value == "string" ? item : Object.assign({}, item, { value: String(item.value) }), { type } = item;
  type !== Scalar.QUOTE_DOUBLE && /[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value) && (type = Scalar.QUOTE_DOUBLE);
  let _stringify = (_type) => {
    switch (_type) {
      case Scalar.BLOCK_FOLDED:
      case Scalar.BLOCK_LITERAL:
        return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
      case Scalar.QUOTE_DOUBLE:
        return doubleQuotedString(ss.value, ctx);
      case Scalar.QUOTE_SINGLE:
        return singleQuotedString(ss.value, ctx);
      case Scalar.PLAIN:
        return plainString(ss, ctx, onComment, onChompKeep);
      default:
        return null;
    }
  }, res = _stringify(type);
  if (res === null) {
    let { defaultKeyType, defaultStringType } = ctx.options, t = implicitKey && defaultKeyType || defaultStringType;
    if (res = _stringify(t), res === null) throw new Error(`Unsupported default string type ${t}`);
  }
  return res;
}

// node_modules/yaml/browser/dist/schema/common/string.js
var string3 = { identify: (value) => typeof value == "string", default: !0, tag: "tag:yaml.org,2002:str", resolve: (str2) => str2, stringify(item, ctx, onComment, onChompKeep) {
  return ctx = Object.assign({ actualString: !0 }, ctx), stringifyString(item, ctx, onComment, onChompKeep);
} };

// node_modules/yaml/browser/dist/schema/common/null.js
var nullTag = { identify: (value) => value == null, createNode: () => new Scalar(null), default: !0, tag: "tag:yaml.org,2002:null", test: /^(?:~|[Nn]ull|NULL)?$/, resolve: () => new Scalar(null), stringify: ({ source }, ctx) => typeof source == "string" && nullTag.test.test(source) ? source : ctx.options.nullStr };

// node_modules/yaml/browser/dist/schema/core/bool.js
var boolTag = { identify: (value) => typeof value == "boolean", default: !0, tag: "tag:yaml.org,2002:bool", test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/, resolve: (str2) => new Scalar(str2[0] === "t" || str2[0] === "T"), stringify({ source, value }, ctx) {
  if (source && boolTag.test.test(source)) {
    let sv = source[0] === "t" || source[0] === "T";
    if (value === sv) return source;
  }
  return value ? ctx.options.trueStr : ctx.options.falseStr;
} };

// node_modules/yaml/browser/dist/stringify/stringifyNumber.js
function stringifyNumber({ format: format2, minFractionDigits, tag, value }) {
  if (typeof value == "bigint") return String(value);
  let num2 = typeof value == "number" ? value : Number(value);
  if (!isFinite(num2)) return isNaN(num2) ? ".nan" : num2 < 0 ? "-.inf" : ".inf";
  let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
  if (!format2 && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
    let i = n.indexOf(".");
    i < 0 && (i = n.length, n += ".");
    let d = minFractionDigits - (n.length - i - 1);
    for (; d-- > 0; ) n += "0";
  }
  return n;
}

// node_modules/yaml/browser/dist/schema/core/float.js
var floatNaN = { identify: (value) => typeof value == "number", default: !0, tag: "tag:yaml.org,2002:float", test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/, resolve: (str2) => str2.slice(-3).toLowerCase() === "nan" ? NaN : str2[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, stringify: stringifyNumber }, floatExp = { identify: (value) => typeof value == "number", default: !0, tag: "tag:yaml.org,2002:float", format: "EXP", test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/, resolve: (str2) => parseFloat(str2), stringify(node2) {
  let num2 = Number(node2.value);
  return isFinite(num2) ? num2.toExponential() : stringifyNumber(node2);
} }, float = { identify: (value) => typeof value == "number", default: !0, tag: "tag:yaml.org,2002:float", test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/, resolve(str2) {
  let node2 = new Scalar(parseFloat(str2)), dot = str2.indexOf(".");
  return dot !== -1 && str2[str2.length - 1] === "0" && (node2.minFractionDigits = str2.length - dot - 1), node2;
}, stringify: stringifyNumber };

// node_modules/yaml/browser/dist/schema/core/int.js
var intIdentify = (value) => typeof value == "bigint" || Number.isInteger(value), intResolve = (str2, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str2) : parseInt(str2.substring(offset), radix);
function intStringify(node2, radix, prefix) {
  let { value } = node2;
  return intIdentify(value) && value >= 0 ? prefix + value.toString(radix) : stringifyNumber(node2);
}
var intOct = { identify: (value) => intIdentify(value) && value >= 0, default: !0, tag: "tag:yaml.org,2002:int", format: "OCT", test: /^0o[0-7]+$/, resolve: (str2, _onError, opt) => intResolve(str2, 2, 8, opt), stringify: (node2) => intStringify(node2, 8, "0o") }, int2 = { identify: intIdentify, default: !0, tag: "tag:yaml.org,2002:int", test: /^[-+]?[0-9]+$/, resolve: (str2, _onError, opt) => intResolve(str2, 0, 10, opt), stringify: stringifyNumber }, intHex = { identify: (value) => intIdentify(value) && value >= 0, default: !0, tag: "tag:yaml.org,2002:int", format: "HEX", test: /^0x[0-9a-fA-F]+$/, resolve: (str2, _onError, opt) => intResolve(str2, 2, 16, opt), stringify: (node2) => intStringify(node2, 16, "0x") };

// node_modules/yaml/browser/dist/schema/core/schema.js
var schema = [map, seq, string3, nullTag, boolTag, intOct, int2, intHex, floatNaN, floatExp, float];

// node_modules/yaml/browser/dist/schema/json/schema.js
function intIdentify2(value) {
  return typeof value == "bigint" || Number.isInteger(value);
}
var stringifyJSON = ({ value }) => JSON.stringify(value), jsonScalars = [{ identify: (value) => typeof value == "string", default: !0, tag: "tag:yaml.org,2002:str", resolve: (str2) => str2, stringify: stringifyJSON }, { identify: (value) => value == null, createNode: () => new Scalar(null), default: !0, tag: "tag:yaml.org,2002:null", test: /^null$/, resolve: () => null, stringify: stringifyJSON }, { identify: (value) => typeof value == "boolean", default: !0, tag: "tag:yaml.org,2002:bool", test: /^true$|^false$/, resolve: (str2) => str2 === "true", stringify: stringifyJSON }, { identify: intIdentify2, default: !0, tag: "tag:yaml.org,2002:int", test: /^-?(?:0|[1-9][0-9]*)$/, resolve: (str2, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str2) : parseInt(str2, 10), stringify: ({ value }) => intIdentify2(value) ? value.toString() : JSON.stringify(value) }, { identify: (value) => typeof value == "number", default: !0, tag: "tag:yaml.org,2002:float", test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/, resolve: (str2) => parseFloat(str2), stringify: stringifyJSON }], jsonError = { default: !0, tag: "", test: /^/, resolve(str2, onError) {
  return onError(`Unresolved plain scalar ${JSON.stringify(str2)}`), str2;
} }, schema2 = [map, seq].concat(jsonScalars, jsonError);

// node_modules/yaml/browser/dist/schema/yaml-1.1/binary.js
var binary2 = { identify: (value) => value instanceof Uint8Array, default: !1, tag: "tag:yaml.org,2002:binary", resolve(src, onError) {
  if (typeof atob == "function") {
    let str2 = atob(src.replace(/[\n\r]/g, "")), buffer = new Uint8Array(str2.length);
    for (let i = 0; i < str2.length; ++i) buffer[i] = str2.charCodeAt(i);
    return buffer;
  } else
    return onError("This environment does not support reading binary tags; either Buffer or atob is required"), src;
}, stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
  if (!value) return "";
  let buf = value, str2;
  if (typeof btoa == "function") {
    let s = "";
    for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
    str2 = btoa(s);
  } else
    throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
  if (type ?? (type = Scalar.BLOCK_LITERAL), type !== Scalar.QUOTE_DOUBLE) {
    let lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth), n = Math.ceil(str2.length / lineWidth), lines2 = new Array(n);
    for (let i = 0, o = 0; i < n; ++i, o += lineWidth)
      lines2[i] = str2.substr(o, lineWidth);
    str2 = lines2.join(type === Scalar.BLOCK_LITERAL ? `
` : " ");
  }
  return stringifyString({ comment, type, value: str2 }, ctx, onComment, onChompKeep);
} };

// node_modules/yaml/browser/dist/schema/yaml-1.1/pairs.js
function resolvePairs(seq2, onError) {
  if (isSeq(seq2))
    for (let i = 0; i < seq2.items.length; ++i) {
      let item = seq2.items[i];
      if (!isPair(item)) {
        if (isMap(item)) {
          item.items.length > 1 && onError("Each pair must have its own sequence indicator");
          let pair = item.items[0] || new Pair(new Scalar(null));
          if (item.commentBefore && (pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore), item.comment) {
            let cn = pair.value ?? pair.key;
            cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
          }
          item = pair;
        }
        seq2.items[i] = isPair(item) ? item : new Pair(item);
      }
    }
  else onError("Expected a sequence for this tag");
  return seq2;
}
function createPairs(schema4, iterable, ctx) {
  let { replacer } = ctx, pairs2 = new YAMLSeq(schema4);
  pairs2.tag = "tag:yaml.org,2002:pairs";
  let i = 0;
  if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
    typeof replacer == "function" && (it = replacer.call(iterable, String(i++), it));
    let key, value;
    if (Array.isArray(it))
      if (it.length === 2)
        key = it[0], value = it[1];
      else throw new TypeError(`Expected [key, value] tuple: ${it}`);
    else if (it && it instanceof Object) {
      let keys = Object.keys(it);
      if (keys.length === 1)
        key = keys[0], value = it[key];
      else
        throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
    } else
      key = it;
    pairs2.items.push(createPair(key, value, ctx));
  }
  return pairs2;
}
var pairs = { collection: "seq", default: !1, tag: "tag:yaml.org,2002:pairs", resolve: resolvePairs, createNode: createPairs };

// node_modules/yaml/browser/dist/schema/yaml-1.1/omap.js
var YAMLOMap = class _YAMLOMap extends YAMLSeq {
  constructor() {
    super(), this.add = YAMLMap.prototype.add.bind(this), this.delete = YAMLMap.prototype.delete.bind(this), this.get = YAMLMap.prototype.get.bind(this), this.has = YAMLMap.prototype.has.bind(this), this.set = YAMLMap.prototype.set.bind(this), this.tag = _YAMLOMap.tag;
  }
  toJSON(_, ctx) {
    if (!ctx) return super.toJSON(_);
    let map2 = /* @__PURE__ */ new Map();
    ctx?.onCreate && ctx.onCreate(map2);
    for (let pair of this.items) {
      let key, value;
      if (isPair(pair) ? (key = toJS(pair.key, "", ctx), value = toJS(pair.value, key, ctx)) : key = toJS(pair, "", ctx), map2.has(key)) throw new Error("Ordered maps must not include duplicate keys");
      map2.set(key, value);
    }
    return map2;
  }
  static from(schema4, iterable, ctx) {
    let pairs2 = createPairs(schema4, iterable, ctx), omap2 = new this();
    return omap2.items = pairs2.items, omap2;
  }
};
YAMLOMap.tag = "tag:yaml.org,2002:omap";
var omap = { collection: "seq", identify: (value) => value instanceof Map, nodeClass: YAMLOMap, default: !1, tag: "tag:yaml.org,2002:omap", resolve(seq2, onError) {
  let pairs2 = resolvePairs(seq2, onError), seenKeys = [];
  for (let { key } of pairs2.items)
    isScalar(key) && (seenKeys.includes(key.value) ? onError(`Ordered maps must not include duplicate keys: ${key.value}`) : seenKeys.push(key.value));
  return Object.assign(new YAMLOMap(), pairs2);
}, createNode: (schema4, iterable, ctx) => YAMLOMap.from(schema4, iterable, ctx) };

// node_modules/yaml/browser/dist/schema/yaml-1.1/bool.js
function boolStringify({ value, source }, ctx) {
  return source && (value ? trueTag : falseTag).test.test(source) ? source : value ? ctx.options.trueStr : ctx.options.falseStr;
}
var trueTag = { identify: (value) => value === !0, default: !0, tag: "tag:yaml.org,2002:bool", test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/, resolve: () => new Scalar(!0), stringify: boolStringify }, falseTag = { identify: (value) => value === !1, default: !0, tag: "tag:yaml.org,2002:bool", test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/, resolve: () => new Scalar(!1), stringify: boolStringify };

// node_modules/yaml/browser/dist/schema/yaml-1.1/float.js
var floatNaN2 = { identify: (value) => typeof value == "number", default: !0, tag: "tag:yaml.org,2002:float", test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/, resolve: (str2) => str2.slice(-3).toLowerCase() === "nan" ? NaN : str2[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, stringify: stringifyNumber }, floatExp2 = { identify: (value) => typeof value == "number", default: !0, tag: "tag:yaml.org,2002:float", format: "EXP", test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/, resolve: (str2) => parseFloat(str2.replace(/_/g, "")), stringify(node2) {
  let num2 = Number(node2.value);
  return isFinite(num2) ? num2.toExponential() : stringifyNumber(node2);
} }, float2 = { identify: (value) => typeof value == "number", default: !0, tag: "tag:yaml.org,2002:float", test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/, resolve(str2) {
  let node2 = new Scalar(parseFloat(str2.replace(/_/g, ""))), dot = str2.indexOf(".");
  if (dot !== -1) {
    let f = str2.substring(dot + 1).replace(/_/g, "");
    f[f.length - 1] === "0" && (node2.minFractionDigits = f.length);
  }
  return node2;
}, stringify: stringifyNumber };

// node_modules/yaml/browser/dist/schema/yaml-1.1/int.js
var intIdentify3 = (value) => typeof value == "bigint" || Number.isInteger(value);
function intResolve2(str2, offset, radix, { intAsBigInt }) {
  let sign = str2[0];
  if ((sign === "-" || sign === "+") && (offset += 1), str2 = str2.substring(offset).replace(/_/g, ""), intAsBigInt) {
    switch (radix) {
      case 2:
        str2 = `0b${str2}`;
        break;
      case 8:
        str2 = `0o${str2}`;
        break;
      case 16:
        str2 = `0x${str2}`;
        break;
    }
    let n2 = BigInt(str2);
    return sign === "-" ? BigInt(-1) * n2 : n2;
  }
  let n = parseInt(str2, radix);
  return sign === "-" ? -1 * n : n;
}
function intStringify2(node2, radix, prefix) {
  let { value } = node2;
  if (intIdentify3(value)) {
    let str2 = value.toString(radix);
    return value < 0 ? "-" + prefix + str2.substr(1) : prefix + str2;
  }
  return stringifyNumber(node2);
}
var intBin = { identify: intIdentify3, default: !0, tag: "tag:yaml.org,2002:int", format: "BIN", test: /^[-+]?0b[0-1_]+$/, resolve: (str2, _onError, opt) => intResolve2(str2, 2, 2, opt), stringify: (node2) => intStringify2(node2, 2, "0b") }, intOct2 = { identify: intIdentify3, default: !0, tag: "tag:yaml.org,2002:int", format: "OCT", test: /^[-+]?0[0-7_]+$/, resolve: (str2, _onError, opt) => intResolve2(str2, 1, 8, opt), stringify: (node2) => intStringify2(node2, 8, "0") }, int3 = { identify: intIdentify3, default: !0, tag: "tag:yaml.org,2002:int", test: /^[-+]?[0-9][0-9_]*$/, resolve: (str2, _onError, opt) => intResolve2(str2, 0, 10, opt), stringify: stringifyNumber }, intHex2 = { identify: intIdentify3, default: !0, tag: "tag:yaml.org,2002:int", format: "HEX", test: /^[-+]?0x[0-9a-fA-F_]+$/, resolve: (str2, _onError, opt) => intResolve2(str2, 2, 16, opt), stringify: (node2) => intStringify2(node2, 16, "0x") };

// node_modules/yaml/browser/dist/schema/yaml-1.1/set.js
var YAMLSet = class _YAMLSet extends YAMLMap {
  constructor(schema4) {
    super(schema4), this.tag = _YAMLSet.tag;
  }
  add(key) {
    let pair;
    isPair(key) ? pair = key : key && typeof key == "object" && "key" in key && "value" in key && key.value === null ? pair = new Pair(key.key, null) : pair = new Pair(key, null), findPair(this.items, pair.key) || this.items.push(pair);
  }
  get(key, keepPair) {
    let pair = findPair(this.items, key);
    return !keepPair && isPair(pair) ? isScalar(pair.key) ? pair.key.value : pair.key : pair;
  }
  set(key, value) {
    if (typeof value != "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
    let prev = findPair(this.items, key);
    prev && !value ? this.items.splice(this.items.indexOf(prev), 1) : !prev && value && this.items.push(new Pair(key));
  }
  toJSON(_, ctx) {
    return super.toJSON(_, ctx, Set);
  }
  toString(ctx, onComment, onChompKeep) {
    if (!ctx) return JSON.stringify(this);
    if (this.hasAllNullValues(!0)) return super.toString(Object.assign({}, ctx, { allNullValues: !0 }), onComment, onChompKeep);
    throw new Error("Set items must all have null values");
  }
  static from(schema4, iterable, ctx) {
    let { replacer } = ctx, set2 = new this(schema4);
    if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable)
      typeof replacer == "function" && (value = replacer.call(iterable, value, value)), set2.items.push(createPair(value, null, ctx));
    return set2;
  }
};
YAMLSet.tag = "tag:yaml.org,2002:set";
var set = { collection: "map", identify: (value) => value instanceof Set, nodeClass: YAMLSet, default: !1, tag: "tag:yaml.org,2002:set", createNode: (schema4, iterable, ctx) => YAMLSet.from(schema4, iterable, ctx), resolve(map2, onError) {
  if (isMap(map2)) {
    if (map2.hasAllNullValues(!0)) return Object.assign(new YAMLSet(), map2);
    onError("Set items must all have null values");
  } else onError("Expected a mapping for this tag");
  return map2;
} };

// node_modules/yaml/browser/dist/schema/yaml-1.1/timestamp.js
function parseSexagesimal(str2, asBigInt) {
  let sign = str2[0], parts = sign === "-" || sign === "+" ? str2.substring(1) : str2, num2 = (n) => asBigInt ? BigInt(n) : Number(n), res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num2(60) + num2(p), num2(0));
  return sign === "-" ? num2(-1) * res : res;
}
function stringifySexagesimal(node2) {
  let { value } = node2, num2 = (n) => n;
  if (typeof value == "bigint") num2 = (n) => BigInt(n);
  else if (isNaN(value) || !isFinite(value)) return stringifyNumber(node2);
  let sign = "";
  value < 0 && (sign = "-", value *= num2(-1));
  let _60 = num2(60), parts = [value % _60];
  return value < 60 ? parts.unshift(0) : (value = (value - parts[0]) / _60, parts.unshift(value % _60), value >= 60 && (value = (value - parts[0]) / _60, parts.unshift(value))), sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
}
var intTime = { identify: (value) => typeof value == "bigint" || Number.isInteger(value), default: !0, tag: "tag:yaml.org,2002:int", format: "TIME", test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/, resolve: (str2, _onError, { intAsBigInt }) => parseSexagesimal(str2, intAsBigInt), stringify: stringifySexagesimal }, floatTime = { identify: (value) => typeof value == "number", default: !0, tag: "tag:yaml.org,2002:float", format: "TIME", test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/, resolve: (str2) => parseSexagesimal(str2, !1), stringify: stringifySexagesimal }, timestamp = { identify: (value) => value instanceof Date, default: !0, tag: "tag:yaml.org,2002:timestamp", test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"), resolve(str2) {
  let match = str2.match(timestamp.test);
  if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
  let [, year, month, day, hour, minute, second] = match.map(Number), millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0, date2 = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec), tz = match[8];
  if (tz && tz !== "Z") {
    let d = parseSexagesimal(tz, !1);
    Math.abs(d) < 30 && (d *= 60), date2 -= 6e4 * d;
  }
  return new Date(date2);
}, stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? "" };

// node_modules/yaml/browser/dist/schema/yaml-1.1/schema.js
var schema3 = [map, seq, string3, nullTag, trueTag, falseTag, intBin, intOct2, int3, intHex2, floatNaN2, floatExp2, float2, binary2, merge2, omap, pairs, set, intTime, floatTime, timestamp];

// node_modules/yaml/browser/dist/schema/tags.js
var schemas = /* @__PURE__ */ new Map([["core", schema], ["failsafe", [map, seq, string3]], ["json", schema2], ["yaml11", schema3], ["yaml-1.1", schema3]]), tagsByName = { binary: binary2, bool: boolTag, float, floatExp, floatNaN, floatTime, int: int2, intHex, intOct, intTime, map, merge: merge2, null: nullTag, omap, pairs, seq, set, timestamp }, coreKnownTags = { "tag:yaml.org,2002:binary": binary2, "tag:yaml.org,2002:merge": merge2, "tag:yaml.org,2002:omap": omap, "tag:yaml.org,2002:pairs": pairs, "tag:yaml.org,2002:set": set, "tag:yaml.org,2002:timestamp": timestamp };
function getTags(customTags, schemaName, addMergeTag) {
  let schemaTags = schemas.get(schemaName);
  if (schemaTags && !customTags)
    return addMergeTag && !schemaTags.includes(merge2) ? schemaTags.concat(merge2) : schemaTags.slice();
  let tags = schemaTags;
  if (!tags)
    if (Array.isArray(customTags)) tags = [];
    else {
      let keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
      throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
    }
  if (Array.isArray(customTags))
    for (let tag of customTags) tags = tags.concat(tag);
  else typeof customTags == "function" && (tags = customTags(tags.slice()));
  return addMergeTag && (tags = tags.concat(merge2)), tags.reduce((tags2, tag) => {
    let tagObj = typeof tag == "string" ? tagsByName[tag] : tag;
    if (!tagObj) {
      let tagName = JSON.stringify(tag), keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
      throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
    }
    return tags2.includes(tagObj) || tags2.push(tagObj), tags2;
  }, []);
}

// node_modules/yaml/browser/dist/schema/Schema.js
var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0, Schema = class _Schema {
  constructor({ compat, customTags, merge: merge5, resolveKnownTags, schema: schema4, sortMapEntries, toStringDefaults }) {
    this.compat = Array.isArray(compat) ? getTags(compat, "compat") : compat ? getTags(null, compat) : null, this.name = typeof schema4 == "string" && schema4 || "core", this.knownTags = resolveKnownTags ? coreKnownTags : {}, this.tags = getTags(customTags, this.name, merge5), this.toStringOptions = toStringDefaults ?? null, Object.defineProperty(this, MAP, { value: map }), Object.defineProperty(this, SCALAR, { value: string3 }), Object.defineProperty(this, SEQ, { value: seq }), this.sortMapEntries = typeof sortMapEntries == "function" ? sortMapEntries : sortMapEntries === !0 ? sortMapEntriesByKey : null;
  }
  clone() {
    let copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
    return copy.tags = this.tags.slice(), copy;
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyDocument.js
function refuse8() {
  throw new Error("not part of this bundle");
}

// node_modules/yaml/browser/dist/doc/Document.js
var Document = class _Document {
  constructor(value, replacer, options) {
    this.commentBefore = null, this.comment = null, this.errors = [], this.warnings = [], Object.defineProperty(this, NODE_TYPE, { value: DOC });
    let _replacer = null;
    typeof replacer == "function" || Array.isArray(replacer) ? _replacer = replacer : options === void 0 && replacer && (options = replacer, replacer = void 0);
    let opt = Object.assign({ intAsBigInt: !1, keepSourceTokens: !1, logLevel: "warn", prettyErrors: !0, strict: !0, stringKeys: !1, uniqueKeys: !0, version: "1.2" }, options);
    this.options = opt;
    let { version: version3 } = opt;
    options?._directives ? (this.directives = options._directives.atDocument(), this.directives.yaml.explicit && (version3 = this.directives.yaml.version)) : this.directives = new Directives({ version: version3 }), this.setSchema(version3, options), this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
  }
  clone() {
    let copy = Object.create(_Document.prototype, { [NODE_TYPE]: { value: DOC } });
    return copy.commentBefore = this.commentBefore, copy.comment = this.comment, copy.errors = this.errors.slice(), copy.warnings = this.warnings.slice(), copy.options = Object.assign({}, this.options), this.directives && (copy.directives = this.directives.clone()), copy.schema = this.schema.clone(), copy.contents = isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents, this.range && (copy.range = this.range.slice()), copy;
  }
  add(value) {
    assertCollection(this.contents) && this.contents.add(value);
  }
  addIn(path3, value) {
    assertCollection(this.contents) && this.contents.addIn(path3, value);
  }
  createAlias(node2, name) {
    if (!node2.anchor) {
      let prev = anchorNames(this);
      node2.anchor = !name || prev.has(name) ? findNewAnchor(name || "a", prev) : name;
    }
    return new Alias(node2.anchor);
  }
  createNode(value, replacer, options) {
    let _replacer;
    if (typeof replacer == "function")
      value = replacer.call({ "": value }, "", value), _replacer = replacer;
    else if (Array.isArray(replacer)) {
      let keyToStr = (v) => typeof v == "number" || v instanceof String || v instanceof Number, asStr = replacer.filter(keyToStr).map(String);
      asStr.length > 0 && (replacer = replacer.concat(asStr)), _replacer = replacer;
    } else options === void 0 && replacer && (options = replacer, replacer = void 0);
    let { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {}, { onAnchor, setAnchors, sourceObjects } = createNodeAnchors(this, anchorPrefix || "a"), ctx = { aliasDuplicateObjects: aliasDuplicateObjects ?? !0, keepUndefined: keepUndefined ?? !1, onAnchor, onTagObj, replacer: _replacer, schema: this.schema, sourceObjects }, node2 = createNode(value, tag, ctx);
    return flow && isCollection(node2) && (node2.flow = !0), setAnchors(), node2;
  }
  createPair(key, value, options = {}) {
    let k = this.createNode(key, null, options), v = this.createNode(value, null, options);
    return new Pair(k, v);
  }
  delete(key) {
    return assertCollection(this.contents) ? this.contents.delete(key) : !1;
  }
  deleteIn(path3) {
    return isEmptyPath(path3) ? this.contents == null ? !1 : (this.contents = null, !0) : assertCollection(this.contents) ? this.contents.deleteIn(path3) : !1;
  }
  get(key, keepScalar) {
    return isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
  }
  getIn(path3, keepScalar) {
    return isEmptyPath(path3) ? !keepScalar && isScalar(this.contents) ? this.contents.value : this.contents : isCollection(this.contents) ? this.contents.getIn(path3, keepScalar) : void 0;
  }
  has(key) {
    return isCollection(this.contents) ? this.contents.has(key) : !1;
  }
  hasIn(path3) {
    return isEmptyPath(path3) ? this.contents !== void 0 : isCollection(this.contents) ? this.contents.hasIn(path3) : !1;
  }
  set(key, value) {
    this.contents == null ? this.contents = collectionFromPath(this.schema, [key], value) : assertCollection(this.contents) && this.contents.set(key, value);
  }
  setIn(path3, value) {
    isEmptyPath(path3) ? this.contents = value : this.contents == null ? this.contents = collectionFromPath(this.schema, Array.from(path3), value) : assertCollection(this.contents) && this.contents.setIn(path3, value);
  }
  setSchema(version3, options = {}) {
    typeof version3 == "number" && (version3 = String(version3));
    let opt;
    switch (version3) {
      case "1.1":
        this.directives ? this.directives.yaml.version = "1.1" : this.directives = new Directives({ version: "1.1" }), opt = { resolveKnownTags: !1, schema: "yaml-1.1" };
        break;
      case "1.2":
      case "next":
        this.directives ? this.directives.yaml.version = version3 : this.directives = new Directives({ version: version3 }), opt = { resolveKnownTags: !0, schema: "core" };
        break;
      case null:
        this.directives && delete this.directives, opt = null;
        break;
      default: {
        let sv = JSON.stringify(version3);
        throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
      }
    }
    if (options.schema instanceof Object) this.schema = options.schema;
    else if (opt) this.schema = new Schema(Object.assign(opt, options));
    else throw new Error("With a null YAML version, the { schema: Schema } option is required");
  }
  toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
    let ctx = { anchors: /* @__PURE__ */ new Map(), doc: this, keep: !json, mapAsMap: mapAsMap === !0, mapKeyWarned: !1, maxAliasCount: typeof maxAliasCount == "number" ? maxAliasCount : 100 }, res = toJS(this.contents, jsonArg ?? "", ctx);
    if (typeof onAnchor == "function") for (let { count: count4, res: res2 } of ctx.anchors.values()) onAnchor(res2, count4);
    return typeof reviver == "function" ? applyReviver(reviver, { "": res }, "", res) : res;
  }
  toJSON(jsonArg, onAnchor) {
    return this.toJS({ json: !0, jsonArg, mapAsMap: !1, onAnchor });
  }
  toString(options = {}) {
    if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
    if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
      let s = JSON.stringify(options.indent);
      throw new Error(`"indent" option must be a positive integer, not ${s}`);
    }
    return refuse8(this, options);
  }
};
function assertCollection(contents) {
  if (isCollection(contents)) return !0;
  throw new Error("Expected a YAML collection as document contents");
}

// node_modules/yaml/browser/dist/errors.js
var YAMLError = class extends Error {
  constructor(name, pos, code2, message) {
    super(), this.name = name, this.code = code2, this.message = message, this.pos = pos;
  }
}, YAMLParseError = class extends YAMLError {
  constructor(pos, code2, message) {
    super("YAMLParseError", pos, code2, message);
  }
}, YAMLWarning = class extends YAMLError {
  constructor(pos, code2, message) {
    super("YAMLWarning", pos, code2, message);
  }
}, prettifyError2 = (src, lc) => (error2) => {
  if (error2.pos[0] === -1) return;
  error2.linePos = error2.pos.map((pos) => lc.linePos(pos));
  let { line, col } = error2.linePos[0];
  error2.message += ` at line ${line}, column ${col}`;
  let ci = col - 1, lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
  if (ci >= 60 && lineStr.length > 80) {
    let trimStart = Math.min(ci - 39, lineStr.length - 79);
    lineStr = "…" + lineStr.substring(trimStart), ci -= trimStart - 1;
  }
  if (lineStr.length > 80 && (lineStr = lineStr.substring(0, 79) + "…"), line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
    let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
    prev.length > 80 && (prev = prev.substring(0, 79) + `…
`), lineStr = prev + lineStr;
  }
  if (/[^ ]/.test(lineStr)) {
    let count4 = 1, end = error2.linePos[1];
    end?.line === line && end.col > col && (count4 = Math.max(1, Math.min(end.col - col, 80 - ci)));
    let pointer = " ".repeat(ci) + "^".repeat(count4);
    error2.message += `:

${lineStr}
${pointer}
`;
  }
};

// node_modules/yaml/browser/dist/compose/resolve-props.js
function resolveProps(tokens2, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
  let spaceBefore = !1, atNewline = startOnNewline, hasSpace = startOnNewline, comment = "", commentSep = "", hasNewline = !1, reqSpace = !1, tab = null, anchor2 = null, tag = null, newlineAfterProp = null, comma = null, found2 = null, start = null;
  for (let token of tokens2)
    switch (reqSpace && (token.type !== "space" && token.type !== "newline" && token.type !== "comma" && onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space"), reqSpace = !1), tab && (atNewline && token.type !== "comment" && token.type !== "newline" && onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation"), tab = null), token.type) {
      case "space":
        !flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	") && (tab = token), hasSpace = !0;
        break;
      case "comment": {
        hasSpace || onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
        let cb = token.source.substring(1) || " ";
        comment ? comment += commentSep + cb : comment = cb, commentSep = "", atNewline = !1;
        break;
      }
      case "newline":
        atNewline ? comment ? comment += token.source : (!found2 || indicator !== "seq-item-ind") && (spaceBefore = !0) : commentSep += token.source, atNewline = !0, hasNewline = !0, (anchor2 || tag) && (newlineAfterProp = token), hasSpace = !0;
        break;
      case "anchor":
        anchor2 && onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor"), token.source.endsWith(":") && onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", !0), anchor2 = token, start ?? (start = token.offset), atNewline = !1, hasSpace = !1, reqSpace = !0;
        break;
      case "tag": {
        tag && onError(token, "MULTIPLE_TAGS", "A node can have at most one tag"), tag = token, start ?? (start = token.offset), atNewline = !1, hasSpace = !1, reqSpace = !0;
        break;
      }
      case indicator:
        (anchor2 || tag) && onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`), found2 && onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`), found2 = token, atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind", hasSpace = !1;
        break;
      case "comma":
        if (flow) {
          comma && onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`), comma = token, atNewline = !1, hasSpace = !1;
          break;
        }
      default:
        onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`), atNewline = !1, hasSpace = !1;
    }
  let last = tokens2[tokens2.length - 1], end = last ? last.offset + last.source.length : offset;
  return reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "") && onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space"), tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq") && onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation"), { comma, found: found2, spaceBefore, comment, hasNewline, anchor: anchor2, tag, newlineAfterProp, end, start: start ?? end };
}

// node_modules/yaml/browser/dist/compose/util-contains-newline.js
function containsNewline(key) {
  if (!key) return null;
  switch (key.type) {
    case "alias":
    case "scalar":
    case "double-quoted-scalar":
    case "single-quoted-scalar":
      if (key.source.includes(`
`)) return !0;
      if (key.end) {
        for (let st of key.end) if (st.type === "newline") return !0;
      }
      return !1;
    case "flow-collection":
      for (let it of key.items) {
        for (let st of it.start) if (st.type === "newline") return !0;
        if (it.sep) {
          for (let st of it.sep) if (st.type === "newline") return !0;
        }
        if (containsNewline(it.key) || containsNewline(it.value)) return !0;
      }
      return !1;
    default:
      return !0;
  }
}

// node_modules/yaml/browser/dist/compose/util-flow-indent-check.js
function flowIndentCheck(indent, fc, onError) {
  if (fc?.type === "flow-collection") {
    let end = fc.end[0];
    end.indent === indent && (end.source === "]" || end.source === "}") && containsNewline(fc) && onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", !0);
  }
}

// node_modules/yaml/browser/dist/compose/util-map-includes.js
function mapIncludes(ctx, items, search) {
  let { uniqueKeys } = ctx.options;
  if (uniqueKeys === !1) return !1;
  let isEqual = typeof uniqueKeys == "function" ? uniqueKeys : (a, b) => a === b || isScalar(a) && isScalar(b) && a.value === b.value;
  return items.some((pair) => isEqual(pair.key, search));
}

// node_modules/yaml/browser/dist/compose/resolve-block-map.js
var startColMsg = "All mapping items must start at the same column";
function resolveBlockMap({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, bm, onError, tag) {
  let NodeClass = tag?.nodeClass ?? YAMLMap, map2 = new NodeClass(ctx.schema);
  ctx.atRoot && (ctx.atRoot = !1);
  let offset = bm.offset, commentEnd = null;
  for (let collItem of bm.items) {
    let { start, key, sep: sep5, value } = collItem, keyProps = resolveProps(start, { indicator: "explicit-key-ind", next: key ?? sep5?.[0], offset, onError, parentIndent: bm.indent, startOnNewline: !0 }), implicitKey = !keyProps.found;
    if (implicitKey) {
      if (key && (key.type === "block-seq" ? onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key") : "indent" in key && key.indent !== bm.indent && onError(offset, "BAD_INDENT", startColMsg)), !keyProps.anchor && !keyProps.tag && !sep5) {
        commentEnd = keyProps.end, keyProps.comment && (map2.comment ? map2.comment += `
` + keyProps.comment : map2.comment = keyProps.comment);
        continue;
      }
      (keyProps.newlineAfterProp || containsNewline(key)) && onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
    } else keyProps.found?.indent !== bm.indent && onError(offset, "BAD_INDENT", startColMsg);
    ctx.atKey = !0;
    let keyStart = keyProps.end, keyNode = key ? composeNode2(ctx, key, keyProps, onError) : composeEmptyNode2(ctx, keyStart, start, null, keyProps, onError);
    ctx.schema.compat && flowIndentCheck(bm.indent, key, onError), ctx.atKey = !1, mapIncludes(ctx, map2.items, keyNode) && onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
    let valueProps = resolveProps(sep5 ?? [], { indicator: "map-value-ind", next: value, offset: keyNode.range[2], onError, parentIndent: bm.indent, startOnNewline: !key || key.type === "block-scalar" });
    if (offset = valueProps.end, valueProps.found) {
      implicitKey && (value?.type === "block-map" && !valueProps.hasNewline && onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings"), ctx.options.strict && keyProps.start < valueProps.found.offset - 1024 && onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key"));
      let valueNode = value ? composeNode2(ctx, value, valueProps, onError) : composeEmptyNode2(ctx, offset, sep5, null, valueProps, onError);
      ctx.schema.compat && flowIndentCheck(bm.indent, value, onError), offset = valueNode.range[2];
      let pair = new Pair(keyNode, valueNode);
      ctx.options.keepSourceTokens && (pair.srcToken = collItem), map2.items.push(pair);
    } else {
      implicitKey && onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values"), valueProps.comment && (keyNode.comment ? keyNode.comment += `
` + valueProps.comment : keyNode.comment = valueProps.comment);
      let pair = new Pair(keyNode);
      ctx.options.keepSourceTokens && (pair.srcToken = collItem), map2.items.push(pair);
    }
  }
  return commentEnd && commentEnd < offset && onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content"), map2.range = [bm.offset, offset, commentEnd ?? offset], map2;
}

// node_modules/yaml/browser/dist/compose/resolve-block-seq.js
function resolveBlockSeq({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, bs, onError, tag) {
  let NodeClass = tag?.nodeClass ?? YAMLSeq, seq2 = new NodeClass(ctx.schema);
  ctx.atRoot && (ctx.atRoot = !1), ctx.atKey && (ctx.atKey = !1);
  let offset = bs.offset, commentEnd = null;
  for (let { start, value } of bs.items) {
    let props = resolveProps(start, { indicator: "seq-item-ind", next: value, offset, onError, parentIndent: bs.indent, startOnNewline: !0 });
    if (!props.found)
      if (props.anchor || props.tag || value)
        value?.type === "block-seq" ? onError(props.end, "BAD_INDENT", "All sequence items must start at the same column") : onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
      else {
        commentEnd = props.end, props.comment && (seq2.comment = props.comment);
        continue;
      }
    let node2 = value ? composeNode2(ctx, value, props, onError) : composeEmptyNode2(ctx, props.end, start, null, props, onError);
    ctx.schema.compat && flowIndentCheck(bs.indent, value, onError), offset = node2.range[2], seq2.items.push(node2);
  }
  return seq2.range = [bs.offset, offset, commentEnd ?? offset], seq2;
}

// node_modules/yaml/browser/dist/compose/resolve-end.js
function resolveEnd(end, offset, reqSpace, onError) {
  let comment = "";
  if (end) {
    let hasSpace = !1, sep5 = "";
    for (let token of end) {
      let { source, type } = token;
      switch (type) {
        case "space":
          hasSpace = !0;
          break;
        case "comment": {
          reqSpace && !hasSpace && onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
          let cb = source.substring(1) || " ";
          comment ? comment += sep5 + cb : comment = cb, sep5 = "";
          break;
        }
        case "newline":
          comment && (sep5 += source), hasSpace = !0;
          break;
        default:
          onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
      }
      offset += source.length;
    }
  }
  return { comment, offset };
}

// node_modules/yaml/browser/dist/compose/resolve-flow-collection.js
var blockMsg = "Block collections are not allowed within flow collections", isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
function resolveFlowCollection({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, fc, onError, tag) {
  let isMap2 = fc.start.source === "{", fcName = isMap2 ? "flow map" : "flow sequence", NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap : YAMLSeq), coll = new NodeClass(ctx.schema);
  coll.flow = !0;
  let atRoot = ctx.atRoot;
  atRoot && (ctx.atRoot = !1), ctx.atKey && (ctx.atKey = !1);
  let offset = fc.offset + fc.start.source.length;
  for (let i = 0; i < fc.items.length; ++i) {
    let collItem = fc.items[i], { start, key, sep: sep5, value } = collItem, props = resolveProps(start, { flow: fcName, indicator: "explicit-key-ind", next: key ?? sep5?.[0], offset, onError, parentIndent: fc.indent, startOnNewline: !1 });
    if (!props.found) {
      if (!props.anchor && !props.tag && !sep5 && !value) {
        i === 0 && props.comma ? onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`) : i < fc.items.length - 1 && onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`), props.comment && (coll.comment ? coll.comment += `
` + props.comment : coll.comment = props.comment), offset = props.end;
        continue;
      }
      !isMap2 && ctx.options.strict && containsNewline(key) && onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
    }
    if (i === 0)
      props.comma && onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
    else if (props.comma || onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`), props.comment) {
      let prevItemComment = "";
      loop: for (let st of start)
        switch (st.type) {
          case "comma":
          case "space":
            break;
          case "comment":
            prevItemComment = st.source.substring(1);
            break loop;
          default:
            break loop;
        }
      if (prevItemComment) {
        let prev = coll.items[coll.items.length - 1];
        isPair(prev) && (prev = prev.value ?? prev.key), prev.comment ? prev.comment += `
` + prevItemComment : prev.comment = prevItemComment, props.comment = props.comment.substring(prevItemComment.length + 1);
      }
    }
    if (!isMap2 && !sep5 && !props.found) {
      let valueNode = value ? composeNode2(ctx, value, props, onError) : composeEmptyNode2(ctx, props.end, sep5, null, props, onError);
      coll.items.push(valueNode), offset = valueNode.range[2], isBlock(value) && onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
    } else {
      ctx.atKey = !0;
      let keyStart = props.end, keyNode = key ? composeNode2(ctx, key, props, onError) : composeEmptyNode2(ctx, keyStart, start, null, props, onError);
      isBlock(key) && onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg), ctx.atKey = !1;
      let valueProps = resolveProps(sep5 ?? [], { flow: fcName, indicator: "map-value-ind", next: value, offset: keyNode.range[2], onError, parentIndent: fc.indent, startOnNewline: !1 });
      if (valueProps.found) {
        if (!isMap2 && !props.found && ctx.options.strict) {
          if (sep5) for (let st of sep5) {
            if (st === valueProps.found) break;
            if (st.type === "newline") {
              onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
              break;
            }
          }
          props.start < valueProps.found.offset - 1024 && onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
        }
      } else value && ("source" in value && value.source?.[0] === ":" ? onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`) : onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`));
      let valueNode = value ? composeNode2(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode2(ctx, valueProps.end, sep5, null, valueProps, onError) : null;
      valueNode ? isBlock(value) && onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg) : valueProps.comment && (keyNode.comment ? keyNode.comment += `
` + valueProps.comment : keyNode.comment = valueProps.comment);
      let pair = new Pair(keyNode, valueNode);
      if (ctx.options.keepSourceTokens && (pair.srcToken = collItem), isMap2) {
        let map2 = coll;
        mapIncludes(ctx, map2.items, keyNode) && onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique"), map2.items.push(pair);
      } else {
        let map2 = new YAMLMap(ctx.schema);
        map2.flow = !0, map2.items.push(pair);
        let endRange = (valueNode ?? keyNode).range;
        map2.range = [keyNode.range[0], endRange[1], endRange[2]], coll.items.push(map2);
      }
      offset = valueNode ? valueNode.range[2] : valueProps.end;
    }
  }
  let expectedEnd = isMap2 ? "}" : "]", [ce, ...ee] = fc.end, cePos = offset;
  if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
  else {
    let name = fcName[0].toUpperCase() + fcName.substring(1), msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
    onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg), ce && ce.source.length !== 1 && ee.unshift(ce);
  }
  if (ee.length > 0) {
    let end = resolveEnd(ee, cePos, ctx.options.strict, onError);
    end.comment && (coll.comment ? coll.comment += `
` + end.comment : coll.comment = end.comment), coll.range = [fc.offset, cePos, end.offset];
  } else
    coll.range = [fc.offset, cePos, cePos];
  return coll;
}

// node_modules/yaml/browser/dist/compose/compose-collection.js
function resolveCollection(CN2, ctx, token, onError, tagName, tag) {
  let coll = token.type === "block-map" ? resolveBlockMap(CN2, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq(CN2, ctx, token, onError, tag) : resolveFlowCollection(CN2, ctx, token, onError, tag), Coll = coll.constructor;
  return tagName === "!" || tagName === Coll.tagName ? (coll.tag = Coll.tagName, coll) : (tagName && (coll.tag = tagName), coll);
}
function composeCollection(CN2, ctx, token, props, onError) {
  let tagToken = props.tag, tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
  if (token.type === "block-seq") {
    let { anchor: anchor2, newlineAfterProp: nl } = props, lastProp = anchor2 && tagToken ? anchor2.offset > tagToken.offset ? anchor2 : tagToken : anchor2 ?? tagToken;
    lastProp && (!nl || nl.offset < lastProp.offset) && onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
  }
  let expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
  if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.tagName && expType === "seq")
    return resolveCollection(CN2, ctx, token, onError, tagName);
  let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
  if (!tag) {
    let kt = ctx.schema.knownTags[tagName];
    if (kt?.collection === expType)
      ctx.schema.tags.push(Object.assign({}, kt, { default: !1 })), tag = kt;
    else
      return kt ? onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, !0) : onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, !0), resolveCollection(CN2, ctx, token, onError, tagName);
  }
  let coll = resolveCollection(CN2, ctx, token, onError, tagName, tag), res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll, node2 = isNode(res) ? res : new Scalar(res);
  return node2.range = coll.range, node2.tag = tagName, tag?.format && (node2.format = tag.format), node2;
}

// node_modules/yaml/browser/dist/compose/resolve-block-scalar.js
function resolveBlockScalar(ctx, scalar, onError) {
  let start = scalar.offset, header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
  if (!header) return { value: "", type: null, comment: "", range: [start, start, start] };
  let type = header.mode === ">" ? Scalar.BLOCK_FOLDED : Scalar.BLOCK_LITERAL, lines2 = scalar.source ? splitLines(scalar.source) : [], chompStart = lines2.length;
  for (let i = lines2.length - 1; i >= 0; --i) {
    let content = lines2[i][1];
    if (content === "" || content === "\r") chompStart = i;
    else break;
  }
  if (chompStart === 0) {
    let value2 = header.chomp === "+" && lines2.length > 0 ? `
`.repeat(Math.max(1, lines2.length - 1)) : "", end2 = start + header.length;
    return scalar.source && (end2 += scalar.source.length), { value: value2, type, comment: header.comment, range: [start, end2, end2] };
  }
  let trimIndent = scalar.indent + header.indent, offset = scalar.offset + header.length, contentStart = 0;
  for (let i = 0; i < chompStart; ++i) {
    let [indent, content] = lines2[i];
    if (content === "" || content === "\r")
      header.indent === 0 && indent.length > trimIndent && (trimIndent = indent.length);
    else {
      indent.length < trimIndent && onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator"), header.indent === 0 && (trimIndent = indent.length), contentStart = i, trimIndent === 0 && !ctx.atRoot && onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
      break;
    }
    offset += indent.length + content.length + 1;
  }
  for (let i = lines2.length - 1; i >= chompStart; --i)
    lines2[i][0].length > trimIndent && (chompStart = i + 1);
  let value = "", sep5 = "", prevMoreIndented = !1;
  for (let i = 0; i < contentStart; ++i) value += lines2[i][0].slice(trimIndent) + `
`;
  for (let i = contentStart; i < chompStart; ++i) {
    let [indent, content] = lines2[i];
    offset += indent.length + content.length + 1;
    let crlf = content[content.length - 1] === "\r";
    if (crlf && (content = content.slice(0, -1)), content && indent.length < trimIndent) {
      let message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
      onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message), indent = "";
    }
    type === Scalar.BLOCK_LITERAL ? (value += sep5 + indent.slice(trimIndent) + content, sep5 = `
`) : indent.length > trimIndent || content[0] === "	" ? (sep5 === " " ? sep5 = `
` : !prevMoreIndented && sep5 === `
` && (sep5 = `

`), value += sep5 + indent.slice(trimIndent) + content, sep5 = `
`, prevMoreIndented = !0) : content === "" ? sep5 === `
` ? value += `
` : sep5 = `
` : (value += sep5 + content, sep5 = " ", prevMoreIndented = !1);
  }
  switch (header.chomp) {
    case "-":
      break;
    case "+":
      for (let i = chompStart; i < lines2.length; ++i) value += `
` + lines2[i][0].slice(trimIndent);
      value[value.length - 1] !== `
` && (value += `
`);
      break;
    default:
      value += `
`;
  }
  let end = start + header.length + scalar.source.length;
  return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
  if (props[0].type !== "block-scalar-header")
    return onError(props[0], "IMPOSSIBLE", "Block scalar header not found"), null;
  let { source } = props[0], mode = source[0], indent = 0, chomp = "", error2 = -1;
  for (let i = 1; i < source.length; ++i) {
    let ch = source[i];
    if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
    else {
      let n = Number(ch);
      !indent && n ? indent = n : error2 === -1 && (error2 = offset + i);
    }
  }
  error2 !== -1 && onError(error2, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
  let hasSpace = !1, comment = "", length = source.length;
  for (let i = 1; i < props.length; ++i) {
    let token = props[i];
    switch (token.type) {
      case "space":
        hasSpace = !0;
      case "newline":
        length += token.source.length;
        break;
      case "comment":
        strict && !hasSpace && onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters"), length += token.source.length, comment = token.source.substring(1);
        break;
      case "error":
        onError(token, "UNEXPECTED_TOKEN", token.message), length += token.source.length;
        break;
      default: {
        let message = `Unexpected token in block scalar header: ${token.type}`;
        onError(token, "UNEXPECTED_TOKEN", message);
        let ts = token.source;
        ts && typeof ts == "string" && (length += ts.length);
      }
    }
  }
  return { mode, indent, chomp, comment, length };
}
function splitLines(source) {
  let split = source.split(/\n( *)/), first = split[0], m = first.match(/^( *)/), lines2 = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
  for (let i = 1; i < split.length; i += 2) lines2.push([split[i], split[i + 1]]);
  return lines2;
}

// node_modules/yaml/browser/dist/compose/resolve-flow-scalar.js
function resolveFlowScalar(scalar, strict, onError) {
  let { offset, type, source, end } = scalar, _type, value, _onError = (rel, code2, msg) => onError(offset + rel, code2, msg);
  switch (type) {
    case "scalar":
      _type = Scalar.PLAIN, value = plainValue(source, _onError);
      break;
    case "single-quoted-scalar":
      _type = Scalar.QUOTE_SINGLE, value = singleQuotedValue(source, _onError);
      break;
    case "double-quoted-scalar":
      _type = Scalar.QUOTE_DOUBLE, value = doubleQuotedValue(source, _onError);
      break;
    default:
      return onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`), { value: "", type: null, comment: "", range: [offset, offset + source.length, offset + source.length] };
  }
  let valueEnd = offset + source.length, re = resolveEnd(end, valueEnd, strict, onError);
  return { value, type: _type, comment: re.comment, range: [offset, valueEnd, re.offset] };
}
function plainValue(source, onError) {
  let badChar = "";
  switch (source[0]) {
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
    case ">": {
      badChar = `block scalar indicator ${source[0]}`;
      break;
    }
    case "@":
    case "`": {
			badChar = `reserved character ${source[0]}`;
			break;
		}
	}
	return badChar && onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`), unfoldLines(source);
}
function singleQuotedValue(source, onError) {
	return (source[source.length - 1] !== "'" || source.length === 1) && onError(source.length, "MISSING_CHAR", "Missing closing 'quote"), unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
	let line = /(.*?)\r?\n/sy, match = line.exec(source);
	if (!match) return source;
	let trimEnd, trimBoth;
	try {
		trimEnd = new RegExp("(?<![ 	])[ 	]+$"), trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
	} catch {
		trimEnd = /[ \t]+$/, trimBoth = /^[ \t]+|[ \t]+$/g;
	}
	let res = match[1].replace(trimEnd, ""), sep5 = " ", pos = line.lastIndex;
	for (; match = line.exec(source); ) {
		let lm = match[1].replace(trimBoth, "");
		lm === "" ? sep5 === `
` ? res += sep5 : sep5 = `
` : (res += sep5 + lm, sep5 = " "), pos = line.lastIndex;
	}
	let last = /[ \t]*(.*)/sy;
	return last.lastIndex = pos, match = last.exec(source), res + sep5 + (match?.[1] ?? "");
}
function doubleQuotedValue(source, onError) {
	let res = "";
	for (let i = 1; i < source.length - 1; ++i) {
		let ch = source[i];
		if (!(ch === "\r" && source[i + 1] === `
`))
			if (ch === `
`) {
				let { fold, offset } = foldNewline(source, i);
				res += fold, i = offset;
			} else if (ch === "\\") {
				let next = source[++i], cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === `
`)
					for (next = source[i + 1]; next === " " || next === "	"; ) next = source[++i + 1];
				else if (next === "\r" && source[i + 1] === `
`)
					for (next = source[++i + 1]; next === " " || next === "	"; ) next = source[++i + 1];
				else if (next === "x" || next === "u" || next === "U") {
					let length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError), i += length;
				} else {
					let raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`), res += raw;
				}
			} else if (ch === " " || ch === "	") {
				let wsStart = i, next = source[i + 1];
				for (; next === " " || next === "	"; ) next = source[++i + 1];
				next !== `
` && !(next === "\r" && source[i + 2] === `
`) && (res += i > wsStart ? source.slice(wsStart, i + 1) : ch);
			} else
				res += ch;
	}
	return (source[source.length - 1] !== '"' || source.length === 1) && onError(source.length, "MISSING_CHAR", 'Missing closing "quote'), res;
}
function foldNewline(source, offset) {
	let fold = "", ch = source[offset + 1];
	for (; (ch === " " || ch === "	" || ch === `
` || ch === "\r") && !(ch === "\r" && source[offset + 2] !== `
`); )
		ch === `
` && (fold += `
`), offset += 1, ch = source[offset + 1];
	return fold || (fold = " "), { fold, offset };
}
var escapeCodes = { 0: "\0", a: "\x07", b: "\b", e: "\x1B", f: "\f", n: `
`, r: "\r", t: "	", v: "\v", N: "", _: " ", L: "\u2028", P: "\u2029", " ": " ", '"': '"', "/": "/", "\\": "\\", "	": "	" };
function parseCharCode(source, offset, length, onError) {
	let cc = source.substr(offset, length), code2 = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
	try {
		return String.fromCodePoint(code2);
	} catch {
		let raw = source.substr(offset - 2, length + 2);
		return onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`), raw;
	}
}

// node_modules/yaml/browser/dist/compose/compose-scalar.js
function composeScalar(ctx, token, tagToken, onError) {
	let { value, type, comment, range: range2 } = token.type === "block-scalar" ? resolveBlockScalar(ctx, token, onError) : resolveFlowScalar(token, ctx.options.strict, onError), tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null, tag;
	ctx.options.stringKeys && ctx.atKey ? tag = ctx.schema[SCALAR] : tagName ? tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError) : token.type === "scalar" ? tag = findScalarTagByTest(ctx, value, token, onError) : tag = ctx.schema[SCALAR];
	let scalar;
	try {
		let res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
		scalar = isScalar(res) ? res : new Scalar(res);
	} catch (error2) {
		let msg = error2 instanceof Error ? error2.message : String(error2);
		onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), scalar = new Scalar(value);
	}
	return scalar.range = range2, scalar.source = value, type && (scalar.type = type), tagName && (scalar.tag = tagName), tag.format && (scalar.format = tag.format), comment && (scalar.comment = comment), scalar;
}
function findScalarTagByName(schema4, value, tagName, tagToken, onError) {
	if (tagName === "!") return schema4[SCALAR];
	let matchWithTest = [];
	for (let tag of schema4.tags)
		if (!tag.collection && tag.tag === tagName)
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
	for (let tag of matchWithTest) if (tag.test?.test(value)) return tag;
	let kt = schema4.knownTags[tagName];
	return kt && !kt.collection ? (schema4.tags.push(Object.assign({}, kt, { default: !1, test: void 0 })), kt) : (onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str"), schema4[SCALAR]);
}
function findScalarTagByTest({ atKey, directives, schema: schema4 }, value, token, onError) {
	let tag = schema4.tags.find((tag2) => (tag2.default === !0 || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema4[SCALAR];
	if (schema4.compat) {
		let compat = schema4.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema4[SCALAR];
		if (tag.tag !== compat.tag) {
			let ts = directives.tagString(tag.tag), cs = directives.tagString(compat.tag), msg = `Value may be parsed as either ${ts} or ${cs}`;
			onError(token, "TAG_RESOLVE_FAILED", msg, !0);
		}
	}
	return tag;
}

// node_modules/yaml/browser/dist/compose/util-empty-scalar-position.js
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
			for (st = before[++i]; st?.type === "space"; )
				offset += st.source.length, st = before[++i];
			break;
		}
	}
	return offset;
}

// node_modules/yaml/browser/dist/compose/compose-node.js
var CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
	let atKey = ctx.atKey, { spaceBefore, comment, anchor: anchor2, tag } = props, node2, isSrcToken = !0;
	switch (token.type) {
		case "alias":
			node2 = composeAlias(ctx, token, onError), (anchor2 || tag) && onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
			break;
		case "scalar":
		case "single-quoted-scalar":
		case "double-quoted-scalar":
		case "block-scalar":
			node2 = composeScalar(ctx, token, tag, onError), anchor2 && (node2.anchor = anchor2.source.substring(1));
			break;
		case "block-map":
		case "block-seq":
		case "flow-collection":
			try {
				node2 = composeCollection(CN, ctx, token, props, onError), anchor2 && (node2.anchor = anchor2.source.substring(1));
			} catch (error2) {
				let message = error2 instanceof Error ? error2.message : String(error2);
				onError(token, "RESOURCE_EXHAUSTION", message);
			}
			break;
		default: {
			let message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
			onError(token, "UNEXPECTED_TOKEN", message), isSrcToken = !1;
		}
	}
	return node2 ?? (node2 = composeEmptyNode(ctx, token.offset, void 0, null, props, onError)), anchor2 && node2.anchor === "" && onError(anchor2, "BAD_ALIAS", "Anchor cannot be an empty string"), atKey && ctx.options.stringKeys && (!isScalar(node2) || typeof node2.value != "string" || node2.tag && node2.tag !== "tag:yaml.org,2002:str") && onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings"), spaceBefore && (node2.spaceBefore = !0), comment && (token.type === "scalar" && token.source === "" ? node2.comment = comment : node2.commentBefore = comment), ctx.options.keepSourceTokens && isSrcToken && (node2.srcToken = token), node2;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor: anchor2, tag, end }, onError) {
	let token = { type: "scalar", offset: emptyScalarPosition(offset, before, pos), indent: -1, source: "" }, node2 = composeScalar(ctx, token, tag, onError);
	return anchor2 && (node2.anchor = anchor2.source.substring(1), node2.anchor === "" && onError(anchor2, "BAD_ALIAS", "Anchor cannot be an empty string")), spaceBefore && (node2.spaceBefore = !0), comment && (node2.comment = comment, node2.range[2] = end), node2;
}
function composeAlias({ options }, { offset, source, end }, onError) {
	let alias = new Alias(source.substring(1));
	alias.source === "" && onError(offset, "BAD_ALIAS", "Alias cannot be an empty string"), alias.source.endsWith(":") && onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", !0);
	let valueEnd = offset + source.length, re = resolveEnd(end, valueEnd, options.strict, onError);
	return alias.range = [offset, valueEnd, re.offset], re.comment && (alias.comment = re.comment), alias;
}

// node_modules/yaml/browser/dist/compose/compose-doc.js
function composeDoc(options, directives, { offset, start, value, end }, onError) {
	let opts = Object.assign({ _directives: directives }, options), doc = new Document(void 0, opts), ctx = { atKey: !1, atRoot: !0, directives: doc.directives, options: doc.options, schema: doc.schema }, props = resolveProps(start, { indicator: "doc-start", next: value ?? end?.[0], offset, onError, parentIndent: 0, startOnNewline: !0 });
	props.found && (doc.directives.docStart = !0, value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline && onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker")), doc.contents = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
	let contentEnd = doc.contents.range[2], re = resolveEnd(end, contentEnd, !1, onError);
	return re.comment && (doc.comment = re.comment), doc.range = [offset, contentEnd, re.offset], doc;
}

// node_modules/yaml/browser/dist/compose/composer.js
function getErrorPos(src) {
	if (typeof src == "number") return [src, src + 1];
	if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
	let { offset, source } = src;
	return [offset, offset + (typeof source == "string" ? source.length : 1)];
}
function parsePrelude(prelude) {
	let comment = "", atComment = !1, afterEmptyLine = !1;
	for (let i = 0; i < prelude.length; ++i) {
		let source = prelude[i];
		switch (source[0]) {
			case "#":
				comment += (comment === "" ? "" : afterEmptyLine ? `

` : `
`) + (source.substring(1) || " "), atComment = !0, afterEmptyLine = !1;
				break;
			case "%":
				prelude[i + 1]?.[0] !== "#" && (i += 1), atComment = !1;
				break;
			default:
				atComment || (afterEmptyLine = !0), atComment = !1;
		}
	}
	return { comment, afterEmptyLine };
}
var Composer = class {
	constructor(options = {}) {
		this.doc = null, this.atDirectives = !1, this.prelude = [], this.errors = [], this.warnings = [], this.onError = (source, code2, message, warning) => {
			let pos = getErrorPos(source);
			warning ? this.warnings.push(new YAMLWarning(pos, code2, message)) : this.errors.push(new YAMLParseError(pos, code2, message));
		}, this.directives = new Directives({ version: options.version || "1.2" }), this.options = options;
	}
	decorate(doc, afterDoc) {
		let { comment, afterEmptyLine } = parsePrelude(this.prelude);
		if (comment) {
			let dc = doc.contents;
			if (afterDoc)
				doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
			else if (afterEmptyLine || doc.directives.docStart || !dc)
				doc.commentBefore = comment;
			else if (isCollection(dc) && !dc.flow && dc.items.length > 0) {
				let it = dc.items[0];
				isPair(it) && (it = it.key);
				let cb = it.commentBefore;
				it.commentBefore = cb ? `${comment}
${cb}` : comment;
			} else {
				let cb = dc.commentBefore;
				dc.commentBefore = cb ? `${comment}
${cb}` : comment;
			}
		}
		if (afterDoc) {
			for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
			for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
		} else
			doc.errors = this.errors, doc.warnings = this.warnings;
		this.prelude = [], this.errors = [], this.warnings = [];
	}
	streamInfo() {
		return { comment: parsePrelude(this.prelude).comment, directives: this.directives, errors: this.errors, warnings: this.warnings };
	}
	*compose(tokens2, forceDoc = !1, endOffset = -1) {
		for (let token of tokens2) yield* this.next(token);
		yield* this.end(forceDoc, endOffset);
	}
	*next(token) {
		switch (token.type) {
			case "directive":
				this.directives.add(token.source, (offset, message, warning) => {
					let pos = getErrorPos(token);
					pos[0] += offset, this.onError(pos, "BAD_DIRECTIVE", message, warning);
				}), this.prelude.push(token.source), this.atDirectives = !0;
				break;
			case "document": {
				let doc = composeDoc(this.options, this.directives, token, this.onError);
				this.atDirectives && !doc.directives.docStart && this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line"), this.decorate(doc, !1), this.doc && (yield this.doc), this.doc = doc, this.atDirectives = !1;
				break;
			}
			case "byte-order-mark":
			case "space":
				break;
			case "comment":
			case "newline":
				this.prelude.push(token.source);
				break;
			case "error": {
				let msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message, error2 = new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
				this.atDirectives || !this.doc ? this.errors.push(error2) : this.doc.errors.push(error2);
				break;
			}
			case "doc-end": {
				if (!this.doc) {
					let msg = "Unexpected doc-end without preceding document";
					this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
					break;
				}
				this.doc.directives.docEnd = !0;
				let end = resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
				if (this.decorate(this.doc, !0), end.comment) {
					let dc = this.doc.comment;
					this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
				}
				this.doc.range[2] = end.offset;
				break;
			}
			default:
				this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
		}
	}
	*end(forceDoc = !1, endOffset = -1) {
		if (this.doc)
			this.decorate(this.doc, !0), yield this.doc, this.doc = null;
		else if (forceDoc) {
			let opts = Object.assign({ _directives: this.directives }, this.options), doc = new Document(void 0, opts);
			this.atDirectives && this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line"), doc.range = [0, endOffset, endOffset], this.decorate(doc, !1), yield doc;
		}
	}
};

// node_modules/yaml/browser/dist/parse/cst.js
var BOM = "\uFEFF", DOCUMENT = "", FLOW_END = "", SCALAR2 = "";
function tokenType(source) {
	switch (source) {
		case BOM:
			return "byte-order-mark";
		case DOCUMENT:
			return "doc-mode";
		case FLOW_END:
			return "flow-error-end";
		case SCALAR2:
			return "scalar";
		case "---":
			return "doc-start";
		case "...":
			return "doc-end";
		case "":
		case `
`:
		case `\r
`:
			return "newline";
		case "-":
			return "seq-item-ind";
		case "?":
			return "explicit-key-ind";
		case ":":
			return "map-value-ind";
		case "{":
			return "flow-map-start";
		case "}":
			return "flow-map-end";
		case "[":
			return "flow-seq-start";
		case "]":
			return "flow-seq-end";
		case ",":
			return "comma";
	}
	switch (source[0]) {
		case " ":
		case "	":
			return "space";
		case "#":
			return "comment";
		case "%":
			return "directive-line";
		case "*":
			return "alias";
		case "&":
			return "anchor";
		case "!":
			return "tag";
		case "'":
			return "single-quoted-scalar";
		case '"':
			return "double-quoted-scalar";
		case "|":
		case ">":
			return "block-scalar-header";
	}
	return null;
}

// node_modules/yaml/browser/dist/parse/lexer.js
function isEmpty(ch) {
	switch (ch) {
		case void 0:
		case " ":
		case `
`:
		case "\r":
		case "	":
			return !0;
		default:
			return !1;
	}
}
var hexDigits = new Set("0123456789ABCDEFabcdef"), tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()"), flowIndicatorChars = new Set(",[]{}"), invalidAnchorChars = new Set(` ,[]{}
\r	`), isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch), Lexer = class {
	constructor() {
		this.atEnd = !1, this.blockScalarIndent = -1, this.blockScalarKeep = !1, this.buffer = "", this.flowKey = !1, this.flowLevel = 0, this.indentNext = 0, this.indentValue = 0, this.lineEndPos = null, this.next = null, this.pos = 0;
	}
	*lex(source, incomplete = !1) {
		if (source) {
			if (typeof source != "string") throw TypeError("source is not a string");
			this.buffer = this.buffer ? this.buffer + source : source, this.lineEndPos = null;
		}
		this.atEnd = !incomplete;
		let next = this.next ?? "stream";
		for (; next && (incomplete || this.hasChars(1)); ) next = yield* this.parseNext(next);
	}
	atLineEnd() {
		let i = this.pos, ch = this.buffer[i];
		for (; ch === " " || ch === "	"; ) ch = this.buffer[++i];
		return !ch || ch === "#" || ch === `
` ? !0 : ch === "\r" ? this.buffer[i + 1] === `
` : !1;
	}
	charAt(n) {
		return this.buffer[this.pos + n];
	}
	continueScalar(offset) {
		let ch = this.buffer[offset];
		if (this.indentNext > 0) {
			let indent = 0;
			for (; ch === " "; ) ch = this.buffer[++indent + offset];
			if (ch === "\r") {
				let next = this.buffer[indent + offset + 1];
				if (next === `
` || !next && !this.atEnd) return offset + indent + 1;
			}
			return ch === `
` || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
		}
		if (ch === "-" || ch === ".") {
			let dt = this.buffer.substr(offset, 3);
			if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
		}
		return offset;
	}
	getLine() {
		let end = this.lineEndPos;
		return (typeof end != "number" || end !== -1 && end < this.pos) && (end = this.buffer.indexOf(`
`, this.pos), this.lineEndPos = end), end === -1 ? this.atEnd ? this.buffer.substring(this.pos) : null : (this.buffer[end - 1] === "\r" && (end -= 1), this.buffer.substring(this.pos, end));
	}
	hasChars(n) {
		return this.pos + n <= this.buffer.length;
	}
	setNext(state) {
		return this.buffer = this.buffer.substring(this.pos), this.pos = 0, this.lineEndPos = null, this.next = state, null;
	}
	peek(n) {
		return this.buffer.substr(this.pos, n);
	}
	*parseNext(next) {
		switch (next) {
			case "stream":
				return yield* this.parseStream();
			case "line-start":
				return yield* this.parseLineStart();
			case "block-start":
				return yield* this.parseBlockStart();
			case "doc":
				return yield* this.parseDocument();
			case "flow":
				return yield* this.parseFlowCollection();
			case "quoted-scalar":
				return yield* this.parseQuotedScalar();
			case "block-scalar":
				return yield* this.parseBlockScalar();
			case "plain-scalar":
				return yield* this.parsePlainScalar();
		}
	}
	*parseStream() {
		let line = this.getLine();
		if (line === null) return this.setNext("stream");
		if (line[0] === BOM && (yield* this.pushCount(1), line = line.substring(1)), line[0] === "%") {
			let dirEnd = line.length, cs = line.indexOf("#");
			for (; cs !== -1; ) {
				let ch = line[cs - 1];
				if (ch === " " || ch === "	") {
					dirEnd = cs - 1;
					break;
				} else
					cs = line.indexOf("#", cs + 1);
			}
			for (; ; ) {
				let ch = line[dirEnd - 1];
				if (ch === " " || ch === "	") dirEnd -= 1;
				else break;
			}
			let n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(!0));
			return yield* this.pushCount(line.length - n), this.pushNewline(), "stream";
		}
		if (this.atLineEnd()) {
			let sp = yield* this.pushSpaces(!0);
			return yield* this.pushCount(line.length - sp), yield* this.pushNewline(), "stream";
		}
		return yield DOCUMENT, yield* this.parseLineStart();
	}
	*parseLineStart() {
		let ch = this.charAt(0);
		if (!ch && !this.atEnd) return this.setNext("line-start");
		if (ch === "-" || ch === ".") {
			if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
			let s = this.peek(3);
			if ((s === "---" || s === "...") && isEmpty(this.charAt(3)))
				return yield* this.pushCount(3), this.indentValue = 0, this.indentNext = 0, s === "---" ? "doc" : "stream";
		}
		return this.indentValue = yield* this.pushSpaces(!1), this.indentNext > this.indentValue && !isEmpty(this.charAt(1)) && (this.indentNext = this.indentValue), yield* this.parseBlockStart();
	}
	*parseBlockStart() {
		let [ch0, ch1] = this.peek(2);
		if (!ch1 && !this.atEnd) return this.setNext("block-start");
		if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
			let n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(!0));
			return this.indentNext = this.indentValue + 1, this.indentValue += n, "block-start";
		}
		return "doc";
	}
	*parseDocument() {
		yield* this.pushSpaces(!0);
		let line = this.getLine();
		if (line === null) return this.setNext("doc");
		let n = yield* this.pushIndicators();
		switch (line[n]) {
			case "#":
				yield* this.pushCount(line.length - n);
			case void 0:
				return yield* this.pushNewline(), yield* this.parseLineStart();
			case "{":
			case "[":
				return yield* this.pushCount(1), this.flowKey = !1, this.flowLevel = 1, "flow";
			case "}":
			case "]":
				return yield* this.pushCount(1), "doc";
			case "*":
				return yield* this.pushUntil(isNotAnchorChar), "doc";
			case '"':
			case "'":
				return yield* this.parseQuotedScalar();
			case "|":
			case ">":
				return n += yield* this.parseBlockScalarHeader(), n += yield* this.pushSpaces(!0), yield* this.pushCount(line.length - n), yield* this.pushNewline(), yield* this.parseBlockScalar();
			default:
				return yield* this.parsePlainScalar();
		}
	}
	*parseFlowCollection() {
		let nl, sp, indent = -1;
		do
			nl = yield* this.pushNewline(), nl > 0 ? (sp = yield* this.pushSpaces(!1), this.indentValue = indent = sp) : sp = 0, sp += yield* this.pushSpaces(!0);
		while (nl + sp > 0);
		let line = this.getLine();
		if (line === null) return this.setNext("flow");
		if ((indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) && !(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}")))
			return this.flowLevel = 0, yield FLOW_END, yield* this.parseLineStart();
		let n = 0;
		for (; line[n] === ","; )
			n += yield* this.pushCount(1), n += yield* this.pushSpaces(!0), this.flowKey = !1;
		switch (n += yield* this.pushIndicators(), line[n]) {
			case void 0:
				return "flow";
			case "#":
				return yield* this.pushCount(line.length - n), "flow";
			case "{":
			case "[":
				return yield* this.pushCount(1), this.flowKey = !1, this.flowLevel += 1, "flow";
			case "}":
			case "]":
				return yield* this.pushCount(1), this.flowKey = !0, this.flowLevel -= 1, this.flowLevel ? "flow" : "doc";
			case "*":
				return yield* this.pushUntil(isNotAnchorChar), "flow";
			case '"':
			case "'":
				return this.flowKey = !0, yield* this.parseQuotedScalar();
			case ":": {
				let next = this.charAt(1);
				if (this.flowKey || isEmpty(next) || next === ",")
					return this.flowKey = !1, yield* this.pushCount(1), yield* this.pushSpaces(!0), "flow";
			}
			default:
				return this.flowKey = !1, yield* this.parsePlainScalar();
		}
	}
	*parseQuotedScalar() {
		let quote2 = this.charAt(0), end = this.buffer.indexOf(quote2, this.pos + 1);
		if (quote2 === "'")
			for (; end !== -1 && this.buffer[end + 1] === "'"; ) end = this.buffer.indexOf("'", end + 2);
		else
			for (; end !== -1; ) {
				let n = 0;
				for (; this.buffer[end - 1 - n] === "\\"; ) n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf('"', end + 1);
			}
		let qb = this.buffer.substring(0, end), nl = qb.indexOf(`
`, this.pos);
		if (nl !== -1) {
			for (; nl !== -1; ) {
				let cs = this.continueScalar(nl + 1);
				if (cs === -1) break;
				nl = qb.indexOf(`
`, cs);
			}
			nl !== -1 && (end = nl - (qb[nl - 1] === "\r" ? 2 : 1));
		}
		if (end === -1) {
			if (!this.atEnd) return this.setNext("quoted-scalar");
			end = this.buffer.length;
		}
		return yield* this.pushToIndex(end + 1, !1), this.flowLevel ? "flow" : "doc";
	}
	*parseBlockScalarHeader() {
		this.blockScalarIndent = -1, this.blockScalarKeep = !1;
		let i = this.pos;
		for (; ; ) {
			let ch = this.buffer[++i];
			if (ch === "+") this.blockScalarKeep = !0;
			else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
			else if (ch !== "-") break;
		}
		return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
	}
	*parseBlockScalar() {
		let nl = this.pos - 1, indent = 0, ch;
		loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2)
			switch (ch) {
				case " ":
					indent += 1;
					break;
				case `
`:
					nl = i2, indent = 0;
					break;
				case "\r": {
					let next = this.buffer[i2 + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === `
`) break;
				}
				default:
					break loop;
			}
		if (!ch && !this.atEnd) return this.setNext("block-scalar");
		if (indent >= this.indentNext) {
			this.blockScalarIndent === -1 ? this.indentNext = indent : this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
			do {
				let cs = this.continueScalar(nl + 1);
				if (cs === -1) break;
				nl = this.buffer.indexOf(`
`, cs);
			} while (nl !== -1);
			if (nl === -1) {
				if (!this.atEnd) return this.setNext("block-scalar");
				nl = this.buffer.length;
			}
		}
		let i = nl + 1;
		for (ch = this.buffer[i]; ch === " "; ) ch = this.buffer[++i];
		if (ch === "	") {
			for (; ch === "	" || ch === " " || ch === "\r" || ch === `
`; ) ch = this.buffer[++i];
			nl = i - 1;
		} else if (!this.blockScalarKeep)
			do {
				let i2 = nl - 1, ch2 = this.buffer[i2];
				ch2 === "\r" && (ch2 = this.buffer[--i2]);
				let lastChar = i2;
				for (; ch2 === " "; ) ch2 = this.buffer[--i2];
				if (ch2 === `
` && i2 >= this.pos && i2 + 1 + indent > lastChar) nl = i2;
				else break;
			} while (!0);
		return yield SCALAR2, yield* this.pushToIndex(nl + 1, !0), yield* this.parseLineStart();
	}
	*parsePlainScalar() {
		let inFlow = this.flowLevel > 0, end = this.pos - 1, i = this.pos - 1, ch;
		for (; ch = this.buffer[++i]; )
			if (ch === ":") {
				let next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r" && (next === `
` ? (i += 1, ch = `
`, next = this.buffer[i + 1]) : end = i), next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === `
`) {
					let cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
		return !ch && !this.atEnd ? this.setNext("plain-scalar") : (yield SCALAR2, yield* this.pushToIndex(end + 1, !0), inFlow ? "flow" : "doc");
	}
	*pushCount(n) {
		return n > 0 ? (yield this.buffer.substr(this.pos, n), this.pos += n, n) : 0;
	}
	*pushToIndex(i, allowEmpty) {
		let s = this.buffer.slice(this.pos, i);
		return s ? (yield s, this.pos += s.length, s.length) : (allowEmpty && (yield ""), 0);
	}
	*pushIndicators() {
		let n = 0;
		loop: for (; ; ) {
			switch (this.charAt(0)) {
				case "!":
					n += yield* this.pushTag(), n += yield* this.pushSpaces(!0);
					continue loop;
				case "&":
					n += yield* this.pushUntil(isNotAnchorChar), n += yield* this.pushSpaces(!0);
					continue loop;
				case "-":
				case "?":
				case ":": {
					let inFlow = this.flowLevel > 0, ch1 = this.charAt(1);
					if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
						inFlow ? this.flowKey && (this.flowKey = !1) : this.indentNext = this.indentValue + 1, n += yield* this.pushCount(1), n += yield* this.pushSpaces(!0);
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
			let i = this.pos + 2, ch = this.buffer[i];
			for (; !isEmpty(ch) && ch !== ">"; ) ch = this.buffer[++i];
			return yield* this.pushToIndex(ch === ">" ? i + 1 : i, !1);
		} else {
			let i = this.pos + 1, ch = this.buffer[i];
			for (; ch; )
				if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2]))
					ch = this.buffer[i += 3];
				else break;
			return yield* this.pushToIndex(i, !1);
		}
	}
	*pushNewline() {
		let ch = this.buffer[this.pos];
		return ch === `
` ? yield* this.pushCount(1) : ch === "\r" && this.charAt(1) === `
` ? yield* this.pushCount(2) : 0;
	}
	*pushSpaces(allowTabs) {
		let i = this.pos - 1, ch;
		do
			ch = this.buffer[++i];
		while (ch === " " || allowTabs && ch === "	");
		let n = i - this.pos;
		return n > 0 && (yield this.buffer.substr(this.pos, n), this.pos = i), n;
	}
	*pushUntil(test) {
		let i = this.pos, ch = this.buffer[i];
		for (; !test(ch); ) ch = this.buffer[++i];
		return yield* this.pushToIndex(i, !1);
	}
};

// node_modules/yaml/browser/dist/parse/line-counter.js
var LineCounter = class {
	constructor() {
		this.lineStarts = [], this.addNewLine = (offset) => this.lineStarts.push(offset), this.linePos = (offset) => {
			let low = 0, high = this.lineStarts.length;
			for (; low < high; ) {
				let mid = low + high >> 1;
				this.lineStarts[mid] < offset ? low = mid + 1 : high = mid;
			}
			if (this.lineStarts[low] === offset) return { line: low + 1, col: 1 };
			if (low === 0) return { line: 0, col: offset };
			let start = this.lineStarts[low - 1];
			return { line: low, col: offset - start + 1 };
		};
	}
};

// node_modules/yaml/browser/dist/parse/parser.js
function includesToken(list2, type) {
	for (let i = 0; i < list2.length; ++i) if (list2[i].type === type) return !0;
	return !1;
}
function findNonEmptyIndex(list2) {
	for (let i = 0; i < list2.length; ++i)
		switch (list2[i].type) {
			case "space":
			case "comment":
			case "newline":
				break;
			default:
				return i;
		}
	return -1;
}
function isFlowToken(token) {
	switch (token?.type) {
		case "alias":
		case "scalar":
		case "single-quoted-scalar":
		case "double-quoted-scalar":
		case "flow-collection":
			return !0;
		default:
			return !1;
	}
}
function getPrevProps(parent) {
	switch (parent.type) {
		case "document":
			return parent.start;
		case "block-map": {
			let it = parent.items[parent.items.length - 1];
			return it.sep ?? it.start;
		}
		case "block-seq":
			return parent.items[parent.items.length - 1].start;
		default:
			return [];
	}
}
function getFirstKeyStartProps(prev) {
	if (prev.length === 0) return [];
	let i = prev.length;
	loop: for (; --i >= 0; )
		switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline":
				break loop;
		}
	for (; prev[++i]?.type === "space"; )
		;
	return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
	if (source.length < 1e5) Array.prototype.push.apply(target, source);
	else for (let i = 0; i < source.length; ++i) target.push(source[i]);
}
function fixFlowSeqItems(fc) {
	if (fc.start.type === "flow-seq-start")
		for (let it of fc.items)
			it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind") && (it.key && (it.value = it.key), delete it.key, isFlowToken(it.value) ? it.value.end ? arrayPushArray(it.value.end, it.sep) : it.value.end = it.sep : arrayPushArray(it.start, it.sep), delete it.sep);
}
var Parser = class {
	constructor(onNewLine) {
		this.atNewLine = !0, this.atScalar = !1, this.indent = 0, this.offset = 0, this.onKeyLine = !1, this.stack = [], this.source = "", this.type = "", this.lexer = new Lexer(), this.onNewLine = onNewLine;
	}
	*parse(source, incomplete = !1) {
		this.onNewLine && this.offset === 0 && this.onNewLine(0);
		for (let lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
		incomplete || (yield* this.end());
	}
	*next(source) {
		if (this.source = source, this.atScalar) {
			this.atScalar = !1, yield* this.step(), this.offset += source.length;
			return;
		}
		let type = tokenType(source);
		if (type)
			if (type === "scalar")
				this.atNewLine = !1, this.atScalar = !0, this.type = "scalar";
			else {
				switch (this.type = type, yield* this.step(), type) {
					case "newline":
						this.atNewLine = !0, this.indent = 0, this.onNewLine && this.onNewLine(this.offset + source.length);
						break;
					case "space":
						this.atNewLine && source[0] === " " && (this.indent += source.length);
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						this.atNewLine && (this.indent += source.length);
						break;
					case "doc-mode":
					case "flow-error-end":
						return;
					default:
						this.atNewLine = !1;
				}
				this.offset += source.length;
			}
		else {
			let message = `Not a YAML token: ${source}`;
			yield* this.pop({ type: "error", offset: this.offset, message, source }), this.offset += source.length;
		}
	}
	*end() {
		for (; this.stack.length > 0; ) yield* this.pop();
	}
	get sourceToken() {
		return { type: this.type, offset: this.offset, indent: this.indent, source: this.source };
	}
	*step() {
		let top = this.peek(1);
		if (this.type === "doc-end" && top?.type !== "doc-end") {
			for (; this.stack.length > 0; ) yield* this.pop();
			this.stack.push({ type: "doc-end", offset: this.offset, source: this.source });
			return;
		}
		if (!top) return yield* this.stream();
		switch (top.type) {
			case "document":
				return yield* this.document(top);
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
				return yield* this.scalar(top);
			case "block-scalar":
				return yield* this.blockScalar(top);
			case "block-map":
				return yield* this.blockMap(top);
			case "block-seq":
				return yield* this.blockSequence(top);
			case "flow-collection":
				return yield* this.flowCollection(top);
			case "doc-end":
				return yield* this.documentEnd(top);
		}
		yield* this.pop();
	}
	peek(n) {
		return this.stack[this.stack.length - n];
	}
	*pop(error2) {
		let token = error2 ?? this.stack.pop();
		if (!token)
			yield { type: "error", offset: this.offset, source: "", message: "Tried to pop an empty stack" };
		else if (this.stack.length === 0)
			yield token;
		else {
			let top = this.peek(1);
			switch (token.type === "block-scalar" ? token.indent = "indent" in top ? top.indent : 0 : token.type === "flow-collection" && top.type === "document" && (token.indent = 0), token.type === "flow-collection" && fixFlowSeqItems(token), top.type) {
				case "document":
					top.value = token;
					break;
				case "block-scalar":
					top.props.push(token);
					break;
				case "block-map": {
					let it = top.items[top.items.length - 1];
					if (it.value) {
						top.items.push({ start: [], key: token, sep: [] }), this.onKeyLine = !0;
						return;
					} else if (it.sep)
						it.value = token;
					else {
						Object.assign(it, { key: token, sep: [] }), this.onKeyLine = !it.explicitKey;
						return;
					}
					break;
				}
				case "block-seq": {
					let it = top.items[top.items.length - 1];
					it.value ? top.items.push({ start: [], value: token }) : it.value = token;
					break;
				}
				case "flow-collection": {
					let it = top.items[top.items.length - 1];
					!it || it.value ? top.items.push({ start: [], key: token, sep: [] }) : it.sep ? it.value = token : Object.assign(it, { key: token, sep: [] });
					return;
				}
				default:
					yield* this.pop(), yield* this.pop(token);
			}
			if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
				let last = token.items[token.items.length - 1];
				last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent)) && (top.type === "document" ? top.end = last.start : top.items.push({ start: last.start }), token.items.splice(-1, 1));
			}
		}
	}
	*stream() {
		switch (this.type) {
			case "directive-line":
				yield { type: "directive", offset: this.offset, source: this.source };
				return;
			case "byte-order-mark":
			case "space":
			case "comment":
			case "newline":
				yield this.sourceToken;
				return;
			case "doc-mode":
			case "doc-start": {
				let doc = { type: "document", offset: this.offset, start: [] };
				this.type === "doc-start" && doc.start.push(this.sourceToken), this.stack.push(doc);
				return;
			}
		}
		yield { type: "error", offset: this.offset, message: `Unexpected ${this.type} token in YAML stream`, source: this.source };
	}
	*document(doc) {
		if (doc.value) return yield* this.lineEnd(doc);
		switch (this.type) {
			case "doc-start": {
				findNonEmptyIndex(doc.start) !== -1 ? (yield* this.pop(), yield* this.step()) : doc.start.push(this.sourceToken);
				return;
			}
			case "anchor":
			case "tag":
			case "space":
			case "comment":
			case "newline":
				doc.start.push(this.sourceToken);
				return;
		}
		let bv = this.startBlockValue(doc);
		bv ? this.stack.push(bv) : yield { type: "error", offset: this.offset, message: `Unexpected ${this.type} token in YAML document`, source: this.source };
	}
	*scalar(scalar) {
		if (this.type === "map-value-ind") {
			let prev = getPrevProps(this.peek(2)), start = getFirstKeyStartProps(prev), sep5;
			scalar.end ? (sep5 = scalar.end, sep5.push(this.sourceToken), delete scalar.end) : sep5 = [this.sourceToken];
			let map2 = { type: "block-map", offset: scalar.offset, indent: scalar.indent, items: [{ start, key: scalar, sep: sep5 }] };
			this.onKeyLine = !0, this.stack[this.stack.length - 1] = map2;
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
				if (scalar.source = this.source, this.atNewLine = !0, this.indent = 0, this.onNewLine) {
					let nl = this.source.indexOf(`
`) + 1;
					for (; nl !== 0; )
						this.onNewLine(this.offset + nl), nl = this.source.indexOf(`
`, nl) + 1;
				}
				yield* this.pop();
				break;
			default:
				yield* this.pop(), yield* this.step();
		}
	}
	*blockMap(map2) {
		let it = map2.items[map2.items.length - 1];
		switch (this.type) {
			case "newline":
				if (this.onKeyLine = !1, it.value) {
					let end = "end" in it.value ? it.value.end : void 0;
					(Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment" ? end?.push(this.sourceToken) : map2.items.push({ start: [this.sourceToken] });
				} else it.sep ? it.sep.push(this.sourceToken) : it.start.push(this.sourceToken);
				return;
			case "space":
			case "comment":
				if (it.value)
					map2.items.push({ start: [this.sourceToken] });
				else if (it.sep)
					it.sep.push(this.sourceToken);
				else {
					if (this.atIndentedComment(it.start, map2.indent)) {
						let end = map2.items[map2.items.length - 2]?.value?.end;
						if (Array.isArray(end)) {
							arrayPushArray(end, it.start), end.push(this.sourceToken), map2.items.pop();
							return;
						}
					}
					it.start.push(this.sourceToken);
				}
				return;
		}
		if (this.indent >= map2.indent) {
			let atMapIndent = !this.onKeyLine && this.indent === map2.indent, atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind", start = [];
			if (atNextItem && it.sep && !it.value) {
				let nl = [];
				for (let i = 0; i < it.sep.length; ++i) {
					let st = it.sep[i];
					switch (st.type) {
						case "newline":
							nl.push(i);
							break;
						case "space":
							break;
						case "comment":
							st.indent > map2.indent && (nl.length = 0);
							break;
						default:
							nl.length = 0;
					}
				}
				nl.length >= 2 && (start = it.sep.splice(nl[1]));
			}
			switch (this.type) {
				case "anchor":
				case "tag":
					atNextItem || it.value ? (start.push(this.sourceToken), map2.items.push({ start }), this.onKeyLine = !0) : it.sep ? it.sep.push(this.sourceToken) : it.start.push(this.sourceToken);
					return;
				case "explicit-key-ind":
					!it.sep && !it.explicitKey ? (it.start.push(this.sourceToken), it.explicitKey = !0) : atNextItem || it.value ? (start.push(this.sourceToken), map2.items.push({ start, explicitKey: !0 })) : this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: [this.sourceToken], explicitKey: !0 }] }), this.onKeyLine = !0;
					return;
				case "map-value-ind":
					if (it.explicitKey)
						if (it.sep)
							if (it.value)
								map2.items.push({ start: [], key: null, sep: [this.sourceToken] });
							else if (includesToken(it.sep, "map-value-ind"))
								this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start, key: null, sep: [this.sourceToken] }] });
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								let start2 = getFirstKeyStartProps(it.start), key = it.key, sep5 = it.sep;
								sep5.push(this.sourceToken), delete it.key, delete it.sep, this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: start2, key, sep: sep5 }] });
							} else start.length > 0 ? it.sep = it.sep.concat(start, this.sourceToken) : it.sep.push(this.sourceToken);
						else if (includesToken(it.start, "newline"))
							Object.assign(it, { key: null, sep: [this.sourceToken] });
						else {
							let start2 = getFirstKeyStartProps(it.start);
							this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: start2, key: null, sep: [this.sourceToken] }] });
						}
					else
						it.sep ? it.value || atNextItem ? map2.items.push({ start, key: null, sep: [this.sourceToken] }) : includesToken(it.sep, "map-value-ind") ? this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: [], key: null, sep: [this.sourceToken] }] }) : it.sep.push(this.sourceToken) : Object.assign(it, { key: null, sep: [this.sourceToken] });
					this.onKeyLine = !0;
					return;
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": {
					let fs2 = this.flowScalar(this.type);
					atNextItem || it.value ? (map2.items.push({ start, key: fs2, sep: [] }), this.onKeyLine = !0) : it.sep ? this.stack.push(fs2) : (Object.assign(it, { key: fs2, sep: [] }), this.onKeyLine = !0);
					return;
				}
				default: {
					let bv = this.startBlockValue(map2);
					if (bv) {
						if (bv.type === "block-seq") {
							if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
								yield* this.pop({ type: "error", offset: this.offset, message: "Unexpected block-seq-ind on same line with key", source: this.source });
								return;
							}
						} else atMapIndent && map2.items.push({ start });
						this.stack.push(bv);
						return;
					}
				}
			}
		}
		yield* this.pop(), yield* this.step();
	}
	*blockSequence(seq2) {
		let it = seq2.items[seq2.items.length - 1];
		switch (this.type) {
			case "newline":
				if (it.value) {
					let end = "end" in it.value ? it.value.end : void 0;
					(Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment" ? end?.push(this.sourceToken) : seq2.items.push({ start: [this.sourceToken] });
				} else it.start.push(this.sourceToken);
				return;
			case "space":
			case "comment":
				if (it.value) seq2.items.push({ start: [this.sourceToken] });
				else {
					if (this.atIndentedComment(it.start, seq2.indent)) {
						let end = seq2.items[seq2.items.length - 2]?.value?.end;
						if (Array.isArray(end)) {
							arrayPushArray(end, it.start), end.push(this.sourceToken), seq2.items.pop();
							return;
						}
					}
					it.start.push(this.sourceToken);
				}
				return;
			case "anchor":
			case "tag":
				if (it.value || this.indent <= seq2.indent) break;
				it.start.push(this.sourceToken);
				return;
			case "seq-item-ind":
				if (this.indent !== seq2.indent) break;
				it.value || includesToken(it.start, "seq-item-ind") ? seq2.items.push({ start: [this.sourceToken] }) : it.start.push(this.sourceToken);
				return;
		}
		if (this.indent > seq2.indent) {
			let bv = this.startBlockValue(seq2);
			if (bv) {
				this.stack.push(bv);
				return;
			}
		}
		yield* this.pop(), yield* this.step();
	}
	*flowCollection(fc) {
		let it = fc.items[fc.items.length - 1];
		if (this.type === "flow-error-end") {
			let top;
			do
				yield* this.pop(), top = this.peek(1);
			while (top?.type === "flow-collection");
		} else if (fc.end.length === 0) {
			switch (this.type) {
				case "comma":
				case "explicit-key-ind":
					!it || it.sep ? fc.items.push({ start: [this.sourceToken] }) : it.start.push(this.sourceToken);
					return;
				case "map-value-ind":
					!it || it.value ? fc.items.push({ start: [], key: null, sep: [this.sourceToken] }) : it.sep ? it.sep.push(this.sourceToken) : Object.assign(it, { key: null, sep: [this.sourceToken] });
					return;
				case "space":
				case "comment":
				case "newline":
				case "anchor":
				case "tag":
					!it || it.value ? fc.items.push({ start: [this.sourceToken] }) : it.sep ? it.sep.push(this.sourceToken) : it.start.push(this.sourceToken);
					return;
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": {
					let fs2 = this.flowScalar(this.type);
					!it || it.value ? fc.items.push({ start: [], key: fs2, sep: [] }) : it.sep ? this.stack.push(fs2) : Object.assign(it, { key: fs2, sep: [] });
					return;
				}
				case "flow-map-end":
				case "flow-seq-end":
					fc.end.push(this.sourceToken);
					return;
			}
			let bv = this.startBlockValue(fc);
			bv ? this.stack.push(bv) : (yield* this.pop(), yield* this.step());
		} else {
			let parent = this.peek(2);
			if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep))
				yield* this.pop(), yield* this.step();
			else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
				let prev = getPrevProps(parent), start = getFirstKeyStartProps(prev);
				fixFlowSeqItems(fc);
				let sep5 = fc.end.splice(1, fc.end.length);
				sep5.push(this.sourceToken);
				let map2 = { type: "block-map", offset: fc.offset, indent: fc.indent, items: [{ start, key: fc, sep: sep5 }] };
				this.onKeyLine = !0, this.stack[this.stack.length - 1] = map2;
			} else
				yield* this.lineEnd(fc);
		}
	}
	flowScalar(type) {
		if (this.onNewLine) {
			let nl = this.source.indexOf(`
`) + 1;
			for (; nl !== 0; )
				this.onNewLine(this.offset + nl), nl = this.source.indexOf(`
`, nl) + 1;
		}
		return { type, offset: this.offset, indent: this.indent, source: this.source };
	}
	startBlockValue(parent) {
		switch (this.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
				return this.flowScalar(this.type);
			case "block-scalar-header":
				return { type: "block-scalar", offset: this.offset, indent: this.indent, props: [this.sourceToken], source: "" };
			case "flow-map-start":
			case "flow-seq-start":
				return { type: "flow-collection", offset: this.offset, indent: this.indent, start: this.sourceToken, items: [], end: [] };
			case "seq-item-ind":
				return { type: "block-seq", offset: this.offset, indent: this.indent, items: [{ start: [this.sourceToken] }] };
			case "explicit-key-ind": {
				this.onKeyLine = !0;
				let prev = getPrevProps(parent), start = getFirstKeyStartProps(prev);
				return start.push(this.sourceToken), { type: "block-map", offset: this.offset, indent: this.indent, items: [{ start, explicitKey: !0 }] };
			}
			case "map-value-ind": {
				this.onKeyLine = !0;
				let prev = getPrevProps(parent), start = getFirstKeyStartProps(prev);
				return { type: "block-map", offset: this.offset, indent: this.indent, items: [{ start, key: null, sep: [this.sourceToken] }] };
			}
		}
		return null;
	}
	atIndentedComment(start, indent) {
		return this.type !== "comment" || this.indent <= indent ? !1 : start.every((st) => st.type === "newline" || st.type === "space");
	}
	*documentEnd(docEnd) {
		this.type !== "doc-mode" && (docEnd.end ? docEnd.end.push(this.sourceToken) : docEnd.end = [this.sourceToken], this.type === "newline" && (yield* this.pop()));
	}
	*lineEnd(token) {
		switch (this.type) {
			case "comma":
			case "doc-start":
			case "doc-end":
			case "flow-seq-end":
			case "flow-map-end":
			case "map-value-ind":
				yield* this.pop(), yield* this.step();
				break;
			case "newline":
				this.onKeyLine = !1;
			default:
				token.end ? token.end.push(this.sourceToken) : token.end = [this.sourceToken], this.type === "newline" && (yield* this.pop());
		}
	}
};

// node_modules/yaml/browser/dist/public-api.js
function parseOptions(options) {
	let prettyErrors = options.prettyErrors !== !1;
	return { lineCounter: options.lineCounter || prettyErrors && new LineCounter() || null, prettyErrors };
}
function parseDocument(source, options = {}) {
	let { lineCounter, prettyErrors } = parseOptions(options), parser = new Parser(lineCounter?.addNewLine), composer = new Composer(options), doc = null;
	for (let _doc of composer.compose(parser.parse(source), !0, source.length))
		if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
	return prettyErrors && lineCounter && (doc.errors.forEach(prettifyError2(source, lineCounter)), doc.warnings.forEach(prettifyError2(source, lineCounter))), doc;
}

// shared/config/place.ts
function placesOf(text2, root) {
	let starts = lineStarts(text2), at2 = (offset, length) => {
		let line = lineOf(starts, offset), column = offset - (starts[line] ?? 0) + 1, broken = text2.slice(offset, offset + length).search(/[\r\n]/);
		return { line: line + 1, column, end_column: column + Math.max(1, broken === -1 ? length : broken) };
	}, ofNode = (node2) => at2(node2.offset, node2.type === "object" || node2.type === "array" ? 1 : node2.length), ofValue = (path3) => {
		if (root === null) return at2(0, 0);
		let node2 = root;
		for (let segment of path3) {
			let next = childOf(node2, segment)?.value;
			if (next === void 0) break;
			node2 = next;
		}
		return ofNode(node2);
	};
	return { at: at2, ofValue, ofKey: (path3) => {
		let node2 = root ?? void 0;
		for (let segment of path3.slice(0, -1)) node2 = node2 && childOf(node2, segment)?.value;
		let last = path3.at(-1), key = node2 && last !== void 0 ? childOf(node2, last)?.key : void 0;
		return key === void 0 ? ofValue(path3) : ofNode(key);
	} };
}
function childOf(node2, segment) {
	if (node2.type === "array" && typeof segment == "number") {
		let value2 = node2.children?.[segment];
		return value2 && { value: value2 };
	}
	if (node2.type !== "object") return;
	let property = node2.children?.findLast((child) => child.children?.[0]?.value === String(segment)), [key, value] = property?.children ?? [];
	return key && value && { key, value };
}
function lineStarts(text2) {
	let starts = [0];
	for (let at2 = text2.indexOf(`
`); at2 !== -1; at2 = text2.indexOf(`
`, at2 + 1)) starts.push(at2 + 1);
	return starts;
}
function lineOf(starts, offset) {
	let low = 0, high = starts.length - 1;
	for (; low < high; ) {
		let middle = Math.ceil((low + high) / 2);
		(starts[middle] ?? 0) <= offset ? low = middle : high = middle - 1;
	}
	return low;
}

// shared/policy/yaml/scan-yaml.ts
var YAML_LIMITS = { length: 256 * 1024, nesting: 64, keys: 2e4 }, OPEN = /* @__PURE__ */ new Set(["[", "{"]), CLOSE = /* @__PURE__ */ new Set(["]", "}"]), INDICATORS = /* @__PURE__ */ new Set(["-", "?", ":"]);
function scanYaml(text2, limits2 = YAML_LIMITS) {
	if (text2.length > limits2.length) return { limit: "length", offset: 0 };
	let flow = 0, keys = 0, offset = 0, onLine = 0, indents = [], fresh2 = !0;
	for (let token of new Lexer().lex(text2)) {
		if (token.startsWith(`
`) || token.startsWith("\r"))
			onLine = 0, fresh2 = !0;
		else if (fresh2 && token.trim() !== "" && !isMark(token)) {
			fresh2 = !1;
			let column = offset === 0 ? 0 : offset - (text2.lastIndexOf(`
`, offset - 1) + 1);
			for (; (indents.at(-1) ?? -1) >= column; ) indents.pop();
			indents.push(column);
		}
		if (OPEN.has(token) ? flow++ : CLOSE.has(token) ? flow = Math.max(0, flow - 1) : INDICATORS.has(token) && onLine++, token === ":" && keys++, flow + onLine + indents.length > limits2.nesting) return { limit: "nesting", offset };
		if (keys > limits2.keys) return { limit: "keys", offset };
		isMark(token) || (offset += token.length), token.length > 1 && token.endsWith(`
`) && (fresh2 = !0);
	}
	return null;
}
function isMark(token) {
	return token === "" || token === "" || token === "";
}

// shared/policy/yaml/read-yaml.ts
var PROBLEMS2 = {
	BAD_INDENT: "indent",
	TAB_AS_INDENT: "tab",
	MULTIPLE_DOCS: "several_documents",
	MISSING_CHAR: "character_missing",
	UNEXPECTED_TOKEN: "unexpected",
	MULTILINE_IMPLICIT_KEY: "colon_missing",
	BLOCK_AS_IMPLICIT_KEY: "indent",
	BAD_ALIAS: "alias"
}, ROOT = { line: 1, column: 1, end_column: 2 };
function readYaml(text2, limits2 = YAML_LIMITS) {
	let flat = placesOf(text2, null), over = scanYaml(text2, limits2);
	if (over !== null) {
		let problem2 = `too_much_${over.limit}`;
		return { value: void 0, places: flat, problems: [{ problem: problem2, offset: over.offset, length: 1 }] };
	}
	let document = parseDocument(text2, { uniqueKeys: !1, schema: "core", prettyErrors: !1, logLevel: "error" }), [error2] = document.errors;
	if (error2 !== void 0) {
		let [from, to] = error2.pos, problem2 = PROBLEMS2[error2.code] ?? "unexpected";
		return { value: void 0, places: flat, problems: [{ problem: problem2, offset: from, length: Math.max(1, to - from) }] };
	}
	let problems = [];
	document.directives?.yaml.explicit === !0 && problems.push({ problem: "directive", offset: 0, length: 1 });
	let root = document.contents;
	return { value: root === null ? null : valueOf2(root, [], problems), places: placesIn(flat, root), problems };
}
function valueOf2(node2, path3, problems) {
	if (!isNode(node2)) return null;
	let [offset, length] = spanOf(node2);
	if (isAlias(node2))
		return problems.push({ problem: "alias", offset, length }), null;
	if (node2.tag !== void 0 && !KNOWN_TAGS.has(node2.tag) && problems.push({ problem: "tag", offset, length }), isScalar(node2)) return node2.value;
	if (isSeq(node2)) return node2.items.map((item, index) => valueOf2(item, [...path3, index], problems));
	if (!isMap(node2)) return null;
	let object = /* @__PURE__ */ Object.create(null);
	for (let pair of node2.items) {
		let key = keyOf(pair);
		if (key === null) {
			let [at2, long] = isNode(pair.key) ? spanOf(pair.key) : [offset, 1];
			problems.push({ problem: "key_kind", offset: at2, length: long });
			continue;
		}
		let here = [...path3, key];
		if (Object.hasOwn(object, key)) {
			let [at2, long] = isNode(pair.key) ? spanOf(pair.key) : [offset, 1];
			problems.push({ problem: "duplicate", offset: at2, length: long, key: showKey(here) });
		}
		object[key] = valueOf2(pair.value, here, problems);
	}
	return object;
}
var KNOWN_TAGS = new Set(
	["map", "seq", "str", "int", "float", "bool", "null"].map((name) => `tag:yaml.org,2002:${name}`)
);
function keyOf({ key }) {
	if (!isScalar(key)) return null;
	let { value } = key;
	return typeof value == "string" || typeof value == "number" ? String(value) : null;
}
function spanOf(node2) {
	let [from, to] = node2.range ?? [0, 1];
	return [from, isMap(node2) || isSeq(node2) ? 1 : Math.max(1, to - from)];
}
function placesIn(flat, root) {
	let ofNode = (node2) => isNode(node2) ? flat.at(...spanOf(node2)) : ROOT, ofValue = (path3) => {
		let node2 = root, holder;
		for (let segment of path3) {
			let next = childOf2(node2, segment);
			if (next === void 0) break;
			holder = isPair(next) ? next : void 0, node2 = isPair(next) ? next.value : next;
		}
		return isNode(node2) && (!isScalar(node2) || node2.range?.[0] !== node2.range?.[1]) ? ofNode(node2) : ofNode(holder?.key ?? node2);
	}, ofKey = (path3) => {
		let node2 = root;
		for (let segment of path3.slice(0, -1)) {
			let next = childOf2(node2, segment);
			node2 = isPair(next) ? next.value : next;
		}
		let last = path3.at(-1), found2 = last === void 0 ? void 0 : childOf2(node2, last);
		return isPair(found2) ? ofNode(found2.key) : ofValue(path3);
	};
	return { at: flat.at, ofValue, ofKey };
}
function childOf2(node2, segment) {
	if (isSeq(node2) && typeof segment == "number") return node2.items[segment];
	if (isMap(node2)) return node2.items.findLast((pair) => keyOf(pair) === String(segment));
}

// shared/policy/read-policy.ts
function readPolicy(text2, file) {
	return read(text2, file, PolicySchema);
}
function readBaseline(text2, file) {
	return read(text2, file, BaselineFileSchema);
}
function read(text2, file, schema4) {
	let { value, places: places2, problems } = readYaml(text2), found2 = (problem2, place, path3 = [], args = {}) => ({
		rule: "LP901",
		severity: "error",
		path: path3,
		args: { problem: problem2, ...args },
		file,
		place
	}), fromText = problems.map(
		({ problem: problem2, offset, length, key }) => found2(problem2, places2.at(offset, length), [], key === void 0 ? {} : { key })
	), placeOf2 = (path3) => places2.ofValue(path3);
	if (value === void 0) return { policy: null, problems: fromText, placeOf: placeOf2 };
	if (value === null) return { policy: null, problems: [...fromText, found2("empty", places2.at(0, 1))], placeOf: placeOf2 };
	let parsed = schema4.safeParse(value), fromSchema = parsed.success ? [] : schemaProblems(parsed.error.issues, value, schema4, places2, file), fromValues = parsed.success ? valueProblems(parsed.data, (problem2, path3) => found2(problem2, placeOf2(path3), path3)) : [], all = [...fromText, ...fromSchema, ...fromValues].sort(
		(a, b) => a.place.line - b.place.line || a.place.column - b.place.column
	);
	return { policy: parsed.success && all.length === 0 ? { version: 1, ...parsed.data } : null, problems: all, placeOf: placeOf2 };
}
function valueProblems(policy, found2) {
	let headroom = policy["vram-headroom"], wrongShare = headroom !== void 0 && parseHeadroom(headroom) === null, days = (policy.baseline ?? []).flatMap(
		({ until }, index) => until === void 0 || isDay(until) ? [] : [found2("date", ["baseline", index, "until"])]
	);
	return [...wrongShare ? [found2("headroom", ["vram-headroom"])] : [], ...days];
}
function isDay(text2) {
	let time2 = Date.parse(`${text2}T00:00:00Z`);
	return Number.isFinite(time2) && new Date(time2).toISOString().startsWith(text2);
}
function schemaProblems(issues, value, schema4, places2, file) {
	let flat = issues.flatMap((issue3) => meant(issue3));
	return [...unknownKeyFindings(flat, schema4, places2), ...valueFindings(flat, value, places2)].map((finding) => ({ ...finding, file }));
}
function meant(issue3) {
	if (issue3.code !== "invalid_union") return [issue3];
	let inner = issue3.errors.filter(
		(errors) => !errors.some(({ code: code2, path: path3 }) => code2 === "invalid_type" && path3.length === 0)
	), [only] = inner;
	return inner.length !== 1 || only === void 0 ? [issue3] : only.flatMap((one) => meant({ ...one, path: [...issue3.path, ...one.path] }));
}

// shared/report/plain.ts
function plain(text2) {
	return text2.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

// shared/policy/policy-rules.ts
var PROBLEMS3 = {
	empty: "The file is empty.",
	indent: "The indentation does not fit what stands above.",
	tab: "A tab indents this; YAML wants spaces.",
	several_documents: "A second document begins here; the policy is one.",
	character_missing: "A quote, bracket or brace is not closed.",
	colon_missing: "This looks like a key, but has no colon on its line.",
	unexpected: "This is not valid YAML.",
	alias: "Anchors and aliases are not read here; write the value out.",
	tag: "Tags are not read here.",
	directive: "Directives are not read here.",
	key_kind: "A key must be a plain text.",
	too_much_length: "The file is too large for a policy and was not read.",
	too_much_nesting: "The file is nested too deeply and was not read.",
	too_much_keys: "The file has too many keys and was not read.",
	level: "This level is not one that the rule can have.",
	date: "There is no such day; write it as 2027-01-31.",
	headroom: "Write the head-room as 512MiB, 1.5GiB or 5% (at most 50%).",
	no_targets: "No targets: name them under targets, or in every group of configs."
}, unusable = {
	id: "LP901",
	scope: "document",
	title: "Policy file not usable",
	severity: "error",
	why: "A policy that is only half understood would check something else than its authors meant.",
	remedy: "Mend the place that is shown; docs/policy.md describes the format.",
	sentence: (args) => {
		let problem2 = str(args, "problem");
		if (problem2 === "duplicate") return `${str(args, "key")} stands here for the second time.`;
		if (problem2 === "target") {
			let near2 = list(args, "near"), hint = near2.length > 0 ? ` Did you mean ${near2.join(", ")}?` : "";
			return `${str(args, "name")} is neither a profile id nor a readable snapshot.${hint}`;
		}
		return PROBLEMS3[problem2] ?? "This is not valid here.";
	}
}, baselineExpired = {
	id: "LP902",
	scope: "document",
	title: "Baseline entry expired",
	severity: "error",
	why: "An exception had an end date, and it has passed: what it covered counts again.",
	remedy: "Mend the config, or agree on a new date and its reason.",
	sentence: (args) => `This entry for ${str(args, "rule")} in ${str(args, "config")} ended on ${str(args, "until")}; it covers ${num(args, "covered")} findings.`
}, baselineUnused = {
	id: "LP903",
	scope: "document",
	title: "Baseline entry unused",
	severity: "warning",
	why: "An exception that matches nothing hides the next finding that happens to fit it.",
	remedy: "Remove the entry.",
	sentence: (args) => `No finding matches this entry for ${str(args, "rule")} in ${str(args, "config")}; it can go.`
}, nothingMatched = {
	id: "LP904",
	scope: "document",
	title: "Pattern matches no file",
	severity: "warning",
	why: "A pattern that finds nothing may be a config that was moved and is no longer checked.",
	remedy: "Correct the pattern or remove it.",
	sentence: (args) => `No file matches ${str(args, "pattern")}.`
}, fileUnread = {
	id: "LP905",
	scope: "document",
	title: "File not read",
	severity: "error",
	why: "A file that was to be checked and could not be read was not judged.",
	remedy: "Do what the message says about the file.",
	sentence: (args) => `${str(args, "message").replace(/\.$/, "")}.`
}, timeUp = {
	id: "LP906",
	scope: "document",
	title: "Time ran out",
	severity: "error",
	why: "A check that takes longer than its limit is ended, and what it did not come to was not judged.",
	remedy: "Check fewer files or targets in one run, or look for a file that takes unusually long.",
	sentence: (args) => `${num(args, "left")} of ${num(args, "files")} files were not judged within ${num(args, "seconds")} seconds.`
}, POLICY_RULES = [
	unusable,
	baselineExpired,
	baselineUnused,
	nothingMatched,
	fileUnread,
	timeUp
], BY_ID2 = new Map(POLICY_RULES.map((rule) => [rule.id, rule]));
function anyRuleOf(id) {
	return ruleOf(id) ?? BY_ID2.get(id);
}

// shared/project.ts
var REPOSITORY = "org/lp-config-action", ISSUES_URL = `https://github.com/${REPOSITORY}/issues`;

// shared/report/sentence.ts
function formatFinding(finding) {
	let said = findingSentence(finding);
	return finding.fix ? `${said} ${plain(formatFix(finding.fix))}` : said;
}
function findingSentence({ rule: id, args }) {
	let rule = anyRuleOf(id);
	return plain(rule === void 0 ? `${id} is not a rule of this release.` : rule.sentence(args));
}
function formatFix({ path: path3, value }) {
	return `Fix: set ${path3.join(".")} to ${JSON.stringify(value)}.`;
}

// shared/report/problem-text.ts
var NAMED = 8;
function problemText(problem2) {
	let { rule, hits, of, fix, config: config2 } = problem2, [worst] = hits, title = anyRuleOf(rule)?.title ?? "Finding", targets2 = hits.filter(({ target }) => target !== void 0).length, on = targets2 === 0 ? "" : ` on ${targets2} of ${of} target${of === 1 ? "" : "s"}`, first = worst?.target === void 0 || of === 1 ? "" : `${plain(worst.target)}: `;
	return {
		title: `${title}${on}`,
		what: worst === void 0 ? "" : `${first}${findingSentence(worst)}`,
		others: othersOf(problem2),
		fix: fix === null ? null : plain(fixText(fix, nowAt(config2?.report.config, fix.path), of)),
		link: linkOf(rule)
	};
}
function othersOf({ hits }) {
	let rest = hits.slice(1).flatMap(({ target, args }) => target === void 0 ? [] : [{ target, args }]);
	if (rest.length === 0) return null;
	let short = rest.every(({ args }) => typeof args.short_by == "number" && args.short_by > 0), named = rest.slice(0, NAMED).map(({ target, args }) => short ? `${plain(target)} by ${showShort(args)}` : plain(target)), more3 = rest.length > NAMED ? ` and ${rest.length - NAMED} more` : "";
	return `Also ${short ? "over" : "on"}: ${named.join(", ")}${more3}.`;
}
function fixText({ path: path3, value }, now, of) {
	let checked = of === 1 ? "rechecked" : `rechecked on all ${of} targets`;
	return `Fix: set ${path3.join(".")} to ${JSON.stringify(value)} (now ${now}); ${checked}.`;
}
function nowAt(config2, path3) {
	let value = path3.reduce(
		(at2, segment) => typeof at2 == "object" && at2 !== null ? Reflect.get(at2, segment) : void 0,
		config2
	);
	return value === void 0 ? "absent" : JSON.stringify(value).slice(0, 80);
}
function linkOf(rule) {
	let page = rule.startsWith("LP9") ? "policy" : "rules";
	return `https://github.com/${REPOSITORY}/blob/v1/docs/${page}.md#${rule.toLowerCase()}`;
}

// shared/report/verdict.ts
function tally(reports, own2 = [], known2 = 0) {
	let targets2 = /* @__PURE__ */ new Set(), count4 = { errors: 0, warnings: 0, pairs: 0, not_judged: 0, failing_pairs: 0 }, add2 = ({ severity }) => count4[severity === "error" ? "errors" : "warnings"]++;
	own2.forEach(add2);
	for (let report of reports) {
		report.findings.forEach(add2), count4.pairs += report.pairs.length, count4.failing_pairs += failingTargets(report).length;
		for (let { target, judged } of report.pairs)
			targets2.add(target), judged || count4.not_judged++;
	}
	return { configs: reports.length, targets: targets2.size, known: known2, ...count4 };
}
function failingTargets({ findings, pairs: pairs2 }) {
	let errors = findings.filter(({ severity }) => severity === "error"), everywhere = errors.some(({ target }) => target === void 0), failing = new Set(errors.map(({ target }) => target));
	return pairs2.map(({ target }) => target).filter((target) => everywhere || failing.has(target));
}
function pairStates(report) {
	let failing = new Set(failingTargets(report)), everywhere = report.findings.some(({ target }) => target === void 0), warned = new Set(report.findings.map(({ target }) => target));
	return ({ target, judged }) => report.config === null ? "unread" : judged ? failing.has(target) ? "fails" : everywhere || warned.has(target) ? "warned" : "fits" : "unjudged";
}
function verdict({ errors, warnings: warnings2 }, failOn = "error") {
	return (failOn === "warning" ? errors + warnings2 : errors) > 0 ? "fail" : errors + warnings2 > 0 ? "warn" : "pass";
}
function isEnforced(failOn) {
	return failOn !== "never";
}

// shared/report/text-report.ts
var FEW_PAIRS = 200;
function textReport(result) {
	let few = result.tally.pairs <= FEW_PAIRS, findings = inReadingOrder(result.problems).flatMap(few ? findingLines : (problem2) => [problemLine(problem2)]), pairs2 = result.configs.flatMap(({ report }) => {
		let stateOf2 = pairStates(report);
		return report.pairs.flatMap((pair) => {
			let state = stateOf2(pair);
			return few || state !== "fits" ? [pairLine(report.file, pair, state)] : [];
		});
	});
	return `${[findings, pairs2, [verdictLine(result)]].filter((lines2) => lines2.length > 0).map((lines2) => lines2.join(`
`)).join(`

`)}
`;
}
function inReadingOrder(problems) {
	return problems.toSorted(
		(a, b) => a.file === b.file ? a.place.line - b.place.line || a.place.column - b.place.column || (a.rule < b.rule ? -1 : 1) : a.file < b.file ? -1 : 1
	);
}
function findingLines({ hits, fix }) {
	return hits.map((hit) => findingLine(fix === null ? hit : { ...hit, fix }));
}
function findingLine(finding) {
	let { file, place, severity, rule, target } = finding, on = target === void 0 ? "" : ` (${plain(target)})`;
	return `${plain(file)}:${place.line}:${place.column}: ${severity} ${rule}${on}: ${formatFinding(finding)}`;
}
function problemLine(problem2) {
	let { file, place, severity, rule } = problem2, { title, what, others, fix } = problemText(problem2), said = [`${title}.`, what, others, fix].filter((part) => part !== null).join(" ");
	return `${plain(file)}:${place.line}:${place.column}: ${severity} ${rule}: ${said}`;
}
var STATES = {
	fits: "fits",
	warned: "fits, with warnings",
	fails: "fails",
	unjudged: "not judged in full",
	unread: "not judged"
};
function pairLine(file, pair, state) {
	let sums = pair.lines.map(({ name, need_bytes, usable: usable2 }) => `${plain(name)} ${showGib(need_bytes)} of ${usable2 === null ? "unknown" : showGib(usable2.bytes)}`), details2 = sums.length > 0 ? `: ${sums.join(", ")}` : "";
	return `${plain(file)} on ${plain(pair.target)}: ${STATES[state]}${details2}`;
}
var WORDS = { pass: "Passed", warn: "Passed with findings", fail: "Failed" };
function verdictLine({ tally: sum, verdict: verdict2, fail_on }) {
	let word = verdict2 === "fail" && !isEnforced(fail_on) ? "Failed, not enforced" : WORDS[verdict2], known2 = sum.known > 0 ? [`${sum.known} known`] : [], found2 = [count2(sum.errors, "error"), count2(sum.warnings, "warning"), ...known2].join(", "), open3 = sum.not_judged > 0 ? ` ${count2(sum.not_judged, "pair")} of config and target not judged.` : "";
	return `${word}: ${found2} in ${count2(sum.configs, "config")} on ${count2(sum.targets, "target")}.${open3}`;
}
function count2(n, noun) {
	return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

// shared/node/open-regular-file.ts
import { constants as constants2 } from "node:fs";
import { open as open2, stat } from "node:fs/promises";
async function openRegularFile(path3) {
	try {
		checkKind(path3, await stat(path3));
		let handle = await open2(path3, constants2.O_RDONLY | (constants2.O_NONBLOCK ?? 0));
		try {
			let stats = await handle.stat();
			if (checkKind(path3, stats), stats.size === 0) throw new UserError("input", `${showPath(path3)} is empty`);
			return { handle, size: stats.size };
		} catch (error2) {
			throw await handle.close(), error2;
		}
	} catch (error2) {
		throw fileTrouble(path3, error2);
	}
}
function checkKind(path3, stats) {
	if (stats.isDirectory()) throw new UserError("input", `${showPath(path3)} is a folder, not a file`);
	if (!stats.isFile()) throw new UserError("input", `${showPath(path3)} is a pipe or a device, not a file`);
}
async function readFully(handle, buffer, position) {
	let filled = 0;
	for (; filled < buffer.byteLength; ) {
		let { bytesRead } = await handle.read(buffer, filled, buffer.byteLength - filled, position + filled);
		if (bytesRead === 0) break;
		filled += bytesRead;
	}
	return filled;
}

// shared/node/read-text-file.ts
async function readTextFile(path3, limit_bytes) {
	let { handle, size: size3 } = await openRegularFile(path3);
	try {
		if (size3 > limit_bytes) throw tooLarge(path3, size3, limit_bytes);
		let buffer = new Uint8Array(Math.min(size3, limit_bytes) + 1), length = await readFully(handle, buffer, 0);
		if (length > limit_bytes) throw tooLarge(path3, length, limit_bytes);
		return decode3(path3, buffer.subarray(0, length));
	} catch (error2) {
		throw fileTrouble(path3, error2);
	} finally {
		await handle.close();
	}
}
function decode3(path3, bytes2) {
	let [first, second] = bytes2;
	if (first === 255 && second === 254 || first === 254 && second === 255)
		throw new UserError("input", `${showPath(path3)} is UTF-16 text, not UTF-8`, "Save it as UTF-8.");
	try {
		return new TextDecoder("utf-8", { fatal: !0, ignoreBOM: !0 }).decode(bytes2);
	} catch (error2) {
		throw new UserError("input", `${showPath(path3)} is not UTF-8 text`, void 0, { cause: error2 });
	}
}
function tooLarge(path3, size3, limit) {
	return new UserError("input", `${showPath(path3)} is too large: ${show(size3)}, and at most ${show(limit)} are read`);
}
function show(bytes2) {
	return bytes2 < 1024 ? `${bytes2} bytes` : bytes2 < 1048576 ? `${(bytes2 / 1024).toFixed(1)} KiB` : `${(bytes2 / 1048576).toFixed(1)} MiB`;
}

// shared/node/check/request.ts
var CHECK_LIMITS = { files: 2e3, pairs: 1e5, seconds: 60, file_bytes: 1048576 };

// shared/node/check/load-policy.ts
var PolicyError = class extends UserError {
	problems;
	constructor(problems) {
		let lines2 = problems.map((problem2) => findingLine(problem2));
		super("input", lines2.join(`
`)), this.name = "PolicyError", this.problems = problems;
	}
}, START = { line: 1, column: 1, end_column: 2 };
async function loadPolicy(request, shownName2) {
	let load = async (name2, read2) => {
		let path3 = confine(name2, request.folder, request.root), file = shownName2(path3) ?? name2, found2 = read2(await readTextFile(path3, CHECK_LIMITS.file_bytes), file);
		if (found2.problems.length > 0) throw new PolicyError(found2.problems);
		return { ...found2, file };
	}, name = request.policy === null ? await policyAtHome(request) : request.policy, main = name === null || name === !1 ? null : await load(name, readPolicy), other = request.baseline === null ? null : await load(request.baseline, readBaseline);
	return {
		file: main?.file ?? null,
		name: name === !1 ? null : name,
		policy: main?.policy ?? {},
		placeOf: main?.placeOf ?? (() => START),
		baseline: [main, other].flatMap(
			(one) => one === null ? [] : (one.policy?.baseline ?? []).map((entry, index) => ({
				entry,
				file: one.file,
				place: one.placeOf(["baseline", index])
			}))
		)
	};
}
async function policyAtHome({ folder }) {
	return stat2(resolve2(folder, POLICY_FILE)).then(
		() => POLICY_FILE,
		() => null
	);
}

// shared/report/problem.ts
function mergeProblems({ configs, own: own2 }) {
	let fromConfigs = configs.flatMap((config2) => merge3(config2.report.findings, config2.report.pairs.length, config2));
	return [...merge3(own2, 0, null), ...fromConfigs].sort(
		(a, b) => +(a.severity === "warning") - +(b.severity === "warning") || b.hits.length - a.hits.length || shortage(b.hits[0]?.args) - shortage(a.hits[0]?.args) || compare(a.file, b.file) || a.place.line - b.place.line || a.place.column - b.place.column || compare(a.rule, b.rule)
	);
}
function merge3(findings, of, config2) {
	let places2 = /* @__PURE__ */ new Map();
	for (let finding of findings) {
		let { severity, rule, file, place, path: path3 } = finding, key = `${severity} ${rule} ${place.line}:${place.column} ${path3.join(" ")} ${file}`, list2 = places2.get(key) ?? [];
		places2.set(key, list2), list2.push(finding);
	}
	return [...places2.values()].flatMap((list2) => {
		let hits = list2.length === 1 ? list2 : list2.toSorted((a, b) => shortage(b.args) - shortage(a.args)), [first] = hits;
		if (first === void 0) return [];
		let { rule, severity, file, place, path: path3 } = first;
		return [{ rule, severity, file, place, path: path3, hits, of, config: config2, fix: null }];
	});
}
function shortage(args = {}) {
	let { short_by, need, usable: usable2 } = args;
	return typeof short_by == "number" && short_by > 0 ? short_by : typeof need == "number" && typeof usable2 == "number" ? need - usable2 : 0;
}
function compare(a, b) {
	return a < b ? -1 : +(a > b);
}

// shared/report/check.ts
var SHOWN_FIXES = 30;
function concludeCheck(check2, fixes = SHOWN_FIXES) {
	let reports = check2.configs.map(({ report }) => report), sum = tally(reports, check2.own, check2.known.length), left = fixes, problems = mergeProblems(check2).map((problem2) => {
		let { config: config2, hits } = problem2, [worst] = hits;
		return config2 === null || worst === void 0 || left <= 0 ? problem2 : (left--, { ...problem2, fix: config2.fixFor(worst) });
	});
	return { ...check2, tally: sum, verdict: verdict(sum, check2.fail_on), problems, searched: fixes - left };
}
function checkOf(reports, more3 = {}) {
	return {
		configs: reports.map((report) => ({
			report,
			fixFor: (finding) => finding.fix ?? null,
			facts: report.config?.model ?? null
		})),
		targets: /* @__PURE__ */ new Map(),
		own: [],
		known: [],
		policy_file: null,
		fail_on: "error",
		command: "lp-tui validate",
		...more3
	};
}

// shared/report/unified-diff.ts
function unifiedDiff(file, before, after) {
	if (before === after) return "";
	let rows = align(linesOf(before), linesOf(after)), hunks = hunksOf(rows);
	return `--- ${gitPath(`a/${file}`)}
+++ ${gitPath(`b/${file}`)}
${hunks.join("")}`;
}
function linesOf(text2) {
	return text2.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
function align(a, b) {
	let rows = [], i = 0, j = 0;
	for (; i < a.length || j < b.length; ) {
		if (i < a.length && a[i] === b[j]) {
			rows.push({ sign: " ", line: a[i] ?? "" }), i++, j++;
			continue;
		}
		let [down2, right] = nextEqual(a, b, i, j);
		for (let line of a.slice(i, i + down2)) rows.push({ sign: "-", line });
		for (let line of b.slice(j, j + right)) rows.push({ sign: "+", line });
		i += down2, j += right;
	}
	return rows;
}
function nextEqual(a, b, i, j) {
	for (let far = 1; far <= 200; far++)
		for (let down2 = 0; down2 <= far; down2++) {
			let line = a[i + down2];
			if (line !== void 0 && line === b[j + far - down2]) return [down2, far - down2];
		}
	return [a.length - i, b.length - j];
}
function hunksOf(rows) {
	let changed = rows.flatMap(({ sign }, index) => sign === " " ? [] : [index]), ranges = [];
	for (let index of changed) {
		let last = ranges.at(-1);
		last !== void 0 && index - 3 <= last[1] ? last[1] = index + 3 + 1 : ranges.push([Math.max(0, index - 3), index + 3 + 1]);
	}
	return ranges.map(([from, to]) => hunk(rows, from, Math.min(to, rows.length)));
}
function hunk(rows, from, to) {
	let without2 = (sign, part2) => part2.filter((row) => row.sign !== sign).length, ahead = rows.slice(0, from), part = rows.slice(from, to);
	return `@@ -${range(without2("+", ahead), without2("+", part))} +${range(without2("-", ahead), without2("-", part))} @@
` + part.map(({ sign, line }) => sign + ended(line)).join("");
}
function range(before, length) {
	return `${length === 0 ? before : before + 1},${length}`;
}
function ended(line) {
	return line.endsWith(`
`) ? line : `${line}
\\ No newline at end of file
`;
}
function gitPath(path3) {
	return /["\\\p{Cc}]/u.test(path3) ? `"${path3.replace(/["\\\p{Cc}]/gu, (char) => {
    if (char === '"' || char === "\\") return `\\${char}`;
    let bytes2 = encodeURIComponent(char).match(/[^%]{2}/g) ?? [];
    return (char < "" ? [char.charCodeAt(0)] : bytes2.map((hex) => Number.parseInt(hex, 16))).map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
  })}"` : path3;
}

// shared/node/write-file-atomic.ts
import { randomBytes } from "node:crypto";
import * as node_fs from "node:fs/promises";
import { basename, dirname, join, sep as sep2 } from "node:path";
async function writeFileAtomic(path3, text2, options = {}) {
	let fs2 = options.fs ?? node_fs, force = options.force === !0;
	try {
		let old = await existing(fs2, path3, force), target = old === null ? path3 : await fs2.realpath(path3), draft = join(dirname(target), `.lp-tui-${randomBytes(8).toString("hex")}.tmp`);
		try {
			await writeDraft(fs2, draft, text2), old !== null && await fs2.chmod(draft, old.mode & 4095), force ? await fs2.rename(draft, target) : await moveToFreeName(fs2, draft, target);
		} finally {
			await fs2.unlink(draft).catch(() => {
			});
		}
		await syncFolder(fs2, dirname(target));
	} catch (error2) {
		throw explain(path3, error2);
	}
}
async function existing(fs2, path3, force) {
	if (await fs2.lstat(path3).catch(absent) === null) {
		if (path3 === "" || path3.endsWith("/") || path3.endsWith(sep2))
			throw new UserError("usage", `${showPath(path3)} names no file to write`);
		return null;
	}
	let old = await fs2.stat(path3).catch(absent);
	if (old?.isDirectory()) throw new UserError("input", `${showPath(path3)} is a folder, not a file`);
	if (old !== null && !old.isFile())
		throw new UserError("input", `${showPath(path3)} is a pipe or a device, not a file`);
	if (!force) throw refused(path3);
	return old;
}
function absent(error2) {
	if (errnoOf(error2) === "ENOENT") return null;
	throw error2;
}
async function writeDraft(fs2, draft, text2) {
	let handle = await fs2.open(draft, "wx");
	try {
		await handle.writeFile(text2, "utf8"), await handle.sync();
	} finally {
		await handle.close();
	}
}
async function moveToFreeName(fs2, draft, target) {
	try {
		await fs2.link(draft, target);
	} catch (error2) {
		let code2 = errnoOf(error2);
		if (code2 === "EEXIST") throw refused(target);
		if (!NO_HARD_LINKS.has(code2)) throw error2;
		await claimAndRename(fs2, draft, target);
	}
}
var NO_HARD_LINKS = /* @__PURE__ */ new Set(["EPERM", "EACCES", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV", "EINVAL"]);
async function claimAndRename(fs2, draft, target) {
	try {
		await (await fs2.open(target, "wx")).close();
	} catch (error2) {
		throw errnoOf(error2) === "EEXIST" ? refused(target) : error2;
	}
	try {
		await fs2.rename(draft, target);
	} catch (error2) {
		throw await fs2.unlink(target).catch(() => {
		}), error2;
	}
}
async function syncFolder(fs2, folder) {
	let handle = await fs2.open(folder, "r").catch(() => null);
	await handle?.sync().catch(() => {
	}), await handle?.close().catch(() => {
	});
}
function refused(path3) {
	return new UserError("usage", `${showPath(path3)} exists already`, "Use --force to replace it, or another name.");
}
function explain(path3, error2) {
	let folder = dirname(path3);
	if (errnoOf(error2) === "ENOTDIR")
		return new UserError("input", `${showPath(folder)} is not a folder`, "Give the output another name.", {
			cause: error2
		});
	if (errnoOf(error2) === "ENOENT")
		return new UserError("input", `The folder ${showPath(folder)} does not exist`, "Create it first.", { cause: error2 });
	if (["EACCES", "EPERM", "EROFS"].includes(errnoOf(error2))) {
		let trouble = fileTrouble(folder, error2, "writing");
		return new UserError("environment", `Cannot write ${showPath(basename(path3))}: ${trouble.message}`, void 0, {
			cause: error2
		});
	}
	return fileTrouble(path3, error2, "writing");
}

// shared/node/check/mend.ts
var MOST_STEPS = 20;
async function mendFiles(run2) {
	let mended = [];
	for (let file of run2.files) {
		if (!run2.check.configs.some(({ report }) => report.file === file.file && report.findings.length > 0)) continue;
		let one = await mendFile(run2, file);
		one.fixes > 0 && mended.push(one);
	}
	return mended;
}
async function mendFile(run2, file) {
	let text2 = file.text, fixes = 0;
	for (; fixes < MOST_STEPS; fixes++) {
		let next = await nextText(run2, file, text2);
		if (next === null) break;
		text2 = next;
	}
	return { file, text: text2, fixes };
}
async function nextText(run2, file, text2) {
	let rules = run2.policyAgain();
	for (let { document, inspection } of await run2.inspect(file, text2)) {
		let { write } = document;
		if (write !== null)
			for (let { hits } of mergeProblems(checkOf([rules.apply(inspection.report)]))) {
				let [worst] = hits, fix = worst === void 0 ? null : inspection.fixFor(worst), after = fix === null ? text2 : write(text2, fix);
				if (after !== text2) return after;
			}
	}
	return null;
}
function fixDiff(mended) {
	return mended.map(({ file, text: text2 }) => unifiedDiff(file.file, file.text, text2)).join("");
}

// shared/node/check/report-context.ts
function blobUrl(env) {
	let { GITHUB_SERVER_URL: server = "", GITHUB_REPOSITORY: repository = "", GITHUB_SHA: sha = "" } = env;
	return /^https?:\/\/[\w.-]+(:\d+)?$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[0-9a-f]{40,64}$/.test(sha) ? `${server}/${repository}/blob/${sha}` : null;
}

// shared/node/check/run-check.ts
import { resolve as resolve6 } from "node:path";

// shared/policy/match-path.ts
function matchesPath(path3, pattern2) {
	if (!/[*?]/.test(pattern2)) return path3 === pattern2;
	let parts = pattern2.match(/\*\*\/|\*\*|\*|\?|[^*?]/gsu) ?? [], text2 = Array.from(path3), reached = Array.from({ length: text2.length + 1 }, (_, index) => index === 0);
	for (let part of parts) {
		let next = reached.map(() => !1);
		if (part === "**" || part === "*" || part === "**/") {
			let open3 = !1;
			for (let i = 0; i <= text2.length; i++)
				part === "*" && text2[i - 1] === "/" && (open3 = !1), open3 ||= reached[i] === !0, next[i] = part === "**/" ? reached[i] === !0 || open3 && text2[i - 1] === "/" : open3;
		} else
			for (let i = 1; i <= text2.length; i++) {
				let same = part === "?" ? text2[i - 1] !== "/" : text2[i - 1] === part;
				next[i] = same && reached[i - 1] === !0;
			}
		reached = next;
	}
	return reached[text2.length] === !0;
}

// shared/policy/apply-policy.ts
function startPolicy(levels, entries, today) {
	let byRule = /* @__PURE__ */ new Map();
	for (let one of entries) {
		let list2 = byRule.get(one.entry.rule) ?? [];
		byRule.set(one.entry.rule, list2), list2.push(one);
	}
	let covered = /* @__PURE__ */ new Map(), known2 = [], isExpired = ({ entry }) => entry.until !== void 0 && entry.until < today, keep = (finding) => {
		let level = levels[finding.rule];
		if (level === "off") return [];
		let own2 = level === void 0 ? finding : { ...finding, severity: level }, matching = (byRule.get(finding.rule) ?? []).filter(
			({ entry }) => (entry.target === void 0 || entry.target === finding.target) && matchesPath(finding.file, entry.config)
		);
		for (let one of matching) covered.set(one, (covered.get(one) ?? 0) + 1);
		let valid = matching.find((one) => !isExpired(one));
		return valid === void 0 ? [own2] : (known2.push({ finding: own2, reason: valid.entry.reason, until: valid.entry.until ?? null }), []);
	};
	return {
		apply: (report) => ({ ...report, findings: report.findings.flatMap(keep) }),
		known: () => known2,
		findings: () => entries.flatMap((one) => {
			let { rule, config: config2, until = "" } = one.entry, at2 = { path: [], file: one.file, place: one.place }, count4 = covered.get(one) ?? 0;
			return isExpired(one) ? [{ ...at2, rule: "LP902", severity: "error", args: { rule, config: config2, until, covered: count4 } }] : count4 > 0 ? [] : [{ ...at2, rule: "LP903", severity: "warning", args: { rule, config: config2 } }];
		})
	};
}

// node_modules/jsonc-parser/lib/esm/impl/scanner.js
function createScanner(text2, ignoreTrivia = !1) {
	let len = text2.length, pos = 0, value = "", tokenOffset = 0, token = 16, lineNumber = 0, lineStartOffset = 0, tokenLineStartOffset = 0, prevTokenLineStartOffset = 0, scanError = 0;
	function scanHexDigits(count4, exact) {
		let digits = 0, value2 = 0;
		for (; digits < count4 || !exact; ) {
			let ch = text2.charCodeAt(pos);
			if (ch >= 48 && ch <= 57)
				value2 = value2 * 16 + ch - 48;
			else if (ch >= 65 && ch <= 70)
				value2 = value2 * 16 + ch - 65 + 10;
			else if (ch >= 97 && ch <= 102)
				value2 = value2 * 16 + ch - 97 + 10;
			else
				break;
			pos++, digits++;
		}
		return digits < count4 && (value2 = -1), value2;
	}
	function setPosition(newPosition) {
		pos = newPosition, value = "", tokenOffset = 0, token = 16, scanError = 0;
	}
	function scanNumber() {
		let start = pos;
		if (text2.charCodeAt(pos) === 48)
			pos++;
		else
			for (pos++; pos < text2.length && isDigit(text2.charCodeAt(pos)); )
				pos++;
		if (pos < text2.length && text2.charCodeAt(pos) === 46)
			if (pos++, pos < text2.length && isDigit(text2.charCodeAt(pos)))
				for (pos++; pos < text2.length && isDigit(text2.charCodeAt(pos)); )
					pos++;
			else
				return scanError = 3, text2.substring(start, pos);
		let end = pos;
		if (pos < text2.length && (text2.charCodeAt(pos) === 69 || text2.charCodeAt(pos) === 101))
			if (pos++, (pos < text2.length && text2.charCodeAt(pos) === 43 || text2.charCodeAt(pos) === 45) && pos++, pos < text2.length && isDigit(text2.charCodeAt(pos))) {
				for (pos++; pos < text2.length && isDigit(text2.charCodeAt(pos)); )
					pos++;
				end = pos;
			} else
				scanError = 3;
		return text2.substring(start, end);
	}
	function scanString() {
		let result = "", start = pos;
		for (; ; ) {
			if (pos >= len) {
				result += text2.substring(start, pos), scanError = 2;
				break;
			}
			let ch = text2.charCodeAt(pos);
			if (ch === 34) {
				result += text2.substring(start, pos), pos++;
				break;
			}
			if (ch === 92) {
				if (result += text2.substring(start, pos), pos++, pos >= len) {
					scanError = 2;
					break;
				}
				switch (text2.charCodeAt(pos++)) {
					case 34:
						result += '"';
						break;
					case 92:
						result += "\\";
						break;
					case 47:
						result += "/";
						break;
					case 98:
						result += "\b";
						break;
					case 102:
						result += "\f";
						break;
					case 110:
						result += `
`;
						break;
					case 114:
						result += "\r";
						break;
					case 116:
						result += "	";
						break;
					case 117:
						let ch3 = scanHexDigits(4, !0);
						ch3 >= 0 ? result += String.fromCharCode(ch3) : scanError = 4;
						break;
					default:
						scanError = 5;
				}
				start = pos;
				continue;
			}
			if (ch >= 0 && ch <= 31)
				if (isLineBreak(ch)) {
					result += text2.substring(start, pos), scanError = 2;
					break;
				} else
					scanError = 6;
			pos++;
		}
		return result;
	}
	function scanNext() {
		if (value = "", scanError = 0, tokenOffset = pos, lineStartOffset = lineNumber, prevTokenLineStartOffset = tokenLineStartOffset, pos >= len)
			return tokenOffset = len, token = 17;
		let code2 = text2.charCodeAt(pos);
		if (isWhiteSpace(code2)) {
			do
				pos++, value += String.fromCharCode(code2), code2 = text2.charCodeAt(pos);
			while (isWhiteSpace(code2));
			return token = 15;
		}
		if (isLineBreak(code2))
			return pos++, value += String.fromCharCode(code2), code2 === 13 && text2.charCodeAt(pos) === 10 && (pos++, value += `
`), lineNumber++, tokenLineStartOffset = pos, token = 14;
		switch (code2) {
			case 123:
				return pos++, token = 1;
			case 125:
				return pos++, token = 2;
			case 91:
				return pos++, token = 3;
			case 93:
				return pos++, token = 4;
			case 58:
				return pos++, token = 6;
			case 44:
				return pos++, token = 5;
			case 34:
				return pos++, value = scanString(), token = 10;
			case 47:
				let start = pos - 1;
				if (text2.charCodeAt(pos + 1) === 47) {
					for (pos += 2; pos < len && !isLineBreak(text2.charCodeAt(pos)); )
						pos++;
					return value = text2.substring(start, pos), token = 12;
				}
				if (text2.charCodeAt(pos + 1) === 42) {
					pos += 2;
					let safeLength = len - 1, commentClosed = !1;
					for (; pos < safeLength; ) {
						let ch = text2.charCodeAt(pos);
						if (ch === 42 && text2.charCodeAt(pos + 1) === 47) {
							pos += 2, commentClosed = !0;
							break;
						}
						pos++, isLineBreak(ch) && (ch === 13 && text2.charCodeAt(pos) === 10 && pos++, lineNumber++, tokenLineStartOffset = pos);
					}
					return commentClosed || (pos++, scanError = 1), value = text2.substring(start, pos), token = 13;
				}
				return value += String.fromCharCode(code2), pos++, token = 16;
			case 45:
				if (value += String.fromCharCode(code2), pos++, pos === len || !isDigit(text2.charCodeAt(pos)))
					return token = 16;
			case 48:
			case 49:
			case 50:
			case 51:
			case 52:
			case 53:
			case 54:
			case 55:
			case 56:
			case 57:
				return value += scanNumber(), token = 11;
			default:
				for (; pos < len && isUnknownContentCharacter(code2); )
					pos++, code2 = text2.charCodeAt(pos);
				if (tokenOffset !== pos) {
					switch (value = text2.substring(tokenOffset, pos), value) {
						case "true":
							return token = 8;
						case "false":
							return token = 9;
						case "null":
							return token = 7;
					}
					return token = 16;
				}
				return value += String.fromCharCode(code2), pos++, token = 16;
		}
	}
	function isUnknownContentCharacter(code2) {
		if (isWhiteSpace(code2) || isLineBreak(code2))
			return !1;
		switch (code2) {
			case 125:
			case 93:
			case 123:
			case 91:
			case 34:
			case 58:
			case 44:
			case 47:
				return !1;
		}
		return !0;
	}
	function scanNextNonTrivia() {
		let result;
		do
			result = scanNext();
		while (result >= 12 && result <= 15);
		return result;
	}
	return { setPosition, getPosition: () => pos, scan: ignoreTrivia ? scanNextNonTrivia : scanNext, getToken: () => token, getTokenValue: () => value, getTokenOffset: () => tokenOffset, getTokenLength: () => pos - tokenOffset, getTokenStartLine: () => lineStartOffset, getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset, getTokenError: () => scanError };
}
function isWhiteSpace(ch) {
	return ch === 32 || ch === 9;
}
function isLineBreak(ch) {
	return ch === 10 || ch === 13;
}
function isDigit(ch) {
	return ch >= 48 && ch <= 57;
}
var CharacterCodes;
(function(CharacterCodes2) {
	CharacterCodes2[CharacterCodes2.lineFeed = 10] = "lineFeed", CharacterCodes2[CharacterCodes2.carriageReturn = 13] = "carriageReturn", CharacterCodes2[CharacterCodes2.space = 32] = "space", CharacterCodes2[CharacterCodes2._0 = 48] = "_0", CharacterCodes2[CharacterCodes2._1 = 49] = "_1", CharacterCodes2[CharacterCodes2._2 = 50] = "_2", CharacterCodes2[CharacterCodes2._3 = 51] = "_3", CharacterCodes2[CharacterCodes2._4 = 52] = "_4", CharacterCodes2[CharacterCodes2._5 = 53] = "_5", CharacterCodes2[CharacterCodes2._6 = 54] = "_6", CharacterCodes2[CharacterCodes2._7 = 55] = "_7", CharacterCodes2[CharacterCodes2._8 = 56] = "_8", CharacterCodes2[CharacterCodes2._9 = 57] = "_9", CharacterCodes2[CharacterCodes2.a = 97] = "a", CharacterCodes2[CharacterCodes2.b = 98] = "b", CharacterCodes2[CharacterCodes2.c = 99] = "c", CharacterCodes2[CharacterCodes2.d = 100] = "d", CharacterCodes2[CharacterCodes2.e = 101] = "e", CharacterCodes2[CharacterCodes2.f = 102] = "f", CharacterCodes2[CharacterCodes2.g = 103] = "g", CharacterCodes2[CharacterCodes2.h = 104] = "h", CharacterCodes2[CharacterCodes2.i = 105] = "i", CharacterCodes2[CharacterCodes2.j = 106] = "j", CharacterCodes2[CharacterCodes2.k = 107] = "k", CharacterCodes2[CharacterCodes2.l = 108] = "l", CharacterCodes2[CharacterCodes2.m = 109] = "m", CharacterCodes2[CharacterCodes2.n = 110] = "n", CharacterCodes2[CharacterCodes2.o = 111] = "o", CharacterCodes2[CharacterCodes2.p = 112] = "p", CharacterCodes2[CharacterCodes2.q = 113] = "q", CharacterCodes2[CharacterCodes2.r = 114] = "r", CharacterCodes2[CharacterCodes2.s = 115] = "s", CharacterCodes2[CharacterCodes2.t = 116] = "t", CharacterCodes2[CharacterCodes2.u = 117] = "u", CharacterCodes2[CharacterCodes2.v = 118] = "v", CharacterCodes2[CharacterCodes2.w = 119] = "w", CharacterCodes2[CharacterCodes2.x = 120] = "x", CharacterCodes2[CharacterCodes2.y = 121] = "y", CharacterCodes2[CharacterCodes2.z = 122] = "z", CharacterCodes2[CharacterCodes2.A = 65] = "A", CharacterCodes2[CharacterCodes2.B = 66] = "B", CharacterCodes2[CharacterCodes2.C = 67] = "C", CharacterCodes2[CharacterCodes2.D = 68] = "D", CharacterCodes2[CharacterCodes2.E = 69] = "E", CharacterCodes2[CharacterCodes2.F = 70] = "F", CharacterCodes2[CharacterCodes2.G = 71] = "G", CharacterCodes2[CharacterCodes2.H = 72] = "H", CharacterCodes2[CharacterCodes2.I = 73] = "I", CharacterCodes2[CharacterCodes2.J = 74] = "J", CharacterCodes2[CharacterCodes2.K = 75] = "K", CharacterCodes2[CharacterCodes2.L = 76] = "L", CharacterCodes2[CharacterCodes2.M = 77] = "M", CharacterCodes2[CharacterCodes2.N = 78] = "N", CharacterCodes2[CharacterCodes2.O = 79] = "O", CharacterCodes2[CharacterCodes2.P = 80] = "P", CharacterCodes2[CharacterCodes2.Q = 81] = "Q", CharacterCodes2[CharacterCodes2.R = 82] = "R", CharacterCodes2[CharacterCodes2.S = 83] = "S", CharacterCodes2[CharacterCodes2.T = 84] = "T", CharacterCodes2[CharacterCodes2.U = 85] = "U", CharacterCodes2[CharacterCodes2.V = 86] = "V", CharacterCodes2[CharacterCodes2.W = 87] = "W", CharacterCodes2[CharacterCodes2.X = 88] = "X", CharacterCodes2[CharacterCodes2.Y = 89] = "Y", CharacterCodes2[CharacterCodes2.Z = 90] = "Z", CharacterCodes2[CharacterCodes2.asterisk = 42] = "asterisk", CharacterCodes2[CharacterCodes2.backslash = 92] = "backslash", CharacterCodes2[CharacterCodes2.closeBrace = 125] = "closeBrace", CharacterCodes2[CharacterCodes2.closeBracket = 93] = "closeBracket", CharacterCodes2[CharacterCodes2.colon = 58] = "colon", CharacterCodes2[CharacterCodes2.comma = 44] = "comma", CharacterCodes2[CharacterCodes2.dot = 46] = "dot", CharacterCodes2[CharacterCodes2.doubleQuote = 34] = "doubleQuote", CharacterCodes2[CharacterCodes2.minus = 45] = "minus", CharacterCodes2[CharacterCodes2.openBrace = 123] = "openBrace", CharacterCodes2[CharacterCodes2.openBracket = 91] = "openBracket", CharacterCodes2[CharacterCodes2.plus = 43] = "plus", CharacterCodes2[CharacterCodes2.slash = 47] = "slash", CharacterCodes2[CharacterCodes2.formFeed = 12] = "formFeed", CharacterCodes2[CharacterCodes2.tab = 9] = "tab";
})(CharacterCodes || (CharacterCodes = {}));

// node_modules/jsonc-parser/lib/esm/impl/string-intern.js
var cachedSpaces = new Array(20).fill(0).map((_, index) => " ".repeat(index)), maxCachedValues = 200, cachedBreakLinesWithSpaces = { " ": { "\n": new Array(maxCachedValues).fill(0).map((_, index) => `
` + " ".repeat(index)), "\r": new Array(maxCachedValues).fill(0).map((_, index) => "\r" + " ".repeat(index)), "\r\n": new Array(maxCachedValues).fill(0).map((_, index) => `\r
` + " ".repeat(index)) }, "	": { "\n": new Array(maxCachedValues).fill(0).map((_, index) => `
` + "	".repeat(index)), "\r": new Array(maxCachedValues).fill(0).map((_, index) => "\r" + "	".repeat(index)), "\r\n": new Array(maxCachedValues).fill(0).map((_, index) => `\r
` + "	".repeat(index)) } }, supportedEols = [`
`, "\r", `\r
`];

// node_modules/jsonc-parser/lib/esm/impl/format.js
function format(documentText, range2, options) {
	let initialIndentLevel, formatText, formatTextStart, rangeStart, rangeEnd;
	if (range2) {
		for (rangeStart = range2.offset, rangeEnd = rangeStart + range2.length, formatTextStart = rangeStart; formatTextStart > 0 && !isEOL(documentText, formatTextStart - 1); )
			formatTextStart--;
		let endOffset = rangeEnd;
		for (; endOffset < documentText.length && !isEOL(documentText, endOffset); )
			endOffset++;
		formatText = documentText.substring(formatTextStart, endOffset), initialIndentLevel = computeIndentLevel(formatText, options);
	} else
		formatText = documentText, initialIndentLevel = 0, formatTextStart = 0, rangeStart = 0, rangeEnd = documentText.length;
	let eol = getEOL(options, documentText), eolFastPathSupported = supportedEols.includes(eol), numberLineBreaks = 0, indentLevel = 0, indentValue;
	options.insertSpaces ? indentValue = cachedSpaces[options.tabSize || 4] ?? repeat(cachedSpaces[1], options.tabSize || 4) : indentValue = "	";
	let indentType = indentValue === "	" ? "	" : " ", scanner = createScanner(formatText, !1), hasError = !1;
	function newLinesAndIndent() {
		if (numberLineBreaks > 1)
			return repeat(eol, numberLineBreaks) + repeat(indentValue, initialIndentLevel + indentLevel);
		let amountOfSpaces = indentValue.length * (initialIndentLevel + indentLevel);
		return !eolFastPathSupported || amountOfSpaces > cachedBreakLinesWithSpaces[indentType][eol].length ? eol + repeat(indentValue, initialIndentLevel + indentLevel) : amountOfSpaces <= 0 ? eol : cachedBreakLinesWithSpaces[indentType][eol][amountOfSpaces];
	}
	function scanNext() {
		let token = scanner.scan();
		for (numberLineBreaks = 0; token === 15 || token === 14; )
			token === 14 && options.keepLines ? numberLineBreaks += 1 : token === 14 && (numberLineBreaks = 1), token = scanner.scan();
		return hasError = token === 16 || scanner.getTokenError() !== 0, token;
	}
	let editOperations = [];
	function addEdit(text2, startOffset, endOffset) {
		!hasError && (!range2 || startOffset < rangeEnd && endOffset > rangeStart) && documentText.substring(startOffset, endOffset) !== text2 && editOperations.push({ offset: startOffset, length: endOffset - startOffset, content: text2 });
	}
	let firstToken = scanNext();
	if (options.keepLines && numberLineBreaks > 0 && addEdit(repeat(eol, numberLineBreaks), 0, 0), firstToken !== 17) {
		let firstTokenStart = scanner.getTokenOffset() + formatTextStart, initialIndent = indentValue.length * initialIndentLevel < 20 && options.insertSpaces ? cachedSpaces[indentValue.length * initialIndentLevel] : repeat(indentValue, initialIndentLevel);
		addEdit(initialIndent, formatTextStart, firstTokenStart);
	}
	for (; firstToken !== 17; ) {
		let firstTokenEnd = scanner.getTokenOffset() + scanner.getTokenLength() + formatTextStart, secondToken = scanNext(), replaceContent = "", needsLineBreak = !1;
		for (; numberLineBreaks === 0 && (secondToken === 12 || secondToken === 13); ) {
			let commentTokenStart = scanner.getTokenOffset() + formatTextStart;
			addEdit(cachedSpaces[1], firstTokenEnd, commentTokenStart), firstTokenEnd = scanner.getTokenOffset() + scanner.getTokenLength() + formatTextStart, needsLineBreak = secondToken === 12, replaceContent = needsLineBreak ? newLinesAndIndent() : "", secondToken = scanNext();
		}
		if (secondToken === 2)
			firstToken !== 1 && indentLevel--, options.keepLines && numberLineBreaks > 0 || !options.keepLines && firstToken !== 1 ? replaceContent = newLinesAndIndent() : options.keepLines && (replaceContent = cachedSpaces[1]);
		else if (secondToken === 4)
			firstToken !== 3 && indentLevel--, options.keepLines && numberLineBreaks > 0 || !options.keepLines && firstToken !== 3 ? replaceContent = newLinesAndIndent() : options.keepLines && (replaceContent = cachedSpaces[1]);
		else {
			switch (firstToken) {
				case 3:
				case 1:
					indentLevel++, options.keepLines && numberLineBreaks > 0 || !options.keepLines ? replaceContent = newLinesAndIndent() : replaceContent = cachedSpaces[1];
					break;
				case 5:
					options.keepLines && numberLineBreaks > 0 || !options.keepLines ? replaceContent = newLinesAndIndent() : replaceContent = cachedSpaces[1];
					break;
				case 12:
					replaceContent = newLinesAndIndent();
					break;
				case 13:
					numberLineBreaks > 0 ? replaceContent = newLinesAndIndent() : needsLineBreak || (replaceContent = cachedSpaces[1]);
					break;
				case 6:
					options.keepLines && numberLineBreaks > 0 ? replaceContent = newLinesAndIndent() : needsLineBreak || (replaceContent = cachedSpaces[1]);
					break;
				case 10:
					options.keepLines && numberLineBreaks > 0 ? replaceContent = newLinesAndIndent() : secondToken === 6 && !needsLineBreak && (replaceContent = "");
					break;
				case 7:
				case 8:
				case 9:
				case 11:
				case 2:
				case 4:
					options.keepLines && numberLineBreaks > 0 ? replaceContent = newLinesAndIndent() : (secondToken === 12 || secondToken === 13) && !needsLineBreak ? replaceContent = cachedSpaces[1] : secondToken !== 5 && secondToken !== 17 && (hasError = !0);
					break;
				case 16:
					hasError = !0;
					break;
			}
			numberLineBreaks > 0 && (secondToken === 12 || secondToken === 13) && (replaceContent = newLinesAndIndent());
		}
		secondToken === 17 && (options.keepLines && numberLineBreaks > 0 ? replaceContent = newLinesAndIndent() : replaceContent = options.insertFinalNewline ? eol : "");
		let secondTokenStart = scanner.getTokenOffset() + formatTextStart;
		addEdit(replaceContent, firstTokenEnd, secondTokenStart), firstToken = secondToken;
	}
	return editOperations;
}
function repeat(s, count4) {
	let result = "";
	for (let i = 0; i < count4; i++)
		result += s;
	return result;
}
function computeIndentLevel(content, options) {
	let i = 0, nChars = 0, tabSize = options.tabSize || 4;
	for (; i < content.length; ) {
		let ch = content.charAt(i);
		if (ch === cachedSpaces[1])
			nChars++;
		else if (ch === "	")
			nChars += tabSize;
		else
			break;
		i++;
	}
	return Math.floor(nChars / tabSize);
}
function getEOL(options, text2) {
	for (let i = 0; i < text2.length; i++) {
		let ch = text2.charAt(i);
		if (ch === "\r")
			return i + 1 < text2.length && text2.charAt(i + 1) === `
` ? `\r
` : "\r";
		if (ch === `
`)
			return `
`;
	}
	return options && options.eol || `
`;
}
function isEOL(text2, offset) {
	return `\r
`.indexOf(text2.charAt(offset)) !== -1;
}

// node_modules/jsonc-parser/lib/esm/impl/parser.js
var ParseOptions;
(function(ParseOptions2) {
	ParseOptions2.DEFAULT = { allowTrailingComma: !1 };
})(ParseOptions || (ParseOptions = {}));
function parseTree(text2, errors = [], options = ParseOptions.DEFAULT) {
	let currentParent = { type: "array", offset: -1, length: -1, children: [], parent: void 0 };
	function ensurePropertyComplete(endOffset) {
		currentParent.type === "property" && (currentParent.length = endOffset - currentParent.offset, currentParent = currentParent.parent);
	}
	function onValue(valueNode) {
		return currentParent.children.push(valueNode), valueNode;
	}
	visit2(text2, { onObjectBegin: (offset) => {
		currentParent = onValue({ type: "object", offset, length: -1, parent: currentParent, children: [] });
	}, onObjectProperty: (name, offset, length) => {
		currentParent = onValue({ type: "property", offset, length: -1, parent: currentParent, children: [] }), currentParent.children.push({ type: "string", value: name, offset, length, parent: currentParent });
	}, onObjectEnd: (offset, length) => {
		ensurePropertyComplete(offset + length), currentParent.length = offset + length - currentParent.offset, currentParent = currentParent.parent, ensurePropertyComplete(offset + length);
	}, onArrayBegin: (offset, length) => {
		currentParent = onValue({ type: "array", offset, length: -1, parent: currentParent, children: [] });
	}, onArrayEnd: (offset, length) => {
		currentParent.length = offset + length - currentParent.offset, currentParent = currentParent.parent, ensurePropertyComplete(offset + length);
	}, onLiteralValue: (value, offset, length) => {
		onValue({ type: getNodeType(value), offset, length, parent: currentParent, value }), ensurePropertyComplete(offset + length);
	}, onSeparator: (sep5, offset, length) => {
		currentParent.type === "property" && (sep5 === ":" ? currentParent.colonOffset = offset : sep5 === "," && ensurePropertyComplete(offset));
	}, onError: (error2, offset, length) => {
		errors.push({ error: error2, offset, length });
	} }, options);
	let result = currentParent.children[0];
	return result && delete result.parent, result;
}
function findNodeAtLocation(root, path3) {
	if (!root)
		return;
	let node2 = root;
	for (let segment of path3)
		if (typeof segment == "string") {
			if (node2.type !== "object" || !Array.isArray(node2.children))
				return;
			let found2 = !1;
			for (let propertyNode of node2.children)
				if (Array.isArray(propertyNode.children) && propertyNode.children[0].value === segment && propertyNode.children.length === 2) {
					node2 = propertyNode.children[1], found2 = !0;
					break;
				}
			if (!found2)
				return;
		} else {
			let index = segment;
			if (node2.type !== "array" || index < 0 || !Array.isArray(node2.children) || index >= node2.children.length)
				return;
			node2 = node2.children[index];
		}
	return node2;
}
function visit2(text2, visitor, options = ParseOptions.DEFAULT) {
	let _scanner = createScanner(text2, !1), _jsonPath = [], suppressedCallbacks = 0;
	function toNoArgVisit(visitFunction) {
		return visitFunction ? () => suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => !0;
	}
	function toOneArgVisit(visitFunction) {
		return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => !0;
	}
	function toOneArgVisitWithPath(visitFunction) {
		return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) : () => !0;
	}
	function toBeginVisit(visitFunction) {
		return visitFunction ? () => {
			suppressedCallbacks > 0 ? suppressedCallbacks++ : visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) === !1 && (suppressedCallbacks = 1);
		} : () => !0;
	}
	function toEndVisit(visitFunction) {
		return visitFunction ? () => {
			suppressedCallbacks > 0 && suppressedCallbacks--, suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter());
		} : () => !0;
	}
	let onObjectBegin = toBeginVisit(visitor.onObjectBegin), onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty), onObjectEnd = toEndVisit(visitor.onObjectEnd), onArrayBegin = toBeginVisit(visitor.onArrayBegin), onArrayEnd = toEndVisit(visitor.onArrayEnd), onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue), onSeparator = toOneArgVisit(visitor.onSeparator), onComment = toNoArgVisit(visitor.onComment), onError = toOneArgVisit(visitor.onError), disallowComments = options && options.disallowComments, allowTrailingComma = options && options.allowTrailingComma;
	function scanNext() {
		for (; ; ) {
			let token = _scanner.scan();
			switch (_scanner.getTokenError()) {
				case 4:
					handleError(14);
					break;
				case 5:
					handleError(15);
					break;
				case 3:
					handleError(13);
					break;
				case 1:
					disallowComments || handleError(11);
					break;
				case 2:
					handleError(12);
					break;
				case 6:
					handleError(16);
					break;
			}
			switch (token) {
				case 12:
				case 13:
					disallowComments ? handleError(10) : onComment();
					break;
				case 16:
					handleError(1);
					break;
				case 15:
				case 14:
					break;
				default:
					return token;
			}
		}
	}
	function handleError(error2, skipUntilAfter = [], skipUntil = []) {
		if (onError(error2), skipUntilAfter.length + skipUntil.length > 0) {
			let token = _scanner.getToken();
			for (; token !== 17; ) {
				if (skipUntilAfter.indexOf(token) !== -1) {
					scanNext();
					break;
				} else if (skipUntil.indexOf(token) !== -1)
					break;
				token = scanNext();
			}
		}
	}
	function parseString(isValue) {
		let value = _scanner.getTokenValue();
		return isValue ? onLiteralValue(value) : (onObjectProperty(value), _jsonPath.push(value)), scanNext(), !0;
	}
	function parseLiteral() {
		switch (_scanner.getToken()) {
			case 11:
				let tokenValue = _scanner.getTokenValue(), value = Number(tokenValue);
				isNaN(value) && (handleError(2), value = 0), onLiteralValue(value);
				break;
			case 7:
				onLiteralValue(null);
				break;
			case 8:
				onLiteralValue(!0);
				break;
			case 9:
				onLiteralValue(!1);
				break;
			default:
				return !1;
		}
		return scanNext(), !0;
	}
	function parseProperty() {
		return _scanner.getToken() !== 10 ? (handleError(3, [], [2, 5]), !1) : (parseString(!1), _scanner.getToken() === 6 ? (onSeparator(":"), scanNext(), parseValue() || handleError(4, [], [2, 5])) : handleError(5, [], [2, 5]), _jsonPath.pop(), !0);
	}
	function parseObject() {
		onObjectBegin(), scanNext();
		let needsComma = !1;
		for (; _scanner.getToken() !== 2 && _scanner.getToken() !== 17; ) {
			if (_scanner.getToken() === 5) {
				if (needsComma || handleError(4, [], []), onSeparator(","), scanNext(), _scanner.getToken() === 2 && allowTrailingComma)
					break;
			} else needsComma && handleError(6, [], []);
			parseProperty() || handleError(4, [], [2, 5]), needsComma = !0;
		}
		return onObjectEnd(), _scanner.getToken() !== 2 ? handleError(7, [2], []) : scanNext(), !0;
	}
	function parseArray() {
		onArrayBegin(), scanNext();
		let isFirstElement = !0, needsComma = !1;
		for (; _scanner.getToken() !== 4 && _scanner.getToken() !== 17; ) {
			if (_scanner.getToken() === 5) {
				if (needsComma || handleError(4, [], []), onSeparator(","), scanNext(), _scanner.getToken() === 4 && allowTrailingComma)
					break;
			} else needsComma && handleError(6, [], []);
			isFirstElement ? (_jsonPath.push(0), isFirstElement = !1) : _jsonPath[_jsonPath.length - 1]++, parseValue() || handleError(4, [], [4, 5]), needsComma = !0;
		}
		return onArrayEnd(), isFirstElement || _jsonPath.pop(), _scanner.getToken() !== 4 ? handleError(8, [4], []) : scanNext(), !0;
	}
	function parseValue() {
		switch (_scanner.getToken()) {
			case 3:
				return parseArray();
			case 1:
				return parseObject();
			case 10:
				return parseString(!0);
			default:
				return parseLiteral();
		}
	}
	return scanNext(), _scanner.getToken() === 17 ? options.allowEmptyContent ? !0 : (handleError(4, [], []), !1) : parseValue() ? (_scanner.getToken() !== 17 && handleError(9, [], []), !0) : (handleError(4, [], []), !1);
}
function getNodeType(value) {
	switch (typeof value) {
		case "boolean":
			return "boolean";
		case "number":
			return "number";
		case "string":
			return "string";
		case "object": {
			if (value) {
				if (Array.isArray(value))
					return "array";
			} else return "null";
			return "object";
		}
		default:
			return "null";
	}
}

// node_modules/jsonc-parser/lib/esm/impl/edit.js
function setProperty(text2, originalPath, value, options) {
	let path3 = originalPath.slice(), root = parseTree(text2, []), parent, lastSegment;
	for (; path3.length > 0 && (lastSegment = path3.pop(), parent = findNodeAtLocation(root, path3), parent === void 0 && value !== void 0); )
		typeof lastSegment == "string" ? value = { [lastSegment]: value } : value = [value];
	if (parent)
		if (parent.type === "object" && typeof lastSegment == "string" && Array.isArray(parent.children)) {
			let existing2 = findNodeAtLocation(parent, [lastSegment]);
			if (existing2 !== void 0)
				if (value === void 0) {
					if (!existing2.parent)
						throw new Error("Malformed AST");
					let propertyIndex = parent.children.indexOf(existing2.parent), removeBegin, removeEnd = existing2.parent.offset + existing2.parent.length;
					if (propertyIndex > 0) {
						let previous = parent.children[propertyIndex - 1];
						removeBegin = previous.offset + previous.length;
					} else
						removeBegin = parent.offset + 1, parent.children.length > 1 && (removeEnd = parent.children[1].offset);
					return withFormatting(text2, { offset: removeBegin, length: removeEnd - removeBegin, content: "" }, options);
				} else
					return withFormatting(text2, { offset: existing2.offset, length: existing2.length, content: JSON.stringify(value) }, options);
			else {
				if (value === void 0)
					return [];
				let newProperty = `${JSON.stringify(lastSegment)}: ${JSON.stringify(value)}`, index = options.getInsertionIndex ? options.getInsertionIndex(parent.children.map((p) => p.children[0].value)) : parent.children.length, edit;
				if (index > 0) {
					let previous = parent.children[index - 1];
					edit = { offset: previous.offset + previous.length, length: 0, content: "," + newProperty };
				} else parent.children.length === 0 ? edit = { offset: parent.offset + 1, length: 0, content: newProperty } : edit = { offset: parent.offset + 1, length: 0, content: newProperty + "," };
				return withFormatting(text2, edit, options);
			}
		} else if (parent.type === "array" && typeof lastSegment == "number" && Array.isArray(parent.children)) {
			let insertIndex = lastSegment;
			if (insertIndex === -1) {
				let newProperty = `${JSON.stringify(value)}`, edit;
				if (parent.children.length === 0)
					edit = { offset: parent.offset + 1, length: 0, content: newProperty };
				else {
					let previous = parent.children[parent.children.length - 1];
					edit = { offset: previous.offset + previous.length, length: 0, content: "," + newProperty };
				}
				return withFormatting(text2, edit, options);
			} else if (value === void 0 && parent.children.length >= 0) {
				let removalIndex = lastSegment, toRemove = parent.children[removalIndex], edit;
				if (parent.children.length === 1)
					edit = { offset: parent.offset + 1, length: parent.length - 2, content: "" };
				else if (parent.children.length - 1 === removalIndex) {
					let previous = parent.children[removalIndex - 1], offset = previous.offset + previous.length, parentEndOffset = parent.offset + parent.length;
					edit = { offset, length: parentEndOffset - 2 - offset, content: "" };
				} else
					edit = { offset: toRemove.offset, length: parent.children[removalIndex + 1].offset - toRemove.offset, content: "" };
				return withFormatting(text2, edit, options);
			} else if (value !== void 0) {
				let edit, newProperty = `${JSON.stringify(value)}`;
				if (!options.isArrayInsertion && parent.children.length > lastSegment) {
					let toModify = parent.children[lastSegment];
					edit = { offset: toModify.offset, length: toModify.length, content: newProperty };
				} else if (parent.children.length === 0 || lastSegment === 0)
					edit = { offset: parent.offset + 1, length: 0, content: parent.children.length === 0 ? newProperty : newProperty + "," };
				else {
					let index = lastSegment > parent.children.length ? parent.children.length : lastSegment, previous = parent.children[index - 1];
					edit = { offset: previous.offset + previous.length, length: 0, content: "," + newProperty };
				}
				return withFormatting(text2, edit, options);
			} else
				throw new Error(`Can not ${value === void 0 ? "remove" : options.isArrayInsertion ? "insert" : "modify"} Array index ${insertIndex} as length is not sufficient`);
		} else
			throw new Error(`Can not add ${typeof lastSegment != "number" ? "index" : "property"} to parent of type ${parent.type}`);
	else {
		if (value === void 0)
			throw new Error("Can not delete in empty document");
		return withFormatting(text2, { offset: root ? root.offset : 0, length: root ? root.length : 0, content: JSON.stringify(value) }, options);
	}
}
function withFormatting(text2, edit, options) {
	if (!options.formattingOptions)
		return [edit];
	let newText = applyEdit(text2, edit), begin = edit.offset, end = edit.offset + edit.content.length;
	if (edit.length === 0 || edit.content.length === 0) {
		for (; begin > 0 && !isEOL(newText, begin - 1); )
			begin--;
		for (; end < newText.length && !isEOL(newText, end); )
			end++;
	}
	let edits = format(newText, { offset: begin, length: end - begin }, { ...options.formattingOptions, keepLines: !1 });
	for (let i = edits.length - 1; i >= 0; i--) {
		let edit2 = edits[i];
		newText = applyEdit(newText, edit2), begin = Math.min(begin, edit2.offset), end = Math.max(end, edit2.offset + edit2.length), end += edit2.content.length - edit2.length;
	}
	let editLength = text2.length - (newText.length - end) - begin;
	return [{ offset: begin, length: editLength, content: newText.substring(begin, end) }];
}
function applyEdit(text2, edit) {
	return text2.substring(0, edit.offset) + edit.content + text2.substring(edit.offset + edit.length);
}

// node_modules/jsonc-parser/lib/esm/main.js
var createScanner2 = createScanner, ScanError;
(function(ScanError2) {
	ScanError2[ScanError2.None = 0] = "None", ScanError2[ScanError2.UnexpectedEndOfComment = 1] = "UnexpectedEndOfComment", ScanError2[ScanError2.UnexpectedEndOfString = 2] = "UnexpectedEndOfString", ScanError2[ScanError2.UnexpectedEndOfNumber = 3] = "UnexpectedEndOfNumber", ScanError2[ScanError2.InvalidUnicode = 4] = "InvalidUnicode", ScanError2[ScanError2.InvalidEscapeCharacter = 5] = "InvalidEscapeCharacter", ScanError2[ScanError2.InvalidCharacter = 6] = "InvalidCharacter";
})(ScanError || (ScanError = {}));
var SyntaxKind;
(function(SyntaxKind2) {
	SyntaxKind2[SyntaxKind2.OpenBraceToken = 1] = "OpenBraceToken", SyntaxKind2[SyntaxKind2.CloseBraceToken = 2] = "CloseBraceToken", SyntaxKind2[SyntaxKind2.OpenBracketToken = 3] = "OpenBracketToken", SyntaxKind2[SyntaxKind2.CloseBracketToken = 4] = "CloseBracketToken", SyntaxKind2[SyntaxKind2.CommaToken = 5] = "CommaToken", SyntaxKind2[SyntaxKind2.ColonToken = 6] = "ColonToken", SyntaxKind2[SyntaxKind2.NullKeyword = 7] = "NullKeyword", SyntaxKind2[SyntaxKind2.TrueKeyword = 8] = "TrueKeyword", SyntaxKind2[SyntaxKind2.FalseKeyword = 9] = "FalseKeyword", SyntaxKind2[SyntaxKind2.StringLiteral = 10] = "StringLiteral", SyntaxKind2[SyntaxKind2.NumericLiteral = 11] = "NumericLiteral", SyntaxKind2[SyntaxKind2.LineCommentTrivia = 12] = "LineCommentTrivia", SyntaxKind2[SyntaxKind2.BlockCommentTrivia = 13] = "BlockCommentTrivia", SyntaxKind2[SyntaxKind2.LineBreakTrivia = 14] = "LineBreakTrivia", SyntaxKind2[SyntaxKind2.Trivia = 15] = "Trivia", SyntaxKind2[SyntaxKind2.Unknown = 16] = "Unknown", SyntaxKind2[SyntaxKind2.EOF = 17] = "EOF";
})(SyntaxKind || (SyntaxKind = {}));
var parseTree2 = parseTree;
var ParseErrorCode;
(function(ParseErrorCode2) {
	ParseErrorCode2[ParseErrorCode2.InvalidSymbol = 1] = "InvalidSymbol", ParseErrorCode2[ParseErrorCode2.InvalidNumberFormat = 2] = "InvalidNumberFormat", ParseErrorCode2[ParseErrorCode2.PropertyNameExpected = 3] = "PropertyNameExpected", ParseErrorCode2[ParseErrorCode2.ValueExpected = 4] = "ValueExpected", ParseErrorCode2[ParseErrorCode2.ColonExpected = 5] = "ColonExpected", ParseErrorCode2[ParseErrorCode2.CommaExpected = 6] = "CommaExpected", ParseErrorCode2[ParseErrorCode2.CloseBraceExpected = 7] = "CloseBraceExpected", ParseErrorCode2[ParseErrorCode2.CloseBracketExpected = 8] = "CloseBracketExpected", ParseErrorCode2[ParseErrorCode2.EndOfFileExpected = 9] = "EndOfFileExpected", ParseErrorCode2[ParseErrorCode2.InvalidCommentToken = 10] = "InvalidCommentToken", ParseErrorCode2[ParseErrorCode2.UnexpectedEndOfComment = 11] = "UnexpectedEndOfComment", ParseErrorCode2[ParseErrorCode2.UnexpectedEndOfString = 12] = "UnexpectedEndOfString", ParseErrorCode2[ParseErrorCode2.UnexpectedEndOfNumber = 13] = "UnexpectedEndOfNumber", ParseErrorCode2[ParseErrorCode2.InvalidUnicode = 14] = "InvalidUnicode", ParseErrorCode2[ParseErrorCode2.InvalidEscapeCharacter = 15] = "InvalidEscapeCharacter", ParseErrorCode2[ParseErrorCode2.InvalidCharacter = 16] = "InvalidCharacter";
})(ParseErrorCode || (ParseErrorCode = {}));
function modify(text2, path3, value, options) {
	return setProperty(text2, path3, value, options);
}
function applyEdits(text2, edits) {
	let sortedEdits = edits.slice(0).sort((a, b) => {
		let diff = a.offset - b.offset;
		return diff === 0 ? a.length - b.length : diff;
	}), lastModifiedOffset = text2.length;
	for (let i = sortedEdits.length - 1; i >= 0; i--) {
		let e = sortedEdits[i];
		if (e.offset + e.length <= lastModifiedOffset)
			text2 = applyEdit(text2, e);
		else
			throw new Error("Overlapping edit");
		lastModifiedOffset = e.offset;
	}
	return text2;
}

// shared/config/scan-json.ts
var JSON_LIMITS = { length: 1024 * 1024, nesting: 64, keys: 2e4 }, OPEN2 = /* @__PURE__ */ new Set([1, 3]), CLOSE2 = /* @__PURE__ */ new Set([2, 4]), COLON = 6, COMMENT = /* @__PURE__ */ new Set([12, 13]), END = 17;
function scanJson(text2, limits2 = JSON_LIMITS) {
	if (text2.length > limits2.length) return { over: { limit: "length", offset: 0, length: 1 } };
	let scanner = createScanner2(text2), depth = 0, keys = 0, comment;
	for (let kind2 = scanner.scan(); kind2 !== END; kind2 = scanner.scan()) {
		OPEN2.has(kind2) ? depth++ : CLOSE2.has(kind2) ? depth-- : kind2 === COLON ? keys++ : COMMENT.has(kind2) && (comment ??= { offset: scanner.getTokenOffset(), length: scanner.getTokenLength() });
		let limit = depth > limits2.nesting ? "nesting" : keys > limits2.keys ? "keys" : void 0;
		if (limit !== void 0)
			return { over: { limit, offset: scanner.getTokenOffset(), length: scanner.getTokenLength() } };
	}
	return comment === void 0 ? {} : { comment };
}

// shared/config/parse-json.ts
var PROBLEMS4 = {
	1: "unknown_word",
	2: "bad_number",
	3: "key_expected",
	4: "value_expected",
	5: "colon_expected",
	6: "comma_expected",
	7: "brace_not_closed",
	8: "bracket_not_closed",
	9: "text_after_end",
	11: "comment_not_closed",
	12: "string_not_closed",
	13: "bad_number",
	14: "bad_escape",
	15: "bad_escape",
	16: "control_character"
}, MOST_DUPLICATES = 20;
function parseJson(text2, limits2 = JSON_LIMITS) {
	let marked = text2.startsWith("\uFEFF"), body = marked ? text2.slice(1) : text2, flat = placesOf(body, null), found2 = (rule, severity, args, offset, length) => ({
		rule,
		severity,
		path: [],
		args,
		place: flat.at(offset, length)
	}), { over, comment } = scanJson(body, limits2);
	if (over !== void 0) {
		let args = { limit: over.limit, most: limits2[over.limit] };
		return { root: null, places: flat, findings: [found2("LP007", "error", args, over.offset, over.length)] };
	}
	let findings = [];
	marked && findings.push(found2("LP003", "warning", { what: "bom" }, 0, 1)), comment && findings.push(found2("LP003", "warning", { what: "comment" }, comment.offset, comment.length));
	let errors = [], root = parseTree2(body, errors, { allowTrailingComma: !1, disallowComments: !1 }), first = errors.toSorted((a, b) => a.offset - b.offset)[0];
	if (root === void 0 || first !== void 0) {
		let { offset, length } = first ?? { offset: 0, length: 0 };
		return findings.push(found2("LP001", "error", { problem: problemOf(body, first) }, offset, length)), { root: null, places: flat, findings };
	}
	for (let { path: path3, key } of duplicateKeys(root).slice(0, MOST_DUPLICATES)) {
		let args = { key: showKey(path3) };
		findings.push({ rule: "LP002", severity: "error", path: path3, args, place: flat.at(key.offset, key.length) });
	}
	return { root, places: placesOf(body, root), findings };
}
function problemOf(text2, error2) {
	if (text2.trim() === "") return "empty";
	if (error2 === void 0) return "value_expected";
	let problem2 = PROBLEMS4[error2.error] ?? "value_expected";
	return (problem2 === "key_expected" || problem2 === "value_expected") && /[}\]]/.test(text2[error2.offset] ?? "") ? "trailing_comma" : problem2;
}
function duplicateKeys(root) {
	let found2 = [], visit3 = (node2, path3) => {
		let seen = /* @__PURE__ */ new Set();
		node2.children?.forEach((child, index) => {
			node2.type === "array" && visit3(child, [...path3, index]);
			let [key, value] = child.type === "property" ? child.children ?? [] : [];
			if (key === void 0 || value === void 0) return;
			let here = [...path3, String(key.value)];
			seen.has(key.value) && found2.push({ path: here, key }), seen.add(key.value), visit3(value, here);
		});
	};
	return visit3(root, []), found2;
}
function jsonValue(node2) {
	if (node2.type === "array") return (node2.children ?? []).map(jsonValue);
	if (node2.type !== "object") return node2.value;
	let object = /* @__PURE__ */ Object.create(null);
	for (let { children } of node2.children ?? []) {
		let [key, value] = children ?? [];
		key !== void 0 && value !== void 0 && (object[String(key.value)] = jsonValue(value));
	}
	return object;
}

// shared/backend.ts
var BACKENDS = ["cuda", "metal", "rocm", "vulkan", "sycl", "cpu"];

// shared/model/facts.ts
var number3 = number2().refine(Number.isFinite), dimension = int().min(1).max(2 ** 40), TensorGroupSchema = strictObject({
	name: string2().min(1).max(128),
	type: _enum(TENSOR_TYPES),
	/** Dimensions, fastest first, as GGUF stores them: `[n_in, n_out]` or `[n_in, n_out, n_expert]`. */
	shape: array(dimension).min(1).max(4),
	/** Inclusive ranges of layers, ascending; absent for a tensor outside the layers. */
	layers: array(tuple([int().min(0).max(9999), int().min(0).max(9999)])).max(5e3).optional()
}), HparamValueSchema = union([
	number3,
	boolean2(),
	string2().max(200),
	array(number3).max(1e4),
	array(boolean2()).max(1e4)
]), ModelFactsSchema = strictObject({
	schema_version: literal(1),
	/** `general.name`, or the catalog id. */
	name: string2().max(300),
	/** `general.architecture`: `llama`, `qwen3`, `gemma3`, ... */
	architecture: string2().min(1).max(64),
	/** Name of the file's quantisation mix: `Q4_K_M`, `F16`; `mixed` when unknown. */
	precision: string2().max(32),
	/** Number of weights. */
	n_params: int().min(0),
	/**
	 * GGUF keys of the architecture without its prefix (`block_count`, `attention.head_count_kv`, `rope.freq_base`, ...),
	 * with `vocab_size` always present. Values as the file has them.
	 */
	hparams: record(string2().max(128), HparamValueSchema),
	tensors: array(TensorGroupSchema).min(1).max(2e4),
	/** Where the facts come from: a file name, `catalog`, a URL. For people; never a full path. */
	source: string2().max(300)
});

// shared/config/settings.ts
var CACHE_TYPES = ["f32", "f16", "bf16", "q8_0", "q4_0", "q4_1", "iq4_nl", "q5_0", "q5_1"], tokens = int().min(0).max(2 ** 31 - 1), SettingsSchema = strictObject({
	/** Layers on the GPU; -1 means all of them and the output layer. */
	n_gpu_layers: int().min(-1).max(1e5).optional(),
	/** Threads for generation. */
	n_threads: int().min(1).max(1e5).optional(),
	/** Threads for prompt processing; `n_threads` when absent. */
	n_threads_batch: int().min(1).max(1e5).optional(),
	/** Logical batch in tokens. */
	n_batch: tokens.min(1).optional(),
	/** Physical (micro) batch in tokens. */
	n_ubatch: tokens.min(1).optional(),
	/** Context in tokens, shared by all slots; 0 means the model's training length. */
	n_ctx: tokens.optional(),
	rope_freq_base: number2().min(0).max(1e12).optional(),
	rope_freq_scale: number2().min(0).max(1e6).optional(),
	flash_attn: _enum(["on", "off", "auto"]).optional(),
	cache_type_k: _enum(CACHE_TYPES).optional(),
	cache_type_v: _enum(CACHE_TYPES).optional(),
	/** Slots (server) or sequences. */
	n_parallel: int().min(1).max(256).optional(),
	/** One cache shared by all sequences. */
	kv_unified: boolean2().optional(),
	/** Keep the cache on the GPU. */
	offload_kqv: boolean2().optional(),
	/** Full-size cache for sliding-window layers. */
	swa_full: boolean2().optional(),
	/** Layers, from the first, whose expert weights stay on the CPU. */
	n_cpu_moe: int().min(0).max(1e5).optional(),
	/** Share of the layers for each device. */
	tensor_split: array(number2().min(0).max(1e9)).min(1).max(128).optional(),
	split_mode: _enum(["none", "layer", "row"]).optional(),
	use_mmap: boolean2().optional(),
	use_mlock: boolean2().optional()
});

// shared/config/runtime-config.ts
var CONFIG_VERSION = 1, USE_CASES = ["general", "long_context", "speed", "quality"], MetadataSchema = strictObject({
	/** Profile id or snapshot name of the target. */
	hardware: string2().max(200).optional(),
	/** Parameters, as in `8B`. */
	model_size: string2().max(32).optional(),
	precision: string2().max(32).optional(),
	use_case: _enum(USE_CASES).optional(),
	/** Decode speed, tokens per second, one stream; null where nothing supports a number. */
	expected_tokens_per_sec: number2().min(0).nullable().optional(),
	expected_tokens_per_sec_range: tuple([number2().min(0), number2().min(0)]).optional(),
	/** How the speed is known: `measured on the same hardware`, `model`, ... */
	expected_tokens_per_sec_basis: string2().max(200).optional(),
	/** GiB on all devices together. */
	estimated_vram_usage_gb: number2().min(0).optional(),
	/** GiB of host memory. */
	estimated_ram_usage_gb: number2().min(0).optional(),
	/** The program that the estimate is for. */
	program: _enum(PROGRAMS).optional(),
	/** llama.cpp release that the estimate was proved against. */
	engine: string2().max(100).optional(),
	/** `lp-tui` and its version. */
	generator: string2().max(100).optional()
}), RuntimeConfigSchema = strictObject({
	$schema: string2().max(500).optional(),
	/** Format version; absent means 1. */
	version: literal(CONFIG_VERSION).optional(),
	backend: _enum(BACKENDS),
	model_path: string2().min(1).max(4096),
	settings: SettingsSchema,
	metadata: MetadataSchema.optional(),
	/** Model facts, so that the config can be judged where the GGUF is not. */
	model: ModelFactsSchema.optional()
});

// shared/config/read-config.ts
function readConfig(text2, limits2) {
	let { root, places: places2, findings } = parseJson(text2, limits2), placeOf2 = (path3) => places2.ofValue(path3);
	if (root === null) return { config: null, findings, placeOf: placeOf2 };
	let value = jsonValue(root), foreign = foreignFinding(value, placeOf2);
	if (foreign !== null) return { config: null, findings: [...findings, foreign], placeOf: placeOf2 };
	let strict = RuntimeConfigSchema.safeParse(value);
	if (strict.success) return { config: strict.data, findings, placeOf: placeOf2 };
	let { issues } = strict.error, unknown3 = unknownKeyFindings(issues, RuntimeConfigSchema, places2), wrong = valueFindings(issues, value, places2);
	return { config: wrong.length > 0 ? null : RuntimeConfigSchema.safeParse(without(value, issues)).data ?? null, findings: [...findings, ...unknown3, ...wrong], placeOf: placeOf2 };
}
function foreignFinding(value, placeOf2) {
	if (typeof value != "object" || value === null) return null;
	let { version: version3, kind: kind2 } = value;
	return typeof version3 == "number" && version3 !== CONFIG_VERSION ? { rule: "LP006", severity: "error", path: ["version"], args: { version: version3, known: CONFIG_VERSION }, place: placeOf2(["version"]) } : kind2 === "hardware_snapshot" ? { rule: "LP004", severity: "error", path: ["kind"], args: { key: "kind", problem: "other_file", expected: ["hardware_snapshot"] }, place: placeOf2(["kind"]) } : null;
}
function without(value, issues) {
	let unknown3 = issues.filter((issue3) => issue3.code === "unrecognized_keys");
	for (let { path: path3, keys } of unknown3) {
		let holder = value;
		for (let segment of path3) holder = holder[segment];
		for (let key of keys) delete holder[key];
	}
	return value;
}

// shared/validate/config-context.ts
function configContext(config2, facts = config2.model) {
	return contextOf(config2, facts, /* @__PURE__ */ new Map());
}
function contextOf(config2, facts, memo2) {
	let { model, trouble } = knownModel(config2, facts, memo2), placed2 = /* @__PURE__ */ new Map(), estimateOn = (known2, placement) => {
		let key = `${placement.devices} ${placement.backend}`, estimate = placed2.get(key) ?? remembered(known2, placement, memo2);
		return placed2.set(key, estimate), estimate;
	};
	return {
		config: config2,
		model,
		trouble,
		estimateOn: (placement) => model === null ? null : estimateOn(model, placement),
		withConfig: (other) => contextOf(other, facts, memo2)
	};
}
function remembered({ facts, settings }, placement, memo2) {
	let key = JSON.stringify([settings, placement]), known2 = memo2.get(key);
	if (known2 !== void 0) return known2;
	let estimate = estimateMemory(facts, settings, placement);
	return memo2.set(key, estimate), estimate;
}
function knownModel(config2, facts, memo2) {
	if (facts === void 0) return { model: null, trouble: null };
	try {
		let hparams = hparamsOf(facts), settings = resolveSettings(config2.settings, hparams, config2.metadata?.program), model = { facts, hparams, settings };
		return remembered(model, { devices: config2.backend === "cpu" ? 0 : 1, backend: config2.backend }, memo2), { model, trouble: null };
	} catch (error2) {
		if (error2 instanceof UserError) return { model: null, trouble: error2.message };
		throw error2;
	}
}

// shared/validate/fix-search.ts
function findFix(before, broken, all) {
	let { rule, hit, targets: targets2 } = broken;
	if (rule.scope === "document") return null;
	let known2 = errorsOf(before, all), contextWith = (path3, value) => before.withConfig(withValue(before.config, path3, value)), counts = (other) => rule.scope === "target" && !rule.per_key || samePath(other.path, hit.path), holds = (path3, value) => {
		let after = contextWith(path3, value);
		if (rule.scope === "target")
			return targets2.every(({ target }) => !rule.check(targetContext(after, target)).some(counts));
		let among = all.map(({ target }) => targetContext(after, target));
		return !rule.check(after, among).some(counts);
	}, harmless = (path3, value) => {
		let after = contextWith(path3, value);
		return [...errorsOf(
			after,
			all.map(({ target }) => targetContext(after, target))
		)].every((error2) => known2.has(error2));
	};
	for (let step2 of rule.fixes?.({ ...before, hit, targets: targets2 }) ?? []) {
		let { path: path3 } = step2, value = ("values" in step2 ? step2.values : nearestThatHolds(step2, (value2) => holds(path3, value2))).find((candidate) => holds(path3, candidate) && harmless(path3, candidate));
		if (value !== void 0) return { path: path3, value };
	}
	return null;
}
function nearestThatHolds({ from, to, step: step2 }, holds) {
	let valueAt2 = (index) => from + index * step2, high = Math.floor((to - from) / step2);
	if (!holds(valueAt2(high))) return [];
	let low = 0;
	for (; low < high; ) {
		let middle = Math.floor((low + high) / 2);
		holds(valueAt2(middle)) ? high = middle : low = middle + 1;
	}
	return [valueAt2(high)];
}
function errorsOf(context, targets2) {
	let errors = /* @__PURE__ */ new Set();
	for (let rule of RULES)
		if (rule.severity === "error" && (rule.scope === "config" && rule.check(context, targets2).length > 0 && errors.add(rule.id), rule.scope === "target"))
			for (let at2 of targets2) rule.check(at2).length > 0 && errors.add(`${rule.id} ${at2.target.id}`);
	return errors;
}
function samePath(a, b) {
	return a.length === b.length && a.every((segment, index) => segment === b[index]);
}
function withValue(config2, path3, value) {
	let [first, second] = path3;
	if (second === void 0) return { ...config2, [String(first)]: value };
	let holder = first === "metadata" ? config2.metadata : config2.settings;
	return { ...config2, [String(first)]: { ...holder, [String(second)]: value } };
}

// shared/validate/check-config.ts
function inspectConfig({ text: text2, file, targets: given, facts, limits: limits2, read: read2 }) {
	let targets2 = withOwnIds(given), { config: config2, findings, placeOf: placeOf2 } = read2 ?? readConfig(text2, limits2), document = findings.map((finding) => ({ ...finding, file }));
	if (config2 === null) {
		let pairs3 = targets2.map(({ id }) => ({ target: id, estimate: null, lines: [], judged: !1 }));
		return { report: { file, config: config2, findings: inOrder(document), pairs: pairs3 }, fixFor: () => null };
	}
	let context = configContext(config2, facts), on = targets2.map((target) => targetContext(context, target)), broken = RULES.flatMap((rule) => rule.scope === "config" ? rule.check(context, on).map((hit) => ({ rule, hit, targets: [] })) : rule.scope !== "target" ? [] : on.flatMap((at2) => rule.check(at2).map((hit) => ({ rule, hit, targets: [at2], target: at2.target.id })))), judged = broken.map(({ rule, hit, target }) => ({
		rule: rule.id,
		severity: rule.severity,
		path: hit.path,
		args: hit.args,
		file,
		place: placeOf2(hit.path),
		...target !== void 0 && { target }
	})), fixes = /* @__PURE__ */ new Map(), fixFor = (finding) => {
		let same = broken.filter(({ rule, hit }) => keyOf2(rule, hit.path) === keyOf2({ id: finding.rule }, finding.path)), [first] = same;
		if (first === void 0) return null;
		let key = keyOf2(first.rule, first.hit.path), known2 = fixes.get(key);
		if (known2 !== void 0) return known2;
		let everywhere = { ...first, targets: allTargetsOf(first, broken) }, fix = findFix(context, everywhere, on);
		return fixes.set(key, fix), fix;
	}, pairs2 = on.map((at2) => ({
		target: at2.target.id,
		estimate: at2.estimate,
		lines: at2.lines,
		judged: isJudged(at2)
	}));
	return { report: { file, config: config2, findings: inOrder([...document, ...judged]), pairs: pairs2 }, fixFor };
}
function withOwnIds(targets2) {
	let seen = /* @__PURE__ */ new Map();
	return targets2.map((target) => {
		let count4 = (seen.get(target.id) ?? 0) + 1;
		return seen.set(target.id, count4), count4 === 1 ? target : { ...target, id: `${target.id} (${count4})` };
	});
}
function isJudged({ placement, estimate, lines: lines2 }) {
	return placement === null ? !0 : estimate !== null && lines2.every(({ state }) => state !== "unknown");
}
function allTargetsOf({ rule, hit }, broken) {
	let perKey = rule.scope === "target" && rule.per_key === !0, same = broken.filter((one) => one.rule === rule && (!perKey || samePath(one.hit.path, hit.path)));
	return [...new Set(same.flatMap(({ targets: targets2 }) => targets2))];
}
function keyOf2({ id }, path3) {
	return `${id} ${path3.join(" ")}`;
}
function inOrder(findings) {
	return findings.toSorted(
		(a, b) => a.place.line - b.place.line || a.place.column - b.place.column || compare2(a.rule, b.rule) || compare2(a.target ?? "", b.target ?? "")
	);
}
function compare2(a, b) {
	return a < b ? -1 : +(a > b);
}

// shared/report/write-fix.ts
var writeJsonFix = (text2, { path: path3, value }) => {
	let mark = text2.startsWith("\uFEFF") ? "\uFEFF" : "", body = text2.slice(mark.length), indent = /\n([ \t]+)\S/.exec(body)?.[1] ?? "  ", formattingOptions = {
		insertSpaces: !indent.startsWith("	"),
		tabSize: indent.startsWith("	") ? 1 : indent.length,
		eol: body.includes(`\r
`) ? `\r
` : `
`
	};
	return mark + applyEdits(body, modify(body, [...path3], value, { formattingOptions }));
};

// shared/node/check/documents.ts
var DOCUMENT_FORMATS = ["runtime-config"];
function readDocuments(text2, _file2, _format) {
	return [{ read: readConfig(text2), write: writeJsonFix }];
}

// shared/node/check/find-files.ts
import { resolve as resolve4 } from "node:path";

// shared/node/expand-configs.ts
import { stat as stat3 } from "node:fs/promises";
import { resolve as resolve3 } from "node:path";

// action/glob.ts
import { readdir } from "node:fs/promises";
import { join as join2 } from "node:path";
function isDynamicPattern(pattern2) {
	return /[*?[{]/.test(pattern2);
}
async function glob(pattern2, { cwd = "." } = {}) {
	let wanted = unfold(pattern2).map((one) => one.replace(/^(\.\/)+/, "").split("/")), found2 = [];
	return await walk(cwd, "", wanted, found2), [...new Set(found2)];
}
async function walk(cwd, inside2, wanted, found2) {
	let entries = await readdir(join2(cwd, inside2), { withFileTypes: !0 }).catch(() => []);
	for (let entry of entries) {
		let name = entry.name;
		if (name === ".git" || name === "node_modules") continue;
		let below = wanted.flatMap((pattern2) => step(pattern2, name));
		if (below.length === 0) continue;
		let path3 = inside2 === "" ? name : `${inside2}/${name}`;
		entry.isDirectory() ? await walk(cwd, path3, distinct(below), found2) : entry.isFile() && below.some((rest) => rest.length === 0) && found2.push(path3);
	}
}
function step(pattern2, name) {
	let [first, ...rest] = pattern2;
	if (first === void 0) return [];
	if (first !== "**") return matchesName(name, first) ? [rest] : [];
	let hidden = name.startsWith(".");
	return [...hidden ? [] : [[...pattern2]], ...rest.length > 0 ? step(rest, name) : hidden ? [] : [[]]];
}
function distinct(patterns2) {
	return [...new Map(patterns2.map((pattern2) => [pattern2.join("/"), pattern2])).values()];
}
function matchesName(name, pattern2) {
	if (name.startsWith(".") && !pattern2.startsWith(".")) return !1;
	let parts = pattern2.match(/\*+|\?|\[[!^]?\]?[^\]]*\]|\\?[^]/gu) ?? [], chars = Array.from(name), reached = [!0, ...chars.map(() => !1)];
	for (let part of parts) {
		let next = reached.map(() => !1), open3 = !1;
		for (let i = 0; i <= chars.length; i++)
			part.startsWith("*") ? (open3 ||= reached[i] === !0, next[i] = open3) : i > 0 && (next[i] = reached[i - 1] === !0 && matchesChar(chars[i - 1] ?? "", part));
		reached = next;
	}
	return reached[chars.length] === !0;
}
function matchesChar(char, part) {
	if (part === "?") return !0;
	let [, not, inner] = /^\[([!^]?)(\]?[^\]]*)\]$/.exec(part) ?? [];
	if (inner === void 0) return char === (part.length > 1 && part.startsWith("\\") ? part.slice(1) : part);
	let inside2 = !1;
	for (let [, from = "", to] of inner.matchAll(/([^])(?:-([^]))?/gu)) inside2 ||= char >= from && char <= (to ?? from);
	return inside2 !== (not !== "");
}
function unfold(pattern2) {
	let start = pattern2.indexOf("{");
	if (start === -1) return [pattern2];
	let depth = 0, cuts = [start];
	for (let at2 = start; at2 < pattern2.length; at2++) {
		if (pattern2[at2] === "{" ? depth++ : pattern2[at2] === "}" ? depth-- : pattern2[at2] === "," && depth === 1 && cuts.push(at2), depth > 0) continue;
		let after = pattern2.slice(at2 + 1), parts = cuts.map((from, index) => pattern2.slice(from + 1, cuts[index + 1] ?? at2)), range2 = /^(-?\d{1,6})\.\.(-?\d{1,6})$/.exec(parts[0] ?? ""), choices = parts.length === 1 && range2 ? between(Number(range2[1]), Number(range2[2])) : parts;
		return parts.length === 1 && !range2 ? unfold(after).map((rest) => `${pattern2.slice(0, at2 + 1)}${rest}`) : choices.flatMap((choice) => unfold(pattern2.slice(0, start) + choice + after));
	}
	return [pattern2];
}
function between(from, to) {
	let by = from <= to ? 1 : -1;
	return Array.from({ length: Math.min(1e3, Math.abs(to - from) + 1) }, (_, index) => String(from + index * by));
}

// shared/node/expand-configs.ts
var MAX_CONFIG_FILES = 2e3, MAX_PATTERN_LENGTH = 1e3;
async function expandConfigs(patterns2, cwd) {
	let files = /* @__PURE__ */ new Set();
	for (let pattern2 of patterns2) {
		if (pattern2 === "" || pattern2.length > MAX_PATTERN_LENGTH)
			throw new UserError("usage", `a config name has 1 to ${MAX_PATTERN_LENGTH} characters`);
		for (let file of await expandOne(pattern2, cwd)) files.add(file);
		if (files.size > MAX_CONFIG_FILES)
			throw new UserError(
				"usage",
				`${showPath(pattern2)} matches more than ${MAX_CONFIG_FILES} files`,
				"Name the folder of the configs: configs/*.json"
			);
	}
	return [...files].sort();
}
async function expandOne(pattern2, cwd) {
	let found2 = await look(resolve3(cwd, pattern2));
	if (found2 === "file") return [pattern2];
	if (found2 === "folder")
		throw new UserError(
			"input",
			`${showPath(pattern2)} is a folder, not a file`,
			`Name the files in it: ${inside(pattern2)}`
		);
	if (!isDynamicPattern(pattern2)) throw fileTrouble(pattern2, found2.error);
	return glob(forwardSlashes(pattern2), {
		cwd,
		ignore: ["**/.git/**", "**/node_modules/**"],
		followSymbolicLinks: !1,
		expandDirectories: !1,
		onlyFiles: !0
	});
}
async function look(path3) {
	try {
		return (await stat3(path3)).isDirectory() ? "folder" : "file";
	} catch (error2) {
		return { error: error2 };
	}
}
function inside(folder) {
	return `${showPath(folder.replace(/[\\/]+$/, ""))}/*.json`;
}
function forwardSlashes(pattern2) {
	return process.platform === "win32" && !pattern2.includes("/") ? pattern2.replaceAll("\\", "/") : pattern2;
}

// shared/node/check/patterns.ts
var MAX_LENGTH = 512, MAX_BRACES = 100, MAX_WILDCARDS = 24;
function readPattern(text2) {
	let excludes = text2.startsWith("!"), rest = excludes ? text2.slice(1) : text2, [, prefix, after] = /^([a-z-]+)=(.+)$/s.exec(rest) ?? [], format2 = DOCUMENT_FORMATS.find((known2) => known2 === prefix) ?? null, glob2 = format2 === null ? rest : after ?? "";
	if (glob2 === "" || glob2.length > MAX_LENGTH || glob2.includes("\0"))
		throw new UserError("usage", `a config name has 1 to ${MAX_LENGTH} characters`);
	if ((glob2.match(/[*?([]|[+@!]\(/g) ?? []).length > MAX_WILDCARDS || alternatives(glob2) > MAX_BRACES)
		throw new UserError("usage", `the pattern ${showPath(glob2.slice(0, 80))} stands for too many others`);
	return { glob: glob2, excludes, format: format2 };
}
function alternatives(glob2) {
	let product = 1;
	for (let [, from, to] of glob2.matchAll(/\{(-?\d+)\.\.(-?\d+)/g)) product *= Math.abs(Number(to) - Number(from)) + 1;
	for (let group of glob2.split("{").slice(1)) product *= (group.match(/,/g) ?? []).length + 1;
	return product;
}

// shared/node/check/find-files.ts
var DEFAULT_CONFIGS = ["runtime_config.json", "*.runtime.json", "configs/**/*.json"];
async function findFiles(request, loaded) {
	let { folder } = request, fromPolicy = request.configs === null && loaded.policy.configs !== void 0, entries = entriesOf(request, loaded), files = /* @__PURE__ */ new Map(), findings = [], excludes = [];
	for (let { patterns: patterns2, targets: targets2, path: path3 } of entries)
		for (let text2 of patterns2) {
			let pattern2 = usable(text2, request);
			if (pattern2.excludes) {
				excludes.push(pattern2.glob);
				continue;
			}
			let found2 = await expand2(pattern2, folder, request.configs !== null);
			for (let file of found2) files.set(file, { file, targets: targets2, format: pattern2.format });
			if (found2.length === 0 && fromPolicy && loaded.file !== null) {
				let place = loaded.placeOf(path3);
				findings.push({
					rule: "LP904",
					severity: "warning",
					path: path3,
					args: { pattern: text2.slice(0, 80) },
					file: loaded.file,
					place
				});
			}
		}
	for (let glob2 of excludes) for (let file of await expand2({ glob: glob2 }, folder, !1)) files.delete(file);
	if (files.size > CHECK_LIMITS.files)
		throw new UserError("usage", `${files.size} files are more than the ${CHECK_LIMITS.files} that one check takes`);
	return { files: [...files.values()].sort((a, b) => a.file < b.file ? -1 : 1), patterns: entries.flatMap(({ patterns: patterns2 }) => patterns2), findings };
}
function entriesOf({ configs }, { policy }) {
	return configs !== null ? [{ patterns: configs, targets: null, path: [] }] : (policy.configs ?? DEFAULT_CONFIGS).map(
		(entry, index) => typeof entry == "string" ? { patterns: [entry], targets: null, path: ["configs", index] } : { patterns: entry.files, targets: entry.targets, path: ["configs", index] }
	);
}
function usable(text2, { folder, root }) {
	let pattern2 = readPattern(text2), climbs = pattern2.glob.split(/[\\/]/).includes("..") && /[*?[{(]/.test(pattern2.glob), fixed = pattern2.glob.replace(/[*?[{(].*$/s, "");
	if (root !== null && (climbs || !isInside(resolve4(folder, fixed), root)))
		throw new UserError("usage", `${JSON.stringify(text2.slice(0, 80))} leads out of the workspace`);
	return pattern2;
}
async function expand2({ glob: glob2 }, folder, strict) {
	try {
		return (await expandConfigs([glob2], folder)).map((file) => file.replace(/^(\.\/)+/, ""));
	} catch (error2) {
		if (!strict && error2 instanceof UserError && error2.kind === "input") return [];
		throw error2;
	}
}

// profiles/hardware/amd.json
function expand3({ keys, rows, ...rest }) {
	let device = (row) => Object.fromEntries(keys.map((key, at2) => [key, row[at2]]).filter(([, value]) => value !== "-"));
	return { ...rest, devices: rows.map(device) };
}
var amd_default = /* @__PURE__ */ expand3(/* @__PURE__ */ JSON.parse(String.raw`{"category":"amd",
"host":{"ram_gb":32,
"memory_bandwidth_gb_s":51.2,
"cpu":{"name":"8-core x86 desktop CPU","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c"]},
"source":"assumption: a usual desktop, 32 GB DDR4-3200 in two channels, 8 cores"},
"keys":["id",
"display_name",
"vendor",
"aliases",
"backends",
"generation",
"memory_gb",
"unified",
"memory_bandwidth_gb_s",
"fp16_tflops",
"match",
"sources",
"host",
"device_count",
"cpu",
"is_mobile"],
"rows":[["amd_rx_580","AMD Radeon RX 580","amd",["rx-580"],["vulkan"],"polaris",[8],false,256,null,[{"words":["580"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_5700_xt","AMD Radeon RX 5700 XT","amd",["rx-5700-xt"],["vulkan","rocm"],"rdna1",[8],false,448,19.5,[{"words":["5700 xt"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_6600","AMD Radeon RX 6600","amd",["rx-6600"],["vulkan","rocm"],"rdna2",[8],false,224,17.9,[{"words":["6600"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_6600_xt","AMD Radeon RX 6600 XT","amd",["rx-6600-xt"],["vulkan","rocm"],"rdna2",[8],false,256,21.2,[{"words":["6600 xt"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_6650_xt","AMD Radeon RX 6650 XT","amd",["rx-6650-xt"],["vulkan","rocm"],"rdna2",[8],false,280,21.6,[{"words":["6650 xt"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_6700_xt","AMD Radeon RX 6700 XT","amd",["rx-6700-xt"],["vulkan","rocm"],"rdna2",[12],false,384,26.4,[{"words":["6700 xt"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_6800","AMD Radeon RX 6800","amd",["rx-6800"],["rocm","vulkan"],"rdna2",[16],false,512,32.3,[{"words":["6800"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_6800_xt","AMD Radeon RX 6800 XT","amd",["rx-6800-xt"],["rocm","vulkan"],"rdna2",[16],false,512,41.5,[{"words":["6800 xt"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_6900_xt","AMD Radeon RX 6900 XT","amd",["rx-6900-xt"],["rocm","vulkan"],"rdna2",[16],false,512,46.1,[{"words":["6900 xt"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_7600","AMD Radeon RX 7600","amd",["rx-7600"],["rocm","vulkan"],"rdna3",[8],false,288,43.5,[{"words":["7600"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_7600_xt","AMD Radeon RX 7600 XT","amd",["rx-7600-xt"],["rocm","vulkan"],"rdna3",[16],false,288,45.1,[{"words":["7600 xt"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_7700_xt","AMD Radeon RX 7700 XT","amd",["rx-7700-xt"],["rocm","vulkan"],"rdna3",[12],false,432,70.3,[{"words":["7700 xt"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_7800_xt","AMD Radeon RX 7800 XT","amd",["rx-7800-xt"],["rocm","vulkan"],"rdna3",[16],false,624,74.7,[{"words":["7800 xt"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_7900_gre","AMD Radeon RX 7900 GRE","amd",["rx-7900-gre"],["rocm","vulkan"],"rdna3",[16],false,576,91.9,[{"words":["7900 gre"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_7900_xt","AMD Radeon RX 7900 XT","amd",["rx-7900-xt"],["rocm","vulkan"],"rdna3",[20],false,800,103,[{"words":["7900 xt"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_7900_xtx","AMD Radeon RX 7900 XTX","amd",["rx-7900-xtx"],["rocm","vulkan"],"rdna3",[24],false,960,122.8,[{"words":["7900 xtx"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_9060_xt","AMD Radeon RX 9060 XT","amd",["rx-9060-xt","rx-9060-xt-%dgb"],["rocm","vulkan"],"rdna4",[8,16],false,320,103,[{"words":["9060 xt"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_9070","AMD Radeon RX 9070","amd",["rx-9070"],["rocm","vulkan"],"rdna4",[16],false,640,145,[{"words":["9070"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_9070_xt","AMD Radeon RX 9070 XT","amd",["rx-9070-xt"],["rocm","vulkan"],"rdna4",[16],false,640,195,[{"words":["9070 xt"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_radeon_ai_pro_r9700","AMD Radeon AI PRO R9700","amd",["radeon-ai-pro-r9700"],["rocm","vulkan"],"rdna4",[32],false,640,191,[{"words":["r9700"]}],["the profile files of the project"],"-","-","-","-"],
["amd_radeon_pro_w7700","AMD Radeon PRO W7700","amd",["radeon-pro-w7700"],["rocm","vulkan"],"rdna3",[16],false,576,56.6,[{"words":["w7700"]}],["the profile files of the project"],"-","-","-","-"],
["amd_radeon_pro_v620","AMD Radeon PRO V620","amd",["radeon-pro-v620"],["rocm","vulkan"],"rdna2",[32],false,512,40.6,[{"words":["v620"]}],["the profile files of the project"],"-","-","-","-"],
["amd_mi50","AMD Instinct MI50","amd",["mi50","mi50-%dgb"],["rocm","vulkan"],"vega20",[16,32],false,1024,26.5,[{"words":["mi50"]}],["the profile files of the project"],{"ram_gb":128,"memory_bandwidth_gb_s":204.8,"cpu":{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"source":"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200"},"-","-","-"],
["amd_mi100","AMD Instinct MI100","amd",["mi100"],["rocm","vulkan"],"cdna1",[32],false,1229,184.6,[{"words":["mi100"]}],["the profile files of the project"],{"ram_gb":128,"memory_bandwidth_gb_s":204.8,"cpu":{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"source":"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200"},"-","-","-"],
["amd_mi210","AMD Instinct MI210","amd",["mi210"],["rocm","vulkan"],"cdna2",[64],false,1638,181,[{"words":["mi210"]}],["the profile files of the project"],{"ram_gb":128,"memory_bandwidth_gb_s":204.8,"cpu":{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"source":"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200"},"-","-","-"],
["amd_mi250","AMD Instinct MI250","amd",["mi250"],["rocm","vulkan"],"cdna2",[128],false,3277,362,[{"words":["mi250"]}],["the profile files of the project"],{"ram_gb":128,"memory_bandwidth_gb_s":204.8,"cpu":{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"source":"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200"},2,"-","-"],
["amd_mi250x","AMD Instinct MI250X","amd",["mi250x"],["rocm","vulkan"],"cdna2",[128],false,3277,383,[{"words":["mi250x"]}],["the profile files of the project"],{"ram_gb":128,"memory_bandwidth_gb_s":204.8,"cpu":{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"source":"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200"},2,"-","-"],
["amd_mi300x","AMD Instinct MI300X","amd",["mi300x"],["rocm","vulkan"],"cdna3",[192],false,5325,1307,[{"words":["mi300x"]}],["the profile files of the project"],{"ram_gb":128,"memory_bandwidth_gb_s":204.8,"cpu":{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"source":"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200"},"-","-","-"],
["amd_mi325x","AMD Instinct MI325X","amd",["mi325x"],["rocm","vulkan"],"cdna3",[256],false,6000,1307,[{"words":["mi325x"]}],["the profile files of the project"],{"ram_gb":128,"memory_bandwidth_gb_s":204.8,"cpu":{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"source":"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200"},"-","-","-"],
["amd_mi355x","AMD Instinct MI355X","amd",["mi355x"],["rocm","vulkan"],"cdna4",[288],false,8000,2500,[{"words":["mi355x"]}],["the profile files of the project"],{"ram_gb":128,"memory_bandwidth_gb_s":204.8,"cpu":{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"source":"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200"},"-","-","-"],
["amd_ryzen_ai_max_395","AMD Ryzen AI Max+ 395 (Radeon 8060S)","amd",["ryzen-ai-max-395","ryzen-ai-max-395-%dgb"],["vulkan","rocm"],"strix_halo",[32,64,96,128],true,256,59,[{"words":["8060s"]},{"words":["gfx1151"]},{"words":["ryzen","ai","max","395"]},{"words":["ryzen","al","max","395"]},{"words":["strix halo"]}],["the profile files of the project"],"-","-",{"name":"AMD Ryzen AI Max+ 395","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","avx512","avx512_vnni","avx512_bf16"]},"-"],
["amd_radeon_780m","AMD Radeon 780M (integrated)","amd",["radeon-780m","radeon-780m-%dgb"],["vulkan","rocm"],"rdna3_igpu",[16,32,64],true,89.6,16.6,[{"words":["radeon 780m"]},{"words":["780m"]},{"words":["ryzen z1"]},{"words":["ryzen 8000 series"]}],["the profile files of the project"],"-","-",{"name":"AMD Ryzen 7 7840HS","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},true],
["amd_radeon_890m","AMD Radeon 890M (integrated)","amd",["radeon-890m","radeon-890m-%dgb"],["vulkan","rocm"],"rdna3_igpu",[32,64],true,120,23.8,[{"words":["890m"]},{"words":["ryzen ai 9 300 series"]}],["the profile files of the project"],"-","-",{"name":"AMD Ryzen AI 9 HX 370","performance_cores":4,"efficiency_cores":8,"logical_cores":24,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},true],
["amd_rx_570","AMD Radeon RX 570","amd",["rx-570"],["vulkan"],"polaris",[4,8],false,224,null,[{"words":["rx 570"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_6500_xt","AMD Radeon RX 6500 XT","amd",["rx-6500-xt"],["vulkan","rocm"],"rdna2",[4],false,143.9,null,[{"words":["6500 xt"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_6600m","AMD Radeon RX 6600M (laptop)","amd","-",["vulkan","rocm"],"rdna2",[8],false,224,null,[{"words":["6600m"]}],["the profile files of the project"],"-","-","-",true],
["amd_rx_6700","AMD Radeon RX 6700","amd","-",["vulkan","rocm"],"rdna2",[10],false,320,null,[{"words":["6700"],"not":["mobile"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_6750_xt","AMD Radeon RX 6750 XT","amd","-",["vulkan","rocm"],"rdna2",[12],false,432,null,[{"words":["6750 xt"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_6950_xt","AMD Radeon RX 6950 XT","amd","-",["rocm","vulkan"],"rdna2",[16],false,576,null,[{"words":["6950 xt"]}],["the profile files of the project"],"-","-","-","-"],
["amd_rx_7600m_xt","AMD Radeon RX 7600M XT (laptop)","amd","-",["vulkan","rocm"],"rdna3",[8],false,288,null,[{"words":["7600m xt"]}],["the profile files of the project"],"-","-","-",true],
["amd_rx_7700s","AMD Radeon RX 7700S (laptop)","amd","-",["vulkan","rocm"],"rdna3",[8],false,288,null,[{"words":["7700s"]}],["the profile files of the project"],"-","-","-",true],
["amd_rx_7900m","AMD Radeon RX 7900M (laptop)","amd","-",["rocm","vulkan"],"rdna3",[16],false,576,null,[{"words":["7900m"]}],["the profile files of the project"],"-","-","-",true],
["amd_radeon_pro_w7800","AMD Radeon PRO W7800","amd","-",["rocm","vulkan"],"rdna3",[32],false,576,null,[{"words":["w7800"]}],["the profile files of the project"],"-","-","-","-"],
["amd_radeon_pro_w7900","AMD Radeon PRO W7900","amd","-",["rocm","vulkan"],"rdna3",[48],false,864,null,[{"words":["w7900"]}],["the profile files of the project"],"-","-","-","-"],
["amd_radeon_pro_w6800","AMD Radeon PRO W6800","amd","-",["rocm","vulkan"],"rdna2",[32],false,512,null,[{"words":["w6800"]}],["the profile files of the project"],"-","-","-","-"],
["amd_mi60","AMD Instinct MI60","amd","-",["rocm","vulkan"],"vega20",[32],false,1024,null,[{"words":["mi60"],"not":["mi50"]}],["the profile files of the project"],{"ram_gb":128,"memory_bandwidth_gb_s":204.8,"cpu":{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"source":"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200"},"-","-","-"],
["amd_mi300a","AMD Instinct MI300A","amd","-",["rocm"],"cdna3",[128],true,5300,null,[{"words":["mi300a"]}],["the profile files of the project"],"-","-",{"name":"AMD Instinct MI300A","performance_cores":24,"efficiency_cores":0,"logical_cores":48,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},"-"],
["amd_radeon_680m","AMD Radeon 680M (integrated)","amd",["amd-ryzen-6000-igpu"],["vulkan"],"rdna2_igpu",[16,32],true,76.8,null,[{"words":["680m"]},{"words":["ryzen 6000 series"]}],["the profile files of the project"],"-","-",{"name":"AMD Ryzen 7 6800H","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c"]},true],
["amd_radeon_760m","AMD Radeon 760M (integrated)","amd","-",["vulkan"],"rdna3_igpu",[16,32],true,89.6,null,[{"words":["760m"]}],["the profile files of the project"],"-","-",{"name":"AMD Ryzen 5 7640HS","performance_cores":6,"efficiency_cores":0,"logical_cores":12,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},true],
["amd_radeon_860m","AMD Radeon 840M / 860M (integrated)","amd",["radeon-860m"],["vulkan"],"rdna3_igpu",[16,32],true,89.6,null,[{"words":["860m"]},{"words":["840m"]}],["the profile files of the project"],"-","-",{"name":"AMD Ryzen AI 7 350","performance_cores":4,"efficiency_cores":4,"logical_cores":16,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},true]]}`));

// profiles/hardware/apple.json
function expand4({ keys, rows, ...rest }) {
	let device = (row) => Object.fromEntries(keys.map((key, at2) => [key, row[at2]]).filter(([, value]) => value !== "-"));
	return { ...rest, devices: rows.map(device) };
}
var apple_default = /* @__PURE__ */ expand4(/* @__PURE__ */ JSON.parse(String.raw`{"category":"apple",
"keys":["id",
"display_name",
"vendor",
"aliases",
"backends",
"generation",
"memory_gb",
"unified",
"memory_bandwidth_gb_s",
"fp16_tflops",
"cpu",
"match",
"sources"],
"rows":[["apple_silicon_m1","Apple M1","apple",["apple-m1","apple-m1-%dgb"],["metal"],"apple_base",[8,16],true,68.25,2.6,{"name":"Apple M1","performance_cores":4,"efficiency_cores":4,"simd":["neon","fp16","dotprod"]},[{"words":["apple m1"],"not":["pro","max","ultra"]},{"words":["m1","mac"],"not":["pro","max","ultra"]}],["the profile files of the project"]],
["apple_silicon_m1_pro","Apple M1 Pro","apple",["apple-m1-pro","apple-m1-pro-%dgb"],["metal"],"apple_pro",[16,32],true,200,5.3,{"name":"Apple M1 Pro","performance_cores":8,"efficiency_cores":2,"simd":["neon","fp16","dotprod"]},[{"words":["m1 pro"]}],["the profile files of the project"]],
["apple_silicon_m1_max","Apple M1 Max","apple",["apple-m1-max","apple-m1-max-%dgb"],["metal"],"apple_max",[32,64],true,400,10.6,{"name":"Apple M1 Max","performance_cores":8,"efficiency_cores":2,"simd":["neon","fp16","dotprod"]},[{"words":["m1 max"]}],["the profile files of the project"]],
["apple_silicon_m1_ultra","Apple M1 Ultra","apple",["apple-m1-ultra","apple-m1-ultra-%dgb"],["metal"],"apple_ultra",[64,128],true,800,21.2,{"name":"Apple M1 Ultra","performance_cores":16,"efficiency_cores":4,"simd":["neon","fp16","dotprod"]},[{"words":["m1 ultra"]}],["the profile files of the project"]],
["apple_silicon_m2","Apple M2","apple",["apple-m2","apple-m2-%dgb"],["metal"],"apple_base",[8,16,24],true,100,3.6,{"name":"Apple M2","performance_cores":4,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},[{"words":["apple m2"],"not":["pro","max","ultra"]},{"words":["m2","mac"],"not":["pro","max","ultra"]}],["the profile files of the project"]],
["apple_silicon_m2_pro","Apple M2 Pro","apple",["apple-m2-pro","apple-m2-pro-%dgb"],["metal"],"apple_pro",[16,32],true,200,6.8,{"name":"Apple M2 Pro","performance_cores":8,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},[{"words":["m2 pro"]}],["the profile files of the project"]],
["apple_silicon_m2_max","Apple M2 Max","apple",["apple-m2-max","apple-m2-max-%dgb"],["metal"],"apple_max",[32,64,96],true,400,13.6,{"name":"Apple M2 Max","performance_cores":8,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},[{"words":["m2 max"]}],["the profile files of the project"]],
["apple_silicon_m2_ultra","Apple M2 Ultra","apple",["apple-m2-ultra","apple-m2-ultra-%dgb"],["metal"],"apple_ultra",[64,128,192],true,800,27.2,{"name":"Apple M2 Ultra","performance_cores":16,"efficiency_cores":8,"simd":["neon","fp16","dotprod","i8mm","bf16"]},[{"words":["m2 ultra"]}],["the profile files of the project"]],
["apple_silicon_m3","Apple M3","apple",["apple-m3","apple-m3-%dgb"],["metal"],"apple_base",[8,16,24],true,100,3.6,{"name":"Apple M3","performance_cores":4,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},[{"words":["apple m3"],"not":["pro","max","ultra"]},{"words":["m3","mac"],"not":["pro","max","ultra"]}],["the profile files of the project"]],
["apple_silicon_m3_pro","Apple M3 Pro","apple",["apple-m3-pro","apple-m3-pro-%dgb"],["metal"],"apple_pro",[18,36],true,150,6.4,{"name":"Apple M3 Pro","performance_cores":6,"efficiency_cores":6,"simd":["neon","fp16","dotprod","i8mm","bf16"]},[{"words":["m3 pro"]}],["the profile files of the project"]],
["apple_silicon_m3_max_36gb","Apple M3 Max (36 GB)","apple",["apple-m3-max-30c"],["metal"],"apple_max",[36],true,300,10.6,{"name":"Apple M3 Max","performance_cores":10,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},[{"words":["m3 max"]}],["the profile files of the project"]],
["apple_silicon_m3_max_96gb","Apple M3 Max (96 GB)","apple",["apple-m3-max-30c-96gb"],["metal"],"apple_max",[96],true,300,10.6,{"name":"Apple M3 Max","performance_cores":10,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},[{"words":["m3 max"]}],["the profile files of the project"]],
["apple_silicon_m3_max","Apple M3 Max","apple",["apple-m3-max","apple-m3-max-%dgb"],["metal"],"apple_max",[48,64,128],true,400,14.2,{"name":"Apple M3 Max","performance_cores":12,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},[{"words":["m3 max"]}],["the profile files of the project"]],
["apple_silicon_m3_ultra","Apple M3 Ultra","apple",["apple-m3-ultra","apple-m3-ultra-%dgb"],["metal"],"apple_ultra",[96,256,512],true,819,28.4,{"name":"Apple M3 Ultra","performance_cores":24,"efficiency_cores":8,"simd":["neon","fp16","dotprod","i8mm","bf16"]},[{"words":["m3 ultra"]}],["the profile files of the project"]],
["apple_silicon_m4","Apple M4","apple",["apple-m4","apple-m4-%dgb"],["metal"],"apple_base",[16,24,32],true,120,4.3,{"name":"Apple M4","performance_cores":4,"efficiency_cores":6,"simd":["neon","fp16","dotprod","i8mm","bf16","sme"]},[{"words":["apple m4"],"not":["pro","max","ultra"]},{"words":["m4","mac"],"not":["pro","max","ultra"]}],["the profile files of the project"]],
["apple_silicon_m4_pro","Apple M4 Pro","apple",["apple-m4-pro","apple-m4-pro-%dgb"],["metal"],"apple_pro",[24,48,64],true,273,9.2,{"name":"Apple M4 Pro","performance_cores":10,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16","sme"]},[{"words":["m4 pro"]}],["the profile files of the project"]],
["apple_silicon_m4_max_36gb","Apple M4 Max (36 GB)","apple",["apple-m4-max-32c"],["metal"],"apple_max",[36],true,410,14.7,{"name":"Apple M4 Max","performance_cores":10,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16","sme"]},[{"words":["m4 max"]}],["the profile files of the project"]],
["apple_silicon_m4_max","Apple M4 Max","apple",["apple-m4-max","apple-m4-max-%dgb"],["metal"],"apple_max",[48,64,128],true,546,18.4,{"name":"Apple M4 Max","performance_cores":12,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16","sme"]},[{"words":["m4 max"]}],["the profile files of the project"]],
["apple_silicon_m5","Apple M5","apple",["apple-m5","apple-m5-%dgb"],["metal"],"apple_base",[16,24,32],true,153.6,null,{"name":"Apple M5","performance_cores":4,"efficiency_cores":6,"simd":["neon","fp16","dotprod","i8mm","bf16","sme"]},[{"words":["apple m5"],"not":["pro","max","ultra"]},{"words":["m5","mac"],"not":["pro","max","ultra"]}],["the profile files of the project"]],
["apple_silicon_m5_pro","Apple M5 Pro","apple",["apple-m5-pro","apple-m5-pro-%dgb"],["metal"],"apple_pro",[24,48,64],true,307,null,{"name":"Apple M5 Pro","performance_cores":6,"efficiency_cores":12,"simd":["neon","fp16","dotprod","i8mm","bf16","sme"]},[{"words":["m5 pro"]}],["the profile files of the project"]],
["apple_silicon_m5_max_36gb","Apple M5 Max (36 GB)","apple",["apple-m5-max-32c"],["metal"],"apple_max",[36],true,460,null,{"name":"Apple M5 Max","performance_cores":6,"efficiency_cores":12,"simd":["neon","fp16","dotprod","i8mm","bf16","sme"]},[{"words":["m5 max"]}],["the profile files of the project"]],
["apple_silicon_m5_max","Apple M5 Max","apple",["apple-m5-max","apple-m5-max-%dgb"],["metal"],"apple_max",[48,64,128],true,614,null,{"name":"Apple M5 Max","performance_cores":6,"efficiency_cores":12,"simd":["neon","fp16","dotprod","i8mm","bf16","sme"]},[{"words":["m5 max"]}],["the profile files of the project"]]]}`));

// profiles/hardware/cpu.json
function expand5({ keys, rows, ...rest }) {
	let device = (row) => Object.fromEntries(keys.map((key, at2) => [key, row[at2]]).filter(([, value]) => value !== "-"));
	return { ...rest, devices: rows.map(device) };
}
var cpu_default = /* @__PURE__ */ expand5(/* @__PURE__ */ JSON.parse(String.raw`{"category":"cpu",
"keys":["id",
"display_name",
"vendor",
"aliases",
"backends",
"generation",
"memory_gb",
"memory_assumed",
"unified",
"memory_bandwidth_gb_s",
"fp16_tflops",
"cpu",
"match",
"sources",
"is_mobile"],
"rows":[["cpu_intel_core_i5_12400","Intel Core i5-12400","intel",["intel-i5-12400"],["cpu"],"avx2",[32],true,false,76.8,null,{"name":"Intel Core i5-12400","performance_cores":6,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i5 12400*"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i5_12600k","Intel Core i5-12600K","intel",["intel-i5-12600k"],["cpu"],"hybrid",[32],true,false,76.8,null,{"name":"Intel Core i5-12600K","performance_cores":6,"efficiency_cores":4,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i5 12600k*"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i7_12700k","Intel Core i7-12700K","intel",["intel-i7-12700","cpu_intel_core_i7_12700"],["cpu"],"hybrid",[32],true,false,76.8,null,{"name":"Intel Core i7-12700K","performance_cores":8,"efficiency_cores":4,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i7 12700"]},{"words":["i7 12700f"]},{"words":["i7 12700k"]},{"words":["i7 12700kf"]},{"words":["i7 12700t"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i9_12900k","Intel Core i9-12900K","intel",["intel-i9-12900k"],["cpu"],"hybrid",[32],true,false,76.8,null,{"name":"Intel Core i9-12900K","performance_cores":8,"efficiency_cores":8,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i9 12900"]},{"words":["i9 12900f"]},{"words":["i9 12900k"]},{"words":["i9 12900kf"]},{"words":["i9 12900ks"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i5_13400","Intel Core i5-13400","intel",["intel-i5-13400"],["cpu"],"hybrid",[32],true,false,89.6,null,{"name":"Intel Core i5-13400","performance_cores":6,"efficiency_cores":4,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i5 13400"]},{"words":["i5 13400f"]},{"words":["i5 13400t"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i5_13500","Intel Core i5-13500","intel",["intel-i5-13500"],["cpu"],"hybrid",[32],true,false,89.6,null,{"name":"Intel Core i5-13500","performance_cores":6,"efficiency_cores":8,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i5 13500"]},{"words":["i5 13500t"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i5_13600k","Intel Core i5-13600K","intel",["intel-i5-13600k"],["cpu"],"hybrid",[32],true,false,89.6,null,{"name":"Intel Core i5-13600K","performance_cores":6,"efficiency_cores":8,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i5 13600k"]},{"words":["i5 13600kf"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i7_13700k","Intel Core i7-13700K","intel",["intel-i7-13700","cpu_intel_core_i7_13700"],["cpu"],"hybrid",[32],true,false,89.6,null,{"name":"Intel Core i7-13700K","performance_cores":8,"efficiency_cores":8,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i7 13700"]},{"words":["i7 13700f"]},{"words":["i7 13700k"]},{"words":["i7 13700kf"]},{"words":["i7 13700t"]},{"words":["intel 13700k"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i9_13900k","Intel Core i9-13900K","intel",["intel-i9-13900k"],["cpu"],"hybrid",[32],true,false,89.6,null,{"name":"Intel Core i9-13900K","performance_cores":8,"efficiency_cores":16,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i9 13900"]},{"words":["i9 13900f"]},{"words":["i9 13900k"]},{"words":["i9 13900kf"]},{"words":["i9 13900ks"]},{"words":["intel 13900k"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i5_14400","Intel Core i5-14400","intel",["intel-i5-14400"],["cpu"],"hybrid",[32],true,false,89.6,null,{"name":"Intel Core i5-14400","performance_cores":6,"efficiency_cores":4,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i5 14400"]},{"words":["i5 14400f"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i5_14600k","Intel Core i5-14600K","intel",["intel-i5-14600k"],["cpu"],"hybrid",[32],true,false,89.6,null,{"name":"Intel Core i5-14600K","performance_cores":6,"efficiency_cores":8,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i5 14600k"]},{"words":["i5 14600kf"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i7_14700k","Intel Core i7-14700K","intel",["intel-i7-14700k"],["cpu"],"hybrid",[32],true,false,89.6,null,{"name":"Intel Core i7-14700K","performance_cores":8,"efficiency_cores":12,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i7 14700"]},{"words":["i7 14700f"]},{"words":["i7 14700k"]},{"words":["i7 14700kf"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i9_14900k","Intel Core i9-14900K","intel",["intel-i9-14900k"],["cpu"],"hybrid",[32],true,false,89.6,null,{"name":"Intel Core i9-14900K","performance_cores":8,"efficiency_cores":16,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i9 14900"]},{"words":["i9 14900f"]},{"words":["i9 14900k"]},{"words":["i9 14900kf"]},{"words":["i9 14900ks"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i7_12700h","Intel Core i7-12700H","intel",["intel-i7-12700h"],["cpu"],"hybrid",[16],true,false,76.8,null,{"name":"Intel Core i7-12700H","performance_cores":6,"efficiency_cores":8,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i7 12700h"]},{"words":["i7 12650h"]},{"words":["i7 12800h"]},{"words":["i9 12900h"]},{"words":["i5 12500h"]},{"words":["i5 12600h"]}],["the profile files of the project"],true],
["cpu_intel_core_i7_1260p","Intel Core i7-1260P","intel",["intel-i7-1260p"],["cpu"],"hybrid",[16],true,false,76.8,null,{"name":"Intel Core i7-1260P","performance_cores":4,"efficiency_cores":8,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i7 1260p"]},{"words":["i7 1270p"]},{"words":["i5 1240p"]},{"words":["i5 1250p"]}],["the profile files of the project"],true],
["cpu_intel_core_i7_1280p","Intel Core i7-1280P","intel",["intel-i7-1280p"],["cpu"],"hybrid",[16],true,false,76.8,null,{"name":"Intel Core i7-1280P","performance_cores":6,"efficiency_cores":8,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i7 1280p"]}],["the profile files of the project"],true],
["cpu_intel_core_i7_1265u","Intel Core i7-1265U","intel",["intel-i7-1265u"],["cpu"],"hybrid",[16],true,false,76.8,null,{"name":"Intel Core i7-1265U","performance_cores":2,"efficiency_cores":8,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i7 1265u"]},{"words":["i7 1255u"]},{"words":["i5 1235u"]},{"words":["i5 1245u"]}],["the profile files of the project"],true],
["cpu_intel_core_i5_1335u","Intel Core i5-1335U","intel",["intel-i5-1335u"],["cpu"],"hybrid",[16],true,false,76.8,null,{"name":"Intel Core i5-1335U","performance_cores":2,"efficiency_cores":8,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i5 1335u"]},{"words":["i5 1345u"]},{"words":["i7 1355u"]},{"words":["i7 1365u"]}],["the profile files of the project"],true],
["cpu_intel_core_i3_1315u","Intel Core i3-1315U","intel",["intel-i3-1315u"],["cpu"],"hybrid",[16],true,false,76.8,null,{"name":"Intel Core i3-1315U","performance_cores":2,"efficiency_cores":4,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i3 1315u"]},{"words":["i3 1215u"]}],["the profile files of the project"],true],
["cpu_intel_core_i7_13700h","Intel Core i7-13700H","intel",["intel-i7-13700h"],["cpu"],"hybrid",[16],true,false,76.8,null,{"name":"Intel Core i7-13700H","performance_cores":6,"efficiency_cores":8,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i7 13700h"]},{"words":["i7 13620h"]},{"words":["i7 13650hx"]},{"words":["i9 13900h"]},{"words":["i5 13500h"]},{"words":["i7 13800h"]}],["the profile files of the project"],true],
["cpu_intel_core_i9_13900hx","Intel Core i9-13900HX","intel",["intel-i9-13900hx"],["cpu"],"hybrid",[16],true,false,76.8,null,{"name":"Intel Core i9-13900HX","performance_cores":8,"efficiency_cores":16,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i9 13900hx"]},{"words":["i9 13980hx"]},{"words":["i9 13950hx"]},{"words":["i7 13700hx"]}],["the profile files of the project"],true],
["cpu_intel_core_i9_14900hx","Intel Core i9-14900HX","intel",["intel-i9-14900hx"],["cpu"],"hybrid",[16],true,false,76.8,null,{"name":"Intel Core i9-14900HX","performance_cores":8,"efficiency_cores":16,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i9 14900hx"]},{"words":["i7 14700hx"]},{"words":["i7 14650hx"]}],["the profile files of the project"],true],
["cpu_intel_core_ultra_7_155h","Intel Core Ultra 7 155H","intel",["intel-ultra-7-155h"],["cpu"],"hybrid",[16],true,false,89.6,null,{"name":"Intel Core Ultra 7 155H","performance_cores":6,"efficiency_cores":10,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["ultra 7 155h"]},{"words":["ultra 9 185h"]},{"words":["ultra 7 165h"]},{"words":["ultra 5 125h"]},{"words":["ultra 5 135h"]}],["the profile files of the project"],true],
["cpu_intel_core_ultra_7_258v","Intel Core Ultra 7 258V","intel",["intel-ultra-7-258v"],["cpu"],"hybrid",[16],true,false,136.5,null,{"name":"Intel Core Ultra 7 258V","performance_cores":4,"efficiency_cores":4,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["ultra 7 2?8v"]},{"words":["ultra 5 2?8v"]},{"words":["ultra 7 2?6v"]},{"words":["ultra 5 2?6v"]},{"words":["ultra 9 288v"]}],["the profile files of the project"],true],
["cpu_intel_core_ultra_7_265k","Intel Core Ultra 7 265K","intel",["intel-ultra-7-265k"],["cpu"],"hybrid",[32],true,false,102.4,null,{"name":"Intel Core Ultra 7 265K","performance_cores":8,"efficiency_cores":12,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["ultra 7 265*"]},{"words":["intel 265k"]}],["the profile files of the project"],"-"],
["cpu_intel_core_ultra_9_285k","Intel Core Ultra 9 285K","intel",["intel-ultra-9-285k"],["cpu"],"hybrid",[32],true,false,102.4,null,{"name":"Intel Core Ultra 9 285K","performance_cores":8,"efficiency_cores":16,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["ultra 9 285"]},{"words":["ultra 9 285k"]},{"words":["ultra 9 285t"]}],["the profile files of the project"],"-"],
["cpu_intel_n100","Intel N100","intel",["intel-n100"],["cpu"],"avx2",[16],true,false,38.4,null,{"name":"Intel N100","performance_cores":4,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["intel n100"]},{"words":["intel n150"]},{"words":["intel n97"]},{"words":["intel n95"]},{"words":["intel n200"]},{"words":["n100"]},{"words":["n150"]}],["the profile files of the project"],"-"],
["cpu_intel_core_11th_gen_mobile","Intel Core 11th generation U","intel",["intel-11th-gen-mobile"],["cpu"],"avx512",[16],true,false,51.2,null,{"name":"Intel Core 11th generation U","performance_cores":4,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx512","avx512_vnni"]},[{"words":["i7 11th gen u"]},{"words":["i7 11?5g7"]},{"words":["i5 11?5g7"]},{"words":["i5 11?5g4"]},{"words":["i3 11?5g4"]}],["the profile files of the project"],true],
["cpu_intel_core_i7_11700k","Intel Core i7-11700K","intel",["intel-i7-11700","cpu_intel_core_i7_11700"],["cpu"],"avx512",[32],true,false,51.2,null,{"name":"Intel Core i7-11700K","performance_cores":8,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx512","avx512_vnni"]},[{"words":["i7 11700*"]},{"words":["i9 11900*"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i9_9900k","Intel Core i9-9900K","intel",["intel-i9-9900k"],["cpu"],"avx2",[32],true,false,42.7,null,{"name":"Intel Core i9-9900K","performance_cores":8,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["i9 9900*"]},{"words":["i7 9700*"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i7_8700k","Intel Core i7-8700K","intel",["intel-i7-8700k"],["cpu"],"avx2",[32],true,false,42.7,null,{"name":"Intel Core i7-8700K","performance_cores":6,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["i7 8700*"]},{"words":["i7 8086k"]}],["the profile files of the project"],"-"],
["cpu_intel_core_i7_10750h","Intel Core i7-10750H","intel",["intel-i7-10750h"],["cpu"],"avx2",[16],true,false,46.9,null,{"name":"Intel Core i7-10750H","performance_cores":6,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["i7 10750h"]}],["the profile files of the project"],true],
["cpu_intel_core_i7_4790","Intel Core i7-4790","intel",["intel-i7-4790"],["cpu"],"avx2",[16],true,false,25.6,null,{"name":"Intel Core i7-4790","performance_cores":4,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["i7 4790*"]},{"words":["i7 4770*"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_ice_lake","Intel Xeon Scalable Ice Lake","intel",["xeon-ice-lake"],["cpu"],"avx512_server",[256],true,false,204.8,null,{"name":"Intel Xeon Scalable Ice Lake","performance_cores":32,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx512","avx512_vnni"]},[{"words":["xeon","83???"]},{"words":["xeon","83??"]},{"words":["xeon","63??"]},{"words":["xeon","53??"]},{"words":["xeon","43??"]},{"words":["xeon 8375c"]},{"words":["xeon","63???"]},{"words":["xeon","ice lake"]},{"words":["xeon","icelake"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_sapphire_rapids","Intel Xeon Scalable Sapphire Rapids","intel",["xeon-sapphire-rapids"],["cpu"],"avx512_server",[256],true,false,307.2,null,{"name":"Intel Xeon Scalable Sapphire Rapids","performance_cores":48,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16","amx_int8","amx_bf16"]},[{"words":["xeon","84??*"]},{"words":["xeon","64??*"]},{"words":["xeon","54??*"]},{"words":["xeon","44??*"]},{"words":["xeon","sapphire rapids"]},{"words":["xeon max 94??"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_w5_3425","Intel Xeon w5-3425 / w5-3435X","intel",["xeon-w5-3425"],["cpu"],"avx512_server",[64],true,false,307.2,null,{"name":"Intel Xeon w5-3425 / w5-3435X","performance_cores":12,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16","amx_int8","amx_bf16"]},[{"words":["xeon","w? 34??*"]},{"words":["xeon","w? 24??*"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_emerald_rapids","Intel Xeon Scalable Emerald Rapids","intel",["xeon-emerald-rapids"],["cpu"],"avx512_server",[256],true,false,358.4,null,{"name":"Intel Xeon Scalable Emerald Rapids","performance_cores":64,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16","amx_int8","amx_bf16"]},[{"words":["xeon","85??*"]},{"words":["xeon","65??*"]},{"words":["xeon","55??*"]},{"words":["xeon","45??*"]},{"words":["xeon","emerald rapids"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_granite_rapids","Intel Xeon 6 Granite Rapids","intel",["xeon-granite-rapids"],["cpu"],"avx512_server",[256],true,false,614.4,null,{"name":"Intel Xeon 6 Granite Rapids","performance_cores":128,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16","amx_int8","amx_bf16"]},[{"words":["xeon","69??p*"]},{"words":["xeon","67??p*"]},{"words":["xeon","65??p*"]},{"words":["xeon","granite rapids"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_cascade_lake","Intel Xeon Platinum 8259CL/8280","intel",["xeon-cascade-lake"],["cpu"],"avx512_server",[256],true,false,140.8,null,{"name":"Intel Xeon Platinum 8259CL/8280","performance_cores":28,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx512","avx512_vnni"]},[{"words":["xeon","82??*"]},{"words":["xeon","62??*"]},{"words":["xeon","52??*"]},{"words":["xeon","cascade lake"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_e5_v4","Intel Xeon E5 v4","intel",["xeon-e5-v4"],["cpu"],"avx2_hedt",[64],true,false,76.8,null,{"name":"Intel Xeon E5 v4","performance_cores":14,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["xeon","e5 ????* v4"]},{"words":["xeon e5 v4"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_5_3600","AMD Ryzen 5 3600","amd",["ryzen-5-3600"],["cpu"],"avx2",[32],true,false,51.2,null,{"name":"AMD Ryzen 5 3600","performance_cores":6,"efficiency_cores":0,"logical_cores":12,"simd":["avx2","fma","f16c"]},[{"words":["ryzen 5 3600"]},{"words":["3600x"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_7_3700x","AMD Ryzen 7 3700X","amd",["ryzen-7-3700x"],["cpu"],"avx2",[32],true,false,51.2,null,{"name":"AMD Ryzen 7 3700X","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c"]},[{"words":["3700x"]},{"words":["3800x"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_9_3900x","AMD Ryzen 9 3900X","amd",["ryzen-9-3900x"],["cpu"],"avx2",[32],true,false,51.2,null,{"name":"AMD Ryzen 9 3900X","performance_cores":12,"efficiency_cores":0,"logical_cores":24,"simd":["avx2","fma","f16c"]},[{"words":["3900x"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_9_3950x","AMD Ryzen 9 3950X","amd",["ryzen-9-3950x"],["cpu"],"avx2",[32],true,false,51.2,null,{"name":"AMD Ryzen 9 3950X","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},[{"words":["3950x"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_5_5600x","AMD Ryzen 5 5600X","amd",["ryzen-5-5600x"],["cpu"],"avx2",[32],true,false,51.2,null,{"name":"AMD Ryzen 5 5600X","performance_cores":6,"efficiency_cores":0,"logical_cores":12,"simd":["avx2","fma","f16c"]},[{"words":["5600x"]},{"words":["ryzen 5 5600"]},{"words":["5600x3d"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_7_5800x","AMD Ryzen 7 5800X","amd",["ryzen-7-5800x"],["cpu"],"avx2",[32],true,false,51.2,null,{"name":"AMD Ryzen 7 5800X","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c"]},[{"words":["5800x"]},{"words":["5800x3d"]},{"words":["5700x"]},{"words":["5700x3d"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_9_5900x","AMD Ryzen 9 5900X","amd",["ryzen-9-5900x"],["cpu"],"avx2",[32],true,false,51.2,null,{"name":"AMD Ryzen 9 5900X","performance_cores":12,"efficiency_cores":0,"logical_cores":24,"simd":["avx2","fma","f16c"]},[{"words":["5900x"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_9_5950x","AMD Ryzen 9 5950X","amd",["ryzen-9-5950x"],["cpu"],"avx2",[32],true,false,51.2,null,{"name":"AMD Ryzen 9 5950X","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},[{"words":["5950x"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_5_7600x","AMD Ryzen 5 7600X","amd",["ryzen-5-7600x"],["cpu"],"avx512",[32],true,false,83.2,null,{"name":"AMD Ryzen 5 7600X","performance_cores":6,"efficiency_cores":0,"logical_cores":12,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["7600x"]},{"words":["ryzen 5 7600"]},{"words":["ryzen 5 7500f"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_7_7800x3d","AMD Ryzen 7 7800X3D","amd",["ryzen-7-7800x3d"],["cpu"],"avx512",[32],true,false,83.2,null,{"name":"AMD Ryzen 7 7800X3D","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["7800x3d"]},{"words":["7700x"]},{"words":["ryzen 7 7700"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_9_7900x","AMD Ryzen 9 7900X","amd",["ryzen-9-7900x"],["cpu"],"avx512",[32],true,false,83.2,null,{"name":"AMD Ryzen 9 7900X","performance_cores":12,"efficiency_cores":0,"logical_cores":24,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["7900x"]},{"words":["7900x3d"]},{"words":["ryzen 9 7900"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_9_7950x","AMD Ryzen 9 7950X","amd",["ryzen-9-7950x"],["cpu"],"avx512",[32],true,false,83.2,null,{"name":"AMD Ryzen 9 7950X","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["7950x"]},{"words":["7950x3d"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_5_9600x","AMD Ryzen 5 9600X","amd",["ryzen-5-9600x"],["cpu"],"avx512",[32],true,false,89.6,null,{"name":"AMD Ryzen 5 9600X","performance_cores":6,"efficiency_cores":0,"logical_cores":12,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["9600x"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_7_9700x","AMD Ryzen 7 9700X","amd",["ryzen-7-9700x"],["cpu"],"avx512",[32],true,false,89.6,null,{"name":"AMD Ryzen 7 9700X","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["9700x"]},{"words":["9800x3d"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_9_9900x","AMD Ryzen 9 9900X","amd",["ryzen-9-9900x"],["cpu"],"avx512",[32],true,false,89.6,null,{"name":"AMD Ryzen 9 9900X","performance_cores":12,"efficiency_cores":0,"logical_cores":24,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["9900x"]},{"words":["9900x3d"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_9_9950x","AMD Ryzen 9 9950X","amd",["ryzen-9-9950x"],["cpu"],"avx512",[32],true,false,89.6,null,{"name":"AMD Ryzen 9 9950X","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["9950x"]},{"words":["9950x3d"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_7_4800h","AMD Ryzen 7 4800H","amd",["ryzen-7-4800h"],["cpu"],"avx2",[16],true,false,51.2,null,{"name":"AMD Ryzen 7 4800H","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c"]},[{"words":["4800h"]},{"words":["4700u"]},{"words":["4800u"]},{"words":["4900hs"]}],["the profile files of the project"],true],
["cpu_amd_ryzen_9_5900hx","AMD Ryzen 9 5900HX","amd",["ryzen-9-5900hx"],["cpu"],"avx2",[16],true,false,51.2,null,{"name":"AMD Ryzen 9 5900HX","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c"]},[{"words":["5900hx"]},{"words":["5900hs"]},{"words":["5800h"]},{"words":["5800hs"]},{"words":["5980hx"]}],["the profile files of the project"],true],
["cpu_amd_ryzen_7_7840hs","AMD Ryzen 7 7840HS","amd",["ryzen-7-7840hs"],["cpu"],"avx512",[16],true,false,89.6,null,{"name":"AMD Ryzen 7 7840HS","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["7840hs"]},{"words":["7840u"]},{"words":["8845hs"]},{"words":["8840u"]},{"words":["8840hs"]},{"words":["7940hs"]},{"words":["ryzen z1 extreme"]},{"words":["8700g"]}],["the profile files of the project"],true],
["cpu_amd_ryzen_ai_9_hx_370","AMD Ryzen AI 9 HX 370","amd",["ryzen-ai-9-hx-370"],["cpu"],"avx512",[16],true,false,120,null,{"name":"AMD Ryzen AI 9 HX 370","performance_cores":4,"efficiency_cores":8,"logical_cores":24,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["ai 9 hx 370"]},{"words":["ai 9 hx 375"]},{"words":["ai 9 365"]}],["the profile files of the project"],true],
["cpu_amd_ryzen_ai_max_395","AMD Ryzen AI Max+ 395 (CPU only)","amd",["ryzen-ai-max-395-cpu"],["cpu"],"avx512",[128],true,false,256,null,{"name":"AMD Ryzen AI Max+ 395 (CPU only)","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["ryzen ai max 395"]},{"words":["ryzen al max 395"]}],["the profile files of the project"],"-"],
["cpu_amd_threadripper_3970x","AMD Ryzen Threadripper 3970X","amd",["threadripper-3970x"],["cpu"],"avx2_hedt",[128],true,false,102.4,null,{"name":"AMD Ryzen Threadripper 3970X","performance_cores":32,"efficiency_cores":0,"logical_cores":64,"simd":["avx2","fma","f16c"]},[{"words":["3970x"]},{"words":["3960x"]},{"words":["3990x"]}],["the profile files of the project"],"-"],
["cpu_amd_threadripper_pro_3955wx","AMD Ryzen Threadripper PRO 3955WX","amd",["threadripper-pro-3955wx"],["cpu"],"avx2_hedt",[128],true,false,204.8,null,{"name":"AMD Ryzen Threadripper PRO 3955WX","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},[{"words":["3955wx"]},{"words":["3945wx"]},{"words":["3975wx"]},{"words":["3995wx"]}],["the profile files of the project"],"-"],
["cpu_amd_threadripper_pro_5995wx","AMD Ryzen Threadripper PRO 5995WX","amd",["threadripper-pro-5995wx"],["cpu"],"avx2_hedt",[128],true,false,204.8,null,{"name":"AMD Ryzen Threadripper PRO 5995WX","performance_cores":64,"efficiency_cores":0,"logical_cores":128,"simd":["avx2","fma","f16c"]},[{"words":["5995wx"]},{"words":["5975wx"]},{"words":["5965wx"]},{"words":["5955wx"]}],["the profile files of the project"],"-"],
["cpu_amd_threadripper_7980x","AMD Ryzen Threadripper 7980X","amd",["threadripper-7980x"],["cpu"],"avx512_server",[128],true,false,166.4,null,{"name":"AMD Ryzen Threadripper 7980X","performance_cores":64,"efficiency_cores":0,"logical_cores":128,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["7980x"]},{"words":["7970x"]},{"words":["7960x"]}],["the profile files of the project"],"-"],
["cpu_amd_threadripper_pro_7995wx","AMD Ryzen Threadripper PRO 7995WX","amd",["threadripper-pro-7995wx"],["cpu"],"avx512_server",[128],true,false,332.8,null,{"name":"AMD Ryzen Threadripper PRO 7995WX","performance_cores":96,"efficiency_cores":0,"logical_cores":192,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["7995wx"]},{"words":["7985wx"]},{"words":["7975wx"]},{"words":["7965wx"]},{"words":["7955wx"]}],["the profile files of the project"],"-"],
["cpu_amd_threadripper_pro_9995wx","AMD Ryzen Threadripper PRO 9995WX","amd",["threadripper-pro-9995wx"],["cpu"],"avx512_server",[128],true,false,409.6,null,{"name":"AMD Ryzen Threadripper PRO 9995WX","performance_cores":96,"efficiency_cores":0,"logical_cores":192,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["9995wx"]},{"words":["9985wx"]},{"words":["9975wx"]},{"words":["9965wx"]}],["the profile files of the project"],"-"],
["cpu_amd_epyc_rome","AMD EPYC 7002 Rome","amd",["epyc-rome"],["cpu"],"avx2_server",[256],true,false,204.8,null,{"name":"AMD EPYC 7002 Rome","performance_cores":64,"efficiency_cores":0,"logical_cores":128,"simd":["avx2","fma","f16c"]},[{"words":["epyc 7??2*"]}],["the profile files of the project"],"-"],
["cpu_amd_epyc_milan","AMD EPYC 7003 Milan","amd",["epyc-milan"],["cpu"],"avx2_server",[256],true,false,204.8,null,{"name":"AMD EPYC 7003 Milan","performance_cores":64,"efficiency_cores":0,"logical_cores":128,"simd":["avx2","fma","f16c"]},[{"words":["epyc 7??3*"]}],["the profile files of the project"],"-"],
["cpu_amd_epyc_genoa","AMD EPYC 9004 Genoa","amd",["epyc-genoa"],["cpu"],"avx512_server",[256],true,false,460.8,null,{"name":"AMD EPYC 9004 Genoa","performance_cores":96,"efficiency_cores":0,"logical_cores":192,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["epyc 9??4*"]}],["the profile files of the project"],"-"],
["cpu_amd_epyc_turin","AMD EPYC 9005 Turin","amd",["epyc-turin"],["cpu"],"avx512_server",[256],true,false,576,null,{"name":"AMD EPYC 9005 Turin","performance_cores":128,"efficiency_cores":0,"logical_cores":256,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["epyc 9??5*"]}],["the profile files of the project"],"-"],
["cpu_aws_graviton2","AWS Graviton2","aws",["graviton2"],["cpu"],"arm_server",[128],true,false,204.8,null,{"name":"AWS Graviton2","performance_cores":64,"efficiency_cores":0,"simd":["neon","fp16","dotprod"]},[{"words":["graviton2"]},{"words":["graviton 2"]},{"words":["aws neoverse n1"]}],["the profile files of the project"],"-"],
["cpu_aws_graviton3","AWS Graviton3","aws",["graviton3"],["cpu"],"arm_server",[128],true,false,307.2,null,{"name":"AWS Graviton3","performance_cores":64,"efficiency_cores":0,"simd":["neon","fp16","dotprod","i8mm","bf16","sve"]},[{"words":["graviton3"]},{"words":["graviton 3"]},{"words":["neoverse v1"]}],["the profile files of the project"],"-"],
["cpu_aws_graviton4","AWS Graviton4","aws",["graviton4"],["cpu"],"arm_server",[192],true,false,537.6,null,{"name":"AWS Graviton4","performance_cores":96,"efficiency_cores":0,"simd":["neon","fp16","dotprod","i8mm","bf16","sve2"]},[{"words":["graviton4"]},{"words":["graviton 4"]},{"words":["neoverse v2"]}],["the profile files of the project"],"-"],
["cpu_ampere_altra","Ampere Altra","ampere",["ampere-altra"],["cpu"],"arm_server",[128],true,false,204.8,null,{"name":"Ampere Altra","performance_cores":80,"efficiency_cores":0,"simd":["neon","fp16","dotprod"]},[{"words":["ampere altra"]},{"words":["altra"]},{"words":["neoverse n1"]}],["the profile files of the project"],"-"],
["cpu_ampere_ampereone","AmpereOne A192-32X","ampere",["ampereone-192"],["cpu"],"arm_server",[256],true,false,332.8,null,{"name":"AmpereOne A192-32X","performance_cores":192,"efficiency_cores":0,"simd":["neon","fp16","dotprod","i8mm","bf16"]},[{"words":["ampereone"]},{"words":["ampere 1"]}],["the profile files of the project"],"-"],
["cpu_ampere_ampereone_m","AmpereOne M","ampere",["ampereone-m"],["cpu"],"arm_server",[256],true,false,537.6,null,{"name":"AmpereOne M","performance_cores":192,"efficiency_cores":0,"simd":["neon","fp16","dotprod","i8mm","bf16"]},[{"words":["ampereone m"]}],["the profile files of the project"],"-"],
["raspberry_pi_4","Raspberry Pi 4","raspberry_pi",["raspberry-pi-4","raspberry-pi-4-%dgb"],["cpu"],"raspberry_pi",[2,4,8],"-",false,12.8,null,{"name":"Raspberry Pi 4","performance_cores":4,"efficiency_cores":0,"simd":["neon"]},[{"words":["raspberry pi 4"]},{"words":["raspberry pi 400"]},{"words":["raspberry pi compute module 4"]},{"words":["pi 400"]}],["the profile files of the project"],"-"],
["raspberry_pi_5","Raspberry Pi 5","raspberry_pi",["raspberry-pi-5","raspberry-pi-5-%dgb"],["cpu"],"raspberry_pi",[2,4,8,16],"-",false,17.1,null,{"name":"Raspberry Pi 5","performance_cores":4,"efficiency_cores":0,"simd":["neon","fp16","dotprod"]},[{"words":["raspberry pi 5"]},{"words":["raspberry pi 500"]},{"words":["raspberry pi compute module 5"]},{"words":["bcm2712"]},{"words":["pi 5"]},{"words":["pi 500"]},{"words":["pi cm5"]}],["the profile files of the project"],"-"],
["cpu_rockchip_rk3588","Rockchip RK3588","arm",["rk3588","rk3588-%dgb"],["cpu"],"arm_sbc",[4,8,16,32],"-",false,33.8,null,{"name":"Rockchip RK3588","performance_cores":4,"efficiency_cores":4,"simd":["neon","fp16","dotprod"]},[{"words":["rk3588"]},{"words":["rk3588s"]},{"words":["orange pi 5"]},{"words":["rock 5b"]}],["the profile files of the project"],"-"],
["cpu_cix_p1","CIX P1 (Orion O6, MS-R1)","arm",["cix-cp8180","cix-cp8180-%dgb"],["cpu"],"arm_sbc",[8,16,32,64],"-",false,88,null,{"name":"CIX P1 (Orion O6, MS-R1)","performance_cores":8,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16","sve2"]},[{"words":["cix"]},{"words":["cp8180"]},{"words":["orion o6"]},{"words":["ms r1"]}],["the profile files of the project"],"-"],
["cpu_qualcomm_snapdragon_x_elite","Qualcomm Snapdragon X Elite","qualcomm",["snapdragon-x-elite"],["cpu"],"arm_laptop",[16],true,false,135,null,{"name":"Qualcomm Snapdragon X Elite","performance_cores":12,"efficiency_cores":0,"simd":["neon","fp16","dotprod","i8mm","bf16"]},[{"words":["snapdragon x elite"]},{"words":["x1e*"]}],["the profile files of the project"],true],
["cpu_intel_core_2","Intel Core 2","intel","-",["cpu"],"legacy",[4],true,false,12.8,null,{"name":"Intel Core 2","performance_cores":2,"efficiency_cores":0,"simd":["sse3"]},[{"words":["core2"]},{"words":["core 2"]}],["the profile files of the project"],"-"],
["cpu_intel_core_2nd_3rd_gen","Intel Core, 2nd and 3rd generation","intel","-",["cpu"],"legacy",[8],true,false,25.6,null,{"name":"Intel Core, 2nd and 3rd generation","performance_cores":4,"efficiency_cores":0,"simd":["avx","f16c"]},[{"words":["i? 3??0*"],"not":["ultra","xeon"]},{"words":["i? 2??0*"],"not":["ultra","xeon"]},{"words":["i? 2??7m"],"not":["ultra","xeon"]},{"words":["i? 3??0qm"],"not":["ultra","xeon"]},{"words":["i? 3??7u"],"not":["ultra","xeon"]}],["the profile files of the project"],"-"],
["cpu_intel_core_4th_gen","Intel Core, 4th generation (Haswell)","intel","-",["cpu"],"avx2",[8],true,false,25.6,null,{"name":"Intel Core, 4th generation (Haswell)","performance_cores":4,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["i? 4???*"],"not":["xeon"]}],["the profile files of the project"],"-"],
["cpu_intel_core_5th_gen","Intel Core, 5th generation (Broadwell)","intel","-",["cpu"],"avx2",[8],true,false,25.6,null,{"name":"Intel Core, 5th generation (Broadwell)","performance_cores":2,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["i? 5???*"]},{"words":["core m 5y??"]},{"words":["m 5y??"]}],["the profile files of the project"],true],
["cpu_intel_core_6th_gen","Intel Core, 6th generation (Skylake)","intel","-",["cpu"],"avx2",[16],true,false,34.1,null,{"name":"Intel Core, 6th generation (Skylake)","performance_cores":4,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["i? 6???*"]},{"words":["pentium","g4*"]}],["the profile files of the project"],"-"],
["cpu_intel_core_7th_gen","Intel Core, 7th generation (Kaby Lake)","intel","-",["cpu"],"avx2",[16],true,false,38.4,null,{"name":"Intel Core, 7th generation (Kaby Lake)","performance_cores":4,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["i? 7???*"]},{"words":["i? 7y??"]},{"words":["m3 7y??"]}],["the profile files of the project"],"-"],
["cpu_intel_core_8th_9th_gen","Intel Core, 8th and 9th generation (Coffee Lake)","intel","-",["cpu"],"avx2",[16],true,false,38.4,null,{"name":"Intel Core, 8th and 9th generation (Coffee Lake)","performance_cores":4,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["i? 8???*"]},{"words":["i? 9???*"]},{"words":["pentium","g5*"]}],["the profile files of the project"],"-"],
["cpu_intel_core_10th_gen","Intel Core, 10th generation (Comet Lake)","intel","-",["cpu"],"avx2",[16],true,false,42.7,null,{"name":"Intel Core, 10th generation (Comet Lake)","performance_cores":6,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["i? 10???*"]},{"words":["i9 10???*"]},{"words":["pentium","g6*"]}],["the profile files of the project"],"-"],
["cpu_intel_core_10th_gen_ice_lake","Intel Core, 10th generation (Ice Lake U)","intel","-",["cpu"],"avx512",[16],true,false,51.2,null,{"name":"Intel Core, 10th generation (Ice Lake U)","performance_cores":4,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx512","avx512_vnni"]},[{"words":["i? 10??g?"]}],["the profile files of the project"],true],
["cpu_intel_core_11th_gen","Intel Core, 11th generation desktop and H","intel","-",["cpu"],"avx512",[16],true,false,51.2,null,{"name":"Intel Core, 11th generation desktop and H","performance_cores":6,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx512","avx512_vnni"]},[{"words":["i? 11???*"]}],["the profile files of the project"],"-"],
["cpu_intel_core_ultra_u","Intel Core Ultra U (100 series)","intel","-",["cpu"],"hybrid",[16],true,false,89.6,null,{"name":"Intel Core Ultra U (100 series)","performance_cores":2,"efficiency_cores":8,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["ultra 5 125u"]},{"words":["ultra 7 155u"]},{"words":["ultra 5 135u"]},{"words":["ultra 7 165u"]}],["the profile files of the project"],true],
["cpu_intel_core_ultra_200h","Intel Core Ultra H (200 series)","intel","-",["cpu"],"hybrid",[32],true,false,89.6,null,{"name":"Intel Core Ultra H (200 series)","performance_cores":6,"efficiency_cores":8,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["ultra 5 2?5h"]},{"words":["ultra 7 2?5h"]},{"words":["ultra 9 285h"]}],["the profile files of the project"],true],
["cpu_intel_core_12th_gen","Intel Core, 12th generation","intel","-",["cpu"],"hybrid",[16],true,false,51.2,null,{"name":"Intel Core, 12th generation","performance_cores":4,"efficiency_cores":4,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i? 12???*"]},{"words":["i? 12??u"]},{"words":["i? 12??p"]}],["the profile files of the project"],"-"],
["cpu_intel_core_13th_14th_gen","Intel Core, 13th and 14th generation","intel","-",["cpu"],"hybrid",[16],true,false,51.2,null,{"name":"Intel Core, 13th and 14th generation","performance_cores":6,"efficiency_cores":4,"simd":["avx2","fma","f16c","avx_vnni"]},[{"words":["i? 13???*"]},{"words":["i? 13??u"]},{"words":["i? 13??p"]},{"words":["i? 14???*"]},{"words":["core 5 1??u"]},{"words":["core 7 1??u"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_e3","Intel Xeon E3 v3 to v6","intel","-",["cpu"],"avx2",[16],true,false,25.6,null,{"name":"Intel Xeon E3 v3 to v6","performance_cores":4,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["xeon","e3 12??*"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_e5_v2","Intel Xeon E5 and E5 v2","intel","-",["cpu"],"legacy",[64],true,false,59.7,null,{"name":"Intel Xeon E5 and E5 v2","performance_cores":8,"efficiency_cores":0,"simd":["avx","f16c"]},[{"words":["xeon","e5 ????* v2"],"not":["v3","v4"]},{"words":["xeon","e5 ????*"],"not":["v3","v4"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_e5_v3","Intel Xeon E5 v3 (Haswell)","intel","-",["cpu"],"avx2_hedt",[64],true,false,59.7,null,{"name":"Intel Xeon E5 v3 (Haswell)","performance_cores":8,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["xeon","e5 ????* v3"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_5600","Intel Xeon 5500 and 5600 (Nehalem, Westmere)","intel","-",["cpu"],"legacy",[24],true,false,32,null,{"name":"Intel Xeon 5500 and 5600 (Nehalem, Westmere)","performance_cores":6,"efficiency_cores":0,"simd":["sse4"]},[{"words":["xeon","x56??"]},{"words":["xeon","e56??"]},{"words":["xeon","x55??"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_skylake","Intel Xeon Scalable Skylake","intel","-",["cpu"],"avx512_server",[128],true,false,115.2,null,{"name":"Intel Xeon Scalable Skylake","performance_cores":16,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx512"]},[{"words":["xeon","81??*"]},{"words":["xeon","61??*"]},{"words":["xeon","51??*"]},{"words":["xeon","41??*"]},{"words":["skylake avx512"]},{"words":["xeon","skylake"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_silver_42","Intel Xeon Silver, Cascade Lake","intel","-",["cpu"],"avx512_server",[96],true,false,115.2,null,{"name":"Intel Xeon Silver, Cascade Lake","performance_cores":10,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx512","avx512_vnni"]},[{"words":["xeon","42??*"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_w","Intel Xeon W 2100 and 2200","intel","-",["cpu"],"avx512",[64],true,false,85.3,null,{"name":"Intel Xeon W 2100 and 2200","performance_cores":8,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx512"]},[{"words":["xeon","w 21??*"]},{"words":["xeon","w 22??*"]}],["the profile files of the project"],"-"],
["cpu_intel_xeon_w_3300","Intel Xeon W 3300","intel","-",["cpu"],"avx512_server",[128],true,false,204.8,null,{"name":"Intel Xeon W 3300","performance_cores":16,"efficiency_cores":0,"simd":["avx2","fma","f16c","avx512","avx512_vnni"]},[{"words":["xeon","w 33??*"]}],["the profile files of the project"],"-"],
["cpu_amd_pre_zen","AMD before Zen (Phenom II, FX, Opteron 6000)","amd","-",["cpu"],"legacy",[8],true,false,21.3,null,{"name":"AMD before Zen (Phenom II, FX, Opteron 6000)","performance_cores":4,"efficiency_cores":0,"simd":["sse4a"]},[{"words":["phenom*"]},{"words":["amd fx"]},{"words":["opteron*"]},{"words":["fx ????*"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_zen1","AMD Ryzen, Zen and Zen+ (1000 and 2000 series)","amd","-",["cpu"],"avx2",[16],true,false,42.7,null,{"name":"AMD Ryzen, Zen and Zen+ (1000 and 2000 series)","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c"]},[{"words":["ryzen ? 1???*"]},{"words":["ryzen ? 2???*"]},{"words":["ryzen ? 3550h"]},{"words":["ryzen ? 3400g"]},{"words":["ryzen ? 3200g"]},{"words":["ryzen ? 3?00u"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_zen2_apu","AMD Ryzen 4000 and 5700U class (Zen 2 with graphics)","amd","-",["cpu"],"avx2",[16],true,false,51.2,null,{"name":"AMD Ryzen 4000 and 5700U class (Zen 2 with graphics)","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c"]},[{"words":["ryzen ? 4???g*"]},{"words":["ryzen ? pro 4???g*"]},{"words":["ryzen ? 4???h*"]},{"words":["ryzen ? 4???u"]},{"words":["ryzen ? 5?00u"]},{"words":["custom apu 0???"]},{"words":["ryzen ? 3???*"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_zen3_apu","AMD Ryzen 5000G, 5000 and 7030 mobile (Zen 3 with graphics)","amd","-",["cpu"],"avx2",[16],true,false,51.2,null,{"name":"AMD Ryzen 5000G, 5000 and 7030 mobile (Zen 3 with graphics)","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c"]},[{"words":["ryzen ? 5???g*"]},{"words":["ryzen ? pro 5???g*"]},{"words":["ryzen ? 5?25u"]},{"words":["ryzen ? 5???h*"]},{"words":["ryzen ? 7?30u"]},{"words":["ryzen ? pro 7?30u"]},{"words":["ryzen ? 5???*"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_6000","AMD Ryzen 6000 and 7035 mobile (Zen 3+)","amd","-",["cpu"],"avx2",[16],true,false,76.8,null,{"name":"AMD Ryzen 6000 and 7035 mobile (Zen 3+)","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c"]},[{"words":["ryzen ? 6???h*"]},{"words":["ryzen ? 6???u"]},{"words":["ryzen ? pro 6???*"]},{"words":["ryzen ? 7?35*"]},{"words":["ryzen 6000 series"]}],["the profile files of the project"],true],
["cpu_amd_ryzen_zen4","AMD Ryzen 7000 and 8000 (Zen 4)","amd","-",["cpu"],"avx512",[32],true,false,83.2,null,{"name":"AMD Ryzen 7000 and 8000 (Zen 4)","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["ryzen ? 7?45hx*"]},{"words":["ryzen ? 7?40*"]},{"words":["ryzen ? 8???*"]},{"words":["ryzen ? pro 7?40*"]},{"words":["ryzen ? pro 8???*"]},{"words":["ryzen ? 7???*"]},{"words":["ryzen z1*"]},{"words":["ryzen ? pro 7??5"]}],["the profile files of the project"],"-"],
["cpu_amd_ryzen_zen5","AMD Ryzen 9000 and AI 300 (Zen 5)","amd","-",["cpu"],"avx512",[32],true,false,89.6,null,{"name":"AMD Ryzen 9000 and AI 300 (Zen 5)","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c","avx512","avx512_vnni","avx512_bf16"]},[{"words":["ryzen ? 9???*"]},{"words":["ryzen ai ? 3??"]},{"words":["ryzen ai ? pro 3??"]},{"words":["ryzen ai ? hx*"]}],["the profile files of the project"],"-"],
["cpu_amd_threadripper_zen1","AMD Ryzen Threadripper 1000 and 2000","amd","-",["cpu"],"avx2_hedt",[64],true,false,93.9,null,{"name":"AMD Ryzen Threadripper 1000 and 2000","performance_cores":24,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["threadripper 1???x"]},{"words":["threadripper 2???*"]}],["the profile files of the project"],"-"],
["cpu_amd_epyc_naples","AMD EPYC 7001 (Naples)","amd","-",["cpu"],"avx2_server",[128],true,false,170.6,null,{"name":"AMD EPYC 7001 (Naples)","performance_cores":32,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[{"words":["epyc 7??1*"]}],["the profile files of the project"],"-"],
["cpu_zhaoxin_kx_6000","Zhaoxin KaiXian KX-6000","generic","-",["cpu"],"avx2",[16],true,false,42.7,null,{"name":"Zhaoxin KaiXian KX-6000","performance_cores":8,"efficiency_cores":0,"simd":["avx2"]},[{"words":["zhaoxin"]},{"words":["kaixian*"]}],["the profile files of the project"],"-"]]}`));

// profiles/hardware/generic.json
function expand6({ keys, rows, ...rest }) {
	let device = (row) => Object.fromEntries(keys.map((key, at2) => [key, row[at2]]).filter(([, value]) => value !== "-"));
	return { ...rest, devices: rows.map(device) };
}
var generic_default = /* @__PURE__ */ expand6(/* @__PURE__ */ JSON.parse(String.raw`{"category":"generic",
"host":{"ram_gb":32,
"memory_bandwidth_gb_s":51.2,
"cpu":{"name":"8-core x86 desktop CPU","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c"]},
"source":"assumption: a usual desktop, 32 GB DDR4-3200 in two channels, 8 cores"},
"keys":["id",
"display_name",
"vendor",
"aliases",
"backends",
"generation",
"memory_gb",
"memory_assumed",
"unified",
"memory_bandwidth_gb_s",
"fp16_tflops",
"cpu",
"match",
"sources"],
"rows":[["generic_cpu","Generic x86 CPU, DDR4 dual channel","generic",["generic-cpu-ddr4-dual"],["cpu"],"avx2",[16],true,false,51.2,null,{"name":"Generic x86 CPU, DDR4 dual channel","performance_cores":4,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[],["the profile files of the project"]],
["generic_cpu_ddr5","Generic x86 CPU, DDR5 dual channel","generic",["generic-cpu-ddr5-dual"],["cpu"],"avx2",[32],true,false,89.6,null,{"name":"Generic x86 CPU, DDR5 dual channel","performance_cores":8,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[],["the profile files of the project"]],
["generic_cpu_single_channel","Generic x86 CPU, one memory channel","generic",["generic-cpu-ddr4-single"],["cpu"],"avx2",[8],true,false,21.3,null,{"name":"Generic x86 CPU, one memory channel","performance_cores":4,"efficiency_cores":0,"simd":["avx2","fma","f16c"]},[],["the profile files of the project"]],
["generic_cpu_arm64","Generic ARM64 CPU","generic",["generic-arm64"],["cpu"],"generic_arm",[8],true,false,25.6,null,{"name":"Generic ARM64 CPU","performance_cores":4,"efficiency_cores":0,"simd":["neon"]},[],["the profile files of the project"]],
["generic_gpu","Generic GPU (8 GB, unknown model)","generic","-",["vulkan"],"generic_gpu",[8],true,false,128,null,"-",[],["the profile files of the project"]]]}`));

// profiles/hardware/intel.json
function expand7({ keys, rows, ...rest }) {
	let device = (row) => Object.fromEntries(keys.map((key, at2) => [key, row[at2]]).filter(([, value]) => value !== "-"));
	return { ...rest, devices: rows.map(device) };
}
var intel_default = /* @__PURE__ */ expand7(/* @__PURE__ */ JSON.parse(String.raw`{"category":"intel",
"host":{"ram_gb":32,
"memory_bandwidth_gb_s":51.2,
"cpu":{"name":"8-core x86 desktop CPU","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c"]},
"source":"assumption: a usual desktop, 32 GB DDR4-3200 in two channels, 8 cores"},
"keys":["id",
"display_name",
"vendor",
"aliases",
"backends",
"generation",
"memory_gb",
"unified",
"memory_bandwidth_gb_s",
"fp16_tflops",
"match",
"sources",
"is_mobile",
"cpu"],
"rows":[["intel_arc_a310","Intel Arc A310","intel",["arc-a310"],["sycl","vulkan"],"arc_alchemist",[4],false,124,null,[{"words":["arc a310"]},{"words":["arc","a310"]}],["the profile files of the project"],"-","-"],
["intel_arc_a380","Intel Arc A380","intel",["arc-a380"],["sycl","vulkan"],"arc_alchemist",[6],false,186,null,[{"words":["arc a380"]},{"words":["arc","a380"]}],["the profile files of the project"],"-","-"],
["intel_arc_a580","Intel Arc A580","intel",["arc-a580"],["sycl","vulkan"],"arc_alchemist",[8],false,512,null,[{"words":["arc a580"]},{"words":["arc","a580"]}],["the profile files of the project"],"-","-"],
["intel_arc_a750","Intel Arc A750","intel",["arc-a750"],["sycl","vulkan"],"arc_alchemist",[8],false,512,null,[{"words":["arc a750"]},{"words":["arc","a750"]}],["the profile files of the project"],"-","-"],
["intel_arc_a770","Intel Arc A770","intel",["arc-a770"],["sycl","vulkan"],"arc_alchemist",[16],false,560,137.6,[{"words":["arc a770"]},{"words":["arc","a770"]}],["the profile files of the project"],"-","-"],
["intel_arc_a770m","Intel Arc A770M","intel",["arc-a770m"],["sycl","vulkan"],"arc_alchemist",[16],false,512,null,[{"words":["arc a770m"]},{"words":["arc","a770m"]}],["the profile files of the project"],true,"-"],
["intel_arc_b570","Intel Arc B570","intel",["arc-b570"],["sycl","vulkan"],"arc_battlemage",[10],false,380,null,[{"words":["arc b570"]},{"words":["arc","b570"]}],["the profile files of the project"],"-","-"],
["intel_arc_b580","Intel Arc B580","intel",["arc-b580"],["sycl","vulkan"],"arc_battlemage",[12],false,456,116.5,[{"words":["arc b580"]},{"words":["arc","b580"]}],["the profile files of the project"],"-","-"],
["intel_arc_pro_b50","Intel Arc Pro B50","intel",["arc-pro-b50"],["sycl","vulkan"],"arc_battlemage",[16],false,224,null,[{"words":["pro b50"]}],["the profile files of the project"],"-","-"],
["intel_arc_pro_b60","Intel Arc Pro B60","intel",["arc-pro-b60"],["sycl","vulkan"],"arc_battlemage",[24],false,456,null,[{"words":["pro b60"]}],["the profile files of the project"],"-","-"],
["intel_arc_pro_b70","Intel Arc Pro B70","intel",["arc-pro-b70"],["sycl","vulkan"],"arc_battlemage",[32],false,608,null,[{"words":["pro b70"]}],["the profile files of the project"],"-","-"],
["intel_flex_170","Intel Data Center GPU Flex 170","intel",["flex-170"],["sycl","vulkan"],"arc_alchemist",[16],false,576,null,[{"words":["flex 170"]}],["the profile files of the project"],"-","-"],
["intel_max_1550","Intel Data Center GPU Max 1550 (PVC)","intel",["max-1550"],["sycl","vulkan"],"xe_hpc",[128],false,3277,null,[{"words":["max 1550"]}],["the profile files of the project"],"-","-"],
["intel_arc_140v","Intel Arc 130V / 140V (integrated, Lunar Lake)","intel",["arc-140v"],["vulkan","sycl"],"xe2_igpu",[16,32],true,136.5,null,[{"words":["140v"]},{"words":["130v"]}],["the profile files of the project"],true,{"name":"Intel Core Ultra 7 258V","performance_cores":4,"efficiency_cores":4,"logical_cores":8,"simd":["avx2","fma","f16c","avx_vnni"]}],
["intel_arc_140t","Intel Arc 130T / 140T (integrated, Arrow Lake-H)","intel","-",["vulkan","sycl"],"xe_igpu",[16,32],true,89.6,null,[{"words":["140t"]},{"words":["130t"]}],["the profile files of the project"],true,{"name":"Intel Core Ultra 7 255H","performance_cores":6,"efficiency_cores":8,"logical_cores":16,"simd":["avx2","fma","f16c","avx_vnni"]}],
["intel_core_ultra_100_igpu","Intel Arc Graphics (integrated, Meteor Lake)","intel",["intel-core-ultra-100-igpu"],["vulkan","sycl"],"xe_igpu",[16,32],true,89.6,null,[{"words":["meteor lake"]},{"words":["intel arc graphics"],"not":["140v","130v","140t","130t"]},{"words":["core ultra 100 series"]}],["the profile files of the project"],true,{"name":"Intel Core Ultra 7 155H","performance_cores":6,"efficiency_cores":8,"logical_cores":22,"simd":["avx2","fma","f16c","avx_vnni"]}],
["intel_iris_xe","Intel Iris Xe (integrated)","intel",["intel-11th-gen-igpu"],["vulkan","sycl"],"xe_igpu",[8,16,32],true,51.2,null,[{"words":["iris xe"]},{"words":["tigerlake"]},{"words":["intel xe graphics tgl"]}],["the profile files of the project"],true,{"name":"Intel Core i7-1165G7","performance_cores":4,"efficiency_cores":0,"logical_cores":8,"simd":["avx2","fma","f16c","avx512","avx512_vnni"]}]]}`));

// profiles/hardware/mobile.json
function expand8({ keys, rows, ...rest }) {
	let device = (row) => Object.fromEntries(keys.map((key, at2) => [key, row[at2]]).filter(([, value]) => value !== "-"));
	return { ...rest, devices: rows.map(device) };
}
var mobile_default = /* @__PURE__ */ expand8(/* @__PURE__ */ JSON.parse(String.raw`{"category":"mobile",
"keys":["id",
"display_name",
"vendor",
"aliases",
"backends",
"generation",
"memory_gb",
"memory_assumed",
"unified",
"memory_bandwidth_gb_s",
"fp16_tflops",
"cpu",
"usable",
"is_mobile",
"sustained_n_ubatch",
"match",
"sources"],
"rows":[["phone_snapdragon_8_gen_1","Snapdragon 8 Gen 1","qualcomm",["snapdragon-8-gen1"],["cpu"],"phone",[8],true,false,51.2,null,{"name":"Snapdragon 8 Gen 1","performance_cores":4,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},{"gb":4,"source":"half of the RAM: Android and its apps keep the rest"},true,16,[{"words":["snapdragon 8 gen 1"]},{"words":["sm8450"]},{"words":["sm8475"]}],["the profile files of the project"]],
["phone_snapdragon_8_gen_2","Snapdragon 8 Gen 2","qualcomm",["snapdragon-8-gen2"],["cpu"],"phone",[8],true,false,67.2,null,{"name":"Snapdragon 8 Gen 2","performance_cores":5,"efficiency_cores":3,"simd":["neon","fp16","dotprod","i8mm","bf16"]},{"gb":4,"source":"half of the RAM: Android and its apps keep the rest"},true,16,[{"words":["snapdragon 8 gen 2"]},{"words":["sm8550"]}],["the profile files of the project"]],
["phone_snapdragon_8_gen_3","Snapdragon 8 Gen 3","qualcomm",["snapdragon-8-gen3"],["cpu"],"phone",[12],true,false,76.8,null,{"name":"Snapdragon 8 Gen 3","performance_cores":6,"efficiency_cores":2,"simd":["neon","fp16","dotprod","i8mm","bf16"]},{"gb":6,"source":"half of the RAM: Android and its apps keep the rest"},true,16,[{"words":["snapdragon 8 gen 3"]},{"words":["sm8650"]},{"words":["adreno 750"]}],["the profile files of the project"]],
["phone_snapdragon_8_elite","Snapdragon 8 Elite","qualcomm",["snapdragon-8-elite"],["cpu"],"phone",[12],true,false,85.3,null,{"name":"Snapdragon 8 Elite","performance_cores":8,"efficiency_cores":0,"simd":["neon","fp16","dotprod","i8mm","bf16"]},{"gb":6,"source":"half of the RAM: Android and its apps keep the rest"},true,16,[{"words":["snapdragon 8 elite"],"not":["gen 5"]},{"words":["sm8750"],"not":["gen 5"]},{"words":["adreno 830"],"not":["gen 5"]}],["the profile files of the project"]],
["phone_snapdragon_8_elite_gen_5","Snapdragon 8 Elite Gen 5","qualcomm",["snapdragon-8-elite-gen5"],["cpu"],"phone",[12],true,false,85.3,null,{"name":"Snapdragon 8 Elite Gen 5","performance_cores":8,"efficiency_cores":0,"simd":["neon","fp16","dotprod","i8mm","bf16","sme"]},{"gb":6,"source":"half of the RAM: Android and its apps keep the rest"},true,16,[{"words":["snapdragon 8 elite gen 5"]},{"words":["sm8850"]},{"words":["adreno 840"]}],["the profile files of the project"]],
["phone_dimensity_9000","Dimensity 9000/9000+","mediatek",["dimensity-9000"],["cpu"],"phone",[8],true,false,60,null,{"name":"Dimensity 9000/9000+","performance_cores":4,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},{"gb":4,"source":"half of the RAM: Android and its apps keep the rest"},true,16,[{"words":["dimensity 9000*"]},{"words":["mt6983*"]}],["the profile files of the project"]],
["phone_dimensity_9200","Dimensity 9200","mediatek",["dimensity-9200"],["cpu"],"phone",[12],true,false,68.3,null,{"name":"Dimensity 9200","performance_cores":4,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},{"gb":6,"source":"half of the RAM: Android and its apps keep the rest"},true,16,[{"words":["dimensity 9200*"]},{"words":["mt6985*"]}],["the profile files of the project"]],
["phone_dimensity_8400","Dimensity 8400 (MT6899)","mediatek",["dimensity-8400"],["cpu"],"phone",[8],true,false,68.3,null,{"name":"Dimensity 8400 (MT6899)","performance_cores":8,"efficiency_cores":0,"simd":["neon","fp16","dotprod","i8mm","bf16"]},{"gb":4,"source":"half of the RAM: Android and its apps keep the rest"},true,16,[{"words":["dimensity 8400*"]},{"words":["mt6899*"]}],["the profile files of the project"]],
["phone_dimensity_9300","Dimensity 9300","mediatek",["dimensity-9300"],["cpu"],"phone",[12],true,false,76.8,null,{"name":"Dimensity 9300","performance_cores":8,"efficiency_cores":0,"simd":["neon","fp16","dotprod","i8mm","bf16"]},{"gb":6,"source":"half of the RAM: Android and its apps keep the rest"},true,16,[{"words":["dimensity 9300*"]},{"words":["mt6989*"]}],["the profile files of the project"]],
["phone_dimensity_9400","Dimensity 9400","mediatek",["dimensity-9400"],["cpu"],"phone",[12],true,false,85.3,null,{"name":"Dimensity 9400","performance_cores":8,"efficiency_cores":0,"simd":["neon","fp16","dotprod","i8mm","bf16"]},{"gb":6,"source":"half of the RAM: Android and its apps keep the rest"},true,16,[{"words":["dimensity 9400*"]},{"words":["mt6991*"]}],["the profile files of the project"]],
["phone_exynos_2400","Exynos 2400","samsung",["exynos-2400"],["cpu"],"phone",[8],true,false,68.2,null,{"name":"Exynos 2400","performance_cores":6,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},{"gb":4,"source":"half of the RAM: Android and its apps keep the rest"},true,16,[{"words":["exynos 2400*"]},{"words":["s5e9945*"]}],["the profile files of the project"]],
["phone_tensor_g3","Google Tensor G3","google",["tensor-g3"],["cpu"],"phone",[8],true,false,51.2,null,{"name":"Google Tensor G3","performance_cores":5,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},{"gb":4,"source":"half of the RAM: Android and its apps keep the rest"},true,16,[{"words":["tensor g3"]},{"words":["zuma"]}],["the profile files of the project"]],
["phone_tensor_g4","Google Tensor G4","google",["tensor-g4"],["cpu"],"phone",[12],true,false,68.3,null,{"name":"Google Tensor G4","performance_cores":4,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},{"gb":6,"source":"half of the RAM: Android and its apps keep the rest"},true,16,[{"words":["tensor g4"]},{"words":["zumapro"]}],["the profile files of the project"]],
["phone_apple_a16","Apple A16 Bionic","apple",["apple-a16"],["metal"],"apple_mobile",[6],"-",true,51.2,null,{"name":"Apple A16 Bionic","performance_cores":2,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},{"gb":3,"source":"half of the RAM: iOS ends an app well below it"},true,16,[{"words":["apple a16"]}],["the profile files of the project"]],
["phone_apple_a17_pro","Apple A17 Pro","apple",["apple-a17-pro"],["metal"],"apple_mobile",[8],"-",true,51.2,null,{"name":"Apple A17 Pro","performance_cores":2,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16"]},{"gb":4,"source":"half of the RAM: iOS ends an app well below it"},true,16,[{"words":["apple a17"]}],["the profile files of the project"]],
["phone_apple_a18","Apple A18","apple",["apple-a18"],["metal"],"apple_mobile",[8],"-",true,60,null,{"name":"Apple A18","performance_cores":2,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16","sme"]},{"gb":4,"source":"half of the RAM: iOS ends an app well below it"},true,16,[{"words":["apple a18"],"not":["pro"]}],["the profile files of the project"]],
["phone_apple_a18_pro","Apple A18 Pro","apple",["apple-a18-pro"],["metal"],"apple_mobile",[8],"-",true,60,null,{"name":"Apple A18 Pro","performance_cores":2,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16","sme"]},{"gb":4,"source":"half of the RAM: iOS ends an app well below it"},true,16,[{"words":["apple a18 pro"]}],["the profile files of the project"]],
["phone_apple_a19_pro","Apple A19 Pro","apple",["apple-a19-pro"],["metal"],"apple_mobile",[12],"-",true,76.8,null,{"name":"Apple A19 Pro","performance_cores":2,"efficiency_cores":4,"simd":["neon","fp16","dotprod","i8mm","bf16","sme"]},{"gb":6,"source":"half of the RAM: iOS ends an app well below it"},true,16,[{"words":["apple a19 pro"]}],["the profile files of the project"]]]}`));

// profiles/hardware/nvidia-datacenter.json
function expand9({ keys, rows, ...rest }) {
	let device = (row) => Object.fromEntries(keys.map((key, at2) => [key, row[at2]]).filter(([, value]) => value !== "-"));
	return { ...rest, devices: rows.map(device) };
}
var nvidia_datacenter_default = /* @__PURE__ */ expand9(/* @__PURE__ */ JSON.parse(String.raw`{"category":"nvidia-datacenter",
"host":{"ram_gb":128,
"memory_bandwidth_gb_s":204.8,
"cpu":{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},
"source":"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200"},
"keys":["id",
"display_name",
"vendor",
"aliases",
"backends",
"generation",
"memory_gb",
"unified",
"memory_bandwidth_gb_s",
"fp16_tflops",
"match",
"sources",
"usable"],
"rows":[["nvidia_tesla_p40","NVIDIA Tesla P40","nvidia",["tesla-p40"],["cuda","vulkan"],"pascal",[24],false,347,null,[{"words":["tesla p40"]},{"words":["p40"]}],["the profile files of the project"],"-"],
["nvidia_tesla_p100","NVIDIA Tesla P100 16GB","nvidia",["tesla-p100"],["cuda","vulkan"],"pascal_hbm",[16],false,732,21.2,[{"words":["p100"]}],["the profile files of the project"],"-"],
["nvidia_tesla_v100_16gb","NVIDIA Tesla V100 (16 GB)","nvidia",["v100-16gb","nvidia_tesla_v100"],["cuda","vulkan"],"volta",[16],false,900,125,[{"words":["v100"]},{"words":["tesla pg500"]}],["the profile files of the project"],"-"],
["nvidia_tesla_v100_32gb","NVIDIA Tesla V100 (32 GB)","nvidia",["v100-32gb"],["cuda","vulkan"],"volta",[32],false,900,125,[{"words":["v100"]},{"words":["tesla pg500"]}],["the profile files of the project"],"-"],
["nvidia_tesla_t4","NVIDIA Tesla T4","nvidia",["t4","nvidia_t4"],["cuda","vulkan"],"turing",[16],false,320,65,[{"words":["t4"]}],["the profile files of the project"],{"gb":14.1,"source":"the driver reports 15360 MiB with ECC on (its default); less the reserve for driver and CUDA context"}],
["nvidia_a2","NVIDIA A2","nvidia",["a2"],["cuda","vulkan"],"ampere",[16],false,200,18,[{"words":["a2"]}],["the profile files of the project"],{"gb":14,"source":"the driver reports 15356 MiB with ECC on (its default); less the reserve for driver and CUDA context"}],
["nvidia_a10","NVIDIA A10","nvidia",["a10"],["cuda","vulkan"],"ampere",[24],false,600,125,[{"words":["nvidia a10"]},{"words":["a10"]}],["the profile files of the project"],{"gb":21.3,"source":"the driver reports 23028 MiB with ECC on (its default); less the reserve for driver and CUDA context"}],
["nvidia_a30","NVIDIA A30","nvidia",["a30"],["cuda","vulkan"],"ampere_hbm",[24],false,933,165,[{"words":["a30"]}],["the profile files of the project"],"-"],
["nvidia_a40","NVIDIA A40","nvidia",["a40"],["cuda","vulkan"],"ampere",[48],false,696,149.7,[{"words":["a40"]}],["the profile files of the project"],{"gb":43.5,"source":"the driver reports 46068 MiB with ECC on (its default); less the reserve for driver and CUDA context"}],
["nvidia_a100_40gb","NVIDIA A100 (40 GB)","nvidia",["a100-40gb","nvidia_tesla_a100","nvidia_a100"],["cuda","vulkan"],"ampere_hbm",[40],false,1555,312,[{"words":["a100"]}],["the profile files of the project"],"-"],
["nvidia_a100_80gb","NVIDIA A100 SXM (80 GB)","nvidia",["a100-80gb"],["cuda","vulkan"],"ampere_hbm",[80],false,2039,312,[{"words":["a100"]},{"words":["a100 sxm4 80gb"]}],["the profile files of the project"],"-"],
["nvidia_a100_80gb_pcie","NVIDIA A100 PCIe (80 GB)","nvidia",["a100-80gb-pcie"],["cuda","vulkan"],"ampere_hbm",[80],false,1935,312,[{"words":["a100","pcie"]},{"words":["a100 80gb pcie"]}],["the profile files of the project"],"-"],
["nvidia_l4","NVIDIA L4","nvidia",["l4"],["cuda","vulkan"],"ada",[24],false,300,121,[{"words":["nvidia l4"]},{"words":["l4"]}],["the profile files of the project"],{"gb":21.3,"source":"the driver reports 23034 MiB with ECC on (its default); less the reserve for driver and CUDA context"}],
["nvidia_l40","NVIDIA L40","nvidia",["l40"],["cuda","vulkan"],"ada",[48],false,864,181,[{"words":["l40"]}],["the profile files of the project"],{"gb":43.5,"source":"the driver reports 46068 MiB with ECC on (its default); less the reserve for driver and CUDA context"}],
["nvidia_l40s","NVIDIA L40S","nvidia",["l40s"],["cuda","vulkan"],"ada",[48],false,864,362,[{"words":["l40s"]}],["the profile files of the project"],{"gb":43.5,"source":"the driver reports 46068 MiB with ECC on (its default); less the reserve for driver and CUDA context"}],
["nvidia_h100_80gb","NVIDIA H100 SXM (80 GB)","nvidia",["h100-sxm","nvidia_h100","nvidia_h100_sxm"],["cuda","vulkan"],"hopper",[80],false,3350,989,[{"words":["h100"]}],["the profile files of the project"],"-"],
["nvidia_h100_pcie","NVIDIA H100 PCIe (80 GB)","nvidia",["h100-pcie"],["cuda","vulkan"],"hopper",[80],false,2039,756,[{"words":["h100","pcie"]}],["the profile files of the project"],"-"],
["nvidia_h100_nvl","NVIDIA H100 NVL (94 GB)","nvidia",["h100-nvl"],["cuda","vulkan"],"hopper",[94],false,3938,835,[{"words":["h100","nvl"]}],["the profile files of the project"],"-"],
["nvidia_h200","NVIDIA H200","nvidia",["h200"],["cuda","vulkan"],"hopper",[141],false,4800,989,[{"words":["h200"]}],["the profile files of the project"],"-"],
["nvidia_rtx_pro_6000_blackwell_server","NVIDIA RTX PRO 6000 Blackwell Server","nvidia",["rtx-pro-6000-blackwell-server-edition"],["cuda","vulkan"],"blackwell",[96],false,1597,null,[{"words":["rtx pro 6000","server"]}],["the profile files of the project"],"-"],
["nvidia_a10g","NVIDIA A10G","nvidia","-",["cuda","vulkan"],"ampere",[24],false,600,70,[{"words":["a10g"]}],["the profile files of the project"],{"gb":21.3,"source":"the driver reports 23028 MiB with ECC on (its default); less the reserve for driver and CUDA context"}],
["nvidia_tesla_m40","NVIDIA Tesla M40 (24 GB)","nvidia","-",["cuda","vulkan"],"maxwell",[24],false,288,null,[{"words":["m40"]}],["the profile files of the project"],"-"],
["nvidia_gh200","NVIDIA GH200 (96 GB HBM3)","nvidia","-",["cuda","vulkan"],"hopper",[96],false,4000,null,[{"words":["gh200"]}],["the profile files of the project"],"-"],
["nvidia_h20","NVIDIA H20","nvidia","-",["cuda","vulkan"],"hopper",[96],false,4000,null,[{"words":["h20"]}],["the profile files of the project"],"-"],
["nvidia_b200","NVIDIA B200","nvidia","-",["cuda","vulkan"],"blackwell_hbm",[180],false,8000,null,[{"words":["b200"]}],["the profile files of the project"],"-"]]}`));

// profiles/hardware/nvidia-desktop.json
function expand10({ keys, rows, ...rest }) {
	let device = (row) => Object.fromEntries(keys.map((key, at2) => [key, row[at2]]).filter(([, value]) => value !== "-"));
	return { ...rest, devices: rows.map(device) };
}
var nvidia_desktop_default = /* @__PURE__ */ expand10(/* @__PURE__ */ JSON.parse(String.raw`{"category":"nvidia-desktop",
"host":{"ram_gb":32,
"memory_bandwidth_gb_s":51.2,
"cpu":{"name":"8-core x86 desktop CPU","performance_cores":8,"efficiency_cores":0,"logical_cores":16,"simd":["avx2","fma","f16c"]},
"source":"assumption: a usual desktop, 32 GB DDR4-3200 in two channels, 8 cores"},
"keys":["id",
"display_name",
"vendor",
"aliases",
"backends",
"generation",
"memory_gb",
"unified",
"memory_bandwidth_gb_s",
"fp16_tflops",
"is_mobile",
"match",
"sources"],
"rows":[["nvidia_rtx_2050_laptop","NVIDIA GeForce RTX 2050 Laptop","nvidia",["rtx-2050"],["cuda","vulkan"],"ampere",[4],false,112,null,true,[{"words":["2050"]}],["the profile files of the project"]],
["nvidia_rtx_2060_6gb","NVIDIA GeForce RTX 2060 (6 GB)","nvidia",["rtx-2060","nvidia_rtx_2060"],["cuda","vulkan"],"turing",[6],false,336,25.8,"-",[{"words":["2060"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_rtx_2060_12gb","NVIDIA GeForce RTX 2060 (12 GB)","nvidia",["rtx-2060-12gb"],["cuda","vulkan"],"turing",[12],false,336,28.7,"-",[{"words":["2060"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_2060_super","NVIDIA GeForce RTX 2060 SUPER","nvidia",["rtx-2060-super"],["cuda","vulkan"],"turing",[8],false,448,28.7,"-",[{"words":["2060 super"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_2070","NVIDIA GeForce RTX 2070","nvidia",["rtx-2070"],["cuda","vulkan"],"turing",[8],false,448,29.9,"-",[{"words":["2070"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_rtx_2070_super","NVIDIA GeForce RTX 2070 SUPER","nvidia",["rtx-2070-super"],["cuda","vulkan"],"turing",[8],false,448,36.3,"-",[{"words":["2070 super"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_2080","NVIDIA GeForce RTX 2080","nvidia",["rtx-2080"],["cuda","vulkan"],"turing",[8],false,448,40.3,"-",[{"words":["2080"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_rtx_2080_super","NVIDIA GeForce RTX 2080 SUPER","nvidia",["rtx-2080-super"],["cuda","vulkan"],"turing",[8],false,496,44.6,"-",[{"words":["2080 super"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_2080_ti","NVIDIA GeForce RTX 2080 Ti","nvidia",["rtx-2080-ti"],["cuda","vulkan"],"turing",[11],false,616,53.8,"-",[{"words":["2080 ti"],"not":["laptop","mobile","max q","notebook","super"]}],["the profile files of the project"]],
["nvidia_titan_rtx","NVIDIA TITAN RTX","nvidia",["titan-rtx"],["cuda","vulkan"],"turing",[24],false,672,130.5,"-",[{"words":["titan rtx"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_3050_8gb","NVIDIA GeForce RTX 3050 (8 GB)","nvidia",["rtx-3050-8gb","nvidia_rtx_3050"],["cuda","vulkan"],"ampere",[8],false,224,18.2,"-",[{"words":["3050"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_3050_6gb","NVIDIA GeForce RTX 3050 (6 GB)","nvidia",["rtx-3050-6gb"],["cuda","vulkan"],"ampere",[6],false,168,13.5,"-",[{"words":["3050"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_3060","NVIDIA GeForce RTX 3060 (12 GB)","nvidia",["rtx-3060","nvidia_rtx_3060_12gb"],["cuda","vulkan"],"ampere",[12],false,360,25.6,"-",[{"words":["3060"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_rtx_3060_ti","NVIDIA GeForce RTX 3060 Ti","nvidia",["rtx-3060-ti"],["cuda","vulkan"],"ampere",[8],false,448,32.4,"-",[{"words":["3060 ti"],"not":["laptop","mobile","max q","notebook","super"]}],["the profile files of the project"]],
["nvidia_rtx_3070","NVIDIA GeForce RTX 3070","nvidia",["rtx-3070"],["cuda","vulkan"],"ampere",[8],false,448,40.6,"-",[{"words":["3070"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_rtx_3070_ti","NVIDIA GeForce RTX 3070 Ti","nvidia",["rtx-3070-ti"],["cuda","vulkan"],"ampere",[8],false,608,43.5,"-",[{"words":["3070 ti"],"not":["laptop","mobile","max q","notebook","super"]}],["the profile files of the project"]],
["nvidia_rtx_3080_10gb","NVIDIA GeForce RTX 3080 (10 GB)","nvidia",["rtx-3080","nvidia_rtx_3080"],["cuda","vulkan"],"ampere",[10],false,760,59.5,"-",[{"words":["3080"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_rtx_3080_12gb","NVIDIA GeForce RTX 3080 (12 GB)","nvidia",["rtx-3080-12gb"],["cuda","vulkan"],"ampere",[12],false,912,61.3,"-",[{"words":["3080"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_3080_ti","NVIDIA GeForce RTX 3080 Ti","nvidia",["rtx-3080-ti"],["cuda","vulkan"],"ampere",[12],false,912,68.2,"-",[{"words":["3080 ti"],"not":["laptop","mobile","max q","notebook","super"]}],["the profile files of the project"]],
["nvidia_rtx_3090","NVIDIA GeForce RTX 3090","nvidia",["rtx-3090"],["cuda","vulkan"],"ampere",[24],false,936,71,"-",[{"words":["3090"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_rtx_3090_ti","NVIDIA GeForce RTX 3090 Ti","nvidia",["rtx-3090-ti"],["cuda","vulkan"],"ampere",[24],false,1008,80,"-",[{"words":["3090 ti"],"not":["laptop","mobile","max q","notebook","super"]}],["the profile files of the project"]],
["nvidia_rtx_4060","NVIDIA GeForce RTX 4060","nvidia",["rtx-4060"],["cuda","vulkan"],"ada",[8],false,272,30.2,"-",[{"words":["4060"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_rtx_4060_ti_8gb","NVIDIA GeForce RTX 4060 Ti (8 GB)","nvidia",["rtx-4060-ti","nvidia_rtx_4060_ti"],["cuda","vulkan"],"ada",[8],false,288,44.1,"-",[{"words":["4060 ti"],"not":["laptop","mobile","max q","notebook","super"]}],["the profile files of the project"]],
["nvidia_rtx_4060_ti_16gb","NVIDIA GeForce RTX 4060 Ti (16 GB)","nvidia",["rtx-4060-ti-16gb"],["cuda","vulkan"],"ada",[16],false,288,44.1,"-",[{"words":["4060 ti"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_4070","NVIDIA GeForce RTX 4070","nvidia",["rtx-4070"],["cuda","vulkan"],"ada",[12],false,504,58.3,"-",[{"words":["4070"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_rtx_4070_super","NVIDIA GeForce RTX 4070 SUPER","nvidia",["rtx-4070-super"],["cuda","vulkan"],"ada",[12],false,504,70.9,"-",[{"words":["4070 super"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_4070_ti","NVIDIA GeForce RTX 4070 Ti","nvidia",["rtx-4070-ti"],["cuda","vulkan"],"ada",[12],false,504,80.2,"-",[{"words":["4070 ti"],"not":["laptop","mobile","max q","notebook","super"]}],["the profile files of the project"]],
["nvidia_rtx_4070_ti_super","NVIDIA GeForce RTX 4070 Ti SUPER","nvidia",["rtx-4070-ti-super"],["cuda","vulkan"],"ada",[16],false,672,88.2,"-",[{"words":["4070 ti super"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_4080","NVIDIA GeForce RTX 4080","nvidia",["rtx-4080"],["cuda","vulkan"],"ada",[16],false,716.8,97.5,"-",[{"words":["4080"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_rtx_4080_super","NVIDIA GeForce RTX 4080 SUPER","nvidia",["rtx-4080-super"],["cuda","vulkan"],"ada",[16],false,736,104.4,"-",[{"words":["4080 super"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_4090","NVIDIA GeForce RTX 4090","nvidia",["rtx-4090"],["cuda","vulkan"],"ada",[24],false,1008,165.2,"-",[{"words":["4090"],"not":["laptop","mobile","max q","notebook","ti","super","4090 d"]}],["the profile files of the project"]],
["nvidia_rtx_4090_d","NVIDIA GeForce RTX 4090 D","nvidia",["rtx-4090-d"],["cuda","vulkan"],"ada",[24],false,1008,147,"-",[{"words":["4090 d"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_5060","NVIDIA GeForce RTX 5060","nvidia",["rtx-5060"],["cuda","vulkan"],"blackwell",[8],false,448,38.4,"-",[{"words":["5060"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_rtx_5060_ti_8gb","NVIDIA GeForce RTX 5060 Ti (8 GB)","nvidia",["rtx-5060-ti","nvidia_rtx_5060_ti"],["cuda","vulkan"],"blackwell",[8],false,448,47.4,"-",[{"words":["5060 ti"],"not":["laptop","mobile","max q","notebook","super"]}],["the profile files of the project"]],
["nvidia_rtx_5060_ti_16gb","NVIDIA GeForce RTX 5060 Ti (16 GB)","nvidia",["rtx-5060-ti-16gb"],["cuda","vulkan"],"blackwell",[16],false,448,47.4,"-",[{"words":["5060 ti"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_5070","NVIDIA GeForce RTX 5070","nvidia",["rtx-5070"],["cuda","vulkan"],"blackwell",[12],false,672,61.7,"-",[{"words":["5070"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_rtx_5070_ti","NVIDIA GeForce RTX 5070 Ti","nvidia",["rtx-5070-ti"],["cuda","vulkan"],"blackwell",[16],false,896,87.9,"-",[{"words":["5070 ti"],"not":["laptop","mobile","max q","notebook","super"]}],["the profile files of the project"]],
["nvidia_rtx_5080","NVIDIA GeForce RTX 5080","nvidia",["rtx-5080"],["cuda","vulkan"],"blackwell",[16],false,960,112.6,"-",[{"words":["5080"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_rtx_5090","NVIDIA GeForce RTX 5090","nvidia",["rtx-5090"],["cuda","vulkan"],"blackwell",[32],false,1792,209.5,"-",[{"words":["5090"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_gtx_1050_ti","NVIDIA GeForce GTX 1050 Ti","nvidia",["gtx-1050-ti"],["cuda","vulkan"],"pascal",[4],false,112,null,"-",[{"words":["1050 ti"],"not":["laptop","mobile","max q","notebook","super"]}],["the profile files of the project"]],
["nvidia_gtx_1070","NVIDIA GeForce GTX 1070","nvidia",["gtx-1070"],["cuda","vulkan"],"pascal",[8],false,256,null,"-",[{"words":["1070"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_gtx_1070_ti","NVIDIA GeForce GTX 1070 Ti","nvidia",["gtx-1070-ti"],["cuda","vulkan"],"pascal",[8],false,256,null,"-",[{"words":["1070 ti"],"not":["laptop","mobile","max q","notebook","super"]}],["the profile files of the project"]],
["nvidia_gtx_1080","NVIDIA GeForce GTX 1080","nvidia",["gtx-1080"],["cuda","vulkan"],"pascal",[8],false,320,null,"-",[{"words":["1080"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_gtx_1080_ti","NVIDIA GeForce GTX 1080 Ti","nvidia",["gtx-1080-ti"],["cuda","vulkan"],"pascal",[11],false,484,null,"-",[{"words":["1080 ti"],"not":["laptop","mobile","max q","notebook","super"]}],["the profile files of the project"]],
["nvidia_titan_xp","NVIDIA TITAN Xp","nvidia",["titan-xp"],["cuda","vulkan"],"pascal",[12],false,547.6,null,"-",[{"words":["titan xp"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_titan_v","NVIDIA TITAN V","nvidia",["titan-v"],["cuda","vulkan"],"volta",[12],false,652.8,110,"-",[{"words":["titan v"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_gtx_1650","NVIDIA GeForce GTX 1650 (GDDR5)","nvidia",["gtx-1650"],["cuda","vulkan"],"turing",[4],false,128,null,"-",[{"words":["1650"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_gtx_1660","NVIDIA GeForce GTX 1660","nvidia",["gtx-1660"],["cuda","vulkan"],"turing",[6],false,192,null,"-",[{"words":["1660"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_gtx_1660_super","NVIDIA GeForce GTX 1660 SUPER","nvidia",["gtx-1660-super"],["cuda","vulkan"],"turing",[6],false,336,null,"-",[{"words":["1660 super"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_gtx_1660_ti","NVIDIA GeForce GTX 1660 Ti","nvidia",["gtx-1660-ti"],["cuda","vulkan"],"turing",[6],false,288,null,"-",[{"words":["1660 ti"],"not":["laptop","mobile","max q","notebook","super"]}],["the profile files of the project"]],
["nvidia_rtx_3050_ti_laptop","NVIDIA GeForce RTX 3050 Ti Laptop","nvidia",["rtx-3050-ti-laptop"],["cuda","vulkan"],"ampere",[4],false,192,null,true,[{"words":["3050 ti","laptop"]},{"words":["3050 ti","mobile"]}],["the profile files of the project"]],
["nvidia_rtx_3060_laptop","NVIDIA GeForce RTX 3060 Laptop","nvidia",["rtx-3060-laptop"],["cuda","vulkan"],"ampere",[6],false,336,null,true,[{"words":["3060","laptop"]},{"words":["3060","mobile"]}],["the profile files of the project"]],
["nvidia_rtx_3070_laptop","NVIDIA GeForce RTX 3070 Laptop","nvidia",["rtx-3070-laptop"],["cuda","vulkan"],"ampere",[8],false,448,null,true,[{"words":["3070","laptop"]},{"words":["3070","mobile"]}],["the profile files of the project"]],
["nvidia_rtx_3080_laptop","NVIDIA GeForce RTX 3080 Laptop 16GB","nvidia",["rtx-3080-laptop"],["cuda","vulkan"],"ampere",[16],false,448,null,true,[{"words":["3080","laptop"]},{"words":["3080","mobile"]}],["the profile files of the project"]],
["nvidia_rtx_4060_laptop","NVIDIA GeForce RTX 4060 Laptop","nvidia",["rtx-4060-laptop"],["cuda","vulkan"],"ada",[8],false,256,null,true,[{"words":["4060","laptop"]},{"words":["4060","mobile"]}],["the profile files of the project"]],
["nvidia_rtx_4070_laptop","NVIDIA GeForce RTX 4070 Laptop","nvidia",["rtx-4070-laptop"],["cuda","vulkan"],"ada",[8],false,256,null,true,[{"words":["4070","laptop"]},{"words":["4070","mobile"]}],["the profile files of the project"]],
["nvidia_rtx_4090_laptop","NVIDIA GeForce RTX 4090 Laptop","nvidia",["rtx-4090-laptop"],["cuda","vulkan"],"ada",[16],false,576,null,true,[{"words":["4090","laptop"]},{"words":["4090","mobile"]}],["the profile files of the project"]],
["nvidia_rtx_a2000","NVIDIA RTX A2000","nvidia",["rtx-a2000","rtx-a2000-%dgb"],["cuda","vulkan"],"ampere",[6,12],false,288,32,"-",[{"words":["a2000"],"not":["laptop","mobile","max q"]}],["the profile files of the project"]],
["nvidia_rtx_a4000","NVIDIA RTX A4000","nvidia",["rtx-a4000"],["cuda","vulkan"],"ampere",[16],false,448,76.7,"-",[{"words":["a4000"],"not":["laptop","mobile","max q"]}],["the profile files of the project"]],
["nvidia_rtx_a4500","NVIDIA RTX A4500","nvidia",["rtx-a4500"],["cuda","vulkan"],"ampere",[20],false,640,94.6,"-",[{"words":["a4500"],"not":["laptop","mobile","max q"]}],["the profile files of the project"]],
["nvidia_rtx_a5000","NVIDIA RTX A5000","nvidia",["rtx-a5000"],["cuda","vulkan"],"ampere",[24],false,768,111.1,"-",[{"words":["a5000"],"not":["laptop","mobile","max q"]}],["the profile files of the project"]],
["nvidia_rtx_a6000","NVIDIA RTX A6000","nvidia",["rtx-a6000"],["cuda","vulkan"],"ampere",[48],false,768,154.8,"-",[{"words":["a6000"],"not":["laptop","mobile","max q"]}],["the profile files of the project"]],
["nvidia_quadro_rtx_4000","NVIDIA Quadro RTX 4000","nvidia",["quadro-rtx-4000"],["cuda","vulkan"],"turing",[8],false,416,57,"-",[{"words":["quadro rtx 4000"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_quadro_rtx_6000","NVIDIA Quadro RTX 6000","nvidia",["quadro-rtx-6000"],["cuda","vulkan"],"turing",[24],false,672,130.5,"-",[{"words":["quadro rtx 6000"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_quadro_rtx_8000","NVIDIA Quadro RTX 8000","nvidia",["quadro-rtx-8000"],["cuda","vulkan"],"turing",[48],false,672,130.5,"-",[{"words":["quadro rtx 8000"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_2000_ada","NVIDIA RTX 2000 Ada","nvidia",["rtx-2000-ada"],["cuda","vulkan"],"ada",[16],false,224,48,"-",[{"words":["2000 ada"],"not":["laptop","mobile","max q"]}],["the profile files of the project"]],
["nvidia_rtx_4000_ada","NVIDIA RTX 4000 Ada","nvidia",["rtx-4000-ada"],["cuda","vulkan"],"ada",[20],false,360,107,"-",[{"words":["4000 ada"],"not":["laptop","mobile","max q"]}],["the profile files of the project"]],
["nvidia_rtx_4000_sff_ada","NVIDIA RTX 4000 SFF Ada","nvidia",["rtx-4000-sff-ada"],["cuda","vulkan"],"ada",[20],false,280,77,"-",[{"words":["4000 sff ada"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_5000_ada","NVIDIA RTX 5000 Ada","nvidia",["rtx-5000-ada"],["cuda","vulkan"],"ada",[32],false,576,261,"-",[{"words":["5000 ada"],"not":["laptop","mobile","max q"]}],["the profile files of the project"]],
["nvidia_rtx_6000_ada","NVIDIA RTX 6000 Ada","nvidia",["rtx-6000-ada"],["cuda","vulkan"],"ada",[48],false,960,364,"-",[{"words":["6000 ada"],"not":["laptop","mobile","max q"]}],["the profile files of the project"]],
["nvidia_rtx_pro_6000_blackwell","NVIDIA RTX PRO 6000 Blackwell","nvidia",["rtx-pro-6000"],["cuda","vulkan"],"blackwell",[96],false,1792,503.8,"-",[{"words":["rtx pro 6000"],"not":["laptop","mobile","max q","server"]}],["the profile files of the project"]],
["nvidia_rtx_3060_8gb","NVIDIA GeForce RTX 3060 (8 GB)","nvidia","-",["cuda","vulkan"],"ampere",[8],false,240,null,"-",[{"words":["3060"],"not":["laptop","mobile","max q","notebook","ti","super"]}],["the profile files of the project"]],
["nvidia_gtx_1050","NVIDIA GeForce GTX 1050","nvidia",["gtx-1050"],["cuda","vulkan"],"pascal",[2,4],false,112,null,"-",[{"words":["1050"],"not":["ti","max q","laptop","mobile","notebook"]}],["the profile files of the project"]],
["nvidia_gtx_1060","NVIDIA GeForce GTX 1060","nvidia","-",["cuda","vulkan"],"pascal",[3,6],false,192,null,"-",[{"words":["1060"],"not":["max q","laptop","mobile","notebook"]}],["the profile files of the project"]],
["nvidia_gtx_1070_max_q","NVIDIA GeForce GTX 1070 with Max-Q Design","nvidia",["gtx-1070-with-max-q-design"],["cuda","vulkan"],"pascal",[8],false,256,null,true,[{"words":["1070","max q"]}],["the profile files of the project"]],
["nvidia_gtx_1080_max_q","NVIDIA GeForce GTX 1080 with Max-Q Design","nvidia","-",["cuda","vulkan"],"pascal",[8],false,320,null,true,[{"words":["1080","max q"]}],["the profile files of the project"]],
["nvidia_gtx_1650_max_q","NVIDIA GeForce GTX 1650 with Max-Q Design","nvidia","-",["cuda","vulkan"],"turing",[4],false,112,null,true,[{"words":["1650","max q"],"not":["ti"]}],["the profile files of the project"]],
["nvidia_gtx_1650_ti_laptop","NVIDIA GeForce GTX 1650 Ti (laptop, Max-Q)","nvidia",["gtx-1650-ti-with-max-q-design"],["cuda","vulkan"],"turing",[4],false,160,null,true,[{"words":["1650 ti"]}],["the profile files of the project"]],
["nvidia_gtx_1660_ti_laptop","NVIDIA GeForce GTX 1660 Ti (laptop)","nvidia",["gtx-1660-ti-laptop"],["cuda","vulkan"],"turing",[6],false,288,null,true,[{"words":["1660 ti","mobile"]},{"words":["1660 ti","laptop"]},{"words":["1660 ti","max q"]}],["the profile files of the project"]],
["nvidia_mx150","NVIDIA GeForce MX150","nvidia",["mx150"],["cuda","vulkan"],"pascal",[2],false,48,null,true,[{"words":["mx150"]}],["the profile files of the project"]],
["nvidia_mx450","NVIDIA GeForce MX450","nvidia","-",["cuda","vulkan"],"turing",[2],false,64,null,true,[{"words":["mx450"]}],["the profile files of the project"]],
["nvidia_rtx_2060_laptop","NVIDIA GeForce RTX 2060 (laptop, Max-Q)","nvidia","-",["cuda","vulkan"],"turing",[6],false,264,null,true,[{"words":["2060","max q"]},{"words":["2060","laptop"]},{"words":["2060","mobile"]}],["the profile files of the project"]],
["nvidia_rtx_2070_max_q","NVIDIA GeForce RTX 2070 with Max-Q Design","nvidia",["rtx-2070-max-q"],["cuda","vulkan"],"turing",[8],false,384,null,true,[{"words":["2070","max q"],"not":["super"]},{"words":["2070","laptop"],"not":["super"]},{"words":["2070","mobile"],"not":["super"]}],["the profile files of the project"]],
["nvidia_rtx_2070_super_max_q","NVIDIA GeForce RTX 2070 SUPER with Max-Q Design","nvidia","-",["cuda","vulkan"],"turing",[8],false,352,null,true,[{"words":["2070 super","max q"]}],["the profile files of the project"]],
["nvidia_rtx_2080_max_q","NVIDIA GeForce RTX 2080 with Max-Q Design","nvidia","-",["cuda","vulkan"],"turing",[8],false,384,null,true,[{"words":["2080","max q"],"not":["super"]}],["the profile files of the project"]],
["nvidia_rtx_3050_laptop","NVIDIA GeForce RTX 3050 Laptop","nvidia","-",["cuda","vulkan"],"ampere",[4,6],false,168,null,true,[{"words":["3050","laptop"],"not":["ti"]}],["the profile files of the project"]],
["nvidia_rtx_3070_ti_laptop","NVIDIA GeForce RTX 3070 Ti Laptop","nvidia","-",["cuda","vulkan"],"ampere",[8],false,448,null,true,[{"words":["3070 ti","laptop"]}],["the profile files of the project"]],
["nvidia_rtx_3080_ti_laptop","NVIDIA GeForce RTX 3080 Ti Laptop","nvidia","-",["cuda","vulkan"],"ampere",[16],false,512,null,true,[{"words":["3080 ti","laptop"]}],["the profile files of the project"]],
["nvidia_rtx_4050_laptop","NVIDIA GeForce RTX 4050 Laptop","nvidia",["rtx-4050-laptop"],["cuda","vulkan"],"ada",[6],false,192,null,true,[{"words":["4050","laptop"]}],["the profile files of the project"]],
["nvidia_rtx_4080_laptop","NVIDIA GeForce RTX 4080 Laptop","nvidia","-",["cuda","vulkan"],"ada",[12],false,432,null,true,[{"words":["4080","laptop"]}],["the profile files of the project"]],
["nvidia_rtx_5050","NVIDIA GeForce RTX 5050","nvidia","-",["cuda","vulkan"],"blackwell",[8],false,320,null,"-",[{"words":["5050"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_5050_laptop","NVIDIA GeForce RTX 5050 Laptop","nvidia","-",["cuda","vulkan"],"blackwell",[8],false,384,null,true,[{"words":["5050","laptop"]}],["the profile files of the project"]],
["nvidia_rtx_5060_laptop","NVIDIA GeForce RTX 5060 Laptop","nvidia","-",["cuda","vulkan"],"blackwell",[8],false,384,null,true,[{"words":["5060","laptop"],"not":["ti"]}],["the profile files of the project"]],
["nvidia_rtx_5070_laptop","NVIDIA GeForce RTX 5070 Laptop","nvidia","-",["cuda","vulkan"],"blackwell",[8],false,384,null,true,[{"words":["5070","laptop"],"not":["ti"]}],["the profile files of the project"]],
["nvidia_rtx_5070_ti_laptop","NVIDIA GeForce RTX 5070 Ti Laptop","nvidia","-",["cuda","vulkan"],"blackwell",[12],false,672,null,true,[{"words":["5070 ti","laptop"]}],["the profile files of the project"]],
["nvidia_rtx_5080_laptop","NVIDIA GeForce RTX 5080 Laptop","nvidia","-",["cuda","vulkan"],"blackwell",[16],false,896,null,true,[{"words":["5080","laptop"]}],["the profile files of the project"]],
["nvidia_rtx_5090_laptop","NVIDIA GeForce RTX 5090 Laptop","nvidia","-",["cuda","vulkan"],"blackwell",[24],false,896,null,true,[{"words":["5090","laptop"]}],["the profile files of the project"]],
["nvidia_quadro_p5000","NVIDIA Quadro P5000","nvidia",["quadro-p5000"],["cuda","vulkan"],"pascal",[16],false,288,null,"-",[{"words":["p5000"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_quadro_p6000","NVIDIA Quadro P6000","nvidia","-",["cuda","vulkan"],"pascal",[24],false,432,null,"-",[{"words":["p6000"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_quadro_rtx_5000","NVIDIA Quadro RTX 5000","nvidia","-",["cuda","vulkan"],"turing",[16],false,448,null,"-",[{"words":["quadro rtx 5000"],"not":["max q","laptop","mobile","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_a1000_laptop","NVIDIA RTX A1000 Laptop","nvidia",["rtx-a1000-laptop"],["cuda","vulkan"],"ampere",[4,6],false,168,null,true,[{"words":["a1000","laptop"]}],["the profile files of the project"]],
["nvidia_rtx_a2000_laptop","NVIDIA RTX A2000 Laptop","nvidia",["rtx-a2000-laptop","rtx-a2000-%dgb-laptop"],["cuda","vulkan"],"ampere",[4,8],false,192,null,true,[{"words":["a2000","laptop"]}],["the profile files of the project"]],
["nvidia_rtx_a3000_laptop","NVIDIA RTX A3000 Laptop","nvidia","-",["cuda","vulkan"],"ampere",[6,12],false,264,null,true,[{"words":["a3000","laptop"]}],["the profile files of the project"]],
["nvidia_rtx_a5000_laptop","NVIDIA RTX A5000 Laptop","nvidia",["rtx-a5000-laptop"],["cuda","vulkan"],"ampere",[16],false,448,null,true,[{"words":["a5000","laptop"]}],["the profile files of the project"]],
["nvidia_rtx_3500_ada_laptop","NVIDIA RTX 3500 Ada Laptop","nvidia",["rtx-3500-ada-laptop"],["cuda","vulkan"],"ada",[12],false,432,null,true,[{"words":["3500 ada"]}],["the profile files of the project"]],
["nvidia_rtx_5000_ada_laptop","NVIDIA RTX 5000 Ada Laptop","nvidia",["rtx-5000-ada-laptop"],["cuda","vulkan"],"ada",[16],false,576,null,true,[{"words":["5000 ada","laptop"]}],["the profile files of the project"]],
["nvidia_rtx_4500_ada","NVIDIA RTX 4500 Ada","nvidia","-",["cuda","vulkan"],"ada",[24],false,432,null,"-",[{"words":["4500 ada"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_pro_4000_blackwell","NVIDIA RTX PRO 4000 Blackwell","nvidia","-",["cuda","vulkan"],"blackwell",[24],false,672,null,"-",[{"words":["rtx pro 4000"],"not":["laptop","sff","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_pro_4000_blackwell_sff","NVIDIA RTX PRO 4000 Blackwell SFF","nvidia","-",["cuda","vulkan"],"blackwell",[24],false,432,null,"-",[{"words":["rtx pro 4000","sff"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_pro_4500_blackwell","NVIDIA RTX PRO 4500 Blackwell","nvidia","-",["cuda","vulkan"],"blackwell",[32],false,896,null,"-",[{"words":["rtx pro 4500"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_pro_5000_blackwell","NVIDIA RTX PRO 5000 Blackwell","nvidia","-",["cuda","vulkan"],"blackwell",[48],false,1344,null,"-",[{"words":["rtx pro 5000"],"not":["laptop","mobile","max q","notebook"]}],["the profile files of the project"]],
["nvidia_rtx_pro_6000_blackwell_max_q","NVIDIA RTX PRO 6000 Blackwell Max-Q","nvidia",["rtx-pro-6000-blackwell-max-q-workstation-edition"],["cuda","vulkan"],"blackwell",[96],false,1792,null,"-",[{"words":["rtx pro 6000","max q"]}],["the profile files of the project"]]]}`));

// profiles/hardware/nvidia-edge.json
function expand11({ keys, rows, ...rest }) {
	let device = (row) => Object.fromEntries(keys.map((key, at2) => [key, row[at2]]).filter(([, value]) => value !== "-"));
	return { ...rest, devices: rows.map(device) };
}
var nvidia_edge_default = /* @__PURE__ */ expand11(/* @__PURE__ */ JSON.parse(String.raw`{"category":"nvidia-edge",
"keys":["id",
"display_name",
"vendor",
"aliases",
"backends",
"generation",
"memory_gb",
"unified",
"memory_bandwidth_gb_s",
"fp16_tflops",
"cpu",
"match",
"sources",
"is_mobile",
"sustained_n_ubatch"],
"rows":[["nvidia_gb10","NVIDIA GB10 (DGX Spark)","nvidia",["gb10","nvidia_dgx_spark"],["cuda"],"blackwell_unified",[128],true,273,125,{"name":"Cortex-X925 + Cortex-A725","performance_cores":10,"efficiency_cores":10,"simd":["neon","dotprod","i8mm","bf16","sve2"]},[{"words":["gb10"]},{"words":["dgx spark"]}],["the profile files of the project"],"-","-"],
["jetson_nano_4gb","NVIDIA Jetson Nano 4GB","nvidia",["jetson-nano","jetson_nano"],["cuda"],"jetson_nano",[4],true,25.6,0.472,{"name":"Cortex-A57","performance_cores":4,"efficiency_cores":0,"simd":["neon"]},[{"words":["jetson nano"],"not":["orin"]},{"words":["nvidia tegra x1"]},{"words":["tegra210"]},{"words":["p3450"]}],["the profile files of the project"],"-","-"],
["jetson_tx2","NVIDIA Jetson TX2","nvidia",["jetson-tx2","jetson-tx2-%dgb"],["cuda"],"jetson_tx2",[4,8],true,59.7,1.33,{"name":"Denver 2 + Cortex-A57","performance_cores":6,"efficiency_cores":0,"simd":["neon"]},[{"words":["jetson tx2"]},{"words":["tegra186"]}],["the profile files of the project"],"-","-"],
["jetson_xavier_nx","NVIDIA Jetson Xavier NX","nvidia",["jetson-xavier-nx","jetson-xavier-nx-%dgb"],["cuda"],"jetson_xavier",[8,16],true,59.7,6.8,{"name":"NVIDIA Carmel","performance_cores":6,"efficiency_cores":0,"simd":["neon","fp16"]},[{"words":["xavier nx"]}],["the profile files of the project"],"-","-"],
["jetson_agx_xavier","NVIDIA Jetson AGX Xavier","nvidia",["jetson-agx-xavier","jetson-agx-xavier-%dgb"],["cuda"],"jetson_xavier",[16,32,64],true,136.5,11,{"name":"NVIDIA Carmel","performance_cores":8,"efficiency_cores":0,"simd":["neon","fp16"]},[{"words":["agx xavier"]},{"words":["tegra194"]},{"words":["xavier"],"not":["nx"]}],["the profile files of the project"],"-","-"],
["jetson_orin_nano_4gb","NVIDIA Jetson Orin Nano 4GB","nvidia",["jetson-orin-nano-4gb","jetson_orin_nano"],["cuda"],"jetson_orin",[4],true,34,5,{"name":"Cortex-A78AE","performance_cores":6,"efficiency_cores":0,"simd":["neon","fp16","dotprod"]},[{"words":["orin nano"],"not":["super"]},{"words":["nvgpu"],"not":["xavier","thor"]}],["the profile files of the project"],"-","-"],
["jetson_orin_nano_8gb","NVIDIA Jetson Orin Nano 8GB","nvidia",["jetson-orin-nano-8gb"],["cuda"],"jetson_orin",[8],true,68,10,{"name":"Cortex-A78AE","performance_cores":6,"efficiency_cores":0,"simd":["neon","fp16","dotprod"]},[{"words":["orin nano"],"not":["super"]},{"words":["nvgpu"],"not":["xavier","thor"]}],["the profile files of the project"],"-","-"],
["jetson_orin_nano_8gb_super","NVIDIA Jetson Orin Nano Super 8GB","nvidia",["jetson-orin-nano-8gb-super"],["cuda"],"jetson_orin",[8],true,102,17,{"name":"Cortex-A78AE","performance_cores":6,"efficiency_cores":0,"simd":["neon","fp16","dotprod"]},[{"words":["orin nano","super"]}],["the profile files of the project"],"-","-"],
["jetson_orin_nx_8gb","NVIDIA Jetson Orin NX 8GB","nvidia",["jetson-orin-nx-8gb","jetson_orin_nx"],["cuda"],"jetson_orin",[8],true,102.4,null,{"name":"Cortex-A78AE","performance_cores":6,"efficiency_cores":0,"simd":["neon","fp16","dotprod"]},[{"words":["orin nx"]}],["the profile files of the project"],"-","-"],
["jetson_orin_nx_16gb","NVIDIA Jetson Orin NX 16GB","nvidia",["jetson-orin-nx-16gb"],["cuda"],"jetson_orin",[16],true,102.4,null,{"name":"Cortex-A78AE","performance_cores":8,"efficiency_cores":0,"simd":["neon","fp16","dotprod"]},[{"words":["orin nx"]},{"words":["nvgpu"],"not":["xavier","thor"]}],["the profile files of the project"],"-","-"],
["jetson_agx_orin_32gb","NVIDIA Jetson AGX Orin 32GB","nvidia",["jetson-agx-orin-32gb","jetson_agx_orin"],["cuda"],"jetson_orin",[32],true,204.8,null,{"name":"Cortex-A78AE","performance_cores":8,"efficiency_cores":0,"simd":["neon","fp16","dotprod"]},[{"words":["agx orin"]},{"words":["nvgpu"],"not":["xavier","thor"]}],["the profile files of the project"],"-","-"],
["jetson_agx_orin_64gb","NVIDIA Jetson AGX Orin 64GB","nvidia",["jetson-agx-orin-64gb"],["cuda"],"jetson_orin",[64],true,204.8,42.5,{"name":"Cortex-A78AE","performance_cores":12,"efficiency_cores":0,"simd":["neon","fp16","dotprod"]},[{"words":["agx orin"]},{"words":["igx orin"]},{"words":["nvgpu"],"not":["xavier","thor"]}],["the profile files of the project"],"-","-"],
["jetson_thor_t5000","NVIDIA Jetson AGX Thor (T5000)","nvidia",["jetson-thor-t5000"],["cuda"],"jetson_thor",[128],true,273,258,{"name":"Neoverse-V3AE","performance_cores":14,"efficiency_cores":0,"simd":["neon","fp16","dotprod","i8mm","bf16","sve2"]},[{"words":["thor t5000"]},{"words":["agx thor"]},{"words":["nvidia thor"]},{"words":["thor"]}],["the profile files of the project"],"-","-"],
["jetson_thor_t4000","NVIDIA Jetson Thor T4000","nvidia",["jetson-thor-t4000"],["cuda"],"jetson_thor",[64],true,273,150,{"name":"Neoverse-V3AE","performance_cores":12,"efficiency_cores":0,"simd":["neon","fp16","dotprod","i8mm","bf16","sve2"]},[{"words":["thor t4000"]},{"words":["nvidia thor"]},{"words":["thor"]}],["the profile files of the project"],"-","-"],
["jetson_nano_4gb_5w","NVIDIA Jetson Nano 4GB (5 W mode)","nvidia","-",["cuda"],"jetson_nano",[4],true,25.6,0.33,{"name":"Cortex-A57","performance_cores":2,"efficiency_cores":0,"simd":["neon"]},[],["the profile files of the project"],true,16],
["jetson_orin_nano_8gb_7w","NVIDIA Jetson Orin Nano 8GB (7 W mode)","nvidia","-",["cuda"],"jetson_orin",[8],true,68,6.5,{"name":"Cortex-A78AE","performance_cores":4,"efficiency_cores":0,"simd":["neon","fp16","dotprod"]},[],["the profile files of the project"],true,16]]}`));

// shared/profile/database.ts
var FILES = [
	apple_default,
	nvidia_desktop_default,
	nvidia_datacenter_default,
	nvidia_edge_default,
	amd_default,
	intel_default,
	cpu_default,
	mobile_default,
	generic_default
], profiles;
function listProfiles() {
	return profiles ??= FILES.flatMap((file) => file.devices.flatMap((row) => expandRow(row, file))), profiles;
}
function expandRow(row, file) {
	let several = row.memory_gb.length > 1, smallest = Math.min(...row.memory_gb);
	return row.memory_gb.map((memory_gb) => {
		let aliases = (row.aliases ?? []).flatMap(
			(alias) => alias.includes("%d") ? [alias.replace("%d", String(memory_gb))] : memory_gb === smallest ? [alias] : []
		);
		return {
			id: several ? `${row.id}_${memory_gb}gb` : row.id,
			aliases: several && memory_gb === smallest ? [row.id, ...aliases] : aliases,
			display_name: several ? `${row.display_name} (${memory_gb} GB)` : row.display_name,
			category: file.category,
			backend: row.backends[0] ?? "cpu",
			memory_gb,
			memory_bandwidth_gb_s: row.bandwidth_by_memory?.[String(memory_gb)] ?? row.memory_bandwidth_gb_s,
			row,
			host: row.host ?? file.host
		};
	});
}

// shared/node/check/load-targets.ts
async function loadTargets(request, loaded, world, headroom) {
	let { policy, file, placeOf: placeOf2 } = loaded, byName2 = /* @__PURE__ */ new Map(), troubles = /* @__PURE__ */ new Map(), load = async (name) => {
		if (!(byName2.has(name) || troubles.has(name)))
			try {
				let found2 = await world.loadTarget(name), list2 = "id" in found2 ? [found2] : found2;
				byName2.set(
					name,
					list2.map((target) => withHeadroom(target, headroom))
				);
			} catch (error2) {
				if (!(error2 instanceof UserError)) throw error2;
				troubles.set(name, error2);
			}
	};
	if (request.targets !== null) {
		for (let name of request.targets) await load(name);
		throwAll([...troubles.values()]);
	}
	let mentions = request.targets === null ? mentionsOf(policy, request.configs === null) : [], problems = [];
	for (let { name, path: path3 } of mentions) {
		if (await load(name), !troubles.has(name) || file === null) continue;
		let near2 = nearestNames(
			name,
			listProfiles().map(({ id }) => id)
		), args = { problem: "target", name: name.slice(0, 80), near: near2 };
		problems.push({ rule: "LP901", severity: "error", path: path3, args, file, place: placeOf2(path3) });
	}
	if (problems.length > 0) throw new PolicyError(problems);
	let named = (names3) => unique(names3.flatMap((name) => byName2.get(name) ?? [])), names2 = request.targets ?? policy.targets, idOf = (name) => byName2.get(name)?.[0]?.id ?? name;
	return { common: names2 === void 0 ? null : named(names2), named, idOf };
}
function mentionsOf({ targets: targets2 = [], configs = [] }, groups) {
	return [
		...targets2.map((name, index) => ({ name, path: ["targets", index] })),
		...configs.flatMap(
			(entry, at2) => typeof entry == "string" || !groups ? [] : entry.targets.map((name, index) => ({ name, path: ["configs", at2, "targets", index] }))
		)
	];
}
function throwAll(troubles) {
	let [first] = troubles;
	if (first !== void 0)
		throw troubles.length === 1 ? first : new UserError(first.kind, troubles.map(({ message }) => message).join(" "), first.hint);
}
function unique(targets2) {
	return [...new Map(targets2.map((target) => [target.id, target])).values()];
}

// shared/export/shell-quote.ts
function quotePosix(word) {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

// shared/node/check/local-command.ts
function localCommand(request, policy, inside2) {
	let command2 = ["npx lp-tui validate", ...[
		["--policy", policy],
		["--config", request.configs],
		["--hardware", request.targets],
		["--models", request.models],
		["--baseline", request.baseline],
		["--fail-on", request.fail_on],
		["--vram-headroom", request.vram_headroom]
	].flatMap(
		([flag, value]) => (typeof value == "string" ? [value] : value ?? []).flatMap((one) => [flag, quotePosix(one)])
	)].join(" ");
	return inside2 === "" || inside2 === "." ? command2 : `cd ${quotePosix(inside2)} && ${command2}`;
}

// shared/node/check/model-facts.ts
import { basename as basename4, dirname as dirname2, resolve as resolve5 } from "node:path";

// shared/node/read-gguf-file.ts
import { basename as basename3 } from "node:path";

// shared/model/gguf/trouble.ts
function badGguf(name, problem2, hint) {
	return new UserError("input", `${name} ${problem2}`, hint);
}
function quote(text2) {
	let plain2 = text2.replaceAll(new RegExp("\\p{Cc}", "gu"), "�");
	return plain2.length <= 80 ? `'${plain2}'` : `'${plain2.slice(0, 77)}...'`;
}
function showNumber(n) {
	return Number.isInteger(n) ? BigInt(n).toString() : String(n);
}

// shared/model/precision-name.ts
var FILE_TYPES = {
	0: "F32",
	1: "F16",
	2: "Q4_0",
	3: "Q4_1",
	7: "Q8_0",
	8: "Q5_0",
	9: "Q5_1",
	10: "Q2_K",
	11: "Q3_K_S",
	12: "Q3_K_M",
	13: "Q3_K_L",
	14: "Q4_K_S",
	15: "Q4_K_M",
	16: "Q5_K_S",
	17: "Q5_K_M",
	18: "Q6_K",
	19: "IQ2_XXS",
	20: "IQ2_XS",
	21: "Q2_K_S",
	22: "IQ3_XS",
	23: "IQ3_XXS",
	24: "IQ1_S",
	25: "IQ4_NL",
	26: "IQ3_S",
	27: "IQ3_M",
	28: "IQ2_S",
	29: "IQ2_M",
	30: "IQ4_XS",
	31: "IQ1_M",
	32: "BF16",
	36: "TQ1_0",
	37: "TQ2_0",
	38: "MXFP4_MOE",
	39: "NVFP4",
	40: "Q1_0",
	41: "Q2_0"
}, GUESSED = 1024;
function precisionOfFileType(file_type) {
	return FILE_TYPES[file_type >= GUESSED ? file_type - GUESSED : file_type];
}
var UNIFORM = /* @__PURE__ */ new Set([
	"f32",
	"f16",
	"bf16",
	"q4_0",
	"q4_1",
	"q5_0",
	"q5_1",
	"q8_0",
	"q6_K",
	"iq4_nl",
	"iq4_xs",
	"tq1_0",
	"tq2_0",
	"nvfp4",
	"q1_0",
	"q2_0"
]);
function precisionOfTensors(groups) {
	let types = /* @__PURE__ */ new Set();
	for (let { type, shape: shape2, layers } of groups)
		layers !== void 0 && shape2.length > 1 && types.add(type);
	types.size > 1 && types.delete("f32");
	let [first] = types;
	if (types.size === 1 && first !== void 0 && UNIFORM.has(first)) return first.toUpperCase();
	let is = (...wanted) => types.size === wanted.length && wanted.every((type) => types.has(type));
	return is("q4_K", "q6_K") || is("q4_K", "q5_K", "q6_K") ? "Q4_K_M" : is("q4_K", "q5_K") ? "Q4_K_S" : is("q5_K", "q6_K") ? "Q5_K_M" : "mixed";
}

// shared/model/tensor-groups.ts
var LAYER2 = /^((?:\w+\.)*blk\.)(0|[1-9]\d{0,3})(?=\.)/;
function groupTensors(tensors) {
	let groups = /* @__PURE__ */ new Map();
	for (let { name, type, shape: shape2 } of tensors) {
		let match = LAYER2.exec(name), pattern2 = match === null ? name : `${match[1]}%d${name.slice(match[0].length)}`, id = `${match === null ? "one" : "many"} ${pattern2} ${type} ${shape2.join("x")}`, known2 = groups.get(id), entry = known2 ?? { group: { name: pattern2, type, shape: [...shape2] }, layers: [] };
		known2 === void 0 && groups.set(id, entry), match !== null && entry.layers.push(Number(match[2]));
	}
	return Array.from(
		groups.values(),
		({ group, layers }) => layers.length === 0 ? group : { ...group, layers: toRanges(layers) }
	);
}
function toRanges(numbers) {
	let ranges = [];
	for (let n of [...numbers].sort((a, b) => a - b)) {
		let last = ranges.at(-1);
		last !== void 0 && last[1] === n - 1 ? last[1] = n : ranges.push([n, n]);
	}
	return ranges;
}

// shared/model/facts-from-gguf.ts
var MAX_NAME = 300, MAX_ARCHITECTURE = 64, MAX_KEY = 128, MAX_TEXT = 200, MAX_GROUPS = 2e4;
function factsFromHeader(header, source = header.name) {
	let { metadata, name } = header, architecture = readArchitecture(header), tensors = groupTensors(header.tensors);
	if (tensors.length > MAX_GROUPS) throw badGguf(name, `has ${tensors.length} tensors that have nothing in common`);
	let file_type = metadata.get("general.file_type"), precision = typeof file_type == "number" ? precisionOfFileType(file_type) : void 0;
	return {
		schema_version: 1,
		name: (textOf(metadata.get("general.name")) || name).slice(0, MAX_NAME),
		architecture,
		precision: precision ?? precisionOfTensors(tensors),
		n_params: countWeights(header),
		hparams: { ...readHparams2(header, architecture), vocab_size: readVocabSize(header, architecture) },
		tensors,
		source: source.slice(0, MAX_NAME)
	};
}
function readArchitecture(header) {
	let { metadata, name } = header, architecture = textOf(metadata.get("general.architecture")), type = textOf(metadata.get("general.type"));
	if (type === "adapter") throw badGguf(name, "is a LoRA adapter, not a model", "Give the model that it is for.");
	if (type === "imatrix") throw badGguf(name, "is an importance matrix, not a model");
	if (type === "mmproj" || architecture === "clip")
		throw badGguf(name, "is a vision or audio projector (mmproj), not a model", "Give the model that it is for.");
	if (architecture === "" || architecture.length > MAX_ARCHITECTURE)
		throw badGguf(name, "does not say its architecture (metadata key 'general.architecture')");
	if (header.tensors.length === 0) throw badGguf(name, "has no tensors: it holds a vocabulary only");
	return architecture;
}
function countWeights({ name, tensors }) {
	let total2 = tensors.reduce((sum, { shape: shape2 }) => sum + shape2.reduce((product, n) => product * n, 1), 0);
	if (!Number.isSafeInteger(total2)) throw badGguf(name, "claims to have more weights than any model");
	return total2;
}
function readHparams2({ name, metadata }, architecture) {
	let prefix = `${architecture}.`, own2 = [];
	for (let [key, value] of metadata) {
		if (!key.startsWith(prefix) || key.length === prefix.length || key.length - prefix.length > MAX_KEY) continue;
		if (key.startsWith(`${prefix}rope.`) && typeof value == "number" && !Number.isFinite(value))
			throw badGguf(name, `is damaged: ${quote(key)} is ${value}, not a finite number`);
		let hparam = toHparam(value);
		hparam !== null && own2.push([key.slice(prefix.length), hparam]);
	}
	return Object.fromEntries(own2);
}
function toHparam(value) {
	if (typeof value == "number") return Number.isFinite(value) ? value : null;
	if (typeof value == "boolean") return value;
	if (typeof value == "string") return value.length <= MAX_TEXT ? value : null;
	if (typeof value == "bigint" || "kept" in value) return null;
	let numbers = value.filter((entry) => typeof entry == "number");
	return numbers.length === value.length ? numbers.every(Number.isFinite) ? numbers : null : value.filter((entry) => typeof entry == "boolean");
}
function readVocabSize({ name, metadata, tensors }, architecture) {
	let own2 = metadata.get(`${architecture}.vocab_size`);
	if (typeof own2 == "number" && Number.isInteger(own2) && own2 > 0) return own2;
	let tokens2 = metadata.get("tokenizer.ggml.tokens");
	if (typeof tokens2 == "object" && tokens2.length > 0) return tokens2.length;
	let rows = tensors.find((tensor) => tensor.name === "token_embd.weight")?.shape[1];
	if (rows !== void 0) return rows;
	throw badGguf(name, `has no vocabulary (architecture ${quote(architecture)}), so it is no language model`);
}
function textOf(value) {
	return typeof value == "string" ? value : "";
}

// shared/model/gguf/limits.ts
var MAX_HEADER_BYTES = 256 * 1048576, MAX_KEYS = 1e4, MAX_KEY_BYTES = 1024, MAX_TEXT_BYTES = 64 * 1048576, MAX_KEPT_TEXT_BYTES = 4 * 1024, MAX_ARRAY_LENGTH = 2 ** 24, MAX_KEPT_ARRAY_LENGTH = 1e4, MAX_KEPT_ENTRIES = 2 ** 20, MAX_TENSORS = 65536, MAX_TENSOR_NAME_BYTES = 63, MAX_DIMENSIONS = 4, MAX_DIMENSION = 2 ** 40, FIRST_READ_BYTES = 128 * 1024, MAX_READ_BYTES = 1048576;

// shared/model/gguf/cursor.ts
function openCursor(source) {
	let { name, size: size3 } = source, decoder2 = new TextDecoder("utf-8"), view2 = new DataView(new ArrayBuffer(0)), start = 0, at2 = 0, block2 = FIRST_READ_BYTES, ended2 = !1;
	function truncated() {
		let end = ended2 || size3 === null ? start + view2.byteLength : size3;
		return badGguf(name, `ends in the middle of its header, at byte ${end}`, "Download it again; it is not complete.");
	}
	async function load(length) {
		if (start += at2, at2 = 0, start > MAX_HEADER_BYTES)
			throw badGguf(name, `has a header of more than ${MAX_HEADER_BYTES} bytes, so it is damaged or no model`);
		let wanted = Math.max(length, block2), bytes2 = await source.read(start, wanted);
		ended2 = bytes2.byteLength < wanted, block2 = Math.min(2 * block2, MAX_READ_BYTES), view2 = new DataView(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength);
	}
	function advance(length) {
		let from = at2;
		if (from + length > view2.byteLength) throw truncated();
		return at2 += length, from;
	}
	function skip(length) {
		if (at2 += length, size3 !== null && start + at2 > size3) throw truncated();
	}
	function u64At(offset) {
		return view2.getUint32(offset + 4, !0) * 2 ** 32 + view2.getUint32(offset, !0);
	}
	function skipTextsAtHand(count4) {
		let last = view2.byteLength - 8, place = at2, done = 0;
		for (; done < count4 && place <= last; ) {
			let length = view2.getUint32(place, !0);
			if (length > MAX_TEXT_BYTES || view2.getUint32(place + 4, !0) !== 0) throw textTooLong(name, u64At(place));
			place += 8 + length, done++;
		}
		if (done === 0) throw truncated();
		return at2 = place, done;
	}
	return {
		name,
		position: () => start + at2,
		async ahead(length) {
			at2 + length > view2.byteLength && !ended2 && await load(length);
		},
		take: (length) => ({ at: advance(length), view: view2 }),
		u32: () => view2.getUint32(advance(4), !0),
		u64: () => u64At(advance(8)),
		text(length) {
			let from = advance(length);
			return decoder2.decode(new Uint8Array(view2.buffer, view2.byteOffset + from, length));
		},
		skip,
		async skipTexts(count4) {
			let left = count4;
			for (; left > 0; )
				at2 + 8 > view2.byteLength && !ended2 && await load(8), left -= skipTextsAtHand(left);
			skip(0);
		}
	};
}
function textTooLong(name, length) {
	return badGguf(name, `claims to hold a text of ${showNumber(length)} bytes, so it is damaged or no model`);
}

// shared/model/gguf/layout.ts
var DEFAULT_ALIGNMENT = 32;
function checkLayout(name, metadata, tensors, header_end, size3) {
	let alignment = readAlignment(name, metadata), data_offset = padTo(header_end, alignment), next = 0, end = 0;
	for (let tensor of tensors) {
		if (tensor.offset !== next)
			throw badGguf(
				name,
				`has the tensor ${quote(tensor.name)} at data byte ${showNumber(tensor.offset)}, where ${next} is due, so it is damaged`
			);
		if (end = next + tensorBytes(tensor.type, tensor.shape), next = padTo(end, alignment), !Number.isSafeInteger(next)) throw badGguf(name, "claims to have more tensor data than any disk");
	}
	let needed = tensors.length === 0 ? header_end : data_offset + end;
	if (size3 !== null && size3 < needed)
		throw badGguf(
			name,
			`is truncated: ${needed - size3} of its ${needed} bytes are missing`,
			"Download it again; it is not complete."
		);
	return data_offset;
}
function readAlignment(name, metadata) {
	let alignment = metadata.get("general.alignment") ?? DEFAULT_ALIGNMENT;
	if (typeof alignment == "number" && Number.isInteger(Math.log2(alignment)) && alignment >= 1 && alignment < 2 ** 32)
		return alignment;
	let shown2 = typeof alignment == "object" ? "a list" : quote(String(alignment));
	throw badGguf(name, `has an alignment of ${shown2}, which is not a power of two`);
}

// shared/model/gguf/metadata.ts
var TEXT = 8, ARRAY = 9, SCALARS = {
	0: { bytes: 1, read: (view2, at2) => view2.getUint8(at2) },
	1: { bytes: 1, read: (view2, at2) => view2.getInt8(at2) },
	2: { bytes: 2, read: (view2, at2) => view2.getUint16(at2, !0) },
	3: { bytes: 2, read: (view2, at2) => view2.getInt16(at2, !0) },
	4: { bytes: 4, read: (view2, at2) => view2.getUint32(at2, !0) },
	5: { bytes: 4, read: (view2, at2) => view2.getInt32(at2, !0) },
	6: { bytes: 4, read: (view2, at2) => view2.getFloat32(at2, !0) },
	7: { bytes: 1, read: (view2, at2) => view2.getUint8(at2) !== 0 },
	10: { bytes: 8, read: (view2, at2) => narrow(view2.getBigUint64(at2, !0)) },
	11: { bytes: 8, read: (view2, at2) => narrow(view2.getBigInt64(at2, !0)) },
	12: { bytes: 8, read: (view2, at2) => view2.getFloat64(at2, !0) }
};
function narrow(value) {
	let number4 = Number(value);
	return Number.isSafeInteger(number4) ? number4 : value;
}
async function readMetadata(cursor, count4) {
	let { name } = cursor;
	if (count4 > MAX_KEYS)
		throw badGguf(name, `claims to have ${showNumber(count4)} metadata keys, so it is damaged or no model`);
	let metadata = /* @__PURE__ */ new Map(), kept_entries = 0;
	for (let i = 0; i < count4; i++) {
		await cursor.ahead(8 + MAX_KEY_BYTES + 4);
		let key = readKey(cursor);
		if (metadata.has(key)) throw badGguf(name, `has the metadata key ${quote(key)} twice`);
		let value = await readValue(cursor, key, cursor.u32());
		if (Array.isArray(value) && (kept_entries += value.length), kept_entries > MAX_KEPT_ENTRIES) throw badGguf(name, "has too many lists of numbers in its metadata");
		metadata.set(key, value);
	}
	return metadata;
}
function readKey(cursor) {
	let length = cursor.u64();
	if (length === 0) throw badGguf(cursor.name, "has a metadata key without a name");
	if (length > MAX_KEY_BYTES)
		throw badGguf(
			cursor.name,
			`claims to have a metadata key of ${showNumber(length)} bytes, so it is damaged or no model`
		);
	return cursor.text(length);
}
async function readValue(cursor, key, type) {
	if (type === TEXT) return readText(cursor);
	if (type === ARRAY) return readArray(cursor, key);
	let scalar = SCALARS[type];
	if (scalar === void 0) throw unknownType(cursor, key, type);
	await cursor.ahead(scalar.bytes);
	let { view: view2, at: at2 } = cursor.take(scalar.bytes);
	return scalar.read(view2, at2);
}
async function readText(cursor) {
	await cursor.ahead(8);
	let length = cursor.u64();
	if (length > MAX_TEXT_BYTES) throw textTooLong(cursor.name, length);
	return length > MAX_KEPT_TEXT_BYTES ? (cursor.skip(length), { length, kept: !1 }) : (await cursor.ahead(length), cursor.text(length));
}
async function readArray(cursor, key) {
	await cursor.ahead(12);
	let type = cursor.u32(), length = cursor.u64();
	if (length > MAX_ARRAY_LENGTH)
		throw badGguf(
			cursor.name,
			`claims to have a list of ${showNumber(length)} entries at ${quote(key)}, so it is damaged or no model`
		);
	if (type === ARRAY) throw badGguf(cursor.name, `has a list of lists at ${quote(key)}, which llama.cpp does not read`);
	if (type === TEXT)
		return await cursor.skipTexts(length), { length, kept: !1 };
	let scalar = SCALARS[type];
	if (scalar === void 0) throw unknownType(cursor, key, type);
	let bytes2 = length * scalar.bytes;
	if (length > MAX_KEPT_ARRAY_LENGTH || key.startsWith("tokenizer."))
		return cursor.skip(bytes2), { length, kept: !1 };
	await cursor.ahead(bytes2);
	let { view: view2, at: at2 } = cursor.take(bytes2);
	return homogeneous(Array.from({ length }, (_, i) => scalar.read(view2, at2 + i * scalar.bytes)));
}
function homogeneous(values) {
	return values.every((value) => typeof value == "number") || values.every((value) => typeof value == "boolean") ? values : { length: values.length, kept: !1 };
}
function unknownType(cursor, key, type) {
	return badGguf(cursor.name, `has a value of unknown type ${type} at ${quote(key)}, so it is damaged or too new`);
}

// shared/model/gguf/sniff.ts
var CONVERT = "Convert it with llama.cpp's convert_hf_to_gguf.py, or download a GGUF of the model.", AGAIN = "Download the file again, by the link that ends in /resolve/main/<file>.gguf.", KNOWN4 = [
	{
		is: "a Git LFS pointer: a few lines of text in place of the model",
		hint: "Fetch the model itself with: git lfs pull",
		matches: (_, text2) => text2.startsWith("version https://git-lfs")
	},
	{
		is: "a web page",
		hint: AGAIN,
		matches: (_, text2) => /^\s*<(?:!doctype html|html|head|\?xml)/i.test(text2)
	},
	{
		is: "a model in the old ggml format of before August 2023, which llama.cpp no longer reads",
		hint: "Download a GGUF of the model.",
		// The magics of llama.cpp's first formats (ggml, ggmf, ggjt, ggla), stored as little-endian numbers.
		matches: (_, text2) => /^(?:lmgg|fmgg|tjgg|algg)/.test(text2)
	},
	{ is: "a safetensors file", hint: CONVERT, matches: (_, text2) => /^[^]{8}\{\s*"/.test(text2) },
	{
		is: "a zip archive (a PyTorch checkpoint?)",
		hint: CONVERT,
		matches: (_, text2) => text2.startsWith("PK")
	},
	{ is: "a gzip archive", hint: "Unpack it first.", matches: (bytes2) => bytes2[0] === 31 && bytes2[1] === 139 },
	{ is: "a JSON file", matches: (_, text2) => /^\s*\{\s*["}]/.test(text2) },
	{ is: "nothing but zeros at its start (a download that did not finish?)", hint: AGAIN, matches: isZero }
];
function isZero(bytes2) {
	return bytes2.every((byte) => byte === 0);
}
var SNIFF_BYTES = 64;
function looksLike(bytes2) {
	let first = bytes2.subarray(0, SNIFF_BYTES), text2 = String.fromCharCode(...first);
	return KNOWN4.find((known2) => known2.matches(first, text2));
}

// shared/model/gguf/tensor-infos.ts
var MAX_INFO_BYTES = 8 + MAX_TENSOR_NAME_BYTES + 4 + 8 * MAX_DIMENSIONS + 4 + 8;
async function readTensorInfos(cursor, count4) {
	let { name } = cursor;
	if (count4 > MAX_TENSORS)
		throw badGguf(name, `claims to have ${showNumber(count4)} tensors, so it is damaged or no model`);
	let tensors = [], names2 = /* @__PURE__ */ new Set();
	for (let i = 0; i < count4; i++) {
		await cursor.ahead(MAX_INFO_BYTES);
		let tensor = readTensorInfo(cursor);
		if (names2.has(tensor.name)) throw badGguf(name, `has the tensor ${quote(tensor.name)} twice`);
		names2.add(tensor.name), tensors.push(tensor);
	}
	return tensors;
}
function readTensorInfo(cursor) {
	let length = cursor.u64();
	if (length === 0) throw badGguf(cursor.name, "has a tensor without a name");
	if (length > MAX_TENSOR_NAME_BYTES)
		throw badGguf(
			cursor.name,
			`claims to have a tensor name of ${showNumber(length)} bytes, so it is damaged or no model`
		);
	let name = cursor.text(length), shape2 = readShape(cursor, name), type = readType(cursor, name), [row = 0] = shape2;
	if (row % blockLength(type) !== 0)
		throw badGguf(
			cursor.name,
			`has the tensor ${quote(name)} with rows of ${row} weights, no multiple of the ${blockLength(type)} of ${type}`
		);
	if (!Number.isSafeInteger(tensorBytes(type, shape2))) throw badShape(cursor, name, shape2);
	return { name, type, shape: shape2, offset: cursor.u64() };
}
function readShape(cursor, name) {
	let dimensions = cursor.u32();
	if (dimensions > MAX_DIMENSIONS)
		throw badGguf(cursor.name, `has the tensor ${quote(name)} with ${dimensions} dimensions, more than four`);
	let shape2 = Array.from({ length: dimensions }, () => cursor.u64()), elements = shape2.reduce((product, n) => product * n, 1);
	if (shape2.some((n) => n < 1 || n > MAX_DIMENSION) || !Number.isSafeInteger(elements))
		throw badShape(cursor, name, shape2);
	return dimensions === 0 ? [1] : shape2;
}
function badShape(cursor, name, shape2) {
	return badGguf(
		cursor.name,
		`has the tensor ${quote(name)} with an impossible shape: ${shape2.map(showNumber).join(" x ")}`
	);
}
var DROPPED = /* @__PURE__ */ new Set([4, 5, 31, 32, 33, 36, 37, 38]);
function readType(cursor, name) {
	let number4 = cursor.u32(), type = tensorTypeOf(number4);
	if (type !== void 0) return type;
	let problem2 = `has the tensor ${quote(name)} of type number ${number4}`;
	throw DROPPED.has(number4) ? badGguf(cursor.name, `${problem2}, which llama.cpp no longer reads`, "Download or make a newer GGUF of the model.") : badGguf(cursor.name, `${problem2}, which is not known here`, "It is damaged, or made for a newer llama.cpp.");
}

// shared/model/gguf/header.ts
var MAGIC = "GGUF", NEWEST_VERSION = 3;
async function readGgufHeader(source) {
	let cursor = openCursor(source);
	await cursor.ahead(SNIFF_BYTES);
	let version3 = readVersion(cursor, source.size), tensor_count = cursor.u64(), key_count = cursor.u64(), metadata = await readMetadata(cursor, key_count), tensors = await readTensorInfos(cursor, tensor_count), data_offset = checkLayout(source.name, metadata, tensors, cursor.position(), source.size);
	return { name: source.name, version: version3, metadata, tensors, data_offset };
}
function readVersion(cursor, size3) {
	let { view: view2 } = cursor.take(0), first = new Uint8Array(view2.buffer, view2.byteOffset, view2.byteLength);
	if (size3 !== null && size3 < MAGIC.length) throw badGguf(cursor.name, `is no GGUF file: it has only ${size3} bytes`);
	if (String.fromCharCode(...first.subarray(0, MAGIC.length)) !== MAGIC) {
		let other = looksLike(first);
		throw badGguf(
			cursor.name,
			`is no GGUF file: it ${other ? `is ${other.is}` : "does not begin with 'GGUF'"}`,
			other?.hint
		);
	}
	cursor.skip(MAGIC.length);
	let version3 = cursor.u32();
	if (version3 !== 0 && version3 % 2 ** 16 === 0)
		throw badGguf(cursor.name, "is a big-endian GGUF file", "Convert it with gguf_convert_endian.py of llama.cpp.");
	if (version3 < 2)
		throw badGguf(cursor.name, `is a GGUF file of version ${version3}, which llama.cpp no longer reads`, "Download or make a newer GGUF of the model.");
	if (version3 > NEWEST_VERSION)
		throw badGguf(cursor.name, `is a GGUF file of version ${version3}; versions 2 and 3 are known here`);
	return version3;
}

// shared/model/gguf/parts.ts
var PART_NAME = /^(?<stem>.*)-(?<no>\d{5})-of-(?<count>\d{5})\.gguf$/su;
function partOfName(path3) {
	let groups = PART_NAME.exec(path3)?.groups;
	return groups === void 0 ? null : { stem: groups.stem ?? "", no: Number(groups.no), count: Number(groups.count) };
}
function partName(stem2, no, count4) {
	return `${stem2}-${String(no).padStart(5, "0")}-of-${String(count4).padStart(5, "0")}.gguf`;
}
function partCount(header) {
	let count4 = splitNumber(header, "count");
	return count4 === null || count4 === 0 ? 1 : count4;
}
function joinParts(headers) {
	let [first] = headers, count4 = partCount(first);
	if (count4 !== headers.length)
		throw badGguf(first.name, `is one of ${count4} parts, but ${headers.length} were given`);
	if (count4 === 1) return first;
	for (let [i, header] of headers.entries()) {
		let no = splitNumber(header, "no");
		if (no !== i)
			throw badGguf(
				header.name,
				`is not part ${i + 1} of ${count4}: ${no === null ? "it does not say which" : `it says ${no + 1}`}`
			);
		if (partCount(header) !== count4)
			throw badGguf(header.name, `is one of ${partCount(header)} parts, but ${first.name} is one of ${count4}`);
	}
	let tensors = headers.flatMap((header) => header.tensors);
	return checkTensors2(first, headers, tensors.length), { ...first, tensors };
}
function checkTensors2(first, headers, found2) {
	let due = splitNumber(first, "tensors.count");
	if (due !== null && due !== found2)
		throw badGguf(first.name, `and its other parts hold ${found2} tensors, but ${due} are due`);
	if (found2 > MAX_TENSORS) throw badGguf(first.name, `and its other parts claim to have ${found2} tensors`);
	let names2 = /* @__PURE__ */ new Set();
	for (let header of headers)
		for (let { name } of header.tensors) {
			if (names2.has(name)) throw badGguf(header.name, `has the tensor ${quote(name)}, which another part has too`);
			names2.add(name);
		}
}
function splitNumber(header, key) {
	let value = header.metadata.get(`split.${key}`);
	return typeof value == "number" && Number.isInteger(value) && value >= 0 ? value : null;
}

// shared/node/file-source.ts
import { basename as basename2 } from "node:path";
async function openFileSource(path3) {
	let { handle, size: size3 } = await openRegularFile(path3), buffer = new Uint8Array(0);
	return {
		size: size3,
		name: showPath(basename2(path3)),
		async read(offset, length) {
			let wanted = Math.max(0, Math.min(length, size3 - offset));
			buffer.byteLength < wanted && (buffer = new Uint8Array(wanted));
			try {
				return buffer.subarray(0, await readFully(handle, buffer.subarray(0, wanted), offset));
			} catch (error2) {
				throw fileTrouble(path3, error2);
			}
		},
		close: () => handle.close()
	};
}

// shared/node/read-gguf-file.ts
async function readGgufFile(path3) {
	return factsFromHeader(await readGgufFileHeader(path3));
}
async function readGgufFileHeader(path3) {
	let part = partOfName(path3);
	if (part !== null && part.no !== 1) {
		let first2 = basename3(partName(part.stem, 1, part.count)), message = `${showPath(basename3(path3))} is part ${part.no} of a model; llama.cpp wants the first`;
		throw new UserError("input", message, `Give ${showPath(first2)} instead.`);
	}
	let first = await readHeader(path3), count4 = partCount(first);
	if (count4 === 1) return first;
	if (part?.count !== count4) {
		let wanted = partName("<name>", 1, count4);
		throw new UserError("input", `${first.name} is the first of ${count4} parts, so its name must be like ${wanted}`);
	}
	let others = [];
	for (let no = 2; no <= count4; no++)
		others.push(await readPart(partName(part.stem, no, count4), no, count4));
	return joinParts([first, ...others]);
}
async function readPart(path3, no, count4) {
	try {
		return await readHeader(path3);
	} catch (error2) {
		if (!(error2 instanceof UserError) || errnoOf(error2.cause) !== "ENOENT") throw error2;
		let message = `Part ${no} of ${count4} is missing: ${error2.message}`;
		throw new UserError("input", message, "Put all parts of the model into one folder.", { cause: error2 });
	}
}
async function readHeader(path3) {
	let source = await openFileSource(path3);
	try {
		return await readGgufHeader(source);
	} finally {
		await source.close();
	}
}

// shared/node/check/model-facts.ts
async function factsSource(patterns2, folder, root) {
	let byModel = await readFactsFiles(patterns2, folder, root), interned = /* @__PURE__ */ new Map(), intern2 = (facts) => {
		let key = JSON.stringify(facts), known2 = interned.get(key);
		return known2 !== void 0 ? known2 : (interned.set(key, facts), facts);
	};
	return async (config2, file) => {
		if (config2.model !== void 0) return intern2(config2.model);
		let named = byModel.get(stem(config2.model_path, ".gguf"));
		if (named !== void 0) return named;
		for (let from of /* @__PURE__ */ new Set([folder, dirname2(resolve5(folder, file))])) {
			let facts = await ggufFacts(config2.model_path, from, root);
			if (facts !== void 0) return intern2(facts);
		}
	};
}
async function readFactsFiles(patterns2, folder, root) {
	let facts = /* @__PURE__ */ new Map();
	if (patterns2.length === 0) return facts;
	let files = await expandConfigs(
		patterns2.map((pattern2) => readPattern(pattern2).glob),
		folder
	);
	for (let file of files) {
		let text2 = await readTextFile(confine(file, folder, root), CHECK_LIMITS.file_bytes), { root: node2 } = parseJson(text2), parsed = ModelFactsSchema.safeParse(node2 === null ? null : jsonValue(node2));
		if (!parsed.success)
			throw new UserError(
				"input",
				`${file} holds no model facts`,
				"A facts file is what lp-tui generate writes under the key model."
			);
		facts.set(stem(stem(file, ".json"), ".facts"), parsed.data);
	}
	return facts;
}
async function ggufFacts(name, folder, root) {
	try {
		return await readGgufFile(confine(name, folder, root));
	} catch (error2) {
		if (error2 instanceof UserError) return;
		throw error2;
	}
}
function stem(path3, extension) {
	let name = basename4(path3.replaceAll("\\", "/"));
	return name.toLowerCase().endsWith(extension) ? name.slice(0, -extension.length) : name;
}

// shared/node/check/run-check.ts
async function runCheck(request, world, inside2 = "") {
	let start = world.now(), loaded = await loadPolicy(request, (path3) => world.shownName?.(path3)), { policy } = loaded, headroom = headroomOf(request.vram_headroom ?? policy["vram-headroom"]), targets2 = await loadTargets(request, loaded, world, headroom), found2 = await findFiles(request, loaded), facts = await factsSource(request.models ?? policy.models ?? [], request.folder, request.root), today = new Date(start).toISOString().slice(0, 10), baseline2 = loaded.baseline.map((one) => ({ ...one, entry: withId(one.entry, targets2) })), policyAgain = () => startPolicy(policy.rules ?? {}, baseline2, today), rules = policyAgain(), configs = [], files = [], unread = [], own2 = [...found2.findings], seen = /* @__PURE__ */ new Map(), pairs2 = 0, inspect = (one, text2) => inspectText(one, text2, facts);
	for (let [index, one] of found2.files.entries()) {
		if (world.now() - start > CHECK_LIMITS.seconds * 1e3) {
			let args = { left: found2.files.length - index, files: found2.files.length, seconds: CHECK_LIMITS.seconds };
			own2.push(runFinding("LP906", loaded.file ?? "", args));
			break;
		}
		let checked = await readOne(one, request, world, async (text2) => (one.targets === null || request.targets !== null ? targets2.common : targets2.named(one.targets)) ?? ownTargets(text2, world));
		if ("message" in checked) {
			unread.push(checked), own2.push(runFinding("LP905", checked.file, { message: checked.message }));
			continue;
		}
		if (pairs2 += checked.targets.length, pairs2 > CHECK_LIMITS.pairs) {
			let most = CHECK_LIMITS.pairs.toLocaleString("en-US");
			throw new UserError("usage", `the files and targets make more than the ${most} pairs that one check takes`);
		}
		for (let target of checked.targets) seen.set(target.id, target);
		files.push(checked);
		for (let [at2, { inspection, facts: known2 }] of (await inspect(checked, checked.text)).entries())
			configs.push(checkedConfig(checked, at2, inspection, known2, rules));
	}
	return {
		check: {
			configs,
			targets: seen,
			own: [...own2, ...rules.findings()],
			known: rules.known(),
			policy_file: loaded.file,
			fail_on: request.fail_on ?? policy["fail-on"] ?? "error",
			command: localCommand(request, loaded.name, inside2)
		},
		files,
		unread,
		patterns: found2.patterns,
		policy,
		inspect,
		policyAgain
	};
}
function checkedConfig(file, index, { report }, facts, rules) {
	let again, lookAgain = () => {
		let document = readDocuments(file.text, file.file, file.format)[index];
		return document && (again ??= judge(file, file.text, document, facts));
	}, applied = rules.apply(report), { config: config2 } = applied, light = config2?.model === void 0 || facts === null ? config2 : { ...config2, model: facts };
	return {
		report: { ...applied, config: light },
		facts,
		fixFor: (finding) => (again ?? lookAgain())?.fixFor(finding) ?? null
	};
}
async function inspectText(file, text2, factsOf) {
	let found2 = [];
	for (let document of readDocuments(text2, file.file, file.format)) {
		let { config: config2 } = document.read, facts = config2 === null ? null : await factsOf(config2, file.path) ?? null;
		found2.push({ document, facts, inspection: judge(file, text2, document, facts) });
	}
	return found2;
}
function judge(file, text2, document, facts) {
	let { read: read2, name } = document, made = inspectConfig({ text: text2, file: file.file, targets: file.targets, read: read2, ...facts !== null && { facts } });
	return name === void 0 ? made : { ...made, report: { ...made.report, name } };
}
async function readOne({ file, format: format2 }, { folder, root }, world, targetsOf) {
	let shown2 = world.shownName?.(resolve6(folder, file)) ?? file, path3 = resolve6(folder, file), text2;
	try {
		path3 = confine(file, folder, root), text2 = await readTextFile(path3, CHECK_LIMITS.file_bytes);
	} catch (error2) {
		if (!(error2 instanceof UserError)) throw error2;
		return { file: shown2, message: error2.message.replaceAll(showPath(path3), showPath(file)) };
	}
	return { path: path3, file: shown2, format: format2, text: text2, targets: await targetsOf(text2) };
}
function ownTargets(text2, { ownTargets: own2 }) {
	if (own2 === void 0)
		throw new UserError(
			"usage",
			"no targets: neither the policy nor the input targets names one",
			"Give one profile id or snapshot file a line, e.g. nvidia_rtx_3060_12gb."
		);
	return own2(text2);
}
function withId(entry, { idOf }) {
	return entry.target === void 0 ? entry : { ...entry, target: idOf(entry.target) };
}
function headroomOf(text2) {
	if (text2 === void 0) return null;
	let headroom = parseHeadroom(text2);
	if (headroom === null)
		throw new UserError(
			"usage",
			`the head-room ${JSON.stringify(text2.slice(0, 40))} is none`,
			"Write 512MiB, 1.5GiB or 5% (at most 50%)."
		);
	return headroom;
}
function runFinding(rule, file, args) {
	return { rule, severity: "error", path: [], args, file, place: { line: 1, column: 1, end_column: 2 } };
}

// shared/profile/find-profile.ts
var byName;
function names() {
	return byName ??= new Map(listProfiles().flatMap((profile) => [profile.id, ...profile.aliases].map((id) => [id, profile]))), byName;
}
function profileNamed(id) {
	return names().get(id.trim().toLowerCase());
}
function findProfile(id) {
	let profile = profileNamed(id);
	if (profile) return profile;
	let shown2 = id.trim().slice(0, 80), near2 = didYouMean(
		shown2,
		listProfiles().map((known2) => known2.id)
	);
	throw new UserError(
		"usage",
		`There is no hardware profile "${shown2}".${near2}`,
		'Run "lp-tui profiles list" to see all of them, or "lp-tui detect --output hw.json" to describe your own machine.'
	);
}

// shared/hardware/snapshot.ts
var text = string2().max(300), count3 = int().min(0).max(1e6), bytes = int().min(0).max(2 ** 53 - 1), GpuSchema = strictObject({
	vendor: _enum(["nvidia", "amd", "intel", "apple", "qualcomm", "arm", "other"]),
	name: text,
	/** Total memory of the device; null where the machine does not say. Equal to RAM on unified machines. */
	vram_bytes: bytes.nullable(),
	/** Free at the time of detection; null where unknown. */
	vram_free_bytes: bytes.nullable(),
	/** What the engine can really allocate, where the machine states it (Metal's working set, a MIG slice). */
	usable_bytes: bytes.nullable(),
	/** The device shares the machine's RAM. */
	unified: boolean2(),
	integrated: boolean2(),
	driver: text.nullable(),
	backend: _enum(BACKENDS),
	/** CUDA compute capability (`8.9`) or AMD gfx target (`gfx1100`). */
	architecture: text.nullable(),
	/** Which probe it comes from. */
	source: text
}), ProbeResultSchema = strictObject({
	id: text,
	state: _enum(["ok", "failed", "timeout", "absent", "skipped"]),
	ms: number2().min(0),
	note: text.optional()
}), HardwareSnapshotSchema = strictObject({
	schema_version: literal(1),
	kind: literal("hardware_snapshot"),
	/** Profile id that the machine matched, e.g. `apple_silicon_m3_16gb`; `generic_cpu` or `generic_gpu` when unknown. */
	platform: text,
	display_name: text,
	os: strictObject({
		platform: _enum(["linux", "darwin", "windows", "android", "other"]),
		release: text,
		wsl: boolean2(),
		container: boolean2()
	}),
	/** `x86_64`, `arm64`, ... */
	cpu_type: text,
	/** Backend of the first GPU, null without one. */
	gpu_type: _enum(BACKENDS).nullable(),
	ram_gb: number2().min(0),
	/** Sum over all GPUs; null when there are none or none says. Unified: RAM. */
	vram_gb: number2().min(0).nullable(),
	cpu_cores_performance: count3,
	cpu_cores_efficiency: count3,
	/** SIMD and GPU capabilities: `avx2`, `avx512_vnni`, `neon`, `dotprod`, `i8mm`, `cuda`, `metal`, ... */
	capabilities: array(text).max(200),
	cpu: strictObject({
		vendor: text,
		name: text,
		physical_cores: count3,
		performance_cores: count3,
		efficiency_cores: count3,
		logical_cores: count3,
		sockets: count3.nullable(),
		numa_nodes: count3.nullable(),
		/** CPUs that this process may run on (affinity, cpuset); null where unknown. */
		affinity_cores: count3.nullable(),
		/** CPU quota of the container in cores (may be a fraction); null without a limit. */
		quota_cores: number2().min(0).max(1e6).nullable()
	}),
	memory: strictObject({
		total_bytes: bytes,
		/** Free for new allocations now; null where unknown. */
		available_bytes: bytes.nullable(),
		/** Memory limit of the container; null without one. */
		limit_bytes: bytes.nullable()
	}),
	gpus: array(GpuSchema).max(256),
	probes: array(ProbeResultSchema).max(200),
	/** What could not be seen and what that means, one sentence each. */
	notes: array(string2().max(500)).max(200)
});

// shared/profile/parse-snapshot.ts
var MOST_CHARACTERS = 4e6, HINT = 'Write one with "lp-tui detect --output hw.json" on the machine that it is about.';
function parseSnapshot(text2, file) {
	if (text2.length > MOST_CHARACTERS) throw new UserError("input", `${file} is too large for a hardware snapshot.`, HINT);
	let value = parseJson2(text2, file);
	if (typeof value != "object" || value === null || Array.isArray(value))
		throw new UserError("input", `${file} is not a hardware snapshot: it holds no JSON object.`, HINT);
	let kind2 = "kind" in value ? value.kind : void 0;
	if (kind2 !== "hardware_snapshot")
		throw new UserError("input", `${file} is not a hardware snapshot: ${guess(value, kind2)}.`, HINT);
	let version3 = "schema_version" in value ? value.schema_version : void 0;
	if (version3 !== 1) {
		let has2 = version3 === void 0 ? "no schema_version" : `schema_version ${show2(version3)}`;
		throw new UserError("input", `${file} is a snapshot with ${has2}; this program reads version 1.`, HINT);
	}
	let parsed = HardwareSnapshotSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	throw new UserError("input", `${file} is a damaged hardware snapshot: ${firstProblem(parsed.error)}`, HINT);
}
function parseJson2(text2, file) {
	try {
		return JSON.parse(text2.replace(/^\uFEFF/, ""));
	} catch (cause) {
		throw new UserError("input", `${file} is not valid JSON, so it is no hardware snapshot.`, HINT, { cause });
	}
}
function guess(value, kind2) {
	return kind2 !== void 0 ? `its kind is ${show2(kind2)}` : "settings" in value && "backend" in value ? "it is a runtime config" : 'it has no "kind"';
}
function firstProblem(error2) {
	let [issue3] = error2.issues;
	if (!issue3) return "it does not have the right form.";
	let path3 = issue3.path.map((key) => typeof key == "number" ? `[${key}]` : `.${String(key)}`).join(""), message = issue3.message.replace(/\s+/g, " ").slice(0, 200);
	return path3 === "" ? `${message}.` : `${path3.replace(/^\./, "")}: ${message}.`;
}
function show2(value) {
	return (JSON.stringify(value) ?? String(value)).slice(0, 60);
}

// shared/profile/device-name.ts
var PREFIX = {
	cuda: "CUDA",
	metal: "MTL",
	rocm: "ROCm",
	vulkan: "Vulkan",
	sycl: "SYCL",
	cpu: "CPU"
};
function deviceName(backend, index, product) {
	return `${PREFIX[backend]}${index} (${product})`;
}

// shared/profile/usable-memory.ts
function metalUsable(ram_bytes) {
	let large = ram_bytes >= 36 * 1073741824, share = large ? "3/4" : "2/3";
	return {
		bytes: Math.floor(large ? ram_bytes * 3 / 4 : ram_bytes * 2 / 3),
		source: `Metal's recommended working set, ${share} of ${showGib(ram_bytes)} RAM (iogpu.wired_limit_mb can raise it)`
	};
}
function discreteUsable(total_bytes, desktop) {
	let driver = Math.min(total_bytes * 0.03, 1073741824), context = Math.min(512 * 1048576, total_bytes / 8), screen = desktop ? Math.min(512 * 1048576, total_bytes / 16) : 0, reserve = driver + context + screen, who = desktop ? "the driver, the engine’s own context and a desktop" : "the driver and the engine’s own context";
	return {
		bytes: Math.floor(total_bytes - reserve),
		source: `${showGib(total_bytes)} of the card, less ${showGib(reserve)} for ${who}`
	};
}
function integratedUsable(ram_bytes, stated_bytes = null) {
	let half = Math.floor(ram_bytes / 2), raised = stated_bytes !== null && stated_bytes > half && stated_bytes < ram_bytes * 0.95, limit = raised ? Math.min(stated_bytes, hostUsable(ram_bytes).bytes) : half, base = raised ? `the ${showGib(stated_bytes)} that the driver gives this GPU` : `half of ${showGib(ram_bytes)} RAM (firmware or driver settings can raise it)`;
	return {
		bytes: Math.max(0, Math.floor(limit - Math.min(512 * 1048576, limit / 8))),
		source: `${base}, less up to 0.5 GiB for driver and desktop`
	};
}
function hostUsable(total_bytes, limit_bytes = null) {
	let kept = Math.min(Math.min(Math.max(1073741824, total_bytes / 8), 8 * 1073741824), total_bytes / 2), free = Math.floor(total_bytes - kept);
	if (limit_bytes !== null && limit_bytes < total_bytes) {
		let own2 = Math.min(Math.max(64 * 1048576, limit_bytes / 20), 512 * 1048576, limit_bytes), inside2 = Math.floor(limit_bytes - own2);
		if (inside2 < free)
			return {
				bytes: inside2,
				source: `the container's limit of ${showGib(limit_bytes)}, less ${showGib(own2)} for the process`
			};
	}
	return { bytes: free, source: `${showGib(total_bytes)} RAM, less ${showGib(kept)} for the operating system` };
}
function phoneUsable(total_bytes) {
	return {
		bytes: Math.floor(total_bytes / 2),
		source: `half of ${showGib(total_bytes)} RAM: the phone's system keeps the rest`
	};
}
function boardRam(nominal_bytes) {
	return Math.floor(nominal_bytes * 0.93);
}
function unifiedUsable(backend, ram_bytes, stated_bytes = null) {
	return backend === "metal" ? metalUsable(ram_bytes) : backend === "cuda" ? hostUsable(ram_bytes) : integratedUsable(ram_bytes, stated_bytes);
}

// shared/profile/target-from-profile.ts
var UNKNOWN_CPU = { name: "unknown CPU", performance_cores: 4, efficiency_cores: 0, simd: [] };
function targetFromProfile(profile) {
	let { row } = profile, shared = row.unified || profile.backend === "cpu", ram_bytes = profileRam(profile), cpu = row.cpu ?? profile.host?.cpu ?? UNKNOWN_CPU, physical_cores = cpu.performance_cores + cpu.efficiency_cores;
	return {
		id: profile.id,
		display_name: profile.display_name,
		origin: "profile",
		profile_id: profile.id,
		backend: profile.backend,
		backends: row.backends.includes("cpu") ? row.backends : [...row.backends, "cpu"],
		devices: profileDevices(profile, ram_bytes),
		unified: row.unified,
		host: {
			total_bytes: ram_bytes,
			usable: row.generation === "phone" || row.generation === "apple_mobile" ? phoneUsable(ram_bytes) : hostUsable(ram_bytes),
			bandwidth_gb_s: shared ? profile.memory_bandwidth_gb_s : profile.host?.memory_bandwidth_gb_s ?? null,
			assumed: !shared || row.memory_assumed === !0
		},
		cpu: {
			name: cpu.name ?? profile.display_name,
			physical_cores,
			performance_cores: cpu.performance_cores,
			efficiency_cores: cpu.efficiency_cores,
			// Across NUMA nodes every core reads slow memory: one node's cores are the useful ones.
			usable_cores: Math.max(1, Math.min(cpu.performance_cores, Math.floor(physical_cores / (cpu.numa_nodes ?? 1)))),
			capabilities: cpu.simd,
			assumed: row.cpu === void 0
		},
		is_mobile: row.is_mobile ?? !1,
		sustained_n_ubatch: row.sustained_n_ubatch ?? null,
		notes: profileNotes(profile, shared)
	};
}
function profileRam({ row, memory_gb, host, backend }) {
	return row.unified && backend === "cuda" ? boardRam(memory_gb * 1073741824) : row.unified || backend === "cpu" ? memory_gb * 1073741824 : (host?.ram_gb ?? 16) * 1073741824;
}
function profileDevices(profile, ram_bytes) {
	let { row, backend } = profile;
	if (backend === "cpu") return [];
	let count4 = row.device_count ?? 1, total_bytes = row.unified ? ram_bytes : Math.floor(profile.memory_gb * 1073741824 / count4);
	return Array.from({ length: count4 }, (_, index) => ({
		name: deviceName(backend, index, row.display_name),
		backend,
		total_bytes,
		usable: profileUsable(profile, total_bytes),
		bandwidth_gb_s: profile.memory_bandwidth_gb_s === null ? null : profile.memory_bandwidth_gb_s / count4,
		fp16_tflops: row.fp16_tflops === null ? null : row.fp16_tflops / count4
	}));
}
function profileUsable({ row, backend, category }, total_bytes) {
	return row.usable ? { bytes: Math.floor(row.usable.gb * 1073741824), source: row.usable.source } : row.unified ? unifiedUsable(backend, total_bytes) : discreteUsable(total_bytes, hasDesktop({ row, category }));
}
function hasDesktop({ row, category }) {
	return category !== "nvidia-datacenter" && !row.generation.startsWith("cdna") && row.generation !== "vega20";
}
function profileNotes(profile, shared) {
	let { row, host } = profile, notes = [];
	return !shared && host && notes.push(`The machine around the card is assumed: ${host.source.replace(/^assumption: /, "")}.`), row.memory_assumed && notes.push(`${profile.memory_gb} GB of memory are assumed: machines with this processor differ.`), row.vendor === "generic" && row.match.length === 0 && notes.push("The numbers are assumptions for hardware that is not known."), notes;
}

// shared/profile/name-match.ts
function plainName(name) {
	return name.slice(0, 1e3).toLowerCase().replace(/\((?:r|tm|c)\)/g, " ").replace(/[^a-z0-9]+/g, " ").trim();
}
function plainNames(names2) {
	return names2.map(plainName).join(" / ");
}
var patterns = /* @__PURE__ */ new Map();
function stands(word, plain2) {
	let pattern2 = patterns.get(word);
	return pattern2 || (pattern2 = new RegExp(`(?:^| )${word.replaceAll("?", "[a-z0-9]").replaceAll("*", "[a-z0-9]*")}(?: |$)`), patterns.set(word, pattern2)), pattern2.test(plain2);
}
function matchName(row, plain2) {
	let best2 = null;
	for (let { words: words3, not } of row.match) {
		let text2 = words3.join(""), name = { words: words3, letters: text2.replace(/[ ?*]/g, "").length, family: /[?*]/.test(text2) };
		best2 !== null && rank(name) <= rank(best2) || words3.every((word) => stands(word, plain2)) && !not?.some((word) => stands(word, plain2)) && (best2 = name);
	}
	return best2;
}
function rank({ family, letters }) {
	return (family ? 0 : 1e3) + letters;
}

// shared/profile/snapshot-gpus.ts
function usedGpus({ gpus }) {
	let able = gpus.filter((gpu) => gpu.backend !== "cpu"), cards = able.filter((gpu) => !gpu.integrated && !gpu.unified), of = cards.length > 0 ? cards : able, memory = /* @__PURE__ */ new Map();
	for (let gpu of of) memory.set(gpu.backend, (memory.get(gpu.backend) ?? 0) + (gpu.vram_bytes ?? 0));
	let backend = [...memory].sort((a, b) => b[1] - a[1])[0]?.[0], same = of.filter((gpu) => gpu.backend === backend);
	return cards.length > 0 ? same : same.slice(0, 1);
}
function leftOutCards(snapshot) {
	let used = usedGpus(snapshot), backend = used[0]?.backend;
	return snapshot.gpus.filter((gpu) => gpu.backend !== "cpu" && !gpu.integrated && !gpu.unified && !used.includes(gpu)).map((gpu) => `${gpu.name || "A card"} is left out: it needs ${gpu.backend}, the plan is for ${backend}.`);
}

// shared/profile/match-profile.ts
function matchProfile(snapshot) {
	let [gpu] = usedGpus(snapshot);
	if (!gpu) return matchCpu(snapshot);
	let match = matchGpu(gpu, snapshot);
	if (match.profile || !gpu.integrated) return match;
	let cpu = matchCpu(snapshot);
	return { ...cpu, reasons: [...match.reasons, ...cpu.reasons] };
}
function matchGpu(gpu, snapshot) {
	let shared = gpu.unified || gpu.integrated, profiles2 = listProfiles().filter(
		({ backend, row }) => backend !== "cpu" && row.unified === shared && (gpu.vendor === "other" || gpu.vendor === row.vendor)
	), around = [gpu.name, snapshot.display_name, snapshot.cpu.name], plain2 = plainName(gpu.name), alone = gpu.vendor === "nvidia" && shared ? [] : candidates(profiles2, plain2), found2 = alone.length > 0 || !shared ? alone : candidates(profiles2, plainNames(around)), seen = `the GPU's name "${gpu.name}"`;
	if (found2.length === 0) return unknown2(`No profile has ${seen}.`);
	if (shared) {
		let own2 = gpu.unified ? 0 : gpu.vram_bytes ?? 0;
		return nearest(found2, snapshot.memory.total_bytes + own2, seen, "RAM");
	}
	return gpu.vram_bytes === null ? withoutMemory(found2, seen) : byMemory(found2, gpu.vram_bytes, seen, gpu.name);
}
function matchCpu(snapshot) {
	let seen = `the CPU's name "${snapshot.cpu.name}"`, chips = snapshot.gpus.filter((gpu) => gpu.vendor === "qualcomm" || gpu.vendor === "arm").map((gpu) => gpu.name), texts = [plainName(snapshot.cpu.name), plainNames([snapshot.cpu.name, snapshot.display_name, ...chips])], rows = [
		listProfiles().filter(({ backend }) => backend === "cpu"),
		listProfiles().filter(({ category }) => category === "apple" || category === "nvidia-edge")
	];
	for (let profiles2 of rows)
		for (let text2 of texts) {
			let found2 = candidates(profiles2, text2);
			if (found2.length > 0) return nearest(found2, snapshot.memory.total_bytes, seen, "RAM");
		}
	return unknown2(`No profile has ${seen}.`);
}
function candidates(profiles2, plain2) {
	return profiles2.flatMap((profile) => {
		let name = matchName(profile.row, plain2);
		return name ? [{ profile, name }] : [];
	});
}
function best(found2) {
	let most = Math.max(...found2.map(({ name }) => rank(name)));
	return found2.filter(({ name }) => rank(name) === most);
}
function deviceBytes({ memory_gb, row }) {
	return memory_gb * 1073741824 / (row.device_count ?? 1);
}
function closest(found2, bytes2) {
	return best(found2).sort((a, b) => byDistance(a, b, bytes2))[0];
}
function byDistance(a, b, bytes2) {
	let distance2 = ({ profile }) => Math.abs(Math.log(deviceBytes(profile) / Math.max(1, bytes2))), speed = ({ profile }) => profile.memory_bandwidth_gb_s ?? 0;
	return distance2(a) - distance2(b) || speed(a) - speed(b);
}
var LISTS = /\[[^\]]*\/[^\]]*\]/;
function slowest(found2, bytes2) {
	return [...found2].sort((a, b) => byDistance(a, b, bytes2) || Number(isMobile(a)) - Number(isMobile(b)))[0];
}
function isMobile({ profile }) {
	return profile.row.is_mobile ?? !1;
}
function byMemory(found2, bytes2, seen, name) {
	let fits = found2.filter(({ profile }) => {
		let share = bytes2 / deviceBytes(profile);
		return share >= 0.875 && share <= 1.06;
	}), pick2 = LISTS.test(name) ? slowest(fits, bytes2) : closest(fits, bytes2);
	if (pick2) {
		let size3 = `${showGib(bytes2)} is the ${pick2.profile.memory_gb} GB variant.`;
		return { profile: pick2.profile, confidence: pick2.name.family ? 0.7 : 0.95, reasons: [words(pick2, seen), size3] };
	}
	let sizes = [...new Set(found2.map(({ profile }) => profile.memory_gb))].join(", "), off = `${showGib(bytes2)} is no size that it is sold with (${sizes} GB).`, near2 = closest(found2, bytes2);
	return !near2 || /(?:\.\.\.|\u2026)\s*$/.test(name) ? unknown2(`${seen} is cut, and ${off}`) : { profile: near2.profile, confidence: 0.5, reasons: [words(near2, seen), off] };
}
function withoutMemory(found2, seen) {
	let pick2 = closest(found2, 1);
	if (!pick2) return unknown2(`No profile has ${seen}.`);
	let reasons = [words(pick2, seen), "Its memory is unknown, so the smallest variant is taken."];
	return { profile: pick2.profile, confidence: 0.7, reasons };
}
function nearest(found2, bytes2, seen, what) {
	let pick2 = closest(found2, bytes2);
	if (!pick2) return unknown2(`No profile has ${seen}.`);
	let { profile, name } = pick2, sure = name.family ? 0.7 : 0.95;
	if (profile.row.memory_assumed) return { profile, confidence: sure, reasons: [words(pick2, seen)] };
	let share = bytes2 / (profile.memory_gb * 1073741824), fits = share > 0.8 && share < 1.1, size3 = `${showGib(bytes2)} ${what} is nearest to the ${profile.memory_gb} GB variant.`;
	return { profile, confidence: fits ? sure : 0.6, reasons: [words(pick2, seen), size3] };
}
function words({ profile, name }, seen) {
	return `${profile.row.display_name}: ${seen} fits "${name.words.join(" ")}".`;
}
function unknown2(reason) {
	return { profile: null, confidence: 0, reasons: [reason.charAt(0).toUpperCase() + reason.slice(1)] };
}

// shared/profile/derived-profile.ts
function genericProfile(snapshot, part) {
	if (part === "gpu") return findProfile("generic_gpu");
	if (snapshot.cpu_type.startsWith("arm") || snapshot.cpu_type.startsWith("aarch"))
		return findProfile("generic_cpu_arm64");
	let small = snapshot.cpu.physical_cores <= 4 && snapshot.memory.total_bytes <= 9 * 1073741824;
	return findProfile(small ? "generic_cpu_single_channel" : "generic_cpu");
}
function platformId(snapshot, match = matchProfile(snapshot)) {
	return match.profile ? match.profile.id : usedGpus(snapshot).some((gpu) => !gpu.integrated) ? "generic_gpu" : "generic_cpu";
}

// shared/profile/contradictions.ts
var ROUNDING_GIB = 0.1;
function contradictions(snapshot, platform2) {
	let { memory, cpu, gpus, ram_gb, vram_gb } = snapshot, notes = [], differ = (key, top, place, value) => notes.push(`The snapshot's ${key} is ${String(top)} but ${place} says ${String(value)}: ${place} counts.`), gib2 = (bytes2) => Math.round(bytes2 / 1073741824 * 10) / 10, apart = (top, bytes2) => Math.abs(top - bytes2 / 1073741824) > ROUNDING_GIB;
	apart(ram_gb, memory.total_bytes) && differ("ram_gb", ram_gb, "memory.total_bytes", `${gib2(memory.total_bytes)} GiB`);
	let bytesOf2 = (shared) => gpus.flatMap((gpu) => gpu.unified === shared ? [gpu.vram_bytes ?? 0] : []), vram = bytesOf2(!1).reduce((sum, bytes2) => sum + bytes2, 0) || Math.max(0, ...bytesOf2(!0));
	vram_gb !== null && apart(vram_gb, vram) && differ("vram_gb", vram_gb, "gpus", `${gib2(vram)} GiB`);
	for (let kind2 of ["performance", "efficiency"]) {
		let top = snapshot[`cpu_cores_${kind2}`], own2 = cpu[`${kind2}_cores`];
		top !== own2 && differ(`cpu_cores_${kind2}`, top, `cpu.${kind2}_cores`, own2);
	}
	return snapshot.platform !== "unknown" && snapshot.platform !== platform2 && differ("platform", snapshot.platform, "its hardware", platform2), notes;
}

// shared/profile/usable-cores.ts
function snapshotCores(cpu) {
	let seen = cpu.physical_cores || cpu.performance_cores + cpu.efficiency_cores || cpu.logical_cores || 1, quota = cpu.quota_cores === null ? 1 / 0 : Math.max(1, Math.floor(cpu.quota_cores)), affinity = cpu.affinity_cores === null ? 1 / 0 : Math.max(1, cpu.affinity_cores), physical_cores = Math.min(seen, quota, affinity), performance_cores = Math.min(cpu.performance_cores || seen, physical_cores), node2 = cpu.numa_nodes !== null && cpu.numa_nodes > 1 ? Math.max(1, Math.floor(seen / cpu.numa_nodes)) : 1 / 0, notes = [];
	return quota < seen && notes.push(`The container may use ${cpu.quota_cores} of ${seen} cores.`), affinity < seen && notes.push(`This process may run on ${cpu.affinity_cores} of ${seen} cores.`), node2 < performance_cores && notes.push(`One of ${cpu.numa_nodes} NUMA nodes has ${node2} cores: more threads read slower memory.`), {
		cores: {
			physical_cores,
			performance_cores,
			efficiency_cores: Math.min(cpu.efficiency_cores, physical_cores - performance_cores),
			usable_cores: Math.max(1, Math.min(performance_cores, node2))
		},
		notes
	};
}

// shared/profile/target-from-snapshot.ts
function targetFromSnapshot(snapshot, match = matchProfile(snapshot)) {
	let { profile } = match, platform2 = platformId(snapshot, match), notes = [...snapshot.notes, ...contradictions(snapshot, platform2), ...leftOutCards(snapshot)], gpus = usedGpus(snapshot).filter((gpu) => keepGpu(gpu, snapshot, notes)), unified = gpus.length > 0 && gpus.every((gpu) => gpu.unified), backend = gpus[0]?.backend ?? "cpu", known2 = profile?.row.backends.includes(backend) ? profile.row.backends : [backend];
	profile || notes.push(`This hardware is not in the data base: speeds are those of ${platform2}, a cautious assumption.`);
	let devices = gpus.map((gpu, index) => deviceOf(gpu, index, snapshot, notes)), { cores, notes: coreNotes } = snapshotCores(snapshot.cpu), host = hostMemory(snapshot);
	return {
		id: platform2,
		display_name: snapshot.display_name || (profile?.display_name ?? platform2),
		origin: "snapshot",
		profile_id: profile?.id ?? null,
		backend,
		backends: [.../* @__PURE__ */ new Set([...known2, "cpu"])],
		devices: unified ? devices.map((device) => ({ ...device, usable: lower(device.usable, host, snapshot) })) : devices,
		unified,
		host: {
			total_bytes: snapshot.memory.total_bytes,
			usable: host,
			bandwidth_gb_s: unified ? devices[0]?.bandwidth_gb_s ?? null : cpuBandwidth(snapshot, notes),
			assumed: !1
		},
		cpu: { name: snapshot.cpu.name, ...cores, capabilities: snapshot.capabilities, assumed: !1 },
		is_mobile: snapshot.os.platform === "android" || (profile?.row.is_mobile ?? !1),
		sustained_n_ubatch: profile?.row.sustained_n_ubatch ?? null,
		notes: [...notes, ...coreNotes]
	};
}
function keepGpu(gpu, snapshot, notes) {
	return !gpu.integrated || gpu.vendor === "nvidia" || gpu.vendor === "apple" || matchGpu(gpu, snapshot).profile ? !0 : (notes.push(`${gpu.name} is left out: a GPU in the processor that is not in the data base.`), !1);
}
function deviceOf(gpu, index, snapshot, notes) {
	let { profile } = matchGpu(gpu, snapshot), speed = profile ?? genericProfile(snapshot, "gpu"), count4 = profile?.row.device_count ?? 1, ram = snapshot.memory.total_bytes, from_profile = profile && !gpu.unified && gpu.vram_bytes === null ? profile.memory_gb * 1073741824 / count4 : null;
	from_profile !== null && notes.push(`${gpu.name} does not say its memory: ${showGib(from_profile)} taken from its profile.`);
	let total_bytes = gpu.unified ? ram : gpu.vram_bytes ?? from_profile;
	return {
		name: deviceName(gpu.backend, index, gpu.name),
		backend: gpu.backend,
		total_bytes,
		usable: total_bytes === null ? null : gpuUsable(gpu, total_bytes, index === 0 && (!profile || hasDesktop(profile))),
		bandwidth_gb_s: speed.memory_bandwidth_gb_s === null ? null : speed.memory_bandwidth_gb_s / count4,
		fp16_tflops: speed.row.fp16_tflops === null ? null : speed.row.fp16_tflops / count4
	};
}
function gpuUsable(gpu, total_bytes, desktop) {
	let stated = gpu.usable_bytes;
	return gpu.backend === "metal" && stated !== null ? {
		bytes: Math.min(stated, total_bytes),
		source: `Metal's working set as this machine states it, ${showGib(stated)}`
	} : gpu.unified ? unifiedUsable(gpu.backend, total_bytes, stated) : gpu.integrated ? discreteUsable(total_bytes, !0) : discreteUsable(stated === null ? total_bytes : Math.min(stated, total_bytes), desktop);
}
function hostMemory({ memory, os: os5 }) {
	return os5.platform === "android" ? phoneUsable(memory.total_bytes) : hostUsable(memory.total_bytes, memory.limit_bytes);
}
function lower(usable2, host, { memory }) {
	let limited = memory.limit_bytes !== null && memory.limit_bytes < memory.total_bytes;
	return usable2 && limited && host.bytes < usable2.bytes ? host : usable2;
}
var GB_S_PER_CORE = 20;
function cpuBandwidth(snapshot, notes) {
	let match = matchCpu(snapshot), profile = match.profile ?? genericProfile(snapshot, "cpu");
	return match.profile || notes.push(`The CPU is not in the data base: the memory bandwidth of ${profile.id} is assumed.`), profile.memory_bandwidth_gb_s === null ? null : Math.min(profile.memory_bandwidth_gb_s, GB_S_PER_CORE * Math.max(1, snapshot.cpu.physical_cores));
}

// shared/report/base-report.ts
var BaseReportSchema = looseObject({
	schema_version: literal(1),
	kind: literal("check_report"),
	configs: array(
		looseObject({
			file: string2().max(4096),
			pairs: array(
				looseObject({
					target: string2().max(512),
					result: _enum(["pass", "fail", "not_judged"]),
					decode_tokens_per_s: number2().positive().nullable().optional(),
					memory: array(looseObject({ kind: _enum(["device", "host"]), need: number2().min(0) })).max(512)
				})
			).max(1e4)
		})
	).max(1e4)
});
function readBaseReport(text2, name) {
	let parsed = BaseReportSchema.safeParse(jsonOf(text2));
	if (!parsed.success)
		throw new UserError(
			"input",
			`${name} is not a JSON report of this check`,
			"Write it with report-file or --format json."
		);
	return new Map(
		parsed.data.configs.map(({ file, pairs: pairs2 }) => [
			file,
			new Map(
				pairs2.map(({ target, result, decode_tokens_per_s, memory }) => [
					target,
					{ result, need: mainNeed(memory), decode: decode_tokens_per_s ?? null }
				])
			)
		])
	);
}
function mainNeed(memory) {
	let devices = memory.filter(({ kind: kind2 }) => kind2 === "device");
	return (devices.length > 0 ? devices : memory).reduce((sum, { need }) => sum + need, 0);
}
function jsonOf(text2) {
	try {
		return JSON.parse(text2);
	} catch {
		return null;
	}
}

// shared/report/github-report.ts
var KEPT = 10, MESSAGE_LIMIT = 1500, TITLE_LIMIT = 255;
function githubReport(result, which = "all", notes = []) {
	let before = notes.map((note) => `${commandLine("warning", {}, note)}
`).join("");
	if (which === "none") return before;
	let enforced = isEnforced(result.fail_on), errors = result.problems.filter(({ severity }) => severity === "error"), warnings2 = which === "errors" ? [] : result.problems.filter(({ severity }) => severity === "warning"), lines2 = enforced ? [...placed(errors, "error"), ...placed(warnings2, "warning", KEPT - notes.length)] : placed([...errors, ...warnings2], "warning", KEPT - notes.length);
	return before + lines2.map((line) => `${line}
`).join("");
}
function placed(problems, command2, kept = KEPT) {
	let shown2 = problems.length > kept - 1 ? kept - 1 : problems.length, rest = problems.length - shown2, lines2 = problems.slice(0, shown2).map((problem2) => annotation(problem2, command2));
	if (rest === 0) return lines2;
	let noun = command2 === "error" ? "violation" : "finding";
	return [
		...lines2,
		commandLine(
			command2,
			{},
			`${rest} more ${noun}${rest === 1 ? " is" : "s are"} in the job summary (${count2(problems.length, noun)} in all).`
		)
	];
}
function annotation(problem2, command2) {
	let { rule, file, place } = problem2, { title, what, others, fix, link } = problemText(problem2), more3 = [others, fix].filter((part) => part !== null), end = `${rule}: ${link}`, body = [what, ...more3].join(`
`).slice(0, MESSAGE_LIMIT - end.length - 1), at2 = {
		title: `${rule} ${title}`.slice(0, TITLE_LIMIT),
		file,
		line: place.line,
		endLine: place.line,
		col: place.column,
		endColumn: Math.max(place.column, place.end_column)
	};
	return commandLine(command2, file === "" ? { title: at2.title } : at2, `${body}
${end}`);
}
function commandLine(command2, properties, message) {
	let pairs2 = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty2(String(value))}`);
	return `::${command2}${pairs2.length > 0 ? " " : ""}${pairs2.join(",")}::${escapeData2(message)}`;
}
function escapeData2(text2) {
	return text2.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll(`
`, "%0A");
}
function escapeProperty2(text2) {
	return escapeData2(text2).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// profiles/throughput/efficiency.json
var efficiency_default = /* @__PURE__ */ JSON.parse(String.raw`{"constants":{"decode":{"all":{"efficiency":0.696,"layer_us":153,"moe_layer":1.61,"rows":712,"devices":123,"sigma":0.21,"p10":0.75,"p90":1.3},"cuda":{"efficiency":0.758,"layer_us":100,"moe_layer":1.66,"flash":0.971,"formats":{"q4":0.913,"k":1.06,"f16":1.04,"mxfp4":0.887,"q8":1.02},"rows":346,"devices":79,"sigma":0.13,"p10":0.87,"p90":1.1},"rocm":{"efficiency":0.754,"layer_us":124,"moe_layer":1.79,"flash":0.988,"formats":{"q4":0.937,"k":1.08,"f16":0.993,"q8":0.957,"bf16":0.994,"k_low":1.07,"mxfp4":0.87},"rows":106,"devices":14,"sigma":0.17,"p10":0.91,"p90":1.3},"vulkan":{"efficiency":0.709,"layer_us":133,"moe_layer":1.79,"formats":{"q4":0.876,"bf16":1.13,"q8":0.96,"k":1.1,"mxfp4":0.901},"rows":79,"devices":23,"sigma":0.27,"p10":0.83,"p90":1.4},"metal":{"efficiency":0.748,"layer_us":118,"moe_layer":1.4,"formats":{"q8":0.925,"q4":0.928,"f16":0.916,"k":1.18},"rows":179,"devices":17,"sigma":0.22,"p10":0.71,"p90":1.1},"cpu":{"efficiency":0.837,"layer_us":358,"thread_gb_s":22.3,"moe_layer":0.944,"formats":{"k":0.994,"f16":0.555,"q8":0.441,"bf16":0.938,"k_low":1.35,"q4":0.557,"iq":3.79,"q5":1.04},"rows":227,"devices":54,"sigma":0.31,"p10":0.7,"p90":1.5},"sycl":{"efficiency":0.678,"layer_us":226,"formats":{"q4":1.16,"k":0.884},"rows":2,"devices":2,"sigma":0.29,"p10":0.67,"p90":1.3},"cuda/blackwell":{"efficiency":0.824,"layer_us":50.1,"formats":{"q4":0.812,"mxfp4":0.926},"rows":15,"devices":6,"sigma":0.11,"p10":0.98,"p90":1.1},"cuda/ampere_hbm":{"efficiency":0.685,"layer_us":97.3,"formats":{"q4":0.844,"f16":1.18},"rows":22,"devices":3,"sigma":0.15,"p10":1,"p90":1.1},"cuda/ada":{"efficiency":0.941,"layer_us":61.1,"formats":{"f16":0.971},"rows":122,"devices":22,"sigma":0.1,"p10":0.94,"p90":1.1},"cuda/ampere":{"efficiency":0.843,"layer_us":66.6,"formats":{"k":0.973},"rows":79,"devices":19,"sigma":0.12,"p10":0.93,"p90":1.1},"cuda/volta":{"efficiency":0.805,"layer_us":91.8,"rows":12,"devices":3,"sigma":0.14,"p10":0.98,"p90":1},"cuda/turing":{"efficiency":0.725,"layer_us":83.2,"formats":{"k":1.12},"rows":34,"devices":14,"sigma":0.18,"p10":0.75,"p90":1.1},"cuda/pascal":{"efficiency":0.689,"layer_us":146,"formats":{"q4":0.958},"rows":18,"devices":8,"sigma":0.15,"p10":0.88,"p90":1.1},"cuda/jetson_orin":{"efficiency":0.7,"layer_us":114,"formats":{"q4":0.96},"rows":1,"devices":1,"sigma":0.19,"p10":0.84,"p90":0.84},"cuda/pascal_hbm":{"efficiency":0.679,"layer_us":274,"rows":4,"devices":1,"sigma":0.31,"p10":0.54,"p90":0.54},"rocm/rdna3":{"efficiency":0.787,"layer_us":90.6,"rows":18,"devices":4,"sigma":0.18,"p10":0.88,"p90":1.3},"rocm/rdna2":{"efficiency":0.8,"layer_us":104,"rows":27,"devices":7,"sigma":0.15,"p10":0.93,"p90":1.1},"vulkan/rdna2":{"efficiency":0.831,"layer_us":85.9,"formats":{"q4":0.813},"rows":4,"devices":3,"sigma":0.15,"p10":1,"p90":1.1},"vulkan/ampere":{"efficiency":0.749,"layer_us":107,"rows":1,"devices":1,"sigma":0.19,"p10":1.2,"p90":1.2},"vulkan/apple_max":{"efficiency":0.701,"layer_us":142,"rows":1,"devices":1,"sigma":0.17,"p10":0.96,"p90":0.96},"vulkan/arc_battlemage":{"efficiency":0.696,"layer_us":157,"rows":5,"devices":3,"sigma":0.18,"p10":0.87,"p90":1.2},"vulkan/turing":{"efficiency":0.759,"layer_us":111,"formats":{"q4":0.839},"rows":1,"devices":1,"sigma":0.19,"p10":1.2,"p90":1.2},"vulkan/strix_halo":{"efficiency":0.815,"layer_us":104,"formats":{"bf16":1.23,"k":0.995,"mxfp4":0.843},"rows":48,"devices":1,"sigma":0.29,"p10":0.91,"p90":1.5},"vulkan/arc_alchemist":{"efficiency":0.654,"layer_us":350,"formats":{"q4":0.922},"rows":2,"devices":2,"sigma":0.17,"p10":0.88,"p90":1},"vulkan/pascal":{"efficiency":0.687,"layer_us":144,"rows":1,"devices":1,"sigma":0.17,"p10":0.93,"p90":0.93},"vulkan/rdna3_igpu":{"efficiency":0.733,"layer_us":139,"rows":3,"devices":2,"sigma":0.17,"p10":0.93,"p90":1.2},"vulkan/apple_base":{"efficiency":0.636,"layer_us":163,"formats":{"q4":0.939},"rows":2,"devices":2,"sigma":0.22,"p10":0.8,"p90":1.2},"metal/apple_base":{"efficiency":0.843,"layer_us":131,"formats":{"k":1.06},"rows":46,"devices":5,"sigma":0.14,"p10":0.79,"p90":1.1},"metal/apple_pro":{"efficiency":0.798,"layer_us":88.3,"formats":{"q4":0.88},"rows":32,"devices":3,"sigma":0.14,"p10":0.91,"p90":1.1},"metal/apple_max":{"efficiency":0.687,"layer_us":68.1,"formats":{"q8":0.87,"f16":0.865,"k":1.42},"rows":90,"devices":8,"sigma":0.26,"p10":0.68,"p90":1.1},"metal/apple_ultra":{"efficiency":0.73,"layer_us":189,"rows":11,"devices":1,"sigma":0.2,"p10":0.77,"p90":0.86},"cuda/hopper":{"efficiency":0.75,"layer_us":104,"rows":10,"devices":1,"sigma":0.19,"p10":0.78,"p90":1.3},"cpu/apple_base":{"efficiency":0.869,"layer_us":207,"thread_gb_s":33.2,"formats":{"k":0.812},"rows":2,"devices":2,"sigma":0.34,"p10":0.65,"p90":1.5},"cpu/avx512_server":{"efficiency":0.854,"layer_us":494,"thread_gb_s":23.9,"rows":15,"devices":5,"sigma":0.34,"p10":0.65,"p90":1.5},"cpu/raspberry_pi":{"efficiency":0.844,"layer_us":310,"thread_gb_s":24.3,"formats":{"k":1.05,"k_low":1.23},"rows":13,"devices":2,"sigma":0.32,"p10":1.3,"p90":1.3},"cpu/avx512":{"efficiency":0.852,"layer_us":240,"thread_gb_s":35.1,"formats":{"k":0.734,"q8":0.497,"k_low":1.21,"iq":4.03},"rows":53,"devices":8,"sigma":0.24,"p10":0.84,"p90":1.3},"cpu/avx2":{"efficiency":0.899,"layer_us":251,"thread_gb_s":18.8,"formats":{"k":1.1},"rows":38,"devices":10,"sigma":0.42,"p10":0.57,"p90":1.3},"cpu/apple_ultra":{"efficiency":0.833,"layer_us":676,"thread_gb_s":17.5,"formats":{"k":1.13},"rows":2,"devices":1,"sigma":0.34,"p10":0.65,"p90":1.5},"rocm/rdna3_igpu":{"efficiency":0.672,"layer_us":140,"formats":{"k":1.16},"rows":1,"devices":1,"sigma":0.19,"p10":0.78,"p90":1.3},"cpu/avx2_hedt":{"efficiency":0.874,"layer_us":233,"thread_gb_s":17.9,"formats":{"k":1.16,"q4":0.533},"rows":10,"devices":4,"sigma":0.33,"p10":1.3,"p90":1.3},"cpu/hybrid":{"efficiency":0.846,"layer_us":418,"thread_gb_s":19.8,"formats":{"k":1.06},"rows":20,"devices":13,"sigma":0.33,"p10":1.3,"p90":1.3},"rocm/strix_halo":{"efficiency":0.829,"layer_us":135,"formats":{"k_low":1.11,"mxfp4":0.796},"rows":59,"devices":1,"sigma":0.18,"p10":0.94,"p90":1.3},"vulkan/rdna4":{"efficiency":0.734,"layer_us":105,"rows":5,"devices":1,"sigma":0.19,"p10":0.78,"p90":1.3},"cuda/blackwell_unified":{"efficiency":0.806,"layer_us":93.2,"formats":{"mxfp4":0.803},"rows":29,"devices":1,"sigma":0.19,"p10":0.78,"p90":1.3},"cpu/arm_sbc":{"efficiency":0.823,"layer_us":573,"thread_gb_s":19.5,"formats":{"k":1.07},"rows":6,"devices":1,"sigma":0.33,"p10":0.74,"p90":0.74},"vulkan/rdna3":{"efficiency":0.753,"layer_us":61.3,"formats":{"q4":0.832},"rows":4,"devices":3,"sigma":0.22,"p10":0.95,"p90":1.4},"vulkan/polaris":{"efficiency":0.646,"layer_us":193,"formats":{"k":1.16},"rows":1,"devices":1,"sigma":0.19,"p10":0.78,"p90":1.3},"cpu/arm_server":{"efficiency":0.776,"layer_us":169,"thread_gb_s":23,"rows":10,"devices":2,"sigma":0.34,"p10":0.65,"p90":1.5},"cpu/avx2_server":{"efficiency":0.817,"layer_us":1410,"thread_gb_s":22,"rows":4,"devices":1,"sigma":0.34,"p10":0.65,"p90":1.5},"cpu/phone":{"efficiency":0.796,"layer_us":615,"thread_gb_s":20.8,"formats":{"q4":0.618,"q8":0.411},"rows":38,"devices":4,"sigma":0.34,"p10":0.65,"p90":1.5},"cpu/apple_max":{"efficiency":0.85,"layer_us":282,"thread_gb_s":23.7,"formats":{"f16":0.511,"q8":0.396,"q4":0.489,"k_low":1.74,"k":0.922,"iq":4.22},"rows":16,"devices":1,"sigma":0.33,"p10":0.75,"p90":1.7},"vulkan/xe_igpu":{"efficiency":0.587,"layer_us":141,"formats":{"k":1.24},"rows":1,"devices":1,"sigma":0.27,"p10":0.63,"p90":0.63},"rocm/cdna4":{"efficiency":0.754,"layer_us":134,"rows":1,"devices":1,"sigma":0.18,"p10":0.9,"p90":0.9},"sycl/arc_battlemage":{"efficiency":0.66,"layer_us":335,"formats":{"q4":1.28,"k":0.816},"rows":2,"devices":2,"sigma":0.29,"p10":0.67,"p90":1.3}},
"prompt":{},
"prompt_by_bandwidth":{}}}`);

// shared/estimate/throughput/constants.ts
var CONSTANTS = efficiency_default.constants, FOUND = /* @__PURE__ */ new WeakMap();
function findConstants(constants3, quantity, backend, generation) {
	let known2 = FOUND.get(constants3) ?? /* @__PURE__ */ new Map();
	FOUND.set(constants3, known2);
	let key = `${quantity} ${backend}/${generation}`, seen = known2.get(key);
	if (seen !== void 0) return seen;
	let found2 = merge4(constants3[quantity], backend, generation);
	return known2.set(key, found2), found2;
}
function merge4(table, backend, generation) {
	let own2 = `${backend}/${generation}`, names2 = backend === "cpu" ? [backend, own2] : ["all", backend, own2], found2 = null;
	for (let name of names2) {
		let entry = table[name];
		if (entry === void 0) continue;
		let wider = found2?.constants;
		found2 = { constants: { ...wider, ...entry, formats: mergeFormats(wider?.formats, entry.formats) }, name, own: name === own2 };
	}
	return found2;
}
function mergeFormats(wider = {}, own2 = {}) {
	let merged = { ...wider, ...own2 };
	if (own2.k === void 0) return merged;
	let raised = ["k_low", "iq"].flatMap((format2) => {
		let inherited = own2[format2] === void 0 ? wider[format2] : void 0;
		return inherited === void 0 ? [] : [[format2, Math.max(inherited, own2.k ?? 0)]];
	});
	return { ...merged, ...Object.fromEntries(raised) };
}

// profiles/throughput/measured.json
var measured_default = /* @__PURE__ */ JSON.parse(String.raw`{"models_columns":["name",
"layers",
"million weights"],
"columns":["device",
"backend",
"model",
"quant",
"test",
"tokens_per_s",
"low",
"high",
"rows",
"measured / model",
"build",
"source"],
"half_width":{"same":{"tg":0.0577,"pp":0.235},
"similar":{"tg":0.235,"pp":0.458}},
"sources":[""],
"models":[["llama-2-7b",32,6738],
["qwen2.5-7b",28,7616],
["gemma-3-1b",26,1000],
["gemma-3-4b",34,3880],
["gemma-4-e2b",35,4650],
["gemma-4-e4b",42,7520],
["llama-3.2-1b",16,1236],
["llama-3.2-3b",28,3213],
["phi-4-mini",32,3836],
["qwen3-0.6b",28,596],
["qwen3-8b",36,8191],
["qwen3.5-4b",32,4210],
["qwen3.5-9b",32,8954],
["qwen2.5-32b",64,32760],
["mistral-small-24b",40,23572],
["gemma-3-12b",48,11766],
["gemma-4-26b-a4b",30,25230],
["gemma-4-31b",60,30700],
["llama-3.1-8b",32,8030],
["mistral-7b-v0.3",32,7248],
["mistral-nemo-12b",40,12248],
["phi-4",40,14660],
["qwen2.5-14b",48,14770],
["qwen3-1.7b",28,1721],
["qwen3-14b",40,14768],
["qwen3-30b-a3b",48,30532],
["qwen3-32b",64,32762],
["qwen3-4b",36,4022],
["qwen3.5-27b",64,26900],
["qwen3.5-35b-a3b",40,34661],
["glm-4.7-flash",47,29940],
["minimax-m2.7",62,228690],
["ministral-3-14b",40,13510],
["nemotron-3-super",88,120670],
["qwen3.5-122b-a10b",48,122110],
["gpt-oss-120b",36,116829],
["gpt-oss-20b",24,20915],
["llama-3-8b",32,8030],
["gemma-3-27b",62,27009],
["llama-4-scout",48,107770],
["glm-4.5-air",46,110470],
["llama-3-70b",80,70550],
["llama-2-13b",40,13016],
["qwen2.5-1.5b",28,1544],
["tinyllama-1.1b",22,1100],
["dots1",62,142770]],
"rows":[["nvidia_rtx_5090","cuda",0,"Q4_0","tg128",295.21,290.02,300.4,2,1.07,"",0],
["nvidia_rtx_pro_6000_blackwell","cuda",0,"Q4_0","tg128",274.2,274.2,274.2,1,1.01,"",0],
["nvidia_a100_80gb","cuda",0,"Q4_0","tg128",190.88,190.88,190.88,1,1.03,"",0],
["nvidia_rtx_4090_d","cuda",0,"Q4_0","tg128",190.45,189.33,191.57,2,1.05,"",0],
["nvidia_rtx_5080","cuda",0,"Q4_0","tg128",183.335,181.99,184.68,2,0.985,"",0],
["nvidia_rtx_3090_ti","cuda",0,"Q4_0","tg128",171.19,171.19,171.19,1,1.08,"",0],
["nvidia_l40","cuda",0,"Q4_0","tg128",152.885,152.01,153.76,2,0.935,"",0],
["nvidia_rtx_4070_ti_super","cuda",0,"Q4_0","tg128",132.555,132.26,132.85,2,0.97,"",0],
["nvidia_rtx_a5000","cuda",0,"Q4_0","tg128",132.95,130.07,135.83,2,0.994,"",0],
["nvidia_tesla_v100_16gb","cuda",0,"Q4_0","tg128",131.92000000000002,129.08,134.76,2,0.983,"",0],
["nvidia_a40","cuda",0,"Q4_0","tg128",124.11,124.11,124.11,1,1.01,"",0],
["nvidia_a30","cuda",0,"Q4_0","tg128",128.37,124.81,131.93,2,1.02,"",0],
["nvidia_titan_v","cuda",0,"Q4_0","tg128",110.48,108.79,112.17,2,1.01,"",0],
["nvidia_quadro_rtx_6000","cuda",0,"Q4_0","tg128",103.57499999999999,102.77,104.38,2,0.969,"",0],
["nvidia_quadro_rtx_8000","cuda",0,"Q4_0","tg128",103.155,102.68,103.63,2,0.966,"",0],
["nvidia_rtx_a4500","cuda",0,"Q4_0","tg128",97.32,97.32,97.32,1,0.844,"",0],
["nvidia_rtx_a4000","cuda",0,"Q4_0","tg128",84.47,83.77,85.17,2,0.956,"",0],
["nvidia_gtx_1080_ti","cuda",0,"Q4_0","tg128",61.935,61.38,62.49,2,0.943,"",0],
["nvidia_tesla_p40","cuda",0,"Q4_0","tg128",54.74,53.73,56.29,3,1.08,"",0],
["nvidia_tesla_t4","cuda",0,"Q4_0","tg128",45.205,44.03,46.38,2,0.759,"",0],
["nvidia_gtx_1070_ti","cuda",0,"Q4_0","tg128",37.845,37.82,37.87,2,0.934,"",0],
["jetson_agx_orin_64gb","cuda",0,"Q4_0","tg128",33.58,33.58,33.58,1,0.966,"",0],
["nvidia_rtx_5070_ti","cuda",0,"Q4_0","tg128",182.43,182.43,182.43,1,1.01,"",0],
["nvidia_rtx_6000_ada","cuda",0,"Q4_0","tg128",179.47,179.47,179.47,1,1.01,"",0],
["nvidia_rtx_4080_super","cuda",0,"Q4_0","tg128",147.48,147.48,147.48,1,0.995,"",0],
["nvidia_rtx_4080","cuda",0,"Q4_0","tg128",143.47,143.47,143.47,1,0.986,"",0],
["nvidia_rtx_3080_10gb","cuda",0,"Q4_0","tg128",139.95,139.95,139.95,1,1.04,"",0],
["nvidia_rtx_2080_ti","cuda",0,"Q4_0","tg128",109.17,109.17,109.17,1,1.07,"",0],
["nvidia_rtx_2070_super","cuda",0,"Q4_0","tg128",87.71,87.71,87.71,1,1.1,"",0],
["nvidia_rtx_3060","cuda",0,"Q4_0","tg128",76.92,76.92,76.92,1,1.03,"",0],
["nvidia_tesla_p100","cuda",0,"Q4_0","tg128",61.99,61.99,61.99,1,0.959,"",0],
["nvidia_gtx_1660","cuda",0,"Q4_0","tg128",41.43,41.43,41.43,1,1.07,"",0],
["amd_rx_7900_xtx","rocm",0,"Q4_0","tg128",168.615,167.11,170.12,2,1.24,"",0],
["amd_rx_7900_xt","rocm",0,"Q4_0","tg128",114.225,112.3,116.15,2,0.939,"",0],
["amd_rx_7900_gre","rocm",0,"Q4_0","tg128",96.8,96.07,97.53,2,0.997,"",0],
["amd_rx_6900_xt","rocm",0,"Q4_0","tg128",86.765,85.04,88.49,2,1.03,"",0],
["amd_rx_6800_xt","rocm",0,"Q4_0","tg128",83.92,83.92,83.92,1,1.01,"",0],
["amd_rx_6700_xt","vulkan",0,"Q4_0","tg128",83.88,83.88,83.88,1,1.03,"",0],
["nvidia_rtx_3070","vulkan",0,"Q4_0","tg128",78.71,78.71,78.71,1,1.01,"",0],
["apple_silicon_m4_max","vulkan",0,"Q4_0","tg128",75.02,75.02,75.02,1,0.989,"",0],
["intel_arc_b580","vulkan",0,"Q4_0","tg128",70.14,70.14,70.14,1,1.07,"",0],
["nvidia_gtx_1660_ti_laptop","vulkan",0,"Q4_0","tg128",56.6,56.6,56.6,1,1.02,"",0],
["amd_ryzen_ai_max_395","vulkan",0,"Q4_0","tg128",52.82,47.7,55.69,5,1.01,"",0],
["intel_arc_b570","vulkan",0,"Q4_0","tg128",49.64,49.64,49.64,1,0.861,"",0],
["intel_arc_a770m","vulkan",0,"Q4_0","tg128",47.69,47.69,47.69,1,1.03,"",0],
["intel_arc_a750","vulkan",0,"Q4_0","tg128",42.66,42.66,42.66,1,0.919,"",0],
["nvidia_gtx_1070","vulkan",0,"Q4_0","tg128",41.48,41.48,41.48,1,0.981,"",0],
["intel_arc_pro_b50","vulkan",0,"Q4_0","tg128",39.99,39.99,39.99,1,1.04,"",0],
["amd_radeon_890m","vulkan",0,"Q4_0","tg128",22.41,22.41,22.41,1,0.92,"",0],
["amd_radeon_780m","vulkan",0,"Q4_0","tg128",19.65,18.77,20.53,2,1.05,"",0],
["apple_silicon_m2","vulkan",0,"Q4_0","tg128",13.5,13.5,13.5,1,0.819,"",0],
["apple_silicon_m1","vulkan",0,"Q4_0","tg128",12.47,12.47,12.47,1,1.08,"",0],
["apple_silicon_m1","metal",0,"Q8_0","tg128",7.92,7.92,7.92,1,0.943,"",0],
["apple_silicon_m1","metal",0,"Q4_0","tg128",14.19,14.19,14.19,1,0.934,"",0],
["apple_silicon_m1_pro","metal",0,"F16","tg128",12.75,12.75,12.75,2,0.998,"",0],
["apple_silicon_m1_pro","metal",0,"Q8_0","tg128",22.145,21.95,22.34,2,0.975,"",0],
["apple_silicon_m1_pro","metal",0,"Q4_0","tg128",36.41,36.41,36.41,1,0.856,"",0],
["apple_silicon_m1_max","metal",0,"Q8_0","tg128",40.2,40.2,40.2,1,0.981,"",0],
["apple_silicon_m1_max","metal",0,"Q4_0","tg128",61.19,61.19,61.19,1,0.903,"",0],
["apple_silicon_m1_ultra","metal",0,"F16","tg128",37.01,37.01,37.01,1,0.994,"",0],
["apple_silicon_m1_ultra","metal",0,"Q8_0","tg128",59.87,59.87,59.87,1,1.02,"",0],
["apple_silicon_m1_ultra","metal",0,"Q4_0","tg128",83.73,83.73,83.73,1,1,"",0],
["apple_silicon_m2","metal",0,"Q8_0","tg128",12.21,12.21,12.21,1,1.01,"",0],
["apple_silicon_m2","metal",0,"Q4_0","tg128",21.91,21.91,21.91,1,1.01,"",0],
["apple_silicon_m2","metal",0,"F16","tg128",6.72,6.72,6.72,1,0.995,"",0],
["apple_silicon_m2_max","metal",0,"F16","tg128",24.65,24.65,24.65,1,1.08,"",0],
["apple_silicon_m2_max","metal",0,"Q8_0","tg128",41.83,41.83,41.83,1,1.02,"",0],
["apple_silicon_m3_max","metal",0,"Q8_0","tg128",42.75,42.75,42.75,1,1.04,"",0],
["apple_silicon_m3_max","metal",0,"Q4_0","tg128",66.31,66.31,66.31,1,0.979,"",0],
["apple_silicon_m4_pro","metal",0,"F16","tg128",17.19,17.19,17.19,1,0.999,"",0],
["apple_silicon_m4_pro","metal",0,"Q8_0","tg128",30.69,30.69,30.69,1,1.01,"",0],
["apple_silicon_m4_max","metal",0,"F16","tg128",31.64,31.64,31.64,1,1.03,"",0],
["apple_silicon_m4_max","metal",0,"Q4_0","tg128",83.06,83.06,83.06,1,0.947,"",0],
["apple_silicon_m1","metal",1,"Q4_K_M","tg128",11.47,11.47,11.47,1,0.958,"",0],
["apple_silicon_m1","metal",2,"Q4_K_M","tg128",41.96,41.96,41.96,1,0.759,"",0],
["apple_silicon_m1","metal",3,"Q4_K_M","tg128",21.34,21.34,21.34,1,1.07,"",0],
["apple_silicon_m1","metal",4,"Q4_K_M","tg128",27.43,27.43,27.43,1,1.04,"",0],
["apple_silicon_m1","metal",5,"Q4_K_M","tg128",15.9,15.9,15.9,1,1.03,"",0],
["apple_silicon_m1","metal",6,"Q4_K_M","tg128",64.83,64.83,64.83,1,1.09,"",0],
["apple_silicon_m1","metal",7,"Q4_K_M","tg128",27.04,27.04,27.04,1,1.1,"",0],
["apple_silicon_m1","metal",8,"Q4_K_M","tg128",20.305,19.86,20.75,2,1.01,"",0],
["apple_silicon_m1","metal",9,"Q4_K_M","tg128",83.32,83.32,83.32,1,0.903,"",0],
["apple_silicon_m1","metal",10,"Q4_K_M","tg128",11.02,11.02,11.02,1,0.998,"",0],
["apple_silicon_m1","metal",11,"Q4_K_M","tg128",14.05,14.05,14.05,1,0.766,"",0],
["apple_silicon_m1","metal",12,"Q4_K_M","tg128",8.34,8.34,8.34,1,0.808,"",0],
["apple_silicon_m2_max","metal",13,"Q4_K_M","tg128",8.785,8.64,8.93,2,0.918,"",0],
["apple_silicon_m2_max","metal",1,"Q4_K_M","tg128",38.285,37.44,39.13,2,0.932,"",0],
["apple_silicon_m2_max","metal",14,"Q4_K_M","tg128",12.370000000000001,12.34,12.4,2,0.923,"",0],
["apple_silicon_m2_max","metal",15,"Q4_K_M","tg128",23.3,23.3,23.3,1,0.954,"",0],
["apple_silicon_m2_max","metal",2,"Q4_K_M","tg128",151.27,151.27,151.27,1,0.892,"",0],
["apple_silicon_m2_max","metal",3,"Q4_K_M","tg128",65.02,65.02,65.02,1,0.984,"",0],
["apple_silicon_m2_max","metal",16,"Q4_K_M","tg128",51.61,51.61,51.61,1,0.84,"",0],
["apple_silicon_m2_max","metal",17,"Q4_K_M","tg128",8.45,8.45,8.45,1,0.849,"",0],
["apple_silicon_m2_max","metal",4,"Q4_K_M","tg128",88.89,88.89,88.89,1,1.08,"",0],
["apple_silicon_m2_max","metal",18,"Q4_K_M","tg128",37.47,37.47,37.47,1,0.975,"",0],
["apple_silicon_m2_max","metal",6,"Q4_K_M","tg128",205.86,205.86,205.86,1,1.07,"",0],
["apple_silicon_m2_max","metal",19,"Q4_K_M","tg128",39.79,39.79,39.79,1,0.97,"",0],
["apple_silicon_m2_max","metal",20,"Q4_K_M","tg128",24.7,24.7,24.7,1,0.972,"",0],
["apple_silicon_m2_max","metal",8,"Q4_K_M","tg128",68.15,67.76,68.54,2,1.03,"",0],
["apple_silicon_m2_max","metal",21,"Q4_K_M","tg128",19.439999999999998,19.43,19.45,2,0.931,"",0],
["apple_silicon_m2_max","metal",22,"Q4_K_M","tg128",20.36,20.36,20.36,1,0.962,"",0],
["apple_silicon_m2_max","metal",9,"Q4_K_M","tg128",256.12,256.12,256.12,1,1.01,"",0],
["apple_silicon_m2_max","metal",23,"Q4_K_M","tg128",144.45,144.45,144.45,1,1.1,"",0],
["apple_silicon_m2_max","metal",24,"Q4_K_M","tg128",20.26,20.26,20.26,1,0.951,"",0],
["apple_silicon_m2_max","metal",25,"Q4_K_M","tg128",66.03,66.03,66.03,1,0.958,"",0],
["apple_silicon_m2_max","metal",26,"Q4_K_M","tg128",9.03,9.03,9.03,1,0.94,"",0],
["apple_silicon_m2_max","metal",27,"Q4_K_M","tg128",65.17,65.17,65.17,1,0.998,"",0],
["apple_silicon_m2_max","metal",28,"Q4_K_M","tg128",9.4,9.4,9.4,1,0.809,"",0],
["apple_silicon_m2_max","metal",29,"Q4_K_M","tg128",45.42,45.42,45.42,1,0.637,"",0],
["apple_silicon_m2_max","metal",11,"Q4_K_M","tg128",48.35,48.35,48.35,1,0.789,"",0],
["amd_ryzen_ai_max_395","rocm",30,"BF16","tg128",23.235,23.17,23.3,2,0.899,"",0],
["amd_ryzen_ai_max_395","vulkan",30,"BF16","tg128",10.120000000000001,9.46,10.78,2,0.445,"",0],
["amd_ryzen_ai_max_395","rocm",30,"UD-Q8_K_XL","tg128",35.5,33.78,35.52,3,0.939,"",0],
["amd_ryzen_ai_max_395","vulkan",30,"UD-Q8_K_XL","tg128",40.415,39.66,41.17,2,0.989,"",0],
["amd_ryzen_ai_max_395","rocm",31,"UD-Q3_K_S","tg128",22.545,21.98,23.11,2,0.79,"",0],
["amd_ryzen_ai_max_395","rocm",32,"BF16","tg128",8.5,8.49,8.51,3,1.05,"",0],
["amd_ryzen_ai_max_395","vulkan",32,"BF16","tg128",7.83,7.83,7.83,1,1.22,"",0],
["amd_ryzen_ai_max_395","rocm",33,"UD-Q4_K_XL","tg128",14.5,14.43,14.85,3,0.921,"",0],
["amd_ryzen_ai_max_395","vulkan",33,"UD-Q4_K_XL","tg128",14.649999999999999,14.44,14.86,2,0.832,"",0],
["amd_ryzen_ai_max_395","rocm",34,"UD-Q5_K_XL","tg128",20.09,19.73,20.12,3,0.949,"",0],
["amd_ryzen_ai_max_395","vulkan",34,"UD-Q5_K_XL","tg128",21.86,21.42,22.3,2,0.938,"",0],
["amd_ryzen_ai_max_395","rocm",28,"UD-Q8_K_XL","tg128",6.495,6.48,6.51,2,1.02,"",0],
["amd_ryzen_ai_max_395","vulkan",28,"UD-Q8_K_XL","tg128",6.09,5.88,6.3,2,0.971,"",0],
["amd_ryzen_ai_max_395","rocm",29,"BF16","tg128",25.490000000000002,25.07,25.91,2,0.936,"",0],
["amd_ryzen_ai_max_395","vulkan",29,"BF16","tg128",11.14,10.68,11.6,2,0.471,"",0],
["amd_ryzen_ai_max_395","rocm",29,"UD-Q4_K_XL","tg128",50.894999999999996,50.32,51.47,2,0.984,"",0],
["amd_ryzen_ai_max_395","vulkan",29,"UD-Q4_K_XL","tg128",60,59.57,60.43,2,1.01,"",0],
["amd_ryzen_ai_max_395","rocm",29,"UD-Q8_K_XL","tg128",46.18,45.13,46.21,3,1.1,"",0],
["amd_ryzen_ai_max_395","vulkan",29,"UD-Q8_K_XL","tg128",46.33,46.33,46.33,1,1.03,"",0],
["amd_ryzen_ai_max_395","rocm",16,"BF16","tg128",24.64,23.37,24.65,3,1.05,"",0],
["amd_ryzen_ai_max_395","vulkan",16,"BF16","tg128",18.725,18.6,18.85,2,0.951,"",0],
["amd_ryzen_ai_max_395","rocm",16,"UD-Q4_K_XL","tg128",48.46,47.74,48.47,3,0.975,"",0],
["amd_ryzen_ai_max_395","vulkan",16,"UD-Q4_K_XL","tg128",53.355000000000004,52.04,54.67,2,0.954,"",0],
["amd_ryzen_ai_max_395","rocm",16,"UD-Q8_K_XL","tg128",41.28,41.28,41.28,1,1.05,"",0],
["amd_ryzen_ai_max_395","vulkan",16,"UD-Q8_K_XL","tg128",45.48,45.48,45.48,1,1.11,"",0],
["amd_ryzen_ai_max_395","rocm",17,"BF16","tg128",3.54,3.53,3.55,2,1.03,"",0],
["amd_ryzen_ai_max_395","vulkan",17,"BF16","tg128",3.5,3.5,3.5,1,1.29,"",0],
["amd_ryzen_ai_max_395","rocm",17,"UD-Q4_K_XL","tg128",10.375,10.2,10.55,2,1.06,"",0],
["amd_ryzen_ai_max_395","vulkan",17,"UD-Q4_K_XL","tg128",11.385,11.32,11.45,2,1.09,"",0],
["amd_ryzen_ai_max_395","rocm",17,"UD-Q8_K_XL","tg128",6.16,6.14,6.17,3,0.989,"",0],
["amd_ryzen_ai_max_395","vulkan",17,"UD-Q8_K_XL","tg128",6.255,6.21,6.3,2,1.02,"",0],
["amd_ryzen_ai_max_395","rocm",35,"MXFP4","tg128",51.644999999999996,51.48,51.81,2,1.13,"",0],
["amd_ryzen_ai_max_395","vulkan",35,"MXFP4","tg128",56.61,56.61,56.61,1,1.2,"",0],
["amd_ryzen_ai_max_395","rocm",36,"MXFP4","tg128",72.855,46.9,73.05,4,1.11,"",0],
["amd_ryzen_ai_max_395","vulkan",36,"MXFP4","tg128",74.15,47.1,79.78,3,1.1,"",0],
["amd_ryzen_ai_max_395","rocm",0,"Q4_0","tg128",51.05,50.83,51.27,2,1.04,"",0],
["amd_ryzen_ai_max_395","rocm",0,"Q4_K_M","tg128",41.3,41.3,41.3,1,1.01,"",0],
["amd_ryzen_ai_max_395","rocm",37,"i1-Q4_K_M","tg128",37.2,37.2,37.2,1,1.03,"",0],
["amd_ryzen_ai_max_395","rocm",25,"UD-Q4_K_XL","tg128",58.5,58.5,58.5,1,1.22,"",0],
["amd_ryzen_ai_max_395","rocm",14,"UD-Q4_K_XL","tg128",13.8,13.8,13.8,1,1.05,"",0],
["amd_ryzen_ai_max_395","rocm",38,"UD-Q4_K_XL","tg128",10.7,10.7,10.7,1,0.993,"",0],
["amd_ryzen_ai_max_395","rocm",39,"UD-Q4_K_XL","tg128",17.6,17.6,17.6,1,1.09,"",0],
["amd_ryzen_ai_max_395","rocm",26,"Q8_0","tg128",6.4,6.4,6.4,1,1.02,"",0],
["amd_ryzen_ai_max_395","vulkan",40,"UD-Q4_K_XL","tg128",23,22.6,23.4,2,0.997,"",0],
["amd_ryzen_ai_max_395","rocm",41,"i1-Q4_K_M","tg128",4.5,4.5,4.5,1,1.02,"",0],
["amd_ryzen_ai_max_395","vulkan",25,"UD-Q4_K_XL","tg128",78,78,78,1,1.39,"",0],
["amd_ryzen_ai_max_395","vulkan",0,"Q4_K_M","tg128",48.7,48.7,48.7,1,1.09,"",0],
["amd_ryzen_ai_max_395","vulkan",37,"i1-Q4_K_M","tg128",42,42,42,1,1.06,"",0],
["amd_ryzen_ai_max_395","vulkan",39,"UD-Q4_K_XL","tg128",19.4,19.4,19.4,1,1.09,"",0],
["amd_ryzen_ai_max_395","vulkan",26,"Q8_0","tg128",6.4,6.4,6.4,1,1.02,"",0],
["amd_ryzen_ai_max_395","vulkan",41,"i1-Q4_K_M","tg128",5,5,5,1,1.06,"",0],
["cpu_amd_ryzen_9_7950x","cpu",18,"Q8_0","tg128",4.95,4.95,4.95,1,0.874,"",0],
["cpu_amd_ryzen_9_7950x","cpu",18,"Q4_0","tg128",11.23,11.23,11.23,1,1.17,"",0],
["cpu_amd_ryzen_9_7950x","cpu",18,"Q2_K_S","tg128",11.33,11.33,11.33,1,1.08,"",0],
["cpu_amd_ryzen_9_7950x","cpu",18,"Q4_K_S","tg128",9.57,9.57,9.57,1,1.11,"",0],
["cpu_amd_ryzen_9_7950x","cpu",18,"Q5_K_S","tg128",7.51,7.51,7.51,1,1.02,"",0],
["cpu_amd_ryzen_9_7950x","cpu",18,"Q6_K","tg128",7.62,7.62,7.62,1,1.21,"",0],
["cpu_amd_ryzen_9_7950x","cpu",18,"IQ4_NL","tg128",5.96,5.96,5.96,1,0.624,"",0],
["cpu_amd_ryzen_9_7950x","cpu",18,"IQ4_XS","tg128",8.15,8.15,8.15,1,0.903,"",0],
["cpu_amd_ryzen_9_7950x","cpu",18,"IQ2_XXS","tg128",5.47,5.47,5.47,1,0.911,"",0],
["cpu_amd_ryzen_9_7950x","cpu",18,"IQ2_XS","tg128",5.87,5.87,5.87,1,1.06,"",0],
["cpu_amd_ryzen_9_7950x","cpu",18,"IQ2_M","tg128",5.24,5.24,5.24,1,1.06,"",0],
["cpu_amd_ryzen_9_7950x","cpu",18,"IQ3_S","tg128",3.71,3.71,3.71,1,0.944,"",0],
["apple_silicon_m2_max","cpu",18,"F16","tg128",7.89,7.89,7.89,1,1.06,"",0],
["apple_silicon_m2_max","cpu",18,"Q8_0","tg128",14.04,14.04,14.04,1,1.08,"",0],
["apple_silicon_m2_max","cpu",18,"Q5_0","tg128",12.2,12.2,12.2,1,0.997,"",0],
["apple_silicon_m2_max","cpu",18,"Q4_0","tg128",23.89,23.89,23.89,1,1.06,"",0],
["apple_silicon_m2_max","cpu",18,"Q2_K_S","tg128",13.91,13.91,13.91,1,0.957,"",0],
["apple_silicon_m2_max","cpu",18,"Q3_K_S","tg128",11.1,11.1,11.1,1,0.911,"",0],
["apple_silicon_m2_max","cpu",18,"Q4_K_S","tg128",17.55,17.55,17.55,1,1.13,"",0],
["apple_silicon_m2_max","cpu",18,"Q5_K_S","tg128",12.26,12.26,12.26,1,0.923,"",0],
["apple_silicon_m2_max","cpu",18,"Q6_K","tg128",11.62,11.62,11.62,1,1.01,"",0],
["apple_silicon_m2_max","cpu",18,"IQ4_NL","tg128",23.45,23.45,23.45,1,1.05,"",0],
["apple_silicon_m2_max","cpu",18,"IQ4_XS","tg128",16.03,16.03,16.03,1,0.997,"",0],
["apple_silicon_m2_max","cpu",18,"IQ2_XXS","tg128",8.67,8.67,8.67,1,0.99,"",0],
["apple_silicon_m2_max","cpu",18,"IQ2_XS","tg128",9.49,9.49,9.49,1,1.18,"",0],
["apple_silicon_m2_max","cpu",18,"IQ2_M","tg128",6.77,6.77,6.77,1,0.932,"",0],
["apple_silicon_m2_max","cpu",18,"IQ3_XXS","tg128",6.26,6.26,6.26,1,0.994,"",0],
["apple_silicon_m2_max","cpu",18,"IQ3_S","tg128",5.34,5.34,5.34,1,0.921,"",0],
["nvidia_rtx_4090","cuda",0,"Q4_0","tg128",186.2,186.2,186.2,1,1.01,"",0],
["nvidia_rtx_4090","cuda",36,"MXFP4","tg128",222,222,222,1,1.03,"",0],
["nvidia_rtx_4080_super","cuda",36,"MXFP4","tg128",186.5,186.5,186.5,1,1.02,"",0],
["nvidia_rtx_5070_ti","cuda",36,"MXFP4","tg128",189.5,189.5,189.5,1,0.962,"",0],
["nvidia_rtx_5080","cuda",36,"MXFP4","tg128",204.9,204.9,204.9,1,0.998,"",0],
["nvidia_rtx_5090","cuda",36,"MXFP4","tg128",282.5,282.5,282.5,1,0.992,"",0],
["apple_silicon_m4_max_36gb","metal",0,"Q4_0","tg128",69.95,69.95,69.95,1,1.01,"",0],
["apple_silicon_m5_pro","metal",0,"Q4_0","tg128",66.33,66.33,66.33,1,1.08,"",0],
["apple_silicon_m5_max","metal",0,"Q4_0","tg128",119.92,119.92,119.92,1,1.24,"",0],
["amd_rx_6800_xt","vulkan",0,"Q4_0","tg128",100.32,100.32,100.32,1,0.995,"",0],
["amd_rx_7600","vulkan",0,"Q4_0","tg128",58.03,58.03,58.03,1,0.949,"",0],
["apple_silicon_m5_max","metal",29,"Q5_K_S","tg128",95.98,95.98,95.98,1,1.07,"",0],
["amd_ryzen_ai_max_395","vulkan",29,"Q5_K_S","tg128",53.73,53.73,53.73,1,0.958,"",0],
["amd_rx_7900_xtx","vulkan",0,"Q4_0","tg128",172.86,172.86,172.86,1,1.08,"",0],
["amd_rx_6700_xt","rocm",19,"Q4_0","tg128",58.97,58.97,58.97,1,0.919,"",0],
["amd_rx_6800_xt","vulkan",42,"Q6_K","tg128",34.13,34.13,34.13,1,1.02,"",0],
["intel_iris_xe","vulkan",0,"Q4_K_M","tg128",5.54,5.54,5.54,1,0.94,"",0],
["cpu_amd_threadripper_pro_5995wx","cpu",19,"Q4_0","tg128",33.77,33.77,33.77,1,1.08,"",0],
["amd_mi355x","rocm",43,"Q4_K_M","tg128",254,254,254,1,0.985,"",0],
["cpu_amd_ryzen_9_5950x","cpu",19,"Q5_K_M","tg128",9.73,9.73,9.73,1,1.32,"",0],
["apple_silicon_m2","metal",19,"Q4_0","tg128",20.06,20.06,20.06,1,0.992,"",0],
["nvidia_rtx_5090","cuda",37,"Q8_0","tg128",143.18,143.18,143.18,1,0.983,"",0],
["intel_arc_b580","sycl",0,"Q4_0","tg128",34.83,34.83,34.83,1,0.927,"",0],
["intel_arc_pro_b70","sycl",17,"UD-Q4_K_XL","tg128",18.08,18.08,18.08,1,1.06,"",0],
["raspberry_pi_5","cpu",25,"Q3_K_S","tg128",7.99,7.99,7.99,1,1.07,"",0],
["cpu_cix_p1","cpu",44,"Q4_K_M","tg128",40.39,40.39,40.39,1,0.977,"",0],
["cpu_intel_core_i3_1315u","cpu",7,"Q4_K_M","tg128",11.05,11.05,11.05,1,1.07,"",0],
["cpu_intel_n100","cpu",18,"Q4_K_M","tg128",3.01,3.01,3.01,1,0.63,"",0],
["nvidia_rtx_2070_max_q","cuda",18,"Q4_K_M","tg128",44.84,44.84,44.84,1,0.927,"",0],
["apple_silicon_m4","metal",18,"Q4_K_M","tg128",20.87,20.87,20.87,1,1.09,"",0],
["apple_silicon_m1_max","metal",18,"Q4_K_M","tg128",46.2,46.2,46.2,1,1.2,"",0],
["nvidia_rtx_3080_10gb","cuda",18,"Q4_K_M","tg128",111.95,111.95,111.95,1,0.994,"",0]]}`);

// shared/estimate/throughput/evidence.ts
var MILLION = 1e6, byDevice, keyOf3 = (device, backend, test) => `${device} ${backend} ${test}`;
function readEvidence() {
	let all = /* @__PURE__ */ new Map();
	for (let raw of measured_default.rows) {
		let [device, backend, model, quant, test, speed, low, high, rows, ratio, build, source] = raw, [name, n_layer, millions] = measured_default.models[model] ?? ["", 0, 0], key = keyOf3(device, backend, test), list2 = all.get(key) ?? [];
		all.set(key, list2);
		let row = { model: name, n_layer, n_params: millions * MILLION, quant, speed, low, high, rows, ratio, build };
		list2.push({ ...row, source: measured_default.sources[source] ?? "" });
	}
	return all;
}
function evidenceOf(device, backend, test) {
	return byDevice ??= readEvidence(), byDevice.get(keyOf3(device, backend, test)) ?? [];
}
var SAME_SIZE = 0.1, SAME_MODEL = 5e-3, WIDEST = Math.log(2.5) / 2, PRIOR_ROWS = 1, KNOWN5 = /* @__PURE__ */ new WeakMap();
function correctionFor(device, backend, test, facts) {
	let known2 = KNOWN5.get(facts) ?? /* @__PURE__ */ new Map();
	KNOWN5.set(facts, known2);
	let key = keyOf3(device, backend, test), seen = known2.get(key);
	if (seen !== void 0) return seen;
	let correction = correctionBy(evidenceOf(device, backend, test), facts, test);
	return known2.set(key, correction), correction;
}
function correctionBy(rows, facts, test) {
	if (rows.length === 0) return null;
	let quantity = test === "tg128" ? "tg" : "pp", off = (row) => Math.abs(row.n_params / facts.n_params - 1), nearest2 = rows.filter((row) => row.quant === facts.precision && off(row) <= SAME_SIZE).sort((a, b) => off(a) - off(b))[0];
	if (nearest2 !== void 0 && off(nearest2) <= SAME_MODEL && nearest2.n_layer === facts.hparams.block_count) {
		let extremes = Math.max(Math.log(nearest2.high / nearest2.speed), Math.log(nearest2.speed / nearest2.low)), half_width2 = Math.min(Math.max(measured_default.half_width.same[quantity], extremes), WIDEST);
		return { factor: nearest2.ratio, half_width: half_width2, same: !0, source: describe3(nearest2, test) };
	}
	let residual = rows.reduce((sum, row) => sum + Math.log(row.ratio), 0) / (rows.length + PRIOR_ROWS), half_width = measured_default.half_width.similar[quantity], told = nearest2 === void 0 ? `${rows.length} measured ${rows.length === 1 ? "model" : "models"} on this device` : describe3(nearest2, test);
	return { factor: Math.exp(residual), half_width, same: nearest2 !== void 0, source: `scaled by ${told}` };
}
function describe3({ model, quant, speed, rows, build, source }, test) {
	let built = build === "" ? "" : `, build ${build}`, count4 = rows === 1 ? "" : ` (median of ${rows})`;
	return `${test} of ${model} ${quant}: ${speed} tokens/s${count4}${built}, ${source}`;
}

// shared/estimate/throughput/format.ts
var OF_TYPE = {
	f32: "f32",
	f16: "f16",
	bf16: "bf16",
	q8_0: "q8",
	q8_1: "q8",
	q5_0: "q5",
	q5_1: "q5",
	q4_0: "q4",
	q4_1: "q4",
	iq4_nl: "q4",
	mxfp4: "mxfp4",
	nvfp4: "mxfp4",
	q2_K: "k_low",
	q3_K: "k_low",
	iq1_s: "iq",
	iq1_m: "iq",
	iq2_xxs: "iq",
	iq2_xs: "iq",
	iq2_s: "iq",
	iq3_xxs: "iq",
	iq3_s: "iq",
	tq1_0: "iq",
	tq2_0: "iq"
};
function formatOf(type) {
	return OF_TYPE[type] ?? "k";
}

// shared/estimate/throughput/model-work.ts
var NOTHING = { dense: 0, experts: 0, dense_weights: 0, expert_weights: 0 }, LOOKED_UP = /^(token_embd|per_layer_token_embd|position_embd|token_types)\.(weight|bias)$/, KNOWN6 = /* @__PURE__ */ new WeakMap();
function modelWork(facts) {
	let known2 = KNOWN6.get(facts);
	if (known2 !== void 0) return known2;
	let work = sumWork(facts);
	return KNOWN6.set(facts, work), work;
}
function sumWork(facts) {
	let hparams = hparamsOf(facts), active = hparams.n_expert > 0 ? Math.min(1, hparams.n_expert_used / hparams.n_expert) : 1, layers = Array.from({ length: hparams.n_layer }, () => NOTHING), byFormat = /* @__PURE__ */ new Map(), output2 = NOTHING;
	for (let group of facts.tensors) {
		let one = groupWork(group, active), read2 = one.dense + one.experts * active, format3 = formatOf(group.type), count4 = (n) => byFormat.set(format3, (byFormat.get(format3) ?? 0) + read2 * n);
		if (group.layers === void 0) {
			if (!isRead(group, facts)) continue;
			output2 = add(output2, one), count4(1);
			continue;
		}
		for (let [from, to] of group.layers)
			for (let il = from; il <= Math.min(to, hparams.n_layer - 1); il++)
				layers[il] = add(layers[il] ?? NOTHING, one), count4(1);
	}
	let [format2] = [...byFormat].sort((a, b) => b[1] - a[1])[0] ?? ["f16"];
	return { hparams, layers, output: output2, active, format: format2 };
}
function isRead(group, facts) {
	return LOOKED_UP.test(group.name) ? group.name === "token_embd.weight" && !facts.tensors.some(({ name }) => name === "output.weight") : !0;
}
function groupWork(group, active) {
	let bytes2 = tensorBytes(group.type, group.shape), weights = group.shape.length < 2 ? 0 : group.shape.reduce((n, size3) => n * size3, 1);
	return isExpertGroup(group) ? { dense: 0, experts: bytes2, dense_weights: 0, expert_weights: weights * active } : { dense: bytes2, experts: 0, dense_weights: weights, expert_weights: 0 };
}
function add(a, b) {
	return {
		dense: a.dense + b.dense,
		experts: a.experts + b.experts,
		dense_weights: a.dense_weights + b.dense_weights,
		expert_weights: a.expert_weights + b.expert_weights
	};
}

// shared/estimate/throughput/kv-read.ts
function kvRead(hparams, il, depth, cache) {
	if (hparams.is_recr[il]) return 4 * (hparams.n_embd_r + hparams.n_embd_s);
	let tokens2 = hparams.is_swa[il] && hparams.n_swa > 0 ? Math.min(depth, hparams.n_swa) : depth, k = rowBytes(cache.cache_type_k, hparams.n_embd_k_gqa[il] ?? 0), v = hparams.is_mla ? 0 : rowBytes(cache.cache_type_v, hparams.n_embd_v_gqa[il] ?? 0);
	return tokens2 * (k + v);
}

// shared/estimate/throughput/place-work.ts
function placeWork(model, where, settings, tokens2) {
	let places2 = /* @__PURE__ */ new Map(), at2 = (place) => {
		let known2 = places2.get(place);
		if (known2 !== void 0) return known2;
		let fresh2 = { n_layer: 0, read: 0, kv: 0, weights: 0, touched: 0, moe: model.active < 1 };
		return places2.set(place, fresh2), fresh2;
	}, seen = 1 - (1 - model.active) ** tokens2;
	model.layers.forEach((layer, il) => {
		let place = where[il] ?? "host", home = at2(place);
		home.n_layer += 1, home.read += layer.dense, home.weights += layer.dense_weights, home.touched += layer.dense;
		let cached2 = kvRead(model.hparams, il, settings.depth, settings);
		cached2 > 0 && (at2(settings.offload_kqv ? place : "host").kv += cached2), layer.experts > 0 && addExperts(at2(il < settings.n_cpu_moe ? "host" : place), layer, model.active, seen);
	});
	let last = at2(where.at(-1) ?? "host");
	return last.read += model.output.dense, last.touched += model.output.dense, places2;
}
function addExperts(place, layer, active, seen) {
	place.read += layer.experts * active, place.weights += layer.expert_weights, place.touched += layer.experts * seen;
}

// shared/estimate/throughput/spread.ts
var AGREED = Math.log(1.6) / 2, WIDEST2 = Math.log(2.5) / 2, AGREES = 0.3, ENOUGH_DEVICES = 2, STRANGER = 1.25, Z90 = 1.645;
function rowsAgree(constants3) {
	return constants3.devices >= ENOUGH_DEVICES && Z90 * constants3.sigma <= AGREES;
}
function halfWidthOf(constants3, own2) {
	let width = Z90 * constants3.sigma * (own2 ? 1 : STRANGER);
	return Math.min(width, own2 && rowsAgree(constants3) ? AGREED : WIDEST2);
}
function halfWidth({ parts }) {
	return parts.reduce((sum, { found: found2, share }) => sum + share * halfWidthOf(found2.constants, found2.own), 0);
}

// shared/estimate/throughput/throughput-settings.ts
function resolveThroughput(asked, hparams, target) {
	let { tensor_split, backend, depth, ...rest } = asked, memory = resolveSettings(
		{ ...defined(rest), ...tensor_split && { tensor_split: [...tensor_split] } },
		hparams
	), threads = (n) => Math.max(1, Math.min(n ?? target.cpu.usable_cores, target.cpu.physical_cores));
	return {
		...memory,
		backend: backend ?? target.backend,
		n_threads: threads(asked.n_threads),
		n_threads_batch: threads(asked.n_threads_batch ?? asked.n_threads),
		depth: Math.max(0, depth ?? 0)
	};
}
function defined(value) {
	return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== void 0));
}

// shared/estimate/throughput/place-time.ts
function tokenSeconds(work, here, constants3, manner) {
	let factor = formatFactor(constants3, manner.format), flash2 = manner.flash ? constants3.flash ?? 1 : 1, fixed = work.n_layer * constants3.layer_us * 1e-6 * (work.moe ? constants3.moe_layer ?? 1 : 1), rate = constants3.efficiency * here.bandwidth_gb_s * 1e9;
	if (here.threads === null) return flash2 * ((work.read * factor + work.kv) / rate + fixed);
	let threaded = here.threads * (constants3.thread_gb_s ?? Number.POSITIVE_INFINITY) * 1e9;
	return flash2 * ((work.read + work.kv) / rate + work.read * factor / threaded + fixed);
}
function batchSeconds(work, tokens2, peak, constants3, manner) {
	let factor = formatFactor(constants3, manner.format) * (work.moe ? constants3.moe_work ?? 1 : 1), flash2 = manner.flash ? constants3.flash ?? 1 : 1, arithmetic = 2 * work.weights * tokens2 * factor / (constants3.efficiency * operations(peak, constants3)), moved = (constants3.moves ?? 1) * work.touched / (peak.bandwidth_gb_s * 1e9);
	return flash2 * (arithmetic + moved + work.n_layer * constants3.layer_us * 1e-6);
}
function operations({ tflops, threads, bandwidth_gb_s }, { blend = 1 }) {
	return threads !== null ? threads * 1e9 : tflops === null ? bandwidth_gb_s * 1e9 : (tflops * 1e12) ** blend * (bandwidth_gb_s * 1e9) ** (1 - blend);
}
function formatFactor({ formats = {} }, format2) {
	return format2 === "iq" ? formats.iq ?? formats.k_low ?? formats.k ?? 1 : format2 === "k_low" ? formats.k_low ?? formats.k ?? 1 : formats[format2] ?? 1;
}

// shared/estimate/throughput/whole-time.ts
function placeOf(where, { target, settings }) {
	if (where === "host") {
		let bandwidth_gb_s = target.host.bandwidth_gb_s;
		return bandwidth_gb_s === null ? null : { backend: "cpu", bandwidth_gb_s, tflops: null };
	}
	let device = target.devices[where];
	return device === void 0 || device.bandwidth_gb_s === null ? null : {
		// A card can run through another backend than the one the profile plans for.
		backend: settings.backend === "cpu" ? device.backend : settings.backend,
		bandwidth_gb_s: device.bandwidth_gb_s,
		tflops: device.fp16_tflops
	};
}
function generationOf(where, { target, generation }) {
	return where === "host" && target.devices.length > 0 && !target.unified ? null : generation;
}
function total(parts) {
	let seconds = 0, known2 = [];
	for (let part of parts) {
		if (part === null) return null;
		seconds += part.seconds, known2.push(part);
	}
	return !(seconds > 0) || !Number.isFinite(seconds) ? null : { seconds, parts: known2.map((part) => ({ found: part.found, share: part.seconds / seconds })) };
}
function decodeTime(work, situation) {
	let { settings, format: format2, constants: constants3 } = situation, manner = { format: format2, flash: settings.flash_attn !== "off" };
	return total(
		[...work].map(([where, part]) => {
			let place = placeOf(where, situation);
			if (place === null) return null;
			let found2 = findConstants(constants3, "decode", place.backend, generationOf(where, situation));
			if (found2 === null) return null;
			let threads = place.backend === "cpu" ? settings.n_threads : null, here = { bandwidth_gb_s: place.bandwidth_gb_s, threads };
			return { found: found2, seconds: tokenSeconds(part, here, found2.constants, manner) };
		})
	);
}
function promptTime(work, tokens2, situation) {
	let { settings, format: format2, constants: constants3 } = situation, manner = { format: format2, flash: settings.flash_attn !== "off" };
	return total(
		[...work].map(([where, part]) => {
			let place = placeOf(where, situation);
			if (place === null) return null;
			let cpu = place.backend === "cpu", quantity = cpu || place.tflops !== null ? "prompt" : "prompt_by_bandwidth", found2 = findConstants(constants3, quantity, place.backend, generationOf(where, situation));
			if (found2 === null) return null;
			let peak = {
				tflops: place.tflops,
				threads: cpu ? settings.n_threads_batch : null,
				bandwidth_gb_s: place.bandwidth_gb_s
			};
			return { found: found2, seconds: batchSeconds(part, tokens2, peak, found2.constants, manner) };
		})
	);
}

// shared/estimate/throughput/estimate-throughput.ts
function estimateThroughput(facts, asked, target, constants3 = CONSTANTS) {
	let model = modelWork(facts), settings = resolveThroughput(asked, model.hparams, target), onDevices = settings.backend !== "cpu" && settings.n_gpu_layers > 0, where = layerDevices(model.hparams, settings, { devices: onDevices ? target.devices.length : 0 }), tokens2 = Math.max(1, Math.min(settings.n_ubatch, settings.n_batch, settings.n_ctx)), work = placeWork(model, where, settings, tokens2), row = target.profile_id === null ? void 0 : profileNamed(target.profile_id)?.row, generation = row?.generation ?? null, situation = { target, generation, settings, format: model.format, constants: constants3 }, correction = (test) => row === void 0 || work.size !== 1 || target.devices.length > 1 ? null : correctionFor(row.id, settings.backend, test, facts);
	return {
		tg: speedOf(decodeTime(work, situation), 1, correction("tg128")),
		pp: speedOf(promptTime(work, tokens2, situation), tokens2, correction("pp512"))
	};
}
function speedOf(timed, tokens2, correction) {
	if (timed === null) return null;
	let speed = tokens2 / timed.seconds * (correction?.factor ?? 1), width = Math.exp(correction?.half_width ?? halfWidth(timed));
	return {
		tokens_per_s: speed,
		low: speed / width,
		high: speed * width,
		basis: correction?.same === !0 ? "measured on the same hardware" : "model",
		source: correction === null ? sourceOf(timed) : `${correction.source}; ${sourceOf(timed)}`
	};
}
function sourceOf({ parts }) {
	let ordered = [...parts].sort((a, b) => b.share - a.share);
	return [
		...new Set(
			ordered.map(({ found: { constants: constants3, name, own: own2 } }) => {
				let wider = own2 ? "" : ", a wider class: this kind has no rows of its own";
				return `${name}: ${constants3.rows} rows of ${constants3.devices} devices${wider}`;
			})
		)
	].join("; ");
}

// shared/report/json-report.ts
function jsonReport(result) {
	let fixes = new Map(result.problems.flatMap(({ hits, fix }) => fix === null ? [] : hits.map((hit) => [hit, fix]))), json = (finding) => {
		let fix = fixes.get(finding), whole = fix === void 0 ? finding : { ...finding, fix };
		return { ...whole, message: formatFinding(whole) };
	};
	return {
		schema_version: 1,
		kind: "check_report",
		verdict: result.verdict,
		fail_on: result.fail_on,
		summary: result.tally,
		policy: { file: result.policy_file, findings: result.own.map(json) },
		configs: result.configs.map((config2) => {
			let { file, findings, pairs: pairs2 } = config2.report, stateOf2 = pairStates(config2.report);
			return {
				file,
				findings: findings.map(json),
				pairs: pairs2.map((pair) => jsonPair(pair, stateOf2(pair), decodeSpeed(result, config2, pair)))
			};
		}),
		unread: result.own.filter(({ rule }) => rule === "LP905").map(({ file, args }) => ({ file, message: str(args, "message") })),
		known: result.known.map(({ finding, reason, until }) => ({ ...json(finding), reason, until }))
	};
}
function jsonPair({ target, estimate, lines: lines2 }, state, speed) {
	return {
		target,
		result: state !== "unjudged" && state !== "unread" ? state === "fails" ? "fail" : "pass" : "not_judged",
		basis: estimate?.basis ?? null,
		engine: estimate?.engine ?? null,
		program: estimate?.program ?? null,
		decode_tokens_per_s: speed,
		memory: lines2.map(({ kind: kind2, name, need, need_bytes, usable: usable2, state: fit }) => ({
			kind: kind2,
			name,
			...need,
			need: need_bytes,
			usable: usable2?.bytes ?? null,
			usable_source: usable2?.source ?? null,
			state: fit
		}))
	};
}
function decodeSpeed({ targets: targets2 }, { report, facts }, { target: id, estimate }) {
	let target = targets2.get(id), { config: config2 } = report;
	if (target === void 0 || config2 === null || facts === null || estimate === null) return null;
	try {
		let { tg } = estimateThroughput(facts, { ...config2.settings, backend: config2.backend }, target);
		return tg === null ? null : Number(tg.tokens_per_s.toPrecision(3));
	} catch (error2) {
		if (error2 instanceof UserError) return null;
		throw error2;
	}
}

// shared/report/change.ts
var LEAST_BYTES = 50 * 1048576, LEAST_SHARE = 0.01;
function changesAgainst(result, base) {
	let changes = [];
	for (let config2 of result.configs) {
		let { report } = config2, stateOf2 = pairStates(report), before = base.get(report.file);
		for (let pair of report.pairs) {
			let old = before?.get(pair.target), now = resultOf(stateOf2(pair));
			if (old === void 0) {
				changes.push({ file: report.file, target: pair.target, turn: "new", memory: null, decode: null });
				continue;
			}
			let need = mainNeed(pair.lines.map(({ kind: kind2, need_bytes }) => ({ kind: kind2, need: need_bytes }))), more3 = pair.lines.length > 0 && old.need > 0 ? need - old.need : 0, memory = Math.abs(more3) >= LEAST_BYTES ? more3 : null, speed = old.decode === null ? null : decodeSpeed(result, config2, pair), share = speed === null || old.decode === null ? 0 : speed / old.decode - 1, decode4 = Math.abs(share) >= LEAST_SHARE ? share : null, turn = now === old.result ? null : now === "fail" ? "fails_now" : now === "pass" ? "passes_now" : null;
			(turn !== null || memory !== null || decode4 !== null) && changes.push({ file: report.file, target: pair.target, turn, memory, decode: decode4 });
		}
	}
	let order = ["fails_now", "passes_now", null, "new"];
	return changes.sort(
		(a, b) => order.indexOf(a.turn) - order.indexOf(b.turn) || Math.abs(b.memory ?? 0) - Math.abs(a.memory ?? 0)
	);
}
function resultOf(state) {
	return state === "unjudged" || state === "unread" ? "not_judged" : state === "fails" ? "fail" : "pass";
}
function changeWords({ memory, decode: decode4, turn }) {
	return [
		...turn === null ? [] : [{
			fails_now: "fails now",
			passes_now: "passes now",
			new: "new"
		}[turn]],
		...memory === null ? [] : [`${memory > 0 ? "+" : "-"}${showGib(Math.abs(memory))}`],
		...decode4 === null ? [] : [`${decode4 > 0 ? "+" : "-"}${Math.round(Math.abs(decode4) * 100)} % decode`]
	].join(", ");
}

// shared/report/markdown/escape.ts
function code(text2) {
	return `<code>${escaped(text2)}</code>`;
}
function words2(text2) {
	return /[@#]|:\w+:|www\.|:\/\/|\b[0-9a-f]{7,40}\b/i.test(text2) ? code(text2) : escaped(text2);
}
function escaped(text2) {
	return plain(text2).replace(/[^\p{L}\p{N} /,;%+-]/gu, (char) => `&#${char.codePointAt(0) ?? 0};`);
}
function codeBlock(text2) {
	let longest2 = Math.max(2, ...(text2.match(/`+/g) ?? []).map((run2) => run2.length)), fence = "`".repeat(longest2 + 1);
	return `${fence}sh
${text2.split(`
`).map(plain).join(`
`)}
${fence}`;
}
function utf8Length(text2) {
	let bytes2 = text2.length;
	for (let index = 0; index < text2.length; index++) {
		let unit = text2.charCodeAt(index);
		unit >= 128 && (bytes2 += unit >= 2048 && (unit < 55296 || unit > 57343) ? 2 : 1);
	}
	return bytes2;
}

// shared/report/markdown/details.ts
var MOST_SUMS = 12, MOST_PROBLEMS = 20;
function fileDetails(file, problems, blob) {
	let errors = problems.filter(({ severity }) => severity === "error").length, counts = [count2(errors, "error"), count2(problems.length - errors, "warning")].join(", "), shown2 = problems.slice(0, MOST_PROBLEMS).map((problem2) => details(problem2, blob)), rest = problems.length - shown2.length;
	return [
		`<details><summary>${code(file)}: ${counts}</summary>`,
		...shown2,
		...rest > 0 ? [`${rest} more in this file.`] : [],
		"</details>"
	].join(`

`);
}
function details(problem2, blob) {
	let { title, what, others, fix, link } = problemText(problem2), { line, column } = problem2.place, place = `line ${line}, column ${column}`, at2 = blob === null ? place : `[${place}](${linkTo(blob, problem2.file)}#L${line})`, sums = sumTable(problem2);
	return [
		`**${problem2.severity} [${problem2.rule}](${link}) ${words2(title)}**, ${at2}`,
		words2(what),
		...sums === null && others !== null ? [words2(others)] : [],
		...sums === null ? [] : [sums],
		...fix === null ? [] : [words2(fix)]
	].join(`

`);
}
function linkTo(blob, file) {
	let segments = file.replaceAll(new RegExp("\\p{Cs}", "gu"), "�").split("/").map(encodeURIComponent);
	return `${blob}/${segments.join("/")}`.replaceAll("(", "%28").replaceAll(")", "%29");
}
function sumTable({ hits }) {
	let sums = hits.flatMap(
		({ target, args }) => target !== void 0 && typeof args.weights == "number" && typeof args.usable == "number" ? [{ target, args }] : []
	);
	if (sums.length < 2) return null;
	let rows = sums.slice(0, MOST_SUMS).map(({ target, args }) => {
		let cells = [showGib(num(args, "need")), showGib(num(args, "usable")), words2(memoryTerms(args))];
		return `| ${code(target)} | ${cells.join(" | ")} |`;
	}), rest = sums.length - rows.length;
	return [
		"| Target | Needs | Leaves | Sum |",
		"|---|---|---|---|",
		...rows,
		...rest > 0 ? [`| ${rest} more | | | |`] : []
	].join(`
`);
}

// shared/report/markdown/matrix.ts
var MOST_COLUMNS = 10, MOST_ROWS = 100;
function matrix({ configs }, failuresOnly) {
	let all = configs.map(({ report }) => {
		let stateOf2 = pairStates(report), states = new Map(report.pairs.map((pair) => [pair.target, stateOf2(pair)]));
		return { report, states, failing: [...states.values()].filter(isBad).length };
	}), rows = (failuresOnly ? all.filter(({ failing }) => failing > 0) : all).toSorted((a, b) => b.failing - a.failing || (a.report.file < b.report.file ? -1 : 1)), shown2 = rows.slice(0, MOST_ROWS), { columns, others } = chooseColumns(rows), names2 = [...columns.map(code), ...others > 0 ? [`${others} others`] : []], left = all.filter((row) => !shown2.includes(row));
	return {
		head: names2.length === 0 ? [] : [`| Config | ${names2.join(" | ")} |`, `|---|${names2.map(() => "---|").join("")}`],
		rows: names2.length === 0 ? [] : shown2.map((row) => rowLine(row, columns, others > 0)),
		rest: left.length === 0 ? null : restWords(left)
	};
}
function restWords(left) {
	let failing = left.filter((row) => row.failing > 0).length, fine = left.length - failing, parts = [...failing > 0 ? [`${failing} with failures`] : [], ...fine > 0 ? [`${fine} without`] : []];
	return `${count2(left.length, "more config")}: ${parts.join(", ")}.`;
}
function chooseColumns(rows) {
	let failures = /* @__PURE__ */ new Map();
	for (let { states } of rows)
		for (let [target, state] of states) failures.set(target, (failures.get(target) ?? 0) + Number(isBad(state)));
	let targets2 = [...failures.keys()];
	if (targets2.length <= MOST_COLUMNS) return { columns: targets2, others: 0 };
	let worst = [...failures].filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1]), chosen = new Set(worst.slice(0, MOST_COLUMNS).map(([target]) => target));
	return { columns: targets2.filter((target) => chosen.has(target)), others: targets2.length - chosen.size };
}
function isBad(state) {
	return state === "fails" || state === "unjudged" || state === "unread";
}
function rowLine({ report, states }, columns, rest) {
	let pairs2 = new Map(report.pairs.map((pair) => [pair.target, pair])), cells = columns.map((target) => {
		let pair = pairs2.get(target), state = states.get(target);
		return pair === void 0 || state === void 0 ? "" : cell(pair, state);
	}), shown2 = new Set(columns), others = [...states].filter(([target]) => !shown2.has(target)).map(([, state]) => state);
	return `| ${[code(report.file), ...cells, ...rest ? [othersCell(others)] : []].join(" | ")} |`;
}
var SIGNS = {
	fits: "✅ fits",
	warned: "⚠️ warned",
	fails: "❌ fails",
	unjudged: "– not judged",
	unread: "– not judged"
};
function cell(pair, state) {
	let numbers = deciding(pair);
	return numbers === null ? SIGNS[state] : `${SIGNS[state]} ${numbers}`;
}
function othersCell(states) {
	let bad = states.filter(isBad).length;
	return bad === 0 ? states.length === 0 ? "" : `${SIGNS.fits}: ${states.length}` : `❌ fails: ${bad}${bad < states.length ? `, fits: ${states.length - bad}` : ""}`;
}
function deciding({ lines: lines2 }) {
	let fullest = null;
	for (let { need_bytes, usable: usable2 } of lines2) {
		if (need_bytes === 0 || usable2 === null) continue;
		let share = need_bytes / usable2.bytes;
		(fullest === null || share > fullest.share) && (fullest = { share, text: `${gib(need_bytes).toFixed(1)}/${gib(usable2.bytes).toFixed(1)}` });
	}
	return fullest?.text ?? null;
}

// shared/report/markdown/markdown-report.ts
var BUDGET_BYTES = 900 * 1024, MOST_FILES = 30, MOST_CHANGES = 50;
function markdownReport(result, options = {}) {
	let failuresOnly = options.summary === "failures", budget = options.budget ?? BUDGET_BYTES, table = matrix(result, failuresOnly), head = [heading(result), intro(result)], foot = [known(result), `Repeat it locally:

${codeBlock(result.command)}`].filter((part) => part !== ""), left = budget - size2([...head, ...foot, table.head.join(`
`), LEGEND]) - RESERVE, take2 = (part) => {
		let bytes2 = size2([part]);
		return bytes2 > left ? !1 : (left -= bytes2, !0);
	}, rows = takeWhile(table.rows, take2), cut2 = table.rows.length - rows.length, changes = options.base ? [changeTable(changesAgainst(result, options.base))].filter(take2) : [], files = groupByFile(
		failuresOnly ? result.problems.filter(({ severity }) => severity === "error") : result.problems
	), details2 = takeWhile(
		files.slice(0, MOST_FILES).map(([file, problems]) => fileDetails(file, problems, options.blob ?? null)),
		take2
	), hidden = files.length - details2.length;
	return `${[
    ...head,
    ...table.head.length > 0 ? [[...table.head, ...rows].join(`
`), LEGEND] : [],
    ...cut2 > 0 ? [`${count2(cut2, "more row")} left out to stay within GitHub's limit.`] : [],
    ...table.rest === null ? [] : [table.rest],
    ...changes,
    ...details2,
    ...hidden > 0 ? [`${count2(hidden, "more file")} with findings; the log and the JSON report have them all.`] : [],
    ...result.searched < result.problems.length && result.problems.length > details2.length && result.searched > 0 ? [`Fixes were looked for for the first ${result.searched} problems.`] : [],
    ...foot
  ].join(`

`)}
`;
}
var RESERVE = 1024, LEGEND = "Numbers: GiB needed / GiB usable of the fullest memory.";
function heading({ verdict: verdict2, tally: tally2, fail_on }) {
	let sign = { pass: "✅", warn: "⚠️", fail: "❌" }[verdict2], word = { pass: "passed", warn: "passed with findings", fail: "failed" }[verdict2], enforced = verdict2 === "fail" && !isEnforced(fail_on) ? " (not enforced)" : "";
	return `## ${sign} Model configs ${word}${enforced}: ${count2(tally2.errors, "error")}, ${count2(tally2.warnings, "warning")}`;
}
function intro({ tally: tally2, policy_file }) {
	let by = policy_file === null ? "" : ` by ${code(policy_file)}`, pairs2 = `${count2(tally2.failing_pairs, "pair")} of ${tally2.pairs} fail${tally2.failing_pairs === 1 ? "s" : ""}`, open3 = tally2.not_judged === 0 ? "" : `, ${tally2.not_judged} not judged`;
	return `${count2(tally2.configs, "config")} on ${count2(tally2.targets, "target")}${by}: ${pairs2}${open3}. Memory as llama.cpp ${code(ENGINE)} allocates it.`;
}
function known({ known: all }) {
	if (all.length === 0) return "";
	let reasons = /* @__PURE__ */ new Map();
	for (let { reason } of all) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
	let lines2 = [...reasons].slice(0, 20).map(([reason, n]) => `- ${n}: ${words2(reason)}`);
	return `${count2(all.length, "known finding")}, covered by the baseline:

${lines2.join(`
`)}`;
}
function changeTable(changes) {
	if (changes.length === 0) return `### Against the base branch

No pair changes.`;
	let rows = changes.slice(0, MOST_CHANGES).map((change) => `| ${code(change.file)} | ${code(change.target)} | ${changeWords(change)} |`), rest = changes.length - rows.length;
	return [
		`### Against the base branch
`,
		"| Config | Target | Change |",
		"|---|---|---|",
		...rows,
		...rest > 0 ? [`
${count2(rest, "more pair")} changed.`] : []
	].join(`
`);
}
function groupByFile(problems) {
	let files = /* @__PURE__ */ new Map();
	for (let problem2 of problems) {
		let list2 = files.get(problem2.file) ?? [];
		files.set(problem2.file, list2), list2.push(problem2);
	}
	return [...files];
}
function takeWhile(parts, take2) {
	let end = parts.findIndex((part) => !take2(part));
	return end === -1 ? [...parts] : parts.slice(0, end);
}
function size2(parts) {
	return parts.reduce((sum, part) => sum + utf8Length(part) + 2, 0);
}

// shared/report/sarif-report.ts
var MOST_RESULTS = 5e3;
function sarifReport(result) {
	let problems = result.problems.filter(({ file }) => file !== "").slice(0, MOST_RESULTS), ids = [...new Set(problems.map(({ rule }) => rule))].sort();
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: {
						name: "lp-tui",
						informationUri: `https://github.com/${REPOSITORY}`,
						rules: ids.map(ruleOf2)
					}
				},
				automationDetails: { id: "lp-tui/" },
				columnKind: "utf16CodeUnits",
				results: problems.map((problem2) => resultOf2(problem2, ids.indexOf(problem2.rule)))
			}
		]
	};
}
function ruleOf2(id) {
	let rule = anyRuleOf(id), page = id.startsWith("LP9") ? "policy" : "rules";
	return {
		id,
		name: id,
		shortDescription: { text: rule?.title ?? id },
		fullDescription: { text: rule?.why ?? id },
		help: { text: rule === void 0 ? id : `${rule.why} ${rule.remedy}` },
		helpUri: `https://github.com/${REPOSITORY}/blob/v1/docs/${page}.md#${id.toLowerCase()}`,
		defaultConfiguration: { level: rule?.severity ?? "error" }
	};
}
function resultOf2(problem2, ruleIndex) {
	let { rule, severity, file, place, hits } = problem2, { title, what, others, fix } = problemText(problem2), lines2 = [`${title}.`, what, others, fix].filter((part) => part !== null);
	return {
		ruleId: rule,
		ruleIndex,
		level: severity,
		message: { text: lines2.join(`
`) },
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri: uriOf(file), uriBaseId: "%SRCROOT%" },
					region: {
						startLine: place.line,
						startColumn: place.column,
						endLine: place.line,
						endColumn: Math.max(place.column + 1, place.end_column)
					}
				}
			}
		],
		properties: { targets: hits.flatMap(({ target }) => target === void 0 ? [] : [target]) }
	};
}
function uriOf(file) {
	return file.replaceAll(new RegExp("\\p{Cs}", "gu"), "�").split("/").map(encodeURIComponent).join("/");
}

// action/inputs.ts
var lines = string2().max(1e5).transform(
	(text2) => text2.split(`
`).map((line) => line.trim()).filter((line) => line !== "")
), path2 = string2().max(4096), InputsSchema = strictObject({
	configs: lines.nullable(),
	targets: lines.nullable(),
	models: lines.nullable(),
	policy: path2.nullable(),
	"fail-on": _enum(FAIL_ON).nullable(),
	"vram-headroom": string2().refine((text2) => parseHeadroom(text2) !== null).nullable(),
	baseline: path2.nullable(),
	annotations: _enum(ANNOTATIONS).nullable(),
	summary: _enum(SUMMARIES).nullable(),
	"sarif-file": path2.nullable(),
	"report-file": path2.nullable(),
	"fix-file": path2.nullable(),
	"base-report": path2.nullable(),
	"if-no-files-found": _enum(IF_NO_FILES_FOUND).nullable(),
	"working-directory": path2.nullable()
}), INPUT_NAMES = Object.keys(InputsSchema.shape);
function readInputs(env) {
	let given = Object.fromEntries(INPUT_NAMES.map((name) => [name, getInput(name) || null])), parsed = InputsSchema.safeParse(given), problems = [
		...misspelt(env),
		...parsed.success ? [] : parsed.error.issues.map(({ path: at2 }) => problemOf2(String(at2[0]), given))
	];
	if (problems.length > 0 || !parsed.success) throw new UserError("usage", problems.join(" "));
	return parsed.data;
}
function misspelt(env) {
	let known2 = new Set(INPUT_NAMES.map((name) => `INPUT_${name.toUpperCase()}`));
	return Object.keys(env).flatMap((name) => {
		if (!name.startsWith("INPUT_") || known2.has(name)) return [];
		let asked = name.slice(6).toLowerCase();
		return nearestNames(asked, INPUT_NAMES).length === 0 ? [] : [`There is no input ${asked.slice(0, 40)}.${didYouMean(asked, INPUT_NAMES)}`];
	});
}
var CHOICES = {
	"fail-on": FAIL_ON,
	annotations: ANNOTATIONS,
	summary: SUMMARIES,
	"if-no-files-found": IF_NO_FILES_FOUND
};
function problemOf2(name, given) {
	let value = (given[name] ?? "").slice(0, 40);
	if (name === "vram-headroom")
		return `The input vram-headroom is ${JSON.stringify(value)}; write 512MiB, 1.5GiB or 5% (at most 50%).`;
	let choices = CHOICES[name];
	return choices === void 0 ? `The input ${name} is too long.` : `The input ${name} is ${JSON.stringify(value)}, which is none of ${choices.join(", ")}.${didYouMean(value, choices)}`;
}

// action/log.ts
function log(text2) {
	for (let line of text2.split(`
`)) process.stdout.write(`${logLine(line)}
`);
}
function command(lines2) {
	process.stdout.write(lines2);
}
function logLine(line) {
	return plain(line).replaceAll("##[", "##\\[").replace(/^(\s*)::/, "$1\\::").replace(/^\s/, "\\u{20}").replace(/\((\d[\d,]*)\)(\s*:)/g, "($1\\)$2").replace(/:\sline\s(?=\d)/g, ":\\u{20}line ");
}

// action/summary.ts
import { appendFile as appendFile2 } from "node:fs/promises";
async function writeSummary(env, text2) {
	let file = env.GITHUB_STEP_SUMMARY;
	if (!(file === void 0 || file === ""))
		try {
			await appendFile2(file, text2);
		} catch (error2) {
			log(
				`The job summary could not be written: ${error2 instanceof Error && "code" in error2 ? String(error2.code) : "unknown"}.`
			);
		}
}
function invalidSummary(messages) {
	return `## ❌ Model configs not checked

${messages.map((message) => `- ${message.includes("/") ? code(message) : words2(message)}`).join(`
`)}
`;
}

// action/workspace.ts
import { existsSync as existsSync2 } from "node:fs";
import { readlink, realpath } from "node:fs/promises";
import { dirname as dirname3, join as join3, relative, sep as sep3 } from "node:path";
async function openWorkspace(env, directory) {
	let root = await realpath(env.GITHUB_WORKSPACE ?? process.cwd()), folder = directory === null ? root : confine(directory, root, root);
	return { root, folder, shownName: (path3) => shownName(path3, root) };
}
function shownName(path3, root) {
	let folder = dirname3(path3);
	for (; folder !== root && isInside(folder, root) && !existsSync2(join3(folder, ".git")); ) folder = dirname3(folder);
	let from = isInside(folder, root) ? folder : root;
	return relative(from, path3).split(sep3).join("/");
}
async function outputPath(name, { root, folder }) {
	let parent = confine(dirname3(name), folder, root), path3 = join3(parent, name.split(/[\\/]/).at(-1) ?? ""), trouble = (what) => new UserError("usage", `${JSON.stringify(name.slice(0, 80))} ${what}`);
	if (path3 === parent || /[\\/]$/.test(name)) throw trouble("names no file to write");
	if (relative(root, path3).split(sep3).includes(".git")) throw trouble("lies in .git, where nothing is written");
	if (existsSync2(path3) || await isLink(path3)) throw trouble("exists already; results are written to new files only");
	return path3;
}
async function isLink(path3) {
	return readlink(path3).then(
		() => !0,
		() => !1
	);
}

// action/run.ts
var RESULT_FILES = ["sarif-file", "report-file", "fix-file"];
async function run(env) {
	try {
		await check(readInputs(env), env);
	} catch (error2) {
		await refuse12(error2, env);
	}
}
async function check(inputs, env) {
	let workspace = await openWorkspace(env, inputs["working-directory"]), files = await resultFiles(inputs, workspace), base = await readBase(inputs["base-report"], workspace), done = await judge2(inputs, workspace);
	if (done.files.length === 0 && done.unread.length === 0) {
		await nothingFound(inputs["if-no-files-found"] ?? done.policy["if-no-files-found"] ?? "error", done, env);
		return;
	}
	let result = concludeCheck(done.check);
	log(textReport(result).trimEnd()), await writeFiles(files, result, done), setOutputs(result, files);
	let summary2 = inputs.summary ?? done.policy.summary ?? "full";
	summary2 !== "none" && await writeSummary(env, markdownReport(result, { summary: summary2, base, blob: blobUrl(env) })), command(githubReport(result, inputs.annotations ?? done.policy.annotations ?? "all", warnings(env))), result.verdict === "fail" && isEnforced(result.fail_on) && (process.exitCode = 1);
}
function judge2(inputs, { root, folder, shownName: shownName2 }) {
	let request = {
		folder,
		root,
		policy: inputs.policy,
		baseline: inputs.baseline,
		configs: inputs.configs,
		targets: inputs.targets,
		models: inputs.models,
		fail_on: inputs["fail-on"],
		vram_headroom: inputs["vram-headroom"]
	}, inside2 = relative2(root, folder).split(sep4).join("/");
	return runCheck(request, { loadTarget: (name) => loadTarget(name, folder, root), shownName: shownName2, now: Date.now }, inside2);
}
async function loadTarget(name, folder, root) {
	if (!name.endsWith(".json")) return targetFromProfile(findProfile(name));
	let path3 = confine(name, folder, root);
	return targetFromSnapshot(parseSnapshot(await readTextFile(path3, CHECK_LIMITS.file_bytes), name));
}
async function readBase(name, { root, folder }) {
	return name === null ? null : readBaseReport(await readTextFile(confine(name, folder, root), 134217728), name);
}
async function resultFiles(inputs, workspace) {
	let named = RESULT_FILES.flatMap((key) => inputs[key] === null ? [] : [{ key, name: inputs[key] }]), paths = await Promise.all(
		named.map(async ({ key, name }) => [key, { name, path: await outputPath(name, workspace) }])
	);
	return Object.fromEntries(paths);
}
async function writeFiles(files, result, done) {
	let json = (value) => `${JSON.stringify(value, null, 2)}
`, write = (key, text2) => {
		let file = files[key];
		return file === void 0 ? void 0 : writeFileAtomic(file.path, text2);
	};
	files["sarif-file"] && await write("sarif-file", json(sarifReport(result))), files["report-file"] && await write("report-file", json(jsonReport(result))), files["fix-file"] && await write("fix-file", fixDiff(await mendFiles(done)));
}
function setOutputs({ verdict: verdict2, tally: tally2 }, files) {
	let values = {
		result: verdict2,
		errors: tally2.errors,
		warnings: tally2.warnings,
		known: tally2.known,
		configs: tally2.configs,
		targets: tally2.targets,
		"failing-pairs": tally2.failing_pairs,
		...Object.fromEntries(Object.entries(files).map(([key, { name }]) => [key, name]))
	};
	for (let [name, value] of Object.entries(values)) setOutput(name, value);
}
function warnings(env) {
	return env.GITHUB_EVENT_NAME === "pull_request_target" ? ["This check needs no pull_request_target: pull_request is enough, and gives a fork no token that can write."] : [];
}
async function nothingFound(mode, { patterns: patterns2 }, env) {
	let message = `No file matches ${patterns2.map((pattern2) => pattern2.slice(0, 80)).slice(0, 20).join(", ")}.`;
	if (mode === "error") {
		await refuse12(new UserError("usage", message, "if-no-files-found says what is to happen then."), env);
		return;
	}
	setCounts(mode === "warn" ? "warn" : "pass"), log(message), mode === "warn" && command(`${commandLine("warning", {}, message)}
`);
}
function setCounts(result) {
	setOutput("result", result);
	for (let name of ["errors", "warnings", "known", "configs", "targets", "failing-pairs"]) setOutput(name, 0);
}
async function refuse12(error2, env) {
	let messages = messagesOf(error2);
	process.exitCode = 1;
	for (let message of messages) log(message);
	!(error2 instanceof UserError) && isDebug() && error2 instanceof Error && log(error2.stack ?? error2.message), setCounts("invalid"), await writeSummary(env, invalidSummary(messages));
	let [first] = error2 instanceof PolicyError ? error2.problems : [], at2 = first && {
		file: first.file,
		line: first.place.line,
		endLine: first.place.line,
		col: first.place.column,
		endColumn: Math.max(first.place.column, first.place.end_column)
	};
	command(
		`${commandLine("error", { title: "Model configs not checked", ...at2 }, messages.join(`
`).slice(0, 3e3))}
`
	);
}
function messagesOf(error2) {
	return error2 instanceof PolicyError ? error2.message.split(`
`) : error2 instanceof UserError ? [[error2.message, error2.hint].filter(Boolean).join(" ")] : [
		`This is a defect of lp-config-action (${error2 instanceof Error ? error2.name : typeof error2}). Please report it: ${ISSUES_URL}. A run with debug logging shows where.`,
		`https://github.com/${REPOSITORY}/blob/v1/docs/policy.md#defects`
	];
}

// action/main.ts
config({ jitless: !0 });
await run(process.env);
