import type { Input } from '../../api/client.ts'
import type { BuildingId, ProgrammeId, RoomId, StaffId } from '../../../shared/ids.ts'
import type { Building, Room } from '../../../shared/buildings/buildings.contract.ts'
import { suggestName } from '../../../shared/groups/group.rules.ts'
import type { PlanEdit } from '../../../shared/groups/groups.contract.ts'
import type { Programme } from '../../../shared/programmes/programmes.contract.ts'
import { addMinutes, weekdayOf } from '../../../shared/time/civil.ts'

/** What has been answered so far. null: not yet, or as suggested. */
export interface PlanDraft {
  readonly programmeId: ProgrammeId | null
  readonly name: string | null
  readonly publicTitle: string | null
  readonly capacity: number | null
  readonly roomId: RoomId | null
  readonly facilitatorIds: readonly StaffId[]
  readonly firstDate: string | null
  /** null: that of the first date. */
  readonly weekday: number | null
  readonly startTime: string | null
  readonly endTime: string | null
  readonly everyWeeks: number
  readonly sessions: number | null
  readonly termTimeOnly: boolean
  readonly skipBankHolidays: boolean
  readonly edits: readonly PlanEdit[]
}

export const emptyDraft: PlanDraft = {
  programmeId: null,
  name: null,
  publicTitle: null,
  capacity: null,
  roomId: null,
  facilitatorIds: [],
  firstDate: null,
  weekday: null,
  startTime: null,
  endTime: null,
  everyWeeks: 1,
  sessions: 10,
  termTimeOnly: true,
  skipBankHolidays: true,
  edits: [],
}

/** What the catalogue knows of a programme fills the answers that follow from it. */
export const choosing = (programme: Programme | undefined, draft: PlanDraft): Partial<PlanDraft> => ({
  programmeId: programme?.id ?? null,
  sessions: programme?.usualSessions ?? draft.sessions,
  capacity: programme?.usualPlaces ?? draft.capacity,
  ...(programme?.sessionMinutes && draft.startTime !== null && { endTime: laterBy(draft.startTime, programme.sessionMinutes) }), // prettier-ignore
})

/** The end follows the start by the programme's usual length, or by as long as it was. */
export function starting(
  startTime: string | null,
  draft: PlanDraft,
  programme: Programme | undefined,
): Partial<PlanDraft> {
  const minutes = programme?.sessionMinutes ?? 120
  if (startTime === null || draft.endTime !== null) return { startTime }
  return { startTime, endTime: laterBy(startTime, minutes) }
}

const laterBy = (time: string, minutes: number) => {
  const end = addMinutes(`2000-01-01T${time}`, minutes)
  return end.startsWith('2000-01-01') ? end.slice(11) : null
}

export const weekdayIn = (draft: PlanDraft): number | null =>
  draft.weekday ?? (draft.firstDate === null ? null : weekdayOf(draft.firstDate))

/** The rule for the preview; null until what, where and when are answered. */
export function ruleOf(draft: PlanDraft): Input<'groups', 'previewPlan'> | null {
  const { programmeId, roomId, firstDate, startTime, endTime, sessions } = draft
  const weekday = weekdayIn(draft)
  if (programmeId === null || roomId === null || firstDate === null || weekday === null) return null
  if (startTime === null || endTime === null || sessions === null || endTime <= startTime) return null
  const { everyWeeks, termTimeOnly, skipBankHolidays, capacity } = draft
  return {
    programmeId,
    roomId,
    firstDate,
    weekday,
    startTime,
    endTime,
    sessions,
    everyWeeks,
    termTimeOnly,
    skipBankHolidays,
    capacity,
    facilitatorIds: [...draft.facilitatorIds],
    edits: [...draft.edits],
  }
}

/** What is still to be answered before it can be planned, by field. */
export function missingIn(draft: PlanDraft): { field: string; message: string }[] {
  const answers: readonly (readonly [field: string, there: boolean, message: string])[] = [
    ['programmeId', draft.programmeId !== null, 'Choose the programme.'],
    ['roomId', draft.roomId !== null, 'Choose the room.'],
    ['firstDate', draft.firstDate !== null, 'Enter the first date, such as 12/1/27.'],
    ['startTime', draft.startTime !== null, 'Enter when it starts, such as 10am.'],
    ['endTime', draft.endTime !== null, 'Enter when it ends, such as midday.'],
    ['endTime', !(draft.startTime && draft.endTime && draft.endTime <= draft.startTime), 'The end must be later than the start.'], // prettier-ignore
    ['sessions', draft.sessions !== null, 'Enter how many sessions there are to be.'],
  ]
  return answers.filter(([, there]) => !there).map(([field, , message]) => ({ field, message }))
}

/** The changes by hand with one date changed further. */
export function withEdit(edits: readonly PlanEdit[], date: string, change: Partial<PlanEdit>): PlanEdit[] {
  const there = edits.find((edit) => edit.date === date)
  return [...withoutEdit(edits, date), { ...there, date, ...change }]
}

export const withoutEdit = (edits: readonly PlanEdit[], date: string): PlanEdit[] =>
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
  if (programme === undefined || draft.firstDate === null) return programme?.name ?? ''
  return suggestName(programme.name, places.room(draft.roomId)?.building.name ?? null, draft.firstDate)
}
