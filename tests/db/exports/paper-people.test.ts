import { expect, test } from 'vitest'
import { paperCode } from '../../../shared/exports/paper-code.rules.ts'
import { alertNoteId } from '../../../shared/ids.ts'
import { newIdAt } from '../../../db/new-id.ts'
import { aBuilding, aRoom } from '../../support/booking-factories.ts'
import { aGroup, aProgramme, aWorker } from '../../support/group-factories.ts'
import { theCsv, theWorkbook } from '../../support/export-factories.ts'
import { anAdultOf, knownOf } from '../../support/paper-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, NOW } from '../../support/test-county.ts'

const TODAY = '2026-11-23'
const newId = newIdAt(new Date(NOW))

test('a register on paper has the order and the numbers of the screen, with walk-ins', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const sessionId = at(sessions, 0)
  await county.api.registers.mark({ sessionId, personId: at(people, 1), code: 'P' })
  const { id } = await aPerson(county, { lastName: 'Aaron' })
  await county.api.registers.addWalkIn({ sessionId, who: { kind: 'known', personId: id } })
  const screen = await county.api.registers.open({ sessionId })
  const paper = await county.api.exports.registerPaper({ sessionId })
  expect(paper.rows.map((row) => [row.number, row.name])).toEqual(screen.rows.map((row) => [row.number, row.name])) // prettier-ignore
  expect(paper.rows.map((row) => row.mark)).toEqual([null, 'P', null, 'P'])
  expect(paper.code).toBe(paperCode(sessionId))
})

test('paper says allergies and collection, and nothing else that is sensitive: no number, no alert’s words', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county, { people: ['Ahmed'] })
  const person = at(people, 0)
  await knownOf(county, person, { phone: '0116 496 0009', safe_to_call: 'yes', address: '9 Secret Road', allergies: 'Peanuts', alert: 1 }) // prettier-ignore
  await anAdultOf(county, person, { name: 'Asha Ahmed', may_collect: 'yes', phone: '0116 496 0008' })
  await anAdultOf(county, person, { name: 'Dev Ahmed', may_collect: 'no', relation: 'Father' })
  await putRows(county, (tx) => tx.insertInto('alert_note').values({ id: newId(alertNoteId), person_id: person, note: 'Secret words', on_date: TODAY, until_date: null, written_by: county.session.actor?.id ?? ('' as never), version: 1 }).execute()) // prettier-ignore
  const paper = await county.api.exports.registerPaper({ sessionId: at(sessions, 0) })
  expect(paper.rows).toMatchObject([{ alert: true, allergies: 'Peanuts', mayCollect: ['Asha Ahmed'], mustNotCollect: true }]) // prettier-ignore
  expect(JSON.stringify(paper)).not.toMatch(/0116|Secret|Dev/)
})

test('an adult whom a child must not meet is named nowhere as one who may collect them', async () => {
  const { county, building, date, first } = await aBusyBuilding()
  const { id: personId } = first.child
  const sessionId = at(first.group.sessions, 0).id
  const ron = await aPerson(county, { firstName: 'Ron', dateOfBirth: '1990-01-01' })
  await anAdultOf(county, personId, { adult_id: ron.id, may_collect: 'yes' })
  const told = async () => {
    const paper = at((await county.api.exports.registerPaper({ sessionId })).rows, 0)
    const sheet = at(at((await county.api.exports.contactSheets({ date, buildingId: building.id })), 0).sessions, 0) // prettier-ignore
    const { mayCollect } = await county.api.people.peek({ personId, sessionId })
    const ofSheet = at(sheet.people, 0)
    return [paper.mayCollect, paper.mustNotCollect, ofSheet.mayCollect, ofSheet.mustNotCollect, mayCollect.map((one) => one.name)] // prettier-ignore
  }
  expect(await told()).toEqual([['Ron Patel'], false, ['Ron Patel'], false, ['Ron Patel']])
  await county.api.people.addMustNotMeet({ id: personId, otherId: ron.id, reason: 'A court order', onDate: '2026-11-20' }) // prettier-ignore
  expect(await told()).toEqual([[], true, [], true, []])
})

