import { completerLabels } from '../outcomes/measure-details.ts'
import { participantRoleLabels } from '../enrolments/participants.rules.ts'
import { ageOn } from '../time/civil.ts'
import {
  atOnce,
  each,
  type Batch,
  type CountyFileRows,
  type FileEnrolment,
  type FileGroup,
  type FileMark,
  type FilePerson,
  type FileReading,
} from './county-file.ts'
import { isAttendance } from './county-workbook.ts'
import { aboutRows, type Made } from './list-workbook.ts'
import type { LongSheet, LongWorkbook } from './long-sheet.ts'
import { column, date, number, text, yesNo, type Cell, type Column, type Sheet } from './sheet.ts'

/** Stands for somebody or something in one file: the same there for the same, and in no other file. */
export type Pseudonym = (kind: 'person' | 'family' | 'group' | 'session', id: string) => string

/** What long tables need beside their rows. */
export interface LongTables {
  readonly rows: CountyFileRows
  readonly pseudonym: Pseudonym
  /** Fewer different people than this in a programme, and its rows could tell who they are. */
  readonly threshold: number
  /** Everybody in the file, by id; filled while it is written. */
  readonly people: Set<string>
}

/** A column with what it means, which stands in the dictionary: `person_id`, as programs for figures like them. */
interface Field<Row> {
  readonly name: string
  readonly meaning: string
  readonly cell: (row: Row) => Cell
}
const columnsOf = (fields: readonly Field<never>[]): Column[] => fields.map(({ name }) => column(name, Math.max(12, name.length + 2))) // prettier-ignore

/** Marked so on every page: it is about people, though it names none. */
const MARKING = 'OFFICIAL-SENSITIVE: pseudonymised, not anonymous'

/** The tables of the county for analysts: long, with a dictionary, and with nobody's name in them. */
export function longTables(
  tables: LongTables,
  said: readonly (readonly [string, string])[],
  made: Made,
): LongWorkbook {
  const held = new Map<string, Set<string>>()
  const note = (personId: string, groupId: string): FilePerson | null => {
    const [person, group] = [tables.rows.people.get(personId), tables.rows.groups.get(groupId)]
    if (!person || !group) return null
    tables.people.add(personId)
    const set = held.get(group.programmeId) ?? new Set()
    held.set(group.programmeId, set.add(personId))
    return person
  }
  const first = [enrolmentsTable(tables, note), attendanceTable(tables, note), readingsTable(tables, note)]
  const sheets = [...first, peopleTable(tables), groupsTable(tables), programmesTable(tables, held)]
  return {
    sheets: sheets.map(({ sheet }) => sheet).concat(dictionary(sheets)),
    about: (counts) => aboutTables(said, made, counts),
    header: `Long tables${made.sample ? ' (sample county: invented)' : ''}`,
    classification: MARKING,
    madeBy: made.madeBy,
    madeAt: made.madeAt,
  }
}

interface Tabled {
  readonly sheet: LongSheet
  readonly fields: readonly { readonly name: string; readonly meaning: string }[]
}
type Note = (personId: string, groupId: string) => FilePerson | null

const tabled = <Row>(
  name: string,
  fields: readonly Field<Row>[],
  batches: (cells: (row: Row) => Cell[]) => AsyncIterable<Batch>,
): Tabled => ({
  fields,
  sheet: {
    name,
    columns: columnsOf(fields),
    frozenColumns: 0,
    batches: batches((row) => fields.map(({ cell }) => cell(row))),
  },
})

/**
 * In the order of `key`, a batch at a time: rows come as they were written down, and a register is gone through by last
 * names, so that their own order would tell who comes before whom.
 */
async function* inOrderOf<Row>(batches: AsyncIterable<readonly Row[]>, key: (row: Row) => string) {
  for await (const batch of batches) {
    const keyed = batch.map((row) => ({ row, key: key(row) }))
    yield keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row)
  }
}

const PERSON = 'The pseudonym of a person, the same in every table of this file and in no other file.'
const GROUP = 'The pseudonym of a group; see groups.'

