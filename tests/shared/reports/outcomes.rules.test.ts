import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Point } from '../../../shared/outcomes/change-points.rules.ts'
import { cellOf } from '../../../shared/reports/making.ts'
import { inGroup } from '../../../shared/reports/outcomes-rows.ts'
import { outcomesReport } from '../../../shared/reports/outcomes.rules.ts'
import {
  areaNames,
  cellIn,
  familyStar,
  outcomeRows,
  places,
  wholeMeasure,
} from '../../support/outcome-rows.ts'
import {
  anyPoints,
  aPoint,
  changeByLoops,
  goals,
  oneNumber,
  star,
  summed,
} from '../../support/plain-change.ts'
import { anAsked } from '../../support/report-commands.ts'

const number = wholeMeasure(oneNumber)
const year = anAsked({ report: 'outcomes', from: '2019-04-01', to: '2020-03-31' })
const both = (change: Partial<Point>, from: number, to: number): Point[] => [
  aPoint(oneNumber, { ...change, value: from, takenOn: '2019-09-10' }),
  aPoint(oneNumber, { ...change, value: to, takenOn: '2019-12-10', timePoint: 'after' }),
]
/** A family with all ten areas twice, of which some move up a stage. */
const aFamily = (n: number, up: (area: number) => boolean): Point[] =>
  areaNames.flatMap((_, at) => [
    aPoint(familyStar, { personId: `p${n}`, item: at + 1, value: 4, takenOn: '2019-09-10' }),
    aPoint(familyStar, { personId: `p${n}`, item: at + 1, value: up(at) ? 5 : 3, takenOn: '2019-12-10', timePoint: 'after' }), // prettier-ignore
  ])
const hundred = Array.from({ length: 100 }, (_, n) => n)

describe('the rates of the documents come out of data made to give them', () => {
  test('2019/20: 69% of families with progress in three or more areas, of 100 measured twice', () => {
    const points = hundred.flatMap((n) => aFamily(n, (area) => area < (n < 69 ? 3 : 2)))
    const report = outcomesReport(outcomeRows([familyStar], points), year, places)
    const cell = (column: string) => cellIn(report, `progress-${star.id}`, 'all', column)
    expect(cell('families-3-share')).toMatchObject({ value: 69, part: 69, whole: 100 })
    expect(cell('families-1-share')).toMatchObject({ value: 100, part: 100, whole: 100 })
    expect(cell('families-3')?.behind).toHaveLength(69)
    expect(report.finding).toBe(
      '69 of 100 families (69%) made progress in three or more areas of Family star. 100 of 100 people with a before have an after too (100%).',
    )
  })

  test('2018: 72% with progress in one or more, and in the ten areas from 55% to 72%, of 100 families engaging', () => {
    const rates = { 'Boundaries and behaviours': 72, 'Adult wellbeing': 70, 'Social networks': 65, 'Emotional needs': 64, 'Physical health': 63, 'Family routines': 63, 'Education and learning': 62, 'Home and money': 61, 'Keeping children safe': 60, 'Progress to work': 55 } as const // prettier-ignore
    const points = hundred.flatMap((n) =>
      aFamily(n, (area) => n < rates[areaNames[area] ?? 'Progress to work']),
    )
    const report = outcomesReport(outcomeRows([familyStar], points), year, places)
    expect(cellIn(report, `progress-${star.id}`, 'all', 'families-1-share')).toMatchObject({ value: 72, part: 72, whole: 100 }) // prettier-ignore
    for (const [at, name] of areaNames.entries())
      expect([name, cellIn(report, `change-${star.id}`, String(at + 1), 'improved-share')]).toMatchObject([name, { value: rates[name], part: rates[name], whole: 100 }]) // prettier-ignore
  })
})

