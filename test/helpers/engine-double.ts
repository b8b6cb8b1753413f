import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A `llama-server` that prints the arguments it was started with, one a line, and ends as told: with EXIT_CODE, or by
 * waiting for a signal where WAIT is set. For tests of how we start an engine; what an engine does is tested with a real one.
 */
export async function engineDouble(folder: string): Promise<string> {
  const path = join(folder, 'llama-server')
  await writeFile(
    path,
    `#!/bin/sh
printf '%s\\n' "$@"
if [ -n "$WAIT" ]; then trap 'echo stopped; exit 5' INT TERM; echo waiting; while :; do sleep 0.05; done; fi
exit "\${EXIT_CODE:-0}"
`,
  )
  await chmod(path, 0o755)
  return path
}
