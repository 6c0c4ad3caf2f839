import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { createHost } from '../../db/host.ts'
import { registerSchema } from '../../shared/registers/registers.contract.ts'
import { expect, test } from '../support/gather-app.ts'
import { aRegisterOnDisk, signInTo } from '../support/register-on-disk.ts'
import { PASSPHRASE } from '../support/test-county.ts'

/** When the program is killed, in milliseconds after the first key; drawn once, so that a failure can be had again. */
const SEED = 20_261_124
const KILLS = 4
const LETTERS = 'plpanpelpopn'

const random = (n: number) => {
  let state = SEED
  for (let step = 0; step <= n; step++) state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
  return state / 2 ** 32
}

/** The rows that the screen shows as saved, by their numbers: what a person would rely on. */
const shownAsSaved = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[role="grid"] tbody tr')].flatMap((row, at) => {
      const words = row.querySelector('[data-saving="false"]:not([data-tone="none"])')
      return words === null ? [] : [[at, words.firstElementChild?.textContent ?? ''] as const]
    }),
  )

/** Every process of the program, at once and without a word: a plug that is pulled. */
async function kill(electron: ElectronApplication): Promise<void> {
  const pids = await electron.evaluate(({ app }) => app.getAppMetrics().map((one) => one.pid))
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone with the one before.
    }
  }
}

/** The letters in the file, row by row, as the next start of the program finds them. */
async function lettersOnDisk(data: string, sessionId: string): Promise<string[]> {
  const now = () => new Date('2026-11-24T10:00:00Z')
  const host = await createHost({ file: join(data, 'gather.db'), version: '0', now, log: () => undefined })
  const session = host.openSession({ take: () => null })
  await host.call(session, 'users', 'signIn', { name: 'Jo Patel', passphrase: PASSPHRASE })
  const reply = await host.call(session, 'registers', 'open', { sessionId })
  await host.close()
  if (!reply.ok) throw new Error(reply.error.message)
  return registerSchema.parse(reply.value).rows.map((row) => row.mark?.code ?? '')
}

for (let n = 0; n < KILLS; n++) {
  const after = Math.floor(random(n) * 900)
  test(`killed ${after} ms into the typing, every mark that the screen showed as saved is there`, async ({
    launch,
  }) => {
    const data = mkdtempSync(join(tmpdir(), 'gather-killed-'))
    const { sessionId } = await aRegisterOnDisk(data, 12)
    const { page, electron } = await launch({ data })
    await signInTo(page, `/registers/${sessionId}`)
    await expect(page.getByRole('grid').locator('tbody tr')).toHaveCount(12)
    // It ends in the middle of a word.
    const typing = page.keyboard.type(LETTERS, { delay: 60 }).catch(() => undefined)
    await page.waitForTimeout(after)
    const shown = await shownAsSaved(page)
    await kill(electron)
    await typing
    const kept = await lettersOnDisk(data, sessionId)
    expect(shown.map(([at]) => [at, kept[at]])).toEqual(shown)
    // What was being saved may be there too; nothing else is, and nothing is another letter.
    expect(LETTERS.toUpperCase().startsWith(kept.join(''))).toBe(true)
    expect(kept.slice(0, kept.join('').length)).not.toContain('')
    rmSync(data, { recursive: true, force: true })
  })
}
