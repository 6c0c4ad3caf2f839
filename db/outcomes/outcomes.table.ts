import type { Generated } from 'kysely'
import type { GroupId, MeasureEditionId, MeasureId, PersonId, SessionId, StaffId } from '../../shared/ids.ts'
import type { CompletedBy } from '../../shared/outcomes/measure-details.ts'
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
  /** Rises when what a reading means changes; readings name the one they were taken by. */
  edition: Generated<number>
  /** As shared/outcomes/measure-details.ts has it. */
  details: Generated<string>
  version: number
}

/** How a measure stood before a change. */
export interface MeasureEditionTable {
  id: MeasureEditionId
  measure_id: MeasureId
  number: number
  until_date: string
  content: string
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
  edition: Generated<number>
  time_point: TimePoint
  /** Which of several at one time point, from 1. */
  round: Generated<number>
  /** Feedback on one session. */
  session_id: Generated<SessionId | null>
  /** 0 is the one number or the total, else the goal or the scale. */
  item: number
  completed_by: Generated<CompletedBy>
  taken_by: Generated<StaffId | null>
  value: number | null
  not_done_reason: string | null
  fall_reason: Generated<string | null>
  taken_on: string
  version: number
}

/** Forms without a name: how many gave one answer. */
export interface FeedbackTallyTable {
  id: string
  group_id: GroupId
  session_id: SessionId | null
  measure_id: MeasureId
  edition: number
  item: number
  value: number
  people: number
}

/** How many were asked, where that is not everybody who came. */
export interface FeedbackAskedTable {
  id: string
  group_id: GroupId
  session_id: SessionId | null
  measure_id: MeasureId
  people: number
}
