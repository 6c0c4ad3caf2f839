import { describe, expect, test } from 'vitest'
import { measureId, personId } from '../../../shared/ids.ts'
import { fallsOf, inTime } from '../../../shared/outcomes/falls.rules.ts'
import { notDoneReasons, reasonMeant } from '../../../shared/outcomes/not-done.ts'
import type { Reading } from '../../../shared/outcomes/outcomes.contract.ts'
import { formsOf, starInWords, starOf } from '../../../shared/outcomes/star.rules.ts'
import { areas, aStarMeasure, starDetails } from '../../support/star-factories.ts'

const star = aStarMeasure(measureId.parse('018f0000-0000-7000-8000-000000000001'))
const amy = personId.parse('018f0000-0000-7000-8000-000000000002')

const reading = (change: Partial<Reading>): Reading => ({
  personId: amy,
  measureId: star.id,
  edition: 1,
  timePoint: 'before',
  round: 1,
  sessionId: null,
  item: 1,
  completedBy: 'worker-and-family',
  takenBy: null,
  value: 5,
  notDoneReason: null,
  fallReason: null,
  takenOn: '2026-09-07',
  version: 1,
  ...change,
})
const form = (change: Partial<Reading>, value: (item: number) => number) =>
  areas.map((item) => reading({ ...change, item, value: value(item) }))
const later = { timePoint: 'after', takenOn: '2026-11-02' } as const

describe('an area that was not discussed (D87)', () => {
  const first = form({}, () => 5).map((one) =>
    one.item === 10 ? { ...one, value: null, notDoneReason: 'Not discussed' } : one,
  )
  const made = starOf(star, [...first, ...form(later, () => 7)])
  test('has its reason and no number: nine of ten are known, and it has not moved', () => {
    expect(made.first?.known).toBe(9)
    expect(made.latest?.known).toBe(10)
    expect(made.parts[9]).toMatchObject({
      first: { value: null, notDoneReason: 'Not discussed' },
      moved: null,
      stages: null,
    })
    expect(starInWords('Star', made)).toBe('Of 9 areas known both times, 9 moved up.')
  })
})

describe('three readings of which one has a wrong date (D89)', () => {
  const readings = [
    ...form({ timePoint: 'before', takenOn: '2026-09-07' }, () => 3),
    ...form({ timePoint: 'during', takenOn: '2026-10-05' }, () => 5),
    ...form({ timePoint: 'after', takenOn: '2026-11-02' }, () => 9),
  ]
  test('the first and the latest are by their days', () => {
    expect(starOf(star, readings).parts[0]).toMatchObject({ first: { value: 3 }, latest: { value: 9 }, stages: 3 }) // prettier-ignore
  })
  test('and are chosen anew when the day is put right', () => {
    const mended = readings.map((one) => (one.timePoint === 'during' ? { ...one, takenOn: '2026-08-31' } : one)) // prettier-ignore
    expect(starOf(star, mended)).toMatchObject({ first: { timePoint: 'during' }, latest: { timePoint: 'after' } }) // prettier-ignore
    expect(starOf(star, mended).parts[0]).toMatchObject({ first: { value: 5 }, stages: 2 })
  })
  test('of one day, the time points are in their order', () => {
    const sameDay = readings.map((one) => ({ ...one, takenOn: '2026-09-07' }))
    expect(starOf(star, sameDay)).toMatchObject({ first: { timePoint: 'before' }, latest: { timePoint: 'after' } }) // prettier-ignore
    expect([...sameDay].reverse().toSorted(inTime)[0]).toMatchObject({ timePoint: 'before' })
  })
})

describe('whose reading it is', () => {
  const both = [
    ...form({}, () => 3),
    ...form({ completedBy: 'family' }, () => 9),
    ...form({ ...later, completedBy: 'worker' }, () => 5),
  ]
  test('the family’s own is kept and shown, and is not used', () => {
    const made = starOf(star, both)
    expect(made.forms.map((one) => [one.completedBy, one.counts])).toEqual([
      ['worker-and-family', true],
      ['family', false],
      ['worker', true],
    ])
    expect(made.forms[1]?.leftOut).toBe('Not used: completed by the family alone')
    expect(made.parts[0]).toMatchObject({ first: { value: 3 }, latest: { value: 5 } })
  })
  test('after a family is gone the worker’s alone counts', () => {
    expect(starOf(star, both).latest?.completedBy).toBe('worker')
  })
  test('of two that would count at one time, the one that was agreed is used', () => {
    const two = [...form({ completedBy: 'worker' }, () => 2), ...form({}, () => 4)]
    expect(starOf(star, two)).toMatchObject({
      first: { completedBy: 'worker-and-family' },
      latest: null,
    })
    expect(formsOf(star, two).map((one) => one.form.counts)).toEqual([true, false])
  })
  test('with nothing but the family’s own there is no star, and it says so', () => {
    const made = starOf(
      star,
      form({ completedBy: 'family' }, () => 5),
    )
    expect(made).toMatchObject({ first: null, latest: null })
    expect(starInWords('Star', made)).toBe('Nothing is drawn for Star yet.')
  })
})

