import { correctionId } from '../../shared/ids.ts'
import { addDays, at, dateOf } from '../../shared/time/civil.ts'
import { instantOf } from '../../shared/time/wall-time.ts'
import type { InventedGroup, Making, Row } from './invented.ts'
import { turn } from './random.ts'

/** In how many groups one mark was put right, and why; most are seen within days. */
const EACH = 6
const REASONS = ['Ticked one line too low', null, 'Mum rang: they were at the dentist', null]

/**
 * Some registers in which one absence had first been written as present. By plain choice and not by chance, so that
 * nothing else in the county changes.
 */
export const correctSome = (making: Making, groups: readonly InventedGroup[]): Row<'mark_correction'>[] =>
  groups.flatMap((group, place) => (place % EACH === 0 ? corrected(making, group, place) : []))

function corrected({ newId, reference, today }: Making, { sessions, marks }: InventedGroup, place: number) {
  const { absent, present } = reference.marks
  for (const session of sessions) {
    const by = session.register_completed_by
    const day = addDays(dateOf(session.starts_at), 2)
    const mark = marks.find((one) => one.session_id === session.id && one.code === absent)
    if (!session.register_completed_at || !by || mark === undefined || day >= today) continue
    return [
      {
        id: newId(correctionId),
        session_id: session.id,
        person_id: mark.person_id,
        from_code: present,
        to_code: absent,
        reason: turn(REASONS, place / EACH),
        at: new Date(instantOf(at(day, '09:10'))).toISOString(),
        by_user: by,
      },
    ]
  }
  return []
}
