import type { Settings } from '../../shared/config/settings.ts'
import { EXIT, UserError } from '../../shared/errors.ts'
import { budgetLines } from '../../shared/estimate/budget.ts'
import { estimateMemory } from '../../shared/estimate/estimate-memory.ts'
import { extraMemory } from '../../shared/estimate/extras/extra-memory.ts'
import { perDevice, serverDevices } from '../../shared/estimate/overrides/server-devices.ts'
import { checkOverrides } from '../../shared/estimate/overrides/tensor-override.ts'
import { resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { estimateThroughput } from '../../shared/estimate/throughput/estimate-throughput.ts'
import type { HardwareSnapshot } from '../../shared/hardware/snapshot.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import { rpcServers } from '../../shared/profile/cluster.ts'
import type { Target } from '../../shared/profile/target.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import { PROGRAMS } from '../../shared/program.ts'
import { defineCommand } from '../command.ts'
import { oneOf } from '../inputs/choice.ts'
import { EXTRAS_FLAGS, extrasFrom } from '../inputs/extras-flags.ts'
import { loadModel, MODEL_FLAGS } from '../inputs/model.ts'
import { tokenCount, wholeNumber } from '../inputs/number.ts'
import { refusals } from '../inputs/refused-settings.ts'
import { SETTINGS_FLAGS, settingsFrom } from '../inputs/settings-flags.ts'
import { loadTarget, seeMachine } from '../inputs/target.ts'
import { noWords } from '../inputs/verb.ts'
import { outJson, outLines } from '../io.ts'
import { backendLines, extraLines } from '../present/extra-lines.ts'
import { memoryLines } from '../present/memory-lines.ts'
import { OP_OFFLOAD_LINE, speedLines, speedWhereItFits } from '../present/speed-lines.ts'
import { speedHere } from '../tuning/speed-here.ts'

export const estimateCommand = defineCommand({
  name: 'lp-tui estimate',
  summary: 'What a model needs with given settings: model, context and compute memory for every device and the host.',
  usage: ['(--model FILE|ID | --model-size 8B) [--precision NAME] [settings] [--hardware NAME] [--json]'],
  flags: {
    ...MODEL_FLAGS,
    precision: { type: 'string', value: 'NAME', help: 'of a catalog model; Q4_K_M when absent' },
    hardware: {
      type: 'string',
      value: 'NAME',
      help: 'compare with this target: auto, a profile id or a snapshot file',
    },
    devices: { type: 'string', value: 'N', help: 'GPUs, without --hardware; 1 when absent, 0 is CPU only' },
    program: { type: 'string', value: 'server|cli', help: 'what runs the model; server when absent' },
    ...SETTINGS_FLAGS,
    depth: { type: 'string', value: 'N', help: 'tokens in the context for which the speed is; 0 when absent' },
    ...EXTRAS_FLAGS,
    json: { type: 'boolean', help: 'bytes as JSON on stdout' },
  },
  details: [
    "A setting that is absent has llama.cpp's default: all layers on the GPU, one slot, the training length as context.",
    'The table is what llama.cpp counts itself; what comes beside it stands below, each with the flag that limits it.',
  ],
  examples: [
    'lp-tui estimate --model qwen3-8b --precision Q4_K_M --n-ctx 32768',
    'lp-tui estimate --model ./model.gguf --n-gpu-layers 20 --hardware nvidia_rtx_3080_10gb',
    'lp-tui estimate --model ./model.gguf --mmproj ./mmproj.gguf --spec-type draft-mtp',
  ],
  elsewhere: { config: 'lp-tui explain --config FILE shows what a config needs, term by term.' },
  async run(io, { values, positionals }) {
    noWords(positionals, 'model')
    const asked = settingsFrom(values)
    const program = values.program === undefined ? 'server' : oneOf('program', values.program, PROGRAMS)
    const devices = values.devices === undefined ? 1 : wholeNumber('devices', values.devices, 0, 16)
    if (values.devices !== undefined && values.hardware !== undefined) {
      throw new UserError('usage', '--devices counts GPUs without --hardware, which has its own; give one of them')
    }
    const depth = values.depth === undefined ? 0 : tokenCount('depth', values.depth, 0, 2 ** 31 - 1)
    const choice = await loadModel(values)
    const { target, snapshot } = await machineOf(values.hardware)
    const facts = choice.facts(values.precision ?? defaultPrecision(choice.precisions))
    const rpc_servers = target === undefined ? [] : rpcServers(target)
    const on = rpc_servers.length > 0 ? { ...asked, rpc_servers } : asked
    const of_servers = serverDevices(target?.devices ?? [])
    const settings = resolveSettings(on, readHparams(facts), program)
    checkOverrides(perDevice(settings, of_servers), target?.devices.length ?? devices)
    const memory = estimateMemory(facts, settings, {
      devices: target?.devices.length ?? devices,
      ...(target && { backend: target.backend, of_servers }),
    })
    const extras = extraMemory(facts, settings, target, {
      ...(await extrasFrom(values, facts)),
      devices: target?.devices.length ?? devices,
    })
    for (const sentence of refusals(facts, asked, program, target)) io.note(`warning: ${sentence}`)
    for (const sentence of idleSettings(asked, facts, memory.devices.length)) io.note(`note: ${sentence}`)
    const fits = target && budgetLines(memory, target).every(({ state }) => state !== 'over')
    const estimated = target && estimateThroughput(facts, { ...on, depth }, target)
    const speed = target && estimated && snapshot ? await speedHere(io, estimated, facts, target, snapshot) : estimated
    if (values.json) {
      outJson(io, {
        model: choice.id,
        precision: facts.precision,
        settings,
        memory,
        extras,
        ...(target && { target: target.id, fits, throughput: speed }),
      })
    } else {
      const own = backendLines(memory.backend_terms, target)
      outLines(io, [
        ...(choice.note === undefined ? [] : [choice.note]),
        `${facts.name} ${facts.precision}, context ${settings.n_ctx}${contextWords(asked)}`,
        '',
        ...memoryLines(memory, target),
        ...(own.length > 0 ? ['', ...own] : []),
        '',
        ...extraLines(extras, target),
        ...(speed ? ['', ...speedWhereItFits(speedLines(speed, facts, depth), fits !== false)] : []),
        ...(memory.backend_terms?.some(({ id }) => id === 'device.op_offload') ? [OP_OFFLOAD_LINE] : []),
      ])
    }
    return EXIT.ok
  },
})

/** What `--hardware` names; this machine with what was seen of it, since speeds may have been measured here. */
async function machineOf(name: string | undefined): Promise<{ target?: Target; snapshot?: HardwareSnapshot }> {
  if (name === undefined) return {}
  if (name !== 'auto') return { target: await loadTarget(name) }
  const snapshot = await seeMachine()
  return { target: targetFromSnapshot(snapshot), snapshot }
}

/** Nobody who leaves the context open expects the most that there is. */
function contextWords({ n_ctx = 0 }: Settings): string {
  return n_ctx > 0 ? '' : " (the training length, llama.cpp's default; --context N takes another)"
}

/** What is given and changes nothing here. */
function idleSettings({ n_cpu_moe = 0, tensor_split }: Settings, facts: ModelFacts, devices: number): string[] {
  const { n_expert } = readHparams(facts)
  return [
    ...(n_cpu_moe > 0 && n_expert === 0 ? [`--n-cpu-moe does nothing: ${facts.name} has no experts`] : []),
    ...(tensor_split !== undefined && devices < 2
      ? ['--tensor-split does nothing: there are no devices to share']
      : []),
  ]
}

/** What people mean who name no precision: the most used mix, or the only one that a file has. */
function defaultPrecision(precisions: readonly string[]): string {
  return precisions.includes('Q4_K_M') ? 'Q4_K_M' : (precisions[0] ?? '')
}
