import { CLASSIFICATION } from '../classification.ts'
import { aboutRows, type Made } from './list-workbook.ts'
import { column, date, number, text, type Workbook } from './sheet.ts'

/** One person of long tables, as they are called now. */
export interface KeyRow {
  readonly pseudonym: string
  readonly name: string
  readonly dateOfBirth: string | null
  /** Whether the record in the tables was since found to be this person's other one. */
  readonly merged: boolean
}

/** Who is who in one file of long tables: a line for each person in it, in the order of their pseudonyms. */
export function keysWorkbook(
  people: readonly KeyRow[],
  said: readonly (readonly [string, string])[],
  made: Made,
): Workbook {
  const rows = people.toSorted((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1))
  return {
    sheets: [
      {
        name: 'Keys',
        columns: [column('person_id', 22), column('Name', 30), column('Date of birth', 14), column('Record', 44)], // prettier-ignore
        frozenColumns: 1,
        rows: rows.map((one) => [
          text(one.pseudonym),
          text(one.name),
          date(one.dateOfBirth),
          text(one.merged ? 'Since found to be the same as another record' : null),
        ]),
      },
      {
        name: 'About',
        columns: [column('What', 26), column('Says', 90)],
        frozenColumns: 0,
        rows: [
          ...aboutRows({ title: 'Keys of long tables', classification: CLASSIFICATION, said }, made),
          [text('People'), number(rows.length)],
          [text('Keep it apart'), text('With this file the pseudonyms are names again. Never keep or send it with the tables; delete it when it has served.')], // prettier-ignore
        ],
      },
    ],
    header: 'Keys of long tables',
    classification: CLASSIFICATION,
    madeBy: made.madeBy,
    madeAt: made.madeAt,
  }
}
