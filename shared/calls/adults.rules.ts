import type { RatioBand, Thresholds } from './thresholds.ts'

/**
 * How many adults a session needs for its children, their ages in whole years on its day, null where not known. Each
 * child is the part of an adult that its age asks for; the parts are added up exactly, and the sum is rounded up: never
 * fewer than `adults`. An age that is not known counts as the youngest, an age above the table as its oldest, which are
 * the stricter sides. Nobody needs adults for themselves: a session without children asks for `adults` alone.
 */
export function adultsNeeded(
  ages: readonly (number | null)[],
  { adults, ratios }: Pick<Thresholds, 'adults' | 'ratios'>,
): number {
  // In whole parts of one common adult: three thirds are one, and not a little more than one.
  const whole = ratios.map((band) => band.children).reduce(leastCommonMultiple, 1)
  const parts = ages.reduce<number>((sum, age) => sum + whole / perAdult(age, ratios), 0)
  return Math.max(adults, Math.ceil(parts / whole))
}

const perAdult = (age: number | null, ratios: readonly RatioBand[]): number =>
  (age === null ? ratios[0] : (ratios.find((band) => age < band.under) ?? ratios.at(-1)))?.children ?? 1

const leastCommonMultiple = (a: number, b: number): number => (a / greatestCommonDivisor(a, b)) * b
const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b)

/**
 * Why a session has too few adults, in words; null when there are enough. Adults are those who lead and help, and
 * volunteers of 18 and over; parents who come with their children are never counted. [NSPCC, DOMAIN 4.6]
 */
export function adultsProblem(
  there: number,
  ages: readonly (number | null)[],
  thresholds: Pick<Thresholds, 'adults' | 'ratios'>,
): string | null {
  const needed = adultsNeeded(ages, thresholds)
  if (there >= needed) return null
  const has = there === 0 ? 'No adult is down for it' : there === 1 ? 'Only 1 adult is down for it' : `${there} adults are down for it` // prettier-ignore
  if (needed <= thresholds.adults) return `${has}, and there must be ${needed}.`
  const unknown = ages.filter((age) => age === null).length
  const guess = unknown === 0 ? '' : ` (${unknown} of unknown age, counted as the youngest)`
  return `${has}, and ${ages.length} children${guess} need ${needed}.`
}
