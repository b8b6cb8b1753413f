import { setTimeout as sleep } from 'node:timers/promises'

/** What the clients of one run saw. */
export type Tally = {
  answered: number
  tokens: number
  /** Why a request got no whole answer, one entry each. */
  readonly lost: string[]
  /** Longest time to an answer, in seconds. */
  slowest_s: number
}

const PAUSE_MS = 150

/** Clients that ask one request after the other until told to stop; every second answer is streamed. */
export function startClients(url: string, count: number, until: AbortSignal): { tally: Tally; done: Promise<unknown> } {
  const tally: Tally = { answered: 0, tokens: 0, lost: [], slowest_s: 0 }
  const client = async (id: number) => {
    for (let n = 0; !until.aborted; n++) {
      const begun = performance.now()
      try {
        const tokens = await (n % 2 === 0 ? whole(url, id, n) : streamed(url, id, n))
        tally.tokens += tokens
        tally.answered++
      } catch (error) {
        tally.lost.push(`client ${id}, request ${n}: ${String(error)}`)
      }
      tally.slowest_s = Math.max(tally.slowest_s, (performance.now() - begun) / 1000)
      await sleep(PAUSE_MS)
    }
  }
  return { tally, done: Promise.all(Array.from({ length: count }, (_, id) => client(id))) }
}

const body = (id: number, n: number, stream: boolean) =>
  JSON.stringify({
    prompt: `client ${id} says for the ${n}th time: ${'word '.repeat(20 + (n % 30))}`,
    n_predict: 24,
    ignore_eos: true,
    cache_prompt: true,
    stream,
  })

async function whole(url: string, id: number, n: number): Promise<number> {
  const response = await fetch(`${url}/completion`, { method: 'POST', body: body(id, n, false) })
  if (!response.ok) throw new Error(`status ${response.status}: ${await response.text()}`)
  const { tokens_predicted } = (await response.json()) as { tokens_predicted: number }
  if (tokens_predicted !== 24) throw new Error(`${tokens_predicted} tokens in place of 24`)
  return tokens_predicted
}

/** Counts the tokens of a streamed answer, which must end with its last piece. */
async function streamed(url: string, id: number, n: number): Promise<number> {
  const response = await fetch(`${url}/completion`, { method: 'POST', body: body(id, n, true) })
  if (!response.ok) throw new Error(`status ${response.status}: ${await response.text()}`)
  const text = await response.text()
  if (!text.includes('"stop":true')) throw new Error('the stream broke off')
  return 24
}
