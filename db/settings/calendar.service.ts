import { AppError } from '../../shared/errors.ts'
import { termId, type TermId } from '../../shared/ids.ts'
import type { BankHoliday, Term } from '../../shared/settings/settings.contract.ts'
import { dateRange, longDate } from '../../shared/time/format.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import * as calendar from './calendar.repository.ts'

interface TermFields {
  readonly name: string
  readonly startsOn: string
  readonly endsOn: string
}

export async function createTerm(context: CommandContext, fields: TermFields): Promise<Term> {
  await refuseOverlap(context, fields, null)
  const id = context.newId(termId)
  await calendar.insertTerm(context.tx, { id, ...columns(fields), sample: 0, version: 1 })
  return readTerm(context, id)
}

/** Dates that somebody has set are no longer invented ones, whatever they were before. */
export async function updateTerm(
  context: CommandContext,
  { id, version, ...fields }: TermFields & { readonly id: TermId; readonly version: number },
): Promise<Term> {
  found(await calendar.findTerm(context.tx, id), 'term')
  await refuseOverlap(context, fields, id)
  const change = { ...columns(fields), sample: 0 } as const
  if (!(await calendar.updateTerm(context.tx, id, version, change))) throw changedSince('term')
  return readTerm(context, id)
}

export async function removeTerm({ tx }: CommandContext, id: TermId): Promise<null> {
  found((await calendar.deleteTerm(tx, id)) || undefined, 'term')
  return null
}

const columns = ({ name, startsOn, endsOn }: TermFields) => ({ name, starts_on: startsOn, ends_on: endsOn })

/** A day in two terms would be counted twice. `details.term` is the other one. */
async function refuseOverlap(
  { tx }: CommandContext,
  { startsOn, endsOn }: TermFields,
  except: TermId | null,
): Promise<void> {
  const other = await calendar.findOverlappingTerm(tx, startsOn, endsOn, except)
  if (!other) return
  const dates = dateRange(other.starts_on, other.ends_on)
  throw new AppError('CONFLICT', `These dates overlap ${other.name} (${dates}). Nothing was saved. Change one of the two.`, { term: other.id }) // prettier-ignore
}

async function readTerm({ tx }: CommandContext, id: TermId): Promise<Term> {
  return calendar.toTerm(found(await calendar.findTerm(tx, id), 'term'))
}

export async function addBankHoliday({ tx }: CommandContext, holiday: BankHoliday): Promise<BankHoliday> {
  const there = await calendar.findBankHoliday(tx, holiday.date)
  if (there)
    throw new AppError('CONFLICT', `${longDate(holiday.date)} is already a bank holiday: ${there.name}.`)
  await calendar.insertBankHolidays(tx, [{ id: holiday.date, name: holiday.name }])
  return holiday
}

export async function removeBankHoliday({ tx }: CommandContext, date: string): Promise<null> {
  found((await calendar.deleteBankHoliday(tx, date)) || undefined, 'bank holiday')
  return null
}
