import { existsSync } from 'node:fs'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import type { RecordPart } from '../../../shared/exports/record.rules.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { aPath } from '../../support/export-factories.ts'
import { aMeasure } from '../../support/outcome-factories.ts'
import { aConsent, aFamily, aPerson, anAdult } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** Mia, of whom something is kept in every part, and Leo and Ron, who must not be read of in her record. */
async function aWholeRecord() {
  const county = await aCounty()
  const { api } = county
  const { mia, leo } = await aFamily(county)
  await putRows(county, (tx) => tx.updateTable('person').set({ address: '9 Secret Road', postcode: 'LE1 6AB', phone: '07700 900001', allergies: 'Peanuts' }).where('id', '=', mia.id).execute()) // prettier-ignore
  await anAdult(county, mia)
  await aConsent(county, mia)
  const { groupId, sessions } = await aRegister(county, { people: [] })
  await enrol(county, groupId, mia.id)
  await enrol(county, groupId, leo.id)
  await api.registers.mark({ sessionId: at(sessions, 0), personId: mia.id, code: 'P' })
  await api.registers.mark({ sessionId: at(sessions, 0), personId: leo.id, code: 'N' })
  const measure = await aMeasure(county, groupId)
  const place = { groupId, personId: mia.id, measureId: measure.id, item: 1 }
  await api.outcomes.setGoal({ ...place, text: 'Sleep in my own bed' })
  await api.outcomes.setReading({ ...place, timePoint: 'before', value: 3, takenOn: '2026-11-20' })
  await api.contacts.log({ personId: mia.id, groupId, at: '2026-11-20T16:05', way: 'phone', about: 'welfare', outcome: 'reached', note: 'All well' }) // prettier-ignore
  await api.people.addAlert({ id: mia.id, note: 'Ring the lead first', onDate: '2026-11-20' })
  const ron = await aPerson(county, { firstName: 'Ron', lastName: 'Barred' })
  await api.people.addMustNotMeet({ id: mia.id, otherId: ron.id, reason: 'A court order', onDate: '2026-11-20' }) // prettier-ignore
  return { county, mia, leo, groupId }
}

const recordOf = ({ api }: TestCounty, personId: PersonId, leaveOut: { part: RecordPart | 'sensitive-groups'; reason: string }[] = []) =>
  api.exports.personRecord({ personId, askedBy: 'themselves', leaveOut }) // prettier-ignore

test('a record has every part in which something is kept of the person', async () => {
  const { county, mia } = await aWholeRecord()
  const { name, on, sections, leftOut } = await recordOf(county, mia.id)
  expect({ name, on, leftOut }).toEqual({ name: 'Mia Patel', on: '2026-11-23', leftOut: [] })
  const rows = Object.fromEntries(sections.map((section) => [section.part, section.rows]))
  expect(rows).toMatchObject({
    details: expect.arrayContaining([['Date of birth', '2015-03-12'], ['Family', 'Patel']]),
    reaching: expect.arrayContaining([['Address', '9 Secret Road'], ['Safe to call', 'Not asked']]),
    adults: [['June Patel', 'Grandparent', expect.any(String), expect.any(String), null, '07700 900456', null]],
    consents: [['2026-11-02', 'Photos', 'Yes', 'Asha Patel', null]],
    groups: [['Bounce Back', '2026-09-01', 'Enrolled', null, null, null, null]],
    attendance: [['Bounce Back', expect.stringContaining('2026-11-23T'), 'Present', null, null]],
    goals: [['Bounce Back', 1, 'Sleep in my own bed']],
    outcomes: [['Bounce Back', 'Test goals', 'Goal 1', 'Before', '2026-11-20', 3, null, 'Not said', null]],
    contacts: [['2026-11-20T16:05', 'Phone', 'How they are', 'Spoke to them', 'Bounce Back', 'All well', null]],
    alerts: [['2026-11-20', null, 'Ring the lead first']],
    'kept-apart': [['2026-11-20', null, 'A court order']],
  }) // prettier-ignore
})

test('nobody else is in it: no brother, and not the name of who must not be met', async () => {
  const { county, mia } = await aWholeRecord()
  expect(JSON.stringify(await recordOf(county, mia.id))).not.toMatch(/Leo|Ron|Barred/)
})

test('the number that an adult of theirs gave as their own is that adult’s, and is not in it', async () => {
  const { county, mia } = await aWholeRecord()
  const kim = await aPerson(county, { firstName: 'Kim', lastName: 'Moved', dateOfBirth: '1990-01-01', phone: '07700 900777' }) // prettier-ignore
  await anAdult(county, mia, { who: { kind: 'known', id: kim.id }, relation: 'Parent' })
  const { sections } = await recordOf(county, mia.id)
  const adults = JSON.stringify(sections.find((one) => one.part === 'adults')?.rows)
  expect(adults).toMatch(/Kim Moved/)
  expect(adults).not.toMatch(/900777/)
})

