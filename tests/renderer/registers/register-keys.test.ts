import { expect, test } from 'vitest'
import { registerAction, rowAction } from '../../../renderer/features/registers/register-keys.ts'
import { keyProblem, takenKeys } from '../../../shared/registers/codes.rules.ts'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'

const code = (letter: string, key = letter.toLowerCase()): MarkCode => ({ code: letter, label: letter, key, attended: true, expected: true, contact: false, apology: false, minutes: null, retired: false }) // prettier-ignore
const codes = [code('P'), code('L'), code('N', 'b')]
const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }) // prettier-ignore

test('a letter marks the row, with Shift the family, and Caps Lock is no Shift', () => {
  expect(rowAction(press('p'), codes)).toEqual({ kind: 'give', code: 'P' })
  expect(rowAction(press('P'), codes)).toEqual({ kind: 'give', code: 'P' })
  expect(rowAction(press('P', { shiftKey: true }), codes)).toEqual({ kind: 'give-family', code: 'P' })
  expect(rowAction(press('b'), codes)).toEqual({ kind: 'give', code: 'N' })
  expect(rowAction(press('n'), codes)).toBeNull()
  expect(rowAction(press('p', { ctrlKey: true }), codes)).toBeNull()
})

test('figures are minutes, a space between is heard, and letters of the register are no marks', () => {
  expect(rowAction(press('7'), codes)).toEqual({ kind: 'digit', digit: '7' })
  expect(rowAction(press(' '), codes)).toEqual({ kind: 'nothing' })
  expect(registerAction(press('r'))).toBe('rest')
  expect(registerAction(press('Enter', { ctrlKey: true }))).toBe('complete')
  expect(registerAction(press('z', { ctrlKey: true, shiftKey: true }))).toBeNull()
  expect(registerAction(press('r', { altKey: true }))).toBeNull()
})

test('no mark has a key that the register itself answers to, and every such key is known', () => {
  for (const key of 'abcdefghijklmnopqrstuvwxyz') {
    expect([key, registerAction(press(key)) !== null]).toEqual([key, key in takenKeys])
    expect([key, keyProblem(key, 'Q', []) !== null]).toEqual([key, key in takenKeys])
  }
})
