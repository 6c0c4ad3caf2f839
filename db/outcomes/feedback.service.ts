import { AppError } from '../../shared/errors.ts'
import { idOf, type GroupId, type PersonId } from '../../shared/ids.ts'
import { answeredMost, type Answers } from '../../shared/outcomes/feedback.rules.ts'
import type { FeedbackSheet } from '../../shared/outcomes/feedback.contract.ts'
import type { Measure } from '../../shared/outcomes/outcomes.contract.ts'
import { itemProblem, itemShape, valueProblem } from '../../shared/outcomes/readings.rules.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { count } from '../../shared/text.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import type { Db } from '../store.ts'
import * as feedback from './feedback.repository.ts'
import type { FeedbackPlace } from './feedback.repository.ts'
import * as measures from './measures.repository.ts'
import { findGroup, listPeople } from './outcomes.repository.ts'
import { setReading } from './readings.service.ts'

const tallyId = idOf('count of forms')
const askedId = idOf('number of people asked')
const invalid = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, { fields: { [field]: message } })

/** What a group was asked about itself and its sessions, and what came back. */
export async function readFeedback(db: Db, groupId: GroupId, today: string): Promise<FeedbackSheet> {
  found(await findGroup(db, groupId), 'group')
  const asked = new Map((await measures.listAsked(db, groupId)).map((one) => [one.measureId, one.timePoints]))
  const own = (await measures.listOfGroup(db, groupId))
    .map(measures.toMeasure)
    .filter((measure) => measure.details.use === 'feedback')
  const tallies = await feedback.listTallies(db, { groupId })
  const entered = await feedback.listAsked(db, { groupId })
  const answers = await feedback.listAnswers(db, { groupId }, own.map((one) => one.id)) // prettier-ignore
  const records = [...tallies, ...entered, ...answers]
  const has = (measure: Measure, whole: boolean) =>
    records.some((one) => one.measure_id === measure.id && (one.session_id === null) === whole)
  const points = (measure: Measure) => asked.get(measure.id) ?? []
  return {
    groupId,
    measures: own.map((measure) => ({
      measure,
      atSessions: points(measure).includes('during') || has(measure, false),
      atEnd: points(measure).some((point) => point !== 'during') || has(measure, true),
    })),
    occasions: await readOccasions(db, groupId, today),
    asked: entered.map((one) => ({ ...placed(one), people: one.people })),
    tallies: tallies.map((one) => ({ ...placed(one), item: one.item, value: one.value, people: one.people })),
    answers: answers.flatMap((one) =>
      one.value === null
        ? []
        : [{ ...placed(one), personId: one.person_id, item: one.item, value: one.value }],
    ),
    people: (await listPeople(db, groupId, today)).map((p) => ({
      personId: p.id,
      name: displayName({ firstName: p.first_name, lastName: p.last_name, knownAs: p.known_as }),
    })),
  }
}

type Row = Awaited<ReturnType<typeof feedback.listAsked>>[number]
const placed = (row: Pick<Row, 'session_id' | 'measure_id'>) =>
  ({ sessionId: row.session_id, measureId: row.measure_id }) as const

async function readOccasions(db: Db, groupId: GroupId, today: string): Promise<FeedbackSheet['occasions']> {
  const ran = await feedback.listRan(db, groupId, today)
  const came = await feedback.listCame(db, groupId)
  const bySession = Map.groupBy(came, (row) => row.session_id)
  const people = (rows: typeof came) => [...new Set(rows.map((row) => row.person_id))]
  const sessions = ran.map((session, index) => ({
    sessionId: session.id,
    on: session.starts_at.slice(0, 10),
    number: index + 1,
    came: people(bySession.get(session.id) ?? []),
  }))
  return [{ sessionId: null, on: null, number: null, came: people(came) }, ...sessions.toReversed()]
}

/** The measure of feedback, once it is sure that this is a place where it may be recorded. */
async function checkPlace({ tx, today }: CommandContext, place: FeedbackPlace): Promise<Measure> {
  found(await findGroup(tx, place.groupId), 'group')
  const own = (await measures.listOfGroup(tx, place.groupId)).map(measures.toMeasure)
  const measure = own.find((one) => one.id === place.measureId)
  if (measure === undefined)
    throw new AppError('CONFLICT', 'This group does not use that measure. Add it to the programme first.')
  if (measure.details.use !== 'feedback')
    throw new AppError('CONFLICT', `${measure.name} is no feedback. Enter it among the readings.`)
  const ran = await feedback.listRan(tx, place.groupId, today)
  if (place.sessionId !== null && !ran.some((session) => session.id === place.sessionId))
    throw new AppError(
      'CONFLICT',
      'That session is not one of this group that has run, so there is no feedback on it. Nothing was saved.',
    )
  return measure
}

