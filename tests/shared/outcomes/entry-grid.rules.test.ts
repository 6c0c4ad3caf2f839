import { describe, expect, test } from 'vitest'
import { groupId, measureId, personId } from '../../../shared/ids.ts'
import {
  cellText,
  copiedText,
  gridOfParts,
  gridOfTimes,
  planEntries,
  timesOf,
  typedByFill,
  typedByPaste,
  whenWords,
} from '../../../shared/outcomes/entry-grid.rules.ts'
import { readEntry } from '../../../shared/outcomes/entry.rules.ts'
import { plainDetails } from '../../../shared/outcomes/measure-details.ts'
import type { OutcomeSheet, Reading } from '../../../shared/outcomes/outcomes.contract.ts'
import { aStarMeasure, starDetails } from '../../support/star-factories.ts'

const star = aStarMeasure(measureId.parse('018f0000-0000-7000-8000-000000000001'))
const [amy, ben] = ['018f0000-0000-7000-8000-000000000002', '018f0000-0000-7000-8000-000000000003'].map(
  (id) => personId.parse(id),
) as [Reading['personId'], Reading['personId']] // two ids
const reading = (change: Partial<Reading>): Reading => ({ personId: amy, measureId: star.id, edition: 1, timePoint: 'before', round: 1, sessionId: null, item: 1, completedBy: 'worker-and-family', takenBy: null, value: 5, notDoneReason: null, fallReason: null, takenOn: '2026-09-07', version: 3, ...change }) // prettier-ignore
const sheetOf = (readings: Reading[], measure = star): OutcomeSheet => ({ groupId: groupId.parse('018f0000-0000-7000-8000-000000000004'), measures: [measure], earlier: [], asked: [{ measureId: star.id, timePoints: ['before', 'during', 'after'] }], people: [{ personId: amy, name: 'Amy', enrolled: true }, { personId: ben, name: 'Ben', enrolled: true }], goals: [], readings, change: [] }) // prettier-ignore
const usual = { usual: 'worker-and-family', own: new Map() } as const
const before = { timePoint: 'before', round: 1 } as const
const entering = { takenOn: '2026-11-23', takenBy: null, own: new Map<string, string>() }
const gridOf = (...readings: Reading[]) => gridOfParts(sheetOf(readings), star, before, usual)

test('a person has a row for each who completed, and one for who completes next', () => {
  const grid = gridOf(reading({ completedBy: 'family' }), reading({ personId: ben }))
  expect(grid.rows.map((row) => [row.name, row.completedBy, row.counts])).toEqual([
    ['Amy', 'worker-and-family', true],
    ['Amy', 'family', false],
    ['Ben', 'worker-and-family', true],
  ])
  const own = gridOfParts(sheetOf([]), star, before, { ...usual, own: new Map([[ben, 'worker' as const]]) })
  expect(own.rows.map((row) => row.completedBy)).toEqual(['worker-and-family', 'worker'])
})

test('the times are those asked for and those recorded, with one more review than there are', () => {
  const words = (...readings: Reading[]) => timesOf(sheetOf(readings), star.id).map(whenWords)
  expect(words()).toEqual(['Before', 'Review 1', 'After'])
  const more = [reading({ timePoint: 'during', round: 2 }), reading({ timePoint: 'follow-up' })]
  expect(words(...more)).toEqual(['Before', 'Review 1', 'Review 2', 'Review 3', 'After', 'Follow-up'])
  // Feedback on a session is no time of the group's.
  const session = reading({ timePoint: 'follow-up' }) as Reading & { sessionId: never } // any session
  expect(words({ ...session, sessionId: '018f0000-0000-7000-8000-000000000009' as never })).toHaveLength(3)
})

describe('what is typed', () => {
  const type = (grid: ReturnType<typeof gridOf>, text: string, column = 0) =>
    planEntries(grid, [{ place: { row: 0, column }, text }], entering)
  test('is of the day above, and what is put right keeps its own and says what was seen', () => {
    expect(type(gridOf(), '7').cells).toMatchObject([{ personId: amy, item: 1, value: 7, takenOn: '2026-11-23', seen: null }]) // prettier-ignore
    expect(type(gridOf(reading({})), '7').cells).toMatchObject([{ value: 7, takenOn: '2026-09-07', seen: 3 }])
    // Another area of a form that was begun is of the day of that form.
    expect(type(gridOf(reading({})), '7', 1).cells).toMatchObject([{ item: 2, takenOn: '2026-09-07', seen: null }]) // prettier-ignore
  })
  test('that stands there already, or nothing where nothing stands, changes nothing', () => {
    expect(type(gridOf(reading({})), '5').cells).toEqual([])
    expect(type(gridOf(), '').cells).toEqual([])
    expect(type(gridOf(reading({})), '').cells).toMatchObject([{ value: null, notDoneReason: null }])
  })
  test('is refused with whose and what it is, at either end of the range', () => {
    expect(type(gridOf(), '10').problems).toEqual([])
    expect(type(gridOf(), '11').problems).toMatchObject([
      { place: { row: 0, column: 0 }, words: expect.stringContaining('Amy, Area 1: Enter a whole number from 1 to 10') }, // prettier-ignore
    ])
    expect(type(gridOf(), '1').problems).toEqual([])
    expect(type(gridOf(), '0').problems).toHaveLength(1)
  })
  test('needs its day', () => {
    const plan = planEntries(gridOf(), [{ place: { row: 0, column: 0 }, text: '5' }], { ...entering, takenOn: null }) // prettier-ignore
    expect(plan.problems).toMatchObject([{ words: expect.stringContaining('which day') }])
  })
})

