import { EXIT } from '../../shared/index.ts'
import { defineCommand } from '../command.ts'
import { OUTPUT_FLAGS, writeOutput } from '../inputs/output.ts'
import { seeMachine } from '../inputs/target.ts'
import { noWords } from '../inputs/verb.ts'
import { outJson, outLines } from '../io.ts'
import { snapshotLines } from '../present/snapshot-lines.ts'

export const detectCommand = defineCommand({
  name: 'lp-tui detect',
  summary: 'Sees this machine: GPUs and their memory, cores, SIMD, RAM, and the limits of a container.',
  usage: ['[--json] [--output FILE [--force]]'],
  flags: {
    json: { type: 'boolean', help: 'the snapshot as JSON on stdout' },
    ...OUTPUT_FLAGS,
    output: { type: 'string', value: 'FILE', help: 'save the snapshot: a target for --hardware on any machine' },
  },
  details: ['A probe that fails or hangs becomes a note in the snapshot; detection itself ends within 5 seconds.'],
  examples: ['lp-tui detect', 'lp-tui detect --output hw.json'],
  async run(io, { values, positionals }) {
    noWords(positionals)
    const snapshot = await seeMachine()
    if (values.output !== undefined) {
      await writeOutput(io, values.output, `${JSON.stringify(snapshot, null, 2)}\n`, values.force)
    }
    if (values.json) outJson(io, snapshot)
    else outLines(io, snapshotLines(snapshot))
    return EXIT.ok
  },
})
