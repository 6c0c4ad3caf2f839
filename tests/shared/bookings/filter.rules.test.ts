import { expect, test } from 'vitest'
import { bookingStatuses } from '../../../shared/bookings/bookings.contract.ts'
import {
  bookingFilter,
  choicesMade,
  filterBookings,
  noFilter,
  wantsCancelled,
  type BookingFilter,
} from '../../../shared/bookings/filter.rules.ts'
import { localityId, programmeId, staffId } from '../../../shared/ids.ts'
import { buildingIdOf, theBooking } from '../../support/board-factories.ts'

const id = '0192f0c1-2b3c-7d4e-8f90-00000000000a'
const other = '0192f0c1-2b3c-7d4e-8f90-00000000000b'
const [melton, blaby] = [localityId.parse(id), localityId.parse(other)]
const places = [
  { id: buildingIdOf(1), localityId: melton, half: 'east' },
  { id: buildingIdOf(2), localityId: blaby, half: 'west' },
  { id: buildingIdOf(3), localityId: null, half: null },
] as const
const inBuilding = (n: number) => theBooking(n, { buildingId: buildingIdOf(n) })
const everywhere = [inBuilding(1), inBuilding(2), inBuilding(3)]

/** Which bookings a filter leaves, by their titles' numbers. */
const left = (filter: Partial<BookingFilter>, bookings = everywhere) =>
  filterBookings(bookings, { ...noFilter, ...filter }, places)
    .map((b) => b.title.slice(8))
    .join(' ')

test('no filter leaves everything that stands, in its order', () => {
  const all = bookingStatuses.map((status, n) => theBooking(n, { status }))
  expect(filterBookings(all, noFilter, places).map((b) => b.status)).toEqual([
    'confirmed',
    'tentative',
    'requested',
  ])
})

test('buildings, localities and halves choose by where a booking is; an unknown place is in none', () => {
  expect(left({ buildingIds: [buildingIdOf(1), buildingIdOf(3)] })).toBe('1 3')
  expect(left({ localityIds: [blaby] })).toBe('2')
  expect(left({ half: 'east' })).toBe('1')
  expect(left({ half: 'west', localityIds: [melton] })).toBe('')
  expect(left({ half: 'east' }, [inBuilding(9)])).toBe('')
  expect(left({}, [inBuilding(9)])).toBe('9')
})

test('purpose, programme and who leads choose any of those named', () => {
  const [bounceBack, jo] = [programmeId.parse(id), staffId.parse(id)]
  const session = theBooking(1, {
    purpose: 'session',
    programmeId: bounceBack,
    leaderIds: [staffId.parse(other), jo],
  })
  const bookings = [session, theBooking(2, { purpose: 'staff' })]
  expect(left({ purposes: ['staff', 'contact'] }, bookings)).toBe('2')
  expect(left({ programmeIds: [bounceBack] }, bookings)).toBe('1')
  expect(left({ leaderIds: [jo] }, bookings)).toBe('1')
  expect(left({ leaderIds: [jo], purposes: ['staff'] }, bookings)).toBe('')
})

test('mine leaves what the person leads or made', () => {
  expect(left({ mine: true }, [theBooking(1, { mine: true }), theBooking(2)])).toBe('1')
})

test('what was cancelled is read only when it is asked for', () => {
  expect(wantsCancelled(noFilter)).toBe(false)
  expect(wantsCancelled({ ...noFilter, statuses: ['cancelled'] })).toBe(true)
  expect(wantsCancelled({ ...noFilter, statuses: ['no-show'] })).toBe(true)
})

test('the choices that leave something out are counted', () => {
  expect(choicesMade(noFilter)).toBe(0)
  expect(choicesMade({ ...noFilter, mine: true, half: 'east', purposes: ['staff'] })).toBe(3)
  expect(choicesMade({ ...noFilter, statuses: ['confirmed'] })).toBe(1)
  expect(choicesMade({ ...noFilter, statuses: ['requested', 'tentative', 'confirmed'] })).toBe(0)
})

test('a filter kept by an older program takes the usual for what it did not know', () => {
  expect(bookingFilter.parse({ half: 'west' })).toEqual({ ...noFilter, half: 'west' })
})
