import { fold } from '../text.ts'
import { bandsProblem } from './bands.rules.ts'
import { conversionProblem } from './conversion.rules.ts'
import type { BandTable, MeasurePart } from './measure-details.ts'
import type { Measure } from './measure-schema.ts'
import { rangeInWords } from './readings.rules.ts'
import { stagesProblem } from './stages.rules.ts'

/** A measure as a form sends it. */
export type MeasureFields = Omit<Measure, 'id' | 'retired' | 'edition' | 'version'>

/** What is wrong, and with which field of the form. */
export interface MeasureProblem {
  readonly field: 'goalLimit' | 'maximum' | `details.${keyof Measure['details']}`
  readonly message: string
}

type Check = (measure: MeasureFields) => MeasureProblem | null
const wrong = (field: MeasureProblem['field'], message: string | null | undefined): MeasureProblem | null =>
  message === null || message === undefined ? null : { field, message }
const repeated = (values: readonly (number | string)[]) =>
  values.find((value, i) => values.indexOf(value) !== i)

const goals: Check = ({ kind, goalLimit, details }) => {
  if (kind !== 'goals') return null
  if (goalLimit < 1) return wrong('goalLimit', 'Say how many goals there may be: 1, 2 or 3.')
  if (details.parts.length > 0 || details.total !== 'typed')
    return wrong('details.parts', 'A measure of goals has no parts. Take them out, or choose numbers.')
  if (details.conversion !== null) return wrong('details.conversion', 'Goals are not converted.')
  return wrong('details.use', details.use === 'feedback' ? 'Feedback is not of goals. Choose numbers.' : null)
}

function partProblem({ name, minimum, maximum, prorate }: MeasurePart): string | null {
  if (minimum >= maximum) return `The largest number of ${name} must be above the smallest.`
  if (prorate !== null && prorate.fewest > prorate.questions)
    return `${name} cannot need more questions answered than it has (${prorate.questions}).`
  return null
}

const parts: Check = ({ details }) => {
  const list = details.parts
  if (repeated(list.map((part) => part.item)) !== undefined)
    return wrong('details.parts', 'Two parts have the same number.')
  const twice = repeated(list.map((part) => fold(part.name)))
  const name = list.find((part) => fold(part.name) === twice)?.name
  if (name !== undefined) return wrong('details.parts', `There are two parts called ${name}.`)
  return wrong(
    'details.parts',
    list.map(partProblem).find((problem) => problem !== null),
  )
}

const total: Check = ({ details, minimum, maximum, direction, wholeNumbers }) => {
  if (details.total === 'typed') return null
  if (details.parts.length === 0)
    return wrong('details.total', 'A measure without parts is one number, which is typed.')
  if (details.total === 'none') return null
  const summed = details.parts.filter((part) => part.inTotal)
  if (summed.length === 0) return wrong('details.total', 'Say which parts are in the total.')
  if (summed.some((part) => part.direction !== direction))
    return wrong('details.total', 'The parts of a total must all point the way the total does.')
  const ends = { minimum: add(summed, 'minimum'), maximum: add(summed, 'maximum') }
  if (ends.minimum === minimum && ends.maximum === maximum) return null
  const whole = wholeNumbers ? '' : ' (decimals count)'
  return wrong('maximum', `The parts of the total come to ${rangeInWords(ends)}${whole}. Enter that as the smallest and the largest.`) // prettier-ignore
}
const add = (list: readonly MeasurePart[], end: 'minimum' | 'maximum') =>
  Math.round(list.reduce((sum, part) => sum + part[end], 0) * 1e6) / 1e6

const conversion: Check = ({ details, minimum, maximum }) => {
  if (details.conversion === null) return null
  if (details.total === 'none') return wrong('details.conversion', 'There is no total to convert.')
  const { table } = details.conversion
  const outside = table.find(([from]) => from < minimum || from > maximum)
  if (outside !== undefined)
    return wrong('details.conversion', `${outside[0]} is not in the range from ${minimum} to ${maximum}.`)
  return wrong('details.conversion', conversionProblem(details.conversion))
}

