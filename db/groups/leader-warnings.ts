import type { ProgrammeId, StaffId } from '../../shared/ids.ts'
import { leadsTwice } from '../../shared/groups/leads-twice.rules.ts'
import type { Programme } from '../../shared/programmes/programmes.contract.ts'
import { leaderWarnings } from '../../shared/staff/training.rules.ts'
import { listTraining } from '../staff/training.repository.ts'
import type { Db } from '../store.ts'
import { listLedBy } from './sessions.repository.ts'

interface Led {
  readonly programmeId: ProgrammeId
  readonly needs: Pick<Programme, 'name' | 'staffNeeded' | 'needsTraining'>
  readonly leaders: readonly { readonly id: StaffId; readonly name: string }[]
  /** Local date-times, in order, and the building of each. */
  readonly sessions: readonly Meeting[]
}
export interface Meeting {
  readonly startsAt: string
  readonly endsAt: string
  readonly buildingName: string | null
}

/** Whether those who lead are as many as it takes and trained for it, at each of the sessions. */
export async function staffingWarnings(
  db: Db,
  { programmeId, needs, leaders, sessions }: Led,
): Promise<string[]> {
  const staffIds = leaders.map((one) => one.id)
  const training =
    needs.needsTraining && staffIds.length > 0 ? await listTraining(db, { staffIds, programmeId }) : []
  return leaderWarnings(
    needs,
    leaders.map(({ id, name }) => ({ name, training: training.find((one) => one.staffId === id) ?? null })),
    sessions.map((one) => one.startsAt),
  )
}

/** Who of them leads another group at the time of a session, or too soon before or after it in another building. */
export async function elsewhereWarnings(
  db: Db,
  { leaders, sessions }: Pick<Led, 'leaders' | 'sessions'>,
  except: Parameters<typeof listLedBy>[4] = null,
): Promise<string[]> {
  const [first, last] = [sessions[0], sessions.at(-1)]
  if (first === undefined || last === undefined) return []
  const day = (at: string) => at.slice(0, 10)
  const led = await listLedBy(db, leaders.map((one) => one.id), `${day(first.startsAt)}T00:00`, `${day(last.endsAt)}T23:59`, except) // prettier-ignore
  return leadsTwice(sessions, led)
}
