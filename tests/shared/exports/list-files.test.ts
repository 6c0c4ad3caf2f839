import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv } from '../../../db/exports/csv.ts'
import { dateColumn, numberColumn, textColumn, timeColumn, toTable, type List } from '../../../shared/exports/lists/list.ts' // prettier-ignore

interface Row {
  readonly title: string | null
  readonly people: number | null
  readonly startsAt: string | null
}

const list: List<Row> = {
  title: 'Things',
  classification: 'OFFICIAL',
  columns: [
    textColumn('Title', 20, (row) => row.title),
    numberColumn('People', 8, (row) => row.people),
    dateColumn('Date', (row) => row.startsAt),
    timeColumn('Starts', (row) => row.startsAt),
  ],
  sorts: { people: (row) => row.people },
}
const aRow = (row: Partial<Row> = {}): Row => ({ title: 'Hall', people: 4, startsAt: '2026-10-25T01:30', ...row }) // prettier-ignore

const csvOf = (...rows: Row[]) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(toCsv(toTable(list, rows, null, []))) // prettier-ignore
const readBack = (text: string) => parse(text, { bom: true }).slice(1) as string[][] // csv-parse answers rows of text without column names

test('a file of text begins as Excel expects, ends its lines as Windows does, and says dates and times in full', () => {
  expect(csvOf(aRow())).toBe('\uFEFFTitle,People,Date,Starts\r\nHall,4,2026-10-25,01:30\r\n')
})

test.each(['=1+1', '+44 116', '-Smith', '@home', '\tindented', '＝1'])(
  '%j is text and never a formula',
  (title) => {
    expect(readBack(csvOf(aRow({ title })))).toEqual([[`'${title}`, '4', '2026-10-25', '01:30']])
  },
)

test('a number stays a number, also below nothing', () => {
  expect(readBack(csvOf(aRow({ people: -3 })))[0]?.[1]).toBe('-3')
})

/** What the mark for Excel hides, so that it is the cell that is compared. */
const unmarked = (text: string) => (/^'[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text)

test('whatever is in the cells, reading a file of text gives the same cells', () => {
  const typed = fc.string({ unit: 'grapheme' }).filter((text) => !text.startsWith("'"))
  const texts = fc.oneof(
    typed,
    fc.constantFrom('a,b', 'say "no"', 'two\nlines', 'two\r\nlines', ' spaced ', '👩‍👧', ';', ''),
  )
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1 }), (titles) => {
      const read = readBack(csvOf(...titles.map((title) => aRow({ title }))))
      expect(read.map(([title]) => unmarked(title ?? ''))).toEqual(titles)
    }),
  )
})

test('the rows stand as on the screen: by the heading that was chosen, or as they came', () => {
  const rows = [aRow({ people: 2 }), aRow({ people: null }), aRow({ people: 10 })]
  const people = (key: string) =>
    toTable(list, rows, { key, order: 'descending' }, []).rows.map((row) => row[1])
  const [two, none, ten] = [{ kind: 'number', value: 2 }, null, { kind: 'number', value: 10 }]
  expect(people('people')).toEqual([ten, two, none])
  expect(people('nothing')).toEqual([two, none, ten])
})
