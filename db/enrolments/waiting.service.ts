import type { z } from 'zod'
import { ageWarning } from '../../shared/enrolments/age.rules.ts'
import { hasLapsed } from '../../shared/enrolments/places.rules.ts'
import { eventAsAt } from '../../shared/enrolments/roster.rules.ts'
import { inTurn, whyHere, type Turn } from '../../shared/enrolments/waiting.rules.ts'
import type { StageRow, waitingOperations, WaitingRow } from '../../shared/enrolments/waiting.contract.ts'
import type { EnrolmentId, GroupId } from '../../shared/ids.ts'
import { noCallReason, waysToReach } from '../../shared/people/contact-safety.rules.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { fold } from '../../shared/text.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { found } from '../changed.ts'
import type { QueryContext } from '../context.ts'
import { fromFlag } from '../flag.ts'
import type { Db } from '../store.ts'
import { findGroup, type EnrolmentGroup } from './group.repository.ts'
import { lineDetails } from './history.repository.ts'
import { listMembers, type Member } from './members.repository.ts'
import { places } from './places.ts'
import { readQueue, type InQueue } from './queue.ts'
import * as repository from './waiting.repository.ts'

type Input = z.output<(typeof waitingOperations)['waiting']['input']>

/** Everyone who waits, in the order in which places are offered: across groups by the same rule as within one. */
export async function waiting({ db, today }: QueryContext, { limit, offset, text, ...scope }: Input) {
  const queue = await readQueue(db, today, scope)
  const standings = standingsOf(queue)
  const ordered = inTurn(queue.map((one) => ({ ...one, unit: `${one.groupId} ${one.unit}` })))
  const words = fold(text).split(' ')
  const all = ordered
    .flatMap((turn) => turn.members)
    .filter((one) => words.every((word) => one.searchKey.includes(word)))
  const page = all.slice(offset, offset + limit).map((one) => one.enrolmentId)
  const people = new Set(all.map((one) => one.personId)).size
  return { total: all.length, people, rows: await toRows(db, today, page, standings) }
}

/** Where somebody stands in their own group. */
interface Standing {
  readonly row: InQueue
  readonly position: number
  readonly of: number
  readonly why: string
}

function standingsOf(queue: readonly InQueue[]): Map<EnrolmentId, Standing> {
  const groups = Map.groupBy(queue, (one) => one.groupId)
  const all = [...groups.values()].flatMap((rows) => {
    const turns = inTurn(rows)
    return turns.flatMap((turn, i) => turn.members.map((row) => ({ row, position: turn.position, of: turns.length, why: whyIn(turns, i, row) }))) // prettier-ignore
  })
  return new Map(all.map((one) => [one.row.enrolmentId, one]))
}

function whyIn(turns: readonly Turn<InQueue>[], at: number, row: InQueue): string {
  const turn = turns[at]
  const first = turn?.first ?? row
  const why = whyHere(first, turns[at - 1]?.first ?? null)
  return turn !== undefined && turn.members.length > 1 ? `${why} One place for the family.` : why
}

async function toRows(
  db: Db,
  today: string,
  ids: readonly EnrolmentId[],
  standings: ReadonlyMap<EnrolmentId, Standing>,
): Promise<WaitingRow[]> {
  if (ids.length === 0) return []
  const groupIds = [...new Set(ids.flatMap((id) => standings.get(id)?.row.groupId ?? []))]
  const details = new Map((await repository.listDetails(db, ids)).map((row) => [row.enrolment_id, row]))
  const groups = new Map((await repository.listGroupNames(db, groupIds)).map((row) => [row.id, row]))
  const skips = Map.groupBy(await repository.listSkips(db, ids), (row) => row.enrolment_id)
  return ids.flatMap((id): WaitingRow[] => {
    const [row, standing] = [details.get(id), standings.get(id)]
    const group = standing && groups.get(standing.row.groupId)
    if (!row || !standing || !group) return []
    return [
      {
        ...whoOf(row),
        ...referralOf(row),
        status: standing.row.referredOnly ? 'referred' : 'waiting',
        groupId: group.id,
        groupName: group.name,
        programmeName: group.programme,
        buildingName: group.building,
        position: standing.position,
        of: standing.of,
        why: standing.why,
        skipped: (skips.get(id) ?? []).map(toSkip),
        ageWarning: ageWarning(row.date_of_birth, group.first_date ?? today, { from: group.age_from, to: group.age_to }), // prettier-ignore
      },
    ]
  })
}

