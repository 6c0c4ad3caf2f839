import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { root } from '../../scripts/lib/project.mjs'
import { expect, test } from '../support/gather-app.ts'
import { callBridge } from '../support/page-calls.ts'

const ADA = { name: 'Ada Example', passphrase: 'three plain words' }

/** Ends the data process as a fault in it would: at once, and without a word. */
async function killDataProcess(electron: ElectronApplication): Promise<void> {
  const pid = await electron.evaluate(
    ({ app }) => app.getAppMetrics().find((each) => each.name === 'Gather data')?.pid,
  )
  if (pid === undefined) throw new Error('There is no data process.')
  process.kill(pid, 'SIGKILL')
}

test('when the data process ends, the sign-in comes at once and what was being typed is kept', async ({
  launch,
}) => {
  const { electron, page } = await launch()
  await callBridge(page, 'invoke', 'county', 'create', { ...ADA, contents: 'empty' })
  await page.reload()
  await page.getByRole('button', { name: 'your menu' }).click()
  await page.getByRole('menuitem', { name: 'Change your passphrase' }).click()
  await page.getByLabel('Passphrase now').fill('half a thought')

  await killDataProcess(electron)

  const lock = page.getByRole('dialog', { name: 'Sign in again' })
  await lock.getByLabel('Your name').fill(ADA.name)
  await lock.getByLabel('Passphrase', { exact: true }).fill(ADA.passphrase)
  await lock.getByRole('button', { name: 'Sign in' }).click()
  await expect(lock).toBeHidden()
  await expect(page.getByLabel('Passphrase now')).toHaveValue('half a thought')
})

test('a workbook asked for just before the window is closed is made whole', async ({ launch }) => {
  const app = await launch()
  const { page, data } = app
  await callBridge(page, 'invoke', 'county', 'create', { ...ADA, contents: 'sample' })
  const path = join(data, 'group.xlsx')
  await app.answerSave(path)
  await page.evaluate(async () => {
    const { bridge } = window
    const groups = await bridge.invoke('groups', 'list', {})
    const [group] = groups.ok && Array.isArray(groups.value) ? groups.value : []
    const filters = [{ name: 'Workbook', extensions: ['xlsx'] }]
    const place = await bridge.native('saveFile', { title: '', suggestedName: 'group.xlsx', filters })
    // Not waited for.
    void bridge.invoke('exports', 'groupWorkbook', { groupId: group?.id, grant: place?.grant })
  })
  await app.close()
  expect(readdirSync(data).filter((name) => name.includes('xlsx'))).toEqual(['group.xlsx'])
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
})

test('what the command line writes stands in the open window within moments', async ({ launch }) => {
  const { page, data } = await launch()
  await callBridge(page, 'invoke', 'county', 'create', { ...ADA, contents: 'empty' })
  await page.reload()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Staff' }).click()
  const input = JSON.stringify({ name: 'Grace Example', email: null, stream: 'family' })
  const file = join(data, 'gather.db')
  const ran = spawnSync(
    process.execPath,
    [join(root, 'db', 'cli.ts'), 'staff.create', input, '--db', file, '--as', ADA.name],
    { encoding: 'utf8', env: { ...process.env, GATHER_PASSPHRASE: ADA.passphrase } },
  )
  expect(ran.stderr).toBe('')
  await expect(page.getByText('Grace Example')).toBeVisible()
})
