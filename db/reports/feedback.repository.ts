import type { GroupId, MeasureId, SessionId } from '../../shared/ids.ts'
import type { Measure } from '../../shared/outcomes/outcomes.contract.ts'
import type { FeedbackAnswer, FeedbackOccasion } from '../../shared/reports/feedback.rules.ts'
import * as feedback from '../outcomes/feedback.repository.ts'
import { listEditionsOf } from '../outcomes/measure-editions.repository.ts'
import { list, toMeasure } from '../outcomes/measures.repository.ts'
import type { Db } from '../store.ts'

interface Kept {
  readonly group_id: GroupId
  readonly session_id: SessionId | null
  readonly measure_id: MeasureId
  readonly edition: number | null
  readonly answer: FeedbackAnswer | null
  readonly entered: number | null
}

/** Measures of feedback as they are and were, by id and edition; null is the edition in use. */
async function measuresOfFeedback(db: Db): Promise<ReadonlyMap<string, Measure>> {
  const all = (await list(db)).map(toMeasure)
  const earlier = await listEditionsOf(db, all.map((one) => one.id)) // prettier-ignore
  const own = [...earlier.map((one) => one.measure), ...all].filter((one) => one.details.use === 'feedback')
  return new Map(own.flatMap((one) => [[`${one.id} ${one.edition}`, one], [`${one.id} null`, one]])) // prettier-ignore
}

async function readKept(db: Db, scope: feedback.FeedbackScope, ids: readonly MeasureId[]): Promise<Kept[]> {
  const tallies = await feedback.listTallies(db, scope)
  const answers = await feedback.listAnswers(db, scope, ids)
  const asked = await feedback.listAsked(db, scope)
  const nothing = { answer: null, entered: null }
  return [
    ...tallies.map(({ item, value, people, ...at }) => ({ ...nothing, ...at, answer: { item, value, people, personId: null } })),
    ...answers.flatMap(({ item, value, person_id, ...at }) =>
      value === null ? [] : [{ ...nothing, ...at, answer: { item, value, people: 1, personId: person_id } }],
    ),
    ...asked.map(({ people, ...at }) => ({ ...nothing, ...at, edition: null, entered: people })),
  ] // prettier-ignore
}

/** How many different people came, by session and by whole group, of those that feedback was given on. */
async function countCame(db: Db, kept: readonly Kept[]): Promise<ReadonlyMap<string, number>> {
  const sessions = [...new Set(kept.flatMap((one) => one.session_id ?? []))]
  const groups = [...new Set(kept.flatMap((one) => (one.session_id === null ? one.group_id : [])))]
  const bySession = await feedback.countCame(db, 'session', sessions)
  return new Map([...bySession, ...(await feedback.countCame(db, 'group', groups))])
}

/** Every session and group that feedback was given on in a period, with what was said; seven queries. */
export async function listOccasions(
  db: Db,
  { from, to, today }: { from: string; to: string; today: string },
): Promise<FeedbackOccasion[]> {
  const measures = await measuresOfFeedback(db)
  const ids = [...new Set([...measures.values()].map((one) => one.id))]
  const lastDay = await feedback.lastDays(db, today)
  const days = await feedback.sessionDays(db, { from, to })
  const dayOf = (one: Kept) => (one.session_id === null ? lastDay.get(one.group_id) : days.get(one.session_id)) // prettier-ignore
  const kept = (await readKept(db, { from, to }, ids)).filter((one) => {
    const on = dayOf(one)
    return on !== undefined && on >= from && on <= to
  })
  const came = await countCame(db, kept)
  const placeOf = (one: Kept) => `${one.group_id} ${one.session_id} ${one.measure_id}`
  const entered = new Map(kept.flatMap((one) => (one.entered === null ? [] : [[placeOf(one), one.entered]])))
  const answered = new Set(kept.flatMap((one) => (one.answer === null ? [] : placeOf(one))))
  // Answers of two editions are two occasions: they had other words.
  const places = Map.groupBy(
    kept.filter((one) => one.answer !== null || !answered.has(placeOf(one))),
    (one) => `${placeOf(one)} ${one.edition}`,
  )
  return [...places.values()].flatMap((own): FeedbackOccasion[] => {
    const [first] = own
    if (first === undefined) return []
    const measure = measures.get(`${first.measure_id} ${first.edition}`)
    const on = dayOf(first)
    if (measure === undefined || on === undefined) return []
    return [
      {
        measure,
        groupId: first.group_id,
        sessionId: first.session_id,
        on,
        entered: entered.get(placeOf(first)) ?? null,
        came: came.get(first.session_id ?? first.group_id) ?? 0,
        answers: own.flatMap((one) => one.answer ?? []),
      },
    ]
  })
}
