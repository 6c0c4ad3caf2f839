import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { savedReportId, type SavedReportId } from '../../shared/ids.ts'
import { reportAskedSchema, type ReportAsked } from '../../shared/reports/asked.ts'
import type { SavedReport } from '../../shared/reports/county-reports.contract.ts'
import { periodKinds, periodNames, periodOn, type PeriodKind } from '../../shared/reports/periods.rules.ts'
import type { TermPlace } from '../../shared/reports/splits.rules.ts'
import { fold } from '../../shared/text.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { fromFlag, toFlag } from '../flag.ts'
import { listTerms, toTerm } from '../settings/calendar.repository.ts'
import type { Db } from '../store.ts'
import * as repository from './saved.repository.ts'

/** What is kept of what was asked: a period with a name moves on, and its dates are those of the day. */
const content = z.strictObject({ asked: reportAskedSchema, period: z.enum(periodKinds) })

interface ToSave {
  readonly name: string
  readonly shared: boolean
  readonly asked: ReportAsked
  readonly period: PeriodKind
}

const termsOf = async (db: Db): Promise<TermPlace[]> => (await listTerms(db)).map(toTerm)

/** One that this program cannot read, of an older or a newer one, is left out and harms nobody. */
export async function listSaved({ db, actor, today }: QueryContext): Promise<SavedReport[]> {
  const terms = await termsOf(db)
  return (await repository.listFor(db, actor.id)).flatMap((row) => toSaved(row, actor.id, today, terms) ?? [])
}

export async function saveReport(context: CommandContext, wanted: ToSave): Promise<SavedReport> {
  const { tx, actor } = context
  await refuseTakenName(context, wanted.name, null)
  const id = context.newId(savedReportId)
  await repository.insertSaved(tx, { id, user_id: actor.id, ...columns(wanted), version: 1 })
  return read(context, id)
}

export async function changeSaved(
  context: CommandContext,
  { id, version, ...wanted }: ToSave & { readonly id: SavedReportId; readonly version: number },
): Promise<SavedReport> {
  found(await repository.findOf(context.tx, context.actor.id, id), 'kept report')
  await refuseTakenName(context, wanted.name, id)
  if (!(await repository.updateSaved(context.tx, id, version, columns(wanted)))) throw changedSince('kept report') // prettier-ignore
  return read(context, id)
}

export async function removeSaved(
  { tx, actor }: CommandContext,
  { id, version }: { readonly id: SavedReportId; readonly version: number },
): Promise<{ id: SavedReportId }> {
  found(await repository.findOf(tx, actor.id, id), 'kept report')
  if (!(await repository.deleteSaved(tx, id, version))) throw changedSince('kept report')
  return { id }
}

/** Each named period with its dates of today; a half term only where there is one. */
export async function listPeriods({ db, today }: QueryContext) {
  const terms = await termsOf(db)
  return periodKinds.flatMap((kind) => {
    const days = periodOn(kind, today, terms)
    return days === null ? [] : [{ kind, name: periodNames[kind], ...days }]
  })
}

async function refuseTakenName({ tx, actor }: CommandContext, name: string, except: SavedReportId | null) {
  const taken = await repository.findNamed(tx, actor.id, fold(name))
  if (taken && taken.id !== except)
    throw new AppError('CONFLICT', `You already have a report called ${taken.name}. Nothing was saved. Use another name, or change that one.`) // prettier-ignore
}

const columns = ({ name, shared, asked, period }: ToSave) => ({
  name,
  name_key: fold(name),
  shared: toFlag(shared),
  report: asked.report,
  asked: JSON.stringify({ asked, period }),
})

async function read({ tx, actor, today }: CommandContext, id: SavedReportId): Promise<SavedReport> {
  const row = found(await repository.findOf(tx, actor.id, id), 'kept report')
  return found(toSaved(row, actor.id, today, await termsOf(tx)) ?? undefined, 'kept report')
}

function toSaved(row: repository.SavedRow, reader: string, today: string, terms: readonly TermPlace[]): SavedReport | null {
  const known = content.safeParse(JSON.parse(row.asked))
  if (!known.success) return null
  const { asked, period } = known.data
  const days = periodOn(period, today, terms)
  return {
    id: row.id,
    name: row.name,
    shared: fromFlag(row.shared),
    asked: { ...asked, ...days },
    period,
    own: row.user_id === reader,
    by: row.by,
    version: row.version,
  }
} // prettier-ignore
