import { personId } from '../../shared/ids.ts'
import { findById } from '../people/people.repository.ts'
import type { CommandContext } from '../context.ts'
import type { Change } from './change.ts'

/**
 * What goes over as it is when two records are taken together or made two again. Nothing of it is decided anew, so a
 * completed register or an alert that is not one’s own to read is in nobody’s way.
 */
const goesOver: ReadonlySet<string> = new Set(['mark', 'alert_note', 'must_not_meet'])

/** Whether a row is only moved between two records of one person by the command that is undone. */
export const movedByMerge = (change: Change, all: readonly Change[]): boolean =>
  goesOver.has(change.table) && all.some((one) => one.table === 'person_merge')

const columns = ['person_id', 'other_id', 'adult_id'] as const

/** A record that was taken into another keeps nothing of its own: an undo may not give it something. */
export async function givenToMerged({ tx }: CommandContext, { before }: Change): Promise<string | null> {
  for (const column of columns) {
    const id = personId.safeParse(before?.[column])
    if (id.success && (await findById(tx, id.data)) === undefined)
      return 'the person’s record has been taken together with another since'
  }
  return null
}
