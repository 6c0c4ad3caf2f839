/**
 * Why somebody left, declined, or did not come back: a few kinds that can be counted beside the words (DOMAIN 1.11: the
 * evaluation of 2018 asked for lack of engagement to be recorded in one way). `not-known` is an answer too.
 */
export const leavingReasons = [
  'moved-away',
  'times-do-not-suit',
  'travel',
  'childcare',
  'health',
  'other-support',
  'needs-met',
  'not-right-for-them',
  'did-not-engage',
  'no-answer',
  'declined',
  'other-group',
  'safety',
  'other',
  'not-known',
] as const
export type LeavingReason = (typeof leavingReasons)[number]
export const leavingReasonLabels: Readonly<Record<LeavingReason, string>> = {
  'moved-away': 'Moved away',
  'times-do-not-suit': 'The day or time does not suit',
  travel: 'Cannot get there',
  childcare: 'No childcare',
  health: 'Health',
  'other-support': 'Has other support now',
  'needs-met': 'No longer needs it',
  'not-right-for-them': 'The group is not right for them',
  'did-not-engage': 'Never came, or stopped coming',
  'no-answer': 'Could not be reached',
  declined: 'Does not want the place',
  'other-group': 'Goes to another group',
  safety: 'It is not safe for them',
  other: 'Another reason',
  'not-known': 'Not known',
}
