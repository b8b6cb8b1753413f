import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CheckRequest } from '../../../shared/node/check/request.ts'
import { type CheckRun, runCheck } from '../../../shared/node/check/run-check.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { configText, LLAMA_8B, target } from '../../validate/cases.ts'

/** A request that says nothing. */
export const NOTHING = {
  policy: null,
  baseline: null,
  configs: null,
  targets: null,
  models: null,
  fail_on: null,
  vram_headroom: null,
} as const

/** `small` has 6 GiB, any other name 24. */
export const loadTarget = async (name: string) => target({ id: name, vram: [name === 'small' ? 6 : 24] })

export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await tempFolder()
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true }) // oxlint-disable-line no-await-in-loop
    await writeFile(join(folder, name), text) // oxlint-disable-line no-await-in-loop
  }
  return folder
}

/** A check of files in a folder of their own. */
export async function check(
  files: Readonly<Record<string, string>>,
  more: Partial<CheckRequest> = {},
  now = () => 0,
): Promise<CheckRun> {
  return runCheck({ ...NOTHING, folder: await folderWith(files), root: null, ...more }, { loadTarget, now })
}

/** A config of an 8B model; 65,536 tokens are too many for `small`, and fit into 24 GiB. */
export const config = (n_ctx: number) => configText({ n_ctx }, { model: LLAMA_8B })
