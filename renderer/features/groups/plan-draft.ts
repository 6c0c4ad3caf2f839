import type { Input } from '../../api/client.ts'
import type { BuildingId, ProgrammeId, RoomId, StaffId } from '../../../shared/ids.ts'
import type { Building, Room } from '../../../shared/buildings/buildings.contract.ts'
import { suggestName } from '../../../shared/groups/group.rules.ts'
import type { Programme } from '../../../shared/programmes/programmes.contract.ts'
import type { DateEdit } from '../../../shared/series/series.contract.ts'
import {
  emptyRule,
  firstDateIn,
  laterBy,
  missingInRule,
  ruleFrom,
  type RuleDraft,
} from '../series/rule-draft.ts'

/** What has been answered so far. null: not yet, or as suggested. */
export interface PlanDraft extends RuleDraft {
  readonly programmeId: ProgrammeId | null
  readonly name: string | null
  readonly publicTitle: string | null
  readonly capacity: number | null
  readonly roomId: RoomId | null
  /** Held on every date as well. */
  readonly besideRoomIds: readonly RoomId[]
  readonly facilitatorIds: readonly StaffId[]
  readonly edits: readonly DateEdit[]
}

export const emptyDraft: PlanDraft = {
  ...emptyRule,
  programmeId: null,
  name: null,
  publicTitle: null,
  capacity: null,
  roomId: null,
  besideRoomIds: [],
  facilitatorIds: [],
  school: 'term',
  edits: [],
}

/** What the catalogue knows of a programme fills the answers that follow from it. */
export const choosing = (programme: Programme | undefined, draft: PlanDraft): Partial<PlanDraft> => ({
  programmeId: programme?.id ?? null,
  sessions: programme?.usualSessions ?? draft.sessions,
  capacity: programme?.usualPlaces ?? draft.capacity,
  ...(programme?.sessionMinutes && draft.startTime !== null && { endTime: laterBy(draft.startTime, programme.sessionMinutes) }), // prettier-ignore
})

/** The rule for the preview; null until what, where and when are answered. */
export function planOf(draft: PlanDraft): Input<'groups', 'previewPlan'> | null {
  const { programmeId, roomId, capacity } = draft
  const rule = ruleFrom(draft)
  if (programmeId === null || roomId === null || rule === null) return null
  return {
    programmeId,
    roomId,
    besideRoomIds: [...draft.besideRoomIds],
    rule,
    capacity,
    facilitatorIds: [...draft.facilitatorIds],
    edits: [...draft.edits],
  }
}

/** What is still to be answered before it can be planned, by field. */
export function missingIn(draft: PlanDraft): { field: string; message: string }[] {
  const [programme, room] = [
    { field: 'programmeId', message: 'Choose the programme.' },
    { field: 'roomId', message: 'Choose the room.' },
  ]
  return [
    ...(draft.programmeId === null ? [programme] : []),
    ...(draft.roomId === null ? [room] : []),
    ...missingInRule(draft),
  ]
}

/** The changes by hand with one date changed further. */
export function withEdit(edits: readonly DateEdit[], date: string, change: Partial<DateEdit>): DateEdit[] {
  const there = edits.find((edit) => edit.date === date)
  return [...withoutEdit(edits, date), { ...there, date, ...change }]
}

export const withoutEdit = (edits: readonly DateEdit[], date: string): DateEdit[] =>
  edits.filter((edit) => edit.date !== date)

export interface Places {
  readonly buildings: readonly Building[]
  readonly room: (id: RoomId | null) => { room: Room; building: Building } | null
}

/** The rooms of the county, the building one is in first. */
export function placesOf(all: readonly Building[], first: BuildingId | null): Places {
  const buildings = [...all].toSorted((a, b) => Number(b.id === first) - Number(a.id === first))
  const byId = new Map(
    buildings.flatMap((building) => building.rooms.map((room) => [room.id, { room, building }] as const)),
  )
  return { buildings, room: (id) => (id === null ? null : (byId.get(id) ?? null)) }
}

/** The name that stands in the box until another is typed. */
export function suggestedName(draft: PlanDraft, programme: Programme | undefined, places: Places): string {
  const firstDate = firstDateIn(draft)
  if (programme === undefined || firstDate === null) return programme?.name ?? ''
  return suggestName(programme.name, places.room(draft.roomId)?.building.name ?? null, firstDate)
}