test('every paper of a sensitive group is headed by its public title alone', async () => {
  const county = await aCounty()
  const programme = await aProgramme(county, { name: 'Safe at last', publicTitle: 'Tuesday group', sensitive: true }) // prettier-ignore
  const group = await aGroup(county, { programmeId: programme.id, name: 'Safe at last, winter', publicTitle: 'Tuesday group' }) // prettier-ignore
  const sessionId = at(group.sessions, 0).id
  const { api } = county
  const papers = [await api.exports.registerPaper({ sessionId }), await api.exports.signInSheet({ sessionId }), await api.exports.nameLabels({ sessionId }), await api.exports.contactSheets({ date: '2026-12-01' })] // prettier-ignore
  for (const paper of papers) expect(JSON.stringify(paper)).not.toContain('Safe at last')
  expect(JSON.stringify(papers.at(-1))).toContain('Tuesday group')
})

test('a family signs in together, and the sheet at the door has nothing but names', async () => {
  const county = await aCounty()
  const { groupId, sessions } = await aRegister(county, { people: ['Brown'] })
  const mother = await aPerson(county, { firstName: 'Asha', lastName: 'Ali', dateOfBirth: '1990-01-01', family: { kind: 'new', name: 'Ali' }, allergies: 'Latex' }) // prettier-ignore
  const child = await aPerson(county, { firstName: 'Zoe', lastName: 'Young', family: { kind: 'existing', id: mother.familyId ?? ('' as never) } }) // prettier-ignore
  for (const { id } of [mother, child]) await enrol(county, groupId, id)
  const sheet = await county.api.exports.signInSheet({ sessionId: at(sessions, 0) })
  expect(sheet.families.map((one) => one.people)).toEqual([['Asha Ali', 'Zoe Young'], ['Sam Brown']])
  expect(JSON.stringify(sheet)).not.toContain('Latex')
})

test('labels are of first names, by what each is known as; last names only where they were asked for', async () => {
  const county = await aCounty()
  const { groupId, sessions } = await aRegister(county, { people: ['Brown'] })
  await enrol(county, groupId, (await aPerson(county, { firstName: 'Amelia', knownAs: 'Mia' })).id)
  const sessionId = at(sessions, 0)
  const { labels } = await county.api.exports.nameLabels({ sessionId })
  expect(labels).toEqual([
    { firstName: 'Sam', lastName: null },
    { firstName: 'Mia', lastName: null },
  ])
  const whole = await county.api.exports.nameLabels({ sessionId, lastNames: true })
  expect(whole.labels.map((one) => one.lastName)).toEqual(['Brown', 'Patel'])
})

/** Two groups in one building on Tuesday 1 December, each with a child. */
async function aBusyBuilding() {
  const county = await aCounty()
  const building = await aBuilding(county)
  const programmeId = (await aProgramme(county)).id
  const groups = []
  for (const [name, startTime, endTime] of [['Later', '13:00', '14:00'], ['First', '10:00', '11:00']] as const) {
    const room = await aRoom(county, { name: `${name} room`, buildingId: building.id })
    const leader = await aWorker(county, `${name} leader`)
    const group = await aGroup(county, { name, publicTitle: name, programmeId, roomId: room.id, startTime, endTime, facilitatorIds: [leader.id] }) // prettier-ignore
    const child = await aPerson(county, { firstName: name, dateOfBirth: '2019-01-01', phone: '0116 496 0001' })
    await enrol(county, group.id, child.id, '2026-11-01')
    groups.push({ group, child })
  } // prettier-ignore
  const [later, first] = groups
  if (!later || !first) throw new Error('There should be two groups.')
  return { county, building, later, first, date: '2026-12-01' }
}

