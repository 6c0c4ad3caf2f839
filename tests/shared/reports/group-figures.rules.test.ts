import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enrolmentStatuses } from '../../../shared/enrolments/enrolments.contract.ts'
import { timePoints } from '../../../shared/outcomes/outcomes.contract.ts'
import { groupFigures, type GroupRows } from '../../../shared/reports/group-figures.rules.ts'
import { figureText } from '../../../shared/reports/figure-text.ts'

const TODAY = '2026-11-23'
const codes = [
  { code: 'P', attended: true, expected: true },
  { code: 'A', attended: false, expected: true },
  { code: 'N', attended: false, expected: true },
  { code: 'X', attended: false, expected: false },
] as const

const ids = (prefix: string, max: number) => fc.integer({ min: 1, max }).map((n) => `${prefix}${n}`)
const people = fc.uniqueArray(
  fc.record({
    personId: ids('p', 9),
    familyId: fc.option(ids('f', 3)),
    statuses: fc.uniqueArray(fc.constantFrom(...enrolmentStatuses)),
  }),
  { selector: (p) => p.personId },
)
const sessions = fc.uniqueArray(
  fc.record({
    id: ids('s', 6),
    startsAt: fc.constantFrom('2026-11-22T10:00', '2026-11-23T10:00', '2026-11-24T10:00'),
    didNotRun: fc.boolean(),
    complete: fc.boolean(),
  }),
  { selector: (s) => s.id },
)
const marks = fc.uniqueArray(
  fc
    .tuple(ids('s', 6), ids('p', 9), fc.constantFrom(...codes))
    .map(([sessionId, personId, code]) => ({ sessionId, personId, ...code })),
  { selector: (m) => `${m.sessionId} ${m.personId}` },
)
const readings = fc.uniqueArray(
  fc.record({
    personId: ids('p', 9),
    measureId: ids('m', 2),
    item: fc.integer({ min: 1, max: 3 }),
    timePoint: fc.constantFrom(...timePoints),
    value: fc.option(fc.integer({ min: 0, max: 10 })),
  }),
  { selector: (r) => `${r.personId} ${r.measureId} ${r.item} ${r.timePoint}` },
)

/** The same figures once more, by loops that anybody can follow. */
function byLoops(rows: GroupRows): Record<string, number | null> {
  const done = new Set<string>()
  let [planned, delivered, notRun, owed] = [0, 0, 0, 0]
  for (const s of rows.sessions) {
    if (s.didNotRun) {
      notRun++
      continue
    }
    planned++
    if (s.complete) {
      delivered++
      done.add(s.id)
    } else if (s.startsAt.slice(0, 10) <= rows.today) owed++
  }
  let [attended, expected, excused] = [0, 0, 0]
  const came = new Set<string>()
  for (const m of rows.marks) {
    if (!done.has(m.sessionId)) continue
    if (m.expected) expected++
    if (m.attended) {
      attended++
      came.add(m.personId)
    }
    if (m.attended || m.code === 'A') excused++
  }
  const enrolled = new Set<string>()
  const families = new Set<string>()
  for (const p of rows.people) {
    if (!p.statuses.includes('enrolled')) continue
    enrolled.add(p.personId)
    if (p.familyId !== null) families.add(p.familyId)
  }
  const [before, after, both] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const r of rows.readings) {
    if (r.value === null) continue
    if (r.timePoint === 'before') before.add(r.personId)
    if (r.timePoint === 'after') after.add(r.personId)
    for (const s of rows.readings)
      if (r.timePoint === 'before' && s.timePoint === 'after' && s.value !== null)
        if (s.personId === r.personId && s.measureId === r.measureId && s.item === r.item)
          both.add(r.personId)
  }
  const percent = (part: number) => (expected === 0 ? null : Math.round((part / expected) * 1000) / 10)
  return {
    'People enrolled': enrolled.size,
    Families: families.size,
    'Sessions planned': planned,
    'Sessions delivered': delivered,
    'Sessions that did not run': notRun,
    'Registers owed': owed,
    Attendances: attended,
    'People who came': came.size,
    Expected: expected,
    'Attendance rate': percent(attended),
    'Attended or sent apologies': percent(excused),
    'People with a before measure': before.size,
    'People with an after measure': after.size,
    'People matched': both.size,
  }
}

test('every figure is what plain loops over the same rows give', () => {
  fc.assert(
    fc.property(people, sessions, marks, readings, (p, s, m, r) => {
      const rows: GroupRows = { today: TODAY, people: p, sessions: s, marks: m, readings: r }
      const figures = groupFigures(rows, { outcomes: true })
      expect(Object.fromEntries(figures.map((f) => [f.name, f.value]))).toEqual(byLoops(rows))
      for (const f of figures) {
        expect(f.definition).not.toBe('')
        if (f.unit === 'percent' && f.value !== null) expect(f.value).toBeLessThanOrEqual(100)
      }
    }),
  )
})

test('a rate over nothing is not known, and is not shown as 0', () => {
  const figures = groupFigures(
    { today: TODAY, people: [], sessions: [], marks: [], readings: [] },
    { outcomes: true },
  )
  const rate = figures.find((f) => f.name === 'Attendance rate')
  expect(rate).toMatchObject({ value: null, detail: null })
  expect(figureText({ value: null, unit: 'percent' })).toBe('–')
  expect(figureText({ value: 77.5, unit: 'percent' })).toBe('77.5%')
  expect(figureText({ value: 1234, unit: 'count' })).toBe('1,234')
})

test('five present of nine, four absent: 55.6%, and says what of what', () => {
  const mark = (n: number, code: (typeof codes)[number]) => ({ sessionId: 's1', personId: `p${n}`, ...code })
  const figures = groupFigures(
    {
      today: TODAY,
      people: [],
      sessions: [{ id: 's1', startsAt: '2026-11-23T10:00', didNotRun: false, complete: true }],
      marks: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => mark(n, n <= 5 ? codes[0] : codes[2])),
      readings: [],
    },
    { outcomes: true },
  )
  expect(figures.find((f) => f.name === 'Attendance rate')).toMatchObject({ value: 55.6, detail: '5 of 9' })
})
