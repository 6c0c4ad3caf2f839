import type { Building } from '../../shared/buildings/buildings.contract.ts'
import type { BookingId, BuildingId, EquipmentId } from '../../shared/ids.ts'
import { newIdAt } from '../../db/new-id.ts'
import { idOf } from '../../shared/ids.ts'
import { putRows } from './rows.ts'
import { NOW, type TestCounty } from './test-county.ts'

const newId = newIdAt(new Date(NOW))

interface Hours {
  readonly opens: string
  readonly closes: string
}

/** `hours('09:00-12:00', '13:00-17:00')` */
export const hours = (...stretches: readonly string[]): Hours[] =>
  stretches.map((text) => {
    const [opens = '', closes = ''] = text.split('-')
    return { opens, closes }
  })

/** Monday to Friday alike, shut at the weekend. */
export const weekdays = (...stretches: readonly string[]): Hours[][] =>
  Array.from({ length: 7 }, (_, day) => (day < 5 ? hours(...stretches) : []))

/** Sets the hours of a building as it stands; Monday to Friday from 9am to 5pm unless said otherwise. */
export async function openBuilding(
  { api }: Pick<TestCounty, 'api'>,
  id: BuildingId,
  week: Hours[][] = weekdays('09:00-17:00'),
  opensOnBankHolidays = false,
) {
  const all = await api.buildings.list({ includeArchived: true })
  const building = all.find((one): one is Building => one.id === id)
  return api.buildings.setOpening({ id, version: building?.version ?? 0, week, opensOnBankHolidays })
}

/** Christmas Eve of 2026, from 9am to midday. */
export async function aChangeOfHours({ api }: Pick<TestCounty, 'api'>, buildingId: BuildingId) {
  const day = { fromDate: '2026-12-24', toDate: '2026-12-24', reason: 'Christmas Eve' }
  const { exception } = await api.buildings.addOpeningException({ buildingId, ...day, hours: hours('09:00-12:00') }) // prettier-ignore
  return exception
}

/** A door code from 1 November 2026. */
export const aDoorCode = ({ api }: Pick<TestCounty, 'api'>, buildingId: BuildingId, code = '2580') =>
  api.buildings.addAccess({ buildingId, fromDate: '2026-11-01', kind: 'code', code })

/** Two projectors. */
export const someEquipment = (
  { api }: Pick<TestCounty, 'api'>,
  buildingId: BuildingId,
  { name = 'Projector', quantity = 2 } = {},
) => api.buildings.addEquipment({ buildingId, name, quantity })

/** Puts equipment beside a booking, straight into the file. */
export const takeEquipment = (
  county: Pick<TestCounty, 'file'>,
  booking: BookingId,
  equipment: EquipmentId,
  quantity = 1,
) =>
  putRows(county, (tx) =>
    tx
      .insertInto('booking_equipment')
      .values({
        id: newId(idOf('equipment of a booking')),
        booking_id: booking,
        equipment_id: equipment,
        quantity,
      })
      .execute(),
  )
