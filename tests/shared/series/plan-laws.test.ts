import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankHolidayOn, schoolDay } from '../../../shared/groups/calendar.rules.ts'
import { planDates } from '../../../shared/series/plan.rules.ts'
import { addDays, dateOf, timeOf, weekdayOf } from '../../../shared/time/civil.ts'
import { roomId } from '../../../shared/ids.ts'
import { after, aRule, weeks } from '../../support/series-rules.ts'
import { calendar2026 } from '../../support/plan-calendar.ts'

const room2 = roomId.parse('01900000-0000-7000-8000-000000000002')
const dayOf = (n: number) => addDays('2025-06-01', n)
const anEdit = fc.record({
  date: fc.nat(700).map(dayOf),
  choice: fc.constantFrom('skip', 'run', null),
  roomId: fc.constantFrom(room2, null),
})
const anyRule = fc
  .record({
    firstDate: fc.nat(600).map(dayOf),
    weekday: fc.integer({ min: 1, max: 7 }),
    everyWeeks: fc.integer({ min: 1, max: 8 }),
    sessions: fc.integer({ min: 1, max: 60 }),
    school: fc.constantFrom('any' as const, 'term' as const),
    skipBankHolidays: fc.boolean(),
    edits: fc.uniqueArray(anEdit, { maxLength: 40, selector: (edit) => edit.date }),
  })
  .map(({ firstDate, weekday, everyWeeks, sessions, edits, ...rest }) => ({
    rule: aRule({ firstDate, repeats: weeks([weekday], everyWeeks), ends: after(sessions), ...rest }),
    edits,
    weekday,
    sessions,
  }))

describe('laws of every plan', () => {
  test('as many sessions are kept as were asked for', () => {
    fc.assert(
      fc.property(anyRule, ({ rule, edits, sessions }) => {
        const { rows } = planDates(rule, edits, calendar2026)
        expect(rows.filter((row) => row.state === 'keep')).toHaveLength(sessions)
      }),
    )
  })

  test('no session is on a day that the rule leaves out, unless by hand', () => {
    fc.assert(
      fc.property(anyRule, ({ rule, edits }) => {
        for (const row of planDates(rule, edits, calendar2026).rows) {
          if (row.state === 'skip' || row.edited) continue
          const date = dateOf(row.startsAt)
          if (rule.skipBankHolidays) expect(bankHolidayOn(calendar2026, date)).toBeNull()
          if (rule.school === 'term') expect(schoolDay(calendar2026, date).kind).not.toBe('holiday')
        }
      }),
    )
  })

  test('every date is on the weekday, at the wall time, not before the first, and named once', () => {
    fc.assert(
      fc.property(anyRule, ({ rule, edits, weekday }) => {
        const { rows } = planDates(rule, edits, calendar2026)
        for (const row of rows) {
          expect(weekdayOf(row.date)).toBe(weekday)
          expect(timeOf(row.startsAt)).toBe(rule.startTime)
          expect(row.date >= rule.firstDate).toBe(true)
        }
        expect(new Set(rows.map((row) => row.date)).size).toBe(rows.length)
        expect(rows.at(-1)?.state).toBe('keep')
      }),
    )
  })
})
