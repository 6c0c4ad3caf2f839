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
type Reason = (reading: Kept) => string | null

/**
 * Gives every fall that a change makes its reason, where the measure asks for one; CONFLICT with the falls in
 * `details.falls` when there is none to give. A fall that stood there before without one is left alone, and so is the
 * reason of what is a fall no more, unless it is itself `changed`.
 */
export function explainFalls(
  measure: Measure,
  was: readonly Kept[],
  is: readonly Kept[],
  { changed, reasonFor, nameOf }: { changed: ReadonlySet<string>; reasonFor: Reason; nameOf: (id: PersonId) => string }, // prettier-ignore
): Kept[] {
  const key = ({ reading, from, to }: Fall<Kept>) => `${reading.id} ${from} ${to}`
  const falls = new Map(fallsOf(measure, is).map((fall) => [fall.reading.id, fall]))
  const before = new Set(fallsOf(measure, was).map(key))
  const unexplained: Fall<Kept>[] = []
  const explained = is.map((reading) => {
    const fall = falls.get(reading.id)
    if (fall === undefined) return changed.has(reading.id) ? { ...reading, fallReason: null } : reading
    const fallReason = reading.fallReason ?? (before.has(key(fall)) ? null : reasonFor(reading))
    if (fallReason === null && !before.has(key(fall))) unexplained.push(fall)
    return { ...reading, fallReason }
  })
  if (measure.details.fallAsksWhy && unexplained.length > 0) throw askWhy(measure, unexplained, nameOf)
  return explained
}

function askWhy(measure: Measure, falls: readonly Fall<Kept>[], nameOf: (id: PersonId) => string): AppError {
  const stage = measure.details.stages === null ? 'lower' : 'a stage lower'
  const told = falls.map(({ reading, from, to }) => ({
    personId: reading.personId,
    item: reading.item,
    timePoint: reading.timePoint,
    round: reading.round,
    from,
    to,
    words: `${nameOf(reading.personId)}, ${itemShape(measure, reading.item).name}: ${from}, then ${to} (${timePointLabels[reading.timePoint].toLowerCase()}, ${longDate(reading.takenOn)})`,
  }))
  const what = falls.length === 1 ? 'One reading is' : `${falls.length} readings are`
  const message = `${what} ${stage} than the one before. Say why, and ${falls.length === 1 ? 'it is' : 'they are'} saved. Nothing was saved yet.`
  return new AppError('CONFLICT', message, { falls: told, fields: { fallReason: `Say why for ${count(falls.length, 'reading')}.` } }) // prettier-ignore
}
