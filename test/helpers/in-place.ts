let turn: Promise<unknown> = Promise.resolve()

/**
 * Runs `work` with another current folder and environment, as a process of its own would have them. Both belong to the
 * whole process, so calls take turns.
 */
export function inPlace<T>(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  work: () => Promise<T>,
): Promise<T> {
  const mine = turn.then(async () => {
    const before = { cwd: process.cwd(), env: process.env }
    process.chdir(cwd)
    process.env = { ...env }
    try {
      return await work()
    } finally {
      process.env = before.env
      process.chdir(before.cwd)
    }
  })
  turn = mine.catch(() => {})
  return mine
}
