import { fieldMessages } from '../errors.ts'
import { newPersonSchema, type NewPerson } from '../people/people.contract.ts'
import { fold } from '../text.ts'
import { isAmbiguous, readBirthCell, readMosaicCell, readPhoneCell, writtenMonthFirst, type Reading } from './cells.rules.ts' // prettier-ignore
import { guessHeading } from './columns.rules.ts'
import { columnLabels, type ColumnKind, type TableRow } from './imports.contract.ts'
import { nameProblem, splitFullName } from './names.rules.ts'

/** What a row of a list says. `notes` is how doubtful cells were read; `reasons` why the row cannot be used. */
export type RowReading =
  | { readonly kind: 'blank'; readonly reason: string }
  | { readonly kind: 'problem'; readonly reasons: readonly string[] }
  | { readonly kind: 'person'; readonly person: NewPerson; readonly notes: readonly string[] }

/** Reads the rows of a list by what its columns are. `today` is a local date. */
export function readRows(
  columns: readonly ColumnKind[],
  rows: readonly TableRow[],
  today: string,
): RowReading[] {
  const births = rows.map((row) => cellOf(columns, row, 'date-of-birth'))
  const doubtDates = writtenMonthFirst(births)
  return rows.map((row) => readRow(columns, row, today, { doubtDates }))
}

function cellOf(columns: readonly ColumnKind[], row: TableRow, kind: ColumnKind): string {
  const index = columns.indexOf(kind)
  return index < 0 ? '' : (row.cells[index] ?? '').replace(/[\s\u00a0]+/g, ' ').trim()
}

/** Reads one row. `doubtDates`: the list's dates were written month first, so ambiguous ones are problems. */
export function readRow(
  columns: readonly ColumnKind[],
  row: TableRow,
  today: string,
  { doubtDates }: { doubtDates: boolean },
): RowReading {
  const cell = (kind: ColumnKind) => cellOf(columns, row, kind)
  const blank = blankReason(columns, row)
  if (blank !== null) return { kind: 'blank', reason: blank }
  const name = readName(cell)
  const birth = readBirth(cell('date-of-birth'), today, doubtDates)
  const [mosaic, phone] = [readMosaicCell(cell('mosaic-id')), readPhoneCell(cell('phone'))]
  const readings: readonly Reading[] = [birth, mosaic, phone]
  const problems = readings.flatMap((reading) => (reading.problem === undefined ? [] : [reading.problem]))
  if ('problem' in name) return { kind: 'problem', reasons: [name.problem, ...problems] }
  if (problems.length > 0) return { kind: 'problem', reasons: problems }
  const notes = readings.flatMap((reading) => (reading.note === undefined ? [] : [reading.note]))
  return toPerson({ ...name, dateOfBirth: birth.value, mosaicId: mosaic.value, phone: phone.value, allergies: cell('allergies') }, notes) // prettier-ignore
}

function readBirth(cell: string, today: string, doubtDates: boolean): Reading {
  if (doubtDates && isAmbiguous(cell))
    return {
      value: null,
      problem: `This list has dates with the month first, so ${cell} could be two dates. Write the month as a word.`,
    }
  return readBirthCell(cell, today)
}

function readName(cell: (kind: ColumnKind) => string) {
  const [first, last, full] = [cell('first-name'), cell('last-name'), cell('full-name')]
  const problem = nameProblem(full) ?? nameProblem(first) ?? nameProblem(last)
  if (problem !== null) return { problem }
  const knownAs = cell('known-as') || null
  if (first === '' && last === '') {
    if (full === '') return { problem: 'There is no name.' }
    const split = splitFullName(full)
    return 'problem' in split ? split : { ...split, knownAs: knownAs ?? split.knownAs }
  }
  if (first === '') return { problem: 'There is no first name.' }
  if (last === '') return { problem: 'There is no last name.' }
  return { firstName: first, lastName: last, knownAs }
}

function toPerson(details: Record<string, unknown>, notes: readonly string[]): RowReading {
  const parsed = newPersonSchema.safeParse(details)
  if (parsed.success) return { kind: 'person', person: parsed.data, notes }
  const reasons = Object.entries(fieldMessages(parsed.error)).map(
    ([field, message]) => `${fieldLabels[field] ?? 'Row'}: ${message}`,
  )
  return { kind: 'problem', reasons }
}

const fieldLabels: Readonly<Record<string, string>> = {
  firstName: columnLabels['first-name'],
  lastName: columnLabels['last-name'],
  knownAs: columnLabels['known-as'],
  phone: columnLabels.phone,
  allergies: columnLabels.allergies,
  mosaicId: columnLabels['mosaic-id'],
  dateOfBirth: columnLabels['date-of-birth'],
}

const totals = /^(sub ?-?totals?|grand totals?|totals?|averages?|mean|count)\b|^(staff|facilitators?|workers?|volunteers?|present|signed|key) ?:/ // prettier-ignore

/** Why a row is nobody: it is empty, a total, or the headings again. Null when it is somebody. */
function blankReason(columns: readonly ColumnKind[], row: TableRow): string | null {
  const used = row.cells.filter((_, i) => columns[i] !== undefined && columns[i] !== 'ignore')
  const first = fold(row.cells.find((cell) => /\p{L}/u.test(cell)) ?? '')
  // A total may stand under either heading, but it is no date and no Mosaic ID.
  const identified = /\d\D+\d|\d{5}/.test(cellOf(columns, row, 'date-of-birth')) || /\d{4}/.test(cellOf(columns, row, 'mosaic-id')) // prettier-ignore
  if (!identified && totals.test(first)) return 'A row of totals or notes.'
  if (used.every((cell) => cell.trim() === '')) return 'An empty row.'
  if (isHeadings(columns, row)) return 'The headings again.'
  return null
}

/** Long sheets repeat their headings part of the way down. */
const isHeadings = (columns: readonly ColumnKind[], row: TableRow): boolean =>
  row.cells.filter((cell, i) => columns[i] !== 'ignore' && guessHeading(cell) !== 'ignore').length >= 2
