/** A function for `fpath`; sourced after compinit it works too. */
export const ZSH = `#compdef lp-tui llama-pajamas-run
_lp_tui() {
  local line value files=0
  local -a found
  while IFS= read -r line; do
    value="\${line%%$'\\t'*}"
    if [[ "$value" == ':files' ]]; then
      files=1
    elif [[ "$line" == *$'\\t'* ]]; then
      found+=("\${value//:/\\\\:}:\${line#*$'\\t'}")
    else
      found+=("\${value//:/\\\\:}")
    fi
  done < <(lp-tui complete -- "\${words[1]}" "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( \${#found} )) && _describe -t values lp-tui found
  (( files )) && _files
  return 0
}
if [[ "\${funcstack[1]}" == _lp_tui ]]; then
  _lp_tui "$@"
else
  compdef _lp_tui lp-tui llama-pajamas-run
fi
`
