import { expect, it } from 'vitest'
import type { ReportAsked, ReportKey } from '../../../shared/reports/asked.ts'
import type { Report } from '../../../shared/reports/report.ts'
import { rowsOf } from '../../support/dump.ts'
import { mergeTwo } from '../../support/merge-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { anAsked } from '../../support/report-commands.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { aGroupWithSessions } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const year = { from: '2025-11-24', to: '2026-11-23' }
const report = async ({ api }: Pick<TestCounty, 'api'>, key: ReportKey, asked: Partial<ReportAsked> = {}) =>
  (await api.reports.run(anAsked({ report: key, ...year, ...asked }))).report

function lineOf({ tables }: Report, table: string, name = 'All'): Record<string, number | null> {
  const found = tables.find((one) => one.key === table)
  const line = [...(found?.lines ?? []), ...(found?.total ? [found.total] : [])].find((one) => one.name === name) // prettier-ignore
  if (!found || !line) throw new Error(`There is no line ${name} of ${table}`)
  return Object.fromEntries(found.columns.map(({ key }, i) => [key, line.cells[i]?.value ?? null]))
}

const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 1000) / 10)

/** The county read by plain loops over the rows of the file: none of the program's own rules or queries. */
function byLoops({ file }: Pick<TestCounty, 'file'>) {
  const table = (name: string) => rowsOf(file, `SELECT * FROM ${name}`)
  const byId = (name: string) => new Map(table(name).map((row) => [row['id'], row]))
  const [codes, people, groups] = [byId('mark_code'), byId('person'), byId('programme_group')]
  const marks = Map.groupBy(table('mark'), (row) => row['session_id'])
  const heads = Map.groupBy(table('session_headcount'), (row) => row['session_id'])
  const staff = Map.groupBy(table('session_staff'), (row) => row['session_id'])
  const roles = new Map(table('enrolment').map((row) => [`${String(row['group_id'])} ${String(row['person_id'])}`, row['role']])) // prettier-ignore
  const reached = { people: new Set<unknown>(), families: new Set<unknown>() }
  let [footfall, delivered, expected, attended, excused, notRun, owed, known, minutes] = [0, 0, 0, 0, 0, 0, 0, 0, 0] // prettier-ignore
  for (const session of table('session')) {
    const day = String(session['starts_at']).slice(0, 10)
    if (day < year.from || day > year.to) continue
    if (session['did_not_run'] === 1) {
      notRun++
      continue
    }
    if (session['register_completed_at'] === null) {
      owed++
      continue
    }
    delivered++
    const mode = session['mode'] ?? groups.get(session['group_id'])?.['mode']
    const clock = (key: string) => Number(String(session[key]).slice(11, 13)) * 60 + Number(String(session[key]).slice(14, 16)) // prettier-ignore
    const length = clock('ends_at') - clock('starts_at')
    const named: Record<string, number> = { child: 0, adult: 0, volunteer: 0 }
    for (const mark of marks.get(session['id']) ?? []) {
      const code = codes.get(mark['code'])
      const person = people.get(mark['person_id'])
      const role = roles.get(`${String(session['group_id'])} ${String(mark['person_id'])}`)
      const came = code?.['attended'] === 1 && mode !== 'materials'
      const eighteen = `${Number(day.slice(0, 4)) - 18}${day.slice(4)}`
      const age = String(person?.['date_of_birth'] ?? '9999') <= eighteen ? 'adult' : 'child' // prettier-ignore
      const as = String(role ?? age)
      if (came) named[as] = (named[as] ?? 0) + 1
      if (role === 'volunteer') {
        const given = mark['minutes'] === null ? length : code?.['minutes'] ? length - Number(mark['minutes']) : Number(mark['minutes']) // prettier-ignore
        if (came) minutes += given
        continue
      }
      if (code?.['expected'] === 1) {
        expected++
        if (came) attended++
        if (came || code['apology'] === 1) excused++
      }
      if (!came) continue
      footfall++
      reached.people.add(mark['person_id'])
      const family = person?.['family_id'] ?? null
      if (family !== null) reached.families.add(family)
    }
    for (const head of heads.get(session['id']) ?? [])
      if (head['role'] !== 'volunteer')
        footfall += Math.max(0, Number(head['people']) - (named[String(head['role'])] ?? 0))
    const some = staff.get(session['id']) ?? []
    if (some.some((one) => one['part'] !== 'volunteer')) known++
    for (const one of some) if (one['part'] === 'volunteer') minutes += Number(one['minutes'] ?? length)
  }
  return {
    reach: { footfall, individuals: reached.people.size, families: reached.families.size, sessions: delivered },
    attendance: { expected, attended, rate: share(attended, expected), commitment: share(excused, expected), sessions: delivered, 'not-run': notRun, owed },
    staffing: { sessions: delivered, known: share(known, delivered), 'volunteer-hours': Math.round((minutes / 60) * 10) / 10 },
  } // prettier-ignore
}

