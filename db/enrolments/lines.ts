import type { Insertable } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { LeavingReason } from '../../shared/enrolments/reasons.ts'
import { nextStep, type EnrolmentEvent } from '../../shared/enrolments/roster.rules.ts'
import { enrolmentStatusLabels, type EnrolmentStatus } from '../../shared/enrolments/statuses.ts'
import type { EnrolmentId } from '../../shared/ids.ts'
import { longDate } from '../../shared/time/format.ts'
import { changedSince } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { takeBackApologies } from '../registers/apologies.repository.ts'
import * as enrolments from './enrolments.repository.ts'
import type { EnrolmentEventTable } from './enrolments.table.ts'

/** What a line of a history says. */
export interface Line {
  readonly status: EnrolmentStatus
  readonly onDate: string
  readonly reason?: string | null
  readonly reasonKind?: LeavingReason | null
  readonly expiresOn?: string | null
  readonly overrideReason?: string | null
}

/** The row of a line, with who wrote it and when. */
export const lineRow = (
  { newId, now, actor }: CommandContext,
  enrolmentId: EnrolmentId,
  step: number,
  line: Line,
): Insertable<EnrolmentEventTable> => ({
  id: newId(enrolments.eventId),
  enrolment_id: enrolmentId,
  on_date: line.onDate,
  step,
  status: line.status,
  reason: line.reason ?? null,
  reason_kind: line.reasonKind ?? null,
  expires_on: line.expiresOn ?? null,
  override_reason: line.overrideReason ?? null,
  recorded_at: now,
  recorded_by: actor.id,
})

/** Adds a line to a history, after those that are there; whoever leaves sends no apologies. CHANGED when the enrolment is no longer at `version`. */
export async function addLine(
  context: CommandContext,
  { enrolmentId, version }: { readonly enrolmentId: EnrolmentId; readonly version: number },
  events: readonly EnrolmentEvent[],
  line: Line,
): Promise<void> {
  refuseOverruled(events, line)
  const row = lineRow(context, enrolmentId, nextStep(events, line.onDate), line)
  if (!(await enrolments.addEvent(context.tx, version, row))) throw changedSince('enrolment')
  await takeBackApologies(context.tx, enrolmentId, context.today)
}

/** A line before another says nothing when the later one overrules it; having joined earlier is the exception. */
function refuseOverruled(events: readonly EnrolmentEvent[], line: Line): void {
  const next = events.find((event) => event.onDate > line.onDate)
  if (!next || next.status === line.status) return
  const message = `They are ${enrolmentStatusLabels[next.status].toLowerCase()} from ${longDate(next.onDate)}, which is later. Nothing was changed. Choose that date or a later one.`
  throw new AppError('INVALID_INPUT', message, { fields: { onDate: message } })
}

/** A referral, an offer or a wait cannot begin on a day to come. */
export function refuseFuture(line: Line, today: string): void {
  if (line.onDate <= today || !['referred', 'waiting', 'offered'].includes(line.status)) return
  const message = `${longDate(line.onDate)} is in the future. Nothing was changed. Choose today or an earlier day.`
  throw new AppError('INVALID_INPUT', message, { fields: { onDate: message } })
}