function enrolmentsTable({ rows, pseudonym }: LongTables, note: Note): Tabled {
  const fields: Field<FileEnrolment>[] = [
    { name: 'person_id', meaning: PERSON, cell: (one) => text(pseudonym('person', one.personId)) },
    { name: 'group_id', meaning: GROUP, cell: (one) => text(pseudonym('group', one.groupId)) },
    { name: 'role', meaning: 'As what they take part; empty is what their age says.', cell: (one) => text(one.role && participantRoleLabels[one.role]) },
    { name: 'referred_on', meaning: 'The day of the referral; empty where none is known.', cell: (one) => date(one.referredOn) },
    { name: 'offered_on', meaning: 'The first day of an offer by the last day of the file.', cell: (one) => date(one.offeredOn) },
    { name: 'enrolled_on', meaning: 'The first day enrolled by the last day of the file.', cell: (one) => date(one.enrolledOn) },
    { name: 'status', meaning: 'How they stood on the last day of the file: referred, waiting, offered, enrolled, completed or withdrawn.', cell: (one) => text(one.status) },
    { name: 'since', meaning: 'The first day of that status.', cell: (one) => date(one.since) },
    { name: 'reason', meaning: 'Why they left, as a word of the list; never what was written.', cell: (one) => text(one.reasonKind) },
  ] // prettier-ignore
  const order = (one: FileEnrolment) =>
    `${pseudonym('group', one.groupId)} ${pseudonym('person', one.personId)}`
  return tabled('enrolments', fields, (cells) =>
    each(inOrderOf(rows.enrolments(), order), (one) => (note(one.personId, one.groupId) ? cells(one) : null)),
  )
}

function attendanceTable({ rows, pseudonym }: LongTables, note: Note): Tabled {
  const sessionOf = (mark: FileMark) => {
    const session = rows.sessions.get(mark.sessionId)
    if (!session) throw new Error('A mark is of a session of the file')
    return session
  }
  const fields: Field<FileMark>[] = [
    { name: 'person_id', meaning: PERSON, cell: (mark) => text(pseudonym('person', mark.personId)) },
    { name: 'group_id', meaning: GROUP, cell: (mark) => text(pseudonym('group', sessionOf(mark).groupId)) },
    { name: 'session_id', meaning: 'The pseudonym of a session.', cell: (mark) => text(pseudonym('session', mark.sessionId)) },
    { name: 'session_on', meaning: 'The day of the session.', cell: (mark) => date(sessionOf(mark).startsAt.slice(0, 10)) },
    { name: 'mark', meaning: 'The letter given in the register.', cell: (mark) => text(mark.code) },
    { name: 'expected', meaning: 'Whether the mark counts as expected: complete registers only, no volunteers.', cell: (mark) => yesNo(mark.expected && sessionOf(mark).complete && !mark.volunteer) },
    { name: 'attended', meaning: 'Whether the mark is an attendance: they came, the register is complete, and they are no volunteer.', cell: (mark) => yesNo(isAttendance(mark, sessionOf(mark))) },
  ] // prettier-ignore
  const order = (mark: FileMark) =>
    `${sessionOf(mark).startsAt} ${pseudonym('session', mark.sessionId)} ${pseudonym('person', mark.personId)}`
  return tabled('attendance', fields, (cells) =>
    each(inOrderOf(rows.marks(), order), (mark) => {
      const session = rows.sessions.get(mark.sessionId)
      return session && note(mark.personId, session.groupId) ? cells(mark) : null
    }),
  )
}

function readingsTable({ rows, pseudonym }: LongTables, note: Note): Tabled {
  const fields: Field<FileReading>[] = [
    { name: 'person_id', meaning: PERSON, cell: (one) => text(pseudonym('person', one.personId)) },
    { name: 'group_id', meaning: GROUP, cell: (one) => text(pseudonym('group', one.groupId)) },
    { name: 'measure', meaning: 'The measure, by its name in the library.', cell: (one) => text(one.measure) },
    { name: 'edition', meaning: 'The edition of the measure; editions are never compared.', cell: (one) => number(one.edition) },
    { name: 'time_point', meaning: 'before, during, after or follow-up.', cell: (one) => text(one.timePoint) },
    { name: 'round', meaning: 'Which of several at that time point, from 1.', cell: (one) => number(one.round) },
    { name: 'scale', meaning: 'The scale or the number of the goal; empty for the one number or the total.', cell: (one) => text(one.scale) },
    { name: 'completed_by', meaning: 'Whose view it is.', cell: (one) => text(completerLabels[one.completedBy]) },
    { name: 'taken_on', meaning: 'The day of the reading.', cell: (one) => date(one.takenOn) },
    { name: 'value', meaning: 'The number. Empty was not done: it is never 0.', cell: (one) => number(one.value) },
  ] // prettier-ignore
  const order = (one: FileReading) =>
    `${pseudonym('group', one.groupId)} ${one.takenOn} ${pseudonym('person', one.personId)}`
  return tabled('readings', fields, (cells) =>
    each(inOrderOf(rows.readings(), order), (one) => (note(one.personId, one.groupId) ? cells(one) : null)),
  )
}

