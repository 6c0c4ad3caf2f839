import type { When } from '../../shared/closures/closures.contract.ts'
import {
  joined,
  refuseImpossibleTime,
  wholeDays,
  type ClosureTime,
} from '../../shared/closures/times.rules.ts'
import { AppError, assertNever } from '../../shared/errors.ts'
import { planDates, refuseNothing } from '../../shared/series/plan.rules.ts'
import { patternInWords } from '../../shared/series/words.rules.ts'
import { listBankHolidays, listTerms, toTerm } from '../settings/calendar.repository.ts'
import type { Db } from '../store.ts'

/** The times that somebody asked to close, and how they repeat in words. Refuses (INVALID_INPUT) impossible ones. */
export async function timesOf(db: Db, when: When): Promise<{ times: ClosureTime[]; pattern: string | null }> {
  const times = joined(await stretchesOf(db, when))
  for (const time of times) refuseImpossibleTime(time)
  const repeats = when.kind === 'repeating' && times.length > 1
  return { times, pattern: repeats ? patternInWords(when.rule, when.wholeDays) : null }
}

async function stretchesOf(db: Db, when: When): Promise<ClosureTime[]> {
  switch (when.kind) {
    case 'days':
      if (when.to < when.from)
        throw new AppError('INVALID_INPUT', 'The last day must not be before the first.', { fields: { when: 'The last day must not be before the first.' } }) // prettier-ignore
      return [wholeDays(when.from, when.to)]
    case 'times':
      refuseImpossibleTime(when)
      return [{ startsAt: when.startsAt, endsAt: when.endsAt }]
    case 'repeating':
      return repeated(db, when)
    default:
      return assertNever(when, 'way of closing')
  }
}

type Repeating = Extract<When, { kind: 'repeating' }>

async function repeated(db: Db, { rule, wholeDays: whole }: Repeating): Promise<ClosureTime[]> {
  const calendar = { terms: (await listTerms(db)).map(toTerm), bankHolidays: await listBankHolidays(db) }
  const { rows } = planDates(rule, [], calendar)
  refuseNothing(rows)
  return rows
    .filter((row) => row.state === 'keep')
    .map(({ date, startsAt, endsAt }) => (whole ? wholeDays(date, date) : { startsAt, endsAt }))
}
