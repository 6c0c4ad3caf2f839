import { describe, expect, test } from 'vitest'
import type { ClosedOn } from '../../../shared/series/plan.rules.ts'
import { kept, plan, room2, rowOn } from '../../support/planned.ts'
import { after } from '../../support/series-rules.ts'

describe('changes by hand', () => {
  test('a date left out by hand moves the end by one', () => {
    const edits = [{ date: '2026-04-27', choice: 'skip' }] as const
    expect(kept({ ends: after(3), edits })).toEqual(['2026-04-20', '2026-05-04', '2026-05-11'])
    expect(rowOn('2026-04-27', { edits })).toMatchObject({ reason: 'Left out by hand', edited: true })
  })

  test('a session can be held although it is a holiday', () => {
    const edits = [{ date: '2026-05-25', choice: 'run' }] as const
    expect(rowOn('2026-05-25', { skipBankHolidays: true, school: 'term', edits })).toMatchObject({
      state: 'keep',
      reason: 'Spring bank holiday',
      edited: true,
    })
  })

  test('a moved date keeps the name that the rule gave it', () => {
    const edits = [
      { date: '2026-05-04', newDate: '2026-05-05', startTime: '13:00', endTime: '15:00', roomId: room2 },
    ]
    expect(rowOn('2026-05-04', { skipBankHolidays: true, edits })).toEqual({
      date: '2026-05-04',
      state: 'keep',
      number: 3,
      startsAt: '2026-05-05T13:00',
      endsAt: '2026-05-05T15:00',
      ownRoomId: room2,
      reason: null,
      kind: null,
      edited: true,
    })
  })

  test('a date moved onto a holiday is left out, unless somebody says that it runs', () => {
    const edit = { date: '2026-05-18', newDate: '2026-05-25' }
    const rule = { skipBankHolidays: true, ends: after(3), firstDate: '2026-05-11' }
    expect(rowOn('2026-05-18', { ...rule, edits: [edit] })?.state).toBe('skip')
    expect(rowOn('2026-05-18', { ...rule, edits: [{ ...edit, choice: 'run' }] })?.state).toBe('keep')
  })

  test('a date moved past another is numbered in the order of time', () => {
    const edits = [{ date: '2026-04-20', newDate: '2026-04-28' }]
    const { rows } = plan({ ends: after(3), edits })
    expect(rows.map((row) => [row.date, row.number])).toEqual([
      ['2026-04-27', 1],
      ['2026-04-20', 2],
      ['2026-05-04', 3],
    ])
  })

  test('an edit that repeats the rule is no edit', () => {
    const edits = [{ date: '2026-04-20', newDate: '2026-04-20', startTime: '10:00', roomId: null }]
    expect(rowOn('2026-04-20', { edits })?.edited).toBe(false)
  })

  test('a change to a date that is no longer in the plan is said, not lost in silence', () => {
    expect(plan({ edits: [{ date: '2026-04-21', choice: 'skip' }] }).warnings).toEqual([
      '1 change made by hand is to dates that are no longer in the plan.',
    ])
  })
})

describe('dates picked by hand', () => {
  const repeats = { kind: 'dates' as const, dates: ['2026-06-03', '2026-05-06', '2026-05-25'] }

  test('are all of them, in order, whatever the end says', () => {
    expect(kept({ repeats, ends: after(1) })).toEqual(['2026-05-06', '2026-05-25', '2026-06-03'])
  })

  test('change one by one: added, taken away or at another time, the others stay', () => {
    const edits = [{ date: '2026-05-06', startTime: '11:00' }]
    const before = plan({ repeats, edits }).rows
    const added = plan({ repeats: { ...repeats, dates: [...repeats.dates, '2026-05-13'] }, edits }).rows
    expect(added.filter((row) => row.date !== '2026-05-13').map(({ number: _n, ...row }) => row)).toEqual(
      before.map(({ number: _n, ...row }) => row),
    )
    expect(added.map((row) => row.number)).toEqual([1, 2, 3, 4])
    expect(kept({ repeats: { ...repeats, dates: repeats.dates.slice(1) }, edits })).toEqual(['2026-05-06', '2026-05-25']) // prettier-ignore
  })
})

describe('closures', () => {
  const closed: ClosedOn = ({ startsAt }, own) =>
    startsAt.startsWith('2026-05-11') && own === null ? 'Boiler' : null

  test('are left out with their reason, and move the end', () => {
    expect(rowOn('2026-05-11', { closed })).toMatchObject({ state: 'skip', kind: 'closure', reason: 'Boiler' }) // prettier-ignore
    expect(kept({ closed, ends: after(4) }).at(-1)).toBe('2026-05-18')
  })

  test('stay where the rule keeps them, where somebody says so, and where the date is in another room', () => {
    expect(rowOn('2026-05-11', { closed, skipClosures: false })?.state).toBe('keep')
    expect(rowOn('2026-05-11', { closed, edits: [{ date: '2026-05-11', choice: 'run' }] })?.state).toBe('keep') // prettier-ignore
    expect(rowOn('2026-05-11', { closed, edits: [{ date: '2026-05-11', roomId: room2 }] })?.state).toBe('keep') // prettier-ignore
  })

  test('a clash that was left out keeps its kind and its reason', () => {
    const because = { kind: 'clash' as const, reason: 'Hall is taken' }
    const edits = [{ date: '2026-04-27', choice: 'skip' as const, because }]
    expect(rowOn('2026-04-27', { edits })).toMatchObject({ state: 'skip', ...because })
  })
})
