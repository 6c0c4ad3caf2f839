import fc from 'fast-check'
import { expect, it } from 'vitest'
import { enrolmentStatuses } from '../../../shared/enrolments/statuses.ts'
import { completionReport, daysOfLines, type HeldPlace } from '../../../shared/reports/completion.rules.ts'
import { lineOf } from '../../../shared/reports/splits.rules.ts'
import { addDays } from '../../../shared/time/civil.ts'
import { anySplit, asking, COUNTY_TODAY, numbersOf, percent, plainPlaces } from '../../support/plain-county.ts' // prettier-ignore

const madeOf = (held: readonly HeldPlace[], asked = asking()) => completionReport(held, asked, plainPlaces, COUNTY_TODAY) // prettier-ignore

const days = fc.constantFrom('2026-06-01', '2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01', '2026-10-16', '2026-10-17', '2026-11-23') // prettier-ignore
const anyHeld: fc.Arbitrary<HeldPlace[]> = fc.uniqueArray(
  fc.record({
    personId: fc.integer({ min: 1, max: 6 }).map((n) => `p${n}`),
    groupId: fc.constantFrom('g1', 'g2', 'g3', 'g4'),
    lines: fc
      .array(fc.record({ status: fc.constantFrom(...enrolmentStatuses, 'enrolled' as const), onDate: days, reasonKind: fc.constantFrom(null, 'travel', 'health') }), { minLength: 1, maxLength: 4 })
      .map((lines) => lines.toSorted((a, b) => a.onDate.localeCompare(b.onDate))),
    completeAt: fc.option(fc.constantFrom(1, 2)),
    cameOn: fc.array(days, { maxLength: 3 }).map((some) => some.toSorted()),
  }),
  { selector: (one) => `${one.personId} ${one.groupId}`, maxLength: 8 },
) // prettier-ignore

const allDays: string[] = []
for (let day = '2026-06-30'; day <= COUNTY_TODAY; day = addDays(day, 1)) allDays.push(day)

/** The figures of places on some days, day by day. */
function byLoops(held: readonly HeldPlace[], on: readonly string[]) {
  const counts = { places: 0, completed: 0, withdrawn: 0, running: 0, back: 0 }
  let [rule, reached] = [0, 0]
  const reasons: Record<string, number> = {}
  for (const place of held) {
    let lastHeld: string | null = null
    for (const day of on)
      place.lines.forEach((line, at) => {
        const next = place.lines[at + 1]
        if (line.status === 'enrolled' && line.onDate <= day && (!next || day <= next.onDate)) lastHeld = day
      })
    if (lastHeld === null) continue
    // To the end of the stretch of days that it was last held in.
    let end: string = lastHeld
    while (on.includes(addDays(end, 1))) end = addDays(end, 1)
    let now = place.lines[0]
    for (const line of place.lines) if (line.onDate <= end) now = line
    counts.places++
    if (now?.status === 'completed') counts.completed++
    else if (now?.status === 'withdrawn') {
      counts.withdrawn++
      const reason = now.reasonKind === 'travel' ? 'Cannot get there' : now.reasonKind === 'health' ? 'Health' : 'Not known' // prettier-ignore
      reasons[reason] = (reasons[reason] ?? 0) + 1
    } else if (now?.status === 'enrolled') counts.running++
    else counts.back++
    if (place.completeAt === null) continue
    rule++
    let came = 0
    for (const day of place.cameOn) if (day <= end) came++
    if (came >= place.completeAt) reached++
  }
  const { completed, withdrawn } = counts
  return { reasons, figures: { ...counts, share: percent(completed, completed + withdrawn), reached: percent(reached, rule) } } // prettier-ignore
}

it('is what plain loops over the days of each history count, of every split', () => {
  fc.assert(
    fc.property(anyHeld, anySplit, (held, by) => {
      const numbers = numbersOf(madeOf(held, asking({ by })), 'completion')
      const inTime = ['month', 'term', 'quarter', 'year'].includes(by)
      for (const [name, line] of Object.entries(numbers)) {
        const nameOf = (groupId: string | null, on: string) => lineOf(by, plainPlaces, { groupId, on }).name
        const all = name === 'Total' && (by !== 'all' || name in numbers)
        const on = inTime && !all ? allDays.filter((day) => nameOf(null, day) === name) : allDays
        const some = inTime || all ? held : held.filter((one) => nameOf(one.groupId, '2026-07-01') === name)
        expect(line).toEqual(byLoops(some, on).figures)
      }
    }),
  )
})

it('says of everybody who left why, and where nobody said, that it is not known', () => {
  fc.assert(
    fc.property(anyHeld, (held) => {
      const { Total: _total, ...numbers } = numbersOf(madeOf(held), 'reasons')
      const { reasons } = byLoops(held, allDays)
      expect(Object.fromEntries(Object.entries(numbers).map(([name, line]) => [name, line['withdrawn']]))).toEqual(reasons) // prettier-ignore
    }),
  )
})

const place = (...lines: (readonly ['enrolled' | 'completed' | 'withdrawn' | 'waiting', string])[]): HeldPlace => ({
  personId: 'mia',
  groupId: 'g1',
  lines: lines.map(([status, onDate]) => ({ status, onDate, reasonKind: null })),
  completeAt: null,
  cameOn: [],
}) // prettier-ignore
const quarters = asking({ by: 'quarter', from: '2026-07-01', to: '2026-12-31' })
const [second, third] = ['Quarter 2 2026/27, July to September', 'Quarter 3 2026/27, October to December']
const inQuarters = (held: HeldPlace) => {
  const numbers = numbersOf(madeOf([held], quarters), 'completion')
  return [second, third].map((name) => Object.entries(numbers[name ?? ''] ?? {}).flatMap(([key, value]) => (value === 1 && key !== 'places' ? [key] : [])).join()) // prettier-ignore
}

it('counts an ending in the quarter of its day, on the last day of one and on the first of the next', () => {
  expect(inQuarters(place(['enrolled', '2026-07-10'], ['completed', '2026-09-30']))).toEqual([
    'completed',
    '',
  ])
  expect(inQuarters(place(['enrolled', '2026-07-10'], ['completed', '2026-10-01']))).toEqual(['running', 'completed']) // prettier-ignore
})

it('counts of somebody who left and came again how it stood at the end', () => {
  const again = place(['enrolled', '2026-07-10'], ['withdrawn', '2026-08-01'], ['enrolled', '2026-10-02'])
  expect(inQuarters(again)).toEqual(['withdrawn', 'running'])
  expect(numbersOf(madeOf([again], quarters), 'completion')['Total']).toMatchObject({ places: 1, withdrawn: 0, running: 1 }) // prettier-ignore
})

it('counts nobody who only waited, and nobody whose place ended before', () => {
  expect(inQuarters(place(['waiting', '2026-07-10']))).toEqual(['', ''])
  expect(inQuarters(place(['enrolled', '2026-05-01'], ['withdrawn', '2026-06-30']))).toEqual(['', ''])
})

it('knows nothing of the days to come', () => {
  expect(inQuarters(place(['enrolled', '2026-07-10'], ['completed', '2026-12-15']))).toEqual(['running', 'running']) // prettier-ignore
  const lines = daysOfLines({ ...quarters, to: '2027-03-31' }, plainPlaces, COUNTY_TODAY)
  expect(lines.map(([, stretches]) => stretches)).toEqual([[['2026-07-01', '2026-09-30']], [['2026-10-01', '2026-11-23']], []]) // prettier-ignore
})
