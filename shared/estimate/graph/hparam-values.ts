import type { GraphModel } from './graph-model.ts'

/** A key of the model's file that only graphs ask for; `fallback` where the file has none. */
export function hparamNumber({ facts }: GraphModel, key: string, fallback = 0): number {
  const value = facts.hparams[key]
  return typeof value === 'number' ? value : fallback
}

export function hparamFlag({ facts }: GraphModel, key: string, fallback: boolean): boolean {
  const value = facts.hparams[key]
  return typeof value === 'boolean' ? value : fallback
}
