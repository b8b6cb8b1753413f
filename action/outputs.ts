import * as core from '@actions/core'
import { errnoOf } from '../shared/node/file-trouble.ts'

/**
 * Gives the outputs to the steps that follow.
 * @returns what is wrong where they cannot be written, as one sentence; else null
 */
export function writeOutputs(values: Readonly<Record<string, string | number>>): string | null {
  try {
    for (const [name, value] of Object.entries(values)) core.setOutput(name, value)
    return null
  } catch (error) {
    // The toolkit throws an error of its own where the file is not there.
    return `The outputs could not be written to the file that GITHUB_OUTPUT names (${errnoOf(error) || 'it does not exist'}); steps that read them get nothing.`
  }
}
