import fc from 'fast-check'
import { measureId } from '../../shared/ids.ts'
import { isKnown, type ChangeMeasure, type Point } from '../../shared/outcomes/change-points.rules.ts'
import { completers, measureDetailsSchema } from '../../shared/outcomes/measure-details.ts'
import { timePoints } from '../../shared/outcomes/time-points.ts'

const id = (n: number) => measureId.parse(`01900000-0000-7000-8000-${String(n).padStart(12, '0')}`)

const part = (item: number, direction: 'higher-is-better' | 'lower-is-better' = 'higher-is-better') =>
  ({ item, name: `Area ${item}`, minimum: 1, maximum: 10, direction, inTotal: item < 3, prorate: null }) as const // prettier-ignore
const five = ['First', 'Second', 'Third', 'Fourth', 'Fifth']
/** Five stages of two readings each, as DOMAIN.md 3.1 has them; a start in the fourth or fifth is high. */
export const stages = {
  source: 'Invented for the tests',
  confirmed: true,
  highFrom: 4,
  list: five.map((label, at) => ({ from: at * 2 + 1, to: at * 2 + 2, label })),
}

/** One number, higher is better. */
export const oneNumber: ChangeMeasure = { id: id(900), name: 'Test measure', kind: 'scale', direction: 'higher-is-better', details: measureDetailsSchema.parse({}) } // prettier-ignore
export const goals: ChangeMeasure = { ...oneNumber, id: id(901), kind: 'goals' }
/** Ten areas with stages and no total, of which only what a worker agreed counts. */
export const star: ChangeMeasure = {
  ...oneNumber,
  id: id(902),
  details: measureDetailsSchema.parse({
    parts: Array.from({ length: 10 }, (_, at) => part(at + 1)),
    total: 'none',
    stages,
    completedBy: ['worker-and-family', 'worker', 'family'],
    countsBy: ['worker-and-family', 'worker'],
  }),
}
/** Three scales of which two make the total, one of them in the other direction. */
export const summed: ChangeMeasure = {
  ...oneNumber,
  id: id(903),
  direction: 'lower-is-better',
  details: measureDetailsSchema.parse({
    parts: [part(1, 'lower-is-better'), part(2, 'lower-is-better'), part(3)],
    total: 'sum',
  }),
}
export const changeMeasures = [oneNumber, goals, star, summed]

/** A reading of a measure, by whom it counts unless said. */
export const aPoint = (measure: ChangeMeasure, change: Partial<Point> = {}): Point => ({
  groupId: 'g1',
  personId: 'p1',
  measureId: measure.id,
  edition: 1,
  timePoint: 'before',
  round: 1,
  item: measure.details.parts.length > 0 || measure.kind === 'goals' ? 1 : 0,
  completedBy: measure.details.countsBy[0] ?? 'not-said',
  value: 5,
  takenOn: '2026-09-01',
  ...change,
})

const itemsIn = ({ kind, details }: ChangeMeasure) =>
  kind === 'goals' ? [1, 2, 3] : details.parts.length > 0 ? [0, 1, 2, 3] : [0]

/** Readings of a measure in two groups, each place of which is taken once, as the file has it. */
export const anyPoints = (measure: ChangeMeasure): fc.Arbitrary<Point[]> =>
  fc.uniqueArray(
    fc.record({
      groupId: fc.constantFrom('g1', 'g2'),
      personId: fc.constantFrom('p1', 'p2', 'p3'),
      measureId: fc.constant(measure.id),
      edition: fc.constantFrom(1, 1, 1, 2),
      timePoint: fc.constantFrom(...timePoints, 'before' as const, 'after' as const),
      round: fc.constantFrom(1, 1, 2),
      item: fc.constantFrom(...itemsIn(measure)),
      completedBy: fc.constantFrom(...completers),
      value: fc.option(fc.integer({ min: 1, max: 10 })),
      takenOn: fc.constantFrom('2026-09-01', '2026-09-01', '2026-10-06', '2026-11-17'),
    }),
    { selector: (r) => [r.groupId, r.personId, r.edition, r.timePoint, r.round, r.completedBy, r.item].join(' '), maxLength: 60 },
  ) // prettier-ignore

export interface PlainPair {
  readonly place: string
  readonly before: number
  readonly after: number
  readonly movement: 'improved' | 'same' | 'worse'
  readonly keptHigh: boolean
}
export interface PlainChange {
  readonly pairs: PlainPair[]
  readonly beforeOnly: string[]
  readonly afterOnly: string[]
  readonly otherEdition: string[]
  readonly extras: number
}

