import type { FindingArgs, Severity } from '../../finding.ts'
import { FOREIGN_FORMATS } from './foreign-config.ts'

/** A rule's words, in the form of the rules in `validate/rules`. */
export type ForeignRule = {
  readonly id: string
  readonly scope: 'document'
  readonly title: string
  readonly severity: Severity
  readonly why: string
  readonly remedy: string
  readonly sentence: (args: FindingArgs) => string
}

const SYNTAX: Readonly<Record<string, string>> = {
  quote_not_closed: 'a quote opens here and does not close',
  no_ini: 'this line is neither a section, nor a key with a value, nor a comment',
  no_yaml: 'this is not valid YAML',
  several_documents: 'a second YAML document starts here',
  no_instruction: 'a line starts with an instruction such as FROM or PARAMETER',
  no_server: 'nothing in it starts llama-server',
  no_config: `this is no runtime config, for backend, model_path and settings are not in it. ${readable()}`,
  unknown_format: `nothing in this file tells which program it is for. ${readable()}; one before the name says it, as in shell=NAME`,
}

function readable(): string {
  return `Formats that are read: runtime-config, model-set, ${FOREIGN_FORMATS.join(', ')}`
}

const syntax: ForeignRule = {
  id: 'LP008',
  scope: 'document',
  title: 'Not readable as its format',
  severity: 'error',
  why: 'A file that cannot be read cannot be judged, and the program that it is for may refuse it too.',
  remedy: 'Mend the text at the place that is shown, or name the format that the file has.',
  sentence: (args) => `Not judged: ${SYNTAX[text(args, 'problem')] ?? 'this cannot be read'}.`,
}

const atRunTime: ForeignRule = {
  id: 'LP009',
  scope: 'document',
  title: 'Known only when it runs',
  severity: 'error',
  why: 'The value comes from a variable, a command or another file, so nobody can say from this file whether the config fits.',
  remedy: 'Write the value in the file, or give the variable a default in it.',
  sentence: (args) => {
    if (text(args, 'what') === 'other_file')
      return `Not judged: ${text(args, 'key')} takes settings from another place.`
    if (text(args, 'what') === 'value')
      return `Not judged: the value of ${text(args, 'key')} is known only when this runs.`
    return `Not judged: what ${text(args, 'key')} stands for is known only when this runs.`
  },
}

const LEFT: Readonly<Record<string, (args: FindingArgs) => string>> = {
  context_fit: (args) => `the engine chooses the context by free memory (--fit). Judged with ${trained(args)}`,
  context_training: (args) => `the context is the model's own. Judged with ${trained(args)}`,
  context_ollama: (args) => `Ollama chooses the context by the GPU's memory. Judged with ${trained(args)}`,
  layers_fit: () => 'the engine chooses how many layers go to the GPU by free memory. Judged with all of them',
  variable_default: (args) =>
    `${text(args, 'key')} takes a variable that may be set elsewhere. Judged with its default`,
  env_file: () => 'variables of another file may change what runs. Judged without it',
}

const leftToEngine: ForeignRule = {
  id: 'LP012',
  scope: 'document',
  title: 'Left to the engine',
  severity: 'warning',
  why: 'What the engine or its surroundings decide at the start differs from machine to machine. The verdict is about the most that it may be.',
  remedy: 'State the value; with --fit off the engine changes nothing.',
  sentence: (args) => `Not stated: ${LEFT[text(args, 'why')]?.(args) ?? 'the engine decides'}.`,
}

const removed: ForeignRule = {
  id: 'LP013',
  scope: 'document',
  title: 'Option that this release does not have',
  severity: 'error',
  why: 'llama-server stops at an option that it does not know, and reads no variable of one.',
  remedy: 'Write what took its place.',
  sentence: (args) => {
    if (text(args, 'what') === 'variable') {
      return `${text(args, 'key')} was removed: the variable has no effect. Use ${text(args, 'use')}.`
    }
    const build = typeof args['build'] === 'number' ? ` from build ${args['build']} on` : ''
    return `${text(args, 'key')} was removed: llama-server refuses it${build}. Write ${text(args, 'use')}.`
  },
}

const moves: ForeignRule = {
  id: 'LP014',
  scope: 'document',
  title: 'Placement that cannot be followed',
  severity: 'error',
  why: 'The option changes what is loaded or where it goes in a way that the estimate does not know, so its number would be wrong.',
  remedy:
    'Leave the option out, or use one that can be followed: n_gpu_layers, n_cpu_moe, override_tensor, tensor_split.',
  sentence: (args) => `Not judged: what ${text(args, 'key')} does to memory cannot be followed.`,
}

const notCounted: ForeignRule = {
  id: 'LP015',
  scope: 'document',
  title: 'Memory that is not counted',
  severity: 'warning',
  why: 'The option loads more than the model and its context, or binds the engine to some of the devices; the verdict is about the model and all of them.',
  remedy: 'Leave room for it: a head-room, or lp-tui estimate with its file.',
  sentence: (args) =>
    text(args, 'what') === 'devices'
      ? `${text(args, 'key')} names devices; the verdict is about all that the target has.`
      : `${text(args, 'key')} takes memory of its own, which is not counted here.`,
}

const tooNew: ForeignRule = {
  id: 'LP016',
  scope: 'document',
  title: 'Option newer than the release',
  severity: 'error',
  why: 'The release that is pinned for the target does not know the option yet, and llama-server stops at one.',
  remedy: 'Leave the option out, or pin a newer release under engines in the policy file.',
  sentence: (args) => {
    const what = args['value_only'] === true ? `${text(args, 'key')} takes a value` : `${text(args, 'key')} came`
    return `${what} only from build ${String(args['build'])} on; the target runs ${text(args, 'engine')}.`
  },
}

/** Rules about files of other programs; `readForeign` finds their findings. */
export const FOREIGN_RULES: readonly ForeignRule[] = [
  syntax,
  atRunTime,
  leftToEngine,
  removed,
  moves,
  notCounted,
  tooNew,
]

function trained(args: FindingArgs): string {
  const times = args['per_training']
  return times === 1 || times === undefined ? 'the training length' : `${String(times)} times the training length`
}

function text(args: FindingArgs, key: string): string {
  const value = args[key]
  return typeof value === 'string' ? value : ''
}
