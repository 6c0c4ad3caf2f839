import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What the linter says of a file with these words at this place of a copy of the house. */
async function lint(path: string, code: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gather-lint-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  cpSync(join(root, 'scripts/lint'), join(folder, 'scripts/lint'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), code)
  return new Promise((resolve) => {
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
    execFile(process.execPath, [oxlint, '-f', 'unix', path], { cwd: folder }, (_error, stdout) =>
      resolve(stdout),
    )
  })
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => `export const a${i} = ${i}`).join('\n')
const body = (count: number) =>
  `export function f() {\n${Array.from({ length: count }, (_, i) => `  g(${i})`).join('\n')}\n}\nconst g = (n: number) => n`

test.each([
  ['shared knows nothing of storage', 'shared/a.ts', `import { x } from '../db/x.ts'\nexport const y = x`],
  ['shared knows nothing of Node', 'shared/a.ts', `import { x } from 'node:fs'\nexport const y = x`],
  ['shared asks nobody for the time', 'shared/a.ts', `export const now = () => Date.now()`],
  ['storage asks nobody for the time', 'db/a.ts', `export const now = () => new Date()`],
  ['storage knows nothing of Electron', 'db/a.ts', `import { app } from 'electron'\nexport const y = app`],
  [
    'storage knows nothing of the screens',
    'db/a/b.ts',
    `import { x } from '../../renderer/x.ts'\nexport const y = x`,
  ],
  [
    'a feature leaves another feature’s service alone',
    'db/a/b.ts',
    `import { x } from '../groups/plan.service.ts'\nexport const y = x`,
  ],
  ['the page reaches no storage', 'renderer/a.ts', `import { x } from '../db/x.ts'\nexport const y = x`],
  ['the page has no Node', 'renderer/a.ts', `import { x } from 'node:fs'\nexport const y = x`],
  [
    'Electron and the page meet only in the contract',
    'electron/a.ts',
    `import { x } from '../renderer/x.ts'\nexport const y = x`,
  ],
  ['no any', 'shared/a.ts', `export const x: any = 1`],
  ['no assertion of a type without its reason', 'shared/a.ts', `export const x = JSON.parse('1') as number`],
  ['no default export', 'shared/a.ts', `const x = 1\nexport default x`],
  ['no file over 300 lines', 'shared/a.ts', lines(301)],
  ['no function over 40 lines', 'db/a.ts', body(40)],
])('refuses: %s', async (_rule, path, code) => {
  expect(await lint(path, code)).toMatch(/\[Error\//)
})

test.each([
  ['storage uses shared', 'db/a/b.ts', `import { x } from '../../shared/x.ts'\nexport const y = x`],
  [
    'a feature reads another’s repository',
    'db/a/b.ts',
    `import { x } from '../groups/groups.repository.ts'\nexport const y = x`,
  ],
  ['a date that was given', 'shared/a.ts', `export const d = (text: string) => new Date(text)`],
  [
    'an assertion with its reason',
    'shared/a.ts',
    `export const x = JSON.parse('1') as number // our own constant`,
  ],
  ['a file of 300 lines', 'shared/a.ts', lines(300)],
  ['a function of 40 lines', 'db/a.ts', body(38)],
])('allows: %s', async (_rule, path, code) => {
  expect(await lint(path, code)).not.toMatch(/\[Error\//)
})
