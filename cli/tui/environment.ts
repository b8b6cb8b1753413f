/**
 * What Ink and React read from the environment when they are loaded.
 * @returns puts back what was there
 */
export function quietEnvironment(env: Readonly<Record<string, string | undefined>>): () => void {
  return setEnvironment({
    // React checks everything twice unless told so before it is loaded.
    NODE_ENV: 'production',
    // Ink's colours know FORCE_COLOR only.
    ...(env['NO_COLOR'] && env['FORCE_COLOR'] === undefined ? { FORCE_COLOR: '0' } : {}),
  })
}

/** Sets variables of this process; the result puts back what was there. */
function setEnvironment(values: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, values)
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}