describe('two editions of a measure', () => {
  const made = starOf(star, [...form({ edition: 1 }, () => 3), ...form({ ...later, edition: 2 }, () => 9)])
  test('are never compared: only the latest is drawn, and both are listed', () => {
    expect(made).toMatchObject({ first: { timePoint: 'after' }, latest: null })
    expect(made.forms).toHaveLength(2)
  })
})

test('a high start that stayed high is said to have been kept, and not to have made no progress', () => {
  const kept = (from: number, to: number) => starOf(star, [...form({}, () => from), ...form(later, () => to)]).parts[0] // prettier-ignore
  expect(kept(9, 10)).toMatchObject({ moved: 'same', keptHigh: true })
  expect(kept(8, 8)).toMatchObject({ moved: 'same', keptHigh: false })
  expect(kept(8, 9)).toMatchObject({ moved: 'improved', keptHigh: false })
})

describe('a fall', () => {
  const falls = (...values: [number, number]) =>
    fallsOf(star, [reading({ value: values[0] }), reading({ ...later, value: values[1] })]).length
  test('is of a stage, not of a number', () => {
    expect([falls(6, 5), falls(5, 4), falls(5, 5), falls(4, 5)]).toEqual([0, 1, 0, 0])
  })
  test('without stages is of any number, in the measure’s own direction', () => {
    const plain = { ...star, details: { ...starDetails, stages: null } }
    const down = { ...plain, details: { ...plain.details, parts: plain.details.parts.map((part) => ({ ...part, direction: 'lower-is-better' as const })) } } // prettier-ignore
    const six = [reading({ value: 6 }), reading({ ...later, value: 5 })]
    expect([fallsOf(plain, six).length, fallsOf(down, six).length]).toEqual([1, 0])
  })
  test('is from the one before it in time, and not between two views of one time', () => {
    const views = [reading({ value: 9 }), reading({ value: 3, completedBy: 'worker' })]
    expect(fallsOf(star, views)).toEqual([])
    const back = [reading({ value: 9 }), reading({ timePoint: 'during', takenOn: '2026-10-01', value: 3 }), reading({ ...later, value: 3 })] // prettier-ignore
    expect(fallsOf(star, back).map((fall) => fall.reading.timePoint)).toEqual(['during'])
  })
  test('is never from a number that does not count, nor from another edition, nor to nothing', () => {
    expect(fallsOf(star, [reading({ value: 9, completedBy: 'family' }), reading({ ...later, value: 3 })])).toEqual([]) // prettier-ignore
    expect(fallsOf(star, [reading({ value: 9 }), reading({ ...later, value: 3, edition: 2 })])).toEqual([])
    expect(fallsOf(star, [reading({ value: 9 }), reading({ ...later, value: null, notDoneReason: 'Declined' })])).toEqual([]) // prettier-ignore
  })
})

test('the first letters of a usual reason are the reason; anything else is kept in its own words', () => {
  expect(reasonMeant('decl')).toBe('Declined')
  expect(reasonMeant('DOES NOT')).toBe('Does not apply to this family')
  // Two begin so.
  expect(reasonMeant('not')).toBe('not')
  expect(reasonMeant('moved to Hull')).toBe('moved to Hull')
  for (const reason of notDoneReasons) expect(reasonMeant(reason)).toBe(reason)
})

describe('a star on which a lower number is better', () => {
  const lower = aStarMeasure(star.id, { direction: 'lower-is-better', details: { ...starDetails, parts: starDetails.parts.map((part) => ({ ...part, direction: 'lower-is-better' as const })) } }) // prettier-ignore
  const moved = (was: number, is: number) => starOf(lower, [...form({}, () => was), ...form(later, () => is)]).parts[0] // prettier-ignore
  test('counts its stages upwards when numbers come down, as the reports do', () => {
    expect(moved(9, 3)).toMatchObject({ moved: 'improved', stages: 3, keptHigh: false })
    expect(moved(3, 9)).toMatchObject({ moved: 'worse', stages: -3, keptHigh: false })
  })
  test('starts high where its numbers are lowest', () => {
    expect(moved(1, 2)).toMatchObject({ moved: 'same', stages: 0, keptHigh: true })
    expect(moved(10, 10)).toMatchObject({ moved: 'same', keptHigh: false })
  })
})
