import type { Input } from '../../api/client.ts'
import type { BuildingId, ProgrammeId, RoomId, StaffId } from '../../../shared/ids.ts'
import type { Building, Room } from '../../../shared/buildings/buildings.contract.ts'
import { suggestName } from '../../../shared/groups/group.rules.ts'
import { usualLength } from '../../../shared/programmes/catalogue.rules.ts'
import { serves } from '../../../shared/programmes/room-needs.rules.ts'
import type { DeliveryMode } from '../../../shared/programmes/session-kinds.ts'
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
  readonly mode: DeliveryMode
  /** The group beside it in the same slot; null for none. */
  readonly linked: LinkedDraft | null
  readonly edits: readonly DateEdit[]
}

/** What has been answered of the group beside it. */
export interface LinkedDraft {
  readonly programmeId: ProgrammeId
  readonly name: string | null
  readonly publicTitle: string | null
  readonly capacity: number | null
  readonly roomId: RoomId | null
  readonly besideRoomIds: readonly RoomId[]
  readonly facilitatorIds: readonly StaffId[]
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
  mode: 'in-person',
  linked: null,
  school: 'term',
  edits: [],
}

/** What the catalogue knows of a programme fills the answers that follow from it. */
export const choosing = (
  programme: Programme | undefined,
  draft: PlanDraft,
  places: Places,
): Partial<PlanDraft> => ({
  programmeId: programme?.id ?? null,
  sessions: (programme && usualLength(programme)) ?? draft.sessions,
  // One meeting that stands alone; a run again once another kind is chosen.
  ...(programme?.delivery === 'workshop' && usualLength(programme) === 1 && { how: 'once' }),
  ...(programme?.delivery !== 'workshop' && draft.how === 'once' && { how: 'weeks' }),
  besideRoomIds: programme === undefined ? draft.besideRoomIds : besideFor(programme, draft.roomId, places),
  linked: null,
  capacity: programme?.usualPlaces ?? draft.capacity,
  ...(programme?.sessionMinutes && draft.startTime !== null && { endTime: laterBy(draft.startTime, programme.sessionMinutes) }), // prettier-ignore
})

/** The rooms next to one that a programme needs, as far as its building has them. */
export function besideFor(
  programme: Pick<Programme, 'roomNeeds'> | undefined,
  roomId: RoomId | null,
  places: Places,
): RoomId[] {
  const building = places.room(roomId)?.building
  if (programme === undefined || building === undefined) return []
  const others = building.rooms.filter((room) => room.id !== roomId && room.partOfId !== roomId)
  const found = programme.roomNeeds.beside.flatMap(
    (wanted) => others.find((room) => serves(room, wanted))?.id ?? [],
  )
  return [...new Set(found)]
}

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
    linked: linkedIn(draft),
    edits: [...draft.edits],
  }
}

/** The group beside it, once its room is known. */
function linkedIn({ linked }: PlanDraft): NonNullable<Input<'groups', 'previewPlan'>['linked']> | null {
  if (linked === null || linked.roomId === null) return null
  const { programmeId, roomId, capacity, besideRoomIds, facilitatorIds } = linked
  return { programmeId, roomId, capacity, besideRoomIds: [...besideRoomIds], facilitatorIds: [...facilitatorIds] } // prettier-ignore
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
    ...(draft.linked !== null && draft.linked.roomId === null
      ? [{ field: 'linked.roomId', message: 'Choose the room of the group beside it.' }]
      : []),
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

/** What the group beside it is called, as suggested until something else is typed. */
export function linkedNames(
  draft: PlanDraft,
  programmes: readonly Programme[],
  places: Places,
): { name: string; publicTitle: string } {
  const programme = programmes.find((one) => one.id === draft.linked?.programmeId)
  const { name = null, publicTitle = null } = draft.linked ?? {}
  return {
    name: name ?? suggestedName(draft, programme, places),
    publicTitle: publicTitle ?? programme?.publicTitle ?? '',
  }
}
