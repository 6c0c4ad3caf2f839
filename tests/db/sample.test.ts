import { expect, test } from 'vitest'
import { inventCounty } from '../../db/sample/invent-county.ts'
import { sampleSizes, type InventedCounty } from '../../db/sample/invented.ts'
import type { Actor } from '../../db/context.ts'
import { newIdAt } from '../../db/new-id.ts'
import { readReference } from '../../db/sample/reference.ts'
import { schoolYear } from '../../db/sample/school-year.ts'
import { openStore } from '../../db/store.ts'
import { isExpected } from '../../shared/enrolments/roster.rules.ts'
import { userId } from '../../shared/ids.ts'
import { aCounty, NOW, type TestCounty } from '../support/test-county.ts'

const TODAY = NOW.slice(0, 10)
const actor = {
  id: newIdAt(new Date(NOW))(userId),
  name: 'Ada Administrator',
  role: 'administrator',
  staffId: null,
  buildingIds: [],
  half: null,
} satisfies Actor

/** Looks at the file itself: these are promises about rows, whatever the screens make of them. */
async function rowsOf<T>(
  county: TestCounty,
  read: (db: ReturnType<typeof openStore>['reader']) => Promise<T>,
): Promise<T> {
  const store = openStore(county.file)
  try {
    return await read(store.reader)
  } finally {
    await store.close()
  }
}

async function inventedOn(today: string): Promise<InventedCounty> {
  const county = await aCounty()
  const reference = await rowsOf(county, readReference)
  if (reference === null) throw new Error('A county has its reference data')
  return inventCounty({ sizes: sampleSizes, actor, today, newId: newIdAt(new Date(NOW)), reference })
}

const datesOf = (county: InventedCounty) =>
  county.groups.map((one) => one.sessions.map((s) => s.starts_at.slice(0, 10)))

test('a sample county says so, and so does every building in it', async () => {
  const county = await aCounty('sample')
  expect(await county.api.county.status({})).toMatchObject({ sample: true })
  const buildings = await rowsOf(county, (db) => db.selectFrom('building').selectAll().execute())
  expect(buildings).toHaveLength(21)
  for (const building of buildings) {
    expect(building).toMatchObject({ sample: 1, address: null })
    expect(building.name).toMatch(/^Sample centre \d\d$/)
  }
  expect(new Set(buildings.map((one) => one.locality_id)).size).toBe(5)
})

test('every building has 3 to 5 rooms, and some have a hall that is let by halves', async () => {
  const county = await aCounty('sample')
  const rooms = await rowsOf(county, (db) => db.selectFrom('room').selectAll().execute())
  const counts = Object.values(Object.groupBy(rooms, (room) => room.building_id)).map((some) => some?.length)
  expect(counts).toHaveLength(21)
  expect(counts.every((n) => n === 3 || n === 4 || n === 5)).toBe(true)
  const halves = rooms.filter((room) => room.part_of_id !== null)
  expect(halves.map((room) => room.name)).toContain('Hall, back half')
})

test('nobody but the person who made it can sign in to a sample county', async () => {
  const county = await aCounty('sample')
  const users = await county.api.users.list({})
  expect(users.length).toBeGreaterThan(1)
  const secrets = await rowsOf(county, (db) => db.selectFrom('credential').selectAll().execute())
  expect(secrets).toHaveLength(1)
})

test('it is one command in the audit trail, chained like any other', async () => {
  const { api } = await aCounty('sample')
  const entries = await api.audit.list({})
  expect(entries.filter((entry) => entry.operation === 'county.create')).toHaveLength(1)
  expect(await api.audit.verify({})).toMatchObject({ intact: true })
})

test('a completed register has a mark for everyone expected, and a session to come has none', async () => {
  const { groups } = await inventedOn(TODAY)
  let registers = 0
  for (const group of groups) {
    for (const session of group.sessions) {
      const date = session.starts_at.slice(0, 10)
      const marked = new Set(
        group.marks.filter((mark) => mark.session_id === session.id).map((mark) => mark.person_id),
      )
      if (date >= TODAY) expect(marked.size).toBe(0)
      if (!session.register_completed_at) continue
      registers += 1
      for (const enrolment of group.enrolments) {
        const history = group.events
          .filter((event) => event.enrolment_id === enrolment.id)
          .map((event) => ({
            onDate: event.on_date,
            step: event.step,
            status: event.status,
            reason: event.reason ?? null,
          }))
        if (isExpected(history, date)) expect(marked).toContain(enrolment.person_id)
      }
    }
  }
  expect(registers).toBeGreaterThan(20)
})