describe('the matched rate', () => {
  const report = (points: readonly Point[], change = {}) => outcomesReport(outcomeRows([number], points, change), year, places) // prettier-ignore
  const rate = (points: readonly Point[], change = {}) => cellIn(report(points, change), 'matched', 'all', 'matched-rate') // prettier-ignore

  test('is people with both of people with a before: an after alone is in neither (D91)', () => {
    const points = [...both({ personId: 'p1' }, 3, 5), aPoint(oneNumber, { personId: 'p2' }), aPoint(oneNumber, { personId: 'p3', timePoint: 'after' })] // prettier-ignore
    expect(rate(points)).toMatchObject({ value: 50, part: 1, whole: 2 })
    expect(cellIn(report(points), 'matched', 'all', 'before-only')?.value).toBe(1)
    expect(cellIn(report(points), 'matched', 'all', 'after-only')?.value).toBe(1)
  })

  test('counts everybody of a group in the period of its last session, and nobody while it runs', () => {
    const early = both({}, 3, 5)
    const on = (day: string) => rate(early, { endOf: new Map([['g1', day]]) })?.whole
    expect([on('2019-04-01'), on('2020-03-31')]).toEqual([1, 1])
    expect([on('2019-03-31'), on('2020-04-01')]).toEqual([0, 0])
    const today = { endOf: new Map([['g1', '2020-03-10']]), today: '2020-03-09' }
    expect(rate(early, today)?.whole).toBe(0)
    expect(rate(early, { ...today, today: '2020-03-10' })?.whole).toBe(1)
  })

  test('that is empty because groups still run says so, and says it of no group that has not been measured', () => {
    const early = both({}, 3, 5)
    const finding = (day: string, change = {}) => report(early, { endOf: new Map([['g1', day]]), ...change }).finding // prettier-ignore
    expect(finding('2020-04-01')).toBe(
      'Nothing counts in this period: a group counts once it has ended, and 1 group with measures still ran on 31 March 2020.',
    )
    expect(finding('2020-03-10', { today: '2020-03-09' })).toContain('1 group with measures still ran on 9 March 2020.') // prettier-ignore
    const none = 'Nobody in these groups has a before measure.'
    expect(finding('2019-03-31')).toBe(none)
    expect(finding('2020-03-10', { today: '2019-09-09' })).toBe(none)
  })

  test('of an open group counts an after on its day, and a before alone only once the person has left', () => {
    const open = { groupId: 'g2' }
    expect(rate(both(open, 3, 5))).toMatchObject({ part: 1, whole: 1 })
    const waiting = [aPoint(oneNumber, open)]
    expect(rate(waiting)?.whole).toBe(0)
    expect(rate(waiting, { leftOn: new Map([[inGroup('g2', 'p1'), '2020-01-07']]) })).toMatchObject({ part: 0, whole: 1 }) // prettier-ignore
  })

  test('has no value where nobody has a before, rather than none of them', () => {
    expect(rate([])?.value).toBeNull()
    expect(report([]).finding).toBe('Nobody in these groups has a before measure.')
  })
})

