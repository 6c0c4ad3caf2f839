import type { PairSide } from '../../../shared/people/duplicates.contract.ts'
import type { Sureness } from '../../../shared/people/duplicates.rules.ts'
import { longDate } from '../../../shared/time/format.ts'

export const surenessWords: Readonly<Record<Sureness, string>> = {
  sure: 'Almost certainly one person',
  likely: 'Likely one person',
  possible: 'Possibly one person',
}

/** One line of two records side by side. */
export interface Line {
  readonly label: string
  readonly one: string | null
  readonly other: string | null
  /** Both say something, and not the same. */
  readonly different: boolean
}

const line = (label: string, one: string | null, other: string | null): Line => ({
  label,
  one,
  other,
  different: one !== null && other !== null && one !== other,
})

const birth = ({ dateOfBirth }: PairSide) => (dateOfBirth === null ? null : longDate(dateOfBirth))
const groups = ({ groups: all }: PairSide) => (all.length === 0 ? null : all.join(', '))
const door = ({ provisional }: PairSide) => (provisional ? 'Added at the door' : null)

/** What tells the two of a pair apart. */
export const pairLines = (one: PairSide, other: PairSide): Line[] =>
  [
    line('Name', one.fullName, other.fullName),
    line('Date of birth', birth(one), birth(other)),
    line('Mosaic ID', one.mosaicId, other.mosaicId),
    line('Family', one.familyName, other.familyName),
    { ...line('In groups', groups(one), groups(other)), different: false },
    { ...line('Came in', door(one), door(other)), different: false },
  ].filter((each) => each.one !== null || each.other !== null)
