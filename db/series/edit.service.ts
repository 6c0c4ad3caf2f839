import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { movedAheadProblem } from '../../shared/groups/session.rules.ts'
import type { RoomId } from '../../shared/ids.ts'
import { changeProblem, cutShort, misfitProblem, ruleAfter } from '../../shared/series/edit-ends.rules.ts'
import { editInWords, keptInWords } from '../../shared/series/edit-words.rules.ts'
import type { EditPlace, EditPreview, EditRow, seriesEdits } from '../../shared/series/edit.contract.ts'
import { draftEdit, isMove, keptDraft } from '../../shared/series/edit.rules.ts'
import type { Rule } from '../../shared/series/rule.ts'
import { count } from '../../shared/text.ts'
import { shortDay } from '../../shared/time/format.ts'
import { found } from '../changed.ts'
import type { CommandContext, Common } from '../context.ts'
import { countTaken } from '../groups/sessions.repository.ts'
import { readSettings } from '../settings/settings.repository.ts'
import type { Db } from '../store.ts'
import { applyEdit } from './edit-apply.ts'
import { readMore, type More } from './edit-more.ts'
import { findProblems, readRooms, refuseUnfitRoom, type Draft, type Problems } from './edit-problems.ts'
import {
  findBelongs,
  listAlone,
  listOccurrences,
  type Belongs,
  type StoredOccurrence,
} from './edit.repository.ts'
import { readRights, refuseNotTheirs, refuseOthersRoom } from './edit-rights.ts'
import { findRule } from './series.repository.ts'

export type Asked = z.output<typeof seriesEdits.previewEdit.input>
export type Asking = Pick<Common, 'actor' | 'localNow' | 'today'> & { readonly db: Db }

/** A change to a series with all that was read to work it out. */
export interface ReadEdit {
  readonly asked: Asked
  readonly belongs: Belongs
  readonly anchor: StoredOccurrence
  readonly rooms: Awaited<ReturnType<typeof readRooms>>
  readonly drafts: readonly Draft[]
  readonly more: More
  /** The rule as it was and as it will be; null for a booking that belongs to no series. */
  readonly rule: Rule | null
  readonly ruleAfter: Rule | null
  readonly preview: EditPreview
}

/** Every occurrence in scope as it would be. The preview and the change itself both use this one. */
export async function readEdit(asking: Asking, asked: Asked): Promise<ReadEdit> {
  const { db, actor, localNow } = asking
  const belongs = found(await findBelongs(db, asked.bookingId), 'booking')
  const { seriesId, groupId } = belongs
  const all = seriesId === null ? await listAlone(db, belongs) : await listOccurrences(db, seriesId)
  const anchor = found(
    all.find((one) => one.bookingId === belongs.bookingId),
    'booking',
  )
  const rule = seriesId === null ? null : ((await findRule(db, seriesId)) ?? null)
  const rights = await readRights(db, actor, groupId)
  refuseNotTheirs(rights, [anchor])
  refuseUnfitting(asked, belongs, anchor, rule)
  const after = rule && asked.scope !== 'this' ? ruleAfter(rule, asked.change, anchor.date) : rule
  const wanted = wantedDrafts(all, anchor, asked, localNow)
  refuseNotTheirs(
    rights,
    wanted.filter((one) => one.outcome !== 'kept').map((one) => one.occurrence),
  )
  if (asked.scope === 'this') await refuseTaken(asking, wanted)
  const rooms = await readRooms(db, wanted)
  refuseOthersRoom(actor, rights, rooms, roomsToTake(wanted, (await readSettings(db)).askAgain))
  await refuseUnfitRoom(db, wanted, rooms)
  const looking = { db, rooms, scope: asked.scope, rule: after, groupId, localNow }
  const { drafts, problems } = await settle(wanted, asked.leaveInTheWay, (some) =>
    findProblems(looking, some),
  )
  const more = await readMore(asking, { all, asked, rule: after, rights, seriesId, groupId })
  const preview = toPreview({
    all,
    drafts,
    problems,
    more,
    asked,
    rooms,
    noun: groupId === null ? 'booking' : 'session',
  })
  return { asked, belongs, anchor, rooms, drafts, more, rule, ruleAfter: after, preview }
}

