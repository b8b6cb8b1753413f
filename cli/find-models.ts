import { opendir, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { ModelPlace } from './model-places.ts'
import type { FoundFile } from './tui/services.ts'

/** A place with more than this is not looked through to its end: it is no folder of models. */
const MOST_ENTRIES = 20_000
const MOST_FILES = 500
const MANIFEST_LIMIT_BYTES = 256 * 1024
/** A network folder that hangs must not keep the rest waiting. */
const PLACE_LIMIT_MS = 10_000

/**
 * Looks through the places side by side and reports files as they turn up; each file once, whatever leads to it.
 * @returns a sentence for each place that was not looked through to its end. Absent places are no trouble.
 */
export async function findModels(
  places: readonly ModelPlace[],
  onFound: (files: readonly FoundFile[]) => void,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const seen = new Set<string>()
  const report = async (file: FoundFile): Promise<void> => {
    const real = await realpath(file.path).catch(() => file.path)
    if (seen.has(real) || seen.size >= MOST_FILES || signal.aborted) return
    seen.add(real)
    onFound([file])
  }
  const notes = await Promise.all(
    places.map(async (place) => {
      const scan: Scan = { place, left: MOST_ENTRIES, until: Date.now() + PLACE_LIMIT_MS, signal, report }
      const work = place.kind === 'ollama' ? scanOllama(scan) : scanFolder(scan, place.path, 0)
      const done = await withinTime(work, PLACE_LIMIT_MS + 500)
      return done && scan.left > 0 && Date.now() < scan.until ? [] : [`${place.path} is too large to be looked through`]
    }),
  )
  return notes.flat()
}

type Scan = {
  readonly place: ModelPlace
  /** Entries that may still be looked at. */
  left: number
  readonly until: number
  readonly signal: AbortSignal
  readonly report: (file: FoundFile) => Promise<void>
}

function stopped({ left, until, signal }: Scan): boolean {
  return left <= 0 || signal.aborted || Date.now() >= until
}

async function scanFolder(scan: Scan, folder: string, depth: number): Promise<void> {
  const folders: string[] = []
  try {
    const entries = await opendir(folder)
    for await (const entry of entries) {
      scan.left--
      if (stopped(scan)) return
      const path = join(folder, entry.name)
      if (entry.isDirectory() && depth < scan.place.depth && !SKIPPED.has(entry.name)) folders.push(path)
      else if (isModelName(entry.name)) await reportFile(scan, path)
    }
  } catch {
    // Absent, or not ours to read.
    return
  }
  for (const path of folders) {
    // oxlint-disable-next-line no-await-in-loop -- one folder at a time: a tree may have more folders than handles
    await scanFolder(scan, path, depth + 1)
  }
}

/** Content by digest: the same files have proper names elsewhere in the cache. */
const SKIPPED = new Set(['blobs', 'node_modules', '.git'])

/** A language model's own file, or the first part of one. */
export function isModelName(name: string): boolean {
  if (!/\.gguf$/i.test(name) || /^mmproj|[-_.]mmproj/i.test(name)) return false
  const part = /-(\d{5})-of-\d{5}\.gguf$/i.exec(name)
  return part === null || Number(part[1]) === 1
}

async function reportFile({ place, report }: Scan, path: string): Promise<void> {
  // Links are followed: the hub cache is made of them.
  const found = await stat(path).catch(() => null)
  if (found?.isFile() !== true) return
  const size_bytes = await sizeOf(path, found.size)
  await report({ path: shortPath(path, place), name: basename(path), size_bytes, place: place.name })
}

/** Size of a model with all its parts. */
async function sizeOf(path: string, own: number): Promise<number> {
  const match = /^(.*)-00001-of-(\d{5})\.gguf$/i.exec(path)
  if (match === null) return own
  const others = Array.from({ length: Math.min(999, Number(match[2])) - 1 }, (_, index) => {
    const part = String(index + 2).padStart(5, '0')
    return stat(`${match[1]}-${part}-of-${match[2]}.gguf`).then(
      ({ size }) => size,
      () => 0,
    )
  })
  return own + (await Promise.all(others)).reduce((sum, size) => sum + size, 0)
}

/** Files of the working folder by their short names: a config that names them so works for others, too. */
function shortPath(path: string, place: ModelPlace): string {
  if (place.name === 'here') return basename(path)
  return place.name === './models' ? `models/${relative(place.path, path).replaceAll('\\', '/')}` : path
}

/** Ollama: `manifests/HOST/OWNER/NAME/TAG` are JSON files that name blobs by digest. */
async function scanOllama(scan: Scan): Promise<void> {
  const root = join(scan.place.path, 'manifests')
  const manifests = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of manifests) {
    scan.left--
    if (stopped(scan)) return
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    // oxlint-disable-next-line no-await-in-loop -- a few small files, one after the other
    const digest = await modelDigest(path)
    if (digest === null) continue
    const blob = join(scan.place.path, 'blobs', digest.replace(':', '-'))
    // oxlint-disable-next-line no-await-in-loop -- as above
    const found = await stat(blob).catch(() => null)
    if (found?.isFile() !== true) continue
    const name = relative(root, path).split(/[\\/]/).slice(1)
    const tag = name.pop() ?? 'latest'
    const short = (name[0] === 'library' ? name.slice(1) : name).join('/')
    // oxlint-disable-next-line no-await-in-loop -- as above
    await scan.report({ path: blob, name: `${short}:${tag}`, size_bytes: found.size, place: scan.place.name })
  }
}

async function modelDigest(manifest: string): Promise<string | null> {
  try {
    const { size } = await stat(manifest)
    if (size > MANIFEST_LIMIT_BYTES) return null
    const value: unknown = JSON.parse(await readFile(manifest, 'utf8'))
    const layers = typeof value === 'object' && value !== null && 'layers' in value ? value.layers : null
    if (!Array.isArray(layers)) return null
    const model: unknown = layers.find(
      (layer: unknown) =>
        typeof layer === 'object' && layer !== null && 'mediaType' in layer && layer.mediaType === MODEL_LAYER,
    )
    const digest = typeof model === 'object' && model !== null && 'digest' in model ? model.digest : null
    return typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : null
  } catch {
    return null
  }
}

const MODEL_LAYER = 'application/vnd.ollama.image.model'

/** Whether the work ended in time. It is not stopped; it stops itself at its own limit. */
async function withinTime(work: Promise<void>, limit_ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limit_ms)
  })
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
