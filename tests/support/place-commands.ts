import { aBuilding, aRoom } from './booking-factories.ts'
import type { Case } from './command-case.ts'
import { aChangeOfHours, aDoorCode, openBuilding, someEquipment, weekdays } from './place-factories.ts'

/** The commands about places: see `everyCommand`. */
export const placeCommands: Readonly<Record<string, Case>> = {
  'buildings.create': async (county) => () => aBuilding(county, 'A new place'),
  'buildings.update': async (county) => {
    const { id, version } = await aBuilding(county)
    return () => county.api.buildings.update({ id, version, name: 'Renamed', archived: true })
  },
  'buildings.createRoom': async (county) => {
    const { id } = await aBuilding(county)
    return () => aRoom(county, { buildingId: id })
  },
  'buildings.updateRoom': async (county) => {
    const hall = await aRoom(county)
    const { id, version } = await aRoom(county, { name: 'Half', buildingId: hall.buildingId })
    const change = { name: 'Half of the hall', capacity: 12, setupMinutes: 15, cleardownMinutes: 10 }
    return () =>
      county.api.buildings.updateRoom({ id, version, ...change, partOfId: hall.id, archived: false })
  },

  'buildings.setOpening': async (county) => {
    const { id } = await aBuilding(county)
    await openBuilding(county, id)
    return () => openBuilding(county, id, weekdays('09:00-12:00', '13:00-17:00'), true)
  },
  'buildings.addOpeningException': async (county) => {
    const { id } = await aBuilding(county)
    return () => aChangeOfHours(county, id)
  },
  'buildings.updateOpeningException': async (county) => {
    const { id, version } = await aChangeOfHours(county, (await aBuilding(county)).id)
    const shut = { fromDate: '2026-12-23', toDate: '2026-12-24', reason: 'Shut', hours: [] }
    return () => county.api.buildings.updateOpeningException({ id, version, ...shut })
  },
  'buildings.removeOpeningException': async (county) => {
    const { id, version } = await aChangeOfHours(county, (await aBuilding(county)).id)
    return () => county.api.buildings.removeOpeningException({ id, version })
  },
  'buildings.addAccess': async (county) => {
    const { id } = await aBuilding(county)
    return () => aDoorCode(county, id)
  },
  'buildings.updateAccess': async (county) => {
    const { id, version } = await aDoorCode(county, (await aBuilding(county)).id)
    const key = { fromDate: '2026-12-01', kind: 'key', keyHolder: 'The library' } as const
    return () => county.api.buildings.updateAccess({ id, version, ...key })
  },
  'buildings.removeAccess': async (county) => {
    const { id, version } = await aDoorCode(county, (await aBuilding(county)).id)
    return () => county.api.buildings.removeAccess({ id, version })
  },
  'buildings.addEquipment': async (county) => {
    const { id } = await aBuilding(county)
    return () => someEquipment(county, id)
  },
  'buildings.updateEquipment': async (county) => {
    const { id, version } = await someEquipment(county, (await aBuilding(county)).id)
    const change = { name: 'Large projector', quantity: 1, archived: true }
    return () => county.api.buildings.updateEquipment({ id, version, ...change })
  },
  'buildings.importList': async (county) => {
    const hall = await aRoom(county)
    await openBuilding(county, hall.buildingId)
    const text =
      'Building,Phone,Room,Seats,Features,Part of,Monday\nWigston Magna,111,Half,12,Kitchen,Hall,9-12\n,,Hall,60,Piano,,\nBarwell,222,Hall,,,,'
    const { columns, rows } = await county.api.buildings.readList({ kind: 'text', text })
    const list = { columns: columns.map((one) => one.kind), rows }
    return () => county.api.buildings.importList(list)
  },
}
