import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'

const tests = join(import.meta.dirname, '..')

const sources = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  // Factories count: the tests that use them fail when the operation does.
  .filter((file) => /\.test\.tsx?$|^support/.test(file) && file.includes('.'))
  .map((file) => readFileSync(join(tests, file), 'utf8'))
  .join('\n')

const operations = Object.entries(contract).flatMap(([feature, named]) =>
  Object.keys(named).map((name) => [feature, name] as const),
)

test.each(operations)('%s.%s is called by a test', (feature, name) => {
  // Any client will do: `api.users.list(`, `manager.users.list(`.
  expect(sources).toMatch(new RegExp(`\\w+\\.${feature}\\s*\\.${name}\\(`))
})
