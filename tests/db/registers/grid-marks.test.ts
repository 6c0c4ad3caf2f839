import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { planPaste, copyBlock, type Block } from '../../../shared/registers/grid-block.rules.ts'
import { dump } from '../../support/dump.ts'
import { changeOf, lettersOf, readLetters, single } from '../../support/grid-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at, enrol } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const dates = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-30']

/** Three people from the start and one who joins at the third session; the second did not run; the last is to come. */
async function aRun(county: TestCounty, didNotRun: string[] = []) {
  const run = await aRegister(county, { dates, didNotRun })
  const late = await aPerson(county, { firstName: 'Lou', lastName: 'Late' })
  await enrol(county, run.groupId, late.id, '2026-11-16')
  const { groupId } = run
  const read = () => county.api.registers.grid({ groupId })
  const set = async (...cells: (readonly [number, number, string | null])[]) => {
    const grid = await read()
    return county.api.registers.setMarks({ groupId, cells: cells.map(([r, c, code]) => changeOf(grid, r, c, code)) }) // prettier-ignore
  }
  return { ...run, read, set, letters: () => readLetters(county.api, groupId) }
}

test('many marks of a run are one step, and one step to undo', async () => {
  const county = await aCounty()
  const { set, letters } = await aRun(county)
  const before = dump(county)
  expect(await set([0, 0, 'P'], [0, 1, 'L'], [1, 0, 'N'], [3, 2, 'P'])).toEqual({ changed: 4 })
  expect(await letters()).toEqual(['PL··', 'N···', '····', '––P·'])
  await county.api.audit.undo({ id: at(await county.api.audit.list({ limit: 1 }), 0).id })
  expect(dump(county)).toEqual(before)
})

test('a mark that is as asked is left alone: its time and its writer stay', async () => {
  const county = await aCounty()
  const { set, sessions } = await aRun(county)
  await set([0, 0, 'P'])
  county.setNow('2026-11-23T11:00:00.000Z')
  expect(await set([0, 0, 'P'], [1, 0, 'N'])).toEqual({ changed: 1 })
  const register = await county.api.registers.open({ sessionId: at(sessions, 0) })
  expect(register.rows.map((row) => row.mark?.markedAt.slice(11, 16))).toEqual(['09:00', '11:00', undefined])
})

describe('all or nothing: the whole block is refused, with the cell named,', () => {
  const refusals: readonly [string, readonly [number, number, string], string][] = [
    ['where a late joiner had not joined yet', [3, 0, 'P'], 'Lou Late, Session 1, 2 November 2026: Not expected: had not joined yet.'], // prettier-ignore
    [
      'at a session that did not run',
      [0, 1, 'P'],
      'The session of 9 November 2026: This session did not run',
    ],
    ['before the day, but for apologies', [0, 3, 'P'], 'only apologies'],
  ]
  test.each(refusals)('%s', async (_, cell, words) => {
    const county = await aCounty()
    const { set, letters } = await aRun(county, ['2026-11-09'])
    const refused = set([0, 0, 'P'], cell)
    await expect(refused).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(words) })
    expect((await letters())[0]).toBe('·#··')
  })

  test('in a register that is complete', async () => {
    const county = await aCounty()
    const { set, letters, sessions } = await aRun(county)
    await county.api.registers.markRest({ sessionId: at(sessions, 0), code: 'P' })
    await county.api.registers.complete({ sessionId: at(sessions, 0) })
    await expect(set([0, 0, 'N'], [0, 1, 'P'])).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('complete'),
    })
    // What is there already is no change, so it is in nobody's way.
    expect(await set([0, 0, 'P'], [0, 1, 'P'])).toEqual({ changed: 1 })
    expect((await letters())[0]).toBe('PP··')
  })

  test('for a letter that is not in use', async () => {
    const county = await aCounty()
    const { set } = await aRun(county)
    await expect(set([0, 0, 'P'], [0, 1, 'Z'])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('for somebody who is not in the group', async () => {
    const county = await aCounty()
    const { groupId, sessions } = await aRun(county)
    const other = await aPerson(county, { lastName: 'Other' })
    const cells = [{ sessionId: at(sessions, 0), personId: other.id, code: 'P', was: null }]
    await expect(county.api.registers.setMarks({ groupId, cells })).rejects.toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
  })
})

test('apologies are taken ahead of the day', async () => {
  const county = await aCounty()
  const { set, letters } = await aRun(county)
  await set([0, 3, 'A'])
  expect((await letters())[0]).toBe('···A')
})

test('a mark written in another window since is never written over unseen', async () => {
  const county = await aCounty()
  const { groupId, read, letters } = await aRun(county)
  const seen = await read()
  await single(county.api, changeOf(seen, 0, 0, 'A'))
  const cells = [changeOf(seen, 0, 0, 'P'), changeOf(seen, 1, 0, 'P')]
  await expect(county.api.registers.setMarks({ groupId, cells })).rejects.toMatchObject({
    code: 'CHANGED',
    message: expect.stringContaining(
      'Sam Ahmed, Session 1, 2 November 2026 has been marked A since you looked',
    ),
  })
  expect(await letters()).toEqual(['A···', '····', '····', '––··'])
})

const letter = fc.constantFrom('P', 'L', 'A', 'N', 'X', null)
const cells = fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(3), letter), {
  minLength: 1,
  maxLength: 16,
  selector: ([row, column]) => `${row} ${column}`,
})
const answers = async (work: Promise<unknown>) =>
  work.then(
    () => true,
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'CONFLICT') return false
      throw error
    },
  )

