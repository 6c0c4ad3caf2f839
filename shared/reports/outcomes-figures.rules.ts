import type { Movement } from '../outcomes/change.rules.ts'
import { stageName } from '../outcomes/change-points.rules.ts'
import type { Measure } from '../outcomes/outcomes.contract.ts'
import { sharedBy, type FigureOf } from './made-table.rules.ts'
import type { Behind } from './making.ts'
import { asFamily, begun, behindOf, each, family, hasBefore, isPair, pairs, person, personInGroup, progressIn, type Place } from './outcomes-facts.rules.ts' // prettier-ignore

type Figure = FigureOf<Place>
type Of = Figure['of']
const counted = (key: string, name: string, definition: string, of: Of): Figure => ({ key, name, unit: 'count', definition, adds: true, people: true, of }) // prettier-ignore
const different = (key: string, name: string, definition: string, of: Of): Figure => ({ ...counted(key, name, definition, of), adds: false }) // prettier-ignore
const share = (key: string, name: string, definition: string, of: Of): Figure => ({ key, name, unit: 'percent', definition, adds: false, people: true, of }) // prettier-ignore

/** People in groups with a place like this, of whom nothing is better matched. */
const only = (state: Place['state'], unless: (place: Place) => boolean): Of => (places) => {
  const own = places.filter((place) => place.state === state)
  const better = new Set(own.length === 0 ? [] : places.filter(unless).map((place) => place.who))
  return each(own.filter((place) => !better.has(place.who)), personInGroup)
} // prettier-ignore

/** Who has both, and what became of those who have not. */
export const matchedFigures: readonly Figure[] = [
  counted('before', 'With a before', 'People with a number before, each once in each group.', (places) => each(begun(places), personInGroup)),
  counted('matched', 'With both', 'Of them, those with a number after too: on the same measure, edition and goal or area, in the same group.', (places) => each(pairs(places), personInGroup)),
  share('matched-rate', 'Matched rate', 'People with both, of people with a before, each once in each group.', (places) => each(begun(places), personInGroup, (own) => own.some(isPair))),
  counted('before-only', 'Before only', 'People with a before and nothing after to match it, each once in each group.', only('before-only', (place) => isPair(place) || place.state === 'other-edition')),
  counted('after-only', 'After only', 'People with an after and nothing before it, each once in each group. They take part in no change.', only('after-only', hasBefore)),
  counted('other-edition', 'Of two editions', 'People whose before and after are of two editions of the measure, so that nothing of theirs can be compared.', only('other-edition', isPair)),
  different('people', 'Different people with both', 'Each once, however many groups and measures they have both in.', (places) => each(pairs(places), person)),
  different('families', 'Different families with both', 'Families of those people, each once. A person with no family recorded is not counted here.', (places) => each(pairs(places), family).map(asFamily)),
  { ...counted('extras', 'Extra readings', 'Numbers that take no part because there was more than one: of several before the earliest counts, of several after the latest.', (places) => places.filter((place) => place.state === 'extra').map(behindOf)), people: false },
] // prettier-ignore

const moved =
  (movement: Movement): Of =>
  (places) =>
    pairs(places)
      .filter((place) => place.pair?.movement === movement)
      .map(behindOf)

const byStage = ({ details }: Measure) => details.stages !== null
/** What improving is, in the words of a definition. */
const wayOf = (measure: Measure) =>
  byStage(measure) ? 'moved up a stage' : 'moved in the better direction by any amount'

