type Environment = Readonly<Record<string, string | undefined>>

/**
 * The environment without llama.cpp's own variables: what a config leaves open they would decide (common/arg.cpp,
 * common_params_parse_ex), and the router puts them over its presets (common/preset.cpp), so that something else would run
 * than what was checked. The key's file is not lost: `findApiKey` reads its name.
 */
export function ownEnvironment(env: Environment): { readonly env: Environment; readonly left_out: readonly string[] } {
  const ours = (name: string) => !name.startsWith('LLAMA_ARG_')
  return {
    env: Object.fromEntries(Object.entries(env).filter(([name]) => ours(name))),
    left_out: Object.keys(env).filter((name) => !ours(name) && name !== 'LLAMA_ARG_API_KEY_FILE'),
  }
}
