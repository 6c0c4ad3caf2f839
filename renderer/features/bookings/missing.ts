import { ApiError } from '../../api/client.ts'
import type { When } from './when-fields.tsx'

/** What has to be filled in before the data can be asked, as a failure by field; null when nothing is missing. */
export function missingOf(values: When & { readonly roomIds: readonly string[] }): ApiError | null {
  const fields = {
    ...(values.roomIds.length === 0 && { roomIds: 'Choose a room.' }),
    ...(values.date === null && { date: 'Enter a date, such as 27/10/2026.' }),
    ...(values.from === null && { startsAt: 'Enter a start time, such as 9:30am.' }),
    ...(values.to === null && { endsAt: 'Enter an end time, such as 11am.' }),
  }
  const [first] = Object.values(fields)
  if (first === undefined) return null
  return new ApiError({ code: 'INVALID_INPUT', message: first, details: { fields } })
}
