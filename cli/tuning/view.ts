import type { Progress as TuneProgress } from '../../shared/tune/session.ts'
import type { Io } from '../io.ts'
import { progressLine } from '../present/tune-lines.ts'
import { noScreenReason } from '../terminal.ts'

export type TuneView = {
  readonly show: (progress: TuneProgress) => void
  readonly stopping: () => void
  readonly close: () => void
}

/** What a person sees while it is measured: a live view on a terminal, plain lines on stderr elsewhere. */
export async function openView(io: Io, title: string, json = false): Promise<TuneView> {
  // The live view draws on stdout, which belongs to the result under --json.
  if (json || noScreenReason(io) !== null) return plainView(io)
  const { startTuneView } = await import('../tui/tune/start-tune-view.ts')
  return startTuneView(title, io)
}

/** A line when a stage begins, and when something takes the lead. */
function plainView(io: Pick<Io, 'note'>): TuneView {
  let before = ''
  return {
    show(progress) {
      const now = `${progress.phase} ${progress.stage} ${progress.ratio ?? ''}`
      if (now === before) return
      before = now
      io.note(progressLine(progress))
    },
    stopping: () => io.note('ending; what was learned is kept'),
    close: () => {},
  }
}
