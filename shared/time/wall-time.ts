import { Temporal } from 'temporal-polyfill'
import { ZONE } from './civil.ts'

/** Whether clocks in the service's zone ever show this local date-time: they skip an hour on one Sunday in March. */
export function wallTimeExists(dateTime: string): boolean {
  // The hour that is skipped is the one from 1am: nothing else has to be asked of the zone.
  if (dateTime.slice(11, 13) !== '01') return true
  const wanted = Temporal.PlainDateTime.from(dateTime)
  return wanted.toZonedDateTime(ZONE).toPlainDateTime().equals(wanted)
}

/**
 * The moment, in UTC, at which clocks in the service's zone show this local date-time: `2026-10-27T19:00` is
 * `2026-10-27T19:00:00Z`. Of the hour that comes twice in October the first is meant; a time in the hour that March
 * leaves out is an hour later.
 */
export const instantOf = (dateTime: string): string =>
  Temporal.PlainDateTime.from(dateTime).toZonedDateTime(ZONE).toInstant().toString()
