// Draws the pictures of docs/images. The wizard's are its own frames: the real program on a terminal in memory, with
// answers of a machine that is the same every time. The summary is the Markdown of a real check. Needs a built dist/ (npm run screens builds it).
import { mkdirSync, writeFileSync } from 'node:fs'
import { drawScreens } from './screens-draw.mjs'
import { drawSummary } from './summary-picture.mjs'

mkdirSync('docs/images', { recursive: true })
for (const [name, svg] of Object.entries({ ...drawSummary(), ...(await drawScreens()) })) {
  writeFileSync(`docs/images/${name}.svg`, svg)
  process.stdout.write(`docs/images/${name}.svg\n`)
}
