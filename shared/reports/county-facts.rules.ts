import { roleOn, type ParticipantRole } from '../enrolments/participants.rules.ts'
import { cameOf } from '../registers/headcounts.rules.ts'
import { registerState } from '../registers/registers.rules.ts'
import type { CountyHelper, CountyMark, CountyPerson, CountyRows, CountySession } from './county-rows.ts'
import type { Behind } from './making.ts'
import { inOrder, linesOfPeriod, type Placed, type Places, type SplitLine } from './splits.rules.ts'
import type { ReportAsked } from './asked.ts'

/** What the figures of one line, or of all lines together, are counted from. */
export interface CountyFacts {
  readonly delivered: readonly CountySession[]
  readonly notRun: readonly CountySession[]
  readonly owed: readonly CountySession[]
  /** Marks but for those of volunteers. */
  readonly expected: readonly CountyMark[]
  readonly attended: readonly CountyMark[]
  /** Marks of volunteers who came. */
  readonly helped: readonly CountyMark[]
  /** At each session whose heads were counted, those of a role that had no name; never none. */
  readonly unnamed: readonly HeadsCounted[]
  /** Volunteers who were counted and not named. */
  readonly volunteerHeads: readonly HeadsCounted[]
  readonly helpers: readonly CountyHelper[]
}
export interface HeadsCounted {
  readonly session: CountySession
  readonly people: number
}

type Growing = { [Key in keyof CountyFacts]: CountyFacts[Key][number][] }
const nothing = (): Growing => ({ delivered: [], notRun: [], owed: [], expected: [], attended: [], helped: [], unnamed: [], volunteerHeads: [], helpers: [] }) // prettier-ignore

export const roleIn = (person: CountyPerson, { groupId, on }: CountySession): ParticipantRole =>
  roleOn(person.roles.get(groupId) ?? null, person.dateOfBirth, on)
const helps = ({ person, session }: CountyMark) => person.roles.get(session.groupId) === 'volunteer'

/** Sifts rows once, each to all the places that it counts in: the county, and the line it belongs to. */
function sift(rows: CountyRows, placesOf: (session: CountySession) => readonly Growing[]): void {
  const to = <Key extends keyof Growing>(key: Key, row: Growing[Key][number], session: CountySession) => {
    // The row is of the list's own kind: TypeScript cannot tell that the two keys are the same one.
    for (const facts of placesOf(session)) (facts[key] as (typeof row)[]).push(row)
  }
  for (const session of rows.sessions) {
    // One that is still to come has no figures yet, and a line to stand on.
    placesOf(session)
    if (session.didNotRun) to('notRun', session, session)
    else if (session.complete) to('delivered', session, session)
    else if (isOwed(session, rows.today)) to('owed', session, session)
  }
  for (const mark of rows.marks) {
    if (helps(mark)) {
      if (mark.attended) to('helped', mark, mark.session)
      continue
    }
    if (mark.expected) to('expected', mark, mark.session)
    if (mark.attended) to('attended', mark, mark.session)
  }
  for (const helper of rows.helpers) to('helpers', helper, helper.session)
  for (const { role, ...heads } of unnamedOf(rows))
    to(role === 'volunteer' ? 'volunteerHeads' : 'unnamed', heads, heads.session)
}

const isOwed = ({ on, didNotRun, complete }: CountySession, today: string) =>
  registerState({ startsAt: on, didNotRun, complete, marked: false }, today) === 'due'

/** Heads are all told in each role, so those without a name are what is left after the named of that role. */
function unnamedOf({ heads, marks }: CountyRows): (HeadsCounted & { readonly role: ParticipantRole })[] {
  const counted = new Set(heads.map((one) => one.session))
  const named = Map.groupBy(
    marks.filter((mark) => mark.attended && counted.has(mark.session)),
    (mark) => mark.session,
  )
  return heads.flatMap(({ session, role, people: all }) => {
    const byName = (named.get(session) ?? []).filter((mark) => roleIn(mark.person, session) === role).length
    const people = cameOf({ named: byName, counted: all }) - byName
    return people > 0 ? [{ session, role, people }] : []
  })
}

/** The facts of the county, of each line of a split in order, and of the lines of the period in which nothing was. */
export interface Sifted {
  readonly whole: CountyFacts
  readonly lines: readonly (readonly [SplitLine, CountyFacts])[]
}

/** Sifts the rows of a period for a report: `find` says on which line something of a session stands. */
export function siftCounty(
  rows: CountyRows,
  find: (placed: Placed) => SplitLine,
  empty: readonly SplitLine[] = [],
): Sifted {
  const whole = nothing()
  const lines = new Map(empty.map((line) => [line.key, [line, nothing()] as const]))
  const known = new Map<CountySession, readonly Growing[]>()
  const placesOf = (session: CountySession) => {
    let places = known.get(session)
    if (!places) {
      const line = find({ groupId: session.groupId, sessionId: session.id, on: session.on })
      const part = lines.get(line.key) ?? ([line, nothing()] as const)
      lines.set(line.key, part)
      known.set(session, (places = [whole, part[1]]))
    }
    return places
  }
  sift(rows, placesOf)
  return { whole, lines: [...lines.values()].toSorted(([a], [b]) => inOrder(a, b)) }
}

/** The lines in which nothing may have been; a report over all has none but its total. */
export const emptyLines = (asked: Pick<ReportAsked, 'by' | 'from' | 'to'>, places: Places): SplitLine[] =>
  linesOfPeriod(asked.by, places, asked)

export const ofSession = ({ id, groupId, on }: CountySession): Behind => ({ sessionId: id, groupId, on })
export const ofHeads = ({ session, people }: HeadsCounted): Behind => ({ ...ofSession(session), amount: people, what: 'Heads without a name' }) // prettier-ignore
export const ofMark = ({ session, person }: CountyMark): Behind => ({
  personId: person.id,
  sessionId: session.id,
  groupId: session.groupId,
  on: session.on,
})
