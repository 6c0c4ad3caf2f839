import type { Desk } from '../../shared/closures/desk.contract.ts'
import { aBooking, aBuilding, aRoom } from './booking-factories.ts'
import type { Case } from './command-case.ts'
import { aClosure, everyProposal } from './closure-factories.ts'
import { aGroup } from './group-factories.ts'
import { at } from './register-factories.ts'
import type { TestCounty } from './test-county.ts'

/** A closed hall with a session, a booking of two rooms and one by itself, and a building beside it to go to. */
async function aDesk(county: TestCounty): Promise<Desk> {
  const { id: buildingId } = await aBuilding(county, 'Closed')
  const { id: elsewhere } = await aBuilding(county, 'Open')
  const hall = await aRoom(county, { buildingId, capacity: 20 })
  const room2 = await aRoom(county, { buildingId, name: 'Room 2', setupMinutes: 15 })
  for (const name of ['One', 'Two', 'Three']) await aRoom(county, { buildingId: elsewhere, name })
  await aGroup(county, {
    roomId: hall.id,
    firstDate: '2026-11-24',
    sessions: 1,
    startTime: '10:00',
    endTime: '12:00',
  })
  await aBooking(county, hall.id, { from: '13:00', to: '14:00', further: [room2.id] })
  await aBooking(county, room2.id, { from: '10:00', to: '11:00' })
  const { id } = await aClosure(county, { places: [{ buildingId }] })
  return county.api.closures.desk({ closureId: id })
}

/** A case for each command of closures, for the test that undoes every command. */
export const closureCommands: Readonly<Record<string, Case>> = {
  'closures.create': async (county) => {
    const hall = await aRoom(county)
    return () => aClosure(county, { places: [{ buildingId: hall.buildingId, roomId: hall.id }] })
  },
  'closures.update': async (county) => {
    const { id: buildingId } = await aBuilding(county)
    const { id, version } = await aClosure(county)
    const when = { kind: 'days', from: '2026-11-24', to: '2026-11-26' } as const
    const change = { places: [{ buildingId }], when, reason: 'Flood', note: 'Pump is on its way' }
    return () => county.api.closures.update({ id, version, ...change })
  },
  'closures.update: other places of one that has begun': async (county) => {
    const { id: buildingId } = await aBuilding(county)
    const { id, version } = await aClosure(county, {
      when: { kind: 'days', from: '2026-11-22', to: '2026-11-26' },
    })
    return () => county.api.closures.update({ id, version, places: [{ buildingId }], reason: 'Boiler' })
  },
  'closures.lift': async (county) => {
    const { id, version } = await aClosure(county)
    return () => county.api.closures.lift({ id, version, reason: 'Mended' })
  },
  'closures.rehome': async (county) => {
    const desk = await aDesk(county)
    return () => county.api.closures.rehome({ closureId: closureOf(desk), choices: everyProposal(desk) })
  },
  'closures.rehome: cancelled and kept': async (county) => {
    const desk = await aDesk(county)
    const choices = desk.rows.map(({ bookingId, version }, i) => ({ bookingId, version, do: i === 0 ? 'keep' : 'cancel', reason: 'Boiler' }) as const) // prettier-ignore
    return () => county.api.closures.rehome({ closureId: closureOf(desk), choices })
  },
  'closures.rehome: decided anew': async (county) => {
    const desk = await aDesk(county)
    const closureId = closureOf(desk)
    const { bookingId, version } = at(desk.rows, 0)
    const keep = { bookingId, version, do: 'keep', reason: 'Only once' } as const
    await county.api.closures.rehome({ closureId, choices: [keep] })
    const kept = at((await county.api.closures.desk({ closureId })).rows, 0)
    const cancel = { bookingId, version: kept.version, do: 'cancel', reason: 'Boiler' } as const
    return () => county.api.closures.rehome({ closureId, choices: [cancel] })
  },
}

function closureOf({ closureId }: Desk) {
  if (closureId === null) throw new Error('The desk is of no closure.')
  return closureId
}
