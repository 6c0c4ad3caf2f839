import { AppError } from '../../shared/errors.ts'
import type { GroupId, PersonId } from '../../shared/ids.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { APOLOGIES } from '../../shared/registers/registers.rules.ts'
import { longDate } from '../../shared/time/format.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import * as people from '../people/people.repository.ts'
import { listExpecting } from './apologies.repository.ts'
import { newMark } from './marking.service.ts'
import { insertMarks } from './registers.repository.ts'

interface Ahead {
  readonly personId: PersonId
  readonly groupId?: GroupId | null | undefined
  readonly from: string
  readonly to: string
}

/** They told us that they will not come: apologies at each session of these days that expects them and is still blank. */
export async function apologise(context: CommandContext, { personId, groupId, from, to }: Ahead) {
  const { tx, today } = context
  const person = people.toPerson(found(await people.findById(tx, personId), 'person'))
  const days = { from: from < today ? today : from, to }
  const expecting = await listExpecting(tx, personId, groupId ?? null, days)
  const blank = expecting.filter((session) => session.code === null)
  if (blank.length === 0) throw nothingToMark(displayName(person), days, expecting.length)
  await insertMarks(
    tx,
    blank.map((session) => newMark(context, { session_id: session.id, person_id: personId }, APOLOGIES)),
  )
  return {
    sessions: blank.map((s) => ({ sessionId: s.id, groupName: s.group_name, startsAt: s.starts_at })),
    already: expecting.length - blank.length,
  }
}

function nothingToMark(name: string, { from, to }: { from: string; to: string }, marked: number): AppError {
  const when = from === to ? `on ${longDate(from)}` : `from ${longDate(from)} to ${longDate(to)}`
  return new AppError(
    'CONFLICT',
    marked === 0
      ? `${name} is expected at no session ${when}, so nothing was marked. Check the days, and that they are enrolled.`
      : `Every session that ${name} is expected at ${when} has a mark already, so nothing was changed. Change it in its register.`,
  )
}
