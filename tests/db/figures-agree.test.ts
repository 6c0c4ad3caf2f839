import exceljs from 'exceljs'
import fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Group } from '../../shared/groups/groups.contract.ts'
import type { PersonId } from '../../shared/ids.ts'
import { rowsOf } from '../support/dump.ts'
import { aGroup, aProgramme } from '../support/group-factories.ts'
import { aPerson } from '../support/people-factories.ts'
import { aHistory, carryOut } from '../support/random-history.ts'
import { aCounty, type TestCounty } from '../support/test-county.ts'

const came = new Set(['P', 'L', 'E', 'O'])
const notExpected = new Set(['M', 'X'])

interface Seen {
  readonly id: string
  readonly date: string
  readonly ran: boolean
  readonly complete: boolean
  /** The letter of everyone who counts; null where nothing is recorded. */
  readonly expected: ReadonlyMap<string, string | null>
  readonly marks: ReadonlyMap<string, string>
}

/** A group read by plain loops over the rows of the file: none of the program's own rules or queries. */
function readPlainly({ file }: TestCounty, groupId: string): Seen[] {
  const events = rowsOf(file, `SELECT person_id, on_date, step, status FROM enrolment_event JOIN enrolment ON enrolment.id = enrolment_id WHERE group_id = '${groupId}'`) // prettier-ignore
  const marks = rowsOf(file, `SELECT session_id, person_id, code FROM mark`)
  const sessions = rowsOf(file, `SELECT * FROM session WHERE group_id = '${groupId}'`)
  return sessions.map((session) => {
    const date = String(session['starts_at']).slice(0, 10)
    const complete = session['register_completed_at'] !== null
    const letters = new Map<string, string>()
    for (const mark of marks)
      if (mark['session_id'] === session['id']) letters.set(String(mark['person_id']), String(mark['code']))
    const expected = new Map<string, string | null>(letters)
    // A complete register is what was signed for: nobody joins it in hindsight.
    if (!complete)
      for (const person of enrolledOn(events, date)) expected.set(person, letters.get(person) ?? null)
    for (const [person, letter] of expected)
      if (letter !== null && notExpected.has(letter)) expected.delete(person)
    const ran = session['did_not_run'] === 0
    return { id: String(session['id']), date, ran, complete, expected, marks: letters }
  })
}

function enrolledOn(events: readonly Record<string, unknown>[], date: string): string[] {
  const last = new Map<string, Record<string, unknown>>()
  for (const event of events) {
    const person = String(event['person_id'])
    const before = last.get(person)
    const place = (e: Record<string, unknown>) =>
      `${String(e['on_date'])} ${String(e['step']).padStart(6, '0')}`
    if (String(event['on_date']) <= date && (!before || place(before) < place(event))) last.set(person, event)
  }
  return [...last].filter(([, event]) => event['status'] === 'enrolled').map(([person]) => person)
}

const attendedOf = (seen: Seen) =>
  [...seen.expected.values()].filter((letter) => came.has(letter ?? '')).length
const markedOf = (seen: Seen) => [...seen.expected.values()].filter((letter) => letter !== null).length

async function registersAgree({ api }: TestCounty, group: Group, seen: readonly Seen[]): Promise<void> {
  const listed = await api.registers.listBetween({ from: '2026-10-01', to: '2027-01-31' })
  for (const session of group.sessions) {
    const plain = seen.find((one) => one.id === session.id)
    if (!plain) throw new Error('A session was lost.')
    const counts = {
      expected: plain.ran ? plain.expected.size : 0,
      attended: plain.ran ? attendedOf(plain) : 0,
    }
    expect(session).toMatchObject(counts)
    const marked = plain.ran ? markedOf(plain) : 0
    const line = listed.find((one) => one.sessionId === session.id)
    expect(line).toMatchObject({ expected: counts.expected, marked })
    const { rows, state } = await api.registers.open({ sessionId: session.id })
    const counted = rows.filter((row) => !notExpected.has(row.mark?.code ?? ''))
    if (plain.ran) expect(new Set(counted.map((row) => row.personId))).toEqual(new Set(plain.expected.keys()))
    if (state === 'complete') expect(rows.filter((row) => row.mark === null)).toEqual([])
    expect(line?.state).toBe(state)
    expect(session.registerState).toBe(state)
  }
}

