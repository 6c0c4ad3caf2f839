import { expect, test } from 'vitest'
import { heatKey, yearHeat } from '../../../shared/bookings/year-heat.rules.ts'

const times = (n: number, date: string) => Array.from({ length: n }, () => ({ startsAt: `${date}T10:00` }))
const dayOf = (months: ReturnType<typeof yearHeat>, date: string) =>
  months.flatMap((month) => month.weeks.flat()).find((day) => day?.date === date)

test('a year has every day once, in weeks from Monday, in leap years too', () => {
  for (const [year, days] of [
    ['2026', 365],
    ['2028', 366],
  ] as const) {
    const months = yearHeat(`${year}-06-15`, [])
    const dates = months.flatMap((month) => month.weeks.flat()).flatMap((day) => day?.date ?? [])
    expect(new Set(dates).size).toBe(days)
    expect(dates).toEqual(dates.toSorted())
    expect(months.every((month) => month.weeks.every((week) => week.length === 7))).toBe(true)
  }
  // 1 November 2026 is a Sunday.
  expect(yearHeat('2026-01-01', [])[10]?.weeks[0]?.findIndex((day) => day !== null)).toBe(6)
})

test('a day is as warm as it is full beside the fullest day; an empty one is cold', () => {
  const bookings = [...times(8, '2026-11-24'), ...times(1, '2026-11-25'), ...times(3, '2026-12-31')]
  const months = yearHeat('2026-11-24', bookings)
  expect(dayOf(months, '2026-11-24')).toMatchObject({ bookings: 8, heat: 4 })
  expect(dayOf(months, '2026-11-25')).toMatchObject({ bookings: 1, heat: 1 })
  expect(dayOf(months, '2026-12-31')).toMatchObject({ bookings: 3, heat: 2 })
  expect(dayOf(months, '2026-11-26')).toMatchObject({ bookings: 0, heat: 0 })
  expect(months.map((month) => month.bookings).slice(10)).toEqual([9, 3])
})

test('the key names each number of bookings once, and agrees with the days', () => {
  for (const fullest of [1, 2, 3, 4, 5, 7, 8, 40]) {
    const key = heatKey(fullest)
    for (let n = 1; n <= fullest; n++) {
      const day = dayOf(
        yearHeat('2026-01-01', [...times(n, '2026-01-02'), ...times(fullest, '2026-01-03')]),
        '2026-01-02',
      )
      const named = key.filter(({ least, most }) => least <= n && n <= most)
      expect(named.map(({ heat }) => heat)).toEqual([day?.heat])
    }
  }
})
