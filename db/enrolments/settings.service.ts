import { usualEnrolmentSettings, type EnrolmentSettings } from '../../shared/enrolments/settings.contract.ts'
import { writeSetting } from '../settings/settings.repository.ts'
import type { Db, Tx } from '../store.ts'

const ids = { offerDays: 'offer-days', travelMinutes: 'travel-minutes' } as const

/** How long offers stand and how long it takes between buildings, as the service has it or as is usual. */
export async function readEnrolmentSettings(db: Db): Promise<EnrolmentSettings> {
  const rows = await db.selectFrom('setting').selectAll().where('id', 'in', Object.values(ids)).execute()
  const value = (id: string, usual: number) => Number(rows.find((row) => row.id === id)?.value ?? usual)
  return {
    offerDays: value(ids.offerDays, usualEnrolmentSettings.offerDays),
    travelMinutes: value(ids.travelMinutes, usualEnrolmentSettings.travelMinutes),
  }
}

export async function updateEnrolmentSettings(
  tx: Tx,
  settings: EnrolmentSettings,
): Promise<EnrolmentSettings> {
  await writeSetting(tx, ids.offerDays, String(settings.offerDays))
  await writeSetting(tx, ids.travelMinutes, String(settings.travelMinutes))
  return readEnrolmentSettings(tx)
}
