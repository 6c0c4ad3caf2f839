/** How somebody was tried. */
export const contactWays = ['phone', 'text', 'letter', 'email', 'visit', 'in-person'] as const
export type ContactWay = (typeof contactWays)[number]
export const contactWayLabels: Readonly<Record<ContactWay, string>> = {
  phone: 'Phone',
  text: 'Text',
  letter: 'Letter',
  email: 'Email',
  visit: 'Visit',
  'in-person': 'In person',
}

/** What it was about: an answer about an absence does not answer an offer. */
export const contactSubjects = ['waiting', 'offer', 'absence', 'welfare', 'other'] as const
export type ContactSubject = (typeof contactSubjects)[number]
export const contactSubjectLabels: Readonly<Record<ContactSubject, string>> = {
  waiting: 'Waiting for a place',
  offer: 'The offer of a place',
  absence: 'Not having come',
  welfare: 'How they are',
  other: 'Something else',
}

/** What came of it. */
export const contactOutcomes = ['reached', 'message-left', 'no-answer', 'wrong-number', 'sent'] as const
export type ContactOutcome = (typeof contactOutcomes)[number]
export const contactOutcomeLabels: Readonly<Record<ContactOutcome, string>> = {
  reached: 'Spoke to them',
  'message-left': 'Left a message',
  'no-answer': 'No answer',
  'wrong-number': 'Wrong number',
  sent: 'Sent',
}
