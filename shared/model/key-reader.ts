import { UserError } from '../errors.ts'
import { type HparamValue, labelOf, type ModelFacts } from './facts.ts'

const MAX_WIDTH = 2 ** 24

export type KeyReader = ReturnType<typeof keyReader>

/** Typed, bounded access to the GGUF keys of a model; every refusal is a UserError that names the key. */
export function keyReader(facts: ModelFacts) {
  const get = (key: string): HparamValue | undefined =>
    Object.hasOwn(facts.hparams, key) ? facts.hparams[key] : undefined

  const refuse = (key: string, why: string): never => {
    throw new UserError(
      'input',
      `${labelOf(facts)}: the model's ${facts.architecture}.${key} ${why}.`,
      'The file is damaged or not a language model.',
    )
  }

  const real = (key: string, value: HparamValue, min: number, max: number): number => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(key, 'is not a number')
    if (value < min || value > max) return refuse(key, `is ${value}, outside ${min} to ${max}`)
    return value
  }
  /** Sizes and counts: llama.cpp reads them as uint32 and refuses a file that has them as another type (src/llama-model-loader.cpp). */
  const checked = (key: string, value: HparamValue, min: number, max: number): number => {
    const number = real(key, value, min, max)
    return Number.isInteger(number) ? number : refuse(key, `is ${number}, not a whole number`)
  }

  const listOf = (key: string, value: readonly unknown[], length: number): readonly unknown[] =>
    value.length < length ? refuse(key, `has ${value.length} entries for ${length} layers`) : value.slice(0, length)

  return {
    required(key: string, min: number, max: number): number {
      const value = get(key)
      return value === undefined ? refuse(key, 'is missing') : checked(key, value, min, max)
    },

    /** A single whole number; the fallback when the key is absent or a list. */
    number(key: string, fallback: number, min: number, max: number): number {
      const value = get(key)
      return value === undefined || Array.isArray(value) ? fallback : checked(key, value, min, max)
    },

    /** A single number that may have a fraction; the fallback when the key is absent or a list. */
    real(key: string, fallback: number, min: number, max: number): number {
      const value = get(key)
      return value === undefined || Array.isArray(value) ? fallback : real(key, value, min, max)
    },

    /** The largest of a number for all layers or one a layer, which must be `min` or more; 0 when the key is absent. */
    most(key: string, length: number, min: number, max: number): number {
      const value = get(key)
      if (value === undefined) return min > 0 ? refuse(key, 'is missing') : 0
      const list = Array.isArray(value) ? listOf(key, value, length).map(Number) : [value]
      return checked(key, Math.max(...list.map((entry) => checked(key, entry, 0, max))), min, max)
    },

    boolean(key: string, fallback: boolean): boolean {
      const value = get(key)
      return typeof value === 'boolean' ? value : fallback
    },

    /** One boolean (or 0/1) a layer, or null when the key is absent or a single number. */
    booleans(key: string, length: number): boolean[] | null {
      const value = get(key)
      return Array.isArray(value) ? listOf(key, value, length).map(Boolean) : null
    },

    /** One number for all layers, or a list with one a layer. */
    perLayer(key: string, length: number, fallback: readonly number[] | number): number[] {
      const value = get(key)
      if (Array.isArray(value)) {
        return listOf(key, value, length).map((entry) => checked(key, Number(entry), 0, MAX_WIDTH))
      }
      if (value !== undefined) {
        const number = checked(key, value, 0, MAX_WIDTH)
        return Array.from({ length }, () => number)
      }
      return Array.from({ length }, (_, il) => (typeof fallback === 'number' ? fallback : (fallback[il] ?? 0)))
    },
  }
}
