import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import type { OpeningException, OpenHours } from '../../shared/buildings/opening.contract.ts'
import { contradict, isOpenFor, openOn, type Hours } from '../../shared/buildings/opening.rules.ts'
import type { ToCome } from '../../shared/buildings/to-come.contract.ts'
import { AppError } from '../../shared/errors.ts'
import { openingExceptionId, type BuildingId, type OpeningExceptionId } from '../../shared/ids.ts'
import { addDays } from '../../shared/time/civil.ts'
import { dateRange } from '../../shared/time/format.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import { listBankHolidays } from '../settings/calendar.repository.ts'
import type { Db } from '../store.ts'
import { findOwn } from './allowed.ts'
import { listInUse, updateBuilding } from './buildings.repository.ts'
import * as opening from './opening.repository.ts'
import { listToCome, toCome, type Days } from './to-come.ts'

interface Asked {
  readonly from: string
  readonly to: string
  readonly buildingId?: BuildingId | null | undefined
}

/** Building by building, day by day. */
export async function openHours({ db }: QueryContext, { from, to, buildingId }: Asked): Promise<OpenHours[]> {
  const openings = await opening.readOpenings(db, buildingId ?? undefined)
  const wanted = buildingId ? [buildingId] : await listInUse(db)
  const holidays = await holidayNames(db)
  const dates = datesBetween(from, to)
  return wanted.flatMap((id) => {
    const known = openings.get(id)
    if (known === undefined) return []
    return dates.map((date) => {
      const day = openOn(known, date, holidays.get(date) ?? null)
      return { buildingId: id, date, ...day, hours: [...day.hours] }
    })
  })
}

const holidayNames = async (db: Db) =>
  new Map((await listBankHolidays(db)).map(({ date, name }) => [date, name]))

function datesBetween(from: string, to: string): string[] {
  const dates: string[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date)
  return dates
}

interface Week {
  readonly id: BuildingId
  readonly version: number
  readonly week: readonly (readonly Hours[])[]
  readonly opensOnBankHolidays: boolean
}

export async function setOpening(
  context: CommandContext,
  { id, version, week, opensOnBankHolidays }: Week,
): Promise<{ id: BuildingId; version: number; outside: ToCome }> {
  await findOwn(context, id)
  const weekly = week.flatMap((day, index) => day.map((hours) => ({ weekday: index + 1, ...hours })))
  await opening.setWeekly(context.tx, context.newId, id, weekly)
  const change = { opens_on_bank_holidays: toFlag(opensOnBankHolidays) }
  if (!(await updateBuilding(context.tx, id, version, change))) throw changedSince('building')
  return { id, version: version + 1, outside: await outsideHours(context, id) }
}

interface ExceptionFields {
  readonly fromDate: string
  readonly toDate: string
  readonly reason: string
  readonly hours: readonly Hours[]
}
export interface ChangedHours {
  readonly exception: OpeningException
  readonly outside: ToCome
}

export async function addException(
  context: CommandContext,
  { buildingId, ...fields }: ExceptionFields & { readonly buildingId: BuildingId },
): Promise<ChangedHours> {
  await findOwn(context, buildingId)
  const id = context.newId(openingExceptionId)
  await refuseContradiction(context, buildingId, fields, id)
  await opening.insertException(context.tx, context.newId, { id, buildingId, ...fields })
  return answerFor(context, buildingId, id)
}

export async function updateException(
  context: CommandContext,
  { id, version, ...fields }: ExceptionFields & { readonly id: OpeningExceptionId; readonly version: number },
): Promise<ChangedHours> {
  const before = found(await opening.findException(context.tx, id), 'change of hours')
  await findOwn(context, before.buildingId)
  await refuseContradiction(context, before.buildingId, fields, id)
  if (!(await opening.updateException(context.tx, context.newId, id, version, fields)))
    throw changedSince('change of hours')
  return answerFor(context, before.buildingId, id)
}

export async function removeException(
  context: CommandContext,
  { id, version }: { id: OpeningExceptionId; version: number },
): Promise<{ outside: ToCome }> {
  const before = found(await opening.findException(context.tx, id), 'change of hours')
  await findOwn(context, before.buildingId)
  if (!(await opening.removeException(context.tx, id, version))) throw changedSince('change of hours')
  return {
    outside: await outsideHours(context, before.buildingId, { from: before.fromDate, to: before.toDate }),
  }
}

async function answerFor(
  context: CommandContext,
  buildingId: BuildingId,
  id: OpeningExceptionId,
): Promise<ChangedHours> {
  const { buildingId: _, ...exception } = found(
    await opening.findException(context.tx, id),
    'change of hours',
  )
  const days = { from: exception.fromDate, to: exception.toDate }
  return { exception, outside: await outsideHours(context, buildingId, days) }
}

/** Of two changes of hours for one day it must be plain which one holds. */
async function refuseContradiction(
  { tx }: CommandContext,
  buildingId: BuildingId,
  days: { readonly fromDate: string; readonly toDate: string },
  except: OpeningExceptionId,
): Promise<void> {
  const other = (await opening.listExceptions(tx, buildingId)).find(
    (one) => one.id !== except && contradict(one, days),
  )
  if (other)
    throw new AppError('CONFLICT', `The hours of ${dateRange(other.fromDate, other.toDate)} are changed already (${other.reason}). Nothing was saved. Choose other days, or days that lie within those.`, { exceptionId: other.id }) // prettier-ignore
}

/** The bookings to come of those days, or of all, that lie outside the hours as they are now. */
async function outsideHours(context: CommandContext, buildingId: BuildingId, days?: Days): Promise<ToCome> {
  const known = (await opening.readOpenings(context.tx, buildingId)).get(buildingId)
  const holidays = await holidayNames(context.tx)
  const isOutside = ({ startsAt, endsAt }: Booking) => {
    const date = startsAt.slice(0, 10)
    const day = known && openOn(known, date, holidays.get(date) ?? null)
    return day !== undefined && !isOpenFor(day, { start: startsAt, end: endsAt })
  }
  return toCome((await listToCome(context, buildingId, days)).filter(isOutside))
}
