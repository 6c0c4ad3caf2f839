import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '../support/gather-app.ts'
import { doTheMainJob, FIRST_DAY } from '../support/main-job.ts'

const folder = join(import.meta.dirname, '../../demo-results')

test('the whole main job, unattended, in the real window', async ({ launch }) => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const app = await launch({ now: FIRST_DAY })
  let step = 0
  const seen = async (name: string) => {
    const file = `${String(++step).padStart(2, '0')} ${name}.png`
    await app.page.screenshot({ path: join(folder, file), animations: 'disabled' })
    console.log(`Step ${step}: ${name}`)
  }
  const { workbook, register } = await doTheMainJob({ app, folder, seen })
  console.log(
    `\nThe workbook: ${workbook}\nThe printed register: ${register}\nA picture of every step: ${folder}`,
  )
})
