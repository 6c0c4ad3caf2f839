import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { cutShort } from '../../shared/series/edit-ends.rules.ts'
import type { seriesEdits } from '../../shared/series/edit.contract.ts'
import { fixedBecause, keptDraft } from '../../shared/series/edit.rules.ts'
import { count } from '../../shared/text.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { cancelOccurrence } from './edit-apply.ts'
import { readRights, refuseNotTheirs } from './edit-rights.ts'
import { findGroupOf, listOccurrences } from './edit.repository.ts'
import { findRule, updateRule } from './series.repository.ts'
import { deleteAfter } from './skipped.repository.ts'

type Ended = z.input<typeof seriesEdits.end.output>

/**
 * Cancels what is to come after a date, moved by hand or not. What is over or marked stays, and nothing is deleted:
 * registers, figures and the reason are all to be seen later [FEATURES D51].
 */
export async function endSeries(
  context: CommandContext,
  { seriesId, after, reason }: z.output<typeof seriesEdits.end.input>,
): Promise<Ended> {
  const { tx, actor, localNow } = context
  const rule = found(await findRule(tx, seriesId), 'series')
  const all = await listOccurrences(tx, seriesId)
  const anchor = found(all[0], 'series')
  const asked = { anchor, scope: 'all', change: {}, localNow } as const
  const standing = all.filter((one) => one.state === 'standing')
  const drafts = standing.map((one) => keptDraft(one, fixedBecause(one, asked) ?? 'same'))
  const off = cutShort(drafts, standing, { kind: 'on', date: after }, asked)
    .filter((one) => one.outcome === 'cancelled')
    .map((one) => one.occurrence)
  const noun = anchor.sessionId === null ? 'booking' : 'session'
  if (off.length === 0)
    throw new AppError(
      'CONFLICT',
      `No ${noun} is to come after that date, so nothing was changed. Choose an earlier date.`,
    )
  refuseNotTheirs(await readRights(tx, actor, await findGroupOf(tx, seriesId)), off)
  for (const occurrence of off) await cancelOccurrence(context, occurrence, reason)
  await deleteAfter(tx, seriesId, after)
  await updateRule(tx, seriesId, { ...rule, ends: { kind: 'on', date: after } })
  return inWords(off.length, standing.length - off.length, noun)
}

function inWords(cancelled: number, kept: number, noun: string): Ended {
  const rooms = cancelled === 1 ? 'its room is' : 'their rooms are'
  const stay = kept === 0 ? '' : ` ${count(kept, noun)} ${kept === 1 ? 'stays' : 'stay'}.`
  return {
    cancelled,
    kept,
    sentence: `${count(cancelled, `${noun} is`, `${noun}s are`)} cancelled and ${rooms} free.${stay}`,
  }
}
