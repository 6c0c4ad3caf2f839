import { newIdAt } from '../../db/new-id.ts'
import { closureId, idOf, type BuildingId, type ClosureId, type RoomId } from '../../shared/ids.ts'
import { putRows } from './rows.ts'
import { NOW, type TestCounty } from './test-county.ts'

const newId = newIdAt(new Date(NOW))

interface ClosedPlan {
  /** Everywhere without one. */
  readonly buildingId?: BuildingId
  readonly roomId?: RoomId
  readonly startsAt?: string
  readonly endsAt?: string
  /** Lifted at this local date-time. */
  readonly liftedAt?: string
}

/** One time closed, put straight into the file: the whole of Tuesday 24 November 2026 unless said otherwise. */
export async function aClosedTime(
  county: Pick<TestCounty, 'file'>,
  plan: ClosedPlan = {},
): Promise<ClosureId> {
  const {
    buildingId,
    roomId = null,
    liftedAt = null,
    startsAt = '2026-11-24T00:00',
    endsAt = '2026-11-25T00:00',
  } = plan
  const id = newId(closureId)
  const ofIt = () => ({ id: newId(idOf('row')), closure_id: id })
  await putRows(county, async (tx) => {
    const closure = {
      id,
      reason: 'Boiler',
      everywhere: buildingId ? 0 : 1,
      version: 1,
      lifted_at: liftedAt,
      lifted_reason: liftedAt && 'Mended',
    } as const
    await tx.insertInto('closure').values(closure).execute()
    if (buildingId)
      await tx.insertInto('closure_place').values({ ...ofIt(), building_id: buildingId, room_id: roomId }).execute() // prettier-ignore
    await tx
      .insertInto('closure_time')
      .values({ ...ofIt(), starts_at: startsAt, ends_at: endsAt })
      .execute()
  })
  return id
}