test('what is left out is not in it and is named with the reason', async () => {
  const { county, mia } = await aWholeRecord()
  const reason = 'It could put somebody at risk.'
  const record = await recordOf(county, mia.id, [{ part: 'reaching', reason }, { part: 'alerts', reason }, { part: 'adults', reason }]) // prettier-ignore
  expect(record.leftOut).toEqual([
    { title: 'Where they live and how to reach them', reason },
    { title: 'Their adults', reason },
  ])
  expect(JSON.stringify(record)).not.toMatch(/Secret Road|07700|Ring the lead|June/)
  await expect(recordOf(county, mia.id, [{ part: 'alerts', reason: ' ' }])).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
})

test('that there is an alert, somebody not to meet or a sensitive group is not told by its being left out', async () => {
  const { county, mia } = await aWholeRecord()
  const reason = 'It could put somebody at risk.'
  const record = await recordOf(county, mia.id, [{ part: 'alerts', reason }, { part: 'kept-apart', reason }, { part: 'sensitive-groups', reason }, { part: 'adults', reason }]) // prettier-ignore
  expect(record.leftOut).toEqual([{ title: 'Their adults', reason }])
  expect(JSON.stringify(record)).not.toMatch(/Alerts|must not meet|sensitive/i)
})

test('sensitive groups are left out of every part together, and other groups stay', async () => {
  const { county, mia, groupId } = await aWholeRecord()
  const other = await aRegister(county, { name: 'Young Carers', people: [] })
  await enrol(county, other.groupId, mia.id)
  await putRows(county, (tx) => tx.updateTable('programme').set({ sensitive: 1 }).where('id', 'in', (eb) => eb.selectFrom('programme_group').where('id', '=', groupId).select('programme_id')).execute()) // prettier-ignore
  const all = JSON.stringify(await recordOf(county, mia.id))
  expect(all).toMatch(/Bounce Back/)
  const { sections } = await recordOf(county, mia.id, [{ part: 'sensitive-groups', reason: 'Risk' }])
  expect(JSON.stringify(sections)).not.toMatch(/Bounce Back|Sleep in my own bed/)
  expect(sections.find((one) => one.part === 'groups')?.rows).toMatchObject([['Young Carers', '2026-09-01', 'Enrolled', null, null, null, null]]) // prettier-ignore
})

test('the workbook says what the record says, part by part, and the trail keeps counts and no name', async () => {
  const { county, mia } = await aWholeRecord()
  const asked = {
    personId: mia.id,
    askedBy: 'parent',
    leaveOut: [{ part: 'alerts', reason: 'Risk' }],
  } as const
  const record = await county.api.exports.personRecord({ ...asked, leaveOut: [...asked.leaveOut] })
  const path = aPath(county, 'xlsx')
  const made = await county.api.exports.personRecordFile({ asked: { ...asked, leaveOut: [...asked.leaveOut] }, grant: county.grant(path) }) // prettier-ignore
  const file = new exceljs.Workbook()
  await file.xlsx.readFile(path)
  expect(file.worksheets.map((sheet) => sheet.name)).toEqual(['About', ...record.sections.map((one) => one.title.slice(0, 31))]) // prettier-ignore
  for (const section of record.sections)
    expect(file.getWorksheet(section.title.slice(0, 31))?.rowCount).toBe(section.rows.length + 1)
  expect(made.rows).toBe(record.sections.reduce((all, one) => all + one.rows.length, 0))
  const entry = await putRows(
    county,
    (tx) =>
    tx.selectFrom('audit_entry').select('subject').where('operation', '=', 'exports.personRecordFile').executeTakeFirst(), // prettier-ignore
  )
  expect(JSON.parse(entry?.subject ?? '')).toMatchObject({ personId: mia.id, askedBy: 'parent', leftOut: ['alerts'], rows: made.rows }) // prettier-ignore
  expect(entry?.subject).not.toMatch(/Mia|Patel|Risk/)
})

test('each look at a record is in the trail with what was left out, and without the words of why', async () => {
  const { county, mia } = await aWholeRecord()
  await recordOf(county, mia.id, [{ part: 'alerts', reason: 'Ron would find them' }])
  const entry = await putRows(
    county,
    (tx) =>
    tx.selectFrom('audit_entry').select('subject').where('operation', '=', 'exports.personRecord').executeTakeFirstOrThrow(), // prettier-ignore
  )
  expect(JSON.parse(entry.subject ?? '')).toEqual({ personId: mia.id, askedBy: 'themselves', leftOut: ['alerts'] }) // prettier-ignore
})

test('only those who may take files of the county make a record, and nobody of who was merged away', async () => {
  const { county, mia } = await aWholeRecord()
  for (const role of ['assistant', 'facilitator', 'facilities'] as const) {
    const api = await county.as(role)
    await expect(api.exports.personRecord({ personId: mia.id, askedBy: 'parent' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
    const path = aPath(county, 'xlsx')
    await expect(api.exports.personRecordFile({ asked: { personId: mia.id, askedBy: 'parent' }, grant: county.grant(path) })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
    expect(existsSync(path)).toBe(false)
  }
  const gone = await aPerson(county, { firstName: 'Mya' })
  await putRows(county, (tx) => tx.updateTable('person').set({ merged_into_id: mia.id }).where('id', '=', gone.id).execute()) // prettier-ignore
  await expect(recordOf(county, gone.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
