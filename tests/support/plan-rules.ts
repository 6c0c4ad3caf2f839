import type { DateRule } from '../../shared/groups/plan.rules.ts'
import { roomId } from '../../shared/ids.ts'

export const hall = roomId.parse('01900000-0000-7000-8000-000000000001')
export const room2 = roomId.parse('01900000-0000-7000-8000-000000000002')

/** Ten Mondays from 20 April 2026, 10am to midday, over every holiday, unless said otherwise. */
export const aRule = (change: Partial<DateRule> = {}): DateRule => ({
  roomId: hall,
  firstDate: '2026-04-20',
  weekday: 1,
  startTime: '10:00',
  endTime: '12:00',
  everyWeeks: 1,
  sessions: 10,
  termTimeOnly: false,
  skipBankHolidays: false,
  edits: [],
  ...change,
})
