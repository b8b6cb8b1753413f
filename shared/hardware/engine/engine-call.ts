import { linesOf, wholeNumber } from '../text.ts'

/** What the command line of a llama.cpp tool says of its run; null where it leaves a value to the engine. */
export type EngineCall = {
  /** File name without folder, part number and `.gguf`, or `Repository QUANT` of a model on the hub. */
  readonly model: string | null
  readonly n_ctx: number | null
  /** Of a release that the command names (`llama-b3865-bin-win`, `(b3865)`). */
  readonly build: number | null
}

const PROGRAM = /(?:^|[\s/\\>'"])(?:llama-[a-z][\w-]{1,40}|llama|main|server)(?:\.exe)?(?=\s|$)/i
const FILE = /(?:^|\s)(?:-m|--model)[ =]+(?:"([^"]{1,400})"|'([^']{1,400})'|(\S{1,400}))/
const HUB = /(?:^|\s)(?:-hf|-hfr|--hf-repo)[ =]+["']?(?:[\w.-]{1,96}\/)([\w.-]{1,96})(?::([\w.-]{1,60}))?/
const CONTEXT = /(?:^|\s)(?:-c|--ctx-size)[ =]+(\d{1,9})(?=\s|$)/
const RELEASE = /(?:^|[\s(/\\-])b(\d{3,6})(?=[\s).,/\\-]|$)/

/**
 * Reads the command that people paste above a log. A command may go on behind `\` and `^`. Null for a text without one
 * of the engine's programs.
 */
export function parseEngineCall(text: string): EngineCall | null {
  const command = linesOf(text.slice(0, 20_000).replaceAll(/[\\^]\r?\n/g, ' ')).find((line) => PROGRAM.test(line))
  if (command === undefined) return null
  const file = FILE.exec(command)
  const hub = HUB.exec(command)
  const path = file?.slice(1).find(Boolean)
  const n_ctx = wholeNumber(CONTEXT.exec(command)?.[1])
  return {
    model: path === undefined ? hubModel(hub?.[1], hub?.[2]) : fileModel(path),
    // 0 is the model's own.
    n_ctx: n_ctx === 0 ? null : n_ctx,
    build: wholeNumber(RELEASE.exec(command)?.[1]),
  }
}

function fileModel(path: string): string | null {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  return name.replace(/\.gguf$/i, '').replace(/-\d{5}-of-\d{5}$/, '') || null
}

function hubModel(repository: string | undefined, quant: string | undefined): string | null {
  if (repository === undefined) return null
  const name = repository.replace(/[-_.]gguf$/i, '')
  return quant === undefined ? name : `${name} ${quant}`
}
