import { dateOf } from '../time/civil.ts'
import type { OldLayoutContent } from './old-layout.contract.ts'
import type { OldField } from './old-layout.fields.ts'
import { date, number, percent, text, type Cell } from './sheet.ts'
import type { WorkbookRows } from './workbook-data.ts'

/** A person as an old workbook lists them. */
export interface OldPerson {
  readonly personId: string
  readonly firstName: string
  readonly lastName: string
  readonly knownAs: string | null
  readonly dateOfBirth: string | null
  readonly mosaicId: string | null
  /** null as well where ringing is not safe. */
  readonly phone: string | null
  readonly allergies: string | null
}

/** Everything that an old workbook is filled with. */
export interface OldData {
  readonly rows: WorkbookRows
  readonly people: readonly OldPerson[]
  readonly group: string
  readonly title: string
  readonly programme: string
  readonly building: string | null
  readonly locality: string | null
  readonly facilitators: readonly string[]
}

type Session = WorkbookRows['sessions'][number]

/** Whose cell it is, of which session, and in which row of the list, from 1. */
interface At {
  readonly person: OldPerson
  readonly session: Session | null
  readonly nth: number
}
export type OldCells = Readonly<Record<OldField, (at: At) => Cell>>

/** What each column is filled with, and how many came to a session. Counted as the figures are: complete registers only. */
export function oldCells({ marks }: Pick<OldLayoutContent, 'marks'>, data: OldData) {
  const { rows } = data
  const theirs = new Map(marks.map((one) => [one.code, one.theirs]))
  const codes = new Map(rows.codes.map((code) => [code.code, code]))
  const letters = new Map(rows.marks.map((mark) => [`${mark.sessionId} ${mark.personId}`, mark.code]))
  const codeAt = (session: Session, personId: string) => letters.get(`${session.id} ${personId}`) ?? null
  const complete = rows.sessions.filter((one) => one.state === 'complete')
  const count = ({ person }: At, what: 'attended' | 'expected') =>
    complete.filter((session) => codes.get(codeAt(session, person.personId) ?? '')?.[what]).length
  const mark = ({ session, person }: At): Cell => {
    const code = session === null ? null : codeAt(session, person.personId)
    return code === null ? null : markCell(theirs.get(code) ?? code)
  }
  const share = (at: At): Cell => {
    const expected = count(at, 'expected')
    return percent(expected === 0 ? null : Math.round((count(at, 'attended') / expected) * 1000) / 10)
  }
  const cellOf: OldCells = {
    ...personCells,
    ...groupCells(data),
    total: (at) => number(count(at, 'attended')),
    expected: (at) => number(count(at, 'expected')),
    percent: share,
    session: mark,
    mark,
  }
  const came = (session: Session) =>
    rows.people.filter((one) => !one.volunteer && codes.get(codeAt(session, one.personId) ?? '')?.attended).length // prettier-ignore
  return { cellOf, came }
}

/** A mark that was a number is one again, so that their totals still add up. */
const markCell = (mark: string): Cell => {
  if (mark === '') return null
  return /^\d{1,6}$/.test(mark) ? number(Number(mark)) : text(mark)
}

type OfGroup = 'group' | 'programme' | 'building' | 'locality' | 'start-date' | 'facilitators' | 'facilitator-1' | 'facilitator-2' // prettier-ignore
type OfPerson = Exclude<OldField, OfGroup | 'total' | 'expected' | 'percent' | 'session' | 'mark'>

const personCells: Readonly<Record<OfPerson, (at: At) => Cell>> = {
  blank: () => null,
  number: ({ nth }) => number(nth),
  'full-name': ({ person }) => text(`${person.firstName} ${person.lastName}`.trim()),
  'last-first': ({ person }) => text([person.lastName, person.firstName].filter((one) => one !== '').join(', ')), // prettier-ignore
  'first-name': ({ person }) => text(person.firstName),
  'last-name': ({ person }) => text(person.lastName),
  'known-as': ({ person }) => text(person.knownAs),
  'date-of-birth': ({ person }) => date(person.dateOfBirth),
  'mosaic-id': ({ person }) => text(person.mosaicId),
  phone: ({ person }) => text(person.phone),
  allergies: ({ person }) => text(person.allergies),
  'session-number': ({ session }) => number(session?.number ?? null),
  'session-date': ({ session }) => date(session === null ? null : dateOf(session.startsAt)),
}

function groupCells(data: OldData): Readonly<Record<OfGroup, () => Cell>> {
  const [first] = data.rows.sessions
  const [one = null, two = null] = data.facilitators
  return {
    group: () => text(data.group),
    programme: () => text(data.programme),
    building: () => text(data.building),
    locality: () => text(data.locality),
    'start-date': () => date(first === undefined ? null : dateOf(first.startsAt)),
    facilitators: () => text(data.facilitators.join(' / ') || null),
    'facilitator-1': () => text(one),
    'facilitator-2': () => text(two),
  }
}
