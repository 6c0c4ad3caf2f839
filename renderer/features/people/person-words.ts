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

export const matchWords: Readonly<Record<(typeof matchKinds)[number], string>> = {
  mosaic: 'the same Mosaic ID',
  'name-and-birth': 'the same name and date of birth',
  'name-only': 'the same name',
}

export const safeToCallWords = { yes: 'Safe to call', no: 'Do not call', 'not-asked': 'Not asked whether safe to call' } as const // prettier-ignore
