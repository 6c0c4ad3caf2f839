import { matchKey } from '../text.ts'
import { toMosaicId } from '../people/people.rules.ts'
import type { NewPerson } from '../people/people.contract.ts'
import type { PreviewRow } from './imports.contract.ts'

/** Why a row is somebody of an earlier row. Not sure when only the name says so. */
export interface Repeat {
  readonly reason: string
  readonly sure: boolean
}

/**
 * The rows of a list that are somebody of an earlier row, by row number. Surely so with the same known person, the
 * same Mosaic ID, or the same name and date of birth; perhaps so with the same name where a date of birth is
 * missing. The same name with two dates of birth is two people.
 */
export function repeats(rows: readonly PreviewRow[]): ReadonlyMap<number, Repeat> {
  const seen = new Map<string, number>()
  const found = new Map<number, Repeat>()
  for (const row of rows) {
    const [sure, unsure] = [sureKeys(row), unsureKeys(row)]
    const hit = [...sure, ...unsure.sought].find(({ key }) => seen.has(key))
    if (hit)
      found.set(row.row, { reason: `Row ${seen.get(hit.key)} ${hit.words}.`, sure: sure.includes(hit) })
    for (const { key } of [...sure, ...unsure.left]) if (!seen.has(key)) seen.set(key, row.row)
  }
  return found
}

interface Key {
  readonly key: string
  readonly words: string
}

const nameOf = (person: NewPerson) => matchKey(`${person.firstName} ${person.lastName}`)

function sureKeys({ person, state, matches }: PreviewRow): Key[] {
  if (person === null) return []
  const known = state === 'matched' || state === 'enrolled' ? matches[0]?.person.id : undefined
  const mosaicId = toMosaicId(person.mosaicId)
  const birth = person.dateOfBirth
  return [
    ...(known ? [{ key: `person ${known}`, words: 'is the same person' }] : []),
    ...(mosaicId ? [{ key: `mosaic ${mosaicId}`, words: 'has the same Mosaic ID' }] : []),
    ...(birth
      ? [{ key: `birth ${nameOf(person)} ${birth}`, words: 'has the same name and date of birth' }]
      : []),
  ]
}

/** A row without a date of birth looks for any of its name; one with a date only for those that have none. */
function unsureKeys({ person }: PreviewRow): { sought: Key[]; left: Key[] } {
  if (person === null) return { sought: [], left: [] }
  const words = 'has the same name, and a date of birth is missing'
  const any = { key: `any ${nameOf(person)}`, words }
  const undated = { key: `undated ${nameOf(person)}`, words }
  return person.dateOfBirth ? { sought: [undated], left: [any] } : { sought: [any], left: [any, undated] }
}
