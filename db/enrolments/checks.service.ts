import { ageWarning } from '../../shared/enrolments/age.rules.ts'
import {
  checkLevels,
  clash,
  clashForCarer,
  type Check,
  type Meeting,
} from '../../shared/enrolments/checks.rules.ts'
import { hasPlaceFrom, hasPlaceOn } from '../../shared/enrolments/places.rules.ts'
import type { GroupId, PersonId } from '../../shared/ids.ts'
import type { Person } from '../../shared/people/people.contract.ts'
import { count } from '../../shared/text.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { longDate, timeRange } from '../../shared/time/format.ts'
import { mayRunGroup } from '../../shared/users/scope.rules.ts'
import { found } from '../changed.ts'
import type { Common } from '../context.ts'
import { listFacilitators } from '../groups/groups.repository.ts'
import { mustNotMeetOf } from '../people/must-not-meet.repository.ts'
import { findById as findPerson, toPerson } from '../people/people.repository.ts'
import type { Db } from '../store.ts'
import * as repository from './checks.repository.ts'
import { findGroup, type EnrolmentGroup } from './group.repository.ts'
import { listMembers } from './members.repository.ts'
import { places } from './places.ts'
import { readEnrolmentSettings } from './settings.service.ts'

export type Checker = Pick<Common, 'actor' | 'today'> & { readonly db: Db }

/** What all the checks of one person against one group look at, read once. */
interface Facts {
  readonly checker: Checker
  readonly group: EnrolmentGroup
  readonly person: Person
  readonly own: readonly repository.SessionToCome[]
  readonly travelMinutes: number
  /** Who joins the group in the same step. */
  readonly together: readonly PersonId[]
}

/** What speaks against a person's having a place in a group, most serious first. */
export async function check(checker: Checker, groupId: GroupId, personId: PersonId): Promise<Check[]> {
  const group = found(await findGroup(checker.db, groupId), 'group')
  const full = places(group.capacity, await listMembers(checker.db, group), checker.today)
  const warnings = await checksOf(checker, group, personId)
  const words = full.capacity !== null && full.free === 0 ? `${fullWords(group)} No place is free.` : null
  return mostSerious(words === null ? warnings : [...warnings, { kind: 'full', level: 'warn', words }])
}

export const fullWords = ({ capacity, placeKind }: EnrolmentGroup): string =>
  `This group has ${capacity === 1 ? '1 place' : `${capacity} places`}${placeKind === 'family' ? ', each for a family' : ''}.`

const mostSerious = (checks: readonly Check[]) =>
  checks.toSorted((a, b) => checkLevels.indexOf(a.level) - checkLevels.indexOf(b.level))

/** The same without whether there is a place, which is judged for all who join at once: `together`. */
export async function checksOf(
  checker: Checker,
  group: EnrolmentGroup,
  personId: PersonId,
  together: readonly PersonId[] = [],
): Promise<Check[]> {
  const { db, today } = checker
  const person = toPerson(found(await findPerson(db, personId), 'person'))
  const [own, { travelMinutes }] = await Promise.all([
    repository.listSessionsToCome(db, [group.id], today),
    readEnrolmentSettings(db),
  ])
  const facts = { checker, group, person, own, travelMinutes, together }
  const checks = await Promise.all([mustNotMeet, age, clashes, sameProgramme, locality, family].map((one) => one(facts))) // prettier-ignore
  return mostSerious(checks.flat())
}

/** Who it is, is told to those who lead the group and to managers; to others, that there is somebody. */
async function mustNotMeet({ checker, group, person, own, together }: Facts): Promise<Check[]> {
  const { db, today, actor } = checker
  const kept = (await mustNotMeetOf(db, [person.id])).get(person.id) ?? []
  const others = await repository.listNames(db, kept.map((pair) => pair.otherId)) // prettier-ignore
  if (others.length === 0) return []
  const belongings = await repository.listBelongings(db, others.map((other) => other.id)) // prettier-ignore
  const there = belongings.filter(({ events }) => hasPlaceFrom(events, today))
  const nearby = await meetings(checker, there)
  const told = mayRunGroup(actor, await leadersOf(db, group.id))
  return others.flatMap((other) => {
    const theirs = there.filter((one) => one.personId === other.id)
    const whom = told ? other.name : 'somebody'
    const words = together.includes(other.id) || theirs.some((one) => one.groupId === group.id)
      ? `They must not meet ${whom} in this group.`
      : nearbyWords(own, nearby.filter((one) => theirs.includes(one.belonging)), whom) // prettier-ignore
    if (words === null) return []
    const ask = told ? '' : ' Ask who leads the group, or a manager.'
    return [{ kind: 'must-not-meet', level: 'stop', words: `${words}${ask}` }]
  })
}

