import type { Target } from './target.ts'

/** What one name of a check loaded: one target, or many for `all`. */
export type NamedTargets = { readonly name: string; readonly targets: readonly Target[] }

const LONGEST = 100

/**
 * Gives every target of a check an id of its own, by name. A machine that comes from a file is shown by the file's name,
 * since many machines of a fleet are of one platform: `fleet/build-server.json` is `build-server`, and where another target has
 * that id, `fleet/build-server`. The same machine named twice has one id. Ids hold letters, digits and `._/+-` only,
 * whatever the file's name holds.
 */
export function withCheckNames(loaded: readonly NamedTargets[]): ReadonlyMap<string, readonly Target[]> {
  const taken = new Map<string, string>()
  const named = new Map<string, readonly Target[]>()
  const name = (one: NamedTargets) =>
    named.set(
      one.name,
      one.targets.map((target) => withFreeId(target, [...fileIds(one.name, target), target.id], taken)),
    )
  // Ids of profiles are fixed, so files make way for them.
  const files = loaded.filter((one) => holdsFile(one.name))
  for (const one of loaded) if (!files.includes(one)) name(one)
  for (const one of files) name(one)
  return named
}

function withFreeId(target: Target, ids: readonly string[], taken: Map<string, string>): Target {
  const content = JSON.stringify(target)
  const [first = target.id] = ids
  const free = (id: string) => !taken.has(id) || taken.get(id) === content
  let id = ids.find(free)
  for (let count = 2; id === undefined; count++) if (free(`${first}_${count}`)) id = `${first}_${count}`
  taken.set(id, content)
  return id === target.id ? target : { ...target, id, platform: target.id }
}

/** The ids to try for a target from a file, or for a cluster with machines from files; none for others. */
function fileIds(name: string, { id }: Target): string[] {
  if (!holdsFile(name)) return []
  const parts = name.split(',').map((part) => part.trim())
  if (parts.length === 1) return [stem(name), path(name)]
  const ids = id.split('+')
  const shown = (of: (file: string) => string) =>
    parts.map((part, at) => (isFile(part) ? of(part) : (ids[at] ?? part))).join('+')
  return [shown(stem), shown(path)]
}

function holdsFile(name: string): boolean {
  return name.split(',').some((part) => isFile(part.trim()))
}

function isFile(name: string): boolean {
  return /\.(json|ya?ml)$/i.test(name) || /[/\\]/.test(name)
}

function stem(file: string): string {
  return path(file.split(/[/\\]/).at(-1) ?? file)
}

function path(file: string): string {
  return (
    file
      .replace(/\.(json|ya?ml)$/i, '')
      .replace(/^\.\//, '')
      .replaceAll(/[^A-Za-z0-9._/-]+/g, '_')
      .slice(-LONGEST) || '_'
  )
}
