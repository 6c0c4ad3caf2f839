import exceljs from 'exceljs'
import { join } from 'node:path'
import { readAnchor } from '../../shared/exports/coming-back.rules.ts'
import type { GroupId } from '../../shared/ids.ts'
import type { Accepted, Comparison, Difference } from '../../shared/imports/comparing.contract.ts'
import { aMeasure } from './outcome-factories.ts'
import { aRegister, at } from './register-factories.ts'
import { aCounty, type Api, type TestCounty } from './test-county.ts'

/** A group with a complete register, one begun and one to come, goals, a scale, and readings before and not done. */
export async function aGroupWithEverything(county: TestCounty) {
  const { api } = county
  const dates = ['2026-11-16', '2026-11-23', '2026-11-30']
  const { groupId, sessions, people } = await aRegister(county, { dates })
  const [first, second] = [at(sessions, 0), at(sessions, 1)]
  for (const [who, code] of ['P', 'L', 'N'].entries())
    await api.registers.mark({ sessionId: first, personId: at(people, who), code })
  await api.registers.complete({ sessionId: first })
  await api.registers.mark({ sessionId: second, personId: at(people, 0), code: 'P' })
  const goals = await aMeasure(county, groupId)
  const scale = await aMeasure(county, groupId, { name: 'Sleep', kind: 'scale', goalLimit: 0, minimum: 0, maximum: 30, wholeNumbers: false }) // prettier-ignore
  const place = { groupId, personId: at(people, 0) }
  await api.outcomes.setGoal({ ...place, measureId: goals.id, item: 1, text: 'Sleep through the night' })
  const taken = { takenOn: '2026-11-02', notDoneReason: null }
  await api.outcomes.setReading({ ...place, measureId: goals.id, item: 1, timePoint: 'before', value: 0, ...taken }) // prettier-ignore
  await api.outcomes.setReading({ ...place, measureId: scale.id, item: 0, timePoint: 'before', value: 10 / 3, ...taken }) // prettier-ignore
  await api.outcomes.setReading({ ...place, measureId: scale.id, item: 0, timePoint: 'after', value: null, takenOn: '2026-11-20', notDoneReason: 'Moved away' }) // prettier-ignore
  return { groupId, sessions, people, goals, scale }
}

let files = 0

/** Makes the group's workbook, and answers where it is. */
export async function madeWorkbook(county: TestCounty, groupId: GroupId): Promise<string> {
  const path = join(county.folder, `workbook-${++files}.xlsx`)
  await county.api.exports.groupWorkbook({ groupId, grant: county.grant(path) })
  return path
}

/** Opens a workbook as another program would, changes it and saves it where it was. */
export async function edited(path: string, change: (file: exceljs.Workbook) => void): Promise<string> {
  const file = new exceljs.Workbook()
  await file.xlsx.readFile(path)
  change(file)
  await file.xlsx.writeFile(path)
  return path
}

export function pageOf(file: exceljs.Workbook, name: string): exceljs.Worksheet {
  const page = file.getWorksheet(name)
  if (page === undefined) throw new Error(`There is no sheet ${name}.`)
  return page
}

/** The cell where a row (by the name in it, the first unless said) and a column (by its hidden key) cross. */
export function cellAt(file: exceljs.Workbook, sheet: string, name: string, key: string, nth = 0) {
  const page = pageOf(file, sheet)
  const column = columnOf(page, key)
  const rows: number[] = []
  page.eachRow((row, number) => {
    const words = Array.from({ length: 3 }, (_, one) => row.getCell(one + 1).text)
    if (words.includes(name)) rows.push(number)
  })
  return page.getCell(at(rows, nth), column)
}

/** The number of the column with a hidden key. */
export function columnOf(page: exceljs.Worksheet, key: string): number {
  let found = 0
  page.eachRow((row) => {
    const isKeys = Array.from({ length: row.cellCount }, (_, one) => row.getCell(one + 1).text).some((text) => readAnchor(text) !== null) // prettier-ignore
    if (!isKeys) return
    row.eachCell((cell, column) => {
      if (cell.text === key && found === 0) found = column
    })
  })
  if (found === 0) throw new Error(`There is no column ${key}.`)
  return found
}

export const compared = (
  county: TestCounty,
  groupId: GroupId,
  path: string,
  api: Api = county.api,
): Promise<Comparison> => api.imports.compareWorkbook({ groupId, grant: county.grant(path) })

/** What a person accepts of a comparison: everything that is offered and every conflict, unless said. */
export const accepting = (
  differences: readonly Difference[],
  states: readonly Difference['state'][] = ['offer', 'conflict'],
): Accepted[] =>
  differences
    .filter((one) => states.includes(one.state))
    .map(({ sheet, row, place, now, file }) => ({ sheet, row, place, seen: now, to: file }))

/** A difference as a line: `offer: Sam Brown, 23 November 2026: Nothing, L, Nothing`. */
export const inLine = ({ state, who, what, was, file, now }: Difference): string =>
  `${state}: ${who}, ${what}: ${[was, file, now].map((one) => one.reason ?? one.value ?? '-').join(' > ')}`

/** A group, its workbook as it left, and what changing it and bringing it back says. */
export async function aWorkbook() {
  const county = await aCounty()
  const group = await aGroupWithEverything(county)
  const path = await madeWorkbook(county, group.groupId)
  const back = async (change: (file: exceljs.Workbook) => void) => {
    await edited(path, change)
    return compared(county, group.groupId, path)
  }
  const markNow = async (session: number, name: string) => {
    const grid = await county.api.registers.grid({ groupId: group.groupId })
    return grid.people.find((one) => one.name === name)?.cells[session]?.code
  }
  return { county, ...group, path, back, markNow, session: (n: number) => at(group.sessions, n) }
}

/** Every difference as a line. */
export const lines = ({ differences }: Comparison) => differences.map(inLine)
