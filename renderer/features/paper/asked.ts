import { smallStore } from '../../api/small-store.ts'
import type { EnrolmentStatus } from '../../../shared/enrolments/enrolments.contract.ts'
import type { BuildingId, GroupId, PersonId, RoomId, SessionId, StaffId } from '../../../shared/ids.ts'

export const paperKinds = ['day-sheet', 'room-week', 'door', 'contact-sheet'] as const
export type PaperKind = (typeof paperKinds)[number]

/** What to print, as far as the screen knows it; the dialog asks for the rest. */
export interface PaperAsked {
  readonly dialog: 'paper'
  readonly kind: PaperKind
  readonly buildingId?: BuildingId | null
  readonly roomId?: RoomId | null
  readonly date?: string
}

/** What to make a calendar file of. */
export interface CalendarAsked {
  readonly dialog: 'calendar'
  readonly of: 'building' | 'room' | 'group' | 'staff'
  readonly id?: BuildingId | RoomId | GroupId | StaffId | null
}

/** Of which session to print name labels. */
export interface LabelsAsked {
  readonly dialog: 'labels'
  readonly sessionId: SessionId
}

/** Of which group to list whom to write to or to text. */
export interface ReachWanted {
  readonly dialog: 'reach'
  readonly groupId: GroupId
  readonly status: EnrolmentStatus
}

/** Whose record to make, and what the dialog calls them. */
export interface RecordWanted {
  readonly dialog: 'record'
  readonly personId: PersonId
  readonly name: string
}

/** Of which group to print certificates. */
export interface CertificatesWanted {
  readonly dialog: 'certificates'
  readonly groupId: GroupId
}

type Asked = PaperAsked | CalendarAsked | LabelsAsked | ReachWanted | RecordWanted | CertificatesWanted
/** The dialog for paper or for a file that is open, if any. */
export const askedFor = smallStore<Asked | null>(null)
export const printIt = (asked: Omit<PaperAsked, 'dialog'>): void => askedFor.set({ dialog: 'paper', ...asked }) // prettier-ignore
export const makeCalendarOf = (asked: Omit<CalendarAsked, 'dialog'>): void => askedFor.set({ dialog: 'calendar', ...asked }) // prettier-ignore
export const labelsOf = (sessionId: SessionId): void => askedFor.set({ dialog: 'labels', sessionId })
export const listToReach = (asked: Omit<ReachWanted, 'dialog'>): void => askedFor.set({ dialog: 'reach', ...asked }) // prettier-ignore
export const recordOf = (asked: Omit<RecordWanted, 'dialog'>): void => askedFor.set({ dialog: 'record', ...asked }) // prettier-ignore
export const certificatesOf = (groupId: GroupId): void => askedFor.set({ dialog: 'certificates', groupId })
export const closeAsked = (): void => askedFor.set(null)