/** Pairs by the way they moved; of a measure with stages, also the starts that were high. */
export function changeFigures(measure: Measure): Figure[] {
  const stages = byStage(measure)
  return [
    counted('pairs', 'Pairs', 'Numbers before and after of the same person, item, edition and group: n. Of several before the earliest counts, of several after the latest.', (places) => pairs(places).map(behindOf)),
    counted('improved', stages ? 'Moved up' : 'Improved', `Pairs that ${wayOf(measure)}.`, moved('improved')),
    counted('same', stages ? 'Same stage' : 'Same', stages ? 'Pairs that stayed within a stage.' : 'Pairs with the same number twice.', moved('same')),
    counted('worse', stages ? 'Moved down' : 'Worse', stages ? 'Pairs that moved down a stage or more.' : 'Pairs that moved in the other direction.', moved('worse')),
    share('improved-share', stages ? 'Moved up, of pairs' : 'Improved, of pairs', `Pairs that ${wayOf(measure)}, of all pairs.`, (places) => pairs(places).map((place) => ({ ...behindOf(place), counts: place.pair?.movement === 'improved' }))),
    ...(stages ? [counted('kept-high', 'Started high and kept', `Pairs that began in stage ${measure.details.stages?.highFrom ?? ''} or above and did not move down. Those of them who moved up are among the moved up too.`, (places: readonly Place[]) => pairs(places).filter((place) => place.pair?.keptHigh).map(behindOf))] : []),
  ] // prettier-ignore
}

/** From one stage to another: a column for each stage after. */
export const stageFigures = (measure: Measure): Figure[] =>
  (measure.details.stages?.list ?? []).map((_, at) =>
    counted(
      `to-${at + 1}`,
      `To ${stageName(measure, 0, at + 1)}`,
      'Pairs whose stage after is this one.',
      (places) =>
        pairs(places)
          .filter((place) => place.pair?.stages?.to === at + 1)
          .map(behindOf),
    ),
  )

/** The service's own headline: progress in one or more, and in three or more areas. Of those with a pair in one at least. */
export function progressFigures(measure: Measure): Figure[] {
  const own = sharedBy((places: readonly Place[]) => pairs(places).filter((place) => isPart(measure, place)))
  const of = (what: string) => `Different ${what} with a pair in at least one area: n.`
  const atLeast = (least: number, what: string) => `Of those ${what}, the ones who ${wayOf(measure)} in ${least === 1 ? 'one area' : 'three areas'} or more of one group.` // prettier-ignore
  const reached = (least: number, idOf: typeof family, as = (row: Behind) => row): Of => (places) => each(own(places), idOf, (some) => progressIn(some) >= least).map(as) // prettier-ignore
  const inPart = (of: Of): Of => (places) => of(places).filter((row) => row.counts !== false) // prettier-ignore
  const block = (key: 'people' | 'families', idOf: typeof family, as?: (row: Behind) => Behind): Figure[] => [
    different(key, key === 'people' ? 'People' : 'Families', of(key), (places) => each(own(places), idOf).map(as ?? ((row) => row))),
    ...[1, 3].flatMap((least) => [
      different(`${key}-${least}`, `${key === 'people' ? 'People' : 'Families'} in ${least} or more`, atLeast(least, key), inPart(reached(least, idOf, as))),
      share(`${key}-${least}-share`, `${least} or more, of ${key}`, atLeast(least, key), reached(least, idOf, as)),
    ]),
  ] // prettier-ignore
  return [...block('people', person), ...block('families', family, asFamily)]
}

/** Whether a place is of a part or goal, of which somebody has several. */
export const isPart = (measure: Measure, { item }: Place): boolean => hasParts(measure) && item !== 0
export const hasParts = ({ kind, details }: Measure): boolean => kind === 'goals' || details.parts.length > 1

/** Progress by how often people came and whether they completed: everybody with a pair, each once in each group. */
export function doseFigures(measure: Measure): Figure[] {
  const own = sharedBy((places: readonly Place[]) => pairs(places).filter((place) => place.counted))
  const better = (some: readonly Place[]) => some.some((place) => place.pair?.movement === 'improved')
  const what = `improved in at least one thing that was measured: they ${wayOf(measure)}`
  return [
    counted('people', 'People with a pair', 'Each once in each group: n.', (places) => each(own(places), personInGroup)),
    counted('improved', 'Improved', `Of them, those who ${what}.`, (places) => each(own(places), personInGroup, better).filter((row) => row.counts !== false)),
    share('improved-share', 'Improved, of people', `Of people with a pair, those who ${what}.`, (places) => each(own(places), personInGroup, better)),
  ] // prettier-ignore
}