describe('a block', () => {
  const grid = gridOf(reading({ item: 1, value: 3 }), reading({ item: 2, value: null, notDoneReason: 'Declined' })) // prettier-ignore
  const block = { top: 0, bottom: 1, left: 0, right: 1 }
  test('goes out as a spreadsheet takes it, and comes back to the same', () => {
    const text = copiedText(grid, block)
    expect(text).toBe('3\tDeclined\n\t\n')
    const typed = typedByPaste(grid, block, text)
    expect(typeof typed === 'string' ? typed : planEntries(grid, typed, entering).cells).toEqual([])
  })
  test('that reaches over the edge is refused in words; blanks in it leave what is there', () => {
    const edge = { top: 1, bottom: 1, left: 9, right: 9 }
    expect(typedByPaste(grid, edge, '1\t2')).toContain('from here there are only 1 by 1')
    expect(typedByPaste(grid, edge, '1\n2')).toContain('2 rows')
    expect(typedByPaste(grid, block, '\t5')).toEqual([{ place: { row: 0, column: 1 }, text: '5' }])
  })
  test('of one cell fills all that is chosen', () => {
    expect(typedByPaste(grid, block, '4')).toHaveLength(4)
  })
  test('is filled from its first row, and a single row from the one above', () => {
    const down = [{ place: { row: 1, column: 0 }, text: '3' }, { place: { row: 1, column: 1 }, text: 'Declined' }] // prettier-ignore
    expect(typedByFill(grid, block)).toEqual(down)
    expect(typedByFill(grid, { ...block, top: 1 })).toEqual(down)
    expect(typedByFill(grid, { ...block, bottom: 0 })).toEqual([])
  })
})

test('a total that its parts make is shown and not typed', () => {
  const parts = starDetails.parts.slice(0, 2).map((part) => ({ ...part, inTotal: true }))
  const sums = aStarMeasure(star.id, { maximum: 20, details: { ...plainDetails, parts, total: 'sum' } })
  const rows = [reading({ item: 1 }), reading({ item: 2 }), reading({ item: 0, value: 10 })]
  const grid = gridOfParts(sheetOf(rows, sums), sums, before, usual)
  expect(grid.columns.map((column) => column.name)).toEqual(['Area 1', 'Area 2', 'Total'])
  expect(grid.rows[0]?.cells.map((cell) => [cellText(cell), cell.made])).toEqual([['5', false], ['5', false], ['10', true]]) // prettier-ignore
  expect(planEntries(grid, [{ place: { row: 0, column: 2 }, text: '12' }], entering).problems).toHaveLength(1)
})

test('one number stands by its times', () => {
  const one = aStarMeasure(star.id, { details: plainDetails })
  const grid = gridOfTimes(sheetOf([reading({ item: 0 }), reading({ item: 0, timePoint: 'after', value: 8 })], one), one, { usual: 'not-said', own: new Map() }) // prettier-ignore
  expect(grid.columns.map((column) => column.name)).toEqual(['Before', 'Review 1', 'After'])
  expect(grid.rows.map((row) => row.cells.map(cellText))).toEqual([['5', '', '8'], ['', '', ''], ['', '', '']]) // prettier-ignore
})

test('of a sum of questions some may be missing: how many came to what is made up to the whole', () => {
  const shape = { name: 'Scale', minimum: 0, maximum: 10, wholeNumbers: true, prorate: { questions: 5, fewest: 3 } } // prettier-ignore
  expect(readEntry(shape, '4/3')).toEqual({ kind: 'value', value: 7 })
  expect(readEntry(shape, '4/2').kind).toBe('problem')
  expect(readEntry({ ...shape, prorate: null }, '4/3').kind).toBe('problem')
})
