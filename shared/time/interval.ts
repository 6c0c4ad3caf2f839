/** A stretch of local time, from `start` up to but not including `end`. */
export interface Interval {
  readonly start: string
  readonly end: string
}

/**
 * Whether two stretches share any time. Half-open, so one that starts exactly when the other ends does not
 * clash. The same rule stands once in SQL, in the triggers that refuse double booking.
 */
export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end
