import { readGgufFile } from '../shared/node/read-gguf-file.ts'
import { isRemoteName } from '../shared/node/remote-name.ts'
import type { FileModel } from './tui/services.ts'

/**
 * The model that a path, a URL or an `hf:` name means, from its header alone.
 * @throws UserError with one sentence
 */
export async function readModelNamed(name: string): Promise<FileModel> {
  if (!isRemoteName(name)) return { kind: 'file', path: name, facts: await readGgufFile(name) }
  // Loaded on demand: most models are files here.
  const { readRemoteGguf } = await import('../shared/node/read-remote-gguf.ts')
  const { facts, file_name, note } = await readRemoteGguf(name, { env: process.env })
  return { kind: 'file', path: file_name, facts, remote: name, note }
}
