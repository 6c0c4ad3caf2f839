import { expect, test } from 'vitest'
import { ruleAgain } from '../../../shared/series/again.rules.ts'
import { terms2026 } from '../../support/plan-calendar.ts'
import { after, aRule, on, weeks } from '../../support/series-rules.ts'

const again = (change: Parameters<typeof aRule>[0] = {}, lastDate = '2026-06-22', today = '2026-06-01') =>
  ruleAgain({ rule: aRule(change), lastDate, delivered: 8 }, terms2026, today)

test('a run of Mondays begins again on the first Monday of the next term, with as many as were held', () => {
  expect(again({ ends: on('2026-06-22') })).toEqual(aRule({ firstDate: '2026-08-31', ends: after(8) }))
})

test('Tuesdays and Thursdays begin with whichever comes first in the term', () => {
  // The autumn term begins on a Tuesday, its second half on a Monday.
  expect(again({ repeats: weeks([2, 4]) }).firstDate).toBe('2026-08-25')
  expect(again({ repeats: weeks([2, 4]) }, '2026-10-15').firstDate).toBe('2026-10-27')
})

test('where no later term is known it goes on after the last date, and a run long over begins in no past', () => {
  expect(again({}, '2026-12-14').firstDate).toBe('2026-12-21')
  expect(again({}, '2026-03-02', '2026-11-24').firstDate).toBe('2026-11-30')
})

test('dates picked by hand keep their weekdays and the gaps between them', () => {
  const repeats = { kind: 'dates' as const, dates: ['2026-05-06', '2026-05-08', '2026-06-03'] }
  expect(again({ repeats, firstDate: '2026-05-06' }).repeats).toEqual({
    kind: 'dates',
    dates: ['2026-08-26', '2026-08-28', '2026-09-23'],
  })
})

test('the last Friday of the month stays the last Friday of the month', () => {
  const repeats = { kind: 'month-weekday', every: 1, weekday: 5, nth: -1 } as const
  expect(again({ repeats }).firstDate).toBe('2026-08-28')
})
