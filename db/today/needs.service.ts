import { missingStreams } from '../../shared/groups/group.rules.ts'
import { mayUse, type Permission } from '../../shared/permissions.ts'
import { count } from '../../shared/text.ts'
import { addDays, dateOf } from '../../shared/time/civil.ts'
import { clockTime, longDate, shortDay } from '../../shared/time/format.ts'
import type { Today } from '../../shared/today/today.contract.ts'
import type { QueryContext } from '../context.ts'
import { enrolledCounts } from '../enrolments/enrolments.repository.ts'
import { listFacilitators } from '../groups/groups.repository.ts'
import { bookingNeeds } from './booking-needs.ts'
import { callNeeds } from './call-needs.ts'
import { listEndingRuns } from './ending-runs.ts'
import { measureNeeds } from './measure-needs.ts'
import * as repository from './needs.repository.ts'
import type { TodaySession } from './today.repository.ts'
import type { Whose } from './whose.ts'

type Need = Today['needs'][number]

/** More cards of one kind than this are one card that says how many. */
const MOST_OF_A_KIND = 4
/** A group without people, or with an end, is worth a word two weeks before; a term two months before it is needed. */
const NOTICE_DAYS = { people: 14, terms: 60, end: 14 } as const

/** What waits for this person, most pressing first; each with the place to do it, and only what they may do. */
export async function listNeeds(
  context: QueryContext,
  whose: Whose,
  owed: { readonly count: number; readonly oldest: TodaySession | undefined },
): Promise<Need[]> {
  const may = (permission: Permission) => mayUse(context.actor.role, permission)
  const calls = await callNeeds(context, whose)
  const ofGroups = may('groups.edit') ? await groupNeeds(context, whose) : []
  // A group with nobody in it has a card of its own.
  const empty = new Set(ofGroups.filter((need) => need.kind === 'no-people').map((need) => need.to))
  return [
    ...calls('too-few-adults'),
    ...(may('registers.edit') ? overdue(owed) : []),
    ...calls('offer-lapsing'),
    ...calls('absences'),
    ...(may('bookings.edit') ? await bookingNeeds(context) : []),
    ...(may('bookings.edit') ? await closureHits(context) : []),
    ...(may('bookings.edit') ? await onHolidays(context) : []),
    ...calls('falling'),
    ...ofGroups,
    ...calls('under-strength', empty),
    ...(may('groups.edit') ? await endingSoon(context, whose) : []),
    ...(may('bookings.edit') ? await runsEnding(context) : []),
    ...(may('people.edit') ? await provisional(context) : []),
    ...(may('outcomes.edit') ? await measureNeeds(context, whose) : []),
    ...(may('settings.edit') ? await noTerms(context) : []),
  ]
}

function overdue({ count: n, oldest }: { count: number; oldest: TodaySession | undefined }): Need[] {
  if (oldest === undefined) return []
  return [
    {
      kind: 'registers-overdue',
      title: `${count(n, 'register')} overdue`,
      detail: `The oldest is ${oldest.group_name}, ${shortDay(oldest.starts_at)} at ${clockTime(oldest.starts_at)}.`,
      action: 'Take the oldest',
      to: `/registers/${oldest.id}`,
    },
  ]
}

/** What is closed and has bookings that nobody has decided about. */
async function closureHits({ ask }: QueryContext): Promise<Need[]> {
  const closures = await ask.closures.unresolved({})
  return closures.slice(0, MOST_OF_A_KIND).map(({ id, where, hits, firstAt }) => ({
    kind: 'closure-hits',
    title: `${where} closed: ${count(hits, 'booking')} to decide`,
    detail: `The first is on ${shortDay(firstAt)} at ${clockTime(firstAt)}.`,
    action: 'Find rooms',
    to: `/closures/${id}`,
  }))
}

/** Dates that a change of the calendar has put on a holiday, of those that this person may change. */
async function onHolidays({ ask }: QueryContext): Promise<Need[]> {
  const mine = (await ask.series.affected({})).filter((one) => one.mayChange)
  const [first] = mine
  if (first === undefined) return []
  return [
    {
      kind: 'dates-on-holidays',
      title: `${count(mine.length, 'date')} now on a holiday`,
      detail: `The first is ${first.title} on ${shortDay(first.startsAt)}: ${first.reason}. Its series leaves such days out.`,
      action: mine.length === 1 ? 'See the date' : 'See the dates',
      to: '/settings/bank-holidays',
    },
  ]
}

