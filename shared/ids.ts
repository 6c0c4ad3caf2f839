import { z } from 'zod'

/** A UUIDv7 text id that cannot be mixed up with another table's: the one place that makes the brand. */
export const idOf = <Name extends string>(name: Name) =>
  z.uuid({ version: 'v7', error: `This is not the id of a ${name}.` }).brand<`${Name} id`>()
export type IdOf<S extends z.ZodType> = z.output<S>

export const userId = idOf('user')
export const staffId = idOf('member of staff')
export const localityId = idOf('locality')
export const buildingId = idOf('building')
export const roomId = idOf('room')
export const bookingId = idOf('booking')
export const programmeId = idOf('programme')
export const groupId = idOf('group')
export const sessionId = idOf('session')
export const personId = idOf('person')
export const familyId = idOf('family')
export const enrolmentId = idOf('enrolment')
export const measureId = idOf('measure')
export const commandId = idOf('command')
export const termId = idOf('term')
export const seriesId = idOf('series')
export const seriesSkipId = idOf('skipped date')
export const closureId = idOf('closure')
export const equipmentId = idOf('piece of equipment')
export const accessId = idOf('way in')
export const openingExceptionId = idOf('change of hours')
export const savedViewId = idOf('saved view')

export type UserId = IdOf<typeof userId>
export type StaffId = IdOf<typeof staffId>
export type LocalityId = IdOf<typeof localityId>
export type BuildingId = IdOf<typeof buildingId>
export type RoomId = IdOf<typeof roomId>
export type BookingId = IdOf<typeof bookingId>
export type ProgrammeId = IdOf<typeof programmeId>
export type GroupId = IdOf<typeof groupId>
export type SessionId = IdOf<typeof sessionId>
export type PersonId = IdOf<typeof personId>
export type FamilyId = IdOf<typeof familyId>
export type EnrolmentId = IdOf<typeof enrolmentId>
export type MeasureId = IdOf<typeof measureId>
export type CommandId = IdOf<typeof commandId>
export type TermId = IdOf<typeof termId>
export type SeriesId = IdOf<typeof seriesId>
export type SeriesSkipId = IdOf<typeof seriesSkipId>
export type ClosureId = IdOf<typeof closureId>
export type EquipmentId = IdOf<typeof equipmentId>
export type AccessId = IdOf<typeof accessId>
export type OpeningExceptionId = IdOf<typeof openingExceptionId>
export type SavedViewId = IdOf<typeof savedViewId>
