// Bundles the Action into one readable file. Run from the project's root: paths in the bundle are relative to it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build, transform } from 'esbuild'
import { licences } from '../.dev/licences.mjs'

const shim = './action/no-network.mjs'

/**
 * Profiles as data, a row a line. Of the hardware rows the keys stand once, and the sources of the numbers, which only
 * `lp-tui profiles` shows, stay out. Of measured speeds only those of decoding are compared with a base branch.
 */
function profiles() {
  const parsed = (value) => `/* @__PURE__ */ JSON.parse(String.raw\`${quotable(rowsOnLines(value))}\`)`
  const expanded = (name, value) =>
    `import { ${name} } from './action/expand-rows.mjs'\nexport default /* @__PURE__ */ ${name}(${parsed(value)}, '${ABSENT}')`
  return {
    name: 'profiles',
    setup({ onLoad }) {
      onLoad({ filter: /[/\\]profiles[/\\].*\.json$/ }, ({ path }) => {
        const value = asObject(JSON.parse(readFileSync(path, 'utf8')))
        if (/[/\\]models[/\\]/.test(path)) {
          const contents = expanded('expandRows', table(value.list.map(placeable)))
          return { contents, loader: 'js', resolveDir: process.cwd() }
        }
        if (Array.isArray(value.list)) return { contents: `export default ${parsed(value.list)}`, loader: 'js' }
        if (/[/\\]throughput[/\\]/.test(path))
          return { contents: `export default ${parsed(decodeOnly(value))}`, loader: 'js' }
        if (!Array.isArray(value.devices)) return { contents: `export default ${parsed(value)}`, loader: 'js' }
        const { devices, ...rest } = value
        const rows = devices.map(({ sources: _sources, match, ...row }) => ({ ...row, match: match.map(packed) }))
        return {
          contents: expanded('expandDevices', { ...rest, ...table(rows) }),
          loader: 'js',
          resolveDir: process.cwd(),
        }
      })
    },
  }
}

/** What a model's name and its tensors are found by; the rest is for people who look through the catalog. */
function placeable({ id, aliases, architecture, hparams, tensors }) {
  return { id, aliases, architecture, hparams, tensors }
}

/** Measured speeds of decoding, without what only explanations and ranges name: a report compares the speed itself. */
function decodeOnly(value) {
  if (value.constants) return { ...value, constants: { ...value.constants, prompt: {}, prompt_by_bandwidth: {} } }
  const column = (name) => {
    const at = value.columns.indexOf(name)
    if (at < 0) throw new Error(`measured.json has no column ${name}`)
    return at
  }
  const test = column('test')
  const unused = ['low', 'high', 'rows', 'build', 'source'].map(column)
  const { columns: _columns, models_columns: _models_columns, ...rest } = value
  const decoding = value.rows.filter((row) => row[test] === 'tg128')
  return { ...rest, sources: [''], rows: decoding.map((row) => unused.reduce((all, at) => all.with(at, 0), row)) }
}

const ABSENT = '-'
/** Rows as columns under keys that stand once; objects within a row as columns of their own: `cpu/name`. */
function table(list) {
  const rows = list.map(flat)
  const keys = [...new Set(rows.flatMap(Object.keys))]
  return { keys, rows: rows.map((row) => keys.map((key) => row[key] ?? (key in row ? null : ABSENT))) }
}

