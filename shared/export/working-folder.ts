import type { RuntimeConfig } from '../config/runtime-config.ts'
import { UserError } from '../errors.ts'
import type { ExportOptions } from './export-options.ts'
import { isAbsolute, isWindowsPath, modelSource } from './model-source.ts'

/**
 * The folder that a service must be started in so that a relative model path leads to the model; null where the path
 * needs none.
 * @throws UserError for a path that this kind of system does not have, or a relative one without a folder
 */
export function workingFolder({ model_path }: RuntimeConfig, { folder }: ExportOptions): string | null {
  const { kind, value } = modelSource(model_path)
  if (kind !== 'file' || isAbsolute(value)) return null
  if (isWindowsPath(value)) {
    throw new UserError('input', `${value} is a path of Windows, where this kind of service does not run`)
  }
  if (folder !== undefined && isAbsolute(folder) && !/[\p{Cc}"\\]|\s$/u.test(folder)) return folder
  throw new UserError(
    'input',
    `the model path ${value} is relative, and a service is started elsewhere`,
    'Write the whole path into the config.',
  )
}

/** Why the service starts where it does. */
export function folderNote(folder: string | null): string[] {
  if (folder === null) return []
  return [`the model path is relative, so the service starts in ${folder}, the folder of this export`]
}
