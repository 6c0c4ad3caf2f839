import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OldLayoutContent } from '../../shared/exports/old-layout.contract.ts'
import type { Case } from './command-case.ts'
import type { TestCounty } from './test-county.ts'

/** What the old register writes for each of our marks. */
export const theirMarks = [
  ['P', '/'],
  ['L', 'L'],
  ['A', 'apols'],
  ['N', 'A'],
  ['E', '/'],
  ['O', '/'],
  ['M', 'n/a'],
  ['X', ''],
].map(([code = '', theirs = '']) => ({ code, theirs }))

const fixtures = join(import.meta.dirname, '../fixtures')

/** Learns the layout of a fixture, from a copy in the county's folder. */
export async function learnt(county: TestCounty, fixture: 'old-register' | 'old-tracker') {
  const path = join(county.folder, `${fixture}.xlsx`)
  copyFileSync(join(fixtures, `${fixture}.xlsx`), path)
  return county.api.exports.learnOldLayout({ grant: county.grant(path) })
}

/** The layout of the old register, with its marks said. */
export async function aLayout(county: TestCounty, change: Partial<OldLayoutContent> = {}) {
  const { content } = await learnt(county, 'old-register')
  return county.api.exports.saveOldLayout({
    name: 'Shelthorpe register',
    content: { ...content, marks: theirMarks, ...change },
  })
}

export const oldLayoutCommands: Readonly<Record<string, Case>> = {
  'exports.saveOldLayout': async (county) => {
    const { content } = await learnt(county, 'old-register')
    return () => county.api.exports.saveOldLayout({ name: 'Old', content: { ...content, marks: theirMarks } })
  },
  'exports.changeOldLayout': async (county) => {
    const layout = await aLayout(county)
    return () => county.api.exports.changeOldLayout({ ...layout, name: 'Older', retired: true })
  },
}
