import type { ModelFacts, TuneProgress } from '../../shared/index.ts'
import type { Io } from '../io.ts'
import { progressLine } from '../present/tune-lines.ts'

export type TuneView = { readonly show: (progress: TuneProgress) => void; readonly close: () => void }

/** What a person sees while it is measured: plain lines on stderr. */
export async function openView(
  io: Io,
  about: { facts: ModelFacts; json: boolean },
  stop: () => void,
): Promise<TuneView> {
  void about
  void stop
  return plainView(io)
}

/** A line when a stage begins, and when something takes the lead. */
export function plainView(io: Pick<Io, 'note'>): TuneView {
  let before = ''
  return {
    show(progress) {
      const now = `${progress.phase} ${progress.stage} ${progress.ratio ?? ''}`
      if (now === before) return
      before = now
      io.note(progressLine(progress))
    },
    close: () => {},
  }
}
