import { dateOf } from '../time/civil.ts'
import { clockTime } from '../time/format.ts'
import { anchorOf, standing, type BaselineSheet, type Standing } from './coming-back.rules.ts'
import { column, date, number, percent, text, type Cell, type Column, type Sheet } from './sheet.ts'
import type { WorkbookData, WorkbookRows } from './workbook-data.ts'

const stateWords = {
  'not-due': 'To come',
  due: 'Not taken',
  started: 'Not complete',
  complete: 'Complete',
  'did-not-run': 'Did not run',
} as const

/** People by dates, as the paper register: letters as they were given, a blank where nothing was recorded. */
export function registerSheet(data: WorkbookData): Sheet {
  const letters = new Map(data.marks.map((m) => [`${m.sessionId} ${m.personId}`, m.code]))
  const letter = (session: string, person: string) => letters.get(`${session} ${person}`) ?? null
  const count = counter(data, letter)
  return {
    name: 'Register',
    columns: [
      column('No.', 6),
      column('Name', 28),
      ...data.sessions.map((s): Column => ({ heading: date(dateOf(s.startsAt)), width: 12, centred: true })),
      column('Attended', 10),
      column('Expected', 10),
      column('Rate', 9),
      column('Attended or sent apologies', 16),
      column('Rate with apologies', 12),
    ],
    rows: data.people.map((person, at) => [
      number(at + 1),
      text(person.name),
      ...data.sessions.map((s) => text(letter(s.id, person.personId))),
      ...count.total(data.sessions, [person]),
    ]),
    totals: totalRows(data, count),
    frozenColumns: 2,
    keys: {
      anchor: anchorOf(data.fileId, 'register'),
      columns: [null, 'name', ...data.sessions.map((s) => s.id), null, null, null, null, null],
      rows: data.people.map((person) => person.personId),
      editable: data.sessions.map((s) => s.id),
      choices: data.codes.filter((code) => !code.retired).map((code) => code.code),
    },
  }
}

/** The letters of the register as they leave. */
export function registerBaseline({ sessions, people, marks }: WorkbookRows): BaselineSheet {
  const letters = new Map(marks.map((m) => [`${m.sessionId} ${m.personId}`, m.code]))
  const places = (personId: string): Record<string, Standing> =>
    Object.fromEntries(sessions.map((s) => [s.id, standing(letters.get(`${s.id} ${personId}`) ?? null)]))
  return {
    sheet: 'register',
    columns: Object.fromEntries(sessions.map((s) => [s.id, dateOf(s.startsAt)])),
    rows: people.map((person) => ({
      key: person.personId,
      says: { name: person.name },
      places: places(person.personId),
    })),
  }
}

type Session = WorkbookData['sessions'][number]
type Person = WorkbookData['people'][number]

/** Counts as the figures do: complete registers only, by what each letter means, and volunteers not at all. */
function counter(data: WorkbookData, letter: (session: string, person: string) => string | null) {
  const codes = new Map(data.codes.map((code) => [code.code, code]))
  const tally = (sessions: readonly Session[], people: readonly Person[]) => {
    const marks = sessions
      .filter((s) => s.state === 'complete')
      .flatMap((s) =>
        people.map((p) => (p.volunteer ? undefined : codes.get(letter(s.id, p.personId) ?? ''))),
      )
    return {
      attended: marks.filter((code) => code?.attended).length,
      expected: marks.filter((code) => code?.expected).length,
      excused: marks.filter((code) => code?.attended || code?.apology).length,
    }
  }
  const total = (sessions: readonly Session[], people: readonly Person[]): Cell[] => {
    const { attended, expected, excused } = tally(sessions, people)
    const rate = (part: number) => percent(expected === 0 ? null : Math.round((part / expected) * 1000) / 10)
    return [number(attended), number(expected), rate(attended), number(excused), rate(excused)]
  }
  return { tally, total }
}

function totalRows(data: WorkbookData, count: ReturnType<typeof counter>): Cell[][] {
  const { sessions, people } = data
  const line = (label: string, cell: (s: Session) => Cell, end: readonly Cell[] = []) => [
    null,
    text(label),
    ...sessions.map(cell),
    ...end,
  ]
  const ofComplete = (s: Session, value: 'attended' | 'expected' | 'excused') =>
    s.state === 'complete' ? number(count.tally([s], people)[value]) : null
  return [
    line('Attended', (s) => ofComplete(s, 'attended'), count.total(sessions, people)),
    line('Expected', (s) => ofComplete(s, 'expected')),
    line('Attended or sent apologies', (s) => ofComplete(s, 'excused')),
    line('Starts at', (s) => text(clockTime(s.startsAt))),
    line('Register', (s) => text(stateWords[s.state])),
  ]
}
