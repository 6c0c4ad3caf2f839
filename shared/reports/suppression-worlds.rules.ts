/** A number that somebody may try to work out. */
export interface Quantity {
  readonly value: number
  /** The least that a reader must think possible while it is not said: 1 for a count, because 0 is always said. */
  least: number
  /** Where it is said: the numbers of cells. One that is said nowhere, such as a remainder, has none. */
  readonly cells: Set<number>
  /** Whether it is the total of a table. */
  readonly total: boolean
  /** Never to be told, and within which bounds another value has to remain thinkable; null where it may be told. */
  guard: { readonly least: number; readonly most: number } | null
}

/** What everybody knows to hold between numbers: the terms, each taken or taken away, come to nothing. */
export interface Equation {
  readonly terms: readonly { readonly of: number; readonly sign: 1 | -1 }[]
}

/** Numbers, what holds between them, and for each number the equations that it is in. */
export interface Known {
  readonly quantities: readonly Quantity[]
  readonly equations: readonly Equation[]
  readonly within: readonly (readonly number[])[]
}

/** How many steps are gone before a search is given up; then more is hidden, which is safe. */
const STEPS = 300

interface Search {
  readonly known: Known
  readonly isHidden: (quantity: number) => boolean
  readonly change: Map<number, number>
  steps: number
}

/**
 * Whether a reader who knows everything that is said, and every equation, must think another value of this number
 * possible: another world is looked for in which only numbers that are not said are different. Finding one proves it.
 */
export function canBeOtherwise(known: Known, isHidden: (quantity: number) => boolean, of: number): boolean {
  const one = known.quantities[of]
  if (!one || !isHidden(of)) return false
  const bounds = one.guard ?? { least: one.least, most: Infinity }
  return [1, -1, 2, -2].some((by) => {
    if (one.value + by < bounds.least || one.value + by > bounds.most) return false
    return settle({ known, isHidden, change: new Map([[of, by]]), steps: 0 })
  })
}

/** Makes an equation right that the changes so far have broken, by one more change; then the next. */
function settle(search: Search): boolean {
  if (++search.steps > STEPS) return false
  const broken = firstBroken(search)
  if (broken === null) return true
  const { known, isHidden, change } = search
  const free = broken.equation.terms
    .filter(({ of }) => isHidden(of) && !change.has(of))
    .toSorted((a, b) => ties(known, a.of) - ties(known, b.of))
  return free.some(({ of, sign }) => {
    const by = -broken.over * sign
    const one = known.quantities[of]
    if (!one || one.value + by < one.least) return false
    change.set(of, by)
    if (settle(search)) return true
    change.delete(of)
    return false
  })
}

/** In how many equations a number stands: the fewer, the less else has to change with it. */
const ties = ({ within }: Known, of: number) => within[of]?.length ?? 0

function firstBroken({ known, change }: Search): { equation: Equation; over: number } | null {
  for (const of of change.keys())
    for (const at of known.within[of] ?? []) {
      const equation = known.equations[at]
      if (!equation) continue
      const over = equation.terms.reduce((sum, term) => sum + term.sign * (change.get(term.of) ?? 0), 0)
      if (over !== 0) return { equation, over }
    }
  return null
}
