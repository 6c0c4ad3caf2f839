import { describe, expect, test } from 'vitest'
import { groupId, personId, sessionId } from '../../../shared/ids.ts'
import type { Grid } from '../../../shared/registers/grid.contract.ts'
import type { CellPlace } from '../../../shared/registers/grid.rules.ts'
import { copyBlock, planFill, planPaste, planSet } from '../../../shared/registers/grid-block.rules.ts'

const id = (n: number) => `01a207a2-3280-7000-8000-${String(n).padStart(12, '0')}`
const counts = { expected: 0, marked: 0, attended: 0 }
const flags = { attended: false, expected: true, contact: false, apology: false, minutes: null, retired: false } as const // prettier-ignore
const codes = ['P', 'N'].map((code) => ({ code, label: code, key: code, ...flags, attended: code === 'P' }))

/** A grid from lines of letters: · not recorded, – not joined yet. Its last session is to come where `ahead`. */
function aGrid(lines: readonly string[], { ahead = false, complete = -1 } = {}): Grid {
  const columns = [...(lines[0] ?? '')]
  const stateOf = (at: number) => {
    if (at === complete) return 'complete' as const
    return ahead && at === columns.length - 1 ? ('not-due' as const) : ('started' as const)
  }
  return {
    groupId: groupId.parse(id(1)),
    groupName: 'Bounce Back',
    codes,
    sessions: columns.map((_, at) => ({
      sessionId: sessionId.parse(id(100 + at)),
      number: at + 1,
      startsAt: `2026-11-0${at + 1}T10:00`,
      endsAt: `2026-11-0${at + 1}T12:00`,
      topic: null,
      reason: null,
      invitedOnly: false,
      state: stateOf(at),
      completedAt: null,
      mayCorrect: true,
      needsReason: false,
      counts,
    })),
    people: lines.map((line, row) => ({
      personId: personId.parse(id(200 + row)),
      name: `Person ${row + 1}`,
      alert: false,
      provisional: false,
      counts,
      cells: [...line].map((letter) => {
        const place: CellPlace = letter === '–' ? 'not-joined' : 'expected'
        return { place, code: /[A-Z]/.test(letter) ? letter : null, minutes: null, note: null, corrected: false } // prettier-ignore
      }),
    })),
  }
}
const at = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column })
const block = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right })

test('a paste says how many blanks it fills, how many marks it changes, and which it leaves', () => {
  const plan = planPaste(aGrid(['·P', 'NN', '·P']), at(0, 0), '/\tabs\n/\tDNA\n\t\n', { blanks: 'leave' })
  expect(plan).toMatchObject({ given: 1, replaced: 2, cleared: 0, kept: 1, problems: [] })
  expect(plan.changes.map(({ was, code }) => `${was}>${code}`)).toEqual(['null>P', 'P>N', 'N>P'])
})

test('blank cells take marks away only when that is asked for', () => {
  const grid = aGrid(['PP'])
  expect(planPaste(grid, at(0, 0), '\t\n', { blanks: 'leave' }).changes).toEqual([])
  expect(planPaste(grid, at(0, 0), '\t\n', { blanks: 'clear' })).toMatchObject({ cleared: 2 })
})

describe('a paste is refused with the cell named', () => {
  test('for a word that nobody can know', () => {
    const { problems } = planPaste(aGrid(['··']), at(0, 0), 'P\twell?', { blanks: 'leave' })
    expect(problems).toEqual(['Person 1, Session 2, 2 November 2026: “well?” is not a mark.'])
  })
  test('for a mark where somebody had not joined yet', () => {
    const { problems } = planPaste(aGrid(['·', '–']), at(0, 0), 'P\nP\n', { blanks: 'leave' })
    expect(problems).toEqual(['Person 2, Session 1, 1 November 2026: Not expected: had not joined yet.'])
  })
  test('for a day to come', () => {
    const { problems } = planPaste(aGrid(['··'], { ahead: true }), at(0, 0), 'P\tP', { blanks: 'leave' })
    expect(problems).toHaveLength(1)
  })
  test('for a register that is complete, where the mark would be another', () => {
    const grid = aGrid(['P·', 'N·'], { complete: 0 })
    expect(planPaste(grid, at(0, 0), 'P\tP\nN\tP\n', { blanks: 'leave' }).problems).toEqual([])
    expect(planPaste(grid, at(0, 0), 'N\tP\nN\tP\n', { blanks: 'leave' }).problems).toHaveLength(1)
  })
  test('when it reaches over the edge', () => {
    const { problems } = planPaste(aGrid(['··', '··']), at(1, 0), 'P\nP\nP\n', { blanks: 'leave' })
    expect(problems[0]).toContain('3 rows by 1 column')
  })
})

test('one cell fills all that is chosen', () => {
  const plan = planPaste(aGrid(['··', '··']), block(0, 0, 1, 1), 'P', { blanks: 'leave' })
  expect(plan.given).toBe(4)
})

test('filling down and right repeats the first, and passes over who is not expected', () => {
  const grid = aGrid(['PN·', '·–·', 'N··'])
  const down = planFill(grid, block(0, 0, 2, 2), 'down')
  expect(down).toMatchObject({ given: 2, replaced: 1, problems: [] })
  const right = planFill(grid, block(0, 0, 2, 2), 'right')
  expect(right.changes.map((one) => one.code)).toEqual(['P', 'P', 'N', 'N'])
})

test('one mark is given to a whole block, but a cell alone says why it may not be', () => {
  const grid = aGrid(['··', '–·'])
  expect(planSet(grid, block(0, 0, 1, 1), 'P')).toMatchObject({ given: 3, problems: [] })
  expect(planSet(grid, at(1, 0), 'P').problems).toHaveLength(1)
  expect(planSet(aGrid(['PN', '··']), block(0, 0, 1, 1), null)).toMatchObject({ cleared: 2 })
})

test('a copied block has a letter, a blank or a dash in each cell', () => {
  expect(copyBlock(aGrid(['P·', '–N']), block(0, 0, 1, 1))).toBe('P\t\n–\tN\n')
})
