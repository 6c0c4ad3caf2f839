import { expect, test } from 'vitest'
import { z } from 'zod'
import { toFailure } from '../../db/failures.ts'

const name = 'Maya Patel'

function thrown(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

const quoting: [string, unknown][] = [
  ['an unknown field', thrown(() => z.strictObject({}).parse({ [name]: 1 }))],
  ['a wrong key', thrown(() => z.record(z.string().max(3), z.int()).parse({ [name]: 1 }))],
  ['a key on the way', thrown(() => z.record(z.string(), z.int()).parse({ [name]: 'x' }))],
  ['text that is not JSON', thrown(() => JSON.parse(name))],
  ['a file', Object.assign(new Error(`ENOENT: no such file, open '/home/${name}.xlsx'`), { code: 'ENOENT' })],
  ['a date', new RangeError(`Cannot parse: ${name}`)],
  ['a property', new TypeError(`Cannot read properties of undefined (reading '${name}')`)],
  ['several lines', new Error(`Two lines:\n${name}`)],
  ['no error at all', name],
]

test.each(quoting)('the log does not quote %s', (_what, error) => {
  const logged: string[] = []
  expect(toFailure(error, (line) => logged.push(line)).code).toBe('FAULT')
  expect(logged).toHaveLength(1)
  expect(logged.join()).not.toMatch(/Maya|Patel/)
})

test('the log says what kind of fault it was, and where', () => {
  const logged: string[] = []
  toFailure(new TypeError('x is not a function'), (line) => logged.push(line))
  toFailure(Object.assign(new Error('open'), { code: 'ENOENT' }), (line) => logged.push(line))
  expect(logged[0]).toMatch(/^TypeError x is not a function\n {4}at .*failures\.test\.ts:\d+/)
  toFailure(
    thrown(() => z.object({ rows: z.array(z.int()) }).parse({ rows: [1, name] })),
    (line) => logged.push(line),
  )
  expect(logged[2]).toMatch(/^ZodError invalid_type at rows\.1\n {4}at /)
  expect(logged[1]).toMatch(/^Error ENOENT\n {4}at /)
})

test('what staff can read is no fault and is not logged', () => {
  const logged: string[] = []
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  expect(toFailure(full, (line) => logged.push(line))).toMatchObject({ code: 'FILE' })
  expect(logged).toEqual([])
})
