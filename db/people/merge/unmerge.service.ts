import { AppError } from '../../../shared/errors.ts'
import type { MergeId, PersonId } from '../../../shared/ids.ts'
import { displayName, fullName } from '../../../shared/people/people.rules.ts'
import { count } from '../../../shared/text.ts'
import { found } from '../../changed.ts'
import type { CommandContext } from '../../context.ts'
import type { Tx } from '../../store.ts'
import { countOpen } from '../alerts.repository.ts'
import { listPairs } from '../must-not-meet.repository.ts'
import * as people from '../people.repository.ts'
import { deleteMerge, findLaterMerge, findMerge } from './merges.repository.ts'
import { putBack } from './put-back.ts'

/**
 * Makes two records of one again: each gets back all that was theirs. What was recorded since stays with the record
 * that was kept, and what was changed since stays as it is.
 */
export async function unmergePeople({ tx }: CommandContext, id: MergeId) {
  const merge = found(await findMerge(tx, id), 'merge')
  const later = await findLaterMerge(tx, merge)
  if (later)
    throw new AppError('CONFLICT', `${fullName(later)} was taken together with this person afterwards. Nothing was changed. Take that back first.`) // prettier-ignore
  const noSince = await saidNoSince(tx, merge)
  const stays: string[] = []
  for (const row of merge.moved.toReversed())
    for (const column of await putBack(tx, row)) if (row.id === merge.kept_id) stays.push(column)
  await deleteMerge(tx, id)
  for (const person of [merge.kept_id, merge.gone_id]) await keepMarked(tx, person)
  if (noSince.length > 0) await sayNo(tx, merge.gone_id, noSince)
  const words = await wordsOf(tx, merge, stays)
  return { keptId: merge.kept_id, goneId: merge.gone_id, words }
}

/** Everybody sees the marker as long as an alert stands, and one may have been written since. */
async function keepMarked(tx: Tx, id: PersonId): Promise<void> {
  const row = found(await people.findById(tx, id), 'person')
  if (row.alert === 0 && (await countOpen(tx, id)) > 0)
    await people.updatePerson(tx, id, row.version, { alert: 1 })
}

const safeties = ['safe_to_call', 'safe_to_text', 'safe_to_write'] as const
type Safety = (typeof safeties)[number]

/** By which ways somebody has said since that it is not safe to reach the one that the two were. */
async function saidNoSince(tx: Tx, { kept_id, moved }: Merged): Promise<Safety[]> {
  const now = found(await people.findById(tx, kept_id), 'person')
  const then = moved.findLast((row) => row.table === 'person' && row.id === kept_id)?.after
  return safeties.filter((way) => now[way] === 'no' && then?.[way] !== 'no')
}

/** Which of the two it was that said so nobody knows: what is not safe for one of them is not used for the other. */
async function sayNo(tx: Tx, id: PersonId, ways: readonly Safety[]): Promise<void> {
  const { version } = found(await people.findById(tx, id), 'person')
  await people.updatePerson(tx, id, version, Object.fromEntries(ways.map((way) => [way, 'no'])))
}

type Merged = NonNullable<Awaited<ReturnType<typeof findMerge>>>

interface Two {
  readonly id: MergeId
  readonly kept_id: PersonId
  readonly gone_id: PersonId
}

const nameOf = async (tx: Tx, id: PersonId) =>
  displayName(people.toPerson(found(await people.findById(tx, id), 'person')))

/** What the two must know: what did not go back. */
async function wordsOf(tx: Tx, { id, kept_id, gone_id }: Two, stays: readonly string[]): Promise<string[]> {
  const [kept, gone] = [await nameOf(tx, kept_id), await nameOf(tx, gone_id)]
  const since = await recordedSince(tx, kept_id, id)
  const lines = await linesSince(tx, gone_id, id)
  return [
    ...(since.length > 0
      ? [`What was recorded since stays with ${kept}: ${listed(since)}. Put right what is ${gone}’s.`]
      : []),
    ...(lines.length > 0 ? [`What was added since to the history in ${listed(lines)} goes with it to ${gone}.`] : []), // prettier-ignore
    ...(stays.length > 0 ? [`Details of ${kept} that were changed since stay as they are.`] : []),
  ]
}

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** How much was recorded for a person since a merge. Ids are made in the order of time, so those after the merge's came later. */
async function recordedSince(tx: Tx, person: PersonId, merge: string): Promise<string[]> {
  const since = async (
    table: 'mark' | 'contact' | 'reading' | 'consent' | 'enrolment' | 'alert_note' | 'person_adult',
  ) => {
    const { n } = await tx
      .selectFrom(table)
      .where('person_id', '=', person)
      .where(({ eb, ref }) => eb(ref('id'), '>', merge))
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return n
  }
  const apart = (await listPairs(tx, person)).filter((pair) => pair.id > merge)
  const counts = [
    [await since('mark'), 'mark', 'marks'],
    [await since('contact'), 'contact', 'contacts'],
    [await since('reading'), 'reading', 'readings'],
    [await since('consent'), 'answer about consent', 'answers about consent'],
    [await since('enrolment'), 'group', 'groups'],
    [await since('alert_note'), 'alert', 'alerts'],
    [apart.length, 'person they must not meet', 'people they must not meet'],
    [await since('person_adult'), 'adult', 'adults'],
  ] as const
  return counts.filter(([n]) => n > 0).map(([n, one, many]) => count(n, one, many))
}

/** The groups of a person in whose history something was written since. */
async function linesSince(tx: Tx, person: PersonId, merge: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('enrolment')
    .innerJoin('enrolment_event', 'enrolment_event.enrolment_id', 'enrolment.id')
    .innerJoin('programme_group', 'programme_group.id', 'enrolment.group_id')
    .where('enrolment.person_id', '=', person)
    .where('enrolment_event.id', '>', merge)
    .select('programme_group.name')
    .distinct()
    .orderBy('programme_group.name')
    .execute()
  return rows.map((row) => row.name)
}
