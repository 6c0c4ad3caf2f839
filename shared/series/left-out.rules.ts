import { count } from '../text.ts'
import { IN_TERM } from './plan.rules.ts'
import type { RunRow } from './series.contract.ts'

type Words = readonly [one: string, many: string]
const words = {
  'bank-holiday': ['bank holiday', 'bank holidays'],
  holiday: ['school holiday', 'school holidays'],
  closure: ['closure', 'closures'],
  clash: ['clash', 'clashes'],
  'by-hand': ['date by hand', 'dates by hand'],
} as const satisfies Readonly<Record<NonNullable<RunRow['kind']>, Words>>
const inTerm: Words = ['date in term time', 'dates in term time']

/** `2 bank holidays and 1 closure left out`; null when no date is. */
export function leftOutInWords(rows: readonly Pick<RunRow, 'state' | 'kind' | 'reason'>[]): string | null {
  const left = Map.groupBy(
    rows.filter((row) => row.state === 'skip'),
    ({ kind, reason }): Words => (reason === IN_TERM ? inTerm : words[kind ?? 'by-hand']),
  )
  const parts = [...left].map(([countedAs, these]) => count(these.length, ...countedAs))
  const last = parts.pop()
  if (last === undefined) return null
  return `${parts.length === 0 ? last : `${parts.join(', ')} and ${last}`} left out`
}
