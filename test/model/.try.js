'use strict';
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) =>
	function __require() {
		try {
			return (
				mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod),
				mod.exports
			);
		} catch (e) {
			throw ((mod = 0), e);
		}
	};
var __copyProps = (to, from, except, desc) => {
	if ((from && typeof from === 'object') || typeof from === 'function') {
		for (let key of __getOwnPropNames(from))
			if (!__hasOwnProp.call(to, key) && key !== except)
				__defProp(to, key, {
					get: () => from[key],
					enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable,
				});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (
	(target = mod != null ? __create(__getProtoOf(mod)) : {}),
	__copyProps(
		// If the importer is in node compatibility mode or this is not an ESM
		// file that has been converted to a CommonJS file using a Babel-
		// compatible transform (i.e. "__esModule" has not been set), then set
		// "default" to the CommonJS "module.exports" for node compatibility.
		isNodeMode || !mod || !mod.__esModule
			? __defProp(target, 'default', { value: mod, enumerable: true })
			: target,
		mod,
	)
);

// node_modules/lodash/_basePropertyOf.js
var require_basePropertyOf = __commonJS({
	'node_modules/lodash/_basePropertyOf.js'(exports2, module2) {
		function basePropertyOf(object) {
			return function (key) {
				return object == null ? void 0 : object[key];
			};
		}
		module2.exports = basePropertyOf;
	},
});

// node_modules/lodash/_deburrLetter.js
var require_deburrLetter = __commonJS({
	'node_modules/lodash/_deburrLetter.js'(exports2, module2) {
		var basePropertyOf = require_basePropertyOf();
		var deburredLetters = {
			// Latin-1 Supplement block.
			'\xC0': 'A',
			'\xC1': 'A',
			'\xC2': 'A',
			'\xC3': 'A',
			'\xC4': 'A',
			'\xC5': 'A',
			'\xE0': 'a',
			'\xE1': 'a',
			'\xE2': 'a',
			'\xE3': 'a',
			'\xE4': 'a',
			'\xE5': 'a',
			'\xC7': 'C',
			'\xE7': 'c',
			'\xD0': 'D',
			'\xF0': 'd',
			'\xC8': 'E',
			'\xC9': 'E',
			'\xCA': 'E',
			'\xCB': 'E',
			'\xE8': 'e',
			'\xE9': 'e',
			'\xEA': 'e',
			'\xEB': 'e',
			'\xCC': 'I',
			'\xCD': 'I',
			'\xCE': 'I',
			'\xCF': 'I',
			'\xEC': 'i',
			'\xED': 'i',
			'\xEE': 'i',
			'\xEF': 'i',
			'\xD1': 'N',
			'\xF1': 'n',
			'\xD2': 'O',
			'\xD3': 'O',
			'\xD4': 'O',
			'\xD5': 'O',
			'\xD6': 'O',
			'\xD8': 'O',
			'\xF2': 'o',
			'\xF3': 'o',
			'\xF4': 'o',
			'\xF5': 'o',
			'\xF6': 'o',
			'\xF8': 'o',
			'\xD9': 'U',
			'\xDA': 'U',
			'\xDB': 'U',
			'\xDC': 'U',
			'\xF9': 'u',
			'\xFA': 'u',
			'\xFB': 'u',
			'\xFC': 'u',
			'\xDD': 'Y',
			'\xFD': 'y',
			'\xFF': 'y',
			'\xC6': 'Ae',
			'\xE6': 'ae',
			'\xDE': 'Th',
			'\xFE': 'th',
			'\xDF': 'ss',
			// Latin Extended-A block.
			'\u0100': 'A',
			'\u0102': 'A',
			'\u0104': 'A',
			'\u0101': 'a',
			'\u0103': 'a',
			'\u0105': 'a',
			'\u0106': 'C',
			'\u0108': 'C',
			'\u010A': 'C',
			'\u010C': 'C',
			'\u0107': 'c',
			'\u0109': 'c',
			'\u010B': 'c',
			'\u010D': 'c',
			'\u010E': 'D',
			'\u0110': 'D',
			'\u010F': 'd',
			'\u0111': 'd',
			'\u0112': 'E',
			'\u0114': 'E',
			'\u0116': 'E',
			'\u0118': 'E',
			'\u011A': 'E',
			'\u0113': 'e',
			'\u0115': 'e',
			'\u0117': 'e',
			'\u0119': 'e',
			'\u011B': 'e',
			'\u011C': 'G',
			'\u011E': 'G',
			'\u0120': 'G',
			'\u0122': 'G',
			'\u011D': 'g',
			'\u011F': 'g',
			'\u0121': 'g',
			'\u0123': 'g',
			'\u0124': 'H',
			'\u0126': 'H',
			'\u0125': 'h',
			'\u0127': 'h',
			'\u0128': 'I',
			'\u012A': 'I',
			'\u012C': 'I',
			'\u012E': 'I',
			'\u0130': 'I',
			'\u0129': 'i',
			'\u012B': 'i',
			'\u012D': 'i',
			'\u012F': 'i',
			'\u0131': 'i',
			'\u0134': 'J',
			'\u0135': 'j',
			'\u0136': 'K',
			'\u0137': 'k',
			'\u0138': 'k',
			'\u0139': 'L',
			'\u013B': 'L',
			'\u013D': 'L',
			'\u013F': 'L',
			'\u0141': 'L',
			'\u013A': 'l',
			'\u013C': 'l',
			'\u013E': 'l',
			'\u0140': 'l',
			'\u0142': 'l',
			'\u0143': 'N',
			'\u0145': 'N',
			'\u0147': 'N',
			'\u014A': 'N',
			'\u0144': 'n',
			'\u0146': 'n',
			'\u0148': 'n',
			'\u014B': 'n',
			'\u014C': 'O',
			'\u014E': 'O',
			'\u0150': 'O',
			'\u014D': 'o',
			'\u014F': 'o',
			'\u0151': 'o',
			'\u0154': 'R',
			'\u0156': 'R',
			'\u0158': 'R',
			'\u0155': 'r',
			'\u0157': 'r',
			'\u0159': 'r',
			'\u015A': 'S',
			'\u015C': 'S',
			'\u015E': 'S',
			'\u0160': 'S',
			'\u015B': 's',
			'\u015D': 's',
			'\u015F': 's',
			'\u0161': 's',
			'\u0162': 'T',
			'\u0164': 'T',
			'\u0166': 'T',
			'\u0163': 't',
			'\u0165': 't',
			'\u0167': 't',
			'\u0168': 'U',
			'\u016A': 'U',
			'\u016C': 'U',
			'\u016E': 'U',
			'\u0170': 'U',
			'\u0172': 'U',
			'\u0169': 'u',
			'\u016B': 'u',
			'\u016D': 'u',
			'\u016F': 'u',
			'\u0171': 'u',
			'\u0173': 'u',
			'\u0174': 'W',
			'\u0175': 'w',
			'\u0176': 'Y',
			'\u0177': 'y',
			'\u0178': 'Y',
			'\u0179': 'Z',
			'\u017B': 'Z',
			'\u017D': 'Z',
			'\u017A': 'z',
			'\u017C': 'z',
			'\u017E': 'z',
			'\u0132': 'IJ',
			'\u0133': 'ij',
			'\u0152': 'Oe',
			'\u0153': 'oe',
			'\u0149': "'n",
			'\u017F': 's',
		};
		var deburrLetter = basePropertyOf(deburredLetters);
		module2.exports = deburrLetter;
	},
});

// node_modules/lodash/_freeGlobal.js
var require_freeGlobal = __commonJS({
	'node_modules/lodash/_freeGlobal.js'(exports2, module2) {
		var freeGlobal = typeof global == 'object' && global && global.Object === Object && global;
		module2.exports = freeGlobal;
	},
});

// node_modules/lodash/_root.js
var require_root = __commonJS({
	'node_modules/lodash/_root.js'(exports2, module2) {
		var freeGlobal = require_freeGlobal();
		var freeSelf = typeof self == 'object' && self && self.Object === Object && self;
		var root = freeGlobal || freeSelf || Function('return this')();
		module2.exports = root;
	},
});

// node_modules/lodash/_Symbol.js
var require_Symbol = __commonJS({
	'node_modules/lodash/_Symbol.js'(exports2, module2) {
		var root = require_root();
		var Symbol2 = root.Symbol;
		module2.exports = Symbol2;
	},
});

// node_modules/lodash/_arrayMap.js
var require_arrayMap = __commonJS({
	'node_modules/lodash/_arrayMap.js'(exports2, module2) {
		function arrayMap(array, iteratee) {
			var index = -1,
				length = array == null ? 0 : array.length,
				result = Array(length);
			while (++index < length) {
				result[index] = iteratee(array[index], index, array);
			}
			return result;
		}
		module2.exports = arrayMap;
	},
});

// node_modules/lodash/isArray.js
var require_isArray = __commonJS({
	'node_modules/lodash/isArray.js'(exports2, module2) {
		var isArray = Array.isArray;
		module2.exports = isArray;
	},
});

// node_modules/lodash/_getRawTag.js
var require_getRawTag = __commonJS({
	'node_modules/lodash/_getRawTag.js'(exports2, module2) {
		var Symbol2 = require_Symbol();
		var objectProto = Object.prototype;
		var hasOwnProperty2 = objectProto.hasOwnProperty;
		var nativeObjectToString = objectProto.toString;
		var symToStringTag = Symbol2 ? Symbol2.toStringTag : void 0;
		function getRawTag(value) {
			var isOwn = hasOwnProperty2.call(value, symToStringTag),
				tag = value[symToStringTag];
			try {
				value[symToStringTag] = void 0;
				var unmasked = true;
			} catch (e) {}
			var result = nativeObjectToString.call(value);
			if (unmasked) {
				if (isOwn) {
					value[symToStringTag] = tag;
				} else {
					delete value[symToStringTag];
				}
			}
			return result;
		}
		module2.exports = getRawTag;
	},
});

// node_modules/lodash/_objectToString.js
var require_objectToString = __commonJS({
	'node_modules/lodash/_objectToString.js'(exports2, module2) {
		var objectProto = Object.prototype;
		var nativeObjectToString = objectProto.toString;
		function objectToString(value) {
			return nativeObjectToString.call(value);
		}
		module2.exports = objectToString;
	},
});

// node_modules/lodash/_baseGetTag.js
var require_baseGetTag = __commonJS({
	'node_modules/lodash/_baseGetTag.js'(exports2, module2) {
		var Symbol2 = require_Symbol();
		var getRawTag = require_getRawTag();
		var objectToString = require_objectToString();
		var nullTag = '[object Null]';
		var undefinedTag = '[object Undefined]';
		var symToStringTag = Symbol2 ? Symbol2.toStringTag : void 0;
		function baseGetTag(value) {
			if (value == null) {
				return value === void 0 ? undefinedTag : nullTag;
			}
			return symToStringTag && symToStringTag in Object(value)
				? getRawTag(value)
				: objectToString(value);
		}
		module2.exports = baseGetTag;
	},
});

// node_modules/lodash/isObjectLike.js
var require_isObjectLike = __commonJS({
	'node_modules/lodash/isObjectLike.js'(exports2, module2) {
		function isObjectLike(value) {
			return value != null && typeof value == 'object';
		}
		module2.exports = isObjectLike;
	},
});

// node_modules/lodash/isSymbol.js
var require_isSymbol = __commonJS({
	'node_modules/lodash/isSymbol.js'(exports2, module2) {
		var baseGetTag = require_baseGetTag();
		var isObjectLike = require_isObjectLike();
		var symbolTag = '[object Symbol]';
		function isSymbol(value) {
			return typeof value == 'symbol' || (isObjectLike(value) && baseGetTag(value) == symbolTag);
		}
		module2.exports = isSymbol;
	},
});

// node_modules/lodash/_baseToString.js
var require_baseToString = __commonJS({
	'node_modules/lodash/_baseToString.js'(exports2, module2) {
		var Symbol2 = require_Symbol();
		var arrayMap = require_arrayMap();
		var isArray = require_isArray();
		var isSymbol = require_isSymbol();
		var INFINITY = 1 / 0;
		var symbolProto = Symbol2 ? Symbol2.prototype : void 0;
		var symbolToString = symbolProto ? symbolProto.toString : void 0;
		function baseToString(value) {
			if (typeof value == 'string') {
				return value;
			}
			if (isArray(value)) {
				return arrayMap(value, baseToString) + '';
			}
			if (isSymbol(value)) {
				return symbolToString ? symbolToString.call(value) : '';
			}
			var result = value + '';
			return result == '0' && 1 / value == -INFINITY ? '-0' : result;
		}
		module2.exports = baseToString;
	},
});

// node_modules/lodash/toString.js
var require_toString = __commonJS({
	'node_modules/lodash/toString.js'(exports2, module2) {
		var baseToString = require_baseToString();
		function toString(value) {
			return value == null ? '' : baseToString(value);
		}
		module2.exports = toString;
	},
});

// node_modules/lodash/deburr.js
var require_deburr = __commonJS({
	'node_modules/lodash/deburr.js'(exports2, module2) {
		var deburrLetter = require_deburrLetter();
		var toString = require_toString();
		var reLatin = /[\xc0-\xd6\xd8-\xf6\xf8-\xff\u0100-\u017f]/g;
		var rsComboMarksRange = '\\u0300-\\u036f';
		var reComboHalfMarksRange = '\\ufe20-\\ufe2f';
		var rsComboSymbolsRange = '\\u20d0-\\u20ff';
		var rsComboRange = rsComboMarksRange + reComboHalfMarksRange + rsComboSymbolsRange;
		var rsCombo = '[' + rsComboRange + ']';
		var reComboMark = RegExp(rsCombo, 'g');
		function deburr2(string) {
			string = toString(string);
			return string && string.replace(reLatin, deburrLetter).replace(reComboMark, '');
		}
		module2.exports = deburr2;
	},
});

// node_modules/lodash/_baseClamp.js
var require_baseClamp = __commonJS({
	'node_modules/lodash/_baseClamp.js'(exports2, module2) {
		function baseClamp(number, lower, upper) {
			if (number === number) {
				if (upper !== void 0) {
					number = number <= upper ? number : upper;
				}
				if (lower !== void 0) {
					number = number >= lower ? number : lower;
				}
			}
			return number;
		}
		module2.exports = baseClamp;
	},
});

// node_modules/lodash/_trimmedEndIndex.js
var require_trimmedEndIndex = __commonJS({
	'node_modules/lodash/_trimmedEndIndex.js'(exports2, module2) {
		var reWhitespace = /\s/;
		function trimmedEndIndex(string) {
			var index = string.length;
			while (index-- && reWhitespace.test(string.charAt(index))) {}
			return index;
		}
		module2.exports = trimmedEndIndex;
	},
});

// node_modules/lodash/_baseTrim.js
var require_baseTrim = __commonJS({
	'node_modules/lodash/_baseTrim.js'(exports2, module2) {
		var trimmedEndIndex = require_trimmedEndIndex();
		var reTrimStart = /^\s+/;
		function baseTrim(string) {
			return string
				? string.slice(0, trimmedEndIndex(string) + 1).replace(reTrimStart, '')
				: string;
		}
		module2.exports = baseTrim;
	},
});

// node_modules/lodash/isObject.js
var require_isObject = __commonJS({
	'node_modules/lodash/isObject.js'(exports2, module2) {
		function isObject(value) {
			var type = typeof value;
			return value != null && (type == 'object' || type == 'function');
		}
		module2.exports = isObject;
	},
});

// node_modules/lodash/toNumber.js
var require_toNumber = __commonJS({
	'node_modules/lodash/toNumber.js'(exports2, module2) {
		var baseTrim = require_baseTrim();
		var isObject = require_isObject();
		var isSymbol = require_isSymbol();
		var NAN = 0 / 0;
		var reIsBadHex = /^[-+]0x[0-9a-f]+$/i;
		var reIsBinary = /^0b[01]+$/i;
		var reIsOctal = /^0o[0-7]+$/i;
		var freeParseInt = parseInt;
		function toNumber2(value) {
			if (typeof value == 'number') {
				return value;
			}
			if (isSymbol(value)) {
				return NAN;
			}
			if (isObject(value)) {
				var other = typeof value.valueOf == 'function' ? value.valueOf() : value;
				value = isObject(other) ? other + '' : other;
			}
			if (typeof value != 'string') {
				return value === 0 ? value : +value;
			}
			value = baseTrim(value);
			var isBinary = reIsBinary.test(value);
			return isBinary || reIsOctal.test(value)
				? freeParseInt(value.slice(2), isBinary ? 2 : 8)
				: reIsBadHex.test(value)
					? NAN
					: +value;
		}
		module2.exports = toNumber2;
	},
});

// node_modules/lodash/clamp.js
var require_clamp = __commonJS({
	'node_modules/lodash/clamp.js'(exports2, module2) {
		var baseClamp = require_baseClamp();
		var toNumber2 = require_toNumber();
		function clamp2(number, lower, upper) {
			if (upper === void 0) {
				upper = lower;
				lower = void 0;
			}
			if (upper !== void 0) {
				upper = toNumber2(upper);
				upper = upper === upper ? upper : 0;
			}
			if (lower !== void 0) {
				lower = toNumber2(lower);
				lower = lower === lower ? lower : 0;
			}
			return baseClamp(toNumber2(number), lower, upper);
		}
		module2.exports = clamp2;
	},
});

// node_modules/lodash/_listCacheClear.js
var require_listCacheClear = __commonJS({
	'node_modules/lodash/_listCacheClear.js'(exports2, module2) {
		function listCacheClear() {
			this.__data__ = [];
			this.size = 0;
		}
		module2.exports = listCacheClear;
	},
});

// node_modules/lodash/eq.js
var require_eq = __commonJS({
	'node_modules/lodash/eq.js'(exports2, module2) {
		function eq(value, other) {
			return value === other || (value !== value && other !== other);
		}
		module2.exports = eq;
	},
});

// node_modules/lodash/_assocIndexOf.js
var require_assocIndexOf = __commonJS({
	'node_modules/lodash/_assocIndexOf.js'(exports2, module2) {
		var eq = require_eq();
		function assocIndexOf(array, key) {
			var length = array.length;
			while (length--) {
				if (eq(array[length][0], key)) {
					return length;
				}
			}
			return -1;
		}
		module2.exports = assocIndexOf;
	},
});

// node_modules/lodash/_listCacheDelete.js
var require_listCacheDelete = __commonJS({
	'node_modules/lodash/_listCacheDelete.js'(exports2, module2) {
		var assocIndexOf = require_assocIndexOf();
		var arrayProto = Array.prototype;
		var splice = arrayProto.splice;
		function listCacheDelete(key) {
			var data = this.__data__,
				index = assocIndexOf(data, key);
			if (index < 0) {
				return false;
			}
			var lastIndex = data.length - 1;
			if (index == lastIndex) {
				data.pop();
			} else {
				splice.call(data, index, 1);
			}
			--this.size;
			return true;
		}
		module2.exports = listCacheDelete;
	},
});

// node_modules/lodash/_listCacheGet.js
var require_listCacheGet = __commonJS({
	'node_modules/lodash/_listCacheGet.js'(exports2, module2) {
		var assocIndexOf = require_assocIndexOf();
		function listCacheGet(key) {
			var data = this.__data__,
				index = assocIndexOf(data, key);
			return index < 0 ? void 0 : data[index][1];
		}
		module2.exports = listCacheGet;
	},
});

// node_modules/lodash/_listCacheHas.js
var require_listCacheHas = __commonJS({
	'node_modules/lodash/_listCacheHas.js'(exports2, module2) {
		var assocIndexOf = require_assocIndexOf();
		function listCacheHas(key) {
			return assocIndexOf(this.__data__, key) > -1;
		}
		module2.exports = listCacheHas;
	},
});

// node_modules/lodash/_listCacheSet.js
var require_listCacheSet = __commonJS({
	'node_modules/lodash/_listCacheSet.js'(exports2, module2) {
		var assocIndexOf = require_assocIndexOf();
		function listCacheSet(key, value) {
			var data = this.__data__,
				index = assocIndexOf(data, key);
			if (index < 0) {
				++this.size;
				data.push([key, value]);
			} else {
				data[index][1] = value;
			}
			return this;
		}
		module2.exports = listCacheSet;
	},
});

// node_modules/lodash/_ListCache.js
var require_ListCache = __commonJS({
	'node_modules/lodash/_ListCache.js'(exports2, module2) {
		var listCacheClear = require_listCacheClear();
		var listCacheDelete = require_listCacheDelete();
		var listCacheGet = require_listCacheGet();
		var listCacheHas = require_listCacheHas();
		var listCacheSet = require_listCacheSet();
		function ListCache(entries) {
			var index = -1,
				length = entries == null ? 0 : entries.length;
			this.clear();
			while (++index < length) {
				var entry = entries[index];
				this.set(entry[0], entry[1]);
			}
		}
		ListCache.prototype.clear = listCacheClear;
		ListCache.prototype['delete'] = listCacheDelete;
		ListCache.prototype.get = listCacheGet;
		ListCache.prototype.has = listCacheHas;
		ListCache.prototype.set = listCacheSet;
		module2.exports = ListCache;
	},
});

// node_modules/lodash/_stackClear.js
var require_stackClear = __commonJS({
	'node_modules/lodash/_stackClear.js'(exports2, module2) {
		var ListCache = require_ListCache();
		function stackClear() {
			this.__data__ = new ListCache();
			this.size = 0;
		}
		module2.exports = stackClear;
	},
});

// node_modules/lodash/_stackDelete.js
var require_stackDelete = __commonJS({
	'node_modules/lodash/_stackDelete.js'(exports2, module2) {
		function stackDelete(key) {
			var data = this.__data__,
				result = data['delete'](key);
			this.size = data.size;
			return result;
		}
		module2.exports = stackDelete;
	},
});

// node_modules/lodash/_stackGet.js
var require_stackGet = __commonJS({
	'node_modules/lodash/_stackGet.js'(exports2, module2) {
		function stackGet(key) {
			return this.__data__.get(key);
		}
		module2.exports = stackGet;
	},
});

// node_modules/lodash/_stackHas.js
var require_stackHas = __commonJS({
	'node_modules/lodash/_stackHas.js'(exports2, module2) {
		function stackHas(key) {
			return this.__data__.has(key);
		}
		module2.exports = stackHas;
	},
});

// node_modules/lodash/isFunction.js
var require_isFunction = __commonJS({
	'node_modules/lodash/isFunction.js'(exports2, module2) {
		var baseGetTag = require_baseGetTag();
		var isObject = require_isObject();
		var asyncTag = '[object AsyncFunction]';
		var funcTag = '[object Function]';
		var genTag = '[object GeneratorFunction]';
		var proxyTag = '[object Proxy]';
		function isFunction(value) {
			if (!isObject(value)) {
				return false;
			}
			var tag = baseGetTag(value);
			return tag == funcTag || tag == genTag || tag == asyncTag || tag == proxyTag;
		}
		module2.exports = isFunction;
	},
});

// node_modules/lodash/_coreJsData.js
var require_coreJsData = __commonJS({
	'node_modules/lodash/_coreJsData.js'(exports2, module2) {
		var root = require_root();
		var coreJsData = root['__core-js_shared__'];
		module2.exports = coreJsData;
	},
});

// node_modules/lodash/_isMasked.js
var require_isMasked = __commonJS({
	'node_modules/lodash/_isMasked.js'(exports2, module2) {
		var coreJsData = require_coreJsData();
		var maskSrcKey = (function () {
			var uid = /[^.]+$/.exec((coreJsData && coreJsData.keys && coreJsData.keys.IE_PROTO) || '');
			return uid ? 'Symbol(src)_1.' + uid : '';
		})();
		function isMasked(func) {
			return !!maskSrcKey && maskSrcKey in func;
		}
		module2.exports = isMasked;
	},
});

// node_modules/lodash/_toSource.js
var require_toSource = __commonJS({
	'node_modules/lodash/_toSource.js'(exports2, module2) {
		var funcProto = Function.prototype;
		var funcToString = funcProto.toString;
		function toSource(func) {
			if (func != null) {
				try {
					return funcToString.call(func);
				} catch (e) {}
				try {
					return func + '';
				} catch (e) {}
			}
			return '';
		}
		module2.exports = toSource;
	},
});

// node_modules/lodash/_baseIsNative.js
var require_baseIsNative = __commonJS({
	'node_modules/lodash/_baseIsNative.js'(exports2, module2) {
		var isFunction = require_isFunction();
		var isMasked = require_isMasked();
		var isObject = require_isObject();
		var toSource = require_toSource();
		var reRegExpChar = /[\\^$.*+?()[\]{}|]/g;
		var reIsHostCtor = /^\[object .+?Constructor\]$/;
		var funcProto = Function.prototype;
		var objectProto = Object.prototype;
		var funcToString = funcProto.toString;
		var hasOwnProperty2 = objectProto.hasOwnProperty;
		var reIsNative = RegExp(
			'^' +
				funcToString
					.call(hasOwnProperty2)
					.replace(reRegExpChar, '\\$&')
					.replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g, '$1.*?') +
				'$',
		);
		function baseIsNative(value) {
			if (!isObject(value) || isMasked(value)) {
				return false;
			}
			var pattern = isFunction(value) ? reIsNative : reIsHostCtor;
			return pattern.test(toSource(value));
		}
		module2.exports = baseIsNative;
	},
});

// node_modules/lodash/_getValue.js
var require_getValue = __commonJS({
	'node_modules/lodash/_getValue.js'(exports2, module2) {
		function getValue(object, key) {
			return object == null ? void 0 : object[key];
		}
		module2.exports = getValue;
	},
});

// node_modules/lodash/_getNative.js
var require_getNative = __commonJS({
	'node_modules/lodash/_getNative.js'(exports2, module2) {
		var baseIsNative = require_baseIsNative();
		var getValue = require_getValue();
		function getNative(object, key) {
			var value = getValue(object, key);
			return baseIsNative(value) ? value : void 0;
		}
		module2.exports = getNative;
	},
});

// node_modules/lodash/_Map.js
var require_Map = __commonJS({
	'node_modules/lodash/_Map.js'(exports2, module2) {
		var getNative = require_getNative();
		var root = require_root();
		var Map2 = getNative(root, 'Map');
		module2.exports = Map2;
	},
});

// node_modules/lodash/_nativeCreate.js
var require_nativeCreate = __commonJS({
	'node_modules/lodash/_nativeCreate.js'(exports2, module2) {
		var getNative = require_getNative();
		var nativeCreate = getNative(Object, 'create');
		module2.exports = nativeCreate;
	},
});

// node_modules/lodash/_hashClear.js
var require_hashClear = __commonJS({
	'node_modules/lodash/_hashClear.js'(exports2, module2) {
		var nativeCreate = require_nativeCreate();
		function hashClear() {
			this.__data__ = nativeCreate ? nativeCreate(null) : {};
			this.size = 0;
		}
		module2.exports = hashClear;
	},
});

// node_modules/lodash/_hashDelete.js
var require_hashDelete = __commonJS({
	'node_modules/lodash/_hashDelete.js'(exports2, module2) {
		function hashDelete(key) {
			var result = this.has(key) && delete this.__data__[key];
			this.size -= result ? 1 : 0;
			return result;
		}
		module2.exports = hashDelete;
	},
});

// node_modules/lodash/_hashGet.js
var require_hashGet = __commonJS({
	'node_modules/lodash/_hashGet.js'(exports2, module2) {
		var nativeCreate = require_nativeCreate();
		var HASH_UNDEFINED = '__lodash_hash_undefined__';
		var objectProto = Object.prototype;
		var hasOwnProperty2 = objectProto.hasOwnProperty;
		function hashGet(key) {
			var data = this.__data__;
			if (nativeCreate) {
				var result = data[key];
				return result === HASH_UNDEFINED ? void 0 : result;
			}
			return hasOwnProperty2.call(data, key) ? data[key] : void 0;
		}
		module2.exports = hashGet;
	},
});

// node_modules/lodash/_hashHas.js
var require_hashHas = __commonJS({
	'node_modules/lodash/_hashHas.js'(exports2, module2) {
		var nativeCreate = require_nativeCreate();
		var objectProto = Object.prototype;
		var hasOwnProperty2 = objectProto.hasOwnProperty;
		function hashHas(key) {
			var data = this.__data__;
			return nativeCreate ? data[key] !== void 0 : hasOwnProperty2.call(data, key);
		}
		module2.exports = hashHas;
	},
});

// node_modules/lodash/_hashSet.js
var require_hashSet = __commonJS({
	'node_modules/lodash/_hashSet.js'(exports2, module2) {
		var nativeCreate = require_nativeCreate();
		var HASH_UNDEFINED = '__lodash_hash_undefined__';
		function hashSet(key, value) {
			var data = this.__data__;
			this.size += this.has(key) ? 0 : 1;
			data[key] = nativeCreate && value === void 0 ? HASH_UNDEFINED : value;
			return this;
		}
		module2.exports = hashSet;
	},
});

// node_modules/lodash/_Hash.js
var require_Hash = __commonJS({
	'node_modules/lodash/_Hash.js'(exports2, module2) {
		var hashClear = require_hashClear();
		var hashDelete = require_hashDelete();
		var hashGet = require_hashGet();
		var hashHas = require_hashHas();
		var hashSet = require_hashSet();
		function Hash(entries) {
			var index = -1,
				length = entries == null ? 0 : entries.length;
			this.clear();
			while (++index < length) {
				var entry = entries[index];
				this.set(entry[0], entry[1]);
			}
		}
		Hash.prototype.clear = hashClear;
		Hash.prototype['delete'] = hashDelete;
		Hash.prototype.get = hashGet;
		Hash.prototype.has = hashHas;
		Hash.prototype.set = hashSet;
		module2.exports = Hash;
	},
});

// node_modules/lodash/_mapCacheClear.js
var require_mapCacheClear = __commonJS({
	'node_modules/lodash/_mapCacheClear.js'(exports2, module2) {
		var Hash = require_Hash();
		var ListCache = require_ListCache();
		var Map2 = require_Map();
		function mapCacheClear() {
			this.size = 0;
			this.__data__ = {
				hash: new Hash(),
				map: new (Map2 || ListCache)(),
				string: new Hash(),
			};
		}
		module2.exports = mapCacheClear;
	},
});

// node_modules/lodash/_isKeyable.js
var require_isKeyable = __commonJS({
	'node_modules/lodash/_isKeyable.js'(exports2, module2) {
		function isKeyable(value) {
			var type = typeof value;
			return type == 'string' || type == 'number' || type == 'symbol' || type == 'boolean'
				? value !== '__proto__'
				: value === null;
		}
		module2.exports = isKeyable;
	},
});

// node_modules/lodash/_getMapData.js
var require_getMapData = __commonJS({
	'node_modules/lodash/_getMapData.js'(exports2, module2) {
		var isKeyable = require_isKeyable();
		function getMapData(map, key) {
			var data = map.__data__;
			return isKeyable(key) ? data[typeof key == 'string' ? 'string' : 'hash'] : data.map;
		}
		module2.exports = getMapData;
	},
});

// node_modules/lodash/_mapCacheDelete.js
var require_mapCacheDelete = __commonJS({
	'node_modules/lodash/_mapCacheDelete.js'(exports2, module2) {
		var getMapData = require_getMapData();
		function mapCacheDelete(key) {
			var result = getMapData(this, key)['delete'](key);
			this.size -= result ? 1 : 0;
			return result;
		}
		module2.exports = mapCacheDelete;
	},
});

// node_modules/lodash/_mapCacheGet.js
var require_mapCacheGet = __commonJS({
	'node_modules/lodash/_mapCacheGet.js'(exports2, module2) {
		var getMapData = require_getMapData();
		function mapCacheGet(key) {
			return getMapData(this, key).get(key);
		}
		module2.exports = mapCacheGet;
	},
});

// node_modules/lodash/_mapCacheHas.js
var require_mapCacheHas = __commonJS({
	'node_modules/lodash/_mapCacheHas.js'(exports2, module2) {
		var getMapData = require_getMapData();
		function mapCacheHas(key) {
			return getMapData(this, key).has(key);
		}
		module2.exports = mapCacheHas;
	},
});

// node_modules/lodash/_mapCacheSet.js
var require_mapCacheSet = __commonJS({
	'node_modules/lodash/_mapCacheSet.js'(exports2, module2) {
		var getMapData = require_getMapData();
		function mapCacheSet(key, value) {
			var data = getMapData(this, key),
				size = data.size;
			data.set(key, value);
			this.size += data.size == size ? 0 : 1;
			return this;
		}
		module2.exports = mapCacheSet;
	},
});

// node_modules/lodash/_MapCache.js
var require_MapCache = __commonJS({
	'node_modules/lodash/_MapCache.js'(exports2, module2) {
		var mapCacheClear = require_mapCacheClear();
		var mapCacheDelete = require_mapCacheDelete();
		var mapCacheGet = require_mapCacheGet();
		var mapCacheHas = require_mapCacheHas();
		var mapCacheSet = require_mapCacheSet();
		function MapCache(entries) {
			var index = -1,
				length = entries == null ? 0 : entries.length;
			this.clear();
			while (++index < length) {
				var entry = entries[index];
				this.set(entry[0], entry[1]);
			}
		}
		MapCache.prototype.clear = mapCacheClear;
		MapCache.prototype['delete'] = mapCacheDelete;
		MapCache.prototype.get = mapCacheGet;
		MapCache.prototype.has = mapCacheHas;
		MapCache.prototype.set = mapCacheSet;
		module2.exports = MapCache;
	},
});

// node_modules/lodash/_stackSet.js
var require_stackSet = __commonJS({
	'node_modules/lodash/_stackSet.js'(exports2, module2) {
		var ListCache = require_ListCache();
		var Map2 = require_Map();
		var MapCache = require_MapCache();
		var LARGE_ARRAY_SIZE = 200;
		function stackSet(key, value) {
			var data = this.__data__;
			if (data instanceof ListCache) {
				var pairs = data.__data__;
				if (!Map2 || pairs.length < LARGE_ARRAY_SIZE - 1) {
					pairs.push([key, value]);
					this.size = ++data.size;
					return this;
				}
				data = this.__data__ = new MapCache(pairs);
			}
			data.set(key, value);
			this.size = data.size;
			return this;
		}
		module2.exports = stackSet;
	},
});

// node_modules/lodash/_Stack.js
var require_Stack = __commonJS({
	'node_modules/lodash/_Stack.js'(exports2, module2) {
		var ListCache = require_ListCache();
		var stackClear = require_stackClear();
		var stackDelete = require_stackDelete();
		var stackGet = require_stackGet();
		var stackHas = require_stackHas();
		var stackSet = require_stackSet();
		function Stack(entries) {
			var data = (this.__data__ = new ListCache(entries));
			this.size = data.size;
		}
		Stack.prototype.clear = stackClear;
		Stack.prototype['delete'] = stackDelete;
		Stack.prototype.get = stackGet;
		Stack.prototype.has = stackHas;
		Stack.prototype.set = stackSet;
		module2.exports = Stack;
	},
});

// node_modules/lodash/_arrayEach.js
var require_arrayEach = __commonJS({
	'node_modules/lodash/_arrayEach.js'(exports2, module2) {
		function arrayEach(array, iteratee) {
			var index = -1,
				length = array == null ? 0 : array.length;
			while (++index < length) {
				if (iteratee(array[index], index, array) === false) {
					break;
				}
			}
			return array;
		}
		module2.exports = arrayEach;
	},
});

// node_modules/lodash/_defineProperty.js
var require_defineProperty = __commonJS({
	'node_modules/lodash/_defineProperty.js'(exports2, module2) {
		var getNative = require_getNative();
		var defineProperty = (function () {
			try {
				var func = getNative(Object, 'defineProperty');
				func({}, '', {});
				return func;
			} catch (e) {}
		})();
		module2.exports = defineProperty;
	},
});

// node_modules/lodash/_baseAssignValue.js
var require_baseAssignValue = __commonJS({
	'node_modules/lodash/_baseAssignValue.js'(exports2, module2) {
		var defineProperty = require_defineProperty();
		function baseAssignValue(object, key, value) {
			if (key == '__proto__' && defineProperty) {
				defineProperty(object, key, {
					configurable: true,
					enumerable: true,
					value: value,
					writable: true,
				});
			} else {
				object[key] = value;
			}
		}
		module2.exports = baseAssignValue;
	},
});

// node_modules/lodash/_assignValue.js
var require_assignValue = __commonJS({
	'node_modules/lodash/_assignValue.js'(exports2, module2) {
		var baseAssignValue = require_baseAssignValue();
		var eq = require_eq();
		var objectProto = Object.prototype;
		var hasOwnProperty2 = objectProto.hasOwnProperty;
		function assignValue(object, key, value) {
			var objValue = object[key];
			if (
				!(hasOwnProperty2.call(object, key) && eq(objValue, value)) ||
				(value === void 0 && !(key in object))
			) {
				baseAssignValue(object, key, value);
			}
		}
		module2.exports = assignValue;
	},
});

// node_modules/lodash/_copyObject.js
var require_copyObject = __commonJS({
	'node_modules/lodash/_copyObject.js'(exports2, module2) {
		var assignValue = require_assignValue();
		var baseAssignValue = require_baseAssignValue();
		function copyObject(source, props, object, customizer) {
			var isNew2 = !object;
			object || (object = {});
			var index = -1,
				length = props.length;
			while (++index < length) {
				var key = props[index];
				var newValue = customizer
					? customizer(object[key], source[key], key, object, source)
					: void 0;
				if (newValue === void 0) {
					newValue = source[key];
				}
				if (isNew2) {
					baseAssignValue(object, key, newValue);
				} else {
					assignValue(object, key, newValue);
				}
			}
			return object;
		}
		module2.exports = copyObject;
	},
});

// node_modules/lodash/_baseTimes.js
var require_baseTimes = __commonJS({
	'node_modules/lodash/_baseTimes.js'(exports2, module2) {
		function baseTimes(n2, iteratee) {
			var index = -1,
				result = Array(n2);
			while (++index < n2) {
				result[index] = iteratee(index);
			}
			return result;
		}
		module2.exports = baseTimes;
	},
});

// node_modules/lodash/_baseIsArguments.js
var require_baseIsArguments = __commonJS({
	'node_modules/lodash/_baseIsArguments.js'(exports2, module2) {
		var baseGetTag = require_baseGetTag();
		var isObjectLike = require_isObjectLike();
		var argsTag = '[object Arguments]';
		function baseIsArguments(value) {
			return isObjectLike(value) && baseGetTag(value) == argsTag;
		}
		module2.exports = baseIsArguments;
	},
});

// node_modules/lodash/isArguments.js
var require_isArguments = __commonJS({
	'node_modules/lodash/isArguments.js'(exports2, module2) {
		var baseIsArguments = require_baseIsArguments();
		var isObjectLike = require_isObjectLike();
		var objectProto = Object.prototype;
		var hasOwnProperty2 = objectProto.hasOwnProperty;
		var propertyIsEnumerable = objectProto.propertyIsEnumerable;
		var isArguments = baseIsArguments(
			/* @__PURE__ */ (function () {
				return arguments;
			})(),
		)
			? baseIsArguments
			: function (value) {
					return (
						isObjectLike(value) &&
						hasOwnProperty2.call(value, 'callee') &&
						!propertyIsEnumerable.call(value, 'callee')
					);
				};
		module2.exports = isArguments;
	},
});

// node_modules/lodash/stubFalse.js
var require_stubFalse = __commonJS({
	'node_modules/lodash/stubFalse.js'(exports2, module2) {
		function stubFalse() {
			return false;
		}
		module2.exports = stubFalse;
	},
});

// node_modules/lodash/isBuffer.js
var require_isBuffer = __commonJS({
	'node_modules/lodash/isBuffer.js'(exports2, module2) {
		var root = require_root();
		var stubFalse = require_stubFalse();
		var freeExports = typeof exports2 == 'object' && exports2 && !exports2.nodeType && exports2;
		var freeModule =
			freeExports && typeof module2 == 'object' && module2 && !module2.nodeType && module2;
		var moduleExports = freeModule && freeModule.exports === freeExports;
		var Buffer2 = moduleExports ? root.Buffer : void 0;
		var nativeIsBuffer = Buffer2 ? Buffer2.isBuffer : void 0;
		var isBuffer = nativeIsBuffer || stubFalse;
		module2.exports = isBuffer;
	},
});

// node_modules/lodash/_isIndex.js
var require_isIndex = __commonJS({
	'node_modules/lodash/_isIndex.js'(exports2, module2) {
		var MAX_SAFE_INTEGER = 9007199254740991;
		var reIsUint = /^(?:0|[1-9]\d*)$/;
		function isIndex(value, length) {
			var type = typeof value;
			length = length == null ? MAX_SAFE_INTEGER : length;
			return (
				!!length &&
				(type == 'number' || (type != 'symbol' && reIsUint.test(value))) &&
				value > -1 &&
				value % 1 == 0 &&
				value < length
			);
		}
		module2.exports = isIndex;
	},
});

// node_modules/lodash/isLength.js
var require_isLength = __commonJS({
	'node_modules/lodash/isLength.js'(exports2, module2) {
		var MAX_SAFE_INTEGER = 9007199254740991;
		function isLength(value) {
			return typeof value == 'number' && value > -1 && value % 1 == 0 && value <= MAX_SAFE_INTEGER;
		}
		module2.exports = isLength;
	},
});

// node_modules/lodash/_baseIsTypedArray.js
var require_baseIsTypedArray = __commonJS({
	'node_modules/lodash/_baseIsTypedArray.js'(exports2, module2) {
		var baseGetTag = require_baseGetTag();
		var isLength = require_isLength();
		var isObjectLike = require_isObjectLike();
		var argsTag = '[object Arguments]';
		var arrayTag = '[object Array]';
		var boolTag = '[object Boolean]';
		var dateTag = '[object Date]';
		var errorTag = '[object Error]';
		var funcTag = '[object Function]';
		var mapTag = '[object Map]';
		var numberTag = '[object Number]';
		var objectTag = '[object Object]';
		var regexpTag = '[object RegExp]';
		var setTag = '[object Set]';
		var stringTag = '[object String]';
		var weakMapTag = '[object WeakMap]';
		var arrayBufferTag = '[object ArrayBuffer]';
		var dataViewTag = '[object DataView]';
		var float32Tag = '[object Float32Array]';
		var float64Tag = '[object Float64Array]';
		var int8Tag = '[object Int8Array]';
		var int16Tag = '[object Int16Array]';
		var int32Tag = '[object Int32Array]';
		var uint8Tag = '[object Uint8Array]';
		var uint8ClampedTag = '[object Uint8ClampedArray]';
		var uint16Tag = '[object Uint16Array]';
		var uint32Tag = '[object Uint32Array]';
		var typedArrayTags = {};
		typedArrayTags[float32Tag] =
			typedArrayTags[float64Tag] =
			typedArrayTags[int8Tag] =
			typedArrayTags[int16Tag] =
			typedArrayTags[int32Tag] =
			typedArrayTags[uint8Tag] =
			typedArrayTags[uint8ClampedTag] =
			typedArrayTags[uint16Tag] =
			typedArrayTags[uint32Tag] =
				true;
		typedArrayTags[argsTag] =
			typedArrayTags[arrayTag] =
			typedArrayTags[arrayBufferTag] =
			typedArrayTags[boolTag] =
			typedArrayTags[dataViewTag] =
			typedArrayTags[dateTag] =
			typedArrayTags[errorTag] =
			typedArrayTags[funcTag] =
			typedArrayTags[mapTag] =
			typedArrayTags[numberTag] =
			typedArrayTags[objectTag] =
			typedArrayTags[regexpTag] =
			typedArrayTags[setTag] =
			typedArrayTags[stringTag] =
			typedArrayTags[weakMapTag] =
				false;
		function baseIsTypedArray(value) {
			return isObjectLike(value) && isLength(value.length) && !!typedArrayTags[baseGetTag(value)];
		}
		module2.exports = baseIsTypedArray;
	},
});

// node_modules/lodash/_baseUnary.js
var require_baseUnary = __commonJS({
	'node_modules/lodash/_baseUnary.js'(exports2, module2) {
		function baseUnary(func) {
			return function (value) {
				return func(value);
			};
		}
		module2.exports = baseUnary;
	},
});

// node_modules/lodash/_nodeUtil.js
var require_nodeUtil = __commonJS({
	'node_modules/lodash/_nodeUtil.js'(exports2, module2) {
		var freeGlobal = require_freeGlobal();
		var freeExports = typeof exports2 == 'object' && exports2 && !exports2.nodeType && exports2;
		var freeModule =
			freeExports && typeof module2 == 'object' && module2 && !module2.nodeType && module2;
		var moduleExports = freeModule && freeModule.exports === freeExports;
		var freeProcess = moduleExports && freeGlobal.process;
		var nodeUtil = (function () {
			try {
				var types = freeModule && freeModule.require && freeModule.require('util').types;
				if (types) {
					return types;
				}
				return freeProcess && freeProcess.binding && freeProcess.binding('util');
			} catch (e) {}
		})();
		module2.exports = nodeUtil;
	},
});

// node_modules/lodash/isTypedArray.js
var require_isTypedArray = __commonJS({
	'node_modules/lodash/isTypedArray.js'(exports2, module2) {
		var baseIsTypedArray = require_baseIsTypedArray();
		var baseUnary = require_baseUnary();
		var nodeUtil = require_nodeUtil();
		var nodeIsTypedArray = nodeUtil && nodeUtil.isTypedArray;
		var isTypedArray = nodeIsTypedArray ? baseUnary(nodeIsTypedArray) : baseIsTypedArray;
		module2.exports = isTypedArray;
	},
});

// node_modules/lodash/_arrayLikeKeys.js
var require_arrayLikeKeys = __commonJS({
	'node_modules/lodash/_arrayLikeKeys.js'(exports2, module2) {
		var baseTimes = require_baseTimes();
		var isArguments = require_isArguments();
		var isArray = require_isArray();
		var isBuffer = require_isBuffer();
		var isIndex = require_isIndex();
		var isTypedArray = require_isTypedArray();
		var objectProto = Object.prototype;
		var hasOwnProperty2 = objectProto.hasOwnProperty;
		function arrayLikeKeys(value, inherited) {
			var isArr = isArray(value),
				isArg = !isArr && isArguments(value),
				isBuff = !isArr && !isArg && isBuffer(value),
				isType = !isArr && !isArg && !isBuff && isTypedArray(value),
				skipIndexes = isArr || isArg || isBuff || isType,
				result = skipIndexes ? baseTimes(value.length, String) : [],
				length = result.length;
			for (var key in value) {
				if (
					(inherited || hasOwnProperty2.call(value, key)) &&
					!(
						skipIndexes && // Safari 9 has enumerable `arguments.length` in strict mode.
						(key == 'length' || // Node.js 0.10 has enumerable non-index properties on buffers.
							(isBuff && (key == 'offset' || key == 'parent')) || // PhantomJS 2 has enumerable non-index properties on typed arrays.
							(isType && (key == 'buffer' || key == 'byteLength' || key == 'byteOffset')) || // Skip index properties.
							isIndex(key, length))
					)
				) {
					result.push(key);
				}
			}
			return result;
		}
		module2.exports = arrayLikeKeys;
	},
});

// node_modules/lodash/_isPrototype.js
var require_isPrototype = __commonJS({
	'node_modules/lodash/_isPrototype.js'(exports2, module2) {
		var objectProto = Object.prototype;
		function isPrototype(value) {
			var Ctor = value && value.constructor,
				proto = (typeof Ctor == 'function' && Ctor.prototype) || objectProto;
			return value === proto;
		}
		module2.exports = isPrototype;
	},
});

// node_modules/lodash/_overArg.js
var require_overArg = __commonJS({
	'node_modules/lodash/_overArg.js'(exports2, module2) {
		function overArg(func, transform) {
			return function (arg) {
				return func(transform(arg));
			};
		}
		module2.exports = overArg;
	},
});

// node_modules/lodash/_nativeKeys.js
var require_nativeKeys = __commonJS({
	'node_modules/lodash/_nativeKeys.js'(exports2, module2) {
		var overArg = require_overArg();
		var nativeKeys = overArg(Object.keys, Object);
		module2.exports = nativeKeys;
	},
});

// node_modules/lodash/_baseKeys.js
var require_baseKeys = __commonJS({
	'node_modules/lodash/_baseKeys.js'(exports2, module2) {
		var isPrototype = require_isPrototype();
		var nativeKeys = require_nativeKeys();
		var objectProto = Object.prototype;
		var hasOwnProperty2 = objectProto.hasOwnProperty;
		function baseKeys(object) {
			if (!isPrototype(object)) {
				return nativeKeys(object);
			}
			var result = [];
			for (var key in Object(object)) {
				if (hasOwnProperty2.call(object, key) && key != 'constructor') {
					result.push(key);
				}
			}
			return result;
		}
		module2.exports = baseKeys;
	},
});

// node_modules/lodash/isArrayLike.js
var require_isArrayLike = __commonJS({
	'node_modules/lodash/isArrayLike.js'(exports2, module2) {
		var isFunction = require_isFunction();
		var isLength = require_isLength();
		function isArrayLike(value) {
			return value != null && isLength(value.length) && !isFunction(value);
		}
		module2.exports = isArrayLike;
	},
});

// node_modules/lodash/keys.js
var require_keys = __commonJS({
	'node_modules/lodash/keys.js'(exports2, module2) {
		var arrayLikeKeys = require_arrayLikeKeys();
		var baseKeys = require_baseKeys();
		var isArrayLike = require_isArrayLike();
		function keys(object) {
			return isArrayLike(object) ? arrayLikeKeys(object) : baseKeys(object);
		}
		module2.exports = keys;
	},
});

// node_modules/lodash/_baseAssign.js
var require_baseAssign = __commonJS({
	'node_modules/lodash/_baseAssign.js'(exports2, module2) {
		var copyObject = require_copyObject();
		var keys = require_keys();
		function baseAssign(object, source) {
			return object && copyObject(source, keys(source), object);
		}
		module2.exports = baseAssign;
	},
});

// node_modules/lodash/_nativeKeysIn.js
var require_nativeKeysIn = __commonJS({
	'node_modules/lodash/_nativeKeysIn.js'(exports2, module2) {
		function nativeKeysIn(object) {
			var result = [];
			if (object != null) {
				for (var key in Object(object)) {
					result.push(key);
				}
			}
			return result;
		}
		module2.exports = nativeKeysIn;
	},
});

// node_modules/lodash/_baseKeysIn.js
var require_baseKeysIn = __commonJS({
	'node_modules/lodash/_baseKeysIn.js'(exports2, module2) {
		var isObject = require_isObject();
		var isPrototype = require_isPrototype();
		var nativeKeysIn = require_nativeKeysIn();
		var objectProto = Object.prototype;
		var hasOwnProperty2 = objectProto.hasOwnProperty;
		function baseKeysIn(object) {
			if (!isObject(object)) {
				return nativeKeysIn(object);
			}
			var isProto = isPrototype(object),
				result = [];
			for (var key in object) {
				if (!(key == 'constructor' && (isProto || !hasOwnProperty2.call(object, key)))) {
					result.push(key);
				}
			}
			return result;
		}
		module2.exports = baseKeysIn;
	},
});

// node_modules/lodash/keysIn.js
var require_keysIn = __commonJS({
	'node_modules/lodash/keysIn.js'(exports2, module2) {
		var arrayLikeKeys = require_arrayLikeKeys();
		var baseKeysIn = require_baseKeysIn();
		var isArrayLike = require_isArrayLike();
		function keysIn(object) {
			return isArrayLike(object) ? arrayLikeKeys(object, true) : baseKeysIn(object);
		}
		module2.exports = keysIn;
	},
});

// node_modules/lodash/_baseAssignIn.js
var require_baseAssignIn = __commonJS({
	'node_modules/lodash/_baseAssignIn.js'(exports2, module2) {
		var copyObject = require_copyObject();
		var keysIn = require_keysIn();
		function baseAssignIn(object, source) {
			return object && copyObject(source, keysIn(source), object);
		}
		module2.exports = baseAssignIn;
	},
});

// node_modules/lodash/_cloneBuffer.js
var require_cloneBuffer = __commonJS({
	'node_modules/lodash/_cloneBuffer.js'(exports2, module2) {
		var root = require_root();
		var freeExports = typeof exports2 == 'object' && exports2 && !exports2.nodeType && exports2;
		var freeModule =
			freeExports && typeof module2 == 'object' && module2 && !module2.nodeType && module2;
		var moduleExports = freeModule && freeModule.exports === freeExports;
		var Buffer2 = moduleExports ? root.Buffer : void 0;
		var allocUnsafe = Buffer2 ? Buffer2.allocUnsafe : void 0;
		function cloneBuffer(buffer, isDeep) {
			if (isDeep) {
				return buffer.slice();
			}
			var length = buffer.length,
				result = allocUnsafe ? allocUnsafe(length) : new buffer.constructor(length);
			buffer.copy(result);
			return result;
		}
		module2.exports = cloneBuffer;
	},
});

// node_modules/lodash/_copyArray.js
var require_copyArray = __commonJS({
	'node_modules/lodash/_copyArray.js'(exports2, module2) {
		function copyArray(source, array) {
			var index = -1,
				length = source.length;
			array || (array = Array(length));
			while (++index < length) {
				array[index] = source[index];
			}
			return array;
		}
		module2.exports = copyArray;
	},
});

// node_modules/lodash/_arrayFilter.js
var require_arrayFilter = __commonJS({
	'node_modules/lodash/_arrayFilter.js'(exports2, module2) {
		function arrayFilter(array, predicate) {
			var index = -1,
				length = array == null ? 0 : array.length,
				resIndex = 0,
				result = [];
			while (++index < length) {
				var value = array[index];
				if (predicate(value, index, array)) {
					result[resIndex++] = value;
				}
			}
			return result;
		}
		module2.exports = arrayFilter;
	},
});

// node_modules/lodash/stubArray.js
var require_stubArray = __commonJS({
	'node_modules/lodash/stubArray.js'(exports2, module2) {
		function stubArray() {
			return [];
		}
		module2.exports = stubArray;
	},
});

// node_modules/lodash/_getSymbols.js
var require_getSymbols = __commonJS({
	'node_modules/lodash/_getSymbols.js'(exports2, module2) {
		var arrayFilter = require_arrayFilter();
		var stubArray = require_stubArray();
		var objectProto = Object.prototype;
		var propertyIsEnumerable = objectProto.propertyIsEnumerable;
		var nativeGetSymbols = Object.getOwnPropertySymbols;
		var getSymbols = !nativeGetSymbols
			? stubArray
			: function (object) {
					if (object == null) {
						return [];
					}
					object = Object(object);
					return arrayFilter(nativeGetSymbols(object), function (symbol) {
						return propertyIsEnumerable.call(object, symbol);
					});
				};
		module2.exports = getSymbols;
	},
});

// node_modules/lodash/_copySymbols.js
var require_copySymbols = __commonJS({
	'node_modules/lodash/_copySymbols.js'(exports2, module2) {
		var copyObject = require_copyObject();
		var getSymbols = require_getSymbols();
		function copySymbols(source, object) {
			return copyObject(source, getSymbols(source), object);
		}
		module2.exports = copySymbols;
	},
});

// node_modules/lodash/_arrayPush.js
var require_arrayPush = __commonJS({
	'node_modules/lodash/_arrayPush.js'(exports2, module2) {
		function arrayPush(array, values) {
			var index = -1,
				length = values.length,
				offset2 = array.length;
			while (++index < length) {
				array[offset2 + index] = values[index];
			}
			return array;
		}
		module2.exports = arrayPush;
	},
});

// node_modules/lodash/_getPrototype.js
var require_getPrototype = __commonJS({
	'node_modules/lodash/_getPrototype.js'(exports2, module2) {
		var overArg = require_overArg();
		var getPrototype = overArg(Object.getPrototypeOf, Object);
		module2.exports = getPrototype;
	},
});

// node_modules/lodash/_getSymbolsIn.js
var require_getSymbolsIn = __commonJS({
	'node_modules/lodash/_getSymbolsIn.js'(exports2, module2) {
		var arrayPush = require_arrayPush();
		var getPrototype = require_getPrototype();
		var getSymbols = require_getSymbols();
		var stubArray = require_stubArray();
		var nativeGetSymbols = Object.getOwnPropertySymbols;
		var getSymbolsIn = !nativeGetSymbols
			? stubArray
			: function (object) {
					var result = [];
					while (object) {
						arrayPush(result, getSymbols(object));
						object = getPrototype(object);
					}
					return result;
				};
		module2.exports = getSymbolsIn;
	},
});

// node_modules/lodash/_copySymbolsIn.js
var require_copySymbolsIn = __commonJS({
	'node_modules/lodash/_copySymbolsIn.js'(exports2, module2) {
		var copyObject = require_copyObject();
		var getSymbolsIn = require_getSymbolsIn();
		function copySymbolsIn(source, object) {
			return copyObject(source, getSymbolsIn(source), object);
		}
		module2.exports = copySymbolsIn;
	},
});

// node_modules/lodash/_baseGetAllKeys.js
var require_baseGetAllKeys = __commonJS({
	'node_modules/lodash/_baseGetAllKeys.js'(exports2, module2) {
		var arrayPush = require_arrayPush();
		var isArray = require_isArray();
		function baseGetAllKeys(object, keysFunc, symbolsFunc) {
			var result = keysFunc(object);
			return isArray(object) ? result : arrayPush(result, symbolsFunc(object));
		}
		module2.exports = baseGetAllKeys;
	},
});

// node_modules/lodash/_getAllKeys.js
var require_getAllKeys = __commonJS({
	'node_modules/lodash/_getAllKeys.js'(exports2, module2) {
		var baseGetAllKeys = require_baseGetAllKeys();
		var getSymbols = require_getSymbols();
		var keys = require_keys();
		function getAllKeys(object) {
			return baseGetAllKeys(object, keys, getSymbols);
		}
		module2.exports = getAllKeys;
	},
});

// node_modules/lodash/_getAllKeysIn.js
var require_getAllKeysIn = __commonJS({
	'node_modules/lodash/_getAllKeysIn.js'(exports2, module2) {
		var baseGetAllKeys = require_baseGetAllKeys();
		var getSymbolsIn = require_getSymbolsIn();
		var keysIn = require_keysIn();
		function getAllKeysIn(object) {
			return baseGetAllKeys(object, keysIn, getSymbolsIn);
		}
		module2.exports = getAllKeysIn;
	},
});

// node_modules/lodash/_DataView.js
var require_DataView = __commonJS({
	'node_modules/lodash/_DataView.js'(exports2, module2) {
		var getNative = require_getNative();
		var root = require_root();
		var DataView = getNative(root, 'DataView');
		module2.exports = DataView;
	},
});

// node_modules/lodash/_Promise.js
var require_Promise = __commonJS({
	'node_modules/lodash/_Promise.js'(exports2, module2) {
		var getNative = require_getNative();
		var root = require_root();
		var Promise2 = getNative(root, 'Promise');
		module2.exports = Promise2;
	},
});

// node_modules/lodash/_Set.js
var require_Set = __commonJS({
	'node_modules/lodash/_Set.js'(exports2, module2) {
		var getNative = require_getNative();
		var root = require_root();
		var Set2 = getNative(root, 'Set');
		module2.exports = Set2;
	},
});

// node_modules/lodash/_WeakMap.js
var require_WeakMap = __commonJS({
	'node_modules/lodash/_WeakMap.js'(exports2, module2) {
		var getNative = require_getNative();
		var root = require_root();
		var WeakMap = getNative(root, 'WeakMap');
		module2.exports = WeakMap;
	},
});

// node_modules/lodash/_getTag.js
var require_getTag = __commonJS({
	'node_modules/lodash/_getTag.js'(exports2, module2) {
		var DataView = require_DataView();
		var Map2 = require_Map();
		var Promise2 = require_Promise();
		var Set2 = require_Set();
		var WeakMap = require_WeakMap();
		var baseGetTag = require_baseGetTag();
		var toSource = require_toSource();
		var mapTag = '[object Map]';
		var objectTag = '[object Object]';
		var promiseTag = '[object Promise]';
		var setTag = '[object Set]';
		var weakMapTag = '[object WeakMap]';
		var dataViewTag = '[object DataView]';
		var dataViewCtorString = toSource(DataView);
		var mapCtorString = toSource(Map2);
		var promiseCtorString = toSource(Promise2);
		var setCtorString = toSource(Set2);
		var weakMapCtorString = toSource(WeakMap);
		var getTag = baseGetTag;
		if (
			(DataView && getTag(new DataView(new ArrayBuffer(1))) != dataViewTag) ||
			(Map2 && getTag(new Map2()) != mapTag) ||
			(Promise2 && getTag(Promise2.resolve()) != promiseTag) ||
			(Set2 && getTag(new Set2()) != setTag) ||
			(WeakMap && getTag(new WeakMap()) != weakMapTag)
		) {
			getTag = function (value) {
				var result = baseGetTag(value),
					Ctor = result == objectTag ? value.constructor : void 0,
					ctorString = Ctor ? toSource(Ctor) : '';
				if (ctorString) {
					switch (ctorString) {
						case dataViewCtorString:
							return dataViewTag;
						case mapCtorString:
							return mapTag;
						case promiseCtorString:
							return promiseTag;
						case setCtorString:
							return setTag;
						case weakMapCtorString:
							return weakMapTag;
					}
				}
				return result;
			};
		}
		module2.exports = getTag;
	},
});

// node_modules/lodash/_initCloneArray.js
var require_initCloneArray = __commonJS({
	'node_modules/lodash/_initCloneArray.js'(exports2, module2) {
		var objectProto = Object.prototype;
		var hasOwnProperty2 = objectProto.hasOwnProperty;
		function initCloneArray(array) {
			var length = array.length,
				result = new array.constructor(length);
			if (length && typeof array[0] == 'string' && hasOwnProperty2.call(array, 'index')) {
				result.index = array.index;
				result.input = array.input;
			}
			return result;
		}
		module2.exports = initCloneArray;
	},
});

// node_modules/lodash/_Uint8Array.js
var require_Uint8Array = __commonJS({
	'node_modules/lodash/_Uint8Array.js'(exports2, module2) {
		var root = require_root();
		var Uint8Array2 = root.Uint8Array;
		module2.exports = Uint8Array2;
	},
});

// node_modules/lodash/_cloneArrayBuffer.js
var require_cloneArrayBuffer = __commonJS({
	'node_modules/lodash/_cloneArrayBuffer.js'(exports2, module2) {
		var Uint8Array2 = require_Uint8Array();
		function cloneArrayBuffer(arrayBuffer) {
			var result = new arrayBuffer.constructor(arrayBuffer.byteLength);
			new Uint8Array2(result).set(new Uint8Array2(arrayBuffer));
			return result;
		}
		module2.exports = cloneArrayBuffer;
	},
});

// node_modules/lodash/_cloneDataView.js
var require_cloneDataView = __commonJS({
	'node_modules/lodash/_cloneDataView.js'(exports2, module2) {
		var cloneArrayBuffer = require_cloneArrayBuffer();
		function cloneDataView(dataView, isDeep) {
			var buffer = isDeep ? cloneArrayBuffer(dataView.buffer) : dataView.buffer;
			return new dataView.constructor(buffer, dataView.byteOffset, dataView.byteLength);
		}
		module2.exports = cloneDataView;
	},
});

// node_modules/lodash/_cloneRegExp.js
var require_cloneRegExp = __commonJS({
	'node_modules/lodash/_cloneRegExp.js'(exports2, module2) {
		var reFlags = /\w*$/;
		function cloneRegExp(regexp) {
			var result = new regexp.constructor(regexp.source, reFlags.exec(regexp));
			result.lastIndex = regexp.lastIndex;
			return result;
		}
		module2.exports = cloneRegExp;
	},
});

// node_modules/lodash/_cloneSymbol.js
var require_cloneSymbol = __commonJS({
	'node_modules/lodash/_cloneSymbol.js'(exports2, module2) {
		var Symbol2 = require_Symbol();
		var symbolProto = Symbol2 ? Symbol2.prototype : void 0;
		var symbolValueOf = symbolProto ? symbolProto.valueOf : void 0;
		function cloneSymbol(symbol) {
			return symbolValueOf ? Object(symbolValueOf.call(symbol)) : {};
		}
		module2.exports = cloneSymbol;
	},
});

// node_modules/lodash/_cloneTypedArray.js
var require_cloneTypedArray = __commonJS({
	'node_modules/lodash/_cloneTypedArray.js'(exports2, module2) {
		var cloneArrayBuffer = require_cloneArrayBuffer();
		function cloneTypedArray(typedArray, isDeep) {
			var buffer = isDeep ? cloneArrayBuffer(typedArray.buffer) : typedArray.buffer;
			return new typedArray.constructor(buffer, typedArray.byteOffset, typedArray.length);
		}
		module2.exports = cloneTypedArray;
	},
});

// node_modules/lodash/_initCloneByTag.js
var require_initCloneByTag = __commonJS({
	'node_modules/lodash/_initCloneByTag.js'(exports2, module2) {
		var cloneArrayBuffer = require_cloneArrayBuffer();
		var cloneDataView = require_cloneDataView();
		var cloneRegExp = require_cloneRegExp();
		var cloneSymbol = require_cloneSymbol();
		var cloneTypedArray = require_cloneTypedArray();
		var boolTag = '[object Boolean]';
		var dateTag = '[object Date]';
		var mapTag = '[object Map]';
		var numberTag = '[object Number]';
		var regexpTag = '[object RegExp]';
		var setTag = '[object Set]';
		var stringTag = '[object String]';
		var symbolTag = '[object Symbol]';
		var arrayBufferTag = '[object ArrayBuffer]';
		var dataViewTag = '[object DataView]';
		var float32Tag = '[object Float32Array]';
		var float64Tag = '[object Float64Array]';
		var int8Tag = '[object Int8Array]';
		var int16Tag = '[object Int16Array]';
		var int32Tag = '[object Int32Array]';
		var uint8Tag = '[object Uint8Array]';
		var uint8ClampedTag = '[object Uint8ClampedArray]';
		var uint16Tag = '[object Uint16Array]';
		var uint32Tag = '[object Uint32Array]';
		function initCloneByTag(object, tag, isDeep) {
			var Ctor = object.constructor;
			switch (tag) {
				case arrayBufferTag:
					return cloneArrayBuffer(object);
				case boolTag:
				case dateTag:
					return new Ctor(+object);
				case dataViewTag:
					return cloneDataView(object, isDeep);
				case float32Tag:
				case float64Tag:
				case int8Tag:
				case int16Tag:
				case int32Tag:
				case uint8Tag:
				case uint8ClampedTag:
				case uint16Tag:
				case uint32Tag:
					return cloneTypedArray(object, isDeep);
				case mapTag:
					return new Ctor();
				case numberTag:
				case stringTag:
					return new Ctor(object);
				case regexpTag:
					return cloneRegExp(object);
				case setTag:
					return new Ctor();
				case symbolTag:
					return cloneSymbol(object);
			}
		}
		module2.exports = initCloneByTag;
	},
});

// node_modules/lodash/_baseCreate.js
var require_baseCreate = __commonJS({
	'node_modules/lodash/_baseCreate.js'(exports2, module2) {
		var isObject = require_isObject();
		var objectCreate = Object.create;
		var baseCreate = /* @__PURE__ */ (function () {
			function object() {}
			return function (proto) {
				if (!isObject(proto)) {
					return {};
				}
				if (objectCreate) {
					return objectCreate(proto);
				}
				object.prototype = proto;
				var result = new object();
				object.prototype = void 0;
				return result;
			};
		})();
		module2.exports = baseCreate;
	},
});

// node_modules/lodash/_initCloneObject.js
var require_initCloneObject = __commonJS({
	'node_modules/lodash/_initCloneObject.js'(exports2, module2) {
		var baseCreate = require_baseCreate();
		var getPrototype = require_getPrototype();
		var isPrototype = require_isPrototype();
		function initCloneObject(object) {
			return typeof object.constructor == 'function' && !isPrototype(object)
				? baseCreate(getPrototype(object))
				: {};
		}
		module2.exports = initCloneObject;
	},
});

// node_modules/lodash/_baseIsMap.js
var require_baseIsMap = __commonJS({
	'node_modules/lodash/_baseIsMap.js'(exports2, module2) {
		var getTag = require_getTag();
		var isObjectLike = require_isObjectLike();
		var mapTag = '[object Map]';
		function baseIsMap(value) {
			return isObjectLike(value) && getTag(value) == mapTag;
		}
		module2.exports = baseIsMap;
	},
});

// node_modules/lodash/isMap.js
var require_isMap = __commonJS({
	'node_modules/lodash/isMap.js'(exports2, module2) {
		var baseIsMap = require_baseIsMap();
		var baseUnary = require_baseUnary();
		var nodeUtil = require_nodeUtil();
		var nodeIsMap = nodeUtil && nodeUtil.isMap;
		var isMap = nodeIsMap ? baseUnary(nodeIsMap) : baseIsMap;
		module2.exports = isMap;
	},
});

// node_modules/lodash/_baseIsSet.js
var require_baseIsSet = __commonJS({
	'node_modules/lodash/_baseIsSet.js'(exports2, module2) {
		var getTag = require_getTag();
		var isObjectLike = require_isObjectLike();
		var setTag = '[object Set]';
		function baseIsSet(value) {
			return isObjectLike(value) && getTag(value) == setTag;
		}
		module2.exports = baseIsSet;
	},
});

// node_modules/lodash/isSet.js
var require_isSet = __commonJS({
	'node_modules/lodash/isSet.js'(exports2, module2) {
		var baseIsSet = require_baseIsSet();
		var baseUnary = require_baseUnary();
		var nodeUtil = require_nodeUtil();
		var nodeIsSet = nodeUtil && nodeUtil.isSet;
		var isSet = nodeIsSet ? baseUnary(nodeIsSet) : baseIsSet;
		module2.exports = isSet;
	},
});

// node_modules/lodash/_baseClone.js
var require_baseClone = __commonJS({
	'node_modules/lodash/_baseClone.js'(exports2, module2) {
		var Stack = require_Stack();
		var arrayEach = require_arrayEach();
		var assignValue = require_assignValue();
		var baseAssign = require_baseAssign();
		var baseAssignIn = require_baseAssignIn();
		var cloneBuffer = require_cloneBuffer();
		var copyArray = require_copyArray();
		var copySymbols = require_copySymbols();
		var copySymbolsIn = require_copySymbolsIn();
		var getAllKeys = require_getAllKeys();
		var getAllKeysIn = require_getAllKeysIn();
		var getTag = require_getTag();
		var initCloneArray = require_initCloneArray();
		var initCloneByTag = require_initCloneByTag();
		var initCloneObject = require_initCloneObject();
		var isArray = require_isArray();
		var isBuffer = require_isBuffer();
		var isMap = require_isMap();
		var isObject = require_isObject();
		var isSet = require_isSet();
		var keys = require_keys();
		var keysIn = require_keysIn();
		var CLONE_DEEP_FLAG = 1;
		var CLONE_FLAT_FLAG = 2;
		var CLONE_SYMBOLS_FLAG = 4;
		var argsTag = '[object Arguments]';
		var arrayTag = '[object Array]';
		var boolTag = '[object Boolean]';
		var dateTag = '[object Date]';
		var errorTag = '[object Error]';
		var funcTag = '[object Function]';
		var genTag = '[object GeneratorFunction]';
		var mapTag = '[object Map]';
		var numberTag = '[object Number]';
		var objectTag = '[object Object]';
		var regexpTag = '[object RegExp]';
		var setTag = '[object Set]';
		var stringTag = '[object String]';
		var symbolTag = '[object Symbol]';
		var weakMapTag = '[object WeakMap]';
		var arrayBufferTag = '[object ArrayBuffer]';
		var dataViewTag = '[object DataView]';
		var float32Tag = '[object Float32Array]';
		var float64Tag = '[object Float64Array]';
		var int8Tag = '[object Int8Array]';
		var int16Tag = '[object Int16Array]';
		var int32Tag = '[object Int32Array]';
		var uint8Tag = '[object Uint8Array]';
		var uint8ClampedTag = '[object Uint8ClampedArray]';
		var uint16Tag = '[object Uint16Array]';
		var uint32Tag = '[object Uint32Array]';
		var cloneableTags = {};
		cloneableTags[argsTag] =
			cloneableTags[arrayTag] =
			cloneableTags[arrayBufferTag] =
			cloneableTags[dataViewTag] =
			cloneableTags[boolTag] =
			cloneableTags[dateTag] =
			cloneableTags[float32Tag] =
			cloneableTags[float64Tag] =
			cloneableTags[int8Tag] =
			cloneableTags[int16Tag] =
			cloneableTags[int32Tag] =
			cloneableTags[mapTag] =
			cloneableTags[numberTag] =
			cloneableTags[objectTag] =
			cloneableTags[regexpTag] =
			cloneableTags[setTag] =
			cloneableTags[stringTag] =
			cloneableTags[symbolTag] =
			cloneableTags[uint8Tag] =
			cloneableTags[uint8ClampedTag] =
			cloneableTags[uint16Tag] =
			cloneableTags[uint32Tag] =
				true;
		cloneableTags[errorTag] = cloneableTags[funcTag] = cloneableTags[weakMapTag] = false;
		function baseClone(value, bitmask, customizer, key, object, stack) {
			var result,
				isDeep = bitmask & CLONE_DEEP_FLAG,
				isFlat = bitmask & CLONE_FLAT_FLAG,
				isFull = bitmask & CLONE_SYMBOLS_FLAG;
			if (customizer) {
				result = object ? customizer(value, key, object, stack) : customizer(value);
			}
			if (result !== void 0) {
				return result;
			}
			if (!isObject(value)) {
				return value;
			}
			var isArr = isArray(value);
			if (isArr) {
				result = initCloneArray(value);
				if (!isDeep) {
					return copyArray(value, result);
				}
			} else {
				var tag = getTag(value),
					isFunc = tag == funcTag || tag == genTag;
				if (isBuffer(value)) {
					return cloneBuffer(value, isDeep);
				}
				if (tag == objectTag || tag == argsTag || (isFunc && !object)) {
					result = isFlat || isFunc ? {} : initCloneObject(value);
					if (!isDeep) {
						return isFlat
							? copySymbolsIn(value, baseAssignIn(result, value))
							: copySymbols(value, baseAssign(result, value));
					}
				} else {
					if (!cloneableTags[tag]) {
						return object ? value : {};
					}
					result = initCloneByTag(value, tag, isDeep);
				}
			}
			stack || (stack = new Stack());
			var stacked = stack.get(value);
			if (stacked) {
				return stacked;
			}
			stack.set(value, result);
			if (isSet(value)) {
				value.forEach(function (subValue) {
					result.add(baseClone(subValue, bitmask, customizer, subValue, value, stack));
				});
			} else if (isMap(value)) {
				value.forEach(function (subValue, key2) {
					result.set(key2, baseClone(subValue, bitmask, customizer, key2, value, stack));
				});
			}
			var keysFunc = isFull ? (isFlat ? getAllKeysIn : getAllKeys) : isFlat ? keysIn : keys;
			var props = isArr ? void 0 : keysFunc(value);
			arrayEach(props || value, function (subValue, key2) {
				if (props) {
					key2 = subValue;
					subValue = value[key2];
				}
				assignValue(result, key2, baseClone(subValue, bitmask, customizer, key2, value, stack));
			});
			return result;
		}
		module2.exports = baseClone;
	},
});

// node_modules/lodash/cloneDeep.js
var require_cloneDeep = __commonJS({
	'node_modules/lodash/cloneDeep.js'(exports2, module2) {
		var baseClone = require_baseClone();
		var CLONE_DEEP_FLAG = 1;
		var CLONE_SYMBOLS_FLAG = 4;
		function cloneDeep2(value) {
			return baseClone(value, CLONE_DEEP_FLAG | CLONE_SYMBOLS_FLAG);
		}
		module2.exports = cloneDeep2;
	},
});

// node_modules/lodash/_setCacheAdd.js
var require_setCacheAdd = __commonJS({
	'node_modules/lodash/_setCacheAdd.js'(exports2, module2) {
		var HASH_UNDEFINED = '__lodash_hash_undefined__';
		function setCacheAdd(value) {
			this.__data__.set(value, HASH_UNDEFINED);
			return this;
		}
		module2.exports = setCacheAdd;
	},
});

// node_modules/lodash/_setCacheHas.js
var require_setCacheHas = __commonJS({
	'node_modules/lodash/_setCacheHas.js'(exports2, module2) {
		function setCacheHas(value) {
			return this.__data__.has(value);
		}
		module2.exports = setCacheHas;
	},
});

// node_modules/lodash/_SetCache.js
var require_SetCache = __commonJS({
	'node_modules/lodash/_SetCache.js'(exports2, module2) {
		var MapCache = require_MapCache();
		var setCacheAdd = require_setCacheAdd();
		var setCacheHas = require_setCacheHas();
		function SetCache(values) {
			var index = -1,
				length = values == null ? 0 : values.length;
			this.__data__ = new MapCache();
			while (++index < length) {
				this.add(values[index]);
			}
		}
		SetCache.prototype.add = SetCache.prototype.push = setCacheAdd;
		SetCache.prototype.has = setCacheHas;
		module2.exports = SetCache;
	},
});

// node_modules/lodash/_arraySome.js
var require_arraySome = __commonJS({
	'node_modules/lodash/_arraySome.js'(exports2, module2) {
		function arraySome(array, predicate) {
			var index = -1,
				length = array == null ? 0 : array.length;
			while (++index < length) {
				if (predicate(array[index], index, array)) {
					return true;
				}
			}
			return false;
		}
		module2.exports = arraySome;
	},
});

// node_modules/lodash/_cacheHas.js
var require_cacheHas = __commonJS({
	'node_modules/lodash/_cacheHas.js'(exports2, module2) {
		function cacheHas(cache, key) {
			return cache.has(key);
		}
		module2.exports = cacheHas;
	},
});

// node_modules/lodash/_equalArrays.js
var require_equalArrays = __commonJS({
	'node_modules/lodash/_equalArrays.js'(exports2, module2) {
		var SetCache = require_SetCache();
		var arraySome = require_arraySome();
		var cacheHas = require_cacheHas();
		var COMPARE_PARTIAL_FLAG = 1;
		var COMPARE_UNORDERED_FLAG = 2;
		function equalArrays(array, other, bitmask, customizer, equalFunc, stack) {
			var isPartial = bitmask & COMPARE_PARTIAL_FLAG,
				arrLength = array.length,
				othLength = other.length;
			if (arrLength != othLength && !(isPartial && othLength > arrLength)) {
				return false;
			}
			var arrStacked = stack.get(array);
			var othStacked = stack.get(other);
			if (arrStacked && othStacked) {
				return arrStacked == other && othStacked == array;
			}
			var index = -1,
				result = true,
				seen = bitmask & COMPARE_UNORDERED_FLAG ? new SetCache() : void 0;
			stack.set(array, other);
			stack.set(other, array);
			while (++index < arrLength) {
				var arrValue = array[index],
					othValue = other[index];
				if (customizer) {
					var compared = isPartial
						? customizer(othValue, arrValue, index, other, array, stack)
						: customizer(arrValue, othValue, index, array, other, stack);
				}
				if (compared !== void 0) {
					if (compared) {
						continue;
					}
					result = false;
					break;
				}
				if (seen) {
					if (
						!arraySome(other, function (othValue2, othIndex) {
							if (
								!cacheHas(seen, othIndex) &&
								(arrValue === othValue2 ||
									equalFunc(arrValue, othValue2, bitmask, customizer, stack))
							) {
								return seen.push(othIndex);
							}
						})
					) {
						result = false;
						break;
					}
				} else if (!(
					arrValue === othValue || equalFunc(arrValue, othValue, bitmask, customizer, stack)
				)) {
					result = false;
					break;
				}
			}
			stack['delete'](array);
			stack['delete'](other);
			return result;
		}
		module2.exports = equalArrays;
	},
});

// node_modules/lodash/_mapToArray.js
var require_mapToArray = __commonJS({
	'node_modules/lodash/_mapToArray.js'(exports2, module2) {
		function mapToArray(map) {
			var index = -1,
				result = Array(map.size);
			map.forEach(function (value, key) {
				result[++index] = [key, value];
			});
			return result;
		}
		module2.exports = mapToArray;
	},
});

// node_modules/lodash/_setToArray.js
var require_setToArray = __commonJS({
	'node_modules/lodash/_setToArray.js'(exports2, module2) {
		function setToArray(set) {
			var index = -1,
				result = Array(set.size);
			set.forEach(function (value) {
				result[++index] = value;
			});
			return result;
		}
		module2.exports = setToArray;
	},
});

// node_modules/lodash/_equalByTag.js
var require_equalByTag = __commonJS({
	'node_modules/lodash/_equalByTag.js'(exports2, module2) {
		var Symbol2 = require_Symbol();
		var Uint8Array2 = require_Uint8Array();
		var eq = require_eq();
		var equalArrays = require_equalArrays();
		var mapToArray = require_mapToArray();
		var setToArray = require_setToArray();
		var COMPARE_PARTIAL_FLAG = 1;
		var COMPARE_UNORDERED_FLAG = 2;
		var boolTag = '[object Boolean]';
		var dateTag = '[object Date]';
		var errorTag = '[object Error]';
		var mapTag = '[object Map]';
		var numberTag = '[object Number]';
		var regexpTag = '[object RegExp]';
		var setTag = '[object Set]';
		var stringTag = '[object String]';
		var symbolTag = '[object Symbol]';
		var arrayBufferTag = '[object ArrayBuffer]';
		var dataViewTag = '[object DataView]';
		var symbolProto = Symbol2 ? Symbol2.prototype : void 0;
		var symbolValueOf = symbolProto ? symbolProto.valueOf : void 0;
		function equalByTag(object, other, tag, bitmask, customizer, equalFunc, stack) {
			switch (tag) {
				case dataViewTag:
					if (object.byteLength != other.byteLength || object.byteOffset != other.byteOffset) {
						return false;
					}
					object = object.buffer;
					other = other.buffer;
				case arrayBufferTag:
					if (
						object.byteLength != other.byteLength ||
						!equalFunc(new Uint8Array2(object), new Uint8Array2(other))
					) {
						return false;
					}
					return true;
				case boolTag:
				case dateTag:
				case numberTag:
					return eq(+object, +other);
				case errorTag:
					return object.name == other.name && object.message == other.message;
				case regexpTag:
				case stringTag:
					return object == other + '';
				case mapTag:
					var convert = mapToArray;
				case setTag:
					var isPartial = bitmask & COMPARE_PARTIAL_FLAG;
					convert || (convert = setToArray);
					if (object.size != other.size && !isPartial) {
						return false;
					}
					var stacked = stack.get(object);
					if (stacked) {
						return stacked == other;
					}
					bitmask |= COMPARE_UNORDERED_FLAG;
					stack.set(object, other);
					var result = equalArrays(
						convert(object),
						convert(other),
						bitmask,
						customizer,
						equalFunc,
						stack,
					);
					stack['delete'](object);
					return result;
				case symbolTag:
					if (symbolValueOf) {
						return symbolValueOf.call(object) == symbolValueOf.call(other);
					}
			}
			return false;
		}
		module2.exports = equalByTag;
	},
});

// node_modules/lodash/_equalObjects.js
var require_equalObjects = __commonJS({
	'node_modules/lodash/_equalObjects.js'(exports2, module2) {
		var getAllKeys = require_getAllKeys();
		var COMPARE_PARTIAL_FLAG = 1;
		var objectProto = Object.prototype;
		var hasOwnProperty2 = objectProto.hasOwnProperty;
		function equalObjects(object, other, bitmask, customizer, equalFunc, stack) {
			var isPartial = bitmask & COMPARE_PARTIAL_FLAG,
				objProps = getAllKeys(object),
				objLength = objProps.length,
				othProps = getAllKeys(other),
				othLength = othProps.length;
			if (objLength != othLength && !isPartial) {
				return false;
			}
			var index = objLength;
			while (index--) {
				var key = objProps[index];
				if (!(isPartial ? key in other : hasOwnProperty2.call(other, key))) {
					return false;
				}
			}
			var objStacked = stack.get(object);
			var othStacked = stack.get(other);
			if (objStacked && othStacked) {
				return objStacked == other && othStacked == object;
			}
			var result = true;
			stack.set(object, other);
			stack.set(other, object);
			var skipCtor = isPartial;
			while (++index < objLength) {
				key = objProps[index];
				var objValue = object[key],
					othValue = other[key];
				if (customizer) {
					var compared = isPartial
						? customizer(othValue, objValue, key, other, object, stack)
						: customizer(objValue, othValue, key, object, other, stack);
				}
				if (
					!(compared === void 0
						? objValue === othValue || equalFunc(objValue, othValue, bitmask, customizer, stack)
						: compared)
				) {
					result = false;
					break;
				}
				skipCtor || (skipCtor = key == 'constructor');
			}
			if (result && !skipCtor) {
				var objCtor = object.constructor,
					othCtor = other.constructor;
				if (
					objCtor != othCtor &&
					'constructor' in object &&
					'constructor' in other &&
					!(
						typeof objCtor == 'function' &&
						objCtor instanceof objCtor &&
						typeof othCtor == 'function' &&
						othCtor instanceof othCtor
					)
				) {
					result = false;
				}
			}
			stack['delete'](object);
			stack['delete'](other);
			return result;
		}
		module2.exports = equalObjects;
	},
});

// node_modules/lodash/_baseIsEqualDeep.js
var require_baseIsEqualDeep = __commonJS({
	'node_modules/lodash/_baseIsEqualDeep.js'(exports2, module2) {
		var Stack = require_Stack();
		var equalArrays = require_equalArrays();
		var equalByTag = require_equalByTag();
		var equalObjects = require_equalObjects();
		var getTag = require_getTag();
		var isArray = require_isArray();
		var isBuffer = require_isBuffer();
		var isTypedArray = require_isTypedArray();
		var COMPARE_PARTIAL_FLAG = 1;
		var argsTag = '[object Arguments]';
		var arrayTag = '[object Array]';
		var objectTag = '[object Object]';
		var objectProto = Object.prototype;
		var hasOwnProperty2 = objectProto.hasOwnProperty;
		function baseIsEqualDeep(object, other, bitmask, customizer, equalFunc, stack) {
			var objIsArr = isArray(object),
				othIsArr = isArray(other),
				objTag = objIsArr ? arrayTag : getTag(object),
				othTag = othIsArr ? arrayTag : getTag(other);
			objTag = objTag == argsTag ? objectTag : objTag;
			othTag = othTag == argsTag ? objectTag : othTag;
			var objIsObj = objTag == objectTag,
				othIsObj = othTag == objectTag,
				isSameTag = objTag == othTag;
			if (isSameTag && isBuffer(object)) {
				if (!isBuffer(other)) {
					return false;
				}
				objIsArr = true;
				objIsObj = false;
			}
			if (isSameTag && !objIsObj) {
				stack || (stack = new Stack());
				return objIsArr || isTypedArray(object)
					? equalArrays(object, other, bitmask, customizer, equalFunc, stack)
					: equalByTag(object, other, objTag, bitmask, customizer, equalFunc, stack);
			}
			if (!(bitmask & COMPARE_PARTIAL_FLAG)) {
				var objIsWrapped = objIsObj && hasOwnProperty2.call(object, '__wrapped__'),
					othIsWrapped = othIsObj && hasOwnProperty2.call(other, '__wrapped__');
				if (objIsWrapped || othIsWrapped) {
					var objUnwrapped = objIsWrapped ? object.value() : object,
						othUnwrapped = othIsWrapped ? other.value() : other;
					stack || (stack = new Stack());
					return equalFunc(objUnwrapped, othUnwrapped, bitmask, customizer, stack);
				}
			}
			if (!isSameTag) {
				return false;
			}
			stack || (stack = new Stack());
			return equalObjects(object, other, bitmask, customizer, equalFunc, stack);
		}
		module2.exports = baseIsEqualDeep;
	},
});

// node_modules/lodash/_baseIsEqual.js
var require_baseIsEqual = __commonJS({
	'node_modules/lodash/_baseIsEqual.js'(exports2, module2) {
		var baseIsEqualDeep = require_baseIsEqualDeep();
		var isObjectLike = require_isObjectLike();
		function baseIsEqual(value, other, bitmask, customizer, stack) {
			if (value === other) {
				return true;
			}
			if (value == null || other == null || (!isObjectLike(value) && !isObjectLike(other))) {
				return value !== value && other !== other;
			}
			return baseIsEqualDeep(value, other, bitmask, customizer, baseIsEqual, stack);
		}
		module2.exports = baseIsEqual;
	},
});

// node_modules/lodash/isEqual.js
var require_isEqual = __commonJS({
	'node_modules/lodash/isEqual.js'(exports2, module2) {
		var baseIsEqual = require_baseIsEqual();
		function isEqual3(value, other) {
			return baseIsEqual(value, other);
		}
		module2.exports = isEqual3;
	},
});

// nodes/PeopleLens/trigger/pollAuditLog.ts
var import_n8n_workflow10 = require('n8n-workflow');

// nodes/PeopleLens/api/baseUrl.ts
var EXAMPLE = 'https://acme.peoplelensai.com';
var WRAPPING = /^[\s\u200b-\u200d\u2060\ufeff"'`<]+|[\s\u200b-\u200d\u2060\ufeff"'`>]+$/g;
var API_PATH = /^\/*(api\/*(v1\/*)?)?$/i;
var LONGEST = 300;
var LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
var HOST_NAME = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?(\.(?=.)|\.?$))+$/;
function normalizeBaseUrl(input) {
	if (input.length > LONGEST) {
		throw new Error(
			`'Base URL' is longer than any address. Enter the address of your PeopleLens alone, e.g. ${EXAMPLE}`,
		);
	}
	const text = input.replace(WRAPPING, '');
	if (text === '') {
		throw new Error(`'Base URL' is empty. Enter the address of your PeopleLens, e.g. ${EXAMPLE}`);
	}
	const url = parse(text);
	if (url?.username || url?.password) {
		throw new Error(
			`'Base URL' holds an email or a user name. Enter the address of your PeopleLens alone, e.g. ${EXAMPLE}`,
		);
	}
	if (!url) {
		throw new Error(
			`'Base URL' is not a web address. Enter the address of your PeopleLens, e.g. ${EXAMPLE}`,
		);
	}
	if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
		throw new Error(
			`'Base URL' starts with http, which would send the API key unprotected. Use https://${url.host} instead.`,
		);
	}
	if (!API_PATH.test(url.pathname) || url.search || url.hash) {
		throw new Error(`'Base URL' holds a link to a page. Enter the address alone: ${url.origin}`);
	}
	return url.origin;
}
function parse(text) {
	const [, scheme, rest2] = /^(?:(https?):\/*)?(.*)$/is.exec(text) ?? [];
	const url = toUrl(`${scheme ?? 'https'}://${rest2}`);
	if (!url) return void 0;
	const isLoopback = LOOPBACK.test(url.hostname);
	if (!scheme && isLoopback) return toUrl(`http://${rest2}`);
	const isNamed = scheme !== void 0 || url.hostname.includes('.') || Boolean(url.username);
	const isHost = HOST_NAME.test(url.hostname) || url.hostname.startsWith('[');
	return isLoopback || (isHost && isNamed) ? url : void 0;
}
function toUrl(text) {
	return URL.canParse(text) ? new URL(text) : void 0;
}

// nodes/PeopleLens/api/errors.ts
var import_n8n_workflow = require('n8n-workflow');

// nodes/PeopleLens/api/words/messages.ts
var KEY_REFUSED =
	"PeopleLens did not accept the API key. Copy the key again from PeopleLens, or create a new one there, and enter it as 'API Key' in the credential.";
var notAllowed = (toDo) =>
	`This API key is not allowed to ${toDo}. Ask a PeopleLens administrator to give the key this permission, or use another key in the credential.`;
var tooMany = (wait) =>
	`PeopleLens is getting too many requests. Wait ${wait ?? 'a few minutes'}, then run this again.`;
var unavailable = (status, wait) =>
	`PeopleLens is not available right now (HTTP ${status}). Wait ${wait ?? 'a few minutes'}, then run this again.`;
var crashed = (status) =>
	`PeopleLens could not work on this request (HTTP ${status}). Run it again later. If this goes on, tell PeopleLens support when it happened.`;
var otherStatus = (status) =>
	`PeopleLens did not accept the request (HTTP ${status}). Check the parameters of this node.`;
var BASE_URL =
	"'Base URL' in the credential: it is the address you open PeopleLens with (such as https://acme.peoplelensai.com).";
var CHECK_ADDRESS = `Check ${BASE_URL}`;
var RUN_AGAIN = `Run this again. If that doesn't help, check ${BASE_URL}`;
var OR_CHECK_USER = " If the address is right, check 'User'.";
var nothingThere = (baseUrl) => `There is no PeopleLens API at ${baseUrl}. ${CHECK_ADDRESS}`;
var webPage = (baseUrl) =>
	`A web page came from ${baseUrl} instead of an answer of PeopleLens. ${CHECK_ADDRESS}`;
var emptyAnswer = (baseUrl) => `The answer from ${baseUrl} was empty. ${RUN_AGAIN}`;
var unreadable = (baseUrl) =>
	`The answer from ${baseUrl} is not what PeopleLens sends, or was cut off on its way. ${RUN_AGAIN}`;
var incomplete = (baseUrl, status) =>
	`The answer from ${baseUrl} was not complete (HTTP ${status}). A cache or proxy on the way may be set up wrongly. ${RUN_AGAIN}`;
var redirected = (baseUrl, target) =>
	target === void 0
		? `${baseUrl} sends requests on to another page instead of answering. ${CHECK_ADDRESS}`
		: `${baseUrl} sends requests on to ${target}. The API key was not sent there. If that is your PeopleLens, enter it as 'Base URL' in the credential.`;

// nodes/PeopleLens/api/words/verdicts.ts
var TO_CONFIGURE = { cause: 'configuration-invalid' };
var DEAD_KEY = { cause: 'credential-invalid' };
var PASSING = { cause: 'temporarily-unavailable' };
var REJECTED = [400, 413, 414, 422];
var is =
	(...statuses) =>
	({ status }) =>
		statuses.includes(status);
var RULES = [
	[is(401), () => ({ message: KEY_REFUSED, failure: DEAD_KEY })],
	[is(403), (_, { toDo }) => ({ message: notAllowed(toDo), failure: TO_CONFIGURE })],
	[
		is(429),
		({ retryAfterMs }) => ({
			message: tooMany(inWords(retryAfterMs)),
			failure: { cause: 'rate-limited', ...(retryAfterMs && { retryAfterMs }) },
		}),
	],
	[
		is(408, 502, 503, 504),
		({ status, retryAfterMs }) => ({
			message: unavailable(status, inWords(retryAfterMs)),
			failure: { ...PASSING, ...(retryAfterMs && { retryAfterMs }) },
		}),
	],
	[({ status }) => status >= 500, ({ status }) => ({ message: crashed(status), failure: PASSING })],
	// A part of an answer, or none because a cache takes the last one for good enough.
	[is(206, 304), ({ status, baseUrl }) => passing(incomplete(baseUrl, status))],
	[
		({ status }) => status >= 300 && status < 400,
		({ baseUrl, redirectedTo }) => wrongAddress(redirected(baseUrl, redirectedTo)),
	],
	// Other sites answer 404 with a page; that must never pass for "no such user".
	[
		({ status, isPage }) => isPage && status >= 400 && !REJECTED.includes(status) && status !== 409,
		({ baseUrl }, { missing }) => wrongAddress(webPage(baseUrl) + (missing ? OR_CHECK_USER : '')),
	],
	// A page with a good status may also be a notice of maintenance: that passes.
	[({ status, isPage }) => isPage && status < 300, ({ baseUrl }) => passing(webPage(baseUrl))],
	[
		({ status, isEmpty }) => status < 300 && isEmpty,
		({ baseUrl }) => passing(emptyAnswer(baseUrl)),
	],
	[({ status }) => status < 300, ({ baseUrl }) => passing(unreadable(baseUrl))],
	[
		is(404),
		({ baseUrl }, { missing }, about) =>
			missing
				? { message: missing(about), failure: TO_CONFIGURE }
				: wrongAddress(nothingThere(baseUrl)),
	],
	[
		is(409),
		({ status }, { conflict }, about) => ({
			message: conflict?.(about) ?? otherStatus(status),
			failure: TO_CONFIGURE,
		}),
	],
	[
		is(...REJECTED),
		(_, { rejected }, about) => ({ message: rejected(about), failure: TO_CONFIGURE }),
	],
];
function wrongAddress(message) {
	return { message, failure: TO_CONFIGURE, wrongAddress: true };
}
function passing(message) {
	return { message, failure: PASSING };
}
function inWords(ms) {
	if (ms === void 0) return void 0;
	const seconds = Math.ceil(ms / 1e3);
	const [count, unit] =
		seconds < 120
			? [seconds, 'second']
			: seconds < 7200
				? [Math.ceil(seconds / 60), 'minute']
				: [Math.ceil(seconds / 3600), 'hour'];
	return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

// nodes/PeopleLens/api/errors.ts
function inputError(node, message, options = {}) {
	return withMessage(new import_n8n_workflow.NodeOperationError(node, message, options), message);
}
function withMessage(error, message) {
	error.message = message;
	return error;
}
var TURNED_DOWN = [401, 403, 409, 429, ...REJECTED];
function isRejected(error) {
	return (
		error instanceof import_n8n_workflow.NodeApiError && REJECTED.includes(Number(error.httpCode))
	);
}

// nodes/PeopleLens/api/http/redact.ts
var import_n8n_workflow2 = require('n8n-workflow');

// nodes/PeopleLens/api/http/namedCharacters.ts
var NAMED_CHARACTERS = {
	amp: '&',
	apos: "'",
	ast: '*',
	bsol: '\\',
	colon: ':',
	comma: ',',
	commat: '@',
	dollar: '$',
	equals: '=',
	excl: '!',
	grave: '`',
	gt: '>',
	hat: '^',
	lbrace: '{',
	lbrack: '[',
	lcub: '{',
	lowbar: '_',
	lpar: '(',
	lsqb: '[',
	lt: '<',
	num: '#',
	percnt: '%',
	period: '.',
	plus: '+',
	quest: '?',
	quot: '"',
	rbrace: '}',
	rbrack: ']',
	rcub: '}',
	rpar: ')',
	rsqb: ']',
	semi: ';',
	sol: '/',
	tilde: '~',
	underbar: '_',
	verbar: '|',
	vert: '|',
};

// nodes/PeopleLens/api/http/unescape.ts
var ESCAPES = [
	'%(?:25)*(?:u00)?[0-9a-f]{2}',
	'(?<!\\\\)\\\\+(?:u\\{0{0,8}[0-9a-f]{2}\\}?|u00[0-9a-f]{2}|x[0-9a-f]{2}|["\'`/])',
	'&(?:amp;)*(?:#x0{0,8}[0-9a-f]{2}|#0{0,8}\\d{2,3}|[a-z]{2,8});?',
].join('|');
var INVISIBLE = '[\\s\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]+';
var ESCAPE = new RegExp(ESCAPES, 'giu');
var ESCAPE_OR_INVISIBLE = new RegExp(`${ESCAPES}|${INVISIBLE}`, 'giu');
function unescape(text) {
	return /[%&]|\\[ux/\\]/i.test(text)
		? text.replace(ESCAPE, (escape) => meaningOf(escape) ?? escape)
		: text;
}
function unescapeWithPositions(text) {
	const result = { text: '', starts: [], ends: [] };
	const keep = (from, to) => {
		result.text += text.slice(from, to);
		for (let index = from; index < to; index++) {
			result.starts.push(index);
			result.ends.push(index + 1);
		}
	};
	let position = 0;
	for (const { 0: found, index } of text.matchAll(ESCAPE_OR_INVISIBLE)) {
		const end2 = index + found.length;
		keep(position, index);
		position = end2;
		const isEscape = '%&\\'.includes(found[0]);
		const character2 = isEscape ? meaningOf(found) : '';
		if (character2 === void 0) {
			keep(index, end2);
		} else if (character2 !== '') {
			result.text += character2;
			result.starts.push(index);
			result.ends.push(end2);
		}
	}
	keep(position, text.length);
	return result;
}
function meaningOf(escape) {
	if (escape[0] === '&') return meaningOfEntity(escape);
	const end2 = escape.at(-1) === '}' ? -1 : void 0;
	const isQuoted = escape[0] === '\\' && '"\'`/'.includes(escape.slice(-1));
	return isQuoted
		? escape.slice(-1)
		: character(parseInt(escape.slice(-2 + (end2 ?? 0), end2), 16));
}
function meaningOfEntity(entity) {
	const end2 = entity.endsWith(';') ? -1 : void 0;
	const body = entity.slice(1, end2).split(';').at(-1) ?? '';
	const number = body.slice(body.indexOf('#') + 1);
	if (!body.includes('#')) return NAMED_CHARACTERS[body.toLowerCase()];
	return character(/^x/i.test(number) ? parseInt(number.slice(1), 16) : Number(number));
}
function character(code) {
	return code < 128 ? String.fromCharCode(code) : void 0;
}

// nodes/PeopleLens/api/http/secretForms.ts
var SHORTEST_ENCODED = 8;
function secretForms(apiKey) {
	const whole = Buffer.from(`Bearer ${apiKey}`).toString('base64');
	const base64 = [whole, ...[0, 1, 2].map((before) => base64Behind(before, apiKey))];
	const urlSafe = base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
	const encoded = [...base64, ...urlSafe, Buffer.from(apiKey).toString('hex')];
	const plain2 = [apiKey, unescapeWithPositions(apiKey).text];
	return [...plain2, ...encoded.filter(({ length }) => length >= SHORTEST_ENCODED)];
}
function base64Behind(before, apiKey) {
	const form = Buffer.from('\0'.repeat(before) + apiKey).toString('base64');
	return form.slice(Math.ceil((before * 8) / 6));
}

// nodes/PeopleLens/api/http/windows.ts
var Windows = class {
	constructor(texts, length, isWanted2 = () => true) {
		this.length = length;
		for (const text of texts) {
			for (let index = 0; index + length <= text.length; index++) {
				const piece = text.slice(index, index + length).toLowerCase();
				if (!isWanted2(piece)) continue;
				this.pieces.add(piece);
				this.seen[this.hash(piece, 0)] = 1;
			}
		}
	}
	length;
	pieces = /* @__PURE__ */ new Set();
	/** A Bloom filter: most places of a text are no match, and it says so at little cost. */
	seen = new Uint8Array(4096);
	/** Whether one of the pieces stands at this place of a text. */
	isAt(text, index) {
		if (index < 0 || index + this.length > text.length) return false;
		if (this.seen[this.hash(text, index)] === 0) return false;
		return this.pieces.has(text.slice(index, index + this.length).toLowerCase());
	}
	/** Where pieces stand in a text. Linear in its length. */
	find(text) {
		const spans = [];
		for (let index = 0; index + this.length <= text.length; index++) {
			if (this.isAt(text, index)) spans.push([index, index + this.length]);
		}
		return spans;
	}
	/** The fifth bit alone tells `A` from `a`. */
	hash(text, index) {
		const first = text.charCodeAt(index) | 32;
		const middle = text.charCodeAt(index + (this.length >> 1)) | 32;
		const last = text.charCodeAt(index + this.length - 1) | 32;
		return (first ^ (middle << 3) ^ (last << 6)) & 4095;
	}
};

// nodes/PeopleLens/api/http/redact.ts
var PIECE = 8;
var NO_ACCIDENT = 16;
var TURN = 1e5;
var OVERLAP = 1e3;
var MASK = '***';
var PUBLIC = 'https://peoplelens.com https://peoplelensai.com';
function createRedactor(apiKey, baseUrl) {
	const forms = secretForms(apiKey);
	const size = Math.min(PIECE, apiKey.length);
	const shown = `${baseUrl} ${PUBLIC}`.toLowerCase();
	const isPublic = (piece) => shown.includes(piece) && !shown.includes(apiKey.toLowerCase());
	const masked = windowsOf(forms, apiKey, (piece) => !isPublic(piece));
	const samples = new Windows(forms, size);
	const long = new Windows(forms, Math.min(NO_ACCIDENT, apiKey.length));
	const holdsPlainly = (text) => {
		const reach = long.length - size;
		for (let place = 0; place + size <= text.length; place += reach + 1) {
			if (!samples.isAt(text, place)) continue;
			for (let start = place - reach; start <= place; start++) {
				if (long.isAt(text, start)) return true;
			}
		}
		return false;
	};
	const holdsKey = async (text) => {
		for (let from = 0; from === 0 || from + OVERLAP < text.length; from += TURN) {
			if (from > 0) await (0, import_n8n_workflow2.sleep)(0);
			const part = text.slice(from, from + TURN + OVERLAP);
			if (holdsPlainly(part) || holdsPlainly(unescape(part))) return true;
		}
		return false;
	};
	const redact = (text) => {
		const plain2 = masked.flatMap((windows) => windows.find(text));
		const bare = unescapeWithPositions(text);
		const hidden = masked
			.flatMap((windows) => windows.find(bare.text))
			.map(([from, to]) => [bare.starts[from], bare.ends[to - 1]]);
		return mask(text, [...plain2, ...hidden]);
	};
	return { redact, holdsKey };
}
function windowsOf(forms, apiKey, isSecret) {
	return apiKey.length < PIECE
		? forms.map((form) => new Windows([form], form.length))
		: [new Windows(forms, PIECE, isSecret)];
}
function mask(text, spans) {
	let result = '';
	let end2 = 0;
	for (const [from, to] of spans.sort((one, other) => one[0] - other[0])) {
		if (from > end2 || result === '') result += text.slice(end2, from) + MASK;
		end2 = Math.max(end2, to);
	}
	return result + text.slice(end2);
}

// nodes/PeopleLens/api/http/connection.ts
var CREDENTIAL = 'peopleLensApi';
var MAX_KEY_LENGTH = 4096;
async function connect(context, itemIndex) {
	const data = await context.getCredentials(CREDENTIAL);
	try {
		return readConnection(data);
	} catch (unusable) {
		throw inputError(context.getNode(), unusable.message, {
			description: 'Open the credential of this node and correct it there.',
			itemIndex,
		});
	}
}
function readConnection(data) {
	const { apiKey, baseUrl } = readCredential(data);
	return { baseUrl, apiKey, redactor: createRedactor(apiKey, baseUrl), credential: data };
}
function readCredential(data) {
	const apiKey = normalizeApiKey(data.apiKey);
	if (apiKey === '') {
		throw new Error("'API Key' is empty. Enter the key of your PeopleLens tenant.");
	}
	if (apiKey.length > MAX_KEY_LENGTH) {
		throw new Error("'API Key' is longer than any key. Copy the key again from PeopleLens.");
	}
	if (!/^[\x21-\x7e]+$/.test(apiKey)) {
		throw new Error(
			"'API Key' holds characters that no key has, such as a line break or a space. Copy the key again from PeopleLens.",
		);
	}
	const baseUrl = normalizeBaseUrl(typeof data.baseUrl === 'string' ? data.baseUrl : '');
	return { baseUrl, apiKey };
}
function normalizeApiKey(apiKey) {
	return typeof apiKey === 'string' ? apiKey.trim().replace(/^Bearer\s+/i, '') : '';
}

// nodes/PeopleLens/api/record.ts
function isRecord(value) {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// node_modules/luxon/build/es6/luxon.mjs
var LuxonError = class extends Error {};
var InvalidDateTimeError = class extends LuxonError {
	constructor(reason) {
		super(`Invalid DateTime: ${reason.toMessage()}`);
	}
};
var InvalidIntervalError = class extends LuxonError {
	constructor(reason) {
		super(`Invalid Interval: ${reason.toMessage()}`);
	}
};
var InvalidDurationError = class extends LuxonError {
	constructor(reason) {
		super(`Invalid Duration: ${reason.toMessage()}`);
	}
};
var ConflictingSpecificationError = class extends LuxonError {};
var InvalidUnitError = class extends LuxonError {
	constructor(unit) {
		super(`Invalid unit ${unit}`);
	}
};
var InvalidArgumentError = class extends LuxonError {};
var ZoneIsAbstractError = class extends LuxonError {
	constructor() {
		super('Zone is an abstract class');
	}
};
var n = 'numeric';
var s = 'short';
var l = 'long';
var DATE_SHORT = {
	year: n,
	month: n,
	day: n,
};
var DATE_MED = {
	year: n,
	month: s,
	day: n,
};
var DATE_MED_WITH_WEEKDAY = {
	year: n,
	month: s,
	day: n,
	weekday: s,
};
var DATE_FULL = {
	year: n,
	month: l,
	day: n,
};
var DATE_HUGE = {
	year: n,
	month: l,
	day: n,
	weekday: l,
};
var TIME_SIMPLE = {
	hour: n,
	minute: n,
};
var TIME_WITH_SECONDS = {
	hour: n,
	minute: n,
	second: n,
};
var TIME_WITH_SHORT_OFFSET = {
	hour: n,
	minute: n,
	second: n,
	timeZoneName: s,
};
var TIME_WITH_LONG_OFFSET = {
	hour: n,
	minute: n,
	second: n,
	timeZoneName: l,
};
var TIME_24_SIMPLE = {
	hour: n,
	minute: n,
	hourCycle: 'h23',
};
var TIME_24_WITH_SECONDS = {
	hour: n,
	minute: n,
	second: n,
	hourCycle: 'h23',
};
var TIME_24_WITH_SHORT_OFFSET = {
	hour: n,
	minute: n,
	second: n,
	hourCycle: 'h23',
	timeZoneName: s,
};
var TIME_24_WITH_LONG_OFFSET = {
	hour: n,
	minute: n,
	second: n,
	hourCycle: 'h23',
	timeZoneName: l,
};
var DATETIME_SHORT = {
	year: n,
	month: n,
	day: n,
	hour: n,
	minute: n,
};
var DATETIME_SHORT_WITH_SECONDS = {
	year: n,
	month: n,
	day: n,
	hour: n,
	minute: n,
	second: n,
};
var DATETIME_MED = {
	year: n,
	month: s,
	day: n,
	hour: n,
	minute: n,
};
var DATETIME_MED_WITH_SECONDS = {
	year: n,
	month: s,
	day: n,
	hour: n,
	minute: n,
	second: n,
};
var DATETIME_MED_WITH_WEEKDAY = {
	year: n,
	month: s,
	day: n,
	weekday: s,
	hour: n,
	minute: n,
};
var DATETIME_FULL = {
	year: n,
	month: l,
	day: n,
	hour: n,
	minute: n,
	timeZoneName: s,
};
var DATETIME_FULL_WITH_SECONDS = {
	year: n,
	month: l,
	day: n,
	hour: n,
	minute: n,
	second: n,
	timeZoneName: s,
};
var DATETIME_HUGE = {
	year: n,
	month: l,
	day: n,
	weekday: l,
	hour: n,
	minute: n,
	timeZoneName: l,
};
var DATETIME_HUGE_WITH_SECONDS = {
	year: n,
	month: l,
	day: n,
	weekday: l,
	hour: n,
	minute: n,
	second: n,
	timeZoneName: l,
};
var Zone = class {
	/**
	 * The type of zone
	 * @abstract
	 * @type {string}
	 */
	get type() {
		throw new ZoneIsAbstractError();
	}
	/**
	 * The name of this zone.
	 * @abstract
	 * @type {string}
	 */
	get name() {
		throw new ZoneIsAbstractError();
	}
	/**
	 * The IANA name of this zone.
	 * Defaults to `name` if not overwritten by a subclass.
	 * @abstract
	 * @type {string}
	 */
	get ianaName() {
		return this.name;
	}
	/**
	 * Returns whether the offset is known to be fixed for the whole year.
	 * @abstract
	 * @type {boolean}
	 */
	get isUniversal() {
		throw new ZoneIsAbstractError();
	}
	/**
	 * Returns the offset's common name (such as EST) at the specified timestamp
	 * @abstract
	 * @param {number} ts - Epoch milliseconds for which to get the name
	 * @param {Object} opts - Options to affect the format
	 * @param {string} opts.format - What style of offset to return. Accepts 'long' or 'short'.
	 * @param {string} opts.locale - What locale to return the offset name in.
	 * @return {string}
	 */
	offsetName(ts, opts) {
		throw new ZoneIsAbstractError();
	}
	/**
	 * Returns the offset's value as a string
	 * @abstract
	 * @param {number} ts - Epoch milliseconds for which to get the offset
	 * @param {string} format - What style of offset to return.
	 *                          Accepts 'narrow', 'short', or 'techie'. Returning '+6', '+06:00', or '+0600' respectively
	 * @return {string}
	 */
	formatOffset(ts, format) {
		throw new ZoneIsAbstractError();
	}
	/**
	 * Return the offset in minutes for this zone at the specified timestamp.
	 * @abstract
	 * @param {number} ts - Epoch milliseconds for which to compute the offset
	 * @return {number}
	 */
	offset(ts) {
		throw new ZoneIsAbstractError();
	}
	/**
	 * Return whether this Zone is equal to another zone
	 * @abstract
	 * @param {Zone} otherZone - the zone to compare
	 * @return {boolean}
	 */
	equals(otherZone) {
		throw new ZoneIsAbstractError();
	}
	/**
	 * Return whether this Zone is valid.
	 * @abstract
	 * @type {boolean}
	 */
	get isValid() {
		throw new ZoneIsAbstractError();
	}
};
var singleton$1 = null;
var SystemZone = class _SystemZone extends Zone {
	/**
	 * Get a singleton instance of the local zone
	 * @return {SystemZone}
	 */
	static get instance() {
		if (singleton$1 === null) {
			singleton$1 = new _SystemZone();
		}
		return singleton$1;
	}
	/** @override **/
	get type() {
		return 'system';
	}
	/** @override **/
	get name() {
		return new Intl.DateTimeFormat().resolvedOptions().timeZone;
	}
	/** @override **/
	get isUniversal() {
		return false;
	}
	/** @override **/
	offsetName(ts, { format, locale }) {
		return parseZoneInfo(ts, format, locale);
	}
	/** @override **/
	formatOffset(ts, format) {
		return formatOffset(this.offset(ts), format);
	}
	/** @override **/
	offset(ts) {
		return -new Date(ts).getTimezoneOffset();
	}
	/** @override **/
	equals(otherZone) {
		return otherZone.type === 'system';
	}
	/** @override **/
	get isValid() {
		return true;
	}
};
var dtfCache = /* @__PURE__ */ new Map();
function makeDTF(zoneName) {
	let dtf = dtfCache.get(zoneName);
	if (dtf === void 0) {
		dtf = new Intl.DateTimeFormat('en-US', {
			hour12: false,
			timeZone: zoneName,
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
			era: 'short',
		});
		dtfCache.set(zoneName, dtf);
	}
	return dtf;
}
var typeToPos = {
	year: 0,
	month: 1,
	day: 2,
	era: 3,
	hour: 4,
	minute: 5,
	second: 6,
};
function hackyOffset(dtf, date) {
	const formatted = dtf.format(date).replace(/\u200E/g, ''),
		parsed2 = /(\d+)\/(\d+)\/(\d+) (AD|BC),? (\d+):(\d+):(\d+)/.exec(formatted),
		[, fMonth, fDay, fYear, fadOrBc, fHour, fMinute, fSecond] = parsed2;
	return [fYear, fMonth, fDay, fadOrBc, fHour, fMinute, fSecond];
}
function partsOffset(dtf, date) {
	const formatted = dtf.formatToParts(date);
	const filled = [];
	for (let i = 0; i < formatted.length; i++) {
		const { type, value } = formatted[i];
		const pos = typeToPos[type];
		if (type === 'era') {
			filled[pos] = value;
		} else if (!isUndefined(pos)) {
			filled[pos] = parseInt(value, 10);
		}
	}
	return filled;
}
var ianaZoneCache = /* @__PURE__ */ new Map();
var IANAZone = class _IANAZone extends Zone {
	/**
	 * @param {string} name - Zone name
	 * @return {IANAZone}
	 */
	static create(name) {
		let zone = ianaZoneCache.get(name);
		if (zone === void 0) {
			ianaZoneCache.set(name, (zone = new _IANAZone(name)));
		}
		return zone;
	}
	/**
	 * Reset local caches. Should only be necessary in testing scenarios.
	 * @return {void}
	 */
	static resetCache() {
		ianaZoneCache.clear();
		dtfCache.clear();
	}
	/**
	 * Returns whether the provided string is a valid specifier. This only checks the string's format, not that the specifier identifies a known zone; see isValidZone for that.
	 * @param {string} s - The string to check validity on
	 * @example IANAZone.isValidSpecifier("America/New_York") //=> true
	 * @example IANAZone.isValidSpecifier("Sport~~blorp") //=> false
	 * @deprecated For backward compatibility, this forwards to isValidZone, better use `isValidZone()` directly instead.
	 * @return {boolean}
	 */
	static isValidSpecifier(s2) {
		return this.isValidZone(s2);
	}
	/**
	 * Returns whether the provided string identifies a real zone
	 * @param {string} zone - The string to check
	 * @example IANAZone.isValidZone("America/New_York") //=> true
	 * @example IANAZone.isValidZone("Fantasia/Castle") //=> false
	 * @example IANAZone.isValidZone("Sport~~blorp") //=> false
	 * @return {boolean}
	 */
	static isValidZone(zone) {
		if (!zone) {
			return false;
		}
		try {
			new Intl.DateTimeFormat('en-US', { timeZone: zone }).format();
			return true;
		} catch (e) {
			return false;
		}
	}
	constructor(name) {
		super();
		this.zoneName = name;
		this.valid = _IANAZone.isValidZone(name);
	}
	/**
	 * The type of zone. `iana` for all instances of `IANAZone`.
	 * @override
	 * @type {string}
	 */
	get type() {
		return 'iana';
	}
	/**
	 * The name of this zone (i.e. the IANA zone name).
	 * @override
	 * @type {string}
	 */
	get name() {
		return this.zoneName;
	}
	/**
	 * Returns whether the offset is known to be fixed for the whole year:
	 * Always returns false for all IANA zones.
	 * @override
	 * @type {boolean}
	 */
	get isUniversal() {
		return false;
	}
	/**
	 * Returns the offset's common name (such as EST) at the specified timestamp
	 * @override
	 * @param {number} ts - Epoch milliseconds for which to get the name
	 * @param {Object} opts - Options to affect the format
	 * @param {string} opts.format - What style of offset to return. Accepts 'long' or 'short'.
	 * @param {string} opts.locale - What locale to return the offset name in.
	 * @return {string}
	 */
	offsetName(ts, { format, locale }) {
		return parseZoneInfo(ts, format, locale, this.name);
	}
	/**
	 * Returns the offset's value as a string
	 * @override
	 * @param {number} ts - Epoch milliseconds for which to get the offset
	 * @param {string} format - What style of offset to return.
	 *                          Accepts 'narrow', 'short', or 'techie'. Returning '+6', '+06:00', or '+0600' respectively
	 * @return {string}
	 */
	formatOffset(ts, format) {
		return formatOffset(this.offset(ts), format);
	}
	/**
	 * Return the offset in minutes for this zone at the specified timestamp.
	 * @override
	 * @param {number} ts - Epoch milliseconds for which to compute the offset
	 * @return {number}
	 */
	offset(ts) {
		if (!this.valid) return NaN;
		const date = new Date(ts);
		if (isNaN(date)) return NaN;
		const dtf = makeDTF(this.name);
		let [year, month, day, adOrBc, hour, minute, second] = dtf.formatToParts
			? partsOffset(dtf, date)
			: hackyOffset(dtf, date);
		if (adOrBc === 'BC') {
			year = -Math.abs(year) + 1;
		}
		const adjustedHour = hour === 24 ? 0 : hour;
		const asUTC = objToLocalTS({
			year,
			month,
			day,
			hour: adjustedHour,
			minute,
			second,
			millisecond: 0,
		});
		let asTS = +date;
		const over = asTS % 1e3;
		asTS -= over >= 0 ? over : 1e3 + over;
		return (asUTC - asTS) / (60 * 1e3);
	}
	/**
	 * Return whether this Zone is equal to another zone
	 * @override
	 * @param {Zone} otherZone - the zone to compare
	 * @return {boolean}
	 */
	equals(otherZone) {
		return otherZone.type === 'iana' && otherZone.name === this.name;
	}
	/**
	 * Return whether this Zone is valid.
	 * @override
	 * @type {boolean}
	 */
	get isValid() {
		return this.valid;
	}
};
var intlLFCache = {};
function getCachedLF(locString, opts = {}) {
	const key = JSON.stringify([locString, opts]);
	let dtf = intlLFCache[key];
	if (!dtf) {
		dtf = new Intl.ListFormat(locString, opts);
		intlLFCache[key] = dtf;
	}
	return dtf;
}
var intlDTCache = /* @__PURE__ */ new Map();
function getCachedDTF(locString, opts = {}) {
	const key = JSON.stringify([locString, opts]);
	let dtf = intlDTCache.get(key);
	if (dtf === void 0) {
		dtf = new Intl.DateTimeFormat(locString, opts);
		intlDTCache.set(key, dtf);
	}
	return dtf;
}
var intlNumCache = /* @__PURE__ */ new Map();
function getCachedINF(locString, opts = {}) {
	const key = JSON.stringify([locString, opts]);
	let inf = intlNumCache.get(key);
	if (inf === void 0) {
		inf = new Intl.NumberFormat(locString, opts);
		intlNumCache.set(key, inf);
	}
	return inf;
}
var intlRelCache = /* @__PURE__ */ new Map();
function getCachedRTF(locString, opts = {}) {
	const { base, ...cacheKeyOpts } = opts;
	const key = JSON.stringify([locString, cacheKeyOpts]);
	let inf = intlRelCache.get(key);
	if (inf === void 0) {
		inf = new Intl.RelativeTimeFormat(locString, opts);
		intlRelCache.set(key, inf);
	}
	return inf;
}
var sysLocaleCache = null;
function systemLocale() {
	if (sysLocaleCache) {
		return sysLocaleCache;
	} else {
		sysLocaleCache = new Intl.DateTimeFormat().resolvedOptions().locale;
		return sysLocaleCache;
	}
}
var intlResolvedOptionsCache = /* @__PURE__ */ new Map();
function getCachedIntResolvedOptions(locString) {
	let opts = intlResolvedOptionsCache.get(locString);
	if (opts === void 0) {
		opts = new Intl.DateTimeFormat(locString).resolvedOptions();
		intlResolvedOptionsCache.set(locString, opts);
	}
	return opts;
}
var weekInfoCache = /* @__PURE__ */ new Map();
function getCachedWeekInfo(locString) {
	let data = weekInfoCache.get(locString);
	if (!data) {
		const locale = new Intl.Locale(locString);
		data = 'getWeekInfo' in locale ? locale.getWeekInfo() : locale.weekInfo;
		if (!('minimalDays' in data)) {
			data = { ...fallbackWeekSettings, ...data };
		}
		weekInfoCache.set(locString, data);
	}
	return data;
}
function parseLocaleString(localeStr) {
	const xIndex = localeStr.indexOf('-x-');
	if (xIndex !== -1) {
		localeStr = localeStr.substring(0, xIndex);
	}
	const uIndex = localeStr.indexOf('-u-');
	if (uIndex === -1) {
		return [localeStr];
	} else {
		let options;
		let selectedStr;
		try {
			options = getCachedDTF(localeStr).resolvedOptions();
			selectedStr = localeStr;
		} catch (e) {
			const smaller = localeStr.substring(0, uIndex);
			options = getCachedDTF(smaller).resolvedOptions();
			selectedStr = smaller;
		}
		const { numberingSystem, calendar } = options;
		return [selectedStr, numberingSystem, calendar];
	}
}
function intlConfigString(localeStr, numberingSystem, outputCalendar) {
	if (outputCalendar || numberingSystem) {
		if (!localeStr.includes('-u-')) {
			localeStr += '-u';
		}
		if (outputCalendar) {
			localeStr += `-ca-${outputCalendar}`;
		}
		if (numberingSystem) {
			localeStr += `-nu-${numberingSystem}`;
		}
		return localeStr;
	} else {
		return localeStr;
	}
}
function mapMonths(f) {
	const ms = [];
	for (let i = 1; i <= 12; i++) {
		const dt = DateTime.utc(2009, i, 1);
		ms.push(f(dt));
	}
	return ms;
}
function mapWeekdays(f) {
	const ms = [];
	for (let i = 1; i <= 7; i++) {
		const dt = DateTime.utc(2016, 11, 13 + i);
		ms.push(f(dt));
	}
	return ms;
}
function listStuff(loc, length, englishFn, intlFn) {
	const mode = loc.listingMode();
	if (mode === 'error') {
		return null;
	} else if (mode === 'en') {
		return englishFn(length);
	} else {
		return intlFn(length);
	}
}
function supportsFastNumbers(loc) {
	if (loc.numberingSystem && loc.numberingSystem !== 'latn') {
		return false;
	} else {
		return (
			loc.numberingSystem === 'latn' ||
			!loc.locale ||
			loc.locale.startsWith('en') ||
			getCachedIntResolvedOptions(loc.locale).numberingSystem === 'latn'
		);
	}
}
var PolyNumberFormatter = class {
	constructor(intl, forceSimple, opts) {
		this.padTo = opts.padTo || 0;
		this.floor = opts.floor || false;
		const { padTo, floor, ...otherOpts } = opts;
		if (!forceSimple || Object.keys(otherOpts).length > 0) {
			const intlOpts = { useGrouping: false, ...opts };
			if (opts.padTo > 0) intlOpts.minimumIntegerDigits = opts.padTo;
			this.inf = getCachedINF(intl, intlOpts);
		}
	}
	format(i) {
		if (this.inf) {
			const fixed = this.floor ? Math.floor(i) : i;
			return this.inf.format(fixed);
		} else {
			const fixed = this.floor ? Math.floor(i) : roundTo(i, 3);
			return padStart(fixed, this.padTo);
		}
	}
};
var PolyDateFormatter = class {
	constructor(dt, intl, opts) {
		this.opts = opts;
		this.originalZone = void 0;
		let z = void 0;
		if (this.opts.timeZone) {
			this.dt = dt;
		} else if (dt.zone.type === 'fixed') {
			const gmtOffset = -1 * (dt.offset / 60);
			const offsetZ = gmtOffset >= 0 ? `Etc/GMT+${gmtOffset}` : `Etc/GMT${gmtOffset}`;
			if (dt.offset !== 0 && IANAZone.create(offsetZ).valid) {
				z = offsetZ;
				this.dt = dt;
			} else {
				z = 'UTC';
				this.dt = dt.offset === 0 ? dt : dt.setZone('UTC').plus({ minutes: dt.offset });
				this.originalZone = dt.zone;
			}
		} else if (dt.zone.type === 'system') {
			this.dt = dt;
		} else if (dt.zone.type === 'iana') {
			this.dt = dt;
			z = dt.zone.name;
		} else {
			z = 'UTC';
			this.dt = dt.setZone('UTC').plus({ minutes: dt.offset });
			this.originalZone = dt.zone;
		}
		const intlOpts = { ...this.opts };
		intlOpts.timeZone = intlOpts.timeZone || z;
		this.dtf = getCachedDTF(intl, intlOpts);
	}
	format() {
		if (this.originalZone) {
			return this.formatToParts()
				.map(({ value }) => value)
				.join('');
		}
		return this.dtf.format(this.dt.toJSDate());
	}
	formatToParts() {
		const parts = this.dtf.formatToParts(this.dt.toJSDate());
		if (this.originalZone) {
			return parts.map((part) => {
				if (part.type === 'timeZoneName') {
					const offsetName = this.originalZone.offsetName(this.dt.ts, {
						locale: this.dt.locale,
						format: this.opts.timeZoneName,
					});
					return {
						...part,
						value: offsetName,
					};
				} else {
					return part;
				}
			});
		}
		return parts;
	}
	resolvedOptions() {
		return this.dtf.resolvedOptions();
	}
};
var PolyRelFormatter = class {
	constructor(intl, isEnglish, opts) {
		this.opts = { style: 'long', ...opts };
		if (!isEnglish && hasRelative()) {
			this.rtf = getCachedRTF(intl, opts);
		}
	}
	format(count, unit) {
		if (this.rtf) {
			return this.rtf.format(count, unit);
		} else {
			return formatRelativeTime(unit, count, this.opts.numeric, this.opts.style !== 'long');
		}
	}
	formatToParts(count, unit) {
		if (this.rtf) {
			return this.rtf.formatToParts(count, unit);
		} else {
			return [];
		}
	}
};
var fallbackWeekSettings = {
	firstDay: 1,
	minimalDays: 4,
	weekend: [6, 7],
};
var Locale = class _Locale {
	static fromOpts(opts) {
		return _Locale.create(
			opts.locale,
			opts.numberingSystem,
			opts.outputCalendar,
			opts.weekSettings,
			opts.defaultToEN,
		);
	}
	static create(locale, numberingSystem, outputCalendar, weekSettings, defaultToEN = false) {
		const specifiedLocale = locale || Settings.defaultLocale;
		const localeR = specifiedLocale || (defaultToEN ? 'en-US' : systemLocale());
		const numberingSystemR = numberingSystem || Settings.defaultNumberingSystem;
		const outputCalendarR = outputCalendar || Settings.defaultOutputCalendar;
		const weekSettingsR = validateWeekSettings(weekSettings) || Settings.defaultWeekSettings;
		return new _Locale(localeR, numberingSystemR, outputCalendarR, weekSettingsR, specifiedLocale);
	}
	static resetCache() {
		sysLocaleCache = null;
		intlDTCache.clear();
		intlNumCache.clear();
		intlRelCache.clear();
		intlResolvedOptionsCache.clear();
		weekInfoCache.clear();
	}
	static fromObject({ locale, numberingSystem, outputCalendar, weekSettings } = {}) {
		return _Locale.create(locale, numberingSystem, outputCalendar, weekSettings);
	}
	constructor(locale, numbering, outputCalendar, weekSettings, specifiedLocale) {
		const [parsedLocale, parsedNumberingSystem, parsedOutputCalendar] = parseLocaleString(locale);
		this.locale = parsedLocale;
		this.numberingSystem = numbering || parsedNumberingSystem || null;
		this.outputCalendar = outputCalendar || parsedOutputCalendar || null;
		this.weekSettings = weekSettings;
		this.intl = intlConfigString(this.locale, this.numberingSystem, this.outputCalendar);
		this.weekdaysCache = { format: {}, standalone: {} };
		this.monthsCache = { format: {}, standalone: {} };
		this.meridiemCache = null;
		this.eraCache = {};
		this.specifiedLocale = specifiedLocale;
		this.fastNumbersCached = null;
	}
	get fastNumbers() {
		if (this.fastNumbersCached == null) {
			this.fastNumbersCached = supportsFastNumbers(this);
		}
		return this.fastNumbersCached;
	}
	listingMode() {
		const isActuallyEn = this.isEnglish();
		const hasNoWeirdness =
			(this.numberingSystem === null || this.numberingSystem === 'latn') &&
			(this.outputCalendar === null || this.outputCalendar === 'gregory');
		return isActuallyEn && hasNoWeirdness ? 'en' : 'intl';
	}
	clone(alts) {
		if (!alts || Object.getOwnPropertyNames(alts).length === 0) {
			return this;
		} else {
			return _Locale.create(
				alts.locale || this.specifiedLocale,
				alts.numberingSystem || this.numberingSystem,
				alts.outputCalendar || this.outputCalendar,
				validateWeekSettings(alts.weekSettings) || this.weekSettings,
				alts.defaultToEN || false,
			);
		}
	}
	redefaultToEN(alts = {}) {
		return this.clone({ ...alts, defaultToEN: true });
	}
	redefaultToSystem(alts = {}) {
		return this.clone({ ...alts, defaultToEN: false });
	}
	months(length, format = false) {
		return listStuff(this, length, months, () => {
			const monthSpecialCase = this.intl === 'ja' || this.intl.startsWith('ja-');
			format &= !monthSpecialCase;
			const intl = format ? { month: length, day: 'numeric' } : { month: length },
				formatStr = format ? 'format' : 'standalone';
			if (!this.monthsCache[formatStr][length]) {
				const mapper = !monthSpecialCase
					? (dt) => this.extract(dt, intl, 'month')
					: (dt) => this.dtFormatter(dt, intl).format();
				this.monthsCache[formatStr][length] = mapMonths(mapper);
			}
			return this.monthsCache[formatStr][length];
		});
	}
	weekdays(length, format = false) {
		return listStuff(this, length, weekdays, () => {
			const intl = format
					? { weekday: length, year: 'numeric', month: 'long', day: 'numeric' }
					: { weekday: length },
				formatStr = format ? 'format' : 'standalone';
			if (!this.weekdaysCache[formatStr][length]) {
				this.weekdaysCache[formatStr][length] = mapWeekdays((dt) =>
					this.extract(dt, intl, 'weekday'),
				);
			}
			return this.weekdaysCache[formatStr][length];
		});
	}
	meridiems() {
		return listStuff(
			this,
			void 0,
			() => meridiems,
			() => {
				if (!this.meridiemCache) {
					const intl = { hour: 'numeric', hourCycle: 'h12' };
					this.meridiemCache = [DateTime.utc(2016, 11, 13, 9), DateTime.utc(2016, 11, 13, 19)].map(
						(dt) => this.extract(dt, intl, 'dayperiod'),
					);
				}
				return this.meridiemCache;
			},
		);
	}
	eras(length) {
		return listStuff(this, length, eras, () => {
			const intl = { era: length };
			if (!this.eraCache[length]) {
				this.eraCache[length] = [DateTime.utc(-40, 1, 1), DateTime.utc(2017, 1, 1)].map((dt) =>
					this.extract(dt, intl, 'era'),
				);
			}
			return this.eraCache[length];
		});
	}
	extract(dt, intlOpts, field) {
		const df = this.dtFormatter(dt, intlOpts),
			results = df.formatToParts(),
			matching = results.find((m) => m.type.toLowerCase() === field);
		return matching ? matching.value : null;
	}
	numberFormatter(opts = {}) {
		return new PolyNumberFormatter(this.intl, opts.forceSimple || this.fastNumbers, opts);
	}
	dtFormatter(dt, intlOpts = {}) {
		return new PolyDateFormatter(dt, this.intl, intlOpts);
	}
	relFormatter(opts = {}) {
		return new PolyRelFormatter(this.intl, this.isEnglish(), opts);
	}
	listFormatter(opts = {}) {
		return getCachedLF(this.intl, opts);
	}
	isEnglish() {
		return (
			this.locale === 'en' ||
			this.locale.toLowerCase() === 'en-us' ||
			getCachedIntResolvedOptions(this.intl).locale.startsWith('en-us')
		);
	}
	getWeekSettings() {
		if (this.weekSettings) {
			return this.weekSettings;
		} else if (!hasLocaleWeekInfo()) {
			return fallbackWeekSettings;
		} else {
			return getCachedWeekInfo(this.locale);
		}
	}
	getStartOfWeek() {
		return this.getWeekSettings().firstDay;
	}
	getMinDaysInFirstWeek() {
		return this.getWeekSettings().minimalDays;
	}
	getWeekendDays() {
		return this.getWeekSettings().weekend;
	}
	equals(other) {
		return (
			this.locale === other.locale &&
			this.numberingSystem === other.numberingSystem &&
			this.outputCalendar === other.outputCalendar
		);
	}
	toString() {
		return `Locale(${this.locale}, ${this.numberingSystem}, ${this.outputCalendar})`;
	}
};
var singleton = null;
var FixedOffsetZone = class _FixedOffsetZone extends Zone {
	/**
	 * Get a singleton instance of UTC
	 * @return {FixedOffsetZone}
	 */
	static get utcInstance() {
		if (singleton === null) {
			singleton = new _FixedOffsetZone(0);
		}
		return singleton;
	}
	/**
	 * Get an instance with a specified offset
	 * @param {number} offset - The offset in minutes
	 * @return {FixedOffsetZone}
	 */
	static instance(offset2) {
		return offset2 === 0 ? _FixedOffsetZone.utcInstance : new _FixedOffsetZone(offset2);
	}
	/**
	 * Get an instance of FixedOffsetZone from a UTC offset string, like "UTC+6"
	 * @param {string} s - The offset string to parse
	 * @example FixedOffsetZone.parseSpecifier("UTC+6")
	 * @example FixedOffsetZone.parseSpecifier("UTC+06")
	 * @example FixedOffsetZone.parseSpecifier("UTC-6:00")
	 * @return {FixedOffsetZone}
	 */
	static parseSpecifier(s2) {
		if (s2) {
			const r = s2.match(/^utc(?:([+-]\d{1,2})(?::(\d{2}))?)?$/i);
			if (r) {
				return new _FixedOffsetZone(signedOffset(r[1], r[2]));
			}
		}
		return null;
	}
	constructor(offset2) {
		super();
		this.fixed = offset2;
	}
	/**
	 * The type of zone. `fixed` for all instances of `FixedOffsetZone`.
	 * @override
	 * @type {string}
	 */
	get type() {
		return 'fixed';
	}
	/**
	 * The name of this zone.
	 * All fixed zones' names always start with "UTC" (plus optional offset)
	 * @override
	 * @type {string}
	 */
	get name() {
		return this.fixed === 0 ? 'UTC' : `UTC${formatOffset(this.fixed, 'narrow')}`;
	}
	/**
	 * The IANA name of this zone, i.e. `Etc/UTC` or `Etc/GMT+/-nn`
	 *
	 * @override
	 * @type {string}
	 */
	get ianaName() {
		if (this.fixed === 0) {
			return 'Etc/UTC';
		} else {
			return `Etc/GMT${formatOffset(-this.fixed, 'narrow')}`;
		}
	}
	/**
	 * Returns the offset's common name at the specified timestamp.
	 *
	 * For fixed offset zones this equals to the zone name.
	 * @override
	 */
	offsetName() {
		return this.name;
	}
	/**
	 * Returns the offset's value as a string
	 * @override
	 * @param {number} ts - Epoch milliseconds for which to get the offset
	 * @param {string} format - What style of offset to return.
	 *                          Accepts 'narrow', 'short', or 'techie'. Returning '+6', '+06:00', or '+0600' respectively
	 * @return {string}
	 */
	formatOffset(ts, format) {
		return formatOffset(this.fixed, format);
	}
	/**
	 * Returns whether the offset is known to be fixed for the whole year:
	 * Always returns true for all fixed offset zones.
	 * @override
	 * @type {boolean}
	 */
	get isUniversal() {
		return true;
	}
	/**
	 * Return the offset in minutes for this zone at the specified timestamp.
	 *
	 * For fixed offset zones, this is constant and does not depend on a timestamp.
	 * @override
	 * @return {number}
	 */
	offset() {
		return this.fixed;
	}
	/**
	 * Return whether this Zone is equal to another zone (i.e. also fixed and same offset)
	 * @override
	 * @param {Zone} otherZone - the zone to compare
	 * @return {boolean}
	 */
	equals(otherZone) {
		return otherZone.type === 'fixed' && otherZone.fixed === this.fixed;
	}
	/**
	 * Return whether this Zone is valid:
	 * All fixed offset zones are valid.
	 * @override
	 * @type {boolean}
	 */
	get isValid() {
		return true;
	}
};
var InvalidZone = class extends Zone {
	constructor(zoneName) {
		super();
		this.zoneName = zoneName;
	}
	/** @override **/
	get type() {
		return 'invalid';
	}
	/** @override **/
	get name() {
		return this.zoneName;
	}
	/** @override **/
	get isUniversal() {
		return false;
	}
	/** @override **/
	offsetName() {
		return null;
	}
	/** @override **/
	formatOffset() {
		return '';
	}
	/** @override **/
	offset() {
		return NaN;
	}
	/** @override **/
	equals() {
		return false;
	}
	/** @override **/
	get isValid() {
		return false;
	}
};
function normalizeZone(input, defaultZone2) {
	if (isUndefined(input) || input === null) {
		return defaultZone2;
	} else if (input instanceof Zone) {
		return input;
	} else if (isString(input)) {
		const lowered = input.toLowerCase();
		if (lowered === 'default') return defaultZone2;
		else if (lowered === 'local' || lowered === 'system') return SystemZone.instance;
		else if (lowered === 'utc' || lowered === 'gmt') return FixedOffsetZone.utcInstance;
		else return FixedOffsetZone.parseSpecifier(lowered) || IANAZone.create(input);
	} else if (isNumber(input)) {
		return FixedOffsetZone.instance(input);
	} else if (typeof input === 'object' && 'offset' in input && typeof input.offset === 'function') {
		return input;
	} else {
		return new InvalidZone(input);
	}
}
var numberingSystems = {
	arab: '[\u0660-\u0669]',
	arabext: '[\u06F0-\u06F9]',
	bali: '[\u1B50-\u1B59]',
	beng: '[\u09E6-\u09EF]',
	deva: '[\u0966-\u096F]',
	fullwide: '[\uFF10-\uFF19]',
	gujr: '[\u0AE6-\u0AEF]',
	hanidec: '[\u3007|\u4E00|\u4E8C|\u4E09|\u56DB|\u4E94|\u516D|\u4E03|\u516B|\u4E5D]',
	khmr: '[\u17E0-\u17E9]',
	knda: '[\u0CE6-\u0CEF]',
	laoo: '[\u0ED0-\u0ED9]',
	limb: '[\u1946-\u194F]',
	mlym: '[\u0D66-\u0D6F]',
	mong: '[\u1810-\u1819]',
	mymr: '[\u1040-\u1049]',
	orya: '[\u0B66-\u0B6F]',
	tamldec: '[\u0BE6-\u0BEF]',
	telu: '[\u0C66-\u0C6F]',
	thai: '[\u0E50-\u0E59]',
	tibt: '[\u0F20-\u0F29]',
	latn: '\\d',
};
var numberingSystemsUTF16 = {
	arab: [1632, 1641],
	arabext: [1776, 1785],
	bali: [6992, 7001],
	beng: [2534, 2543],
	deva: [2406, 2415],
	fullwide: [65296, 65303],
	gujr: [2790, 2799],
	khmr: [6112, 6121],
	knda: [3302, 3311],
	laoo: [3792, 3801],
	limb: [6470, 6479],
	mlym: [3430, 3439],
	mong: [6160, 6169],
	mymr: [4160, 4169],
	orya: [2918, 2927],
	tamldec: [3046, 3055],
	telu: [3174, 3183],
	thai: [3664, 3673],
	tibt: [3872, 3881],
};
var hanidecChars = numberingSystems.hanidec.replace(/[\[|\]]/g, '').split('');
function parseDigits(str) {
	let value = parseInt(str, 10);
	if (isNaN(value)) {
		value = '';
		for (let i = 0; i < str.length; i++) {
			const code = str.charCodeAt(i);
			if (str[i].search(numberingSystems.hanidec) !== -1) {
				value += hanidecChars.indexOf(str[i]);
			} else {
				for (const key in numberingSystemsUTF16) {
					const [min, max] = numberingSystemsUTF16[key];
					if (code >= min && code <= max) {
						value += code - min;
					}
				}
			}
		}
		return parseInt(value, 10);
	} else {
		return value;
	}
}
var digitRegexCache = /* @__PURE__ */ new Map();
function resetDigitRegexCache() {
	digitRegexCache.clear();
}
function digitRegex({ numberingSystem }, append = '') {
	const ns = numberingSystem || 'latn';
	let appendCache = digitRegexCache.get(ns);
	if (appendCache === void 0) {
		appendCache = /* @__PURE__ */ new Map();
		digitRegexCache.set(ns, appendCache);
	}
	let regex = appendCache.get(append);
	if (regex === void 0) {
		regex = new RegExp(`${numberingSystems[ns]}${append}`);
		appendCache.set(append, regex);
	}
	return regex;
}
var now = () => Date.now();
var defaultZone = 'system';
var defaultLocale = null;
var defaultNumberingSystem = null;
var defaultOutputCalendar = null;
var twoDigitCutoffYear = 60;
var throwOnInvalid;
var defaultWeekSettings = null;
var Settings = class {
	/**
	 * Get the callback for returning the current timestamp.
	 * @type {function}
	 */
	static get now() {
		return now;
	}
	/**
	 * Set the callback for returning the current timestamp.
	 * The function should return a number, which will be interpreted as an Epoch millisecond count
	 * @type {function}
	 * @example Settings.now = () => Date.now() + 3000 // pretend it is 3 seconds in the future
	 * @example Settings.now = () => 0 // always pretend it's Jan 1, 1970 at midnight in UTC time
	 */
	static set now(n2) {
		now = n2;
	}
	/**
	 * Set the default time zone to create DateTimes in. Does not affect existing instances.
	 * Use the value "system" to reset this value to the system's time zone.
	 * @type {string}
	 */
	static set defaultZone(zone) {
		defaultZone = zone;
	}
	/**
	 * Get the default time zone object currently used to create DateTimes. Does not affect existing instances.
	 * The default value is the system's time zone (the one set on the machine that runs this code).
	 * @type {Zone}
	 */
	static get defaultZone() {
		return normalizeZone(defaultZone, SystemZone.instance);
	}
	/**
	 * Get the default locale to create DateTimes with. Does not affect existing instances.
	 * @type {string}
	 */
	static get defaultLocale() {
		return defaultLocale;
	}
	/**
	 * Set the default locale to create DateTimes with. Does not affect existing instances.
	 * @type {string}
	 */
	static set defaultLocale(locale) {
		defaultLocale = locale;
	}
	/**
	 * Get the default numbering system to create DateTimes with. Does not affect existing instances.
	 * @type {string}
	 */
	static get defaultNumberingSystem() {
		return defaultNumberingSystem;
	}
	/**
	 * Set the default numbering system to create DateTimes with. Does not affect existing instances.
	 * @type {string}
	 */
	static set defaultNumberingSystem(numberingSystem) {
		defaultNumberingSystem = numberingSystem;
	}
	/**
	 * Get the default output calendar to create DateTimes with. Does not affect existing instances.
	 * @type {string}
	 */
	static get defaultOutputCalendar() {
		return defaultOutputCalendar;
	}
	/**
	 * Set the default output calendar to create DateTimes with. Does not affect existing instances.
	 * @type {string}
	 */
	static set defaultOutputCalendar(outputCalendar) {
		defaultOutputCalendar = outputCalendar;
	}
	/**
	 * @typedef {Object} WeekSettings
	 * @property {number} firstDay
	 * @property {number} minimalDays
	 * @property {number[]} weekend
	 */
	/**
	 * @return {WeekSettings|null}
	 */
	static get defaultWeekSettings() {
		return defaultWeekSettings;
	}
	/**
	 * Allows overriding the default locale week settings, i.e. the start of the week, the weekend and
	 * how many days are required in the first week of a year.
	 * Does not affect existing instances.
	 *
	 * @param {WeekSettings|null} weekSettings
	 */
	static set defaultWeekSettings(weekSettings) {
		defaultWeekSettings = validateWeekSettings(weekSettings);
	}
	/**
	 * Get the cutoff year for whether a 2-digit year string is interpreted in the current or previous century. Numbers higher than the cutoff will be considered to mean 19xx and numbers lower or equal to the cutoff will be considered 20xx.
	 * @type {number}
	 */
	static get twoDigitCutoffYear() {
		return twoDigitCutoffYear;
	}
	/**
	 * Set the cutoff year for whether a 2-digit year string is interpreted in the current or previous century. Numbers higher than the cutoff will be considered to mean 19xx and numbers lower or equal to the cutoff will be considered 20xx.
	 * @type {number}
	 * @example Settings.twoDigitCutoffYear = 0 // all 'yy' are interpreted as 20th century
	 * @example Settings.twoDigitCutoffYear = 99 // all 'yy' are interpreted as 21st century
	 * @example Settings.twoDigitCutoffYear = 50 // '49' -> 2049; '50' -> 1950
	 * @example Settings.twoDigitCutoffYear = 1950 // interpreted as 50
	 * @example Settings.twoDigitCutoffYear = 2050 // ALSO interpreted as 50
	 */
	static set twoDigitCutoffYear(cutoffYear) {
		twoDigitCutoffYear = cutoffYear % 100;
	}
	/**
	 * Get whether Luxon will throw when it encounters invalid DateTimes, Durations, or Intervals
	 * @type {boolean}
	 */
	static get throwOnInvalid() {
		return throwOnInvalid;
	}
	/**
	 * Set whether Luxon will throw when it encounters invalid DateTimes, Durations, or Intervals
	 * @type {boolean}
	 */
	static set throwOnInvalid(t) {
		throwOnInvalid = t;
	}
	/**
	 * Reset Luxon's global caches. Should only be necessary in testing scenarios.
	 * @return {void}
	 */
	static resetCaches() {
		Locale.resetCache();
		IANAZone.resetCache();
		DateTime.resetCache();
		resetDigitRegexCache();
	}
};
var Invalid = class {
	constructor(reason, explanation) {
		this.reason = reason;
		this.explanation = explanation;
	}
	toMessage() {
		if (this.explanation) {
			return `${this.reason}: ${this.explanation}`;
		} else {
			return this.reason;
		}
	}
};
var nonLeapLadder = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
var leapLadder = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335];
function unitOutOfRange(unit, value) {
	return new Invalid(
		'unit out of range',
		`you specified ${value} (of type ${typeof value}) as a ${unit}, which is invalid`,
	);
}
function dayOfWeek(year, month, day) {
	const d = new Date(Date.UTC(year, month - 1, day));
	if (year < 100 && year >= 0) {
		d.setUTCFullYear(d.getUTCFullYear() - 1900);
	}
	const js = d.getUTCDay();
	return js === 0 ? 7 : js;
}
function computeOrdinal(year, month, day) {
	return day + (isLeapYear(year) ? leapLadder : nonLeapLadder)[month - 1];
}
function uncomputeOrdinal(year, ordinal) {
	const table = isLeapYear(year) ? leapLadder : nonLeapLadder,
		month0 = table.findIndex((i) => i < ordinal),
		day = ordinal - table[month0];
	return { month: month0 + 1, day };
}
function isoWeekdayToLocal(isoWeekday, startOfWeek) {
	return ((isoWeekday - startOfWeek + 7) % 7) + 1;
}
function gregorianToWeek(gregObj, minDaysInFirstWeek = 4, startOfWeek = 1) {
	const { year, month, day } = gregObj,
		ordinal = computeOrdinal(year, month, day),
		weekday = isoWeekdayToLocal(dayOfWeek(year, month, day), startOfWeek);
	let weekNumber = Math.floor((ordinal - weekday + 14 - minDaysInFirstWeek) / 7),
		weekYear;
	if (weekNumber < 1) {
		weekYear = year - 1;
		weekNumber = weeksInWeekYear(weekYear, minDaysInFirstWeek, startOfWeek);
	} else if (weekNumber > weeksInWeekYear(year, minDaysInFirstWeek, startOfWeek)) {
		weekYear = year + 1;
		weekNumber = 1;
	} else {
		weekYear = year;
	}
	return { weekYear, weekNumber, weekday, ...timeObject(gregObj) };
}
function weekToGregorian(weekData, minDaysInFirstWeek = 4, startOfWeek = 1) {
	const { weekYear, weekNumber, weekday } = weekData,
		weekdayOfJan4 = isoWeekdayToLocal(dayOfWeek(weekYear, 1, minDaysInFirstWeek), startOfWeek),
		yearInDays = daysInYear(weekYear);
	let ordinal = weekNumber * 7 + weekday - weekdayOfJan4 - 7 + minDaysInFirstWeek,
		year;
	if (ordinal < 1) {
		year = weekYear - 1;
		ordinal += daysInYear(year);
	} else if (ordinal > yearInDays) {
		year = weekYear + 1;
		ordinal -= daysInYear(weekYear);
	} else {
		year = weekYear;
	}
	const { month, day } = uncomputeOrdinal(year, ordinal);
	return { year, month, day, ...timeObject(weekData) };
}
function gregorianToOrdinal(gregData) {
	const { year, month, day } = gregData;
	const ordinal = computeOrdinal(year, month, day);
	return { year, ordinal, ...timeObject(gregData) };
}
function ordinalToGregorian(ordinalData) {
	const { year, ordinal } = ordinalData;
	const { month, day } = uncomputeOrdinal(year, ordinal);
	return { year, month, day, ...timeObject(ordinalData) };
}
function usesLocalWeekValues(obj, loc) {
	const hasLocaleWeekData =
		!isUndefined(obj.localWeekday) ||
		!isUndefined(obj.localWeekNumber) ||
		!isUndefined(obj.localWeekYear);
	if (hasLocaleWeekData) {
		const hasIsoWeekData =
			!isUndefined(obj.weekday) || !isUndefined(obj.weekNumber) || !isUndefined(obj.weekYear);
		if (hasIsoWeekData) {
			throw new ConflictingSpecificationError(
				'Cannot mix locale-based week fields with ISO-based week fields',
			);
		}
		if (!isUndefined(obj.localWeekday)) obj.weekday = obj.localWeekday;
		if (!isUndefined(obj.localWeekNumber)) obj.weekNumber = obj.localWeekNumber;
		if (!isUndefined(obj.localWeekYear)) obj.weekYear = obj.localWeekYear;
		delete obj.localWeekday;
		delete obj.localWeekNumber;
		delete obj.localWeekYear;
		return {
			minDaysInFirstWeek: loc.getMinDaysInFirstWeek(),
			startOfWeek: loc.getStartOfWeek(),
		};
	} else {
		return { minDaysInFirstWeek: 4, startOfWeek: 1 };
	}
}
function hasInvalidWeekData(obj, minDaysInFirstWeek = 4, startOfWeek = 1) {
	const validYear = isInteger(obj.weekYear),
		validWeek = integerBetween(
			obj.weekNumber,
			1,
			weeksInWeekYear(obj.weekYear, minDaysInFirstWeek, startOfWeek),
		),
		validWeekday = integerBetween(obj.weekday, 1, 7);
	if (!validYear) {
		return unitOutOfRange('weekYear', obj.weekYear);
	} else if (!validWeek) {
		return unitOutOfRange('week', obj.weekNumber);
	} else if (!validWeekday) {
		return unitOutOfRange('weekday', obj.weekday);
	} else return false;
}
function hasInvalidOrdinalData(obj) {
	const validYear = isInteger(obj.year),
		validOrdinal = integerBetween(obj.ordinal, 1, daysInYear(obj.year));
	if (!validYear) {
		return unitOutOfRange('year', obj.year);
	} else if (!validOrdinal) {
		return unitOutOfRange('ordinal', obj.ordinal);
	} else return false;
}
function hasInvalidGregorianData(obj) {
	const validYear = isInteger(obj.year),
		validMonth = integerBetween(obj.month, 1, 12),
		validDay = integerBetween(obj.day, 1, daysInMonth(obj.year, obj.month));
	if (!validYear) {
		return unitOutOfRange('year', obj.year);
	} else if (!validMonth) {
		return unitOutOfRange('month', obj.month);
	} else if (!validDay) {
		return unitOutOfRange('day', obj.day);
	} else return false;
}
function hasInvalidTimeData(obj) {
	const { hour, minute, second, millisecond } = obj;
	const validHour =
			integerBetween(hour, 0, 23) ||
			(hour === 24 && minute === 0 && second === 0 && millisecond === 0),
		validMinute = integerBetween(minute, 0, 59),
		validSecond = integerBetween(second, 0, 59),
		validMillisecond = integerBetween(millisecond, 0, 999);
	if (!validHour) {
		return unitOutOfRange('hour', hour);
	} else if (!validMinute) {
		return unitOutOfRange('minute', minute);
	} else if (!validSecond) {
		return unitOutOfRange('second', second);
	} else if (!validMillisecond) {
		return unitOutOfRange('millisecond', millisecond);
	} else return false;
}
function isUndefined(o) {
	return typeof o === 'undefined';
}
function isNumber(o) {
	return typeof o === 'number';
}
function isInteger(o) {
	return typeof o === 'number' && o % 1 === 0;
}
function isString(o) {
	return typeof o === 'string';
}
function isDate(o) {
	return Object.prototype.toString.call(o) === '[object Date]';
}
function hasRelative() {
	try {
		return typeof Intl !== 'undefined' && !!Intl.RelativeTimeFormat;
	} catch (e) {
		return false;
	}
}
function hasLocaleWeekInfo() {
	try {
		return (
			typeof Intl !== 'undefined' &&
			!!Intl.Locale &&
			('weekInfo' in Intl.Locale.prototype || 'getWeekInfo' in Intl.Locale.prototype)
		);
	} catch (e) {
		return false;
	}
}
function maybeArray(thing) {
	return Array.isArray(thing) ? thing : [thing];
}
function bestBy(arr, by, compare) {
	if (arr.length === 0) {
		return void 0;
	}
	return arr.reduce((best, next2) => {
		const pair = [by(next2), next2];
		if (!best) {
			return pair;
		} else if (compare(best[0], pair[0]) === best[0]) {
			return best;
		} else {
			return pair;
		}
	}, null)[1];
}
function pick(obj, keys) {
	return keys.reduce((a, k) => {
		a[k] = obj[k];
		return a;
	}, {});
}
function hasOwnProperty(obj, prop) {
	return Object.prototype.hasOwnProperty.call(obj, prop);
}
function validateWeekSettings(settings) {
	if (settings == null) {
		return null;
	} else if (typeof settings !== 'object') {
		throw new InvalidArgumentError('Week settings must be an object');
	} else {
		if (
			!integerBetween(settings.firstDay, 1, 7) ||
			!integerBetween(settings.minimalDays, 1, 7) ||
			!Array.isArray(settings.weekend) ||
			settings.weekend.some((v) => !integerBetween(v, 1, 7))
		) {
			throw new InvalidArgumentError('Invalid week settings');
		}
		return {
			firstDay: settings.firstDay,
			minimalDays: settings.minimalDays,
			weekend: Array.from(settings.weekend),
		};
	}
}
function integerBetween(thing, bottom, top) {
	return isInteger(thing) && thing >= bottom && thing <= top;
}
function floorMod(x, n2) {
	return x - n2 * Math.floor(x / n2);
}
function padStart(input, n2 = 2) {
	const isNeg = input < 0;
	let padded;
	if (isNeg) {
		padded = '-' + ('' + -input).padStart(n2, '0');
	} else {
		padded = ('' + input).padStart(n2, '0');
	}
	return padded;
}
function parseInteger(string) {
	if (isUndefined(string) || string === null || string === '') {
		return void 0;
	} else {
		return parseInt(string, 10);
	}
}
function parseFloating(string) {
	if (isUndefined(string) || string === null || string === '') {
		return void 0;
	} else {
		return parseFloat(string);
	}
}
function parseMillis(fraction) {
	if (isUndefined(fraction) || fraction === null || fraction === '') {
		return void 0;
	} else {
		const f = parseFloat('0.' + fraction) * 1e3;
		return Math.floor(f);
	}
}
function roundTo(number, digits, rounding = 'round') {
	const factor = 10 ** digits;
	switch (rounding) {
		case 'expand':
			return number > 0
				? Math.ceil(number * factor) / factor
				: Math.floor(number * factor) / factor;
		case 'trunc':
			return Math.trunc(number * factor) / factor;
		case 'round':
			return Math.round(number * factor) / factor;
		case 'floor':
			return Math.floor(number * factor) / factor;
		case 'ceil':
			return Math.ceil(number * factor) / factor;
		default:
			throw new RangeError(`Value rounding ${rounding} is out of range`);
	}
}
function isLeapYear(year) {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
function daysInYear(year) {
	return isLeapYear(year) ? 366 : 365;
}
function daysInMonth(year, month) {
	const modMonth = floorMod(month - 1, 12) + 1,
		modYear = year + (month - modMonth) / 12;
	if (modMonth === 2) {
		return isLeapYear(modYear) ? 29 : 28;
	} else {
		return [31, null, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][modMonth - 1];
	}
}
function objToLocalTS(obj) {
	let d = Date.UTC(
		obj.year,
		obj.month - 1,
		obj.day,
		obj.hour,
		obj.minute,
		obj.second,
		obj.millisecond,
	);
	if (obj.year < 100 && obj.year >= 0) {
		d = new Date(d);
		d.setUTCFullYear(obj.year, obj.month - 1, obj.day);
	}
	return +d;
}
function firstWeekOffset(year, minDaysInFirstWeek, startOfWeek) {
	const fwdlw = isoWeekdayToLocal(dayOfWeek(year, 1, minDaysInFirstWeek), startOfWeek);
	return -fwdlw + minDaysInFirstWeek - 1;
}
function weeksInWeekYear(weekYear, minDaysInFirstWeek = 4, startOfWeek = 1) {
	const weekOffset = firstWeekOffset(weekYear, minDaysInFirstWeek, startOfWeek);
	const weekOffsetNext = firstWeekOffset(weekYear + 1, minDaysInFirstWeek, startOfWeek);
	return (daysInYear(weekYear) - weekOffset + weekOffsetNext) / 7;
}
function untruncateYear(year) {
	if (year > 99) {
		return year;
	} else return year > Settings.twoDigitCutoffYear ? 1900 + year : 2e3 + year;
}
function parseZoneInfo(ts, offsetFormat, locale, timeZone = null) {
	const date = new Date(ts),
		intlOpts = {
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
		};
	if (timeZone) {
		intlOpts.timeZone = timeZone;
	}
	const modified = { timeZoneName: offsetFormat, ...intlOpts };
	const parsed2 = new Intl.DateTimeFormat(locale, modified)
		.formatToParts(date)
		.find((m) => m.type.toLowerCase() === 'timezonename');
	return parsed2 ? parsed2.value : null;
}
function signedOffset(offHourStr, offMinuteStr) {
	let offHour = parseInt(offHourStr, 10);
	if (Number.isNaN(offHour)) {
		offHour = 0;
	}
	const offMin = parseInt(offMinuteStr, 10) || 0,
		offMinSigned = offHour < 0 || Object.is(offHour, -0) ? -offMin : offMin;
	return offHour * 60 + offMinSigned;
}
function asNumber(value) {
	const numericValue = Number(value);
	if (typeof value === 'boolean' || value === '' || !Number.isFinite(numericValue))
		throw new InvalidArgumentError(`Invalid unit value ${value}`);
	return numericValue;
}
function normalizeObject(obj, normalizer) {
	const normalized = {};
	for (const u in obj) {
		if (hasOwnProperty(obj, u)) {
			const v = obj[u];
			if (v === void 0 || v === null) continue;
			normalized[normalizer(u)] = asNumber(v);
		}
	}
	return normalized;
}
function formatOffset(offset2, format) {
	const hours = Math.trunc(Math.abs(offset2 / 60)),
		minutes = Math.trunc(Math.abs(offset2 % 60)),
		sign = offset2 >= 0 ? '+' : '-';
	switch (format) {
		case 'short':
			return `${sign}${padStart(hours, 2)}:${padStart(minutes, 2)}`;
		case 'narrow':
			return `${sign}${hours}${minutes > 0 ? `:${minutes}` : ''}`;
		case 'techie':
			return `${sign}${padStart(hours, 2)}${padStart(minutes, 2)}`;
		default:
			throw new RangeError(`Value format ${format} is out of range for property format`);
	}
}
function timeObject(obj) {
	return pick(obj, ['hour', 'minute', 'second', 'millisecond']);
}
var monthsLong = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];
var monthsShort = [
	'Jan',
	'Feb',
	'Mar',
	'Apr',
	'May',
	'Jun',
	'Jul',
	'Aug',
	'Sep',
	'Oct',
	'Nov',
	'Dec',
];
var monthsNarrow = ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'];
function months(length) {
	switch (length) {
		case 'narrow':
			return [...monthsNarrow];
		case 'short':
			return [...monthsShort];
		case 'long':
			return [...monthsLong];
		case 'numeric':
			return ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];
		case '2-digit':
			return ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
		default:
			return null;
	}
}
var weekdaysLong = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
var weekdaysShort = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
var weekdaysNarrow = ['M', 'T', 'W', 'T', 'F', 'S', 'S'];
function weekdays(length) {
	switch (length) {
		case 'narrow':
			return [...weekdaysNarrow];
		case 'short':
			return [...weekdaysShort];
		case 'long':
			return [...weekdaysLong];
		case 'numeric':
			return ['1', '2', '3', '4', '5', '6', '7'];
		default:
			return null;
	}
}
var meridiems = ['AM', 'PM'];
var erasLong = ['Before Christ', 'Anno Domini'];
var erasShort = ['BC', 'AD'];
var erasNarrow = ['B', 'A'];
function eras(length) {
	switch (length) {
		case 'narrow':
			return [...erasNarrow];
		case 'short':
			return [...erasShort];
		case 'long':
			return [...erasLong];
		default:
			return null;
	}
}
function meridiemForDateTime(dt) {
	return meridiems[dt.hour < 12 ? 0 : 1];
}
function weekdayForDateTime(dt, length) {
	return weekdays(length)[dt.weekday - 1];
}
function monthForDateTime(dt, length) {
	return months(length)[dt.month - 1];
}
function eraForDateTime(dt, length) {
	return eras(length)[dt.year < 0 ? 0 : 1];
}
function formatRelativeTime(unit, count, numeric = 'always', narrow = false) {
	const units = {
		years: ['year', 'yr.'],
		quarters: ['quarter', 'qtr.'],
		months: ['month', 'mo.'],
		weeks: ['week', 'wk.'],
		days: ['day', 'day', 'days'],
		hours: ['hour', 'hr.'],
		minutes: ['minute', 'min.'],
		seconds: ['second', 'sec.'],
	};
	const lastable = ['hours', 'minutes', 'seconds'].indexOf(unit) === -1;
	if (numeric === 'auto' && lastable) {
		const isDay = unit === 'days';
		switch (count) {
			case 1:
				return isDay ? 'tomorrow' : `next ${units[unit][0]}`;
			case -1:
				return isDay ? 'yesterday' : `last ${units[unit][0]}`;
			case 0:
				return isDay ? 'today' : `this ${units[unit][0]}`;
		}
	}
	const isInPast = Object.is(count, -0) || count < 0,
		fmtValue = Math.abs(count),
		singular = fmtValue === 1,
		lilUnits = units[unit],
		fmtUnit = narrow
			? singular
				? lilUnits[1]
				: lilUnits[2] || lilUnits[1]
			: singular
				? units[unit][0]
				: unit;
	return isInPast ? `${fmtValue} ${fmtUnit} ago` : `in ${fmtValue} ${fmtUnit}`;
}
function stringifyTokens(splits, tokenToString) {
	let s2 = '';
	for (const token of splits) {
		if (token.literal) {
			s2 += token.val;
		} else {
			s2 += tokenToString(token.val);
		}
	}
	return s2;
}
var macroTokenToFormatOpts = {
	D: DATE_SHORT,
	DD: DATE_MED,
	DDD: DATE_FULL,
	DDDD: DATE_HUGE,
	t: TIME_SIMPLE,
	tt: TIME_WITH_SECONDS,
	ttt: TIME_WITH_SHORT_OFFSET,
	tttt: TIME_WITH_LONG_OFFSET,
	T: TIME_24_SIMPLE,
	TT: TIME_24_WITH_SECONDS,
	TTT: TIME_24_WITH_SHORT_OFFSET,
	TTTT: TIME_24_WITH_LONG_OFFSET,
	f: DATETIME_SHORT,
	ff: DATETIME_MED,
	fff: DATETIME_FULL,
	ffff: DATETIME_HUGE,
	F: DATETIME_SHORT_WITH_SECONDS,
	FF: DATETIME_MED_WITH_SECONDS,
	FFF: DATETIME_FULL_WITH_SECONDS,
	FFFF: DATETIME_HUGE_WITH_SECONDS,
};
var Formatter = class _Formatter {
	static create(locale, opts = {}) {
		return new _Formatter(locale, opts);
	}
	static parseFormat(fmt) {
		let current = null,
			currentFull = '',
			bracketed = false;
		const splits = [];
		for (let i = 0; i < fmt.length; i++) {
			const c = fmt.charAt(i);
			if (c === "'") {
				if (currentFull.length > 0 || bracketed) {
					splits.push({
						literal: bracketed || /^\s+$/.test(currentFull),
						val: currentFull === '' ? "'" : currentFull,
					});
				}
				current = null;
				currentFull = '';
				bracketed = !bracketed;
			} else if (bracketed) {
				currentFull += c;
			} else if (c === current) {
				currentFull += c;
			} else {
				if (currentFull.length > 0) {
					splits.push({ literal: /^\s+$/.test(currentFull), val: currentFull });
				}
				currentFull = c;
				current = c;
			}
		}
		if (currentFull.length > 0) {
			splits.push({ literal: bracketed || /^\s+$/.test(currentFull), val: currentFull });
		}
		return splits;
	}
	static macroTokenToFormatOpts(token) {
		return macroTokenToFormatOpts[token];
	}
	constructor(locale, formatOpts) {
		this.opts = formatOpts;
		this.loc = locale;
		this.systemLoc = null;
	}
	formatWithSystemDefault(dt, opts) {
		if (this.systemLoc === null) {
			this.systemLoc = this.loc.redefaultToSystem();
		}
		const df = this.systemLoc.dtFormatter(dt, { ...this.opts, ...opts });
		return df.format();
	}
	dtFormatter(dt, opts = {}) {
		return this.loc.dtFormatter(dt, { ...this.opts, ...opts });
	}
	formatDateTime(dt, opts) {
		return this.dtFormatter(dt, opts).format();
	}
	formatDateTimeParts(dt, opts) {
		return this.dtFormatter(dt, opts).formatToParts();
	}
	formatInterval(interval, opts) {
		const df = this.dtFormatter(interval.start, opts);
		return df.dtf.formatRange(interval.start.toJSDate(), interval.end.toJSDate());
	}
	resolvedOptions(dt, opts) {
		return this.dtFormatter(dt, opts).resolvedOptions();
	}
	num(n2, p = 0, signDisplay = void 0) {
		if (this.opts.forceSimple) {
			return padStart(n2, p);
		}
		const opts = { ...this.opts };
		if (p > 0) {
			opts.padTo = p;
		}
		if (signDisplay) {
			opts.signDisplay = signDisplay;
		}
		return this.loc.numberFormatter(opts).format(n2);
	}
	formatDateTimeFromString(dt, fmt) {
		const knownEnglish = this.loc.listingMode() === 'en',
			useDateTimeFormatter = this.loc.outputCalendar && this.loc.outputCalendar !== 'gregory',
			string = (opts, extract) => this.loc.extract(dt, opts, extract),
			formatOffset2 = (opts) => {
				if (dt.isOffsetFixed && dt.offset === 0 && opts.allowZ) {
					return 'Z';
				}
				return dt.isValid ? dt.zone.formatOffset(dt.ts, opts.format) : '';
			},
			meridiem = () =>
				knownEnglish
					? meridiemForDateTime(dt)
					: string({ hour: 'numeric', hourCycle: 'h12' }, 'dayperiod'),
			month = (length, standalone) =>
				knownEnglish
					? monthForDateTime(dt, length)
					: string(standalone ? { month: length } : { month: length, day: 'numeric' }, 'month'),
			weekday = (length, standalone) =>
				knownEnglish
					? weekdayForDateTime(dt, length)
					: string(
							standalone ? { weekday: length } : { weekday: length, month: 'long', day: 'numeric' },
							'weekday',
						),
			maybeMacro = (token) => {
				const formatOpts = _Formatter.macroTokenToFormatOpts(token);
				if (formatOpts) {
					return this.formatWithSystemDefault(dt, formatOpts);
				} else {
					return token;
				}
			},
			era = (length) =>
				knownEnglish ? eraForDateTime(dt, length) : string({ era: length }, 'era'),
			tokenToString = (token) => {
				switch (token) {
					// ms
					case 'S':
						return this.num(dt.millisecond);
					case 'u':
					// falls through
					case 'SSS':
						return this.num(dt.millisecond, 3);
					// seconds
					case 's':
						return this.num(dt.second);
					case 'ss':
						return this.num(dt.second, 2);
					// fractional seconds
					case 'uu':
						return this.num(Math.floor(dt.millisecond / 10), 2);
					case 'uuu':
						return this.num(Math.floor(dt.millisecond / 100));
					// minutes
					case 'm':
						return this.num(dt.minute);
					case 'mm':
						return this.num(dt.minute, 2);
					// hours
					case 'h':
						return this.num(dt.hour % 12 === 0 ? 12 : dt.hour % 12);
					case 'hh':
						return this.num(dt.hour % 12 === 0 ? 12 : dt.hour % 12, 2);
					case 'H':
						return this.num(dt.hour);
					case 'HH':
						return this.num(dt.hour, 2);
					// offset
					case 'Z':
						return formatOffset2({ format: 'narrow', allowZ: this.opts.allowZ });
					case 'ZZ':
						return formatOffset2({ format: 'short', allowZ: this.opts.allowZ });
					case 'ZZZ':
						return formatOffset2({ format: 'techie', allowZ: this.opts.allowZ });
					case 'ZZZZ':
						return dt.zone.offsetName(dt.ts, { format: 'short', locale: this.loc.locale });
					case 'ZZZZZ':
						return dt.zone.offsetName(dt.ts, { format: 'long', locale: this.loc.locale });
					// zone
					case 'z':
						return dt.zoneName;
					// meridiems
					case 'a':
						return meridiem();
					// dates
					case 'd':
						return useDateTimeFormatter ? string({ day: 'numeric' }, 'day') : this.num(dt.day);
					case 'dd':
						return useDateTimeFormatter ? string({ day: '2-digit' }, 'day') : this.num(dt.day, 2);
					// weekdays - standalone
					case 'c':
						return this.num(dt.weekday);
					case 'ccc':
						return weekday('short', true);
					case 'cccc':
						return weekday('long', true);
					case 'ccccc':
						return weekday('narrow', true);
					// weekdays - format
					case 'E':
						return this.num(dt.weekday);
					case 'EEE':
						return weekday('short', false);
					case 'EEEE':
						return weekday('long', false);
					case 'EEEEE':
						return weekday('narrow', false);
					// months - standalone
					case 'L':
						return useDateTimeFormatter
							? string({ month: 'numeric', day: 'numeric' }, 'month')
							: this.num(dt.month);
					case 'LL':
						return useDateTimeFormatter
							? string({ month: '2-digit', day: 'numeric' }, 'month')
							: this.num(dt.month, 2);
					case 'LLL':
						return month('short', true);
					case 'LLLL':
						return month('long', true);
					case 'LLLLL':
						return month('narrow', true);
					// months - format
					case 'M':
						return useDateTimeFormatter
							? string({ month: 'numeric' }, 'month')
							: this.num(dt.month);
					case 'MM':
						return useDateTimeFormatter
							? string({ month: '2-digit' }, 'month')
							: this.num(dt.month, 2);
					case 'MMM':
						return month('short', false);
					case 'MMMM':
						return month('long', false);
					case 'MMMMM':
						return month('narrow', false);
					// years
					case 'y':
						return useDateTimeFormatter ? string({ year: 'numeric' }, 'year') : this.num(dt.year);
					case 'yy':
						return useDateTimeFormatter
							? string({ year: '2-digit' }, 'year')
							: this.num(dt.year.toString().slice(-2), 2);
					case 'yyyy':
						return useDateTimeFormatter
							? string({ year: 'numeric' }, 'year')
							: this.num(dt.year, 4);
					case 'yyyyyy':
						return useDateTimeFormatter
							? string({ year: 'numeric' }, 'year')
							: this.num(dt.year, 6);
					// eras
					case 'G':
						return era('short');
					case 'GG':
						return era('long');
					case 'GGGGG':
						return era('narrow');
					case 'kk':
						return this.num(dt.weekYear.toString().slice(-2), 2);
					case 'kkkk':
						return this.num(dt.weekYear, 4);
					case 'W':
						return this.num(dt.weekNumber);
					case 'WW':
						return this.num(dt.weekNumber, 2);
					case 'n':
						return this.num(dt.localWeekNumber);
					case 'nn':
						return this.num(dt.localWeekNumber, 2);
					case 'ii':
						return this.num(dt.localWeekYear.toString().slice(-2), 2);
					case 'iiii':
						return this.num(dt.localWeekYear, 4);
					case 'o':
						return this.num(dt.ordinal);
					case 'ooo':
						return this.num(dt.ordinal, 3);
					case 'q':
						return this.num(dt.quarter);
					case 'qq':
						return this.num(dt.quarter, 2);
					case 'X':
						return this.num(Math.floor(dt.ts / 1e3));
					case 'x':
						return this.num(dt.ts);
					default:
						return maybeMacro(token);
				}
			};
		return stringifyTokens(_Formatter.parseFormat(fmt), tokenToString);
	}
	formatDurationFromString(dur, fmt) {
		const invertLargest = this.opts.signMode === 'negativeLargestOnly' ? -1 : 1;
		const tokenToField = (token) => {
				switch (token[0]) {
					case 'S':
						return 'milliseconds';
					case 's':
						return 'seconds';
					case 'm':
						return 'minutes';
					case 'h':
						return 'hours';
					case 'd':
						return 'days';
					case 'w':
						return 'weeks';
					case 'M':
						return 'months';
					case 'y':
						return 'years';
					default:
						return null;
				}
			},
			tokenToString = (lildur, info) => (token) => {
				const mapped = tokenToField(token);
				if (mapped) {
					const inversionFactor =
						info.isNegativeDuration && mapped !== info.largestUnit ? invertLargest : 1;
					let signDisplay;
					if (this.opts.signMode === 'negativeLargestOnly' && mapped !== info.largestUnit) {
						signDisplay = 'never';
					} else if (this.opts.signMode === 'all') {
						signDisplay = 'always';
					} else {
						signDisplay = 'auto';
					}
					return this.num(lildur.get(mapped) * inversionFactor, token.length, signDisplay);
				} else {
					return token;
				}
			},
			tokens = _Formatter.parseFormat(fmt),
			realTokens = tokens.reduce(
				(found, { literal, val }) => (literal ? found : found.concat(val)),
				[],
			),
			collapsed = dur.shiftTo(...realTokens.map(tokenToField).filter((t) => t)),
			durationInfo = {
				isNegativeDuration: collapsed < 0,
				// this relies on "collapsed" being based on "shiftTo", which builds up the object
				// in order
				largestUnit: Object.keys(collapsed.values)[0],
			};
		return stringifyTokens(tokens, tokenToString(collapsed, durationInfo));
	}
};
var ianaRegex = /[A-Za-z_+-]{1,256}(?::?\/[A-Za-z0-9_+-]{1,256}(?:\/[A-Za-z0-9_+-]{1,256})?)?/;
function combineRegexes(...regexes) {
	const full = regexes.reduce((f, r) => f + r.source, '');
	return RegExp(`^${full}$`);
}
function combineExtractors(...extractors) {
	return (m) =>
		extractors
			.reduce(
				([mergedVals, mergedZone, cursor], ex) => {
					const [val, zone, next2] = ex(m, cursor);
					return [{ ...mergedVals, ...val }, zone || mergedZone, next2];
				},
				[{}, null, 1],
			)
			.slice(0, 2);
}
function parse2(s2, ...patterns) {
	if (s2 == null) {
		return [null, null];
	}
	for (const [regex, extractor] of patterns) {
		const m = regex.exec(s2);
		if (m) {
			return extractor(m);
		}
	}
	return [null, null];
}
function simpleParse(...keys) {
	return (match2, cursor) => {
		const ret = {};
		let i;
		for (i = 0; i < keys.length; i++) {
			ret[keys[i]] = parseInteger(match2[cursor + i]);
		}
		return [ret, null, cursor + i];
	};
}
var offsetRegex = /(?:([Zz])|([+-]\d\d)(?::?(\d\d))?)/;
var isoExtendedZone = `(?:${offsetRegex.source}?(?:\\[(${ianaRegex.source})\\])?)?`;
var isoTimeBaseRegex = /(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,30}))?)?)?/;
var isoTimeRegex = RegExp(`${isoTimeBaseRegex.source}${isoExtendedZone}`);
var isoTimeExtensionRegex = RegExp(`(?:[Tt]${isoTimeRegex.source})?`);
var isoYmdRegex = /([+-]\d{6}|\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?/;
var isoWeekRegex = /(\d{4})-?W(\d\d)(?:-?(\d))?/;
var isoOrdinalRegex = /(\d{4})-?(\d{3})/;
var extractISOWeekData = simpleParse('weekYear', 'weekNumber', 'weekDay');
var extractISOOrdinalData = simpleParse('year', 'ordinal');
var sqlYmdRegex = /(\d{4})-(\d\d)-(\d\d)/;
var sqlTimeRegex = RegExp(
	`${isoTimeBaseRegex.source} ?(?:${offsetRegex.source}|(${ianaRegex.source}))?`,
);
var sqlTimeExtensionRegex = RegExp(`(?: ${sqlTimeRegex.source})?`);
function int(match2, pos, fallback) {
	const m = match2[pos];
	return isUndefined(m) ? fallback : parseInteger(m);
}
function extractISOYmd(match2, cursor) {
	const item = {
		year: int(match2, cursor),
		month: int(match2, cursor + 1, 1),
		day: int(match2, cursor + 2, 1),
	};
	return [item, null, cursor + 3];
}
function extractISOTime(match2, cursor) {
	const item = {
		hours: int(match2, cursor, 0),
		minutes: int(match2, cursor + 1, 0),
		seconds: int(match2, cursor + 2, 0),
		milliseconds: parseMillis(match2[cursor + 3]),
	};
	return [item, null, cursor + 4];
}
function extractISOOffset(match2, cursor) {
	const local = !match2[cursor] && !match2[cursor + 1],
		fullOffset = signedOffset(match2[cursor + 1], match2[cursor + 2]),
		zone = local ? null : FixedOffsetZone.instance(fullOffset);
	return [{}, zone, cursor + 3];
}
function extractIANAZone(match2, cursor) {
	const zone = match2[cursor] ? IANAZone.create(match2[cursor]) : null;
	return [{}, zone, cursor + 1];
}
var isoTimeOnly = RegExp(`^T?${isoTimeBaseRegex.source}$`);
var isoDuration =
	/^-?P(?:(?:(-?\d{1,20}(?:\.\d{1,20})?)Y)?(?:(-?\d{1,20}(?:\.\d{1,20})?)M)?(?:(-?\d{1,20}(?:\.\d{1,20})?)W)?(?:(-?\d{1,20}(?:\.\d{1,20})?)D)?(?:T(?:(-?\d{1,20}(?:\.\d{1,20})?)H)?(?:(-?\d{1,20}(?:\.\d{1,20})?)M)?(?:(-?\d{1,20})(?:[.,](-?\d{1,20}))?S)?)?)$/;
function extractISODuration(match2) {
	const [s2, yearStr, monthStr, weekStr, dayStr, hourStr, minuteStr, secondStr, millisecondsStr] =
		match2;
	const hasNegativePrefix = s2[0] === '-';
	const negativeSeconds = secondStr && secondStr[0] === '-';
	const maybeNegate = (num, force = false) =>
		num !== void 0 && (force || (num && hasNegativePrefix)) ? -num : num;
	return [
		{
			years: maybeNegate(parseFloating(yearStr)),
			months: maybeNegate(parseFloating(monthStr)),
			weeks: maybeNegate(parseFloating(weekStr)),
			days: maybeNegate(parseFloating(dayStr)),
			hours: maybeNegate(parseFloating(hourStr)),
			minutes: maybeNegate(parseFloating(minuteStr)),
			seconds: maybeNegate(parseFloating(secondStr), secondStr === '-0'),
			milliseconds: maybeNegate(parseMillis(millisecondsStr), negativeSeconds),
		},
	];
}
var obsOffsets = {
	GMT: 0,
	EDT: -4 * 60,
	EST: -5 * 60,
	CDT: -5 * 60,
	CST: -6 * 60,
	MDT: -6 * 60,
	MST: -7 * 60,
	PDT: -7 * 60,
	PST: -8 * 60,
};
function fromStrings(weekdayStr, yearStr, monthStr, dayStr, hourStr, minuteStr, secondStr) {
	const result = {
		year: yearStr.length === 2 ? untruncateYear(parseInteger(yearStr)) : parseInteger(yearStr),
		month: monthsShort.indexOf(monthStr) + 1,
		day: parseInteger(dayStr),
		hour: parseInteger(hourStr),
		minute: parseInteger(minuteStr),
	};
	if (secondStr) result.second = parseInteger(secondStr);
	if (weekdayStr) {
		result.weekday =
			weekdayStr.length > 3
				? weekdaysLong.indexOf(weekdayStr) + 1
				: weekdaysShort.indexOf(weekdayStr) + 1;
	}
	return result;
}
var rfc2822 =
	/^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun),\s)?(\d{1,2})\s(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s(\d{2,4})\s(\d\d):(\d\d)(?::(\d\d))?\s(?:(UT|GMT|[ECMP][SD]T)|([Zz])|(?:([+-]\d\d)(\d\d)))$/;
function extractRFC2822(match2) {
	const [
			,
			weekdayStr,
			dayStr,
			monthStr,
			yearStr,
			hourStr,
			minuteStr,
			secondStr,
			obsOffset,
			milOffset,
			offHourStr,
			offMinuteStr,
		] = match2,
		result = fromStrings(weekdayStr, yearStr, monthStr, dayStr, hourStr, minuteStr, secondStr);
	let offset2;
	if (obsOffset) {
		offset2 = obsOffsets[obsOffset];
	} else if (milOffset) {
		offset2 = 0;
	} else {
		offset2 = signedOffset(offHourStr, offMinuteStr);
	}
	return [result, new FixedOffsetZone(offset2)];
}
function preprocessRFC2822(s2) {
	return s2
		.replace(/\([^()]*\)|[\n\t]/g, ' ')
		.replace(/(\s\s+)/g, ' ')
		.trim();
}
var rfc1123 =
	/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/;
var rfc850 =
	/^(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday), (\d\d)-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-(\d\d) (\d\d):(\d\d):(\d\d) GMT$/;
var ascii =
	/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ( \d|\d\d) (\d\d):(\d\d):(\d\d) (\d{4})$/;
function extractRFC1123Or850(match2) {
	const [, weekdayStr, dayStr, monthStr, yearStr, hourStr, minuteStr, secondStr] = match2,
		result = fromStrings(weekdayStr, yearStr, monthStr, dayStr, hourStr, minuteStr, secondStr);
	return [result, FixedOffsetZone.utcInstance];
}
function extractASCII(match2) {
	const [, weekdayStr, monthStr, dayStr, hourStr, minuteStr, secondStr, yearStr] = match2,
		result = fromStrings(weekdayStr, yearStr, monthStr, dayStr, hourStr, minuteStr, secondStr);
	return [result, FixedOffsetZone.utcInstance];
}
var isoYmdWithTimeExtensionRegex = combineRegexes(isoYmdRegex, isoTimeExtensionRegex);
var isoWeekWithTimeExtensionRegex = combineRegexes(isoWeekRegex, isoTimeExtensionRegex);
var isoOrdinalWithTimeExtensionRegex = combineRegexes(isoOrdinalRegex, isoTimeExtensionRegex);
var isoTimeCombinedRegex = combineRegexes(isoTimeRegex);
var extractISOYmdTimeAndOffset = combineExtractors(
	extractISOYmd,
	extractISOTime,
	extractISOOffset,
	extractIANAZone,
);
var extractISOWeekTimeAndOffset = combineExtractors(
	extractISOWeekData,
	extractISOTime,
	extractISOOffset,
	extractIANAZone,
);
var extractISOOrdinalDateAndTime = combineExtractors(
	extractISOOrdinalData,
	extractISOTime,
	extractISOOffset,
	extractIANAZone,
);
var extractISOTimeAndOffset = combineExtractors(extractISOTime, extractISOOffset, extractIANAZone);
function parseISODate(s2) {
	return parse2(
		s2,
		[isoYmdWithTimeExtensionRegex, extractISOYmdTimeAndOffset],
		[isoWeekWithTimeExtensionRegex, extractISOWeekTimeAndOffset],
		[isoOrdinalWithTimeExtensionRegex, extractISOOrdinalDateAndTime],
		[isoTimeCombinedRegex, extractISOTimeAndOffset],
	);
}
function parseRFC2822Date(s2) {
	return parse2(preprocessRFC2822(s2), [rfc2822, extractRFC2822]);
}
function parseHTTPDate(s2) {
	return parse2(
		s2,
		[rfc1123, extractRFC1123Or850],
		[rfc850, extractRFC1123Or850],
		[ascii, extractASCII],
	);
}
function parseISODuration(s2) {
	return parse2(s2, [isoDuration, extractISODuration]);
}
var extractISOTimeOnly = combineExtractors(extractISOTime);
function parseISOTimeOnly(s2) {
	return parse2(s2, [isoTimeOnly, extractISOTimeOnly]);
}
var sqlYmdWithTimeExtensionRegex = combineRegexes(sqlYmdRegex, sqlTimeExtensionRegex);
var sqlTimeCombinedRegex = combineRegexes(sqlTimeRegex);
var extractISOTimeOffsetAndIANAZone = combineExtractors(
	extractISOTime,
	extractISOOffset,
	extractIANAZone,
);
function parseSQL(s2) {
	return parse2(
		s2,
		[sqlYmdWithTimeExtensionRegex, extractISOYmdTimeAndOffset],
		[sqlTimeCombinedRegex, extractISOTimeOffsetAndIANAZone],
	);
}
var INVALID$2 = 'Invalid Duration';
var lowOrderMatrix = {
	weeks: {
		days: 7,
		hours: 7 * 24,
		minutes: 7 * 24 * 60,
		seconds: 7 * 24 * 60 * 60,
		milliseconds: 7 * 24 * 60 * 60 * 1e3,
	},
	days: {
		hours: 24,
		minutes: 24 * 60,
		seconds: 24 * 60 * 60,
		milliseconds: 24 * 60 * 60 * 1e3,
	},
	hours: { minutes: 60, seconds: 60 * 60, milliseconds: 60 * 60 * 1e3 },
	minutes: { seconds: 60, milliseconds: 60 * 1e3 },
	seconds: { milliseconds: 1e3 },
};
var casualMatrix = {
	years: {
		quarters: 4,
		months: 12,
		weeks: 52,
		days: 365,
		hours: 365 * 24,
		minutes: 365 * 24 * 60,
		seconds: 365 * 24 * 60 * 60,
		milliseconds: 365 * 24 * 60 * 60 * 1e3,
	},
	quarters: {
		months: 3,
		weeks: 13,
		days: 91,
		hours: 91 * 24,
		minutes: 91 * 24 * 60,
		seconds: 91 * 24 * 60 * 60,
		milliseconds: 91 * 24 * 60 * 60 * 1e3,
	},
	months: {
		weeks: 4,
		days: 30,
		hours: 30 * 24,
		minutes: 30 * 24 * 60,
		seconds: 30 * 24 * 60 * 60,
		milliseconds: 30 * 24 * 60 * 60 * 1e3,
	},
	...lowOrderMatrix,
};
var daysInYearAccurate = 146097 / 400;
var daysInMonthAccurate = 146097 / 4800;
var accurateMatrix = {
	years: {
		quarters: 4,
		months: 12,
		weeks: daysInYearAccurate / 7,
		days: daysInYearAccurate,
		hours: daysInYearAccurate * 24,
		minutes: daysInYearAccurate * 24 * 60,
		seconds: daysInYearAccurate * 24 * 60 * 60,
		milliseconds: daysInYearAccurate * 24 * 60 * 60 * 1e3,
	},
	quarters: {
		months: 3,
		weeks: daysInYearAccurate / 28,
		days: daysInYearAccurate / 4,
		hours: (daysInYearAccurate * 24) / 4,
		minutes: (daysInYearAccurate * 24 * 60) / 4,
		seconds: (daysInYearAccurate * 24 * 60 * 60) / 4,
		milliseconds: (daysInYearAccurate * 24 * 60 * 60 * 1e3) / 4,
	},
	months: {
		weeks: daysInMonthAccurate / 7,
		days: daysInMonthAccurate,
		hours: daysInMonthAccurate * 24,
		minutes: daysInMonthAccurate * 24 * 60,
		seconds: daysInMonthAccurate * 24 * 60 * 60,
		milliseconds: daysInMonthAccurate * 24 * 60 * 60 * 1e3,
	},
	...lowOrderMatrix,
};
var orderedUnits$1 = [
	'years',
	'quarters',
	'months',
	'weeks',
	'days',
	'hours',
	'minutes',
	'seconds',
	'milliseconds',
];
var reverseUnits = orderedUnits$1.slice(0).reverse();
function clone$1(dur, alts, clear = false) {
	const conf = {
		values: clear ? alts.values : { ...dur.values, ...(alts.values || {}) },
		loc: dur.loc.clone(alts.loc),
		conversionAccuracy: alts.conversionAccuracy || dur.conversionAccuracy,
		matrix: alts.matrix || dur.matrix,
	};
	return new Duration(conf);
}
function durationToMillis(matrix, vals) {
	let sum = vals.milliseconds ?? 0;
	for (const unit of reverseUnits.slice(1)) {
		if (vals[unit]) {
			sum += vals[unit] * matrix[unit]['milliseconds'];
		}
	}
	return sum;
}
function normalizeValues(matrix, vals) {
	const factor = durationToMillis(matrix, vals) < 0 ? -1 : 1;
	orderedUnits$1.reduceRight((previous, current) => {
		if (!isUndefined(vals[current])) {
			if (previous) {
				const previousVal = vals[previous] * factor;
				const conv = matrix[current][previous];
				const rollUp = Math.floor(previousVal / conv);
				vals[current] += rollUp * factor;
				vals[previous] -= rollUp * conv * factor;
			}
			return current;
		} else {
			return previous;
		}
	}, null);
	orderedUnits$1.reduce((previous, current) => {
		if (!isUndefined(vals[current])) {
			if (previous) {
				const fraction = vals[previous] % 1;
				vals[previous] -= fraction;
				vals[current] += fraction * matrix[previous][current];
			}
			return current;
		} else {
			return previous;
		}
	}, null);
}
function removeZeroes(vals) {
	const newVals = {};
	for (const [key, value] of Object.entries(vals)) {
		if (value !== 0) {
			newVals[key] = value;
		}
	}
	return newVals;
}
var Duration = class _Duration {
	/**
	 * @private
	 */
	constructor(config) {
		const accurate = config.conversionAccuracy === 'longterm' || false;
		let matrix = accurate ? accurateMatrix : casualMatrix;
		if (config.matrix) {
			matrix = config.matrix;
		}
		this.values = config.values;
		this.loc = config.loc || Locale.create();
		this.conversionAccuracy = accurate ? 'longterm' : 'casual';
		this.invalid = config.invalid || null;
		this.matrix = matrix;
		this.isLuxonDuration = true;
	}
	/**
	 * Create Duration from a number of milliseconds.
	 * @param {number} count of milliseconds
	 * @param {Object} opts - options for parsing
	 * @param {string} [opts.locale='en-US'] - the locale to use
	 * @param {string} opts.numberingSystem - the numbering system to use
	 * @param {string} [opts.conversionAccuracy='casual'] - the conversion system to use
	 * @return {Duration}
	 */
	static fromMillis(count, opts) {
		return _Duration.fromObject({ milliseconds: count }, opts);
	}
	/**
	 * Create a Duration from a JavaScript object with keys like 'years' and 'hours'.
	 * If this object is empty then a zero milliseconds duration is returned.
	 * @param {Object} obj - the object to create the DateTime from
	 * @param {number} obj.years
	 * @param {number} obj.quarters
	 * @param {number} obj.months
	 * @param {number} obj.weeks
	 * @param {number} obj.days
	 * @param {number} obj.hours
	 * @param {number} obj.minutes
	 * @param {number} obj.seconds
	 * @param {number} obj.milliseconds
	 * @param {Object} [opts=[]] - options for creating this Duration
	 * @param {string} [opts.locale='en-US'] - the locale to use
	 * @param {string} opts.numberingSystem - the numbering system to use
	 * @param {string} [opts.conversionAccuracy='casual'] - the preset conversion system to use
	 * @param {string} [opts.matrix=Object] - the custom conversion system to use
	 * @return {Duration}
	 */
	static fromObject(obj, opts = {}) {
		if (obj == null || typeof obj !== 'object') {
			throw new InvalidArgumentError(
				`Duration.fromObject: argument expected to be an object, got ${obj === null ? 'null' : typeof obj}`,
			);
		}
		return new _Duration({
			values: normalizeObject(obj, _Duration.normalizeUnit),
			loc: Locale.fromObject(opts),
			conversionAccuracy: opts.conversionAccuracy,
			matrix: opts.matrix,
		});
	}
	/**
	 * Create a Duration from DurationLike.
	 *
	 * @param {Object | number | Duration} durationLike
	 * One of:
	 * - object with keys like 'years' and 'hours'.
	 * - number representing milliseconds
	 * - Duration instance
	 * @return {Duration}
	 */
	static fromDurationLike(durationLike) {
		if (isNumber(durationLike)) {
			return _Duration.fromMillis(durationLike);
		} else if (_Duration.isDuration(durationLike)) {
			return durationLike;
		} else if (typeof durationLike === 'object') {
			return _Duration.fromObject(durationLike);
		} else {
			throw new InvalidArgumentError(
				`Unknown duration argument ${durationLike} of type ${typeof durationLike}`,
			);
		}
	}
	/**
	 * Create a Duration from an ISO 8601 duration string.
	 * @param {string} text - text to parse
	 * @param {Object} opts - options for parsing
	 * @param {string} [opts.locale='en-US'] - the locale to use
	 * @param {string} opts.numberingSystem - the numbering system to use
	 * @param {string} [opts.conversionAccuracy='casual'] - the preset conversion system to use
	 * @param {string} [opts.matrix=Object] - the preset conversion system to use
	 * @see https://en.wikipedia.org/wiki/ISO_8601#Durations
	 * @example Duration.fromISO('P3Y6M1W4DT12H30M5S').toObject() //=> { years: 3, months: 6, weeks: 1, days: 4, hours: 12, minutes: 30, seconds: 5 }
	 * @example Duration.fromISO('PT23H').toObject() //=> { hours: 23 }
	 * @example Duration.fromISO('P5Y3M').toObject() //=> { years: 5, months: 3 }
	 * @return {Duration}
	 */
	static fromISO(text, opts) {
		const [parsed2] = parseISODuration(text);
		if (parsed2) {
			return _Duration.fromObject(parsed2, opts);
		} else {
			return _Duration.invalid('unparsable', `the input "${text}" can't be parsed as ISO 8601`);
		}
	}
	/**
	 * Create a Duration from an ISO 8601 time string.
	 * @param {string} text - text to parse
	 * @param {Object} opts - options for parsing
	 * @param {string} [opts.locale='en-US'] - the locale to use
	 * @param {string} opts.numberingSystem - the numbering system to use
	 * @param {string} [opts.conversionAccuracy='casual'] - the preset conversion system to use
	 * @param {string} [opts.matrix=Object] - the conversion system to use
	 * @see https://en.wikipedia.org/wiki/ISO_8601#Times
	 * @example Duration.fromISOTime('11:22:33.444').toObject() //=> { hours: 11, minutes: 22, seconds: 33, milliseconds: 444 }
	 * @example Duration.fromISOTime('11:00').toObject() //=> { hours: 11, minutes: 0, seconds: 0 }
	 * @example Duration.fromISOTime('T11:00').toObject() //=> { hours: 11, minutes: 0, seconds: 0 }
	 * @example Duration.fromISOTime('1100').toObject() //=> { hours: 11, minutes: 0, seconds: 0 }
	 * @example Duration.fromISOTime('T1100').toObject() //=> { hours: 11, minutes: 0, seconds: 0 }
	 * @return {Duration}
	 */
	static fromISOTime(text, opts) {
		const [parsed2] = parseISOTimeOnly(text);
		if (parsed2) {
			return _Duration.fromObject(parsed2, opts);
		} else {
			return _Duration.invalid('unparsable', `the input "${text}" can't be parsed as ISO 8601`);
		}
	}
	/**
	 * Create an invalid Duration.
	 * @param {string} reason - simple string of why this datetime is invalid. Should not contain parameters or anything else data-dependent
	 * @param {string} [explanation=null] - longer explanation, may include parameters and other useful debugging information
	 * @return {Duration}
	 */
	static invalid(reason, explanation = null) {
		if (!reason) {
			throw new InvalidArgumentError('need to specify a reason the Duration is invalid');
		}
		const invalid = reason instanceof Invalid ? reason : new Invalid(reason, explanation);
		if (Settings.throwOnInvalid) {
			throw new InvalidDurationError(invalid);
		} else {
			return new _Duration({ invalid });
		}
	}
	/**
	 * @private
	 */
	static normalizeUnit(unit) {
		const normalized = {
			year: 'years',
			years: 'years',
			quarter: 'quarters',
			quarters: 'quarters',
			month: 'months',
			months: 'months',
			week: 'weeks',
			weeks: 'weeks',
			day: 'days',
			days: 'days',
			hour: 'hours',
			hours: 'hours',
			minute: 'minutes',
			minutes: 'minutes',
			second: 'seconds',
			seconds: 'seconds',
			millisecond: 'milliseconds',
			milliseconds: 'milliseconds',
		}[unit ? unit.toLowerCase() : unit];
		if (!normalized) throw new InvalidUnitError(unit);
		return normalized;
	}
	/**
	 * Check if an object is a Duration. Works across context boundaries
	 * @param {object} o
	 * @return {boolean}
	 */
	static isDuration(o) {
		return (o && o.isLuxonDuration) || false;
	}
	/**
	 * Get  the locale of a Duration, such 'en-GB'
	 * @type {string}
	 */
	get locale() {
		return this.isValid ? this.loc.locale : null;
	}
	/**
	 * Get the numbering system of a Duration, such 'beng'. The numbering system is used when formatting the Duration
	 *
	 * @type {string}
	 */
	get numberingSystem() {
		return this.isValid ? this.loc.numberingSystem : null;
	}
	/**
	 * Returns a string representation of this Duration formatted according to the specified format string. You may use these tokens:
	 * * `S` for milliseconds
	 * * `s` for seconds
	 * * `m` for minutes
	 * * `h` for hours
	 * * `d` for days
	 * * `w` for weeks
	 * * `M` for months
	 * * `y` for years
	 * Notes:
	 * * Add padding by repeating the token, e.g. "yy" pads the years to two digits, "hhhh" pads the hours out to four digits
	 * * Tokens can be escaped by wrapping with single quotes.
	 * * The duration will be converted to the set of units in the format string using {@link Duration#shiftTo} and the Durations's conversion accuracy setting.
	 * @param {string} fmt - the format string
	 * @param {Object} opts - options
	 * @param {boolean} [opts.floor=true] - floor numerical values
	 * @param {'negative'|'all'|'negativeLargestOnly'} [opts.signMode=negative] - How to handle signs
	 * @example Duration.fromObject({ years: 1, days: 6, seconds: 2 }).toFormat("y d s") //=> "1 6 2"
	 * @example Duration.fromObject({ years: 1, days: 6, seconds: 2 }).toFormat("yy dd sss") //=> "01 06 002"
	 * @example Duration.fromObject({ years: 1, days: 6, seconds: 2 }).toFormat("M S") //=> "12 518402000"
	 * @example Duration.fromObject({ days: 6, seconds: 2 }).toFormat("d s", { signMode: "all" }) //=> "+6 +2"
	 * @example Duration.fromObject({ days: -6, seconds: -2 }).toFormat("d s", { signMode: "all" }) //=> "-6 -2"
	 * @example Duration.fromObject({ days: -6, seconds: -2 }).toFormat("d s", { signMode: "negativeLargestOnly" }) //=> "-6 2"
	 * @return {string}
	 */
	toFormat(fmt, opts = {}) {
		const fmtOpts = {
			...opts,
			floor: opts.round !== false && opts.floor !== false,
		};
		return this.isValid
			? Formatter.create(this.loc, fmtOpts).formatDurationFromString(this, fmt)
			: INVALID$2;
	}
	/**
	 * Returns a string representation of a Duration with all units included.
	 * To modify its behavior, use `listStyle` and any Intl.NumberFormat option, though `unitDisplay` is especially relevant.
	 * @see https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Intl/NumberFormat/NumberFormat#options
	 * @param {Object} opts - Formatting options. Accepts the same keys as the options parameter of the native `Intl.NumberFormat` constructor, as well as `listStyle`.
	 * @param {string} [opts.listStyle='narrow'] - How to format the merged list. Corresponds to the `style` property of the options parameter of the native `Intl.ListFormat` constructor.
	 * @param {boolean} [opts.showZeros=true] - Show all units previously used by the duration even if they are zero
	 * @example
	 * ```js
	 * var dur = Duration.fromObject({ months: 1, weeks: 0, hours: 5, minutes: 6 })
	 * dur.toHuman() //=> '1 month, 0 weeks, 5 hours, 6 minutes'
	 * dur.toHuman({ listStyle: "long" }) //=> '1 month, 0 weeks, 5 hours, and 6 minutes'
	 * dur.toHuman({ unitDisplay: "short" }) //=> '1 mth, 0 wks, 5 hr, 6 min'
	 * dur.toHuman({ showZeros: false }) //=> '1 month, 5 hours, 6 minutes'
	 * ```
	 */
	toHuman(opts = {}) {
		if (!this.isValid) return INVALID$2;
		const showZeros = opts.showZeros !== false;
		const l2 = orderedUnits$1
			.map((unit) => {
				const val = this.values[unit];
				if (isUndefined(val) || (val === 0 && !showZeros)) {
					return null;
				}
				return this.loc
					.numberFormatter({ style: 'unit', unitDisplay: 'long', ...opts, unit: unit.slice(0, -1) })
					.format(val);
			})
			.filter((n2) => n2);
		return this.loc
			.listFormatter({ type: 'conjunction', style: opts.listStyle || 'narrow', ...opts })
			.format(l2);
	}
	/**
	 * Returns a JavaScript object with this Duration's values.
	 * @example Duration.fromObject({ years: 1, days: 6, seconds: 2 }).toObject() //=> { years: 1, days: 6, seconds: 2 }
	 * @return {Object}
	 */
	toObject() {
		if (!this.isValid) return {};
		return { ...this.values };
	}
	/**
	 * Returns an ISO 8601-compliant string representation of this Duration.
	 * @see https://en.wikipedia.org/wiki/ISO_8601#Durations
	 * @example Duration.fromObject({ years: 3, seconds: 45 }).toISO() //=> 'P3YT45S'
	 * @example Duration.fromObject({ months: 4, seconds: 45 }).toISO() //=> 'P4MT45S'
	 * @example Duration.fromObject({ months: 5 }).toISO() //=> 'P5M'
	 * @example Duration.fromObject({ minutes: 5 }).toISO() //=> 'PT5M'
	 * @example Duration.fromObject({ milliseconds: 6 }).toISO() //=> 'PT0.006S'
	 * @return {string}
	 */
	toISO() {
		if (!this.isValid) return null;
		let s2 = 'P';
		if (this.years !== 0) s2 += this.years + 'Y';
		if (this.months !== 0 || this.quarters !== 0) s2 += this.months + this.quarters * 3 + 'M';
		if (this.weeks !== 0) s2 += this.weeks + 'W';
		if (this.days !== 0) s2 += this.days + 'D';
		if (this.hours !== 0 || this.minutes !== 0 || this.seconds !== 0 || this.milliseconds !== 0)
			s2 += 'T';
		if (this.hours !== 0) s2 += this.hours + 'H';
		if (this.minutes !== 0) s2 += this.minutes + 'M';
		if (this.seconds !== 0 || this.milliseconds !== 0)
			s2 += roundTo(this.seconds + this.milliseconds / 1e3, 3) + 'S';
		if (s2 === 'P') s2 += 'T0S';
		return s2;
	}
	/**
	 * Returns an ISO 8601-compliant string representation of this Duration, formatted as a time of day.
	 * Note that this will return null if the duration is invalid, negative, or equal to or greater than 24 hours.
	 * @see https://en.wikipedia.org/wiki/ISO_8601#Times
	 * @param {Object} opts - options
	 * @param {boolean} [opts.suppressMilliseconds=false] - exclude milliseconds from the format if they're 0
	 * @param {boolean} [opts.suppressSeconds=false] - exclude seconds from the format if they're 0
	 * @param {boolean} [opts.includePrefix=false] - include the `T` prefix
	 * @param {string} [opts.format='extended'] - choose between the basic and extended format
	 * @example Duration.fromObject({ hours: 11 }).toISOTime() //=> '11:00:00.000'
	 * @example Duration.fromObject({ hours: 11 }).toISOTime({ suppressMilliseconds: true }) //=> '11:00:00'
	 * @example Duration.fromObject({ hours: 11 }).toISOTime({ suppressSeconds: true }) //=> '11:00'
	 * @example Duration.fromObject({ hours: 11 }).toISOTime({ includePrefix: true }) //=> 'T11:00:00.000'
	 * @example Duration.fromObject({ hours: 11 }).toISOTime({ format: 'basic' }) //=> '110000.000'
	 * @return {string}
	 */
	toISOTime(opts = {}) {
		if (!this.isValid) return null;
		const millis = this.toMillis();
		if (millis < 0 || millis >= 864e5) return null;
		opts = {
			suppressMilliseconds: false,
			suppressSeconds: false,
			includePrefix: false,
			format: 'extended',
			...opts,
			includeOffset: false,
		};
		const dateTime = DateTime.fromMillis(millis, { zone: 'UTC' });
		return dateTime.toISOTime(opts);
	}
	/**
	 * Returns an ISO 8601 representation of this Duration appropriate for use in JSON.
	 * @return {string}
	 */
	toJSON() {
		return this.toISO();
	}
	/**
	 * Returns an ISO 8601 representation of this Duration appropriate for use in debugging.
	 * @return {string}
	 */
	toString() {
		return this.toISO();
	}
	/**
	 * Returns a string representation of this Duration appropriate for the REPL.
	 * @return {string}
	 */
	[/* @__PURE__ */ Symbol.for('nodejs.util.inspect.custom')]() {
		if (this.isValid) {
			return `Duration { values: ${JSON.stringify(this.values)} }`;
		} else {
			return `Duration { Invalid, reason: ${this.invalidReason} }`;
		}
	}
	/**
	 * Returns an milliseconds value of this Duration.
	 * @return {number}
	 */
	toMillis() {
		if (!this.isValid) return NaN;
		return durationToMillis(this.matrix, this.values);
	}
	/**
	 * Returns an milliseconds value of this Duration. Alias of {@link toMillis}
	 * @return {number}
	 */
	valueOf() {
		return this.toMillis();
	}
	/**
	 * Make this Duration longer by the specified amount. Return a newly-constructed Duration.
	 * @param {Duration|Object|number} duration - The amount to add. Either a Luxon Duration, a number of milliseconds, the object argument to Duration.fromObject()
	 * @return {Duration}
	 */
	plus(duration2) {
		if (!this.isValid) return this;
		const dur = _Duration.fromDurationLike(duration2),
			result = {};
		for (const k of orderedUnits$1) {
			if (hasOwnProperty(dur.values, k) || hasOwnProperty(this.values, k)) {
				result[k] = dur.get(k) + this.get(k);
			}
		}
		return clone$1(this, { values: result }, true);
	}
	/**
	 * Make this Duration shorter by the specified amount. Return a newly-constructed Duration.
	 * @param {Duration|Object|number} duration - The amount to subtract. Either a Luxon Duration, a number of milliseconds, the object argument to Duration.fromObject()
	 * @return {Duration}
	 */
	minus(duration2) {
		if (!this.isValid) return this;
		const dur = _Duration.fromDurationLike(duration2);
		return this.plus(dur.negate());
	}
	/**
	 * Scale this Duration by the specified amount. Return a newly-constructed Duration.
	 * @param {function} fn - The function to apply to each unit. Arity is 1 or 2: the value of the unit and, optionally, the unit name. Must return a number.
	 * @example Duration.fromObject({ hours: 1, minutes: 30 }).mapUnits(x => x * 2) //=> { hours: 2, minutes: 60 }
	 * @example Duration.fromObject({ hours: 1, minutes: 30 }).mapUnits((x, u) => u === "hours" ? x * 2 : x) //=> { hours: 2, minutes: 30 }
	 * @return {Duration}
	 */
	mapUnits(fn) {
		if (!this.isValid) return this;
		const result = {};
		for (const k of Object.keys(this.values)) {
			result[k] = asNumber(fn(this.values[k], k));
		}
		return clone$1(this, { values: result }, true);
	}
	/**
	 * Get the value of unit.
	 * @param {string} unit - a unit such as 'minute' or 'day'
	 * @example Duration.fromObject({years: 2, days: 3}).get('years') //=> 2
	 * @example Duration.fromObject({years: 2, days: 3}).get('months') //=> 0
	 * @example Duration.fromObject({years: 2, days: 3}).get('days') //=> 3
	 * @return {number}
	 */
	get(unit) {
		return this[_Duration.normalizeUnit(unit)];
	}
	/**
	 * "Set" the values of specified units. Return a newly-constructed Duration.
	 * @param {Object} values - a mapping of units to numbers
	 * @example dur.set({ years: 2017 })
	 * @example dur.set({ hours: 8, minutes: 30 })
	 * @return {Duration}
	 */
	set(values) {
		if (!this.isValid) return this;
		const mixed = { ...this.values, ...normalizeObject(values, _Duration.normalizeUnit) };
		return clone$1(this, { values: mixed });
	}
	/**
	 * "Set" the locale and/or numberingSystem.  Returns a newly-constructed Duration.
	 * @example dur.reconfigure({ locale: 'en-GB' })
	 * @return {Duration}
	 */
	reconfigure({ locale, numberingSystem, conversionAccuracy, matrix } = {}) {
		const loc = this.loc.clone({ locale, numberingSystem });
		const opts = { loc, matrix, conversionAccuracy };
		return clone$1(this, opts);
	}
	/**
	 * Return the length of the duration in the specified unit.
	 * @param {string} unit - a unit such as 'minutes' or 'days'
	 * @example Duration.fromObject({years: 1}).as('days') //=> 365
	 * @example Duration.fromObject({years: 1}).as('months') //=> 12
	 * @example Duration.fromObject({hours: 60}).as('days') //=> 2.5
	 * @return {number}
	 */
	as(unit) {
		return this.isValid ? this.shiftTo(unit).get(unit) : NaN;
	}
	/**
	 * Reduce this Duration to its canonical representation in its current units.
	 * Assuming the overall value of the Duration is positive, this means:
	 * - excessive values for lower-order units are converted to higher-order units (if possible, see first and second example)
	 * - negative lower-order units are converted to higher order units (there must be such a higher order unit, otherwise
	 *   the overall value would be negative, see third example)
	 * - fractional values for higher-order units are converted to lower-order units (if possible, see fourth example)
	 *
	 * If the overall value is negative, the result of this method is equivalent to `this.negate().normalize().negate()`.
	 * @example Duration.fromObject({ years: 2, days: 5000 }).normalize().toObject() //=> { years: 15, days: 255 }
	 * @example Duration.fromObject({ days: 5000 }).normalize().toObject() //=> { days: 5000 }
	 * @example Duration.fromObject({ hours: 12, minutes: -45 }).normalize().toObject() //=> { hours: 11, minutes: 15 }
	 * @example Duration.fromObject({ years: 2.5, days: 0, hours: 0 }).normalize().toObject() //=> { years: 2, days: 182, hours: 12 }
	 * @return {Duration}
	 */
	normalize() {
		if (!this.isValid) return this;
		const vals = this.toObject();
		normalizeValues(this.matrix, vals);
		return clone$1(this, { values: vals }, true);
	}
	/**
	 * Rescale units to its largest representation
	 * @example Duration.fromObject({ milliseconds: 90000 }).rescale().toObject() //=> { minutes: 1, seconds: 30 }
	 * @return {Duration}
	 */
	rescale() {
		if (!this.isValid) return this;
		const vals = removeZeroes(this.normalize().shiftToAll().toObject());
		return clone$1(this, { values: vals }, true);
	}
	/**
	 * Convert this Duration into its representation in a different set of units.
	 * @example Duration.fromObject({ hours: 1, seconds: 30 }).shiftTo('minutes', 'milliseconds').toObject() //=> { minutes: 60, milliseconds: 30000 }
	 * @return {Duration}
	 */
	shiftTo(...units) {
		if (!this.isValid) return this;
		if (units.length === 0) {
			return this;
		}
		units = units.map((u) => _Duration.normalizeUnit(u));
		const built = {},
			accumulated = {},
			vals = this.toObject();
		let lastUnit;
		for (const k of orderedUnits$1) {
			if (units.indexOf(k) >= 0) {
				lastUnit = k;
				let own = 0;
				for (const ak in accumulated) {
					own += this.matrix[ak][k] * accumulated[ak];
					accumulated[ak] = 0;
				}
				if (isNumber(vals[k])) {
					own += vals[k];
				}
				const i = Math.trunc(own);
				built[k] = i;
				accumulated[k] = (own * 1e3 - i * 1e3) / 1e3;
			} else if (isNumber(vals[k])) {
				accumulated[k] = vals[k];
			}
		}
		for (const key in accumulated) {
			if (accumulated[key] !== 0) {
				built[lastUnit] +=
					key === lastUnit ? accumulated[key] : accumulated[key] / this.matrix[lastUnit][key];
			}
		}
		normalizeValues(this.matrix, built);
		return clone$1(this, { values: built }, true);
	}
	/**
	 * Shift this Duration to all available units.
	 * Same as shiftTo("years", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds")
	 * @return {Duration}
	 */
	shiftToAll() {
		if (!this.isValid) return this;
		return this.shiftTo(
			'years',
			'months',
			'weeks',
			'days',
			'hours',
			'minutes',
			'seconds',
			'milliseconds',
		);
	}
	/**
	 * Return the negative of this Duration.
	 * @example Duration.fromObject({ hours: 1, seconds: 30 }).negate().toObject() //=> { hours: -1, seconds: -30 }
	 * @return {Duration}
	 */
	negate() {
		if (!this.isValid) return this;
		const negated2 = {};
		for (const k of Object.keys(this.values)) {
			negated2[k] = this.values[k] === 0 ? 0 : -this.values[k];
		}
		return clone$1(this, { values: negated2 }, true);
	}
	/**
	 * Removes all units with values equal to 0 from this Duration.
	 * @example Duration.fromObject({ years: 2, days: 0, hours: 0, minutes: 0 }).removeZeros().toObject() //=> { years: 2 }
	 * @return {Duration}
	 */
	removeZeros() {
		if (!this.isValid) return this;
		const vals = removeZeroes(this.values);
		return clone$1(this, { values: vals }, true);
	}
	/**
	 * Get the years.
	 * @type {number}
	 */
	get years() {
		return this.isValid ? this.values.years || 0 : NaN;
	}
	/**
	 * Get the quarters.
	 * @type {number}
	 */
	get quarters() {
		return this.isValid ? this.values.quarters || 0 : NaN;
	}
	/**
	 * Get the months.
	 * @type {number}
	 */
	get months() {
		return this.isValid ? this.values.months || 0 : NaN;
	}
	/**
	 * Get the weeks
	 * @type {number}
	 */
	get weeks() {
		return this.isValid ? this.values.weeks || 0 : NaN;
	}
	/**
	 * Get the days.
	 * @type {number}
	 */
	get days() {
		return this.isValid ? this.values.days || 0 : NaN;
	}
	/**
	 * Get the hours.
	 * @type {number}
	 */
	get hours() {
		return this.isValid ? this.values.hours || 0 : NaN;
	}
	/**
	 * Get the minutes.
	 * @type {number}
	 */
	get minutes() {
		return this.isValid ? this.values.minutes || 0 : NaN;
	}
	/**
	 * Get the seconds.
	 * @return {number}
	 */
	get seconds() {
		return this.isValid ? this.values.seconds || 0 : NaN;
	}
	/**
	 * Get the milliseconds.
	 * @return {number}
	 */
	get milliseconds() {
		return this.isValid ? this.values.milliseconds || 0 : NaN;
	}
	/**
	 * Returns whether the Duration is invalid. Invalid durations are returned by diff operations
	 * on invalid DateTimes or Intervals.
	 * @return {boolean}
	 */
	get isValid() {
		return this.invalid === null;
	}
	/**
	 * Returns an error code if this Duration became invalid, or null if the Duration is valid
	 * @return {string}
	 */
	get invalidReason() {
		return this.invalid ? this.invalid.reason : null;
	}
	/**
	 * Returns an explanation of why this Duration became invalid, or null if the Duration is valid
	 * @type {string}
	 */
	get invalidExplanation() {
		return this.invalid ? this.invalid.explanation : null;
	}
	/**
	 * Equality check
	 * Two Durations are equal iff they have the same units and the same values for each unit.
	 * @param {Duration} other
	 * @return {boolean}
	 */
	equals(other) {
		if (!this.isValid || !other.isValid) {
			return false;
		}
		if (!this.loc.equals(other.loc)) {
			return false;
		}
		function eq(v1, v2) {
			if (v1 === void 0 || v1 === 0) return v2 === void 0 || v2 === 0;
			return v1 === v2;
		}
		for (const u of orderedUnits$1) {
			if (!eq(this.values[u], other.values[u])) {
				return false;
			}
		}
		return true;
	}
};
var INVALID$1 = 'Invalid Interval';
function validateStartEnd(start, end2) {
	if (!start || !start.isValid) {
		return Interval.invalid('missing or invalid start');
	} else if (!end2 || !end2.isValid) {
		return Interval.invalid('missing or invalid end');
	} else if (end2 < start) {
		return Interval.invalid(
			'end before start',
			`The end of an interval must be after its start, but you had start=${start.toISO()} and end=${end2.toISO()}`,
		);
	} else {
		return null;
	}
}
var Interval = class _Interval {
	/**
	 * @private
	 */
	constructor(config) {
		this.s = config.start;
		this.e = config.end;
		this.invalid = config.invalid || null;
		this.isLuxonInterval = true;
	}
	/**
	 * Create an invalid Interval.
	 * @param {string} reason - simple string of why this Interval is invalid. Should not contain parameters or anything else data-dependent
	 * @param {string} [explanation=null] - longer explanation, may include parameters and other useful debugging information
	 * @return {Interval}
	 */
	static invalid(reason, explanation = null) {
		if (!reason) {
			throw new InvalidArgumentError('need to specify a reason the Interval is invalid');
		}
		const invalid = reason instanceof Invalid ? reason : new Invalid(reason, explanation);
		if (Settings.throwOnInvalid) {
			throw new InvalidIntervalError(invalid);
		} else {
			return new _Interval({ invalid });
		}
	}
	/**
	 * Create an Interval from a start DateTime and an end DateTime. Inclusive of the start but not the end.
	 * @param {DateTime|Date|Object} start
	 * @param {DateTime|Date|Object} end
	 * @return {Interval}
	 */
	static fromDateTimes(start, end2) {
		const builtStart = friendlyDateTime(start),
			builtEnd = friendlyDateTime(end2);
		const validateError = validateStartEnd(builtStart, builtEnd);
		if (validateError == null) {
			return new _Interval({
				start: builtStart,
				end: builtEnd,
			});
		} else {
			return validateError;
		}
	}
	/**
	 * Create an Interval from a start DateTime and a Duration to extend to.
	 * @param {DateTime|Date|Object} start
	 * @param {Duration|Object|number} duration - the length of the Interval.
	 * @return {Interval}
	 */
	static after(start, duration2) {
		const dur = Duration.fromDurationLike(duration2),
			dt = friendlyDateTime(start);
		return _Interval.fromDateTimes(dt, dt.plus(dur));
	}
	/**
	 * Create an Interval from an end DateTime and a Duration to extend backwards to.
	 * @param {DateTime|Date|Object} end
	 * @param {Duration|Object|number} duration - the length of the Interval.
	 * @return {Interval}
	 */
	static before(end2, duration2) {
		const dur = Duration.fromDurationLike(duration2),
			dt = friendlyDateTime(end2);
		return _Interval.fromDateTimes(dt.minus(dur), dt);
	}
	/**
	 * Create an Interval from an ISO 8601 string.
	 * Accepts `<start>/<end>`, `<start>/<duration>`, and `<duration>/<end>` formats.
	 * @param {string} text - the ISO string to parse
	 * @param {Object} [opts] - options to pass {@link DateTime#fromISO} and optionally {@link Duration#fromISO}
	 * @see https://en.wikipedia.org/wiki/ISO_8601#Time_intervals
	 * @return {Interval}
	 */
	static fromISO(text, opts) {
		const [s2, e] = (text || '').split('/', 2);
		if (s2 && e) {
			let start, startIsValid;
			try {
				start = DateTime.fromISO(s2, opts);
				startIsValid = start.isValid;
			} catch (e2) {
				startIsValid = false;
			}
			let end2, endIsValid;
			try {
				end2 = DateTime.fromISO(e, opts);
				endIsValid = end2.isValid;
			} catch (e2) {
				endIsValid = false;
			}
			if (startIsValid && endIsValid) {
				return _Interval.fromDateTimes(start, end2);
			}
			if (startIsValid) {
				const dur = Duration.fromISO(e, opts);
				if (dur.isValid) {
					return _Interval.after(start, dur);
				}
			} else if (endIsValid) {
				const dur = Duration.fromISO(s2, opts);
				if (dur.isValid) {
					return _Interval.before(end2, dur);
				}
			}
		}
		return _Interval.invalid('unparsable', `the input "${text}" can't be parsed as ISO 8601`);
	}
	/**
	 * Check if an object is an Interval. Works across context boundaries
	 * @param {object} o
	 * @return {boolean}
	 */
	static isInterval(o) {
		return (o && o.isLuxonInterval) || false;
	}
	/**
	 * Returns the start of the Interval
	 * @type {DateTime}
	 */
	get start() {
		return this.isValid ? this.s : null;
	}
	/**
	 * Returns the end of the Interval. This is the first instant which is not part of the interval
	 * (Interval is half-open).
	 * @type {DateTime}
	 */
	get end() {
		return this.isValid ? this.e : null;
	}
	/**
	 * Returns the last DateTime included in the interval (since end is not part of the interval)
	 * @type {DateTime}
	 */
	get lastDateTime() {
		return this.isValid ? (this.e ? this.e.minus(1) : null) : null;
	}
	/**
	 * Returns whether this Interval's end is at least its start, meaning that the Interval isn't 'backwards'.
	 * @type {boolean}
	 */
	get isValid() {
		return this.invalidReason === null;
	}
	/**
	 * Returns an error code if this Interval is invalid, or null if the Interval is valid
	 * @type {string}
	 */
	get invalidReason() {
		return this.invalid ? this.invalid.reason : null;
	}
	/**
	 * Returns an explanation of why this Interval became invalid, or null if the Interval is valid
	 * @type {string}
	 */
	get invalidExplanation() {
		return this.invalid ? this.invalid.explanation : null;
	}
	/**
	 * Returns the length of the Interval in the specified unit.
	 * @param {string} unit - the unit (such as 'hours' or 'days') to return the length in.
	 * @return {number}
	 */
	length(unit = 'milliseconds') {
		return this.isValid ? this.toDuration(...[unit]).get(unit) : NaN;
	}
	/**
	 * Returns the count of minutes, hours, days, months, or years included in the Interval, even in part.
	 * Unlike {@link Interval#length} this counts sections of the calendar, not periods of time, e.g. specifying 'day'
	 * asks 'what dates are included in this interval?', not 'how many days long is this interval?'
	 * @param {string} [unit='milliseconds'] - the unit of time to count.
	 * @param {Object} opts - options
	 * @param {boolean} [opts.useLocaleWeeks=false] - If true, use weeks based on the locale, i.e. use the locale-dependent start of the week; this operation will always use the locale of the start DateTime
	 * @return {number}
	 */
	count(unit = 'milliseconds', opts) {
		if (!this.isValid) return NaN;
		const start = this.start.startOf(unit, opts);
		let end2;
		if (opts?.useLocaleWeeks) {
			end2 = this.end.reconfigure({ locale: start.locale });
		} else {
			end2 = this.end;
		}
		end2 = end2.startOf(unit, opts);
		return Math.floor(end2.diff(start, unit).get(unit)) + (end2.valueOf() !== this.end.valueOf());
	}
	/**
	 * Returns whether this Interval's start and end are both in the same unit of time
	 * @param {string} unit - the unit of time to check sameness on
	 * @return {boolean}
	 */
	hasSame(unit) {
		return this.isValid ? this.isEmpty() || this.e.minus(1).hasSame(this.s, unit) : false;
	}
	/**
	 * Return whether this Interval has the same start and end DateTimes.
	 * @return {boolean}
	 */
	isEmpty() {
		return this.s.valueOf() === this.e.valueOf();
	}
	/**
	 * Return whether this Interval's start is after the specified DateTime.
	 * @param {DateTime} dateTime
	 * @return {boolean}
	 */
	isAfter(dateTime) {
		if (!this.isValid) return false;
		return this.s > dateTime;
	}
	/**
	 * Return whether this Interval's end is before the specified DateTime.
	 * @param {DateTime} dateTime
	 * @return {boolean}
	 */
	isBefore(dateTime) {
		if (!this.isValid) return false;
		return this.e <= dateTime;
	}
	/**
	 * Return whether this Interval contains the specified DateTime.
	 * @param {DateTime} dateTime
	 * @return {boolean}
	 */
	contains(dateTime) {
		if (!this.isValid) return false;
		return this.s <= dateTime && this.e > dateTime;
	}
	/**
	 * "Sets" the start and/or end dates. Returns a newly-constructed Interval.
	 * @param {Object} values - the values to set
	 * @param {DateTime} values.start - the starting DateTime
	 * @param {DateTime} values.end - the ending DateTime
	 * @return {Interval}
	 */
	set({ start, end: end2 } = {}) {
		if (!this.isValid) return this;
		return _Interval.fromDateTimes(start || this.s, end2 || this.e);
	}
	/**
	 * Split this Interval at each of the specified DateTimes
	 * @param {...DateTime} dateTimes - the unit of time to count.
	 * @return {Array}
	 */
	splitAt(...dateTimes) {
		if (!this.isValid) return [];
		const sorted = dateTimes
				.map(friendlyDateTime)
				.filter((d) => this.contains(d))
				.sort((a, b2) => a.toMillis() - b2.toMillis()),
			results = [];
		let { s: s2 } = this,
			i = 0;
		while (s2 < this.e) {
			const added = sorted[i] || this.e,
				next2 = +added > +this.e ? this.e : added;
			results.push(_Interval.fromDateTimes(s2, next2));
			s2 = next2;
			i += 1;
		}
		return results;
	}
	/**
	 * Split this Interval into smaller Intervals, each of the specified length.
	 * Left over time is grouped into a smaller interval
	 * @param {Duration|Object|number} duration - The length of each resulting interval.
	 * @return {Array}
	 */
	splitBy(duration2) {
		const dur = Duration.fromDurationLike(duration2);
		if (!this.isValid || !dur.isValid || dur.as('milliseconds') === 0) {
			return [];
		}
		let { s: s2 } = this,
			idx = 1,
			next2;
		const results = [];
		while (s2 < this.e) {
			const added = this.start.plus(dur.mapUnits((x) => x * idx));
			next2 = +added > +this.e ? this.e : added;
			results.push(_Interval.fromDateTimes(s2, next2));
			s2 = next2;
			idx += 1;
		}
		return results;
	}
	/**
	 * Split this Interval into the specified number of smaller intervals.
	 * @param {number} numberOfParts - The number of Intervals to divide the Interval into.
	 * @return {Array}
	 */
	divideEqually(numberOfParts) {
		if (!this.isValid) return [];
		return this.splitBy(this.length() / numberOfParts).slice(0, numberOfParts);
	}
	/**
	 * Return whether this Interval overlaps with the specified Interval
	 * @param {Interval} other
	 * @return {boolean}
	 */
	overlaps(other) {
		return this.e > other.s && this.s < other.e;
	}
	/**
	 * Return whether this Interval's end is adjacent to the specified Interval's start.
	 * @param {Interval} other
	 * @return {boolean}
	 */
	abutsStart(other) {
		if (!this.isValid) return false;
		return +this.e === +other.s;
	}
	/**
	 * Return whether this Interval's start is adjacent to the specified Interval's end.
	 * @param {Interval} other
	 * @return {boolean}
	 */
	abutsEnd(other) {
		if (!this.isValid) return false;
		return +other.e === +this.s;
	}
	/**
	 * Returns true if this Interval fully contains the specified Interval, specifically if the intersect (of this Interval and the other Interval) is equal to the other Interval; false otherwise.
	 * @param {Interval} other
	 * @return {boolean}
	 */
	engulfs(other) {
		if (!this.isValid) return false;
		return this.s <= other.s && this.e >= other.e;
	}
	/**
	 * Return whether this Interval has the same start and end as the specified Interval.
	 * @param {Interval} other
	 * @return {boolean}
	 */
	equals(other) {
		if (!this.isValid || !other.isValid) {
			return false;
		}
		return this.s.equals(other.s) && this.e.equals(other.e);
	}
	/**
	 * Return an Interval representing the intersection of this Interval and the specified Interval.
	 * Specifically, the resulting Interval has the maximum start time and the minimum end time of the two Intervals.
	 * Returns null if the intersection is empty, meaning, the intervals don't intersect.
	 * @param {Interval} other
	 * @return {Interval}
	 */
	intersection(other) {
		if (!this.isValid) return this;
		const s2 = this.s > other.s ? this.s : other.s,
			e = this.e < other.e ? this.e : other.e;
		if (s2 >= e) {
			return null;
		} else {
			return _Interval.fromDateTimes(s2, e);
		}
	}
	/**
	 * Return an Interval representing the union of this Interval and the specified Interval.
	 * Specifically, the resulting Interval has the minimum start time and the maximum end time of the two Intervals.
	 * @param {Interval} other
	 * @return {Interval}
	 */
	union(other) {
		if (!this.isValid) return this;
		const s2 = this.s < other.s ? this.s : other.s,
			e = this.e > other.e ? this.e : other.e;
		return _Interval.fromDateTimes(s2, e);
	}
	/**
	 * Merge an array of Intervals into an equivalent minimal set of Intervals.
	 * Combines overlapping and adjacent Intervals.
	 * The resulting array will contain the Intervals in ascending order, that is, starting with the earliest Interval
	 * and ending with the latest.
	 *
	 * @param {Array} intervals
	 * @return {Array}
	 */
	static merge(intervals) {
		const [found, final] = intervals
			.sort((a, b2) => a.s - b2.s)
			.reduce(
				([sofar, current], item) => {
					if (!current) {
						return [sofar, item];
					} else if (current.overlaps(item) || current.abutsStart(item)) {
						return [sofar, current.union(item)];
					} else {
						return [sofar.concat([current]), item];
					}
				},
				[[], null],
			);
		if (final) {
			found.push(final);
		}
		return found;
	}
	/**
	 * Return an array of Intervals representing the spans of time that only appear in one of the specified Intervals.
	 * @param {Array} intervals
	 * @return {Array}
	 */
	static xor(intervals) {
		let start = null,
			currentCount = 0;
		const results = [],
			ends = intervals.map((i) => [
				{ time: i.s, type: 's' },
				{ time: i.e, type: 'e' },
			]),
			flattened = Array.prototype.concat(...ends),
			arr = flattened.sort((a, b2) => a.time - b2.time);
		for (const i of arr) {
			currentCount += i.type === 's' ? 1 : -1;
			if (currentCount === 1) {
				start = i.time;
			} else {
				if (start && +start !== +i.time) {
					results.push(_Interval.fromDateTimes(start, i.time));
				}
				start = null;
			}
		}
		return _Interval.merge(results);
	}
	/**
	 * Return an Interval representing the span of time in this Interval that doesn't overlap with any of the specified Intervals.
	 * @param {...Interval} intervals
	 * @return {Array}
	 */
	difference(...intervals) {
		return _Interval
			.xor([this].concat(intervals))
			.map((i) => this.intersection(i))
			.filter((i) => i && !i.isEmpty());
	}
	/**
	 * Returns a string representation of this Interval appropriate for debugging.
	 * @return {string}
	 */
	toString() {
		if (!this.isValid) return INVALID$1;
		return `[${this.s.toISO()} \u2013 ${this.e.toISO()})`;
	}
	/**
	 * Returns a string representation of this Interval appropriate for the REPL.
	 * @return {string}
	 */
	[/* @__PURE__ */ Symbol.for('nodejs.util.inspect.custom')]() {
		if (this.isValid) {
			return `Interval { start: ${this.s.toISO()}, end: ${this.e.toISO()} }`;
		} else {
			return `Interval { Invalid, reason: ${this.invalidReason} }`;
		}
	}
	/**
	 * Returns a localized string representing this Interval. Accepts the same options as the
	 * Intl.DateTimeFormat constructor and any presets defined by Luxon, such as
	 * {@link DateTime.DATE_FULL} or {@link DateTime.TIME_SIMPLE}. The exact behavior of this method
	 * is browser-specific, but in general it will return an appropriate representation of the
	 * Interval in the assigned locale. Defaults to the system's locale if no locale has been
	 * specified.
	 * @see https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/DateTimeFormat
	 * @param {Object} [formatOpts=DateTime.DATE_SHORT] - Either a DateTime preset or
	 * Intl.DateTimeFormat constructor options.
	 * @param {Object} opts - Options to override the configuration of the start DateTime.
	 * @example Interval.fromISO('2022-11-07T09:00Z/2022-11-08T09:00Z').toLocaleString(); //=> 11/7/2022 – 11/8/2022
	 * @example Interval.fromISO('2022-11-07T09:00Z/2022-11-08T09:00Z').toLocaleString(DateTime.DATE_FULL); //=> November 7 – 8, 2022
	 * @example Interval.fromISO('2022-11-07T09:00Z/2022-11-08T09:00Z').toLocaleString(DateTime.DATE_FULL, { locale: 'fr-FR' }); //=> 7–8 novembre 2022
	 * @example Interval.fromISO('2022-11-07T17:00Z/2022-11-07T19:00Z').toLocaleString(DateTime.TIME_SIMPLE); //=> 6:00 – 8:00 PM
	 * @example Interval.fromISO('2022-11-07T17:00Z/2022-11-07T19:00Z').toLocaleString({ weekday: 'short', month: 'short', day: '2-digit', hour: '2-digit', minute: '2-digit' }); //=> Mon, Nov 07, 6:00 – 8:00 p
	 * @return {string}
	 */
	toLocaleString(formatOpts = DATE_SHORT, opts = {}) {
		return this.isValid
			? Formatter.create(this.s.loc.clone(opts), formatOpts).formatInterval(this)
			: INVALID$1;
	}
	/**
	 * Returns an ISO 8601-compliant string representation of this Interval.
	 * @see https://en.wikipedia.org/wiki/ISO_8601#Time_intervals
	 * @param {Object} opts - The same options as {@link DateTime#toISO}
	 * @return {string}
	 */
	toISO(opts) {
		if (!this.isValid) return INVALID$1;
		return `${this.s.toISO(opts)}/${this.e.toISO(opts)}`;
	}
	/**
	 * Returns an ISO 8601-compliant string representation of date of this Interval.
	 * The time components are ignored.
	 * @see https://en.wikipedia.org/wiki/ISO_8601#Time_intervals
	 * @return {string}
	 */
	toISODate() {
		if (!this.isValid) return INVALID$1;
		return `${this.s.toISODate()}/${this.e.toISODate()}`;
	}
	/**
	 * Returns an ISO 8601-compliant string representation of time of this Interval.
	 * The date components are ignored.
	 * @see https://en.wikipedia.org/wiki/ISO_8601#Time_intervals
	 * @param {Object} opts - The same options as {@link DateTime#toISO}
	 * @return {string}
	 */
	toISOTime(opts) {
		if (!this.isValid) return INVALID$1;
		return `${this.s.toISOTime(opts)}/${this.e.toISOTime(opts)}`;
	}
	/**
	 * Returns a string representation of this Interval formatted according to the specified format
	 * string. **You may not want this.** See {@link Interval#toLocaleString} for a more flexible
	 * formatting tool.
	 * @param {string} dateFormat - The format string. This string formats the start and end time.
	 * See {@link DateTime#toFormat} for details.
	 * @param {Object} opts - Options.
	 * @param {string} [opts.separator =  ' – '] - A separator to place between the start and end
	 * representations.
	 * @return {string}
	 */
	toFormat(dateFormat, { separator = ' \u2013 ' } = {}) {
		if (!this.isValid) return INVALID$1;
		return `${this.s.toFormat(dateFormat)}${separator}${this.e.toFormat(dateFormat)}`;
	}
	/**
	 * Return a Duration representing the time spanned by this interval.
	 * @param {string|string[]} [unit=['milliseconds']] - the unit or units (such as 'hours' or 'days') to include in the duration.
	 * @param {Object} opts - options that affect the creation of the Duration
	 * @param {string} [opts.conversionAccuracy='casual'] - the conversion system to use
	 * @example Interval.fromDateTimes(dt1, dt2).toDuration().toObject() //=> { milliseconds: 88489257 }
	 * @example Interval.fromDateTimes(dt1, dt2).toDuration('days').toObject() //=> { days: 1.0241812152777778 }
	 * @example Interval.fromDateTimes(dt1, dt2).toDuration(['hours', 'minutes']).toObject() //=> { hours: 24, minutes: 34.82095 }
	 * @example Interval.fromDateTimes(dt1, dt2).toDuration(['hours', 'minutes', 'seconds']).toObject() //=> { hours: 24, minutes: 34, seconds: 49.257 }
	 * @example Interval.fromDateTimes(dt1, dt2).toDuration('seconds').toObject() //=> { seconds: 88489.257 }
	 * @return {Duration}
	 */
	toDuration(unit, opts) {
		if (!this.isValid) {
			return Duration.invalid(this.invalidReason);
		}
		return this.e.diff(this.s, unit, opts);
	}
	/**
	 * Run mapFn on the interval start and end, returning a new Interval from the resulting DateTimes
	 * @param {function} mapFn
	 * @return {Interval}
	 * @example Interval.fromDateTimes(dt1, dt2).mapEndpoints(endpoint => endpoint.toUTC())
	 * @example Interval.fromDateTimes(dt1, dt2).mapEndpoints(endpoint => endpoint.plus({ hours: 2 }))
	 */
	mapEndpoints(mapFn) {
		return _Interval.fromDateTimes(mapFn(this.s), mapFn(this.e));
	}
};
var Info = class {
	/**
	 * Return whether the specified zone contains a DST.
	 * @param {string|Zone} [zone='local'] - Zone to check. Defaults to the environment's local zone.
	 * @return {boolean}
	 */
	static hasDST(zone = Settings.defaultZone) {
		const proto = DateTime.now().setZone(zone).set({ month: 12 });
		return !zone.isUniversal && proto.offset !== proto.set({ month: 6 }).offset;
	}
	/**
	 * Return whether the specified zone is a valid IANA specifier.
	 * @param {string} zone - Zone to check
	 * @return {boolean}
	 */
	static isValidIANAZone(zone) {
		return IANAZone.isValidZone(zone);
	}
	/**
	 * Converts the input into a {@link Zone} instance.
	 *
	 * * If `input` is already a Zone instance, it is returned unchanged.
	 * * If `input` is a string containing a valid time zone name, a Zone instance
	 *   with that name is returned.
	 * * If `input` is a string that doesn't refer to a known time zone, a Zone
	 *   instance with {@link Zone#isValid} == false is returned.
	 * * If `input is a number, a Zone instance with the specified fixed offset
	 *   in minutes is returned.
	 * * If `input` is `null` or `undefined`, the default zone is returned.
	 * @param {string|Zone|number} [input] - the value to be converted
	 * @return {Zone}
	 */
	static normalizeZone(input) {
		return normalizeZone(input, Settings.defaultZone);
	}
	/**
	 * Get the weekday on which the week starts according to the given locale.
	 * @param {Object} opts - options
	 * @param {string} [opts.locale] - the locale code
	 * @param {string} [opts.locObj=null] - an existing locale object to use
	 * @returns {number} the start of the week, 1 for Monday through 7 for Sunday
	 */
	static getStartOfWeek({ locale = null, locObj = null } = {}) {
		return (locObj || Locale.create(locale)).getStartOfWeek();
	}
	/**
	 * Get the minimum number of days necessary in a week before it is considered part of the next year according
	 * to the given locale.
	 * @param {Object} opts - options
	 * @param {string} [opts.locale] - the locale code
	 * @param {string} [opts.locObj=null] - an existing locale object to use
	 * @returns {number}
	 */
	static getMinimumDaysInFirstWeek({ locale = null, locObj = null } = {}) {
		return (locObj || Locale.create(locale)).getMinDaysInFirstWeek();
	}
	/**
	 * Get the weekdays, which are considered the weekend according to the given locale
	 * @param {Object} opts - options
	 * @param {string} [opts.locale] - the locale code
	 * @param {string} [opts.locObj=null] - an existing locale object to use
	 * @returns {number[]} an array of weekdays, 1 for Monday through 7 for Sunday
	 */
	static getWeekendWeekdays({ locale = null, locObj = null } = {}) {
		return (locObj || Locale.create(locale)).getWeekendDays().slice();
	}
	/**
	 * Return an array of standalone month names.
	 * @see https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/DateTimeFormat
	 * @param {string} [length='long'] - the length of the month representation, such as "numeric", "2-digit", "narrow", "short", "long"
	 * @param {Object} opts - options
	 * @param {string} [opts.locale] - the locale code
	 * @param {string} [opts.numberingSystem=null] - the numbering system
	 * @param {string} [opts.locObj=null] - an existing locale object to use
	 * @param {string} [opts.outputCalendar='gregory'] - the calendar
	 * @example Info.months()[0] //=> 'January'
	 * @example Info.months('short')[0] //=> 'Jan'
	 * @example Info.months('numeric')[0] //=> '1'
	 * @example Info.months('short', { locale: 'fr-CA' } )[0] //=> 'janv.'
	 * @example Info.months('numeric', { locale: 'ar' })[0] //=> '١'
	 * @example Info.months('long', { outputCalendar: 'islamic' })[0] //=> 'Rabiʻ I'
	 * @return {Array}
	 */
	static months(
		length = 'long',
		{ locale = null, numberingSystem = null, locObj = null, outputCalendar = 'gregory' } = {},
	) {
		return (locObj || Locale.create(locale, numberingSystem, outputCalendar)).months(length);
	}
	/**
	 * Return an array of format month names.
	 * Format months differ from standalone months in that they're meant to appear next to the day of the month. In some languages, that
	 * changes the string.
	 * See {@link Info#months}
	 * @param {string} [length='long'] - the length of the month representation, such as "numeric", "2-digit", "narrow", "short", "long"
	 * @param {Object} opts - options
	 * @param {string} [opts.locale] - the locale code
	 * @param {string} [opts.numberingSystem=null] - the numbering system
	 * @param {string} [opts.locObj=null] - an existing locale object to use
	 * @param {string} [opts.outputCalendar='gregory'] - the calendar
	 * @return {Array}
	 */
	static monthsFormat(
		length = 'long',
		{ locale = null, numberingSystem = null, locObj = null, outputCalendar = 'gregory' } = {},
	) {
		return (locObj || Locale.create(locale, numberingSystem, outputCalendar)).months(length, true);
	}
	/**
	 * Return an array of standalone week names.
	 * @see https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/DateTimeFormat
	 * @param {string} [length='long'] - the length of the weekday representation, such as "narrow", "short", "long".
	 * @param {Object} opts - options
	 * @param {string} [opts.locale] - the locale code
	 * @param {string} [opts.numberingSystem=null] - the numbering system
	 * @param {string} [opts.locObj=null] - an existing locale object to use
	 * @example Info.weekdays()[0] //=> 'Monday'
	 * @example Info.weekdays('short')[0] //=> 'Mon'
	 * @example Info.weekdays('short', { locale: 'fr-CA' })[0] //=> 'lun.'
	 * @example Info.weekdays('short', { locale: 'ar' })[0] //=> 'الاثنين'
	 * @return {Array}
	 */
	static weekdays(length = 'long', { locale = null, numberingSystem = null, locObj = null } = {}) {
		return (locObj || Locale.create(locale, numberingSystem, null)).weekdays(length);
	}
	/**
	 * Return an array of format week names.
	 * Format weekdays differ from standalone weekdays in that they're meant to appear next to more date information. In some languages, that
	 * changes the string.
	 * See {@link Info#weekdays}
	 * @param {string} [length='long'] - the length of the month representation, such as "narrow", "short", "long".
	 * @param {Object} opts - options
	 * @param {string} [opts.locale=null] - the locale code
	 * @param {string} [opts.numberingSystem=null] - the numbering system
	 * @param {string} [opts.locObj=null] - an existing locale object to use
	 * @return {Array}
	 */
	static weekdaysFormat(
		length = 'long',
		{ locale = null, numberingSystem = null, locObj = null } = {},
	) {
		return (locObj || Locale.create(locale, numberingSystem, null)).weekdays(length, true);
	}
	/**
	 * Return an array of meridiems.
	 * @param {Object} opts - options
	 * @param {string} [opts.locale] - the locale code
	 * @example Info.meridiems() //=> [ 'AM', 'PM' ]
	 * @example Info.meridiems({ locale: 'my' }) //=> [ 'နံနက်', 'ညနေ' ]
	 * @return {Array}
	 */
	static meridiems({ locale = null } = {}) {
		return Locale.create(locale).meridiems();
	}
	/**
	 * Return an array of eras, such as ['BC', 'AD']. The locale can be specified, but the calendar system is always Gregorian.
	 * @param {string} [length='short'] - the length of the era representation, such as "short" or "long".
	 * @param {Object} opts - options
	 * @param {string} [opts.locale] - the locale code
	 * @example Info.eras() //=> [ 'BC', 'AD' ]
	 * @example Info.eras('long') //=> [ 'Before Christ', 'Anno Domini' ]
	 * @example Info.eras('long', { locale: 'fr' }) //=> [ 'avant Jésus-Christ', 'après Jésus-Christ' ]
	 * @return {Array}
	 */
	static eras(length = 'short', { locale = null } = {}) {
		return Locale.create(locale, null, 'gregory').eras(length);
	}
	/**
	 * Return the set of available features in this environment.
	 * Some features of Luxon are not available in all environments. For example, on older browsers, relative time formatting support is not available. Use this function to figure out if that's the case.
	 * Keys:
	 * * `relative`: whether this environment supports relative time formatting
	 * * `localeWeek`: whether this environment supports different weekdays for the start of the week based on the locale
	 * @example Info.features() //=> { relative: false, localeWeek: true }
	 * @return {Object}
	 */
	static features() {
		return { relative: hasRelative(), localeWeek: hasLocaleWeekInfo() };
	}
};
function dayDiff(earlier, later) {
	const utcDayStart = (dt) => dt.toUTC(0, { keepLocalTime: true }).startOf('day').valueOf(),
		ms = utcDayStart(later) - utcDayStart(earlier);
	return Math.floor(Duration.fromMillis(ms).as('days'));
}
function highOrderDiffs(cursor, later, units) {
	const differs = [
		['years', (a, b2) => b2.year - a.year],
		['quarters', (a, b2) => b2.quarter - a.quarter + (b2.year - a.year) * 4],
		['months', (a, b2) => b2.month - a.month + (b2.year - a.year) * 12],
		[
			'weeks',
			(a, b2) => {
				const days = dayDiff(a, b2);
				return (days - (days % 7)) / 7;
			},
		],
		['days', dayDiff],
	];
	const results = {};
	const earlier = cursor;
	let lowestOrder, highWater;
	for (const [unit, differ] of differs) {
		if (units.indexOf(unit) >= 0) {
			lowestOrder = unit;
			results[unit] = differ(cursor, later);
			highWater = earlier.plus(results);
			if (highWater > later) {
				results[unit]--;
				cursor = earlier.plus(results);
				if (cursor > later) {
					highWater = cursor;
					results[unit]--;
					cursor = earlier.plus(results);
				}
			} else {
				cursor = highWater;
			}
		}
	}
	return [cursor, results, highWater, lowestOrder];
}
function diff(earlier, later, units, opts) {
	let [cursor, results, highWater, lowestOrder] = highOrderDiffs(earlier, later, units);
	const remainingMillis = later - cursor;
	const lowerOrderUnits = units.filter(
		(u) => ['hours', 'minutes', 'seconds', 'milliseconds'].indexOf(u) >= 0,
	);
	if (lowerOrderUnits.length === 0) {
		if (highWater < later) {
			highWater = cursor.plus({ [lowestOrder]: 1 });
		}
		if (highWater !== cursor) {
			results[lowestOrder] = (results[lowestOrder] || 0) + remainingMillis / (highWater - cursor);
		}
	}
	const duration2 = Duration.fromObject(results, opts);
	if (lowerOrderUnits.length > 0) {
		return Duration.fromMillis(remainingMillis, opts)
			.shiftTo(...lowerOrderUnits)
			.plus(duration2);
	} else {
		return duration2;
	}
}
var MISSING_FTP = 'missing Intl.DateTimeFormat.formatToParts support';
function intUnit(regex, post = (i) => i) {
	return { regex, deser: ([s2]) => post(parseDigits(s2)) };
}
var NBSP = String.fromCharCode(160);
var spaceOrNBSP = `[ ${NBSP}]`;
var spaceOrNBSPRegExp = new RegExp(spaceOrNBSP, 'g');
function fixListRegex(s2) {
	return s2.replace(/\./g, '\\.?').replace(spaceOrNBSPRegExp, spaceOrNBSP);
}
function stripInsensitivities(s2) {
	return s2.replace(/\./g, '').replace(spaceOrNBSPRegExp, ' ').toLowerCase();
}
function oneOf(strings, startIndex) {
	if (strings === null) {
		return null;
	} else {
		return {
			regex: RegExp(strings.map(fixListRegex).join('|')),
			deser: ([s2]) =>
				strings.findIndex((i) => stripInsensitivities(s2) === stripInsensitivities(i)) + startIndex,
		};
	}
}
function offset(regex, groups) {
	return { regex, deser: ([, h, m]) => signedOffset(h, m), groups };
}
function simple(regex) {
	return { regex, deser: ([s2]) => s2 };
}
function escapeToken(value) {
	return value.replace(/[\-\[\]{}()*+?.,\\\^$|#\s]/g, '\\$&');
}
function unitForToken(token, loc) {
	const one = digitRegex(loc),
		two = digitRegex(loc, '{2}'),
		three = digitRegex(loc, '{3}'),
		four = digitRegex(loc, '{4}'),
		six = digitRegex(loc, '{6}'),
		oneOrTwo = digitRegex(loc, '{1,2}'),
		oneToThree = digitRegex(loc, '{1,3}'),
		oneToSix = digitRegex(loc, '{1,6}'),
		oneToNine = digitRegex(loc, '{1,9}'),
		twoToFour = digitRegex(loc, '{2,4}'),
		fourToSix = digitRegex(loc, '{4,6}'),
		literal = (t) => ({ regex: RegExp(escapeToken(t.val)), deser: ([s2]) => s2, literal: true }),
		unitate = (t) => {
			if (token.literal) {
				return literal(t);
			}
			switch (t.val) {
				// era
				case 'G':
					return oneOf(loc.eras('short'), 0);
				case 'GG':
					return oneOf(loc.eras('long'), 0);
				// years
				case 'y':
					return intUnit(oneToSix);
				case 'yy':
					return intUnit(twoToFour, untruncateYear);
				case 'yyyy':
					return intUnit(four);
				case 'yyyyy':
					return intUnit(fourToSix);
				case 'yyyyyy':
					return intUnit(six);
				// months
				case 'M':
					return intUnit(oneOrTwo);
				case 'MM':
					return intUnit(two);
				case 'MMM':
					return oneOf(loc.months('short', true), 1);
				case 'MMMM':
					return oneOf(loc.months('long', true), 1);
				case 'L':
					return intUnit(oneOrTwo);
				case 'LL':
					return intUnit(two);
				case 'LLL':
					return oneOf(loc.months('short', false), 1);
				case 'LLLL':
					return oneOf(loc.months('long', false), 1);
				// dates
				case 'd':
					return intUnit(oneOrTwo);
				case 'dd':
					return intUnit(two);
				// ordinals
				case 'o':
					return intUnit(oneToThree);
				case 'ooo':
					return intUnit(three);
				// time
				case 'HH':
					return intUnit(two);
				case 'H':
					return intUnit(oneOrTwo);
				case 'hh':
					return intUnit(two);
				case 'h':
					return intUnit(oneOrTwo);
				case 'mm':
					return intUnit(two);
				case 'm':
					return intUnit(oneOrTwo);
				case 'q':
					return intUnit(oneOrTwo);
				case 'qq':
					return intUnit(two);
				case 's':
					return intUnit(oneOrTwo);
				case 'ss':
					return intUnit(two);
				case 'S':
					return intUnit(oneToThree);
				case 'SSS':
					return intUnit(three);
				case 'u':
					return simple(oneToNine);
				case 'uu':
					return simple(oneOrTwo);
				case 'uuu':
					return intUnit(one);
				// meridiem
				case 'a':
					return oneOf(loc.meridiems(), 0);
				// weekYear (k)
				case 'kkkk':
					return intUnit(four);
				case 'kk':
					return intUnit(twoToFour, untruncateYear);
				// weekNumber (W)
				case 'W':
					return intUnit(oneOrTwo);
				case 'WW':
					return intUnit(two);
				// weekdays
				case 'E':
				case 'c':
					return intUnit(one);
				case 'EEE':
					return oneOf(loc.weekdays('short', false), 1);
				case 'EEEE':
					return oneOf(loc.weekdays('long', false), 1);
				case 'ccc':
					return oneOf(loc.weekdays('short', true), 1);
				case 'cccc':
					return oneOf(loc.weekdays('long', true), 1);
				// offset/zone
				case 'Z':
				case 'ZZ':
					return offset(new RegExp(`([+-]${oneOrTwo.source})(?::(${two.source}))?`), 2);
				case 'ZZZ':
					return offset(new RegExp(`([+-]${oneOrTwo.source})(${two.source})?`), 2);
				// we don't support ZZZZ (PST) or ZZZZZ (Pacific Standard Time) in parsing
				// because we don't have any way to figure out what they are
				case 'z':
					return simple(/[a-z_+-/]{1,256}?/i);
				// this special-case "token" represents a place where a macro-token expanded into a white-space literal
				// in this case we accept any non-newline white-space
				case ' ':
					return simple(/[^\S\n\r]/);
				default:
					return literal(t);
			}
		};
	const unit = unitate(token) || {
		invalidReason: MISSING_FTP,
	};
	unit.token = token;
	return unit;
}
var partTypeStyleToTokenVal = {
	year: {
		'2-digit': 'yy',
		numeric: 'yyyyy',
	},
	month: {
		numeric: 'M',
		'2-digit': 'MM',
		short: 'MMM',
		long: 'MMMM',
	},
	day: {
		numeric: 'd',
		'2-digit': 'dd',
	},
	weekday: {
		short: 'EEE',
		long: 'EEEE',
	},
	dayperiod: 'a',
	dayPeriod: 'a',
	hour12: {
		numeric: 'h',
		'2-digit': 'hh',
	},
	hour24: {
		numeric: 'H',
		'2-digit': 'HH',
	},
	minute: {
		numeric: 'm',
		'2-digit': 'mm',
	},
	second: {
		numeric: 's',
		'2-digit': 'ss',
	},
	timeZoneName: {
		long: 'ZZZZZ',
		short: 'ZZZ',
	},
};
function tokenForPart(part, formatOpts, resolvedOpts) {
	const { type, value } = part;
	if (type === 'literal') {
		const isSpace = /^\s+$/.test(value);
		return {
			literal: !isSpace,
			val: isSpace ? ' ' : value,
		};
	}
	const style = formatOpts[type];
	let actualType = type;
	if (type === 'hour') {
		if (formatOpts.hour12 != null) {
			actualType = formatOpts.hour12 ? 'hour12' : 'hour24';
		} else if (formatOpts.hourCycle != null) {
			if (formatOpts.hourCycle === 'h11' || formatOpts.hourCycle === 'h12') {
				actualType = 'hour12';
			} else {
				actualType = 'hour24';
			}
		} else {
			actualType = resolvedOpts.hour12 ? 'hour12' : 'hour24';
		}
	}
	let val = partTypeStyleToTokenVal[actualType];
	if (typeof val === 'object') {
		val = val[style];
	}
	if (val) {
		return {
			literal: false,
			val,
		};
	}
	return void 0;
}
function buildRegex(units) {
	const re = units.map((u) => u.regex).reduce((f, r) => `${f}(${r.source})`, '');
	return [`^${re}$`, units];
}
function match(input, regex, handlers) {
	const matches = input.match(regex);
	if (matches) {
		const all = {};
		let matchIndex = 1;
		for (const i in handlers) {
			if (hasOwnProperty(handlers, i)) {
				const h = handlers[i],
					groups = h.groups ? h.groups + 1 : 1;
				if (!h.literal && h.token) {
					all[h.token.val[0]] = h.deser(matches.slice(matchIndex, matchIndex + groups));
				}
				matchIndex += groups;
			}
		}
		return [matches, all];
	} else {
		return [matches, {}];
	}
}
function dateTimeFromMatches(matches) {
	const toField = (token) => {
		switch (token) {
			case 'S':
				return 'millisecond';
			case 's':
				return 'second';
			case 'm':
				return 'minute';
			case 'h':
			case 'H':
				return 'hour';
			case 'd':
				return 'day';
			case 'o':
				return 'ordinal';
			case 'L':
			case 'M':
				return 'month';
			case 'y':
				return 'year';
			case 'E':
			case 'c':
				return 'weekday';
			case 'W':
				return 'weekNumber';
			case 'k':
				return 'weekYear';
			case 'q':
				return 'quarter';
			default:
				return null;
		}
	};
	let zone = null;
	let specificOffset;
	if (!isUndefined(matches.z)) {
		zone = IANAZone.create(matches.z);
	}
	if (!isUndefined(matches.Z)) {
		if (!zone) {
			zone = new FixedOffsetZone(matches.Z);
		}
		specificOffset = matches.Z;
	}
	if (!isUndefined(matches.q)) {
		matches.M = (matches.q - 1) * 3 + 1;
	}
	if (!isUndefined(matches.h)) {
		if (matches.h < 12 && matches.a === 1) {
			matches.h += 12;
		} else if (matches.h === 12 && matches.a === 0) {
			matches.h = 0;
		}
	}
	if (matches.G === 0 && matches.y) {
		matches.y = -matches.y;
	}
	if (!isUndefined(matches.u)) {
		matches.S = parseMillis(matches.u);
	}
	const vals = Object.keys(matches).reduce((r, k) => {
		const f = toField(k);
		if (f) {
			r[f] = matches[k];
		}
		return r;
	}, {});
	return [vals, zone, specificOffset];
}
var dummyDateTimeCache = null;
function getDummyDateTime() {
	if (!dummyDateTimeCache) {
		dummyDateTimeCache = DateTime.fromMillis(1555555555555);
	}
	return dummyDateTimeCache;
}
function maybeExpandMacroToken(token, locale) {
	if (token.literal) {
		return token;
	}
	const formatOpts = Formatter.macroTokenToFormatOpts(token.val);
	const tokens = formatOptsToTokens(formatOpts, locale);
	if (tokens == null || tokens.includes(void 0)) {
		return token;
	}
	return tokens;
}
function expandMacroTokens(tokens, locale) {
	return Array.prototype.concat(...tokens.map((t) => maybeExpandMacroToken(t, locale)));
}
var TokenParser = class {
	constructor(locale, format) {
		this.locale = locale;
		this.format = format;
		this.tokens = expandMacroTokens(Formatter.parseFormat(format), locale);
		this.units = this.tokens.map((t) => unitForToken(t, locale));
		this.disqualifyingUnit = this.units.find((t) => t.invalidReason);
		if (!this.disqualifyingUnit) {
			const [regexString, handlers] = buildRegex(this.units);
			this.regex = RegExp(regexString, 'i');
			this.handlers = handlers;
		}
	}
	explainFromTokens(input) {
		if (!this.isValid) {
			return { input, tokens: this.tokens, invalidReason: this.invalidReason };
		} else {
			const [rawMatches, matches] = match(input, this.regex, this.handlers),
				[result, zone, specificOffset] = matches
					? dateTimeFromMatches(matches)
					: [null, null, void 0];
			if (hasOwnProperty(matches, 'a') && hasOwnProperty(matches, 'H')) {
				throw new ConflictingSpecificationError(
					"Can't include meridiem when specifying 24-hour format",
				);
			}
			return {
				input,
				tokens: this.tokens,
				regex: this.regex,
				rawMatches,
				matches,
				result,
				zone,
				specificOffset,
			};
		}
	}
	get isValid() {
		return !this.disqualifyingUnit;
	}
	get invalidReason() {
		return this.disqualifyingUnit ? this.disqualifyingUnit.invalidReason : null;
	}
};
function explainFromTokens(locale, input, format) {
	const parser = new TokenParser(locale, format);
	return parser.explainFromTokens(input);
}
function parseFromTokens(locale, input, format) {
	const { result, zone, specificOffset, invalidReason } = explainFromTokens(locale, input, format);
	return [result, zone, specificOffset, invalidReason];
}
function formatOptsToTokens(formatOpts, locale) {
	if (!formatOpts) {
		return null;
	}
	const formatter = Formatter.create(locale, formatOpts);
	const df = formatter.dtFormatter(getDummyDateTime());
	const parts = df.formatToParts();
	const resolvedOpts = df.resolvedOptions();
	return parts.map((p) => tokenForPart(p, formatOpts, resolvedOpts));
}
var INVALID = 'Invalid DateTime';
var MAX_DATE = 864e13;
function unsupportedZone(zone) {
	return new Invalid('unsupported zone', `the zone "${zone.name}" is not supported`);
}
function possiblyCachedWeekData(dt) {
	if (dt.weekData === null) {
		dt.weekData = gregorianToWeek(dt.c);
	}
	return dt.weekData;
}
function possiblyCachedLocalWeekData(dt) {
	if (dt.localWeekData === null) {
		dt.localWeekData = gregorianToWeek(
			dt.c,
			dt.loc.getMinDaysInFirstWeek(),
			dt.loc.getStartOfWeek(),
		);
	}
	return dt.localWeekData;
}
function clone(inst, alts) {
	const current = {
		ts: inst.ts,
		zone: inst.zone,
		c: inst.c,
		o: inst.o,
		loc: inst.loc,
		invalid: inst.invalid,
	};
	return new DateTime({ ...current, ...alts, old: current });
}
function fixOffset(localTS, o, tz) {
	let utcGuess = localTS - o * 60 * 1e3;
	const o2 = tz.offset(utcGuess);
	if (o === o2) {
		return [utcGuess, o];
	}
	utcGuess -= (o2 - o) * 60 * 1e3;
	const o3 = tz.offset(utcGuess);
	if (o2 === o3) {
		return [utcGuess, o2];
	}
	return [localTS - Math.min(o2, o3) * 60 * 1e3, Math.max(o2, o3)];
}
function tsToObj(ts, offset2) {
	ts += offset2 * 60 * 1e3;
	const d = new Date(ts);
	return {
		year: d.getUTCFullYear(),
		month: d.getUTCMonth() + 1,
		day: d.getUTCDate(),
		hour: d.getUTCHours(),
		minute: d.getUTCMinutes(),
		second: d.getUTCSeconds(),
		millisecond: d.getUTCMilliseconds(),
	};
}
function objToTS(obj, offset2, zone) {
	return fixOffset(objToLocalTS(obj), offset2, zone);
}
function adjustTime(inst, dur) {
	const oPre = inst.o,
		year = inst.c.year + Math.trunc(dur.years),
		month = inst.c.month + Math.trunc(dur.months) + Math.trunc(dur.quarters) * 3,
		c = {
			...inst.c,
			year,
			month,
			day:
				Math.min(inst.c.day, daysInMonth(year, month)) +
				Math.trunc(dur.days) +
				Math.trunc(dur.weeks) * 7,
		},
		millisToAdd = Duration.fromObject({
			years: dur.years - Math.trunc(dur.years),
			quarters: dur.quarters - Math.trunc(dur.quarters),
			months: dur.months - Math.trunc(dur.months),
			weeks: dur.weeks - Math.trunc(dur.weeks),
			days: dur.days - Math.trunc(dur.days),
			hours: dur.hours,
			minutes: dur.minutes,
			seconds: dur.seconds,
			milliseconds: dur.milliseconds,
		}).as('milliseconds'),
		localTS = objToLocalTS(c);
	let [ts, o] = fixOffset(localTS, oPre, inst.zone);
	if (millisToAdd !== 0) {
		ts += millisToAdd;
		o = inst.zone.offset(ts);
	}
	return { ts, o };
}
function parseDataToDateTime(parsed2, parsedZone, opts, format, text, specificOffset) {
	const { setZone, zone } = opts;
	if ((parsed2 && Object.keys(parsed2).length !== 0) || parsedZone) {
		const interpretationZone = parsedZone || zone,
			inst = DateTime.fromObject(parsed2, {
				...opts,
				zone: interpretationZone,
				specificOffset,
			});
		return setZone ? inst : inst.setZone(zone);
	} else {
		return DateTime.invalid(
			new Invalid('unparsable', `the input "${text}" can't be parsed as ${format}`),
		);
	}
}
function toTechFormat(dt, format, allowZ = true) {
	return dt.isValid
		? Formatter.create(Locale.create('en-US'), {
				allowZ,
				forceSimple: true,
			}).formatDateTimeFromString(dt, format)
		: null;
}
function toISODate(o, extended, precision) {
	const longFormat = o.c.year > 9999 || o.c.year < 0;
	let c = '';
	if (longFormat && o.c.year >= 0) c += '+';
	c += padStart(o.c.year, longFormat ? 6 : 4);
	if (precision === 'year') return c;
	if (extended) {
		c += '-';
		c += padStart(o.c.month);
		if (precision === 'month') return c;
		c += '-';
	} else {
		c += padStart(o.c.month);
		if (precision === 'month') return c;
	}
	c += padStart(o.c.day);
	return c;
}
function toISOTime(
	o,
	extended,
	suppressSeconds,
	suppressMilliseconds,
	includeOffset,
	extendedZone,
	precision,
) {
	let showSeconds = !suppressSeconds || o.c.millisecond !== 0 || o.c.second !== 0,
		c = '';
	switch (precision) {
		case 'day':
		case 'month':
		case 'year':
			break;
		default:
			c += padStart(o.c.hour);
			if (precision === 'hour') break;
			if (extended) {
				c += ':';
				c += padStart(o.c.minute);
				if (precision === 'minute') break;
				if (showSeconds) {
					c += ':';
					c += padStart(o.c.second);
				}
			} else {
				c += padStart(o.c.minute);
				if (precision === 'minute') break;
				if (showSeconds) {
					c += padStart(o.c.second);
				}
			}
			if (precision === 'second') break;
			if (showSeconds && (!suppressMilliseconds || o.c.millisecond !== 0)) {
				c += '.';
				c += padStart(o.c.millisecond, 3);
			}
	}
	if (includeOffset) {
		if (o.isOffsetFixed && o.offset === 0 && !extendedZone) {
			c += 'Z';
		} else if (o.o < 0) {
			c += '-';
			c += padStart(Math.trunc(-o.o / 60));
			c += ':';
			c += padStart(Math.trunc(-o.o % 60));
		} else {
			c += '+';
			c += padStart(Math.trunc(o.o / 60));
			c += ':';
			c += padStart(Math.trunc(o.o % 60));
		}
	}
	if (extendedZone) {
		c += '[' + o.zone.ianaName + ']';
	}
	return c;
}
var defaultUnitValues = {
	month: 1,
	day: 1,
	hour: 0,
	minute: 0,
	second: 0,
	millisecond: 0,
};
var defaultWeekUnitValues = {
	weekNumber: 1,
	weekday: 1,
	hour: 0,
	minute: 0,
	second: 0,
	millisecond: 0,
};
var defaultOrdinalUnitValues = {
	ordinal: 1,
	hour: 0,
	minute: 0,
	second: 0,
	millisecond: 0,
};
var orderedUnits = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'];
var orderedWeekUnits = [
	'weekYear',
	'weekNumber',
	'weekday',
	'hour',
	'minute',
	'second',
	'millisecond',
];
var orderedOrdinalUnits = ['year', 'ordinal', 'hour', 'minute', 'second', 'millisecond'];
function normalizeUnit(unit) {
	const normalized = {
		year: 'year',
		years: 'year',
		month: 'month',
		months: 'month',
		day: 'day',
		days: 'day',
		hour: 'hour',
		hours: 'hour',
		minute: 'minute',
		minutes: 'minute',
		quarter: 'quarter',
		quarters: 'quarter',
		second: 'second',
		seconds: 'second',
		millisecond: 'millisecond',
		milliseconds: 'millisecond',
		weekday: 'weekday',
		weekdays: 'weekday',
		weeknumber: 'weekNumber',
		weeksnumber: 'weekNumber',
		weeknumbers: 'weekNumber',
		weekyear: 'weekYear',
		weekyears: 'weekYear',
		ordinal: 'ordinal',
	}[unit.toLowerCase()];
	if (!normalized) throw new InvalidUnitError(unit);
	return normalized;
}
function normalizeUnitWithLocalWeeks(unit) {
	switch (unit.toLowerCase()) {
		case 'localweekday':
		case 'localweekdays':
			return 'localWeekday';
		case 'localweeknumber':
		case 'localweeknumbers':
			return 'localWeekNumber';
		case 'localweekyear':
		case 'localweekyears':
			return 'localWeekYear';
		default:
			return normalizeUnit(unit);
	}
}
function guessOffsetForZone(zone) {
	if (zoneOffsetTs === void 0) {
		zoneOffsetTs = Settings.now();
	}
	if (zone.type !== 'iana') {
		return zone.offset(zoneOffsetTs);
	}
	const zoneName = zone.name;
	let offsetGuess = zoneOffsetGuessCache.get(zoneName);
	if (offsetGuess === void 0) {
		offsetGuess = zone.offset(zoneOffsetTs);
		zoneOffsetGuessCache.set(zoneName, offsetGuess);
	}
	return offsetGuess;
}
function quickDT(obj, opts) {
	const zone = normalizeZone(opts.zone, Settings.defaultZone);
	if (!zone.isValid) {
		return DateTime.invalid(unsupportedZone(zone));
	}
	const loc = Locale.fromObject(opts);
	let ts, o;
	if (!isUndefined(obj.year)) {
		for (const u of orderedUnits) {
			if (isUndefined(obj[u])) {
				obj[u] = defaultUnitValues[u];
			}
		}
		const invalid = hasInvalidGregorianData(obj) || hasInvalidTimeData(obj);
		if (invalid) {
			return DateTime.invalid(invalid);
		}
		const offsetProvis = guessOffsetForZone(zone);
		[ts, o] = objToTS(obj, offsetProvis, zone);
	} else {
		ts = Settings.now();
	}
	return new DateTime({ ts, zone, loc, o });
}
function diffRelative(start, end2, opts) {
	const round = isUndefined(opts.round) ? true : opts.round,
		rounding = isUndefined(opts.rounding) ? 'trunc' : opts.rounding,
		format = (c, unit) => {
			c = roundTo(c, round || opts.calendary ? 0 : 2, opts.calendary ? 'round' : rounding);
			const formatter = end2.loc.clone(opts).relFormatter(opts);
			return formatter.format(c, unit);
		},
		differ = (unit) => {
			if (opts.calendary) {
				if (!end2.hasSame(start, unit)) {
					return end2.startOf(unit).diff(start.startOf(unit), unit).get(unit);
				} else return 0;
			} else {
				return end2.diff(start, unit).get(unit);
			}
		};
	if (opts.unit) {
		return format(differ(opts.unit), opts.unit);
	}
	for (const unit of opts.units) {
		const count = differ(unit);
		if (Math.abs(count) >= 1) {
			return format(count, unit);
		}
	}
	return format(start > end2 ? -0 : 0, opts.units[opts.units.length - 1]);
}
function lastOpts(argList) {
	let opts = {},
		args;
	if (argList.length > 0 && typeof argList[argList.length - 1] === 'object') {
		opts = argList[argList.length - 1];
		args = Array.from(argList).slice(0, argList.length - 1);
	} else {
		args = Array.from(argList);
	}
	return [opts, args];
}
var zoneOffsetTs;
var zoneOffsetGuessCache = /* @__PURE__ */ new Map();
var DateTime = class _DateTime {
	/**
	 * @access private
	 */
	constructor(config) {
		const zone = config.zone || Settings.defaultZone;
		let invalid =
			config.invalid ||
			(Number.isNaN(config.ts) ? new Invalid('invalid input') : null) ||
			(!zone.isValid ? unsupportedZone(zone) : null);
		this.ts = isUndefined(config.ts) ? Settings.now() : config.ts;
		let c = null,
			o = null;
		if (!invalid) {
			const unchanged = config.old && config.old.ts === this.ts && config.old.zone.equals(zone);
			if (unchanged) {
				[c, o] = [config.old.c, config.old.o];
			} else {
				const ot = isNumber(config.o) && !config.old ? config.o : zone.offset(this.ts);
				c = tsToObj(this.ts, ot);
				invalid = Number.isNaN(c.year) ? new Invalid('invalid input') : null;
				c = invalid ? null : c;
				o = invalid ? null : ot;
			}
		}
		this._zone = zone;
		this.loc = config.loc || Locale.create();
		this.invalid = invalid;
		this.weekData = null;
		this.localWeekData = null;
		this.c = c;
		this.o = o;
		this.isLuxonDateTime = true;
	}
	// CONSTRUCT
	/**
	 * Create a DateTime for the current instant, in the system's time zone.
	 *
	 * Use Settings to override these default values if needed.
	 * @example DateTime.now().toISO() //~> now in the ISO format
	 * @return {DateTime}
	 */
	static now() {
		return new _DateTime({});
	}
	/**
	 * Create a local DateTime
	 * @param {number} [year] - The calendar year. If omitted (as in, call `local()` with no arguments), the current time will be used
	 * @param {number} [month=1] - The month, 1-indexed
	 * @param {number} [day=1] - The day of the month, 1-indexed
	 * @param {number} [hour=0] - The hour of the day, in 24-hour time
	 * @param {number} [minute=0] - The minute of the hour, meaning a number between 0 and 59
	 * @param {number} [second=0] - The second of the minute, meaning a number between 0 and 59
	 * @param {number} [millisecond=0] - The millisecond of the second, meaning a number between 0 and 999
	 * @example DateTime.local()                                  //~> now
	 * @example DateTime.local({ zone: "America/New_York" })      //~> now, in US east coast time
	 * @example DateTime.local(2017)                              //~> 2017-01-01T00:00:00
	 * @example DateTime.local(2017, 3)                           //~> 2017-03-01T00:00:00
	 * @example DateTime.local(2017, 3, 12, { locale: "fr" })     //~> 2017-03-12T00:00:00, with a French locale
	 * @example DateTime.local(2017, 3, 12, 5)                    //~> 2017-03-12T05:00:00
	 * @example DateTime.local(2017, 3, 12, 5, { zone: "utc" })   //~> 2017-03-12T05:00:00, in UTC
	 * @example DateTime.local(2017, 3, 12, 5, 45)                //~> 2017-03-12T05:45:00
	 * @example DateTime.local(2017, 3, 12, 5, 45, 10)            //~> 2017-03-12T05:45:10
	 * @example DateTime.local(2017, 3, 12, 5, 45, 10, 765)       //~> 2017-03-12T05:45:10.765
	 * @return {DateTime}
	 */
	static local() {
		const [opts, args] = lastOpts(arguments),
			[year, month, day, hour, minute, second, millisecond] = args;
		return quickDT({ year, month, day, hour, minute, second, millisecond }, opts);
	}
	/**
	 * Create a DateTime in UTC
	 * @param {number} [year] - The calendar year. If omitted (as in, call `utc()` with no arguments), the current time will be used
	 * @param {number} [month=1] - The month, 1-indexed
	 * @param {number} [day=1] - The day of the month
	 * @param {number} [hour=0] - The hour of the day, in 24-hour time
	 * @param {number} [minute=0] - The minute of the hour, meaning a number between 0 and 59
	 * @param {number} [second=0] - The second of the minute, meaning a number between 0 and 59
	 * @param {number} [millisecond=0] - The millisecond of the second, meaning a number between 0 and 999
	 * @param {Object} options - configuration options for the DateTime
	 * @param {string} [options.locale] - a locale to set on the resulting DateTime instance
	 * @param {string} [options.outputCalendar] - the output calendar to set on the resulting DateTime instance
	 * @param {string} [options.numberingSystem] - the numbering system to set on the resulting DateTime instance
	 * @param {string} [options.weekSettings] - the week settings to set on the resulting DateTime instance
	 * @example DateTime.utc()                                              //~> now
	 * @example DateTime.utc(2017)                                          //~> 2017-01-01T00:00:00Z
	 * @example DateTime.utc(2017, 3)                                       //~> 2017-03-01T00:00:00Z
	 * @example DateTime.utc(2017, 3, 12)                                   //~> 2017-03-12T00:00:00Z
	 * @example DateTime.utc(2017, 3, 12, 5)                                //~> 2017-03-12T05:00:00Z
	 * @example DateTime.utc(2017, 3, 12, 5, 45)                            //~> 2017-03-12T05:45:00Z
	 * @example DateTime.utc(2017, 3, 12, 5, 45, { locale: "fr" })          //~> 2017-03-12T05:45:00Z with a French locale
	 * @example DateTime.utc(2017, 3, 12, 5, 45, 10)                        //~> 2017-03-12T05:45:10Z
	 * @example DateTime.utc(2017, 3, 12, 5, 45, 10, 765, { locale: "fr" }) //~> 2017-03-12T05:45:10.765Z with a French locale
	 * @return {DateTime}
	 */
	static utc() {
		const [opts, args] = lastOpts(arguments),
			[year, month, day, hour, minute, second, millisecond] = args;
		opts.zone = FixedOffsetZone.utcInstance;
		return quickDT({ year, month, day, hour, minute, second, millisecond }, opts);
	}
	/**
	 * Create a DateTime from a JavaScript Date object. Uses the default zone.
	 * @param {Date} date - a JavaScript Date object
	 * @param {Object} options - configuration options for the DateTime
	 * @param {string|Zone} [options.zone='local'] - the zone to place the DateTime into
	 * @return {DateTime}
	 */
	static fromJSDate(date, options = {}) {
		const ts = isDate(date) ? date.valueOf() : NaN;
		if (Number.isNaN(ts)) {
			return _DateTime.invalid('invalid input');
		}
		const zoneToUse = normalizeZone(options.zone, Settings.defaultZone);
		if (!zoneToUse.isValid) {
			return _DateTime.invalid(unsupportedZone(zoneToUse));
		}
		return new _DateTime({
			ts,
			zone: zoneToUse,
			loc: Locale.fromObject(options),
		});
	}
	/**
	 * Create a DateTime from a number of milliseconds since the epoch (meaning since 1 January 1970 00:00:00 UTC). Uses the default zone.
	 * @param {number} milliseconds - a number of milliseconds since 1970 UTC
	 * @param {Object} options - configuration options for the DateTime
	 * @param {string|Zone} [options.zone='local'] - the zone to place the DateTime into
	 * @param {string} [options.locale] - a locale to set on the resulting DateTime instance
	 * @param {string} options.outputCalendar - the output calendar to set on the resulting DateTime instance
	 * @param {string} options.numberingSystem - the numbering system to set on the resulting DateTime instance
	 * @param {string} options.weekSettings - the week settings to set on the resulting DateTime instance
	 * @return {DateTime}
	 */
	static fromMillis(milliseconds, options = {}) {
		if (!isNumber(milliseconds)) {
			throw new InvalidArgumentError(
				`fromMillis requires a numerical input, but received a ${typeof milliseconds} with value ${milliseconds}`,
			);
		} else if (milliseconds < -MAX_DATE || milliseconds > MAX_DATE) {
			return _DateTime.invalid('Timestamp out of range');
		} else {
			return new _DateTime({
				ts: milliseconds,
				zone: normalizeZone(options.zone, Settings.defaultZone),
				loc: Locale.fromObject(options),
			});
		}
	}
	/**
	 * Create a DateTime from a number of seconds since the epoch (meaning since 1 January 1970 00:00:00 UTC). Uses the default zone.
	 * @param {number} seconds - a number of seconds since 1970 UTC
	 * @param {Object} options - configuration options for the DateTime
	 * @param {string|Zone} [options.zone='local'] - the zone to place the DateTime into
	 * @param {string} [options.locale] - a locale to set on the resulting DateTime instance
	 * @param {string} options.outputCalendar - the output calendar to set on the resulting DateTime instance
	 * @param {string} options.numberingSystem - the numbering system to set on the resulting DateTime instance
	 * @param {string} options.weekSettings - the week settings to set on the resulting DateTime instance
	 * @return {DateTime}
	 */
	static fromSeconds(seconds, options = {}) {
		if (!isNumber(seconds)) {
			throw new InvalidArgumentError('fromSeconds requires a numerical input');
		} else {
			return new _DateTime({
				ts: seconds * 1e3,
				zone: normalizeZone(options.zone, Settings.defaultZone),
				loc: Locale.fromObject(options),
			});
		}
	}
	/**
	 * Create a DateTime from a JavaScript object with keys like 'year' and 'hour' with reasonable defaults.
	 * @param {Object} obj - the object to create the DateTime from
	 * @param {number} obj.year - a year, such as 1987
	 * @param {number} obj.month - a month, 1-12
	 * @param {number} obj.day - a day of the month, 1-31, depending on the month
	 * @param {number} obj.ordinal - day of the year, 1-365 or 366
	 * @param {number} obj.weekYear - an ISO week year
	 * @param {number} obj.weekNumber - an ISO week number, between 1 and 52 or 53, depending on the year
	 * @param {number} obj.weekday - an ISO weekday, 1-7, where 1 is Monday and 7 is Sunday
	 * @param {number} obj.localWeekYear - a week year, according to the locale
	 * @param {number} obj.localWeekNumber - a week number, between 1 and 52 or 53, depending on the year, according to the locale
	 * @param {number} obj.localWeekday - a weekday, 1-7, where 1 is the first and 7 is the last day of the week, according to the locale
	 * @param {number} obj.hour - hour of the day, 0-23
	 * @param {number} obj.minute - minute of the hour, 0-59
	 * @param {number} obj.second - second of the minute, 0-59
	 * @param {number} obj.millisecond - millisecond of the second, 0-999
	 * @param {Object} opts - options for creating this DateTime
	 * @param {string|Zone} [opts.zone='local'] - interpret the numbers in the context of a particular zone. Can take any value taken as the first argument to setZone()
	 * @param {string} [opts.locale='system\'s locale'] - a locale to set on the resulting DateTime instance
	 * @param {string} opts.outputCalendar - the output calendar to set on the resulting DateTime instance
	 * @param {string} opts.numberingSystem - the numbering system to set on the resulting DateTime instance
	 * @param {string} opts.weekSettings - the week settings to set on the resulting DateTime instance
	 * @example DateTime.fromObject({ year: 1982, month: 5, day: 25}).toISODate() //=> '1982-05-25'
	 * @example DateTime.fromObject({ year: 1982 }).toISODate() //=> '1982-01-01'
	 * @example DateTime.fromObject({ hour: 10, minute: 26, second: 6 }) //~> today at 10:26:06
	 * @example DateTime.fromObject({ hour: 10, minute: 26, second: 6 }, { zone: 'utc' }),
	 * @example DateTime.fromObject({ hour: 10, minute: 26, second: 6 }, { zone: 'local' })
	 * @example DateTime.fromObject({ hour: 10, minute: 26, second: 6 }, { zone: 'America/New_York' })
	 * @example DateTime.fromObject({ weekYear: 2016, weekNumber: 2, weekday: 3 }).toISODate() //=> '2016-01-13'
	 * @example DateTime.fromObject({ localWeekYear: 2022, localWeekNumber: 1, localWeekday: 1 }, { locale: "en-US" }).toISODate() //=> '2021-12-26'
	 * @return {DateTime}
	 */
	static fromObject(obj, opts = {}) {
		obj = obj || {};
		const zoneToUse = normalizeZone(opts.zone, Settings.defaultZone);
		if (!zoneToUse.isValid) {
			return _DateTime.invalid(unsupportedZone(zoneToUse));
		}
		const loc = Locale.fromObject(opts);
		const normalized = normalizeObject(obj, normalizeUnitWithLocalWeeks);
		const { minDaysInFirstWeek, startOfWeek } = usesLocalWeekValues(normalized, loc);
		const tsNow = Settings.now(),
			offsetProvis = !isUndefined(opts.specificOffset)
				? opts.specificOffset
				: zoneToUse.offset(tsNow),
			containsOrdinal = !isUndefined(normalized.ordinal),
			containsGregorYear = !isUndefined(normalized.year),
			containsGregorMD = !isUndefined(normalized.month) || !isUndefined(normalized.day),
			containsGregor = containsGregorYear || containsGregorMD,
			definiteWeekDef = normalized.weekYear || normalized.weekNumber;
		if ((containsGregor || containsOrdinal) && definiteWeekDef) {
			throw new ConflictingSpecificationError(
				"Can't mix weekYear/weekNumber units with year/month/day or ordinals",
			);
		}
		if (containsGregorMD && containsOrdinal) {
			throw new ConflictingSpecificationError("Can't mix ordinal dates with month/day");
		}
		const useWeekData = definiteWeekDef || (normalized.weekday && !containsGregor);
		let units,
			defaultValues,
			objNow = tsToObj(tsNow, offsetProvis);
		if (useWeekData) {
			units = orderedWeekUnits;
			defaultValues = defaultWeekUnitValues;
			objNow = gregorianToWeek(objNow, minDaysInFirstWeek, startOfWeek);
		} else if (containsOrdinal) {
			units = orderedOrdinalUnits;
			defaultValues = defaultOrdinalUnitValues;
			objNow = gregorianToOrdinal(objNow);
		} else {
			units = orderedUnits;
			defaultValues = defaultUnitValues;
		}
		let foundFirst = false;
		for (const u of units) {
			const v = normalized[u];
			if (!isUndefined(v)) {
				foundFirst = true;
			} else if (foundFirst) {
				normalized[u] = defaultValues[u];
			} else {
				normalized[u] = objNow[u];
			}
		}
		const higherOrderInvalid = useWeekData
				? hasInvalidWeekData(normalized, minDaysInFirstWeek, startOfWeek)
				: containsOrdinal
					? hasInvalidOrdinalData(normalized)
					: hasInvalidGregorianData(normalized),
			invalid = higherOrderInvalid || hasInvalidTimeData(normalized);
		if (invalid) {
			return _DateTime.invalid(invalid);
		}
		const gregorian = useWeekData
				? weekToGregorian(normalized, minDaysInFirstWeek, startOfWeek)
				: containsOrdinal
					? ordinalToGregorian(normalized)
					: normalized,
			[tsFinal, offsetFinal] = objToTS(gregorian, offsetProvis, zoneToUse),
			inst = new _DateTime({
				ts: tsFinal,
				zone: zoneToUse,
				o: offsetFinal,
				loc,
			});
		if (normalized.weekday && containsGregor && obj.weekday !== inst.weekday) {
			return _DateTime.invalid(
				'mismatched weekday',
				`you can't specify both a weekday of ${normalized.weekday} and a date of ${inst.toISO()}`,
			);
		}
		if (!inst.isValid) {
			return _DateTime.invalid(inst.invalid);
		}
		return inst;
	}
	/**
	 * Create a DateTime from an ISO 8601 string
	 * @param {string} text - the ISO string
	 * @param {Object} opts - options to affect the creation
	 * @param {string|Zone} [opts.zone='local'] - use this zone if no offset is specified in the input string itself. Will also convert the time to this zone
	 * @param {boolean} [opts.setZone=false] - override the zone with a fixed-offset zone specified in the string itself, if it specifies one
	 * @param {string} [opts.locale='system's locale'] - a locale to set on the resulting DateTime instance
	 * @param {string} [opts.outputCalendar] - the output calendar to set on the resulting DateTime instance
	 * @param {string} [opts.numberingSystem] - the numbering system to set on the resulting DateTime instance
	 * @param {string} [opts.weekSettings] - the week settings to set on the resulting DateTime instance
	 * @example DateTime.fromISO('2016-05-25T09:08:34.123')
	 * @example DateTime.fromISO('2016-05-25T09:08:34.123+06:00')
	 * @example DateTime.fromISO('2016-05-25T09:08:34.123+06:00', {setZone: true})
	 * @example DateTime.fromISO('2016-05-25T09:08:34.123', {zone: 'utc'})
	 * @example DateTime.fromISO('2016-W05-4')
	 * @return {DateTime}
	 */
	static fromISO(text, opts = {}) {
		const [vals, parsedZone] = parseISODate(text);
		return parseDataToDateTime(vals, parsedZone, opts, 'ISO 8601', text);
	}
	/**
	 * Create a DateTime from an RFC 2822 string
	 * @param {string} text - the RFC 2822 string
	 * @param {Object} opts - options to affect the creation
	 * @param {string|Zone} [opts.zone='local'] - convert the time to this zone. Since the offset is always specified in the string itself, this has no effect on the interpretation of string, merely the zone the resulting DateTime is expressed in.
	 * @param {boolean} [opts.setZone=false] - override the zone with a fixed-offset zone specified in the string itself, if it specifies one
	 * @param {string} [opts.locale='system's locale'] - a locale to set on the resulting DateTime instance
	 * @param {string} opts.outputCalendar - the output calendar to set on the resulting DateTime instance
	 * @param {string} opts.numberingSystem - the numbering system to set on the resulting DateTime instance
	 * @param {string} opts.weekSettings - the week settings to set on the resulting DateTime instance
	 * @example DateTime.fromRFC2822('25 Nov 2016 13:23:12 GMT')
	 * @example DateTime.fromRFC2822('Fri, 25 Nov 2016 13:23:12 +0600')
	 * @example DateTime.fromRFC2822('25 Nov 2016 13:23 Z')
	 * @return {DateTime}
	 */
	static fromRFC2822(text, opts = {}) {
		const [vals, parsedZone] = parseRFC2822Date(text);
		return parseDataToDateTime(vals, parsedZone, opts, 'RFC 2822', text);
	}
	/**
	 * Create a DateTime from an HTTP header date
	 * @see https://www.w3.org/Protocols/rfc2616/rfc2616-sec3.html#sec3.3.1
	 * @param {string} text - the HTTP header date
	 * @param {Object} opts - options to affect the creation
	 * @param {string|Zone} [opts.zone='local'] - convert the time to this zone. Since HTTP dates are always in UTC, this has no effect on the interpretation of string, merely the zone the resulting DateTime is expressed in.
	 * @param {boolean} [opts.setZone=false] - override the zone with the fixed-offset zone specified in the string. For HTTP dates, this is always UTC, so this option is equivalent to setting the `zone` option to 'utc', but this option is included for consistency with similar methods.
	 * @param {string} [opts.locale='system's locale'] - a locale to set on the resulting DateTime instance
	 * @param {string} opts.outputCalendar - the output calendar to set on the resulting DateTime instance
	 * @param {string} opts.numberingSystem - the numbering system to set on the resulting DateTime instance
	 * @param {string} opts.weekSettings - the week settings to set on the resulting DateTime instance
	 * @example DateTime.fromHTTP('Sun, 06 Nov 1994 08:49:37 GMT')
	 * @example DateTime.fromHTTP('Sunday, 06-Nov-94 08:49:37 GMT')
	 * @example DateTime.fromHTTP('Sun Nov  6 08:49:37 1994')
	 * @return {DateTime}
	 */
	static fromHTTP(text, opts = {}) {
		const [vals, parsedZone] = parseHTTPDate(text);
		return parseDataToDateTime(vals, parsedZone, opts, 'HTTP', opts);
	}
	/**
	 * Create a DateTime from an input string and format string.
	 * Defaults to en-US if no locale has been specified, regardless of the system's locale. For a table of tokens and their interpretations, see [here](https://moment.github.io/luxon/#/parsing?id=table-of-tokens).
	 * @param {string} text - the string to parse
	 * @param {string} fmt - the format the string is expected to be in (see the link below for the formats)
	 * @param {Object} opts - options to affect the creation
	 * @param {string|Zone} [opts.zone='local'] - use this zone if no offset is specified in the input string itself. Will also convert the DateTime to this zone
	 * @param {boolean} [opts.setZone=false] - override the zone with a zone specified in the string itself, if it specifies one
	 * @param {string} [opts.locale='en-US'] - a locale string to use when parsing. Will also set the DateTime to this locale
	 * @param {string} opts.numberingSystem - the numbering system to use when parsing. Will also set the resulting DateTime to this numbering system
	 * @param {string} opts.weekSettings - the week settings to set on the resulting DateTime instance
	 * @param {string} opts.outputCalendar - the output calendar to set on the resulting DateTime instance
	 * @return {DateTime}
	 */
	static fromFormat(text, fmt, opts = {}) {
		if (isUndefined(text) || isUndefined(fmt)) {
			throw new InvalidArgumentError('fromFormat requires an input string and a format');
		}
		const { locale = null, numberingSystem = null } = opts,
			localeToUse = Locale.fromOpts({
				locale,
				numberingSystem,
				defaultToEN: true,
			}),
			[vals, parsedZone, specificOffset, invalid] = parseFromTokens(localeToUse, text, fmt);
		if (invalid) {
			return _DateTime.invalid(invalid);
		} else {
			return parseDataToDateTime(vals, parsedZone, opts, `format ${fmt}`, text, specificOffset);
		}
	}
	/**
	 * @deprecated use fromFormat instead
	 */
	static fromString(text, fmt, opts = {}) {
		return _DateTime.fromFormat(text, fmt, opts);
	}
	/**
	 * Create a DateTime from a SQL date, time, or datetime
	 * Defaults to en-US if no locale has been specified, regardless of the system's locale
	 * @param {string} text - the string to parse
	 * @param {Object} opts - options to affect the creation
	 * @param {string|Zone} [opts.zone='local'] - use this zone if no offset is specified in the input string itself. Will also convert the DateTime to this zone
	 * @param {boolean} [opts.setZone=false] - override the zone with a zone specified in the string itself, if it specifies one
	 * @param {string} [opts.locale='en-US'] - a locale string to use when parsing. Will also set the DateTime to this locale
	 * @param {string} opts.numberingSystem - the numbering system to use when parsing. Will also set the resulting DateTime to this numbering system
	 * @param {string} opts.weekSettings - the week settings to set on the resulting DateTime instance
	 * @param {string} opts.outputCalendar - the output calendar to set on the resulting DateTime instance
	 * @example DateTime.fromSQL('2017-05-15')
	 * @example DateTime.fromSQL('2017-05-15 09:12:34')
	 * @example DateTime.fromSQL('2017-05-15 09:12:34.342')
	 * @example DateTime.fromSQL('2017-05-15 09:12:34.342+06:00')
	 * @example DateTime.fromSQL('2017-05-15 09:12:34.342 America/Los_Angeles')
	 * @example DateTime.fromSQL('2017-05-15 09:12:34.342 America/Los_Angeles', { setZone: true })
	 * @example DateTime.fromSQL('2017-05-15 09:12:34.342', { zone: 'America/Los_Angeles' })
	 * @example DateTime.fromSQL('09:12:34.342')
	 * @return {DateTime}
	 */
	static fromSQL(text, opts = {}) {
		const [vals, parsedZone] = parseSQL(text);
		return parseDataToDateTime(vals, parsedZone, opts, 'SQL', text);
	}
	/**
	 * Create an invalid DateTime.
	 * @param {string} reason - simple string of why this DateTime is invalid. Should not contain parameters or anything else data-dependent.
	 * @param {string} [explanation=null] - longer explanation, may include parameters and other useful debugging information
	 * @return {DateTime}
	 */
	static invalid(reason, explanation = null) {
		if (!reason) {
			throw new InvalidArgumentError('need to specify a reason the DateTime is invalid');
		}
		const invalid = reason instanceof Invalid ? reason : new Invalid(reason, explanation);
		if (Settings.throwOnInvalid) {
			throw new InvalidDateTimeError(invalid);
		} else {
			return new _DateTime({ invalid });
		}
	}
	/**
	 * Check if an object is an instance of DateTime. Works across context boundaries
	 * @param {object} o
	 * @return {boolean}
	 */
	static isDateTime(o) {
		return (o && o.isLuxonDateTime) || false;
	}
	/**
	 * Produce the format string for a set of options
	 * @param formatOpts
	 * @param localeOpts
	 * @returns {string}
	 */
	static parseFormatForOpts(formatOpts, localeOpts = {}) {
		const tokenList = formatOptsToTokens(formatOpts, Locale.fromObject(localeOpts));
		return !tokenList ? null : tokenList.map((t) => (t ? t.val : null)).join('');
	}
	/**
	 * Produce the the fully expanded format token for the locale
	 * Does NOT quote characters, so quoted tokens will not round trip correctly
	 * @param fmt
	 * @param localeOpts
	 * @returns {string}
	 */
	static expandFormat(fmt, localeOpts = {}) {
		const expanded = expandMacroTokens(Formatter.parseFormat(fmt), Locale.fromObject(localeOpts));
		return expanded.map((t) => t.val).join('');
	}
	static resetCache() {
		zoneOffsetTs = void 0;
		zoneOffsetGuessCache.clear();
	}
	// INFO
	/**
	 * Get the value of unit.
	 * @param {string} unit - a unit such as 'minute' or 'day'
	 * @example DateTime.local(2017, 7, 4).get('month'); //=> 7
	 * @example DateTime.local(2017, 7, 4).get('day'); //=> 4
	 * @return {number}
	 */
	get(unit) {
		return this[unit];
	}
	/**
	 * Returns whether the DateTime is valid. Invalid DateTimes occur when:
	 * * The DateTime was created from invalid calendar information, such as the 13th month or February 30
	 * * The DateTime was created by an operation on another invalid date
	 * @type {boolean}
	 */
	get isValid() {
		return this.invalid === null;
	}
	/**
	 * Returns an error code if this DateTime is invalid, or null if the DateTime is valid
	 * @type {string}
	 */
	get invalidReason() {
		return this.invalid ? this.invalid.reason : null;
	}
	/**
	 * Returns an explanation of why this DateTime became invalid, or null if the DateTime is valid
	 * @type {string}
	 */
	get invalidExplanation() {
		return this.invalid ? this.invalid.explanation : null;
	}
	/**
	 * Get the locale of a DateTime, such 'en-GB'. The locale is used when formatting the DateTime
	 *
	 * @type {string}
	 */
	get locale() {
		return this.isValid ? this.loc.locale : null;
	}
	/**
	 * Get the numbering system of a DateTime, such 'beng'. The numbering system is used when formatting the DateTime
	 *
	 * @type {string}
	 */
	get numberingSystem() {
		return this.isValid ? this.loc.numberingSystem : null;
	}
	/**
	 * Get the output calendar of a DateTime, such 'islamic'. The output calendar is used when formatting the DateTime
	 *
	 * @type {string}
	 */
	get outputCalendar() {
		return this.isValid ? this.loc.outputCalendar : null;
	}
	/**
	 * Get the time zone associated with this DateTime.
	 * @type {Zone}
	 */
	get zone() {
		return this._zone;
	}
	/**
	 * Get the name of the time zone.
	 * @type {string}
	 */
	get zoneName() {
		return this.isValid ? this.zone.name : null;
	}
	/**
	 * Get the year
	 * @example DateTime.local(2017, 5, 25).year //=> 2017
	 * @type {number}
	 */
	get year() {
		return this.isValid ? this.c.year : NaN;
	}
	/**
	 * Get the quarter
	 * @example DateTime.local(2017, 5, 25).quarter //=> 2
	 * @type {number}
	 */
	get quarter() {
		return this.isValid ? Math.ceil(this.c.month / 3) : NaN;
	}
	/**
	 * Get the month (1-12).
	 * @example DateTime.local(2017, 5, 25).month //=> 5
	 * @type {number}
	 */
	get month() {
		return this.isValid ? this.c.month : NaN;
	}
	/**
	 * Get the day of the month (1-30ish).
	 * @example DateTime.local(2017, 5, 25).day //=> 25
	 * @type {number}
	 */
	get day() {
		return this.isValid ? this.c.day : NaN;
	}
	/**
	 * Get the hour of the day (0-23).
	 * @example DateTime.local(2017, 5, 25, 9).hour //=> 9
	 * @type {number}
	 */
	get hour() {
		return this.isValid ? this.c.hour : NaN;
	}
	/**
	 * Get the minute of the hour (0-59).
	 * @example DateTime.local(2017, 5, 25, 9, 30).minute //=> 30
	 * @type {number}
	 */
	get minute() {
		return this.isValid ? this.c.minute : NaN;
	}
	/**
	 * Get the second of the minute (0-59).
	 * @example DateTime.local(2017, 5, 25, 9, 30, 52).second //=> 52
	 * @type {number}
	 */
	get second() {
		return this.isValid ? this.c.second : NaN;
	}
	/**
	 * Get the millisecond of the second (0-999).
	 * @example DateTime.local(2017, 5, 25, 9, 30, 52, 654).millisecond //=> 654
	 * @type {number}
	 */
	get millisecond() {
		return this.isValid ? this.c.millisecond : NaN;
	}
	/**
	 * Get the week year
	 * @see https://en.wikipedia.org/wiki/ISO_week_date
	 * @example DateTime.local(2014, 12, 31).weekYear //=> 2015
	 * @type {number}
	 */
	get weekYear() {
		return this.isValid ? possiblyCachedWeekData(this).weekYear : NaN;
	}
	/**
	 * Get the week number of the week year (1-52ish).
	 * @see https://en.wikipedia.org/wiki/ISO_week_date
	 * @example DateTime.local(2017, 5, 25).weekNumber //=> 21
	 * @type {number}
	 */
	get weekNumber() {
		return this.isValid ? possiblyCachedWeekData(this).weekNumber : NaN;
	}
	/**
	 * Get the day of the week.
	 * 1 is Monday and 7 is Sunday
	 * @see https://en.wikipedia.org/wiki/ISO_week_date
	 * @example DateTime.local(2014, 11, 31).weekday //=> 4
	 * @type {number}
	 */
	get weekday() {
		return this.isValid ? possiblyCachedWeekData(this).weekday : NaN;
	}
	/**
	 * Returns true if this date is on a weekend according to the locale, false otherwise
	 * @returns {boolean}
	 */
	get isWeekend() {
		return this.isValid && this.loc.getWeekendDays().includes(this.weekday);
	}
	/**
	 * Get the day of the week according to the locale.
	 * 1 is the first day of the week and 7 is the last day of the week.
	 * If the locale assigns Sunday as the first day of the week, then a date which is a Sunday will return 1,
	 * @returns {number}
	 */
	get localWeekday() {
		return this.isValid ? possiblyCachedLocalWeekData(this).weekday : NaN;
	}
	/**
	 * Get the week number of the week year according to the locale. Different locales assign week numbers differently,
	 * because the week can start on different days of the week (see localWeekday) and because a different number of days
	 * is required for a week to count as the first week of a year.
	 * @returns {number}
	 */
	get localWeekNumber() {
		return this.isValid ? possiblyCachedLocalWeekData(this).weekNumber : NaN;
	}
	/**
	 * Get the week year according to the locale. Different locales assign week numbers (and therefor week years)
	 * differently, see localWeekNumber.
	 * @returns {number}
	 */
	get localWeekYear() {
		return this.isValid ? possiblyCachedLocalWeekData(this).weekYear : NaN;
	}
	/**
	 * Get the ordinal (meaning the day of the year)
	 * @example DateTime.local(2017, 5, 25).ordinal //=> 145
	 * @type {number|DateTime}
	 */
	get ordinal() {
		return this.isValid ? gregorianToOrdinal(this.c).ordinal : NaN;
	}
	/**
	 * Get the human readable short month name, such as 'Oct'.
	 * Defaults to the system's locale if no locale has been specified
	 * @example DateTime.local(2017, 10, 30).monthShort //=> Oct
	 * @type {string}
	 */
	get monthShort() {
		return this.isValid ? Info.months('short', { locObj: this.loc })[this.month - 1] : null;
	}
	/**
	 * Get the human readable long month name, such as 'October'.
	 * Defaults to the system's locale if no locale has been specified
	 * @example DateTime.local(2017, 10, 30).monthLong //=> October
	 * @type {string}
	 */
	get monthLong() {
		return this.isValid ? Info.months('long', { locObj: this.loc })[this.month - 1] : null;
	}
	/**
	 * Get the human readable short weekday, such as 'Mon'.
	 * Defaults to the system's locale if no locale has been specified
	 * @example DateTime.local(2017, 10, 30).weekdayShort //=> Mon
	 * @type {string}
	 */
	get weekdayShort() {
		return this.isValid ? Info.weekdays('short', { locObj: this.loc })[this.weekday - 1] : null;
	}
	/**
	 * Get the human readable long weekday, such as 'Monday'.
	 * Defaults to the system's locale if no locale has been specified
	 * @example DateTime.local(2017, 10, 30).weekdayLong //=> Monday
	 * @type {string}
	 */
	get weekdayLong() {
		return this.isValid ? Info.weekdays('long', { locObj: this.loc })[this.weekday - 1] : null;
	}
	/**
	 * Get the UTC offset of this DateTime in minutes
	 * @example DateTime.now().offset //=> -240
	 * @example DateTime.utc().offset //=> 0
	 * @type {number}
	 */
	get offset() {
		return this.isValid ? +this.o : NaN;
	}
	/**
	 * Get the short human name for the zone's current offset, for example "EST" or "EDT".
	 * Defaults to the system's locale if no locale has been specified
	 * @type {string}
	 */
	get offsetNameShort() {
		if (this.isValid) {
			return this.zone.offsetName(this.ts, {
				format: 'short',
				locale: this.locale,
			});
		} else {
			return null;
		}
	}
	/**
	 * Get the long human name for the zone's current offset, for example "Eastern Standard Time" or "Eastern Daylight Time".
	 * Defaults to the system's locale if no locale has been specified
	 * @type {string}
	 */
	get offsetNameLong() {
		if (this.isValid) {
			return this.zone.offsetName(this.ts, {
				format: 'long',
				locale: this.locale,
			});
		} else {
			return null;
		}
	}
	/**
	 * Get whether this zone's offset ever changes, as in a DST.
	 * @type {boolean}
	 */
	get isOffsetFixed() {
		return this.isValid ? this.zone.isUniversal : null;
	}
	/**
	 * Get whether the DateTime is in a DST.
	 * @type {boolean}
	 */
	get isInDST() {
		if (this.isOffsetFixed) {
			return false;
		} else {
			return (
				this.offset > this.set({ month: 1, day: 1 }).offset ||
				this.offset > this.set({ month: 5 }).offset
			);
		}
	}
	/**
	 * Get those DateTimes which have the same local time as this DateTime, but a different offset from UTC
	 * in this DateTime's zone. During DST changes local time can be ambiguous, for example
	 * `2023-10-29T02:30:00` in `Europe/Berlin` can have offset `+01:00` or `+02:00`.
	 * This method will return both possible DateTimes if this DateTime's local time is ambiguous.
	 * @returns {DateTime[]}
	 */
	getPossibleOffsets() {
		if (!this.isValid || this.isOffsetFixed) {
			return [this];
		}
		const dayMs = 864e5;
		const minuteMs = 6e4;
		const localTS = objToLocalTS(this.c);
		const oEarlier = this.zone.offset(localTS - dayMs);
		const oLater = this.zone.offset(localTS + dayMs);
		const o1 = this.zone.offset(localTS - oEarlier * minuteMs);
		const o2 = this.zone.offset(localTS - oLater * minuteMs);
		if (o1 === o2) {
			return [this];
		}
		const ts1 = localTS - o1 * minuteMs;
		const ts2 = localTS - o2 * minuteMs;
		const c1 = tsToObj(ts1, o1);
		const c2 = tsToObj(ts2, o2);
		if (
			c1.hour === c2.hour &&
			c1.minute === c2.minute &&
			c1.second === c2.second &&
			c1.millisecond === c2.millisecond
		) {
			return [clone(this, { ts: ts1 }), clone(this, { ts: ts2 })];
		}
		return [this];
	}
	/**
	 * Returns true if this DateTime is in a leap year, false otherwise
	 * @example DateTime.local(2016).isInLeapYear //=> true
	 * @example DateTime.local(2013).isInLeapYear //=> false
	 * @type {boolean}
	 */
	get isInLeapYear() {
		return isLeapYear(this.year);
	}
	/**
	 * Returns the number of days in this DateTime's month
	 * @example DateTime.local(2016, 2).daysInMonth //=> 29
	 * @example DateTime.local(2016, 3).daysInMonth //=> 31
	 * @type {number}
	 */
	get daysInMonth() {
		return daysInMonth(this.year, this.month);
	}
	/**
	 * Returns the number of days in this DateTime's year
	 * @example DateTime.local(2016).daysInYear //=> 366
	 * @example DateTime.local(2013).daysInYear //=> 365
	 * @type {number}
	 */
	get daysInYear() {
		return this.isValid ? daysInYear(this.year) : NaN;
	}
	/**
	 * Returns the number of weeks in this DateTime's year
	 * @see https://en.wikipedia.org/wiki/ISO_week_date
	 * @example DateTime.local(2004).weeksInWeekYear //=> 53
	 * @example DateTime.local(2013).weeksInWeekYear //=> 52
	 * @type {number}
	 */
	get weeksInWeekYear() {
		return this.isValid ? weeksInWeekYear(this.weekYear) : NaN;
	}
	/**
	 * Returns the number of weeks in this DateTime's local week year
	 * @example DateTime.local(2020, 6, {locale: 'en-US'}).weeksInLocalWeekYear //=> 52
	 * @example DateTime.local(2020, 6, {locale: 'de-DE'}).weeksInLocalWeekYear //=> 53
	 * @type {number}
	 */
	get weeksInLocalWeekYear() {
		return this.isValid
			? weeksInWeekYear(
					this.localWeekYear,
					this.loc.getMinDaysInFirstWeek(),
					this.loc.getStartOfWeek(),
				)
			: NaN;
	}
	/**
	 * Returns the resolved Intl options for this DateTime.
	 * This is useful in understanding the behavior of formatting methods
	 * @param {Object} opts - the same options as toLocaleString
	 * @return {Object}
	 */
	resolvedLocaleOptions(opts = {}) {
		const { locale, numberingSystem, calendar } = Formatter.create(
			this.loc.clone(opts),
			opts,
		).resolvedOptions(this);
		return { locale, numberingSystem, outputCalendar: calendar };
	}
	// TRANSFORM
	/**
	 * "Set" the DateTime's zone to UTC. Returns a newly-constructed DateTime.
	 *
	 * Equivalent to {@link DateTime#setZone}('utc')
	 * @param {number} [offset=0] - optionally, an offset from UTC in minutes
	 * @param {Object} [opts={}] - options to pass to `setZone()`
	 * @return {DateTime}
	 */
	toUTC(offset2 = 0, opts = {}) {
		return this.setZone(FixedOffsetZone.instance(offset2), opts);
	}
	/**
	 * "Set" the DateTime's zone to the host's local zone. Returns a newly-constructed DateTime.
	 *
	 * Equivalent to `setZone('local')`
	 * @return {DateTime}
	 */
	toLocal() {
		return this.setZone(Settings.defaultZone);
	}
	/**
	 * "Set" the DateTime's zone to specified zone. Returns a newly-constructed DateTime.
	 *
	 * By default, the setter keeps the underlying time the same (as in, the same timestamp), but the new instance will report different local times and consider DSTs when making computations, as with {@link DateTime#plus}. You may wish to use {@link DateTime#toLocal} and {@link DateTime#toUTC} which provide simple convenience wrappers for commonly used zones.
	 * @param {string|Zone} [zone='local'] - a zone identifier. As a string, that can be any IANA zone supported by the host environment, or a fixed-offset name of the form 'UTC+3', or the strings 'local' or 'utc'. You may also supply an instance of a {@link DateTime#Zone} class.
	 * @param {Object} opts - options
	 * @param {boolean} [opts.keepLocalTime=false] - If true, adjust the underlying time so that the local time stays the same, but in the target zone. You should rarely need this.
	 * @return {DateTime}
	 */
	setZone(zone, { keepLocalTime = false, keepCalendarTime = false } = {}) {
		zone = normalizeZone(zone, Settings.defaultZone);
		if (zone.equals(this.zone)) {
			return this;
		} else if (!zone.isValid) {
			return _DateTime.invalid(unsupportedZone(zone));
		} else {
			let newTS = this.ts;
			if (keepLocalTime || keepCalendarTime) {
				const offsetGuess = zone.offset(this.ts);
				const asObj = this.toObject();
				[newTS] = objToTS(asObj, offsetGuess, zone);
			}
			return clone(this, { ts: newTS, zone });
		}
	}
	/**
	 * "Set" the locale, numberingSystem, or outputCalendar. Returns a newly-constructed DateTime.
	 * @param {Object} properties - the properties to set
	 * @example DateTime.local(2017, 5, 25).reconfigure({ locale: 'en-GB' })
	 * @return {DateTime}
	 */
	reconfigure({ locale, numberingSystem, outputCalendar } = {}) {
		const loc = this.loc.clone({ locale, numberingSystem, outputCalendar });
		return clone(this, { loc });
	}
	/**
	 * "Set" the locale. Returns a newly-constructed DateTime.
	 * Just a convenient alias for reconfigure({ locale })
	 * @example DateTime.local(2017, 5, 25).setLocale('en-GB')
	 * @return {DateTime}
	 */
	setLocale(locale) {
		return this.reconfigure({ locale });
	}
	/**
	 * "Set" the values of specified units. Returns a newly-constructed DateTime.
	 * You can only set units with this method; for "setting" metadata, see {@link DateTime#reconfigure} and {@link DateTime#setZone}.
	 *
	 * This method also supports setting locale-based week units, i.e. `localWeekday`, `localWeekNumber` and `localWeekYear`.
	 * They cannot be mixed with ISO-week units like `weekday`.
	 * @param {Object} values - a mapping of units to numbers
	 * @example dt.set({ year: 2017 })
	 * @example dt.set({ hour: 8, minute: 30 })
	 * @example dt.set({ weekday: 5 })
	 * @example dt.set({ year: 2005, ordinal: 234 })
	 * @return {DateTime}
	 */
	set(values) {
		if (!this.isValid) return this;
		const normalized = normalizeObject(values, normalizeUnitWithLocalWeeks);
		const { minDaysInFirstWeek, startOfWeek } = usesLocalWeekValues(normalized, this.loc);
		const settingWeekStuff =
				!isUndefined(normalized.weekYear) ||
				!isUndefined(normalized.weekNumber) ||
				!isUndefined(normalized.weekday),
			containsOrdinal = !isUndefined(normalized.ordinal),
			containsGregorYear = !isUndefined(normalized.year),
			containsGregorMD = !isUndefined(normalized.month) || !isUndefined(normalized.day),
			containsGregor = containsGregorYear || containsGregorMD,
			definiteWeekDef = normalized.weekYear || normalized.weekNumber;
		if ((containsGregor || containsOrdinal) && definiteWeekDef) {
			throw new ConflictingSpecificationError(
				"Can't mix weekYear/weekNumber units with year/month/day or ordinals",
			);
		}
		if (containsGregorMD && containsOrdinal) {
			throw new ConflictingSpecificationError("Can't mix ordinal dates with month/day");
		}
		let mixed;
		if (settingWeekStuff) {
			mixed = weekToGregorian(
				{ ...gregorianToWeek(this.c, minDaysInFirstWeek, startOfWeek), ...normalized },
				minDaysInFirstWeek,
				startOfWeek,
			);
		} else if (!isUndefined(normalized.ordinal)) {
			mixed = ordinalToGregorian({ ...gregorianToOrdinal(this.c), ...normalized });
		} else {
			mixed = { ...this.toObject(), ...normalized };
			if (isUndefined(normalized.day)) {
				mixed.day = Math.min(daysInMonth(mixed.year, mixed.month), mixed.day);
			}
		}
		const [ts, o] = objToTS(mixed, this.o, this.zone);
		return clone(this, { ts, o });
	}
	/**
	 * Add a period of time to this DateTime and return the resulting DateTime
	 *
	 * Adding hours, minutes, seconds, or milliseconds increases the timestamp by the right number of milliseconds. Adding days, months, or years shifts the calendar, accounting for DSTs and leap years along the way. Thus, `dt.plus({ hours: 24 })` may result in a different time than `dt.plus({ days: 1 })` if there's a DST shift in between.
	 * @param {Duration|Object|number} duration - The amount to add. Either a Luxon Duration, a number of milliseconds, the object argument to Duration.fromObject()
	 * @example DateTime.now().plus(123) //~> in 123 milliseconds
	 * @example DateTime.now().plus({ minutes: 15 }) //~> in 15 minutes
	 * @example DateTime.now().plus({ days: 1 }) //~> this time tomorrow
	 * @example DateTime.now().plus({ days: -1 }) //~> this time yesterday
	 * @example DateTime.now().plus({ hours: 3, minutes: 13 }) //~> in 3 hr, 13 min
	 * @example DateTime.now().plus(Duration.fromObject({ hours: 3, minutes: 13 })) //~> in 3 hr, 13 min
	 * @return {DateTime}
	 */
	plus(duration2) {
		if (!this.isValid) return this;
		const dur = Duration.fromDurationLike(duration2);
		return clone(this, adjustTime(this, dur));
	}
	/**
   * Subtract a period of time to this DateTime and return the resulting DateTime
   * See {@link DateTime#plus}
   * @param {Duration|Object|number} duration - The amount to subtract. Either a Luxon Duration, a number of milliseconds, the object argument to Duration.fromObject()
   @return {DateTime}
   */
	minus(duration2) {
		if (!this.isValid) return this;
		const dur = Duration.fromDurationLike(duration2).negate();
		return clone(this, adjustTime(this, dur));
	}
	/**
	 * "Set" this DateTime to the beginning of a unit of time.
	 * @param {string} unit - The unit to go to the beginning of. Can be 'year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second', or 'millisecond'.
	 * @param {Object} opts - options
	 * @param {boolean} [opts.useLocaleWeeks=false] - If true, use weeks based on the locale, i.e. use the locale-dependent start of the week
	 * @example DateTime.local(2014, 3, 3).startOf('month').toISODate(); //=> '2014-03-01'
	 * @example DateTime.local(2014, 3, 3).startOf('year').toISODate(); //=> '2014-01-01'
	 * @example DateTime.local(2014, 3, 3).startOf('week').toISODate(); //=> '2014-03-03', weeks always start on Mondays
	 * @example DateTime.local(2014, 3, 3, 5, 30).startOf('day').toISOTime(); //=> '00:00.000-05:00'
	 * @example DateTime.local(2014, 3, 3, 5, 30).startOf('hour').toISOTime(); //=> '05:00:00.000-05:00'
	 * @return {DateTime}
	 */
	startOf(unit, { useLocaleWeeks = false } = {}) {
		if (!this.isValid) return this;
		const o = {},
			normalizedUnit = Duration.normalizeUnit(unit);
		switch (normalizedUnit) {
			case 'years':
				o.month = 1;
			// falls through
			case 'quarters':
			case 'months':
				o.day = 1;
			// falls through
			case 'weeks':
			case 'days':
				o.hour = 0;
			// falls through
			case 'hours':
				o.minute = 0;
			// falls through
			case 'minutes':
				o.second = 0;
			// falls through
			case 'seconds':
				o.millisecond = 0;
				break;
		}
		if (normalizedUnit === 'weeks') {
			if (useLocaleWeeks) {
				const startOfWeek = this.loc.getStartOfWeek();
				const { weekday } = this;
				if (weekday < startOfWeek) {
					o.weekNumber = this.weekNumber - 1;
				}
				o.weekday = startOfWeek;
			} else {
				o.weekday = 1;
			}
		}
		if (normalizedUnit === 'quarters') {
			const q = Math.ceil(this.month / 3);
			o.month = (q - 1) * 3 + 1;
		}
		return this.set(o);
	}
	/**
	 * "Set" this DateTime to the end (meaning the last millisecond) of a unit of time
	 * @param {string} unit - The unit to go to the end of. Can be 'year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second', or 'millisecond'.
	 * @param {Object} opts - options
	 * @param {boolean} [opts.useLocaleWeeks=false] - If true, use weeks based on the locale, i.e. use the locale-dependent start of the week
	 * @example DateTime.local(2014, 3, 3).endOf('month').toISO(); //=> '2014-03-31T23:59:59.999-05:00'
	 * @example DateTime.local(2014, 3, 3).endOf('year').toISO(); //=> '2014-12-31T23:59:59.999-05:00'
	 * @example DateTime.local(2014, 3, 3).endOf('week').toISO(); // => '2014-03-09T23:59:59.999-05:00', weeks start on Mondays
	 * @example DateTime.local(2014, 3, 3, 5, 30).endOf('day').toISO(); //=> '2014-03-03T23:59:59.999-05:00'
	 * @example DateTime.local(2014, 3, 3, 5, 30).endOf('hour').toISO(); //=> '2014-03-03T05:59:59.999-05:00'
	 * @return {DateTime}
	 */
	endOf(unit, opts) {
		return this.isValid
			? this.plus({ [unit]: 1 })
					.startOf(unit, opts)
					.minus(1)
			: this;
	}
	// OUTPUT
	/**
	 * Returns a string representation of this DateTime formatted according to the specified format string.
	 * **You may not want this.** See {@link DateTime#toLocaleString} for a more flexible formatting tool. For a table of tokens and their interpretations, see [here](https://moment.github.io/luxon/#/formatting?id=table-of-tokens).
	 * Defaults to en-US if no locale has been specified, regardless of the system's locale.
	 * @param {string} fmt - the format string
	 * @param {Object} opts - opts to override the configuration options on this DateTime
	 * @example DateTime.now().toFormat('yyyy LLL dd') //=> '2017 Apr 22'
	 * @example DateTime.now().setLocale('fr').toFormat('yyyy LLL dd') //=> '2017 avr. 22'
	 * @example DateTime.now().toFormat('yyyy LLL dd', { locale: "fr" }) //=> '2017 avr. 22'
	 * @example DateTime.now().toFormat("HH 'hours and' mm 'minutes'") //=> '20 hours and 55 minutes'
	 * @return {string}
	 */
	toFormat(fmt, opts = {}) {
		return this.isValid
			? Formatter.create(this.loc.redefaultToEN(opts)).formatDateTimeFromString(this, fmt)
			: INVALID;
	}
	/**
	 * Returns a localized string representing this date. Accepts the same options as the Intl.DateTimeFormat constructor and any presets defined by Luxon, such as `DateTime.DATE_FULL` or `DateTime.TIME_SIMPLE`.
	 * The exact behavior of this method is browser-specific, but in general it will return an appropriate representation
	 * of the DateTime in the assigned locale.
	 * Defaults to the system's locale if no locale has been specified
	 * @see https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/DateTimeFormat
	 * @param formatOpts {Object} - Intl.DateTimeFormat constructor options and configuration options
	 * @param {Object} opts - opts to override the configuration options on this DateTime
	 * @example DateTime.now().toLocaleString(); //=> 4/20/2017
	 * @example DateTime.now().setLocale('en-gb').toLocaleString(); //=> '20/04/2017'
	 * @example DateTime.now().toLocaleString(DateTime.DATE_FULL); //=> 'April 20, 2017'
	 * @example DateTime.now().toLocaleString(DateTime.DATE_FULL, { locale: 'fr' }); //=> '28 août 2022'
	 * @example DateTime.now().toLocaleString(DateTime.TIME_SIMPLE); //=> '11:32 AM'
	 * @example DateTime.now().toLocaleString(DateTime.DATETIME_SHORT); //=> '4/20/2017, 11:32 AM'
	 * @example DateTime.now().toLocaleString({ weekday: 'long', month: 'long', day: '2-digit' }); //=> 'Thursday, April 20'
	 * @example DateTime.now().toLocaleString({ weekday: 'short', month: 'short', day: '2-digit', hour: '2-digit', minute: '2-digit' }); //=> 'Thu, Apr 20, 11:27 AM'
	 * @example DateTime.now().toLocaleString({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }); //=> '11:32'
	 * @return {string}
	 */
	toLocaleString(formatOpts = DATE_SHORT, opts = {}) {
		return this.isValid
			? Formatter.create(this.loc.clone(opts), formatOpts).formatDateTime(this)
			: INVALID;
	}
	/**
	 * Returns an array of format "parts", meaning individual tokens along with metadata. This is allows callers to post-process individual sections of the formatted output.
	 * Defaults to the system's locale if no locale has been specified
	 * @see https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/DateTimeFormat/formatToParts
	 * @param opts {Object} - Intl.DateTimeFormat constructor options, same as `toLocaleString`.
	 * @example DateTime.now().toLocaleParts(); //=> [
	 *                                   //=>   { type: 'day', value: '25' },
	 *                                   //=>   { type: 'literal', value: '/' },
	 *                                   //=>   { type: 'month', value: '05' },
	 *                                   //=>   { type: 'literal', value: '/' },
	 *                                   //=>   { type: 'year', value: '1982' }
	 *                                   //=> ]
	 */
	toLocaleParts(opts = {}) {
		return this.isValid
			? Formatter.create(this.loc.clone(opts), opts).formatDateTimeParts(this)
			: [];
	}
	/**
	 * Returns an ISO 8601-compliant string representation of this DateTime
	 * @param {Object} opts - options
	 * @param {boolean} [opts.suppressMilliseconds=false] - exclude milliseconds from the format if they're 0
	 * @param {boolean} [opts.suppressSeconds=false] - exclude seconds from the format if they're 0
	 * @param {boolean} [opts.includeOffset=true] - include the offset, such as 'Z' or '-04:00'
	 * @param {boolean} [opts.extendedZone=false] - add the time zone format extension
	 * @param {string} [opts.format='extended'] - choose between the basic and extended format
	 * @param {string} [opts.precision='milliseconds'] - truncate output to desired presicion: 'years', 'months', 'days', 'hours', 'minutes', 'seconds' or 'milliseconds'. When precision and suppressSeconds or suppressMilliseconds are used together, precision sets the maximum unit shown in the output, however seconds or milliseconds will still be suppressed if they are 0.
	 * @example DateTime.utc(1983, 5, 25).toISO() //=> '1982-05-25T00:00:00.000Z'
	 * @example DateTime.now().toISO() //=> '2017-04-22T20:47:05.335-04:00'
	 * @example DateTime.now().toISO({ includeOffset: false }) //=> '2017-04-22T20:47:05.335'
	 * @example DateTime.now().toISO({ format: 'basic' }) //=> '20170422T204705.335-0400'
	 * @example DateTime.now().toISO({ precision: 'day' }) //=> '2017-04-22Z'
	 * @example DateTime.now().toISO({ precision: 'minute' }) //=> '2017-04-22T20:47Z'
	 * @return {string|null}
	 */
	toISO({
		format = 'extended',
		suppressSeconds = false,
		suppressMilliseconds = false,
		includeOffset = true,
		extendedZone = false,
		precision = 'milliseconds',
	} = {}) {
		if (!this.isValid) {
			return null;
		}
		precision = normalizeUnit(precision);
		const ext = format === 'extended';
		let c = toISODate(this, ext, precision);
		if (orderedUnits.indexOf(precision) >= 3) c += 'T';
		c += toISOTime(
			this,
			ext,
			suppressSeconds,
			suppressMilliseconds,
			includeOffset,
			extendedZone,
			precision,
		);
		return c;
	}
	/**
	 * Returns an ISO 8601-compliant string representation of this DateTime's date component
	 * @param {Object} opts - options
	 * @param {string} [opts.format='extended'] - choose between the basic and extended format
	 * @param {string} [opts.precision='day'] - truncate output to desired precision: 'years', 'months', or 'days'.
	 * @example DateTime.utc(1982, 5, 25).toISODate() //=> '1982-05-25'
	 * @example DateTime.utc(1982, 5, 25).toISODate({ format: 'basic' }) //=> '19820525'
	 * @example DateTime.utc(1982, 5, 25).toISODate({ precision: 'month' }) //=> '1982-05'
	 * @return {string|null}
	 */
	toISODate({ format = 'extended', precision = 'day' } = {}) {
		if (!this.isValid) {
			return null;
		}
		return toISODate(this, format === 'extended', normalizeUnit(precision));
	}
	/**
	 * Returns an ISO 8601-compliant string representation of this DateTime's week date
	 * @example DateTime.utc(1982, 5, 25).toISOWeekDate() //=> '1982-W21-2'
	 * @return {string}
	 */
	toISOWeekDate() {
		return toTechFormat(this, "kkkk-'W'WW-c");
	}
	/**
	 * Returns an ISO 8601-compliant string representation of this DateTime's time component
	 * @param {Object} opts - options
	 * @param {boolean} [opts.suppressMilliseconds=false] - exclude milliseconds from the format if they're 0
	 * @param {boolean} [opts.suppressSeconds=false] - exclude seconds from the format if they're 0
	 * @param {boolean} [opts.includeOffset=true] - include the offset, such as 'Z' or '-04:00'
	 * @param {boolean} [opts.extendedZone=true] - add the time zone format extension
	 * @param {boolean} [opts.includePrefix=false] - include the `T` prefix
	 * @param {string} [opts.format='extended'] - choose between the basic and extended format
	 * @param {string} [opts.precision='milliseconds'] - truncate output to desired presicion: 'hours', 'minutes', 'seconds' or 'milliseconds'. When precision and suppressSeconds or suppressMilliseconds are used together, precision sets the maximum unit shown in the output, however seconds or milliseconds will still be suppressed if they are 0.
	 * @example DateTime.utc().set({ hour: 7, minute: 34 }).toISOTime() //=> '07:34:19.361Z'
	 * @example DateTime.utc().set({ hour: 7, minute: 34, seconds: 0, milliseconds: 0 }).toISOTime({ suppressSeconds: true }) //=> '07:34Z'
	 * @example DateTime.utc().set({ hour: 7, minute: 34 }).toISOTime({ format: 'basic' }) //=> '073419.361Z'
	 * @example DateTime.utc().set({ hour: 7, minute: 34 }).toISOTime({ includePrefix: true }) //=> 'T07:34:19.361Z'
	 * @example DateTime.utc().set({ hour: 7, minute: 34, second: 56 }).toISOTime({ precision: 'minute' }) //=> '07:34Z'
	 * @return {string}
	 */
	toISOTime({
		suppressMilliseconds = false,
		suppressSeconds = false,
		includeOffset = true,
		includePrefix = false,
		extendedZone = false,
		format = 'extended',
		precision = 'milliseconds',
	} = {}) {
		if (!this.isValid) {
			return null;
		}
		precision = normalizeUnit(precision);
		let c = includePrefix && orderedUnits.indexOf(precision) >= 3 ? 'T' : '';
		return (
			c +
			toISOTime(
				this,
				format === 'extended',
				suppressSeconds,
				suppressMilliseconds,
				includeOffset,
				extendedZone,
				precision,
			)
		);
	}
	/**
	 * Returns an RFC 2822-compatible string representation of this DateTime
	 * @example DateTime.utc(2014, 7, 13).toRFC2822() //=> 'Sun, 13 Jul 2014 00:00:00 +0000'
	 * @example DateTime.local(2014, 7, 13).toRFC2822() //=> 'Sun, 13 Jul 2014 00:00:00 -0400'
	 * @return {string}
	 */
	toRFC2822() {
		return toTechFormat(this, 'EEE, dd LLL yyyy HH:mm:ss ZZZ', false);
	}
	/**
	 * Returns a string representation of this DateTime appropriate for use in HTTP headers. The output is always expressed in GMT.
	 * Specifically, the string conforms to RFC 1123.
	 * @see https://www.w3.org/Protocols/rfc2616/rfc2616-sec3.html#sec3.3.1
	 * @example DateTime.utc(2014, 7, 13).toHTTP() //=> 'Sun, 13 Jul 2014 00:00:00 GMT'
	 * @example DateTime.utc(2014, 7, 13, 19).toHTTP() //=> 'Sun, 13 Jul 2014 19:00:00 GMT'
	 * @return {string}
	 */
	toHTTP() {
		return toTechFormat(this.toUTC(), "EEE, dd LLL yyyy HH:mm:ss 'GMT'");
	}
	/**
	 * Returns a string representation of this DateTime appropriate for use in SQL Date
	 * @example DateTime.utc(2014, 7, 13).toSQLDate() //=> '2014-07-13'
	 * @return {string|null}
	 */
	toSQLDate() {
		if (!this.isValid) {
			return null;
		}
		return toISODate(this, true);
	}
	/**
	 * Returns a string representation of this DateTime appropriate for use in SQL Time
	 * @param {Object} opts - options
	 * @param {boolean} [opts.includeZone=false] - include the zone, such as 'America/New_York'. Overrides includeOffset.
	 * @param {boolean} [opts.includeOffset=true] - include the offset, such as 'Z' or '-04:00'
	 * @param {boolean} [opts.includeOffsetSpace=true] - include the space between the time and the offset, such as '05:15:16.345 -04:00'
	 * @example DateTime.utc().toSQL() //=> '05:15:16.345'
	 * @example DateTime.now().toSQL() //=> '05:15:16.345 -04:00'
	 * @example DateTime.now().toSQL({ includeOffset: false }) //=> '05:15:16.345'
	 * @example DateTime.now().toSQL({ includeZone: false }) //=> '05:15:16.345 America/New_York'
	 * @return {string}
	 */
	toSQLTime({ includeOffset = true, includeZone = false, includeOffsetSpace = true } = {}) {
		let fmt = 'HH:mm:ss.SSS';
		if (includeZone || includeOffset) {
			if (includeOffsetSpace) {
				fmt += ' ';
			}
			if (includeZone) {
				fmt += 'z';
			} else if (includeOffset) {
				fmt += 'ZZ';
			}
		}
		return toTechFormat(this, fmt, true);
	}
	/**
	 * Returns a string representation of this DateTime appropriate for use in SQL DateTime
	 * @param {Object} opts - options
	 * @param {boolean} [opts.includeZone=false] - include the zone, such as 'America/New_York'. Overrides includeOffset.
	 * @param {boolean} [opts.includeOffset=true] - include the offset, such as 'Z' or '-04:00'
	 * @param {boolean} [opts.includeOffsetSpace=true] - include the space between the time and the offset, such as '05:15:16.345 -04:00'
	 * @example DateTime.utc(2014, 7, 13).toSQL() //=> '2014-07-13 00:00:00.000 Z'
	 * @example DateTime.local(2014, 7, 13).toSQL() //=> '2014-07-13 00:00:00.000 -04:00'
	 * @example DateTime.local(2014, 7, 13).toSQL({ includeOffset: false }) //=> '2014-07-13 00:00:00.000'
	 * @example DateTime.local(2014, 7, 13).toSQL({ includeZone: true }) //=> '2014-07-13 00:00:00.000 America/New_York'
	 * @return {string}
	 */
	toSQL(opts = {}) {
		if (!this.isValid) {
			return null;
		}
		return `${this.toSQLDate()} ${this.toSQLTime(opts)}`;
	}
	/**
	 * Returns a string representation of this DateTime appropriate for debugging
	 * @return {string}
	 */
	toString() {
		return this.isValid ? this.toISO() : INVALID;
	}
	/**
	 * Returns a string representation of this DateTime appropriate for the REPL.
	 * @return {string}
	 */
	[/* @__PURE__ */ Symbol.for('nodejs.util.inspect.custom')]() {
		if (this.isValid) {
			return `DateTime { ts: ${this.toISO()}, zone: ${this.zone.name}, locale: ${this.locale} }`;
		} else {
			return `DateTime { Invalid, reason: ${this.invalidReason} }`;
		}
	}
	/**
	 * Returns the epoch milliseconds of this DateTime. Alias of {@link DateTime#toMillis}
	 * @return {number}
	 */
	valueOf() {
		return this.toMillis();
	}
	/**
	 * Returns the epoch milliseconds of this DateTime.
	 * @return {number}
	 */
	toMillis() {
		return this.isValid ? this.ts : NaN;
	}
	/**
	 * Returns the epoch seconds (including milliseconds in the fractional part) of this DateTime.
	 * @return {number}
	 */
	toSeconds() {
		return this.isValid ? this.ts / 1e3 : NaN;
	}
	/**
	 * Returns the epoch seconds (as a whole number) of this DateTime.
	 * @return {number}
	 */
	toUnixInteger() {
		return this.isValid ? Math.floor(this.ts / 1e3) : NaN;
	}
	/**
	 * Returns an ISO 8601 representation of this DateTime appropriate for use in JSON.
	 * @return {string}
	 */
	toJSON() {
		return this.toISO();
	}
	/**
	 * Returns a BSON serializable equivalent to this DateTime.
	 * @return {Date}
	 */
	toBSON() {
		return this.toJSDate();
	}
	/**
	 * Returns a JavaScript object with this DateTime's year, month, day, and so on.
	 * @param opts - options for generating the object
	 * @param {boolean} [opts.includeConfig=false] - include configuration attributes in the output
	 * @example DateTime.now().toObject() //=> { year: 2017, month: 4, day: 22, hour: 20, minute: 49, second: 42, millisecond: 268 }
	 * @return {Object}
	 */
	toObject(opts = {}) {
		if (!this.isValid) return {};
		const base = { ...this.c };
		if (opts.includeConfig) {
			base.outputCalendar = this.outputCalendar;
			base.numberingSystem = this.loc.numberingSystem;
			base.locale = this.loc.locale;
		}
		return base;
	}
	/**
	 * Returns a JavaScript Date equivalent to this DateTime.
	 * @return {Date}
	 */
	toJSDate() {
		return new Date(this.isValid ? this.ts : NaN);
	}
	// COMPARE
	/**
	 * Return the difference between two DateTimes as a Duration.
	 * @param {DateTime} otherDateTime - the DateTime to compare this one to
	 * @param {string|string[]} [unit=['milliseconds']] - the unit or array of units (such as 'hours' or 'days') to include in the duration.
	 * @param {Object} opts - options that affect the creation of the Duration
	 * @param {string} [opts.conversionAccuracy='casual'] - the conversion system to use
	 * @example
	 * var i1 = DateTime.fromISO('1982-05-25T09:45'),
	 *     i2 = DateTime.fromISO('1983-10-14T10:30');
	 * i2.diff(i1).toObject() //=> { milliseconds: 43807500000 }
	 * i2.diff(i1, 'hours').toObject() //=> { hours: 12168.75 }
	 * i2.diff(i1, ['months', 'days']).toObject() //=> { months: 16, days: 19.03125 }
	 * i2.diff(i1, ['months', 'days', 'hours']).toObject() //=> { months: 16, days: 19, hours: 0.75 }
	 * @return {Duration}
	 */
	diff(otherDateTime, unit = 'milliseconds', opts = {}) {
		if (!this.isValid || !otherDateTime.isValid) {
			return Duration.invalid('created by diffing an invalid DateTime');
		}
		const durOpts = { locale: this.locale, numberingSystem: this.numberingSystem, ...opts };
		const units = maybeArray(unit).map(Duration.normalizeUnit),
			otherIsLater = otherDateTime.valueOf() > this.valueOf(),
			earlier = otherIsLater ? this : otherDateTime,
			later = otherIsLater ? otherDateTime : this,
			diffed = diff(earlier, later, units, durOpts);
		return otherIsLater ? diffed.negate() : diffed;
	}
	/**
	 * Return the difference between this DateTime and right now.
	 * See {@link DateTime#diff}
	 * @param {string|string[]} [unit=['milliseconds']] - the unit or units units (such as 'hours' or 'days') to include in the duration
	 * @param {Object} opts - options that affect the creation of the Duration
	 * @param {string} [opts.conversionAccuracy='casual'] - the conversion system to use
	 * @return {Duration}
	 */
	diffNow(unit = 'milliseconds', opts = {}) {
		return this.diff(_DateTime.now(), unit, opts);
	}
	/**
	 * Return an Interval spanning between this DateTime and another DateTime
	 * @param {DateTime} otherDateTime - the other end point of the Interval
	 * @return {Interval|DateTime}
	 */
	until(otherDateTime) {
		return this.isValid ? Interval.fromDateTimes(this, otherDateTime) : this;
	}
	/**
	 * Return whether this DateTime is in the same unit of time as another DateTime.
	 * Higher-order units must also be identical for this function to return `true`.
	 * Note that time zones are **ignored** in this comparison, which compares the **local** calendar time. Use {@link DateTime#setZone} to convert one of the dates if needed.
	 * @param {DateTime} otherDateTime - the other DateTime
	 * @param {string} unit - the unit of time to check sameness on
	 * @param {Object} opts - options
	 * @param {boolean} [opts.useLocaleWeeks=false] - If true, use weeks based on the locale, i.e. use the locale-dependent start of the week; only the locale of this DateTime is used
	 * @example DateTime.now().hasSame(otherDT, 'day'); //~> true if otherDT is in the same current calendar day
	 * @return {boolean}
	 */
	hasSame(otherDateTime, unit, opts) {
		if (!this.isValid) return false;
		const inputMs = otherDateTime.valueOf();
		const adjustedToZone = this.setZone(otherDateTime.zone, { keepLocalTime: true });
		return (
			adjustedToZone.startOf(unit, opts) <= inputMs && inputMs <= adjustedToZone.endOf(unit, opts)
		);
	}
	/**
	 * Equality check
	 * Two DateTimes are equal if and only if they represent the same millisecond, have the same zone and location, and are both valid.
	 * To compare just the millisecond values, use `+dt1 === +dt2`.
	 * @param {DateTime} other - the other DateTime
	 * @return {boolean}
	 */
	equals(other) {
		return (
			this.isValid &&
			other.isValid &&
			this.valueOf() === other.valueOf() &&
			this.zone.equals(other.zone) &&
			this.loc.equals(other.loc)
		);
	}
	/**
	 * Returns a string representation of a this time relative to now, such as "in two days". Can only internationalize if your
	 * platform supports Intl.RelativeTimeFormat. Rounds towards zero by default.
	 * @param {Object} options - options that affect the output
	 * @param {DateTime} [options.base=DateTime.now()] - the DateTime to use as the basis to which this time is compared. Defaults to now.
	 * @param {string} [options.style="long"] - the style of units, must be "long", "short", or "narrow"
	 * @param {string|string[]} options.unit - use a specific unit or array of units; if omitted, or an array, the method will pick the best unit. Use an array or one of "years", "quarters", "months", "weeks", "days", "hours", "minutes", or "seconds"
	 * @param {boolean} [options.round=true] - whether to round the numbers in the output.
	 * @param {string} [options.rounding="trunc"] - rounding method to use when rounding the numbers in the output. Can be "trunc" (toward zero), "expand" (away from zero), "round", "floor", or "ceil".
	 * @param {number} [options.padding=0] - padding in milliseconds. This allows you to round up the result if it fits inside the threshold. Don't use in combination with {round: false} because the decimal output will include the padding.
	 * @param {string} options.locale - override the locale of this DateTime
	 * @param {string} options.numberingSystem - override the numberingSystem of this DateTime. The Intl system may choose not to honor this
	 * @example DateTime.now().plus({ days: 1 }).toRelative() //=> "in 1 day"
	 * @example DateTime.now().setLocale("es").toRelative({ days: 1 }) //=> "dentro de 1 día"
	 * @example DateTime.now().plus({ days: 1 }).toRelative({ locale: "fr" }) //=> "dans 23 heures"
	 * @example DateTime.now().minus({ days: 2 }).toRelative() //=> "2 days ago"
	 * @example DateTime.now().minus({ days: 2 }).toRelative({ unit: "hours" }) //=> "48 hours ago"
	 * @example DateTime.now().minus({ hours: 36 }).toRelative({ round: false }) //=> "1.5 days ago"
	 */
	toRelative(options = {}) {
		if (!this.isValid) return null;
		const base = options.base || _DateTime.fromObject({}, { zone: this.zone }),
			padding = options.padding ? (this < base ? -options.padding : options.padding) : 0;
		let units = ['years', 'months', 'days', 'hours', 'minutes', 'seconds'];
		let unit = options.unit;
		if (Array.isArray(options.unit)) {
			units = options.unit;
			unit = void 0;
		}
		return diffRelative(base, this.plus(padding), {
			...options,
			numeric: 'always',
			units,
			unit,
		});
	}
	/**
	 * Returns a string representation of this date relative to today, such as "yesterday" or "next month".
	 * Only internationalizes on platforms that supports Intl.RelativeTimeFormat.
	 * @param {Object} options - options that affect the output
	 * @param {DateTime} [options.base=DateTime.now()] - the DateTime to use as the basis to which this time is compared. Defaults to now.
	 * @param {string} options.locale - override the locale of this DateTime
	 * @param {string} options.unit - use a specific unit; if omitted, the method will pick the unit. Use one of "years", "quarters", "months", "weeks", or "days"
	 * @param {string} options.numberingSystem - override the numberingSystem of this DateTime. The Intl system may choose not to honor this
	 * @example DateTime.now().plus({ days: 1 }).toRelativeCalendar() //=> "tomorrow"
	 * @example DateTime.now().setLocale("es").plus({ days: 1 }).toRelative() //=> ""mañana"
	 * @example DateTime.now().plus({ days: 1 }).toRelativeCalendar({ locale: "fr" }) //=> "demain"
	 * @example DateTime.now().minus({ days: 2 }).toRelativeCalendar() //=> "2 days ago"
	 */
	toRelativeCalendar(options = {}) {
		if (!this.isValid) return null;
		return diffRelative(options.base || _DateTime.fromObject({}, { zone: this.zone }), this, {
			...options,
			numeric: 'auto',
			units: ['years', 'months', 'days'],
			calendary: true,
		});
	}
	/**
	 * Return the min of several date times
	 * @param {...DateTime} dateTimes - the DateTimes from which to choose the minimum
	 * @return {DateTime} the min DateTime, or undefined if called with no argument
	 */
	static min(...dateTimes) {
		if (!dateTimes.every(_DateTime.isDateTime)) {
			throw new InvalidArgumentError('min requires all arguments be DateTimes');
		}
		return bestBy(dateTimes, (i) => i.valueOf(), Math.min);
	}
	/**
	 * Return the max of several date times
	 * @param {...DateTime} dateTimes - the DateTimes from which to choose the maximum
	 * @return {DateTime} the max DateTime, or undefined if called with no argument
	 */
	static max(...dateTimes) {
		if (!dateTimes.every(_DateTime.isDateTime)) {
			throw new InvalidArgumentError('max requires all arguments be DateTimes');
		}
		return bestBy(dateTimes, (i) => i.valueOf(), Math.max);
	}
	// MISC
	/**
	 * Explain how a string would be parsed by fromFormat()
	 * @param {string} text - the string to parse
	 * @param {string} fmt - the format the string is expected to be in (see description)
	 * @param {Object} options - options taken by fromFormat()
	 * @return {Object}
	 */
	static fromFormatExplain(text, fmt, options = {}) {
		const { locale = null, numberingSystem = null } = options,
			localeToUse = Locale.fromOpts({
				locale,
				numberingSystem,
				defaultToEN: true,
			});
		return explainFromTokens(localeToUse, text, fmt);
	}
	/**
	 * @deprecated use fromFormatExplain instead
	 */
	static fromStringExplain(text, fmt, options = {}) {
		return _DateTime.fromFormatExplain(text, fmt, options);
	}
	/**
	 * Build a parser for `fmt` using the given locale. This parser can be passed
	 * to {@link DateTime.fromFormatParser} to a parse a date in this format. This
	 * can be used to optimize cases where many dates need to be parsed in a
	 * specific format.
	 *
	 * @param {String} fmt - the format the string is expected to be in (see
	 * description)
	 * @param {Object} options - options used to set locale and numberingSystem
	 * for parser
	 * @returns {TokenParser} - opaque object to be used
	 */
	static buildFormatParser(fmt, options = {}) {
		const { locale = null, numberingSystem = null } = options,
			localeToUse = Locale.fromOpts({
				locale,
				numberingSystem,
				defaultToEN: true,
			});
		return new TokenParser(localeToUse, fmt);
	}
	/**
	 * Create a DateTime from an input string and format parser.
	 *
	 * The format parser must have been created with the same locale as this call.
	 *
	 * @param {String} text - the string to parse
	 * @param {TokenParser} formatParser - parser from {@link DateTime.buildFormatParser}
	 * @param {Object} opts - options taken by fromFormat()
	 * @returns {DateTime}
	 */
	static fromFormatParser(text, formatParser, opts = {}) {
		if (isUndefined(text) || isUndefined(formatParser)) {
			throw new InvalidArgumentError(
				'fromFormatParser requires an input string and a format parser',
			);
		}
		const { locale = null, numberingSystem = null } = opts,
			localeToUse = Locale.fromOpts({
				locale,
				numberingSystem,
				defaultToEN: true,
			});
		if (!localeToUse.equals(formatParser.locale)) {
			throw new InvalidArgumentError(
				`fromFormatParser called with a locale of ${localeToUse}, but the format parser was created for ${formatParser.locale}`,
			);
		}
		const { result, zone, specificOffset, invalidReason } = formatParser.explainFromTokens(text);
		if (invalidReason) {
			return _DateTime.invalid(invalidReason);
		} else {
			return parseDataToDateTime(
				result,
				zone,
				opts,
				`format ${formatParser.format}`,
				text,
				specificOffset,
			);
		}
	}
	// FORMAT PRESETS
	/**
	 * {@link DateTime#toLocaleString} format like 10/14/1983
	 * @type {Object}
	 */
	static get DATE_SHORT() {
		return DATE_SHORT;
	}
	/**
	 * {@link DateTime#toLocaleString} format like 'Oct 14, 1983'
	 * @type {Object}
	 */
	static get DATE_MED() {
		return DATE_MED;
	}
	/**
	 * {@link DateTime#toLocaleString} format like 'Fri, Oct 14, 1983'
	 * @type {Object}
	 */
	static get DATE_MED_WITH_WEEKDAY() {
		return DATE_MED_WITH_WEEKDAY;
	}
	/**
	 * {@link DateTime#toLocaleString} format like 'October 14, 1983'
	 * @type {Object}
	 */
	static get DATE_FULL() {
		return DATE_FULL;
	}
	/**
	 * {@link DateTime#toLocaleString} format like 'Tuesday, October 14, 1983'
	 * @type {Object}
	 */
	static get DATE_HUGE() {
		return DATE_HUGE;
	}
	/**
	 * {@link DateTime#toLocaleString} format like '09:30 AM'. Only 12-hour if the locale is.
	 * @type {Object}
	 */
	static get TIME_SIMPLE() {
		return TIME_SIMPLE;
	}
	/**
	 * {@link DateTime#toLocaleString} format like '09:30:23 AM'. Only 12-hour if the locale is.
	 * @type {Object}
	 */
	static get TIME_WITH_SECONDS() {
		return TIME_WITH_SECONDS;
	}
	/**
	 * {@link DateTime#toLocaleString} format like '09:30:23 AM EDT'. Only 12-hour if the locale is.
	 * @type {Object}
	 */
	static get TIME_WITH_SHORT_OFFSET() {
		return TIME_WITH_SHORT_OFFSET;
	}
	/**
	 * {@link DateTime#toLocaleString} format like '09:30:23 AM Eastern Daylight Time'. Only 12-hour if the locale is.
	 * @type {Object}
	 */
	static get TIME_WITH_LONG_OFFSET() {
		return TIME_WITH_LONG_OFFSET;
	}
	/**
	 * {@link DateTime#toLocaleString} format like '09:30', always 24-hour.
	 * @type {Object}
	 */
	static get TIME_24_SIMPLE() {
		return TIME_24_SIMPLE;
	}
	/**
	 * {@link DateTime#toLocaleString} format like '09:30:23', always 24-hour.
	 * @type {Object}
	 */
	static get TIME_24_WITH_SECONDS() {
		return TIME_24_WITH_SECONDS;
	}
	/**
	 * {@link DateTime#toLocaleString} format like '09:30:23 EDT', always 24-hour.
	 * @type {Object}
	 */
	static get TIME_24_WITH_SHORT_OFFSET() {
		return TIME_24_WITH_SHORT_OFFSET;
	}
	/**
	 * {@link DateTime#toLocaleString} format like '09:30:23 Eastern Daylight Time', always 24-hour.
	 * @type {Object}
	 */
	static get TIME_24_WITH_LONG_OFFSET() {
		return TIME_24_WITH_LONG_OFFSET;
	}
	/**
	 * {@link DateTime#toLocaleString} format like '10/14/1983, 9:30 AM'. Only 12-hour if the locale is.
	 * @type {Object}
	 */
	static get DATETIME_SHORT() {
		return DATETIME_SHORT;
	}
	/**
	 * {@link DateTime#toLocaleString} format like '10/14/1983, 9:30:33 AM'. Only 12-hour if the locale is.
	 * @type {Object}
	 */
	static get DATETIME_SHORT_WITH_SECONDS() {
		return DATETIME_SHORT_WITH_SECONDS;
	}
	/**
	 * {@link DateTime#toLocaleString} format like 'Oct 14, 1983, 9:30 AM'. Only 12-hour if the locale is.
	 * @type {Object}
	 */
	static get DATETIME_MED() {
		return DATETIME_MED;
	}
	/**
	 * {@link DateTime#toLocaleString} format like 'Oct 14, 1983, 9:30:33 AM'. Only 12-hour if the locale is.
	 * @type {Object}
	 */
	static get DATETIME_MED_WITH_SECONDS() {
		return DATETIME_MED_WITH_SECONDS;
	}
	/**
	 * {@link DateTime#toLocaleString} format like 'Fri, 14 Oct 1983, 9:30 AM'. Only 12-hour if the locale is.
	 * @type {Object}
	 */
	static get DATETIME_MED_WITH_WEEKDAY() {
		return DATETIME_MED_WITH_WEEKDAY;
	}
	/**
	 * {@link DateTime#toLocaleString} format like 'October 14, 1983, 9:30 AM EDT'. Only 12-hour if the locale is.
	 * @type {Object}
	 */
	static get DATETIME_FULL() {
		return DATETIME_FULL;
	}
	/**
	 * {@link DateTime#toLocaleString} format like 'October 14, 1983, 9:30:33 AM EDT'. Only 12-hour if the locale is.
	 * @type {Object}
	 */
	static get DATETIME_FULL_WITH_SECONDS() {
		return DATETIME_FULL_WITH_SECONDS;
	}
	/**
	 * {@link DateTime#toLocaleString} format like 'Friday, October 14, 1983, 9:30 AM Eastern Daylight Time'. Only 12-hour if the locale is.
	 * @type {Object}
	 */
	static get DATETIME_HUGE() {
		return DATETIME_HUGE;
	}
	/**
	 * {@link DateTime#toLocaleString} format like 'Friday, October 14, 1983, 9:30:33 AM Eastern Daylight Time'. Only 12-hour if the locale is.
	 * @type {Object}
	 */
	static get DATETIME_HUGE_WITH_SECONDS() {
		return DATETIME_HUGE_WITH_SECONDS;
	}
};
function friendlyDateTime(dateTimeish) {
	if (DateTime.isDateTime(dateTimeish)) {
		return dateTimeish;
	} else if (dateTimeish && dateTimeish.valueOf && isNumber(dateTimeish.valueOf())) {
		return DateTime.fromJSDate(dateTimeish);
	} else if (dateTimeish && typeof dateTimeish === 'object') {
		return DateTime.fromObject(dateTimeish);
	} else {
		throw new InvalidArgumentError(
			`Unknown datetime argument: ${dateTimeish}, of type ${typeof dateTimeish}`,
		);
	}
}

// nodes/PeopleLens/api/http/retry.ts
var PATIENT = {
	retries: 4,
	timeoutMs: 3e4,
	backoffMs: 500,
	maxBackoffMs: 8e3,
	maxWaitMs: 6e4,
	random: Math.random,
};
var IMPATIENT = { ...PATIENT, retries: 0, timeoutMs: 1e4 };

// nodes/PeopleLens/api/http/rest.ts
var import_n8n_workflow3 = require('n8n-workflow');

// nodes/PeopleLens/api/http/endBy.ts
var import_n8n_workflow4 = require('n8n-workflow');

// nodes/PeopleLens/api/http/turn.ts
var import_n8n_workflow5 = require('n8n-workflow');

// nodes/PeopleLens/trigger/activation.ts
var import_n8n_workflow6 = require('n8n-workflow');
var FULL_BUDGET = 3e5;
var REFUSALS = ['400', '401', '403', '404', '422'];
var activated = /* @__PURE__ */ new WeakSet();
function isActivationCheck(context) {
	const isFirst = !activated.has(context);
	activated.add(context);
	return isFirst && (context.getPollBudgetMs?.() ?? FULL_BUDGET) >= FULL_BUDGET;
}
function refusesActivation(context, thrown) {
	const mode = context.getActivationMode();
	if (mode === 'init' || mode === 'leadershipChange') return false;
	if (!(thrown instanceof import_n8n_workflow6.NodeApiError))
		return thrown instanceof import_n8n_workflow6.NodeOperationError;
	return REFUSALS.includes(thrown.httpCode ?? '') || thrown.context.wrongAddress === true;
}

// nodes/PeopleLens/api/actors.ts
var import_n8n_workflow7 = require('n8n-workflow');

// nodes/PeopleLens/domain/activity.ts
var FLAGS = ['active', 'is_active', 'isActive', 'enabled', 'is_enabled', 'isEnabled'];
var NEGATIVE_FLAGS = ['deactivated', 'is_deactivated', 'isDeactivated', 'disabled', 'is_disabled'];
var ACTIVE = /^(active|enabled)$/i;
var INACTIVE =
	/^(in-?active|de-?activated|disabled|not[ _-]?active|deleted|removed|archived|terminated)$/i;
var READINGS = [
	...FLAGS.map((name) => [name, flag]),
	...NEGATIVE_FLAGS.map((name) => [name, (value) => negated(flag(value))]),
	['status', stated],
	['state', stated],
];
function activityOf(user) {
	let activity;
	for (const [name, read] of READINGS) {
		const value = user[name];
		const said = value === void 0 ? void 0 : read(value);
		if (said === void 0) continue;
		if (activity === !said) return void 0;
		activity = said;
	}
	return activity;
}
function stated(value) {
	if (typeof value !== 'string') return void 0;
	if (INACTIVE.test(value.trim())) return false;
	return ACTIVE.test(value.trim()) ? true : void 0;
}
function flag(value) {
	if (value === true || value === 1) return true;
	if (value === false || value === 0) return false;
	const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
	if (['true', 'yes', '1'].includes(text)) return true;
	return ['false', 'no', '0'].includes(text) ? false : void 0;
}
function negated(value) {
	return value === void 0 ? void 0 : !value;
}

// nodes/PeopleLens/api/guards.ts
function readUser(body) {
	if (!isRecord(body)) return void 0;
	const { id, data, user } = body;
	if (id !== void 0 && id !== null) return toUser(body);
	if (isRecord(data) && isRecord(user)) return void 0;
	return toUser(data) ?? toUser(user);
}
function readUsers(body) {
	if (!isRecord(body) || !Array.isArray(body.data)) return void 0;
	const users = body.data.map(toUser);
	return users.every((user) => user !== void 0) ? users : void 0;
}
function readAuditLogs(body) {
	if (!isRecord(body) || !Array.isArray(body.data)) return void 0;
	const total = isRecord(body.pagination) ? body.pagination.total : void 0;
	return {
		rows: body.data.map(toAuditLog),
		...(typeof total === 'number' && total >= 0 ? { total } : {}),
	};
}
function toUser(value) {
	if (!isRecord(value)) return void 0;
	if (isUser(value)) return value;
	const id = toId(value.id);
	if (id === void 0) return void 0;
	const { first_name, last_name, role, ...others } = value;
	return {
		...others,
		id,
		email: typeof value.email === 'string' ? value.email : '',
		...(typeof first_name === 'string' && { first_name }),
		...(typeof last_name === 'string' && { last_name }),
		...(typeof role === 'string' && { role }),
	};
}
function isUser(value) {
	const { id, email, first_name = '', last_name = '', role = '' } = value;
	return (
		typeof id === 'string' &&
		toId(id) === id &&
		[email, first_name, last_name, role].every((text) => typeof text === 'string')
	);
}
function toAuditLog(value) {
	return isRecord(value) ? value : { details: value };
}
function toId(value) {
	if (Number.isSafeInteger(value)) return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value : void 0;
}

// nodes/PeopleLens/api/auditLogText.ts
function textOf(log, field) {
	return toId(log[field]);
}

// nodes/PeopleLens/domain/identity.ts
var import_deburr = __toESM(require_deburr());

// nodes/PeopleLens/domain/confusables.ts
var LOOKALIKES = [
	// Cyrillic
	['\u0430\u0432\u0435\u043A\u043C\u043D\u043E\u0440\u0441\u0442\u0443\u0445', 'abekmhopctyx'],
	['\u0456\u0458\u0455\u04BB\u04CF\u0501\u051B\u051D', 'ijshldqw'],
	// Greek
	[
		'\u03B1\u03B2\u03B5\u03B6\u03B7\u03B9\u03BA\u03BC\u03BD\u03BF\u03C1\u03C4\u03C5\u03C7',
		'abeznikmvoptux',
	],
	// Latin letters without their usual form
	['\u0131\u0251\u0261', 'iag'],
];
var LATIN = new Map(
	LOOKALIKES.flatMap(([others, latin]) =>
		[...others].map((letter, index) => [letter, latin[index]]),
	),
);

// nodes/PeopleLens/domain/identity.ts
var INVISIBLE2 = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;
var IMPOSSIBLE = /[\p{Z}\s<>()[\],;:"\\]/u;
var DOMAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
var LONGEST2 = 254;
function hasInvisible(text) {
	return INVISIBLE2.test(text);
}
function normalizeEmail(input) {
	if (typeof input !== 'string' || input.length > 2 * LONGEST2) return void 0;
	const email = input.trim().normalize('NFC');
	return isUsable(email) && !email.startsWith("'") ? email : void 0;
}
function emailKey(email) {
	const text = email.trim().normalize('NFC');
	if (!isUsable(text)) return void 0;
	const [local, domain] = text.toLowerCase().split('@');
	return `${local.normalize('NFC')}@${asciiDomain(domain)}`;
}
function samePerson(a, b2) {
	const key = emailKey(a);
	return key === void 0 ? a === b2 : key === emailKey(b2);
}
function isUsable(email) {
	if (email.length > LONGEST2 || hasInvisible(email) || IMPOSSIBLE.test(email)) return false;
	const [local, domain, ...more] = email.split('@');
	if (!local || !domain || more.length > 0) return false;
	const labels = domain.split('.');
	return labels.length > 1 && labels.every((label) => DOMAIN.test(label));
}
function asciiDomain(domain) {
	const address = `http://${domain}`;
	return URL.canParse(address) ? new URL(address).hostname : domain;
}

// nodes/PeopleLens/api/users.ts
var USERS = '/api/v1/users';
var LONE_SURROGATE = /\p{Surrogate}/u;
async function getUser(api, id) {
	const { result } = await api.send({
		name: 'getUser',
		about: id,
		method: 'GET',
		path: userPath(api, id),
		read: readUser,
	});
	if (result.id.toLowerCase() === id.toLowerCase()) return result;
	throw api.refuse(
		`PeopleLens was asked for the user '${id}' and answered with the user '${result.id}'`,
		"Nothing was done. Check 'User', and choose the user from the list.",
	);
}
async function listUsers(api, filter) {
	const { result } = await api.send({
		name: 'listUsers',
		about: filter.email,
		method: 'GET',
		path: USERS,
		query: { email: filter.email, limit: filter.limit },
		read: readUsers,
	});
	return result;
}
function userPath(api, id) {
	if (id.trim() === '') throw api.refuse("'User' is empty");
	if (/^\s*\.{1,2}\s*$/.test(id) || LONE_SURROGATE.test(id)) {
		throw api.refuse(`'${id}' in 'User' is not a user ID`);
	}
	return `${USERS}/${encodeURIComponent(id)}`;
}

// nodes/PeopleLens/api/userList.ts
var LIMITS = [1e4, 1e3, 100];
var SUSPICIOUS_MULTIPLE = 5;
async function listAllUsers(api, [limit, ...smaller] = LIMITS) {
	return await listUsers(api, { limit }).then(
		(rows) => ({ users: activeUsersIn(rows), mayBeTruncated: hasRoundLength(rows) }),
		async (error) => {
			if (isRejected(error) && smaller.length > 0) return await listAllUsers(api, smaller);
			throw error;
		},
	);
}
var hasRoundLength = (rows) => rows.length > 0 && rows.length % SUSPICIOUS_MULTIPLE === 0;
function activeUsersIn(rows) {
	const users = /* @__PURE__ */ new Map();
	for (const row of rows) {
		if (activityOf(row) === false) continue;
		const before = users.get(row.id);
		users.set(row.id, before ? agreed(before, row) : row);
	}
	return [...users.values()];
}
function agreed(a, b2) {
	const { role, ...others } = a;
	return {
		...others,
		email: a.email === b2.email ? a.email : '',
		...(role !== void 0 && role === b2.role && { role }),
	};
}

// nodes/PeopleLens/api/actors.ts
var MANY = 4;
var MAX_SINGLE_LOOK_UPS = 100;
var ABOUT_EVERYONE = ['401', '403', '429'];
function createActorCache() {
	return {
		known: /* @__PURE__ */ new Map(),
		isListRead: false,
		lookUpsLeft: MAX_SINGLE_LOOK_UPS,
		isIncomplete: false,
	};
}
async function addActors(api, logs, cache) {
	const ids = new Set(logs.flatMap((log) => textOf(log, 'user_id') ?? []));
	const unknown = () => [...ids].filter((id) => !cache.known.has(id));
	if (!cache.isListRead && unknown().length >= MANY) await readList(api, cache);
	const asked = unknown().slice(0, cache.lookUpsLeft);
	cache.lookUpsLeft -= asked.length;
	cache.isIncomplete ||= asked.length < unknown().length;
	await Promise.all(asked.map(async (id) => cache.known.set(id, await findActor(api, id))));
	return logs.map((log) => {
		const id = textOf(log, 'user_id');
		return { ...log, actor: (id !== void 0 && cache.known.get(id)) || null };
	});
}
async function readList(api, cache) {
	const { users } = await listAllUsers(api).catch((error) => {
		if (isAboutEveryone(error)) throw error;
		return { users: [] };
	});
	cache.isListRead = true;
	for (const user of users) cache.known.set(user.id, user);
}
async function findActor(api, id) {
	return await getUser(api, id).catch((error) => {
		if (isAboutEveryone(error)) throw error;
		return null;
	});
}
function isAboutEveryone(error) {
	return (
		error instanceof import_n8n_workflow7.NodeApiError &&
		ABOUT_EVERYONE.includes(error.httpCode ?? '')
	);
}

// nodes/PeopleLens/api/auditLogs.ts
var import_n8n_workflow8 = require('n8n-workflow');
var OFFSET_REFUSALS = ['400', '404', '416', '422', '500'];
async function listAuditLogs(api, query) {
	const { action, since, limit, offset: offset2 } = query;
	const answer2 = api.send({
		name: 'listAuditLogs',
		method: 'GET',
		path: '/api/v1/audit-logs',
		query: { action, since, limit, offset: offset2 },
		read: readAuditLogs,
	});
	return await answer2.then(
		({ result, serverTime: serverTime2 }) => ({ ...result, serverTime: serverTime2 }),
		(error) => {
			if (offset2 > 0 && isOffsetRefusal(error)) return { rows: [], refused: error };
			throw error;
		},
	);
}
function isOffsetRefusal(error) {
	return (
		error instanceof import_n8n_workflow8.NodeApiError &&
		OFFSET_REFUSALS.includes(error.httpCode ?? '')
	);
}

// nodes/PeopleLens/parameters/source.ts
function invalidParameter({ context, itemIndex }, message, description) {
	return inputError(context.getNode(), message, { itemIndex, description });
}
function isMissing(value) {
	return value === void 0 || value === null;
}
function isBlank(value) {
	return isMissing(value) || (typeof value === 'string' && value.trim() === '');
}
function isAdded(collection, name) {
	return Object.hasOwn(collection, name);
}
function foundNothing(source, displayName) {
	return invalidParameter(
		source,
		`'${displayName}' is empty`,
		`Enter a value, or check that the expression in '${displayName}' finds one. To do without it, remove '${displayName}'.`,
	);
}

// nodes/PeopleLens/parameters/text.ts
var LONGEST3 = 1e3;
function optionalText(source, value, displayName) {
	const text = isBlank(value) ? '' : toText(value)?.trim();
	if (text === void 0) throw notOneText(source, displayName);
	if (text.length <= LONGEST3) return text;
	throw invalidParameter(
		source,
		`'${displayName}' has more than ${LONGEST3} characters`,
		`Check the expression in '${displayName}': it must find one text for each item.`,
	);
}
function requireText(source, value, displayName) {
	const text = optionalText(source, value, displayName);
	if (text !== '') return text;
	throw invalidParameter(
		source,
		`'${displayName}' is empty`,
		`Enter a value, or check that the expression in '${displayName}' finds one for every item.`,
	);
}
function filterText(source, value, displayName) {
	if (isMissing(value)) throw foundNothing(source, displayName);
	return optionalText(source, value, displayName);
}
function toText(value) {
	if (typeof value === 'string') return value;
	const isWhole = typeof value === 'number' && Number.isFinite(value) && !isTooLarge(value);
	return isWhole ? String(value) : void 0;
}
var isTooLarge = (value) => Math.abs(value) > Number.MAX_SAFE_INTEGER;
function notOneText(source, displayName) {
	return invalidParameter(
		source,
		`'${displayName}' is not a text`,
		`Check the expression in '${displayName}': it must find one text for each item, not a list or an object.`,
	);
}

// nodes/PeopleLens/parameters/list.ts
var MOST_ENTRIES = 1e4;
function readEntries(source, value, displayName) {
	if (isBlank(value)) throw foundNothing(source, displayName);
	const entries = (Array.isArray(value) ? value : split(value)).map((entry) =>
		toText(entry)?.trim(),
	);
	if (entries.length > MOST_ENTRIES) throw unreadable2(source, displayName);
	return entries.map((entry) => {
		if (!entry || /^[[{"]/.test(entry)) throw unreadable2(source, displayName);
		return entry;
	});
}
function split(value) {
	const text = toText(value);
	if (text === void 0) return [void 0];
	const entries = text.split(',').filter((entry) => entry.trim() !== '');
	return entries.length > 0 ? entries : [void 0];
}
var unreadable2 = (source, displayName) =>
	invalidParameter(
		source,
		`'${displayName}' is not a list of texts`,
		`Choose from the list, or check the expression in '${displayName}': it must find texts, as a list or with commas between them, and nothing else.`,
	);

// nodes/PeopleLens/parameters/id.ts
var LONGEST4 = 300;
function requireId(source, text, displayName) {
	const problem = problemOf(text);
	if (!problem) return text;
	throw invalidParameter(
		source,
		`'${text.slice(0, LONGEST4)}' in '${displayName}' is not an ID`,
		`${problem} Copy the ID from PeopleLens, or choose from the list.`,
	);
}
function requireIds(source, value, displayName) {
	return readEntries(source, value, displayName).map((entry) => {
		if (/[@;]/.test(entry)) {
			throw invalidParameter(
				source,
				`'${entry}' in '${displayName}' is not an ID`,
				'Choose people from the list, or use their IDs, with commas between them. Emails are not understood here.',
			);
		}
		return requireId(source, entry, displayName);
	});
}
function problemOf(text) {
	if (text.length > LONGEST4) return `It has more than ${LONGEST4} characters.`;
	if (text !== text.trim()) return 'It begins or ends with a space.';
	return hasInvisible(text) ? 'It holds an invisible character.' : void 0;
}

// nodes/PeopleLens/parameters/user.ts
var import_n8n_workflow9 = require('n8n-workflow');

// nodes/PeopleLens/domain/personMatch.ts
function matchPerson(users, email) {
	const same = users.filter((user2) => samePerson(user2.email, email));
	const exact = same.filter((user2) => user2.email.trim() === email.trim());
	const [user, ...more] = exact.length > 0 ? exact : same;
	if (!user) return { kind: 'none' };
	if (more.length === 0) return { kind: 'found', user };
	return {
		kind: 'doubt',
		reason: `PeopleLens has ${more.length + 1} users with the email '${email.trim()}', however it is written`,
	};
}

// nodes/PeopleLens/api/userLookup.ts
var LOOK_UP_LIMIT = 100;
var NONE = { kind: 'none' };
async function lookUpByEmail(api, email) {
	const typed = email.trim();
	let isFiltered = true;
	for (const spelling of /* @__PURE__ */ new Set([typed, typed.toLowerCase()])) {
		const rows = await listUsers(api, { email: spelling, limit: LOOK_UP_LIMIT });
		isFiltered &&= rows.every((row) => samePerson(row.email, typed));
		const match3 = matchPerson(activeUsersIn(rows), typed);
		if (match3.kind === 'doubt' || isExact(match3, typed)) return match3;
		if (match3.kind === 'found' && isFiltered) return match3;
	}
	if (isFiltered && hasOneSpelling(typed)) return NONE;
	const { users, mayBeTruncated } = await listAllUsers(api);
	const match2 = matchPerson(users, typed);
	return match2.kind === 'none' && mayBeTruncated && !isFiltered ? notKnown(typed) : match2;
}
async function findUserByEmail(api, email) {
	const lookup = await lookUpByEmail(api, email);
	if (lookup.kind === 'doubt') throw api.refuse(lookup.reason, CHOOSE_BY_ID);
	return lookup.kind === 'found' ? lookup.user : void 0;
}
var CHOOSE_BY_ID = 'Nothing was done. Look for the person in PeopleLens, and work with their ID.';
var isExact = (match2, email) => match2.kind === 'found' && match2.user.email.trim() === email;
var notKnown = (email) => ({
	kind: 'doubt',
	reason: `Whether PeopleLens has a user with the email '${email}' is not known: it does not filter by email, and may have cut its list of users`,
});
function hasOneSpelling(email) {
	return /^[\x21-\x7e]+$/.test(email) && !/@(.*\.)?xn--/i.test(email);
}

// nodes/PeopleLens/parameters/email.ts
function requireEmail(source, value, displayName) {
	const text = requireText(source, value, displayName);
	const email = normalizeEmail(text);
	if (email) return email;
	throw invalidParameter(
		source,
		`'${text}' in '${displayName}' is not an email address`,
		whyNot(text),
	);
}
function whyNot(text) {
	if (hasInvisible(text)) {
		return 'It holds an invisible character, as copying from a web page or a spreadsheet leaves it. Type the address by hand.';
	}
	if (text.startsWith("'")) {
		return 'It begins with an apostrophe, by which spreadsheets mark a text. Take the apostrophe away.';
	}
	return 'Use an address such as name@company.com, one for each item.';
}

// nodes/PeopleLens/parameters/user.ts
function toUserReference(source, locator, displayName) {
	const { mode, value } = (0, import_n8n_workflow9.isResourceLocatorValue)(locator)
		? locator
		: { mode: 'id', value: locator };
	const text = requireText(source, value, displayName);
	if (mode === 'email' || text.includes('@')) {
		return { by: 'email', value: requireEmail(source, text, displayName) };
	}
	const exact = toText(value);
	if (exact === void 0) throw notOneText(source, displayName);
	return { by: 'id', value: mode === 'list' ? exact : requireId(source, exact, displayName) };
}
async function getUserByEmail(api, email, displayName) {
	const user = await findUserByEmail(api, email);
	if (user) return user;
	throw api.reject({
		call: 'listUsers',
		message: `No active user has the email '${email}'`,
		description: `Check the spelling in '${displayName}'. PeopleLens finds people by email only while they are active: use By ID for someone who was deactivated.`,
		httpCode: '404',
		failure: { cause: 'configuration-invalid' },
	});
}
async function locatedUserId(source, api, locator, displayName) {
	const value = (0, import_n8n_workflow9.isResourceLocatorValue)(locator) ? locator.value : locator;
	if (value === '') return void 0;
	if (isMissing(value)) throw foundNothing(source, displayName);
	const who = toUserReference(source, locator, displayName);
	return who.by === 'id' ? who.value : (await getUserByEmail(api, who.value, displayName)).id;
}

// nodes/PeopleLens/parameters/auditLogFilters.ts
var ACTION = /^[\p{L}\p{N}_.:/-]+$/u;
async function readAuditLogFilters(source, api, actions, filters) {
	const read = (name, displayName) =>
		isAdded(filters, name) ? filterText(source, filters[name], displayName) || void 0 : void 0;
	const chosen = {
		actions: readActions(source, actions),
		entityType: read('entityType', 'Entity Type'),
		entityId: read('entityId', 'Entity ID'),
		excludeUserIds: isAdded(filters, 'excludeUserIds')
			? requireIds(source, filters.excludeUserIds, 'Exclude User Names or IDs')
			: [],
	};
	const userId = isAdded(filters, 'userId')
		? // Not "User": what is logged may also have been done to one.
			await locatedUserId(source, api, filters.userId, 'Actor')
		: void 0;
	return { action: onlyOne(chosen.actions), filters: { ...chosen, userId } };
}
function readActions(source, value) {
	return readEntries(source, value, 'Action Names or IDs').map((action) => {
		if (ACTION.test(action)) return action;
		throw invalidParameter(
			source,
			`'${action}' in 'Action Names or IDs' is not an action`,
			'Choose actions from the list, or use their names, such as USER_LOGIN, with commas between them.',
		);
	});
}
function onlyOne([action, ...more]) {
	return more.length === 0 && action === action?.toUpperCase() ? action : void 0;
}
function matchesFilters(log, filters) {
	const { actions, entityType, entityId, userId, excludeUserIds } = filters;
	const actor = textOf(log, 'user_id');
	return (
		(actions.length === 0 || actions.some((action) => sameWord(textOf(log, 'action'), action))) &&
		(!entityType || sameWord(textOf(log, 'entity_type'), entityType)) &&
		(!entityId || textOf(log, 'entity_id') === entityId) &&
		(!userId || actor === userId) &&
		!(actor !== void 0 && excludeUserIds.includes(actor))
	);
}
var sameWord = (a, b2) => a?.toLowerCase() === b2.toLowerCase();

// nodes/PeopleLens/reader/canonicalJson.ts
function canonicalJson(value) {
	const parts = [];
	const pending = [{ value }];
	for (let next2 = pending.pop(); next2 !== void 0; next2 = pending.pop()) {
		if ('text' in next2) parts.push(next2.text);
		else if (typeof next2.value !== 'object' || next2.value === null) {
			parts.push(JSON.stringify(next2.value) ?? 'null');
		} else {
			for (const part of partsOf(next2.value).reverse()) pending.push(part);
		}
	}
	return parts.join('');
}
function partsOf(value) {
	if (Array.isArray(value)) {
		const items = value.flatMap((item) => [{ text: ',' }, { value: item }]);
		return [{ text: '[' }, ...items.slice(1), { text: ']' }];
	}
	const fields = Object.entries(value)
		.sort(([a], [b2]) => (a < b2 ? -1 : 1))
		.flatMap(([name, field]) => [
			{ text: ',' },
			{ text: `${JSON.stringify(name)}:` },
			{ value: field },
		]);
	return [{ text: '{' }, ...fields.slice(1), { text: '}' }];
}

// nodes/PeopleLens/reader/timestamp.ts
var MAX_LENGTH = 64;
var DATE_TIME =
	/^(\d{4})-(\d\d)-(\d\d)[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?) ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;
var EPOCH = /^\d{10,17}(?:\.\d+)?$/;
var EPOCH_UNITS = [
	{ from: 1e8, toMs: 1e3 },
	{ from: 1e11, toMs: 1 },
	{ from: 1e14, toMs: 1e-3 },
];
var LAST_EPOCH = 1e17;
function timeOf(createdAt) {
	if (typeof createdAt === 'number') return fromEpoch(createdAt);
	if (typeof createdAt !== 'string' || createdAt.length > MAX_LENGTH) return void 0;
	if (EPOCH.test(createdAt)) return fromEpoch(Number(createdAt));
	const parts = DATE_TIME.exec(createdAt);
	if (parts === null) return void 0;
	const [, year, month, day, time, zone] = parts;
	if (!isOnCalendar(Number(year), Number(month), Number(day))) return void 0;
	const parsed2 = Date.parse(`${year}-${month}-${day}T${time.replace(',', '.')}${isoZone(zone)}`);
	return Number.isNaN(parsed2) ? void 0 : parsed2;
}
function fromEpoch(value) {
	const unit = EPOCH_UNITS.filter(({ from }) => value >= from).at(-1);
	return unit === void 0 || value >= LAST_EPOCH ? void 0 : Math.round(value * unit.toMs);
}
function isOnCalendar(year, month, day) {
	const date = /* @__PURE__ */ new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
function isoZone(zone = 'Z') {
	if (/^[a-z]/i.test(zone)) return 'Z';
	return zone.length === 3 ? `${zone}:00` : zone;
}

// nodes/PeopleLens/reader/entry.ts
function idOf({ id }) {
	if (typeof id === 'number') return Number.isSafeInteger(id) ? String(id) : void 0;
	return typeof id === 'string' && id !== '' ? id : void 0;
}
function keyOf(row) {
	const id = idOf(row);
	return id === void 0 ? `row ${canonicalJson(row)}` : `id ${id}`;
}
function entryOf(row) {
	return { row, key: keyOf(row), time: timeOf(row.created_at) };
}
function newestTime(entries, until = Infinity) {
	return entries.reduce(
		(newest, { time = -Infinity }) => (time > newest && time <= until ? time : newest),
		-Infinity,
	);
}

// nodes/PeopleLens/reader/order.ts
var CONVINCING_STEPS = 8;
var ObservedOrder = class {
	rises = 0;
	falls = 0;
	/** @param entries neighbours in the list, in the list's order */
	observe(entries) {
		let before;
		for (const { time } of entries) {
			if (time === void 0) continue;
			if (before !== void 0 && time > before) this.rises++;
			if (before !== void 0 && time < before) this.falls++;
			before = time;
		}
	}
	get order() {
		if (this.rises > 0 && this.falls > 0) return 'none';
		if (this.rises >= CONVINCING_STEPS) return 'oldest';
		return this.falls >= CONVINCING_STEPS ? 'newest' : 'unknown';
	}
};
function compareByCreatedAt(a, b2) {
	if (a.time !== b2.time) return (a.time ?? Infinity) - (b2.time ?? Infinity);
	const [idA, idB] = [idOf(a.row) ?? '', idOf(b2.row) ?? ''];
	return idA < idB ? -1 : Number(idA > idB);
}

// nodes/PeopleLens/reader/errors.ts
var UnsettledListError = class extends Error {
	constructor() {
		super(
			'The audit log kept changing or repeating between requests, so it could not be read completely. Each page is asked for by its offset: if this persists, the server (or a proxy in between) may be ignoring the "offset" parameter.',
		);
		this.name = 'UnsettledListError';
	}
};

// nodes/PeopleLens/reader/list.ts
var PAGE_LIMIT = 100;
var MAX_REQUESTS = 1e5;
var MAX_ROWS = MAX_REQUESTS * PAGE_LIMIT;
var SHORTEST_CAP = 2;
var PagedList = class {
	/**
	 * @param since ms; the server may include this very instant or not
	 * @param maxLength the longest page that this server is known to have returned
	 */
	constructor(fetchPage, since, maxLength = 0) {
		this.fetchPage = fetchPage;
		this.maxLength = maxLength;
		if (since !== void 0 && since > 0) this.since = new Date(since).toISOString();
	}
	fetchPage;
	maxLength;
	/** The server's own count, as last told and if it can be one: only ever a guess. */
	total;
	/** How many requests have been sent. */
	requests = 0;
	observed = new ObservedOrder();
	since;
	get order() {
		return this.observed.order;
	}
	/** How many rows a full page is expected to have. */
	get pageLength() {
		return this.maxLength || PAGE_LIMIT;
	}
	/** @throws what `fetchPage` throws, and its reason when the server refuses this offset */
	async page(offset2, limit = PAGE_LIMIT) {
		const page = await this.request(offset2, limit);
		if (page.refused !== void 0) throw page.refused;
		return this.interpret(page, offset2, limit);
	}
	/** As `page`, at an offset that is only a guess: where the server refuses it, there are no rows. */
	async probe(offset2, limit = PAGE_LIMIT) {
		const page = await this.request(offset2, limit);
		if (page.refused !== void 0) return { offset: offset2, entries: [], short: true, end: false };
		return this.interpret(page, offset2, limit);
	}
	interpret({ rows, total }, offset2, limit) {
		const entries = rows.map(entryOf);
		this.observed.observe(entries);
		this.total = isCount(total) ? total : void 0;
		const short = rows.length < Math.min(limit, Math.max(SHORTEST_CAP, this.maxLength));
		const end2 = short && !this.isDoubtful(rows.length, offset2 + rows.length);
		this.maxLength = Math.max(this.maxLength, Math.min(rows.length, limit));
		return { offset: offset2, entries, short, end: end2 };
	}
	/**
	 * The server may have lowered its cap since its longest page. One that is not much shorter
	 * is the end only if `total` says so too; otherwise the next page will tell.
	 */
	isDoubtful(length, next2) {
		const long = length >= SHORTEST_CAP && length * 2 >= this.maxLength;
		return long && (this.total ?? Infinity) > next2;
	}
	async request(offset2, limit) {
		if (++this.requests > MAX_REQUESTS) throw new UnsettledListError();
		return await this.fetchPage({ since: this.since, limit, offset: offset2 });
	}
};
function isCount(total) {
	return Number.isSafeInteger(total) && Number(total) >= 0 && Number(total) <= MAX_ROWS;
}

// nodes/PeopleLens/reader/expectedRows.ts
var SAMPLE = 500;
var FIRST_ROWS = 3.9 * PAGE_LIMIT;
function rowsToTheEnd(list, range2) {
	const { length } = range2.entries;
	if (length === 0) return Math.max(list.total ?? 0, FIRST_ROWS);
	const next2 = range2.nextOffset(list.pageLength);
	const left = range2.direction === 'forward' ? (list.total ?? 0) - next2 : next2 + list.pageLength;
	return left > 0 ? left : length;
}
function rowsToTheLimit(list, range2, { limit, accept }) {
	const { length } = range2.entries;
	const there = rowsToTheEnd(list, range2);
	if (!Number.isFinite(limit) || !accept) return Math.min(there, limit - length);
	const sample = range2.entries.slice(-SAMPLE);
	const share = sample.filter(({ row }) => accept(row)).length / Math.max(1, sample.length);
	return Math.min(there, limit / share - length, 2 * length);
}

// nodes/PeopleLens/reader/pagePlan.ts
var import_clamp = __toESM(require_clamp());
var MIN_OVERLAP = 2;
var OVERLAP2 = 3;
var SHORTEST_PAGE = 10;
var PagePlan = class {
	/** @param expectedRows how many rows more the range is likely to need */
	constructor(list, range2, expectedRows) {
		this.list = list;
		this.range = range2;
		this.expectedRows = expectedRows;
	}
	list;
	range;
	expectedRows;
	last;
	/** Forward, nothing is planned from here on: the list has no rows there. */
	limit = Infinity;
	/** @returns the offset of the page with which the range goes on: exact, and no guess */
	restart() {
		this.limit = Infinity;
		this.last = this.nextOfRange;
		return this.last;
	}
	/** @returns the offset of one page more, or undefined where none is likely to be needed */
	next() {
		const { last, nextOfRange } = this;
		if (last === void 0 || this.list.pageLength < SHORTEST_PAGE) return void 0;
		const isForward = this.range.direction === 'forward';
		if (!isForward && last === 0) return void 0;
		const rows = this.expectedRows();
		const step = this.stepFor(rows - Math.abs(last - nextOfRange));
		const offset2 = isForward
			? Math.max(last + step, nextOfRange)
			: Math.max(0, Math.min(last - step, nextOfRange));
		if (Math.abs(offset2 - nextOfRange) >= rows || offset2 >= this.limit) return void 0;
		this.last = offset2;
		return offset2;
	}
	/** @param offset where a page has shown the list's end */
	endAt(offset2) {
		if (this.range.direction === 'forward') this.limit = Math.min(this.limit, offset2);
	}
	/** @param rows how many are likely to be needed, from the last page that was planned */
	stepFor(rows) {
		const { pageLength } = this.list;
		const longest = pageLength - MIN_OVERLAP;
		const beyond = Math.max(0, rows + 1 - pageLength);
		const pages = Math.max(1, Math.ceil(beyond / longest));
		const step = (0, import_clamp.default)(
			Math.ceil(beyond / pages),
			pageLength - OVERLAP2,
			longest,
		);
		return Math.max(step - this.range.extraOverlap, Math.ceil(pageLength / 2));
	}
	get nextOfRange() {
		return this.range.nextOffset(this.list.pageLength);
	}
};

// nodes/PeopleLens/reader/pagePool.ts
var PagePool = class {
	constructor(list, plan, width) {
		this.list = list;
		this.plan = plan;
		this.width = width;
	}
	list;
	plan;
	width;
	/** Asked for, and not handed out yet. */
	pages = [];
	open = 0;
	isStopped = false;
	/** Takes over the next place that is free. */
	urgent;
	/** @throws what the request for this page throws; then no further one is sent */
	async next() {
		if (this.pages.length === 0) this.request(this.plan.restart(), 'page');
		this.fill();
		const page = await this.pages[0];
		this.pages.shift();
		return page;
	}
	/** Reads a page that was not planned, before all that are. */
	async readNow(offset2) {
		if (this.hasPlace) this.open++;
		else await new Promise((resolve2) => (this.urgent = resolve2));
		return await this.send(async () => await this.list.page(offset2));
	}
	/** Sends no further requests. */
	stop() {
		this.isStopped = true;
	}
	get hasPlace() {
		return this.open === 0 || this.open < this.width();
	}
	/** One page at a time, there is no need to guess: the next one is known when it is needed. */
	get readsAhead() {
		return this.pages.length === 0 || this.width() > 1;
	}
	fill() {
		while (!this.isStopped && this.hasPlace && this.readsAhead) {
			const offset2 = this.plan.next();
			if (offset2 === void 0) return;
			this.request(offset2, 'probe');
		}
	}
	/** @param kind a probe may lie behind the end, where a server may refuse it */
	request(offset2, kind) {
		this.open++;
		const page = this.send(async () => {
			const read = await this.list[kind](offset2);
			if (read.end || read.entries.length === 0) this.plan.endAt(offset2);
			return read;
		});
		page.catch(() => void 0);
		this.pages.push(page);
	}
	/** In a place that is taken already, which the next request takes over. */
	async send(read) {
		const reading = read();
		reading.catch(() => this.stop());
		try {
			return await reading;
		} finally {
			const { urgent } = this;
			this.urgent = void 0;
			if (urgent) urgent();
			else {
				this.open--;
				this.fill();
			}
		}
	}
};

// nodes/PeopleLens/reader/grow.ts
async function grow(list, range2, goal, width) {
	const plan = new PagePlan(list, range2, goal.expectedRows);
	const pool = new PagePool(list, plan, width);
	try {
		while (!range2.done && !goal.isReached()) await join(list, range2, await pool.next(), pool);
	} finally {
		pool.stop();
	}
}
async function join(list, range2, page, pool) {
	if (page.offset === range2.nextOffset(list.pageLength)) {
		range2.add(page);
		return;
	}
	while (!range2.done && reachesFurther(page, range2, list.pageLength)) {
		if (range2.overlaps(page)) {
			range2.add(page);
			return;
		}
		if (!page.end && !range2.hasUnknownRows(page)) return;
		range2.add(await pool.readNow(range2.nextOffset(list.pageLength)));
	}
}
function reachesFurther(page, range2, pageLength) {
	const next2 = range2.nextOffset(pageLength);
	if (range2.direction === 'backward') return page.offset < next2 + pageLength;
	return page.end || page.offset + page.entries.length > next2;
}

// nodes/PeopleLens/reader/range.ts
var LARGE_GROUP = 0.8;
var MAX_PAGES_WITHOUT_PROGRESS = 30;
var MAX_RESTARTS = 100;
var ContiguousRange = class {
	/** The first page must be the list's start (or end), or lie across where the reader wants to begin. */
	constructor(direction) {
		this.direction = direction;
	}
	direction;
	/** Each row once, in the order of growth. */
	entries = [];
	/** Whether the list's end (or start) is reached. */
	done = false;
	/** key → place in the list without the shift. */
	places = /* @__PURE__ */ new Map();
	tail;
	/** By how much the tail has moved in the list since the range was begun. */
	shift = 0;
	movedAway = 0;
	consecutiveGaps = 0;
	pagesWithoutProgress = 0;
	restarts = 0;
	/** How many rows more to read again, because lately the tail has moved that far away. */
	get extraOverlap() {
		return this.movedAway;
	}
	/**
	 * @param pageLength how many rows a full page has
	 * @returns the offset of the page to add next
	 */
	nextOffset(pageLength) {
		if (this.tail === void 0) return 0;
		const back = Math.floor(((2 ** this.consecutiveGaps - 1) * pageLength) / 2);
		const last = this.tail.place + this.shift;
		const length = Math.max(2, pageLength);
		const again = Math.min(this.tail.overlap + this.movedAway, length - 1);
		const offset2 =
			this.direction === 'forward' ? last + 1 - again - back : last + again - length + back;
		return Math.max(0, offset2);
	}
	/** Whether a page holds rows that the range does not. */
	hasUnknownRows({ entries }) {
		return entries.some(({ key }) => !this.places.has(key));
	}
	/** Whether a page that was read apart from the range begins where this ends, or before. */
	overlaps({ entries }) {
		const groupTime = this.tail?.groupTime;
		if (groupTime === void 0) return false;
		return entries.some(
			({ key, time }) => this.places.has(key) && time !== void 0 && time !== groupTime,
		);
	}
	/** Takes the page in, or notes that it does not join. Throws an UnsettledListError when that never ends. */
	add(page) {
		const known = this.entries.length;
		const anchored = this.tail === void 0 || this.hasAnchor(page);
		if (anchored || this.isListBoundary(page)) {
			this.consecutiveGaps = 0;
			this.grow(page);
		} else if (page.entries.length === 0 && this.tail && this.direction === 'backward') {
			this.consecutiveGaps = 0;
			this.tail.place = page.offset - this.shift;
		} else {
			this.consecutiveGaps++;
		}
		if (!anchored && this.consecutiveGaps === 0) this.restarts++;
		this.pagesWithoutProgress = this.entries.length > known ? 0 : this.pagesWithoutProgress + 1;
		if (this.pagesWithoutProgress > MAX_PAGES_WITHOUT_PROGRESS || this.restarts > MAX_RESTARTS) {
			throw new UnsettledListError();
		}
	}
	hasAnchor({ entries }) {
		const { tail, places } = this;
		if (tail === void 0) return true;
		const { groupTime } = tail;
		return entries.some(
			({ key, time }) =>
				places.has(key) && (groupTime === void 0 || (time !== void 0 && time !== groupTime)),
		);
	}
	/** The list's own start (or end) needs no anchor. */
	isListBoundary({ offset: offset2, entries, end: end2 }) {
		return this.direction === 'forward' ? offset2 === 0 : end2 && entries.length > 0;
	}
	grow({ offset: offset2, entries, short, end: end2 }) {
		const forward = this.direction === 'forward';
		const rows = forward ? entries : [...entries].reverse();
		const placeOf = (index) => offset2 + (forward ? index : rows.length - 1 - index);
		this.followShift(rows, placeOf);
		const last = rows.at(-1);
		const lastIsNew = last !== void 0 && !this.places.has(last.key);
		rows.forEach((entry, index) => {
			if (!this.places.has(entry.key)) this.entries.push(entry);
			this.places.set(entry.key, placeOf(index) - this.shift);
		});
		if (lastIsNew) this.tail = tailOf(rows, placeOf(rows.length - 1) - this.shift);
		const stopsAtTail = last?.key === this.tail?.key;
		this.done = forward ? end2 || (short && stopsAtTail && !lastIsNew) : offset2 === 0;
	}
	/** The known row nearest to the tail shows how far the list has moved under it. */
	followShift(rows, placeOf) {
		for (let index = rows.length - 1; index >= 0; index--) {
			const place = this.places.get(rows[index].key);
			if (place === void 0) continue;
			const moved = placeOf(index) - place - this.shift;
			this.shift += moved;
			const away = this.direction === 'forward' ? -moved : moved;
			this.movedAway = Math.max(away, Math.floor(this.movedAway / 2));
			return;
		}
	}
};
function tailOf(rows, place) {
	const { key } = rows[rows.length - 1];
	let size = 0;
	let time;
	for (let index = rows.length - 1; index >= 0; index--, size++) {
		time ??= rows[index].time;
		if (rows[index].time !== void 0 && rows[index].time !== time) break;
	}
	if (size <= LARGE_GROUP * rows.length && size + 1 < rows.length) {
		return { key, place, groupTime: time, overlap: size + 1 };
	}
	return { key, place, overlap: 1 };
}

// nodes/PeopleLens/reader/seek.ts
var MAX_PROBES = 60;
async function seek(list, positionOf, from, guess) {
	let low = from;
	let high = Infinity;
	let stride = PAGE_LIMIT;
	let offset2 = guess !== void 0 && guess >= from ? guess : from + stride;
	for (let probe2 = 0; probe2 < MAX_PROBES; probe2++) {
		const page = await list.probe(offset2);
		const position = positionOf(page);
		if (position === 'here') return page;
		if (position === 'before') {
			low = offset2 + page.entries.length;
			stride *= 4;
			if (low >= high) {
				high = Infinity;
				stride = PAGE_LIMIT;
			}
		} else {
			high = offset2;
			if (high < low) low = 0;
		}
		if (high - low <= Math.max(0, list.pageLength - 2)) offset2 = Math.max(0, low - 1);
		else offset2 = Math.min(low + stride, Math.floor((low + high) / 2));
	}
	throw new UnsettledListError();
}
var ALMOST_A_PAGE = 0.9;
async function findLastPage(list, from) {
	const most = Math.floor(list.pageLength * ALMOST_A_PAGE);
	const guess = list.total === void 0 ? void 0 : list.total - most;
	const page = await seek(list, positionOfEnd, from, guess);
	const { offset: offset2, entries } = page;
	if (entries.length * 4 >= most * 3) return page;
	const longer = await list.probe(Math.max(0, offset2 + entries.length - most));
	const keys = new Set(longer.entries.map(({ key }) => key));
	return longer.short && entries.every(({ key }) => keys.has(key)) ? longer : page;
}
function positionOfEnd({ entries, end: end2 }) {
	if (entries.length === 0) return 'past';
	return end2 ? 'here' : 'before';
}

// nodes/PeopleLens/reader/selection.ts
var FEWEST_ROWS = 20;
function firstLimit({ limit, accept, until }) {
	if (accept !== void 0 || until !== void 0) return PAGE_LIMIT;
	return Math.min(PAGE_LIMIT, Math.max(limit, FEWEST_ROWS));
}
function withListOrder(selection, order) {
	if (Number.isFinite(selection.limit) || order === 'none' || order === 'unknown') return selection;
	return { ...selection, order };
}
function isWanted({ row, time }, { since = -Infinity, until = Infinity, accept }) {
	return (time === void 0 || (time > since && time <= until)) && (accept?.(row) ?? true);
}
var SelectionProgress = class {
	constructor(selection) {
		this.selection = selection;
	}
	selection;
	wanted = 0;
	examined = 0;
	isBeyond = false;
	/** @param entries what has been read so far: the same array each time, only longer */
	isSatisfied(entries) {
		const { order, since = -Infinity, until = Infinity, limit } = this.selection;
		for (; this.examined < entries.length; this.examined++) {
			const entry = entries[this.examined];
			if (entry.time === void 0) continue;
			if (isWanted(entry, this.selection)) this.wanted++;
			if (order === 'oldest' ? entry.time > until : entry.time <= since) this.isBeyond = true;
		}
		return this.isBeyond || this.wanted >= limit;
	}
};

// nodes/PeopleLens/reader/readFromWithin.ts
async function readFromWithin(list, first, selection, width) {
	const { order } = list;
	if (order !== 'newest' && order !== 'oldest') return void 0;
	const start = await findStart(list, first, selection).catch((error) => {
		if (error instanceof UnsettledListError) return void 0;
		throw error;
	});
	if (start === void 0) return void 0;
	const range2 = new ContiguousRange(order === selection.order ? 'forward' : 'backward');
	range2.add(start);
	const progress = new SelectionProgress(selection);
	const goal = {
		expectedRows: () => rowsToTheLimit(list, range2, selection),
		isReached: () => list.order !== order || progress.isSatisfied(range2.entries),
	};
	await grow(list, range2, goal, width);
	return list.order === order ? range2.entries : void 0;
}
async function findStart(list, first, { order, limit, until }) {
	const { length } = first.entries;
	const rows = list.total ?? Infinity;
	const tooNew = ({ time }) => time !== void 0 && until !== void 0 && time > until;
	if (list.order === order) {
		const outside = order === 'newest' && first.entries.every(tooNew);
		return outside && rows > length + 2 * PAGE_LIMIT
			? await seek(list, straddles(tooNew), length)
			: void 0;
	}
	if (order === 'newest' && first.entries.some(tooNew)) return first;
	if (!Number.isFinite(limit) || rows <= limit + 2 * PAGE_LIMIT) return void 0;
	return order === 'newest' && until !== void 0
		? await seek(
				list,
				straddles((entry) => !tooNew(entry)),
				length,
			)
		: await findLastPage(list, length);
}
function straddles(before) {
	return ({ entries, end: end2 }) => {
		const dated = entries.filter(({ time }) => time !== void 0);
		if (entries.length === 0 || (dated.length > 0 && !before(dated[0]))) return 'past';
		return end2 || !dated.every(before) ? 'here' : 'before';
	};
}

// nodes/PeopleLens/reader/read.ts
var SINCE_SLACK = 1e3;
var ONE_BY_ONE = () => 1;
async function readList2(list, selection, width = ONE_BY_ONE) {
	const { since = -Infinity, until = Infinity, limit } = selection;
	if (limit <= 0 || until <= since) return [];
	const wanted = (entry) => isWanted(entry, selection);
	const forward = new ContiguousRange('forward');
	if (limit === Infinity && since === -Infinity && until === Infinity) {
		const expectedRows = () => rowsToTheEnd(list, forward);
		await grow(list, forward, { expectedRows, isReached: () => false }, width);
		return forward.entries.filter(wanted);
	}
	const first = await list.page(0, firstLimit(selection));
	forward.add(first);
	const plan = withListOrder(selection, list.order);
	const within = forward.done ? void 0 : await readFromWithin(list, first, plan, width);
	if (within !== void 0) return within.filter(wanted);
	const progress = new SelectionProgress(plan);
	const goal = {
		expectedRows: () => rowsToTheLimit(list, forward, plan),
		isReached: () => list.order === plan.order && progress.isSatisfied(forward.entries),
	};
	await grow(list, forward, goal, width);
	return forward.entries.filter(wanted);
}

// nodes/PeopleLens/poller/backlog.ts
var LONG_BY_TOTAL = 500;
var LONG_BY_READING = 2e3;
async function readBacklog(list, first, enough, isTimeShort = () => false) {
	const forward = new ContiguousRange('forward');
	forward.add(first);
	let mayJump = true;
	try {
		while (!forward.done) {
			if (list.order === 'oldest' && enough(forward.entries)) return oldestPart(forward);
			if (mayJump && list.order === 'newest' && (isLong(list, forward) || isTimeShort())) {
				const oldest = await readFromEnd(list, forward.entries.length, enough);
				if (oldest !== void 0) return oldest;
				mayJump = false;
			}
			forward.add(await list.page(forward.nextOffset(list.pageLength)));
		}
	} catch (failure) {
		return { ...oldestPart(forward, list.order === 'oldest'), failure };
	}
	return { entries: forward.entries, complete: true };
}
async function readFromEnd(list, from, enough) {
	const backward = new ContiguousRange('backward');
	try {
		backward.add(await findLastPage(list, from));
		while (!backward.done && list.order === 'newest') {
			if (enough(backward.entries)) return oldestPart(backward);
			backward.add(await list.page(backward.nextOffset(list.pageLength)));
		}
	} catch (failure) {
		if (failure instanceof UnsettledListError && backward.entries.length === 0) return void 0;
		return { ...oldestPart(backward, list.order === 'newest'), failure };
	}
	return list.order === 'newest' ? { entries: backward.entries, complete: true } : void 0;
}
function isLong({ total = 0 }, { entries }) {
	return total > LONG_BY_TOTAL || entries.length >= LONG_BY_READING;
}
function oldestPart({ entries }, inOrder = true) {
	return { entries: inOrder ? entries : [], complete: false };
}

// nodes/PeopleLens/poller/ledger.ts
var import_crypto = require('crypto');
var DIGEST_LENGTH = 10;
var MAX_SEEN = 4e3;
var MAX_AHEAD = 6e3;
var MAX_UNDATED = 4e3;
var Ledger = class {
	/**
	 * @param lowerBound the watermark, ms: what was created before it is final and never new again
	 * @param seen digest → created_at
	 * @param undated digests, the first delivered first
	 */
	constructor(lowerBound, seen = /* @__PURE__ */ new Map(), undated = /* @__PURE__ */ new Set()) {
		this.lowerBound = lowerBound;
		this.seen = seen;
		this.undated = undated;
	}
	lowerBound;
	seen;
	undated;
	get watermark() {
		return this.lowerBound;
	}
	/** For `encodeSeen`. */
	get times() {
		return this.seen;
	}
	get undatedDigests() {
		return [...this.undated];
	}
	isNew({ key, time }) {
		if (time === void 0) return !this.undated.has(digestOf(key));
		return time >= this.lowerBound && !this.seen.has(digestOf(key));
	}
	/** @returns how many rows are remembered of an instant (ms) */
	countByTime() {
		const counts = /* @__PURE__ */ new Map();
		for (const time of this.seen.values()) counts.set(time, (counts.get(time) ?? 0) + 1);
		return (time) => counts.get(time) ?? 0;
	}
	/**
	 * Notes what is delivered.
	 *
	 * @param present ms: rows dated later are ahead of the time
	 * @param alreadySeen what a complete reading has met again, itself not new: when the memory is full,
	 *   rows that the list no longer shows make room. Undefined: the reading was not complete
	 */
	add(batch, present, alreadySeen) {
		for (const { key, time } of batch) {
			if (time === void 0) this.undated.add(digestOf(key));
			else if (time >= this.lowerBound) this.seen.set(digestOf(key), time);
		}
		const ahead = [...this.seen].flatMap(([digest, time]) => (time > present ? [digest] : []));
		const excess = this.undated.size > MAX_UNDATED || ahead.length > MAX_AHEAD;
		if (!excess || alreadySeen === void 0) return;
		const kept = new Set([...alreadySeen, ...batch].map(({ key }) => digestOf(key)));
		forgetExcess(this.undated, [...this.undated], MAX_UNDATED, kept);
		forgetExcess(this.seen, ahead, MAX_AHEAD, kept);
	}
	/** How many rows more, dated ahead of `present` or not at all, can be remembered. */
	room(present, alreadySeen) {
		const times = alreadySeen?.map(({ time }) => time);
		const isAhead = (time = -Infinity) => time > present;
		const ahead = countOf(times ?? this.seen.values(), isAhead);
		const undated = times?.filter((time) => time === void 0).length ?? this.undated.size;
		return { ahead: MAX_AHEAD - ahead, undated: MAX_UNDATED - undated };
	}
	/** Forgets what was created before the new watermark. It never goes back by this. */
	advanceWatermark(watermark) {
		if (!(watermark > this.lowerBound)) return;
		this.lowerBound = Math.floor(watermark);
		for (const [digest, time] of this.seen) if (time < this.lowerBound) this.seen.delete(digest);
	}
	/** What was forgotten meanwhile is new again from there on. */
	rewindWatermark(watermark) {
		this.lowerBound = Math.floor(watermark);
	}
	/**
	 * Where more is remembered up to `present` than there is room for, moves the watermark to the
	 * lowest instant that leaves little enough, but never past `limit`.
	 *
	 * @returns whether it had to be moved
	 */
	fitIntoMemory(present, limit) {
		const times = [...this.seen.values()].filter((time) => time <= present);
		if (times.length <= MAX_SEEN) return false;
		times.sort((a, b2) => a - b2);
		const last = times[times.length - MAX_SEEN - 1];
		const next2 = times.find((time) => time > last) ?? last + 1;
		this.advanceWatermark(Math.min(next2, limit));
		return true;
	}
};
function forgetExcess(memory, digests, most, kept) {
	let excess = digests.length - most;
	for (const digest of digests) {
		if (excess <= 0) return;
		if (!kept.has(digest) && memory.delete(digest)) excess--;
	}
}
function countOf(values, holds) {
	let count = 0;
	for (const value of values) if (holds(value)) count++;
	return count;
}
var digestOf = (key) =>
	(0, import_crypto.createHash)('sha256').update(key).digest('base64url').slice(0, DIGEST_LENGTH);

// nodes/PeopleLens/poller/batch.ts
function takeBatch(newRows, limits) {
	const { accept, present } = limits;
	const room = { ...limits.room };
	const rows = [];
	const held = { ahead: 0, undated: 0 };
	let firstRemaining = Infinity;
	let accepted = 0;
	for (const instant of byInstant(newRows)) {
		const { time = Infinity } = instant[0];
		const kind = time === Infinity ? 'undated' : time > present ? 'ahead' : void 0;
		const { space, most } = boundsOf(instant, accepted, limits);
		let fits = kind === void 0 ? space : room[kind];
		for (const entry of instant) {
			if (accepted >= most) {
				firstRemaining = Math.min(firstRemaining, time);
			} else if (fits <= 0) {
				if (kind === void 0) firstRemaining = Math.min(firstRemaining, time);
				else held[kind]++;
			} else {
				rows.push(entry);
				fits--;
				if (kind !== void 0) room[kind]--;
				if (accept(entry.row)) accepted++;
			}
		}
	}
	return { rows, firstRemaining, held };
}
function boundsOf(instant, accepted, { maxEvents, countAt, isWhole }) {
	const { time } = instant[0];
	if (time === void 0) return { space: Infinity, most: Infinity };
	const known = countAt(time);
	if (known + instant.length <= MAX_SEEN) return { space: Infinity, most: maxEvents };
	if (isWhole(time) && accepted < maxEvents) return { space: Infinity, most: Infinity };
	return { space: MAX_SEEN - known, most: maxEvents };
}
function byInstant(sorted) {
	const instants = [];
	for (const entry of sorted) {
		const last = instants.at(-1);
		if (last !== void 0 && last[0].time === entry.time) last.push(entry);
		else instants.push([entry]);
	}
	return instants;
}

// nodes/PeopleLens/poller/batchProgress.ts
var MAX_ROWS2 = 1e4;
var BatchProgress = class {
	constructor(list, ledger, settings) {
		this.list = list;
		this.ledger = ledger;
		this.settings = settings;
	}
	list;
	ledger;
	settings;
	examined = 0;
	newRows = 0;
	accepted = 0;
	/** The time of the last rows, and how many of them there are. */
	instant;
	inInstant = 0;
	/** @param entries what has been read so far: the same array each time, only longer */
	isFull(entries) {
		for (; this.examined < entries.length; this.examined++) this.count(entries[this.examined]);
		if (this.inInstant > MAX_SEEN) return false;
		if (this.newRows >= MAX_ROWS2) return true;
		const withNextPage = this.accepted + this.list.pageLength;
		return this.accepted > 0 && withNextPage > this.settings.maxEvents;
	}
	count(entry) {
		const { accept = () => true } = this.settings;
		if (entry.time !== void 0) {
			this.inInstant = entry.time === this.instant ? this.inInstant + 1 : 1;
			this.instant = entry.time;
		}
		if (!this.ledger.isNew(entry)) return;
		this.newRows++;
		if (accept(entry.row)) this.accepted++;
	}
};

// nodes/PeopleLens/poller/errors.ts
var OutOfTimeError = class extends Error {
	constructor() {
		super('There was not enough time to read the audit log');
		this.name = 'OutOfTimeError';
	}
};

// nodes/PeopleLens/poller/clock.ts
var AGREEMENT = 5 * 6e4;
var SHARE_OF_TIME = 1 / 3;
var DAY = 24 * 60 * 6e4;
var DATE_STEP = 999;
var ReadingClock = class {
	/** @param deadline ms since the epoch by `clock`: no request is begun after it */
	constructor(clock3, deadline = Infinity) {
		this.clock = clock3;
		this.localTime = clock3.now();
		this.startTick = clock3.monotonic();
		this.deadlineTick = this.startTick + deadline - this.localTime;
	}
	clock;
	/** This machine's time when the reading began. */
	localTime;
	/** The server's time when the reading began: the first answer's `Date`, less what it took. */
	serverTime;
	startTick;
	deadlineTick;
	/** The latest `Date`, and how long after the beginning it came. */
	latest;
	isFirst = true;
	/** ms since the reading began. */
	get elapsed() {
		return Math.max(0, this.clock.monotonic() - this.startTick);
	}
	/** Whether so much of the time that was given is over that not all may be read. */
	get isShort() {
		return this.elapsed > (this.deadlineTick - this.startTick) * SHARE_OF_TIME;
	}
	/** The earlier of the two clocks. Without a `Date`, there is only this machine's. */
	get earliest() {
		return Math.min(this.localTime, this.serverTime ?? Infinity);
	}
	/**
	 * Up to when rows are taken for events of the present, where they have to be told from rows dated
	 * ahead: the later of the two clocks, unless the server's is ahead by more than a day.
	 */
	get present() {
		const { localTime, serverTime: serverTime2 = localTime } = this;
		return serverTime2 > localTime + DAY ? localTime : Math.max(localTime, serverTime2);
	}
	/** ms by which the two clocks differ; positive where this machine's is ahead. Undefined without a `Date`. */
	get skew() {
		return this.serverTime === void 0 ? void 0 : this.localTime - this.serverTime;
	}
	/** Whether there are two clocks, and they tell the same time: then it is the right one. */
	get clocksAgree() {
		return this.skew !== void 0 && Math.abs(this.skew) <= AGREEMENT;
	}
	/** Takes the time from the answers, and asks for none after the deadline. */
	watch(fetchPage) {
		return async (request) => {
			if (this.clock.monotonic() >= this.deadlineTick) throw new OutOfTimeError();
			const page = await fetchPage(request);
			const { serverTime: serverTime2 } = page;
			if (this.isFirst && serverTime2 !== void 0) this.serverTime = serverTime2 - this.elapsed;
			this.isFirst = false;
			if (serverTime2 !== void 0) this.latest = { date: serverTime2, after: this.elapsed };
			return page;
		};
	}
	/**
	 * About what the clock that dates the events showed when the reading began: an event's time, and
	 * what has passed since it was met, by the clock that says less. Where a `Date` is missing, then
	 * or now, only this machine's clock counts.
	 */
	estimateBy({ createdAt, localTime, serverTime: serverTime2 }) {
		const local = this.localTime - localTime;
		const { serverTime: serverNow } = this;
		const isMissing2 = serverTime2 === null || serverNow === void 0;
		const server = isMissing2 ? local : serverNow - serverTime2;
		return createdAt + Math.max(0, Math.min(local, server));
	}
	/**
	 * The newest event of all that is not dated ahead of either clock; or the one that was known, if
	 * the time that has passed since it was met says more, as while a backlog is worked off.
	 *
	 * @param known the one that was the newest before this reading
	 */
	newest(entries, known) {
		const createdAt = newestTime(entries, this.earliest);
		if (createdAt === -Infinity) return known;
		const outdone = known && known.createdAt + this.passedSince(known) + this.elapsed >= createdAt;
		if (outdone) return known;
		const localTime = this.clock.now();
		if (this.latest === void 0) return { createdAt, localTime, serverTime: null };
		const { date, after } = this.latest;
		const serverTime2 = Math.ceil(date + this.elapsed - after) + DATE_STEP;
		return { createdAt, localTime, serverTime: serverTime2 };
	}
	/**
	 * By all witnesses, in ms since the epoch.
	 *
	 * @param known the event that was the newest before this reading
	 * @param mayExtrapolate the newest event may lie well behind: nothing new has been met, or there is
	 *   more than what has been read
	 * @returns `startLowerBound`: what the clock that dates the events showed at least when the reading began;
	 *   `latest`: what most of them say it has shown since
	 */
	bounds(entries, known, mayExtrapolate) {
		const { earliest, present, elapsed } = this;
		const passed = known && mayExtrapolate ? this.passedSince(known) : 0;
		const byEvent = known === void 0 ? -Infinity : known.createdAt + passed;
		return {
			startLowerBound: Math.min(
				earliest,
				Math.max(newestTime(entries, earliest) - elapsed, byEvent),
			),
			latest: Math.min(present, Math.max(newestTime(entries, present) + 1, byEvent)),
		};
	}
	/** ms that have passed since an event was met, if two clocks agree: one alone may have been set. */
	passedSince({ localTime, serverTime: serverTime2 }) {
		if (serverTime2 === null || this.serverTime === void 0) return 0;
		const local = this.localTime - localTime;
		const server = this.serverTime - serverTime2;
		return Math.abs(local - server) > AGREEMENT ? 0 : Math.max(0, Math.min(local, server));
	}
};

// nodes/PeopleLens/poller/memory.ts
var MAX_LENGTH2 = 1e6;
var SEEN_ITEM = new RegExp(`^[\\w-]{${DIGEST_LENGTH}}[0-9a-z]{1,11}$`);
var UNDATED_ITEM = new RegExp(`^[\\w-]{${DIGEST_LENGTH}}$`);
function encodeSeen(watermark, times) {
	let before = watermark;
	return [...times]
		.sort(([, a], [, b2]) => a - b2)
		.map(([digest, time]) => {
			const item = `${digest}${(time - before).toString(36)}`;
			before = time;
			return item;
		})
		.join(' ');
}
function decodeSeen(watermark, seen) {
	const items = itemsOf(seen, SEEN_ITEM);
	if (items === void 0) return void 0;
	let time = watermark;
	return new Map(
		items.map((item) => {
			time += parseInt(item.slice(DIGEST_LENGTH), 36);
			return [item.slice(0, DIGEST_LENGTH), time];
		}),
	);
}
var encodeUndated = (digests) => digests.join(' ');
function decodeUndated(undated) {
	const items = itemsOf(undated, UNDATED_ITEM);
	return items && new Set(items);
}
function itemsOf(text, pattern) {
	if (typeof text !== 'string' || text.length > MAX_LENGTH2) return void 0;
	const items = text === '' ? [] : text.split(' ');
	return items.every((item) => pattern.test(item)) ? items : void 0;
}

// nodes/PeopleLens/poller/warnings.ts
var SILENCE2 = 24 * 60 * 6e4;
function warningsOf(findings) {
	const { watermarkAhead, clockSkew, overlapLeft, held } = findings;
	const warnings = [];
	if (watermarkAhead !== void 0) warnings.push({ kind: 'watermark', ahead: watermarkAhead });
	if (clockSkew !== void 0) warnings.push({ kind: 'clocks', skew: clockSkew });
	if (overlapLeft !== void 0) warnings.push({ kind: 'overlap', left: overlapLeft });
	if (held.ahead > 0) warnings.push({ kind: 'ahead', held: held.ahead });
	if (held.undated > 0) warnings.push({ kind: 'undated', held: held.undated });
	return warnings;
}
function dueWarnings(warnings, warned, now2) {
	return warnings.filter(({ kind }) => {
		const last = warned[kind];
		return last === void 0 || now2 < last || now2 - last >= SILENCE2;
	});
}
function withWarned(warned, told, now2) {
	if (told.length === 0) return warned;
	const kinds = told.map(({ kind }) => [kind, now2]);
	return { ...warned, ...Object.fromEntries(kinds) };
}

// nodes/PeopleLens/poller/window.ts
async function openWindow(fetchPage, state, settings, time) {
	const fetchInTime = time.watch(fetchPage);
	const ledger = restore(state);
	const list = new PagedList(fetchInTime, state.watermark - SINCE_SLACK, state.maxPageLength);
	const first = await list.page(0);
	const from = startOfWindow(state, time, settings);
	if (from === state.watermark) return { list, first, ledger };
	if (from < state.watermark) ledger.rewindWatermark(from);
	else ledger.advanceWatermark(from);
	if (from > state.watermark && first.end) return { list, first, ledger };
	const moved = new PagedList(fetchInTime, from - SINCE_SLACK, list.maxLength);
	return { list: moved, first: await moved.page(0), ledger };
}
function isCrowded(entries, watermark) {
	const from = watermark - SINCE_SLACK;
	const before = entries.filter(({ time = Infinity }) => time >= from && time < watermark);
	return before.length > MAX_SEEN;
}
function restore({ watermark, seen, undated }) {
	return new Ledger(watermark, decodeSeen(watermark, seen), decodeUndated(undated));
}
function startOfWindow({ watermark, notBefore, newest }, time, { overlap, ignoreOlderThan = 0 }) {
	const { earliest } = time;
	const lastEvent = newest?.createdAt ?? -Infinity;
	const standsAlone = time.skew === void 0 && lastEvent <= earliest;
	if (watermark > Math.max(time.present, notBefore) && (time.clocksAgree || standsAlone)) {
		const from = standsAlone && newest !== null ? lastEvent : earliest;
		return Math.floor(Math.max(notBefore, from - overlap));
	}
	if (ignoreOlderThan <= 0) return watermark;
	const byEvent = newest === null ? Infinity : time.estimateBy(newest);
	return Math.max(watermark, Math.floor(Math.min(earliest, byEvent) - ignoreOlderThan));
}

// nodes/PeopleLens/poller/poll.ts
var SMALL_WINDOW = 50;
async function poll(fetchPage, state, settings, clock3) {
	const { overlap, maxEvents, accept = () => true } = settings;
	const time = new ReadingClock(clock3, settings.deadline);
	const { list, first, ledger } = await openWindow(fetchPage, state, settings, time);
	const wentBack = ledger.watermark < state.watermark;
	const progress = new BatchProgress(list, ledger, settings);
	const backlog = await readBacklog(
		list,
		first,
		(read) => progress.isFull(read),
		() => time.isShort,
	);
	const { entries, complete, failure } = backlog;
	const newRows = entries.filter((entry) => ledger.isNew(entry)).sort(compareByCreatedAt);
	const unseen = new Set(newRows);
	const alreadySeen = complete ? entries.filter((entry) => !unseen.has(entry)) : void 0;
	const { present } = time;
	const taken = takeBatch(newRows, {
		maxEvents,
		accept,
		present,
		room: ledger.room(present, alreadySeen),
		countAt: ledger.countByTime(),
		isWhole: (instant) => complete || newestTime(entries) > instant,
	});
	const { rows: batch, firstRemaining, held } = taken;
	if (failure !== void 0 && batch.length === 0) throw failure;
	const known = (!wentBack && state.newest) || void 0;
	const safeUntil = Math.min(firstRemaining, complete ? Infinity : newestTime(entries));
	const met = [...first.entries, ...entries];
	const mayExtrapolate = newRows.length === 0 || safeUntil < Infinity;
	const { startLowerBound, latest: latest2 } = time.bounds(met, known, mayExtrapolate);
	ledger.add(batch, present, alreadySeen);
	ledger.advanceWatermark(Math.min(safeUntil, startLowerBound - overlap));
	const isMemoryFull = ledger.fitIntoMemory(present, Math.min(safeUntil, latest2));
	if (isCrowded(entries, ledger.watermark)) {
		ledger.advanceWatermark(Math.min(safeUntil, latest2, ledger.watermark + SINCE_SLACK + 1));
	}
	const left = Math.max(0, startLowerBound - ledger.watermark);
	const found = warningsOf({
		watermarkAhead: wentBack ? state.watermark - present : void 0,
		clockSkew: time.clocksAgree ? void 0 : time.skew,
		overlapLeft: isMemoryFull && left < overlap ? left : void 0,
		held,
	});
	const warnings = dueWarnings(found, state.warned, time.localTime);
	const outcome = {
		events: batch.map(({ row }) => row).filter(accept),
		complete: complete && firstRemaining === Infinity,
		failure,
		warnings,
	};
	const newest = time.newest(met, known);
	const isSmall = list.requests === 1 && entries.length <= SMALL_WINDOW;
	const isSame = ledger.watermark === state.watermark && newest === known;
	const isQuiet = newRows.length === 0 && list.maxLength === state.maxPageLength;
	if (isQuiet && (isSmall || isSame) && !wentBack && warnings.length === 0) {
		return { ...outcome, state };
	}
	return {
		...outcome,
		state: {
			...state,
			...stored(ledger),
			revision: state.revision + 1,
			newest: newest ?? null,
			maxPageLength: list.maxLength,
			warned: withWarned(state.warned, warnings, time.localTime),
		},
	};
}
function stored(ledger) {
	const { watermark, times, undatedDigests } = ledger;
	return {
		watermark,
		seen: encodeSeen(watermark, times),
		undated: encodeUndated(undatedDigests),
	};
}

// nodes/PeopleLens/trigger/stateStore.ts
var import_cloneDeep = __toESM(require_cloneDeep());

// nodes/PeopleLens/poller/state.ts
var import_isEqual = __toESM(require_isEqual());
var STATE_VERSION = 2;
var LAST_TIME = 253402300799999;
function parseState(stored2, tenant) {
	if (stored2 === void 0 || stored2 === null) return { kind: 'none' };
	const fields = typeof stored2 === 'object' ? stored2 : {};
	if (typeof fields.tenant === 'string' && fields.tenant !== tenant) {
		return { kind: 'otherTenant', tenant: fields.tenant };
	}
	const isNewer = Number(fields.version) > STATE_VERSION;
	if (!isTime(fields.watermark)) return { kind: 'unreadable', isNewer };
	const state = readFields(fields, tenant, fields.watermark);
	const names = Object.keys(state);
	const isWhole = names.every((name) => (0, import_isEqual.default)(state[name], fields[name]));
	return isWhole ? { kind: 'state', state } : { kind: 'unreadable', isNewer, state };
}
function readFields(fields, tenant, watermark) {
	const { revision, notBefore, newest, seen, undated, maxPageLength, warned } = fields;
	const isKnown = fields.version === STATE_VERSION;
	return {
		...emptyState(tenant, watermark, isCount2(maxPageLength) ? maxPageLength : 0),
		revision: isCount2(revision) ? revision : 0,
		notBefore: isTime(notBefore) ? notBefore : 0,
		newest: isNewestEvent(newest) ? { ...newest } : null,
		seen: isKnown && decodeSeen(watermark, seen) ? String(seen) : '',
		undated: isKnown && decodeUndated(undated) ? String(undated) : '',
		warned: isWarned(warned) ? { ...warned } : {},
	};
}
function emptyState(tenant, watermark, maxPageLength) {
	return {
		version: STATE_VERSION,
		revision: 0,
		tenant,
		watermark,
		notBefore: 0,
		newest: null,
		seen: '',
		undated: '',
		maxPageLength,
		warned: {},
	};
}
function isCount2(value) {
	return Number.isSafeInteger(value) && Number(value) >= 0;
}
function isTime(value) {
	return Number.isSafeInteger(value) && Math.abs(Number(value)) <= LAST_TIME;
}
function isNewestEvent(value) {
	if (typeof value !== 'object' || value === null) return false;
	const { createdAt, localTime, serverTime: serverTime2 } = value;
	return isTime(createdAt) && isTime(localTime) && (serverTime2 === null || isTime(serverTime2));
}
function isWarned(value) {
	return typeof value === 'object' && value !== null && Object.values(value).every(isTime);
}

// nodes/PeopleLens/trigger/stateStore.ts
var NODE_KEY = 'peopleLensTrigger';
var workflowKey = (nodeId) => `${NODE_KEY}:${nodeId}`;
var activationKey = (nodeId) => `${workflowKey(nodeId)}:activatedAt`;
function loadState(stores, tenant) {
	const { own, other } = copiesIn(stores, tenant);
	const [ownState, otherState] = [stateOf(own), stateOf(other)];
	if (own && other && ownState && otherState) {
		const leftBehind = own.nodeName === stores.nodeName && other.nodeName !== stores.nodeName;
		const isLater = otherState.revision > ownState.revision;
		return { state: leftBehind && isLater ? otherState : ownState };
	}
	const state = ownState ?? otherState;
	if (state !== void 0) return { state };
	const [trouble] = [own, other].flatMap((copy) => {
		const stored2 = copy?.stored;
		return stored2 === void 0 || stored2.kind === 'none' || stored2.kind === 'state'
			? []
			: [stored2];
	});
	return trouble?.kind === 'unreadable' ? { state: trouble.state, trouble } : { trouble };
}
function commitState(stores, before, after) {
	if (loadState(stores, after.tenant).state?.revision !== before?.revision) return false;
	const { node, workflow, nodeId, nodeName } = stores;
	const key = workflowKey(nodeId);
	const { own, other } = copiesIn(stores, after.tenant);
	for (const copy2 of [other, own]) {
		if (copy2?.stored.kind === 'unreadable' && copy2.stored.isNewer) {
			workflow[`${key}:newer`] = (0, import_cloneDeep.default)(copy2.state);
		}
	}
	const onlyCopy =
		stateOf(own) === void 0 && stateOf(other) !== void 0 && other?.nodeName === nodeName;
	const copy = { nodeName, state: after };
	if (!onlyCopy) workflow[key] = [copy, ...othersIn(workflow[key], stores)];
	node[NODE_KEY] = [copy, ...othersIn(node[NODE_KEY], stores)];
	return true;
}
function copiesIn({ node, workflow, ...stores }, tenant) {
	const own = ownCopy(node[NODE_KEY], stores, tenant);
	return { own, other: ownCopy(workflow[workflowKey(stores.nodeId)], stores, tenant) };
}
function ownCopy(kept, names, tenant) {
	const copies = parseCopies(kept)
		.filter(({ nodeName }) => !isOtherNode(nodeName, names))
		.map((copy) => ({ ...copy, stored: parseState(copy.state, tenant) }));
	const revision = (copy) => stateOf(copy)?.revision ?? -1;
	const [latest2] = copies.sort((a, b2) => revision(b2) - revision(a));
	return copies.find(({ nodeName }) => nodeName === names.nodeName) ?? latest2;
}
function othersIn(kept, names) {
	return (0, import_cloneDeep.default)(
		parseCopies(kept).filter(({ nodeName }) => isOtherNode(nodeName, names)),
	);
}
var isOtherNode = (name, { nodeName, hasNode }) => name !== nodeName && hasNode(name);
function parseCopies(kept) {
	if (kept === void 0 || kept === null) return [];
	const items = Array.isArray(kept) ? kept : [kept];
	return items.map((item) => {
		const { nodeName, state } = item ?? {};
		const isCopy = typeof nodeName === 'string' && state !== void 0;
		return isCopy ? { nodeName, state } : { nodeName: '', state: item ?? false };
	});
}
var stateOf = (copy) => (copy?.stored.kind === 'state' ? copy.stored.state : void 0);
var ActivationTime = class {
	/** @param workflow `getWorkflowStaticData('global')` */
	constructor(workflow, nodeId) {
		this.workflow = workflow;
		this.key = activationKey(nodeId);
	}
	workflow;
	key;
	/** @returns undefined for anything that is not a time */
	get() {
		const kept = this.workflow[this.key];
		return typeof kept === 'number' && Number.isFinite(kept) ? kept : void 0;
	}
	set(time) {
		this.workflow[this.key] = time;
	}
	clear() {
		delete this.workflow[this.key];
	}
};

// nodes/PeopleLens/trigger/overlappingChecks.ts
var latest = /* @__PURE__ */ new Map();
var MAX_TRIGGERS = 1e4;
var clock = 0;
function beginCheck(node, isActivation = false) {
	if (isActivation) note(node);
	const began = ++clock;
	return {
		takeOutcome() {
			const isLate = [...namesOf(node)].some(
				([name, time]) => time > began && !isOtherNode(name, node),
			);
			if (!isLate) note(node);
			return !isLate;
		},
	};
}
function note(node) {
	const others = [...namesOf(node)].filter(([name]) => isOtherNode(name, node));
	latest.delete(keyOf2(node));
	latest.set(keyOf2(node), new Map([...others, [node.nodeName, ++clock]]));
	const [oldest] = latest.keys();
	if (latest.size > MAX_TRIGGERS) latest.delete(oldest);
}
var namesOf = (node) => latest.get(keyOf2(node)) ?? /* @__PURE__ */ new Map();
var keyOf2 = ({ workflowId, nodeId }) => [workflowId, nodeId].join(' ');

// nodes/PeopleLens/poller/baseline.ts
var LATELY = 24 * 60 * 6e4;
async function createBaseline(fetchPage, { tenant, overlap, deadline }, clock3) {
	const time = new ReadingClock(clock3, deadline);
	const fetchInTime = time.watch(fetchPage);
	let { maxLength } = await probe(fetchInTime);
	const read = async (since, limit, until) => {
		const list = new PagedList(fetchInTime, since, maxLength);
		const entries = await readList2(list, { order: 'newest', limit, until });
		maxLength = list.maxLength;
		return entries;
	};
	const { earliest, present } = time;
	let newest = newestTime(await read(earliest - LATELY, 1), earliest);
	if (newest === -Infinity) newest = newestTime(await read(void 0, 1), earliest);
	if (newest === -Infinity) newest = newestTime(await read(void 0, 1, earliest), earliest);
	let watermark = Math.max(0, Math.floor(newest - 2 * overlap));
	let past = await read(watermark - SINCE_SLACK, MAX_SEEN);
	let ahead = [];
	if (newestTime(past) > present) {
		past = await read(watermark - SINCE_SLACK, MAX_SEEN, present);
		ahead = await read(present, MAX_AHEAD);
	}
	const remembered = rememberable(past, MAX_SEEN + PAGE_LIMIT);
	if (past.length >= MAX_SEEN) {
		const known = oldestTime(remembered) + SINCE_SLACK + 1;
		watermark = Math.max(watermark, Math.min(known, newestTime(past) + 1));
	}
	const ledger = new Ledger(watermark);
	ledger.add(remembered, present);
	ledger.add(rememberable(ahead, MAX_AHEAD), present);
	ledger.advanceWatermark(time.bounds(past, void 0, false).startLowerBound - overlap);
	return {
		...emptyState(tenant, ledger.watermark, maxLength),
		newest: time.newest(past, void 0) ?? null,
		seen: encodeSeen(ledger.watermark, ledger.times),
		undated: encodeUndated(ledger.undatedDigests),
	};
}
async function startFromDate(fetchPage, date, { tenant, deadline }, clock3) {
	const time = new ReadingClock(clock3, deadline);
	const { maxLength } = await probe(time.watch(fetchPage));
	const watermark = Math.floor(date);
	return { ...emptyState(tenant, watermark, maxLength), notBefore: watermark };
}
async function probe(fetchPage) {
	const list = new PagedList(fetchPage);
	await list.page(0);
	return list;
}
function rememberable(entries, mostDated) {
	const dated = entries.filter(({ time }) => time !== void 0).sort(compareByCreatedAt);
	dated.reverse();
	const undated = entries.filter(({ time }) => time === void 0);
	return [...dated.slice(0, mostDated), ...undated.slice(0, MAX_UNDATED)];
}
function oldestTime(entries) {
	return entries.reduce((oldest, { time = Infinity }) => Math.min(oldest, time), Infinity);
}

// nodes/PeopleLens/trigger/systemClock.ts
var systemClock = {
	now: () => Date.now(),
	monotonic: () => performance.now(),
};

// nodes/PeopleLens/trigger/startState.ts
async function startState(
	context,
	fetchPage,
	{ startDate, overlap },
	{ isActivation, ...settings },
) {
	if (startDate !== void 0) {
		return await startFromDate(fetchPage, startDate, settings, systemClock);
	}
	const activation = new ActivationTime(
		context.getWorkflowStaticData('global'),
		context.getNode().id,
	);
	const activatedAt = isActivation && beginsAnew(context) ? void 0 : activation.get();
	if (activatedAt === void 0) activation.set(systemClock.now());
	const state =
		activatedAt === void 0
			? await startFromNow(fetchPage, overlap, settings)
			: await startFromThen(fetchPage, activatedAt, overlap, settings);
	activation.clear();
	return state;
}
var beginsAnew = (context) =>
	!['init', 'leadershipChange', 'update'].includes(context.getActivationMode());
var PROMPT = 1e3;
async function startFromNow(fetchPage, overlap, settings) {
	const began = { now: systemClock.now(), monotonic: systemClock.monotonic() };
	let waited;
	const watched = async (request) => {
		const page = await fetchPage(request);
		waited ??= systemClock.monotonic() - began.monotonic;
		return page;
	};
	const baseline = await createBaseline(watched, { ...settings, overlap }, systemClock);
	return (waited ?? 0) > PROMPT
		? await startFromThen(fetchPage, began.now, overlap, settings)
		: baseline;
}
async function startFromThen(fetchPage, activatedAt, overlap, settings) {
	const { serverTime: serverTime2 = Infinity } = await fetchPage({ limit: 1, offset: 0 });
	const ago = Math.max(0, systemClock.now() - activatedAt);
	const date = Math.min(activatedAt, systemClock.now(), serverTime2 - ago) - overlap;
	const state = await startFromDate(fetchPage, date, settings, systemClock);
	return { ...state, notBefore: 0 };
}

// nodes/PeopleLens/trigger/tenant.ts
var LOOPBACK2 = ['localhost', '[::1]'];
function tenantOf(baseUrl) {
	const { protocol, hostname, port } = new URL(baseUrl);
	const host = hostname.toLowerCase().replace(/\.$/, '');
	return `${protocol}//${LOOPBACK2.includes(host) ? '127.0.0.1' : host}${port && `:${port}`}`;
}

// nodes/PeopleLens/trigger/warningTexts.ts
var MINUTE = 6e4;
function warningText(warning, overlap) {
	switch (warning.kind) {
		case 'clocks': {
			const { skew } = warning;
			const place = skew > 0 ? 'ahead of' : 'behind';
			return `n8n's clock is ${duration(Math.abs(skew))} ${place} the time that PeopleLens states in its answers. No event is lost, but checks may read more than they need to. Check the clock of the machine that runs n8n, and that of whatever stands between n8n and PeopleLens.`;
		}
		case 'overlap':
			return `So many events have happened that not all of the last ${duration(overlap)} can be remembered. For now, an event is delivered if it appears in the PeopleLens log up to ${duration(warning.left)} late; one that appears later than that is missed. Checking more often or choosing a single action helps.`;
		case 'ahead':
			return `${warning.held} new events carry a date in the future, in addition to thousands that have been delivered. They are delivered as soon as that date has come, or when PeopleLens no longer lists the others.`;
		case 'undated':
			return `${warning.held} new events carry no date that can be read, in addition to thousands that have been delivered. They have to wait until PeopleLens no longer lists the others. All other events are delivered as usual.`;
		case 'watermark':
			return `The time up to which events count as delivered was ${duration(warning.ahead)} in the future: the clocks of PeopleLens and n8n must have been wrong. From now on new events are delivered again; some of the last minutes may come twice.`;
	}
}
function troubleText(trouble, tenant) {
	if (trouble.kind === 'otherTenant') {
		return `This trigger watched ${trouble.tenant}, and now begins anew at ${tenant}: as when it was activated for the first time, also if it had watched ${tenant} earlier.`;
	}
	const reason = trouble.isNewer
		? 'was written by a later version of n8n-nodes-peoplelens'
		: 'cannot be read';
	return trouble.state === void 0
		? `What this trigger remembers of earlier checks ${reason}, so it begins anew, as when it was activated for the first time. Events since the last check that worked may be missed.`
		: `What this trigger remembers of earlier checks ${reason}, except for the time up to which all events have been delivered. It goes on from there: no event is lost, but some of the last minutes before may come twice.`;
}
function duration(ms) {
	const minutes = ms / MINUTE;
	if (minutes < 120) return amount(minutes, 'minute');
	return minutes < 48 * 60 ? amount(minutes / 60, 'hour') : amount(minutes / (24 * 60), 'day');
}
function amount(count, unit) {
	const rounded = Math.round(count * 10) / 10;
	return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}

// nodes/PeopleLens/trigger/newEvents.ts
async function takeNewEvents(context, api, settings, { deadline, isActivation }) {
	const stores = storesOf(context);
	const check = beginCheck({ workflowId: context.getWorkflow().id, ...stores }, isActivation);
	const { baseUrl } = await connect(context);
	const tenant = tenantOf(baseUrl);
	const { state: before, trouble } = loadState(stores, tenant);
	const warn = (text) => context.logger.warn(text);
	if (before === void 0) {
		const fetchPage2 = async (page) => await listAuditLogs(api, page);
		const limits = { tenant, deadline, isActivation };
		const state = await startState(context, fetchPage2, settings, limits);
		const isKept = check.takeOutcome() && commitState(stores, before, state);
		if (isKept && trouble) warn(troubleText(trouble, tenant));
		return [];
	}
	const { action, filters } = settings;
	const fetchPage = async (page) => await listAuditLogs(api, { ...page, action });
	const accept = (log) => matchesFilters(log, filters);
	const outcome = await poll(fetchPage, before, { ...settings, accept, deadline }, systemClock);
	if (outcome.failure instanceof Error) {
		warn(`${outcome.failure.message} The next check takes the rest.`);
	}
	if (outcome.state === before && trouble === void 0) return [];
	const events = settings.includeActor
		? await withActors(context, api, outcome.events)
		: outcome.events;
	if (!check.takeOutcome() || !commitState(stores, before, outcome.state)) return [];
	if (trouble) warn(troubleText(trouble, tenant));
	for (const warning of outcome.warnings) warn(warningText(warning, settings.overlap));
	return events;
}
function storesOf(context) {
	const { id: nodeId, name: nodeName } = context.getNode();
	return {
		node: context.getWorkflowStaticData('node'),
		workflow: context.getWorkflowStaticData('global'),
		nodeId,
		nodeName,
		// n8n tells of the nodes behind another one only, and a trigger without any does nothing.
		hasNode: (name) => context.getChildNodes(name).length > 0,
	};
}
async function withActors(context, api, events) {
	return await addActors(api, events, createActorCache()).catch((thrown) => {
		context.logger.warn(`${thrown.message} The events are delivered without their actors.`);
		return events.map((event) => ({ ...event, actor: null }));
	});
}

// nodes/PeopleLens/parameters/choice.ts
function requireBoolean(source, value, displayName) {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	throw invalidParameter(
		source,
		`'${displayName}' is neither on nor off`,
		`Switch it by hand, or check that the expression in '${displayName}' gives true or false.`,
	);
}
function requireChoice(source, value, displayName, choices) {
	const choice = choices.find((candidate) => candidate === value);
	if (choice !== void 0) return choice;
	throw invalidParameter(
		source,
		`'${displayName}' is none of its choices`,
		`Choose from the list, or check that the expression in '${displayName}' gives one of ${choices.join(', ')}.`,
	);
}
function optionOr(options, name, otherwise, read) {
	return isAdded(options, name) ? read(options[name]) : otherwise;
}

// nodes/PeopleLens/parameters/date.ts
var BEGINS_WITH_A_DATE = /^\d{4}-(\d\d|W\d\d|\d{3})|^\d{8}T\d/i;
var LONGEST5 = 100;
function toInstant(value, timezone) {
	const date = toDateTime(value, timezone);
	return date?.isValid ? date.toMillis() : void 0;
}
function toDateTime(value, zone) {
	if (DateTime.isDateTime(value)) return value;
	if (value instanceof Date) return DateTime.fromJSDate(value);
	if (typeof value !== 'string') return void 0;
	const text = value.trim();
	if (text.length > LONGEST5 || !BEGINS_WITH_A_DATE.test(text)) return void 0;
	const iso = DateTime.fromISO(text, { zone });
	return iso.isValid ? iso : DateTime.fromSQL(text, { zone });
}
function optionalDate(source, value, displayName) {
	if (value === '') return void 0;
	if (isMissing(value)) throw foundNothing(source, displayName);
	const instant = toInstant(value, source.context.getTimezone());
	if (instant !== void 0) return instant;
	throw invalidParameter(
		source,
		`'${String(value).slice(0, LONGEST5)}' in '${displayName}' is not a date`,
		'Pick one from the calendar, or use a form such as 2026-03-01T09:00:00 (in the time zone of the workflow) or 2026-03-01T09:00:00Z.',
	);
}

// nodes/PeopleLens/parameters/number.ts
function requireNumber(
	source,
	value,
	displayName,
	{ min, max, fractions = false, example, otherwise = 'remove the option' },
) {
	const number = toNumber(value);
	const isUsable2 =
		number !== void 0 && number >= min && number <= max && (fractions || Number.isInteger(number));
	if (isUsable2) return number;
	const kind = fractions ? 'a number' : 'a whole number';
	throw invalidParameter(
		source,
		`'${displayName}' is not ${kind} ${range(min, max)}`,
		`Enter a number such as ${inWords2(example)}, or ${otherwise}.`,
	);
}
function toNumber(value) {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string' || value.length > 20) return void 0;
	return /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : void 0;
}
var BEYOND_USE = 1e6;
var range = (min, max) =>
	max < BEYOND_USE ? `from ${inWords2(min)} to ${inWords2(max)}` : `of at least ${inWords2(min)}`;
var inWords2 = (number) => number.toLocaleString('en-US');

// nodes/PeopleLens/trigger/settings.ts
var MINUTE2 = 6e4;
var HOUR = 60 * MINUTE2;
async function readSettings(context, api) {
	const source = { context };
	const chosen = context.getNodeParameter('filters', {});
	const options = context.getNodeParameter('options', {});
	const number = (name, displayName, range2) =>
		optionOr(options, name, range2.example, (value) =>
			requireNumber(source, value, displayName, range2),
		);
	const settings = {
		startDate: readStartDate(context),
		maxEvents: number('maxEvents', 'Maximum Events per Check', {
			min: 1,
			max: 1e4,
			example: 1e3,
		}),
		overlap:
			number('overlapMinutes', 'Overlap (Minutes)', {
				min: 1,
				max: 60,
				fractions: true,
				example: 5,
			}) * MINUTE2,
		ignoreOlderThan:
			number('ignoreOlderThanHours', 'Ignore Older Than (Hours)', {
				min: 0,
				max: 87600,
				fractions: true,
				example: 0,
			}) * HOUR,
		includeActor: optionOr(options, 'includeActor', false, (value) =>
			requireBoolean(source, value, 'Include Actor'),
		),
		testEvents: number('testEvents', 'Number of Test Events', { min: 1, max: 100, example: 3 }),
	};
	const actions = context.getNodeParameter('actions', []);
	return { ...settings, ...(await readAuditLogFilters(source, api, actions, chosen)) };
}
function readStartDate(context) {
	const startFrom = context.getNodeParameter('startFrom', 'now');
	if (requireChoice({ context }, startFrom, 'Start From', ['now', 'date']) === 'now') {
		return void 0;
	}
	const value = context.getNodeParameter('startDate', '');
	const date = optionalDate({ context }, value, 'Start Date');
	if (date !== void 0) return date;
	throw invalidParameter(
		{ context },
		"'Start Date' is empty",
		"Pick a date, or set 'Start From' to Now.",
	);
}

// nodes/PeopleLens/trigger/pollAuditLog.ts
async function checkForEvents(context, api, deadline) {
	const isActivation = isActivationCheck(context);
	const attempt2 = async () => {
		const settings = await readSettings(context, api);
		return await takeNewEvents(context, api, settings, { deadline, isActivation });
	};
	return await attempt2().catch((thrown) => {
		if (!isActivation || refusesActivation(context, thrown)) {
			throw asNodeError(context, thrown);
		}
		context.logger.warn(`${thrown.message} The next check tries again: no event is lost.`);
		return [];
	});
}
function asNodeError(context, thrown) {
	if (thrown instanceof import_n8n_workflow10.NodeApiError) return thrown;
	const failure = { cause: 'temporarily-unavailable' };
	return new import_n8n_workflow10.NodeOperationError(context.getNode(), thrown, { failure });
}

// test/model/explore.ts
var import_crypto2 = require('crypto');

// test/model/runCheck.ts
var import_n8n_workflow11 = require('n8n-workflow');

// test/support/node.ts
var import_node_path = require('node:path');
var import_promises = require('node:timers/promises');
var nodeProcess = process;
var IS_FULL = process.env.FULL === '1';
var repositoryRoot = (0, import_node_path.resolve)(__dirname, '../..');

// test/reader/simulation/list.ts
var PLAIN = {
	order: 'newest',
	sinceInclusive: false,
	pageCap: 100,
	total: 'right',
};
var SimulatedList = class {
	constructor(behaviour) {
		this.behaviour = behaviour;
	}
	behaviour;
	/** Sorted as the API lists them. */
	visible = [];
	since;
	get events() {
		return this.visible;
	}
	add(event) {
		this.visible.splice(
			firstIndex(this.visible, (other) => this.compare(event, other) < 0),
			0,
			event,
		);
		this.since = void 0;
	}
	remove(gone) {
		if (gone.size > 0) this.visible = this.visible.filter((event) => !gone.has(event));
		this.since = void 0;
	}
	/** A server that sorts by time alone answers equal times in any order. */
	shuffleTies(random) {
		const { visible } = this;
		for (let index = 1; index < visible.length; index++) {
			if (visible[index].at !== visible[index - 1].at || random() < 0.5) continue;
			[visible[index - 1], visible[index]] = [visible[index], visible[index - 1]];
		}
		this.since = void 0;
	}
	/** `chance`: 0 to 1, for a total that is just any number. */
	answer({ since, limit, offset: offset2 }, chance = 0.5) {
		const events = this.createdAfter(since);
		const { maxOffset = Infinity } = this.behaviour;
		const most = maxOffset === 'end' ? events.length : maxOffset;
		if (offset2 > 0 && (offset2 > most || !Number.isInteger(offset2))) {
			return { rows: [], refused: new Error(`The service refuses the offset ${offset2}`) };
		}
		const rows = events
			.slice(offset2, offset2 + Math.min(limit, this.behaviour.pageCap))
			.map(({ row }) => row);
		switch (this.behaviour.total) {
			case 'right':
				return { rows, total: events.length };
			case 'unfiltered':
				return { rows, total: this.visible.length + 1e3 };
			case 'random':
				return { rows, total: Math.floor(chance * (2 * events.length + 5)) };
			case 'too large':
				return { rows, total: 2147483647 };
			case 'endless':
				return { rows, total: 1e308 };
			case 'fraction':
				return { rows, total: events.length + 0.5 };
			case 'text':
				return { rows, total: String(events.length) };
			default:
				return { rows };
		}
	}
	createdAfter(since) {
		if (since === void 0) return this.visible;
		if (this.since?.from === since) return this.since.events;
		const from = Date.parse(since);
		const { order, sinceInclusive } = this.behaviour;
		const after = ({ at }) => at > from || (sinceInclusive && at === from);
		let events;
		if (order === 'arbitrary') events = this.visible.filter(after);
		else if (order === 'oldest') events = this.visible.slice(firstIndex(this.visible, after));
		else
			events = this.visible.slice(
				0,
				firstIndex(this.visible, (event) => !after(event)),
			);
		this.since = { from: since, events };
		return events;
	}
	compare(a, b2) {
		const { order } = this.behaviour;
		if (order === 'arbitrary' || a.at === b2.at) return a.rank - b2.rank || a.number - b2.number;
		return order === 'oldest' ? a.at - b2.at : b2.at - a.at;
	}
};
function firstIndex(sorted, holds) {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(sorted[middle])) high = middle;
		else low = middle + 1;
	}
	return low;
}

// test/model/server.ts
var LATENCY = 400;
var ACTIONS = ['CANDIDATE_DELETED', 'USER_LOGIN'];
var NARROW = { api: 'CANDIDATE_DELETED', local: 'candidate_deleted' };
var actionOf = (number) => ACTIONS[number % 2 === 1 ? 0 : 1];
function answer(world, { elsewhere }, request, behaviour, isFirst) {
	const list = new SimulatedList(behaviour);
	const { action, ...page } = request;
	for (const event of elsewhere ? [] : world.events) {
		if (event.removed || (action && action !== actionOf(event.number))) continue;
		const { number, at } = event;
		list.add({
			number,
			at,
			rank: number,
			row: { ...rowOf(event), action: '', details: { number } },
		});
	}
	const { rows, total } = list.answer(page);
	const serverTime2 = world.now;
	if (isFirst) world.now += LATENCY;
	return {
		now: world.now,
		page: {
			rows: rows.map(({ details }) => details.number),
			...(typeof total === 'number' && { total }),
			serverTime: serverTime2,
		},
	};
}
function bodyOf({ rows, total }, events) {
	const data = rows.map((number) => rowOf(events[number - 1]));
	return { data, ...(total !== void 0 && { pagination: { total } }) };
}
function rowOf({ number, at }) {
	return {
		id: `event-${number}`,
		action: actionOf(number),
		entity_type: 'candidate',
		details: { number },
		created_at: new Date(at).toISOString(),
	};
}

// test/model/world.ts
var NOTHING = {
	events: 0,
	late: 0,
	checks: 0,
	faults: 0,
	crashes: 0,
	renames: 0,
	filters: 0,
	activations: 0,
	tooLate: 0,
	removed: 0,
	killsBetweenWrites: 0,
	writtenBack: 0,
	moves: 0,
	destroyed: 0,
	damaged: 0,
	outages: 0,
};
var BEGINNING = Date.parse('2026-03-01T10:00:00.000Z');
var NODE_ID = 'trigger-node';
function beginning(left) {
	return {
		now: BEGINNING,
		events: [],
		delivered: {},
		start: 'none',
		database: { blob: { nodes: {}, global: {} } },
		process: { workflows: [], checks: [] },
		interrupted: false,
		left,
	};
}
var copyOf = (value) => (value === void 0 ? value : JSON.parse(JSON.stringify(value)));
function keyOf3(world) {
	const { now: now2, ...rest2 } = world;
	return JSON.stringify(rest2, (_key, value) => {
		if (typeof value === 'number' && value > 1e12) return `now${value - now2}`;
		return typeof value === 'string' && ISO.test(value) ? `now${Date.parse(value) - now2}` : value;
	});
}
var ISO = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

// test/model/runCheck.ts
var BUDGET = { long: 3e5, short: 36e3 };
var clock2 = { now: 0 };
Object.assign(systemClock, { now: () => clock2.now, monotonic: () => clock2.now });
var runs = 0;
async function advance(trigger, check, live, events, next2, isDurable) {
	const past = { ...copyOf(check.began), onChange: () => void 0 };
	let data = next2 === void 0 ? live : past;
	let isBetween = false;
	let usedBetween = false;
	const open = (part) =>
		viewOf(
			() => {
				usedBetween ||= isBetween;
				return data[part];
			},
			() => data.onChange(),
		);
	const waiting = [];
	const api = createApi(events, waiting);
	const workflowId = `run-${++runs}`;
	const context = createContext(check, workflowId, open('node'), open('workflow'), isDurable);
	if (check.kind === 'regular' && !isDurable) isActivationCheck(context);
	clock2.now = check.began.now;
	const { nodeName } = check.published;
	let probe2 = beginCheck(nodeCalled(nodeName, workflowId));
	let outcome;
	const deadline =
		clock2.now + 0.9 * (isDurable && check.kind === 'regular' ? BUDGET.short : BUDGET.long);
	trigger(context, api, deadline).then(
		(found) => (outcome = { events: found.map(({ details }) => numberIn(details)) }),
		(thrown) => (outcome = { thrown }),
	);
	await (0, import_promises.setImmediate)();
	for (const name of check.overtakenBy) beginCheck(nodeCalled(name, workflowId)).takeOutcome();
	if (next2 !== void 0) probe2 = beginCheck(nodeCalled(nodeName, workflowId));
	isBetween = true;
	for (const earlier of check.answers) {
		clock2.now = earlier.now;
		waiting.shift()?.settle(earlier);
		await (0, import_promises.setImmediate)();
	}
	isBetween = false;
	if (usedBetween)
		throw new Error('The model expects checks to use their memory only at both ends');
	if (next2 !== void 0) {
		data = live;
		clock2.now = next2.now;
		waiting.shift()?.settle(next2);
		await (0, import_promises.setImmediate)();
	}
	const requests = waiting.map(({ request }) => request);
	return { requests, outcome, tookOutcome: !probe2.takeOutcome() };
}
var nodeCalled = (nodeName, workflowId) => ({
	workflowId,
	nodeId: NODE_ID,
	nodeName,
	hasNode: (name) => name === nodeName,
});
var numberIn = (details) => details.number;
function createApi(events, waiting) {
	const refuse = () => {
		throw new Error('Nothing is refused here');
	};
	return {
		send: async ({ query, read }) =>
			await new Promise((resolve2, reject) => {
				const settle = ({ page }) => {
					const result = page && read(bodyOf(page, events), 200);
					if (result === void 0) reject(unavailable2());
					else resolve2({ result, serverTime: page?.serverTime });
				};
				waiting.push({ request: query, settle });
			}),
		refuse,
		reject: refuse,
	};
}
var unavailable2 = () =>
	new import_n8n_workflow11.NodeApiError(
		{},
		{ message: 'PeopleLens is not available' },
		{ httpCode: '503' },
	);
function viewOf(target, onChange) {
	return new Proxy(
		{},
		{
			get: (_, key) => Reflect.get(target(), key),
			has: (_, key) => Reflect.has(target(), key),
			ownKeys: () => Reflect.ownKeys(target()),
			getOwnPropertyDescriptor: (_, key) => {
				const descriptor = Reflect.getOwnPropertyDescriptor(target(), key);
				return descriptor && { ...descriptor, configurable: true };
			},
			set: (_, key, value) => {
				onChange();
				return Reflect.set(target(), key, value);
			},
			deleteProperty: (_, key) => {
				onChange();
				return Reflect.deleteProperty(target(), key);
			},
		},
	);
}
function createContext({ kind, mode, published }, workflowId, node, workflow, isDurable) {
	const { nodeName, narrow, elsewhere } = published;
	const parameters = {
		actions: narrow ? [NARROW.api] : [],
		options: { overlapMinutes: 1, maxEvents: 2 },
	};
	const context = {
		getMode: () => 'trigger',
		getActivationMode: () => mode,
		getPollBudgetMs: () => (isDurable && kind === 'regular' ? BUDGET.short : BUDGET.long),
		getNodeParameter: (name, fallback) => parameters[name] ?? fallback,
		getNode: () => ({ id: NODE_ID, name: nodeName }),
		getWorkflow: () => ({ id: workflowId }),
		getWorkflowStaticData: (type) => (type === 'node' ? node : workflow),
		getChildNodes: (name) => (name === nodeName ? [{ name: 'Next' }] : []),
		getCredentials: async () => ({
			baseUrl: `https://${elsewhere ? 'other' : 'acme'}.peoplelensai.com`,
			apiKey: 'dummy',
		}),
		logger: { warn: () => void 0 },
	};
	return context;
}

// test/model/schedulers.ts
var import_isEqual2 = __toESM(require_isEqual());
var dataOf = (process2, { workflow, published }) =>
	(process2.workflows[workflow].data.nodes[published.nodeName] ??= {});
function liveWorkflow(process2, check, node) {
	const workflow = process2.workflows[check.workflow];
	return {
		node,
		workflow: workflow.data.global,
		onChange: () => {
			workflow.changed = true;
		},
	};
}
function kill(world) {
	world.interrupted ||= world.process?.checks.some(({ kind }) => kind === 'regular') ?? false;
	world.process = void 0;
}
function saveWorkflow(world, check) {
	const workflow = world.process?.workflows[check.workflow];
	if (!workflow?.changed) return;
	world.database.blob = copyOf(workflow.data);
	workflow.changed = false;
}
function deliver(world, events) {
	for (const event of events) world.delivered[event] = (world.delivered[event] ?? 0) + 1;
}
function futures(world, ...ways) {
	return ways.flatMap((way) => {
		if (!way) return [];
		const copy = copyOf(world);
		way.change(copy);
		return [{ label: way.label, world: copy }];
	});
}
var legacy = (dropsSuperseded) => ({
	isDurable: false,
	begin(world, process2, check) {
		if (check.kind === 'activation') {
			process2.workflows.push({ data: copyOf(world.database.blob), changed: false });
		}
		const begun = {
			...check,
			workflow: process2.workflows.length - 1,
			began: { now: world.now, node: {}, workflow: {} },
		};
		begun.began.node = copyOf(dataOf(process2, begun));
		begun.began.workflow = copyOf(process2.workflows[begun.workflow].data.global);
		return begun;
	},
	liveData: (process2, check) => liveWorkflow(process2, check, dataOf(process2, check)),
	supersede(process2) {
		for (const check of process2.checks) check.isDropped ||= dropsSuperseded;
	},
	end(world, check, events) {
		if (check.isDropped) return [{ label: 'n8n drops its outcome', world }];
		if (!events?.length) {
			if (check.kind === 'activation') saveWorkflow(world, check);
			return [{ label: events ? 'it has nothing' : 'it fails', world }];
		}
		const mayDie = world.left.killsBetweenWrites > 0;
		const die = (change) => (copy) => {
			copy.left.killsBetweenWrites--;
			change(copy);
			kill(copy);
		};
		const label = `it delivers ${events.join()}`;
		return futures(
			world,
			{
				label,
				change: (copy) => {
					saveWorkflow(copy, check);
					deliver(copy, events);
				},
			},
			mayDie && {
				label: `${label}; n8n is killed between writing the execution and what the trigger remembers`,
				change: die((copy) => deliver(copy, events)),
			},
			mayDie && {
				label: `${label}; n8n is killed between writing what the trigger remembers and the execution`,
				change: die((copy) => saveWorkflow(copy, check)),
			},
		);
	},
});
var durable = {
	isDurable: true,
	begin(world, process2, check) {
		const { blob, cursor = {} } = world.database;
		process2.workflows.push({ data: copyOf(blob), changed: false });
		return {
			...check,
			workflow: process2.workflows.length - 1,
			node: { seed: copyOf(cursor), staged: copyOf(cursor) },
			began: { now: world.now, node: copyOf(cursor), workflow: copyOf(blob.global) },
		};
	},
	liveData: (process2, check) => liveWorkflow(process2, check, check.node?.staged ?? {}),
	/** A check that runs goes on and counts. */
	supersede: () => void 0,
	end(world, check, events) {
		if (check.isDropped) return [{ label: 'n8n has given it up', world }];
		const isChanged = !(0, import_isEqual2.default)(check.node?.seed, check.node?.staged);
		const saveCursor = (copy) => {
			if (isChanged) copy.database.cursor = copyOf(check.node?.staged);
		};
		if (!events?.length) {
			if (check.kind === 'activation') saveWorkflow(world, check);
			else if (events) saveCursor(world);
			return [{ label: events ? 'it has nothing' : 'it fails', world }];
		}
		const transaction = (copy) => {
			saveCursor(copy);
			deliver(copy, events);
		};
		const mayDie = world.left.crashes > 0;
		const die = (change) => (copy) => {
			copy.left.crashes--;
			change(copy);
			kill(copy);
		};
		const label = `it delivers ${events.join()}`;
		return futures(
			world,
			{
				label,
				change: (copy) => {
					transaction(copy);
					saveWorkflow(copy, check);
				},
			},
			mayDie && {
				label: `${label}; n8n is killed before it has saved the workflow's data`,
				change: die(transaction),
			},
			mayDie && {
				label: `it would deliver ${events.join()}; n8n is killed when only the workflow's data are saved`,
				change: die((copy) => saveWorkflow(copy, check)),
			},
		);
	},
};
var newCheck = (kind, mode, published) => ({
	kind,
	mode,
	published: { ...published },
	answers: [],
	requests: [],
	overtakenBy: [],
	isDropped: false,
});

// test/model/model.ts
var FIRST = { nodeName: 'A', narrow: false, elsewhere: false };
var INTERVAL = 6e4;
async function begin(model, world, kind, mode) {
	const { process: process2, published } = world;
	if (!process2 || !published) throw new Error('n8n is down, or nothing is published');
	const check = model.scheduler.begin(world, process2, newCheck(kind, mode, published));
	process2.checks.push(check);
	return await goOn(model, world, check, void 0);
}
async function answerCheck(model, world, check, fails = false) {
	const [request] = check.requests;
	const isFirst = check.answers.length === 0;
	return await goOn(
		model,
		world,
		check,
		fails ? { now: world.now } : answer(world, check.published, request, model.server, isFirst),
	);
}
async function goOn(model, world, check, next2) {
	const process2 = world.process;
	const { scheduler, trigger } = model;
	const live = scheduler.liveData(process2, check);
	const progress = await advance(trigger, check, live, world.events, next2, scheduler.isDurable);
	if (next2) check.answers.push(next2);
	check.requests = progress.requests;
	if (progress.tookOutcome) {
		for (const other of process2.checks) {
			const { nodeName } = check.published;
			if (other !== check && !other.overtakenBy.includes(nodeName))
				other.overtakenBy.push(nodeName);
		}
	}
	if (progress.outcome === void 0) return [{ label: '', world }];
	return end(model, world, check, progress);
}
function end({ scheduler }, world, check, progress) {
	const process2 = world.process;
	process2.checks.splice(process2.checks.indexOf(check), 1);
	const outcome = progress.outcome;
	if (check.kind === 'activation' && 'thrown' in outcome) throw outcome.thrown;
	const events = 'events' in outcome ? outcome.events : void 0;
	if (check.kind === 'activation' && !check.isDropped) world.start = 'over';
	const endings = scheduler.end(world, check, events);
	for (const ending of endings) forgetUnused(ending.world, scheduler);
	return endings;
}
function forgetUnused({ process: process2 }, { isDurable }) {
	if (!process2) return;
	const used = new Set(process2.checks.map(({ workflow }) => workflow));
	if (!isDurable) used.add(process2.workflows.length - 1);
	const kept = [...used].sort((a, b2) => a - b2);
	process2.workflows = kept.map((place) => process2.workflows[place]);
	for (const check of process2.checks) check.workflow = kept.indexOf(check.workflow);
}
async function watching(model, left) {
	const world = { ...beginning(left), published: FIRST, start: 'begun' };
	return await finish(model, world, 'activation', 'activate');
}
async function calmDown(model, world) {
	let calm = copyOf(world);
	calm.left = { ...calm.left, killsBetweenWrites: 0, crashes: 0 };
	calm.now += INTERVAL;
	if (!calm.process) {
		calm.process = { workflows: [], checks: [] };
		if (!model.scheduler.isDurable) calm = await finish(model, calm, 'activation', 'init');
	}
	for (let quiet = 0; quiet < 2;) {
		const before = Object.values(calm.delivered).join();
		calm.now += INTERVAL;
		calm = await finish(model, calm, 'regular', 'update');
		quiet = Object.values(calm.delivered).join() === before ? quiet + 1 : 0;
		if (Object.values(calm.delivered).some((times) => times > 3)) break;
	}
	return calm;
}
async function finish(model, world, kind, mode) {
	let [{ world: now2 }] = await begin(model, world, kind, mode);
	for (let check = now2.process?.checks[0]; check; check = now2.process?.checks[0]) {
		[{ world: now2 }] = await answerCheck(model, now2, check);
	}
	return now2;
}

// test/model/actions.ts
var OVERLAP3 = 6e4;
async function next(model, world) {
	const endings = [];
	for (const { label, run } of actionsIn(model, world)) {
		for (const ending of await run(copyOf(world))) {
			const words = ending.label ? `${label}: ${ending.label}` : label;
			endings.push({ label: words, world: ending.world });
		}
	}
	return endings;
}
function actionsIn(model, world) {
	const { process: process2, published, left } = world;
	return [
		...eventActions(world),
		...(process2 ? hostActions(model, world, process2) : restarts(model)),
		...(process2?.checks ?? []).flatMap((check, index) => checkActions(model, left, check, index)),
		...(published ? edits(model, world) : [firstActivation(model)]),
		...rerun(model, world),
		...damages(world),
	];
}
var plain = (run) => (world) => {
	run(world);
	return [{ label: '', world }];
};
function spend(world, what) {
	world.left[what]--;
}
function eventActions({ left, events, published }) {
	const appear = (late) =>
		plain((world) => {
			const number2 = world.events.length + 1;
			const isRefused = world.published?.narrow === true && number2 % 2 === 0;
			const due = { none: 'no', begun: 'open', over: isRefused ? 'open' : 'yes' };
			world.events.push({ number: number2, at: world.now - late, wanted: due[world.start] });
			spend(world, 'events');
		});
	const number = events.length + 1;
	const of = (what, run) => (world) => {
		spend(world, what);
		return run(world);
	};
	const unread = events.find(({ removed }) => !removed);
	return [
		...(left.events > 0 ? [{ label: `event ${number} appears`, run: appear(0) }] : []),
		...(left.events > 0 && left.late > 0
			? [
					{
						label: `event ${number} appears, late by all of the overlap`,
						run: of('late', appear(OVERLAP3)),
					},
				]
			: []),
		...(left.events > 0 && left.tooLate > 0 && published
			? [
					{
						label: `event ${number} appears, later than the overlap allows`,
						run: of('tooLate', appear(5 * OVERLAP3)),
					},
				]
			: []),
		...(unread && left.removed > 0
			? [
					{
						label: `PeopleLens removes event ${unread.number}`,
						run: of(
							'removed',
							plain((world) => (world.events[unread.number - 1].removed = true)),
						),
					},
				]
			: []),
	];
}
function hostActions(model, { published, left }, { checks }) {
	const running = checks.filter(({ isDropped }) => !isDropped);
	const activating = running.some(({ kind }) => kind === 'activation');
	const regular = running.filter(({ kind }) => kind === 'regular').length;
	const { isDurable } = model.scheduler;
	const mayOverlap = isDurable ? regular === 0 : regular < 2 && !activating;
	const check = (label, change = () => void 0) => ({
		label,
		run: async (world) => {
			spend(world, 'checks');
			change(world);
			return await begin(model, world, 'regular', isDurable ? 'update' : 'activate');
		},
	});
	return [
		...(published && left.checks > 0 && mayOverlap
			? [
					check(regular > 0 ? 'a second check begins' : 'a check begins', (world) => {
						if (!activating) world.now += INTERVAL;
					}),
				]
			: []),
		...(left.crashes > 0
			? [{ label: 'n8n is killed', run: plain((world) => (spend(world, 'crashes'), kill(world))) }]
			: []),
	];
}
function rerun(model, { process: process2, interrupted, left }) {
	if (!process2 || !interrupted || left.checks === 0) return [];
	return [
		{
			label: 'n8n runs the interrupted check again',
			run: async (world) => {
				spend(world, 'checks');
				world.interrupted = false;
				return await begin(model, world, 'regular', 'update');
			},
		},
	];
}
function restarts(model) {
	const start = (world) => {
		world.now += INTERVAL;
		world.process = { workflows: [], checks: [] };
	};
	const { isDurable } = model.scheduler;
	return [
		{
			label: 'n8n is started again',
			run: async (world) => {
				start(world);
				if (!world.published) return [{ label: '', world }];
				if (isDurable) return [{ label: '', world }];
				return await begin(model, world, 'activation', 'init');
			},
		},
	];
}
function checkActions(model, left, { kind, isDropped }, index) {
	const name = `${isDropped ? 'a dropped' : kind === 'activation' ? 'the activation' : 'a'} check ${index + 1}`;
	const inCopy = (world) => world.process.checks[index];
	return [
		{
			label: `${name} is answered`,
			run: async (world) => await answerCheck(model, world, inCopy(world)),
		},
		...(left.faults > 0
			? [
					{
						label: `${name} gets no answer`,
						run: async (world) => {
							spend(world, 'faults');
							if (world.start !== 'over' && world.left.outages === 0) allowOlder(world);
							return await answerCheck(model, world, inCopy(world), true);
						},
					},
				]
			: []),
		...(left.faults > 0 && model.scheduler.isDurable && kind === 'regular' && !isDropped
			? [
					{
						label: `${name} takes too long`,
						run: plain((world) => {
							spend(world, 'faults');
							inCopy(world).isDropped = true;
						}),
					},
				]
			: []),
	];
}
function allowOlder({ events, now: now2 }) {
	for (const event of events) {
		if (event.wanted === 'no' && event.at >= now2 - 2 * OVERLAP3) event.wanted = 'open';
	}
}
var firstActivation = (model) => ({
	label: 'the workflow is activated',
	run: async (world) => {
		if (!world.process) return [];
		world.published = FIRST;
		world.start = 'begun';
		return await begin(model, world, 'activation', 'activate');
	},
});
function edits(model, { process: process2, left, start }) {
	if (!process2 || start !== 'over' || process2.checks.some(({ kind }) => kind === 'activation'))
		return [];
	const edit = (label, what, change) =>
		left[what] === 0
			? []
			: [
					{
						label,
						run: async (world) => {
							spend(world, what);
							const published = world.published;
							change(published, world);
							const copy = copyOf(world);
							model.scheduler.supersede(world.process);
							const polled = await begin(model, world, 'activation', 'update');
							return model.scheduler.isDurable
								? [...polled, { label: 'without a check', world: copy }]
								: polled;
						},
					},
				];
	return [
		...edit('the node is renamed', 'renames', (published) => {
			published.nodeName = published.nodeName === 'A' ? 'B' : 'A';
		}),
		...edit('the filter is changed', 'filters', (published, world) => {
			published.narrow = !published.narrow;
			for (const event of world.events) {
				if (published.narrow && event.number % 2 === 0 && event.wanted === 'yes')
					event.wanted = 'open';
			}
		}),
		...edit('the workflow is published again', 'activations', () => void 0),
		...edit('the Base URL is changed', 'moves', (published) => {
			published.elsewhere = !published.elsewhere;
		}),
	];
}
function damages({ left, loaded, published }) {
	if (!published) return [];
	return [
		...(left.writtenBack > 0 && !loaded
			? [
					{
						label: 'an execution of the workflow begins that will write its static data',
						run: plain((world) => {
							spend(world, 'writtenBack');
							world.loaded = copyOf(world.database.blob);
						}),
					},
				]
			: []),
		...(loaded
			? [
					{
						label: 'that execution writes the static data back',
						run: plain((world) => {
							world.database.blob = copyOf(loaded);
							world.loaded = void 0;
						}),
					},
				]
			: []),
		...(left.damaged > 0
			? [
					{
						label: "part of what the trigger remembers is damaged in n8n's database",
						run: plain((world) => {
							spend(world, 'damaged');
							const text = JSON.stringify(world.database);
							world.database = JSON.parse(text.replaceAll(/"seen":"[^"]*"/g, '"seen":"?"'));
						}),
					},
				]
			: []),
		...(left.destroyed > 0
			? [
					{
						label: "what the trigger remembers is destroyed in n8n's database",
						run: plain((world) => {
							spend(world, 'destroyed');
							world.database = { blob: { nodes: {}, global: {} } };
						}),
					},
				]
			: []),
	];
}

// test/model/verdict.ts
function judge({ events, delivered }) {
	return events.flatMap(({ number, wanted }) => {
		const times = delivered[number] ?? 0;
		if (times > 1) return [{ violation: 'repeated', event: number }];
		if (times > 0 && wanted === 'no')
			return [{ violation: 'delivered, though older', event: number }];
		return [];
	});
}
var judgeInTheEnd = (world) => [
	...judge(world),
	...world.events
		.filter(({ number, wanted }) => wanted === 'yes' && !world.delivered[number])
		.map(({ number }) => ({ violation: 'missed', event: number })),
];

// test/model/explore.ts
async function explore(model, start, { stopAtFirst } = {}) {
	const started = performance.now();
	const visited = [{ parent: -1, label: '' }];
	const known = /* @__PURE__ */ new Set([hash(keyOf3(start))]);
	const ended = /* @__PURE__ */ new Set();
	const found = /* @__PURE__ */ new Map();
	let transitions = 0;
	let depth = 0;
	const note2 = (findings, place, after = []) => {
		for (const finding of findings) {
			if (found.has(finding.violation)) continue;
			found.set(finding.violation, { ...finding, trace: [...traceTo(visited, place), ...after] });
		}
	};
	let frontier = [{ place: 0, world: start }];
	for (; frontier.length > 0 && !(stopAtFirst && found.size > 0); depth++) {
		const deeper = [];
		for (const { place, world } of frontier) {
			for (const { label, world: after } of await next(model, world)) {
				transitions++;
				const key = hash(keyOf3(after));
				if (known.has(key)) continue;
				known.add(key);
				visited.push({ parent: place, label });
				const here = visited.length - 1;
				const findings = judge(after);
				note2(findings, here);
				if (findings.length > 0) continue;
				if (mayEnd(after) && isNew(ended, hash(keyOf3(withoutBounds(after))))) {
					const lost = judgeInTheEnd(await calmDown(model, after));
					note2(lost, here, ['all is calm']);
					if (lost.length > 0) continue;
				}
				deeper.push({ place: here, world: after });
			}
		}
		frontier = deeper;
	}
	return {
		states: known.size,
		transitions,
		depth: depth - 1,
		seconds: (performance.now() - started) / 1e3,
		endings: ended.size,
		found: [...found.values()],
	};
}
var mayEnd = ({ published, process: process2 }) => published !== void 0 && !process2?.checks.length;
var withoutBounds = (world) => ({
	...world,
	left: {},
	loaded: void 0,
});
function isNew(keys, key) {
	if (keys.has(key)) return false;
	keys.add(key);
	return true;
}
var hash = (text) =>
	(0, import_crypto2.createHash)('sha1').update(text).digest('base64').slice(0, 16);
function traceTo(visited, place) {
	const trace = [];
	for (let at = place; at > 0; at = visited[at].parent) trace.unshift(visited[at].label);
	return trace;
}

// test/model/try.ts
var b = { ...NOTHING, ...JSON.parse(process.argv[4] ?? '{}') };
var schedulers = { legacy: legacy(true), legacy1: legacy(false), durable };
void (async () => {
	const model = {
		trigger: checkForEvents,
		scheduler: schedulers[process.argv[2]],
		server: { ...PLAIN, pageCap: 2, ...JSON.parse(process.argv[5] ?? '{}') },
	};
	const r = await explore(
		model,
		process.argv[3] === 'start' ? beginning(b) : await watching(model, b),
		{},
	);
	console.log(process.argv.slice(2).join(' '), JSON.stringify(r, null, 1));
})();
