import type { MeasureId } from '../../../shared/ids.ts'
import type { OutcomeSheet, TimePoint } from '../../../shared/outcomes/outcomes.contract.ts'

/** The readings shown side by side. */
export interface View {
  readonly label: string
  /** Those that are typed here. */
  readonly typed: readonly TimePoint[]
  /** One shown beside them to compare with, typed elsewhere. */
  readonly beside: TimePoint | null
  readonly note: string
}

const APART = ' The finding compares before and after only.'

export const views = {
  'before-after': { label: 'Before and after', typed: ['before', 'after'], beside: null, note: '' },
  during: { label: 'During', typed: ['during'], beside: 'before', note: APART },
  'follow-up': { label: 'Follow-up', typed: ['follow-up'], beside: 'after', note: APART },
} as const satisfies Readonly<Record<string, View>>

export type ViewName = keyof typeof views
export const viewNames = ['before-after', 'during', 'follow-up'] as const satisfies readonly ViewName[]

type Asked = Pick<OutcomeSheet, 'asked' | 'readings'>

/**
 * A view of one measure: only the times that the programme asks it at, and those at which something was recorded all
 * the same. Null where nothing of it is typed in this view.
 */
export function viewOf(view: View, { asked, readings }: Asked, measureId: MeasureId): View | null {
  const wanted = asked.find((one) => one.measureId === measureId)?.timePoints ?? []
  const recorded = readings.filter((one) => one.measureId === measureId).map((one) => one.timePoint)
  const typed = view.typed.filter((point) => wanted.includes(point) || recorded.includes(point))
  return typed.length === 0 ? null : { ...view, typed }
}

/** The views in which there is something to type. */
export const viewsOffered = (sheet: OutcomeSheet): ViewName[] =>
  viewNames.filter((name) => sheet.measures.some((one) => viewOf(views[name], sheet, one.id) !== null))
