import { _electron } from '@playwright/test'
import { sandboxArgs } from '../../scripts/bootstrap.mjs'
import { findElectron } from '../../scripts/lib/electron.mjs'
import { root } from '../../scripts/lib/project.mjs'
import { BENCH_NOW, BENCH_USER } from './big-county.ts'

/** Opens the program on the county in the folder, signs in and waits for Today; prints both times. */
const [data = ''] = process.argv.slice(2)
const electron = findElectron()
if (!electron) throw new Error('There is no Electron')

const environment = Object.entries({
  ...process.env,
  GATHER_DATA: data,
  GATHER_NOW: BENCH_NOW,
  GATHER_SIZE: '1366x768',
})
const signIns: number[] = []
const start = await measureStart()
console.log(JSON.stringify({ start, signIn: summary(signIns) }))

async function measureStart() {
  const times: number[] = []
  for (let run = 0; run < 6; run++) {
    const [opened, signedIn] = await once()
    // The first start fills the computer's own caches.
    if (run > 0) {
      times.push(opened)
      signIns.push(signedIn)
    }
  }
  return summary(times)
}

async function once(): Promise<readonly [number, number]> {
  const began = performance.now()
  const app = await _electron.launch({
    executablePath: electron?.executable ?? '',
    args: [...sandboxArgs(), ...(electron?.evaluation ? [] : [root])],
    cwd: root,
    env: Object.fromEntries(environment.filter((pair): pair is [string, string] => pair[1] !== undefined)),
  })
  const page = await app.firstWindow()
  await page.getByLabel('Name').fill(BENCH_USER.name)
  const opened = performance.now()
  await page.getByLabel('Passphrase', { exact: true }).fill(BENCH_USER.passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /day \d/ }).waitFor()
  await page.getByText(/^It is /).waitFor()
  const done = performance.now()
  await app.close()
  return [opened - began, done - opened]
}

function summary(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, p95: sorted.at(-1) ?? 0 }
}
