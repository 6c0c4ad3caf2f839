import { adultsNeeded, adultsProblem } from '../../shared/calls/adults.rules.ts'
import type { Call, Reach } from '../../shared/calls/calls.contract.ts'
import { strengthProblem } from '../../shared/calls/groups.rules.ts'
import type { Thresholds } from '../../shared/calls/thresholds.ts'
import { roleOn } from '../../shared/enrolments/participants.rules.ts'
import type { GroupId } from '../../shared/ids.ts'
import { count } from '../../shared/text.ts'
import { addDays, ageOn, dateOf } from '../../shared/time/civil.ts'
import { clockTime, dayInWords, shortDay } from '../../shared/time/format.ts'
import type {
  listExpected,
  listLeaders,
  listOwing,
  listSessionStaff,
  listToCome,
  Meeting,
} from './groups.repository.ts'
import type { Holding } from './people.repository.ts'
import { ofName } from './reach.ts'

type Rows<Read extends (...of: never) => Promise<unknown>> = Awaited<ReturnType<Read>>
type Leaders = Rows<typeof listLeaders>

/** The leaders of a group, to be rung in their office: who else could say. */
const leadersOf = (groupId: GroupId, leaders: Leaders): Reach[] =>
  leaders
    .filter((one) => one.group_id === groupId)
    .map((one) => ofName(one.name, 'Leads the group', one.phone, one.email))

type AboutGroup = Pick<Call, 'kind' | 'subjectId' | 'why' | 'on' | 'sessionId' | 'to' | 'reach'>
const aboutGroup = ({ id, name }: Pick<Meeting, 'id' | 'name'>, about: AboutGroup): Call => ({
  ...about,
  title: name,
  person: null,
  groupId: id,
  groupName: name,
  about: null,
  lastTried: null,
})

interface Sessions {
  readonly groups: readonly Meeting[]
  readonly sessions: Rows<typeof listToCome>
  readonly expected: Rows<typeof listExpected>
  readonly staff: Rows<typeof listSessionStaff>
  readonly holdings: readonly Holding[]
  readonly leaders: Leaders
}

/** Sessions to come without enough adults, each by itself: somebody has to be found for that day. */
export function adultCalls(all: Sessions, thresholds: Thresholds, today: string): Call[] {
  const groups = new Map(all.groups.map((group) => [group.id, group]))
  const expected = Map.groupBy(all.expected, (row) => row.session_id)
  const staff = Map.groupBy(all.staff, (row) => row.session_id)
  const leaders = Map.groupBy(all.leaders, (row) => row.group_id)
  const volunteers = Map.groupBy(all.holdings.filter(isVolunteer), (one) => one.group_id)
  return all.sessions.flatMap((session) => {
    const group = groups.get(session.group_id)
    const day = dateOf(session.starts_at)
    const down = staff.get(session.id) ?? leaders.get(session.group_id) ?? []
    const helping = (volunteers.get(session.group_id) ?? []).filter((one) => isGrown(one, day))
    const there =
      new Set(down.map((one) => ('staff_id' in one ? one.staff_id : one.id))).size + helping.length
    const problem = adultsProblemOn(day, there, expected.get(session.id) ?? [], thresholds)
    if (group === undefined || problem === null) return []
    return [
      aboutGroup(group, {
        kind: 'too-few-adults',
        subjectId: session.id,
        why: `${dayInWords(day, today)} at ${clockTime(session.starts_at)}. ${problem}`,
        on: day,
        sessionId: session.id,
        reach: leadersOf(group.id, all.leaders),
        to: `/groups/${group.id}`,
      }),
    ]
  })
}

/** Ages are worked out only where they can matter: not where there are enough adults for as many of the youngest. */
function adultsProblemOn(
  day: string,
  there: number,
  expected: Sessions['expected'],
  thresholds: Thresholds,
): string | null {
  const youngest = expected.map(() => null)
  if (there >= adultsNeeded(youngest, thresholds)) return null
  const children = expected.filter((one) => roleOn(one.role, one.date_of_birth, day) === 'child')
  const ages = children.map((one) => ageOn(one.date_of_birth, day))
  return adultsProblem(there, ages, thresholds)
}

const isVolunteer = (one: Holding) => one.role === 'volunteer' && one.status === 'enrolled'
/** Only people of 18 and over are adults to children; of volunteers it is known, unless nobody wrote it down. */
const isGrown = ({ date_of_birth }: Holding, day: string) => (ageOn(date_of_birth, day) ?? 18) >= 18

/** Groups that begin soon or meet already with too few of their usual places taken. People come and go in open ones. */
export function strengthCalls(
  groups: readonly Meeting[],
  holdings: readonly Holding[],
  leaders: Leaders,
  thresholds: Thresholds,
  today: string,
): Call[] {
  const taking = Map.groupBy(
    holdings.filter((one) => one.status === 'enrolled' && one.role !== 'volunteer'),
    (one) => one.group_id,
  )
  const looked = groups.filter(
    (group) =>
      group.delivery !== 'open' && dateOf(group.first_start) <= addDays(today, thresholds.strengthDays),
  )
  return looked.flatMap((group) => {
    const own = taking.get(group.id) ?? []
    const families = new Set(own.map((one) => one.family_id ?? one.person_id)).size
    const taken = group.place_kind === 'family' ? families : own.length
    const problem = strengthProblem({ taken, places: group.places, placeKind: group.place_kind }, thresholds)
    if (problem === null) return []
    const begins = group.first_start >= today ? 'begins' : 'next meets'
    return [
      aboutGroup(group, {
        kind: 'under-strength',
        subjectId: group.id,
        why: `${problem} It ${begins} on ${dayInWords(dateOf(group.next_start), today)}.`,
        on: dateOf(group.next_start),
        sessionId: null,
        reach: leadersOf(group.id, leaders),
        to: `/groups/${group.id}/people`,
      }),
    ]
  })
}

/** Groups whose registers were not taken. */
export const registerCalls = (owing: Rows<typeof listOwing>, leaders: Leaders): Call[] =>
  owing.map((row) =>
    aboutGroup(
      { id: row.group_id, name: row.name },
      {
        kind: 'register-not-taken',
        subjectId: row.group_id,
        why:
          row.owed === 1
            ? `The register of ${shortDay(row.oldest)} is not complete.`
            : `${count(row.owed, 'register')} not complete, the oldest of ${shortDay(row.oldest)}.`,
        on: dateOf(row.oldest),
        sessionId: row.session_id,
        reach: leadersOf(row.group_id, leaders),
        to: `/registers/${row.session_id}`,
      },
    ),
  )
