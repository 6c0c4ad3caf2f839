import { sql } from 'kysely'
import { AppError } from '../../../shared/errors.ts'
import { enrolmentStatusLabels } from '../../../shared/enrolments/statuses.ts'
import { mergeId, type PersonId } from '../../../shared/ids.ts'
import type { MergeChoice, MergeQuestion } from '../../../shared/people/merge.contract.ts'
import { displayName } from '../../../shared/people/people.rules.ts'
import { mayUse, type Role } from '../../../shared/permissions.ts'
import { count } from '../../../shared/text.ts'
import { longDate } from '../../../shared/time/format.ts'
import { changedSince, found } from '../../changed.ts'
import type { CommandContext, QueryContext } from '../../context.ts'
import { statusAsAt } from '../../enrolments/enrolments.repository.ts'
import type { Db, Tx } from '../../store.ts'
import { sidesOf } from '../duplicates.service.ts'
import * as people from '../people.repository.ts'
import { adultsPart } from './adults.part.ts'
import { consentsPart } from './consents.part.ts'
import { enrolmentsPart } from './enrolments.part.ts'
import { marksPart } from './marks.part.ts'
import { changedSoFar, insertMerge } from './merges.repository.ts'
import { inviteesPart, movedPart } from './moved.part.ts'
import { OUTCOME, outcomesPart } from './outcomes.part.ts'
import { mustNotMeetPart, notTheSamePart, refusal } from './pairs.part.ts'
import { factsOf, recordPart, referencesPart } from './record.part.ts'
import type { Part, Sides, Step } from './step.ts'

/** Each kind of row that belongs to a person, in the order in which they are gone through. */
const parts: readonly Part[] = [
  referencesPart,
  enrolmentsPart,
  marksPart,
  outcomesPart,
  consentsPart,
  adultsPart,
  mustNotMeetPart,
  notTheSamePart,
  movedPart,
  inviteesPart,
  recordPart,
]

async function stepsOf(db: Db, sides: Sides, today: string): Promise<Step[]> {
  const steps: Step[] = []
  for (const part of parts) steps.push(...(await part(db, sides, today)))
  return steps
}

const questionsOf = (steps: readonly Step[]): MergeQuestion[] => steps.flatMap(({ ask }) => ask ?? [])

async function loadSides(db: Db, keptId: PersonId, goneId: PersonId): Promise<Sides> {
  if (keptId === goneId)
    throw new AppError('INVALID_INPUT', 'This is one and the same record. Nothing was changed.')
  const kept = found(await people.findById(db, keptId), 'person')
  const gone = found(await people.findById(db, goneId), 'person')
  return { kept, gone }
}

/** Two records side by side, and what has to be answered before they are one. */
export async function planMerge(
  { db, today, actor }: QueryContext,
  { keptId, goneId }: { keptId: PersonId; goneId: PersonId },
) {
  const sides = await loadSides(db, keptId, goneId)
  const shown = await sidesOf(db, [keptId, goneId], today)
  const questions = questionsOf(await stepsOf(db, sides, today))
  const refused = (await refusal(db, sides)) ?? notYours(actor.role, questions)
  return {
    kept: { ...found(shown.get(keptId), 'person'), version: sides.kept.version },
    gone: { ...found(shown.get(goneId), 'person'), version: sides.gone.version },
    facts: await factsOf(db, sides),
    questions: refused === null ? questions : [],
    refused,
  }
}

/** Whoever decides between two readings must be somebody who may see them. */
const notYours = (role: Role, questions: readonly MergeQuestion[]): string | null =>
  questions.some(({ key }) => key.startsWith(OUTCOME)) && !mayUse(role, 'outcomes.view')
    ? 'Their outcomes differ, and only somebody who may see outcomes can decide between them. Ask a facilitator or a manager to take the two records together.'
    : null

interface Merge {
  readonly keptId: PersonId
  readonly goneId: PersonId
  readonly keptVersion: number
  readonly goneVersion: number
  readonly answers: Readonly<Record<string, MergeChoice>>
}

/** Makes two records one. What it did to each row is kept, so that it can be taken back any time later. */
export async function mergePeople(context: CommandContext, input: Merge) {
  const { tx, today, actor, newId, now } = context
  const sides = await loadSides(tx, input.keptId, input.goneId)
  if (sides.kept.version !== input.keptVersion || sides.gone.version !== input.goneVersion)
    throw changedSince('person')
  const steps = await stepsOf(tx, sides, today)
  const questions = questionsOf(steps)
  const refused = (await refusal(tx, sides)) ?? notYours(actor.role, questions)
  if (refused !== null) throw new AppError('CONFLICT', `${refused} Nothing was changed.`)
  refuseUnanswered(questions, input.answers)
  const id = newId(mergeId)
  for (const { ask, carryOut } of steps)
    await carryOut(context, ask === null ? 'kept' : (input.answers[ask.key] ?? 'kept'))
  const moved = await changedSoFar(tx)
  await insertMerge(tx, { id, kept_id: input.keptId, gone_id: input.goneId, merged_at: now, merged_by: actor.id, moved }) // prettier-ignore
  return { mergeId: id, keptId: input.keptId, words: await placesToDecide(tx, input.keptId, today) }
}

/** What the records say is told by `mergePlan`, where each look is recorded, and never by a refusal. */
function refuseUnanswered(asked: readonly MergeQuestion[], answers: Merge['answers']): void {
  const questions = asked.map(({ key, about }) => ({ key, about }))
  const open = questions.filter(({ key }) => answers[key] === undefined)
  if (open.length > 0)
    throw new AppError('CONFLICT', `The two records say different things: ${count(open.length, 'question is', 'questions are')} to be answered first. Nothing was changed.`, { questions }) // prettier-ignore
  const wrong = asked.find(
    ({ key, gone, both }) =>
      (answers[key] === 'both' && both === null) || (answers[key] === 'gone' && gone === null),
  )
  if (wrong)
    throw new AppError('INVALID_INPUT', `Choose one of the two: ${wrong.about}. Nothing was changed.`, { questions }) // prettier-ignore
}

/**
 * Where somebody came who has no place yet: that they came is kept, and whether they have the place is for a person to
 * decide.
 */
async function placesToDecide(tx: Tx, id: PersonId, today: string): Promise<string[]> {
  const person = found(await people.findById(tx, id), 'person')
  const status = statusAsAt(sql.ref('enrolment.id'), sql`${today}`)
  const rows = await tx
    .selectFrom('enrolment')
    .innerJoin('programme_group', 'programme_group.id', 'enrolment.group_id')
    .innerJoin('session', 'session.group_id', 'enrolment.group_id')
    .innerJoin('mark', (join) =>
      join.onRef('mark.session_id', '=', 'session.id').onRef('mark.person_id', '=', 'enrolment.person_id'),
    ) // prettier-ignore
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('enrolment.person_id', '=', id)
    .where('mark_code.attended', '=', 1)
    .where(status, 'in', ['referred', 'waiting', 'offered'])
    .groupBy('enrolment.id')
    .select(['programme_group.name', status.as('status'), sql<string>`max(session.starts_at)`.as('last')])
    .execute()
  return rows.map(
    ({ name, status: now, last }) =>
      `${displayName(people.toPerson(person))} came to ${name} on ${longDate(last.slice(0, 10))} and has no place there (${enrolmentStatusLabels[now ?? 'waiting'].toLowerCase()}). That they came is kept. Decide about the place in the group.`,
  )
}
