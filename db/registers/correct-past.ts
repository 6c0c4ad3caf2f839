import { z } from 'zod'
import { enrolmentStatuses } from '../../shared/enrolments/statuses.ts'
import { personId, userId, type PersonId, type SessionId, type UserId } from '../../shared/ids.ts'
import type { PastRegister } from '../../shared/registers/correcting.contract.ts'
import { registerState } from '../../shared/registers/registers.rules.ts'
import { addDays, at, dateOf } from '../../shared/time/civil.ts'
import { instantOf } from '../../shared/time/wall-time.ts'
import type { Change, Image } from '../audit/change.ts'
import { found } from '../changed.ts'
import type { Db } from '../store.ts'
import * as past from './correct-past.repository.ts'
import { nameOf } from './register-row.ts'
import { listCodes, toCode } from './registers.repository.ts'

/** Rows as the journal kept them; columns that came later are not in the oldest. */
const markImage = z.object({
  id: z.string(),
  person_id: personId,
  code: z.string(),
  minutes: z.int().nullish().default(null),
  note: z.string().nullish().default(null),
  marked_at: z.string(),
  marked_by: userId,
})
type MarkThen = z.output<typeof markImage>
const personImage = z.object({
  first_name: z.string(),
  last_name: z.string(),
  known_as: z.string().nullable(),
})
const lineImage = z.object({ on_date: z.string(), step: z.int(), status: z.enum(enrolmentStatuses) })
const sessionImage = z.object({
  starts_at: z.string(),
  ends_at: z.string(),
  did_not_run: z.number(),
  register_completed_at: z.string().nullable(),
  register_completed_by: userId.nullable(),
})

/** The first moment after a day, UTC, written as the journal writes moments. */
const endOf = (day: string) => new Date(instantOf(at(addDays(day, 1), '00:00'))).toISOString()

/** How rows stood before some changes (earliest first): of each the first tells what was there. null: it was not. */
const before = (changes: readonly Change[]): Map<string, Image | null> =>
  new Map(changes.toReversed().map((change) => [change.rowId, change.before]))

/** A register as it stood at the end of a day: marks, names and state, read backwards from the journal. */
export async function readPast(db: Db, id: SessionId, on: string): Promise<PastRegister> {
  const now = found(await past.findSession(db, id), 'session')
  const from = endOf(on)
  const changed = before(await past.rowsWrittenFrom(db, 'session', [id], from)).get(id)
  const session = { ...now, ...(changed && sessionImage.parse(changed)) }
  const current = await past.listMarkRows(db, id)
  const marks = await marksThen(db, id, current, from)
  const complete = session.register_completed_at !== null
  const expected = complete ? [] : await expectedThen(db, session, from)
  const by = session.register_completed_by
  const names = await past.userNames(db, [...marks.map((m) => m.marked_by), ...(by === null ? [] : [by])])
  const rows = await rowsOf(db, { marks, expected, from, names })
  const codeNow = new Map(current.map((mark) => [mark.person_id, mark.code]))
  return {
    sessionId: id,
    groupId: session.group_id,
    groupName: session.group_name,
    publicTitle: session.public_title,
    on,
    startsAt: session.starts_at,
    endsAt: session.ends_at,
    state: registerState(
      {
        startsAt: session.starts_at,
        didNotRun: session.did_not_run === 1,
        complete,
        marked: marks.length > 0,
      },
      on,
    ),
    completedAt: session.register_completed_at,
    completedBy: by === null ? null : (names.get(by) ?? null),
    rows: rows.map((row) => ({ ...row, now: codeNow.get(row.personId) ?? null })),
    codes: (await listCodes(db)).map(toCode),
  }
}

/**
 * The marks that stood before an instant. Marks that the journal does not know, as those of the sample county, stood
 * from the moment they were made.
 */
async function marksThen(
  db: Db,
  id: SessionId,
  current: readonly MarkThen[],
  from: string,
): Promise<MarkThen[]> {
  const changed = before(await past.marksWrittenFrom(db, id, from))
  const untouched = current.filter((mark) => !changed.has(mark.id) && mark.marked_at < from)
  const then = [...changed.values()].filter((image) => image !== null)
  return [...untouched, ...then.map((image) => markImage.parse(image))]
}

/** Whom the session expected, by what had been written of them before an instant. */
async function expectedThen(
  db: Db,
  session: { readonly id: SessionId; readonly group_id: Parameters<typeof past.listHistories>[1]; readonly starts_at: string }, // prettier-ignore
  from: string,
): Promise<PersonId[]> {
  const day = dateOf(session.starts_at)
  const lines = await past.listHistories(db, session.group_id)
  const changed = before(await past.rowsWrittenFrom(db, 'enrolment_event', lines.map((line) => line.id), from)) // prettier-ignore
  const stood = lines
    .flatMap((line) => {
      const then = changed.get(line.id)
      if (then === null) return []
      return [then === undefined ? line : { ...line, ...lineImage.parse(then) }]
    })
    .filter((line) => line.on_date <= day)
    .toSorted((a, b) => a.on_date.localeCompare(b.on_date) || a.step - b.step)
  const status = new Map(stood.map((line) => [line.person_id, line.status]))
  const invitees = await past.findInvitees(db, session.id)
  return [...status.keys()].filter(
    (person) => status.get(person) === 'enrolled' && (invitees?.has(person) ?? true),
  )
}

interface Then {
  readonly marks: readonly MarkThen[]
  readonly expected: readonly PersonId[]
  readonly from: string
  readonly names: ReadonlyMap<UserId, string>
}

async function rowsOf(db: Db, { marks, expected, from, names }: Then) {
  const byPerson = new Map(marks.map((mark) => [mark.person_id, mark]))
  const ids = [...new Set([...expected, ...byPerson.keys()])]
  const renamed = before(await past.rowsWrittenFrom(db, 'person', ids, from))
  return (await past.listPeople(db, ids)).map((person, place) => {
    const then = renamed.get(person.id)
    const called = then ? personImage.parse(then) : person
    const mark = byPerson.get(person.id)
    return {
      personId: person.id,
      number: place + 1,
      name: nameOf(called), // prettier-ignore
      mark: mark === undefined ? null : toMark(mark, names),
    }
  })
}

const toMark = (mark: MarkThen, names: ReadonlyMap<UserId, string>) => ({
  code: mark.code,
  minutes: mark.minutes,
  note: mark.note,
  markedAt: mark.marked_at,
  markedBy: names.get(mark.marked_by) ?? '',
})
