import { trainingId } from '../../shared/ids.ts'
import { addDays } from '../../shared/time/civil.ts'
import type { Making, Row } from './invented.ts'
import { turn } from './random.ts'

/** Those who lead groups are trained in a few programmes each; of some it ends soon, and of some nobody knows the day. */
export function inventTraining(
  { newId, reference, today }: Making,
  staff: readonly Row<'staff'>[],
): Row<'staff_training'>[] {
  const programmes = reference.programmes.filter((one) => one.co_delivered === 1)
  const leaders = staff.filter((one) => one.stream === 'family' || one.stream === 'youth-justice')
  if (programmes.length < 3) return []
  return leaders.flatMap((leader, index) =>
    [0, 1, 2].map((n) => ({
      id: newId(trainingId),
      staff_id: leader.id,
      programme_id: turn(programmes, index + n).id,
      trained_on: n === 2 ? null : addDays(today, -30 * (index + 3)),
      expires_on: index % 4 === 0 && n === 0 ? addDays(today, 21) : null,
    })),
  )
}
