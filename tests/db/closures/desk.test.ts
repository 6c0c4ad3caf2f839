import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roomIdsOf } from '../../../shared/closures/offers.rules.ts'
import type { BuildingId, RoomId } from '../../../shared/ids.ts'
import { aBooking, aBuilding, aRoom, undoOf } from '../../support/booking-factories.ts'
import { aClosure, everyProposal } from '../../support/closure-factories.ts'
import { dump } from '../../support/dump.ts'
import { aGroup } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { openBuilding, someEquipment, weekdays } from '../../support/place-factories.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

type Site = { name: string; latitude?: number; longitude?: number }
const aSite = ({ api }: Pick<TestCounty, 'api'>, site: Site) => api.buildings.create(site)
/** Leicester, and places ever further to the north of it. */
const north = (degrees: number) => ({ latitude: 52.6 + degrees, longitude: -1.13 })

const aGoodRoom = ({ api }: Pick<TestCounty, 'api'>, buildingId: BuildingId, name: string, facts: { capacity?: number; features?: string[]; stepFree?: boolean; leastPeople?: number } = {}) =>
  api.buildings.createRoom({ buildingId, name, setupMinutes: 0, cleardownMinutes: 0, ...facts }) // prettier-ignore

async function proposalFor(county: TestCounty, places: { buildingId: BuildingId; roomId?: RoomId }[]) {
  const { id } = await aClosure(county, { places })
  const row = at((await county.api.closures.desk({ closureId: id })).rows, 0)
  return { row, rooms: [row.proposal, ...row.alternatives].flatMap((one) => one?.rooms.map((room) => room.roomName) ?? []) } // prettier-ignore
}

describe('the room proposed', () => {
  test('is in the same building before the nearest, and the nearest before those further away', async () => {
    const county = await aCounty()
    const here = await aSite(county, { name: 'Here', ...north(0) })
    for (const [name, degrees] of [
      ['Far', 0.5],
      ['Near', 0.05],
      ['Middle', 0.2],
    ] as const)
      // prettier-ignore
      await aGoodRoom(county, (await aSite(county, { name, ...north(degrees) })).id, name)
    const hall = await aGoodRoom(county, here.id, 'Hall')
    await aGoodRoom(county, here.id, 'Room 2')
    await aBooking(county, hall.id)
    const { rooms, row } = await proposalFor(county, [{ buildingId: here.id, roomId: hall.id }])
    expect(rooms).toEqual(['Room 2', 'Near', 'Middle', 'Far'])
    expect(row.proposal?.compromises).toEqual([])
    expect(at(row.alternatives, 0).compromises).toEqual(['3 miles away'])
    expect((await proposalFor(county, [{ buildingId: here.id }])).rooms).toEqual(['Near', 'Middle', 'Far'])
  })

  test('keeps what the room had, and says what another has not', async () => {
    const county = await aCounty()
    const { id } = await aBuilding(county)
    const hall = await aGoodRoom(county, id, 'Hall', { features: ['Kitchen'], stepFree: true, capacity: 30 })
    await aGoodRoom(county, id, 'Plain', { stepFree: true, capacity: 30 })
    await aGoodRoom(county, id, 'Up the stairs', { features: ['Kitchen'], stepFree: false, capacity: 30 })
    await aGoodRoom(county, id, 'Alike', { features: ['Kitchen'], stepFree: true, capacity: 40 })
    await aBooking(county, hall.id, { people: 20 })
    const { rooms, row } = await proposalFor(county, [{ buildingId: id, roomId: hall.id }])
    expect(rooms).toEqual(['Alike', 'Plain', 'Up the stairs'])
    expect(row.alternatives.map((one) => one.compromises)).toEqual([['no kitchen known'], ['not step-free']])
  })

  test('is never too small, at the edge exactly large enough, and the smallest that will do', async () => {
    const county = await aCounty()
    const { id } = await aBuilding(county)
    const hall = await aGoodRoom(county, id, 'Hall', { capacity: 50 })
    for (const capacity of [40, 11, 12]) await aGoodRoom(county, id, `For ${capacity}`, { capacity })
    await aGoodRoom(county, id, 'Unknown')
    await aBooking(county, hall.id, { people: 12 })
    const { rooms } = await proposalFor(county, [{ buildingId: id, roomId: hall.id }])
    expect(rooms).toEqual(['For 12', 'For 40', 'Unknown'])
  })

  test('where nobody said how many come, is as large as the one it had, or nearest to that', async () => {
    const county = await aCounty()
    const { id } = await aBuilding(county)
    const hall = await aGoodRoom(county, id, 'Hall', { capacity: 40 })
    for (const capacity of [12, 30, 45, 60]) await aGoodRoom(county, id, `For ${capacity}`, { capacity })
    await aBooking(county, hall.id)
    const { rooms, row } = await proposalFor(county, [{ buildingId: id, roomId: hall.id }])
    expect(rooms).toEqual(['For 45', 'For 60', 'For 30', 'For 12'])
    expect(row.alternatives.at(-1)?.compromises).toEqual(['seats 12, Hall seats 40'])
  })

  test('is open, is not booked with its set-up, and is closed by nothing else', async () => {
    const county = await aCounty()
    const { id } = await aBuilding(county, 'Shut')
    const hall = await aGoodRoom(county, id, 'Hall')
    const open = async (name: string, ...stretches: string[]) => {
      const { id: buildingId } = await aBuilding(county, name)
      await openBuilding(county, buildingId, weekdays(...stretches))
      return aGoodRoom(county, buildingId, name)
    }
    await open('Afternoons', '12:00-17:00')
    await open('Just', '10:00-11:00')
    const other = await open('Closed too', '09:00-17:00')
    await aClosure(county, { places: [{ buildingId: other.buildingId }] })
    const taken = await aRoom(county, { name: 'Taken', setupMinutes: 15 })
    await aBooking(county, taken.id, { from: '11:10', to: '12:00' })
    await aBooking(county, hall.id)
    expect((await proposalFor(county, [{ buildingId: id }])).rooms).toEqual(['Just'])
  })

  test('is given to one booking only, and those who come first are housed first', async () => {
    const county = await aCounty()
    const { id } = await aBuilding(county, 'Shut')
    const [one, two] = [await aGoodRoom(county, id, 'One'), await aGoodRoom(county, id, 'Two')]
    const hall = await aRoom(county)
    await aRoom(county, { name: 'Half', buildingId: hall.buildingId, partOfId: hall.id })
    await aBooking(county, one.id, { from: '10:30', to: '11:30', title: 'Later' })
    await aBooking(county, two.id, { title: 'Earlier' })
    const { id: closureId } = await aClosure(county, { places: [{ buildingId: id }] })
    const { rows } = await county.api.closures.desk({ closureId })
    expect(rows.map(({ title, proposal }) => [title, proposal !== null])).toEqual([['Earlier', true], ['Later', false]]) // prettier-ignore
  })

  test('of another building is without what stays, and what was booked with it is let go', async () => {
    const county = await aCounty()
    const { id } = await aBuilding(county, 'Shut')
    const hall = await aGoodRoom(county, id, 'Hall')
    await aRoom(county, { name: 'Elsewhere', buildingId: (await aBuilding(county, 'Other')).id })
    const projector = await someEquipment(county, id)
    const booking = await aBooking(county, hall.id, {
      equipment: [{ equipmentId: projector.id, quantity: 1 }],
    })
    const { id: closureId } = await aClosure(county, { places: [{ buildingId: id }] })
    const desk = await county.api.closures.desk({ closureId })
    expect(at(desk.rows, 0).proposal?.compromises).toContain('without Projector, which stays')
    await county.api.closures.rehome({ closureId, choices: everyProposal(desk) })
    expect((await county.api.bookings.get({ id: booking.id })).booking.equipment).toEqual([])
  })
})

