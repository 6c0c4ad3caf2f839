import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { alertNoteId, type PersonId } from '../../shared/ids.ts'
import type { alertsOperations } from '../../shared/people/alerts.contract.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { longDate } from '../../shared/time/format.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import type { Db, Tx } from '../store.ts'
import { refuseOthers } from './alert-standing.ts'
import * as alerts from './alerts.repository.ts'
import { listPairs, type MustNotMeetRow } from './must-not-meet.repository.ts'
import { findById, namesOf, toPerson, updatePerson } from './people.repository.ts'
import { writersOf } from './writers.repository.ts'

type Input<N extends keyof typeof alertsOperations> = z.output<(typeof alertsOperations)[N]['input']>

/** What a person's alerts are about, and whom they must not meet: for those who may know. */
export async function readAlerts(context: QueryContext, id: PersonId) {
  const { db } = context
  found(await findById(db, id), 'person')
  await refuseOthers(db, context, id)
  const notes = await alerts.listNotes(db, id)
  return {
    notes: notes.map((row) => ({ id: row.id, note: row.note, ...written(row, row.writer) })),
    mustNotMeet: await pairsOf(db, id),
  }
}

const written = (row: alerts.AlertRow | MustNotMeetRow, writer: string) => ({
  onDate: row.on_date,
  untilDate: row.until_date,
  writtenBy: writer,
  version: row.version,
})

async function pairsOf(db: Db, id: PersonId) {
  const pairs = await listPairs(db, id)
  const otherOf = (pair: MustNotMeetRow) => (pair.person_id === id ? pair.other_id : pair.person_id)
  const names = await namesOf(db, pairs.map(otherOf))
  const writers = await writersOf(db, pairs.map((pair) => pair.written_by)) // prettier-ignore
  return pairs.map((pair) => ({
    id: pair.id,
    other: { id: otherOf(pair), name: names.get(otherOf(pair)) ?? '' },
    reason: pair.reason,
    ...written(pair, writers.get(pair.written_by) ?? ''),
  }))
}

/** Writes what an alert is about, and sets the marker that everybody sees. */
export async function addAlert(context: CommandContext, { id, note, onDate }: Input<'addAlert'>) {
  const { tx, actor, newId } = context
  found(await findById(tx, id), 'person')
  await refuseOthers(tx, context, id)
  refuseFuture(onDate, context.today)
  const noteId = newId(alertNoteId)
  await alerts.insertNote(tx, { id: noteId, person_id: id, note, on_date: onDate, until_date: null, written_by: actor.id, version: 1 }) // prettier-ignore
  await setMarker(tx, id, true)
  return { id: noteId }
}

/** Ends an alert, which stays to be read. The marker goes with the last one, unless it is to stay. */
export async function endAlert(context: CommandContext, input: Input<'endAlert'>): Promise<null> {
  const { tx, today } = context
  const row = found(await alerts.findNote(tx, input.id), 'alert')
  await refuseOthers(tx, context, row.person_id)
  if (row.until_date !== null) throw changedSince('alert')
  refuseFuture(input.onDate, today)
  refuseBefore(input.onDate, row.on_date)
  if (!(await alerts.endNote(tx, input.id, input.version, input.onDate))) throw changedSince('alert')
  if (!input.keepMarker && (await alerts.countOpen(tx, row.person_id)) === 0)
    await setMarker(tx, row.person_id, false)
  return null
}

async function setMarker(tx: Tx, id: PersonId, on: boolean): Promise<void> {
  const row = found(await findById(tx, id), 'person')
  if (row.alert !== toFlag(on)) await updatePerson(tx, id, row.version, { alert: toFlag(on) })
}

/** Refuses a day that is still to come: what is written here holds from when it is known. */
export function refuseFuture(onDate: string, today: string): void {
  if (onDate <= today) return
  const problem = `${longDate(onDate)} is still to come. Enter today or a day before it.`
  throw new AppError('INVALID_INPUT', problem, { fields: { onDate: problem } })
}

/** Refuses an end before the beginning. */
export function refuseBefore(onDate: string, began: string): void {
  if (onDate >= began) return
  const problem = `It began on ${longDate(began)}, so it cannot end before that. Check the date.`
  throw new AppError('INVALID_INPUT', problem, { fields: { onDate: problem } })
}

/** Refuses (CONFLICT) to take a marker away while what it is about still stands. */
export async function refuseUnmarking(db: Db, row: Parameters<typeof toPerson>[0]): Promise<void> {
  if ((await alerts.countOpen(db, row.id)) === 0) return
  throw new AppError('CONFLICT', `The marker of ${displayName(toPerson(row))} stands for an alert that has not ended, so it cannot be taken away here. Nothing was saved. Those who lead and managers can end the alert.`) // prettier-ignore
}
