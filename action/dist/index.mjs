import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
var __defProp = Object.defineProperty;
var __export = (target, all2) => {
	for (var name in all2)
		__defProp(target, name, { get: all2[name], enumerable: !0 });
};

// node_modules/zod/v4/core/util.js
var util_exports={};__export(util_exports,{BIGINT_FORMAT_RANGES:()=>BIGINT_FORMAT_RANGES,CONSTANT_CATCH:()=>CONSTANT_CATCH,
Class:()=>Class,NUMBER_FORMAT_RANGES:()=>NUMBER_FORMAT_RANGES,aborted:()=>aborted,allowsEval:()=>allowsEval,assert:()=>assert,
assertEqual:()=>assertEqual,assertIs:()=>assertIs,assertNever:()=>assertNever,assertNotEqual:()=>assertNotEqual,assignProp:()=>assignProp,
attachSchema:()=>attachSchema,base64ToUint8Array:()=>base64ToUint8Array,base64urlToUint8Array:()=>base64urlToUint8Array,
cached:()=>cached,captureStackTrace:()=>captureStackTrace,cleanEnum:()=>cleanEnum,cleanRegex:()=>cleanRegex,clone:()=>clone,
cloneDef:()=>cloneDef,codePointLength:()=>codePointLength,constantCatch:()=>constantCatch,createTransparentProxy:()=>createTransparentProxy,
defineLazy:()=>defineLazy,defineLazyInternal:()=>defineLazyInternal,derived:()=>derived,esc:()=>esc,escapeRegex:()=>escapeRegex,
explicitlyAborted:()=>explicitlyAborted,extend:()=>extend,finalizeIssue:()=>finalizeIssue,floatSafeRemainder:()=>floatSafeRemainder,
getElementAtPath:()=>getElementAtPath,getEnumValues:()=>getEnumValues,getLengthableOrigin:()=>getLengthableOrigin,getParsedType:()=>getParsedType,
getSizableOrigin:()=>getSizableOrigin,hexToUint8Array:()=>hexToUint8Array,hide:()=>hide,installLazyProp:()=>installLazyProp,
isObject:()=>isObject,isPlainObject:()=>isPlainObject,issue:()=>issue,joinValues:()=>joinValues,jsonStringifyReplacer:()=>jsonStringifyReplacer,
members:()=>members,merge:()=>merge,mergeDefs:()=>mergeDefs,normalizeParams:()=>normalizeParams,nullish:()=>nullish,numKeys:()=>numKeys,
objectClone:()=>objectClone,omit:()=>omit,optionalKeys:()=>optionalKeys,own:()=>own,parsedType:()=>parsedType,partial:()=>partial,
pick:()=>pick,prefixIssues:()=>prefixIssues,primitiveTypes:()=>primitiveTypes,promiseAllObject:()=>promiseAllObject,propertyKeyTypes:()=>propertyKeyTypes,
randomString:()=>randomString,rawShape:()=>rawShape,required:()=>required,safeExtend:()=>safeExtend,shallowClone:()=>shallowClone,
sizeCaps:()=>sizeCaps,slugify:()=>slugify,stringifyPrimitive:()=>stringifyPrimitive,toZod:()=>toZod,uint8ArrayToBase64:()=>uint8ArrayToBase64,
uint8ArrayToBase64url:()=>uint8ArrayToBase64url,uint8ArrayToHex:()=>uint8ArrayToHex,unwrapMessage:()=>unwrapMessage});function assertEqual(e10){
return e10}function assertNotEqual(e10){return e10}function toZod(){return e10=>e10}function assertIs(e10){}function assertNever(e10){
throw new Error("Unexpected value in exhaustive check")}function assert(e10){}function getEnumValues(e10){let t3=Object.
values(e10).filter(n12=>typeof n12=="number");return Object.entries(e10).filter(([n12,o7])=>t3.indexOf(+n12)===-1).map(([
n12,o7])=>o7)}function joinValues(e10,t3="|"){return e10.map(r8=>stringifyPrimitive(r8)).join(t3)}function jsonStringifyReplacer(e10,t3){
return typeof t3=="bigint"?t3.toString():t3}var _=class{constructor(t3){this._getter=t3,this._value=void 0}get value(){let t3=this.
_getter;return t3!==void 0&&(this._value=t3(),this._getter=void 0),this._value}};function cached(e10){return new _(e10)}
function nullish(e10){return e10==null}function cleanRegex(e10){let t3=e10.startsWith("^")?1:0,r8=e10.endsWith("$")?e10.
length-1:e10.length;return e10.slice(t3,r8)}function floatSafeRemainder(e10,t3){let r8=e10/t3,n12=Math.round(r8),o7=4*Number.
EPSILON*Math.max(Math.abs(r8),1);return Math.abs(r8-n12)<o7?0:r8-n12}var g=Symbol("evaluating");function defineLazy(e10,t3,r8){
let n12;Object.defineProperty(e10,t3,{get(){if(n12!==g)return n12===void 0&&(n12=g,n12=r8()),n12},set(o7){Object.defineProperty(
e10,t3,{value:o7})},configurable:true})}function objectClone(e10){return Object.create(Object.getPrototypeOf(e10),Object.
getOwnPropertyDescriptors(e10))}function assignProp(e10,t3,r8){Object.defineProperty(e10,t3,{value:r8,writable:true,enumerable:true,
configurable:true})}function rawShape(e10){let t3=Object.getOwnPropertyDescriptor(e10,"shape");return t3?.get?t3.get.raw:
t3?.value}function f(e10){return rawShape(e10._zod.def)??e10._zod.def.shape}function b(e10,t3,r8){Object.defineProperty(
e10,t3,{get(){let n12=r8();return assignProp(this,t3,n12),n12},enumerable:true,configurable:true})}function y(e10,t3,r8){
t3 in e10?assignProp(e10,t3,r8):e10[t3]=r8}function p(e10,t3,r8,n12){let o7=f(t3);for(let i8 of r8){let u12=Object.getOwnPropertyDescriptor(
o7,i8);u12.enumerable&&(u12.get?b(e10,i8,()=>{let c12=t3._zod.def.shape[i8];return n12?n12(c12,i8):c12}):y(e10,i8,n12?n12(
u12.value,i8):u12.value))}}function O(e10,t3){for(let r8 of Reflect.ownKeys(t3)){let n12=Object.getOwnPropertyDescriptor(
t3,r8);n12.enumerable&&(n12.get?b(e10,r8,()=>t3[r8]):y(e10,r8,n12.value))}}function mergeDefs(...e10){let t3={};for(let r8 of e10){
let n12=Object.getOwnPropertyDescriptors(r8);Object.assign(t3,n12)}return Object.defineProperties({},t3)}function cloneDef(e10){
return mergeDefs(e10._zod.def)}function getElementAtPath(e10,t3){return t3?t3.reduce((r8,n12)=>r8?.[n12],e10):e10}function promiseAllObject(e10){
let t3=Object.keys(e10),r8=t3.map(n12=>e10[n12]);return Promise.all(r8).then(n12=>{let o7={};for(let i8=0;i8<t3.length;i8++)
o7[t3[i8]]=n12[i8];return o7})}function randomString(e10=10){let t3="abcdefghijklmnopqrstuvwxyz",r8="";for(let n12=0;n12<
e10;n12++)r8+=t3[Math.floor(Math.random()*t3.length)];return r8}function esc(e10){return JSON.stringify(e10)}function slugify(e10){
return e10.toLowerCase().trim().replace(/[^\w\s-]/g,"").replace(/[\s_-]+/g,"-").replace(/^-+|-+$/g,"")}var captureStackTrace="\
captureStackTrace"in Error?Error.captureStackTrace:(...e10)=>{};function isObject(e10){return typeof e10=="object"&&e10!==
null&&!Array.isArray(e10)}var allowsEval=cached(()=>{if(globalConfig.jitless||typeof navigator<"u"&&navigator?.userAgent?.
includes("Cloudflare"))return false;try{let e10=Function;return new e10(""),true}catch{return false}});function isPlainObject(e10){
if(isObject(e10)===false)return false;let t3=e10.constructor;if(t3===void 0||typeof t3!="function")return true;let r8=t3.
prototype;return!(isObject(r8)===false||Object.prototype.hasOwnProperty.call(r8,"isPrototypeOf")===false)}function shallowClone(e10){
return isPlainObject(e10)?{...e10}:Array.isArray(e10)?[...e10]:e10 instanceof Map?new Map(e10):e10 instanceof Set?new Set(
e10):e10}function numKeys(e10){let t3=0;for(let r8 in e10)Object.prototype.hasOwnProperty.call(e10,r8)&&t3++;return t3}var getParsedType=e10=>{
let t3=typeof e10;switch(t3){case"undefined":return"undefined";case"string":return"string";case"number":return Number.isNaN(
e10)?"nan":"number";case"boolean":return"boolean";case"function":return"function";case"bigint":return"bigint";case"symbo\
l":return"symbol";case"object":return Array.isArray(e10)?"array":e10===null?"null":e10.then&&typeof e10.then=="function"&&
e10.catch&&typeof e10.catch=="function"?"promise":typeof Map<"u"&&e10 instanceof Map?"map":typeof Set<"u"&&e10 instanceof
Set?"set":typeof Date<"u"&&e10 instanceof Date?"date":typeof File<"u"&&e10 instanceof File?"file":"object";default:throw new Error(
`Unknown data type: ${t3}`)}},propertyKeyTypes=new Set(["string","number","symbol"]),primitiveTypes=new Set(["string","n\
umber","bigint","boolean","symbol","undefined"]);function escapeRegex(e10){return e10.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")}
function clone(e10,t3,r8){let n12=new e10._zod.constr(t3??e10._zod.def);return(!t3||r8?.parent)&&(n12._zod.parent=e10),n12}
function normalizeParams(e10){let t3=e10;if(!t3)return{};if(typeof t3=="string")return{error:()=>t3};if(t3?.message!==void 0){
if(t3?.error!==void 0)throw new Error("Cannot specify both `message` and `error` params");t3.error=t3.message}return delete t3.
message,typeof t3.error=="string"?{...t3,error:()=>t3.error}:t3}function createTransparentProxy(e10){let t3;return new Proxy(
{},{get(r8,n12,o7){return t3??(t3=e10()),Reflect.get(t3,n12,o7)},set(r8,n12,o7,i8){return t3??(t3=e10()),Reflect.set(t3,
n12,o7,i8)},has(r8,n12){return t3??(t3=e10()),Reflect.has(t3,n12)},deleteProperty(r8,n12){return t3??(t3=e10()),Reflect.
deleteProperty(t3,n12)},ownKeys(r8){return t3??(t3=e10()),Reflect.ownKeys(t3)},getOwnPropertyDescriptor(r8,n12){return t3??
(t3=e10()),Reflect.getOwnPropertyDescriptor(t3,n12)},defineProperty(r8,n12,o7){return t3??(t3=e10()),Reflect.defineProperty(
t3,n12,o7)}})}function stringifyPrimitive(e10){return typeof e10=="bigint"?e10.toString()+"n":typeof e10=="string"?`"${e10}\
"`:`${e10}`}function optionalKeys(e10){return Object.keys(e10).filter(t3=>e10[t3]._zod.optin!==void 0&&e10[t3]._zod.optout===
"optional")}var NUMBER_FORMAT_RANGES={safeint:[Number.MIN_SAFE_INTEGER,Number.MAX_SAFE_INTEGER],int32:[-2147483648,2147483647],
uint32:[0,4294967295],float32:[-34028234663852886e22,34028234663852886e22],float64:[-Number.MAX_VALUE,Number.MAX_VALUE]},
BIGINT_FORMAT_RANGES={int64:[BigInt("-9223372036854775808"),BigInt("9223372036854775807")],uint64:[BigInt(0),BigInt("184\
46744073709551615")]};function pick(e10,t3){let r8=e10._zod.def,n12=r8.checks;if(n12&&n12.length>0)throw new Error(".pic\
k() cannot be used on object schemas containing refinements");let i8={};return p(i8,e10,l(e10,t3)),clone(e10,mergeDefs(r8,
{shape:i8,checks:[]}))}function l(e10,t3){let r8=f(e10),n12=[];for(let o7 of Reflect.ownKeys(t3)){if(!Object.getOwnPropertyDescriptor(
r8,o7)?.enumerable)throw new Error(`Unrecognized key: "${String(o7)}"`);t3[o7]&&n12.push(o7)}return n12}function omit(e10,t3){
let r8=e10._zod.def,n12=r8.checks;if(n12&&n12.length>0)throw new Error(".omit() cannot be used on object schemas contain\
ing refinements");let i8=new Set(l(e10,t3)),u12={};return p(u12,e10,Reflect.ownKeys(f(e10)).filter(c12=>!i8.has(c12))),clone(
e10,mergeDefs(r8,{shape:u12,checks:[]}))}function extend(e10,t3){if(!isPlainObject(t3))throw new Error("Invalid input to\
 extend: expected a plain object");let r8=e10._zod.def.checks;if(r8&&r8.length>0){let o7=f(e10);for(let i8 of Reflect.ownKeys(
t3))if(Object.getOwnPropertyDescriptor(o7,i8)!==void 0)throw new Error("Cannot overwrite keys on object schemas containi\
ng refinements. Use `.safeExtend()` instead.")}return clone(e10,mergeDefs(e10._zod.def,{shape:x(e10,t3)}))}function x(e10,t3){
let r8={};return p(r8,e10,Reflect.ownKeys(f(e10))),O(r8,t3),r8}function safeExtend(e10,t3){if(!isPlainObject(t3))throw new Error(
"Invalid input to safeExtend: expected a plain object");return clone(e10,mergeDefs(e10._zod.def,{shape:x(e10,t3)}))}function merge(e10,t3){
if(!t3?._zod?.def)throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.exte\
nd()`.");if(e10._zod.def.checks?.length)throw new Error(".merge() cannot be used on object schemas containing refinement\
s. Use .safeExtend() instead.");let r8={};p(r8,e10,Reflect.ownKeys(f(e10))),p(r8,t3,Reflect.ownKeys(f(t3)));let n12=mergeDefs(
e10._zod.def,{shape:r8,get catchall(){return t3._zod.def.catchall},checks:t3._zod.def.checks??[]});return clone(e10,n12)}
function partial(e10,t3,r8,n12="partial"){let i8=t3._zod.def.checks;if(i8&&i8.length>0)throw new Error(`.${n12}() cannot\
 be used on object schemas containing refinements`);let c12=r8?new Set(l(t3,r8)):void 0,s9={};return p(s9,t3,Reflect.ownKeys(
f(t3)),e10&&((h6,w10)=>c12&&!c12.has(w10)?h6:new e10({type:"optional",innerType:h6}))),clone(t3,mergeDefs(t3._zod.def,{shape:s9,
checks:[]}))}function required(e10,t3,r8){let n12=r8?new Set(l(t3,r8)):void 0,o7={};return p(o7,t3,Reflect.ownKeys(f(t3)),
(i8,u12)=>n12&&!n12.has(u12)?i8:new e10({type:"nonoptional",innerType:i8})),clone(t3,mergeDefs(t3._zod.def,{shape:o7}))}
function aborted(e10,t3=0){if(e10.aborted===true)return true;for(let r8=t3;r8<e10.issues.length;r8++)if(e10.issues[r8]?.
continue!==true)return true;return false}function explicitlyAborted(e10,t3=0){if(e10.aborted===true)return true;for(let r8=t3;r8<
e10.issues.length;r8++)if(e10.issues[r8]?.continue===false)return true;return false}function prefixIssues(e10,t3){return t3.
map(r8=>{var n12;return(n12=r8).path??(n12.path=[]),r8.path.unshift(e10),r8})}function unwrapMessage(e10){return typeof e10==
"string"?e10:e10?.message}function sizeCaps(e10){let t3=[];for(let r8 of e10??[]){let n12=r8._zod.def;if(!/_(length|size)$|_equals$/.
test(n12.check))break;let o7=n12.maximum??n12.length??n12.size;o7>=0&&t3.push([o7,r8])}return t3}function attachSchema(e10,t3,r8){
var n12;for(let o7=t3;o7<e10.length;o7++)(n12=e10[o7]).schema??(n12.schema=r8)}function finalizeIssue(e10,t3,r8){var n12;
let o7=e10.inst?._zod?.traits;o7?.has("$ZodType")&&(o7.has("$ZodCheck")?(n12=e10).schema??(n12.schema=e10.inst):e10.schema=
e10.inst);let i8=e10.schema!==e10.inst?e10.schema?._zod.def?.error:void 0,u12=e10.message?e10.message:unwrapMessage(e10.
inst?._zod.def?.error?.(e10))??unwrapMessage(i8?.(e10))??unwrapMessage(t3?.error?.(e10))??unwrapMessage(r8.customError?.(
e10))??unwrapMessage(r8.localeError?.(e10))??"Invalid input",c12={};for(let s9 of Object.keys(e10))s9==="inst"||s9==="sc\
hema"||s9==="continue"||s9==="input"||s9==="__proto__"||(c12[s9]=e10[s9]);return c12.path??(c12.path=[]),c12.message=u12,
t3?.reportInput&&(c12.input=e10.input),c12}function getSizableOrigin(e10){return e10 instanceof Set?"set":e10 instanceof
Map?"map":e10 instanceof File?"file":"unknown"}var j=/[\uD800-\uDBFF]/;function codePointLength(e10){let t3=e10.length;if(!j.
test(e10))return t3;let r8=t3;for(let n12=0;n12<t3-1;n12++)(e10.charCodeAt(n12)&64512)===55296&&(e10.charCodeAt(n12+1)&64512)===
56320&&(r8--,n12++);return r8}function getLengthableOrigin(e10){return Array.isArray(e10)?"array":typeof e10=="string"?"\
string":"unknown"}function parsedType(e10){let t3=typeof e10;switch(t3){case"number":return Number.isNaN(e10)?"nan":"num\
ber";case"object":{if(e10===null)return"null";if(Array.isArray(e10))return"array";let r8=e10;if(r8&&Object.getPrototypeOf(
r8)!==Object.prototype&&"constructor"in r8&&r8.constructor)return r8.constructor.name}}return t3}function issue(...e10){
let[t3,r8,n12]=e10;return typeof t3=="string"?{message:t3,code:"custom",input:r8,inst:n12}:{...t3}}function cleanEnum(e10){
return Object.entries(e10).filter(([t3,r8])=>Number.isNaN(Number.parseInt(t3,10))).map(t3=>t3[1])}function base64ToUint8Array(e10){
let t3=atob(e10),r8=new Uint8Array(t3.length);for(let n12=0;n12<t3.length;n12++)r8[n12]=t3.charCodeAt(n12);return r8}function uint8ArrayToBase64(e10){
let t3="";for(let r8=0;r8<e10.length;r8++)t3+=String.fromCharCode(e10[r8]);return btoa(t3)}function base64urlToUint8Array(e10){
let t3=e10.replace(/-/g,"+").replace(/_/g,"/"),r8="=".repeat((4-t3.length%4)%4);return base64ToUint8Array(t3+r8)}function uint8ArrayToBase64url(e10){
return uint8ArrayToBase64(e10).replace(/\+/g,"-").replace(/\//g,"_").replace(/=/g,"")}function hexToUint8Array(e10){let t3=e10.
replace(/^0x/,"");if(t3.length%2!==0)throw new Error("Invalid hex string length");let r8=new Uint8Array(t3.length/2);for(let n12=0;n12<
t3.length;n12+=2)r8[n12/2]=Number.parseInt(t3.slice(n12,n12+2),16);return r8}function uint8ArrayToHex(e10){return Array.
from(e10).map(t3=>t3.toString(16).padStart(2,"0")).join("")}var Class=class{constructor(...t3){}};function members(e10,t3){
for(let r8 in t3){let n12=Object.getOwnPropertyDescriptor(t3,r8);n12.get?Object.defineProperty(e10,r8,{...n12,enumerable:false}):
P(e10,r8,n12.value)}}function own(e10,t3,r8,n12=true){return Object.defineProperty(e10,t3,{configurable:true,writable:true,
enumerable:n12,value:r8}),r8}function hide(e10,t3,r8){return own(e10,t3,r8,false)}function derived(e10,t3){for(let r8 in e10){
let n12=e10[r8];Object.defineProperty(t3,r8,{configurable:true,enumerable:true,get(){return own(this,r8,n12(this))},set(o7){
own(this,r8,o7)}})}return t3}function P(e10,t3,r8){Object.defineProperty(e10,t3,{configurable:true,get(){return this==null?
r8:own(this,t3,r8.bind(this))},set(n12){own(this,t3,n12)}})}function S(e10,t3){let r8=Object.getPrototypeOf(e10);return t3 in
r8?void 0:r8}var d,a=false,A={configurable:true,get(){a=true}};function defineLazyInternal(e10,t3,r8){let n12=Object.getPrototypeOf(
e10._zod);if(t3 in n12&&d!==e10._zod){d=void 0;return}d=e10._zod,Object.defineProperty(n12,t3,{configurable:true,get(){Object.
defineProperty(this,t3,A);let o7=a;a=false;try{let i8=r8(this);return a?delete this[t3]:Object.defineProperty(this,t3,{configurable:true,
writable:true,value:i8}),a=a||o7,i8}catch(i8){throw delete this[t3],a=a||o7,i8}},set(o7){Object.defineProperty(this,t3,{
configurable:true,writable:true,value:o7})}})}function installLazyProp(e10,t3,r8,n12){let o7=S(e10,t3);o7&&Object.defineProperty(
o7,t3,{configurable:true,get(){let i8={configurable:true,writable:true,enumerable:n12,value:void 0};return Object.defineProperty(
this,t3,i8),i8.value=r8(this),Object.defineProperty(this,t3,i8),i8.value},set(i8){Object.defineProperty(this,t3,{configurable:true,
writable:true,enumerable:n12,value:i8})}})}var CONSTANT_CATCH="~constantCatch";function constantCatch(e10){let t3=()=>e10;
return t3[CONSTANT_CATCH]=true,t3}
// node_modules/zod/v4/core/core.js
var z;var p2={value:void 0,enumerable:false},P2="captureStackTrace"in Error?Error:null;function j2(t3){let o7=P2;if(o7){
let a14=o7.stackTraceLimit;if(typeof a14=="number"){try{o7.stackTraceLimit=0}catch{return P2=null,new t3}try{return new t3}finally{
o7.stackTraceLimit=a14}}}return new t3}function $constructor(t3,o7,a14,d10){let h6={};function b7(e10){this.def=e10,this.
constr=c12,this.traits=new Set}b7.prototype=h6;let _7=a14,l6=_7&&new WeakSet;function y13(e10,n12){if(e10._zod){if(e10._zod.
traits.has(t3))return}else{p2.value=new b7(n12);try{Object.defineProperty(e10,"_zod",p2)}finally{p2.value=void 0}}if(e10.
_zod.traits.add(t3),o7(e10,n12),l6){let r8=Object.getPrototypeOf(e10),f15=e10._zod.constr.prototype,i8=r8;for(;i8&&i8!==
f15;)i8=Object.getPrototypeOf(i8);let u12=i8??r8;l6.has(u12)||(l6.add(u12),members(u12,_7))}let s9=c12.prototype;for(let r8 in s9)
Object.prototype.hasOwnProperty.call(s9,r8)&&(r8 in e10||(e10[r8]=s9[r8].bind(e10)))}let E10=d10?.Parent??Object;class g10 extends E10{}
Object.defineProperty(g10,"name",{value:t3});function c12(e10){let n12=d10?.Parent?j2(g10):this;y13(n12,e10);let s9=n12.
_zod.deferred;if(s9){for(let f15 of s9)f15();n12._zod.deferred=void 0}let r8=globalThis.__zod_globalConfig?.postProcessor;
return r8&&r8(n12),n12}return Object.defineProperty(c12,"init",{value:y13}),Object.defineProperty(c12,Symbol.hasInstance,
{value:e10=>d10?.Parent&&e10 instanceof d10.Parent?true:e10?._zod?.traits?.has(t3)}),Object.defineProperty(c12,"name",{value:t3}),
c12}var $ZodAsyncError=class extends Error{constructor(){super("Encountered Promise during synchronous parse. Use .parse\
Async() instead.")}},$ZodEncodeError=class extends Error{constructor(o7){super(`Encountered unidirectional transform dur\
ing encode: ${o7}`),this.name="ZodEncodeError"}};(z=globalThis).__zod_globalConfig??(z.__zod_globalConfig={});var globalConfig=globalThis.
__zod_globalConfig;function config(t3){return t3&&Object.assign(globalConfig,t3),globalConfig}
// node_modules/zod/v4/core/errors.js
function y2(){let s9=this._zod;return s9.message??(s9.message=JSON.stringify(s9.def,jsonStringifyReplacer,2)),s9.message}
function _2(s9){this._zod.message=s9}var O2={get:y2,set:_2,enumerable:true,configurable:true},h={value:void 0,enumerable:false},
d2=new WeakSet([Object.prototype,Error.prototype]),b2=(s9,r8)=>{s9.name="$ZodError",h.value=r8,Object.defineProperty(s9,
"issues",h),h.value=void 0,Object.defineProperty(s9,"message",O2);let t3=Object.getPrototypeOf(s9);d2.has(t3)||(d2.add(t3),
Object.defineProperty(t3,"toString",{configurable:true,enumerable:false,get(){let e10=()=>this.message;return Object.defineProperty(
this,"toString",{value:e10,configurable:true,writable:true}),e10},set(e10){Object.defineProperty(this,"toString",{value:e10,
configurable:true,writable:true})}}))},$ZodError=$constructor("$ZodError",b2),$ZodRealError=$constructor("$ZodError",b2,
void 0,{Parent:Error});function E(s9,r8,t3){return Object.prototype.hasOwnProperty.call(s9,r8)||(r8==="__proto__"?Object.
defineProperty(s9,r8,{value:t3(),writable:true,enumerable:true,configurable:true}):s9[r8]=t3()),s9[r8]}function flattenError(s9,r8=t3=>t3.
message){let t3={},e10=[];for(let l6 of s9.issues)l6.path.length>0?E(t3,l6.path[0],()=>[]).push(r8(l6)):e10.push(r8(l6));
return{formErrors:e10,fieldErrors:t3}}function formatError(s9,r8=t3=>t3.message){let t3={_errors:[]},e10=(l6,a14=[])=>{for(let i8 of l6.
issues)if(i8.code==="invalid_union"&&i8.errors.length)i8.errors.map(o7=>e10({issues:o7},[...a14,...i8.path]));else if(i8.
code==="invalid_key")e10({issues:i8.issues},[...a14,...i8.path]);else if(i8.code==="invalid_element")e10({issues:i8.issues},
[...a14,...i8.path]);else{let o7=[...a14,...i8.path];if(o7.length===0)t3._errors.push(r8(i8));else{let u12=t3,n12=0;for(;n12<
o7.length;){let c12=o7[n12],f15=n12===o7.length-1;if(c12==="_errors"){f15&&u12._errors.push(r8(i8)),n12++;continue}Object.
prototype.hasOwnProperty.call(u12,c12)||Object.defineProperty(u12,c12,{value:{_errors:[]},enumerable:true,writable:true,
configurable:true});let p14=u12[c12];f15&&p14._errors.push(r8(i8)),u12=p14,n12++}}}};return e10(s9),t3}
// node_modules/zod/v4/core/parse.js
function f2(n12,r8){return{callee:r8?.callee??n12,Err:r8?.Err}}var _parse=n12=>{let r8=(s9,e10,o7,t3)=>{let a14=o7?{...o7,
async:false}:{async:false},c12=s9._zod.run({value:e10,issues:[]},a14);if(c12 instanceof Promise)throw new $ZodAsyncError;
if(c12.issues.length){let d10=new(t3?.Err??n12)(c12.issues.map(y13=>finalizeIssue(y13,a14,config())));throw captureStackTrace(
d10,t3?.callee??r8),d10}return c12.value};return r8};var _parseAsync=n12=>{let r8=async(s9,e10,o7,t3)=>{let a14=o7?{...o7,
async:true}:{async:true},c12=s9._zod.run({value:e10,issues:[]},a14);if(c12 instanceof Promise&&(c12=await c12),c12.issues.
length){let d10=new(t3?.Err??n12)(c12.issues.map(y13=>finalizeIssue(y13,a14,config())));throw captureStackTrace(d10,t3?.
callee??r8),d10}return c12.value};return r8};var _safeParse=n12=>(r8,s9,e10)=>{let o7=e10?{...e10,async:false}:{async:false},
t3=r8._zod.run({value:s9,issues:[]},o7);if(t3 instanceof Promise)throw new $ZodAsyncError;return t3.issues.length?p3(n12,
t3.issues,o7):{success:true,data:t3.value}};function p3(n12,r8,s9){let e10;return{success:false,get error(){return e10||
(e10=new n12(r8.map(o7=>finalizeIssue(o7,s9,config()))),r8=void 0,s9=void 0),e10},set error(o7){e10=o7,r8=void 0,s9=void 0}}}
var _safeParseAsync=n12=>async(r8,s9,e10)=>{let o7=e10?{...e10,async:true}:{async:true},t3=r8._zod.run({value:s9,issues:[]},
o7);return t3 instanceof Promise&&(t3=await t3),t3.issues.length?p3(n12,t3.issues,o7):{success:true,data:t3.value}};var E2=Symbol.
for("zod.compile.invalid"),w=Symbol.for("zod.compile.fallback"),validate=((n12,r8,s9)=>{let e10=n12._zod.bag.validator;if(e10!==
void 0){if(e10(r8)!==E2)return true;if(e10.definite===true&&s9===void 0)return false}return x2(n12,r8,s9)});function x2(n12,r8,s9){
let e10=s9?{...s9,async:false,abortEarly:true}:{async:false,abortEarly:true},o7=n12._zod.bag.fallbackRun,t3;if(o7?(e10[w]=
true,t3=o7({value:r8,issues:[]},e10)):t3=n12._zod.run({value:r8,issues:[]},e10),t3 instanceof Promise)throw new $ZodAsyncError;
return t3.issues.length===0}var validateAsync=async(n12,r8,s9)=>{let e10=s9?{...s9,async:true,abortEarly:true}:{async:true,
abortEarly:true},o7=n12._zod.run({value:r8,issues:[]},e10);return o7 instanceof Promise&&(o7=await o7),o7.issues.length===
0},_encode=n12=>{let r8=_parse(n12),s9=(e10,o7,t3,a14)=>{let c12=t3?{...t3,direction:"backward"}:{direction:"backward"};
return r8(e10,o7,c12,f2(s9,a14))};return s9};var _decode=n12=>{let r8=_parse(n12),s9=(e10,o7,t3,a14)=>r8(e10,o7,t3,f2(s9,
a14));return s9};var _encodeAsync=n12=>{let r8=_parseAsync(n12),s9=async(e10,o7,t3,a14)=>{let c12=t3?{...t3,direction:"b\
ackward"}:{direction:"backward"};return await r8(e10,o7,c12,f2(s9,a14))};return s9};var _decodeAsync=n12=>{let r8=_parseAsync(
n12),s9=async(e10,o7,t3,a14)=>await r8(e10,o7,t3,f2(s9,a14));return s9};var _safeEncode=n12=>(r8,s9,e10)=>{let o7=e10?{...e10,
direction:"backward"}:{direction:"backward"};return _safeParse(n12)(r8,s9,o7)};var _safeDecode=n12=>(r8,s9,e10)=>_safeParse(
n12)(r8,s9,e10);var _safeEncodeAsync=n12=>async(r8,s9,e10)=>{let o7=e10?{...e10,direction:"backward"}:{direction:"backwa\
rd"};return _safeParseAsync(n12)(r8,s9,o7)};var _safeDecodeAsync=n12=>async(r8,s9,e10)=>_safeParseAsync(n12)(r8,s9,e10);
// node_modules/zod/v4/core/regexes.js
var cuid=/^[cC][0-9a-z]{6,}$/,cuid2=/^[0-9a-z]+$/,ulid=/^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/,xid=/^[0-9a-vA-V]{20}$/,
ksuid=/^[A-Za-z0-9]{27}$/,nanoid=/^[a-zA-Z0-9_-]{21}$/;function nanoidOfLength(e10){return new RegExp(`^[a-zA-Z0-9_-]{${e10}\
}$`)}var duration=/^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;var guid=/^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/,
uuid=e10=>e10?new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${e10}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`):
/^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
var email=/^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;var f3="\
^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$";
function emoji(){return new RegExp(f3,"u")}var ipv4=/^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/,
ipv6=/^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
var cidrv4=/^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/,
cidrv6=/^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
var httpProtocol=/^https?$/,e164=/^\+[1-9]\d{6,14}$/;var r="(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]\
00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?\
:0[1-9]|1\\d|2[0-8])))";function d3(e10){return new RegExp(`^${e10}$`)}var date=d3(r);function A2(e10){let t3="(?:[01]\\d\
|2[0-3]):[0-5]\\d";return typeof e10.precision=="number"?e10.precision===-1?`${t3}`:e10.precision===0?`${t3}:[0-5]\\d`:`${t3}\
:[0-5]\\d\\.\\d{${e10.precision}}`:e10.seconds?`${t3}:[0-5]\\d(?:\\.\\d+)?`:`${t3}(?::[0-5]\\d(?:\\.\\d+)?)?`}function time(e10){
return new RegExp(`^${A2(e10)}$`)}function datetime(e10){let t3=["Z"];e10.offset&&t3.push("([+-](?:[01]\\d|2[0-3]):[0-5]\\\
d)");let a14=`${A2({precision:e10.precision,seconds:true})}(?:${t3.join("|")})`,s9=e10.local?`${a14}|${A2({precision:e10.
precision})}`:a14;return new RegExp(`^${r}T(?:${s9})$`)}var anyString=/^[\s\S]{0,}$/;var number=/^-?\d+(?:\.\d+)?$/,boolean=/^(?:true|false)$/i;
var lowercase=/^[^A-Z]*$/,uppercase=/^[^a-z]*$/;
// node_modules/zod/v4/core/checks.js
var $ZodCheck=$constructor("$ZodCheck",(t3,e10)=>{var i8;t3._zod??(t3._zod={}),t3._zod.def=e10,(i8=t3._zod).onattach??(i8.
onattach=[])});var p4=t3=>{let e10=t3.value;return!nullish(e10)&&e10.length!==void 0},a2={number:"number",bigint:"bigint",
object:"date"},$ZodCheckLessThan=$constructor("$ZodCheckLessThan",(t3,e10)=>{$ZodCheck.init(t3,e10);let i8=a2[typeof e10.
value];t3._zod.check=n12=>{(e10.inclusive?n12.value<=e10.value:n12.value<e10.value)||n12.issues.push({origin:a2[typeof n12.
value]??i8,code:"too_big",maximum:typeof e10.value=="object"?e10.value.getTime():e10.value,input:n12.value,inclusive:e10.
inclusive,inst:t3,continue:!e10.abort})}}),$ZodCheckGreaterThan=$constructor("$ZodCheckGreaterThan",(t3,e10)=>{$ZodCheck.
init(t3,e10);let i8=a2[typeof e10.value];t3._zod.check=n12=>{(e10.inclusive?n12.value>=e10.value:n12.value>e10.value)||n12.
issues.push({origin:a2[typeof n12.value]??i8,code:"too_small",minimum:typeof e10.value=="object"?e10.value.getTime():e10.
value,input:n12.value,inclusive:e10.inclusive,inst:t3,continue:!e10.abort})}}),$ZodCheckMultipleOf=$constructor("$ZodChe\
ckMultipleOf",(t3,e10)=>{$ZodCheck.init(t3,e10),t3._zod.check=i8=>{if(typeof i8.value!=typeof e10.value)throw new Error(
"Cannot mix number and bigint in multiple_of check.");(typeof i8.value=="bigint"?e10.value!==BigInt(0)&&i8.value%e10.value===
BigInt(0):floatSafeRemainder(i8.value,e10.value)===0)||i8.issues.push({origin:typeof i8.value,code:"not_multiple_of",divisor:e10.
value,input:i8.value,inst:t3,continue:!e10.abort})}}),$ZodCheckNumberFormat=$constructor("$ZodCheckNumberFormat",(t3,e10)=>{
$ZodCheck.init(t3,e10),e10.format=e10.format||"float64";let i8=e10.format?.includes("int"),n12=i8?"int":"number",[o7,r8]=NUMBER_FORMAT_RANGES[e10.
format];t3._zod.check=c12=>{let h6=c12.value;if(i8){if(!Number.isInteger(h6)){c12.issues.push({expected:n12,format:e10.format,
code:"invalid_type",continue:false,input:h6,inst:t3});return}if(!Number.isSafeInteger(h6)){h6>0?c12.issues.push({input:h6,
code:"too_big",maximum:Number.MAX_SAFE_INTEGER,note:"Integers must be within the safe integer range.",inst:t3,origin:n12,
inclusive:true,continue:!e10.abort}):c12.issues.push({input:h6,code:"too_small",minimum:Number.MIN_SAFE_INTEGER,note:"In\
tegers must be within the safe integer range.",inst:t3,origin:n12,inclusive:true,continue:!e10.abort});return}}h6<o7&&c12.
issues.push({origin:"number",input:h6,code:"too_small",minimum:o7,inclusive:true,inst:t3,continue:!e10.abort}),h6>r8&&c12.
issues.push({origin:"number",input:h6,code:"too_big",maximum:r8,inclusive:true,inst:t3,continue:!e10.abort})}});var $ZodCheckMaxLength=$constructor(
"$ZodCheckMaxLength",(t3,e10)=>{var i8;$ZodCheck.init(t3,e10),(i8=t3._zod.def).when??(i8.when=p4),t3._zod.check=n12=>{let o7=n12.
value,r8=o7.length;if((typeof o7=="string"&&r8>e10.maximum?codePointLength(o7):r8)<=e10.maximum)return;let h6=getLengthableOrigin(
o7);n12.issues.push({origin:h6,code:"too_big",maximum:e10.maximum,inclusive:true,input:o7,inst:t3,continue:!e10.abort})}}),
$ZodCheckMinLength=$constructor("$ZodCheckMinLength",(t3,e10)=>{var i8;$ZodCheck.init(t3,e10),(i8=t3._zod.def).when??(i8.
when=p4),t3._zod.check=n12=>{let o7=n12.value,r8=o7.length;if((typeof o7=="string"&&r8>=e10.minimum&&r8<e10.minimum*2?codePointLength(
o7):r8)>=e10.minimum)return;let h6=getLengthableOrigin(o7);n12.issues.push({origin:h6,code:"too_small",minimum:e10.minimum,
inclusive:true,input:o7,inst:t3,continue:!e10.abort})}}),$ZodCheckLengthEquals=$constructor("$ZodCheckLengthEquals",(t3,e10)=>{
var i8;$ZodCheck.init(t3,e10),(i8=t3._zod.def).when??(i8.when=p4),t3._zod.check=n12=>{let o7=n12.value,r8=o7.length,c12=typeof o7==
"string"&&r8>=e10.length&&r8<=e10.length*2?codePointLength(o7):r8;if(c12===e10.length)return;let h6=getLengthableOrigin(
o7),m10=c12>e10.length;n12.issues.push({origin:h6,...m10?{code:"too_big",maximum:e10.length}:{code:"too_small",minimum:e10.
length},inclusive:true,exact:true,input:n12.value,inst:t3,continue:!e10.abort})}}),$ZodCheckStringFormat=$constructor("$\
ZodCheckStringFormat",(t3,e10)=>{var i8,n12;$ZodCheck.init(t3,e10),e10.pattern?(i8=t3._zod).check??(i8.check=o7=>{e10.pattern.
lastIndex=0,!e10.pattern.test(o7.value)&&o7.issues.push({origin:"string",code:"invalid_format",format:e10.format,input:o7.
value,...e10.pattern?{pattern:e10.pattern.toString()}:{},inst:t3,continue:!e10.abort})}):(n12=t3._zod).check??(n12.check=
()=>{})}),$ZodCheckRegex=$constructor("$ZodCheckRegex",(t3,e10)=>{$ZodCheckStringFormat.init(t3,e10),t3._zod.check=i8=>{
e10.pattern.lastIndex=0,!e10.pattern.test(i8.value)&&i8.issues.push({origin:"string",code:"invalid_format",format:"regex",
input:i8.value,pattern:e10.pattern.toString(),inst:t3,continue:!e10.abort})}}),$ZodCheckLowerCase=$constructor("$ZodChec\
kLowerCase",(t3,e10)=>{e10.pattern??(e10.pattern=lowercase),$ZodCheckStringFormat.init(t3,e10)}),$ZodCheckUpperCase=$constructor(
"$ZodCheckUpperCase",(t3,e10)=>{e10.pattern??(e10.pattern=uppercase),$ZodCheckStringFormat.init(t3,e10)}),$ZodCheckIncludes=$constructor(
"$ZodCheckIncludes",(t3,e10)=>{$ZodCheck.init(t3,e10);let i8=escapeRegex(e10.includes),n12=new RegExp(typeof e10.position==
"number"?`^.{${e10.position},}${i8}`:i8);e10.pattern=n12,t3._zod.check=o7=>{o7.value.includes(e10.includes,e10.position)||
o7.issues.push({origin:"string",code:"invalid_format",format:"includes",includes:e10.includes,input:o7.value,inst:t3,continue:!e10.
abort})}}),$ZodCheckStartsWith=$constructor("$ZodCheckStartsWith",(t3,e10)=>{$ZodCheck.init(t3,e10);let i8=new RegExp(`^${escapeRegex(
e10.prefix)}.*`);e10.pattern??(e10.pattern=i8),t3._zod.check=n12=>{n12.value.startsWith(e10.prefix)||n12.issues.push({origin:"\
string",code:"invalid_format",format:"starts_with",prefix:e10.prefix,input:n12.value,inst:t3,continue:!e10.abort})}}),$ZodCheckEndsWith=$constructor(
"$ZodCheckEndsWith",(t3,e10)=>{$ZodCheck.init(t3,e10);let i8=new RegExp(`.*${escapeRegex(e10.suffix)}$`);e10.pattern??(e10.
pattern=i8),t3._zod.check=n12=>{n12.value.endsWith(e10.suffix)||n12.issues.push({origin:"string",code:"invalid_format",format:"\
ends_with",suffix:e10.suffix,input:n12.value,inst:t3,continue:!e10.abort})}});var $ZodCheckOverwrite=$constructor("$ZodC\
heckOverwrite",(t3,e10)=>{$ZodCheck.init(t3,e10),t3._zod.check=i8=>{i8.value=e10.tx(i8.value)}});
// node_modules/zod/v4/core/doc.js
var Doc=class{constructor(t3=[],e10={}){this.content=[],this.indent=0,this.args=t3,this.closed=e10}indented(t3){this.indent+=
1;try{t3(this)}finally{this.indent-=1}}write(t3){if(typeof t3=="function"){t3(this,{execution:"sync"}),t3(this,{execution:"\
async"});return}let i8=t3.split(`
`).filter(n12=>n12),s9=Math.min(...i8.map(n12=>n12.length-n12.trimStart().length)),c12=i8.map(n12=>n12.slice(s9)).map(n12=>"\
 ".repeat(this.indent*2)+n12);for(let n12 of c12)this.content.push(n12)}compile(){let t3=Function,e10=this?.content??[""];
return new t3(...Object.keys(this.closed),`return function (${this.args.join(", ")}) {
${e10.join(`
`)}
};`)(...Object.values(this.closed))}};
// node_modules/zod/v4/core/versions.js
var version={major:4,minor:6,patch:7};
// node_modules/zod/v4/core/schemas.js
var $ZodType=$constructor("$ZodType",(e10,t3)=>{var n12;e10??(e10={}),e10._zod.def=t3,e10._zod.bag=e10._zod.bag||{},e10.
_zod.version=version;let r8=e10._zod.def.checks,o7=e10._zod.traits.has("$ZodCheck")?[e10,...r8??[]]:r8?.length?[...r8]:[];
for(let s9 of o7)for(let i8 of s9._zod.onattach)i8(e10);if(o7.length===0)(n12=e10._zod).deferred??(n12.deferred=[]),e10.
_zod.deferred?.push(()=>{e10._zod.run=e10._zod.parse});else{let s9=(p14,f15,c12)=>{if(p14.memo)return p14;let l6=aborted(
p14),v6;for(let _7 of f15){if(_7._zod.def.when){if(explicitlyAborted(p14)||!_7._zod.def.when(p14))continue}else if(l6)continue;
let d10=p14.issues.length,h6=_7._zod.check(p14);if(h6 instanceof Promise&&c12?.async===false)throw new $ZodAsyncError;if(v6||
h6 instanceof Promise)v6=(v6??Promise.resolve()).then(async()=>{await h6,p14.issues.length!==d10&&(attachSchema(p14.issues,
d10,e10),l6||(l6=aborted(p14,d10)))});else{if(p14.issues.length===d10)continue;attachSchema(p14.issues,d10,e10),l6||(l6=
aborted(p14,d10))}}return v6?v6.then(()=>p14):p14},i8=(p14,f15,c12)=>{if(aborted(p14))return p14.aborted=true,p14;let l6=s9(
f15,o7,c12);if(l6 instanceof Promise){if(c12.async===false)throw new $ZodAsyncError;return l6.then(v6=>e10._zod.parse(v6,
c12))}return e10._zod.parse(l6,c12)};e10._zod.run=(p14,f15)=>{if(f15.skipChecks)return e10._zod.parse(p14,f15);if(f15.direction===
"backward"){let l6=e10._zod.parse({value:p14.value,issues:[]},{...f15,skipChecks:true});return l6 instanceof Promise?l6.
then(v6=>i8(v6,p14,f15)):i8(l6,p14,f15)}let c12=e10._zod.parse(p14,f15);if(c12 instanceof Promise){if(f15.async===false)
throw new $ZodAsyncError;return c12.then(l6=>s9(l6,o7,f15))}return s9(c12,o7,f15)}}},{get"~standard"(){return hide(this,
"~standard",standardProps(this))},set"~standard"(e10){own(this,"~standard",e10)}}),U=(e10,t3)=>e10.issues.length?{issues:e10.
issues.map(n12=>finalizeIssue(n12,t3,config()))}:{value:e10.value};async function ae(e10,t3){let n12={async:true};return U(
await e10._zod.run({value:t3,issues:[]},n12),n12)}function standardProps(e10){return{validate:t3=>{let n12={async:false};
try{let r8=e10._zod.run({value:t3,issues:[]},n12);if(!(r8 instanceof Promise))return U(r8,n12)}catch{}return ae(e10,t3)},
vendor:"zod",version:1}}var $ZodString=$constructor("$ZodString",(e10,t3)=>{$ZodType.init(e10,t3),e10._zod.pattern=t3.pattern??
anyString,e10._zod.parse=(n12,r8)=>{if(t3.coerce)try{n12.value=String(n12.value)}catch{}return typeof n12.value=="string"||
n12.issues.push({expected:"string",code:"invalid_type",input:n12.value,inst:e10}),n12}}),$ZodStringFormat=$constructor("\
$ZodStringFormat",(e10,t3)=>{$ZodCheckStringFormat.init(e10,t3),$ZodString.init(e10,t3)}),$ZodGUID=$constructor("$ZodGUI\
D",(e10,t3)=>{t3.pattern??(t3.pattern=guid),$ZodStringFormat.init(e10,t3)}),$ZodUUID=$constructor("$ZodUUID",(e10,t3)=>{
if(t3.version){let r8={v1:1,v2:2,v3:3,v4:4,v5:5,v6:6,v7:7,v8:8}[t3.version];if(r8===void 0)throw new Error(`Invalid UUID\
 version: "${t3.version}"`);t3.pattern??(t3.pattern=uuid(r8))}else t3.pattern??(t3.pattern=uuid());$ZodStringFormat.init(
e10,t3)}),$ZodEmail=$constructor("$ZodEmail",(e10,t3)=>{t3.pattern??(t3.pattern=email),$ZodStringFormat.init(e10,t3)}),URL_BAD_FORMAT=1,
URL_UNPARSEABLE=2;function canParseURL(e10){try{return typeof URL<"u"&&typeof URL.canParse=="function"?URL.canParse(e10):
(new URL(e10),true)}catch{return false}}function validateURL(e10,t3){return!("normalize"in t3)&&!("hostname"in t3)&&!("p\
rotocol"in t3)?canParseURL(e10)||URL_UNPARSEABLE:parseURLObject(e10,t3)}function parseURLObject(e10,t3){if(!t3.normalize&&
t3.protocol?.source===httpProtocol.source&&!/^https?:\/\//i.test(e10))return URL_BAD_FORMAT;try{if(typeof URL<"u"){let n12=URL;
if(typeof n12.parse=="function")return n12.parse(e10)??URL_UNPARSEABLE}return new URL(e10)}catch{return URL_UNPARSEABLE}}
var le=/[\t\n\r]/g;function stripTabAndNewline(e10){return e10.replace(le,"")}function urlHostnameOk(e10,t3){return t3.lastIndex=
0,t3.test(e10.hostname)}function urlProtocolOk(e10,t3){return t3.lastIndex=0,t3.test(e10.protocol.endsWith(":")?e10.protocol.
slice(0,-1):e10.protocol)}var $ZodURL=$constructor("$ZodURL",(e10,t3)=>{$ZodStringFormat.init(e10,t3),e10._zod.check=n12=>{
try{let r8=n12.value.trim(),o7=validateURL(r8,t3);if(o7===URL_BAD_FORMAT){n12.issues.push({code:"invalid_format",format:"\
url",note:"Invalid URL format",input:n12.value,inst:e10,continue:!t3.abort});return}if(o7===URL_UNPARSEABLE){n12.issues.
push({code:"invalid_format",format:"url",input:n12.value,inst:e10,continue:!t3.abort});return}if(o7===true){n12.value=stripTabAndNewline(
r8);return}t3.hostname&&!urlHostnameOk(o7,t3.hostname)&&n12.issues.push({code:"invalid_format",format:"url",note:"Invali\
d hostname",pattern:t3.hostname.source,input:n12.value,inst:e10,continue:!t3.abort}),t3.protocol&&!urlProtocolOk(o7,t3.protocol)&&
n12.issues.push({code:"invalid_format",format:"url",note:"Invalid protocol",pattern:t3.protocol.source,input:n12.value,inst:e10,
continue:!t3.abort}),n12.value=t3.normalize?o7.href:stripTabAndNewline(r8);return}catch{n12.issues.push({code:"invalid_f\
ormat",format:"url",input:n12.value,inst:e10,continue:!t3.abort})}}}),$ZodEmoji=$constructor("$ZodEmoji",(e10,t3)=>{t3.pattern??
(t3.pattern=emoji()),$ZodStringFormat.init(e10,t3)}),$ZodNanoID=$constructor("$ZodNanoID",(e10,t3)=>{if(t3.length!==void 0&&
(!Number.isInteger(t3.length)||t3.length<1))throw new Error(`Invalid nanoid length: ${t3.length}`);t3.pattern??(t3.pattern=
t3.length===void 0?nanoid:nanoidOfLength(t3.length)),$ZodStringFormat.init(e10,t3)}),$ZodCUID=$constructor("$ZodCUID",(e10,t3)=>{
t3.pattern??(t3.pattern=cuid),$ZodStringFormat.init(e10,t3)}),$ZodCUID2=$constructor("$ZodCUID2",(e10,t3)=>{t3.pattern??
(t3.pattern=cuid2),$ZodStringFormat.init(e10,t3)}),$ZodULID=$constructor("$ZodULID",(e10,t3)=>{t3.pattern??(t3.pattern=ulid),
$ZodStringFormat.init(e10,t3)}),$ZodXID=$constructor("$ZodXID",(e10,t3)=>{t3.pattern??(t3.pattern=xid),$ZodStringFormat.
init(e10,t3)}),$ZodKSUID=$constructor("$ZodKSUID",(e10,t3)=>{t3.pattern??(t3.pattern=ksuid),$ZodStringFormat.init(e10,t3)}),
$ZodISODateTime=$constructor("$ZodISODateTime",(e10,t3)=>{t3.pattern??(t3.pattern=datetime(t3)),$ZodStringFormat.init(e10,
t3)}),$ZodISODate=$constructor("$ZodISODate",(e10,t3)=>{t3.pattern??(t3.pattern=date),$ZodStringFormat.init(e10,t3)}),$ZodISOTime=$constructor(
"$ZodISOTime",(e10,t3)=>{t3.pattern??(t3.pattern=time(t3)),$ZodStringFormat.init(e10,t3)}),$ZodISODuration=$constructor(
"$ZodISODuration",(e10,t3)=>{t3.pattern??(t3.pattern=duration),$ZodStringFormat.init(e10,t3)}),$ZodIPv4=$constructor("$Z\
odIPv4",(e10,t3)=>{t3.pattern??(t3.pattern=ipv4),$ZodStringFormat.init(e10,t3)}),pe=/^[0-9a-fA-F:.]+$/;function isValidIPv6(e10){
return pe.test(e10)?canParseURL(`http://[${e10}]`):false}var $ZodIPv6=$constructor("$ZodIPv6",(e10,t3)=>{t3.pattern??(t3.
pattern=ipv6),$ZodStringFormat.init(e10,t3),e10._zod.check=n12=>{isValidIPv6(n12.value)||n12.issues.push({code:"invalid_\
format",format:"ipv6",input:n12.value,inst:e10,continue:!t3.abort})}});var $ZodCIDRv4=$constructor("$ZodCIDRv4",(e10,t3)=>{
t3.pattern??(t3.pattern=cidrv4),$ZodStringFormat.init(e10,t3)});function isValidCIDRv6(e10){let t3=e10.split("/");if(t3.
length!==2)return false;let[n12,r8]=t3;if(!r8)return false;let o7=Number(r8);return`${o7}`!==r8||o7<0||o7>128?false:isValidIPv6(
n12)}var $ZodCIDRv6=$constructor("$ZodCIDRv6",(e10,t3)=>{t3.pattern??(t3.pattern=cidrv6),$ZodStringFormat.init(e10,t3),e10.
_zod.check=n12=>{isValidCIDRv6(n12.value)||n12.issues.push({code:"invalid_format",format:"cidrv6",input:n12.value,inst:e10,
continue:!t3.abort})}});function isValidBase64(e10){if(e10==="")return true;if(/\s/.test(e10)||e10.length%4!==0)return false;
try{return atob(e10),true}catch{return false}}var base64Charset=/^[0-9a-zA-Z+/]*={0,2}$/,$ZodBase64=$constructor("$ZodBa\
se64",(e10,t3)=>{t3.pattern??(t3.pattern=base64Charset),$ZodStringFormat.init(e10,t3),e10._zod.check=n12=>{isValidBase64(
n12.value)||n12.issues.push({code:"invalid_format",format:"base64",input:n12.value,inst:e10,continue:!t3.abort})}}),base64urlCharset=/^[A-Za-z0-9_-]*$/;
function isValidBase64URL(e10){if(!base64urlCharset.test(e10))return false;let t3=e10.replace(/[-_]/g,r8=>r8==="-"?"+":"\
/"),n12=t3.padEnd(Math.ceil(t3.length/4)*4,"=");return isValidBase64(n12)}var $ZodBase64URL=$constructor("$ZodBase64URL",
(e10,t3)=>{t3.pattern??(t3.pattern=base64urlCharset),$ZodStringFormat.init(e10,t3),e10._zod.check=n12=>{isValidBase64URL(
n12.value)||n12.issues.push({code:"invalid_format",format:"base64url",input:n12.value,inst:e10,continue:!t3.abort})}}),$ZodE164=$constructor(
"$ZodE164",(e10,t3)=>{t3.pattern??(t3.pattern=e164),$ZodStringFormat.init(e10,t3)});function isValidJWT(e10,t3=null){try{
let n12=e10.split(".");if(n12.length!==3)return false;let[r8]=n12;if(!r8)return false;let o7=JSON.parse(atob(r8));return!("\
typ"in o7&&o7?.typ!=="JWT"||!o7.alg||t3&&(!("alg"in o7)||o7.alg!==t3))}catch{return false}}var $ZodJWT=$constructor("$Zo\
dJWT",(e10,t3)=>{$ZodStringFormat.init(e10,t3),e10._zod.check=n12=>{isValidJWT(n12.value,t3.alg)||n12.issues.push({code:"\
invalid_format",format:"jwt",input:n12.value,inst:e10,continue:!t3.abort})}});var $ZodNumber=$constructor("$ZodNumber",(e10,t3)=>{
$ZodType.init(e10,t3),e10._zod.pattern=number,e10._zod.parse=(n12,r8)=>{if(t3.coerce)try{n12.value=Number(n12.value)}catch{}
let o7=n12.value;if(typeof o7=="number"&&!Number.isNaN(o7)&&Number.isFinite(o7))return n12;let s9=typeof o7=="number"?Number.
isNaN(o7)?"NaN":Number.isFinite(o7)?void 0:String(o7):void 0;return n12.issues.push({expected:"number",code:"invalid_typ\
e",input:o7,inst:e10,...s9?{received:s9}:{}}),n12}}),$ZodNumberFormat=$constructor("$ZodNumberFormat",(e10,t3)=>{$ZodCheckNumberFormat.
init(e10,t3),$ZodNumber.init(e10,t3)}),$ZodBoolean=$constructor("$ZodBoolean",(e10,t3)=>{$ZodType.init(e10,t3),e10._zod.
pattern=boolean,e10._zod.parse=(n12,r8)=>{if(t3.coerce)try{n12.value=!!n12.value}catch{}let o7=n12.value;return typeof o7==
"boolean"||n12.issues.push({expected:"boolean",code:"invalid_type",input:o7,inst:e10}),n12}});var $ZodUnknown=$constructor(
"$ZodUnknown",(e10,t3)=>{$ZodType.init(e10,t3),e10._zod.parse=n12=>n12}),$ZodNever=$constructor("$ZodNever",(e10,t3)=>{$ZodType.
init(e10,t3),e10._zod.parse=(n12,r8)=>(n12.issues.push({expected:"never",code:"invalid_type",input:n12.value,inst:e10}),
n12)});function E3(e10,t3){let n12=sizeCaps(e10._zod.def.checks);if(!n12.length)return;let r8=Math.min(...n12.map(s9=>s9[0])),
o7=e10._zod.parse;e10._zod.parse=(s9,i8)=>{let p14=t3(s9.value);if(p14>r8&&!i8?.skipChecks&&i8?.direction!=="backward"){
for(let[f15,c12]of sizeCaps(e10._zod.def.checks))if(p14>f15&&c12._zod.def.when(s9)){let l6=s9.issues.length;return c12._zod.
check(s9),s9.issues[l6].continue=false,attachSchema(s9.issues,l6,e10),s9}}return o7(s9,i8)}}var ve=e10=>Array.isArray(e10)?
e10.length:-1;function V(e10,t3,n12){e10.issues.length&&t3.issues.push(...prefixIssues(n12,e10.issues)),t3.value[n12]=e10.
value}var $ZodArray=$constructor("$ZodArray",(e10,t3)=>{$ZodType.init(e10,t3);let n12=globalConfig.memoizer;n12?.attach(
e10),e10._zod.parse=(r8,o7)=>{let s9=r8.value;if(!Array.isArray(s9))return r8.issues.push({expected:"array",code:"invali\
d_type",input:s9,inst:e10}),r8;r8.value=n12?n12.alloc(e10,r8,Array(s9.length),o7):Array(s9.length);let i8=[],p14=o7?.abortEarly;
for(let f15=0;f15<s9.length;f15++){let c12=s9[f15],l6=t3.element._zod.run({value:c12,issues:[]},o7);if(l6 instanceof Promise)
i8.push(l6.then(v6=>V(v6,r8,f15)));else if(V(l6,r8,f15),p14&&l6.issues.length!==0&&aborted(l6))break}return i8.length?Promise.
all(i8).then(()=>r8):r8},E3(e10,ve)});function T(e10,t3,n12,r8,o7,s9){let i8=n12 in r8,p14=s9==="optional";if(!(!i8&&p14&&
o7==="optional")){if(e10.issues.length){if(o7!==void 0&&p14&&!i8)return;t3.issues.push(...prefixIssues(n12,e10.issues))}
if(!i8&&o7===void 0){e10.issues.length||t3.issues.push({code:"invalid_type",expected:"nonoptional",input:void 0,path:[n12]});
return}e10.value===void 0?(i8||o7==="defaulted"&&!p14)&&(t3.value[n12]=void 0):t3.value[n12]=e10.value}}var $e=[];function F(e10){
let t3=Object.keys(e10.shape),n12=Object.getOwnPropertySymbols(e10.shape),r8=n12.length?n12:$e,o7=r8.length?[...t3,...r8]:
t3;for(let i8 of o7)if(!e10.shape?.[i8]?._zod?.traits?.has("$ZodType"))throw new Error(`Invalid element at key "${String(
i8)}": expected a Zod schema`);let s9=optionalKeys(e10.shape);return{...e10,allKeys:o7,symbolKeys:r8,keySet:new Set(t3),
numKeys:t3.length,optionalKeys:new Set(s9)}}function K(e10,t3,n12,r8,o7,s9,i8){let p14=[],f15=o7.keySet,c12=o7.catchall.
_zod,l6=c12.def.type,v6=c12.optin,_7=c12.optout,d10=0;for(let h6 in t3){if(i8&&n12.issues.length!==d10){if(aborted(n12,d10))
break;d10=n12.issues.length}if(f15.has(h6))continue;if(h6==="__proto__"){l6==="never"&&p14.push(h6);continue}if(l6==="ne\
ver"){p14.push(h6);continue}let z4=c12.run({value:t3[h6],issues:[]},r8);z4 instanceof Promise?e10.push(z4.then(g10=>T(g10,
n12,h6,t3,v6,_7))):T(z4,n12,h6,t3,v6,_7)}return p14.length&&n12.issues.push({code:"unrecognized_keys",keys:p14,input:t3,
inst:s9,continue:true}),e10.length?Promise.all(e10).then(()=>n12):n12}var $ZodObject=$constructor("$ZodObject",(e10,t3)=>{
$ZodType.init(e10,t3);let n12=Object.getOwnPropertyDescriptor(t3,"shape"),r8=n12?.get?n12.get.raw:t3.shape??{};if(r8){let c12=()=>{
let l6={...r8};return Object.defineProperty(t3,"shape",{value:l6}),c12.raw=l6,l6};c12.raw=r8,Object.defineProperty(t3,"s\
hape",{get:c12})}let o7=cached(()=>F(t3));defineLazyInternal(e10,"propValues",c12=>{let l6=c12.def.shape,v6={};for(let _7 in l6){
let d10=l6[_7]._zod;if(d10.values){Object.prototype.hasOwnProperty.call(v6,_7)||assignProp(v6,_7,new Set);for(let h6 of d10.
values)v6[_7].add(h6);d10.optin!==void 0&&v6[_7].add(void 0)}}return v6});let s9=isObject,i8=t3.catchall,p14,f15=globalConfig.
memoizer;f15?.attach(e10),e10._zod.parse=(c12,l6)=>{p14??(p14=o7.value);let v6=c12.value;if(!s9(v6))return c12.issues.push(
{expected:"object",code:"invalid_type",input:v6,inst:e10}),c12;c12.value=f15?f15.alloc(e10,c12,{},l6):{};let _7=[],d10=p14.
shape,h6=l6?.abortEarly,z4=c12.issues.length;for(let g10 of p14.allKeys){if(h6&&c12.issues.length!==z4){if(aborted(c12,z4))
break;z4=c12.issues.length}if(g10==="__proto__")continue;let w10=d10[g10],I5=w10._zod.optin,x6=w10._zod.optout,P3=w10._zod.
run({value:v6[g10],issues:[]},l6);P3 instanceof Promise?_7.push(P3.then(b7=>T(b7,c12,g10,v6,I5,x6))):T(P3,c12,g10,v6,I5,
x6)}return i8?K(_7,v6,c12,l6,o7.value,e10,h6===true):_7.length?Promise.all(_7).then(()=>c12):c12}}),$ZodObjectJIT=$constructor(
"$ZodObjectJIT",(e10,t3)=>{$ZodObject.init(e10,t3);let n12=e10._zod.parse,r8=cached(()=>F(t3)),o7=globalConfig.memoizer,
s9=d10=>{let h6=r8.value,z4=h6.symbolKeys,g10=new Doc(["payload","ctx"],{shape:d10,inst:e10,memo:o7,syms:z4}),w10=b7=>`s\
hape[${b7}]._zod.run({ value: input[${b7}], issues: [] }, ctx)`,I5=(b7,$2)=>`
          let ${b7}_ab = false;
          for (let i = 0; i < ${b7}.issues.length; i++) {
            const iss = ${b7}.issues[i];
            iss.path = iss.path ? [${$2}, ...iss.path] : [${$2}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${b7}_ab = true;
          }
          if (${b7}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;g10.write("const input = payload.value;");let x6=Object.create(null),P3=0;for(let b7 of h6.allKeys)x6[b7]=`\
key_${P3++}`;g10.write(o7?"const newResult = memo.alloc(inst, payload, {}, ctx);":"const newResult = {};");for(let b7 of h6.
allKeys){if(b7==="__proto__")continue;let $2=x6[b7],Z=typeof b7=="symbol"?`syms[${z4.indexOf(b7)}]`:esc(b7),O5=`${Z} in \
input`,C2=d10[b7],L4=C2?._zod?.optin,N4=L4!==void 0,se=C2?._zod?.optout==="optional";if(g10.write(`const ${$2} = ${w10(Z)}\
;`),N4&&se){let ie=L4==="optional"?`${$2}_present`:`${$2}.value !== undefined || ${$2}_present`;g10.write(`
        const ${$2}_present = ${O5};
        if (!${$2}.issues.length || ${$2}_present) {
          if (${$2}.issues.length) {${I5($2,Z)}
          }

          if (${ie}) {
            newResult[${Z}] = ${$2}.value;
          }
        }

      `)}else N4?(g10.write(`
        if (${$2}.issues.length) {${I5($2,Z)}
        }
      `),L4==="defaulted"?g10.write(`newResult[${Z}] = ${$2}.value;`):g10.write(`
        if (${$2}.value !== undefined || ${O5}) {
          newResult[${Z}] = ${$2}.value;
        }
      `)):g10.write(`
        const ${$2}_present = ${O5};
        if (${$2}.issues.length) {${I5($2,Z)}
        }
        if (!${$2}_present && !${$2}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${Z}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${$2}_present) {
          newResult[${Z}] = ${$2}.value;
        }

      `)}return g10.write("payload.value = newResult;"),g10.write("return payload;"),g10.compile()},i8,p14=isObject,f15=!globalConfig.
jitless,c12=allowsEval,l6=f15&&c12.value,v6=t3.catchall,_7;e10._zod.parse=(d10,h6)=>{_7??(_7=r8.value);let z4=d10.value;
return p14(z4)?f15&&l6&&h6?.async===false&&h6.jitless!==true?(i8||(i8=s9(t3.shape)),d10=i8(d10,h6),v6?K([],z4,d10,h6,_7,
e10,h6?.abortEarly===true):d10):n12(d10,h6):(d10.issues.push({expected:"object",code:"invalid_type",input:z4,inst:e10}),
d10)}});function B(e10,t3,n12,r8){for(let s9 of e10)if(s9.issues.length===0)return t3.value=s9.value,t3;let o7=e10.filter(
s9=>!aborted(s9));return o7.length===1?(t3.value=o7[0].value,o7[0]):(t3.issues.push({code:"invalid_union",input:t3.value,
inst:n12,errors:e10.map(s9=>s9.issues.map(i8=>finalizeIssue(i8,r8,config())))}),t3)}var $ZodUnion=$constructor("$ZodUnio\
n",(e10,t3)=>{$ZodType.init(e10,t3),defineLazyInternal(e10,"optin",r8=>r8.def.options.some(o7=>o7._zod.optin==="defaulte\
d")?"defaulted":r8.def.options.some(o7=>o7._zod.optin!==void 0)?"optional":void 0),defineLazyInternal(e10,"optout",r8=>r8.
def.options.some(o7=>o7._zod.optout==="optional")?"optional":void 0),defineLazyInternal(e10,"values",r8=>{if(r8.def.options.
every(o7=>o7._zod.values))return new Set(r8.def.options.flatMap(o7=>Array.from(o7._zod.values)))}),defineLazyInternal(e10,
"pattern",r8=>{if(r8.def.options.every(o7=>o7._zod.pattern)){let o7=r8.def.options.map(s9=>s9._zod.pattern);return new RegExp(
`^(${o7.map(s9=>cleanRegex(s9.source)).join("|")})$`)}});let n12=t3.options.length===1?t3.options[0]._zod.run:null;e10._zod.
parse=(r8,o7)=>{if(n12)return n12(r8,o7);let s9=false,i8=[];for(let p14 of t3.options){let f15=p14._zod.run({value:r8.value,
issues:[]},o7);if(f15 instanceof Promise)i8.push(f15),s9=true;else{if(f15.issues.length===0)return f15;i8.push(f15)}}return s9?
Promise.all(i8).then(p14=>B(p14,r8,e10,o7)):B(i8,r8,e10,o7)}});var $ZodIntersection=$constructor("$ZodIntersection",(e10,t3)=>{
$ZodType.init(e10,t3),e10._zod.parse=(n12,r8)=>{let o7=n12.value,s9=t3.left._zod.run({value:o7,issues:[]},r8),i8=t3.right.
_zod.run({value:o7,issues:[]},r8);return s9 instanceof Promise||i8 instanceof Promise?Promise.all([s9,i8]).then(([f15,c12])=>W(
n12,f15,c12)):W(n12,s9,i8)}});function mergeValues(e10,t3){if(e10===t3)return{valid:true,data:e10};if(e10 instanceof Date&&
t3 instanceof Date&&+e10==+t3)return{valid:true,data:e10};if(isPlainObject(e10)&&isPlainObject(t3)){let n12=Object.keys(
t3),r8=Object.keys(e10).filter(s9=>n12.indexOf(s9)!==-1),o7={...e10,...t3};Object.prototype.hasOwnProperty.call(o7,"__pr\
oto__")&&delete o7.__proto__;for(let s9 of r8){if(s9==="__proto__")continue;let i8=mergeValues(e10[s9],t3[s9]);if(!i8.valid)
return{valid:false,mergeErrorPath:[s9,...i8.mergeErrorPath]};o7[s9]=i8.data}return{valid:true,data:o7}}if(Array.isArray(
e10)&&Array.isArray(t3)){if(e10.length!==t3.length)return{valid:false,mergeErrorPath:[]};let n12=[];for(let r8=0;r8<e10.
length;r8++){let o7=e10[r8],s9=t3[r8],i8=mergeValues(o7,s9);if(!i8.valid)return{valid:false,mergeErrorPath:[r8,...i8.mergeErrorPath]};
n12.push(i8.data)}return{valid:true,data:n12}}return{valid:false,mergeErrorPath:[]}}function W(e10,t3,n12){let r8=new Map,
o7,s9=new Map,i8=(c12,l6)=>{let v6;if(c12.code==="unrecognized_keys"&&!c12.path?.length)o7??(o7=c12),v6=c12.keys;else if(c12.
code==="invalid_key"&&c12.origin==="record"&&c12.path?.length===1){let _7=String(c12.path[0]);s9.has(_7)||s9.set(_7,c12),
v6=[_7]}else return false;for(let _7 of v6)r8.has(_7)||r8.set(_7,{}),r8.get(_7)[l6]=true;return true};for(let c12 of t3.
issues)i8(c12,"l")||e10.issues.push(c12);for(let c12 of n12.issues)i8(c12,"r")||e10.issues.push(c12);let p14=[...r8].filter(
([,c12])=>c12.l&&c12.r).map(([c12])=>c12);if(p14.length){let c12=o7?p14.filter(l6=>o7.keys.includes(l6)):[];c12.length&&
e10.issues.push({...o7,keys:c12});for(let l6 of p14)!c12.includes(l6)&&s9.has(l6)&&e10.issues.push(s9.get(l6))}let f15=mergeValues(
t3.value,n12.value);if(!f15.valid){if(aborted(e10))return e10;throw new Error(`Unmergable intersection. Error path: ${JSON.
stringify(f15.mergeErrorPath)}`)}return e10.value=f15.data,e10}var $ZodTuple=$constructor("$ZodTuple",(e10,t3)=>{$ZodType.
init(e10,t3);let n12=t3.items,r8=globalConfig.memoizer;r8?.attach(e10),e10._zod.parse=(o7,s9)=>{let i8=o7.value;if(!Array.
isArray(i8))return o7.issues.push({input:i8,inst:e10,expected:"tuple",code:"invalid_type"}),o7;o7.value=r8?r8.alloc(e10,
o7,[],s9):[];let p14=[],f15=X(n12,"optin"),c12=X(n12,"optout");if(!t3.rest){if(i8.length<f15)return o7.issues.push({code:"\
too_small",minimum:f15,inclusive:true,input:i8,inst:e10,origin:"array"}),o7;i8.length>n12.length&&o7.issues.push({code:"\
too_big",maximum:n12.length,inclusive:true,input:i8,inst:e10,origin:"array"})}let l6=new Array(n12.length),v6=t3.rest?s9?.
abortEarly:void 0,_7=false;for(let d10=0;d10<n12.length;d10++){let h6=n12[d10]._zod.run({value:i8[d10],issues:[]},s9);h6 instanceof
Promise?p14.push(h6.then(z4=>{l6[d10]=z4})):(l6[d10]=h6,v6&&!_7&&h6.issues.length&&(_7=aborted(h6)))}if(t3.rest&&!_7){let d10=n12.
length-1,h6=i8.slice(n12.length),z4=o7.issues.length;for(let g10 of h6){if(v6&&o7.issues.length!==z4){if(aborted(o7,z4))
break;z4=o7.issues.length}d10++;let w10=t3.rest._zod.run({value:g10,issues:[]},s9);w10 instanceof Promise?p14.push(w10.then(
I5=>G(I5,o7,d10))):G(w10,o7,d10)}}return p14.length?Promise.all(p14).then(()=>H(l6,o7,n12,i8,c12)):H(l6,o7,n12,i8,c12)}});
function X(e10,t3){for(let n12=e10.length-1;n12>=0;n12--)if(!(t3==="optin"?e10[n12]._zod.optin!==void 0:e10[n12]._zod.optout===
"optional"))return n12+1;return 0}function G(e10,t3,n12){e10.issues.length&&t3.issues.push(...prefixIssues(n12,e10.issues)),
t3.value[n12]=e10.value}function H(e10,t3,n12,r8,o7){for(let s9=0;s9<n12.length;s9++){let i8=e10[s9],p14=s9<r8.length;if(!p14&&
s9>=o7&&n12[s9]._zod.optin==="optional"){t3.value.length=s9;break}if(i8.issues.length){if(!p14&&s9>=o7){t3.value.length=
s9;break}t3.issues.push(...prefixIssues(s9,i8.issues))}t3.value[s9]=i8.value}for(let s9=t3.value.length-1;s9>=r8.length&&
n12[s9]._zod.optout==="optional"&&t3.value[s9]===void 0;s9--)t3.value.length=s9;return t3}var $ZodRecord=$constructor("$\
ZodRecord",(e10,t3)=>{$ZodType.init(e10,t3);let n12=globalConfig.memoizer;n12?.attach(e10),e10._zod.parse=(r8,o7)=>{let s9=r8.
value;if(!isPlainObject(s9))return r8.issues.push({expected:"record",code:"invalid_type",input:s9,inst:e10}),r8;let i8=[],
p14=t3.keyType._zod.values;if(p14&&!t3.partial){r8.value=n12?n12.alloc(e10,r8,{},o7):{};let f15=new Set;for(let l6 of p14)
if(typeof l6=="string"||typeof l6=="number"||typeof l6=="symbol"){if(f15.add(typeof l6=="number"?l6.toString():l6),l6===
"__proto__")continue;let v6=t3.keyType._zod.run({value:l6,issues:[]},o7);if(v6 instanceof Promise)throw new Error("Async\
 schemas not supported in object keys currently");if(v6.issues.length){r8.issues.push({code:"invalid_key",origin:"record",
issues:v6.issues.map(h6=>finalizeIssue(h6,o7,config())),input:l6,path:[l6],inst:e10});continue}let _7=v6.value;if(_7==="\
__proto__")continue;let d10=t3.valueType._zod.run({value:s9[l6],issues:[]},o7);d10 instanceof Promise?i8.push(d10.then(h6=>{
h6.issues.length&&r8.issues.push(...prefixIssues(l6,h6.issues)),r8.value[_7]=h6.value})):(d10.issues.length&&r8.issues.push(
...prefixIssues(l6,d10.issues)),r8.value[_7]=d10.value)}let c12;for(let l6 in s9)if(!f15.has(l6))if(t3.mode==="loose"){if(l6===
"__proto__")continue;r8.value[l6]=s9[l6]}else c12=c12??[],c12.push(l6);c12&&c12.length>0&&r8.issues.push({code:"unrecogn\
ized_keys",input:s9,inst:e10,keys:c12,continue:true})}else{r8.value=n12?n12.alloc(e10,r8,{},o7):{};let f15;for(let c12 of Reflect.
ownKeys(s9)){if(c12==="__proto__"||!Object.prototype.propertyIsEnumerable.call(s9,c12))continue;let l6=t3.keyType._zod.run(
{value:c12,issues:[]},o7);if(l6 instanceof Promise)throw new Error("Async schemas not supported in object keys currently");
if(typeof c12=="string"&&number.test(c12)&&l6.issues.length){let h6=t3.keyType._zod.run({value:Number(c12),issues:[]},o7);
if(h6 instanceof Promise)throw new Error("Async schemas not supported in object keys currently");h6.issues.length===0&&(l6=
h6)}if(l6.issues.length){t3.mode==="loose"?r8.value[c12]=s9[c12]:p14?(f15=f15??[],f15.push(c12)):r8.issues.push({code:"i\
nvalid_key",origin:"record",issues:l6.issues.map(h6=>finalizeIssue(h6,o7,config())),input:c12,path:[c12],inst:e10});continue}
let _7=l6.value;if(_7==="__proto__")continue;let d10=t3.valueType._zod.run({value:s9[c12],issues:[]},o7);d10 instanceof Promise?
i8.push(d10.then(h6=>{h6.issues.length&&r8.issues.push(...prefixIssues(c12,h6.issues)),r8.value[_7]=h6.value})):(d10.issues.
length&&r8.issues.push(...prefixIssues(c12,d10.issues)),r8.value[_7]=d10.value)}f15&&f15.length>0&&r8.issues.push({code:"\
unrecognized_keys",input:s9,inst:e10,keys:f15,continue:true})}return i8.length?Promise.all(i8).then(()=>r8):r8}});var $ZodEnum=$constructor(
"$ZodEnum",(e10,t3)=>{$ZodType.init(e10,t3);let n12=getEnumValues(t3.entries),r8=new Set(n12);e10._zod.values=r8,defineLazyInternal(
e10,"pattern",o7=>{let s9=getEnumValues(o7.def.entries).filter(i8=>propertyKeyTypes.has(typeof i8));return new RegExp(s9.
length?`^(${s9.map(i8=>escapeRegex(i8.toString())).join("|")})$`:"^[^\\s\\S]$")}),e10._zod.parse=(o7,s9)=>{let i8=o7.value;
return r8.has(i8)||o7.issues.push({code:"invalid_value",values:n12,input:i8,inst:e10}),o7}}),$ZodLiteral=$constructor("$\
ZodLiteral",(e10,t3)=>{$ZodType.init(e10,t3);let n12=new Set(t3.values);e10._zod.values=n12,defineLazyInternal(e10,"patt\
ern",r8=>{let o7=r8.def.values;return new RegExp(o7.length?`^(${o7.map(s9=>typeof s9=="string"?escapeRegex(s9):s9?escapeRegex(
s9.toString()):String(s9)).join("|")})$`:"^[^\\s\\S]$")}),e10._zod.parse=(r8,o7)=>{let s9=r8.value;return n12.has(s9)||r8.
issues.push({code:"invalid_value",values:t3.values,input:s9,inst:e10}),r8}});var $ZodTransform=$constructor("$ZodTransfo\
rm",(e10,t3)=>{$ZodType.init(e10,t3),e10._zod.optin="optional",globalConfig.memoizer?.guard(e10),e10._zod.parse=(n12,r8)=>{
if(r8.direction==="backward")throw new $ZodEncodeError(e10.constructor.name);let o7=t3.transform(n12.value,n12);if(r8.async)
return(o7 instanceof Promise?o7:Promise.resolve(o7)).then(i8=>(n12.value=i8,n12));if(o7 instanceof Promise)throw new $ZodAsyncError;
return n12.value=o7,n12}});function Q(e10,t3){return e10.value=t3.issues.length?void 0:t3.value,e10}var $ZodOptional=$constructor(
"$ZodOptional",(e10,t3)=>{$ZodType.init(e10,t3),defineLazyInternal(e10,"optin",n12=>n12.def.innerType._zod.optin==="defa\
ulted"?"defaulted":"optional"),e10._zod.optout="optional",defineLazyInternal(e10,"values",n12=>{let r8=n12.def.innerType.
_zod.values;return r8?new Set([...r8,void 0]):void 0}),defineLazyInternal(e10,"pattern",n12=>{let r8=n12.def.innerType._zod.
pattern;return r8?new RegExp(`^(${cleanRegex(r8.source)})?$`):void 0}),e10._zod.parse=(n12,r8)=>{if(n12.value===void 0){
if(t3.innerType._zod.optin!=="defaulted")return n12;let o7=t3.innerType._zod.run({value:n12.value,issues:[]},r8);return o7 instanceof
Promise?o7.then(s9=>Q(n12,s9)):Q(n12,o7)}return t3.innerType._zod.run(n12,r8)}}),$ZodExactOptional=$constructor("$ZodExa\
ctOptional",(e10,t3)=>{$ZodOptional.init(e10,t3),defineLazyInternal(e10,"values",n12=>n12.def.innerType._zod.values),defineLazyInternal(
e10,"pattern",n12=>n12.def.innerType._zod.pattern),e10._zod.parse=(n12,r8)=>t3.innerType._zod.run(n12,r8)}),$ZodNullable=$constructor(
"$ZodNullable",(e10,t3)=>{$ZodType.init(e10,t3),defineLazyInternal(e10,"optin",n12=>n12.def.innerType._zod.optin),defineLazyInternal(
e10,"optout",n12=>n12.def.innerType._zod.optout),defineLazyInternal(e10,"pattern",n12=>{let r8=n12.def.innerType._zod.pattern;
return r8?new RegExp(`^(${cleanRegex(r8.source)}|null)$`):void 0}),defineLazyInternal(e10,"values",n12=>n12.def.innerType.
_zod.values?new Set([...n12.def.innerType._zod.values,null]):void 0),e10._zod.parse=(n12,r8)=>n12.value===null?n12:t3.innerType.
_zod.run(n12,r8)}),$ZodDefault=$constructor("$ZodDefault",(e10,t3)=>{$ZodType.init(e10,t3),e10._zod.optin="defaulted",defineLazyInternal(
e10,"values",n12=>n12.def.innerType._zod.values),e10._zod.parse=(n12,r8)=>{if(r8.direction==="backward")return t3.innerType.
_zod.run(n12,r8);if(n12.value===void 0)return n12.value=t3.defaultValue,n12;let o7=t3.innerType._zod.run(n12,r8);return o7 instanceof
Promise?o7.then(s9=>ee(s9,t3)):ee(o7,t3)}});function ee(e10,t3){return e10.value===void 0&&(e10.value=t3.defaultValue),e10}
var $ZodPrefault=$constructor("$ZodPrefault",(e10,t3)=>{$ZodType.init(e10,t3),e10._zod.optin="defaulted",defineLazyInternal(
e10,"values",n12=>n12.def.innerType._zod.values),e10._zod.parse=(n12,r8)=>(r8.direction==="backward"||n12.value===void 0&&
(n12.value=t3.defaultValue),t3.innerType._zod.run(n12,r8))}),$ZodNonOptional=$constructor("$ZodNonOptional",(e10,t3)=>{$ZodType.
init(e10,t3),defineLazyInternal(e10,"values",n12=>{let r8=n12.def.innerType._zod.values;return r8?new Set([...r8].filter(
o7=>o7!==void 0)):void 0}),e10._zod.parse=(n12,r8)=>{let o7=t3.innerType._zod.run(n12,r8);return o7 instanceof Promise?o7.
then(s9=>te(s9,e10)):te(o7,e10)}});function te(e10,t3){return!e10.issues.length&&e10.value===void 0&&e10.issues.push({code:"\
invalid_type",expected:"nonoptional",input:e10.value,inst:t3}),e10}function ne(e10,t3,n12,r8){return t3.issues.length?(e10.
value=n12.catchValue({...t3,value:e10.value,error:{issues:t3.issues.map(o7=>finalizeIssue(o7,r8,config()))},input:e10.value}),
e10):(e10.value=t3.value,t3.memo&&(e10.memo=true),e10)}var $ZodCatch=$constructor("$ZodCatch",(e10,t3)=>{$ZodType.init(e10,
t3),defineLazyInternal(e10,"optin",n12=>n12.def.innerType._zod.optin==="defaulted"?"defaulted":"optional"),defineLazyInternal(
e10,"optout",n12=>n12.def.innerType._zod.optout),defineLazyInternal(e10,"values",n12=>n12.def.innerType._zod.values),e10.
_zod.parse=(n12,r8)=>{if(r8.direction==="backward")return t3.innerType._zod.run(n12,r8);let o7=t3.innerType._zod.run({value:n12.
value,issues:[]},r8);return o7 instanceof Promise?o7.then(s9=>ne(n12,s9,t3,r8)):ne(n12,o7,t3,r8)}});var $ZodPipe=$constructor(
"$ZodPipe",(e10,t3)=>{$ZodType.init(e10,t3),defineLazyInternal(e10,"values",n12=>n12.def.in._zod.values),defineLazyInternal(
e10,"optin",n12=>n12.def.in._zod.optin),defineLazyInternal(e10,"optout",n12=>n12.def.out._zod.optout),defineLazyInternal(
e10,"propValues",n12=>n12.def.in._zod.propValues),e10._zod.parse=(n12,r8)=>{if(r8.direction==="backward"){let s9=t3.out.
_zod.run(n12,r8);return s9 instanceof Promise?s9.then(i8=>R(i8,t3.in,r8)):R(s9,t3.in,r8)}let o7=t3.in._zod.run(n12,r8);return o7 instanceof
Promise?o7.then(s9=>R(s9,t3.out,r8)):R(o7,t3.out,r8)}});function R(e10,t3,n12){return e10.issues.some(r8=>r8.code!=="unr\
ecognized_keys")?(e10.aborted=true,e10):t3._zod.run({value:e10.value,issues:e10.issues},n12)}var $ZodPreprocess=$constructor(
"$ZodPreprocess",(e10,t3)=>{$ZodPipe.init(e10,t3)}),$ZodReadonly=$constructor("$ZodReadonly",(e10,t3)=>{$ZodType.init(e10,
t3),defineLazyInternal(e10,"propValues",n12=>n12.def.innerType._zod.propValues),defineLazyInternal(e10,"values",n12=>n12.
def.innerType._zod.values),defineLazyInternal(e10,"optin",n12=>n12.def.innerType?._zod?.optin),defineLazyInternal(e10,"o\
ptout",n12=>n12.def.innerType?._zod?.optout),e10._zod.parse=(n12,r8)=>{if(r8.direction==="backward")return t3.innerType.
_zod.run(n12,r8);let o7=t3.innerType._zod.run(n12,r8);return o7 instanceof Promise?o7.then(re):re(o7)}});function re(e10){
return e10.memo||(e10.value=Object.freeze(e10.value)),e10}var $ZodCustom=$constructor("$ZodCustom",(e10,t3)=>{$ZodCheck.
init(e10,t3),$ZodType.init(e10,t3),e10._zod.parse=(n12,r8)=>n12,e10._zod.check=n12=>{let r8=n12.value,o7=t3.fn(r8);if(o7 instanceof
Promise)return o7.then(s9=>oe(s9,n12,r8,e10));oe(o7,n12,r8,e10)}});function oe(e10,t3,n12,r8){if(!e10){let o7={code:"cus\
tom",input:n12,inst:r8,path:[...r8._zod.def.path??[]],continue:!r8._zod.def.abort};r8._zod.def.params&&(o7.params=r8._zod.
def.params),t3.issues.push(issue(o7))}}
// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError=class extends Error{constructor(){super("Cannot parse a reference cycle that closes through a transf\
orm"),this.name="ZodCyclicError"}},E4="~memo",O3=[];function T2(e10){return e10!==null&&typeof e10=="object"}function S2(e10){
return e10.map(r8=>r8.path?{...r8,path:r8.path.slice()}:{...r8})}var R2=new WeakMap,_3=0,w2=1,g2=2;function m(e10,r8,c12){
let i8=R2.get(e10);if(i8!==void 0)return i8?g2:_3;if(r8.has(e10))return g2;r8.add(e10);let u12=_3,n12=t3=>{if(u12!==g2&&
t3?._zod){let o7=m(t3,r8,c12);o7>u12&&(u12=o7)}},l6=(t3,o7)=>{let a14=_3;for(let d10 of Reflect.ownKeys(t3)){let k3=Object.
getOwnPropertyDescriptor(t3,d10);if(o7&&!k3.enumerable)continue;let p14=k3.get?w2:k3.value?._zod?m(k3.value,r8,c12):_3;p14>
a14&&(a14=p14)}return a14},b7=t3=>{t3>u12&&(u12=t3)},s9=e10._zod.def;switch(s9.type){case"object":{let t3=rawShape(s9);b7(
t3?l6(t3,true):w2),n12(s9.catchall);break}case"array":n12(s9.element);break;case"tuple":for(let t3 of s9.items)n12(t3);n12(
s9.rest);break;case"record":case"map":n12(s9.keyType),n12(s9.valueType);break;case"set":n12(s9.valueType);break;case"uni\
on":for(let t3 of s9.options)n12(t3);break;case"intersection":n12(s9.left),n12(s9.right);break;case"optional":case"nulla\
ble":case"default":case"prefault":case"catch":case"readonly":case"nonoptional":case"promise":case"success":n12(s9.innerType);
break;case"pipe":n12(s9.in),n12(s9.out);break;case"function":n12(s9.input),n12(s9.output);break;case"lazy":{let t3=s9._cachedInner??
(c12?e10._zod.innerType:void 0);b7(t3?m(t3,r8,false):w2);break}case"template_literal":case"string":case"number":case"int":case"\
boolean":case"bigint":case"symbol":case"undefined":case"null":case"void":case"never":case"any":case"unknown":case"date":case"\
nan":case"enum":case"literal":case"file":case"transform":case"custom":break;default:for(let t3 in s9){let o7=Object.getOwnPropertyDescriptor(
s9,t3);if(!o7||o7.get)continue;let a14=o7.value;if(!(!a14||typeof a14!="object")){if(a14._zod)n12(a14);else if(Array.isArray(
a14))for(let d10 of a14)n12(d10)}}}return r8.delete(e10),A3(e10,u12)}function A3(e10,r8){return r8!==w2&&R2.set(e10,r8===
g2),r8}function C(e10,r8){let c12=e10.buckets.get(r8);return c12||(c12=new WeakMap,e10.buckets.set(r8,c12)),c12}var v,y3=[],
I={alloc(e10,r8,c12){let i8=v;if(!i8)return c12;v=void 0;let u12={value:c12,issues:null};return i8.set(r8.value,u12),y3.
push(u12),c12},guard(e10){var r8;(r8=e10._zod).deferred??(r8.deferred=[]),e10._zod.deferred.push(()=>{let c12=e10._zod.parse,
i8=(u12,n12)=>{if(n12.direction!=="backward"&&isBackEdge(n12,u12.value))throw new $ZodCyclicError;return c12(u12,n12)};e10.
_zod.parse=i8,e10._zod.run===c12&&(e10._zod.run=i8)})},attach(e10){var r8;let c12,i8=false,u12,n12;(r8=e10._zod).deferred??
(r8.deferred=[]),e10._zod.deferred.push(()=>{let l6=e10._zod.parse,b7=(s9,f15)=>{if(c12===void 0){let h6=m(e10,new Set,false);
if(h6===_3)return e10._zod.parse=l6,e10._zod.run===b7&&(e10._zod.run=l6),l6(s9,f15);h6===g2||i8?c12=true:i8=true}let t3=s9.
value;if(!T2(t3))return l6(s9,f15);let o7=f15[E4];o7||(o7={buckets:new WeakMap,backEdges:void 0},f15[E4]=o7);let a14;u12===
f15?a14=n12:(a14=C(o7,e10),u12=f15,n12=a14);let d10=a14.get(t3);if(d10)return s9.value=d10.value,d10.issues?d10.issues.length&&
s9.issues.push(...S2(d10.issues)):(s9.memo=true,o7.backEdges??(o7.backEdges=new WeakSet),o7.backEdges.add(d10.value)),s9;
v=a14;let k3=y3.length,p14=l6(s9,f15);v=void 0;let z4=y3.length>k3?y3.pop():void 0;return p14 instanceof Promise?p14.then(
h6=>(z4&&(z4.issues=h6.issues.length?S2(h6.issues):O3),h6)):(z4&&(z4.issues=p14.issues.length?S2(p14.issues):O3),p14)};e10.
_zod.parse=b7,e10._zod.run===l6&&(e10._zod.run=b7)})}};function memoizer(){return I}function isBackEdge(e10,r8){let c12=e10[E4]?.
backEdges;return c12!==void 0&&T2(r8)&&c12.has(r8)}
// node_modules/zod/v4/locales/en.js
var u=()=>{let o7={string:{unit:"characters",verb:"to have"},file:{unit:"bytes",verb:"to have"},array:{unit:"items",verb:"\
to have"},set:{unit:"items",verb:"to have"},map:{unit:"entries",verb:"to have"}};function r8(e10){return o7[e10]??null}let d10={
regex:"input",email:"email address",url:"URL",emoji:"emoji",uuid:"UUID",uuidv4:"UUIDv4",uuidv6:"UUIDv6",nanoid:"nanoid",
guid:"GUID",cuid:"cuid",cuid2:"cuid2",ulid:"ULID",xid:"XID",ksuid:"KSUID",datetime:"ISO datetime",date:"ISO date",time:"\
ISO time",duration:"ISO duration",ipv4:"IPv4 address",ipv6:"IPv6 address",mac:"MAC address",cidrv4:"IPv4 range",cidrv6:"\
IPv6 range",base64:"base64-encoded string",base64url:"base64url-encoded string",json_string:"JSON string",e164:"E.164 nu\
mber",currency_code:"currency code",credit_card:"credit card number",iban:"IBAN",jwt:"JWT",template_literal:"input"},c12={
nan:"NaN"};function a14(e10,t3){return e10==="number"&&typeof t3=="number"&&!Number.isFinite(t3)?String(t3):c12[e10]??e10}
return e10=>{switch(e10.code){case"invalid_type":{let t3=a14(e10.expected),n12=parsedType(e10.input),l6=a14(n12,e10.input);
return`Invalid input: expected ${t3}, received ${l6}`}case"invalid_value":return e10.values.length===1?`Invalid input: e\
xpected ${stringifyPrimitive(e10.values[0])}`:`Invalid option: expected one of ${joinValues(e10.values,"|")}`;case"too_b\
ig":{let t3=e10.exact?"exactly ":e10.inclusive?"<=":"<",n12=r8(e10.origin);return n12?`Too big: expected ${e10.origin??"\
value"} to have ${t3}${e10.maximum.toString()} ${n12.unit??"elements"}`:`Too big: expected ${e10.origin??"value"} to be ${t3}${e10.
maximum.toString()}`}case"too_small":{let t3=e10.exact?"exactly ":e10.inclusive?">=":">",n12=r8(e10.origin);return n12?`\
Too small: expected ${e10.origin} to have ${t3}${e10.minimum.toString()} ${n12.unit}`:`Too small: expected ${e10.origin}\
 to be ${t3}${e10.minimum.toString()}`}case"invalid_format":{let t3=e10;return t3.format==="starts_with"?`Invalid string\
: must start with "${t3.prefix}"`:t3.format==="ends_with"?`Invalid string: must end with "${t3.suffix}"`:t3.format==="in\
cludes"?`Invalid string: must include "${t3.includes}"`:t3.format==="regex"?`Invalid string: must match pattern ${t3.pattern}`:
`Invalid ${d10[t3.format]??e10.format}`}case"not_multiple_of":return`Invalid number: must be a multiple of ${e10.divisor}`;case"\
unrecognized_keys":return`Unrecognized key${e10.keys.length>1?"s":""}: ${joinValues(e10.keys,", ")}`;case"invalid_key":return`\
Invalid key in ${e10.origin}`;case"invalid_union":return e10.options&&Array.isArray(e10.options)&&e10.options.length>0?`\
Invalid discriminator value. Expected ${e10.options.map(n12=>`'${n12}'`).join(" | ")}`:e10.inclusive===false?"Invalid in\
put: more than one option matched":"Invalid input";case"invalid_element":return`Invalid value in ${e10.origin}`;default:
return"Invalid input"}}};function en_default(){return{localeError:u()}}
// node_modules/zod/v4/core/registries.js
var s;var $ZodRegistry=class{constructor(){this._map=new WeakMap,this._idmap=new Map}add(t3,...e10){let i8=e10[0];return this.
_map.set(t3,i8),i8&&typeof i8=="object"&&"id"in i8&&this._idmap.set(i8.id,t3),this}clear(){return this._map=new WeakMap,
this._idmap=new Map,this}remove(t3){let e10=this._map.get(t3);return e10&&typeof e10=="object"&&"id"in e10&&this._idmap.
delete(e10.id),this._map.delete(t3),this}get(t3){let e10=t3._zod.parent;if(e10){let i8={...this.get(e10)??{}};delete i8.
id;let o7={...i8,...this._map.get(t3)};return Object.keys(o7).length?o7:void 0}return this._map.get(t3)}has(t3){return this.
_map.has(t3)}};function registry(){return new $ZodRegistry}(s=globalThis).__zod_globalRegistry??(s.__zod_globalRegistry=
registry());var globalRegistry=globalThis.__zod_globalRegistry;
// node_modules/zod/v4/core/api.js
function _4(e10){return e10.checks&&(e10.checks=[...e10.checks]),e10}function _string(e10,r8){return new e10(_4({type:"s\
tring",...normalizeParams(r8)}))}function _email(e10,r8){return new e10({type:"string",format:"email",check:"string_form\
at",abort:false,...normalizeParams(r8)})}function _guid(e10,r8){return new e10({type:"string",format:"guid",check:"strin\
g_format",abort:false,...normalizeParams(r8)})}function _uuid(e10,r8){return new e10({type:"string",format:"uuid",check:"\
string_format",abort:false,...normalizeParams(r8)})}function _uuidv4(e10,r8){return new e10({type:"string",format:"uuid",
check:"string_format",abort:false,version:"v4",...normalizeParams(r8)})}function _uuidv6(e10,r8){return new e10({type:"s\
tring",format:"uuid",check:"string_format",abort:false,version:"v6",...normalizeParams(r8)})}function _uuidv7(e10,r8){return new e10(
{type:"string",format:"uuid",check:"string_format",abort:false,version:"v7",...normalizeParams(r8)})}function _url(e10,r8){
return new e10({type:"string",format:"url",check:"string_format",abort:false,...normalizeParams(r8)})}function _emoji(e10,r8){
return new e10({type:"string",format:"emoji",check:"string_format",abort:false,...normalizeParams(r8)})}function _nanoid(e10,r8){
return new e10({type:"string",format:"nanoid",check:"string_format",abort:false,...normalizeParams(r8)})}function _cuid(e10,r8){
return new e10({type:"string",format:"cuid",check:"string_format",abort:false,...normalizeParams(r8)})}function _cuid2(e10,r8){
return new e10({type:"string",format:"cuid2",check:"string_format",abort:false,...normalizeParams(r8)})}function _ulid(e10,r8){
return new e10({type:"string",format:"ulid",check:"string_format",abort:false,...normalizeParams(r8)})}function _xid(e10,r8){
return new e10({type:"string",format:"xid",check:"string_format",abort:false,...normalizeParams(r8)})}function _ksuid(e10,r8){
return new e10({type:"string",format:"ksuid",check:"string_format",abort:false,...normalizeParams(r8)})}function _ipv4(e10,r8){
return new e10({type:"string",format:"ipv4",check:"string_format",abort:false,...normalizeParams(r8)})}function _ipv6(e10,r8){
return new e10({type:"string",format:"ipv6",check:"string_format",abort:false,...normalizeParams(r8)})}function _cidrv4(e10,r8){
return new e10({type:"string",format:"cidrv4",check:"string_format",abort:false,...normalizeParams(r8)})}function _cidrv6(e10,r8){
return new e10({type:"string",format:"cidrv6",check:"string_format",abort:false,...normalizeParams(r8)})}function _base64(e10,r8){
return new e10({type:"string",format:"base64",check:"string_format",abort:false,...normalizeParams(r8)})}function _base64url(e10,r8){
return new e10({type:"string",format:"base64url",check:"string_format",abort:false,...normalizeParams(r8)})}function _e164(e10,r8){
return new e10({type:"string",format:"e164",check:"string_format",abort:false,...normalizeParams(r8)})}function _jwt(e10,r8){
return new e10({type:"string",format:"jwt",check:"string_format",abort:false,...normalizeParams(r8)})}function _isoDateTime(e10,r8){
return new e10({type:"string",format:"datetime",check:"string_format",offset:false,local:false,precision:null,...normalizeParams(
r8)})}function _isoDate(e10,r8){return new e10({type:"string",format:"date",check:"string_format",...normalizeParams(r8)})}
function _isoTime(e10,r8){return new e10({type:"string",format:"time",check:"string_format",precision:null,...normalizeParams(
r8)})}function _isoDuration(e10,r8){return new e10({type:"string",format:"duration",check:"string_format",...normalizeParams(
r8)})}function _number(e10,r8){return new e10(_4({type:"number",checks:[],...normalizeParams(r8)}))}function _int(e10,r8){
return new e10({type:"number",check:"number_format",abort:false,format:"safeint",...normalizeParams(r8)})}function _boolean(e10,r8){
return new e10({type:"boolean",...normalizeParams(r8)})}function _unknown(e10){return new e10({type:"unknown"})}function _never(e10,r8){
return new e10({type:"never",...normalizeParams(r8)})}function _lt(e10,r8){return new $ZodCheckLessThan({check:"less_tha\
n",...normalizeParams(r8),value:e10,inclusive:false})}function _lte(e10,r8){return new $ZodCheckLessThan({check:"less_th\
an",...normalizeParams(r8),value:e10,inclusive:true})}function _gt(e10,r8){return new $ZodCheckGreaterThan({check:"great\
er_than",...normalizeParams(r8),value:e10,inclusive:false})}function _gte(e10,r8){return new $ZodCheckGreaterThan({check:"\
greater_than",...normalizeParams(r8),value:e10,inclusive:true})}function _multipleOf(e10,r8){return new $ZodCheckMultipleOf(
{check:"multiple_of",...normalizeParams(r8),value:e10})}function _maxLength(e10,r8){return new $ZodCheckMaxLength({check:"\
max_length",...normalizeParams(r8),maximum:e10})}function _minLength(e10,r8){return new $ZodCheckMinLength({check:"min_l\
ength",...normalizeParams(r8),minimum:e10})}function _length(e10,r8){return new $ZodCheckLengthEquals({check:"length_equ\
als",...normalizeParams(r8),length:e10})}function _regex(e10,r8){return new $ZodCheckRegex({check:"string_format",format:"\
regex",...normalizeParams(r8),pattern:e10})}function _lowercase(e10){return new $ZodCheckLowerCase({check:"string_format",
format:"lowercase",...normalizeParams(e10)})}function _uppercase(e10){return new $ZodCheckUpperCase({check:"string_forma\
t",format:"uppercase",...normalizeParams(e10)})}function _includes(e10,r8){return new $ZodCheckIncludes({check:"string_f\
ormat",format:"includes",...normalizeParams(r8),includes:e10})}function _startsWith(e10,r8){return new $ZodCheckStartsWith(
{check:"string_format",format:"starts_with",...normalizeParams(r8),prefix:e10})}function _endsWith(e10,r8){return new $ZodCheckEndsWith(
{check:"string_format",format:"ends_with",...normalizeParams(r8),suffix:e10})}function _overwrite(e10){return new $ZodCheckOverwrite(
{check:"overwrite",tx:e10})}function _normalize(e10){return _overwrite(r8=>r8.normalize(e10))}function _trim(){return _overwrite(
e10=>e10.trim())}function _toLowerCase(){return _overwrite(e10=>e10.toLowerCase())}function _toUpperCase(){return _overwrite(
e10=>e10.toUpperCase())}function _slugify(){return _overwrite(e10=>slugify(e10))}function _array(e10,r8,n12){return new e10(
{type:"array",element:r8,...normalizeParams(n12)})}function _refine(e10,r8,n12){return new e10({type:"custom",check:"cus\
tom",fn:r8,...normalizeParams(n12)})}function _superRefine(e10,r8){let n12=_check(o7=>(o7.addIssue=c12=>{if(typeof c12==
"string")o7.issues.push(issue(c12,o7.value,n12._zod.def));else{let i8=c12;i8.fatal&&(i8.continue=false),i8.code??(i8.code=
"custom"),"input"in i8||(i8.input=o7.value),i8.inst??(i8.inst=n12),i8.continue??(i8.continue=!n12._zod.def.abort),o7.issues.
push(issue(i8))}},e10(o7.value,o7)),r8);return n12}function _check(e10,r8){let n12=new $ZodCheck({check:"custom",...normalizeParams(
r8)});return n12._zod.check=e10,n12}
// node_modules/zod/v4/core/to-json-schema.js
function refuse(){throw new Error("not part of this bundle")}
// node_modules/zod/v4/core/json-schema-processors.js
function refuse2(){throw new Error("not part of this bundle")}
// node_modules/zod/v4/classic/errors.js
var u2=new WeakSet([Object.prototype,Error.prototype]);function n(o7,s9,e10){Object.defineProperty(o7,s9,{configurable:true,
enumerable:false,get(){let r8=e10(this);return Object.defineProperty(this,s9,{value:r8,configurable:true,writable:true}),
r8},set(r8){Object.defineProperty(this,s9,{value:r8,configurable:true,writable:true})}})}var c=(o7,s9)=>{$ZodError.init(
o7,s9),o7.name="ZodError";let e10=Object.getPrototypeOf(o7);u2.has(e10)||(u2.add(e10),n(e10,"format",r8=>t3=>formatError(
r8,t3)),n(e10,"flatten",r8=>t3=>flattenError(r8,t3)),n(e10,"addIssue",r8=>t3=>{r8.issues.push(t3),r8.message=JSON.stringify(
r8.issues,jsonStringifyReplacer,2)}),n(e10,"addIssues",r8=>t3=>{r8.issues.push(...t3),r8.message=JSON.stringify(r8.issues,
jsonStringifyReplacer,2)}),Object.defineProperty(e10,"isEmpty",{configurable:true,enumerable:false,get(){return this.issues.
length===0}}))};var ZodRealError=$constructor("ZodError",c,void 0,{Parent:Error});
// node_modules/zod/v4/classic/parse.js
var parse=_parse(ZodRealError),parseAsync=_parseAsync(ZodRealError),safeParse=_safeParse(ZodRealError),safeParseAsync=_safeParseAsync(
ZodRealError),encode=_encode(ZodRealError),decode=_decode(ZodRealError),encodeAsync=_encodeAsync(ZodRealError),decodeAsync=_decodeAsync(
ZodRealError),safeEncode=_safeEncode(ZodRealError),safeDecode=_safeDecode(ZodRealError),safeEncodeAsync=_safeEncodeAsync(
ZodRealError),safeDecodeAsync=_safeDecodeAsync(ZodRealError);
// node_modules/zod/v4/classic/schemas.js
function $(){globalConfig.localeError||config(en_default())}function h2(){globalConfig.memoizer||config({memoizer:memoizer()})}
var ZodType=$constructor("ZodType",(e10,t3)=>($(),$ZodType.init(e10,t3),e10.def=t3,e10.type=t3.type,e10),{check(...e10){
let t3=this.def;return this.clone(util_exports.mergeDefs(t3,{checks:[...t3.checks??[],...e10.map(o7=>typeof o7=="functio\
n"?{_zod:{check:o7,def:{check:"custom"},onattach:[]}}:o7)]}),{parent:true})},with(...e10){return this.check(...e10)},clone(e10,t3){
return clone(this,e10,t3)},brand(){return this},register(e10,t3){return e10.add(this,t3),this},refine(e10,t3){return this.
check(refine(e10,t3))},superRefine(e10,t3){return this.check(superRefine(e10,t3))},overwrite(e10){return this.check(_overwrite(
e10))},optional(){return optional(this)},exactOptional(){return exactOptional(this)},nullable(){return nullable(this)},nullish(){
return optional(nullable(this))},nonoptional(e10){return nonoptional(this,e10)},array(){return array(this)},or(e10){return union(
[this,e10])},and(e10){return intersection(this,e10)},transform(e10){return pipe(this,transform(e10))},default(e10){return _default(
this,e10)},prefault(e10){return prefault(this,e10)},catch(e10){return f4(this,e10)},pipe(e10){return pipe(this,e10)},readonly(){
return readonly(this)},describe(e10){let t3=this.clone();return globalRegistry.add(t3,{description:e10}),t3},meta(...e10){
if(e10.length===0)return globalRegistry.get(this);let t3=this.clone();return globalRegistry.add(t3,e10[0]),t3},isOptional(){
return this.safeParse(void 0).success},isNullable(){return this.safeParse(null).success},apply(e10,...t3){return t3.length===
0?e10(this):e10(this,...t3)},get"~standard"(){return util_exports.hide(this,"~standard",{...standardProps(this),jsonSchema:{
input:refuse(this,"input"),output:refuse(this,"output")}})},set"~standard"(e10){util_exports.own(this,"~standard",e10)},
parse:function e(t3,o7){return parse(this,t3,o7,{callee:e})},parseAsync:async function e2(t3,o7){return await parseAsync(
this,t3,o7,{callee:e2})},safeParse(e10,t3){return safeParse(this,e10,t3)},async safeParseAsync(e10,t3){return safeParseAsync(
this,e10,t3)},get spa(){return this?.safeParseAsync},set spa(e10){util_exports.own(this,"spa",e10)},validate(e10,t3){return validate(
this,e10,t3)},validateAsync(e10,t3){return validateAsync(this,e10,t3)},encode:function e3(t3,o7){return encode(this,t3,o7,
{callee:e3})},decode:function e4(t3,o7){return decode(this,t3,o7,{callee:e4})},encodeAsync:async function e5(t3,o7){return await encodeAsync(
this,t3,o7,{callee:e5})},decodeAsync:async function e6(t3,o7){return await decodeAsync(this,t3,o7,{callee:e6})},safeEncode(e10,t3){
return safeEncode(this,e10,t3)},safeDecode(e10,t3){return safeDecode(this,e10,t3)},async safeEncodeAsync(e10,t3){return safeEncodeAsync(
this,e10,t3)},async safeDecodeAsync(e10,t3){return safeDecodeAsync(this,e10,t3)},toJSONSchema(e10){return refuse(this,{})(
e10)},get description(){return globalRegistry.get(this)?.description},get _def(){return this._zod.def}}),_ZodString=$constructor(
"_ZodString",(e10,t3)=>{$ZodString.init(e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,
o7,n12,c12)},util_exports.derived({format:e10=>refuse2(e10).format??null,minLength:e10=>refuse2(e10).minimum??null,maxLength:e10=>refuse2(
e10).maximum??null},{regex(...e10){return this.check(_regex(...e10))},includes(...e10){return this.check(_includes(...e10))},
startsWith(...e10){return this.check(_startsWith(...e10))},endsWith(...e10){return this.check(_endsWith(...e10))},min(...e10){
return this.check(_minLength(...e10))},max(...e10){return this.check(_maxLength(...e10))},length(...e10){return this.check(
_length(...e10))},nonempty(...e10){return this.check(_minLength(1,...e10))},lowercase(e10){return this.check(_lowercase(
e10))},uppercase(e10){return this.check(_uppercase(e10))},trim(){return this.check(_trim())},normalize(...e10){return this.
check(_normalize(...e10))},toLowerCase(){return this.check(_toLowerCase())},toUpperCase(){return this.check(_toUpperCase())},
slugify(){return this.check(_slugify())}})),ZodString=$constructor("ZodString",(e10,t3)=>{$ZodString.init(e10,t3),_ZodString.
init(e10,t3)},{email(e10){return this.check(_email(ZodEmail,e10))},url(e10){return this.check(_url(ZodURL,e10))},jwt(e10){
return this.check(_jwt(ZodJWT,e10))},emoji(e10){return this.check(_emoji(ZodEmoji,e10))},guid(e10){return this.check(_guid(
ZodGUID,e10))},uuid(e10){return this.check(_uuid(ZodUUID,e10))},uuidv4(e10){return this.check(_uuidv4(ZodUUID,e10))},uuidv6(e10){
return this.check(_uuidv6(ZodUUID,e10))},uuidv7(e10){return this.check(_uuidv7(ZodUUID,e10))},nanoid(e10){return this.check(
_nanoid(ZodNanoID,e10))},cuid(e10){return this.check(_cuid(ZodCUID,e10))},cuid2(e10){return this.check(_cuid2(ZodCUID2,e10))},
ulid(e10){return this.check(_ulid(ZodULID,e10))},base64(e10){return this.check(_base64(ZodBase64,e10))},base64url(e10){return this.
check(_base64url(ZodBase64URL,e10))},xid(e10){return this.check(_xid(ZodXID,e10))},ksuid(e10){return this.check(_ksuid(ZodKSUID,
e10))},ipv4(e10){return this.check(_ipv4(ZodIPv4,e10))},ipv6(e10){return this.check(_ipv6(ZodIPv6,e10))},cidrv4(e10){return this.
check(_cidrv4(ZodCIDRv4,e10))},cidrv6(e10){return this.check(_cidrv6(ZodCIDRv6,e10))},e164(e10){return this.check(_e164(
ZodE164,e10))},datetime(e10){return this.check(_isoDateTime(ZodISODateTime,e10))},date(e10){return this.check(_isoDate(ZodISODate,
e10))},time(e10){return this.check(_isoTime(ZodISOTime,e10))},duration(e10){return this.check(_isoDuration(ZodISODuration,
e10))}});function string2(e10){return _string(ZodString,e10)}var ZodStringFormat=$constructor("ZodStringFormat",(e10,t3)=>{
$ZodStringFormat.init(e10,t3),_ZodString.init(e10,t3)}),ZodISODateTime=$constructor("ZodISODateTime",(e10,t3)=>{$ZodISODateTime.
init(e10,t3),ZodStringFormat.init(e10,t3)}),ZodISODate=$constructor("ZodISODate",(e10,t3)=>{$ZodISODate.init(e10,t3),ZodStringFormat.
init(e10,t3)}),ZodISOTime=$constructor("ZodISOTime",(e10,t3)=>{$ZodISOTime.init(e10,t3),ZodStringFormat.init(e10,t3)}),ZodISODuration=$constructor(
"ZodISODuration",(e10,t3)=>{$ZodISODuration.init(e10,t3),ZodStringFormat.init(e10,t3)}),ZodEmail=$constructor("ZodEmail",
(e10,t3)=>{$ZodEmail.init(e10,t3),ZodStringFormat.init(e10,t3)});var ZodGUID=$constructor("ZodGUID",(e10,t3)=>{$ZodGUID.
init(e10,t3),ZodStringFormat.init(e10,t3)});var ZodUUID=$constructor("ZodUUID",(e10,t3)=>{$ZodUUID.init(e10,t3),ZodStringFormat.
init(e10,t3)});var ZodURL=$constructor("ZodURL",(e10,t3)=>{$ZodURL.init(e10,t3),ZodStringFormat.init(e10,t3)});var ZodEmoji=$constructor(
"ZodEmoji",(e10,t3)=>{$ZodEmoji.init(e10,t3),ZodStringFormat.init(e10,t3)});var ZodNanoID=$constructor("ZodNanoID",(e10,t3)=>{
$ZodNanoID.init(e10,t3),ZodStringFormat.init(e10,t3)});var ZodCUID=$constructor("ZodCUID",(e10,t3)=>{$ZodCUID.init(e10,t3),
ZodStringFormat.init(e10,t3)});var ZodCUID2=$constructor("ZodCUID2",(e10,t3)=>{$ZodCUID2.init(e10,t3),ZodStringFormat.init(
e10,t3)});var ZodULID=$constructor("ZodULID",(e10,t3)=>{$ZodULID.init(e10,t3),ZodStringFormat.init(e10,t3)});var ZodXID=$constructor(
"ZodXID",(e10,t3)=>{$ZodXID.init(e10,t3),ZodStringFormat.init(e10,t3)});var ZodKSUID=$constructor("ZodKSUID",(e10,t3)=>{
$ZodKSUID.init(e10,t3),ZodStringFormat.init(e10,t3)});var ZodIPv4=$constructor("ZodIPv4",(e10,t3)=>{$ZodIPv4.init(e10,t3),
ZodStringFormat.init(e10,t3)});var ZodIPv6=$constructor("ZodIPv6",(e10,t3)=>{$ZodIPv6.init(e10,t3),ZodStringFormat.init(
e10,t3)});var ZodCIDRv4=$constructor("ZodCIDRv4",(e10,t3)=>{$ZodCIDRv4.init(e10,t3),ZodStringFormat.init(e10,t3)});var ZodCIDRv6=$constructor(
"ZodCIDRv6",(e10,t3)=>{$ZodCIDRv6.init(e10,t3),ZodStringFormat.init(e10,t3)});var ZodBase64=$constructor("ZodBase64",(e10,t3)=>{
$ZodBase64.init(e10,t3),ZodStringFormat.init(e10,t3)});var ZodBase64URL=$constructor("ZodBase64URL",(e10,t3)=>{$ZodBase64URL.
init(e10,t3),ZodStringFormat.init(e10,t3)});var ZodE164=$constructor("ZodE164",(e10,t3)=>{$ZodE164.init(e10,t3),ZodStringFormat.
init(e10,t3)});var ZodJWT=$constructor("ZodJWT",(e10,t3)=>{$ZodJWT.init(e10,t3),ZodStringFormat.init(e10,t3)});var ZodNumber=$constructor(
"ZodNumber",(e10,t3)=>{$ZodNumber.init(e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,
o7,n12,c12),e10.isFinite=true},util_exports.derived({minValue:e10=>{let{minimum:t3,exclusiveMinimum:o7}=refuse2(e10);return Math.
max(t3??Number.NEGATIVE_INFINITY,o7??Number.NEGATIVE_INFINITY)},maxValue:e10=>{let{maximum:t3,exclusiveMaximum:o7}=refuse2(
e10);return Math.min(t3??Number.POSITIVE_INFINITY,o7??Number.POSITIVE_INFINITY)},isInt:e10=>{let{isInt:t3,multipleOf:o7}=refuse2(
e10);return!!t3||!!o7?.some(Number.isSafeInteger)},format:e10=>refuse2(e10).format??null},{gt(e10,t3){return this.check(
_gt(e10,t3))},gte(e10,t3){return this.check(_gte(e10,t3))},min(e10,t3){return this.check(_gte(e10,t3))},lt(e10,t3){return this.
check(_lt(e10,t3))},lte(e10,t3){return this.check(_lte(e10,t3))},max(e10,t3){return this.check(_lte(e10,t3))},int(e10){return this.
check(int(e10))},safe(e10){return this.check(int(e10))},positive(e10){return this.check(_gt(0,e10))},nonnegative(e10){return this.
check(_gte(0,e10))},negative(e10){return this.check(_lt(0,e10))},nonpositive(e10){return this.check(_lte(0,e10))},multipleOf(e10,t3){
return this.check(_multipleOf(e10,t3))},step(e10,t3){return this.check(_multipleOf(e10,t3))},finite(){return this}}));function number2(e10){
return _number(ZodNumber,e10)}var ZodNumberFormat=$constructor("ZodNumberFormat",(e10,t3)=>{$ZodNumberFormat.init(e10,t3),
ZodNumber.init(e10,t3)});function int(e10){return _int(ZodNumberFormat,e10)}var ZodBoolean=$constructor("ZodBoolean",(e10,t3)=>{
$ZodBoolean.init(e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,n12,c12)});function boolean2(e10){
return _boolean(ZodBoolean,e10)}var ZodUnknown=$constructor("ZodUnknown",(e10,t3)=>{$ZodUnknown.init(e10,t3),ZodType.init(
e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,n12,c12)});function unknown(){return _unknown(ZodUnknown)}
var ZodNever=$constructor("ZodNever",(e10,t3)=>{$ZodNever.init(e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(
e10,o7,n12,c12)});function never(e10){return _never(ZodNever,e10)}var ZodArray=$constructor("ZodArray",(e10,t3)=>{h2(),$ZodArray.
init(e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,n12,c12),e10.element=t3.element},
{min(e10,t3){return this.check(_minLength(e10,t3))},nonempty(e10){return this.check(_minLength(1,e10))},max(e10,t3){return this.
check(_maxLength(e10,t3))},length(e10,t3){return this.check(_length(e10,t3))},unwrap(){return this.element}});function array(e10,t3){
return _array(ZodArray,e10,t3)}var ZodObject=$constructor("ZodObject",(e10,t3)=>{h2(),$ZodObjectJIT.init(e10,t3),ZodType.
init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,n12,c12),util_exports.installLazyProp(e10,"shape",o7=>o7.
_zod.def.shape,false)},{keyof(){return m2(Object.keys(this._zod.def.shape))},catchall(e10){return this.clone(util_exports.
mergeDefs(this._zod.def,{catchall:e10}))},passthrough(){return this.clone(util_exports.mergeDefs(this._zod.def,{catchall:unknown()}))},
loose(){return this.clone(util_exports.mergeDefs(this._zod.def,{catchall:unknown()}))},strict(){return this.clone(util_exports.
mergeDefs(this._zod.def,{catchall:never()}))},strip(){return this.clone(util_exports.mergeDefs(this._zod.def,{catchall:void 0}))},
extend(e10){return util_exports.extend(this,e10)},safeExtend(e10){return util_exports.safeExtend(this,e10)},merge(e10){return util_exports.
merge(this,e10)},pick(e10){return util_exports.pick(this,e10)},omit(e10){return util_exports.omit(this,e10)},partial(...e10){
return util_exports.partial(ZodOptional,this,e10[0])},exactPartial(...e10){return util_exports.partial(ZodExactOptional,
this,e10[0],"exactPartial")},required(...e10){return util_exports.required(ZodNonOptional,this,e10[0])}});function strictObject(e10,t3){
return new ZodObject({type:"object",shape:e10,catchall:never(),...util_exports.normalizeParams(t3)})}function looseObject(e10,t3){
return new ZodObject({type:"object",shape:e10,catchall:unknown(),...util_exports.normalizeParams(t3)})}var ZodUnion=$constructor(
"ZodUnion",(e10,t3)=>{$ZodUnion.init(e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,
n12,c12),e10.options=t3.options});function union(e10,t3){return new ZodUnion({type:"union",options:e10,...util_exports.normalizeParams(
t3)})}var ZodIntersection=$constructor("ZodIntersection",(e10,t3)=>{$ZodIntersection.init(e10,t3),ZodType.init(e10,t3),e10.
_zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,n12,c12)});function intersection(e10,t3){return new ZodIntersection(
{type:"intersection",left:e10,right:t3})}var ZodTuple=$constructor("ZodTuple",(e10,t3)=>{h2(),$ZodTuple.init(e10,t3),ZodType.
init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,n12,c12)},{rest(e10){return this.clone({...this._zod.
def,rest:e10})},partial(){let e10=this._zod.def;if(e10.checks?.length)throw new Error(".partial() cannot be used on tupl\
e schemas containing refinements");return this.clone({...e10,items:e10.items.map(t3=>new ZodOptional({type:"optional",innerType:t3}))})}});
function tuple(e10,t3,o7){let n12=t3 instanceof $ZodType,c12=n12?o7:t3,p14=n12?t3:null;return new ZodTuple({type:"tuple",
items:e10,rest:p14,...util_exports.normalizeParams(c12)})}var ZodRecord=$constructor("ZodRecord",(e10,t3)=>{h2(),$ZodRecord.
init(e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,n12,c12),e10.keyType=t3.keyType,
e10.valueType=t3.valueType});function record(e10,t3,o7){return!t3||!t3._zod?new ZodRecord({type:"record",keyType:string2(),
valueType:e10,...util_exports.normalizeParams(t3)}):new ZodRecord({type:"record",keyType:e10,valueType:t3,...util_exports.
normalizeParams(o7)})}var ZodEnum=$constructor("ZodEnum",(e10,t3)=>{$ZodEnum.init(e10,t3),ZodType.init(e10,t3),e10._zod.
processJSONSchema=(n12,c12,p14)=>refuse2(e10,n12,c12,p14),e10.enum=t3.entries,e10.options=[...e10._zod.values];let o7=new Set(
Object.keys(t3.entries));e10.extract=(n12,c12)=>{let p14={};for(let a14 of n12)if(o7.has(a14))p14[a14]=t3.entries[a14];else
throw new Error(`Key ${a14} not found in enum`);return new ZodEnum({...t3,checks:[],...util_exports.normalizeParams(c12),
entries:p14})},e10.exclude=(n12,c12)=>{let p14={...t3.entries};for(let a14 of n12)if(o7.has(a14))delete p14[a14];else throw new Error(
`Key ${a14} not found in enum`);return new ZodEnum({...t3,checks:[],...util_exports.normalizeParams(c12),entries:p14})}});
function m2(e10,t3){let o7=Array.isArray(e10)?Object.fromEntries(e10.map(n12=>[n12,n12])):e10;return new ZodEnum({type:"\
enum",entries:o7,...util_exports.normalizeParams(t3)})}var ZodLiteral=$constructor("ZodLiteral",(e10,t3)=>{$ZodLiteral.init(
e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,n12,c12),e10.values=new Set(t3.values),
Object.defineProperty(e10,"value",{get(){if(t3.values.length>1)throw new Error("This schema contains multiple valid lite\
ral values. Use `.values` instead.");return t3.values[0]}})});function literal(e10,t3){return new ZodLiteral({type:"lite\
ral",values:Array.isArray(e10)?e10:[e10],...util_exports.normalizeParams(t3)})}var ZodTransform=$constructor("ZodTransfo\
rm",(e10,t3)=>{h2(),$ZodTransform.init(e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,
o7,n12,c12),e10._zod.parse=(o7,n12)=>{if(n12.direction==="backward")throw new $ZodEncodeError(e10.constructor.name);o7.addIssue=
p14=>{if(typeof p14=="string")o7.issues.push(util_exports.issue(p14,o7.value,t3));else{let a14=p14;a14.fatal&&(a14.continue=
false),a14.code??(a14.code="custom"),"input"in a14||(a14.input=o7.value),a14.inst??(a14.inst=e10),o7.issues.push(util_exports.
issue(a14))}};let c12=t3.transform(o7.value,o7);return c12 instanceof Promise?c12.then(p14=>(o7.value=p14,o7)):(o7.value=
c12,o7)}});function transform(e10){return new ZodTransform({type:"transform",transform:e10})}var ZodOptional=$constructor(
"ZodOptional",(e10,t3)=>{$ZodOptional.init(e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(
e10,o7,n12,c12),e10.unwrap=()=>e10._zod.def.innerType});function optional(e10){return new ZodOptional({type:"optional",innerType:e10})}
var ZodExactOptional=$constructor("ZodExactOptional",(e10,t3)=>{$ZodExactOptional.init(e10,t3),ZodType.init(e10,t3),e10.
_zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,n12,c12),e10.unwrap=()=>e10._zod.def.innerType});function exactOptional(e10){
return new ZodExactOptional({type:"optional",innerType:e10})}var ZodNullable=$constructor("ZodNullable",(e10,t3)=>{$ZodNullable.
init(e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,n12,c12),e10.unwrap=()=>e10._zod.
def.innerType});function nullable(e10){return new ZodNullable({type:"nullable",innerType:e10})}var ZodDefault=$constructor(
"ZodDefault",(e10,t3)=>{$ZodDefault.init(e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,
o7,n12,c12),e10.unwrap=()=>e10._zod.def.innerType,e10.removeDefault=e10.unwrap});function _default(e10,t3){return new ZodDefault(
{type:"default",innerType:e10,get defaultValue(){return typeof t3=="function"?t3():util_exports.shallowClone(t3)}})}var ZodPrefault=$constructor(
"ZodPrefault",(e10,t3)=>{$ZodPrefault.init(e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(
e10,o7,n12,c12),e10.unwrap=()=>e10._zod.def.innerType});function prefault(e10,t3){return new ZodPrefault({type:"prefault",
innerType:e10,get defaultValue(){return typeof t3=="function"?t3():util_exports.shallowClone(t3)}})}var ZodNonOptional=$constructor(
"ZodNonOptional",(e10,t3)=>{$ZodNonOptional.init(e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(
e10,o7,n12,c12),e10.unwrap=()=>e10._zod.def.innerType});function nonoptional(e10,t3){return new ZodNonOptional({type:"no\
noptional",innerType:e10,...util_exports.normalizeParams(t3)})}var ZodCatch=$constructor("ZodCatch",(e10,t3)=>{$ZodCatch.
init(e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,n12,c12),e10.unwrap=()=>e10._zod.
def.innerType,e10.removeCatch=e10.unwrap});function f4(e10,t3){return new ZodCatch({type:"catch",innerType:e10,catchValue:typeof t3==
"function"?t3:util_exports.constantCatch(t3)})}var ZodPipe=$constructor("ZodPipe",(e10,t3)=>{$ZodPipe.init(e10,t3),ZodType.
init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,n12,c12),e10.in=t3.in,e10.out=t3.out});function pipe(e10,t3){
return new ZodPipe({type:"pipe",in:e10,out:t3})}var ZodPreprocess=$constructor("ZodPreprocess",(e10,t3)=>{ZodPipe.init(e10,
t3),$ZodPreprocess.init(e10,t3)}),ZodReadonly=$constructor("ZodReadonly",(e10,t3)=>{$ZodReadonly.init(e10,t3),ZodType.init(
e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,n12,c12),e10.unwrap=()=>e10._zod.def.innerType});function readonly(e10){
return new ZodReadonly({type:"readonly",innerType:e10})}var ZodCustom=$constructor("ZodCustom",(e10,t3)=>{$ZodCustom.init(
e10,t3),ZodType.init(e10,t3),e10._zod.processJSONSchema=(o7,n12,c12)=>refuse2(e10,o7,n12,c12)});function refine(e10,t3={}){
return _refine(ZodCustom,e10,t3)}function superRefine(e10,t3){return _superRefine(e10,t3)}function preprocess(e10,t3){return new ZodPreprocess(
{type:"pipe",in:transform(e10),out:t3})}
// node_modules/@actions/core/lib/command.js
import*as p6 from"os";
// node_modules/@actions/core/lib/utils.js
function toCommandValue(e10){return e10==null?"":typeof e10=="string"||e10 instanceof String?e10:JSON.stringify(e10)}
// node_modules/@actions/core/lib/command.js
function issueCommand(t3,e10,s9){let r8=new c2(t3,e10,s9);process.stdout.write(r8.toString()+p6.EOL)}var n2="::",c2=class{constructor(e10,s9,r8){
e10||(e10="missing.command"),this.command=e10,this.properties=s9,this.message=r8}toString(){let e10=n2+this.command;if(this.
properties&&Object.keys(this.properties).length>0){e10+=" ";let s9=true;for(let r8 in this.properties)if(this.properties.
hasOwnProperty(r8)){let i8=this.properties[r8];i8&&(s9?s9=false:e10+=",",e10+=`${r8}=${m3(i8)}`)}}return e10+=`${n2}${a3(
this.message)}`,e10}};function a3(t3){return toCommandValue(t3).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"\
%0A")}function m3(t3){return toCommandValue(t3).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A").replace(/:/g,
"%3A").replace(/,/g,"%2C")}
// node_modules/@actions/core/lib/file-command.js
import*as s2 from"crypto";import*as i from"fs";import*as r2 from"os";function issueFileCommand(n12,o7){let e10=process.env[`\
GITHUB_${n12}`];if(!e10)throw new Error(`Unable to find environment variable for file command ${n12}`);if(!i.existsSync(
e10))throw new Error(`Missing file at path: ${e10}`);i.appendFileSync(e10,`${toCommandValue(o7)}${r2.EOL}`,{encoding:"ut\
f8"})}function prepareKeyValueMessage(n12,o7){let e10=`ghadelimiter_${s2.randomUUID()}`,t3=toCommandValue(o7);if(n12.includes(
e10))throw new Error(`Unexpected input: name should not contain the delimiter "${e10}"`);if(t3.includes(e10))throw new Error(
`Unexpected input: value should not contain the delimiter "${e10}"`);return`${n12}<<${e10}${r2.EOL}${t3}${r2.EOL}${e10}`}
// node_modules/@actions/core/lib/core.js
import*as T3 from"os";
// node_modules/@actions/core/lib/platform.js
import m4 from"os";var platform=m4.platform(),arch=m4.arch();
// node_modules/@actions/core/lib/core.js
var ExitCode;(function(t3){t3[t3.Success=0]="Success",t3[t3.Failure=1]="Failure"})(ExitCode||(ExitCode={}));function getInput(t3,e10){
let r8=process.env[`INPUT_${t3.replace(/ /g,"_").toUpperCase()}`]||"";if(e10&&e10.required&&!r8)throw new Error(`Input r\
equired and not supplied: ${t3}`);return e10&&e10.trimWhitespace===false?r8:r8.trim()}function setOutput(t3,e10){if(process.
env.GITHUB_OUTPUT)return issueFileCommand("OUTPUT",prepareKeyValueMessage(t3,e10));process.stdout.write(T3.EOL),issueCommand(
"set-output",{name:t3},toCommandValue(e10))}function isDebug(){return process.env.RUNNER_DEBUG==="1"}
// shared/errors.ts
var UserError = class extends Error {
	kind;
	/** What to do next, as one sentence; shown after the message. */
	hint;
	constructor(kind2, message, hint, options) {
		super(message, options), this.name = "UserError", this.kind = kind2, this.hint = hint;
	}
};
function inOneLine({ message, hint }) {
	return hint === void 0 ? message : `${message}${/[.!?:]$/.test(message) ? "" : "."} ${hint}`;
}

// action/expand-rows.mjs
var unpacked = (one) => typeof one == "string" ? { words: [one] } : one, sources = ["the profile files of the project"];
function nested(entries) {
	let made = {};
	for (let [key2, value2] of entries) {
		let [outer, inner] = key2.split("/");
		inner === void 0 ? made[outer] = value2 : (made[outer] ??= {})[inner] = value2;
	}
	return made;
}
function expandRows({ keys, rows }, absent2) {
	return rows.map((row) => nested(keys.map((key2, at2) => [key2, row[at2]]).filter(([, value2]) => value2 !== absent2)));
}
function expandDevices({ keys, rows, ...rest }, absent2) {
	let device = ({ match, ...facts }) => ({ ...facts, match: match.map(unpacked), sources });
	return { ...rest, devices: expandRows({ keys, rows }, absent2).map(device) };
}

// profiles/hardware/amd.json
var amd_default = /* @__PURE__ */ expandDevices(/* @__PURE__ */ JSON.parse(String.raw`{"category":"amd",
"date":"2026-11-28",
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
"host/ram_gb",
"host/memory_bandwidth_gb_s",
"host/cpu",
"host/source",
"device_count",
"cpu/name",
"cpu/performance_cores",
"cpu/efficiency_cores",
"cpu/logical_cores",
"cpu/simd",
"is_mobile"],
"rows":[["amd_rx_580","AMD Radeon RX 580","amd",["rx-580"],["vulkan"],"polaris",[8],false,256,null,[{"words":["580"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_5700_xt","AMD Radeon RX 5700 XT","amd",["rx-5700-xt"],["vulkan","rocm"],"rdna1",[8],false,448,19.5,[{"words":["5700 xt"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_6600","AMD Radeon RX 6600","amd",["rx-6600"],["vulkan","rocm"],"rdna2",[8],false,224,17.9,[{"words":["6600"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_6600_xt","AMD Radeon RX 6600 XT","amd",["rx-6600-xt"],["vulkan","rocm"],"rdna2",[8],false,256,21.2,[{"words":["6600 xt"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_6650_xt","AMD Radeon RX 6650 XT","amd",["rx-6650-xt"],["vulkan","rocm"],"rdna2",[8],false,280,21.6,[{"words":["6650 xt"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_6700_xt","AMD Radeon RX 6700 XT","amd",["rx-6700-xt"],["vulkan","rocm"],"rdna2",[12],false,384,26.4,[{"words":["6700 xt"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_6800","AMD Radeon RX 6800","amd",["rx-6800"],["rocm","vulkan"],"rdna2",[16],false,512,32.3,[{"words":["6800"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_6800_xt","AMD Radeon RX 6800 XT","amd",["rx-6800-xt"],["rocm","vulkan"],"rdna2",[16],false,512,41.5,[{"words":["6800 xt"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_6900_xt","AMD Radeon RX 6900 XT","amd",["rx-6900-xt"],["rocm","vulkan"],"rdna2",[16],false,512,46.1,[{"words":["6900 xt"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_7600","AMD Radeon RX 7600","amd",["rx-7600"],["rocm","vulkan"],"rdna3",[8],false,288,43.5,[{"words":["7600"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_7600_xt","AMD Radeon RX 7600 XT","amd",["rx-7600-xt"],["rocm","vulkan"],"rdna3",[16],false,288,45.1,[{"words":["7600 xt"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_7700_xt","AMD Radeon RX 7700 XT","amd",["rx-7700-xt"],["rocm","vulkan"],"rdna3",[12],false,432,70.3,[{"words":["7700 xt"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_7800_xt","AMD Radeon RX 7800 XT","amd",["rx-7800-xt"],["rocm","vulkan"],"rdna3",[16],false,624,74.7,[{"words":["7800 xt"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_7900_gre","AMD Radeon RX 7900 GRE","amd",["rx-7900-gre"],["rocm","vulkan"],"rdna3",[16],false,576,91.9,[{"words":["7900 gre"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_7900_xt","AMD Radeon RX 7900 XT","amd",["rx-7900-xt"],["rocm","vulkan"],"rdna3",[20],false,800,103,[{"words":["7900 xt"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_7900_xtx","AMD Radeon RX 7900 XTX","amd",["rx-7900-xtx"],["rocm","vulkan"],"rdna3",[24],false,960,122.8,[{"words":["7900 xtx"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_9060_xt","AMD Radeon RX 9060 XT","amd",["rx-9060-xt","rx-9060-xt-%dgb"],["rocm","vulkan"],"rdna4",[8,16],false,320,103,[{"words":["9060 xt"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_9070","AMD Radeon RX 9070","amd",["rx-9070"],["rocm","vulkan"],"rdna4",[16],false,640,145,[{"words":["9070"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_9070_xt","AMD Radeon RX 9070 XT","amd",["rx-9070-xt"],["rocm","vulkan"],"rdna4",[16],false,640,195,[{"words":["9070 xt"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_radeon_ai_pro_r9700","AMD Radeon AI PRO R9700","amd",["radeon-ai-pro-r9700"],["rocm","vulkan"],"rdna4",[32],false,640,191,["r9700"],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_radeon_pro_w7700","AMD Radeon PRO W7700","amd",["radeon-pro-w7700"],["rocm","vulkan"],"rdna3",[16],false,576,56.6,["w7700"],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_radeon_pro_v620","AMD Radeon PRO V620","amd",["radeon-pro-v620"],["rocm","vulkan"],"rdna2",[32],false,512,40.6,["v620"],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_mi50","AMD Instinct MI50","amd",["mi50","mi50-%dgb"],["rocm","vulkan"],"vega20",[16,32],false,1024,26.5,["mi50"],128,204.8,{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200","-","-","-","-","-","-","-"],
["amd_mi100","AMD Instinct MI100","amd",["mi100"],["rocm","vulkan"],"cdna1",[32],false,1229,184.6,["mi100"],128,204.8,{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200","-","-","-","-","-","-","-"],
["amd_mi210","AMD Instinct MI210","amd",["mi210"],["rocm","vulkan"],"cdna2",[64],false,1638,181,["mi210"],128,204.8,{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200","-","-","-","-","-","-","-"],
["amd_mi250","AMD Instinct MI250","amd",["mi250"],["rocm","vulkan"],"cdna2",[128],false,3277,362,["mi250"],128,204.8,{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200",2,"-","-","-","-","-","-"],
["amd_mi250x","AMD Instinct MI250X","amd",["mi250x"],["rocm","vulkan"],"cdna2",[128],false,3277,383,["mi250x"],128,204.8,{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200",2,"-","-","-","-","-","-"],
["amd_mi300x","AMD Instinct MI300X","amd",["mi300x"],["rocm","vulkan"],"cdna3",[192],false,5325,1307,["mi300x"],128,204.8,{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200","-","-","-","-","-","-","-"],
["amd_mi325x","AMD Instinct MI325X","amd",["mi325x"],["rocm","vulkan"],"cdna3",[256],false,6000,1307,["mi325x"],128,204.8,{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200","-","-","-","-","-","-","-"],
["amd_mi355x","AMD Instinct MI355X","amd",["mi355x"],["rocm","vulkan"],"cdna4",[288],false,8000,2500,["mi355x"],128,204.8,{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200","-","-","-","-","-","-","-"],
["amd_ryzen_ai_max_395","AMD Ryzen AI Max+ 395 (Radeon 8060S)","amd",["ryzen-ai-max-395","ryzen-ai-max-395-%dgb"],["vulkan","rocm"],"strix_halo",[32,64,96,128],true,256,59,["8060s","gfx1151",{"words":["ryzen","ai","max","395"]},{"words":["ryzen","al","max","395"]},"strix halo"],"-","-","-","-","-","AMD Ryzen AI Max+ 395",16,0,32,["avx2","avx512f","avx512_vnni","avx512_bf16"],"-"],
["amd_radeon_780m","AMD Radeon 780M (integrated)","amd",["radeon-780m","radeon-780m-%dgb"],["vulkan","rocm"],"rdna3_igpu",[16,32,64],true,89.6,16.6,["radeon 780m","780m","ryzen z1","ryzen 8000 series"],"-","-","-","-","-","AMD Ryzen 7 7840HS",8,0,16,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],true],
["amd_radeon_890m","AMD Radeon 890M (integrated)","amd",["radeon-890m","radeon-890m-%dgb"],["vulkan","rocm"],"rdna3_igpu",[32,64],true,120,23.8,["890m","ryzen ai 9 300 series"],"-","-","-","-","-","AMD Ryzen AI 9 HX 370",4,8,24,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],true],
["amd_rx_570","AMD Radeon RX 570","amd",["rx-570"],["vulkan"],"polaris",[4,8],false,224,null,["rx 570"],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_6500_xt","AMD Radeon RX 6500 XT","amd",["rx-6500-xt"],["vulkan","rocm"],"rdna2",[4],false,143.9,null,["6500 xt"],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_6600m","AMD Radeon RX 6600M (laptop)","amd","-",["vulkan","rocm"],"rdna2",[8],false,224,null,["6600m"],"-","-","-","-","-","-","-","-","-","-",true],
["amd_rx_6700","AMD Radeon RX 6700","amd","-",["vulkan","rocm"],"rdna2",[10],false,320,null,[{"words":["6700"],"not":["mobile"]}],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_6750_xt","AMD Radeon RX 6750 XT","amd","-",["vulkan","rocm"],"rdna2",[12],false,432,null,["6750 xt"],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_6950_xt","AMD Radeon RX 6950 XT","amd","-",["rocm","vulkan"],"rdna2",[16],false,576,null,["6950 xt"],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_rx_7600m_xt","AMD Radeon RX 7600M XT (laptop)","amd","-",["vulkan","rocm"],"rdna3",[8],false,288,null,["7600m xt"],"-","-","-","-","-","-","-","-","-","-",true],
["amd_rx_7700s","AMD Radeon RX 7700S (laptop)","amd","-",["vulkan","rocm"],"rdna3",[8],false,288,null,["7700s"],"-","-","-","-","-","-","-","-","-","-",true],
["amd_rx_7900m","AMD Radeon RX 7900M (laptop)","amd","-",["rocm","vulkan"],"rdna3",[16],false,576,null,["7900m"],"-","-","-","-","-","-","-","-","-","-",true],
["amd_radeon_pro_w7800","AMD Radeon PRO W7800","amd","-",["rocm","vulkan"],"rdna3",[32],false,576,null,["w7800"],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_radeon_pro_w7900","AMD Radeon PRO W7900","amd","-",["rocm","vulkan"],"rdna3",[48],false,864,null,["w7900"],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_radeon_pro_w6800","AMD Radeon PRO W6800","amd","-",["rocm","vulkan"],"rdna2",[32],false,512,null,["w6800"],"-","-","-","-","-","-","-","-","-","-","-"],
["amd_mi60","AMD Instinct MI60","amd","-",["rocm","vulkan"],"vega20",[32],false,1024,null,[{"words":["mi60"],"not":["mi50"]}],128,204.8,{"name":"16 cores of an x86 server CPU","performance_cores":16,"efficiency_cores":0,"logical_cores":32,"simd":["avx2","fma","f16c"]},"assumption: the share of one GPU in a usual server, 128 GB, 16 cores, eight channels DDR4-3200","-","-","-","-","-","-","-"],
["amd_mi300a","AMD Instinct MI300A","amd","-",["rocm"],"cdna3",[128],true,5300,null,["mi300a"],"-","-","-","-","-","AMD Instinct MI300A",24,0,48,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],"-"],
["amd_radeon_680m","AMD Radeon 680M (integrated)","amd",["amd-ryzen-6000-igpu"],["vulkan"],"rdna2_igpu",[16,32],true,76.8,null,["680m","ryzen 6000 series"],"-","-","-","-","-","AMD Ryzen 7 6800H",8,0,16,["avx2","fma","f16c"],true],
["amd_radeon_760m","AMD Radeon 760M (integrated)","amd","-",["vulkan"],"rdna3_igpu",[16,32],true,89.6,null,["760m"],"-","-","-","-","-","AMD Ryzen 5 7640HS",6,0,12,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],true],
["amd_radeon_860m","AMD Radeon 840M / 860M (integrated)","amd",["radeon-860m"],["vulkan"],"rdna3_igpu",[16,32],true,89.6,null,["860m","840m"],"-","-","-","-","-","AMD Ryzen AI 7 350",4,4,16,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],true]]}`), "-");

// profiles/hardware/apple.json
var apple_default = /* @__PURE__ */ expandDevices(/* @__PURE__ */ JSON.parse(String.raw`{"category":"apple",
"date":"2026-11-28",
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
"cpu/name",
"cpu/performance_cores",
"cpu/efficiency_cores",
"cpu/simd",
"match"],
"rows":[["apple_silicon_m1","Apple M1","apple",["apple-m1","apple-m1-%dgb"],["metal"],"apple_base",[8,16],true,68.25,2.6,"Apple M1",4,4,["neon","fp16","dotprod"],[{"words":["apple m1"],"not":["pro","max","ultra"]},{"words":["m1","mac"],"not":["pro","max","ultra"]}]],
["apple_silicon_m1_pro","Apple M1 Pro","apple",["apple-m1-pro","apple-m1-pro-%dgb"],["metal"],"apple_pro",[16,32],true,200,5.3,"Apple M1 Pro",8,2,["neon","fp16","dotprod"],["m1 pro"]],
["apple_silicon_m1_max","Apple M1 Max","apple",["apple-m1-max","apple-m1-max-%dgb"],["metal"],"apple_max",[32,64],true,400,10.6,"Apple M1 Max",8,2,["neon","fp16","dotprod"],["m1 max"]],
["apple_silicon_m1_ultra","Apple M1 Ultra","apple",["apple-m1-ultra","apple-m1-ultra-%dgb"],["metal"],"apple_ultra",[64,128],true,800,21.2,"Apple M1 Ultra",16,4,["neon","fp16","dotprod"],["m1 ultra"]],
["apple_silicon_m2","Apple M2","apple",["apple-m2","apple-m2-%dgb"],["metal"],"apple_base",[8,16,24],true,100,3.6,"Apple M2",4,4,["neon","fp16","dotprod","i8mm","bf16"],[{"words":["apple m2"],"not":["pro","max","ultra"]},{"words":["m2","mac"],"not":["pro","max","ultra"]}]],
["apple_silicon_m2_pro","Apple M2 Pro","apple",["apple-m2-pro","apple-m2-pro-%dgb"],["metal"],"apple_pro",[16,32],true,200,6.8,"Apple M2 Pro",8,4,["neon","fp16","dotprod","i8mm","bf16"],["m2 pro"]],
["apple_silicon_m2_max","Apple M2 Max","apple",["apple-m2-max","apple-m2-max-%dgb"],["metal"],"apple_max",[32,64,96],true,400,13.6,"Apple M2 Max",8,4,["neon","fp16","dotprod","i8mm","bf16"],["m2 max"]],
["apple_silicon_m2_ultra","Apple M2 Ultra","apple",["apple-m2-ultra","apple-m2-ultra-%dgb"],["metal"],"apple_ultra",[64,128,192],true,800,27.2,"Apple M2 Ultra",16,8,["neon","fp16","dotprod","i8mm","bf16"],["m2 ultra"]],
["apple_silicon_m3","Apple M3","apple",["apple-m3","apple-m3-%dgb"],["metal"],"apple_base",[8,16,24],true,100,3.6,"Apple M3",4,4,["neon","fp16","dotprod","i8mm","bf16"],[{"words":["apple m3"],"not":["pro","max","ultra"]},{"words":["m3","mac"],"not":["pro","max","ultra"]}]],
["apple_silicon_m3_pro","Apple M3 Pro","apple",["apple-m3-pro","apple-m3-pro-%dgb"],["metal"],"apple_pro",[18,36],true,150,6.4,"Apple M3 Pro",6,6,["neon","fp16","dotprod","i8mm","bf16"],["m3 pro"]],
["apple_silicon_m3_max_36gb","Apple M3 Max (36 GB)","apple",["apple-m3-max-30c"],["metal"],"apple_max",[36],true,300,10.6,"Apple M3 Max",10,4,["neon","fp16","dotprod","i8mm","bf16"],["m3 max"]],
["apple_silicon_m3_max_96gb","Apple M3 Max (96 GB)","apple",["apple-m3-max-30c-96gb"],["metal"],"apple_max",[96],true,300,10.6,"Apple M3 Max",10,4,["neon","fp16","dotprod","i8mm","bf16"],["m3 max"]],
["apple_silicon_m3_max","Apple M3 Max","apple",["apple-m3-max","apple-m3-max-%dgb"],["metal"],"apple_max",[48,64,128],true,400,14.2,"Apple M3 Max",12,4,["neon","fp16","dotprod","i8mm","bf16"],["m3 max"]],
["apple_silicon_m3_ultra","Apple M3 Ultra","apple",["apple-m3-ultra","apple-m3-ultra-%dgb"],["metal"],"apple_ultra",[96,256,512],true,819,28.4,"Apple M3 Ultra",24,8,["neon","fp16","dotprod","i8mm","bf16"],["m3 ultra"]],
["apple_silicon_m4","Apple M4","apple",["apple-m4","apple-m4-%dgb"],["metal"],"apple_base",[16,24,32],true,120,4.3,"Apple M4",4,6,["neon","fp16","dotprod","i8mm","bf16","sme"],[{"words":["apple m4"],"not":["pro","max","ultra"]},{"words":["m4","mac"],"not":["pro","max","ultra"]}]],
["apple_silicon_m4_pro","Apple M4 Pro","apple",["apple-m4-pro","apple-m4-pro-%dgb"],["metal"],"apple_pro",[24,48,64],true,273,9.2,"Apple M4 Pro",10,4,["neon","fp16","dotprod","i8mm","bf16","sme"],["m4 pro"]],
["apple_silicon_m4_max_36gb","Apple M4 Max (36 GB)","apple",["apple-m4-max-32c"],["metal"],"apple_max",[36],true,410,14.7,"Apple M4 Max",10,4,["neon","fp16","dotprod","i8mm","bf16","sme"],["m4 max"]],
["apple_silicon_m4_max","Apple M4 Max","apple",["apple-m4-max","apple-m4-max-%dgb"],["metal"],"apple_max",[48,64,128],true,546,18.4,"Apple M4 Max",12,4,["neon","fp16","dotprod","i8mm","bf16","sme"],["m4 max"]],
["apple_silicon_m5","Apple M5","apple",["apple-m5","apple-m5-%dgb"],["metal"],"apple_base",[16,24,32],true,153.6,null,"Apple M5",4,6,["neon","fp16","dotprod","i8mm","bf16","sme"],[{"words":["apple m5"],"not":["pro","max","ultra"]},{"words":["m5","mac"],"not":["pro","max","ultra"]}]],
["apple_silicon_m5_pro","Apple M5 Pro","apple",["apple-m5-pro","apple-m5-pro-%dgb"],["metal"],"apple_pro",[24,48,64],true,307,null,"Apple M5 Pro",6,12,["neon","fp16","dotprod","i8mm","bf16","sme"],["m5 pro"]],
["apple_silicon_m5_max_36gb","Apple M5 Max (36 GB)","apple",["apple-m5-max-32c"],["metal"],"apple_max",[36],true,460,null,"Apple M5 Max",6,12,["neon","fp16","dotprod","i8mm","bf16","sme"],["m5 max"]],
["apple_silicon_m5_max","Apple M5 Max","apple",["apple-m5-max","apple-m5-max-%dgb"],["metal"],"apple_max",[48,64,128],true,614,null,"Apple M5 Max",6,12,["neon","fp16","dotprod","i8mm","bf16","sme"],["m5 max"]]]}`), "-");

// profiles/hardware/cpu.json
var cpu_default = /* @__PURE__ */ expandDevices(/* @__PURE__ */ JSON.parse(String.raw`{"category":"cpu",
"date":"2026-11-28",
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
"cpu/name",
"cpu/performance_cores",
"cpu/efficiency_cores",
"cpu/simd",
"match",
"is_mobile",
"cpu/logical_cores"],
"rows":[["cpu_intel_core_i5_12400","Intel Core i5-12400","intel",["intel-i5-12400"],["cpu"],"avx2",[32],true,false,76.8,null,"Intel Core i5-12400",6,0,["avx2","fma","f16c","avx_vnni"],["i5 12400*"],"-","-"],
["cpu_intel_core_i5_12600k","Intel Core i5-12600K","intel",["intel-i5-12600k"],["cpu"],"hybrid",[32],true,false,76.8,null,"Intel Core i5-12600K",6,4,["avx2","fma","f16c","avx_vnni"],["i5 12600k*"],"-","-"],
["cpu_intel_core_i7_12700k","Intel Core i7-12700K","intel",["intel-i7-12700","cpu_intel_core_i7_12700"],["cpu"],"hybrid",[32],true,false,76.8,null,"Intel Core i7-12700K",8,4,["avx2","fma","f16c","avx_vnni"],["i7 12700","i7 12700f","i7 12700k","i7 12700kf","i7 12700t"],"-","-"],
["cpu_intel_core_i9_12900k","Intel Core i9-12900K","intel",["intel-i9-12900k"],["cpu"],"hybrid",[32],true,false,76.8,null,"Intel Core i9-12900K",8,8,["avx2","fma","f16c","avx_vnni"],["i9 12900","i9 12900f","i9 12900k","i9 12900kf","i9 12900ks"],"-","-"],
["cpu_intel_core_i5_13400","Intel Core i5-13400","intel",["intel-i5-13400"],["cpu"],"hybrid",[32],true,false,76.8,null,"Intel Core i5-13400",6,4,["avx2","fma","f16c","avx_vnni"],["i5 13400","i5 13400f","i5 13400t"],"-","-"],
["cpu_intel_core_i5_13500","Intel Core i5-13500","intel",["intel-i5-13500"],["cpu"],"hybrid",[32],true,false,76.8,null,"Intel Core i5-13500",6,8,["avx2","fma","f16c","avx_vnni"],["i5 13500","i5 13500t"],"-","-"],
["cpu_intel_core_i5_13600k","Intel Core i5-13600K","intel",["intel-i5-13600k"],["cpu"],"hybrid",[32],true,false,89.6,null,"Intel Core i5-13600K",6,8,["avx2","fma","f16c","avx_vnni"],["i5 13600k","i5 13600kf"],"-","-"],
["cpu_intel_core_i7_13700k","Intel Core i7-13700K","intel",["intel-i7-13700","cpu_intel_core_i7_13700"],["cpu"],"hybrid",[32],true,false,89.6,null,"Intel Core i7-13700K",8,8,["avx2","fma","f16c","avx_vnni"],["i7 13700","i7 13700f","i7 13700k","i7 13700kf","i7 13700t","intel 13700k"],"-","-"],
["cpu_intel_core_i9_13900k","Intel Core i9-13900K","intel",["intel-i9-13900k"],["cpu"],"hybrid",[32],true,false,89.6,null,"Intel Core i9-13900K",8,16,["avx2","fma","f16c","avx_vnni"],["i9 13900","i9 13900f","i9 13900k","i9 13900kf","i9 13900ks","intel 13900k"],"-","-"],
["cpu_intel_core_i5_14400","Intel Core i5-14400","intel",["intel-i5-14400"],["cpu"],"hybrid",[32],true,false,76.8,null,"Intel Core i5-14400",6,4,["avx2","fma","f16c","avx_vnni"],["i5 14400","i5 14400f"],"-","-"],
["cpu_intel_core_i5_14600k","Intel Core i5-14600K","intel",["intel-i5-14600k"],["cpu"],"hybrid",[32],true,false,89.6,null,"Intel Core i5-14600K",6,8,["avx2","fma","f16c","avx_vnni"],["i5 14600k","i5 14600kf"],"-","-"],
["cpu_intel_core_i7_14700k","Intel Core i7-14700K","intel",["intel-i7-14700k"],["cpu"],"hybrid",[32],true,false,89.6,null,"Intel Core i7-14700K",8,12,["avx2","fma","f16c","avx_vnni"],["i7 14700","i7 14700f","i7 14700k","i7 14700kf"],"-","-"],
["cpu_intel_core_i9_14900k","Intel Core i9-14900K","intel",["intel-i9-14900k"],["cpu"],"hybrid",[32],true,false,89.6,null,"Intel Core i9-14900K",8,16,["avx2","fma","f16c","avx_vnni"],["i9 14900","i9 14900f","i9 14900k","i9 14900kf","i9 14900ks"],"-","-"],
["cpu_intel_core_i7_12700h","Intel Core i7-12700H","intel",["intel-i7-12700h"],["cpu"],"hybrid",[16],true,false,76.8,null,"Intel Core i7-12700H",6,8,["avx2","fma","f16c","avx_vnni"],["i7 12700h","i7 12650h","i7 12800h","i9 12900h","i5 12500h","i5 12600h"],true,"-"],
["cpu_intel_core_i7_1260p","Intel Core i7-1260P","intel",["intel-i7-1260p"],["cpu"],"hybrid",[16],true,false,76.8,null,"Intel Core i7-1260P",4,8,["avx2","fma","f16c","avx_vnni"],["i7 1260p","i7 1270p","i5 1240p","i5 1250p"],true,"-"],
["cpu_intel_core_i7_1280p","Intel Core i7-1280P","intel",["intel-i7-1280p"],["cpu"],"hybrid",[16],true,false,76.8,null,"Intel Core i7-1280P",6,8,["avx2","fma","f16c","avx_vnni"],["i7 1280p"],true,"-"],
["cpu_intel_core_i7_1265u","Intel Core i7-1265U","intel",["intel-i7-1265u"],["cpu"],"hybrid",[16],true,false,76.8,null,"Intel Core i7-1265U",2,8,["avx2","fma","f16c","avx_vnni"],["i7 1265u","i7 1255u","i5 1235u","i5 1245u"],true,"-"],
["cpu_intel_core_i5_1335u","Intel Core i5-1335U","intel",["intel-i5-1335u"],["cpu"],"hybrid",[16],true,false,76.8,null,"Intel Core i5-1335U",2,8,["avx2","fma","f16c","avx_vnni"],["i5 1335u","i5 1345u","i7 1355u","i7 1365u"],true,"-"],
["cpu_intel_core_i3_1315u","Intel Core i3-1315U","intel",["intel-i3-1315u"],["cpu"],"hybrid",[16],true,false,76.8,null,"Intel Core i3-1315U",2,4,["avx2","fma","f16c","avx_vnni"],["i3 1315u","i3 1215u"],true,"-"],
["cpu_intel_core_i7_13700h","Intel Core i7-13700H","intel",["intel-i7-13700h"],["cpu"],"hybrid",[16],true,false,76.8,null,"Intel Core i7-13700H",6,8,["avx2","fma","f16c","avx_vnni"],["i7 13700h","i7 13620h","i7 13650hx","i9 13900h","i5 13500h","i7 13800h"],true,"-"],
["cpu_intel_core_i9_13900hx","Intel Core i9-13900HX","intel",["intel-i9-13900hx"],["cpu"],"hybrid",[16],true,false,89.6,null,"Intel Core i9-13900HX",8,16,["avx2","fma","f16c","avx_vnni"],["i9 13900hx","i9 13980hx","i9 13950hx","i7 13700hx"],true,"-"],
["cpu_intel_core_i9_14900hx","Intel Core i9-14900HX","intel",["intel-i9-14900hx"],["cpu"],"hybrid",[16],true,false,89.6,null,"Intel Core i9-14900HX",8,16,["avx2","fma","f16c","avx_vnni"],["i9 14900hx","i7 14700hx","i7 14650hx"],true,"-"],
["cpu_intel_core_ultra_7_155h","Intel Core Ultra 7 155H","intel",["intel-ultra-7-155h"],["cpu"],"hybrid",[16],true,false,89.6,null,"Intel Core Ultra 7 155H",6,10,["avx2","fma","f16c","avx_vnni"],["ultra 7 155h","ultra 9 185h","ultra 7 165h","ultra 5 125h","ultra 5 135h"],true,"-"],
["cpu_intel_core_ultra_7_258v","Intel Core Ultra 7 258V","intel",["intel-ultra-7-258v"],["cpu"],"hybrid",[16],true,false,136.5,null,"Intel Core Ultra 7 258V",4,4,["avx2","fma","f16c","avx_vnni"],["ultra 7 2?8v","ultra 5 2?8v","ultra 7 2?6v","ultra 5 2?6v","ultra 9 288v"],true,"-"],
["cpu_intel_core_ultra_7_265k","Intel Core Ultra 7 265K","intel",["intel-ultra-7-265k"],["cpu"],"hybrid",[32],true,false,102.4,null,"Intel Core Ultra 7 265K",8,12,["avx2","fma","f16c","avx_vnni"],["ultra 7 265*","intel 265k"],"-","-"],
["cpu_intel_core_ultra_9_285k","Intel Core Ultra 9 285K","intel",["intel-ultra-9-285k"],["cpu"],"hybrid",[32],true,false,102.4,null,"Intel Core Ultra 9 285K",8,16,["avx2","fma","f16c","avx_vnni"],["ultra 9 285","ultra 9 285k","ultra 9 285t"],"-","-"],
["cpu_intel_n100","Intel N100","intel",["intel-n100"],["cpu"],"avx2",[16],true,false,38.4,null,"Intel N100",4,0,["avx2","fma","f16c","avx_vnni"],["intel n100","intel n150","intel n97","intel n95","intel n200","n100","n150"],"-","-"],
["cpu_intel_core_11th_gen_mobile","Intel Core 11th generation U","intel",["intel-11th-gen-mobile"],["cpu"],"avx512",[16],true,false,51.2,null,"Intel Core 11th generation U",4,0,["avx2","fma","f16c","avx512f","avx512_vnni"],["i7 11th gen u","i7 11?5g7","i5 11?5g7","i5 11?5g4","i3 11?5g4"],true,"-"],
["cpu_intel_core_i7_11700k","Intel Core i7-11700K","intel",["intel-i7-11700","cpu_intel_core_i7_11700"],["cpu"],"avx512",[32],true,false,51.2,null,"Intel Core i7-11700K",8,0,["avx2","fma","f16c","avx512f","avx512_vnni"],["i7 11700*","i9 11900*"],"-","-"],
["cpu_intel_core_i9_9900k","Intel Core i9-9900K","intel",["intel-i9-9900k"],["cpu"],"avx2",[32],true,false,42.7,null,"Intel Core i9-9900K",8,0,["avx2","fma","f16c"],["i9 9900*","i7 9700*"],"-","-"],
["cpu_intel_core_i7_8700k","Intel Core i7-8700K","intel",["intel-i7-8700k"],["cpu"],"avx2",[32],true,false,42.7,null,"Intel Core i7-8700K",6,0,["avx2","fma","f16c"],["i7 8700*","i7 8086k"],"-","-"],
["cpu_intel_core_i7_10750h","Intel Core i7-10750H","intel",["intel-i7-10750h"],["cpu"],"avx2",[16],true,false,46.9,null,"Intel Core i7-10750H",6,0,["avx2","fma","f16c"],["i7 10750h"],true,"-"],
["cpu_intel_core_i7_4790","Intel Core i7-4790","intel",["intel-i7-4790"],["cpu"],"avx2",[16],true,false,25.6,null,"Intel Core i7-4790",4,0,["avx2","fma","f16c"],["i7 4790*","i7 4770*"],"-","-"],
["cpu_intel_xeon_ice_lake","Intel Xeon Scalable Ice Lake","intel",["xeon-ice-lake"],["cpu"],"avx512_server",[256],true,false,204.8,null,"Intel Xeon Scalable Ice Lake",32,0,["avx2","fma","f16c","avx512f","avx512_vnni"],[{"words":["xeon","83???"]},{"words":["xeon","83??"]},{"words":["xeon","63??"]},{"words":["xeon","53??"]},{"words":["xeon","43??"]},"xeon 8375c",{"words":["xeon","63???"]},{"words":["xeon","ice lake"]},{"words":["xeon","icelake"]}],"-","-"],
["cpu_intel_xeon_sapphire_rapids","Intel Xeon Scalable Sapphire Rapids","intel",["xeon-sapphire-rapids"],["cpu"],"avx512_server",[256],true,false,307.2,null,"Intel Xeon Scalable Sapphire Rapids",48,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16","amx_int8","amx_bf16"],[{"words":["xeon","84??*"]},{"words":["xeon","64??*"]},{"words":["xeon","54??*"]},{"words":["xeon","44??*"]},{"words":["xeon","sapphire rapids"]},"xeon max 94??"],"-","-"],
["cpu_intel_xeon_w5_3425","Intel Xeon w5-3425 / w5-3435X","intel",["xeon-w5-3425"],["cpu"],"avx512_server",[64],true,false,307.2,null,"Intel Xeon w5-3425 / w5-3435X",12,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16","amx_int8","amx_bf16"],[{"words":["xeon","w? 34??*"]},{"words":["xeon","w? 24??*"]}],"-","-"],
["cpu_intel_xeon_emerald_rapids","Intel Xeon Scalable Emerald Rapids","intel",["xeon-emerald-rapids"],["cpu"],"avx512_server",[256],true,false,358.4,null,"Intel Xeon Scalable Emerald Rapids",64,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16","amx_int8","amx_bf16"],[{"words":["xeon","85??*"]},{"words":["xeon","65??*"]},{"words":["xeon","55??*"]},{"words":["xeon","45??*"]},{"words":["xeon","emerald rapids"]}],"-","-"],
["cpu_intel_xeon_granite_rapids","Intel Xeon 6 Granite Rapids","intel",["xeon-granite-rapids"],["cpu"],"avx512_server",[256],true,false,614.4,null,"Intel Xeon 6 Granite Rapids",128,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16","amx_int8","amx_bf16"],[{"words":["xeon","69??p*"]},{"words":["xeon","67??p*"]},{"words":["xeon","65??p*"]},{"words":["xeon","granite rapids"]}],"-","-"],
["cpu_intel_xeon_cascade_lake","Intel Xeon Platinum 8259CL/8280","intel",["xeon-cascade-lake"],["cpu"],"avx512_server",[256],true,false,140.8,null,"Intel Xeon Platinum 8259CL/8280",28,0,["avx2","fma","f16c","avx512f","avx512_vnni"],[{"words":["xeon","82??*"]},{"words":["xeon","62??*"]},{"words":["xeon","52??*"]},{"words":["xeon","cascade lake"]}],"-","-"],
["cpu_intel_xeon_e5_v4","Intel Xeon E5 v4","intel",["xeon-e5-v4"],["cpu"],"avx2_hedt",[64],true,false,76.8,null,"Intel Xeon E5 v4",14,0,["avx2","fma","f16c"],[{"words":["xeon","e5 ????* v4"]},"xeon e5 v4"],"-","-"],
["cpu_amd_ryzen_5_3600","AMD Ryzen 5 3600","amd",["ryzen-5-3600"],["cpu"],"avx2",[32],true,false,51.2,null,"AMD Ryzen 5 3600",6,0,["avx2","fma","f16c"],["ryzen 5 3600","3600x"],"-",12],
["cpu_amd_ryzen_7_3700x","AMD Ryzen 7 3700X","amd",["ryzen-7-3700x"],["cpu"],"avx2",[32],true,false,51.2,null,"AMD Ryzen 7 3700X",8,0,["avx2","fma","f16c"],["3700x","3800x"],"-",16],
["cpu_amd_ryzen_9_3900x","AMD Ryzen 9 3900X","amd",["ryzen-9-3900x"],["cpu"],"avx2",[32],true,false,51.2,null,"AMD Ryzen 9 3900X",12,0,["avx2","fma","f16c"],["3900x"],"-",24],
["cpu_amd_ryzen_9_3950x","AMD Ryzen 9 3950X","amd",["ryzen-9-3950x"],["cpu"],"avx2",[32],true,false,51.2,null,"AMD Ryzen 9 3950X",16,0,["avx2","fma","f16c"],["3950x"],"-",32],
["cpu_amd_ryzen_5_5600x","AMD Ryzen 5 5600X","amd",["ryzen-5-5600x"],["cpu"],"avx2",[32],true,false,51.2,null,"AMD Ryzen 5 5600X",6,0,["avx2","fma","f16c"],["5600x","ryzen 5 5600","5600x3d"],"-",12],
["cpu_amd_ryzen_7_5800x","AMD Ryzen 7 5800X","amd",["ryzen-7-5800x"],["cpu"],"avx2",[32],true,false,51.2,null,"AMD Ryzen 7 5800X",8,0,["avx2","fma","f16c"],["5800x","5800x3d","5700x","5700x3d"],"-",16],
["cpu_amd_ryzen_9_5900x","AMD Ryzen 9 5900X","amd",["ryzen-9-5900x"],["cpu"],"avx2",[32],true,false,51.2,null,"AMD Ryzen 9 5900X",12,0,["avx2","fma","f16c"],["5900x"],"-",24],
["cpu_amd_ryzen_9_5950x","AMD Ryzen 9 5950X","amd",["ryzen-9-5950x"],["cpu"],"avx2",[32],true,false,51.2,null,"AMD Ryzen 9 5950X",16,0,["avx2","fma","f16c"],["5950x"],"-",32],
["cpu_amd_ryzen_5_7600x","AMD Ryzen 5 7600X","amd",["ryzen-5-7600x"],["cpu"],"avx512",[32],true,false,83.2,null,"AMD Ryzen 5 7600X",6,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["7600x","ryzen 5 7600","ryzen 5 7500f"],"-",12],
["cpu_amd_ryzen_7_7800x3d","AMD Ryzen 7 7800X3D","amd",["ryzen-7-7800x3d"],["cpu"],"avx512",[32],true,false,83.2,null,"AMD Ryzen 7 7800X3D",8,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["7800x3d","7700x","ryzen 7 7700"],"-",16],
["cpu_amd_ryzen_9_7900x","AMD Ryzen 9 7900X","amd",["ryzen-9-7900x"],["cpu"],"avx512",[32],true,false,83.2,null,"AMD Ryzen 9 7900X",12,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["7900x","7900x3d","ryzen 9 7900"],"-",24],
["cpu_amd_ryzen_9_7950x","AMD Ryzen 9 7950X","amd",["ryzen-9-7950x"],["cpu"],"avx512",[32],true,false,83.2,null,"AMD Ryzen 9 7950X",16,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["7950x","7950x3d"],"-",32],
["cpu_amd_ryzen_5_9600x","AMD Ryzen 5 9600X","amd",["ryzen-5-9600x"],["cpu"],"avx512",[32],true,false,89.6,null,"AMD Ryzen 5 9600X",6,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["9600x"],"-",12],
["cpu_amd_ryzen_7_9700x","AMD Ryzen 7 9700X","amd",["ryzen-7-9700x"],["cpu"],"avx512",[32],true,false,89.6,null,"AMD Ryzen 7 9700X",8,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["9700x","9800x3d"],"-",16],
["cpu_amd_ryzen_9_9900x","AMD Ryzen 9 9900X","amd",["ryzen-9-9900x"],["cpu"],"avx512",[32],true,false,89.6,null,"AMD Ryzen 9 9900X",12,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["9900x","9900x3d"],"-",24],
["cpu_amd_ryzen_9_9950x","AMD Ryzen 9 9950X","amd",["ryzen-9-9950x"],["cpu"],"avx512",[32],true,false,89.6,null,"AMD Ryzen 9 9950X",16,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["9950x","9950x3d"],"-",32],
["cpu_amd_ryzen_7_4800h","AMD Ryzen 7 4800H","amd",["ryzen-7-4800h"],["cpu"],"avx2",[16],true,false,51.2,null,"AMD Ryzen 7 4800H",8,0,["avx2","fma","f16c"],["4800h","4700u","4800u","4900hs"],true,16],
["cpu_amd_ryzen_9_5900hx","AMD Ryzen 9 5900HX","amd",["ryzen-9-5900hx"],["cpu"],"avx2",[16],true,false,51.2,null,"AMD Ryzen 9 5900HX",8,0,["avx2","fma","f16c"],["5900hx","5900hs","5800h","5800hs","5980hx"],true,16],
["cpu_amd_ryzen_7_7840hs","AMD Ryzen 7 7840HS","amd",["ryzen-7-7840hs"],["cpu"],"avx512",[16],true,false,89.6,null,"AMD Ryzen 7 7840HS",8,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["7840hs","7840u","8845hs","8840u","8840hs","7940hs","ryzen z1 extreme","8700g"],true,16],
["cpu_amd_ryzen_ai_9_hx_370","AMD Ryzen AI 9 HX 370","amd",["ryzen-ai-9-hx-370"],["cpu"],"avx512",[16],true,false,120,null,"AMD Ryzen AI 9 HX 370",4,8,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["ai 9 hx 370","ai 9 hx 375","ai 9 365"],true,24],
["cpu_amd_ryzen_ai_max_395","AMD Ryzen AI Max+ 395 (CPU only)","amd",["ryzen-ai-max-395-cpu"],["cpu"],"avx512",[128],true,false,256,null,"AMD Ryzen AI Max+ 395 (CPU only)",16,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["ryzen ai max 395","ryzen al max 395"],"-",32],
["cpu_amd_threadripper_3970x","AMD Ryzen Threadripper 3970X","amd",["threadripper-3970x"],["cpu"],"avx2_hedt",[128],true,false,102.4,null,"AMD Ryzen Threadripper 3970X",32,0,["avx2","fma","f16c"],["3970x","3960x","3990x"],"-",64],
["cpu_amd_threadripper_pro_3955wx","AMD Ryzen Threadripper PRO 3955WX","amd",["threadripper-pro-3955wx"],["cpu"],"avx2_hedt",[128],true,false,204.8,null,"AMD Ryzen Threadripper PRO 3955WX",16,0,["avx2","fma","f16c"],["3955wx","3945wx","3975wx","3995wx"],"-",32],
["cpu_amd_threadripper_pro_5995wx","AMD Ryzen Threadripper PRO 5995WX","amd",["threadripper-pro-5995wx"],["cpu"],"avx2_hedt",[128],true,false,204.8,null,"AMD Ryzen Threadripper PRO 5995WX",64,0,["avx2","fma","f16c"],["5995wx","5975wx","5965wx","5955wx"],"-",128],
["cpu_amd_threadripper_7980x","AMD Ryzen Threadripper 7980X","amd",["threadripper-7980x"],["cpu"],"avx512_server",[128],true,false,166.4,null,"AMD Ryzen Threadripper 7980X",64,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["7980x","7970x","7960x"],"-",128],
["cpu_amd_threadripper_pro_7995wx","AMD Ryzen Threadripper PRO 7995WX","amd",["threadripper-pro-7995wx"],["cpu"],"avx512_server",[128],true,false,332.8,null,"AMD Ryzen Threadripper PRO 7995WX",96,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["7995wx","7985wx","7975wx","7965wx","7955wx"],"-",192],
["cpu_amd_threadripper_pro_9995wx","AMD Ryzen Threadripper PRO 9995WX","amd",["threadripper-pro-9995wx"],["cpu"],"avx512_server",[128],true,false,409.6,null,"AMD Ryzen Threadripper PRO 9995WX",96,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["9995wx","9985wx","9975wx","9965wx"],"-",192],
["cpu_amd_epyc_rome","AMD EPYC 7002 Rome","amd",["epyc-rome"],["cpu"],"avx2_server",[256],true,false,204.8,null,"AMD EPYC 7002 Rome",64,0,["avx2","fma","f16c"],["epyc 7??2*"],"-",128],
["cpu_amd_epyc_milan","AMD EPYC 7003 Milan","amd",["epyc-milan"],["cpu"],"avx2_server",[256],true,false,204.8,null,"AMD EPYC 7003 Milan",64,0,["avx2","fma","f16c"],["epyc 7??3*"],"-",128],
["cpu_amd_epyc_genoa","AMD EPYC 9004 Genoa","amd",["epyc-genoa"],["cpu"],"avx512_server",[256],true,false,460.8,null,"AMD EPYC 9004 Genoa",96,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["epyc 9??4*"],"-",192],
["cpu_amd_epyc_turin","AMD EPYC 9005 Turin","amd",["epyc-turin"],["cpu"],"avx512_server",[256],true,false,576,null,"AMD EPYC 9005 Turin",128,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["epyc 9??5*"],"-",256],
["cpu_aws_graviton2","AWS Graviton2","aws",["graviton2"],["cpu"],"arm_server",[128],true,false,204.8,null,"AWS Graviton2",64,0,["neon","fp16","dotprod"],["graviton2","graviton 2","aws neoverse n1"],"-","-"],
["cpu_aws_graviton3","AWS Graviton3","aws",["graviton3"],["cpu"],"arm_server",[128],true,false,307.2,null,"AWS Graviton3",64,0,["neon","fp16","dotprod","i8mm","bf16","sve"],["graviton3","graviton 3","neoverse v1"],"-","-"],
["cpu_aws_graviton4","AWS Graviton4","aws",["graviton4"],["cpu"],"arm_server",[192],true,false,537.6,null,"AWS Graviton4",96,0,["neon","fp16","dotprod","i8mm","bf16","sve2"],["graviton4","graviton 4","neoverse v2"],"-","-"],
["cpu_ampere_altra","Ampere Altra","ampere",["ampere-altra"],["cpu"],"arm_server",[128],true,false,204.8,null,"Ampere Altra",80,0,["neon","fp16","dotprod"],["ampere altra","altra","neoverse n1"],"-","-"],
["cpu_ampere_ampereone","AmpereOne A192-32X","ampere",["ampereone-192"],["cpu"],"arm_server",[256],true,false,332.8,null,"AmpereOne A192-32X",192,0,["neon","fp16","dotprod","i8mm","bf16"],["ampereone","ampere 1"],"-","-"],
["cpu_ampere_ampereone_m","AmpereOne M","ampere",["ampereone-m"],["cpu"],"arm_server",[256],true,false,537.6,null,"AmpereOne M",192,0,["neon","fp16","dotprod","i8mm","bf16"],["ampereone m"],"-","-"],
["raspberry_pi_4","Raspberry Pi 4","raspberry_pi",["raspberry-pi-4","raspberry-pi-4-%dgb"],["cpu"],"raspberry_pi",[2,4,8],"-",false,12.8,null,"Raspberry Pi 4",4,0,["neon"],["raspberry pi 4","raspberry pi 400","raspberry pi compute module 4","pi 400"],"-","-"],
["raspberry_pi_5","Raspberry Pi 5","raspberry_pi",["raspberry-pi-5","raspberry-pi-5-%dgb"],["cpu"],"raspberry_pi",[2,4,8,16],"-",false,17.1,null,"Raspberry Pi 5",4,0,["neon","fp16","dotprod"],["raspberry pi 5","raspberry pi 500","raspberry pi compute module 5","bcm2712","pi 5","pi 500","pi cm5"],"-","-"],
["cpu_rockchip_rk3588","Rockchip RK3588","arm",["rk3588","rk3588-%dgb"],["cpu"],"arm_sbc",[4,8,16,32],"-",false,33.8,null,"Rockchip RK3588",4,4,["neon","fp16","dotprod"],["rk3588","rk3588s","orange pi 5","rock 5b"],"-","-"],
["cpu_cix_p1","CIX P1 (Orion O6, MS-R1)","arm",["cix-cp8180","cix-cp8180-%dgb"],["cpu"],"arm_sbc",[8,16,32,64],"-",false,88,null,"CIX P1 (Orion O6, MS-R1)",8,4,["neon","fp16","dotprod","i8mm","bf16","sve2"],["cix","cp8180","orion o6","ms r1"],"-","-"],
["cpu_qualcomm_snapdragon_x_elite","Qualcomm Snapdragon X Elite","qualcomm",["snapdragon-x-elite"],["cpu"],"arm_laptop",[16],true,false,135,null,"Qualcomm Snapdragon X Elite",12,0,["neon","fp16","dotprod","i8mm","bf16"],["snapdragon x elite","x1e*"],true,"-"],
["cpu_intel_core_2","Intel Core 2","intel","-",["cpu"],"legacy",[4],true,false,12.8,null,"Intel Core 2",2,0,["sse3"],["core2","core 2"],"-","-"],
["cpu_intel_core_2nd_3rd_gen","Intel Core, 2nd and 3rd generation","intel","-",["cpu"],"legacy",[8],true,false,25.6,null,"Intel Core, 2nd and 3rd generation",4,0,["avx","f16c"],[{"words":["i? 3??0*"],"not":["ultra","xeon"]},{"words":["i? 2??0*"],"not":["ultra","xeon"]},{"words":["i? 2??7m"],"not":["ultra","xeon"]},{"words":["i? 3??0qm"],"not":["ultra","xeon"]},{"words":["i? 3??7u"],"not":["ultra","xeon"]}],"-","-"],
["cpu_intel_core_4th_gen","Intel Core, 4th generation (Haswell)","intel","-",["cpu"],"avx2",[8],true,false,25.6,null,"Intel Core, 4th generation (Haswell)",4,0,["avx2","fma","f16c"],[{"words":["i? 4???*"],"not":["xeon"]}],"-","-"],
["cpu_intel_core_5th_gen","Intel Core, 5th generation (Broadwell)","intel","-",["cpu"],"avx2",[8],true,false,25.6,null,"Intel Core, 5th generation (Broadwell)",2,0,["avx2","fma","f16c"],["i? 5???*","core m 5y??","m 5y??"],true,"-"],
["cpu_intel_core_6th_gen","Intel Core, 6th generation (Skylake)","intel","-",["cpu"],"avx2",[16],true,false,34.1,null,"Intel Core, 6th generation (Skylake)",4,0,["avx2","fma","f16c"],["i? 6???*",{"words":["pentium","g4*"]}],"-","-"],
["cpu_intel_core_7th_gen","Intel Core, 7th generation (Kaby Lake)","intel","-",["cpu"],"avx2",[16],true,false,38.4,null,"Intel Core, 7th generation (Kaby Lake)",4,0,["avx2","fma","f16c"],["i? 7???*","i? 7y??","m3 7y??"],"-","-"],
["cpu_intel_core_8th_9th_gen","Intel Core, 8th and 9th generation (Coffee Lake)","intel","-",["cpu"],"avx2",[16],true,false,38.4,null,"Intel Core, 8th and 9th generation (Coffee Lake)",4,0,["avx2","fma","f16c"],["i? 8???*","i? 9???*",{"words":["pentium","g5*"]}],"-","-"],
["cpu_intel_core_10th_gen","Intel Core, 10th generation (Comet Lake)","intel","-",["cpu"],"avx2",[16],true,false,42.7,null,"Intel Core, 10th generation (Comet Lake)",6,0,["avx2","fma","f16c"],["i? 10???*","i9 10???*",{"words":["pentium","g6*"]}],"-","-"],
["cpu_intel_core_10th_gen_ice_lake","Intel Core, 10th generation (Ice Lake U)","intel","-",["cpu"],"avx512",[16],true,false,51.2,null,"Intel Core, 10th generation (Ice Lake U)",4,0,["avx2","fma","f16c","avx512f","avx512_vnni"],["i? 10??g?"],true,"-"],
["cpu_intel_core_11th_gen","Intel Core, 11th generation desktop and H","intel","-",["cpu"],"avx512",[16],true,false,51.2,null,"Intel Core, 11th generation desktop and H",6,0,["avx2","fma","f16c","avx512f","avx512_vnni"],["i? 11???*"],"-","-"],
["cpu_intel_core_ultra_u","Intel Core Ultra U (100 series)","intel","-",["cpu"],"hybrid",[16],true,false,89.6,null,"Intel Core Ultra U (100 series)",2,8,["avx2","fma","f16c","avx_vnni"],["ultra 5 125u","ultra 7 155u","ultra 5 135u","ultra 7 165u"],true,"-"],
["cpu_intel_core_ultra_200h","Intel Core Ultra H (200 series)","intel","-",["cpu"],"hybrid",[32],true,false,89.6,null,"Intel Core Ultra H (200 series)",6,8,["avx2","fma","f16c","avx_vnni"],["ultra 5 2?5h","ultra 7 2?5h","ultra 9 285h"],true,"-"],
["cpu_intel_core_12th_gen","Intel Core, 12th generation","intel","-",["cpu"],"hybrid",[16],true,false,51.2,null,"Intel Core, 12th generation",4,4,["avx2","fma","f16c","avx_vnni"],["i? 12???*","i? 12??u","i? 12??p"],"-","-"],
["cpu_intel_core_13th_14th_gen","Intel Core, 13th and 14th generation","intel","-",["cpu"],"hybrid",[16],true,false,51.2,null,"Intel Core, 13th and 14th generation",6,4,["avx2","fma","f16c","avx_vnni"],["i? 13???*","i? 13??u","i? 13??p","i? 14???*","core 5 1??u","core 7 1??u"],"-","-"],
["cpu_intel_xeon_e3","Intel Xeon E3 v3 to v6","intel","-",["cpu"],"avx2",[16],true,false,25.6,null,"Intel Xeon E3 v3 to v6",4,0,["avx2","fma","f16c"],[{"words":["xeon","e3 12??*"]}],"-","-"],
["cpu_intel_xeon_e5_v2","Intel Xeon E5 and E5 v2","intel","-",["cpu"],"legacy",[64],true,false,59.7,null,"Intel Xeon E5 and E5 v2",8,0,["avx","f16c"],[{"words":["xeon","e5 ????* v2"],"not":["v3","v4"]},{"words":["xeon","e5 ????*"],"not":["v3","v4"]}],"-","-"],
["cpu_intel_xeon_e5_v3","Intel Xeon E5 v3 (Haswell)","intel","-",["cpu"],"avx2_hedt",[64],true,false,59.7,null,"Intel Xeon E5 v3 (Haswell)",8,0,["avx2","fma","f16c"],[{"words":["xeon","e5 ????* v3"]}],"-","-"],
["cpu_intel_xeon_5600","Intel Xeon 5500 and 5600 (Nehalem, Westmere)","intel","-",["cpu"],"legacy",[24],true,false,32,null,"Intel Xeon 5500 and 5600 (Nehalem, Westmere)",6,0,["sse3","ssse3"],[{"words":["xeon","x56??"]},{"words":["xeon","e56??"]},{"words":["xeon","x55??"]}],"-","-"],
["cpu_intel_xeon_skylake","Intel Xeon Scalable Skylake","intel","-",["cpu"],"avx512_server",[128],true,false,115.2,null,"Intel Xeon Scalable Skylake",16,0,["avx2","fma","f16c","avx512f"],[{"words":["xeon","81??*"]},{"words":["xeon","61??*"]},{"words":["xeon","51??*"]},{"words":["xeon","41??*"]},"skylake avx512",{"words":["xeon","skylake"]}],"-","-"],
["cpu_intel_xeon_silver_42","Intel Xeon Silver, Cascade Lake","intel","-",["cpu"],"avx512_server",[96],true,false,115.2,null,"Intel Xeon Silver, Cascade Lake",10,0,["avx2","fma","f16c","avx512f","avx512_vnni"],[{"words":["xeon","42??*"]}],"-","-"],
["cpu_intel_xeon_w","Intel Xeon W 2100 and 2200","intel","-",["cpu"],"avx512",[64],true,false,85.3,null,"Intel Xeon W 2100 and 2200",8,0,["avx2","fma","f16c","avx512f"],[{"words":["xeon","w 21??*"]},{"words":["xeon","w 22??*"]}],"-","-"],
["cpu_intel_xeon_w_3300","Intel Xeon W 3300","intel","-",["cpu"],"avx512_server",[128],true,false,204.8,null,"Intel Xeon W 3300",16,0,["avx2","fma","f16c","avx512f","avx512_vnni"],[{"words":["xeon","w 33??*"]}],"-","-"],
["cpu_amd_pre_zen","AMD before Zen (Phenom II, FX, Opteron 6000)","amd","-",["cpu"],"legacy",[8],true,false,21.3,null,"AMD before Zen (Phenom II, FX, Opteron 6000)",4,0,["sse3"],["phenom*","amd fx","opteron*","fx ????*"],"-","-"],
["cpu_amd_ryzen_zen1","AMD Ryzen, Zen and Zen+ (1000 and 2000 series)","amd","-",["cpu"],"avx2",[16],true,false,42.7,null,"AMD Ryzen, Zen and Zen+ (1000 and 2000 series)",8,0,["avx2","fma","f16c"],["ryzen ? 1???*","ryzen ? 2???*","ryzen ? 3550h","ryzen ? 3400g","ryzen ? 3200g","ryzen ? 3?00u"],"-",16],
["cpu_amd_ryzen_zen2_apu","AMD Ryzen 4000 and 5700U class (Zen 2 with graphics)","amd","-",["cpu"],"avx2",[16],true,false,51.2,null,"AMD Ryzen 4000 and 5700U class (Zen 2 with graphics)",8,0,["avx2","fma","f16c"],["ryzen ? 4???g*","ryzen ? pro 4???g*","ryzen ? 4???h*","ryzen ? 4???u","ryzen ? 5?00u","custom apu 0???","ryzen ? 3???*"],"-",16],
["cpu_amd_ryzen_zen3_apu","AMD Ryzen 5000G, 5000 and 7030 mobile (Zen 3 with graphics)","amd","-",["cpu"],"avx2",[16],true,false,51.2,null,"AMD Ryzen 5000G, 5000 and 7030 mobile (Zen 3 with graphics)",8,0,["avx2","fma","f16c"],["ryzen ? 5???g*","ryzen ? pro 5???g*","ryzen ? 5?25u","ryzen ? 5???h*","ryzen ? 7?30u","ryzen ? pro 7?30u","ryzen ? 5???*"],"-",16],
["cpu_amd_ryzen_6000","AMD Ryzen 6000 and 7035 mobile (Zen 3+)","amd","-",["cpu"],"avx2",[16],true,false,76.8,null,"AMD Ryzen 6000 and 7035 mobile (Zen 3+)",8,0,["avx2","fma","f16c"],["ryzen ? 6???h*","ryzen ? 6???u","ryzen ? pro 6???*","ryzen ? 7?35*","ryzen 6000 series"],true,16],
["cpu_amd_ryzen_zen4","AMD Ryzen 7000 and 8000 (Zen 4)","amd","-",["cpu"],"avx512",[32],true,false,83.2,null,"AMD Ryzen 7000 and 8000 (Zen 4)",8,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["ryzen ? 7?45hx*","ryzen ? 7?40*","ryzen ? 8???*","ryzen ? pro 7?40*","ryzen ? pro 8???*","ryzen ? 7???*","ryzen z1*","ryzen ? pro 7??5"],"-",16],
["cpu_amd_ryzen_zen5","AMD Ryzen 9000 and AI 300 (Zen 5)","amd","-",["cpu"],"avx512",[32],true,false,89.6,null,"AMD Ryzen 9000 and AI 300 (Zen 5)",8,0,["avx2","fma","f16c","avx512f","avx512_vnni","avx512_bf16"],["ryzen ? 9???*","ryzen ai ? 3??","ryzen ai ? pro 3??","ryzen ai ? hx*"],"-",16],
["cpu_amd_threadripper_zen1","AMD Ryzen Threadripper 1000 and 2000","amd","-",["cpu"],"avx2_hedt",[64],true,false,93.9,null,"AMD Ryzen Threadripper 1000 and 2000",24,0,["avx2","fma","f16c"],["threadripper 1???x","threadripper 2???*"],"-","-"],
["cpu_amd_epyc_naples","AMD EPYC 7001 (Naples)","amd","-",["cpu"],"avx2_server",[128],true,false,170.6,null,"AMD EPYC 7001 (Naples)",32,0,["avx2","fma","f16c"],["epyc 7??1*"],"-","-"],
["cpu_zhaoxin_kx_6000","Zhaoxin KaiXian KX-6000","generic","-",["cpu"],"avx2",[16],true,false,42.7,null,"Zhaoxin KaiXian KX-6000",8,0,["avx2"],["zhaoxin","kaixian*"],"-","-"]]}`), "-");

// profiles/hardware/generic.json
var generic_default = /* @__PURE__ */ expandDevices(/* @__PURE__ */ JSON.parse(String.raw`{"category":"generic",
"date":"2026-11-28",
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
"cpu/name",
"cpu/performance_cores",
"cpu/efficiency_cores",
"cpu/simd",
"match"],
"rows":[["generic_cpu","Generic x86 CPU, DDR4 dual channel","generic",["generic-cpu-ddr4-dual"],["cpu"],"avx2",[16],true,false,51.2,null,"Generic x86 CPU, DDR4 dual channel",4,0,["avx2","fma","f16c"],[]],
["generic_cpu_ddr5","Generic x86 CPU, DDR5 dual channel","generic",["generic-cpu-ddr5-dual"],["cpu"],"avx2",[32],true,false,89.6,null,"Generic x86 CPU, DDR5 dual channel",8,0,["avx2","fma","f16c"],[]],
["generic_cpu_single_channel","Generic x86 CPU, one memory channel","generic",["generic-cpu-ddr4-single"],["cpu"],"avx2",[8],true,false,21.3,null,"Generic x86 CPU, one memory channel",4,0,["avx2","fma","f16c"],[]],
["generic_cpu_arm64","Generic ARM64 CPU","generic",["generic-arm64"],["cpu"],"generic_arm",[8],true,false,25.6,null,"Generic ARM64 CPU",4,0,["neon"],[]],
["generic_gpu","Generic GPU (8 GB, unknown model)","generic","-",["vulkan"],"generic_gpu",[8],true,false,128,null,"-","-","-","-",[]]]}`), "-");

// profiles/hardware/intel.json
var intel_default = /* @__PURE__ */ expandDevices(/* @__PURE__ */ JSON.parse(String.raw`{"category":"intel",
"date":"2026-11-28",
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
"is_mobile",
"cpu/name",
"cpu/performance_cores",
"cpu/efficiency_cores",
"cpu/logical_cores",
"cpu/simd"],
"rows":[["intel_arc_a310","Intel Arc A310","intel",["arc-a310"],["sycl","vulkan"],"arc_alchemist",[4],false,124,null,["arc a310",{"words":["arc","a310"]}],"-","-","-","-","-","-"],
["intel_arc_a380","Intel Arc A380","intel",["arc-a380"],["sycl","vulkan"],"arc_alchemist",[6],false,186,null,["arc a380",{"words":["arc","a380"]}],"-","-","-","-","-","-"],
["intel_arc_a580","Intel Arc A580","intel",["arc-a580"],["sycl","vulkan"],"arc_alchemist",[8],false,512,null,["arc a580",{"words":["arc","a580"]}],"-","-","-","-","-","-"],
["intel_arc_a750","Intel Arc A750","intel",["arc-a750"],["sycl","vulkan"],"arc_alchemist",[8],false,512,null,["arc a750",{"words":["arc","a750"]}],"-","-","-","-","-","-"],
["intel_arc_a770","Intel Arc A770","intel",["arc-a770"],["sycl","vulkan"],"arc_alchemist",[16],false,560,137.6,["arc a770",{"words":["arc","a770"]}],"-","-","-","-","-","-"],
["intel_arc_a770m","Intel Arc A770M","intel",["arc-a770m"],["sycl","vulkan"],"arc_alchemist",[16],false,512,null,["arc a770m",{"words":["arc","a770m"]}],true,"-","-","-","-","-"],
["intel_arc_b570","Intel Arc B570","intel",["arc-b570"],["sycl","vulkan"],"arc_battlemage",[10],false,380,null,["arc b570",{"words":["arc","b570"]}],"-","-","-","-","-","-"],
["intel_arc_b580","Intel Arc B580","intel",["arc-b580"],["sycl","vulkan"],"arc_battlemage",[12],false,456,116.5,["arc b580",{"words":["arc","b580"]}],"-","-","-","-","-","-"],
["intel_arc_pro_b50","Intel Arc Pro B50","intel",["arc-pro-b50"],["sycl","vulkan"],"arc_battlemage",[16],false,224,null,["pro b50"],"-","-","-","-","-","-"],
["intel_arc_pro_b60","Intel Arc Pro B60","intel",["arc-pro-b60"],["sycl","vulkan"],"arc_battlemage",[24],false,456,null,["pro b60"],"-","-","-","-","-","-"],
["intel_arc_pro_b70","Intel Arc Pro B70","intel",["arc-pro-b70"],["sycl","vulkan"],"arc_battlemage",[32],false,608,null,["pro b70"],"-","-","-","-","-","-"],
["intel_flex_170","Intel Data Center GPU Flex 170","intel",["flex-170"],["sycl","vulkan"],"arc_alchemist",[16],false,576,null,["flex 170"],"-","-","-","-","-","-"],
["intel_max_1550","Intel Data Center GPU Max 1550 (PVC)","intel",["max-1550"],["sycl","vulkan"],"xe_hpc",[128],false,3277,null,["max 1550"],"-","-","-","-","-","-"],
["intel_arc_140v","Intel Arc 130V / 140V (integrated, Lunar Lake)","intel",["arc-140v"],["vulkan","sycl"],"xe2_igpu",[16,32],true,136.5,null,["140v","130v"],true,"Intel Core Ultra 7 258V",4,4,8,["avx2","fma","f16c","avx_vnni"]],
["intel_arc_140t","Intel Arc 130T / 140T (integrated, Arrow Lake-H)","intel","-",["vulkan","sycl"],"xe_igpu",[16,32],true,89.6,null,["140t","130t"],true,"Intel Core Ultra 7 255H",6,8,16,["avx2","fma","f16c","avx_vnni"]],
["intel_core_ultra_100_igpu","Intel Arc Graphics (integrated, Meteor Lake)","intel",["intel-core-ultra-100-igpu"],["vulkan","sycl"],"xe_igpu",[16,32],true,89.6,null,["meteor lake",{"words":["intel arc graphics"],"not":["140v","130v","140t","130t"]},"core ultra 100 series"],true,"Intel Core Ultra 7 155H",6,8,22,["avx2","fma","f16c","avx_vnni"]],
["intel_iris_xe","Intel Iris Xe (integrated)","intel",["intel-11th-gen-igpu"],["vulkan","sycl"],"xe_igpu",[8,16,32],true,51.2,null,["iris xe","tigerlake","intel xe graphics tgl"],true,"Intel Core i7-1165G7",4,0,8,["avx2","fma","f16c","avx512f","avx512_vnni"]]]}`), "-");

// profiles/hardware/mobile.json
var mobile_default = /* @__PURE__ */ expandDevices(/* @__PURE__ */ JSON.parse(String.raw`{"category":"mobile",
"date":"2026-11-28",
"thermal":{"skin_limit_c":43,
"sustained_share":0.45,
"advice":"Keep answers short or pause between them, use the performance cores alone and small micro-batches, take the phone out of its case and off the charger; apps can ask Android for its sustained performance mode (Window.setSustainedPerformanceMode).",
"sources":["arXiv 2603.23640, 20 warm runs: an iPhone 16 Pro keeps little more than half of its first speed, a Galaxy S24 Ultra ends GPU work","iPhone 17 Pro, Gemma E2B 4-bit, 10 minutes: MLX keeps 38 %, LiteRT-LM 48 %, the Neural Engine 67 % (dev.to/john-rocky, 2026)","Snapdragon 8 Gen 3, CPU: 12.4 tokens/s at first, 6.2 after 10 minutes, 3.8 after 30 (mvpfactory.io, 2026)","skin limit: 43 to 45 degrees are usual for phone cases (omr.it.com, 2026); no maker states it"]},
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
"cpu/name",
"cpu/performance_cores",
"cpu/efficiency_cores",
"cpu/simd",
"usable/gb",
"usable/source",
"is_mobile",
"sustained_n_ubatch",
"match"],
"rows":[["phone_snapdragon_8_gen_1","Snapdragon 8 Gen 1","qualcomm",["snapdragon-8-gen1"],["cpu"],"phone",[8],true,false,51.2,null,"Snapdragon 8 Gen 1",4,4,["neon","fp16","dotprod","i8mm","bf16"],4,"half of the RAM: Android and its apps keep the rest",true,16,["snapdragon 8 gen 1","sm8450","sm8475"]],
["phone_snapdragon_8_gen_2","Snapdragon 8 Gen 2","qualcomm",["snapdragon-8-gen2"],["cpu"],"phone",[8],true,false,67.2,null,"Snapdragon 8 Gen 2",5,3,["neon","fp16","dotprod","i8mm","bf16"],4,"half of the RAM: Android and its apps keep the rest",true,16,["snapdragon 8 gen 2","sm8550"]],
["phone_snapdragon_8_gen_3","Snapdragon 8 Gen 3","qualcomm",["snapdragon-8-gen3"],["cpu"],"phone",[12],true,false,76.8,null,"Snapdragon 8 Gen 3",6,2,["neon","fp16","dotprod","i8mm","bf16"],6,"half of the RAM: Android and its apps keep the rest",true,16,["snapdragon 8 gen 3","sm8650","adreno 750"]],
["phone_snapdragon_8_elite","Snapdragon 8 Elite","qualcomm",["snapdragon-8-elite"],["cpu"],"phone",[12],true,false,85.3,null,"Snapdragon 8 Elite",8,0,["neon","fp16","dotprod","i8mm","bf16"],6,"half of the RAM: Android and its apps keep the rest",true,16,[{"words":["snapdragon 8 elite"],"not":["gen 5"]},{"words":["sm8750"],"not":["gen 5"]},{"words":["adreno 830"],"not":["gen 5"]}]],
["phone_snapdragon_8_elite_gen_5","Snapdragon 8 Elite Gen 5","qualcomm",["snapdragon-8-elite-gen5"],["cpu"],"phone",[12],true,false,85.3,null,"Snapdragon 8 Elite Gen 5",8,0,["neon","fp16","dotprod","i8mm","bf16","sme"],6,"half of the RAM: Android and its apps keep the rest",true,16,["snapdragon 8 elite gen 5","sm8850","adreno 840"]],
["phone_dimensity_9000","Dimensity 9000/9000+","mediatek",["dimensity-9000"],["cpu"],"phone",[8],true,false,60,null,"Dimensity 9000/9000+",4,4,["neon","fp16","dotprod","i8mm","bf16"],4,"half of the RAM: Android and its apps keep the rest",true,16,["dimensity 9000*","mt6983*"]],
["phone_dimensity_9200","Dimensity 9200","mediatek",["dimensity-9200"],["cpu"],"phone",[12],true,false,68.3,null,"Dimensity 9200",4,4,["neon","fp16","dotprod","i8mm","bf16"],6,"half of the RAM: Android and its apps keep the rest",true,16,["dimensity 9200*","mt6985*"]],
["phone_dimensity_8400","Dimensity 8400 (MT6899)","mediatek",["dimensity-8400"],["cpu"],"phone",[8],true,false,68.3,null,"Dimensity 8400 (MT6899)",8,0,["neon","fp16","dotprod","i8mm","bf16"],4,"half of the RAM: Android and its apps keep the rest",true,16,["dimensity 8400*","mt6899*"]],
["phone_dimensity_9300","Dimensity 9300","mediatek",["dimensity-9300"],["cpu"],"phone",[12],true,false,76.8,null,"Dimensity 9300",8,0,["neon","fp16","dotprod","i8mm","bf16"],6,"half of the RAM: Android and its apps keep the rest",true,16,["dimensity 9300*","mt6989*"]],
["phone_dimensity_9400","Dimensity 9400","mediatek",["dimensity-9400"],["cpu"],"phone",[12],true,false,85.3,null,"Dimensity 9400",8,0,["neon","fp16","dotprod","i8mm","bf16"],6,"half of the RAM: Android and its apps keep the rest",true,16,["dimensity 9400*","mt6991*"]],
["phone_exynos_2400","Exynos 2400","samsung",["exynos-2400"],["cpu"],"phone",[8],true,false,68.2,null,"Exynos 2400",6,4,["neon","fp16","dotprod","i8mm","bf16"],4,"half of the RAM: Android and its apps keep the rest",true,16,["exynos 2400*","s5e9945*"]],
["phone_tensor_g3","Google Tensor G3","google",["tensor-g3"],["cpu"],"phone",[8],true,false,51.2,null,"Google Tensor G3",5,4,["neon","fp16","dotprod","i8mm","bf16"],4,"half of the RAM: Android and its apps keep the rest",true,16,["tensor g3","zuma"]],
["phone_tensor_g4","Google Tensor G4","google",["tensor-g4"],["cpu"],"phone",[12],true,false,68.3,null,"Google Tensor G4",4,4,["neon","fp16","dotprod","i8mm","bf16"],6,"half of the RAM: Android and its apps keep the rest",true,16,["tensor g4","zumapro"]],
["phone_apple_a16","Apple A16 Bionic","apple",["apple-a16"],["metal"],"apple_mobile",[6],"-",true,51.2,null,"Apple A16 Bionic",2,4,["neon","fp16","dotprod","i8mm","bf16"],3,"half of the RAM: iOS ends an app well below it",true,16,["apple a16"]],
["phone_apple_a17_pro","Apple A17 Pro","apple",["apple-a17-pro"],["metal"],"apple_mobile",[8],"-",true,51.2,null,"Apple A17 Pro",2,4,["neon","fp16","dotprod","i8mm","bf16"],4,"half of the RAM: iOS ends an app well below it",true,16,["apple a17"]],
["phone_apple_a18","Apple A18","apple",["apple-a18"],["metal"],"apple_mobile",[8],"-",true,60,null,"Apple A18",2,4,["neon","fp16","dotprod","i8mm","bf16","sme"],4,"half of the RAM: iOS ends an app well below it",true,16,[{"words":["apple a18"],"not":["pro"]}]],
["phone_apple_a18_pro","Apple A18 Pro","apple",["apple-a18-pro"],["metal"],"apple_mobile",[8],"-",true,60,null,"Apple A18 Pro",2,4,["neon","fp16","dotprod","i8mm","bf16","sme"],4,"half of the RAM: iOS ends an app well below it",true,16,["apple a18 pro"]],
["phone_apple_a19_pro","Apple A19 Pro","apple",["apple-a19-pro"],["metal"],"apple_mobile",[12],"-",true,76.8,null,"Apple A19 Pro",2,4,["neon","fp16","dotprod","i8mm","bf16","sme"],6,"half of the RAM: iOS ends an app well below it",true,16,["apple a19 pro"]]]}`), "-");

// profiles/hardware/nvidia-datacenter.json
var nvidia_datacenter_default = /* @__PURE__ */ expandDevices(/* @__PURE__ */ JSON.parse(String.raw`{"category":"nvidia-datacenter",
"date":"2026-11-28",
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
"fp16_full_rate",
"usable/gb",
"usable/source"],
"rows":[["nvidia_tesla_p40","NVIDIA Tesla P40","nvidia",["tesla-p40"],["cuda","vulkan"],"pascal",[24],false,347,null,["tesla p40","p40"],"-","-","-"],
["nvidia_tesla_p100","NVIDIA Tesla P100 16GB","nvidia",["tesla-p100"],["cuda","vulkan"],"pascal_hbm",[16],false,732,21.2,["p100"],"-","-","-"],
["nvidia_tesla_v100_16gb","NVIDIA Tesla V100 (16 GB)","nvidia",["v100-16gb","nvidia_tesla_v100"],["cuda","vulkan"],"volta",[16],false,900,125,["v100","tesla pg500"],"-","-","-"],
["nvidia_tesla_v100_32gb","NVIDIA Tesla V100 (32 GB)","nvidia",["v100-32gb"],["cuda","vulkan"],"volta",[32],false,900,125,["v100","tesla pg500"],"-","-","-"],
["nvidia_tesla_t4","NVIDIA Tesla T4","nvidia",["t4","nvidia_t4"],["cuda","vulkan"],"turing",[16],false,320,65,["t4"],true,14.1,"the driver reports 15360 MiB with ECC on (its default); less the reserve for driver and CUDA context"],
["nvidia_a2","NVIDIA A2","nvidia",["a2"],["cuda","vulkan"],"ampere",[16],false,200,18,["a2"],true,14,"the driver reports 15356 MiB with ECC on (its default); less the reserve for driver and CUDA context"],
["nvidia_a10","NVIDIA A10","nvidia",["a10"],["cuda","vulkan"],"ampere",[24],false,600,125,["nvidia a10","a10"],true,21.3,"the driver reports 23028 MiB with ECC on (its default); less the reserve for driver and CUDA context"],
["nvidia_a30","NVIDIA A30","nvidia",["a30"],["cuda","vulkan"],"ampere_hbm",[24],false,933,165,["a30"],true,"-","-"],
["nvidia_a40","NVIDIA A40","nvidia",["a40"],["cuda","vulkan"],"ampere",[48],false,696,149.7,["a40"],true,43.5,"the driver reports 46068 MiB with ECC on (its default); less the reserve for driver and CUDA context"],
["nvidia_a100_40gb","NVIDIA A100 (40 GB)","nvidia",["a100-40gb","nvidia_tesla_a100","nvidia_a100"],["cuda","vulkan"],"ampere_hbm",[40],false,1555,312,["a100"],true,"-","-"],
["nvidia_a100_80gb","NVIDIA A100 SXM (80 GB)","nvidia",["a100-80gb"],["cuda","vulkan"],"ampere_hbm",[80],false,2039,312,["a100","a100 sxm4 80gb"],true,"-","-"],
["nvidia_a100_80gb_pcie","NVIDIA A100 PCIe (80 GB)","nvidia",["a100-80gb-pcie"],["cuda","vulkan"],"ampere_hbm",[80],false,1935,312,[{"words":["a100","pcie"]},"a100 80gb pcie"],true,"-","-"],
["nvidia_l4","NVIDIA L4","nvidia",["l4"],["cuda","vulkan"],"ada",[24],false,300,121,["nvidia l4","l4"],true,21.3,"the driver reports 23034 MiB with ECC on (its default); less the reserve for driver and CUDA context"],
["nvidia_l40","NVIDIA L40","nvidia",["l40"],["cuda","vulkan"],"ada",[48],false,864,181,["l40"],"-",43.5,"the driver reports 46068 MiB with ECC on (its default); less the reserve for driver and CUDA context"],
["nvidia_l40s","NVIDIA L40S","nvidia",["l40s"],["cuda","vulkan"],"ada",[48],false,864,362,["l40s"],true,43.5,"the driver reports 46068 MiB with ECC on (its default); less the reserve for driver and CUDA context"],
["nvidia_h100_80gb","NVIDIA H100 SXM (80 GB)","nvidia",["h100-sxm","nvidia_h100","nvidia_h100_sxm"],["cuda","vulkan"],"hopper",[80],false,3350,989,["h100"],true,"-","-"],
["nvidia_h100_pcie","NVIDIA H100 PCIe (80 GB)","nvidia",["h100-pcie"],["cuda","vulkan"],"hopper",[80],false,2039,756,[{"words":["h100","pcie"]}],true,"-","-"],
["nvidia_h100_nvl","NVIDIA H100 NVL (94 GB)","nvidia",["h100-nvl"],["cuda","vulkan"],"hopper",[94],false,3938,835,[{"words":["h100","nvl"]}],true,"-","-"],
["nvidia_h200","NVIDIA H200","nvidia",["h200"],["cuda","vulkan"],"hopper",[141],false,4800,989,["h200"],true,"-","-"],
["nvidia_rtx_pro_6000_blackwell_server","NVIDIA RTX PRO 6000 Blackwell Server","nvidia",["rtx-pro-6000-blackwell-server-edition"],["cuda","vulkan"],"blackwell",[96],false,1597,null,[{"words":["rtx pro 6000","server"]}],"-","-","-"],
["nvidia_a10g","NVIDIA A10G","nvidia","-",["cuda","vulkan"],"ampere",[24],false,600,70,["a10g"],"-",21.3,"the driver reports 23028 MiB with ECC on (its default); less the reserve for driver and CUDA context"],
["nvidia_tesla_m40","NVIDIA Tesla M40 (24 GB)","nvidia","-",["cuda","vulkan"],"maxwell",[24],false,288,null,["m40"],"-","-","-"],
["nvidia_gh200","NVIDIA GH200 (96 GB HBM3)","nvidia","-",["cuda","vulkan"],"hopper",[96],false,4000,null,["gh200"],"-","-","-"],
["nvidia_h20","NVIDIA H20","nvidia","-",["cuda","vulkan"],"hopper",[96],false,4000,null,["h20"],"-","-","-"],
["nvidia_b200","NVIDIA B200","nvidia","-",["cuda","vulkan"],"blackwell_hbm",[180],false,8000,null,["b200"],"-","-","-"]]}`), "-");

// profiles/hardware/nvidia-desktop.json
var nvidia_desktop_default = /* @__PURE__ */ expandDevices(/* @__PURE__ */ JSON.parse(String.raw`{"category":"nvidia-desktop",
"date":"2026-11-28",
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
"fp16_full_rate"],
"rows":[["nvidia_rtx_2050_laptop","NVIDIA GeForce RTX 2050 Laptop","nvidia",["rtx-2050"],["cuda","vulkan"],"ampere",[4],false,112,null,true,["2050"],"-"],
["nvidia_rtx_2060_6gb","NVIDIA GeForce RTX 2060 (6 GB)","nvidia",["rtx-2060","nvidia_rtx_2060"],["cuda","vulkan"],"turing",[6],false,336,25.8,"-",[{"words":["2060"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_rtx_2060_12gb","NVIDIA GeForce RTX 2060 (12 GB)","nvidia",["rtx-2060-12gb"],["cuda","vulkan"],"turing",[12],false,336,28.7,"-",[{"words":["2060"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_2060_super","NVIDIA GeForce RTX 2060 SUPER","nvidia",["rtx-2060-super"],["cuda","vulkan"],"turing",[8],false,448,28.7,"-",[{"words":["2060 super"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_2070","NVIDIA GeForce RTX 2070","nvidia",["rtx-2070"],["cuda","vulkan"],"turing",[8],false,448,29.9,"-",[{"words":["2070"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_rtx_2070_super","NVIDIA GeForce RTX 2070 SUPER","nvidia",["rtx-2070-super"],["cuda","vulkan"],"turing",[8],false,448,36.3,"-",[{"words":["2070 super"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_2080","NVIDIA GeForce RTX 2080","nvidia",["rtx-2080"],["cuda","vulkan"],"turing",[8],false,448,40.3,"-",[{"words":["2080"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_rtx_2080_super","NVIDIA GeForce RTX 2080 SUPER","nvidia",["rtx-2080-super"],["cuda","vulkan"],"turing",[8],false,496,44.6,"-",[{"words":["2080 super"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_2080_ti","NVIDIA GeForce RTX 2080 Ti","nvidia",["rtx-2080-ti"],["cuda","vulkan"],"turing",[11],false,616,53.8,"-",[{"words":["2080 ti"],"not":["laptop","mobile","max q","notebook","super"]}],"-"],
["nvidia_titan_rtx","NVIDIA TITAN RTX","nvidia",["titan-rtx"],["cuda","vulkan"],"turing",[24],false,672,130.5,"-",[{"words":["titan rtx"],"not":["laptop","mobile","max q","notebook"]}],true],
["nvidia_rtx_3050_8gb","NVIDIA GeForce RTX 3050 (8 GB)","nvidia",["rtx-3050-8gb","nvidia_rtx_3050"],["cuda","vulkan"],"ampere",[8],false,224,18.2,"-",[{"words":["3050"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_3050_6gb","NVIDIA GeForce RTX 3050 (6 GB)","nvidia",["rtx-3050-6gb"],["cuda","vulkan"],"ampere",[6],false,168,13.5,"-",[{"words":["3050"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_3060","NVIDIA GeForce RTX 3060 (12 GB)","nvidia",["rtx-3060","nvidia_rtx_3060_12gb"],["cuda","vulkan"],"ampere",[12],false,360,25.6,"-",[{"words":["3060"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_rtx_3060_ti","NVIDIA GeForce RTX 3060 Ti","nvidia",["rtx-3060-ti"],["cuda","vulkan"],"ampere",[8],false,448,32.4,"-",[{"words":["3060 ti"],"not":["laptop","mobile","max q","notebook","super"]}],"-"],
["nvidia_rtx_3070","NVIDIA GeForce RTX 3070","nvidia",["rtx-3070"],["cuda","vulkan"],"ampere",[8],false,448,40.6,"-",[{"words":["3070"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_rtx_3070_ti","NVIDIA GeForce RTX 3070 Ti","nvidia",["rtx-3070-ti"],["cuda","vulkan"],"ampere",[8],false,608,43.5,"-",[{"words":["3070 ti"],"not":["laptop","mobile","max q","notebook","super"]}],"-"],
["nvidia_rtx_3080_10gb","NVIDIA GeForce RTX 3080 (10 GB)","nvidia",["rtx-3080","nvidia_rtx_3080"],["cuda","vulkan"],"ampere",[10],false,760,59.5,"-",[{"words":["3080"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_rtx_3080_12gb","NVIDIA GeForce RTX 3080 (12 GB)","nvidia",["rtx-3080-12gb"],["cuda","vulkan"],"ampere",[12],false,912,61.3,"-",[{"words":["3080"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_3080_ti","NVIDIA GeForce RTX 3080 Ti","nvidia",["rtx-3080-ti"],["cuda","vulkan"],"ampere",[12],false,912,68.2,"-",[{"words":["3080 ti"],"not":["laptop","mobile","max q","notebook","super"]}],"-"],
["nvidia_rtx_3090","NVIDIA GeForce RTX 3090","nvidia",["rtx-3090"],["cuda","vulkan"],"ampere",[24],false,936,71,"-",[{"words":["3090"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_rtx_3090_ti","NVIDIA GeForce RTX 3090 Ti","nvidia",["rtx-3090-ti"],["cuda","vulkan"],"ampere",[24],false,1008,80,"-",[{"words":["3090 ti"],"not":["laptop","mobile","max q","notebook","super"]}],"-"],
["nvidia_rtx_4060","NVIDIA GeForce RTX 4060","nvidia",["rtx-4060"],["cuda","vulkan"],"ada",[8],false,272,30.2,"-",[{"words":["4060"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_rtx_4060_ti_8gb","NVIDIA GeForce RTX 4060 Ti (8 GB)","nvidia",["rtx-4060-ti","nvidia_rtx_4060_ti"],["cuda","vulkan"],"ada",[8],false,288,44.1,"-",[{"words":["4060 ti"],"not":["laptop","mobile","max q","notebook","super"]}],"-"],
["nvidia_rtx_4060_ti_16gb","NVIDIA GeForce RTX 4060 Ti (16 GB)","nvidia",["rtx-4060-ti-16gb"],["cuda","vulkan"],"ada",[16],false,288,44.1,"-",[{"words":["4060 ti"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_4070","NVIDIA GeForce RTX 4070","nvidia",["rtx-4070"],["cuda","vulkan"],"ada",[12],false,504,58.3,"-",[{"words":["4070"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_rtx_4070_super","NVIDIA GeForce RTX 4070 SUPER","nvidia",["rtx-4070-super"],["cuda","vulkan"],"ada",[12],false,504,70.9,"-",[{"words":["4070 super"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_4070_ti","NVIDIA GeForce RTX 4070 Ti","nvidia",["rtx-4070-ti"],["cuda","vulkan"],"ada",[12],false,504,80.2,"-",[{"words":["4070 ti"],"not":["laptop","mobile","max q","notebook","super"]}],"-"],
["nvidia_rtx_4070_ti_super","NVIDIA GeForce RTX 4070 Ti SUPER","nvidia",["rtx-4070-ti-super"],["cuda","vulkan"],"ada",[16],false,672,88.2,"-",[{"words":["4070 ti super"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_4080","NVIDIA GeForce RTX 4080","nvidia",["rtx-4080"],["cuda","vulkan"],"ada",[16],false,716.8,97.5,"-",[{"words":["4080"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_rtx_4080_super","NVIDIA GeForce RTX 4080 SUPER","nvidia",["rtx-4080-super"],["cuda","vulkan"],"ada",[16],false,736,104.4,"-",[{"words":["4080 super"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_4090","NVIDIA GeForce RTX 4090","nvidia",["rtx-4090"],["cuda","vulkan"],"ada",[24],false,1008,165.2,"-",[{"words":["4090"],"not":["laptop","mobile","max q","notebook","ti","super","4090 d"]}],"-"],
["nvidia_rtx_4090_d","NVIDIA GeForce RTX 4090 D","nvidia",["rtx-4090-d"],["cuda","vulkan"],"ada",[24],false,1008,147,"-",[{"words":["4090 d"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_5060","NVIDIA GeForce RTX 5060","nvidia",["rtx-5060"],["cuda","vulkan"],"blackwell",[8],false,448,38.4,"-",[{"words":["5060"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_rtx_5060_ti_8gb","NVIDIA GeForce RTX 5060 Ti (8 GB)","nvidia",["rtx-5060-ti","nvidia_rtx_5060_ti"],["cuda","vulkan"],"blackwell",[8],false,448,47.4,"-",[{"words":["5060 ti"],"not":["laptop","mobile","max q","notebook","super"]}],"-"],
["nvidia_rtx_5060_ti_16gb","NVIDIA GeForce RTX 5060 Ti (16 GB)","nvidia",["rtx-5060-ti-16gb"],["cuda","vulkan"],"blackwell",[16],false,448,47.4,"-",[{"words":["5060 ti"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_5070","NVIDIA GeForce RTX 5070","nvidia",["rtx-5070"],["cuda","vulkan"],"blackwell",[12],false,672,61.7,"-",[{"words":["5070"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_rtx_5070_ti","NVIDIA GeForce RTX 5070 Ti","nvidia",["rtx-5070-ti"],["cuda","vulkan"],"blackwell",[16],false,896,87.9,"-",[{"words":["5070 ti"],"not":["laptop","mobile","max q","notebook","super"]}],"-"],
["nvidia_rtx_5080","NVIDIA GeForce RTX 5080","nvidia",["rtx-5080"],["cuda","vulkan"],"blackwell",[16],false,960,112.6,"-",[{"words":["5080"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_rtx_5090","NVIDIA GeForce RTX 5090","nvidia",["rtx-5090"],["cuda","vulkan"],"blackwell",[32],false,1792,209.5,"-",[{"words":["5090"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_gtx_1050_ti","NVIDIA GeForce GTX 1050 Ti","nvidia",["gtx-1050-ti"],["cuda","vulkan"],"pascal",[4],false,112,null,"-",[{"words":["1050 ti"],"not":["laptop","mobile","max q","notebook","super"]}],"-"],
["nvidia_gtx_1070","NVIDIA GeForce GTX 1070","nvidia",["gtx-1070"],["cuda","vulkan"],"pascal",[8],false,256,null,"-",[{"words":["1070"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_gtx_1070_ti","NVIDIA GeForce GTX 1070 Ti","nvidia",["gtx-1070-ti"],["cuda","vulkan"],"pascal",[8],false,256,null,"-",[{"words":["1070 ti"],"not":["laptop","mobile","max q","notebook","super"]}],"-"],
["nvidia_gtx_1080","NVIDIA GeForce GTX 1080","nvidia",["gtx-1080"],["cuda","vulkan"],"pascal",[8],false,320,null,"-",[{"words":["1080"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_gtx_1080_ti","NVIDIA GeForce GTX 1080 Ti","nvidia",["gtx-1080-ti"],["cuda","vulkan"],"pascal",[11],false,484,null,"-",[{"words":["1080 ti"],"not":["laptop","mobile","max q","notebook","super"]}],"-"],
["nvidia_titan_xp","NVIDIA TITAN Xp","nvidia",["titan-xp"],["cuda","vulkan"],"pascal",[12],false,547.6,null,"-",[{"words":["titan xp"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_titan_v","NVIDIA TITAN V","nvidia",["titan-v"],["cuda","vulkan"],"volta",[12],false,652.8,110,"-",[{"words":["titan v"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_gtx_1650","NVIDIA GeForce GTX 1650 (GDDR5)","nvidia",["gtx-1650"],["cuda","vulkan"],"turing",[4],false,128,null,"-",[{"words":["1650"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_gtx_1660","NVIDIA GeForce GTX 1660","nvidia",["gtx-1660"],["cuda","vulkan"],"turing",[6],false,192,null,"-",[{"words":["1660"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_gtx_1660_super","NVIDIA GeForce GTX 1660 SUPER","nvidia",["gtx-1660-super"],["cuda","vulkan"],"turing",[6],false,336,null,"-",[{"words":["1660 super"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_gtx_1660_ti","NVIDIA GeForce GTX 1660 Ti","nvidia",["gtx-1660-ti"],["cuda","vulkan"],"turing",[6],false,288,null,"-",[{"words":["1660 ti"],"not":["laptop","mobile","max q","notebook","super"]}],"-"],
["nvidia_rtx_3050_ti_laptop","NVIDIA GeForce RTX 3050 Ti Laptop","nvidia",["rtx-3050-ti-laptop"],["cuda","vulkan"],"ampere",[4],false,192,null,true,[{"words":["3050 ti","laptop"]},{"words":["3050 ti","mobile"]}],"-"],
["nvidia_rtx_3060_laptop","NVIDIA GeForce RTX 3060 Laptop","nvidia",["rtx-3060-laptop"],["cuda","vulkan"],"ampere",[6],false,336,null,true,[{"words":["3060","laptop"]},{"words":["3060","mobile"]}],"-"],
["nvidia_rtx_3070_laptop","NVIDIA GeForce RTX 3070 Laptop","nvidia",["rtx-3070-laptop"],["cuda","vulkan"],"ampere",[8],false,448,null,true,[{"words":["3070","laptop"]},{"words":["3070","mobile"]}],"-"],
["nvidia_rtx_3080_laptop","NVIDIA GeForce RTX 3080 Laptop 16GB","nvidia",["rtx-3080-laptop"],["cuda","vulkan"],"ampere",[16],false,448,null,true,[{"words":["3080","laptop"]},{"words":["3080","mobile"]}],"-"],
["nvidia_rtx_4060_laptop","NVIDIA GeForce RTX 4060 Laptop","nvidia",["rtx-4060-laptop"],["cuda","vulkan"],"ada",[8],false,256,null,true,[{"words":["4060","laptop"]},{"words":["4060","mobile"]}],"-"],
["nvidia_rtx_4070_laptop","NVIDIA GeForce RTX 4070 Laptop","nvidia",["rtx-4070-laptop"],["cuda","vulkan"],"ada",[8],false,256,null,true,[{"words":["4070","laptop"]},{"words":["4070","mobile"]}],"-"],
["nvidia_rtx_4090_laptop","NVIDIA GeForce RTX 4090 Laptop","nvidia",["rtx-4090-laptop"],["cuda","vulkan"],"ada",[16],false,576,null,true,[{"words":["4090","laptop"]},{"words":["4090","mobile"]}],"-"],
["nvidia_rtx_a2000","NVIDIA RTX A2000","nvidia",["rtx-a2000","rtx-a2000-%dgb"],["cuda","vulkan"],"ampere",[6,12],false,288,32,"-",[{"words":["a2000"],"not":["laptop","mobile","max q"]}],true],
["nvidia_rtx_a4000","NVIDIA RTX A4000","nvidia",["rtx-a4000"],["cuda","vulkan"],"ampere",[16],false,448,76.7,"-",[{"words":["a4000"],"not":["laptop","mobile","max q"]}],true],
["nvidia_rtx_a4500","NVIDIA RTX A4500","nvidia",["rtx-a4500"],["cuda","vulkan"],"ampere",[20],false,640,94.6,"-",[{"words":["a4500"],"not":["laptop","mobile","max q"]}],true],
["nvidia_rtx_a5000","NVIDIA RTX A5000","nvidia",["rtx-a5000"],["cuda","vulkan"],"ampere",[24],false,768,111.1,"-",[{"words":["a5000"],"not":["laptop","mobile","max q"]}],true],
["nvidia_rtx_a6000","NVIDIA RTX A6000","nvidia",["rtx-a6000"],["cuda","vulkan"],"ampere",[48],false,768,154.8,"-",[{"words":["a6000"],"not":["laptop","mobile","max q"]}],true],
["nvidia_quadro_rtx_4000","NVIDIA Quadro RTX 4000","nvidia",["quadro-rtx-4000"],["cuda","vulkan"],"turing",[8],false,416,57,"-",[{"words":["quadro rtx 4000"],"not":["laptop","mobile","max q","notebook"]}],true],
["nvidia_quadro_rtx_6000","NVIDIA Quadro RTX 6000","nvidia",["quadro-rtx-6000"],["cuda","vulkan"],"turing",[24],false,672,130.5,"-",[{"words":["quadro rtx 6000"],"not":["laptop","mobile","max q","notebook"]}],true],
["nvidia_quadro_rtx_8000","NVIDIA Quadro RTX 8000","nvidia",["quadro-rtx-8000"],["cuda","vulkan"],"turing",[48],false,672,130.5,"-",[{"words":["quadro rtx 8000"],"not":["laptop","mobile","max q","notebook"]}],true],
["nvidia_rtx_2000_ada","NVIDIA RTX 2000 Ada","nvidia",["rtx-2000-ada"],["cuda","vulkan"],"ada",[16],false,224,48,"-",[{"words":["2000 ada"],"not":["laptop","mobile","max q"]}],true],
["nvidia_rtx_4000_ada","NVIDIA RTX 4000 Ada","nvidia",["rtx-4000-ada"],["cuda","vulkan"],"ada",[20],false,360,107,"-",[{"words":["4000 ada"],"not":["laptop","mobile","max q"]}],true],
["nvidia_rtx_4000_sff_ada","NVIDIA RTX 4000 SFF Ada","nvidia",["rtx-4000-sff-ada"],["cuda","vulkan"],"ada",[20],false,280,77,"-",[{"words":["4000 sff ada"],"not":["laptop","mobile","max q","notebook"]}],true],
["nvidia_rtx_5000_ada","NVIDIA RTX 5000 Ada","nvidia",["rtx-5000-ada"],["cuda","vulkan"],"ada",[32],false,576,261,"-",[{"words":["5000 ada"],"not":["laptop","mobile","max q"]}],true],
["nvidia_rtx_6000_ada","NVIDIA RTX 6000 Ada","nvidia",["rtx-6000-ada"],["cuda","vulkan"],"ada",[48],false,960,364,"-",[{"words":["6000 ada"],"not":["laptop","mobile","max q"]}],true],
["nvidia_rtx_pro_6000_blackwell","NVIDIA RTX PRO 6000 Blackwell","nvidia",["rtx-pro-6000"],["cuda","vulkan"],"blackwell",[96],false,1792,503.8,"-",[{"words":["rtx pro 6000"],"not":["laptop","mobile","max q","server"]}],true],
["nvidia_rtx_3060_8gb","NVIDIA GeForce RTX 3060 (8 GB)","nvidia","-",["cuda","vulkan"],"ampere",[8],false,240,null,"-",[{"words":["3060"],"not":["laptop","mobile","max q","notebook","ti","super"]}],"-"],
["nvidia_gtx_1050","NVIDIA GeForce GTX 1050","nvidia",["gtx-1050"],["cuda","vulkan"],"pascal",[2,4],false,112,null,"-",[{"words":["1050"],"not":["ti","max q","laptop","mobile","notebook"]}],"-"],
["nvidia_gtx_1060","NVIDIA GeForce GTX 1060","nvidia","-",["cuda","vulkan"],"pascal",[3,6],false,192,null,"-",[{"words":["1060"],"not":["max q","laptop","mobile","notebook"]}],"-"],
["nvidia_gtx_1070_max_q","NVIDIA GeForce GTX 1070 with Max-Q Design","nvidia",["gtx-1070-with-max-q-design"],["cuda","vulkan"],"pascal",[8],false,256,null,true,[{"words":["1070","max q"]}],"-"],
["nvidia_gtx_1080_max_q","NVIDIA GeForce GTX 1080 with Max-Q Design","nvidia","-",["cuda","vulkan"],"pascal",[8],false,320,null,true,[{"words":["1080","max q"]}],"-"],
["nvidia_gtx_1650_max_q","NVIDIA GeForce GTX 1650 with Max-Q Design","nvidia","-",["cuda","vulkan"],"turing",[4],false,112,null,true,[{"words":["1650","max q"],"not":["ti"]}],"-"],
["nvidia_gtx_1650_ti_laptop","NVIDIA GeForce GTX 1650 Ti (laptop, Max-Q)","nvidia",["gtx-1650-ti-with-max-q-design"],["cuda","vulkan"],"turing",[4],false,160,null,true,["1650 ti"],"-"],
["nvidia_gtx_1660_ti_laptop","NVIDIA GeForce GTX 1660 Ti (laptop)","nvidia",["gtx-1660-ti-laptop"],["cuda","vulkan"],"turing",[6],false,288,null,true,[{"words":["1660 ti","mobile"]},{"words":["1660 ti","laptop"]},{"words":["1660 ti","max q"]}],"-"],
["nvidia_mx150","NVIDIA GeForce MX150","nvidia",["mx150"],["cuda","vulkan"],"pascal",[2],false,48,null,true,["mx150"],"-"],
["nvidia_mx450","NVIDIA GeForce MX450","nvidia","-",["cuda","vulkan"],"turing",[2],false,64,null,true,["mx450"],"-"],
["nvidia_rtx_2060_laptop","NVIDIA GeForce RTX 2060 (laptop, Max-Q)","nvidia","-",["cuda","vulkan"],"turing",[6],false,264,null,true,[{"words":["2060","max q"]},{"words":["2060","laptop"]},{"words":["2060","mobile"]}],"-"],
["nvidia_rtx_2070_max_q","NVIDIA GeForce RTX 2070 with Max-Q Design","nvidia",["rtx-2070-max-q"],["cuda","vulkan"],"turing",[8],false,384,null,true,[{"words":["2070","max q"],"not":["super"]},{"words":["2070","laptop"],"not":["super"]},{"words":["2070","mobile"],"not":["super"]}],"-"],
["nvidia_rtx_2070_super_max_q","NVIDIA GeForce RTX 2070 SUPER with Max-Q Design","nvidia","-",["cuda","vulkan"],"turing",[8],false,352,null,true,[{"words":["2070 super","max q"]}],"-"],
["nvidia_rtx_2080_max_q","NVIDIA GeForce RTX 2080 with Max-Q Design","nvidia","-",["cuda","vulkan"],"turing",[8],false,384,null,true,[{"words":["2080","max q"],"not":["super"]}],"-"],
["nvidia_rtx_3050_laptop","NVIDIA GeForce RTX 3050 Laptop","nvidia","-",["cuda","vulkan"],"ampere",[4,6],false,168,null,true,[{"words":["3050","laptop"],"not":["ti"]}],"-"],
["nvidia_rtx_3070_ti_laptop","NVIDIA GeForce RTX 3070 Ti Laptop","nvidia","-",["cuda","vulkan"],"ampere",[8],false,448,null,true,[{"words":["3070 ti","laptop"]}],"-"],
["nvidia_rtx_3080_ti_laptop","NVIDIA GeForce RTX 3080 Ti Laptop","nvidia","-",["cuda","vulkan"],"ampere",[16],false,512,null,true,[{"words":["3080 ti","laptop"]}],"-"],
["nvidia_rtx_4050_laptop","NVIDIA GeForce RTX 4050 Laptop","nvidia",["rtx-4050-laptop"],["cuda","vulkan"],"ada",[6],false,192,null,true,[{"words":["4050","laptop"]}],"-"],
["nvidia_rtx_4080_laptop","NVIDIA GeForce RTX 4080 Laptop","nvidia","-",["cuda","vulkan"],"ada",[12],false,432,null,true,[{"words":["4080","laptop"]}],"-"],
["nvidia_rtx_5050","NVIDIA GeForce RTX 5050","nvidia","-",["cuda","vulkan"],"blackwell",[8],false,320,null,"-",[{"words":["5050"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_5050_laptop","NVIDIA GeForce RTX 5050 Laptop","nvidia","-",["cuda","vulkan"],"blackwell",[8],false,384,null,true,[{"words":["5050","laptop"]}],"-"],
["nvidia_rtx_5060_laptop","NVIDIA GeForce RTX 5060 Laptop","nvidia","-",["cuda","vulkan"],"blackwell",[8],false,384,null,true,[{"words":["5060","laptop"],"not":["ti"]}],"-"],
["nvidia_rtx_5070_laptop","NVIDIA GeForce RTX 5070 Laptop","nvidia","-",["cuda","vulkan"],"blackwell",[8],false,384,null,true,[{"words":["5070","laptop"],"not":["ti"]}],"-"],
["nvidia_rtx_5070_ti_laptop","NVIDIA GeForce RTX 5070 Ti Laptop","nvidia","-",["cuda","vulkan"],"blackwell",[12],false,672,null,true,[{"words":["5070 ti","laptop"]}],"-"],
["nvidia_rtx_5080_laptop","NVIDIA GeForce RTX 5080 Laptop","nvidia","-",["cuda","vulkan"],"blackwell",[16],false,896,null,true,[{"words":["5080","laptop"]}],"-"],
["nvidia_rtx_5090_laptop","NVIDIA GeForce RTX 5090 Laptop","nvidia","-",["cuda","vulkan"],"blackwell",[24],false,896,null,true,[{"words":["5090","laptop"]}],"-"],
["nvidia_quadro_p5000","NVIDIA Quadro P5000","nvidia",["quadro-p5000"],["cuda","vulkan"],"pascal",[16],false,288,null,"-",[{"words":["p5000"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_quadro_p6000","NVIDIA Quadro P6000","nvidia","-",["cuda","vulkan"],"pascal",[24],false,432,null,"-",[{"words":["p6000"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_quadro_rtx_5000","NVIDIA Quadro RTX 5000","nvidia","-",["cuda","vulkan"],"turing",[16],false,448,null,"-",[{"words":["quadro rtx 5000"],"not":["max q","laptop","mobile","notebook"]}],"-"],
["nvidia_rtx_a1000_laptop","NVIDIA RTX A1000 Laptop","nvidia",["rtx-a1000-laptop"],["cuda","vulkan"],"ampere",[4,6],false,168,null,true,[{"words":["a1000","laptop"]}],"-"],
["nvidia_rtx_a2000_laptop","NVIDIA RTX A2000 Laptop","nvidia",["rtx-a2000-laptop","rtx-a2000-%dgb-laptop"],["cuda","vulkan"],"ampere",[4,8],false,176,null,true,[{"words":["a2000","laptop"]}],"-"],
["nvidia_rtx_a3000_laptop","NVIDIA RTX A3000 Laptop","nvidia","-",["cuda","vulkan"],"ampere",[6,12],false,264,null,true,[{"words":["a3000","laptop"]}],"-"],
["nvidia_rtx_a5000_laptop","NVIDIA RTX A5000 Laptop","nvidia",["rtx-a5000-laptop"],["cuda","vulkan"],"ampere",[16],false,448,null,true,[{"words":["a5000","laptop"]}],"-"],
["nvidia_rtx_3500_ada_laptop","NVIDIA RTX 3500 Ada Laptop","nvidia",["rtx-3500-ada-laptop"],["cuda","vulkan"],"ada",[12],false,432,null,true,["3500 ada"],"-"],
["nvidia_rtx_5000_ada_laptop","NVIDIA RTX 5000 Ada Laptop","nvidia",["rtx-5000-ada-laptop"],["cuda","vulkan"],"ada",[16],false,576,null,true,[{"words":["5000 ada","laptop"]}],"-"],
["nvidia_rtx_4500_ada","NVIDIA RTX 4500 Ada","nvidia","-",["cuda","vulkan"],"ada",[24],false,432,null,"-",[{"words":["4500 ada"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_pro_4000_blackwell","NVIDIA RTX PRO 4000 Blackwell","nvidia","-",["cuda","vulkan"],"blackwell",[24],false,672,null,"-",[{"words":["rtx pro 4000"],"not":["laptop","sff","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_pro_4000_blackwell_sff","NVIDIA RTX PRO 4000 Blackwell SFF","nvidia","-",["cuda","vulkan"],"blackwell",[24],false,432,null,"-",[{"words":["rtx pro 4000","sff"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_pro_4500_blackwell","NVIDIA RTX PRO 4500 Blackwell","nvidia","-",["cuda","vulkan"],"blackwell",[32],false,896,null,"-",[{"words":["rtx pro 4500"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_pro_5000_blackwell","NVIDIA RTX PRO 5000 Blackwell","nvidia","-",["cuda","vulkan"],"blackwell",[48],false,1344,null,"-",[{"words":["rtx pro 5000"],"not":["laptop","mobile","max q","notebook"]}],"-"],
["nvidia_rtx_pro_6000_blackwell_max_q","NVIDIA RTX PRO 6000 Blackwell Max-Q","nvidia",["rtx-pro-6000-blackwell-max-q-workstation-edition"],["cuda","vulkan"],"blackwell",[96],false,1792,null,"-",[{"words":["rtx pro 6000","max q"]}],"-"]]}`), "-");

// profiles/hardware/nvidia-edge.json
var nvidia_edge_default = /* @__PURE__ */ expandDevices(/* @__PURE__ */ JSON.parse(String.raw`{"category":"nvidia-edge",
"date":"2026-11-28",
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
"fp16_full_rate",
"cpu/name",
"cpu/performance_cores",
"cpu/efficiency_cores",
"cpu/simd",
"match",
"is_mobile",
"sustained_n_ubatch"],
"rows":[["nvidia_gb10","NVIDIA GB10 (DGX Spark)","nvidia",["gb10","nvidia_dgx_spark"],["cuda"],"blackwell_unified",[128],true,273,125,true,"Cortex-X925 + Cortex-A725",10,10,["neon","dotprod","i8mm","bf16","sve2"],["gb10","dgx spark"],"-","-"],
["jetson_nano_4gb","NVIDIA Jetson Nano 4GB","nvidia",["jetson-nano","jetson_nano"],["cuda"],"jetson_nano",[4],true,25.6,0.472,"-","Cortex-A57",4,0,["neon"],[{"words":["jetson nano"],"not":["orin"]},"nvidia tegra x1","tegra210","p3450"],"-","-"],
["jetson_tx2","NVIDIA Jetson TX2","nvidia",["jetson-tx2","jetson-tx2-%dgb"],["cuda"],"jetson_tx2",[4,8],true,59.7,1.33,"-","Denver 2 + Cortex-A57",6,0,["neon"],["jetson tx2","tegra186"],"-","-"],
["jetson_xavier_nx","NVIDIA Jetson Xavier NX","nvidia",["jetson-xavier-nx","jetson-xavier-nx-%dgb"],["cuda"],"jetson_xavier",[8,16],true,59.7,6.8,"-","NVIDIA Carmel",6,0,["neon","fp16"],["xavier nx"],"-","-"],
["jetson_agx_xavier","NVIDIA Jetson AGX Xavier","nvidia",["jetson-agx-xavier","jetson-agx-xavier-%dgb"],["cuda"],"jetson_xavier",[16,32,64],true,136.5,11,"-","NVIDIA Carmel",8,0,["neon","fp16"],["agx xavier","tegra194",{"words":["xavier"],"not":["nx"]}],"-","-"],
["jetson_orin_nano_4gb","NVIDIA Jetson Orin Nano 4GB","nvidia",["jetson-orin-nano-4gb","jetson_orin_nano"],["cuda"],"jetson_orin",[4],true,34,5,"-","Cortex-A78AE",6,0,["neon","fp16","dotprod"],[{"words":["orin nano"],"not":["super"]},{"words":["nvgpu"],"not":["xavier","thor"]}],"-","-"],
["jetson_orin_nano_8gb","NVIDIA Jetson Orin Nano 8GB","nvidia",["jetson-orin-nano-8gb"],["cuda"],"jetson_orin",[8],true,68,10,"-","Cortex-A78AE",6,0,["neon","fp16","dotprod"],[{"words":["orin nano"],"not":["super"]},{"words":["nvgpu"],"not":["xavier","thor"]}],"-","-"],
["jetson_orin_nano_8gb_super","NVIDIA Jetson Orin Nano Super 8GB","nvidia",["jetson-orin-nano-8gb-super"],["cuda"],"jetson_orin",[8],true,102,17,"-","Cortex-A78AE",6,0,["neon","fp16","dotprod"],[{"words":["orin nano","super"]}],"-","-"],
["jetson_orin_nx_8gb","NVIDIA Jetson Orin NX 8GB","nvidia",["jetson-orin-nx-8gb","jetson_orin_nx"],["cuda"],"jetson_orin",[8],true,102.4,null,"-","Cortex-A78AE",6,0,["neon","fp16","dotprod"],["orin nx"],"-","-"],
["jetson_orin_nx_16gb","NVIDIA Jetson Orin NX 16GB","nvidia",["jetson-orin-nx-16gb"],["cuda"],"jetson_orin",[16],true,102.4,null,"-","Cortex-A78AE",8,0,["neon","fp16","dotprod"],["orin nx",{"words":["nvgpu"],"not":["xavier","thor"]}],"-","-"],
["jetson_agx_orin_32gb","NVIDIA Jetson AGX Orin 32GB","nvidia",["jetson-agx-orin-32gb","jetson_agx_orin"],["cuda"],"jetson_orin",[32],true,204.8,null,"-","Cortex-A78AE",8,0,["neon","fp16","dotprod"],["agx orin",{"words":["nvgpu"],"not":["xavier","thor"]}],"-","-"],
["jetson_agx_orin_64gb","NVIDIA Jetson AGX Orin 64GB","nvidia",["jetson-agx-orin-64gb"],["cuda"],"jetson_orin",[64],true,204.8,42.5,"-","Cortex-A78AE",12,0,["neon","fp16","dotprod"],["agx orin","igx orin",{"words":["nvgpu"],"not":["xavier","thor"]}],"-","-"],
["jetson_thor_t5000","NVIDIA Jetson AGX Thor (T5000)","nvidia",["jetson-thor-t5000"],["cuda"],"jetson_thor",[128],true,273,258,"-","Neoverse-V3AE",14,0,["neon","fp16","dotprod","i8mm","bf16","sve2"],["thor t5000","agx thor","nvidia thor","thor"],"-","-"],
["jetson_thor_t4000","NVIDIA Jetson Thor T4000","nvidia",["jetson-thor-t4000"],["cuda"],"jetson_thor",[64],true,273,150,"-","Neoverse-V3AE",12,0,["neon","fp16","dotprod","i8mm","bf16","sve2"],["thor t4000","nvidia thor","thor"],"-","-"],
["jetson_nano_4gb_5w","NVIDIA Jetson Nano 4GB (5 W mode)","nvidia","-",["cuda"],"jetson_nano",[4],true,25.6,0.33,"-","Cortex-A57",2,0,["neon"],[],true,16],
["jetson_orin_nano_8gb_7w","NVIDIA Jetson Orin Nano 8GB (7 W mode)","nvidia","-",["cuda"],"jetson_orin",[8],true,68,6.5,"-","Cortex-A78AE",4,0,["neon","fp16","dotprod"],[],true,16]]}`), "-");

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
], builtIn, own2 = [], all;
function listProfiles() {
	return all ??= [...own2, ...builtInProfiles()], all;
}
function builtInProfiles() {
	return builtIn ??= FILES.flatMap((file) => file.devices.flatMap((row) => expandRow(row, file, !1))), builtIn;
}
function expandRow(row, file, is_own) {
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
			host: row.host ?? file.host,
			thermal: row.thermal ?? file.thermal,
			date: file.date ?? null,
			own: is_own
		};
	});
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
function padTo(value2, step2) {
	return Math.ceil(value2 / step2) * step2;
}
function toTenths(bytes2) {
	return Math.round(gib(bytes2) * 10);
}
function addUpGib(whole, parts) {
	let tenths = parts.map((part) => gib(part) * 10), floors = tenths.map(Math.floor), missing = toTenths(whole) - floors.reduce((sum, part) => sum + part, 0), order = tenths.map((_7, index) => index).sort((a14, b7) => (tenths[b7] ?? 0) % 1 - (tenths[a14] ?? 0) % 1), raised = new Set(order.slice(0, Math.max(0, missing)));
	return floors.map((part, index) => ((part + (raised.has(index) ? 1 : 0)) / 10).toFixed(1));
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
	let driver = Math.min(total_bytes * 0.03, 1073741824), context = Math.min(512 * 1048576, total_bytes / 8), screen = desktop ? Math.min(512 * 1048576, total_bytes / 16) : 0, reserve = driver + context + screen, who = desktop ? "the driver, the engine's own context and a desktop" : "the driver and the engine's own context";
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
		let own3 = Math.min(Math.max(64 * 1048576, limit_bytes / 20), 512 * 1048576, limit_bytes), inside2 = Math.floor(limit_bytes - own3);
		if (inside2 < free)
			return {
				bytes: inside2,
				source: `the container's limit of ${showGib(limit_bytes)}, less ${showGib(own3)} for the process`
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
	return Array.from({ length: count4 }, (_7, index) => ({
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
	return !shared && host && notes.push(`The machine around the card is assumed: ${host.source.replace(/^assumption: /, "")}.`), notes.push(...thermalNotes(profile)), row.memory_assumed && notes.push(`${profile.memory_gb} GB of memory are assumed: machines with this processor differ.`), row.vendor === "generic" && row.match.length === 0 && notes.push("The numbers are assumptions for hardware that is not known."), notes;
}
function thermalNotes({ thermal }) {
	if (!thermal) return [];
	let share = Math.round(thermal.sustained_share * 100);
	return [`Speeds are those of a cool device: ${`near ${thermal.skin_limit_c} degrees of its case`} it slows to about ${share} % of them. ${thermal.advice}`];
}

// node_modules/fastest-levenshtein/esm/mod.js
var g3=new Uint32Array(65536),j3=(n12,o7)=>{let l6=n12.length,h6=o7.length,r8=1<<l6-1,c12=-1,m10=0,a14=l6,s9=l6;for(;s9--;)
g3[n12.charCodeAt(s9)]|=1<<s9;for(s9=0;s9<h6;s9++){let d10=g3[o7.charCodeAt(s9)],v6=d10|m10;d10|=(d10&c12)+c12^c12,m10|=
~(d10|c12),c12&=d10,m10&r8&&a14++,c12&r8&&a14--,m10=m10<<1|1,c12=c12<<1|~(v6|m10),m10&=v6}for(s9=l6;s9--;)g3[n12.charCodeAt(
s9)]=0;return a14},I2=(n12,o7)=>{let l6=o7.length,h6=n12.length,r8=[],c12=[],m10=Math.ceil(l6/32),a14=Math.ceil(h6/32);for(let t3=0;t3<
m10;t3++)c12[t3]=-1,r8[t3]=0;let s9=0;for(;s9<a14-1;s9++){let t3=0,i8=-1,x6=s9*32,A7=Math.min(32,h6)+x6;for(let e10=x6;e10<
A7;e10++)g3[n12.charCodeAt(e10)]|=1<<e10;for(let e10=0;e10<l6;e10++){let C2=g3[o7.charCodeAt(e10)],p14=c12[e10/32|0]>>>e10&
1,f15=r8[e10/32|0]>>>e10&1,_7=C2|t3,w10=((C2|f15)&i8)+i8^i8|C2|f15,u12=t3|~(w10|i8),q=i8&w10;u12>>>31^p14&&(c12[e10/32|0]^=
1<<e10),q>>>31^f15&&(r8[e10/32|0]^=1<<e10),u12=u12<<1|p14,q=q<<1|f15,i8=q|~(_7|u12),t3=u12&_7}for(let e10=x6;e10<A7;e10++)
g3[n12.charCodeAt(e10)]=0}let d10=0,v6=-1,k3=s9*32,M2=Math.min(32,h6-k3)+k3;for(let t3=k3;t3<M2;t3++)g3[n12.charCodeAt(t3)]|=
1<<t3;let y13=h6;for(let t3=0;t3<l6;t3++){let i8=g3[o7.charCodeAt(t3)],x6=c12[t3/32|0]>>>t3&1,A7=r8[t3/32|0]>>>t3&1,e10=i8|
d10,C2=((i8|A7)&v6)+v6^v6|i8|A7,p14=d10|~(C2|v6),f15=v6&C2;y13+=p14>>>h6-1&1,y13-=f15>>>h6-1&1,p14>>>31^x6&&(c12[t3/32|0]^=
1<<t3),f15>>>31^A7&&(r8[t3/32|0]^=1<<t3),p14=p14<<1|x6,f15=f15<<1|A7,v6=f15|~(e10|p14),d10=p14&e10}for(let t3=k3;t3<M2;t3++)
g3[n12.charCodeAt(t3)]=0;return y13},z2=(n12,o7)=>{if(n12.length<o7.length){let l6=o7;o7=n12,n12=l6}return o7.length===0?
n12.length:n12.length<=32?j3(n12,o7):I2(n12,o7)};
// shared/nearest.ts
function wordsOf(name) {
	return new Set(name.match(/\d+(?:\.\d+)?(?:[bm](?![a-z]))?|[a-z]+/g) ?? []);
}
var TELLING = /\d/, MODEL_NUMBER = /^\d{3,}$/;
function scoreOf(asked, asked_words, name) {
	if (asked.length > 2 && name.includes(asked)) return 0.5;
	let typos = z2(asked, name), words3 = wordsOf(name), shared = [...asked_words].filter((word) => words3.has(word)), lacks_number = [...asked_words].some((word) => MODEL_NUMBER.test(word) && !words3.has(word)), near2 = typos <= Math.max(2, Math.ceil(asked.length / 3)) ? typos + (lacks_number ? 2 : 0) : Number.POSITIVE_INFINITY;
	if (!(shared.some((word) => TELLING.test(word)) && shared.length > 1)) return near2;
	let by_words = 0.75 + 0.4 * (asked_words.size - shared.length) + (words3.size - shared.length);
	return Math.min(near2, by_words);
}
function nearestNames(wrong2, names2, most = 3) {
	let asked = wrong2.slice(0, 80).toLowerCase(), asked_words = wordsOf(asked), scored = [];
	for (let name of names2) {
		let score = scoreOf(asked, asked_words, name.toLowerCase());
		score !== Number.POSITIVE_INFINITY && scored.push({ name, score });
	}
	return scored.sort((a14, b7) => a14.score - b7.score || a14.name.length - b7.name.length || a14.name.localeCompare(b7.name)).slice(0, most).map(({ name }) => name);
}
function didYouMean(wrong2, names2) {
	let near2 = nearestNames(wrong2, names2);
	return near2.length === 0 ? "" : ` Did you mean ${near2.join(", ")}?`;
}

// shared/profile/find-profile.ts
var byName = /* @__PURE__ */ new Map(), of;
function names() {
	let profiles = listProfiles();
	return of !== profiles && (byName = new Map(profiles.flatMap((profile) => [profile.id, ...profile.aliases].map((id) => [id, profile]))), of = profiles), byName;
}
function profileNamed(id) {
	return names().get(id.trim().toLowerCase());
}
function findProfile(id) {
	let profile = profileNamed(id);
	if (profile) return profile;
	let shown3 = id.trim().slice(0, 80), near2 = didYouMean(
		shown3,
		listProfiles().map((known3) => known3.id)
	);
	throw new UserError(
		"usage",
		`There is no hardware profile "${shown3}".${near2}`,
		'Run "lp-tui profiles list" to see all of them, or "lp-tui detect --output hw.json" to describe your own machine.'
	);
}

// shared/rpc-address.ts
var RpcAddressSchema = string2().regex(
	/^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?:(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/,
	"host:port, the port from 1 to 65535"
).max(260), PRIVATE = [
	["127.0.0.0", 8],
	["10.0.0.0", 8],
	["172.16.0.0", 12],
	["192.168.0.0", 16],
	["169.254.0.0", 16],
	["100.64.0.0", 10]
];
function isPublicAddress(address) {
	let host = address.slice(0, address.lastIndexOf(":")).toLowerCase();
	return /^\d+\.\d+\.\d+\.\d+$/.test(host) ? !PRIVATE.some(([network, bits]) => sameNetwork(host, network, bits)) : host.includes(".") && !/\.(?:local|lan|internal|home\.arpa|localhost|test)$/.test(host);
}
function sameNetwork(a14, b7, bits) {
	let shift = 2 ** (32 - bits);
	return Math.floor(numberOf(a14) / shift) === Math.floor(numberOf(b7) / shift);
}
function numberOf(ip) {
	return ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

// shared/profile/cluster.ts
var LINK_GBIT_S = 1, LATENCY_MS = 0.5, MachineSchema = strictObject({
	/** A profile id or a snapshot file; `auto` is this machine. */
	hardware: string2().min(1).max(4096),
	/** `host:port` of its rpc-server; the first machine, which runs llama-server, has none. */
	address: RpcAddressSchema.optional(),
	/** Speed of its link to the first machine. */
	link_gbit_s: number2().gt(0).max(1e4).optional(),
	/** Round trip to the first machine, as `ping` tells it. */
	latency_ms: number2().min(0).max(1e4).optional()
}), ClusterSchema = strictObject({
	$schema: string2().max(500).optional(),
	version: literal(1).optional(),
	machines: array(MachineSchema).min(2).max(16)
});
function clusterTarget([main, ...others]) {
	if (main === void 0 || others.length === 0) throw new UserError("usage", "a cluster has two machines or more");
	if (main.address !== void 0)
		throw new UserError(
			"input",
			"the first machine runs llama-server itself and has no address",
			"Take its address out."
		);
	let [second = -1] = addressesTwice(others.map(({ address }) => address)), twice = others[second];
	if (twice !== void 0)
		throw new UserError("input", `two machines of the cluster have the address ${twice.address}`);
	let remote = others.flatMap((machine, at2) => remoteDevices(machine, at2 + 1)), { target } = main, backends = [...target.devices, ...remote].map(({ backend: backend2 }) => backend2).filter((one) => one !== "cpu"), [first = "cpu"] = backends, backend = target.devices.length > 0 ? target.backend : first;
	if (backend === "cpu")
		throw new UserError(
			"input",
			"no machine of the cluster has a GPU: every layer that leaves a CPU for another only adds a link",
			"Plan for the machine with most memory by itself."
		);
	let guessed = others.some(({ address }) => address === void 0);
	return {
		...target,
		id: [target.id, ...others.map((one) => one.target.id)].join("+"),
		display_name: [main, ...others].map((one) => one.target.display_name).join(" + "),
		profile_id: target.devices.length > 0 ? target.profile_id : null,
		backend,
		backends: [.../* @__PURE__ */ new Set([backend, ...target.backends])],
		devices: [...remote, ...target.devices],
		notes: [
			...target.notes,
			"rpc-server has no authentication and no encryption: let it listen on a private network only.",
			...guessed ? ["Addresses are made up (machine-2:50052): name them in a cluster file, or replace them."] : []
		]
	};
}
function addressesTwice(addresses) {
	return twinsOf(addresses.map((address) => typeof address == "string" ? address.toLowerCase() : null));
}
function twinsOf(texts) {
	return texts.flatMap((text3, at2) => typeof text3 == "string" && texts.indexOf(text3) < at2 ? [at2] : []);
}
function remoteDevices(machine, at2) {
	let { target, link_gbit_s = LINK_GBIT_S, latency_ms = LATENCY_MS } = machine, generation = target.profile_id === null ? null : profileNamed(target.profile_id)?.row.generation ?? null, remote = { address: machine.address ?? `machine-${at2 + 1}:50052`, link_gbit_s, latency_ms, generation }, cpu = {
		name: target.cpu.name,
		backend: "cpu",
		total_bytes: target.host.total_bytes,
		usable: target.host.usable,
		bandwidth_gb_s: target.host.bandwidth_gb_s,
		fp16_tflops: null
	};
	return (target.devices.length > 0 ? target.devices : [cpu]).map((device) => ({ ...device, name: `${device.name} at ${remote.address}`, remote }));
}
function rpcServers(target) {
	return target.devices.every(({ remote }) => remote === void 0) ? [] : [...new Set(target.devices.flatMap(({ remote }) => remote === void 0 ? [] : [remote.address]))];
}

// shared/backend.ts
var BACKENDS = ["cuda", "metal", "rocm", "vulkan", "sycl", "cpu"];

// shared/hardware/snapshot.ts
var text = string2().max(300), count = int().min(0).max(1e6), bytes = int().min(0).max(2 ** 53 - 1), GpuSchema = strictObject({
	vendor: m2(["nvidia", "amd", "intel", "apple", "qualcomm", "arm", "other"]),
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
	backend: m2(BACKENDS),
	/** CUDA compute capability (`8.9`) or AMD gfx target (`gfx1100`). */
	architecture: text.nullable(),
	/** Which probe it comes from. */
	source: text
}), MeasuredBandwidthSchema = strictObject({
	read_gb_s: number2().positive().max(1e6),
	/** Bytes read and bytes written together. */
	copy_gb_s: number2().positive().max(1e6),
	threads: count,
	seconds: number2().min(0),
	/** What measured it. */
	method: text
}), ProbeResultSchema = strictObject({
	id: text,
	state: m2(["ok", "failed", "timeout", "absent", "skipped"]),
	ms: number2().min(0),
	note: text.optional()
}), HardwareSnapshotSchema = strictObject({
	schema_version: literal(1),
	kind: literal("hardware_snapshot"),
	/** Profile id that the machine matched, e.g. `apple_silicon_m3_16gb`; `generic_cpu` or `generic_gpu` when unknown. */
	platform: text,
	display_name: text,
	os: strictObject({
		platform: m2(["linux", "darwin", "windows", "android", "other"]),
		release: text,
		wsl: boolean2(),
		container: boolean2()
	}),
	/** `x86_64`, `arm64`, ... */
	cpu_type: text,
	/** Backend of the first GPU, null without one. */
	gpu_type: m2(BACKENDS).nullable(),
	ram_gb: number2().min(0),
	/** Sum over all GPUs; null when there are none or none says. Unified: RAM. */
	vram_gb: number2().min(0).nullable(),
	cpu_cores_performance: count,
	cpu_cores_efficiency: count,
	/** SIMD and GPU capabilities: `avx2`, `avx512_vnni`, `neon`, `dotprod`, `i8mm`, `cuda`, `metal`, ... */
	capabilities: array(text).max(200),
	cpu: strictObject({
		vendor: text,
		name: text,
		physical_cores: count,
		performance_cores: count,
		efficiency_cores: count,
		logical_cores: count,
		sockets: count.nullable(),
		numa_nodes: count.nullable(),
		/** CPUs that this process may run on (affinity, cpuset); null where unknown. */
		affinity_cores: count.nullable(),
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
	/** Absent unless it was asked for: a plan takes the data base's figure for hardware that it knows. */
	measured_bandwidth: MeasuredBandwidthSchema.optional(),
	gpus: array(GpuSchema).max(256),
	probes: array(ProbeResultSchema).max(200),
	/** What could not be seen and what that means, one sentence each. */
	notes: array(string2().max(500)).max(200)
});

// shared/profile/parse-snapshot.ts
var MOST_CHARACTERS = 4e6, HINT = 'Write one with "lp-tui detect --output hw.json" on the machine that it is about.';
function parseSnapshot(text3, file) {
	if (text3.length > MOST_CHARACTERS) throw new UserError("input", `${file} is too large for a hardware snapshot.`, HINT);
	let value2 = parseJson(text3, file);
	if (typeof value2 != "object" || value2 === null || Array.isArray(value2))
		throw new UserError("input", `${file} is not a hardware snapshot: it holds no JSON object.`, HINT);
	let kind2 = "kind" in value2 ? value2.kind : void 0;
	if (kind2 !== "hardware_snapshot")
		throw new UserError("input", `${file} is not a hardware snapshot: ${guess(value2, kind2)}.`, HINT);
	let version3 = "schema_version" in value2 ? value2.schema_version : void 0;
	if (version3 !== 1) {
		let has2 = version3 === void 0 ? "no schema_version" : `schema_version ${show(version3)}`;
		throw new UserError("input", `${file} is a snapshot with ${has2}; this program reads version 1.`, HINT);
	}
	let parsed = HardwareSnapshotSchema.safeParse(value2);
	if (parsed.success) return parsed.data;
	throw new UserError("input", `${file} is a damaged hardware snapshot: ${firstProblem(parsed.error)}`, HINT);
}
function parseJson(text3, file) {
	try {
		return JSON.parse(text3.replace(/^\uFEFF/, ""));
	} catch (cause) {
		throw new UserError("input", `${file} is not valid JSON, so it is no hardware snapshot.`, HINT, { cause });
	}
}
function guess(value2, kind2) {
	return kind2 !== void 0 ? `its kind is ${show(kind2)}` : "settings" in value2 && "backend" in value2 ? "it is a runtime config" : 'it has no "kind"';
}
function firstProblem(error) {
	let [issue3] = error.issues;
	if (!issue3) return "it does not have the right form.";
	let path4 = issue3.path.map((key2) => typeof key2 == "number" ? `[${key2}]` : `.${String(key2)}`).join(""), message = issue3.message.replace(/\s+/g, " ").slice(0, 200);
	return path4 === "" ? `${message}.` : `${path4.replace(/^\./, "")}: ${message}.`;
}
function show(value2) {
	return (JSON.stringify(value2) ?? String(value2)).slice(0, 60);
}

// shared/profile/name-match.ts
function plainName(name) {
	return name.slice(0, 1e3).toLowerCase().replace(/\((?:r|tm|c)\)/g, " ").replace(/[^a-z0-9]+/g, " ").trim();
}
function plainNames(names2) {
	return names2.map(plainName).join(" / ");
}
var patterns = /* @__PURE__ */ new Map();
function stands(word, plain3) {
	if (/^[a-z0-9 ]+$/.test(word)) return ` ${plain3} `.includes(` ${word} `);
	let pattern2 = patterns.get(word);
	return pattern2 || (pattern2 = new RegExp(`(?:^| )${word.replaceAll("?", "[a-z0-9]").replaceAll("*", "[a-z0-9]*")}(?: |$)`), patterns.set(word, pattern2)), pattern2.test(plain3);
}
function matchName(row, plain3) {
	let best2 = null;
	for (let { words: words3, not } of row.match) {
		let text3 = words3.join(""), name = { words: words3, letters: text3.replace(/[ ?*]/g, "").length, family: /[?*]/.test(text3) };
		best2 !== null && rank(name) <= rank(best2) || words3.every((word) => stands(word, plain3)) && !not?.some((word) => stands(word, plain3)) && (best2 = name);
	}
	return best2;
}
function rank({ family, letters }) {
	return (family ? 0 : 1e3) + letters;
}

// shared/profile/snapshot-gpus.ts
function usedGpus({ gpus }) {
	let able = gpus.filter((gpu) => gpu.backend !== "cpu"), cards = able.filter((gpu) => !gpu.integrated && !gpu.unified), of2 = cards.length > 0 ? cards : able, memory = /* @__PURE__ */ new Map();
	for (let gpu of of2) memory.set(gpu.backend, (memory.get(gpu.backend) ?? 0) + (gpu.vram_bytes ?? 0));
	let backend = [...memory].sort((a14, b7) => b7[1] - a14[1])[0]?.[0], same = of2.filter((gpu) => gpu.backend === backend);
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
	let shared = gpu.unified || gpu.integrated, profiles = listProfiles().filter(
		({ backend, row }) => backend !== "cpu" && row.unified === shared && (gpu.vendor === "other" || gpu.vendor === row.vendor)
	), around = [gpu.name, snapshot.display_name, snapshot.cpu.name], plain3 = plainName(gpu.name), alone = gpu.vendor === "nvidia" && shared ? [] : candidates(profiles, plain3), found3 = alone.length > 0 || !shared ? alone : candidates(profiles, plainNames(around)), seen2 = `the GPU's name "${gpu.name}"`;
	if (found3.length === 0) return unknown2(`No profile has ${seen2}.`);
	if (shared) {
		let own3 = gpu.unified ? 0 : gpu.vram_bytes ?? 0;
		return nearest(found3, snapshot.memory.total_bytes + own3, seen2, "RAM");
	}
	return gpu.vram_bytes === null ? withoutMemory(found3, seen2) : byMemory(found3, gpu.vram_bytes, seen2, gpu.name);
}
function matchCpu(snapshot) {
	let seen2 = `the CPU's name "${snapshot.cpu.name}"`, chips = snapshot.gpus.filter((gpu) => gpu.vendor === "qualcomm" || gpu.vendor === "arm").map((gpu) => gpu.name), texts = [plainName(snapshot.cpu.name), plainNames([snapshot.cpu.name, snapshot.display_name, ...chips])], rows = [
		listProfiles().filter(({ backend }) => backend === "cpu"),
		listProfiles().filter(({ category }) => category === "apple" || category === "nvidia-edge")
	];
	for (let profiles of rows)
		for (let text3 of texts) {
			let found3 = candidates(profiles, text3);
			if (found3.length > 0) return nearest(found3, snapshot.memory.total_bytes, seen2, "RAM");
		}
	return unknown2(`No profile has ${seen2}.`);
}
function candidates(profiles, plain3) {
	return profiles.flatMap((profile) => {
		let name = matchName(profile.row, plain3);
		return name ? [{ profile, name }] : [];
	});
}
function best(found3) {
	let most = Math.max(...found3.map(({ name }) => rank(name)));
	return found3.filter(({ name }) => rank(name) === most);
}
function deviceBytes({ memory_gb, row }) {
	return memory_gb * 1073741824 / (row.device_count ?? 1);
}
function closest(found3, bytes2) {
	return best(found3).sort((a14, b7) => byDistance(a14, b7, bytes2))[0];
}
function byDistance(a14, b7, bytes2) {
	let distance = ({ profile }) => Math.abs(Math.log(deviceBytes(profile) / Math.max(1, bytes2))), speed = ({ profile }) => profile.memory_bandwidth_gb_s ?? 0;
	return distance(a14) - distance(b7) || speed(a14) - speed(b7);
}
var LISTS = /\[[^\]]*\/[^\]]*\]/;
function slowest(found3, bytes2) {
	return [...found3].sort((a14, b7) => byDistance(a14, b7, bytes2) || Number(isMobile(a14)) - Number(isMobile(b7)))[0];
}
function isMobile({ profile }) {
	return profile.row.is_mobile ?? !1;
}
function byMemory(found3, bytes2, seen2, name) {
	let fits = found3.filter(({ profile }) => {
		let share = bytes2 / deviceBytes(profile);
		return share >= 0.875 && share <= 1.06;
	}), pick2 = LISTS.test(name) ? slowest(fits, bytes2) : closest(fits, bytes2);
	if (pick2) {
		let size3 = `${showGib(bytes2)} is the ${pick2.profile.memory_gb} GB variant.`;
		return { profile: pick2.profile, confidence: pick2.name.family ? 0.7 : 0.95, reasons: [words(pick2, seen2), size3] };
	}
	let sizes = [...new Set(found3.map(({ profile }) => profile.memory_gb))].join(", "), off = `${showGib(bytes2)} is no size that it is sold with (${sizes} GB).`, near2 = closest(found3, bytes2);
	return !near2 || /(?:\.\.\.|\u2026)\s*$/.test(name) ? unknown2(`${seen2} is cut, and ${off}`) : { profile: near2.profile, confidence: 0.5, reasons: [words(near2, seen2), off] };
}
function withoutMemory(found3, seen2) {
	let pick2 = closest(found3, 1);
	if (!pick2) return unknown2(`No profile has ${seen2}.`);
	let reasons = [words(pick2, seen2), "Its memory is unknown, so the smallest variant is taken."];
	return { profile: pick2.profile, confidence: 0.7, reasons };
}
function nearest(found3, bytes2, seen2, what) {
	let pick2 = closest(found3, bytes2);
	if (!pick2) return unknown2(`No profile has ${seen2}.`);
	let { profile, name } = pick2, sure = name.family ? 0.7 : 0.95;
	if (profile.row.memory_assumed) return { profile, confidence: sure, reasons: [words(pick2, seen2)] };
	let share = bytes2 / (profile.memory_gb * 1073741824), fits = share > 0.8 && share < 1.1, size3 = `${showGib(bytes2)} ${what} is nearest to the ${profile.memory_gb} GB variant.`;
	return { profile, confidence: fits ? sure : 0.6, reasons: [words(pick2, seen2), size3] };
}
function words({ profile, name }, seen2) {
	return `${profile.row.display_name}: ${seen2} fits "${name.words.join(" ")}".`;
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
	let { memory, cpu, gpus, ram_gb, vram_gb } = snapshot, notes = [], differ = (key2, top, place, value2) => notes.push(`The snapshot's ${key2} is ${String(top)} but ${place} says ${String(value2)}: ${place} counts.`), gib2 = (bytes2) => Math.round(bytes2 / 1073741824 * 10) / 10, apart = (top, bytes2) => Math.abs(top - bytes2 / 1073741824) > ROUNDING_GIB;
	apart(ram_gb, memory.total_bytes) && differ("ram_gb", ram_gb, "memory.total_bytes", `${gib2(memory.total_bytes)} GiB`);
	let bytesOf2 = (shared) => gpus.flatMap((gpu) => gpu.unified === shared ? [gpu.vram_bytes ?? 0] : []), vram = bytesOf2(!1).reduce((sum, bytes2) => sum + bytes2, 0) || Math.max(0, ...bytesOf2(!0));
	vram_gb !== null && apart(vram_gb, vram) && differ("vram_gb", vram_gb, "gpus", `${gib2(vram)} GiB`);
	for (let kind2 of ["performance", "efficiency"]) {
		let top = snapshot[`cpu_cores_${kind2}`], own3 = cpu[`${kind2}_cores`];
		top !== own3 && differ(`cpu_cores_${kind2}`, top, `cpu.${kind2}_cores`, own3);
	}
	return snapshot.platform !== "unknown" && snapshot.platform !== platform2 && differ("platform", snapshot.platform, "its hardware", platform2), notes;
}

// shared/profile/usable-cores.ts
function snapshotCores(cpu) {
	let seen2 = cpu.physical_cores || cpu.performance_cores + cpu.efficiency_cores || cpu.logical_cores || 1, quota = cpu.quota_cores === null ? 1 / 0 : Math.max(1, Math.floor(cpu.quota_cores)), affinity = cpu.affinity_cores === null ? 1 / 0 : Math.max(1, cpu.affinity_cores), physical_cores = Math.min(seen2, quota, affinity), performance_cores = Math.min(cpu.performance_cores || seen2, physical_cores), node = cpu.numa_nodes !== null && cpu.numa_nodes > 1 ? Math.max(1, Math.floor(seen2 / cpu.numa_nodes)) : 1 / 0, notes = [];
	return quota < seen2 && notes.push(`The container may use ${cpu.quota_cores} of ${seen2} cores.`), affinity < seen2 && notes.push(`This process may run on ${cpu.affinity_cores} of ${seen2} cores.`), node < performance_cores && notes.push(`One of ${cpu.numa_nodes} NUMA nodes has ${node} cores: more threads read slower memory.`), {
		cores: {
			physical_cores,
			performance_cores,
			efficiency_cores: Math.min(cpu.efficiency_cores, physical_cores - performance_cores),
			usable_cores: Math.max(1, Math.min(performance_cores, node))
		},
		notes
	};
}

// shared/profile/target-from-snapshot.ts
function targetFromSnapshot(snapshot, match = matchProfile(snapshot)) {
	let { profile } = match, platform2 = platformId(snapshot, match), notes = [...snapshot.notes, ...contradictions(snapshot, platform2), ...leftOutCards(snapshot)], gpus = usedGpus(snapshot).filter((gpu) => keepGpu(gpu, snapshot, notes)), unified = gpus.length > 0 && gpus.every((gpu) => gpu.unified), backend = gpus[0]?.backend ?? "cpu", known3 = profile?.row.backends.includes(backend) ? profile.row.backends : [backend];
	profile || notes.push(`This hardware is not in the data base: speeds are those of ${platform2}, a cautious assumption.`), profile?.own === !0 && notes.push(
		`This machine is matched by your own profile ${profile.id}; "lp-tui profiles remove ${profile.id}" takes it back.`
	);
	let devices = gpus.map((gpu, index) => deviceOf(gpu, index, snapshot, notes)), { cores, notes: coreNotes } = snapshotCores(snapshot.cpu), host = hostMemory(snapshot);
	return {
		id: platform2,
		display_name: snapshot.display_name || (profile?.display_name ?? platform2),
		origin: "snapshot",
		profile_id: profile?.id ?? null,
		backend,
		backends: [.../* @__PURE__ */ new Set([...known3, "cpu"])],
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
		notes: [...notes, ...coreNotes, ...profile ? thermalNotes(profile) : []]
	};
}
function keepGpu(gpu, snapshot, notes) {
	return !gpu.integrated || gpu.vendor === "nvidia" || gpu.vendor === "apple" || matchGpu(gpu, snapshot).profile ? !0 : (notes.push(`${gpu.name} is left out: a GPU in the processor that is not in the data base.`), !1);
}
function deviceOf(gpu, index, snapshot, notes) {
	let { profile } = matchGpu(gpu, snapshot), speed = withBandwidth(profile) ?? genericProfile(snapshot, "gpu"), count4 = profile?.row.device_count ?? 1, ram = snapshot.memory.total_bytes, from_profile = profile && !gpu.unified && gpu.vram_bytes === null ? profile.memory_gb * 1073741824 / count4 : null;
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
function hostMemory({ memory, os }) {
	return os.platform === "android" ? phoneUsable(memory.total_bytes) : hostUsable(memory.total_bytes, memory.limit_bytes);
}
function lower(usable2, host, { memory }) {
	let limited = memory.limit_bytes !== null && memory.limit_bytes < memory.total_bytes;
	return usable2 && limited && host.bytes < usable2.bytes ? host : usable2;
}
var GB_S_PER_CORE = 20;
function withBandwidth(profile) {
	return profile?.own === !0 && profile.memory_bandwidth_gb_s === null ? null : profile;
}
function cpuBandwidth(snapshot, notes) {
	let match = matchCpu(snapshot), measured = measuredBandwidth(snapshot, match.profile?.memory_bandwidth_gb_s ?? null, notes);
	if (measured !== null) return measured;
	let found3 = withBandwidth(match.profile), profile = found3 ?? genericProfile(snapshot, "cpu");
	return found3 || notes.push(`The CPU is not in the data base: the memory bandwidth of ${profile.id} is assumed.`), profile.memory_bandwidth_gb_s === null ? null : Math.min(profile.memory_bandwidth_gb_s, GB_S_PER_CORE * Math.max(1, snapshot.cpu.physical_cores));
}
var MUCH_LESS = 0.55;
function measuredBandwidth({ measured_bandwidth }, known3, notes) {
	if (!measured_bandwidth) return null;
	let { read_gb_s, threads } = measured_bandwidth, seen2 = `${read_gb_s} GB/s that ${threads === 1 ? "one thread" : `${threads} threads`} read in a test on this machine`;
	return known3 === null ? (notes.push(`Speeds rest on the ${seen2}, since the data base does not know its memory.`), read_gb_s) : read_gb_s >= known3 * MUCH_LESS ? null : (notes.push(
		`Speeds rest on the ${seen2}: far below the ${known3} GB/s of its profile, as with one memory channel of two.`
	), read_gb_s);
}

// shared/node/target-named.ts
async function targetNamed(name, world) {
	if (name === "auto") return world.ownMachine();
	if (name.includes(",")) {
		let targets2 = await Promise.all(name.split(",").map((one) => targetNamed(one.trim(), world)));
		return clusterTarget(targets2.map((target) => ({ target })));
	}
	return /\.ya?ml$/i.test(name) ? world.clusterFromText(await world.read(name), name, (one) => targetNamed(one, world)) : await world.isFile(name) ? targetFromSnapshot(parseSnapshot(await world.read(name), name)) : targetFromProfile(findProfile(name));
}

// shared/node/check/check-targets.ts
async function checkTargets(name, world, asker) {
	return name === "all" ? listProfiles().map(targetFromProfile) : [await targetNamed(name, asker === "policy" ? { ...world, ownMachine: refuseOwnMachine } : world)];
}
async function refuseOwnMachine() {
	throw new UserError(
		"usage",
		"auto means the machine that runs this check",
		"Name a profile, or commit a snapshot of the machine that is meant (lp-tui detect --output FILE)."
	);
}

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
	EBADF: "goes nowhere: the output is not open for writing",
	EIO: "cannot be accessed: input/output error",
	EMFILE: "cannot be opened: too many open files",
	ENFILE: "cannot be opened: too many open files"
}, WRONG_PATH = /* @__PURE__ */ new Set(["ENOENT", "ENOTDIR", "EISDIR", "ELOOP", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"]), CLOSED = /* @__PURE__ */ new Set(["EACCES", "EPERM"]);
function errnoOf(error) {
	let code2 = error instanceof Error && "code" in error ? error.code : "";
	return typeof code2 == "string" ? code2 : "";
}
function fileTrouble(path4, error, doing = "reading") {
	if (error instanceof UserError) return error;
	let code2 = errnoOf(error), reason = code2 === "ERR_INVALID_ARG_VALUE" ? "is not a possible path" : REASONS[code2], message = `${showPath(path4)} ${reason ?? `cannot be accessed: ${code2 || String(error)}`}`, input2 = WRONG_PATH.has(code2) || doing === "reading" && CLOSED.has(code2);
	return new UserError(input2 ? "input" : "environment", message, void 0, { cause: error });
}
function showPath(path4) {
	return path4 === "" ? "''" : path4.replaceAll(new RegExp("\\p{Cc}", "gu"), "�");
}

// shared/node/check/confine.ts
function confine(name, folder, root) {
	let path4 = resolve(folder, name);
	if (root === null) return path4;
	if (!isInside(path4, root)) throw leadsOut(name);
	try {
		let real = realpathSync.native(path4);
		if (!isInside(real, root)) throw leadsOut(name);
		return real;
	} catch (error) {
		throw fileTrouble(name, error);
	}
}
function isInside(path4, folder) {
	return path4 === folder || path4.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
function leadsOut(name) {
	return new UserError("usage", `${showPath(name.slice(0, 80))} leads out of the workspace`);
}

// shared/node/check/for-input.ts
async function forInput(input2, work) {
	try {
		return await work();
	} catch (error) {
		throw input2 === void 0 || !(error instanceof UserError) || error.name !== "UserError" ? error : new UserError(error.kind, `${input2}: ${error.message}`, error.hint, { cause: error });
	}
}

// shared/node/check/load-policy.ts
import { existsSync as existsSync2, lstatSync } from "node:fs";
import { dirname, resolve as resolve2 } from "node:path";

// shared/config/formats/engine-release.ts
var RELEASE_PATTERN = /^(?:b\d{1,6}|v0\.5\.0|de3ff81)$/;
function buildOf(release) {
	return release.startsWith("b") ? Number(release.slice(1)) : Number.POSITIVE_INFINITY;
}

// shared/config/formats/foreign-config.ts
var FOREIGN_FORMATS = ["shell", "dockerfile", "env", "preset-ini", "llama-swap", "compose", "ollama"], FOREIGN_LIMITS = { length: 1048576, nesting: 64, keys: 2e4, tokens: 4e5 }, MOST_SERVERS = 500;

// shared/config/formats/foreign-rules.ts
var SYNTAX = {
	quote_not_closed: "a quote opens here and does not close",
	no_ini: "this line is neither a section, nor a key with a value, nor a comment",
	no_yaml: "this is not valid YAML",
	several_documents: "a second YAML document starts here",
	no_instruction: "a line starts with an instruction such as FROM or PARAMETER",
	no_server: "nothing in it starts llama-server",
	no_config: `this is no runtime config, for backend, model_path and settings are not in it. ${readable()}`,
	unknown_format: `nothing in this file tells which program it is for. ${readable()}; one before the name says it, as in shell=NAME`
};
function readable() {
	return `Formats that are read: runtime-config, model-set, ${FOREIGN_FORMATS.join(", ")}`;
}
var syntax = {
	id: "LP008",
	scope: "document",
	title: "Not readable as its format",
	severity: "error",
	why: "A file that cannot be read cannot be judged, and the program that it is for may refuse it too.",
	remedy: "Mend the text at the place that is shown, or name the format that the file has.",
	sentence: (args) => `Not judged: ${SYNTAX[text2(args, "problem")] ?? "this cannot be read"}.`
}, atRunTime = {
	id: "LP009",
	scope: "document",
	title: "Known only when it runs",
	severity: "error",
	why: "The value comes from a variable, a command or another file, so nobody can say from this file whether the config fits.",
	remedy: "Write the value in the file, or give the variable a default in it.",
	sentence: (args) => text2(args, "what") === "other_file" ? `Not judged: ${text2(args, "key")} takes settings from another place.` : text2(args, "what") === "value" ? `Not judged: the value of ${text2(args, "key")} is known only when this runs.` : `Not judged: what ${text2(args, "key")} stands for is known only when this runs.`
}, LEFT = {
	context_fit: (args) => `the engine chooses the context by free memory (--fit). Judged with ${trained(args)}`,
	context_training: (args) => `the context is the model's own. Judged with ${trained(args)}`,
	context_ollama: (args) => `Ollama chooses the context by the GPU's memory. Judged with ${trained(args)}`,
	layers_fit: () => "the engine chooses how many layers go to the GPU by free memory. Judged with all of them",
	variable_default: (args) => `${text2(args, "key")} takes a variable that may be set elsewhere. Judged with its default`,
	env_file: () => "variables of another file may change what runs. Judged without it"
}, leftToEngine = {
	id: "LP012",
	scope: "document",
	title: "Left to the engine",
	severity: "warning",
	why: "What the engine or its surroundings decide at the start differs from machine to machine. The verdict is about the most that it may be.",
	remedy: "State the value; with --fit off the engine changes nothing.",
	sentence: (args) => `Not stated: ${LEFT[text2(args, "why")]?.(args) ?? "the engine decides"}.`
}, removed = {
	id: "LP013",
	scope: "document",
	title: "Option that this release does not have",
	severity: "error",
	why: "llama-server stops at an option that it does not know, and reads no variable of one.",
	remedy: "Write what took its place.",
	sentence: (args) => {
		if (text2(args, "what") === "variable")
			return `${text2(args, "key")} was removed: the variable has no effect. Use ${text2(args, "use")}.`;
		let build = typeof args.build == "number" ? ` from build ${args.build} on` : "";
		return `${text2(args, "key")} was removed: llama-server refuses it${build}. Write ${text2(args, "use")}.`;
	}
}, moves = {
	id: "LP014",
	scope: "document",
	title: "Placement that cannot be followed",
	severity: "error",
	why: "The option changes what is loaded or where it goes in a way that the estimate does not know, so its number would be wrong.",
	remedy: "Leave the option out, or use one that can be followed: n_gpu_layers, n_cpu_moe, override_tensor, tensor_split.",
	sentence: (args) => `Not judged: what ${text2(args, "key")} does to memory cannot be followed.`
}, notCounted = {
	id: "LP015",
	scope: "document",
	title: "Memory that is not counted",
	severity: "warning",
	why: "The option loads more than the model and its context, or binds the engine to some of the devices; the verdict is about the model and all of them.",
	remedy: "Leave room for it: a head-room, or lp-tui estimate with its file.",
	sentence: (args) => text2(args, "what") === "devices" ? `${text2(args, "key")} names devices; the verdict is about all that the target has.` : `${text2(args, "key")} takes memory of its own, which is not counted here.`
}, tooNew = {
	id: "LP016",
	scope: "document",
	title: "Option newer than the release",
	severity: "error",
	why: "The release that is pinned for the target does not know the option yet, and llama-server stops at one.",
	remedy: "Leave the option out, or pin a newer release under engines in the policy file.",
	sentence: (args) => `${args.value_only === !0 ? `${text2(args, "key")} takes a value` : `${text2(args, "key")} came`} only from build ${String(args.build)} on; the target runs ${text2(args, "engine")}.`
}, FOREIGN_RULES = [
	syntax,
	atRunTime,
	leftToEngine,
	removed,
	moves,
	notCounted,
	tooNew
];
function trained(args) {
	let times = args.per_training;
	return times === 1 || times === void 0 ? "the training length" : `${String(times)} times the training length`;
}
function text2(args, key2) {
	let value2 = args[key2];
	return typeof value2 == "string" ? value2 : "";
}

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
], KNOWN = /* @__PURE__ */ new Set([...PLAIN, ...Object.keys(TRAITS)]), UNKNOWN = { recurrent: "by_tensors" };
function traitsOf(architecture) {
	return isKnownArchitecture(architecture) ? Object.hasOwn(TRAITS, architecture) ? TRAITS[architecture] ?? {} : {} : UNKNOWN;
}
function isKnownArchitecture(architecture) {
	return KNOWN.has(architecture);
}

// shared/validate/args.ts
function num(args, key2) {
	let value2 = args[key2];
	return typeof value2 == "number" ? value2 : Number.NaN;
}
function str(args, key2) {
	let value2 = args[key2];
	return typeof value2 == "string" ? value2 : "";
}
function list(args, key2) {
	let value2 = args[key2];
	return Array.isArray(value2) ? value2 : [];
}

// shared/validate/rules/approximate.ts
var memoryApproximate = {
	id: "LP107",
	scope: "target",
	title: "Memory only approximate",
	severity: "warning",
	why: "llama.cpp's allocation can be worked out to the byte where the model's graph is described here; elsewhere a closed form stands in, and a close verdict may be wrong either way.",
	remedy: "Leave room for the stated share, try the config on the hardware, or describe the architecture (docs/extending.md).",
	check: ({ config: config2, model, estimate }) => {
		if (estimate === null || model === null || estimate.basis === "exact") return [];
		let { architecture } = model.facts, args = {
			bound: Math.round(100 * estimate.bound),
			architecture,
			known: isKnownArchitecture(architecture),
			split: config2.settings.split_mode ?? ""
		};
		return [{ path: config2.model === void 0 ? ["model_path"] : ["model", "architecture"], args }];
	},
	sentence: (args) => `Needs may be off by ${num(args, "bound")} %: ${reasonOf(args)}.`
};
function reasonOf(args) {
	if (args.split === "row") return "rows of every matrix lie on every device (split_mode row)";
	let name = str(args, "architecture");
	return args.known === !0 ? `the graph of ${name} is not described here` : `${name} is no architecture that is known here, and llama.cpp may not load it`;
}

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
function rowBytes(type, n12) {
	let [, length, bytes2] = TABLE[type];
	return n12 / length * bytes2;
}
function tensorBytes(type, shape2) {
	return shape2.slice(1).reduce((bytes2, n12) => bytes2 * n12, rowBytes(type, shape2[0] ?? 0));
}

// shared/model/facts.ts
var number3 = number2().refine(Number.isFinite), dimension = int().min(1).max(2 ** 40), TensorGroupSchema = strictObject({
	name: string2().min(1).max(128),
	type: m2(TENSOR_TYPES),
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
function labelOf({ name, source }) {
	return source === "catalog" || source === "" ? name : source;
}

// shared/model/check-tensors.ts
var BORROWS_TOKENS = /* @__PURE__ */ new Set(["dflash", "eagle3"]), LAYER = /(?:^|\.)blk\.%d\./, QUERY = /\.attn_(?:q|qkv|q_a|q_b)\.weight$/, ATTENTION = /\.attn_(?:q|k|v|qkv|q_a|q_b|kv_a_mqa|kv_b|k_b|v_b|output)\.weight$/, FEED_FORWARD = /\.(?:ffn_(?!.*norm)\w+|channel_mix_\w+)\.weight$/;
function checkTensors(facts, hparams) {
	let refuse21 = (what) => {
		throw new UserError("input", `${labelOf(facts)}: ${what}.`, "The file is damaged, or its facts were edited.");
	};
	for (let group2 of facts.tensors) checkRanges(group2, hparams, refuse21);
	let names2 = new Set(facts.tensors.map(({ name }) => name));
	!names2.has("token_embd.weight") && !names2.has("output.weight") && !BORROWS_TOKENS.has(facts.architecture) && refuse21("the model has no token table (token_embd.weight)");
	let any = layersWith(facts, LAYER), feedForward12 = layersWith(facts, FEED_FORWARD), attention3 = layersWith(facts, ATTENTION), queries2 = layersWith(facts, QUERY);
	for (let il = 0; il < hparams.n_layer; il++) {
		let heads = hparams.n_head[il] ?? 0, n_ff = Math.max(hparams.n_ff[il] ?? 0, hparams.n_ff_exp);
		!any.has(il) && (heads > 0 || n_ff > 0 || hparams.is_recr[il]) && refuse21(`layer ${il} has no tensors`), queries2.has(il) && heads === 0 && refuse21(`layer ${il} has attention tensors but attention.head_count is 0`), feedForward12.size > 0 && (hparams.n_ff[il] ?? 0) > 0 && !feedForward12.has(il) && refuse21(`layer ${il} has no feed-forward tensors, though others have and feed_forward_length is not 0`);
		let attends = heads > 0 && (hparams.n_head_kv[il] ?? 0) > 0 && !hparams.is_recr[il];
		attention3.size > 0 && attends && hparams.has_kv[il] && !attention3.has(il) && refuse21(`layer ${il} has no attention tensors, though others have and it has heads`);
	}
}
function checkRanges({ name, layers }, hparams, refuse21) {
	if (layers === void 0) {
		name.includes("%d") && refuse21(`${name} does not say which layers have it`);
		return;
	}
	(!name.includes("%d") || layers.length === 0) && refuse21(`the layers of ${name} are not those of a tensor`);
	let end = name.startsWith("blk.") ? hparams.n_layer_all : Number.POSITIVE_INFINITY, next = 0;
	for (let [first, last] of layers)
		(first < next || last < first) && refuse21(`the layers of ${name} are not ascending (${first} to ${last})`), last >= end && refuse21(`${name} is listed for layer ${last}, but block_count is ${end}`), next = last + 1;
}
function layersWith({ tensors }, pattern2) {
	let found3 = /* @__PURE__ */ new Set();
	for (let { name, layers = [] } of tensors)
		if (pattern2.test(name))
			for (let [first, last] of layers) for (let il = first; il <= last; il++) found3.add(il);
	return found3;
}

// shared/model/key-reader.ts
var MAX_WIDTH = 2 ** 24;
function keyReader(facts) {
	let get = (key2) => Object.hasOwn(facts.hparams, key2) ? facts.hparams[key2] : void 0, refuse21 = (key2, why) => {
		throw new UserError(
			"input",
			`${labelOf(facts)}: the model's ${facts.architecture}.${key2} ${why}.`,
			"The file is damaged or not a language model."
		);
	}, real = (key2, value2, min, max) => typeof value2 != "number" || !Number.isFinite(value2) ? refuse21(key2, "is not a number") : value2 < min || value2 > max ? refuse21(key2, `is ${value2}, outside ${min} to ${max}`) : value2, checked = (key2, value2, min, max) => {
		let number4 = real(key2, value2, min, max);
		return Number.isInteger(number4) ? number4 : refuse21(key2, `is ${number4}, not a whole number`);
	}, listOf = (key2, value2, length) => value2.length < length ? refuse21(key2, `has ${value2.length} entries for ${length} layers`) : value2.slice(0, length);
	return {
		required(key2, min, max) {
			let value2 = get(key2);
			return value2 === void 0 ? refuse21(key2, "is missing") : checked(key2, value2, min, max);
		},
		/** A single whole number; the fallback when the key is absent or a list. */
		number(key2, fallback, min, max) {
			let value2 = get(key2);
			return value2 === void 0 || Array.isArray(value2) ? fallback : checked(key2, value2, min, max);
		},
		/** A single number that may have a fraction; the fallback when the key is absent or a list. */
		real(key2, fallback, min, max) {
			let value2 = get(key2);
			return value2 === void 0 || Array.isArray(value2) ? fallback : real(key2, value2, min, max);
		},
		/** The largest of a number for all layers or one a layer, which must be `min` or more; 0 when the key is absent. */
		most(key2, length, min, max) {
			let value2 = get(key2);
			if (value2 === void 0) return min > 0 ? refuse21(key2, "is missing") : 0;
			let list2 = Array.isArray(value2) ? listOf(key2, value2, length).map(Number) : [value2];
			return checked(key2, Math.max(...list2.map((entry) => checked(key2, entry, 0, max))), min, max);
		},
		boolean(key2, fallback) {
			let value2 = get(key2);
			return typeof value2 == "boolean" ? value2 : fallback;
		},
		/** One boolean (or 0/1) a layer, or null when the key is absent or a single number. */
		booleans(key2, length) {
			let value2 = get(key2);
			return Array.isArray(value2) ? listOf(key2, value2, length).map(Boolean) : null;
		},
		/** One number for all layers, or a list with one a layer. */
		perLayer(key2, length, fallback) {
			let value2 = get(key2);
			if (Array.isArray(value2))
				return listOf(key2, value2, length).map((entry) => checked(key2, Number(entry), 0, MAX_WIDTH));
			if (value2 !== void 0) {
				let number4 = checked(key2, value2, 0, MAX_WIDTH);
				return Array.from({ length }, () => number4);
			}
			return Array.from({ length }, (_7, il) => typeof fallback == "number" ? fallback : fallback[il] ?? 0);
		}
	};
}

// shared/model/layers-with-state.ts
var CONVOLUTION = /^blk\.(%d|\d+)\.(ssm_conv1d|shortconv\.conv)/;
function layersWithState({ tensors }, n_layer_all) {
	let ranges = tensors.flatMap(({ name, layers }) => CONVOLUTION.test(name) ? layers ?? [] : []);
	return Array.from({ length: n_layer_all }, (_7, il) => ranges.some(([from, to]) => from <= il && il <= to));
}

// shared/model/hparams.ts
var MAX_LAYERS = 512, MAX_WIDTH2 = 2 ** 24, GRAPH_ONLY = [
	"ssm.time_step_rank",
	"rope.dimension_count",
	"attention.kv_lora_rank",
	"expert_group_count",
	"expert_group_used_count",
	"n_deepstack_layers"
], MAX_EXPERTS = 1024;
function readHparams(facts) {
	let hparams = readKeys(facts);
	return checkTensors(facts, hparams), hparams;
}
function readKeys(facts) {
	let traits = traitsOf(facts.architecture), keys = keyReader(facts), n_layer_all = keys.required("block_count", 1, MAX_LAYERS), n_layer = n_layer_all - keys.number("nextn_predict_layers", 0, 0, n_layer_all), n_embd = keys.required("embedding_length", 1, MAX_WIDTH2);
	for (let key2 of GRAPH_ONLY) keys.number(key2, 0, 0, MAX_WIDTH2);
	let perLayer = (key2, fallback) => keys.perLayer(key2, n_layer_all, fallback), n_head = perLayer("attention.head_count", 0), n_head_kv = perLayer("attention.head_count_kv", n_head), n_ff = perLayer("feed_forward_length", 0), head0 = n_head[0] ?? 0, anyHeads = head0 > 0, headSize = (key2, fallback) => anyHeads ? keys.number(key2, fallback, 1, MAX_WIDTH2) : 0, k_full = headSize("attention.key_length", anyHeads ? Math.floor(n_embd / head0) : 0), v_full = headSize("attention.value_length", anyHeads ? Math.floor(n_embd / head0) : 0), k_swa = headSize("attention.key_length_swa", k_full), v_swa = headSize("attention.value_length_swa", v_full), { n_swa, is_swa } = readSlidingWindow(keys, traits, n_layer_all, n_layer), is_recr = traits.recurrent === "by_tensors" ? layersWithState(facts, n_layer_all) : readRecurrentLayers(keys, traits, n_layer_all, n_layer, n_head_kv, n_ff), n_embd_head_k = is_swa.map((swa2) => swa2 ? k_swa : k_full), n_embd_head_v = is_swa.map((swa2) => swa2 ? v_swa : v_full), has_kv = is_recr.map((recr, il) => layerHasKv(il, recr, keys, traits, n_layer_all, n_layer, n_ff[il] ?? 0)), scaling = keys.real("rope.scaling.factor", keys.real("rope.scale_linear", 0, 0, 1e6), 0, 1e6), n_expert = keys.number("expert_count", 0, 0, MAX_EXPERTS), n_expert_used = n_expert > 1 ? keys.most("expert_used_count", n_layer_all, 1, n_expert) : keys.most("expert_used_count", n_layer_all, 0, MAX_EXPERTS);
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
		rope_freq_base: keys.real("rope.freq_base", 1e4, 0, 1e12),
		rope_freq_scale: scaling === 0 ? 1 : 1 / scaling
	};
}
function readSlidingWindow(keys, traits, n_layer_all, n_layer) {
	let none = { n_swa: 0, is_swa: Array.from({ length: n_layer_all }, () => !1) }, rule = traits.swa;
	if (traits.ignores_swa || rule === void 0 || rule.only_layers !== void 0 && rule.only_layers !== n_layer) return none;
	let key2 = keys.number("attention.sliding_window", rule.window ?? 0, 0, 2 ** 31);
	if (key2 === 0) return none;
	let listed = keys.booleans("attention.sliding_window_pattern", n_layer_all), pattern2 = listed === null ? keys.number("attention.sliding_window_pattern", rule.pattern ?? 0, 0, MAX_LAYERS) : 0, byPattern = (il) => il >= n_layer ? !1 : pattern2 === 0 ? !0 : rule.dense_first ? il % pattern2 !== 0 : il % pattern2 < pattern2 - 1, is_swa = none.is_swa.map((_7, il) => listed === null ? byPattern(il) : listed[il] ?? !1);
	return { n_swa: rule.fixed ?? key2, is_swa };
}
function readRecurrentLayers(keys, traits, n_layer_all, n_layer, n_head_kv, n_ff) {
	let layers = Array.from({ length: n_layer_all }, (_7, il) => il);
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
	if (recr && traits.recurrent !== "by_tensors" || traits.recurrent === "no_kv_heads_no_ffn" && n_ff !== 0) return !1;
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
	let known3 = READ.get(facts);
	if (known3 !== void 0) return known3;
	let hparams = readHparams(facts);
	return READ.set(facts, hparams), hparams;
}

// shared/estimate/layer-device.ts
var KNOWN2 = /* @__PURE__ */ new WeakMap();
function layerDevices(hparams, settings, placement) {
	let { n_gpu_layers, split_mode, tensor_split } = settings, placements = KNOWN2.get(hparams);
	placements === void 0 && KNOWN2.set(hparams, placements = /* @__PURE__ */ new Map());
	let shares = placement.devices > 1 ? `${split_mode} ${tensor_split.join()}` : "", key2 = `${n_gpu_layers} ${placement.devices} ${shares}`, where = placements.get(key2);
	return where === void 0 && placements.set(key2, where = placeLayers(hparams, settings, placement)), where;
}
function placeLayers(hparams, settings, placement) {
	let slots = hparams.n_layer_all + 1, offloaded = placement.devices === 0 ? 0 : Math.min(settings.n_gpu_layers, slots), first = slots - offloaded, bounds = cumulativeShares(settings, placement.devices);
	return Array.from({ length: slots }, (_7, il) => {
		if (il < first) return "host";
		let position = Math.fround((il - first) / offloaded), device = bounds.findIndex((bound) => bound > position);
		return device === -1 ? bounds.length - 1 : device;
	});
}
function cumulativeShares(settings, devices) {
	if (devices <= 1 || settings.split_mode === "none") return [1];
	let given = Array.from({ length: devices }, (_7, i8) => settings.tensor_split[i8] ?? 0), shares = given.some((share) => share > 0) ? given : given.map(() => 1), sums = [], sum = 0;
	for (let share of shares)
		sum = Math.fround(sum + share), sums.push(sum);
	return sums.map((value2) => Math.fround(value2 / sum));
}

// shared/estimate/extras/packing.ts
function hasAmx(capabilities) {
	return capabilities.includes("amx_int8") && capabilities.includes("avx512_vnni");
}
var AMX = /* @__PURE__ */ new Map([
	["q4_0", { columns: 32, block: 32, beside: 0 }],
	["q4_1", { columns: 32, block: 32, beside: 0 }],
	["q8_0", { columns: 32, block: 32, beside: 4 }],
	["q4_K", { columns: 256, block: 256, beside: 4 }],
	["q5_K", { columns: 256, block: 256, beside: 4 }],
	["q6_K", { columns: 256, block: 256, beside: 0 }],
	["iq4_xs", { columns: 256, block: 256, beside: 2 }],
	["f16", { columns: 16, block: 16, beside: 0 }]
]), AMX_ROWS = 32;
function amxPacking({ type, shape: shape2, expert }) {
	let kind2 = AMX.get(type), [columns = 0, rows = 1] = shape2;
	return kind2 === void 0 || expert || shape2.length < 2 || columns % kind2.columns !== 0 || rows % AMX_ROWS !== 0 ? null : padTo(tensorBytes(type, shape2) + rows * (columns / kind2.block) * kind2.beside, 32);
}

// shared/config/overrides/pattern-syntax.ts
var MOST_CHARS = 1e3, MOST_DEPTH = 50, SETS = {
	d: /[0-9]/,
	D: /[^0-9]/,
	w: /[A-Za-z0-9_]/,
	W: /[^A-Za-z0-9_]/,
	s: /\s/,
	S: /\S/
};
function parsePattern(text3) {
	if (text3 === "" || text3.length > MOST_CHARS)
		throw wrong(text3.slice(0, 20), `1 to ${MOST_CHARS} characters are allowed`);
	return new Parser(text3).whole();
}
function wrong(text3, why) {
	return new UserError(
		"input",
		`${text3} is no pattern for tensor names: ${why}`,
		"An example: blk\\.[0-3]\\.ffn_.*_exps"
	);
}
var Parser = class {
	at = 0;
	depth = 0;
	text;
	constructor(text3) {
		this.text = text3;
	}
	whole() {
		let node = this.choice();
		if (this.at < this.text.length) throw this.fail("a ) without its (");
		return node;
	}
	fail(why) {
		return wrong(this.text, why);
	}
	takes(char) {
		return this.text[this.at] !== char ? !1 : (this.at++, !0);
	}
	choice() {
		if (++this.depth > MOST_DEPTH) throw this.fail("too many groups in groups");
		let parts = [this.sequence()];
		for (; this.takes("|"); ) parts.push(this.sequence());
		return this.depth--, { kind: "choice", parts };
	}
	sequence() {
		let parts = [];
		for (; this.at < this.text.length && !/[|)]/.test(this.text.charAt(this.at)); ) parts.push(this.repeated());
		return { kind: "sequence", parts };
	}
	repeated() {
		let part = this.atom(), counts = this.counts();
		if (counts === null) return part;
		if (part.kind === "edge") throw this.fail("an edge cannot repeat");
		return this.takes("?"), { kind: "repeat", part, ...counts };
	}
	counts() {
		if (this.takes("*")) return { least: 0, most: 1 / 0 };
		if (this.takes("+")) return { least: 1, most: 1 / 0 };
		if (this.takes("?")) return { least: 0, most: 1 };
		if (!this.takes("{")) return null;
		let found3 = /^(\d{1,4})(,(\d{0,4}))?\}/.exec(this.text.slice(this.at));
		if (found3 === null) throw this.fail("a { must hold counts, as in {1,2}");
		this.at += found3[0].length;
		let least = Number(found3[1]), most = found3[2] === void 0 ? least : found3[3] === "" ? 1 / 0 : Number(found3[3]);
		if (most < least) throw this.fail("the second count is less than the first");
		return { least, most };
	}
	atom() {
		let char = this.text.charAt(this.at++);
		if (char === "^") return { kind: "edge", at: "start" };
		if (char === "$") return { kind: "edge", at: "end" };
		if (char === ".") return { kind: "char", test: () => !0 };
		if (char === "[") return { kind: "char", test: this.set() };
		if (char === "\\") return { kind: "char", test: testOf(this.escaped()) };
		if (/[*+?{]/.test(char)) throw this.fail(`nothing stands before ${char}`);
		if (char !== "(") return { kind: "char", test: testOf(char) };
		if (this.takes("?") && !this.takes(":")) throw this.fail("(? is only allowed as (?:");
		let node = this.choice();
		if (!this.takes(")")) throw this.fail("a ( without its )");
		return node;
	}
	/** What a backslash stands before: one of the sets, or a sign that means itself. */
	escaped() {
		let char = this.text.charAt(this.at++), set = SETS[char];
		if (set !== void 0) return set;
		if (char === "" || /[A-Za-z0-9]/.test(char)) throw this.fail(`\\${char} is not known`);
		return char;
	}
	set() {
		let none = this.takes("^"), tests = [];
		for (; !this.takes("]"); ) {
			let from = this.member(), next = this.text.charAt(this.at + 1);
			if (typeof from != "string" || this.text[this.at] !== "-" || next === "]" || next === "") {
				tests.push(testOf(from));
				continue;
			}
			this.at++;
			let to = this.member();
			if (typeof to != "string" || to < from) throw this.fail("a range in [ ] runs backwards");
			tests.push((char) => char >= from && char <= to);
		}
		return (char) => tests.some((test) => test(char)) !== none;
	}
	member() {
		if (this.at >= this.text.length) throw this.fail("a [ without its ]");
		if (this.text.startsWith("[:", this.at)) throw this.fail("classes such as [:digit:] are not read");
		return this.takes("\\") ? this.escaped() : this.text.charAt(this.at++);
	}
};
function testOf(what) {
	return typeof what == "string" ? (char) => char === what : (char) => what.test(char);
}

// shared/config/overrides/name-pattern.ts
var MOST_STATES = 5e3;
function namePattern(text3) {
	let end = { next: [] }, counter = { left: MOST_STATES }, first = compile2(parsePattern(text3), end, () => {
		if (--counter.left < 0)
			throw new UserError("input", `the pattern ${text3} is too large`, "Use smaller counts in { }.");
	});
	return { text: text3, found: (name) => runs(first, end, name) };
}
function compile2(node, next, count4) {
	switch (count4(), node.kind) {
		case "char":
			return { test: node.test, next: [next] };
		case "edge":
			return { edge: node.at, next: [next] };
		case "sequence":
			return node.parts.reduceRight((after, part) => compile2(part, after, count4), next);
		case "choice":
			return { next: node.parts.map((part) => compile2(part, next, count4)) };
		case "repeat": {
			let after = next;
			if (node.most === 1 / 0) {
				let loop = { next: [] };
				loop.next.push(compile2(node.part, loop, count4), next), after = loop;
			} else
				for (let i8 = node.least; i8 < node.most; i8++) after = { next: [compile2(node.part, after, count4), next] };
			for (let i8 = 0; i8 < node.least; i8++) after = compile2(node.part, after, count4);
			return after;
		}
	}
}
function runs(first, end, name) {
	let now = /* @__PURE__ */ new Set();
	for (let at2 = 0; at2 <= name.length; at2++) {
		let reached = closure([...now, first], at2, name.length);
		if (reached.has(end)) return !0;
		now = /* @__PURE__ */ new Set();
		let char = name.charAt(at2);
		for (let { test, next } of reached)
			if (char !== "" && test?.(char) === !0) for (let state of next) now.add(state);
	}
	return !1;
}
function closure(from, at2, length) {
	let reached = /* @__PURE__ */ new Set(), open2 = [...from];
	for (let state = open2.pop(); state !== void 0; state = open2.pop()) {
		if (reached.has(state)) continue;
		reached.add(state);
		let passes = state.edge === void 0 || (state.edge === "start" ? at2 === 0 : at2 === length);
		state.test === void 0 && passes && open2.push(...state.next);
	}
	return reached;
}

// shared/config/overrides/override-text.ts
var BUFFER = /^(?:CPU|[A-Za-z]{2,12}\d{0,3}(?:_Private)?|RPC\d{1,2}\[[A-Za-z0-9.:-]{1,260}\])$/, PATTERN = /^[\w.\\^$|?*+()[\]{}:-]+$/, OverrideTextSchema = string2().max(1300).refine(isOverride, {
	error: "PATTERN=BUFFER is expected: an expression over tensor names, and CPU or a device such as CUDA0"
});
function isOverride(text3) {
	let { pattern: pattern2, buffer } = splitOverride(text3);
	if (!PATTERN.test(pattern2) || !BUFFER.test(buffer)) return !1;
	try {
		return namePattern(pattern2), !0;
	} catch {
		return !1;
	}
}
function splitOverride(text3) {
	let at2 = text3.indexOf("=");
	return at2 < 0 ? { pattern: text3, buffer: "" } : { pattern: text3.slice(0, at2), buffer: text3.slice(at2 + 1) };
}
function bufferDevice(buffer, rpc_servers = []) {
	if (buffer === "CPU") return null;
	let [, nth, remote] = /^RPC(\d+)\[(.*)\]$/.exec(buffer) ?? [];
	return remote !== void 0 ? [...rpc_servers.keys()].filter((at2) => rpc_servers[at2] === remote)[Number(nth)] ?? -1 : rpc_servers.length + Number(/\d+/.exec(buffer)?.[0] ?? 0);
}

// shared/estimate/weight-table.ts
var ALIGNMENT = 32, EXPERTS = /\.ffn_(up|down|gate|gate_up)_(ch|)exps/, INPUT = /^(token_embd|per_layer_token_embd|position_embd|token_types)\.(weight|bias)$/, OUTPUT = /^(output|output_norm|cls|altup_|dense_[23]|dec\.output_norm|enc\.output_norm)/;
function groupTensorBytes(group2) {
	return padTo(tensorBytes(group2.type, group2.shape), ALIGNMENT);
}
function isExpertGroup(group2) {
	return EXPERTS.test(group2.name);
}
var TABLES = /* @__PURE__ */ new WeakMap();
function weightTable(facts, hparams) {
	let known3 = TABLES.get(facts);
	if (known3 !== void 0) return known3;
	let table = sumGroups(facts.tensors, hparams);
	return TABLES.set(facts, table), table;
}
function sumGroups(groups, hparams) {
	let zeros = () => Array.from({ length: hparams.n_layer_all }, () => 0), layer = zeros(), experts3 = zeros(), sums = { input: 0, output: 0, first: 0, rope: 0 };
	for (let group2 of groups) {
		let bytes2 = groupTensorBytes(group2);
		if (group2.layers === void 0) {
			sums[kindOf(group2.name, hparams)] += bytes2;
			continue;
		}
		let rows = isExpertGroup(group2) ? experts3 : layer;
		for (let [from, to] of group2.layers)
			for (let il = from; il <= Math.min(to, hparams.n_layer - 1); il++) rows[il] = (rows[il] ?? 0) + bytes2;
	}
	return { layer, experts: experts3, ...sums, tied: tiedBytes(groups, hparams) };
}
function kindOf(name, hparams) {
	return INPUT.test(name) ? "input" : name.startsWith("rope_f") ? "rope" : name.startsWith("token_embd_norm") ? hparams.traits.embedding_norm_is_output ? "output" : "first" : OUTPUT.test(name) ? "output" : "first";
}
function tiedBytes(groups, hparams) {
	let table = groups.find((group2) => group2.name === "token_embd.weight"), own3 = groups.some((group2) => group2.name === "output.weight");
	return table === void 0 || own3 || hparams.traits.no_output ? 0 : groupTensorBytes(table);
}

// shared/estimate/overrides/tensor-override.ts
var KNOWN3 = /* @__PURE__ */ new WeakMap();
function hasOverrides({ override_tensor = [] }) {
	return override_tensor.length > 0;
}
function rulesOf({ override_tensor = [], rpc_servers = [] }) {
	let servers = rpc_servers.join(), rules = KNOWN3.get(override_tensor);
	if (rules?.servers === servers) return rules;
	let list2 = override_tensor.map((text3) => {
		let { pattern: pattern2, buffer } = splitOverride(text3);
		return { pattern: namePattern(pattern2), place: bufferDevice(buffer, rpc_servers) ?? "host" };
	});
	return rules = { servers, list: list2, answers: /* @__PURE__ */ new Map(), parted: /* @__PURE__ */ new WeakMap(), kept: /* @__PURE__ */ new Map() }, KNOWN3.set(override_tensor, rules), rules;
}
function withinDevices(settings, n_devices) {
	if (!hasOverrides(settings)) return settings;
	let { list: list2, kept } = rulesOf(settings);
	if (list2.every(({ place }) => isThere(place, n_devices))) return settings;
	let texts = kept.get(n_devices);
	return texts === void 0 && (texts = (settings.override_tensor ?? []).filter((_7, i8) => isThere(list2[i8]?.place ?? "host", n_devices)), kept.set(n_devices, texts)), { ...settings, override_tensor: texts };
}
function isThere(place, n_devices) {
	return place === "host" || place >= 0 && place < n_devices;
}
function overriddenPlace(overrides, name) {
	if (!hasOverrides(overrides)) return null;
	let { list: list2, answers } = rulesOf(overrides), place = answers.get(name);
	return place === void 0 && (place = list2.find(({ pattern: pattern2 }) => pattern2.found(name))?.place ?? null, answers.set(name, place)), place;
}
function tensorName(group2, il) {
	return il < 0 ? group2 : group2.replace("%d", `${il}`);
}
function overridesText({ override_tensor = [], rpc_servers = [] }) {
	return override_tensor.length === 0 ? "" : `${override_tensor.join()} ${rpc_servers.join()}`;
}
var TABLE2 = "token_embd.weight";
function partWeights(facts, hparams, overrides) {
	let { parted: models } = rulesOf(overrides), known3 = models.get(facts);
	if (known3 !== void 0) return known3;
	let moved = /* @__PURE__ */ new Map(), add2 = (place, bytes2) => moved.set(place, (moved.get(place) ?? 0) + bytes2), { tied } = weightTable(facts, hparams), tensors = facts.tensors.flatMap((group2) => {
		let bytes2 = groupTensorBytes(group2);
		if (group2.layers === void 0) {
			let place = overriddenPlace(overrides, group2.name);
			return place === null ? [group2] : (add2(place, bytes2), group2.name === TABLE2 && hparams.traits.output_first && add2(place, tied), []);
		}
		let kept = [];
		for (let [from, to] of group2.layers)
			for (let il = from; il <= to; il++) {
				let place = overriddenPlace(overrides, tensorName(group2.name, il));
				place === null ? kept.push([il, il]) : il < hparams.n_layer && add2(place, bytes2);
			}
		return kept.length > 0 ? [{ ...group2, layers: kept }] : [];
	}), parted = { table: { ...weightTable({ ...facts, tensors }, hparams), tied: overriddenPlace(overrides, TABLE2) === null ? tied : 0 }, moved };
	return models.set(facts, parted), parted;
}

// shared/estimate/extras/repack.ts
var PINS = /* @__PURE__ */ new Set(["cuda", "rocm", "vulkan", "sycl"]);
function packs({ backend, n_devices }, { use_extra_bufts }) {
	return use_extra_bufts !== !1 && repacks(backend, n_devices);
}
function repacks(backend, n_devices) {
	return n_devices === 0 || backend === void 0 || !PINS.has(backend);
}
function timesOnHost(group2, hparams, where, settings) {
	if (group2.layers === void 0) {
		let home = /^(output|cls|dense_)/.test(group2.name) ? where[hparams.n_layer_all] : where[0];
		return (overriddenPlace(settings, group2.name) ?? home) === "host" ? 1 : 0;
	}
	let expert = isExpertGroup(group2), times = 0;
	for (let [from, to] of group2.layers)
		for (let il = from; il <= Math.min(to, hparams.n_layer - 1); il++) {
			let home = expert && il < settings.n_cpu_moe ? "host" : where[il];
			(overriddenPlace(settings, tensorName(group2.name, il)) ?? home) === "host" && times++;
		}
	return times;
}

// shared/estimate/extras/amx-abort.ts
function amxAborts(machine, facts, settings) {
	if (!hasAmx(machine.capabilities) || !packs(machine, settings)) return null;
	let names2 = settings.flash_attn === "off" ? /\.attn_k_b\.weight$/ : /\.attn_[kv]_b\.weight$/, latent = facts.tensors.filter((group2) => names2.test(group2.name) && amxPacking({ ...group2, expert: !1 }));
	if (latent.length === 0) return null;
	let hparams = hparamsOf(facts), where = layerDevices(hparams, settings, { devices: machine.n_devices });
	return latent.find((group2) => timesOnHost(group2, hparams, where, settings) > 0)?.name.replace("blk.%d.", "") ?? null;
}

// shared/validate/rules/amx.ts
var amxLatentAttention = {
	id: "LP207",
	scope: "target",
	title: "Weights that AMX cannot multiply",
	severity: "error",
	why: "llama.cpp packs the split weights of latent attention (MLA) for a processor with AMX, has no kernel for their product, and ends with an assertion before it serves.",
	remedy: "Set use_extra_bufts to false (--no-repack), or put these layers on a GPU.",
	check: ({ config: config2, model, target, placement }) => {
		let tensor = model && placement && amxAborts(
			{ capabilities: target.cpu.capabilities, backend: config2.backend, n_devices: placement.devices },
			model.facts,
			model.settings
		);
		return tensor === null ? [] : [{ path: ["settings", "use_extra_bufts"], args: { tensor } }];
	},
	fixes: ({ hit }) => [{ path: hit.path, values: [!1] }],
	sentence: (args) => `llama.cpp ends with an assertion here: it packs ${str(args, "tensor")} for AMX and cannot multiply it.`
};

// shared/validate/rules/backend.ts
var backendAvailable = {
	id: "LP303",
	scope: "target",
	title: "Backend not available",
	severity: "error",
	why: "The engine finds no such device, and either does not start or runs everything on the CPU.",
	remedy: "Choose a backend that the target has, or keep one config for each kind of hardware.",
	check: ({ config: config2, target, placement }) => placement === null ? [{ path: ["backend"], args: { backend: config2.backend, has: [.../* @__PURE__ */ new Set([...target.backends, "cpu"])] } }] : [],
	// Never one that leaves a GPU unused: that passes, and is many times slower.
	fixes: ({ targets: targets2 }) => [
		{
			path: ["backend"],
			values: [
				...new Set(
					targets2.flatMap(
						({ target }) => [target.backend, ...target.backends].filter((one) => one !== "cpu" || target.devices.length === 0)
					)
				)
			]
		}
	],
	sentence: (args) => `The target has no ${str(args, "backend")} backend; it has ${list(args, "has").join(", ")}. A config is for one kind of hardware.`
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
function problem(args, key2) {
	switch (str(args, "problem")) {
		case "missing":
			return `${key2} is missing.`;
		case "type":
			return `${key2} must be ${or(list(args, "expected").map(kind))}, not ${found(args)}.`;
		case "too_small":
			return `${key2} must be at least ${size(args)}${shown(args)}.`;
		case "too_big":
			return `${key2} must be at most ${size(args)}${shown(args)}.`;
		case "choice":
			return `${key2} must be ${or(list(args, "choices"))}.${near(args)}`;
		case "not_over":
			return `${key2} must be more than ${size(args)}${shown(args)}.`;
		case "form":
			return `${key2} must be ${str(args, "form")}.`;
		case "other_file":
			return "This is a hardware snapshot, not a runtime config. A snapshot is a target: pass it with --hardware.";
		default:
			return `${key2} is not valid.`;
	}
}
function size(args) {
	let limit = num(args, "limit");
	return str(args, "of") === "string" ? `${limit} ${limit === 1 ? "character" : "characters"} long` : str(args, "of") === "array" ? `${limit} ${limit === 1 ? "entry" : "entries"} long` : String(limit);
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
	let count4 = args.more;
	return typeof count4 != "number" ? "" : count4 === 1 ? " 1 more value is wrong." : ` ${count4} more values are wrong.`;
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
	let all2 = hparams.n_layer_all + 1, asked = settings.n_gpu_layers ?? -1;
	return {
		program,
		n_ctx: settings.n_ctx || hparams.n_ctx_train || 4096,
		n_batch: settings.n_batch ?? 2048,
		n_ubatch: settings.n_ubatch ?? 512,
		n_gpu_layers: asked < 0 ? all2 : Math.min(asked, all2),
		flash_attn: settings.flash_attn ?? "auto",
		cache_type_k: settings.cache_type_k ?? "f16",
		cache_type_v: settings.cache_type_v ?? "f16",
		n_parallel: settings.n_parallel ?? 1,
		kv_unified: settings.kv_unified ?? program === "server",
		offload_kqv: settings.offload_kqv ?? !0,
		swa_full: settings.swa_full ?? !1,
		n_cpu_moe: Math.min(settings.n_cpu_moe ?? 0, hparams.n_layer_all),
		...settings.override_tensor !== void 0 && {
			override_tensor: settings.override_tensor,
			rpc_servers: settings.rpc_servers ?? []
		},
		tensor_split: settings.tensor_split ?? [],
		split_mode: settings.split_mode ?? "layer",
		...settings.use_extra_bufts === !1 && { use_extra_bufts: !1 }
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
function unevenHead(key2, type, heads) {
	let block2 = blockLength(type), head2 = heads.find((size3) => size3 % block2 !== 0);
	return head2 === void 0 ? [] : [{ path: ["settings", key2], args: { key: key2, type, block: block2, head: head2 } }];
}

// shared/validate/rules/context-length.ts
function longest({ config: config2, model }) {
	if (model === null || model.hparams.n_ctx_train === 0) return Number.POSITIVE_INFINITY;
	let own3 = model.hparams.rope_freq_scale, scale = config2.settings.rope_freq_scale || own3, stretch = scale < own3 ? own3 / scale : 1;
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
		let need = estimate.devices[index] ?? { model: 0, context: 0, compute: 0 };
		return lineOf("device", device.name, need, device.usable);
	});
	if (!target.unified) lines2.push(lineOf("host", "RAM", estimate.host, target.host.usable));
	else {
		let own3 = estimate.devices.filter((_7, index) => devices[index]?.remote === void 0);
		lines2.push(lineOf("host", "shared memory", [estimate.host, ...own3].reduce(plus), target.host.usable));
	}
	return lines2;
}
function lineOf(kind2, name, need, usable2) {
	let need_bytes = totalOf(need);
	return { kind: kind2, name, need, need_bytes, usable: usable2, state: stateOf(need_bytes, usable2) };
}
function stateOf(need, usable2) {
	return need === 0 ? "fits" : usable2 === null || !Number.isFinite(need) ? "unknown" : need > usable2.bytes ? "over" : need > NEAR * usable2.bytes ? "near" : "fits";
}
function plus(a14, b7) {
	return { model: a14.model + b7.model, context: a14.context + b7.context, compute: a14.compute + b7.compute };
}

// shared/estimate/overrides/server-devices.ts
function serverDevices(devices) {
	let counts = /* @__PURE__ */ new Map();
	for (let { remote } of devices) remote && counts.set(remote.address, (counts.get(remote.address) ?? 0) + 1);
	return [...counts.values()];
}
function serversPerDevice(servers = [], counts = []) {
	return counts.length !== servers.length ? servers : servers.flatMap((server, at2) => Array(counts[at2] ?? 1).fill(server));
}
function perDevice(settings, counts = []) {
	return !hasOverrides(settings) || counts.every((n12) => n12 === 1) ? settings : { ...settings, rpc_servers: serversPerDevice(settings.rpc_servers, counts) };
}

// shared/validate/target-context.ts
function targetContext(context, target) {
	let { backend_stated, model, trouble, estimateOn, withConfig } = context, config2 = backend_stated ? context.config : withOwnBackend(context.config, target), devices = devicesFor(config2.backend, target), placement = devices && placementOn(devices, config2.backend), estimate = placement && estimateOn(placement);
	return {
		config: config2,
		backend_stated,
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
function placementOn(devices, backend) {
	let of_servers = serverDevices(devices);
	return { devices: devices.length, backend, ...of_servers.some((n12) => n12 > 1) && { of_servers } };
}
function withOwnBackend(config2, { backend }) {
	return backend === "cpu" ? { ...config2, backend, settings: { ...config2.settings, n_gpu_layers: 0 } } : config2.backend === backend ? config2 : { ...config2, backend };
}
function devicesFor(backend, target) {
	if (backend === "cpu") return [];
	if (!target.backends.includes(backend)) return null;
	let own3 = target.devices.filter((device) => device.backend === backend || device.remote !== void 0);
	return own3.length > 0 ? own3 : target.devices;
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
		let all2 = model.hparams.n_layer_all + 1;
		return layers > all2 ? [{ path, args: { n_gpu_layers: layers, all: all2 } }] : [];
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

// shared/estimate/extras/extra-term.ts
var EXTRA_IDS = [
	"mmproj.model",
	"mmproj.compute",
	"lora.model",
	"lora.compute",
	"draft.model",
	"draft.context",
	"draft.compute",
	"draft.output_buffer",
	"mtp.model",
	"mtp.context",
	"mtp.compute",
	"speculation.context",
	"speculation.compute",
	"server.output_buffer",
	"server.context_checkpoints",
	"server.prompt_cache",
	"host.repacked_file",
	"host.packed_weights",
	"device.op_offload",
	"device.cache_f16_copies",
	"driver.overhead"
];
function highestOf({ bytes: bytes2, high }) {
	return high === void 0 ? bytes2 : high;
}
function presentTerms(terms) {
	let rank2 = ({ place }) => place === "host" ? 1 / 0 : place;
	return terms.filter((term) => term.bytes > 0 || highestOf(term) !== 0).sort((a14, b7) => rank2(a14) === rank2(b7) ? EXTRA_IDS.indexOf(a14.id) - EXTRA_IDS.indexOf(b7.id) : rank2(a14) - rank2(b7));
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
		let cells = (hparams.is_swa[il] ? window : size3.n_ctx_seq) * size3.n_stream, k3 = rowBytes(settings.cache_type_k, hparams.n_embd_k_gqa[il] ?? 0), v6 = hparams.is_mla ? 0 : rowBytes(settings.cache_type_v, v_widest ?? hparams.n_embd_v_gqa[il] ?? 0);
		return (k3 + v6) * cells;
	};
	return (il) => ({ kv: hparams.has_kv[il] ? kv(il) : 0, recurrent: hparams.is_recr[il] ? state : 0 });
}

// shared/estimate/backend/cache-copies.ts
var HALF = 2, ALIGNMENT2 = 128;
function cacheCopyTerms({ hparams, size: size3, settings, where, n_devices, flash: flash2 }, backend) {
	let { cache_type_k, cache_type_v } = settings;
	if (cache_type_k === "f16" && cache_type_v === "f16" || !flash2 || backend !== "cuda" && backend !== "rocm") return [];
	let copied = (type, width) => type === "f16" ? 0 : width * HALF, window = hparams.n_swa > 0 ? swaCells(hparams, size3, settings) : size3.n_ctx_seq;
	return Array.from({ length: n_devices }, (_7, place) => {
		let layers = hparams.has_kv.map((has2, il) => {
			if (!has2 || where[il] !== place) return 0;
			let cells = (hparams.is_swa[il] ? window : size3.n_ctx_seq) * size3.n_stream, k3 = copied(cache_type_k, hparams.n_embd_k_gqa[il] ?? 0), v6 = hparams.is_mla ? 0 : copied(cache_type_v, hparams.n_embd_v_gqa[il] ?? 0);
			return k3 + v6 === 0 ? 0 : cells * (k3 + v6) + 2 * ALIGNMENT2;
		}), bytes2 = Math.max(0, ...layers);
		return {
			id: "device.cache_f16_copies",
			place,
			bytes: bytes2,
			low: 0,
			high: bytes2,
			source: `F16 copies of one layer's cache (${cache_type_k}/${cache_type_v}) for flash attention`,
			limit_flag: "--cache-type-k"
		};
	});
}

// shared/estimate/pipeline-copies.ts
var MAX_COPIES = 4;
function pipelineCopies({
	settings,
	where,
	n_devices
}) {
	return n_devices > 1 && settings.split_mode === "layer" && settings.offload_kqv && settings.n_cpu_moe === 0 && !hasOverrides(settings) && where.every((place) => place !== "host") ? MAX_COPIES : 1;
}

// shared/estimate/closed-form-compute.ts
var F322 = 4, F16 = 2, INPUT_INDEX_BYTES = 28, SAFETY = 1.35;
function closedFormCompute(run2, unknown3) {
	let { hparams, size: size3, settings, where, n_devices, flash: flash2 } = run2, layers = where.slice(0, hparams.n_layer), output2 = where[hparams.n_layer_all] ?? "host", tokens2 = reserveTokens(size3, settings), masks = maskBytes(hparams, size3, settings, tokens2, flash2) * (unknown3 === null ? 1 : 2), perLayer = 2 * F322 * tokens2 * (unknown3?.per_layer_width ?? 0), cacheOf = layerCache(hparams, size3, settings), widestCache = Math.max(0, ...layers.map((_7, il) => cacheOf(il).kv)), copies = pipelineCopies(run2), keptOnHost = (il) => !settings.offload_kqv && (hparams.has_kv[il] || hparams.is_recr[il]), peakAt = (place) => {
		let own3 = layers.flatMap((at2, il) => at2 === place || place === "host" && keptOnHost(il) ? [il] : []), runsHere = own3.length > 0, layer = Math.max(0, ...own3.map((il) => layerBytes(hparams, size3, settings, tokens2, il, flash2))), experts3 = place === "host" && settings.n_cpu_moe > 0 ? expertBytes(hparams, tokens2) : 0, logits = output2 === place && !hparams.traits.no_output ? logitsBytes(hparams, size3, tokens2) : 0, inputs = runsHere && place !== "host" ? (masks + tokens2 * INPUT_INDEX_BYTES) * copies : 0, elsewhere = unknown3 !== null && runsHere && own3.length < layers.length ? widestCache : 0, used = runsHere || output2 === place ? perLayer : 0;
		return Math.ceil((Math.max(layer, experts3, logits) + elsewhere) * SAFETY) + used + inputs;
	}, embeddings2 = (flash2 ? 2 : 4) * F322 * tokens2 * hparams.n_embd, hostInputs = masks * copies + tokens2 * INPUT_INDEX_BYTES * copies, host = peakAt("host");
	return {
		devices: Array.from({ length: n_devices }, (_7, device) => peakAt(device)),
		host: Math.max(Math.ceil(embeddings2 * SAFETY) + perLayer, host) + hostInputs
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
function contiguous(type, ne2) {
	let nb0 = rowBytes(type, 1), nb1 = rowBytes(type, ne2[0]);
	return [nb0, nb1, nb1 * ne2[1], nb1 * ne2[1] * ne2[2]];
}
function bytesOf({ type, ne: ne2, nb }) {
	if (ne2.includes(0)) return 0;
	let element = rowBytes(type, 1);
	return (nb[0] === element ? rowBytes(type, ne2[0]) : element + (ne2[0] - 1) * nb[0]) + (ne2[1] - 1) * nb[1] + (ne2[2] - 1) * nb[2] + (ne2[3] - 1) * nb[3];
}
function sameLayout(a14, b7) {
	if (a14.type !== b7.type) return !1;
	for (let i8 = 0; i8 < 4; i8++) if (a14.ne[i8] !== b7.ne[i8] || a14.nb[i8] !== b7.nb[i8]) return !1;
	return !0;
}
function newTensor(op, type, ne2, src, more4 = {}) {
	let base = more4.view_of;
	return {
		op,
		type,
		ne: ne2,
		nb: more4.nb ?? contiguous(type, ne2),
		src,
		// ggml flattens views of views.
		view_of: base === void 0 ? null : base.view_of ?? base,
		input: more4.input ?? !1,
		held: more4.held ?? -1,
		weight: more4.weight ?? !1,
		pinned: -1,
		backend: -1,
		visited: 0
	};
}

// shared/estimate/graph/ops.ts
function input(type, ...ne2) {
	return newTensor("leaf", type, shape(ne2), [], { input: !0 });
}
function held(backend, weight, type, ne2) {
	return newTensor("leaf", type, shape(ne2), [], { held: backend, weight });
}
function shape(ne2) {
	return [ne2[0] ?? 1, ne2[1] ?? 1, ne2[2] ?? 1, ne2[3] ?? 1];
}
function mulMat(a14, b7) {
	return newTensor("compute", "f32", [a14.ne[1], b7.ne[1], b7.ne[2], b7.ne[3]], [a14, b7]);
}
function mulMatId(as, b7, ids) {
	return newTensor("compute", "f32", [as.ne[1], ids.ne[0], b7.ne[2], 1], [as, b7, ids]);
}
function getRows(a14, ids) {
	return newTensor("compute", a14.type === "i32" ? "i32" : "f32", [a14.ne[0], ids.ne[0], ids.ne[1], ids.ne[2]], [a14, ids]);
}
function binary(a14, b7) {
	return newTensor("inplace", a14.type, a14.ne, [a14, b7]);
}
function unary(a14) {
	return newTensor("inplace", a14.type, a14.ne, [a14]);
}
function fresh(a14, ne2 = a14.ne, type = a14.type) {
	return newTensor("compute", type, ne2, [a14]);
}
function compute(type, ne2, ...src) {
	return newTensor("compute", type, shape(ne2), src);
}
function addId(a14, b7, ids) {
	return newTensor("inplace", a14.type, a14.ne, [a14, b7, ids]);
}
function softMaxExt(a14, mask, sinks) {
	return newTensor("inplace", a14.type, a14.ne, sinks === void 0 ? [a14, mask] : [a14, mask, sinks]);
}
function rope(a14, positions, factors) {
	return newTensor("rope", a14.type, a14.ne, factors === void 0 ? [a14, positions] : [a14, positions, factors]);
}
function gluSplit(gate2, up) {
	return newTensor("compute", gate2.type, gate2.ne, [gate2, up]);
}
function glu(a14) {
	return newTensor("compute", a14.type, [a14.ne[0] / 2, a14.ne[1], a14.ne[2], a14.ne[3]], [a14]);
}
function setRows(a14, b7, ids) {
	return newTensor("store", a14.type, a14.ne, [b7, ids, a14], { view_of: a14, nb: a14.nb });
}
function copyInto(a14, b7) {
	return newTensor("store", b7.type, b7.ne, [a14, b7], { view_of: b7, nb: b7.nb });
}
function overwrite(a14) {
	return newTensor("store", a14.type, a14.ne, [a14], { view_of: a14, nb: a14.nb });
}
function concat(a14, b7) {
	return newTensor("compute", a14.type, [a14.ne[0] + b7.ne[0], a14.ne[1], a14.ne[2], a14.ne[3]], [a14, b7]);
}
function cont(a14, ne2 = a14.ne, type = a14.type) {
	return newTensor("compute", type, ne2, [a14]);
}
function flashAttention(q, k3, v6, mask, sinks) {
	let src = [q, k3, v6, ...mask === null ? [] : [mask], ...sinks === void 0 ? [] : [sinks]];
	return newTensor("flash", "f32", [v6.ne[0], q.ne[2], q.ne[1], q.ne[3]], src);
}
function reshape(a14, ...ne2) {
	return newTensor("view", a14.type, shape(ne2), [a14], { view_of: a14 });
}
function view(a14, ne2, strides = []) {
	let [n0, n1, n22, n32] = shape(ne2), nb0 = rowBytes(a14.type, 1), nb1 = strides[0] ?? rowBytes(a14.type, n0), nb2 = strides[1] ?? nb1 * n1, nb3 = strides[2] ?? nb2 * n22;
	return newTensor("view", a14.type, [n0, n1, n22, n32], [a14], { view_of: a14, nb: [nb0, nb1, nb2, nb3] });
}
function permute(a14, axes) {
	let ne2 = [1, 1, 1, 1], nb = [0, 0, 0, 0];
	for (let i8 = 0; i8 < 4; i8++) {
		let to = axes[i8] ?? i8;
		ne2[to] = a14.ne[i8] ?? 1, nb[to] = a14.nb[i8] ?? 0;
	}
	return newTensor("view", a14.type, ne2, [a14], { view_of: a14, nb });
}
function transpose(a14) {
	return permute(a14, [1, 0, 2, 3]);
}

// shared/estimate/graph/attention.ts
function cachesOf(model, il, cells) {
	let { hparams, settings, size: size3 } = model, backend = settings.offload_kqv ? model.backendOf(il) : model.cpu, v_width = transposesV(settings) ? Math.max(...hparams.n_embd_v_gqa) : hparams.n_embd_v_gqa[il] ?? 0;
	return {
		k: held(backend, !1, settings.cache_type_k, [hparams.n_embd_k_gqa[il] ?? 0, cells, size3.n_stream]),
		v: hparams.is_mla ? null : held(backend, !1, settings.cache_type_v, [v_width, cells, size3.n_stream])
	};
}
function attention(model, inputs, caches, il, q, k3, v6, windowed, options = {}) {
	let { expand: expand3 } = model, rotated = (x6, rot) => rot === void 0 ? x6 : hadamard(x6, rot), q_cur = rotated(q, inputs.k_rot), k_cur = k3 === null ? null : rotated(k3, inputs.k_rot), v_cur = v6 === null ? null : rotated(v6, inputs.v_rot);
	expand3(q_cur);
	let order = windowed ? [k_cur, v_cur] : [v_cur, k_cur];
	for (let tensor of order) tensor !== null && expand3(tensor);
	k_cur !== null && expand3(storeK(model, caches.k, k_cur, inputs.k_idxs)), v_cur !== null && caches.v !== null && expand3(storeV(model, caches.v, v_cur, inputs.v_idxs));
	let layer = options.cache_layer ?? il, keys = readK(model, caches.k, inputs.cells, layer), values = caches.v === null ? keysAsValues(keys, v6) : readV(model, caches.v, inputs.cells, layer), out = attentionCore(model, il, q_cur, keys, values, inputs.mask, options);
	return rotated(out, inputs.v_rot);
}
function hadamard(x6, rot) {
	let n12 = rot.ne[0], elements = x6.ne[0] * x6.ne[1] * x6.ne[2] * x6.ne[3], rows = isContiguous(x6) ? reshape(x6, n12, elements / n12) : cont(x6, [n12, elements / n12, 1, 1]);
	return reshape(mulMat(rot, rows), ...x6.ne);
}
function isContiguous(x6) {
	let nb1 = rowBytes(x6.type, x6.ne[0]), dense = (nb, expected, ne2) => ne2 === 1 || nb === expected;
	return x6.nb[0] === rowBytes(x6.type, 1) && dense(x6.nb[1], nb1, x6.ne[1]) && dense(x6.nb[2], nb1 * x6.ne[1], x6.ne[2]) && dense(x6.nb[3], nb1 * x6.ne[1] * x6.ne[2], x6.ne[3]);
}
function storeK(model, cache, k3, idxs) {
	let rows = view(k3, [k3.ne[0] * k3.ne[1], k3.ne[2]], [k3.nb[2]]), { n_stream } = model.size, into = n_stream > 1 ? reshape(cache, cache.ne[0], cache.ne[1] * n_stream) : cache;
	return setRows(into, rows, idxs);
}
function storeV(model, cache, v6, idxs) {
	if (!transposesV(model.settings)) return storeK(model, cache, v6, idxs);
	let width = v6.ne[0] * v6.ne[1], rows = rowBytes(v6.type, width) === v6.nb[2] ? reshape(v6, width, v6.ne[2]) : cont(v6, [width, v6.ne[2], 1, 1]);
	width < cache.ne[0] && (rows = cont(rows, [cache.ne[0], v6.ne[2], 1, 1]));
	let elements = reshape(rows, 1, rows.ne[0] * rows.ne[1]), into = reshape(cache, 1, cache.ne[0] * cache.ne[1] * cache.ne[2]);
	return setRows(into, elements, idxs);
}
function readK(model, cache, cells, il) {
	let head2 = model.hparams.n_embd_head_k[il] ?? 0, heads = model.hparams.n_head_kv[il] ?? 0, row = rowBytes(cache.type, cache.ne[0]);
	return view(cache, [head2, heads, cells, model.size.n_stream], [rowBytes(cache.type, head2), row, row * cells]);
}
function readV(model, cache, cells, il) {
	let head2 = model.hparams.n_embd_head_v[il] ?? 0, heads = model.hparams.n_head_kv[il] ?? 0, { n_stream } = model.size;
	if (!transposesV(model.settings)) {
		let row = rowBytes(cache.type, cache.ne[0]);
		return view(cache, [head2, heads, cells, n_stream], [rowBytes(cache.type, head2), row, row * cells]);
	}
	let column = rowBytes(cache.type, cells);
	return view(cache, [cells, heads, head2, n_stream], [column * head2, column, column * cache.ne[0]]);
}
function keysAsValues(keys, v6) {
	return view(keys, [v6?.ne[0] ?? keys.ne[0], keys.ne[1], keys.ne[2], keys.ne[3]], [keys.nb[1], keys.nb[2], keys.nb[3]]);
}
function attentionCore(model, il, query, keys, values, mask, { sinks, v_mla, soft_cap }) {
	let transposed = values.nb[1] > values.nb[2], streams = keys.ne[3], split = view(
		query,
		[query.ne[0], query.ne[1], query.ne[2] / streams, streams],
		[query.nb[1], query.nb[2], query.nb[3] / streams]
	), q = permute(split, [0, 2, 1, 3]), k3 = permute(keys, [0, 2, 1, 3]), v6 = permute(values, [0, 2, 1, 3]), out;
	if (model.flash) {
		transposed && (v6 = transpose(v6)), k3.type === "f32" && (k3 = cont(k3, k3.ne, "f16")), v6.type === "f32" && (v6 = cont(v6, v6.ne, "f16"));
		let attended2 = flashAttention(q, k3, v6, mask, sinks);
		model.flashes.set(il, attended2), v_mla !== void 0 && (attended2 = mulMat(v_mla, permute(attended2, [0, 2, 1, 3])), attended2 = cont(permute(attended2, [0, 2, 1, 3]))), out = reshape(attended2, attended2.ne[0] * attended2.ne[1], attended2.ne[2] * attended2.ne[3]);
	} else {
		let kq = mulMat(k3, q);
		soft_cap && (kq = unary(unary(unary(kq)))), kq = softMaxExt(kq, mask, sinks), transposed || (v6 = cont(transpose(v6)));
		let kqv = mulMat(v6, kq);
		v_mla !== void 0 && (kqv = mulMat(v_mla, kqv));
		let merged = permute(kqv, [0, 2, 1, 3]);
		out = cont(merged, [merged.ne[0] * merged.ne[1], merged.ne[2] * merged.ne[3], 1, 1]), model.settings.offload_kqv || (out.pinned = model.cpu);
	}
	return model.expand(out), out;
}
function project(model, name, il, x6) {
	let product = mulMat(model.need(`${name}.weight`, il), x6), bias = model.weight(`${name}.bias`, il);
	return bias === void 0 ? product : binary(product, bias);
}

// shared/estimate/graph/embedding.ts
function embedTokens(model) {
	let { n_tokens, hparams, expand: expand3 } = model, tokens2 = input("i32", n_tokens), vectors = input("f32", hparams.n_embd, n_tokens), rows = getRows(model.need("token_embd.weight", -1), tokens2);
	return expand3(rows), expand3(vectors), rows;
}

// shared/estimate/graph/hparam-values.ts
function hparamNumber({ facts }, key2, fallback = 0) {
	let value2 = facts.hparams[key2];
	return typeof value2 == "number" ? value2 : fallback;
}
function hparamAt({ facts }, key2, il) {
	let value2 = facts.hparams[key2];
	return Number((Array.isArray(value2) ? value2[il] : value2) ?? 0);
}
function hparamFlag({ facts }, key2, fallback) {
	let value2 = facts.hparams[key2];
	return typeof value2 == "boolean" ? value2 : fallback;
}

// shared/estimate/graph/feed-forward.ts
var LEAST_LIMIT = 1e-6;
function gate(model, il, gates, up, limit_key = "") {
	return hparamAt(model, limit_key, il) <= LEAST_LIMIT ? gluSplit(gates, up) : binary(unary(unary(gates)), unary(up));
}
function denseFeedForward(model, il, x6, options = {}) {
	let suffix = options.suffix ?? "", up = project(model, `ffn_up${suffix}`, il, x6), hidden;
	if (model.weight(`ffn_gate${suffix}.weight`, il) !== void 0)
		hidden = gate(model, il, project(model, `ffn_gate${suffix}`, il, x6), up, options.clamped_by);
	else if (options.fused)
		hidden = glu(up);
	else {
		hidden = up;
		for (let i8 = 0; i8 < (options.activation_ops ?? 1); i8++) hidden = unary(hidden);
	}
	return project(model, `ffn_down${suffix}`, il, hidden);
}
function expertFeedForward(model, il, x6, options) {
	let { expand: expand3 } = model, { n_expert, n_expert_used } = model.hparams, used = options.used ?? n_expert_used, [n_embd, n_tokens] = x6.ne, logits = options.scores ?? mulMat(model.need("ffn_gate_inp.weight", il), x6), routerBias = model.weight("ffn_gate_inp.bias", il);
	routerBias !== void 0 && (logits = binary(logits, routerBias));
	let probs = options.gating === "softmax_weight" ? logits : unary(logits), selectionBias = model.weight("exp_probs_b.bias", il), selection = selectionBias === void 0 ? probs : binary(probs, selectionBias);
	options.weigh_first && (selection = logits), selection = limitGroups(model, selection);
	let sorted = fresh(selection, selection.ne, "i32"), chosen = view(sorted, [used, n_tokens], [sorted.nb[1]]), weights = getRows(reshape(probs, 1, n_expert, n_tokens), chosen);
	if (options.gating === "softmax_weight" && (weights = reshape(unary(reshape(weights, used, n_tokens)), 1, used, n_tokens)), options.normalise) {
		let flat2 = reshape(weights, used, n_tokens), sum = unary(fresh(flat2, [1, n_tokens, 1, 1]));
		weights = reshape(binary(flat2, sum), 1, used, n_tokens);
	}
	options.scaled && (weights = unary(weights)), expand3(weights);
	let each = reshape(x6, n_embd, 1, n_tokens);
	options.weigh_first && (each = binary(compute("f32", [n_embd, used, n_tokens], each), weights));
	let experts3 = expertMatMul(model, "ffn_down_exps", il, gated(model, il, each, chosen, options), chosen), downBias = model.weight("ffn_down_exps.bias", il);
	return downBias !== void 0 && (experts3 = addId(experts3, downBias, chosen)), options.weigh_first || (experts3 = binary(experts3, weights)), expand3(experts3), sumExperts(model, experts3);
}
function expertMatMul(model, name, il, x6, chosen) {
	let product = mulMatId(model.need(`${name}.weight`, il), x6, chosen), scale = model.weight(`${name}.scale`, il);
	if (scale === void 0) return product;
	let [n_expert] = scale.ne, repeated = compute("f32", [1, n_expert, x6.ne[2]], reshape(scale, 1, n_expert));
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
	for (let i8 = 0; i8 < (options.activation_ops ?? 1); i8++) hidden = unary(hidden);
	return hidden;
}
function limitGroups(model, selection) {
	let { n_expert } = model.hparams, groups = Number(model.facts.hparams.expert_group_count ?? 0), used = Number(model.facts.hparams.expert_group_used_count ?? 0);
	if (groups <= 1) return selection;
	let n_tokens = selection.ne[1], per = n_expert / groups, grouped = reshape(selection, per, groups, n_tokens), best2 = fresh(grouped, grouped.ne, "i32"), two = view(best2, [2, groups, n_tokens], [best2.nb[1], best2.nb[2]]), scores = getRows(reshape(grouped, 1, per, groups, n_tokens), two), summed = fresh(reshape(scores, 2, groups, n_tokens), [1, groups, n_tokens, 1]), flat2 = reshape(summed, groups, n_tokens), order = fresh(flat2, flat2.ne, "i32"), kept = view(order, [used, n_tokens], [order.nb[1]]), rows = getRows(grouped, kept), masked = unary(grouped);
	return reshape(setRows(masked, rows, kept), n_expert, n_tokens);
}
function sumExperts(model, experts3) {
	let [n_embd, used, n_tokens] = experts3.ne, parts = Array.from({ length: used }, () => view(experts3, [n_embd, n_tokens], [experts3.nb[2]]));
	for (let part of parts) model.expand(part);
	let sum = parts[0];
	for (let part of parts.slice(1))
		sum = binary(sum, part), model.expand(sum);
	return used === 1 ? cont(sum) : sum;
}

// shared/estimate/graph/expert-layers.ts
function expertsOrDense(experts3, dense = {}) {
	return (model, il, x6) => {
		if (model.weight("ffn_gate_inp.weight", il) === void 0) return denseFeedForward(model, il, x6, dense);
		let routed = expertFeedForward(model, il, x6, typeof experts3 == "function" ? experts3(model) : experts3);
		return model.weight("ffn_up_shexp.weight", il) === void 0 ? routed : binary(routed, denseFeedForward(model, il, x6, { ...dense, suffix: "_shexp" }));
	};
}
function gatedSharedExperts(experts3) {
	return (model, il, x6) => {
		let routed = expertFeedForward(model, il, x6, experts3(model)), logit = mulMat(model.need("ffn_gate_inp_shexp.weight", il), x6), share = binary(unary(logit), logit);
		return binary(routed, binary(denseFeedForward(model, il, x6, { suffix: "_shexp" }), share));
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
function norm(model, x6, name, il, kind2 = "rms") {
	let weight = model.weight(`${name}.weight`, il), bias = model.weight(`${name}.bias`, il), plain3 = kind2 === "rms" ? unary(x6) : fresh(x6);
	il >= 0 && (weight !== void 0 || bias !== void 0) && pinToLayer(model, plain3, il);
	let scaled = weight === void 0 ? plain3 : binary(plain3, weight);
	return bias === void 0 ? scaled : binary(scaled, bias);
}
function pinToLayer(model, tensor, il) {
	let { settings, hparams, n_tokens } = model;
	(n_tokens < 32 || settings.n_gpu_layers > hparams.n_layer_all) && (tensor.pinned = model.backendOf(il));
}

// shared/estimate/graph/query-key-value.ts
function queryKeyValue(model, il, x6) {
	let { hparams, n_tokens } = model, heads = hparams.n_head[il] ?? 0, heads_kv = hparams.n_head_kv[il] ?? 0, head_k = hparams.n_embd_head_k[il] ?? 0, head_v = hparams.n_embd_head_v[il] ?? 0, limit = Number(model.facts.hparams["attention.clamp_kqv"] ?? 0), clamped = (tensor) => limit > 0 ? unary(tensor) : tensor;
	if (model.weight("attn_qkv.weight", il) === void 0) {
		let q = clamped(project(model, "attn_q", il, x6)), k3 = clamped(project(model, "attn_k", il, x6)), v6 = clamped(project(model, "attn_v", il, x6));
		return {
			q: reshape(q, head_k, heads, n_tokens),
			k: reshape(k3, head_k, heads_kv, n_tokens),
			v: reshape(v6, head_v, heads_kv, n_tokens)
		};
	}
	let qkv = clamped(project(model, "attn_qkv", il, x6)), part = (head2, n12) => view(qkv, [head2, n12, n_tokens], [rowBytes(qkv.type, head2), qkv.nb[1]]);
	return { q: part(head_k, heads), k: part(head_k, heads_kv), v: part(head_v, heads_kv) };
}
function flatQueryKeyValue(model, il, x6) {
	if (model.weight("attn_qkv.weight", il) === void 0) {
		let q = project(model, "attn_q", il, x6), k3 = project(model, "attn_k", il, x6), v6 = project(model, "attn_v", il, x6);
		return { q, k: k3, v: v6 };
	}
	let { hparams, n_tokens } = model, qkv = project(model, "attn_qkv", il, x6), part = (width) => cont(view(qkv, [width, n_tokens], [qkv.nb[1]]));
	return {
		q: part((hparams.n_head[il] ?? 0) * (hparams.n_embd_head_k[il] ?? 0)),
		k: part(hparams.n_embd_k_gqa[il] ?? 0),
		v: part(hparams.n_embd_v_gqa[il] ?? 0)
	};
}
function splitHeads(model, il, { q, k: k3, v: v6 }) {
	let { hparams, n_tokens } = model, split = (x6, head2 = 1) => reshape(x6, head2, x6.ne[0] / head2, n_tokens);
	return {
		q: split(q, hparams.n_embd_head_k[il]),
		k: split(k3, hparams.n_embd_head_k[il]),
		v: split(v6, hparams.n_embd_head_v[il])
	};
}
function ropeFactors(model, il, name = "rope_freqs.weight") {
	let factors = model.weight(name, -1);
	if (factors === void 0 || overriddenPlace(model.settings, name) !== null) return factors;
	let backend = model.backendOf(il), key2 = `${name} ${backend}`, known3 = model.rope_factors.get(key2);
	if (known3 !== void 0) return known3;
	let copy = held(backend, !0, factors.type, factors.ne);
	return model.rope_factors.set(key2, copy), copy;
}

// shared/estimate/graph/uncached-attention.ts
function uncachedAttention(model) {
	let { hparams, n_tokens, flash: flash2, expand: expand3 } = model, mask = () => input(flash2 ? "f16" : "f32", n_tokens, n_tokens), full = mask(), window = hparams.n_swa > 0 ? mask() : full;
	return (il, q, k3, v6, options = {}) => {
		if (k3 === null || v6 === null) throw new TypeError("attention without a cache needs keys and values");
		for (let tensor of [q, k3, v6]) expand3(tensor);
		return attentionCore(model, il, q, k3, v6, hparams.is_swa[il] ? window : full, options);
	};
}

// shared/estimate/graph/architectures/bert.ts
function buildBert(model) {
	let { hparams, n_tokens } = model, positions = input("i32", n_tokens), x6 = embeddingNorm(model, embedSegments(model, positions)), attend3 = uncachedAttention(model), out_ids = input("i32", model.n_outputs), rotate = (tensor) => hparams.architecture === "bert" ? tensor : rope(tensor, positions);
	for (let il of model.layers) {
		let { q, k: k3, v: v6 } = queryKeyValue(model, il, x6), read2 = attend3(il, rotate(q), rotate(k3), v6), attended2 = project(model, "attn_output", il, read2), [rows, stream] = lastRows(model, il, out_ids, attended2, x6), middle = norm(model, binary(rows, stream), "attn_output_norm", il, "layer");
		x6 = norm(model, binary(feedForward(model, il, middle), middle), "layer_output_norm", il, "layer");
	}
	return model.expand(x6), { kept: [x6] };
}
var feedForward = expertsOrDense({ gating: "softmax", normalise: !1, scaled: !1 });
function embedSegments(model, positions) {
	let x6 = embedTokens(model), segments = model.weight("token_types.weight", -1);
	segments !== void 0 && (x6 = binary(x6, view(segments, [model.hparams.n_embd])));
	let table = model.weight("position_embd.weight", -1);
	return table === void 0 ? x6 : binary(getRows(table, positions), x6);
}
function embeddingNorm(model, x6) {
	let plain3 = fresh(x6);
	return pinToLayer(model, plain3, 0), binary(binary(plain3, model.need("token_embd_norm.weight", -1)), model.need("token_embd_norm.bias", -1));
}

// shared/estimate/graph/deepstack.ts
function deepstackLayers({ hparams }) {
	return Number(hparams.n_deepstack_layers ?? 0);
}
function embedDeepstack(model) {
	let { n_tokens, hparams, facts, expand: expand3 } = model, layers = deepstackLayers(facts), width = hparams.n_embd * (1 + layers), tokens2 = input("i32", n_tokens), vectors = input("f32", width, n_tokens), rows = getRows(model.need("token_embd.weight", -1), tokens2), padded2 = compute("f32", [width, n_tokens], rows);
	expand3(padded2), expand3(vectors);
	let part = () => view(padded2, [hparams.n_embd, n_tokens], [padded2.nb[1]]), x6 = part();
	return expand3(x6), { x: x6, addPart: (il, stream) => il < layers ? binary(stream, part()) : stream };
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
	let n12 = 64;
	for (; first % (2 * n12) === 0; ) n12 *= 2;
	return input("f32", n12, n12);
}

// shared/estimate/graph/layer-attention.ts
function layerAttention(model) {
	let { hparams } = model, windowed = hparams.n_swa > 0, full = attentionInputs(model, !1), window = windowed ? attentionInputs(model, !0) : full, made = /* @__PURE__ */ new Map(), caches = (il, cells) => {
		let known3 = made.get(il) ?? cachesOf(model, il, cells);
		return made.set(il, known3), known3;
	};
	return (il, q, k3, v6, options) => {
		let inputs = hparams.is_swa[il] ? window : full;
		return attention(model, inputs, caches(cacheOwner(model, il), inputs.cells), il, q, k3, v6, windowed, options);
	};
}
function cacheOwner({ hparams }, il) {
	return hparams.has_kv[il] ? il : hparams.has_kv.lastIndexOf(!0) + 1 - (hparams.is_swa[il] ? 2 : 1);
}

// shared/estimate/graph/output.ts
function output(model, x6, kind2 = "rms", finish = (logits) => logits, options = {}) {
	let all2 = norm(model, x6, options.norm ?? "output_norm", -1, kind2), normed = options.out_ids === void 0 ? all2 : getRows(all2, options.out_ids), product = mulMat(model.weight("output.weight", -1) ?? tiedOutput(model), normed), bias = model.weight("output.bias", -1), logits = finish(bias === void 0 ? product : binary(product, bias));
	return model.expand(logits), { kept: [all2, normed, logits] };
}
function tiedOutput(model) {
	let table = model.need("token_embd.weight", -1), backend = model.backendOf(model.hparams.n_layer_all);
	return backend === model.cpu ? table : { ...table, held: backend };
}

// shared/estimate/graph/query-key-norm.ts
function normedQueryKey(model, il, x6, order, kind2, rotate) {
	let normed = (name, tensor) => model.weight(`${name}.weight`, il) === void 0 ? tensor : norm(model, tensor, name, il, kind2);
	if (order === "all_heads") {
		let { hparams, n_tokens } = model, flat2 = flatQueryKeyValue(model, il, x6), heads = (tensor, head2) => reshape(tensor, head2 ?? 1, tensor.ne[0] / (head2 ?? 1), n_tokens);
		return {
			q: rotate(heads(normed("attn_q_norm", flat2.q), hparams.n_embd_head_k[il])),
			k: rotate(heads(normed("attn_k_norm", flat2.k), hparams.n_embd_head_k[il])),
			v: heads(flat2.v, hparams.n_embd_head_v[il])
		};
	}
	let { q, k: k3, v: v6 } = queryKeyValue(model, il, x6);
	return order === "head" ? { q: rotate(normed("attn_q_norm", q)), k: rotate(normed("attn_k_norm", k3)), v: v6 } : { q: normed("attn_q_norm", rotate(q)), k: normed("attn_k_norm", rotate(k3)), v: v6 };
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
		let { hparams, n_tokens } = model, deepstack = deepstackLayers(model.facts) > 0 ? embedDeepstack(model) : void 0, embedded = deepstack?.x ?? embedTokens(model), scaled = (tensor) => options.scaled_residual?.(model) ? unary(tensor) : tensor, positions = input("i32", n_tokens * positionsPerToken(model.facts)), table = model.weight("position_embd.weight", -1), placed2 = table === void 0 ? embedded : binary(embedded, getRows(table, positions)), x6 = options.scaled_embedding?.(model) ? unary(placed2) : placed2, attend3 = hparams.traits.no_cache ? uncachedAttention(model) : layerAttention(model), out_ids = input("i32", model.n_outputs), postNormed = (tensor, name, il) => name === void 0 ? tensor : norm(model, tensor, name, il, kind2);
		for (let il of model.layers) {
			let normed = norm(model, x6, "attn_norm", il, kind2), rotate = (tensor) => hasRope(model.facts, il) && (!options.windowed_rope || hparams.is_swa[il]) ? rope(tensor, positions, ropeFactors(model, il, options.rope_factors)) : tensor, { q, k: k3, v: v6 } = normedQueryKey(model, il, normed, qk_norm, kind2, rotate), query = options.scaled_query ? unary(q) : q, read2 = attend3(il, query, k3, v6), rows = (tensor) => il === hparams.n_layer - 1 ? getRows(tensor, out_ids) : tensor, attended2 = postNormed(rows(project(model, "attn_output", il, read2)), options.attention_post_norm, il), middle = binary(scaled(attended2), rows(x6)), fed_from = options.norm_is_shared?.(model, il) ?? !1 ? rows(normed) : norm(model, middle, ffn_norm, il, kind2), fed = postNormed(feed_forward(model, il, fed_from), options.ffn_post_norm, il);
			x6 = options.stream_first ? binary(middle, scaled(fed)) : binary(scaled(fed), middle), deepstack !== void 0 && (x6 = deepstack.addPart(il, x6));
		}
		let logitsOps = options.logits_ops?.(model) ?? 0;
		return output(model, x6, kind2, (logits) => {
			let result = logits;
			for (let i8 = 0; i8 < logitsOps; i8++) result = unary(result);
			return result;
		});
	};
}
var buildDecoder = decoder();

// shared/estimate/graph/architectures/parallel-decoder.ts
function parallelDecoder(options) {
	return (model) => {
		let { hparams, n_tokens } = model, x6 = embedTokens(model), positions = input("i32", n_tokens), inputs = attentionInputs(model, !1), out_ids = input("i32", model.n_outputs);
		for (let il of model.layers) {
			let stream = x6, normed = norm(model, x6, "attn_norm", il, "layer"), attentionNorm = model.weight("attn_norm_2.weight", il) === void 0 ? normed : norm(model, x6, "attn_norm_2", il, "layer"), rotate = (tensor) => rope(tensor, positions), { q, k: k3, v: v6 } = normedQueryKey(model, il, attentionNorm, "head", "layer", rotate), query = options.scaled_query ? unary(q) : q, read2 = attention(model, inputs, cachesOf(model, il, inputs.cells), il, query, k3, v6, !1), attended2 = project(model, "attn_output", il, read2);
			il === hparams.n_layer - 1 && (attended2 = getRows(attended2, out_ids), stream = getRows(stream, out_ids), normed = getRows(normed, out_ids));
			let fed_from = model.weight("ffn_norm.weight", il) !== void 0 ? norm(model, stream, "ffn_norm", il, "layer") : normed;
			x6 = options.sum(denseFeedForward(model, il, fed_from), attended2, stream);
		}
		return output(model, x6, "layer", (logits) => options.scaled_logits?.(model) ? unary(logits) : logits);
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
var softmax = (normalise) => expertsOrDense((model) => expertKeys(model, { gating: "softmax", normalise })), byKeys = expertsOrDense((model) => expertKeys(model)), has = (key2) => (model) => Number(model.facts.hparams[key2] ?? 0) !== 0, always = () => !0, squaredRelu = (model, il, x6) => denseFeedForward(model, il, x6, { activation_ops: 2 }), granite = (scaled) => decoder({
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
		feed_forward: (model, il, x6) => denseFeedForward(model, il, x6, { fused: !0 }),
		ffn_post_norm: "post_ffw_norm"
	}),
	glm4moe: decoder({ ffn_norm: "post_attention_norm", feed_forward: byKeys }),
	gpt2: decoder({ norm: "layer" }),
	gptneox: buildGptNeoX,
	granite: granite(has),
	granitemoe: granite(has),
	"hunyuan-dense": decoder({ qk_norm: "head_after_rope" }),
	"hunyuan-moe": decoder({ qk_norm: "head_after_rope", feed_forward: softmax(!0) }),
	internlm2: buildDecoder,
	llada: buildDecoder,
	"llada-moe": decoder({ feed_forward: softmax(!1) }),
	llama: buildDecoder,
	minicpm: granite(() => always),
	"minimax-m2": decoder({
		qk_norm: "all_heads",
		feed_forward: (model, il, x6) => expertFeedForward(model, il, x6, expertKeys(model, { normalise: !0 }))
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
function latentAttention(model, inputs, il, x6, options) {
	let { hparams, n_tokens } = model, heads = hparams.n_head[il] ?? 0, rank2 = hparamNumber(model, "attention.kv_lora_rank"), rotary = hparamNumber(model, "rope.dimension_count"), head_k = hparamNumber(model, "attention.key_length_mla") || (hparams.n_embd_head_k[il] ?? 0), head_v = hparamNumber(model, "attention.value_length_mla") || (hparams.n_embd_head_v[il] ?? 0), plain3 = head_k - rotary, rotated = (tensor) => options.positions === void 0 ? tensor : rope(tensor, options.positions), q = reshape(queries(model, il, x6), head_k, heads, n_tokens), compressed = mulMat(model.need("attn_kv_a_mqa.weight", il), x6), { nb } = compressed, k_pe = rotated(view(compressed, [rotary, 1, n_tokens], [nb[1], nb[1]])), kv = norm(model, view(compressed, [rank2, n_tokens], [nb[1]]), "attn_kv_a_norm", il), k_b = model.weight("attn_k_b.weight", il), scaled = (tensor) => options.scales === void 0 ? tensor : binary(tensor, options.scales), caches = cachesOf(model, il, inputs.cells);
	if (k_b !== void 0) {
		let q_pe = rotated(view(q, [rotary, heads, n_tokens], [q.nb[1], q.nb[2]])), q_nope = permute(view(q, [plain3, heads, n_tokens], [q.nb[1], q.nb[2]]), [0, 2, 1, 3]), absorbed = permute(mulMat(k_b, q_nope), [0, 2, 1, 3]), query = scaled(concat(absorbed, q_pe)), v7 = reshape(kv, rank2, 1, n_tokens), v_mla = model.need("attn_v_b.weight", il), read3 = attention(model, inputs, caches, il, query, concat(v7, k_pe), v7, !1, { v_mla });
		return project(model, "attn_output", il, read3);
	}
	let both = mulMat(model.need("attn_kv_b.weight", il), kv), head2 = both.nb[1] / heads, k_nope = view(both, [plain3, heads, n_tokens], [head2, both.nb[1]]), v6 = cont(view(both, [head_v, heads, n_tokens], [head2, both.nb[1]])), k3 = concat(k_nope, compute("f32", [rotary, heads, n_tokens], k_pe)), read2 = attention(model, inputs, caches, il, scaled(rotated(q)), k3, v6, !1);
	return project(model, "attn_output", il, read2);
}
function queries(model, il, x6) {
	let whole = model.weight("attn_q.weight", il);
	if (whole !== void 0) return mulMat(whole, x6);
	let low = norm(model, mulMat(model.need("attn_q_a.weight", il), x6), "attn_q_a_norm", il);
	return mulMat(model.need("attn_q_b.weight", il), low);
}

// shared/estimate/graph/architectures/deepseek2.ts
var feedForward2 = expertsOrDense((model) => {
	let { n_layer, n_vocab } = model.hparams, lite = (n_layer === 47 || n_layer === 48) && n_vocab === 154880, unsaid = hparamNumber(model, "expert_gating_func") === 0;
	return expertKeys(model, lite && unsaid ? { gating: "sigmoid" } : {});
});
function buildDeepseek2(model) {
	let { n_tokens } = model, x6 = embedTokens(model), scales = hparamNumber(model, "attention.temperature_scale") === 0 ? {} : { scales: input("f32", 1, 1, n_tokens) }, positions = input("i32", n_tokens), inputs = attentionInputs(model, !1), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let normed = norm(model, x6, "attn_norm", il), attended2 = latentAttention(model, inputs, il, normed, { positions, ...scales }), [a14, b7] = lastRows(model, il, out_ids, attended2, x6), middle = binary(a14, b7);
		x6 = binary(feedForward2(model, il, norm(model, middle, "ffn_norm", il)), middle);
	}
	return output(model, x6);
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
function readStates(model, inputs, all2, read2 = getRows) {
	let { expand: expand3 } = model, width = all2.ne[0], states = reshape(all2, width, all2.ne[1]);
	expand3(overwrite(view(states, [width])));
	let out = read2(states, inputs.main);
	return expand3(out), expand3(copyInto(getRows(states, inputs.extra), view(all2, [width, 0], [all2.nb[1]]))), out;
}

// shared/estimate/graph/mamba2-layer.ts
var FLOAT = 4;
function mamba2Layer(model, inputs, il, x6) {
	let { n_tokens, settings, expand: expand3 } = model, d_conv = hparamNumber(model, "ssm.conv_kernel"), d_inner = hparamNumber(model, "ssm.inner_size"), d_state = hparamNumber(model, "ssm.state_size"), heads = hparamNumber(model, "ssm.time_step_rank"), groups = hparamNumber(model, "ssm.group_count"), head2 = d_inner / heads, seqs = settings.n_parallel, tokens2 = n_tokens / seqs, channels = d_inner + 2 * groups * d_state, states = statesOf(model, il), conv = reshape(readStates(model, inputs, states.conv), d_conv - 1, channels, seqs), projected = mulMat(model.need("ssm_in.weight", il), x6), parts = reshape(projected, projected.ne[0], tokens2, seqs), [, nb1, nb2] = parts.nb.slice(0, 3), z4 = view(parts, [head2, heads, tokens2, seqs], [head2 * FLOAT, nb1, nb2]), before = view(parts, [channels, tokens2, seqs], [nb1, nb2]), dt_in = view(parts, [heads, tokens2, seqs], [nb1, nb2]), conv_x = concat(conv, transpose(before)), last = view(conv_x, [d_conv - 1, channels, seqs], [conv_x.nb[1], conv_x.nb[2]]);
	expand3(copyInto(last, view(states.conv, [(d_conv - 1) * channels, seqs], [states.conv.nb[1]])));
	let kernel = model.need("ssm_conv1d.weight", il), convolved = compute("f32", [channels, tokens2, seqs], conv_x, kernel), xBC = unary(binary(convolved, model.need("ssm_conv1d.bias", il))), strides = (width2) => [width2 * FLOAT, xBC.nb[1], xBC.nb[2]], v6 = view(xBC, [head2, heads, tokens2, seqs], strides(head2)), b7 = view(xBC, [d_state, groups, tokens2, seqs], strides(d_state)), c12 = view(xBC, [d_state, groups, tokens2, seqs], strides(d_state)), dt = binary(cont(dt_in), model.need("ssm_dt.bias", il)), a14 = model.need("ssm_a", il), snapshots = 1 + (settings.n_rs_seq ?? 0), size3 = d_inner * n_tokens + d_state * d_inner * seqs * snapshots, scanned = readStates(
		model,
		inputs,
		states.ssm,
		(all2, rows) => compute("f32", [size3], reshape(all2, d_state, head2, heads, all2.ne[1]), v6, dt, a14, b7, c12, rows)
	), width = d_state * d_inner;
	expand3(
		copyInto(
			view(scanned, [width, seqs, 1], [width * FLOAT, width * FLOAT * seqs]),
			view(states.ssm, [width, seqs, 1], [states.ssm.nb[1], states.ssm.nb[1] * seqs])
		)
	);
	let read2 = view(scanned, [head2, heads, tokens2, seqs], [v6.nb[1], heads * v6.nb[1], tokens2 * heads * v6.nb[1]]), y13 = binary(read2, binary(v6, model.need("ssm_d", il)));
	return y13 = gluSplit(cont(z4), y13), model.weight("ssm_norm.weight", il) !== void 0 && (y13 = norm(model, reshape(y13, d_inner / groups, groups, tokens2, seqs), "ssm_norm", il)), project(model, "ssm_out", il, reshape(y13, d_inner, n_tokens));
}

// shared/estimate/graph/architectures/falcon-h1.ts
function buildFalconH1(model) {
	let x6 = embedTokens(model), positions = input("i32", model.n_tokens), recurrent = recurrentInputs(model), inputs = attentionInputs(model, !1), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let { q, k: k3, v: v6 } = queryKeyValue(model, il, norm(model, x6, "attn_norm", il)), caches = cachesOf(model, il, inputs.cells), read2 = attention(model, inputs, caches, il, rope(q, positions), rope(k3, positions), v6, !1), attended2 = project(model, "attn_output", il, read2), mixed = mamba2Layer(model, recurrent, il, norm(model, x6, "attn_norm", il)), [middle] = lastRows(model, il, out_ids, binary(binary(attended2, mixed), x6));
		x6 = binary(denseFeedForward(model, il, feedForwardNorm(model, il, middle)), middle);
	}
	return output(model, x6);
}
function feedForwardNorm(model, il, x6) {
	let plain3 = unary(x6);
	return pinToLayer(model, plain3, il), binary(plain3, model.need("ffn_norm", il));
}

// shared/estimate/graph/architectures/granite-hybrid.ts
var feedForward3 = expertsOrDense((model) => expertKeys(model, { gating: "softmax", normalise: !0 }));
function buildGraniteHybrid(model) {
	let { hparams, expand: expand3 } = model, scaled = (key2, tensor) => hparamNumber(model, key2) === 0 ? tensor : unary(tensor), x6 = scaled("embedding_scale", embedTokens(model));
	expand3(x6);
	let recurrent = recurrentInputs(model), inputs = attentionInputs(model, !1), out_ids = input("i32", model.n_outputs), positions = hparamFlag(model, "rope.scaling.finetuned", !0) ? input("i32", model.n_tokens) : void 0;
	for (let il of model.layers) {
		let normed = norm(model, x6, "attn_norm", il), mixed = hparams.is_recr[il] === !0 ? mamba2Layer(model, recurrent, il, normed) : attend(model, inputs, positions, il, normed), [a14, b7] = lastRows(model, il, out_ids, mixed, x6), middle = binary(scaled("residual_scale", a14), b7), fed = feedForward3(model, il, norm(model, middle, "ffn_norm", il));
		x6 = binary(scaled("residual_scale", fed), middle);
	}
	return output(model, x6, "rms", (logits) => scaled("logit_scale", logits));
}
function attend(model, inputs, positions, il, x6) {
	let { q, k: k3, v: v6 } = queryKeyValue(model, il, x6), rotated = (tensor) => positions === void 0 ? tensor : rope(tensor, positions, ropeFactors(model, il)), read2 = attention(model, inputs, cachesOf(model, il, inputs.cells), il, rotated(q), rotated(k3), v6, !1);
	return project(model, "attn_output", il, read2);
}

// shared/estimate/graph/delta-net.ts
var FLOAT2 = 4;
function l2Norm(x6) {
	return unary(unary(x6));
}
function convolutionInput(model, inputs, all2, columns, kernel, centred = !1) {
	let [channels, , seqs] = columns.ne, states = reshape(readStates(model, inputs, all2), kernel - 1, channels, seqs), joined = centred ? padded(states, columns, Math.floor((kernel - 1) / 2)) : concat(states, transpose(columns)), last = view(joined, [kernel - 1, channels, seqs], [joined.nb[1], joined.nb[2]]);
	return model.expand(copyInto(last, view(all2, [(kernel - 1) * channels, seqs], [all2.nb[1]]))), joined;
}
function padded(states, columns, pad) {
	let [, channels, seqs] = states.ne, left = cont(view(states, [pad, channels, seqs], [states.nb[1], states.nb[2]])), joined = concat(left, transpose(columns));
	return compute("f32", [joined.ne[0] + pad, channels, seqs], joined);
}
function fusedDeltaNet({ q, k: k3, v: v6, gate: gate2, beta, state, snapshots = 1 }) {
	let [head2, heads, tokens2, seqs] = v6.ne, width = head2 * heads, both = compute("f32", [width, (tokens2 + head2 * snapshots) * seqs], q, k3, v6, gate2, beta, state), row = head2 * FLOAT2;
	return {
		out: view(both, [head2, heads, tokens2, seqs], [row, row * heads, row * heads * tokens2]),
		state: view(both, [head2, head2, heads, seqs], [row, row * head2, row * head2 * heads])
	};
}

// shared/estimate/graph/kimi-delta-layer.ts
var FLOAT3 = 4;
function kimiDeltaLayer(model, inputs, il, x6) {
	let { n_tokens, settings, hparams, expand: expand3 } = model, seqs = settings.n_parallel, tokens2 = n_tokens / seqs, heads = hparams.n_head[0] ?? 0, head2 = hparamNumber(model, "kda.head_dim"), width = head2 * heads, product = (name, input2) => mulMat(model.need(`${name}.weight`, il), input2), states = statesOf(model, il), stored = readStates(model, inputs, states.conv), columns = inputColumns(model, il, x6, width), convolved = ["q", "k", "v"].map(
		(name) => convolution(model, il, name, columns(name), states.conv, stored, { head: head2, heads, tokens: tokens2, seqs })
	), decay = unary(binary(product("ssm_f_b", product("ssm_f_a", x6)), model.need("ssm_dt.bias", il))), rates = reshape(model.need("ssm_a", il), 1, heads, 1), gate2 = reshape(binary(reshape(decay, head2, heads, n_tokens), rates), head2, heads, tokens2, seqs), beta = unary(reshape(product("ssm_beta", x6), 1, heads, tokens2, seqs)), bySequence = reshape(x6, x6.ne[0], tokens2, seqs), state = reshape(readStates(model, inputs, states.ssm), head2, head2, heads, seqs), [q, k3, v6] = convolved, result = fusedDeltaNet({ q: l2Norm(q), k: l2Norm(k3), v: v6, gate: gate2, beta, state }), out = cont(result.out);
	expand3(copyInto(result.state, view(states.ssm, [states.ssm.ne[0] * seqs])));
	let again = reshape(bySequence, x6.ne[0], n_tokens), outGate = reshape(product("ssm_g_b", product("ssm_g_a", again)), head2, heads, n_tokens), normed = norm(model, reshape(out, head2, heads, n_tokens), "ssm_norm", il);
	return product("attn_output", cont(binary(normed, unary(outGate)), [width, n_tokens, 1, 1]));
}
function inputColumns(model, il, x6, width) {
	let fused = model.weight("attn_qkv.weight", il);
	if (fused === void 0) return (name) => mulMat(model.need(`attn_${name}.weight`, il), x6);
	let all2 = mulMat(fused, x6);
	return () => cont(view(all2, [width, model.n_tokens], [all2.nb[1]]));
}
function convolution(model, il, name, columns, all2, stored, { head: head2, heads, tokens: tokens2, seqs }) {
	let width = head2 * heads, taps = hparamNumber(model, "ssm.conv_kernel"), strides = [(taps - 1) * FLOAT3, 3 * (taps - 1) * width * FLOAT3], state = view(stored, [taps - 1, width, seqs], strides), joined = concat(state, transpose(reshape(columns, width, tokens2, seqs))), last = view(joined, [taps - 1, width, seqs], [joined.nb[1], joined.nb[2]]);
	model.expand(copyInto(last, view(all2, [taps - 1, width, seqs], strides)));
	let kernel = reshape(model.need(`ssm_conv1d_${name}.weight`, il), taps, width), convolved = compute("f32", [width, tokens2, seqs], joined, kernel);
	return reshape(unary(reshape(convolved, width, tokens2 * seqs)), head2, heads, tokens2, seqs);
}

// shared/estimate/graph/architectures/kimi-linear.ts
var feedForward4 = expertsOrDense((model) => expertKeys(model, { normalise: !0 }));
function buildKimiLinear(model) {
	let x6 = embedTokens(model), recurrent = recurrentInputs(model), inputs = attentionInputs(model, !1), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let normed = norm(model, x6, "attn_norm", il);
		model.expand(normed);
		let mixed = model.hparams.is_recr[il] === !0 ? kimiDeltaLayer(model, recurrent, il, normed) : latentAttention(model, inputs, il, normed, {}), [a14, b7] = lastRows(model, il, out_ids, mixed, x6), middle = binary(a14, b7);
		x6 = binary(feedForward4(model, il, norm(model, middle, "ffn_norm", il)), middle);
	}
	return output(model, x6);
}

// shared/estimate/graph/architectures/lfm2.ts
var feedForward5 = expertsOrDense((model) => expertKeys(model, { normalise: !0 }));
function buildLfm2(model) {
	let x6 = embedTokens(model), recurrent = recurrentInputs(model), inputs = windowInputs(model), positions = input("i32", model.n_tokens), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let normed = norm(model, x6, "attn_norm", il), mixed = model.hparams.is_recr[il] === !0 ? shortConvolution(model, recurrent, il, normed) : attend2(model, inputs, positions, il, normed), [a14, b7] = lastRows(model, il, out_ids, mixed, x6), middle = binary(b7, a14);
		x6 = binary(middle, feedForward5(model, il, norm(model, middle, "ffn_norm", il)));
	}
	return output(model, x6, "rms", void 0, { norm: "token_embd_norm" });
}
function windowInputs(model) {
	return model.hparams.n_swa === 0 ? attentionInputs(model, !1) : { ...attentionInputs(model, !0), k_rot: void 0, v_rot: void 0 };
}
function shortConvolution(model, inputs, il, x6) {
	let { n_tokens, settings } = model, { causal } = model.hparams, seqs = settings.n_parallel, tokens2 = n_tokens / seqs, all2 = mulMat(model.need("shortconv.in_proj.weight", il), reshape(x6, x6.ne[0], tokens2, seqs)), third = () => view(all2, [all2.ne[0] / 3, tokens2, seqs], [all2.nb[1], all2.nb[2]]), kernel = model.need("shortconv.conv.weight", il), columns = binary(third(), third()), joined = convolutionInput(model, inputs, statesOf(model, il).conv, columns, kernel.ne[0], !causal), convolved = compute("f32", [kernel.ne[1], tokens2, seqs], joined, kernel), out = mulMat(model.need("shortconv.out_proj.weight", il), binary(third(), convolved));
	return reshape(out, out.ne[0], n_tokens);
}
function attend2(model, inputs, positions, il, x6) {
	let { q, k: k3, v: v6 } = queryKeyValue(model, il, x6), turned = (name, heads) => rope(norm(model, heads, name, il), positions), query = turned("attn_q_norm", q), caches = cachesOf(model, il, inputs.cells), read2 = attention(model, inputs, caches, il, query, turned("attn_k_norm", k3), v6, model.hparams.n_swa > 0);
	return project(model, "attn_output", il, read2);
}

// shared/estimate/graph/architectures/mamba2.ts
function buildMamba2(model) {
	let x6 = embedTokens(model), inputs = recurrentInputs(model), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let mixed = mamba2Layer(model, inputs, il, norm(model, x6, "attn_norm", il)), [a14, b7] = lastRows(model, il, out_ids, mixed, x6);
		x6 = binary(a14, b7);
	}
	return output(model, x6);
}

// shared/estimate/graph/architectures/nemotron-h.ts
var ACTIVATION = { activation_ops: 2 };
function buildNemotronH(model) {
	let x6 = embedTokens(model), recurrent = recurrentInputs(model), inputs = attentionInputs(model, !1), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers)
		x6 = binary(block(model, recurrent, inputs, il, norm(model, x6, "attn_norm", il)), x6);
	return output(model, x6, "rms", void 0, { out_ids });
}
function block(model, recurrent, inputs, il, x6) {
	let { hparams } = model;
	if (hparams.is_recr[il] === !0) return mamba2Layer(model, recurrent, il, x6);
	if (hparams.n_ff[il] !== 0) return feedForward6(model, il, x6);
	let { q, k: k3, v: v6 } = queryKeyValue(model, il, x6), read2 = attention(model, inputs, cachesOf(model, il, inputs.cells), il, q, k3, v6, !1);
	return project(model, "attn_output", il, read2);
}
function feedForward6(model, il, x6) {
	let router = model.weight("ffn_gate_inp.weight", il);
	if (router === void 0) return denseFeedForward(model, il, x6, ACTIVATION);
	let through = (name, tensor) => {
		let weight = model.weight(`${name}.weight`, il);
		return weight === void 0 ? tensor : mulMat(weight, tensor);
	}, narrow2 = through("ffn_latent_down", x6), used = expertsUsed(model, il), keys = expertKeys(model, { gating: "sigmoid", ...ACTIVATION, used, scores: mulMat(router, x6) }), experts3 = through("ffn_latent_up", expertFeedForward(model, il, narrow2, keys));
	return binary(experts3, denseFeedForward(model, il, x6, { ...ACTIVATION, suffix: "_shexp" }));
}
function expertsUsed({ facts, hparams }, il) {
	let listed = facts.hparams.expert_used_count, used = Array.isArray(listed) ? listed[il] : listed;
	return typeof used == "number" ? used : hparams.n_expert_used;
}

// shared/estimate/graph/gated-delta-layer.ts
var FLOAT4 = 4;
function gatedDeltaLayer(model, inputs, il, x6) {
	let { n_tokens, settings, expand: expand3 } = model, seqs = settings.n_parallel, heads_v = hparamNumber(model, "ssm.time_step_rank"), sizes = {
		head_k: hparamNumber(model, "ssm.state_size"),
		heads_k: hparamNumber(model, "ssm.group_count"),
		head_v: hparamNumber(model, "ssm.inner_size") / heads_v,
		heads_v,
		tokens: n_tokens / seqs,
		seqs
	}, { head_k, heads_k, head_v, tokens: tokens2 } = sizes, { columns, z: z4 } = mixedColumns(model, il, x6, sizes), { beta, alpha } = strengthAndDecay(model, il, x6, sizes), softplus = unary(binary(alpha, model.need("ssm_dt.bias", il))), gate2 = reshape(binary(softplus, model.need("ssm_a", il)), 1, heads_v, tokens2, seqs), kernel = model.need("ssm_conv1d.weight", il), states = statesOf(model, il), joined = convolutionInput(model, inputs, states.conv, columns, kernel.ne[0]), state = reshape(readStates(model, inputs, states.ssm), head_v, head_v, heads_v, seqs), mixed = unary(compute("f32", [kernel.ne[1], tokens2, seqs], joined, kernel)), row = (2 * head_k * heads_k + head_v * heads_v) * FLOAT4, part = (head2, heads) => view(mixed, [head2, heads, tokens2, seqs], [head2 * FLOAT4, row, row * tokens2]), repeated = (heads) => repeatHeads(model, heads, sizes), q = repeated(l2Norm(part(head_k, heads_k))), k3 = repeated(l2Norm(part(head_k, heads_k))), snapshots = 1 + (settings.n_rs_seq ?? 0), result = fusedDeltaNet({ q, k: k3, v: part(head_v, heads_v), gate: gate2, beta, state, snapshots });
	expand3(copyInto(result.state, view(states.ssm, [states.ssm.ne[0], seqs], [states.ssm.nb[1]])));
	let normed = norm(model, result.out, "ssm_norm", il), gated2 = binary(normed, unary(reshape(z4, head_v, heads_v, tokens2, seqs))), out = project(model, "ssm_out", il, reshape(gated2, head_v * heads_v, tokens2, seqs));
	return reshape(out, out.ne[0], n_tokens);
}
function mixedColumns(model, il, x6, sizes) {
	let { head_k, heads_k, head_v, heads_v, tokens: tokens2, seqs } = sizes, whole = model.weight("attn_qkv.weight", il);
	if (whole !== void 0)
		return { columns: reshape(mulMat(whole, x6), whole.ne[1], tokens2, seqs), z: mulMat(model.need("attn_gate.weight", il), x6) };
	let per = head_v * heads_v / heads_k, all2 = mulMat(model.need("ssm_in.weight", il), x6), byHead = reshape(all2, 2 * head_k + 2 * per, heads_k, tokens2, seqs), part = (width) => view(byHead, [width, heads_k, tokens2, seqs], byHead.nb.slice(1)), flat2 = (width) => cont(part(width), [width * heads_k, tokens2, seqs, 1]), z4 = cont(part(per));
	return { columns: concat(concat(flat2(head_k), flat2(head_k)), flat2(per)), z: z4 };
}
function strengthAndDecay(model, il, x6, sizes) {
	let { heads_k, heads_v, tokens: tokens2, seqs } = sizes, both = model.weight("ssm_ba.weight", il);
	if (both === void 0)
		return { beta: unary(reshape(mulMat(model.need("ssm_beta.weight", il), x6), 1, heads_v, tokens2, seqs)), alpha: reshape(mulMat(model.need("ssm_alpha.weight", il), x6), heads_v, tokens2, seqs) };
	let per = heads_v / heads_k, mixed = reshape(mulMat(both, x6), 2 * per, heads_k, tokens2, seqs), part = () => view(mixed, [per, heads_k, tokens2, seqs], mixed.nb.slice(1));
	return { beta: reshape(unary(cont(part())), 1, heads_v, tokens2, seqs), alpha: cont(part(), [heads_v, tokens2, seqs, 1]) };
}
function repeatHeads({ facts }, x6, { head_k, heads_k, heads_v, tokens: tokens2, seqs }) {
	if (facts.architecture !== "qwen3next" || heads_k === heads_v) return x6;
	let apart = reshape(x6, head_k, 1, heads_k, tokens2 * seqs), repeated = compute("f32", [head_k, heads_v / heads_k, heads_k, tokens2 * seqs], apart);
	return reshape(repeated, head_k, heads_v, tokens2, seqs);
}

// shared/estimate/graph/architectures/qwen-hybrid.ts
function buildQwenHybrid(model) {
	let { hparams, n_tokens, facts } = model, x6 = embedTokens(model), recurrent = recurrentInputs(model), inputs = attentionInputs(model, !1), positions = input("i32", facts.architecture === "qwen3next" ? n_tokens : 4 * n_tokens), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let normed = norm(model, x6, "attn_norm", il);
		model.expand(normed);
		let mixed = hparams.is_recr[il] === !0 ? gatedDeltaLayer(model, recurrent, il, normed) : gatedAttention(model, inputs, positions, il, normed), middle = binary(mixed, x6);
		x6 = binary(qwenFeedForward(model, il, norm(model, middle, "post_attention_norm", il)), middle);
	}
	return output(model, x6, "rms", void 0, { out_ids });
}
function gatedAttention(model, inputs, positions, il, x6) {
	let { hparams, n_tokens } = model, head2 = hparams.n_embd_head_k[il] ?? 0, heads = hparams.n_head[il] ?? 0, heads_kv = hparams.n_head_kv[il] ?? 0, both = project(model, "attn_q", il, x6), half = () => view(both, [head2, heads, n_tokens], [both.nb[1] / heads, both.nb[1]]), q = rope(norm(model, half(), "attn_q_norm", il), positions), keys = reshape(project(model, "attn_k", il, x6), head2, heads_kv, n_tokens), k3 = rope(norm(model, keys, "attn_k_norm", il), positions), v6 = reshape(project(model, "attn_v", il, x6), head2, heads_kv, n_tokens), gate2 = cont(half(), [head2 * heads, n_tokens, 1, 1]), read2 = attention(model, inputs, cachesOf(model, il, inputs.cells), il, q, k3, v6, !1);
	return project(model, "attn_output", il, binary(read2, unary(gate2)));
}
function qwenFeedForward(model, il, x6) {
	if (model.weight("ffn_gate_inp.weight", il) === void 0) return denseFeedForward(model, il, x6);
	let routed = expertFeedForward(model, il, x6, expertKeys(model, { gating: "softmax", normalise: !0 }));
	if (model.weight("ffn_up_shexp.weight", il) === void 0) return routed;
	let shared = denseFeedForward(model, il, x6, { suffix: "_shexp" }), gate2 = unary(mulMat(model.need("ffn_gate_inp_shexp.weight", il), x6));
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
	let x6 = embedTokens(model), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let normed = norm(model, x6, "attn_norm", il, "layer"), { q, k: k3, v: v6 } = queryKeyValue(model, il, normed), placed2 = (tensor) => model.hparams.is_swa[il] ? rope(tensor, positions, ropeFactors(model, il)) : tensor, read2 = project(model, "attn_output", il, attend3(il, placed2(q), placed2(k3), v6)), [attended2, residual, fed] = lastRows(model, il, out_ids, read2, x6, normed);
		x6 = binary(binary(denseFeedForward(model, il, fed), residual), attended2);
	}
	let scaled = hparamNumber(model, "logit_scale") !== 0;
	return output(model, x6, "layer", (logits) => scaled ? unary(logits) : logits);
}

// shared/estimate/graph/layer-norm.ts
function optionalNorm(model, x6, name, il) {
	return model.weight(`${name}.weight`, il) === void 0 ? x6 : norm(model, x6, name, il);
}
function postNorm(model, x6, name, il) {
	return binary(unary(x6), model.need(`${name}.weight`, il));
}

// shared/estimate/graph/logits.ts
function softCapLogits(model) {
	let cap = hparamNumber(model, "final_logit_softcapping");
	return (logits) => cap === 0 ? logits : unary(unary(unary(logits)));
}

// shared/estimate/graph/architectures/gemma.ts
function buildGemma(model) {
	let x6 = unary(embedTokens(model)), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs);
	return output(model, gemmaLayers(model, x6, positions, attend3, out_ids), "rms", softCapLogits(model));
}
function gemmaLayers(model, embedded, positions, attend3, out_ids) {
	let soft_cap = model.facts.architecture === "gemma2", x6 = embedded;
	for (let il of model.layers) {
		let qkv = queryKeyValue(model, il, norm(model, x6, "attn_norm", il)), q = unary(rope(optionalNorm(model, qkv.q, "attn_q_norm", il), positions)), k3 = rope(optionalNorm(model, qkv.k, "attn_k_norm", il), positions), read2 = project(model, "attn_output", il, attend3(il, q, k3, qkv.v, { soft_cap })), [attended2, residual] = lastRows(model, il, out_ids, read2, x6), middle = binary(norm(model, attended2, "post_attention_norm", il), residual), fed = denseFeedForward(model, il, norm(model, middle, "ffn_norm", il));
		x6 = binary(postNorm(model, fed, "post_ffw_norm", il), middle);
	}
	return x6;
}

// shared/estimate/graph/per-layer-inputs.ts
function perLayerInputs(model, embedded) {
	let table = model.need("per_layer_token_embd.weight", -1), { n_tokens } = model, { n_layer } = model.hparams, width = table.ne[0] / n_layer, looked_up = unary(reshape(getRows(table, input("i32", n_tokens)), width, n_layer, n_tokens));
	model.expand(looked_up);
	let projected = unary(mulMat(model.need("per_layer_model_proj.weight", -1), embedded)), normed = norm(model, reshape(projected, width, n_layer, n_tokens), "per_layer_proj_norm", -1);
	return cont(permute(unary(binary(normed, looked_up)), [0, 2, 1, 3]));
}
function slice(x6) {
	return view(x6, [x6.ne[0], x6.ne[1]]);
}

// shared/estimate/graph/altup.ts
var N_ALTUP = 4;
function magnitude(x6) {
	return unary(fresh(unary(x6), [1, x6.ne[1], x6.ne[2], x6.ne[3]]));
}
function spreadStreams(model, x6) {
	let [n_embd, n_tokens] = x6.ne, target = magnitude(x6), repeated = compute("f32", [n_embd, n_tokens, N_ALTUP - 1], x6), added = mulMat(model.need("altup_proj.weight", -1), repeated), scaled = binary(binary(added, target), magnitude(added));
	return compute("f32", [n_embd, n_tokens, N_ALTUP], x6, scaled);
}
function mergeStreams(model, streams) {
	let target = magnitude(slice(streams)), product = mulMat(model.need("altup_unembd_proj.weight", -1), restOf(streams)), scaled = binary(binary(product, target), magnitude(product)), sum = slice(streams);
	for (let i8 = 1; i8 < N_ALTUP; i8++) sum = binary(sum, slice(scaled));
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
function addToRest(streams, x6) {
	return compute("f32", streams.ne, slice(streams), binary(restOf(streams), x6));
}
function restOf(streams) {
	return view(streams, [streams.ne[0], streams.ne[1], N_ALTUP - 1], [streams.nb[1], streams.nb[2]]);
}
function routeModalities(model, il, x6) {
	let routed = unary(norm(model, x6, "altup_router_norm", il));
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
	return output(model, getRows(merged, input("i32", model.n_outputs)), "rms", softCap);
}
var softCap = (logits) => unary(unary(unary(logits)));
function laurelOf(model, il, x6) {
	let low_rank = mulMat(model.need("laurel_r.weight", il), mulMat(model.need("laurel_l.weight", il), x6));
	return binary(norm(model, low_rank, "laurel_post_norm", il), x6);
}
function attended(model, il, x6, positions, attend3) {
	let placed2 = (tensor, name) => rope(norm(model, tensor, name, il), positions);
	if (!model.hparams.has_kv[il]) return attend3(il, placed2(queryOnly(model, il, x6), "attn_q_norm"), null, null);
	let { q, k: k3, v: v6 } = queryKeyValue(model, il, x6);
	return attend3(il, placed2(q, "attn_q_norm"), placed2(k3, "attn_k_norm"), unary(v6));
}
function queryOnly(model, il, x6) {
	let { hparams, n_tokens } = model, head2 = hparams.n_embd_head_k[il] ?? 0, heads = hparams.n_head[il] ?? 0, fused = model.weight("attn_qkv.weight", il);
	if (fused === void 0) return reshape(mulMat(model.need("attn_q.weight", il), x6), head2, heads, n_tokens);
	let qkv = mulMat(fused, x6);
	return reshape(cont(view(qkv, [head2 * heads, n_tokens], [qkv.nb[1]])), head2, heads, n_tokens);
}
function sparseFeedForward(model, il, x6) {
	let up = mulMat(model.need("ffn_up.weight", il), x6), gate2 = mulMat(model.need("ffn_gate.weight", il), x6);
	return il < SPARSE_LAYERS && (gate2 = gaussianTopK(gate2)), mulMat(model.need("ffn_down.weight", il), binary(up, unary(gate2)));
}
function gaussianTopK(x6) {
	let row = [1, x6.ne[1], 1, 1], mean = fresh(x6, row), deviation = unary(unary(fresh(unary(binary(x6, mean)), row))), cutoff = binary(mean, unary(deviation));
	return unary(binary(x6, cutoff));
}
function perLayerPart(model, il, streams, per_layer) {
	let scaled = binary(slice(streams), model.need("altup_correct_scale.weight", il)), gate2 = unary(mulMat(model.need("inp_gate.weight", il), scaled)), fed = mulMat(model.need("proj.weight", il), binary(gate2, slice(per_layer)));
	return norm(model, fed, "post_norm", il);
}

// shared/estimate/graph/architectures/gemma4.ts
function buildGemma4(model) {
	let x6 = unary(embedTokens(model)), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs), per_layer = model.weight("per_layer_token_embd.weight", -1) !== void 0 ? perLayerInputs(model, x6) : void 0;
	for (let il of model.layers) {
		let normed = norm(model, x6, "attn_norm", il), factors = model.hparams.is_swa[il] ? void 0 : ropeFactors(model, il), { q, k: k3, v: v6 } = gemma4Heads(model, il, normed), placed2 = (tensor, name) => rope(norm(model, tensor, name, il), positions, factors), query = placed2(q, "attn_q_norm"), read2 = k3 === null || v6 === null ? attend3(il, query, null, null) : attend3(il, query, placed2(k3, "attn_k_norm"), unary(v6)), attended2 = norm(model, project(model, "attn_output", il, read2), "post_attention_norm", il), middle = binary(attended2, x6);
		x6 = binary(postNorm(model, gemma4FeedForward(model, il, middle), "post_ffw_norm", il), middle), per_layer !== void 0 && (x6 = addPerLayer(model, il, x6, per_layer));
		let scale = model.weight("layer_output_scale.weight", il);
		scale !== void 0 && (x6 = binary(x6, scale));
	}
	return output(model, x6, "rms", softCapLogits(model), { out_ids });
}
function gemma4Heads(model, il, x6) {
	let { hparams, n_tokens } = model, head2 = hparams.n_embd_head_k[il] ?? 0, n12 = hparams.n_head[il] ?? 0, n_kv = hparams.n_head_kv[il] ?? 0, heads = (tensor, count4) => reshape(tensor, head2, count4, n_tokens), own3 = hparams.has_kv[il] === !0;
	if (model.weight("attn_qkv.weight", il) !== void 0) {
		let qkv = mulMat(model.need("attn_qkv.weight", il), x6), part = (count4) => heads(cont(view(qkv, [head2 * count4, n_tokens], [qkv.nb[1]])), count4);
		return { q: part(n12), k: own3 ? part(n_kv) : null, v: own3 ? part(n_kv) : null };
	}
	let q = heads(mulMat(model.need("attn_q.weight", il), x6), n12);
	if (!own3) return { q, k: null, v: null };
	let key2 = mulMat(model.need("attn_k.weight", il), x6), value_weight = model.weight("attn_v.weight", il), value2 = value_weight === void 0 ? key2 : mulMat(value_weight, x6);
	return { q, k: heads(key2, n_kv), v: heads(value2, n_kv) };
}
function gemma4FeedForward(model, il, x6) {
	let dense = denseFeedForward(model, il, norm(model, x6, "ffn_norm", il)), router = model.weight("ffn_gate_inp.weight", il);
	if (router === void 0) return dense;
	let shared = norm(model, dense, "post_ffw_norm_1", il), routed = norm(model, x6, "pre_ffw_norm_2", il), options = { gating: "softmax", normalise: !0, scaled: !1, scores: mulMat(router, binary(unary(unary(x6)), model.need("ffn_gate_inp.scale", il))) }, experts3 = expertFeedForward(model, il, routed, options);
	return binary(shared, norm(model, experts3, "post_ffw_norm_2", il));
}
function addPerLayer(model, il, x6, per_layer) {
	let gate2 = unary(mulMat(model.need("inp_gate.weight", il), x6)), fed = mulMat(model.need("proj.weight", il), binary(gate2, slice(per_layer)));
	return binary(x6, norm(model, fed, "post_norm", il));
}

// shared/estimate/graph/architectures/gemma-embedding.ts
function buildGemmaEmbedding(model) {
	let x6 = unary(embedTokens(model)), positions = input("i32", model.n_tokens), attend3 = uncachedAttention(model), out_ids = input("i32", model.n_outputs), normed = norm(model, gemmaLayers(model, x6, positions, attend3, out_ids), "output_norm", -1);
	return model.expand(normed), { kept: [normed] };
}

// shared/estimate/graph/architectures/gpt-oss.ts
function buildGptOss(model) {
	let x6 = embedTokens(model), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let { q, k: k3, v: v6 } = queryKeyValue(model, il, norm(model, x6, "attn_norm", il)), sinks = model.weight("attn_sinks.weight", il), read2 = attend3(il, rope(q, positions), rope(k3, positions), v6, { sinks }), middle = binary(project(model, "attn_output", il, read2), x6), normed = norm(model, middle, "post_attention_norm", il);
		x6 = binary(expertFeedForward(model, il, normed, { gating: "softmax_weight", normalise: !1, scaled: !1 }), middle);
	}
	let { kept } = output(model, getRows(x6, out_ids));
	return { kept: [...kept, x6] };
}

// shared/estimate/graph/architectures/llama4.ts
var EXPERTS_OF_MAVERICK = 128, NO_ROPE_STEP = 4, feedForward7 = expertsOrDense({
	gating: "sigmoid",
	normalise: !1,
	scaled: !1,
	weigh_first: !0
});
function buildLlama4(model) {
	let { hparams, n_tokens } = model, x6 = embedTokens(model), positions = input("i32", n_tokens), temperature = input("f32", 1, 1, n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs), step2 = hparams.n_swa > 0 ? NO_ROPE_STEP : hparams.n_layer, headNorm = hparams.n_expert === EXPERTS_OF_MAVERICK ? (tensor) => tensor : unary;
	for (let il of model.layers) {
		let { q, k: k3, v: v6 } = queryKeyValue(model, il, norm(model, x6, "attn_norm", il)), placed2 = (tensor) => headNorm(rope(tensor, positions, ropeFactors(model, il))), read2 = (il + 1) % step2 === 0 ? attend3(il, binary(q, temperature), k3, v6) : attend3(il, placed2(q), placed2(k3), v6), [attended2, residual] = lastRows(model, il, out_ids, project(model, "attn_output", il, read2), x6), middle = binary(attended2, residual);
		x6 = binary(feedForward7(model, il, norm(model, middle, "ffn_norm", il)), middle);
	}
	return output(model, x6);
}

// shared/estimate/graph/architectures/mimo2.ts
var feedForward8 = expertsOrDense({ gating: "sigmoid", normalise: !0, scaled: !1 });
function buildMimo2(model) {
	let x6 = embedTokens(model), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs), value_scale = hparamNumber(model, "attention.value_scale", 1), scaled = value_scale !== 0 && value_scale !== 1;
	for (let il of model.layers) {
		let { q, k: k3, v: v6 } = queryKeyValue(model, il, norm(model, x6, "attn_norm", il)), sinks = model.weight("attn_sinks.weight", il), read2 = project(model, "attn_output", il, attend3(il, rope(q, positions), rope(k3, positions), v6, { sinks })), [attended2, residual] = lastRows(model, il, out_ids, scaled ? unary(read2) : read2, x6), middle = binary(attended2, residual), normed = norm(model, middle, "ffn_norm", il);
		x6 = binary(feedForward8(model, il, normed), middle);
	}
	return output(model, x6);
}

// shared/estimate/graph/architectures/mistral3.ts
var feedForward9 = expertsOrDense({ gating: "softmax", normalise: !0, scaled: !1 });
function buildMistral3(model) {
	let { n_tokens } = model, x6 = embedTokens(model), positions = input("i32", n_tokens), temperature = hparamNumber(model, "attention.temperature_scale") !== 0 ? input("f32", 1, 1, n_tokens) : void 0, attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let { q, k: k3, v: v6 } = queryKeyValue(model, il, norm(model, x6, "attn_norm", il)), factors = ropeFactors(model, il), query = rope(q, positions, factors), warmed = temperature === void 0 ? query : binary(query, temperature), read2 = project(model, "attn_output", il, attend3(il, warmed, rope(k3, positions, factors), v6)), [attended2, residual] = lastRows(model, il, out_ids, read2, x6), middle = binary(attended2, residual), normed = norm(model, middle, "ffn_norm", il);
		x6 = binary(feedForward9(model, il, normed), middle);
	}
	return output(model, x6);
}

// shared/estimate/graph/architectures/olmo2.ts
function buildOlmo2(model) {
	return postNormDecoder(model, (il, x6, positions) => {
		let flat2 = flatQueryKeyValue(model, il, x6), normed = { ...flat2, q: norm(model, flat2.q, "attn_q_norm", il), k: norm(model, flat2.k, "attn_k_norm", il) }, { q, k: k3, v: v6 } = splitHeads(model, il, normed);
		return { q: rope(q, positions), k: rope(k3, positions), v: v6 };
	});
}
function buildExaone4(model) {
	let { hparams } = model;
	return postNormDecoder(model, (il, x6, positions) => {
		let qkv = queryKeyValue(model, il, x6), q = norm(model, qkv.q, "attn_q_norm", il), k3 = norm(model, qkv.k, "attn_k_norm", il);
		if (hparams.n_swa > 0 && !hparams.is_swa[il]) return { q, k: k3, v: qkv.v };
		let factors = ropeFactors(model, il);
		return { q: rope(q, positions, factors), k: rope(k3, positions, factors), v: qkv.v };
	});
}
function postNormDecoder(model, attentionOf) {
	let x6 = embedTokens(model), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let { q, k: k3, v: v6 } = attentionOf(il, x6, positions), read2 = project(model, "attn_output", il, attend3(il, q, k3, v6)), [attended2, residual] = lastRows(model, il, out_ids, read2, x6), middle = binary(norm(model, attended2, "post_attention_norm", il), residual);
		x6 = binary(postNorm(model, denseFeedForward(model, il, middle), "post_ffw_norm", il), middle);
	}
	return output(model, x6);
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
	let x6 = embedTokens(model), positions = input("i32", model.n_tokens), attend3 = layerAttention(model), out_ids = input("i32", model.n_outputs);
	for (let il of model.layers) {
		let normed = norm(model, x6, "attn_norm", il), { q, k: k3, v: v6 } = splitHeads(model, il, flatQueryKeyValue(model, il, normed)), factors = model.hparams.is_swa[il] ? void 0 : ropeFactors(model, il), query = rope(optionalNorm(model, q, "attn_q_norm", il), positions, factors), key2 = rope(optionalNorm(model, k3, "attn_k_norm", il), positions, factors), read2 = gateHeads(model, il, attend3(il, query, key2, v6), normed), middle = binary(project(model, "attn_output", il, read2), x6);
		x6 = binary(feedForward10(model, il, norm(model, middle, "ffn_norm", il)), middle);
	}
	let { kept } = output(model, getRows(x6, out_ids));
	return { kept: [...kept, x6] };
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
var offsets = [], lengths = [], count2 = 0, places = [];
function peakOfTurns(turns, ofSlot, sizes) {
	let peak = 0;
	offsets[0] = 0, lengths[0] = Number.MAX_SAFE_INTEGER, count2 = 1;
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
	let best2 = count2 - 1, best_length = 1 / 0;
	for (let i8 = 0; i8 < count2 - 1; i8++) {
		let free = lengths[i8];
		free >= length && free <= best_length && (best2 = i8, best_length = free);
	}
	let offset = offsets[best2], left = lengths[best2] - length;
	return left === 0 ? remove(best2) : (offsets[best2] = offset + length, lengths[best2] = left), offset;
}
function give(offset, length) {
	let end = offset + length;
	for (let i8 = 0; i8 < count2; i8++) {
		let start = offsets[i8];
		if (start + lengths[i8] === offset) {
			lengths[i8] = lengths[i8] + length, joinNext(i8);
			return;
		}
		if (start === end) {
			offsets[i8] = offset, lengths[i8] = lengths[i8] + length, i8 > 0 && joinNext(i8 - 1);
			return;
		}
	}
	let at2 = 0;
	for (; at2 < count2 && offsets[at2] <= offset; ) at2++;
	insert(at2, offset, length);
}
function joinNext(at2) {
	at2 + 1 >= count2 || offsets[at2] + lengths[at2] !== offsets[at2 + 1] || (lengths[at2] = lengths[at2] + lengths[at2 + 1], remove(at2 + 1));
}
function remove(at2) {
	count2--;
	for (let i8 = at2; i8 < count2; i8++)
		offsets[i8] = offsets[i8 + 1], lengths[i8] = lengths[i8 + 1];
}
function insert(at2, offset, length) {
	for (let i8 = count2; i8 > at2; i8--)
		offsets[i8] = offsets[i8 - 1], lengths[i8] = lengths[i8 - 1];
	offsets[at2] = offset, lengths[at2] = length, count2++;
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
	let { turns, slots } = planAllocation(schedule2, n_backends, sameLayout), sizes = slots.map((tensor) => aligned(bytesOf(tensor))), ofSlot = slots.map((_7, i8) => i8);
	return turns.map((own3) => peakOfTurns(own3, ofSlot, sizes));
}

// shared/estimate/graph/scheduler.ts
function schedule(graph, n_backends, copies, asked = !1) {
	return assignBackends(graph, n_backends - 1, asked), splitGraph(graph, copies);
}
function assignBackends({ nodes, leafs }, cpu, asked) {
	for (let leaf of leafs) leaf.backend = ownBackend(leaf, cpu);
	for (let node of nodes) node.backend = asked && node.pinned >= 0 ? node.pinned : ownBackend(node, cpu);
	let scheduled = nodes.filter(({ op }) => op !== "view"), backward = [...scheduled].reverse();
	expand(scheduled, cpu), expand(backward, cpu), expand(scheduled, -1), expand(backward, -1);
	for (let node of nodes) {
		node.view_of !== null && node.backend === -1 && (node.backend = node.view_of.backend);
		for (let source of node.src)
			source.backend === -1 && (source.backend = source.view_of === null ? node.backend : source.view_of.backend);
		node.backend === -1 && (node.backend = 0);
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
	for (let node of nodes)
		node.backend !== -1 ? current = node.backend === skip ? -1 : node.backend : current !== -1 && (node.backend = current);
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
		for (let node of run2) steps.push({ tensor: node, backend: node.backend });
		run2 = [], inputs = [];
	}, keepCopies = (first, backend, into) => {
		for (let i8 = 0; i8 < copies; i8++) {
			let copy = i8 === 0 ? first : duplicate(first, backend);
			kept.add(copy), into.push({ tensor: copy, backend });
		}
	}, copyOn = (source) => {
		let byBackend = copiesOf.get(source) ?? /* @__PURE__ */ new Map();
		copiesOf.set(source, byBackend);
		let known3 = byBackend.get(current);
		if (known3 !== void 0) return known3;
		let copy = duplicate(source, current);
		return byBackend.set(current, copy), inputs.push({ source, copy }), copies > 1 && keepCopies(copy, current, runCopies), copy;
	};
	for (let node of nodes.slice(start)) {
		if (node.op !== "view") {
			let foreign = () => inputs.length > 0 && node.src.some((source) => source.weight && source.backend !== current);
			(node.backend !== current || foreign()) && (flush(), current = node.backend);
			for (let [i8, source] of node.src.entries())
				source.input && copies > 1 && !kept.has(source) && keepCopies(source, source.backend, inputCopies), source.backend !== current && (node.src[i8] = copyOn(source));
		}
		run2.push(node);
	}
	flush();
	let held2 = leafs.map((tensor) => ({ tensor, backend: tensor.backend }));
	return { steps, leafs: [...inputCopies, ...runCopies, ...held2], kept };
}

// shared/estimate/graph/size-terms.ts
var MOST = 2, POWERS = Array.from(
	{ length: (MOST + 1) ** 2 },
	(_7, i8) => [i8 % (MOST + 1), Math.floor(i8 / (MOST + 1))]
);
function termThrough(points, values) {
	for (let [a14, b7] of POWERS) {
		let factors = points.map(({ tokens: tokens2, cells }, i8) => (values[i8] ?? 0) / (tokens2 ** a14 * cells ** b7)), [factor = 0] = factors, term = { factor, a: a14, b: b7 };
		if (points.every((point, i8) => valueOf(term, point) === values[i8])) return term;
	}
	return null;
}
function valueOf({ factor, a: a14, b: b7 }, { tokens: tokens2, cells }) {
	return a14 + b7 === 0 ? factor : Math.round(factor * tokens2 ** a14 * cells ** b7);
}
function layoutThrough(points, tensors) {
	let terms = (of2) => [0, 1, 2, 3].map(
		(axis) => termThrough(
			points,
			tensors.map((tensor) => of2(tensor)[axis] ?? 1)
		)
	), ne2 = terms((tensor) => tensor.ne).filter((term) => term !== null), nb = terms((tensor) => tensor.nb).filter((term) => term !== null);
	if (ne2.length < 4 || nb.length < 4) return null;
	let text3 = [...ne2, ...nb].map(({ factor, a: a14, b: b7 }) => `${factor},${a14},${b7}`).join(" ");
	return { text: `${tensors[0]?.type} ${text3}`, ne: ne2, nb };
}
function agreeAt(one, other, point) {
	let same = (a14, b7) => a14.every((term, i8) => valueOf(term, point) === valueOf(b7[i8] ?? term, point));
	return same(one.ne, other.ne) && same(one.nb, other.nb);
}
function neverAgree(one, other) {
	let fixed = ({ a: a14, b: b7 }) => a14 === 0 && b7 === 0, apart = (a14, b7) => a14.some((term, i8) => {
		let its = b7[i8] ?? term;
		return fixed(term) && fixed(its) && term.factor !== its.factor;
	});
	return apart(one.ne, other.ne) || apart(one.nb, other.nb);
}
function bytesThrough(points, tensors, layout) {
	let first = termThrough(points, tensors.map(firstAxisBytes)), sums = /* @__PURE__ */ new Map(), add2 = ({ factor, a: a14, b: b7 }) => {
		let key2 = `${a14} ${b7}`;
		sums.set(key2, { factor: (sums.get(key2)?.factor ?? 0) + factor, a: a14, b: b7 });
	}, addAxis = (axis) => {
		let ne2 = layout.ne[axis], nb = layout.nb[axis];
		add2({ factor: ne2.factor * nb.factor, a: ne2.a + nb.a, b: ne2.b + nb.b }), add2({ ...nb, factor: -nb.factor });
	};
	first !== null ? add2(first) : (add2({ factor: rowBytes(tensors[0].type, 1), a: 0, b: 0 }), addAxis(0));
	for (let axis of [1, 2, 3]) addAxis(axis);
	let terms = [...sums.values()].filter(({ factor }) => factor !== 0);
	return points.every((point, i8) => bytesAt(terms, point) === bytesOf(tensors[i8])) ? terms : null;
}
function firstAxisBytes(tensor) {
	let { ne: ne2, nb } = tensor;
	return bytesOf(tensor) - (ne2[1] - 1) * nb[1] - (ne2[2] - 1) * nb[2] - (ne2[3] - 1) * nb[3];
}
function bytesAt(terms, point) {
	let { tokens: tokens2, cells } = point, sum = 0;
	for (let { factor, a: a14, b: b7 } of terms) {
		let value2 = factor;
		for (let i8 = 0; i8 < a14; i8++) value2 *= tokens2;
		for (let i8 = 0; i8 < b7; i8++) value2 *= cells;
		sum += value2;
	}
	return Math.round(sum);
}

// shared/estimate/graph/compiled-graph.ts
function compileGraph(build, modelAt2, copies, points) {
	let first = buildAt(build, modelAt2(points[0]), copies), built = [first, ...points.slice(1).map((point) => buildAt(build, modelAt2(point), copies))];
	if (!built.every((other) => sameStructure(first, other))) return null;
	let layouts = first.tensors.map((_7, i8) => layoutThrough(points, tensorsAt(built, i8)));
	if (layouts.includes(null)) return null;
	let layoutOf = (tensor) => layouts[first.numbers.get(tensor) ?? -1], doubts = /* @__PURE__ */ new Map(), sameLayout2 = (a14, b7) => {
		let one = layoutOf(a14), other = layoutOf(b7);
		return one.text === other.text ? !0 : (a14.type === b7.type && !neverAgree(one, other) && doubts.set(`${one.text} ${other.text}`, [one, other]), !1);
	}, { n_backends } = first, plan = planAllocation(first.plan, n_backends, sameLayout2), sizes = slotSizes(plan, points, built, layoutOf);
	if (sizes === null) return null;
	let { distinct: distinct2, ofSlot } = sizes, range2 = rangeOf(points), sizesAt = (point) => {
		if (!within(range2, point)) return null;
		for (let [one, other] of doubts.values()) if (agreeAt(one, other, point)) return null;
		let bytes2 = distinct2.map((terms) => aligned(bytesAt(terms, point)));
		return plan.turns.map((turns) => peakOfTurns(turns, ofSlot, bytes2));
	};
	return points.every((point, i8) => {
		let whole = computeBufferSizes(built[i8].plan, n_backends);
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
	let { numbers: a14 } = one, { numbers: b7 } = other, same = (x6, y13) => y13 !== void 0 && a14.get(x6) === b7.get(y13), sameSteps = (x6, y13) => x6.length === y13.length && x6.every(({ tensor, backend }, i8) => same(tensor, y13[i8]?.tensor) && backend === y13[i8]?.backend), sameTensor = (x6, y13) => y13 !== void 0 && x6.op === y13.op && x6.type === y13.type && x6.held === y13.held && x6.input === y13.input && x6.src.length === y13.src.length && x6.src.every((source, i8) => same(source, y13.src[i8])) && (x6.view_of === null ? y13.view_of === null : same(x6.view_of, y13.view_of ?? void 0)) && one.plan.kept.has(x6) === other.plan.kept.has(y13);
	return one.tensors.length === other.tensors.length && one.tensors.every((tensor, i8) => sameTensor(tensor, other.tensors[i8])) && sameSteps(one.plan.leafs, other.plan.leafs) && sameSteps(one.plan.steps, other.plan.steps);
}
function tensorsAt(built, index) {
	return built.map(({ tensors }) => tensors[index]);
}
function slotSizes({ slots }, points, built, layoutOf) {
	let known3 = /* @__PURE__ */ new Map(), distinct2 = [], ofSlot = [];
	for (let tensor of slots) {
		let layout = layoutOf(tensor), index = known3.get(layout.text);
		if (index === void 0) {
			let terms = bytesThrough(points, tensorsAt(built, built[0].numbers.get(tensor) ?? -1), layout);
			if (terms === null) return null;
			index = distinct2.push(terms) - 1, known3.set(layout.text, index);
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
	let graph = { nodes: [], leafs: [] }, mark = ++visits, expand3 = (tensor) => {
		if (tensor.visited !== mark) {
			tensor.visited = mark;
			for (let source of tensor.src) expand3(source);
			tensor.op === "leaf" ? graph.leafs.push(tensor) : graph.nodes.push(tensor);
		}
	};
	return { graph, expand: expand3 };
}

// shared/estimate/graph/weight-names.ts
var NAMES = /* @__PURE__ */ new WeakMap();
function weightNames(facts) {
	let known3 = NAMES.get(facts);
	if (known3 !== void 0) return known3;
	let names2 = /* @__PURE__ */ new Map();
	for (let group2 of facts.tensors) addGroup(names2, group2);
	return NAMES.set(facts, names2), names2;
}
function addGroup(names2, group2) {
	let entry = { type: group2.type, shape: group2.shape, expert: isExpertGroup(group2) }, list2 = names2.get(group2.name) ?? [];
	names2.set(group2.name, list2), group2.layers === void 0 && (list2[0] = entry);
	for (let [from, to] of group2.layers ?? []) for (let il = from; il <= to; il++) list2[il] = entry;
}

// shared/estimate/graph/graph-key.ts
var INTERNED = /* @__PURE__ */ new Map();
function intern(text3) {
	let number4 = INTERNED.get(text3) ?? INTERNED.size;
	return INTERNED.set(text3, number4), number4;
}
var SHAPES = /* @__PURE__ */ new WeakMap();
function shapeNumbers(facts, hparams) {
	let known3 = SHAPES.get(facts);
	if (known3 !== void 0) return known3;
	let names2 = [...weightNames(facts)].sort(([a14], [b7]) => a14 < b7 ? -1 : 1), shapeAt = (list2, il) => list2[il]?.shape.join("x") ?? "", byLayer = Object.values(facts.hparams).filter(
		(value2) => Array.isArray(value2) && value2.length >= hparams.n_layer
	), layers = Array.from(
		{ length: hparams.n_layer },
		(_7, il) => intern(
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
function layerKinds(facts, hparams, where, settings) {
	let { layers } = shapeNumbers(facts, hparams);
	return layers.map((shape2, il) => {
		let place = where[il] ?? "host", index = place === "host" ? 0 : place + 1, kind2 = (shape2 * 130 + index) * 2 + (hparams.n_expert > 0 && il < settings.n_cpu_moe ? 1 : 0);
		return hasOverrides(settings) ? intern(`${kind2} ${overriddenIn(facts, il, settings)}`) : kind2;
	});
}
function overriddenIn(facts, il, overrides) {
	return [...weightNames(facts)].filter(([name, list2]) => name.startsWith("blk.") && list2[il] !== void 0).map(([name]) => [name, overriddenPlace(overrides, tensorName(name, il))]).filter(([, place]) => place !== null).join();
}
function graphKey(run2, kinds) {
	let { facts, hparams, settings, size: size3, where, flash: flash2 } = run2, { n_parallel, kv_unified, offload_kqv, swa_full, cache_type_k, cache_type_v } = settings;
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
		kinds.join(),
		overridesText(settings)
	].join(" ");
}

// shared/estimate/graph/representative-layers.ts
function representativeLayers(kinds, periods) {
	let layers = [], start = 0;
	for (; start < kinds.length; ) {
		let { period, length } = longestRepetition(kinds, start), repeats = Math.floor(length / period), cut2 = Math.floor(Math.max(0, repeats - periods) / 6) * 6 * period, head2 = Math.min(length, (periods - 1) * period);
		for (let i8 = 0; i8 < length; i8++) (i8 < head2 || i8 >= head2 + cut2) && layers.push(start + i8);
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
function graphModel(run2, options = {}) {
	let { facts, hparams, settings, size: size3, where, n_devices: cpu, flash: flash2 } = run2, { periods = PERIODS, sized = !0 } = options, backendOf = (il) => {
		let place = where[il] ?? "host";
		return place === "host" ? cpu : place;
	}, n_seqs = settings.n_parallel, asked = Math.min(size3.n_ctx, size3.n_ubatch), names2 = weightNames(facts), kinds = layerKinds(facts, hparams, where, settings), n_tokens = Math.ceil(asked / n_seqs) * n_seqs, scraps = sized && (n_tokens % 32 !== 0 || hparams.is_recr.includes(!0)), parts = sized && names2.has("per_layer_token_embd.weight"), by_hand = sized && hasOverrides(settings), layers = representativeLayers(kinds, scraps || parts || by_hand ? kinds.length : periods), made = /* @__PURE__ */ new Map(), weight = (name, il) => {
		let group2 = il < 0 ? names2.get(name)?.[0] : names2.get(`blk.%d.${name}`)?.[il];
		if (group2 === void 0) return;
		let key2 = `${il} ${name}`, known3 = made.get(key2);
		if (known3 !== void 0) return known3;
		let backend = weightBackend(name, il, group2.expert), tensor = held(backend, !0, group2.type, group2.shape);
		return made.set(key2, tensor), tensor;
	}, weightBackend = (name, il, expert) => {
		let place = overriddenPlace(settings, il < 0 ? name : `blk.${il}.${name}`);
		return place !== null ? place === "host" ? cpu : place : il < 0 ? globalBackend(name, hparams, backendOf, cpu) : expert && il < settings.n_cpu_moe ? cpu : backendOf(il);
	}, { graph, expand: expand3 } = newGraph();
	return {
		key: graphKey(
			run2,
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
		expand: expand3,
		flashes: /* @__PURE__ */ new Map(),
		rope_factors: /* @__PURE__ */ new Map(),
		graph
	};
}
function globalBackend(name, hparams, backendOf, cpu) {
	return /^(token_embd|position_embd|token_types|per_layer_token_embd)\.weight$/.test(name) ? cpu : /^(output|output_norm|altup_|dense_|cls)/.test(name) || name.startsWith("token_embd_norm") && hparams.traits.embedding_norm_is_output ? backendOf(hparams.n_layer_all) : backendOf(0);
}

// shared/estimate/graph/compiled-graphs.ts
var CELLS = 256, REPLAYS_BEFORE = 20, BY_PLACEMENT = /* @__PURE__ */ new WeakMap(), BY_KEY = /* @__PURE__ */ new Map(), MOST_KEPT = 5e3;
function compiledSizes(build, run2, copies) {
	let { size: size3, settings, hparams } = run2, tokens2 = Math.min(size3.n_ctx, size3.n_ubatch), block2 = leastTokens(settings.n_parallel), rows = size3.n_outputs_max >= tokens2 ? null : size3.n_outputs_max;
	if (tokens2 % block2 !== 0 || block2 > CELLS || rows !== null && rows > block2 || hparams.is_recr.includes(!0)) return null;
	let entry = entryOf(run2, copies, rows);
	if (entry.graph === void 0) {
		if (entry.asked++, entry.asked <= REPLAYS_BEFORE) return null;
		entry.graph = compileGraph(build, (point) => modelAt(point, run2, rows), copies, pointsFor(settings.n_parallel));
	}
	return entry.graph === null ? null : entry.graph.sizesAt({ tokens: tokens2, cells: size3.n_ctx_seq });
}
function entryOf(run2, copies, rows) {
	let { facts, where, settings, size: size3, flash: flash2, n_devices } = run2, placements = BY_PLACEMENT.get(facts);
	placements === void 0 && BY_PLACEMENT.set(facts, placements = /* @__PURE__ */ new WeakMap());
	let entries = placements.get(where);
	entries === void 0 && placements.set(where, entries = /* @__PURE__ */ new Map());
	let { n_parallel, kv_unified, offload_kqv, swa_full, cache_type_k, cache_type_v } = settings, numbers = `${(flash2 ? 1 : 0) + (transposesV(settings) ? 2 : 0) + (kv_unified ? 4 : 0) + (offload_kqv ? 8 : 0) + (swa_full ? 16 : 0)} ${n_parallel} ${size3.n_stream} ${copies} ${n_devices} ${settings.n_cpu_moe}`, types = `${cache_type_k} ${cache_type_v}`, key2 = `${numbers} ${rows} ${settings.n_rs_seq} ${types} ${overridesText(settings)}`, entry = entries.get(key2);
	return entry === void 0 && entries.set(key2, entry = sharedEntry(run2, copies, rows)), entry;
}
function sharedEntry(run2, copies, rows) {
	let [first] = pointsFor(run2.settings.n_parallel), key2 = `${modelAt(first, run2, rows).key} ${run2.n_devices} ${copies} ${rows}`, known3 = BY_KEY.get(key2);
	if (known3 !== void 0) return known3;
	BY_KEY.size >= MOST_KEPT && BY_KEY.clear();
	let entry = { asked: 0 };
	return BY_KEY.set(key2, entry), entry;
}
function modelAt({ tokens: tokens2, cells }, run2, rows) {
	let { size: size3 } = run2, at2 = {
		n_ctx: cells * (size3.n_ctx / size3.n_ctx_seq),
		n_ctx_seq: cells,
		n_stream: size3.n_stream,
		n_batch: tokens2,
		n_ubatch: tokens2,
		n_outputs_max: rows ?? tokens2
	};
	return graphModel({ ...run2, size: at2 });
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
function computeBuffers(run2) {
	let { facts, n_devices } = run2, bytes2 = replayed(run2);
	if (bytes2 !== null)
		return { devices: bytes2.slice(0, n_devices), host: bytes2[n_devices] ?? 0, basis: "replayed" };
	let unknown3 = isKnownArchitecture(facts.architecture) ? null : { per_layer_width: perLayerWidth(facts) };
	return { ...closedFormCompute(run2, unknown3), basis: "closed_form" };
}
function perLayerWidth({ tensors }) {
	return tensors.find(({ name }) => name.startsWith("per_layer_token_embd"))?.shape[0] ?? 0;
}
function replayed(run2) {
	let build = graphBuilder(run2.facts.architecture);
	if (build === void 0) return null;
	let copies = pipelineCopies(run2);
	try {
		let compiled = compiledSizes(build, run2, copies);
		if (compiled !== null) return compiled;
		let model = graphModel(run2), key2 = `${model.key} ${run2.n_devices} ${copies}`, known3 = REPLAYED.get(key2);
		if (known3 !== void 0) return known3;
		let bytes2 = replayCompute(build, model, copies);
		return REPLAYED.size >= MOST_KEPT2 && REPLAYED.clear(), REPLAYED.set(key2, bytes2), bytes2;
	} catch (error) {
		if (error instanceof MissingWeight) return null;
		throw error;
	}
}

// shared/estimate/backend/op-offload.ts
var OFFLOADS = /* @__PURE__ */ new Set(["cuda", "rocm", "vulkan", "sycl"]), MIN_BATCH = 32, KNOWN4 = /* @__PURE__ */ new WeakMap(), MOST_KEPT3 = 2e3;
function opOffloadTerm(placed2, backend) {
	let { settings, where } = placed2, by_name = settings.override_tensor?.some((text3) => text3.endsWith("=CPU")) === !0, on_host = settings.n_cpu_moe > 0 || by_name || where.includes("host");
	if (!OFFLOADS.has(backend) || !on_host) return null;
	let more4 = moreOnDevice(placed2);
	return more4 === null ? null : {
		id: "device.op_offload",
		place: 0,
		bytes: more4,
		low: 0,
		high: Math.ceil(more4 * 1.5),
		source: "weights of the host, copied over one at a time for prompts of 32 tokens and more, and the work on them",
		limit_flag: "--no-op-offload"
	};
}
function moreOnDevice(run2) {
	let { facts, n_devices } = run2, build = graphBuilder(facts.architecture);
	if (build === void 0) return null;
	try {
		let model = graphModel(run2), key2 = `${model.key} ${n_devices}`, known3 = KNOWN4.get(facts) ?? /* @__PURE__ */ new Map();
		KNOWN4.set(facts, known3);
		let seen2 = known3.get(key2);
		if (seen2 !== void 0) return seen2;
		let plain3 = computeBuffers(run2), { kept } = build(model);
		for (let node of model.graph.nodes) node.pinned = movesOver(node, model.cpu) ? 0 : -1;
		let plan = schedule(model.graph, n_devices + 1, 1, !0), [device = 0] = computeBufferSizes({ ...plan, kept: /* @__PURE__ */ new Set([...plan.kept, ...kept]) }, n_devices + 1), more4 = Math.max(0, device - (plain3.devices[0] ?? 0));
		return known3.size >= MOST_KEPT3 && known3.clear(), known3.set(key2, more4), more4;
	} catch (error) {
		if (error instanceof MissingWeight) return null;
		throw error;
	}
}
function movesOver(node, cpu) {
	if (node.op === "rope" || node.op === "flash" || node.op === "view") return !1;
	let weight = node.src.find((source) => source.weight);
	if (weight === void 0 || weight.held !== cpu) return !1;
	let [, second] = node.src;
	return node.op === "compute" && node.src.length === 2 && second?.type === "i32" ? !1 : (node.src.length === 3 && node.src[2]?.type === "i32" ? node.ne[2] : node.op === "compute" ? node.ne[1] : node.ne[1] * node.ne[2] * node.ne[3]) >= MIN_BATCH;
}

// shared/estimate/backend/backend-terms.ts
function backendTerms(run2, placement) {
	let backend = BACKENDS.find((one) => one === placement.backend);
	if (backend === void 0 || run2.n_devices === 0) return [];
	let offloaded = opOffloadTerm(run2, backend), copies = cacheCopyTerms(run2, backend);
	return presentTerms(offloaded === null ? copies : [offloaded, ...copies]);
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
var BY_PLACEMENT2 = /* @__PURE__ */ new WeakMap(), BY_KEY2 = /* @__PURE__ */ new Map(), MOST_KEPT4 = 5e3;
function flashAttention2(facts, hparams, settings, where, n_devices) {
	if (settings.flash_attn !== "auto") return settings.flash_attn === "on";
	let placements = BY_PLACEMENT2.get(facts);
	placements === void 0 && BY_PLACEMENT2.set(facts, placements = /* @__PURE__ */ new WeakMap());
	let answers = placements.get(where);
	answers === void 0 && placements.set(where, answers = /* @__PURE__ */ new Map());
	let { n_parallel, kv_unified, offload_kqv, swa_full, cache_type_k, cache_type_v, n_cpu_moe, n_rs_seq } = settings, key2 = `${`${n_devices} ${n_parallel} ${kv_unified} ${offload_kqv} ${swa_full} ${n_cpu_moe} ${n_rs_seq}`} ${cache_type_k} ${cache_type_v} ${overridesText(settings)}`, runs2 = answers.get(key2);
	return runs2 === void 0 && answers.set(key2, runs2 = flashRuns(facts, hparams, settings, where, n_devices)), runs2;
}
function flashRuns(facts, hparams, settings, where, n_devices) {
	if (!hasOverrides(settings) && new Set(where).size === 1 && (settings.offload_kqv || where[0] === "host")) return !0;
	let build = graphBuilder(facts.architecture);
	if (build === void 0) return cachesBesideLayers(settings, hparams, where);
	let one = oneTokenEach(settings), model = graphModel({ facts, hparams, settings, size: one, where, n_devices, flash: !0 }, { sized: !1 }), key2 = `${model.key} ${n_devices}`, known3 = BY_KEY2.get(key2);
	if (known3 !== void 0) return known3;
	try {
		let runs2 = !flashOffItsLayer(build, model);
		return BY_KEY2.size >= MOST_KEPT4 && BY_KEY2.clear(), BY_KEY2.set(key2, runs2), runs2;
	} catch (error) {
		if (error instanceof MissingWeight) return cachesBesideLayers(settings, hparams, where);
		throw error;
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
	return hparams.is_recr.includes(!0) ? !1 : settings.offload_kqv || !where.some((place, il) => place !== "host" && hparams.has_kv[il]);
}

// shared/estimate/weights.ts
function placeWeights(table, hparams, where, n_devices, n_cpu_moe, moved = /* @__PURE__ */ new Map()) {
	let devices = Array.from({ length: n_devices }, () => 0), host = table.input, add2 = (place, bytes2) => {
		place === "host" ? host += bytes2 : devices[place] = (devices[place] ?? 0) + bytes2;
	}, output2 = where[hparams.n_layer_all] ?? "host";
	for (let il = 0; il < hparams.n_layer; il++) {
		let place = where[il] ?? "host";
		add2(place, table.layer[il] ?? 0), add2(il < n_cpu_moe ? "host" : place, table.experts[il] ?? 0);
	}
	add2(where[0] ?? "host", table.first), add2(output2, table.output);
	for (let place of ropePlaces(hparams, where)) add2(place, table.rope);
	(output2 !== "host" || hparams.traits.output_first) && add2(output2, table.tied);
	for (let [place, bytes2] of moved) add2(place, bytes2);
	return { devices, host };
}
function ropePlaces(hparams, where) {
	let places2 = /* @__PURE__ */ new Set();
	for (let il = 0; il < hparams.n_layer; il++)
		hparams.traits.rope_freqs_full_only && hparams.is_swa[il] || places2.add(where[il] ?? "host");
	return places2;
}

// shared/estimate/placed-model.ts
var KNOWN5 = /* @__PURE__ */ new WeakMap(), MOST_LAYERS = 1e4;
function placedModel(facts, hparams, where, n_devices, settings) {
	let { n_cpu_moe } = settings;
	if (hasOverrides(settings)) {
		let { table, moved } = partWeights(facts, hparams, settings);
		return { weights: placeWeights(table, hparams, where, n_devices, n_cpu_moe, moved), groups: layerGroups(hparams, where) };
	}
	let placements = KNOWN5.get(facts);
	placements === void 0 && KNOWN5.set(facts, placements = /* @__PURE__ */ new WeakMap());
	let models = placements.get(where);
	models === void 0 && placements.set(where, models = /* @__PURE__ */ new Map());
	let key2 = n_devices * MOST_LAYERS + Math.min(n_cpu_moe, MOST_LAYERS - 1), placed2 = models.get(key2);
	if (placed2 === void 0) {
		let weights = placeWeights(weightTable(facts, hparams), hparams, where, n_devices, n_cpu_moe);
		models.set(key2, placed2 = { weights, groups: layerGroups(hparams, where) });
	}
	return placed2;
}
function layerGroups(hparams, where) {
	let { has_kv, is_swa, is_recr, n_embd_k_gqa, n_embd_v_gqa } = hparams, groups = /* @__PURE__ */ new Map();
	for (let layer = 0; layer < hparams.n_layer_all; layer++) {
		let place = where[layer] ?? "host", key2 = [place, has_kv[layer], is_swa[layer], is_recr[layer], n_embd_k_gqa[layer], n_embd_v_gqa[layer]].join(), known3 = groups.get(key2);
		groups.set(key2, { place, layer: known3?.layer ?? layer, count: (known3?.count ?? 0) + 1 });
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
function estimateMemory(facts, asked, placement) {
	let hparams = hparamsOf(facts), settings = withinDevices(perDevice(asked, placement.of_servers), placement.devices), size3 = contextSize(hparams, settings), where = layerDevices(hparams, settings, placement), flash2 = flashAttention2(facts, hparams, settings, where, placement.devices), placed2 = placedModel(facts, hparams, where, placement.devices, settings), { weights } = placed2, context = placeContext(placed2, hparams, size3, settings, placement.devices), run2 = { facts, hparams, size: size3, settings, where, n_devices: placement.devices, flash: flash2 }, compute2 = computeBuffers(run2), backend_terms = backendTerms(run2, placement), device = (index) => ({
		model: weights.devices[index] ?? 0,
		context: context.devices[index] ?? 0,
		compute: (compute2.devices[index] ?? 0) + bytesAt2(backend_terms, index)
	});
	return {
		program: settings.program,
		...trust(facts, settings, placement, compute2.basis, { weights, context, compute: compute2 }),
		devices: Array.from({ length: placement.devices }, (_7, index) => device(index)),
		host: { model: weights.host, context: context.host, compute: compute2.host },
		...backend_terms.length > 0 && { backend_terms },
		engine: ENGINE
	};
}
function bytesAt2(terms, index) {
	return terms.reduce((sum, { place, bytes: bytes2 }) => sum + (place === index ? bytes2 : 0), 0);
}
function trust(facts, settings, placement, basis, sums) {
	return settings.split_mode === "row" && placement.devices > 1 ? { basis: "approximate", bound: BOUND_UNKNOWN } : basis === "replayed" ? { basis: "exact", bound: 0 } : isKnownArchitecture(facts.architecture) ? { basis: "approximate", bound: BOUND_KNOWN } : { basis: "approximate", bound: Math.max(BOUND_UNKNOWN, mostTooMuch(facts, sums)) };
}
var KEEPS_LESS = /sliding_window|full_attention_interval|shared_kv|kv_lora|attention\.causal|pooling_type|^(?:ssm|kda|shortconv)\./;
function mostTooMuch({ hparams }, { weights, context, compute: compute2 }) {
	let total2 = ({ devices, host }) => devices.reduce((sum, bytes2) => sum + bytes2, host), doubtful = total2(compute2) + (Object.keys(hparams).some((key2) => KEEPS_LESS.test(key2)) ? total2(context) : 0);
	return doubtful / Math.max(1, total2(weights) + total2(context) + total2(compute2) - doubtful);
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
			return `model_size says ${str(args, "says")}; the model has ${parametersText(num(args, "billions"))} parameters.`;
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
		let key2 = `estimated_${kind2}_usage_gb`;
		return [{ path: ["metadata", key2], args: { key: key2, says: says[kind2] ?? 0, correct: roundGib(needs[kind2], 2) } }];
	});
}
function needsOf(estimate) {
	return estimate === null ? { vram: 0, ram: 0 } : { vram: estimate.devices.reduce((sum, device) => sum + totalOf(device), 0), ram: totalOf(estimate.host) };
}
function needsAs(program, { config: config2 }, { facts, hparams }, placement) {
	return needsOf(estimateMemory(facts, resolveSettings(config2.settings, hparams, program), placement));
}
function placementMeant({ config: config2 }, targets2) {
	let named = config2.metadata?.hardware, meant2 = targets2.find(
		({ target }) => named !== void 0 && [target.id, target.platform, target.profile_id].includes(named)
	);
	return meant2?.placement ? { placement: meant2.placement, tolerance: (need) => 0.1 + 0.02 * need } : { placement: { devices: config2.backend === "cpu" ? 0 : 1, backend: config2.backend }, tolerance: (need) => 0.3 + 0.1 * need };
}
function parametersText(billions) {
	return billions >= 1 ? `${billions.toFixed(1)} billion` : `${Number((billions * 1e3).toPrecision(2))} million`;
}
function stalePrecision({ config: config2, model }) {
	let says = config2.metadata?.precision, correct = model?.facts.precision;
	return says === void 0 || correct === void 0 || correct === "mixed" ? [] : says.toUpperCase() === correct.toUpperCase() ? [] : [{ path: ["metadata", "precision"], args: { key: "precision", says, correct } }];
}
function staleSize({ config: config2, model }) {
	let says = config2.metadata?.model_size, range2 = says === void 0 ? null : sizeRange(says), billions = (model?.facts.n_params ?? 0) / 1e9;
	return says === void 0 || range2 === null || billions === 0 ? [] : billions >= range2[0] && billions <= range2[1] ? [] : [{ path: ["metadata", "model_size"], args: { key: "model_size", says, billions } }];
}
function sizeRange(text3) {
	let parts = /^(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?([BM])(\+?)$/i.exec(text3.trim());
	if (parts === null) return null;
	let [, low = "0", high = low, unit = "B", open2 = ""] = parts, scale = unit.toUpperCase() === "M" ? 1e-3 : 1;
	return [Number(low) * scale * 0.7, open2 === "+" ? Number.POSITIVE_INFINITY : Number(high) * scale * 1.5];
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

// shared/validate/rules/override-tensor.ts
var DEVICE_NAMES = {
	cuda: /^CUDA\d/,
	rocm: /^ROCm\d/,
	vulkan: /^Vulkan\d/,
	sycl: /^SYCL\d/,
	metal: /^MTL\d/,
	cpu: /^CPU$/
}, overriddenDevice = {
	id: "LP206",
	scope: "target",
	title: "Tensors for a device that is not there",
	severity: "error",
	why: "llama.cpp does not start with a buffer in override_tensor that none of its devices has.",
	remedy: "Name CPU, a device that the target has, or a device of an rpc-server in rpc_servers.",
	check: ({ config: config2, placement }) => placement === null ? [] : (config2.settings.override_tensor ?? []).flatMap((text3, at2) => {
		let { buffer } = splitOverride(text3), device = bufferDevice(buffer, serversPerDevice(config2.settings.rpc_servers, placement.of_servers));
		if ((device === null || buffer.startsWith("RPC") || DEVICE_NAMES[config2.backend].test(buffer)) && (device === null || device >= 0 && device < placement.devices)) return [];
		let args = { buffer, backend: config2.backend, devices: placement.devices };
		return [{ path: ["settings", "override_tensor", at2], args }];
	}),
	sentence: (args) => `override_tensor names ${str(args, "buffer")}, which backend ${str(args, "backend")} does not have here (devices: ${num(args, "devices")}).`
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
var CTX_STEP = 256, UBATCHES = [1024, 512, 256, 128, 64, 32], at = (key2) => ["settings", key2], USEFUL_CTX = 4096;
function deviceMemoryFixes(problem2) {
	let { model, hit } = problem2;
	if (model === null) return [];
	let layers = model.settings.n_gpu_layers, half = Math.ceil(layers / 2), less = lessContext(model), fewer = down("n_gpu_layers", layers - 1, half, 1), mild = hit.path.at(-1) === "n_ctx" ? [less.mild, experts(model), fewer] : [experts(model), fewer, less.mild], last = down("n_gpu_layers", half - 1, 0, 1);
	return [flash(problem2), ...mild, smallerBatch(model), less.rest, last].flatMap((step2) => step2 ?? []);
}
function hostMemoryFixes(problem2) {
	let { model, targets: targets2 } = problem2;
	if (model === null) return [];
	let { n_gpu_layers, n_cpu_moe } = model.settings, all2 = model.hparams.n_layer_all + 1, apart = targets2.every(({ devices, target }) => devices.length > 0 && !target.unified), { mild, rest } = lessContext(model), moves2 = apart ? [
		n_cpu_moe > 0 ? { path: at("n_cpu_moe"), from: n_cpu_moe - 1, to: 0, step: -1 } : null,
		n_gpu_layers < all2 ? { path: at("n_gpu_layers"), from: n_gpu_layers + 1, to: all2, step: 1 } : null
	] : [];
	return [flash(problem2), ...moves2, mild, smallerBatch(model), rest].flatMap((step2) => step2 ?? []);
}
function lessContext({ settings: { n_ctx } }) {
	let below2 = Math.floor((n_ctx - 1) / CTX_STEP) * CTX_STEP, quarter = Math.max(USEFUL_CTX, Math.ceil(n_ctx / 4 / CTX_STEP) * CTX_STEP), rest = Math.min(below2, quarter - CTX_STEP);
	return { mild: down("n_ctx", below2, quarter, CTX_STEP), rest: down("n_ctx", rest, CTX_STEP, CTX_STEP) };
}
function flash({ config: config2 }) {
	return config2.settings.flash_attn === "off" ? { path: at("flash_attn"), values: ["auto"] } : null;
}
function experts({ hparams: { n_expert, n_layer }, settings: { n_cpu_moe } }) {
	return n_expert === 0 ? null : n_cpu_moe < n_layer ? { path: at("n_cpu_moe"), from: n_cpu_moe + 1, to: n_layer, step: 1 } : null;
}
function smallerBatch({ hparams, settings }) {
	let { n_ubatch } = contextSize(hparams, settings);
	return { path: at("n_ubatch"), values: UBATCHES.filter((value2) => value2 < n_ubatch) };
}
function down(key2, from, to, step2) {
	return from >= to ? { path: at(key2), from, to, step: -step2 } : null;
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
	let parts = addUpGib(num(args, "need"), [num(args, "weights"), num(args, "cache"), num(args, "compute")]), sum = ["weights", "KV cache", "compute"].map((name, index) => `${name} ${parts[index]}`).join(" + "), cache = `${str(args, "cache_type_k")}/${str(args, "cache_type_v")}`, layers = `${num(args, "n_gpu_layers")} of ${num(args, "n_layers")} layers on the GPU`;
	return `${sum} GiB (n_ctx ${num(args, "n_ctx")}, cache ${cache}, ${layers})`;
}
function memoryOf(args) {
	return args.assumed === !0 ? `the ${str(args, "device")} assumed for this target` : str(args, "device");
}
function showShort(args) {
	let tenths = toTenths(num(args, "need")) - toTenths(num(args, "usable"));
	return tenths > 0 ? `${(tenths / 10).toFixed(1)} GiB` : "less than 0.1 GiB";
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

// shared/validate/rules/rpc-servers.ts
var PATH = ["settings", "rpc_servers"], serversOfCluster = {
	id: "LP204",
	scope: "target",
	title: "rpc-servers that the target does not have",
	severity: "error",
	why: "Layers are dealt out over the devices of every rpc-server; with others than the target has, each device holds something else than was judged.",
	remedy: "Check the config on the cluster that it is for: --hardware with the cluster file, its machines in the same order.",
	check: ({ config: config2, target }) => {
		let asked = config2.settings.rpc_servers?.length ?? 0, has2 = rpcServers(target).length;
		return asked === has2 || asked === 0 && config2.backend === "cpu" ? [] : [{ path: PATH, args: { asked, has: has2 } }];
	},
	sentence: (args) => num(args, "asked") === 0 ? `The target is one cluster of ${num(args, "has") + 1} machines, and the config names no rpc-servers. Names joined by a comma are a cluster: to check on each machine, name each as a target of its own.` : `rpc-servers in the config: ${num(args, "asked")}; in the target: ${num(args, "has")}. The devices are not those that it was made for.`
}, publicServers = {
	id: "LP205",
	scope: "config",
	title: "rpc-server at a public address",
	severity: "warning",
	why: "rpc-server has no authentication and no encryption: whoever reaches it reads the model and the conversations, and can run code.",
	remedy: "Let it listen on loopback or a private network, and reach it through a VPN or an SSH tunnel.",
	check: ({ config: config2 }) => (config2.settings.rpc_servers ?? []).flatMap(
		(address, at2) => isPublicAddress(address) ? [{ path: [...PATH, at2], args: { address } }] : []
	),
	sentence: (args) => `${str(args, "address")} looks like an address of the internet; rpc-server has no authentication.`
};

// shared/validate/rules/set-memory.ts
var setOver = {
	id: "LP105",
	scope: "document",
	title: "Models together over memory",
	severity: "error",
	why: "Each model fits by itself, but not beside those that are loaded with it: the last one to load fails, or all slow down.",
	remedy: "Plan the set anew for this target (lp-tui generate --set), let more models swap, or shorten contexts.",
	sentence: (args) => `Together ${loaded(args)} need ${showGib(num(args, "need"))}; ${str(args, "device")} leaves ${showGib(num(args, "usable"))}.`
}, setNear = {
	id: "LP106",
	scope: "document",
	title: "Models together near the limit",
	severity: "warning",
	why: "Above 90 % of the usable memory little is left for what other programs take.",
	remedy: "Leave some memory free: shorten the context of one model, or let one more swap.",
	sentence: (args) => `Together ${loaded(args)} need ${showGib(num(args, "need"))}, over 90 % of the ${showGib(num(args, "usable"))} that ${str(args, "device")} leaves.`
};
function loaded(args) {
	return list(args, "parts").join(", ");
}

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
}, syntax2 = {
	id: "LP001",
	scope: "document",
	title: "Not valid JSON",
	severity: "error",
	why: "A file that cannot be parsed cannot be judged, and no program can load it.",
	remedy: "Mend the text at the place that is shown; later errors may follow from the first one.",
	sentence: (args) => `Not valid JSON: ${lowerFirst(PROBLEMS[str(args, "problem")] ?? "A value is expected here.")}`
};
function lowerFirst(text3) {
	return text3.charAt(0).toLowerCase() + text3.slice(1);
}

// shared/validate/rules/threads.ts
function coreLimit({ target }) {
	return target.cpu.physical_cores;
}
function overCores(context, key2) {
	let threads = context.config.settings[key2], cores = coreLimit(context);
	if (threads === void 0 || threads <= cores) return [];
	let { origin, cpu } = context.target, args = { key: key2, threads, cores, detected: origin === "snapshot", assumed: cpu.assumed };
	return [{ path: ["settings", key2], args }];
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
	fixes: coresEverywhere,
	sentence: (args) => `${str(args, "key")} is ${num(args, "threads")}; ${coresOf(args)}.`
};
function coresEverywhere({ hit, targets: targets2 }) {
	let fewest = Math.min(...targets2.map(coreLimit)), fast = Math.min(...targets2.map((at2) => at2.target.cpu.performance_cores || coreLimit(at2)), fewest);
	return [{ path: hit.path, values: hit.path[1] === "n_threads" ? [fast, fewest] : [fewest] }];
}
function coresOf(args) {
	let cores = num(args, "cores");
	return args.assumed === !0 ? `the CPU assumed for this target has ${cores} physical cores` : args.detected === !0 ? `the target has ${cores} cores to use, after affinity and any quota` : `the target has ${cores} physical cores`;
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
		let belongs = str(args, "belongs_in"), near2 = list(args, "near"), hint = belongs ? ` It belongs in ${belongs}.` : near2.length > 0 ? ` Did you mean ${near2.join(", ")}?` : "", key2 = str(args, "key");
		return `${key2} is not ${key2.startsWith("-") ? "an option of llama-server" : "a key of this format"}.${hint}${more2(args)}`;
	}
};
function more2({ more: count4 }) {
	return typeof count4 != "number" ? "" : count4 === 1 ? " 1 more key is unknown." : ` ${count4} more keys are unknown.`;
}

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
var OWN = [
	syntax2,
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
	setOver,
	setNear,
	memoryApproximate,
	threadsOverCores,
	threadsOverPerformanceCores,
	sustainedBatch,
	serversOfCluster,
	publicServers,
	overriddenDevice,
	amxLatentAttention,
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
], RULES = [...OWN, ...FOREIGN_RULES].toSorted((a14, b7) => a14.id < b7.id ? -1 : 1), BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));
function ruleOf(id) {
	return BY_ID.get(id);
}

// shared/policy/headroom.ts
var UNITS = { MiB: 1048576, GiB: 1073741824 }, HEADROOM_PATTERN = /^(?:0|(\d{1,6}(?:\.\d{1,3})?) ?(MiB|GiB|%))$/;
function parseHeadroom(text3) {
	let [all2, amount, unit] = HEADROOM_PATTERN.exec(text3.trim()) ?? [];
	if (all2 === void 0) return null;
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
var LEVELS = ["error", "warning", "off"], FIXED = /* @__PURE__ */ new Set(["LP001", "LP004", "LP006", "LP007", "LP008"]), NEVER_OFF = /* @__PURE__ */ new Set(["LP009", "LP010", "LP011", "LP014"]);
function levelsOf(rule) {
	return FIXED.has(rule) ? ["error"] : NEVER_OFF.has(rule) ? ["error", "warning"] : LEVELS;
}

// shared/policy/policy.ts
var POLICY_FILE = ".github/lp-config.yml", POLICY_VERSION = 1, FAIL_ON = ["error", "warning", "never"], ANNOTATIONS = ["all", "errors", "none"], SUMMARIES = ["full", "failures", "none"], IF_NO_FILES_FOUND = ["error", "warn", "ignore"], pattern = string2().min(1).max(512), targets = array(string2().min(1).max(512)).min(1).max(1e3), BaselineEntrySchema = strictObject({
	rule: m2(RULES.map(({ id }) => id)),
	/** The config's path; `*` and `**` match as in globs. */
	config: pattern,
	/** One config of a file that holds several: a section, a model, a service. All of them when absent. */
	name: string2().min(1).max(512).optional(),
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
	/** The release of llama.cpp that a target runs, where it is another than the one that this program follows. */
	engines: record(string2().min(1).max(512), string2().regex(RELEASE_PATTERN)).optional(),
	/** Files of model facts, for configs that carry none. */
	models: array(pattern).max(1e3).optional(),
	"fail-on": m2(FAIL_ON).optional(),
	"vram-headroom": string2().regex(HEADROOM_PATTERN).optional(),
	annotations: m2(ANNOTATIONS).optional(),
	summary: m2(SUMMARIES).optional(),
	"if-no-files-found": m2(IF_NO_FILES_FOUND).optional(),
	/** The level of a rule where it is not the rule's own. */
	rules: strictObject(Object.fromEntries(RULES.map(({ id }) => [id, m2(levelsOf(id)).optional()]))).optional(),
	baseline: baseline.optional()
}), BaselineFileSchema = strictObject({ version: literal(POLICY_VERSION), baseline });

// shared/config/schema-keys.ts
function keysAt(schema, path4) {
	let at2 = schema;
	for (let segment of path4)
		if (at2 = unwrapped(at2), at2 instanceof ZodObject) at2 = at2.shape[String(segment)];
		else if (at2 instanceof ZodArray) at2 = at2.element;
		else return [];
	return at2 = unwrapped(at2), at2 instanceof ZodObject ? Object.keys(at2.shape) : [];
}
function unwrapped(schema) {
	let inner = schema;
	for (; inner instanceof ZodOptional || inner instanceof ZodNullable; ) inner = inner.unwrap();
	return inner;
}

// shared/config/show-path.ts
function showKey(path4) {
	let text3 = path4.reduce((shown3, segment) => typeof segment == "number" ? `${shown3}[${segment}]` : shown3 === "" ? segment : `${shown3}.${segment}`, "");
	return cut(text3);
}
function cut(text3) {
	return text3.length <= 80 ? text3 : `${text3.slice(0, 79)}…`;
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
	no_repack: "use_extra_bufts",
	num_thread: "n_threads",
	parallel: "n_parallel",
	repack: "use_extra_bufts",
	threads: "n_threads",
	threads_batch: "n_threads_batch",
	type_k: "cache_type_k",
	type_v: "cache_type_v",
	ubatch_size: "n_ubatch"
};
function unknownKeyFindings(issues, schema, places2) {
	let unknown3 = issues.flatMap(
		(issue3) => issue3.code === "unrecognized_keys" ? issue3.keys.map((key2) => ({ holder: pathOf(issue3), key: key2 })) : []
	);
	return unknown3.slice(0, MOST2).map(({ holder, key: key2 }, index) => {
		let path4 = [...holder, key2], names2 = keysAt(schema, holder), belongs = holder.length === 0 ? keysAt(schema, ["settings"]).includes(key2) : keysAt(schema, []).includes(key2), other = Object.hasOwn(OTHER_NAMES, key2) ? OTHER_NAMES[key2] ?? "" : "", near2 = names2.includes(other) ? [other] : nearestNames(key2, names2), args = {
			key: showKey(path4),
			near: near2,
			...belongs && { belongs_in: holder.length === 0 ? "settings" : "the document itself" },
			...more3(unknown3.length, index)
		};
		return { rule: "LP005", severity: "error", path: path4, args, place: places2.ofKey(path4) };
	});
}
function valueFindings(issues, value2, places2) {
	let byPath = /* @__PURE__ */ new Map();
	for (let issue3 of issues) {
		if (issue3.code === "unrecognized_keys") continue;
		let key2 = JSON.stringify(issue3.path), first = byPath.get(key2);
		(first === void 0 || isTighter(issue3, first)) && byPath.set(key2, issue3);
	}
	let wrong2 = [...byPath.values()];
	return wrong2.slice(0, MOST2).map((issue3, index) => {
		let path4 = pathOf(issue3), args = { key: showKey(path4), ...describe2(issue3, valueAt(value2, path4)), ...more3(wrong2.length, index) };
		return { rule: "LP004", severity: "error", path: path4, args, place: places2.ofValue(path4) };
	});
}
function isTighter(issue3, other) {
	return issue3.code === "too_big" && other.code === "too_big" ? issue3.maximum < other.maximum : issue3.code === "too_small" && other.code === "too_small" && issue3.minimum > other.minimum;
}
function describe2(issue3, actual) {
	let found3 = kindOf2(actual);
	if (found3 === "missing") return { problem: "missing" };
	let shown3 = typeof actual == "number" ? { found: found3, value: actual } : { found: found3 };
	switch (issue3.code) {
		case "invalid_type":
			return { problem: "type", expected: [issue3.expected], ...shown3 };
		case "invalid_union":
			return { problem: "type", expected: issue3.errors.flat().map((inner) => expectedOf(inner)), ...shown3 };
		case "too_small":
			return {
				problem: issue3.inclusive === !1 ? "not_over" : "too_small",
				limit: Number(issue3.minimum),
				of: issue3.origin,
				...shown3
			};
		case "too_big":
			return { problem: "too_big", limit: Number(issue3.maximum), of: issue3.origin, ...shown3 };
		case "invalid_value": {
			let choices = issue3.values.map(String);
			if (typeof actual == "string" && choices.includes(actual))
				return { problem: "type", expected: issue3.values.map((one) => typeof one), ...shown3 };
			let near2 = typeof actual == "string" ? nearestNames(actual, choices, 1).filter((name) => name !== actual) : [];
			return { problem: "choice", choices, near: near2, ...shown3 };
		}
		case "invalid_format":
			return issue3.message.startsWith("Invalid ") ? { problem: "other", ...shown3 } : { problem: "form", form: issue3.message };
		default:
			return { problem: "other", ...shown3 };
	}
}
function expectedOf(issue3) {
	return issue3.code === "invalid_type" ? issue3.expected : "shorter";
}
function kindOf2(value2) {
	return value2 === void 0 ? "missing" : value2 === null ? "null" : Array.isArray(value2) ? "array" : typeof value2;
}
function more3(all2, index) {
	return index === MOST2 - 1 && all2 > MOST2 ? { more: all2 - MOST2 } : {};
}
function pathOf(issue3) {
	return issue3.path.map((segment) => typeof segment == "number" ? segment : String(segment));
}
function valueAt(value2, path4) {
	return path4.reduce(
		(at2, segment) => typeof at2 == "object" && at2 !== null ? at2[segment] : void 0,
		value2
	);
}

// node_modules/yaml/browser/dist/nodes/identity.js
var a4=Symbol.for("yaml.alias"),y4=Symbol.for("yaml.document"),o=Symbol.for("yaml.map"),l2=Symbol.for("yaml.pair"),r3=Symbol.
for("yaml.scalar"),s3=Symbol.for("yaml.seq"),c3=Symbol.for("yaml.node.type"),i2=t3=>!!t3&&typeof t3=="object"&&t3[c3]===
a4,m5=t3=>!!t3&&typeof t3=="object"&&t3[c3]===y4,b3=t3=>!!t3&&typeof t3=="object"&&t3[c3]===o,p7=t3=>!!t3&&typeof t3=="o\
bject"&&t3[c3]===l2,e7=t3=>!!t3&&typeof t3=="object"&&t3[c3]===r3,S3=t3=>!!t3&&typeof t3=="object"&&t3[c3]===s3;function f5(t3){
if(t3&&typeof t3=="object")switch(t3[c3]){case o:case s3:return true}return false}function n3(t3){if(t3&&typeof t3=="obj\
ect")switch(t3[c3]){case a4:case o:case r3:case s3:return true}return false}var u3=t3=>(e7(t3)||f5(t3))&&!!t3.anchor;
// node_modules/yaml/browser/dist/visit.js
var i3=Symbol("break visit"),V2=Symbol("skip children"),s4=Symbol("remove node");function m6(e10,l6){let t3=w3(l6);m5(e10)?
a5(null,e10.contents,t3,Object.freeze([e10]))===s4&&(e10.contents=null):a5(null,e10,t3,Object.freeze([]))}m6.BREAK=i3,m6.
SKIP=V2,m6.REMOVE=s4;function a5(e10,l6,t3,c12){let n12=z3(e10,l6,t3,c12);if(n3(n12)||p7(n12))return A4(e10,c12,n12),a5(
e10,n12,t3,c12);if(typeof n12!="symbol"){if(f5(l6)){c12=Object.freeze(c12.concat(l6));for(let f15=0;f15<l6.items.length;++f15){
let u12=a5(f15,l6.items[f15],t3,c12);if(typeof u12=="number")f15=u12-1;else{if(u12===i3)return i3;u12===s4&&(l6.items.splice(
f15,1),f15-=1)}}}else if(p7(l6)){c12=Object.freeze(c12.concat(l6));let f15=a5("key",l6.key,t3,c12);if(f15===i3)return i3;
f15===s4&&(l6.key=null);let u12=a5("value",l6.value,t3,c12);if(u12===i3)return i3;u12===s4&&(l6.value=null)}}return n12}
async function S4(e10,l6){let t3=w3(l6);m5(e10)?await b4(null,e10.contents,t3,Object.freeze([e10]))===s4&&(e10.contents=
null):await b4(null,e10,t3,Object.freeze([]))}S4.BREAK=i3,S4.SKIP=V2,S4.REMOVE=s4;async function b4(e10,l6,t3,c12){let n12=await z3(
e10,l6,t3,c12);if(n3(n12)||p7(n12))return A4(e10,c12,n12),b4(e10,n12,t3,c12);if(typeof n12!="symbol"){if(f5(l6)){c12=Object.
freeze(c12.concat(l6));for(let f15=0;f15<l6.items.length;++f15){let u12=await b4(f15,l6.items[f15],t3,c12);if(typeof u12==
"number")f15=u12-1;else{if(u12===i3)return i3;u12===s4&&(l6.items.splice(f15,1),f15-=1)}}}else if(p7(l6)){c12=Object.freeze(
c12.concat(l6));let f15=await b4("key",l6.key,t3,c12);if(f15===i3)return i3;f15===s4&&(l6.key=null);let u12=await b4("va\
lue",l6.value,t3,c12);if(u12===i3)return i3;u12===s4&&(l6.value=null)}}return n12}function w3(e10){return typeof e10=="o\
bject"&&(e10.Collection||e10.Node||e10.Value)?Object.assign({Alias:e10.Node,Map:e10.Node,Scalar:e10.Node,Seq:e10.Node},e10.
Value&&{Map:e10.Value,Scalar:e10.Value,Seq:e10.Value},e10.Collection&&{Map:e10.Collection,Seq:e10.Collection},e10):e10}function z3(e10,l6,t3,c12){
if(typeof t3=="function")return t3(e10,l6,c12);if(b3(l6))return t3.Map?.(e10,l6,c12);if(S3(l6))return t3.Seq?.(e10,l6,c12);
if(p7(l6))return t3.Pair?.(e10,l6,c12);if(e7(l6))return t3.Scalar?.(e10,l6,c12);if(i2(l6))return t3.Alias?.(e10,l6,c12)}
function A4(e10,l6,t3){let c12=l6[l6.length-1];if(f5(c12))c12.items[e10]=t3;else if(p7(c12))e10==="key"?c12.key=t3:c12.value=
t3;else if(m5(c12))c12.contents=t3;else{let n12=i2(c12)?"alias":"scalar";throw new Error(`Cannot replace node with ${n12}\
 parent`)}}
// node_modules/yaml/browser/dist/doc/directives.js
var u4={"!":"%21",",":"%2C","[":"%5B","]":"%5D","{":"%7B","}":"%7D"},o2=h6=>h6.replace(/[!,[\]{}]/g,t3=>u4[t3]),n4=class _n{constructor(t3,e10){
this.docStart=null,this.docEnd=false,this.yaml=Object.assign({},_n.defaultYaml,t3),this.tags=Object.assign({},_n.defaultTags,
e10)}clone(){let t3=new _n(this.yaml,this.tags);return t3.docStart=this.docStart,t3}atDocument(){let t3=new _n(this.yaml,
this.tags);switch(this.yaml.version){case"1.1":this.atNextDocument=true;break;case"1.2":this.atNextDocument=false,this.yaml=
{explicit:_n.defaultYaml.explicit,version:"1.2"},this.tags=Object.assign({},_n.defaultTags);break}return t3}add(t3,e10){
this.atNextDocument&&(this.yaml={explicit:_n.defaultYaml.explicit,version:"1.1"},this.tags=Object.assign({},_n.defaultTags),
this.atNextDocument=false);let a14=t3.trim().split(/[ \t]+/),l6=a14.shift();switch(l6){case"%TAG":{if(a14.length!==2&&(e10(
0,"%TAG directive should contain exactly two parts"),a14.length<2))return false;let[s9,i8]=a14;return this.tags[s9]=i8,true}case"\
%YAML":{if(this.yaml.explicit=true,a14.length!==1)return e10(0,"%YAML directive should contain exactly one part"),false;
let[s9]=a14;if(s9==="1.1"||s9==="1.2")return this.yaml.version=s9,true;{let i8=/^\d+\.\d+$/.test(s9);return e10(6,`Unsup\
ported YAML version ${s9}`,i8),false}}default:return e10(0,`Unknown directive ${l6}`,true),false}}tagName(t3,e10){if(t3===
"!")return"!";if(t3[0]!=="!")return e10(`Not a valid tag: ${t3}`),null;if(t3[1]==="<"){let i8=t3.slice(2,-1);return i8===
"!"||i8==="!!"?(e10(`Verbatim tags aren't resolved, so ${t3} is invalid.`),null):(t3[t3.length-1]!==">"&&e10("Verbatim t\
ags must end with a >"),i8)}let[,a14,l6]=t3.match(/^(.*!)([^!]*)$/s);l6||e10(`The ${t3} tag has no suffix`);let s9=this.
tags[a14];if(s9)try{return s9+decodeURIComponent(l6)}catch(i8){return e10(String(i8)),null}return a14==="!"?t3:(e10(`Cou\
ld not resolve tag: ${t3}`),null)}tagString(t3){for(let[e10,a14]of Object.entries(this.tags))if(t3.startsWith(a14))return e10+
o2(t3.substring(a14.length));return t3[0]==="!"?t3:`!<${t3}>`}toString(t3){let e10=this.yaml.explicit?[`%YAML ${this.yaml.
version||"1.2"}`]:[],a14=Object.entries(this.tags),l6;if(t3&&a14.length>0&&n3(t3.contents)){let s9={};m6(t3.contents,(i8,r8)=>{
n3(r8)&&r8.tag&&(s9[r8.tag]=true)}),l6=Object.keys(s9)}else l6=[];for(let[s9,i8]of a14)s9==="!!"&&i8==="tag:yaml.org,200\
2:"||(!t3||l6.some(r8=>r8.startsWith(i8)))&&e10.push(`%TAG ${s9} ${i8}`);return e10.join(`
`)}};n4.defaultYaml={explicit:false,version:"1.2"},n4.defaultTags={"!!":"tag:yaml.org,2002:"};
// node_modules/yaml/browser/dist/doc/anchors.js
function d4(r8){if(/[\x00-\x19\s,[\]{}]/.test(r8)){let n12=`Anchor must not contain whitespace or control characters: ${JSON.
stringify(r8)}`;throw new Error(n12)}return true}function i4(r8){let t3=new Set;return m6(r8,{Value(n12,e10){e10.anchor&&
t3.add(e10.anchor)}}),t3}function h3(r8,t3){for(let n12=1;;++n12){let e10=`${r8}${n12}`;if(!t3.has(e10))return e10}}function p8(r8,t3){
let n12=[],e10=new Map,c12=null;return{onAnchor:s9=>{n12.push(s9),c12??(c12=i4(r8));let o7=h3(t3,c12);return c12.add(o7),
o7},setAnchors:()=>{for(let s9 of n12){let o7=e10.get(s9);if(typeof o7=="object"&&o7.anchor&&(e7(o7.node)||f5(o7.node)))
o7.node.anchor=o7.anchor;else{let a14=new Error("Failed to resolve repeated object (this should not happen)");throw a14.
source=s9,a14}}},sourceObjects:e10}}
// node_modules/yaml/browser/dist/doc/applyReviver.js
function s5(o7,c12,d10,e10){if(e10&&typeof e10=="object")if(Array.isArray(e10))for(let f15=0,t3=e10.length;f15<t3;++f15){
let n12=e10[f15],i8=s5(o7,e10,String(f15),n12);i8===void 0?delete e10[f15]:i8!==n12&&(e10[f15]=i8)}else if(e10 instanceof
Map)for(let f15 of Array.from(e10.keys())){let t3=e10.get(f15),n12=s5(o7,e10,f15,t3);n12===void 0?e10.delete(f15):n12!==
t3&&e10.set(f15,n12)}else if(e10 instanceof Set)for(let f15 of Array.from(e10)){let t3=s5(o7,e10,f15,f15);t3===void 0?e10.
delete(f15):t3!==f15&&(e10.delete(f15),e10.add(t3))}else for(let[f15,t3]of Object.entries(e10)){let n12=s5(o7,e10,f15,t3);
n12===void 0?delete e10[f15]:n12!==t3&&(e10[f15]=n12)}return o7.call(c12,d10,e10)}
// node_modules/yaml/browser/dist/nodes/toJS.js
function i5(r8,e10,n12){if(Array.isArray(r8))return r8.map((o7,t3)=>i5(o7,String(t3),n12));if(r8&&typeof r8.toJSON=="fun\
ction"){if(!n12||!u3(r8))return r8.toJSON(e10,n12);let o7={aliasCount:0,count:1,res:void 0};n12.anchors.set(r8,o7),n12.onCreate=
f15=>{o7.res=f15,delete n12.onCreate};let t3=r8.toJSON(e10,n12);return n12.onCreate&&n12.onCreate(t3),t3}return typeof r8==
"bigint"&&!n12?.keep?Number(r8):r8}
// node_modules/yaml/browser/dist/nodes/Node.js
var y5=class{constructor(e10){Object.defineProperty(this,c3,{value:e10})}clone(){let e10=Object.create(Object.getPrototypeOf(
this),Object.getOwnPropertyDescriptors(this));return this.range&&(e10.range=this.range.slice()),e10}toJS(e10,{mapAsMap:c12,
maxAliasCount:r8,onAnchor:o7,reviver:s9}={}){if(!m5(e10))throw new TypeError("A document argument is required");let n12={
anchors:new Map,doc:e10,keep:true,mapAsMap:c12===true,mapKeyWarned:false,maxAliasCount:typeof r8=="number"?r8:100},t3=i5(
this,"",n12);if(typeof o7=="function")for(let{count:i8,res:p14}of n12.anchors.values())o7(p14,i8);return typeof s9=="fun\
ction"?s5(s9,{"":t3},"",t3):t3}};
// node_modules/yaml/browser/dist/nodes/Alias.js
var A5=class extends y5{constructor(o7){super(a4),this.source=o7,Object.defineProperty(this,"tag",{set(){throw new Error(
"Alias nodes cannot have tags")}})}resolve(o7,e10){if(e10?.maxAliasCount===0)throw new ReferenceError("Alias resolution \
is disabled");let r8;e10?.aliasResolveCache?r8=e10.aliasResolveCache:(r8=[],m6(o7,{Node:(t3,a14)=>{(i2(a14)||u3(a14))&&r8.
push(a14)}}),e10&&(e10.aliasResolveCache=r8));let s9;for(let t3 of r8){if(t3===this)break;t3.anchor===this.source&&(s9=t3)}
if(s9&&e10){let{anchors:t3,doc:a14,maxAliasCount:c12}=e10,i8=t3.get(s9);if(i8||(i5(s9,null,e10),i8=t3.get(s9)),i8?.res===
void 0){let u12="This should not happen: Alias anchor was not resolved?";throw new ReferenceError(u12)}if(c12>=0&&(i8.count+=
1,i8.aliasCount===0&&(i8.aliasCount=l3(a14,s9,t3)),i8.count*i8.aliasCount>c12)){let u12="Excessive alias count indicates\
 a resource exhaustion attack";throw new ReferenceError(u12)}}return s9}toJSON(o7,e10){if(!e10)return{source:this.source};
let r8=this.resolve(e10.doc,e10);if(!r8){let s9=`Unresolved alias (the anchor must be set before the alias): ${this.source}`;
throw new ReferenceError(s9)}return e10.anchors.get(r8).res}toString(o7,e10,r8){let s9=`*${this.source}`;if(o7){if(d4(this.
source),o7.options.verifyAliasOrder&&!o7.anchors.has(this.source)){let t3=`Unresolved alias (the anchor must be set befo\
re the alias): ${this.source}`;throw new Error(t3)}if(o7.implicitKey)return`${s9} `}return s9}};function l3(n12,o7,e10){
if(i2(o7)){let r8=o7.resolve(n12),s9=e10&&r8&&e10.get(r8);return s9?s9.count*s9.aliasCount:0}else if(f5(o7)){let r8=0;for(let s9 of o7.
items){let t3=l3(n12,s9,e10);t3>r8&&(r8=t3)}return r8}else if(p7(o7)){let r8=l3(n12,o7.key,e10),s9=l3(n12,o7.value,e10);
return Math.max(r8,s9)}return 1}
// node_modules/yaml/browser/dist/nodes/Scalar.js
var E5=o7=>!o7||typeof o7!="function"&&typeof o7!="object",t=class extends y5{constructor(r8){super(r3),this.value=r8}toJSON(r8,L4){
return L4?.keep?this.value:i5(this.value,r8,L4)}toString(){return String(this.value)}};t.BLOCK_FOLDED="BLOCK_FOLDED",t.BLOCK_LITERAL=
"BLOCK_LITERAL",t.PLAIN="PLAIN",t.QUOTE_DOUBLE="QUOTE_DOUBLE",t.QUOTE_SINGLE="QUOTE_SINGLE";
// node_modules/yaml/browser/dist/doc/createNode.js
var S5="tag:yaml.org,2002:";function w4(n12,i8,o7){if(i8){let r8=o7.filter(e10=>e10.tag===i8),c12=r8.find(e10=>!e10.format)??
r8[0];if(!c12)throw new Error(`Tag ${i8} not found`);return c12}return o7.find(r8=>r8.identify?.(n12)&&!r8.format)}function T4(n12,i8,o7){
if(m5(n12)&&(n12=n12.contents),n3(n12))return n12;if(p7(n12)){let s9=o7.schema[o].createNode?.(o7.schema,null,o7);return s9.
items.push(n12),s9}(n12 instanceof String||n12 instanceof Number||n12 instanceof Boolean||typeof BigInt<"u"&&n12 instanceof
BigInt)&&(n12=n12.valueOf());let{aliasDuplicateObjects:r8,onAnchor:c12,onTagObj:e10,schema:d10,sourceObjects:p14}=o7,t3;
if(r8&&n12&&typeof n12=="object"){if(t3=p14.get(n12),t3)return t3.anchor??(t3.anchor=c12(n12)),new A5(t3.anchor);t3={anchor:null,
node:null},p14.set(n12,t3)}i8?.startsWith("!!")&&(i8=S5+i8.slice(2));let f15=w4(n12,i8,d10.tags);if(!f15){if(n12&&typeof n12.
toJSON=="function"&&(n12=n12.toJSON()),!n12||typeof n12!="object"){let s9=new t(n12);return t3&&(t3.node=s9),s9}f15=n12 instanceof
Map?d10[o]:Symbol.iterator in Object(n12)?d10[s3]:d10[o]}e10&&(e10(f15),delete o7.onTagObj);let m10=f15?.createNode?f15.
createNode(o7.schema,n12,o7):typeof f15?.nodeClass?.from=="function"?f15.nodeClass.from(o7.schema,n12,o7):new t(n12);return i8?
m10.tag=i8:f15.default||(m10.tag=f15.tag),t3&&(t3.node=m10),m10}
// node_modules/yaml/browser/dist/nodes/Collection.js
function l4(o7,n12,t3){let e10=t3;for(let s9=n12.length-1;s9>=0;--s9){let r8=n12[s9];if(typeof r8=="number"&&Number.isInteger(
r8)&&r8>=0){let c12=[];c12[r8]=e10,e10=c12}else e10=new Map([[r8,e10]])}return T4(e10,void 0,{aliasDuplicateObjects:false,
keepUndefined:false,onAnchor:()=>{throw new Error("This should not happen, please report a bug.")},schema:o7,sourceObjects:new Map})}
var u5=o7=>o7==null||typeof o7=="object"&&!!o7[Symbol.iterator]().next().done,g4=class extends y5{constructor(n12,t3){super(
n12),Object.defineProperty(this,"schema",{value:t3,configurable:true,enumerable:false,writable:true})}clone(n12){let t3=Object.
create(Object.getPrototypeOf(this),Object.getOwnPropertyDescriptors(this));return n12&&(t3.schema=n12),t3.items=t3.items.
map(e10=>n3(e10)||p7(e10)?e10.clone(n12):e10),this.range&&(t3.range=this.range.slice()),t3}addIn(n12,t3){if(u5(n12))this.
add(t3);else{let[e10,...s9]=n12,r8=this.get(e10,true);if(f5(r8))r8.addIn(s9,t3);else if(r8===void 0&&this.schema)this.set(
e10,l4(this.schema,s9,t3));else throw new Error(`Expected YAML collection at ${e10}. Remaining path: ${s9}`)}}deleteIn(n12){
let[t3,...e10]=n12;if(e10.length===0)return this.delete(t3);let s9=this.get(t3,true);if(f5(s9))return s9.deleteIn(e10);throw new Error(
`Expected YAML collection at ${t3}. Remaining path: ${e10}`)}getIn(n12,t3){let[e10,...s9]=n12,r8=this.get(e10,true);return s9.
length===0?!t3&&e7(r8)?r8.value:r8:f5(r8)?r8.getIn(s9,t3):void 0}hasAllNullValues(n12){return this.items.every(t3=>{if(!p7(
t3))return false;let e10=t3.value;return e10==null||n12&&e7(e10)&&e10.value==null&&!e10.commentBefore&&!e10.comment&&!e10.
tag})}hasIn(n12){let[t3,...e10]=n12;if(e10.length===0)return this.has(t3);let s9=this.get(t3,true);return f5(s9)?s9.hasIn(
e10):false}setIn(n12,t3){let[e10,...s9]=n12;if(s9.length===0)this.set(e10,t3);else{let r8=this.get(e10,true);if(f5(r8))r8.
setIn(s9,t3);else if(r8===void 0&&this.schema)this.set(e10,l4(this.schema,s9,t3));else throw new Error(`Expected YAML co\
llection at ${e10}. Remaining path: ${s9}`)}}};
// node_modules/yaml/browser/dist/stringify/stringifyPair.js
function refuse5(){throw new Error("not part of this bundle")}
// node_modules/yaml/browser/dist/log.js
function c4(n12,o7){(n12==="debug"||n12==="warn")&&console.warn(o7)}
// node_modules/yaml/browser/dist/schema/yaml-1.1/merge.js
var n5="<<",a6={identify:o7=>o7===n5||typeof o7=="symbol"&&o7.description===n5,default:"key",tag:"tag:yaml.org,2002:merg\
e",test:/^<<$/,resolve:()=>Object.assign(new t(Symbol(n5)),{addToJSMap:u6}),stringify:()=>n5},b5=(o7,e10)=>(a6.identify(
e10)||e7(e10)&&(!e10.type||e10.type===t.PLAIN)&&a6.identify(e10.value))&&o7?.doc.schema.tags.some(s9=>s9.tag===a6.tag&&s9.
default);function u6(o7,e10,s9){let r8=d5(o7,s9);if(S3(r8))for(let t3 of r8.items)f6(o7,e10,t3);else if(Array.isArray(r8))
for(let t3 of r8)f6(o7,e10,t3);else f6(o7,e10,r8)}function f6(o7,e10,s9){let r8=d5(o7,s9);if(!b3(r8))throw new Error("Me\
rge sources must be maps or map aliases");let t3=r8.toJSON(null,o7,Map);for(let[i8,l6]of t3)e10 instanceof Map?e10.has(i8)||
e10.set(i8,l6):e10 instanceof Set?e10.add(i8):Object.prototype.hasOwnProperty.call(e10,i8)||Object.defineProperty(e10,i8,
{value:l6,writable:true,enumerable:true,configurable:true});return e10}function d5(o7,e10){return o7&&i2(e10)?e10.resolve(
o7.doc,o7):e10}
// node_modules/yaml/browser/dist/stringify/stringify.js
function refuse6(){throw new Error("not part of this bundle")}
// node_modules/yaml/browser/dist/nodes/addPairToJSMap.js
function c5(o7,e10,{key:r8,value:i8}){if(n3(r8)&&r8.addToJSMap)r8.addToJSMap(o7,e10,i8);else if(b5(o7,r8))u6(o7,e10,i8);else{
let n12=i5(r8,"",o7);if(e10 instanceof Map)e10.set(n12,i5(i8,n12,o7));else if(e10 instanceof Set)e10.add(n12);else{let t3=g5(
r8,n12,o7),f15=i5(i8,t3,o7);t3 in e10?Object.defineProperty(e10,t3,{value:f15,writable:true,enumerable:true,configurable:true}):
e10[t3]=f15}}return e10}function g5(o7,e10,r8){if(e10===null)return"";if(typeof e10!="object")return String(e10);if(n3(o7)&&
r8?.doc){let i8=refuse6(r8.doc,{});i8.anchors=new Set;for(let t3 of r8.anchors.keys())i8.anchors.add(t3.anchor);i8.inFlow=
true,i8.inStringifyKey=true;let n12=o7.toString(i8);if(!r8.mapKeyWarned){let t3=JSON.stringify(n12);t3.length>40&&(t3=t3.
substring(0,36)+'..."'),c4(r8.doc.options.logLevel,`Keys with collection values will be stringified due to JS Object res\
trictions: ${t3}. Set mapAsMap: true to use object keys.`),r8.mapKeyWarned=true}return n12}return JSON.stringify(e10)}
// node_modules/yaml/browser/dist/nodes/Pair.js
function d6(s9,r8,e10){let t3=T4(s9,void 0,e10),a14=T4(r8,void 0,e10);return new i6(t3,a14)}var i6=class _i{constructor(r8,e10=null){
Object.defineProperty(this,c3,{value:l2}),this.key=r8,this.value=e10}clone(r8){let{key:e10,value:t3}=this;return n3(e10)&&
(e10=e10.clone(r8)),n3(t3)&&(t3=t3.clone(r8)),new _i(e10,t3)}toJSON(r8,e10){let t3=e10?.mapAsMap?new Map:{};return c5(e10,
t3,this)}toString(r8,e10,t3){return r8?.doc?refuse5(this,r8,e10,t3):JSON.stringify(this)}};
// node_modules/yaml/browser/dist/stringify/stringifyCollection.js
function refuse7(){throw new Error("not part of this bundle")}
// node_modules/yaml/browser/dist/nodes/YAMLMap.js
function f7(c12,e10){let i8=e7(e10)?e10.value:e10;for(let t3 of c12)if(p7(t3)&&(t3.key===e10||t3.key===i8||e7(t3.key)&&t3.
key.value===i8))return t3}var M=class extends g4{static get tagName(){return"tag:yaml.org,2002:map"}constructor(e10){super(
o,e10),this.items=[]}static from(e10,i8,t3){let{keepUndefined:s9,replacer:r8}=t3,o7=new this(e10),l6=(n12,a14)=>{if(typeof r8==
"function")a14=r8.call(i8,n12,a14);else if(Array.isArray(r8)&&!r8.includes(n12))return;(a14!==void 0||s9)&&o7.items.push(
d6(n12,a14,t3))};if(i8 instanceof Map)for(let[n12,a14]of i8)l6(n12,a14);else if(i8&&typeof i8=="object")for(let n12 of Object.
keys(i8))l6(n12,i8[n12]);return typeof e10.sortMapEntries=="function"&&o7.items.sort(e10.sortMapEntries),o7}add(e10,i8){
let t3;p7(e10)?t3=e10:!e10||typeof e10!="object"||!("key"in e10)?t3=new i6(e10,e10?.value):t3=new i6(e10.key,e10.value);
let s9=f7(this.items,t3.key),r8=this.schema?.sortMapEntries;if(s9){if(!i8)throw new Error(`Key ${t3.key} already set`);e7(
s9.value)&&E5(t3.value)?s9.value.value=t3.value:s9.value=t3.value}else if(r8){let o7=this.items.findIndex(l6=>r8(t3,l6)<
0);o7===-1?this.items.push(t3):this.items.splice(o7,0,t3)}else this.items.push(t3)}delete(e10){let i8=f7(this.items,e10);
return i8?this.items.splice(this.items.indexOf(i8),1).length>0:false}get(e10,i8){let s9=f7(this.items,e10)?.value;return(!i8&&
e7(s9)?s9.value:s9)??void 0}has(e10){return!!f7(this.items,e10)}set(e10,i8){this.add(new i6(e10,i8),true)}toJSON(e10,i8,t3){
let s9=t3?new t3:i8?.mapAsMap?new Map:{};i8?.onCreate&&i8.onCreate(s9);for(let r8 of this.items)c5(i8,s9,r8);return s9}toString(e10,i8,t3){
if(!e10)return JSON.stringify(this);for(let s9 of this.items)if(!p7(s9))throw new Error(`Map items must all be pairs; fo\
und ${JSON.stringify(s9)} instead`);return!e10.allNullValues&&this.hasAllNullValues(false)&&(e10=Object.assign({},e10,{allNullValues:true})),
refuse7(this,e10,{blockItemPrefix:"",flowChars:{start:"{",end:"}"},itemIndent:e10.indent||"",onChompKeep:t3,onComment:i8})}};
// node_modules/yaml/browser/dist/schema/common/map.js
var p9={collection:"map",default:true,nodeClass:M,tag:"tag:yaml.org,2002:map",resolve(o7,t3){return b3(o7)||t3("Expected\
 a mapping for this tag"),o7},createNode:(o7,t3,e10)=>M.from(o7,t3,e10)};
// node_modules/yaml/browser/dist/nodes/YAMLSeq.js
var S6=class extends g4{static get tagName(){return"tag:yaml.org,2002:seq"}constructor(t3){super(s3,t3),this.items=[]}add(t3){
this.items.push(t3)}delete(t3){let e10=f8(t3);return typeof e10!="number"?false:this.items.splice(e10,1).length>0}get(t3,e10){
let i8=f8(t3);if(typeof i8!="number")return;let r8=this.items[i8];return!e10&&e7(r8)?r8.value:r8}has(t3){let e10=f8(t3);
return typeof e10=="number"&&e10<this.items.length}set(t3,e10){let i8=f8(t3);if(typeof i8!="number")throw new Error(`Exp\
ected a valid index, not ${t3}.`);let r8=this.items[i8];e7(r8)&&E5(e10)?r8.value=e10:this.items[i8]=e10}toJSON(t3,e10){let i8=[];
e10?.onCreate&&e10.onCreate(i8);let r8=0;for(let s9 of this.items)i8.push(i5(s9,String(r8++),e10));return i8}toString(t3,e10,i8){
return t3?refuse7(this,t3,{blockItemPrefix:"- ",flowChars:{start:"[",end:"]"},itemIndent:(t3.indent||"")+"  ",onChompKeep:i8,
onComment:e10}):JSON.stringify(this)}static from(t3,e10,i8){let{replacer:r8}=i8,s9=new this(t3);if(e10&&Symbol.iterator in
Object(e10)){let l6=0;for(let o7 of e10){if(typeof r8=="function"){let u12=e10 instanceof Set?o7:String(l6++);o7=r8.call(
e10,u12,o7)}s9.items.push(T4(o7,void 0,i8))}}return s9}};function f8(n12){let t3=e7(n12)?n12.value:n12;return t3&&typeof t3==
"string"&&(t3=Number(t3)),typeof t3=="number"&&Number.isInteger(t3)&&t3>=0?t3:null}
// node_modules/yaml/browser/dist/schema/common/seq.js
var a7={collection:"seq",default:true,nodeClass:S6,tag:"tag:yaml.org,2002:seq",resolve(e10,o7){return S3(e10)||o7("Expec\
ted a sequence for this tag"),e10},createNode:(e10,o7,r8)=>S6.from(e10,o7,r8)};
// node_modules/yaml/browser/dist/stringify/stringifyString.js
function refuse8(){throw new Error("not part of this bundle")}
// node_modules/yaml/browser/dist/schema/common/string.js
var n6={identify:t3=>typeof t3=="string",default:true,tag:"tag:yaml.org,2002:str",resolve:t3=>t3,stringify(t3,r8,i8,e10){
return r8=Object.assign({actualString:true},r8),refuse8(t3,r8,i8,e10)}};
// node_modules/yaml/browser/dist/schema/common/null.js
var n7={identify:t3=>t3==null,createNode:()=>new t(null),default:true,tag:"tag:yaml.org,2002:null",test:/^(?:~|[Nn]ull|NULL)?$/,
resolve:()=>new t(null),stringify:({source:t3},e10)=>typeof t3=="string"&&n7.test.test(t3)?t3:e10.options.nullStr};
// node_modules/yaml/browser/dist/schema/core/bool.js
var r4={identify:t3=>typeof t3=="boolean",default:true,tag:"tag:yaml.org,2002:bool",test:/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
resolve:t3=>new t(t3[0]==="t"||t3[0]==="T"),stringify({source:t3,value:o7},e10){if(t3&&r4.test.test(t3)){let n12=t3[0]===
"t"||t3[0]==="T";if(o7===n12)return t3}return o7?e10.options.trueStr:e10.options.falseStr}};
// node_modules/yaml/browser/dist/stringify/stringifyNumber.js
function o3({format:s9,minFractionDigits:f15,tag:r8,value:t3}){if(typeof t3=="bigint")return String(t3);let i8=typeof t3==
"number"?t3:Number(t3);if(!isFinite(i8))return isNaN(i8)?".nan":i8<0?"-.inf":".inf";let n12=Object.is(t3,-0)?"-0":JSON.stringify(
t3);if(!s9&&f15&&(!r8||r8==="tag:yaml.org,2002:float")&&/^-?\d/.test(n12)&&!n12.includes("e")){let e10=n12.indexOf(".");
e10<0&&(e10=n12.length,n12+=".");let g10=f15-(n12.length-e10-1);for(;g10-- >0;)n12+="0"}return n12}
// node_modules/yaml/browser/dist/schema/core/float.js
var r5={identify:t3=>typeof t3=="number",default:true,tag:"tag:yaml.org,2002:float",test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
resolve:t3=>t3.slice(-3).toLowerCase()==="nan"?NaN:t3[0]==="-"?Number.NEGATIVE_INFINITY:Number.POSITIVE_INFINITY,stringify:o3},
i7={identify:t3=>typeof t3=="number",default:true,tag:"tag:yaml.org,2002:float",format:"EXP",test:/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
resolve:t3=>parseFloat(t3),stringify(t3){let e10=Number(t3.value);return isFinite(e10)?e10.toExponential():o3(t3)}},f9={
identify:t3=>typeof t3=="number",default:true,tag:"tag:yaml.org,2002:float",test:/^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,resolve(t3){
let e10=new t(parseFloat(t3)),a14=t3.indexOf(".");return a14!==-1&&t3[t3.length-1]==="0"&&(e10.minFractionDigits=t3.length-
a14-1),e10},stringify:o3};
// node_modules/yaml/browser/dist/schema/core/int.js
var e8=t3=>typeof t3=="bigint"||Number.isInteger(t3),o4=(t3,n12,r8,{intAsBigInt:i8})=>i8?BigInt(t3):parseInt(t3.substring(
n12),r8);function f10(t3,n12,r8){let{value:i8}=t3;return e8(i8)&&i8>=0?r8+i8.toString(n12):o3(t3)}var g6={identify:t3=>e8(
t3)&&t3>=0,default:true,tag:"tag:yaml.org,2002:int",format:"OCT",test:/^0o[0-7]+$/,resolve:(t3,n12,r8)=>o4(t3,2,8,r8),stringify:t3=>f10(
t3,8,"0o")},a8={identify:e8,default:true,tag:"tag:yaml.org,2002:int",test:/^[-+]?[0-9]+$/,resolve:(t3,n12,r8)=>o4(t3,0,10,
r8),stringify:o3},y6={identify:t3=>e8(t3)&&t3>=0,default:true,tag:"tag:yaml.org,2002:int",format:"HEX",test:/^0x[0-9a-fA-F]+$/,
resolve:(t3,n12,r8)=>o4(t3,2,16,r8),stringify:t3=>f10(t3,16,"0x")};
// node_modules/yaml/browser/dist/schema/core/schema.js
var s6=[p9,a7,n6,n7,r4,g6,a8,y6,r5,i7,f9];
// node_modules/yaml/browser/dist/schema/json/schema.js
function n8(t3){return typeof t3=="bigint"||Number.isInteger(t3)}var e9=({value:t3})=>JSON.stringify(t3),l5=[{identify:t3=>typeof t3==
"string",default:true,tag:"tag:yaml.org,2002:str",resolve:t3=>t3,stringify:e9},{identify:t3=>t3==null,createNode:()=>new t(
null),default:true,tag:"tag:yaml.org,2002:null",test:/^null$/,resolve:()=>null,stringify:e9},{identify:t3=>typeof t3=="b\
oolean",default:true,tag:"tag:yaml.org,2002:bool",test:/^true$|^false$/,resolve:t3=>t3==="true",stringify:e9},{identify:n8,
default:true,tag:"tag:yaml.org,2002:int",test:/^-?(?:0|[1-9][0-9]*)$/,resolve:(t3,r8,{intAsBigInt:i8})=>i8?BigInt(t3):parseInt(
t3,10),stringify:({value:t3})=>n8(t3)?t3.toString():JSON.stringify(t3)},{identify:t3=>typeof t3=="number",default:true,tag:"\
tag:yaml.org,2002:float",test:/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,resolve:t3=>parseFloat(t3),stringify:e9}],
f11={default:true,tag:"",test:/^/,resolve(t3,r8){return r8(`Unresolved plain scalar ${JSON.stringify(t3)}`),t3}},g7=[p9,
a7].concat(l5,f11);
// node_modules/yaml/browser/dist/schema/yaml-1.1/binary.js
function refuse9(){throw new Error("not part of this bundle")}
// node_modules/yaml/browser/dist/schema/yaml-1.1/omap.js
function refuse10(){throw new Error("not part of this bundle")}
// node_modules/yaml/browser/dist/schema/yaml-1.1/pairs.js
function refuse11(){throw new Error("not part of this bundle")}
// node_modules/yaml/browser/dist/schema/yaml-1.1/bool.js
function n9({value:t3,source:e10},o7){return e10&&(t3?f12:s7).test.test(e10)?e10:t3?o7.options.trueStr:o7.options.falseStr}
var f12={identify:t3=>t3===true,default:true,tag:"tag:yaml.org,2002:bool",test:/^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
resolve:()=>new t(true),stringify:n9},s7={identify:t3=>t3===false,default:true,tag:"tag:yaml.org,2002:bool",test:/^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
resolve:()=>new t(false),stringify:n9};
// node_modules/yaml/browser/dist/schema/yaml-1.1/float.js
function refuse12(){throw new Error("not part of this bundle")}
// node_modules/yaml/browser/dist/schema/yaml-1.1/int.js
function refuse13(){throw new Error("not part of this bundle")}
// node_modules/yaml/browser/dist/schema/yaml-1.1/set.js
function refuse14(){throw new Error("not part of this bundle")}
// node_modules/yaml/browser/dist/schema/yaml-1.1/timestamp.js
function refuse15(){throw new Error("not part of this bundle")}
// node_modules/yaml/browser/dist/schema/yaml-1.1/schema.js
var y7=[p9,a7,n6,n7,f12,s7,refuse13,refuse13,refuse13,refuse13,refuse12,refuse12,refuse12,refuse9,a6,refuse10,refuse11,refuse14,
refuse15,refuse15,refuse15];
// node_modules/yaml/browser/dist/schema/tags.js
var w5=new Map([["core",s6],["failsafe",[p9,a7,n6]],["json",g7],["yaml11",y7],["yaml-1.1",y7]]),b6={binary:refuse9,bool:r4,
float:f9,floatExp:i7,floatNaN:r5,floatTime:refuse15,int:a8,intHex:y6,intOct:g6,intTime:refuse15,map:p9,merge:a6,null:n7,
omap:refuse10,pairs:refuse11,seq:a7,set:refuse14,timestamp:refuse15},K2={"tag:yaml.org,2002:binary":refuse9,"tag:yaml.or\
g,2002:merge":a6,"tag:yaml.org,2002:omap":refuse10,"tag:yaml.org,2002:pairs":refuse11,"tag:yaml.org,2002:set":refuse14,"\
tag:yaml.org,2002:timestamp":refuse15};function v2(m10,n12,f15){let i8=w5.get(n12);if(i8&&!m10)return f15&&!i8.includes(
a6)?i8.concat(a6):i8.slice();let o7=i8;if(!o7)if(Array.isArray(m10))o7=[];else{let t3=Array.from(w5.keys()).filter(r8=>r8!==
"yaml11").map(r8=>JSON.stringify(r8)).join(", ");throw new Error(`Unknown schema "${n12}"; use one of ${t3} or define cu\
stomTags array`)}if(Array.isArray(m10))for(let t3 of m10)o7=o7.concat(t3);else typeof m10=="function"&&(o7=m10(o7.slice()));
return f15&&(o7=o7.concat(a6)),o7.reduce((t3,r8)=>{let a14=typeof r8=="string"?b6[r8]:r8;if(!a14){let k3=JSON.stringify(
r8),N4=Object.keys(b6).map(O5=>JSON.stringify(O5)).join(", ");throw new Error(`Unknown custom tag ${k3}; use one of ${N4}`)}
return t3.includes(a14)||t3.push(a14),t3},[])}
// node_modules/yaml/browser/dist/schema/Schema.js
var O4=(s9,t3)=>s9.key<t3.key?-1:s9.key>t3.key?1:0,o5=class _o{constructor({compat:t3,customTags:n12,merge:p14,resolveKnownTags:c12,
schema:i8,sortMapEntries:e10,toStringDefaults:y13}){this.compat=Array.isArray(t3)?v2(t3,"compat"):t3?v2(null,t3):null,this.
name=typeof i8=="string"&&i8||"core",this.knownTags=c12?K2:{},this.tags=v2(n12,this.name,p14),this.toStringOptions=y13??
null,Object.defineProperty(this,o,{value:p9}),Object.defineProperty(this,r3,{value:n6}),Object.defineProperty(this,s3,{value:a7}),
this.sortMapEntries=typeof e10=="function"?e10:e10===true?O4:null}clone(){let t3=Object.create(_o.prototype,Object.getOwnPropertyDescriptors(
this));return t3.tags=this.tags.slice(),t3}};
// node_modules/yaml/browser/dist/stringify/stringifyDocument.js
function refuse16(){throw new Error("not part of this bundle")}
// node_modules/yaml/browser/dist/doc/Document.js
var y8=class _y{constructor(t3,e10,s9){this.commentBefore=null,this.comment=null,this.errors=[],this.warnings=[],Object.
defineProperty(this,c3,{value:y4});let n12=null;typeof e10=="function"||Array.isArray(e10)?n12=e10:s9===void 0&&e10&&(s9=
e10,e10=void 0);let i8=Object.assign({intAsBigInt:false,keepSourceTokens:false,logLevel:"warn",prettyErrors:true,strict:true,
stringKeys:false,uniqueKeys:true,version:"1.2"},s9);this.options=i8;let{version:r8}=i8;s9?._directives?(this.directives=
s9._directives.atDocument(),this.directives.yaml.explicit&&(r8=this.directives.yaml.version)):this.directives=new n4({version:r8}),
this.setSchema(r8,s9),this.contents=t3===void 0?null:this.createNode(t3,n12,s9)}clone(){let t3=Object.create(_y.prototype,
{[c3]:{value:y4}});return t3.commentBefore=this.commentBefore,t3.comment=this.comment,t3.errors=this.errors.slice(),t3.warnings=
this.warnings.slice(),t3.options=Object.assign({},this.options),this.directives&&(t3.directives=this.directives.clone()),
t3.schema=this.schema.clone(),t3.contents=n3(this.contents)?this.contents.clone(t3.schema):this.contents,this.range&&(t3.
range=this.range.slice()),t3}add(t3){c6(this.contents)&&this.contents.add(t3)}addIn(t3,e10){c6(this.contents)&&this.contents.
addIn(t3,e10)}createAlias(t3,e10){if(!t3.anchor){let s9=i4(this);t3.anchor=!e10||s9.has(e10)?h3(e10||"a",s9):e10}return new A5(
t3.anchor)}createNode(t3,e10,s9){let n12;if(typeof e10=="function")t3=e10.call({"":t3},"",t3),n12=e10;else if(Array.isArray(
e10)){let j4=m10=>typeof m10=="number"||m10 instanceof String||m10 instanceof Number,w10=e10.filter(j4).map(String);w10.
length>0&&(e10=e10.concat(w10)),n12=e10}else s9===void 0&&e10&&(s9=e10,e10=void 0);let{aliasDuplicateObjects:i8,anchorPrefix:r8,
flow:a14,keepUndefined:h6,onTagObj:l6,tag:u12}=s9??{},{onAnchor:N4,setAnchors:A7,sourceObjects:O5}=p8(this,r8||"a"),I5={
aliasDuplicateObjects:i8??true,keepUndefined:h6??false,onAnchor:N4,onTagObj:l6,replacer:n12,schema:this.schema,sourceObjects:O5},
d10=T4(t3,u12,I5);return a14&&f5(d10)&&(d10.flow=true),A7(),d10}createPair(t3,e10,s9={}){let n12=this.createNode(t3,null,
s9),i8=this.createNode(e10,null,s9);return new i6(n12,i8)}delete(t3){return c6(this.contents)?this.contents.delete(t3):false}deleteIn(t3){
return u5(t3)?this.contents==null?false:(this.contents=null,true):c6(this.contents)?this.contents.deleteIn(t3):false}get(t3,e10){
return f5(this.contents)?this.contents.get(t3,e10):void 0}getIn(t3,e10){return u5(t3)?!e10&&e7(this.contents)?this.contents.
value:this.contents:f5(this.contents)?this.contents.getIn(t3,e10):void 0}has(t3){return f5(this.contents)?this.contents.
has(t3):false}hasIn(t3){return u5(t3)?this.contents!==void 0:f5(this.contents)?this.contents.hasIn(t3):false}set(t3,e10){
this.contents==null?this.contents=l4(this.schema,[t3],e10):c6(this.contents)&&this.contents.set(t3,e10)}setIn(t3,e10){u5(
t3)?this.contents=e10:this.contents==null?this.contents=l4(this.schema,Array.from(t3),e10):c6(this.contents)&&this.contents.
setIn(t3,e10)}setSchema(t3,e10={}){typeof t3=="number"&&(t3=String(t3));let s9;switch(t3){case"1.1":this.directives?this.
directives.yaml.version="1.1":this.directives=new n4({version:"1.1"}),s9={resolveKnownTags:false,schema:"yaml-1.1"};break;case"\
1.2":case"next":this.directives?this.directives.yaml.version=t3:this.directives=new n4({version:t3}),s9={resolveKnownTags:true,
schema:"core"};break;case null:this.directives&&delete this.directives,s9=null;break;default:{let n12=JSON.stringify(t3);
throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${n12}`)}}if(e10.schema instanceof Object)this.
schema=e10.schema;else if(s9)this.schema=new o5(Object.assign(s9,e10));else throw new Error("With a null YAML version, t\
he { schema: Schema } option is required")}toJS({json:t3,jsonArg:e10,mapAsMap:s9,maxAliasCount:n12,onAnchor:i8,reviver:r8}={}){
let a14={anchors:new Map,doc:this,keep:!t3,mapAsMap:s9===true,mapKeyWarned:false,maxAliasCount:typeof n12=="number"?n12:
100},h6=i5(this.contents,e10??"",a14);if(typeof i8=="function")for(let{count:l6,res:u12}of a14.anchors.values())i8(u12,l6);
return typeof r8=="function"?s5(r8,{"":h6},"",h6):h6}toJSON(t3,e10){return this.toJS({json:true,jsonArg:t3,mapAsMap:false,
onAnchor:e10})}toString(t3={}){if(this.errors.length>0)throw new Error("Document with errors cannot be stringified");if("\
indent"in t3&&(!Number.isInteger(t3.indent)||Number(t3.indent)<=0)){let e10=JSON.stringify(t3.indent);throw new Error(`"\
indent" option must be a positive integer, not ${e10}`)}return refuse16(this,t3)}};function c6(S11){if(f5(S11))return true;
throw new Error("Expected a YAML collection as document contents")}
// node_modules/yaml/browser/dist/errors.js
var c7=class extends Error{constructor(i8,t3,s9,r8){super(),this.name=i8,this.code=s9,this.message=r8,this.pos=t3}},u7=class extends c7{constructor(i8,t3,s9){
super("YAMLParseError",i8,t3,s9)}},p10=class extends c7{constructor(i8,t3,s9){super("YAMLWarning",i8,t3,s9)}},h4=(o7,i8)=>t3=>{
if(t3.pos[0]===-1)return;t3.linePos=t3.pos.map(e10=>i8.linePos(e10));let{line:s9,col:r8}=t3.linePos[0];t3.message+=` at \
line ${s9}, column ${r8}`;let a14=r8-1,n12=o7.substring(i8.lineStarts[s9-1],i8.lineStarts[s9]).replace(/[\n\r]+$/,"");if(a14>=
60&&n12.length>80){let e10=Math.min(a14-39,n12.length-79);n12="…"+n12.substring(e10),a14-=e10-1}if(n12.length>80&&(n12=
n12.substring(0,79)+"…"),s9>1&&/^ *$/.test(n12.substring(0,a14))){let e10=o7.substring(i8.lineStarts[s9-2],i8.lineStarts[s9-
1]);e10.length>80&&(e10=e10.substring(0,79)+`…
`),n12=e10+n12}if(/[^ ]/.test(n12)){let e10=1,l6=t3.linePos[1];l6?.line===s9&&l6.col>r8&&(e10=Math.max(1,Math.min(l6.col-
r8,80-a14)));let g10=" ".repeat(a14)+"^".repeat(e10);t3.message+=`:

${n12}
${g10}
`}};
// node_modules/yaml/browser/dist/compose/resolve-props.js
function w6(d10,{flow:m10,indicator:f15,next:a14,offset:g10,onError:t3,parentIndent:I5,startOnNewline:A7}){let T6=false,
s9=A7,l6=A7,n12="",b7="",N4=false,i8=false,c12=null,o7=null,u12=null,_7=null,r8=null,h6=null,p14=null;for(let e10 of d10)
switch(i8&&(e10.type!=="space"&&e10.type!=="newline"&&e10.type!=="comma"&&t3(e10.offset,"MISSING_CHAR","Tags and anchors\
 must be separated from the next token by white space"),i8=false),c12&&(s9&&e10.type!=="comment"&&e10.type!=="newline"&&
t3(c12,"TAB_AS_INDENT","Tabs are not allowed as indentation"),c12=null),e10.type){case"space":!m10&&(f15!=="doc-start"||
a14?.type!=="flow-collection")&&e10.source.includes("	")&&(c12=e10),l6=true;break;case"comment":{l6||t3(e10,"MISSING_CHA\
R","Comments must be separated from other tokens by white space characters");let k3=e10.source.substring(1)||" ";n12?n12+=
b7+k3:n12=k3,b7="",s9=false;break}case"newline":s9?n12?n12+=e10.source:(!h6||f15!=="seq-item-ind")&&(T6=true):b7+=e10.source,
s9=true,N4=true,(o7||u12)&&(_7=e10),l6=true;break;case"anchor":o7&&t3(e10,"MULTIPLE_ANCHORS","A node can have at most on\
e anchor"),e10.source.endsWith(":")&&t3(e10.offset+e10.source.length-1,"BAD_ALIAS","Anchor ending in : is ambiguous",true),
o7=e10,p14??(p14=e10.offset),s9=false,l6=false,i8=true;break;case"tag":{u12&&t3(e10,"MULTIPLE_TAGS","A node can have at \
most one tag"),u12=e10,p14??(p14=e10.offset),s9=false,l6=false,i8=true;break}case f15:(o7||u12)&&t3(e10,"BAD_PROP_ORDER",
`Anchors and tags must be after the ${e10.source} indicator`),h6&&t3(e10,"UNEXPECTED_TOKEN",`Unexpected ${e10.source} in\
 ${m10??"collection"}`),h6=e10,s9=f15==="seq-item-ind"||f15==="explicit-key-ind",l6=false;break;case"comma":if(m10){r8&&
t3(e10,"UNEXPECTED_TOKEN",`Unexpected , in ${m10}`),r8=e10,s9=false,l6=false;break}default:t3(e10,"UNEXPECTED_TOKEN",`Un\
expected ${e10.type} token`),s9=false,l6=false}let y13=d10[d10.length-1],S11=y13?y13.offset+y13.source.length:g10;return i8&&
a14&&a14.type!=="space"&&a14.type!=="newline"&&a14.type!=="comma"&&(a14.type!=="scalar"||a14.source!=="")&&t3(a14.offset,
"MISSING_CHAR","Tags and anchors must be separated from the next token by white space"),c12&&(s9&&c12.indent<=I5||a14?.type===
"block-map"||a14?.type==="block-seq")&&t3(c12,"TAB_AS_INDENT","Tabs are not allowed as indentation"),{comma:r8,found:h6,
spaceBefore:T6,comment:n12,hasNewline:N4,anchor:o7,tag:u12,newlineAfterProp:_7,end:S11,start:p14??S11}}
// node_modules/yaml/browser/dist/compose/util-contains-newline.js
function n10(t3){if(!t3)return null;switch(t3.type){case"alias":case"scalar":case"double-quoted-scalar":case"single-quot\
ed-scalar":if(t3.source.includes(`
`))return true;if(t3.end){for(let e10 of t3.end)if(e10.type==="newline")return true}return false;case"flow-collection":for(let e10 of t3.
items){for(let r8 of e10.start)if(r8.type==="newline")return true;if(e10.sep){for(let r8 of e10.sep)if(r8.type==="newlin\
e")return true}if(n10(e10.key)||n10(e10.value))return true}return false;default:return true}}
// node_modules/yaml/browser/dist/compose/util-flow-indent-check.js
function d7(o7,e10,t3){if(e10?.type==="flow-collection"){let n12=e10.end[0];n12.indent===o7&&(n12.source==="]"||n12.source===
"}")&&n10(e10)&&t3(n12,"BAD_INDENT","Flow end indicator should be more indented than parent",true)}}
// node_modules/yaml/browser/dist/compose/util-map-includes.js
function f13(t3,u12,i8){let{uniqueKeys:n12}=t3.options;if(n12===false)return false;let r8=typeof n12=="function"?n12:(e10,o7)=>e10===
o7||e7(e10)&&e7(o7)&&e10.value===o7.value;return u12.some(e10=>r8(e10.key,i8))}
// node_modules/yaml/browser/dist/compose/resolve-block-map.js
var N="All mapping items must start at the same column";function S7({composeNode:y13,composeEmptyNode:_7},t3,a14,e10,T6){
let A7=T6?.nodeClass??M,l6=new A7(t3.schema);t3.atRoot&&(t3.atRoot=false);let s9=a14.offset,f15=null;for(let I5 of a14.items){
let{start:d10,key:i8,sep:u12,value:p14}=I5,n12=w6(d10,{indicator:"explicit-key-ind",next:i8??u12?.[0],offset:s9,onError:e10,
parentIndent:a14.indent,startOnNewline:true}),k3=!n12.found;if(k3){if(i8&&(i8.type==="block-seq"?e10(s9,"BLOCK_AS_IMPLIC\
IT_KEY","A block sequence may not be used as an implicit map key"):"indent"in i8&&i8.indent!==a14.indent&&e10(s9,"BAD_IN\
DENT",N)),!n12.anchor&&!n12.tag&&!u12){f15=n12.end,n12.comment&&(l6.comment?l6.comment+=`
`+n12.comment:l6.comment=n12.comment);continue}(n12.newlineAfterProp||n10(i8))&&e10(i8??d10[d10.length-1],"MULTILINE_IMP\
LICIT_KEY","Implicit keys need to be on a single line")}else n12.found?.indent!==a14.indent&&e10(s9,"BAD_INDENT",N);t3.atKey=
true;let g10=n12.end,o7=i8?y13(t3,i8,n12,e10):_7(t3,g10,d10,null,n12,e10);t3.schema.compat&&d7(a14.indent,i8,e10),t3.atKey=
false,f13(t3,l6.items,o7)&&e10(g10,"DUPLICATE_KEY","Map keys must be unique");let m10=w6(u12??[],{indicator:"map-value-i\
nd",next:p14,offset:o7.range[2],onError:e10,parentIndent:a14.indent,startOnNewline:!i8||i8.type==="block-scalar"});if(s9=
m10.end,m10.found){k3&&(p14?.type==="block-map"&&!m10.hasNewline&&e10(s9,"BLOCK_AS_IMPLICIT_KEY","Nested mappings are no\
t allowed in compact mappings"),t3.options.strict&&n12.start<m10.found.offset-1024&&e10(o7.range,"KEY_OVER_1024_CHARS","\
The : indicator must be at most 1024 chars after the start of an implicit block mapping key"));let c12=p14?y13(t3,p14,m10,
e10):_7(t3,s9,u12,null,m10,e10);t3.schema.compat&&d7(a14.indent,p14,e10),s9=c12.range[2];let h6=new i6(o7,c12);t3.options.
keepSourceTokens&&(h6.srcToken=I5),l6.items.push(h6)}else{k3&&e10(o7.range,"MISSING_CHAR","Implicit map keys need to be \
followed by map values"),m10.comment&&(o7.comment?o7.comment+=`
`+m10.comment:o7.comment=m10.comment);let c12=new i6(o7);t3.options.keepSourceTokens&&(c12.srcToken=I5),l6.items.push(c12)}}
return f15&&f15<s9&&e10(f15,"IMPOSSIBLE","Map comment with trailing content"),l6.range=[a14.offset,s9,f15??s9],l6}
// node_modules/yaml/browser/dist/compose/resolve-block-seq.js
function I3({composeNode:c12,composeEmptyNode:d10},t3,s9,n12,u12){let p14=u12?.nodeClass??S6,m10=new p14(t3.schema);t3.atRoot&&
(t3.atRoot=false),t3.atKey&&(t3.atKey=false);let i8=s9.offset,a14=null;for(let{start:f15,value:o7}of s9.items){let e10=w6(
f15,{indicator:"seq-item-ind",next:o7,offset:i8,onError:n12,parentIndent:s9.indent,startOnNewline:true});if(!e10.found)if(e10.
anchor||e10.tag||o7)o7?.type==="block-seq"?n12(e10.end,"BAD_INDENT","All sequence items must start at the same column"):
n12(i8,"MISSING_CHAR","Sequence item without - indicator");else{a14=e10.end,e10.comment&&(m10.comment=e10.comment);continue}
let l6=o7?c12(t3,o7,e10,n12):d10(t3,e10.end,f15,null,e10,n12);t3.schema.compat&&d7(s9.indent,o7,n12),i8=l6.range[2],m10.
items.push(l6)}return m10.range=[s9.offset,i8,a14??i8],m10}
// node_modules/yaml/browser/dist/compose/resolve-end.js
function m7(n12,o7,f15,r8){let e10="";if(n12){let t3=false,s9="";for(let c12 of n12){let{source:a14,type:i8}=c12;switch(i8){case"\
space":t3=true;break;case"comment":{f15&&!t3&&r8(c12,"MISSING_CHAR","Comments must be separated from other tokens by whi\
te space characters");let l6=a14.substring(1)||" ";e10?e10+=s9+l6:e10=l6,s9="";break}case"newline":e10&&(s9+=a14),t3=true;
break;default:r8(c12,"UNEXPECTED_TOKEN",`Unexpected ${i8} at node end`)}o7+=a14.length}}return{comment:e10,offset:o7}}
// node_modules/yaml/browser/dist/compose/resolve-flow-collection.js
var T5="Block collections are not allowed within flow collections",K3=d10=>d10&&(d10.type==="block-map"||d10.type==="blo\
ck-seq");function Y({composeNode:d10,composeEmptyNode:N4},s9,f15,t3,P3){let g10=f15.start.source==="{",u12=g10?"flow map":
"flow sequence",R3=P3?.nodeClass??(g10?M:S6),i8=new R3(s9.schema);i8.flow=true;let b7=s9.atRoot;b7&&(s9.atRoot=false),s9.
atKey&&(s9.atKey=false);let I5=f15.offset+f15.start.source.length;for(let o7=0;o7<f15.items.length;++o7){let k3=f15.items[o7],
{start:M2,key:w10,sep:p14,value:a14}=k3,e10=w6(M2,{flow:u12,indicator:"explicit-key-ind",next:w10??p14?.[0],offset:I5,onError:t3,
parentIndent:f15.indent,startOnNewline:false});if(!e10.found){if(!e10.anchor&&!e10.tag&&!p14&&!a14){o7===0&&e10.comma?t3(
e10.comma,"UNEXPECTED_TOKEN",`Unexpected , in ${u12}`):o7<f15.items.length-1&&t3(e10.start,"UNEXPECTED_TOKEN",`Unexpecte\
d empty item in ${u12}`),e10.comment&&(i8.comment?i8.comment+=`
`+e10.comment:i8.comment=e10.comment),I5=e10.end;continue}!g10&&s9.options.strict&&n10(w10)&&t3(w10,"MULTILINE_IMPLICIT_\
KEY","Implicit keys of flow sequence pairs need to be on a single line")}if(o7===0)e10.comma&&t3(e10.comma,"UNEXPECTED_T\
OKEN",`Unexpected , in ${u12}`);else if(e10.comma||t3(e10.start,"MISSING_CHAR",`Missing , between ${u12} items`),e10.comment){
let l6="";e:for(let n12 of M2)switch(n12.type){case"comma":case"space":break;case"comment":l6=n12.source.substring(1);break e;default:
break e}if(l6){let n12=i8.items[i8.items.length-1];p7(n12)&&(n12=n12.value??n12.key),n12.comment?n12.comment+=`
`+l6:n12.comment=l6,e10.comment=e10.comment.substring(l6.length+1)}}if(!g10&&!p14&&!e10.found){let l6=a14?d10(s9,a14,e10,
t3):N4(s9,e10.end,p14,null,e10,t3);i8.items.push(l6),I5=l6.range[2],K3(a14)&&t3(l6.range,"BLOCK_IN_FLOW",T5)}else{s9.atKey=
true;let l6=e10.end,n12=w10?d10(s9,w10,e10,t3):N4(s9,l6,M2,null,e10,t3);K3(w10)&&t3(n12.range,"BLOCK_IN_FLOW",T5),s9.atKey=
false;let m10=w6(p14??[],{flow:u12,indicator:"map-value-ind",next:a14,offset:n12.range[2],onError:t3,parentIndent:f15.indent,
startOnNewline:false});if(m10.found){if(!g10&&!e10.found&&s9.options.strict){if(p14)for(let c12 of p14){if(c12===m10.found)
break;if(c12.type==="newline"){t3(c12,"MULTILINE_IMPLICIT_KEY","Implicit keys of flow sequence pairs need to be on a sin\
gle line");break}}e10.start<m10.found.offset-1024&&t3(m10.found,"KEY_OVER_1024_CHARS","The : indicator must be at most 1\
024 chars after the start of an implicit flow sequence key")}}else a14&&("source"in a14&&a14.source?.[0]===":"?t3(a14,"M\
ISSING_CHAR",`Missing space after : in ${u12}`):t3(m10.start,"MISSING_CHAR",`Missing , or : between ${u12} items`));let h6=a14?
d10(s9,a14,m10,t3):m10.found?N4(s9,m10.end,p14,null,m10,t3):null;h6?K3(a14)&&t3(h6.range,"BLOCK_IN_FLOW",T5):m10.comment&&
(n12.comment?n12.comment+=`
`+m10.comment:n12.comment=m10.comment);let L4=new i6(n12,h6);if(s9.options.keepSourceTokens&&(L4.srcToken=k3),g10){let c12=i8;
f13(s9,c12.items,n12)&&t3(l6,"DUPLICATE_KEY","Map keys must be unique"),c12.items.push(L4)}else{let c12=new M(s9.schema);
c12.flow=true,c12.items.push(L4);let O5=(h6??n12).range;c12.range=[n12.range[0],O5[1],O5[2]],i8.items.push(c12)}I5=h6?h6.
range[2]:m10.end}}let C2=g10?"}":"]",[r8,...y13]=f15.end,_7=I5;if(r8?.source===C2)_7=r8.offset+r8.source.length;else{let o7=u12[0].
toUpperCase()+u12.substring(1),k3=b7?`${o7} must end with a ${C2}`:`${o7} in block collection must be sufficiently inden\
ted and end with a ${C2}`;t3(I5,b7?"MISSING_CHAR":"BAD_INDENT",k3),r8&&r8.source.length!==1&&y13.unshift(r8)}if(y13.length>
0){let o7=m7(y13,_7,s9.options.strict,t3);o7.comment&&(i8.comment?i8.comment+=`
`+o7.comment:i8.comment=o7.comment),i8.range=[f15.offset,_7,o7.offset]}else i8.range=[f15.offset,_7,_7];return i8}
// node_modules/yaml/browser/dist/compose/compose-collection.js
function u8(f15,a14,t3,i8,l6,o7){let s9=t3.type==="block-map"?S7(f15,a14,t3,i8,o7):t3.type==="block-seq"?I3(f15,a14,t3,i8,
o7):Y(f15,a14,t3,i8,o7),c12=s9.constructor;return l6==="!"||l6===c12.tagName?(s9.tag=c12.tagName,s9):(l6&&(s9.tag=l6),s9)}
function v3(f15,a14,t3,i8,l6){let o7=i8.tag,s9=o7?a14.directives.tagName(o7.source,e10=>l6(o7,"TAG_RESOLVE_FAILED",e10)):
null;if(t3.type==="block-seq"){let{anchor:e10,newlineAfterProp:A7}=i8,g10=e10&&o7?e10.offset>o7.offset?e10:o7:e10??o7;g10&&
(!A7||A7.offset<g10.offset)&&l6(g10,"MISSING_CHAR","Missing newline after block sequence props")}let c12=t3.type==="bloc\
k-map"?"map":t3.type==="block-seq"?"seq":t3.start.source==="{"?"map":"seq";if(!o7||!s9||s9==="!"||s9===M.tagName&&c12===
"map"||s9===S6.tagName&&c12==="seq")return u8(f15,a14,t3,l6,s9);let m10=a14.schema.tags.find(e10=>e10.tag===s9&&e10.collection===
c12);if(!m10){let e10=a14.schema.knownTags[s9];if(e10?.collection===c12)a14.schema.tags.push(Object.assign({},e10,{default:false})),
m10=e10;else return e10?l6(o7,"BAD_COLLECTION_TYPE",`${e10.tag} used for ${c12} collection, but expects ${e10.collection??
"scalar"}`,true):l6(o7,"TAG_RESOLVE_FAILED",`Unresolved tag: ${s9}`,true),u8(f15,a14,t3,l6,s9)}let p14=u8(f15,a14,t3,l6,
s9,m10),r8=m10.resolve?.(p14,e10=>l6(o7,"TAG_RESOLVE_FAILED",e10),a14.options)??p14,n12=n3(r8)?r8:new t(r8);return n12.range=
p14.range,n12.tag=s9,m10?.format&&(n12.format=m10.format),n12}
// node_modules/yaml/browser/dist/compose/resolve-block-scalar.js
function I4(p14,s9,g10){let o7=s9.offset,l6=S8(s9,p14.options.strict,g10);if(!l6)return{value:"",type:null,comment:"",range:[
o7,o7,o7]};let m10=l6.mode===">"?t.BLOCK_FOLDED:t.BLOCK_LITERAL,t3=s9.source?E6(s9.source):[],f15=t3.length;for(let e10=t3.
length-1;e10>=0;--e10){let i8=t3[e10][1];if(i8===""||i8==="\r")f15=e10;else break}if(f15===0){let e10=l6.chomp==="+"&&t3.
length>0?`
`.repeat(Math.max(1,t3.length-1)):"",i8=o7+l6.length;return s9.source&&(i8+=s9.source.length),{value:e10,type:m10,comment:l6.
comment,range:[o7,i8,i8]}}let a14=s9.indent+l6.indent,u12=s9.offset+l6.length,k3=0;for(let e10=0;e10<f15;++e10){let[i8,h6]=t3[e10];
if(h6===""||h6==="\r")l6.indent===0&&i8.length>a14&&(a14=i8.length);else{i8.length<a14&&g10(u12+i8.length,"MISSING_CHAR",
"Block scalars with more-indented leading empty lines must use an explicit indentation indicator"),l6.indent===0&&(a14=i8.
length),k3=e10,a14===0&&!p14.atRoot&&g10(u12,"BAD_INDENT","Block scalar values in collections must be indented");break}u12+=
i8.length+h6.length+1}for(let e10=t3.length-1;e10>=f15;--e10)t3[e10][0].length>a14&&(f15=e10+1);let r8="",n12="",c12=false;
for(let e10=0;e10<k3;++e10)r8+=t3[e10][0].slice(a14)+`
`;for(let e10=k3;e10<f15;++e10){let[i8,h6]=t3[e10];u12+=i8.length+h6.length+1;let b7=h6[h6.length-1]==="\r";if(b7&&(h6=h6.
slice(0,-1)),h6&&i8.length<a14){let N4=`Block scalar lines must not be less indented than their ${l6.indent?"explicit in\
dentation indicator":"first line"}`;g10(u12-h6.length-(b7?2:1),"BAD_INDENT",N4),i8=""}m10===t.BLOCK_LITERAL?(r8+=n12+i8.
slice(a14)+h6,n12=`
`):i8.length>a14||h6[0]==="	"?(n12===" "?n12=`
`:!c12&&n12===`
`&&(n12=`

`),r8+=n12+i8.slice(a14)+h6,n12=`
`,c12=true):h6===""?n12===`
`?r8+=`
`:n12=`
`:(r8+=n12+h6,n12=" ",c12=false)}switch(l6.chomp){case"-":break;case"+":for(let e10=f15;e10<t3.length;++e10)r8+=`
`+t3[e10][0].slice(a14);r8[r8.length-1]!==`
`&&(r8+=`
`);break;default:r8+=`
`}let d10=o7+l6.length+s9.source.length;return{value:r8,type:m10,comment:l6.comment,range:[o7,d10,d10]}}function S8({offset:p14,
props:s9},g10,o7){if(s9[0].type!=="block-scalar-header")return o7(s9[0],"IMPOSSIBLE","Block scalar header not found"),null;
let{source:l6}=s9[0],m10=l6[0],t3=0,f15="",a14=-1;for(let n12=1;n12<l6.length;++n12){let c12=l6[n12];if(!f15&&(c12==="-"||
c12==="+"))f15=c12;else{let d10=Number(c12);!t3&&d10?t3=d10:a14===-1&&(a14=p14+n12)}}a14!==-1&&o7(a14,"UNEXPECTED_TOKEN",
`Block scalar header includes extra characters: ${l6}`);let u12=false,k3="",r8=l6.length;for(let n12=1;n12<s9.length;++n12){
let c12=s9[n12];switch(c12.type){case"space":u12=true;case"newline":r8+=c12.source.length;break;case"comment":g10&&!u12&&
o7(c12,"MISSING_CHAR","Comments must be separated from other tokens by white space characters"),r8+=c12.source.length,k3=
c12.source.substring(1);break;case"error":o7(c12,"UNEXPECTED_TOKEN",c12.message),r8+=c12.source.length;break;default:{let d10=`\
Unexpected token in block scalar header: ${c12.type}`;o7(c12,"UNEXPECTED_TOKEN",d10);let e10=c12.source;e10&&typeof e10==
"string"&&(r8+=e10.length)}}}return{mode:m10,indent:t3,chomp:f15,comment:k3,length:r8}}function E6(p14){let s9=p14.split(
/\n( *)/),g10=s9[0],o7=g10.match(/^( *)/),m10=[o7?.[1]?[o7[1],g10.slice(o7[1].length)]:["",g10]];for(let t3=1;t3<s9.length;t3+=
2)m10.push([s9[t3],s9[t3+1]]);return m10}
// node_modules/yaml/browser/dist/compose/resolve-flow-scalar.js
function x4(e10,l6,n12){let{offset:t3,type:c12,source:a14,end:i8}=e10,r8,s9,f15=(b7,p14,u12)=>n12(t3+b7,p14,u12);switch(c12){case"\
scalar":r8=t.PLAIN,s9=m8(a14,f15);break;case"single-quoted-scalar":r8=t.QUOTE_SINGLE,s9=E7(a14,f15);break;case"double-qu\
oted-scalar":r8=t.QUOTE_DOUBLE,s9=_5(a14,f15);break;default:return n12(e10,"UNEXPECTED_TOKEN",`Expected a flow scalar va\
lue, but found: ${c12}`),{value:"",type:null,comment:"",range:[t3,t3+a14.length,t3+a14.length]}}let h6=t3+a14.length,o7=m7(
i8,h6,l6,n12);return{value:s9,type:r8,comment:o7.comment,range:[t3,h6,o7.offset]}}function m8(e10,l6){let n12="";switch(e10[0]){case"\
	":n12="a tab character";break;case",":n12="flow indicator character ,";break;case"%":n12="directive indicator character\
 %";break;case"|":case">":{n12=`block scalar indicator ${e10[0]}`;break}case"@":case"`":{n12=`reserved character ${e10[0]}`;
break}}return n12&&l6(0,"BAD_SCALAR_START",`Plain value cannot start with ${n12}`),g8(e10)}function E7(e10,l6){return(e10[e10.
length-1]!=="'"||e10.length===1)&&l6(e10.length,"MISSING_CHAR","Missing closing 'quote"),g8(e10.slice(1,-1)).replace(/''/g,
"'")}function g8(e10){let l6=/(.*?)\r?\n/sy,n12=l6.exec(e10);if(!n12)return e10;let t3,c12;try{t3=new RegExp("(?<![ 	])[\
 	]+$"),c12=new RegExp("^[ 	]+|(?<![ 	])[ 	]+$","g")}catch{t3=/[ \t]+$/,c12=/^[ \t]+|[ \t]+$/g}let a14=n12[1].replace(t3,
""),i8=" ",r8=l6.lastIndex;for(;n12=l6.exec(e10);){let f15=n12[1].replace(c12,"");f15===""?i8===`
`?a14+=i8:i8=`
`:(a14+=i8+f15,i8=" "),r8=l6.lastIndex}let s9=/[ \t]*(.*)/sy;return s9.lastIndex=r8,n12=s9.exec(e10),a14+i8+(n12?.[1]??"")}
function _5(e10,l6){let n12="";for(let t3=1;t3<e10.length-1;++t3){let c12=e10[t3];if(!(c12==="\r"&&e10[t3+1]===`
`))if(c12===`
`){let{fold:a14,offset:i8}=v4(e10,t3);n12+=a14,t3=i8}else if(c12==="\\"){let a14=e10[++t3],i8=S9[a14];if(i8)n12+=i8;else if(a14===
`
`)for(a14=e10[t3+1];a14===" "||a14==="	";)a14=e10[++t3+1];else if(a14==="\r"&&e10[t3+1]===`
`)for(a14=e10[++t3+1];a14===" "||a14==="	";)a14=e10[++t3+1];else if(a14==="x"||a14==="u"||a14==="U"){let r8=a14==="x"?2:
a14==="u"?4:8;n12+=k(e10,t3+1,r8,l6),t3+=r8}else{let r8=e10.substr(t3-1,2);l6(t3-1,"BAD_DQ_ESCAPE",`Invalid escape seque\
nce ${r8}`),n12+=r8}}else if(c12===" "||c12==="	"){let a14=t3,i8=e10[t3+1];for(;i8===" "||i8==="	";)i8=e10[++t3+1];i8!==
`
`&&!(i8==="\r"&&e10[t3+2]===`
`)&&(n12+=t3>a14?e10.slice(a14,t3+1):c12)}else n12+=c12}return(e10[e10.length-1]!=='"'||e10.length===1)&&l6(e10.length,"\
MISSING_CHAR",'Missing closing "quote'),n12}function v4(e10,l6){let n12="",t3=e10[l6+1];for(;(t3===" "||t3==="	"||t3===`\

`||t3==="\r")&&!(t3==="\r"&&e10[l6+2]!==`
`);)t3===`
`&&(n12+=`
`),l6+=1,t3=e10[l6+1];return n12||(n12=" "),{fold:n12,offset:l6}}var S9={0:"\0",a:"\x07",b:"\b",e:"\x1B",f:"\f",n:`
`,r:"\r",t:"	",v:"\v",N:"",_:" ",L:"\u2028",P:"\u2029"," ":" ",'"':'"',"/":"/","\\":"\\","	":"	"};function k(e10,l6,n12,t3){
let c12=e10.substr(l6,n12),i8=c12.length===n12&&/^[0-9a-fA-F]+$/.test(c12)?parseInt(c12,16):NaN;try{return String.fromCodePoint(
i8)}catch{let r8=e10.substr(l6-2,n12+2);return t3(l6-2,"BAD_DQ_ESCAPE",`Invalid escape sequence ${r8}`),r8}}
// node_modules/yaml/browser/dist/compose/compose-scalar.js
function A6(t3,a14,s9,r8){let{value:f15,type:u12,comment:i8,range:e10}=a14.type==="block-scalar"?I4(t3,a14,r8):x4(a14,t3.
options.strict,r8),l6=s9?t3.directives.tagName(s9.source,c12=>r8(s9,"TAG_RESOLVE_FAILED",c12)):null,n12;t3.options.stringKeys&&
t3.atKey?n12=t3.schema[r3]:l6?n12=L(t3.schema,f15,l6,s9,r8):a14.type==="scalar"?n12=E8(t3,f15,a14,r8):n12=t3.schema[r3];
let o7;try{let c12=n12.resolve(f15,m10=>r8(s9??a14,"TAG_RESOLVE_FAILED",m10),t3.options);o7=e7(c12)?c12:new t(c12)}catch(c12){
let m10=c12 instanceof Error?c12.message:String(c12);r8(s9??a14,"TAG_RESOLVE_FAILED",m10),o7=new t(f15)}return o7.range=
e10,o7.source=f15,u12&&(o7.type=u12),l6&&(o7.tag=l6),n12.format&&(o7.format=n12.format),i8&&(o7.comment=i8),o7}function L(t3,a14,s9,r8,f15){
if(s9==="!")return t3[r3];let u12=[];for(let e10 of t3.tags)if(!e10.collection&&e10.tag===s9)if(e10.default&&e10.test)u12.
push(e10);else return e10;for(let e10 of u12)if(e10.test?.test(a14))return e10;let i8=t3.knownTags[s9];return i8&&!i8.collection?
(t3.tags.push(Object.assign({},i8,{default:false,test:void 0})),i8):(f15(r8,"TAG_RESOLVE_FAILED",`Unresolved tag: ${s9}`,
s9!=="tag:yaml.org,2002:str"),t3[r3])}function E8({atKey:t3,directives:a14,schema:s9},r8,f15,u12){let i8=s9.tags.find(e10=>(e10.
default===true||t3&&e10.default==="key")&&e10.test?.test(r8))||s9[r3];if(s9.compat){let e10=s9.compat.find(l6=>l6.default&&
l6.test?.test(r8))??s9[r3];if(i8.tag!==e10.tag){let l6=a14.tagString(i8.tag),n12=a14.tagString(e10.tag),o7=`Value may be\
 parsed as either ${l6} or ${n12}`;u12(f15,"TAG_RESOLVE_FAILED",o7,true)}}return i8}
// node_modules/yaml/browser/dist/compose/util-empty-scalar-position.js
function a9(n12,e10,i8){if(e10){i8??(i8=e10.length);for(let c12=i8-1;c12>=0;--c12){let t3=e10[c12];switch(t3.type){case"\
space":case"comment":case"newline":n12-=t3.source.length;continue}for(t3=e10[++c12];t3?.type==="space";)n12+=t3.source.length,
t3=e10[++c12];break}}return n12}
// node_modules/yaml/browser/dist/compose/compose-node.js
var N2={composeNode:g9,composeEmptyNode:u9};function g9(i8,e10,r8,t3){let m10=i8.atKey,{spaceBefore:n12,comment:o7,anchor:a14,
tag:l6}=r8,s9,f15=true;switch(e10.type){case"alias":s9=_6(i8,e10,t3),(a14||l6)&&t3(e10,"ALIAS_PROPS","An alias node must\
 not specify any properties");break;case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":case"block-scalar":
s9=A6(i8,e10,l6,t3),a14&&(s9.anchor=a14.source.substring(1));break;case"block-map":case"block-seq":case"flow-collection":
try{s9=v3(N2,i8,e10,r8,t3),a14&&(s9.anchor=a14.source.substring(1))}catch(c12){let A7=c12 instanceof Error?c12.message:String(
c12);t3(e10,"RESOURCE_EXHAUSTION",A7)}break;default:{let c12=e10.type==="error"?e10.message:`Unsupported token (type: ${e10.
type})`;t3(e10,"UNEXPECTED_TOKEN",c12),f15=false}}return s9??(s9=u9(i8,e10.offset,void 0,null,r8,t3)),a14&&s9.anchor===""&&
t3(a14,"BAD_ALIAS","Anchor cannot be an empty string"),m10&&i8.options.stringKeys&&(!e7(s9)||typeof s9.value!="string"||
s9.tag&&s9.tag!=="tag:yaml.org,2002:str")&&t3(l6??e10,"NON_STRING_KEY","With stringKeys, all keys must be strings"),n12&&
(s9.spaceBefore=true),o7&&(e10.type==="scalar"&&e10.source===""?s9.comment=o7:s9.commentBefore=o7),i8.options.keepSourceTokens&&
f15&&(s9.srcToken=e10),s9}function u9(i8,e10,r8,t3,{spaceBefore:m10,comment:n12,anchor:o7,tag:a14,end:l6},s9){let f15={type:"\
scalar",offset:a9(e10,r8,t3),indent:-1,source:""},c12=A6(i8,f15,a14,s9);return o7&&(c12.anchor=o7.source.substring(1),c12.
anchor===""&&s9(o7,"BAD_ALIAS","Anchor cannot be an empty string")),m10&&(c12.spaceBefore=true),n12&&(c12.comment=n12,c12.
range[2]=l6),c12}function _6({options:i8},{offset:e10,source:r8,end:t3},m10){let n12=new A5(r8.substring(1));n12.source===
""&&m10(e10,"BAD_ALIAS","Alias cannot be an empty string"),n12.source.endsWith(":")&&m10(e10+r8.length-1,"BAD_ALIAS","Al\
ias ending in : is ambiguous",true);let o7=e10+r8.length,a14=m7(t3,o7,i8.strict,m10);return n12.range=[e10,o7,a14.offset],
a14.comment&&(n12.comment=a14.comment),n12}
// node_modules/yaml/browser/dist/compose/compose-doc.js
function w7(p14,a14,{offset:s9,start:i8,value:e10,end:m10},n12){let f15=Object.assign({_directives:a14},p14),t3=new y8(void 0,
f15),r8={atKey:false,atRoot:true,directives:t3.directives,options:t3.options,schema:t3.schema},o7=w6(i8,{indicator:"doc-\
start",next:e10??m10?.[0],offset:s9,onError:n12,parentIndent:0,startOnNewline:true});o7.found&&(t3.directives.docStart=true,
e10&&(e10.type==="block-map"||e10.type==="block-seq")&&!o7.hasNewline&&n12(o7.end,"MISSING_CHAR","Block collection canno\
t start on same line with directives-end marker")),t3.contents=e10?g9(r8,e10,o7,n12):u9(r8,o7.end,i8,null,o7,n12);let d10=t3.
contents.range[2],c12=m7(m10,d10,false,n12);return c12.comment&&(t3.comment=c12.comment),t3.range=[s9,d10,c12.offset],t3}
// node_modules/yaml/browser/dist/compose/composer.js
function c8(o7){if(typeof o7=="number")return[o7,o7+1];if(Array.isArray(o7))return o7.length===2?o7:[o7[0],o7[1]];let{offset:e10,
source:s9}=o7;return[e10,e10+(typeof s9=="string"?s9.length:1)]}function d8(o7){let e10="",s9=false,t3=false;for(let i8=0;i8<
o7.length;++i8){let r8=o7[i8];switch(r8[0]){case"#":e10+=(e10===""?"":t3?`

`:`
`)+(r8.substring(1)||" "),s9=true,t3=false;break;case"%":o7[i8+1]?.[0]!=="#"&&(i8+=1),s9=false;break;default:s9||(t3=true),
s9=false}}return{comment:e10,afterEmptyLine:t3}}var v5=class{constructor(e10={}){this.doc=null,this.atDirectives=false,this.
prelude=[],this.errors=[],this.warnings=[],this.onError=(s9,t3,i8,r8)=>{let n12=c8(s9);r8?this.warnings.push(new p10(n12,
t3,i8)):this.errors.push(new u7(n12,t3,i8))},this.directives=new n4({version:e10.version||"1.2"}),this.options=e10}decorate(e10,s9){
let{comment:t3,afterEmptyLine:i8}=d8(this.prelude);if(t3){let r8=e10.contents;if(s9)e10.comment=e10.comment?`${e10.comment}\

${t3}`:t3;else if(i8||e10.directives.docStart||!r8)e10.commentBefore=t3;else if(f5(r8)&&!r8.flow&&r8.items.length>0){let n12=r8.
items[0];p7(n12)&&(n12=n12.key);let a14=n12.commentBefore;n12.commentBefore=a14?`${t3}
${a14}`:t3}else{let n12=r8.commentBefore;r8.commentBefore=n12?`${t3}
${n12}`:t3}}if(s9){for(let r8=0;r8<this.errors.length;++r8)e10.errors.push(this.errors[r8]);for(let r8=0;r8<this.warnings.
length;++r8)e10.warnings.push(this.warnings[r8])}else e10.errors=this.errors,e10.warnings=this.warnings;this.prelude=[],
this.errors=[],this.warnings=[]}streamInfo(){return{comment:d8(this.prelude).comment,directives:this.directives,errors:this.
errors,warnings:this.warnings}}*compose(e10,s9=false,t3=-1){for(let i8 of e10)yield*this.next(i8);yield*this.end(s9,t3)}*next(e10){
switch(e10.type){case"directive":this.directives.add(e10.source,(s9,t3,i8)=>{let r8=c8(e10);r8[0]+=s9,this.onError(r8,"B\
AD_DIRECTIVE",t3,i8)}),this.prelude.push(e10.source),this.atDirectives=true;break;case"document":{let s9=w7(this.options,
this.directives,e10,this.onError);this.atDirectives&&!s9.directives.docStart&&this.onError(e10,"MISSING_CHAR","Missing d\
irectives-end/doc-start indicator line"),this.decorate(s9,false),this.doc&&(yield this.doc),this.doc=s9,this.atDirectives=
false;break}case"byte-order-mark":case"space":break;case"comment":case"newline":this.prelude.push(e10.source);break;case"\
error":{let s9=e10.source?`${e10.message}: ${JSON.stringify(e10.source)}`:e10.message,t3=new u7(c8(e10),"UNEXPECTED_TOKE\
N",s9);this.atDirectives||!this.doc?this.errors.push(t3):this.doc.errors.push(t3);break}case"doc-end":{if(!this.doc){let t3="\
Unexpected doc-end without preceding document";this.errors.push(new u7(c8(e10),"UNEXPECTED_TOKEN",t3));break}this.doc.directives.
docEnd=true;let s9=m7(e10.end,e10.offset+e10.source.length,this.doc.options.strict,this.onError);if(this.decorate(this.doc,
true),s9.comment){let t3=this.doc.comment;this.doc.comment=t3?`${t3}
${s9.comment}`:s9.comment}this.doc.range[2]=s9.offset;break}default:this.errors.push(new u7(c8(e10),"UNEXPECTED_TOKEN",`\
Unsupported token ${e10.type}`))}}*end(e10=false,s9=-1){if(this.doc)this.decorate(this.doc,true),yield this.doc,this.doc=
null;else if(e10){let t3=Object.assign({_directives:this.directives},this.options),i8=new y8(void 0,t3);this.atDirectives&&
this.onError(s9,"MISSING_CHAR","Missing directives-end indicator line"),i8.range=[0,s9,s9],this.decorate(i8,false),yield i8}}};
// node_modules/yaml/browser/dist/parse/cst.js
var r6="\uFEFF",a10="",t2="",c9="";function o6(e10){switch(e10){case r6:return"byte-order-mark";case a10:return"doc-m\
ode";case t2:return"flow-error-end";case c9:return"scalar";case"---":return"doc-start";case"...":return"doc-end";case"":case`\

`:case`\r
`:return"newline";case"-":return"seq-item-ind";case"?":return"explicit-key-ind";case":":return"map-value-ind";case"{":return"\
flow-map-start";case"}":return"flow-map-end";case"[":return"flow-seq-start";case"]":return"flow-seq-end";case",":return"\
comma"}switch(e10[0]){case" ":case"	":return"space";case"#":return"comment";case"%":return"directive-line";case"*":return"\
alias";case"&":return"anchor";case"!":return"tag";case"'":return"single-quoted-scalar";case'"':return"double-quoted-scal\
ar";case"|":case">":return"block-scalar-header"}return null}
// node_modules/yaml/browser/dist/parse/lexer.js
function n11(l6){switch(l6){case void 0:case" ":case`
`:case"\r":case"	":return true;default:return false}}var c10=new Set("0123456789ABCDEFabcdef"),y9=new Set("0123456789ABC\
DEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()"),a11=new Set(",[]{}"),w8=new Set(` ,[]{}
\r	`),u10=l6=>!l6||w8.has(l6),x5=class{constructor(){this.atEnd=false,this.blockScalarIndent=-1,this.blockScalarKeep=false,
this.buffer="",this.flowKey=false,this.flowLevel=0,this.indentNext=0,this.indentValue=0,this.lineEndPos=null,this.next=null,
this.pos=0}*lex(e10,t3=false){if(e10){if(typeof e10!="string")throw TypeError("source is not a string");this.buffer=this.
buffer?this.buffer+e10:e10,this.lineEndPos=null}this.atEnd=!t3;let s9=this.next??"stream";for(;s9&&(t3||this.hasChars(1));)
s9=yield*this.parseNext(s9)}atLineEnd(){let e10=this.pos,t3=this.buffer[e10];for(;t3===" "||t3==="	";)t3=this.buffer[++e10];
return!t3||t3==="#"||t3===`
`?true:t3==="\r"?this.buffer[e10+1]===`
`:false}charAt(e10){return this.buffer[this.pos+e10]}continueScalar(e10){let t3=this.buffer[e10];if(this.indentNext>0){let s9=0;
for(;t3===" ";)t3=this.buffer[++s9+e10];if(t3==="\r"){let h6=this.buffer[s9+e10+1];if(h6===`
`||!h6&&!this.atEnd)return e10+s9+1}return t3===`
`||s9>=this.indentNext||!t3&&!this.atEnd?e10+s9:-1}if(t3==="-"||t3==="."){let s9=this.buffer.substr(e10,3);if((s9==="---"||
s9==="...")&&n11(this.buffer[e10+3]))return-1}return e10}getLine(){let e10=this.lineEndPos;return(typeof e10!="number"||
e10!==-1&&e10<this.pos)&&(e10=this.buffer.indexOf(`
`,this.pos),this.lineEndPos=e10),e10===-1?this.atEnd?this.buffer.substring(this.pos):null:(this.buffer[e10-1]==="\r"&&(e10-=
1),this.buffer.substring(this.pos,e10))}hasChars(e10){return this.pos+e10<=this.buffer.length}setNext(e10){return this.buffer=
this.buffer.substring(this.pos),this.pos=0,this.lineEndPos=null,this.next=e10,null}peek(e10){return this.buffer.substr(this.
pos,e10)}*parseNext(e10){switch(e10){case"stream":return yield*this.parseStream();case"line-start":return yield*this.parseLineStart();case"\
block-start":return yield*this.parseBlockStart();case"doc":return yield*this.parseDocument();case"flow":return yield*this.
parseFlowCollection();case"quoted-scalar":return yield*this.parseQuotedScalar();case"block-scalar":return yield*this.parseBlockScalar();case"\
plain-scalar":return yield*this.parsePlainScalar()}}*parseStream(){let e10=this.getLine();if(e10===null)return this.setNext(
"stream");if(e10[0]===r6&&(yield*this.pushCount(1),e10=e10.substring(1)),e10[0]==="%"){let t3=e10.length,s9=e10.indexOf(
"#");for(;s9!==-1;){let i8=e10[s9-1];if(i8===" "||i8==="	"){t3=s9-1;break}else s9=e10.indexOf("#",s9+1)}for(;;){let i8=e10[t3-
1];if(i8===" "||i8==="	")t3-=1;else break}let h6=(yield*this.pushCount(t3))+(yield*this.pushSpaces(true));return yield*this.
pushCount(e10.length-h6),this.pushNewline(),"stream"}if(this.atLineEnd()){let t3=yield*this.pushSpaces(true);return yield*this.
pushCount(e10.length-t3),yield*this.pushNewline(),"stream"}return yield a10,yield*this.parseLineStart()}*parseLineStart(){
let e10=this.charAt(0);if(!e10&&!this.atEnd)return this.setNext("line-start");if(e10==="-"||e10==="."){if(!this.atEnd&&!this.
hasChars(4))return this.setNext("line-start");let t3=this.peek(3);if((t3==="---"||t3==="...")&&n11(this.charAt(3)))return yield*this.
pushCount(3),this.indentValue=0,this.indentNext=0,t3==="---"?"doc":"stream"}return this.indentValue=yield*this.pushSpaces(
false),this.indentNext>this.indentValue&&!n11(this.charAt(1))&&(this.indentNext=this.indentValue),yield*this.parseBlockStart()}*parseBlockStart(){
let[e10,t3]=this.peek(2);if(!t3&&!this.atEnd)return this.setNext("block-start");if((e10==="-"||e10==="?"||e10===":")&&n11(
t3)){let s9=(yield*this.pushCount(1))+(yield*this.pushSpaces(true));return this.indentNext=this.indentValue+1,this.indentValue+=
s9,"block-start"}return"doc"}*parseDocument(){yield*this.pushSpaces(true);let e10=this.getLine();if(e10===null)return this.
setNext("doc");let t3=yield*this.pushIndicators();switch(e10[t3]){case"#":yield*this.pushCount(e10.length-t3);case void 0:
return yield*this.pushNewline(),yield*this.parseLineStart();case"{":case"[":return yield*this.pushCount(1),this.flowKey=
false,this.flowLevel=1,"flow";case"}":case"]":return yield*this.pushCount(1),"doc";case"*":return yield*this.pushUntil(u10),
"doc";case'"':case"'":return yield*this.parseQuotedScalar();case"|":case">":return t3+=yield*this.parseBlockScalarHeader(),
t3+=yield*this.pushSpaces(true),yield*this.pushCount(e10.length-t3),yield*this.pushNewline(),yield*this.parseBlockScalar();default:
return yield*this.parsePlainScalar()}}*parseFlowCollection(){let e10,t3,s9=-1;do e10=yield*this.pushNewline(),e10>0?(t3=
yield*this.pushSpaces(false),this.indentValue=s9=t3):t3=0,t3+=yield*this.pushSpaces(true);while(e10+t3>0);let h6=this.getLine();
if(h6===null)return this.setNext("flow");if((s9!==-1&&s9<this.indentNext&&h6[0]!=="#"||s9===0&&(h6.startsWith("---")||h6.
startsWith("..."))&&n11(h6[3]))&&!(s9===this.indentNext-1&&this.flowLevel===1&&(h6[0]==="]"||h6[0]==="}")))return this.flowLevel=
0,yield t2,yield*this.parseLineStart();let i8=0;for(;h6[i8]===",";)i8+=yield*this.pushCount(1),i8+=yield*this.pushSpaces(
true),this.flowKey=false;switch(i8+=yield*this.pushIndicators(),h6[i8]){case void 0:return"flow";case"#":return yield*this.
pushCount(h6.length-i8),"flow";case"{":case"[":return yield*this.pushCount(1),this.flowKey=false,this.flowLevel+=1,"flow";case"\
}":case"]":return yield*this.pushCount(1),this.flowKey=true,this.flowLevel-=1,this.flowLevel?"flow":"doc";case"*":return yield*this.
pushUntil(u10),"flow";case'"':case"'":return this.flowKey=true,yield*this.parseQuotedScalar();case":":{let r8=this.charAt(
1);if(this.flowKey||n11(r8)||r8===",")return this.flowKey=false,yield*this.pushCount(1),yield*this.pushSpaces(true),"flo\
w"}default:return this.flowKey=false,yield*this.parsePlainScalar()}}*parseQuotedScalar(){let e10=this.charAt(0),t3=this.
buffer.indexOf(e10,this.pos+1);if(e10==="'")for(;t3!==-1&&this.buffer[t3+1]==="'";)t3=this.buffer.indexOf("'",t3+2);else
for(;t3!==-1;){let i8=0;for(;this.buffer[t3-1-i8]==="\\";)i8+=1;if(i8%2===0)break;t3=this.buffer.indexOf('"',t3+1)}let s9=this.
buffer.substring(0,t3),h6=s9.indexOf(`
`,this.pos);if(h6!==-1){for(;h6!==-1;){let i8=this.continueScalar(h6+1);if(i8===-1)break;h6=s9.indexOf(`
`,i8)}h6!==-1&&(t3=h6-(s9[h6-1]==="\r"?2:1))}if(t3===-1){if(!this.atEnd)return this.setNext("quoted-scalar");t3=this.buffer.
length}return yield*this.pushToIndex(t3+1,false),this.flowLevel?"flow":"doc"}*parseBlockScalarHeader(){this.blockScalarIndent=
-1,this.blockScalarKeep=false;let e10=this.pos;for(;;){let t3=this.buffer[++e10];if(t3==="+")this.blockScalarKeep=true;else if(t3>
"0"&&t3<="9")this.blockScalarIndent=Number(t3)-1;else if(t3!=="-")break}return yield*this.pushUntil(t3=>n11(t3)||t3==="#")}*parseBlockScalar(){
let e10=this.pos-1,t3=0,s9;e:for(let i8=this.pos;s9=this.buffer[i8];++i8)switch(s9){case" ":t3+=1;break;case`
`:e10=i8,t3=0;break;case"\r":{let r8=this.buffer[i8+1];if(!r8&&!this.atEnd)return this.setNext("block-scalar");if(r8===`\

`)break}default:break e}if(!s9&&!this.atEnd)return this.setNext("block-scalar");if(t3>=this.indentNext){this.blockScalarIndent===
-1?this.indentNext=t3:this.indentNext=this.blockScalarIndent+(this.indentNext===0?1:this.indentNext);do{let i8=this.continueScalar(
e10+1);if(i8===-1)break;e10=this.buffer.indexOf(`
`,i8)}while(e10!==-1);if(e10===-1){if(!this.atEnd)return this.setNext("block-scalar");e10=this.buffer.length}}let h6=e10+
1;for(s9=this.buffer[h6];s9===" ";)s9=this.buffer[++h6];if(s9==="	"){for(;s9==="	"||s9===" "||s9==="\r"||s9===`
`;)s9=this.buffer[++h6];e10=h6-1}else if(!this.blockScalarKeep)do{let i8=e10-1,r8=this.buffer[i8];r8==="\r"&&(r8=this.buffer[--i8]);
let o7=i8;for(;r8===" ";)r8=this.buffer[--i8];if(r8===`
`&&i8>=this.pos&&i8+1+t3>o7)e10=i8;else break}while(true);return yield c9,yield*this.pushToIndex(e10+1,true),yield*this.
parseLineStart()}*parsePlainScalar(){let e10=this.flowLevel>0,t3=this.pos-1,s9=this.pos-1,h6;for(;h6=this.buffer[++s9];)
if(h6===":"){let i8=this.buffer[s9+1];if(n11(i8)||e10&&a11.has(i8))break;t3=s9}else if(n11(h6)){let i8=this.buffer[s9+1];
if(h6==="\r"&&(i8===`
`?(s9+=1,h6=`
`,i8=this.buffer[s9+1]):t3=s9),i8==="#"||e10&&a11.has(i8))break;if(h6===`
`){let r8=this.continueScalar(s9+1);if(r8===-1)break;s9=Math.max(s9,r8-2)}}else{if(e10&&a11.has(h6))break;t3=s9}return!h6&&
!this.atEnd?this.setNext("plain-scalar"):(yield c9,yield*this.pushToIndex(t3+1,true),e10?"flow":"doc")}*pushCount(e10){return e10>
0?(yield this.buffer.substr(this.pos,e10),this.pos+=e10,e10):0}*pushToIndex(e10,t3){let s9=this.buffer.slice(this.pos,e10);
return s9?(yield s9,this.pos+=s9.length,s9.length):(t3&&(yield""),0)}*pushIndicators(){let e10=0;e:for(;;){switch(this.charAt(
0)){case"!":e10+=yield*this.pushTag(),e10+=yield*this.pushSpaces(true);continue e;case"&":e10+=yield*this.pushUntil(u10),
e10+=yield*this.pushSpaces(true);continue e;case"-":case"?":case":":{let t3=this.flowLevel>0,s9=this.charAt(1);if(n11(s9)||
t3&&a11.has(s9)){t3?this.flowKey&&(this.flowKey=false):this.indentNext=this.indentValue+1,e10+=yield*this.pushCount(1),e10+=
yield*this.pushSpaces(true);continue e}}}break e}return e10}*pushTag(){if(this.charAt(1)==="<"){let e10=this.pos+2,t3=this.
buffer[e10];for(;!n11(t3)&&t3!==">";)t3=this.buffer[++e10];return yield*this.pushToIndex(t3===">"?e10+1:e10,false)}else{
let e10=this.pos+1,t3=this.buffer[e10];for(;t3;)if(y9.has(t3))t3=this.buffer[++e10];else if(t3==="%"&&c10.has(this.buffer[e10+
1])&&c10.has(this.buffer[e10+2]))t3=this.buffer[e10+=3];else break;return yield*this.pushToIndex(e10,false)}}*pushNewline(){
let e10=this.buffer[this.pos];return e10===`
`?yield*this.pushCount(1):e10==="\r"&&this.charAt(1)===`
`?yield*this.pushCount(2):0}*pushSpaces(e10){let t3=this.pos-1,s9;do s9=this.buffer[++t3];while(s9===" "||e10&&s9==="	");
let h6=t3-this.pos;return h6>0&&(yield this.buffer.substr(this.pos,h6),this.pos=t3),h6}*pushUntil(e10){let t3=this.pos,s9=this.
buffer[t3];for(;!e10(s9);)s9=this.buffer[++t3];return yield*this.pushToIndex(t3,false)}};
// node_modules/yaml/browser/dist/parse/line-counter.js
var s8=class{constructor(){this.lineStarts=[],this.addNewLine=i8=>this.lineStarts.push(i8),this.linePos=i8=>{let t3=0,e10=this.
lineStarts.length;for(;t3<e10;){let l6=t3+e10>>1;this.lineStarts[l6]<i8?t3=l6+1:e10=l6}if(this.lineStarts[t3]===i8)return{
line:t3+1,col:1};if(t3===0)return{line:0,col:i8};let n12=this.lineStarts[t3-1];return{line:t3,col:i8-n12+1}}}};
// node_modules/yaml/browser/dist/parse/parser.js
function c11(n12,e10){for(let t3=0;t3<n12.length;++t3)if(n12[t3].type===e10)return true;return false}function f14(n12){for(let e10=0;e10<
n12.length;++e10)switch(n12[e10].type){case"space":case"comment":case"newline":break;default:return e10}return-1}function d9(n12){
switch(n12?.type){case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":case"flow-collection":return true;default:
return false}}function p11(n12){switch(n12.type){case"document":return n12.start;case"block-map":{let e10=n12.items[n12.
items.length-1];return e10.sep??e10.start}case"block-seq":return n12.items[n12.items.length-1].start;default:return[]}}function r7(n12){
if(n12.length===0)return[];let e10=n12.length;e:for(;--e10>=0;)switch(n12[e10].type){case"doc-start":case"explicit-key-i\
nd":case"map-value-ind":case"seq-item-ind":case"newline":break e}for(;n12[++e10]?.type==="space";);return n12.splice(e10,
n12.length)}function u11(n12,e10){if(e10.length<1e5)Array.prototype.push.apply(n12,e10);else for(let t3=0;t3<e10.length;++t3)
n12.push(e10[t3])}function y10(n12){if(n12.start.type==="flow-seq-start")for(let e10 of n12.items)e10.sep&&!e10.value&&!c11(
e10.start,"explicit-key-ind")&&!c11(e10.sep,"map-value-ind")&&(e10.key&&(e10.value=e10.key),delete e10.key,d9(e10.value)?
e10.value.end?u11(e10.value.end,e10.sep):e10.value.end=e10.sep:u11(e10.start,e10.sep),delete e10.sep)}var w9=class{constructor(e10){
this.atNewLine=true,this.atScalar=false,this.indent=0,this.offset=0,this.onKeyLine=false,this.stack=[],this.source="",this.
type="",this.lexer=new x5,this.onNewLine=e10}*parse(e10,t3=false){this.onNewLine&&this.offset===0&&this.onNewLine(0);for(let s9 of this.
lexer.lex(e10,t3))yield*this.next(s9);t3||(yield*this.end())}*next(e10){if(this.source=e10,this.atScalar){this.atScalar=
false,yield*this.step(),this.offset+=e10.length;return}let t3=o6(e10);if(t3)if(t3==="scalar")this.atNewLine=false,this.atScalar=
true,this.type="scalar";else{switch(this.type=t3,yield*this.step(),t3){case"newline":this.atNewLine=true,this.indent=0,this.
onNewLine&&this.onNewLine(this.offset+e10.length);break;case"space":this.atNewLine&&e10[0]===" "&&(this.indent+=e10.length);
break;case"explicit-key-ind":case"map-value-ind":case"seq-item-ind":this.atNewLine&&(this.indent+=e10.length);break;case"\
doc-mode":case"flow-error-end":return;default:this.atNewLine=false}this.offset+=e10.length}else{let s9=`Not a YAML token\
: ${e10}`;yield*this.pop({type:"error",offset:this.offset,message:s9,source:e10}),this.offset+=e10.length}}*end(){for(;this.
stack.length>0;)yield*this.pop()}get sourceToken(){return{type:this.type,offset:this.offset,indent:this.indent,source:this.
source}}*step(){let e10=this.peek(1);if(this.type==="doc-end"&&e10?.type!=="doc-end"){for(;this.stack.length>0;)yield*this.
pop();this.stack.push({type:"doc-end",offset:this.offset,source:this.source});return}if(!e10)return yield*this.stream();
switch(e10.type){case"document":return yield*this.document(e10);case"alias":case"scalar":case"single-quoted-scalar":case"\
double-quoted-scalar":return yield*this.scalar(e10);case"block-scalar":return yield*this.blockScalar(e10);case"block-map":
return yield*this.blockMap(e10);case"block-seq":return yield*this.blockSequence(e10);case"flow-collection":return yield*this.
flowCollection(e10);case"doc-end":return yield*this.documentEnd(e10)}yield*this.pop()}peek(e10){return this.stack[this.stack.
length-e10]}*pop(e10){let t3=e10??this.stack.pop();if(!t3)yield{type:"error",offset:this.offset,source:"",message:"Tried\
 to pop an empty stack"};else if(this.stack.length===0)yield t3;else{let s9=this.peek(1);switch(t3.type==="block-scalar"?
t3.indent="indent"in s9?s9.indent:0:t3.type==="flow-collection"&&s9.type==="document"&&(t3.indent=0),t3.type==="flow-col\
lection"&&y10(t3),s9.type){case"document":s9.value=t3;break;case"block-scalar":s9.props.push(t3);break;case"block-map":{
let i8=s9.items[s9.items.length-1];if(i8.value){s9.items.push({start:[],key:t3,sep:[]}),this.onKeyLine=true;return}else if(i8.
sep)i8.value=t3;else{Object.assign(i8,{key:t3,sep:[]}),this.onKeyLine=!i8.explicitKey;return}break}case"block-seq":{let i8=s9.
items[s9.items.length-1];i8.value?s9.items.push({start:[],value:t3}):i8.value=t3;break}case"flow-collection":{let i8=s9.
items[s9.items.length-1];!i8||i8.value?s9.items.push({start:[],key:t3,sep:[]}):i8.sep?i8.value=t3:Object.assign(i8,{key:t3,
sep:[]});return}default:yield*this.pop(),yield*this.pop(t3)}if((s9.type==="document"||s9.type==="block-map"||s9.type==="\
block-seq")&&(t3.type==="block-map"||t3.type==="block-seq")){let i8=t3.items[t3.items.length-1];i8&&!i8.sep&&!i8.value&&
i8.start.length>0&&f14(i8.start)===-1&&(t3.indent===0||i8.start.every(a14=>a14.type!=="comment"||a14.indent<t3.indent))&&
(s9.type==="document"?s9.end=i8.start:s9.items.push({start:i8.start}),t3.items.splice(-1,1))}}}*stream(){switch(this.type){case"\
directive-line":yield{type:"directive",offset:this.offset,source:this.source};return;case"byte-order-mark":case"space":case"\
comment":case"newline":yield this.sourceToken;return;case"doc-mode":case"doc-start":{let e10={type:"document",offset:this.
offset,start:[]};this.type==="doc-start"&&e10.start.push(this.sourceToken),this.stack.push(e10);return}}yield{type:"erro\
r",offset:this.offset,message:`Unexpected ${this.type} token in YAML stream`,source:this.source}}*document(e10){if(e10.value)
return yield*this.lineEnd(e10);switch(this.type){case"doc-start":{f14(e10.start)!==-1?(yield*this.pop(),yield*this.step()):
e10.start.push(this.sourceToken);return}case"anchor":case"tag":case"space":case"comment":case"newline":e10.start.push(this.
sourceToken);return}let t3=this.startBlockValue(e10);t3?this.stack.push(t3):yield{type:"error",offset:this.offset,message:`\
Unexpected ${this.type} token in YAML document`,source:this.source}}*scalar(e10){if(this.type==="map-value-ind"){let t3=p11(
this.peek(2)),s9=r7(t3),i8;e10.end?(i8=e10.end,i8.push(this.sourceToken),delete e10.end):i8=[this.sourceToken];let a14={
type:"block-map",offset:e10.offset,indent:e10.indent,items:[{start:s9,key:e10,sep:i8}]};this.onKeyLine=true,this.stack[this.
stack.length-1]=a14}else yield*this.lineEnd(e10)}*blockScalar(e10){switch(this.type){case"space":case"comment":case"newl\
ine":e10.props.push(this.sourceToken);return;case"scalar":if(e10.source=this.source,this.atNewLine=true,this.indent=0,this.
onNewLine){let t3=this.source.indexOf(`
`)+1;for(;t3!==0;)this.onNewLine(this.offset+t3),t3=this.source.indexOf(`
`,t3)+1}yield*this.pop();break;default:yield*this.pop(),yield*this.step()}}*blockMap(e10){let t3=e10.items[e10.items.length-
1];switch(this.type){case"newline":if(this.onKeyLine=false,t3.value){let s9="end"in t3.value?t3.value.end:void 0;(Array.
isArray(s9)?s9[s9.length-1]:void 0)?.type==="comment"?s9?.push(this.sourceToken):e10.items.push({start:[this.sourceToken]})}else
t3.sep?t3.sep.push(this.sourceToken):t3.start.push(this.sourceToken);return;case"space":case"comment":if(t3.value)e10.items.
push({start:[this.sourceToken]});else if(t3.sep)t3.sep.push(this.sourceToken);else{if(this.atIndentedComment(t3.start,e10.
indent)){let i8=e10.items[e10.items.length-2]?.value?.end;if(Array.isArray(i8)){u11(i8,t3.start),i8.push(this.sourceToken),
e10.items.pop();return}}t3.start.push(this.sourceToken)}return}if(this.indent>=e10.indent){let s9=!this.onKeyLine&&this.
indent===e10.indent,i8=s9&&(t3.sep||t3.explicitKey)&&this.type!=="seq-item-ind",a14=[];if(i8&&t3.sep&&!t3.value){let o7=[];
for(let l6=0;l6<t3.sep.length;++l6){let h6=t3.sep[l6];switch(h6.type){case"newline":o7.push(l6);break;case"space":break;case"\
comment":h6.indent>e10.indent&&(o7.length=0);break;default:o7.length=0}}o7.length>=2&&(a14=t3.sep.splice(o7[1]))}switch(this.
type){case"anchor":case"tag":i8||t3.value?(a14.push(this.sourceToken),e10.items.push({start:a14}),this.onKeyLine=true):t3.
sep?t3.sep.push(this.sourceToken):t3.start.push(this.sourceToken);return;case"explicit-key-ind":!t3.sep&&!t3.explicitKey?
(t3.start.push(this.sourceToken),t3.explicitKey=true):i8||t3.value?(a14.push(this.sourceToken),e10.items.push({start:a14,
explicitKey:true})):this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken],
explicitKey:true}]}),this.onKeyLine=true;return;case"map-value-ind":if(t3.explicitKey)if(t3.sep)if(t3.value)e10.items.push(
{start:[],key:null,sep:[this.sourceToken]});else if(c11(t3.sep,"map-value-ind"))this.stack.push({type:"block-map",offset:this.
offset,indent:this.indent,items:[{start:a14,key:null,sep:[this.sourceToken]}]});else if(d9(t3.key)&&!c11(t3.sep,"newline")){
let o7=r7(t3.start),l6=t3.key,h6=t3.sep;h6.push(this.sourceToken),delete t3.key,delete t3.sep,this.stack.push({type:"blo\
ck-map",offset:this.offset,indent:this.indent,items:[{start:o7,key:l6,sep:h6}]})}else a14.length>0?t3.sep=t3.sep.concat(
a14,this.sourceToken):t3.sep.push(this.sourceToken);else if(c11(t3.start,"newline"))Object.assign(t3,{key:null,sep:[this.
sourceToken]});else{let o7=r7(t3.start);this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{
start:o7,key:null,sep:[this.sourceToken]}]})}else t3.sep?t3.value||i8?e10.items.push({start:a14,key:null,sep:[this.sourceToken]}):
c11(t3.sep,"map-value-ind")?this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:[],key:null,
sep:[this.sourceToken]}]}):t3.sep.push(this.sourceToken):Object.assign(t3,{key:null,sep:[this.sourceToken]});this.onKeyLine=
true;return;case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":{let o7=this.flowScalar(this.
type);i8||t3.value?(e10.items.push({start:a14,key:o7,sep:[]}),this.onKeyLine=true):t3.sep?this.stack.push(o7):(Object.assign(
t3,{key:o7,sep:[]}),this.onKeyLine=true);return}default:{let o7=this.startBlockValue(e10);if(o7){if(o7.type==="block-seq"){
if(!t3.explicitKey&&t3.sep&&!c11(t3.sep,"newline")){yield*this.pop({type:"error",offset:this.offset,message:"Unexpected \
block-seq-ind on same line with key",source:this.source});return}}else s9&&e10.items.push({start:a14});this.stack.push(o7);
return}}}}yield*this.pop(),yield*this.step()}*blockSequence(e10){let t3=e10.items[e10.items.length-1];switch(this.type){case"\
newline":if(t3.value){let s9="end"in t3.value?t3.value.end:void 0;(Array.isArray(s9)?s9[s9.length-1]:void 0)?.type==="co\
mment"?s9?.push(this.sourceToken):e10.items.push({start:[this.sourceToken]})}else t3.start.push(this.sourceToken);return;case"\
space":case"comment":if(t3.value)e10.items.push({start:[this.sourceToken]});else{if(this.atIndentedComment(t3.start,e10.
indent)){let i8=e10.items[e10.items.length-2]?.value?.end;if(Array.isArray(i8)){u11(i8,t3.start),i8.push(this.sourceToken),
e10.items.pop();return}}t3.start.push(this.sourceToken)}return;case"anchor":case"tag":if(t3.value||this.indent<=e10.indent)
break;t3.start.push(this.sourceToken);return;case"seq-item-ind":if(this.indent!==e10.indent)break;t3.value||c11(t3.start,
"seq-item-ind")?e10.items.push({start:[this.sourceToken]}):t3.start.push(this.sourceToken);return}if(this.indent>e10.indent){
let s9=this.startBlockValue(e10);if(s9){this.stack.push(s9);return}}yield*this.pop(),yield*this.step()}*flowCollection(e10){
let t3=e10.items[e10.items.length-1];if(this.type==="flow-error-end"){let s9;do yield*this.pop(),s9=this.peek(1);while(s9?.
type==="flow-collection")}else if(e10.end.length===0){switch(this.type){case"comma":case"explicit-key-ind":!t3||t3.sep?e10.
items.push({start:[this.sourceToken]}):t3.start.push(this.sourceToken);return;case"map-value-ind":!t3||t3.value?e10.items.
push({start:[],key:null,sep:[this.sourceToken]}):t3.sep?t3.sep.push(this.sourceToken):Object.assign(t3,{key:null,sep:[this.
sourceToken]});return;case"space":case"comment":case"newline":case"anchor":case"tag":!t3||t3.value?e10.items.push({start:[
this.sourceToken]}):t3.sep?t3.sep.push(this.sourceToken):t3.start.push(this.sourceToken);return;case"alias":case"scalar":case"\
single-quoted-scalar":case"double-quoted-scalar":{let i8=this.flowScalar(this.type);!t3||t3.value?e10.items.push({start:[],
key:i8,sep:[]}):t3.sep?this.stack.push(i8):Object.assign(t3,{key:i8,sep:[]});return}case"flow-map-end":case"flow-seq-end":
e10.end.push(this.sourceToken);return}let s9=this.startBlockValue(e10);s9?this.stack.push(s9):(yield*this.pop(),yield*this.
step())}else{let s9=this.peek(2);if(s9.type==="block-map"&&(this.type==="map-value-ind"&&s9.indent===e10.indent||this.type===
"newline"&&!s9.items[s9.items.length-1].sep))yield*this.pop(),yield*this.step();else if(this.type==="map-value-ind"&&s9.
type!=="flow-collection"){let i8=p11(s9),a14=r7(i8);y10(e10);let o7=e10.end.splice(1,e10.end.length);o7.push(this.sourceToken);
let l6={type:"block-map",offset:e10.offset,indent:e10.indent,items:[{start:a14,key:e10,sep:o7}]};this.onKeyLine=true,this.
stack[this.stack.length-1]=l6}else yield*this.lineEnd(e10)}}flowScalar(e10){if(this.onNewLine){let t3=this.source.indexOf(
`
`)+1;for(;t3!==0;)this.onNewLine(this.offset+t3),t3=this.source.indexOf(`
`,t3)+1}return{type:e10,offset:this.offset,indent:this.indent,source:this.source}}startBlockValue(e10){switch(this.type){case"\
alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return this.flowScalar(this.type);case"block-s\
calar-header":return{type:"block-scalar",offset:this.offset,indent:this.indent,props:[this.sourceToken],source:""};case"\
flow-map-start":case"flow-seq-start":return{type:"flow-collection",offset:this.offset,indent:this.indent,start:this.sourceToken,
items:[],end:[]};case"seq-item-ind":return{type:"block-seq",offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken]}]};case"\
explicit-key-ind":{this.onKeyLine=true;let t3=p11(e10),s9=r7(t3);return s9.push(this.sourceToken),{type:"block-map",offset:this.
offset,indent:this.indent,items:[{start:s9,explicitKey:true}]}}case"map-value-ind":{this.onKeyLine=true;let t3=p11(e10),
s9=r7(t3);return{type:"block-map",offset:this.offset,indent:this.indent,items:[{start:s9,key:null,sep:[this.sourceToken]}]}}}
return null}atIndentedComment(e10,t3){return this.type!=="comment"||this.indent<=t3?false:e10.every(s9=>s9.type==="newli\
ne"||s9.type==="space")}*documentEnd(e10){this.type!=="doc-mode"&&(e10.end?e10.end.push(this.sourceToken):e10.end=[this.
sourceToken],this.type==="newline"&&(yield*this.pop()))}*lineEnd(e10){switch(this.type){case"comma":case"doc-start":case"\
doc-end":case"flow-seq-end":case"flow-map-end":case"map-value-ind":yield*this.pop(),yield*this.step();break;case"newline":
this.onKeyLine=false;default:e10.end?e10.end.push(this.sourceToken):e10.end=[this.sourceToken],this.type==="newline"&&(yield*this.
pop())}}};
// node_modules/yaml/browser/dist/public-api.js
function m9(n12){let e10=n12.prettyErrors!==false;return{lineCounter:n12.lineCounter||e10&&new s8||null,prettyErrors:e10}}
function a12(n12,e10={}){let{lineCounter:r8,prettyErrors:f15}=m9(e10),t3=new w9(r8?.addNewLine),i8=new v5(e10),o7=null;for(let s9 of i8.
compose(t3.parse(n12),true,n12.length))if(!o7)o7=s9;else if(o7.options.logLevel!=="silent"){o7.errors.push(new u7(s9.range.
slice(0,2),"MULTIPLE_DOCS","Source contains multiple documents; please use YAML.parseAllDocuments()"));break}return f15&&
r8&&(o7.errors.forEach(h4(n12,r8)),o7.warnings.forEach(h4(n12,r8))),o7}
// shared/config/place.ts
function placesOf(text3, rootOf2) {
	let known3, at2 = (offset, length) => {
		let starts = known3 ??= lineStarts(text3), line = lineOf2(starts, offset), column = offset - (starts[line] ?? 0) + 1, broken = text3.slice(offset, offset + length).search(/[\r\n]/);
		return { line: line + 1, column, end_column: column + Math.max(1, broken === -1 ? length : broken) };
	}, ofNode = (node) => at2(node.offset, node.type === "object" || node.type === "array" ? 1 : node.length), ofValue = (path4) => {
		let root = rootOf2();
		if (root === null) return at2(0, 0);
		let node = root;
		for (let segment of path4) {
			let next = childOf(node, segment)?.value;
			if (next === void 0) break;
			node = next;
		}
		return ofNode(node);
	};
	return { at: at2, ofValue, ofKey: (path4) => {
		let node = rootOf2() ?? void 0;
		for (let segment of path4.slice(0, -1)) node = node && childOf(node, segment)?.value;
		let last = path4.at(-1), key2 = node && last !== void 0 ? childOf(node, last)?.key : void 0;
		return key2 === void 0 ? ofValue(path4) : ofNode(key2);
	} };
}
function childOf(node, segment) {
	if (node.type === "array" && typeof segment == "number") {
		let value3 = node.children?.[segment];
		return value3 && { value: value3 };
	}
	if (node.type !== "object") return;
	let property = node.children?.findLast((child) => child.children?.[0]?.value === String(segment)), [key2, value2] = property?.children ?? [];
	return key2 && value2 && { key: key2, value: value2 };
}
function lineStarts(text3) {
	let starts = [0];
	for (let at2 = text3.indexOf(`
`); at2 !== -1; at2 = text3.indexOf(`
`, at2 + 1)) starts.push(at2 + 1);
	return starts;
}
function lineOf2(starts, offset) {
	let low = 0, high = starts.length - 1;
	for (; low < high; ) {
		let middle = Math.ceil((low + high) / 2);
		(starts[middle] ?? 0) <= offset ? low = middle : high = middle - 1;
	}
	return low;
}

// shared/policy/yaml/scan-yaml.ts
var YAML_LIMITS = { length: 256 * 1024, nesting: 64, keys: 2e4 }, OPEN = /* @__PURE__ */ new Set(["[", "{"]), CLOSE = /* @__PURE__ */ new Set(["]", "}"]), INDICATORS = /* @__PURE__ */ new Set(["-", "?", ":"]);
function scanYaml(text3, limits2 = YAML_LIMITS) {
	if (text3.length > limits2.length) return { limit: "length", offset: 0 };
	let flow = 0, keys = 0, offset = 0, onLine = 0, indents = [], fresh2 = !0;
	for (let token of new x5().lex(text3)) {
		if (token.startsWith(`
`) || token.startsWith("\r"))
			onLine = 0, fresh2 = !0;
		else if (fresh2 && token.trim() !== "" && !isMark(token)) {
			fresh2 = !1;
			let column = offset === 0 ? 0 : offset - (text3.lastIndexOf(`
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
	BAD_ALIAS: "alias",
	BAD_SCALAR_START: "quotes"
}, CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/, ROOT = { line: 1, column: 1, end_column: 2 };
function readYaml(text3, limits2 = YAML_LIMITS) {
	let flat2 = placesOf(text3, () => null), over2 = scanYaml(text3, limits2);
	if (over2 !== null) {
		let problem2 = `too_much_${over2.limit}`;
		return { value: void 0, places: flat2, problems: [{ problem: problem2, offset: over2.offset, length: 1 }] };
	}
	let control = text3.search(CONTROL);
	if (control !== -1)
		return { value: void 0, places: flat2, problems: [{ problem: "control", offset: control, length: 1 }] };
	let document = a12(text3, { uniqueKeys: !1, schema: "core", prettyErrors: !1, logLevel: "error" }), [error] = document.errors;
	if (error !== void 0) {
		let [from, to] = error.pos, problem2 = problemOf(error, text3);
		return { value: void 0, places: flat2, problems: [{ problem: problem2, offset: from, length: Math.max(1, to - from) }] };
	}
	let problems = [];
	document.directives?.yaml.explicit === !0 && problems.push({ problem: "directive", offset: 0, length: 1 });
	let root = document.contents;
	return { value: root === null ? null : valueOf2(root, [], problems), places: placesIn(flat2, root), problems };
}
function problemOf({ code: code2, message, pos: [from] }, text3) {
	return code2 === "BAD_INDENT" && /sufficiently indented and end with/.test(message) ? "bracket_open" : code2 === "UNEXPECTED_TOKEN" && /[\]}]\s*$/.test(text3.slice(0, from)) ? "quotes" : PROBLEMS2[code2] ?? "unexpected";
}
function valueOf2(node, path4, problems) {
	if (!n3(node)) return null;
	let [offset, length] = spanOf(node);
	if (i2(node))
		return problems.push({ problem: "alias", offset, length }), null;
	if (node.tag !== void 0 && !KNOWN_TAGS.has(node.tag) && problems.push({ problem: "tag", offset, length }), e7(node)) return node.value;
	if (S3(node)) return node.items.map((item, index) => valueOf2(item, [...path4, index], problems));
	if (!b3(node)) return null;
	let object = /* @__PURE__ */ Object.create(null);
	for (let pair of node.items) {
		let key2 = keyOf(pair);
		if (key2 === null) {
			let [at2, long] = n3(pair.key) ? spanOf(pair.key) : [offset, 1];
			problems.push({ problem: "key_kind", offset: at2, length: long });
			continue;
		}
		let here = [...path4, key2];
		if (Object.hasOwn(object, key2)) {
			let [at2, long] = n3(pair.key) ? spanOf(pair.key) : [offset, 1];
			problems.push({ problem: "duplicate", offset: at2, length: long, key: showKey(here) });
		}
		object[key2] = valueOf2(pair.value, here, problems);
	}
	return object;
}
var KNOWN_TAGS = new Set(
	["map", "seq", "str", "int", "float", "bool", "null"].map((name) => `tag:yaml.org,2002:${name}`)
);
function keyOf({ key: key2 }) {
	if (!e7(key2)) return null;
	let { value: value2 } = key2;
	return typeof value2 == "string" || typeof value2 == "number" ? String(value2) : null;
}
function spanOf(node) {
	let [from, to] = node.range ?? [0, 1];
	return [from, b3(node) || S3(node) ? 1 : Math.max(1, to - from)];
}
function placesIn(flat2, root) {
	let ofNode = (node) => n3(node) ? flat2.at(...spanOf(node)) : ROOT, ofValue = (path4) => {
		let node = root, holder;
		for (let segment of path4) {
			let next = childOf2(node, segment);
			if (next === void 0) break;
			holder = p7(next) ? next : void 0, node = p7(next) ? next.value : next;
		}
		return n3(node) && (!e7(node) || node.range?.[0] !== node.range?.[1]) ? ofNode(node) : ofNode(holder?.key ?? node);
	}, ofKey = (path4) => {
		let node = root;
		for (let segment of path4.slice(0, -1)) {
			let next = childOf2(node, segment);
			node = p7(next) ? next.value : next;
		}
		let last = path4.at(-1), found3 = last === void 0 ? void 0 : childOf2(node, last);
		return p7(found3) ? ofNode(found3.key) : ofValue(path4);
	};
	return { at: flat2.at, ofValue, ofKey };
}
function childOf2(node, segment) {
	if (S3(node) && typeof segment == "number") return node.items[segment];
	if (b3(node)) return node.items.findLast((pair) => keyOf(pair) === String(segment));
}

// shared/policy/read-policy.ts
function readPolicy(text3, file) {
	return read(text3, file, PolicySchema);
}
function readBaseline(text3, file) {
	return read(text3, file, BaselineFileSchema);
}
function read(text3, file, schema) {
	let { value: value2, places: places2, problems } = readYaml(text3), found3 = (problem2, place, path4 = [], args = {}) => ({
		rule: "LP901",
		severity: "error",
		path: path4,
		args: { problem: problem2, ...args },
		file,
		place
	}), fromText = problems.map(
		({ problem: problem2, offset, length, key: key2 }) => found3(problem2, places2.at(offset, length), [], key2 === void 0 ? {} : { key: key2 })
	), placeOf2 = (path4) => places2.ofValue(path4);
	if (value2 === void 0) return { policy: null, rest: null, problems: fromText, placeOf: placeOf2 };
	if (value2 === null)
		return { policy: null, rest: null, problems: [...fromText, found3("empty", places2.at(0, 1))], placeOf: placeOf2 };
	let parsed = schema.safeParse(value2), fromSchema = parsed.success ? [] : schemaProblems(parsed.error.issues, value2, schema, places2, file), rest = parsed.success ? parsed.data : restOf2(value2, parsed.error.issues, schema), fromValues = valueProblems(rest ?? {}, (problem2, path4) => found3(problem2, placeOf2(path4), path4)), all2 = [...fromText, ...fromSchema, ...fromValues].sort(
		(a14, b7) => a14.place.line - b7.place.line || a14.place.column - b7.place.column
	);
	return { policy: parsed.success && all2.length === 0 ? { version: 1, ...parsed.data } : null, rest, problems: all2, placeOf: placeOf2 };
}
function restOf2(value2, issues, schema) {
	if (typeof value2 != "object" || value2 === null) return null;
	let wrong2 = new Set(
		issues.flatMap((issue3) => {
			let [top] = issue3.path;
			return top !== void 0 ? [String(top)] : issue3.code === "unrecognized_keys" ? issue3.keys : [];
		})
	);
	(wrong2.has("targets") || wrong2.has("configs")) && wrong2.add("engines");
	let rest = Object.fromEntries(Object.entries(value2).filter(([key2]) => !wrong2.has(key2)));
	return schema.safeParse(rest).data ?? null;
}
function valueProblems(policy, found3) {
	let headroom = policy["vram-headroom"], wrongShare = headroom !== void 0 && parseHeadroom(headroom) === null, days = (policy.baseline ?? []).flatMap(
		({ until }, index) => until === void 0 || isDay(until) ? [] : [found3("date", ["baseline", index, "until"])]
	);
	return [...wrongShare ? [found3("headroom", ["vram-headroom"])] : [], ...days];
}
function isDay(text3) {
	let time2 = Date.parse(`${text3}T00:00:00Z`);
	return Number.isFinite(time2) && new Date(time2).toISOString().startsWith(text3);
}
function schemaProblems(issues, value2, schema, places2, file) {
	let flat2 = issues.flatMap((issue3) => meant(issue3)), wrong2 = valueFindings(flat2, value2, places2).map((finding) => {
		let form = finding.args.problem === "other" ? FORMS[String(finding.path[0])] : void 0;
		return form === void 0 ? finding : { ...finding, rule: "LP901", args: { problem: form } };
	});
	return [...unknownKeyFindings(flat2, schema, places2), ...wrong2].map((finding) => ({ ...finding, file }));
}
var FORMS = { engines: "release", "vram-headroom": "headroom", baseline: "date" };
function meant(issue3) {
	if (issue3.code !== "invalid_union") return [issue3];
	let inner = issue3.errors.filter(
		(errors) => !errors.some(({ code: code2, path: path4 }) => code2 === "invalid_type" && path4.length === 0)
	), [only] = inner;
	return inner.length !== 1 || only === void 0 ? [issue3] : only.flatMap((one) => meant({ ...one, path: [...issue3.path, ...one.path] }));
}

// shared/count.ts
function count3(n12, noun) {
	return `${n12} ${noun}${n12 === 1 ? "" : "s"}`;
}

// shared/report/plain.ts
function plain(text3) {
	return /^[ -~]*$/.test(text3) ? text3 : text3.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

// shared/report/config-label.ts
function configLabel({ file, name }) {
	return name === void 0 ? plain(file) : `${plain(file)} (${shortName(name)})`;
}
function shortName(name) {
	return plain(name.length > 80 ? `${name.slice(0, 79)}…` : name);
}

// shared/project.ts
var REPOSITORY = "org/lp-config-action", ISSUES_URL = `https://github.com/${REPOSITORY}/issues`;
function pageUrl(page) {
	return `https://github.com/${REPOSITORY}/blob/v1/${page}`;
}

// shared/policy/policy-rules.ts
var PROBLEMS3 = {
	empty: "The file is empty.",
	indent: "The indentation does not fit what stands above.",
	tab: "A tab indents this; YAML wants spaces.",
	several_documents: "A second document begins here; the policy is one.",
	character_missing: "A quote, bracket or brace is not closed, or the line is indented otherwise than those it belongs to.",
	colon_missing: "This looks like a key, but has no colon on its line.",
	unexpected: "This is not valid YAML.",
	bracket_open: "A bracket or brace that is opened before this is not closed.",
	quotes: "A text that begins with [, {, %, @ or ` needs quotes around it.",
  control: "This is a control character, which a YAML file cannot hold.",
  alias: "Anchors and aliases are not read here; write the value out, or put quotes around a text with * or & in front.",
  tag: "Tags are not read here.",
  directive: "Directives are not read here.",
  key_kind: "A key must be a plain text.",
  too_much_length: "The file is too large for a policy and was not read.",
  too_much_nesting: "The file is nested too deeply and was not read.",
  too_much_keys: "The file has too many keys and was not read.",
  level: "This level is not one that the rule can have.",
  date: "There is no such day; write it as 2027-01-31.",
  headroom: "Write the head-room as 512MiB, 1.5GiB or 5% (at most 50%).",
  release: "Name the release as b10875, or as de3ff81 or v0.5.0, the one that this program follows.",
  no_targets: "No targets: name them under targets, or in every group of configs."
}, unusable = {
  id: "LP901",
  scope: "document",
  title: "Policy file not usable",
  severity: "error",
  why: "A policy that is only half understood would check something else than its authors meant.",
  remedy: `Mend the place that is shown; ${pageUrl("docs/policy.md")} describes the format.`,
  sentence: (args) => {
    let problem2 = str(args, "problem");
    if (problem2 === "duplicate") return `${str(args, "key")} stands here for the second time.`;
    if (problem2 === "target") {
      let near2 = list(args, "near"), hint = near2.length > 0 ? ` Did you mean ${near2.join(", ")}?` : "";
      return `${str(args, "name")} is no profile id, and no file.${hint}`;
    }
    if (problem2 === "target_file") return `Not a target: ${str(args, "trouble").replace(/\.$/, "")}.`;
    if (problem2 === "engine") {
      let near2 = list(args, "near"), hint = near2.length > 0 ? ` Did you mean ${near2.join(", ")}?` : "";
      return `${str(args, "name")} is no target of this policy.${hint}`;
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
  sentence: (args) => {
    let what = `${str(args, "rule")} in ${str(args, "config")}`, other = str(args, "other");
    return other === "" ? `No finding matches this entry for ${what}; it can go.` : `This entry for ${what} matches nothing: the file has such a finding, but with another ${other}.`;
  }
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
  why: "A file that was to be checked and could not be read was not judged, nor what is in a folder that cannot be searched.",
  remedy: "Do what the message says.",
  sentence: (args) => `${str(args, "message").replace(/\.$/, "")}.`
}, timeUp = {
  id: "LP906",
  scope: "document",
  title: "Time ran out",
  severity: "error",
  why: "A check that takes longer than its limit is ended, and what it did not come to was not judged.",
  remedy: "Check fewer files or targets in one run, or look for a file that takes unusually long.",
  sentence: (args) => {
    let within2 = `within ${num(args, "seconds")} seconds`;
    return "fixed" in args ? `Fixes were looked for for ${num(args, "fixed")} problems only ${within2}.` : "unmended" in args ? `The fixes of ${num(args, "unmended")} of ${num(args, "files")} files were not all worked out ${within2}.` : `${num(args, "left")} of ${num(args, "files")} files were not judged ${within2}.`;
  }
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

// shared/report/sentence.ts
function formatFinding(finding, nameOf) {
	let said = findingSentence(finding);
	return finding.fix ? `${said} ${plain(formatFix(finding.fix, nameOf))}` : said;
}
function findingSentence({ rule: id, args }) {
	let rule = anyRuleOf(id);
	return plain(rule === void 0 ? `${id} is not a rule of this release.` : rule.sentence(args));
}
function formatFix({ path: path4, value: value2 }, nameOf) {
	return `Fix: set ${nameOf?.(path4) ?? path4.join(".")} to ${JSON.stringify(value2)}.`;
}

// shared/report/problem-text.ts
var NAMED = 8;
function problemText(problem2) {
	let { rule, hits, of: of2, fix, config: config2 } = problem2, [worst] = hits, title = anyRuleOf(rule)?.title ?? "Finding", targets2 = hits.filter(({ target }) => target !== void 0).length, on = targets2 === 0 ? "" : ` on ${targets2} of ${of2} target${of2 === 1 ? "" : "s"}`, name = config2?.report.name, inside2 = name === void 0 ? "" : ` in ${shortName(name)}`, first = worst?.target === void 0 || of2 === 1 ? "" : `${plain(worst.target)}: `;
	return {
		title: `${title}${inside2}${on}`,
		what: worst === void 0 ? "" : `${first}${findingSentence(worst)}`,
		others: othersOf(problem2),
		fix: fix === null ? null : plain(fixText(fix, nowAt(config2?.report.config, fix.path), of2, config2?.nameOf)),
		link: linkOf(rule)
	};
}
function othersOf({ hits }) {
	let rest = hits.slice(1).flatMap(({ target, args }) => target === void 0 ? [] : [{ target, args }]);
	if (rest.length === 0) return null;
	let short = rest.every(({ args }) => typeof args.short_by == "number" && args.short_by > 0), named = rest.slice(0, NAMED).map(({ target, args }) => short ? `${plain(target)} by ${showShort(args)}` : plain(target)), more4 = rest.length > NAMED ? ` and ${rest.length - NAMED} more` : "";
	return `Also ${short ? "over" : "on"}: ${named.join(", ")}${more4}.`;
}
function fixText({ path: path4, value: value2 }, now, of2, nameOf) {
	let checked = of2 === 1 ? "rechecked" : `rechecked on all ${of2} targets`;
	return `Fix: set ${nameOf?.(path4) ?? path4.join(".")} to ${JSON.stringify(value2)} (now ${now}); ${checked}.`;
}
function nowAt(config2, path4) {
	let value2 = path4.reduce(
		(at2, segment) => typeof at2 == "object" && at2 !== null ? Reflect.get(at2, segment) : void 0,
		config2
	);
	return value2 === void 0 ? "absent" : JSON.stringify(value2).slice(0, 80);
}
function linkOf(rule) {
	let page = rule.startsWith("LP9") ? "policy" : "rules";
	return pageUrl(`docs/${page}.md#${rule.toLowerCase()}`);
}

// profiles/driver-overhead/observed.json
var observed_default = /* @__PURE__ */ JSON.parse(String.raw`{"schema_version":1,
"source":"llama.cpp's memory breakdown tables and device lists in public logs (issues, pull requests and logs that people keep in their repositories), releases of September 2025 to 2026; read by .dev/driver-overhead.mjs",
"what":"MiB of a device that llama.cpp's own buffers do not explain. loaded: the table's unaccounted part after loading (driver, context, libraries, desktop, other programs). before: total less free before loading. Logs of models with a vision projector are left out, as its memory would count here. Metal's numbers are of the process alone: it says what the process has allocated, not what the system has.",
"backends":{"cuda":{"loaded":{"n":5,"min_mib":451,"median_mib":456,"p90_mib":2159,"max_mib":2183,"devices":["RTX 4090","RTX 5090"]},"before":{"n":8,"min_mib":123,"median_mib":470,"p90_mib":1355,"max_mib":1615,"devices":["GTX 1650 with Max-Q Design","NVIDIA GeForce RTX 3080 Ti","NVIDIA RTX PRO 4000 Blackwell SFF Edition","RTX 3090","RTX 4090","RTX 5090","RTX PRO 6000 Blackwell Workstation Edition"]}},
"metal":{"loaded":{"n":2,"min_mib":495,"median_mib":679,"p90_mib":825,"max_mib":862,"devices":["Apple M3","Apple M5"]},"before":{"n":3,"min_mib":1,"median_mib":1,"p90_mib":1,"max_mib":1,"devices":["Apple M1","Apple M1 Max"]}},
"rocm":{"loaded":{"n":2,"min_mib":313,"median_mib":316,"p90_mib":318,"max_mib":318,"devices":["Graphics"]},"before":{"n":2,"min_mib":164,"median_mib":210,"p90_mib":246,"max_mib":255,"devices":["8060S","RX 9070 XT"]}},
"sycl":{"before":{"n":3,"min_mib":0,"median_mib":288,"p90_mib":379,"max_mib":402,"devices":["Intel(R) Arc(TM) Pro B50 Graphics"]}},
"vulkan":{"loaded":{"n":2,"min_mib":1221,"median_mib":1231,"p90_mib":1239,"max_mib":1241,"devices":["RX 9070 XT"]},"before":{"n":1,"min_mib":1008,"median_mib":1008,"p90_mib":1008,"max_mib":1008,"devices":["NVIDIA GeForce RTX 2060"]}}}}`);

// shared/estimate/together.ts
function processOverhead(backend) {
	let figures = observed_default.backends[backend];
	return (figures?.loaded?.min_mib ?? figures?.before?.min_mib ?? 0) * 1048576;
}
function linesTogether(lines2, groups, backend) {
	let own3 = groups.flatMap(({ members: members2 }) => members2).map((name) => lines2.get(name) ?? []);
	if (own3.some((one) => one.length === 0)) return [];
	let widest = own3.reduce((most, one) => one.length > most.length ? one : most), processes = groups.reduce((sum, { swap, members: members2 }) => sum + (swap ? 1 : members2.length), 0);
	return widest.map((line, at2) => {
		let of2 = (name) => {
			let one = lines2.get(name) ?? [];
			return line.kind === "host" ? one.at(-1) : one.slice(0, -1)[at2];
		}, bytesOf2 = (name) => of2(name)?.need_bytes ?? 0, loaded2 = groups.flatMap(
			({ swap, members: members2 }) => swap ? [members2.reduce((most, name) => bytesOf2(name) > bytesOf2(most) ? name : most)] : members2
		), further = line.kind === "device" ? (processes - 1) * processOverhead(backend) : 0, need = loaded2.reduce(
			(sum, name) => {
				let { model, context, compute: compute2 } = of2(name)?.need ?? NOTHING;
				return { model: sum.model + model, context: sum.context + context, compute: sum.compute + compute2 };
			},
			{ ...NOTHING, compute: further }
		), parts = loaded2.map((name) => ({ name, bytes: bytesOf2(name) })).filter(({ bytes: bytes2 }) => bytes2 > 0);
		return { line: lineOf(line.kind, line.name, need, line.usable), parts };
	});
}
function partsText({ line, parts }) {
	let further = line.need_bytes - parts.reduce((sum, { bytes: bytes2 }) => sum + bytes2, 0), all2 = further > 0 ? [...parts, { name: "further processes", bytes: further }] : parts, shown3 = addUpGib(
		line.need_bytes,
		all2.map(({ bytes: bytes2 }) => bytes2)
	);
	return all2.map(({ name }, at2) => `${name} ${shown3[at2]} GiB`);
}
var NOTHING = { model: 0, context: 0, compute: 0 };

// shared/validate/check-set.ts
var TOGETHER = "all loaded";
function checkSet(file, { members: members2, groups, placeOf: placeOf2 }, reports, targets2) {
	let config2 = reports[0]?.config ?? null;
	if (config2 === null) return null;
	let findings = [], pairs = targets2.map((target, at2) => {
		let own3 = reports.map(({ pairs: of2 }) => of2[at2]), id = own3[0]?.target ?? target.id, lines2 = new Map(members2.map(({ name }, index) => [name, own3[index]?.lines ?? []])), together2 = linesTogether(lines2, groups, target.backend);
		for (let one of together2) {
			let { state } = one.line;
			if (state !== "over" && state !== "near") continue;
			let path4 = [
				"members",
				largest(
					one,
					members2.map(({ name }) => name)
				),
				"name"
			];
			findings.push({
				rule: state === "over" ? "LP105" : "LP106",
				severity: state === "over" ? "error" : "warning",
				path: path4,
				args: argsOf(one),
				file,
				place: placeOf2(path4),
				target: id
			});
		}
		let judged2 = together2.length > 0 && together2.every(({ line }) => line.state !== "unknown");
		return {
			target: id,
			estimate: estimateOf(together2, own3[0]?.estimate ?? null),
			lines: together2.map(({ line }) => line),
			judged: judged2
		};
	});
	return { file, name: TOGETHER, config: config2, findings, pairs };
}
function argsOf(together2) {
	let { line } = together2;
	return {
		device: line.kind === "host" && line.name === "RAM" ? "the RAM" : line.name,
		need: line.need_bytes,
		usable: line.usable?.bytes ?? 0,
		parts: partsText(together2)
	};
}
function largest({ parts }, names2) {
	let [first] = parts.toSorted((a14, b7) => b7.bytes - a14.bytes);
	return Math.max(0, names2.indexOf(first?.name ?? ""));
}
function estimateOf(together2, like) {
	let host = together2.at(-1)?.line;
	return host === void 0 || like === null ? null : { ...like, devices: together2.slice(0, -1).map(({ line }) => line.need), host: host.need };
}

// shared/report/verdict.ts
function failsUnder({ severity }, fail_on) {
	return severity === "error" || fail_on === "warning";
}
function tally(reports, own3 = [], known3 = 0, fail_on = "error") {
	let targets2 = /* @__PURE__ */ new Set(), count4 = { errors: 0, warnings: 0, pairs: 0, not_judged: 0, failing_pairs: 0 }, add2 = ({ severity }) => count4[severity === "error" ? "errors" : "warnings"]++;
	own3.forEach(add2);
	for (let report of reports) {
		report.findings.forEach(add2), count4.pairs += report.pairs.length, count4.failing_pairs += failingTargets(report, fail_on).length;
		for (let { target, judged: judged2 } of report.pairs)
			targets2.add(target), judged2 || count4.not_judged++;
	}
	return { configs: reports.filter(({ name }) => name !== TOGETHER).length, targets: targets2.size, known: known3, ...count4 };
}
function failingTargets({ findings, pairs }, fail_on) {
	let errors = findings.filter((finding) => failsUnder(finding, fail_on)), everywhere = errors.some(({ target }) => target === void 0), failing = new Set(errors.map(({ target }) => target));
	return pairs.map(({ target }) => target).filter((target) => everywhere || failing.has(target));
}
function pairStates(report, fail_on) {
	let failing = new Set(failingTargets(report, fail_on)), everywhere = report.findings.some(({ target }) => target === void 0), warned = new Set(report.findings.map(({ target }) => target));
	return ({ target, judged: judged2 }) => report.config === null ? "unread" : judged2 ? failing.has(target) ? "fails" : everywhere || warned.has(target) ? "warned" : "fits" : "unjudged";
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
	let few = result.tally.pairs <= FEW_PAIRS, findings = inReadingOrder(result.problems).flatMap(few ? findingLines : (problem2) => [problemLine(problem2)]), pairs = result.configs.flatMap(({ report }) => {
		let stateOf2 = pairStates(report, result.fail_on);
		return report.pairs.flatMap((pair) => {
			let state = stateOf2(pair);
			return few || state !== "fits" ? [pairLine(configLabel(report), pair, stateWords(report, pair, state, result))] : [];
		});
	});
	return `${[findings, pairs, [verdictLine(result), ...namedWords(result)]].filter((lines2) => lines2.length > 0).map((lines2) => lines2.join(`
`)).join(`

`)}
`;
}
function inReadingOrder(problems) {
	return problems.toSorted(
		(a14, b7) => a14.file === b7.file ? a14.place.line - b7.place.line || a14.place.column - b7.place.column || (a14.rule < b7.rule ? -1 : 1) : a14.file < b7.file ? -1 : 1
	);
}
function findingLines({ hits, fix, config: config2 }) {
	let { name } = config2?.report ?? {};
	return hits.map((hit) => findingLine(fix === null ? hit : { ...hit, fix }, name, config2?.nameOf));
}
function findingLine(finding, name, nameOf) {
	let { file, place, severity, rule, target } = finding, said = [name === void 0 ? "" : shortName(name), target === void 0 ? "" : plain(target)].filter((part) => part !== "").join(" on "), on = said === "" ? "" : ` (${said})`;
	return `${whereOf(file, place)}${severity} ${rule}${on}: ${formatFinding(finding, nameOf)}`;
}
function problemLine(problem2) {
	let { file, place, severity, rule } = problem2, { title, what, others, fix } = problemText(problem2), said = [`${title}.`, what, others, fix].filter((part) => part !== null).join(" ");
	return `${whereOf(file, place)}${severity} ${rule}: ${said}`;
}
function whereOf(file, { line, column }) {
	return file === "" ? "" : `${plain(file)}:${line}:${column}: `;
}
var STATES = {
	fits: "fits",
	warned: "fits, with warnings",
	fails: "fails",
	unjudged: "not judged in full",
	unread: "not judged"
};
function stateWords({ findings }, { target }, state, { fail_on }) {
	if (state !== "fails") return STATES[state];
	let here = findings.filter((one) => failsUnder(one, fail_on) && (one.target ?? target) === target);
	return `fails (${[...new Set(here.map(({ rule }) => rule))].sort().join(", ")})`;
}
function pairLine(label, pair, state) {
	let sums = pair.lines.map(({ name, need_bytes, usable: usable2 }) => `${plain(name)} ${showGib(need_bytes)} of ${usable2 === null ? "unknown" : showGib(usable2.bytes)}`), details2 = sums.length > 0 ? `: ${sums.join(", ")}` : "";
	return `${label} on ${plain(pair.target)}: ${state}${details2}`;
}
var WORDS = { pass: "Passed", warn: "Passed with findings", fail: "Failed" };
function verdictLine({ tally: sum, verdict: verdict2, fail_on }) {
	let word = verdict2 === "fail" && !isEnforced(fail_on) ? "Failed, not enforced" : WORDS[verdict2], known3 = sum.known > 0 ? [`${sum.known} known`] : [], found3 = [count3(sum.errors, "error"), count3(sum.warnings, "warning"), ...known3].join(", "), open2 = sum.not_judged > 0 ? ` ${count3(sum.not_judged, "pair")} of config and target not judged.` : "";
	return `${word}: ${found3} in ${count3(sum.configs, "config")} on ${count3(sum.targets, "target")}.${open2}`;
}
function namedWords({ configs }) {
	let named = configs.filter(({ facts_from }) => facts_from === "catalog").length;
	return named === 0 ? [] : [`Of ${count3(named, "config")} the model is known by its name alone, from the catalog.`];
}

// shared/node/read-text-file.ts
import { isUtf8 } from "node:buffer";
import { closeSync as closeSync2, readSync } from "node:fs";

// shared/node/open-regular-file.ts
import { closeSync, constants, fstatSync, openSync, statSync } from "node:fs";
import { open, stat } from "node:fs/promises";
async function openRegularFile(path4) {
	try {
		checkKind(path4, await stat(path4));
		let handle = await open(path4, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		try {
			return { handle, size: sizeOf(path4, await handle.stat()) };
		} catch (error) {
			throw await handle.close(), error;
		}
	} catch (error) {
		throw fileTrouble(path4, error);
	}
}
function openRegularFileNow(path4) {
	try {
		checkKind(path4, statSync(path4));
		let fd = openSync(path4, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		try {
			return { fd, size: sizeOf(path4, fstatSync(fd)) };
		} catch (error) {
			throw closeSync(fd), error;
		}
	} catch (error) {
		throw fileTrouble(path4, error);
	}
}
function sizeOf(path4, stats) {
	if (checkKind(path4, stats), stats.size === 0) throw new UserError("input", `${showPath(path4)} is empty`);
	return stats.size;
}
function checkKind(path4, stats) {
	if (stats.isDirectory()) throw new UserError("input", `${showPath(path4)} is a folder, not a file`);
	if (!stats.isFile()) throw new UserError("input", `${showPath(path4)} is a pipe or a device, not a file`);
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
function readTextFile(path4, limit_bytes) {
	return new Promise((resolve10) => resolve10(readTextNow(path4, limit_bytes)));
}
function readTextNow(path4, limit_bytes) {
	let { fd, size: size3 } = openRegularFileNow(path4);
	try {
		if (size3 > limit_bytes) throw isGguf(beginning(fd)) ? ggufModel(path4) : tooLarge(path4, size3, limit_bytes);
		let buffer = Buffer.alloc(Math.min(size3, limit_bytes) + 1), length = 0;
		for (let read2 = -1; read2 !== 0 && length < buffer.byteLength; length += read2)
			read2 = readSync(fd, buffer, length, buffer.byteLength - length, length);
		if (length > limit_bytes) throw tooLarge(path4, length, limit_bytes);
		return decode2(path4, buffer.subarray(0, length));
	} catch (error) {
		throw fileTrouble(path4, error);
	} finally {
		closeSync2(fd);
	}
}
function beginning(fd) {
	let bytes2 = Buffer.alloc(4);
	return bytes2.subarray(0, readSync(fd, bytes2, 0, bytes2.byteLength, 0));
}
function isGguf(bytes2) {
	return bytes2.toString("latin1", 0, 4) === "GGUF";
}
function decode2(path4, bytes2) {
	if (isGguf(bytes2)) throw ggufModel(path4);
	let [first, second] = bytes2;
	if (first === 255 && second === 254 || first === 254 && second === 255)
		throw new UserError("input", `${showPath(path4)} is UTF-16 text, not UTF-8`, "Save it as UTF-8.");
	if (!isUtf8(bytes2)) throw new UserError("input", `${showPath(path4)} is not UTF-8 text`);
	return bytes2.toString("utf8");
}
function ggufModel(path4) {
	return new UserError("input", `${showPath(path4)} is a GGUF model, not text`, "A model is named with --model.");
}
function tooLarge(path4, size3, limit) {
	return new UserError("input", `${showPath(path4)} is too large: ${show2(size3)}, and at most ${show2(limit)} are read`);
}
function show2(bytes2) {
	return bytes2 < 1024 ? `${bytes2} bytes` : bytes2 < 1048576 ? `${(bytes2 / 1024).toFixed(1)} KiB` : `${(bytes2 / 1048576).toFixed(1)} MiB`;
}

// shared/node/check/request.ts
function inputOf(key2, request, world) {
	return request[key2] === null ? void 0 : world.inputName?.(key2);
}
var CHECK_LIMITS = { files: 2e3, pairs: 1e5, seconds: 60, file_bytes: 2 ** 20 };

// shared/node/check/load-policy.ts
var PolicyError = class extends UserError {
	problems;
	/** What of it can be understood, where more may be wrong. */
	rest;
	constructor(problems, rest = null) {
		let lines2 = problems.map((problem2) => findingLine(problem2));
		super("input", lines2.join(`
`)), this.name = "PolicyError", this.problems = problems, this.rest = rest;
	}
}, START = { line: 1, column: 1, end_column: 2 };
async function loadPolicy(request, world) {
	let text3 = async (name2) => {
		let path4 = confine(name2, request.folder, request.root);
		return { path: path4, text: await readTextFile(path4, CHECK_LIMITS.file_bytes) };
	}, load = async (name2, read2, input2) => {
		let source = await forInput(inputOf(input2, request, world), () => text3(name2)), file = world.shownNames?.([source.path])(source.path) ?? name2, found3 = read2(source.text, file);
		if (found3.problems.length > 0) {
			let { rest, placeOf: placeOf2 } = found3;
			throw new PolicyError(found3.problems, rest && { file, name: name2, policy: rest, placeOf: placeOf2, baseline: [] });
		}
		return { ...found3, file };
	}, name = request.policy === null ? policyAtHome(request) : request.policy, main = name === null || name === !1 ? null : await load(name, readPolicy, "policy"), other = request.baseline === null ? null : await load(request.baseline, readBaseline, "baseline");
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
function policyAtHome({ folder }) {
	for (let name of [dirname(POLICY_FILE), POLICY_FILE]) {
		let path4 = resolve2(folder, name);
		try {
			if (!lstatSync(path4).isSymbolicLink() || existsSync2(path4)) continue;
		} catch (error) {
			if (errnoOf(error) === "ENOENT") return null;
			throw fileTrouble(name, error);
		}
		throw new UserError("input", `${name} is a symbolic link that leads nowhere`);
	}
	return POLICY_FILE;
}

// shared/node/check/mend.ts
import { realpathSync as realpathSync2 } from "node:fs";

// profiles/throughput/efficiency.json
var efficiency_default = /* @__PURE__ */ JSON.parse(String.raw`{"constants":{"decode":{"all":{"efficiency":0.827,"layer_us":169,"moe_layer":1.73,"moe_used":0.137,"rows":714,"devices":123,"benched":68,"ranges":{"model":[0.7906,1.2649]}},"cuda":{"efficiency":0.802,"layer_us":92.5,"moe_layer":1.87,"state":3.71,"flash":0.968,"formats":{"q4":0.989,"k":1.07,"f16":1.02,"mxfp4":0.965,"q8":1.01},"rows":346,"devices":79,"benched":34,"ranges":{"model":[0.7906,1.2649]}},"rocm":{"efficiency":0.837,"layer_us":126,"moe_layer":1.93,"state":2.19,"flash":0.986,"formats":{"q4":1,"k":1.11,"f16":1,"q8":0.979,"bf16":1.01,"k_low":1.14,"mxfp4":0.937},"rows":107,"devices":14,"benched":8,"ranges":{"model":[0.7906,1.2649]}},"vulkan":{"efficiency":0.79,"layer_us":141,"moe_layer":1.96,"state":4.61,"formats":{"q4":0.944,"bf16":1.04,"q8":0.963,"k":1.13,"mxfp4":0.942},"rows":80,"devices":23,"benched":19,"ranges":{"model":[0.6325,1.5811]}},"metal":{"efficiency":0.834,"layer_us":122,"moe_layer":1.47,"state":14.6,"formats":{"q8":1,"q4":1.03,"f16":0.986,"k":1.18},"rows":179,"devices":17,"benched":13,"ranges":{"model":[0.7906,1.2649]}},"cpu":{"efficiency":0.815,"layer_us":334,"thread_gb_s":23.2,"moe_layer":1.03,"moe_used":0.4,"formats":{"k":1.02,"f16":0.54,"q8":0.434,"bf16":0.885,"k_low":1.36,"q4":0.555,"iq":3.91,"q5":1.06},"rows":227,"devices":54,"benched":8,"ranges":{"model":[0.6325,1.5811]}},"sycl":{"efficiency":0.827,"layer_us":271,"formats":{"q4":1.16,"k":0.974},"rows":2,"devices":2,"benched":2,"ranges":{"model":[0.6325,1.5811]}},"cuda/blackwell":{"efficiency":0.831,"layer_us":46.2,"formats":{"q4":0.853},"rows":15,"devices":6,"benched":4,"ranges":{"model":[0.7906,1.2649],"similar":[0.9088,1.1003],"same":[0.8847,1.1303]}},"cuda/ampere_hbm":{"efficiency":0.707,"layer_us":95.4,"formats":{"q4":0.892,"f16":1.07},"rows":22,"devices":3,"benched":2,"ranges":{"model":[0.7906,1.2649],"similar":[0.9088,1.1003],"same":[0.8843,1.1309]}},"cuda/ada":{"efficiency":0.926,"layer_us":50.8,"formats":{"k":1.01},"rows":122,"devices":22,"benched":7,"ranges":{"model":[0.8058,1.2411],"similar":[0.9088,1.1003],"same":[0.8847,1.1303]}},"cuda/ampere":{"efficiency":0.837,"layer_us":56.4,"formats":{"k":0.975},"rows":79,"devices":19,"benched":7,"ranges":{"model":[0.7906,1.2649],"similar":[0.9088,1.1003],"same":[0.8847,1.1303]}},"cuda/volta":{"efficiency":0.818,"layer_us":79.7,"rows":12,"devices":3,"benched":2,"ranges":{"model":[0.7906,1.2649],"similar":[0.9088,1.1003],"same":[0.8843,1.1309]}},"cuda/turing":{"efficiency":0.773,"layer_us":76.8,"formats":{"k":1.17},"rows":34,"devices":14,"benched":7,"ranges":{"model":[0.6795,1.4718],"similar":[0.9088,1.1003],"same":[0.8843,1.1309]}},"cuda/pascal":{"efficiency":0.77,"layer_us":151,"formats":{"q4":1.06},"rows":18,"devices":8,"benched":3,"ranges":{"model":[0.7906,1.2649],"similar":[0.9088,1.1003],"same":[0.8847,1.1303]}},"cuda/jetson_orin":{"efficiency":0.777,"layer_us":110,"formats":{"q4":1.06},"rows":1,"devices":1,"benched":1,"ranges":{"model":[0.6795,1.4718],"similar":[0.9088,1.1003],"same":[0.8843,1.1309]}},"cuda/pascal_hbm":{"efficiency":0.775,"layer_us":272,"formats":{"q4":1.05},"rows":4,"devices":1,"benched":1,"ranges":{"model":[0.6325,1.5811],"similar":[0.9088,1.1003],"same":[0.8843,1.1309]}},"rocm/rdna3":{"efficiency":0.844,"layer_us":88.5,"rows":18,"devices":4,"benched":3,"ranges":{"model":[0.7255,1.3783],"similar":[0.7906,1.2649],"same":[0.7916,1.2633]}},"rocm/rdna2":{"efficiency":0.847,"layer_us":95.4,"rows":27,"devices":7,"benched":3,"ranges":{"model":[0.7906,1.2649],"similar":[0.7906,1.2649],"same":[0.7916,1.2633]}},"vulkan/rdna2":{"efficiency":0.841,"layer_us":80.5,"formats":{"q4":0.851},"rows":4,"devices":3,"benched":2,"ranges":{"model":[0.7906,1.2649],"similar":[0.7906,1.2649],"same":[0.7906,1.2649]}},"vulkan/ampere":{"efficiency":0.804,"layer_us":109,"rows":1,"devices":1,"benched":1,"ranges":{"model":[0.6325,1.5811],"similar":[0.7906,1.2649],"same":[0.7906,1.2649]}},"vulkan/apple_max":{"efficiency":0.787,"layer_us":152,"rows":1,"devices":1,"benched":1,"ranges":{"model":[0.6325,1.5811],"similar":[0.7906,1.2649],"same":[0.7906,1.2649]}},"vulkan/arc_battlemage":{"efficiency":0.785,"layer_us":173,"rows":5,"devices":3,"benched":3,"ranges":{"model":[0.7906,1.2649],"similar":[0.7906,1.2649],"same":[0.7906,1.2649]}},"vulkan/turing":{"efficiency":0.808,"layer_us":112,"formats":{"q4":0.897},"rows":1,"devices":1,"benched":1,"ranges":{"model":[0.6325,1.5811],"similar":[0.7906,1.2649],"same":[0.7906,1.2649]}},"vulkan/strix_halo":{"efficiency":0.807,"layer_us":87.4,"formats":{"k":0.961,"mxfp4":0.835},"rows":49,"devices":1,"benched":1,"ranges":{"model":[0.6325,1.5811],"similar":[0.7906,1.2649],"same":[0.7906,1.2649]}},"vulkan/arc_alchemist":{"efficiency":0.774,"layer_us":383,"formats":{"q4":0.987},"rows":2,"devices":2,"benched":2,"ranges":{"model":[0.7906,1.2649],"similar":[0.7906,1.2649],"same":[0.7906,1.2649]}},"vulkan/pascal":{"efficiency":0.779,"layer_us":163,"rows":1,"devices":1,"benched":1,"ranges":{"model":[0.6325,1.5811],"similar":[0.7906,1.2649],"same":[0.7906,1.2649]}},"vulkan/rdna3_igpu":{"efficiency":0.798,"layer_us":148,"rows":3,"devices":2,"benched":2,"ranges":{"model":[0.7906,1.2649],"similar":[0.7906,1.2649],"same":[0.7906,1.2649]}},"vulkan/apple_base":{"efficiency":0.749,"layer_us":194,"formats":{"q4":1.06},"rows":2,"devices":2,"benched":2,"ranges":{"model":[0.6325,1.5811],"similar":[0.7906,1.2649],"same":[0.7906,1.2649]}},"metal/apple_base":{"efficiency":0.883,"layer_us":153,"formats":{"k":1.09},"rows":46,"devices":5,"benched":3,"ranges":{"model":[0.7906,1.2649],"similar":[0.7906,1.2649],"same":[0.9193,1.0877]}},"metal/apple_pro":{"efficiency":0.854,"layer_us":92.3,"formats":{"q4":0.969},"rows":32,"devices":3,"benched":3,"ranges":{"model":[0.7906,1.2649],"similar":[0.7906,1.2649],"same":[0.9193,1.0877]}},"metal/apple_max":{"efficiency":0.799,"layer_us":63.1,"formats":{"q4":1.08,"k":1.38},"rows":90,"devices":8,"benched":6,"ranges":{"model":[0.7906,1.2649],"similar":[0.7906,1.2649],"same":[0.9193,1.0877]}},"metal/apple_ultra":{"efficiency":0.808,"layer_us":177,"rows":11,"devices":1,"benched":1,"ranges":{"model":[0.7047,1.4191],"similar":[0.7906,1.2649],"same":[0.9193,1.0877]}},"cuda/hopper":{"efficiency":0.775,"layer_us":87,"rows":10,"devices":1,"benched":0,"ranges":{"model":[0.6325,1.5811],"similar":[0.9088,1.1003],"same":[0.8843,1.1309]}},"cpu/apple_base":{"efficiency":0.846,"layer_us":192,"thread_gb_s":34.2,"formats":{"k":0.84},"rows":2,"devices":2,"benched":0,"ranges":{"model":[0.6325,1.5811],"similar":[0.6325,1.5811]}},"cpu/avx512_server":{"efficiency":0.838,"layer_us":490,"thread_gb_s":25.1,"rows":15,"devices":5,"benched":0,"ranges":{"model":[0.6325,1.5811],"similar":[0.6325,1.5811]}},"cpu/raspberry_pi":{"efficiency":0.815,"layer_us":276,"thread_gb_s":24.8,"formats":{"k":1.12,"k_low":1.2},"rows":13,"devices":2,"benched":1,"ranges":{"model":[0.6325,1.5811],"similar":[0.6325,1.5811]}},"cpu/avx512":{"efficiency":0.826,"layer_us":221,"thread_gb_s":36.5,"formats":{"k":0.715,"q8":0.529,"k_low":1.18,"iq":4.19},"rows":53,"devices":8,"benched":1,"ranges":{"model":[0.6325,1.5811],"similar":[0.6325,1.5811]}},"cpu/avx2":{"efficiency":0.894,"layer_us":215,"thread_gb_s":20.5,"formats":{"k":1.11},"rows":38,"devices":10,"benched":2,"ranges":{"model":[0.6325,1.5811],"similar":[0.6325,1.5811]}},"cpu/apple_ultra":{"efficiency":0.81,"layer_us":619,"thread_gb_s":17.7,"formats":{"k":1.18},"rows":2,"devices":1,"benched":0,"ranges":{"model":[0.6325,1.5811],"similar":[0.6325,1.5811]}},"rocm/rdna3_igpu":{"efficiency":0.813,"layer_us":166,"formats":{"k":1.18},"rows":1,"devices":1,"benched":0,"ranges":{"model":[0.7255,1.3783],"similar":[0.7906,1.2649],"same":[0.7914,1.2637]}},"cpu/avx2_hedt":{"efficiency":0.858,"layer_us":223,"thread_gb_s":18.2,"formats":{"k":1.21,"q4":0.531},"rows":10,"devices":4,"benched":1,"ranges":{"model":[0.6325,1.5811],"similar":[0.6325,1.5811]}},"cpu/hybrid":{"efficiency":0.826,"layer_us":403,"thread_gb_s":20.4,"formats":{"k":1.09},"rows":20,"devices":13,"benched":1,"ranges":{"model":[0.6325,1.5811],"similar":[0.6325,1.5811]}},"rocm/strix_halo":{"efficiency":0.853,"layer_us":123,"formats":{"k_low":1.23,"mxfp4":0.826},"rows":60,"devices":1,"benched":1,"ranges":{"model":[0.6576,1.5208],"similar":[0.7906,1.2649],"same":[0.7914,1.2637]}},"vulkan/rdna4":{"efficiency":0.8,"layer_us":90.8,"rows":5,"devices":1,"benched":0,"ranges":{"model":[0.6325,1.5811],"similar":[0.7906,1.2649],"same":[0.7906,1.2649]}},"cuda/blackwell_unified":{"efficiency":0.829,"layer_us":76.1,"formats":{"mxfp4":0.854},"rows":29,"devices":1,"benched":0,"ranges":{"model":[0.6325,1.5811],"similar":[0.9088,1.1003],"same":[0.8843,1.1309]}},"cpu/arm_sbc":{"efficiency":0.798,"layer_us":548,"thread_gb_s":19.7,"formats":{"k":1.11},"rows":6,"devices":1,"benched":1,"ranges":{"model":[0.6325,1.5811],"similar":[0.6325,1.5811]}},"vulkan/rdna3":{"efficiency":0.807,"layer_us":62.9,"formats":{"q4":0.889},"rows":4,"devices":3,"benched":2,"ranges":{"model":[0.6325,1.5811],"similar":[0.7906,1.2649],"same":[0.7906,1.2649]}},"vulkan/polaris":{"efficiency":0.776,"layer_us":270,"rows":1,"devices":1,"benched":0,"ranges":{"model":[0.6325,1.5811],"similar":[0.7906,1.2649],"same":[0.7906,1.2649]}},"cpu/arm_server":{"efficiency":0.745,"layer_us":156,"thread_gb_s":23.2,"formats":{"k":1.08,"q8":0.41},"rows":10,"devices":2,"benched":0,"ranges":{"model":[0.6325,1.5811],"similar":[0.6325,1.5811]}},"cpu/avx2_server":{"efficiency":0.789,"layer_us":1420,"thread_gb_s":22.8,"rows":4,"devices":1,"benched":0,"ranges":{"model":[0.6325,1.5811],"similar":[0.6325,1.5811]}},"cpu/phone":{"efficiency":0.746,"layer_us":558,"thread_gb_s":23.4,"formats":{"q4":0.617,"q8":0.389},"rows":38,"devices":4,"benched":0,"ranges":{"model":[0.6325,1.5811],"similar":[0.6325,1.5811]}},"cpu/apple_max":{"efficiency":0.83,"layer_us":254,"thread_gb_s":24.1,"formats":{"f16":0.495,"q8":0.383,"q4":0.484,"k_low":1.85,"k":0.937,"iq":4.33},"rows":16,"devices":1,"benched":1,"ranges":{"model":[0.6325,1.5811],"similar":[0.7906,1.2649]}},"vulkan/xe_igpu":{"efficiency":0.713,"layer_us":161,"formats":{"k":1.42},"rows":1,"devices":1,"benched":1,"ranges":{"model":[0.6325,1.5811],"similar":[0.7906,1.2649],"same":[0.7906,1.2649]}},"rocm/cdna4":{"efficiency":0.837,"layer_us":135,"rows":1,"devices":1,"benched":1,"ranges":{"model":[0.7255,1.3783],"similar":[0.7906,1.2649],"same":[0.7914,1.2637]}},"sycl/arc_battlemage":{"efficiency":0.827,"layer_us":434,"formats":{"q4":1.26,"k":0.894},"rows":2,"devices":2,"benched":2,"ranges":{"model":[0.6325,1.5811],"similar":[0.7906,1.2649],"same":[0.8432,1.186]}}},
"prompt":{},
"prompt_by_bandwidth":{}}}`);

// shared/estimate/throughput/constants.ts
var CONSTANTS = efficiency_default.constants, FOUND = /* @__PURE__ */ new WeakMap();
function findConstants(constants2, quantity, backend, generation) {
	let known3 = FOUND.get(constants2) ?? /* @__PURE__ */ new Map();
	FOUND.set(constants2, known3);
	let key2 = `${quantity} ${backend}/${generation}`, seen2 = known3.get(key2);
	if (seen2 !== void 0) return seen2;
	let found3 = merge2(constants2[quantity], backend, generation);
	return known3.set(key2, found3), found3;
}
function merge2(table, backend, generation) {
	let own3 = `${backend}/${generation}`, names2 = backend === "cpu" ? [backend, own3] : ["all", backend, own3], found3 = null;
	for (let name of names2) {
		let entry = table[name];
		if (entry === void 0) continue;
		let wider = found3?.constants;
		found3 = { constants: { ...wider, ...entry, formats: mergeFormats(wider?.formats, entry.formats) }, name, own: name === own3 };
	}
	return found3;
}
function mergeFormats(wider = {}, own3 = {}) {
	let merged = { ...wider, ...own3 };
	if (own3.k === void 0) return merged;
	let raised = ["k_low", "iq"].flatMap((format2) => {
		let inherited = own3[format2] === void 0 ? wider[format2] : void 0;
		return inherited === void 0 ? [] : [[format2, Math.max(inherited, own3.k ?? 0)]];
	});
	return { ...merged, ...Object.fromEntries(raised) };
}

// profiles/throughput/measured.json
var measured_default = /* @__PURE__ */ JSON.parse(String.raw`{"half_width":{"same":{"tg":0.0828,"pp":0.458},
"similar":{"tg":0.233,"pp":0.458}},
"sources":[""],
"models":[["llama-2-7b",32,6738,0],
["qwen2.5-7b",28,7616,0],
["gemma-3-1b",26,1000,0],
["gemma-3-4b",34,3880,0],
["gemma-4-e2b",35,4647,0],
["gemma-4-e4b",42,7520,0],
["llama-3.2-1b",16,1236,0],
["llama-3.2-3b",28,3213,0],
["phi-4-mini",32,3836,0],
["qwen3-0.6b",28,596,0],
["qwen3-8b",36,8191,0],
["qwen3.5-4b",32,4206,0],
["qwen3.5-9b",32,8954,0],
["qwen2.5-32b",64,32764,0],
["mistral-small-24b",40,23572,0],
["gemma-3-12b",48,11766,0],
["gemma-4-26b-a4b",30,25233,1],
["gemma-4-31b",60,30697,0],
["llama-3-8b",32,8030,0],
["mistral-7b-v0.3",32,7248,0],
["mistral-nemo-12b",40,12248,0],
["phi-4",40,14660,0],
["qwen2.5-14b",48,14770,0],
["qwen3-1.7b",28,1721,0],
["qwen3-14b",40,14768,0],
["qwen3-30b-a3b",48,30532,1],
["qwen3-32b",64,32762,0],
["qwen3-4b",36,4022,0],
["qwen3.5-27b",64,26896,0],
["qwen3.5-35b-a3b",40,34661,1],
["glm-4.7-flash",47,29940,1],
["minimax-m2.7",62,228690,1],
["ministral-3-14b",40,13510,0],
["nemotron-3-super",88,120670,1],
["qwen3.5-122b-a10b",48,122110,1],
["gpt-oss-120b",36,116829,1],
["gpt-oss-20b",24,20915,1],
["gemma-3-27b",62,27009,0],
["hunyuan-a13b",32,80393,1],
["llama-4-scout",48,107770,1],
["glm-4.5-air",46,106852,1],
["qwen3-235b-a22b",94,235094,1],
["llama-3-70b",80,70554,0],
["llama-2-13b",40,13016,0],
["qwen2.5-1.5b",28,1544,0],
["tinyllama-1.1b",22,1100,0],
["dots1",62,142770,1]],
"rows":[["nvidia_rtx_5090","cuda",0,"Q4_0","q4","tg128",295.21,0,0,0,1.05,0,0],
["nvidia_rtx_pro_6000_blackwell","cuda",0,"Q4_0","q4","tg128",274.2,0,0,0,0.995,0,0],
["nvidia_a100_80gb","cuda",0,"Q4_0","q4","tg128",190.88,0,0,0,1.03,0,0],
["nvidia_rtx_4090_d","cuda",0,"Q4_0","q4","tg128",190.45,0,0,0,1.04,0,0],
["nvidia_rtx_5080","cuda",0,"Q4_0","q4","tg128",183.335,0,0,0,0.991,0,0],
["nvidia_rtx_3090_ti","cuda",0,"Q4_0","q4","tg128",171.19,0,0,0,1.06,0,0],
["nvidia_l40","cuda",0,"Q4_0","q4","tg128",152.885,0,0,0,0.935,0,0],
["nvidia_rtx_4070_ti_super","cuda",0,"Q4_0","q4","tg128",132.555,0,0,0,0.982,0,0],
["nvidia_rtx_a5000","cuda",0,"Q4_0","q4","tg128",132.95,0,0,0,0.989,0,0],
["nvidia_tesla_v100_16gb","cuda",0,"Q4_0","q4","tg128",131.92000000000002,0,0,0,0.973,0,0],
["nvidia_a40","cuda",0,"Q4_0","q4","tg128",124.11,0,0,0,1.01,0,0],
["nvidia_a30","cuda",0,"Q4_0","q4","tg128",128.37,0,0,0,1.03,0,0],
["nvidia_titan_v","cuda",0,"Q4_0","q4","tg128",110.48,0,0,0,1.02,0,0],
["nvidia_quadro_rtx_6000","cuda",0,"Q4_0","q4","tg128",103.57499999999999,0,0,0,0.971,0,0],
["nvidia_quadro_rtx_8000","cuda",0,"Q4_0","q4","tg128",103.155,0,0,0,0.967,0,0],
["nvidia_rtx_a4500","cuda",0,"Q4_0","q4","tg128",97.32,0,0,0,0.848,0,0],
["nvidia_rtx_a4000","cuda",0,"Q4_0","q4","tg128",84.47,0,0,0,0.97,0,0],
["nvidia_gtx_1080_ti","cuda",0,"Q4_0","q4","tg128",61.935,0,0,0,0.943,0,0],
["nvidia_tesla_p40","cuda",0,"Q4_0","q4","tg128",54.74,0,0,0,1.07,0,0],
["nvidia_tesla_t4","cuda",0,"Q4_0","q4","tg128",45.205,0,0,0,0.77,0,0],
["nvidia_gtx_1070_ti","cuda",0,"Q4_0","q4","tg128",37.845,0,0,0,0.928,0,0],
["jetson_agx_orin_64gb","cuda",0,"Q4_0","q4","tg128",33.58,0,0,0,0.958,0,0],
["nvidia_rtx_5070_ti","cuda",0,"Q4_0","q4","tg128",182.43,0,0,0,1.02,0,0],
["nvidia_rtx_6000_ada","cuda",0,"Q4_0","q4","tg128",179.47,0,0,0,1,0,0],
["nvidia_rtx_4080_super","cuda",0,"Q4_0","q4","tg128",147.48,0,0,0,1,0,0],
["nvidia_rtx_4080","cuda",0,"Q4_0","q4","tg128",143.47,0,0,0,0.995,0,0],
["nvidia_rtx_3080_10gb","cuda",0,"Q4_0","q4","tg128",139.95,0,0,0,1.03,0,0],
["nvidia_rtx_2080_ti","cuda",0,"Q4_0","q4","tg128",109.17,0,0,0,1.08,0,0],
["nvidia_rtx_2070_super","cuda",0,"Q4_0","q4","tg128",87.71,0,0,0,1.11,0,0],
["nvidia_rtx_3060","cuda",0,"Q4_0","q4","tg128",76.92,0,0,0,1.05,0,0],
["nvidia_tesla_p100","cuda",0,"Q4_0","q4","tg128",61.99,0,0,0,0.939,0,0],
["nvidia_gtx_1660","cuda",0,"Q4_0","q4","tg128",41.43,0,0,0,1.09,0,0],
["amd_rx_7900_xtx","rocm",0,"Q4_0","q4","tg128",168.615,0,0,0,1.22,0,0],
["amd_rx_7900_xt","rocm",0,"Q4_0","q4","tg128",114.225,0,0,0,0.93,0,0],
["amd_rx_7900_gre","rocm",0,"Q4_0","q4","tg128",96.8,0,0,0,0.988,0,0],
["amd_rx_6900_xt","rocm",0,"Q4_0","q4","tg128",86.765,0,0,0,1.03,0,0],
["amd_rx_6800_xt","rocm",0,"Q4_0","q4","tg128",83.92,0,0,0,1,0,0],
["amd_rx_6700_xt","vulkan",0,"Q4_0","q4","tg128",83.88,0,0,0,1.04,0,0],
["nvidia_rtx_3070","vulkan",0,"Q4_0","q4","tg128",78.71,0,0,0,1.02,0,0],
["apple_silicon_m4_max","vulkan",0,"Q4_0","q4","tg128",75.02,0,0,0,0.989,0,0],
["intel_arc_b580","vulkan",0,"Q4_0","q4","tg128",70.14,0,0,0,1.08,0,0],
["nvidia_gtx_1660_ti_laptop","vulkan",0,"Q4_0","q4","tg128",56.6,0,0,0,1.02,0,0],
["amd_ryzen_ai_max_395","vulkan",0,"Q4_0","q4","tg128",52.82,0,0,0,1.02,0,0],
["intel_arc_b570","vulkan",0,"Q4_0","q4","tg128",49.64,0,0,0,0.865,0,0],
["intel_arc_a770m","vulkan",0,"Q4_0","q4","tg128",47.69,0,0,0,1.03,0,0],
["intel_arc_a750","vulkan",0,"Q4_0","q4","tg128",42.66,0,0,0,0.921,0,0],
["nvidia_gtx_1070","vulkan",0,"Q4_0","q4","tg128",41.48,0,0,0,0.976,0,0],
["intel_arc_pro_b50","vulkan",0,"Q4_0","q4","tg128",39.99,0,0,0,1.03,0,0],
["amd_radeon_890m","vulkan",0,"Q4_0","q4","tg128",22.41,0,0,0,0.917,0,0],
["amd_radeon_780m","vulkan",0,"Q4_0","q4","tg128",19.65,0,0,0,1.05,0,0],
["apple_silicon_m2","vulkan",0,"Q4_0","q4","tg128",13.5,0,0,0,0.804,0,0],
["apple_silicon_m1","vulkan",0,"Q4_0","q4","tg128",12.47,0,0,0,1.05,0,0],
["apple_silicon_m1","metal",0,"Q8_0","q8","tg128",7.92,0,0,0,0.961,0,0],
["apple_silicon_m1","metal",0,"Q4_0","q4","tg128",14.19,0,0,0,0.949,0,0],
["apple_silicon_m1_pro","metal",0,"F16","f16","tg128",12.75,0,0,0,1.01,0,0],
["apple_silicon_m1_pro","metal",0,"Q8_0","q8","tg128",22.145,0,0,0,0.978,0,0],
["apple_silicon_m1_pro","metal",0,"Q4_0","q4","tg128",36.41,0,0,0,0.882,0,0],
["apple_silicon_m1_max","metal",0,"Q8_0","q8","tg128",40.2,0,0,0,0.964,0,0],
["apple_silicon_m1_max","metal",0,"Q4_0","q4","tg128",61.19,0,0,0,0.9,0,0],
["apple_silicon_m1_ultra","metal",0,"F16","f16","tg128",37.01,0,0,0,0.96,0,0],
["apple_silicon_m1_ultra","metal",0,"Q8_0","q8","tg128",59.87,0,0,0,0.99,0,0],
["apple_silicon_m1_ultra","metal",0,"Q4_0","q4","tg128",83.73,0,0,0,0.981,0,0],
["apple_silicon_m2","metal",0,"Q8_0","q8","tg128",12.21,0,0,0,1.03,0,0],
["apple_silicon_m2","metal",0,"Q4_0","q4","tg128",21.91,0,0,0,1.03,0,0],
["apple_silicon_m2","metal",0,"F16","f16","tg128",6.72,0,0,0,1.02,0,0],
["apple_silicon_m2_max","metal",0,"F16","f16","tg128",24.65,0,0,0,1.04,0,0],
["apple_silicon_m2_max","metal",0,"Q8_0","q8","tg128",41.83,0,0,0,1,0,0],
["apple_silicon_m3_max","metal",0,"Q8_0","q8","tg128",42.75,0,0,0,1.03,0,0],
["apple_silicon_m3_max","metal",0,"Q4_0","q4","tg128",66.31,0,0,0,0.975,0,0],
["apple_silicon_m4_pro","metal",0,"F16","f16","tg128",17.19,0,0,0,1.01,0,0],
["apple_silicon_m4_pro","metal",0,"Q8_0","q8","tg128",30.69,0,0,0,1.02,0,0],
["apple_silicon_m4_max","metal",0,"F16","f16","tg128",31.64,0,0,0,0.998,0,0],
["apple_silicon_m4_max","metal",0,"Q4_0","q4","tg128",83.06,0,0,0,0.94,0,0],
["apple_silicon_m1","metal",1,"Q4_K_M","k","tg128",11.47,0,0,0,0.959,0,0],
["apple_silicon_m1","metal",2,"Q4_K_M","k","tg128",41.96,0,0,0,0.775,0,0],
["apple_silicon_m1","metal",3,"Q4_K_M","k","tg128",21.34,0,0,0,1.07,0,0],
["apple_silicon_m1","metal",4,"Q4_K_M","k","tg128",27.43,0,0,0,0.886,0,0],
["apple_silicon_m1","metal",5,"Q4_K_M","k","tg128",15.9,0,0,0,1.03,0,0],
["apple_silicon_m1","metal",6,"Q4_K_M","k","tg128",64.83,0,0,0,1.1,0,0],
["apple_silicon_m1","metal",7,"Q4_K_M","k","tg128",27.04,0,0,0,1.1,0,0],
["apple_silicon_m1","metal",8,"Q4_K_M","k","tg128",20.305,0,0,0,1.02,0,0],
["apple_silicon_m1","metal",9,"Q4_K_M","k","tg128",83.32,0,0,0,0.947,0,0],
["apple_silicon_m1","metal",10,"Q4_K_M","k","tg128",11.02,0,0,0,0.995,0,0],
["apple_silicon_m1","metal",11,"Q4_K_M","k","tg128",14.05,0,0,0,0.936,0,0],
["apple_silicon_m1","metal",12,"Q4_K_M","k","tg128",8.34,0,0,0,0.911,0,0],
["apple_silicon_m2_max","metal",13,"Q4_K_M","k","tg128",8.785,0,0,0,0.773,0,0],
["apple_silicon_m2_max","metal",1,"Q4_K_M","k","tg128",38.285,0,0,0,0.791,0,0],
["apple_silicon_m2_max","metal",14,"Q4_K_M","k","tg128",12.370000000000001,0,0,0,0.777,0,0],
["apple_silicon_m2_max","metal",15,"Q4_K_M","k","tg128",23.3,0,0,0,0.806,0,0],
["apple_silicon_m2_max","metal",2,"Q4_K_M","k","tg128",151.27,0,0,0,0.771,0,0],
["apple_silicon_m2_max","metal",3,"Q4_K_M","k","tg128",65.02,0,0,0,0.838,0,0],
["apple_silicon_m2_max","metal",16,"Q4_K_M","k","tg128",51.61,0,0,0,0.723,0,0],
["apple_silicon_m2_max","metal",17,"Q4_K_M","k","tg128",8.45,0,0,0,0.714,0,0],
["apple_silicon_m2_max","metal",4,"Q4_K_M","k","tg128",88.89,0,0,0,0.767,0,0],
["apple_silicon_m2_max","metal",18,"Q4_K_M","k","tg128",37.47,0,0,0,0.824,0,0],
["apple_silicon_m2_max","metal",6,"Q4_K_M","k","tg128",205.86,0,0,0,0.92,0,0],
["apple_silicon_m2_max","metal",19,"Q4_K_M","k","tg128",39.79,0,0,0,0.82,0,0],
["apple_silicon_m2_max","metal",20,"Q4_K_M","k","tg128",24.7,0,0,0,0.82,0,0],
["apple_silicon_m2_max","metal",8,"Q4_K_M","k","tg128",68.15,0,0,0,0.872,0,0],
["apple_silicon_m2_max","metal",21,"Q4_K_M","k","tg128",19.439999999999998,0,0,0,0.786,0,0],
["apple_silicon_m2_max","metal",22,"Q4_K_M","k","tg128",20.36,0,0,0,0.814,0,0],
["apple_silicon_m2_max","metal",9,"Q4_K_M","k","tg128",256.12,0,0,0,0.886,0,0],
["apple_silicon_m2_max","metal",23,"Q4_K_M","k","tg128",144.45,0,0,0,0.943,0,0],
["apple_silicon_m2_max","metal",24,"Q4_K_M","k","tg128",20.26,0,0,0,0.801,0,0],
["apple_silicon_m2_max","metal",25,"Q4_K_M","k","tg128",66.03,0,0,0,0.842,0,0],
["apple_silicon_m2_max","metal",26,"Q4_K_M","k","tg128",9.03,0,0,0,0.791,0,0],
["apple_silicon_m2_max","metal",27,"Q4_K_M","k","tg128",65.17,0,0,0,0.85,0,0],
["apple_silicon_m2_max","metal",28,"Q4_K_M","k","tg128",9.4,0,0,0,0.749,0,0],
["apple_silicon_m2_max","metal",29,"Q4_K_M","k","tg128",45.42,0,0,0,0.694,0,0],
["apple_silicon_m2_max","metal",11,"Q4_K_M","k","tg128",48.35,0,0,0,0.778,0,0],
["amd_ryzen_ai_max_395","rocm",30,"BF16","bf16","tg128",23.235,0,0,0,0.866,0,0],
["amd_ryzen_ai_max_395","vulkan",30,"BF16","bf16","tg128",10.120000000000001,0,0,0,0.39,0,0],
["amd_ryzen_ai_max_395","rocm",30,"UD-Q8_K_XL","q8","tg128",35.5,0,0,0,0.9,0,0],
["amd_ryzen_ai_max_395","vulkan",30,"UD-Q8_K_XL","q8","tg128",40.415,0,0,0,0.944,0,0],
["amd_ryzen_ai_max_395","rocm",31,"UD-Q3_K_S","k_low","tg128",22.545,0,0,0,0.82,0,0],
["amd_ryzen_ai_max_395","rocm",32,"BF16","bf16","tg128",8.5,0,0,0,1.04,0,0],
["amd_ryzen_ai_max_395","vulkan",32,"BF16","bf16","tg128",7.83,0,0,0,1.08,0,0],
["amd_ryzen_ai_max_395","rocm",33,"UD-Q4_K_XL","k","tg128",14.5,0,0,0,0.975,0,0],
["amd_ryzen_ai_max_395","vulkan",33,"UD-Q4_K_XL","k","tg128",14.649999999999999,0,0,0,0.884,0,0],
["amd_ryzen_ai_max_395","rocm",34,"UD-Q5_K_XL","k","tg128",20.09,0,0,0,0.964,0,0],
["amd_ryzen_ai_max_395","vulkan",34,"UD-Q5_K_XL","k","tg128",21.86,0,0,0,0.976,0,0],
["amd_ryzen_ai_max_395","rocm",28,"UD-Q8_K_XL","q8","tg128",6.495,0,0,0,1.03,0,0],
["amd_ryzen_ai_max_395","vulkan",28,"UD-Q8_K_XL","q8","tg128",6.09,0,0,0,1.01,0,0],
["amd_ryzen_ai_max_395","rocm",29,"BF16","bf16","tg128",25.490000000000002,0,0,0,0.947,0,0],
["amd_ryzen_ai_max_395","vulkan",29,"BF16","bf16","tg128",11.14,0,0,0,0.439,0,0],
["amd_ryzen_ai_max_395","rocm",29,"UD-Q4_K_XL","k","tg128",50.894999999999996,0,0,0,1.05,0,0],
["amd_ryzen_ai_max_395","vulkan",29,"UD-Q4_K_XL","k","tg128",60,0,0,0,1.1,0,0],
["amd_ryzen_ai_max_395","rocm",29,"UD-Q8_K_XL","q8","tg128",46.18,0,0,0,1.14,0,0],
["amd_ryzen_ai_max_395","vulkan",29,"UD-Q8_K_XL","q8","tg128",46.33,0,0,0,1.09,0,0],
["amd_ryzen_ai_max_395","rocm",16,"BF16","bf16","tg128",24.64,0,0,0,1.04,0,0],
["amd_ryzen_ai_max_395","vulkan",16,"BF16","bf16","tg128",18.725,0,0,0,0.847,0,0],
["amd_ryzen_ai_max_395","rocm",16,"UD-Q4_K_XL","k","tg128",48.46,0,0,0,0.976,0,0],
["amd_ryzen_ai_max_395","vulkan",16,"UD-Q4_K_XL","k","tg128",53.355000000000004,0,0,0,0.93,0,0],
["amd_ryzen_ai_max_395","rocm",16,"UD-Q8_K_XL","q8","tg128",41.28,0,0,0,1.06,0,0],
["amd_ryzen_ai_max_395","vulkan",16,"UD-Q8_K_XL","q8","tg128",45.48,0,0,0,1.12,0,0],
["amd_ryzen_ai_max_395","rocm",17,"BF16","bf16","tg128",3.54,0,0,0,1.02,0,0],
["amd_ryzen_ai_max_395","vulkan",17,"BF16","bf16","tg128",3.5,0,0,0,1.14,0,0],
["amd_ryzen_ai_max_395","rocm",17,"UD-Q4_K_XL","k","tg128",10.375,0,0,0,1.04,0,0],
["amd_ryzen_ai_max_395","vulkan",17,"UD-Q4_K_XL","k","tg128",11.385,0,0,0,1.05,0,0],
["amd_ryzen_ai_max_395","rocm",17,"UD-Q8_K_XL","q8","tg128",6.16,0,0,0,0.99,0,0],
["amd_ryzen_ai_max_395","vulkan",17,"UD-Q8_K_XL","q8","tg128",6.255,0,0,0,1.04,0,0],
["amd_ryzen_ai_max_395","rocm",35,"MXFP4","mxfp4","tg128",51.644999999999996,0,0,0,1.09,0,0],
["amd_ryzen_ai_max_395","vulkan",35,"MXFP4","mxfp4","tg128",56.61,0,0,0,1.14,0,0],
["amd_ryzen_ai_max_395","rocm",36,"MXFP4","mxfp4","tg128",72.855,0,0,0,1.07,0,0],
["amd_ryzen_ai_max_395","vulkan",36,"MXFP4","mxfp4","tg128",74.15,0,0,0,1.05,0,0],
["amd_ryzen_ai_max_395","rocm",0,"Q4_0","q4","tg128",51.05,0,0,0,1.03,0,0],
["amd_ryzen_ai_max_395","rocm",0,"Q4_K_M","k","tg128",41.3,0,0,0,0.982,0,0],
["amd_ryzen_ai_max_395","rocm",18,"i1-Q4_K_M","k","tg128",37.2,0,0,0,1.01,0,0],
["amd_ryzen_ai_max_395","rocm",25,"UD-Q4_K_XL","k","tg128",58.5,0,0,0,1.22,0,0],
["amd_ryzen_ai_max_395","rocm",14,"UD-Q4_K_XL","k","tg128",13.8,0,0,0,1.02,0,0],
["amd_ryzen_ai_max_395","rocm",37,"UD-Q4_K_XL","k","tg128",10.7,0,0,0,0.972,0,0],
["amd_ryzen_ai_max_395","vulkan",38,"UD-Q6_K_XL","k","tg128",18.1,0,0,0,0.982,0,0],
["amd_ryzen_ai_max_395","rocm",39,"UD-Q4_K_XL","k","tg128",17.6,0,0,0,1.03,0,0],
["amd_ryzen_ai_max_395","rocm",26,"Q8_0","q8","tg128",6.4,0,0,0,1.02,0,0],
["amd_ryzen_ai_max_395","vulkan",40,"UD-Q4_K_XL","k","tg128",23,0,0,0,1.06,0,0],
["amd_ryzen_ai_max_395","rocm",41,"UD-Q3_K_XL","k_low","tg128",12.9,0,0,0,1.07,0,0],
["amd_ryzen_ai_max_395","rocm",42,"i1-Q4_K_M","k","tg128",4.5,0,0,0,0.993,0,0],
["amd_ryzen_ai_max_395","vulkan",25,"UD-Q4_K_XL","k","tg128",78,0,0,0,1.34,0,0],
["amd_ryzen_ai_max_395","vulkan",0,"Q4_K_M","k","tg128",48.7,0,0,0,1.04,0,0],
["amd_ryzen_ai_max_395","vulkan",18,"i1-Q4_K_M","k","tg128",42,0,0,0,1.02,0,0],
["amd_ryzen_ai_max_395","vulkan",39,"UD-Q4_K_XL","k","tg128",19.4,0,0,0,1.01,0,0],
["amd_ryzen_ai_max_395","vulkan",26,"Q8_0","q8","tg128",6.4,0,0,0,1.03,0,0],
["amd_ryzen_ai_max_395","vulkan",42,"i1-Q4_K_M","k","tg128",5,0,0,0,1.01,0,0],
["cpu_amd_ryzen_9_7950x","cpu",18,"Q8_0","q8","tg128",4.95,0,0,0,0.896,0,0],
["cpu_amd_ryzen_9_7950x","cpu",18,"Q4_0","q4","tg128",11.23,0,0,0,1.16,0,0],
["cpu_amd_ryzen_9_7950x","cpu",18,"Q2_K_S","k_low","tg128",11.33,0,0,0,1.06,0,0],
["cpu_amd_ryzen_9_7950x","cpu",18,"Q4_K_S","k","tg128",9.57,0,0,0,1.09,0,0],
["cpu_amd_ryzen_9_7950x","cpu",18,"Q5_K_S","k","tg128",7.51,0,0,0,1.01,0,0],
["cpu_amd_ryzen_9_7950x","cpu",18,"Q6_K","k","tg128",7.62,0,0,0,1.2,0,0],
["cpu_amd_ryzen_9_7950x","cpu",18,"IQ4_NL","q4","tg128",5.96,0,0,0,0.624,0,0],
["cpu_amd_ryzen_9_7950x","cpu",18,"IQ4_XS","k","tg128",8.15,0,0,0,0.891,0,0],
["cpu_amd_ryzen_9_7950x","cpu",18,"IQ2_XXS","iq","tg128",5.47,0,0,0,0.913,0,0],
["cpu_amd_ryzen_9_7950x","cpu",18,"IQ2_XS","iq","tg128",5.87,0,0,0,1.07,0,0],
["cpu_amd_ryzen_9_7950x","cpu",18,"IQ2_M","iq","tg128",5.24,0,0,0,1.06,0,0],
["cpu_amd_ryzen_9_7950x","cpu",18,"IQ3_S","iq","tg128",3.71,0,0,0,0.948,0,0],
["apple_silicon_m2_max","cpu",18,"F16","f16","tg128",7.89,0,0,0,1.03,0,0],
["apple_silicon_m2_max","cpu",18,"Q8_0","q8","tg128",14.04,0,0,0,1.05,0,0],
["apple_silicon_m2_max","cpu",18,"Q5_0","q5","tg128",12.2,0,0,0,0.998,0,0],
["apple_silicon_m2_max","cpu",18,"Q4_0","q4","tg128",23.89,0,0,0,1.03,0,0],
["apple_silicon_m2_max","cpu",18,"Q2_K_S","k_low","tg128",13.91,0,0,0,0.983,0,0],
["apple_silicon_m2_max","cpu",18,"Q3_K_S","k_low","tg128",11.1,0,0,0,0.938,0,0],
["apple_silicon_m2_max","cpu",18,"Q4_K_S","k","tg128",17.55,0,0,0,1.13,0,0],
["apple_silicon_m2_max","cpu",18,"Q5_K_S","k","tg128",12.26,0,0,0,0.918,0,0],
["apple_silicon_m2_max","cpu",18,"Q6_K","k","tg128",11.62,0,0,0,1.01,0,0],
["apple_silicon_m2_max","cpu",18,"IQ4_NL","q4","tg128",23.45,0,0,0,1.02,0,0],
["apple_silicon_m2_max","cpu",18,"IQ4_XS","k","tg128",16.03,0,0,0,0.989,0,0],
["apple_silicon_m2_max","cpu",18,"IQ2_XXS","iq","tg128",8.67,0,0,0,0.995,0,0],
["apple_silicon_m2_max","cpu",18,"IQ2_XS","iq","tg128",9.49,0,0,0,1.18,0,0],
["apple_silicon_m2_max","cpu",18,"IQ2_M","iq","tg128",6.77,0,0,0,0.938,0,0],
["apple_silicon_m2_max","cpu",18,"IQ3_XXS","iq","tg128",6.26,0,0,0,1,0,0],
["apple_silicon_m2_max","cpu",18,"IQ3_S","iq","tg128",5.34,0,0,0,0.928,0,0],
["nvidia_rtx_4090","cuda",0,"Q4_0","q4","tg128",186.2,0,0,0,1,0,0],
["nvidia_rtx_4090","cuda",36,"MXFP4","mxfp4","tg128",222,0,0,0,1,0,0],
["nvidia_rtx_4080_super","cuda",36,"MXFP4","mxfp4","tg128",186.5,0,0,0,1.02,0,0],
["nvidia_rtx_5070_ti","cuda",36,"MXFP4","mxfp4","tg128",189.5,0,0,0,0.976,0,0],
["nvidia_rtx_5080","cuda",36,"MXFP4","mxfp4","tg128",204.9,0,0,0,1.01,0,0],
["nvidia_rtx_5090","cuda",36,"MXFP4","mxfp4","tg128",282.5,0,0,0,0.986,0,0],
["apple_silicon_m4_max_36gb","metal",0,"Q4_0","q4","tg128",69.95,0,0,0,1.01,0,0],
["apple_silicon_m5_pro","metal",0,"Q4_0","q4","tg128",66.33,0,0,0,1.12,0,0],
["apple_silicon_m5_max","metal",0,"Q4_0","q4","tg128",119.92,0,0,0,1.23,0,0],
["amd_rx_6800_xt","vulkan",0,"Q4_0","q4","tg128",100.32,0,0,0,1,0,0],
["amd_rx_7600","vulkan",0,"Q4_0","q4","tg128",58.03,0,0,0,0.95,0,0],
["apple_silicon_m5_max","metal",29,"Q5_K_S","k","tg128",95.98,0,0,0,1.13,0,0],
["amd_ryzen_ai_max_395","vulkan",29,"Q5_K_S","k","tg128",53.73,0,0,0,0.989,0,0],
["amd_rx_7900_xtx","vulkan",0,"Q4_0","q4","tg128",172.86,0,0,0,1.09,0,0],
["amd_rx_6700_xt","rocm",19,"Q4_0","q4","tg128",58.97,0,0,0,0.918,0,0],
["amd_rx_6800_xt","vulkan",43,"Q6_K","k","tg128",34.13,0,0,0,1.02,0,0],
["intel_iris_xe","vulkan",0,"Q4_K_M","k","tg128",5.54,0,0,0,0.895,0,0],
["cpu_amd_threadripper_pro_5995wx","cpu",19,"Q4_0","q4","tg128",33.77,0,0,0,1.08,0,0],
["amd_mi355x","rocm",44,"Q4_K_M","k","tg128",254,0,0,0,0.985,0,0],
["cpu_amd_ryzen_9_5950x","cpu",19,"Q5_K_M","k","tg128",9.73,0,0,0,1.3,0,0],
["apple_silicon_m2","metal",19,"Q4_0","q4","tg128",20.06,0,0,0,1.01,0,0],
["nvidia_rtx_5090","cuda",18,"Q8_0","q8","tg128",143.18,0,0,0,0.96,0,0],
["intel_arc_b580","sycl",0,"Q4_0","q4","tg128",34.83,0,0,0,0.92,0,0],
["intel_arc_pro_b70","sycl",17,"UD-Q4_K_XL","k","tg128",18.08,0,0,0,1.07,0,0],
["raspberry_pi_5","cpu",25,"Q3_K_S","k_low","tg128",7.99,0,0,0,1.1,0,0],
["cpu_cix_p1","cpu",45,"Q4_K_M","k","tg128",40.39,0,0,0,0.969,0,0],
["cpu_intel_core_i3_1315u","cpu",7,"Q4_K_M","k","tg128",11.05,0,0,0,1.07,0,0],
["cpu_intel_n100","cpu",18,"Q4_K_M","k","tg128",3.01,0,0,0,0.613,0,0],
["nvidia_rtx_2070_max_q","cuda",18,"Q4_K_M","k","tg128",44.84,0,0,0,0.899,0,0],
["apple_silicon_m4","metal",18,"Q4_K_M","k","tg128",20.87,0,0,0,1.1,0,0],
["apple_silicon_m1_max","metal",18,"Q4_K_M","k","tg128",46.2,0,0,0,1.02,0,0],
["nvidia_rtx_3080_10gb","cuda",18,"Q4_K_M","k","tg128",111.95,0,0,0,0.963,0,0]]}`);

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
var NOTHING2 = { dense: 0, experts: 0, dense_weights: 0, expert_weights: 0 }, LOOKED_UP = /^(token_embd|per_layer_token_embd|position_embd|token_types)\.(weight|bias)$/, KNOWN6 = /* @__PURE__ */ new WeakMap();
function modelWork(facts) {
	let known3 = KNOWN6.get(facts);
	if (known3 !== void 0) return known3;
	let work = sumWork(facts);
	return KNOWN6.set(facts, work), work;
}
function sumWork(facts) {
	let hparams = hparamsOf(facts), active = hparams.n_expert > 0 ? Math.min(1, hparams.n_expert_used / hparams.n_expert) : 1, layers = Array.from({ length: hparams.n_layer }, () => NOTHING2), byFormat = /* @__PURE__ */ new Map(), output2 = NOTHING2;
	for (let group2 of facts.tensors) {
		let one = groupWork(group2, active), read2 = one.dense + one.experts * active, format3 = formatOf(group2.type), count4 = (n12) => byFormat.set(format3, (byFormat.get(format3) ?? 0) + read2 * n12);
		if (group2.layers === void 0) {
			if (!isRead(group2, facts)) continue;
			output2 = add(output2, one), count4(1);
			continue;
		}
		for (let [from, to] of group2.layers)
			for (let il = from; il <= Math.min(to, hparams.n_layer - 1); il++)
				layers[il] = add(layers[il] ?? NOTHING2, one), count4(1);
	}
	let [format2] = [...byFormat].sort((a14, b7) => b7[1] - a14[1])[0] ?? ["f16"];
	return { hparams, layers, output: output2, active, format: format2 };
}
function isRead(group2, facts) {
	return LOOKED_UP.test(group2.name) ? group2.name === "token_embd.weight" && !facts.tensors.some(({ name }) => name === "output.weight") : !0;
}
function groupWork(group2, active) {
	let bytes2 = tensorBytes(group2.type, group2.shape), weights = group2.shape.length < 2 ? 0 : group2.shape.reduce((n12, size3) => n12 * size3, 1);
	return isExpertGroup(group2) ? { dense: 0, experts: bytes2, dense_weights: 0, expert_weights: weights * active } : { dense: bytes2, experts: 0, dense_weights: weights, expert_weights: 0 };
}
function add(a14, b7) {
	return {
		dense: a14.dense + b7.dense,
		experts: a14.experts + b7.experts,
		dense_weights: a14.dense_weights + b7.dense_weights,
		expert_weights: a14.expert_weights + b7.expert_weights
	};
}

// shared/estimate/throughput/evidence.ts
var MILLION = 1e6, byDevice, keyOf2 = (device, backend, test) => `${device} ${backend} ${test}`;
function readEvidence() {
	let all2 = /* @__PURE__ */ new Map();
	for (let raw of measured_default.rows) {
		let [device, backend, model, quant, format2, test, speed, low, high, rows, ratio, build, source] = raw, [name, n_layer, millions, moe] = measured_default.models[model] ?? ["", 0, 0, 0], key2 = keyOf2(device, backend, test), list2 = all2.get(key2) ?? [];
		all2.set(key2, list2);
		let what = { model: name, n_layer, n_params: millions * MILLION, moe: moe === 1, quant, format: format2 };
		list2.push({ ...what, speed, low, high, rows, ratio, build, source: measured_default.sources[source] ?? "" });
	}
	return all2;
}
function evidenceOf(device, backend, test) {
	return byDevice ??= readEvidence(), byDevice.get(keyOf2(device, backend, test)) ?? [];
}
var SAME_SIZE = 0.1, SAME_MODEL = 5e-3, OTHER_FORMAT = 0.2, OTHER_KIND = 0.3, OWN_MODEL = 4, PRIOR = 0.5;
function deviceResidual(rows, model) {
	let sum = 0, weights = PRIOR;
	for (let row of rows) {
		let format2 = row.format === model.format ? 1 : OTHER_FORMAT, kind2 = row.moe === model.moe ? 1 : OTHER_KIND, size3 = Math.abs(row.n_params / model.n_params - 1) <= SAME_MODEL ? OWN_MODEL : 1;
		weights += format2 * kind2 * size3, sum += format2 * kind2 * size3 * Math.log(row.ratio);
	}
	return sum / weights;
}
var KNOWN7 = /* @__PURE__ */ new WeakMap();
function correctionFor(device, backend, test, facts) {
	let known3 = KNOWN7.get(facts) ?? /* @__PURE__ */ new Map();
	KNOWN7.set(facts, known3);
	let key2 = keyOf2(device, backend, test), seen2 = known3.get(key2);
	if (seen2 !== void 0) return seen2;
	let correction = correctionBy(evidenceOf(device, backend, test), facts, test);
	return known3.set(key2, correction), correction;
}
function correctionBy(rows, facts, test) {
	if (rows.length === 0) return null;
	let off = (row) => Math.abs(row.n_params / facts.n_params - 1), nearest2 = rows.filter((row) => row.quant === facts.precision && off(row) <= SAME_SIZE).sort((a14, b7) => off(a14) - off(b7))[0];
	if (nearest2 !== void 0 && off(nearest2) <= SAME_MODEL && nearest2.n_layer === facts.hparams.block_count) {
		let seen2 = { low: nearest2.low / nearest2.speed, high: nearest2.high / nearest2.speed };
		return { factor: nearest2.ratio, knowledge: "same", seen: seen2, same: !0, source: describe3(nearest2, test) };
	}
	let { format: format2, active } = modelWork(facts), residual = deviceResidual(rows, { format: format2, moe: active < 1, n_params: facts.n_params }), told = nearest2 === void 0 ? `${rows.length} measured ${rows.length === 1 ? "model" : "models"} on this device` : describe3(nearest2, test);
	return {
		factor: Math.exp(residual),
		knowledge: "similar",
		seen: null,
		same: nearest2 !== void 0,
		source: `scaled by ${told}`
	};
}
function describe3({ model, quant, speed, rows, build, source }, test) {
	let built = build === "" ? "" : `, build ${build}`, count4 = rows === 1 ? "" : ` (median of ${rows})`;
	return `${test} of ${model} ${quant}: ${speed} tokens/s${count4}${built}, ${source}`;
}

// shared/estimate/throughput/link-time.ts
function linkSeconds(places2, target, n_embd, tokens2) {
	let links = /* @__PURE__ */ new Map();
	for (let where of places2) {
		let remote = where === "host" ? void 0 : target.devices[where]?.remote;
		remote !== void 0 && links.set(remote.address, remote);
	}
	return [...links.values()].reduce((sum, { link_gbit_s, latency_ms }) => {
		let bytes2 = 2 * tokens2 * n_embd * 4;
		return sum + latency_ms / 1e3 + bytes2 * 8 / (link_gbit_s * 1e9);
	}, 0);
}

// shared/estimate/throughput/moved-work.ts
function movedWork(facts, asked, n_devices) {
	let overrides = withinDevices(asked, n_devices);
	if (!hasOverrides(overrides)) return [];
	let { n_layer, n_layer_all, n_expert, n_expert_used } = hparamsOf(facts), active = n_expert > 0 ? Math.min(1, n_expert_used / n_expert) : 1;
	return facts.tensors.flatMap((group2) => {
		let work = groupWork(group2, active), at2 = (il, name) => {
			let place = overriddenPlace(overrides, name);
			return place === null ? [] : [{ il, place, work }];
		};
		return group2.layers === void 0 ? isRead(group2, facts) ? at2(n_layer_all, group2.name).map((one) => ({ ...one, work: { ...work, dense_weights: 0 } })) : [] : group2.layers.flatMap(
			([from, to]) => Array.from(
				{ length: Math.max(0, Math.min(to, n_layer - 1) - from + 1) },
				(_7, i8) => at2(from + i8, tensorName(group2.name, from + i8))
			).flat()
		);
	});
}

// shared/estimate/throughput/kv-read.ts
function kvRead(hparams, il, depth, cache) {
	if (hparams.is_recr[il]) return 4 * (hparams.n_embd_r + hparams.n_embd_s);
	let tokens2 = hparams.is_swa[il] && hparams.n_swa > 0 ? Math.min(depth, hparams.n_swa) : depth, k3 = rowBytes(cache.cache_type_k, hparams.n_embd_k_gqa[il] ?? 0), v6 = hparams.is_mla ? 0 : rowBytes(cache.cache_type_v, hparams.n_embd_v_gqa[il] ?? 0);
	return tokens2 * (k3 + v6);
}

// shared/estimate/throughput/place-work.ts
function placeWork(model, where, settings, tokens2, moved = []) {
	let places2 = /* @__PURE__ */ new Map(), seen2 = 1 - (1 - model.active) ** tokens2, at2 = (place) => {
		let known3 = places2.get(place);
		if (known3 !== void 0) return known3;
		let fresh2 = {
			n_layer: 0,
			read: 0,
			kv: 0,
			state: 0,
			weights: 0,
			expert_weights: 0,
			tokens_each: tokens2 * model.active / seen2,
			touched: 0,
			experts_used: model.active < 1 ? model.hparams.n_expert_used : 0
		};
		return places2.set(place, fresh2), fresh2;
	};
	model.layers.forEach((layer, il) => {
		let place = where[il] ?? "host", home = at2(place);
		home.n_layer += 1, home.read += layer.dense, home.weights += layer.dense_weights, home.touched += layer.dense;
		let cached2 = kvRead(model.hparams, il, settings.depth, settings), cache = cached2 > 0 ? at2(settings.offload_kqv ? place : "host") : home;
		model.hparams.is_recr[il] ? cache.state += cached2 : cache.kv += cached2, layer.experts > 0 && addExperts(at2(il < settings.n_cpu_moe ? "host" : place), layer, model.active, seen2);
	});
	let last = at2(where.at(-1) ?? "host");
	last.read += model.output.dense, last.touched += model.output.dense;
	for (let { il, place, work } of moved) {
		let home = where[il] ?? "host";
		addDense(at2(home), work, -1), addDense(at2(place), work, 1), work.experts !== 0 && (addExperts(at2(il < settings.n_cpu_moe ? "host" : home), work, model.active, seen2, -1), addExperts(at2(place), work, model.active, seen2, 1));
	}
	return places2;
}
function addDense(place, { dense, dense_weights }, sign) {
	place.read += sign * dense, place.weights += sign * dense_weights, place.touched += sign * dense;
}
function addExperts(place, layer, active, seen2, sign = 1) {
	place.read += sign * layer.experts * active, place.weights += sign * layer.expert_weights, place.expert_weights += sign * layer.expert_weights, place.touched += sign * layer.experts * seen2;
}

// shared/estimate/throughput/spread.ts
function strangerRange({ low, high }) {
	let power = Math.min(1.5, Math.log(2.5) / Math.log(high / low));
	return { low: low ** power, high: high ** power };
}
function partRange(constants2, own3, knowledge) {
	let [low, high] = constants2.ranges[knowledge] ?? constants2.ranges.similar ?? constants2.ranges.model;
	return own3 ? { low, high } : strangerRange({ low, high });
}
function rangeOver({ parts }, knowledge) {
	let low = 1, high = 1;
	for (let { found: found3, share } of parts) {
		let range2 = partRange(found3.constants, found3.own, knowledge);
		low *= range2.low ** share, high *= range2.high ** share;
	}
	return { low, high };
}
function holding(range2, seen2) {
	if (seen2 === null) return range2;
	let both = { low: Math.min(range2.low, seen2.low), high: Math.max(range2.high, seen2.high) };
	return both.high / both.low <= 2.5 ? both : range2;
}

// shared/estimate/throughput/throughput-settings.ts
function resolveThroughput(asked, hparams, target) {
	let { tensor_split, override_tensor, backend, depth, ...rest } = asked, memory = resolveSettings(
		{
			...defined(rest),
			...tensor_split && { tensor_split: [...tensor_split] },
			...override_tensor && { override_tensor: [...override_tensor] }
		},
		hparams
	), threads = (n12) => Math.max(1, Math.min(n12 ?? target.cpu.usable_cores, target.cpu.physical_cores));
	return {
		...perDevice(memory, serverDevices(target.devices)),
		backend: backend ?? target.backend,
		n_threads: threads(asked.n_threads),
		n_threads_batch: threads(asked.n_threads_batch ?? asked.n_threads),
		depth: Math.max(0, depth ?? 0)
	};
}
function defined(value2) {
	return Object.fromEntries(Object.entries(value2).filter(([, v6]) => v6 !== void 0));
}

// shared/estimate/throughput/place-time.ts
function tokenSeconds(work, here, constants2, manner) {
	let factor = formatFactor(constants2, manner.format), flash2 = manner.flash ? constants2.flash ?? 1 : 1, experts3 = work.experts_used > 0 ? (constants2.moe_layer ?? 1) * (work.experts_used / 8) ** (constants2.moe_used ?? 0) : 1, fixed = work.n_layer * constants2.layer_us * 1e-6 * experts3, rate = constants2.efficiency * here.bandwidth_gb_s * 1e9, cached2 = work.kv + work.state * (constants2.state ?? 1);
	if (here.threads === null) return flash2 * ((work.read * factor + cached2) / rate + fixed);
	let threaded = here.threads * (constants2.thread_gb_s ?? Number.POSITIVE_INFINITY) * 1e9;
	return flash2 * ((work.read + cached2) / rate + work.read * factor / threaded + fixed);
}
function batchSeconds(work, tokens2, peak, constants2, manner) {
	let factor = formatFactor(constants2, manner.format), flash2 = manner.flash ? constants2.flash ?? 1 : 1, idle = work.expert_weights * (constants2.tile ?? 0) / work.tokens_each, arithmetic = 2 * (work.weights + idle) * tokens2 * factor / (constants2.efficiency * operationRate(peak, constants2)), moved = (constants2.moves ?? 1) * work.touched / (peak.bandwidth_gb_s * 1e9);
	return flash2 * (arithmetic + moved + work.n_layer * constants2.layer_us * 1e-6);
}
function operationRate({ tflops, threads, bandwidth_gb_s }, { blend = 1, crowd = 0 }) {
	return threads !== null ? threads * 1e9 * (threads / 8) ** -crowd : tflops === null ? bandwidth_gb_s * 1e9 : (tflops * 1e12) ** blend * (bandwidth_gb_s * 1e9) ** (1 - blend);
}
function formatFactor({ formats = {} }, format2) {
	return format2 === "iq" ? formats.iq ?? formats.k_low ?? formats.k ?? 1 : format2 === "k_low" ? formats.k_low ?? formats.k ?? 1 : formats[format2] ?? 1;
}

// shared/estimate/throughput/whole-time.ts
var SIXTEEN = /* @__PURE__ */ new Set(["f16", "bf16"]);
function placeOf(where, { target, settings, full_rate, format: format2 }) {
	if (where === "host") {
		let bandwidth_gb_s = target.host.bandwidth_gb_s;
		return bandwidth_gb_s === null ? null : { backend: "cpu", bandwidth_gb_s, tflops: null };
	}
	let device = target.devices[where];
	return device === void 0 || device.bandwidth_gb_s === null ? null : {
		// A card can run through another backend than the one the profile plans for.
		backend: settings.backend === "cpu" || device.remote !== void 0 ? device.backend : settings.backend,
		bandwidth_gb_s: device.bandwidth_gb_s,
		// The rate that all cards of a generation state alike, that of GeForce: only 16 bits run at the full one.
		tflops: device.fp16_tflops === null ? null : device.fp16_tflops * (full_rate && !SIXTEEN.has(format2) ? 0.5 : 1)
	};
}
function generationOf(where, { target, generation }) {
	let remote = where === "host" ? void 0 : target.devices[where]?.remote;
	return remote !== void 0 ? remote.generation : where === "host" && target.devices.length > 0 && !target.unified ? null : generation;
}
function total(parts) {
	let seconds = 0, known3 = [];
	for (let part of parts) {
		if (part === null) return null;
		seconds += part.seconds, known3.push(part);
	}
	return !(seconds > 0) || !Number.isFinite(seconds) ? null : { seconds, parts: known3.map((part) => ({ found: part.found, share: part.seconds / seconds })) };
}
function decodeTime(work, situation) {
	let { settings, format: format2, constants: constants2 } = situation, manner = { format: format2, flash: settings.flash_attn !== "off" };
	return total(
		[...work].map(([where, part]) => {
			let place = placeOf(where, situation);
			if (place === null) return null;
			let found3 = findConstants(constants2, "decode", place.backend, generationOf(where, situation));
			if (found3 === null) return null;
			let threads = place.backend === "cpu" ? settings.n_threads : null, here = { bandwidth_gb_s: place.bandwidth_gb_s, threads };
			return { found: found3, seconds: tokenSeconds(part, here, found3.constants, manner) };
		})
	);
}
function promptTime(work, tokens2, situation) {
	let { settings, format: format2, constants: constants2 } = situation, manner = { format: format2, flash: settings.flash_attn !== "off" };
	return total(
		[...work].map(([where, part]) => {
			let place = placeOf(where, situation);
			if (place === null) return null;
			let cpu = place.backend === "cpu", quantity = cpu || place.tflops !== null ? "prompt" : "prompt_by_bandwidth", found3 = findConstants(constants2, quantity, place.backend, generationOf(where, situation));
			if (found3 === null) return null;
			let peak = {
				tflops: place.tflops,
				threads: cpu ? settings.n_threads_batch : null,
				bandwidth_gb_s: place.bandwidth_gb_s
			};
			return { found: found3, seconds: batchSeconds(part, tokens2, peak, found3.constants, manner) };
		})
	);
}

// shared/estimate/throughput/estimate-throughput.ts
function estimateThroughput(facts, asked, target, constants2 = CONSTANTS) {
	let model = modelWork(facts), settings = resolveThroughput(asked, model.hparams, target), devices = settings.backend !== "cpu" && settings.n_gpu_layers > 0 ? target.devices.length : 0, where = layerDevices(model.hparams, settings, { devices }), tokens2 = Math.max(1, Math.min(settings.n_ubatch, settings.n_batch, settings.n_ctx)), work = placeWork(model, where, settings, tokens2, movedWork(facts, settings, devices)), row = target.profile_id === null ? void 0 : profileNamed(target.profile_id)?.row, generation = row?.generation ?? null, full_rate = row?.fp16_full_rate === !0, situation = { target, generation, full_rate, settings, format: model.format, constants: constants2 }, whole = work.size === 1 && (settings.backend === "cpu" || !work.has("host")), correction = (test) => row === void 0 || !whole || target.devices.length > 1 ? null : correctionFor(row.measured_as ?? row.id, settings.backend, test, facts), linked = (timed, n_tokens) => timed && { ...timed, seconds: timed.seconds + linkSeconds(work.keys(), target, model.hparams.n_embd, n_tokens) };
	return {
		tg: model.hparams.causal ? speedOf(linked(decodeTime(work, situation), 1), 1, correction("tg128")) : null,
		pp: speedOf(linked(promptTime(work, tokens2, situation), tokens2), tokens2, correction("pp512"))
	};
}
function speedOf(timed, tokens2, correction) {
	if (timed === null) return null;
	let speed = tokens2 / timed.seconds * (correction?.factor ?? 1), range2 = holding(rangeOver(timed, correction?.knowledge ?? "model"), correction?.seen ?? null);
	return {
		tokens_per_s: speed,
		low: speed * range2.low,
		high: speed * range2.high,
		basis: correction?.same === !0 ? "measured on the same hardware" : "model",
		source: correction === null ? sourceOf(timed) : `${correction.source}; ${sourceOf(timed)}`
	};
}
function sourceOf({ parts }) {
	let ordered = [...parts].sort((a14, b7) => b7.share - a14.share);
	return [
		...new Set(
			ordered.map(({ found: { constants: constants2, name, own: own3 } }) => {
				let wider = own3 ? "" : ", none of them of this kind";
				return `${name}: ${count3(constants2.rows, "measurement")} of ${count3(constants2.devices, "device")}${wider}`;
			})
		)
	].join("; ");
}

// shared/plan/planned-figures.ts
function plannedFigures(memory, tg) {
	return {
		expected_tokens_per_sec: tg === null ? null : roundSpeed(tg.tokens_per_s),
		...tg !== null && {
			expected_tokens_per_sec_range: [roundSpeed(tg.low), roundSpeed(tg.high)],
			expected_tokens_per_sec_basis: tg.basis
		},
		estimated_vram_usage_gb: roundGib(
			memory.devices.reduce((sum, part) => sum + totalOf(part), 0),
			2
		),
		estimated_ram_usage_gb: roundGib(totalOf(memory.host), 2)
	};
}
function roundSpeed(tokens_per_s) {
	return Math.round(tokens_per_s * 10) / 10;
}

// shared/plan/refresh-metadata.ts
var FIGURES = [
	"expected_tokens_per_sec",
	"expected_tokens_per_sec_range",
	"expected_tokens_per_sec_basis",
	"estimated_vram_usage_gb",
	"estimated_ram_usage_gb"
];
function refreshMetadata({ metadata, settings, backend }, facts, targets2) {
	if (metadata === void 0) return [];
	let stated = FIGURES.filter((key2) => metadata[key2] !== void 0), named = homeOf(metadata.hardware, targets2), [only, ...others] = targets2, runs2 = (target) => target !== void 0 && devicesFor(backend, target) !== null, home = runs2(named) ? named : others.length === 0 && runs2(only) ? only : void 0, rewrites = [];
	home !== void 0 && home !== named && metadata.hardware !== void 0 && rewrites.push({ path: ["metadata", "hardware"], value: home.platform ?? home.id });
	let figures = home === void 0 || facts === null ? {} : figuresOn(home, { settings, backend, metadata }, facts);
	for (let key2 of stated)
		isSame(metadata[key2], figures[key2]) || rewrites.push({ path: ["metadata", key2], value: figures[key2] });
	return rewrites;
}
function isSame(a14, b7) {
	return JSON.stringify(a14) === JSON.stringify(b7);
}
function homeOf(hardware, targets2) {
	if (hardware === void 0) return;
	let target = targets2.find(({ id, platform: platform2, profile_id }) => [id, platform2, profile_id].includes(hardware));
	if (target !== void 0) return target;
	let profile = profileNamed(hardware);
	return profile && targetFromProfile(profile);
}
function figuresOn(target, { settings, backend, metadata }, facts) {
	let resolved = resolveSettings(settings, hparamsOf(facts), metadata?.program ?? "server"), memory = estimateMemory(facts, resolved, { devices: devicesFor(backend, target)?.length ?? 0, backend });
	return plannedFigures(memory, estimateThroughput(facts, { ...settings, backend }, target).tg);
}

// shared/report/problem.ts
function mergeProblems({ configs, own: own3 }) {
	let fromConfigs = configs.flatMap((config2) => merge3(config2.report.findings, config2.report.pairs.length, config2));
	return [...merge3(own3, 0, null), ...fromConfigs].sort(
		(a14, b7) => +(a14.severity === "warning") - +(b7.severity === "warning") || b7.hits.length - a14.hits.length || shortage(b7.hits[0]?.args) - shortage(a14.hits[0]?.args) || compare(a14.file, b7.file) || a14.place.line - b7.place.line || a14.place.column - b7.place.column || compare(a14.rule, b7.rule)
	);
}
function merge3(findings, of2, config2) {
	let places2 = /* @__PURE__ */ new Map();
	for (let finding of findings) {
		let { severity, rule, file, place, path: path4 } = finding, key2 = `${severity} ${rule} ${place.line}:${place.column} ${path4.join(" ")} ${file}`, list2 = places2.get(key2) ?? [];
		places2.set(key2, list2), list2.push(finding);
	}
	return [...places2.values()].flatMap((list2) => {
		let hits = list2.length === 1 ? list2 : list2.toSorted((a14, b7) => shortage(b7.args) - shortage(a14.args)), [first] = hits;
		if (first === void 0) return [];
		let { rule, severity, file, place, path: path4 } = first;
		return [{ rule, severity, file, place, path: path4, hits, of: of2, config: config2, fix: null }];
	});
}
function shortage(args = {}) {
	let { short_by, need, usable: usable2 } = args;
	return typeof short_by == "number" && short_by > 0 ? short_by : typeof need == "number" && typeof usable2 == "number" ? need - usable2 : 0;
}
function compare(a14, b7) {
	return a14 < b7 ? -1 : +(a14 > b7);
}

// shared/report/check.ts
var SHOWN_FIXES = 20, NO_LIMIT = { seconds: 1 / 0, isOver: () => !1 };
function concludeCheck(check2, fixes = SHOWN_FIXES, time2 = NO_LIMIT) {
	let searched = 0, late = !1, problems = mergeProblems(check2).map((problem2) => {
		let { config: config2, hits } = problem2, [worst] = hits;
		return config2 === null || worst === void 0 || searched >= fixes || (late ||= time2.isOver(), late) ? problem2 : (searched++, { ...problem2, fix: config2.fixFor(worst) });
	}), result = judged(check2, problems, searched);
	return late ? withFindings(result, [timeOver(check2, { fixed: searched, seconds: time2.seconds })]) : result;
}
function withFindings(result, own3) {
	if (own3.length === 0) return result;
	let check2 = { ...result, own: [...result.own, ...own3] }, fixes = new Map(result.problems.map(({ hits, fix }) => [hits[0], fix])), problems = mergeProblems(check2).map((one) => ({ ...one, fix: fixes.get(one.hits[0]) ?? null }));
	return judged(check2, problems, result.searched);
}
function timeOver({ policy_file }, args) {
	let place = { line: 1, column: 1, end_column: 2 };
	return { rule: "LP906", severity: "warning", path: Object.keys(args), args, file: policy_file ?? "", place };
}
function judged(check2, problems, searched) {
	let reports = check2.configs.map(({ report }) => report), sum = tally(reports, check2.own, check2.known.length, check2.fail_on);
	return { ...check2, tally: sum, verdict: verdict(sum, check2.fail_on), problems, searched };
}
function checkOf(reports, more4 = {}) {
	return {
		configs: reports.map((report) => ({
			report,
			fixFor: (finding) => finding.fix ?? null,
			facts: report.config?.model ?? null,
			facts_from: report.config?.model === void 0 ? null : "config"
		})),
		targets: /* @__PURE__ */ new Map(),
		engines: /* @__PURE__ */ new Map(),
		own: [],
		known: [],
		policy_file: null,
		fail_on: "error",
		command: "lp-tui validate",
		...more4
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
function linesOf(text3) {
	return text3.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
function align(a14, b7) {
	let rows = [], i8 = 0, j4 = 0;
	for (; i8 < a14.length || j4 < b7.length; ) {
		if (i8 < a14.length && a14[i8] === b7[j4]) {
			rows.push({ sign: " ", line: a14[i8] ?? "" }), i8++, j4++;
			continue;
		}
		let [down2, right] = nextEqual(a14, b7, i8, j4);
		for (let line of a14.slice(i8, i8 + down2)) rows.push({ sign: "-", line });
		for (let line of b7.slice(j4, j4 + right)) rows.push({ sign: "+", line });
		i8 += down2, j4 += right;
	}
	return rows;
}
function nextEqual(a14, b7, i8, j4) {
	for (let far = 1; far <= 200; far++)
		for (let down2 = 0; down2 <= far; down2++) {
			let line = a14[i8 + down2];
			if (line !== void 0 && line === b7[j4 + far - down2]) return [down2, far - down2];
		}
	return [a14.length - i8, b7.length - j4];
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
function gitPath(path4) {
	return /["\\\p{Cc}]/u.test(path4) ? `"${path4.replace(/["\\\p{Cc}]/gu, (char) => {
    if (char === '"' || char === "\\") return `\\${char}`;
    let bytes2 = encodeURIComponent(char).match(/[^%]{2}/g) ?? [];
    return (char < "" ? [char.charCodeAt(0)] : bytes2.map((hex) => Number.parseInt(hex, 16))).map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
  })}"` : path4;
}

// node_modules/jsonc-parser/lib/esm/impl/scanner.js
function createScanner(n12,P3=false){let _7=n12.length,i8=0,g10="",w10=0,f15=16,B2=0,v6=0,T6=0,N4=0,b7=0;function D(u12,k3){
let m10=0,A7=0;for(;m10<u12||!k3;){let l6=n12.charCodeAt(i8);if(l6>=48&&l6<=57)A7=A7*16+l6-48;else if(l6>=65&&l6<=70)A7=
A7*16+l6-65+10;else if(l6>=97&&l6<=102)A7=A7*16+l6-97+10;else break;i8++,m10++}return m10<u12&&(A7=-1),A7}function E10(u12){
i8=u12,g10="",w10=0,f15=16,b7=0}function Q2(){let u12=i8;if(n12.charCodeAt(i8)===48)i8++;else for(i8++;i8<n12.length&&S10(
n12.charCodeAt(i8));)i8++;if(i8<n12.length&&n12.charCodeAt(i8)===46)if(i8++,i8<n12.length&&S10(n12.charCodeAt(i8)))for(i8++;i8<
n12.length&&S10(n12.charCodeAt(i8));)i8++;else return b7=3,n12.substring(u12,i8);let k3=i8;if(i8<n12.length&&(n12.charCodeAt(
i8)===69||n12.charCodeAt(i8)===101))if(i8++,(i8<n12.length&&n12.charCodeAt(i8)===43||n12.charCodeAt(i8)===45)&&i8++,i8<n12.
length&&S10(n12.charCodeAt(i8))){for(i8++;i8<n12.length&&S10(n12.charCodeAt(i8));)i8++;k3=i8}else b7=3;return n12.substring(
u12,k3)}function R3(){let u12="",k3=i8;for(;;){if(i8>=_7){u12+=n12.substring(k3,i8),b7=2;break}let m10=n12.charCodeAt(i8);
if(m10===34){u12+=n12.substring(k3,i8),i8++;break}if(m10===92){if(u12+=n12.substring(k3,i8),i8++,i8>=_7){b7=2;break}switch(n12.
charCodeAt(i8++)){case 34:u12+='"';break;case 92:u12+="\\";break;case 47:u12+="/";break;case 98:u12+="\b";break;case 102:
u12+="\f";break;case 110:u12+=`
`;break;case 114:u12+="\r";break;case 116:u12+="	";break;case 117:let l6=D(4,true);l6>=0?u12+=String.fromCharCode(l6):b7=
4;break;default:b7=5}k3=i8;continue}if(m10>=0&&m10<=31)if(p12(m10)){u12+=n12.substring(k3,i8),b7=2;break}else b7=6;i8++}
return u12}function O5(){if(g10="",b7=0,w10=i8,v6=B2,N4=T6,i8>=_7)return w10=_7,f15=17;let u12=n12.charCodeAt(i8);if(L3(
u12)){do i8++,g10+=String.fromCharCode(u12),u12=n12.charCodeAt(i8);while(L3(u12));return f15=15}if(p12(u12))return i8++,
g10+=String.fromCharCode(u12),u12===13&&n12.charCodeAt(i8)===10&&(i8++,g10+=`
`),B2++,T6=i8,f15=14;switch(u12){case 123:return i8++,f15=1;case 125:return i8++,f15=2;case 91:return i8++,f15=3;case 93:
return i8++,f15=4;case 58:return i8++,f15=6;case 44:return i8++,f15=5;case 34:return i8++,g10=R3(),f15=10;case 47:let k3=i8-
1;if(n12.charCodeAt(i8+1)===47){for(i8+=2;i8<_7&&!p12(n12.charCodeAt(i8));)i8++;return g10=n12.substring(k3,i8),f15=12}if(n12.
charCodeAt(i8+1)===42){i8+=2;let m10=_7-1,A7=false;for(;i8<m10;){let l6=n12.charCodeAt(i8);if(l6===42&&n12.charCodeAt(i8+
1)===47){i8+=2,A7=true;break}i8++,p12(l6)&&(l6===13&&n12.charCodeAt(i8)===10&&i8++,B2++,T6=i8)}return A7||(i8++,b7=1),g10=
n12.substring(k3,i8),f15=13}return g10+=String.fromCharCode(u12),i8++,f15=16;case 45:if(g10+=String.fromCharCode(u12),i8++,
i8===_7||!S10(n12.charCodeAt(i8)))return f15=16;case 48:case 49:case 50:case 51:case 52:case 53:case 54:case 55:case 56:case 57:
return g10+=Q2(),f15=11;default:for(;i8<_7&&H2(u12);)i8++,u12=n12.charCodeAt(i8);if(w10!==i8){switch(g10=n12.substring(w10,
i8),g10){case"true":return f15=8;case"false":return f15=9;case"null":return f15=7}return f15=16}return g10+=String.fromCharCode(
u12),i8++,f15=16}}function H2(u12){if(L3(u12)||p12(u12))return false;switch(u12){case 125:case 93:case 123:case 91:case 34:case 58:case 44:case 47:
return false}return true}function U2(){let u12;do u12=O5();while(u12>=12&&u12<=15);return u12}return{setPosition:E10,getPosition:()=>i8,
scan:P3?U2:O5,getToken:()=>f15,getTokenValue:()=>g10,getTokenOffset:()=>w10,getTokenLength:()=>i8-w10,getTokenStartLine:()=>v6,
getTokenStartCharacter:()=>w10-N4,getTokenError:()=>b7}}function L3(n12){return n12===32||n12===9}function p12(n12){return n12===
10||n12===13}function S10(n12){return n12>=48&&n12<=57}var F2;(function(n12){n12[n12.lineFeed=10]="lineFeed",n12[n12.carriageReturn=
13]="carriageReturn",n12[n12.space=32]="space",n12[n12._0=48]="_0",n12[n12._1=49]="_1",n12[n12._2=50]="_2",n12[n12._3=51]=
"_3",n12[n12._4=52]="_4",n12[n12._5=53]="_5",n12[n12._6=54]="_6",n12[n12._7=55]="_7",n12[n12._8=56]="_8",n12[n12._9=57]=
"_9",n12[n12.a=97]="a",n12[n12.b=98]="b",n12[n12.c=99]="c",n12[n12.d=100]="d",n12[n12.e=101]="e",n12[n12.f=102]="f",n12[n12.
g=103]="g",n12[n12.h=104]="h",n12[n12.i=105]="i",n12[n12.j=106]="j",n12[n12.k=107]="k",n12[n12.l=108]="l",n12[n12.m=109]=
"m",n12[n12.n=110]="n",n12[n12.o=111]="o",n12[n12.p=112]="p",n12[n12.q=113]="q",n12[n12.r=114]="r",n12[n12.s=115]="s",n12[n12.
t=116]="t",n12[n12.u=117]="u",n12[n12.v=118]="v",n12[n12.w=119]="w",n12[n12.x=120]="x",n12[n12.y=121]="y",n12[n12.z=122]=
"z",n12[n12.A=65]="A",n12[n12.B=66]="B",n12[n12.C=67]="C",n12[n12.D=68]="D",n12[n12.E=69]="E",n12[n12.F=70]="F",n12[n12.
G=71]="G",n12[n12.H=72]="H",n12[n12.I=73]="I",n12[n12.J=74]="J",n12[n12.K=75]="K",n12[n12.L=76]="L",n12[n12.M=77]="M",n12[n12.
N=78]="N",n12[n12.O=79]="O",n12[n12.P=80]="P",n12[n12.Q=81]="Q",n12[n12.R=82]="R",n12[n12.S=83]="S",n12[n12.T=84]="T",n12[n12.
U=85]="U",n12[n12.V=86]="V",n12[n12.W=87]="W",n12[n12.X=88]="X",n12[n12.Y=89]="Y",n12[n12.Z=90]="Z",n12[n12.asterisk=42]=
"asterisk",n12[n12.backslash=92]="backslash",n12[n12.closeBrace=125]="closeBrace",n12[n12.closeBracket=93]="closeBracket",
n12[n12.colon=58]="colon",n12[n12.comma=44]="comma",n12[n12.dot=46]="dot",n12[n12.doubleQuote=34]="doubleQuote",n12[n12.
minus=45]="minus",n12[n12.openBrace=123]="openBrace",n12[n12.openBracket=91]="openBracket",n12[n12.plus=43]="plus",n12[n12.
slash=47]="slash",n12[n12.formFeed=12]="formFeed",n12[n12.tab=9]="tab"})(F2||(F2={}));
// node_modules/jsonc-parser/lib/esm/impl/string-intern.js
var cachedSpaces=new Array(20).fill(0).map((e10,r8)=>" ".repeat(r8)),a13=200,cachedBreakLinesWithSpaces={" ":{"\n":new Array(
a13).fill(0).map((e10,r8)=>`
`+" ".repeat(r8)),"\r":new Array(a13).fill(0).map((e10,r8)=>"\r"+" ".repeat(r8)),"\r\n":new Array(a13).fill(0).map((e10,r8)=>`\
\r
`+" ".repeat(r8))},"	":{"\n":new Array(a13).fill(0).map((e10,r8)=>`
`+"	".repeat(r8)),"\r":new Array(a13).fill(0).map((e10,r8)=>"\r"+"	".repeat(r8)),"\r\n":new Array(a13).fill(0).map((e10,r8)=>`\
\r
`+"	".repeat(r8))}},supportedEols=[`
`,"\r",`\r
`];
// node_modules/jsonc-parser/lib/esm/impl/format.js
function format(i8,a14,e10){let l6,b7,f15,T6,w10;if(a14){for(T6=a14.offset,w10=T6+a14.length,f15=T6;f15>0&&!isEOL(i8,f15-
1);)f15--;let t3=w10;for(;t3<i8.length&&!isEOL(i8,t3);)t3++;b7=i8.substring(f15,t3),l6=N3(b7,e10)}else b7=i8,l6=0,f15=0,
T6=0,w10=i8.length;let L4=y11(e10,i8),I5=supportedEols.includes(L4),s9=0,S11=0,u12;e10.insertSpaces?u12=cachedSpaces[e10.
tabSize||4]??p13(cachedSpaces[1],e10.tabSize||4):u12="	";let m10=u12==="	"?"	":" ",h6=createScanner(b7,false),o7=false;function c12(){
if(s9>1)return p13(L4,s9)+p13(u12,l6+S11);let t3=u12.length*(l6+S11);return!I5||t3>cachedBreakLinesWithSpaces[m10][L4].length?
L4+p13(u12,l6+S11):t3<=0?L4:cachedBreakLinesWithSpaces[m10][L4][t3]}function O5(){let t3=h6.scan();for(s9=0;t3===15||t3===
14;)t3===14&&e10.keepLines?s9+=1:t3===14&&(s9=1),t3=h6.scan();return o7=t3===16||h6.getTokenError()!==0,t3}let A7=[];function E10(t3,r8,n12){
!o7&&(!a14||r8<w10&&n12>T6)&&i8.substring(r8,n12)!==t3&&A7.push({offset:r8,length:n12-r8,content:t3})}let g10=O5();if(e10.
keepLines&&s9>0&&E10(p13(L4,s9),0,0),g10!==17){let t3=h6.getTokenOffset()+f15,r8=u12.length*l6<20&&e10.insertSpaces?cachedSpaces[u12.
length*l6]:p13(u12,l6);E10(r8,f15,t3)}for(;g10!==17;){let t3=h6.getTokenOffset()+h6.getTokenLength()+f15,r8=O5(),n12="",
d10=false;for(;s9===0&&(r8===12||r8===13);){let B2=h6.getTokenOffset()+f15;E10(cachedSpaces[1],t3,B2),t3=h6.getTokenOffset()+
h6.getTokenLength()+f15,d10=r8===12,n12=d10?c12():"",r8=O5()}if(r8===2)g10!==1&&S11--,e10.keepLines&&s9>0||!e10.keepLines&&
g10!==1?n12=c12():e10.keepLines&&(n12=cachedSpaces[1]);else if(r8===4)g10!==3&&S11--,e10.keepLines&&s9>0||!e10.keepLines&&
g10!==3?n12=c12():e10.keepLines&&(n12=cachedSpaces[1]);else{switch(g10){case 3:case 1:S11++,e10.keepLines&&s9>0||!e10.keepLines?
n12=c12():n12=cachedSpaces[1];break;case 5:e10.keepLines&&s9>0||!e10.keepLines?n12=c12():n12=cachedSpaces[1];break;case 12:
n12=c12();break;case 13:s9>0?n12=c12():d10||(n12=cachedSpaces[1]);break;case 6:e10.keepLines&&s9>0?n12=c12():d10||(n12=cachedSpaces[1]);
break;case 10:e10.keepLines&&s9>0?n12=c12():r8===6&&!d10&&(n12="");break;case 7:case 8:case 9:case 11:case 2:case 4:e10.
keepLines&&s9>0?n12=c12():(r8===12||r8===13)&&!d10?n12=cachedSpaces[1]:r8!==5&&r8!==17&&(o7=true);break;case 16:o7=true;
break}s9>0&&(r8===12||r8===13)&&(n12=c12())}r8===17&&(e10.keepLines&&s9>0?n12=c12():n12=e10.insertFinalNewline?L4:"");let v6=h6.
getTokenOffset()+f15;E10(n12,t3,v6),g10=r8}return A7}function p13(i8,a14){let e10="";for(let l6=0;l6<a14;l6++)e10+=i8;return e10}
function N3(i8,a14){let e10=0,l6=0,b7=a14.tabSize||4;for(;e10<i8.length;){let f15=i8.charAt(e10);if(f15===cachedSpaces[1])
l6++;else if(f15==="	")l6+=b7;else break;e10++}return Math.floor(l6/b7)}function y11(i8,a14){for(let e10=0;e10<a14.length;e10++){
let l6=a14.charAt(e10);if(l6==="\r")return e10+1<a14.length&&a14.charAt(e10+1)===`
`?`\r
`:"\r";if(l6===`
`)return`
`}return i8&&i8.eol||`
`}function isEOL(i8,a14){return`\r
`.indexOf(i8.charAt(a14))!==-1}
// node_modules/jsonc-parser/lib/esm/impl/parser.js
var k2;(function(i8){i8.DEFAULT={allowTrailingComma:false}})(k2||(k2={}));function parseTree(i8,o7=[],r8=k2.DEFAULT){let e10={
type:"array",offset:-1,length:-1,children:[],parent:void 0};function n12(t3){e10.type==="property"&&(e10.length=t3-e10.offset,
e10=e10.parent)}function l6(t3){return e10.children.push(t3),t3}visit(i8,{onObjectBegin:t3=>{e10=l6({type:"object",offset:t3,
length:-1,parent:e10,children:[]})},onObjectProperty:(t3,a14,c12)=>{e10=l6({type:"property",offset:a14,length:-1,parent:e10,
children:[]}),e10.children.push({type:"string",value:t3,offset:a14,length:c12,parent:e10})},onObjectEnd:(t3,a14)=>{n12(t3+
a14),e10.length=t3+a14-e10.offset,e10=e10.parent,n12(t3+a14)},onArrayBegin:(t3,a14)=>{e10=l6({type:"array",offset:t3,length:-1,
parent:e10,children:[]})},onArrayEnd:(t3,a14)=>{e10.length=t3+a14-e10.offset,e10=e10.parent,n12(t3+a14)},onLiteralValue:(t3,a14,c12)=>{
l6({type:getNodeType(t3),offset:a14,length:c12,parent:e10,value:t3}),n12(a14+c12)},onSeparator:(t3,a14,c12)=>{e10.type===
"property"&&(t3===":"?e10.colonOffset=a14:t3===","&&n12(a14))},onError:(t3,a14,c12)=>{o7.push({error:t3,offset:a14,length:c12})}},
r8);let g10=e10.children[0];return g10&&delete g10.parent,g10}function findNodeAtLocation(i8,o7){if(!i8)return;let r8=i8;
for(let e10 of o7)if(typeof e10=="string"){if(r8.type!=="object"||!Array.isArray(r8.children))return;let n12=false;for(let l6 of r8.
children)if(Array.isArray(l6.children)&&l6.children[0].value===e10&&l6.children.length===2){r8=l6.children[1],n12=true;break}
if(!n12)return}else{let n12=e10;if(r8.type!=="array"||n12<0||!Array.isArray(r8.children)||n12>=r8.children.length)return;
r8=r8.children[n12]}return r8}function visit(i8,o7,r8=k2.DEFAULT){let e10=createScanner(i8,false),n12=[],l6=0;function p14(u12){
return u12?()=>l6===0&&u12(e10.getTokenOffset(),e10.getTokenLength(),e10.getTokenStartLine(),e10.getTokenStartCharacter()):
()=>true}function g10(u12){return u12?f15=>l6===0&&u12(f15,e10.getTokenOffset(),e10.getTokenLength(),e10.getTokenStartLine(),
e10.getTokenStartCharacter()):()=>true}function t3(u12){return u12?f15=>l6===0&&u12(f15,e10.getTokenOffset(),e10.getTokenLength(),
e10.getTokenStartLine(),e10.getTokenStartCharacter(),()=>n12.slice()):()=>true}function a14(u12){return u12?()=>{l6>0?l6++:
u12(e10.getTokenOffset(),e10.getTokenLength(),e10.getTokenStartLine(),e10.getTokenStartCharacter(),()=>n12.slice())===false&&
(l6=1)}:()=>true}function c12(u12){return u12?()=>{l6>0&&l6--,l6===0&&u12(e10.getTokenOffset(),e10.getTokenLength(),e10.
getTokenStartLine(),e10.getTokenStartCharacter())}:()=>true}let d10=a14(o7.onObjectBegin),L4=t3(o7.onObjectProperty),P3=c12(
o7.onObjectEnd),V3=a14(o7.onArrayBegin),x6=c12(o7.onArrayEnd),y13=t3(o7.onLiteralValue),T6=g10(o7.onSeparator),C2=p14(o7.
onComment),S11=g10(o7.onError),O5=r8&&r8.disallowComments,A7=r8&&r8.allowTrailingComma;function h6(){for(;;){let u12=e10.
scan();switch(e10.getTokenError()){case 4:s9(14);break;case 5:s9(15);break;case 3:s9(13);break;case 1:O5||s9(11);break;case 2:
s9(12);break;case 6:s9(16);break}switch(u12){case 12:case 13:O5?s9(10):C2();break;case 16:s9(1);break;case 15:case 14:break;default:
return u12}}}function s9(u12,f15=[],j4=[]){if(S11(u12),f15.length+j4.length>0){let b7=e10.getToken();for(;b7!==17;){if(f15.
indexOf(b7)!==-1){h6();break}else if(j4.indexOf(b7)!==-1)break;b7=h6()}}}function w10(u12){let f15=e10.getTokenValue();return u12?
y13(f15):(L4(f15),n12.push(f15)),h6(),true}function N4(){switch(e10.getToken()){case 11:let u12=e10.getTokenValue(),f15=Number(
u12);isNaN(f15)&&(s9(2),f15=0),y13(f15);break;case 7:y13(null);break;case 8:y13(true);break;case 9:y13(false);break;default:
return false}return h6(),true}function B2(){return e10.getToken()!==10?(s9(3,[],[2,5]),false):(w10(false),e10.getToken()===
6?(T6(":"),h6(),m10()||s9(4,[],[2,5])):s9(5,[],[2,5]),n12.pop(),true)}function D(){d10(),h6();let u12=false;for(;e10.getToken()!==
2&&e10.getToken()!==17;){if(e10.getToken()===5){if(u12||s9(4,[],[]),T6(","),h6(),e10.getToken()===2&&A7)break}else u12&&
s9(6,[],[]);B2()||s9(4,[],[2,5]),u12=true}return P3(),e10.getToken()!==2?s9(7,[2],[]):h6(),true}function _7(){V3(),h6();
let u12=true,f15=false;for(;e10.getToken()!==4&&e10.getToken()!==17;){if(e10.getToken()===5){if(f15||s9(4,[],[]),T6(","),
h6(),e10.getToken()===4&&A7)break}else f15&&s9(6,[],[]);u12?(n12.push(0),u12=false):n12[n12.length-1]++,m10()||s9(4,[],[
4,5]),f15=true}return x6(),u12||n12.pop(),e10.getToken()!==4?s9(8,[4],[]):h6(),true}function m10(){switch(e10.getToken()){case 3:
return _7();case 1:return D();case 10:return w10(true);default:return N4()}}return h6(),e10.getToken()===17?r8.allowEmptyContent?
true:(s9(4,[],[]),false):m10()?(e10.getToken()!==17&&s9(9,[],[]),true):(s9(4,[],[]),false)}function getNodeType(i8){switch(typeof i8){case"\
boolean":return"boolean";case"number":return"number";case"string":return"string";case"object":{if(i8){if(Array.isArray(i8))
return"array"}else return"null";return"object"}default:return"null"}}
// node_modules/jsonc-parser/lib/esm/impl/edit.js
function setProperty(s9,l6,t3,n12){let c12=l6.slice(),p14=parseTree(s9,[]),e10,o7;for(;c12.length>0&&(o7=c12.pop(),e10=findNodeAtLocation(
p14,c12),e10===void 0&&t3!==void 0);)typeof o7=="string"?t3={[o7]:t3}:t3=[t3];if(e10)if(e10.type==="object"&&typeof o7==
"string"&&Array.isArray(e10.children)){let h6=findNodeAtLocation(e10,[o7]);if(h6!==void 0)if(t3===void 0){if(!h6.parent)
throw new Error("Malformed AST");let f15=e10.children.indexOf(h6.parent),i8,r8=h6.parent.offset+h6.parent.length;if(f15>
0){let g10=e10.children[f15-1];i8=g10.offset+g10.length}else i8=e10.offset+1,e10.children.length>1&&(r8=e10.children[1].
offset);return y12(s9,{offset:i8,length:r8-i8,content:""},n12)}else return y12(s9,{offset:h6.offset,length:h6.length,content:JSON.
stringify(t3)},n12);else{if(t3===void 0)return[];let f15=`${JSON.stringify(o7)}: ${JSON.stringify(t3)}`,i8=n12.getInsertionIndex?
n12.getInsertionIndex(e10.children.map(g10=>g10.children[0].value)):e10.children.length,r8;if(i8>0){let g10=e10.children[i8-
1];r8={offset:g10.offset+g10.length,length:0,content:","+f15}}else e10.children.length===0?r8={offset:e10.offset+1,length:0,
content:f15}:r8={offset:e10.offset+1,length:0,content:f15+","};return y12(s9,r8,n12)}}else if(e10.type==="array"&&typeof o7==
"number"&&Array.isArray(e10.children)){let h6=o7;if(h6===-1){let f15=`${JSON.stringify(t3)}`,i8;if(e10.children.length===
0)i8={offset:e10.offset+1,length:0,content:f15};else{let r8=e10.children[e10.children.length-1];i8={offset:r8.offset+r8.
length,length:0,content:","+f15}}return y12(s9,i8,n12)}else if(t3===void 0&&e10.children.length>=0){let f15=o7,i8=e10.children[f15],
r8;if(e10.children.length===1)r8={offset:e10.offset+1,length:e10.length-2,content:""};else if(e10.children.length-1===f15){
let g10=e10.children[f15-1],a14=g10.offset+g10.length,w10=e10.offset+e10.length;r8={offset:a14,length:w10-2-a14,content:""}}else
r8={offset:i8.offset,length:e10.children[f15+1].offset-i8.offset,content:""};return y12(s9,r8,n12)}else if(t3!==void 0){
let f15,i8=`${JSON.stringify(t3)}`;if(!n12.isArrayInsertion&&e10.children.length>o7){let r8=e10.children[o7];f15={offset:r8.
offset,length:r8.length,content:i8}}else if(e10.children.length===0||o7===0)f15={offset:e10.offset+1,length:0,content:e10.
children.length===0?i8:i8+","};else{let r8=o7>e10.children.length?e10.children.length:o7,g10=e10.children[r8-1];f15={offset:g10.
offset+g10.length,length:0,content:","+i8}}return y12(s9,f15,n12)}else throw new Error(`Can not ${t3===void 0?"remove":n12.
isArrayInsertion?"insert":"modify"} Array index ${h6} as length is not sufficient`)}else throw new Error(`Can not add ${typeof o7!=
"number"?"index":"property"} to parent of type ${e10.type}`);else{if(t3===void 0)throw new Error("Can not delete in empt\
y document");return y12(s9,{offset:p14?p14.offset:0,length:p14?p14.length:0,content:JSON.stringify(t3)},n12)}}function y12(s9,l6,t3){
if(!t3.formattingOptions)return[l6];let n12=applyEdit(s9,l6),c12=l6.offset,d10=l6.offset+l6.content.length;if(l6.length===
0||l6.content.length===0){for(;c12>0&&!isEOL(n12,c12-1);)c12--;for(;d10<n12.length&&!isEOL(n12,d10);)d10++}let p14=format(
n12,{offset:c12,length:d10-c12},{...t3.formattingOptions,keepLines:false});for(let o7=p14.length-1;o7>=0;o7--){let h6=p14[o7];
n12=applyEdit(n12,h6),c12=Math.min(c12,h6.offset),d10=Math.max(d10,h6.offset+h6.length),d10+=h6.content.length-h6.length}
let e10=s9.length-(n12.length-d10)-c12;return[{offset:c12,length:e10,content:n12.substring(c12,d10)}]}function applyEdit(s9,l6){
return s9.substring(0,l6.offset)+l6.content+s9.substring(l6.offset+l6.length)}
// node_modules/jsonc-parser/lib/esm/main.js
var createScanner2=createScanner,ScanError;(function(e10){e10[e10.None=0]="None",e10[e10.UnexpectedEndOfComment=1]="Unex\
pectedEndOfComment",e10[e10.UnexpectedEndOfString=2]="UnexpectedEndOfString",e10[e10.UnexpectedEndOfNumber=3]="Unexpecte\
dEndOfNumber",e10[e10.InvalidUnicode=4]="InvalidUnicode",e10[e10.InvalidEscapeCharacter=5]="InvalidEscapeCharacter",e10[e10.
InvalidCharacter=6]="InvalidCharacter"})(ScanError||(ScanError={}));var SyntaxKind;(function(e10){e10[e10.OpenBraceToken=
1]="OpenBraceToken",e10[e10.CloseBraceToken=2]="CloseBraceToken",e10[e10.OpenBracketToken=3]="OpenBracketToken",e10[e10.
CloseBracketToken=4]="CloseBracketToken",e10[e10.CommaToken=5]="CommaToken",e10[e10.ColonToken=6]="ColonToken",e10[e10.NullKeyword=
7]="NullKeyword",e10[e10.TrueKeyword=8]="TrueKeyword",e10[e10.FalseKeyword=9]="FalseKeyword",e10[e10.StringLiteral=10]="\
StringLiteral",e10[e10.NumericLiteral=11]="NumericLiteral",e10[e10.LineCommentTrivia=12]="LineCommentTrivia",e10[e10.BlockCommentTrivia=
13]="BlockCommentTrivia",e10[e10.LineBreakTrivia=14]="LineBreakTrivia",e10[e10.Trivia=15]="Trivia",e10[e10.Unknown=16]="\
Unknown",e10[e10.EOF=17]="EOF"})(SyntaxKind||(SyntaxKind={}));var parseTree2=parseTree;var ParseErrorCode;(function(e10){
e10[e10.InvalidSymbol=1]="InvalidSymbol",e10[e10.InvalidNumberFormat=2]="InvalidNumberFormat",e10[e10.PropertyNameExpected=
3]="PropertyNameExpected",e10[e10.ValueExpected=4]="ValueExpected",e10[e10.ColonExpected=5]="ColonExpected",e10[e10.CommaExpected=
6]="CommaExpected",e10[e10.CloseBraceExpected=7]="CloseBraceExpected",e10[e10.CloseBracketExpected=8]="CloseBracketExpec\
ted",e10[e10.EndOfFileExpected=9]="EndOfFileExpected",e10[e10.InvalidCommentToken=10]="InvalidCommentToken",e10[e10.UnexpectedEndOfComment=
11]="UnexpectedEndOfComment",e10[e10.UnexpectedEndOfString=12]="UnexpectedEndOfString",e10[e10.UnexpectedEndOfNumber=13]=
"UnexpectedEndOfNumber",e10[e10.InvalidUnicode=14]="InvalidUnicode",e10[e10.InvalidEscapeCharacter=15]="InvalidEscapeCha\
racter",e10[e10.InvalidCharacter=16]="InvalidCharacter"})(ParseErrorCode||(ParseErrorCode={}));function modify(e10,p14,c12,l6){
return setProperty(e10,p14,c12,l6)}function applyEdits(e10,p14){let c12=p14.slice(0).sort((o7,n12)=>{let i8=o7.offset-n12.
offset;return i8===0?o7.length-n12.length:i8}),l6=e10.length;for(let o7=c12.length-1;o7>=0;o7--){let n12=c12[o7];if(n12.
offset+n12.length<=l6)e10=applyEdit(e10,n12);else throw new Error("Overlapping edit");l6=n12.offset}return e10}
// shared/report/write-fix.ts
var writeJsonFix = writeJsonValue;
function writeJsonValue(text3, { path: path4, value: value2 }) {
	let mark = text3.startsWith("\uFEFF") ? "\uFEFF" : "", body = text3.slice(mark.length), indent = /\n([ \t]+)\S/.exec(body)?.[1] ?? "  ", formattingOptions = {
		insertSpaces: !indent.startsWith("	"),
		tabSize: indent.startsWith("	") ? 1 : indent.length,
		eol: body.includes(`\r
`) ? `\r
` : `
`
	}, there = typeof value2 == "object" || value2 === void 0 ? void 0 : effectiveNode(parseTree2(body), path4), edits = there === void 0 ? modify(body, [...path4], value2, { formattingOptions }) : [{ offset: there.offset, length: there.length, content: JSON.stringify(value2) }];
	return mark + applyEdits(body, edits);
}
function effectiveNode(root, path4) {
	return path4.reduce((node, segment) => {
		if (typeof segment == "number") return node?.type === "array" ? node.children?.[segment] : void 0;
		if (node?.type === "object")
			return node.children?.findLast(({ children }) => children?.[0]?.value === segment)?.children?.[1];
	}, root);
}

// shared/node/write-file-atomic.ts
import { randomBytes } from "node:crypto";
import * as node_fs from "node:fs/promises";
import { basename, dirname as dirname2, join, sep as sep2 } from "node:path";
async function writeFileAtomic(path4, text3, options = {}) {
	let fs = options.fs ?? node_fs, force = options.force === !0;
	try {
		let old = await existing(fs, path4, force), target = old === null ? path4 : await fs.realpath(path4), draft = join(dirname2(target), `.lp-tui-${randomBytes(8).toString("hex")}.tmp`);
		try {
			await writeDraft(fs, draft, text3), old !== null && await fs.chmod(draft, old.mode & 4095), force ? await fs.rename(draft, target) : await moveToFreeName(fs, draft, target);
		} finally {
			await fs.unlink(draft).catch(() => {
			});
		}
		await syncFolder(fs, dirname2(target));
	} catch (error) {
		throw await explain(path4, error, fs);
	}
}
async function existing(fs, path4, force) {
	if (await fs.lstat(path4).catch(absent) === null) {
		if (path4 === "" || path4.endsWith("/") || path4.endsWith(sep2))
			throw new UserError("usage", `${showPath(path4)} names no file to write`);
		return null;
	}
	let old = await fs.stat(path4).catch(absent);
	if (old?.isDirectory()) throw new UserError("input", `${showPath(path4)} is a folder, not a file`);
	if (old !== null && !old.isFile())
		throw new UserError("input", `${showPath(path4)} is a pipe or a device, not a file`);
	if (!force) throw refused(path4);
	return old;
}
function absent(error) {
	if (errnoOf(error) === "ENOENT") return null;
	throw error;
}
async function writeDraft(fs, draft, text3) {
	let handle = await fs.open(draft, "wx");
	try {
		await handle.writeFile(text3, "utf8"), await handle.sync();
	} finally {
		await handle.close();
	}
}
async function moveToFreeName(fs, draft, target) {
	try {
		await fs.link(draft, target);
	} catch (error) {
		let code2 = errnoOf(error);
		if (code2 === "EEXIST") throw refused(target);
		if (!NO_HARD_LINKS.has(code2)) throw error;
		await claimAndRename(fs, draft, target);
	}
}
var NO_HARD_LINKS = /* @__PURE__ */ new Set(["EPERM", "EACCES", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV", "EINVAL"]);
async function claimAndRename(fs, draft, target) {
	try {
		await (await fs.open(target, "wx")).close();
	} catch (error) {
		throw errnoOf(error) === "EEXIST" ? refused(target) : error;
	}
	try {
		await fs.rename(draft, target);
	} catch (error) {
		throw await fs.unlink(target).catch(() => {
		}), error;
	}
}
async function syncFolder(fs, folder) {
	let handle = await fs.open(folder, "r").catch(() => null);
	await handle?.sync().catch(() => {
	}), await handle?.close().catch(() => {
	});
}
function refused(path4) {
	return new UserError("usage", `${showPath(path4)} exists already`, "Use --force to replace it, or another name.");
}
async function explain(path4, error, fs) {
	let folder = dirname2(path4);
	if (errnoOf(error) === "ENOTDIR")
		return new UserError("input", `${showPath(folder)} is not a folder`, "Give the output another name.", {
			cause: error
		});
	if (errnoOf(error) === "ENOENT") {
		let there = await fs.stat(folder).catch(() => null);
		return there !== null ? closedFolder(folder, there.nlink, error) : new UserError("input", `The folder ${showPath(folder)} does not exist`, "Create it first.", { cause: error });
	}
	if (["EACCES", "EPERM", "EROFS"].includes(errnoOf(error))) {
		let trouble = fileTrouble(folder, error, "writing");
		return new UserError("environment", `Cannot write ${showPath(basename(path4))}: ${trouble.message}`, void 0, {
			cause: error
		});
	}
	return fileTrouble(path4, error, "writing");
}
function closedFolder(folder, links, cause) {
	return links === 0 ? new UserError("environment", "The current folder does not exist any more", "Change to another one (cd).", {
		cause
	}) : new UserError(
		"input",
		`No file can be made in the folder ${showPath(folder)}`,
		"Give the output another place.",
		{
			cause
		}
	);
}

// shared/node/check/changed-values.ts
function changedValues(before, after, nameOf = showKey) {
	let [was, is] = [flat(before), flat(after)];
	return [.../* @__PURE__ */ new Set([...was.keys(), ...is.keys()])].flatMap((key2) => {
		let [from, to] = [was.get(key2), is.get(key2)];
		return from === to ? [] : [{ key: nameOf(JSON.parse(key2)), from, to }];
	});
}
function flat(config2) {
	if (config2 === null) return /* @__PURE__ */ new Map();
	let { settings, metadata = {}, model: _7, ...top } = config2, part = (values, at2) => Object.entries(values).flatMap(
		([key2, value2]) => value2 === void 0 ? [] : [[JSON.stringify([...at2, key2]), JSON.stringify(value2)]]
	);
	return new Map([...part(top, []), ...part(settings, ["settings"]), ...part(metadata, ["metadata"])]);
}

// shared/node/check/mend.ts
var MOST_STEPS = 20;
async function mendFiles(run2) {
	let mended = [], unmended = 0, written = /* @__PURE__ */ new Set();
	for (let file of run2.files) {
		let path4 = realpathSync2.native(file.path);
		if (written.has(path4) || !run2.check.configs.some(({ report }) => report.file === file.file && report.findings.length > 0)) continue;
		let one = run2.time.isOver() ? null : await mendFile(run2, file);
		(one === null || !one.whole) && unmended++, one !== null && one.text !== file.text && (written.add(path4), mended.push(one));
	}
	let args = { unmended, files: run2.files.length, seconds: run2.time.seconds };
	return { mended, own: unmended === 0 ? [] : [timeOver(run2.check, args)] };
}
async function mendFile(run2, file) {
	let before = await run2.inspect(file, file.text), text3 = file.text, after = before, rewrite = async (next) => {
		text3 = next, after = await run2.inspect(file, text3);
	}, whole = !0;
	for (let fixes = 0; fixes < MOST_STEPS; fixes++) {
		if (fixes > 0 && run2.time.isOver()) {
			whole = !isOpen(run2, file, after);
			break;
		}
		let next = nextText(run2, file, after, text3);
		if (next === null) break;
		await rewrite(next);
	}
	let fresh2 = withFreshMetadata(file, text3, before, after);
	fresh2 !== text3 && await rewrite(fresh2);
	let changes = after.flatMap(
		({ document: { name, nameOf }, inspection: { report } }, at2) => changedValues(before[at2]?.inspection.report.config ?? null, report.config, nameOf).map(
			(change) => name === void 0 ? change : { ...change, key: `${name} ${change.key}` }
		)
	);
	return { file, text: text3, changes, whole };
}
function withFreshMetadata(file, text3, [before], [after, ...others]) {
	let [was, is] = [before?.inspection.report.config, after?.inspection.report.config];
	if (!was || !is || others.length > 0 || after?.document.nameOf || sameRun(was, is)) return text3;
	let facts = after?.known?.facts ?? is.model ?? null;
	return refreshMetadata(is, facts, file.targets).reduce(writeJsonValue, text3);
}
function sameRun(a14, b7) {
	return a14.backend === b7.backend && JSON.stringify(a14.settings) === JSON.stringify(b7.settings);
}
function isOpen(run2, { name }, inspected) {
	let rules = run2.policyAgain();
	return inspected.some(({ inspection }) => rules.apply(inspection.report, name).findings.length > 0);
}
function nextText(run2, { name }, inspected, text3) {
	let rules = run2.policyAgain();
	for (let { document, inspection } of inspected) {
		let { write } = document;
		if (write !== null)
			for (let { hits } of mergeProblems(checkOf([rules.apply(inspection.report, name)]))) {
				let [worst] = hits, fix = worst === void 0 ? null : inspection.fixFor(worst), after = fix === null ? text3 : write(text3, fix);
				if (after !== text3) return after;
			}
	}
	return null;
}
function fixDiff(mended, { nameOf }) {
	return mended.map(({ file, text: text3 }) => unifiedDiff(nameOf(file.path) ?? file.file, file.text, text3)).join("");
}

// shared/node/check/report-context.ts
function blobUrl(env) {
	let { GITHUB_SERVER_URL: server = "", GITHUB_REPOSITORY: repository = "", GITHUB_SHA: sha = "" } = env;
	return /^https?:\/\/[\w.-]+(:\d+)?$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[0-9a-f]{40,64}$/.test(sha) ? `${server}/${repository}/blob/${sha}` : null;
}

// shared/node/check/run-check.ts
import { relative as relative2, resolve as resolve7, sep as sep4 } from "node:path";

// shared/policy/match-path.ts
function matchesPath(path4, pattern2) {
	if (!/[*?]/.test(pattern2)) return path4 === pattern2;
	let parts = pattern2.match(/\*\*\/|\*\*|\*|\?|[^*?]/gsu) ?? [], text3 = Array.from(path4), reached = Array.from({ length: text3.length + 1 }, (_7, index) => index === 0);
	for (let part of parts) {
		let next = reached.map(() => !1);
		if (part === "**" || part === "*" || part === "**/") {
			let open2 = !1;
			for (let i8 = 0; i8 <= text3.length; i8++)
				part === "*" && text3[i8 - 1] === "/" && (open2 = !1), open2 ||= reached[i8] === !0, next[i8] = part === "**/" ? reached[i8] === !0 || open2 && text3[i8 - 1] === "/" : open2;
		} else
			for (let i8 = 1; i8 <= text3.length; i8++) {
				let same = part === "?" ? text3[i8 - 1] !== "/" : text3[i8 - 1] === part;
				next[i8] = same && reached[i8 - 1] === !0;
			}
		reached = next;
	}
	return reached[text3.length] === !0;
}

// shared/policy/apply-policy.ts
function startPolicy(levels, entries, today) {
	let byRule = /* @__PURE__ */ new Map();
	for (let one of entries) {
		let list2 = byRule.get(one.entry.rule) ?? [];
		byRule.set(one.entry.rule, list2), list2.push(one);
	}
	let covered = /* @__PURE__ */ new Map(), missed = /* @__PURE__ */ new Map(), known3 = [], isExpired = ({ entry }) => entry.until !== void 0 && entry.until < today, keep = (finding, file, name) => {
		let level = levels[finding.rule];
		if (level === "off") return [];
		let own3 = level === void 0 ? finding : { ...finding, severity: level }, matching = (byRule.get(finding.rule) ?? []).filter((one) => {
			let { entry } = one;
			if (!matchesPath(file, entry.config)) return !1;
			let other = otherKey(entry, finding.target, name);
			return other !== null && missed.set(one, other), other === null;
		});
		for (let one of matching) covered.set(one, (covered.get(one) ?? 0) + 1);
		let valid = matching.find((one) => !isExpired(one));
		return valid === void 0 ? [own3] : (known3.push({ finding: own3, reason: valid.entry.reason, until: valid.entry.until ?? null }), []);
	};
	return {
		apply: (report, file) => ({
			...report,
			findings: report.findings.flatMap((finding) => keep(finding, file, report.name))
		}),
		known: () => known3,
		findings: () => entries.flatMap((one) => {
			let { rule, config: config2, until = "" } = one.entry, at2 = { path: [], file: one.file, place: one.place }, count4 = covered.get(one) ?? 0;
			if (isExpired(one))
				return [{ ...at2, rule: "LP902", severity: "error", args: { rule, config: config2, until, covered: count4 } }];
			let args = { rule, config: config2, other: missed.get(one) ?? "" };
			return count4 > 0 ? [] : [{ ...at2, rule: "LP903", severity: "warning", args }];
		})
	};
}
function otherKey(entry, target, name) {
	return entry.target !== void 0 && entry.target !== target ? "target" : entry.name !== void 0 && entry.name !== name ? "name" : null;
}

// shared/config/formats/collector.ts
var MOST3 = 50;
function collectorFor(text3) {
	let places2 = placesOf(text3, () => null);
	return () => {
		let findings = [], stopped = !1, add2 = (rule, severity, args, span, path4 = []) => {
			findings.length >= MOST3 || findings.push({ rule, severity, path: path4, args, place: places2.at(span.offset, span.length) });
		};
		return {
			places: places2,
			findings,
			blocked: () => stopped,
			room: () => findings.length < MOST3,
			add: add2,
			block: (rule, args, span, path4) => {
				stopped = !0, add2(rule, "error", args, span, path4);
			}
		};
	};
}
function shown2(text3) {
	return text3.length <= 80 ? text3 : `${text3.slice(0, 79)}…`;
}

// shared/config/formats/mapped-text.ts
function mapped(file, start = 0, end = file.length) {
	return { text: file.slice(start, end), at: Array.from({ length: end - start }, (_7, index) => start + index) };
}
function sliceMapped({ text: text3, at: at2 }, start, end) {
	return { text: text3.slice(start, end), at: at2.slice(start, end) };
}
function spanOf2({ at: at2 }, fallback = 0) {
	let [first] = at2;
	if (first === void 0) return { offset: fallback, length: 0 };
	let length = 1;
	for (; length < at2.length && at2[length] === first + length; ) length++;
	return { offset: first, length };
}
function mappedBuilder() {
	let text3 = "", at2 = [];
	return {
		add: (unit, offset) => {
			text3 += unit;
			for (let index = 0; index < unit.length; index++) at2.push(offset + index);
		},
		addAll: (part) => {
			text3 += part.text;
			for (let offset of part.at) at2.push(offset);
		},
		length: () => text3.length,
		done: () => ({ text: text3, at: at2 })
	};
}

// shared/config/formats/word.ts
function wordOf({ text: text3, at: at2 }, { open: open2 = !1, defaulted = !1, span } = {}) {
	return { value: text3, at: at2, span: span ?? spanOf2({ text: text3, at: at2 }), open: open2, defaulted };
}
function restOfWord(word, start) {
	let text3 = { text: word.value.slice(start), at: word.at.slice(start) }, span = text3.text === "" ? { offset: (word.at.at(-1) ?? word.span.offset) + 1, length: 0 } : spanOf2(text3);
	return { ...word, value: text3.text, at: text3.at, span };
}

// shared/config/formats/json-words.ts
var OPEN_BRACKET = 3, CLOSE_BRACKET = 4, COMMA = 5, STRING = 10, TRIVIA = /* @__PURE__ */ new Set([14, 15]), END = 17;
function jsonWords(source) {
	let { text: text3 } = source, scanner = createScanner2(text3), words3 = [], next = () => {
		let kind2 = scanner.scan();
		for (; TRIVIA.has(kind2); ) kind2 = scanner.scan();
		return kind2;
	};
	if (next() !== OPEN_BRACKET) return null;
	for (let kind2 = next(); kind2 !== CLOSE_BRACKET; kind2 = next()) {
		if (kind2 !== STRING || scanner.getTokenError().valueOf() !== 0) return null;
		let start = scanner.getTokenOffset() + 1, end = start + scanner.getTokenLength() - 2, raw = sliceMapped(source, start, end), value2 = scanner.getTokenValue(), span = { offset: raw.at[0] ?? source.at[start] ?? 0, length: end - start }, at2 = value2.length === raw.at.length ? raw.at : Array.from({ length: value2.length }, () => span.offset);
		words3.push(wordOf({ text: value2, at: at2 }, { span }));
		let after = next();
		if (after === CLOSE_BRACKET) break;
		if (after !== COMMA) return null;
	}
	return next() === END ? words3 : null;
}

// shared/config/settings.ts
var CACHE_TYPES = ["f32", "f16", "bf16", "q8_0", "q4_0", "q4_1", "iq4_nl", "q5_0", "q5_1"], tokens = int().min(0).max(2 ** 31 - 1), MOST_SLOTS = 256, MOST_THREADS = 1e5, SettingsSchema = strictObject({
	/** Layers on the GPU; -1 means all of them and the output layer. */
	n_gpu_layers: int().min(-1).max(1e5).optional(),
	/** Threads for generation. */
	n_threads: int().min(1).max(MOST_THREADS).optional(),
	/** Threads for prompt processing; `n_threads` when absent. */
	n_threads_batch: int().min(1).max(MOST_THREADS).optional(),
	/** Logical batch in tokens. */
	n_batch: tokens.min(1).optional(),
	/** Physical (micro) batch in tokens. */
	n_ubatch: tokens.min(1).optional(),
	/** Context in tokens, shared by all slots; 0 means the model's training length. */
	n_ctx: tokens.optional(),
	rope_freq_base: number2().min(0).max(1e12).optional(),
	rope_freq_scale: number2().min(0).max(1e6).optional(),
	flash_attn: m2(["on", "off", "auto"]).optional(),
	cache_type_k: m2(CACHE_TYPES).optional(),
	cache_type_v: m2(CACHE_TYPES).optional(),
	/** Slots (server) or sequences. */
	n_parallel: int().min(1).max(MOST_SLOTS).optional(),
	/** One cache shared by all sequences. */
	kv_unified: boolean2().optional(),
	/** Keep the cache on the GPU. */
	offload_kqv: boolean2().optional(),
	/** Full-size cache for sliding-window layers. */
	swa_full: boolean2().optional(),
	/** Layers, from the first, whose expert weights stay on the CPU. */
	n_cpu_moe: int().min(0).max(1e5).optional(),
	/** Tensors placed by name, `PATTERN=BUFFER` each; the first that applies counts, and before `n_cpu_moe`. */
	override_tensor: array(OverrideTextSchema).min(1).max(64).optional(),
	/** Share of the layers for each device. */
	tensor_split: array(number2().min(0).max(1e9)).min(1).max(128).optional(),
	/** rpc-servers whose devices come before the machine's own, `host:port` each. */
	rpc_servers: array(RpcAddressSchema).min(1).max(16).optional(),
	split_mode: m2(["none", "layer", "row"]).optional(),
	use_mmap: boolean2().optional(),
	use_mlock: boolean2().optional(),
	/** Pack weights that stay on the CPU in the order that its kernels like; false is `--no-repack`. */
	use_extra_bufts: boolean2().optional(),
	/** How long an idle thread spins before it sleeps: 0 (not at all) to 100; llama.cpp's default is 50. */
	poll: int().min(0).max(100).optional(),
	/** Priority of the threads: -1 low, 0 normal, 1 medium, 2 high, 3 real-time. */
	prio: int().min(-1).max(3).optional(),
	numa: m2(["distribute", "isolate", "numactl"]).optional()
});

// shared/config/runtime-config.ts
var CONFIG_VERSION = 1, USE_CASES = ["general", "long_context", "speed", "quality"], MetadataSchema = strictObject({
	/** Profile id or snapshot name of the target. */
	hardware: string2().max(200).optional(),
	/** Parameters, as in `8B`. */
	model_size: string2().max(32).optional(),
	precision: string2().max(32).optional(),
	use_case: m2(USE_CASES).optional(),
	/** Decode speed, tokens per second, one stream; null where nothing supports a number. */
	expected_tokens_per_sec: number2().min(0).nullable().optional(),
	expected_tokens_per_sec_range: tuple([number2().min(0), number2().min(0)]).optional(),
	/** How the speed is known: `measured on the same hardware`, `model`, ... */
	expected_tokens_per_sec_basis: string2().max(200).optional(),
	/** GiB on all devices together. */
	estimated_vram_usage_gb: number2().min(0).optional(),
	/** GiB of host memory. */
	estimated_ram_usage_gb: number2().min(0).optional(),
	/** MiB that llama-server's cache of earlier prompts is held to, where its default is more than is left beside the model. */
	cache_ram_mib: int().min(0).max(1e9).optional(),
	/** The program that the estimate is for. */
	program: m2(PROGRAMS).optional(),
	/** llama.cpp release that the estimate was proved against. */
	engine: string2().max(100).optional(),
	/** `lp-tui` and its version. */
	generator: string2().max(100).optional()
}), RuntimeConfigSchema = strictObject({
	$schema: string2().max(500).optional(),
	/** Format version; absent means 1. */
	version: literal(CONFIG_VERSION).optional(),
	backend: m2(BACKENDS),
	model_path: string2().min(1).max(4096),
	settings: SettingsSchema,
	metadata: MetadataSchema.optional(),
	/** Model facts, so that the config can be judged where the GGUF is not. */
	model: ModelFactsSchema.optional()
});

// shared/config/formats/llama-flags.ts
var LLAMA_FLAGS = [
	{ flags: ["-h", "--help", "--usage"], takes: "nothing" },
	{ flags: ["-m", "--model"], takes: "text", env: "LLAMA_ARG_MODEL", means: "model_path" },
	{ flags: ["-mu", "--model-url"], takes: "text", env: "LLAMA_ARG_MODEL_URL", means: "model_url" },
	{ flags: ["-dr", "--docker-repo"], takes: "text", env: "LLAMA_ARG_DOCKER_REPO", means: "model_docker" },
	{ flags: ["-hf", "-hfr", "--hf-repo"], takes: "text", env: "LLAMA_ARG_HF_REPO", means: "model_hf" },
	{ flags: ["-hff", "--hf-file"], takes: "text", env: "LLAMA_ARG_HF_FILE", means: "model_hf_file" },
	{ flags: ["-hft", "--hf-token"], takes: "text", env: "HF_TOKEN" },
	{ flags: ["--lora"], takes: "text", beyond: "adds" },
	{ flags: ["--lora-scaled"], takes: "text", beyond: "adds" },
	{ flags: ["--offline"], takes: "nothing", env: "LLAMA_ARG_OFFLINE" },
	{ flags: ["-mmdev", "--mmproj-device"], takes: "text", env: "MTMD_BACKEND_DEVICE" },
	{ flags: ["--version"], takes: "nothing" },
	{ flags: ["-cl", "--cache-list"], takes: "nothing" },
	{ flags: ["--completion-bash"], takes: "nothing" },
	{ flags: ["-t", "--threads"], takes: "whole", env: "LLAMA_ARG_THREADS", means: "n_threads" },
	{ flags: ["-tb", "--threads-batch"], takes: "whole", means: "n_threads_batch" },
	{ flags: ["-C", "--cpu-mask"], takes: "text" },
	{ flags: ["-Cr", "--cpu-range"], takes: "text" },
	{ flags: ["--cpu-strict"], takes: "text" },
	{ flags: ["--prio"], takes: "whole", means: "prio" },
	{ flags: ["--poll"], takes: "text", means: "poll" },
	{ flags: ["-Cb", "--cpu-mask-batch"], takes: "text" },
	{ flags: ["-Crb", "--cpu-range-batch"], takes: "text" },
	{ flags: ["--cpu-strict-batch"], takes: "whole" },
	{ flags: ["--prio-batch"], takes: "whole" },
	{ flags: ["--poll-batch"], takes: "whole" },
	{ flags: ["-lcs", "--lookup-cache-static"], takes: "text" },
	{ flags: ["-lcd", "--lookup-cache-dynamic"], takes: "text" },
	{ flags: ["-c", "--ctx-size"], takes: "whole", env: "LLAMA_ARG_CTX_SIZE", means: "n_ctx" },
	{ flags: ["--kv-unified-per-slot"], takes: "whole", env: "LLAMA_ARG_KV_UNIFIED_PER_SLOT", means: "slot_ctx" },
	{ flags: ["-n", "--predict", "--n-predict"], takes: "whole", env: "LLAMA_ARG_N_PREDICT" },
	{ flags: ["-b", "--batch-size"], takes: "whole", env: "LLAMA_ARG_BATCH", means: "n_batch" },
	{ flags: ["-ub", "--ubatch-size"], takes: "whole", env: "LLAMA_ARG_UBATCH", means: "n_ubatch" },
	{ flags: ["--keep"], takes: "whole" },
	{ flags: ["--swa-full"], takes: "nothing", env: "LLAMA_ARG_SWA_FULL", means: "swa_full" },
	{ flags: ["-ctxcp", "--ctx-checkpoints", "--swa-checkpoints"], takes: "whole", env: "LLAMA_ARG_CTX_CHECKPOINTS" },
	{ flags: ["-cms", "--checkpoint-min-step"], takes: "whole", env: "LLAMA_ARG_CHECKPOINT_MIN_SPACING_NT" },
	{ flags: ["-cram", "--cache-ram"], takes: "whole", env: "LLAMA_ARG_CACHE_RAM" },
	{
		flags: ["-kvu", "--kv-unified"],
		no: ["-no-kvu", "--no-kv-unified"],
		takes: "nothing",
		env: "LLAMA_ARG_KV_UNIFIED",
		means: "kv_unified"
	},
	{ flags: ["--cache-idle-slots"], no: ["--no-cache-idle-slots"], takes: "nothing", env: "LLAMA_ARG_CACHE_IDLE_SLOTS" },
	{ flags: ["--context-shift"], no: ["--no-context-shift"], takes: "nothing", env: "LLAMA_ARG_CONTEXT_SHIFT" },
	{ flags: ["-fa", "--flash-attn"], takes: "text", env: "LLAMA_ARG_FLASH_ATTN", means: "flash_attn" },
	{ flags: ["--perf"], no: ["--no-perf"], takes: "nothing", env: "LLAMA_ARG_PERF" },
	{ flags: ["-e", "--escape"], no: ["--no-escape"], takes: "nothing" },
	{ flags: ["-r", "--reverse-prompt"], takes: "text" },
	{ flags: ["-sp", "--special"], takes: "nothing" },
	{ flags: ["--warmup"], no: ["--no-warmup"], takes: "nothing" },
	{ flags: ["--spm-infill"], takes: "nothing" },
	{ flags: ["--samplers"], takes: "text" },
	{ flags: ["-s", "--seed"], takes: "text" },
	{ flags: ["--sampler-seq", "--sampling-seq"], takes: "text" },
	{ flags: ["--ignore-eos"], takes: "nothing" },
	{ flags: ["--temp", "--temperature"], takes: "number", env: "LLAMA_ARG_TEMPERATURE" },
	{ flags: ["--top-k"], takes: "whole", env: "LLAMA_ARG_TOP_K" },
	{ flags: ["--top-p"], takes: "number", env: "LLAMA_ARG_TOP_P" },
	{ flags: ["--min-p"], takes: "number", env: "LLAMA_ARG_MIN_P" },
	{ flags: ["--top-nsigma", "--top-n-sigma"], takes: "number" },
	{ flags: ["--xtc-probability"], takes: "number" },
	{ flags: ["--xtc-threshold"], takes: "number" },
	{ flags: ["--typical", "--typical-p"], takes: "number" },
	{ flags: ["--repeat-last-n"], takes: "whole" },
	{ flags: ["--repeat-penalty"], takes: "number", env: "LLAMA_ARG_REPEAT_PENALTY" },
	{ flags: ["--presence-penalty"], takes: "number", env: "LLAMA_ARG_PRESENCE_PENALTY" },
	{ flags: ["--frequency-penalty"], takes: "number", env: "LLAMA_ARG_FREQUENCY_PENALTY" },
	{ flags: ["--dry-multiplier"], takes: "number" },
	{ flags: ["--dry-base"], takes: "number" },
	{ flags: ["--dry-allowed-length"], takes: "whole" },
	{ flags: ["--dry-penalty-last-n"], takes: "whole" },
	{ flags: ["--dry-sequence-breaker"], takes: "text" },
	{ flags: ["--adaptive-target"], takes: "number" },
	{ flags: ["--adaptive-decay"], takes: "number" },
	{ flags: ["--dynatemp-range"], takes: "number" },
	{ flags: ["--dynatemp-exp"], takes: "number" },
	{ flags: ["--mirostat"], takes: "whole" },
	{ flags: ["--mirostat-lr"], takes: "number" },
	{ flags: ["--mirostat-ent"], takes: "number" },
	{ flags: ["-l", "--logit-bias"], takes: "text" },
	{ flags: ["--grammar"], takes: "text" },
	{ flags: ["--grammar-file"], takes: "text" },
	{ flags: ["-j", "--json-schema"], takes: "text" },
	{ flags: ["-jf", "--json-schema-file"], takes: "text" },
	{ flags: ["-bs", "--backend-sampling"], takes: "nothing", env: "LLAMA_ARG_BACKEND_SAMPLING" },
	{ flags: ["--pooling"], takes: "text", env: "LLAMA_ARG_POOLING", beyond: "moves" },
	{ flags: ["--rope-scaling"], takes: "text", env: "LLAMA_ARG_ROPE_SCALING_TYPE" },
	{ flags: ["--rope-scale"], takes: "number", env: "LLAMA_ARG_ROPE_SCALE", means: "rope_scale" },
	{ flags: ["--rope-freq-base"], takes: "number", env: "LLAMA_ARG_ROPE_FREQ_BASE", means: "rope_freq_base" },
	{ flags: ["--rope-freq-scale"], takes: "number", env: "LLAMA_ARG_ROPE_FREQ_SCALE", means: "rope_freq_scale" },
	{ flags: ["--yarn-orig-ctx"], takes: "whole", env: "LLAMA_ARG_YARN_ORIG_CTX" },
	{ flags: ["--yarn-ext-factor"], takes: "number", env: "LLAMA_ARG_YARN_EXT_FACTOR" },
	{ flags: ["--yarn-attn-factor"], takes: "number", env: "LLAMA_ARG_YARN_ATTN_FACTOR" },
	{ flags: ["--yarn-beta-slow"], takes: "number", env: "LLAMA_ARG_YARN_BETA_SLOW" },
	{ flags: ["--yarn-beta-fast"], takes: "number", env: "LLAMA_ARG_YARN_BETA_FAST" },
	{
		flags: ["-kvo", "--kv-offload"],
		no: ["-nkvo", "--no-kv-offload"],
		takes: "nothing",
		env: "LLAMA_ARG_KV_OFFLOAD",
		means: "offload_kqv"
	},
	{
		flags: ["--repack"],
		no: ["-nr", "--no-repack"],
		takes: "nothing",
		env: "LLAMA_ARG_REPACK",
		means: "use_extra_bufts"
	},
	{ flags: ["--no-host"], takes: "nothing", env: "LLAMA_ARG_NO_HOST", beyond: "moves" },
	{ flags: ["-ctk", "--cache-type-k"], takes: "text", env: "LLAMA_ARG_CACHE_TYPE_K", means: "cache_type_k" },
	{ flags: ["-ctv", "--cache-type-v"], takes: "text", env: "LLAMA_ARG_CACHE_TYPE_V", means: "cache_type_v" },
	{ flags: ["-dt", "--defrag-thold"], takes: "text", env: "LLAMA_ARG_DEFRAG_THOLD" },
	{ flags: ["-np", "--parallel"], takes: "whole", env: "LLAMA_ARG_N_PARALLEL", means: "n_parallel" },
	{
		flags: ["-cb", "--cont-batching"],
		no: ["-nocb", "--no-cont-batching"],
		takes: "nothing",
		env: "LLAMA_ARG_CONT_BATCHING"
	},
	{ flags: ["-mm", "--mmproj"], takes: "text", env: "LLAMA_ARG_MMPROJ", beyond: "adds" },
	{ flags: ["-mmu", "--mmproj-url"], takes: "text", env: "LLAMA_ARG_MMPROJ_URL", beyond: "adds" },
	{ flags: ["--mmproj-auto"], no: ["--no-mmproj", "--no-mmproj-auto"], takes: "nothing", env: "LLAMA_ARG_MMPROJ_AUTO" },
	{ flags: ["--mmproj-offload"], no: ["--no-mmproj-offload"], takes: "nothing", env: "LLAMA_ARG_MMPROJ_OFFLOAD" },
	{ flags: ["--image-min-tokens"], takes: "whole", env: "LLAMA_ARG_IMAGE_MIN_TOKENS" },
	{ flags: ["--image-max-tokens"], takes: "whole", env: "LLAMA_ARG_IMAGE_MAX_TOKENS" },
	{ flags: ["--mtmd-batch-max-tokens"], takes: "whole", env: "LLAMA_ARG_MTMD_BATCH_MAX_TOKENS" },
	{ flags: ["--video-fps"], takes: "number", env: "LLAMA_ARG_VIDEO_FPS" },
	{ flags: ["--video-timestamp-interval"], takes: "whole", env: "LLAMA_ARG_VIDEO_TIMESTAMP_INTERVAL" },
	{ flags: ["--video-ffmpeg-dir"], takes: "text", env: "LLAMA_ARG_VIDEO_FFMPEG_DIR" },
	{ flags: ["--rpc"], takes: "text", env: "LLAMA_ARG_RPC", means: "rpc_servers" },
	{ flags: ["-lm", "--load-mode"], takes: "text", env: "LLAMA_ARG_LOAD_MODE", means: "load_mode" },
	{ flags: ["-lzm", "--lazy-mode"], takes: "text", env: "LLAMA_ARG_LAZY_MODE" },
	{ flags: ["--numa"], takes: "text", env: "LLAMA_ARG_NUMA", means: "numa" },
	{ flags: ["-dev", "--device"], takes: "text", env: "LLAMA_ARG_DEVICE", means: "device" },
	{ flags: ["--list-devices"], takes: "nothing" },
	{
		flags: ["-ot", "--override-tensor"],
		takes: "text",
		env: "LLAMA_ARG_OVERRIDE_TENSOR",
		means: "override_tensor"
	},
	{ flags: ["-cmoe", "--cpu-moe"], takes: "nothing", env: "LLAMA_ARG_CPU_MOE", means: "cpu_moe" },
	{ flags: ["-ncmoe", "--n-cpu-moe"], takes: "whole", env: "LLAMA_ARG_N_CPU_MOE", means: "n_cpu_moe" },
	{ flags: ["-ncffn", "--n-cpu-ffn"], takes: "whole", env: "LLAMA_ARG_N_CPU_FFN", means: "n_cpu_ffn" },
	{
		flags: ["-ngl", "--gpu-layers", "--n-gpu-layers"],
		takes: "text",
		env: "LLAMA_ARG_N_GPU_LAYERS",
		means: "n_gpu_layers"
	},
	{ flags: ["-sm", "--split-mode"], takes: "text", env: "LLAMA_ARG_SPLIT_MODE", means: "split_mode" },
	{ flags: ["-ts", "--tensor-split"], takes: "text", env: "LLAMA_ARG_TENSOR_SPLIT", means: "tensor_split" },
	{ flags: ["-mg", "--main-gpu"], takes: "whole", env: "LLAMA_ARG_MAIN_GPU" },
	{ flags: ["-fit", "--fit"], takes: "text", env: "LLAMA_ARG_FIT", means: "fit" },
	{ flags: ["-fitt", "--fit-target"], takes: "text", env: "LLAMA_ARG_FIT_TARGET" },
	{ flags: ["-fitc", "--fit-ctx"], takes: "whole", env: "LLAMA_ARG_FIT_CTX" },
	{ flags: ["--check-tensors"], takes: "nothing" },
	{ flags: ["--override-kv"], takes: "text", beyond: "moves" },
	{ flags: ["--op-offload"], no: ["--no-op-offload"], takes: "nothing" },
	{ flags: ["--control-vector"], takes: "text", beyond: "adds" },
	{ flags: ["--control-vector-scaled"], takes: "text", beyond: "adds" },
	{ flags: ["--control-vector-layer-range"], takes: "two" },
	{ flags: ["-a", "--alias"], takes: "text", env: "LLAMA_ARG_ALIAS" },
	{ flags: ["--tags"], takes: "text", env: "LLAMA_ARG_TAGS" },
	{ flags: ["--embd-normalize"], takes: "whole" },
	{ flags: ["--host"], takes: "text", env: "LLAMA_ARG_HOST" },
	{ flags: ["--port"], takes: "whole", env: "LLAMA_ARG_PORT" },
	{ flags: ["--reuse-port"], takes: "nothing", env: "LLAMA_ARG_REUSE_PORT" },
	{ flags: ["--path"], takes: "text", env: "LLAMA_ARG_STATIC_PATH" },
	{ flags: ["--cors-origins"], takes: "text", env: "LLAMA_ARG_CORS_ORIGINS" },
	{ flags: ["--cors-methods"], takes: "text", env: "LLAMA_ARG_CORS_METHODS" },
	{ flags: ["--cors-headers"], takes: "text", env: "LLAMA_ARG_CORS_HEADERS" },
	{ flags: ["--cors-credentials"], no: ["--no-cors-credentials"], takes: "nothing", env: "LLAMA_ARG_CORS_CREDENTIALS" },
	{ flags: ["--api-prefix"], takes: "text", env: "LLAMA_ARG_API_PREFIX" },
	{ flags: ["--ui-config", "--webui-config"], takes: "text", env: "LLAMA_ARG_UI_CONFIG" },
	{ flags: ["--ui-config-file", "--webui-config-file"], takes: "text", env: "LLAMA_ARG_UI_CONFIG_FILE" },
	{
		flags: ["--ui-mcp-proxy", "--webui-mcp-proxy"],
		no: ["--no-ui-mcp-proxy", "--no-webui-mcp-proxy"],
		takes: "nothing",
		env: "LLAMA_ARG_UI_MCP_PROXY"
	},
	{ flags: ["--tools"], takes: "text", env: "LLAMA_ARG_TOOLS" },
	{ flags: ["--tools-runtime"], takes: "text", env: "LLAMA_ARG_TOOLS_RUNTIME" },
	{ flags: ["--mcp-servers-config"], takes: "text", env: "LLAMA_ARG_MCP_SERVERS_CONFIG" },
	{ flags: ["--mcp-servers-json"], takes: "text", env: "LLAMA_ARG_MCP_SERVERS_JSON" },
	{ flags: ["-ag", "--agent"], no: ["-no-ag", "--no-agent"], takes: "nothing", env: "LLAMA_ARG_AGENT" },
	{ flags: ["--ui", "--webui"], no: ["--no-ui", "--no-webui"], takes: "nothing", env: "LLAMA_ARG_UI" },
	{ flags: ["--embedding", "--embeddings"], takes: "nothing", env: "LLAMA_ARG_EMBEDDINGS", beyond: "moves" },
	{ flags: ["--rerank", "--reranking"], takes: "nothing", env: "LLAMA_ARG_RERANKING", beyond: "moves" },
	{ flags: ["--api-key"], takes: "text", env: "LLAMA_API_KEY" },
	{ flags: ["--api-key-file"], takes: "text", env: "LLAMA_ARG_API_KEY_FILE" },
	{ flags: ["--ssl-key-file"], takes: "text", env: "LLAMA_ARG_SSL_KEY_FILE" },
	{ flags: ["--ssl-cert-file"], takes: "text", env: "LLAMA_ARG_SSL_CERT_FILE" },
	{ flags: ["--chat-template-kwargs"], takes: "text", env: "LLAMA_ARG_CHAT_TEMPLATE_KWARGS" },
	{ flags: ["-to", "--timeout"], takes: "whole", env: "LLAMA_ARG_TIMEOUT" },
	{ flags: ["--sse-ping-interval"], takes: "whole", env: "LLAMA_ARG_SSE_PING_INTERVAL" },
	{ flags: ["--threads-http"], takes: "whole", env: "LLAMA_ARG_THREADS_HTTP" },
	{ flags: ["--cache-prompt"], no: ["--no-cache-prompt"], takes: "nothing", env: "LLAMA_ARG_CACHE_PROMPT" },
	{ flags: ["--cache-reuse"], takes: "whole", env: "LLAMA_ARG_CACHE_REUSE" },
	{ flags: ["--metrics"], takes: "nothing", env: "LLAMA_ARG_ENDPOINT_METRICS" },
	{ flags: ["--props"], takes: "nothing", env: "LLAMA_ARG_ENDPOINT_PROPS" },
	{ flags: ["--slots"], no: ["--no-slots"], takes: "nothing", env: "LLAMA_ARG_ENDPOINT_SLOTS" },
	{ flags: ["--slot-save-path"], takes: "text" },
	{ flags: ["--media-path"], takes: "text" },
	{ flags: ["--models-dir"], takes: "text", env: "LLAMA_ARG_MODELS_DIR", beyond: "moves" },
	{ flags: ["--models-preset"], takes: "text", env: "LLAMA_ARG_MODELS_PRESET", beyond: "moves" },
	{ flags: ["--models-max"], takes: "whole", env: "LLAMA_ARG_MODELS_MAX" },
	{ flags: ["--models-autoload"], no: ["--no-models-autoload"], takes: "nothing", env: "LLAMA_ARG_MODELS_AUTOLOAD" },
	{ flags: ["--jinja"], no: ["--no-jinja"], takes: "nothing", env: "LLAMA_ARG_JINJA" },
	{ flags: ["--reasoning-format"], takes: "text", env: "LLAMA_ARG_THINK" },
	{ flags: ["-rea", "--reasoning"], takes: "text", env: "LLAMA_ARG_REASONING" },
	{ flags: ["--reasoning-effort"], takes: "text", env: "LLAMA_ARG_REASONING_EFFORT" },
	{ flags: ["--reasoning-budget"], takes: "whole", env: "LLAMA_ARG_THINK_BUDGET" },
	{ flags: ["--reasoning-budget-message"], takes: "text", env: "LLAMA_ARG_THINK_BUDGET_MESSAGE" },
	{
		flags: ["--reasoning-preserve"],
		no: ["--no-reasoning-preserve"],
		takes: "nothing",
		env: "LLAMA_ARG_REASONING_PRESERVE"
	},
	{ flags: ["--chat-template"], takes: "text", env: "LLAMA_ARG_CHAT_TEMPLATE" },
	{ flags: ["--chat-template-file"], takes: "text", env: "LLAMA_ARG_CHAT_TEMPLATE_FILE" },
	{
		flags: ["--skip-chat-parsing"],
		no: ["--no-skip-chat-parsing"],
		takes: "nothing",
		env: "LLAMA_ARG_SKIP_CHAT_PARSING"
	},
	{
		flags: ["--prefill-assistant"],
		no: ["--no-prefill-assistant"],
		takes: "nothing",
		env: "LLAMA_ARG_PREFILL_ASSISTANT"
	},
	{ flags: ["-sps", "--slot-prompt-similarity"], takes: "number" },
	{ flags: ["--lora-init-without-apply"], takes: "nothing" },
	{ flags: ["--sleep-idle-seconds"], takes: "whole" },
	{ flags: ["--log-disable"], takes: "nothing" },
	{ flags: ["--log-file"], takes: "text", env: "LLAMA_ARG_LOG_FILE" },
	{ flags: ["--log-jsonl"], no: ["--no-log-jsonl"], takes: "nothing", env: "LLAMA_ARG_LOG_JSONL" },
	{ flags: ["--log-prompts-dir"], takes: "text" },
	{ flags: ["--log-colors"], takes: "text", env: "LLAMA_ARG_LOG_COLORS" },
	{ flags: ["-v", "--verbose", "--log-verbose"], takes: "nothing" },
	{ flags: ["-lv", "--verbosity", "--log-verbosity"], takes: "whole", env: "LLAMA_ARG_LOG_VERBOSITY" },
	{ flags: ["--log-prefix"], no: ["--no-log-prefix"], takes: "nothing", env: "LLAMA_ARG_LOG_PREFIX" },
	{ flags: ["--log-timestamps"], no: ["--no-log-timestamps"], takes: "nothing", env: "LLAMA_ARG_LOG_TIMESTAMPS" },
	{
		flags: ["--spec-draft-hf", "-hfd", "-hfrd", "--hf-repo-draft"],
		takes: "text",
		env: "LLAMA_ARG_SPEC_DRAFT_HF_REPO",
		beyond: "adds"
	},
	{ flags: ["--spec-draft-threads", "-td", "--threads-draft"], takes: "whole" },
	{ flags: ["--spec-draft-threads-batch", "-tbd", "--threads-batch-draft"], takes: "whole" },
	{ flags: ["--spec-draft-cpu-mask", "-Cd", "--cpu-mask-draft"], takes: "text" },
	{ flags: ["--spec-draft-cpu-range", "-Crd", "--cpu-range-draft"], takes: "text" },
	{ flags: ["--spec-draft-cpu-strict", "--cpu-strict-draft"], takes: "whole" },
	{ flags: ["--spec-draft-prio", "--prio-draft"], takes: "whole" },
	{ flags: ["--spec-draft-poll", "--poll-draft"], takes: "whole" },
	{ flags: ["--spec-draft-cpu-mask-batch", "-Cbd", "--cpu-mask-batch-draft"], takes: "text" },
	{ flags: ["--spec-draft-cpu-strict-batch", "--cpu-strict-batch-draft"], takes: "whole" },
	{ flags: ["--spec-draft-prio-batch", "--prio-batch-draft"], takes: "whole" },
	{ flags: ["--spec-draft-poll-batch", "--poll-batch-draft"], takes: "whole" },
	{
		flags: ["--spec-draft-type-k", "-ctkd", "--cache-type-k-draft"],
		takes: "text",
		env: "LLAMA_ARG_SPEC_DRAFT_CACHE_TYPE_K"
	},
	{
		flags: ["--spec-draft-type-v", "-ctvd", "--cache-type-v-draft"],
		takes: "text",
		env: "LLAMA_ARG_SPEC_DRAFT_CACHE_TYPE_V"
	},
	{ flags: ["--spec-draft-override-tensor", "-otd", "--override-tensor-draft"], takes: "text" },
	{
		flags: ["--spec-draft-cpu-moe", "-cmoed", "--cpu-moe-draft"],
		takes: "nothing",
		env: "LLAMA_ARG_SPEC_DRAFT_CPU_MOE"
	},
	{
		flags: ["--spec-draft-n-cpu-moe", "--spec-draft-ncmoe", "-ncmoed", "--n-cpu-moe-draft"],
		takes: "whole",
		env: "LLAMA_ARG_SPEC_DRAFT_N_CPU_MOE"
	},
	{ flags: ["--spec-draft-n-max"], takes: "whole", env: "LLAMA_ARG_SPEC_DRAFT_N_MAX" },
	{ flags: ["--spec-draft-n-min"], takes: "whole", env: "LLAMA_ARG_SPEC_DRAFT_N_MIN" },
	{ flags: ["--spec-synth-len"], takes: "text", env: "LLAMA_ARG_SPEC_SYNTH_LEN" },
	{ flags: ["--spec-synth-rates"], takes: "text", env: "LLAMA_ARG_SPEC_SYNTH_RATES" },
	{ flags: ["--spec-draft-p-split", "--draft-p-split"], takes: "number", env: "LLAMA_ARG_SPEC_DRAFT_P_SPLIT" },
	{ flags: ["--spec-draft-p-min", "--draft-p-min"], takes: "number", env: "LLAMA_ARG_SPEC_DRAFT_P_MIN" },
	{
		flags: ["--spec-draft-backend-sampling"],
		no: ["--no-spec-draft-backend-sampling"],
		takes: "nothing",
		env: "LLAMA_ARG_SPEC_DRAFT_BACKEND_SAMPLING"
	},
	{ flags: ["--spec-draft-device", "-devd", "--device-draft"], takes: "text" },
	{
		flags: ["--spec-draft-ngl", "-ngld", "--gpu-layers-draft", "--n-gpu-layers-draft"],
		takes: "text",
		env: "LLAMA_ARG_N_GPU_LAYERS_DRAFT"
	},
	{
		flags: ["--spec-draft-model", "-md", "--model-draft"],
		takes: "text",
		env: "LLAMA_ARG_SPEC_DRAFT_MODEL",
		beyond: "adds"
	},
	{ flags: ["--spec-type"], takes: "text", env: "LLAMA_ARG_SPEC_TYPE", beyond: "adds" },
	{ flags: ["--spec-ngram-mod-n-min"], takes: "whole" },
	{ flags: ["--spec-ngram-mod-n-max"], takes: "whole" },
	{ flags: ["--spec-ngram-mod-n-match"], takes: "whole" },
	{ flags: ["--spec-ngram-simple-size-n"], takes: "whole" },
	{ flags: ["--spec-ngram-simple-size-m"], takes: "whole" },
	{ flags: ["--spec-ngram-simple-min-hits"], takes: "whole" },
	{ flags: ["--spec-ngram-map-k-size-n"], takes: "whole" },
	{ flags: ["--spec-ngram-map-k-size-m"], takes: "whole" },
	{ flags: ["--spec-ngram-map-k-min-hits"], takes: "whole" },
	{ flags: ["--spec-ngram-map-k4v-size-n"], takes: "whole" },
	{ flags: ["--spec-ngram-map-k4v-size-m"], takes: "whole" },
	{ flags: ["--spec-ngram-map-k4v-min-hits"], takes: "whole" },
	{ flags: ["--embd-gemma-default"], takes: "nothing", beyond: "moves" },
	{ flags: ["--fim-qwen-1.5b-default"], takes: "nothing", beyond: "moves" },
	{ flags: ["--fim-qwen-3b-default"], takes: "nothing", beyond: "moves" },
	{ flags: ["--fim-qwen-7b-default"], takes: "nothing", beyond: "moves" },
	{ flags: ["--fim-qwen-7b-spec"], takes: "nothing", beyond: "moves" },
	{ flags: ["--fim-qwen-14b-spec"], takes: "nothing", beyond: "moves" },
	{ flags: ["--fim-qwen-30b-default"], takes: "nothing", beyond: "moves" },
	{ flags: ["--gpt-oss-20b-default"], takes: "nothing", beyond: "moves" },
	{ flags: ["--gpt-oss-120b-default"], takes: "nothing", beyond: "moves" },
	{ flags: ["--vision-gemma-4b-default"], takes: "nothing", beyond: "moves" },
	{ flags: ["--vision-gemma-12b-default"], takes: "nothing", beyond: "moves" },
	{ flags: ["--spec-default"], takes: "nothing", beyond: "adds" }
];

// shared/config/formats/option-name.ts
var OLLAMA = {
	n_ctx: "num_ctx",
	n_gpu_layers: "num_gpu",
	n_threads: "num_thread",
	n_batch: "num_batch",
	n_ubatch: "num_batch",
	use_mmap: "use_mmap",
	model_path: "FROM"
};
function optionName(format2, path4) {
	let key2 = String(path4.at(-1) ?? ""), option = LLAMA_FLAGS.find(({ means }) => means === key2), flag = option?.flags.at(-1);
	switch (format2) {
		case "ollama":
			return OLLAMA[key2] ?? key2;
		case "env":
			return option?.env ?? flag ?? key2;
		case "preset-ini":
			return flag?.replace(/^-+/, "") ?? key2;
		case "shell":
		case "dockerfile":
		case "llama-swap":
		case "compose":
			return flag ?? key2;
		default:
			return format2;
	}
}

// shared/config/formats/value-words.ts
var INT_MAX = 2 ** 31 - 1;
function wholeIn(text3, least, most = INT_MAX) {
	if (!/^[+-]?\d{1,20}$/.test(text3.trim())) return no({ problem: "type", expected: ["int"], found: "string" });
	let value2 = Number(text3);
	return value2 < least ? no({ problem: "too_small", limit: least, of: "number", value: value2 }) : value2 > most ? no({ problem: "too_big", limit: most, of: "number", value: value2 }) : { ok: !0, value: value2 };
}
function numberIn(text3, least, most) {
	if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text3.trim()) || text3.length > 40)
		return no({ problem: "type", expected: ["number"], found: "string" });
	let value2 = Number(text3);
	return value2 < least ? no({ problem: "too_small", limit: least, of: "number", value: value2 }) : value2 > most ? no({ problem: "too_big", limit: most, of: "number", value: value2 }) : { ok: !0, value: value2 };
}
function choiceIn(text3, choices) {
	let value2 = choices.find((choice) => choice === text3);
	return value2 !== void 0 ? { ok: !0, value: value2 } : no({ problem: "choice", choices, near: nearestNames(text3, choices, 1) });
}
function truthIn(text3) {
	return ["on", "enabled", "true", "1"].includes(text3) ? { ok: !0, value: !0 } : ["off", "disabled", "false", "0"].includes(text3) ? { ok: !0, value: !1 } : no({ problem: "choice", choices: ["on", "off"], near: [] });
}
function sharesIn(text3) {
	let parts = text3.split(/[,/]+/);
	if (parts.length > 128) return no({ problem: "too_big", limit: 128, of: "array" });
	let shares = parts.map((part) => numberIn(part, 0, 1e9)), wrong2 = shares.find((share) => !share.ok);
	return wrong2 !== void 0 ? { ok: !1, args: wrong2.args } : { ok: !0, value: shares.flatMap((share) => share.ok ? [share.value] : []) };
}
function serversIn(text3) {
	let servers = text3.split(",");
	return servers.length > 16 ? no({ problem: "too_big", limit: 16, of: "array" }) : servers.every((one) => RpcAddressSchema.safeParse(one).success) ? { ok: !0, value: servers } : no({ problem: "form", form: "host:port of each rpc-server, the port from 1 to 65535, with commas between" });
}
function overridesIn(text3) {
	let entries = text3.split(",");
	return entries.every((one) => OverrideTextSchema.safeParse(one).success) ? { ok: !0, value: entries } : no({ problem: "form", form: "PATTERN=BUFFER of each tensor, with commas between" });
}
function denseLayersIn(text3) {
	let count4 = wholeIn(text3, 0, 200);
	if (!count4.ok) return count4;
	let layers = Array.from({ length: count4.value }, (_7, il) => il).join("|");
	return { ok: !0, value: layers === "" ? [] : [`blk\\.(${layers})\\.ffn_(up|down|gate)\\.=CPU`] };
}
function no(args) {
	return { ok: !1, args };
}

// shared/config/formats/server-settings.ts
var SOURCES = ["model_hf", "model_docker", "model_url", "model_path"], DEVICE_BACKENDS = [
	[/^CUDA\d/i, "cuda"],
	[/^(?:ROCm|HIP)\d/i, "rocm"],
	[/^Vulkan\d/i, "vulkan"],
	[/^SYCL\d/i, "sycl"],
	[/^(?:Metal|MTL)\d?/i, "metal"]
];
function saidBy(given, notes) {
	let settings = {}, sources2 = /* @__PURE__ */ new Map(), words3 = /* @__PURE__ */ new Map(), backend = null, fit = null, layers_auto = !1, slot_ctx = null, set = (key2, value2, word2) => {
		value2 === void 0 ? delete settings[key2] : settings[key2] = value2, words3.set(`settings.${key2}`, word2);
	}, taken = (option, read2) => {
		let word2 = option.value ?? option.key;
		if (word2.open) {
			notes.block("LP009", { key: shown2(option.key.value), what: "value" }, word2.span, pathOf2(option));
			return;
		}
		let parsed = read2(word2.value);
		if (parsed.ok) return parsed.value;
		notes.add("LP004", "error", { key: shown2(option.key.value), ...parsed.args }, word2.span, pathOf2(option));
	}, switched = (option) => {
		if (option.value === null) return option.on;
		let value2 = taken(option, truthIn);
		return value2 === void 0 ? void 0 : value2 === option.on;
	};
	for (let option of given) {
		let { flag, key: key2, removed: removed2 } = option, word2 = option.value ?? key2;
		if (removed2 !== null) {
			let args = { key: shown2(key2.value), use: removed2.use, ...removed2.removed_in && { build: removed2.removed_in } };
			notes.add("LP013", "error", args, key2.span, removed2.load_mode === void 0 ? [] : ["settings", "use_mmap"]), removed2.load_mode !== void 0 && (removed2.load_mode === "mlock" ? set("use_mlock", !0, key2) : set("use_mmap", removed2.load_mode === "mmap", key2));
			continue;
		}
		switch (flag.beyond !== void 0 && !isOff(option) && beyond(option, notes), flag.means !== void 0 && word2.defaulted && !word2.open && !flag.means.startsWith("model") && notes.add("LP012", "warning", { why: "variable_default", key: shown2(key2.value) }, word2.span, pathOf2(option)), flag.means) {
			case void 0:
				break;
			case "model_path":
			case "model_url":
			case "model_docker":
			case "model_hf":
				sources2.set(flag.means, word2);
				break;
			case "model_hf_file":
				break;
			case "n_ctx":
				set(
					"n_ctx",
					taken(option, (text3) => wholeIn(text3, 0)),
					word2
				);
				break;
			case "n_batch":
				set(
					"n_batch",
					taken(option, (text3) => wholeIn(text3, 1)),
					word2
				);
				break;
			case "n_ubatch": {
				let value2 = taken(option, (text3) => wholeIn(text3, 0));
				set("n_ubatch", value2 === 0 ? settings.n_batch ?? 2048 : value2, word2);
				break;
			}
			case "n_parallel": {
				let value2 = taken(option, (text3) => wholeIn(text3, -1, 256));
				if (value2 === 0) {
					let args = { key: shown2(key2.value), problem: "too_small", limit: 1, of: "number", value: value2 };
					notes.add("LP004", "error", args, word2.span, pathOf2(option));
				}
				set("n_parallel", value2 !== void 0 && value2 > 0 ? value2 : void 0, word2);
				break;
			}
			case "n_threads":
			case "n_threads_batch": {
				let value2 = taken(option, (text3) => wholeIn(text3, -INT, 1e5));
				set(flag.means, value2 !== void 0 && value2 > 0 ? value2 : void 0, word2);
				break;
			}
			case "n_gpu_layers": {
				let text3 = word2.open ? "" : word2.value;
				if (layers_auto = text3 === "auto" || text3 === "-1", layers_auto) set("n_gpu_layers", void 0, word2);
				else if (text3 === "all") set("n_gpu_layers", -1, word2);
				else {
					let value2 = taken(option, (value_text) => wholeIn(value_text, -INT));
					set(
						"n_gpu_layers",
						value2 === void 0 ? void 0 : value2 < 0 || value2 >= 1e3 ? -1 : value2,
						word2
					);
				}
				break;
			}
			case "flash_attn":
				set("flash_attn", taken(option, flashIn), word2);
				break;
			case "cache_type_k":
			case "cache_type_v":
				set(
					flag.means,
					taken(option, (text3) => choiceIn(text3, CACHE_TYPES)),
					word2
				);
				break;
			case "kv_unified":
			case "offload_kqv":
			case "swa_full":
			case "use_extra_bufts":
				set(flag.means, switched(option), word2);
				break;
			case "n_cpu_moe":
				set(
					"n_cpu_moe",
					taken(option, (text3) => wholeIn(text3, 0, 1e5)),
					word2
				);
				break;
			case "poll":
				set(
					"poll",
					taken(option, (text3) => wholeIn(text3, 0, 100)),
					word2
				);
				break;
			case "prio":
				set(
					"prio",
					taken(option, (text3) => wholeIn(text3, -1, 3)),
					word2
				);
				break;
			case "numa":
				set(
					"numa",
					taken(option, (text3) => choiceIn(text3, ["distribute", "isolate", "numactl"])),
					word2
				);
				break;
			case "cpu_moe":
				switched(option) === !0 && set("n_cpu_moe", 1e5, word2);
				break;
			case "override_tensor":
			case "n_cpu_ffn": {
				let more4 = taken(option, flag.means === "n_cpu_ffn" ? denseLayersIn : overridesIn);
				if (more4 === void 0) break;
				let late = (settings.n_cpu_moe ?? 0) > 0 && more4.some((text3) => !text3.endsWith("=CPU")), all2 = [...settings.override_tensor ?? [], ...more4];
				late || all2.length > 64 ? notes.block("LP014", { key: shown2(key2.value) }, word2.span, pathOf2(option)) : all2.length > 0 && set("override_tensor", all2, word2);
				break;
			}
			case "tensor_split":
				set("tensor_split", taken(option, sharesIn), word2);
				break;
			case "rpc_servers": {
				let servers = taken(option, serversIn);
				servers !== void 0 && set("rpc_servers", [...settings.rpc_servers ?? [], ...servers], word2);
				break;
			}
			case "split_mode": {
				let mode = taken(option, (text3) => choiceIn(text3, ["none", "layer", "row", "tensor"]));
				mode === "tensor" ? notes.block("LP014", { key: `${shown2(key2.value)} tensor` }, word2.span, pathOf2(option)) : set("split_mode", mode, word2);
				break;
			}
			case "load_mode": {
				let mode = taken(option, (text3) => choiceIn(text3, ["auto", "none", "mmap", "mlock", "mmap+mlock", "dio"]));
				set("use_mmap", mode === void 0 || mode === "auto" ? void 0 : mode.startsWith("mmap"), word2), set("use_mlock", mode?.endsWith("mlock") === !0 ? !0 : void 0, word2);
				break;
			}
			case "rope_freq_base":
				set(
					"rope_freq_base",
					taken(option, (text3) => numberIn(text3, 0, 1e12)),
					word2
				);
				break;
			case "rope_freq_scale":
				set(
					"rope_freq_scale",
					taken(option, (text3) => numberIn(text3, 0, 1e6)),
					word2
				);
				break;
			case "rope_scale": {
				let factor = taken(option, (text3) => numberIn(text3, 1e-6, 1e6));
				set("rope_freq_scale", factor === void 0 ? void 0 : 1 / factor, word2);
				break;
			}
			case "fit":
				fit = taken(option, truthIn) ?? null;
				break;
			case "slot_ctx":
				slot_ctx = taken(option, (text3) => wholeIn(text3, 1)) ?? null;
				break;
			case "device": {
				word2.open ? notes.block("LP009", { key: shown2(key2.value), what: "value" }, word2.span) : word2.value === "none" ? backend = "cpu" : (backend = DEVICE_BACKENDS.find(([name]) => name.test(word2.value))?.[1] ?? backend, notes.add("LP015", "warning", { key: shown2(key2.value), what: "devices" }, word2.span));
				break;
			}
			default:
				flag.means;
		}
	}
	backend === "cpu" && delete settings.rpc_servers;
	let source = SOURCES.find((name) => sources2.has(name)), word = source === void 0 ? void 0 : sources2.get(source);
	word !== void 0 && words3.set("model_path", word);
	let prefix = source === "model_hf" ? "hf:" : source === "model_docker" ? "docker:" : "", model_path = word === void 0 || word.value === "" ? null : `${prefix}${word.value}`;
	return { settings, model_path, backend, fit, layers_auto, slot_ctx, words: words3 };
}
var INT = 2 ** 31;
function pathOf2({ flag }) {
	let means = flag.means, key2 = means === "cpu_moe" ? "n_cpu_moe" : means === "load_mode" ? "use_mmap" : means === "n_cpu_ffn" ? "override_tensor" : means === "rope_scale" ? "rope_freq_scale" : means;
	return key2 === void 0 || ["fit", "device", "slot_ctx"].includes(key2) ? [] : key2.startsWith("model") ? ["model_path"] : ["settings", key2];
}
function flashIn(text3) {
	let truth = truthIn(text3);
	return truth.ok ? { ok: !0, value: truth.value ? "on" : "off" } : text3 === "-1" ? { ok: !0, value: "auto" } : choiceIn(text3, ["on", "off", "auto"]);
}
function isOff({ flag, on, value: value2 }) {
	return value2 === null || value2.open ? !on : flag.takes === "nothing" ? !on || ["off", "disabled", "false", "0"].includes(value2.value) : value2.value === "" || value2.value === "none";
}
function beyond({ flag, key: key2 }, notes) {
	let args = { key: shown2(key2.value) };
	flag.beyond === "moves" ? notes.block("LP014", args, key2.span) : notes.add("LP015", "warning", { ...args, what: "memory" }, key2.span);
}

// shared/config/formats/server-config.ts
var AUTO_SLOTS = 4;
function serverConfig(found3, notes, options) {
	let said = saidBy(found3.given, notes), image = found3.backend ?? null, stated = said.backend ?? (image === "cpu" && said.settings.rpc_servers !== void 0 ? null : image), backend = stated ?? options.backend ?? "cuda", { settings, context_per_training } = withDefaults(said, backend, found3.anchor, notes);
	return said.model_path === null && notes.add("LP004", "error", { key: "--model", problem: "missing" }, found3.anchor, ["model_path"]), foreignConfig(found3, said.words, notes, {
		settings,
		model_path: said.model_path,
		backend,
		backend_stated: stated !== null,
		context_per_training
	});
}
function foreignConfig({ format: format2, name, anchor, given = [] }, words3, notes, { settings, model_path, backend, backend_stated, context_per_training }) {
	let draft = RuntimeConfigSchema.safeParse({ backend, model_path, settings, metadata: { program: "server" } }).data ?? null;
	draft === null && model_path !== null && notes.add("LP004", "error", { key: "--model", problem: "other" }, words3.get("model_path")?.span ?? anchor);
	let spanFor = (path4) => (words3.get(path4.join(".")) ?? words3.get(path4.slice(0, -1).join(".")))?.span ?? anchor, broken = notes.findings.some(({ rule }) => rule === "LP004");
	return {
		format: format2,
		name,
		config: notes.blocked() || broken ? null : draft,
		draft,
		findings: notes.findings,
		placeOf: (path4) => {
			let { offset, length } = spanFor(path4);
			return notes.places.at(offset, length);
		},
		backend_stated,
		options: given.map(({ key: key2, value: value2 }) => ({
			key: shown2(key2.value),
			has_value: value2 !== null,
			place: notes.places.at(key2.span.offset, key2.span.length)
		})),
		context_per_training,
		nameOf: (path4) => {
			let key2 = path4.findLast((part) => typeof part == "string") ?? "", option = given.findLast(({ flag }) => flag.means === key2);
			return option === void 0 ? optionName(format2, path4) : shown2(option.key.value);
		},
		edit: (path4, value2) => editOf(words3.get(path4.join(".")), path4, value2)
	};
}
var EDITABLE = new Set(
	"n_ctx n_batch n_ubatch n_gpu_layers n_threads n_threads_batch n_parallel n_cpu_moe flash_attn cache_type_k cache_type_v".split(" ").map((key2) => `settings.${key2}`)
);
function editOf(word, path4, value2) {
	if (word === void 0 || word.open || word.defaulted || !EDITABLE.has(path4.join(".")) || word.value === "" || word.span.length !== word.value.length || word.value.startsWith("--") || typeof value2 != "number" && typeof value2 != "string") return null;
	let text3 = path4.at(-1) === "n_gpu_layers" && value2 === -1 ? "all" : String(value2);
	return { ...word.span, text: text3 };
}
function withDefaults(said, backend, anchor, notes) {
	let fit = said.fit !== !1, { n_parallel, kv_unified, ...given } = said.settings, slots = n_parallel ?? AUTO_SLOTS, spanFor = (key2) => said.words.get(`settings.${key2}`)?.span ?? anchor, settings = {
		...given,
		n_parallel: slots,
		kv_unified: n_parallel === void 0 || kv_unified === !0
	}, context_per_training = null, asked = said.words.get("settings.n_ctx");
	if (!settings.n_ctx && !isUnread(asked))
		if (settings.n_ctx === void 0 && said.slot_ctx !== null)
			settings.n_ctx = Math.min(said.slot_ctx * slots, 2 ** 31 - 1);
		else {
			let why = settings.n_ctx === void 0 && fit ? "context_fit" : "context_training";
			context_per_training = fit ? slots : 1, settings.n_ctx = 0;
			let args = { why, key: "n_ctx", per_training: context_per_training };
			notes.add("LP012", "warning", args, spanFor("n_ctx"), ["settings", "n_ctx"]);
		}
	if (backend === "cpu") settings.n_gpu_layers = 0;
	else if (settings.n_gpu_layers === void 0 && (said.layers_auto || !said.words.has("settings.n_gpu_layers")) && (settings.n_gpu_layers = -1, fit)) {
		let args = { why: "layers_fit", key: "n_gpu_layers" };
		notes.add("LP012", "warning", args, spanFor("n_gpu_layers"), ["settings", "n_gpu_layers"]);
	}
	return { settings, context_per_training };
}
function isUnread(word) {
	return word !== void 0 && (word.open || !/^0+$/.test(word.value));
}

// shared/config/formats/nothing-found.ts
var START2 = { offset: 0, length: 1 };
function nothingFound(format2, text3, args = { problem: "no_server" }, span = START2) {
	return unread(format2, text3, [{ rule: "LP008", severity: "error", args, span }]);
}
function unread(format2, text3, wrong2) {
	let notes = collectorFor(text3)();
	for (let { rule, args, span } of wrong2) notes.block(rule, args, span);
	let body = {
		settings: {},
		model_path: null,
		backend: "cpu",
		backend_stated: !1,
		context_per_training: null
	};
	return foreignConfig({ format: format2, name: "", anchor: wrong2[0]?.span ?? START2 }, /* @__PURE__ */ new Map(), notes, body);
}
function tooManyServers(format2, text3, span) {
	return unread(format2, text3, [
		{ rule: "LP007", severity: "error", args: { limit: "servers", most: MOST_SERVERS }, span }
	]);
}

// shared/config/formats/llama-flag-changes.ts
var FLAG_CHANGES = [
	{
		flags: ["--mmap"],
		takes: "nothing",
		env: "LLAMA_ARG_MMAP",
		removed_in: 10875,
		use: "--load-mode mmap",
		load_mode: "mmap"
	},
	{
		flags: ["--no-mmap"],
		takes: "nothing",
		env: "LLAMA_ARG_NO_MMAP",
		removed_in: 10875,
		use: "--load-mode none",
		load_mode: "none"
	},
	{
		flags: ["--mlock"],
		takes: "nothing",
		env: "LLAMA_ARG_MLOCK",
		removed_in: 10875,
		use: "--load-mode mlock",
		load_mode: "mlock"
	},
	{
		flags: ["-dio", "--direct-io"],
		takes: "nothing",
		env: "LLAMA_ARG_DIO",
		removed_in: 10875,
		use: "--load-mode dio",
		load_mode: "dio"
	},
	{
		flags: ["-ndio", "--no-direct-io"],
		takes: "nothing",
		env: "LLAMA_ARG_NO_DIO",
		removed_in: 10875,
		use: "--load-mode auto"
	},
	{
		flags: ["--draft", "--draft-n", "--draft-max"],
		takes: "whole",
		env: "LLAMA_ARG_DRAFT_MAX",
		use: "--spec-draft-n-max"
	},
	{ flags: ["--draft-min", "--draft-n-min"], takes: "whole", env: "LLAMA_ARG_DRAFT_MIN", use: "--spec-draft-n-min" },
	{ flags: ["--spec-ngram-size-n"], takes: "whole", use: "--spec-ngram-mod-n-match" },
	{ flags: ["--spec-ngram-size-m"], takes: "whole", use: "--spec-ngram-simple-size-m" },
	{ flags: ["--spec-ngram-min-hits"], takes: "whole", use: "--spec-ngram-simple-min-hits" }
], FLAG_ADDITIONS = [
	{ flags: ["-ncmoe", "--n-cpu-moe"], env: "LLAMA_ARG_N_CPU_MOE", added_in: 6089 },
	{ flags: ["-fa", "--flash-attn"], added_in: 6325, value_only: !0 },
	{ flags: ["-lm", "--load-mode"], env: "LLAMA_ARG_LOAD_MODE", added_in: 10145 }
];

// shared/config/formats/flag-names.ts
var BY_SPELLING = new Map(
	LLAMA_FLAGS.flatMap((flag) => [
		...flag.flags.map((name) => [name, { flag, on: !0 }]),
		...(flag.no ?? []).map((name) => [name, { flag, on: !1 }])
	])
), BY_ENV = new Map(
	LLAMA_FLAGS.flatMap((flag) => {
		if (flag.env === void 0) return [];
		let negated = [flag.env.replace("LLAMA_ARG_", "LLAMA_ARG_NO_"), { flag, on: !1 }];
		return [[flag.env, { flag, on: !0 }], ...flag.no === void 0 ? [] : [negated]];
	})
), BY_PRESET_KEY = new Map([
	// The preset reader turns only options round, not variables: LLAMA_ARG_NO_X = 1 switches X on (parse_bool_arg).
	...[...BY_ENV].map(([name, { flag }]) => [name, { flag, on: !0 }]),
	...[...BY_SPELLING].map(([name, named]) => [name.replace(/^-+/, ""), named])
]), REMOVED = new Map(FLAG_CHANGES.flatMap((change) => change.flags.map((name) => [name, change]))), REMOVED_ENV = new Map(FLAG_CHANGES.flatMap((change) => change.env === void 0 ? [] : [[change.env, change]])), REMOVED_KEY = new Map([...REMOVED].map(([name, change]) => [name.replace(/^-+/, ""), change]));
function spelled(word) {
	return word.startsWith("--") ? word.replaceAll("_", "-") : word;
}
function flagOf(word) {
	return BY_SPELLING.get(spelled(word));
}
function removedFlag(word) {
	return REMOVED.get(spelled(word));
}
function flagOfEnv(name) {
	return BY_ENV.get(name);
}
function removedEnv(name) {
	return REMOVED_ENV.get(name);
}
function flagOfPresetKey(key2) {
	return BY_PRESET_KEY.get(key2);
}
function removedPresetKey(key2) {
	return REMOVED_KEY.get(key2) ?? removedEnv(key2);
}
function nearFlags(word) {
	return nearestNames(spelled(word), BY_SPELLING.keys());
}
function nearPresetKeys(key2) {
	return nearestNames(key2, BY_PRESET_KEY.keys());
}
function nearEnv(name) {
	return nearestNames(name, BY_ENV.keys());
}

// shared/config/formats/server-arguments.ts
function givenArguments(words3, notes) {
	let given = [];
	for (let index = 0; index < words3.length; index++) {
		let key2 = words3[index];
		if (key2 === void 0) break;
		let named = flagOf(key2.value), change = removedFlag(key2.value);
		if (named === void 0 && change === void 0) {
			for (key2.open ? notes.block("LP009", { key: shown2(key2.value) || "this word", what: "word" }, key2.span) : unknownWord(key2, notes); index + 1 < words3.length && !looksLikeOption(words3[index + 1]); ) index++;
			continue;
		}
		let takes = named?.flag.takes ?? change?.takes ?? "nothing", value2 = takes === "nothing" ? null : words3[index + 1] ?? null;
		if (takes !== "nothing" && (value2 === null || named?.flag.takes !== "text" && isOption(value2) || isSwallowed(named, value2))) {
			notes.add("LP004", "error", { key: `The value of ${shown2(key2.value)}`, problem: "missing" }, key2.span);
			continue;
		}
		index += takes === "two" ? 2 : takes === "nothing" ? 0 : 1, given.push({ ...fromChange(named, change), key: key2, value: value2 });
	}
	return given;
}
function givenEnvironment(key2, value2, notes) {
	let named = flagOfEnv(key2.value), change = removedEnv(key2.value);
	return named === void 0 && change === void 0 ? (key2.value.startsWith("LLAMA_ARG_") && notes.room() && notes.add("LP005", "error", { key: shown2(key2.value), near: nearEnv(key2.value) }, key2.span), null) : change !== void 0 ? (notes.add(
		"LP013",
		"error",
		{
			key: shown2(key2.value),
			use: change.use,
			what: "variable",
			...change.removed_in && { build: change.removed_in }
		},
		key2.span
	), null) : { ...fromChange(named, change), key: key2, value: named?.on === !1 ? null : value2 };
}
function fromChange(named, change) {
	return named !== void 0 ? { ...named, removed: null } : { flag: { flags: change?.flags ?? [], takes: change?.takes ?? "nothing" }, on: !0, removed: change ?? null };
}
function unknownWord(key2, notes) {
	if (!notes.room()) return;
	let name = key2.value.split("=", 1)[0] ?? "", near2 = name !== key2.value && flagOf(name) !== void 0 ? [name] : key2.value.startsWith("-") ? nearFlags(name) : [];
	notes.add("LP005", "error", { key: shown2(key2.value), near: near2 }, key2.span);
}
function looksLikeOption(word) {
	return word !== void 0 && /^--?[A-Za-z]/.test(word.value);
}
function isOption(word) {
	return looksLikeOption(word) && flagOf(word.value) !== void 0;
}
function isSwallowed(named, value2) {
	return named?.flag.means !== void 0 && value2 !== null && isOption(value2);
}

// shared/config/formats/server-call.ts
var WRAPPERS = new Set(
	"exec nohup sudo doas env time nice ionice command stdbuf numactl taskset setsid timeout chrt gosu su-exec tini dumb-init unbuffer strace".split(
		" "
	)
), CONTAINER_TOOLS = /* @__PURE__ */ new Set(["docker", "podman", "nerdctl"]);
function serverCall(words3, split) {
	let environment = [], start = 0;
	for (; start < words3.length; start++) {
		let pair = assignment(words3[start], split);
		if (pair === null) break;
		environment.push(pair);
	}
	let first = words3[start];
	if (first === void 0) return null;
	if (isServer(first)) return { program: first, args: words3.slice(start + 1), environment, backend: null };
	let name = basename2(first.value);
	if (CONTAINER_TOOLS.has(name)) return containerCall(words3.slice(start + 1), environment, split);
	if (!WRAPPERS.has(name) && !(name === "lp-tui" && words3[start + 1]?.value === "keep")) return null;
	for (let index = start + 1; index < words3.length; index++) {
		let word = words3[index];
		if (word === void 0) break;
		if (isServer(word)) return { program: word, args: words3.slice(index + 1), environment, backend: null };
		let pair = assignment(word, split);
		pair !== null && environment.push(pair);
	}
	return null;
}
function containerCall(words3, before, split) {
	let at2 = words3.findIndex(({ value: value2 }) => isServerImage(value2)), image = words3[at2];
	if (image === void 0) return null;
	let environment = [...before];
	words3.slice(0, at2).forEach((word, index, options) => {
		let before_it = options[index - 1]?.value, pair = before_it === "-e" || before_it === "--env" ? assignment(word, split) : null;
		pair !== null && environment.push(pair);
	});
	let rest = words3.slice(at2 + 1), [tool] = rest, args = tool !== void 0 && /^(?:--server|-s)$/.test(tool.value) && /:full/.test(image.value) ? rest.slice(1) : rest;
	return args[0] !== void 0 && isServer(args[0]) ? { program: args[0], args: args.slice(1), environment, backend: imageBackend(image.value) } : { program: image, args, environment, backend: imageBackend(image.value) };
}
function assignment(word, split) {
	return word !== void 0 && /^[A-Za-z_]\w*=/.test(word.value) ? split(word) : null;
}
function isServer(word) {
	let name = basename2(word.value);
	return word.open && /^\$\{?\w*llama_?server\w*\}?$/i.test(name) ? !0 : /^llama-server(?:[-_.][\w.-]*)?$/i.test(name);
}
function isServerImage(image) {
	return /(?:^|\/)llama[.-]?cpp[\w.-]*:(?:server|full)[\w.-]*(?:@|$)/i.test(image) || /(?:^|\/)llama-server(?:[:@]|$)/i.test(image);
}
function imageBackend(image) {
	let tag = /:(?:server|full)([\w.-]*)/i.exec(image)?.[1]?.toLowerCase();
	if (tag === void 0) return null;
	let known3 = ["cuda", "rocm", "vulkan"].find((name) => tag.includes(name));
	return known3 !== void 0 ? known3 : tag.includes("intel") || tag.includes("sycl") ? "sycl" : tag === "" || /^-b\d+$/.test(tag) ? "cpu" : null;
}
function basename2(path4) {
	return path4.slice(Math.max(path4.lastIndexOf("/"), path4.lastIndexOf("\\")) + 1);
}

// shared/config/formats/shell-variable.ts
function variableAt(text3, pos, mode) {
	let rest = text3.slice(pos, pos + 2e3), braced = /^\$\{([\w.-]+)\}/.exec(rest);
	if (braced !== null)
		return { name: braced[1] ?? null, end: pos + braced[0].length, fallback: null, assigns: !1 };
	let defaulted = /^\$\{(\w+)(:?[-=])([^{}]*)\}/.exec(rest);
	if (defaulted !== null) {
		let [all2, name = "", operator = "", fallback = ""] = defaulted, start = pos + 2 + name.length + operator.length, end = pos + all2.length;
		return { name, end, fallback: [start, start + fallback.length], assigns: operator.endsWith("=") };
	}
	if (rest.startsWith("${")) return unknownTo(closingBracket(text3, pos + 1, "{", "}"));
	if (mode === "swap") return null;
	if (mode === "shell" && rest.startsWith("$(")) return unknownTo(closingBracket(text3, pos + 1, "(", ")"));
	let bare = /^\$([A-Za-z_]\w*)/.exec(rest);
	return bare !== null ? { name: bare[1] ?? null, end: pos + bare[0].length, fallback: null, assigns: !1 } : mode === "shell" && /^\$[\d@*#?!$-]/.test(rest) ? unknownTo(pos + 2) : null;
}
function unknownTo(end) {
	return { name: null, end, fallback: null, assigns: !1 };
}
function closingBracket(text3, from, opens, closes) {
	let depth = opens === "" ? 1 : 0;
	for (let index = from + (opens === "" ? 1 : 0); index < text3.length; index++)
		if (text3[index] === opens) depth++;
		else if (text3[index] === closes && --depth === 0) return index + 1;
	return text3.length;
}

// shared/config/formats/shell-words.ts
var OPERATORS = /* @__PURE__ */ new Set([";", "&", "|", "(", ")"]), MOST_WORDS = 2e4;
function* shellCommands(source, options) {
	let { text: text3, at: at2 } = source, shell = options.mode === "shell", reader = wordReader(source, options), words3 = [], pos = 0, fresh2 = !0, guarded = !1, array2 = null, count4 = 0, marks = [], finished = () => {
		let done = { words: words3, unclosed: reader.unclosed(), guarded, array: array2 };
		return words3 = [], array2 = null, done;
	};
	for (; pos < text3.length && count4 < MOST_WORDS && reader.unclosed() === null; ) {
		let char = text3[pos] ?? "", continued = char === "\\" ? lineBreakAt(text3, pos + 1) : 0;
		if (char === " " || char === "	" || char === "\r") pos++;
		else if (continued > 0) pos += 1 + continued;
		else if (char === "#" && (shell || fresh2 && options.mode === "swap")) pos = lineEnd(text3, pos);
		else if (char === `
`) {
			if (pos++, fresh2 = !0, !shell || array2 !== null) continue;
			words3.length > 0 && (yield finished()), guarded = !1;
			for (let mark of marks.splice(0)) pos = afterHeredoc(text3, pos, mark);
		} else if (shell && text3.startsWith("<<", pos) && text3[pos + 2] !== "<") {
			let mark = /^<<-?[ \t]*(['"]?)([\w.-]+)\1/.exec(text3.slice(pos, pos + 200));
			pos += mark?.[0].length ?? 2, mark?.[2] !== void 0 && marks.push(mark[2]);
		} else if (shell && (char === "<" || char === ">")) {
			for (/^\d$/.test(words3.at(-1)?.value ?? "") && /\d/.test(text3[pos - 1] ?? "") && words3.pop(); "<>&".includes(text3[pos] ?? " "); ) pos++;
			for (; text3[pos] === " " || text3[pos] === "	"; ) pos++;
			!OPERATORS.has(text3[pos] ?? ";") && text3[pos] !== `
` && (pos = reader.read(pos).end);
		} else if (shell && char === "(" && array2 === null && text3[pos - 1] === "=" && /^\w+\+?=$/.test(words3.at(-1)?.value ?? ""))
			array2 = (words3.pop()?.value ?? "").slice(0, -1), pos++;
		else if (shell && char === ")" && array2 !== null)
			pos++, yield finished();
		else if (shell && OPERATORS.has(char)) {
			words3.length > 0 && (yield finished());
			let twice = text3[pos + 1] === char;
			guarded = (char === "&" || char === "|") && (twice || char === "|"), pos += twice ? 2 : 1;
		} else {
			fresh2 = !1;
			let spread = shell ? /^("?)\$\{(\w+)\[[@*]\]\}\1(?=[\s;&|)]|$)/.exec(text3.slice(pos, pos + 200)) : null, items = spread === null ? null : options.array?.(spread[2] ?? "") ?? null;
			if (spread !== null && items !== null) {
				for (let item of items) words3.push(item);
				count4 += items.length, pos += spread[0].length;
			} else {
				let { word, end } = reader.read(pos);
				words3.push(word), pos = Math.max(end, pos + 1);
			}
			count4++;
		}
	}
	let cut2 = pos < text3.length && reader.unclosed() === null;
	if (words3.length > 0 || reader.unclosed() !== null || cut2) {
		let last = finished();
		yield cut2 ? { ...last, words: [...last.words, openWord(at2[pos] ?? 0)] } : last;
	}
}
function openWord(offset) {
	return { value: "", at: [], span: { offset, length: 1 }, open: !0, defaulted: !1 };
}
function wordReader(source, options) {
	let { text: text3, at: at2 } = source, shell = options.mode === "shell", grown = 0, unclosed = null, place = (index) => at2[index] ?? (at2.at(-1) ?? 0) + 1;
	return { read: (start) => {
		let value2 = mappedBuilder(), open2 = !1, defaulted = !1, pos = start, literal2 = (end) => {
			for (; pos < end; ) value2.add(text3[pos] ?? "", place(pos++));
		}, substitute = (variable) => {
			let known3 = variable.name === null ? null : valueOf3(variable, source, options);
			if (known3 === null)
				return open2 = !0, literal2(variable.end);
			open2 ||= known3.open, defaulted ||= known3.defaulted, grown += known3.text.text.length, grown > 262144 ? open2 = !0 : value2.addAll(known3.text), pos = variable.end;
		}, special = () => {
			let char = text3[pos];
			if (options.mode === "compose" && char === "$" && text3[pos + 1] === "$")
				return value2.add("$", place(pos)), pos += 2, !0;
			let variable = char === "$" ? variableAt(text3, pos, options.mode) : null;
			return variable !== null ? (substitute(variable), !0) : char !== "`" || !shell ? !1 : (open2 = !0, literal2(closingBracket(text3, pos, "", "`")), !0);
		};
		for (; pos < text3.length && unclosed === null; ) {
			let char = text3[pos] ?? "";
			if (char === " " || char === "	" || char === "\r" || char === `
` || shell && (OPERATORS.has(char) || char === "<" || char === ">")) break;
			if (char === "\\") {
				let broken = lineBreakAt(text3, pos + 1);
				broken === 0 && pos + 1 < text3.length && value2.add(text3[pos + 1] ?? "", place(pos + 1)), pos += 1 + (broken || 1);
			} else if (char === "'") {
				let close = text3.indexOf("'", pos + 1);
				close === -1 && (unclosed = place(pos)), pos++, literal2(close === -1 ? text3.length : close), pos++;
			} else if (char === '"') {
				let opened = pos++;
				for (; pos < text3.length && text3[pos] !== '"'; ) {
					let next = text3[pos + 1] ?? "", broken = text3[pos] === "\\" ? lineBreakAt(text3, pos + 1) : 0;
					broken > 0 ? pos += 1 + broken : text3[pos] === "\\" && next !== "" && '$`"\\'.includes(next) ? (value2.add(next, place(pos + 1)), pos += 2) : special() || literal2(pos + 1);
        }
        pos >= text3.length && (unclosed = place(opened)), pos++;
      } else special() || literal2(pos + 1);
    }
    let { text: built, at: places2 } = value2.done(), span = built === "" ? { offset: place(start), length: pos - start } : spanOf2({ text: built, at: places2 });
    return { word: { value: built, at: places2, span, open: open2, defaulted }, end: pos };
  }, unclosed: () => unclosed };
}
function valueOf3(variable, source, { lookup, assign }) {
  let known3 = lookup?.(variable.name ?? "") ?? null;
  if (known3 !== null || variable.fallback === null) return known3;
  let text3 = sliceMapped(source, ...variable.fallback), value2 = { text: text3, defaulted: !0, open: /[$`\\]/.test(text3.text) };
	return variable.assigns && variable.name !== null && assign?.(variable.name, value2), value2;
}
function lineBreakAt(text3, pos) {
	return text3[pos] === `
` ? 1 : text3.startsWith(`\r
`, pos) ? 2 : 0;
}
function lineEnd(text3, pos) {
	let end = text3.indexOf(`
`, pos);
	return end === -1 ? text3.length : end;
}
function afterHeredoc(text3, from, mark) {
	for (let pos = from; pos < text3.length; ) {
		let end = lineEnd(text3, pos);
		if (text3.slice(pos, end).trim() === mark) return end;
		pos = end + 1;
	}
	return text3.length;
}

// shared/config/formats/shell-script.ts
var OPENS = /* @__PURE__ */ new Set(["if", "case", "for", "while", "until", "select", "{"]), CLOSES = /* @__PURE__ */ new Set(["fi", "esac", "done", "}"]), LEADS = /* @__PURE__ */ new Set(["then", "else", "elif", "do", "!", "{", "if", "while", "until"]);
function readShell(text3, options) {
	let newNotes = collectorFor(text3), found3 = serversIn2(mapped(text3), newNotes), configs = found3.slice(0, MOST_SERVERS).map(({ call, given, notes }) => {
		let { program, backend } = call;
		return serverConfig({ format: "shell", name: "", anchor: program.span, given, backend }, notes, options);
	}), next = found3[MOST_SERVERS];
	return next !== void 0 && configs.push(tooManyServers("shell", text3, next.call.program.span)), configs.length > 0 ? configs : [nothingFound("shell", text3)];
}
function serversIn2(source, newNotes, outside = /* @__PURE__ */ new Map()) {
	let variables = /* @__PURE__ */ new Map(), arrays = /* @__PURE__ */ new Map(), environment = new Map(outside);
	for (let [name, [, value2]] of outside) variables.set(name, asVariable(value2));
	let found3 = [], depth = 0, commands = shellCommands(source, {
		mode: "shell",
		lookup: (name) => variables.get(name) ?? null,
		assign: (name, value2) => {
			variables.set(name, value2);
		},
		array: (name) => arrays.get(name) ?? null
	});
	for (let { words: all2, unclosed, guarded, array: array2 } of commands) {
		if (found3.length > MOST_SERVERS) break;
		if (unclosed !== null) {
			let notes = newNotes();
			notes.block("LP008", { problem: "quote_not_closed" }, { offset: unclosed, length: 1 }), found3.push({
				call: { program: all2[0] ?? wordless(unclosed), args: [], environment: [], backend: null },
				given: [],
				notes
			});
			break;
		}
		let words3 = [...all2];
		if (array2 !== null) {
			setArray(arrays, array2, words3, depth > 0 || guarded);
			continue;
		}
		for (; words3[0] !== void 0 && (LEADS.has(words3[0].value) || CLOSES.has(words3[0].value) || OPENS.has(words3[0].value)); ) {
			let word = words3.shift()?.value ?? "";
			if (OPENS.has(word) && depth++, CLOSES.has(word) && (depth = Math.max(0, depth - 1)), word === "for" || word === "select") {
				let name = words3[0]?.value ?? "";
				variables.delete(name);
				break;
			}
			if (word === "case") break;
		}
		let unsure = depth > 0 || guarded, call = serverCall(words3, splitAssignment);
		if (call !== null) {
			found3.push(seen(call, environment, newNotes()));
			continue;
		}
		let [first] = words3;
		if (first === void 0) continue;
		if (first.value === "source" || first.value === "." || first.value === "eval" || first.value === "read") {
			variables.clear(), arrays.clear();
			continue;
		}
		let exporting = ["export", "declare", "typeset", "readonly", "local"].includes(first.value);
		for (let word of exporting ? words3.slice(1) : words3) {
			let pair = splitAssignment(word);
			if (pair === null) {
				if (first.value === "export" && exportVariable(environment, variables, word), !exporting) break;
				continue;
			}
			let [key2, value2] = pair, known3 = asVariable(value2);
			variables.set(key2.value, unsure ? { ...known3, open: !0 } : known3), (first.value === "export" || environment.has(key2.value)) && environment.set(key2.value, [key2, unsure ? { ...value2, open: !0 } : value2]);
		}
	}
	return found3;
}
function seen(call, environment, notes) {
	let own3 = new Map(environment);
	for (let pair of call.environment) own3.set(pair[0].value, pair);
	let given = [...own3.values()].flatMap(([key2, value2]) => givenEnvironment(key2, value2, notes) ?? []);
	return { call, given: [...given, ...givenArguments(call.args, notes)], notes };
}
function splitAssignment(word) {
	let name = /^([A-Za-z_]\w*)=/.exec(word.value)?.[1];
	if (name === void 0) return null;
	let [offset = word.span.offset] = word.at;
	return [{
		...word,
		value: name,
		at: word.at.slice(0, name.length),
		span: { offset, length: name.length },
		open: !1
	}, restOfWord(word, name.length + 1)];
}
function asVariable({ value: value2, at: at2, open: open2, defaulted }) {
	return { text: { text: value2, at: at2 }, open: open2, defaulted };
}
function exportVariable(environment, variables, key2) {
	let known3 = variables.get(key2.value);
	if (known3 === void 0 || flagOfEnv(key2.value) === void 0 && removedEnv(key2.value) === void 0) return;
	let { text: text3, open: open2, defaulted } = known3, offset = text3.at[0] ?? key2.span.offset, value2 = { value: text3.text, at: text3.at, span: { offset, length: text3.text.length }, open: open2, defaulted };
	environment.set(key2.value, [key2, value2]);
}
function setArray(arrays, name, words3, unsure) {
	let append = name.endsWith("+"), key2 = append ? name.slice(0, -1) : name, all2 = [
		...append ? arrays.get(key2) ?? [] : [],
		...words3.map((word) => ({ ...word, open: word.open || unsure }))
	];
	all2.length < 1e4 ? arrays.set(key2, all2) : arrays.delete(key2);
}
function wordless(offset) {
	return { value: "", at: [], span: { offset, length: 1 }, open: !0, defaulted: !1 };
}

// shared/config/formats/dockerfile.ts
function readDockerfile(text3, options) {
	let instructions = instructionsOf(text3), lastFrom = instructions.findLastIndex(({ name }) => name === "FROM"), stage = instructions.slice(Math.max(0, lastFrom)), image = stage[0]?.name === "FROM" ? stage[0].rest.text.trim().split(/\s+/).find((word) => !word.startsWith("--")) ?? "" : "", entry = stage.findLast(({ name }) => name === "ENTRYPOINT"), cmd = stage.findLast(({ name }) => name === "CMD"), newNotes = collectorFor(text3), environment = environmentOf(stage), backend = isServerImage(image) ? imageBackend(image) : null, configs = started(entry, cmd, isServerImage(image), environment, newNotes).map(
		({ call, given, notes }) => serverConfig(
			{ format: "dockerfile", name: "", anchor: call.program.span, given, backend: call.backend ?? backend },
			notes,
			options
		)
	);
	return configs.length > 0 ? configs : [nothingFound("dockerfile", text3)];
}
function started(entry, cmd, serverImage, environment, newNotes) {
	let entryWords = entry && jsonWords(entry.rest), cmdWords = cmd && jsonWords(cmd.rest);
	if (entry !== void 0 && !entryWords) return serversIn2(entry.rest, newNotes, environment);
	if (cmd !== void 0 && !cmdWords && entry === void 0 && !serverImage)
		return serversIn2(cmd.rest, newNotes, environment);
	let words3 = [...entryWords ?? [], ...cmdWords ?? []], script = shellArgument(words3);
	if (script !== null) return serversIn2({ text: script.value, at: script.at }, newNotes, environment);
	let call = serverCall(words3, splitAssignment), anchor = cmd?.head ?? entry?.head, own3 = call ?? (serverImage && entry === void 0 && anchor !== void 0 ? { program: anchor, args: words3, environment: [], backend: null } : null);
	if (own3 === null) return [];
	let notes = newNotes(), given = [...environment.values()].flatMap(([key2, value2]) => givenEnvironment(key2, value2, notes) ?? []);
	return [{ call: own3, given: [...given, ...givenArguments(own3.args, notes)], notes }];
}
function shellArgument(words3) {
	let [program, flag, script] = words3;
	return program === void 0 || flag === void 0 || script === void 0 ? null : /(?:^|\/)(?:ba|da|a|z)?sh$/.test(program.value) && /^-\w*c$/.test(flag.value) ? script : null;
}
function environmentOf(stage) {
	let environment = /* @__PURE__ */ new Map();
	for (let { name, rest } of stage) {
		if (name !== "ENV") continue;
		let [command2] = [...shellCommands(rest, { mode: "shell" })], words3 = command2?.words ?? [], [key2, ...values] = words3;
		if (key2 !== void 0 && !key2.value.includes("=") && values[0] !== void 0) {
			environment.set(key2.value, [key2, values[0]]);
			continue;
		}
		for (let word of words3) {
			let pair = splitAssignment(word);
			pair !== null && environment.set(pair[0].value, pair);
		}
	}
	return environment;
}
function instructionsOf(text3) {
	let source = mapped(text3), found3 = [], escape = /^#\s*escape\s*=\s*`/im.test(text3.slice(0, 1e3)) ? "`" : "\\", open2 = null;
	for (let match of text3.matchAll(/[^\n]+/g)) {
		let line = match[0].trimEnd();
		if (line.trimStart() === "" || line.trimStart().startsWith("#")) continue;
		let continued = line.endsWith(escape), body = continued ? line.slice(0, -1) : line, from = 0;
		if (open2 === null) {
			let head2 = /^[ \t]*([A-Za-z]+)(?:[ \t]+|$)/.exec(body);
			if (head2 === null) continue;
			let start = match.index + head2[0].indexOf(head2[1] ?? ""), name = head2[1] ?? "";
			open2 = {
				name: name.toUpperCase(),
				head: wordOf(sliceMapped(source, start, start + name.length)),
				rest: mappedBuilder()
			}, from = head2[0].length;
		}
		open2.rest.addAll(sliceMapped(source, match.index + from, match.index + body.length)), continued ? open2.rest.add(" ", match.index + body.length) : (found3.push({ name: open2.name, head: open2.head, rest: open2.rest.done() }), open2 = null);
	}
	return open2 !== null && found3.push({ name: open2.name, head: open2.head, rest: open2.rest.done() }), found3;
}

// shared/config/formats/yaml-document.ts
var MARKS = /* @__PURE__ */ new Set(["", "", ""]), COLLECTIONS = /* @__PURE__ */ new Set(["block-map", "block-seq", "flow-collection"]), MOST_STEPS2 = 16;
function parseYaml(text3, limits2) {
	let tooMuch = overLimit(text3, limits2);
	if (tooMuch !== null) return { trouble: [tooMuch] };
	let document;
	try {
		document = a12(text3, {
			uniqueKeys: !1,
			schema: "core",
			customTags: null,
			prettyErrors: !1,
			logLevel: "silent",
			keepSourceTokens: !1,
			strict: !0,
			version: "1.2"
		});
	} catch {
		return { trouble: [{ rule: "LP008", args: { problem: "no_yaml" }, span: { offset: 0, length: 1 } }] };
	}
	let [error] = document.errors;
	if (error !== void 0) {
		let offset = Math.min(error.pos[0], text3.length);
		return {
			trouble: [
				{ rule: "LP008", args: { problem: error.code === "MULTIPLE_DOCS" ? "several_documents" : "no_yaml" }, span: { offset, length: 1 } }
			]
		};
	}
	let { anchors, repeated } = survey(document.contents);
	if (repeated.length > 0) return { trouble: repeated.slice(0, 20) };
	let resolved = (node) => {
		let at2 = node;
		for (let step2 = 0; i2(at2) && step2 < MOST_STEPS2; step2++) at2 = anchors.get(at2.source);
		return i2(at2) || at2 === void 0 || at2 === null ? null : at2;
	}, known3 = /* @__PURE__ */ new Map(), entries = (node) => {
		let map = resolved(node);
		if (!b3(map)) return /* @__PURE__ */ new Map();
		let before = known3.get(map);
		if (before !== void 0) return before;
		let found3 = /* @__PURE__ */ new Map();
		known3.set(map, found3);
		for (let base of map.items.flatMap((pair) => isMergeKey(pair) ? basesOf(pair, resolved) : []))
			for (let [key2, entry] of entries(base)) found3.has(key2) || found3.set(key2, entry);
		for (let { key: key2, value: value2 } of map.items)
			e7(key2) && found3.set(String(key2.value), { key: key2, value: resolved(value2) });
		return found3;
	};
	return { root: document.contents, resolved, entries };
}
function isYamlFile(read2) {
	return "root" in read2;
}
function nodeSpan(node, fallback) {
	let range2 = node?.range;
	return range2 ? { offset: range2[0], length: Math.max(1, range2[1] - range2[0]) } : fallback;
}
function isMergeKey({ key: key2 }) {
	return e7(key2) && key2.value === "<<" && (key2.type === void 0 || key2.type === "PLAIN");
}
function basesOf({ value: value2 }, resolved) {
	let node = resolved(value2);
	return S3(node) ? node.items.slice(0, MOST_STEPS2).map(resolved) : [node];
}
function overLimit(text3, limits2) {
	if (text3.length > limits2.length) return over("length", limits2.length, 0);
	let parser = new w9(), offset = 0, tokens2 = 0, keys = 0;
	try {
		for (let lexeme of new x5().lex(text3)) {
			for (let token of parser.next(lexeme)) ;
			let { stack } = parser;
			if (stack.length > limits2.nesting && stack.filter(({ type }) => COLLECTIONS.has(type)).length > limits2.nesting)
				return over("nesting", limits2.nesting, offset);
			if ((lexeme === ":" || lexeme === "?") && keys++, keys > limits2.keys) return over("keys", limits2.keys, offset);
			if (++tokens2 > limits2.tokens) return over("tokens", limits2.tokens, offset);
			MARKS.has(lexeme) || (offset += lexeme.length);
		}
	} catch {
		return { rule: "LP008", args: { problem: "no_yaml" }, span: { offset: Math.min(offset, text3.length), length: 1 } };
	}
	return null;
}
function over(limit, most, offset) {
	return { rule: "LP007", args: { limit, most }, span: { offset, length: 1 } };
}
function survey(root) {
	let anchors = /* @__PURE__ */ new Map(), repeated = [], merges = /* @__PURE__ */ new Map(), resolved = (node) => {
		let at2 = i2(node) ? anchors.get(node.source) : node;
		return b3(at2) || S3(at2) || e7(at2) ? at2 : null;
	}, visit2 = (node) => {
		if (e7(node) || b3(node) || S3(node)) {
			let { anchor } = node;
			anchor !== void 0 && anchors.has(anchor) && repeated.push({
				rule: "LP002",
				args: { key: shown2(`&${anchor}`) },
				span: nodeSpan(node, { offset: 0, length: 1 })
			}), anchor !== void 0 && anchors.set(anchor, node);
		}
		if (S3(node)) for (let item of node.items) visit2(item);
		b3(node) && visitMap(node);
	}, visitMap = (map) => {
		let seen2 = /* @__PURE__ */ new Set();
		for (let { key: key2, value: value2 } of map.items) {
			if (e7(key2)) {
				let name = String(key2.value);
				seen2.has(name) && name !== "<<" && repeated.push({ rule: "LP002", args: { key: shown2(name) }, span: nodeSpan(key2, { offset: 0, length: 1 }) }), seen2.add(name);
			} else visit2(key2);
			visit2(value2);
		}
		let chain = map.items.flatMap((pair) => isMergeKey(pair) ? basesOf(pair, resolved) : []).reduce(
			(most, base) => Math.max(most, b3(base) ? 1 + (merges.get(base) ?? MOST_STEPS2) : 0),
			0
		);
		if (chain > MOST_STEPS2) {
			let span = nodeSpan(map, { offset: 0, length: 1 });
			repeated.push({ rule: "LP007", args: { limit: "nesting", most: MOST_STEPS2 }, span: { ...span, length: 1 } });
		}
		merges.set(map, chain);
	};
	return visit2(root), { anchors, repeated };
}

// shared/config/formats/yaml-scalar.ts
function scalarText(file, node) {
	if (!e7(node) || node.value === null || node.value === void 0 || !node.range) return null;
	let text3 = typeof node.value == "string" ? node.value : node.source ?? JSON.stringify(node.value), [start, end] = node.range, at2 = aligned2(text3, file, start, end, node.type);
	return { text: text3, at: at2 ?? Array.from({ length: text3.length }, () => start) };
}
function aligned2(text3, file, start, end, type) {
	let block2 = type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED", double = type === "QUOTE_DOUBLE", header = block2 ? file.indexOf(`
`, start) : -1, pos = block2 ? header === -1 ? end : header + 1 : type === "PLAIN" ? start : start + 1, at2 = [];
	for (let index = 0; index < text3.length; index++) {
		let char = text3[index] ?? "";
		if (isBlank(char)) {
			at2.push(Math.min(pos, end)), file[pos] === char && char !== `
` ? pos++ : double && file[pos] === "\\" && !isBreak(file, pos + 1) && (pos += escapeLength(file, pos));
			continue;
		}
		if (pos = skipBlanks(file, pos, end, double), pos >= end) return null;
		if (double && file[pos] === "\\")
			at2.push(pos), pos += escapeLength(file, pos);
		else if (file[pos] === char)
			at2.push(pos), pos += type === "QUOTE_SINGLE" && char === "'" ? 2 : 1;
		else return null;
	}
	return at2;
}
function escapeLength(file, pos) {
	return 2 + ({ x: 2, u: 4, U: 8 }[file[pos + 1] ?? ""] ?? 0);
}
function isBreak(file, pos) {
	return file[pos] === `
` || file.startsWith(`\r
`, pos);
}
function isBlank(char) {
	return char === " " || char === "	" || char === `
` || char === "\r";
}
function skipBlanks(file, from, end, double) {
	let pos = from;
	for (; pos < end && !(!isBlank(file[pos] ?? "") && (!double || file[pos] !== "\\" || !isBreak(file, pos + 1))); pos++)
		;
	return pos;
}

// shared/config/formats/compose.ts
function readCompose(text3, options) {
	let yaml = parseYaml(text3, options.limits ?? FOREIGN_LIMITS);
	if (!isYamlFile(yaml))
		return [
			unread(
				"compose",
				text3,
				yaml.trouble.map((trouble) => ({ ...trouble, severity: "error" }))
			)
		];
	let newNotes = collectorFor(text3), configs = [];
	for (let [name, { key: key2, value: value2 }] of yaml.entries(yaml.entries(yaml.root).get("services")?.value)) {
		let service = yaml.entries(value2), image = wordIn(text3, service.get("image")?.value), anchor = wordOf({ text: name, at: [] }, { span: nodeSpan(key2, { offset: 0, length: 1 }) }), seen2 = serverOf(text3, yaml, service, image?.value ?? "", anchor, newNotes);
		if (seen2 === null) continue;
		if (configs.length === MOST_SERVERS) {
			configs.push(tooManyServers("compose", text3, seen2.call.program.span));
			break;
		}
		let { call, given, notes } = seen2;
		surroundings(service, notes);
		let backend = call.backend ?? imageBackend(image?.value ?? "");
		configs.push(serverConfig({ format: "compose", name, anchor: call.program.span, given, backend }, notes, options));
	}
	return configs.length > 0 ? configs : [nothingFound("compose", text3)];
}
function serverOf(text3, yaml, service, image, anchor, newNotes) {
	let entry = wordsOf2(text3, yaml, service.get("entrypoint")), command2 = wordsOf2(text3, yaml, service.get("command")), environment = environmentOf2(text3, yaml, service.get("environment")), unclosed = entry.unclosed ?? command2.unclosed;
	if (unclosed !== null) {
		if (!isServerImage(image)) return null;
		let notes2 = newNotes();
		return notes2.block("LP008", { problem: "quote_not_closed" }, { offset: unclosed, length: 1 }), { call: { program: anchor, args: [], environment: [], backend: null }, given: [], notes: notes2 };
	}
	let words3 = [...entry.words, ...command2.words], script = shellArgument(words3);
	if (script !== null) return serversIn2({ text: script.value, at: script.at }, newNotes, environment)[0] ?? null;
	let call = serverCall(words3, splitAssignment) ?? ofImage(image, entry.words.length > 0, command2.words, anchor);
	if (call === null) return null;
	let notes = newNotes(), given = [...environment.values()].flatMap(([key2, value2]) => givenEnvironment(key2, value2, notes) ?? []);
	return { call, given: [...given, ...givenArguments(call.args, notes)], notes };
}
function ofImage(image, ownEntry, command2, anchor) {
	if (ownEntry || !isServerImage(image)) return null;
	if (!/:full/i.test(image)) return { program: anchor, args: command2, environment: [], backend: null };
	let [tool, ...args] = command2;
	return tool === void 0 || !/^(?:--server|-s)$/.test(tool.value) ? null : { program: anchor, args, environment: [], backend: null };
}
function surroundings(service, notes) {
	let extended2 = service.get("extends");
	extended2 !== void 0 && notes.block("LP009", { key: "extends", what: "other_file" }, nodeSpan(extended2.key, { offset: 0, length: 1 }));
	let file = service.get("env_file");
	file !== void 0 && notes.add("LP012", "warning", { why: "env_file", key: "env_file" }, nodeSpan(file.key, { offset: 0, length: 1 }));
}
function wordsOf2(text3, yaml, entry) {
	let node = entry?.value;
	if (S3(node))
		return { words: node.items.flatMap((item) => wordIn(text3, yaml.resolved(item)) ?? []), unclosed: null };
	let source = scalarText(text3, node), [command2] = source === null ? [] : [...shellCommands(source, { mode: "compose" })];
	return { words: command2?.words ?? [], unclosed: command2?.unclosed ?? null };
}
function environmentOf2(text3, yaml, entry) {
	let environment = /* @__PURE__ */ new Map(), node = entry?.value;
	for (let item of S3(node) ? node.items : []) {
		let word = wordIn(text3, yaml.resolved(item));
		if (word === null) continue;
		let pair = splitAssignment(word) ?? [word, { ...word, value: "", open: !0 }];
		environment.set(pair[0].value, pair);
	}
	if (!b3(node)) return environment;
	for (let [name, { key: key2, value: value2 }] of yaml.entries(node)) {
		let keyText = scalarText(text3, key2);
		if (keyText === null) continue;
		let word = wordOf(keyText);
		environment.set(name, [word, wordIn(text3, value2) ?? { ...word, value: "", open: !0 }]);
	}
	return environment;
}
function wordIn(text3, node) {
	let source = scalarText(text3, node);
	return source === null ? null : interpolated(source);
}
function interpolated(source) {
	let { text: text3, at: at2 } = source, built = mappedBuilder(), open2 = !1, defaulted = !1, pos = 0;
	for (; pos < text3.length; ) {
		let next = text3.indexOf("$", pos), stop = next === -1 ? text3.length : next;
		if (built.addAll(sliceMapped(source, pos, stop)), pos = stop, next === -1) break;
		let variable = text3[pos + 1] === "$" ? null : variableAt(text3, pos, "compose");
		if (variable === null) {
			built.add("$", at2[pos] ?? 0), pos += text3[pos + 1] === "$" ? 2 : 1;
			continue;
		}
		let fallback = variable.fallback === null ? null : sliceMapped(source, ...variable.fallback);
		open2 ||= fallback === null || fallback.text.includes("$"), defaulted ||= fallback !== null, built.addAll(fallback ?? sliceMapped(source, pos, variable.end)), pos = variable.end;
	}
	let done = built.done();
	return wordOf(done, {
		open: open2,
		defaulted,
		...done.text === "" && { span: { offset: at2[0] ?? 0, length: text3.length } }
	});
}

// shared/config/formats/env-file.ts
function readEnvFile(text3, options) {
	let notes = collectorFor(text3)(), given = /* @__PURE__ */ new Map(), source = mapped(text3);
	for (let match of text3.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*([^\n]*)$/gm)) {
		let [line, name = "", rest = ""] = match, start = match.index + line.length - rest.length, [from, to] = valueWithin(rest), text_value = sliceMapped(source, start + from, start + to), literal2 = rest[from - 1] === "'", nameAt = match.index + line.indexOf(name), key2 = wordOf(sliceMapped(source, nameAt, nameAt + name.length)), span = { offset: start + from, length: to - from }, value2 = wordOf(text_value, { open: !literal2 && hasVariable(text_value.text), span }), one = givenEnvironment(key2, value2, notes);
		one !== null && given.set(one.flag, one);
	}
	let first = [...given.values()][0];
	if (first === void 0 && notes.findings.length === 0) return [nothingFound("env", text3)];
	let anchor = first?.key.span ?? { offset: 0, length: 1 };
	return [serverConfig({ format: "env", name: "", anchor, given: [...given.values()] }, notes, options)];
}
function valueWithin(rest) {
	let quote2 = rest[0];
	if (quote2 === '"' || quote2 === "'") {
		let close = rest.indexOf(quote2, 1);
		if (close !== -1) return [1, close];
	}
	let comment = rest.search(/\s#/), end = comment === -1 ? rest.length : comment;
	return [0, rest.slice(0, end).trimEnd().length];
}
function hasVariable(text3) {
	for (let at2 = text3.indexOf("$"); at2 !== -1; at2 = text3.indexOf("$", at2 + 1))
		if (variableAt(text3, at2, "shell") !== null) return !0;
	return !1;
}

// shared/config/formats/llama-swap.ts
function readLlamaSwap(text3, options) {
	let yaml = parseYaml(text3, options.limits ?? FOREIGN_LIMITS);
	if (!isYamlFile(yaml))
		return [
			unread(
				"llama-swap",
				text3,
				yaml.trouble.map((trouble) => ({ ...trouble, severity: "error" }))
			)
		];
	let newNotes = collectorFor(text3), top = yaml.entries(yaml.root), shared = macrosOf(text3, yaml, top.get("macros"), /* @__PURE__ */ new Map()), configs = [];
	for (let [name, entry] of yaml.entries(top.get("models")?.value)) {
		let model = yaml.entries(entry.value), cmd = scalarText(text3, model.get("cmd")?.value);
		if (cmd === null) continue;
		let id = scalarText(text3, entry.key), own3 = macrosOf(
			text3,
			yaml,
			model.get("macros"),
			new Map([...shared, ...id === null ? [] : [["MODEL_ID", id]]])
		), anchor = nodeSpan(entry.key, { offset: 0, length: 1 }), seen2 = serverOf2(expanded(cmd, own3), environmentOf3(text3, yaml, model.get("env"), own3), newNotes, anchor);
		if (seen2 === null) continue;
		if (configs.length === MOST_SERVERS) {
			configs.push(tooManyServers("llama-swap", text3, seen2.call.program.span));
			break;
		}
		let { call, given, notes } = seen2;
		configs.push(
			serverConfig(
				{ format: "llama-swap", name, anchor: call.program.span, given, backend: call.backend },
				notes,
				options
			)
		);
	}
	return configs.length > 0 ? configs : [nothingFound("llama-swap", text3)];
}
function serverOf2(cmd, environment, newNotes, anchor) {
	let blocked = (args, rule, span) => {
		let notes2 = newNotes();
		return notes2.block(rule, args, span), { call: { program: { value: "", at: [], span, open: !0, defaulted: !1 }, args: [], environment: [], backend: null }, given: [], notes: notes2 };
	};
	if (cmd === null) return blocked({ limit: "length", most: 262144 }, "LP007", anchor);
	let [command2] = [...shellCommands(cmd, { mode: "swap" })];
	if (command2 === void 0) return null;
	if (command2.unclosed !== null)
		return blocked({ problem: "quote_not_closed" }, "LP008", { offset: command2.unclosed, length: 1 });
	let script = shellArgument(command2.words);
	if (script !== null) return serversIn2({ text: script.value, at: script.at }, newNotes, environment)[0] ?? null;
	let call = serverCall(command2.words, splitAssignment), [first] = command2.words;
	if (call === null) return first?.open === !0 ? blocked({ key: "cmd", what: "program" }, "LP009", first.span) : null;
	let notes = newNotes(), own3 = new Map(environment);
	for (let pair of call.environment) own3.set(pair[0].value, pair);
	let given = [...own3.values()].flatMap(([key2, value2]) => givenEnvironment(key2, value2, notes) ?? []);
	return { call, given: [...given, ...givenArguments(call.args, notes)], notes };
}
function environmentOf3(text3, yaml, entry, macros) {
	let environment = /* @__PURE__ */ new Map();
	for (let item of S3(entry?.value) ? entry.value.items : []) {
		let value2 = scalarText(text3, yaml.resolved(item)), whole = value2 && expanded(value2, macros), pair = whole && splitAssignment(wordOf(whole, { open: whole.text.includes("${") }));
		pair && environment.set(pair[0].value, pair);
	}
	return environment;
}
function macrosOf(text3, yaml, entry, before) {
	let macros = new Map(before);
	for (let [name, { value: value2 }] of yaml.entries(entry?.value)) {
		let own3 = scalarText(text3, value2), full = own3 && expanded(own3, macros);
		full && macros.set(name, full);
	}
	return macros;
}
function expanded(source, macros) {
	let { text: text3, at: at2 } = source, built = mappedBuilder(), pos = 0;
	for (let match of text3.matchAll(/\$\{([\w.-]{1,64})\}/g)) {
		let macro = macros.get(match[1] ?? "");
		if (macro !== void 0 && (built.addAll({ text: text3.slice(pos, match.index), at: at2.slice(pos, match.index) }), built.addAll(macro), pos = match.index + match[0].length, built.length() > 262144))
			return null;
	}
	return built.addAll({ text: text3.slice(pos), at: at2.slice(pos) }), built.done();
}

// shared/config/formats/modelfile.ts
var INSTRUCTIONS = new Set(
	"from parameter template system adapter license message renderer parser requires draft".split(" ")
), PARAMETERS = new Set(
	"num_ctx num_batch num_gpu num_thread main_gpu use_mmap num_keep seed num_predict top_k top_p min_p typical_p repeat_last_n temperature repeat_penalty presence_penalty frequency_penalty stop tfs_z numa draft_num_predict penalize_newline low_vram f16_kv logits_all vocab_only use_mlock mirostat mirostat_tau mirostat_eta".split(" ")
), NUM_BATCH = 512;
function readModelfile(text3, options) {
	let notes = collectorFor(text3)(), instructions = instructionsOf2(text3, notes), from = instructions.findLast(({ name }) => name === "from");
	if (from === void 0) return [nothingFound("ollama", text3)];
	let words3 = /* @__PURE__ */ new Map([["model_path", from.value]]), settings = {
		n_batch: NUM_BATCH,
		n_ubatch: NUM_BATCH,
		n_parallel: 1
	}, set = (key2, value2, word) => {
		settings[key2] = value2, words3.set(`settings.${key2}`, word);
	};
	for (let { name, head: head2, value: value2 } of instructions) {
		if ((name === "adapter" || name === "draft") && notes.add("LP015", "warning", { key: shown2(head2.value), what: "memory" }, head2.span), name !== "parameter") continue;
		let { key: key2, argument } = parameter(value2), whole = (least, most) => {
			let parsed = wholeIn(argument.value, least, most);
			if (parsed.ok) return parsed.value;
			notes.add("LP004", "error", { key: shown2(key2.value), ...parsed.args }, argument.span);
		};
		switch (key2.value) {
			case "num_ctx": {
				let tokens2 = whole(0);
				tokens2 !== void 0 && set("n_ctx", tokens2, argument);
				break;
			}
			case "num_batch": {
				let tokens2 = whole(1);
				tokens2 !== void 0 && (set("n_batch", tokens2, argument), set("n_ubatch", tokens2, argument));
				break;
			}
			case "num_gpu": {
				let layers = whole(-2147483648);
				words3.set("settings.n_gpu_layers", argument), layers === void 0 || layers < 0 ? delete settings.n_gpu_layers : settings.n_gpu_layers = layers >= 1e3 ? -1 : layers;
				break;
			}
			case "num_thread": {
				let threads = whole(0, 1e5);
				threads !== void 0 && threads > 0 && set("n_threads", threads, argument);
				break;
			}
			case "main_gpu":
				set("split_mode", "none", argument);
				break;
			case "use_mmap": {
				let mmap = truthIn(argument.value.toLowerCase());
				mmap.ok && set("use_mmap", mmap.value, argument);
				break;
			}
			default:
				if (PARAMETERS.has(key2.value)) break;
				notes.add("LP005", "error", { key: shown2(key2.value), near: nearestNames(key2.value, PARAMETERS) }, key2.span);
		}
	}
	leftOpen(settings, words3, from.value.span, notes);
	let model_path = modelName(from.value.value), backend = settings.n_gpu_layers === 0 ? "cpu" : options.backend ?? "cuda";
	return [
		foreignConfig({ format: "ollama", name: "", anchor: from.head.span }, words3, notes, {
			settings: backend === "cpu" ? { ...settings, n_gpu_layers: 0 } : settings,
			model_path: model_path === "" ? null : model_path,
			backend,
			backend_stated: settings.n_gpu_layers === 0,
			context_per_training: settings.n_ctx ? null : 1
		})
	];
}
function leftOpen(settings, words3, anchor, notes) {
	if (!settings.n_ctx) {
		settings.n_ctx = 0;
		let args = { why: "context_ollama", key: "num_ctx", per_training: 1 };
		notes.add("LP012", "warning", args, words3.get("settings.n_ctx")?.span ?? anchor, ["settings", "n_ctx"]);
	}
	if (settings.n_gpu_layers === void 0) {
		settings.n_gpu_layers = -1;
		let span = words3.get("settings.n_gpu_layers")?.span ?? anchor;
		notes.add("LP012", "warning", { why: "layers_fit", key: "num_gpu" }, span, ["settings", "n_gpu_layers"]);
	}
}
function modelName(from) {
	let hub = /^(?:https?:\/\/)?(?:hf\.co|huggingface\.co)\/(.+)$/i.exec(from);
	return hub?.[1] === void 0 ? from : `hf:${hub[1]}`;
}
function parameter(value2) {
	let name = /^\S+/.exec(value2.value)?.[0] ?? "", rest = value2.value.slice(name.length), start = name.length + rest.length - rest.trimStart().length, quoted = /^"(.*)"$/s.exec(value2.value.slice(start).trimEnd()), from = quoted === null ? start : start + 1, end = from + (quoted?.[1]?.length ?? value2.value.slice(start).trimEnd().length), part = (a14, b7) => {
		let offset = value2.at[a14] ?? (value2.at.at(-1) ?? value2.span.offset) + 1;
		return wordOf({ text: value2.value.slice(a14, b7), at: value2.at.slice(a14, b7) }, { span: { offset, length: b7 - a14 } });
	};
	return { key: part(0, name.length), argument: part(from, end) };
}
function instructionsOf2(text3, notes) {
	let source = mapped(text3), found3 = [], pos = 0;
	for (; pos < text3.length; ) {
		let newline = text3.indexOf(`
`, pos), end = newline === -1 ? text3.length : newline, line = text3.slice(pos, end), head2 = /^[ \t\uFEFF]*([A-Za-z]+)(?:[ \t]+|\r?$)/.exec(line);
		if (head2 === null || !INSTRUCTIONS.has((head2[1] ?? "").toLowerCase())) {
			let trimmed = line.trim();
			if (trimmed !== "" && !trimmed.startsWith("#") && trimmed !== "\uFEFF") {
				let offset = pos + line.indexOf(trimmed);
				return notes.block("LP008", { problem: "no_instruction" }, { offset, length: trimmed.length }), found3;
			}
			pos = end + 1;
			continue;
		}
		let [all2, word = ""] = head2, start = pos + all2.length, quote2 = /^(?:system|user|assistant)?[ \t]*("""|")/.exec(text3.slice(start, start + 40));
		if (quote2 !== null && word.toLowerCase() !== "from" && word.toLowerCase() !== "parameter") {
			let close = text3.indexOf(quote2[1] ?? '"', start + quote2[0].length);
			if (close === -1)
				return notes.block(
					"LP008",
					{ problem: "quote_not_closed" },
					{ offset: start + quote2[0].length - (quote2[1]?.length ?? 1), length: 1 }
				), found3;
			end = Math.max(end, close + (quote2[1]?.length ?? 1));
		}
		let at2 = pos + all2.indexOf(word), value2 = sliceMapped(source, start, start + text3.slice(start, end).trimEnd().length);
		found3.push({
			name: word.toLowerCase(),
			head: wordOf(sliceMapped(source, at2, at2 + word.length)),
			value: unquoted(value2)
		}), pos = end + 1;
	}
	return found3;
}
function unquoted({ text: text3, at: at2 }) {
	return text3.length > 1 && text3.startsWith('"') && text3.endsWith('"') && !text3.startsWith('"""') ? wordOf({ text: text3.slice(1, -1), at: at2.slice(1, -1) }) : wordOf({ text: text3, at: at2 });
}

// shared/config/formats/preset-ini.ts
var ROUTER_KEYS = /* @__PURE__ */ new Set(["version", "load-on-startup", "stop-timeout", "dedup-cache-models"]), DEFAULT_SECTION = "default";
function readPresetIni(text3, options) {
	let { keys: most } = options.limits ?? FOREIGN_LIMITS, parsed = sectionsOf(text3, most);
	if ("over" in parsed)
		return [
			unread("preset-ini", text3, [
				{ rule: "LP007", severity: "error", args: { limit: "keys", most }, span: parsed.over }
			])
		];
	if ("wrong" in parsed)
		return [
			unread("preset-ini", text3, [
				{ rule: "LP008", severity: "error", args: { problem: "no_ini" }, span: parsed.wrong }
			])
		];
	let newNotes = collectorFor(text3), shared = parsed.sections.filter(({ name }) => name === "*"), models = parsed.sections.filter(
		({ name, entries }) => name !== "*" && (name !== DEFAULT_SECTION || hasOptions(entries))
	), configs = models.slice(0, MOST_SERVERS).map((section) => {
		let notes = newNotes();
		for (let { key: key2 } of section.repeated) notes.add("LP002", "error", { key: shown2(key2.value) }, key2.span);
		let given = [...shared, section].flatMap(
			({ entries }) => [...entries.values()].flatMap(({ key: key2, value: value2 }) => {
				if (ROUTER_KEYS.has(key2.value)) return [];
				let named = flagOfPresetKey(key2.value), change = removedPresetKey(key2.value);
				return named === void 0 && change === void 0 ? (notes.room() && notes.add("LP005", "error", { key: shown2(key2.value), near: nearPresetKeys(key2.value) }, key2.span), []) : named === void 0 ? oldSwitch(key2, value2, change) : [{ ...fromChange(named, void 0), key: key2, value: value2 }];
			})
		);
		return serverConfig({ format: "preset-ini", name: section.name, anchor: section.span, given }, notes, options);
	}), next = models[MOST_SERVERS];
	return next !== void 0 && configs.push(tooManyServers("preset-ini", text3, next.span)), configs.length > 0 ? configs : [nothingFound("preset-ini", text3)];
}
function oldSwitch(key2, value2, change) {
	let off = ["0", "off", "false", "disabled"].includes(value2.value), flipped = change?.load_mode === "mmap" ? removedPresetKey("no-mmap") : change?.load_mode === "none" ? removedPresetKey("mmap") : void 0, meant2 = off && flipped !== void 0 ? flipped : change, removed2 = meant2 && { ...meant2, use: meant2.use.replace(/^--(\S+) /, "$1 = ").replace(/^--/, "") };
	return [{ ...fromChange(void 0, removed2), key: key2, value: null }];
}
function sectionsOf(text3, most) {
	let source = mapped(text3), sections = /* @__PURE__ */ new Map(), keys = 0, done = (section) => {
		sections.delete(section.name), sections.set(section.name, section);
	}, current = { name: DEFAULT_SECTION, span: { offset: 0, length: 1 }, entries: /* @__PURE__ */ new Map(), repeated: [] };
	for (let match of text3.matchAll(/[^\r\n]+/g)) {
		let [line] = match, closed = line.startsWith("[") ? line.indexOf("]") : -1;
		if (closed !== -1 && isBlank2(line.slice(closed + 1))) {
			let name2 = line.slice(1, closed).trim();
			(current.entries.size > 0 || current.name !== DEFAULT_SECTION) && done(current);
			let span2 = { offset: match.index + line.indexOf(name2, 1), length: name2.length };
			current = { name: name2, span: span2, entries: /* @__PURE__ */ new Map(), repeated: [] };
			continue;
		}
		if (isBlank2(line)) continue;
		let pair = /^([A-Za-z_][\w.-]*)[ \t]*=[ \t]*/.exec(line);
		if (pair === null) return { wrong: { offset: match.index, length: line.length } };
		let [head2, name = ""] = pair, comment = line.slice(head2.length).search(/[;#]/), end = line.slice(0, comment === -1 ? line.length : head2.length + comment).trimEnd().length, key2 = wordOf(sliceMapped(source, match.index, match.index + name.length)), span = { offset: match.index + head2.length, length: Math.max(0, end - head2.length) }, value2 = wordOf(sliceMapped(source, span.offset, span.offset + span.length), { span });
		if (++keys > most) return { over: key2.span };
		current.entries.has(name) && current.repeated.push({ key: key2, value: value2 }), current.entries.delete(name), current.entries.set(name, { key: key2, value: value2 });
	}
	return done(current), { sections: [...sections.values()] };
}
function isBlank2(line) {
	let first = line.trimStart()[0];
	return first === void 0 || first === ";" || first === "#";
}
function hasOptions(entries) {
	return [...entries.keys()].some((key2) => !ROUTER_KEYS.has(key2));
}

// shared/config/formats/attach-model.ts
function attachModel(read2, model) {
	let times = read2.context_per_training, { length, layers } = sizesOf(model), withModel = (config2) => {
		if (config2 === null) return null;
		let { settings } = config2, n_ctx = times === null || length === 0 ? settings.n_ctx : Math.min(length * times, 2 ** 31 - 1), all2 = (settings.n_gpu_layers ?? 0) > layers && layers > 0, experts3 = (settings.n_cpu_moe ?? 0) >= layers && layers > 0;
		return {
			...config2,
			model,
			settings: {
				...settings,
				...n_ctx !== void 0 && { n_ctx },
				...all2 && { n_gpu_layers: -1 },
				...experts3 && { n_cpu_moe: layers - 1 }
			}
		};
	};
	return { ...read2, config: withModel(read2.config), draft: withModel(read2.draft) };
}
function sizesOf(model) {
	try {
		let { n_ctx_train, n_layer_all } = readHparams(model);
		return { length: n_ctx_train, layers: n_layer_all + 1 };
	} catch (error) {
		if (error instanceof UserError) return { length: 0, layers: 0 };
		throw error;
	}
}

// shared/config/formats/detect-format.ts
var SERVER = /llama[-_]server/i, IMAGE = /llama[.-]?cpp[\w.-]*:(?:server|full)/i;
function detectFormat(fileName, text3) {
	let name = fileName.slice(Math.max(fileName.lastIndexOf("/"), fileName.lastIndexOf("\\")) + 1).toLowerCase(), head2 = text3.slice(0, 65536), serves = SERVER.test(head2) || IMAGE.test(head2);
	return /^(?:.*[.-])?modelfile(?:[.-].*)?$/.test(name) && /^[ \t]*from[ \t]/im.test(head2) ? "ollama" : /^(?:dockerfile|containerfile)(?:\..*)?$/.test(name) || /\.(?:dockerfile|containerfile)$/.test(name) ? serves || /LLAMA_ARG_/.test(head2) ? "dockerfile" : null : /\.ya?ml$/.test(name) ? /^services[ \t]*:/m.test(head2) ? serves ? "compose" : null : /^models[ \t]*:/m.test(head2) && /^[ \t]+["']?cmd["']?[ \t]*:/m.test(head2) ? "llama-swap" : null : name.endsWith(".ini") ? /^\[[^\]\n]+\]/m.test(head2) && isPreset(head2) ? "preset-ini" : null : name === ".env" || /(?:^|[.-])env(?:\..*)?$/.test(name) ? /^[ \t]*(?:export[ \t]+)?LLAMA_ARG_\w+[ \t]*=/m.test(head2) ? "env" : null : (/\.(?:sh|bash|zsh|ksh|command)$/.test(name) || /^#!.*\b(?:ba|da|z|k)?sh\b/.test(head2)) && serves ? "shell" : null;
}
function isPreset(head2) {
	return /^(?:model|m|hf|hfr|hf-repo|ctx-size|c|n-gpu-layers|gpu-layers|ngl|LLAMA_ARG_\w+|load-on-startup)[ \t]*=/m.test(
		head2
	);
}

// shared/config/formats/index.ts
var READERS = {
	shell: readShell,
	dockerfile: readDockerfile,
	env: readEnvFile,
	"preset-ini": readPresetIni,
	"llama-swap": readLlamaSwap,
	compose: readCompose,
	ollama: readModelfile
};
function readForeign(format2, text3, options = {}) {
	let { length } = options.limits ?? FOREIGN_LIMITS;
	return text3.length > length ? {
		configs: [
			unread(format2, "", [{ rule: "LP007", severity: "error", args: { limit: "length", most: length }, span: { offset: 0, length: 1 } }])
		]
	} : text3.startsWith("\uFEFF") ? { configs: READERS[format2](text3.slice(1), options).map((config2) => ({ ...config2, edit: afterMark(config2.edit) })) } : { configs: READERS[format2](text3, options) };
}
function afterMark(edit) {
	return (path4, value2) => {
		let change = edit(path4, value2);
		return change && { ...change, offset: change.offset + 1 };
	};
}

// shared/config/embedded-model.ts
var known = /* @__PURE__ */ new Map(), MOST_KNOWN = 64;
function parseConfig(value2) {
	let key2 = modelKey(value2), facts = key2 === null ? void 0 : known.get(key2);
	if (facts !== void 0) {
		let { success, data } = RuntimeConfigSchema.safeParse(withoutModel(value2));
		if (success) return { success, data: { ...data, model: facts } };
	}
	let whole = RuntimeConfigSchema.safeParse(value2);
	return key2 !== null && whole.data?.model !== void 0 && known.size < MOST_KNOWN && known.set(key2, whole.data.model), whole;
}
function modelKey(value2) {
	let { model } = Object(value2);
	return typeof model == "object" && model !== null ? JSON.stringify(model) : null;
}
function withoutModel(value2) {
	let rest = Object.assign(/* @__PURE__ */ Object.create(null), value2);
	return delete rest.model, rest;
}

// shared/config/plain-json.ts
function plainJson(text3, keys) {
	try {
		let value2 = JSON.parse(text3);
		return keysOf(value2) === keys ? { value: value2 } : void 0;
	} catch {
		return;
	}
}
function keysOf(value2) {
	if (typeof value2 != "object" || value2 === null) return 0;
	let items = Array.isArray(value2) ? value2 : Object.values(value2);
	return items.reduce((sum, item) => sum + keysOf(item), Array.isArray(value2) ? 0 : items.length);
}

// shared/config/scan-json.ts
var JSON_LIMITS = { length: 1024 * 1024, nesting: 64, keys: 2e4 }, OPEN_BRACE = 1, CLOSE_BRACE = 2, OPEN_BRACKET2 = 3, CLOSE_BRACKET2 = 4, COLON = 6, LINE_COMMENT = 12, BLOCK_COMMENT = 13, END2 = 17;
function scanJson(text3, limits2 = JSON_LIMITS) {
	if (text3.length > limits2.length) return { over: { limit: "length", offset: 0, length: 1 }, keys: 0 };
	let scanner = createScanner2(text3), depth = 0, keys = 0, comment;
	for (let kind2 = scanner.scan(); kind2 !== END2; kind2 = scanner.scan()) {
		kind2 === OPEN_BRACE || kind2 === OPEN_BRACKET2 ? depth++ : kind2 === CLOSE_BRACE || kind2 === CLOSE_BRACKET2 ? depth-- : kind2 === COLON ? keys++ : (kind2 === LINE_COMMENT || kind2 === BLOCK_COMMENT) && (comment ??= { offset: scanner.getTokenOffset(), length: scanner.getTokenLength() });
		let limit = depth > limits2.nesting ? "nesting" : keys > limits2.keys ? "keys" : void 0;
		if (limit !== void 0)
			return { over: { limit, offset: scanner.getTokenOffset(), length: scanner.getTokenLength() }, keys };
	}
	return comment === void 0 ? { keys } : { comment, keys };
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
function parseJson2(text3, limits2 = JSON_LIMITS) {
	let marked = text3.startsWith("\uFEFF"), body = marked ? text3.slice(1) : text3, flat2 = placesOf(body, () => null), found3 = (rule, severity, args, offset, length) => ({
		rule,
		severity,
		path: [],
		args,
		place: flat2.at(offset, length)
	}), { over: over2, comment, keys } = scanJson(body, limits2);
	if (over2 !== void 0) {
		let args = { limit: over2.limit, most: limits2[over2.limit] };
		return { json: null, places: flat2, findings: [found3("LP007", "error", args, over2.offset, over2.length)] };
	}
	let plain3 = marked || comment !== void 0 ? void 0 : plainJson(body, keys);
	if (plain3 !== void 0) {
		let root2;
		return { json: plain3, places: placesOf(body, () => (root2 ??= parseTree2(body)) ?? null), findings: [] };
	}
	let findings = [];
	marked && findings.push(found3("LP003", "warning", { what: "bom" }, 0, 1)), comment && findings.push(found3("LP003", "warning", { what: "comment" }, comment.offset, comment.length));
	let errors = [], root = parseTree2(body, errors, { allowTrailingComma: !1, disallowComments: !1 }), first = errors.toSorted((a14, b7) => a14.offset - b7.offset)[0];
	if (root === void 0 || first !== void 0) {
		let { offset, length } = first ?? { offset: 0, length: 0 };
		return findings.push(found3("LP001", "error", { problem: problemOf2(body, first) }, offset, length)), { json: null, places: flat2, findings };
	}
	for (let { path: path4, key: key2 } of duplicateKeys(root).slice(0, MOST_DUPLICATES)) {
		let args = { key: showKey(path4) };
		findings.push({ rule: "LP002", severity: "error", path: path4, args, place: flat2.at(key2.offset, key2.length) });
	}
	return { json: { value: jsonValue(root) }, places: placesOf(body, () => root), findings };
}
function problemOf2(text3, error) {
	if (text3.trim() === "") return "empty";
	if (error === void 0) return "value_expected";
	let problem2 = PROBLEMS4[error.error] ?? "value_expected";
	return (problem2 === "key_expected" || problem2 === "value_expected") && /[}\]]/.test(text3[error.offset] ?? "") ? "trailing_comma" : problem2;
}
function duplicateKeys(root) {
	let found3 = [], path4 = [], visitItem = (item, step2) => {
		item.children !== void 0 && (path4.push(step2), visit2(item), path4.pop());
	}, visit2 = ({ type, children = [] }) => {
		if (type === "array") return children.forEach(visitItem);
		let seen2 = /* @__PURE__ */ new Set();
		for (let child of children) {
			let [key2, value2] = child.children ?? [];
			if (key2 === void 0 || value2 === void 0) continue;
			let name = String(key2.value);
			seen2.has(name) && found3.push({ path: [...path4, name], key: key2 }), seen2.add(name), visitItem(value2, name);
		}
	};
	return visit2(root), found3;
}
function jsonValue(node) {
	if (node.type === "array") return (node.children ?? []).map(jsonValue);
	if (node.type !== "object") return node.value;
	let object = /* @__PURE__ */ Object.create(null);
	for (let { children } of node.children ?? []) {
		let [key2, value2] = children ?? [];
		key2 !== void 0 && value2 !== void 0 && (object[String(key2.value)] = jsonValue(value2));
	}
	return object;
}

// shared/config/read-config.ts
function readConfig(text3, limits2) {
	let { json, places: places2, findings } = parseJson2(text3, limits2), placeOf2 = (path4) => places2.ofValue(path4);
	if (json === null) return { config: null, findings, placeOf: placeOf2 };
	let { value: value2 } = json, foreign = foreignFinding(value2, placeOf2);
	if (foreign !== null) return { config: null, findings: [...findings, foreign], placeOf: placeOf2 };
	let strict = parseConfig(value2);
	if (strict.success) return { config: strict.data, findings, placeOf: placeOf2 };
	let { issues } = strict.error, unknown3 = unknownKeyFindings(issues, RuntimeConfigSchema, places2), wrong2 = valueFindings(issues, value2, places2);
	return { config: wrong2.length > 0 ? null : RuntimeConfigSchema.safeParse(without(value2, issues)).data ?? null, findings: [...findings, ...unknown3, ...wrong2], placeOf: placeOf2 };
}
var OWN_KEYS = ["backend", "model_path", "settings"];
function foreignFinding(value2, placeOf2) {
	if (typeof value2 != "object" || value2 === null) return null;
	let { version: version3, kind: kind2 } = value2;
	if (typeof version3 == "number" && version3 !== CONFIG_VERSION)
		return { rule: "LP006", severity: "error", path: ["version"], args: { version: version3, known: CONFIG_VERSION }, place: placeOf2(["version"]) };
	if (kind2 === "hardware_snapshot")
		return { rule: "LP004", severity: "error", path: ["kind"], args: { key: "kind", problem: "other_file", expected: ["hardware_snapshot"] }, place: placeOf2(["kind"]) };
	let keys = Array.isArray(value2) ? [] : Object.keys(value2);
	return keys.length > 0 && !OWN_KEYS.some((key2) => keys.includes(key2)) ? { rule: "LP008", severity: "error", path: [], args: { problem: "no_config" }, place: placeOf2([]) } : null;
}
function without(value2, issues) {
	let unknown3 = issues.filter((issue3) => issue3.code === "unrecognized_keys");
	for (let { path: path4, keys } of unknown3) {
		let holder = value2;
		for (let segment of path4) holder = holder[segment];
		for (let key2 of keys) delete holder[key2];
	}
	return value2;
}

// shared/config/model-set.ts
var MODEL_SET_VERSION = 1, MODEL_SET_KIND = "model_set", MOST_MEMBERS = 16, MemberNameSchema = string2().regex(
	/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/,
	"of letters, digits, ., _ and -, with none of the signs at its ends"
).max(64), GroupSchema = strictObject({
	name: MemberNameSchema,
	/** True: one member at a time is loaded. False: all of them stay loaded. */
	swap: boolean2(),
	members: array(MemberNameSchema).min(1).max(MOST_MEMBERS)
}), MemberSchema = strictObject({
	name: MemberNameSchema,
	/** How much this model matters beside the others, as the plan took it. */
	weight: number2().min(0).max(1e3).optional(),
	config: RuntimeConfigSchema
}), ModelSetSchema = strictObject({
	$schema: string2().max(500).optional(),
	kind: literal(MODEL_SET_KIND),
	/** Format version. */
	version: literal(MODEL_SET_VERSION),
	members: array(MemberSchema).min(1).max(MOST_MEMBERS),
	groups: array(GroupSchema).min(1).max(MOST_MEMBERS),
	metadata: strictObject({ hardware: string2().max(200).optional(), generator: string2().max(100).optional() }).optional()
}).superRefine(({ members: members2, groups }, context) => {
	let names2 = members2.map(({ name }) => name), wrong2 = (path4, input2) => context.addIssue({ code: "invalid_value", values: names2, path: path4, input: input2 });
	names2.forEach((name, index) => {
		names2.indexOf(name) < index && wrong2(["members", index, "name"], name);
	});
	let seen2 = /* @__PURE__ */ new Set();
	groups.forEach((group2, at2) => {
		group2.members.forEach((name, index) => {
			(!names2.includes(name) || seen2.has(name)) && wrong2(["groups", at2, "members", index], name), seen2.add(name);
		});
	}), names2.some((name) => !seen2.has(name)) && wrong2(["groups"], groups);
});

// shared/config/read-model-set.ts
function isModelSet(text3) {
	return new RegExp(`"kind"\\s*:\\s*"${MODEL_SET_KIND}"`).test(text3.slice(0, 2e3));
}
function readModelSet(text3) {
	let { json, places: places2, findings } = parseJson2(text3), placeOf2 = (path4) => places2.ofValue(path4), none = { set: null, members: [], groups: [], placeOf: placeOf2 };
	if (json === null) return { ...none, findings };
	let { value: value2 } = json, parsed = ModelSetSchema.safeParse(value2);
	if (!parsed.success) {
		let { issues } = parsed.error, unknown3 = unknownKeyFindings(issues, ModelSetSchema, places2);
		return { ...none, findings: [...findings, ...unknown3, ...valueFindings(issues, value2, places2)] };
	}
	let set = parsed.data, members2 = set.members.map(({ name, config: config2 }, index) => ({
		name,
		index,
		read: { config: config2, findings: [], placeOf: (path4) => placeOf2(["members", index, "config", ...path4]) }
	}));
	return { set, findings, members: members2, groups: set.groups, placeOf: placeOf2 };
}

// shared/node/check/documents.ts
var DOCUMENT_FORMATS = ["runtime-config", "model-set", ...FOREIGN_FORMATS];
function readDocuments(text3, file, pinned) {
	let format2 = pinned ?? formatOf2(text3, file);
	return format2 === null ? [UNKNOWN2] : format2 === "runtime-config" ? [{ read: readConfig(text3), write: writeJsonFix }] : format2 === "model-set" ? setDocuments(text3) : readForeign(format2, text3).configs.map(foreignDocument);
}
var START3 = { line: 1, column: 1, end_column: 2 }, UNKNOWN2 = {
	read: {
		config: null,
		findings: [{ rule: "LP008", severity: "error", path: [], args: { problem: "unknown_format" }, place: START3 }],
		placeOf: () => START3
	},
	write: null
};
function formatOf2(text3, file) {
	return /\.jsonc?$/i.test(file) || /^\uFEFF?\s*(?:\{|\/[/*])/.test(text3) ? isModelSet(text3) ? "model-set" : "runtime-config" : detectFormat(file, text3);
}
function setDocuments(text3) {
	let set = readModelSet(text3), { findings, placeOf: placeOf2 } = set;
	return set.set === null ? [{ read: { config: null, findings, placeOf: placeOf2 }, write: null }] : set.members.map(({ name, index, read: read2 }) => ({
		name,
		// What is wrong with the text itself is told once.
		read: index === 0 ? { ...read2, findings } : read2,
		set,
		write: (whole, fix) => writeJsonFix(whole, { ...fix, path: ["members", index, "config", ...fix.path] })
	}));
}
function foreignDocument(config2) {
	return {
		...config2.name !== "" && { name: config2.name },
		read: config2,
		options: config2.options,
		withFacts: (facts) => attachModel(config2, facts),
		nameOf: config2.nameOf,
		write: (text3, { path: path4, value: value2 }) => {
			let edit = config2.edit(path4, value2);
			return edit === null ? text3 : text3.slice(0, edit.offset) + edit.text + text3.slice(edit.offset + edit.length);
		}
	};
}

// shared/node/check/find-files.ts
import { existsSync as existsSync3, realpathSync as realpathSync3 } from "node:fs";
import { posix, resolve as resolve5 } from "node:path";

// shared/node/expand-configs.ts
import { stat as stat2 } from "node:fs/promises";
import { resolve as resolve4 } from "node:path";

// shared/node/glob.ts
import { statSync as statSync2 } from "node:fs";
import { readdir } from "node:fs/promises";
import { join as join2, relative, resolve as resolve3, sep as sep3 } from "node:path";

// shared/node/read-glob.ts
function isDynamicPattern(pattern2) {
	return /[*?[{]/.test(pattern2) || isExtended(pattern2);
}
function isExtended(pattern2) {
	let bare = pattern2.replace(/\\[^]/g, "");
	return /[?*+@!]\(|\([^)]*\||\[:[a-z]+:\]|\{[^{},]*\.\.[^{},]*\.\.[^{},]*\}/.test(bare);
}
function readGlob(pattern2) {
	if (isExtended(pattern2)) throw extended(pattern2);
	return unfold(pattern2).map((one) => {
		let segments = straight(one, pattern2), magic = segments.findIndex((part) => /[*?[]/.test(part.replace(/\\[^]/g, ""))), fixed = magic === -1 ? segments.length - 1 : magic;
		return { base: (one.startsWith("/") ? "/" : "") + segments.slice(0, fixed).map(plain2).join("/"), parts: segments.slice(fixed) };
	});
}
function extended(pattern2) {
	return new UserError(
		"usage",
		`${showPath(pattern2.slice(0, 80))} is an extended pattern: only *, **, ?, [abc], {a,b} and {1..3} are read`
	);
}
function straight(one, pattern2) {
	let segments = [];
	for (let part of one.split("/")) {
		if (part === "" || part === ".") continue;
		let before = segments.at(-1);
		if (part !== ".." || before === void 0 || before === "..") segments.push(part);
		else {
			if (/[*?[]/.test(before))
				throw new UserError("usage", `${showPath(pattern2.slice(0, 80))} goes up again after a wildcard`);
			segments.pop();
		}
	}
	return segments;
}
function plain2(part) {
	return part.replace(/\\([^])/g, "$1");
}
function matchesName(name, pattern2) {
	if (name.startsWith(".") && !pattern2.startsWith(".")) return !1;
	let parts = pattern2.match(/\*+|\?|\[[!^]?\]?[^\]]*\]|\\?[^]/gu) ?? [], chars = Array.from(name), reached = [!0, ...chars.map(() => !1)];
	for (let part of parts) {
		let next = reached.map(() => !1), open2 = !1;
		for (let i8 = 0; i8 <= chars.length; i8++)
			part.startsWith("*") ? (open2 ||= reached[i8] === !0, next[i8] = open2) : i8 > 0 && (next[i8] = reached[i8 - 1] === !0 && matchesChar(chars[i8 - 1] ?? "", part));
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
	let start = /^(?:\\[^]|[^\\{])*\{/.exec(pattern2)?.[0].length ?? 0;
	if (start === 0) return [pattern2];
	let before = pattern2.slice(0, start - 1), group2 = groupAt(pattern2, start);
	if (group2 === null) return unfold(pattern2.slice(start)).map((rest) => `${before}{${rest}`);
	let ends = unfold(pattern2.slice(group2.end));
	return group2.choices.flatMap(unfold).flatMap((choice) => ends.map((end) => before + choice + end));
}
function groupAt(pattern2, start) {
	let cuts = [start], depth = 1;
	for (let at2 = start; at2 < pattern2.length; at2++) {
		let char = pattern2[at2];
		if (char === "\\") at2++;
		else if (char === "{") depth++;
		else if (char === "," && depth === 1) cuts.push(at2 + 1);
		else if (char === "}" && --depth === 0) {
			let parts = cuts.map((from, index) => pattern2.slice(from, (cuts[index + 1] ?? at2 + 1) - 1)), choices = parts.length > 1 ? parts : rangeOf2(parts[0] ?? "");
			return choices && { choices, end: at2 + 1 };
		}
	}
	return null;
}
function rangeOf2(text3) {
	let [, first = "", last = ""] = /^(-?\d{1,6})\.\.(-?\d{1,6})$/.exec(text3) ?? [];
	if (first !== "") return between(Number(first), Number(last)).map(String);
	let [, from = "", to = ""] = /^([a-z])\.\.([a-z])$/.exec(text3) ?? /^([A-Z])\.\.([A-Z])$/.exec(text3) ?? [];
	return from === "" ? null : between(from.charCodeAt(0), to.charCodeAt(0)).map((code2) => String.fromCharCode(code2));
}
function between(from, to) {
	let by = from <= to ? 1 : -1;
	return Array.from({ length: Math.min(1e3, Math.abs(to - from) + 1) }, (_7, index) => from + index * by);
}

// shared/node/glob.ts
var CLOSED2 = /* @__PURE__ */ new Set([".git", "node_modules"]);
async function glob(pattern2, cwd, unlisted = () => {
}) {
	let byBase = /* @__PURE__ */ new Map();
	for (let { base, parts } of readGlob(pattern2)) byBase.set(base, [...byBase.get(base) ?? [], parts]);
	let found3 = /* @__PURE__ */ new Set();
	for (let [base, wanted] of byBase) {
		if (base.split("/").some((name) => CLOSED2.has(name))) continue;
		let folder = resolve3(cwd, base);
		await walk(folder, relative(cwd, folder).split(sep3).join("/"), distinct(wanted), found3, unlisted);
	}
	return [...found3];
}
async function walk(folder, shown3, wanted, found3, unlisted) {
	let entries = await readdir(folder, { withFileTypes: !0 }).catch((error) => (["ENOENT", "ENOTDIR"].includes(errnoOf(error)) || unlisted(shown3, error), []));
	for (let entry of entries) {
		let { name } = entry;
		if (CLOSED2.has(name)) continue;
		let below2 = wanted.flatMap((pattern2) => step(pattern2, name));
		if (below2.length === 0) continue;
		let path4 = shown3 === "" ? name : `${shown3}/${name}`;
		entry.isDirectory() ? await walk(join2(folder, name), path4, distinct(below2), found3, unlisted) : below2.some((rest) => rest.length === 0) && isFile(entry, folder) && found3.add(path4);
	}
}
function isFile(entry, folder) {
	if (!entry.isSymbolicLink()) return entry.isFile();
	try {
		return !statSync2(join2(folder, entry.name)).isDirectory();
	} catch {
		return !0;
	}
}
function step(pattern2, name) {
	let [first, ...rest] = pattern2;
	if (first === void 0) return [];
	if (first !== "**") return matchesName(name, first) ? [rest] : [];
	let hidden = name.startsWith(".");
	return [...hidden ? [] : [pattern2], ...rest.length > 0 ? step(rest, name) : hidden ? [] : [[]]];
}
function distinct(patterns2) {
	return [...new Map(patterns2.map((pattern2) => [pattern2.join("/"), pattern2])).values()];
}

// shared/node/expand-configs.ts
var MAX_CONFIG_FILES = 2e3, MAX_PATTERN_LENGTH = 1e3;
async function expandConfigs(patterns2, cwd, unlisted) {
	let files = /* @__PURE__ */ new Set();
	for (let pattern2 of patterns2) {
		if (pattern2 === "" || pattern2.length > MAX_PATTERN_LENGTH)
			throw new UserError("usage", `a config name has 1 to ${MAX_PATTERN_LENGTH} characters`);
		for (let file of await expandOne(pattern2, cwd, unlisted)) files.add(file);
		if (files.size > MAX_CONFIG_FILES)
			throw new UserError(
				"usage",
				`${showPath(pattern2)} matches more than ${MAX_CONFIG_FILES} files`,
				"Name the folder of the configs: configs/*.json"
			);
	}
	return [...files].sort();
}
async function expandOne(pattern2, cwd, unlisted) {
	let found3 = await look(resolve4(cwd, pattern2));
	if (found3 === "file") return [pattern2];
	if (found3 === "folder")
		throw new UserError(
			"input",
			`${showPath(pattern2)} is a folder, not a file`,
			`Name the files in it: ${inside(pattern2)}`
		);
	if (!isDynamicPattern(pattern2)) throw fileTrouble(pattern2, found3.error);
	return glob(forwardSlashes(pattern2), cwd, unlisted);
}
async function look(path4) {
	try {
		return (await stat2(path4)).isDirectory() ? "folder" : "file";
	} catch (error) {
		return { error };
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
function readPattern(text3) {
	if (text3.startsWith("!(")) throw extended(text3);
	let excludes = text3.startsWith("!"), rest = excludes ? text3.slice(1) : text3, [, prefix, after] = /^([a-z-]+)=(.+)$/s.exec(rest) ?? [], format2 = DOCUMENT_FORMATS.find((known3) => known3 === prefix) ?? null, glob2 = format2 === null ? rest : after ?? "";
	if (glob2 === "" || glob2.length > MAX_LENGTH || glob2.includes("\0"))
		throw new UserError("usage", `a config name has 1 to ${MAX_LENGTH} characters`);
	if ((glob2.match(/[*?([]|[+@!]\(/g) ?? []).length > MAX_WILDCARDS || alternatives(glob2) > MAX_BRACES)
		throw new UserError("usage", `the pattern ${showPath(glob2.slice(0, 80))} stands for too many others`);
	return { glob: glob2, excludes, format: format2 };
}
function alternatives(glob2) {
	let product = 1;
	for (let [, from, to] of glob2.matchAll(/\{(-?\d+)\.\.(-?\d+)/g)) product *= Math.abs(Number(to) - Number(from)) + 1;
	for (let [, from = "", to = ""] of glob2.matchAll(/\{([a-zA-Z])\.\.([a-zA-Z])\}/g))
		product *= Math.abs(to.charCodeAt(0) - from.charCodeAt(0)) + 1;
	for (let group2 of glob2.split("{").slice(1)) product *= (group2.match(/,/g) ?? []).length + 1;
	return product;
}

// shared/node/check/find-files.ts
var DEFAULT_CONFIGS = ["runtime_config.json", "*.runtime.json", "configs/**/*.json"], DEFAULT_FOREIGN = [
	"{docker-,}compose*.{yml,yaml}",
	"{llama-swap,config}*.{yml,yaml}",
	"{Modelfile,*.modelfile}",
	"{Dockerfile*,Containerfile*}",
	"*.{ini,sh}"
];
async function findFiles(request, loaded2) {
	let { folder } = request, entries = entriesOf(request, loaded2), files = /* @__PURE__ */ new Map(), findings = [], excludes = [], unlisted = /* @__PURE__ */ new Map();
	for (let { patterns: patterns2, targets: targets2, by_default = !1 } of entries)
		for (let { text: text3, path: path4 } of patterns2) {
			let pattern2 = usable(text3, request);
			if (pattern2.excludes) {
				excludes.push(pattern2.glob);
				continue;
			}
			let found3 = await expand2(pattern2, folder, request.configs !== null, (name, error) => unlisted.set(name, error));
			for (let file of found3) files.set(resolve5(folder, file), { file, targets: targets2, format: pattern2.format, by_default });
			found3.length === 0 && path4 !== null && findings.push(unmatched(text3, path4, request, loaded2));
		}
	for (let glob2 of excludes)
		for (let file of await expand2({ glob: glob2 }, folder, !1)) files.delete(resolve5(folder, file));
	let closed = [...unlisted].filter(([name]) => !excludes.some((glob2) => matchesPath(`${name}/x`, glob2)));
	if (files.size > CHECK_LIMITS.files)
		throw new UserError("usage", `${files.size} files are more than the ${CHECK_LIMITS.files} that one check takes`);
	return {
		files: [...files.values()].sort((a14, b7) => a14.file < b7.file ? -1 : 1),
		patterns: entries.flatMap(({ patterns: patterns2 }) => patterns2.map(({ text: text3 }) => text3)),
		findings,
		closed: closed.map(([name, error]) => ({ file: name || ".", message: fileTrouble(name || ".", error).message }))
	};
}
function entriesOf({ configs }, { policy }) {
	let asked = (list2, at2) => list2.map((text3, index) => ({ text: text3, path: [...at2, index] })), unasked = (list2) => list2.map((text3) => ({ text: text3, path: null }));
	return configs !== null ? [{ patterns: asked(configs, ["configs"]), targets: null }] : policy.configs === void 0 ? [
		{ patterns: unasked(DEFAULT_CONFIGS), targets: null },
		{ patterns: unasked(DEFAULT_FOREIGN), targets: null, by_default: !0 }
	] : policy.configs.map(
		(entry, index) => typeof entry == "string" ? { patterns: [{ text: entry, path: ["configs", index] }], targets: null } : { patterns: asked(entry.files, ["configs", index, "files"]), targets: entry.targets }
	);
}
function unmatched(text3, path4, request, loaded2) {
	let ofPolicy = request.configs === null, place = ofPolicy ? loaded2.placeOf(path4) : { line: 1, column: 1, end_column: 2 }, args = { pattern: text3.slice(0, 80) };
	return { rule: "LP904", severity: "warning", path: path4, args, file: ofPolicy && loaded2.file || "", place };
}
function usable(text3, { folder, root }) {
	let pattern2 = readPattern(text3);
	if (root === null) return pattern2;
	if (!(!isDynamicPattern(pattern2.glob) || existsSync3(resolve5(folder, pattern2.glob)) ? isInside(resolve5(folder, pattern2.glob), root) : readGlob(pattern2.glob).every(({ base }) => startsInside(resolve5(folder, base), root)))) throw new UserError("usage", `${JSON.stringify(text3.slice(0, 80))} leads out of the workspace`);
	return pattern2;
}
function startsInside(folder, root) {
	return isInside(folder, root) && (!existsSync3(folder) || isInside(realpathSync3.native(folder), root));
}
async function expand2({ glob: glob2 }, folder, strict, unlisted) {
	try {
		return (await expandConfigs([glob2], folder, unlisted)).map((file) => posix.normalize(file));
	} catch (error) {
		if (!strict && error instanceof UserError && error.kind === "input") return [];
		throw error;
	}
}

// shared/policy/engine-pins.ts
function forReleases(findings, options, file, targets2, pins2) {
	let build = (target) => buildOf(pins2.get(target) ?? ""), told = findings.flatMap((finding) => {
		let { rule, args } = finding, removed_in = args.build;
		if (rule !== "LP013" || typeof removed_in != "number") return [finding];
		let refused2 = targets2.filter((target) => build(target) >= removed_in);
		return refused2.length === targets2.length ? [finding] : refused2.map((target) => ({ ...finding, target }));
	}), early = options.flatMap(({ key: key2, has_value, place }) => {
		let addition = FLAG_ADDITIONS.find(({ flags, env }) => [...flags, env].includes(spelled2(key2)));
		if (addition === void 0 || addition.value_only === !0 && !has_value) return [];
		let { added_in, value_only = !1 } = addition;
		return targets2.flatMap((target) => {
			if (build(target) >= added_in) return [];
			let args = { key: key2, build: added_in, engine: pins2.get(target) ?? "", value_only };
			return [{ rule: "LP016", severity: "error", path: [], args, file, place, target }];
		});
	});
	return [...told, ...early];
}
function spelled2(key2) {
	return key2.startsWith("-") || key2.startsWith("LLAMA_ARG_") ? key2 : `${key2.length > 5 ? "--" : "-"}${key2}`;
}

// shared/validate/config-context.ts
function configContext(config2, facts = config2.model, backend_stated = !0) {
	return contextOf(config2, facts, backend_stated, memoOf(facts));
}
var memos = /* @__PURE__ */ new WeakMap(), MOST_REMEMBERED = 5e3;
function memoOf(facts) {
	let known3 = facts && memos.get(facts);
	if (known3 !== void 0 && known3.size < MOST_REMEMBERED) return known3;
	let memo = /* @__PURE__ */ new Map();
	return facts !== void 0 && memos.set(facts, memo), memo;
}
function contextOf(config2, facts, backend_stated, memo) {
	let placed2 = /* @__PURE__ */ new Map(), estimateOn = (known3, placement) => {
		let key2 = `${placement.devices} ${placement.backend} ${placement.of_servers?.join() ?? ""}`, estimate = placed2.get(key2) ?? remembered(known3, placement, memo);
		return placed2.set(key2, estimate), estimate;
	}, { model, trouble } = knownModel(config2, facts, estimateOn);
	return {
		config: config2,
		backend_stated,
		model,
		trouble,
		estimateOn: (placement) => model === null ? null : estimateOn(model, placement),
		withConfig: (other) => contextOf(other, facts, backend_stated, memo)
	};
}
function remembered({ facts, settings }, placement, memo) {
	let key2 = JSON.stringify([settings, placement]), known3 = memo.get(key2);
	if (known3 !== void 0) return known3;
	let estimate = estimateMemory(facts, settings, placement);
	return memo.set(key2, estimate), estimate;
}
function knownModel(config2, facts, estimateOn) {
	if (facts === void 0) return { model: null, trouble: null };
	try {
		let hparams = hparamsOf(facts), settings = resolveSettings(config2.settings, hparams, config2.metadata?.program), model = { facts, hparams, settings };
		return estimateOn(model, { devices: config2.backend === "cpu" ? 0 : 1, backend: config2.backend }), { model, trouble: null };
	} catch (error) {
		if (error instanceof UserError) return { model: null, trouble: error.message };
		throw error;
	}
}

// shared/validate/fix-search.ts
function findFix(before, broken, all2) {
	let { rule, hit, targets: targets2 } = broken;
	if (rule.scope === "document") return null;
	let known3 = found2(before, all2), known_errors = shortages(known3.filter(isError)), elsewhere = new Set(known3.filter((one) => !samePath(one.hit.path, hit.path)).map(({ key: key2 }) => key2)), contextWith = (path4, value2) => before.withConfig(withValue(before.config, path4, value2)), counts = (other) => rule.scope === "target" && !rule.per_key || samePath(other.path, hit.path), holds = (path4, value2) => {
		let after = contextWith(path4, value2);
		if (rule.scope === "target")
			return targets2.every(({ target }) => !rule.check(targetContext(after, target)).some(counts));
		let among = all2.map(({ target }) => targetContext(after, target));
		return !rule.check(after, among).some(counts);
	}, harmless = (path4, value2) => {
		let after = contextWith(path4, value2), among = all2.map(({ target }) => targetContext(after, target));
		return among.some(({ placement }, at2) => losesGpu(all2[at2]?.placement ?? null, placement)) ? !1 : [...shortages(found2(after, among, ({ severity }) => severity === "error"))].every(([key2, short]) => short <= (known_errors.get(key2) ?? -1));
	}, clean = (path4, value2) => {
		let after = contextWith(path4, value2), among = all2.map(({ target }) => targetContext(after, target));
		return found2(after, among, ({ id }) => !FOLLOWING.has(id)).every(({ key: key2 }) => elsewhere.has(key2));
	}, firstOf = (steps2, mends) => {
		for (let step2 of steps2) {
			let { path: path4 } = step2, value2 = ("values" in step2 ? step2.values : nearestThatHolds(step2, (value3) => mends(path4, value3))).find((candidate) => mends(path4, candidate) && harmless(path4, candidate));
			if (value2 !== void 0) return { path: path4, value: value2 };
		}
		return null;
	}, steps = rule.fixes?.({ ...before, hit, targets: targets2 }) ?? [], sure = (path4, value2) => holds(path4, value2) && clean(path4, value2);
	return firstOf([...steps, ...stepsBeside(before, broken, known3)], sure) ?? firstOf(steps, holds);
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
function losesGpu(before, after) {
	return before !== null && before.devices > 0 && after?.devices === 0;
}
function stepsBeside(before, { rule, hit }, known3) {
	let beside = known3.filter((one) => one.rule.id !== rule.id && samePath(one.hit.path, hit.path));
	return [...new Set(beside.map((one) => one.rule))].flatMap((other) => {
		let own3 = beside.filter((one) => one.rule === other), [first] = own3;
		return first === void 0 || other.scope === "document" ? [] : other.fixes?.({ ...before, hit: first.hit, targets: own3.flatMap((one) => one.targets) }) ?? [];
	});
}
var FOLLOWING = /* @__PURE__ */ new Set([staleMetadata.id]), isError = ({ rule }) => rule.severity === "error";
function shortages(all2) {
	let sums = /* @__PURE__ */ new Map();
	for (let { key: key2, hit } of all2) sums.set(key2, (sums.get(key2) ?? 0) + Number(hit.args.short_by ?? 0));
	return sums;
}
function found2(context, targets2, asked = () => !0) {
	return RULES.filter(asked).flatMap((rule) => rule.scope === "document" ? [] : rule.scope === "config" ? rule.check(context, targets2).map((hit) => ({ rule, hit, targets: [], key: rule.id })) : targets2.flatMap(
		(at2) => rule.check(at2).map((hit) => ({ rule, hit, targets: [at2], key: `${rule.id} ${at2.target.id}` }))
	));
}
function samePath(a14, b7) {
	return a14.length === b7.length && a14.every((segment, index) => segment === b7[index]);
}
function withValue(config2, path4, value2) {
	let [first, second] = path4;
	if (second === void 0) return { ...config2, [String(first)]: value2 };
	let holder = first === "metadata" ? config2.metadata : config2.settings;
	return { ...config2, [String(first)]: { ...holder, [String(second)]: value2 } };
}

// shared/validate/check-config.ts
function inspectConfig({ text: text3, file, targets: given, facts, limits: limits2, read: read2 }) {
	let targets2 = withOwnIds(given), { config: config2, findings, placeOf: placeOf2, backend_stated = !0 } = read2 ?? readConfig(text3, limits2), document = findings.map((finding) => ({ ...finding, file }));
	if (config2 === null) {
		let pairs2 = targets2.map(({ id }) => ({ target: id, estimate: null, lines: [], judged: !1 }));
		return { report: { file, config: config2, findings: inOrder(document), pairs: pairs2 }, fixFor: () => null };
	}
	let context = configContext(config2, facts, backend_stated), on = targets2.map((target) => targetContext(context, target)), broken = [];
	for (let rule of RULES) {
		if (rule.scope === "config") for (let hit of rule.check(context, on)) broken.push({ rule, hit, targets: [] });
		if (rule.scope === "target")
			for (let at2 of on)
				for (let hit of rule.check(at2)) broken.push({ rule, hit, targets: [at2], target: at2.target.id });
	}
	let judged2 = broken.map(({ rule, hit, target }) => ({
		rule: rule.id,
		severity: rule.severity,
		path: hit.path,
		args: hit.args,
		file,
		place: placeOf2(hit.path),
		...target !== void 0 && { target }
	})), fixes = /* @__PURE__ */ new Map(), fixFor = (finding) => {
		let same = broken.filter(({ rule, hit }) => keyOf3(rule, hit.path) === keyOf3({ id: finding.rule }, finding.path)), [first] = same;
		if (first === void 0) return null;
		let key2 = keyOf3(first.rule, first.hit.path), known3 = fixes.get(key2);
		if (known3 !== void 0) return known3;
		let everywhere = { ...first, targets: allTargetsOf(first, broken) }, fix = findFix(context, everywhere, on);
		return fixes.set(key2, fix), fix;
	}, pairs = on.map((at2) => ({
		target: at2.target.id,
		estimate: at2.estimate,
		lines: at2.lines,
		judged: isJudged(at2)
	})), report = { file, config: config2, findings: inOrder([...document, ...judged2]), pairs };
	return { report: backend_stated ? report : { ...report, backend_stated }, fixFor };
}
function withOwnIds(targets2) {
	let seen2 = /* @__PURE__ */ new Map();
	return targets2.map((target) => {
		let count4 = (seen2.get(target.id) ?? 0) + 1;
		return seen2.set(target.id, count4), count4 === 1 ? target : { ...target, id: `${target.id} (${count4})` };
	});
}
function isJudged({ placement, estimate, lines: lines2 }) {
	return placement === null ? !0 : estimate !== null && lines2.every(({ state }) => state !== "unknown");
}
function allTargetsOf({ rule, hit }, broken) {
	let perKey = rule.scope === "target" && rule.per_key === !0, same = broken.filter((one) => one.rule === rule && (!perKey || samePath(one.hit.path, hit.path)));
	return [...new Set(same.flatMap(({ targets: targets2 }) => targets2))];
}
function keyOf3({ id }, path4) {
	return `${id} ${path4.join(" ")}`;
}
function inOrder(findings) {
	return findings.toSorted(
		(a14, b7) => a14.place.line - b7.place.line || a14.place.column - b7.place.column || compare2(a14.rule, b7.rule) || compare2(a14.target ?? "", b7.target ?? "")
	);
}
function compare2(a14, b7) {
	return a14 < b7 ? -1 : +(a14 > b7);
}

// shared/node/check/judge.ts
function checkedConfig(file, index, { document: { nameOf }, inspection: { report }, known: known3 }, rules, pins2) {
	let facts = known3?.facts ?? null, again, lookAgain = () => {
		let document = readDocuments(file.text, file.file, file.format)[index];
		return document && (again ??= judge(file, file.text, document, facts, pins2));
	}, applied = rules.apply(report, file.name), { config: config2 } = applied, light = config2?.model === void 0 || facts === null ? config2 : { ...config2, model: facts };
	return {
		report: { ...applied, config: light },
		facts,
		facts_from: known3?.from ?? null,
		...nameOf && { nameOf },
		fixFor: (finding) => (again ?? lookAgain())?.fixFor(finding) ?? null
	};
}
async function inspectText(file, text3, factsOf, pins2) {
	let found3 = [];
	for (let document of readDocuments(text3, file.file, file.format)) {
		let { config: config2 } = document.read, known3 = config2 === null ? null : await factsOf(config2, file.path);
		found3.push({ document, known: known3, inspection: judge(file, text3, document, known3?.facts ?? null, pins2) });
	}
	return [...found3, ...together(file, found3)];
}
function together({ file, targets: targets2 }, found3) {
	let [first] = found3;
	if (first?.document.set === void 0) return [];
	let reports = found3.map(({ inspection }) => inspection.report), report = checkSet(file, first.document.set, reports, targets2);
	return report === null ? [] : [{ document: { ...first.document, name: TOGETHER, write: null }, known: null, inspection: { report, fixFor: () => null } }];
}
function judge(file, text3, document, facts, pins2) {
	let { name, options = [] } = document, read2 = facts === null ? document.read : document.withFacts?.(facts) ?? document.read, made = inspectConfig({ text: text3, file: file.file, targets: file.targets, read: read2, ...facts !== null && { facts } }), { pairs, findings } = made.report, pinned = pins2.size === 0 ? findings : forReleases(
		findings,
		options,
		file.file,
		pairs.map(({ target }) => target),
		pins2
	);
	return { ...made, report: { ...made.report, findings: pinned, ...name !== void 0 && { name } } };
}

// shared/profile/check-names.ts
function withCheckNames(loaded2) {
	let taken = /* @__PURE__ */ new Map(), named = /* @__PURE__ */ new Map(), name = (one) => named.set(
		one.name,
		one.targets.map((target) => withFreeId(target, [...fileIds(one.name, target), target.id], taken))
	), files = loaded2.filter((one) => holdsFile(one.name));
	for (let one of loaded2) files.includes(one) || name(one);
	for (let one of files) name(one);
	return named;
}
function withFreeId(target, ids, taken) {
	let content = JSON.stringify(target), [first = target.id] = ids, free = (id2) => !taken.has(id2) || taken.get(id2) === content, id = ids.find(free);
	for (let count4 = 2; id === void 0; count4++) free(`${first}_${count4}`) && (id = `${first}_${count4}`);
	return taken.set(id, content), id === target.id ? target : { ...target, id, platform: target.id };
}
function fileIds(name, { id }) {
	if (!holdsFile(name)) return [];
	let parts = name.split(",").map((part) => part.trim());
	if (parts.length === 1) return [stem(name), path2(name)];
	let ids = id.split("+"), shown3 = (of2) => parts.map((part, at2) => isFile2(part) ? of2(part) : ids[at2] ?? part).join("+");
	return [shown3(stem), shown3(path2)];
}
function holdsFile(name) {
	return name.split(",").some((part) => isFile2(part.trim()));
}
function isFile2(name) {
	return /\.(json|ya?ml)$/i.test(name) || /[/\\]/.test(name);
}
function stem(file) {
	return path2(file.split(/[/\\]/).at(-1) ?? file);
}
function path2(file) {
	return file.replace(/\.(json|ya?ml)$/i, "").replace(/^\.\//, "").replaceAll(/[^A-Za-z0-9._/-]+/g, "_").slice(-100) || "_";
}

// shared/node/check/load-targets.ts
async function loadTargets(request, loaded2, world, headroom) {
	let { policy, file, placeOf: placeOf2 } = loaded2, found3 = /* @__PURE__ */ new Map(), troubles = /* @__PURE__ */ new Map(), load = async (name, asker) => {
		if (!(found3.has(name) || troubles.has(name)))
			try {
				let loadedTarget = await world.loadTarget(name, asker), list2 = "id" in loadedTarget ? [loadedTarget] : loadedTarget;
				found3.set(
					name,
					list2.map((target) => withHeadroom(target, headroom))
				);
			} catch (error) {
				if (!(error instanceof UserError)) throw error;
				troubles.set(name, error);
			}
	};
	if (request.targets !== null) {
		for (let name of request.targets) await load(name, "request");
		throwAll([...troubles.values()]);
	}
	let mentions = request.targets === null ? mentionsOf(policy, request.configs === null) : [], problems = [];
	for (let { name, path: path4 } of mentions) {
		await load(name, "policy");
		let trouble = troubles.get(name);
		if (trouble === void 0 || file === null) continue;
		let args = argsOf2(name, trouble);
		problems.push({ rule: "LP901", severity: "error", path: path4, args, file, place: placeOf2(path4) });
	}
	if (request.targets === null && problems.push(...strangers(loaded2, mentions)), problems.length > 0) throw new PolicyError(problems);
	let byName2 = withCheckNames([...found3].map(([name, targets2]) => ({ name, targets: targets2 }))), named = (names3) => unique(names3.flatMap((name) => byName2.get(name) ?? [])), names2 = request.targets ?? policy.targets, idOf = (name) => byName2.get(name)?.[0]?.id ?? name, engines = new Map(Object.entries(policy.engines ?? {}).map(([name, release]) => [idOf(name), release]));
	return { common: names2 === void 0 ? null : named(names2), named, idOf, engines };
}
function argsOf2(name, trouble) {
	if (name === "auto" || trouble.kind !== "usage" || /[,/\\]|\.(?:json|ya?ml)$/i.test(name))
		return { problem: "target_file", trouble: inOneLine(trouble).slice(0, 400) };
	let ids = listProfiles().map(({ id }) => id);
	return { problem: "target", name: name.slice(0, 80), near: nearestNames(name, ids) };
}
function strangers({ policy, file, placeOf: placeOf2 }, mentions) {
	let known3 = [...new Set(mentions.map(({ name }) => name))];
	return Object.keys(policy.engines ?? {}).flatMap((name) => {
		if (file === null || known3.includes(name) || known3.includes("all")) return [];
		let path4 = ["engines", name], args = { problem: "engine", name: name.slice(0, 80), near: nearestNames(name, known3) };
		return [{ rule: "LP901", severity: "error", path: path4, args, file, place: placeOf2(path4) }];
	});
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
		throw troubles.length === 1 ? first : new UserError(
			first.kind,
			troubles.map(({ message }) => message.replace(/[^.!?]$/, "$&.")).join(" "),
			first.hint
		);
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
		([flag, value2]) => (typeof value2 == "string" ? [value2] : value2 ?? []).flatMap((one) => [flag, quotePosix(one)])
	)].join(" ");
	return inside2 === "" || inside2 === "." ? command2 : `cd ${quotePosix(inside2)} && ${command2}`;
}

// shared/node/check/model-facts.ts
import { basename as basename5, dirname as dirname3, resolve as resolve6 } from "node:path";

// shared/model/catalog/inventory/parts.ts
var norm2 = (name, length) => [`${name}.weight`, length];
function head(m10, finalNorm = "output_norm") {
	return [
		["token_embd.weight", m10.n_embd, m10.n_vocab],
		norm2(finalNorm, m10.n_embd),
		...m10.flags.tied_embeddings ? [] : [["output.weight", m10.n_embd, m10.n_vocab]],
		...m10.flags.rope_freqs ? [norm2("rope_freqs", m10.number("attention.key_length") / 2)] : [],
		...m10.flags.rope_factors ? ["long", "short"].map((which) => norm2(`rope_factors_${which}`, m10.number("rope.dimension_count") / 2)) : []
	];
}
function attentionWidths(m10, layer) {
	let head_k = m10.number("attention.key_length"), head_v = m10.number("attention.value_length"), n_head = m10.at("attention.head_count", layer), n_head_kv = m10.at("attention.head_count_kv", layer);
	return { n_head, head_k, q: n_head * head_k, k: n_head_kv * head_k, v: n_head_kv * head_v, out: n_head * head_v };
}
function splitAttention(m10, layer, q = attentionWidths(m10, layer).q) {
	let { k: k3, v: v6, out } = attentionWidths(m10, layer), bias = [
		["attn_q.bias", q],
		["attn_k.bias", k3],
		["attn_v.bias", v6]
	];
	return [
		["attn_q.weight", m10.n_embd, q],
		["attn_k.weight", m10.n_embd, k3],
		["attn_v.weight", m10.n_embd, v6],
		...m10.flags.qkv_bias ? bias : [],
		["attn_output.weight", out, m10.n_embd]
	];
}
function fusedAttention(m10, layer) {
	let { q, k: k3, v: v6, out } = attentionWidths(m10, layer);
	return [
		["attn_qkv.weight", m10.n_embd, q + k3 + v6],
		["attn_output.weight", out, m10.n_embd]
	];
}
function queryKeyNorms(m10, layer, over2) {
	let { q, k: k3, head_k } = attentionWidths(m10, layer);
	return over2 === "head" ? [norm2("attn_q_norm", head_k), norm2("attn_k_norm", head_k)] : [norm2("attn_q_norm", q), norm2("attn_k_norm", k3)];
}
function feedForward11(m10, width, kind2 = "gated", suffix = "") {
	return [
		...kind2 === "gated" ? [[`ffn_gate${suffix}.weight`, m10.n_embd, width]] : [],
		[`ffn_up${suffix}.weight`, m10.n_embd, kind2 === "fused" ? 2 * width : width],
		[`ffn_down${suffix}.weight`, width, m10.n_embd]
	];
}
function experts2(m10, width, kind2 = "gated") {
	let n12 = m10.number("expert_count");
	return [
		["ffn_gate_inp.weight", m10.n_embd, n12],
		...m10.flags.router_bias ? [["exp_probs_b.bias", n12]] : [],
		...kind2 === "gated" ? [["ffn_gate_exps.weight", m10.n_embd, width, n12]] : [],
		kind2 === "fused" ? ["ffn_gate_up_exps.weight", m10.n_embd, 2 * width, n12] : ["ffn_up_exps.weight", m10.n_embd, width, n12],
		["ffn_down_exps.weight", width, m10.n_embd, n12]
	];
}
function sharedExpert(m10, width, kind2 = "gated") {
	return width === 0 ? [] : feedForward11(m10, width, kind2, "_shexp");
}

// shared/model/catalog/inventory/tensor.ts
function modelShape(architecture, hparams, flags) {
	let scalar = (key2, value2) => {
		if (typeof value2 != "number") throw new TypeError(`catalog: ${architecture} lacks the number ${key2}`);
		return value2;
	}, number4 = (key2) => scalar(key2, hparams[key2]);
	return {
		architecture,
		flags,
		number: number4,
		at: (key2, layer) => {
			let value2 = hparams[key2];
			return Array.isArray(value2) ? Number(value2[layer]) : scalar(key2, value2);
		},
		optional: (key2) => hparams[key2] === void 0 ? 0 : number4(key2),
		list: (key2) => {
			let value2 = hparams[key2];
			return Array.isArray(value2) ? value2 : [];
		},
		n_embd: number4("embedding_length"),
		n_vocab: number4("vocab_size"),
		n_layer: number4("block_count")
	};
}
function assemble(outside, n_layer, rowsOf) {
	let toTensor = (layer) => ([name, ...shape2]) => ({ name, layer, shape: shape2 }), layers = Array.from({ length: n_layer }, (_7, layer) => rowsOf(layer).map(toTensor(layer)));
	return [...outside.map(toTensor(null)), ...layers.flat()];
}

// shared/model/catalog/inventory/bert.ts
var TOKEN_TYPES = 2, biasedNorm = (name, length) => [norm2(name, length), [`${name}.bias`, length]];
function embeddings(m10) {
	return [
		["token_embd.weight", m10.n_embd, m10.n_vocab],
		["token_types.weight", m10.n_embd, TOKEN_TYPES],
		...biasedNorm("token_embd_norm", m10.n_embd)
	];
}
var afterAttention = (m10) => biasedNorm("attn_output_norm", m10.n_embd), afterLayer = (m10) => biasedNorm("layer_output_norm", m10.n_embd);
function bertInventory(m10) {
	let width = m10.number("feed_forward_length"), outside = [...embeddings(m10), ["position_embd.weight", m10.n_embd, m10.number("context_length")]];
	return assemble(outside, m10.n_layer, (layer) => [
		...splitAttention(m10, layer),
		...["q", "k", "v", "output"].map((part) => [`attn_${part}.bias`, m10.n_embd]),
		...afterAttention(m10),
		...feedForward11(m10, width, "plain"),
		["ffn_up.bias", width],
		["ffn_down.bias", m10.n_embd],
		...afterLayer(m10)
	]);
}
function nomicBertInventory(m10) {
	return assemble(embeddings(m10), m10.n_layer, (layer) => [
		...fusedAttention(m10, layer),
		...afterAttention(m10),
		...feedForward11(m10, m10.number("feed_forward_length")),
		...afterLayer(m10)
	]);
}

// shared/model/catalog/inventory/biased.ts
var biasedNorm2 = (name, length) => [norm2(name, length), [`${name}.bias`, length]];
function starcoder2Inventory(m10) {
	let width = m10.number("feed_forward_length");
	return assemble([...head(m10), ["output_norm.bias", m10.n_embd]], m10.n_layer, (layer) => [
		...biasedNorm2("attn_norm", m10.n_embd),
		...splitAttention(m10, layer),
		["attn_output.bias", m10.n_embd],
		...biasedNorm2("ffn_norm", m10.n_embd),
		...feedForward11(m10, width, "plain"),
		["ffn_up.bias", width],
		["ffn_down.bias", m10.n_embd]
	]);
}
function phimoeInventory(m10) {
	let outside = [...head(m10), ["output_norm.bias", m10.n_embd], ["output.bias", m10.n_vocab]];
	return assemble(outside, m10.n_layer, (layer) => [
		...biasedNorm2("attn_norm", m10.n_embd),
		...splitAttention(m10, layer),
		["attn_output.bias", m10.n_embd],
		...biasedNorm2("ffn_norm", m10.n_embd),
		...experts2(m10, m10.number("feed_forward_length"))
	]);
}
function stablelmInventory(m10) {
	return assemble([...head(m10), ["output_norm.bias", m10.n_embd]], m10.n_layer, (layer) => [
		...biasedNorm2("attn_norm", m10.n_embd),
		...splitAttention(m10, layer),
		...biasedNorm2("ffn_norm", m10.n_embd),
		...feedForward11(m10, m10.number("feed_forward_length"))
	]);
}

// shared/model/catalog/inventory/deepseek2.ts
function latentAttention2(m10, layer) {
	let n_head = m10.at("attention.head_count", layer), kv_rank = m10.number("attention.kv_lora_rank"), q_rank = m10.optional("attention.q_lora_rank"), rotated = m10.number("rope.dimension_count"), head_k = m10.number("attention.key_length_mla"), head_v = m10.number("attention.value_length_mla");
	return [
		...q_rank === 0 ? [["attn_q.weight", m10.n_embd, n_head * head_k]] : [
			["attn_q_a.weight", m10.n_embd, q_rank],
			norm2("attn_q_a_norm", q_rank),
			["attn_q_b.weight", q_rank, n_head * head_k]
		],
		["attn_kv_a_mqa.weight", m10.n_embd, kv_rank + rotated],
		norm2("attn_kv_a_norm", kv_rank),
		["attn_k_b.weight", head_k - rotated, kv_rank, n_head],
		["attn_v_b.weight", kv_rank, head_v, n_head],
		["attn_output.weight", n_head * head_v, m10.n_embd]
	];
}
function deepseek2Inventory(m10) {
	let dense = m10.number("leading_dense_block_count"), width = m10.number("expert_feed_forward_length");
	return assemble(head(m10), m10.n_layer, (layer) => [
		norm2("attn_norm", m10.n_embd),
		...latentAttention2(m10, layer),
		norm2("ffn_norm", m10.n_embd),
		...layer < dense ? feedForward11(m10, m10.number("feed_forward_length")) : [...experts2(m10, width), ...sharedExpert(m10, width * m10.number("expert_shared_count"))]
	]);
}

// shared/model/catalog/inventory/gemma-embedding.ts
function gemmaEmbeddingInventory(m10) {
	let outside = [
		...head(m10),
		["dense_2.weight", m10.number("dense_2_feat_in"), m10.number("dense_2_feat_out")],
		["dense_3.weight", m10.number("dense_3_feat_in"), m10.number("dense_3_feat_out")]
	];
	return assemble(outside, m10.n_layer, (layer) => [
		norm2("attn_norm", m10.n_embd),
		...splitAttention(m10, layer),
		...queryKeyNorms(m10, layer, "head"),
		norm2("post_attention_norm", m10.n_embd),
		norm2("ffn_norm", m10.n_embd),
		...feedForward11(m10, m10.number("feed_forward_length")),
		norm2("post_ffw_norm", m10.n_embd)
	]);
}

// shared/model/catalog/inventory/gemma3n.ts
var N_ALTUP2 = 4, LAUREL_RANK = 64;
function gemma3nInventory(m10) {
	let perLayer = m10.number("embedding_length_per_layer_input"), outside = [
		...head(m10),
		["altup_proj.weight", m10.n_embd, m10.n_embd, N_ALTUP2 - 1],
		["altup_unembd_proj.weight", m10.n_embd, m10.n_embd, N_ALTUP2 - 1],
		["per_layer_token_embd.weight", perLayer * m10.n_layer, m10.n_vocab],
		["per_layer_model_proj.weight", m10.n_embd, perLayer * m10.n_layer],
		norm2("per_layer_proj_norm", perLayer)
	];
	return assemble(outside, m10.n_layer, (layer) => [
		norm2("attn_norm", m10.n_embd),
		...splitAttention(m10, layer),
		...queryKeyNorms(m10, layer, "head"),
		norm2("post_attention_norm", m10.n_embd),
		norm2("ffn_norm", m10.n_embd),
		...feedForward11(m10, m10.at("feed_forward_length", layer)),
		norm2("post_ffw_norm", m10.n_embd),
		["inp_gate.weight", m10.n_embd, perLayer],
		["proj.weight", perLayer, m10.n_embd],
		norm2("post_norm", m10.n_embd),
		["altup_correct_coef.weight", N_ALTUP2, N_ALTUP2],
		norm2("altup_correct_scale", m10.n_embd),
		["altup_predict_coef.weight", N_ALTUP2, N_ALTUP2 * N_ALTUP2],
		["altup_router.weight", m10.n_embd, N_ALTUP2],
		norm2("altup_router_norm", m10.n_embd),
		["laurel_l.weight", m10.n_embd, LAUREL_RANK],
		["laurel_r.weight", LAUREL_RANK, m10.n_embd],
		norm2("laurel_post_norm", m10.n_embd)
	]);
}

// shared/model/catalog/inventory/gemma4.ts
function attention2(m10, layer, isSliding) {
	let width = m10.number(isSliding ? "attention.key_length_swa" : "attention.key_length"), q = m10.at("attention.head_count", layer) * width, kv = m10.at("attention.head_count_kv", layer) * width;
	return [
		["attn_q.weight", m10.n_embd, q],
		["attn_k.weight", m10.n_embd, kv],
		...isSliding || !m10.flags.keys_as_values ? [["attn_v.weight", m10.n_embd, kv]] : [],
		["attn_output.weight", q, m10.n_embd],
		norm2("attn_q_norm", width),
		norm2("attn_k_norm", width)
	];
}
function expertPart(m10) {
	return m10.optional("expert_count") === 0 ? [] : [
		["ffn_gate_inp.scale", m10.n_embd],
		norm2("pre_ffw_norm_2", m10.n_embd),
		norm2("post_ffw_norm_1", m10.n_embd),
		norm2("post_ffw_norm_2", m10.n_embd),
		...experts2(m10, m10.number("expert_feed_forward_length"), "fused"),
		["ffn_down_exps.scale", m10.number("expert_count")]
	];
}
function perLayerInputs2(m10) {
	let width = m10.number("embedding_length_per_layer_input");
	return width === 0 ? { outside: [], layer: [] } : {
		outside: [
			["per_layer_token_embd.weight", width * m10.n_layer, m10.n_vocab],
			["per_layer_model_proj.weight", m10.n_embd, width * m10.n_layer],
			norm2("per_layer_proj_norm", width)
		],
		layer: [["inp_gate.weight", m10.n_embd, width], ["proj.weight", width, m10.n_embd], norm2("post_norm", m10.n_embd)]
	};
}
function gemma4Inventory(m10) {
	let pattern2 = m10.list("attention.sliding_window_pattern"), inputs = perLayerInputs2(m10);
	return assemble([...head(m10), ...inputs.outside], m10.n_layer, (layer) => [
		norm2("attn_norm", m10.n_embd),
		...attention2(m10, layer, pattern2[layer] === !0),
		norm2("post_attention_norm", m10.n_embd),
		norm2("layer_output_scale", 1),
		norm2("ffn_norm", m10.n_embd),
		...feedForward11(m10, m10.at("feed_forward_length", layer)),
		norm2("post_ffw_norm", m10.n_embd),
		...expertPart(m10),
		...inputs.layer
	]);
}

// shared/model/catalog/inventory/gpt-oss.ts
function gptOssInventory(m10) {
	let n12 = m10.number("expert_count"), width = m10.number("expert_feed_forward_length");
	return assemble(head(m10), m10.n_layer, (layer) => [
		norm2("attn_norm", m10.n_embd),
		...splitAttention(m10, layer),
		["attn_output.bias", m10.n_embd],
		norm2("attn_sinks", attentionWidths(m10, layer).n_head),
		norm2("post_attention_norm", m10.n_embd),
		...experts2(m10, width),
		["ffn_gate_inp.bias", n12],
		["ffn_gate_exps.bias", width, n12],
		["ffn_up_exps.bias", width, n12],
		["ffn_down_exps.bias", m10.n_embd, n12]
	]);
}

// shared/model/catalog/inventory/kimi-linear.ts
function deltaAttention(m10) {
	let n_head = m10.number("attention.head_count"), head_width = m10.number("kda.head_dim"), width = n_head * head_width, parts = ["q", "k", "v"];
	return [
		...parts.map((part) => [`ssm_conv1d_${part}.weight`, m10.number("ssm.conv_kernel"), 1, width, 1]),
		...parts.map((part) => [`attn_${part}.weight`, m10.n_embd, width]),
		["ssm_f_a.weight", m10.n_embd, head_width],
		["ssm_f_b.weight", head_width, width],
		["ssm_beta.weight", m10.n_embd, n_head],
		["ssm_a", 1, n_head, 1, 1],
		["ssm_dt.bias", width],
		["ssm_g_a.weight", m10.n_embd, head_width],
		["ssm_g_b.weight", head_width, width],
		norm2("ssm_norm", head_width),
		["attn_output.weight", width, m10.n_embd]
	];
}
function latentAttention3(m10) {
	let n_head = m10.number("attention.head_count"), rank2 = m10.number("attention.kv_lora_rank"), rotated = m10.number("rope.dimension_count"), head_k = m10.number("attention.key_length_mla"), head_v = m10.number("attention.value_length_mla");
	return [
		norm2("attn_kv_a_norm", rank2),
		["attn_q.weight", m10.n_embd, n_head * head_k],
		["attn_kv_a_mqa.weight", m10.n_embd, rank2 + rotated],
		["attn_k_b.weight", head_k - rotated, rank2, n_head],
		["attn_v_b.weight", rank2, head_v, n_head],
		["attn_output.weight", n_head * head_v, m10.n_embd]
	];
}
function kimiLinearInventory(m10) {
	let width = m10.number("expert_feed_forward_length");
	return assemble(head(m10), m10.n_layer, (layer) => [
		norm2("attn_norm", m10.n_embd),
		...m10.at("attention.head_count_kv", layer) === 0 ? deltaAttention(m10) : latentAttention3(m10),
		norm2("ffn_norm", m10.n_embd),
		...layer < m10.number("leading_dense_block_count") ? feedForward11(m10, m10.number("feed_forward_length")) : [...experts2(m10, width), ...sharedExpert(m10, width * m10.number("expert_shared_count"))]
	]);
}

// shared/model/catalog/inventory/lfm2.ts
function shortConvolution2(m10) {
	return [
		["shortconv.conv.weight", m10.number("shortconv.l_cache"), m10.n_embd],
		["shortconv.in_proj.weight", m10.n_embd, 3 * m10.n_embd],
		["shortconv.out_proj.weight", m10.n_embd, m10.n_embd]
	];
}
function lfm2Inventory(m10) {
	let hasExperts = m10.optional("expert_count") > 0;
	return assemble(head(m10, "token_embd_norm"), m10.n_layer, (layer) => [
		norm2("attn_norm", m10.n_embd),
		...m10.at("attention.head_count_kv", layer) === 0 ? shortConvolution2(m10) : [...queryKeyNorms(m10, layer, "head"), ...splitAttention(m10, layer)],
		norm2("ffn_norm", m10.n_embd),
		...hasExperts && layer >= m10.number("leading_dense_block_count") ? experts2(m10, m10.number("expert_feed_forward_length")) : feedForward11(m10, m10.number("feed_forward_length"))
	]);
}

// shared/model/catalog/inventory/mamba-hybrid.ts
function plainMamba2(m10) {
	let inner = m10.number("ssm.inner_size"), groups = m10.number("ssm.group_count"), n_head = m10.number("ssm.time_step_rank"), convolved = inner + 2 * groups * m10.number("ssm.state_size");
	return [
		["ssm_in.weight", m10.n_embd, inner + convolved + n_head],
		["ssm_conv1d.weight", m10.number("ssm.conv_kernel"), convolved],
		["ssm_conv1d.bias", convolved],
		["ssm_dt.bias", n_head],
		["ssm_a", 1, n_head],
		["ssm_d", 1, n_head],
		["ssm_out.weight", inner, m10.n_embd]
	];
}
function mixerNorm(m10) {
	let groups = m10.number("ssm.group_count");
	return ["ssm_norm.weight", m10.number("ssm.inner_size") / groups, groups];
}
function mamba2(m10) {
	return [...plainMamba2(m10), mixerNorm(m10)];
}
function mamba2Inventory(m10) {
	return assemble(head(m10), m10.n_layer, () => [norm2("attn_norm", m10.n_embd), ...mamba2(m10)]);
}
function graniteHybridInventory(m10) {
	let width = m10.number("feed_forward_length"), feed = m10.optional("expert_count") === 0 ? feedForward11(m10, width) : [...experts2(m10, width), ...sharedExpert(m10, m10.number("expert_shared_feed_forward_length"))];
	return assemble(head(m10), m10.n_layer, (layer) => [
		norm2("attn_norm", m10.n_embd),
		...m10.at("attention.head_count_kv", layer) === 0 ? mamba2(m10) : splitAttention(m10, layer),
		norm2("ffn_norm", m10.n_embd),
		...feed
	]);
}
function nemotronHybridInventory(m10) {
	return assemble(head(m10), m10.n_layer, (layer) => {
		let width = m10.at("feed_forward_length", layer);
		return m10.at("attention.head_count_kv", layer) > 0 ? [norm2("attn_norm", m10.n_embd), ...splitAttention(m10, layer)] : [norm2("attn_norm", m10.n_embd), ...width > 0 ? feedForward11(m10, width, "plain") : mamba2(m10)];
	});
}
function falconH1Inventory(m10) {
	return assemble(head(m10), m10.n_layer, (layer) => [
		norm2("attn_norm", m10.n_embd),
		...plainMamba2(m10),
		...splitAttention(m10, layer),
		["ffn_norm", m10.n_embd],
		...feedForward11(m10, m10.number("feed_forward_length"))
	]);
}

// shared/model/catalog/inventory/qwen-hybrid.ts
function deltaNet(m10) {
	let n_value_head = m10.number("ssm.time_step_rank"), head_width = m10.number("ssm.state_size"), values = m10.number("ssm.inner_size"), mixed = 2 * m10.number("ssm.group_count") * head_width + values, gates = m10.architecture === "qwen3next" ? [["ssm_ba.weight", m10.n_embd, 2 * n_value_head]] : [
		["ssm_beta.weight", m10.n_embd, n_value_head],
		["ssm_alpha.weight", m10.n_embd, n_value_head]
	];
	return [
		["attn_qkv.weight", m10.n_embd, mixed],
		["attn_gate.weight", m10.n_embd, values],
		["ssm_conv1d.weight", m10.number("ssm.conv_kernel"), mixed],
		["ssm_dt.bias", n_value_head],
		["ssm_a", n_value_head],
		...gates,
		norm2("ssm_norm", head_width),
		["ssm_out.weight", values, m10.n_embd]
	];
}
function feedForwardPart(m10) {
	return m10.optional("expert_count") === 0 ? feedForward11(m10, m10.number("feed_forward_length")) : [
		...experts2(m10, m10.number("expert_feed_forward_length")),
		norm2("ffn_gate_inp_shexp", m10.n_embd),
		...sharedExpert(m10, m10.number("expert_shared_feed_forward_length"))
	];
}
function draftPart(m10) {
	return [
		["nextn.eh_proj.weight", 2 * m10.n_embd, m10.n_embd],
		...["enorm", "hnorm", "shared_head_norm"].map((name) => norm2(`nextn.${name}`, m10.n_embd))
	];
}
function qwenHybridInventory(m10) {
	let interval = m10.number("full_attention_interval"), first_draft = m10.n_layer - m10.optional("nextn_predict_layers");
	return assemble(head(m10), m10.n_layer, (layer) => [
		norm2("attn_norm", m10.n_embd),
		norm2("post_attention_norm", m10.n_embd),
		...(layer + 1) % interval === 0 || layer >= first_draft ? [...splitAttention(m10, layer, 2 * attentionWidths(m10, layer).q), ...queryKeyNorms(m10, layer, "head")] : deltaNet(m10),
		...feedForwardPart(m10),
		...layer >= first_draft ? draftPart(m10) : []
	]);
}

// shared/model/catalog/inventory/transformer.ts
var PRE_NORM = ["attn_norm", "ffn_norm"], POST_NORM = ["post_attention_norm", "post_ffw_norm"], TRANSFORMERS = {
	llama: { norms: PRE_NORM },
	llama4: { norms: PRE_NORM, shared_as_wide_as_expert: !0 },
	mistral3: { norms: PRE_NORM },
	granite: { norms: PRE_NORM },
	smollm3: { norms: PRE_NORM },
	internlm2: { norms: PRE_NORM },
	deepseek: { norms: PRE_NORM },
	qwen2: { norms: PRE_NORM },
	qwen3: { norms: PRE_NORM, qk_norm: "head" },
	qwen3moe: { norms: PRE_NORM, qk_norm: "head" },
	"hunyuan-dense": { norms: PRE_NORM, qk_norm: "head" },
	"hunyuan-moe": { norms: PRE_NORM, qk_norm: "head" },
	"ernie4_5-moe": { norms: PRE_NORM },
	dots1: { norms: PRE_NORM, qk_norm: "head" },
	bailingmoe2: { norms: PRE_NORM, qk_norm: "head", attention: "fused" },
	"minimax-m2": { norms: PRE_NORM, qk_norm: "full" },
	olmoe: { norms: PRE_NORM, qk_norm: "full" },
	olmo2: { norms: POST_NORM, qk_norm: "full" },
	exaone4: { norms: POST_NORM, qk_norm: "head" },
	"command-r": { norms: ["attn_norm"] },
	cohere2: { norms: ["attn_norm"] },
	seed_oss: { norms: ["attn_norm", "post_attention_norm"] },
	gemma2: { norms: [...PRE_NORM, ...POST_NORM] },
	gemma3: { norms: [...PRE_NORM, ...POST_NORM], qk_norm: "head" },
	glm4: { norms: [...PRE_NORM, ...POST_NORM], feed_forward: "fused" },
	glm4moe: { norms: ["attn_norm", "post_attention_norm"] },
	step35: { norms: PRE_NORM, qk_norm: "head", head_gate: !0 },
	mimo2: { norms: PRE_NORM },
	phi3: { norms: PRE_NORM, attention: "fused", feed_forward: "fused" }
};
function feedForwardOrExperts(m10, layer, layout) {
	if (m10.optional("expert_count") === 0 || layer < m10.optional("leading_dense_block_count")) return feedForward11(m10, m10.at("feed_forward_length", layer), layout.feed_forward);
	let width = m10.optional("expert_feed_forward_length") || m10.at("feed_forward_length", layer), shared = layout.shared_as_wide_as_expert ? width : m10.optional("expert_shared_feed_forward_length") || width * m10.optional("expert_shared_count");
	return [...experts2(m10, width), ...sharedExpert(m10, shared)];
}
function perHead(m10, layer, layout) {
	let { n_head } = attentionWidths(m10, layer), windowed = m10.list("attention.sliding_window_pattern")[layer] === !0;
	return [
		...layout.head_gate ? [["attn_gate.weight", m10.n_embd, n_head]] : [],
		...m10.flags.attention_sinks && windowed ? [norm2("attn_sinks", n_head)] : []
	];
}
function transformerInventory(m10, layout) {
	return assemble(head(m10), m10.n_layer, (layer) => [
		...layout.norms.map((name) => norm2(name, m10.n_embd)),
		...layout.attention === "fused" ? fusedAttention(m10, layer) : splitAttention(m10, layer),
		...layout.qk_norm === void 0 ? [] : queryKeyNorms(m10, layer, layout.qk_norm),
		...perHead(m10, layer, layout),
		...feedForwardOrExperts(m10, layer, layout)
	]);
}

// shared/model/catalog/inventory/index.ts
var SPECIAL = {
	bert: bertInventory,
	deepseek2: deepseek2Inventory,
	"falcon-h1": falconH1Inventory,
	"gemma-embedding": gemmaEmbeddingInventory,
	gemma3n: gemma3nInventory,
	gemma4: gemma4Inventory,
	"gpt-oss": gptOssInventory,
	granitehybrid: graniteHybridInventory,
	"kimi-linear": kimiLinearInventory,
	lfm2: lfm2Inventory,
	lfm2moe: lfm2Inventory,
	mamba2: mamba2Inventory,
	nemotron_h: nemotronHybridInventory,
	"nomic-bert": nomicBertInventory,
	phimoe: phimoeInventory,
	qwen3next: qwenHybridInventory,
	qwen35: qwenHybridInventory,
	qwen35moe: qwenHybridInventory,
	stablelm: stablelmInventory,
	starcoder2: starcoder2Inventory
}, INVENTORY_ARCHITECTURES = [...Object.keys(TRANSFORMERS), ...Object.keys(SPECIAL)];
function tensorInventory(m10) {
	let special = SPECIAL[m10.architecture];
	if (special !== void 0) return special(m10);
	let layout = TRANSFORMERS[m10.architecture];
	if (layout === void 0) throw new TypeError(`catalog: no tensor inventory for ${m10.architecture}`);
	return transformerInventory(m10, layout);
}

// shared/model/catalog/inventory/source-type.ts
var F32_PARTS = [
	"ffn_gate_inp.",
	"ffn_gate_inp_shexp.",
	"ssm_conv1d",
	"shortconv.conv.",
	"altup_correct_coef",
	"altup_predict_coef"
], F32_NAMES = /* @__PURE__ */ new Set(["position_embd.weight", "token_types.weight"]);
function sourceType(architecture, name, shape2, wide) {
	return shape2.length <= 1 || !name.endsWith(".weight") || name.endsWith("_norm.weight") || F32_NAMES.has(name) || F32_PARTS.some((part) => name.includes(part)) ? "f32" : architecture === "gpt-oss" && name.endsWith("_exps.weight") ? "mxfp4" : wide;
}

// shared/model/catalog/quantize/precision.ts
var BASE_TYPE = {
	IQ2_XXS: "iq2_xxs",
	IQ2_XS: "iq2_xs",
	IQ2_S: "iq2_xs",
	IQ2_M: "iq2_s",
	Q2_K_S: "q2_K",
	Q2_K: "q2_K",
	IQ3_XXS: "iq3_xxs",
	IQ3_XS: "iq3_s",
	Q3_K_S: "q3_K",
	IQ3_S: "iq3_s",
	IQ3_M: "iq3_s",
	Q3_K_M: "q3_K",
	Q3_K_L: "q3_K",
	IQ4_XS: "iq4_xs",
	Q4_0: "q4_0",
	Q4_K_S: "q4_K",
	IQ4_NL: "iq4_nl",
	Q4_K_M: "q4_K",
	Q4_1: "q4_1",
	MXFP4_MOE: "mxfp4",
	Q5_0: "q5_0",
	Q5_K_S: "q5_K",
	Q5_K_M: "q5_K",
	Q5_1: "q5_1",
	Q6_K: "q6_K",
	Q8_0: "q8_0",
	F16: "f16",
	BF16: "bf16",
	F32: "f32"
}, PRECISION_NAMES = Object.keys(BASE_TYPE);
function baseType(precision) {
	return BASE_TYPE[precision];
}
function isPrecision(name) {
	return Object.hasOwn(BASE_TYPE, name);
}
function isQuantized(type) {
	return blockLength(type) > 1;
}
function bitsPerWeight(type) {
	let length = blockLength(type);
	return tensorBytes(type, [length]) * 8 / length;
}

// shared/model/catalog/quantize/eligible.ts
var KEPT_PARTS = [
	"_norm.weight",
	"ffn_gate_inp.weight",
	"altup",
	"laurel",
	"per_layer_model_proj",
	"ssm_conv1d",
	"shortconv.conv.weight",
	"attn_rel_b.weight",
	"indexer.k_proj.weight",
	"indexer.q_proj.weight"
], KEPT_NAMES = /* @__PURE__ */ new Set(["position_embd.weight", "token_types.weight"]);
function isQuantizable(name, shape2) {
	return shape2.findLastIndex((n12) => n12 > 1) + 1 >= 2 && name.endsWith("weight") && !KEPT_NAMES.has(name) && !KEPT_PARTS.some((part) => name.includes(part));
}

// shared/model/catalog/quantize/fallback.ts
var SMALLER_BLOCK = {
	iq2_xxs: "iq4_nl",
	iq2_xs: "iq4_nl",
	iq2_s: "iq4_nl",
	iq3_xxs: "iq4_nl",
	iq3_s: "iq4_nl",
	iq4_xs: "iq4_nl",
	q2_K: "q4_0",
	q3_K: "q4_0",
	q4_K: "q5_0",
	q5_K: "q5_1",
	q6_K: "q8_0"
};
function fittingType(wanted, columns) {
	if (columns % blockLength(wanted) === 0) return wanted;
	let smaller = SMALLER_BLOCK[wanted] ?? wanted;
	return columns % blockLength(smaller) === 0 ? smaller : "f16";
}

// shared/model/catalog/quantize/role.ts
var ROLE_BY_PART = [
	["attn_qkv.weight", "attn_qkv"],
	["attn_kv_b.weight", "attn_kv_b"],
	["attn_v.weight", "attn_v"],
	["attn_k.weight", "attn_k"],
	["attn_q.weight", "attn_q"],
	["attn_output.weight", "attn_output"],
	["ffn_up", "ffn_up"],
	["ffn_gate", "ffn_gate"],
	["ffn_down", "ffn_down"]
];
function tensorRole(name) {
	return name === "output.weight" ? "output" : name === "token_embd.weight" || name === "per_layer_token_embd.weight" ? "token_embd" : ROLE_BY_PART.find(([part]) => name.includes(part))?.[1] ?? "other";
}
function isValueLike(role) {
	return role === "attn_v" || role === "attn_qkv" || role === "attn_kv_b";
}

// shared/model/catalog/quantize/embedding-rules.ts
var LOW_BIT_OUTPUT = /* @__PURE__ */ new Set(["IQ2_XXS", "IQ2_XS", "IQ2_S", "IQ2_M", "IQ3_XXS"]);
function outputRule(precision, architecture, columns) {
	let base = baseType(precision);
	return precision === "MXFP4_MOE" || architecture === "falcon" || columns % blockLength(base) !== 0 ? "q8_0" : LOW_BIT_OUTPUT.has(precision) ? "q5_K" : base === "q8_0" ? "q8_0" : "q6_K";
}
var LOW_BIT_EMBEDDING = {
	IQ2_XXS: "q2_K",
	IQ2_XS: "q2_K",
	IQ2_S: "iq3_s",
	IQ2_M: "iq3_s",
	IQ3_XXS: "iq3_s"
};
function embeddingRule(precision) {
	return LOW_BIT_EMBEDDING[precision] ?? baseType(precision);
}

// shared/model/catalog/quantize/layer-rules.ts
function getsMoreBits(i8, n12) {
	let eighth = Math.floor(n12 / 8);
	return i8 < eighth || i8 >= Math.floor(7 * n12 / 8) || (i8 - eighth) % 3 === 2;
}
var isEightExperts = ({ model }) => model.expert_count === 8, isFalcon = ({ model }) => model.architecture === "falcon", sharesValues = ({ model }) => model.gqa >= 4, ffnPosition = ({ model, layer, index }) => model.expert_count > 1 ? layer : index, inFirst = (part) => (place) => ffnPosition(place) < Math.floor(place.model.block_count / part), inFirstEighth = inFirst(8), inFirstSixteenth = inFirst(16), ffnGetsMoreBits = (place) => getsMoreBits(ffnPosition(place), place.model.block_count), inMiddle = (place) => !inFirstEighth(place) && ffnPosition(place) < Math.floor(7 * place.model.block_count / 8), always2 = (type) => () => type, when = (test, type, otherwise) => (place) => test(place) ? type : otherwise, VALUE = {
	Q2_K: when(sharesValues, "q4_K", "q3_K"),
	Q2_K_S: when(sharesValues, "q4_K"),
	IQ3_XXS: when(sharesValues, "q4_K", "iq3_s"),
	IQ3_XS: when(sharesValues, "q4_K"),
	IQ3_S: when(sharesValues, "q4_K"),
	IQ3_M: always2("q4_K"),
	Q3_K_M: when(({ index }) => index < 2, "q5_K", "q4_K"),
	Q3_K_L: always2("q5_K"),
	IQ4_NL: when(sharesValues, "q5_K"),
	IQ4_XS: when(sharesValues, "q5_K"),
	Q4_K_S: when(({ index }) => index < 4, "q5_K"),
	Q4_K_M: when(({ index, valueCount }) => getsMoreBits(index, valueCount), "q6_K"),
	Q5_K_M: when(({ index, valueCount }) => getsMoreBits(index, valueCount), "q6_K")
}, SEVENTY_B_ARCHITECTURES = /* @__PURE__ */ new Set(["llama", "qwen2", "deci", "olmo"]);
function isSeventyB({ architecture, block_count, gqa }) {
	return block_count === 80 && SEVENTY_B_ARCHITECTURES.has(architecture) && (architecture !== "llama" || gqa > 1);
}
var value = (place) => {
	if (isEightExperts(place)) return "q8_0";
	let wanted = VALUE[place.precision]?.(place) ?? place.base;
	return isSeventyB(place.model) && (wanted === "q3_K" || wanted === "q4_K") ? "q5_K" : wanted;
}, QUERY2 = { IQ3_XS: always2("iq3_xxs"), IQ3_XXS: always2("iq2_s") }, key = (place) => isEightExperts(place) ? "q8_0" : QUERY2[place.precision]?.(place), DOWN = {
	Q2_K: always2("q3_K"),
	Q2_K_S: when(inFirstEighth, "q4_K"),
	IQ3_XXS: when(inFirstEighth, "q4_K", "q3_K"),
	IQ3_M: when((place) => inFirstEighth(place) || isEightExperts(place) && ffnGetsMoreBits(place), "q4_K"),
	Q3_K_M: (place) => inFirstSixteenth(place) ? "q5_K" : !isFalcon(place) || ffnGetsMoreBits(place) ? "q4_K" : "q3_K",
	Q3_K_L: when(isFalcon, "q4_K", "q5_K"),
	IQ4_NL: when(inFirstEighth, "q5_K"),
	IQ4_XS: when(inFirstEighth, "q5_K"),
	Q4_K_S: when((place) => !isFalcon(place) && inFirstEighth(place), "q5_K"),
	Q4_K_M: (place) => isFalcon(place) ? inFirstSixteenth(place) ? "q6_K" : ffnGetsMoreBits(place) ? "q5_K" : "q4_K" : ffnGetsMoreBits(place) ? "q6_K" : void 0,
	Q5_K_M: when(ffnGetsMoreBits, "q6_K")
}, ATTENTION_OUTPUT = {
	Q2_K: always2("q3_K"),
	IQ3_XXS: always2("iq3_s"),
	IQ3_M: always2("q4_K"),
	Q3_K_M: always2("q4_K"),
	Q3_K_L: always2("q5_K")
}, EIGHT_EXPERTS_OUTPUT_Q5 = /* @__PURE__ */ new Set([
	"Q2_K",
	"IQ3_XXS",
	"IQ3_XS",
	"IQ3_S",
	"IQ3_M",
	"Q3_K_S",
	"Q3_K_M",
	"IQ4_NL",
	"IQ4_XS",
	"Q4_K_S",
	"Q4_K_M"
]), attentionOutput = (place) => isFalcon(place) ? place.precision === "Q3_K_L" ? "q4_K" : void 0 : isEightExperts(place) ? EIGHT_EXPERTS_OUTPUT_Q5.has(place.precision) ? "q5_K" : void 0 : ATTENTION_OUTPUT[place.precision]?.(place), upOrGate = (place) => place.precision === "IQ3_XS" && inMiddle(place) ? "iq3_xxs" : void 0, LAYER_RULES = {
	attn_v: value,
	attn_k: key,
	attn_q: (place) => QUERY2[place.precision]?.(place),
	attn_output: attentionOutput,
	ffn_down: (place) => DOWN[place.precision]?.(place),
	ffn_gate: upOrGate,
	ffn_up: upOrGate
}, lifted = ({ precision }) => precision === "IQ2_S" || precision === "IQ2_M" ? "iq3_s" : "q2_K", LOW_BIT_RULES = {
	attn_v: (place) => sharesValues(place) || place.model.expert_count >= 4 ? "q4_K" : lifted(place),
	attn_k: when(isEightExperts, "q4_K"),
	// Counted by tensor, not by layer, even where there are experts.
	ffn_down: (place) => place.index < Math.floor(place.model.block_count / 8) ? lifted(place) : void 0,
	attn_output: (place) => isEightExperts(place) ? "q5_K" : lifted(place) === "iq3_s" ? "iq3_s" : void 0
};

// shared/model/catalog/quantize/mix.ts
function byLayerThenName(a14, b7) {
	return (a14.layer ?? -1) - (b7.layer ?? -1) || (a14.name < b7.name ? -1 : a14.name > b7.name ? 1 : 0);
}
function quantizeMix(precision, model, tensors) {
	let base = baseType(precision), roles = tensors.map((tensor) => tensorRole(tensor.name)), valueCount = roles.filter(isValueLike).length, seen2 = /* @__PURE__ */ new Map(), countOf = (key2) => {
		let n12 = seen2.get(key2) ?? 0;
		return seen2.set(key2, n12 + 1), n12;
	};
	return tensors.map((tensor, i8) => {
		if (!isQuantizable(tensor.name, tensor.shape)) return tensor.type;
		if (!isQuantized(base)) return base;
		let role = roles[i8] ?? "other", columns = tensor.shape[0] ?? 0;
		if (role === "output" || role === "token_embd" && model.tied_embeddings)
			return fittingType(outputRule(precision, model.architecture, columns), columns);
		if (precision === "MXFP4_MOE") return fittingType((tensor.shape[2] ?? 1) > 1 ? "mxfp4" : "q8_0", columns);
		if (role === "token_embd") return fittingType(embeddingRule(precision), columns);
		let valueLike = isValueLike(role), place = {
			precision,
			base,
			model,
			layer: tensor.layer ?? 0,
			index: countOf(valueLike ? "value" : role),
			valueCount
		}, wanted = (precision.startsWith("IQ2") ? LOW_BIT_RULES : LAYER_RULES)[valueLike ? "attn_v" : role]?.(place);
		return fittingType(wanted ?? base, columns);
	});
}

// shared/model/catalog/derive.ts
function sourceTensors(m10, precision) {
	let base = baseType(precision), wide = base === "bf16" || base === "f32" ? base : "f16";
	return tensorInventory(m10).map(({ name, layer, shape: shape2 }) => ({
		name: layer === null ? name : `blk.${layer}.${name}`,
		layer,
		shape: shape2,
		type: sourceType(m10.architecture, name, shape2, wide)
	})).sort(byLayerThenName);
}
function mixModel(m10) {
	let n_head_kv = m10.at("attention.head_count_kv", 0);
	return {
		architecture: m10.architecture,
		block_count: m10.n_layer,
		expert_count: m10.optional("expert_count"),
		gqa: n_head_kv === 0 ? 0 : Math.floor(m10.at("attention.head_count", 0) / n_head_kv),
		tied_embeddings: m10.flags.tied_embeddings
	};
}
function group(tensors, types) {
	let groups = /* @__PURE__ */ new Map();
	for (let [i8, tensor] of tensors.entries()) {
		let type = types[i8] ?? tensor.type, { layer, shape: shape2 } = tensor, name = layer === null ? tensor.name : tensor.name.replace(`blk.${layer}.`, "blk.%d."), key2 = `${name} ${type} ${shape2.join("x")}`, known3 = groups.get(key2);
		if (layer === null || known3 === void 0) {
			groups.set(key2, { name, type, shape: [...shape2], ...layer === null ? {} : { layers: [[layer, layer]] } });
			continue;
		}
		let last = known3.layers?.at(-1);
		last !== void 0 && last[1] === layer - 1 ? last[1] = layer : known3.layers?.push([layer, layer]);
	}
	return [...groups.values()];
}
function deriveFacts(entry, precision) {
	let m10 = modelShape(entry.architecture, entry.hparams, entry.tensors), tensors = sourceTensors(m10, precision), types = isQuantized(baseType(precision)) ? quantizeMix(precision, mixModel(m10), tensors) : tensors.map(({ type }) => type);
	return {
		schema_version: 1,
		name: entry.id,
		architecture: entry.architecture,
		precision,
		n_params: tensors.reduce((n12, { shape: shape2 }) => n12 + shape2.reduce((product, d10) => product * d10, 1), 0),
		hparams: { ...entry.hparams },
		tensors: group(tensors, types),
		source: "catalog"
	};
}

// profiles/models/bge.json
var bge_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_epsilon",
"hparams/attention.causal",
"hparams/pooling_type",
"tensors/tied_embeddings"],
"rows":[["bge-large-en-v1.5",["bge-large-en","bge-large"],"bert",30522,24,512,1024,4096,16,16,64,64,1e-12,false,2,true]]}`), "-");

// profiles/models/cohere.json
var cohere_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_epsilon",
"hparams/rope.freq_base",
"hparams/rope.dimension_count",
"hparams/attention.sliding_window",
"hparams/attention.sliding_window_pattern",
"hparams/logit_scale",
"tensors/tied_embeddings"],
"rows":[["command-r7b",["command-r7b-12-2024","c4ai-command-r7b-12-2024"],"cohere2",256000,32,132096,4096,14336,32,8,128,128,0.00001,50000,128,4096,[true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false],0.25,true]]}`), "-");

// profiles/models/deepseek.json
var deepseek_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"hparams/attention.key_length_mla",
"hparams/attention.value_length_mla",
"hparams/attention.kv_lora_rank",
"hparams/rope.dimension_count",
"hparams/leading_dense_block_count",
"hparams/expert_count",
"hparams/expert_used_count",
"hparams/expert_feed_forward_length",
"hparams/expert_shared_count",
"hparams/expert_weights_scale",
"hparams/expert_gating_func",
"hparams/rope.scaling.type",
"hparams/rope.scaling.factor",
"hparams/rope.scaling.original_context_length",
"hparams/rope.scaling.yarn_log_multiplier",
"tensors/tied_embeddings",
"hparams/attention.q_lora_rank",
"hparams/expert_weights_norm",
"tensors/router_bias"],
"rows":[["deepseek-v2-lite",["deepseek-v2-lite-chat"],"deepseek2",102400,27,163840,2048,10944,16,1,576,512,0.000001,10000,192,128,512,64,1,64,6,1408,2,1,1,"yarn",40,4096,0.0707,false,"-","-","-"],
["deepseek-v3",["deepseek-r1","deepseek-v3-0324","deepseek-v3.1"],"deepseek2",129280,61,163840,7168,18432,128,1,576,512,0.000001,10000,192,128,512,64,3,256,8,2048,1,2.5,2,"yarn",40,4096,0.1,false,1536,true,true],
["deepseek-moe-16b",["deepseek-moe-16b-chat"],"deepseek",102400,28,4096,2048,10944,16,16,128,128,0.000001,10000,"-","-","-","-",1,64,6,1408,2,"-","-","-","-","-","-",false,"-","-","-"]]}`), "-");

// profiles/models/exaone.json
var exaone_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"hparams/attention.sliding_window",
"hparams/attention.sliding_window_pattern",
"tensors/tied_embeddings",
"tensors/rope_freqs"],
"rows":[["exaone-4.0-32b",[],"exaone4",102400,64,131072,5120,27392,40,8,128,128,0.00001,1000000,4096,[true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false],false,true]]}`), "-");

// profiles/models/falcon.json
var falcon_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"hparams/ssm.conv_kernel",
"hparams/ssm.inner_size",
"hparams/ssm.state_size",
"hparams/ssm.time_step_rank",
"hparams/ssm.group_count",
"tensors/tied_embeddings"],
"rows":[["falcon-h1-0.5b",[],"falcon-h1",32784,36,16384,1024,2048,8,2,64,64,0.00001,100000000000,4,1536,128,24,1,false]]}`), "-");

// profiles/models/gemma.json
var gemma_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"hparams/attention.sliding_window",
"hparams/attn_logit_softcapping",
"hparams/final_logit_softcapping",
"tensors/tied_embeddings",
"hparams/attention.sliding_window_pattern",
"hparams/embedding_length_per_layer_input",
"hparams/attention.key_length_swa",
"hparams/attention.value_length_swa",
"hparams/rope.dimension_count",
"hparams/rope.dimension_count_swa",
"hparams/attention.shared_kv_layers",
"tensors/rope_freqs",
"tensors/keys_as_values",
"hparams/expert_count",
"hparams/expert_used_count",
"hparams/expert_feed_forward_length",
"hparams/pooling_type",
"hparams/dense_2_feat_in",
"hparams/dense_2_feat_out",
"hparams/dense_3_feat_in",
"hparams/dense_3_feat_out"],
"rows":[["gemma-2-2b",["gemma2-2b"],"gemma2",256000,26,8192,2304,9216,8,4,256,256,0.000001,10000,4096,50,30,true,"-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["gemma-2-9b",["gemma2-9b"],"gemma2",256000,42,8192,3584,14336,16,8,256,256,0.000001,10000,4096,50,30,true,"-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["gemma-2-27b",["gemma2-27b"],"gemma2",256000,46,8192,4608,36864,32,16,128,128,0.000001,10000,4096,50,30,true,"-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["gemma-3-1b",["gemma3-1b"],"gemma3",262144,26,32768,1152,6912,4,1,256,256,0.000001,1000000,512,"-","-",true,"-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["gemma-3-4b",["gemma3-4b"],"gemma3",262208,34,131072,2560,10240,8,4,256,256,0.000001,1000000,1024,"-","-",true,"-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["gemma-3-12b",["gemma3-12b"],"gemma3",262208,48,131072,3840,15360,16,8,256,256,0.000001,1000000,1024,"-","-",true,"-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["gemma-3-27b",["gemma3-27b"],"gemma3",262208,62,131072,5376,21504,32,16,128,128,0.000001,1000000,1024,"-","-",true,"-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["gemma-3n-e2b",["gemma3n-e2b"],"gemma3n",262400,30,32768,2048,8192,8,2,256,256,0.000001,1000000,512,"-","-",true,[true,true,true,true,false,true,true,true,true,false,true,true,true,true,false,true,true,true,true,false,true,true,true,true,false,true,true,true,true,false],256,"-","-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["gemma-3n-e4b",["gemma3n-e4b"],"gemma3n",262400,35,32768,2048,16384,8,2,256,256,0.000001,1000000,512,"-","-",true,[true,true,true,true,false,true,true,true,true,false,true,true,true,true,false,true,true,true,true,false,true,true,true,true,false,true,true,true,true,false,true,true,true,true,false],256,"-","-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["gemma-4-e2b",["gemma4-e2b"],"gemma4",262144,35,131072,1536,[6144,6144,6144,6144,6144,6144,6144,6144,6144,6144,6144,6144,6144,6144,6144,12288,12288,12288,12288,12288,12288,12288,12288,12288,12288,12288,12288,12288,12288,12288,12288,12288,12288,12288,12288],8,1,512,512,0.000001,1000000,512,"-",30,true,[true,true,true,true,false,true,true,true,true,false,true,true,true,true,false,true,true,true,true,false,true,true,true,true,false,true,true,true,true,false,true,true,true,true,false],256,256,256,512,256,20,true,"-","-","-","-","-","-","-","-","-"],
["gemma-4-12b",["gemma4-12b"],"gemma4",262144,48,262144,3840,15360,16,[8,8,8,8,8,1,8,8,8,8,8,1,8,8,8,8,8,1,8,8,8,8,8,1,8,8,8,8,8,1,8,8,8,8,8,1,8,8,8,8,8,1,8,8,8,8,8,1],512,512,0.000001,1000000,1024,"-",30,true,[true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false],0,256,256,512,256,0,true,true,"-","-","-","-","-","-","-","-"],
["gemma-4-26b-a4b",["gemma4-26b-a4b"],"gemma4",262144,30,262144,2816,2112,16,[8,8,8,8,8,2,8,8,8,8,8,2,8,8,8,8,8,2,8,8,8,8,8,2,8,8,8,8,8,2],512,512,0.000001,1000000,1024,"-",30,true,[true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false],0,256,256,512,256,0,true,true,128,8,704,"-","-","-","-","-"],
["gemma-4-31b",["gemma4-31b"],"gemma4",262144,60,262144,5376,21504,32,[16,16,16,16,16,4,16,16,16,16,16,4,16,16,16,16,16,4,16,16,16,16,16,4,16,16,16,16,16,4,16,16,16,16,16,4,16,16,16,16,16,4,16,16,16,16,16,4,16,16,16,16,16,4,16,16,16,16,16,4],512,512,0.000001,1000000,1024,"-",30,true,[true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false],0,256,256,512,256,0,true,true,"-","-","-","-","-","-","-","-"],
["embeddinggemma-300m",["embedding-gemma-300m"],"gemma-embedding",262144,24,2048,768,1152,3,1,256,256,0.000001,1000000,512,"-","-",true,[true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false],"-","-","-","-","-","-","-","-","-","-","-",1,768,3072,3072,768]]}`), "-");

// profiles/models/glm.json
var glm_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"hparams/rope.dimension_count",
"hparams/leading_dense_block_count",
"hparams/expert_count",
"hparams/expert_used_count",
"hparams/expert_feed_forward_length",
"hparams/expert_shared_count",
"hparams/expert_weights_scale",
"hparams/expert_weights_norm",
"hparams/expert_gating_func",
"hparams/nextn_predict_layers",
"tensors/tied_embeddings",
"tensors/qkv_bias",
"tensors/router_bias"],
"rows":[["glm-4.5-air",["glm-4-5-air"],"glm4moe",151552,46,131072,4096,10944,96,8,128,128,0.00001,1000000,64,1,128,8,1408,1,1,true,2,0,false,true,true],
["glm-4-9b",["glm-4-9b-0414"],"glm4",151552,40,32768,4096,13696,32,2,128,128,0.00001,10000,64,"-","-","-","-","-","-","-","-","-",false,true,"-"]]}`), "-");

// profiles/models/gpt-oss.json
var gpt_oss_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"hparams/attention.sliding_window",
"hparams/expert_count",
"hparams/expert_used_count",
"hparams/expert_feed_forward_length",
"hparams/rope.scaling.type",
"hparams/rope.scaling.factor",
"hparams/rope.scaling.original_context_length",
"tensors/tied_embeddings",
"tensors/qkv_bias"],
"rows":[["gpt-oss-20b",["gpt-oss"],"gpt-oss",201088,24,131072,2880,2880,64,8,64,64,0.00001,150000,128,32,4,2880,"yarn",32,4096,false,true],
["gpt-oss-120b",[],"gpt-oss",201088,36,131072,2880,2880,64,8,64,64,0.00001,150000,128,128,4,2880,"yarn",32,4096,false,true]]}`), "-");

// profiles/models/granite.json
var granite_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"hparams/ssm.conv_kernel",
"hparams/ssm.inner_size",
"hparams/ssm.state_size",
"hparams/ssm.time_step_rank",
"hparams/ssm.group_count",
"hparams/expert_shared_feed_forward_length",
"hparams/rope.dimension_count",
"hparams/rope.scaling.finetuned",
"hparams/attention.scale",
"hparams/embedding_scale",
"hparams/residual_scale",
"hparams/logit_scale",
"tensors/tied_embeddings",
"hparams/expert_count",
"hparams/expert_used_count"],
"rows":[["granite-4.0-h-micro",["granite4-micro-h"],"granitehybrid",100352,40,1048576,2048,8192,32,[0,0,0,0,0,8,0,0,0,0,0,0,0,0,0,8,0,0,0,0,0,0,0,0,0,8,0,0,0,0,0,0,0,0,0,8,0,0,0,0],64,64,0.00001,10000,4,4096,128,64,1,8192,64,false,0.015625,12,0.22,8,true,"-","-"],
["granite-4.0-h-tiny",["granite4-tiny-h"],"granitehybrid",100352,40,1048576,1536,512,12,[0,0,0,0,0,4,0,0,0,0,0,0,0,0,0,4,0,0,0,0,0,0,0,0,0,4,0,0,0,0,0,0,0,0,0,4,0,0,0,0],128,128,0.00001,10000,4,3072,128,48,1,1024,128,false,0.0078125,12,0.22,6,true,64,6]]}`), "-");

// profiles/models/hunyuan.json
var hunyuan_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"tensors/tied_embeddings",
"hparams/expert_count",
"hparams/expert_used_count",
"hparams/expert_feed_forward_length",
"hparams/expert_shared_feed_forward_length",
"hparams/expert_shared_count"],
"rows":[["hunyuan-7b",[],"hunyuan-dense",128167,32,262144,4096,14336,32,8,128,128,0.00001,11158840,true,"-","-","-","-","-"],
["hunyuan-a13b",[],"hunyuan-moe",128167,32,262144,4096,3072,32,8,128,128,0.00001,11158840,true,64,8,3072,3072,1]]}`), "-");

// profiles/models/internlm.json
var internlm_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"tensors/tied_embeddings"],
"rows":[["internlm2.5-7b",["internlm2.5-7b-chat"],"internlm2",92544,32,32768,4096,14336,32,8,128,128,0.00001,1000000,false]]}`), "-");

// profiles/models/kimi.json
var kimi_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.key_length_mla",
"hparams/attention.value_length_mla",
"hparams/attention.kv_lora_rank",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"hparams/rope.dimension_count",
"hparams/ssm.conv_kernel",
"hparams/kda.head_dim",
"hparams/leading_dense_block_count",
"hparams/expert_count",
"hparams/expert_used_count",
"hparams/expert_feed_forward_length",
"hparams/expert_shared_count",
"hparams/expert_weights_scale",
"hparams/expert_gating_func",
"tensors/tied_embeddings",
"tensors/router_bias"],
"rows":[["kimi-linear-48b-a3b",["kimi-linear"],"kimi-linear",163840,27,1048576,2304,9216,32,[0,0,0,1,0,0,0,1,0,0,0,1,0,0,0,1,0,0,0,1,0,0,0,1,0,0,1],576,72,192,128,512,0.00001,10000,64,4,128,1,256,8,1024,1,2.446,2,false,true]]}`), "-");

// profiles/models/lfm.json
var lfm_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"hparams/shortconv.l_cache",
"tensors/tied_embeddings"],
"rows":[["lfm2-1.2b",[],"lfm2",65536,16,128000,2048,8192,32,[0,0,8,0,0,8,0,0,8,0,8,0,8,0,8,0],64,64,0.00001,1000000,3,true]]}`), "-");

// profiles/models/ling.json
var ling_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"hparams/rope.dimension_count",
"hparams/leading_dense_block_count",
"hparams/expert_count",
"hparams/expert_used_count",
"hparams/expert_feed_forward_length",
"hparams/expert_shared_feed_forward_length",
"hparams/expert_shared_count",
"hparams/expert_group_count",
"hparams/expert_group_used_count",
"hparams/expert_weights_scale",
"hparams/expert_weights_norm",
"hparams/expert_gating_func",
"tensors/tied_embeddings",
"tensors/router_bias"],
"rows":[["ling-mini-2.0",[],"bailingmoe2",157184,20,32768,2048,5120,16,4,128,128,0.000001,600000,64,1,256,8,512,512,1,8,4,2.5,true,2,false,true]]}`), "-");

// profiles/models/llama.json
var llama_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"tensors/tied_embeddings",
"tensors/rope_freqs",
"hparams/expert_count",
"hparams/expert_used_count",
"hparams/expert_feed_forward_length",
"hparams/interleave_moe_layer_step"],
"rows":[["llama-2-7b",["llama2-7b","llama-2-7b-hf"],"llama",32000,32,4096,4096,11008,32,32,128,128,0.00001,10000,false,"-","-","-","-","-"],
["llama-2-13b",["llama2-13b","llama-2-13b-hf"],"llama",32000,40,4096,5120,13824,40,40,128,128,0.00001,10000,false,"-","-","-","-","-"],
["llama-3.2-1b",["llama3.2-1b"],"llama",128256,16,131072,2048,8192,32,8,64,64,0.00001,500000,true,true,"-","-","-","-"],
["llama-3.2-3b",["llama3.2-3b"],"llama",128256,28,131072,3072,8192,24,8,128,128,0.00001,500000,true,true,"-","-","-","-"],
["llama-3-8b",["llama3-8b","meta-llama-3-8b"],"llama",128256,32,8192,4096,14336,32,8,128,128,0.00001,500000,false,"-","-","-","-","-"],
["llama-3-70b",["llama3-70b","meta-llama-3-70b"],"llama",128256,80,8192,8192,28672,64,8,128,128,0.00001,500000,false,"-","-","-","-","-"],
["llama-3.1-8b",["llama3.1-8b","meta-llama-3.1-8b"],"llama",128256,32,131072,4096,14336,32,8,128,128,0.00001,500000,false,true,"-","-","-","-"],
["llama-3.3-70b",["llama3.3-70b"],"llama",128256,80,131072,8192,28672,64,8,128,128,0.00001,500000,false,true,"-","-","-","-"],
["tinyllama-1.1b",["tinyllama","tinyllama-1.1b-chat-v1.0"],"llama",32000,22,2048,2048,5632,32,4,64,64,0.00001,10000,false,"-","-","-","-","-"],
["llama-4-scout",["llama4-scout","llama-4-scout-17b-16e"],"llama4",202048,48,10485760,5120,16384,40,8,128,128,0.00001,500000,false,true,16,1,8192,1]]}`), "-");

// profiles/models/mamba.json
var mamba_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/ssm.conv_kernel",
"hparams/ssm.inner_size",
"hparams/ssm.state_size",
"hparams/ssm.time_step_rank",
"hparams/ssm.group_count",
"tensors/tied_embeddings"],
"rows":[["mamba2-2.7b",[],"mamba2",50288,64,1048576,2560,0,0,0,0.00001,4,5120,128,80,1,true]]}`), "-");

// profiles/models/mimo.json
var mimo_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"hparams/rope.freq_base_swa",
"hparams/rope.dimension_count",
"hparams/attention.sliding_window",
"hparams/attention.sliding_window_pattern",
"hparams/leading_dense_block_count",
"hparams/expert_count",
"hparams/expert_used_count",
"hparams/expert_feed_forward_length",
"hparams/expert_gating_func",
"tensors/tied_embeddings",
"tensors/router_bias",
"tensors/attention_sinks"],
"rows":[["mimo-v2-flash",[],"mimo2",152576,48,262144,4096,16384,64,[4,8,8,8,8,4,8,8,8,8,8,4,8,8,8,8,8,4,8,8,8,8,8,4,8,8,8,8,8,4,8,8,8,8,8,4,8,8,8,8,8,4,8,8,8,8,8,4],192,128,0.00001,5000000,10000,64,128,[false,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false,true,true,true,true,true,false],1,256,8,2048,2,false,true,true]]}`), "-");

// profiles/models/mistral.json
var mistral_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"tensors/tied_embeddings",
"hparams/expert_count",
"hparams/expert_used_count",
"hparams/rope.scaling.type",
"hparams/rope.scaling.factor",
"hparams/rope.scaling.original_context_length",
"hparams/attention.temperature_scale"],
"rows":[["mistral-7b-v0.3",["mistral-7b","mistral-7b-instruct-v0.3"],"llama",32768,32,32768,4096,14336,32,8,128,128,0.00001,1000000,false,"-","-","-","-","-","-"],
["mistral-nemo-12b",["mistral-nemo","mistral-nemo-instruct-2407"],"llama",131072,40,128000,5120,14336,32,8,128,128,0.00001,1000000,false,"-","-","-","-","-","-"],
["mistral-small-24b",["mistral-small","mistral-small-24b-instruct-2501","mistral-small-3"],"llama",131072,40,32768,5120,32768,32,8,128,128,0.00001,100000000,false,"-","-","-","-","-","-"],
["mixtral-8x7b",["mixtral","mixtral-8x7b-v0.1","mixtral-8x7b-instruct-v0.1"],"llama",32000,32,32768,4096,14336,32,8,128,128,0.00001,1000000,false,8,2,"-","-","-","-"],
["ministral-3-3b",["ministral-3b"],"mistral3",131072,26,262144,3072,9216,32,8,128,128,0.00001,1000000,true,"-","-","yarn",16,16384,0.1],
["ministral-3-8b",["ministral-8b"],"mistral3",131072,34,262144,4096,14336,32,8,128,128,0.00001,1000000,false,"-","-","yarn",16,16384,0.1]]}`), "-");

// profiles/models/nemotron.json
var nemotron_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"hparams/attention.layer_norm_epsilon",
"hparams/ssm.conv_kernel",
"hparams/ssm.inner_size",
"hparams/ssm.state_size",
"hparams/ssm.time_step_rank",
"hparams/ssm.group_count",
"tensors/tied_embeddings"],
"rows":[["nemotron-nano-9b-v2",["nvidia-nemotron-nano-9b-v2"],"nemotron_h",131072,56,131072,4480,[0,15680,0,15680,0,15680,0,0,15680,0,15680,0,15680,0,0,15680,0,15680,0,15680,0,0,15680,0,15680,0,15680,0,15680,0,0,15680,0,15680,0,15680,0,15680,0,0,15680,0,15680,0,0,15680,0,15680,0,15680,0,15680,0,15680,0,15680],40,[0,0,0,0,0,0,0,0,0,0,0,0,0,0,8,0,0,0,0,0,0,8,0,0,0,0,0,0,0,0,8,0,0,0,0,0,0,0,0,8,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0],128,128,0.00001,10000,0.00001,4,10240,128,128,8,false]]}`), "-");

// profiles/models/nomic.json
var nomic_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_epsilon",
"hparams/rope.freq_base",
"hparams/attention.causal",
"hparams/pooling_type",
"tensors/tied_embeddings"],
"rows":[["nomic-embed-text-v1.5",["nomic-embed-text","nomic-embed-v1.5"],"nomic-bert",30528,12,2048,768,3072,12,12,64,64,1e-12,1000,false,1,true]]}`), "-");

// profiles/models/olmo.json
var olmo_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"tensors/tied_embeddings",
"hparams/expert_count",
"hparams/expert_used_count"],
"rows":[["olmo-2-7b",["olmo2-7b"],"olmo2",100352,32,4096,4096,11008,32,32,128,128,0.000001,500000,false,"-","-"],
["olmo-2-13b",["olmo2-13b"],"olmo2",100352,40,4096,5120,13824,40,40,128,128,0.000001,500000,false,"-","-"],
["olmoe-1b-7b",["olmoe"],"olmoe",50304,16,4096,2048,1024,16,16,128,128,0.00001,10000,false,64,8]]}`), "-");

// profiles/models/phi.json
var phi_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"hparams/attention.sliding_window",
"hparams/rope.dimension_count",
"hparams/rope.scaling.original_context_length",
"tensors/tied_embeddings",
"hparams/rope.scaling.attn_factor",
"hparams/expert_count",
"hparams/expert_used_count",
"tensors/qkv_bias",
"tensors/rope_factors"],
"rows":[["phi-3-mini-4k",["phi-3-mini","phi-3-mini-4k-instruct"],"phi3",32064,32,4096,3072,8192,32,32,96,96,0.00001,10000,2047,96,4096,false,"-","-","-","-","-"],
["phi-4",["phi-4-14b","phi4"],"phi3",100352,40,16384,5120,17920,40,10,128,128,0.00001,250000,0,128,16384,false,"-","-","-","-","-"],
["phi-3.5-moe",["phi-3.5-moe-instruct"],"phimoe",32064,32,131072,4096,6400,32,8,128,128,0.00001,10000,"-",128,4096,false,1.19,16,2,true,true]]}`), "-");

// profiles/models/qwen.json
var qwen_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"tensors/tied_embeddings",
"tensors/qkv_bias",
"hparams/expert_count",
"hparams/expert_used_count",
"hparams/expert_feed_forward_length",
"hparams/ssm.conv_kernel",
"hparams/ssm.inner_size",
"hparams/ssm.state_size",
"hparams/ssm.time_step_rank",
"hparams/ssm.group_count",
"hparams/rope.dimension_count",
"hparams/rope.dimension_sections",
"hparams/full_attention_interval",
"hparams/expert_shared_feed_forward_length",
"hparams/nextn_predict_layers"],
"rows":[["qwen2.5-0.5b",[],"qwen2",151936,24,32768,896,4864,14,2,64,64,0.000001,1000000,true,true,"-","-","-","-","-","-","-","-","-","-","-","-","-"],
["qwen2.5-1.5b",[],"qwen2",151936,28,32768,1536,8960,12,2,128,128,0.000001,1000000,true,true,"-","-","-","-","-","-","-","-","-","-","-","-","-"],
["qwen2.5-3b",[],"qwen2",151936,36,32768,2048,11008,16,2,128,128,0.000001,1000000,true,true,"-","-","-","-","-","-","-","-","-","-","-","-","-"],
["qwen2.5-7b",["qwen2.5-coder-7b"],"qwen2",152064,28,32768,3584,18944,28,4,128,128,0.000001,1000000,false,true,"-","-","-","-","-","-","-","-","-","-","-","-","-"],
["qwen2.5-14b",["qwen2.5-coder-14b"],"qwen2",152064,48,32768,5120,13824,40,8,128,128,0.000001,1000000,false,true,"-","-","-","-","-","-","-","-","-","-","-","-","-"],
["qwen2.5-32b",["qwen2.5-coder-32b"],"qwen2",152064,64,32768,5120,27648,40,8,128,128,0.000001,1000000,false,true,"-","-","-","-","-","-","-","-","-","-","-","-","-"],
["qwen2.5-72b",[],"qwen2",152064,80,32768,8192,29568,64,8,128,128,0.000001,1000000,false,true,"-","-","-","-","-","-","-","-","-","-","-","-","-"],
["qwen3-0.6b",[],"qwen3",151936,28,40960,1024,3072,16,8,128,128,0.000001,1000000,true,"-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["qwen3-1.7b",[],"qwen3",151936,28,40960,2048,6144,16,8,128,128,0.000001,1000000,true,"-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["qwen3-4b",[],"qwen3",151936,36,40960,2560,9728,32,8,128,128,0.000001,1000000,true,"-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["qwen3-8b",[],"qwen3",151936,36,40960,4096,12288,32,8,128,128,0.000001,1000000,false,"-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["qwen3-14b",[],"qwen3",151936,40,40960,5120,17408,40,8,128,128,0.000001,1000000,false,"-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["qwen3-32b",["qwen-3-32b"],"qwen3",151936,64,40960,5120,25600,64,8,128,128,0.000001,1000000,false,"-","-","-","-","-","-","-","-","-","-","-","-","-","-"],
["qwen3-30b-a3b",["qwen-3-30b-a3b"],"qwen3moe",151936,48,40960,2048,6144,32,4,128,128,0.000001,1000000,false,"-",128,8,768,"-","-","-","-","-","-","-","-","-","-"],
["qwen3-235b-a22b",["qwen-3-235b-a22b"],"qwen3moe",151936,94,40960,4096,12288,64,4,128,128,0.000001,1000000,false,"-",128,8,1536,"-","-","-","-","-","-","-","-","-","-"],
["qwen3.5-4b",[],"qwen35",248320,32,262144,2560,9216,16,4,256,256,0.000001,10000000,true,"-","-","-","-",4,4096,128,32,16,64,[11,11,10,0],4,"-","-"],
["qwen3.5-9b",[],"qwen35",248320,32,262144,4096,12288,16,4,256,256,0.000001,10000000,false,"-","-","-","-",4,4096,128,32,16,64,[11,11,10,0],4,"-","-"],
["qwen3.5-27b",[],"qwen35",248320,64,262144,5120,17408,24,4,256,256,0.000001,10000000,false,"-","-","-","-",4,6144,128,48,16,64,[11,11,10,0],4,"-","-"],
["qwen3.5-35b-a3b",[],"qwen35moe",248320,40,262144,2048,"-",16,2,256,256,0.000001,10000000,false,"-",256,8,512,4,4096,128,32,16,64,[11,11,10,0],4,512,"-"],
["qwen3.6-27b",[],"qwen35",248320,64,262144,5120,17408,24,4,256,256,0.000001,10000000,false,"-","-","-","-",4,6144,128,48,16,64,[11,11,10,0],4,"-","-"],
["qwen3.6-27b-mtp",[],"qwen35",248320,65,262144,5120,17408,24,4,256,256,0.000001,10000000,false,"-","-","-","-",4,6144,128,48,16,64,[11,11,10,0],4,"-",1],
["qwen3.6-35b-a3b",[],"qwen35moe",248320,40,262144,2048,"-",16,2,256,256,0.000001,10000000,false,"-",256,8,512,4,4096,128,32,16,64,[11,11,10,0],4,512,"-"],
["qwen3.6-35b-a3b-mtp",[],"qwen35moe",248320,41,262144,2048,"-",16,2,256,256,0.000001,10000000,false,"-",256,8,512,4,4096,128,32,16,64,[11,11,10,0],4,512,1],
["qwen3-next-80b-a3b",["qwen3-next"],"qwen3next",151936,48,262144,2048,5120,16,2,256,256,0.000001,10000000,false,"-",512,10,512,4,4096,128,32,16,64,"-",4,512,"-"]]}`), "-");

// profiles/models/smollm.json
var smollm_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"tensors/tied_embeddings"],
"rows":[["smollm2-135m",["smollm2-0.135b"],"llama",49152,30,8192,576,1536,9,3,64,64,0.00001,100000,true],
["smollm2-360m",[],"llama",49152,32,8192,960,2560,15,5,64,64,0.00001,100000,true],
["smollm2-1.7b",[],"llama",49152,24,8192,2048,8192,32,32,64,64,0.00001,130000,true],
["smollm3-3b",["smollm3"],"smollm3",128256,36,65536,2048,11008,16,4,128,128,0.000001,5000000,true]]}`), "-");

// profiles/models/stablelm.json
var stablelm_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/rope.freq_base",
"hparams/attention.layer_norm_epsilon",
"hparams/rope.dimension_count",
"tensors/tied_embeddings",
"tensors/qkv_bias"],
"rows":[["stablelm-2-1.6b",["stablelm-2-zephyr-1.6b"],"stablelm",100352,24,4096,2048,5632,32,32,64,64,10000,0.00001,16,false,true]]}`), "-");

// profiles/models/starcoder.json
var starcoder_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/rope.freq_base",
"hparams/attention.layer_norm_epsilon",
"tensors/tied_embeddings",
"tensors/qkv_bias"],
"rows":[["starcoder2-7b",[],"starcoder2",49152,32,16384,4608,18432,36,4,128,128,1000000,0.00001,true,true]]}`), "-");

// profiles/models/step.json
var step_default = /* @__PURE__ */ expandRows(/* @__PURE__ */ JSON.parse(String.raw`{"keys":["id",
"aliases",
"architecture",
"hparams/vocab_size",
"hparams/block_count",
"hparams/context_length",
"hparams/embedding_length",
"hparams/feed_forward_length",
"hparams/attention.head_count",
"hparams/attention.head_count_kv",
"hparams/attention.key_length",
"hparams/attention.value_length",
"hparams/attention.layer_norm_rms_epsilon",
"hparams/rope.freq_base",
"hparams/rope.freq_base_swa",
"hparams/attention.sliding_window",
"hparams/attention.sliding_window_pattern",
"hparams/leading_dense_block_count",
"hparams/expert_count",
"hparams/expert_used_count",
"hparams/expert_feed_forward_length",
"hparams/expert_shared_feed_forward_length",
"hparams/expert_weights_scale",
"hparams/expert_weights_norm",
"hparams/expert_gating_func",
"hparams/moe_every_n_layers",
"tensors/tied_embeddings",
"tensors/router_bias",
"tensors/rope_freqs"],
"rows":[["step-3.5-flash",[],"step35",128896,45,262144,4096,11264,[64,96,96,96,64,96,96,96,64,96,96,96,64,96,96,96,64,96,96,96,64,96,96,96,64,96,96,96,64,96,96,96,64,96,96,96,64,96,96,96,64,96,96,96,64],[8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8],128,128,0.00001,5000000,10000,512,[false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false,true,true,true,false],3,288,8,1280,1280,3,true,2,1,false,true,true]]}`), "-");

// shared/model/catalog/entries.ts
var ENTRIES = [
	...bge_default,
	...cohere_default,
	...deepseek_default,
	...exaone_default,
	...falcon_default,
	...gemma_default,
	...glm_default,
	...gpt_oss_default,
	...granite_default,
	...hunyuan_default,
	...internlm_default,
	...kimi_default,
	...lfm_default,
	...ling_default,
	...llama_default,
	...mamba_default,
	...mimo_default,
	...mistral_default,
	...nemotron_default,
	...nomic_default,
	...olmo_default,
	...phi_default,
	...qwen_default,
	...smollm_default,
	...stablelm_default,
	...starcoder_default,
	...step_default
];

// shared/model/catalog/precisions.ts
var PRECISIONS = PRECISION_NAMES.map((name) => ({
	name,
	bits_per_weight: bitsPerWeight(baseType(name))
})), NATIVE_PRECISION = { "gpt-oss": "MXFP4_MOE" }, SAME_AS = {
	Q3_K: "Q3_K_M",
	Q4_K: "Q4_K_M",
	Q5_K: "Q5_K_M",
	MXFP4: "MXFP4_MOE",
	FP16: "F16",
	FP32: "F32"
};
function parsePrecision(text3) {
	let name = text3.trim().toUpperCase().replaceAll("-", "_"), precision = SAME_AS[name] ?? name;
	if (isPrecision(precision)) return precision;
	throw new UserError(
		"usage",
		`No precision is named ${JSON.stringify(text3.slice(0, 40))}.${didYouMean(name, PRECISION_NAMES)}`,
		`Precisions, smallest first: ${PRECISION_NAMES.join(", ")}.`
	);
}

// shared/model/catalog/catalog.ts
function canonical(id) {
	return id.trim().toLowerCase().replace(/^.*\//, "").replaceAll(/[\s_:]+/g, "-").replace(/-(instruct|it|chat|base|gguf)(-gguf)?$/, "");
}
function findCatalogEntry(id) {
	let wanted = canonical(id.slice(0, 200)), found3 = ENTRIES.find((entry) => entry.id === wanted || entry.aliases.includes(wanted));
	if (found3 !== void 0) return found3;
	let idOf = new Map(ENTRIES.flatMap(({ id: own3, aliases }) => [own3, ...aliases].map((name) => [name, own3]))), near2 = [...new Set(nearestNames(wanted, idOf.keys(), 12).map((name) => idOf.get(name) ?? name))].slice(0, 3);
	throw new UserError(
		"usage",
		`No catalog model is named ${JSON.stringify(id.slice(0, 80))}.${near2.length === 0 ? "" : ` Did you mean ${near2.join(", ")}?`}`,
		"List the catalog with `lp-tui models`, or give a GGUF file."
	);
}

// shared/model/catalog/by-name.ts
var USUAL = "Q4_K_M";
function catalogModelByName(name, precision) {
	let { model, said, remote } = partsOf(name), entry = entryOf2(model);
	if (entry === null) return null;
	let usual = remote ? NATIVE_PRECISION[entry.architecture] ?? USUAL : "", known3 = precisionOf(said ?? precision ?? usual);
	return known3 === null ? null : deriveFacts(entry, known3);
}
function partsOf(name) {
	let hub = /^hf:(?:[^/:]+\/)?([^/:]+)(?::([\w-]+))?$/i.exec(name);
	if (hub !== null) return { model: hub[1] ?? "", said: hub[2] ?? null, remote: !0 };
	let file = /([^\\/]+)\.gguf$/i.exec(name)?.[1];
	if (file !== void 0) return withoutPrecision(file.replace(/-\d{5}-of-\d{5}$/, ""), !1);
	let ollama = /^(?:[\w.-]+\/)?([\w.-]+):([\w.-]+)$/.exec(name);
	if (ollama === null) return { model: "", said: null, remote: !1 };
	let tag = withoutPrecision(ollama[2] ?? "", !0);
	return { ...tag, model: `${ollama[1]}-${tag.model}` };
}
function withoutPrecision(text3, remote) {
	let [, model = text3, said = null] = /^(.+?)[-._]((?:I?Q\d_\w+|BF16|F16|F32|FP16|FP32|MXFP4\w*|TQ\d_\d|NVFP4))$/i.exec(text3) ?? [];
	return { model, said, remote };
}
function entryOf2(name) {
	return orNull(() => findCatalogEntry(name));
}
function precisionOf(text3) {
	return orNull(() => parsePrecision(text3));
}
function orNull(find) {
	try {
		return find();
	} catch (error) {
		if (error instanceof UserError) return null;
		throw error;
	}
}

// shared/model/catalog/entry.ts
var TensorFlagsSchema = strictObject({
	/** No `output.weight`: the token embedding serves as the output too. */
	tied_embeddings: boolean2(),
	/** `attn_{q,k,v}.bias`. */
	qkv_bias: boolean2().optional(),
	/** `rope_freqs.weight`: the converter wrote the model's rope scaling as factors. */
	rope_freqs: boolean2().optional(),
	/** `rope_factors_{long,short}.weight`. */
	rope_factors: boolean2().optional(),
	/** `exp_probs_b.bias`: a bias on the routing of experts. */
	router_bias: boolean2().optional(),
	/** `attn_sinks` in layers with a sliding window. */
	attention_sinks: boolean2().optional(),
	/** Layers of full attention use their keys as values: no `attn_v` there (Gemma 4's larger models). */
	keys_as_values: boolean2().optional()
}), SIZE_CLASSES = ["<1B", "1-3B", "4B", "7-8B", "13B", "20B", "30B+", "70B+", "200B+"], keyName = string2().regex(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/), CatalogEntrySchema = strictObject({
	/** What people type: `llama-3.1-8b`. */
	id: string2().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
	aliases: array(string2().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)).max(20),
	display_name: string2().min(1).max(60),
	family: string2().min(1).max(30),
	/** Year and month of the release of the weights. */
	released: string2().regex(/^20\d\d-(0[1-9]|1[0-2])$/),
	/** As its makers call it: `8B`, `30B-A3B`. */
	n_params: string2().regex(/^\d+(\.\d+)?[MB](-A\d+(\.\d+)?B)?$/),
	/** By all weights, for they all take memory; a mixture of experts reads only a part of them per token. */
	size_class: m2(SIZE_CLASSES),
	/** `general.architecture` of the GGUF files. */
	architecture: string2().min(1).max(64),
	/** GGUF keys without the architecture's prefix. */
	hparams: record(keyName, HparamValueSchema),
	tensors: TensorFlagsSchema,
	/** Published documents, what each confirms, and how they are found. */
	source: array(
		strictObject({
			document: string2().min(10).max(200),
			confirms: string2().min(5).max(400)
		})
	).min(1)
});

// shared/node/home-folder.ts
import { homedir } from "node:os";
function expandHome(path4, env = process.env) {
	return /^~(?=$|[\\/])/.test(path4) ? (env.HOME || env.USERPROFILE || homedir()) + path4.slice(1) : path4;
}

// shared/node/read-gguf-file.ts
import { basename as basename4 } from "node:path";

// shared/model/gguf/trouble.ts
function badGguf(name, problem2, hint) {
	return new UserError("input", `${name} ${problem2}`, hint);
}
function quote(text3) {
	let plain3 = text3.replaceAll(new RegExp("\\p{Cc}", "gu"), "�");
	return plain3.length <= 80 ? `'${plain3}'` : `'${plain3.slice(0, 77)}...'`;
}
function showNumber(n12) {
	return n12 >= 2 ** 64 ? "nearly 2^64" : Number.isInteger(n12) ? BigInt(n12).toString() : String(n12);
}

// shared/model/check-shapes.ts
var SQUARE = { q: "n_embd", out: "n_embd" }, HEADS = { q: "heads", out: "heads" }, FORMS2 = new Map([
	...[
		"command-r",
		"cohere2",
		"deepseek",
		"dream",
		"falcon",
		"gpt2",
		"gptneox",
		"internlm2",
		"llada-moe",
		"nemotron",
		"olmo",
		"olmo2",
		"olmoe",
		"orion",
		"phi2",
		"phi3",
		"phimoe",
		"qwen2",
		"qwen2moe",
		"qwen2vl",
		"stablelm",
		"starcoder",
		"starcoder2",
		"xverse"
	].map((name) => [name, SQUARE]),
	// prettier-ignore
	...[
		"afmoe",
		"apertus",
		"arcee",
		"cohere2moe",
		"ernie4_5",
		"exaone",
		"gemma",
		"gemma2",
		"gemma3",
		"gemma3n",
		"gemma-embedding",
		"glm4",
		"glm4moe",
		"granite",
		"granitemoe",
		"hunyuan-moe",
		"llada",
		"llama",
		"llama4",
		"mellum",
		"minicpm",
		"minimax-m2",
		"mistral3",
		"qwen3",
		"qwen3moe",
		"qwen3vl",
		"qwen3vlmoe",
		"rnd1",
		"smallthinker",
		"smollm3"
	].map((name) => [name, HEADS]),
	// prettier-ignore
	["exaone4", { q: "heads", out: "n_embd" }]
]), GATE_IN_UP = /* @__PURE__ */ new Set(["glm4", "phi3"]);
function checkShapes(facts, name) {
	let form = FORMS2.get(facts.architecture), hparams = form && readable2(facts);
	if (!(form === void 0 || hparams === void 0))
		for (let group2 of facts.tensors)
			group2.layers === void 0 ? checkOne(group2, shapeOutside(group2.name, hparams), group2.name, name) : checkLayers(group2, form, hparams, name);
}
function readable2(facts) {
	try {
		return readHparams(facts);
	} catch (error) {
		if (error instanceof UserError) return;
		throw error;
	}
}
function checkLayers(group2, form, hparams, file) {
	let part = /^blk\.%d\.(\w+)\.weight$/.exec(group2.name)?.[1];
	if (part !== void 0)
		for (let [first, last] of group2.layers ?? [])
			for (let il = first; il <= Math.min(last, hparams.n_layer - 1); il++)
				checkOne(group2, shapeIn(part, form, hparams, il), group2.name.replace("%d", String(il)), file);
}
function shapeOutside(name, { n_embd, n_vocab }) {
	return name !== "token_embd.weight" && name !== "output.weight" ? null : [
		[n_embd, "embedding_length"],
		[n_vocab, "vocab_size"]
	];
}
function shapeIn(part, { q, out }, hparams, il) {
	let of2 = (list2) => list2[il] ?? 0, heads = of2(hparams.n_embd_head_k) * of2(hparams.n_head), [k3, v6] = [of2(hparams.n_embd_k_gqa), of2(hparams.n_embd_v_gqa)], embd = [hparams.n_embd, "embedding_length"], width = (kind2) => kind2 === "n_embd" ? embd : [heads, "attention.head_count"], ff = (times) => [times * of2(hparams.n_ff), "feed_forward_length"];
	switch (part) {
		case "attn_q":
			return [embd, width(q)];
		case "attn_k":
			return [embd, [k3, "attention.head_count_kv"]];
		case "attn_v":
			return [embd, [v6, "attention.head_count_kv"]];
		case "attn_qkv":
			return [embd, [width(q)[0] + k3 + v6, "attention.head_count_kv"]];
		case "attn_output":
			return [width(out), embd];
		case "ffn_up":
			return [embd, ff(GATE_IN_UP.has(hparams.architecture) ? 2 : 1)];
		case "ffn_gate":
			return [embd, ff(1)];
		case "ffn_down":
			return [ff(1), embd];
		default:
			return null;
	}
}
function checkOne({ shape: shape2 }, expected, tensor, file) {
	if (expected === null) return;
	let [[rows, rowKey], [columns, columnKey]] = expected;
	if (shape2[0] === rows && (shape2[1] ?? 1) === columns && shape2.length <= 2) return;
	let key2 = shape2[0] === rows ? columnKey : rowKey;
	throw badGguf(
		file,
		`has ${quote(tensor)} as ${shape2.join(" x ")}, where its keys make it ${rows} x ${columns} (${key2}), so llama.cpp does not load it`,
		"The file is damaged, or its keys were edited."
	);
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
		let match = LAYER2.exec(name), pattern2 = match === null ? name : `${match[1]}%d${name.slice(match[0].length)}`, id = `${match === null ? "one" : "many"} ${pattern2} ${type} ${shape2.join("x")}`, known3 = groups.get(id), entry = known3 ?? { group: { name: pattern2, type, shape: [...shape2] }, layers: [] };
		known3 === void 0 && groups.set(id, entry), match !== null && entry.layers.push(Number(match[2]));
	}
	return Array.from(
		groups.values(),
		({ group: group2, layers }) => layers.length === 0 ? group2 : { ...group2, layers: toRanges(layers) }
	);
}
function toRanges(numbers) {
	let ranges = [];
	for (let n12 of [...numbers].sort((a14, b7) => a14 - b7)) {
		let last = ranges.at(-1);
		last !== void 0 && last[1] === n12 - 1 ? last[1] = n12 : ranges.push([n12, n12]);
	}
	return ranges;
}

// shared/model/facts-from-gguf.ts
var MAX_NAME = 300, MAX_ARCHITECTURE = 64, MAX_KEY = 128, MAX_TEXT = 200, MAX_GROUPS = 2e4;
function factsFromHeader(header, source = header.name) {
	let { metadata, name } = header, architecture = readArchitecture(header), tensors = groupTensors(header.tensors);
	if (tensors.length > MAX_GROUPS) throw badGguf(name, `has ${tensors.length} tensors that have nothing in common`);
	let file_type = metadata.get("general.file_type"), precision = typeof file_type == "number" ? precisionOfFileType(file_type) : void 0, facts = {
		schema_version: 1,
		name: (textOf(metadata.get("general.name")) || name).slice(0, MAX_NAME),
		architecture,
		precision: precision ?? precisionOfTensors(tensors),
		n_params: countWeights(header),
		hparams: { ...readHparams2(header, architecture), vocab_size: readVocabSize(header, architecture) },
		tensors,
		source: source.slice(0, MAX_NAME)
	};
	return checkShapes(facts, name), facts;
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
	let total2 = tensors.reduce((sum, { shape: shape2 }) => sum + shape2.reduce((product, n12) => product * n12, 1), 0);
	if (!Number.isSafeInteger(total2)) throw badGguf(name, "claims to have more weights than any model");
	return total2;
}
function readHparams2({ name, metadata }, architecture) {
	let prefix = `${architecture}.`, own3 = [];
	for (let [key2, value2] of metadata) {
		if (!key2.startsWith(prefix) || key2.length === prefix.length || key2.length - prefix.length > MAX_KEY) continue;
		if (key2.startsWith(`${prefix}rope.`) && typeof value2 == "number" && !Number.isFinite(value2))
			throw badGguf(name, `is damaged: ${quote(key2)} is ${value2}, not a finite number`);
		let hparam = toHparam(value2);
		hparam !== null && own3.push([key2.slice(prefix.length), hparam]);
	}
	return Object.fromEntries(own3);
}
function toHparam(value2) {
	if (typeof value2 == "number") return Number.isFinite(value2) ? value2 : null;
	if (typeof value2 == "boolean") return value2;
	if (typeof value2 == "string") return value2.length <= MAX_TEXT ? value2 : null;
	if (typeof value2 == "bigint" || "kept" in value2) return null;
	let numbers = value2.filter((entry) => typeof entry == "number");
	return numbers.length === value2.length ? numbers.every(Number.isFinite) ? numbers : null : value2.filter((entry) => typeof entry == "boolean");
}
function readVocabSize({ name, metadata, tensors }, architecture) {
	let tokens2 = metadata.get("tokenizer.ggml.tokens");
	if (typeof tokens2 == "object" && tokens2.length > 0) return tokens2.length;
	let own3 = metadata.get(`${architecture}.vocab_size`);
	if (typeof own3 == "number" && Number.isInteger(own3) && own3 > 0) return own3;
	let rows = tensors.find((tensor) => tensor.name === "token_embd.weight")?.shape[1];
	if (rows !== void 0) return rows;
	throw badGguf(name, `has no vocabulary (architecture ${quote(architecture)}), so it is no language model`);
}
function textOf(value2) {
	return typeof value2 == "string" ? value2 : "";
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
	let shown3 = typeof alignment == "object" ? "a list" : quote(String(alignment));
	throw badGguf(name, `has an alignment of ${shown3}, which is not a power of two`);
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
function narrow(value2) {
	let number4 = Number(value2);
	return Number.isSafeInteger(number4) ? number4 : value2;
}
async function readMetadata(cursor, count4) {
	let { name } = cursor;
	if (count4 > MAX_KEYS)
		throw badGguf(name, `claims to have ${showNumber(count4)} metadata keys, so it is damaged or no model`);
	let metadata = /* @__PURE__ */ new Map(), kept_entries = 0;
	for (let i8 = 0; i8 < count4; i8++) {
		await cursor.ahead(8 + MAX_KEY_BYTES + 4);
		let key2 = readKey(cursor);
		if (metadata.has(key2)) throw badGguf(name, `has the metadata key ${quote(key2)} twice`);
		let value2 = await readValue(cursor, key2, cursor.u32());
		if (Array.isArray(value2) && (kept_entries += value2.length), kept_entries > MAX_KEPT_ENTRIES) throw badGguf(name, "has too many lists of numbers in its metadata");
		metadata.set(key2, value2);
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
async function readValue(cursor, key2, type) {
	if (type === TEXT) return readText(cursor);
	if (type === ARRAY) return readArray(cursor, key2);
	let scalar = SCALARS[type];
	if (scalar === void 0) throw unknownType(cursor, key2, type);
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
async function readArray(cursor, key2) {
	await cursor.ahead(12);
	let type = cursor.u32(), length = cursor.u64();
	if (length > MAX_ARRAY_LENGTH)
		throw badGguf(
			cursor.name,
			`claims to have a list of ${showNumber(length)} entries at ${quote(key2)}, so it is damaged or no model`
		);
	if (type === ARRAY) throw badGguf(cursor.name, `has a list of lists at ${quote(key2)}, which llama.cpp does not read`);
	if (type === TEXT)
		return await cursor.skipTexts(length), { length, kept: !1 };
	let scalar = SCALARS[type];
	if (scalar === void 0) throw unknownType(cursor, key2, type);
	let bytes2 = length * scalar.bytes;
	if (length > MAX_KEPT_ARRAY_LENGTH || key2.startsWith("tokenizer."))
		return cursor.skip(bytes2), { length, kept: !1 };
	await cursor.ahead(bytes2);
	let { view: view2, at: at2 } = cursor.take(bytes2);
	return homogeneous(Array.from({ length }, (_7, i8) => scalar.read(view2, at2 + i8 * scalar.bytes)));
}
function homogeneous(values) {
	return values.every((value2) => typeof value2 == "number") || values.every((value2) => typeof value2 == "boolean") ? values : { length: values.length, kept: !1 };
}
function unknownType(cursor, key2, type) {
	return badGguf(cursor.name, `has a value of unknown type ${type} at ${quote(key2)}, so it is damaged or too new`);
}

// shared/model/gguf/sniff.ts
var CONVERT = "Convert it with llama.cpp's convert_hf_to_gguf.py, or download a GGUF of the model.", AGAIN = "Download the file again, by the link that ends in /resolve/main/<file>.gguf.", KNOWN8 = [
	{
		is: "a Git LFS pointer: a few lines of text in place of the model",
		hint: "Fetch the model itself with: git lfs pull",
		matches: (_7, text3) => text3.startsWith("version https://git-lfs")
	},
	{
		is: "a web page",
		hint: AGAIN,
		matches: (_7, text3) => /^\s*<(?:!doctype html|html|head|\?xml)/i.test(text3)
	},
	{
		is: "a model in the old ggml format of before August 2023, which llama.cpp no longer reads",
		hint: "Download a GGUF of the model.",
		// The magics of llama.cpp's first formats (ggml, ggmf, ggjt, ggla), stored as little-endian numbers.
		matches: (_7, text3) => /^(?:lmgg|fmgg|tjgg|algg)/.test(text3)
	},
	{ is: "a safetensors file", hint: CONVERT, matches: (_7, text3) => /^[^]{8}\{\s*"/.test(text3) },
	{
		is: "a zip archive (a PyTorch checkpoint?)",
		hint: CONVERT,
		matches: (_7, text3) => text3.startsWith("PK")
	},
	{ is: "a gzip archive", hint: "Unpack it first.", matches: (bytes2) => bytes2[0] === 31 && bytes2[1] === 139 },
	{ is: "a JSON file", matches: (_7, text3) => /^\s*\{\s*["}]/.test(text3) },
	{ is: "nothing but zeros at its start (a download that did not finish?)", hint: AGAIN, matches: isZero }
];
function isZero(bytes2) {
	return bytes2.every((byte) => byte === 0);
}
var SNIFF_BYTES = 64;
function looksLike(bytes2) {
	let first = bytes2.subarray(0, SNIFF_BYTES), text3 = String.fromCharCode(...first);
	return KNOWN8.find((known3) => known3.matches(first, text3));
}

// shared/model/gguf/tensor-infos.ts
var MAX_INFO_BYTES = 8 + MAX_TENSOR_NAME_BYTES + 4 + 8 * MAX_DIMENSIONS + 4 + 8;
async function readTensorInfos(cursor, count4) {
	let { name } = cursor;
	if (count4 > MAX_TENSORS)
		throw badGguf(name, `claims to have ${showNumber(count4)} tensors, so it is damaged or no model`);
	let tensors = [], names2 = /* @__PURE__ */ new Set();
	for (let i8 = 0; i8 < count4; i8++) {
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
	let shape2 = Array.from({ length: dimensions }, () => cursor.u64()), elements = shape2.reduce((product, n12) => product * n12, 1);
	if (shape2.some((n12) => n12 < 1 || n12 > MAX_DIMENSION) || !Number.isSafeInteger(elements))
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
function partOfName(path4) {
	let groups = PART_NAME.exec(path4)?.groups;
	return groups === void 0 ? null : { stem: groups.stem ?? "", no: Number(groups.no), count: Number(groups.count) };
}
function partName(stem3, no2, count4) {
	return `${stem3}-${String(no2).padStart(5, "0")}-of-${String(count4).padStart(5, "0")}.gguf`;
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
	for (let [i8, header] of headers.entries()) {
		let no2 = splitNumber(header, "no");
		if (no2 !== i8)
			throw badGguf(
				header.name,
				`is not part ${i8 + 1} of ${count4}: ${no2 === null ? "it does not say which" : `it says ${no2 + 1}`}`
			);
		if (partCount(header) !== count4)
			throw badGguf(header.name, `is one of ${partCount(header)} parts, but ${first.name} is one of ${count4}`);
	}
	let tensors = headers.flatMap((header) => header.tensors);
	return checkTensors2(first, headers, tensors.length), { ...first, tensors };
}
function checkTensors2(first, headers, found3) {
	let due = splitNumber(first, "tensors.count");
	if (due !== null && due !== found3)
		throw badGguf(first.name, `and its other parts hold ${found3} tensors, but ${due} are due`);
	if (found3 > MAX_TENSORS) throw badGguf(first.name, `and its other parts claim to have ${found3} tensors`);
	let names2 = /* @__PURE__ */ new Set();
	for (let header of headers)
		for (let { name } of header.tensors) {
			if (names2.has(name)) throw badGguf(header.name, `has the tensor ${quote(name)}, which another part has too`);
			names2.add(name);
		}
}
function splitNumber(header, key2) {
	let value2 = header.metadata.get(`split.${key2}`);
	return typeof value2 == "number" && Number.isInteger(value2) && value2 >= 0 ? value2 : null;
}

// shared/node/file-source.ts
import { basename as basename3 } from "node:path";
async function openFileSource(path4) {
	let { handle, size: size3 } = await openRegularFile(path4), buffer = new Uint8Array(0);
	return {
		size: size3,
		name: showPath(basename3(path4)),
		async read(offset, length) {
			let wanted = Math.max(0, Math.min(length, size3 - offset));
			buffer.byteLength < wanted && (buffer = new Uint8Array(wanted));
			try {
				return buffer.subarray(0, await readFully(handle, buffer.subarray(0, wanted), offset));
			} catch (error) {
				throw fileTrouble(path4, error);
			}
		},
		close: () => handle.close()
	};
}

// shared/node/read-gguf-file.ts
async function readGgufFile(path4) {
	return factsFromHeader(await readGgufFileHeader(path4));
}
async function readGgufFileHeader(path4) {
	let part = partOfName(path4);
	if (part !== null && part.no !== 1) {
		let first2 = basename4(partName(part.stem, 1, part.count)), message = `${showPath(basename4(path4))} is part ${part.no} of a model; llama.cpp wants the first`;
		throw new UserError("input", message, `Give ${showPath(first2)} instead.`);
	}
	let first = await readHeader(path4), count4 = partCount(first);
	if (count4 === 1) return first;
	if (part?.count !== count4) {
		let wanted = partName("<name>", 1, count4);
		throw new UserError("input", `${first.name} is the first of ${count4} parts, so its name must be like ${wanted}`);
	}
	let others = [];
	for (let no2 = 2; no2 <= count4; no2++)
		others.push(await readPart(partName(part.stem, no2, count4), no2, count4));
	return joinParts([first, ...others]);
}
async function readPart(path4, no2, count4) {
	try {
		return await readHeader(path4);
	} catch (error) {
		if (!(error instanceof UserError) || errnoOf(error.cause) !== "ENOENT") throw error;
		let message = `Part ${no2} of ${count4} is missing: ${error.message}`;
		throw new UserError("input", message, "Put all parts of the model into one folder.", { cause: error });
	}
}
async function readHeader(path4) {
	let source = await openFileSource(path4);
	try {
		return await readGgufHeader(source);
	} finally {
		await source.close();
	}
}

// shared/node/check/model-facts.ts
async function factsSource(patterns2, folder, root) {
	let byModel = await readFactsFiles(patterns2, folder, root), interned = /* @__PURE__ */ new Map(), same = /* @__PURE__ */ new WeakMap(), intern2 = (facts) => {
		let seen2 = same.get(facts);
		if (seen2 !== void 0) return seen2;
		let key2 = JSON.stringify(facts), known3 = interned.get(key2) ?? facts;
		return interned.set(key2, known3), same.set(facts, known3), known3;
	}, derived2 = /* @__PURE__ */ new Map(), fromCatalog = ({ model_path, metadata }) => {
		let key2 = `${model_path} ${metadata?.precision ?? ""}`, known3 = derived2.get(key2);
		if (known3 !== void 0) return known3;
		let facts = catalogModelByName(model_path, metadata?.precision), found3 = facts === null ? null : { facts: intern2(facts), from: "catalog" };
		return derived2.set(key2, found3), found3;
	};
	return async (config2, file) => {
		if (config2.model !== void 0) return { facts: intern2(config2.model), from: "config" };
		let named = byModel.get(stem2(config2.model_path, ".gguf"));
		if (named !== void 0) return { facts: named, from: "facts_file" };
		for (let from of /* @__PURE__ */ new Set([folder, dirname3(resolve6(folder, file))])) {
			let facts = await ggufFacts(config2.model_path, from, root);
			if (facts !== void 0) return { facts: intern2(facts), from: "gguf" };
		}
		return fromCatalog(config2);
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
		let text3 = await readTextFile(confine(file, folder, root), CHECK_LIMITS.file_bytes), parsed = ModelFactsSchema.safeParse(parseJson2(text3).json?.value);
		if (!parsed.success)
			throw new UserError(
				"input",
				`${file} holds no model facts`,
				"A facts file is what lp-tui generate writes under the key model."
			);
		facts.set(stem2(stem2(file, ".json"), ".facts"), parsed.data);
	}
	return facts;
}
async function ggufFacts(name, folder, root) {
	try {
		return await readGgufFile(confine(root === null ? expandHome(name) : name, folder, root));
	} catch (error) {
		if (error instanceof UserError) return;
		throw error;
	}
}
function stem2(path4, extension) {
	let name = basename5(path4.replaceAll("\\", "/"));
	return name.toLowerCase().endsWith(extension) ? name.slice(0, -extension.length) : name;
}

// shared/node/check/run-check.ts
async function runCheck(request, world, inside2 = "") {
	let start = world.now(), { seconds } = CHECK_LIMITS, time2 = { seconds, isOver: () => world.now() - start > seconds * 1e3 }, loaded2 = await loadPolicy(request, world).catch((error) => withTargetTroubles(error, request, world)), { policy } = loaded2, headroom = headroomOf(request.vram_headroom ?? policy["vram-headroom"]), named = (key2, work) => forInput(inputOf(key2, request, world), work), targets2 = await named("targets", () => loadTargets(request, loaded2, world, headroom)), found3 = await named("configs", () => findFiles(request, loaded2)), nameOf = world.shownNames?.([...found3.files, ...found3.closed].map(({ file }) => resolve7(request.folder, file))) ?? (() => null), models = request.models ?? policy.models ?? [], facts = await named("models", () => factsSource(models, request.folder, request.root)), today = new Date(start).toISOString().slice(0, 10), baseline2 = loaded2.baseline.map((one) => ({ ...one, entry: withId(one.entry, targets2) })), policyAgain = () => startPolicy(policy.rules ?? {}, baseline2, today), rules = policyAgain(), configs = [], files = [], unread2 = [], own3 = [...found3.findings], notRead = (one) => {
		unread2.push(one), own3.push(runFinding("LP905", one.file, { message: one.message }));
	};
	for (let { file, message } of found3.closed)
		notRead({ file: nameOf(resolve7(request.folder, file)) ?? file, message });
	let seen2 = /* @__PURE__ */ new Map(), pairs = 0, pins2 = targets2.engines, inspect = (one, text3) => inspectText(one, text3, facts, pins2);
	for (let [index, one] of found3.files.entries()) {
		if (time2.isOver()) {
			let args = { left: found3.files.length - index, files: found3.files.length, seconds };
			own3.push(runFinding("LP906", loaded2.file ?? "", args));
			break;
		}
		let checked = await readOne(one, request, nameOf, async (text3) => (one.targets === null || request.targets !== null ? targets2.common : targets2.named(one.targets)) ?? ownTargets(text3, world));
		if (!(one.by_default && ("message" in checked || formatOf2(checked.text, checked.file) === null))) {
			if ("message" in checked) {
				notRead(checked);
				continue;
			}
			if (pairs += checked.targets.length, pairs > CHECK_LIMITS.pairs) {
				let most = CHECK_LIMITS.pairs.toLocaleString("en-US");
				throw new UserError("usage", `the files and targets make more than the ${most} pairs that one check takes`);
			}
			for (let target of checked.targets) seen2.set(target.id, target);
			files.push(checked);
			for (let [at2, inspected] of (await inspect(checked, checked.text)).entries())
				configs.push(checkedConfig(checked, at2, inspected, rules, pins2));
		}
	}
	return {
		check: {
			configs,
			targets: seen2,
			engines: new Map([...seen2.keys()].flatMap((id) => pins2.has(id) ? [[id, pins2.get(id) ?? ""]] : [])),
			own: [...own3, ...rules.findings()],
			known: rules.known(),
			policy_file: loaded2.file,
			fail_on: request.fail_on ?? policy["fail-on"] ?? "error",
			command: localCommand(request, loaded2.name, inside2)
		},
		files,
		unread: unread2,
		nameOf,
		time: time2,
		patterns: found3.patterns,
		policy,
		inspect,
		policyAgain
	};
}
async function withTargetTroubles(error, request, world) {
	if (!(error instanceof PolicyError) || error.rest === null) throw error;
	try {
		await loadTargets(request, error.rest, world, null);
	} catch (more4) {
		throw more4 instanceof PolicyError ? new PolicyError([...error.problems, ...more4.problems].sort((a14, b7) => a14.place.line - b7.place.line)) : error;
	}
	throw error;
}
async function readOne({ file, format: format2 }, { folder, root }, nameOf, targetsOf) {
	let path4 = resolve7(folder, file), shown3 = nameOf(path4) ?? file, name = relative2(folder, path4).split(sep4).join("/"), text3;
	try {
		path4 = confine(file, folder, root), text3 = await readTextFile(path4, CHECK_LIMITS.file_bytes);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return { file: shown3, message: error.message.replaceAll(showPath(path4), showPath(file)) };
	}
	return { path: path4, file: shown3, name, format: format2, text: text3, targets: await targetsOf(text3) };
}
function ownTargets(text3, { ownTargets: own3 }) {
	if (own3 === void 0)
		throw new UserError(
			"usage",
			"no targets: neither the policy nor the input targets names one",
			"Give one profile id or snapshot file a line, e.g. nvidia_rtx_3060_12gb."
		);
	return own3(text3);
}
function withId(entry, { idOf }) {
	return entry.target === void 0 ? entry : { ...entry, target: idOf(entry.target) };
}
function headroomOf(text3) {
	if (text3 === void 0) return null;
	let headroom = parseHeadroom(text3);
	if (headroom === null)
		throw new UserError(
			"usage",
			`${JSON.stringify(text3.slice(0, 40))} is no size for head-room`,
			"Write 512MiB, 1.5GiB or 5% (at most 50%)."
		);
	return headroom;
}
function runFinding(rule, file, args) {
	return { rule, severity: "error", path: [], args, file, place: { line: 1, column: 1, end_column: 2 } };
}

// shared/typed-number.ts
function typedNumber(text3) {
	let match = /^(\d+(?:\.\d*)?|\.\d+)([km]?)$/i.exec(text3);
	if (match === null) return null;
	let factor = { "": 1, k: 1024, m: 1024 * 1024 }[(match[2] ?? "").toLowerCase()] ?? 1;
	return Number(match[1]) * factor;
}

// shared/plan/set/model-list.ts
function counted(value2) {
	return typeof value2 == "string" && /^\d{1,7}k$/i.test(value2) ? typedNumber(value2) : value2;
}
var WishSchema = strictObject({
	/** What requests call it. */
	name: MemberNameSchema,
	/** A GGUF file, `hf:OWNER/REPO[:QUANT]`, or a catalog id. */
	model: string2().min(1).max(4096),
	use_case: m2(USE_CASES).optional(),
	/** How much it matters beside the others; 1 when absent. */
	weight: number2().gt(0).max(1e3).optional(),
	/** `pinned`: it stays loaded. `swappable`: it may make room for others; so when absent. */
	load: m2(["pinned", "swappable"]).optional(),
	precision: string2().min(1).max(32).optional(),
	/** Tokens: `16384`, `16k`. */
	context: preprocess(
		counted,
		int().min(1).max(2 ** 31 - 1)
	).meta({ type: ["integer", "string"], pattern: "^\\d{1,7}[kK]$" }).optional(),
	/** Slots. */
	parallel: int().min(1).max(256).optional()
}), ModelListSchema = strictObject({
	$schema: string2().max(500).optional(),
	version: literal(1).optional(),
	models: array(WishSchema).min(1).max(MOST_MEMBERS)
});

// shared/read-wishes.ts
function withName(problem2, value2) {
	let [top, at2, ...rest] = problem2.path;
	if (top !== "models" || typeof at2 != "number" || rest.length === 0 || rest[0] === "name") return problem2;
	let { models } = value2, name = MemberNameSchema.safeParse(models[at2]?.name).data;
	return name === void 0 ? problem2 : { ...problem2, args: { ...problem2.args, key: `${showKey(rest)} of ${name}` } };
}
function readCluster(text3) {
	return readEntries(text3, ClusterSchema, ["machines", "address"], addressesTwice, "an address that no other machine has");
}
function readEntries(text3, schema, [top, key2], twinsIn, wanted) {
	let yaml = readYaml(text3), { value: value2, places: places2 } = yaml, { list: list2, problems } = readAs(yaml, schema), entries = isObject2(value2) ? value2[top] : null, keys = Array.isArray(entries) ? entries.map((entry) => isObject2(entry) ? entry[key2] : null) : [], twins = twinsIn(keys).map((at2) => {
		let path4 = [top, at2, key2], args = { key: showKey(path4), problem: "choice", found: "string", choices: [wanted], near: [] };
		return { rule: "LP004", severity: "error", path: path4, args, place: places2.ofValue(path4) };
	}), found3 = [...problems.map((problem2) => withName(problem2, value2)), ...twins];
	return { list: found3.length === 0 ? list2 : null, problems: found3.sort(byPlace) };
}
function isObject2(value2) {
	return typeof value2 == "object" && value2 !== null;
}
function byPlace({ place: a14 }, { place: b7 }) {
	return a14.line - b7.line || a14.column - b7.column;
}
function readAs({ value: value2, places: places2, problems }, schema) {
	let [broken] = problems;
	if (broken !== void 0) {
		let { problem: problem2, offset, length, key: key2 } = broken, args = { problem: problem2, ...key2 !== void 0 && { key: key2 } }, place = places2.at(offset, length);
		return { list: null, problems: [{ rule: "LP901", severity: "error", path: [], args, place }] };
	}
	let parsed = schema.safeParse(value2);
	if (parsed.success) return { list: parsed.data, problems: [] };
	let { issues } = parsed.error;
	return { list: null, problems: [...unknownKeyFindings(issues, schema, places2), ...valueFindings(issues, value2, places2)] };
}

// shared/node/cluster-file.ts
async function clusterFromText(text3, file, load) {
	let { list: list2, problems } = readCluster(text3), first = problems.find(({ rule }) => rule === "LP005") ?? problems[0];
	if (list2 === null || first !== void 0) {
		let where = first === void 0 ? file : `${file}:${first.place.line}:${first.place.column}`, what = first === void 0 ? "is no cluster" : formatFinding(first);
		throw new UserError("input", `${where}: ${what}`, `${pageUrl("docs/clusters.md")} shows the form.`);
	}
	let machines = [];
	for (let { hardware, ...link } of list2.machines) {
		if (/[,]|\.ya?ml$/i.test(hardware)) {
			let shown3 = JSON.stringify(hardware.slice(0, 80));
			throw new UserError("input", `${file}: a machine is one profile or snapshot, not ${shown3}`);
		}
		machines.push({ target: await load(hardware), ...link });
	}
	return clusterTarget(machines);
}

// shared/node/is-file-name.ts
import { stat as stat3 } from "node:fs/promises";
import { resolve as resolve8 } from "node:path";
async function isFileName(value2, extension, folder = ".") {
	return /^(\.{0,2}[\\/]|~[\\/]|[a-z]:[\\/])|\\/i.test(value2) || value2.toLowerCase().endsWith(extension) ? !0 : stat3(resolve8(folder, value2)).then(
		(found3) => found3.isFile() || value2.includes("/"),
		// A link that leads in a circle is a file of that name all the same, and the reader says what is wrong with it.
		(error) => errnoOf(error) === "ELOOP"
	);
}

// shared/report/base-report.ts
var BaseReportSchema = looseObject({
	schema_version: literal(1),
	kind: literal("check_report"),
	configs: array(
		looseObject({
			file: string2().max(4096),
			name: string2().max(1e6).nullable().optional(),
			pairs: array(
				looseObject({
					target: string2().max(512),
					result: m2(["pass", "fail", "not_judged"]),
					decode_tokens_per_s: number2().positive().nullable().optional(),
					memory: array(looseObject({ kind: m2(["device", "host"]), need: number2().min(0) })).max(512)
				})
			).max(1e4)
		})
	).max(1e4)
});
function configKey(file, name = null) {
	return JSON.stringify([file, name]);
}
function readBaseReport(text3, name) {
	let parsed = BaseReportSchema.safeParse(jsonOf(text3));
	if (!parsed.success)
		throw new UserError(
			"input",
			`${name} is not a JSON report of this check`,
			"Write it with report-file or --format json."
		);
	return new Map(
		parsed.data.configs.map(({ file, name: inside2, pairs }) => [
			configKey(file, inside2 ?? null),
			new Map(
				pairs.map(({ target, result, decode_tokens_per_s, memory }) => [
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
function jsonOf(text3) {
	try {
		return JSON.parse(text3);
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
	let enforced = isEnforced(result.fail_on), failing = (problem2) => failsUnder(problem2, result.fail_on), errors = result.problems.filter(failing), warnings2 = which === "errors" ? [] : result.problems.filter((problem2) => !failing(problem2)), lines2 = enforced ? [...placed(errors, "error"), ...placed(warnings2, "warning", KEPT - notes.length)] : placed([...errors, ...warnings2], "warning", KEPT - notes.length);
	return before + lines2.map((line) => `${line}
`).join("");
}
function placed(problems, command2, kept = KEPT) {
	let shown3 = problems.length > kept - 1 ? kept - 1 : problems.length, rest = problems.length - shown3, lines2 = problems.slice(0, shown3).map((problem2) => annotation(problem2, command2));
	if (rest === 0) return lines2;
	let noun = command2 === "error" ? "violation" : "finding";
	return [
		...lines2,
		commandLine(
			command2,
			{},
			`${rest} more ${noun}${rest === 1 ? " is" : "s are"} in the job summary (${count3(problems.length, noun)} in all).`
		)
	];
}
function annotation(problem2, command2) {
	let { rule, file, place } = problem2, { title, what, others, fix, link } = problemText(problem2), more4 = [others, fix].filter((part) => part !== null), end = `${rule}: ${link}`, body = [what, ...more4].join(`
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
	let pairs = Object.entries(properties).map(([name, value2]) => `${name}=${escapeProperty(String(value2))}`);
	return `::${command2}${pairs.length > 0 ? " " : ""}${pairs.join(",")}::${escapeData(message)}`;
}
function escapeData(text3) {
	return text3.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll(`
`, "%0A");
}
function escapeProperty(text3) {
	return escapeData(text3).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// shared/report/json-report.ts
function jsonReport(result) {
	let fixes = new Map(result.problems.flatMap(({ hits, fix }) => fix === null ? [] : hits.map((hit) => [hit, fix]))), names2 = new Map(
		result.problems.flatMap(({ hits, config: config2 }) => config2?.nameOf ? hits.map((hit) => [hit, config2.nameOf]) : [])
	), json = (finding) => {
		let fix = fixes.get(finding), whole = fix === void 0 ? finding : { ...finding, fix };
		return { ...whole, message: formatFinding(whole, names2.get(finding)) };
	};
	return {
		schema_version: 1,
		kind: "check_report",
		verdict: result.verdict,
		fail_on: result.fail_on,
		summary: result.tally,
		policy: { file: result.policy_file, findings: result.own.map(json) },
		configs: result.configs.map((config2) => {
			let { file, name = null, findings, pairs } = config2.report, stateOf2 = pairStates(config2.report, result.fail_on);
			return {
				file,
				name,
				model_facts: config2.facts_from,
				findings: findings.map(json),
				pairs: pairs.map((pair) => jsonPair(pair, stateOf2(pair), decodeSpeed(result, config2, pair)))
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
		let backend = report.backend_stated === !1 ? target.backend : config2.backend, { tg } = estimateThroughput(facts, { ...config2.settings, backend }, target);
		return tg === null ? null : Number(tg.tokens_per_s.toPrecision(3));
	} catch (error) {
		if (error instanceof UserError) return null;
		throw error;
	}
}

// shared/report/change.ts
var LEAST_BYTES = 50 * 1048576, LEAST_SHARE = 0.01;
function changesAgainst(result, base) {
	let changes = [];
	for (let config2 of result.configs) {
		let { report } = config2, stateOf2 = pairStates(report, result.fail_on), before = base.get(configKey(report.file, report.name));
		for (let pair of report.pairs) {
			let old = before?.get(pair.target), now = resultOf(stateOf2(pair));
			if (old === void 0) {
				changes.push({
					file: report.file,
					name: report.name,
					target: pair.target,
					turn: "new",
					memory: null,
					decode: null
				});
				continue;
			}
			let need = mainNeed(pair.lines.map(({ kind: kind2, need_bytes }) => ({ kind: kind2, need: need_bytes }))), more4 = pair.lines.length > 0 && old.need > 0 ? need - old.need : 0, memory = Math.abs(more4) >= LEAST_BYTES ? more4 : null, speed = old.decode === null ? null : decodeSpeed(result, config2, pair), share = speed === null || old.decode === null ? 0 : speed / old.decode - 1, decode3 = Math.abs(share) >= LEAST_SHARE ? share : null, turn = now === old.result ? null : now === "fail" ? "fails_now" : now === "pass" ? "passes_now" : null;
			(turn !== null || memory !== null || decode3 !== null) && changes.push({ file: report.file, name: report.name, target: pair.target, turn, memory, decode: decode3 });
		}
	}
	let order = ["fails_now", "passes_now", null, "new"];
	return changes.sort(
		(a14, b7) => order.indexOf(a14.turn) - order.indexOf(b7.turn) || Math.abs(b7.memory ?? 0) - Math.abs(a14.memory ?? 0)
	);
}
function resultOf(state) {
	return state === "unjudged" || state === "unread" ? "not_judged" : state === "fails" ? "fail" : "pass";
}
function changeWords({ memory, decode: decode3, turn }) {
	return [
		...turn === null ? [] : [{
			fails_now: "fails now",
			passes_now: "passes now",
			new: "new"
		}[turn]],
		...memory === null ? [] : [`${memory > 0 ? "+" : "-"}${showGib(Math.abs(memory))}`],
		...decode3 === null ? [] : [`${decode3 > 0 ? "+" : "-"}${Math.round(Math.abs(decode3) * 100)} % decode`]
	].join(", ");
}

// shared/report/markdown/escape.ts
function code(text3) {
	return `<code>${escaped(text3)}</code>`;
}
function configCell({ file, name }) {
	return name === void 0 ? code(file) : `${code(file)} ${code(shortName(name))}`;
}
function words2(text3) {
	return /[@#]|:\w+:|www\.|:\/\/|\b[0-9a-f]{7,40}\b/i.test(text3) ? code(text3) : escaped(text3);
}
function escaped(text3) {
	return plain(text3).replace(/[^\p{L}\p{N} /,;%+-]/gu, (char) => `&#${char.codePointAt(0) ?? 0};`);
}
function codeBlock(text3) {
	let longest2 = Math.max(2, ...(text3.match(/`+/g) ?? []).map((run2) => run2.length)), fence = "`".repeat(longest2 + 1);
	return `${fence}sh
${text3.split(`
`).map(plain).join(`
`)}
${fence}`;
}
function utf8Length(text3) {
	let bytes2 = text3.length;
	for (let index = 0; index < text3.length; index++) {
		let unit = text3.charCodeAt(index);
		unit >= 128 && (bytes2 += unit >= 2048 && (unit < 55296 || unit > 57343) ? 2 : 1);
	}
	return bytes2;
}

// shared/report/markdown/details.ts
var MOST_SUMS = 12, MOST_PROBLEMS = 20;
function fileDetails(file, problems, blob) {
	let errors = problems.filter(({ severity }) => severity === "error").length, counts = [count3(errors, "error"), count3(problems.length - errors, "warning")].join(", "), shown3 = problems.slice(0, MOST_PROBLEMS).map((problem2) => details(problem2, blob)), rest = problems.length - shown3.length;
	return [
		`<details><summary>${file === "" ? "The check itself" : code(file)}: ${counts}</summary>`,
		...shown3,
		...rest > 0 ? [`${rest} more in this file.`] : [],
		"</details>"
	].join(`

`);
}
function details(problem2, blob) {
	let { title, what, others, fix, link: page } = problemText(problem2), { line, column } = problem2.place, place = `line ${line}, column ${column}`, link = blob === null ? place : `[${place}](${linkTo(blob, problem2.file)}#L${line})`, at2 = problem2.file === "" ? "" : `, ${link}`, sums = sumTable(problem2);
	return [
		`**${problem2.severity} [${problem2.rule}](${page}) ${words2(title)}**${at2}`,
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
function matrix({ configs, fail_on }, failuresOnly) {
	let all2 = configs.map(({ report }) => {
		let stateOf2 = pairStates(report, fail_on), states = new Map(report.pairs.map((pair) => [pair.target, stateOf2(pair)]));
		return { report, states, failing: [...states.values()].filter(isBad).length };
	}), rows = (failuresOnly ? all2.filter(({ failing }) => failing > 0) : all2).toSorted((a14, b7) => b7.failing - a14.failing || (a14.report.file < b7.report.file ? -1 : 1)), shown3 = rows.slice(0, MOST_ROWS), { columns, others } = chooseColumns(rows), names2 = [...columns.map(code), ...others > 0 ? [`${others} others`] : []], left = all2.filter((row) => !shown3.includes(row));
	return {
		head: names2.length === 0 ? [] : [`| Config | ${names2.join(" | ")} |`, `|---|${names2.map(() => "---|").join("")}`],
		rows: names2.length === 0 ? [] : shown3.map((row) => rowLine(row, columns, others > 0)),
		rest: left.length === 0 ? null : restWords(left)
	};
}
function restWords(left) {
	let failing = left.filter((row) => row.failing > 0).length, fine = left.length - failing, parts = [...failing > 0 ? [`${failing} with failures`] : [], ...fine > 0 ? [`${fine} without`] : []];
	return `${count3(left.length, "more config")}: ${parts.join(", ")}.`;
}
function chooseColumns(rows) {
	let failures = /* @__PURE__ */ new Map();
	for (let { states } of rows)
		for (let [target, state] of states) failures.set(target, (failures.get(target) ?? 0) + Number(isBad(state)));
	let targets2 = [...failures.keys()];
	if (targets2.length <= MOST_COLUMNS) return { columns: targets2, others: 0 };
	let worst = [...failures].filter(([, n12]) => n12 > 0).sort((a14, b7) => b7[1] - a14[1]), chosen = new Set(worst.slice(0, MOST_COLUMNS).map(([target]) => target));
	return { columns: targets2.filter((target) => chosen.has(target)), others: targets2.length - chosen.size };
}
function isBad(state) {
	return state === "fails" || state === "unjudged" || state === "unread";
}
function rowLine({ report, states }, columns, rest) {
	let pairs = new Map(report.pairs.map((pair) => [pair.target, pair])), cells = columns.map((target) => {
		let pair = pairs.get(target), state = states.get(target);
		return pair === void 0 || state === void 0 ? "" : cell(pair, state);
	}), shown3 = new Set(columns), others = [...states].filter(([target]) => !shown3.has(target)).map(([, state]) => state);
	return `| ${[configCell(report), ...cells, ...rest ? [othersCell(others)] : []].join(" | ")} |`;
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

// shared/report/markdown/not-judged.ts
var REASONS2 = /* @__PURE__ */ new Set(["LP010", "LP011"]);
function openWords({ configs, fail_on }) {
	let pairs = /* @__PURE__ */ new Map();
	for (let { report } of configs)
		for (let rule of openRules(report, fail_on)) pairs.set(rule, (pairs.get(rule) ?? 0) + 1);
	return pairs.size === 0 ? [] : [`Not judged: ${[...pairs].sort((a14, b7) => b7[1] - a14[1] || (a14[0] < b7[0] ? -1 : 1)).map(
    ([rule, n12]) => `${count3(n12, "pair")} by ${rule}, ${anyRuleOf(rule)?.title.toLowerCase() ?? ""}`
  ).join("; ")}.`];
}
var UNSEEN = ["LP906", "LP905", "LP904"], MOST_UNSEEN = 10;
function unseenWords(problems, bytes2) {
	let all2 = UNSEEN.flatMap((rule) => problems.filter((problem2) => problem2.config === null && problem2.rule === rule));
	if (all2.length === 0) return [];
	let left = bytes2, lines2 = all2.slice(0, MOST_UNSEEN).map((problem2) => `- ${problem2.rule}: ${words2(problemText(problem2).what.slice(0, 300))}`).filter((line) => (left -= utf8Length(line)) >= 0), rest = all2.length - lines2.length, rules = [...new Set(all2.map(({ rule }) => rule))].join(", "), more4 = rest === 0 ? [] : [`- ${rest} more of ${rules}; the log and the JSON report have them all.`];
	return [[`Not seen by this check:
`, ...lines2, ...more4].join(`
`)];
}
function openRules(report, fail_on) {
	let stateOf2 = pairStates(report, fail_on);
	return report.pairs.flatMap((pair) => {
		let state = stateOf2(pair);
		if (state !== "unjudged" && state !== "unread") return [];
		let own3 = report.findings.filter(
			({ target, rule, severity }) => (target === void 0 || target === pair.target) && (state === "unread" ? severity === "error" : REASONS2.has(rule))
		), [first] = own3;
		return first === void 0 ? [] : [first.rule];
	});
}

// shared/report/markdown/markdown-report.ts
var BUDGET_BYTES = 900 * 1024, MOST_FILES = 20, MOST_CHANGES = 50;
function markdownReport(result, options = {}) {
	let failuresOnly = options.summary === "failures", budget = options.budget ?? BUDGET_BYTES, table = matrix(result, failuresOnly), legend = [LEGEND, ...openWords(result)].join(`

`), head2 = [heading(result), intro(result)], foot = [known2(result), `Repeat it locally:

${codeBlock(result.command)}`].filter((part) => part !== ""), left = budget - size2([...head2, ...foot, table.head.join(`
`), legend, ...unseenWords(result.problems, budget / 8)]) - RESERVE, take2 = (part) => {
		let bytes2 = size2([part]);
		return bytes2 > left ? !1 : (left -= bytes2, !0);
	}, rows = takeWhile(table.rows, take2), cut2 = table.rows.length - rows.length, changes = options.base ? [changeTable(changesAgainst(result, options.base))].filter(take2) : [], files = groupByFile(
		failuresOnly ? result.problems.filter((problem2) => failsUnder(problem2, result.fail_on)) : result.problems
	), details2 = takeWhile(
		files.slice(0, MOST_FILES).map(([file, problems]) => fileDetails(file, problems, options.blob ?? null)),
		take2
	), hidden = files.length - details2.length, told = files.slice(0, details2.length).filter(([, problems]) => problems.length <= MOST_PROBLEMS), untold = result.problems.filter(({ file }) => !told.some(([shown3]) => shown3 === file));
	return `${[
    ...head2,
    ...unseenWords(untold, budget / 8),
    ...table.head.length > 0 ? [[...table.head, ...rows].join(`
`), legend] : [],
    ...cut2 > 0 ? [`${count3(cut2, "more row")} left out to stay within GitHub's limit.`] : [],
    ...table.rest === null ? [] : [table.rest],
    ...changes,
    ...details2,
    ...hidden > 0 ? [`${count3(hidden, "more file")} with findings; the log and the JSON report have them all.`] : [],
    ...result.searched < result.problems.length && result.problems.length > details2.length && result.searched > 0 ? [`Fixes were looked for for the first ${result.searched} problems.`] : [],
    ...foot
  ].join(`

`)}
`;
}
var RESERVE = 1024, LEGEND = "Numbers: GiB needed / GiB usable of the fullest memory.";
function heading({ verdict: verdict2, tally: tally2, fail_on }) {
	let sign = { pass: "✅", warn: "⚠️", fail: "❌" }[verdict2], word = { pass: "passed", warn: "passed with findings", fail: "failed" }[verdict2], enforced = verdict2 === "fail" && !isEnforced(fail_on) ? " (not enforced)" : "";
	return `## ${sign} Model configs ${word}${enforced}: ${count3(tally2.errors, "error")}, ${count3(tally2.warnings, "warning")}`;
}
function intro(result) {
	let { tally: tally2, policy_file, engines } = result, by = policy_file === null ? "" : ` by ${code(policy_file)}`, pairs = `${count3(tally2.failing_pairs, "pair")} of ${tally2.pairs} fail${tally2.failing_pairs === 1 ? "s" : ""}`, open2 = tally2.not_judged === 0 ? "" : `, ${tally2.not_judged} not judged`;
	return [
		`${count3(tally2.configs, "config")} on ${count3(tally2.targets, "target")}${by}: ${pairs}${open2}.`,
		`Memory as ${code(ENGINE)} allocates it.`,
		...namedWords(result),
		...pins(engines)
	].join(" ");
}
var MOST_PINS = 12;
function pins(engines) {
	if (engines.size === 0) return [];
	let all2 = [...engines].map(([target, release]) => `${code(target)} runs ${code(release)}`), rest = all2.length > MOST_PINS ? ` and ${all2.length - MOST_PINS} more are pinned` : "";
	return [`Options are checked for the pinned releases: ${all2.slice(0, MOST_PINS).join(", ")}${rest}.`];
}
function known2({ known: all2 }) {
	if (all2.length === 0) return "";
	let reasons = /* @__PURE__ */ new Map();
	for (let { reason } of all2) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
	let lines2 = [...reasons].slice(0, 20).map(([reason, n12]) => `- ${n12}: ${words2(reason)}`);
	return `${count3(all2.length, "known finding")}, covered by the baseline:

${lines2.join(`
`)}`;
}
function changeTable(changes) {
	if (changes.length === 0) return `### Against the base branch

No pair changes.`;
	let rows = changes.slice(0, MOST_CHANGES).map((change) => `| ${configCell(change)} | ${code(change.target)} | ${changeWords(change)} |`), rest = changes.length - rows.length;
	return [
		`### Against the base branch
`,
		"| Config | Target | Change |",
		"|---|---|---|",
		...rows,
		...rest > 0 ? [`
${count3(rest, "more pair")} changed.`] : []
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
		helpUri: pageUrl(`docs/${page}.md#${id.toLowerCase()}`),
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
	(text3) => text3.split(`
`).map((line) => line.trim()).filter((line) => line !== "")
), path3 = string2().max(4096), InputsSchema = strictObject({
	configs: lines.nullable(),
	targets: lines.nullable(),
	models: lines.nullable(),
	policy: path3.nullable(),
	"fail-on": m2(FAIL_ON).nullable(),
	"vram-headroom": string2().refine((text3) => parseHeadroom(text3) !== null).nullable(),
	baseline: path3.nullable(),
	annotations: m2(ANNOTATIONS).nullable(),
	summary: m2(SUMMARIES).nullable(),
	"sarif-file": path3.nullable(),
	"report-file": path3.nullable(),
	"fix-file": path3.nullable(),
	"base-report": path3.nullable(),
	"if-no-files-found": m2(IF_NO_FILES_FOUND).nullable(),
	"working-directory": path3.nullable()
}), INPUT_NAMES = Object.keys(InputsSchema.shape);
function readInputs(env) {
	let given = Object.fromEntries(INPUT_NAMES.map((name) => [name, getInput(name) || null])), parsed = InputsSchema.safeParse(given), problems = [
		...misspelt(env),
		...parsed.success ? [] : parsed.error.issues.map(({ path: at2 }) => problemOf3(String(at2[0]), given))
	];
	if (problems.length > 0 || !parsed.success) throw new UserError("usage", problems.join(" "));
	return parsed.data;
}
function misspelt(env) {
	let known3 = new Set(INPUT_NAMES.map((name) => `INPUT_${name.toUpperCase()}`));
	return Object.keys(env).flatMap((name) => {
		if (!name.startsWith("INPUT_") || known3.has(name)) return [];
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
function problemOf3(name, given) {
	let value2 = (given[name] ?? "").slice(0, 40);
	if (name === "vram-headroom")
		return `The input vram-headroom is ${JSON.stringify(value2)}; write 512MiB, 1.5GiB or 5% (at most 50%).`;
	let choices = CHOICES[name];
	return choices === void 0 ? `The input ${name} is too long.` : `The input ${name} is ${JSON.stringify(value2)}, which is none of ${choices.join(", ")}.${didYouMean(value2, choices)}`;
}

// action/log.ts
function log(text3) {
	process.stdout.write(`${text3.split(`
`).map(logLine).join(`
`)}
`);
}
function command(lines2) {
	process.stdout.write(lines2);
}
function logLine(line) {
	return plain(line).replaceAll("##[", "##\\[").replace(/^(\s*)::/, "$1\\::").replace(/^\s/, "\\u{20}").replace(/\((\d[\d,]*)\)(\s*:)/g, "($1\\)$2").replace(/:\sline\s(?=\d)/g, ":\\u{20}line ");
}

// action/outputs.ts
function writeOutputs(values) {
	try {
		for (let [name, value2] of Object.entries(values)) setOutput(name, value2);
		return null;
	} catch (error) {
		return `The outputs could not be written to the file that GITHUB_OUTPUT names (${errnoOf(error) || "it does not exist"}); steps that read them get nothing.`;
	}
}

// action/summary.ts
import { appendFile } from "node:fs/promises";
async function writeSummary(env, text3) {
	let file = env.GITHUB_STEP_SUMMARY;
	if (!(file === void 0 || file === ""))
		try {
			await appendFile(file, text3);
		} catch (error) {
			log(
				`The job summary could not be written: ${error instanceof Error && "code" in error ? String(error.code) : "unknown"}.`
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
import { existsSync as existsSync5, lstatSync as lstatSync2, statSync as statSync3 } from "node:fs";
import { mkdir, readlink, realpath } from "node:fs/promises";
import { basename as basename6, dirname as dirname5, join as join4, relative as relative4, resolve as resolve9, sep as sep6 } from "node:path";

// shared/node/check/shown-names.ts
import { existsSync as existsSync4 } from "node:fs";
import { dirname as dirname4, isAbsolute, join as join3, relative as relative3, sep as sep5 } from "node:path";
function shownNames(top) {
	let roots = /* @__PURE__ */ new Map(), rootOf2 = (folder) => {
		let up = dirname4(folder);
		if (folder === top || up === folder) return top;
		let known3 = roots.get(folder);
		if (known3 !== void 0) return known3;
		let found3 = isRepository(folder) ? folder : rootOf2(up);
		return roots.set(folder, found3), found3;
	}, own3 = /* @__PURE__ */ new Map();
	return {
		among: (paths) => {
			let several = new Set(paths.map((path4) => rootOf2(dirname4(path4)))).size > 1;
			return (path4) => {
				let inRepository = below(rootOf2(dirname4(path4)), path4);
				if (!several) return inRepository;
				let shown3 = below(top, path4);
				return shown3 !== null && inRepository !== null && own3.set(shown3, inRepository), shown3;
			};
		},
		inside: (folder) => below(rootOf2(folder), folder) ?? "",
		attached: (result) => own3.size === 0 ? result : { ...result, problems: result.problems.map((one) => ({ ...one, file: own3.get(one.file) ?? one.file })) }
	};
}
function isRepository(folder) {
	return existsSync4(join3(folder, ".git"));
}
function below(folder, path4) {
	let name = relative3(folder, path4).split(sep5).join("/");
	return name === ".." || name.startsWith("../") || isAbsolute(name) ? null : name;
}

// action/workspace.ts
async function openWorkspace(env, directory) {
	let root = await rootOf(env), folder = directory === null ? root : await forInput("working-directory", () => folderIn(root, directory));
	return { root, folder, names: shownNames(root) };
}
async function rootOf(env) {
	let named = env.GITHUB_WORKSPACE || null;
	try {
		let root = await realpath(named ?? process.cwd());
		if (statSync3(root).isDirectory()) return root;
	} catch (error) {
		throw fileTrouble(named === null ? "the current folder" : `the workspace ${named}`, error);
	}
	throw new UserError("input", `the workspace ${showPath(named ?? ".")} is not a folder`);
}
function folderIn(root, directory) {
	let folder = confine(directory, root, root);
	if (!statSync3(folder).isDirectory()) throw new UserError("input", `${showPath(directory)} is not a folder`);
	return folder;
}
async function outputPath(name, { root, folder }) {
	let trouble = (what) => new UserError("usage", `${JSON.stringify(name.slice(0, 80))} ${what}`), { there, missing } = nearestFolder(dirname5(name), folder, root), parent = join4(there, ...missing), path4 = join4(parent, name.split(/[\\/]/).at(-1) ?? "");
	if (path4 === parent || /[\\/]$/.test(name)) throw trouble("names no file to write");
	if (relative4(root, path4).split(sep6).includes(".git")) throw trouble("lies in .git, where nothing is written");
	if (!statSync3(there).isDirectory()) throw trouble("does not lie in a folder: a part of its path is a file");
	try {
		missing.length > 0 && await mkdir(parent, { recursive: !0 });
	} catch (error) {
		throw fileTrouble(dirname5(name), error, "writing");
	}
	if (existsSync5(path4) || await isLink(path4)) throw trouble("exists already; results are written to new files only");
	return path4;
}
function nearestFolder(name, folder, root) {
	let path4 = resolve9(folder, name), missing = [];
	for (; isInside(path4, root) && path4 !== root && lstatSync2(path4, { throwIfNoEntry: !1 }) === void 0; )
		missing.unshift(basename6(path4)), path4 = dirname5(path4);
	return { there: confine(missing.length === 0 ? name : path4, folder, root), missing };
}
async function isLink(path4) {
	return readlink(path4).then(
		() => !0,
		() => !1
	);
}

// action/run.ts
var RESULT_FILES = ["sarif-file", "report-file", "fix-file"];
async function run(env) {
	try {
		await check(readInputs(env), env);
	} catch (error) {
		await refuse20(error, env);
	}
}
async function check(inputs, env) {
	let workspace = await openWorkspace(env, inputs["working-directory"]), files = await resultFiles(inputs, workspace), base = await readBase(inputs["base-report"], workspace), done = await judge2(inputs, workspace);
	if (done.files.length === 0 && done.unread.length === 0) {
		await nothingFound2(inputs["if-no-files-found"] ?? done.policy["if-no-files-found"] ?? "error", done, env);
		return;
	}
	let concluded = concludeCheck(done.check, SHOWN_FIXES, done.time), mending = files["fix-file"] === void 0 ? null : await mendFiles(done), result = withFindings(concluded, mending?.own ?? []);
	log(textReport(result).trimEnd());
	let attached = workspace.names.attached(result);
	await writeFiles(files, result, attached, mending === null ? "" : fixDiff(mending.mended, done));
	let trouble = writeOutputs(outputsOf(result, files));
	trouble !== null && log(trouble);
	let summary = inputs.summary ?? done.policy.summary ?? "full", blob = attached === result ? blobUrl(env) : null;
	summary !== "none" && await writeSummary(env, markdownReport(result, { summary, base, blob }));
	let said = [...warnings(env), ...trouble === null ? [] : [trouble]];
	command(githubReport(attached, inputs.annotations ?? done.policy.annotations ?? "all", said)), (trouble !== null || result.verdict === "fail" && isEnforced(result.fail_on)) && (process.exitCode = 1);
}
function judge2(inputs, { root, folder, names: names2 }) {
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
	}, places2 = {
		read: (name) => readTextFile(confine(name, folder, root), CHECK_LIMITS.file_bytes),
		isFile: (name) => isFileName(name, ".json", folder),
		clusterFromText,
		// A runner is nobody's target.
		ownMachine: refuseOwnMachine
	}, world = {
		loadTarget: (name, asker) => checkTargets(name, places2, asker),
		shownNames: names2.among,
		inputName: String,
		now: Date.now
	};
	return runCheck(request, world, names2.inside(folder));
}
async function readBase(name, { root, folder }) {
	return name === null ? null : forInput(
		"base-report",
		async () => readBaseReport(await readTextFile(confine(name, folder, root), 134217728), name)
	);
}
async function resultFiles(inputs, workspace) {
	let named = RESULT_FILES.flatMap((key2) => inputs[key2] === null ? [] : [{ key: key2, name: inputs[key2] }]), paths = await Promise.all(
		named.map(async ({ key: key2, name }) => [key2, { name, path: await forInput(key2, () => outputPath(name, workspace)) }])
	);
	return Object.fromEntries(paths);
}
async function writeFiles(files, result, attached, diff) {
	let json = (value2) => `${JSON.stringify(value2, null, 2)}
`, write = (key2, text3) => {
		let file = files[key2];
		return file === void 0 ? void 0 : writeFileAtomic(file.path, text3);
	};
	files["sarif-file"] && await write("sarif-file", json(sarifReport(attached))), files["report-file"] && await write("report-file", json(jsonReport(result))), files["fix-file"] && await write("fix-file", diff);
}
function outputsOf({ verdict: verdict2, tally: tally2 }, files) {
	return {
		result: verdict2,
		errors: tally2.errors,
		warnings: tally2.warnings,
		known: tally2.known,
		configs: tally2.configs,
		targets: tally2.targets,
		"failing-pairs": tally2.failing_pairs,
		...Object.fromEntries(Object.entries(files).map(([key2, { name }]) => [key2, name]))
	};
}
function warnings(env) {
	return env.GITHUB_EVENT_NAME === "pull_request_target" ? ["This check needs no pull_request_target: pull_request is enough, and gives a fork no token that can write."] : [];
}
async function nothingFound2(mode, { patterns: patterns2 }, env) {
	let message = `No file matches ${patterns2.map((pattern2) => pattern2.slice(0, 80)).slice(0, 20).join(", ")}.`;
	if (mode === "error") {
		await refuse20(new UserError("usage", message, "if-no-files-found says what is to happen then."), env);
		return;
	}
	let trouble = writeOutputs(noCounts(mode === "warn" ? "warn" : "pass"));
	log(message), trouble !== null && (log(trouble), process.exitCode = 1), mode === "warn" && command(`${commandLine("warning", {}, message)}
`);
}
function noCounts(result) {
	return { result, ...Object.fromEntries(["errors", "warnings", "known", "configs", "targets", "failing-pairs"].map((name) => [name, 0])) };
}
async function refuse20(error, env) {
	let messages = messagesOf(error);
	process.exitCode = 1;
	let trouble = writeOutputs(noCounts("invalid"));
	for (let message of trouble === null ? messages : [...messages, trouble]) log(message);
	!(error instanceof UserError) && isDebug() && error instanceof Error && log(error.stack ?? error.message), await writeSummary(env, invalidSummary(messages));
	let [first] = error instanceof PolicyError ? error.problems : [], at2 = first && {
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
function messagesOf(error) {
	return error instanceof PolicyError ? error.message.split(`
`) : error instanceof UserError ? [inOneLine(error)] : [
		`This is a defect of lp-config-action (${error instanceof Error ? error.name : typeof error}). Please report it: ${ISSUES_URL}. A run with debug logging shows where.`,
		`https://github.com/${REPOSITORY}/blob/v1/docs/policy.md#defects`
	];
}

// action/main.ts
config({ jitless: !0 });
await run(process.env);
