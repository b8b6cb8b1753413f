// What the bundle of the screens changes in Ink and in what it stands on. A change that no longer finds its place stops
// the build: look whether it is still needed.

/** Texts that are kept; a screen has some hundred. */
const MOST_KEPT = 4000

const PATCHES = [
  {
    // Every text of a frame is measured two or three times; signs beyond ASCII take long, and the first of them very long:
    // those that the screens draw are known.
    file: 'string-width/index.js',
    changes: [
      [
        'const segmenter = new Intl.Segmenter();',
        'let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };',
      ],
      [
        'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
        'let emoji; const rgiEmojiRegex = { test: (text) => (emoji ??= /^\\p{RGI_Emoji}$/v).test(text) };',
      ],
      [
        'export default function stringWidth(input, options = {}) {',
        `import { columnsOfLine } from 'lp:terminal/joined-output.js';
const kept = new Map();
export default function stringWidth(input, options) {
	if (options !== undefined || typeof input !== 'string') return measured(input, options);
	let width = kept.get(input);
	if (width === undefined) {
		width = columnsOfLine(input) ?? measured(input);
		if (kept.size >= ${MOST_KEPT}) kept.clear();
		kept.set(input, width);
	}
	return width;
}
function measured(input, options = {}) {`,
      ],
    ],
  },
  {
    file: 'ink/build/output.js',
    changes: [
      [
        'export default class Output {',
        "import { joined } from 'lp:terminal/joined-output.js';\nexport default class Output {",
      ],
      [
        '    get() {\n',
        '    get() {\n        const quick = joined(this);\n        if (quick !== null) return quick;\n',
      ],
    ],
  },
  {
    file: 'slice-ansi/tokenize-ansi.js',
    changes: [
      [
        "const GRAPHEME_SEGMENTER = new Intl.Segmenter(undefined, {granularity: 'grapheme'});",
        'let made; const GRAPHEME_SEGMENTER = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };',
      ],
    ],
  },
  {
    file: '@alcalzone/ansi-tokenize/build/tokenize.js',
    changes: [
      [
        'const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });',
        'let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };',
      ],
    ],
  },
  // Ink keeps every text that it has ever measured or broken into lines: an answer that is streamed into a chat, anew
  // for each piece.
  {
    file: 'ink/build/measure-text.js',
    changes: [
      [
        '    cache.set(text, dimensions);',
        `    if (cache.size >= ${MOST_KEPT}) cache.clear();\n    cache.set(text, dimensions);`,
      ],
    ],
  },
  {
    file: 'ink/build/wrap-text.js',
    changes: [
      ['const cache = {};', 'let cache = {};\nlet kept = 0;'],
      [
        '    cache[cacheKey] = wrappedText;',
        `    if (++kept > ${MOST_KEPT}) {\n        cache = {};\n        kept = 1;\n    }\n    cache[cacheKey] = wrappedText;`,
      ],
    ],
  },
  {
    // It asks `fetch` for what it holds itself, and Node loads half a browser to answer.
    file: 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
    changes: [
      [
        'function ya(){return w||',
        'function ya(){if(ua(H))return Promise.resolve(Buffer.from(H.slice(37),"base64"));return w||',
      ],
    ],
  },
  // Its way to a debugger that no user of ours asks for.
  { file: 'ink/build/devtools.js', contents: '' },
]

/**
 * Files of packages as the bundle takes them; those that are not changed as they are.
 * @param {string} packages folder of the packages, with slashes
 */
export function patches(packages) {
  const left = new Map(PATCHES.map((patch) => [`${packages}/${patch.file}`, patch]))
  return {
    apply(path, text) {
      const patch = left.get(path)
      left.delete(path)
      if (patch === undefined) return text
      if (patch.contents !== undefined) return patch.contents
      return patch.changes.reduce((changed, [from, to]) => {
        if (changed.split(from).length !== 2) throw new Error(`${path} no longer holds what is to be changed: ${from}`)
        return changed.replace(from, () => to)
      }, text)
    },
    /** @throws when a file that is to be changed was not met */
    finish() {
      if (left.size > 0) throw new Error(`the screens no longer need ${[...left.keys()].join(', ')}`)
    },
  }
}
