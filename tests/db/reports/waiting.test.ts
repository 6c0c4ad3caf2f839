import { describe, expect, test } from 'vitest'
import { newIdAt } from '../../../db/new-id.ts'
import { snapshotId } from '../../../shared/ids.ts'
import { reportAskedSchema } from '../../../shared/reports/asked.ts'
import type { Report } from '../../../shared/reports/report.ts'
import { median } from '../../../shared/enrolments/turnaround.rules.ts'
import { addDays, daysBetween } from '../../../shared/time/civil.ts'
import { rowsOf } from '../../support/dump.ts'
import { aSmallGroup, aWaiting, anAcceptance, anOffer } from '../../support/enrolment-factories.ts'
import { mergeTwo } from '../../support/merge-factories.ts'
import { aMark, putRows, theMarkCodes } from '../../support/rows.ts'
import { aCounty, NOW, type Api, type TestCounty } from '../../support/test-county.ts'

const TODAY = '2026-11-23'
const ask = (more: object) => reportAskedSchema.parse({ report: 'waiting', from: '2026-09-01', to: '2026-12-31', ...more }) // prettier-ignore
const run = async ({ api }: { api: Api }, more: object = {}): Promise<Report> => (await api.reports.run(ask(more))).report // prettier-ignore

/** The figures of a line of a table, by column; of the one line where none is said. */
function told(report: Report, key: string, line?: string): Record<string, number | null> {
  const table = report.tables.find((one) => one.key === key)
  const found = line === undefined ? table?.lines[0] : [...(table?.lines ?? []), ...(table?.total ? [table.total] : [])].find((one) => one.key === line) // prettier-ignore
  return Object.fromEntries(found?.cells.map((cell, at) => [table?.columns[at]?.key, cell.value]) ?? [])
}

const weeks = (report: Report) =>
  report.tables.find((one) => one.key === 'weeks')?.lines.map((line) => [line.key, line.cells[0]?.value])

describe('who waits now', () => {
  test('is counted in people, families and places, and an offer is not among them', async () => {
    const county = await aCounty()
    const [one, two] = [await aSmallGroup(county), await aSmallGroup(county, { name: 'Club' })]
    const ada = await aWaiting(county, one.id, 'Ada', { onDate: addDays(TODAY, -28) })
    await county.api.enrolments.refer({ groupId: two.id, people: [{ personId: ada.personId }], status: 'referred', onDate: addDays(TODAY, -27) }) // prettier-ignore
    await aWaiting(county, one.id, 'Ben', { onDate: addDays(TODAY, -84) })
    await aWaiting(county, two.id, 'Cat', { onDate: addDays(TODAY, -85) })
    await anOffer(county, (await aWaiting(county, (await aSmallGroup(county, { name: 'Third' })).id, 'Dot')).enrolmentId) // prettier-ignore
    const now = told(await run(county), 'now')
    expect(now).toEqual({ people: 3, families: 0, waits: 4, referred: 1, offered: 1, middle: 56, longest: 85, 'under-4': 1, 'to-12': 2, 'over-12': 1 }) // prettier-ignore
    const list = await county.api.enrolments.waiting({})
    expect([now['people'], now['waits']]).toEqual([list.people, list.total])
  })

  test('stands by programme on two lines for one person, who is one in the total', async () => {
    const county = await aCounty()
    const [one, two] = [await aSmallGroup(county), await aSmallGroup(county, { name: 'Club' })]
    const ada = await aWaiting(county, one.id, 'Ada')
    await county.api.enrolments.refer({ groupId: two.id, people: [{ personId: ada.personId }], status: 'waiting', onDate: TODAY }) // prettier-ignore
    const report = await run(county, { by: 'programme' })
    expect(report.tables[0]?.lines.map((line) => [line.name, line.cells[0]?.value])).toEqual([['Bounce Back', 1], ['Club', 1]]) // prettier-ignore
    expect(told(report, 'now', 'total')).toMatchObject({ people: 1, waits: 2 })
    const { programmeId } = await county.api.groups.get({ id: one.id })
    expect(told(await run(county, { programmeIds: [programmeId] }), 'now')).toMatchObject({ people: 1, waits: 1 }) // prettier-ignore
  })

  test('stands as it was on the last day of a period that is over, by what is known today', async () => {
    const county = await aCounty()
    const { id } = await aSmallGroup(county)
    await aWaiting(county, id, 'Ada', { onDate: '2026-10-31' })
    await aWaiting(county, id, 'Ben', { onDate: '2026-11-01' })
    const report = await run(county, { to: '2026-10-31' })
    expect(told(report, 'now')).toMatchObject({ people: 1, longest: 0 })
    expect(report.finding).toMatch(/^1 person waited for a place on 31 October 2026/)
    expect((await run(county)).finding).toMatch(/^2 people wait for a place: nobody longer than 12 weeks\.$/)
  })
})

