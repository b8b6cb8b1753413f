import { EXIT, UserError } from '../../shared/errors.ts'
import { BASH } from '../complete/shells/bash.ts'
import { FISH } from '../complete/shells/fish.ts'
import { POWERSHELL } from '../complete/shells/powershell.ts'
import { ZSH } from '../complete/shells/zsh.ts'
import { defineCommand } from '../command.ts'
import { verbOf } from '../inputs/verb.ts'

const SCRIPTS = { bash: BASH, zsh: ZSH, fish: FISH, powershell: POWERSHELL }
const VERBS = { bash: false, zsh: false, fish: false, powershell: false } satisfies Record<keyof typeof SCRIPTS, false>
const SHELLS = Object.keys(SCRIPTS)

export const completionCommand = defineCommand({
  name: 'lp-tui completion',
  summary: 'Prints the script that completes commands, options, hardware and model names in your shell.',
  usage: [SHELLS.join('|')],
  flags: {},
  details: [
    'Put it where your shell reads it, in a folder that is made first where it is not there (mkdir -p):',
    '  bash        lp-tui completion bash > ~/.local/share/bash-completion/completions/lp-tui',
    '              ln -s lp-tui ~/.local/share/bash-completion/completions/llama-pajamas-run',
    '  zsh         lp-tui completion zsh > "${fpath[1]}/_lp-tui"',
    '  fish        lp-tui completion fish > ~/.config/fish/completions/lp-tui.fish',
    '  powershell  lp-tui completion powershell >> $PROFILE',
  ],
  examples: ['lp-tui completion bash', 'lp-tui completion fish > ~/.config/fish/completions/lp-tui.fish'],
  async run(io, { positionals }) {
    if (positionals.length === 0) throw new UserError('usage', `completion for which shell? ${SHELLS.join(', ')}`)
    io.out(SCRIPTS[verbOf(positionals, VERBS, 'bash').verb])
    return EXIT.ok
  },
})
