import { personId } from '../../shared/ids.ts'
import { shortForms } from '../../shared/people/nicknames.ts'
import { newPersonSchema } from '../../shared/people/people.contract.ts'
import { fold } from '../../shared/text.ts'
import { newPersonRow } from '../people/people.repository.ts'
import type { Making, Row } from './invented.ts'

type Person = Row<'person'>
type Twice = (person: Person) => { readonly first_name?: string; readonly date_of_birth?: string } | null

const capital = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1)

/** The ways in which people come to be in a county twice. */
const ways: readonly Twice[] = [
  // Somebody wrote the name that they go by.
  ({ first_name }) => {
    const short = shortForms[fold(first_name)]?.[0]
    return short === undefined ? null : { first_name: capital(short) }
  },
  // Day and month the other way round.
  ({ date_of_birth }) => {
    const [year = '', month = '', day = ''] = (date_of_birth ?? '').split('-')
    return Number(day) > 12 || day === month ? null : { date_of_birth: `${year}-${day}-${month}` }
  },
  // A slip of the pen.
  ({ first_name }) =>
    first_name.length < 6 ? null : { first_name: first_name.slice(0, 3) + first_name.slice(4) },
]

/** A few people who were added a second time: by another name, another date of birth, and with a letter missing. */
export function inventDuplicates({ newId }: Pick<Making, 'newId'>, people: readonly Person[]): Person[] {
  return ways.flatMap((way, place) => {
    // Not the newest families: what others invent stands with those.
    const known = people.slice(place * 40).find((person) => person.date_of_birth && way(person) !== null)
    const change = known && way(known)
    if (!known || !change) return []
    const twice = newPersonSchema.parse({
      firstName: change.first_name ?? known.first_name,
      lastName: known.last_name,
      dateOfBirth: change.date_of_birth ?? known.date_of_birth,
      phone: known.phone,
    })
    return [newPersonRow(newId(personId), twice)]
  })
}
