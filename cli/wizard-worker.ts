import { parentPort } from 'node:worker_threads'
import { UserError } from '../shared/errors.ts'
import type { Question, Reply } from './wizard-questions.ts'
import { loadOwnProfiles } from './own-profiles.ts'
import { answer } from './wizard-answer.ts'

const ready = loadOwnProfiles(process, () => undefined)

/** Plans and fixes away from the thread that answers keys. */
parentPort?.on('message', ({ id, question }: { id: number; question: Question }) => {
  const port = parentPort
  if (port === null) return
  void ready.then(() => port.postMessage(replyTo(id, question)))
})

function replyTo(id: number, question: Question): Reply {
  try {
    return { id, value: answer(question) }
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error))
    return error instanceof UserError
      ? { id, trouble: { kind: error.kind, message, hint: error.hint } }
      : { id, trouble: { kind: null, message, hint: undefined } }
  }
}
