import type { GroupId, MeasureId, PersonId } from '../../shared/ids.ts'
import type { Measure, TimePoint } from '../../shared/outcomes/outcomes.contract.ts'
import type { Flag } from '../flag.ts'

export interface MeasureTable {
  id: MeasureId
  name: string
  kind: Measure['kind']
  minimum: number
  maximum: number
  whole_numbers: Flag
  direction: Measure['direction']
  goal_limit: number
  source: string | null
  retired: Flag
  version: number
}

export interface GoalTable {
  id: string
  group_id: GroupId
  person_id: PersonId
  measure_id: MeasureId
  item: number
  text: string
}

export interface ReadingTable {
  id: string
  group_id: GroupId
  person_id: PersonId
  measure_id: MeasureId
  time_point: TimePoint
  item: number
  value: number | null
  not_done_reason: string | null
  taken_on: string
  version: number
}
