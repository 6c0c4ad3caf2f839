import { AppError } from '../../shared/errors.ts'
import { groupId, idOf, sessionId, type GroupId } from '../../shared/ids.ts'
import type { answeredKinds } from '../../shared/calls/calls.contract.ts'
import { addDays } from '../../shared/time/civil.ts'
import { longDate } from '../../shared/time/format.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { findById as findGroup } from '../groups/groups.repository.ts'
import { refuseOthersGroup } from '../groups/own-group.ts'
import { findById as findSession } from '../groups/sessions.repository.ts'

interface Answer {
  readonly kind: (typeof answeredKinds)[number]
  readonly subjectId: string
  readonly answer: string
  readonly until: string
}

const answerId = idOf('answer')
/** What is put off for longer is better changed in the settings. */
const MOST_DAYS = 366

/** Lets what waits about a group go until a day, with what was decided. Facilitators answer for the groups they lead. */
export async function answerNeed(context: CommandContext, given: Answer): Promise<null> {
  const { tx, actor, today, now, newId } = context
  const group = await groupOf(context, given)
  if (actor.role === 'facilitator') await refuseOthersGroup(tx, actor, group)
  if (given.until <= today || given.until > addDays(today, MOST_DAYS))
    throw new AppError('INVALID_INPUT', `Choose a day after ${longDate(today)} and within a year. Nothing was saved.`, { fields: { until: 'Choose a day after today and within a year.' } }) // prettier-ignore
  const row = { kind: given.kind, subject_id: given.subjectId, answer: given.answer, until_date: given.until }
  await tx
    .insertInto('need_answer')
    .values({ id: newId(answerId), ...row, at: now, by_user: actor.id })
    .execute()
  return null
}

/** The group that it is about, which must be there. NOT_FOUND otherwise. */
async function groupOf({ tx, localNow }: CommandContext, { kind, subjectId }: Answer): Promise<GroupId> {
  if (kind === 'too-few-adults') {
    const session = sessionId.safeParse(subjectId)
    return groupId.parse(
      found(session.success ? await findSession(tx, session.data) : undefined, 'session').group_id,
    )
  }
  const id = groupId.safeParse(subjectId)
  return found(id.success ? await findGroup(tx, id.data, localNow) : undefined, 'group').id
}