function checkAnswer(measure: Measure, item: number, value: number): void {
  const problem = itemProblem(measure, item)
  if (problem !== null) throw invalid('item', problem)
  const wrong = valueProblem(itemShape(measure, item), value)
  if (wrong !== null) throw invalid('value', wrong)
}

/** No more can have answered than somebody said were asked. */
async function refuseTooMany(db: Db, place: FeedbackPlace): Promise<void> {
  const entered = await feedback.askedAt(db, place)
  const answered = answeredMost(await answersAt(db, place))
  if (entered === undefined || answered <= entered.people) return
  throw new AppError(
    'CONFLICT',
    `${count(entered.people, 'person was', 'people were')} asked, so ${answered} cannot have answered. Nothing was saved. Change first how many were asked.`,
  )
}

const answersAt = async (db: Db, place: FeedbackPlace): Promise<Answers[]> => [
  ...(await feedback.talliesAt(db, place)),
  ...(await feedback.answersAt(db, place)).map((one) => ({ item: one.item, people: 1 })),
]

/** Answers of one occasion are of one edition: those of another had other words, and are in no figure together. */
async function refuseOtherEdition(db: Db, place: FeedbackPlace, measure: Measure): Promise<void> {
  const given = [...(await feedback.talliesAt(db, place)), ...(await feedback.answersAt(db, place))]
  if (given.every((one) => one.edition === measure.edition)) return
  throw new AppError('CONFLICT', `Answers were taken here by an earlier edition of ${measure.name}, whose answers were others. Nothing was saved.`) // prettier-ignore
}

/** Adds forms without a name that gave one answer, or takes some away; answers how many there are then. */
export async function countFeedback(
  context: CommandContext,
  { item, value, add, ...place }: FeedbackPlace & { item: number; value: number; add: number },
): Promise<{ people: number }> {
  const { tx, newId } = context
  const measure = await checkPlace(context, place)
  const all = await feedback.talliesAt(tx, place)
  const there = all.find((one) => one.item === item && one.value === value)
  const people = (there?.people ?? 0) + add
  if (add > 0) {
    checkAnswer(measure, item, value)
    await refuseOtherEdition(tx, place, measure)
  }
  if (people < 0) throw invalid('add', 'There are no more of these forms to take away.')
  if (people > 2000) throw invalid('add', 'That is more than 2,000 forms. Check the number.')
  const { groupId: group_id, sessionId: session_id, measureId: measure_id } = place
  const row = { group_id, session_id, measure_id, edition: measure.edition, item, value, people }
  await feedback.putTally(tx, there, { id: newId(tallyId), ...row })
  await refuseTooMany(tx, place)
  return { people }
}

/** Writes down one person's answer, or takes it back; of the day of its session, or of today. */
export async function answerFeedback(
  context: CommandContext,
  { personId, item, value, ...place }: FeedbackPlace & { personId: PersonId; item: number; value: number | null }, // prettier-ignore
): Promise<void> {
  const measure = await checkPlace(context, place)
  const { groupId, sessionId, measureId } = place
  // Whoever has answered corrects their own answer, by the edition that it is of.
  const own = (await feedback.answersAt(context.tx, place)).some((one) => one.person_id === personId)
  if (value !== null && !own) await refuseOtherEdition(context.tx, place, measure)
  const ran = await feedback.listRan(context.tx, groupId, context.today)
  const session = ran.find((one) => one.id === sessionId)
  await setReading(context, groupId, {
    personId,
    measureId,
    timePoint: sessionId === null ? 'after' : 'during',
    round: 1,
    sessionId,
    completedBy: 'not-said',
    item,
    value,
    notDoneReason: null,
    takenOn: session?.starts_at.slice(0, 10) ?? context.today,
    takenBy: null,
    fallReason: null,
  })
  await refuseTooMany(context.tx, place)
}

/** Says how many were asked; null goes back to everybody who came. */
export async function setAsked(
  context: CommandContext,
  { people, ...place }: FeedbackPlace & { people: number | null },
): Promise<void> {
  const { tx, newId } = context
  await checkPlace(context, place)
  const { groupId: group_id, sessionId: session_id, measureId: measure_id } = place
  const row = people === null ? null : { id: newId(askedId), group_id, session_id, measure_id, people }
  await feedback.putAsked(tx, await feedback.askedAt(tx, place), row)
  await refuseTooMany(tx, place)
}