describe('the desk of a closure', () => {
  test('shows before anything is saved what it will show after', async () => {
    const county = await aCounty()
    const { id: buildingId } = await aBuilding(county, 'Shut')
    const hall = await aRoom(county, { buildingId })
    await aRoom(county, { name: 'Elsewhere', buildingId: (await aBuilding(county, 'Other')).id })
    await aBooking(county, hall.id)
    const when = { kind: 'days', from: '2026-11-24', to: '2026-11-24' } as const
    const before = dump(county)
    const preview = await county.api.closures.previewDesk({
      places: [{ buildingId }],
      when,
      reason: 'Boiler',
    })
    expect(dump(county)).toEqual(before)
    const { id: closureId } = await aClosure(county, { places: [{ buildingId }] })
    expect(await county.api.closures.desk({ closureId })).toEqual({ ...preview, closureId })
    expect(at(preview.rows, 0).proposal?.buildingName).toBe('Other')
  })

  test('counts people and families of the sessions hit, a family once, and says whom to ring', async () => {
    const county = await aCounty()
    const { api } = county
    const leader = await api.staff.create({ name: 'Jo Price', stream: 'family', phone: 'ext. 5479' })
    const group = await aGroup(county, { firstDate: '2026-11-24', sessions: 2, facilitatorIds: [leader.id] })
    const first = await aPerson(county, { firstName: 'One', family: { kind: 'new', name: 'Ahmed' } })
    if (first.familyId === null) throw new Error('The family was not made.')
    const second = await aPerson(county, { firstName: 'Two', dateOfBirth: '2016-01-01', family: { kind: 'existing', id: first.familyId } }) // prettier-ignore
    const alone = await aPerson(county, { firstName: 'Three', dateOfBirth: '2017-01-01' })
    for (const { id } of [first, second, alone]) await enrol(county, group.id, id)
    const { id: closureId } = await aClosure(county, {
      when: { kind: 'days', from: '2026-11-24', to: '2026-12-01' },
    })
    const desk = await api.closures.desk({ closureId })
    expect(desk.rows).toMatchObject([1, 2].map(() => ({ people: 3, families: 2, facilitators: [{ name: 'Jo Price', phone: 'ext. 5479' }] }))) // prettier-ignore
    expect(desk.families).toBe(2)
    const officer = await (await county.as('facilities')).closures.desk({ closureId })
    expect(officer.rows).toEqual(desk.rows)
  })

  test('shows nobody more of a private booking than the calendar does', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await aBooking(county, hall.id, {
      title: 'Mia and her father',
      purpose: 'contact',
      people: 3,
      contact: 'Sam',
    })
    const { id: closureId } = await aClosure(county)
    const facilitator = await county.as('facilitator')
    const { rows } = await facilitator.closures.desk({ closureId })
    expect(rows).toMatchObject([{ title: 'Private booking', people: null, contact: null, hidden: true, proposal: null }]) // prettier-ignore
    expect(JSON.stringify(rows)).not.toMatch(/Mia|Sam/)
  })
})

