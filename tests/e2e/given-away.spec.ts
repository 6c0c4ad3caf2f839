import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/gather-app.ts'
import { aPlan, aProgramme, aWorker } from '../support/group-factories.ts'
import { canReadPdf, says, sheetsOf } from '../support/read-paper.ts'
import { at } from '../support/register-factories.ts'
import type { Api } from '../support/test-county.ts'
import { aCountyWithRooms, goTo } from '../support/window-api.ts'

const TODAY = '2026-11-24'
let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Mia came to today's session of a sensitive group that goes by another name on doors, and the register is complete. */
async function aGroupThatMet(api: Api, roomId: Parameters<typeof aPlan>[1]) {
  const leader = await aWorker({ api })
  const programme = await aProgramme({ api }, { name: 'Stepping stones', publicTitle: 'Tuesday group', sensitive: true }) // prettier-ignore
  const group = await api.groups.plan(aPlan(programme.id, roomId, { firstDate: TODAY, name: 'Stepping stones, autumn', facilitatorIds: [leader.id] })) // prettier-ignore
  const mia = await api.people.create({ firstName: 'Mia', lastName: 'Patel', dateOfBirth: '2015-03-12', mosaicId: '00123', address: '9 Secret Road', family: { kind: 'none' } }) // prettier-ignore
  await api.enrolments.enrol({ groupId: group.id, personId: mia.id, status: 'enrolled', onDate: '2026-11-01' }) // prettier-ignore
  const sessionId = at(group.sessions, 0).id
  await api.registers.mark({ sessionId, personId: mia.id, code: 'P' })
  await api.registers.complete({ sessionId })
  return { group, mia }
}

test('what is given away: a record without what a parent must not read, certificates without the programme, rows in the council’s columns', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  const { api, hall } = await aCountyWithRooms(page)
  const { group, mia } = await aGroupThatMet(api, hall.id)

  await goTo(page, `/people/${mia.id}`)
  await page.getByRole('button', { name: 'Make their record…' }).click()
  const record = page.getByRole('dialog', { name: 'The record of Mia Patel' })
  await record.getByText('A parent or carer').click()
  await expect(record.getByRole('checkbox', { name: 'Where they live and how to reach them' })).not.toBeChecked() // prettier-ignore
  await expectAccessible(page)
  await app.screenshot('record-dialog')
  const recordPath = join(folder, 'record.pdf')
  await app.answerSave(recordPath)
  await record.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(page.getByText('Saved record.pdf')).toBeVisible({ timeout: 30_000 })
  if (canReadPdf) {
    expect(says(recordPath, 'Mia Patel')).toBe(true)
    for (const word of ['Secret Road', 'Stepping', 'Tuesday group']) expect([word, says(recordPath, word)]).toEqual([word, false]) // prettier-ignore
  }

  await goTo(page, `/groups/${group.id}`)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Certificates…' }).click()
  const certificates = page.getByRole('dialog', { name: 'Certificates' })
  await expect(certificates.getByText('Nobody yet, so there is nothing to print.')).toBeVisible()
  await certificates.getByText('Those who came often enough').click()
  await expect(certificates.getByText('1 certificate')).toBeVisible()
  await expectAccessible(page)
  await app.screenshot('certificates-dialog')
  const certificatePath = join(folder, 'certificates.pdf')
  await app.answerSave(certificatePath)
  await certificates.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(page.getByText('Saved certificates.pdf')).toBeVisible({ timeout: 30_000 })
  expect(sheetsOf(certificatePath)).toBe(1)
  if (canReadPdf) expect([says(certificatePath, 'Tuesday group'), says(certificatePath, 'Stepping')]).toEqual([true, false]) // prettier-ignore
  await goTo(page, `/print/certificates/${group.id}/1`)
  await expect(page.getByRole('heading', { name: 'Mia Patel' })).toBeVisible()
  await app.screenshot('paper-certificate')

  await goTo(page, '/reports')
  await page.getByRole('link', { name: /What goes over to Synergy and Mosaic/ }).click()
  await page.getByRole('button', { name: 'Start with the usual columns for Synergy' }).click()
  await expect(page.getByLabel('Heading 1', { exact: true })).toHaveValue('Mosaic ID')
  await page.getByLabel('Heading 1', { exact: true }).fill('Person')
  await expectAccessible(page)
  await app.screenshot('handover-layout')
  await page.getByRole('button', { name: 'Add the layout' }).click()
  await expect(page.getByText('Added Attendance for Synergy')).toBeVisible()
  await page.getByLabel('From', { exact: true }).fill('01/11/2026')
  await page.getByLabel('To', { exact: true }).fill('30/11/2026')
  await page.getByLabel('Sensitive programmes too').check()
  const csv = join(folder, 'handover.csv')
  await app.answerSave(csv)
  await page.getByRole('button', { name: 'Make the file' }).click()
  await expect(page.getByText('Saved handover.csv')).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page)
  await app.screenshot('handover')
  const rows: string[][] = parse(readFileSync(csv), { bom: true })
  const [heads, row] = rows
  expect(heads?.[0]).toBe('Person')
  expect(row?.slice(0, 2)).toEqual(['00123', 'Patel'])
})
