// Draws the pictures of docs/images from the wizard's own frames: the real program on a terminal in memory, with
// answers of a machine that is the same every time. Needs a built dist/ (npm run screens builds it).
import { mkdirSync, writeFileSync } from 'node:fs'
import { drawScreens } from './screens-draw.mjs'

mkdirSync('docs/images', { recursive: true })
for (const [name, svg] of Object.entries(await drawScreens())) {
  writeFileSync(`docs/images/${name}.svg`, svg)
  process.stdout.write(`docs/images/${name}.svg\n`)
}
