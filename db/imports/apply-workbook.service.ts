import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import {
  isNothing,
  isSame,
  keyParts,
  NO_SESSION,
  nothing,
  type BaselineSheet,
} from '../../shared/exports/coming-back.rules.ts'
import { standingInWords } from '../../shared/exports/standing-words.ts'
import { workbookBaseline } from '../../shared/exports/workbook-baseline.ts'
import type { GroupId } from '../../shared/ids.ts'
import { placeInWords } from '../../shared/imports/came-back.rules.ts'
import { standingsOf, standsAt } from '../../shared/imports/compare.rules.ts'
import type { Accepted, comparingOperations } from '../../shared/imports/comparing.contract.ts'
import { completers } from '../../shared/outcomes/measure-details.ts'
import { timePoints } from '../../shared/outcomes/time-points.ts'
import { mayUse } from '../../shared/permissions.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { readWorkbookRows } from '../exports/read-workbook.ts'
import { findWorkbook } from '../exports/workbook-made.repository.ts'
import { completeRegisters } from '../registers/registers.repository.ts'

type Asked = z.output<typeof comparingOperations.applyWorkbook.input>
const NOTHING_SAVED = 'Nothing was changed.'

/** Makes what was accepted, all or none: each by the command that its own screen would use. */
export async function applyWorkbook(context: CommandContext, asked: Asked) {
  const { groupId, fileId, changes, reason } = asked
  refuseUnseen(context, changes)
  const made = found(await findWorkbook(context.tx, fileId), 'workbook')
  if (made.groupId !== groupId)
    throw new AppError('CONFLICT', `This is the workbook of another group. ${NOTHING_SAVED}`)
  await refuseChangedSince(context, groupId, made.baseline, changes)
  const of = (sheet: Accepted['sheet']) => changes.filter((one) => one.sheet === sheet)
  await setMarks(context, groupId, of('register'), reason)
  // A goal has its words before its numbers, and loses them after.
  const goals = of('goals')
  await setGoals(context, groupId, goals.filter((one) => !isNothing(one.to))) // prettier-ignore
  await setReadings(context, groupId, of('outcomes'), reason)
  await setGoals(context, groupId, goals.filter((one) => isNothing(one.to))) // prettier-ignore
  await setForms(context, groupId, of('feedback'))
  context.about(
    JSON.stringify({
      groupId,
      fileId,
      marks: of('register').length,
      goals: goals.length,
      readings: of('outcomes').length,
      forms: of('feedback').length,
    }),
  )
  return { changed: changes.length }
}

/** Before anything is looked at: what stands in a place is told by its being refused, and goals are a family's words. */
function refuseUnseen({ actor }: CommandContext, changes: readonly Accepted[]): void {
  if (mayUse(actor.role, 'outcomes.edit') || changes.every(({ sheet }) => sheet === 'register')) return
  throw new AppError('NOT_ALLOWED', `Your role does not include goals, measures and feedback. ${NOTHING_SAVED} Accept the changes of the register alone, or ask whoever leads the group.`) // prettier-ignore
}

/** What has been changed since it was compared was decided about without being seen. */
async function refuseChangedSince(
  { tx, today }: CommandContext,
  groupId: GroupId,
  left: readonly BaselineSheet[],
  changes: readonly Accepted[],
): Promise<void> {
  const sheets = workbookBaseline(await readWorkbookRows(tx, groupId, today))
  const now = new Map(sheets.map((one) => [one.sheet, standingsOf(one)]))
  for (const change of changes) {
    const stands = standsAt(now.get(change.sheet) ?? new Map(), change.row, change.place)
    if (isSame(stands, change.seen)) continue
    const sheet = left.find((one) => one.sheet === change.sheet)
    const row = sheet?.rows.find((one) => one.key === change.row)
    const words = sheet && row ? placeInWords(sheet, row, change.place) : { who: 'A row', what: change.place }
    throw new AppError(
      'CHANGED',
      `${words.who}, ${words.what}, has been changed since the file was compared: it is now ${standingInWords(stands)}. ${NOTHING_SAVED} Open the file again, then make your changes.`,
    )
  }
}

const letterOf = ({ to }: Accepted) => (to.value === null ? null : String(to.value))

/** Registers that are open are marked; complete ones are corrected, each mark with what it was written down. */
async function setMarks(
  { tx, also }: CommandContext,
  groupId: GroupId,
  changes: readonly Accepted[],
  reason: string | null,
): Promise<void> {
  if (changes.length === 0) return
  const complete = await completeRegisters(tx, groupId)
  const open = changes.filter((one) => !complete.has(one.place))
  if (open.length > 0)
    await also.registers.setMarks({
      groupId,
      cells: open.map((one) => ({
        sessionId: one.place,
        personId: one.row,
        code: letterOf(one),
        was: one.seen.value === null ? null : String(one.seen.value),
      })),
    })
  for (const one of changes.filter((change) => complete.has(change.place)))
    await also.registers.correct({ sessionId: one.place, personId: one.row, code: letterOf(one), reason })
}

async function setGoals({ also }: CommandContext, groupId: GroupId, changes: readonly Accepted[]) {
  for (const { row, place, to } of changes) {
    const [personId = '', measureId = ''] = keyParts(row)
    const [, item] = keyParts(place)
    await also.outcomes.setGoal({ groupId, personId, measureId, item: Number(item), text: to.value === null ? null : String(to.value) }) // prettier-ignore
  }
}

async function setReadings(
  { also, today }: CommandContext,
  groupId: GroupId,
  changes: readonly Accepted[],
  fallReason: string | null,
): Promise<void> {
  if (changes.length === 0) return
  const cells = changes.map(({ row, place, seen, to }) => {
    const [personId = '', measureId = '', item, round, by, session] = keyParts(row)
    const { value, reason, on } = isNothing(to) ? nothing : to
    return {
      personId,
      measureId,
      item: Number(item),
      round: Number(round),
      completedBy: oneOf(completers, by),
      sessionId: session === undefined || session === NO_SESSION ? null : session,
      timePoint: oneOf(timePoints, place),
      value: typeof value === 'number' ? value : null,
      notDoneReason: reason,
      takenOn: on ?? seen.on ?? today,
      fallReason,
    }
  })
  await also.outcomes.setReadings({ groupId, cells })
}

/** One of the words that there are; any other came from no file of ours. */
function oneOf<T extends string>(words: readonly T[], word: string | undefined): T {
  const one = words.find((known) => known === word)
  if (one !== undefined) return one
  throw new AppError('INVALID_INPUT', `One of these changes is of a place that is not in the workbook. ${NOTHING_SAVED}`) // prettier-ignore
}

/**
 * Forms are counted up or down to the number that was typed: down first, so that what moves from one answer to another
 * is never more in between than were asked.
 */
async function setForms({ also }: CommandContext, groupId: GroupId, changes: readonly Accepted[]) {
  const more = ({ seen, to }: Accepted) => Number(to.value ?? 0) - Number(seen.value ?? 0)
  for (const one of changes.toSorted((a, b) => more(a) - more(b))) {
    const { row } = one
    const [measureId = '', item, session, value] = keyParts(row)
    const sessionId = session === undefined || session === NO_SESSION ? null : session
    const add = more(one)
    if (add !== 0)
      await also.outcomes.countFeedback({ groupId, sessionId, measureId, item: Number(item), value: Number(value), add }) // prettier-ignore
  }
}
