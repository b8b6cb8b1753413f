// Puts what draws on terminals into a few files, with the packages that it needs: Ink and what it stands on are some 500
// files, and Node takes longer to find and link them than to run them (docs/wizard.md). All else stays as tsc writes it.
// Run after tsc.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { build } from 'esbuild'
import { licences } from './licences.mjs'
import { patches } from './screen-patches.mjs'

const dist = resolve('dist') + sep
const changes = patches(resolve('node_modules').replaceAll(sep, '/'))
const screens = resolve('dist/cli/tui') + sep
/** How a file of ours that stays outside is named until the file that imports it has its place. */
const OWN = 'own:'

const { outputFiles, metafile } = await build({
  entryPoints: ['libraries', 'session', 'chat/start-chat', 'watch/start-watch', 'tune/start-tune-view'].map(
    (name) => `dist/cli/tui/${name}.js`,
  ),
  outdir: 'dist/cli/tui',
  outbase: 'dist/cli/tui',
  chunkNames: 'drawing-[hash]',
  write: false,
  metafile: true,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
  // React brings all of it twice, for development too; what can never run is left out.
  minifySyntax: true,
  // Half of it are blanks and comments, which are read at every start; names stay for those who report a defect.
  minifyWhitespace: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [{ name: 'screens', setup }],
  banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
})
changes.finish()
for (const { path, text } of outputFiles) {
  writeFileSync(path, placed(text, path))
  // It would name the lines of what tsc wrote.
  rmSync(`${path}.map`, { force: true })
}
writeFileSync('dist/cli/tui/THIRD_PARTY_LICENSES', licences(Object.keys(metafile.inputs)))

function setup({ onResolve, onLoad }) {
  // What is not of the screens is loaded once, by whoever asks first: in the bundle it would be there a second time.
  onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
    const file = resolve(resolveDir, path)
    const outside = file.startsWith(dist) && !file.startsWith(screens)
    return outside ? { path: OWN + file.slice(dist.length), external: true } : undefined
  })
  // Another copy of it would bring tables of its own.
  onResolve({ filter: /^string-width$/ }, () => ({ path: resolve('node_modules/string-width/index.js') }))
  onResolve({ filter: /^lp:/ }, ({ path }) => ({ path: resolve(screens, path.slice('lp:'.length)) }))
  onLoad({ filter: /node_modules.(?:@alcalzone|ink|slice-ansi|string-width|yoga-layout)./ }, ({ path }) => {
    const contents = changes.apply(path.replaceAll(sep, '/'), readFileSync(path, 'utf8'))
    return { contents, loader: 'js', resolveDir: dirname(path) }
  })
}

function placed(text, path) {
  const up = relative(dirname(path), dist).replaceAll(sep, '/')
  return text.replaceAll(`"${OWN}`, `"${up}/`)
}