test('the contact sheet of a building has all its groups of the day by time, who works there, and who is expected', async () => {
  const { county, building, date } = await aBusyBuilding()
  const sheets = await county.api.exports.contactSheets({ date, buildingId: building.id })
  expect(sheets).toHaveLength(1)
  expect(sheets[0]?.sessions.map((one) => [one.publicTitle, one.roomName, one.adults.map((a) => a.name), one.people.map((p) => p.name)])).toEqual([
    ['First', 'First room', ['First leader'], ['First Patel']],
    ['Later', 'Later room', ['Later leader'], ['Later Patel']],
  ]) // prettier-ignore
})

test('a number is on the contact sheet only where somebody said that calling it is safe', async () => {
  const { county, building, date, first, later } = await aBusyBuilding()
  await knownOf(county, first.child.id, { safe_to_call: 'yes', allergies: 'Bees', access_needs: 'Ramp' })
  await knownOf(county, later.child.id, { safe_to_call: 'no', phone: '0116 496 0666' })
  const sheets = await county.api.exports.contactSheets({ date, buildingId: building.id })
  const people = sheets.flatMap((sheet) => sheet.sessions.flatMap((one) => one.people))
  expect(people.map((one) => [one.allergies, one.accessNeeds, at(one.contacts, 0).phone, at(one.contacts, 0).why])).toEqual([
    ['Bees', 'Ramp', '0116 496 0001', null],
    [null, null, null, 'Not safe to call.'],
  ]) // prettier-ignore
  expect(JSON.stringify(sheets)).not.toContain('0666')
})

test('nobody who must not collect a child, or whom they must not meet, is on the contact sheet to be rung', async () => {
  const { county, building, date, first, later } = await aBusyBuilding()
  const all = { date_of_birth: '1990-01-01', safe_to_call: 'yes', phone: '0116 496 0777' } as const
  const barred = await aPerson(county, { firstName: 'Dev' })
  const apart = await aPerson(county, { firstName: 'Ron' })
  for (const { id } of [barred, apart]) await knownOf(county, id, all)
  await anAdultOf(county, first.child.id, { adult_id: barred.id, emergency: 1, may_collect: 'no' })
  await anAdultOf(county, first.child.id, { adult_id: apart.id, emergency: 2 })
  await county.api.people.addMustNotMeet({ id: first.child.id, otherId: apart.id, reason: 'A court order', onDate: '2026-11-20' }) // prettier-ignore
  const { familyId } = await county.api.people.moveToFamily({ id: later.child.id, version: 1, family: { kind: 'new', name: 'Patel' } }) // prettier-ignore
  await knownOf(county, apart.id, { family_id: familyId })
  const sheets = () => county.api.exports.contactSheets({ date, buildingId: building.id })
  expect(JSON.stringify(await sheets())).toContain('0777')
  await county.api.people.addMustNotMeet({ id: apart.id, otherId: later.child.id, reason: 'A court order', onDate: '2026-11-20' }) // prettier-ignore
  const told = JSON.stringify(await sheets())
  for (const word of ['0777', 'Dev', 'Ron', 'court']) expect(told).not.toContain(word)
  expect(at(at(await sheets(), 0).sessions, 0).people).toMatchObject([{ mustNotCollect: true }])
})

test('who is called off, elsewhere, or rung at home is not on the sheet; volunteers in the building are', async () => {
  const { county, building, date, first, later } = await aBusyBuilding()
  const helper = await aPerson(county, { firstName: 'Hal', dateOfBirth: '1990-01-01' })
  await enrol(county, first.group.id, helper.id, '2026-11-01')
  await putRows(county, async (tx) => {
    await tx.updateTable('enrolment').set({ role: 'volunteer' }).where('person_id', '=', helper.id).execute()
    await tx.updateTable('session').set({ did_not_run: 1 }).where('group_id', '=', later.group.id).execute()
  })
  const sheet = at(await county.api.exports.contactSheets({ date, buildingId: building.id }), 0)
  expect(sheet.sessions.map((one) => one.people.map((p) => [p.name, p.role]))).toEqual([
    [['First Patel', 'child'], ['Hal Patel', 'volunteer']],
  ]) // prettier-ignore
  const elsewhere = await aBuilding(county, 'Elsewhere')
  expect(await county.api.exports.contactSheets({ date, buildingId: elsewhere.id })).toMatchObject([{ sessions: [] }]) // prettier-ignore
  expect((await county.api.exports.contactSheets({ date })).map((one) => one.buildingId)).toEqual([building.id]) // prettier-ignore
})

