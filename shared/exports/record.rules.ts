/** The parts of a person's record, in the order in which it is read. */
export const recordParts = [
  'details',
  'reaching',
  'adults',
  'references',
  'consents',
  'groups',
  'attendance',
  'goals',
  'outcomes',
  'contacts',
  'alerts',
  'kept-apart',
] as const
export type RecordPart = (typeof recordParts)[number]

/** What may be left out: a part, or whatever any part says of the groups of sensitive programmes. */
export const mayBeLeftOut = [...recordParts, 'sensitive-groups'] as const
export type LeftOut = (typeof mayBeLeftOut)[number]

export const recordPartNames: Readonly<Record<LeftOut, string>> = {
  details: 'Who they are',
  reaching: 'Where they live and how to reach them',
  adults: 'Their adults',
  references: 'References of other systems',
  consents: 'Consents',
  groups: 'Groups',
  attendance: 'Coming to sessions',
  goals: 'Goals',
  outcomes: 'Measures',
  contacts: 'Calls, letters and visits',
  alerts: 'Alerts',
  'kept-apart': 'People they must not meet',
  'sensitive-groups': 'Everything about sensitive groups',
}

/** Who asked for the record. */
export const recordAskers = ['themselves', 'parent', 'other'] as const
export type RecordAsker = (typeof recordAskers)[number]
export const recordAskerLabels: Readonly<Record<RecordAsker, string>> = {
  themselves: 'The person themselves',
  parent: 'A parent or carer',
  other: 'Somebody else who may ask for them',
}

/**
 * Parts that a record does not name when they are left out: that there is an alert, or a group for those who were hurt,
 * is what must not be told. The record says of them only that what the law withholds is not in it, always.
 */
export const neverNamed: readonly LeftOut[] = ['alerts', 'kept-apart', 'sensitive-groups']
export const WITHHELD = 'What the law says need not be given, or must not be, is not in this record.'

const ofOthers = 'It is about other people as well.'
const mayHarm = 'It could put somebody at risk.'

/**
 * What is left out until somebody decides otherwise, and why. A parent who asks may be the one whom the family has left:
 * an address, a number, the name of a service that knows the family, or of a group for those who were hurt, would lead
 * them there. Whether to give it is for the data protection officer and the safeguarding lead; DPA 2018 schedules 2 and 3
 * (rights of others, serious harm).
 */
export function usuallyLeftOut(asker: RecordAsker): { readonly part: LeftOut; readonly reason: string }[] {
  const always = [
    { part: 'alerts', reason: mayHarm },
    { part: 'kept-apart', reason: mayHarm },
  ] as const
  if (asker === 'themselves') return [...always]
  return [
    { part: 'reaching', reason: mayHarm },
    { part: 'adults', reason: ofOthers },
    { part: 'references', reason: mayHarm },
    { part: 'contacts', reason: mayHarm },
    ...always,
    { part: 'sensitive-groups', reason: mayHarm },
  ]
}