const slot = fc.record({
  room: fc.nat(4),
  date: fc.constantFrom('2026-11-24', '2026-11-25'),
  from: fc.integer({ min: 9, max: 15 }),
  length: fc.constantFrom(30, 60, 90),
  further: fc.boolean(),
  people: fc.option(fc.integer({ min: 1, max: 30 })),
})

describe('whatever is booked', () => {
  test('every proposal can be carried out together with the others, and undo puts all of it back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(slot, { minLength: 3, maxLength: 14 }), async (slots) => {
        const county = await aCounty()
        const { api } = county
        const { id: shut } = await aBuilding(county, 'Shut')
        const { id: elsewhere } = await aBuilding(county, 'Elsewhere')
        const hall = await aRoom(county, { buildingId: shut, setupMinutes: 15 })
        const half = await aRoom(county, {
          buildingId: shut,
          name: 'Half',
          partOfId: hall.id,
          cleardownMinutes: 15,
        })
        const room2 = await aRoom(county, { buildingId: shut, name: 'Room 2' })
        const big = await aRoom(county, {
          buildingId: elsewhere,
          name: 'Big',
          capacity: 20,
          setupMinutes: 15,
        })
        const part = await aRoom(county, {
          buildingId: elsewhere,
          name: 'Part',
          partOfId: big.id,
          capacity: 8,
        })
        await aRoom(county, { buildingId: elsewhere, name: 'Small', capacity: 10 })
        const rooms = [hall, half, room2, big, part]
        for (const { room, date, from, length, further, people } of slots) {
          const to = `${String(from + Math.floor(length / 60)).padStart(2, '0')}:${length % 60 === 0 ? '00' : '30'}`
          const plan = { date, from: `${String(from).padStart(2, '0')}:00`, to, ...(people && { people }) }
          const main = at(rooms, room)
          const beside = further && main.id === hall.id ? { further: [room2.id] } : {}
          await aBooking(county, main.id, { ...plan, ...beside }).catch(() => null)
        }
        const when = { kind: 'days', from: '2026-11-24', to: '2026-11-25' } as const
        const { id: closureId } = await aClosure(county, { places: [{ buildingId: shut }], when })
        const desk = await api.closures.desk({ closureId })
        const choices = everyProposal(desk)
        if (choices.length === 0) return
        const before = dump(county)
        const done = await api.closures.rehome({ closureId, choices })
        expect(done).toMatchObject({ moved: choices.length, left: desk.rows.length - choices.length })
        for (const row of (await api.closures.desk({ closureId })).rows) expect(row.proposal).toBeNull()
        await (
          await undoOf(county)
        )()
        expect(dump(county)).toEqual(before)
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  test('every alternative that is offered can be carried out by itself', async () => {
    const county = await aCounty()
    const { api } = county
    const { id: shut } = await aBuilding(county, 'Shut')
    const hall = await aRoom(county, { buildingId: shut })
    for (const name of ['A', 'B', 'C'])
      await aRoom(county, { name, buildingId: (await aBuilding(county, name)).id })
    for (const from of ['09:00', '10:00', '11:00']) await aBooking(county, hall.id, { from, to: from.replace('00', '30') }) // prettier-ignore
    const { id: closureId } = await aClosure(county, { places: [{ buildingId: shut }] })
    for (const row of (await api.closures.desk({ closureId })).rows)
      for (const offer of row.alternatives) {
        const choice = {
          bookingId: row.bookingId,
          version: row.version,
          do: 'move' as const,
          roomIds: roomIdsOf(offer),
        }
        expect(await api.closures.rehome({ closureId, choices: [choice] })).toMatchObject({ moved: 1 })
        await (
          await undoOf(county)
        )()
        const again = (await api.closures.desk({ closureId })).rows.find(
          (one) => one.bookingId === row.bookingId,
        )
        row.version = again?.version ?? row.version
      }
  })
})
