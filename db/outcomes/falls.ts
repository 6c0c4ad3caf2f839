import { AppError } from '../../shared/errors.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { Measure, Reading } from '../../shared/outcomes/outcomes.contract.ts'
import { fallsOf, type Fall } from '../../shared/outcomes/falls.rules.ts'
import { itemShape } from '../../shared/outcomes/readings.rules.ts'
import { timePointLabels } from '../../shared/outcomes/time-points.ts'
import { count } from '../../shared/text.ts'
import { longDate } from '../../shared/time/format.ts'

/** A reading of the file, or one that is about to be. */
export type Kept = Reading & { readonly id: string }
/** A measure in one of its editions. */
export interface AsOf {
  readonly asOf: (edition: number) => Measure | undefined
}

type Reason = (reading: Kept) => string | null

/**
 * Gives every fall that a change makes its reason, where the measure asks for one; CONFLICT with the falls in
 * `details.falls` when there is none to give. A fall that stood there before without one is left alone, and so is the
 * reason of what is a fall no more, unless it is itself `changed`.
 */
export function explainFalls(
  { asOf }: AsOf,
  was: readonly Kept[],
  is: readonly Kept[],
  { changed, reasonFor, nameOf }: { changed: ReadonlySet<string>; reasonFor: Reason; nameOf: (id: PersonId) => string }, // prettier-ignore
): Kept[] {
  const key = ({ reading, from, to }: Fall<Kept>) => `${reading.id} ${from} ${to}`
  const falls = new Map(fallsIn(asOf, is).map((fall) => [fall.reading.id, fall]))
  const before = new Set(fallsIn(asOf, was).map(key))
  const unexplained: Fall<Kept>[] = []
  const explained = is.map((reading) => {
    const fall = falls.get(reading.id)
    if (fall === undefined) return changed.has(reading.id) ? { ...reading, fallReason: null } : reading
    const fallReason = reading.fallReason ?? (before.has(key(fall)) ? null : reasonFor(reading))
    if (fallReason === null && !before.has(key(fall))) unexplained.push(fall)
    return { ...reading, fallReason }
  })
  const asking = unexplained.filter(({ reading }) => asOf(reading.edition)?.details.fallAsksWhy)
  if (asking.length > 0) throw askWhy(asOf, asking, nameOf)
  return explained
}

/** Each edition by itself: numbers of two are not compared. */
const fallsIn = (asOf: AsOf['asOf'], readings: readonly Kept[]): Fall<Kept>[] =>
  [...Map.groupBy(readings, (one) => one.edition)].flatMap(([edition, some]) => {
    const measure = asOf(edition)
    return measure ? fallsOf(measure, some) : []
  })

function askWhy(
  asOf: AsOf['asOf'],
  falls: readonly Fall<Kept>[],
  nameOf: (id: PersonId) => string,
): AppError {
  const areaOf = ({ edition, item }: Kept) => {
    const measure = asOf(edition)
    return measure === undefined ? '' : itemShape(measure, item).name
  }
  const staged = falls.every(({ reading }) => asOf(reading.edition)?.details.stages)
  const stage = staged ? 'a stage lower' : 'lower'
  const told = falls.map(({ reading, from, to }) => ({
    personId: reading.personId,
    item: reading.item,
    timePoint: reading.timePoint,
    round: reading.round,
    from,
    to,
    words: `${nameOf(reading.personId)}, ${areaOf(reading)}: ${from}, then ${to} (${timePointLabels[reading.timePoint].toLowerCase()}, ${longDate(reading.takenOn)})`,
  }))
  const what = falls.length === 1 ? 'One reading is' : `${falls.length} readings are`
  const message = `${what} ${stage} than the one before. Say why, and ${falls.length === 1 ? 'it is' : 'they are'} saved. Nothing was saved yet.`
  return new AppError('CONFLICT', message, { falls: told, fields: { fallReason: `Say why for ${count(falls.length, 'reading')}.` } }) // prettier-ignore
}