function refuseUnfitting(
  { scope, change }: Asked,
  belongs: Belongs,
  anchor: StoredOccurrence,
  rule: Rule | null,
) {
  if (rule === null && scope !== 'this')
    refuse('This booking does not belong to a series, so only it can be changed. Nothing was changed.')
  refuse(misfitProblem(scope, change))
  if (rule !== null) refuse(changeProblem(rule, change, anchor.date))
  if (belongs.sessionId !== null && change.title !== undefined)
    refuse('The title of a session is that of its group. Nothing was changed. Change the group instead.')
  if (scope === 'this' && anchor.state !== 'standing')
    refuse('This booking has been cancelled. Nothing was changed. Make a new booking instead.')
}

function refuse(problem: string | null): void {
  if (problem !== null) throw new AppError('CONFLICT', problem)
}

function wantedDrafts(
  all: readonly StoredOccurrence[],
  anchor: StoredOccurrence,
  { scope, change }: Asked,
  localNow: string,
): Draft[] {
  const question = { anchor, scope, change, localNow }
  const drafts = draftEdit(all, question)
  const standing = all.filter((one) => one.state === 'standing')
  return change.ends === undefined ? drafts : cutShort(drafts, standing, change.ends, question)
}

/** A complete register says when it was; one that is begun can only be put right, not moved to a day to come [D47]. */
async function refuseTaken({ db, today }: Asking, drafts: readonly Draft[]): Promise<void> {
  for (const draft of drafts.filter(isMove)) {
    const { occurrence, startsAt } = draft
    if (occurrence.ended)
      refuse(
        'This booking has ended and its room was given back, so it was not moved. Make a new booking instead.',
      )
    if (occurrence.complete)
      refuse('The register of this session is complete, so it was not moved. Reopen the register first.')
    if (occurrence.sessionId !== null)
      refuse(movedAheadProblem(await countTaken(db, occurrence.sessionId), startsAt, today))
  }
}

/** Rooms that dates would newly have; and those they keep at another time, where that has to be agreed again. */
const roomsToTake = (drafts: readonly Draft[], askAgain: boolean): RoomId[] => [
  ...new Set(
    drafts.filter(isMove).flatMap(({ roomId, occurrence: { roomId: before, confirmed, further } }) => {
      const main = roomId === null || (roomId === before && !(askAgain && confirmed)) ? [] : [roomId]
      return askAgain && confirmed ? [...main, ...further.map((one) => one.roomId)] : main
    }),
  ),
]

/** Leaves those that have something in their way where they are, if that is wanted, until the others can all move. */
async function settle(
  wanted: readonly Draft[],
  leave: boolean,
  look: (drafts: readonly Draft[]) => Promise<Map<StoredOccurrence, Problems>>,
) {
  const all = new Map<StoredOccurrence, Problems>()
  let drafts = wanted
  for (;;) {
    const problems = await look(drafts)
    for (const [occurrence, problem] of problems) all.set(occurrence, problem)
    if (!leave || problems.size === 0) return { drafts, problems: all }
    drafts = drafts.map((draft) =>
      problems.has(draft.occurrence) ? keptDraft(draft.occurrence, 'in-the-way') : draft,
    )
  }
}

interface Previewed {
  readonly all: readonly StoredOccurrence[]
  readonly drafts: readonly Draft[]
  readonly problems: ReadonlyMap<StoredOccurrence, Problems>
  readonly more: More
  readonly asked: Asked
  readonly rooms: ReadEdit['rooms']
  readonly noun: 'session' | 'booking'
}

