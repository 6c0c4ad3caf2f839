import type { Building } from '../../shared/buildings/buildings.contract.ts'
import type { BuildingId } from '../../shared/ids.ts'
import type { TestCounty } from './test-county.ts'

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
