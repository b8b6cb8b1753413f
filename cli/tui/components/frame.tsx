import { Box, Text } from 'ink'
import type { ReactNode } from 'react'
import { plain } from '../../../shared/report/plain.ts'
import { deviceLabel } from '../device-label.ts'
import { cut, fitted } from '../format.ts'
import { activeBindings } from '../keys/action-for.ts'
import { hintOf } from '../keys/binding.ts'
import { placeOf, STEPS } from '../wizard/steps.ts'
import { isSimulated, targetOf } from '../wizard/target-of.ts'
import type { View } from '../wizard/view.ts'
import { Line, Piece, useLook } from './look.tsx'

/** Header with the steps, the screen's content, a line of news, and the keys that do something now. */
export function Frame({ view, children }: { readonly view: View; readonly children: ReactNode }) {
  const { columns, rows } = view.state
  const { glyphs, screenReader } = useLook()
  const size = screenReader ? {} : { width: columns, height: rows }
  return (
    <Box flexDirection="column" {...size}>
      <Box flexDirection="column" flexShrink={0}>
        <Header view={view} />
        {screenReader ? null : <Line tone="quiet">{glyphs.rule.repeat(columns)}</Line>}
      </Box>
      <Box flexDirection="column" flexGrow={1} overflow="hidden">
        {/* What does not fit is cut at the bottom; nothing is squeezed into what is above it. */}
        <Box flexDirection="column" flexGrow={1} flexShrink={0}>
          {children}
        </Box>
      </Box>
      <Box flexDirection="column" flexShrink={0}>
        <Status view={view} />
        <Footer view={view} />
      </Box>
    </Box>
  )
}

function Header({ view }: { readonly view: View }) {
  const { glyphs, screenReader } = useLook()
  const { state } = view
  const at = STEPS.findIndex(({ id }) => id === placeOf(state.place).step)
  const sim = isSimulated(state)
  const target = targetOf(state)
  const name = target === null ? '' : deviceLabel(target.display_name).product
  const crumbs = STEPS.map(({ title }) => title).join(` ${glyphs.step} `)
  const badge = sim ? ' SIM ' : ''
  const wide = state.columns >= 10 + crumbs.length + badge.length + 12
  const room = state.columns - 10 - (wide ? crumbs.length : 16) - badge.length - 4
  if (screenReader) {
    const step = `lp-tui, step ${at + 1} of ${STEPS.length}: ${STEPS[at]?.title}`
    const on = name === '' ? '' : `. ${sim ? 'Simulated target' : 'Target'}: ${name}`
    return <Text>{plain(`${step}${on}.`)}</Text>
  }
  return (
    <Box justifyContent="space-between">
      <Text wrap="truncate-end">
        <Piece tone="accent" bold>
          {' lp-tui  '}
        </Piece>
        {wide ? (
          STEPS.map(({ id, title }, index) => (
            <Piece key={id} tone={index > at ? 'quiet' : 'plain'}>
              {index === 0 ? '' : <Piece tone="quiet">{` ${glyphs.step} `}</Piece>}
              <Piece tone={index === at ? 'accent' : index > at ? 'quiet' : 'plain'} bold={index === at}>
                {title}
              </Piece>
            </Piece>
          ))
        ) : (
          <Piece bold>{`${STEPS[at]?.title ?? ''} `}</Piece>
        )}
        {wide ? '' : <Piece tone="quiet">{`${at + 1} of ${STEPS.length}`}</Piece>}
      </Text>
      <Text wrap="truncate-end">
        <Piece tone="quiet">{room >= 10 ? cut(name, room) : ''} </Piece>
        {sim ? (
          <Piece tone="warning" bold>
            {badge}
          </Piece>
        ) : (
          ''
        )}
      </Text>
    </Box>
  )
}

/** What just happened, or what is being waited for; else the rule below the content. */
function Status({ view }: { readonly view: View }) {
  const { glyphs, screenReader } = useLook()
  const { busy, notice, columns } = view.state
  if (busy !== null) return <Line tone="quiet">{` ${glyphs.waiting} ${busy}; Esc gives it up`}</Line>
  if (notice === null) return screenReader ? null : <Line tone="quiet">{glyphs.rule.repeat(columns)}</Line>
  const mark = notice.tone === 'ok' ? glyphs.ok : notice.tone === 'warning' ? glyphs.warning : glyphs.error
  const text = screenReader ? notice.text : fitted(plain(notice.text), columns - mark.length - 3)
  return <Line tone={notice.tone}>{` ${mark} ${text}`}</Line>
}

/** Hints from the key table, as many as fit. */
function Footer({ view }: { readonly view: View }) {
  const { columns } = view.state
  const { glyphs, screenReader } = useLook()
  const all = activeBindings(view).filter(({ hint }) => hint !== undefined)
  const ends = all.filter(({ keys }) => ['?', 'q', 'ctrl-c'].includes(keys[0] ?? ''))
  const others = all.filter((binding) => !ends.includes(binding))
  const shown = [...others]
  const shownLabel = (label: string) => (glyphs.arrows ? label : asciiLabel(label))
  const width = () =>
    [...shown, ...ends].reduce((sum, one) => sum + shownLabel(one.label).length + hintOf(one, view).length + 4, -2)
  // What people try anyway goes first, what leads on stays longest.
  for (const key of ['up', 'ctrl-a', 'escape', 'r', 'left', 'o', '/', 'space']) {
    const at = shown.findIndex(({ keys }) => keys.includes(key))
    if (at !== -1 && width() > columns) shown.splice(at, 1)
  }
  while (shown.length > 0 && width() > columns) shown.pop()
  if (screenReader) {
    const keys = [...others, ...ends].map((one) => `${asciiLabel(one.label)} ${hintOf(one, view)}`)
    return <Text>{`Keys: ${keys.join(', ')}.`}</Text>
  }
  return (
    <Text wrap="truncate-end">
      {[...shown, ...ends].map((one, at) => (
        <Text key={one.keys[0] ?? one.label}>
          {at === 0 ? ' ' : '   '}
          <Piece tone="accent">{shownLabel(one.label)}</Piece>
          <Piece tone="quiet">{` ${hintOf(one, view)}`}</Piece>
        </Text>
      ))}
    </Text>
  )
}

/** Arrows by name, for fonts without them. */
export function asciiLabel(label: string): string {
  return label.replace('\u2191\u2193', 'Up/Down').replace('\u2190\u2192', 'Left/Right')
}