function toPreview(read: Previewed): EditPreview {
  const { all, drafts, more, asked, rooms, noun } = read
  const rows = [...drafts.map((draft) => toRow(draft, read)), ...more.rows]
  const of = (outcome: EditRow['outcome']) => rows.filter((row) => row.outcome === outcome).length
  const roomName = asked.change.roomId === undefined ? null : (rooms.get(asked.change.roomId)?.name ?? null)
  const counts = { changed: of('changed'), added: of('added'), cancelled: of('cancelled'), kept: of('kept') }
  return {
    rows,
    ...counts,
    inTheWay: rows.filter((row) => row.outcome !== 'kept' && row.problems.length > 0).length,
    sentence: editInWords(rows, { change: asked.change, noun, roomName }),
    seen: {
      occurrences: all.length,
      version: all.reduce((sum, one) => sum + versionsOf(one), 0),
      changed: counts.changed + counts.added + counts.cancelled,
    },
  }
}

/** Versions only go forwards, so their sum is another whenever anything has changed. */
const versionsOf = ({ version, sessionVersion, further }: StoredOccurrence): number =>
  further.reduce((sum, one) => sum + one.version, version + (sessionVersion ?? 0))

function toRow(draft: Draft, { asked, problems, rooms }: Previewed): EditRow {
  const { occurrence, outcome, kept } = draft
  const { roomName, buildingName } = occurrence
  const room = draft.roomId === null ? undefined : rooms.get(draft.roomId)
  const { startsAt, endsAt, roomId } = draft
  const to: EditPlace = {
    startsAt,
    endsAt,
    roomId,
    roomName: room?.name ?? roomName,
    buildingName: room?.building_name ?? buildingName,
  }
  const problem = problems.get(occurrence)
  return {
    bookingId: occurrence.bookingId,
    sessionId: occurrence.sessionId,
    outcome,
    from: {
      startsAt: occurrence.startsAt,
      endsAt: occurrence.endsAt,
      roomId: occurrence.roomId,
      roomName,
      buildingName,
    },
    to: outcome === 'changed' ? to : null,
    kept,
    why: kept === null ? null : keptInWords(kept, asked.change),
    keeps: [...draft.keeps],
    obstacles: [...(problem?.obstacles ?? [])],
    problems: [...(problem?.words ?? [])],
  }
}

export const previewEdit = async (asking: Asking, asked: Asked): Promise<EditPreview> =>
  (await readEdit(asking, asked)).preview

/** Changes all that the preview showed, or nothing. */
export async function edit(
  context: CommandContext,
  { seen, ...asked }: z.output<typeof seriesEdits.edit.input>,
): Promise<EditPreview> {
  const read = await readEdit({ ...context, db: context.tx }, asked)
  const now = read.preview.seen
  if (now.occurrences !== seen.occurrences || now.version !== seen.version || now.changed !== seen.changed)
    throw new AppError(
      'CHANGED',
      'These dates are no longer as they were shown: one has begun, or somebody else has changed one. Nothing was saved. Look at what would change again.',
    )
  refuseInTheWay(read.preview)
  if (seen.changed === 0) throw new AppError('CONFLICT', 'Nothing would change, so nothing was saved.')
  await applyEdit(context, read)
  return read.preview
}

function refuseInTheWay({ rows }: EditPreview): void {
  const [first, ...others] = rows.filter((row) => row.outcome !== 'kept' && row.problems.length > 0)
  if (first === undefined) return
  const on = first.to === null ? '' : `On ${shortDay(first.to.startsAt)}: `
  const more =
    others.length === 0
      ? ''
      : ` ${count(others.length, 'more date has', 'more dates have')} something in the way.`
  throw new AppError(
    'CONFLICT',
    `${on}${first.problems.join(', and ')}.${more} Nothing was saved. Choose another room or time, or leave those dates as they are.`,
    { rows: [first, ...others] },
  )
}
