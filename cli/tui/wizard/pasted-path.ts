/**
 * A path as terminals paste it when a file is dropped on them: in quotes, with blanks escaped, or as a `file:` URL.
 * What is none of these stays as it is.
 */
export function pastedPath(text: string, platform: NodeJS.Platform): string {
  const trimmed = text.trim()
  const quoted = /^(['"])(.*)\1$/.exec(trimmed)
  if (quoted !== null) return quoted[2] ?? ''
  if (/^file:\/\//i.test(trimmed)) return fromUrl(trimmed)
  return platform === 'win32' ? trimmed : trimmed.replaceAll(/\\([ '"()&[\]{}$;!#])/g, '$1')
}

function fromUrl(text: string): string {
  try {
    const path = decodeURIComponent(text.replace(/^file:\/\/(localhost)?/i, ''))
    // `/C:/models` is `C:/models` on Windows.
    return path.replace(/^\/(?=[a-z]:)/i, '')
  } catch {
    return text
  }
}
