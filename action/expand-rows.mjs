// Stands in the bundle for what rows of the data base have in common: `build.mjs` writes them as columns.
const unpacked = (one) => (typeof one === 'string' ? { words: [one] } : one)
const sources = ['the profile files of the project']

/** `cpu/name` back into `cpu`. */
function nested(entries) {
  const made = {}
  for (const [key, value] of entries) {
    const [outer, inner] = key.split('/')
    if (inner === undefined) made[outer] = value
    else (made[outer] ??= {})[inner] = value
  }
  return made
}

/** @param absent stands in a row for a key that the row has not */
export function expandRows({ keys, rows }, absent) {
  return rows.map((row) => nested(keys.map((key, at) => [key, row[at]]).filter(([, value]) => value !== absent)))
}

export function expandDevices({ keys, rows, ...rest }, absent) {
  const device = ({ match, ...facts }) => ({ ...facts, match: match.map(unpacked), sources })
  return { ...rest, devices: expandRows({ keys, rows }, absent).map(device) }
}
