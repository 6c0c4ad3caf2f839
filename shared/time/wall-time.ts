import { Temporal } from 'temporal-polyfill'
import { ZONE } from './civil.ts'

/** Whether clocks in the service's zone ever show this local date-time: they skip an hour on one Sunday in March. */
export function wallTimeExists(dateTime: string): boolean {
  const wanted = Temporal.PlainDateTime.from(dateTime)
  return wanted.toZonedDateTime(ZONE).toPlainDateTime().equals(wanted)
}
