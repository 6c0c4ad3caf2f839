import { shortDate } from '../time/format.ts'
import { isNothing, type Standing } from './coming-back.rules.ts'

/** What stands in a place, as a person reads it: `P`, `6, on 2 Nov 2026`, `Not done: moved away`, `Nothing`. */
export function standingInWords(standing: Standing): string {
  if (isNothing(standing)) return 'Nothing'
  const { value, reason, on } = standing
  const words = [value === null ? null : String(value), reason === null ? null : `Not done: ${reason}`]
  const said = words.filter((one) => one !== null).join(', ')
  return on === null ? said : `${said}, on ${/^\d{4}-\d\d-\d\d$/.test(on) ? shortDate(on) : on}`
}
