import { count } from '../text.ts'

/**
 * What every figure of a group means, in the order in which they are shown. A change of any of these words, or of the
 * rule behind them, raises the version, which is printed with the numbers.
 *
 * 2: volunteers are no attendance; the second measure is decided by what a letter means and not by the letter A; families
 * that came, heads without a name, footfall, dose, completion, days and volunteers' hours are new.
 *
 * 3: of measures only readings by those whom they count, and pairs of one edition; the matched rate is new.
 */
export const DEFINITIONS_VERSION = 3

export const figureSections = {
  reach: 'Who was reached',
  sessions: 'Sessions',
  coming: 'Coming',
  contacts: 'Through the door',
  dose: 'How often they came',
  completion: 'Completing',
  days: 'From referral to coming',
  volunteers: 'Volunteers',
  outcomes: 'Outcomes',
} as const
export type FigureSection = keyof typeof figureSections

/** count: a whole number. percent: 0 to 100. days: whole days, or a half between two. hours: to one decimal place. */
export const figureUnits = ['count', 'percent', 'days', 'hours'] as const

export interface Definition {
  readonly section: FigureSection
  readonly name: string
  readonly unit: (typeof figureUnits)[number]
  readonly definition: string
}

const whole = (section: FigureSection, name: string, definition: string): Definition => ({ section, name, unit: 'count', definition }) // prettier-ignore
const percent = (section: FigureSection, name: string, definition: string): Definition => ({ section, name, unit: 'percent', definition }) // prettier-ignore
const days = (name: string, definition: string): Definition => ({ section: 'days', name, unit: 'days', definition }) // prettier-ignore

export const definitions = {
  'people-enrolled': whole('reach', 'People enrolled', 'Different people enrolled in this group at any time up to today, those who left or completed included. Referred, waiting or offered is not yet enrolled. Volunteers are not counted.'),
  'families-enrolled': whole('reach', 'Families', 'Different families of the people enrolled. A person with no family recorded is not counted here.'),
  'people-came': whole('reach', 'People who came', 'Different people with at least one attendance, walk-ins included. Volunteers are not counted.'),
  'families-came': whole('reach', 'Families who came', 'Different families of the people who came. A person with no family recorded is not counted here.'),
  'sessions-planned': whole('sessions', 'Sessions planned', 'Sessions that have run or will. A session that did not run is not counted.'),
  'sessions-delivered': whole('sessions', 'Sessions delivered', 'Sessions whose register is complete.'),
  'sessions-not-run': whole('sessions', 'Sessions that did not run', 'Sessions recorded as not run, with a reason.'),
  'registers-owed': whole('sessions', 'Registers owed', 'Sessions of today or earlier that were not cancelled and whose register is not complete.'),
  expected: whole('coming', 'Expected', 'Marks in complete registers of people who were expected, walk-ins included. “Not expected”, “materials or a call only”, volunteers and sessions that did not run are left out.'),
  'attendance-rate': percent('coming', 'Attendance rate', 'Attendances divided by expected, over complete registers only. A blank is never counted as absent.'),
  'attended-or-apologised': percent('coming', 'Attended or sent apologies', 'Attendances and apologies divided by expected, over complete registers only. An apology is any mark that means that they told us.'),
  attendances: whole('contacts', 'Attendances', 'Marks in complete registers that mean the person came: present, late, left early or online. Materials sent to a home are never one. One person at three sessions is three.'),
  'heads-unnamed': whole('contacts', 'Heads without a name', 'At sessions whose heads were counted, those beyond the ones marked by name in the same role. A count of heads is all told, so the two are never added. Complete registers only; volunteers are not counted.'),
  footfall: whole('contacts', 'Footfall', 'Attendances by name, and heads without a name: how often anybody came through the door. One person at three sessions is three.'),
  'materials-or-call': whole('contacts', 'Materials or a call instead', 'Marks in complete registers that mean materials were sent or somebody rang instead. They are no attendances, and nobody is expected by them.'),
  'never-came': whole('dose', 'Enrolled and never came', 'People enrolled by today who are in a complete register as expected and have no attendance.'),
  completed: whole('completion', 'Recorded as completed', 'People whose history in this group says by today that they completed.'),
  'reached-rule': percent('completion', 'Came often enough to complete', 'People enrolled at any time with as many attendances as the group’s rule for completing asks for, of all people enrolled. Not known where the group has no rule.'),
  'referral-to-offer': days('Days from referral to offer', 'The middle value, over people with both dates. Somebody enrolled without an offer was offered the place the day they had it. Volunteers are not counted.'),
  'offer-to-attended': days('Days from offer to first coming', 'The middle value, over people who were offered a place and came: to the first session at which they are marked as having come.'),
  'referral-to-attended': days('Days from referral to first coming', 'The middle value, over people who were referred and came: to the first session at which they are marked as having come.'),
  'volunteer-hours': { section: 'volunteers', name: 'Hours that volunteers gave', unit: 'hours', definition: 'Over complete registers: the minutes recorded of each volunteer at each session, and where none are recorded the length of the session.' },
  'before-measure': whole('outcomes', 'People with a before measure', 'Different people with at least one number at the time point before, by those whose readings the measure counts.'),
  'after-measure': whole('outcomes', 'People with an after measure', 'Different people with at least one number at the time point after, by those whose readings the measure counts.'),
  matched: whole('outcomes', 'People matched', 'Different people with a number both before and after on the same measure, edition and goal or area. Only they take part in change.'),
  'matched-rate': percent('outcomes', 'Matched rate', 'People matched, of people with a before measure. Those who left are among them: a before without an after says nothing about change.'),
} as const satisfies Record<string, Definition> // prettier-ignore
export type FigureKey = keyof typeof definitions

/** How many people came exactly so often: counted and not averaged, because a mean of few hides who came once. */
export const doseDefinition = (times: number): Definition =>
  whole('dose', times === 1 ? 'Came once' : `Came ${times} times`, `Different people with exactly ${count(times, 'attendance')} in complete registers, walk-ins included. Volunteers are not counted.`) // prettier-ignore
export const doseKey = (times: number) => `came-${times}`
