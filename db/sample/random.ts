/** Chance that comes out the same each time: an invented county must be the same county tomorrow. */
export interface Random {
  /** From 0 up to but not including 1. */
  fraction(): number
  /** A whole number, both ends included. */
  between(from: number, to: number): number
  /** True this often: 0 never, 1 always. */
  chance(how: number): boolean
  pick<T>(list: readonly T[]): T
  /** All of them in another order. */
  shuffled<T>(list: readonly T[]): T[]
}

/** Mulberry32: small, fast and even enough for inventing people. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export function seeded(seed: number): Random {
  const fraction = mulberry32(seed)
  const between = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => {
    const one = list[between(0, list.length - 1)]
    if (one === undefined) throw new Error('Nothing to pick from')
    return one
  }
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((one) => [fraction(), one] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, one]) => one)
  return { fraction, between, chance: (how) => fraction() < how, pick, shuffled }
}

/** The one at this place of a list that starts again at its end. */
export function turn<T>(list: readonly T[], index: number): T {
  const one = list[index % list.length]
  if (one === undefined) throw new Error('Nothing to take turns with')
  return one
}
