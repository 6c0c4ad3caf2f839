import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { mustNotMeetId } from '../../shared/ids.ts'
import type { alertsOperations } from '../../shared/people/alerts.contract.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { alertStanding, refuseOthers } from './alert-standing.ts'
import { refuseBefore, refuseFuture } from './alerts.service.ts'
import { endPair, findPair, inOrder, insertPair, mustNotMeetOf } from './must-not-meet.repository.ts'
import { findById, toPerson } from './people.repository.ts'

type Input<N extends keyof typeof alertsOperations> = z.output<(typeof alertsOperations)[N]['input']>

/** Says that two people must not meet. Whoever may know of one of them may write it. */
export async function addMustNotMeet(context: CommandContext, input: Input<'addMustNotMeet'>) {
  const { tx, actor, newId } = context
  const [one, other] = [found(await findById(tx, input.id), 'person'), found(await findById(tx, input.otherId), 'person')] // prettier-ignore
  await refuseOthers(tx, context, one.id)
  refuseFuture(input.onDate, context.today)
  const names = `${displayName(toPerson(one))} and ${displayName(toPerson(other))}`
  if (one.id === other.id)
    throw new AppError('INVALID_INPUT', 'These are one and the same person. Choose somebody else.')
  if ((await mustNotMeetOf(tx, [one.id])).get(one.id)?.some((kept) => kept.otherId === other.id))
    throw new AppError('CONFLICT', `It is written already that ${names} must not meet. Nothing was saved.`)
  const id = newId(mustNotMeetId)
  await insertPair(tx, { id, ...inOrder(one.id, other.id), reason: input.reason, on_date: input.onDate, until_date: null, written_by: actor.id, version: 1 }) // prettier-ignore
  return { id }
}

/** Says that two people may meet again; that they must not stays to be read. */
export async function endMustNotMeet(context: CommandContext, input: Input<'endMustNotMeet'>): Promise<null> {
  const { tx, today } = context
  const row = found(await findPair(tx, input.id), 'pair of people')
  const ofOther = await alertStanding(tx, context, row.other_id)
  if (!ofOther.maySee) await refuseOthers(tx, context, row.person_id)
  if (row.until_date !== null) throw changedSince('pair of people')
  refuseFuture(input.onDate, today)
  refuseBefore(input.onDate, row.on_date)
  if (!(await endPair(tx, input.id, input.version, input.onDate))) throw changedSince('pair of people')
  return null
}
