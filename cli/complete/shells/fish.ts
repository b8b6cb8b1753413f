export const FISH = `# fish completion for lp-tui and llama-pajamas-run
function __lp_tui
  set -l before (commandline -opc)
  set -l word (commandline -ct)
  for line in (lp-tui complete -- $before "$word" 2>/dev/null)
    if test "$line" = ':files'
      __fish_complete_path "$word"
    else
      echo $line
    end
  end
end
complete -c lp-tui -f -a '(__lp_tui)'
complete -c llama-pajamas-run -f -a '(__lp_tui)'
`
