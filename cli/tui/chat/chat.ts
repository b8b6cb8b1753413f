import type { AnswerTimings } from '../core.ts'

/** One turn as it is shown. */
export type ShownTurn = {
  readonly id: number
  readonly who: 'you' | 'model' | 'note'
  readonly text: string
}

export type ChatView = {
  /** What is said; only ever added to, but for `/clear`. */
  readonly turns: readonly ShownTurn[]
  /** The answer as far as it has come; null when none is under way. */
  readonly live: string | null
  readonly typed: string
  /** Speed of the last answer. */
  readonly timings: AnswerTimings | null
}

type Said = { readonly role: 'user' | 'assistant'; readonly content: string }

export type ChatServices = {
  answer(
    turns: readonly Said[],
    onText: (text: string) => void,
    signal: AbortSignal,
  ): Promise<{ readonly text: string; readonly timings: AnswerTimings; readonly cut: boolean }>
}

export type Chat = {
  view(): ChatView
  subscribe(listener: () => void): () => void
  /** A key by name, as the wizard's keys are called. */
  press(key: string): void
  type(text: string): void
  /** Ends the chat. */
  end(): void
  readonly ended: Promise<void>
}

/** A chat outside of any screen: keys in, views out. */
export function createChat(services: ChatServices): Chat {
  let view: ChatView = { turns: [], live: null, typed: '', timings: null }
  let said: readonly Said[] = []
  let underWay: AbortController | null = null
  let last = 0
  let finish = () => {}
  const ended = new Promise<void>((resolve) => {
    finish = resolve
  })
  const listeners = new Set<() => void>()
  const set = (change: Partial<ChatView>) => {
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }
  const shown = (who: ShownTurn['who'], text: string): readonly ShownTurn[] => [
    ...view.turns,
    { id: ++last, who, text },
  ]

  const ask = async (text: string) => {
    const turns: readonly Said[] = [...said, { role: 'user', content: text }]
    const stop = new AbortController()
    underWay = stop
    set({ turns: shown('you', text), live: '', typed: '' })
    try {
      const answer = await services.answer(turns, (piece) => set({ live: (view.live ?? '') + piece }), stop.signal)
      said = [...turns, { role: 'assistant', content: answer.text }]
      const words = answer.cut ? `${answer.text} (stopped)` : answer.text
      set({ turns: shown('model', words), live: null, timings: answer.timings })
    } catch (error) {
      set({ turns: shown('note', error instanceof Error ? error.message : String(error)), live: null })
    } finally {
      underWay = null
    }
  }
  const submit = () => {
    const text = view.typed.trim()
    if (underWay !== null || text === '') return
    if (text === '/exit') return end()
    if (text === '/clear') {
      said = []
      return set({ turns: shown('note', 'The conversation begins anew.'), typed: '' })
    }
    void ask(text)
  }
  const end = () => {
    underWay?.abort()
    finish()
  }
  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    press(key) {
      if (key === 'ctrl-c') return underWay === null ? end() : underWay.abort()
      if (key === 'escape') return underWay?.abort()
      if (key === 'enter') return submit()
      if (key === 'backspace') return set({ typed: Array.from(view.typed).slice(0, -1).join('') })
      if (key === 'ctrl-u') return set({ typed: '' })
      if (key === 'ctrl-w') return set({ typed: view.typed.replace(/\S*\s*$/, '') })
      if (key === 'space') return set({ typed: `${view.typed} ` })
      if (Array.from(key).length === 1) set({ typed: view.typed + key })
    },
    type(text) {
      // A pasted text may hold line breaks; one at its end sends it.
      set({ typed: view.typed + text.replace(/[\r\n]+$/, '').replace(/\r\n?/g, '\n') })
      if (/[\r\n]$/.test(text)) submit()
    },
    end,
    ended,
  }
}
