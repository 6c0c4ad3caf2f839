import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { enrolmentId, personId, type PersonId } from '../../shared/ids.ts'
import { findHeader, guessByContent, guessColumns } from '../../shared/imports/columns.rules.ts'
import type { ColumnKind, importsContract, ImportTable } from '../../shared/imports/imports.contract.ts'
import { gapsFilledBy } from '../../shared/people/gaps.rules.ts'
import { decide, type Outcome } from '../../shared/imports/decisions.rules.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, QueryContext, TaskContext } from '../context.ts'
import { addEvent, eventId, insertEnrolments } from '../enrolments/enrolments.repository.ts'
import { findGroup } from '../enrolments/group.repository.ts'
import { toFlag } from '../flag.ts'
import { findById, insertPeople, newPersonRow, personColumns, toPerson, updatePerson } from '../people/people.repository.ts' // prettier-ignore
import type { Tx } from '../store.ts'
import * as imports from './imports.repository.ts'
import { refuseMustNotMeet, whyOver } from './list-places.ts'
import { previewList } from './preview.service.ts'
import { readChosen } from './read-chosen.ts'
import type { Headings } from './read-list.ts'

type Apply = z.output<typeof importsContract.apply.input>
type Read = z.output<typeof importsContract.read.input>

const peopleHeadings: Headings<ColumnKind> = { findHeader, guessColumns, guessByContent, ignore: 'ignore' }

export const readList = ({ session }: TaskContext, input: Read): Promise<ImportTable> =>
  readChosen(session, input, peopleHeadings)

export async function preview({ db, today }: QueryContext, list: Omit<Apply, 'decisions' | 'fileName'>) {
  await openGroup(db, list.groupId)
  return previewList(db, today, list)
}

async function openGroup(db: QueryContext['db'], groupId: Apply['groupId']): Promise<void> {
  const group = found(await findGroup(db, groupId), 'group')
  if (group.cancelled)
    throw new AppError(
      'CONFLICT',
      'This group has been cancelled, so nobody can join it. Nothing was changed.',
    )
}

/** Enrols every row that can be used. Judged again here, on the data as it is now: reading a list twice adds nobody. */
export async function apply(context: CommandContext, input: Apply) {
  await openGroup(context.tx, input.groupId)
  const there = await imports.standings(context.tx, input.groupId)
  const outcomes = decide(await previewList(context.tx, context.today, input), input.decisions)
  const newPeople = outcomes.flatMap((outcome) => outcome.kind === 'add' ? [newPersonRow(context.newId(personId), outcome.person)] : []) // prettier-ignore
  const known = outcomes.filter((outcome) => outcome.kind === 'match')
  const joining = known.filter(({ personId }) => mayJoin(there.get(personId)))
  const matched = joining.map((outcome) => outcome.personId)
  const leftOut = outcomes.filter((outcome) => outcome.kind === 'leave-out')
  await refuseMustNotMeet(context, input.groupId, matched)
  await insertPeople(context.tx, newPeople)
  await enrolAll(context, input, there, [...newPeople.map((person) => person.id), ...matched])
  await keepLeftOut(context, input, leftOut)
  const filled = await fillGaps(context.tx, joining)
  return {
    added: newPeople.length,
    matched: matched.length,
    filled,
    alreadyEnrolled: outcomes.length - newPeople.length - matched.length - leftOut.length,
    leftOut: leftOut.length,
  }
}

/** Nobody is enrolled twice, and one who completed or left is not brought back by a list. */
const mayJoin = (standing: imports.Standing | undefined): boolean =>
  standing === undefined || ['referred', 'waiting', 'offered'].includes(standing.status)

type Match = Extract<Outcome, { kind: 'match' }>

/** Fills in what the list knows of known people and their records lack. Answers how many people. */
async function fillGaps(tx: Tx, matches: readonly Match[]): Promise<number> {
  let filled = 0
  for (const { personId: id, row } of matches) {
    const fields = row.fills.find((fill) => fill.personId === id)?.fields ?? []
    const listed = row.person
    const record = fields.length === 0 ? undefined : await findById(tx, id)
    if (record === undefined || listed === null) continue
    const known = toPerson(record)
    const gaps = gapsFilledBy(listed, known, { mosaicIdTaken: !fields.includes('mosaicId') })
    // As when a person is changed by hand: somebody added at a door is checked once their date of birth is known.
    const provisional = toFlag(known.provisional && gaps.dateOfBirth === undefined)
    const columns = personColumns({ ...known, ...gaps })
    if (!(await updatePerson(tx, id, known.version, { ...columns, provisional })))
      throw changedSince('person')
    filled += 1
  }
  return filled
}

async function enrolAll(
  context: CommandContext,
  { groupId, onDate }: Apply,
  there: ReadonlyMap<PersonId, imports.Standing>,
  people: readonly PersonId[],
): Promise<void> {
  const { tx } = context
  const fresh = people.filter((id) => !there.has(id)).map((id) => ({ id: context.newId(enrolmentId), person_id: id, group_id: groupId, version: 1 })) // prettier-ignore
  const override_reason = await whyOver(context, groupId, people.length, onDate)
  const who = { recorded_at: context.now, recorded_by: context.actor.id }
  const line = {
    id: () => context.newId(eventId),
    status: 'enrolled',
    reason: null,
    override_reason,
    ...who,
  } as const
  await insertEnrolments(
    tx,
    fresh,
    fresh.map(({ id }) => ({ ...line, id: line.id(), enrolment_id: id, on_date: onDate, step: 1 })),
  )
  for (const id of people) {
    const standing = there.get(id)
    if (!standing) continue
    // After the last line, or it would overrule this one.
    const on_date = standing.since > onDate ? standing.since : onDate
    const step = standing.since === on_date ? standing.step + 1 : 1
    await addEvent(tx, standing.version, { ...line, id: line.id(), enrolment_id: standing.enrolmentId, on_date, step }) // prettier-ignore
  }
}

type LeftOut = Extract<Outcome, { kind: 'leave-out' }>

/** Kept as they were, once: a list read again does not fill the page with the same rows. */
async function keepLeftOut(context: CommandContext, input: Apply, leftOut: readonly LeftOut[]) {
  const kept = new Set((await imports.listLeftOut(context.tx, input.groupId)).map((row) => `${row.cells} ${row.reason}`)) // prettier-ignore
  const rows = leftOut
    .map(({ row, reason }) => ({ row_number: row.row, cells: JSON.stringify(row.cells), reason }))
    .filter((row) => !kept.has(`${row.cells} ${row.reason}`))
  if (rows.length === 0) return
  const batch = { id: context.newId(imports.batchId), group_id: input.groupId, file_name: input.fileName ?? null, at: context.now } // prettier-ignore
  await imports.insertBatch(
    context.tx,
    batch,
    rows.map((row) => ({ ...row, id: context.newId(imports.leftOutId), batch_id: batch.id })),
  )
}
