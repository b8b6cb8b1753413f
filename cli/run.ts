#!/usr/bin/env node
import { EXIT } from '../shared/errors.ts'
import { runProgram } from './door.ts'
import { version } from './version.ts'

await runProgram('llama-pajamas-run', async (io, argv) => {
  if (argv[0] === '--version' || argv[0] === '-V') {
    io.out(`${version()}\n`)
    return EXIT.ok
  }
  const { runCommand } = await import('./commands/run.ts')
  return runCommand.run(io, argv)
})
