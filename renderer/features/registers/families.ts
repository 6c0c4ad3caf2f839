import type { PersonId } from '../../../shared/ids.ts'
import type { RegisterRow } from '../../../shared/registers/registers.contract.ts'

/**
 * The rows with the members of each family one under the other, where the first of them stands. Numbers stay: they are
 * those of the paper.
 */
export function familiesTogether(rows: readonly RegisterRow[]): RegisterRow[] {
  const done = new Set<string>()
  return rows.flatMap((row) => {
    if (row.familyId === null) return [row]
    if (done.has(row.familyId)) return []
    done.add(row.familyId)
    return rows.filter((other) => other.familyId === row.familyId)
  })
}

/**
 * The person in hand and those of their family who have no mark yet, nor one on its way: nobody's mark is changed
 * unseen.
 */
export const familyToMark = (
  row: RegisterRow,
  rows: readonly RegisterRow[],
  onItsWay: { readonly has: (personId: PersonId) => boolean },
): RegisterRow[] =>
  rows.filter((other) => {
    if (other.personId === row.personId) return true
    if (row.familyId === null || other.familyId !== row.familyId) return false
    return other.mark === null && !onItsWay.has(other.personId)
  })

/** Where a row stands in its family: so that a line can hold it together. */
export function placeInFamily(rows: readonly RegisterRow[], at: number): 'first' | 'middle' | 'last' | null {
  const family = rows[at]?.familyId ?? null
  if (family === null) return null
  const above = rows[at - 1]?.familyId === family
  const below = rows[at + 1]?.familyId === family
  if (above) return below ? 'middle' : 'last'
  return below ? 'first' : null
}

/** Whether somebody else of their family is on the sheet. */
export const hasFamily = (row: RegisterRow, rows: readonly RegisterRow[]): boolean =>
  row.familyId !== null && rows.some((one) => one.familyId === row.familyId && one.personId !== row.personId)
