import { type Allocation, allocationReader, readLogLine } from './engine-log.ts'

/** What the log of one model's process has said since it was started last. */
export type ModelLog = { allocation(): Allocation; tail(): readonly string[] }

type Own = { readonly sizes: ReturnType<typeof allocationReader>; readonly lines: string[] }

/** Lines that are kept of each model for saying why it ended. */
const TAIL_LINES = 80

/** `[57427] text`: of the process that listens on that port (tools/server/server-models.cpp, server_models::load). */
const OF_A_MODEL = /^\[(\d+)\] ?(.*)$/
const SPAWNED = /spawning server instance with name=(.+) on port (\d+)$/

/** Sorts the log of llama-server's router by the models whose processes wrote it. */
export function routerLog(): { take(line: string): void; of(name: string): ModelLog } {
  const names = new Map<string, string>()
  const logs = new Map<string, Own>()
  return {
    take(line) {
      const [, name, port] = SPAWNED.exec(line) ?? []
      if (name !== undefined && port !== undefined) {
        names.set(port, name)
        logs.set(name, { sizes: allocationReader(), lines: [] })
        return
      }
      const [, from = '', text = ''] = OF_A_MODEL.exec(line) ?? []
      const own = logs.get(names.get(from) ?? '')
      if (own === undefined) return
      own.lines.push(text)
      if (own.lines.length > TAIL_LINES) own.lines.shift()
      const event = readLogLine(text)
      if (event !== null) own.sizes.take(event)
    },
    of: (name) => ({
      allocation: () => logs.get(name)?.sizes.allocation() ?? new Map(),
      tail: () => logs.get(name)?.lines ?? [],
    }),
  }
}

/** Whether a line of the router's log was written by one of its models. */
export function isModelLine(line: string): boolean {
  return OF_A_MODEL.test(line)
}
