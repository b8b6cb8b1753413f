import type { GraphModel } from './graph-model.ts'

/** A key of the model's file that only graphs ask for; `fallback` where the file has none. */
export function hparamNumber({ facts }: GraphModel, key: string, fallback = 0): number {
  const value = facts.hparams[key]
  return typeof value === 'number' ? value : fallback
}

/** As `hparamNumber`, for a key with one value a layer or one for all. */
export function hparamAt({ facts }: GraphModel, key: string, il: number): number {
  const value = facts.hparams[key]
  return Number((Array.isArray(value) ? value[il] : value) ?? 0)
}

export function hparamFlag({ facts }: GraphModel, key: string, fallback: boolean): boolean {
  const value = facts.hparams[key]
  return typeof value === 'boolean' ? value : fallback
}
