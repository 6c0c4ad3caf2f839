import { z } from 'zod'

export type SortValue = string | number | null

/** By which column a list stands, named by its key, and which way. */
export const sortSchema = z.strictObject({
  key: z.string().max(40),
  order: z.enum(['ascending', 'descending']),
})
export type Sort = Readonly<z.infer<typeof sortSchema>>

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

function compare(a: SortValue, b: SortValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}

/** The rows in order; those without a value last, whichever way round. */
export function sorted<Row>(
  rows: readonly Row[],
  sort: Sort | null,
  sortBy: ((row: Row) => SortValue) | undefined,
): readonly Row[] {
  if (sort === null || sortBy === undefined) return rows
  const sign = sort.order === 'ascending' ? 1 : -1
  return [...rows].sort((left, right) => {
    const [a, b] = [sortBy(left), sortBy(right)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * compare(a, b)
  })
}

/** The order after a click on a heading: first up, then down. */
export const nextSort = (sort: Sort | null, key: string): Sort => ({
  key,
  order: sort?.key === key && sort.order === 'ascending' ? 'descending' : 'ascending',
})
