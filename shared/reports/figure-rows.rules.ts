import { milestonesOf, turnaround, type Stretch } from '../enrolments/turnaround.rules.ts'
import { registerState } from '../registers/registers.rules.ts'
import { dateOf, minutesBetween } from '../time/civil.ts'
import type { FigureKey } from './definitions.ts'
import { hasBeen, type Facts, type Mark, type Person, type Session } from './facts.rules.ts'

/** One of the rows that a figure is made of: about whom or what, how much, and whether it is of the part or only of the whole. */
export interface FigureRow {
  readonly personId: string | null
  readonly familyId: string | null
  readonly sessionId: string | null
  readonly staffId: string | null
  /** What it adds: 1, heads, days, or for hours minutes. */
  readonly amount: number
  /** Of a share, whether it is in the part; of all else always. */
  readonly counts: boolean
}

const nothing = { personId: null, familyId: null, sessionId: null, staffId: null, amount: 1, counts: true }

const ofPerson = (personId: string, more: Partial<FigureRow> = {}): FigureRow => ({ ...nothing, personId, ...more }) // prettier-ignore
const ofSession = ({ id }: Session): FigureRow => ({ ...nothing, sessionId: id })
const ofMark = ({ personId, sessionId }: Mark, counts = true): FigureRow => ({ ...nothing, personId, sessionId, counts }) // prettier-ignore

const distinct = (ids: readonly string[]) => [...new Set(ids)]
const people = (ids: readonly string[]) => distinct(ids).map((id) => ofPerson(id))
const families = (some: readonly (Person | undefined)[]): FigureRow[] =>
  distinct(some.flatMap((one) => one?.familyId ?? [])).map((familyId) => ({ ...nothing, familyId }))

const ran = ({ sessions }: Facts) => sessions.filter((one) => !one.didNotRun)

/** The people who came exactly so often. */
export const cameTimes = ({ times }: Facts, wanted: number): FigureRow[] =>
  [...times].filter(([, often]) => often === wanted).map(([id]) => ofPerson(id))

function neverCame({ enrolled, expected, times }: Facts): FigureRow[] {
  const missed = new Set(expected.map((mark) => mark.personId))
  return enrolled
    .filter((one) => missed.has(one.personId) && !times.has(one.personId))
    .map((one) => ofPerson(one.personId))
}

/** From one day to another, of everyone who has both. */
function stretch({ people: all, marks, session }: Facts, of: Stretch): FigureRow[] {
  const came = Map.groupBy(
    marks.flatMap(({ personId, sessionId, attended }) => {
      const held = session.get(sessionId)
      const counts = attended && held !== undefined && !held.didNotRun
      return counts ? [{ personId, onDate: dateOf(held.startsAt) }] : []
    }),
    (one) => one.personId,
  )
  return all.flatMap((one) => {
    const cameOn = (came.get(one.personId) ?? []).map((day) => day.onDate)
    const days = turnaround(milestonesOf({ ...one, cameOn }))[of]
    return one.role === 'volunteer' || days === null ? [] : [ofPerson(one.personId, { amount: days })]
  })
}

/** Minutes of each volunteer at each session: of the service's own, and of those who are in the group as volunteers. */
function volunteering({ helpers, marks, person, delivered }: Facts): FigureRow[] {
  const length = new Map(delivered.map((one) => [one.id, minutesBetween(one.startsAt, one.endsAt)]))
  const given = (sessionId: string, minutes: number | null, who: Partial<FigureRow>): FigureRow[] => {
    const whole = length.get(sessionId)
    return whole === undefined ? [] : [{ ...nothing, sessionId, amount: minutes ?? whole, ...who }]
  }
  const helped = marks.filter((mark) => mark.attended && person.get(mark.personId)?.role === 'volunteer')
  return [
    ...helpers.flatMap(({ sessionId, minutes, staffId }) => given(sessionId, minutes, { staffId })),
    ...helped.flatMap(({ sessionId, minutes, personId }) => given(sessionId, minutes, { personId })),
  ]
}

const at = ({ readings }: Facts, timePoint: 'before' | 'after') =>
  readings.filter((one) => one.timePoint === timePoint && one.value !== null)

/** The people with a pair on any measure. */
function pairedPeople(facts: Facts): ReadonlySet<string> {
  const place = (one: Facts['readings'][number]) =>
    `${one.personId} ${one.measureId} ${one.edition} ${one.item}`
  const after = new Set(at(facts, 'after').map(place))
  return new Set(at(facts, 'before').filter((one) => after.has(place(one))).map((one) => one.personId)) // prettier-ignore
}

function matchedRate(facts: Facts): FigureRow[] {
  const paired = pairedPeople(facts)
  return distinct(at(facts, 'before').map((one) => one.personId)).map((id) => ofPerson(id, { counts: paired.has(id) })) // prettier-ignore
}

/** The rows behind each figure: what it is counted from, and nothing else. */
export const rowsOf: Readonly<Record<FigureKey, (facts: Facts) => readonly FigureRow[]>> = {
  'people-enrolled': ({ enrolled }) => people(enrolled.map((one) => one.personId)),
  'families-enrolled': ({ enrolled }) => families(enrolled),
  'people-came': ({ times }) => people([...times.keys()]),
  'families-came': ({ times, person }) => families([...times.keys()].map((id) => person.get(id))),
  'sessions-planned': (facts) => ran(facts).map(ofSession),
  'sessions-delivered': ({ delivered }) => delivered.map(ofSession),
  'sessions-not-run': ({ sessions }) => sessions.filter((one) => one.didNotRun).map(ofSession),
  'registers-owed': (facts) =>
    ran(facts)
      .filter((one) => registerState({ ...one, marked: false }, facts.today) === 'due')
      .map(ofSession),
  expected: ({ expected }) => expected.map((mark) => ofMark(mark)),
  'attendance-rate': ({ expected }) => expected.map((mark) => ofMark(mark, mark.attended)),
  'attended-or-apologised': ({ expected }) => expected.map((mark) => ofMark(mark, mark.attended || mark.apology)), // prettier-ignore
  attendances: ({ attended }) => attended.map((mark) => ofMark(mark)),
  'heads-unnamed': (facts) => unnamed(facts),
  footfall: (facts) => [...facts.attended.map((mark) => ofMark(mark)), ...unnamed(facts)],
  'materials-or-call': ({ counted }) => counted.filter((mark) => mark.contact).map((mark) => ofMark(mark)),
  'never-came': neverCame,
  completed: ({ enrolled }) => enrolled.filter((one) => hasBeen(one, 'completed')).map((one) => ofPerson(one.personId)), // prettier-ignore
  'reached-rule': ({ enrolled, times, completeAt }) =>
    completeAt === null
      ? []
      : enrolled.map(({ personId }) => ofPerson(personId, { counts: (times.get(personId) ?? 0) >= completeAt })), // prettier-ignore
  'referral-to-offer': (facts) => stretch(facts, 'referralToOffer'),
  'offer-to-attended': (facts) => stretch(facts, 'offerToAttended'),
  'referral-to-attended': (facts) => stretch(facts, 'referralToAttended'),
  'volunteer-hours': volunteering,
  'before-measure': (facts) => people(at(facts, 'before').map((one) => one.personId)),
  'after-measure': (facts) => people(at(facts, 'after').map((one) => one.personId)),
  matched: (facts) => people([...pairedPeople(facts)]),
  'matched-rate': matchedRate,
}

const unnamed = (facts: Facts): FigureRow[] =>
  facts.unnamed
    .filter((one) => one.people > 0)
    .map(({ sessionId, people: amount }) => ({ ...nothing, sessionId, amount }))
