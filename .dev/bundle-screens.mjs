// Puts what draws on terminals into a few files, with the packages that it needs: Ink and what it stands on are some 500
// files, and Node takes longer to find and link them than to run them (docs/wizard.md). All else stays as tsc writes it.
// Run after tsc.
import { writeFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { build } from 'esbuild'
import { licences } from './licences.mjs'

const dist = resolve('dist') + sep
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
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [{ name: 'own', setup: ownStaysOutside }],
  banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
})
for (const { path, text } of outputFiles) writeFileSync(path, placed(text, path))
writeFileSync('dist/cli/tui/THIRD_PARTY_LICENSES', licences(Object.keys(metafile.inputs)))

/** What is not of the screens is loaded once, by whoever asks first: in the bundle it would be there a second time. */
function ownStaysOutside({ onResolve, onLoad }) {
  onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
    const file = resolve(resolveDir, path)
    const outside = file.startsWith(dist) && !file.startsWith(screens)
    return outside ? { path: OWN + file.slice(dist.length), external: true } : undefined
  })
  // Ink's way to a debugger that no user of ours asks for.
  onLoad({ filter: /node_modules.ink.build.devtools\.js$/ }, () => ({ contents: '' }))
}

function placed(text, path) {
  const up = relative(dirname(path), dist).replaceAll(sep, '/')
  return text.replaceAll(`"${OWN}`, `"${up}/`)
}
