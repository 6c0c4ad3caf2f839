import type { TimePoint } from '../../../shared/outcomes/outcomes.contract.ts'

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
