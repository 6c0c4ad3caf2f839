import type { MeasureId, ProgrammeId } from '../../shared/ids.ts'
import type { Programme, Colour } from '../../shared/programmes/programmes.contract.ts'
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
}

export interface ProgrammeMeasureTable {
  id: string
  programme_id: ProgrammeId
  measure_id: MeasureId
}
