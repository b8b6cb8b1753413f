import type { RuntimeConfig } from '../../config/runtime-config.ts'
import type { JsonPath } from '../../finding.ts'
import { showKey } from '../../config/show-path.ts'

/** One value that a fix changed, as JSON; undefined where the key was or is absent. */
export type ChangedValue = {
  /** The key as its file calls it. */
  readonly key: string
  readonly from: string | undefined
  readonly to: string | undefined
}

/**
 * The values that differ between two versions of a config, at the top, in its settings and in its metadata.
 * @param nameOf how the file calls a key
 */
export function changedValues(
  before: RuntimeConfig | null,
  after: RuntimeConfig | null,
  nameOf: (path: JsonPath) => string = showKey,
): ChangedValue[] {
  const [was, is] = [flat(before), flat(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [from, to] = [was.get(key), is.get(key)]
    return from === to ? [] : [{ key: nameOf(JSON.parse(key) as JsonPath), from, to }]
  })
}

/** `settings.n_ctx: 131072 -> 78592` */
export function changedText({ key, from, to }: ChangedValue): string {
  return `${key}: ${from ?? 'absent'} -> ${to ?? 'taken out'}`
}

/** Path as JSON -> value as JSON. The model's facts are no setting and stay out. */
function flat(config: RuntimeConfig | null): ReadonlyMap<string, string> {
  if (config === null) return new Map()
  const { settings, metadata = {}, model: _, ...top } = config
  const part = (values: object, at: readonly string[]) =>
    Object.entries(values).flatMap(([key, value]): [string, string][] =>
      value === undefined ? [] : [[JSON.stringify([...at, key]), JSON.stringify(value)]],
    )
  return new Map([...part(top, []), ...part(settings, ['settings']), ...part(metadata, ['metadata'])])
}
