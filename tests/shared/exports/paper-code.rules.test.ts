import fc from 'fast-check'
import { expect, test } from 'vitest'
import { v7 } from 'uuid'
import { idEndingOf, paperCode } from '../../../shared/exports/paper-code.rules.ts'
import { sessionId } from '../../../shared/ids.ts'

const anId = (ending: number) =>
  sessionId.parse(v7({ msecs: 0, seq: 0 }).slice(0, -6) + ending.toString(16).padStart(6, '0'))

test('the words on the paper of any register lead back to the end of its id, and no two ends have one code', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (ending) => {
      const id = anId(ending)
      expect(id.endsWith(idEndingOf(paperCode(id)) ?? 'none')).toBe(true)
    }),
  )
  const byteByByte = Array.from({ length: 256 }, (_, byte) => paperCode(anId(byte)))
  expect(new Set(byteByByte).size).toBe(256)
})

test('a code is read however it is typed: capitals, spaces, hyphens', () => {
  const code = paperCode(anId(0x0102ff))
  expect(idEndingOf(` ${code.toUpperCase().replaceAll(' ', '  ')} `)).toBe('0102ff')
  expect(idEndingOf(code.replaceAll(' ', '-'))).toBe('0102ff')
})

test('what is no code finds no register: two words, four, a word that is none of them', () => {
  const code = paperCode(anId(0x0102ff))
  const [one, two, three] = code.split(' ')
  for (const text of [
    '',
    `${one} ${two}`,
    `${code} ${one}`,
    `${one} ${two} parenting`,
    `${one} ${two} ${three}s`,
  ])
    expect([text, idEndingOf(text)]).toEqual([text, null])
})
