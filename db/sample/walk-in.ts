import { personId } from '../../shared/ids.ts'
import { newPersonSchema } from '../../shared/people/people.contract.ts'
import { newPersonRow } from '../people/people.repository.ts'
import type { InventedGroup, Making, Row } from './invented.ts'
import { rowId } from './row-id.ts'

interface WalkIn {
  readonly people: readonly Row<'person'>[]
  readonly groups: readonly InventedGroup[]
}

/** Somebody who came to the last register taken, whom nobody expected and about whom everything is still owed. */
export function inventWalkIn({ newId, reference }: Making, groups: readonly InventedGroup[]): WalkIn {
  const where = groups.find((group) => group.marks.length > 0)
  const latest = where?.marks.at(-1)
  if (!where || !latest) return { people: [], groups }
  const details = newPersonSchema.parse({ firstName: 'Jodie', lastName: 'Pickering' })
  const person = newPersonRow(newId(personId), details, { provisional: true })
  const mark = { ...latest, id: newId(rowId), person_id: person.id, code: reference.marks.present }
  return {
    people: [person],
    groups: groups.map((group) => (group === where ? { ...group, marks: [...group.marks, mark] } : group)),
  }
}
