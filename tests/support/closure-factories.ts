import type { z } from 'zod'
import type { Closure, closuresContract } from '../../shared/closures/closures.contract.ts'
import type { Desk, DeskRow } from '../../shared/closures/desk.contract.ts'
import { roomIdsOf } from '../../shared/closures/offers.rules.ts'
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

type Input = z.input<typeof closuresContract.create.input>

/** Everything closed on Tuesday 24 November 2026, unless said otherwise. */
export const aClosure = (
  { api }: Pick<TestCounty, 'api'>,
  { places, ...change }: Partial<Input> = {},
): Promise<Closure> =>
  api.closures.create({
    everywhere: places === undefined,
    places: places ?? [],
    when: { kind: 'days', from: '2026-11-24', to: '2026-11-24' },
    reason: 'Boiler',
    ...change,
  })

/** What is chosen at a desk when every proposal is taken; what has none is left. */
export const everyProposal = ({ rows }: Pick<Desk, 'rows'>) =>
  rows.flatMap((row) => (row.proposal === null ? [] : [moveTo(row, roomIdsOf(row.proposal))]))

/** Moves one booking of a desk. */
export const moveTo = ({ bookingId, version }: DeskRow, roomIds: readonly RoomId[]) => ({
  bookingId,
  version,
  do: 'move' as const,
  roomIds: [...roomIds],
})
