import { describe, expect, test } from 'vitest'
import { daysShown, monthsOfYear, type Days } from '../../../shared/bookings/calendar-range.rules.ts'
import {
  filterBookings,
  noFilter,
  wantsCancelled,
  type BookingFilter,
} from '../../../shared/bookings/filter.rules.ts'
import { yearHeat } from '../../../shared/bookings/year-heat.rules.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { addDays } from '../../../shared/time/civil.ts'
import { aCounty, type Api } from '../../support/test-county.ts'

const date = '2026-11-25'

/** What a view shows of some days: the one query and the one filter, as the window asks them. */
async function viewOf(api: Api, stretches: readonly Days[], filter: BookingFilter): Promise<Booking[]> {
  const buildings = await api.buildings.list({})
  const all: Booking[] = []
  for (const days of stretches)
    all.push(...(await api.bookings.listBetween({ ...days, includeCancelled: wantsCancelled(filter) })))
  return filterBookings(all, filter, buildings)
}

const idsOf = (bookings: readonly Booking[]) => bookings.map((booking) => booking.id).toSorted()
const inWeek = ({ startsAt }: Booking) => {
  const { from, to } = daysShown('week', date)
  return startsAt >= from && startsAt < addDays(to, 1)
}

const filters: Readonly<Record<string, Partial<BookingFilter>>> = {
  'no filter': {},
  'the east half': { half: 'east' },
  'one purpose': { purposes: ['session'] },
  mine: { mine: true },
  'what was cancelled too': {
    statuses: ['confirmed', 'tentative', 'requested', 'cancelled', 'no-show', 'lapsed'],
  },
}

describe.each(Object.entries(filters))('with %s', (_, chosen) => {
  test('the board, the week, the list, the month and the year show the same bookings of a week', async () => {
    const { api } = await aCounty('sample')
    const filter = { ...noFilter, ...chosen }
    const { from } = daysShown('week', date)
    const days = [0, 1, 2, 3, 4, 5, 6].map((n) => daysShown('day', addDays(from, n)))
    const week = await viewOf(api, [daysShown('week', date)], filter)
    const board = await viewOf(api, days, filter)
    const list = await viewOf(api, [daysShown('list', date)], filter)
    const month = await viewOf(api, [daysShown('month', date)], filter)
    const year = await viewOf(api, monthsOfYear(date), filter)
    for (const view of [board, list, month.filter(inWeek), year.filter(inWeek)])
      expect(idsOf(view)).toEqual(idsOf(week))
    const heat = yearHeat(date, year).flatMap((one) => one.weeks.flat())
    for (const day of days)
      expect(heat.find((one) => one?.date === day.from)?.bookings).toBe(
        week.filter((booking) => booking.startsAt.startsWith(day.from)).length,
      )
  })
})

test('a sample county has something of each kind that the filters tell apart', async () => {
  const { api } = await aCounty('sample')
  const all = await viewOf(api, monthsOfYear(date), { ...noFilter, ...filters['what was cancelled too'] })
  expect(all.length).toBeGreaterThan((await viewOf(api, monthsOfYear(date), noFilter)).length)
  expect((await viewOf(api, monthsOfYear(date), { ...noFilter, half: 'east' })).length).toBeGreaterThan(0)
})
