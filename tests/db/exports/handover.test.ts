import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { HandoverColumn, HandoverContent } from '../../../shared/exports/handover.contract.ts'
import { usualLayouts } from '../../../shared/exports/handover.rules.ts'
import { aBuilding, aRoom, aSessionBooking } from '../../support/booking-factories.ts'
import { aPath } from '../../support/export-factories.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const period = { from: '2026-11-01', to: '2026-11-30' }

/** Ahmed came twice and has a reference of Mosaic; Brown came once, sent word once. A third session is not complete. */
async function aTakenGroup(contents?: Partial<HandoverContent>, kind: 'synergy' | 'mosaic' = 'synergy') {
  const county = await aCounty()
  const taken = await aRegister(county, { dates: ['2026-11-09', '2026-11-16', '2026-11-23'], people: ['Ahmed', 'Brown'] }) // prettier-ignore
  const { sessions, people } = taken
  for (const [place, codes] of [
    ['P', 'P'],
    ['P', 'A'],
    ['P', 'P'],
  ].entries()) {
    for (const [who, code] of codes.entries())
      await county.api.registers.mark({ sessionId: at(sessions, place), personId: at(people, who), code })
    if (place < 2) await county.api.registers.complete({ sessionId: at(sessions, place) })
  }
  await putRows(county, (tx) => tx.updateTable('person').set({ mosaic_id: '00123' }).where('id', '=', at(people, 0)).execute()) // prettier-ignore
  const usual = usualLayouts[kind]
  const layout = await county.api.exports.addHandoverLayout({ kind, name: usual.name, content: { ...usual.content, ...contents } }) // prettier-ignore
  return { county, layout, ...taken }
}

async function theFile(county: TestCounty, asked: Omit<Parameters<TestCounty['api']['exports']['handover']>[0], 'grant' | 'from' | 'to'> & Partial<typeof period>) {
  const path = aPath(county, 'csv')
  const made = await county.api.exports.handover({ ...period, ...asked, grant: county.grant(path) })
  const rows: string[][] = parse(readFileSync(path), { bom: true })
  return { made, rows, path }
} // prettier-ignore

test('attendance has one line for each mark of a complete register, headings and order as the layout says', async () => {
  const { county, layout } = await aTakenGroup()
  const { rows, made } = await theFile(county, { layoutId: layout.id })
  expect(rows[0]).toEqual(layout.content.columns.map((one) => one.heading))
  expect(rows.slice(1).map((row) => [row[0], row[1], row[7], row[8], row[9]])).toEqual([
    ['00123', 'Ahmed', '09/11/2026', 'Yes', 'Present'],
    ['', 'Brown', '09/11/2026', 'Yes', 'Present'],
    ['00123', 'Ahmed', '16/11/2026', 'Yes', 'Present'],
    ['', 'Brown', '16/11/2026', 'No', 'Apologies'],
  ])
  expect(made).toMatchObject({ rows: 4, withoutMosaic: 2 })
})

test('a summary has one line for each person in each group, with how often they were expected and came', async () => {
  const { county, layout } = await aTakenGroup({}, 'mosaic')
  const { rows } = await theFile(county, { layoutId: layout.id })
  expect(rows.slice(1).map((row) => [row[1], ...row.slice(6)])).toEqual([
    ['Ahmed', '01/09/2026', 'Enrolled', '2', '2', 'No'],
    ['Brown', '01/09/2026', 'Enrolled', '2', '1', 'No'],
  ])
})

