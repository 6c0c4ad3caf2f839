import type { AuditEntryTable, JournalTable, CurrentCommandTable } from './audit/audit.table.ts'
import type { BookingEquipmentTable, BookingTable } from './bookings/bookings.table.ts'
import type {
  LocalityTable,
  LocalityAliasTable,
  BuildingTable,
  RoomTable,
  RoomOverlapTable,
  RoomFeatureTable,
  OpeningHoursTable,
  OpeningExceptionTable,
  OpeningExceptionHoursTable,
  AccessTable,
  EquipmentTable,
} from './buildings/buildings.table.ts'
import type { NeedAnswerTable } from './calls/calls.table.ts'
import type { ContactTable } from './contacts/contacts.table.ts'
import type { EnrolmentTable, EnrolmentEventTable, OfferSkipTable } from './enrolments/enrolments.table.ts'
import type {
  ClosureTable,
  ClosureChoiceTable,
  ClosurePlaceTable,
  ClosureTimeTable,
} from './closures/closures.table.ts'
import type {
  GroupTable,
  GroupFacilitatorTable,
  SessionTable,
  SessionInviteeTable,
  SessionStaffTable,
} from './groups/groups.table.ts'
import type { ImportBatchTable, ImportLeftOutTable } from './imports/imports.table.ts'
import type {
  FeedbackAskedTable,
  FeedbackTallyTable,
  GoalTable,
  MeasureEditionTable,
  MeasureTable,
  ReadingTable,
} from './outcomes/outcomes.table.ts'
import type {
  AlertNoteTable,
  ConsentTable,
  FamilyTable,
  MustNotMeetTable,
  NotTheSameTable,
  PersonAdultTable,
  PersonMergeTable,
  PersonReferenceTable,
  PersonTable,
} from './people/people.table.ts'
import type {
  ProgrammeTable,
  ProgrammeEditionTable,
  ProgrammeMeasureTable,
  ProgrammeSessionTable,
} from './programmes/programmes.table.ts'
import type {
  MarkCodeTable,
  MarkCorrectionTable,
  MarkTable,
  SessionHeadcountTable,
} from './registers/registers.table.ts'
import type { FileLayoutTable, FileMadeTable } from './exports/exports.table.ts'
import type {
  SavedReportTable,
  WaitingSnapshotLineTable,
  WaitingSnapshotTable,
} from './reports/reports.table.ts'
import type { SeriesTable, SeriesSkipTable } from './series/series.table.ts'
import type { SettingTable, TermTable, BankHolidayTable } from './settings/settings.table.ts'
import type { StaffTable, StaffTrainingTable } from './staff/staff.table.ts'
import type { UserTable, UserBuildingTable, CredentialTable } from './users/users.table.ts'
import type { SavedViewTable } from './views/views.table.ts'

/** Every table and view, by its name in SQL. */
export interface Tables {
  audit_entry: AuditEntryTable
  journal: JournalTable
  current_command: CurrentCommandTable
  setting: SettingTable
  term: TermTable
  bank_holiday: BankHolidayTable
  locality: LocalityTable
  locality_alias: LocalityAliasTable
  building: BuildingTable
  room: RoomTable
  room_overlap: RoomOverlapTable
  room_feature: RoomFeatureTable
  opening_hours: OpeningHoursTable
  opening_exception: OpeningExceptionTable
  opening_exception_hours: OpeningExceptionHoursTable
  access: AccessTable
  equipment: EquipmentTable
  staff: StaffTable
  staff_training: StaffTrainingTable
  user: UserTable
  user_building: UserBuildingTable
  credential: CredentialTable
  family: FamilyTable
  person: PersonTable
  person_adult: PersonAdultTable
  person_reference: PersonReferenceTable
  person_merge: PersonMergeTable
  consent: ConsentTable
  alert_note: AlertNoteTable
  must_not_meet: MustNotMeetTable
  not_the_same: NotTheSameTable
  programme: ProgrammeTable
  programme_measure: ProgrammeMeasureTable
  programme_session: ProgrammeSessionTable
  programme_edition: ProgrammeEditionTable
  series: SeriesTable
  series_skip: SeriesSkipTable
  programme_group: GroupTable
  group_facilitator: GroupFacilitatorTable
  session: SessionTable
  session_invitee: SessionInviteeTable
  session_staff: SessionStaffTable
  session_headcount: SessionHeadcountTable
  booking: BookingTable
  booking_equipment: BookingEquipmentTable
  closure: ClosureTable
  closure_place: ClosurePlaceTable
  closure_time: ClosureTimeTable
  closure_choice: ClosureChoiceTable
  saved_view: SavedViewTable
  enrolment: EnrolmentTable
  enrolment_event: EnrolmentEventTable
  offer_skip: OfferSkipTable
  contact: ContactTable
  need_answer: NeedAnswerTable
  mark_code: MarkCodeTable
  mark: MarkTable
  mark_correction: MarkCorrectionTable
  import_batch: ImportBatchTable
  import_left_out: ImportLeftOutTable
  measure: MeasureTable
  goal: GoalTable
  reading: ReadingTable
  measure_edition: MeasureEditionTable
  feedback_tally: FeedbackTallyTable
  feedback_asked: FeedbackAskedTable
  waiting_snapshot: WaitingSnapshotTable
  waiting_snapshot_line: WaitingSnapshotLineTable
  saved_report: SavedReportTable
  file_made: FileMadeTable
  file_layout: FileLayoutTable
}
