import type { Call, CallKind } from '../../shared/calls/calls.contract.ts'
import { callKinds } from '../../shared/calls/calls.contract.ts'
import type { Thresholds } from '../../shared/calls/thresholds.ts'
import type { BuildingId, GroupId } from '../../shared/ids.ts'
import { mayBeTold } from '../../shared/people/told.rules.ts'
import { addDays } from '../../shared/time/civil.ts'
import type { QueryContext } from '../context.ts'
import { apartFrom } from '../people/must-not-meet.repository.ts'
import type { Db } from '../store.ts'
import { whoseWork, type Whose } from '../today/whose.ts'
import { adultCalls, registerCalls, strengthCalls } from './group-calls.ts'
import * as groups from './groups.repository.ts'
import * as people from './people.repository.ts'
import { callOf, candidateOf, type Candidate } from './person-calls.ts'
import { readThresholds } from './thresholds.repository.ts'

/** Before that nobody's coming is looked at: half a year holds eight sessions of a group that meets every three weeks. */
const LOOKED_BACK_DAYS = 182
/** Of registers not taken the oldest groups are enough to begin with. */
const MOST_OWING = 40

/** Who needs a call, the most pressing first. So many queries however many people, groups and sessions there are. */
export async function listCalls(
  { db, actor, today }: QueryContext,
  { buildingId }: { buildingId?: BuildingId | null | undefined },
): Promise<Call[]> {
  const whose = whoseWork(actor, buildingId ?? null)
  const thresholds = await readThresholds(db)
  const [answered, meeting] = [
    await groups.listAnswered(db, today),
    await groups.listMeeting(db, whose, today),
  ]
  const ids = meeting.map((group) => group.id)
  const holdings = ids.length === 0 ? [] : await people.listHolding(db, ids, today)
  const paused = await groups.listPaused(db, whose)
  const waiting = paused.length === 0 ? [] : await people.listHolding(db, paused.map((one) => one.id), today) // prettier-ignore
  const offers = waiting.filter((one) => one.status === 'offered')
  const calls = [
    ...(await aboutPeople(db, [...meeting, ...paused], [...holdings, ...offers], thresholds, today)),
    ...(await aboutGroups(db, whose, meeting, holdings, thresholds, today)),
  ]
  return calls
    .filter((call) => !answered.has(`${call.kind} ${call.subjectId}`))
    .toSorted((a, b) => rank(a.kind) - rank(b.kind) || inOrder(a, b))
}

const rank = (kind: CallKind) => callKinds.indexOf(kind)
/** What is to come by its day; what has been, the longest ago first. */
const inOrder = (a: Call, b: Call) =>
  a.on === b.on ? a.title.localeCompare(b.title, 'en-GB') : a.on < b.on ? -1 : 1

async function aboutPeople(
  db: Db,
  meeting: readonly Pick<groups.Meeting, 'id' | 'name'>[],
  holdings: readonly people.Holding[],
  thresholds: Thresholds,
  today: string,
): Promise<Call[]> {
  const byId = new Map(meeting.map((group) => [group.id, group]))
  const since = addDays(today, -LOOKED_BACK_DAYS)
  const recorded = byId.size === 0 ? new Map() : await people.listRecorded(db, [...byId.keys()], since)
  const candidate = (holding: people.Holding, tries: readonly people.TryRow[]): Candidate | null => {
    const group = byId.get(holding.group_id)
    const history = recorded.get(people.inGroup(holding.group_id, holding.person_id)) ?? []
    return group === undefined ? null : candidateOf({ holding, group, history, tries, thresholds, today })
  }
  // What was tried can only take people off: it is read of those who would be called without it.
  const wanted = holdings.filter((holding) => candidate(holding, []) !== null)
  if (wanted.length === 0) return []
  const who = [...new Set(wanted.map((one) => one.person_id))]
  const tries = Map.groupBy(await people.listTries(db, who, since), (one) => one.person_id)
  const apart = await apartFrom(db, who)
  const told = (await people.listAdults(db, who)).filter(
    (one) => mayBeTold({ mayCollect: one.may_collect, adultId: one.adult_id }, apart(one.child_id)), // prettier-ignore
  )
  const adults = Map.groupBy(told, (one) => one.child_id)
  return wanted.flatMap((holding) => {
    const known = { tries: tries.get(holding.person_id) ?? [], adults: adults.get(holding.person_id) ?? [] }
    const one = candidate(holding, known.tries)
    const call = one && callOf(one, { ...known, thresholds, today })
    return call === null ? [] : [call]
  })
}

async function aboutGroups(
  db: Db,
  whose: Whose,
  meeting: readonly groups.Meeting[],
  holdings: readonly people.Holding[],
  thresholds: Thresholds,
  today: string,
): Promise<Call[]> {
  const before = addDays(today, 1 - thresholds.registerDays)
  const owing = (await groups.listOwing(db, whose, before)).slice(0, MOST_OWING)
  const ids: GroupId[] = [
    ...new Set([...meeting.map((group) => group.id), ...owing.map((row) => row.group_id)]),
  ]
  if (ids.length === 0) return []
  const leaders = await groups.listLeaders(db, ids)
  const sessions = await groups.listToCome(db, meeting.map((g) => g.id), today, addDays(today, thresholds.sessionDays)) // prettier-ignore
  const sessionIds = sessions.map((session) => session.id)
  const expected = sessionIds.length === 0 ? [] : await groups.listExpected(db, sessionIds)
  const staff = sessionIds.length === 0 ? [] : await groups.listSessionStaff(db, sessionIds)
  return [
    ...adultCalls({ groups: meeting, sessions, expected, staff, holdings, leaders }, thresholds, today),
    ...registerCalls(owing, leaders),
    ...strengthCalls(meeting, holdings, leaders, thresholds, today),
  ]
}
