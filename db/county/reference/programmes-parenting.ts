import { closedGroup, workshop, type ReferenceProgramme } from './reference-programme.ts'

/** For parents and carers. Ages here would be the parents' own, so a child's age stands in the words instead. */
export const parentingProgrammes: readonly ReferenceProgramme[] = [
  closedGroup({
    name: 'Solihull Approach Parenting',
    audience: 'Parents and carers of children aged 0 to 18',
    theme: 'Understanding your child’s behaviour',
    placeKind: 'family',
    usualSessions: 10,
    sessionMinutes: 120,
    usualPlaces: 12,
    sessions: [{ title: 'Home visit to set personal goals', kind: 'home-visit', minutes: null }],
    staffNeeded: 2,
    colour: 'rust',
    source:
      'Named in the Operating Model 2022-24. Ten weekly two-hour sessions for up to 12 families, two practitioners, starting with a home visit: foundations.org.uk guidebook, April 2025. How the service runs it is not confirmed.',
  }),
  closedGroup({
    name: 'Triple P for parents of disabled children',
    audience: 'Parents and carers of a child with a disability',
    theme: 'Parenting',
    colour: 'blue',
    source:
      'Operating Model 2022-24. Published as Group Stepping Stones, for children aged 0 to 12. Length and size are not confirmed.',
  }),
  closedGroup({
    name: 'Triple P for parents of primary aged children',
    audience: 'Parents and carers of primary aged children',
    theme: 'Parenting',
    usualPlaces: 12,
    colour: 'teal',
    source:
      'Operating Model 2022-24. Published as Group Triple P, Level 4: eight weeks, up to 12 parents. Sources disagree on the number of group sessions (4 or 5) and phone calls (3 to 5), so none is set.',
  }),
  closedGroup({
    name: 'Triple P for parents of teenagers',
    audience: 'Parents and carers of a child aged 12 to 16',
    theme: 'Parenting',
    usualSessions: 4,
    sessionMinutes: 120,
    usualPlaces: 12,
    // 15 to 30 minutes each: no one number.
    sessions: ['First', 'Second', 'Third'].map((which) => ({
      title: `${which} phone consultation`,
      kind: 'phone' as const,
      minutes: null,
    })),
    colour: 'indigo',
    source:
      'Operating Model 2022-24. Published as Group Teen Triple P: eight weeks, four two-hour group sessions and three phone consultations, 3 to 12 parents (foundations.org.uk). Another source says ages 12 to 15.',
  }),
  closedGroup({
    name: 'Triple P for separating or divorcing parents',
    publicTitle: 'Parenting course',
    audience: 'Parents and carers who are separating or divorcing',
    theme: 'Parenting',
    colour: 'slate',
    source: 'Operating Model 2022-24. Published as Family Transitions. Length and size are not confirmed.',
  }),
  workshop({
    name: 'Triple P discussion group',
    audience: 'Parents and carers of children aged 0 to 12',
    theme: 'Parenting, one topic a session',
    sessionMinutes: 120,
    colour: 'gold',
    source:
      'The Operating Model 2022-24 names Triple P workshops. Published as stand-alone two-hour sessions by topic for small groups (cebc4cw.org). Size is not confirmed.',
  }),
]
