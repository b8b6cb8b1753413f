import { EXIT } from '../../shared/errors.ts'
import type { HardwareSnapshot } from '../../shared/hardware/snapshot.ts'
import { explainHardware } from '../../shared/profile/detect-hardware.ts'
import { matchProfile } from '../../shared/profile/match-profile.ts'
import { measureBandwidth } from '../../shared/node/measure-bandwidth.ts'
import { nodeHost } from '../../shared/node/host.ts'
import { defineCommand } from '../command.ts'
import { OUTPUT_FLAGS, outputFile, writeOutput } from '../inputs/output.ts'
import { noWords } from '../inputs/verb.ts'
import { outJson, outLines } from '../io.ts'
import { explanationLines } from '../present/explanation-lines.ts'
import { snapshotLines } from '../present/snapshot-lines.ts'
import { systemInformation } from '../system.ts'

export const detectCommand = defineCommand({
  name: 'lp-tui detect',
  summary: 'Sees this machine: GPUs and their memory, cores, SIMD, RAM, and the limits of a container.',
  usage: ['[--explain] [--measure] [--json] [--output FILE [--force]]'],
  flags: {
    explain: { type: 'boolean', help: 'also what each probe said, what was believed, and why' },
    measure: { type: 'boolean', help: 'also test for a second how fast the memory is read' },
    json: { type: 'boolean', help: 'the snapshot as JSON on stdout' },
    ...OUTPUT_FLAGS,
    output: { type: 'string', value: 'FILE', help: 'save the snapshot: a target for --hardware on any machine' },
  },
  details: [
    'A probe that fails or hangs becomes a note in the snapshot; detection itself ends within 5 seconds.',
    'With --measure the figure is kept in the snapshot; plans use it where the data base knows no bandwidth.',
  ],
  examples: ['lp-tui detect', 'lp-tui detect --output hw.json', 'lp-tui detect --explain'],
  async run(io, { values, positionals }) {
    noWords(positionals)
    const { snapshot: seen, explanation } = await explainHardware(nodeHost(systemInformation()))
    const snapshot = values.measure === true ? await measured(seen) : seen
    const output = outputFile(values.output)
    if (output !== undefined) {
      await writeOutput(io, output, `${JSON.stringify(snapshot, null, 2)}\n`, values.force)
    }
    if (values.json || output !== values.output)
      outJson(io, values.explain === true ? { snapshot, explanation } : snapshot)
    else {
      outLines(io, snapshotLines(snapshot))
      if (values.explain === true) outLines(io, ['', ...explanationLines(explanation, matchProfile(snapshot))])
    }
    return EXIT.ok
  },
})

/** The snapshot with its memory's speed, tested with as many threads as the machine has cores for us. */
async function measured(snapshot: HardwareSnapshot): Promise<HardwareSnapshot> {
  const { physical_cores, affinity_cores, quota_cores } = snapshot.cpu
  const threads = Math.max(1, Math.min(physical_cores, affinity_cores ?? Infinity, Math.floor(quota_cores ?? Infinity)))
  return { ...snapshot, measured_bandwidth: await measureBandwidth(Math.min(threads, 256)) }
}
