import type { Calendar } from '../../shared/groups/calendar.rules.ts'

/** Term dates as an infant school published them for 2025/26, and an invented autumn after it. */
export const terms2026 = [
  { name: 'Autumn term, first half', startsOn: '2025-08-26', endsOn: '2025-10-17' },
  { name: 'Autumn term, second half', startsOn: '2025-10-29', endsOn: '2025-12-19' },
  { name: 'Spring term, first half', startsOn: '2026-01-06', endsOn: '2026-02-13' },
  { name: 'Spring term, second half', startsOn: '2026-02-23', endsOn: '2026-03-27' },
  { name: 'Summer term, first half', startsOn: '2026-04-13', endsOn: '2026-05-22' },
  { name: 'Summer term, second half', startsOn: '2026-06-01', endsOn: '2026-07-10' },
  { name: 'Autumn term, first half', startsOn: '2026-08-25', endsOn: '2026-10-16' },
  { name: 'Autumn term, second half', startsOn: '2026-10-26', endsOn: '2026-12-18' },
] as const

/** The bank holidays of England in 2026, as GOV.UK publishes them. */
export const bankHolidays2026 = [
  { date: '2026-01-01', name: 'New Year’s Day' },
  { date: '2026-04-03', name: 'Good Friday' },
  { date: '2026-04-06', name: 'Easter Monday' },
  { date: '2026-05-04', name: 'Early May bank holiday' },
  { date: '2026-05-25', name: 'Spring bank holiday' },
  { date: '2026-08-31', name: 'Summer bank holiday' },
  { date: '2026-12-25', name: 'Christmas Day' },
  { date: '2026-12-28', name: 'Boxing Day (substitute day)' },
] as const

export const calendar2026: Calendar = { terms: terms2026, bankHolidays: bankHolidays2026 }