it('are what plain loops over the file of the sample county count, and documents have the same figures', async () => {
  const county = await aCounty('sample')
  const plain = byLoops(county)
  expect(plain.reach.footfall).toBeGreaterThan(300)
  expect(lineOf(await report(county, 'reach'), 'reach')).toEqual(plain.reach)
  expect(lineOf(await report(county, 'attendance'), 'attendance')).toEqual(plain.attendance)
  expect(lineOf(await report(county, 'staffing'), 'staffing')).toMatchObject(plain.staffing)
  for (const by of ['programme', 'building', 'locality', 'month', 'term'] as const)
    expect(lineOf(await report(county, 'reach', { by }), 'reach', 'Total')).toEqual(plain.reach)
  await documentsAgree(county)
})

/** What lines say: which of it is hidden when it leaves is a matter of all that the document has. */
const numbers = (lines: Report['tables'][number]['lines'] | undefined) =>
  lines?.map(({ cells }) => cells.map(({ value, part, whole }) => [value, part, whole])) ?? 'no lines'

/** Every figure of a document stands in the report that it is taken from, of the same days. */
async function documentsAgree(county: TestCounty) {
  const quarters = [
    ['Quarter 3 2026/27', { from: '2026-10-01', to: '2026-12-31' }],
    ['Quarter 2 2026/27', { from: '2026-07-01', to: '2026-09-30' }],
    ['Quarter 3 2025/26', { from: '2025-10-01', to: '2025-12-31' }],
  ] as const
  const [, now] = quarters[0]
  const made = await report(county, 'quarterly-return', now)
  const keys: ReportKey[] = ['reach', 'attendance', 'completion', 'waiting', 'outcomes', 'staffing', 'buildings', 'data-quality'] // prettier-ignore
  const names = new Set(made.tables.map((table) => table.key))
  expect(names.size).toBe(made.tables.length)
  for (const key of keys) {
    const single = await report(county, key, now)
    for (const table of single.tables) {
      const there = made.tables.find((one) => one.key === `${key}-${table.key}`)
      if (!there) continue
      names.delete(there.key)
      expect(there.columns).toEqual(table.columns)
      const own = there.lineHeading === 'Quarter' ? there.lines.slice(0, 1) : there.lines
      expect(numbers(own)).toEqual(numbers(table.lines))
    }
  }
  expect([...names].filter((key) => !key.startsWith('feedback-'))).toEqual(['reach-localities'])
  const localities = await report(county, 'reach', { ...now, by: 'locality' })
  expect(numbers(made.tables.find((one) => one.key === 'reach-localities')?.lines)).toEqual(numbers(localities.tables[0]?.lines)) // prettier-ignore
  for (const [name, days] of quarters)
    for (const [key, table] of [['reach', 'reach'], ['attendance', 'attendance'], ['completion', 'completion'], ['outcomes', 'matched']] as const)
      expect(lineOf(made, `${key}-${table}`, name)).toEqual(lineOf(await report(county, key, days), table)) // prettier-ignore
  const scrutiny = await report(county, 'scrutiny', now)
  const years = await report(county, 'reach', { from: '2025-04-01', to: '2027-03-31', by: 'year' })
  expect(numbers(scrutiny.tables.find((one) => one.key === 'reach-years')?.lines)).toEqual(numbers(years.tables[0]?.lines)) // prettier-ignore
  expect(scrutiny.tables.map((one) => one.key)).toEqual(expect.arrayContaining(['reach-localities', 'outcomes-matched', 'waiting-now'])) // prettier-ignore
}

it('people who were found to be one are one individual, and one who walked in is among those who came', async () => {
  const county = await aCounty()
  const group = await aGroupWithSessions(county, { dates: ['2026-11-16', '2026-11-23'] })
  const [one, again] = [await aPerson(county, { firstName: 'Mia' }), await aPerson(county, { firstName: 'Amelia' })] // prettier-ignore
  await enrol(county, group.groupId, one.id, '2026-11-20')
  const [first, second] = [at(group.sessions, 0), at(group.sessions, 1)]
  await county.api.registers.addWalkIn({ sessionId: first, who: { kind: 'known', personId: again.id } })
  await county.api.registers.mark({ sessionId: second, personId: one.id, code: 'P' })
  for (const sessionId of [first, second]) await county.api.registers.complete({ sessionId })
  const reach = async () => lineOf(await report(county, 'reach'), 'reach')
  expect(await reach()).toEqual({ footfall: 2, individuals: 2, families: 0, sessions: 2 })
  await mergeTwo(county.api, one.id, again.id)
  expect(await reach()).toEqual({ footfall: 2, individuals: 1, families: 0, sessions: 2 })
  expect(lineOf(await report(county, 'reach', { by: 'month' }), 'reach', 'Total')['individuals']).toBe(1)
})