function tableProblem(measure: MeasureFields, table: BandTable): string | null {
  const part = measure.details.parts.find((one) => one.item === table.item)
  if (table.item !== 0 && part === undefined) return `There are bands of a part that is not there.`
  if (table.item === 0 && measure.details.total === 'none')
    return 'There are bands of a total that is not there.'
  if (table.of === 'entered') return bandsProblem(table.bands, part ?? measure)
  const converted = measure.details.conversion?.table.map(([, to]) => to)
  if (table.item !== 0 || converted === undefined)
    return 'There are bands of converted numbers, and nothing that converts them.'
  return bandsProblem(table.bands, { minimum: converted[0] ?? 0, maximum: converted.at(-1) ?? 0 })
}

const bands: Check = (measure) => {
  const { bandTables } = measure.details
  if (repeated(bandTables.map((t) => `${t.item} ${t.of} ${fold(t.edition)}`)) !== undefined)
    return wrong('details.bandTables', 'There are two tables of bands of the same number and edition.')
  return wrong(
    'details.bandTables',
    bandTables.map((table) => tableProblem(measure, table)).find((problem) => problem !== null),
  )
}

const stages: Check = (measure) => {
  const { stages: own, parts: list } = measure.details
  if (own === null) return null
  const ranges = list.length > 0 ? list : [measure]
  const [first] = ranges
  if (ranges.some((one) => one.minimum !== first?.minimum || one.maximum !== first.maximum))
    return wrong('details.stages', 'Stages need parts of one range.')
  return wrong('details.stages', stagesProblem(own, { ...measure, ...first }))
}

const answers: Check = ({ details, minimum, maximum, wholeNumbers }) => {
  const { answers: list, use, parts: own, total: made } = details
  const about = (message: string | null) => wrong('details.answers', message)
  if (use === 'feedback' && list.length < 2)
    return about('Feedback is counted answer by answer. Give at least two answers.')
  if (use === 'feedback' && own.length > 0 && made !== 'none')
    return wrong('details.total', 'Feedback with several statements has no total.')
  if (repeated(list.map((a) => a.value)) !== undefined) return about('Two answers have the same number.')
  if (repeated(list.map((a) => fold(a.label))) !== undefined) return about('Two answers have the same words.')
  const ranges = own.length > 0 ? own : [{ minimum, maximum }]
  const outside = list.find((a) => ranges.some((r) => a.value < r.minimum || a.value > r.maximum))
  if (outside !== undefined) return about(`${outside.label} (${outside.value}) is outside the range.`)
  const broken = wholeNumbers && list.find((a) => !Number.isInteger(a.value))
  return about(broken ? `${broken.label} (${broken.value}) is no whole number.` : null)
}

const people: Check = ({ details: { completedBy, countsBy, ages } }) => {
  if (repeated(completedBy) !== undefined)
    return wrong('details.completedBy', 'The same answer is there twice.')
  if (countsBy.some((one) => !completedBy.includes(one)))
    return wrong('details.countsBy', 'Whoever counts in figures must be among those who may complete it.')
  return wrong(
    'details.ages',
    ages !== null && ages.from > ages.to ? 'The ages are the wrong way round.' : null,
  )
}

/** The first thing wrong with a measure, in words and by field; null when it can be kept. */
export function measureProblem(measure: MeasureFields): MeasureProblem | null {
  for (const check of [goals, parts, total, conversion, bands, stages, answers, people]) {
    const problem = check(measure)
    if (problem !== null) return problem
  }
  return null
}

/**
 * What decides what a reading means: the kind, range, whole numbers and direction, which parts there are with theirs,
 * what the total is made of, the answers' numbers and the conversion. Names, source, bands, stages, who completes it
 * and labels are beside it, and change nothing about a number.
 */
const meaningOf = ({ kind, minimum, maximum, wholeNumbers, direction, details }: MeasureFields) => ({
  ends: [kind, minimum, maximum, wholeNumbers, direction, details.total, details.use],
  parts: details.parts
    .map((part) => [part.item, part.minimum, part.maximum, part.direction, part.inTotal])
    .toSorted(([a], [b]) => Number(a) - Number(b)),
  answers: details.answers.map((answer) => answer.value).toSorted((a, b) => a - b),
  conversion: details.conversion?.table ?? null,
})

/** Whether a change makes its readings mean something else, so that it is a new edition of the measure. */
export const isNewEdition = (now: MeasureFields, next: MeasureFields): boolean =>
  JSON.stringify(meaningOf(now)) !== JSON.stringify(meaningOf(next))
