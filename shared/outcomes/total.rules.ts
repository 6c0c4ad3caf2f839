import { asOf, type WithEarlier } from './editions.rules.ts'
import type { Measure, Reading } from './outcomes.contract.ts'
import { TOTAL_ITEM } from './readings.rules.ts'

type Made = Pick<Measure, 'name' | 'details'>
/** The numbers of one form by item; an item without a number is not in it. */
export type Numbers = ReadonlyMap<number, number>

const partsOfTotal = ({ details }: Made) => details.parts.filter((part) => part.inTotal)
const tidy = (value: number) => Math.round(value * 1e6) / 1e6

/** Whether the total is made of parts, so that nobody need type it. */
export const isSummed = ({ details }: Made): boolean => details.total === 'sum'

/**
 * The parts that are in the total, added up; null while one of them has no number, and for a measure whose total is
 * no sum. A part that is not in the total (prosocial of the SDQ) changes nothing.
 */
export function sumOf(measure: Made, numbers: Numbers): number | null {
  if (!isSummed(measure)) return null
  let sum = 0
  for (const part of partsOfTotal(measure)) {
    const value = numbers.get(part.item)
    if (value === undefined) return null
    sum += value
  }
  return tidy(sum)
}

/** The total of a form: the sum when every part of it is known, else what was typed; null when there is neither. */
export const totalOf = (measure: Made, numbers: Numbers): number | null =>
  measure.details.total === 'none' ? null : (sumOf(measure, numbers) ?? numbers.get(TOTAL_ITEM) ?? null)

/**
 * Why the typed total of a form cannot stand beside its parts, in words; null when it can, and when none was typed.
 * While parts are missing it must be one that they could still make.
 */
export function totalProblem(measure: Made, numbers: Numbers): string | null {
  const typed = numbers.get(TOTAL_ITEM)
  if (typed === undefined || !isSummed(measure)) return null
  let [least, most] = [0, 0]
  for (const part of partsOfTotal(measure)) {
    const value = numbers.get(part.item)
    least += value ?? part.minimum
    most += value ?? part.maximum
  }
  if (typed >= tidy(least) && typed <= tidy(most)) return null
  const parts = sumOf(measure, numbers)
  return parts === null
    ? `With the parts entered the total of ${measure.name} is from ${tidy(least)} to ${tidy(most)}, not ${typed}. Check the total and its parts.`
    : `The parts of ${measure.name} come to ${parts}, not ${typed}. Check the total and its parts.`
}

type OfForm = Pick<
  Reading,
  | 'personId'
  | 'measureId'
  | 'timePoint'
  | 'round'
  | 'sessionId'
  | 'completedBy'
  | 'edition'
  | 'item'
  | 'value'
>

/** What tells one filled-in form of a measure from another. */
export const formKey = (r: Omit<OfForm, 'item' | 'value'> & { readonly groupId?: string }): string =>
  [
    r.groupId ?? '',
    r.personId,
    r.measureId,
    r.edition,
    r.timePoint,
    r.round,
    r.completedBy,
    r.sessionId ?? '',
  ].join(' ')

/**
 * The readings of a measure with the total of every form among them: one that is known by its parts stands in place
 * of one that was typed. Each form is added up as its edition was. For measures whose total is no sum they come back as they are.
 */
export function withTotals<R extends OfForm>(measure: Made & WithEarlier, readings: readonly R[]): R[] {
  if (![measure, ...(measure.earlier ?? [])].some(isSummed)) return [...readings]
  return [...Map.groupBy(readings, formKey).values()].flatMap((form) => {
    const numbers = new Map(form.flatMap((r) => (r.value === null ? [] : [[r.item, r.value] as const])))
    const first = form[0]
    const sum = first === undefined ? null : sumOf(asOf(measure, first.edition), numbers)
    if (sum === null || first === undefined) return form
    const typed = form.find((r) => r.item === TOTAL_ITEM)
    const total = { ...(typed ?? first), item: TOTAL_ITEM, value: sum, notDoneReason: null, fallReason: null }
    return [...form.filter((r) => r.item !== TOTAL_ITEM), total]
  })
}