test.each([
  ['a Monday in term', '2026-11-23'],
  ['a Saturday', '2026-11-28'],
  ['a Sunday', '2026-11-22'],
  ['the summer holidays', '2027-08-11'],
  ['Christmas Day', '2026-12-25'],
  ['the first day of a school year', '2027-08-31'],
  ['a leap day', '2028-02-29'],
])(
  'on %s there are sessions to take, a register that is owed, and groups of every stage',
  async (_name, today) => {
    const county = await inventedOn(today)
    const dates = datesOf(county)
    expect(dates.filter((all) => all.includes(today)).length).toBeGreaterThanOrEqual(3)
    expect(dates.some((all) => all.every((date) => date < today))).toBe(true)
    expect(dates.some((all) => all.some((date) => date < today) && all.some((date) => date > today))).toBe(
      true,
    )
    expect(dates.some((all) => all.every((date) => date > today))).toBe(true)
    const owed = county.groups
      .flatMap((group) => group.sessions)
      .filter(
        (one) => one.starts_at.slice(0, 10) < today && !one.register_completed_at && one.did_not_run === 0,
      )
    expect(owed.length).toBeGreaterThanOrEqual(2)
  },
)

test('the same day gives the same county, but for its ids', async () => {
  const withoutIds = (county: InventedCounty) =>
    JSON.stringify(county).replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
  const one = await inventedOn(TODAY)
  expect(withoutIds(await inventedOn(TODAY))).toBe(withoutIds(one))
  expect(withoutIds(await inventedOn('2026-11-24'))).not.toBe(withoutIds(one))
})

test.each(['2026-11-23', '2026-11-28', '2026-11-22', '2026-12-24', '2026-12-25', '2027-08-11', '2028-02-29'])(
  'on %s every invented booking lies within the hours of its building',
  async (today) => {
    const county = await inventedOn(today)
    const places = new Map(county.places.flatMap((place) => place.rooms.map((room) => [room.id, place])))
    const bookings = [...county.groups.flatMap((group) => group.bookings), ...county.otherBookings]
    expect(bookings.length).toBeGreaterThan(200)
    const outside = bookings.filter(({ room_id, starts_at, ends_at }) => {
      const place = places.get(room_id)
      return !place?.isOpen(starts_at.slice(0, 10), starts_at.slice(11), ends_at.slice(11))
    })
    expect(outside).toEqual([])
  },
)

test('the file says the same: the program finds no booking of a sample county outside the hours', async () => {
  const { api } = await aCounty('sample')
  for (const { id, version } of await api.buildings.list({})) {
    const { week, opensOnBankHolidays } = await api.buildings.get({ id })
    const saved = await api.buildings.setOpening({ id, version, week, opensOnBankHolidays })
    expect(saved.outside).toEqual({ count: 0, first: [] })
  }
})

test('sample buildings open in several ways: over lunch, late, on Saturdays, on bank holidays, and not', async () => {
  const { places } = await inventedOn(TODAY)
  const open = (start: string, end: string, date: string) => places.filter((one) => one.isOpen(date, start, end)).length // prettier-ignore
  const some = (n: number) => n > 2 && n < places.length - 2
  expect(open('10:00', '11:00', '2026-11-24')).toBe(places.length)
  for (const [start, end, date] of [
    ['11:30', '13:00', '2026-11-24'],
    ['19:00', '20:00', '2026-11-24'],
    ['10:00', '11:00', '2026-11-28'],
    ['10:00', '11:00', '2026-12-28'],
    ['13:00', '14:00', '2026-12-24'],
  ] as const)
    // prettier-ignore
    expect([start, end, date, some(open(start, end, date))]).toEqual([start, end, date, true])
})

test('sample buildings have what rooms, ways in and equipment can have, each somewhere and not everywhere', async () => {
  const { places } = await inventedOn(TODAY)
  const rooms = places.flatMap((place) => place.rooms)
  expect(rooms.filter((room) => room.needs_approval === 1)).toHaveLength(1)
  expect(rooms.some((room) => room.least_people !== null)).toBe(true)
  const kinds = places.flatMap((place) => place.access.map((line) => line.kind))
  expect(new Set(kinds)).toEqual(new Set(['reception', 'staff', 'key', 'code']))
  expect(kinds.filter((kind) => kind === 'reception').length).toBeGreaterThan(kinds.length / 3)
  expect(places.every((place) => place.equipment.length >= 3)).toBe(true)
  for (const { building } of places) {
    expect(building.latitude).toBeGreaterThan(52.4)
    expect(building.latitude).toBeLessThan(52.95)
    expect(building.longitude).toBeGreaterThan(-1.6)
    expect(building.longitude).toBeLessThan(-0.7)
  }
  const spots = new Set(places.map(({ building }) => `${building.latitude} ${building.longitude}`))
  expect(spots.size).toBe(places.length)
})