test('marking many at once is the same as marking each, one after another', async () => {
  await fc.assert(
    fc.asyncProperty(cells, cells, async (before, after) => {
      const [county, one] = [await aCounty(), await aCounty()]
      const [many, singles] = [await aRun(county), await aRun(one)]
      for (const some of [before, after]) {
        const grid = await singles.read()
        const each = some.map(([row, column, code]) => changeOf(grid, row, column, code))
        let all = true
        for (const change of each) all = (await answers(single(one.api, change))) && all
        expect(await answers(many.set(...some))).toBe(all)
        // Nothing was written of a block that was refused; of the single marks some were.
        if (!all) return
        expect(await many.letters()).toEqual(await singles.letters())
      }
    }),
    { numRuns: 12 },
  )
}, 60_000)

const block: fc.Arbitrary<Block> = fc
  .tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2))
  .map(([a, b, c, d]) => ({ top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(c, d), right: Math.max(c, d) })) // prettier-ignore
const marks = fc.uniqueArray(fc.tuple(fc.nat(2), fc.nat(2), fc.constantFrom('P', 'L', 'A', 'N')), {
  minLength: 1,
  maxLength: 9,
  selector: ([row, column]) => `${row} ${column}`,
})

test('a block pasted and undone changes nothing in the county', async () => {
  await fc.assert(
    fc.asyncProperty(marks, block, fc.nat(2), fc.nat(2), async (marked, from, row, column) => {
      const county = await aCounty()
      const { groupId, read, set } = await aRun(county)
      await set(...marked)
      const grid = await read()
      const before = dump(county)
      const to = { top: row, bottom: row, left: column, right: column }
      const { changes, problems } = planPaste(grid, to, copyBlock(grid, from), { blanks: 'clear' })
      if (problems.length > 0 || changes.length === 0) return
      await county.api.registers.setMarks({ groupId, cells: [...changes] })
      await county.api.audit.undo({ id: at(await county.api.audit.list({ limit: 1 }), 0).id })
      expect(dump(county)).toEqual(before)
    }),
    { numRuns: 15 },
  )
}, 60_000)

test('a block copied elsewhere and back leaves where it came from as it was', async () => {
  await fc.assert(
    fc.asyncProperty(marks, async (marked) => {
      const county = await aCounty()
      const { groupId, read, set } = await aRun(county)
      await set(...marked)
      const first = await read()
      const column = (at_: number) => ({ top: 0, bottom: 2, left: at_, right: at_ })
      const there = planPaste(first, column(1), copyBlock(first, column(0)), { blanks: 'clear' })
      if (there.changes.length > 0)
        await county.api.registers.setMarks({ groupId, cells: [...there.changes] })
      const second = await read()
      const back = planPaste(second, column(0), copyBlock(second, column(1)), { blanks: 'clear' })
      expect(back).toMatchObject({ changes: [], problems: [] })
      expect(lettersOf(second).map((line) => line[1])).toEqual(lettersOf(first).map((line) => line[0]).slice(0, 3).concat('–')) // prettier-ignore
    }),
    { numRuns: 15 },
  )
}, 60_000)
