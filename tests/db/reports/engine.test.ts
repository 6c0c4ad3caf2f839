import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportList, type ReportMaker } from '../../../db/reports/report-list.ts'
import { cellOf, type Behind } from '../../../shared/reports/making.ts'
import type { ProgrammeId } from '../../../shared/ids.ts'
import { comparisons, splits, type ReportAsked } from '../../../shared/reports/asked.ts'
import { anAsked } from '../../support/report-commands.ts'
import { csvNumbers, numbersOf, sheetsOf, workbookOf } from '../../support/read-report.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aGroup } from '../../support/group-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** What the maker of these tests answers: rows by line, of a period. */
let rowsOf: (asked: ReportAsked) => Readonly<Record<string, readonly Behind[]>> = () => ({})
const column = { unit: 'count', adds: true, people: true, definition: 'Those of the test.' } as const

const maker: ReportMaker = {
  title: 'Who was in the test?',
  versions: [
    { version: 1, since: '2020-01-01', what: 'The first way of counting.' },
    { version: 2, since: '2026-11-01', what: 'Volunteers are left out.' },
  ],
  async make(_context, asked) {
    const lines = Object.entries(rowsOf(asked))
    const cells = (rows: readonly Behind[]) => [cellOf('count', rows), cellOf('percent', rows)]
    return {
      finding: 'A finding.',
      chart: { kind: 'bars', table: 'people', columns: ['people'], breaks: [] },
      tables: [
        {
          key: 'people',
          title: 'People',
          lineHeading: 'Line',
          columns: [
            { ...column, key: 'people', name: 'People' },
            { ...column, key: 'share', name: 'Share', unit: 'percent', adds: false },
          ],
          lines: lines.map(([key, rows]) => ({ key, name: `Line ${key}`, cells: cells(rows) })),
          total: { key: 'total', name: 'Total', cells: cells(lines.flatMap(([, rows]) => rows)) },
          notes: [],
        },
      ],
    }
  },
}

// Put in the place of a report of the program, and taken away again.
const { attendance: own } = reportList
beforeAll(() => void (reportList.attendance = maker))
afterAll(() => {
  if (own) reportList.attendance = own
  else delete reportList.attendance
})

const asked = (change: Partial<ReportAsked> = {}) => anAsked({ report: 'attendance', ...change })
const heads = (n: number, counted = n): Behind[] => Array.from({ length: n }, (_, at) => ({ what: `Head ${String(at).padStart(2, '0')}`, counts: at < counted })) // prettier-ignore
const cell = (line: string, column = 'people') => ({ table: 'people', line, column })
const values = async ({ api }: TestCounty, change: Partial<ReportAsked>) => {
  const { report } = await api.reports.run(asked(change))
  return Object.fromEntries((report.tables[0]?.lines ?? []).map((line) => [line.key, [line.cells[0]?.value, line.cells[0]?.before]])) // prettier-ignore
}