test('the names that have broken lists before are all there', async () => {
  const { people } = await inventedOn(TODAY)
  const names = people.map((one) => one.last_name)
  for (const name of ['O’Neill', 'Ó Néill', 'O Neill', 'van der Berg', 'Li', 'Nguyễn', 'Ashworth-Begum'])
    expect(names).toContain(name)
  expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(40)
  expect(people.filter((one) => one.provisional === 1)).toHaveLength(1)
})

test('invented half terms follow the habit of the county: two weeks of July off, and an October break a week early', () => {
  const [autumn, late, , , , summer] = schoolYear(2025)
  expect(autumn).toEqual({
    name: 'Autumn term 2025, first half (sample)',
    startsOn: '2025-08-26',
    endsOn: '2025-10-17',
  })
  expect(late).toMatchObject({ startsOn: '2025-10-27', endsOn: '2025-12-19' })
  expect(summer).toMatchObject({ startsOn: '2026-06-01', endsOn: '2026-07-10' })
})

test('children of a sample county have adults, answers to consents and what they need, and not all of them', async () => {
  const county = await aCounty('sample')
  const { people } = await county.api.people.search({ limit: 200 })
  const all = await Promise.all(people.map(({ id }) => county.api.people.get({ id })))
  const share = (has: (one: (typeof all)[number]) => boolean) => all.filter(has).length / all.length
  const some = { least: 0.02, most: 0.98 }
  for (const has of [
    (one) => one.adults.length > 1,
    (one) => one.adults.some((adult) => adult.mayCollect === 'no'),
    (one) => one.consents.some(({ state }) => state === 'no'),
    (one) => one.consents.some(({ state }) => state === 'runs-out' || state === 'run-out'),
    (one) => one.person.accessNeeds !== null || one.person.interpreter,
    (one) => one.references.length > 0,
    (one) => one.person.safeToText === 'yes',
  ] satisfies Parameters<typeof share>[0][]) {
    expect(share(has)).toBeGreaterThan(some.least)
    expect(share(has)).toBeLessThan(some.most)
  }
})

test('registers of a sample county say who led and who helped, how late somebody was, and count heads only where people drop in', async () => {
  const { groups, record } = await inventedOn(TODAY)
  const sessions = groups.flatMap((group) => group.sessions)
  const marks = groups.flatMap((group) => group.marks)
  const complete = new Set(
    sessions.filter((s) => typeof s.register_completed_at === 'string').map((s) => s.id),
  )
  expect(
    record.delivered.every(
      (one) => complete.has(one.session_id) && (one.part === 'lead' || one.part === 'volunteer'),
    ),
  ).toBe(true)
  expect(new Set(record.delivered.map((one) => one.part))).toEqual(new Set(['lead', 'volunteer']))
  for (const id of new Set(record.headcounts.map((one) => one.session_id))) {
    const heads = record.headcounts.filter((one) => one.session_id === id).map((one) => one.people)
    const named = marks.filter((mark) => mark.session_id === id && 'PL'.includes(mark.code))
    expect(heads.reduce((sum, people) => sum + people, 0)).toBeGreaterThanOrEqual(named.length)
  }
  expect(record.headcounts.length).toBeGreaterThan(0)
  expect(record.headcounts.length).toBeLessThan(complete.size)
  expect(sessions.some((session) => session.note)).toBe(true)
  expect(new Set(marks.filter((mark) => mark.minutes).map((mark) => mark.code))).toEqual(new Set(['L']))
})

test('a few people of a sample county are there twice, each pair for another reason', async () => {
  const { api } = await aCounty('sample')
  const { pairs } = await api.people.duplicates({})
  const reasons = new Set(pairs.flatMap((pair) => pair.why))
  expect(reasons).toContain('One first name is short for the other')
  expect(reasons).toContain('Day and month of birth are the other way round')
  expect(reasons).toContain('The first names are spelt almost alike')
  expect(pairs.length).toBeLessThan(40)
})