function nearbyWords(own: readonly repository.SessionToCome[], theirs: readonly Placed[], whom: string) {
  const first = own.find(
    (mine) =>
    theirs.some(({ meeting }) => meeting.inPerson && meeting.buildingId === mine.buildingId && mine.buildingId !== null && clash(toMeeting(mine), meeting, 0)), // prettier-ignore
  )
  return first === undefined
    ? null
    : `They must not meet ${whom}, who is in the same building at that time, first on ${longDate(first.startsAt)}.`
}

export const leadersOf = async (db: Db, groupId: GroupId) =>
  ((await listFacilitators(db, [groupId])).get(groupId) ?? []).map((one) => one.staffId)

const toMeeting = (session: repository.SessionToCome): Meeting => ({
  ...session,
  inPerson: session.mode === 'in-person',
})

/** A session that somebody is expected at. */
interface Placed {
  readonly belonging: repository.Belonging
  readonly meeting: Meeting
}

/** The sessions to come at which these histories have a place. */
async function meetings(
  { db, today }: Checker,
  belongings: readonly repository.Belonging[],
): Promise<Placed[]> {
  const ids = [...new Set(belongings.map((one) => one.groupId))]
  const sessions = await repository.listSessionsToCome(db, ids, today)
  return belongings.flatMap((belonging) =>
    sessions
      .filter((one) => one.groupId === belonging.groupId)
      .filter((one) => hasPlaceOn(belonging.events, dateOf(one.startsAt), today))
      .map((one) => ({ belonging, meeting: toMeeting(one) })),
  )
}

async function age({ group, person, checker }: Facts): Promise<Check[]> {
  const words = ageWarning(person.dateOfBirth, group.firstDate ?? checker.today, group.ages)
  return words === null ? [] : [{ kind: 'age', level: 'warn', words }]
}

/** Their own other groups, and those of whom they bring or who bring them: nobody can be in two places. */
async function clashes({ checker, group, person, own, travelMinutes }: Facts): Promise<Check[]> {
  const cared = await repository.listCaredWith(checker.db, person.id)
  const nameOf = new Map(cared.map((one) => [one.id, one.name]))
  const all = await repository.listBelongings(checker.db, [person.id, ...nameOf.keys()])
  const elsewhere = all.filter((one) => one.groupId !== group.id)
  const placed = Map.groupBy(await meetings(checker, elsewhere), (one) => one.belonging)
  return [...placed].flatMap(([belonging, theirs]) => {
    const carer = nameOf.get(belonging.personId)
    const clashing = carer === undefined ? clash : clashForCarer
    const at = own.filter((mine) => theirs.some(({ meeting }) => clashing(toMeeting(mine), meeting, travelMinutes))) // prettier-ignore
    const words = clashWords(at, belonging.groupName, carer)
    return words === null ? [] : [{ kind: 'clash', level: 'warn', words }]
  })
}

function clashWords(at: readonly repository.SessionToCome[], group: string, carer: string | undefined) {
  const [first] = at
  if (first === undefined) return null
  const when = `${longDate(first.startsAt)}, ${timeRange(first.startsAt, first.endsAt)}`
  const times = at.length === 1 ? `on ${when}` : `at ${count(at.length, 'session')}, first on ${when}`
  return carer === undefined
    ? `They cannot be at ${group} as well ${times}.`
    : `${carer}, who belongs to them, is at ${group} in another building ${times}. Nobody can bring or be at both.`
}

async function sameProgramme({ checker, group, person }: Facts): Promise<Check[]> {
  const all = await repository.listBelongings(checker.db, [person.id])
  return all
    .filter((one) => one.programmeId === group.programmeId && one.groupId !== group.id)
    .flatMap(({ events, groupName }): Check[] => {
      if (hasPlaceFrom(events, checker.today))
        return [{ kind: 'same-programme', level: 'warn', words: `They already have a place on this programme, in ${groupName}.` }] // prettier-ignore
      const completed = events.findLast((event) => event.status === 'completed')
      return completed
        ? [{ kind: 'same-programme', level: 'say', words: `They completed this programme in ${groupName} on ${longDate(completed.onDate)}.` }] // prettier-ignore
        : []
    })
}

async function locality({ checker, group, person }: Facts): Promise<Check[]> {
  const home = await repository.findLocality(checker.db, person.id)
  if (!home || group.localityId === null || home.id === group.localityId) return []
  return [{ kind: 'locality', level: 'say', words: `They live in ${home.name}; the group meets in ${group.localityName}.` }] // prettier-ignore
}

async function family({ checker, group, person }: Facts): Promise<Check[]> {
  if (person.familyId === null) return []
  const others = await repository.listFamily(checker.db, person.familyId, person.id)
  const belongings = await repository.listBelongings(checker.db, others.map((other) => other.id)) // prettier-ignore
  const there = new Set(belongings.filter((one) => one.groupId === group.id && hasPlaceFrom(one.events, checker.today)).map((one) => one.personId)) // prettier-ignore
  const names = others.filter((other) => there.has(other.id)).map((other) => other.name)
  if (names.length === 0) return []
  return [{ kind: 'sibling', level: 'say', words: `Of the same family in this group: ${names.join(', ')}.` }]
}
