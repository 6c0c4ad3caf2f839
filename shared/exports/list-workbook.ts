import type { Table } from './lists/list.ts'
import { column, moment, number, text, type Cell, type Sheet, type Workbook } from './sheet.ts'

/** Who made a file, when and with what. */
export interface Made {
  readonly serviceName: string
  readonly sample: boolean
  readonly madeBy: string
  /** UTC instant, and the same by the wall clock. */
  readonly madeAt: string
  readonly madeAtLocal: string
  readonly programVersion: string
}

/** A list as a workbook: the list itself, and About, which says what it is of. */
export function listWorkbook(table: Table, made: Made): Workbook {
  const list: Sheet = {
    name: table.title,
    columns: table.columns.map(({ heading, width }) => column(heading, width)),
    rows: table.rows,
    frozenColumns: 0,
  }
  return {
    sheets: [list, aboutList(table, made)],
    header: `${table.title}${made.sample ? ' (sample county: invented)' : ''}`,
    classification: table.classification,
    madeBy: made.madeBy,
    madeAt: made.madeAt,
  }
}

/** What About says of any file that is made of what was asked for: what, of which, by whom and when. */
export const aboutRows = (
  { title, classification, said }: Pick<Table, 'title' | 'classification' | 'said'>,
  made: Made,
): Cell[][] => [
  [text('Marking'), text(classification)],
  [text('Service'), text(made.serviceName)],
  [text('County'), text(made.sample ? 'Sample county: every person, place and number in it is invented.' : 'Live')],
  [text('What'), text(title)],
  ...said.map(([name, words]): Cell[] => [text(name), text(words)]),
  [text('Made by'), text(made.madeBy)],
  [text('Made at'), moment(made.madeAtLocal)],
  [text('Program version'), text(`Gather ${made.programVersion}`)],
] // prettier-ignore

const aboutList = (table: Table, made: Made): Sheet => ({
  name: 'About',
  columns: [column('What', 26), column('Says', 90)],
  frozenColumns: 0,
  rows: [
    [text('Marking'), text(table.classification)],
    [text('Service'), text(made.serviceName)],
    [text('County'), text(made.sample ? 'Sample county: every person, place and number in it is invented.' : 'Live')],
    [text('List'), text(table.title)],
    ...table.said.map(([name, words]): Cell[] => [text(name), text(words)]),
    [text('Rows'), number(table.rows.length)],
    [text('What is left out'), text('What the person who made the file may not see, and every note.')],
    [text('Made by'), text(made.madeBy)],
    [text('Made at'), moment(made.madeAtLocal)],
    [text('Program version'), text(`Gather ${made.programVersion}`)],
  ], // prettier-ignore
})
