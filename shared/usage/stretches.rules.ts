import type { Interval } from '../time/interval.ts'

/** Stretches of one day as minutes of its wall clock, in order and apart. Half-open. */
export type Stretches = readonly (readonly [from: number, to: number])[]

/**
 * Wall times of one day as minutes. What is measured lies within a day and within opening hours, where the clocks never
 * change, so a minute on the wall is a minute. A day's last moment, 23:59, is its end.
 */
export function stretchesOf(intervals: readonly Interval[]): Stretches {
  return joined(intervals.map(({ start, end }): [number, number] => [minuteOf(start), minuteOf(end)]))
}

const minuteOf = (time: string): number => Number(time.slice(-5, -3)) * 60 + Number(time.slice(-2))

/** The time that any of them covers, once: what lies over another is not counted again. */
function joined(stretches: readonly (readonly [number, number])[]): Stretches {
  const result: [number, number][] = []
  for (const [from, to] of stretches.filter(([a, b]) => a < b).toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}

/** The time that both cover. */
export const both = (a: Stretches, b: Stretches): Stretches =>
  joined(a.flatMap(([from, to]) => b.map(([f, t]): [number, number] => [Math.max(from, f), Math.min(to, t)])))

/** The time of `a` that `b` does not cover. */
export function without(a: Stretches, b: Stretches): Stretches {
  return a.flatMap(([from, to]) => {
    const left: [number, number][] = []
    let start = from
    for (const [f, t] of b) {
      if (t <= start || f >= to) continue
      if (f > start) left.push([start, f])
      start = Math.max(start, t)
    }
    if (start < to) left.push([start, to])
    return left
  })
}

export const minutesIn = (stretches: Stretches): number =>
  stretches.reduce((sum, [from, to]) => sum + to - from, 0)
