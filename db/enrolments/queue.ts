import { inTurn, type Turn, type Waiting } from '../../shared/enrolments/waiting.rules.ts'
import type { EnrolmentId, GroupId, PersonId } from '../../shared/ids.ts'
import type { Db } from '../store.ts'
import { unitOf } from './members.repository.ts'
import {
  listPasts,
  listWaiting,
  pastKey,
  type WaitingRecord,
  type WaitingScope,
} from './waiting.repository.ts'

/** Somebody in the order of a group. */
export interface InQueue extends Waiting {
  readonly enrolmentId: EnrolmentId
  readonly personId: PersonId
  readonly groupId: GroupId
}

/** Somebody in the order of a group, who can be found by name. */
export interface NamedInQueue extends InQueue {
  /** Their names, folded. */
  readonly searchKey: string
}

/** Those who wait, as the order judges them: three queries, whatever their number. */
export async function readQueue(db: Db, today: string, scope: WaitingScope): Promise<NamedInQueue[]> {
  const rows = await listWaiting(db, today, scope)
  const pasts = await listPasts(db, [...new Set(rows.map((row) => row.id))], today)
  return rows.map((row) => toWaiting(row, pasts))
}

function toWaiting(row: WaitingRecord, pasts: Awaited<ReturnType<typeof listPasts>>): NamedInQueue {
  const past = pasts.get(pastKey(row.id, row.programme_id))
  return {
    enrolmentId: row.enrolment_id,
    personId: row.id,
    groupId: row.group_id,
    searchKey: row.search_key,
    unit: unitOf(row.place_kind, row),
    referredOnly: row.status === 'referred',
    priority: row.priority,
    referredOn: row.referred_on,
    hadPlace: past?.hadPlace ?? false,
    firstAskedOn: past?.firstAskedOn ?? row.referred_on,
  }
}

/** The order in which places of one group are offered. */
export const groupTurns = async (db: Db, today: string, groupId: GroupId): Promise<Turn<InQueue>[]> =>
  inTurn(await readQueue(db, today, { groupId }))