/** Why somebody was passed over, when, and for whom. */
export const toSkip = (row: Awaited<ReturnType<typeof repository.listSkips>>[number]) => ({
  reason: row.reason,
  onDate: dateOf(row.at),
  offeredTo: nameOf(row),
})

const nameOf = (row: { first_name: string; last_name: string; known_as: string | null }) =>
  displayName({ firstName: row.first_name, lastName: row.last_name, knownAs: row.known_as })

/** The number and the address leave here only where they are safe to use. */
function whoOf(row: repository.Details) {
  const safety = { safeToCall: row.safe_to_call, safeToText: row.safe_to_text, safeToWrite: row.safe_to_write } // prettier-ignore
  const reachable = { ...safety, phone: row.phone, email: row.email, address: row.address }
  return {
    enrolmentId: row.enrolment_id,
    personId: row.id,
    name: nameOf(row),
    dateOfBirth: row.date_of_birth,
    familyName: row.family_name,
    alert: fromFlag(row.alert),
    provisional: fromFlag(row.provisional),
    role: row.role,
    reach: { ...waysToReach(reachable), noCall: noCallReason(reachable) },
    lastContact:
      row.contact_at !== null && row.way !== null && row.outcome !== null
        ? { at: row.contact_at, way: row.way, outcome: row.outcome }
        : null,
    version: row.enrolment_version,
  }
}

const referralOf = (row: repository.Details) => ({
  priority: row.priority,
  referredOn: row.referred_on,
  source: row.source,
  reference: row.reference,
  note: row.note,
})

/** A group's places, who is next, who waits, and everyone else. */
export async function stages({ db, today }: QueryContext, groupId: GroupId) {
  const group = found(await findGroup(db, groupId), 'group')
  const members = await listMembers(db, group)
  const queue = await readQueue(db, today, { groupId })
  const turns = inTurn(queue)
  const inOrder = turns.flatMap((turn) => turn.members.map((one) => one.enrolmentId))
  const rows = await toRows(db, today, inOrder, standingsOf(queue))
  const waits = new Set(inOrder)
  const others = members.filter((one) => !waits.has(one.enrolmentId))
  return {
    placeKind: group.placeKind,
    ...places(group.capacity, members, today),
    next: nextOf(turns[0], rows),
    waiting: rows,
    others: await stageRows(db, today, group, others),
  }
}

function nextOf(turn: Turn<InQueue> | undefined, rows: readonly WaitingRow[]) {
  const first = rows.find((row) => row.enrolmentId === turn?.first.enrolmentId)
  if (turn === undefined || first === undefined) return null
  const names = rows.filter((row) => turn.members.some((one) => one.enrolmentId === row.enrolmentId)).map((row) => row.name) // prettier-ignore
  return { enrolmentId: first.enrolmentId, names, why: first.why, version: first.version }
}

async function stageRows(
  db: Db,
  today: string,
  group: EnrolmentGroup,
  members: readonly Member[],
): Promise<StageRow[]> {
  if (members.length === 0) return []
  const details = new Map((await repository.listDetails(db, members.map((one) => one.enrolmentId))).map((row) => [row.enrolment_id, row])) // prettier-ignore
  const lines = await lineDetails(db, group.id)
  return members.flatMap(({ enrolmentId, events }): StageRow[] => {
    const row = details.get(enrolmentId)
    const line = eventAsAt(events, today) ?? events[0]
    const held = lines.find((one) => one.enrolment_id === enrolmentId && one.on_date === line?.onDate && one.step === line.step) // prettier-ignore
    if (!row || !held) return []
    return [
      {
        ...whoOf(row),
        ...referralOf(row),
        status: held.status,
        since: held.on_date,
        expiresOn: held.expires_on,
        lapsed: hasLapsed({ status: held.status, expiresOn: held.expires_on }, today),
        reason: held.reason,
        reasonKind: held.reason_kind,
        overrideReason: held.override_reason,
        ageWarning: ageWarning(row.date_of_birth, group.firstDate ?? today, group.ages),
      },
    ]
  })
}
