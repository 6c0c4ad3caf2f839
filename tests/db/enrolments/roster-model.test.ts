import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EnrolmentStatus } from '../../../shared/enrolments/statuses.ts'
import { addDays } from '../../../shared/time/civil.ts'
import { aSmallGroup } from '../../support/enrolment-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const first = '2026-11-01'
const days = 22
const day = fc.integer({ min: 0, max: days }).map((n) => addDays(first, n))

type Status = Exclude<EnrolmentStatus, 'offered'>
type Step =
  | { readonly does: 'change'; readonly status: Status; readonly onDate: string }
  | { readonly does: 'correct'; readonly line: number; readonly onDate: string }

const status = fc.constantFrom<Status>('referred', 'waiting', 'enrolled', 'completed', 'withdrawn')
const step = fc.oneof(
  fc.record({ does: fc.constant('change' as const), status, onDate: day }),
  fc.record({ does: fc.constant('correct' as const), line: fc.nat(), onDate: day }),
)

/** The simplest thing that could be right: a list of lines in the order of the story. */
interface ModelLine {
  readonly status: Status
  onDate: string
}

/** Whether the program must refuse it, by the rules in words; the model is changed when it must not. */
function carryOut(model: ModelLine[], one: Step): boolean {
  if (one.does === 'change') {
    const place = model.findLastIndex((line) => line.onDate <= one.onDate) + 1
    const later = model[place]
    if (later !== undefined && later.status !== one.status) return false
    model.splice(place, 0, { status: one.status, onDate: one.onDate })
    return true
  }
  const place = one.line % model.length
  const [before, line, after] = [model[place - 1], model[place], model[place + 1]]
  if (line === undefined || (before && one.onDate < before.onDate) || (after && one.onDate > after.onDate))
    return false
  line.onDate = one.onDate
  return true
}

const asAt = (model: readonly ModelLine[], date: string) =>
  model.findLast((line) => line.onDate <= date)?.status ?? null

test('the roster on any day is that of the lines as they were told, corrected and dated back', async () => {
  const county = await aCounty()
  const { id: groupId } = await aSmallGroup(county, { capacity: null })
  let n = 0
  await fc.assert(
    fc.asyncProperty(day, fc.array(step, { maxLength: 8 }), async (onDate, steps) => {
      const person = await aPerson(county, { firstName: `P${++n}`, dateOfBirth: null })
      const model: ModelLine[] = [{ status: 'enrolled', onDate }]
      const { enrolmentId } = await county.api.enrolments.enrol({ groupId, personId: person.id, status: 'enrolled', onDate }) // prettier-ignore
      for (const one of steps) expect(await tell(county, enrolmentId, one)).toBe(carryOut(model, one))
      for (const date of [0, 5, 10, 15, days].map((n) => addDays(first, n))) {
        const roster = await county.api.enrolments.roster({ groupId, asAt: date })
        expect(roster.find((row) => row.personId === person.id)?.status ?? null).toBe(asAt(model, date))
      }
    }),
    { numRuns: 40 },
  )
})

/** Does it for real. Answers whether it was done. */
async function tell(
  { api }: TestCounty,
  enrolmentId: Parameters<TestCounty['api']['enrolments']['history']>[0]['enrolmentId'],
  one: Step,
): Promise<boolean> {
  const { version, lines } = await api.enrolments.history({ enrolmentId })
  const call =
    one.does === 'change'
      ? api.enrolments.change({ enrolmentId, version, status: one.status, onDate: one.onDate })
      : api.enrolments.correctDate({ enrolmentId, version, lineId: at(lines, one.line % lines.length).id, onDate: one.onDate }) // prettier-ignore
  return call.then(
    () => true,
    (error: { code: string }) => {
      expect(error.code).toBe('INVALID_INPUT')
      return false
    },
  )
}