describe('the days from referral to a place', () => {
  test('are those of people whose place began in the period, by the rules of the group’s own figures', async () => {
    const county = await aCounty()
    await theMarkCodes(county)
    const { id, sessions } = await aSmallGroup(county, { dates: ['2026-11-30'] })
    const ada = await aWaiting(county, id, 'Ada', { onDate: '2026-11-02' })
    await anOffer(county, ada.enrolmentId)
    await anAcceptance(county, ada.enrolmentId)
    expect(told(await run(county), 'placed')).toEqual({ placed: 1, referralToOffer: 21, offerToAttended: null, referralToAttended: null }) // prettier-ignore
    await aMark(county, sessions[0], ada.personId, 'P')
    expect(told(await run(county), 'placed')).toEqual({ placed: 1, referralToOffer: 21, offerToAttended: 7, referralToAttended: 28 }) // prettier-ignore
    expect(told(await run(county, { from: TODAY, to: TODAY }), 'placed')['placed']).toBe(1)
    expect(told(await run(county, { from: '2026-11-24' }), 'placed')['placed']).toBe(0)
    expect(told(await run(county, { to: '2026-11-22' }), 'placed')['placed']).toBe(0)
    const figures = (await county.api.reports.groupSummary({ groupId: id })).figures
    const own = (key: string) => figures.find((figure) => figure.key === key)?.value
    expect([own('referral-to-offer'), own('referral-to-attended')]).toEqual([21, 28])
  })
})

/** Counts on a Monday, as whoever is there that day. */
async function countOn(county: TestCounty, date: string) {
  county.setNow(`${date}T09:00:00.000Z`)
  await county.api.reports.takeWaitingSnapshot({})
}

describe('week by week', () => {
  test('a missed week is a gap and never nought, a week with nobody is nought, and today is no gap yet', async () => {
    const county = await aCounty()
    await countOn(county, '2026-11-23')
    const { id } = await aSmallGroup(county)
    await aWaiting(county, id, 'Ada')
    await countOn(county, '2026-12-07')
    const gap = { people: null, families: null, waits: null, referred: null, offered: null }
    county.setNow('2026-12-14T00:30:00.000Z')
    const report = await run(county)
    expect(weeks(report)).toEqual([['2026-11-23', 0], ['2026-11-30', null], ['2026-12-07', 1]]) // prettier-ignore
    expect(told(report, 'weeks', '2026-11-30')).toEqual(gap)
    expect(report.tables[1]?.lines[1]?.name).toBe('30 November 2026, not counted')
    expect(report.tables[1]?.notes.join(' ')).toContain('One week was not counted.')
    expect(report.chart).toMatchObject({ kind: 'lines', table: 'weeks', breaks: [] })
    county.setNow('2026-12-15T00:30:00.000Z')
    expect(weeks(await run(county))?.at(-1)).toEqual(['2026-12-14', null])
  })

  test('is what was counted, whatever was put right since, and its rows lead to who they are now', async () => {
    const county = await aCounty()
    const { id } = await aSmallGroup(county)
    const ada = await aWaiting(county, id, 'Ada', { onDate: '2026-11-02' })
    const twin = await aWaiting(county, id, 'Adah', { onDate: '2026-11-03' })
    await countOn(county, '2026-11-23')
    const before = weeks(await run(county))
    await mergeTwo(county.api, ada.personId, twin.personId, 'both')
    expect(told(await run(county), 'now')['people']).toBe(1)
    expect(weeks(await run(county))).toEqual(before)
    expect(before).toEqual([['2026-11-23', 2]])
    const { rows } = await county.api.reports.behind({ asked: ask({}), table: 'weeks', line: '2026-11-23', column: 'people' }) // prettier-ignore
    expect(rows.map((row) => row.personId)).toEqual([ada.personId, ada.personId])
  })

  test('draws a break where the rules of counting changed, and says so of a change of the day', async () => {
    const county = await aCounty()
    await countOn(county, '2026-11-23')
    const names = { serviceName: 'S', buildingWord: 'B' }
    county.setNow('2026-12-02T09:00:00.000Z')
    await county.api.settings.update({ ...names, snapshotWeekday: 3 })
    await county.api.reports.takeWaitingSnapshot({})
    const row = { id: newIdAt(new Date(NOW))(snapshotId), on_date: '2026-12-09', taken_at: '2026-12-09T09:00:00.000Z', taken_by: null, definitions_version: 2 } // prettier-ignore
    await putRows(county, (tx) => tx.insertInto('waiting_snapshot').values(row).execute())
    county.setNow('2026-12-10T09:00:00.000Z')
    const report = await run(county)
    expect(weeks(report)?.map(([date]) => date)).toEqual(['2026-11-23', '2026-12-02', '2026-12-09'])
    expect(report.chart?.breaks).toEqual([{ before: '2026-12-09', reason: 'Version 2 of the rules.' }]) // prettier-ignore
    expect(report.tables[1]?.notes.join(' ')).toContain('Counted on Wednesdays from 2 December 2026.')
  })
})