/** The same matching once more, by loops that anybody can follow. */
export function changeByLoops(measure: ChangeMeasure, readings: readonly Point[]): PlainChange {
  const { details } = measure
  const usable: Point[] = []
  for (const r of readings) {
    if (r.measureId !== measure.id || r.value === null) continue
    if (r.timePoint !== 'before' && r.timePoint !== 'after') continue
    if (details.countsBy.length > 0 && !details.countsBy.includes(r.completedBy)) continue
    usable.push(r)
  }
  const points = details.total === 'sum' ? summedByLoops(measure, usable) : usable
  const places = new Set<string>()
  for (const r of points) places.add(`${r.groupId} ${r.personId} ${r.item}`)
  const made: PlainChange = { pairs: [], beforeOnly: [], afterOnly: [], otherEdition: [], extras: 0 }
  let extras = 0
  for (const place of places) {
    const here = points.filter((r) => `${r.groupId} ${r.personId} ${r.item}` === place)
    let found: [Point, Point] | null = null
    for (const edition of [1, 2]) {
      const before = pick(details.completedBy, here.filter((r) => r.edition === edition), 'before') // prettier-ignore
      const after = pick(details.completedBy, here.filter((r) => r.edition === edition), 'after') // prettier-ignore
      if (before && after) found = [before, after]
    }
    if (found) {
      made.pairs.push(judge(measure, place, found[0], found[1]))
      extras += here.length - 2
      continue
    }
    const has = (timePoint: string) => here.some((r) => r.timePoint === timePoint)
    if (has('before') && has('after')) {
      made.otherEdition.push(place)
      extras += here.length - 2
    } else {
      ;(has('before') ? made.beforeOnly : made.afterOnly).push(place)
      extras += here.length - 1
    }
  }
  return { ...made, extras }
}

function summedByLoops({ details }: ChangeMeasure, points: readonly Point[]): Point[] {
  const out = [...points]
  const forms = new Set(points.map(form))
  for (const one of forms) {
    const parts: Point[] = []
    for (const p of details.parts) {
      if (!p.inTotal) continue
      const found = points.find((r) => form(r) === one && r.item === p.item)
      if (found) parts.push(found)
    }
    if (parts.length < details.parts.filter((p) => p.inTotal).length) continue
    const typed = out.findIndex((r) => form(r) === one && r.item === 0)
    if (typed !== -1) out.splice(typed, 1)
    let value = 0
    let takenOn = ''
    for (const r of parts) {
      value += r.value ?? 0
      if (r.takenOn > takenOn) takenOn = r.takenOn
    }
    const [first] = parts
    if (first) out.push({ ...first, item: 0, value, takenOn })
  }
  return out
}
const form = (r: Point) => [r.groupId, r.personId, r.edition, r.timePoint, r.round, r.completedBy].join(' ')

/** The earliest before, or the latest after. */
function pick(usual: readonly string[], points: readonly Point[], timePoint: 'before' | 'after'): Point | null {
  let best: Point | null = null
  const place = (r: Point) => (usual.includes(r.completedBy) ? usual.indexOf(r.completedBy) : 99)
  for (const r of points) {
    if (r.timePoint !== timePoint) continue
    if (!best) best = r
    else if (r.takenOn !== best.takenOn) {
      if (r.takenOn < best.takenOn === (timePoint === 'before')) best = r
    } else if (r.round !== best.round) {
      if (r.round < best.round === (timePoint === 'before')) best = r
    } else if (place(r) < place(best)) best = r
  }
  return best
} // prettier-ignore

function judge(measure: ChangeMeasure, place: string, b: Point, a: Point): PlainPair {
  const { details } = measure
  const known = isKnown(b) && isKnown(a) ? { before: b.value, after: a.value } : { before: 0, after: 0 }
  const { before, after } = known
  const direction = details.parts.find((p) => p.item === b.item)?.direction ?? measure.direction
  if (details.stages) {
    const stage = (value: number) => Math.ceil(value / 2)
    const [from, to] = [stage(before), stage(after)]
    // Of the star alone, whose total is none.
    if (b.item !== 0) {
      const movement = to > from ? 'improved' : to < from ? 'worse' : 'same'
      return { place, before, after, movement, keptHigh: from >= 4 && to >= from }
    }
  }
  const up = direction === 'higher-is-better' ? after - before : before - after
  return { place, before, after, movement: up > 0 ? 'improved' : up < 0 ? 'worse' : 'same', keptHigh: false }
}