test('an assistant prints the contact sheet of their own buildings, and who sees no people prints none', async () => {
  const { county, building, date } = await aBusyBuilding()
  const elsewhere = await aBuilding(county, 'Elsewhere')
  const own = await county.as('assistant', { name: 'Own', buildingIds: [building.id] })
  const other = await county.as('assistant', { name: 'Other', buildingIds: [elsewhere.id] })
  const facilities = await county.as('facilities')
  const refused = { code: 'NOT_ALLOWED' }
  expect(await own.exports.contactSheets({ date, buildingId: building.id })).toHaveLength(1)
  await expect(other.exports.contactSheets({ date, buildingId: building.id })).rejects.toMatchObject(refused)
  expect(await other.exports.contactSheets({ date })).toEqual([])
  await expect(facilities.exports.contactSheets({ date })).rejects.toMatchObject(refused)
})

test('who may see no people gets no paper with people on it, by whatever way they ask', async () => {
  const county = await aCounty()
  const { groupId, sessions } = await aRegister(county)
  const sessionId = at(sessions, 0)
  const { exports } = await county.as('facilities')
  const asked = [
    () => exports.registerPaper({ sessionId }),
    () => exports.signInSheet({ sessionId }),
    () => exports.nameLabels({ sessionId }),
    () => exports.contactSheets({ date: TODAY }),
    () => exports.reachList({ groupId, way: 'text' }),
  ]
  for (const ask of asked) await expect(ask()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})

test('each paper with names is in the audit trail', async () => {
  const county = await aCounty()
  const { groupId, sessions } = await aRegister(county)
  const sessionId = at(sessions, 0)
  const { exports } = county.api
  await exports.registerPaper({ sessionId })
  await exports.signInSheet({ sessionId })
  await exports.nameLabels({ sessionId })
  await exports.contactSheets({ date: TODAY })
  await exports.reachList({ groupId, way: 'text' })
  const trail = await county.api.audit.list({ limit: 5 })
  expect(trail.map((one) => one.operation)).toEqual(['exports.reachList', 'exports.contactSheets', 'exports.nameLabels', 'exports.signInSheet', 'exports.registerPaper']) // prettier-ignore
})

test('a text list has a number only for those it is safe to text; the others are named with the reason', async () => {
  const county = await aCounty()
  const { groupId, people } = await aRegister(county)
  await knownOf(county, at(people, 0), { phone: '07700 900001', safe_to_text: 'yes' })
  await knownOf(county, at(people, 1), { phone: '07700 900002', safe_to_text: 'no', safe_to_call: 'yes' })
  await knownOf(county, at(people, 2), { phone: '07700 900003' })
  const { rows } = await county.api.exports.reachList({ groupId, way: 'text' })
  expect(rows.map((row) => [row.name, row.to, row.leftOutBecause])).toEqual([
    ['Sam Ahmed', '07700 900001', null],
    ['Sam Brown', null, 'Not safe to text.'],
    ['Sam Clarke', null, 'Nobody has asked whether it is safe to text.'],
  ])
})

test('a letter about a child goes to the adult with responsibility for whom it is safe, at an address with its postcode', async () => {
  const county = await aCounty()
  const { groupId, people } = await aRegister(county, { people: ['Ahmed'] })
  const mother = await aPerson(county, { firstName: 'Asha', lastName: 'Ahmed', dateOfBirth: '1990-01-01' })
  await knownOf(county, mother.id, { address: '1 High Street', postcode: 'LE18 1AA', safe_to_write: 'yes' })
  await anAdultOf(county, at(people, 0), { adult_id: mother.id })
  const { rows } = await county.api.exports.reachList({ groupId, way: 'write' })
  expect(rows).toMatchObject([{ toName: 'Asha Ahmed', to: '1 High Street, LE18 1AA', leftOutBecause: null }])
})

test('a letter about a child never goes to an adult who must not collect them, or whom they must not meet', async () => {
  const county = await aCounty()
  const { groupId, people } = await aRegister(county, { people: ['Ahmed'] })
  const child = at(people, 0)
  const father = await aPerson(county, { firstName: 'Dev', lastName: 'Ahmed', dateOfBirth: '1990-01-01' })
  const mother = await aPerson(county, { firstName: 'Asha', lastName: 'Ahmed', dateOfBirth: '1990-01-01' })
  await knownOf(county, father.id, { address: '9 Far Street', phone: '07700 900777', safe_to_write: 'yes', safe_to_text: 'yes' }) // prettier-ignore
  await knownOf(county, mother.id, { address: '1 High Street' })
  await anAdultOf(county, child, { adult_id: father.id, relation: 'Father', may_collect: 'no' })
  await anAdultOf(county, child, { adult_id: mother.id })
  const reached = async () => at((await county.api.exports.reachList({ groupId, way: 'write' })).rows, 0)
  expect(await reached()).toMatchObject({ to: null, leftOutBecause: 'Nobody has asked whether it is safe to write.' }) // prettier-ignore
  await knownOf(county, mother.id, { safe_to_write: 'yes' })
  expect(await reached()).toMatchObject({ toName: 'Asha Ahmed', to: '1 High Street' })
  await county.api.people.addMustNotMeet({ id: mother.id, otherId: child, reason: 'A court order', onDate: '2026-11-20' }) // prettier-ignore
  expect(await reached()).toMatchObject({ to: null, leftOutBecause: 'Nobody has asked whether it is safe to write.' }) // prettier-ignore
  // What one of them said no to still stands for the home.
  await knownOf(county, father.id, { safe_to_write: 'no' })
  expect(await reached()).toMatchObject({ to: null, leftOutBecause: 'Not safe to write to.' })
})

test('a list file has whom to write to, and the others below it with the reason; what could be a formula is text', async () => {
  const county = await aCounty()
  const { groupId, people } = await aRegister(county, { people: ['Ahmed', '=HYPERLINK("x")'] })
  await knownOf(county, at(people, 0), { phone: '07700 900001', safe_to_text: 'no' })
  await knownOf(county, at(people, 1), { phone: '+44 7700 900002', safe_to_text: 'yes' })
  const asked = { list: 'reach', groupId, way: 'text' } as const
  const csv = await theCsv(county, asked)
  expect(csv.map((row) => row.slice(0, 5))).toEqual([
    ['Name', 'Family', 'Goes to', 'Mobile number', 'Left out because'],
    ['Sam =HYPERLINK("x")', '', 'Sam =HYPERLINK("x")', expect.stringContaining('7700 900002'), ''],
    ['Sam Ahmed', '', '', '', 'Not safe to text.'],
  ])
  expect(csv[1]?.[3]?.startsWith('+')).toBe(false)
  const { list, about } = await theWorkbook(county, asked)
  expect(list.getCell(2, 4).formula).toBeUndefined()
  expect(list.getCell(2, 4).value).toBe('+44 7700 900002')
  expect(about.get('List')).toBe('Text list')
  expect(JSON.stringify(csv)).not.toContain('900001')
  const assistant = await county.as('assistant')
  await expect(theCsv(county, asked, assistant)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})

test('a list of those waiting is of those who wait today, and of nobody else', async () => {
  const county = await aCounty()
  const { groupId } = await aRegister(county, { people: ['Ahmed'] })
  const waiting = await aPerson(county, { lastName: 'Waits' })
  await county.api.enrolments.enrol({
    groupId,
    personId: waiting.id,
    status: 'waiting',
    onDate: '2026-11-01',
  })
  const { rows } = await county.api.exports.reachList({ groupId, way: 'write', status: 'waiting' })
  expect(rows.map((row) => row.name)).toEqual(['Mia Waits'])
})
