import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileMadeId } from '../../../shared/ids.ts'
import { aCountyFile, sheetRows, THE_YEAR, unpacked } from '../../support/county-file-factories.ts'
import { aPath } from '../../support/export-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, NOW, type TestCounty } from '../../support/test-county.ts'

const files = (county: TestCounty) => readdirSync(county.folder).filter((name) => !name.startsWith('county.db')) // prettier-ignore

test('the county workbook counts attendances, people and families as the marks say, counted a second way', async () => {
  const county = await aCounty('sample')
  const { path, sheets } = await aCountyFile(county, 'countyWorkbook')
  const attendance = await sheetRows(path, 'Attendance')
  const about = new Map((await sheetRows(path, 'About')).map((row) => [row['What'], row['Says']]))
  const marks = await putRows(county, (tx) =>
    tx
      .selectFrom('mark')
      .innerJoin('session', 'session.id', 'mark.session_id')
      .innerJoin('programme_group as g', 'g.id', 'session.group_id')
      .innerJoin('mark_code', 'mark_code.id', 'mark.code')
      .innerJoin('person', 'person.id', 'mark.person_id')
      .leftJoin('enrolment', (join) =>
        join.onRef('enrolment.person_id', '=', 'person.id').onRef('enrolment.group_id', '=', 'g.id'),
      ) // prettier-ignore
      .select(['mark.person_id', 'person.family_id', 'session.starts_at', 'session.register_completed_at'])
      .select(['session.mode', 'g.mode as group_mode', 'mark_code.attended', 'enrolment.role'])
      .execute(),
  )
  const inYear = marks.filter(({ starts_at: at }) => at.slice(0, 10) >= THE_YEAR.from && at.slice(0, 10) <= THE_YEAR.to) // prettier-ignore
  expect(attendance.length).toBe(inYear.length)
  const came = inYear.filter(
    (mark) =>
      mark.attended === 1 &&
      mark.register_completed_at !== null &&
      mark.role !== 'volunteer' &&
      (mark.mode ?? mark.group_mode) !== 'materials',
  )
  expect(came.length).toBeGreaterThan(100)
  expect(attendance.filter((row) => row['Counts as attendance'] === 'Yes').length).toBe(came.length)
  expect(about.get('Attendances')).toBe(came.length)
  expect(about.get('People who came')).toBe(new Set(came.map((mark) => mark.person_id)).size)
  expect(about.get('Families who came')).toBe(new Set(came.flatMap((mark) => mark.family_id ?? [])).size)
  for (const { name, rows } of sheets) expect([name, about.get(`Rows in ${name}`)]).toEqual([name, rows])
})

test('the county workbook has no telephone number, address, Mosaic number or note', async () => {
  const county = await aCounty('sample')
  const { path } = await aCountyFile(county, 'countyWorkbook')
  const bytes = unpacked(path)
  const people = await putRows(county, (tx) => tx.selectFrom('person').selectAll().execute())
  for (const secret of people.flatMap(({ phone, mosaic_id, address, allergies }) => [
    phone,
    mosaic_id,
    address,
    allergies,
  ]))
    // prettier-ignore
    if (secret !== null && secret.length > 3) expect(bytes.includes(secret) ? secret : '').toBe('')
})

test('a filter lets in the sessions of one building and nobody else', async () => {
  const county = await aCounty('sample')
  const [building] = await county.api.buildings.list({})
  const { path } = await aCountyFile(county, 'countyWorkbook', { buildingIds: [building?.id] })
  const sessions = await sheetRows(path, 'Sessions')
  expect(sessions.length).toBeGreaterThan(0)
  expect(new Set(sessions.map((row) => row['Building']))).toEqual(new Set([building?.name]))
})

