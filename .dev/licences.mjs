import { readdirSync, readFileSync } from 'node:fs'

/**
 * The licence of every package in a bundle; their comments are not in it.
 * @param {readonly string[]} inputs files of the bundle, as esbuild's metafile names them
 */
export function licences(inputs) {
  const folders = inputs.flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
  const packages = [...new Set(folders)].toSorted((a, b) => (a < b ? -1 : 1))
  return packages
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
      const text = file === undefined ? `Licence: ${license}` : readFileSync(`${folder}/${file}`, 'utf8').trim()
      return `${name} ${version}\n\n${text.replaceAll('\r\n', '\n')}\n`
    })
    .join('\n---\n\n')
}