async function groupNeeds({ db, today }: QueryContext, whose: Whose): Promise<Need[]> {
  const active = await repository.listActive(db, whose, today)
  const ids = active.map((group) => group.id)
  const facilitators = await listFacilitators(db, ids)
  const soon = active.filter(
    (group) => group.firstStart >= today && dateOf(group.firstStart) <= addDays(today, NOTICE_DAYS.people),
  )
  // People who join on a later day count: the group is not empty when it starts.
  const enrolled = soon.length === 0 ? new Map() : await enrolledCounts(db, '9999-12-31', soon.map((g) => g.id)) // prettier-ignore
  const streams = (group: repository.ActiveGroup) =>
    (facilitators.get(group.id) ?? []).map((one) => one.stream)
  const led = active.filter((group) => streams(group).length > 0)
  const oneSided = led.filter((group) => missingStreams(group.coDelivered, streams(group)).length > 0)
  return [
    ...cards('no-people', soon.filter((group) => !enrolled.has(group.id)), peopleWords),
    ...cards('no-facilitator', active.filter((group) => streams(group).length === 0), facilitatorWords),
    ...cards('one-stream', oneSided, oneStreamWords),
  ] // prettier-ignore
}

type Words = Pick<Need, 'title' | 'detail' | 'action' | 'to'>

const meets = (group: repository.ActiveGroup) =>
  `${shortDay(group.nextStart)} at ${clockTime(group.nextStart)}`

const peopleWords = (group: repository.ActiveGroup): Words => ({
  title: `Nobody is enrolled in ${group.name}`,
  detail: `It starts on ${meets(group)}.`,
  action: 'Enrol people',
  to: `/groups/${group.id}/people`,
})
const facilitatorWords = (group: repository.ActiveGroup): Words => ({
  title: `Nobody leads ${group.name}`,
  detail: `It next meets on ${meets(group)}.`,
  action: 'Choose who leads',
  to: `/groups/${group.id}`,
})
const oneStreamWords = (group: repository.ActiveGroup): Words => ({
  title: `${group.name} is led from one side only`,
  detail: `A family worker and a youth and justice worker usually lead it together. It next meets on ${meets(group)}.`,
  action: 'Choose who leads',
  to: `/groups/${group.id}`,
})

function cards(
  kind: Need['kind'],
  groups: readonly repository.ActiveGroup[],
  words: (group: repository.ActiveGroup) => Words,
): Need[] {
  const shown = groups.slice(0, MOST_OF_A_KIND).map((group) => ({ kind, ...words(group) }))
  const [next, ...rest] = groups.slice(MOST_OF_A_KIND)
  if (next === undefined) return shown
  const more = count(rest.length + 1, 'more group')
  const what = kind === 'no-people' ? 'without people' : 'without all who should lead'
  return [...shown, { kind, title: `${more} ${what}`, detail: `The next is ${next.name}.`, action: 'See the groups', to: '/groups' }] // prettier-ignore
}

async function endingSoon({ db, today }: QueryContext, whose: Whose): Promise<Need[]> {
  const ending = await repository.listEnding(db, whose, today, addDays(today, NOTICE_DAYS.end))
  const shown = ending.slice(0, MOST_OF_A_KIND).map((group): Need => ({
    kind: 'ending-soon',
    title: `${group.name} ends on ${shortDay(group.lastStart)}`,
    detail:
      'No group is planned to follow it. Its room, days and leaders can be taken over into the next term.',
    action: 'Plan it again',
    to: `/groups/new?again=${group.id}`,
  }))
  const [next, ...rest] = ending.slice(MOST_OF_A_KIND)
  if (next === undefined) return shown
  return [...shown, { kind: 'ending-soon', title: `${count(rest.length + 1, 'more group')} ending soon`, detail: `The next is ${next.name}.`, action: 'See the groups', to: '/groups' }] // prettier-ignore
}

async function runsEnding({ db, today, actor }: QueryContext): Promise<Need[]> {
  const ending = await listEndingRuns(db, actor.id, today, addDays(today, NOTICE_DAYS.end))
  return ending.slice(0, MOST_OF_A_KIND).map((run) => ({
    kind: 'ending-soon',
    title: `${run.title} ends on ${shortDay(run.lastStart)}`,
    detail: `No booking of ${run.roomName} follows it.`,
    action: 'Find a room for more',
    to: `/rooms?find=${encodeURIComponent(run.sentence)}`,
  }))
}

async function provisional({ db }: QueryContext): Promise<Need[]> {
  const n = await repository.countProvisional(db)
  if (n === 0) return []
  return [
    {
      kind: 'provisional-people',
      title: `${count(n, 'person', 'people')} added at the door`,
      detail: 'Their details have not been checked. They may be known already.',
      action: 'Check them',
      to: '/people/provisional',
    },
  ]
}

async function noTerms({ db, today }: QueryContext): Promise<Need[]> {
  const end = await repository.lastTermEnd(db)
  if (end !== null && end > addDays(today, NOTICE_DAYS.terms)) return []
  return [
    {
      kind: 'no-term-dates',
      title: end === null ? 'No term dates are set' : `No term dates are set after ${longDate(end)}`,
      detail: 'Groups planned in term time cannot leave out school holidays that nobody has entered.',
      action: 'Set term dates',
      to: '/settings/terms',
    },
  ]
}
