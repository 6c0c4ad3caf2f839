import { expect, test } from 'vitest'
import { readBirthDate } from '../../../renderer/ui/birth-date-field.tsx'

const TODAY = '2026-11-23'

test('three boxes make a date, with the month as a number or a word', () => {
  const born = { value: '2024-03-27', problem: null }
  expect(readBirthDate(['27', '3', '2024'], TODAY)).toEqual(born)
  expect(readBirthDate(['27', 'March', '2024'], TODAY)).toEqual(born)
})

test('nothing typed is no date and no problem', () => {
  expect(readBirthDate(['', ' ', ''], TODAY)).toEqual({ value: null, problem: null })
})

test('a half-typed date is never taken for none', () => {
  expect(readBirthDate(['27', '', ''], TODAY)).toEqual({
    value: null,
    problem: 'Enter the month and the year of birth.',
  })
})

test('a day that does not exist is refused', () => {
  expect(readBirthDate(['31', '2', '2024'], TODAY).problem).toBe('Enter a real date of birth.')
})

test('a birth may be today and not tomorrow', () => {
  expect(readBirthDate(['23', '11', '2026'], TODAY).value).toBe(TODAY)
  expect(readBirthDate(['24', '11', '2026'], TODAY).problem).toBe('Enter a date of birth in the past.')
})
