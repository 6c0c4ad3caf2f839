import { enrolmentStatusLabels } from '../enrolments/enrolments.contract.ts'
import { participantRoleLabels } from '../enrolments/participants.rules.ts'
import { completerLabels } from '../outcomes/measure-details.ts'
import { timePointLabels } from '../outcomes/outcomes.contract.ts'
import { deliveryModeLabels, sessionKindLabels } from '../programmes/session-kinds.ts'
import { definitions } from '../reports/definitions.ts'
import { dateRange } from '../time/format.ts'
import { CLASSIFICATION } from '../classification.ts'
import {
  atOnce,
  each,
  type Batch,
  type CountyFileRows,
  type FileMark,
  type FilePerson,
  type FileSession,
} from './county-file.ts'
import { aboutRows, type Made } from './list-workbook.ts'
import type { LongSheet, LongWorkbook } from './long-sheet.ts'
import { column, date, number, text, time, yesNo, type Cell, type Sheet } from './sheet.ts'

const halves = { east: 'East', west: 'West' } as const

/** What a file of the county says of itself beside its rows: counted while they are written, never twice over. */
export interface Told {
  readonly people: Set<string>
  readonly came: Set<string>
  readonly families: Set<string>
  attendances: number
}
export const nothingTold = (): Told => ({
  people: new Set(),
  came: new Set(),
  families: new Set(),
  attendances: 0,
})

/** Whether a mark is an attendance: in a complete register, of somebody who came and is no volunteer. */
export const isAttendance = (mark: FileMark, session: FileSession): boolean =>
  mark.came && session.complete && !session.didNotRun && !mark.volunteer

/** All rows of the days and groups asked for, a sheet for each kind, for those who work with the whole county. */
export function countyWorkbook(
  rows: CountyFileRows,
  said: readonly (readonly [string, string])[],
  made: Made,
): LongWorkbook {
  const told = nothingTold()
  const sheets = [groupsSheet, sessionsSheet, enrolmentsSheet, marksSheet, readingsSheet, talliesSheet, peopleSheet] // prettier-ignore
  return {
    sheets: sheets.map((make) => make(rows, told)),
    about: (counts) => aboutSheet(rows, said, made, told, counts),
    header: `County, ${dateRange(rows.asked.from, rows.asked.to)}${made.sample ? ' (sample county: invented)' : ''}`,
    classification: CLASSIFICATION,
    madeBy: made.madeBy,
    madeAt: made.madeAt,
  }
}

const groupCells = ({ groups }: CountyFileRows, id: string): Cell[] => {
  const group = groups.get(id)
  return [text(group?.programme ?? null), text(group?.name ?? null)]
}
const groupColumns = [column('Programme', 26), column('Group', 34)]

const groupsSheet = (rows: CountyFileRows): LongSheet => ({
  name: 'Groups',
  columns: [...groupColumns, column('Building', 26), column('Locality', 22), column('Half', 8)],
  frozenColumns: 0,
  batches: atOnce(rows.groups.values(), (group) => [
    ...groupCells(rows, group.id),
    text(group.building),
    text(group.locality),
    text(group.half && halves[group.half]),
  ]),
})

const sessionsSheet = (rows: CountyFileRows): LongSheet => ({
  name: 'Sessions',
  columns: [column('Date', 12), column('Starts at', 10), column('Ends at', 10), ...groupColumns, column('Building', 26), column('Kind', 16), column('How', 14), column('Ran', 8), column('Register complete', 12)],
  frozenColumns: 0,
  batches: atOnce(rows.sessions.values(), (session) => [
    date(session.startsAt.slice(0, 10)),
    time(session.startsAt.slice(11)),
    time(session.endsAt.slice(11)),
    ...groupCells(rows, session.groupId),
    text(session.building),
    text(sessionKindLabels[session.kind]),
    text(deliveryModeLabels[session.mode]),
    yesNo(!session.didNotRun),
    yesNo(session.complete),
  ]),
}) // prettier-ignore

const enrolmentsSheet = (rows: CountyFileRows, told: Told): LongSheet => ({
  name: 'Enrolments',
  columns: [...groupColumns, column('Person', 28), column('As', 18), column('Referred', 12), column('Offered', 12), column('Enrolled', 12), column('Status on the last day', 16), column('Since', 12)],
  frozenColumns: 0,
  batches: each(rows.enrolments(), (one) => {
    const person = rows.people.get(one.personId)
    if (!person) return null
    told.people.add(person.id)
    return [
      ...groupCells(rows, one.groupId),
      text(person.name),
      text(one.role && participantRoleLabels[one.role]),
      date(one.referredOn),
      date(one.offeredOn),
      date(one.enrolledOn),
      text(enrolmentStatusLabels[one.status]),
      date(one.since),
    ]
  }),
}) // prettier-ignore

