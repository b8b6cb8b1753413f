// Removes the given build folders; refuses anything outside the project.
import { rmSync } from 'node:fs'
import { resolve, sep } from 'node:path'

for (const name of process.argv.slice(2)) {
  const path = resolve(name)
  if (!path.startsWith(process.cwd() + sep)) throw new Error(`${name} is outside the project`)
  rmSync(path, { recursive: true, force: true })
}
