#!/usr/bin/env node
import { runProgram } from './door.ts'
import { llamaPajamasRun } from './llama-pajamas-run.ts'

await runProgram('llama-pajamas-run', llamaPajamasRun)
