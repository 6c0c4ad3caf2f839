import type { GroupId } from '../../shared/ids.ts'
import type { ColumnKind, TableRow } from '../../shared/imports/imports.contract.ts'

/** Columns in the order of the cells of `aList`. */
export const listColumns: ColumnKind[] = ['first-name', 'last-name', 'date-of-birth', 'mosaic-id']

/** A list of a group, of rows of first name, last name, date of birth and Mosaic ID. Rows count from 2. */
export const aList = (groupId: GroupId, ...people: readonly (readonly string[])[]) => ({
  groupId,
  columns: listColumns,
  rows: people.map((cells, i): TableRow => ({ row: i + 2, cells: [...cells] })),
  onDate: '2026-11-23',
})

const letters = (n: number): string =>
  String.fromCodePoint(...[...String(n)].map((figure) => 97 + Number(figure)))

/** As many different invented people as asked for. */
export const manyPeople = (n: number): string[][] =>
  Array.from({ length: n }, (_, i) => [
    `Name${letters(i % 97)}`,
    `Surname${letters(i)}`,
    `${String((i % 28) + 1).padStart(2, '0')}/0${(i % 9) + 1}/${2008 + (i % 15)}`,
    String(5_000_000 + i),
  ])