test('in no byte of long tables stands a name, a date of birth, a number or a word of a family’s', async () => {
  const county = await aCounty('sample')
  const { path } = await aCountyFile(county, 'longTables')
  const bytes = unpacked(path)
  const people = await putRows(county, (tx) => tx.selectFrom('person').leftJoin('family', 'family.id', 'person.family_id').selectAll('person').select('family.name as family').execute()) // prettier-ignore
  const goals = await putRows(county, (tx) => tx.selectFrom('goal').select('text').execute())
  const groups = await putRows(county, (tx) => tx.selectFrom('programme_group').select(['name', 'id']).execute()) // prettier-ignore
  const secrets = [
    ...people.flatMap((one) => [one.id, one.phone, one.mosaic_id, one.address, one.postcode, one.allergies, one.email, one.family, `${one.first_name} ${one.last_name}`]), // prettier-ignore
    ...people.map((one) => one.date_of_birth),
    ...people.map((one) => one.last_name),
    ...goals.map((goal) => goal.text),
    ...groups.flatMap((group) => [group.id, group.name]),
  ]
  // Words that the dictionary and the names of buildings have in common with somebody are not theirs.
  const ours = unpacked((await aCountyFile(county, 'longTables', { from: '2001-01-01', to: '2001-01-02' })).path) // prettier-ignore
  const places = (await county.api.buildings.list({})).map((one) => one.name).join(' ')
  const wordsOf = (text: string) => new Set(text.split(/[^\p{L}\p{N}'-]+/u))
  const [words, known] = [wordsOf(bytes), wordsOf(`${ours} ${places}`)]
  const stands = (secret: string) => (/^[\p{L}\p{N}'-]+$/u.test(secret) ? words.has(secret) : bytes.includes(secret)) // prettier-ignore
  const told = [...new Set(secrets)].filter((secret) => secret !== null && secret.length > 2 && !known.has(secret) && stands(secret)) // prettier-ignore
  expect(told).toEqual([])
})

test('no cell of long tables is a day of birth', async () => {
  const county = await aCounty('sample')
  const { path } = await aCountyFile(county, 'longTables')
  for (const row of await sheetRows(path, 'people')) {
    expect(Object.keys(row)).toEqual(['person_id', 'family_id', 'age', 'locality'])
    expect(row['age'] === null || Number.isInteger(row['age'])).toBe(true)
  }
})

test('the order of the rows of long tables tells nothing of the order of names', async () => {
  const county = await aCounty('sample')
  const { path } = await aCountyFile(county, 'longTables')
  const within = { attendance: ['session_id'], enrolments: ['group_id'], readings: ['group_id', 'taken_on'] }
  for (const [name, keys] of Object.entries(within)) {
    const rows = await sheetRows(path, name)
    const together = Map.groupBy(rows, (row) => keys.map((key) => String(row[key])).join(' '))
    expect(Math.max(...[...together.values()].map((some) => some.length))).toBeGreaterThan(3)
    for (const some of together.values()) {
      const people = some.map((row) => String(row['person_id']))
      expect(people).toEqual(people.toSorted())
    }
  }
})

test('pseudonyms are the same throughout a file, and of two files none is the same', async () => {
  const county = await aCounty('sample')
  const first = await aCountyFile(county, 'longTables')
  const second = await aCountyFile(county, 'longTables')
  const ids = async (path: string, name: string) =>
    new Set((await sheetRows(path, name)).map((row) => row['person_id']))
  const people = await ids(first.path, 'people')
  expect(people.size).toBeGreaterThan(20)
  for (const name of ['attendance', 'enrolments', 'readings'])
    expect([...(await ids(first.path, name))].every((id) => people.has(id))).toBe(true)
  expect([...(await ids(second.path, 'people'))].filter((id) => people.has(id))).toEqual([])
  expect((await ids(second.path, 'people')).size).toBe(people.size)
})

test('the keys of long tables name everybody in them, are a file of their own, and are in the audit trail', async () => {
  const county = await aCounty('sample')
  const { path, fileId } = await aCountyFile(county, 'longTables')
  const keys = aPath(county, 'xlsx')
  county.setNow('2026-11-23T09:01:00.000Z')
  await county.api.exports.longTableKeys({ fileId, grant: county.grant(keys) })
  const people = new Set((await sheetRows(path, 'people')).map((row) => row['person_id']))
  const named = await sheetRows(keys, 'Keys')
  expect(new Set(named.map((row) => row['person_id']))).toEqual(people)
  expect(named.every((row) => typeof row['Name'] === 'string' && row['Name'].length > 1)).toBe(true)
  const [entry] = await county.api.audit.list({})
  expect(entry).toMatchObject({ operation: 'exports.longTableKeys' })
  const [made] = await county.api.exports.filesMade({})
  expect(made).toMatchObject({ kind: 'keys', sheets: [{ name: 'Keys', rows: people.size }] })
})

test('keys are made of long tables only, and by those who may make files of the county', async () => {
  const county = await aCounty()
  const fileId = fileMadeId.parse('01890000-0000-7000-8000-000000000000')
  const grant = county.grant(aPath(county, 'xlsx'))
  await expect(county.api.exports.longTableKeys({ fileId, grant })).rejects.toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
  const facilitator = await county.as('facilitator')
  await expect(facilitator.exports.longTableKeys({ fileId, grant })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
  await expect(facilitator.exports.longTables({ ...THE_YEAR, grant })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
  await expect(facilitator.exports.countyWorkbook({ ...THE_YEAR, grant })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
  expect(files(county)).toEqual([])
})

test('a small programme and a sensitive one are flagged', async () => {
  const county = await aCounty('sample')
  const { path } = await aCountyFile(county, 'longTables')
  const programmes = await sheetRows(path, 'programmes')
  expect(new Set(programmes.map((row) => row['sensitive']))).toEqual(new Set(['Yes', 'No']))
  for (const row of programmes) expect(row['small']).toBe(Number(row['people']) < 5 ? 'Yes' : 'No')
})

test('stopped half way, a county workbook leaves no file, no half file and no entry', async () => {
  const county = await aCounty('sample')
  const before = await county.api.audit.list({})
  const input = { ...THE_YEAR, grant: county.grant(aPath(county, 'xlsx')) }
  const heard: number[] = []
  const progress = ({ done, words }: { done: number; words: string }) => {
    if (words !== 'Writing the file' || done === 0) return
    heard.push(done)
    county.host.cancel(county.session, 'the file')
  }
  const reply = await county.host.call(county.session, 'exports', 'countyWorkbook', input, { call: 'the file', progress }) // prettier-ignore
  expect(reply).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  expect(heard.length).toBe(1)
  expect(files(county)).toEqual([])
  expect(await county.api.audit.list({})).toEqual(before)
})

test('a file reads one moment: what is saved while it is written is saved at once, and is not in it', async () => {
  const county = await aCounty('sample')
  county.setNow(NOW)
  const input = { ...THE_YEAR, grant: county.grant(aPath(county, 'xlsx')) }
  let saved: Promise<unknown> | null = null
  let took = Infinity
  const progress = ({ words }: { words: string }) => {
    if (words !== 'Writing the file' || saved !== null) return
    const start = performance.now()
    saved = county.api.settings.update({ serviceName: 'Changed meanwhile', buildingWord: 'Hub' })
      .then(() => (took = performance.now() - start)) // prettier-ignore
  }
  const reply = await county.host.call(county.session, 'exports', 'countyWorkbook', input, { call: 'it', progress }) // prettier-ignore
  expect(reply).toMatchObject({ ok: true })
  await saved
  expect(took).toBeLessThan(2_000)
})
