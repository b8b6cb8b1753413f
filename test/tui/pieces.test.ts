import { expect, test } from 'vitest'
import { inputPieces } from '../../cli/tui/keys/pieces.ts'

test.each([
  ['qwen', [{ text: 'qwen' }]],
  ['qwen\r', [{ text: 'qwen' }, { key: 'enter' }]],
  ['qw\u007Fwen', [{ text: 'qw' }, { key: 'backspace' }, { text: 'wen' }]],
  ['abc\u0003', [{ text: 'abc' }, { key: 'ctrl-c' }]],
  ['ab\u0015cd\u001A', [{ text: 'ab' }, { key: 'ctrl-u' }, { text: 'cd' }, { key: 'ctrl-z' }]],
  ['a\nb\r\n', [{ text: 'a\nb' }, { key: 'enter' }]],
  ['\u0001\u0005', [{ key: 'ctrl-a' }, { key: 'ctrl-e' }]],
  ['', []],
] as const)('%j that came at once', (text, pieces) => expect(inputPieces(text)).toEqual(pieces))
