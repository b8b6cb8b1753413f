import { showGib } from '../units.ts'
import { scalarText } from './text.ts'

const MOST = 400

/**
 * What a parser saw, in one line for people: `name=Example 9, logical=16`. Unknown and empty values are left out, sizes
 * are GiB, lists are counted and their first entries shown.
 */
export function shortly(value: unknown): string {
  const text = words(value, 0)
  return text.length > MOST ? `${text.slice(0, MOST - 3)}...` : text
}

function words(value: unknown, depth: number): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return listed(value, depth)
  if (typeof value !== 'object') return typeof value === 'boolean' ? String(value) : scalarText(value)
  const parts = Object.entries(value).flatMap(([key, entry]) => {
    const text = key.endsWith('_bytes') && typeof entry === 'number' ? showGib(entry) : words(entry, depth + 1)
    return text === '' || entry === false ? [] : [`${key.replace(/_bytes$/, '')}=${text}`]
  })
  const joined = parts.slice(0, 30).join(', ')
  return depth > 0 && joined !== '' ? `{${joined}}` : joined
}

function listed(values: readonly unknown[], depth: number): string {
  if (values.length === 0) return ''
  if (values.every((value) => typeof value !== 'object')) {
    const shown = values.slice(0, 8).join(' ')
    return values.length > 8 ? `${shown} ... (${values.length})` : shown
  }
  const shown = values
    .slice(0, 4)
    .map((value) => words(value, depth + 1))
    .join('; ')
  return values.length > 4 ? `${values.length}: ${shown}; ...` : shown
}
