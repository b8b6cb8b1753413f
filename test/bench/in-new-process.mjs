import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The middle of the numbers. */
export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

/** What a script beside this one prints as JSON, with the milliseconds of its whole process. */
export async function inNewProcess(script, ...args) {
  const { stdout, ms } = await timed(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args])
  return { ...JSON.parse(stdout), process: ms }
}

/** Runs a program to its end. @throws Error with its last words when it fails */
export async function timed(program, args) {
  const start = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr = (stderr + chunk).slice(-500)))
  const [code, signal] = await once(child, 'close')
  if (code !== 0) throw new Error(`${program} ended with ${code ?? signal}: ${stderr}`)
  return { stdout, ms: performance.now() - start }
}
