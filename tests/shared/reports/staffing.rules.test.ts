import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CountyHelper, CountyRows, CountySession } from '../../../shared/reports/county-rows.ts'
import { staffingReport } from '../../../shared/reports/staffing.rules.ts'
import { streamLabels, streams } from '../../../shared/staff/staff.contract.ts'
import { anyCountyRows, anySplit, asking, numbersOf, percent, sessionsByLine, sifted } from '../../support/plain-county.ts' // prettier-ignore

const madeOf = (rows: CountyRows, asked = asking()) => staffingReport(sifted(rows, asked), asked, (id) => id)

/** The figures of some sessions, by loops that anybody can follow. */
function byLoops({ marks, heads, helpers }: CountyRows, sessions: CountySession[]) {
  let [delivered, known, together, alone, minutes, unnamed] = [0, 0, 0, 0, 0, 0]
  for (const session of sessions) {
    if (session.didNotRun || !session.complete) continue
    delivered++
    const workers = new Set<string>()
    const of = new Set<string>()
    let named = 0
    for (const one of helpers) {
      if (one.session !== session) continue
      if (one.part === 'volunteer') minutes += one.minutes ?? session.minutes
      else {
        workers.add(one.staffId)
        of.add(one.stream)
      }
    }
    for (const mark of marks)
      if (
        mark.session === session &&
        mark.attended &&
        mark.person.roles.get(session.groupId) === 'volunteer'
      ) {
        named++
        minutes += mark.minutes ?? session.minutes
      }
    for (const head of heads)
      if (head.session === session && head.role === 'volunteer') unnamed += Math.max(0, head.people - named)
    if (workers.size > 0) known++
    if (workers.size === 1) alone++
    if (of.has('family') && of.has('youth-justice')) together++
  }
  return {
    sessions: delivered,
    known: percent(known, delivered),
    'co-delivered': percent(together, known),
    'by-one': percent(alone, known),
    'volunteer-hours': Math.round((minutes / 60) * 10) / 10,
    'volunteer-heads': unnamed,
  }
}

it('is what plain loops over the rows of each line count, of every split', () => {
  fc.assert(
    fc.property(anyCountyRows, anySplit, (rows, by) => {
      const numbers = numbersOf(madeOf(rows, asking({ by })), 'staffing')
      const lines = sessionsByLine(rows, by)
      for (const [name, sessions] of lines)
        if (numbers[name] || name !== 'Total') expect(numbers[name]).toEqual(byLoops(rows, sessions))
    }),
  )
})

it('counts a session that two delivered on the line of each, and once in all', () => {
  fc.assert(
    fc.property(anyCountyRows, (rows) => {
      const by = (key: (one: CountyHelper) => string) => {
        const lines: Record<string, Set<string>> = {}
        for (const one of rows.helpers)
          if (one.part !== 'volunteer') (lines[key(one)] ??= new Set()).add(one.session.id)
        return lines
      }
      const workers = numbersOf(madeOf(rows), 'workers')
      const all = new Set<string>()
      for (const [name, sessions] of Object.entries(by((one) => one.staffId))) {
        expect(workers[name]?.['sessions']).toBe(sessions.size)
        sessions.forEach((id) => all.add(id))
      }
      if (workers['Total']) expect(workers['Total']['sessions']).toBe(all.size)
      const made = numbersOf(madeOf(rows), 'streams')
      const sessions = by((one) => one.stream)
      for (const stream of streams)
        expect(made[streamLabels[stream]]?.['sessions'] ?? 0).toBe(sessions[stream]?.size ?? 0)
    }),
  )
})

it('takes a session that nobody is recorded at for not known, and never for one that nobody delivered', () => {
  const session = (id: string): CountySession => ({ id, groupId: 'g1', on: '2026-11-02', minutes: 90, didNotRun: false, complete: true }) // prettier-ignore
  const [first, second, third] = [session('1'), session('2'), session('3')]
  const helper = (held: CountySession, staffId: string, change: Partial<CountyHelper> = {}): CountyHelper => ({ session: held, staffId, stream: 'family', part: 'lead', minutes: null, ...change }) // prettier-ignore
  const helpers = [
    helper(first, 'jo'),
    helper(first, 'al', { stream: 'youth-justice', part: 'support' }),
    helper(second, 'jo'),
    helper(second, 'vic', { stream: 'volunteer', part: 'volunteer' }),
    helper(third, 'vic', { stream: 'volunteer', part: 'volunteer', minutes: 30 }),
  ]
  const made = madeOf({
    today: '2026-11-23',
    sessions: [first, second, third],
    marks: [],
    heads: [],
    helpers,
  })
  expect(numbersOf(made, 'staffing')['All']).toEqual({ sessions: 3, known: 66.7, 'co-delivered': 50, 'by-one': 50, 'volunteer-hours': 2, 'volunteer-heads': 0 }) // prettier-ignore
  expect(made.finding).toBe('Of 3 sessions delivered, 50% of the 2 sessions whose workers are recorded were delivered by family and youth workers together. Volunteers gave 2 hours, 30 June to 31 December 2026.') // prettier-ignore
})