async function figuresAgree({ api }: TestCounty, group: Group, seen: readonly Seen[]) {
  const { figures } = await api.reports.groupSummary({ groupId: group.id })
  const figure = (name: string) => figures.find((one) => one.name === name)?.value
  const complete = seen.filter((one) => one.complete)
  const [attended, expected] = [sum(complete.map(attendedOf)), sum(complete.map((one) => one.expected.size))]
  expect(figure('Attendances')).toBe(attended)
  expect(figure('Expected')).toBe(expected)
  expect(figure('Attendance rate')).toBe(
    expected === 0 ? null : Math.round((attended / expected) * 1000) / 10,
  )
  expect(figure('Sessions planned')).toBe(seen.filter((one) => one.ran).length)
  expect(figure('Sessions delivered')).toBe(complete.length)
  expect(figure('Sessions that did not run')).toBe(seen.filter((one) => !one.ran).length)
  const owed = seen.filter((one) => one.ran && !one.complete && one.date <= '2026-11-23').length
  expect(figure('Registers owed')).toBe(owed)
  expect(group).toMatchObject({ registersDone: complete.length, registersDue: owed })
  return { attended, expected, figures }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

async function peopleAgree(
  { api }: TestCounty,
  group: Group,
  people: readonly PersonId[],
  seen: readonly Seen[],
) {
  // prettier-ignore
  const roster = await api.enrolments.roster({ groupId: group.id })
  for (const person of people) {
    const letters = seen.filter((one) => one.ran).map((one) => one.expected.get(person)).filter((letter) => typeof letter === 'string') // prettier-ignore
    const counts = { attended: letters.filter((l) => came.has(l)).length, expected: letters.length }
    const row = roster.find((one) => one.personId === person)
    if (row === undefined) continue
    expect(row).toMatchObject(counts)
    const [history] = (await api.people.get({ id: person })).history
    expect(history).toMatchObject({ ...counts, status: row.status })
  }
}

async function workbookAgrees(
  county: TestCounty,
  groupId: Group['id'],
  seen: readonly Seen[],
  is: Awaited<ReturnType<typeof figuresAgree>>,
) {
  // prettier-ignore
  const path = join(county.folder, 'group.xlsx')
  await county.api.exports.groupWorkbook({ groupId, grant: county.grant(path) })
  const file = new exceljs.Workbook()
  await file.xlsx.readFile(path)
  const register = file.getWorksheet('Register')
  const totals = register?.getColumn(2).values.indexOf('Attended') ?? 0
  const headings = register?.getRow(1).values
  const column = (heading: string) => (Array.isArray(headings) ? headings.indexOf(heading) : 0)
  expect(register?.getRow(totals).getCell(column('Attended')).value).toBe(is.attended)
  expect(register?.getRow(totals).getCell(column('Expected')).value).toBe(is.expected)
  const attendance = file.getWorksheet('Attendance')
  expect((attendance?.rowCount ?? 0) - 1).toBe(sum(seen.map((one) => one.marks.size)))
  const values = file.getWorksheet('Summary')?.getSheetValues().flat() ?? []
  for (const figure of is.figures) expect(values).toContain(figure.name)
}

test('after any history the register, the group, the people, the report, the workbook and a plain count agree', async () => {
  const county = await aCounty()
  const programmeId = (await aProgramme(county)).id
  await fc.assert(
    fc.asyncProperty(aHistory, async (history) => {
      const planned = await aGroup(county, { programmeId, firstDate: '2026-11-02', weekday: 1, sessions: 5 })
      const people: PersonId[] = []
      for (const lastName of ['Ahmed', 'Brown', 'Clarke', 'Diaz', 'Evans'])
        people.push((await aPerson(county, { lastName, dateOfBirth: null })).id)
      for (const what of history) await carryOut({ api: county.api, group: planned, people }, what)
      const seen = readPlainly(county, planned.id)
      const group = await county.api.groups.get({ id: planned.id })
      await registersAgree(county, group, seen)
      const figures = await figuresAgree(county, group, seen)
      await peopleAgree(county, group, people, seen)
      await workbookAgrees(county, planned.id, seen, figures)
    }),
    { numRuns: 40 },
  )
}, 120_000)
