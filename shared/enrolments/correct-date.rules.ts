interface Line {
  readonly id: string
  readonly onDate: string
  readonly step: number
}

/** The line that a date would pass: the lines of a history keep their order. */
export interface WrongOrder {
  readonly passes: Line
}

/**
 * A history, in its order, with the date of one line put right. Answers only the lines that change, the latest step
 * first, so that each can be written without meeting another on the way; or the line whose place it would take.
 */
export function withDate(lines: readonly Line[], id: string, onDate: string): Line[] | WrongOrder {
  const at = lines.findIndex((line) => line.id === id)
  const [before, own, ...after] = [lines[at - 1], lines[at], ...lines.slice(at + 1)]
  if (own === undefined || own.onDate === onDate) return []
  if (before !== undefined && onDate < before.onDate) return { passes: before }
  const [next] = after
  if (next !== undefined && onDate > next.onDate) return { passes: next }
  let step = before?.onDate === onDate ? before.step + 1 : 1
  const changed: Line[] = [{ id, onDate, step }]
  for (const line of after.filter((one) => one.onDate === onDate)) {
    if (line.step > step) break
    step += 1
    changed.unshift({ ...line, step })
  }
  return changed
}
