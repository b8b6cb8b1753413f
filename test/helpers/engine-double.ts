import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A `llama-server` that notes the arguments it was started with (`engineArgs` reads them) and ends as told: at once with
 * EXIT_CODE, after the lines in SAYS on stderr; or, where WAIT is set, by serving what a llama-server serves until a signal
 * comes, then with 5 (where DEAF is set, by no signal that it may refuse). For tests of how we start an engine; what an engine does is tested with a real one.
 */
export async function engineDouble(folder: string): Promise<string> {
  const path = join(folder, 'llama-server')
  await writeFile(`${path}.mjs`, SERVER)
  await writeFile(path, script(path))
  await chmod(path, 0o755)
  return path
}

/** What the double was started with last. */
export async function engineArgs(folder: string): Promise<string[]> {
  return (await readFile(join(folder, 'llama-server.args'), 'utf8')).split('\n').slice(0, -1)
}

/** The environment that the double was started with last. */
export function engineEnvironment(folder: string): Promise<string> {
  return readFile(join(folder, 'llama-server.env'), 'utf8')
}

const FLAGS = [
  '-m, --model FNAME',
  '-c, --ctx-size N',
  '-np, --parallel N',
  '-b, --batch-size N',
  '-ub, --ubatch-size N',
  '-fa, --flash-attn [on|off|auto]',
  '-ctk, --cache-type-k TYPE',
  '-ctv, --cache-type-v TYPE',
  '-ngl, --gpu-layers N',
  '--fit [on|off]',
  '-kvu, --kv-unified, -no-kvu, --no-kv-unified',
  '-t, --threads N',
  '-tb, --threads-batch N',
  '-lm, --load-mode MODE',
  '--host HOST',
  '--port PORT',
  '--metrics',
  '--slots, --no-slots',
  '-lv, --verbosity N',
  '--slot-save-path PATH',
  '--api-key-file FNAME',
  '--models-preset PATH',
  '--models-max N',
]

/** A shell answers most questions: it starts faster than Node. */
const script = (path: string) => `#!/bin/sh
case " $* " in
  *' --version '*) echo 'version: 9.9 (double)' >&2; exit 0 ;;
  *' --help '*) cat <<'FLAGS'
${FLAGS.map((flag) => `${flag}   text`).join('\n')}
FLAGS
  exit 0 ;;
esac
printf '%s\\n' "$@" > '${path}.args'
env > '${path}.env'
if [ -n "$SAYS" ]; then echo "$SAYS" >&2; fi
if [ -n "$WAIT" ]; then exec '${process.execPath}' '${path}.mjs' "$@"; fi
exit "\${EXIT_CODE:-0}"
`

const SERVER = `
import { createServer } from 'node:http'

const args = process.argv.slice(2)
let answered = 0
const slot = () => ({ id: 0, n_ctx: 2048, is_processing: false, id_task: answered, n_prompt_tokens: 10 * answered })
const metrics = () =>
  'llamacpp:tokens_predicted_total ' + 20 * answered + '\\nllamacpp:tokens_predicted_seconds_total ' + answered + '\\n'
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  if (request.url === '/health') return response.end('{"status":"ok"}')
  if (request.url === '/metrics') return response.end(metrics())
  if (request.url === '/slots') return response.end(JSON.stringify([slot()]))
  if (request.url !== '/v1/chat/completions') return response.writeHead(404).end('{}')
  answered++
  const said = JSON.parse(body).messages.map(({ content }) => content).join(' | ')
  response.setHeader('content-type', 'text/event-stream')
  for (const piece of ['You said: ', said]) {
    response.write('data: ' + JSON.stringify({ choices: [{ delta: { content: piece } }] }) + '\\n\\n')
  }
  const timings = { prompt_n: 4, prompt_per_second: 200, predicted_n: 20, predicted_per_second: 20 }
  response.write('data: ' + JSON.stringify({ choices: [{ delta: {}, finish_reason: 'stop' }], timings }) + '\\n\\n')
  response.end('data: [DONE]\\n\\n')
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.env.DEAF || process.exit(5))
server.listen(Number(args[args.indexOf('--port') + 1]), '127.0.0.1')
`