function peopleTable({ rows, pseudonym, people }: LongTables): Tabled {
  const fields: Field<FilePerson>[] = [
    { name: 'person_id', meaning: PERSON, cell: (one) => text(pseudonym('person', one.id)) },
    { name: 'family_id', meaning: 'The pseudonym of their family; empty where none is recorded.', cell: (one) => text(one.familyId && pseudonym('family', one.familyId)) },
    { name: 'age', meaning: 'In whole years on the first day of the file, the same day for everybody, so that no birthday can be told from it. Empty: not known, or not yet born.', cell: (one) => number(ageOn(one.dateOfBirth, rows.asked.from)) },
    { name: 'locality', meaning: 'The locality they live in; empty where none is recorded.', cell: (one) => text(one.locality) },
  ] // prettier-ignore
  return tabled('people', fields, (cells) => wanted(rows, people, pseudonym, cells))
}

/** In the order of their pseudonyms: the order of names would tell who comes before whom. */
async function* wanted(
  rows: CountyFileRows,
  people: ReadonlySet<string>,
  pseudonym: Pseudonym,
  cells: (person: FilePerson) => Cell[],
): AsyncGenerator<Batch> {
  const keyed = [...rows.people.values()]
    .filter((person) => people.has(person.id))
    .map((person) => ({ person, key: pseudonym('person', person.id) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1))
  yield* atOnce(keyed, ({ person }) => cells(person))
}

function groupsTable({ rows, pseudonym }: LongTables): Tabled {
  const fields: Field<FileGroup>[] = [
    { name: 'group_id', meaning: GROUP, cell: (group) => text(pseudonym('group', group.id)) },
    { name: 'programme', meaning: 'The programme, by its name in the catalogue.', cell: (group) => text(group.programme) },
    { name: 'building', meaning: 'Where the group meets.', cell: (group) => text(group.building) },
    { name: 'locality', meaning: 'The locality of that building.', cell: (group) => text(group.locality) },
    { name: 'half', meaning: 'east or west.', cell: (group) => text(group.half) },
  ] // prettier-ignore
  return tabled('groups', fields, (cells) => atOnce(rows.groups.values(), cells))
}

interface Held {
  readonly programme: string
  readonly sensitive: boolean
  readonly people: number
}

function programmesTable(
  { rows, threshold }: LongTables,
  held: ReadonlyMap<string, ReadonlySet<string>>,
): Tabled {
  const fields: Field<Held>[] = [
    { name: 'programme', meaning: 'The programme, by its name in the catalogue.', cell: (one) => text(one.programme) },
    { name: 'sensitive', meaning: 'Whether being in it tells something of a family: publish nothing of it on its own.', cell: (one) => yesNo(one.sensitive) },
    { name: 'people', meaning: 'Different people of it in this file.', cell: (one) => number(one.people) },
    { name: 'small', meaning: `Whether those are fewer than ${threshold}, so that its rows could tell who they are.`, cell: (one) => yesNo(one.people < threshold) },
  ] // prettier-ignore
  const all = new Map([...rows.groups.values()].map((group) => [group.programmeId, group]))
  return tabled('programmes', fields, (cells) => later(() => {
    const found = [...all.values()].map((group) => ({
      programme: group.programme,
      sensitive: group.sensitive,
      people: held.get(group.programmeId)?.size ?? 0,
    }))
    return atOnce(found.toSorted((a, b) => a.programme.localeCompare(b.programme, 'en-GB')), cells)
  })) // prettier-ignore
}

/** Looked at when its turn to be written comes: what it counts is known only then. */
async function* later(make: () => AsyncIterable<Batch>): AsyncGenerator<Batch> {
  yield* make()
}

function dictionary(tables: readonly Tabled[]): LongSheet[] {
  const rows = tables.flatMap(({ sheet, fields }) =>
    fields.map(({ name, meaning }) => [text(sheet.name), text(name), text(meaning)]),
  )
  const columns = [column('table', 16), column('column', 16), column('meaning', 100)]
  return [{ name: 'dictionary', columns, frozenColumns: 0, batches: atOnce(rows, (cells) => cells) }]
}

const aboutTables = (
  said: readonly (readonly [string, string])[],
  made: Made,
  counts: readonly { readonly name: string; readonly rows: number }[],
): Sheet => ({
  name: 'About',
  columns: [column('What', 34), column('Says', 110)],
  frozenColumns: 0,
  rows: [
    ...aboutRows({ title: 'Long tables for analysts', classification: MARKING, said }, made),
    ...counts.map(({ name, rows }): Cell[] => [text(`Rows in ${name}`), number(rows)]),
    [text('What is in it'), text('People, groups and sessions by pseudonyms of this one file, ages in whole years, localities, marks and numbers. No name, date of birth, telephone or case number, address or word of a family’s.')],
    [text('It is not anonymous'), text('Days, places and ages together can tell who somebody is to those who know them. Keep it where the service keeps personal data, publish nothing of fewer people than the threshold of the settings, and never join it to another file of people.')],
    [text('Its keys'), text('Who is who is in no file unless a manager makes the keys from the number below. Keep them apart from this file; making them is in the audit trail.')],
  ],
}) // prettier-ignore