describe('progress', () => {
  test('in three areas is three of one group: two in each of two groups are not added', () => {
    const here = aFamily(1, (area) => area < 2)
    const there = here.map((point) => ({ ...point, groupId: 'g2' }))
    const of = (points: readonly Point[]) => {
      const report = outcomesReport(outcomeRows([familyStar], points), year, places)
      return ['people', 'people-1', 'people-3'].map((column) => cellIn(report, `progress-${star.id}`, 'all', column)?.value) // prettier-ignore
    }
    expect(of([...here, ...there])).toEqual([1, 1, 0])
    expect(of(aFamily(1, (area) => area < 3))).toEqual([1, 1, 1])
  })

  test('a family is one however many of it were measured, and a person without one is in no family', () => {
    const points = [1, 2, 3].flatMap((n) => aFamily(n, () => true))
    const familyOf = new Map([['p1', 'f1'], ['p2', 'f1']]) // prettier-ignore
    const report = outcomesReport(outcomeRows([familyStar], points, { familyOf }), year, places)
    expect(cellIn(report, `progress-${star.id}`, 'all', 'families')?.value).toBe(1)
    expect(cellIn(report, `progress-${star.id}`, 'all', 'people')?.value).toBe(3)
  })

  test('stages are counted from where to where, and high starts that were kept', () => {
    const area = (item: number, from: number, to: number) => both({ item, measureId: star.id, completedBy: 'worker' }, from, to) // prettier-ignore
    const report = outcomesReport(outcomeRows([familyStar], [...area(1, 1, 9), ...area(2, 7, 8), ...area(3, 9, 7)]), year, places) // prettier-ignore
    const cell = (line: string, column: string) => cellIn(report, `stages-${star.id}`, line, column)?.value
    expect([cell('from-1', 'to-5'), cell('from-4', 'to-4'), cell('from-5', 'to-4'), cell('from-2', 'to-2')]).toEqual([1, 1, 1, 0]) // prettier-ignore
    expect(cellIn(report, `change-${star.id}`, 'total', 'kept-high')?.value).toBe(1)
  })

  test('by dose: nobody, once or twice, three to five times and six or more, at both sides of each edge', () => {
    const times = [0, 1, 2, 3, 5, 6, 40]
    const points = times.flatMap((n) => both({ personId: `p${n}` }, 3, n > 2 ? 5 : 3))
    const came = new Map(times.map((n) => [inGroup('g1', `p${n}`), n]))
    const report = outcomesReport(outcomeRows([number], points, { came, completed: new Set([inGroup('g1', 'p6')]) }), year, places) // prettier-ignore
    const dose = (column: string) => [0, 1, 2, 3].map((band) => cellIn(report, `dose-${number.id}`, `dose-${band}`, column)?.value) // prettier-ignore
    expect(dose('people')).toEqual([1, 2, 2, 2])
    expect(dose('improved')).toEqual([0, 0, 2, 2])
    expect(cellIn(report, `completed-${number.id}`, 'completed', 'people')?.value).toBe(1)
    expect(cellIn(report, `completed-${number.id}`, 'not-completed', 'people')?.value).toBe(6)
  })
})

test('a total is not added to the parts that it is made of', () => {
  const report = outcomesReport(outcomeRows([wholeMeasure(summed)], [aPoint(summed), aPoint(summed, { timePoint: 'after' })]), year, places) // prettier-ignore
  expect(report.tables.find((table) => table.key === `change-${summed.id}`)?.total).toBeNull()
})