describe('the gallery', () => {
  test('has each report that the program can make, by its question, for anybody; it says who may open it', async () => {
    const county = await aCounty()
    const all = await county.api.reports.list({})
    expect(all.find((one) => one.key === 'attendance')).toMatchObject({ question: 'Who was in the test?', may: true }) // prettier-ignore
    expect(all.map((one) => one.key).toSorted()).toEqual(Object.keys(reportList).toSorted())
    const atTheDesk = await county.as('assistant')
    expect((await atTheDesk.reports.list({})).every((one) => !one.may)).toBe(true)
    await expect(atTheDesk.reports.run(asked())).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(atTheDesk.reports.leaving(asked())).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

describe('the lines of a report', () => {
  const period = { from: '2026-07-01', to: '2026-09-30' }
  const saidOf = async ({ api }: TestCounty, change: Partial<ReportAsked>) => Object.fromEntries((await api.reports.run(anAsked({ ...period, ...change }))).report.said) // prettier-ignore

  test('are offered as it takes them: rooms have no programme, and documents have lines and comparisons of their own', async () => {
    const all = await (await aCounty()).api.reports.list({})
    const offered = (key: string) => all.find((one) => one.key === key)
    expect(offered('reach')).toMatchObject({ splits, comparisons })
    expect(offered('buildings')?.splits.toSorted()).toEqual(splits.filter((one) => one !== 'programme').toSorted()) // prettier-ignore
    for (const key of ['quarterly-return', 'scrutiny'])
      expect(offered(key)).toMatchObject({ splits: [], comparisons: [] })
  })

  test('that it does not take are the first that it does, and it says so; of a document nothing is said of lines', async () => {
    const county = await aCounty()
    expect(await saidOf(county, { report: 'buildings', by: 'programme' })).toMatchObject({
      Lines: 'Building',
    })
    expect(await saidOf(county, { report: 'buildings', by: 'month' })).toMatchObject({ Lines: 'Month' })
    for (const report of ['quarterly-return', 'scrutiny'] as const) {
      const said = await saidOf(county, { report, by: 'programme', beside: 'year-before' })
      expect([said['Lines'], said['Beside it']]).toEqual([undefined, undefined])
      const question = anAsked({ ...period, report })
      const plain = await county.api.reports.run(question)
      expect(await county.api.reports.run({ ...question, by: 'programme', beside: 'year-before' })).toEqual(plain) // prettier-ignore
    }
  })

  test('have the rows behind them of the lines that are shown', async () => {
    const county = await aCounty('sample')
    const question = anAsked({ ...period, report: 'buildings', by: 'programme' })
    const { report } = await county.api.reports.run(question)
    const [table] = report.tables
    const [line] = table?.lines ?? []
    const column = table?.columns[0]
    if (!table || !line || !column) throw new Error('The sample county has rooms.')
    const behind = await county.api.reports.behind({ asked: question, table: table.key, line: line.key, column: column.key }) // prettier-ignore
    expect([behind.line, behind.cell.value]).toEqual([line.name, line.cells[0]?.value])
  })
})

describe('a report', () => {
  test('says what was asked in words, with the names of what it was narrowed to', async () => {
    const county = await aCounty()
    const { programmeId } = await aGroup(county)
    const { report } = await county.api.reports.run(asked({ programmeIds: [programmeId], half: 'east', beside: 'year-before' })) // prettier-ignore
    const said = Object.fromEntries(report.said)
    expect(said).toMatchObject({
      Period: '1 October to 31 December 2026',
      'Beside it': '1 October to 31 December 2025',
      Buildings: 'All',
      Half: 'East',
    })
    expect(said['Programmes']).not.toBe('All')
    expect(report.definitionsVersion).toBe(2)
  })

  test('has the quarter before beside a quarter, line by line; what was not there is unknown and not 0', async () => {
    const county = await aCounty()
    rowsOf = ({ from }) => from === '2026-10-01' ? { a: heads(7), b: heads(9) } : from === '2026-07-01' ? { a: heads(6) } : {} // prettier-ignore
    expect(await values(county, { beside: 'period-before' })).toEqual({ a: [7, 6], b: [9, null] })
    expect(await values(county, {})).toEqual({ a: [7, undefined], b: [9, undefined] })
  })

  test('has beside each month the month as far back as the period is long', async () => {
    const county = await aCounty()
    rowsOf = ({ from }) => from === '2026-10-01' ? { '2026-10': heads(7), '2026-11': heads(8) } : { '2026-07': heads(5), '2026-08': heads(6), '2025-10': heads(9) } // prettier-ignore
    expect(await values(county, { by: 'month', beside: 'period-before' })).toEqual({ '2026-10': [7, 5], '2026-11': [8, 6] }) // prettier-ignore
    expect(await values(county, { by: 'month', beside: 'year-before' })).toEqual({ '2026-10': [7, 9], '2026-11': [8, null] }) // prettier-ignore
  })

  test('draws a break before the first line that is counted by a new rule, and only along time', async () => {
    const county = await aCounty()
    rowsOf = () => ({ '2026-10': heads(7), '2026-11': heads(8), '2026-12': heads(9) })
    const breaks = async (by: ReportAsked['by']) => (await county.api.reports.run(asked({ by }))).report.chart?.breaks // prettier-ignore
    expect(await breaks('month')).toEqual([{ before: '2026-11', reason: 'Volunteers are left out.' }])
    expect(await breaks('programme')).toEqual([])
    rowsOf = () => ({ '2026-11': heads(8), '2026-12': heads(9) })
    expect(await breaks('month')).toEqual([])
  })

  test('that the program cannot make is refused in words', async () => {
    const county = await aCounty()
    delete reportList.attendance
    await expect(county.api.reports.run(asked())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    reportList.attendance = maker
  })
})

test('each paper of a report is the report as it leaves, and is in the audit trail; what is only looked at is not', async () => {
  const county = await aCounty()
  rowsOf = () => ({ a: heads(3), b: heads(30) })
  const left = await county.api.reports.leaving(asked())
  expect((await county.api.audit.list({ limit: 1 }))[0]).not.toMatchObject({ operation: 'reports.leaving' })
  expect(await county.api.reports.paper(asked())).toEqual(left)
  expect((await county.api.audit.list({ limit: 1 }))[0]).toMatchObject({ operation: 'reports.paper', label: 'Print a report' }) // prettier-ignore
  const assistant = await county.as('assistant')
  await expect(assistant.reports.paper(asked())).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})

describe('the rows behind a figure', () => {
  test('are as many as it says, by name, of a share with those that are in its part', async () => {
    const county = await aCounty()
    rowsOf = () => ({ a: heads(12, 9) })
    const { count, rows, cell: figure } = await county.api.reports.behind({ asked: asked(), ...cell('a') })
    expect([count, rows.filter((row) => row.counts).length, figure.value]).toEqual([12, 9, 9])
    expect(rows.map((row) => row.what)).toEqual(rows.map((row) => row.what).toSorted())
    const page = await county.api.reports.behind({ asked: asked(), ...cell('total', 'share'), skip: 10, take: 5 }) // prettier-ignore
    expect([page.count, page.rows.length, page.cell.part, page.cell.whole]).toEqual([12, 2, 9, 12])
  })

  test('name the person and lead to them; each look is in the audit trail with ids and without names', async () => {
    const county = await aCounty()
    const person = await aPerson(county, { firstName: 'Zoe', lastName: 'Quill' })
    const group = await aGroup(county)
    rowsOf = () => ({ a: [{ personId: person.id, groupId: group.id, on: '2026-11-03' }] })
    const { rows } = await county.api.reports.behind({ asked: asked(), ...cell('a') })
    expect(rows[0]).toMatchObject({ what: 'Zoe Quill', where: group.name, link: `/people/${person.id}` })
    const [entry] = await county.api.audit.list({ limit: 1 })
    expect(entry).toMatchObject({ operation: 'reports.behind' })
    expect(JSON.stringify(entry)).not.toContain('Quill')
  })

  test('of a figure that is not there are refused', async () => {
    const county = await aCounty()
    rowsOf = () => ({ a: heads(1) })
    for (const wrong of [cell('b'), cell('a', 'none'), { ...cell('a'), table: 'none' }])
      await expect(county.api.reports.behind({ asked: asked(), ...wrong })).rejects.toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
  })
})

describe('what leaves', () => {
  test('hides small numbers that the screen shows and marks, by the threshold of the settings', async () => {
    const county = await aCounty()
    rowsOf = () => ({ a: heads(3), b: heads(30), c: heads(12) })
    const cellsOf = (report: Awaited<ReturnType<typeof county.api.reports.run>>['report']) => report.tables[0]?.lines.map((line) => line.cells[0]) // prettier-ignore
    const shown = await county.api.reports.run(asked())
    expect(cellsOf(shown.report)).toMatchObject([{ value: 3, leaves: 'hidden' }, { value: 30 }, { value: 12, leaves: 'hidden' }]) // prettier-ignore
    const left = await county.api.reports.leaving(asked())
    expect(cellsOf(left.report)?.map((one) => one?.value)).toEqual([null, 30, null])
    const { serviceName, buildingWord } = await county.api.settings.get({})
    await county.api.settings.update({ serviceName, buildingWord, smallNumber: 3 })
    expect(cellsOf((await county.api.reports.leaving(asked())).report)?.map((one) => one?.value)).toEqual([3, 30, 12]) // prettier-ignore
    const refused = county.api.settings.update({ serviceName, buildingWord, smallNumber: 2 })
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('never tells of a sensitive programme in one building in one month, however many came', async () => {
    const county = await aCounty()
    const group = await aGroup(county)
    const { programmeId, id: groupId } = group
    const on = (date: string, n: number): Behind[] => Array.from({ length: n }, () => ({ groupId, on: date }))
    rowsOf = () => ({ november: on('2026-11-03', 30), 'two months': [...on('2026-11-03', 30), ...on('2026-12-01', 30)] }) // prettier-ignore
    const values = async () => (await county.api.reports.leaving(asked())).report.tables[0]?.lines.map((line) => line.cells[0]?.value) // prettier-ignore
    expect(await values()).toEqual([30, 60])
    await makeSensitive(county, programmeId)
    expect(await values()).toEqual([null, null])
    rowsOf = () => ({ 'two months': [...on('2026-11-03', 30), ...on('2026-12-01', 30)] })
    expect(await values()).toEqual([60])
  })

  test('tells as little of it of thirty-one days in two months, and tells of thirty-two', async () => {
    const county = await aCounty()
    const { programmeId, id: groupId } = await aGroup(county)
    const [building] = await county.api.buildings.list({})
    await makeSensitive(county, programmeId)
    rowsOf = () => ({ a: ['2026-10-28', '2026-11-04'].flatMap((on) => Array.from({ length: 20 }, () => ({ groupId, on }))) }) // prettier-ignore
    const of = async (to: string) => {
      const question = asked({ from: '2026-10-15', to, programmeIds: [programmeId], buildingIds: building ? [building.id] : [] }) // prettier-ignore
      return (await county.api.reports.leaving(question)).report.tables[0]?.lines[0]?.cells[0]?.value
    }
    expect([await of('2026-11-14'), await of('2026-11-15')]).toEqual([null, 40])
  })

  test('tells as little of it where it stands beside a month in which nobody came', async () => {
    const county = await aCounty()
    const { programmeId, id: groupId } = await aGroup(county)
    const october: Behind[] = Array.from({ length: 30 }, () => ({ groupId, on: '2026-10-06' }))
    rowsOf = ({ from }) => (from === '2026-11-01' ? { theirs: [], others: heads(40) } : { theirs: october, others: heads(50) }) // prettier-ignore
    const before = async () => {
      const question = asked({ from: '2026-11-01', to: '2026-11-30', beside: 'period-before' })
      const { report } = await county.api.reports.leaving(question)
      return report.tables[0]?.lines[0]?.cells[0]
    }
    expect(await before()).toMatchObject({ value: 0, before: 30 })
    await makeSensitive(county, programmeId)
    expect(await before()).toMatchObject({ value: null, before: null, hidden: true })
  })

  test('is the same in the workbook and in the file of text, number for number, and About says of what', async () => {
    const county = await aCounty()
    rowsOf = ({ from }) => (from === '2026-10-01' ? { a: heads(3), b: heads(30, 20), c: heads(12, 0) } : { a: heads(9), b: heads(8) }) // prettier-ignore
    const question = asked({ beside: 'period-before' })
    const { report } = await county.api.reports.leaving(question)
    expect(await csvNumbers(county, question)).toEqual(numbersOf(report))
    const { sheets, about } = await workbookOf(county, question)
    expect(sheets.map((rows) => rows.slice(1))).toEqual(sheetsOf(report))
    const says = Object.fromEntries(about)
    expect(says).toMatchObject({ Period: '1 October to 31 December 2026', 'Definitions version': 2, 'Figure: People': 'Those of the test.' }) // prettier-ignore
    expect(says['Fingerprint']).toMatch(/^[0-9a-f ]{32,}/)
    const entry = (await county.api.audit.list({ limit: 5 })).find(
      (one) => one.operation === 'exports.report',
    )
    expect(entry).toBeDefined()
  })
})

const makeSensitive = (county: TestCounty, id: ProgrammeId) =>
  putRows(county, (tx) => tx.updateTable('programme').set({ sensitive: 1 }).where('id', '=', id).execute())