function flat(row) {
  const columns = ([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
      ? Object.entries(value).map(([inner, item]) => [`${key}/${inner}`, item])
      : [[key, value]]
  return Object.fromEntries(Object.entries(row).flatMap(columns))
}

/** Most rows are told by one group of words alone. */
function packed(one) {
  return Object.keys(one).length === 1 && one.words?.length === 1 ? one.words[0] : one
}

function asObject(value) {
  const { $schema: _schema, about: _about, ...rest } = value
  return Array.isArray(value) ? { list: value } : rest
}

/** Two levels of a value each on lines of their own. */
function rowsOnLines(value, depth = 0) {
  if (typeof value !== 'object' || value === null || depth === 2) return JSON.stringify(value)
  const list = Array.isArray(value)
  const items = Object.entries(value).map(
    ([key, item]) => (list ? '' : `${JSON.stringify(key)}:`) + rowsOnLines(item, depth + 1),
  )
  return list ? `[${items.join(',\n')}]` : `{${items.join(',\n')}}`
}

function quotable(text) {
  return text.replaceAll('`', '\\u0060').replaceAll('${', '$\\u007b')
}

/**
 * Libraries minified, as each is anyway on npm to read; without what the Action never calls: writing YAML, making JSON
 * Schemas. Their white space goes when all is joined: with it would go the comments that say what is pure, and all of
 * Zod would stay.
 */
function libraries() {
  return {
    name: 'libraries',
    setup({ onLoad }) {
      onLoad({ filter: NEVER_CALLED }, ({ path }) => {
        const names = readFileSync(path, 'utf8').matchAll(/^export (?:const|function\*?|class) (\w+)/gm)
        const listed = [...readFileSync(path, 'utf8').matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list]) =>
          list.split(',').map((name) => name.trim().split(' ').at(-1)),
        )
        const all = [...[...names].map(([, name]) => name), ...listed].filter((name) => name !== '')
        return {
          contents: `function refuse() { throw new Error('not part of this bundle') }\nexport { ${all.map((name) => `refuse as ${name}`).join(', ')} }`,
          loader: 'js',
        }
      })
      onLoad({ filter: /[/\\]node_modules[/\\].*\.m?js$/ }, async ({ path }) => {
        const { code } = await transform(readFileSync(path, 'utf8'), {
          minifySyntax: true,
          minifyIdentifiers: true,
          loader: 'js',
        })
        return { contents: code, loader: 'js' }
      })
    },
  }
}

const NEVER_CALLED = new RegExp(
  [
    String.raw`zod/v4/core/(to-json-schema|json-schema-processors|json-schema-generator)`,
    String.raw`yaml/browser/dist/stringify/(stringifyCollection|stringifyPair|stringifyDocument|stringifyString|stringify|foldFlowLines|stringifyComment)`,
    String.raw`yaml/browser/dist/parse/(cst-visit|cst-scalar|cst-stringify)`,
    // Types of YAML 1.1 alone; texts are read by the core schema.
    String.raw`yaml/browser/dist/schema/yaml-1\.1/(timestamp|set|pairs|omap|binary|int|float)`,
    // Summaries are written by our own module, which escapes.
    String.raw`@actions/core/lib/summary`,
  ]
    .map((path) => String.raw`[/\\]${path.replaceAll('/', String.raw`[/\\]`)}\.js$`)
    .join('|'),
)

/**
 * The project's own code indented by tabs, the libraries without white space, which doubles what they weigh and helps
 * nobody to read shortened names. To be sure that nothing but white space between tokens has changed, the text before
 * and the text after are compared without it.
 */
async function spaced(text) {
  const parts = text.split(/^(?=\/\/ \S+\.(?:m?js|tsx?|json)$)/m)
  const made = await Promise.all(
    parts.map((part) => (part.startsWith('// node_modules/') ? narrowed(part) : tabbed(part))),
  )
  const bare = async (code) => (await transform(code, { minifyWhitespace: true, format: 'esm', target: 'node20' })).code
  if ((await bare(made.join(''))) !== (await bare(text))) throw new Error('white space has changed the code')
  return made.join('')
}

/** A library's module in lines of about 120 signs, under the name of its file. */
async function narrowed(part) {
  const heading = part.slice(0, part.indexOf('\n') + 1)
  const options = { minifyWhitespace: true, lineLimit: 120, format: 'esm', target: 'node20', charset: 'utf8' }
  return heading + (await transform(part, options)).code
}

/** Lines that begin inside a template are left as they are. */
function tabbed(text) {
  let inside = false
  const lines = text.split('\n').map((line) => {
    const indented = inside ? line : line.replace(/^( {2})+/, (spaces) => '\t'.repeat(spaces.length / 2))
    if ((line.replaceAll('\\`', '').split('`').length - 1) % 2 === 1) inside = !inside
    return indented
  })
  return lines.join('\n')
}

rmSync('action/dist', { recursive: true, force: true })
const { outputFiles, metafile } = await build({
  write: false,
  metafile: true,
  entryPoints: ['action/main.ts'],
  outfile: 'action/dist/index.mjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // jsonc-parser's UMD build, which `main` alone would choose, cannot be bundled.
  mainFields: ['module', 'main'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  minifySyntax: true,
  alias: {
    '@actions/http-client': shim,
    '@actions/http-client/lib/auth': shim,
    '@actions/exec': shim,
    // The ES modules of the same code: what is not used stays out.
    yaml: './node_modules/yaml/browser/dist/index.js',
  },
  plugins: [profiles(), libraries()],
  banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
})
mkdirSync('action/dist')
writeFileSync('action/dist/index.mjs', await spaced(outputFiles[0].text))
writeFileSync('action/THIRD_PARTY_LICENSES', licences(Object.keys(metafile.inputs)))
