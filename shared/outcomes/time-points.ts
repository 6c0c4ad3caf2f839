/** When something is measured, in the order of time. */
export const timePoints = ['before', 'during', 'after', 'follow-up'] as const
export type TimePoint = (typeof timePoints)[number]
export const timePointLabels: Readonly<Record<TimePoint, string>> = {
  before: 'Before',
  during: 'During',
  after: 'After',
  'follow-up': 'Follow-up',
}
