import { z } from 'zod'
import { line, optionalLine, optionalText } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { participantRoles } from './participants.rules.ts'

/** How soon somebody should have a place: 0 usual, 1 soon, 2 first. */
export const priorities = [0, 1, 2] as const
export type Priority = (typeof priorities)[number]
export const priorityLabels: Readonly<Record<Priority, string>> = { 0: 'Usual', 1: 'Soon', 2: 'First' }

/** Who usually refers, to choose from: any words will do, since the ways in change with each restructure. */
export const usualSources = [
  'Family itself',
  'Keyworker or family worker',
  'Youth worker',
  'Triage',
  'School',
  'Health visitor or midwife',
  'GP or other health',
  'Social care',
  'Police or Operation Encompass',
  'Another group',
] as const

/** What is kept of a referral. The date is when it came, not when somebody typed it. */
export const referralFields = {
  source: optionalLine(120),
  referredOn: localDate.nullish(),
  reference: optionalLine(60),
  priority: z.literal(priorities).default(0),
  note: optionalText(1000),
}
/** As what they take part; none is as their age says. */
export const roleField = z.enum(participantRoles).nullish()
/** Why a rule that warns is gone against: kept with the line of the history, and shown. */
export const overrideReason = optionalLine(300)
export const neededReason = line('Enter a reason.', 300)
