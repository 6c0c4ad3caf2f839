import type { Selectable } from 'kysely'
import { enrolmentStatusLabels } from '../../../shared/enrolments/statuses.ts'
import { participantRoleLabels } from '../../../shared/enrolments/participants.rules.ts'
import { eventAsAt } from '../../../shared/enrolments/roster.rules.ts'
import type { MergeChoice } from '../../../shared/people/merge.contract.ts'
import { firstContradiction, uniteHistories, type HistoryLine } from '../../../shared/people/merge-history.rules.ts' // prettier-ignore
import { longDate } from '../../../shared/time/format.ts'
import type { EnrolmentTable } from '../../enrolments/enrolments.table.ts'
import type { Db, Tx } from '../../store.ts'
import { bothNotes, question, removeRow, setRow, unasked, type Part, type Sides, type Step } from './step.ts'

type Enrolment = Selectable<EnrolmentTable> & { readonly group_name: string }
interface Line extends HistoryLine {
  readonly enrolmentId: string
}
interface Belonging {
  readonly enrolment: Enrolment
  readonly lines: readonly Line[]
}

/** The histories with groups: a group of one of them alone goes over as it is, and of one group there is one history. */
export const enrolmentsPart: Part = async (db, sides, today) => {
  const [kept, gone] = [await belongings(db, sides.kept.id), await belongings(db, sides.gone.id)]
  return gone.flatMap((one): Step[] => {
    const same = kept.find(({ enrolment }) => enrolment.group_id === one.enrolment.group_id)
    if (!same)
      return [unasked(({ tx }) => setRow(tx, 'enrolment', one.enrolment.id, { person_id: sides.kept.id }))]
    return [...roleStep(same.enrolment, one.enrolment), historyStep(same, one, today)]
  })
}

async function belongings(db: Db, personId: Sides['kept']['id']): Promise<Belonging[]> {
  const enrolments = await db
    .selectFrom('enrolment')
    .innerJoin('programme_group', 'programme_group.id', 'enrolment.group_id')
    .where('person_id', '=', personId)
    .selectAll('enrolment')
    .select('programme_group.name as group_name')
    .orderBy('enrolment.id')
    .execute()
  const lines = await db
    .selectFrom('enrolment_event')
    .where(
      'enrolment_id',
      'in',
      enrolments.map((one) => one.id),
    ) // prettier-ignore
    .select(['id', 'enrolment_id as enrolmentId', 'on_date as onDate', 'step', 'status', 'reason'])
    .execute()
  return enrolments.map((enrolment) => ({
    enrolment,
    lines: lines.filter((line) => line.enrolmentId === enrolment.id),
  }))
}

/** Whether they took part as a child or as an adult: asked where it was said, and not the same. */
function roleStep(kept: Enrolment, gone: Enrolment): Step[] {
  if (gone.role === null || kept.role === gone.role) return []
  const { role } = gone
  const ask =
    kept.role === null
      ? null
      : question(`role ${kept.group_id}`, {
          about: `${kept.group_name}: takes part as`,
          kept: participantRoleLabels[kept.role],
          gone: participantRoleLabels[role],
        })
  return [
    {
      ask,
      async carryOut({ tx }, choice) {
        if (ask === null || choice === 'gone') await setRow(tx, 'enrolment', kept.id, { role })
      },
    },
  ]
}

function historyStep(kept: Belonging, gone: Belonging, today: string): Step {
  const day = firstContradiction(kept.lines, gone.lines)
  const result = (choice: MergeChoice) =>
    standing(
      uniteHistories(kept.lines, gone.lines, choice).lines.map(({ line, step }) => ({ ...line, step })),
      today,
    )
  const ask =
    day === null
      ? null
      : question(`history ${kept.enrolment.group_id}`, {
          about: `${kept.enrolment.group_name}, from ${longDate(day)}`,
          kept: result('kept'),
          gone: result('gone'),
          both: `All lines of both by their dates: ${lowerFirst(result('both'))}`,
        })
  return {
    ask,
    carryOut: ({ tx }, choice) => unite(tx, kept, gone, ask === null ? 'both' : choice),
  }
}

const lowerFirst = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1)

const standing = (lines: readonly Line[], today: string): string => {
  const line = eventAsAt(lines, today) ?? lines[0]
  return line ? `${enrolmentStatusLabels[line.status]} since ${longDate(line.onDate)}` : 'Nothing'
}

async function unite(tx: Tx, kept: Belonging, gone: Belonging, choice: MergeChoice): Promise<void> {
  const { lines, left } = uniteHistories(kept.lines, gone.lines, choice)
  for (const line of left) await removeRow(tx, 'enrolment_event', line.id)
  const own = lines.filter(({ line }) => line.enrolmentId === kept.enrolment.id)
  // From the last line back: two lines of a day are never at one step, not even half way.
  for (const { line, step } of own.toReversed())
    if (line.step !== step) await setRow(tx, 'enrolment_event', line.id, { step })
  for (const { line, step } of lines)
    if (line.enrolmentId !== kept.enrolment.id)
      await setRow(tx, 'enrolment_event', line.id, { enrolment_id: kept.enrolment.id, step })
  await moveSkips(tx, kept.enrolment, gone.enrolment)
  await setRow(tx, 'enrolment', kept.enrolment.id, referralOf(kept.enrolment, gone.enrolment))
  await removeRow(tx, 'enrolment', gone.enrolment.id)
}

/** The referral that came first is the one that days are counted from; what the other said stands in the note. */
function referralOf(kept: Enrolment, gone: Enrolment) {
  const referral = ({ source, referred_on, reference }: Enrolment) => ({ source, referred_on, reference })
  const has = (one: Enrolment) => Object.values(referral(one)).some((value) => value !== null)
  const earlier = has(gone) && (!has(kept) || (gone.referred_on ?? '9') < (kept.referred_on ?? '9'))
  const [first, second] = earlier ? [gone, kept] : [kept, gone]
  const other = has(first) && has(second) && !sameReferral(first, second) ? referralWords(second) : null
  return {
    ...referral(first),
    priority: Math.max(kept.priority, gone.priority),
    note: bothNotes(bothNotes(kept.note, gone.note), other),
  }
}

const sameReferral = (a: Enrolment, b: Enrolment) =>
  a.source === b.source && a.referred_on === b.referred_on && a.reference === b.reference

function referralWords({ source, referred_on, reference }: Enrolment): string {
  const from = source === null ? '' : ` by ${source}`
  const on = referred_on === null ? '' : ` on ${longDate(referred_on)}`
  return `Also referred${from}${on}${reference === null ? '' : `, reference ${reference}`}.`
}

/** Who was passed over for whom; a person is not passed over for themself. */
async function moveSkips(tx: Tx, kept: Enrolment, gone: Enrolment): Promise<void> {
  const rows = await tx
    .selectFrom('offer_skip')
    .selectAll()
    .where((eb) => eb.or([eb('enrolment_id', '=', gone.id), eb('offered_id', '=', gone.id)]))
    .execute()
  for (const row of rows) {
    const enrolment_id = row.enrolment_id === gone.id ? kept.id : row.enrolment_id
    const offered_id = row.offered_id === gone.id ? kept.id : row.offered_id
    if (enrolment_id === offered_id) await removeRow(tx, 'offer_skip', row.id)
    else await setRow(tx, 'offer_skip', row.id, { enrolment_id, offered_id })
  }
}
