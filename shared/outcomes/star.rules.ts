import { bandOf, bandSources } from './band-words.rules.ts'
import { asOf, type MeasureOverTime } from './editions.rules.ts'
import { completerLabels } from './measure-details.ts'
import { countsBy, directionOf, stageIn } from './change-points.rules.ts'
import { inTime } from './falls.rules.ts'
import { movementOf } from './change.rules.ts'
import type { Measure, Reading } from './outcomes.contract.ts'
import { itemShape } from './readings.rules.ts'
import { stageOf } from './stages.rules.ts'
import { count } from '../text.ts'
import type { Star, StarForm, StarPart, StarPoint } from './star.contract.ts'
import { formKey } from './total.rules.ts'

interface Whole {
  readonly form: StarForm
  readonly edition: number
  readonly points: ReadonlyMap<number, Reading>
}

/**
 * The forms of one person on one measure in one group, in the order of time. A form is of its latest day. Of two that
 * count at one time point, the completer that the measure names first is the one used; the other is kept and shown.
 */
export function formsOf(measure: Measure, readings: readonly Reading[]): Whole[] {
  const own = readings.filter((one) => one.measureId === measure.id && one.sessionId === null)
  const all = [...Map.groupBy(own, formKey).values()].map((rows): Whole => wholeOf(measure, rows))
  return all.map((one) => {
    const { form } = one
    const first = all.filter((other) => other.form.counts && sameTime(other.form, form)).toSorted(inOrder(measure))[0] // prettier-ignore
    if (!form.counts || first === undefined || first === one) return one
    const leftOut = `Not used: at the same time there is one by ${by(first.form)}`
    return { ...one, form: { ...form, counts: false, leftOut } }
  }).toSorted((one, other) => inTime(one.form, other.form) || inOrder(measure)(one, other)) // prettier-ignore
}

const by = ({ completedBy }: StarForm) => completerLabels[completedBy].toLowerCase()
const sameTime = (one: StarForm, other: StarForm) =>
  one.timePoint === other.timePoint && one.round === other.round
const inOrder =
  ({ details }: Measure) =>
  (one: Whole, other: Whole) =>
    details.completedBy.indexOf(one.form.completedBy) - details.completedBy.indexOf(other.form.completedBy)

function wholeOf(measure: Measure, rows: readonly Reading[]): Whole {
  const [{ timePoint, round, completedBy, edition }] = rows as [Reading] // a group of rows has at least one
  const takenOn = rows.reduce((latest, row) => (row.takenOn > latest ? row.takenOn : latest), '')
  const does = countsBy(measure.details, completedBy)
  const leftOut = does ? null : `Not used: completed by ${completerLabels[completedBy].toLowerCase()}`
  const known = rows.filter((row) => row.item > 0 && row.value !== null).length
  return {
    form: { timePoint, round, completedBy, takenOn, counts: does, leftOut, known },
    edition,
    points: new Map(rows.map((row) => [row.item, row])),
  }
}

/** Whether anything of a form can be drawn. */
const drawn = ({ form }: Whole) => form.counts && form.known > 0

/**
 * The first and the latest form that count, by their days, with what moved between them part by part. Both are of one
 * edition of the measure, the latest: numbers of two editions are not compared. A part without a number in either has
 * no movement, and is never taken for 0.
 */
export function starOf(measure: MeasureOverTime, readings: readonly Reading[]) {
  const forms = formsOf(measure, readings)
  const latest = forms.findLast(drawn)
  const first = forms.find((one) => drawn(one) && one.edition === latest?.edition)
  const later = latest === first ? undefined : latest
  const parts = measure.details.parts.map(({ item }) => partOf(measure, item, first?.points.get(item), later?.points.get(item))) // prettier-ignore
  const banded = parts.filter((part) => part.first.band !== null || part.latest.band !== null)
  return {
    first: first?.form ?? null,
    latest: later?.form ?? null,
    parts,
    bandSources: latest === undefined ? [] : bandSources(asOf(measure, latest.edition).details, banded.map((part) => part.item)), // prettier-ignore
    forms: forms.map((one) => one.form),
  }
}

/** Its band is by the edition that it was taken by. */
function pointOf(measure: MeasureOverTime, reading: Reading | undefined): StarPoint {
  const value = reading?.value ?? null
  const band = reading === undefined || value === null ? null : bandOf(asOf(measure, reading.edition).details, reading.item, value) // prettier-ignore
  return { value, notDoneReason: reading?.notDoneReason ?? null, band }
}

/** A star as it goes to the family: bands are read by staff, and are not on it. */
export const withoutBands = (star: Star): Star => ({
  ...star,
  bandSources: [],
  parts: star.parts.map((part) => ({
    ...part,
    first: { ...part.first, band: null },
    latest: { ...part.latest, band: null },
  })),
})

function partOf(
  measure: MeasureOverTime,
  item: number,
  first: Reading | undefined,
  latest: Reading | undefined,
): StarPart {
  const { name, minimum, maximum, direction } = itemShape(measure, item)
  const [was, is] = [first?.value ?? null, latest?.value ?? null]
  const fell = was !== null && is !== null && movedOf(measure, item, was, is).moved === 'worse'
  const label = (value: number | null) => (value === null ? null : (stageOf(measure.details, value)?.label ?? null)) // prettier-ignore
  return {
    item,
    name,
    minimum,
    maximum,
    direction,
    first: pointOf(measure, first),
    latest: pointOf(measure, latest),
    ...(was === null || is === null
      ? { moved: null, stages: null, keptHigh: false }
      : movedOf(measure, item, was, is)),
    firstStage: label(was),
    latestStage: label(is),
    fallReason: fell ? (latest?.fallReason ?? null) : null,
  }
}

/** Which way between two numbers, as the reports count it: by stages where both are in one, else by the numbers themselves. */
function movedOf(measure: Measure, item: number, was: number, is: number) {
  const [from, to] = [stageIn(measure, item, was), stageIn(measure, item, is)]
  if (from === null || to === null)
    return { moved: movementOf(was, is, directionOf(measure, item)), stages: null, keptHigh: false }
  const high = measure.details.stages?.highFrom ?? Infinity
  return { moved: movementOf(from, to, 'higher-is-better'), stages: to - from, keptHigh: from >= high && to >= from } // prettier-ignore
}

/** The star in one sentence, which is its text for those who do not see it. */
export function starInWords(
  name: string,
  { first, latest, parts }: Pick<ReturnType<typeof starOf>, 'first' | 'latest' | 'parts'>,
): string {
  if (first === null) return `Nothing is drawn for ${name} yet.`
  if (latest === null) return `One form of ${name}, with ${first.known} of ${parts.length} areas.`
  const both = parts.filter((part) => part.moved !== null)
  const tell = (moved: StarPart['moved'], words: string) => {
    const some = both.filter((part) => part.moved === moved).length
    return some === 0 ? [] : [`${some} ${words}`]
  }
  const moves = [...tell('improved', 'moved up'), ...tell('same', 'stayed'), ...tell('worse', 'moved down')]
  if (both.length === 0) return `No area of ${name} is known both times.`
  return `Of ${count(both.length, 'area')} known both times, ${moves.join(', ')}.`
}