describe('every figure', () => {
  const measures = [oneNumber, goals, star, summed]
  const anyRows = fc
    .tuple(...measures.map((measure) => anyPoints(measure)))
    .map((some) => some.flat())
    .chain(
      (points) =>
      fc.record({ points: fc.constant(points), came: fc.dictionary(fc.constantFrom('g1 p1', 'g1 p2', 'g1 p3', 'g2 p1'), fc.integer({ min: 0, max: 8 })) }), // prettier-ignore
    )
  const ended = { endOf: new Map([['g1', '2019-12-10'], ['g2', '2020-02-04']]) } // prettier-ignore
  const make = (points: readonly Point[], by: 'all' | 'programme', came: Record<string, number> = {}) =>
    outcomesReport(outcomeRows(measures.map(wholeMeasure), points, { ...ended, came: new Map(Object.entries(came)) }), { ...year, by }, places) // prettier-ignore

  test('of who has both is what plain loops give, in each programme', () => {
    fc.assert(
      fc.property(anyRows, ({ points }) => {
        const report = make(points, 'programme')
        for (const [groupId, line] of [
          ['g1', 'programme 1'],
          ['g2', 'programme 2'],
        ] as const) {
          const [starts, matched, crossed, ends] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()] // prettier-ignore
          for (const measure of measures) {
            const found = changeByLoops(measure, points)
            const who = (place: string) =>
              place.startsWith(`${groupId} `) ? [place.split(' ')[1] ?? ''] : []
            for (const { place } of found.pairs) for (const one of who(place)) matched.add(one)
            for (const place of found.otherEdition) for (const one of who(place)) crossed.add(one)
            for (const place of found.beforeOnly) for (const one of who(place)) starts.add(one)
            for (const place of found.afterOnly) for (const one of who(place)) ends.add(one)
          }
          const before = new Set([...starts, ...matched, ...crossed])
          const value = (column: string) => cellIn(report, 'matched', line, column)?.value ?? 0
          expect(value('before')).toBe(before.size)
          expect(value('matched')).toBe(matched.size)
          expect(value('other-edition')).toBe([...crossed].filter((one) => !matched.has(one)).length)
          expect(value('before-only')).toBe([...starts].filter((one) => !matched.has(one) && !crossed.has(one)).length) // prettier-ignore
          expect(value('after-only')).toBe([...ends].filter((one) => !before.has(one)).length)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('of change, progress and dose is what plain loops give', () => {
    fc.assert(
      fc.property(anyRows, ({ points, came }) => {
        const report = make(points, 'all', came)
        for (const measure of measures) {
          const { pairs } = changeByLoops(measure, points)
          const item = (place: string) => Number(place.split(' ')[2])
          const lines = new Map<string, number[]>()
          const better = new Map<string, number>()
          const dose: [Set<string>, Set<string>, Set<string>, Set<string>] = [new Set(), new Set(), new Set(), new Set()] // prettier-ignore
          const counted = measure.kind === 'goals' || measure === star ? (n: number) => n > 0 : (n: number) => n === 0 // prettier-ignore
          for (const pair of pairs) {
            const line = measure.kind === 'goals' ? 'goals' : String(item(pair.place))
            const sums = lines.get(line) ?? [0, 0, 0, 0, 0]
            for (const at of [0, ['improved', 'same', 'worse'].indexOf(pair.movement) + 1]) sums[at] = (sums[at] ?? 0) + 1 // prettier-ignore
            if (pair.keptHigh) sums[4] = (sums[4] ?? 0) + 1
            lines.set(line, sums)
            const [group = '', who = ''] = pair.place.split(' ')
            const key = `${group} ${who}`
            if (item(pair.place) > 0) better.set(key, (better.get(key) ?? 0) + (pair.movement === 'improved' ? 1 : 0)) // prettier-ignore
            const often = came[key] ?? 0
            if (counted(item(pair.place))) dose[often === 0 ? 0 : often < 3 ? 1 : often < 6 ? 2 : 3].add(key)
          }
          for (const [line, sums] of lines)
            for (const [at, column] of ['pairs', 'improved', 'same', 'worse'].entries())
              expect([measure.id, line, column, cellIn(report, `change-${measure.id}`, line, column)?.value]).toEqual([measure.id, line, column, sums[at]]) // prettier-ignore
          const three = new Set([...better].filter(([, n]) => n >= 3).map(([key]) => key.split(' ')[1]))
          if (measure !== oneNumber) {
            expect(cellIn(report, `progress-${measure.id}`, 'all', 'people-3')?.value ?? 0).toBe(three.size)
            expect(cellIn(report, `progress-${measure.id}`, 'all', 'people')?.value ?? 0).toBe(new Set([...better.keys()].map((key) => key.split(' ')[1])).size) // prettier-ignore
          }
          for (const [band, people] of dose.entries())
            expect(cellIn(report, `dose-${measure.id}`, `dose-${band}`, 'people')?.value ?? 0).toBe(
              people.size,
            )
        }
      }),
      { numRuns: 60 },
    )
  })

  test('is made of its rows and nothing else, and lines that add up do', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom('all' as const, 'programme' as const), ({ points, came }, by) => {
        for (const table of make(points, by, came).tables)
          for (const [at, column] of table.columns.entries()) {
            const cells = table.lines.map((line) => line.cells[at])
            for (const cell of cells) expect(cell).toEqual(cellOf(column.unit, cell?.behind ?? []))
            if (column.adds && table.total) expect(cells.reduce((sum, cell) => sum + (cell?.value ?? 0), 0)).toBe(table.total.cells[at]?.value) // prettier-ignore
          }
      }),
      { numRuns: 60 },
    )
  })
})
