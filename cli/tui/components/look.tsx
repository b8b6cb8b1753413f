import { plain } from '../../../shared/report/plain.ts'
import { Text } from 'ink'
import { Children, createContext, useContext, type ReactNode } from 'react'
import { colourOf, glyphsFor, type Glyphs, type Tone } from '../theme.ts'

/** What every component draws with. */
export type Look = { readonly glyphs: Glyphs; readonly screenReader: boolean }

export const LookContext = createContext<Look>({
  glyphs: glyphsFor({ env: { LANG: 'C.UTF-8' }, platform: 'linux' }),
  screenReader: false,
})

export function useLook(): Look {
  return useContext(LookContext)
}

/** One line of text in a tone; cut at the end where the line is too short for it. */
export function Line({ tone = 'plain', bold = false, children }: { tone?: Tone; bold?: boolean; children: ReactNode }) {
  return (
    <Text {...colourOf(tone)} bold={bold} wrap="truncate-end">
      {shown(children)}
    </Text>
  )
}

/** A piece inside a line. */
export function Piece({
  tone = 'plain',
  bold = false,
  children,
}: {
  tone?: Tone
  bold?: boolean
  children: ReactNode
}) {
  return (
    <Text {...colourOf(tone)} bold={bold}>
      {shown(children)}
    </Text>
  )
}

function shown(children: ReactNode): ReactNode {
  return Children.map(children, (child) => (typeof child === 'string' ? plain(child) : child))
}
