// Reads the header of a model file in a new process: the first time, and the median of later ones.
import { readGgufFile } from '../../dist/shared/node/read-gguf-file.js'
import { median } from './in-new-process.mjs'

const [, , file] = process.argv
const times = []
for (let i = 0; i < 12; i++) {
  const start = performance.now()
  // oxlint-disable-next-line no-await-in-loop -- timed one by one
  await readGgufFile(file)
  times.push(performance.now() - start)
}
const [cold, ...warm] = times
process.stdout.write(JSON.stringify({ cold, warm: median(warm) }))
