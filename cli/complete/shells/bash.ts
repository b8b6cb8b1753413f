/** Works with bash 3.2, which macOS has, and needs no bash-completion. */
export const BASH = `# bash completion for lp-tui and llama-pajamas-run
_lp_tui() {
  local line value
  COMPREPLY=()
  while IFS= read -r line; do
    value="\${line%%$'\\t'*}"
    if [[ "$value" == ':files' ]]; then
      while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")
      compopt -o filenames 2>/dev/null
    else
      [[ "$value" == "\${COMP_WORDS[COMP_CWORD]}"* || "\${COMP_WORDS[COMP_CWORD]}" == '=' ]] && COMPREPLY+=("$value")
    fi
  done < <(lp-tui complete -- "\${COMP_WORDS[0]}" "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _lp_tui lp-tui llama-pajamas-run
`
