import { onTestFinished } from 'vitest'
import { actionFor } from '../../../cli/tui/keys/action-for.ts'
import { typed } from '../../../cli/tui/keys/field.ts'
import type { View } from '../../../cli/tui/wizard/view.ts'
import { createWizard, type Wizard } from '../../../cli/tui/wizard/wizard.ts'
import type { Answers } from '../../../cli/tui/wizard/answers.ts'
import type { Services } from '../../../cli/tui/services.ts'

/** Presses keys one after the other; a word of several signs in quotes is typed: `"qwen"`. */
export function press(wizard: Wizard, ...keys: readonly string[]): void {
  for (const key of keys) {
    const action = key.startsWith('"') ? typed(wizard.view(), key.slice(1, -1)) : actionFor(wizard.view(), key)
    if (action !== null) wizard.act(action)
  }
}

/** Waits until what is worked out elsewhere makes the condition true. */
export function until(wizard: Wizard, condition: (view: View) => boolean): Promise<View> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`still waiting at ${wizard.view().state.place}`)), 50_000)
    const look = (): void => {
      if (!condition(wizard.view())) return
      clearTimeout(late)
      stop()
      resolve(wizard.view())
    }
    const stop = wizard.subscribe(look)
    look()
  })
}

/** A wizard whose machine has been seen. */
export async function seenWizard(
  services: Services,
  answers: Partial<Answers> = {},
  size = { columns: 80, rows: 24 },
): Promise<Wizard> {
  const wizard = createWizard(services, answers, size)
  onTestFinished(() => wizard.act({ do: 'cancel' }))
  await until(wizard, ({ state }) => state.machine.status === 'seen' && !state.files.scanning)
  return wizard
}
