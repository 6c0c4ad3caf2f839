import { expect, test } from 'vitest'
import { besideOf, firstPeriodOf, periodOn } from '../../../shared/reports/periods.rules.ts'

const days = (from: string, to: string) => ({ from, to })

test('before a quarter stands the quarter before it, before a month the month, however many days they have', () => {
  expect(besideOf('period-before', days('2026-10-01', '2026-12-31'))).toEqual(days('2026-07-01', '2026-09-30')) // prettier-ignore
  expect(besideOf('period-before', days('2026-03-01', '2026-03-31'))).toEqual(days('2026-02-01', '2026-02-28')) // prettier-ignore
  expect(besideOf('period-before', days('2026-04-01', '2027-03-31'))).toEqual(days('2025-04-01', '2026-03-31')) // prettier-ignore
})

test('before dates of one’s own stand as many days', () => {
  expect(besideOf('period-before', days('2026-10-05', '2026-10-11'))).toEqual(days('2026-09-28', '2026-10-04')) // prettier-ignore
  expect(besideOf('period-before', days('2026-10-05', '2026-10-05'))).toEqual(days('2026-10-04', '2026-10-04')) // prettier-ignore
})

test('a year before are the same days, and of February its last day in either year', () => {
  expect(besideOf('year-before', days('2026-10-05', '2026-10-11'))).toEqual(days('2025-10-05', '2025-10-11'))
  expect(besideOf('year-before', days('2024-02-01', '2024-02-29'))).toEqual(days('2023-02-01', '2023-02-28'))
  expect(besideOf('year-before', days('2025-02-01', '2025-02-28'))).toEqual(days('2024-02-01', '2024-02-29'))
  expect(besideOf('none', days('2025-02-01', '2025-02-28'))).toBeNull()
})

test('named periods move on with the day: quarters and years begin in April, half terms as the settings say', () => {
  const terms = [
    { id: 'a', name: 'Autumn 1', startsOn: '2026-08-27', endsOn: '2026-10-16' },
    { id: 'b', name: 'Autumn 2', startsOn: '2026-11-02', endsOn: '2026-12-18' },
  ]
  expect(periodOn('last-quarter', '2026-04-01', terms)).toEqual(days('2026-01-01', '2026-03-31'))
  expect(periodOn('last-quarter', '2026-03-31', terms)).toEqual(days('2025-10-01', '2025-12-31'))
  expect(periodOn('this-year', '2026-03-31', terms)).toEqual(days('2025-04-01', '2026-03-31'))
  expect(periodOn('this-term', '2026-12-18', terms)).toEqual(days('2026-11-02', '2026-12-18'))
  expect(periodOn('this-term', '2026-12-19', terms)).toBeNull()
  expect(periodOn('last-term', '2026-10-20', terms)).toEqual(days('2026-08-27', '2026-10-16'))
  expect(periodOn('dates', '2026-10-20', terms)).toBeNull()
})

test('the return opens on the quarter that is over, scrutiny on the year, and all else on the quarter that runs', () => {
  expect(firstPeriodOf('quarterly-return')).toBe('last-quarter')
  expect(firstPeriodOf('scrutiny')).toBe('this-year')
  expect(firstPeriodOf('reach')).toBe('this-quarter')
})
