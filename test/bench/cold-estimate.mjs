// One estimate in a new process: of the model file and the settings given.
import { estimateMemory, readHparams, resolveSettings } from '../../dist/shared/index.js'
import { readGgufFile } from '../../dist/shared/node/read-gguf-file.js'

const [, , file, settings] = process.argv
const start = performance.now()
const facts = await readGgufFile(file)
const read = performance.now()
estimateMemory(facts, resolveSettings(JSON.parse(settings), readHparams(facts)), { devices: 1 })
const end = performance.now()
process.stdout.write(JSON.stringify({ estimate: end - read, both: end - start }))
