import { addDays, weekdayOf } from '../../shared/time/civil.ts'
import type { Making } from './invented.ts'
import type { Reference } from './reference.ts'
import { weekdayFrom } from './school-year.ts'
import { turn } from './random.ts'

type Programme = Reference['programmes'][number]

/** What is wanted of one group, before its dates and its room are found. */
export interface Brief {
  readonly index: number
  readonly stage: 'finished' | 'running' | 'planned'
  readonly programme: Programme
  /** The first date it may meet, on its weekday. */
  readonly firstDate: string
  readonly weekday: number
  readonly sessions: number
  readonly termTimeOnly: boolean
  readonly skipBankHolidays: boolean
  readonly startTimes: readonly string[]
  readonly minutes: number
}

/** Which of the catalogue run most, by what there is: not every entry runs all the time. */
const favourites = [
  'Bounce Back',
  'Solihull Approach Parenting',
  'Feeling Safe',
  'Triple P for parents of primary aged children',
  'Young Carers Group',
  'Knowing the Risk',
  'SEND Group',
  'Freedom Programme',
  'Triple P for parents of teenagers',
  'Family learning',
]

export function briefs(making: Making): Brief[] {
  const { finished, running, planned } = making.sizes.groups
  const common = favourites.flatMap((name) => making.reference.programmes.filter((p) => p.name === name))
  const programmes = common.length > 0 ? common : making.reference.programmes
  if (programmes.length === 0) return []
  const stages = [
    ...Array.from({ length: running }, (_, i) => runningBrief(making, programmes, i)),
    ...Array.from({ length: planned }, (_, i) => plannedBrief(making, programmes, running + i)),
    ...Array.from({ length: finished }, (_, i) => finishedBrief(making, programmes, i)),
  ]
  return stages
}

/** The first few meet on the day itself, whatever day it is, so that there is always a register to take. */
function runningBrief(making: Making, programmes: readonly Programme[], index: number): Brief {
  const { today, sizes, random } = making
  const usual = brief(making, turn(programmes, index), index)
  const meetsToday = index < sizes.meetingToday
  const weekday = meetsToday ? weekdayOf(today) : 1 + ((weekdayOf(today) + index) % 5)
  const firstDate = weekdayFrom(addDays(today, -7 * random.between(3, 6)), weekday)
  return {
    ...usual,
    stage: 'running',
    weekday,
    firstDate,
    sessions: 10,
    termTimeOnly: hasBegunInTerm(making, firstDate),
    skipBankHolidays: !meetsToday,
    startTimes: meetsToday ? [turn(['10:00', '13:00', '16:30'], index)] : usual.startTimes,
  }
}

/**
 * Whether a group that keeps to term time would have met twice by today, and still does. If not, it is the holidays
 * or a term has hardly begun, and only a group that runs through the holidays has anything to show.
 */
function hasBegunInTerm({ halfTerms, today }: Making, firstDate: string): boolean {
  const inTerm = (date: string) => halfTerms.some((term) => term.startsOn <= date && date <= term.endsOn)
  const weeks = Array.from({ length: 8 }, (_, i) => addDays(firstDate, 7 * i))
  return inTerm(today) && weeks.filter((date) => date < today && inTerm(date)).length >= 2
}

function plannedBrief(making: Making, programmes: readonly Programme[], index: number): Brief {
  const weekday = 1 + (index % 5)
  const from = addDays(making.today, 7 * making.random.between(2, 5))
  return {
    ...brief(making, turn(programmes, index), index),
    stage: 'planned',
    weekday,
    firstDate: weekdayFrom(from, weekday),
  }
}

/** Far enough back that ten sessions and a summer lie between the last of them and today. */
function finishedBrief(making: Making, programmes: readonly Programme[], index: number): Brief {
  const { sizes, today } = making
  const weekday = 1 + (index % 5)
  const weeks = 26 + Math.round((sizes.weeksBack * index) / sizes.groups.finished)
  return {
    ...brief(making, turn(programmes, index + 3), sizes.groups.running + sizes.groups.planned + index),
    stage: 'finished',
    weekday,
    firstDate: weekdayFrom(addDays(today, -7 * weeks), weekday),
  }
}

function brief(making: Making, programme: Programme, index: number) {
  const minutes = programme.session_minutes ?? (isForAdults(programme) ? 120 : 90)
  return {
    index,
    programme,
    minutes,
    sessions: programme.usual_sessions ?? (programme.delivery === 'open' ? 12 : 10),
    termTimeOnly: true,
    skipBankHolidays: true,
    startTimes: isForAdults(programme)
      ? making.random.shuffled(['09:30', '10:00', '12:45', '13:00'])
      : making.random.shuffled(['15:45', '16:00', '16:30', '17:30']),
  }
}

/** Children's groups meet after school, parents' while the children are at it. */
export const isForAdults = ({ audience, place_kind }: Programme): boolean =>
  place_kind === 'family' || !/^(children|young)/i.test(audience ?? '')
