/** A person's dated history with a group goes through these; only `enrolled` is expected at sessions. */
export const enrolmentStatuses = [
  'referred',
  'waiting',
  'offered',
  'enrolled',
  'completed',
  'withdrawn',
] as const
export type EnrolmentStatus = (typeof enrolmentStatuses)[number]
export const enrolmentStatusLabels: Readonly<Record<EnrolmentStatus, string>> = {
  referred: 'Referred',
  waiting: 'Waiting',
  offered: 'Offered',
  enrolled: 'Enrolled',
  completed: 'Completed',
  withdrawn: 'Withdrawn',
}
