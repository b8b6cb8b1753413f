/** Windows PowerShell 5.1 drops empty arguments to programs, so an empty word is said by its absence after `--`. */
export const POWERSHELL = `# PowerShell completion for lp-tui and llama-pajamas-run
Register-ArgumentCompleter -Native -CommandName lp-tui, llama-pajamas-run -ScriptBlock {
  param($word, $ast, $cursor)
  $words = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor -or $_.Extent.Text -ne $word } |
    ForEach-Object { $_.Extent.Text })
  $last = if ($word -eq '') { '=' } else { $word }
  lp-tui complete -- @words $last 2>$null | ForEach-Object {
    $value, $help = $_ -split "\`t", 2
    if ($value -eq ':files') {
      Get-ChildItem -Path "$word*" -ErrorAction SilentlyContinue | ForEach-Object {
        $name = Resolve-Path -LiteralPath $_.FullName -Relative
        [System.Management.Automation.CompletionResult]::new($name, $_.Name, 'ProviderItem', $_.Name)
      }
    } else {
      if (-not $help) { $help = $value }
      [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
    }
  }
}
`
