import type { Adult } from '../../../shared/people/adults.contract.ts'
import type { Consent } from '../../../shared/people/consents.contract.ts'
import type { Answer } from '../../../shared/people/contact-safety.rules.ts'
import type { matchKinds, PersonRow } from '../../../shared/people/people.contract.ts'
import { longDate } from '../../../shared/time/format.ts'

/** `born 12 March 2015, Mosaic 2219048`: enough to tell two people of one name apart. */
export function identityWords({
  dateOfBirth,
  mosaicId,
}: Pick<PersonRow, 'dateOfBirth' | 'mosaicId'>): string {
  const birth = dateOfBirth === null ? 'no date of birth' : `born ${longDate(dateOfBirth)}`
  return mosaicId === null ? birth : `${birth}, Mosaic ${mosaicId}`
}

/** A reason in the middle of a sentence. */
export const lowerFirst = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1)

export const matchWords: Readonly<Record<(typeof matchKinds)[number], string>> = {
  mosaic: 'the same Mosaic ID',
  'name-and-birth': 'the same name and date of birth',
  'name-only': 'the same name',
}

export const answerWords: Readonly<Record<Answer, string>> = {
  yes: 'yes',
  no: 'no',
  'not-asked': 'not asked',
}

/** Who may collect, in words that cannot be read wrongly. */
export const collectWords: Readonly<Record<Answer, string>> = {
  yes: 'May collect',
  no: 'MUST NOT collect',
  'not-asked': 'Not asked whether they may collect',
}

/** `Mother, parental responsibility`: what an adult is to a child. */
export const relationWords = ({ relation, parentalResponsibility }: Adult): string =>
  parentalResponsibility === 'yes' ? `${relation}, parental responsibility` : relation

/** How a consent stands, with its dates. */
export function consentWords({ state, current }: Consent): string {
  if (current === null) return 'Not asked'
  const until = current.untilDate === null ? '' : longDate(current.untilDate)
  const said = `${current.givenBy}, ${longDate(current.onDate)}`
  switch (state) {
    case 'runs-out':
      return `Yes, but runs out on ${until}: ask again (${said})`
    case 'run-out':
      return `Ran out on ${until}: ask again (${said})`
    case 'no':
      return `No (${said})`
    default:
      return until === '' ? `Yes (${said})` : `Yes, until ${until} (${said})`
  }
}
