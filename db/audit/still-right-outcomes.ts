import { groupId, measureId, personId, sessionId } from '../../shared/ids.ts'
import { answeredMost } from '../../shared/outcomes/feedback.rules.ts'
import { formKey, totalProblem } from '../../shared/outcomes/total.rules.ts'
import type { CommandContext } from '../context.ts'
import * as feedback from '../outcomes/feedback.repository.ts'
import { listEditionsOf } from '../outcomes/measure-editions.repository.ts'
import { findById, toMeasure } from '../outcomes/measures.repository.ts'
import { listReadingsOf, toReading } from '../outcomes/outcomes.repository.ts'
import type { Change } from './change.ts'

type Check = (context: CommandContext, change: Change) => Promise<string | null>

/** No more can have answered than somebody said were asked. */
const feedbackGiven: Check = async ({ tx }, { before, after }) => {
  const row = before ?? after
  const place = {
    groupId: groupId.parse(row?.['group_id']),
    // Rows that were journalled before there were readings of one session say nothing of it.
    sessionId: sessionId.nullable().parse(row?.['session_id'] ?? null),
    measureId: measureId.parse(row?.['measure_id']),
  }
  const asked = await feedback.askedAt(tx, place)
  if (asked === undefined) return null
  const named = (await feedback.answersAt(tx, place)).map(({ item }) => ({ item, people: 1 }))
  const answered = answeredMost([...(await feedback.talliesAt(tx, place)), ...named])
  return answered > asked.people ? 'more would have answered than were asked' : null
}

/** A total that was typed is one that the parts of its form can make. */
const total: Check = async ({ tx }, { before, after }) => {
  const row = before ?? after
  const id = measureId.parse(row?.['measure_id'])
  const found = await findById(tx, id)
  if (found === undefined) return null
  const all = await listReadingsOf(tx, groupId.parse(row?.['group_id']), [personId.parse(row?.['person_id'])])
  const forms = Map.groupBy(all.map(toReading).filter((one) => one.measureId === id), formKey) // prettier-ignore
  const earlier = await listEditionsOf(tx, [id])
  const wrong = [...forms.values()].some((form) => {
    const measure = earlier.find(({ number }) => number === form[0]?.edition)?.measure ?? toMeasure(found)
    const numbers = form.flatMap((one) => (one.value === null ? [] : [[one.item, one.value] as const]))
    return totalProblem(measure, new Map(numbers)) !== null
  })
  return wrong ? 'the total has been typed since, and its parts would come to another' : null
}

const reading: Check = async (context, change) =>
  (await feedbackGiven(context, change)) ?? total(context, change)

/** What an undo may not break of readings and feedback. */
export const outcomeChecks = {
  reading,
  feedback_tally: feedbackGiven,
  feedback_asked: feedbackGiven,
} as const