test('every figure of who waits comes to the same in plain loops over the rows of the sample county', async () => {
  const county = await aCounty('sample')
  const report = await run(county)
  const rows = (query: string) => rowsOf(county.file, query)
  const lines = rows('SELECT * FROM enrolment_event').toSorted((a, b) =>
    `${a['on_date']} ${String(a['step']).padStart(4, '0')}` < `${b['on_date']} ${String(b['step']).padStart(4, '0')}` ? -1 : 1,
  ) // prettier-ignore
  const people = new Map(rows('SELECT * FROM person').map((person) => [person['id'], person]))
  const groups = new Map(rows('SELECT * FROM programme_group').map((group) => [group['id'], group]))
  const waits: { person: unknown; family: unknown; status: string; days: number }[] = []
  for (const enrolment of rows('SELECT * FROM enrolment')) {
    const own = lines.filter(
      (line) => line['enrolment_id'] === enrolment['id'] && String(line['on_date']) <= TODAY,
    )
    const status = String(own.at(-1)?.['status'])
    const person = people.get(enrolment['person_id'])
    if (!['referred', 'waiting', 'offered'].includes(status) || enrolment['role'] === 'volunteer') continue
    if (person?.['merged_into_id'] !== null || groups.get(enrolment['group_id'])?.['cancelled'] === 1)
      continue
    const since = String(enrolment['referred_on'] ?? own[0]?.['on_date'])
    waits.push({ person: enrolment['person_id'], family: person['family_id'], status, days: daysBetween(since, TODAY) }) // prettier-ignore
  }
  const waiting = waits.filter((one) => one.status !== 'offered')
  const days = waiting.map((one) => one.days)
  expect(waiting.length).toBeGreaterThan(5)
  expect(told(report, 'now')).toEqual({
    people: new Set(waiting.map((one) => one.person)).size,
    families: new Set(waiting.map((one) => one.family).filter((id) => id !== null)).size,
    waits: waiting.length,
    referred: waiting.filter((one) => one.status === 'referred').length,
    offered: waits.length - waiting.length,
    middle: median(days),
    longest: Math.max(...days),
    'under-4': days.filter((n) => n < 28).length,
    'to-12': days.filter((n) => n >= 28 && n <= 84).length,
    'over-12': days.filter((n) => n > 84).length,
  })
  for (const [date, value] of weeks(report) ?? []) {
    const frozen = rows(`SELECT person_id FROM waiting_snapshot_line JOIN waiting_snapshot AS s ON s.id = snapshot_id WHERE s.on_date = '${date}' AND status <> 'offered'`) // prettier-ignore
    if (value !== null) expect(new Set(frozen.map((line) => line['person_id'])).size).toBe(value)
  }
  expect(weeks(report)?.filter(([, value]) => value === null)).toEqual([['2026-11-02', null]])
})
