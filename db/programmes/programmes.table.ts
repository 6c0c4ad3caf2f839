import type { Generated } from 'kysely'
import type { MeasureId, ProgrammeEditionId, ProgrammeId, ProgrammeSessionId } from '../../shared/ids.ts'
import type { Programme, Colour } from '../../shared/programmes/programmes.contract.ts'
import type { SessionKind } from '../../shared/programmes/session-kinds.ts'
import type { Flag } from '../flag.ts'

export interface ProgrammeTable {
  id: ProgrammeId
  name: string
  public_title: string
  audience: string | null
  theme: string | null
  delivery: Programme['delivery']
  place_kind: Programme['placeKind']
  age_from: number | null
  age_to: number | null
  usual_sessions: number | null
  session_minutes: number | null
  usual_places: number | null
  sensitive: Flag
  co_delivered: Flag
  colour: Colour
  source: string | null
  retired: Flag
  version: number
  edition: Generated<number>
  complete_at: number | null
  staff_needed: number | null
  needs_training: Generated<Flag>
  retires_on: string | null
  /** JSON, as shared/programmes/room-needs.ts has it. */
  room_needs: Generated<string>
  linked_programme_id: ProgrammeId | null
}

export interface ProgrammeMeasureTable {
  id: string
  programme_id: ProgrammeId
  measure_id: MeasureId
  /** JSON: the time points it is asked at. */
  time_points: Generated<string>
}

export interface ProgrammeSessionTable {
  id: ProgrammeSessionId
  programme_id: ProgrammeId
  position: number
  title: string
  kind: SessionKind
  minutes: number | null
  retired: Flag
}

export interface ProgrammeEditionTable {
  id: ProgrammeEditionId
  programme_id: ProgrammeId
  number: number
  until_date: string
  /** JSON: the programme as it stood until then. */
  content: string
}
