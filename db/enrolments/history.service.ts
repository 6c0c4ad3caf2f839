import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { withDate } from '../../shared/enrolments/correct-date.rules.ts'
import { historyLineId, type historyOperations } from '../../shared/enrolments/history.contract.ts'
import { enrolmentStatusLabels } from '../../shared/enrolments/statuses.ts'
import type { EnrolmentId } from '../../shared/ids.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { longDate } from '../../shared/time/format.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { takeBackApologies } from '../registers/apologies.repository.ts'
import { updateEnrolment } from './enrolments.repository.ts'
import { findOwner, listLines, moveLine } from './history.repository.ts'
import { refuseFuture } from './lines.ts'
import { listSkips } from './waiting.repository.ts'
import { toSkip } from './waiting.service.ts'

/** A person's whole history with a group, with the referral and who wrote what. */
export async function history({ db }: QueryContext, id: EnrolmentId) {
  const row = found(await findOwner(db, id), 'enrolment')
  const lines = await listLines(db, id)
  return {
    personId: row.person_id,
    name: displayName({ firstName: row.first_name, lastName: row.last_name, knownAs: row.known_as }),
    groupId: row.group_id,
    groupName: row.group_name,
    role: row.role,
    source: row.source,
    referredOn: row.referred_on,
    reference: row.reference,
    priority: row.priority,
    note: row.note,
    lines: lines.map((line) => ({
      id: historyLineId.parse(line.id),
      onDate: line.on_date,
      status: line.status,
      reason: line.reason,
      reasonKind: line.reason_kind,
      expiresOn: line.expires_on,
      overrideReason: line.override_reason,
      recordedAt: line.recorded_at,
      recordedBy: line.recorded_by_name,
    })),
    skipped: (await listSkips(db, [id])).map(toSkip),
    version: row.version,
  }
}

type Correct = z.output<(typeof historyOperations)['correctDate']['input']>

/** Puts the date of a line right; what it said is in the history of changes, and Undo brings it back. */
export async function correctDate(
  { tx, today }: CommandContext,
  { enrolmentId: id, version, lineId, onDate }: Correct,
) {
  const row = found(await findOwner(tx, id), 'enrolment')
  const lines = (await listLines(tx, id)).map((line) => ({ ...line, onDate: line.on_date }))
  const line = found(lines.find((one) => one.id === lineId), 'line of a history') // prettier-ignore
  refuseFuture({ status: line.status, onDate }, today)
  const corrected = withDate(lines, lineId, onDate)
  if ('passes' in corrected) {
    const passed = lines.find((one) => one.id === corrected.passes.id)
    throw wrongOrder(passed ?? line)
  }
  // The day of the referral is that of the line which says so: they are put right together.
  const change = line.status === 'referred' && row.referred_on === line.onDate ? { referred_on: onDate } : {}
  if (!(await updateEnrolment(tx, id, version, change))) throw changedSince('enrolment')
  for (const one of corrected) await moveLine(tx, one)
  await takeBackApologies(tx, id, today)
  return { enrolmentId: id }
}

function wrongOrder({ status, onDate }: { status: keyof typeof enrolmentStatusLabels; onDate: string }) {
  const message = `That would change places with “${enrolmentStatusLabels[status]}” of ${longDate(onDate)}. Nothing was changed. Correct the other date first, or choose a day on the same side of it.`
  return new AppError('INVALID_INPUT', message, { fields: { onDate: message } })
}
