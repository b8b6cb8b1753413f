import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const HELP = `usage: llama-bench [options]
  -o, --output <csv|json|jsonl|md|sql>
  -p, --n-prompt <n>
  -n, --n-gen <n>
  -t, --threads <n>
  -ub, --ubatch-size <n>
  -fa, --flash-attn <on|off|auto>
  --poll <0...100>
`

/**
 * A `llama-bench` whose behaviour the environment chooses (MODE): `ok` prints a result whose speed is ten times the
 * threads, `flash` one that flash attention doubles, the others are what goes wrong with programs. For tests of how we call one; a real one is tested too.
 */
export async function benchDouble(folder: string): Promise<string> {
  const path = join(folder, 'llama-bench')
  await writeFile(
    path,
    `#!/bin/sh
if [ "$1" = --help ]; then cat <<'HELP'
${HELP}HELP
exit 0; fi
prompt=0; gen=0; threads=2; flash=auto
while [ $# -gt 0 ]; do
  case "$1" in -p) prompt=$2;; -n) gen=$2;; -t) threads=$2;; -fa) flash=$2;; esac
  shift
done
case "$MODE" in
  alone) [ -z "$LLAMA_ARG_THREADS" ] || exit 9;;
  crash) echo 'error: failed to load model' >&2; exit 1;;
  killed) kill -9 $$;;
  hang) sleep 600 & echo $! > "$PID_FILE"; wait;;
  flood) while :; do echo 0123456789012345678901234567890123456789012345678901234567890123456789; done;;
  nonsense) echo 'llama 1B Q4_0 | 12 t/s'; exit 0;;
  other) prompt=7; gen=0;;
  negative) threads=-3;;
  flash) if [ "$flash" = on ] || [ "$flash" = 1 ]; then threads=4; else threads=2; fi;;
esac
echo "{\\"build_commit\\": \\"abc1234\\", \\"build_number\\": 42, \\"backends\\": \\"CPU\\", \\"n_threads\\": 2, \\"n_batch\\": 2048, \\"n_ubatch\\": 512, \\"poll\\": 50, \\"n_prompt\\": $prompt, \\"n_gen\\": $gen, \\"samples_ts\\": [ $((threads * 10)).5 ]}"
`,
  )
  await chmod(path, 0o755)
  return path
}
