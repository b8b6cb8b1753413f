import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paint } from '../../cli/tui/terminal/painter.ts'
import { openScreen } from '../../cli/tui/terminal/screen.ts'
import { asStream, FakeTerminal } from './helpers/terminal.ts'

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve))
const size = fc.record({ columns: fc.integer({ min: 1, max: 30 }), rows: fc.integer({ min: 1, max: 12 }) })
const word = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\u2588'), maxLength: 30 })

test('whatever was shown before, the screen shows the last frame and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(size, fc.array(word, { maxLength: 14 })), { minLength: 1 }), async (steps) => {
      const terminal = new FakeTerminal(20, 8)
      const screen = openScreen(asStream(terminal))
      for (const [{ columns, rows }, lines] of steps) {
        if (columns !== terminal.columns || rows !== terminal.rows) terminal.resize(columns, rows)
        const fitting = lines.slice(0, rows).map((line) => line.slice(0, columns))
        screen.stream.write(fitting.join('\n'))
        // oxlint-disable-next-line no-await-in-loop -- frames of one turn are drawn once
        await turn()
        expect(terminal.screen()).toEqual(Array.from({ length: rows }, (_, row) => (fitting[row] ?? '').trimEnd()))
      }
      screen.close()
    }),
    { numRuns: 100 },
  )
})

test('only lines that differ are written, and nothing where nothing does', () => {
  expect(paint(['a', 'b', 'c'], ['a', 'x', 'c'], 10)).toContain('\u001B[2;1H')
  expect(paint(['a', 'b', 'c'], ['a', 'x', 'c'], 10)).not.toContain('\u001B[1;1H')
  expect(paint(['a', 'b'], ['a', 'b'], 10)).toBe('')
  expect(paint(['a', 'b'], ['a'], 10)).toContain('\u001B[2;1H')
})

test('a frame that is too tall is cut, never scrolled', () => {
  expect(paint(null, ['1', '2', '3'], 2)).not.toContain('3;1H')
})

test('frames of one turn are drawn once, the last of them', async () => {
  const terminal = new FakeTerminal(10, 3)
  const written: string[] = []
  const screen = openScreen(asStream(terminal))
  const { write } = terminal
  terminal.write = (text) => {
    written.push(text)
    return write.call(terminal, text)
  }
  for (const frame of ['a', 'b', 'c']) screen.stream.write(frame)
  await turn()
  expect(written).toHaveLength(1)
  expect(terminal.screen()[0]).toBe('c')
  screen.close()
})

test('the terminal is given back as it was, once', () => {
  const terminal = new FakeTerminal(10, 3)
  const before = process.listenerCount('exit')
  const screen = openScreen(asStream(terminal))
  expect(terminal).toMatchObject({ alternate: true, cursor_hidden: true })
  screen.show('hello')
  expect(terminal.screen()[0]).toBe('hello')
  screen.close()
  expect(terminal).toMatchObject({ alternate: false, cursor_hidden: false })
  terminal.write = () => {
    throw new Error('written to after it was given back')
  }
  screen.close()
  screen.stream.write('late')
  expect(process.listenerCount('exit')).toBe(before)
  expect(terminal.listenerCount('resize')).toBe(0)
})
