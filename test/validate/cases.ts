import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import type { FindingArgs } from '../../shared/finding.ts'
import { catalogModel } from '../../shared/model/catalog/catalog.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import type { Target } from '../../shared/profile/target.ts'
import { GIB } from '../../shared/units.ts'
import { checkConfig } from '../../shared/validate/check-config.ts'
import { configContext } from '../../shared/validate/config-context.ts'
import type { FixProblem } from '../../shared/validate/rule.ts'
import { ruleOf } from '../../shared/validate/rules/index.ts'
import { targetContext } from '../../shared/validate/target-context.ts'

export const LLAMA_8B = catalogModel('llama-3.1-8b', 'Q4_K_M')

export type Machine = {
  readonly id?: string
  /** GiB of each GPU; null where unknown. */
  readonly vram?: readonly (number | null)[]
  readonly ram?: number
  readonly unified?: boolean
  readonly cpu?: Partial<Target['cpu']>
  readonly rest?: Partial<Target>
}

/** A target with round numbers: one 12 GiB CUDA card, 32 GiB of RAM, 8 equal cores. */
export function target({
  id = 'box',
  vram = [12],
  ram = 32,
  unified = false,
  cpu = {},
  rest = {},
}: Machine = {}): Target {
  const backend = vram.length === 0 ? 'cpu' : unified ? 'metal' : 'cuda'
  return {
    id,
    display_name: id,
    origin: 'profile',
    profile_id: id,
    backend,
    backends: backend === 'cpu' ? ['cpu'] : [backend, 'cpu'],
    devices: vram.map((gib, index) => ({
      name: `gpu ${index}`,
      backend,
      total_bytes: gib === null ? null : gib * GIB,
      usable: gib === null ? null : { bytes: gib * GIB, source: 'test' },
      bandwidth_gb_s: null,
      fp16_tflops: null,
    })),
    unified,
    host: {
      total_bytes: ram * GIB,
      usable: { bytes: ram * GIB, source: 'test' },
      bandwidth_gb_s: null,
      assumed: false,
    },
    cpu: {
      name: 'cpu',
      physical_cores: 8,
      performance_cores: 8,
      efficiency_cores: 0,
      usable_cores: 8,
      capabilities: [],
      assumed: false,
      ...cpu,
    },
    is_mobile: false,
    sustained_n_ubatch: null,
    notes: [],
    ...rest,
  }
}

/** A config's text, two spaces a level, one key a line. */
export function configText(
  settings: RuntimeConfig['settings'] = {},
  rest: Partial<Omit<RuntimeConfig, 'settings'>> = {},
): string {
  return `${JSON.stringify({ backend: 'cuda', model_path: 'model.gguf', settings, ...rest }, null, 2)}\n`
}

/** The 8B model with other GGUF keys. */
export function withHparams(hparams: ModelFacts['hparams'], facts: ModelFacts = LLAMA_8B): ModelFacts {
  return { ...facts, hparams: { ...facts.hparams, ...hparams } }
}

export type Checked = {
  readonly settings?: RuntimeConfig['settings']
  readonly rest?: Partial<Omit<RuntimeConfig, 'settings'>>
  /** One machine or several; none: the config alone. */
  readonly on?: readonly Machine[]
  /** Null: nothing is known of the model. */
  readonly facts?: ModelFacts | null
}

/** A finding as a person meets it: what it is about, the sentence with its numbers, and the fix. */
export type Told = {
  readonly rule: string
  readonly target?: string
  readonly at: string
  readonly args: FindingArgs
  readonly said: string
  /** `settings.n_ctx = 4096`. */
  readonly fix?: string
}

/** Findings of one rule (all rules where none is named) on a 4096-token config of the 8B model. */
export function told({ settings, rest, on = [{}], facts = LLAMA_8B }: Checked, only?: string): Told[] {
  const text = configText({ n_ctx: 4096, ...settings }, rest)
  const known = facts === null ? {} : { facts }
  const { findings } = checkConfig({ text, file: 'c.json', targets: on.map(target), ...known })
  return findings
    .filter(({ rule }) => only === undefined || rule === only)
    .map(({ rule, target: id, path, args, fix }) => ({
      rule,
      ...(id !== undefined && { target: id }),
      at: path.join('.'),
      args,
      said: ruleOf(rule)?.sentence(args) ?? '',
      ...(fix && { fix: `${fix.path.join('.')} = ${String(fix.value)}` }),
    }))
}

/** A finding to mend, as a rule's `fixes` sees it. */
export function problem(
  { settings, rest, on = [{}], facts = LLAMA_8B }: Checked,
  path: readonly string[] = [],
): FixProblem {
  const config: RuntimeConfig = {
    backend: 'cuda',
    model_path: 'model.gguf',
    settings: { n_ctx: 4096, ...settings },
    ...rest,
  }
  const context = configContext(config, facts ?? undefined)
  const targets = on.map((machine) => targetContext(context, target(machine)))
  return { ...context, hit: { path, args: {} }, targets }
}
