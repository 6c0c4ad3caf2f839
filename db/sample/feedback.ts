import { sql } from 'kysely'
import type { NewId } from '../context.ts'
import { programmeMeasureId } from '../programmes/programme-measures.repository.ts'
import type { Tx } from '../store.ts'
import type { Row } from './invented.ts'
import { seeded, type Random } from './random.ts'
import { rowId } from './row-id.ts'
import { insertAll } from './write-county.ts'

const SEED = 20_261_125

/** How often each answer is given, the best first: mostly well liked, as feedback is. */
const likely = [0.6, 0.3, 0.07, 0.03]

interface Session {
  readonly id: Row<'session'>['id']
  readonly group_id: string | null
  readonly came: number
}
interface Making {
  readonly newId: NewId
  readonly random: Random
}
type Measures = Awaited<ReturnType<typeof readMeasures>>

/**
 * Feedback of groups that have begun: every other session rated on forms without a name, and the whole group with the
 * three statements where it has ended. Not everybody who was asked answers.
 */
export async function writeFeedback(
  tx: Tx,
  { today, newId }: { today: string; newId: NewId },
): Promise<void> {
  const measures = await readMeasures(tx)
  const making: Making = { newId, random: seeded(SEED) }
  const sessions = await sessionsWithPeople(tx, today)
  const groups = [...Map.groupBy(sessions, (one) => one.group_id).values()]
  const given = groups.map((own) => ofGroup(making, measures, own, today))
  await insertAll(tx, 'programme_measure', await uses(tx, making, measures, sessions))
  await insertAll(tx, 'feedback_tally', given.flatMap((one) => one.tallies)) // prettier-ignore
  await insertAll(tx, 'feedback_asked', given.flatMap((one) => one.asked)) // prettier-ignore
}

async function readMeasures(tx: Tx) {
  const all = await tx.selectFrom('measure').selectAll().execute()
  const named = (name: string) => all.find((one) => one.name === name)
  return { session: named('Rating of the session'), overall: named('Overall rating'), listening: named('Three listening questions') } // prettier-ignore
}

/** The programmes of these groups ask for it, at every session or at the end. */
async function uses(tx: Tx, { newId }: Making, { session, overall, listening }: Measures, sessions: readonly Session[]) {
  const ids = [...new Set(sessions.flatMap((one) => one.group_id ?? []))]
  const programmes = await tx
    .selectFrom('programme_group')
    .where(sql<boolean>`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .select('programme_id')
    .distinct()
    .orderBy('programme_id')
    .execute()
  const asked = [[session, 'during'], [overall, 'after'], [listening, 'after']] as const
  return programmes.flatMap(({ programme_id }): Row<'programme_measure'>[] =>
    asked.flatMap(([measure, point]) =>
      measure === undefined ? [] : [{ id: newId(programmeMeasureId), programme_id, measure_id: measure.id, time_points: JSON.stringify([point]) }],
    ),
  )
} // prettier-ignore

type Group = Awaited<ReturnType<typeof sessionsWithPeople>>

function ofGroup(making: Making, { session, overall, listening }: Measures, own: Group, today: string) {
  const { newId, random } = making
  const [first] = own
  const tallies: Row<'feedback_tally'>[] = []
  const asked: Row<'feedback_asked'>[] = []
  if (first === undefined || first.group_id === null) return { tallies, asked }
  const { group_id } = first
  const forms = (measure: Measures['session'], session_id: Session['id'] | null, items: readonly number[], values: readonly number[], people: number) => {
    for (const item of measure === undefined ? [] : items)
      for (const [value, n] of answersOf(random, values, people))
        if (measure !== undefined) tallies.push({ id: newId(rowId), group_id, session_id, measure_id: measure.id, edition: 1, item, value, people: n })
  }
  for (const [at, one] of own.entries())
    if (at % 2 === 0) forms(session, one.id, [0], [4, 3, 2, 1], Math.round(one.came * 0.8))
  if (first.last >= today || listening === undefined) return { tallies, asked }
  const most = Math.max(...own.map((one) => one.came))
  asked.push({ id: newId(rowId), group_id, session_id: null, measure_id: listening.id, people: most + 2 })
  forms(overall, null, [0], [4, 3, 2, 1], Math.round(most * 0.7))
  forms(listening, null, [1, 2, 3], [2, 1, 0], Math.round(most * 0.7))
  return { tallies, asked }
} // prettier-ignore

/** So many answers, dealt out by how likely each is. */
function answersOf(random: Random, values: readonly number[], people: number): Map<number, number> {
  const dealt = new Map<number, number>()
  for (let n = 0; n < people; n += 1) {
    const drawn = random.fraction()
    const at = likely.findIndex((_, i) => drawn < likely.slice(0, i + 1).reduce((sum, one) => sum + one, 0))
    const value = values[at] ?? values[0] ?? 0
    dealt.set(value, (dealt.get(value) ?? 0) + 1)
  }
  return dealt
}

/** The sessions that anybody came to, with how many, and the last day of their group; those of a group in order. */
const sessionsWithPeople = (tx: Tx, today: string) =>
  tx
    .selectFrom('session')
    .innerJoin('mark', 'mark.session_id', 'session.id')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('mark_code.attended', '=', 1)
    .where('session.did_not_run', '=', 0)
    .where('session.starts_at', '<', today)
    .where('session.group_id', 'is not', null)
    .groupBy('session.id')
    .select((eb) => ['session.id', 'session.group_id', eb.fn.countAll<number>().as('came')])
    .select(
      sql<string>`(SELECT substr(max(starts_at), 1, 10) FROM session AS s WHERE s.group_id = session.group_id)`.as('last'),
    )
    .orderBy('session.group_id')
    .orderBy('session.starts_at')
    .execute() // prettier-ignore
