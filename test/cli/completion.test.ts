import { spawnSync } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../cli/commands.ts'
import { candidates } from '../../cli/complete/candidates.ts'
import { BASH } from '../../cli/complete/shells/bash.ts'
import { FISH } from '../../cli/complete/shells/fish.ts'
import { ZSH } from '../../cli/complete/shells/zsh.ts'
import { builtCli } from '../helpers/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

async function offered(...words: string[]): Promise<string[]> {
  return (await candidates('lp-tui', words)).map(({ value }) => value)
}

describe('candidates', () => {
  it('offers the commands first', async () => {
    expect(await offered('')).toEqual([...COMMANDS.map(({ name }) => name), '--help'])
    expect(await offered('ex')).toEqual(['explain', 'export'])
  })

  it.each([
    ['options that begin so', ['generate', '--hard'], ['--hardware']],
    ['values of an option', ['generate', '--use-case', 'l'], ['long_context']],
    ['values after =', ['generate', '--use-case=q'], ['quality']],
    ['values after = as bash splits it', ['generate', '--use-case', '=', 'q'], ['quality']],
    ['values after = with nothing typed', ['estimate', '--flash-attn', '='], ['on', 'off', 'auto']],
    [
      'hardware and files',
      ['generate', '--hardware', 'phone_snapdragon_8_gen_3'],
      ['phone_snapdragon_8_gen_3', ':files'],
    ],
    ['catalog models and files', ['generate', '--model', 'qwen3-8'], ['qwen3-8b', ':files']],
    ['files alone', ['validate', '--config', ''], [':files']],
    ['verbs', ['models', 's'], ['show']],
    ['ids behind a verb', ['models', 'show', 'smollm2-1'], ['smollm2-135m', 'smollm2-1.7b']],
    ['rules', ['explain', 'LP10'], ['LP101', 'LP102', 'LP103', 'LP104', 'LP105', 'LP106', 'LP107']],
    ['files where a word is one', ['import', ''], [':files']],
    ['nothing for a command that is none', ['frobnicate', ''], []],
    ['files behind --', ['import', '--', 'llama-server', '-m', ''], [':files']],
  ])('offers %s', async (_name, words, expected) => {
    expect(await offered(...words)).toEqual(expected)
  })

  it('offers an option once, unless it may be repeated', async () => {
    const again = await offered('validate', '--json', '--config', 'a.json', '--')
    expect(again).not.toContain('--json')
    expect(again).toContain('--config')
  })

  it('knows the other program by its name', async () => {
    const found = await candidates('llama-pajamas-run', ['--auto'])
    expect(found.map(({ value }) => value)).toEqual(['--auto-configure'])
  })
})

describe('scripts', () => {
  it.each(Object.entries({ bash: BASH, zsh: ZSH, fish: FISH }))(
    '%s reads its own, where it is there',
    async (shell, script) => {
      const file = join(await tempFolder(), 'script')
      await writeFile(file, script)
      const { error, status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' })
      if (error === undefined) expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      else expect(shell).not.toBe('bash')
    },
  )

  it('completes in bash, names with blanks too', async () => {
    const cwd = await tempFolder()
    await mkdir(join(cwd, 'bin'))
    await symlink(builtCli(), join(cwd, 'bin', 'lp-tui'))
    await writeFile(join(cwd, 'my config.json'), '{}')
    await writeFile(join(cwd, 'lp-tui.bash'), BASH)
    const ask = (...words: string[]) => {
      const quoted = words.map((word) => `'${word}'`).join(' ')
      const script = `source lp-tui.bash; COMP_WORDS=(lp-tui ${quoted}); COMP_CWORD=${words.length}; _lp_tui
printf '%s\\n' "\${COMPREPLY[@]}"`
      const env = { PATH: [join(cwd, 'bin'), process.env['PATH']].join(delimiter) }
      return spawnSync('bash', ['--norc', '-c', script], { cwd, env, encoding: 'utf8' }).stdout.trim().split('\n')
    }
    expect(ask('profiles', 'show', 'nvidia_rtx_4090_')).toEqual(['nvidia_rtx_4090_d', 'nvidia_rtx_4090_laptop'])
    expect(ask('validate', '--config', 'my')).toEqual(['my config.json'])
  })
})