const marksSheet = (rows: CountyFileRows, told: Told): LongSheet => ({
  name: 'Attendance',
  columns: [column('Date', 12), column('Starts at', 10), ...groupColumns, column('Person', 28), column('Mark', 7), column('Counts as expected', 12), column('Counts as attendance', 12)],
  frozenColumns: 0,
  batches: each(rows.marks(), (mark) => {
    const [person, session] = [rows.people.get(mark.personId), rows.sessions.get(mark.sessionId)]
    if (!person || !session) return null
    const attendance = isAttendance(mark, session)
    told.people.add(person.id)
    if (attendance) tellAttendance(told, person)
    return [
      date(session.startsAt.slice(0, 10)),
      time(session.startsAt.slice(11)),
      ...groupCells(rows, session.groupId),
      text(person.name),
      text(mark.code),
      yesNo(mark.expected && session.complete && !mark.volunteer),
      yesNo(attendance),
    ]
  }),
}) // prettier-ignore

/** One more attendance; of whom, and of which family, is counted once. */
export function tellAttendance(told: Told, { id, familyId }: { id: string; familyId: string | null }): void {
  told.attendances++
  told.came.add(id)
  if (familyId !== null) told.families.add(familyId)
}

const readingsSheet = (rows: CountyFileRows, told: Told): LongSheet => ({
  name: 'Outcomes',
  columns: [...groupColumns, column('Person', 28), column('Measure', 28), column('Edition', 8), column('Time point', 12), column('Round', 8), column('Scale', 30), column('Completed by', 22), column('Date', 12), column('Number', 9), column('Not done', 30)],
  frozenColumns: 0,
  batches: each(rows.readings(), (one) => {
    const person = rows.people.get(one.personId)
    if (!person) return null
    told.people.add(person.id)
    return [
      ...groupCells(rows, one.groupId),
      text(person.name),
      text(one.measure),
      number(one.edition),
      text(timePointLabels[one.timePoint]),
      number(one.round),
      text(one.scale),
      text(completerLabels[one.completedBy]),
      date(one.takenOn),
      number(one.value),
      text(one.notDoneReason),
    ]
  }),
}) // prettier-ignore

const talliesSheet = (rows: CountyFileRows): LongSheet => ({
  name: 'Feedback',
  columns: [...groupColumns, column('Session on', 12), column('Measure', 28), column('Statement', 40), column('Answer', 9), column('Forms', 9)],
  frozenColumns: 0,
  batches: atOnce(rows.tallies, (one) => [
    ...groupCells(rows, one.groupId),
    date(one.on),
    text(one.measure),
    text(one.scale),
    number(one.value),
    number(one.people),
  ]),
}) // prettier-ignore

/** Last, because who is in the file is known when the others are written. */
const peopleSheet = (rows: CountyFileRows, told: Told): LongSheet => ({
  name: 'People',
  columns: [column('Person', 28), column('Family', 24), column('Date of birth', 13), column('Locality', 24)],
  frozenColumns: 1,
  batches: atHand(rows, told),
})

async function* atHand({ people }: CountyFileRows, told: Told): AsyncGenerator<Batch> {
  const wanted = [...people.values()].filter((person) => told.people.has(person.id))
  const cells = (one: FilePerson) => [text(one.name), text(one.family), date(one.dateOfBirth), text(one.locality)] // prettier-ignore
  yield* atOnce(wanted, cells)
}

type Counts = readonly { readonly name: string; readonly rows: number }[]

const LEFT_OUT = 'Phone numbers, addresses, Mosaic numbers, consents, alerts, allergies, who may collect, notes, and what families said in their own words. Records found to be another person’s stand under that person.' // prettier-ignore

function aboutSheet(
  rows: CountyFileRows,
  said: readonly (readonly [string, string])[],
  made: Made,
  told: Told,
  counts: Counts,
): Sheet {
  const delivered = [...rows.sessions.values()].filter((one) => one.complete && !one.didNotRun).length
  const figures = [
    ['sessions-delivered', delivered],
    ['attendances', told.attendances],
    ['people-came', told.came.size],
    ['families-came', told.families.size],
  ] as const
  return {
    name: 'About',
    columns: [column('What', 34), column('Says', 110)],
    frozenColumns: 0,
    rows: [
      ...aboutRows({ title: 'County workbook', classification: CLASSIFICATION, said }, made),
      ...figures.map(([key, value]): Cell[] => [text(definitions[key].name), number(value)]),
      ...counts.map(({ name, rows: count }): Cell[] => [text(`Rows in ${name}`), number(count)]),
      [text('What is left out'), text(LEFT_OUT)],
      [text('A blank'), text('Nothing was recorded. It never means 0 or absent.')],
      ...figures.map(([key]): Cell[] => [text(`Figure: ${definitions[key].name}`), text(definitions[key].definition)]), // prettier-ignore
    ],
  }
}
