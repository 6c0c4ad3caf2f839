import { skipId } from '../../shared/enrolments/history.contract.ts'
import type { EnrolmentId } from '../../shared/ids.ts'
import type { CommandContext } from '../context.ts'
import { insertSkips } from './enrolments.repository.ts'

interface Skip {
  readonly enrolmentId: EnrolmentId
  readonly reason: string
}

/** Keeps, with each who was passed over, why the place went to another. */
export const keepSkips = (
  context: CommandContext,
  offered: EnrolmentId,
  skips: readonly Skip[],
): Promise<void> =>
  insertSkips(
    context.tx,
    skips.map(({ enrolmentId, reason }) => ({
      id: context.newId(skipId),
      enrolment_id: enrolmentId,
      offered_id: offered,
      reason,
      at: context.now,
      by_user: context.actor.id,
    })),
  )
