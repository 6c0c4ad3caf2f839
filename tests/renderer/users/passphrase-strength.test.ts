import { expect, test } from 'vitest'
import { passphraseStrength } from '../../../renderer/features/users/passphrase-strength.ts'

test('nine letters are too short and ten are not', () => {
  expect(passphraseStrength('orchidlam').level).toBe('short')
  expect(passphraseStrength('orchidlamp').level).toBe('fair')
})

test('three words are strong, two are good enough', () => {
  expect(passphraseStrength('orchid lamp tram').level).toBe('strong')
  expect(passphraseStrength('orchid lamps').level).toBe('fair')
})

test('length without variety is easy to guess', () => {
  expect(passphraseStrength('aaaaaaaaaaaaaaaaaaaa').level).toBe('weak')
  expect(passphraseStrength('1212121212').level).toBe('weak')
})

test('the words everybody tries first are easy to guess', () => {
  expect(passphraseStrength('Password123').level).toBe('weak')
  expect(passphraseStrength('Gather2026!').level).toBe('weak')
})

test("the person's own name does not count", () => {
  expect(passphraseStrength('jo patel 1', 'Jo Patel').level).toBe('weak')
  expect(passphraseStrength('jo patel 1', 'Amir Khan').level).toBe('fair')
})

test('nothing typed yet is advice, not a reproach', () => {
  expect(passphraseStrength('   ')).toEqual({
    level: 'none',
    words: 'Three words that do not belong together are good.',
  })
})
