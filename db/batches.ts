/** Few enough rows or ids for the parameters of one statement, on either engine. */
export function* inBatches<T>(rows: readonly T[], size = 500): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}