test('only sessions of the period count, its first and last day included', async () => {
  const { county, layout } = await aTakenGroup()
  const days = async (from: string, to: string) =>
    (await theFile(county, { layoutId: layout.id, from, to })).rows.slice(1).map((row) => row[7])
  expect(await days('2026-11-09', '2026-11-09')).toEqual(['09/11/2026', '09/11/2026'])
  expect(await days('2026-11-10', '2026-11-16')).toEqual(['16/11/2026', '16/11/2026'])
  await expect(days('2026-11-10', '2026-11-15')).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('a session held elsewhere is of the building that it was held in, as in every report', async () => {
  const { county, layout, sessions } = await aTakenGroup()
  const away = await aRoom(county, { buildingId: (await aBuilding(county, 'Away')).id })
  await aSessionBooking(county, away.id, at(sessions, 1), '2026-11-16T10:00')
  const heldAt = async (buildingIds: string[]) =>
    (await theFile(county, { layoutId: layout.id, buildingIds })).rows.slice(1).map((row) => [row[6], row[7]])
  const home = (await heldAt([]))[0]?.[0]
  expect(await heldAt([])).toEqual([[home, '09/11/2026'], [home, '09/11/2026'], ['Away', '16/11/2026'], ['Away', '16/11/2026']]) // prettier-ignore
  expect(home).not.toBe('Away')
  expect(await heldAt([away.buildingId])).toEqual([['Away', '16/11/2026'], ['Away', '16/11/2026']]) // prettier-ignore
})

test('their words stand for ours, fixed words and references of their own stand where the layout puts them', async () => {
  const columns: HandoverColumn[] = [
    { heading: 'Did they come?', field: 'attended', words: null, theirs: [{ ours: 'yes', theirs: 'Y' }, { ours: 'No', theirs: 'DNA' }] },
    { heading: 'Source', field: 'fixed', words: '=Gather', theirs: [] },
    { heading: 'Ref', field: 'reference', words: 'core+', theirs: [] },
    { heading: 'Day', field: 'session-date', words: null, theirs: [] },
  ] // prettier-ignore
  const { county, layout, people } = await aTakenGroup({ columns, dates: 'yyyy-mm-dd' })
  await putRows(county, (tx) => tx.insertInto('person_reference').values({ id: 'r' as never, person_id: at(people, 1), system: 'Core+', system_key: 'core+', value: '077' }).execute()) // prettier-ignore
  const { rows } = await theFile(county, { layoutId: layout.id, from: '2026-11-16' })
  // A formula is text in every file.
  expect(rows.slice(1)).toEqual([
    ['Y', "'=Gather", '', '2026-11-16'],
    ['DNA', "'=Gather", '077', '2026-11-16'],
  ])
})

test('sensitive programmes are left out unless somebody says so, and the file says which', async () => {
  const { county, layout, groupId } = await aTakenGroup()
  await putRows(county, (tx) => tx.updateTable('programme').set({ sensitive: 1 }).where('id', 'in', (eb) => eb.selectFrom('programme_group').where('id', '=', groupId).select('programme_id')).execute()) // prettier-ignore
  await expect(theFile(county, { layoutId: layout.id })).rejects.toMatchObject({ code: 'CONFLICT' })
  const { rows, path } = await theFile(county, { layoutId: layout.id, sensitive: true })
  expect(rows).toHaveLength(5)
  expect(readFileSync(`${path}.about.txt`, 'utf8')).toMatch(/Sensitive programmes: Included/)
})

test('no address, number, alert or note can be put into a layout, and no column twice', async () => {
  const { county, layout } = await aTakenGroup()
  const change = (columns: unknown) => county.api.exports.changeHandoverLayout({ ...layout, content: { ...layout.content, columns: columns as HandoverColumn[] } }) // prettier-ignore
  const one = at(layout.content.columns, 0)
  for (const field of ['address', 'phone', 'alert', 'note'])
    await expect(change([{ ...one, field }])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(change([one, one])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(change([{ ...one, field: 'status' }])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(change([{ ...one, field: 'fixed' }])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('a layout is changed, retired, and never has the name of another of its kind', async () => {
  const { county, layout } = await aTakenGroup()
  const { api } = county
  await expect(api.exports.addHandoverLayout({ kind: 'synergy', name: layout.name.toUpperCase(), content: layout.content })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  const changed = await api.exports.changeHandoverLayout({ ...layout, name: 'Agreed in May' })
  expect(changed).toMatchObject({ name: 'Agreed in May', version: layout.version + 1 })
  await expect(api.exports.changeHandoverLayout({ ...layout, name: 'Late' })).rejects.toMatchObject({ code: 'CHANGED' }) // prettier-ignore
  expect(await api.exports.handoverLayouts({})).toEqual([changed])
  await api.exports.retireHandoverLayout({ id: changed.id, version: changed.version })
  expect(await api.exports.handoverLayouts({})).toEqual([])
})

test('only those who may take files of the county make one, and nothing is left of one that is refused', async () => {
  const { county, layout } = await aTakenGroup()
  const api = await county.as('facilitator')
  const path = aPath(county, 'csv')
  await expect(api.exports.handover({ ...period, layoutId: layout.id, grant: county.grant(path) })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
  expect(existsSync(path)).toBe(false)
})
