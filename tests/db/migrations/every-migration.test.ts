import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { migrations } from '../../../db/migrations/index.ts'
import { aSchema } from './schema.ts'

const here = new URL('.', import.meta.url)
const files = readdirSync(new URL('../../../db/migrations/', here)).filter((name) => /^m\d+/.test(name))
const stem = (number: number, name: string) => `m${String(number).padStart(4, '0')}-${name}`

test('every migration has a test of its own', () => {
  const tests = readdirSync(here).filter((name) => /^m\d+/.test(name))
  expect(tests).toEqual(files.map((name) => name.replace('.ts', '.test.ts')))
})

test('every migration is in the list, named after its file, in order and by tens', () => {
  expect(migrations.map(({ number, name }) => `${stem(number, name)}.ts`)).toEqual(files.toSorted())
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, i) => 10 * (i + 1)))
})

test('the schema is the one that is written down', async () => {
  const { connection } = aSchema()
  const parts = connection
    .prepare(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'journal\\_%\\_%' ESCAPE '\\' ORDER BY tbl_name, type <> 'table', name`,
    )
    .pluck()
    .all()
  const renew =
    'The schema has changed. If that was meant, renew what is written down: npx vitest run tests/db/migrations --update'
  await expect(`${parts.join(';\n\n')};\n`, renew).toMatchFileSnapshot('./schema.snapshot.sql')
})
