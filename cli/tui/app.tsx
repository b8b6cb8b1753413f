import { Box, Text, useApp } from 'ink'
import { useCallback, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { Frame } from './components/frame.tsx'
import { Help } from './components/help.tsx'
import { LookContext, type Look } from './components/look.tsx'
import { useKeys } from './hooks/use-keys.ts'
import { useWindowSize } from './hooks/use-window-size.ts'
import { actionFor } from './keys/action-for.ts'
import { pasted, typed } from './keys/field.ts'
import { inputPieces } from './keys/pieces.ts'
import { FinishScreen, FormatScreen, OverwriteScreen, PathScreen } from './screens/finish.tsx'
import { MachineScreen } from './screens/machine.tsx'
import { ModelScreen } from './screens/model.tsx'
import { NumbersScreen } from './screens/numbers.tsx'
import { OthersScreen } from './screens/others.tsx'
import { TargetsScreen } from './screens/targets.tsx'
import { TuneScreen } from './screens/tune.tsx'
import { UseCaseScreen } from './screens/use-case.tsx'
import type { PlaceId } from './wizard/steps.ts'
import type { View } from './wizard/view.ts'
import type { Wizard } from './wizard/wizard.ts'

/** Below this nothing useful fits. */
export const LEAST = { columns: 40, rows: 12 } as const

const SCREENS: Readonly<Record<PlaceId, (props: { readonly view: View }) => ReactNode>> = {
  machine: MachineScreen,
  'machine/others': OthersScreen,
  'machine/numbers': NumbersScreen,
  model: ModelScreen,
  use_case: UseCaseScreen,
  tune: TuneScreen,
  targets: TargetsScreen,
  finish: FinishScreen,
  'finish/path': PathScreen,
  'finish/format': FormatScreen,
  'finish/overwrite': OverwriteScreen,
}

/** The wizard on a screen: keys in, frames out; all else is the wizard's. */
export function App({ wizard, look }: { readonly wizard: Wizard; readonly look: Look }) {
  const view = useSyncExternalStore(wizard.subscribe, wizard.view)
  const { exit } = useApp()
  useEffect(() => {
    void wizard.ended.then(() => exit())
  }, [wizard, exit])
  useWindowSize(useCallback((columns, rows) => wizard.act({ type: 'resized', columns, rows }), [wizard]))
  useKeys(
    (key) => press(wizard, key),
    (text) => take(wizard, text),
    (text) => paste(wizard, text),
  )
  const shown = useMemo(() => look, [look])
  return (
    <LookContext.Provider value={shown}>
      <Screen view={view} />
    </LookContext.Provider>
  )
}

function Screen({ view }: { readonly view: View }) {
  const { columns, rows, place, help } = view.state
  if (columns < LEAST.columns || rows < LEAST.rows) {
    return (
      <Box width={columns} height={rows}>
        <Text wrap="truncate-end">{`Too small: ${LEAST.columns} x ${LEAST.rows} needed.`}</Text>
      </Box>
    )
  }
  const Content = SCREENS[place]
  return <Frame view={view}>{help !== null ? <Help view={view} /> : <Content view={view} />}</Frame>
}

function press(wizard: Wizard, key: string): void {
  const action = actionFor(wizard.view(), key)
  if (action !== null) wizard.act(action)
}

function paste(wizard: Wizard, text: string): void {
  const action = pasted(wizard.view(), text)
  if (action !== null) wizard.act(action)
}

/** Several signs at once: text where a field has the keys, else one key after the other. */
function take(wizard: Wizard, all: string): void {
  for (const piece of inputPieces(all)) {
    const { typing, help } = wizard.view().state
    if ('key' in piece) press(wizard, piece.key)
    else if (typing && help === null) {
      const action = typed(wizard.view(), piece.text)
      if (action !== null) wizard.act(action)
    } else {
      for (const sign of piece.text) press(wizard, /[\r\n]/.test(sign) ? 'enter' : sign === ' ' ? 'space' : sign)
    }
  }
}
